import { describe, expect, test } from '@jest/globals';
import { jwt, NOW } from '../../support/fake-ports.js';
import { FOLDER, fetchedRun, publicationOf, type StepInputs, type Values } from '../../support/fetched-run.js';

const IN_AN_HOUR = NOW.getTime() / 1000 + 3600;
const LOGIN = { server: 'ghcr.io', username: 'octocat', password: 'hunter-2' };
const S3 = { access_key: 'AKIA', secret_key: 'hunter-2' };

const OLD = { auth: 'b2xkOmxvZ2lu' };
const NEW = { auth: Buffer.from('octocat:hunter-2').toString('base64') };
const documentOf = (auths: object) => `${JSON.stringify({ auths }, undefined, 2)}\n`;

describe('planPublication: the token', () => {
  test('Everything that is known of a token is an output', () => {
    const token = jwt({ sub: 'me', exp: IN_AN_HOUR });

    expect(publicationOf({}, {}, { token }).outputs).toEqual([
      ['bearer_token', token],
      ['token_type', 'Bearer'],
      ['expires_in', '3600'],
      ['expires_at', '2026-11-25T13:00:00.000Z'],
      ['claims', `{"sub":"me","exp":${IN_AN_HOUR}}`],
    ]);
  });

  test('An opaque token has two outputs', () => {
    expect(publicationOf().outputs).toEqual([
      ['bearer_token', 'opaque-token'],
      ['token_type', 'Bearer'],
    ]);
  });

  test.each<[string, StepInputs, [string, string][]]>([
    ['its usual variable', { token_variable: 'CHARIOT_TOKEN' }, [['CHARIOT_TOKEN', 'opaque-token']]],
    ['the variable in `token_variable`', { token_variable: 'MY_TOKEN' }, [['MY_TOKEN', 'opaque-token']]],
    ['no variable with `token_variable: none`', { token_variable: 'none' }, []],
    ['no variable with `export_env: false`', { token_variable: 'MY_TOKEN', export_env: 'false' }, []],
  ])('The token is exported to %s', (_what, inputs, expected) => {
    expect(publicationOf(inputs).variables).toEqual(expected);
  });
});

describe('planPublication: Secrets', () => {
  const SECRETS = 'db-password\nghcr.server | HOST\nghcr | @docker\nkey | KEY@file\ndb-password | DB@dotenv';
  const VALUES = { 'db-password': 'hunter-1', ghcr: LOGIN, key: 'a key' };

  test('The outputs are the token, each line, the files of all lines, and all plain values together', () => {
    expect(publicationOf({ secrets: SECRETS }, VALUES).outputs.slice(2)).toEqual([
      ['db-password', 'hunter-1'],
      ['HOST', 'ghcr.io'],
      ['KEY', `${FOLDER}/KEY`],
      ['dotenv', `${FOLDER}/secrets.env`],
      ['docker_config', `${FOLDER}/docker-config`],
      ['secrets', '{"db-password":"hunter-1","HOST":"ghcr.io"}'],
    ]);
  });

  test('The variables of the Secrets follow the variable of the token', () => {
    expect(publicationOf({ secrets: SECRETS, token_variable: 'T' }, VALUES).variables).toEqual([
      ['T', 'opaque-token'],
      ['DB_PASSWORD', 'hunter-1'],
      ['HOST', 'ghcr.io'],
      ['KEY', `${FOLDER}/KEY`],
      ['DOCKER_CONFIG', `${FOLDER}/docker-config`],
      ['REGISTRY_AUTH_FILE', `${FOLDER}/docker-config/config.json`],
    ]);
  });

  test('All files are in the folder of the step, those of docker in a subfolder', () => {
    const { folder, files } = publicationOf({ secrets: SECRETS }, VALUES);

    expect(folder).toBe(FOLDER);
    expect(files).toEqual([
      { path: 'KEY', content: Buffer.from('a key') },
      expect.objectContaining({ path: 'secrets.env', content: expect.stringContaining('hunter-1') }),
      { path: 'docker-config/config.json', content: documentOf({ 'old.io': OLD, 'ghcr.io': NEW }) },
      { path: 'docker-config/contexts', linkTo: '/home/me/.docker/contexts' },
    ]);
  });

  test('With `export_env: false` there are the same outputs and files, and no variables', () => {
    const all = publicationOf({ secrets: SECRETS }, VALUES);
    const { outputs, variables, files } = publicationOf({ secrets: SECRETS, export_env: 'false' }, VALUES);

    expect({ outputs, variables, files }).toEqual({ outputs: all.outputs, variables: [], files: all.files });
  });

  test('Several lines with @docker make one configuration', () => {
    const { files } = publicationOf(
      { secrets: 'a | @docker\nb | @docker' },
      { a: LOGIN, b: { ...LOGIN, server: 'quay.io' } },
    );

    expect(files[0]).toEqual({
      path: 'docker-config/config.json',
      content: documentOf({ 'old.io': OLD, 'ghcr.io': NEW, 'quay.io': NEW }),
    });
  });

  test('A notice names the fields for which no AWS variable exists', () => {
    const value = { access_key: 'AKIA', secret_key: 'hunter-2', bucket: 'models' };

    expect(publicationOf({ secrets: 's3 | @aws' }, { s3: value }).notices).toEqual([
      'Secret "s3": no AWS variable exists for "bucket".',
      '@aws: neither the Secret nor the job sets a region. Some SDKs require AWS_REGION.',
    ]);
  });
});

describe('planPublication: the state for the post step', () => {
  const NOTHING = { folders: [], variables: [] };
  const reason = 'Chariot documents no way to revoke a token';

  test('For a requested token, the state contains the reason why the token is kept and its expiry, and not the token', () => {
    expect(publicationOf({}, {}, { token: jwt({ exp: IN_AN_HOUR }) }).state).toEqual({
      ...NOTHING,
      token: { reason, expiresAt: '2026-11-25T13:00:00.000Z' },
    });
    expect(publicationOf().state).toEqual({ ...NOTHING, token: { reason } });
  });

  test('For a supplied token, the state contains nothing, since the token is not ours to revoke', () => {
    expect(publicationOf({}, {}, { tokenFetched: false }).state).toEqual(NOTHING);
  });

  test('The state contains the variables whose value is a path', () => {
    expect(publicationOf({ secrets: 'a | @file' }, { a: 'x' }).state).toMatchObject({
      variables: [{ name: 'A', value: `${FOLDER}/A`, before: '' }],
    });
    expect(publicationOf({ secrets: 'a' }, { a: 'x' }).state).toMatchObject(NOTHING);
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
      state: { folders: [], variables: [], token: { reason: 'Chariot documents no way to revoke a token' } },
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
    ['two fields with one name', 'a.*', { values: { a: { 'b.c': '1', b: { c: '2' } } }, code: 'name_conflict' }],
    ['a name that changes how later steps run', 'ld.*', { values: { ld: { preload: 'x' } }, code: 'name_refused' }],
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
