import { describe, expect, test } from '@jest/globals';
import { DOTENV_READERS, ENV_FILE_READER, type Reader, readWith } from '../../scripts/e2e/dotenv/readers.js';
import { BEYOND_ASCII, DOTENV_KINDS, ENV_FILE_KINDS, NASTY, nastyTexts } from '../../scripts/e2e/dotenv/values.js';
import { formatDotenv, formatEnvFile } from '../../src/formats/dotenv.js';
import type { Pair } from '../../src/ports.js';

type Format = typeof formatDotenv;

/** Programs may start slowly where many tests run at once. */
const PATIENCE_MS = 60_000;

const TEXTS = nastyTexts(8000, [...NASTY, ...BEYOND_ASCII]);

const ASCII = Array.from({ length: 126 }, (_, i) => String.fromCharCode(i + 1));

const withNames = (values: readonly string[]): Pair[] => values.map((value, i) => [`V${i}`, value]);

function isHeld(format: Format, value: string, name = 'V'): boolean {
  try {
    return format([[name, value]]) !== '';
  } catch {
    return false;
  }
}

/** What a reader reads differently from what was written: pairs of both. */
function differences(reader: Reader, format: Format, values: readonly string[]): unknown[] {
  const pairs = withNames(values);
  const [found = []] = readWith(reader, [{ text: format(pairs), names: pairs.map(([name]) => name) }]);
  return values.map((value, i) => [value, found[i]]).filter(([value, read]) => value !== read);
}

describe.each(DOTENV_READERS)('$name reads from a dotenv file', (reader) => {
  test(
    'every random value that is not refused',
    () => {
      const held = TEXTS.filter((text) => isHeld(formatDotenv, text));

      expect(held.length).toBeGreaterThan(2000);
      expect(held.filter((text) => text.includes("'")).length).toBeGreaterThan(200);
      expect(differences(reader, formatDotenv, held)).toEqual([]);
    },
    PATIENCE_MS,
  );

  test(
    'every kind of value that users have',
    () => {
      expect(differences(reader, formatDotenv, Object.values(DOTENV_KINDS))).toEqual([]);
    },
    PATIENCE_MS,
  );
});

test(
  'a value that the dotenv file refuses is not read by every reader, however it is quoted',
  () => {
    const isRefused = (text: string) => !isHeld(formatDotenv, text);
    const refused = nastyTexts(300, NASTY).filter(isRefused);
    const escapes = ASCII.flatMap((next) => [`'\\${next}.`, `'$${next}.`]).filter(isRefused);
    // Not quoted at all, and in every kind of quotes that some reader knows.
    const spellings = [
      ...refused.flatMap((text) => ['', "'", '"', '`'].map((quote) => ({ text, quote }))),
      ...escapes.map((text) => ({ text, quote: '"' })),
    ];
    const files = spellings.map(({ text, quote }) => ({ text: `V=${quote}${text}${quote}\nW='#'\n`, names: ['V'] }));

    const readings = DOTENV_READERS.map((reader) => readWith(reader, files));
    const readByAll = spellings.filter(({ text }, i) => readings.every((reading) => reading[i]?.[0] === text));

    expect(refused.length).toBeGreaterThan(80);
    expect(readByAll).toEqual([]);
  },
  PATIENCE_MS,
);

test(
  'a variable that bash or dash sets itself is refused, any other of theirs is read',
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

    expect(names.filter((name) => !isHeld(formatDotenv, 'a b', name))).toEqual(lost);
  },
  PATIENCE_MS,
);

describe(`${ENV_FILE_READER.name} reads from an env-file`, () => {
  test(
    'every random value that is not refused',
    () => {
      const held = TEXTS.filter((text) => isHeld(formatEnvFile, text));

      expect(held.length).toBeGreaterThan(4000);
      expect(differences(ENV_FILE_READER, formatEnvFile, held)).toEqual([]);
    },
    PATIENCE_MS,
  );

  test(
    'every kind of value that users have',
    () => {
      expect(differences(ENV_FILE_READER, formatEnvFile, Object.values(ENV_FILE_KINDS))).toEqual([]);
    },
    PATIENCE_MS,
  );

  test(
    'no value that is refused',
    () => {
      const refused = [...TEXTS.filter((text) => !isHeld(formatEnvFile, text)).slice(0, 500), 'x'.repeat(65_536 - 2)];
      const readings = readWith(
        ENV_FILE_READER,
        refused.map((value) => ({ text: `V=${value}\n`, names: ['V'] })),
      );

      expect(refused.length).toBeGreaterThan(100);
      expect(refused.filter((value, i) => readings[i]?.[0] === value)).toEqual([]);
    },
    PATIENCE_MS,
  );
});
