import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ActionError } from '../../../src/errors.js';
import { parseSecretRequests, type SecretRequest } from '../../../src/language/request.js';
import { anyText, ONE_PER_LINE, printRequest, printRequests, validRequests } from '../../support/secret-requests.js';

/** The same cases on every run. */
const SEED = 20_260_101;

/** The requests of a text, or nothing where it is refused as it should be; anything else is thrown. */
function readOrRefuse(text: string): readonly SecretRequest[] | undefined {
  try {
    return parseSecretRequests(text);
  } catch (error) {
    if (!(error instanceof ActionError) || error.code !== 'input_invalid') throw error;
    const place = /^`secrets`, line (\d+), column (\d+): ./s.exec(error.message);
    const line = text.split(/\r\n|\r|\n/)[Number(place?.[1]) - 1];
    expect(Number(place?.[2])).toBeGreaterThanOrEqual(1);
    expect(Number(place?.[2])).toBeLessThanOrEqual([...(line ?? '')].length + 1);
    expect(error.excerpt).toMatch(/^[^\p{Cc}]*\n *\^$/u);
    return undefined;
  }
}

describe('requests that are printed', () => {
  test('parse to the same, however they are laid out', () => {
    let count = 0;
    fc.assert(
      fc.property(validRequests, (laidOut) => {
        const { text, requests } = printRequests(laidOut);
        count += requests.length;

        expect(parseSecretRequests(text)).toEqual(requests);
      }),
      { seed: SEED, numRuns: 3000 },
    );
    expect(count).toBeGreaterThan(5000);
  });

  test('parse to the same, when they were read from any text at all', () => {
    let count = 0;
    fc.assert(
      fc.property(anyText(12), (text) => {
        for (const { line: _, ...request } of readOrRefuse(text) ?? []) {
          count += 1;

          expect(parseSecretRequests(printRequest(request, ONE_PER_LINE))).toEqual([{ ...request, line: 1 }]);
        }
      }),
      { seed: SEED, numRuns: 5000 },
    );
    expect(count).toBeGreaterThan(1000);
  });
});

describe('every text is read, or refused with its place', () => {
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
    ['letters as people see them', fc.string({ unit: 'grapheme', maxLength: 40 })],
    ['all code points', fc.string({ unit: 'binary', maxLength: 40 })],
    [
      'halves of letters too',
      fc.array(fc.nat(0xffff), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
    ],
    ['a mixture', anyText(20)],
  ])('of %s', (_what, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        readOrRefuse(text);
      }),
      { seed: SEED, numRuns: 5000 },
    );
  });

  test('about as often the one as the other, where it is made of tokens', () => {
    const texts = fc.array(fc.constantFrom(...tokens), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
    const read = fc.sample(texts, { seed: SEED, numRuns: 2000 }).filter((text) => readOrRefuse(text) !== undefined);

    expect(read.length).toBeGreaterThan(500);
    expect(read.length).toBeLessThan(1500);
  });
});

describe('a text of 100,000 signs is read or refused in one go', () => {
  const units = [
    ...[' ', '\t', '\u00a0', '|', '"', '\\', ';', '#', '*', '?', '.', '@', '_', 'a', '😀', '\n', '\r'],
    ...[' #', '# ', 'a ', ' |', '| ', '\\"', '"a"', '" ', '. ', '? ', '|base64', 'a;', '"a";'],
  ];

  test.each(units.map((unit) => [unit]))('of %j, whatever stands around it', (unit) => {
    const run = unit.repeat(100_000 / unit.length);
    const texts = ['', '"', 'a |'].flatMap((before) => ['', '"', ' |', 'x'].map((behind) => before + run + behind));

    // An engine that tries every way to read a run would not come back from the first of them.
    expect(() => texts.forEach(readOrRefuse)).not.toThrow();
  });
});
