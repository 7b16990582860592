import { generateKeyPairSync } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { issueClient, read } from '../../../harness/servers/client-chain.js';
import { temporaryFolder } from '../../../harness/temporary-folder.js';
import { DEFAULT_SECURITY } from '../../../src/http/secure-context.js';
import type { Inputs } from '../../../src/inputs/inputs.js';
import { openTokenCache } from '../../../src/login/shared-token.js';
import { readSuppliedToken } from '../../../src/oauth/token.js';
import { NOW, settingsFrom } from '../../support/fake-ports.js';
import { jobEnvironment } from '../../support/fetched-run.js';
import { CACHED_LOGIN, type CacheCircumstances, cacheIn, living } from '../../support/token-cache.js';

const temp = temporaryFolder();
const folder = () => join(temp(), 'bearer-login-cache');
const cacheOf = (inputs?: Inputs, around?: CacheCircumstances) => cacheIn(temp(), inputs, around);

describe('openTokenCache', () => {
  test('Another step with the same login reads the token that was saved', () => {
    cacheOf()?.write(living(3600));

    expect(cacheOf()?.read(NOW)).toEqual(living(3600));
  });

  test.each([
    [31, 'token-1'],
    [30, undefined],
    [0, undefined],
    [-1, undefined],
  ])('A token with %i s left is read as %j with a leeway of 30 s', (seconds, value) => {
    cacheOf()?.write(living(seconds));

    expect(cacheOf()?.read(NOW)?.value).toBe(value);
    expect(cacheOf({ leeway_seconds: '0' })?.read(NOW)?.value).toBe(seconds > 0 ? 'token-1' : undefined);
  });

  test.each(['Bearer', 'N_A'] as const)('A token of the type %s keeps its type', (type) => {
    cacheOf()?.write({ ...living(3600), type });

    expect(cacheOf()?.read(NOW)?.type).toBe(type);
  });

  test.each(['two words', 'line\nline', ''])(
    'A text that cannot be in a header, %j, is not read as a token',
    (value) => {
      cacheOf()?.write(living(3600, value));

      expect(readdirSync(folder())).toHaveLength(1);
      expect(cacheOf()?.read(NOW)).toBeUndefined();
    },
  );

  test('A token without a known expiry is not saved', () => {
    cacheOf()?.write(readSuppliedToken('opaque', NOW));

    expect(readdirSync(temp())).toEqual([]);
  });

  test('A RUNNER_TEMP that does not exist is not created', () => {
    cacheIn(join(temp(), 'missing'))?.write(living(3600));

    expect(readdirSync(temp())).toEqual([]);
  });

  const onUnix = process.platform === 'win32' ? test.skip : test;
  onUnix('Only the owner can read the folder and the file', () => {
    cacheOf()?.write(living(3600));
    const folder = join(temp(), 'bearer-login-cache');
    const modes = [folder, join(folder, readdirSync(folder)[0] ?? '')].map((path) => statSync(path).mode & 0o777);

    expect(modes).toEqual([0o700, 0o600]);
  });

  onUnix('A token is neither read from nor saved in a folder that other users can read', () => {
    cacheOf()?.write(living(3600));
    chmodSync(folder(), 0o755);
    cacheOf()?.write(living(3600, 'token-2'));
    const found = cacheOf()?.read(NOW);
    chmodSync(folder(), 0o700);

    expect([found, cacheOf()?.read(NOW)?.value]).toEqual([undefined, 'token-1']);
  });

  onUnix('A token is not written through a link in place of its draft', () => {
    const cache = cacheOf();
    writeFileSync(join(temp(), 'victim'), 'x');
    mkdirSync(folder(), { mode: 0o700 });
    symlinkSync(join(temp(), 'victim'), join(folder(), cache?.files[1] ?? ''));
    cache?.write(living(3600));

    expect([readFileSync(join(temp(), 'victim'), 'utf8'), readdirSync(folder())]).toEqual(['x', []]);
  });

  test('A token is in one file with a name of 64 hex digits, which is in the list for the post step', () => {
    const cache = cacheOf();
    cache?.write(living(3600));
    cache?.write(living(3600, 'token-2'));
    const [name = '', ...others] = readdirSync(join(temp(), 'bearer-login-cache'));

    expect([name, others]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), []]);
    expect(cache?.files).toEqual([name, expect.stringMatching(new RegExp(`^${name}\\.[0-9a-f-]{36}$`))]);
    expect(cacheOf()?.read(NOW)?.value).toBe('token-2');
  });
});

