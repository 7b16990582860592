import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createMasker } from '../../../src/masking/masker.js';
import { quote, quoteAddress, quoteWords, type Redact, reveal, show } from '../../../src/untrusted-text.js';

const asIs = (text: string) => text;

/** Shows the words of a server, without the quotes around them. */
const showWords = (text: string, redact: Redact) => JSON.parse(reveal(quoteWords(text), redact));

function redactorOf(...secrets: string[]) {
  const masker = createMasker(() => undefined);
  masker.mask(secrets);
  return masker.redact;
}

describe('show', () => {
  test('A secret is removed before and after a text is cleaned', () => {
    const redact = redactorOf('correct horse', 'word\tword');

    expect(show('correct\u0007horse and word\tword', redact, asIs)).toBe('*** and ***');
  });
});

describe('quoteWords', () => {
  test.each([
    ['A plain text does not change', 'invalid bearer token', 'invalid bearer token'],
    ['Blanks at both ends are removed', '  no\t', 'no'],
    ['Line ends in a row become one blank', 'one\r\n\r\ntwo\nthree', 'one two three'],
    ['Line ends outside ASCII become blanks', 'one\u0085two\u2028three\u2029four', 'one two three four'],
    ['Control characters become blanks', 'a\u0000b\u0007c\u001b[31md\u009be', 'a b c [31md e'],
    ['Zero-width and direction characters become blanks', 'a\u200bb\ufeffc\u202ed\u00ade', 'a b c d e'],
    ['A lone CR starts no command', 'no\r::add-mask::x', 'no : :add-mask: :x'],
    ['A command at the start of a text is broken up', '::set-output name=a::b', ': :set-output name=a: :b'],
    ['A command after more colons is broken up', ':::error::::x', ': : :error: : : :x'],
    ['A command with `##[` is broken up anywhere in a text', 'x ##[add-matcher]y', 'x # #[add-matcher]y'],
    ['A command with `##[` is broken up after another `#`', '###[x]', '## #[x]'],
    ['A text that only resembles a command does not change', 'a: b #1 #[x] ## y', 'a: b #1 #[x] ## y'],
    ['Letters outside ASCII do not change', 'Zugriff für Jürgen 😀', 'Zugriff für Jürgen 😀'],
  ])('%s', (_behavior, text, expected) => {
    expect(showWords(text, asIs)).toBe(expected);
  });

  test.each([
    ['A text of 300 characters is printed whole', 'x'.repeat(300), 'x'.repeat(300)],
    ['A text of 301 characters is cut to 300', 'x'.repeat(301), `${'x'.repeat(300)}…`],
    ['The cut of a text leaves no half of a surrogate pair', `${'x'.repeat(299)}😀`, `${'x'.repeat(299)}\ufffd…`],
    ['Characters that the cleaning removes do not count towards the limit', `${'x'.repeat(300)}\n\n`, 'x'.repeat(300)],
  ])('%s', (_behavior, text, expected) => {
    expect(showWords(text, asIs)).toBe(expected);
  });
});

describe('quoteWords with secrets', () => {
  test('A secret at the cut of a text leaves no half behind', () => {
    const said = `${'x'.repeat(290)}correct-horse-battery`;

    expect(showWords(said, redactorOf('correct-horse-battery'))).toBe(`${'x'.repeat(290)}***`);
  });

  test.each<[string, string, [string, ...string[]]]>([
    ['A secret that the cleaning would change is removed', 'key=a::b##[c]d!', ['key=***!', 'a::b##[c]d']],
    [
      'A secret that contains a line end is removed',
      'key=first line\nsecond line!',
      ['key=***!', 'first line\nsecond line'],
    ],
    ['A secret that appears only after the cleaning is removed', 'key=correct\thorse!', ['key=***!', 'correct horse']],
    [
      'A secret between control characters is removed',
      'key=\u0000correct-horse\u200b!',
      ['key= *** !', 'correct-horse'],
    ],
    ['A secret in base64 is removed', `key=${btoa('correct-horse')}!`, ['key=***ZQ==!', 'correct-horse']],
    ['Two secrets that overlap are removed', 'abcdefgh', ['***', 'abcdef', 'cdefgh']],
  ])('%s', (_behavior, said, [expected, ...secrets]) => {
    expect(showWords(said, redactorOf(...secrets))).toBe(expected);
  });
});

