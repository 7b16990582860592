import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { correctionsFor } from '../../../src/language/notation.js';
import type { Find } from '../../../src/language/notation-lines.js';
import { writeSelector } from '../../../src/language/notation-parts.js';
import { parseSecretRequests } from '../../../src/language/request.js';
import { isOneLine } from '../../../src/untrusted-text.js';
import { isOneRequest } from '../../support/is-one-request.js';
import { anyText } from '../../support/secret-requests.js';

/** The same cases on every run. */
const SEED = 20_260_101;

/** The Secrets of the tables, by what is written: names, a misspelt name, a pattern, and a name that needs quotes. */
const SELECTORS: ReadonlyMap<string, string> = new Map([
  ...[
    'db-password',
    'api-key',
    'db_token',
    'a',
    'b',
    'api key',
    'ghcr',
    'train-*',
    'x=y',
    'y',
    'ghcr user',
    'TOKEN',
    '*',
    '1',
    'secret/Custom/1',
  ].map((name) => [name, name] as const),
  ['db-pasword', 'db-password'],
  ['DB_PASSWORD', 'db-password'],
  ['apikey', 'api key'],
  ['semicolon', '"semi;colon"'],
  ['db-pasword=z', 'db-password=y'],
]);

const find: Find = (part) => {
  const [name = '', ...fields] = part.split('.');
  const selector = SELECTORS.get(name);
  return selector === undefined ? undefined : [selector, ...fields].join('.');
};

const corrected = (text: string) => correctionsFor(text, find, isOneRequest);

describe('correctionsFor', () => {
  test.each<[notation: string, text: string, lines: string[]]>([
    ['an arrow', 'db-password -> X', ['db-password | X']],
    ['an arrow without blanks', 'db-password->X', ['db-password | X']],
    ['a double arrow', 'db-password => X', ['db-password | X']],
    ['a colon', 'db-password: X', ['db-password | X']],
    ['a colon after the variable', 'X: db-password', ['db-password | X']],
    ['a colon without a variable', 'db-password:', ['db-password']],
    ['an equals sign', 'X=db-password', ['db-password | X']],
    ['an equals sign and double quotes', 'X="db-password"', ['db-password | X']],
    ['an equals sign and single quotes', "X = 'db-password'", ['db-password | X']],
    ['an equals sign after the name', 'db-password = X', ['db-password | X']],
    ['a blank', 'db-password X', ['db-password | X']],
    ['a blank after a name with a blank', 'api key X', ['api key | X']],
    ['a tab', 'db-password\tX', ['db-password | X']],
    ['a comma', 'a, b', ['a', 'b']],
    ['a comma before the variable', 'db-password, X', ['db-password | X']],
    ['a comma between Secrets, one in upper case', 'a, TOKEN', ['a', 'TOKEN']],
    ['a comma after a Secret that contains a sign', 'x=y, a', ['x=y', 'a']],
    ['a comma at the end', 'db-password,', ['db-password']],
    ['a JSON list', '["a", "b"]', ['a', 'b']],
    ['a YAML list in one line', "[a, 'b']", ['a', 'b']],
    ['a YAML list', '- a', ['a']],
    ['a YAML list with quotes', '- "a"', ['a']],
    ['a YAML list of pairs', '- db-password: X', ['db-password | X']],
    ['a list of pairs', 'X=a, Y=b', ['a | X', 'b | Y']],
    ['single quotes', "'a'", ['a']],
    ['single quotes around both parts', "'db-password' -> 'X'", ['db-password | X']],
    ['the variable before the bar', 'X | db_token', ['db_token | X']],
    ['the variable before a decoding', 'X | hex | db_token', ['db_token | hex | X']],
    ['a path and a key, which is a Secret', 'secret/data/ci a | X', ['a | X']],
    ['a path that ends in a Secret, and its field', 'secret/data/ghcr user | X', ['ghcr.user | X']],
    ['a key and a variable', 'secret/Custom/1 X', ['secret/Custom/1 | X']],
  ])('A line is corrected that uses %s', (_notation, text, lines) => {
    expect(corrected(text)).toEqual(lines);
  });

  test.each<[what: string, text: string, lines: string[]]>([
    ['a field', 'ghcr.password -> X', ['ghcr.password | X']],
    ['a field after a blank', 'ghcr.password X', ['ghcr.password | X']],
    ['a field after several blanks', 'ghcr.password   X', ['ghcr.password | X']],
    ['no `export`', 'export X=db-password', ['db-password | X']],
    ['a pattern', 'train-* -> TRAIN_*', ['train-* | TRAIN_*']],
    ['a pattern, and adds a star to its variable', 'train-*: TRAIN', ['train-* | TRAIN_*']],
    ['the question mark of the name', 'db-password? -> X', ['db-password? | X']],
    ['the question mark of the line', 'X=db-password ?', ['db-password? | X']],
    ['a decoding', 'db-password -> X | base64', ['db-password | base64 | X']],
    ['a decoding after a blank', 'db-password base64', ['db-password | base64']],
    ['a sink', 'db-password => X@file', ['db-password | X@file']],
    ['a sink, and adds its @', 'ghcr: docker', ['ghcr | @docker']],
    ['the sink of a list', 'a, b | @file', ['a | @file', 'b | @file']],
    ['the target of the line', 'db-password X | Y', ['db-password | Y']],
    ['a variable, and makes it valid', 'db-password -> my-name', ['db-password | MY_NAME']],
    ['a variable that is near the name', 'db-password -> DB_PASSWORD', ['db-password | DB_PASSWORD']],
    ['the quotes that a name needs', 'semicolon -> X', ['"semi;colon" | X']],
    ['missing items of a list', '["a", "zzz"]', ['a', 'zzz']],
  ])('A correction contains %s', (_what, text, lines) => {
    expect(corrected(text)).toEqual(lines);
  });

  test.each<[string, string]>([
    ['an arrow', 'db-pasword -> X'],
    ['an equals sign', 'X=db-pasword'],
    ['an equals sign and a variable that is near the name', 'DB_PASSWORD=db-pasword'],
    ['a colon after the variable', 'X: db-pasword'],
    ['a blank', 'db-pasword X'],
    ['a dash', '- db-pasword'],
  ])('A near name is corrected as well, after %s', (_notation, text) => {
    expect(corrected(text)).toEqual([expect.stringMatching(/^db-password(?: \| (?:X|DB_PASSWORD))?$/)]);
  });

  test.each(['a -> b', 'a => b', 'a: b', 'a=b', 'a b', 'a, b', 'a -> b | X'])(
    'If both parts are Secrets, there are two lines: %s',
    (text) => {
      expect(corrected(text)).toEqual(['a', 'b']);
    },
  );

  test.each(['ghcr.* -> *', '*=ghcr.*'])('A star after every field is a target, not a pattern: %s', (text) => {
    expect(correctionsFor(text, find, () => true)).toEqual(['ghcr.* | *']);
  });

  test.each<[why: string, text: string]>([
    ['has only one part', 'db-pasword'],
    ['has no part that is a Secret', 'nothing -> X'],
    ['has a target that is only near a Secret', 'X | DB_PASSWORD'],
    ['has a misspelt name before a target that is a Secret', 'db-pasword | db_token'],
    ['is a quoted name', '"a, b"'],
    ['is a quoted name with a field', '"a".b -> X'],
    ['is near a name with the same sign', 'db-pasword=z'],
    ['is a quoted name of a Secret', '"a"'],
    ['has a name with other blanks, of which a part is a Secret', 'ghcr  user'],
    ['has a variable that is only near a Secret', 'nothing -> DB_PASSWORD'],
    ['has a word after a Secret that cannot be a target', 'db-password my-name'],
    ['has a word after a near name', 'db-pasword backup'],
    ['is near a name with other blanks', 'api  key'],
    ['has a second part that cannot be a target', 'db-password: https://example.com'],
    ['has a word before a near name that cannot be a variable', 'my-name db-pasword'],
    ['has a word in a name that is near a Secret', 'db-pasword of production'],
  ])('A line is not corrected if it %s', (_why, text) => {
    expect(corrected(text)).toBeUndefined();
  });
});

