import { describe, expect, test } from '@jest/globals';
import { chariot } from '../../../src/platforms/chariot.js';
import { listRefusal } from '../../../src/secrets/refusals.js';
import {
  answeredEntry,
  buildDecryptRequest,
  buildListRequest,
  describeOwner,
  isKey,
  parseSecretList,
} from '../../../src/secrets/settings-api.js';
import { answer, exchangeOf } from '../../support/fake-ports.js';

const ACCESS = {
  platform: chariot,
  url: new URL('https://chariot.example.com/apps'),
  owner: { kind: 'project', id: 'p 1' },
  token: 'the-token',
  fresh: false,
} as const;

const WANTED = { ...ACCESS, key: 'secret/Custom/2kFm', entry: undefined, tokenWorked: true };

describe('The requests of the settings API', () => {
  test('The address of the list has a slash before the question mark, as documented', () => {
    expect(buildListRequest(ACCESS)).toEqual({
      method: 'GET',
      url: new URL('https://chariot.example.com/apps/api/identity/v2/settings/project/p%201/?sort=name&desc=false'),
      headers: { accept: 'application/json', authorization: 'Bearer the-token' },
      purpose: 'Listing the Secrets of project "p 1"',
    });
  });

  test('The address of a value has no slash after the key, as documented', () => {
    expect(buildDecryptRequest(WANTED)).toEqual({
      method: 'GET',
      url: new URL(
        'https://chariot.example.com/apps/api/identity/v2/settings/project/p%201/secret/Custom/2kFm?decrypt=true',
      ),
      headers: { accept: 'application/json', authorization: 'Bearer the-token' },
      purpose: 'Decrypting Secret "secret/Custom/2kFm"',
    });
  });

  test('A Secret of the list is named by its name', () => {
    const entry = { id: '2kFm', key: WANTED.key, name: 'db', type: 'secret/Custom', updatedAt: undefined };

    expect(buildDecryptRequest({ ...WANTED, entry }).purpose).toBe('Decrypting Secret "db"');
  });

  test.each([
    ['secret/S3 Connection/a', '/secret/S3%20Connection/a'],
    ['secret/Custom/a?b#c', '/secret/Custom/a%3Fb%23c'],
    ['secret/Custom/%2e%2e', '/secret/Custom/%252e%252e'],
    ['secret/Custom/ä', '/secret/Custom/%C3%A4'],
  ])('Each segment of the key %s is encoded separately', (key, expected) => {
    const { pathname } = buildDecryptRequest({ ...WANTED, key }).url;

    expect(pathname.replace('/apps/api/identity/v2/settings/project/p%201', '')).toBe(expected);
  });

  test.each([
    ['organization', '/api/identity/v2/settings/organization/o/'],
    ['user', '/api/identity/v2/settings/user/o/'],
  ] as const)('The address for an owner of the kind %s differs in one word', (kind, expected) => {
    const request = buildListRequest({ ...ACCESS, url: new URL('https://h'), owner: { kind, id: 'o' } });

    expect(request.url.pathname).toBe(expected);
    expect(describeOwner({ kind, id: 'o' })).toBe(`${kind} "o"`);
  });
});

test.each([
  ['secret/Custom/2kFm', true],
  ['secret/Container Registry/2kFm', true],
  ['secret/data/ci a', false],
  ['secret/data/ci\ta', false],
  ['secret/a/b/c', true],
  ['secret/a', false],
  ['secret/a/', false],
  ['/secret/a/b', false],
  ['setting/a/b', false],
  ['secret/../b', false],
  ['secret/a/.', false],
  ['secret/a/b/..', false],
  ['secret/a/..b', true],
  ['secret/a/\ud800', false],
])('`isKey` of %j is %s', (text, expected) => {
  expect(isKey(text)).toBe(expected);
});

