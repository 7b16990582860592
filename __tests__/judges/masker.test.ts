import { describe, expect, test } from '@jest/globals';
import { createMasker, isMaskable } from '../../harness/runner/masker.js';
import { maskerVectors, mismatches } from './vectors.js';

function maskerOf(masks: string[]) {
  const masker = createMasker();
  for (const data of masks) masker.add(data);
  return masker;
}

describe('createMasker', () => {
  test('Each of the 154 cases is masked as the runner does', () => {
    const results = mismatches(
      maskerVectors,
      ({ masks, text }) => text.map(maskerOf(masks).mask),
      ({ expected }) => expected,
    );

    expect(maskerVectors).toHaveLength(154);
    expect(results).toEqual([]);
  });

  test('A mask is the whole value and each of its lines', () => {
    expect(maskerOf(['one\n  two ']).values()).toEqual(expect.arrayContaining(['one\n  two ', 'one', 'two']));
  });

  test('No value is masked twice', () => {
    const values = maskerOf(['same', 'same']).values();

    expect(new Set(values).size).toBe(values.length);
  });

  test('A blank value masks nothing', () => {
    expect(['', ' \t', '\u0085'].map(isMaskable)).toEqual([false, false, false]);
    expect(maskerOf(['', ' \t', '\u0085']).values()).toEqual([]);
  });
});