describe('correctionsFor accepts any text', () => {
  const signs = ['->', '=>', ':', '=', ' ', ',', '[', ']', '- ', "'", '"', '|', '?', '.', '*', '@file', '/', 'X', '\t'];
  const names = ['db-password', 'a', 'b', 'semicolon', 'train-*', 'api key', 'ghcr.user'];
  const texts = fc.oneof(
    fc.array(fc.constantFrom(...signs, ...names), { maxLength: 12 }).map((parts) => parts.join('')),
    anyText(20),
  );

  test('Every correction is one valid request', () => {
    let count = 0;
    fc.assert(
      fc.property(texts, (text) => {
        for (const line of corrected(text) ?? []) {
          count += 1;

          expect(isOneRequest(line)).toBe(true);
        }
      }),
      { seed: SEED, numRuns: 5000 },
    );
    expect(count).toBeGreaterThan(200);
  });

  test.each([...signs, ...names, '\\', '"a"', "'a', ", '-> ', ' ->', 'a, ', 'a -> '])(
    'For a long text made of %j, the number of look-ups has a limit',
    (unit) => {
      for (const length of [900, 20_000]) {
        const run = unit.repeat(length / unit.length);
        for (const text of [run, `[${run}`, `'${run}`, `x${run}`, `- ${run}x`]) {
          let lookUps = 0;
          const counting: Find = (part) => {
            lookUps += 1;
            return find(part);
          };
          correctionsFor(text, counting, isOneRequest);

          expect(lookUps).toBeLessThanOrEqual(5000);
        }
      }
    },
  );
});

describe('writeSelector', () => {
  test.each([
    ['db-password', 'db-password'],
    ['api key', 'api key'],
    ['ghcr.password', 'ghcr.password'],
    ['x=y, z: "w"', 'x=y, z: "w"'],
    ['a|b;c', '"a|b;c"'],
    ['a*', '"a*"'],
    ['what?', '"what?"'],
    ['say "hi"', 'say "hi"'],
    ['"hi"', '"\\"hi\\""'],
    ['a #b', '"a #b"'],
    ['secret/Custom/x', '"secret/Custom/x"'],
    ['a\r::add-mask::b', '"a\\r:\\u003aadd-mask:\\u003ab"'],
    ['a##[b', '"a#\\u0023[b"'],
    ['a\u2028\u{e0001}b', '"a\\u2028\\udb40\\udc01b"'],
  ])('The name %j is written as %s', (name, selector) => {
    expect(writeSelector(name)).toBe(selector);
  });

  test('Every name parses to the same name, and is safe to print', () => {
    fc.assert(
      fc.property(
        anyText(10).filter((name) => name !== ''),
        (name) => {
          const selector = writeSelector(name);

          expect(parseSecretRequests(`${selector}? | X`)).toMatchObject([{ selector: name, field: undefined }]);
          expect([selector, isOneLine(selector)]).toEqual([selector, true]);
        },
      ),
      { seed: SEED, numRuns: 5000 },
    );
  });
});
