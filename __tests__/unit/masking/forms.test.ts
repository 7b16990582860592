import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ESCAPED_FORMS } from '../../../src/masking/escapes.js';
import { derivedForms, FORMS, formsOfBytes } from '../../../src/masking/forms.js';
import { masksOf } from '../../../src/masking/masks.js';
import { PRINTED_SECRETS, textsWith } from '../../support/printed-secrets.js';

function formsNamed(name: string, text: string): string[] {
  const form = FORMS.find((known) => known.name === name);
  if (form === undefined) throw new Error(`no form has the name ${name}`);
  return [...new Set(form.of(text, Buffer.from(text)))].filter((spelling) => spelling !== '');
}

describe('FORMS', () => {
  test.each([
    // "abcdefghij" has ten bytes: three whole groups from its first and second byte, two from its third.
    ['base64 at three alignments', 'abcdefghij', ['YWJjZGVmZ2hp', 'YmNkZWZnaGlq', 'Y2RlZmdo']],
    ['base64 at three alignments', 'äöü', ['w6TDtsO8', 'pMO2', 'w7bD']],
    ['base64 at three alignments', 'ab', []],
    ['base64url at three alignments', '~~~???', ['fn5-Pz8_', 'fn4_', 'fj8_']],
    ['hex', 'ab/Ä~', ['61622fc3847e', '61622FC3847E']],
    // Lines of 64 characters, then lines of 76. The last line has whole groups, so that it does not depend on a newline.
    [
      'base64 in lines',
      '0123456789'.repeat(6),
      [
        'MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3',
        'ODkwMTIzNDU2Nzg5',
        'MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2',
        'Nzg5',
        'Nzg5Cg==',
      ],
    ],
    ['base64 in lines', '0123456789'.repeat(4), []],
    [
      'form encoding',
      "a b+c'e~*!",
      [
        'a+b%2Bc%27e%7E*%21',
        'a+b%2bc%27e%7e*%21',
        'a+b%2Bc%27e~%2A%21',
        'a+b%2bc%27e~%2a%21',
        'a+b%2Bc%27e%7E%2A%21',
        'a+b%2bc%27e%7e%2a%21',
        'a+b%2Bc%27e%7E*!',
        'a+b%2bc%27e%7e*!',
      ],
    ],
    [
      'URI encoding',
      "a b/'(*)!~",
      [
        "a%20b%2F'(*)!~",
        "a%20b%2f'(*)!~",
        'a%20b%2F%27%28%2A%29%21~',
        'a%20b%2f%27%28%2a%29%21~',
        'a%20b/%27%28%2A%29%21~',
        'a%20b/%27%28%2a%29%21~',
      ],
    ],
    [
      'part of a URL',
      ' $&+,/:;=@~!%ä',
      [
        '%20$&+%2C%2F:%3B=@~%21%25%C3%A4',
        '%20$&+,/:;=@~%21%25%C3%A4',
        '%20$&+,%2F%3A;=%40~%21%25%C3%A4',
        '%20$&+,%2F%3A%3B%3D%40~!%%C3%A4',
      ],
    ],
    ['JSON', 'a"b\\c\nd\te/', [String.raw`a\"b\\c\nd\te/`]],
    ['JSON in JSON', 'a"b\\c', [String.raw`a\\\"b\\\\c`]],
    ['JSON in ASCII', 'ä"😀\u007f', [String.raw`\u00e4\"\ud83d\ude00\u007f`, String.raw`\u00E4\"\uD83D\uDE00\u007F`]],
    ['JSON of Go', 'a<b>&"c', [String.raw`a\u003cb\u003e\u0026\"c`]],
    ['JSON of PHP', 'a/b"<ä', [String.raw`a\/b\"<\u00e4`, String.raw`a\/b\"<ä`]],
    // System.Text.Json, JavaScriptEncoder.Default.
    [
      'JSON of .NET',
      'a\\"b\'+<>&`/\nä😀',
      [String.raw`a\\\u0022b\u0027\u002B\u003C\u003E\u0026\u0060/\n\u00E4\uD83D\uDE00`],
    ],
    // Gson, JsonWriter.HTML_SAFE_REPLACEMENT_CHARS.
    ['JSON of Gson', 'a"b\'=<>&+/ä', [String.raw`a\"b\u0027\u003d\u003c\u003e\u0026+/ä`]],
    [
      'HTML and XML',
      `<&>"'+ä`,
      [
        '&lt;&amp;&gt;&#34;&#39;+ä',
        '&lt;&amp;&gt;&#34;&#39;&#43;ä',
        '&lt;&amp;&gt;&quot;&#x27;+ä',
        '&lt;&amp;&gt;&quot;&#039;+ä',
        '&lt;&amp;&gt;&quot;&#39;+ä',
        "&lt;&amp;&gt;&quot;'+ä",
        `&lt;&amp;&gt;"'+ä`,
        `&lt;&amp;&gt;"'+&#228;`,
      ],
    ],
    [
      'repr of Python',
      '\'"\\\n\u001b\u00a0ä\u200b😀\u{e0001} ',
      [String.raw`'"\\\n\x1b\xa0ä\u200b😀\U000e0001 `, String.raw`\'"\\\n\x1b\xa0ä\u200b😀\U000e0001 `],
    ],
    ['repr of bytes in Python', '\'"\\\n\u001bä', [String.raw`'"\\\n\x1b\xc3\xa4`, String.raw`\'"\\\n\x1b\xc3\xa4`]],
    [
      'YAML in double quotes',
      '\'"\\\n\u001b\u00a0ä\u200b😀',
      [String.raw`'\"\\\n\e\_\xE4\u200B\U0001F600`, `'\\"\\\\\\n\\e\u00a0ä\u200b\\U0001F600`],
    ],
    ['single quotes of bash', "it's", [String.raw`it'\''s`]],
    ['single quotes of dash', "it''s", [`it'"'"''"'"'s`, `it'"''"'s`]],
    ['double quotes of a shell', 'a"$`\\\'!b', ['a\\"\\$\\`\\\\\'!b']],
    [
      'printf %q of bash',
      `${String.raw`#~ !"$&'()*,;<>?[\]^{|}:~=~%+-./@_`}\``,
      [`${String.raw`#~\ \!\"\$\&\'\(\)\*\,\;\<\>\?\[\\\]\^\{\|\}:\~=\~%+-./@_`}\\\``],
    ],
    ["$'…' of bash", "it's", [String.raw`it\'s`]],
    ["$'…' of bash", "ä\u001b'\\\u0007", expect.arrayContaining([String.raw`\303\244\E\'\\\a`])],
    [
      "$'…' of bash",
      'ä\b\t\n\v\f\r',
      expect.arrayContaining([String.raw`\303\244\b\t\n\v\f\r`, String.raw`ä\b\t\n\v\f\r`]),
    ],
    // PowerShell, CodeGeneration.EscapeSingleQuotedStringContent.
    ['doubled quotes', `'’"“`, [`''’’"“`, `'’""““`]],
    // PyYAML folds the first text at "grape"; a longer key moves the fold.
    [
      'folded text',
      'apple banana cherry dates elder figs grape honey iris',
      [
        'apple banana cherry dates elder figs grape',
        'banana cherry dates elder figs grape honey',
        'cherry dates elder figs grape honey iris',
        'dates elder figs grape honey iris',
        'elder figs grape honey iris',
        'figs grape honey iris',
        'grape honey iris',
        'honey iris',
      ],
    ],
    ['folded text', 'apple banana cherry dates elder figs gra', []],
    ['folded text', 'apple banana\ncherry dates elder figs grape honey iris', []],
    ['folded text', '{"apple": "banana cherry dates elder figs grape honey iris"}', []],
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

  test('A text of letters and digits has only forms in base64 and hex', () => {
    const token = 'Tk4711aB'.repeat(6);
    const bytes = Buffer.from(token);

    expect(new Set(derivedForms(token))).toEqual(
      new Set([
        ...[0, 1, 2].map((shift) => bytes.toString('base64', shift, shift === 0 ? 48 : 45 + shift)),
        bytes.toString('hex'),
        bytes.toString('hex').toUpperCase(),
      ]),
    );
    expect(new Set(derivedForms(`${token}Tk4711aB`)).size).toBe(8);
  });

  test('A text of more than 16 KiB has no forms in lines of base64', () => {
    const repeated = 'abc'.repeat(5461);

    // A full line and the last line, for both lengths of a line.
    expect(formsNamed('base64 in lines', `${repeated}a`)).toHaveLength(4);
    expect(formsNamed('base64 in lines', `${repeated}ab`)).toEqual([]);
  });

  test('A usual word at the end of a folded text is not a mask', () => {
    const masks = derivedForms('apple banana cherry dates elder figs grape production');

    expect(masks).not.toContain('production');
    expect(masks).toContain('grape production');
  });

  test('A text of 200 blanks or more has no forms of folded lines', () => {
    const numbers = Array.from({ length: 201 }, (_, n) => n);

    expect(formsNamed('folded text', numbers.slice(0, 200).join(' '))).toHaveLength(200);
    expect(formsNamed('folded text', numbers.join(' '))).toEqual([]);
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

  test('Bytes that are not text have the lines in which `base64 FILE` prints them', () => {
    const bytes = Buffer.alloc(100, 0xfb);

    expect(formsOfBytes(bytes)).toEqual(
      expect.arrayContaining(
        bytes
          .toString('base64')
          .slice(0, -4)
          .match(/.{1,76}/g) ?? [],
      ),
    );
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

test.each(ESCAPED_FORMS)(
  'The form $name changes no printable text in ASCII without one of its signs',
  ({ signs, of }) => {
    const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(0x20 + index));
    const others = printable.filter((sign) => !signs.includes(sign));

    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...others), maxLength: 40 }), (text) => {
        expect(of(text, Buffer.from(text)).filter((form) => form !== text)).toEqual([]);
      }),
    );
  },
);
