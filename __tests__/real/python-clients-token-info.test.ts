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

// A step of the action writes a token_info.json, and the Python client uses it in later steps.

jest.setTimeout(60_000);

const { client_id, client_secret } = credential;
const exported = ({ variables }: LoginJob): Record<string, string> => Object.fromEntries(variables);

describe.each(PYTHON_PLATFORMS)('The Python client of %s and a token_info.json', (platform) => {
  const prefix = PREFIX[platform];
  const jobFolder = temporaryFolder();
  // If the refresh token is also set, the client reads no part of the credentials from the job.
  const inputs = { ...credential, refresh_token: client_secret, write_token_info: 'true', scope: 'openid email' };
  const loginByFile = (iam: RunningIam, env = {}) => stepAt(iam, platform, { inputs, env, jobFolder: jobFolder() });
  const client = (iam: RunningIam, variables: Record<string, string>) =>
    authOf(platform, { home: join(jobFolder(), 'home'), iam }, variables);

  test(`The client of ${platform} needs only the token_info.json, and sends no request`, () =>
    withIam(platform, {}, async (iam) => {
      const job = await loginByFile(iam);
      const auth = await client(iam, exported(job));

      expect(exported(job)).toEqual({ [`${prefix}_TOKEN_INFO_PATH`]: job.outputs.get('token_info') });
      expect(auth).toMatchObject({ token: iam.issuedTokens[0], warnings: [] });
      expect(iam.requests).toHaveLength(1);
      expect(judge(job).problems).toEqual([]);
    }));

  test.each([
    ['expires within 500 s', 400],
    ['has expired', -1],
  ])(`The client of ${platform} refreshes a token in the file that %s, and stores the new one there`, (_what, left) => {
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

  test(`The client of ${platform} logs in again if the token in the file has several audiences`, () =>
    withIam(platform, { audienceAsList: true }, async (iam) => {
      const job = await loginByFile(iam);
      const { token } = await client(iam, exported(job));

      expect([job.outputs.get('bearer_token'), token]).toEqual(iam.issuedTokens);
    }));

  test(`The client of ${platform} prefers the file to the token of an earlier step`, () =>
    withIam(platform, {}, async (iam) => {
      const left = { [`${prefix}_TOKEN`]: iam.issueToken(exampleCredential, { left: true }) };
      const job = await loginByFile(iam, left);
      const later = await client(iam, { ...left, ...exported(job) });
      const { [`${prefix}_TOKEN`]: _emptied, ...rest } = exported(job);
      const withoutEmptied = await client(iam, { ...left, ...rest });

      expect(later.token).toBe(job.outputs.get('bearer_token'));
      expect(withoutEmptied.token).toBe(left[`${prefix}_TOKEN`]);
    }));

  test.each([
    [`${prefix}_CLIENT_ID`],
    [`${prefix}_CLIENT_SECRET`],
    [`${prefix}_REFRESH_TOKEN`],
    ['CLIENT_ID'],
    ['CLIENT_SECRET'],
  ])(`The client of ${platform} ignores the file if the job sets %s, and the action warns`, (name) =>
    withIam(platform, {}, async (iam) => {
      const job = await loginByFile(iam, { [name]: 'of-the-job' });
      const { token } = await client(iam, { ...exported(job), [name]: 'of-the-job' });

      expect(judge(job).log).toContain(
        `Warning: The job sets ${name}. The Python client reads its credentials from there and ignores token_info.json.`,
      );
      expect(token).toMatchObject({ raised: 'AuthError' });
    }),
  );

  test(`The action uses the token in the token_info.json of the client of ${platform}`, () =>
    withIam(platform, {}, async (iam) => {
      const path = join(jobFolder(), 'their.json');
      writeFileSync(path, JSON.stringify({ client_id, client_secret }));
      const { token } = await client(iam, { [`${prefix}_TOKEN_INFO_PATH`]: path });
      const job = await stepAt(iam, platform, { inputs: { token_info_path: path } });

      expect(job.outputs.get('bearer_token')).toBe(token);
      expect(iam.requests).toHaveLength(1);
      expect(judge(job, [client_secret, String(token)]).problems).toEqual([]);
    }));

  test(`The client of ${platform} finds no credentials and no file after the post step`, () =>
    withIam(platform, { tokenLifetimeSeconds: 400 }, async (iam) => {
      const main = await loginByFile(iam);
      // The client writes the file again.
      await client(iam, exported(main));
      const post = await runAction({ entry: 'post', state: main.state, jobFolder: jobFolder(), env: exported(main) });
      const missing = { raised: 'AuthError', text: noCredentials(platform, ' (no client_id)') };
      const after = await client(iam, { ...exported(main), ...Object.fromEntries(post.variables) });
      const stale = await client(iam, exported(main));

      expect([post.leftovers, judgePost(post, main).problems]).toEqual([[], []]);
      expect(after).toEqual({ token: missing, warnings: [noCredentials(platform)] });
      expect(stale).toMatchObject({ token: missing, warnings: { length: 2 } });
    }));
});
