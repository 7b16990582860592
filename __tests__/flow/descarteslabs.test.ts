import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { Inputs } from '../../src/inputs/inputs.js';
import { type Login, login } from '../../src/login/login.js';
import { readSuppliedToken } from '../../src/oauth/token.js';
import { PLATFORMS } from '../../src/platforms/index.js';
import type { HttpRequest, HttpResponse } from '../../src/ports.js';
import { loginPart } from '../../src/publication/parts.js';
import type { Settings } from '../../src/settings/settings.js';
import { type Around, fakeEnvironment } from '../support/fake-environment.js';
import { answer, failureOf, fakePorts, jwt, NOW, settingsFrom } from '../support/fake-ports.js';
import { sessionOf } from '../support/fetched-run.js';

/**
 * The behavior of the class Auth in descarteslabs-python, row by row of the table in docs/descarteslabs.md.
 *
 * The table is tested on Descartes Labs. EarthOne is tested by its differences, and by a test that it has no others.
 */

const SECONDS = NOW.getTime() / 1000;
const LEGACY = 'ZOBAi4UROl5gKZIpxxlwOEfx8KpqXf2c';
const PAIR = { client_id: 'some-id', client_secret: 'some-secret-1' };
const TOKEN = jwt({ aud: 'some-id', sub: 'asdf', exp: SECONDS + 3600 });

/** A supplied token that is valid for so many seconds, by default for the client of PAIR. */
const tokenFor = (left: number, aud: unknown = 'some-id') => jwt({ aud, sub: 'asdf', exp: SECONDS + left });

const platform = 'descarteslabs';
const prefix = 'DESCARTESLABS';
const host = 'https://iam.production.aws.descarteslabs.com';

function settingsFor(name: string, inputs: Inputs, around: Around = {}) {
  const environment = fakeEnvironment(around);
  return { settings: settingsFrom({ platform: name, ...inputs }, environment), environment };
}

const warningsOf = ({ remarks }: Settings) => remarks.flatMap(({ level, text }) => (level === 'warning' ? [text] : []));

interface Result {
  readonly token: string | undefined;
  readonly kind: Login['kind'];
  readonly requests: readonly HttpRequest[];
  readonly warnings: readonly string[];
}

/** Logs in with these inputs at a server with this response. */
async function run(
  [name, inputs, around]: readonly [string, Inputs, Around?],
  response: HttpResponse = answer({ access_token: TOKEN }),
): Promise<Result> {
  const ports = fakePorts(() => Promise.resolve(response));
  const { settings } = settingsFor(name, inputs, around);
  const { token, kind } = await login(settings, ports);
  const requests = ports.effects.flatMap((effect) => (effect.did === 'send' ? [effect.request] : []));
  return { token: token?.value, kind, requests, warnings: [...warningsOf(settings), ...ports.said('warning')] };
}

const bodyOf = ({ requests }: Result): unknown => JSON.parse(requests[0]?.body ?? 'null');

/** base64url of JSON, as the web page shows it. */
const pasted = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Variables with the prefix of a platform. */
const variables = (values: Record<string, string>, start: string = prefix) => ({
  variables: Object.fromEntries(Object.entries(values).map(([name, value]) => [`${start}_${name}`, value])),
});

const FILE = '/home/runner/token_info.json';
const info = {
  client_id: 'f-id',
  client_secret: 'f-secret-1',
  refresh_token: 'f-refresh-1',
  scope: ['openid', 'org'],
};
const files = (value: unknown) => ({ files: { [FILE]: typeof value === 'string' ? value : JSON.stringify(value) } });

