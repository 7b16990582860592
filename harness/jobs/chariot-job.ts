import {
  type Chariot,
  type ChariotRoute,
  exampleProject,
  exampleWriter,
  type Fault,
  keyOf,
  type RecordedRequest,
  type Setting,
  startChariot,
  type Tenant,
  type When,
} from '../../emulator/chariot/index.js';
import { shownLines, type Verdict, verdictOn } from '../judges/verdict.js';
import { type ActionOptions, type ActionRun, runAction } from '../run-action.js';

export {
  answerLine,
  EMPTY_SECRET,
  EMPTY_VARIABLE,
  type ErrorLine,
  failure,
  listed,
  requestLine,
  success,
  syntaxFailure,
  type Verdict,
} from '../judges/verdict.js';

/** One step of the action with its own Chariot. */
export interface JobOptions extends Omit<ActionOptions, 'inputs'> {
  /** The Secrets of the example project instead of its usual ones. */
  settings?: readonly Setting[];
  tenant?: Partial<Tenant>;
  faults?: readonly (readonly [route: ChariotRoute | 'all', fault: Fault, when?: When])[];
  /** Changes to the usual inputs: a writer of the example project, no retries. An empty text removes an input. */
  inputs?: Record<string, string> | ((chariot: Chariot) => Record<string, string>);
}

/** What the step did, and the requests that Chariot received. */
export interface Job extends ActionRun {
  url: string;
  requests: readonly RecordedRequest[];
  connections: number;
  /** Every bearer token that Chariot has issued. */
  tokens: readonly string[];
}

/** The inputs that a workflow would set for the example project. */
export const credentials = {
  client_id: exampleWriter.clientId,
  client_secret: exampleWriter.clientSecret,
  project_id: exampleProject.id,
};

/** The first line of every log of a step that has logged in. */
export const LOGGED_IN = `Logged in to Chariot as ${credentials.client_id}; the token expires in 60 min (<time>).`;

/** The outputs of every step that has logged in. */
export const TOKEN_OUTPUTS = {
  bearer_token: '<token>',
  token_type: 'Bearer',
  expires_in: '3600',
  expires_at: '<time>',
};

/** The address of the example project's Secrets, as messages show it. */
export const PROJECT_URL = `https://chariot/api/identity/v2/settings/project/${exampleProject.id}`;

/** What failed and the request, if the login failed. */
export const LOGIN_FAILED = 'The login to Chariot failed: POST https://chariot/auth/client/v2/chariot/login';

/** What failed and the request, if the list of Secrets failed. */
export const LIST_FAILED = `Listing the Secrets of project "${exampleProject.id}" failed: GET ${PROJECT_URL}/`;

/** Returns what failed and the request, if the decryption of a Secret failed. */
export const decryptFailed = (setting: Setting) =>
  `Decrypting Secret "${setting.name}" failed: GET ${PROJECT_URL}/${keyOf(setting)}`;

/** Returns what a message contains about the nth response: its status and its X-Request-ID. */
export const answered = (number: number, status: number) =>
  `answered ${status}, X-Request-ID "00000000-0000-4000-8000-00000000000${number}"`;

/** Returns the fault that replaces a response by this JSON. */
export const json = (body: string) =>
  ({ kind: 'answer', status: 200, headers: { 'content-type': 'application/json' }, body }) as const;

/** Starts a Chariot, runs one step of the action against it, and stops it. */
export async function runJob(options: JobOptions = {}): Promise<Job> {
  const { settings = exampleProject.settings, tenant = {}, faults = [], inputs = {}, ...rest } = options;
  const chariot = await startChariot({ owners: [{ ...exampleProject, settings }], ...tenant });
  try {
    for (const [route, fault, when] of faults) chariot.setFault(route, fault, when);
    const changes = typeof inputs === 'function' ? inputs(chariot) : inputs;
    const run = await runAction({ ...rest, inputs: { url: chariot.url, retries: '0', ...credentials, ...changes } });
    const { url, requests, issuedTokens } = chariot;
    return { ...run, url, requests: [...requests], connections: chariot.connections(), tokens: [...issuedTokens] };
  } finally {
    await chariot.close();
  }
}

