import { describe, expect, test } from '@jest/globals';
import { parseCommand } from '../../../harness/runner/commands.js';
import { createActReader } from '../../../src/masking/act.js';
import { derivedForms } from '../../../src/masking/forms.js';
import {
  commandData,
  githubReader,
  hasOpenParts,
  hasShortMask,
  isMaskable,
  isShort,
  masksOf,
  rankedMasks,
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
    ['A value of one line is masked as that line', 'correct-horse', ['correct-horse']],
    [
      'A value with blanks at both ends is masked with and without the blanks',
      '  correct horse\t',
      ['  correct horse\t', 'correct horse'],
    ],
    [
      'A value with a newline at the end is masked with and without the newline',
      'correct-horse\n',
      ['correct-horse', 'correct-horse\n'],
    ],
    [
      'A value of several lines is masked as a whole, and line by line without blanks at both ends',
      'first line\n  second\n',
      ['first line', 'first line\n  second', 'first line\n  second\n', 'second'],
    ],
    [
      'A value with CRLF and a lone CR is masked as a whole and line by line',
      'one line\r\ntwo line\rthree',
      ['one line', 'one line\r\ntwo line\rthree', 'three', 'two line'],
    ],
    [
      'A value with blank lines is masked as a whole, and by only the other lines',
      'one line\n\n  \ntwo line',
      ['one line', 'one line\n\n  \ntwo line', 'two line'],
    ],
    [
      'A value with short lines among longer lines is masked by only the longer lines',
      'longer line\nab\nlast line',
      ['last line', 'longer line'],
    ],
    ['A value of only short lines is masked line by line', 'ab\ncd', ['ab', 'cd']],
    ['A value with a line of plain JSON syntax is masked by only the other lines', 'long line\n}', ['long line']],
    ['A value of two characters is masked', 'ab', ['ab']],
    ['An empty value has no masks', '', []],
    ['A value of only blanks has no masks', ' \t\n', []],
    ['A value that is a word of JSON has no masks', 'true', []],
    ['A value that is a bracket has no masks', '{', []],
    ['An empty JSON document has no masks', ' { } ', []],
  ])('%s', (_title, value, expected) => {
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

describe('Forms of several lines', () => {
  const QUOTED = 'a\nit\'s a "long" line\n}';

  test.each([
    ['a document of JSON', PRETTY],
    ['quotes between short lines', QUOTED],
    ['a list of objects', JSON.stringify([{ user: "it's", password: 'a b & c' }], null, 2)],
  ])(
    'No line of a form is short or plain JSON syntax, because the runner masks each line of a mask alone: %s',
    (_what, value) => {
      const lines = masksOf(value).flatMap((mask) => mask.split(/[\r\n]+/).map((line) => line.trim()));

      expect(lines.filter((line) => line !== '' && (isShort(line) || !isMaskable(line)))).toEqual([]);
    },
  );

  test('A long line between short ones is masked in all its forms', () => {
    const forms = derivedForms('it\'s a "long" line');

    expect(masksOf(QUOTED)).toEqual(expect.arrayContaining(forms));
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
    ['A key file is masked as a whole and line by line', PEM, [PEM, PEM.trim(), ...PEM.trim().split('\n')]],
    [
      'JSON on one line is masked as a whole, with its leaves',
      '{"user":"maria","pin":12345}',
      ['{"user":"maria","pin":12345}', 'maria', '12345'],
    ],
    [
      'JSON in a string of JSON is masked with the leaves of both documents',
      JSON.stringify({ a: '{"b":"inner"}' }),
      [JSON.stringify({ a: '{"b":"inner"}' }), '{"b":"inner"}', 'inner'],
    ],
    ['A string of JSON is masked with and without its quotes', '"correct horse"', ['"correct horse"', 'correct horse']],
    ['A list is masked as a whole, with its elements', '["alpha","beta-x"]', ['["alpha","beta-x"]', 'alpha', 'beta-x']],
    [
      'A leaf of several lines is masked as a whole and line by line',
      '{"key":"line one\\nline two"}',
      ['{"key":"line one\\nline two"}', 'line one\nline two', 'line one', 'line two'],
    ],
    [
      'A short leaf next to a longer leaf is not masked',
      '{"a":"xy","b":"longer"}',
      ['{"a":"xy","b":"longer"}', 'longer'],
    ],
    ['Broken JSON is masked as a text', '{"a":"b', ['{"a":"b']],
  ])('%s', (_title, value, expected) => {
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
    ['a plain leaf', '{"a":"plain one","b":"secret one"}', { plain: ['plain one'], masked: ['secret one'] }],
    ['a plain number', '{"port":5432,"b":"secret one"}', { plain: ['5432'], masked: ['secret one'] }],
    [
      'a plain leaf with lines',
      '{"a":"line one\\nline two","b":"secret one"}',
      { plain: ['line one\nline two'], masked: ['secret one'] },
    ],
    [
      'a plain leaf in a string of JSON',
      JSON.stringify({ a: '{"b":"inner one"}', c: 'secret one' }),
      { plain: ['inner one', '{"b":"inner one"}'], masked: ['secret one'] },
    ],
    ['all leaves if all are plain', '{"a":"plain one"}', { plain: ['plain one'], masked: [] }],
    [
      'no leaf that only contains a plain text',
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
    ['an empty user name', { username: '', password: 'password-1' }, []],
    ['a pair of seven characters', { user: 'a', password: '12345' }, []],
    ['a pair of eight characters', { user: 'a', password: '123456' }, ['a:123456']],
    ['a note of a user', { 'login.note': 'maria', password: 'pass-1' }, []],
    ['the secret of an access key', { access_key_secret: 'AKIA-1', password: 'pass-1' }, []],
    ['a field that could be both', { user_password: 'pass-1' }, []],
    ['a user and a password of one letter each', { user: 'a', password: 'b' }, []],
  ])('For %s in the fields %j, the pairs of user and password are %j', (_kind, members, expected) => {
    expect(userPasswords(fields(members))).toEqual(expected);
  });

  test.each(['account', 'email', 'clientid', 'accesskey', 'access_key', 'accesskeyid', 'keyid', 'key_id'])(
    'The field %s contains a user name',
    (name) => {
      expect(userPasswords(fields({ [name]: 'maria', pin_secret: 'pass-1' }))).toEqual(['maria:pass-1']);
    },
  );

  test('A text without fields contains no user name', () => {
    expect(userPasswords([{ path: [], text: 'maria' }, ...fields({ password: 'pass-1' })])).toEqual([]);
  });
});

describe('commandData', () => {
  test.each<[string, string, string[]]>([
    ['A text of only ASCII is sent as it is', 'correct-horse', ['correct-horse']],
    ['A text with a percent sign is sent as it is', '50%0A', ['50%0A']],
    ['A text with ASCII first is sent as it is', 'pässword', ['pässword']],
    ['A text with a blank first is sent as it is', ' ä', [' ä']],
    // By culture, a mark after "::" hides the command from the runner; the newline separates them.
    [
      'A text with a combining mark first is sent after a newline, then as it is',
      '\u0301abc',
      ['\n\u0301abc', '\u0301abc'],
    ],
    [
      'A text with another letter outside ASCII first is sent after a newline, then as it is',
      'über',
      ['\nüber', 'über'],
    ],
    ['A text with an emoji first is sent after a newline, then as it is', '😀x', ['\n😀x', '😀x']],
    [
      // The runner prints the last text, which the masks of the first two hide, unescaped and escaped.
      'A text with a combining mark first and a percent sign is first sent as the command line shows it',
      '\u0301a%b',
      ['\n\u0301a%25b', '\n\u0301a%b', '\u0301a%b'],
    ],
    ['A text of several lines is sent as it is', 'a\nb', ['a\nb']],
  ])('%s', (_title, text, expected) => {
    expect(commandData(text)).toEqual(expected);
  });
});

describe('A value that contains a command of the runner', () => {
  const VALUES = [
    '\u0301a##[stop-commands]b',
    'ü##[set-output name=a]b',
    '::\u0301x::y##[add-matcher]/tmp/x;',
    '😀%##[group]a%5Db',
  ];

  test.each(VALUES.flatMap((value) => [[value, githubReader] as const, [value, createActReader()] as const]))(
    'Each command that masks %j is read as a mask of it, and as no other command',
    (value, reader) => {
      const commands = reader.commandsFor([value]).map((line) => parseCommand(line.trimEnd()));
      const known = commands.filter((command) => command !== null);

      expect(known.filter(({ command }) => command !== 'add-mask')).toEqual([]);
      expect(known.map(({ data }) => data.replace(/^\n/, ''))).toContain(value);
    },
  );
});

describe('rankedMasks', () => {
  const numbered = (count: number, word: string) => Array.from({ length: count }, (_, index) => `${word}-${index}-x`);
  const hex = (text: string) => Buffer.from(text).toString('hex');

  test('A value that needs at most 5,000 masks has all of them', () => {
    const { masks, isCut } = rankedMasks(numbered(200, 'line').join('\n'));

    expect(isCut).toBe(false);
    expect(masks).toEqual(expect.arrayContaining(['line-199-x', hex('line-199-x')]));
  });

  test('Of a value that needs more, derived forms are left out, the forms of the whole value and of its first lines last', () => {
    const lines = numbered(2_000, 'line');
    const { masks, isCut } = rankedMasks(lines.join('\n'));

    expect([isCut, masks.length]).toEqual([true, 5_000]);
    expect(masks).toEqual(expect.arrayContaining([...lines, hex(lines.join('\n')), hex('line-0-x')]));
    expect(masks).not.toContain(hex('line-1999-x'));
  });

  test('Of a value with more lines, its last lines are left out, but not the value, its leaves or its secret parts', () => {
    const lines = [...numbered(6_000, 'line'), '{"leaf":"leaf-of-the-end"}', 'PASSWORD=pass-of-the-end'];
    const { masks, isCut } = rankedMasks(lines.join('\n'));

    expect([isCut, masks.length]).toEqual([true, 5_000]);
    expect(masks).toEqual(expect.arrayContaining([lines.join('\n'), 'line-0-x', 'leaf-of-the-end', 'pass-of-the-end']));
    expect(masks).not.toContain('line-5999-x');
    expect(masks).not.toContain(hex('line-0-x'));
  });

  test('Of a document with 21,000 leaves, every leaf is masked', () => {
    const leaves = numbered(21_000, 'leaf');
    const { masks, isCut } = rankedMasks(JSON.stringify(leaves));
    const known = new Set(masks);

    expect([isCut, masks.length]).toEqual([true, 21_002]);
    expect(leaves.filter((leaf) => !known.has(leaf))).toEqual([]);
  });

  test('Of a key after many certificates, every line is masked', () => {
    const certificates = numbered(6_000, 'line').join('\n');
    const masks = rankedMasks(`${certificates}\n${PEM}`).masks;

    expect(masks).toEqual(expect.arrayContaining(['MIIEvQIBADANBgkqhkiG9w0BAQEFAASC', 'BKcwggSjAgEAAoIBAQC7']));
  });
});
