import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { exampleCredential, type RunningIam } from '../../emulator/iam/index.js';
import { stepAt, withIam } from '../../harness/jobs/iam-job.js';
import { judge, judgePost, type LoginJob } from '../../harness/jobs/login-job.js';
import { runAction } from '../../harness/run-action.js';
import { temporaryFolder } from '../../harness/temporary-folder.js';
import { credential, PREFIX, PYTHON_PLATFORMS, SENT } from '../support/iam-logins.js';
import { authOf, noCredentials } from './support/python-client.js';

/** A step of the action that writes a token_info.json, and in the steps behind it the Python client with that. */

jest.setTimeout(60_000);

const { client_id, client_secret } = credential;
const exported = ({ variables }: LoginJob): Record<string, string> => Object.fromEntries(variables);

describe.each(PYTHON_PLATFORMS)("%s's client", (platform) => {
  const prefix = PREFIX[platform];
  const jobFolder = temporaryFolder();
  // With the refresh token, too, it takes no part of a pair from the job.
  const inputs = { ...credential, refresh_token: client_secret, write_token_info: 'true', scope: 'openid email' };
  const loginByFile = (iam: RunningIam, env = {}) => stepAt(iam, platform, { inputs, env, jobFolder: jobFolder() });
  const client = (iam: RunningIam, variables: Record<string, string>) =>
    authOf(platform, { home: join(jobFolder(), 'home'), iam }, variables);

  test('runs with a token_info.json alone, without a request', () =>
    withIam(platform, {}, async (iam) => {
      const job = await loginByFile(iam);
      const auth = await client(iam, exported(job));

      expect(exported(job)).toEqual({ [`${prefix}_TOKEN_INFO_PATH`]: job.outputs.get('token_info') });
      expect(auth).toMatchObject({ token: iam.issuedTokens[0], warnings: [] });
      expect(iam.requests).toHaveLength(1);
      expect(judge(job).problems).toEqual([]);
    }));

  test.each([
    ['ends within 500 s', 400],
    ['has expired', -1],
  ])('refreshes by that file once its token %s, with the same scope, and keeps it in the file', (_what, left) => {
    let passed = 0;
    return withIam(platform, { now: () => Date.now() + passed }, async (iam) => {
      passed = (left - 3600) * 1000;
      const job = await loginByFile(iam);
      passed = 0;
      const first = await client(iam, exported(job));
      const next = await client(iam, exported(job));

      expect([job.outputs.get('bearer_token'), first.token]).toEqual(iam.issuedTokens);
      expect(next).toEqual(first);
      expect(iam.requests.map(({ body }) => JSON.parse(body))).toEqual(
        Array(2).fill({ ...SENT, scope: 'openid email' }),
      );
    });
  });

  test('logs in once more where its token is for several audiences', () =>
    withIam(platform, { audienceAsList: true }, async (iam) => {
      const job = await loginByFile(iam);
      const { token } = await client(iam, exported(job));

      expect([job.outputs.get('bearer_token'), token]).toEqual(iam.issuedTokens);
    }));

  test('takes the file and not the token that an earlier step left', () =>
    withIam(platform, {}, async (iam) => {
      const left = { [`${prefix}_TOKEN`]: iam.issueToken(exampleCredential, { left: true }) };
      const job = await loginByFile(iam, left);
      const behind = await client(iam, { ...left, ...exported(job) });
      const { [`${prefix}_TOKEN`]: _emptied, ...rest } = exported(job);
      const withoutThat = await client(iam, { ...left, ...rest });

      expect(behind.token).toBe(job.outputs.get('bearer_token'));
      expect(withoutThat.token).toBe(left[`${prefix}_TOKEN`]);
    }));

  test.each([
    [`${prefix}_CLIENT_ID`],
    [`${prefix}_CLIENT_SECRET`],
    [`${prefix}_REFRESH_TOKEN`],
    ['CLIENT_ID'],
    ['CLIENT_SECRET'],
  ])('does not read the file beside %s, of which the action warns', (name) =>
    withIam(platform, {}, async (iam) => {
      const job = await loginByFile(iam, { [name]: 'of-the-job' });
      const { token } = await client(iam, { ...exported(job), [name]: 'of-the-job' });

      expect(judge(job).log).toContain(
        `Warning: The job sets ${name}: the Python client takes its credentials from there, and does not read the token_info.json.`,
      );
      expect(token).toMatchObject({ raised: 'AuthError' });
    }),
  );

  test('hands its own token_info.json to the action, which uses the token in it', () =>
    withIam(platform, {}, async (iam) => {
      const path = join(jobFolder(), 'their.json');
      writeFileSync(path, JSON.stringify({ client_id, client_secret }));
      const { token } = await client(iam, { [`${prefix}_TOKEN_INFO_PATH`]: path });
      const job = await stepAt(iam, platform, { inputs: { token_info_path: path } });

      expect(job.outputs.get('bearer_token')).toBe(token);
      expect(iam.requests).toHaveLength(1);
      expect(judge(job, [client_secret, String(token)]).problems).toEqual([]);
    }));

  test('finds no credentials behind the post step, nor any file', () =>
    withIam(platform, { tokenLifetimeSeconds: 400 }, async (iam) => {
      const main = await loginByFile(iam);
      // It writes the file anew.
      await client(iam, exported(main));
      const post = await runAction({ entry: 'post', state: main.state, jobFolder: jobFolder(), env: exported(main) });
      const missing = { raised: 'AuthError', text: noCredentials(platform, ' (no client_id)') };
      const behind = await client(iam, { ...exported(main), ...Object.fromEntries(post.variables) });
      const stale = await client(iam, exported(main));

      expect([post.leftovers, judgePost(post, main).problems]).toEqual([[], []]);
      expect(behind).toEqual({ token: missing, warnings: [noCredentials(platform)] });
      expect(stale).toMatchObject({ token: missing, warnings: { length: 2 } });
    }));
});
