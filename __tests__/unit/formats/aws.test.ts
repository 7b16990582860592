import { describe, expect, test } from '@jest/globals';
import { ActionError } from '../../../src/errors.js';
import { awsVariables } from '../../../src/formats/aws.js';
import { readValue } from '../../../src/formats/value.js';

const WHO = 'The Secret "training-s3"';
const KEYS = { access_key_id: 'AKIA1', secret_access_key: 'a secret' };

function variablesOf(value: unknown): Record<string, string> {
  return Object.fromEntries(awsVariables(readValue(value), WHO).variables);
}

function errorOf(value: unknown): string {
  try {
    return `no error but ${JSON.stringify(awsVariables(readValue(value), WHO))}`;
  } catch (error) {
    return error instanceof ActionError ? `${error.code}: ${error.message}` : String(error);
  }
}

describe('awsVariables', () => {
  test('A Secret with only the keys sets both keys and an empty session token', () => {
    expect(variablesOf(KEYS)).toEqual({
      AWS_ACCESS_KEY_ID: 'AKIA1',
      AWS_SECRET_ACCESS_KEY: 'a secret',
      AWS_SESSION_TOKEN: '',
    });
  });

  test('A Secret with all parts sets all six variables', () => {
    const value = { ...KEYS, session_token: 'IQo=', region: 'eu-central-1', endpoint: 'https://s3.example.com' };

    expect(awsVariables(readValue(value), WHO)).toEqual({
      variables: [
        ['AWS_ACCESS_KEY_ID', 'AKIA1'],
        ['AWS_SECRET_ACCESS_KEY', 'a secret'],
        ['AWS_SESSION_TOKEN', 'IQo='],
        ['AWS_REGION', 'eu-central-1'],
        ['AWS_DEFAULT_REGION', 'eu-central-1'],
        ['AWS_ENDPOINT_URL_S3', 'https://s3.example.com'],
      ],
      unused: [],
    });
  });

  test.each([null, '', '  '])('A region and an endpoint with the text %j set no variable', (empty) => {
    const value = { ...KEYS, session_token: empty, region: empty, endpoint: empty, bucket: empty };

    expect(awsVariables(readValue(value), WHO)).toEqual(awsVariables(readValue(KEYS), WHO));
  });

  test('A secret key keeps its blanks, quotes and letters, and a number keeps its digits', () => {
    const secret = ' a"b\'c$d\\é ';

    expect(variablesOf({ accessKey: 1, secretKey: secret })).toMatchObject({
      AWS_ACCESS_KEY_ID: '1',
      AWS_SECRET_ACCESS_KEY: secret,
    });
  });
});

