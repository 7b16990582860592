import fc from 'fast-check';
import { secretsInInputs } from '../../harness/judges/secret-inputs.js';
import { WRITERS } from '../../harness/judges/shown-runs.js';
import { redirectTarget } from '../../src/http/send-once.js';
import type { HttpRequest, HttpResponse, Send } from '../../src/ports.js';
import { isSyntax } from './exposure-oracle.js';
import { answer, jwt } from './fake-ports.js';

/** Six secrets: three of the workflow, and the tokens that the server issues. */
export type Secrets = readonly [string, string, string, string, string, string];

/** What one login sets: its inputs, and the variables of the runner. */
interface GivenLogin {
  readonly inputs: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  /** Secrets that are a part of an input, or in an input with a wrong name. */
  readonly inside?: readonly string[];
}

const HOST = 'https://server.example.com';
const CLIENT = { url: HOST, client_id: 'my-client', allow_http: 'false', export_env: 'true', whoami: 'true' };
const REALM = { ...CLIENT, platform: 'keycloak', tenant: 'my-realm' };
const OAUTH2 = { platform: 'oauth2', token_url: `${HOST}/token`, client_id: 'my-client', export_env: 'true' };

/** Writes a secret as the value of a token parameter, which is one trimmed line. */
const inLine = (secret: string) => secret.replace(/[\r\n]+/g, ' ').trim();
const pem = (secret: string) => `-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----`;

