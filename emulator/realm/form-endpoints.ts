import { type Answer, json } from '../answers.js';
import { splitTarget } from '../server/form.js';
import type { RecordedRequest } from '../server/request-log.js';
import { authenticateClient } from './clients/authentication.js';
import { badRequest, isAnswer, NO_STORE, oauthError } from './errors.js';
import { GRANTS } from './grants/index.js';
import { answerLogout } from './grants/refresh.js';
import type { ClientRequest } from './issue.js';
import { answerRevoke } from './revoke.js';
import type { EndpointRequest } from './state.js';

interface Endpoint {
  /** The allowed parameters of a form, in addition to the client's authentication. */
  readonly fields: readonly string[];
  readonly answer: (request: ClientRequest) => Answer | Promise<Answer>;
}

const FORM = /^application\/x-www-form-urlencoded(\s*;\s*charset="?utf-8"?)?$/i;
const CLIENT_FIELDS = ['client_id', 'client_secret', 'client_assertion_type', 'client_assertion'];
const LOGOUT: Endpoint = { fields: ['refresh_token'], answer: answerLogout };
const REVOKE: Endpoint = { fields: ['token', 'token_type_hint'], answer: answerRevoke };

/** Answers a request to the token endpoint. Source: Keycloak, `TokenEndpoint`. */
export async function answerToken(request: EndpointRequest): Promise<Answer> {
  const grant = findGrant(new URLSearchParams(formOf(request.request)).get('grant_type'));
  const { parameters, other } = request.realm;
  const endpoint = isAnswer(grant) ? grant : { ...grant, fields: [...grant.fields, ...parameters] };
  const answer = await answerForm(request, endpoint);
  const tokenBody = answer.status === 200 ? other?.tokenBody : undefined;
  const body = tokenBody === undefined ? answer.body : tokenBody(String(answer.body));
  return answer.status === 405 ? answer : { ...answer, body, headers: { ...answer.headers, ...NO_STORE } };
}

/** Answers a request to the logout endpoint, which ends the session of a refresh token. */
export function answerLogoutForm(request: EndpointRequest): Promise<Answer> {
  return answerForm(request, LOGOUT);
}

/** Answers a request to the revocation endpoint. */
export function answerRevokeForm(request: EndpointRequest): Promise<Answer> {
  return answerForm(request, REVOKE);
}

function findGrant(type: string | null): Endpoint | Answer {
  if (type === null) return oauthError(400, 'invalid_request', 'Missing form parameter: grant_type');
  const grant = Object.hasOwn(GRANTS, type) ? GRANTS[type] : undefined;
  if (grant === undefined) return oauthError(400, 'unsupported_grant_type', 'Unsupported grant_type');
  return { ...grant, fields: ['grant_type', ...grant.fields] };
}

async function answerForm(received: EndpointRequest, endpoint: Endpoint | Answer): Promise<Answer> {
  const { realm, request } = received;
  const body = formOf(request);
  const wrong = refuseMessage(request) ?? refuseFields(body, isAnswer(endpoint) ? undefined : endpoint.fields);
  if (wrong !== undefined) return wrong;
  if (realm.tlsRequired) return oauthError(403, 'invalid_request', 'HTTPS required');
  if (realm.disabled) return oauthError(403, 'access_denied', 'Realm not enabled');
  if (isAnswer(endpoint)) return endpoint;
  const form = new URLSearchParams(body);
  const client = authenticateClient({ ...received, form });
  if (isAnswer(client)) return client;
  const names = [...form.keys()].filter((name) => !realm.parameters.includes(name));
  if (new Set(names).size < names.length) return oauthError(400, 'invalid_request', 'duplicated parameter');
  return endpoint.answer({ ...received, client, form });
}

// 26.7.3 reads a body with another content type as an empty form.
function formOf({ headers, body }: RecordedRequest): string {
  return FORM.test(headers['content-type'] ?? '') ? body : '';
}

function refuseMessage({ method, target }: RecordedRequest): Answer | undefined {
  if (method !== 'POST') return json(405, { error: 'HTTP 405 Method Not Allowed' });
  return splitTarget(target).query === '' ? undefined : badRequest('unexpected query');
}

// Keycloak accepts these, but a client has no reason to send them: RFC 6749 sections 2.3.1 and 3.2.
function refuseFields(body: string, fields: readonly string[] | undefined): Answer | undefined {
  if (/;|%(?![0-9a-f]{2})/i.test(body)) return badRequest('malformed parameters');
  const entries = [...new URLSearchParams(body)];
  const empty = entries.find(([, value]) => value === '');
  if (empty !== undefined) return badRequest(`empty parameter ${JSON.stringify(empty[0])}`);
  const known = [...CLIENT_FIELDS, ...(fields ?? [])];
  const unknown = entries.find(([name]) => fields !== undefined && !known.includes(name));
  return unknown === undefined ? undefined : badRequest(`unknown parameter ${JSON.stringify(unknown[0])}`);
}
