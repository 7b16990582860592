import { describe, expect, test } from '@jest/globals';
import { publicationOf } from '../../support/fetched-run.js';

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
  const env = { DOCKER_AUTH_CONFIG: '{}' };

  expect(publicationOf({ secrets: 'ghcr | @docker' }, { ghcr: LOGIN }, { env }).warnings).toEqual([
    'The variable DOCKER_AUTH_CONFIG is set. docker uses its logins instead of those of @docker.',
  ]);
});
