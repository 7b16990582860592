import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { ActionError } from '../../src/errors.js';
import type { Inputs } from '../../src/inputs/inputs.js';
import { login } from '../../src/login/login.js';
import type { ClientAuthentication, GrantName } from '../../src/oauth/credentials.js';
import { PLATFORMS, type PlatformName } from '../../src/platforms/index.js';
import type { HttpRequest } from '../../src/ports.js';
import { answer, fakePorts, jwt, settingsFrom } from '../support/fake-ports.js';

/** Platforms x grants x client authentications: what is sent, byte for byte, and what is rejected before any request. */

type Method = ClientAuthentication['method'];

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const PEM = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const ID_TOKEN = jwt({ iss: 'https://token.actions.githubusercontent.com', sub: 'repo:o/r:ref:refs/heads/main' });

const ADDRESS: Readonly<Record<PlatformName, Inputs>> = {
  chariot: { url: 'https://h' },
  dataclarity: { url: 'https://h', tenant: 'acme' },
  keycloak: { url: 'https://h', tenant: 'acme' },
  descarteslabs: {},
  earthone: {},
  oauth2: { token_url: 'https://h/token', id_token_audience: 'https://h' },
};

const TOKEN_URL: Readonly<Record<PlatformName, string>> = {
  chariot: 'https://h/auth/client/v2/chariot/login',
  dataclarity: 'https://h/auth/realms/acme/protocol/openid-connect/token',
  keycloak: 'https://h/realms/acme/protocol/openid-connect/token',
  descarteslabs: 'https://iam.production.aws.descarteslabs.com/token',
  earthone: 'https://iam.production.earthone.earthdaily.com/token',
  oauth2: 'https://h/token',
};

/** The inputs of each grant, and what they become. */
const GRANTS: Readonly<Record<GrantName, readonly [inputs: Inputs, body: string]>> = {
  client_credentials: [{}, 'grant_type=client_credentials'],
  password: [{ username: 'me@x', password: ' p&w ' }, 'grant_type=password&username=me%40x&password=+p%26w+'],
  refresh_token: [{ refresh_token: 'refresh-1' }, 'grant_type=refresh_token&refresh_token=refresh-1'],
  token_exchange: [
    {},
    `grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange&subject_token=${ID_TOKEN}&subject_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Aid_token`,
  ],
  jwt_bearer: [{}, `grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=${ID_TOKEN}`],
};

const ASSERTION = 'client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer';

/** The inputs of each client authentication, and what they become in the body and in the header. */
const METHODS: Readonly<Record<Method, readonly [inputs: Inputs, body: string, header?: string]>> = {
  client_secret_post: [
    { client_id: 'i d', client_secret: 's:/+% é' },
    '&client_id=i+d&client_secret=s%3A%2F%2B%25+%C3%A9',
  ],
  client_secret_basic: [
    { client_id: 'i d', client_secret: 's:/+% é' },
    '',
    `Basic ${Buffer.from('i+d:s%3A%2F%2B%25+%C3%A9').toString('base64')}`,
  ],
  private_key_jwt: [{ client_id: 'i d', signing_key: PEM }, `&client_id=i+d&${ASSERTION}&client_assertion=<signed>`],
  github_oidc: [{}, `&${ASSERTION}&client_assertion=${ID_TOKEN}`],
  tls_client_auth: [{ client_id: 'i d', certificate: 'client.pem', private_key: 'client.key' }, '&client_id=i+d'],
  none: [{ client_id: 'i d' }, '&client_id=i+d'],
};

const KEYCLOAK_GRANTS: readonly GrantName[] = ['client_credentials', 'password', 'refresh_token', 'jwt_bearer'];
const confidential = (grants: readonly GrantName[]): Partial<Record<Method, readonly GrantName[]>> => ({
  client_secret_post: grants,
  client_secret_basic: grants,
  private_key_jwt: grants,
  github_oidc: grants,
  tls_client_auth: grants,
  none: grants.filter((grant) => grant !== 'client_credentials'),
});
/** The grants that each platform offers for each client authentication. */
const ALLOWED: Readonly<Record<PlatformName, Partial<Record<Method, readonly GrantName[]>>>> = {
  chariot: { client_secret_post: ['client_credentials'] },
  dataclarity: confidential(['client_credentials', 'password', 'refresh_token']),
  keycloak: confidential(KEYCLOAK_GRANTS),
  descarteslabs: { none: ['refresh_token'] },
  earthone: { none: ['refresh_token'] },
  oauth2: confidential([...KEYCLOAK_GRANTS, 'token_exchange']),
};