describe('A damaged cache is not a failure', () => {
  /** Replaces the saved token by something else. */
  const place = (put: (path: string) => void) => {
    const cache = cacheOf();
    cache?.write(living(3600));
    put(join(folder(), cache?.files[0] ?? ''));
    return cacheOf();
  };
  const rewrite = (change: (text: string) => string) => (path: string) =>
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  const replaced = (make: (path: string) => void) => (path: string) => {
    rmSync(path);
    make(path);
  };
  const linked = (path: string) => {
    renameSync(path, `${path}-moved`);
    symlinkSync(`${path}-moved`, path);
  };

  test.each<[string, (path: string) => void]>([
    ['an empty file', rewrite(() => '')],
    ['the first half of a file', rewrite((text) => text.slice(0, text.length / 2))],
    ['a file without its last character', rewrite((text) => text.trimEnd().slice(0, -1))],
    ['a file with another token and the same seal', rewrite((text) => text.replace('token-1', 'token-2'))],
    ['a file with another expiry and the same seal', rewrite((text) => text.replace('2026', '2027'))],
    ['a file without a seal', rewrite((text) => text.split('\n')[1] ?? '')],
    ['a folder', replaced((path) => mkdirSync(path))],
    ['a link to a missing file', replaced((path) => symlinkSync('/nowhere/at/all', path))],
    // __tests__/real/pipes.test.ts has a pipe there.
    ['a link to a file with the token', linked],
  ])('Nothing is read from %s', (_what, put) => {
    expect(place(put)?.read(NOW)).toBeUndefined();
  });

  test('A damaged file is replaced by the next token', () => {
    const cache = place(rewrite((text) => text.slice(0, 70)));
    cache?.write(living(3600, 'token-2'));

    expect(cacheOf()?.read(NOW)?.value).toBe('token-2');
  });

  test.each<[string, (folder: string) => void]>([
    ['a file in place of the folder', (folder) => writeFileSync(folder, '')],
    [
      'a folder in place of the file',
      () => mkdirSync(join(folder(), cacheOf()?.files[0] ?? '', 'x'), { recursive: true, mode: 0o700 }),
    ],
  ])('Nothing is saved or left behind if there is %s', (_what, ruin) => {
    ruin(join(temp(), 'bearer-login-cache'));
    const cache = cacheOf();

    cache?.write(living(3600));

    expect(cache?.read(NOW)).toBeUndefined();
    expect(readdirSync(temp(), { recursive: true }).filter((name) => String(name).includes('.'))).toEqual([]);
  });

  (process.getuid?.() === 0 || process.platform === 'win32' ? test.skip : test)(
    'A folder without write permission is not a failure',
    () => {
      mkdirSync(join(temp(), 'bearer-login-cache'));
      chmodSync(join(temp(), 'bearer-login-cache'), 0o500);

      const cache = cacheOf();
      cache?.write(living(3600));

      expect(cache?.read(NOW)).toBeUndefined();
      expect(readdirSync(join(temp(), 'bearer-login-cache'))).toEqual([]);
    },
  );
});

describe('openTokenCache opens no cache', () => {
  test('There is no cache with `token_cache: false`', () => {
    expect(cacheOf({ token_cache: 'false' })).toBeUndefined();
  });

  test('There is no cache for a client without a secret', () => {
    const around = { ...jobEnvironment(), folder: join(temp(), 'bearer-login-1') };
    const inputs = {
      platform: 'keycloak',
      url: 'https://h',
      tenant: 'a',
      client_authentication: 'github_oidc',
      token_cache: 'true',
    };
    expect(openTokenCache(settingsFrom(inputs, around), around)).toBeUndefined();
  });

  test('There is no cache for a supplied token alone', () => {
    const around = { ...jobEnvironment(), folder: join(temp(), 'bearer-login-1') };
    const alone = { platform: 'keycloak', url: 'https://h', tenant: 'a', bearer_token: 'x', token_cache: 'true' };
    expect(openTokenCache(settingsFrom(alone, around), around)).toBeUndefined();
  });

  test('There is no cache if RUNNER_TEMP is in the workspace', () => {
    expect(cacheOf({}, { env: { GITHUB_WORKSPACE: temp() } })).toBeUndefined();
  });
});

