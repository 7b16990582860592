import fc from 'fast-check';
import { inputNames, isSecretName } from '../../src/inputs/inputs.js';
import type { HttpRequest, Send } from '../../src/ports.js';
import { answer } from './fake-ports.js';
import { anyText, printRequests, validRequests } from './secret-requests.js';

/** The inputs of one step, as the workflow sets them. */
export type Step = Readonly<Record<string, string>>;

/** The token that the server of these steps issues. */
export const ISSUED = 'k8Vw.2pLx-9mRt.4Zq7';

/** A token that a step supplies. */
export const SUPPLIED = 'h5Jd.8sNb-3yTc.6Wf1';

const CLIENT = { client_id: 'the-client', client_secret: 'q7Xk2Vb9Lm4Rt8Zc' };
const CHARIOT = { url: 'https://chariot.example.com', project_id: 'p' };

/** Steps that succeed. */
const USUAL: readonly Step[] = [
  { ...CHARIOT, ...CLIENT },
  { ...CHARIOT, ...CLIENT, secrets: 'one | A\ntwo.* | B_*\none | C@file', whoami: 'true', plain_fields: 'user' },
  { ...CHARIOT, ...CLIENT, secrets: 'one?\ntwo | @dotenv', export_env: 'false', rotate_after_days: '30' },
  { ...CHARIOT, bearer_token: SUPPLIED, secrets: '* | APP_*', plan: 'true' },
  { platform: 'keycloak', url: 'https://sso.example.com', tenant: 't', ...CLIENT, scope: 'openid', whoami: 'true' },
  {
    platform: 'keycloak',
    url: 'https://sso.example.com',
    tenant: 't',
    client_id: 'c',
    username: 'u',
    password: 'pZ5w8',
  },
  { platform: 'dataclarity', url: 'https://dc.example.com', tenant: 't', refresh_token: 'r4Tn7Yc2Kd9' },
  { platform: 'oauth2', token_url: 'https://id.example.com/token', ...CLIENT, token_parameters: 'resource=a\nx=' },
  { platform: 'oauth2', issuer: 'https://id.example.com', ...CLIENT, audience: 'a', token_variable: 'none' },
  { platform: 'descarteslabs', client_id: 'c', client_secret: 'w3Fq6Hs9Jx2', write_token_info: 'true' },
  { platform: 'earthone', client_id: 'c', refresh_token: 'n8Dk5Gv1Pb4', token_cache: 'true' },
];

/** Texts that some parser could misread. */
const NASTY = [
  ...['', ' ', '\t', '\n', '\r\n', '\u00a0', '\ufeff', '\u2028', '\u0301', '\u202e', '\ud800', '😀', '\u001b[31m'],
  ...['true', 'TRUE', 'yes', 'null', 'undefined', 'NaN', '{}', '[]', '"', '{"a":1}', '[1]', '__proto__', 'constructor'],
  ...['0', '-1', '00', '1.5', '1e3', '0x10', '９', '86401', '99999999999999999999', 'Infinity', '1_000', '+5'],
  ...[
    'https://',
    '//h',
    'h',
    'h:1',
    'h:99999',
    'http://h',
    'https://u:p@h',
    'https://h?q',
    'https://h#f',
    'https://[::1',
  ],
  ...[
    'file:///etc/passwd',
    'data:,x',
    'javascript:x',
    'https://h/%',
    'https://h/../..',
    'https://h\\@g',
    'https://\u00e9',
  ],
  ...[
    '.',
    '..',
    '/',
    '~',
    '/etc',
    '/etc/passwd',
    '/dev/null',
    '/dev/zero',
    '/proc/self/environ',
    'C:\\x',
    '\\\\h\\x',
    'NUL',
  ],
  ...[
    '::error::x',
    '::set-output name=a::b',
    '##[group]x',
    '%0A::x',
    '<<EOF',
    'a=b',
    'a<<b\nc\nb',
    '$(id)',
    '`id`',
    '${{ x }}',
  ],
  ...[
    '-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----',
    '-----BEGIN CERTIFICATE-----',
    'TUlJ',
    '=',
    'e30=',
  ],
  ...[
    'a.b.c',
    'eyJhbGciOiJub25lIn0.e30.',
    'Bearer x',
    'x y',
    'a, b',
    'x'.repeat(100_000),
    '{"a":'.repeat(2000),
    '('.repeat(5000),
  ],
];

