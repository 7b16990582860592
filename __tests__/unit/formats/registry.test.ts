import { describe, expect, test } from '@jest/globals';
import { ActionError } from '../../../src/errors.js';
import { readRegistries } from '../../../src/formats/registry.js';
import { readValue } from '../../../src/formats/value.js';

const read = (value: unknown) => readRegistries(readValue(value), 'Secret "ghcr"');
const base64 = (text: string) => Buffer.from(text).toString('base64');

const LOGIN = { server: 'ghcr.io', username: 'octocat', password: 'hunter2' };
const AUTHS = { auths: { 'ghcr.io': { auth: base64('octocat:hunter2') } } };

function problemOf(value: unknown): { code: string; message: string; advice: string | undefined } | undefined {
  try {
    read(value);
    return undefined;
  } catch (error) {
    if (error instanceof ActionError) {
      return { code: error.code, message: error.message, advice: error.advice };
    }
    throw error;
  }
}

describe('a login is found', () => {
  test.each<[string, unknown]>([
    ['in three fields', LOGIN],
    ['in three fields as JSON in a text', JSON.stringify(LOGIN)],
    ['in JSON in a JSON string', JSON.stringify(JSON.stringify(LOGIN))],
    ['in JSON as base64', base64(JSON.stringify(LOGIN))],
    ['under other names', { registry_url: 'https://ghcr.io/', login: 'octocat', 'access-token': 'hunter2' }],
    ['under names in capitals', { REGISTRY: 'ghcr.io', DOCKER_USERNAME: 'octocat', DOCKER_PASSWORD: 'hunter2' }],
    ['under names in camel case', { registryServer: 'ghcr.io', registryUser: 'octocat', registryPassword: 'hunter2' }],
    ['in nested objects', { registry: { host: 'ghcr.io' }, credentials: { user: 'octocat', pass: 'hunter2' } }],
    ['in JSON in a field', { host: 'ghcr.io', credentials: '{"user":"octocat","pass":"hunter2"}' }],
    ['beside other fields', { ...LOGIN, email: 'a@b.c', description: 'release', type: 'x', active: true, tags: [1] }],
    ['beside empty fields of the same part', { ...LOGIN, token: '', secret: null, url: '' }],
    ['in two fields that say the same', { ...LOGIN, url: 'https://GHCR.io/v2/', pass: 'hunter2' }],
    ['with user and password in one', { server: 'ghcr.io', auth: base64('octocat:hunter2') }],
    ['in a list', [LOGIN]],
    ['in a dockerconfigjson', AUTHS],
    ['in a dockerconfigjson as a text', JSON.stringify(AUTHS)],
    ['in a dockerconfigjson as base64', base64(JSON.stringify(AUTHS))],
    ['in a dockerconfigjson as base64 with line ends', base64(JSON.stringify(AUTHS)).replace(/(.{20})/g, '$1\n')],
    [
      'in a dockerconfigjson with the parts apart',
      { auths: { 'ghcr.io': { username: 'octocat', password: 'hunter2' } } },
    ],
    ['in a dockerconfigjson with all', { auths: { 'https://ghcr.io/v2/': { ...LOGIN, ...AUTHS.auths['ghcr.io'] } } }],
    ['in a field .dockerconfigjson', { '.dockerconfigjson': JSON.stringify(AUTHS) }],
    ['in a Secret of Kubernetes', { kind: 'Secret', data: { '.dockerconfigjson': base64(JSON.stringify(AUTHS)) } }],
    ['in a .dockercfg', AUTHS.auths],
    ['in a field .dockercfg', { '.dockercfg': base64(JSON.stringify(AUTHS.auths)) }],
  ])('%s', (_where, value) => {
    expect(read(value)).toEqual([LOGIN]);
  });

  test.each<[string, unknown, object]>([
    ['a port of its own', { ...LOGIN, server: 'reg.corp', port: 5000 }, { server: 'reg.corp:5000' }],
    ['the usual port', { ...LOGIN, server: 'reg.corp', port: '443' }, { server: 'reg.corp' }],
    ['a port that is there already', { ...LOGIN, server: 'reg.corp:5000', port: 5000 }, { server: 'reg.corp:5000' }],
    ['a number as password', { ...LOGIN, password: 1234 }, { password: '1234' }],
    ['a password with colons and blanks', { ...LOGIN, password: ' a:b ' }, { password: ' a:b ' }],
    ['the same in an auth', { auths: { 'ghcr.io': { auth: base64('octocat: a:b\n') } } }, { password: ' a:b\n' }],
    [
      'a password that is JSON',
      { ...LOGIN, password: '{"token":"x","user":"y"}' },
      { password: '{"token":"x","user":"y"}' },
    ],
  ])('with %s', (_what, value, parts) => {
    expect(read(value)).toEqual([{ ...LOGIN, ...parts }]);
  });

  test('with an identity token in place of the password', () => {
    const azure = { auth: base64('00000000-0000-0000-0000-000000000000:'), identitytoken: 'refresh' };
    const user = '00000000-0000-0000-0000-000000000000';

    expect(read({ auths: { 'r.azurecr.io': azure, 'r.io': { identitytoken: 'refresh' } } })).toEqual([
      { server: 'r.azurecr.io', username: user, password: '', identityToken: 'refresh' },
      { server: 'r.io', username: '', password: '', identityToken: 'refresh' },
    ]);
  });

  test('more than once', () => {
    const quay = { ...LOGIN, server: 'quay.io' };
    const auths = { ...AUTHS.auths, 'quay.io': AUTHS.auths['ghcr.io'], 'https://ghcr.io': AUTHS.auths['ghcr.io'] };

    expect(read([LOGIN, quay])).toEqual([LOGIN, quay]);
    expect(read({ auths })).toEqual([LOGIN, quay]);
  });
});

