import { describe, expect, test } from '@jest/globals';
import { FOLDER, fetchedRun, publicationOf, type Values } from '../../support/fetched-run.js';

const LOGIN = { server: 'ghcr.io', username: 'octocat', password: 'hunter-2' };
const S3 = { access_key: 'AKIA', secret_key: 'hunter-2' };

describe('the variables of docker', () => {
  const inputs = { secrets: 'ghcr | @docker' };
  const config = { name: 'DOCKER_CONFIG', value: `${FOLDER}/docker-config` };
  const authFile = { name: 'REGISTRY_AUTH_FILE', value: `${FOLDER}/docker-config/registry-auth.json` };

  test('get back in the end what they were before', () => {
    const env = { DOCKER_CONFIG: '/home/me/.docker-2', REGISTRY_AUTH_FILE: '/home/me/auth.json' };

    expect(publicationOf(inputs, { ghcr: LOGIN }, { env }).state).toMatchObject({
      files: [FOLDER],
      variables: [
        { ...config, before: '/home/me/.docker-2' },
        { ...authFile, before: '/home/me/auth.json' },
      ],
    });
  });

  test('become empty in the end where they were absent', () => {
    expect(publicationOf(inputs, { ghcr: LOGIN }).state.variables).toEqual([
      { ...config, before: '' },
      { ...authFile, before: '' },
    ]);
  });

  test.each<[string, Parameters<typeof publicationOf>]>([
    ['when nothing becomes a variable', [{ ...inputs, export_env: 'false' }, { ghcr: LOGIN }]],
    ['that hold a value', [{ secrets: 'ghcr | REGISTRY_AUTH_FILE\nghcr | @dotenv' }, { ghcr: 'a-path' }]],
  ])('are left alone in the end %s', (_what, [of, values]) => {
    expect(publicationOf(of, values, { env: { DOCKER_CONFIG: '/before' } }).state.variables).toEqual([]);
  });

  test('are not the only ones: every variable that leads to a file of this step gets back what it was', () => {
    expect(publicationOf({ secrets: 'ghcr | REGISTRY_AUTH_FILE@file' }, { ghcr: '{}' }).state.variables).toEqual([
      { name: 'REGISTRY_AUTH_FILE', value: `${FOLDER}/REGISTRY_AUTH_FILE`, before: '' },
    ]);
  });
});

describe('what another step has left for AWS', () => {
  const OLD = { AWS_SECURITY_TOKEN: 'old', AWS_CREDENTIAL_EXPIRATION: '2026-01-01', AWS_PROFILE: 'mine' };
  const leftIn = (...run: Parameters<typeof publicationOf>) =>
    publicationOf(...run).variables.filter(([name]) => name in OLD);

  test('and would make the keys invalid becomes empty', () => {
    expect(leftIn({ secrets: 's3 | @aws' }, { s3: S3 }, { env: OLD })).toEqual([
      ['AWS_SECURITY_TOKEN', ''],
      ['AWS_CREDENTIAL_EXPIRATION', ''],
    ]);
  });

  test.each<[string, Parameters<typeof publicationOf>]>([
    ['where nothing is left', [{ secrets: 's3 | @aws' }, { s3: S3 }]],
    ['where one is left, the other', [{ secrets: 's3 | @aws' }, { s3: S3 }, { env: { AWS_PROFILE: 'mine' } }]],
    ['without @aws', [{ secrets: 's3' }, { s3: S3 }, { env: OLD }]],
    ['where @aws is for an optional Secret that is not there', [{ secrets: 's3? | @aws' }, {}, { env: OLD }]],
    ['when nothing becomes a variable', [{ secrets: 's3 | @aws', export_env: 'false' }, { s3: S3 }, { env: OLD }]],
  ])('is not touched %s', (_where, run) => {
    expect(leftIn(...run)).toEqual([]);
  });

  test('is not made empty where the workflow itself sets it, behind @aws or before', () => {
    const values = { s3: { ...S3, ends: '2030-01-01' } };

    for (const secrets of [
      's3 | @aws\ns3.ends | AWS_CREDENTIAL_EXPIRATION',
      's3.ends | AWS_CREDENTIAL_EXPIRATION\ns3 | @aws',
    ]) {
      expect(leftIn({ secrets }, values, { env: OLD })).toEqual(
        expect.arrayContaining([
          ['AWS_CREDENTIAL_EXPIRATION', '2030-01-01'],
          ['AWS_SECURITY_TOKEN', ''],
        ]),
      );
      expect(leftIn({ secrets }, values, { env: OLD })).toHaveLength(2);
    }
  });
});

describe('a plan', () => {
  const VALUES: Values = { db: 'hunter-2', ghcr: LOGIN, s3: { ...S3, bucket: 'models' }, key: 'a key' };
  const SECRETS = 'db\ndb | DB@dotenv\nghcr | @docker\ns3 | @aws\nkey | KEY@file';
  const inputs = { secrets: SECRETS, token_variable: 'T', plan: 'true' };

  test('gives out nothing at all, the token neither, but the state that ends the token', () => {
    const { outputs, variables, files, state } = publicationOf(inputs, VALUES, { env: { AWS_SECURITY_TOKEN: 'old' } });

    expect({ outputs, variables, files, state }).toEqual({
      outputs: [],
      variables: [],
      files: [],
      state: { files: [], variables: [], token: { reason: 'Chariot documents no way to end a token' } },
    });
  });

  test('tells what the run would give out', () => {
    const { publication } = fetchedRun(inputs, VALUES);
    const real = publicationOf({ ...inputs, plan: 'false' }, VALUES);

    expect(publication.planned).toEqual(real.planned);
    expect(publication.planned.outputs).toEqual(real.outputs);
    expect(publication.planned.deliveries.map(({ result }) => result.match.request.line)).toEqual([1, 2, 3, 4, 5]);
  });

  test('warns as the run would', () => {
    const planned = publicationOf({ ...inputs, plain_fields: 'nothing' }, { ...VALUES, db: 'abc' });

    expect(planned.notices).toEqual([
      expect.stringMatching(/"bucket"/),
      expect.stringMatching(/"nothing"/),
      expect.stringMatching(/region/),
    ]);
  });

  test.each<[string, string, { values: Values; code: string }]>([
    ['two fields with one name', 'a', { values: { a: { 'b.c': '1', b: { c: '2' } } }, code: 'name_conflict' }],
    ['a name that steers later steps', 'ld', { values: { ld: { preload: 'x' } }, code: 'name_refused' }],
    ['a value too large', 'a', { values: { a: 'x'.repeat(140_000) }, code: 'value_unsupported' }],
    ['a value that is no login', 'a | @docker', { values: { a: 'x' }, code: 'value_unsupported' }],
    ['a value that no line holds', 'a | @env-file', { values: { a: 'x\ny' }, code: 'value_unsupported' }],
  ])('refuses %s', (_what, secrets, { values, code }) => {
    expect(() => publicationOf({ secrets, plan: 'true' }, values)).toThrow(expect.objectContaining({ code }));
  });
});