const lines = validRequests.map((laidOut) => printRequests(laidOut).text);
const usualText = fc.constantFrom(...USUAL.flatMap((step) => Object.values(step)));

/** Generates any text: a nasty one, one of another input, lines of `secrets`, or one of these with a change. */
const text: fc.Arbitrary<string> = fc
  .oneof(fc.constantFrom(...NASTY), usualText, lines, anyText(12), fc.string({ unit: 'binary', maxLength: 40 }))
  .chain((one) =>
    fc.oneof(
      fc.constant(one),
      anyText(2).map((more) => one + more),
      anyText(2).map((more) => more + one),
    ),
  )
  // The variables of a process end at NUL.
  .map((one) => one.replaceAll('\0', '\u0001'));

const name = fc.constantFrom(...inputNames());

/**
 * Not the inputs with an address, so that no process sends anything to another machine. Not the secrets: each would mask words of
 * messages. Not the shared token, which stays for later steps.
 */
const harmlessName = fc.constantFrom(
  ...inputNames().filter(
    (one) => !/url|issuer|platform|tenant|timeout|retries|token_cache/.test(one) && !isSecretName(one),
  ),
);

/** Generates changes of some inputs. */
export const anyChanges: fc.Arbitrary<Step> = fc
  .dictionary(harmlessName, text, { minKeys: 1, maxKeys: 4 })
  .map((inputs) => ({ ...inputs }));

/** Generates usual steps with up to three changed inputs, and steps in which any input has any text. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...USUAL), fc.dictionary(name, text, { maxKeys: 3 })).map(merged) },
  fc.dictionary(name, text, { maxKeys: 60 }).map((inputs) => ({ ...inputs })),
);

function merged([usual, changes]: [Step, Step]): Step {
  return { ...usual, ...changes };
}

/** The values of the server's Secrets. */
export const VALUES = { one: 'v9Qm4Xc7Rk2', two: { user: 'b6Ht1', password: 'g3Yn8Wz5Lp0' } };

const SETTINGS = Object.entries(VALUES).map(([name, value]) => ({
  _id: name,
  _key: `secret/Custom/${name}`,
  name,
  value,
}));

/** What the server answers to a request, by the first part of its target that is in the URL. */
const ANSWERS: readonly (readonly [part: RegExp, body: (request: HttpRequest) => unknown])[] = [
  [/\.well-known/, ({ url }) => metadataOf(url.href.replace(/\/\.well-known\/.*$/, ''))],
  [/users\/me|userinfo/, () => ({ id: 'u', sub: 'u', name: 'A User', email: 'user@example.com' })],
  [/decrypt=true/, ({ url }) => SETTINGS.find(({ name }) => url.pathname.endsWith(`/${name}`))],
  [/\/settings\//, () => ({ data: SETTINGS.map((setting) => ({ ...setting, value: '********' })) })],
  [/./, () => ({ access_token: ISSUED, token_type: 'Bearer', expires_in: 3600, refresh_token: 'x2Cg7Mv4Sd9' })],
];

const metadataOf = (issuer: string) => ({
  issuer,
  token_endpoint: `${issuer}/token`,
  userinfo_endpoint: `${issuer}/userinfo`,
  revocation_endpoint: `${issuer}/revoke`,
});

/** Answers each request as a server of any platform does, and keeps the requests. */
export function anyServer(): { readonly send: Send; readonly requests: HttpRequest[] } {
  const requests: HttpRequest[] = [];
  return {
    requests,
    async send(request) {
      requests.push(request);
      const [, bodyOf] = ANSWERS.find(([part]) => part.test(request.url.href)) ?? [];
      const body = bodyOf?.(request);
      return body === undefined ? answer({ error: 'not found' }, { status: 404 }) : answer(body);
    },
  };
}
