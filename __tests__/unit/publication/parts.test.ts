import { describe, expect, test } from '@jest/globals';
import type { Inputs } from '../../../src/inputs/inputs.js';
import { readSuppliedToken } from '../../../src/oauth/token.js';
import { NOTHING, variableFilesPart } from '../../../src/publication/parts.js';
import { planPublication } from '../../../src/publication/publication.js';
import { jwt, NOW, settingsFrom } from '../../support/fake-ports.js';
import { FOLDER, fetchedRun, jobEnvironment, publicationOf, sessionOf } from '../../support/fetched-run.js';

const TOKEN = jwt({ userid: 'u-1', exp: NOW.getTime() / 1000 + 3600 });
const LOGIN = { server: 'ghcr.io', username: 'octocat', password: 'hunter-2' };
const S3 = { access_key: 'AKIA', secret_key: 'hunter-2' };
const PAIR: Inputs = { platform: 'earthone', client_id: 'some-id', client_secret: 'some-secret-1' };

function plan(inputs: Inputs, env: Record<string, string> = {}, user?: Record<string, unknown>) {
  const login = { kind: 'supplied', token: readSuppliedToken(TOKEN, NOW) } as const;
  const around = jobEnvironment({ env });
  return planPublication(sessionOf(login, user), settingsFrom(inputs, around), around);
}

describe('loginPart: token_info.json', () => {
  const WRITE = { ...PAIR, write_token_info: 'true' };

  test('The file is planned, and the post step restores the variable that contains its path', () => {
    const { files, state, variables, outputs } = plan(WRITE);

    expect(files.map(({ path }) => path)).toEqual(['token_info.json']);
    expect(state.variables).toEqual([
      { name: 'EARTHONE_TOKEN_INFO_PATH', value: `${FOLDER}/token_info.json`, before: '' },
    ]);
    expect(variables).toEqual([['EARTHONE_TOKEN_INFO_PATH', `${FOLDER}/token_info.json`]]);
    expect(Object.fromEntries(outputs)).toMatchObject({ token_info: `${FOLDER}/token_info.json`, bearer_token: TOKEN });
  });

  test('The variable of a token of an earlier step becomes empty', () => {
    expect(plan(WRITE, { EARTHONE_TOKEN: 'old' }).variables).toEqual([
      ['EARTHONE_TOKEN_INFO_PATH', `${FOLDER}/token_info.json`],
      ['EARTHONE_TOKEN', ''],
    ]);
  });

  test('With `export_env: false` the path is only an output', () => {
    const { files, variables } = plan({ ...WRITE, export_env: 'false' }, { EARTHONE_TOKEN: 'old' });

    expect([files.map(({ path }) => path), variables]).toEqual([['token_info.json'], []]);
  });

  test('Without `write_token_info` there is no file', () => {
    const { files, state, variables } = plan(PAIR);

    expect([files, state.variables, variables]).toEqual([[], [], [['EARTHONE_TOKEN', TOKEN]]]);
  });
});

describe('loginPart: outputs of the login', () => {
  test('The output `user` is the JSON of the user', () => {
    expect(Object.fromEntries(plan(PAIR, {}, { id: 'u' }).outputs)['user']).toBe('{"id":"u"}');
  });

  test('Namespace and ACL subjects are outputs on the platforms that have them', () => {
    expect(plan(PAIR).outputs).toEqual([
      ['bearer_token', TOKEN],
      ['token_type', 'Bearer'],
      ['expires_in', '3600'],
      ['expires_at', '2026-11-25T13:00:00.000Z'],
      ['claims', expect.any(String)],
      ['namespace', 'u-1'],
      ['all_acl_subjects', '["user:u-1"]'],
      ['all_owner_acl_subjects', '["user:u-1"]'],
    ]);
    const others = plan({ url: 'h', client_id: 'i', client_secret: 's' }).outputs.map(([name]) => name);
    expect(others).toEqual(['bearer_token', 'token_type', 'expires_in', 'expires_at', 'claims']);
  });
});

describe('dockerPart: variables with a path of this step', () => {
  const inputs = { secrets: 'ghcr | @docker' };
  const config = { name: 'DOCKER_CONFIG', value: `${FOLDER}/docker-config` };
  const authFile = { name: 'REGISTRY_AUTH_FILE', value: `${FOLDER}/docker-config/config.json` };

  test('The post step restores the variables of docker', () => {
    const env = { DOCKER_CONFIG: '/home/me/.docker-2', REGISTRY_AUTH_FILE: '/home/me/auth.json' };

    expect(publicationOf(inputs, { ghcr: LOGIN }, { env }).state).toMatchObject({
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

describe('leftoversPart: what another step has left for AWS', () => {
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

describe('variableFilesPart', () => {
  const pathOf = (file: string) => `/temp/${file}`;
  const deliveriesOf = (secrets: string, values: Record<string, unknown>) =>
    fetchedRun({ secrets }, values).publication.planned.deliveries;

  test('A file contains the lines of its sink, in their order', () => {
    const secrets = 'a | A@dotenv\nb | B@env-file\nb | C@dotenv\nc';
    const deliveries = deliveriesOf(secrets, { a: 'v-1', b: 'v-2', c: 'v-3' });

    expect(variableFilesPart(deliveries, { pathOf })).toEqual({
      files: [
        { path: 'secrets.env', content: "A='v-1'\nC='v-2'\n" },
        { path: 'secrets.env-file', content: 'B=v-2\n' },
      ],
      outputs: [
        ['dotenv', '/temp/secrets.env'],
        ['env_file', '/temp/secrets.env-file'],
      ],
      variables: [],
    });
  });

  test('Without lines there is no file', () => {
    expect(variableFilesPart(deliveriesOf('a\na | F@file', { a: 'v-1' }), { pathOf })).toEqual(NOTHING);
  });
});
