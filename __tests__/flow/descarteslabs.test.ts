import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { Inputs } from '../../src/inputs/inputs.js';
import { login } from '../../src/login/login.js';
import { readSuppliedToken } from '../../src/oauth/token.js';
import type { HttpRequest, HttpResponse } from '../../src/ports.js';
import { loginPart } from '../../src/publication/parts.js';
import { parseSettings } from '../../src/settings/settings.js';
import { type Around, fakeSurroundings } from '../support/fake-environment.js';
import { answer, failureOf, fakePorts, jwt, NOW } from '../support/fake-ports.js';
import { sessionOf } from '../support/fetched-run.js';

/**
 * The behaviours of the class Auth in descarteslabs-python, row by row of the table in docs/descarteslabs.md, for both
 * platforms where the row names none.
 */

const SECONDS = NOW.getTime() / 1000;
const LEGACY = 'ZOBAi4UROl5gKZIpxxlwOEfx8KpqXf2c';
const PAIR = { client_id: 'some-id', client_secret: 'some-secret-1' };
const TOKEN = jwt({ aud: 'some-id', sub: 'asdf', exp: SECONDS + 3600 });

/** A token at hand that lives so many seconds more, for the client of PAIR unless it is told otherwise. */
const tokenFor = (left: number, aud: unknown = 'some-id') => jwt({ aud, sub: 'asdf', exp: SECONDS + left });

const PLATFORMS = [
  ['descarteslabs', 'DESCARTESLABS', 'https://iam.production.aws.descarteslabs.com'],
  ['earthone', 'EARTHONE', 'https://iam.production.earthone.earthdaily.com'],
] as const;

function settingsFor(platform: string, inputs: Inputs, around: Around = {}) {
  const surroundings = fakeSurroundings(around);
  return { settings: parseSettings({ platform, ...inputs }, surroundings), surroundings };
}

interface Result {
  readonly token: string;
  readonly fetched: boolean;
  readonly requests: readonly HttpRequest[];
  readonly warnings: readonly string[];
}

/** Logs in with these inputs; the server gives this answer. */
async function run(
  [platform, inputs, around]: readonly [string, Inputs, Around?],
  response: HttpResponse = answer({ access_token: TOKEN }),
): Promise<Result> {
  const ports = fakePorts(() => Promise.resolve(response));
  const { settings } = settingsFor(platform, inputs, around);
  const { token, fetched } = await login(settings, ports);
  const requests = ports.effects.flatMap((effect) => (effect.did === 'send' ? [effect.request] : []));
  return { token: token?.value ?? '', fetched, requests, warnings: ports.said('warning') };
}

const bodyOf = ({ requests }: Result): unknown => JSON.parse(requests[0]?.body ?? 'null');

