import type { ErrorCode } from '../../src/errors.js';
import { HINTS } from '../../src/failure/hints.js';
import { visibleSecrets } from '../judges/visible-secrets.js';
import type { ActionRun } from '../run-action.js';
import { problemsOfFailure, problemsOfProperties } from './failure-problems.js';
import { leaksIn, withMaskedState } from './leaks.js';

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
      ...leaksIn(run, secrets),
      ...problemsOf(run),
      ...(run.exitCode === 0 ? readableLater(run, seen) : problemsOfFailure(run)),
    ],
  };
}

/** Builds the verdict on a step that succeeded. */
export function success(expected: Pick<Verdict, 'log' | 'variables' | 'outputs'>): Verdict {
  return { exitCode: 0, ...expected, problems: [] };
}

/** The parts of an error line besides its code. */
export interface ErrorLine {
  /** What failed, and what is known about the cause, as sentences. */
  readonly what: string;
  /** What to do in this case; by default, the hint of the code. */
  readonly advice?: string | undefined;
  /** What may also be the cause, after the advice. */
  readonly also?: string | undefined;
  /** The request, for the administrator. */
  readonly request?: string | undefined;
  /** What the platform's address is set with. */
  readonly address?: string | undefined;
}

/** Writes an error line as the log shows it. */
export function errorLine(code: ErrorCode, { what, advice, also, request, address = '`url`' }: ErrorLine): string {
  const hint = HINTS[code].join(' ').replaceAll('{address}', address);
  const steps = [advice ?? hint, ...(also === undefined ? [] : [also])].join(' ');
  return `Error: ${what} ${steps} See docs/troubleshooting.md#${code}${request === undefined ? '' : ` (${request})`}`;
}

/** Splits a text into its first sentence and the others; a full stop between quotation marks ends no sentence. */
const FIRST_SENTENCE = /^((?:"(?:[^"\\]|\\.)*"|[^"])*?\.)(?: (.*))?$/s;

/**
 * Builds the error line about a failed request.
 *
 * @param start what failed and the request, as in `The login to Chariot failed: POST https://chariot/login`
 * @param why the rest of the first sentence, and then what to do if that is not the hint of the code
 */
export function requestLine(start: string, why: string): ErrorLine {
  const [what, request] = start.split(' failed: ');
  const text = why.endsWith('.') ? why : `${why}.`;
  const [, first = text, advice] = FIRST_SENTENCE.exec(text) ?? [];
  return { what: `${what} failed: ${first}`, advice, request };
}

/** Builds the error line about an answer, as in `answered 401, X-Request-ID "1"`; the rest is as for `requestLine`. */
export function answerLine(start: string, answered: string, rest = ''): ErrorLine {
  const line = requestLine(start, `the server ${answered.split(',')[0]}${rest}`);
  return { ...line, request: `${line.request}${answered.replace(/^answered \d+/, '')}` };
}

/** Lists the lines of the log for names, as in `Outputs: a, b.`: more than three names are a group. */
export function listed(line: string): string[] {
  const [title = '', ...lists] = line.split(': ');
  const names = lists.join(': ').replace(/\.$/, '').split(', ');
  return names.length > 3 ? [`##[group]${title}: ${names.length}`, ...names, '##[endgroup]'] : [line];
}

/** What an error about a missing input says about an expression with a variable, and with a secret. */
export const EMPTY_VARIABLE =
  'If the step sets it from `${{ vars.NAME }}`, that expression was empty: neither the repository, nor its organization, nor the `environment` of the job has a variable of that name.';
export const EMPTY_SECRET =
  'If the step sets it from `${{ secrets.NAME }}`, that expression was empty: this run has no secret of that name. Check the name, and the `environment` of the job. Runs from forks and by Dependabot cannot read the secrets of the repository, and a reusable workflow needs `secrets: inherit`.';

/** Builds the verdict on a step that failed: its error line, and the lines before it. */
export function failure(code: ErrorCode, error: string | ErrorLine, ...before: string[]): Verdict {
  const line = errorLine(code, typeof error === 'string' ? { what: error } : error);
  return { exitCode: 1, log: [...before, line], variables: {}, outputs: { error_code: code }, problems: [] };
}

const LINE_ADVICE = 'Correct this line. docs/secrets.md describes what a line can contain.';

/** Builds the verdict on a step whose `secrets` cannot be parsed: the line of the input, a caret below, and the error. */
export function syntaxFailure([line, caret]: readonly [number, string], what: string, advice = LINE_ADVICE): Verdict {
  const column = (caret.split('\n')[1]?.indexOf('^') ?? 0) + 1;
  const error = { what: `\`secrets\`, line ${line}, column ${column}: ${what}.`, advice };
  return failure('input_invalid', error, ...caret.split('\n'));
}

/** Lists the log without debug lines, as a reader sees it without step debugging. */
export function shownLines({ log }: Pick<ActionRun, 'log'>): string[] {
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
const COMMANDS = ['add-mask', 'debug', 'error', 'notice', 'warning', 'group', 'endgroup'];

/** A mask of one of these would make every later log unreadable, and the runner would drop most outputs of the job. */
const BRACKETS = ['{', '}', '[', ']'];

function problemsOf({ signal, stderr, log, fileErrors, leftovers, raw }: ActionRun): string[] {
  const unexpected = log.commands.filter(({ command }) => !COMMANDS.includes(command));
  return [
    ...(signal === null ? [] : [`killed by ${signal}`]),
    ...(stderr === '' ? [] : [`stderr: ${stderr}`]),
    ...unexpected.map(({ command }) => `the command ${command}`),
    ...log.annotations.flatMap(problemsOfProperties),
    ...BRACKETS.filter((sign) => log.masker.mask(sign) !== sign).map((sign) => `the log hides each ${sign}`),
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