describe('a login that cannot be found is an error that names the part and the fields', () => {
  test.each<[string, unknown, string]>([
    ['nothing', 'hunter2', 'no server, no user name, no password was found; it has no fields'],
    ['broken JSON', '{"server": "ghcr.io"', 'no server, no user name, no password was found; it has no fields'],
    [
      'no password',
      { server: 'ghcr.io', user: 'u', hunter: 'x' },
      'no password was found; its fields are "server", "user", "hunter"',
    ],
    ['no server', { a: { user: 'u' }, pass: 'p' }, 'no server was found; its fields are "a.user", "pass"'],
    [
      'an empty password',
      { ...LOGIN, password: '' },
      'no password was found; its fields are "server", "username", "password"',
    ],
    ['two passwords', { ...LOGIN, token: 'x' }, 'its fields "password", "token" could each be the password'],
    [
      'two user names',
      { ...LOGIN, account: { login: 'x' } },
      'its fields "username", "account.login" could each be the user name',
    ],
    ['two servers', { ...LOGIN, url: 'https://github.com' }, 'its fields "server", "url" could each be the server'],
    [
      'a server that is none',
      { ...LOGIN, server: 'GitHub' },
      'its server is not the address of a registry; its fields are "server", "username", "password"',
    ],
    [
      'a user name with a colon',
      { ...LOGIN, username: 'a:b' },
      'its user name holds a colon, which a registry would take for the end of the name',
    ],
    ['an entry without a login', { auths: { 'ghcr.io': {} } }, 'in its auths, "ghcr.io" has no user name and password'],
    [
      'an entry that is no object',
      { auths: { 'ghcr.io': 'x' } },
      'in its auths, "ghcr.io" has no user name and password',
    ],
    [
      'an auth that is none',
      { auths: { 'ghcr.io': { auth: 'hunter2' } } },
      'in its auths, "ghcr.io" has no user name and password',
    ],
    [
      'an auth that is no text',
      { auths: { 'ghcr.io': { auth: Buffer.from('u:\xff', 'latin1').toString('base64') } } },
      'in its auths, "ghcr.io" has no user name and password',
    ],
    [
      'a pattern for a host',
      { auths: { '*.azurecr.io': AUTHS.auths['ghcr.io'] } },
      'in its auths, "*.azurecr.io" is not the address of a registry',
    ],
    ['no entries', { auths: {} }, 'no server, no user name, no password was found; its fields are "auths"'],
    [
      'two logins to one registry',
      [LOGIN, { ...LOGIN, username: 'x' }],
      'it holds two different logins to one registry',
    ],
    ['an empty list', [], 'no server, no user name, no password was found; it has no fields'],
  ])('%s', (_what, value, why) => {
    expect(problemOf(value)).toEqual({
      code: 'value_unsupported',
      message: `Secret "ghcr" is no login to a container registry: ${why}`,
      advice: 'Give it the fields server, username and password, or make it a dockerconfigjson',
    });
  });

  test('however deep the document is', () => {
    const deep = (depth: number) => `${'{"a":'.repeat(depth)}"x"${'}'.repeat(depth)}`;

    expect([10, 1000, 10_000].map((depth) => problemOf(deep(depth))?.code)).toEqual(Array(3).fill('value_unsupported'));
  });
});