describe('The fields of awsVariables', () => {
  const all = { AWS_ACCESS_KEY_ID: 'A', AWS_SECRET_ACCESS_KEY: 'S', AWS_SESSION_TOKEN: 'T', AWS_REGION: 'r' };

  test.each<[string, unknown]>([
    [
      'the SDKs',
      { AWS_ACCESS_KEY_ID: 'A', AWS_SECRET_ACCESS_KEY: 'S', AWS_SESSION_TOKEN: 'T', AWS_DEFAULT_REGION: 'r' },
    ],
    ['AWS with two equal regions', { accessKey: 'A', secretKey: 'S', token: 'T', AWS_REGION: 'r', region: 'r' }],
    ['aws sts', { Credentials: { AccessKeyId: 'A', SecretAccessKey: 'S', SessionToken: 'T' }, Region: 'r' }],
    ['rclone', { access_key_id: 'A', secret_access_key: 'S', session_token: 'T', region: 'r' }],
    ['kebab case', { 'access-key-id': 'A', 'secret-access-key': 'S', 'session-token': 'T', 'region-name': 'r' }],
    ['separate words', { 'Access Key': 'A', 'Secret Key': 'S', 'Security Token': 'T', Region: 'r' }],
    ['MinIO', { accessKey: 'A', secretKey: 'S', sessionToken: 'T', region: 'r' }],
    ['s3fs', { key: 'A', secret: 'S', token: 'T', region: 'r' }],
    ['Backblaze', { keyID: 'A', applicationKey: 'S', token: 'T', region: 'r' }],
    ['one prefix', { s3_access_key: 'A', s3_secret_key: 'S', s3_token: 'T', s3Region: 'r' }],
    ['two prefixes', { aws_s3_access_key: 'A', awsS3SecretKey: 'S', awsSecurityToken: 'T', bucket_region: 'r' }],
    ['an object around all parts', { s3: { key: 'A', secret: 'S', token: 'T', region: 'r' } }],
    [
      'an object for each part',
      { access_key: { id: 'A', secret: 'S' }, session: { token: 'T' }, bucket: { region: 'r' } },
    ],
    [
      'an object with the name secret',
      { secret: { access_key: 'A', secret_key: 'S', session_token: 'T', region: 'r' } },
    ],
    ['JSON in a string', '{"accessKey": "A", "secretKey": "S", "sessionToken": "T", "region": "r"}'],
  ])('Field names in the style of %s are found', (_style, value) => {
    expect(variablesOf(value)).toMatchObject(all);
  });

  test('A name that may mean something else is used only if no field has a sure name', () => {
    const value = {
      ...KEYS,
      key: 'models/best.bin',
      secret: 'of something else',
      endpoint: 'e.example',
      url: 'u.example',
    };
    const { variables, unused } = awsVariables(readValue(value), WHO);

    expect(Object.fromEntries(variables)).toMatchObject({
      AWS_ACCESS_KEY_ID: 'AKIA1',
      AWS_ENDPOINT_URL_S3: 'https://e.example',
    });
    expect(unused).toEqual(['key', 'secret', 'url']);
  });

  test('A name that may mean something else is not used inside one of several objects', () => {
    const { variables, unused } = awsVariables(
      readValue({ s3: KEYS, db: { host: 'db.example.com', token: 'T' } }),
      WHO,
    );

    expect(Object.fromEntries(variables)).toEqual(variablesOf(KEYS));
    expect(unused).toEqual(['db.host', 'db.token']);
  });

  test('Fields without a variable are returned as unused', () => {
    const value = {
      ...KEYS,
      bucket: 'data',
      options: { path_style: true, tls_verify: false },
      Expiration: '2026-01-01',
      '--': 'a name without letters',
    };

    expect(awsVariables(readValue(value), WHO).unused).toEqual([
      'bucket',
      'options.path_style',
      'options.tls_verify',
      'Expiration',
      '--',
    ]);
  });
});