/** Every kind of login, with every input that is secret. */
export const LOGINS: Readonly<Record<string, (secrets: Secrets) => GivenLogin>> = {
  'client credentials of Chariot': ([one, two]) => ({
    inputs: { ...CLIENT, client_secret: one, token_parameters: `my_secret=${inLine(two)}` },
  }),
  'a user of Keycloak': ([one, two, three]) => ({
    inputs: {
      ...REALM,
      ...{ client_secret: one, username: 'someone', password: two, token_parameters: `code=${inLine(three)}` },
    },
  }),
  'a user of DataClarity': ([one]) => ({
    inputs: { ...CLIENT, client_id: '', platform: 'dataclarity', tenant: 't', username: 'someone', password: one },
  }),
  'a refresh token of Keycloak': ([one, two]) => ({ inputs: { ...REALM, client_secret: one, refresh_token: two } }),
  'an ID token at Keycloak': ([one, two]) => ({
    inputs: { ...REALM, client_secret: one, grant_type: 'jwt_bearer' },
    variables: { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://runner.example.com/id', ACTIONS_ID_TOKEN_REQUEST_TOKEN: two },
  }),
  'a damaged signing key': ([one, two]) => ({
    inputs: { ...REALM, signing_key: pem(one), signing_key_password: two },
  }),
  'a damaged JWK': ([one, two]) => ({
    inside: [one],
    inputs: { ...REALM, signing_key: JSON.stringify({ kty: 'EC', crv: 'P-256', d: one, x: two }) },
  }),
  'a damaged client certificate': ([one, two, three]) => ({
    inputs: { ...CLIENT, certificate: pem(one), private_key: pem(two), private_key_password: three },
  }),
  'a damaged PKCS#12': ([one, two]) => ({
    inputs: { ...CLIENT, pkcs12: `MII${Buffer.from(one.repeat(20)).toString('base64')}`, pkcs12_password: two },
  }),
  'Descartes Labs': ([one]) => ({
    inputs: { ...CLIENT, platform: 'descarteslabs', client_secret: one, write_token_info: 'true' },
  }),
  'a token_info of EarthOne': ([one, two]) => ({
    inside: [one, two],
    inputs: {
      ...{ platform: 'earthone', url: HOST, whoami: 'true', export_env: 'true' },
      token_info: JSON.stringify({ client_id: 'my-client', client_secret: one, refresh_token: one, id_token: two }),
    },
  }),
  'OAuth 2.0 with a header': ([one, two]) => ({
    inputs: { ...OAUTH2, client_secret: one, token_parameters: `resource=r\nassertion_x=${inLine(two)}` },
  }),
  'OAuth 2.0 with a form': ([one]) => ({
    inputs: { ...OAUTH2, client_secret: one, client_authentication: 'client_secret_post', scope: 'a b' },
  }),
  'a supplied token': ([one]) => ({ inputs: { ...CLIENT, client_id: '', bearer_token: one } }),
  'a misspelt input': ([one, two]) => ({
    inside: [one, two],
    inputs: { ...CLIENT, clientsecret: one, pasword: two },
  }),
};

/** What a server does with a text that contains a secret: in an answer to the login or to whoami. */
export type Echo = (request: HttpRequest, text: string) => HttpResponse | undefined;

const failed = (status: number, contentType: string, body: string) => ({ status, contentType, body });
const quoted = (text: string) => text.replace(/[\\"]/g, '\\$&');

/** Every place of an answer that the action shows or could show; undefined: the request succeeds. */
export const ECHOES: Readonly<Record<string, Echo>> = {
  nothing: () => undefined,
  'a description of an error': (_, text) =>
    answer({ error: 'invalid_grant', error_description: text }, { status: 400 }),
  'the name of an error': (_, text) => answer({ error: text }, { status: 401 }),
  'a nested message': (_, text) => answer({ errors: [{ message: text, detail: { title: text } }] }, { status: 422 }),
  'an error with status 200': (_, text) => answer({ error: 'denied', message: text }),
  'a plain text': (_, text) => failed(400, 'text/plain', text),
  'damaged JSON': (_, text) => failed(200, 'application/json', `{"access_token": "${text}`),
  'a text without a type': (_, text) => failed(403, '', text),
  'a challenge': (_, text) => ({
    ...failed(401, '', ''),
    challenge: `Bearer realm="x", error="invalid_token", error_description="${quoted(text)}"`,
  }),
  'a challenge without quoting': (_, text) => ({ ...failed(401, '', ''), challenge: `Bearer error="${text}"` }),
  'a page': (_, text) => failed(404, 'text/html', `<!doctype html><html><title>${text}</title></html>`),
  'a late title': (_, text) => failed(404, 'text/html', `<html>${' '.repeat(8170)}<title>${text}</title></html>`),
  'a page that says it': (_, text) => failed(403, 'text/html', `<html><title>Error</title><p>${text}</p></html>`),
  'the ID of the request': (_, text) => answer({ error: 'access_denied' }, { status: 403, requestId: text }),
  'the address of a redirect': (request, text) => {
    redirectTarget(request, `https://u:${text}@other.example.com/${text}?code=${text}#${text}`, 0);
    return undefined;
  },
  'the path of a redirect': (request, text) => {
    redirectTarget(request, `//other.example.com/${text}`, 0);
    return undefined;
  },
  'the type of a token': (_, text) => answer({ access_token: 'a-token', token_type: text }),
  'a scope': (_, text) => answer({ access_token: 'other-token', scope: text, expires_in: 3600 }),
  'the name of the user': (_, text) => answer({ preferred_username: text, email: text, id: text, name: text }),
  'a defect of the action': (_, text) => {
    throw new Error(text);
  },
};

/** One step: a login, its secrets, and what the server shows of one of them. */
export interface LeakCase {
  readonly login: string;
  readonly secrets: Secrets;
  readonly echo: string;
  /** Whether the login or whoami shows it. */
  readonly isLogin: boolean;
  readonly shown: number;
  readonly way: string;
  readonly before: number;
  readonly isDebug: boolean;
}

const signs = (unit: 'grapheme-ascii' | 'grapheme' | 'binary', least: number, most: number) =>
  fc
    .array(fc.string({ unit, minLength: 1, maxLength: 1 }), { minLength: least, maxLength: most })
    .map((all) => all.join(''));

const HARD = [
  '::error::',
  '##[add-mask]',
  '%0A',
  '%25',
  '\n',
  '\r\n',
  '"',
  "'",
  '\\',
  '&',
  '<',
  '>',
  '$',
  '`',
  '=',
  ': ',
  '🔑',
  'ü',
];
const hard = fc
  .array(fc.oneof(fc.constantFrom(...HARD), signs('grapheme-ascii', 4, 9)), { minLength: 2, maxLength: 8 })
  .map((parts) => parts.join(''));

/** Generates secrets of all alphabets; a variable cannot contain NUL, and syntax alone is never a secret. */
const secret = fc
  .oneof(
    signs('grapheme-ascii', 4, 40),
    hard,
    signs('grapheme', 4, 20),
    signs('binary', 4, 20),
    signs('grapheme-ascii', 40, 300),
  )
  .map((text) => text.replaceAll('\0', 'Zq'))
  .filter((text) => [...text.trim()].length >= 4 && !isSyntax(text));

/** Generates tokens: opaque ones, and ones with claims. */
const token = fc.oneof(
  { weight: 3, arbitrary: signs('grapheme-ascii', 8, 60).map((text) => text.replaceAll(' ', '~')) },
  signs('grapheme-ascii', 8, 40).map((name) => jwt({ name, sub: name, exp: 1_900_000_000 })),
  secret,
);

/** Generates steps of every login with every echo. */
export const leakCase: fc.Arbitrary<LeakCase> = fc.record({
  login: fc.constantFrom(...Object.keys(LOGINS)),
  secrets: fc.tuple(secret, secret, secret, token, token, token),
  echo: fc.constantFrom(...Object.keys(ECHOES)),
  isLogin: fc.boolean(),
  shown: fc.nat({ max: 11 }),
  way: fc.constantFrom(...Object.keys(WRITERS)),
  before: fc.oneof(fc.constant(0), fc.integer({ min: 60, max: 320 }), fc.integer({ min: 9_900, max: 10_010 })),
  isDebug: fc.boolean(),
});

/** Returns what the workflow sets in a step. */
export const givenIn = ({ login, secrets }: LeakCase): GivenLogin => LOGINS[login]?.(secrets) ?? { inputs: {} };

/** Lists the secrets of a step that its workflow or its runner sets. */
export function secretsGiven(step: LeakCase): string[] {
  const { inputs, variables = {}, inside = [] } = givenIn(step);
  const { ACTIONS_ID_TOKEN_REQUEST_TOKEN: ofRunner = [] } = variables;
  return [secretsInInputs(inputs), inside, ofRunner].flat();
}

/** Returns the network of a server that shows one of the secrets that the step has sent or received. */
export function serverOfCase(step: LeakCase): Send {
  const { secrets, echo, isLogin } = step;
  const [, , , access_token, refresh_token, id_token] = secrets;
  const success = { access_token, refresh_token, id_token, token_type: 'Bearer', expires_in: 3600 };
  const known = secretsGiven(step);
  return async (request) => {
    if (request.toRunner) {
      known.push(id_token);
      return answer({ value: id_token });
    }
    const isOfLogin = request.method === 'POST';
    const echoed = isOfLogin === isLogin ? ECHOES[echo]?.(request, shownText(step, known)) : undefined;
    if (echoed !== undefined) return echoed;
    if (isOfLogin) known.push(access_token, refresh_token, id_token);
    return answer(isOfLogin ? success : { id: 'u1', name: 'someone' });
  };
}

/** Writes one of the secrets into a text; the encodings of a very short one occur everywhere, so only itself is masked. */
function shownText({ shown, way, before }: LeakCase, known: readonly string[]): string {
  const secretShown = known[shown % known.length]?.trim() ?? '';
  const write = Buffer.byteLength(secretShown) < 8 ? undefined : WRITERS[way];
  return `${'. '.repeat(before / 2)}${write?.(secretShown) ?? secretShown} !`;
}