describe('Descartes Labs', () => {
  const refused = (inputs: Inputs, around?: Around) => failureOf(() => settingsFor(platform, inputs, around));

  test('Row 1: The request is a POST to /token in JSON, with a request group', async () => {
    const { requests } = await run([platform, PAIR]);

    expect(requests).toEqual([
      {
        method: 'POST',
        repeat: 'always',
        url: new URL(`${host}/token`),
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          'x-request-group': '00000000000040008000000000000000',
        },
        body: '{"client_id":"some-id","grant_type":"refresh_token","refresh_token":"some-secret-1"}',
        purpose: 'The login to Descartes Labs',
      },
    ]);
  });

  test('Row 2: The client secret is sent as the refresh token, with the scope if it is set', async () => {
    expect(bodyOf(await run([platform, { ...PAIR, scope: 'openid name' }]))).toEqual({
      client_id: 'some-id',
      grant_type: 'refresh_token',
      refresh_token: 'some-secret-1',
      scope: 'openid name',
    });
  });

  test('Row 3: The legacy client has another request', async () => {
    const body = bodyOf(await run([platform, { ...PAIR, client_id: LEGACY }]));
    expect(body).toEqual({
      scope: 'openid name groups org email',
      client_id: LEGACY,
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      target: LEGACY,
      api_type: 'app',
      refresh_token: 'some-secret-1',
    });
  });

  test.each<[string, unknown, string]>([
    ['access_token', { access_token: 'a.b.c', id_token: 'd.e.f' }, 'a.b.c'],
    ['id_token if there is no access_token', { id_token: 'd.e.f' }, 'd.e.f'],
  ])('Row 4: The token is %s', async (_what, body, expected) => {
    expect((await run([platform, PAIR], answer(body))).token).toBe(expected);
  });

  test.each<[string, HttpResponse]>([
    ['without a token', answer({ expires_in: 1 })],
    ['with the status 201', answer({ access_token: 'a.b.c' }, { status: 201 })],
  ])('Row 4: A response %s is an error', async (_what, response) => {
    await expect(run([platform, PAIR], response)).rejects.toMatchObject({ code: 'response_invalid' });
  });

  test('Row 5: If the client secret and the refresh token differ, the refresh token is used, with a warning', async () => {
    const result = await run([platform, { ...PAIR, refresh_token: 'another-one' }]);

    expect(bodyOf(result)).toMatchObject({ refresh_token: 'another-one' });
    expect(result.warnings).toEqual([
      'Authentication token mismatch: both the client secret and the refresh token are provided but differ in value; the refresh token will be used for authentication.',
    ]);
    expect((await run([platform, { ...PAIR, refresh_token: 'some-secret-1' }])).warnings).toEqual([]);
  });

  test.each<[string, [Inputs, Record<string, string>], [string, string]]>([
    [
      'An input wins over its variable',
      [PAIR, { CLIENT_ID: 'v-id', CLIENT_SECRET: 'v-secret' }],
      ['some-id', 'some-secret-1'],
    ],
    [
      'A variable is used if its input is not set',
      [{ client_id: 'i' }, { CLIENT_SECRET: 'v-secret' }],
      ['i', 'v-secret'],
    ],
    ['Variables are enough', [{}, { CLIENT_ID: 'v-id', REFRESH_TOKEN: 'v-refresh' }], ['v-id', 'v-refresh']],
  ])('Row 6: %s', async (_what, [inputs, values], [id, secret]) => {
    expect(bodyOf(await run([platform, inputs, variables(values)]))).toMatchObject({
      client_id: id,
      refresh_token: secret,
    });
  });

  test('Row 6: Variables without the prefix are not read', () => {
    const around = { variables: { CLIENT_ID: 'v-id', CLIENT_SECRET: 'v-secret' } };

    expect(refused({}, around).code).toBe('input_missing');
  });

  test('Row 7: An empty variable counts as not set', () => {
    expect(refused({}, variables({ CLIENT_ID: '', TOKEN: '' })).code).toBe('input_missing');
  });

  test('Row 8: The variable with the token is used, but not together with inputs for a login', async () => {
    const left = variables({ TOKEN: tokenFor(3600) });

    await expect(run([platform, {}, left])).resolves.toMatchObject({ token: tokenFor(3600), kind: 'supplied' });
    await expect(run([platform, PAIR, left])).resolves.toMatchObject({ token: TOKEN, kind: 'requested' });
  });

  test('Row 8: A variable with an invalid token is ignored', () => {
    expect(refused({}, variables({ TOKEN: 'not a token' })).code).toBe('input_missing');
  });

  test.each<[string, Inputs, Around]>([
    ['the input token_info_path', { token_info_path: FILE }, files(info)],
    ['the variable TOKEN_INFO_PATH', {}, { ...files(info), ...variables({ TOKEN_INFO_PATH: FILE }) }],
  ])('Rows 8 and 10: A file named by %s contains all credentials and the scope', async (_what, inputs, around) => {
    expect(bodyOf(await run([platform, inputs, around]))).toEqual({
      client_id: 'f-id',
      grant_type: 'refresh_token',
      refresh_token: 'f-refresh-1',
      scope: 'openid org',
    });
  });

  test('Row 10: JWT_TOKEN in a file wins over jwt_token', async () => {
    const [older, newer] = [tokenFor(3600, 'f-id'), tokenFor(7200, 'f-id')];
    const around = files({ ...info, jwt_token: newer, JWT_TOKEN: older });

    await expect(run([platform, { token_info_path: FILE }, around])).resolves.toMatchObject({
      token: older,
      requests: [],
    });
  });

  test('Row 9: A file is not read if variables contain credentials', () => {
    for (const values of [{ CLIENT_ID: 'v' }, { CLIENT_SECRET: 'v' }, { REFRESH_TOKEN: 'v' }, { TOKEN: TOKEN }]) {
      const around = { ...files(info), ...variables({ ...values, TOKEN_INFO_PATH: FILE }) };
      const environment = fakeEnvironment(around);
      try {
        settingsFrom({ platform }, environment);
      } catch {
        // Half of a pair is an error; only the file matters here.
      }
      expect(environment.read).toEqual([]);
    }
  });

  test('Row 9: The variable with the token is not read together with an input that names a file', async () => {
    const around = { ...files(info), ...variables({ TOKEN: tokenFor(3600) }) };

    expect(bodyOf(await run([platform, { token_info_path: FILE }, around]))).toMatchObject({ client_id: 'f-id' });
  });

  test.each<[string, [Inputs, Around], string]>([
    [
      'A missing file named by an input',
      [{ token_info_path: FILE }, {}],
      'The input `token_info_path` names a file that cannot be read',
    ],
    [
      'A missing file named by a variable',
      [{}, variables({ TOKEN_INFO_PATH: FILE })],
      `The variable ${prefix}_TOKEN_INFO_PATH names a file`,
    ],
    [
      'A file that is not a token_info.json',
      [{ token_info_path: FILE }, files('[]')],
      'names a file that is not a token_info.json',
    ],
  ])('Row 10: %s is an error', (_what, [inputs, around], message) => {
    expect(refused(inputs, around)).toEqual({ code: 'input_invalid', message: expect.stringContaining(message) });
  });

  test.each<Inputs>([
    { token_info: pasted(info), client_id: 'i' },
    { token_info: pasted(info), refresh_token: 'r' },
    { token_info: pasted(info), token_info_path: FILE },
  ])('Row 11: Inputs that mix a pasted text with others are rejected: %j', (inputs) => {
    expect(refused(inputs, files(info)).code).toBe('input_conflict');
  });

  test.each<[string, object, number, Login['kind']]>([
    ['with the same credentials, valid beyond the leeway, is used', {}, 501, 'supplied'],
    ['with the same credentials, within the leeway, is replaced', {}, 500, 'requested'],
    ['with another secret is replaced', { client_secret: 'x' }, 3600, 'requested'],
    ['with another client is replaced', { client_id: 'x' }, 3600, 'requested'],
  ])('Row 11: The token of a file %s', async (...[, change, left, kind]) => {
    const around = files({ ...PAIR, jwt_token: tokenFor(left), ...change });

    await expect(run([platform, { ...PAIR, token_info_path: FILE }, around])).resolves.toMatchObject({ kind });
  });

  test('Row 11: A token of another client in a file with the same credentials is replaced', async () => {
    const around = files({ ...PAIR, jwt_token: tokenFor(3600, 'x') });
    const result = await run([platform, { ...PAIR, token_info_path: FILE }, around]);

    expect(result).toMatchObject({ token: TOKEN, kind: 'requested' });
  });

  test.each<[string, string | string[]]>([
    ['another client', 'other'],
    ['a list without the client', ['a', 'b']],
  ])('Rows 14 and 19: A token for %s is replaced', async (_what, aud) => {
    await expect(run([platform, { ...PAIR, bearer_token: tokenFor(3600, aud) }])).resolves.toMatchObject({
      token: TOKEN,
      kind: 'requested',
    });
  });

  test.each<[string, string]>([
    ['that is expired', tokenFor(-1)],
    ['without exp', jwt({ aud: 'some-id' })],
    ['that is not a JWT', 'opaque'],
  ])('Row 19: A token %s is replaced', async (_what, bearer_token) => {
    await expect(run([platform, { ...PAIR, bearer_token }])).resolves.toMatchObject({
      token: TOKEN,
      kind: 'requested',
    });
  });

  test('Row 19: A token for the client and others is used', async () => {
    const bearer_token = tokenFor(3600, ['x', 'some-id']);

    await expect(run([platform, { ...PAIR, bearer_token }])).resolves.toMatchObject({
      token: bearer_token,
      requests: [],
    });
  });

  test('Row 19: A token of another client is an error without a client secret', async () => {
    await expect(run([platform, { client_id: 'some-id', bearer_token: tokenFor(3600, 'x') }])).rejects.toMatchObject({
      code: 'invalid_token',
    });
  });

  test.each([
    ['for any client', tokenFor(3600, 'anybody')],
    ['that is not a JWT', 'opaque'],
  ])('Row 20: Without a client id, a token %s is used', async (_what, bearer_token) => {
    await expect(run([platform, { bearer_token }])).resolves.toMatchObject({ token: bearer_token, kind: 'supplied' });
  });

  test.each<[string, Inputs]>([
    ['No input', {}],
    ['A client id alone', { client_id: 'i' }],
    ['A client secret alone', { client_secret: 's' }],
  ])('Rows 21 and 25: %s is an error before any request', (_what, inputs) => {
    expect(refused(inputs).code).toBe('input_missing');
  });

  test.each([
    [501, 'supplied'],
    [500, 'requested'],
    [1, 'requested'],
  ])('Row 22: A token with %d s left leads to a token that is %s', async (left, kind) => {
    await expect(run([platform, { ...PAIR, bearer_token: tokenFor(left) }])).resolves.toMatchObject({ kind });
  });

  test('Row 22: The leeway is an input', async () => {
    const inputs = { ...PAIR, bearer_token: tokenFor(60), leeway_seconds: '59' };

    await expect(run([platform, inputs])).resolves.toMatchObject({ kind: 'supplied' });
  });

  test.each<[string, HttpResponse]>([
    ['23: A rejected login', answer({ error: 'invalid_grant' }, { status: 401 })],
    ['24: An HTTP error', answer('', { status: 503 })],
    ['24: A damaged response', answer('<html>')],
  ])('Row %s within the leeway leads to the supplied token, with a warning', async (_what, response) => {
    const bearer_token = tokenFor(400);
    const result = await run([platform, { ...PAIR, bearer_token }], response);

    expect(result).toMatchObject({ token: bearer_token, kind: 'supplied' });
    expect(result.warnings).toEqual([expect.stringMatching(/ failed: .*The supplied token is used instead: /)]);
  });

  test('Row 23: A rejected login after the expiry is an error', async () => {
    const refusal = answer({ error: 'invalid_grant' }, { status: 401 });

    await expect(run([platform, { ...PAIR, bearer_token: tokenFor(0) }], refusal)).rejects.toMatchObject({
      code: 'invalid_grant',
    });
  });

  test('Row 23: A supplied token that expires during the login is not used', async () => {
    const { settings } = settingsFor(platform, { ...PAIR, bearer_token: tokenFor(20) });
    let requests = 0;
    const ports = {
      ...fakePorts(() => {
        requests += 1;
        return Promise.resolve(answer('', { status: 503 }));
      }),
      now: () => new Date(NOW.getTime() + requests * 30_000),
    };

    await expect(login(settings, ports)).rejects.toMatchObject({ code: 'server_failed' });
  });

  test('Row 23: Without credentials, a token within the leeway is used, with a warning', async () => {
    const bearer_token = tokenFor(400);
    const result = await run([platform, { bearer_token }]);

    expect(result).toMatchObject({ token: bearer_token, kind: 'supplied' });
    expect(result.warnings).toEqual([expect.stringMatching(/^The `bearer_token` expires soon/)]);
  });

  test('Row 25: A message does not contain the expired token', async () => {
    const secret = tokenFor(-1);
    const refusal = run([platform, { bearer_token: secret }]);

    await expect(refusal).rejects.toMatchObject({
      code: 'token_expired',
      message: expect.not.stringContaining(secret),
    });
  });

  const outputsOf = (claims: unknown, name: string = platform) => {
    const { settings } = settingsFor(name, { bearer_token: jwt(claims) });
    const value = settings.bearerToken ?? '';
    const session = sessionOf({ kind: 'supplied', token: readSuppliedToken(value, NOW) });
    return Object.fromEntries(loginPart(session, settings).outputs);
  };

  test('Row 29: Claims with the prefix replace plain ones', () => {
    const { claims = '' } = outputsOf({ org: 'plain', earthdaily__dl__org: 'own', sub: 's' });

    expect(JSON.parse(claims)).toEqual({ org: 'own', sub: 's' });
  });

  test.each<[unknown, string | undefined]>([
    [{ sub: 'asdf' }, '3da541559918a808c2402bba5012f6c60b27661c'],
    [{ sub: 'asdf', userid: 'u-1' }, 'u-1'],
    [{ sub: 'asdf', earthdaily__dl__userid: 'u-2' }, 'u-2'],
    [{ sub: 'asdf', userid: '' }, createHash('sha1').update('asdf').digest('hex')],
    [{}, undefined],
  ])('Row 30: The namespace of %j is %s', (claims, expected) => {
    expect(outputsOf(claims)['namespace']).toBe(expected);
  });

  test('Row 30: On EarthOne, there is no namespace and no user without `userid`', () => {
    const outputs = outputsOf({ sub: 'asdf', org: 'o', groups: ['public', 'o:org-admin'] }, 'earthone');

    expect(outputs['namespace']).toBeUndefined();
    expect(JSON.parse(outputs['all_acl_subjects'] ?? '')).toEqual(['org:o', 'group:public', 'group:o:org-admin']);
    expect(JSON.parse(outputs['all_owner_acl_subjects'] ?? '')).toEqual(['org:o']);
    expect(outputsOf({ sub: 'asdf', earthdaily__dl__userid: 'u-2' }, 'earthone')['namespace']).toBe('u-2');
  });

  test.each<[unknown, string[]]>([
    [{ userid: 'u' }, ['user:u']],
    [{ userid: 'u', email: 'Me@X.Org', org: 'o', groups: [] }, ['user:u', 'email:me@x.org', 'org:o']],
    [
      { userid: 'u', org: 'o', groups: ['public', 'o:team', 'o:a:b', 'other:team', 'o'] },
      ['user:u', 'org:o', 'group:public', 'group:o:team', 'group:o:a:b', 'group:o'],
    ],
    [{ userid: 'u', groups: ['a:b', 'c'] }, ['user:u', 'group:c']],
    [{ org: 'o' }, ['org:o']],
  ])('Row 31: The ACL subjects of %j are %j', (claims, expected) => {
    expect(JSON.parse(outputsOf(claims)['all_acl_subjects'] ?? '')).toEqual(expected);
  });

  test.each<[unknown, string[]]>([
    [{ userid: 'u', org: 'o' }, ['user:u']],
    [
      { userid: 'u', groups: ['o:org-admin', 'p:resource-admin', ':org-admin', 'q', 'r:org-admin'] },
      ['user:u', 'org:o', 'org:r', 'access-id:p'],
    ],
    [{}, []],
  ])('Row 32: The owner ACL subjects of %j are %j', (claims, expected) => {
    expect(JSON.parse(outputsOf(claims)['all_owner_acl_subjects'] ?? '')).toEqual(expected);
  });

  test('Row 33: The address is an input', async () => {
    const { requests } = await run([platform, { ...PAIR, url: 'https://iam.example.com/' }]);

    expect(requests[0]?.url.href).toBe('https://iam.example.com/token');
  });

  test('Row 35: The text of the web page is enough, its secret is masked, and no request goes to its revoke_url', async () => {
    const text = {
      client_id: 'p-id',
      client_secret: 'p-secret-1',
      name: 'me',
      revoke_url: 'https://iam.example.com/revoke',
    };
    const inputs = { token_info: pasted(text) };
    const around = variables({ CLIENT_ID: 'v-id', TOKEN: tokenFor(3600) });
    const result = await run([platform, inputs, around]);

    expect(bodyOf(result)).toMatchObject({ client_id: 'p-id', refresh_token: 'p-secret-1' });
    expect(result.requests.map(({ url }) => url.href)).toEqual(['https://iam.production.aws.descarteslabs.com/token']);
    expect(settingsFor(platform, inputs).environment.masked).toEqual(['p-secret-1']);
  });

  test.each([
    '{}',
    'not base64!',
    pasted({ client_id: 'x' }),
    pasted([]),
    pasted({ client_id: 1, client_secret: 's' }),
  ])('Row 35: An invalid text is rejected: %s', (token_info) => {
    expect(refused({ token_info })).toMatchObject({ code: 'input_invalid' });
  });

  test('A token_info.json is written for the client, and its variable replaces that of the token', async () => {
    const { settings } = settingsFor(platform, { ...PAIR, scope: 'openid org', write_token_info: 'true' });
    const loggedIn = await login(
      settings,
      fakePorts(() => Promise.resolve(answer({ access_token: TOKEN }))),
    );

    expect(settings.tokenVariable).toBeUndefined();
    expect(settings.tokenInfoFile).toEqual({
      path: '/runner/_temp/bearer-login-1/token_info.json',
      variable: `${prefix}_TOKEN_INFO_PATH`,
      stale: undefined,
      rivals: [],
    });
    const [file] = loginPart(sessionOf(loggedIn), settings).files;
    expect(JSON.parse(file !== undefined && 'content' in file ? String(file.content) : '')).toEqual({
      client_id: 'some-id',
      client_secret: 'some-secret-1',
      refresh_token: 'some-secret-1',
      jwt_token: TOKEN,
      scope: ['openid', 'org'],
    });
  });

  test.each<[string, Inputs, string]>([
    ['without credentials', { bearer_token: TOKEN }, 'input_missing'],
    ['together with a variable for the token', { ...PAIR, token_variable: 'MY_TOKEN' }, 'input_conflict'],
  ])('A token_info.json %s is rejected', (_what, inputs, code) => {
    expect(refused({ ...inputs, write_token_info: 'true' }).code).toBe(code);
  });
});

