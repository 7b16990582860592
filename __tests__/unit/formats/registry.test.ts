import { describe, expect, test } from '@jest/globals';
import { ActionError } from '../../../src/errors.js';
import { readRegistries } from '../../../src/formats/registry.js';
import { readValue } from '../../../src/formats/value.js';

const read = (value: unknown) => readRegistries(readValue(value), 'Secret "ghcr"');
const base64 = (text: string) => Buffer.from(text).toString('base64');

const LOGIN = { server: 'ghcr.io', username: 'octocat', password: 'hunter2' };
const KEY = '{\n  "type": "service_account",\n  "private_key": "x"\n}\n';
const AUTHS = { auths: { 'ghcr.io': { auth: base64('octocat:hunter2') } } };

function problemOf(value: unknown): { code: string; message: string; advice: readonly string[] } | undefined {
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

describe('readRegistries', () => {
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
    [
      'together with other fields',
      { ...LOGIN, email: 'a@b.c', description: 'release', type: 'x', active: true, tags: [1] },
    ],
    ['together with empty fields of the same part', { ...LOGIN, token: '', secret: null, url: '' }],
    ['in two fields with the same meaning', { ...LOGIN, url: 'https://GHCR.io/v2/', pass: 'hunter2' }],
    ['with user and password in one field', { server: 'ghcr.io', auth: base64('octocat:hunter2') }],
    ['in a list', [LOGIN]],
    ['in a dockerconfigjson', AUTHS],
    ['in a dockerconfigjson as a text', JSON.stringify(AUTHS)],
    ['in a dockerconfigjson as base64', base64(JSON.stringify(AUTHS))],
    ['in a dockerconfigjson as base64 with line ends', base64(JSON.stringify(AUTHS)).replace(/(.{20})/g, '$1\n')],
    [
      'in a dockerconfigjson with separate parts',
      { auths: { 'ghcr.io': { username: 'octocat', password: 'hunter2' } } },
    ],
    [
      'in a dockerconfigjson with separate parts and an auth',
      { auths: { 'https://ghcr.io/v2/': { ...LOGIN, ...AUTHS.auths['ghcr.io'] } } },
    ],
    ['in a field .dockerconfigjson', { '.dockerconfigjson': JSON.stringify(AUTHS) }],
    ['in a Secret of Kubernetes', { kind: 'Secret', data: { '.dockerconfigjson': base64(JSON.stringify(AUTHS)) } }],
    ['in a .dockercfg', AUTHS.auths],
    ['in a field .dockercfg', { '.dockercfg': base64(JSON.stringify(AUTHS.auths)) }],
  ])('A login is found %s', (_where, value) => {
    expect(read(value)).toEqual([LOGIN]);
  });

  test.each<[string, unknown, object]>([
    ['a separate port', { ...LOGIN, server: 'reg.corp', port: 5000 }, { server: 'reg.corp:5000' }],
    ['the default port', { ...LOGIN, server: 'reg.corp', port: '443' }, { server: 'reg.corp' }],
    [
      'a port that the server already contains',
      { ...LOGIN, server: 'reg.corp:5000', port: 5000 },
      { server: 'reg.corp:5000' },
    ],
    ['a number as password', { ...LOGIN, password: 1234 }, { password: '1234' }],
    ['a password with colons and blanks', { ...LOGIN, password: ' a:b ' }, { password: ' a:b ' }],
    [
      'a password with colons and blanks in an auth',
      { auths: { 'ghcr.io': { auth: base64('octocat: a:b ') } } },
      { password: ' a:b ' },
    ],
    [
      'a key of several lines as password',
      { ...LOGIN, username: '_json_key', password: KEY },
      { username: '_json_key', password: KEY },
    ],
    [
      'a key of several lines in an auth',
      { auths: { 'ghcr.io': { auth: base64(`_json_key:${KEY}`) } } },
      { username: '_json_key', password: KEY },
    ],
    ['a port with a newline at its end', { ...LOGIN, server: 'reg.corp', port: '5000\n' }, { server: 'reg.corp:5000' }],
    [
      'a password that is JSON',
      { ...LOGIN, password: '{"token":"x","user":"y"}' },
      { password: '{"token":"x","user":"y"}' },
    ],
  ])('A login with %s is read exactly', (_what, value, parts) => {
    expect(read(value)).toEqual([{ ...LOGIN, ...parts }]);
  });

  test.each<[string, unknown, object]>([
    ['a password', { ...LOGIN, password: 'hunter2\n' }, { cut: 'password' }],
    ['a user name, with a carriage return,', { ...LOGIN, username: 'octocat\r\n' }, { cut: 'user name' }],
    [
      'both parts in an auth',
      { server: 'ghcr.io', auth: base64('octocat\n:hunter2\n\n') },
      { cut: 'user name and password' },
    ],
    [
      'a password in a dockerconfigjson',
      { auths: { 'ghcr.io': { auth: base64('octocat:hunter2\n') } } },
      { cut: 'password' },
    ],
    [
      'a password next to an auth without it',
      { ...LOGIN, password: 'hunter2\n', auth: base64('octocat:hunter2') },
      { cut: undefined },
    ],
    ['an auth next to a password without it', { ...LOGIN, auth: base64('octocat:hunter2\n') }, { cut: 'password' }],
    ['one of two equal logins', [{ ...LOGIN, password: 'hunter2\n' }, LOGIN], { cut: undefined }],
  ])('The newline at the end of %s is removed', (_what, value, more) => {
    expect(read(value)).toEqual([{ ...LOGIN, ...more }]);
  });

  test('The newline at the end of an identity token is removed', () => {
    expect(read({ auths: { 'r.io': { identitytoken: 'refresh\n' } } })).toMatchObject([{ identityToken: 'refresh' }]);
  });

  test('A login with an identity token instead of a password is read', () => {
    const azure = { auth: base64('00000000-0000-0000-0000-000000000000:'), identitytoken: 'refresh' };
    const user = '00000000-0000-0000-0000-000000000000';

    expect(read({ auths: { 'r.azurecr.io': azure, 'r.io': { identitytoken: 'refresh' } } })).toEqual([
      { server: 'r.azurecr.io', username: user, password: '', identityToken: 'refresh' },
      { server: 'r.io', username: '', password: '', identityToken: 'refresh' },
    ]);
  });

  test('Several logins in one Secret are all read, and equal logins only once', () => {
    const quay = { ...LOGIN, server: 'quay.io' };
    const auths = { ...AUTHS.auths, 'quay.io': AUTHS.auths['ghcr.io'], 'https://ghcr.io': AUTHS.auths['ghcr.io'] };

    expect(read([LOGIN, quay])).toEqual([LOGIN, quay]);
    expect(read({ auths })).toEqual([LOGIN, quay]);
  });
});

