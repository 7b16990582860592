import { describe, expect, test } from '@jest/globals';
import { ActionError } from '../../src/errors.js';
import { parseSecretRequests } from '../../src/secrets/request.js';

/** Requests in short: `name`, `"name"` when it was quoted, ` | TARGET`, and the line when it is not the first. */
const shortOf = (text: string) =>
  parseSecretRequests(text).map(({ selector, quoted, target, line }) =>
    [
      quoted ? JSON.stringify(selector) : selector,
      ...(target === undefined ? [] : ['|', target]),
      ...(line === 1 ? [] : [`(${line})`]),
    ].join(' '),
  );

describe('the input `secrets` asks for', () => {
  test.each<[string, string, string[]]>([
    ['nothing, when it is empty', '', []],
    ['nothing, when it holds blanks and separators', ' \t;\n;;\n', []],
    ['a name', 'db-password', ['db-password']],
    ['a name with blanks inside, kept as they are', '  api   key  ', ['api   key']],
    ['a name with a tab inside', 'api\tkey', ['api\tkey']],
    ['a name in any script', 'Schlüssel für 😀', ['Schlüssel für 😀']],
    ['an id', '2kFmBSWjqxWEGarZC9kkeYOpgMD', ['2kFmBSWjqxWEGarZC9kkeYOpgMD']],
    ['a key', 'secret/Custom/2kFm', ['secret/Custom/2kFm']],
    ['a name with a target', 'api key | API_KEY', ['api key | API_KEY']],
    ['the same without blanks', 'api key|API_KEY', ['api key | API_KEY']],
    ['the same with many', 'api key \t | \t API_KEY \t', ['api key | API_KEY']],
    ['a target in lower case, as written', 'a | my_Name2', ['a | my_Name2']],
    ['one per line', 'a\nb | B\n\nc', ['a', 'b | B (2)', 'c (4)']],
    ['one per line, with CRLF and with lone CR', 'a\r\nb\rc', ['a', 'b (2)', 'c (3)']],
    ['one per semicolon', 'a;b | B ; c;;', ['a', 'b | B', 'c']],
    ['one twice', 'a;a', ['a', 'a']],
  ])('%s', (_what, text, expected) => {
    expect(shortOf(text)).toEqual(expected);
  });

  test('each request says what was written, whether quoted, and its line', () => {
    expect(parseSecretRequests('\n"api key" | API_KEY; db')).toEqual([
      { selector: 'api key', quoted: true, target: 'API_KEY', line: 2 },
      { selector: 'db', quoted: false, line: 2 },
    ]);
  });
});

describe('a comment', () => {
  test.each<[string, string, string[]]>([
    ['takes the whole line', '# a | B; c', []],
    ['takes the whole line behind blanks', '   # a', []],
    ['ends a name behind a blank', 'a # b', ['a']],
    ['ends a name behind a tab', 'a\t#b; c', ['a']],
    ['ends a target behind a blank', 'a | B #c', ['a | B']],
    ['ends a quoted name behind a blank', '"a" # "b"', ['"a"']],
    ['may follow a semicolon', 'a;# b', ['a']],
    ['ends with its line', '# a\nb', ['b (2)']],
    ['is none inside a word', 'a#b', ['a#b']],
    ['is none at the end of a word', 'a# ;b', ['a#', 'b']],
    ['is none in quotes', '"a # b"', ['"a # b"']],
  ])('%s', (_what, text, expected) => {
    expect(shortOf(text)).toEqual(expected);
  });
});

describe('a quoted name', () => {
  test.each<[string, string, string]>([
    ['keeps separators', '"a|b;c"', 'a|b;c'],
    ['keeps signs with a meaning to come', '"what?*@"', 'what?*@'],
    ['keeps blanks at its ends', '" a "', ' a '],
    ['holds a quote', String.raw`"say \"hi\""`, 'say "hi"'],
    ['holds a backslash', String.raw`"a\\"`, 'a\\'],
    ['holds escapes of JSON', String.raw`"\u00e4\n\/"`, 'ä\n/'],
    ['may look like a key', '"secret/Custom/x"', 'secret/Custom/x'],
    ['needs no blank before the target', '"a"|B', 'a'],
  ])('%s', (_what, text, selector) => {
    expect(parseSecretRequests(text)).toEqual([expect.objectContaining({ selector, quoted: true })]);
  });

  test('quotes inside a word are part of it', () => {
    expect(shortOf('5" disk; it"s')).toEqual(['5" disk', 'it"s']);
  });
});

