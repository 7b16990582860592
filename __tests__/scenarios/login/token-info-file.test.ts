import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { exampleCredential, type RunningIam } from '../../../emulator/iam/index.js';
import { stepAt, withIam } from '../../../harness/jobs/iam-job.js';
import { EMPTY_SECRET, failure, judge, judgePost } from '../../../harness/jobs/login-job.js';
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

  /** Runs a step with the credentials of the example and a file; `change` replaces members of the file. */
  async function stepWithFile(iam: RunningIam, change: Record<string, unknown>, more: Record<string, string> = {}) {
    const path = join(folder(), 'their.json');
    writeFileSync(path, JSON.stringify({ client_id, client_secret, ...change }));
    const inputs = { client_id, client_secret, token_info_path: path, ...more };
    return judge(await stepAt(iam, platform, { inputs }), more['client_secret'] === undefined ? [client_secret] : []);
  }

  test(`On ${platform}, the token of a token_info.json with the same credentials is used, and needs no request`, () =>
    withIam(platform, {}, async (iam) => {
      const jwt_token = iam.issueToken(exampleCredential);

      expect(await stepWithFile(iam, { jwt_token })).toEqual(withToken(platform, [supplied]));
      expect(iam.requests).toEqual([]);
    }));

  test(`On ${platform}, a token within the leeway in a token_info.json with the same credentials is replaced`, () =>
    withIam(platform, {}, async (iam) => {
      const jwt_token = iam.issueToken(exampleCredential, { exp: Math.floor(Date.now() / 1000) + 400 });

      expect(await stepWithFile(iam, { jwt_token })).toEqual(withToken(platform, [loggedIn(platform)]));
    }));

  test(`On ${platform}, the token of a token_info.json with other credentials is not used, with a notice`, () =>
    withIam(platform, {}, async (iam) => {
      const change = { client_secret: 'another-secret', jwt_token: iam.issueToken(exampleCredential) };
      const notice =
        'Notice: The input `token_info_path` names a file with other credentials, so its token is not used.';

      expect(await stepWithFile(iam, change)).toEqual(withToken(platform, [notice, loggedIn(platform)]));
    }));

  test(`On ${platform}, a \`bearer_token\` takes precedence over the token of a token_info.json`, () =>
    withIam(platform, {}, async (iam) => {
      const bearer_token = iam.issueToken(exampleCredential, { mine: true });
      const jwt_token = iam.issueToken(exampleCredential);
      const verdict = await stepWithFile(iam, { jwt_token }, { bearer_token });

      expect(verdict).toEqual(withToken(platform, [supplied]));
    }));

  test(`On ${platform}, half of the credentials with a token_info.json is an error before any request`, () =>
    withIam(platform, {}, async (iam) => {
      expect(await stepWithFile(iam, {}, { client_secret: '' })).toEqual(
        failure('input_missing', {
          what: '`client_secret` is required: the file in `token_info_path` does not complete credentials of inputs or variables.',
          advice: 'Set `client_secret` in the `with:` of this step.',
          also: EMPTY_SECRET,
        }),
      );
      expect(iam.requests).toEqual([]);
    }));

  test(`On ${platform}, with credentials, a token_info.json that does not exist is a warning`, () =>
    withIam(platform, {}, async (iam) => {
      const path = join(folder(), 'missing.json');
      const job = await stepAt(iam, platform, { inputs: { client_id, client_secret, token_info_path: path } });
      const warning = `Warning: The input \`token_info_path\` names a file that cannot be read: ${JSON.stringify(path)} (ENOENT). The step continues without the file.`;

      expect(judge(job)).toEqual(withToken(platform, [warning, loggedIn(platform)]));
    }));

  test(`On ${platform}, a token_info.json that does not exist is an error before any request`, () =>
    withIam(platform, {}, async (iam) => {
      const path = join(folder(), 'missing.json');
      const what = `names a file that cannot be read: ${JSON.stringify(path)} (ENOENT).`;
      const advice = 'Relative paths start at the workspace; check that this job has the file.';
      const byInput = await stepAt(iam, platform, { inputs: { token_info_path: path } });
      const byVariable = await stepAt(iam, platform, { env: { [`${prefix}_TOKEN_INFO_PATH`]: path } });

      expect(judge(byInput)).toEqual(
        failure('input_invalid', { what: `The input \`token_info_path\` ${what}`, advice }),
      );
      expect(judge(byVariable)).toEqual(
        failure('input_invalid', { what: `The variable ${prefix}_TOKEN_INFO_PATH ${what}`, advice }),
      );
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

      expect(judge(next, main.tokens)).toMatchObject({ exitCode: 0, problems: [] });
      expect(judge(next, main.tokens).log[0]).toBe(supplied);
      expect(next.outputs.get('bearer_token')).toBe(main.outputs.get('bearer_token'));
    }));
});
