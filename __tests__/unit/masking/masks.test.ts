import { describe, expect, test } from '@jest/globals';
import { derivedForms } from '../../../src/masking/forms.js';
import {
  commandData,
  hasOpenParts,
  hasShortMask,
  isMaskable,
  isShort,
  masksOf,
  userPasswords,
} from '../../../src/masking/masks.js';

const PEM = `-----BEGIN PRIVATE KEY-----
MIIEvQIBADANBgkqhkiG9w0BAQEFAASC
BKcwggSjAgEAAoIBAQC7
-----END PRIVATE KEY-----
`;

const PRETTY = JSON.stringify(
  { server: 'ghcr.example.com', port: 5432, tls: true, note: null, tags: ['blue'] },
  null,
  2,
);

/** The masks of a value that are not a derived form of another mask: its pieces. */
function piecesOf(value: string): string[] {
  const masks = masksOf(value);
  const derived = new Set([value, value.trim(), ...masks].flatMap(derivedForms));
  return masks.filter((mask) => !derived.has(mask)).sort();
}

describe('masksOf, for a text', () => {
  test.each<[string, string, string[]]>([
    ['one line: the line', 'correct-horse', ['correct-horse']],
    [
      'blanks at both ends: the value with and without the blanks',
      '  correct horse\t',
      ['  correct horse\t', 'correct horse'],
    ],
    [
      'a newline at the end: the value with and without the newline',
      'correct-horse\n',
      ['correct-horse', 'correct-horse\n'],
    ],
    [
      'several lines: the value, and each line without blanks at its ends',
      'first line\n  second\n',
      ['first line', 'first line\n  second', 'first line\n  second\n', 'second'],
    ],
    [
      'CRLF and a lone CR: the value, and each line',
      'one line\r\ntwo line\rthree',
      ['one line', 'one line\r\ntwo line\rthree', 'three', 'two line'],
    ],
    [
      'blank lines: the value, and only the other lines',
      'one line\n\n  \ntwo line',
      ['one line', 'one line\n\n  \ntwo line', 'two line'],
    ],
    [
      'short lines among longer lines: only the longer lines',
      'longer line\nab\nlast line',
      ['last line', 'longer line'],
    ],
    ['only short lines: each line', 'ab\ncd', ['ab', 'cd']],
    ['a line of plain JSON syntax: only the other lines', 'long line\n}', ['long line']],
    ['two characters: the value', 'ab', ['ab']],
    ['no characters: nothing', '', []],
    ['only blanks: nothing', ' \t\n', []],
    ['a word of JSON: nothing', 'true', []],
    ['a bracket: nothing', '{', []],
    ['an empty JSON document: nothing', ' { } ', []],
  ])('The masks of a value with %s', (_kind, value, expected) => {
    expect(piecesOf(value)).toEqual([...expected].sort());
  });
});

describe('The list of masksOf', () => {
  test.each(['correct-horse-battery', PEM, PRETTY, '{"a":"ä","b":"c d"}'])(
    'The masks of %j are in order, the longest first',
    (value) => {
      const lengths = masksOf(value).map((mask) => mask.length);

      expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
    },
  );

  test('No mask occurs twice', () => {
    const masks = masksOf('same line\nsame line');

    expect(new Set(masks).size).toBe(masks.length);
  });

  test('The masks contain the derived forms of the whole value and of each piece', () => {
    const hex = (text: string) => Buffer.from(text).toString('hex');

    expect(masksOf('{"a":"first leaf"}')).toEqual(
      expect.arrayContaining([hex('{"a":"first leaf"}'), hex('first leaf')]),
    );
    expect(masksOf('line one\nline two')).toEqual(expect.arrayContaining([hex('line one\nline two'), hex('line two')]));
  });
});

describe('isMaskable', () => {
  test('Blanks and plain JSON syntax cannot be masked', () => {
    expect(['', ' \t\r\n\u0085', '{', '},', '[]', 'true', 'false,', '[null, true]'].filter(isMaskable)).toEqual([]);
  });

  test('Any other text can be masked', () => {
    const texts = ['truer', 'nullnull', 'True', '0', 'a', '""', '\u200b'];

    expect(texts.filter(isMaskable)).toEqual(texts);
  });
});

