import { describe, expect, test } from '@jest/globals';
import { FOLDER, fetchedRun, publicationOf, type Values } from '../../support/fetched-run.js';

const LOGIN = { server: 'ghcr.io', username: 'octocat', password: 'hunter-2' };
const S3 = { access_key: 'AKIA', secret_key: 'hunter-2' };

describe('planPublication: variables with a path of this step', () => {
  const inputs = { secrets: 'ghcr | @docker' };
  const config = { name: 'DOCKER_CONFIG', value: `${FOLDER}/docker-config` };
  const authFile = { name: 'REGISTRY_AUTH_FILE', value: `${FOLDER}/docker-config/registry-auth.json` };

  test('The post step restores the variables of docker', () => {
    const env = { DOCKER_CONFIG: '/home/me/.docker-2', REGISTRY_AUTH_FILE: '/home/me/auth.json' };

    expect(publicationOf(inputs, { ghcr: LOGIN }, { env }).state).toMatchObject({
      files: [FOLDER],
      variables: [
        { ...config, before: '/home/me/.docker-2' },
        { ...authFile, before: '/home/me/auth.json' },
      ],
    });
  });

  test('The post step clears the variables of docker if they were absent', () => {
    expect(publicationOf(inputs, { ghcr: LOGIN }).state.variables).toEqual([
      { ...config, before: '' },
      { ...authFile, before: '' },
    ]);
  });

  test.each<[string, Parameters<typeof publicationOf>]>([
    ['with `export_env: false`', [{ ...inputs, export_env: 'false' }, { ghcr: LOGIN }]],
    ['if they contain a value', [{ secrets: 'ghcr | REGISTRY_AUTH_FILE\nghcr | @dotenv' }, { ghcr: 'a-path' }]],
  ])('The post step does not change the variables of docker %s', (_what, [of, values]) => {
    expect(publicationOf(of, values, { env: { DOCKER_CONFIG: '/before' } }).state.variables).toEqual([]);
  });

  test('The post step restores every variable that contains a path of this step', () => {
    expect(publicationOf({ secrets: 'ghcr | REGISTRY_AUTH_FILE@file' }, { ghcr: '{}' }).state.variables).toEqual([
      { name: 'REGISTRY_AUTH_FILE', value: `${FOLDER}/REGISTRY_AUTH_FILE`, before: '' },
    ]);
  });
});

describe('planPublication: what another step has left for AWS', () => {
  const OLD = { AWS_SECURITY_TOKEN: 'old', AWS_CREDENTIAL_EXPIRATION: '2026-01-01', AWS_PROFILE: 'mine' };
  const leftIn = (...run: Parameters<typeof publicationOf>) =>
    publicationOf(...run).variables.filter(([name]) => name in OLD);

  test('Variables that would make the keys invalid become empty', () => {
    expect(leftIn({ secrets: 's3 | @aws' }, { s3: S3 }, { env: OLD })).toEqual([
      ['AWS_SECURITY_TOKEN', ''],
      ['AWS_CREDENTIAL_EXPIRATION', ''],
    ]);
  });

  test.each<[string, Parameters<typeof publicationOf>]>([
    ['if they are absent', [{ secrets: 's3 | @aws' }, { s3: S3 }]],
    ['if only a harmless one is set', [{ secrets: 's3 | @aws' }, { s3: S3 }, { env: { AWS_PROFILE: 'mine' } }]],
    ['without @aws', [{ secrets: 's3' }, { s3: S3 }, { env: OLD }]],
    ['if @aws is for an optional Secret that does not exist', [{ secrets: 's3? | @aws' }, {}, { env: OLD }]],
    ['with `export_env: false`', [{ secrets: 's3 | @aws', export_env: 'false' }, { s3: S3 }, { env: OLD }]],
  ])('Variables of an earlier step are not changed %s', (_where, run) => {
    expect(leftIn(...run)).toEqual([]);
  });

  test('A variable that the workflow itself sets, before or after @aws, does not become empty', () => {
    const values = { s3: { ...S3, ends: '2030-01-01' } };

    for (const secrets of [
      's3 | @aws\ns3.ends | AWS_CREDENTIAL_EXPIRATION',
      's3.ends | AWS_CREDENTIAL_EXPIRATION\ns3 | @aws',
    ]) {
      expect(leftIn({ secrets }, values, { env: OLD })).toEqual([
        ['AWS_CREDENTIAL_EXPIRATION', '2030-01-01'],
        ['AWS_SECURITY_TOKEN', ''],
      ]);
    }
  });
});

describe('planPublication with `plan: true`', () => {
  const VALUES: Values = { db: 'hunter-2', ghcr: LOGIN, s3: { ...S3, bucket: 'models' }, key: 'a key' };
  const SECRETS = 'db\ndb | DB@dotenv\nghcr | @docker\ns3 | @aws\nkey | KEY@file';
  const inputs = { secrets: SECRETS, token_variable: 'T', plan: 'true' };

  test('Nothing is exported, not even the token, except for the state that revokes the token', () => {
    const { outputs, variables, files, state } = publicationOf(inputs, VALUES, { env: { AWS_SECURITY_TOKEN: 'old' } });

    expect({ outputs, variables, files, state }).toEqual({
      outputs: [],
      variables: [],
      files: [],
      state: { files: [], variables: [], token: { reason: 'Chariot documents no way to revoke a token' } },
    });
  });

  test('The plan contains what the run would export', () => {
    const { publication } = fetchedRun(inputs, VALUES);
    const real = publicationOf({ ...inputs, plan: 'false' }, VALUES);

    expect(publication.planned).toEqual(real.planned);
    expect(publication.planned.outputs).toEqual(real.outputs);
    expect(publication.planned.deliveries.map(({ result }) => result.match.request.line)).toEqual([1, 2, 3, 4, 5]);
  });

  test('The plan has the same notices as the run', () => {
    const planned = publicationOf({ ...inputs, plain_fields: 'nothing' }, { ...VALUES, db: 'abc' });

    expect(planned.notices).toEqual([
      expect.stringMatching(/"bucket"/),
      expect.stringMatching(/"nothing"/),
      expect.stringMatching(/region/),
    ]);
  });

  test.each<[string, string, { values: Values; code: string }]>([
    ['two fields with one name', 'a', { values: { a: { 'b.c': '1', b: { c: '2' } } }, code: 'name_conflict' }],
    ['a name that changes how later steps run', 'ld', { values: { ld: { preload: 'x' } }, code: 'name_refused' }],
    ['a value that is too large', 'a', { values: { a: 'x'.repeat(140_000) }, code: 'value_unsupported' }],
    ['a value that is not a login', 'a | @docker', { values: { a: 'x' }, code: 'value_unsupported' }],
    [
      'a value that a line of a file cannot contain',
      'a | @env-file',
      { values: { a: 'x\ny' }, code: 'value_unsupported' },
    ],
  ])('The plan rejects %s', (_what, secrets, { values, code }) => {
    expect(() => publicationOf({ secrets, plan: 'true' }, values)).toThrow(expect.objectContaining({ code }));
  });
});
