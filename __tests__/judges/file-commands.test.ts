import { describe, expect, test } from '@jest/globals';
import {
  applyFileCommand,
  BLOCKED_VARIABLES,
  parseFileCommand,
  readSummary,
} from '../../harness/runner/file-commands.js';
import { createMasker } from '../../harness/runner/masker.js';
import { type FileCommandVector, fileCommandVectors, mismatches } from './vectors.js';

function resultOf({ file, text }: FileCommandVector) {
  return file === undefined ? { ...parseFileCommand(text), annotations: [] } : applyFileCommand(file, text);
}

describe('applyFileCommand and parseFileCommand', () => {
  test('Each of the 79 files is applied as the runner does', () => {
    const actual = (vector: FileCommandVector) => {
      const { pairs, error, annotations } = resultOf(vector);
      return { result: error === null ? pairs : { error, applied: pairs }, annotations };
    };
    const expected = (vector: FileCommandVector) => ({ result: vector.expected, annotations: vector.errors ?? [] });

    expect(fileCommandVectors.cases).toHaveLength(79);
    expect(mismatches(fileCommandVectors.cases, actual, expected)).toEqual([]);
  });

  test('The port blocks the same variables as the runner', () => {
    expect(BLOCKED_VARIABLES).toEqual(fileCommandVectors.blocked);
  });
});

test('On Windows, CRLF ends a line of a file command', () => {
  expect(parseFileCommand('A=1\r\nB<<E\r\nx\r\ny\nE\r\n', 'win32')).toEqual({
    pairs: [
      ['A', '1'],
      ['B', 'x\r\ny'],
    ],
    error: null,
  });
});

describe('readSummary', () => {
  const masker = createMasker();
  masker.add('hunter22');

  test('A summary is masked line by line, and every line ends with LF', () => {
    expect(readSummary('\ufeffis hunter22\r\nor\rnot', masker)).toEqual({ summary: 'is ***\nor\nnot\n', error: null });
  });

  test('A summary that is too long is dropped', () => {
    const { summary, error } = readSummary('x'.repeat(1024 * 1024 + 1), masker);

    expect(summary).toBe('');
    expect(error).toContain('up to a size of 1024k, got 1024k');
  });
});
