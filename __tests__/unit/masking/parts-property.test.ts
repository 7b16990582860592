import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { shown, WRITERS } from '../../../harness/judges/shown-runs.js';
import { ORDERS, readActLog } from '../../../harness/runner/act-log.js';
import { readLog } from '../../../harness/runner/log.js';
import { createActReader } from '../../../src/masking/act.js';
import { createMasker } from '../../../src/masking/masker.js';
import { githubReader } from '../../../src/masking/masks.js';
import { structuredCase } from '../../support/structured-cases.js';

/** What a step prints that masks this text. */
function printedFor(text: string, reader = githubReader): string {
  let output = '';
  createMasker((commands) => {
    output += commands.join('');
  }, reader).mask([text]);
  return output;
}

/** The ways to print a secret in which a log shows four of its characters in a row. */
function visibleWith(mask: (text: string) => string, secret: string): string[] {
  const visible = Object.entries(WRITERS).filter(([, write]) => shown(mask(write(secret)), secret) !== undefined);
  return visible.map(([writer]) => writer);
}

test("GitHub's runner shows no four characters of a secret in any structured text, in whatever way a step prints it", () => {
  fc.assert(
    fc.property(structuredCase, ({ secret, text }) => {
      expect(visibleWith(readLog(printedFor(text)).masker.mask, secret)).toEqual([]);
    }),
    { seed: 20_261_130, numRuns: 300 },
  );
});

test('nektos/act shows no four characters of a secret in any structured text, in whatever way a step prints it', () => {
  fc.assert(
    fc.property(structuredCase, fc.constantFrom(...ORDERS), ({ secret, text }, order) => {
      const { mask } = readActLog(printedFor(text, createActReader()), order);

      expect(visibleWith(mask, secret)).toEqual([]);
    }),
    { seed: 20_261_130, numRuns: 150 },
  );
});

test('Without masks, each of these texts shows its secret', () => {
  fc.assert(
    fc.property(structuredCase, ({ secret }) => {
      expect(shown(secret, secret)).toBeDefined();
    }),
    { seed: 20_261_130, numRuns: 150 },
  );
});
