import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ActionError } from '../../../src/errors.js';
import { parseSecretRequests, type SecretRequest } from '../../../src/language/request.js';
import { anyText, ONE_PER_LINE, printRequest, printRequests, validRequests } from '../../support/secret-requests.js';

/** The same cases on every run. */
const SEED = 20_260_101;

/** The requests of a text, or undefined if it is rejected with a correct place; throws any other error. */
function readOrRefuse(text: string): readonly SecretRequest[] | undefined {
  try {
    return parseSecretRequests(text);
  } catch (error) {
    if (!(error instanceof ActionError) || error.code !== 'input_invalid') throw error;
    const place = /^`secrets`, line (\d+), column (\d+): ./s.exec(error.message);
    const line = text.split(/\r\n|\r|\n/)[Number(place?.[1]) - 1];
    expect(Number(place?.[2])).toBeGreaterThanOrEqual(1);
    expect(Number(place?.[2])).toBeLessThanOrEqual([...(line ?? '')].length + 1);
    // A line of more than 120 characters is not shown.
    const isShown = (line ?? '').length <= 120;
    expect(error.excerpt ?? 'none').toMatch(isShown ? /^[^\p{Cc}]*\n *\^$/u : /^none$/);
    return undefined;
  }
}

describe('parseSecretRequests reads what is printed', () => {
  test('Printed requests parse to the same requests in every layout', () => {
    let count = 0;
    fc.assert(
      fc.property(validRequests, (laidOut) => {
        const { text, requests } = printRequests(laidOut);
        count += requests.length;

        expect(parseSecretRequests(text)).toEqual(requests);
      }),
      { seed: SEED, numRuns: 1000 },
    );
    expect(count).toBeGreaterThan(1500);
  });

  test('Requests that were parsed from any text are the same after printing and parsing', () => {
    let count = 0;
    fc.assert(
      fc.property(anyText(12), (text) => {
        for (const { line: _, text: written, ...request } of readOrRefuse(text) ?? []) {
          count += 1;
          const printed = printRequest(request, ONE_PER_LINE);

          expect(text).toContain(written);
          expect(parseSecretRequests(printed)).toEqual([{ ...request, line: 1, text: printed }]);
        }
      }),
      { seed: SEED, numRuns: 2000 },
    );
    expect(count).toBeGreaterThan(400);
  });
});

describe('parseSecretRequests accepts any text or rejects it with line and column', () => {
  const tokens = [
    'a',
    'B',
    '"',
    '\\',
    '|',
    ';',
    '#',
    '*',
    '?',
    '.',
    '@',
    ' ',
    '\t',
    '\n',
    '\r',
    '"a"',
    '| ',
    'base64',
    '@file',
    '_*',
  ];

  test.each<[string, fc.Arbitrary<string>]>([
    [
      'the grammar’s own tokens',
      fc.array(fc.constantFrom(...tokens), { maxLength: 14 }).map((parts) => parts.join('')),
    ],
    ['graphemes', fc.string({ unit: 'grapheme', maxLength: 40 })],
    ['all code points', fc.string({ unit: 'binary', maxLength: 40 })],
    ['single UTF-16 units', fc.array(fc.nat(0xffff), { maxLength: 20 }).map((units) => String.fromCharCode(...units))],
    ['a mixture', anyText(20)],
  ])('Any text of %s is parsed or rejected with its place', (_what, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        readOrRefuse(text);
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  test('Of the texts made of tokens, about half are rejected', () => {
    const texts = fc.array(fc.constantFrom(...tokens), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
    const read = fc.sample(texts, { seed: SEED, numRuns: 2000 }).filter((text) => readOrRefuse(text) !== undefined);

    expect(read.length).toBeGreaterThan(500);
    expect(read.length).toBeLessThan(1500);
  });
});

describe('parseSecretRequests does not backtrack', () => {
  const units = [
    ...[' ', '\t', '\u00a0', '|', '"', '\\', ';', '#', '*', '?', '.', '@', '_', 'a', '😀', '\n', '\r'],
    ...[' #', '# ', 'a ', ' |', '| ', '\\"', '"a"', '" ', '. ', '? ', '|base64', 'a;', '"a";'],
  ];

  test.each(units.map((unit) => [unit]))(
    'A text of 20,000 characters made of %j is parsed or rejected at once',
    (unit) => {
      const run = unit.repeat(20_000 / unit.length);
      const texts = ['', '"', 'a |'].flatMap((before) => ['', '"', ' |', 'x'].map((after) => before + run + after));

      // An expression that tries every way to read a run would not return.
      expect(() => texts.forEach(readOrRefuse)).not.toThrow();
    },
  );
});