describe('what cannot be read is refused with its line and column', () => {
  test.each<[string, string, [where: string, reason: string]]>([
    ['no Secret before the target', '| X', ['line 1, column 1', 'a Secret is missing before "|"']],
    ['the same further on', 'a; | X', ['line 1, column 4', 'a Secret is missing before "|"']],
    ['no target', 'a |', ['line 1, column 4', 'the target is missing after "|"']],
    ['no target before the next request', 'a | ; b', ['line 1, column 5', 'the target is missing after "|"']],
    ['a target with a dash', 'x\na | MY-NAME', ['line 2, column 5', 'not "MY-NAME"']],
    ['a target with a digit first', 'a | 2FA', ['line 1, column 5', 'a target is the name of a variable']],
    ['a target with a blank', 'a | MY NAME', ['line 1, column 5', 'not "MY NAME"']],
    ['a target beyond ASCII', 'a | SCHLÜSSEL', ['line 1, column 5', 'not "SCHLÜSSEL"']],
    ['a target in quotes', 'a | "B"', ['line 1, column 5', 'a target is the name of a variable']],
    ['no closing quote', '\r\n  "a', ['line 2, column 3', 'the closing quote is missing']],
    ['an escaped one', String.raw`"a\"`, ['line 1, column 1', 'the closing quote is missing']],
    ['an empty name', '""', ['line 1, column 1', 'the name is empty']],
    ['an escape that JSON does not have', String.raw`"a\x"`, ['line 1, column 1', 'written as in JSON']],
    ['a tab in quotes', '"a\tb"', ['line 1, column 1', 'written as in JSON']],
    ['a word behind quotes', '"a" b', ['line 1, column 5', 'only "|", ";" or a comment may stand here']],
    ['a comment that touches a quote', '"a"#b', ['line 1, column 4', 'only "|", ";" or a comment may stand here']],
  ])('%s', (_what, text, [where, reason]) => {
    const parse = () => parseSecretRequests(text);

    expect(parse).toThrow(
      expect.objectContaining({ code: 'input_invalid', message: expect.stringContaining(`\`secrets\`, ${where}: `) }),
    );
    expect(parse).toThrow(reason);
  });

  test.each<[string, string, string]>([
    ['wildcards', 'train-*', 'line 1, column 7: wildcards are not supported yet'],
    ['a wildcard in front', '*-key | X', 'line 1, column 1: wildcards are not supported yet'],
    ['optional Secrets', 'a?', 'line 1, column 2: optional Secrets are not supported yet'],
    ['the same behind a blank', 'a ? | X', 'line 1, column 3: optional Secrets are not supported yet'],
    ['files', 'a | X@file', 'line 1, column 5: files, wildcards and decoding are not supported yet'],
    ['sinks without a name', 'a | @docker', 'line 1, column 5: files, wildcards and decoding are not supported yet'],
    ['wildcards in a target', 'a | X_*', 'line 1, column 5: files, wildcards and decoding are not supported yet'],
    [
      'decoding before a target',
      'a | base64 | X',
      'line 1, column 5: files, wildcards and decoding are not supported yet',
    ],
    ['decoding alone', 'a | base64', 'line 1, column 5: files, wildcards and decoding are not supported yet'],
    ['decoding of hex alone', 'a | hex # b', 'line 1, column 5: files, wildcards and decoding are not supported yet'],
  ])('also what a later version may read: %s', (_what, text, expected) => {
    expect(() => parseSecretRequests(text)).toThrow(
      expect.objectContaining({ code: 'input_invalid', message: expect.stringContaining(expected) }),
    );
  });

  test('a word of decoding in upper case is a target like any other', () => {
    expect(shortOf('a | BASE64; b | HEX')).toEqual(['a | BASE64', 'b | HEX']);
  });

  test('a question mark inside a name is no wish', () => {
    expect(shortOf('what?ever')).toEqual(['what?ever']);
  });
});

/** The same numbers on every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

test('20,000 random texts are read or refused with a place, and nothing else happens', () => {
  const SIGNS = 'ab"\\|;#*?@. \t';
  const random = randomFrom(20_260_101);
  const ends = { read: 0, refused: 0 };
  for (let run = 0; run < 20_000; run += 1) {
    const text = Array.from(
      { length: 1 + Math.floor(random() * 12) },
      () => SIGNS[Math.floor(random() * SIGNS.length)],
    ).join('');
    try {
      const requests = parseSecretRequests(text);
      ends.read += 1;
      expect(requests.every(({ selector, target }) => selector !== '' && /^(?:[ab]+)?$/.test(target ?? ''))).toBe(true);
    } catch (error) {
      ends.refused += 1;
      expect(error).toBeInstanceOf(ActionError);
      expect(error).toMatchObject({
        code: 'input_invalid',
        message: expect.stringMatching(/line 1, column \d+: .+\.$/),
      });
    }
  }
  expect(ends.read).toBeGreaterThan(1000);
  expect(ends.refused).toBeGreaterThan(1000);
});
