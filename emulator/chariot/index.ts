import { type Answer, json, jsonError, methodNotAllowed, pageNotFound, slashRedirect } from '../answers.js';
import { findFieldProblem, splitTarget } from '../server/form.js';
import type { RecordedRequest } from '../server/request-log.js';
import { type Emulator, type ListenOptions, type Platform, startEmulator } from '../server/server.js';
import { exampleTenant } from './example.js';
import { answerLogin } from './login.js';
import { type ChariotRoute, locate } from './routes.js';
import { answerSettings } from './settings.js';
import { type Client, type Tenant, userOf } from './tenant.js';
import { createTokens, type Tokens } from './tokens.js';

export type { Fault, When } from '../faults/faults.js';
export type { RecordedRequest } from '../server/request-log.js';
export type { Emulator } from '../server/server.js';
export * from './example.js';
export type { ChariotRoute } from './routes.js';
export * from './tenant.js';

/** A running emulator of Chariot. */
export interface Chariot extends Emulator<ChariotRoute> {
  /** All bearer tokens that were issued so far. */
  readonly issuedTokens: readonly string[];
  /** Issues a bearer token without a login, as the profile page does. */
  issueToken(client: Client, lifetimeSeconds?: number): string;
}

const SERVICE = '/api/identity/';
const BEARER = /^bearer ([\w.~+/-]+=*)$/i;

/** Starts an emulator of Chariot. Missing options are those of `exampleTenant`. Source: Chariot, Authentication and Secrets. */
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

// A Chariot host checks the token before the path, even if the path does not exist.
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
  // gin redirects only to a path that supports the request's method.
  if (request.method !== method) return path === documented ? methodNotAllowed(method) : pageNotFound();
  if (path === documented) return undefined;
  return slashRedirect(method, query === '' ? documented : `${documented}?${query}`);
}
