import { describe, expect, test } from '@jest/globals';
import { exampleCredential, type RunningIam } from '../../../emulator/iam/index.js';
import { stepAt, withIam } from '../../../harness/jobs/iam-job.js';
import { failure, judge } from '../../../harness/jobs/login-job.js';
import {
  credential,
  loggedIn,
  PREFIX,
  PYTHON_PLATFORMS,
  supplied,
  TITLE,
  withToken,
} from '../../support/iam-logins.js';

/** A supplied token on Descartes Labs and EarthOne: alone, with credentials, within the leeway, expired. */

const { client_id, client_secret } = credential;

describe.each(PYTHON_PLATFORMS)('%s', (platform) => {
  const run = (work: (iam: RunningIam) => Promise<void>) => () => withIam(platform, {}, work);

  test(
    `On ${platform}, a supplied token is used without a request, alone or with credentials`,
    run(async (iam) => {
      const bearer_token = iam.issueToken(exampleCredential);
      const jobs = [
        await stepAt(iam, platform, { inputs: { bearer_token } }),
        await stepAt(iam, platform, { inputs: { bearer_token, client_id, client_secret } }),
        await stepAt(iam, platform, { env: { [`${PREFIX[platform]}_TOKEN`]: bearer_token } }),
      ];

      for (const job of jobs) {
        expect(judge(job, [bearer_token])).toEqual(withToken(platform, [supplied]));
        expect(job.requests).toEqual([]);
      }
    }),
  );

  test.each<[string, Record<string, unknown>]>([
    ['that expires within 500 s', { exp: Math.floor(Date.now() / 1000) + 400 }],
    ['that has expired', { exp: 1_000_000_000 }],
    ['of another client', { aud: 'another-client' }],
    ['without an audience', { aud: undefined }],
  ])(`On ${platform}, a supplied token %s is replaced`, (_what, claims) =>
    withIam(platform, {}, async (iam) => {
      const bearer_token = iam.issueToken(exampleCredential, claims);
      const job = await stepAt(iam, platform, { inputs: { bearer_token, client_id, client_secret } });

      expect(judge(job)).toEqual(withToken(platform, [loggedIn(platform)]));
      expect(job.outputs.get('bearer_token')).not.toBe(bearer_token);
    }),
  );

  test(
    `On ${platform}, a supplied token for the client and others is used`,
    run(async (iam) => {
      const bearer_token = iam.issueToken(exampleCredential, { aud: ['other', client_id] });
      const job = await stepAt(iam, platform, { inputs: { bearer_token, client_id, client_secret } });

      expect(judge(job)).toEqual(withToken(platform, [supplied]));
    }),
  );

  const own = `${PREFIX[platform]}_CLIENT_ID`;
  test.each<{ what: string; env: Record<string, string>; aud?: unknown; warned: string[] }>([
    { what: 'CLIENT_ID of another client', env: { CLIENT_ID: 'of-the-job' }, warned: ['CLIENT_ID'] },
    { what: `${own} and a list of audiences`, env: { [own]: client_id }, aud: [client_id, 'other'], warned: [own] },
    { what: 'CLIENT_ID of this client', env: { CLIENT_ID: client_id }, warned: [] },
    { what: `${own}, which wins over CLIENT_ID`, env: { [own]: client_id, CLIENT_ID: 'of-the-job' }, warned: [] },
  ])(
    `On ${platform}, a supplied token with $what causes warnings about $warned, for which the Python client would drop the token`,
    ({ env, aud = client_id, warned }) =>
      withIam(platform, {}, async (iam) => {
        const bearer_token = iam.issueToken(exampleCredential, { aud });
        const { log, problems } = judge(await stepAt(iam, platform, { inputs: { bearer_token }, env }));

        expect(log.filter((line) => line.startsWith('Warning: '))).toEqual(
          warned.map(
            (name) =>
              `Warning: The job sets ${name}. The Python client uses it as its client id and ignores the token in ${PREFIX[platform]}_TOKEN, whose claim \`aud\` is different.`,
          ),
        );
        expect(problems).toEqual([]);
      }),
  );

  test.each([401, 403, 500, 503])(
    `On ${platform}, a supplied token within the leeway is used if the login fails with %i`,
    (status) =>
      withIam(platform, {}, async (iam) => {
        iam.setFault('token', { kind: 'status', status, body: '{"message":"no"}' });
        const bearer_token = iam.issueToken(exampleCredential, { exp: Math.floor(Date.now() / 1000) + 400 });
        const inputs = { bearer_token, client_id, client_secret, retries: '0' };
        const job = await stepAt(iam, platform, { inputs });
        const { log, ...verdict } = judge(job);

        expect(verdict).toMatchObject({
          exitCode: 0,
          problems: [],
          variables: { [`${PREFIX[platform]}_TOKEN`]: '<token>' },
        });
        expect(job.outputs.get('bearer_token')).toBe(bearer_token);
        expect(log[0]).toMatch(
          new RegExp(
            `^Warning: The login to ${TITLE[platform]} failed: the server answered ${status}.* \\(POST https://iam/token, X-Request-ID "<id>"\\)\\. The supplied token is used instead: the token expires in 7 min \\(<time>\\)\\.$`,
          ),
        );
      }),
  );

  test(
    `On ${platform}, without credentials, a supplied token within the leeway is used, with a warning`,
    run(async (iam) => {
      const bearer_token = iam.issueToken(exampleCredential, { exp: Math.floor(Date.now() / 1000) + 400 });
      const job = await stepAt(iam, platform, { inputs: { bearer_token } });

      expect(judge(job).log.slice(0, 2)).toEqual([
        'Warning: The `bearer_token` expires soon, and no credentials are set to request a new token: the token expires in 7 min (<time>).',
        'Using the supplied token: the token expires in 7 min (<time>).',
      ]);
      expect(judge(job)).toMatchObject({ exitCode: 0, problems: [] });
      expect(job.outputs.get('bearer_token')).toBe(bearer_token);
    }),
  );

  test(
    `On ${platform}, without credentials, a supplied token that has expired or is for another client is an error without a request`,
    run(async (iam) => {
      const expired = iam.issueToken(exampleCredential, { exp: 1_000_000_000 });
      const unrelated = iam.issueToken(exampleCredential, { aud: 'another-client' });
      const jobs = [
        await stepAt(iam, platform, { inputs: { bearer_token: expired } }),
        await stepAt(iam, platform, { inputs: { bearer_token: unrelated, client_id } }),
      ];

      expect(jobs.map((job) => judge(job))).toEqual([
        failure('token_expired', 'The `bearer_token` expired at <time>, and no credentials are set.'),
        failure(
          'invalid_token',
          'According to its claims `aud` and `exp`, the `bearer_token` was not issued for the client in `client_id`, and no `client_secret` is set.',
        ),
      ]);
      expect(jobs.flatMap(({ requests }) => requests)).toEqual([]);
    }),
  );
});
