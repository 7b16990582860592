import { type ErrorCode, HINTS } from '../../src/errors.js';
import { visibleSecrets } from '../judges/visible-secrets.js';
import type { ActionRun } from '../run-action.js';

/** The result of a scenario that tests compare; addresses and times are replaced, and debug lines are left out. */
export interface Verdict {
  exitCode: number | null;
  log: string[];
  variables: Record<string, string>;
  outputs: Record<string, string>;
  /** Everything that no step may do, however it ends. */
  problems: string[];
}

/** What is needed to judge one step. */
export interface Evidence {
  /** Every existing secret: none may be readable. */
  secrets: readonly string[];
  /** The secrets that the step received: they must be masked in later steps. */
  seen: readonly string[];
  /** Replaces in a line of the log everything that differs in each run. */
  line(text: string): string;
  /** Does the same for a variable or an output. */
  value(name: string, text: string): string;
}

/** Judges one step: what it exported and printed, and everything that no step may do. */
export function verdictOn(run: ActionRun, { secrets, seen, line, value }: Evidence): Verdict {
  const named = ([name, text]: [string, string]) => [name, value(name, text)];
  return {
    exitCode: run.exitCode,
    log: shownLines(run).map(line),
    variables: Object.fromEntries([...run.variables].map(named)),
    outputs: Object.fromEntries([...run.outputs].map(named)),
    problems: [
      ...visibleSecrets(withMaskedState(run), [...secrets]),
      ...problemsOf(run),
      ...(run.exitCode === 0 ? readableLater(run, seen) : problemsOfFailure(run)),
    ],
  };
}

/** The state contains what is needed to revoke a token; the runner shows the state only in debug lines, masked. */
function withMaskedState(run: ActionRun): ActionRun {
  const mask = (text: string) => run.log.masker.mask(text);
  const state = new Map([...run.state].map(([name, text]) => [name, mask(text)]));
  return { ...run, state, raw: { ...run.raw, state: mask(run.raw.state) } };
}

/** Builds the verdict on a step that succeeded. */
export function success(expected: Pick<Verdict, 'log' | 'variables' | 'outputs'>): Verdict {
  return { exitCode: 0, ...expected, problems: [] };
}

/** Builds the verdict on a step that failed: the error without the hint of its code, and the lines before the error. */
export function failure(code: ErrorCode, what: string, ...before: string[]): Verdict {
  const error = `Error: ${what} ${HINTS[code]} See docs/troubleshooting.md#${code}`;
  return { exitCode: 1, log: [...before, error], variables: {}, outputs: { error_code: code }, problems: [] };
}

/** Builds the verdict on a step whose `secrets` cannot be parsed: the error, the line of the input, and a caret below. */
export function syntaxFailure(line: number, caret: string, what: string): Verdict {
  const column = (caret.split('\n')[1]?.indexOf('^') ?? 0) + 1;
  const verdict = failure('input_invalid', `\`secrets\`, line ${line}, column ${column}: ${what}.`);
  return { ...verdict, log: [...verdict.log, ...caret.split('\n')] };
}

/** Lists the log without debug lines, as a reader sees it without step debugging. */
export function shownLines({ log }: ActionRun): string[] {
  return log.lines.filter((line) => !line.startsWith('##[debug]'));
}

/** Lists what the log of a later step would show of the secrets that this step received, printed as tools print them. */
export function readableLater(run: ActionRun, seen: readonly string[]): string[] {
  const lines = seen.flatMap(printed).map((line) => run.log.masker.mask(line));
  const later = { ...withMaskedState(run), log: { ...run.log, lines, annotations: [] } };
  return visibleSecrets(later, [...seen]).map((problem) => `printed later: ${problem}`);
}

/** What a step may leave to its post step: its folder in RUNNER_TEMP. */
const OWN_FOLDER = /^_temp\/bearer-login-[0-9a-f-]{36}\//;

/** The commands that the action uses; any other command comes from untrusted text. */
const COMMANDS = ['add-mask', 'debug', 'error', 'notice', 'warning'];

function problemsOf({ signal, stderr, log, fileErrors, leftovers, raw }: ActionRun): string[] {
  const unexpected = log.commands.filter(({ command }) => !COMMANDS.includes(command));
  return [
    ...(signal === null ? [] : [`killed by ${signal}`]),
    ...(stderr === '' ? [] : [`stderr: ${stderr}`]),
    ...unexpected.map(({ command }) => `the command ${command}`),
    ...log.annotations.filter(hasProperties).map(({ message }) => `properties of the annotation ${message}`),
    ...fileErrors,
    ...leftovers.filter((path) => !OWN_FOLDER.test(path)).map((path) => `left behind: ${path}`),
    ...(raw.path === '' ? [] : ['a path']),
  ];
}

function printed(secret: string): string[] {
  const base64 = ['', 'x', 'xx', 'user:'].map((before) => Buffer.from(`${before}${secret}\n`).toString('base64'));
  const base64url = base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''));
  const urls = [encodeURIComponent(secret.toWellFormed()), new URLSearchParams({ secret }).toString()];
  const hex = Buffer.from(secret).toString('hex');
  const json = JSON.stringify(secret);
  const encoded = [...base64, ...base64url, ...urls, hex, hex.toUpperCase(), json, JSON.stringify(json)];
  // The encoded forms of a very short secret occur everywhere: only the secret itself is masked.
  return [...secret.split(/\r\n|\r|\n/), ...(Buffer.byteLength(secret) < 8 ? [] : encoded)];
}

/** A caret below a line of the input `secrets`, after the error line. */
const EXCERPT = /\n[^\r\n]*\n *\^$/;

function problemsOfFailure({ log, state, outputs, raw, leftovers }: ActionRun): string[] {
  const messages = log.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
  const errors = messages.map((message) => message.replace(EXCERPT, ''));
  const codes = errors.map((message) => / See docs\/troubleshooting\.md#([a-z_]+)$/.exec(message)?.[1]);
  return [
    ...(errors.length === 1 ? [] : [`${errors.length} errors`]),
    ...errors.filter((message) => /[\r\n]/.test(message)).map((message) => `more than one line: ${message}`),
    ...codes.filter((code) => code !== (outputs.get('error_code') ?? code)).map((code) => `a link to ${code}`),
    ...codes.filter((code) => code === undefined).map(() => 'no link at the end'),
    ...[...state.keys()].filter((name) => name !== 'undo').map((name) => `the state ${name}`),
    ...(raw.env === '' ? [] : ['something in GITHUB_ENV']),
    ...(raw.summary === '' ? [] : ['a summary']),
    ...leftovers.map((path) => `left behind by a failure: ${path}`),
  ];
}

function hasProperties({ properties }: { properties: Record<string, string> }): boolean {
  return Object.keys(properties).length > 0;
}