/** Runs the post step while no server runs. */
export async function runPost(options: ActionOptions = {}): Promise<Job> {
  const run = await runAction({ ...options, entry: 'post' });
  return { ...run, url: 'no server', requests: [], connections: 0, tokens: [] };
}

/** Judges one step: its log, its exports, and what no step may do; `secrets` are the values that the step has seen. */
export function judge(job: Job, secrets: readonly string[] = []): Verdict {
  const known = [credentials.client_secret, ...job.tokens, ...secrets];
  return verdictOn(job, {
    secrets: known,
    seen: seenOf(job, known),
    line: (text) => neutral(job, text),
    value(name, text) {
      if (job.tokens.includes(text)) return '<token>';
      return name === 'expires_at' ? neutral(job, text) : text;
    },
  });
}

/** Returns the requests that Chariot received, in order, with `<project>` for the ID of the project. */
export function requestsOf(job: Job): string[] {
  return job.requests.map(({ method, target }) => `${method} ${target.replaceAll(exampleProject.id, '<project>')}`);
}

/** Returns the log as the runner shows it, without debug lines. */
export function logOf(job: Job): string[] {
  return shownLines(job).map((line) => neutral(job, line));
}

/** Returns those secrets that the step has sent or exported. */
function seenOf(job: Job, secrets: readonly string[]): string[] {
  const sent = job.requests.flatMap(({ body }) => [...new URLSearchParams(body).values()]);
  const texts = [...sent, ...job.variables.values(), ...job.outputs.values()];
  return secrets.filter((secret) => texts.some((text) => text.includes(secret)));
}

function neutral(job: Job, text: string): string {
  return text
    .replaceAll(job.url, 'https://chariot')
    .replace(/http:\/\/127\.0\.0\.1:\d+/g, 'https://other')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
    .replace(/(?:\d{4}-\d\d-\d\d )?\d\d:\d\d UTC/g, '<time>')
    .replace(/ in \d+ ms$/, ' in <n> ms');
}

/** A script that makes Node print a line for each pair that it writes to a file, so that the log shows their order. */
const REPORT_FILES = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const { appendFileSync, openSync, writeFileSync } = fs;
const opened = new Map();
const report = (path, data) => {
  const [variable] = Object.entries(process.env).find(([, value]) => value === path) ?? [];
  const entries = [...String(data).matchAll(/^(.+)<<(ghadelimiter_\\w+)\\r?\\n[^]*?^\\2\\r?\\n/gm)];
  const names = variable === 'GITHUB_STEP_SUMMARY' ? ['<summary>'] : entries.map(([, name]) => name);
  for (const name of variable ? names : []) process.stdout.write('write ' + variable + ' ' + name + '\\n');
};
fs.openSync = (path, ...rest) => {
  const file = openSync(path, ...rest);
  opened.set(file, path);
  return file;
};
fs.writeFileSync = (file, data, ...rest) => {
  report(opened.get(file), data);
  writeFileSync(file, data, ...rest);
};
fs.appendFileSync = (path, data, ...rest) => {
  report(path, data);
  appendFileSync(path, data, ...rest);
};
syncBuiltinESMExports();`;

/** The environment in which `effectsOf` also sees the file commands. */
export const reportFiles = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(REPORT_FILES)}` };

/** Returns everything that left the process, in order; masks in a row are one entry. */
export function effectsOf(job: Job): string[] {
  const lines = job.stdout.split(/\r?\n/).filter((line) => line !== '');
  const effects = lines.map((line) => (/^::add-mask::/.test(line) ? 'masks' : neutral(job, line)));
  return effects.filter((effect, index) => effect !== 'masks' || effects[index - 1] !== 'masks');
}