describe('isShort', () => {
  test('A text of fewer than four characters is short, without the blanks at its ends', () => {
    const texts = ['', 'abc', '  abc  ', 'äöü', '😀😀😀'];

    expect(texts.filter(isShort)).toEqual(texts);
  });

  test('A text of four characters or more is not short', () => {
    expect(['abcd', 'a cd', '😀😀😀😀'].filter(isShort)).toEqual([]);
  });
});

describe('hasShortMask', () => {
  test('A short value, or a value of only short lines, has a short mask', () => {
    expect(['abc', 'ab\ncd'].filter(hasShortMask)).toEqual(['abc', 'ab\ncd']);
  });

  test('A value with a longer part, or without a mask, has no short mask', () => {
    expect(['abcd', 'longer line\nab', '{"a":"xy"}', '["xy"]', '', 'true'].filter(hasShortMask)).toEqual([]);
  });
});

describe('hasOpenParts', () => {
  test('Short lines and leaves among longer parts are not masked', () => {
    const values = ['longer line\nab', '{"a":"xy","b":"longer"}'];

    expect(values.filter(hasOpenParts)).toEqual(values);
  });

  test('A value of only short, only longer or no maskable parts has no open parts', () => {
    expect(['longer line\n}', 'ab\ncd', 'longer line\nsecond line', 'abc'].filter(hasOpenParts)).toEqual([]);
  });
});

describe('masksOf, for a document', () => {
  test.each<[string, string, string[]]>([
    ['a key file: the file and every line', PEM, [PEM, PEM.trim(), ...PEM.trim().split('\n')]],
    [
      'JSON on one line: the document and its leaves',
      '{"user":"maria","pin":12345}',
      ['{"user":"maria","pin":12345}', 'maria', '12345'],
    ],
    [
      'JSON in a string of JSON: the leaves of both documents',
      JSON.stringify({ a: '{"b":"inner"}' }),
      [JSON.stringify({ a: '{"b":"inner"}' }), '{"b":"inner"}', 'inner'],
    ],
    ['a string of JSON: the string with and without quotes', '"correct horse"', ['"correct horse"', 'correct horse']],
    ['a list: the list and its elements', '["alpha","beta-x"]', ['["alpha","beta-x"]', 'alpha', 'beta-x']],
    [
      'a leaf of several lines: the leaf and its lines',
      '{"key":"line one\\nline two"}',
      ['{"key":"line one\\nline two"}', 'line one\nline two', 'line one', 'line two'],
    ],
    [
      'a short leaf and a longer leaf: only the longer leaf',
      '{"a":"xy","b":"longer"}',
      ['{"a":"xy","b":"longer"}', 'longer'],
    ],
    ['broken JSON: the text', '{"a":"b', ['{"a":"b']],
  ])('The masks of %s', (_kind, value, expected) => {
    expect(piecesOf(value)).toEqual([...new Set(expected)].sort());
  });

  test('The masks of JSON over several lines are its leaves and longer lines, without brackets and words of JSON', () => {
    const masks = masksOf(PRETTY);

    expect(masks).toEqual(
      expect.arrayContaining(['ghcr.example.com', '5432', 'blue', '"server": "ghcr.example.com",']),
    );
    for (const syntax of ['{', '}', '[', ']', '],', 'true', 'null', '', ',']) {
      expect(masks).not.toContain(syntax);
    }
    // The runner would also register each line of the whole document, and therefore every bracket.
    expect(masks).not.toContain(PRETTY);
  });
});

