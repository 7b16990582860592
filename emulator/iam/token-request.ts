import type { RecordedRequest } from '../server/request-log.js';
import { type IamService, LEGACY_CLIENT_ID } from './model.js';

/** The credentials in a valid token request. */
export interface TokenRequest {
  readonly clientId: string;
  readonly refreshToken: string;
}

type Body = Readonly<Record<string, unknown>>;

const JSON_TYPE = /^application\/json(\s*;\s*charset="?utf-8"?)?$/i;
const LEGACY_GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const DEFAULT_SCOPE = 'openid name groups org email';

/**
 * Reads a token request, or returns its first problem. Each of the two kinds of request has a fixed set of members.
 * Source: descarteslabs-python, `Auth._get_token`.
 */
export function readTokenRequest(service: IamService, request: RecordedRequest): TokenRequest | string {
  const { headers, body: text } = request;
  if (!JSON_TYPE.test(headers['content-type'] ?? '')) return 'the content type is not application/json';
  if (headers['authorization'] !== undefined) return 'unexpected authorization header';
  if (!/^[0-9a-f]{32}$/.test(headers['x-request-group'] ?? '')) return 'X-Request-Group is not a UUID in hex';
  const body = parseBody(text);
  if (body === undefined) return 'the body is not a JSON object';
  const legacy = service.legacyClientId && body['client_id'] === LEGACY_CLIENT_ID;
  const problem = findProblem(body, legacy ? legacyMembers(body) : modernMembers(body));
  return problem ?? { clientId: String(body['client_id']), refreshToken: String(body['refresh_token']) };
}

function modernMembers({ client_id, refresh_token, scope }: Body): Body {
  return { client_id, grant_type: 'refresh_token', refresh_token, ...(scope === undefined ? {} : { scope }) };
}

function legacyMembers({ client_id, refresh_token, scope = DEFAULT_SCOPE }: Body): Body {
  return { scope, client_id, grant_type: LEGACY_GRANT, target: client_id, api_type: 'app', refresh_token };
}

function findProblem(body: Body, expected: Body): string | undefined {
  const unknown = Object.keys(body).find((name) => !Object.hasOwn(expected, name));
  if (unknown !== undefined) return `unknown member ${JSON.stringify(unknown)}`;
  const wrong = Object.keys(expected).find((name) => body[name] !== expected[name] || !isText(body[name]));
  return wrong === undefined ? undefined : `missing or wrong member ${JSON.stringify(wrong)}`;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function parseBody(text: string): Body | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
