import { describe, expect, test } from '@jest/globals';
import { takenNames } from '../../../src/language/taken-names.js';
import { createMasker, type Masker } from '../../../src/masking/masker.js';
import { type Delivery, deliver } from '../../../src/publication/deliver.js';
import { resultsOf, stepOf, type Values } from '../../support/fetched-run.js';

const pathOf = (file: string) => `/temp/${file}`;

function deliveriesOf(secrets: string, values: Values, more: { plain?: string; masker?: Masker } = {}): Delivery[] {
  const settings = stepOf({ secrets, plain_fields: more.plain ?? '' });
  const { plainFields } = settings;
  const mask = more.masker?.mask ?? (() => {});
  const place = { taken: takenNames(settings), pathOf, mask, plainFields };
  return resultsOf(settings, values).map((result) => deliver(result, place));
}

/** What each line becomes, without empty parts. */
function contentOf(secrets: string, values: Values) {
  return deliveriesOf(secrets, values).map(({ result, ...delivery }) => {
    const parts = Object.entries(delivery).filter(([, part]) => part.length > 0);
    return Object.fromEntries(parts);
  });
}

const LOGIN = { server: 'ghcr.io', username: 'octocat', password: 'hunter-2' };
const DEEP = { a: { 'b c': 'x-1', d: [1, 2] }, e: null, f: true };
const S3 = { access_key: 'AKIA', secret_key: 'hunter-2', bucket: 'models', 'path style': true };
const AWS = [
  ['AWS_ACCESS_KEY_ID', 'AKIA'],
  ['AWS_SECRET_ACCESS_KEY', 'hunter-2'],
  ['AWS_SESSION_TOKEN', ''],
];
const base64 = (text: string) => Buffer.from(text).toString('base64');
const BYTES = Buffer.from([0xff, 0xfe, 0x00]);

describe('deliver without a sink', () => {
  test.each<[string, string, { value: unknown; gives: object }]>([
    [
      'a variable and an output',
      'api key',
      { value: 'v-1', gives: { variables: [['API_KEY', 'v-1']], outputs: [['api-key', 'v-1']] } },
    ],
    [
      'a variable and an output with the name of the target',
      'api key | Key',
      { value: 42, gives: { variables: [['Key', '42']], outputs: [['Key', '42']] } },
    ],
    [
      'a variable and an output with the text of the server, if it is a JSON object',
      'api key',
      {
        value: '{ "x": "v-1" }\n',
        gives: { variables: [['API_KEY', '{ "x": "v-1" }\n']], outputs: [['api-key', '{ "x": "v-1" }\n']] },
      },
    ],
    [
      'a variable and an output with compact JSON, if the server returns an object',
      'api key | K',
      {
        value: DEEP,
        gives: { variables: [['K', JSON.stringify(DEEP)]], outputs: [['K', JSON.stringify(DEEP)]] },
      },
    ],
    [
      'a variable and an output with compact JSON, if the server returns an array',
      'api key',
      {
        value: ['a', { b: 1 }],
        gives: { variables: [['API_KEY', '["a",{"b":1}]']], outputs: [['api-key', '["a",{"b":1}]']] },
      },
    ],
    [
      'the value of one field',
      'api key.a.d',
      { value: DEEP, gives: { variables: [['API_KEY_A_D', '[1,2]']], outputs: [['api-key-a-d', '[1,2]']] } },
    ],
    [
      'the text of a field that is an object',
      'api key.a | A',
      {
        value: DEEP,
        gives: { variables: [['A', '{"b c":"x-1","d":[1,2]}']], outputs: [['A', '{"b c":"x-1","d":[1,2]}']] },
      },
    ],
    [
      'its decoded text, even if that is a JSON object',
      'api key | base64 | K',
      {
        value: Buffer.from('{"x":"y"}').toString('base64'),
        gives: { variables: [['K', '{"x":"y"}']], outputs: [['K', '{"x":"y"}']] },
      },
    ],
    [
      'a variable and an output with the name of a pattern',
      'api* | K_*',
      { value: 'v-1', gives: { variables: [['K__KEY', 'v-1']], outputs: [['K__KEY', 'v-1']] } },
    ],
  ])('A value becomes %s', (_what, secrets, { value, gives }) => {
    expect(contentOf(secrets, { 'api key': value })).toEqual([gives]);
  });
});

