import { describe, expect, test } from '@jest/globals';
import { createMasker } from '../../../src/masking/masker.js';

function recordingMasker() {
  const sent: string[] = [];
  return { sent, ...createMasker((data) => sent.push(...data)) };
}

describe('a mask', () => {
  test('is sent with its forms, the longest first, whatever the order of the texts', () => {
    const { mask, sent } = recordingMasker();

    mask(['short one', 'a much longer one']);

    expect(sent).toEqual(expect.arrayContaining(['a much longer one', 'short one', 'a%20much%20longer%20one']));
    expect(sent).toEqual([...sent].sort((a, b) => b.length - a.length));
  });

  test('is sent once, within one call and over several', () => {
    const { mask, sent } = recordingMasker();

    mask(['correct-horse', 'correct-horse']);
    const first = [...sent];
    mask(['correct-horse']);

    expect(new Set(first).size).toBe(first.length);
    expect(sent).toEqual(first);
  });

  test('of a part of a known value sends only what is new', () => {
    const { mask, sent } = recordingMasker();

    mask(['line one\nline two']);
    sent.length = 0;
    mask(['line two', 'line three']);

    expect(sent).toContain('line three');
    expect(sent).not.toContain('line two');
  });

  test('is never sent for what cannot be masked', () => {
    const { mask, sent } = recordingMasker();

    mask(['', ' \n', 'true', '{', '[null]']);

    expect(sent).toEqual([]);
  });

  test('with a combining mark in front is sent in every way that one of the runners needs', () => {
    const { mask, sent } = recordingMasker();

    mask(['\u0301a%b']);

    expect(sent.filter((data) => data.includes('\u0301'))).toEqual(['\n\u0301a%25b', '\n\u0301a%b', '\u0301a%b']);
  });
});

describe('what shall stay readable', () => {
  const LOGIN = '{"server":"ghcr.io","password":"hunter-2"}';

  test('is not sent, in no form, as a part of a document', () => {
    const { mask, sent } = recordingMasker();

    mask([LOGIN, 'hunter-2'], ['ghcr.io']);

    expect(sent).toEqual(expect.arrayContaining([LOGIN, 'hunter-2']));
    expect(sent).not.toContain('ghcr.io');
    expect(sent).not.toContain(Buffer.from('ghcr.io').toString('hex'));
  });

  test('is sent where it is a secret by itself, now or later', () => {
    const { mask, sent } = recordingMasker();

    mask([LOGIN], ['ghcr.io']);
    expect(sent).not.toContain('ghcr.io');
    mask(['ghcr.io'], ['ghcr.io']);

    expect(sent).toContain('ghcr.io');
  });
});

describe('a text is masked somewhere', () => {
  test.each<[string, string[], string, boolean]>([
    ['as a whole', ['secret'], 'secret', true],
    ['in its middle', ['secret'], 'a secret here', true],
    ['by a mask of two characters', ['ab'], 'cab', true],
    ['by another form', ['correct horse'], 'x=correct%20horse', true],
    ['by one line of a secret', ['line one\nline two'], '<line two>', true],
    ['not by a part of one', ['secret'], 'secre', false],
    ['not by what cannot be masked', ['', ' ', 'true', '{'], '{ true }', false],
    ['not where nothing is known', [], 'secret', false],
    ['not where it is empty', ['secret'], '', false],
  ])('%s', (_how, secrets, ...[text, expected]) => {
    const { mask, isMasked } = recordingMasker();

    mask(secrets);

    expect(isMasked(text)).toBe(expected);
  });
});

describe('known secrets are taken out of a text', () => {
  test.each<[string, string[], string, string]>([
    ['in the middle', ['secret'], 'a secret here', 'a *** here'],
    ['at both ends, and the only word', ['secret'], 'secret', '***'],
    ['at the start', ['secret'], 'secret!', '***!'],
    ['several times', ['secret'], 'secret and secret', '*** and ***'],
    ['two that overlap, as one', ['abcdef', 'defghi'], '<abcdefghi>', '<***>'],
    ['two that touch, as one', ['abcd', 'efgh'], '<abcdefgh>', '<***>'],
    ['one inside another, as one', ['abcdefgh', 'cdef'], '<abcdefgh>', '<***>'],
    ['one that overlaps itself', ['abab'], '<ababab>', '<***>'],
    ['two at the start, the shorter first', ['abcd', 'abcdef'], 'abcdefg', '***g'],
    ['in another form', ['c d/e f!!'], 'x=c+d%2Fe+f%21%21', 'x=***'],
    ['a line of several', ['line one\nline two'], 'saw line two', 'saw ***'],
    ['not one shorter than four characters, which would hide the message', ['abc'], 'abc abcd', 'abc abcd'],
    ['not in another case', ['secret'], 'Secret', 'Secret'],
    ['nothing, where nothing is known', [], 'secret', 'secret'],
  ])('%s', (_kind, secrets, ...[text, expected]) => {
    const { mask, redact } = recordingMasker();

    mask(secrets);

    expect(redact(text)).toBe(expected);
  });
});
