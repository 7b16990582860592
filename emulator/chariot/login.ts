import { type Answer, json, jsonError } from '../answers.js';
import { findFieldProblem, splitTarget } from '../server/form.js';
import type { RecordedRequest } from '../server/request-log.js';
import type { Tenant } from './tenant.js';
import type { Tokens } from './tokens.js';

const FIELDS = ['client_id', 'client_secret', 'grant_type'];
const FORM = /^application\/x-www-form-urlencoded(\s*;\s*charset="?utf-8"?)?$/i;

/** Returns a bearer token for client credentials. Source: Chariot, Authentication. */
export function answerLogin(tenant: Tenant, tokens: Tokens, request: RecordedRequest): Answer {
  const problem = findProblem(request);
  if (problem !== undefined) return jsonError(400, problem);
  const form = new URLSearchParams(request.body);
  const client = tenant.clients.find(
    (known) => known.clientId === form.get('client_id') && known.clientSecret === form.get('client_secret'),
  );
  // The documents do not contain the status and the text for wrong or expired credentials.
  if (client === undefined || client.expired === true) return jsonError(401, 'invalid client credentials');
  const type = tenant.tokenType === undefined ? {} : { token_type: tenant.tokenType };
  return json(200, { access_token: tokens.issue(client), expires_in: tenant.tokenLifetimeSeconds, ...type });
}

function findProblem({ target, headers, body }: RecordedRequest): string | undefined {
  if (!FORM.test(headers['content-type'] ?? '')) return 'the content type is not application/x-www-form-urlencoded';
  if (headers['authorization'] !== undefined) return 'unexpected authorization header';
  if (splitTarget(target).query !== '') return 'unexpected query';
  const problem = findFieldProblem(body, FIELDS);
  if (problem !== undefined) return problem;
  const form = new URLSearchParams(body);
  const missing = FIELDS.find((name) => !form.get(name));
  if (missing !== undefined) return `missing parameter "${missing}"`;
  return form.get('grant_type') === 'client_credentials' ? undefined : 'unsupported grant_type';
}