interface Row {
  readonly platform: PlatformName;
  readonly grant: GrantName;
  readonly method: Method;
  readonly inputs: Inputs;
}

const keys = <T extends string>(record: Readonly<Record<T, unknown>>): T[] => Object.keys(record) as T[];

const rows: Row[] = keys(PLATFORMS).flatMap((platform) =>
  keys(GRANTS).flatMap((grant) =>
    keys(METHODS).map((method) => {
      const usesIdToken = method === 'github_oidc' || grant === 'token_exchange' || grant === 'jwt_bearer';
      const { id_token_audience, ...address } = ADDRESS[platform];
      const audience = usesIdToken && id_token_audience !== undefined ? { id_token_audience } : {};
      const named = { platform, grant_type: grant, client_authentication: method };
      return {
        platform,
        grant,
        method,
        inputs: { ...named, ...address, ...audience, ...GRANTS[grant][0], ...METHODS[method][0] },
      };
    }),
  ),
);
const isAllowed = ({ platform, grant, method }: Row) => ALLOWED[platform][method]?.includes(grant) === true;

/** Logs in with ports whose runner issues ID tokens, and returns the request for the token. */
async function requestOf(inputs: Inputs): Promise<{ request: HttpRequest; masked: string[] }> {
  const ports = {
    ...fakePorts(({ url }) =>
      Promise.resolve(
        answer(
          url.hostname === 'runner'
            ? { value: ID_TOKEN }
            : { access_token: 'a-token', issued_token_type: 'urn:ietf:params:oauth:token-type:access_token' },
        ),
      ),
    ),
    idTokenRequest: () => ({ url: 'https://runner/token?v=1', token: 'runner-token' }),
  };
  await login(settingsFrom(inputs), ports);
  const requests = ports.effects.flatMap((effect) => (effect.did === 'send' ? [effect.request] : []));
  const last = requests.at(-1);
  if (last === undefined) throw new Error('nothing was sent');
  return { request: last, masked: ports.masked() };
}

/** When the request may be sent again: a password not after a response, a refresh token that rotates never. */
const repeatOf = (grant: GrantName): string =>
  ({ password: 'unanswered', refresh_token: 'unsent' })[grant as string] ?? 'always';

/** Whether the request contains an ID token or an assertion, which a server accepts once: another attempt has a new one. */
const isTakenOnce = ({ grant, method }: Pick<Row, 'grant' | 'method'>): boolean =>
  ['token_exchange', 'jwt_bearer'].includes(grant) || ['private_key_jwt', 'github_oidc'].includes(method);

/** A body in which a word replaces the signature, which is different each time. */
const withoutSignature = (body = '') =>
  body.replace(/client_assertion=ey[\w-]+\.ey[\w-]+\.[\w-]{86}$/, 'client_assertion=<signed>');

