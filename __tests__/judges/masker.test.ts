import { describe, expect, test } from '@jest/globals';
import { createMasker, isMaskable } from '../../harness/runner/masker.js';
import { maskerVectors } from './vectors.js';

function maskerOf(masks: string[]) {
  const masker = createMasker();
  for (const data of masks) masker.add(data);
  return masker;
}

describe('the masker does what the runner did', () => {
  test.each(maskerVectors.map((vector) => [vector.name, vector] as const))('%s', (_name, { masks, text, expected }) => {
    const masker = maskerOf(masks);

    expect(text.map(masker.mask)).toEqual(expected);
  });

  test('no vector is missing', () => expect(maskerVectors).toHaveLength(154));
});

describe('what is masked', () => {
  test('the whole value and each of its lines', () => {
    expect(maskerOf(['one\n  two ']).values()).toEqual(expect.arrayContaining(['one\n  two ', 'one', 'two']));
  });

  test('no value twice', () => {
    const values = maskerOf(['same', 'same']).values();

    expect(new Set(values).size).toBe(values.length);
  });

  test('blanks mask nothing', () => {
    expect(['', ' \t', '\u0085'].map(isMaskable)).toEqual([false, false, false]);
    expect(maskerOf(['', ' \t', '\u0085']).values()).toEqual([]);
  });
});
