import { REALM_PATHS, type RealmRoute, type RunningRealm } from '../../emulator/realm/index.js';

/** A response of a realm; the body is parsed if it is JSON. */
export interface RealmAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

/** A request to a realm. */
export interface RealmRequest {
  readonly form?: Readonly<Record<string, string>> | string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
}

/** Sends a request to an endpoint of the realm: a POST if there is a form, else a GET. */
export async function askRealm(
  realm: RunningRealm,
  route: RealmRoute,
  request: RealmRequest = {},
): Promise<RealmAnswer> {
  const { form, headers = {}, method = form === undefined ? 'GET' : 'POST' } = request;
  const body = form === undefined ? null : new URLSearchParams(form);
  return readAnswer(await fetch(realm.issuer + REALM_PATHS[route], { method, headers, body }));
}

/** Sends a request to the token endpoint. */
export function askToken(
  realm: RunningRealm,
  form: Readonly<Record<string, string>> | string,
  headers: Readonly<Record<string, string>> = {},
): Promise<RealmAnswer> {
  return askRealm(realm, 'token', { form, headers });
}

/** Returns a member of a JSON response as text. */
export function textOf({ body }: RealmAnswer, member: string): string {
  return String(membersOf(body)[member]);
}

/** Formats a response as `400 invalid_grant: description`. */
export function inShort({ status, body }: RealmAnswer): string {
  if (typeof body !== 'object' || body === null) return `${status} ${String(body)}`.trim();
  const { error = 'success', error_description: description } = membersOf(body);
  return description === undefined ? `${status} ${error}` : `${status} ${error}: ${description}`;
}

/** Reads a whole response. */
export async function readAnswer(response: Response): Promise<RealmAnswer> {
  const text = await response.text();
  const isJson = /^application\/json\b/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
}

function membersOf(body: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(Object(body)));
}
