import type { Chariot } from '../../emulator/chariot/index.js';
import { credentials, judge } from '../../harness/jobs/chariot-job.js';
import { shownLines } from '../../harness/judges/verdict.js';
import { type ActionOptions, type ActionRun, runAction } from '../../harness/run-action.js';
import { USER } from './neighbour.js';
import { PASSWORD } from './one-secret.js';

/** A main step whose Secrets become a file, a docker configuration and an output, or its post step. */
export function runStep(chariot: Chariot, { inputs, ...rest }: ActionOptions & { readonly jobFolder: string }) {
  const lines = ['db-password', 'db-password | PASSWORD_FILE@file', 'ghcr | @docker', 'db-password | @dotenv'];
  const login = { url: chariot.url, retries: '0', token_cache: 'true', secrets: lines.join('\n'), ...credentials };
  return runAction({ ...rest, user: USER, inputs: { ...login, ...inputs } });
}

const SECRETS = [PASSWORD, 'example-registry-password', credentials.client_secret];

/**
 * Lists what is wrong with a main step that runs beside untrusted programs: it succeeds with the right results, or it fails with
 * one clear error.
 */
export function problemsOfMain(run: ActionRun, chariot: Chariot): string[] {
  const tokens = [...chariot.issuedTokens];
  // The test compares all files itself.
  const job = { ...run, leftovers: [], url: chariot.url, requests: [], connections: 0, tokens };
  const { exitCode, outputs, problems } = judge(job, SECRETS);
  const isRight = outputs['db-password'] === PASSWORD && outputs['bearer_token'] === '<token>';
  return [
    ...problems,
    ...(exitCode === 1 || (exitCode === 0 && isRight) ? [] : [`exit code ${exitCode}, ${JSON.stringify(outputs)}`]),
    ...stackIn(run),
  ];
}

/** Lists what is wrong with a post step: it succeeds, and prints exactly one line. */
export function problemsOfPost(run: ActionRun, secrets: readonly string[] = SECRETS): string[] {
  const lines = shownLines(run);
  const shown = [...lines, run.stderr].join('\n');
  return [
    ...(run.exitCode === 0 ? [] : [`exit code ${run.exitCode} ${run.signal}`]),
    ...(lines.length === 1 ? [] : [`${lines.length} lines: ${lines.join(' | ')}`]),
    ...(run.stderr === '' ? [] : [`stderr: ${run.stderr}`]),
    ...run.fileErrors,
    ...run.log.annotations.filter(({ level }) => level === 'error').map(({ message }) => `the error ${message}`),
    ...secrets.filter((secret) => shown.includes(secret)).map((secret) => `the post step shows ${secret}`),
    ...stackIn(run),
  ];
}

function stackIn({ log, stderr }: ActionRun): string[] {
  return [...log.lines, stderr].filter((line) => /^\s+at .+:\d+:\d+/m.test(line)).map((line) => `a stack: ${line}`);
}
