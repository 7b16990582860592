import { ActionError } from '../errors.js';
import { quote } from '../foreign-text.js';

/** One request of the `secrets` input: which Secret, and under which name it is exported. */
export interface SecretRequest {
  /** A name, an id or a key; only a name when it was quoted. */
  readonly selector: string;
  readonly quoted: boolean;
  readonly target?: string;
  /** Line of the input, from 1. */
  readonly line: number;
}

/** A quoted name is a JSON string, so that it can hold every character. */
const QUOTED = /"(?:[^"\\]|\\.)*"/y;

/** Up to `|`, `;` or a comment: `#` starts one at the start of a line or after a blank. */
const WORD = /(?:[^|;\s]|[^\S\n]+(?![\s#|;]|$))*/y;

const BLANKS = /[\s;]*/y;

/** Whether a text can be the name of an environment variable (POSIX.1-2024, section 8.1). */
export function isVariableName(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(text);
}

/** A line under the scanner; `at` is where it reads on. */
interface Scanner {
  readonly text: string;
  readonly line: number;
  at: number;
}

/**
 * Parses the `secrets` input: one request per line or `;`, each `name`, `"name"`, id or key, with `| TARGET` or without.
 *
 * @throws ActionError input_invalid, naming line and column
 */
export function parseSecretRequests(text: string): SecretRequest[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => parseLine({ text: line, line: index + 1, at: 0 }));
}

function parseLine(scanner: Scanner): SecretRequest[] {
  const requests: SecretRequest[] = [];
  for (take(scanner, BLANKS); !isDone(scanner); take(scanner, BLANKS)) {
    const selector = parseSelector(scanner);
    const target = parseTarget(scanner);
    expectEnd(scanner);
    requests.push({ ...selector, ...(target === undefined ? {} : { target }), line: scanner.line });
  }
  return requests;
}

function parseSelector(scanner: Scanner): { selector: string; quoted: boolean } {
  const start = scanner.at;
  if (scanner.text[start] === '"') {
    return { selector: parseQuoted(scanner), quoted: true };
  }
  const selector = take(scanner, WORD);
  if (selector === '') {
    throw problem(scanner, start, 'a Secret is missing before "|"');
  }
  const later = /[*]|\?$/.exec(selector);
  if (later !== null) {
    const what = later[0] === '*' ? 'wildcards are' : 'optional Secrets are';
    throw problem(
      scanner,
      start + later.index,
      `${what} not supported yet; put a name that holds "${later[0]}" in quotes`,
    );
  }
  return { selector, quoted: false };
}

function parseQuoted(scanner: Scanner): string {
  const start = scanner.at;
  const text = take(scanner, QUOTED);
  if (text === '') {
    throw problem(scanner, start, 'the closing quote is missing');
  }
  try {
    const name: unknown = JSON.parse(text);
    if (typeof name === 'string' && name !== '') {
      return name;
    }
  } catch {
    throw problem(scanner, start, 'a quoted name is written as in JSON: a backslash as \\\\, a quote as \\"');
  }
  throw problem(scanner, start, 'the name is empty');
}

function parseTarget(scanner: Scanner): string | undefined {
  take(scanner, /\s*/y);
  if (scanner.text[scanner.at] !== '|') {
    return undefined;
  }
  scanner.at += 1;
  take(scanner, /\s*/y);
  const start = scanner.at;
  const target = isDone(scanner) ? '' : take(scanner, WORD);
  take(scanner, /\s*/y);
  if (/[@*]/.test(target) || target === 'base64' || target === 'hex' || scanner.text[scanner.at] === '|') {
    throw problem(scanner, start, 'files, wildcards and decoding are not supported yet; a target is one NAME');
  }
  if (!isVariableName(target)) {
    const rule = 'a target is the name of a variable: ASCII letters, digits and "_", no digit first';
    throw problem(scanner, start, target === '' ? 'the target is missing after "|"' : `${rule}, not ${quote(target)}`);
  }
  return target;
}

function expectEnd(scanner: Scanner): void {
  take(scanner, /\s*/y);
  if (!isDone(scanner) && scanner.text[scanner.at] !== ';') {
    throw problem(scanner, scanner.at, 'only "|", ";" or a comment may stand here');
  }
}

/** Whether a comment or the end of the line is reached; a `#` counts where the scanner has just skipped blanks. */
function isDone({ text, at }: Scanner): boolean {
  return at >= text.length || (text[at] === '#' && (at === 0 || /[\s;]/.test(text[at - 1] ?? '')));
}

function take(scanner: Scanner, pattern: RegExp): string {
  pattern.lastIndex = scanner.at;
  const found = pattern.exec(scanner.text)?.[0] ?? '';
  scanner.at += found.length;
  return found;
}

function problem(scanner: Scanner, at: number, what: string): ActionError {
  return new ActionError('input_invalid', `\`secrets\`, line ${scanner.line}, column ${at + 1}: ${what}.`);
}
