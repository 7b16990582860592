import { describe, expect, test } from '@jest/globals';
import type { Inputs } from '../../../src/inputs/inputs.js';
import { readSuppliedToken } from '../../../src/oauth/token.js';
import { tokenInfoWarnings, tokenVariableWarnings } from '../../../src/publication/job-warnings.js';
import { fakeEnvironment } from '../../support/fake-environment.js';
import { jwt, NOW, settingsFrom } from '../../support/fake-ports.js';
import { publicationOf, sessionOf } from '../../support/fetched-run.js';

const S3 = { access_key: 'AKIA', secret_key: 'hunter-2' };
const LOGIN = { server: 'ghcr.io', username: 'octocat', password: 'hunter-2' };
const kept = (...names: string[]) => `@aws: the Secret does not set ${names.join(', ')}. The job's values stay set.`;
const NO_REGION = '@aws: neither the Secret nor the job sets a region. Some SDKs require AWS_REGION.';

describe('jobNotices', () => {
  test.each<[string, { value: object; env?: Record<string, string> }, string[]]>([
    ['no region anywhere', { value: S3 }, [NO_REGION]],
    ['a region in the Secret', { value: { ...S3, region: 'eu-1' }, env: { AWS_REGION: 'us-1' } }, []],
    ['a region of the job', { value: S3, env: { AWS_DEFAULT_REGION: 'us-1' } }, [kept('AWS_DEFAULT_REGION')]],
    [
      'two endpoints of another step',
      {
        value: { ...S3, region: 'eu-1' },
        env: { AWS_ENDPOINT_URL_S3: 'http://old', AWS_ENDPOINT_URL: 'http://older' },
      },
      [kept('AWS_ENDPOINT_URL_S3', 'AWS_ENDPOINT_URL')],
    ],
    [
      'an endpoint of the job that the endpoint of the Secret overrides',
      { value: { ...S3, region: 'e-1', endpoint: 'h.x' }, env: { AWS_ENDPOINT_URL: 'http://o' } },
      [],
    ],
  ])('The notices of @aws are complete with %s', (_what, { value, env = {} }, notices) => {
    expect(publicationOf({ secrets: 's3 | @aws' }, { s3: value }, { env }).notices).toEqual(notices);
  });

  test('Without @aws and @docker there are no notices and warnings', () => {
    const env = { AWS_REGION: 'us-1', AWS_PROFILE: 'mine', DOCKER_AUTH_CONFIG: '{}' };
    const { notices, warnings } = publicationOf({ secrets: 's3' }, { s3: S3 }, { env });

    expect([notices, warnings]).toEqual([[], []]);
  });
});

test.each(['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'])('The variable %s of the job causes a warning for @aws', (name) => {
  expect(publicationOf({ secrets: 's3 | @aws' }, { s3: S3 }, { env: { [name]: 'mine' } }).warnings).toEqual([
    `The variable ${name} is set. Some SDKs use the keys of that profile instead of those of @aws.`,
  ]);
});

test('The variable DOCKER_AUTH_CONFIG of the job causes a warning for @docker', () => {
  const warningsWith = (env: Record<string, string>) =>
    publicationOf({ secrets: 'ghcr | @docker' }, { ghcr: LOGIN }, { env }).warnings;

  expect(warningsWith({ DOCKER_AUTH_CONFIG: '{}' })).toEqual([
    'The variable DOCKER_AUTH_CONFIG is set. docker uses its logins instead of those of @docker.',
  ]);
  expect(warningsWith({})).toEqual([]);
});

/** Warnings about the token of Descartes Labs with the claim `aud`, for a job with these variables. */
function tokenWarnings(aud: unknown, env: Record<string, string>, inputs: Inputs = {}) {
  const token = readSuppliedToken(jwt({ aud }), NOW);
  const settings = settingsFrom({ platform: 'descarteslabs', bearer_token: token.value, ...inputs });
  return tokenVariableWarnings(sessionOf({ kind: 'supplied', token }), settings, fakeEnvironment({ variables: env }));
}

describe('tokenVariableWarnings', () => {
  test.each(['DESCARTESLABS_CLIENT_ID', 'CLIENT_ID'])(
    'The variable %s of the job causes a warning if the token is for another client',
    (name) => {
      expect(tokenWarnings('some-id', { [name]: 'other-id' })).toEqual([
        `The job sets ${name}. The Python client uses it as its client id and ignores the token in DESCARTESLABS_TOKEN, whose claim \`aud\` is different.`,
      ]);
      expect(tokenWarnings('some-id', { [name]: 'some-id' })).toEqual([]);
    },
  );

  test('The variable with the prefix of the platform takes precedence', () => {
    const env = { DESCARTESLABS_CLIENT_ID: 'some-id', CLIENT_ID: 'other-id' };

    expect(tokenWarnings('some-id', env)).toEqual([]);
  });

  test.each<[string, Inputs]>([
    ['The token in another variable', { token_variable: 'MY_TOKEN' }],
    ['The token of another platform', { platform: 'chariot', url: 'chariot.example.com' }],
  ])('%s causes no warning', (_what, inputs) => {
    expect(tokenWarnings('some-id', { CLIENT_ID: 'other-id' }, inputs)).toEqual([]);
  });

  test('A job without a client id, and a token without claims, cause no warning', () => {
    const settings = settingsFrom({ platform: 'descarteslabs', bearer_token: 'opaque-token' });
    const session = sessionOf({ kind: 'supplied', token: readSuppliedToken('opaque-token', NOW) });

    expect(tokenWarnings('some-id', {})).toEqual([]);
    expect(tokenVariableWarnings(session, settings, fakeEnvironment({ variables: { CLIENT_ID: 'other-id' } }))).toEqual(
      [],
    );
  });
});

describe('tokenInfoWarnings', () => {
  const file = { variable: 'DESCARTESLABS_TOKEN_INFO_PATH', path: '/temp/token_info.json', stale: undefined };

  test('One warning names the variables that the Python client prefers to the file', () => {
    expect(tokenInfoWarnings({ ...file, rivals: ['CLIENT_ID', 'CLIENT_SECRET'] })).toEqual([
      'The job sets CLIENT_ID, CLIENT_SECRET. The Python client reads its credentials from there and ignores token_info.json.',
    ]);
  });

  test('Without such variables, or without the file, there is no warning', () => {
    expect(tokenInfoWarnings({ ...file, rivals: [] })).toEqual([]);
    expect(tokenInfoWarnings(undefined)).toEqual([]);
  });
});
