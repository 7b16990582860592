import { describe, expect, test } from '@jest/globals';
import { derivedForms, FORMS } from '../../../src/masking/forms.js';

function formsNamed(name: string, text: string): string[] {
  const form = FORMS.find((known) => known.name === name);
  if (form === undefined) throw new Error(`no form has the name ${name}`);
  return [...new Set(form.of(text))].filter((spelling) => spelling !== '');
}

describe('a secret is also masked as', () => {
  test.each([
    // "abcdefghij" is ten bytes: three whole groups from its first, from its second, and two from its third.
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
  ])('%s: %j', (name, text, expected) => {
    expect(formsNamed(name, text)).toEqual(expected);
  });
});

describe('of the derived forms', () => {
  test('none is the text itself', () => {
    expect(derivedForms('abcdefghijkl')).not.toContain('abcdefghijkl');
  });

  test('none is shorter than eight characters, which would hide more of the log than of the secret', () => {
    // "abcde": its hex has ten characters, its base64 groups have four.
    expect([...new Set(derivedForms('abcde'))]).toEqual(['6162636465']);
    expect(derivedForms('abc')).toEqual([]);
    expect(derivedForms('abcdefg')).toContain('YWJjZGVm');
  });

  test('a text that is no Unicode has some, and no error', () => {
    expect(derivedForms('abcd\ud800efgh')).toContain(encodeURIComponent('abcd\ufffdefgh'));
  });

  test('an empty text has none', () => {
    expect(derivedForms('')).toEqual([]);
  });
});
