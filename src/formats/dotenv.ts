import { ActionError } from '../errors.js';
import type { Pair } from '../ports.js';

/** Something that a dialect cannot hold, and the words for it behind "the value of NAME". */
type Limit = readonly [isMet: (value: string, name: string) => boolean, what: string];

const holds = (pattern: RegExp) => (value: string) => pattern.test(value);

/** Node would write another character for a half one. */
const NO_FILE: readonly Limit[] = [
  [holds(/\0/), 'holds a NUL character, which no variable can'],
  [(value) => !value.isWellFormed(), 'holds half a character (a lone surrogate), which no file can'],
];

/** Variables that bash sets itself, or (OPTIND) that dash takes numbers for: measured with bash 5.2 and dash 0.5.12. */
const OF_THE_SHELL = new Set(
  [
    '_ BASHOPTS BASHPID BASH_ARGC BASH_ARGV BASH_COMMAND BASH_LINENO BASH_SOURCE BASH_SUBSHELL BASH_VERSINFO DIRSTACK',
    'EPOCHREALTIME EPOCHSECONDS EUID FUNCNAME GROUPS HISTCMD LINENO OPTIND PIPESTATUS PPID RANDOM SECONDS SHELLOPTS SRANDOM UID',
  ].flatMap((names) => names.split(' ')),
);

/** The regular expression of npm's dotenv overflows its stack at 8,387,939 characters, with Node 20 and 24. */
const DOTENV_LIMIT = 8_000_000;

/**
 * What no quotes hold for bash, dash, npm's dotenv and PyPI's python-dotenv alike.
 *
 * npm's dotenv knows no escape of a quote or of a backslash, so the text between the quotes must be the value itself; the
 * others' rules for such a text are the limits (dotenv/lib/main.js `parse`; dotenv/parser.py, variables.py).
 */
const NO_QUOTES: readonly Limit[] = [
  [(_, name) => OF_THE_SHELL.has(name), 'would not be kept: bash or dash sets a variable of this name itself'],
  [(_, name) => name === '__proto__', "would not be kept: npm's dotenv loses a variable of this name"],
  ...NO_FILE,
  [holds(/\r/), 'holds a carriage return, which the dotenv packages of npm and PyPI read as a newline'],
  [isExpandedInPython, 'holds a $ with a name in braces, which python-dotenv expands in all quotes'],
  [holds(/\\\\/), 'holds two backslashes in a row, of which python-dotenv reads one'],
  [holds(/\\$/), 'ends in a backslash, by which python-dotenv misses the quote that closes the value'],
  [(value) => value.length > DOTENV_LIMIT, "has more than 8,000,000 characters, at which npm's dotenv fails"],
];

/**
 * What double quotes do not hold; they are taken for a value with a single quote in it.
 *
 * A `$` before a letter beyond ASCII is kept by bash in UTF-8, and expanded where the locale is ISO-8859-1.
 */
const NO_DOUBLE_QUOTES: readonly Limit[] = [
  [holds(/"/), "holds both kinds of quotes, of which npm's dotenv can escape neither"],
  [holds(/`/), 'holds a single quote and a backtick, which bash would run'],
  [holds(/\$[\w@*#?$!({[\-\x80-\u{10ffff}]/u), 'holds a single quote and a $ that bash would expand'],
  [
    holds(/\\[$\n'abfnrtv]/),
    "holds a single quote, and a backslash that bash, npm's dotenv or python-dotenv takes for an escape",
  ],
  [
    (value) => value.includes('\\') && value.includes('\x7f'),
    'holds a single quote, a backslash and the character DEL, which bash loses',
  ],
];

/** What a line of an env-file does not hold: docker/cli pkg/kvfile, which reads it with Go's bufio.Scanner. */
const NO_LINE: readonly Limit[] = [
  ...NO_FILE,
  [holds(/\n/), 'holds a newline, and docker knows no quotes'],
  [holds(/\r$/), 'ends in a carriage return, which docker takes for a part of the line end'],
  [
    (value, name) => Buffer.byteLength(`${name}=${value}`) > 65_535,
    'makes a line longer than the 65,535 bytes that docker reads',
  ],
];

/**
 * The text of a file that bash's `source`, dash's `.`, npm's dotenv and PyPI's python-dotenv all read back exactly.
 *
 * The names are those of variables (`[A-Za-z_][A-Za-z0-9_]*`), each one once.
 *
 * @throws ActionError value_unsupported
 */
export function formatDotenv(pairs: readonly Pair[]): string {
  return pairs.map(dotenvLine).join('');
}

/**
 * The text of a file that `docker run --env-file` reads back exactly.
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

/** python-dotenv expands `${`, a name, perhaps `:-` and a text, `}`: variables.py; one expression would take quadratic time. */
function isExpandedInPython(value: string): boolean {
  const [, ...tails] = value.slice(0, value.lastIndexOf('}') + 1).split('${');
  return tails.some((tail) => /^[^}:]*(?:\}|:-)/.test(tail));
}

function check(sink: string, [name, value]: Pair, limits: readonly Limit[]): void {
  const limit = limits.find(([isMet]) => isMet(value, name));
  if (limit !== undefined) {
    throw new ActionError('value_unsupported', `\`${sink}\`: the value of ${name} ${limit[1]}.`, {
      advice: 'A file of its own can hold it: write `@file` instead',
    });
  }
}
