import { describe, expect, test } from '@jest/globals';
import { DOTENV_READERS, ENV_FILE_READER, type Reader, readWith } from '../../scripts/e2e/dotenv/readers.js';
import { BEYOND_ASCII, DOTENV_KINDS, ENV_FILE_KINDS, NASTY, nastyTexts } from '../../scripts/e2e/dotenv/values.js';
import { formatDotenv, formatEnvFile } from '../../src/formats/dotenv.js';
import type { Pair } from '../../src/ports.js';

type Format = typeof formatDotenv;

/** The time that a test may take; programs start slowly on a busy machine. */
const PATIENCE_MS = 60_000;

const TEXTS = nastyTexts(8000, [...NASTY, ...BEYOND_ASCII]);

const ASCII = Array.from({ length: 126 }, (_, i) => String.fromCharCode(i + 1));

const withNames = (values: readonly string[]): Pair[] => values.map((value, i) => [`V${i}`, value]);

function isAccepted(format: Format, value: string, name = 'V'): boolean {
  try {
    return format([[name, value]]) !== '';
  } catch {
    return false;
  }
}

/** Returns the values that a reader reads differently, each with what it read. */
function differences(reader: Reader, format: Format, values: readonly string[]): unknown[] {
  const pairs = withNames(values);
  const [found = []] = readWith(reader, [{ text: format(pairs), names: pairs.map(([name]) => name) }]);
  return values.map((value, i) => [value, found[i]]).filter(([value, read]) => value !== read);
}

describe.each(DOTENV_READERS)('$name and a dotenv file', (reader) => {
  test(
    `${reader.name} reads every random value that a dotenv file accepts`,
    () => {
      const accepted = TEXTS.filter((text) => isAccepted(formatDotenv, text));

      expect(accepted.length).toBeGreaterThan(2000);
      expect(accepted.filter((text) => text.includes("'")).length).toBeGreaterThan(200);
      expect(differences(reader, formatDotenv, accepted)).toEqual([]);
    },
    PATIENCE_MS,
  );

  test(
    `${reader.name} reads every usual kind of value from a dotenv file`,
    () => {
      expect(differences(reader, formatDotenv, Object.values(DOTENV_KINDS))).toEqual([]);
    },
    PATIENCE_MS,
  );
});

test(
  'No quoting of a value that a dotenv file rejects is read by every reader',
  () => {
    const isRejected = (text: string) => !isAccepted(formatDotenv, text);
    const rejected = nastyTexts(300, NASTY).filter(isRejected);
    const escapes = ASCII.flatMap((next) => [`'\\${next}.`, `'$${next}.`]).filter(isRejected);
    // Without quotes, and in every kind of quotes that a reader knows.
    const spellings = [
      ...rejected.flatMap((text) => ['', "'", '"', '`'].map((quote) => ({ text, quote }))),
      ...escapes.map((text) => ({ text, quote: '"' })),
    ];
    const files = spellings.map(({ text, quote }) => ({ text: `V=${quote}${text}${quote}\nW='#'\n`, names: ['V'] }));

    const readings = DOTENV_READERS.map((reader) => readWith(reader, files));
    const readByAll = spellings.filter(({ text }, i) => readings.every((reading) => reading[i]?.[0] === text));

    expect(rejected.length).toBeGreaterThan(80);
    expect(readByAll).toEqual([]);
  },
  PATIENCE_MS,
);

test(
  'A dotenv file rejects exactly the variables that bash or dash set themselves',
  () => {
    const names = (
      '_ BASHOPTS BASHPID BASH_ALIASES BASH_ARGC BASH_ARGV BASH_ARGV0 BASH_CMDS BASH_COMMAND BASH_ENV BASH_LINENO ' +
      'BASH_REMATCH BASH_SOURCE BASH_SUBSHELL BASH_VERSINFO BASH_VERSION CDPATH COLUMNS DIRSTACK EPOCHREALTIME EPOCHSECONDS ' +
      'ENV EUID FUNCNAME FUNCNEST GLOBIGNORE GROUPS HISTCMD HISTSIZE HOME HOSTNAME HOSTTYPE IFS LANG LC_ALL LINENO LINES ' +
      'MACHTYPE MAIL MAILCHECK MAPFILE OLDPWD OPTARG OPTERR OPTIND OSTYPE PATH POSIXLY_CORRECT PPID PS1 PS4 PWD RANDOM ' +
      'REPLY SECONDS SHELL SHELLOPTS SHLVL SRANDOM TERM TIMEFORMAT TMOUT TMPDIR UID export declare if then'
    ).split(' ');
    const files = names.map((name) => ({ text: `${name}='a b'\n`, names: [name] }));
    const shells = DOTENV_READERS.filter(({ name }) => name === 'bash' || name === 'dash');
    const readings = shells.map((shell) => readWith(shell, files));

    const lost = names.filter((_, i) => readings.some((reading) => reading[i]?.[0] !== 'a b'));

    expect(names.filter((name) => !isAccepted(formatDotenv, 'a b', name))).toEqual(lost);
  },
  PATIENCE_MS,
);

describe(`${ENV_FILE_READER.name} and an env-file`, () => {
  test(
    `${ENV_FILE_READER.name} reads every random value that an env-file accepts`,
    () => {
      const accepted = TEXTS.filter((text) => isAccepted(formatEnvFile, text));

      expect(accepted.length).toBeGreaterThan(4000);
      expect(differences(ENV_FILE_READER, formatEnvFile, accepted)).toEqual([]);
    },
    PATIENCE_MS,
  );

  test(
    `${ENV_FILE_READER.name} reads every usual kind of value from an env-file`,
    () => {
      expect(differences(ENV_FILE_READER, formatEnvFile, Object.values(ENV_FILE_KINDS))).toEqual([]);
    },
    PATIENCE_MS,
  );

  test(
    `${ENV_FILE_READER.name} reads no value that an env-file rejects`,
    () => {
      const rejected = [
        ...TEXTS.filter((text) => !isAccepted(formatEnvFile, text)).slice(0, 500),
        'x'.repeat(65_536 - 2),
      ];
      const readings = readWith(
        ENV_FILE_READER,
        rejected.map((value) => ({ text: `V=${value}\n`, names: ['V'] })),
      );

      expect(rejected.length).toBeGreaterThan(100);
      expect(rejected.filter((value, i) => readings[i]?.[0] === value)).toEqual([]);
    },
    PATIENCE_MS,
  );
});
