import { randomBytes } from 'node:crypto';
import { type Answer, json, typed } from './answers.js';
import { splitTarget } from './form.js';
import { exampleDescartesLabs, type IamCredential, type IamService, LEGACY_CLIENT_ID } from './iam/model.js';
import { readTokenRequest } from './iam/token-request.js';
import { hmacJwt, type JwtClaims } from './jwt.js';
import type { RecordedRequest } from './request-log.js';
import { type Emulator, type ListenOptions, startEmulator } from './server.js';

export type { Fault, When } from './faults.js';
export * from './iam/model.js';
export type { RecordedRequest } from './request-log.js';

/** The name of the one documented request. */
export type IamRoute = 'token';

/** A running IAM service. */
export interface RunningIam extends Emulator<IamRoute> {
  /** Every token so far. */
  readonly issuedTokens: readonly string[];
  /** Makes a token without a request, such as one at hand; `claims` take the place of its own. */
  issueToken(credential: IamCredential, claims?: JwtClaims): string;
}

/** Starts an IAM service; what is left out is as in `exampleDescartesLabs`. Source: descarteslabs-python, `Auth`. */
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

// Neither texts nor statuses of refusals are published; the client tells them apart by status alone.
function findCredential(service: IamService, request: RecordedRequest): IamCredential | Answer {
  if (request.method !== 'POST') return json(405, { message: 'Method Not Allowed' });
  if (splitTarget(request.target).query !== '') return json(400, { message: 'unexpected query' });
  const asked = readTokenRequest(service, request);
  if (typeof asked === 'string') return json(400, { message: asked });
  const credential = service.credentials.find(
    ({ clientId, refreshToken }) => clientId === asked.clientId && refreshToken === asked.refreshToken,
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
