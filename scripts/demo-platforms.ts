// The part of the demo that logs in to each of the other platforms, in the way that is usual there.

import { exampleIdToken } from '../emulator/github/id-tokens.js';
import { exampleCredential, type RunningIam, webPageText } from '../emulator/iam/index.js';
import { exampleBackend, exampleDcUi, exampleUser, type RealmClient } from '../emulator/realm/index.js';
import { type PythonPlatform, stepAt, withIam } from '../harness/jobs/iam-job.js';
import { judge, judgePost, type LoginJob } from '../harness/jobs/login-job.js';
import { addressOf, type RealmPlatform, type RealmStep, stepOn, withRealm } from '../harness/jobs/realm-job.js';
import { shownLines } from '../harness/judges/verdict.js';
import { type ActionOptions, type ActionRun, runAction } from '../harness/run-action.js';

/** One platform: who logs in, the variable that later steps get, and the step with its post step at a server of their own. */
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
/** A client whose proof is the ID token of a workflow: Keycloak's authenticator `federated-jwt`. */
const trusting: RealmClient = {
  clientId: 'deploy',
  authentication: { kind: 'federated', provider: 'github', subject: exampleIdToken.subject },
  serviceAccount: 'enabled',
};

const LOGINS: readonly Login[] = [
  {
    who: 'dataclarity: a user with a password, by the public client dc-ui',
    variable: 'DATACLARITY_TOKEN',
    run: atRealm('dataclarity', { inputs: { ...user, whoami: 'true' } }),
  },
  {
    who: 'keycloak: the workflow itself, by its ID token; no secret is stored anywhere',
    variable: 'KEYCLOAK_TOKEN',
    run: atRealm('keycloak', { inputs: { client_authentication: 'github_oidc' }, idToken: true }),
  },
  {
    who: 'oauth2: a client with a secret, at the endpoint that the issuer names',
    variable: 'BEARER_TOKEN',
    run: atRealm('oauth2', { inputs: backend }),
  },
  {
    who: 'descarteslabs: client id and secret',
    variable: 'DESCARTESLABS_TOKEN',
    run: atIam('descarteslabs', () => ({ ...credential, whoami: 'true' })),
  },
  {
    who: 'earthone: the text that the web page hands out, kept in a file for the Python client',
    variable: 'EARTHONE_TOKEN_INFO_PATH',
    run: atIam('earthone', ({ url }) => ({
      token_info: webPageText(exampleCredential, url),
      write_token_info: 'true',
    })),
  },
];

/** Logs in to each platform, main and post, and prints what the log shows; gives back whatever is not as it should be. */
export async function showPlatforms(jobFolder: string, print: (text: string) => void): Promise<string[]> {
  const problems: string[] = [];
  for (const { who, variable, run } of LOGINS) {
    const { main, post } = await run(jobFolder);
    const value = main.variables.get(variable) ?? 'missing';
    const shown = main.log.masker.mask(value);
    print(
      `${who}\n${[...shownLines(main), `later: ${variable}=${shown}`, ...shownLines(post)].map(indent).join('\n')}\n`,
    );
    const isRight = variable.endsWith('_PATH') ? value === main.outputs.get('token_info') : shown === '***';
    const verdicts = [judge(main), judgePost(post, main)];
    const wrong = [
      ...verdicts.flatMap((verdict) => [...verdict.problems, ...(verdict.exitCode === 0 ? [] : ['a step failed'])]),
      ...(isRight ? [] : [`${variable} is ${shown}`]),
      ...shownLines(post).filter((line) => line.startsWith('Warning: ')),
      ...post.leftovers.filter((path) => path.startsWith('_temp/')).map((path) => `left behind: ${path}`),
    ];
    problems.push(...wrong.map((problem) => `${who.split(':')[0]}: ${problem}`));
  }
  return problems;
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

function indent(line: string): string {
  return `    ${line}`;
}