describe('masksOf, with plain leaves', () => {
  test.each<[string, string, { plain: string[]; masked: string[] }]>([
    ['a leaf', '{"a":"plain one","b":"secret one"}', { plain: ['plain one'], masked: ['secret one'] }],
    ['a number', '{"port":5432,"b":"secret one"}', { plain: ['5432'], masked: ['secret one'] }],
    [
      'a leaf with lines',
      '{"a":"line one\\nline two","b":"secret one"}',
      { plain: ['line one\nline two'], masked: ['secret one'] },
    ],
    [
      'a leaf in a string of JSON',
      JSON.stringify({ a: '{"b":"inner one"}', c: 'secret one' }),
      { plain: ['inner one', '{"b":"inner one"}'], masked: ['secret one'] },
    ],
    ['all leaves', '{"a":"plain one"}', { plain: ['plain one'], masked: [] }],
    [
      'no leaf that only contains the plain text',
      '{"a":"plain one","b":"other"}',
      { plain: ['plain'], masked: ['plain one', 'other'] },
    ],
  ])('The masks of a document leave out %s', (_what, value, { plain, masked }) => {
    const masks = new Set(masksOf(value, plain));
    const lines = plain.flatMap((text) => [text, ...text.split('\n')]);
    const open = lines.filter((text) => masks.has(text) || derivedForms(text).some((form) => masks.has(form)));

    expect(masks).toContain(value);
    expect(open).toEqual([]);
    expect(masked.filter((text) => !masks.has(text))).toEqual([]);
  });

  test('A plain text that is the whole value is masked', () => {
    expect(masksOf('plain one', ['plain one'])).toContain('plain one');
  });
});

describe('userPasswords', () => {
  const fields = (members: Record<string, string>) =>
    Object.entries(members).map(([name, text]) => ({ path: name.split('.'), text }));

  test.each<[string, Record<string, string>, string[]]>([
    ['a user name and a password', { server: 'host', username: 'maria', password: 'pass-1' }, ['maria:pass-1']],
    ['names in mixed case', { userName: 'maria', Password: 'pass-1' }, ['maria:pass-1']],
    ['nested fields', { 'auth.login': 'maria', 'auth.pwd': 'pass-1' }, ['maria:pass-1']],
    ['a client id and a client secret', { client_id: 'client', client_secret: 'pass-1' }, ['client:pass-1']],
    ['the two keys of S3', { access_key_id: 'AKIA', secret_access_key: 'SECRET' }, ['AKIA:SECRET']],
    ['an e-mail address and a token', { 'e-mail': 'm@x.org', token: 'tok-1' }, ['m@x.org:tok-1']],
    [
      'two users and two passwords',
      { user: 'maria', email: 'm@x.org', password: 'pass-1', token: 'tok-1' },
      ['maria:pass-1', 'maria:tok-1', 'm@x.org:pass-1', 'm@x.org:tok-1'],
    ],
    ['a user without a password', { username: 'maria', server: 'host' }, []],
    ['a password without a user', { password: 'pass-1' }, []],
    ['an empty user name', { username: '', password: 'pass-1' }, []],
    ['a field that could be both', { user_password: 'pass-1' }, []],
    ['a user and a password of one letter each', { user: 'a', password: 'b' }, []],
  ])('The pairs of a value with %s', (_kind, members, expected) => {
    expect(userPasswords(fields(members))).toEqual(expected);
  });
});

describe('commandData', () => {
  test.each<[string, string, string[]]>([
    ['only ASCII: the text', 'correct-horse', ['correct-horse']],
    ['a percent sign: the text', '50%0A', ['50%0A']],
    ['ASCII first: the text', 'pässword', ['pässword']],
    ['a blank first: the text', ' ä', [' ä']],
    // By culture, a mark after "::" hides the command from the runner; the newline separates them.
    ['a combining mark first: the text after a newline, then the text', '\u0301abc', ['\n\u0301abc', '\u0301abc']],
    ['another letter that is not ASCII first: the text after a newline, then the text', 'über', ['\nüber', 'über']],
    ['an emoji first: the text after a newline, then the text', '😀x', ['\n😀x', '😀x']],
    [
      // The runner prints the last text, which the masks of the first two hide, unescaped and escaped.
      'a combining mark first and a percent sign: first as the command line shows the text',
      '\u0301a%b',
      ['\n\u0301a%25b', '\n\u0301a%b', '\u0301a%b'],
    ],
    ['several lines: the text', 'a\nb', ['a\nb']],
  ])('The add-mask commands for a text with %s', (_kind, text, expected) => {
    expect(commandData(text)).toEqual(expected);
  });
});
