import { describe, expect, test } from '@jest/globals';
import { createMasker } from '../../../src/masking/masker.js';
import { quote, revealQuotes, sanitize } from '../../../src/untrusted-text.js';

const asIs = (text: string) => text;

function redactorOf(...secrets: string[]) {
  const masker = createMasker(() => undefined);
  masker.mask(secrets);
  return masker.redact;
}

describe('a text of a server is made one harmless line', () => {
  test.each([
    ['a plain text stays', 'invalid bearer token', 'invalid bearer token'],
    ['blanks at both ends go', '  no\t', 'no'],
    ['line ends become one blank', 'one\r\n\r\ntwo\nthree', 'one two three'],
    ['line ends beyond ASCII too', 'one\u0085two\u2028three\u2029four', 'one two three four'],
    ['control characters become blanks', 'a\u0000b\u0007c\u001b[31md\u009be', 'a b c [31md e'],
    ['zero-width and direction characters become blanks', 'a\u200bb\ufeffc\u202ed\u00ade', 'a b c d e'],
    ['a lone CR starts no command', 'no\r::add-mask::x', 'no : :add-mask: :x'],
    ['a command at the start is broken up', '::set-output name=a::b', ': :set-output name=a: :b'],
    ['so is one behind more colons', ':::error::::x', ': : :error: : : :x'],
    ['the old form is broken up anywhere', 'x ##[add-matcher]y', 'x # #[add-matcher]y'],
    ['also behind more signs', '###[x]', '## #[x]'],
    ['what only looks like a command stays', 'a: b #1 #[x] ## y', 'a: b #1 #[x] ## y'],
    ['letters beyond ASCII stay', 'Zugriff für Jürgen 😀', 'Zugriff für Jürgen 😀'],
  ])('%s', (_behaviour, text, expected) => {
    expect(sanitize(text, asIs)).toBe(expected);
  });

  test.each([
    ['300 characters stay', 'x'.repeat(300), 'x'.repeat(300)],
    ['one more is cut', 'x'.repeat(301), `${'x'.repeat(300)}…`],
    ['no half of a character stays behind', `${'x'.repeat(299)}😀`, `${'x'.repeat(299)}\ufffd…`],
    ['what the cleaning takes away does not count', `${'x'.repeat(300)}\n\n`, 'x'.repeat(300)],
  ])('of a long text, %s', (_behaviour, text, expected) => {
    expect(sanitize(text, asIs)).toBe(expected);
  });
});

describe('our own secrets are taken out of it', () => {
  test('one that lies across the cut leaves no half behind', () => {
    const said = `${'x'.repeat(290)}correct-horse-battery`;

    expect(sanitize(said, redactorOf('correct-horse-battery'))).toBe(`${'x'.repeat(290)}***`);
  });

  test.each<[string, string, [string, ...string[]]]>([
    ['one that the cleaning would change', 'key=a::b##[c]d!', ['key=***!', 'a::b##[c]d']],
    ['one with a line end in it', 'key=first line\nsecond line!', ['key=***!', 'first line\nsecond line']],
    ['one that the cleaning puts together', 'key=correct\thorse!', ['key=***!', 'correct horse']],
    ['one that control characters surround', 'key=\u0000correct-horse\u200b!', ['key= *** !', 'correct-horse']],
    ['one in another form', `key=${btoa('correct-horse')}!`, ['key=***ZQ==!', 'correct-horse']],
    ['two that overlap', 'abcdefgh', ['***', 'abcdef', 'cdefgh']],
  ])('%s', (_behaviour, said, [expected, ...secrets]) => {
    expect(sanitize(said, redactorOf(...secrets))).toBe(expected);
  });
});

describe('a foreign name in a message', () => {
  test.each([
    ['stands in quotes', 'api key', '"api key"'],
    ['stays whole up to 120 characters', 'n'.repeat(120), `"${'n'.repeat(120)}"`],
    ['beyond that loses its middle', `${'a'.repeat(80)}b${'c'.repeat(40)}`, `"${'a'.repeat(80)}…${'c'.repeat(20)}"`],
    ['is cleaned of what the messages themselves use', 'a\u{f0000}b\u{f0001}c\n', '"abc"'],
    ['is one harmless line', 'a\r::error::b', '"a : :error: :b"'],
  ])('%s', (_behaviour, name, expected) => {
    expect(revealQuotes(quote(name), (text) => text)).toBe(expected);
  });
});

test('several foreign names in one message, each for itself', () => {
  expect(revealQuotes(`not ${quote('a\nb')} but ${quote('c')} or ${quote('d::e')}.`, (text) => text)).toBe(
    'not "a b" but "c" or "d: :e".',
  );
});
