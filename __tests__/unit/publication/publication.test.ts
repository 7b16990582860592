import { describe, expect, test } from '@jest/globals';
import { jwt, NOW } from '../../support/fake-ports.js';
import { FOLDER, publicationOf, type StepInputs } from '../../support/fetched-run.js';

const IN_AN_HOUR = NOW.getTime() / 1000 + 3600;
const LOGIN = { server: 'ghcr.io', username: 'octocat', password: 'hunter-2' };

const OLD = { auth: 'b2xkOmxvZ2lu' };
const NEW = { auth: Buffer.from('octocat:hunter-2').toString('base64') };
const documentOf = (auths: object) => `${JSON.stringify({ auths }, undefined, 2)}\n`;

describe('the token', () => {
  test('becomes outputs with all that is known of it', () => {
    const token = jwt({ sub: 'me', exp: IN_AN_HOUR });

    expect(publicationOf({}, {}, { token }).outputs).toEqual([
      ['bearer_token', token],
      ['token_type', 'Bearer'],
      ['expires_in', '3600'],
      ['expires_at', '2026-11-25T13:00:00.000Z'],
      ['claims', `{"sub":"me","exp":${IN_AN_HOUR}}`],
    ]);
  });

  test('of which nothing is known becomes two outputs', () => {
    expect(publicationOf().outputs).toEqual([
      ['bearer_token', 'opaque-token'],
      ['token_type', 'Bearer'],
    ]);
  });

  test.each<[string, StepInputs, [string, string][]]>([
    ['its usual variable', { token_variable: 'CHARIOT_TOKEN' }, [['CHARIOT_TOKEN', 'opaque-token']]],
    ['the variable that is named', { token_variable: 'MY_TOKEN' }, [['MY_TOKEN', 'opaque-token']]],
    ['no variable, when that is asked for', { token_variable: 'none' }, []],
    ['no variable, when nothing becomes one', { token_variable: 'MY_TOKEN', export_env: 'false' }, []],
  ])('becomes %s', (_what, inputs, expected) => {
    expect(publicationOf(inputs).variables).toEqual(expected);
  });
});

describe('Secrets', () => {
  const SECRETS = 'db-password\nghcr.server | HOST\nghcr | @docker\nkey | KEY@file\ndb-password | DB@dotenv';
  const VALUES = { 'db-password': 'hunter-1', ghcr: LOGIN, key: 'a key' };

  test('become outputs behind those of the token: each line, the files of all lines, then the plain ones as one', () => {
    expect(publicationOf({ secrets: SECRETS }, VALUES).outputs.slice(2)).toEqual([
      ['db-password', 'hunter-1'],
      ['HOST', 'ghcr.io'],
      ['KEY', `${FOLDER}/KEY`],
      ['dotenv', `${FOLDER}/secrets.env`],
      ['docker_config', `${FOLDER}/docker-config`],
      ['secrets', '{"db-password":"hunter-1","HOST":"ghcr.io"}'],
    ]);
  });

  test('become variables behind that of the token', () => {
    expect(publicationOf({ secrets: SECRETS, token_variable: 'T' }, VALUES).variables).toEqual([
      ['T', 'opaque-token'],
      ['DB_PASSWORD', 'hunter-1'],
      ['HOST', 'ghcr.io'],
      ['KEY', `${FOLDER}/KEY`],
      ['DOCKER_CONFIG', `${FOLDER}/docker-config`],
      ['REGISTRY_AUTH_FILE', `${FOLDER}/docker-config/registry-auth.json`],
    ]);
  });

  test('become files in the one folder of the step, those of docker in one of their own', () => {
    const { folder, files } = publicationOf({ secrets: SECRETS }, VALUES);

    expect(folder).toBe(FOLDER);
    expect(files).toEqual([
      { path: 'KEY', content: Buffer.from('a key') },
      expect.objectContaining({ path: 'secrets.env', content: expect.stringContaining('hunter-1') }),
      { path: 'docker-config/config.json', content: documentOf({ 'old.io': OLD, 'ghcr.io': NEW }) },
      { path: 'docker-config/registry-auth.json', content: documentOf({ 'ghcr.io': NEW }) },
      { path: 'docker-config/contexts', linkTo: '/home/me/.docker/contexts' },
    ]);
  });

  test('become the same outputs and files and no variable, when nothing becomes one', () => {
    const all = publicationOf({ secrets: SECRETS }, VALUES);
    const { outputs, variables, files } = publicationOf({ secrets: SECRETS, export_env: 'false' }, VALUES);

    expect({ outputs, variables, files }).toEqual({ outputs: all.outputs, variables: [], files: all.files });
  });

  test('of several lines for docker become one configuration', () => {
    const { files } = publicationOf(
      { secrets: 'a | @docker\nb | @docker' },
      { a: LOGIN, b: { ...LOGIN, server: 'quay.io' } },
    );

    expect(files[0]).toEqual({
      path: 'docker-config/config.json',
      content: documentOf({ 'old.io': OLD, 'ghcr.io': NEW, 'quay.io': NEW }),
    });
  });

  test('say what no AWS variable exists for', () => {
    const value = { access_key: 'AKIA', secret_key: 'hunter-2', bucket: 'models' };

    expect(publicationOf({ secrets: 's3 | @aws' }, { s3: value }).notices).toEqual([
      'Secret "s3": no AWS variable exists for "bucket".',
      '@aws: neither the Secret nor the job sets a region. Some SDKs require AWS_REGION.',
    ]);
  });
});

describe('the state for the post step', () => {
  const NOTHING = { files: [], variables: [] };
  const reason = 'Chariot documents no way to end a token';

  test('says of a token that was fetched why it stays and when it ends, and not the token', () => {
    expect(publicationOf({}, {}, { token: jwt({ exp: IN_AN_HOUR }) }).state).toEqual({
      ...NOTHING,
      token: { reason, expiresAt: '2026-11-25T13:00:00.000Z' },
    });
    expect(publicationOf().state).toEqual({ ...NOTHING, token: { reason } });
  });

  test('says nothing of a token that was at hand, which is not ours to end', () => {
    expect(publicationOf({}, {}, { tokenFetched: false }).state).toEqual(NOTHING);
  });

  test('names the folder once there is a file in it, and the variables that lead there', () => {
    expect(publicationOf({ secrets: 'a | @file' }, { a: 'x' }).state).toMatchObject({
      files: [FOLDER],
      variables: [{ name: 'A', value: `${FOLDER}/A`, before: '' }],
    });
    expect(publicationOf({ secrets: 'a' }, { a: 'x' }).state).toMatchObject(NOTHING);
  });
});
