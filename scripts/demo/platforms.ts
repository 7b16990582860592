// The part of the demo that logs in to each of the other platforms with its usual credentials.

import { exampleIdToken } from '../../emulator/github/id-tokens.js';
import { exampleCredential, type RunningIam, webPageText } from '../../emulator/iam/index.js';
import { exampleBackend, exampleDcUi, exampleUser, type RealmClient } from '../../emulator/realm/index.js';
import { type PythonPlatform, stepAt, withIam } from '../../harness/jobs/iam-job.js';
import { judge, judgePost, type LoginJob } from '../../harness/jobs/login-job.js';
import { addressOf, type RealmPlatform, type RealmStep, stepOn, withRealm } from '../../harness/jobs/realm-job.js';
import { shownLines } from '../../harness/judges/verdict.js';
import { type ActionOptions, type ActionRun, runAction } from '../../harness/run-action.js';
import { type Demo, indent, shownValue, WIDTH } from './show-run.js';
import { wrap } from './text.js';

/** A login: its description, the variable for later steps, and a function that runs main and post with an emulated server. */
interface Login {
  readonly who: string;
  readonly variable: string;
  readonly run: (jobFolder: string) => Promise<Job>;
}

interface Job {
  readonly main: LoginJob;
  readonly post: ActionRun;
}

const user = { username: exampleUser.username, password: exampleUser.password };
const backend = { client_id: exampleBackend.clientId, client_secret: 'example-backend-client-secret' };
const credential = { client_id: exampleCredential.clientId, client_secret: exampleCredential.refreshToken };
/** A client that logs in with the ID token of a workflow: the authenticator `federated-jwt` of Keycloak. */
const trusting: RealmClient = {
  clientId: 'deploy',
  authentication: { kind: 'federated', provider: 'github', subject: exampleIdToken.subject },
  serviceAccount: 'enabled',
};

const LOGINS: readonly Login[] = [
  {
    who: 'dataclarity: a user and a password, with the public client dc-ui',
    variable: 'DATACLARITY_TOKEN',
    run: atRealm('dataclarity', { inputs: { ...user, whoami: 'true' } }),
  },
  {
    who: 'keycloak: the ID token of the workflow; no secret is stored',
    variable: 'KEYCLOAK_TOKEN',
    run: atRealm('keycloak', { inputs: { client_authentication: 'github_oidc' }, idToken: true }),
  },
  {
    who: 'oauth2: a client with a secret, at the token endpoint that the issuer publishes',
    variable: 'BEARER_TOKEN',
    run: atRealm('oauth2', { inputs: backend }),
  },
  {
    who: 'descarteslabs: a client ID and a secret',
    variable: 'DESCARTESLABS_TOKEN',
    run: atIam('descarteslabs', () => ({ ...credential, whoami: 'true' })),
  },
  {
    who: 'earthone: the text of the web page, written to a file for the Python client',
    variable: 'EARTHONE_TOKEN_INFO_PATH',
    run: atIam('earthone', ({ url }) => ({
      token_info: webPageText(exampleCredential, url),
      write_token_info: 'true',
    })),
  },
];

/** Logs in to each platform with main and post, and returns the important lines of both logs. */
export async function showPlatforms({ jobFolder, paint, problems }: Demo): Promise<string[]> {
  const lines: string[] = [];
  for (const { who, variable, run } of LOGINS) {
    const job = await run(jobFolder);
    const found = problemsOf(job, variable);
    const [platform = ''] = who.split(':');
    problems.push(...found.map((problem) => `${platform}: ${problem}`));
    const mark = found.length === 0 ? paint('good', '✓') : paint('bad', '✗');
    const exported = `${variable}=${shownValue(job.main.variables.get(variable) ?? 'missing', job.main, paint)}`;
    const [login = ''] = shownLines(job.main);
    lines.push(
      `${mark} ${paint('strong', platform)}${who.slice(platform.length)}`,
      ...[login, ...shownLines(job.post)].flatMap((line) => indent(4, wrap(line, WIDTH - 4))),
      `    ${exported}`,
    );
  }
  return lines;
}

function problemsOf({ main, post }: Job, variable: string): string[] {
  const value = main.variables.get(variable) ?? 'missing';
  const shown = main.log.masker.mask(value);
  const isRight = variable.endsWith('_PATH') ? value === main.outputs.get('token_info') : shown === '***';
  const verdicts = [judge(main), judgePost(post, main)];
  return [
    ...verdicts.flatMap((verdict) => [...verdict.problems, ...(verdict.exitCode === 0 ? [] : ['a step failed'])]),
    ...(isRight ? [] : [`${variable} is ${shown}`]),
    ...shownLines(post).filter((line) => line.startsWith('Warning: ')),
    ...post.leftovers.filter((path) => path.startsWith('_temp/')).map((path) => `left behind: ${path}`),
  ];
}

function atRealm(platform: RealmPlatform, step: RealmStep): Login['run'] {
  const clients = [platform === 'dataclarity' ? exampleDcUi : trusting, exampleBackend];
  return (jobFolder) =>
    withRealm(platform, { clients }, async (servers) => {
      const inputs = { ...addressOf(platform, servers.realm), ...step.inputs };
      const env = step.idToken === true ? servers.github.variables : {};
      return withPost(await stepOn(servers, { ...step, inputs, jobFolder }), { jobFolder, env });
    });
}

function atIam(platform: PythonPlatform, inputs: (iam: RunningIam) => Record<string, string>): Login['run'] {
  return (jobFolder) =>
    withIam(platform, {}, async (iam) =>
      withPost(await stepAt(iam, platform, { inputs: inputs(iam), jobFolder }), { jobFolder }),
    );
}

async function withPost(main: LoginJob, options: Pick<ActionOptions, 'jobFolder' | 'env'>): Promise<Job> {
  return { main, post: await runAction({ ...options, entry: 'post', state: main.state }) };
}