describe('The endpoint of awsVariables', () => {
  test.each<[Record<string, unknown>, string]>([
    [{ endpoint: 'https://s3.example.com' }, 'https://s3.example.com'],
    [{ endpoint: ' https://s3.example.com/ ' }, 'https://s3.example.com'],
    [{ AWS_ENDPOINT_URL_S3: 'HTTP://S3.Example.com:9000' }, 'http://s3.example.com:9000'],
    [{ endpointUrl: 'https://example.com/storage/s3/' }, 'https://example.com/storage/s3'],
    [{ endpoint: 's3.example.com' }, 'https://s3.example.com'],
    [{ endpoint: 'localhost:9000' }, 'https://localhost:9000'],
    [{ endpoint: '[::1]:9000' }, 'https://[::1]:9000'],
    [{ endpoint: 'localhost:9000', secure: true }, 'https://localhost:9000'],
    [{ endpoint: 'localhost:9000', useSSL: false }, 'http://localhost:9000'],
    [{ endpoint: 'localhost:9000', use_tls: 'No' }, 'http://localhost:9000'],
    [{ endpoint: 'https://localhost:9000', secure: false }, 'https://localhost:9000'],
    [{ s3: { endpoint: { url: 'https://s3.example.com' } } }, 'https://s3.example.com'],
    [{ host: 'minio.example.com', port: 9000 }, 'https://minio.example.com:9000'],
    [{ endpoint: { host: 'minio.example.com', port: '9000' } }, 'https://minio.example.com:9000'],
    [{ endpoint: 'https://minio.example.com:9001/s3', port: 9000 }, 'https://minio.example.com:9001/s3'],
  ])('The endpoint of %j is %s', (fields, expected) => {
    expect(variablesOf({ ...KEYS, ...fields })).toMatchObject({ AWS_ENDPOINT_URL_S3: expected });
  });

  test.each([
    'https://user:hidden@s3.example.com',
    'user:hidden@s3.example.com',
    'https://user@s3.example.com',
    'https://s3.example.com?hidden=1',
    'https://s3.example.com#hidden',
    's3://hidden/path',
    'ftp://hidden',
    'https://',
    'hidden host',
  ])('The endpoint %s is rejected', (endpoint) => {
    expect(errorOf({ ...KEYS, endpoint })).toBe(
      'value_unsupported: The Secret "training-s3" has an unusable endpoint: "endpoint" must be a host, or an http(s) ' +
        'address without user name, password, query and fragment',
    );
  });
});

describe('The errors of awsVariables', () => {
  test.each<[string, unknown, string]>([
    [
      'no secret key',
      { access_key: 'hidden', region: 'hidden', 'user-name': 'hidden' },
      'has no secret access key for @aws. The fields are "access_key", "region", "user-name"',
    ],
    ['no access key', { aws: { secret: 'hidden' } }, 'has no access key ID for @aws. The fields are "aws.secret"'],
    [
      'an empty access key',
      { access_key: ' ', secret_key: 'hidden' },
      'has no access key ID for @aws. The fields are "access_key", "secret_key"',
    ],
    ['no fields', {}, 'has no access key ID and no secret access key for @aws. The fields are none'],
    ['only a text', 'hidden', 'has no access key ID and no secret access key for @aws. The value is not a JSON object'],
    [
      'two different access keys',
      { ...KEYS, s3: { access_key: 'hidden' } },
      'has several fields with different texts for the access key ID: "access_key_id", "s3.access_key"',
    ],
    [
      'two different tokens',
      { ...KEYS, token: 'hidden', aws_token: 'other' },
      'has several fields with different texts for the session token: "token", "aws_token"',
    ],
    [
      'two different regions',
      { ...KEYS, AWS_REGION: 'hidden', AWS_DEFAULT_REGION: 'other' },
      'has several fields with different texts for the region: "AWS_REGION", "AWS_DEFAULT_REGION"',
    ],
  ])('A Secret with %s is rejected', (_case, value, expected) => {
    expect(errorOf(value)).toBe(`value_unsupported: The Secret "training-s3" ${expected}`);
  });

  test.each<[part: string, name: string, text: string]>([
    ['access key ID', 'access_key_id', 'hidden key'],
    ['access key ID', 'access_key_id', 'hiddén'],
    ['secret access key', 'secret_access_key', 'hidden\n'],
    ['session token', 'session_token', 'hidden\r\n'],
    ['region', 'region', 'us_hidden_1'],
    ['region', 'region', 'us-hidden-1\t'],
    ['endpoint', 'endpoint', 'https://hid\nden'],
    ['port', 'port', '65536'],
  ])('A Secret whose %s in the field %s is %j is rejected', (part, name, text) => {
    expect(errorOf({ ...KEYS, [name]: text })).toBe(
      `value_unsupported: The Secret "training-s3" has an unusable ${part}: no AWS SDK accepts the text of "${name}"`,
    );
  });

  test('The error for a Secret with many fields names the first twenty', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`field${index}`, 'x']));

    expect(errorOf(many)).toMatch(/"field19"$/);
  });
});
