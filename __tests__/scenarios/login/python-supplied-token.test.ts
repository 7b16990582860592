import { describe, expect, test } from '@jest/globals';
import { exampleCredential, type RunningIam } from '../../../emulator/iam/index.js';
import { stepAt, withIam } from '../../../harness/jobs/iam-job.js';
import { failure, judge } from '../../../harness/jobs/login-job.js';
import { atHand, credential, loggedIn, PREFIX, PYTHON_PLATFORMS, TITLE, withToken } from '../../support/iam-logins.js';

/** A token at hand at Descartes Labs and EarthOne: alone, beside credentials, within the leeway, past it. */

const { client_id, client_secret } = credential;

describe.each(PYTHON_PLATFORMS)('%s', (platform) => {
  const run = (work: (iam: RunningIam) => Promise<void>) => () => withIam(platform, {}, work);

  test(
    'by a token at hand, alone or with credentials, without a request',
    run(async (iam) => {
      const bearer_token = iam.issueToken(exampleCredential);
      const jobs = [
        await stepAt(iam, platform, { inputs: { bearer_token } }),
        await stepAt(iam, platform, { inputs: { bearer_token, client_id, client_secret } }),
        await stepAt(iam, platform, { env: { [`${PREFIX[platform]}_TOKEN`]: bearer_token } }),
      ];

      for (const job of jobs) {
        expect(judge(job, [bearer_token])).toEqual(withToken(platform, [atHand]));
        expect(job.requests).toEqual([]);
      }
    }),
  );

  test.each<[string, Record<string, unknown>]>([
    ['expires within 500 s', { exp: Math.floor(Date.now() / 1000) + 400 }],
    ['has expired', { exp: 1_000_000_000 }],
    ['is of another client', { aud: 'another-client' }],
    ['names nobody', { aud: undefined }],
  ])('a token at hand that %s is replaced', (_what, claims) =>
    withIam(platform, {}, async (iam) => {
      const bearer_token = iam.issueToken(exampleCredential, claims);
      const job = await stepAt(iam, platform, { inputs: { bearer_token, client_id, client_secret } });

      expect(judge(job)).toEqual(withToken(platform, [loggedIn(platform)]));
      expect(job.outputs.get('bearer_token')).not.toBe(bearer_token);
    }),
  );

  test(
    'a token at hand that lists the client among others is used',
    run(async (iam) => {
      const bearer_token = iam.issueToken(exampleCredential, { aud: ['other', client_id] });
      const job = await stepAt(iam, platform, { inputs: { bearer_token, client_id, client_secret } });

      expect(judge(job)).toEqual(withToken(platform, [atHand]));
    }),
  );

  const own = `${PREFIX[platform]}_CLIENT_ID`;
  test.each<{ what: string; env: Record<string, string>; aud?: unknown; warned: string[] }>([
    { what: 'CLIENT_ID of another client', env: { CLIENT_ID: 'of-the-job' }, warned: ['CLIENT_ID'] },
    { what: `${own} and a list of audiences`, env: { [own]: client_id }, aud: [client_id, 'other'], warned: [own] },
    { what: 'CLIENT_ID of this client', env: { CLIENT_ID: client_id }, warned: [] },
    { what: `${own}, which wins over CLIENT_ID`, env: { [own]: client_id, CLIENT_ID: 'of-the-job' }, warned: [] },
  ])('a warning tells that the client drops the token beside $what: $warned', ({ env, aud = client_id, warned }) =>
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

  test.each([401, 403, 500, 503])('a good token within the leeway outlives a refresh that fails with %i', (status) =>
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
          `^Warning: The login to ${TITLE[platform]} failed: POST https://iam/token answered ${status} .*\\. The token at hand is kept: `,
        ),
      );
    }),
  );

  test(
    'a token at hand alone is used to its end, within the leeway with a warning',
    run(async (iam) => {
      const bearer_token = iam.issueToken(exampleCredential, { exp: Math.floor(Date.now() / 1000) + 400 });
      const job = await stepAt(iam, platform, { inputs: { bearer_token } });

      expect(judge(job).log.slice(0, 2)).toEqual([
        'Warning: The `bearer_token` expires soon, and no credentials are given to replace it: the token lives 400 s, until <time>.',
        'Using the bearer token at hand: the token lives 400 s, until <time>.',
      ]);
      expect(judge(job)).toMatchObject({ exitCode: 0, problems: [] });
      expect(job.outputs.get('bearer_token')).toBe(bearer_token);
    }),
  );

  test(
    'a token at hand alone that has expired, or is not of the client, is an error without a request',
    run(async (iam) => {
      const expired = iam.issueToken(exampleCredential, { exp: 1_000_000_000 });
      const foreign = iam.issueToken(exampleCredential, { aud: 'another-client' });
      const jobs = [
        await stepAt(iam, platform, { inputs: { bearer_token: expired } }),
        await stepAt(iam, platform, { inputs: { bearer_token: foreign, client_id } }),
      ];

      expect(jobs.map((job) => judge(job))).toEqual([
        failure('token_expired', 'The `bearer_token` expired at <time>, and no credentials are given.'),
        failure(
          'invalid_token',
          'The `bearer_token` is not one of the client in `client_id`, by its claims `aud` and `exp`, and no `client_secret` is given.',
        ),
      ]);
      expect(jobs.flatMap(({ requests }) => requests)).toEqual([]);
    }),
  );
});