describe('parseSecretList', () => {
  const listOf = (body: unknown) => parseSecretList(exchangeOf(answer(body)));

  test('The list contains only Secrets, and no other settings', () => {
    const data = [
      { _id: '1', _key: 'secret/Custom/1', _type: 'secret/Custom', name: 'db', value: '********', _updated_at: 1 },
      { _id: '2', _key: 'theme/2', _type: 'theme', name: 'dark' },
      { _id: 3 },
      'text',
      null,
      { _id: '4', _key: 'secret/S3/4', _type: 'secret/S3', name: '' },
    ];

    expect(listOf({ data })).toEqual([
      { id: '1', key: 'secret/Custom/1', name: 'db', type: 'secret/Custom', updatedAt: new Date(1000) },
      { id: '4', key: 'secret/S3/4', name: '', type: 'secret/S3', updatedAt: undefined },
    ]);
    expect(listOf({ data: [] })).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['a list at the top level', []],
    ['an object in `data`', { data: {} }],
    ['null in `data`', { data: null }],
    ['no `data`', {}],
    ['a text', '"x"'],
  ])('An answer with %s instead of a list in `data` is rejected', (_what, body) => {
    expect(() => listOf(body)).toThrow(
      expect.objectContaining({
        code: 'response_invalid',
        message: expect.stringMatching(/ with JSON that has no list in `data`$/),
      }),
    );
  });

  test.each<[string, object]>([
    ['no id', { _id: undefined }],
    ['a number as id', { _id: 1 }],
    ['no key', { _key: undefined }],
    ['a key that leaves the folder', { _key: 'secret/../../x' }],
    ['a key of something else', { _key: 'x' }],
    ['no name', { name: null }],
  ])('A Secret that has %s is rejected', (_what, wrong) => {
    const entry = { _id: '1', _key: 'secret/Custom/1', _type: 'secret/Custom', name: 'db', ...wrong };

    expect(() => listOf({ data: [entry] })).toThrow(
      expect.objectContaining({
        code: 'response_invalid',
        message: expect.stringMatching(/ with a Secret that has no valid `_id`, `_key` or `name`$/),
      }),
    );
  });
});

describe('answeredEntry', () => {
  test.each<[string, unknown, unknown]>([
    ['An answer with a value is the entry', { value: 'x', _key: 'k' }, { value: 'x', _key: 'k' }],
    ['The entry can be in `data`', { data: { value: 'x' } }, { value: 'x' }],
    [
      'An answer with a value and `data` is the entry itself',
      { value: 'x', data: { value: 'y' } },
      { value: 'x', data: { value: 'y' } },
    ],
    ['The value can be null', { value: null }, { value: null }],
    ['An answer without a value contains no entry', { _key: 'k' }, undefined],
    ['A list at the top level contains no entry', [{ value: 'x' }], undefined],
    ['A list in `data` contains no entry', { data: [{ value: 'x' }] }, undefined],
    ['An empty answer contains no entry', {}, undefined],
    ['A text contains no entry', 'x', undefined],
    ['Null contains no entry', null, undefined],
  ])('%s', (_what, body, expected) => {
    expect(answeredEntry(body)).toEqual(expected);
  });
});

describe('listRefusal', () => {
  const LIST = 'secret_list (the roles Reader, Writer and Owner have it)';

  test.each<[string, Parameters<typeof answer>, string, RegExp]>([
    [
      '403',
      [{}, { status: 403 }],
      'permission_denied',
      /answered 403 since the request requires the permission secret_list \(the roles Reader/,
    ],
    [
      '404 in JSON',
      [{ error: 'x' }, { status: 404 }],
      'owner_not_found',
      /answered 404 since project "p 1" does not exist or these credentials have no access to it$/,
    ],
    [
      '404 in plain text',
      ['404 page not found', { status: 404, contentType: 'text/plain' }],
      'endpoint_not_found',
      /answered 404$/,
    ],
    ['401', [{}, { status: 401 }], 'invalid_token', /answered 401$/],
    ['500', [{}, { status: 500 }], 'server_failed', /answered 500$/],
    ['400', [{}, { status: 400 }], 'response_invalid', /answered 400$/],
  ])('A list that is rejected with %s has its own error code', (_what, response, ...[code, message]) => {
    expect(listRefusal(exchangeOf(answer(...response)), ACCESS)).toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });

  test('The message names the missing permission and the roles that have it', () => {
    expect(listRefusal(exchangeOf(answer({}, { status: 403 })), ACCESS).message).toContain(LIST);
  });

  test('If this run requested the token, a rejected token is not to be replaced', () => {
    const refusal = (fresh: boolean, status: number) =>
      listRefusal(exchangeOf(answer({}, { status })), { ...ACCESS, fresh }).advice;

    expect(refusal(true, 401)).toEqual([expect.stringMatching(/^The login of this step succeeded/)]);
    expect(refusal(false, 401)).toEqual([]);
    expect(refusal(true, 500)).toEqual([]);
  });
});
