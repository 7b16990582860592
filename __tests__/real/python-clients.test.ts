import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { exampleCredential, type RunningIam } from '../../emulator/iam/index.js';
import { stepAt, withIam } from '../../harness/jobs/iam-job.js';
import { judge, type LoginJob } from '../../harness/jobs/login-job.js';
import { temporaryFolder } from '../../harness/temporary-folder.js';
import { credential, PREFIX, PYTHON_PLATFORMS } from '../support/iam-logins.js';
import { authOf, noCredentials } from './support/python-client.js';

// A step of the action exports a token, and the Python client uses the variable in later steps.

jest.setTimeout(60_000);

const { client_id, client_secret } = credential;
const exported = ({ variables }: LoginJob): Record<string, string> => Object.fromEntries(variables);

describe.each(PYTHON_PLATFORMS)('The Python client of %s and the variable of the token', (platform) => {
  const prefix = PREFIX[platform];
  const jobFolder = temporaryFolder();
  const login = (iam: RunningIam, inputs = {}) =>
    stepAt(iam, platform, { inputs: { client_id, client_secret, ...inputs }, jobFolder: jobFolder() });
  const client = (iam: RunningIam, variables: Record<string, string>) =>
    authOf(platform, { home: join(jobFolder(), 'home'), iam }, variables);

  test(`The client of ${platform} needs only the variable of the token, and sends no request`, () =>
    withIam(platform, {}, async (iam) => {
      const job = await login(iam);
      const auth = await client(iam, exported(job));

      expect(exported(job)).toEqual({ [`${prefix}_TOKEN`]: iam.issuedTokens[0] });
      expect(auth).toMatchObject({ token: iam.issuedTokens[0], warnings: [] });
      expect(iam.requests).toHaveLength(1);
      expect(judge(job).problems).toEqual([]);
    }));

  test.each<{ what: string; claims: Record<string, unknown>; env: Record<string, string>; warnings: number }>([
    { what: 'without `exp`', claims: { exp: undefined }, env: {}, warnings: 0 },
    { what: 'if the job sets CLIENT_ID', claims: {}, env: { CLIENT_ID: 'of-the-job' }, warnings: 1 },
    {
      what: 'for several audiences if the job sets its client ID',
      claims: { aud: [client_id, 'other'] },
      env: { [`${prefix}_CLIENT_ID`]: client_id },
      warnings: 1,
    },
  ])(`The client of ${platform} ignores a token $what that the action uses`, ({ claims, env, warnings }) =>
    withIam(platform, {}, async (iam) => {
      const bearer_token = iam.issueToken(exampleCredential, claims);
      const job = await stepAt(iam, platform, { inputs: { bearer_token }, env });
      const auth = await client(iam, { ...exported(job), ...env });

      expect(exported(job)).toEqual({ [`${prefix}_TOKEN`]: bearer_token });
      expect(judge(job).log.filter((line) => line.startsWith('Warning: '))).toHaveLength(warnings);
      expect(auth).toMatchObject({ token: { raised: 'AuthError' }, warnings: [noCredentials(platform)] });
    }),
  );

  test(`The client of ${platform} has no credentials if the action exports nothing`, () =>
    withIam(platform, {}, async (iam) => {
      const job = await login(iam, { export_env: 'false' });

      expect((await client(iam, exported(job))).token).toEqual({
        raised: 'AuthError',
        text: noCredentials(platform, ' (no client_id)'),
      });
    }));
});
