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
      'a variable for each field, and an output with the text of the server',
      'api key',
      {
        value: '{ "x": "v-1" }',
        gives: { variables: [['API_KEY_X', 'v-1']], outputs: [['api-key', '{ "x": "v-1" }']] },
      },
    ],
    [
      'a variable for each nested field, with lists as JSON and null as an empty text',
      'api key | K',
      {
        value: DEEP,
        gives: {
          variables: [
            ['K_A_B_C', 'x-1'],
            ['K_A_D', '[1,2]'],
            ['K_E', ''],
            ['K_F', 'true'],
          ],
          outputs: [['K', JSON.stringify(DEEP)]],
        },
      },
    ],
    [
      'the value of one field',
      'api key.a.d',
      { value: DEEP, gives: { variables: [['API_KEY_A_D', '[1,2]']], outputs: [['api-key-a-d', '[1,2]']] } },
    ],
    [
      'its decoded text, or the fields of the decoded text',
      'api key | base64 | K',
      {
        value: Buffer.from('{"x":"y"}').toString('base64'),
        gives: { variables: [['K_X', 'y']], outputs: [['K', '{"x":"y"}']] },
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

describe('deliver with a sink', () => {
  const file = (path: string, content: Buffer, output = path) => ({
    files: [{ path, content }],
    variables: [[path, `/temp/${path}`]],
    outputs: [[output, `/temp/${path}`]],
  });

  test.each<[string, string, { value: unknown; gives: object }]>([
    ['@file', 'x y | @file', { value: 'täxt\n', gives: file('X_Y', Buffer.from('täxt\n'), 'x-y') }],
    ['NAME@file', 'x y | Key@file', { value: '{ "x": 1 }', gives: file('Key', Buffer.from('{ "x": 1 }')) }],
    ['NAME@file of a field', 'x y.e | K@file', { value: DEEP, gives: file('K', Buffer.from('')) }],
    ['NAME@file of bytes', 'x y | base64 | K@file', { value: BYTES.toString('base64'), gives: file('K', BYTES) }],
    ['NAME@file of a text with NUL', 'x y | K@file', { value: 'a\0b', gives: file('K', Buffer.from('a\0b')) }],
    ['@dotenv', 'x y | @dotenv', { value: 'v-1', gives: { lines: [['X_Y', 'v-1']] } }],
    [
      'NAME@dotenv of fields',
      'x y | K@dotenv',
      {
        value: { x: 'v-1', y: { z: 'v-2' } },
        gives: {
          lines: [
            ['K_X', 'v-1'],
            ['K_Y_Z', 'v-2'],
          ],
        },
      },
    ],
    ['NAME@env-file', 'x y | K@env-file', { value: 'v-1', gives: { lines: [['K', 'v-1']] } }],
    ['@docker', 'x y | @docker', { value: LOGIN, gives: { registries: [LOGIN] } }],
    [
      '@docker of a field, decoded',
      'x y.z | base64 | @docker',
      { value: { z: base64(JSON.stringify(LOGIN)) }, gives: { registries: [LOGIN] } },
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
      'A line without a sink derives nothing that is masked',
      'x | X',
      { value: CONFIG, derived: [], shown: ['hunter-2'] },
    ],
  ])('%s', (_what, line, { value, plain = '', derived, shown }) => {
    const masker = createMasker(() => {});
    deliveriesOf(line, { x: value }, { plain, masker });

    expect(derived.map(masker.redact)).toEqual(derived.map(() => '***'));
    expect(shown.map(masker.redact)).toEqual(shown);
  });
});
