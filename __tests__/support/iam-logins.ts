import { exampleCredential } from '../../emulator/iam/index.js';
import type { PythonPlatform } from '../../harness/jobs/iam-job.js';
import { type LoginJob, listed, success, type Verdict } from '../../harness/jobs/login-job.js';

/** The platforms with a Python client that stores credentials. */
export const PYTHON_PLATFORMS = ['descarteslabs', 'earthone'] as const;
/** Their names in messages. */
export const TITLE = { descarteslabs: 'Descartes Labs', earthone: 'EarthOne' };
/** The prefix of their variables. */
export const PREFIX = { descarteslabs: 'DESCARTESLABS', earthone: 'EARTHONE' };
const { clientId: client_id, refreshToken: client_secret } = exampleCredential;
/** The inputs of the example credential. */
export const credential = { client_id, client_secret };
/** The namespace of its user. */
export const NAMESPACE = '3d7bf4b0b1f4e6283e5cbeaadddbc6de6f16dea1';
/** The only request of a login. */
export const LOGIN = 'POST https://iam/token';
/** The body of that request. */
export const SENT = { client_id, grant_type: 'refresh_token', refresh_token: client_secret };
const IDENTITY = {
  namespace: NAMESPACE,
  all_acl_subjects: JSON.stringify([
    `user:${NAMESPACE}`,
    'email:jane@example.com',
    'org:example',
    'group:public',
    'group:example:research',
    'group:example:org-admin',
  ]),
  all_owner_acl_subjects: JSON.stringify([`user:${NAMESPACE}`, 'org:example']),
};

/** The first line of a step that uses a supplied token. */
export const supplied = 'Using the supplied token: the token expires in 60 min (<time>).';
/** Returns the first line of a step that has logged in. */
export const loggedIn = (platform: PythonPlatform, who = client_id) =>
  `Logged in to ${TITLE[platform]} as ${who}; the token expires in 60 min (<time>).`;

/** Returns the verdict on a step with a token; `first` are the lines before the names of its outputs. */
export function withToken(
  platform: PythonPlatform,
  first: readonly string[],
  { identity = IDENTITY, user = {} }: { identity?: Record<string, string>; user?: Record<string, string> } = {},
): Verdict {
  const outputs = {
    bearer_token: '<token>',
    token_type: 'Bearer',
    expires_in: '3600',
    expires_at: '<time>',
    claims: '<claims>',
    ...user,
    ...identity,
  };
  const variable = `${PREFIX[platform]}_TOKEN`;
  return success({
    log: [...first, ...listed(`Outputs: ${Object.keys(outputs).join(', ')}.`), ...listed(`Variables: ${variable}.`)],
    variables: { [variable]: '<token>' },
    outputs,
  });
}

/** Returns the parsed body of the last request. */
export const sentBy = ({ requests }: LoginJob): unknown => JSON.parse(requests.at(-1)?.body ?? 'null');
