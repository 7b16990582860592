import { describe, expect, test } from '@jest/globals';
import { derivedForms, FORMS, formsOfBytes } from '../../../src/masking/forms.js';
import { masksOf } from '../../../src/masking/masks.js';
import { PRINTED_SECRETS, textsWith } from '../../support/printed-secrets.js';

function formsNamed(name: string, text: string): string[] {
  const form = FORMS.find((known) => known.name === name);
  if (form === undefined) throw new Error(`no form has the name ${name}`);
  return [...new Set(form.of(text))].filter((spelling) => spelling !== '');
}

describe('FORMS', () => {
  test.each([
    // "abcdefghij" has ten bytes: three whole groups from its first and second byte, two from its third.
    ['base64 at three alignments', 'abcdefghij', ['YWJjZGVmZ2hp', 'YmNkZWZnaGlq', 'Y2RlZmdo']],
    ['base64 at three alignments', 'äöü', ['w6TDtsO8', 'pMO2', 'w7bD']],
    ['base64 at three alignments', 'ab', []],
    ['base64url at three alignments', '~~~???', ['fn5-Pz8_', 'fn4_', 'fj8_']],
    ['hex', 'ab/Ä~', ['61622fc3847e', '61622FC3847E']],
    ['form encoding', "a b+c&d'e~*", ['a+b%2Bc%26d%27e%7E*', 'a+b%2bc%26d%27e%7e*']],
    ['URI encoding', "a b+c/d'(*)!", ["a%20b%2Bc%2Fd'(*)!", "a%20b%2bc%2fd'(*)!"]],
    ['URI encoding, strict', "a b/d'(*)!", ['a%20b%2Fd%27%28%2A%29%21', 'a%20b%2fd%27%28%2a%29%21']],
    ['URI encoding that keeps slashes', 'a b/c+d', ['a%20b/c%2Bd', 'a%20b/c%2bd']],
    ['JSON', 'a"b\\c\nd\te', [String.raw`a\"b\\c\nd\te`]],
    ['JSON in JSON', 'a"b\\c', [String.raw`a\\\"b\\\\c`]],
    ['JSON in ASCII', 'ä"😀', [String.raw`\u00e4\"\ud83d\ude00`, String.raw`\u00E4\"\uD83D\uDE00`]],
    ['JSON safe for HTML', 'a<b>&"c', [String.raw`a\u003cb\u003e\u0026\"c`]],
    ['bash under set -x', "it's", [String.raw`it'\''s`]],
    ['bash under set -x', "ä\u001b'\\\u0007", expect.arrayContaining([String.raw`\303\244\E\'\\\a`])],
    [
      'bash under set -x',
      'ä\b\t\n\v\f\r',
      expect.arrayContaining([String.raw`\303\244\b\t\n\v\f\r`, String.raw`ä\b\t\n\v\f\r`]),
    ],
  ])('The form `%s` spells the text %j as other programs do', (name, text, expected) => {
    expect(formsNamed(name, text)).toEqual(expected);
  });
});

describe('derivedForms', () => {
  test('A derived form is never the text itself', () => {
    expect(derivedForms('abcdefghijkl')).not.toContain('abcdefghijkl');
  });

  test('A derived form has at least eight characters', () => {
    // "abcde": its hex has ten characters, its base64 groups have four.
    expect([...new Set(derivedForms('abcde'))]).toEqual(['6162636465']);
    expect(derivedForms('abc')).toEqual([]);
    expect(derivedForms('abcdefg')).toContain('YWJjZGVm');
  });

  test('A text with invalid Unicode has derived forms', () => {
    expect(derivedForms('abcd\ud800efgh')).toContain(encodeURIComponent('abcd\ufffdefgh'));
  });

  test('An empty text has no derived forms', () => {
    expect(derivedForms('')).toEqual([]);
  });
});

describe('formsOfBytes', () => {
  test('Bytes that are not text have the forms base64, base64url and hex, of at least eight characters', () => {
    const bytes = Buffer.from([0xfb, 0xff, 0x00, 0xfe, 0xff, 0xfb, 0xef, 0xff]);

    expect(formsOfBytes(bytes)).toEqual([
      '+/8A/v/7',
      '/wD+//vv',
      'AP7/++//',
      '-_8A_v_7',
      '_wD-__vv',
      'AP7_--__',
      'fbff00fefffbefff',
      'FBFF00FEFFFBEFFF',
    ]);
    expect(formsOfBytes(bytes.subarray(0, 4))).toEqual(['fbff00fe', 'FBFF00FE']);
  });
});

/** A text in which every mask of the secret is replaced, the longest first. */
const masked = (text: string, secret: string) =>
  masksOf(secret).reduce((left, mask) => left.replaceAll(mask, '***'), text);

/** Whether a text contains a whole word of a secret. */
const isReadable = (text: string, secret: string) =>
  (secret.match(/[A-Za-z]{4,}/g) ?? []).some((word) => text.includes(word));

describe.each(PRINTED_SECRETS)('The masks of a secret with $kind', ({ kind, secret, traces, base64 }) => {
  test.each(['C', 'C.UTF-8'] as const)(
    `The masks hide a secret with ${kind} that bash prints under set -x in the locale %s`,
    (locale) => {
      const trace = `+ : ${traces[locale]}\n+ W=${traces[locale]}\n+ [[ ${secret} == x ]]\n`;

      expect(isReadable(masked(trace, secret), secret)).toBe(false);
      expect(isReadable(trace.replace(/\\[abE]|\\\d+/g, ''), secret)).toBe(true);
    },
  );

  test(`The masks leave at most the ends of base64 readable, whatever precedes and follows a secret with ${kind}`, () => {
    const printed = [base64, ...textsWith(secret).map((text) => Buffer.from(text).toString('base64'))];
    const ends = printed.map((text) => masked(text, secret).split('***'));

    expect(ends.filter((parts) => parts.length !== 2 || parts.some((end) => end.length > 8))).toEqual([]);
  });

  test(`The masks hide a secret with ${kind} that Node prints in other encodings`, () => {
    const texts = [
      Buffer.from(`${secret}\n`).toString('hex'),
      `https://example.com/?q=${encodeURIComponent(secret)}`,
      new URLSearchParams({ user: 'me', password: secret }).toString(),
      new URL(`https://example.com/?q=${encodeURIComponent(secret)}`).href,
      JSON.stringify({ password: secret }),
      JSON.stringify({ body: JSON.stringify({ password: secret }) }),
    ];
    const shown = texts.map((text) => masked(text, secret));

    expect(shown.filter((text) => isReadable(text, secret) || !text.includes('***'))).toEqual([]);
  });
});
