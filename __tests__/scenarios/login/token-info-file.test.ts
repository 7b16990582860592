import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { exampleCredential } from '../../../emulator/iam/index.js';
import { stepAt, withIam } from '../../../harness/jobs/iam-job.js';
import { failure, judge, judgePost } from '../../../harness/jobs/login-job.js';
import { runAction } from '../../../harness/run-action.js';
import { temporaryFolder } from '../../../harness/temporary-folder.js';
import {
  credential,
  loggedIn,
  PREFIX,
  PYTHON_PLATFORMS,
  SENT,
  sentBy,
  supplied,
  withToken,
} from '../../support/iam-logins.js';

/** A token_info.json of the Python clients, read and written. */

const { client_id, client_secret } = credential;

describe.each(PYTHON_PLATFORMS)('token_info.json of %s', (platform) => {
  const prefix = PREFIX[platform];
  const folder = temporaryFolder();

  test(`On ${platform}, a token_info.json that an input or a variable names is read, and not changed`, () =>
    withIam(platform, {}, async (iam) => {
      const path = join(folder(), 'their.json');
      const text = JSON.stringify({ client_id, client_secret, scope: ['a', 'b'] });
      writeFileSync(path, text);
      const jobs = [
        await stepAt(iam, platform, { inputs: { token_info_path: path } }),
        await stepAt(iam, platform, { env: { [`${prefix}_TOKEN_INFO_PATH`]: path } }),
      ];

      for (const job of jobs) {
        expect(judge(job)).toEqual(withToken(platform, [loggedIn(platform)]));
        expect(sentBy(job)).toEqual({ ...SENT, scope: 'a b' });
      }
      expect(readFileSync(path, 'utf8')).toBe(text);
    }));

  test(`On ${platform}, a token_info.json with a valid token needs no request`, () =>
    withIam(platform, {}, async (iam) => {
      const token = iam.issueToken(exampleCredential);
      const path = join(folder(), 'their.json');
      writeFileSync(path, JSON.stringify({ client_id, client_secret, jwt_token: token }));
      const job = await stepAt(iam, platform, { inputs: { token_info_path: path } });

      expect(judge(job, [client_secret, token])).toEqual(withToken(platform, [supplied]));
      expect(job.requests).toEqual([]);
    }));

  test(`On ${platform}, a token_info.json that does not exist is an error before any request`, () =>
    withIam(platform, {}, async (iam) => {
      const path = join(folder(), 'missing.json');
      const what = `names a file that cannot be read: ${JSON.stringify(path)} (ENOENT). Relative paths start at the workspace; check that this job has the file.`;
      const byInput = await stepAt(iam, platform, { inputs: { token_info_path: path } });
      const byVariable = await stepAt(iam, platform, { env: { [`${prefix}_TOKEN_INFO_PATH`]: path } });

      expect(judge(byInput)).toEqual(failure('input_invalid', `The input \`token_info_path\` ${what}`));
      expect(judge(byVariable)).toEqual(failure('input_invalid', `The variable ${prefix}_TOKEN_INFO_PATH ${what}`));
      expect([...byInput.requests, ...byVariable.requests]).toEqual([]);
    }));

  test(`On ${platform}, \`write_token_info\` writes the file and clears the variable of the token, and the post step removes the file`, () =>
    withIam(platform, {}, async (iam) => {
      const options = {
        inputs: { client_id, client_secret, write_token_info: 'true', scope: 'a b' },
        env: { [`${prefix}_TOKEN`]: 'left-by-an-earlier-step' },
        jobFolder: folder(),
      };
      const main = await stepAt(iam, platform, options);
      const path = main.outputs.get('token_info') ?? '';
      const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
      const [fileMode, folderMode] = [path, join(path, '..')].map((name) => statSync(name).mode & 0o777);
      const env = Object.fromEntries(main.variables);
      const post = await runAction({ entry: 'post', state: main.state, jobFolder: folder(), env });

      expect(judge(main)).toMatchObject({
        exitCode: 0,
        variables: {
          [`${prefix}_TOKEN_INFO_PATH`]: '<temp>/bearer-login-<id>/token_info.json',
          [`${prefix}_TOKEN`]: '',
        },
        outputs: { token_info: '<temp>/bearer-login-<id>/token_info.json', bearer_token: '<token>' },
        problems: [],
      });
      expect(content).toEqual({
        client_id,
        client_secret,
        refresh_token: client_secret,
        jwt_token: main.outputs.get('bearer_token'),
        scope: ['a', 'b'],
      });
      expect([fileMode, folderMode]).toEqual([0o600, 0o700]);
      expect(judgePost(post, main)).toMatchObject({
        exitCode: 0,
        log: [expect.stringMatching(/^The files of this step were removed\. The token was not revoked, /)],
        // The variable would lead to a file that is gone.
        variables: { [`${prefix}_TOKEN_INFO_PATH`]: '' },
        problems: [],
      });
      expect(post.leftovers).toEqual([]);
    }));

  test.each([
    ['a variable of the client', { [`${prefix}_REFRESH_TOKEN`]: 'another-one' }, `${prefix}_REFRESH_TOKEN`],
    [
      'an ID and a secret without the prefix',
      { CLIENT_ID: 'id', CLIENT_SECRET: 'some-other-one' },
      'CLIENT_ID, CLIENT_SECRET',
    ],
    ['an ID without the prefix', { CLIENT_ID: 'id' }, 'CLIENT_ID'],
    ['a secret without the prefix', { CLIENT_SECRET: 'some-other-one' }, 'CLIENT_SECRET'],
  ])(`On ${platform}, the step warns that the Python client ignores the file: %s`, (_what, env, names) =>
    withIam(platform, {}, async (iam) => {
      const inputs = { client_id, client_secret, refresh_token: client_secret, write_token_info: 'true' };
      const job = await stepAt(iam, platform, { inputs, env, jobFolder: folder() });
      expect(judge(job).exitCode).toBe(0);
      expect(judge(job).log.filter((line) => line.startsWith('Warning: '))).toEqual([
        `Warning: The job sets ${names}. The Python client reads its credentials from there and ignores token_info.json.`,
      ]);
    }),
  );

  test(`On ${platform}, the next step uses the token_info.json that this action wrote`, () =>
    withIam(platform, {}, async (iam) => {
      const main = await stepAt(iam, platform, {
        inputs: { client_id, client_secret, write_token_info: 'true' },
        jobFolder: folder(),
      });
      const next = await stepAt(iam, platform, { env: Object.fromEntries(main.variables), jobFolder: folder() });

      expect(judge(next, main.tokens)).toMatchObject({ exitCode: 0, log: { 0: supplied }, problems: [] });
      expect(next.outputs.get('bearer_token')).toBe(main.outputs.get('bearer_token'));
    }));
});
