import { describe, expect, test } from '@jest/globals';
import { createMasker } from '../../src/masker.js';
import { readLog } from '../support/runner/log.js';
import { shown, WRITERS } from '../support/shown-runs.js';

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
const PEM = `-----BEGIN EC PRIVATE KEY-----\n${'MHcCAQEEIIglyRkAaGtZ8hT3vJ2qkXn5\nb0sYwPq9uLfEzR7cVdN1xKjM4oWiHtGa\n'}-----END EC PRIVATE KEY-----\n`;
const LONG = Array.from({ length: 12_800 }, (_, index) =>
  ((index * 2_654_435_761) >>> 0).toString(16).padStart(8, '0'),
).join('');

const SECRETS: Readonly<Record<string, string>> = {
  'a plain word': 'correct-horse-battery',
  'every ASCII sign': ASCII,
  'every ASCII sign, backwards': [...ASCII].reverse().join(''),
  'a combining mark first': '\u0301combining-mark-first',
  'a combining mark first, with a percent sign': '\u0301combining%0Amark%25x-first',
  'an Arabic vowel sign first': '\u064eharakat-in-front',
  'an emoji first': '😀emoji-in-front-😀',
  umlauts: 'Überführungsschlüssel-für-Jürgen',
  'a key file': PEM,
  'JSON over several lines': JSON.stringify({ server: 'ghcr.example.com', password: 'P@ss-word-1' }, null, 2),
  'JSON with JSON in a string': JSON.stringify({ auth: JSON.stringify({ token: 'nested-token-value' }) }),
  CRLF: 'first long line\r\nsecond long line\r\n',
  'a lone CR': 'first long line\rsecond long line',
  'a command': '::add-mask::command-value-x',
  'a command behind a lone CR': 'first long line\r::error::second long line',
  'a command of the old form': '##[add-mask]bracket-value-x',
  'escapes of a command': 'percent%0Aescapes%25here%0D',
  quotes: `single'and"double"quotes'here`,
  'two colons inside': 'alpha-one::beta-two',
  'blanks at its ends': '  blanks-around-it  ',
  '100 KB': LONG,
};

/** The log of a runner that gets the masks of a secret, printed as the toolkit prints them, and what was printed. */
function runnerWith(secret: string) {
  let output = '';
  const masker = createMasker((data) => {
    for (const text of data) {
      const escaped = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
      output += `::add-mask::${escaped}\n`;
    }
  });
  masker.mask([secret]);
  return { log: readLog(output), output };
}

describe.each(Object.keys(SECRETS))('of %s', (name) => {
  const secret = SECRETS[name] ?? '';
  const { log, output } = runnerWith(secret);

  test('the commands that mask it show nothing', () => {
    expect(log.lines.filter((line) => shown(line, secret) !== undefined)).toEqual([]);
    expect(log.annotations).toEqual([]);
    expect(log.commands.length).toBeGreaterThan(0);
    expect(new Set(log.commands.map(({ command }) => command))).toEqual(new Set(['add-mask']));
    expect(output).toMatch(/^(?:::add-mask::.*\n)+$/);
  });

  test.each(Object.keys(WRITERS))('nothing is shown when a step prints it as %s', (writer) => {
    const printed = WRITERS[writer]?.(secret) ?? '';
    // Printed as one text, and as the lines that a process prints.
    const lines = [printed, ...printed.split(/\r\n|\r|\n/)];

    expect(lines.map((line) => shown(log.masker.mask(line), secret)).filter((run) => run !== undefined)).toEqual([]);
  });
});

test('a line without masks is seen to show a secret in each of these encodings', () => {
  const secret = 'correct-horse-battery';

  for (const write of Object.values(WRITERS)) {
    expect(shown(write(secret), secret)).toBeDefined();
  }
});