describe('The request of a login', () => {
  const forms = rows.filter((row) => isAllowed(row) && PLATFORMS[row.platform].tokenRequest.format === 'form');

  test.each(forms)(
    'On $platform, the grant $grant with $method is sent as documented',
    async ({ platform, grant, method, inputs }) => {
      const { request: sent } = await requestOf(inputs);
      const { renew, ...request } = sent;
      const [, proof, authorization] = METHODS[method];

      expect(renew !== undefined).toBe(isTakenOnce({ grant, method }));
      expect({ ...request, url: request.url.href, body: withoutSignature(request.body) }).toEqual({
        method: 'POST',
        url: TOKEN_URL[platform],
        headers: {
          accept: 'application/json',
          'content-type': 'application/x-www-form-urlencoded',
          ...(authorization === undefined ? {} : { authorization }),
        },
        body: GRANTS[grant][1] + proof,
        repeat: repeatOf(grant),
        purpose: `The login to ${PLATFORMS[platform].title}`,
      });
    },
  );

  test('The requests of this table cover every client authentication that a platform offers', () => {
    const offered = keys(PLATFORMS).flatMap((platform) => PLATFORMS[platform].clientAuthentications);

    expect(new Set(offered)).toEqual(new Set(forms.map(({ method }) => method)));
    expect(forms).toHaveLength(1 + (5 * 3 + 2) + (5 * 4 + 3) + (5 * 5 + 4));
  });

  test.each<PlatformName>(['descarteslabs', 'earthone'])('On %s, the request is JSON', async (platform) => {
    const { request } = await requestOf({
      platform,
      grant_type: 'refresh_token',
      client_authentication: 'none',
      client_id: 'i d',
      refresh_token: 'refresh-1',
    });

    expect(request.url.href).toBe(TOKEN_URL[platform]);
    expect(request.body).toBe('{"client_id":"i d","grant_type":"refresh_token","refresh_token":"refresh-1"}');
  });

  test('Scope and audience are sent as set, between the grant and the client', async () => {
    const given = { platform: 'keycloak', ...ADDRESS.keycloak, client_id: 'i', client_secret: 's-1' };
    const { request } = await requestOf({ ...given, scope: 'a b', audience: 'https://api' });

    expect(request.body).toBe(
      'grant_type=client_credentials&scope=a+b&audience=https%3A%2F%2Fapi&client_id=i&client_secret=s-1',
    );
  });

  test('Token parameters are sent unchanged and in order, between the audience and the client', async () => {
    const given = { platform: 'chariot', ...ADDRESS.chariot, client_id: 'i', client_secret: 's-1' };
    const token_parameters = 'resource=https://a?b=c\n\n  resource = %41 é \nempty=\n';
    const { request } = await requestOf({ ...given, token_parameters });

    expect(request.body).toBe(
      'grant_type=client_credentials&resource=https%3A%2F%2Fa%3Fb%3Dc&resource=%2541+%C3%A9&empty=&client_id=i&client_secret=s-1',
    );
  });

  test('The client id is sent together with an ID token if it is set', async () => {
    const inputs = { platform: 'keycloak', ...ADDRESS.keycloak, client_authentication: 'github_oidc', client_id: 'i' };
    const { request } = await requestOf(inputs);

    expect(request.body).toBe(`grant_type=client_credentials&client_id=i&${ASSERTION}&client_assertion=${ID_TOKEN}`);
  });

  test('ID tokens, assertions and the pair for Basic are masked', async () => {
    const of = async (method: Method) => {
      const row = rows.find(
        (one) => one.platform === 'oauth2' && one.grant === 'client_credentials' && one.method === method,
      );
      return (await requestOf(row?.inputs ?? {})).masked;
    };

    await expect(of('github_oidc')).resolves.toContain(ID_TOKEN);
    await expect(of('client_secret_basic')).resolves.toContain('i+d:s%3A%2F%2B%25+%C3%A9');
    await expect(of('private_key_jwt')).resolves.toContainEqual(
      expect.stringMatching(/^ey[\w-]+\.ey[\w-]+\.[\w-]{86}$/),
    );
  });
});

describe('A login that a platform does not offer', () => {
  test.each(keys(PLATFORMS))('Each combination that %s does not offer is rejected before any request', (platform) => {
    const codeOf = (inputs: Inputs) => {
      try {
        settingsFrom(inputs);
        return 'accepted';
      } catch (error) {
        return error instanceof ActionError ? error.code : String(error);
      }
    };
    const codes = rows
      .filter((row) => row.platform === platform && !isAllowed(row))
      .map(({ grant, method, inputs }) => [grant, method, codeOf(inputs)].join(' '));

    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((text) => !/ input_(?:invalid|conflict|missing)$/.test(text))).toEqual([]);
  });
});

describe('parseSettings chooses grant and client authentication', () => {
  test.each<[PlatformName, Inputs, readonly [string, string, string?]]>([
    ['chariot', { client_id: 'i', client_secret: 's' }, ['client_credentials', 'client_secret_post', 'i']],
    ['dataclarity', { username: 'u', password: 'p' }, ['password', 'none', 'dc-ui']],
    ['dataclarity', { refresh_token: 'r' }, ['refresh_token', 'none', 'dc-ui']],
    ['dataclarity', { client_id: 'i', client_secret: 's' }, ['client_credentials', 'client_secret_post', 'i']],
    ['keycloak', { client_id: 'i', username: 'u', password: 'p' }, ['password', 'none', 'i']],
    [
      'keycloak',
      { client_id: 'i', client_secret: 's', refresh_token: 'r' },
      ['refresh_token', 'client_secret_post', 'i'],
    ],
    ['keycloak', { client_id: 'i', signing_key: PEM }, ['client_credentials', 'private_key_jwt', 'i']],
    ['keycloak', { client_authentication: 'github_oidc' }, ['client_credentials', 'github_oidc']],
    ['oauth2', { client_id: 'i', client_secret: 's' }, ['client_credentials', 'client_secret_basic', 'i']],
    ['descarteslabs', { client_id: 'i', client_secret: 's' }, ['refresh_token', 'none', 'i']],
  ])('On %s, the inputs %j lead to %j', (platform, inputs, [grant, method, clientId]) => {
    const { id_token_audience: _unused, ...address } = ADDRESS[platform];
    const { credentials } = settingsFrom({ platform, ...address, ...inputs });

    expect([credentials?.grant.type, credentials?.clientAuthentication.method, credentials?.clientId]).toEqual([
      grant,
      method,
      clientId,
    ]);
  });
});