describe('openTokenCache opens a cache for a login with a secret of any kind', () => {
  const PUBLIC = { client_secret: '', client_authentication: 'none' };
  const issued = issueClient('client');
  const [certificate, privateKey] = [read(issued), readFileSync(issued.key, 'utf8')];
  const identity = { form: 'pem', certificate, privateKey, authorities: [] } as const;
  const mutual = { client_secret: '', client_authentication: 'tls_client_auth', certificate };

  test.each<[string, Inputs, CacheCircumstances]>([
    ['a password', { ...PUBLIC, username: 'u', password: 'p' }, {}],
    ['a refresh token', { ...PUBLIC, refresh_token: 'r' }, {}],
    ['a client certificate', { ...mutual, private_key: privateKey }, { security: { ...DEFAULT_SECURITY, identity } }],
  ])('A step that logs in with %s alone shares its token', (_what, inputs, around) => {
    cacheOf(inputs, around)?.write(living(3600));

    expect(cacheOf(inputs, around)?.read(NOW)?.value).toBe('token-1');
  });

  test('A step of a job that may request ID tokens shares its token if it logs in without one', () => {
    const around = (ACTIONS_ID_TOKEN_REQUEST_TOKEN: string) => ({ env: { ACTIONS_ID_TOKEN_REQUEST_TOKEN } });
    cacheOf({}, around('t-1'))?.write(living(3600));

    expect(cacheOf({}, around('t-2'))?.read(NOW)?.value).toBe('token-1');
  });
});

test('A difference in any single part of a login leads to another file', () => {
  const names = (inputs: Inputs, around?: CacheCircumstances) => cacheOf(inputs, around)?.files[0];
  const PEM = { form: 'pem', certificate: 'c', privateKey: 'k', authorities: [] } as const;
  const { client_secret: _, ...bare } = CACHED_LOGIN;
  const EXCHANGE = { grant_type: 'jwt_bearer', client_authentication: 'client_secret_post' };
  const DISCOVERED = { platform: 'oauth2', url: '', tenant: '' };
  const oidc = (inputs: Inputs, token: string) => {
    const around = { ...jobEnvironment({ env: { ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } }), folder: join(temp(), 'x') };
    const given = { ...bare, client_authentication: 'github_oidc', token_cache: 'true', ...inputs };
    return openTokenCache(settingsFrom(given, around), around)?.files[0];
  };
  const signing = (inputs: Inputs) => {
    const around = { ...jobEnvironment(), folder: join(temp(), 'x') };
    return openTokenCache(settingsFrom({ ...bare, token_cache: 'true', ...inputs }, around), around)?.files[0];
  };
  const signingKeys = [1, 2].map(() =>
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
  const all = [
    names({}),
    names({ url: 'https://i' }),
    names({ tenant: 'b' }),
    names({ client_id: 'j' }),
    names({ client_secret: 's-2' }),
    names({ client_authentication: 'client_secret_basic' }),
    names({ scope: 'x' }),
    names({ audience: 'x' }),
    names({ token_parameters: 'a=x' }),
    names({ token_parameters: 'a=y' }),
    names({ token_parameters: 'a=x\na=y' }),
    names({ refresh_token: 'r-1' }),
    names({ refresh_token: 'r-2' }),
    names({ username: 'u', password: 'p-1' }),
    names({ username: 'u', password: 'p-2' }),
    names({ username: 'v', password: 'p-1' }),
    names({ platform: 'dataclarity', url: 'https://h/' }),
    names({}, { security: { authorities: ['a'], verify: true } }),
    names({}, { security: { authorities: [], verify: false } }),
    ...['c-1', 'c-2'].map((certificate) =>
      names({}, { security: { ...DEFAULT_SECURITY, identity: { ...PEM, certificate } } }),
    ),
    names({}, { security: { ...DEFAULT_SECURITY, identity: { ...PEM, privateKey: 'k-2' } } }),
    names({}, { security: { ...DEFAULT_SECURITY, identity: { form: 'pkcs12', pkcs12: 'p' } } }),
    ...signingKeys.map((signing_key) => signing({ signing_key })),
    signing({ signing_key: signingKeys[0] ?? '', signing_key_id: 'k-1' }),
    oidc({}, 't-1'),
    oidc({}, 't-2'),
    oidc({ id_token_audience: 'x' }, 't-1'),
    ...['t-1', 't-2'].map((token) => oidc({ ...EXCHANGE, client_secret: 's-1' }, token)),
    names({ ...DISCOVERED, issuer: 'https://h' }),
    names({ ...DISCOVERED, issuer: 'https://i' }),
  ];

  expect(all.filter((name) => name === undefined)).toEqual([]);
  expect(new Set(all).size).toBe(all.length);
  expect(names({})).toBe(all[0]);
});
