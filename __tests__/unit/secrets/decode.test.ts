import { describe, expect, test } from '@jest/globals';
import { decode, textIn } from '../../../src/secrets/decode.js';
import { actionErrorOf, failureOf } from '../../support/fake-ports.js';

/** The bytes of every step, in hex. */
const steps = (text: string, ...decodings: ('base64' | 'hex')[]) =>
  decode(text, decodings, 'Secret "x"').map((bytes) => bytes.toString('hex'));

describe('Decoding base64', () => {
  test.each<[string, string, string]>([
    ['with padding', 'YQ==', '61'],
    ['without padding', 'YWI', '6162'],
    ['with all characters of the alphabet', '+/+/', 'fbffbf'],
    ['in the alphabet for URLs', '-_-_', 'fbffbf'],
    ['with line ends and blanks', ' YWJj\r\nZGVm\t\n', '616263646566'],
    ['if its bytes are not text', '/4AA', 'ff8000'],
    ['if it is empty', '', ''],
    ['if it is blank', ' \n', ''],
  ])('Base64 is decoded %s', (_how, text, hex) => {
    expect(steps(text, 'base64')).toEqual([hex]);
  });

  test.each<[string, string]>([
    ['a character outside the alphabet', 'YWJ!'],
    ['a letter outside ASCII', 'YWJä'],
    ['both alphabets at once', '+-+-'],
    ['padding inside', 'YQ==YQ=='],
    ['too much padding', 'YWJj==='],
    ['padding alone', '='],
    ['too little padding', 'YQ='],
    ['padding of a full group', 'YWJj='],
    ['padding after a single character', 'Y==='],
    ['one character too many', 'YWJjZ'],
    ['JSON', '{"a":1}'],
    ['a data URL', 'data:;base64,YQ=='],
  ])('A text with %s is not base64', (_what, text) => {
    expect(failureOf(() => steps(text, 'base64'))).toEqual({
      code: 'value_unsupported',
      message: 'Secret "x" is not base64',
    });
  });
});

describe('Decoding hex', () => {
  test.each<[string, string, string]>([
    ['in lower case', '00ff7f', '00ff7f'],
    ['in upper case', '00FF7F', '00ff7f'],
    ['with line ends and blanks', ' 00 ff\r\n7f\n', '00ff7f'],
    ['if it is empty', '', ''],
  ])('Hex is decoded %s', (_how, text, hex) => {
    expect(steps(text, 'hex')).toEqual([hex]);
  });

  test.each<[string, string]>([
    ['half a byte', '00f'],
    ['a character that is not a digit', '00fg'],
    ['a prefix', '0x00'],
    ['colons', '00:ff'],
  ])('A text with %s is not hex', (_what, text) => {
    expect(failureOf(() => steps(text, 'hex'))).toEqual({
      code: 'value_unsupported',
      message: 'Secret "x" is not hex',
    });
  });
});

describe('Several decodings', () => {
  test('Each decoding reads the result of the previous one, in order', () => {
    const base64 = Buffer.from('6162').toString('base64');
    const hex = Buffer.from('YWI=').toString('hex');

    expect(steps(base64, 'base64', 'hex')).toEqual([Buffer.from('6162').toString('hex'), '6162']);
    expect(steps(hex, 'hex', 'base64')).toEqual([Buffer.from('YWI=').toString('hex'), '6162']);
    expect(steps('plain')).toEqual([]);
  });

  test.each(['base64', 'hex'] as const)(
    'The advice about a text that is not %s is to remove the decoding',
    (decoding) => {
      const { advice } = actionErrorOf(() => steps('plain text!', decoding));

      expect(advice).toEqual([`Remove \`| ${decoding}\` from the line to export the value as it is`]);
    },
  );

  test('A step that cannot be decoded is an error, even if it is not text', () => {
    expect(steps('YWJjZA==', 'base64', 'hex')).toEqual(['61626364', 'abcd']);
    expect(() => steps('YWJqag==', 'base64', 'hex')).toThrow('Secret "x" is not hex');
    expect(() => steps('/4AA', 'base64', 'base64')).toThrow('Secret "x" is not base64');
  });
});

test('A text of a million characters is decoded or rejected without backtracking', () => {
  const long = 'A'.repeat(1_000_000);

  expect(decode(long, ['base64'], 'x').map((bytes) => bytes.equals(Buffer.alloc(750_000)))).toEqual([true]);
  expect(() => steps(`${long}!`, 'base64')).toThrow('is not base64');
  expect(() => steps(`${long}!`, 'hex')).toThrow('is not hex');
  expect(() => steps(`${'='.repeat(1_000_000)}A`, 'base64')).toThrow('is not base64');
});

test.each<[string, number[], string | undefined]>([
  ['ASCII', [0x61, 0x0a], 'a\n'],
  ['letters of several bytes', [0xc3, 0xa4, 0xf0, 0x9f, 0x98, 0x80], 'ä😀'],
  ['a byte order mark, which is kept', [0xef, 0xbb, 0xbf, 0x61], '\ufeffa'],
  ['a NUL', [0], '\0'],
  ['no bytes', [], ''],
  ['a byte that starts no character', [0xff], undefined],
  ['an incomplete character', [0x61, 0xc3], undefined],
  ['an overlong encoding', [0xc0, 0x80], undefined],
  ['an encoded surrogate', [0xed, 0xa0, 0x80], undefined],
])('`textIn` reads %s as %j', (_what, bytes, text) => {
  expect(textIn(Buffer.from(bytes))).toBe(text);
});