describe('EarthOne', () => {
  const earthoneVariables = (values: Record<string, string>) => variables(values, 'EARTHONE');

  test('EarthOne differs from Descartes Labs only in names, host, the legacy client and the namespace', () => {
    const { title, server, tokenRequest, tokenVariable, revocation, pythonClient, ...same } = PLATFORMS.earthone;

    expect(PLATFORMS.descarteslabs).toMatchObject(same);
    expect({ title, server, tokenRequest, tokenVariable, revocation, pythonClient }).toEqual({
      title: 'EarthOne',
      server: { ...PLATFORMS.descarteslabs.server, fallback: 'https://iam.production.earthone.earthdaily.com' },
      tokenRequest: { format: 'json' },
      tokenVariable: 'EARTHONE_TOKEN',
      revocation: { by: 'nothing', reason: expect.stringContaining('EarthOne') },
      pythonClient: { ...PLATFORMS.descarteslabs.pythonClient, variablePrefix: 'EARTHONE', hashesSub: false },
    });
  });

  test('The request is sent to the host of EarthOne', async () => {
    const { requests } = await run(['earthone', PAIR]);

    expect(requests).toMatchObject([
      {
        url: new URL('https://iam.production.earthone.earthdaily.com/token'),
        body: '{"client_id":"some-id","grant_type":"refresh_token","refresh_token":"some-secret-1"}',
        purpose: 'The login to EarthOne',
      },
    ]);
  });

  test('The id of the legacy client has the usual request', async () => {
    expect(bodyOf(await run(['earthone', { ...PAIR, client_id: LEGACY }]))).toEqual({
      client_id: LEGACY,
      grant_type: 'refresh_token',
      refresh_token: 'some-secret-1',
    });
  });

  test('Credentials are read from variables that start with EARTHONE', async () => {
    const around = earthoneVariables({ CLIENT_ID: 'v-id', REFRESH_TOKEN: 'v-refresh' });

    expect(bodyOf(await run(['earthone', {}, around]))).toMatchObject({
      client_id: 'v-id',
      refresh_token: 'v-refresh',
    });
  });

  test('A token is read from EARTHONE_TOKEN', async () => {
    const around = earthoneVariables({ TOKEN: tokenFor(3600) });

    await expect(run(['earthone', {}, around])).resolves.toMatchObject({ token: tokenFor(3600), kind: 'supplied' });
  });

  test('A file is read from EARTHONE_TOKEN_INFO_PATH, and the variable is named if it cannot be read', async () => {
    const named = earthoneVariables({ TOKEN_INFO_PATH: FILE });

    expect(bodyOf(await run(['earthone', {}, { ...files(info), ...named }]))).toMatchObject({ client_id: 'f-id' });
    expect(failureOf(() => settingsFor('earthone', {}, named))).toEqual({
      code: 'input_invalid',
      message: expect.stringContaining('The variable EARTHONE_TOKEN_INFO_PATH names a file'),
    });
  });

  test('Variables of Descartes Labs are not read', () => {
    const around = variables({ CLIENT_ID: 'v-id', CLIENT_SECRET: 'v-secret', TOKEN: TOKEN });

    expect(failureOf(() => settingsFor('earthone', {}, around)).code).toBe('input_missing');
  });

  test('The file token_info.json is in EARTHONE_TOKEN_INFO_PATH', () => {
    const { settings } = settingsFor('earthone', { ...PAIR, write_token_info: 'true' });

    expect(settings.tokenInfoFile?.variable).toBe('EARTHONE_TOKEN_INFO_PATH');
  });
});