/** base64url of JSON, as the web page hands it out. */
const pasted = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe.each(PLATFORMS)('%s', (platform, prefix, host) => {
  const variables = (values: Record<string, string>) => ({
    variables: Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}_${name}`, value])),
  });
  const refused = (inputs: Inputs, around?: Around) => failureOf(() => settingsFor(platform, inputs, around));

  test('row 1: POST /token in JSON, with a request group', async () => {
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
        purpose: expect.stringMatching(/^The login to /),
      },
    ]);
  });

  test('row 2: the client secret is the refresh token; the scope is there when it is given', async () => {
    expect(bodyOf(await run([platform, { ...PAIR, scope: 'openid name' }]))).toEqual({
      client_id: 'some-id',
      grant_type: 'refresh_token',
      refresh_token: 'some-secret-1',
      scope: 'openid name',
    });
  });

  test('row 3: the legacy client is one of Descartes Labs only', async () => {
    const body = bodyOf(await run([platform, { ...PAIR, client_id: LEGACY }]));
    const legacy = {
      scope: 'openid name groups org email',
      client_id: LEGACY,
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      target: LEGACY,
      api_type: 'app',
      refresh_token: 'some-secret-1',
    };
    const usual = { client_id: LEGACY, grant_type: 'refresh_token', refresh_token: 'some-secret-1' };

    expect(body).toEqual(platform === 'descarteslabs' ? legacy : usual);
  });

  test.each<[string, unknown, string]>([
    ['access_token', { access_token: 'a.b.c', id_token: 'd.e.f' }, 'a.b.c'],
    ['id_token, when there is no other', { id_token: 'd.e.f' }, 'd.e.f'],
  ])('row 4: the token is %s', async (_what, body, expected) => {
    expect((await run([platform, PAIR], answer(body))).token).toBe(expected);
  });

  test.each<[string, HttpResponse]>([
    ['neither token', answer({ expires_in: 1 })],
    ['a status that is not 200', answer({ access_token: 'a.b.c' }, { status: 201 })],
  ])('row 4: %s is an error', async (_what, response) => {
    await expect(run([platform, PAIR], response)).rejects.toMatchObject({ code: 'response_invalid' });
  });

  test('row 5: of a secret and a refresh token that differ the second counts, with a warning', async () => {
    const result = await run([platform, { ...PAIR, refresh_token: 'another-one' }]);

    expect(bodyOf(result)).toMatchObject({ refresh_token: 'another-one' });
    expect(result.warnings).toEqual([
      'Authentication token mismatch: both the client secret and the refresh token are provided but differ in value; the refresh token will be used for authentication.',
    ]);
    expect((await run([platform, { ...PAIR, refresh_token: 'some-secret-1' }])).warnings).toEqual([]);
  });

  test.each<[string, [Inputs, Record<string, string>], [string, string]]>([
    [
      'an input over its variable',
      [PAIR, { CLIENT_ID: 'v-id', CLIENT_SECRET: 'v-secret' }],
      ['some-id', 'some-secret-1'],
    ],
    ['a variable for what no input gives', [{ client_id: 'i' }, { CLIENT_SECRET: 'v-secret' }], ['i', 'v-secret']],
    ['variables alone', [{}, { CLIENT_ID: 'v-id', REFRESH_TOKEN: 'v-refresh' }], ['v-id', 'v-refresh']],
  ])('row 6: value by value: %s', async (_what, [inputs, values], [id, secret]) => {
    expect(bodyOf(await run([platform, inputs, variables(values)]))).toMatchObject({
      client_id: id,
      refresh_token: secret,
    });
  });

  test('row 6: names without the prefix are not read', () => {
    const around = { variables: { CLIENT_ID: 'v-id', CLIENT_SECRET: 'v-secret' } };

    expect(refused({}, around).code).toBe('input_missing');
  });

  test('row 7: an empty variable is an absent one', () => {
    expect(refused({}, variables({ CLIENT_ID: '', TOKEN: '' })).code).toBe('input_missing');
  });

  test('row 8: the variable with the token gives it, but not beside inputs that log in', async () => {
    const left = variables({ TOKEN: tokenFor(3600) });

    await expect(run([platform, {}, left])).resolves.toMatchObject({ token: tokenFor(3600), fetched: false });
    await expect(run([platform, PAIR, left])).resolves.toMatchObject({ token: TOKEN, fetched: true });
  });

  test('row 8: a token in a variable that is none is dropped without a word', () => {
    expect(refused({}, variables({ TOKEN: 'not a token' })).code).toBe('input_missing');
  });

  const FILE = '/home/runner/token_info.json';
  const info = {
    client_id: 'f-id',
    client_secret: 'f-secret-1',
    refresh_token: 'f-refresh-1',
    scope: ['openid', 'org'],
  };
  const files = (value: unknown) => ({ files: { [FILE]: typeof value === 'string' ? value : JSON.stringify(value) } });

  test.each<[string, Inputs, Around]>([
    ['the input', { token_info_path: FILE }, files(info)],
    ['the variable', {}, { ...files(info), ...variables({ TOKEN_INFO_PATH: FILE }) }],
  ])('rows 8 and 10: a file that %s names gives everything, its scope too', async (_what, inputs, around) => {
    expect(bodyOf(await run([platform, inputs, around]))).toEqual({
      client_id: 'f-id',
      grant_type: 'refresh_token',
      refresh_token: 'f-refresh-1',
      scope: 'openid org',
    });
  });

  test('row 10: JWT_TOKEN of a file wins over jwt_token', async () => {
    const [older, newer] = [tokenFor(3600, 'f-id'), tokenFor(7200, 'f-id')];
    const around = files({ ...info, jwt_token: newer, JWT_TOKEN: older });

    await expect(run([platform, { token_info_path: FILE }, around])).resolves.toMatchObject({
      token: older,
      requests: [],
    });
  });

  test('row 9: a file is not even read when something else gives credentials', () => {
    for (const values of [{ CLIENT_ID: 'v' }, { CLIENT_SECRET: 'v' }, { REFRESH_TOKEN: 'v' }, { TOKEN: TOKEN }]) {
      const around = { ...files(info), ...variables({ ...values, TOKEN_INFO_PATH: FILE }) };
      const surroundings = fakeSurroundings(around);
      try {
        parseSettings({ platform }, surroundings);
      } catch {
        // Half a pair is an error; here only the file matters.
      }
      expect(surroundings.read).toEqual([]);
    }
  });

  test('row 9: a file that an input names is left alone for variables, and that is said', async () => {
    const around = { ...files(info), ...variables({ CLIENT_ID: 'v-id', CLIENT_SECRET: 'v-secret' }) };
    const result = await run([platform, { token_info_path: FILE }, around]);

    expect(bodyOf(result)).toMatchObject({ client_id: 'v-id' });
    expect(result.warnings).toEqual([expect.stringMatching(/^`token_info_path` is not read/)]);
  });

  test('row 9: beside the input of a file the variable with the token is not read', async () => {
    const around = { ...files(info), ...variables({ TOKEN: tokenFor(3600) }) };

    expect(bodyOf(await run([platform, { token_info_path: FILE }, around]))).toMatchObject({ client_id: 'f-id' });
  });

  test.each<[string, [Inputs, Around], string]>([
    ['an input', [{ token_info_path: FILE }, {}], 'The input `token_info_path` names a file that cannot be read'],
    ['a variable', [{}, variables({ TOKEN_INFO_PATH: FILE })], `The variable ${prefix}_TOKEN_INFO_PATH names a file`],
    ['an input, no JSON', [{ token_info_path: FILE }, files('[]')], 'names a file that is not a token_info.json'],
  ])('row 10: a file that %s names and that is not there is an error', (_what, [inputs, around], message) => {
    expect(refused(inputs, around)).toEqual({ code: 'input_invalid', message: expect.stringContaining(message) });
  });

  test.each<Inputs>([
    { token_info: pasted(info), client_id: 'i' },
    { token_info: pasted(info), refresh_token: 'r' },
    { token_info: pasted(info), token_info_path: FILE },
    { token_info_path: FILE, client_secret: 's' },
    { token_info_path: FILE, bearer_token: TOKEN },
  ])('row 11: nothing is mixed with a file or a pasted text: %j', (inputs) => {
    expect(refused(inputs, files(info)).code).toBe('input_conflict');
  });

  test.each<[string, string | string[]]>([
    ['another client', 'other'],
    ['a list without the client', ['a', 'b']],
  ])('rows 14 and 19: a token for %s is dropped', async (_what, aud) => {
    await expect(run([platform, { ...PAIR, bearer_token: tokenFor(3600, aud) }])).resolves.toMatchObject({
      token: TOKEN,
      fetched: true,
    });
  });

  test.each<[string, string]>([
    ['is expired', tokenFor(-1)],
    ['has no exp', jwt({ aud: 'some-id' })],
    ['cannot be read', 'opaque'],
  ])('row 19: a token that %s is dropped', async (_what, bearer_token) => {
    await expect(run([platform, { ...PAIR, bearer_token }])).resolves.toMatchObject({ token: TOKEN, fetched: true });
  });

  test('row 19: a token for a list with the client is used', async () => {
    const bearer_token = tokenFor(3600, ['x', 'some-id']);

    await expect(run([platform, { ...PAIR, bearer_token }])).resolves.toMatchObject({
      token: bearer_token,
      requests: [],
    });
  });

  test('row 19: a token of another client is an error when there is no secret to get one with', async () => {
    await expect(run([platform, { client_id: 'some-id', bearer_token: tokenFor(3600, 'x') }])).rejects.toMatchObject({
      code: 'invalid_token',
    });
  });

  test.each([
    ['for whom it likes', tokenFor(3600, 'anybody')],
    ['that cannot be read', 'opaque'],
  ])('row 20: without a client id a token %s is used', async (_what, bearer_token) => {
    await expect(run([platform, { bearer_token }])).resolves.toMatchObject({ token: bearer_token, fetched: false });
  });

  test.each<[string, Inputs]>([
    ['nothing', {}],
    ['an id alone', { client_id: 'i' }],
    ['a secret alone', { client_secret: 's' }],
  ])('rows 21 and 25: %s is an error before any request', (_what, inputs) => {
    expect(refused(inputs).code).toBe('input_missing');
  });

  test.each([
    [501, false],
    [500, true],
    [1, true],
  ])('row 22: a token with %d s left is replaced: %s', async (left, fetched) => {
    await expect(run([platform, { ...PAIR, bearer_token: tokenFor(left) }])).resolves.toMatchObject({ fetched });
  });

  test('row 22: the leeway is an input', async () => {
    const inputs = { ...PAIR, bearer_token: tokenFor(60), leeway_seconds: '59' };

    await expect(run([platform, inputs])).resolves.toMatchObject({ fetched: false });
  });

  test.each<[string, HttpResponse]>([
    ['23: a refusal', answer({ error: 'invalid_grant' }, { status: 401 })],
    ['24: an HTTP error', answer('', { status: 503 })],
    ['24: a broken answer', answer('<html>')],
  ])('row %s inside the leeway keeps the token, with a warning', async (_what, response) => {
    const bearer_token = tokenFor(400);
    const result = await run([platform, { ...PAIR, bearer_token }], response);

    expect(result).toMatchObject({ token: bearer_token, fetched: false });
    expect(result.warnings).toEqual([expect.stringMatching(/ failed: .*The token at hand is kept: /)]);
  });

  test('row 23: a refusal after the end is an error', async () => {
    const refusal = answer({ error: 'invalid_grant' }, { status: 401 });

    await expect(run([platform, { ...PAIR, bearer_token: tokenFor(0) }], refusal)).rejects.toMatchObject({
      code: 'invalid_grant',
    });
  });

  test('row 23: a token that ends while the server is asked is not kept', async () => {
    const { settings } = settingsFor(platform, { ...PAIR, bearer_token: tokenFor(20) });
    let asked = 0;
    const ports = {
      ...fakePorts(() => {
        asked += 1;
        return Promise.resolve(answer('', { status: 503 }));
      }),
      now: () => new Date(NOW.getTime() + asked * 30_000),
    };

    await expect(login(settings, ports)).rejects.toMatchObject({ code: 'server_failed' });
  });

  test('row 23: no credentials inside the leeway keep the token, with a warning', async () => {
    const bearer_token = tokenFor(400);
    const result = await run([platform, { bearer_token }]);

    expect(result).toMatchObject({ token: bearer_token, fetched: false });
    expect(result.warnings).toEqual([expect.stringMatching(/^The `bearer_token` expires soon/)]);
  });

  test('row 25: a token that cannot be used is in no message', async () => {
    const secret = tokenFor(-1);
    const refusal = run([platform, { bearer_token: secret }]);

    await expect(refusal).rejects.toMatchObject({
      code: 'token_expired',
      message: expect.not.stringContaining(secret),
    });
  });

  const outputsOf = (claims: unknown) => {
    const { settings } = settingsFor(platform, { bearer_token: jwt(claims) });
    const value = settings.bearerToken ?? '';
    const session = sessionOf({ token: readSuppliedToken(value, NOW), fetched: false });
    return Object.fromEntries(loginPart(session, settings).outputs);
  };

  test('row 29: its own claims lose their prefix and win', () => {
    const { claims = '' } = outputsOf({ org: 'plain', earthdaily__dl__org: 'own', sub: 's' });

    expect(JSON.parse(claims)).toEqual({ org: 'own', sub: 's' });
  });

  test.each<[unknown, string | undefined]>([
    [{ sub: 'asdf' }, '3da541559918a808c2402bba5012f6c60b27661c'],
    [{ sub: 'asdf', userid: 'u-1' }, 'u-1'],
    [{ sub: 'asdf', earthdaily__dl__userid: 'u-2' }, 'u-2'],
    [{ sub: 'asdf', userid: '' }, createHash('sha1').update('asdf').digest('hex')],
    [{}, undefined],
  ])('row 30: the namespace of %j is %s', (claims, expected) => {
    expect(outputsOf(claims)['namespace']).toBe(expected);
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
  ])('row 31: the ACL subjects of %j are %j', (claims, expected) => {
    expect(JSON.parse(outputsOf(claims)['all_acl_subjects'] ?? '')).toEqual(expected);
  });

  test.each<[unknown, string[]]>([
    [{ userid: 'u', org: 'o' }, ['user:u']],
    [
      { userid: 'u', groups: ['o:org-admin', 'p:resource-admin', ':org-admin', 'q', 'r:org-admin'] },
      ['user:u', 'org:o', 'org:r', 'access-id:p'],
    ],
    [{}, []],
  ])('row 32: the owner ACL subjects of %j are %j', (claims, expected) => {
    expect(JSON.parse(outputsOf(claims)['all_owner_acl_subjects'] ?? '')).toEqual(expected);
  });

  test('row 33: the address is an input', async () => {
    const { requests } = await run([platform, { ...PAIR, url: 'https://iam.example.com/' }]);

    expect(requests[0]?.url.href).toBe('https://iam.example.com/token');
  });

  test('row 35: the text of the web page logs in, its revoke_url is never asked, its secret is masked', async () => {
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
    expect(result.requests).toHaveLength(1);
    expect(settingsFor(platform, inputs).surroundings.masked).toEqual(['p-secret-1']);
  });

  test.each([
    '{}',
    'not base64!',
    pasted({ client_id: 'x' }),
    pasted([]),
    pasted({ client_id: 1, client_secret: 's' }),
  ])('row 35: a text that is none is refused: %s', (token_info) => {
    expect(refused({ token_info })).toMatchObject({ code: 'input_invalid' });
  });

  test('a token_info.json is written for the client, and its variable takes the place of the token', async () => {
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
    ['beside a variable for the token', { ...PAIR, token_variable: 'MY_TOKEN' }, 'input_conflict'],
  ])('a token_info.json %s is refused', (_what, inputs, code) => {
    expect(refused({ ...inputs, write_token_info: 'true' }).code).toBe(code);
  });
});
