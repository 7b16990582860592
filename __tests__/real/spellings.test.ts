import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { runsOfSecret, runsShown } from '../../harness/judges/shown-runs.js';
import { SPELLINGS } from '../../harness/judges/spellings.js';
import { projectRoot } from '../../harness/project.js';
import { createMasker } from '../../harness/runner/masker.js';
import { masksOf } from '../../src/masking/masks.js';
import { NASTY_SECRETS } from '../support/nasty-secrets.js';
import { installed } from './support/installed.js';

/** What programs print for one secret, by the names in `SPELLINGS` or a name of their own. */
type Printed = Readonly<Record<string, string>>;

const FOLDED = 'A text of several words which PyYAML folds because it is much longer than the eighty columns of a line';

// A process cannot receive NUL, and an environment variable has at most 128 KiB.
const SECRETS = [
  ...Object.values(NASTY_SECRETS).filter((secret) => secret.length < 10_000),
  " ~*+/=&<>?@:;,!#%^|(){}[]-._\"''\\$`!",
  '"double" and `back` quotes, with a $dollar and a back\\slash',
  'für\u0007Jürgen\u001b\u007f\u0085\u00a0\u200b\u2028\u{e0001}\ttab😀',
  '‘curly’ and “curly” quotes of PowerShell',
  FOLDED,
  `${FOLDED.replaceAll('e', 'é')}, and é😀\tthree of them to the end of it: "it's"`,
  `it's ${FOLDED} # with 'single quotes' in it: "double"`,
  'dGhpcyBpcyBhIGtleSBvZiA5NiBjaGFyYWN0ZXJzIHdpdGhvdXQgYSBsaW5lIGVuZCwgd2hpY2ggdG9vbHMgd3JhcCB0d2ljZQ==',
];

const folder = join(projectRoot, 'scripts', 'e2e', 'spellings');

/** Runs a program that reads all secrets as JSON and prints what its libraries write. */
function printedBy(program: string, ...args: string[]): Printed[] {
  const input = JSON.stringify(SECRETS);
  return JSON.parse(execFileSync(program, args, { input, encoding: 'utf8', maxBuffer: 1 << 26 }));
}

/** Runs a shell that sets `V` to each secret in turn and runs these commands; returns what they print, without last newlines. */
function printedIn(program: string, commands: Readonly<Record<string, string>>): Printed[] {
  const names = Object.keys(commands);
  const script = `export V; for V; do ${Object.values(commands).join("; printf '\\0'; ")}; printf '\\0'; done`;
  const env = { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' };
  const texts = execFileSync(program, ['-c', script, program, ...SECRETS], { env, encoding: 'utf8' }).split('\0');
  return SECRETS.map((_, at) =>
    Object.fromEntries(names.map((name, n) => [name, (texts[at * names.length + n] ?? '').replace(/\n$/, '')])),
  );
}

/** Removes what a shell prints before and after the quotes of a variable. */
const unwrapped = (printed: readonly Printed[], quotes: RegExp): Printed[] =>
  printed.map((texts) =>
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.replace(quotes, '$1')])),
  );

const PROGRAMS: Readonly<Record<string, () => Printed[]>> = {
  Python: () => printedBy(installed('s3-python', 'bin', 'python3'), join(folder, 'print.py')),
  PHP: () => printedBy('php', join(folder, 'print.php')),
  Go: () => printedBy(installed('spellings', 'spellings')),
  Gson: () => printedBy('java', '-cp', installed('gson'), join(folder, 'Print.java')),
  bash: () =>
    unwrapped(
      printedIn('bash', {
        'declare -p of bash': 'declare -p V',
        'export -p of bash': 'export -p',
        'printf %q of bash': 'printf %q "$V"',
      }),
      /^[\s\S]*declare -x V="([\s\S]*)"$/,
    ),
  dash: () => unwrapped(printedIn('dash', { 'export -p of dash': 'export -p' }), /^[\s\S]*export V=([\s\S]*)$/),
  base64: () =>
    printedIn('bash', {
      'base64 of a file': 'base64 <<<"$V"',
      'base64 of openssl': 'printf %s "$V" | openssl base64',
      'base64 of openssl with a newline': 'openssl base64 <<<"$V"',
    }),
  Node: () => SECRETS.map((secret) => ({ 'user info of Node': SPELLINGS['user info of Node'](secret) })),
};

/** Returns the parts of a secret that can be read in a text or in one of its lines. */
function runsIn(text: string, secret: string, mask: (line: string) => string): string[] {
  const wanted = runsOfSecret(secret);
  return [text, ...text.split(/\r\n|\r|\n/)].flatMap((line) =>
    [...runsShown(mask(line))].filter((run) => wanted.has(run)),
  );
}

/** Bash uses another kind of quotes for control characters, which `printed-secrets.test.ts` covers. */
const isPlainForBash = (secret: string) => !/[\p{Cc}\p{Cn}\p{Zl}\p{Zp}]/u.test(secret.replaceAll('\n', ''));

/** The names of `SPELLINGS` whose text differs from what the program prints. */
function differences(printed: Printed, secret: string): string[] {
  return Object.entries(SPELLINGS).flatMap(([name, write]) => {
    const isCompared =
      name in printed && (!/ of bash/.test(name) || (isPlainForBash(secret) && !secret.includes('\n')));
    return isCompared && printed[name] !== write(secret)
      ? [`${name}: ${printed[name]} instead of ${write(secret)}`]
      : [];
  });
}

describe.each(Object.keys(PROGRAMS))('What %s prints', (program) => {
  let printed: Printed[] = [];

  beforeAll(() => {
    printed = PROGRAMS[program]?.() ?? [];
  }, 60_000);

  test(`${program} prints each secret in the spellings that the unit tests expect`, () => {
    expect(printed).toHaveLength(SECRETS.length);
    expect(printed.flatMap((texts, at) => differences(texts, SECRETS[at] ?? ''))).toEqual([]);
  });

  test(`The masks hide every secret that ${program} prints, and without masks each can be read`, () => {
    const shown = SECRETS.flatMap((secret, at) => {
      const masker = createMasker();
      for (const mask of masksOf(secret)) masker.add(mask);
      return Object.entries(printed[at] ?? {}).map(([name, text]) => ({
        name,
        secret,
        masked: runsIn(text, secret, masker.mask),
        isReadable: runsIn(text, secret, (line) => line).length > 0,
      }));
    });

    expect(shown.filter(({ masked }) => masked.length > 0)).toEqual([]);
    expect(shown.filter(({ isReadable }) => !isReadable)).toEqual([]);
  });
});
