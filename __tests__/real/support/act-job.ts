import { exampleProject, exampleWriter, type Setting, startChariot } from '../../../emulator/chariot/index.js';
import { visibleIn } from '../../../harness/judges/visible-secrets.js';
import { type ActRun, type ActSettings, runAct } from './act.js';

/** One run of a workflow, and the requests that Chariot received. */
export interface ActJob extends ActRun {
  /** The route of each request, in order. */
  readonly requests: readonly string[];
  /** Every bearer token that Chariot has issued. */
  readonly tokens: readonly string[];
}

/** What differs from the usual settings of the repository. */
export interface ActJobOptions extends Partial<ActSettings> {
  /** The Secrets of the example project instead of its usual ones. */
  readonly settings?: readonly Setting[];
}

/** Starts a Chariot, runs a workflow against it, and stops it. */
export async function runActJob(workflow: string, options: ActJobOptions = {}): Promise<ActJob> {
  const { settings = exampleProject.settings, secrets = {}, vars = {}, flags = [] } = options;
  const chariot = await startChariot({ owners: [{ ...exampleProject, settings }] });
  try {
    const run = await runAct(workflow, {
      secrets: { CHARIOT_CLIENT_SECRET: exampleWriter.clientSecret, ...secrets },
      vars: {
        CHARIOT_URL: chariot.url,
        CHARIOT_CLIENT_ID: exampleWriter.clientId,
        CHARIOT_PROJECT_ID: exampleProject.id,
        ...vars,
      },
      flags,
    });
    const requests = chariot.requests.map(({ route }) => route ?? 'unknown');
    return { ...run, requests, tokens: [...chariot.issuedTokens] };
  } finally {
    await chariot.close();
  }
}

/** The result of a run, without times. */
export interface ActVerdict {
  readonly exitCode: number;
  readonly seen: Readonly<Record<string, string>>;
  readonly requests: readonly string[];
  /** The line of each post step of the action, in order. */
  readonly posts: readonly string[];
  /** The lines with a mask that steps have printed. */
  readonly masked: readonly string[];
  /** Every secret that can be read in the log. */
  readonly visible: readonly string[];
}

export const PASSWORD = 'correct horse battery staple';
export const REGISTRY_PASSWORD = 'example-registry-password';
export const S3_KEY = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

/** The line of a post step that found no files. */
export const NO_FILES =
  'No files to remove. The token was not revoked, because Chariot documents no way to revoke a token.';
/** The line of a post step that removed one folder. */
export const ONE_FOLDER = NO_FILES.replace('No files to remove', 'The files of this step were removed');

/** What the post step of the action `witness` records if the post steps before it leave nothing behind. */
export const NOTHING_LEFT = '{"temp":[],"DOCKER_CONFIG":""}';

/** Runs a workflow with the Secrets of the example project, and judges it; tokens become `<token 0>` and so on. */
export async function verdictOn(workflow: string): Promise<ActVerdict> {
  const { exitCode, log, requests, tokens, ...run } = await runActJob(workflow);
  const printed = log.flatMap((line) => / {3}\| (.*)$/.exec(line)?.[1] ?? []);
  const named = (text: string) => tokens.reduce((text, token, n) => text.replaceAll(token, `<token ${n}>`), text);
  const secrets = [exampleWriter.clientSecret, ...tokens, PASSWORD, REGISTRY_PASSWORD, S3_KEY];
  return {
    exitCode,
    seen: Object.fromEntries(Object.entries(run.seen).map(([name, text]) => [name, named(text)])),
    requests: requests.toSorted(),
    posts: printed.filter((line) => / The token was /.test(line)).map((line) => line.replace(/ It stays valid .*/, '')),
    masked: printed.filter((line) => line.includes('***')),
    visible: visibleIn([['the log', log.join('\n')]], secrets),
  };
}