describe('quote and reveal', () => {
  test.each([
    ['A name is put in quotes', 'api key', '"api key"'],
    ['A quoted name of 120 characters is printed whole', 'n'.repeat(120), `"${'n'.repeat(120)}"`],
    [
      'A quoted name of 121 characters loses its middle',
      `${'a'.repeat(80)}b${'c'.repeat(40)}`,
      `"${'a'.repeat(80)}…${'c'.repeat(20)}"`,
    ],
    ['The private-use marks of messages are removed from a quoted name', 'a\u{f0000}b\u{f0001}c\n', '"abc"'],
    ['A quoted name becomes one line without a command', 'a\r::error::b', '"a : :error: :b"'],
  ])('%s', (_behavior, name, expected) => {
    expect(reveal(quote(name), (text) => text)).toBe(expected);
  });
});

describe('quoteWords with a challenge', () => {
  const challenge = (words: string) => `Bearer realm="r", error="invalid_token", error_description="${words}"`;

  test.each<[string, words: string, [secret: string, shown: string]]>([
    ['The words of a challenge are shown without the rest of it', 'expired', ['unused', 'invalid_token: expired']],
    [
      'A secret with quoted quotation marks is removed',
      'bad pa\\"ss\\\\wo here',
      ['pa"ss\\wo', 'invalid_token: bad *** here'],
    ],
    [
      'A secret whose quotation marks are not quoted is removed',
      'bad pa"ss"wo here',
      ['pa"ss"wo', 'invalid_token: bad *** here'],
    ],
  ])('%s', (_behavior, words, [secret, expected]) => {
    expect(showWords(challenge(words), redactorOf(secret))).toBe(expected);
  });

  test('A command that appears only when a challenge is read is broken up', () => {
    expect(showWords('Bearer error="#\\#[x] :\\:y"', asIs)).toBe('# #[x] : :y');
  });

  test('Words that contain an equals sign are no challenge', () => {
    expect(showWords('a: error="x" is shown', asIs)).toBe('a: error="x" is shown');
  });
});

describe('quoteAddress', () => {
  test.each([
    ['An address is shown as the server wrote it', 'https://h.example/%7Ea/../b', '"https://h.example/%7Ea/../b"'],
    ['An address loses its query', 'https://h/a?code=1&x=https://i/', '"https://h/a"'],
    ['An address loses its fragment', '/a#b', '"/a"'],
    ['An address loses its user info', 'https://user:word@h/a', '"https://h/a"'],
    ['An address with one slash loses its user info', 'https:/user:word@h/a', '"https:/h/a"'],
    ['An `@` in a path stays', '/a@b', '"/a@b"'],
  ])('%s', (_behavior, address, expected) => {
    expect(reveal(quoteAddress(address), asIs)).toBe(expected);
  });

  test('A secret in an address is removed as the server wrote it', () => {
    const redact = redactorOf('se?cr#et w{o}rd');

    expect(reveal(quoteAddress('https://h/se?cr#et w{o}rd/x'), redact)).toBe('"https://h/***/x"');
  });
});

test('Each of several untrusted names in one message is cleaned', () => {
  expect(reveal(`not ${quote('a\nb')} but ${quote('c')} or ${quote('d::e')}.`, (text) => text)).toBe(
    'not "a b" but "c" or "d: :e".',
  );
});

test('Wherever a text is cut or cleaned, no four characters of a secret remain', () => {
  const secrets = fc.string({ minLength: 8, maxLength: 40, unit: fc.constantFrom(...'abcXYZ019:#[\0\n\u200b"\\ ') });
  const filler = fc.string({ maxLength: 400, unit: fc.constantFrom(...'..---__\n ') });
  const kinds = fc.constantFrom(quote, quoteWords, quoteAddress);
  fc.assert(
    fc.property(secrets, fc.tuple(filler, filler, filler), kinds, (secret, [a, b, c], kind) => {
      fc.pre(secret.replace(/[^\w]/g, '').length >= 8);
      const shown = reveal(kind(`${a}${secret}${b}${secret}${c}`), redactorOf(secret));
      const runs = [...secret.matchAll(/(?=([\w]{4}))/g)].map(([, run = '']) => run);

      expect(runs.filter((run) => shown.includes(run))).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});