describe('deliver every field', () => {
  const pair = (name: string, text: string, output = name) => ({
    variables: [[name, text]],
    outputs: [[output, text]],
  });
  const file = (name: string, text: string, output = name) => ({
    ...pair(name, `/temp/${name}`, output),
    files: [{ path: name, content: Buffer.from(text) }],
  });
  const line = (name: string, text: string) => ({ lines: [[name, text]] });

  test.each<[string, string, object[]]>([
    [
      'a variable and an output',
      'api key.*',
      [
        pair('API_KEY_A_B_C', 'x-1', 'api-key-a-b-c'),
        pair('API_KEY_A_D', '[1,2]', 'api-key-a-d'),
        pair('API_KEY_E', '', 'api-key-e'),
        pair('API_KEY_F', 'true', 'api-key-f'),
      ],
    ],
    [
      'a variable and an output of one name, if the target has a star',
      'api key.* | Key_*',
      [pair('Key_A_B_C', 'x-1'), pair('Key_A_D', '[1,2]'), pair('Key_E', ''), pair('Key_F', 'true')],
    ],
    ['a variable and an output of its own name', 'api key.a.* | *', [pair('B_C', 'x-1'), pair('D', '[1,2]')]],
    [
      'a file',
      'api key.a.* | @file',
      [file('API_KEY_A_B_C', 'x-1', 'api-key-a-b-c'), file('API_KEY_A_D', '[1,2]', 'api-key-a-d')],
    ],
    ['a file with the name of the target', 'api*.a.* | K*@file', [file('K_KEY_B_C', 'x-1'), file('K_KEY_D', '[1,2]')]],
    [
      'a line of the dotenv file',
      'api key.a.* | @dotenv',
      [line('API_KEY_A_B_C', 'x-1'), line('API_KEY_A_D', '[1,2]')],
    ],
    ['a line of the env file', '"api key".a.* | K_*@env-file', [line('K_B_C', 'x-1'), line('K_D', '[1,2]')]],
    ['a line with the name of the field', 'api key.a.* | *@dotenv', [line('B_C', 'x-1'), line('D', '[1,2]')]],
  ])('A field becomes %s', (_what, secrets, expected) => {
    expect(contentOf(secrets, { 'api key': DEEP })).toEqual(expected);
  });

  test('A decoded field that is bytes becomes a file', () => {
    expect(contentOf('x.* | base64 | X_*@file', { x: { y: BYTES.toString('base64') } })).toEqual([
      { ...pair('X_Y', '/temp/X_Y'), files: [{ path: 'X_Y', content: BYTES }] },
    ]);
  });
});

describe('deliver with a sink', () => {
  const file = (path: string, content: Buffer, output = path) => ({
    files: [{ path, content }],
    variables: [[path, `/temp/${path}`]],
    outputs: [[output, `/temp/${path}`]],
  });

  test.each<[string, string, { value: unknown; gives: object }]>([
    ['@file', 'x y | @file', { value: 'täxt\n', gives: file('X_Y', Buffer.from('täxt\n'), 'x-y') }],
    ['NAME@file', 'x y | Key@file', { value: '{ "x": 1 }', gives: file('Key', Buffer.from('{ "x": 1 }')) }],
    ['NAME@file of a field', 'x y.f | K@file', { value: DEEP, gives: file('K', Buffer.from('true')) }],
    ['NAME@file of an object', 'x y | K@file', { value: DEEP, gives: file('K', Buffer.from(JSON.stringify(DEEP))) }],
    ['NAME@file of bytes', 'x y | base64 | K@file', { value: BYTES.toString('base64'), gives: file('K', BYTES) }],
    ['NAME@file of a text with NUL', 'x y | K@file', { value: 'a\0b', gives: file('K', Buffer.from('a\0b')) }],
    ['@dotenv', 'x y | @dotenv', { value: 'v-1', gives: { lines: [['X_Y', 'v-1']] } }],
    [
      'NAME@dotenv of an object',
      'x y | K@dotenv',
      { value: { x: 'v-1', y: { z: 'v-2' } }, gives: { lines: [['K', '{"x":"v-1","y":{"z":"v-2"}}']] } },
    ],
    ['@env-file of a JSON text', 'x y | @env-file', { value: '{ "x": 1 }', gives: { lines: [['X_Y', '{ "x": 1 }']] } }],
    ['NAME@env-file', 'x y | K@env-file', { value: 'v-1', gives: { lines: [['K', 'v-1']] } }],
    ['@docker', 'x y | @docker', { value: LOGIN, gives: { registries: [LOGIN], addresses: ['ghcr.io'] } }],
    [
      '@docker of a JSON text',
      'x y | @docker',
      { value: JSON.stringify(LOGIN, null, 2), gives: { registries: [LOGIN], addresses: ['ghcr.io'] } },
    ],
    [
      '@docker of a field, decoded',
      'x y.z | base64 | @docker',
      { value: { z: base64(JSON.stringify(LOGIN)) }, gives: { registries: [LOGIN], addresses: ['ghcr.io'] } },
    ],
    [
      '@docker of a login with newlines at the end, with a notice',
      'x y | @docker',
      {
        value: [
          { ...LOGIN, password: 'hunter-2\n' },
          { ...LOGIN, server: 'quay.io', username: 'octocat\r\n', password: 'hunter-2\n' },
          { ...LOGIN, server: 'r.io', password: 'hunter-2\n' },
        ],
        gives: {
          addresses: ['ghcr.io', 'quay.io', 'r.io'],
          registries: [
            { ...LOGIN, cut: 'password' },
            { ...LOGIN, server: 'quay.io', cut: 'user name and password' },
            { ...LOGIN, server: 'r.io', cut: 'password' },
          ],
          notices: [
            'Secret "x y": @docker does not use the newline at the end of the password. Remove it from the Secret.',
            'Secret "x y": @docker does not use the newline at the end of the user name and password. Remove it from the Secret.',
          ],
        },
      },
    ],
    [
      '@aws',
      'x y | @aws',
      {
        value: S3,
        gives: {
          variables: AWS,
          outputs: AWS,
          notices: ['Secret "x y": no AWS variable exists for "bucket", "path style".'],
        },
      },
    ],
  ])('A value goes to %s', (_sink, secrets, { value, gives }) => {
    expect(contentOf(secrets, { 'x y': value })).toEqual([gives]);
  });
});

