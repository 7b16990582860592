import { randomBytes } from 'node:crypto';
import { type Answer, json, typed } from '../answers.js';
import { hmacJwt, type JwtClaims } from '../jwt.js';
import { splitTarget } from '../server/form.js';
import type { RecordedRequest } from '../server/request-log.js';
import { type Emulator, type ListenOptions, startEmulator } from '../server/server.js';
import { exampleDescartesLabs, type IamCredential, type IamService, LEGACY_CLIENT_ID } from './model.js';
import { readTokenRequest } from './token-request.js';

export type { Fault, When } from '../faults/faults.js';
export type { RecordedRequest } from '../server/request-log.js';
export * from './model.js';

/** The name of the only documented request. */
export type IamRoute = 'token';

/** A running emulator of an IAM service. */
export interface RunningIam extends Emulator<IamRoute> {
  /** All tokens that were issued so far. */
  readonly issuedTokens: readonly string[];
  /** Issues a token without a request, for example one that a workflow supplies. `claims` replace its claims. */
  issueToken(credential: IamCredential, claims?: JwtClaims): string;
}

/** Starts an IAM service. Missing options are those of `exampleDescartesLabs`. Source: descarteslabs-python, `Auth`. */
export async function startIam(service: Partial<IamService> = {}, options: ListenOptions = {}): Promise<RunningIam> {
  const whole = { ...exampleDescartesLabs, ...service };
  const secret = randomBytes(32);
  const issuedTokens: string[] = [];
  const issueToken = (credential: IamCredential, claims: JwtClaims = {}) => {
    const token = hmacJwt({ ...claimsOf(whole, credential), ...claims }, secret);
    issuedTokens.push(token);
    return token;
  };
  const isToken = (target: string) => splitTarget(target).path === '/token';
  const emulator = await startEmulator<IamRoute>(
    {
      identify: ({ target }) => (isToken(target) ? { route: 'token' } : undefined),
      answer(request) {
        if (!isToken(request.target)) return typed(404, 'text/plain', '');
        const credential = findCredential(whole, request);
        return 'status' in credential ? credential : tokenAnswer(whole, credential, issueToken(credential));
      },
    },
    options,
  );
  return { ...emulator, issuedTokens, issueToken };
}

// The service's errors are not documented. The Python client distinguishes them only by status.
function findCredential(service: IamService, request: RecordedRequest): IamCredential | Answer {
  if (request.method !== 'POST') return json(405, { message: 'Method Not Allowed' });
  if (splitTarget(request.target).query !== '') return json(400, { message: 'unexpected query' });
  const requested = readTokenRequest(service, request);
  if (typeof requested === 'string') return json(400, { message: requested });
  const credential = service.credentials.find(
    ({ clientId, refreshToken }) => clientId === requested.clientId && refreshToken === requested.refreshToken,
  );
  return credential === undefined || credential.revoked === true ? json(401, { message: 'Unauthorized' }) : credential;
}

function tokenAnswer(service: IamService, { clientId }: IamCredential, token: string): Answer {
  const usual = service.legacyClientId && clientId === LEGACY_CLIENT_ID ? 'id_token' : 'access_token';
  const members = service.tokenIn ?? [usual];
  return json(200, Object.fromEntries(members.map((member) => [member, token])));
}

function claimsOf({ now, tokenLifetimeSeconds, audienceAsList }: IamService, credential: IamCredential): JwtClaims {
  const iat = Math.floor(now() / 1000);
  const { clientId, claims } = credential;
  return { ...claims, aud: audienceAsList ? [clientId, 'other'] : clientId, iat, exp: iat + tokenLifetimeSeconds };
}
