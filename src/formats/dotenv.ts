import { ActionError } from '../errors.js';
import type { Pair } from '../ports.js';
import { UNPAIRED_SURROGATE } from './value.js';

/** Something that a dialect cannot contain, and the words that follow "the value of NAME". */
type Limit = readonly [isMet: (value: string, name: string) => boolean, what: string];

const contains = (pattern: RegExp) => (value: string) => pattern.test(value);

const NO_FILE: readonly Limit[] = [
  [contains(/\0/), 'contains a NUL character, which a variable cannot contain'],
  [(value) => !value.isWellFormed(), UNPAIRED_SURROGATE],
];

/** Variables that bash sets itself, or (OPTIND) that dash requires to be a number: measured with bash 5.2 and dash 0.5.12. */
const SHELL_VARIABLES = [
  '_ BASHOPTS BASHPID BASH_ARGC BASH_ARGV BASH_COMMAND BASH_LINENO BASH_SOURCE BASH_SUBSHELL BASH_VERSINFO DIRSTACK',
  'EPOCHREALTIME EPOCHSECONDS EUID FUNCNAME GROUPS HISTCMD LINENO OPTIND PIPESTATUS PPID RANDOM SECONDS SHELLOPTS SRANDOM UID',
].flatMap((names) => names.split(' '));

/** The regular expression of npm's dotenv overflows its stack at 8,387,939 characters, with Node 20 and 24. */
const DOTENV_LIMIT = 8_000_000;

/**
 * What no quotes can contain for bash, dash, npm's dotenv and PyPI's python-dotenv alike.
 *
 * npm's dotenv has no escape for a quote or a backslash. The text between the quotes must therefore be the value itself. The rules
 * of the other readers for this text are the limits (dotenv/lib/main.js `parse`; dotenv/parser.py, variables.py).
 */
const NO_QUOTES: readonly Limit[] = [
  [(_, name) => SHELL_VARIABLES.includes(name), 'would be lost: bash or dash sets a variable with this name itself'],
  [(_, name) => name === '__proto__', "would be lost: npm's dotenv loses a variable with this name"],
  ...NO_FILE,
  [contains(/\r/), 'contains a carriage return, which the dotenv packages of npm and PyPI read as a newline'],
  [isExpandedInPython, 'contains a $ before a name in braces, which python-dotenv expands in any quotes'],
  [contains(/\\\\/), 'contains two backslashes in a row, which python-dotenv reads as one'],
  [contains(/\\$/), 'ends with a backslash, after which python-dotenv does not find the closing quote'],
  [(value) => value.length > DOTENV_LIMIT, "has more than 8,000,000 characters, which npm's dotenv cannot read"],
];

/**
 * What double quotes cannot contain; they are used for a value with a single quote.
 *
 * Bash keeps a `$` before a character that is not ASCII in a UTF-8 locale, but expands the `$` in an ISO-8859-1 locale.
 */
const NO_DOUBLE_QUOTES: readonly Limit[] = [
  [contains(/"/), "contains both kinds of quotes, and npm's dotenv has no escape for them"],
  [contains(/`/), 'contains a single quote and a backtick, which starts a command for bash'],
  [contains(/\$[\w@*#?$!({[\-\x80-\u{10ffff}]/u), 'contains a single quote and a $ that bash would expand'],
  [contains(/\\[$\n'abfnrtv]/), 'contains a single quote and a backslash that a reader would take as an escape'],
  [hasBackslashAndDel, 'contains a single quote, a backslash and the character DEL, which bash loses'],
];

/** What a line of an env-file cannot contain: docker/cli pkg/kvfile, which reads the line with Go's bufio.Scanner. */
const NO_LINE: readonly Limit[] = [
  ...NO_FILE,
  [contains(/\n/), 'contains a newline, and docker has no quotes for it'],
  [contains(/\r$/), 'ends with a carriage return, which docker reads as a part of the line end'],
  [isTooLongForDocker, 'makes a line longer than the 65,535 bytes that docker reads'],
];

/**
 * Writes a file that bash's `source`, dash's `.`, npm's dotenv and PyPI's python-dotenv all read back exactly.
 *
 * Each name is the name of a variable (`[A-Za-z_][A-Za-z0-9_]*`), and occurs once.
 *
 * @throws ActionError value_unsupported
 */
export function formatDotenv(pairs: readonly Pair[]): string {
  return pairs.map(dotenvLine).join('');
}

/**
 * Writes a file that `docker run --env-file` reads back exactly.
 *
 * @throws ActionError value_unsupported
 */
export function formatEnvFile(pairs: readonly Pair[]): string {
  return pairs.map(envFileLine).join('');
}

function dotenvLine([name, value]: Pair): string {
  const hasQuote = value.includes("'");
  check('@dotenv', [name, value], hasQuote ? [...NO_QUOTES, ...NO_DOUBLE_QUOTES] : NO_QUOTES);
  const quote = hasQuote ? '"' : "'";
  return `${name}=${quote}${value}${quote}\n`;
}

function envFileLine([name, value]: Pair): string {
  check('@env-file', [name, value], NO_LINE);
  return `${name}=${value}\n`;
}

function hasBackslashAndDel(value: string): boolean {
  return value.includes('\\') && value.includes('\x7f');
}

function isTooLongForDocker(value: string, name: string): boolean {
  return Buffer.byteLength(`${name}=${value}`) > 65_535;
}

/** python-dotenv expands `${`, a name, perhaps `:-` and a text, `}`: variables.py. A single expression takes quadratic time. */
function isExpandedInPython(value: string): boolean {
  const [, ...tails] = value.slice(0, value.lastIndexOf('}') + 1).split('${');
  return tails.some((tail) => /^[^}:]*(?:\}|:-)/.test(tail));
}

function check(sink: string, [name, value]: Pair, limits: readonly Limit[]): void {
  const limit = limits.find(([isMet]) => isMet(value, name));
  if (limit !== undefined) {
    throw new ActionError('value_unsupported', `\`${sink}\`: the value of ${name} ${limit[1]}.`, {
      advice: 'Use `@file` instead, which writes the value to a separate file',
    });
  }
}
