import { describe, expect, test } from '@jest/globals';
import { exampleWriter, keyOf } from '../../../emulator/chariot/index.js';
import {
  json,
  judge,
  LOGGED_IN,
  listed,
  requestsOf,
  runJob,
  success,
  TOKEN_OUTPUTS,
} from '../../../harness/jobs/chariot-job.js';
import { decryptOf, LIST, LOGIN, ONE, one, PASSWORD } from '../../support/one-secret.js';

describe('The requests to Chariot', () => {
  test.each(['project', 'organization', 'user'] as const)(
    'The requests are for the Secrets of the %s',
    async (kind) => {
      const id = 'owner of Secrets';
      const writer = { ...exampleWriter, roles: { [id]: 'Writer' } } as const;
      const job = await runJob({
        inputs: { project_id: '', [`${kind}_id`]: id, secrets: 'db-password' },
        tenant: { clients: [writer], owners: [{ kind, id, settings: [one] }] },
      });

      expect(judge(job, [PASSWORD])).toEqual({
        ...ONE,
        log: [LOGGED_IN, `Decrypted 1 Secret of ${kind} "owner of Secrets".`, ...ONE.log.slice(2)],
      });
      expect(requestsOf(job)).toEqual([
        LOGIN,
        `GET /api/identity/v2/settings/${kind}/owner%20of%20Secrets/?sort=name&desc=false`,
        `GET /api/identity/v2/settings/${kind}/owner%20of%20Secrets/${keyOf(one)}?decrypt=true`,
      ]);
    },
  );

  test('The paths of the requests are below the path in `url`', async () => {
    const entry = { _id: one.id, _key: keyOf(one), _type: one.type, name: one.name };
    const answers = [{ access_token: 'behind-a-prefix' }, { data: [entry] }, { ...entry, value: PASSWORD }];
    const job = await runJob({
      inputs: ({ url }) => ({ url: `${url}/tools/chariot/`, secrets: 'db-password' }),
      faults: answers.map((answer, index) => ['all', json(JSON.stringify(answer)), { nth: index + 1 }] as const),
    });

    expect(judge(job, [PASSWORD]).variables).toEqual({ CHARIOT_TOKEN: 'behind-a-prefix', DB_PASSWORD: PASSWORD });
    expect(requestsOf(job)).toEqual(
      [LOGIN, LIST, decryptOf(one)].map((request) => request.replace(' /', ' /tools/chariot/')),
    );
  });

  test('No list is requested if each line contains a key', async () => {
    const job = await runJob({ inputs: { secrets: `${keyOf(one)} | DB_PASSWORD` } });

    expect(judge(job, [PASSWORD]).variables).toEqual(ONE.variables);
    expect(requestsOf(job)).toEqual([LOGIN, decryptOf(one)]);
  });

  test('Each Secret is requested once, even if several lines name it by name, id or key', async () => {
    const secrets = `db-password\n${one.id} | BY_ID; ${keyOf(one)} | BY_KEY`;
    const job = await runJob({ inputs: { secrets } });

    expect(judge(job, [PASSWORD]).variables).toEqual({ ...ONE.variables, BY_ID: PASSWORD, BY_KEY: PASSWORD });
    expect(requestsOf(job)).toEqual([LOGIN, LIST, decryptOf(one)]);
  });

  test('Without Secrets there is only the login', async () => {
    const job = await runJob({ inputs: { secrets: '# none yet' } });

    expect(judge(job).log).toEqual([
      'Notice: `project_id` is set, but `secrets` is empty: no Secret is fetched.',
      LOGGED_IN,
      ...listed('Outputs: bearer_token, token_type, expires_in, expires_at.'),
      'Variables: CHARIOT_TOKEN.',
    ]);
    expect(requestsOf(job)).toEqual([LOGIN]);
  });
});

describe('The answers of Chariot', () => {
  test.each(['entry', 'data'] as const)(
    'The answer to a decryption can contain the Secret as %s',
    async (decryptShape) => {
      const job = await runJob({ inputs: { secrets: 'db-password' }, tenant: { decryptShape } });

      expect(judge(job, [PASSWORD])).toEqual(ONE);
    },
  );

  test('The claims of a token that is a JWT are an output', async () => {
    const tenant = { tokenFormat: 'jwt', tokenType: 'bearer', now: () => 1_700_000_000_500 } as const;
    const claims = '{"sub":"2kFmBQHgjhOrCbvm4D8ZTVL5mi0","iat":1700000000,"exp":1700003600,"name":"Service User"}';
    const job = await runJob({ inputs: { project_id: '' }, tenant });

    expect(judge(job)).toEqual(
      success({
        log: [
          LOGGED_IN,
          ...listed('Outputs: bearer_token, token_type, expires_in, expires_at, claims.'),
          'Variables: CHARIOT_TOKEN.',
        ],
        variables: { CHARIOT_TOKEN: '<token>' },
        outputs: { ...TOKEN_OUTPUTS, claims },
      }),
    );
  });

  test('An opaque token without a lifetime has no output for it', async () => {
    const job = await runJob({
      inputs: { project_id: '' },
      faults: [['login', json('{"access_token":"opaque-token-of-the-server"}')]],
    });

    expect(judge(job, ['opaque-token-of-the-server'])).toEqual(
      success({
        log: [
          'Logged in to Chariot as example-writer; the expiry of the token is not known.',
          ...listed('Outputs: bearer_token, token_type.'),
          'Variables: CHARIOT_TOKEN.',
        ],
        variables: { CHARIOT_TOKEN: 'opaque-token-of-the-server' },
        outputs: { bearer_token: 'opaque-token-of-the-server', token_type: 'Bearer' },
      }),
    );
  });
});