describe('The errors of readRegistries', () => {
  test.each<[string, unknown, string]>([
    ['a text without fields', 'hunter2', 'no server, no user name, no password found; the Secret has no fields'],
    ['broken JSON', '{"server": "ghcr.io"', 'no server, no user name, no password found; the Secret has no fields'],
    [
      'no password',
      { server: 'ghcr.io', user: 'u', hunter: 'x' },
      'no password found; the fields are "server", "user", "hunter"',
    ],
    ['no server', { a: { user: 'u' }, pass: 'p' }, 'no server found; the fields are "a.user", "pass"'],
    [
      'an empty password',
      { ...LOGIN, password: '' },
      'no password found; the fields are "server", "username", "password"',
    ],
    [
      'two passwords',
      { ...LOGIN, token: 'x' },
      'the fields "password", "token" have different texts, and each could be the password',
    ],
    [
      'two user names',
      { ...LOGIN, account: { login: 'x' } },
      'the fields "username", "account.login" have different texts, and each could be the user name',
    ],
    [
      'two servers',
      { ...LOGIN, url: 'https://github.com' },
      'the fields "server", "url" have different texts, and each could be the server',
    ],
    [
      'a server that is not an address',
      { ...LOGIN, server: 'GitHub' },
      'the server is not the address of a registry; the fields are "server", "username", "password"',
    ],
    [
      'a user name with a colon',
      { ...LOGIN, username: 'a:b' },
      'the user name contains a colon, which a registry reads as the end of the user name',
    ],
    [
      'a user name of two lines',
      { ...LOGIN, username: 'octo\ncat' },
      'the user name or the password contains a control character, which no client can send',
    ],
    [
      'a user name after a newline',
      { auths: { 'ghcr.io': { auth: base64('\noctocat:hunter2') } } },
      'the user name or the password contains a control character, which no client can send',
    ],
    [
      'a password with NUL, which docker would cut',
      { ...LOGIN, password: 'hunter2\0' },
      'the user name or the password contains a control character, which no client can send',
    ],
    [
      'a port that is not a number',
      { ...LOGIN, port: 'https' },
      'the server is not the address of a registry; the fields are "server", "username", "password", "port"',
    ],
    ['an entry without a login', { auths: { 'ghcr.io': {} } }, 'in `auths`, "ghcr.io" has no user name and password'],
    [
      'an entry that is not an object',
      { auths: { 'ghcr.io': 'x' } },
      'in `auths`, "ghcr.io" has no user name and password',
    ],
    [
      'an auth that is not base64 of a login',
      { auths: { 'ghcr.io': { auth: 'hunter2' } } },
      'in `auths`, "ghcr.io" has no user name and password',
    ],
    [
      'an auth that is not valid text',
      { auths: { 'ghcr.io': { auth: Buffer.from('u:\xff', 'latin1').toString('base64') } } },
      'in `auths`, "ghcr.io" has no user name and password',
    ],
    [
      'a pattern for a host',
      { auths: { '*.azurecr.io': AUTHS.auths['ghcr.io'] } },
      'in `auths`, "*.azurecr.io" is not the address of a registry',
    ],
    ['no entries', { auths: {} }, 'no server, no user name, no password found; the fields are "auths"'],
    [
      'two logins to one registry',
      [LOGIN, { ...LOGIN, username: 'x' }],
      'the Secret contains two different logins to one registry',
    ],
    ['an empty list', [], 'no server, no user name, no password found; the Secret has no fields'],
  ])('A Secret with %s is rejected', (_what, value, why) => {
    expect(problemOf(value)).toEqual({
      code: 'value_unsupported',
      message: `Secret "ghcr" is not a login to a container registry: ${why}`,
      advice: ['Store the fields server, username and password in the Secret, or a dockerconfigjson'],
    });
  });

  test('A document of any depth is rejected without another error', () => {
    const deep = (depth: number) => `${'{"a":'.repeat(depth)}"x"${'}'.repeat(depth)}`;

    expect([10, 1000, 10_000].map((depth) => problemOf(deep(depth))?.code)).toEqual(Array(3).fill('value_unsupported'));
  });
});
