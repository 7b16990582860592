import { randomUUID } from 'node:crypto';
import { type Answer, json } from '../answers.js';
import { generateSigningKey, type Jwk, type JwtClaims, type SigningKey, signJwt } from '../jwt.js';
import { findFieldProblem, splitTarget } from '../server/form.js';
import type { RecordedRequest } from '../server/request-log.js';
import { type Emulator, type ListenOptions, type Platform, startEmulator } from '../server/server.js';

export { type JwtClaims, parseJwt } from '../jwt.js';

/** The name of an endpoint of GitHub's ID token issuer. */
export type GitHubRoute = 'id-token' | 'jwks';

/** The contents of a job's ID tokens, and the options of the endpoint. */
export interface IdTokenSettings {
  /** The claim `iss`. It is never the emulator's address. */
  readonly issuer: string;
  readonly subject: string;
  /** Claims that are added to the standard claims or replace them. */
  readonly claims: JwtClaims;
  readonly lifetimeSeconds: number;
  /** The value of `ACTIONS_ID_TOKEN_REQUEST_TOKEN`. */
  readonly requestToken: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** A running emulator of GitHub's ID token endpoint. */
export interface GitHubIdTokens extends Emulator<GitHubRoute> {
  readonly issuer: string;
  readonly subject: string;
  /** The variables that the runner sets in a job with `permissions: id-token: write`. */
  readonly variables: Readonly<Record<'ACTIONS_ID_TOKEN_REQUEST_URL' | 'ACTIONS_ID_TOKEN_REQUEST_TOKEN', string>>;
  /** All ID tokens that were issued so far. */
  readonly issuedTokens: readonly string[];
  /** The public keys that verify the ID tokens. */
  keys(): readonly Jwk[];
  /** Issues an ID token without a request. */
  issueToken(audience: string, claims?: JwtClaims): string;
}

/** The ID tokens of a push to a branch. Source: GitHub, OpenID Connect reference. */
export const exampleIdToken: IdTokenSettings = {
  issuer: 'https://token.actions.githubusercontent.com',
  subject: 'repo:octo-org/octo-repo:ref:refs/heads/main',
  claims: {
    ref: 'refs/heads/main',
    repository: 'octo-org/octo-repo',
    repository_owner: 'octo-org',
    event_name: 'push',
    job_workflow_ref: 'octo-org/octo-repo/.github/workflows/release.yml@refs/heads/main',
  },
  lifetimeSeconds: 300,
  requestToken: 'example-id-token-request-token',
  now: () => Date.now(),
};

const PATH = '/00000000-0000-4000-8000-000000000000/_apis/distributedtask/hubs/Actions/plans/1/jobs/2/idtoken';
const JWKS = '/.well-known/jwks';

let sharedKey: SigningKey | undefined;

/** Starts GitHub's ID token endpoint. Missing options are those of `exampleIdToken`. Source: actions/toolkit, oidc-utils.ts. */
export async function startGitHubIdTokens(
  settings: Partial<IdTokenSettings> = {},
  options: ListenOptions = {},
): Promise<GitHubIdTokens> {
  const whole = { ...exampleIdToken, ...settings };
  const { issuer, subject, requestToken } = whole;
  // Emulators share one key, because an RSA key takes about 100 ms to generate.
  sharedKey ??= generateSigningKey('RS256', randomUUID());
  const key = sharedKey;
  const issuedTokens: string[] = [];
  const issueToken = (audience: string, claims: JwtClaims = {}) => {
    const token = signJwt({ ...claimsOf(whole, audience), ...claims }, key);
    issuedTokens.push(token);
    return token;
  };
  const emulator = await startEmulator(github(whole, key, issueToken), options);
  const variables = {
    ACTIONS_ID_TOKEN_REQUEST_URL: `${emulator.url}${PATH}?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken,
  };
  return { ...emulator, issuer, subject, variables, issuedTokens, keys: () => [key.jwk], issueToken };
}

function claimsOf({ issuer, subject, claims, lifetimeSeconds, now }: IdTokenSettings, audience: string): JwtClaims {
  const iat = Math.floor(now() / 1000);
  const times = { nbf: iat - 600, exp: iat + lifetimeSeconds, iat };
  return { jti: randomUUID(), sub: subject, aud: audience, iss: issuer, ...times, ...claims };
}

function github(
  settings: IdTokenSettings,
  key: SigningKey,
  issueToken: (audience: string) => string,
): Platform<GitHubRoute> {
  const locate = (target: string): GitHubRoute | undefined =>
    (({ [PATH]: 'id-token', [JWKS]: 'jwks' }) as const)[splitTarget(target).path];
  return {
    identify({ target }) {
      const route = locate(target);
      return route === undefined ? undefined : { route };
    },
    answer(request) {
      const route = locate(request.target);
      if (route === undefined || request.method !== 'GET') return refuse(404, 'not found');
      if (route === 'jwks') return json(200, { keys: [key.jwk] });
      return answerIdToken(settings, request, issueToken);
    },
  };
}

// GitHub's errors are not documented. GitHub's default audience is the repository owner's URL; no client needs it here.
function answerIdToken(
  { requestToken }: IdTokenSettings,
  { headers, target }: RecordedRequest,
  issueToken: (audience: string) => string,
): Answer {
  if (headers['authorization'] !== `Bearer ${requestToken}`) return refuse(401, 'unauthorized');
  const { query } = splitTarget(target);
  const problem = findFieldProblem(query, ['api-version', 'audience']);
  if (problem !== undefined) return refuse(400, problem);
  const fields = new URLSearchParams(query);
  if (fields.get('api-version') !== '2.0') return refuse(400, 'api-version is not 2.0');
  const audience = fields.get('audience');
  return audience ? json(200, { value: issueToken(audience) }) : refuse(400, 'missing parameter "audience"');
}

function refuse(status: number, message: string): Answer {
  return json(status, { message });
}
