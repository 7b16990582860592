import { type Answer, json, jsonError, methodNotAllowed, pageNotFound, slashRedirect } from './answers.js';
import { exampleTenant } from './chariot/example.js';
import { answerLogin } from './chariot/login.js';
import { type ChariotRoute, locate } from './chariot/routes.js';
import { answerSettings } from './chariot/settings.js';
import { type Client, type Tenant, userOf } from './chariot/tenant.js';
import { createTokens, type Tokens } from './chariot/tokens.js';
import { findFieldProblem, splitTarget } from './form.js';
import type { RecordedRequest } from './request-log.js';
import { type Emulator, type ListenOptions, type Platform, startEmulator } from './server.js';

export * from './chariot/example.js';
export { ksuid } from './chariot/ksuid.js';
export type { ChariotRoute } from './chariot/routes.js';
export * from './chariot/tenant.js';
export type { Fault, When } from './faults.js';
export type { RecordedRequest } from './request-log.js';
export type { Emulator } from './server.js';

/** A running Chariot. */
export interface Chariot extends Emulator<ChariotRoute> {
  /** Every bearer token so far. */
  readonly issuedTokens: readonly string[];
  /** Makes a bearer token without a login, like the one that the profile page shows. */
  issueToken(client: Client, lifetimeSeconds?: number): string;
}

const SERVICE = '/api/identity/';
const BEARER = /^bearer ([\w.~+/-]+=*)$/i;

/** Starts a Chariot; what the tenant leaves out is as in `exampleTenant`. Source: Chariot's two pages. */
export async function startChariot(tenant: Partial<Tenant> = {}, options: ListenOptions = {}): Promise<Chariot> {
  const whole = { ...exampleTenant, ...tenant };
  const tokens = createTokens(whole);
  const emulator = await startEmulator(chariot(whole, tokens), options);
  return { ...emulator, issuedTokens: tokens.issued, issueToken: tokens.issue };
}

function chariot(tenant: Tenant, tokens: Tokens): Platform<ChariotRoute> {
  return {
    identify: ({ target }) => locate(splitTarget(target).path),
    answer(request) {
      const { path } = splitTarget(request.target);
      if (path.startsWith(SERVICE)) return answerService(tenant, tokens, request);
      if (locate(path)?.route !== 'login') return pageNotFound();
      return refuseForm(request, 'POST') ?? answerLogin(tenant, tokens, request);
    },
  };
}

// The token is checked before the path, even a path that does not exist: seen on a Chariot host.
function answerService(tenant: Tenant, tokens: Tokens, request: RecordedRequest): Answer {
  const { path, query } = splitTarget(request.target);
  const client = tokens.find(BEARER.exec(request.headers['authorization'] ?? '')?.[1] ?? '');
  if (client === undefined) return jsonError(401, 'invalid bearer token');
  const place = locate(path);
  if (place === undefined) return pageNotFound();
  const refused = refuseForm(request, 'GET');
  if (refused !== undefined) return refused;
  return place.route === 'me' ? answerMe(client, query) : answerSettings(tenant, { place, query, client });
}

function answerMe(client: Client, query: string): Answer {
  const problem = findFieldProblem(query, []);
  return problem === undefined ? json(200, userOf(client)) : jsonError(400, problem);
}

function refuseForm(request: RecordedRequest, method: string): Answer | undefined {
  const { path, query } = splitTarget(request.target);
  const documented = locate(path)?.path ?? path;
  // gin looks for the other slash among the paths of the request's own method only.
  if (request.method !== method) return path === documented ? methodNotAllowed(method) : pageNotFound();
  if (path === documented) return undefined;
  return slashRedirect(method, query === '' ? documented : `${documented}?${query}`);
}
