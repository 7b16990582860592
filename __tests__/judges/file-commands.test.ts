import { describe, expect, test } from '@jest/globals';
import {
  applyFileCommand,
  BLOCKED_VARIABLES,
  parseFileCommand,
  readSummary,
} from '../../harness/runner/file-commands.js';
import { createMasker } from '../../harness/runner/masker.js';
import { type FileCommandVector, fileCommandVectors } from './vectors.js';

function resultOf({ file, text }: FileCommandVector) {
  return file === undefined ? { ...parseFileCommand(text), annotations: [] } : applyFileCommand(file, text);
}

describe('a file is applied as the runner did', () => {
  test.each(fileCommandVectors.cases.map((vector) => [vector.name, vector] as const))('%s', (_name, vector) => {
    const { pairs, error, annotations } = resultOf(vector);

    expect(error === null ? pairs : { error, applied: pairs }).toEqual(vector.expected);
    expect(annotations).toEqual(vector.errors ?? []);
  });

  test('no vector is missing', () => expect(fileCommandVectors.cases).toHaveLength(79));

  test('the same names are blocked', () => expect(BLOCKED_VARIABLES).toEqual(fileCommandVectors.blocked));
});

test('on Windows CRLF ends a line', () => {
  expect(parseFileCommand('A=1\r\nB<<E\r\nx\r\ny\nE\r\n', 'win32')).toEqual({
    pairs: [
      ['A', '1'],
      ['B', 'x\r\ny'],
    ],
    error: null,
  });
});

describe('the summary', () => {
  const masker = createMasker();
  masker.add('hunter22');

  test('is masked line by line, and every line ends with LF', () => {
    expect(readSummary('\ufeffis hunter22\r\nor\rnot', masker)).toEqual({ summary: 'is ***\nor\nnot\n', error: null });
  });

  test('is dropped when it is too long', () => {
    const { summary, error } = readSummary('x'.repeat(1024 * 1024 + 1), masker);

    expect(summary).toBe('');
    expect(error).toContain('up to a size of 1024k, got 1024k');
  });
});