describe('What a sink derives from a value is masked', () => {
  const CONFIG = { auths: { 'ghcr.io': { auth: base64('octocat:hunter-2') } } };
  const TOKEN = { auths: { 'ghcr.io': { identitytoken: 'identity-token', auth: base64('octocat:hunter-2') } } };
  const AT = { ...S3, endpoint: 'minio.example.com', port: 9000 };

  test.each<[what: string, line: string, { value: unknown; plain?: string; derived: string[]; shown: string[] }]>([
    [
      'The password in an `auth` of @docker is masked',
      'x | @docker',
      { value: CONFIG, derived: ['hunter-2', base64('octocat:hunter-2'), 'ghcr.io'], shown: [] },
    ],
    [
      'An identity token of @docker is masked',
      'x | @docker',
      { value: TOKEN, derived: ['identity-token', 'hunter-2', 'ghcr.io'], shown: [] },
    ],
    [
      'The `auth` that @docker makes of user name and password is masked',
      'x | @docker',
      { value: LOGIN, derived: [base64('octocat:hunter-2'), 'ghcr.io'], shown: [] },
    ],
    [
      'The `auth` of a login whose server is a plain field is masked, but not the server',
      'x | @docker',
      { value: LOGIN, plain: 'server', derived: [base64('octocat:hunter-2')], shown: ['ghcr.io'] },
    ],
    [
      'The `auth` of a login in a plain field is masked, but not the server',
      'x.y | @docker',
      { value: { y: LOGIN }, plain: 'y', derived: [base64('octocat:hunter-2')], shown: ['ghcr.io'] },
    ],
    [
      'The endpoint that @aws makes of host and port is masked',
      'x | @aws',
      { value: AT, derived: ['https://minio.example.com:9000'], shown: [] },
    ],
    [
      'The endpoint that @aws makes of a host in a plain field is not masked',
      'x | @aws',
      { value: AT, plain: 'endpoint', derived: [], shown: ['https://minio.example.com:9000'] },
    ],
    [
      'The endpoint of @aws is masked if another field is plain',
      'x | @aws',
      { value: AT, plain: 'bucket', derived: ['https://minio.example.com:9000'], shown: [] },
    ],
    [
      'The endpoint of @aws is masked if the plain field is empty',
      'x | @aws',
      { value: { ...AT, region: '' }, plain: 'region', derived: ['https://minio.example.com:9000'], shown: [] },
    ],
    [
      'A line without a sink derives nothing that is masked',
      'x | X',
      { value: CONFIG, derived: [], shown: ['hunter-2'] },
    ],
  ])('%s', (_what, line, { value, plain = '', derived, shown }) => {
    const masker = createMasker(() => {});
    deliveriesOf(line, { x: value }, { plain, masker });

    expect(derived.map((text) => masker.redact(text))).toEqual(derived.map(() => '***'));
    expect(shown.map((text) => masker.redact(text))).toEqual(shown);
  });
});
