import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { projectRoot } from '../../harness/project.js';
import type { Command } from '../../harness/runner/commands.js';
import type { Pair, PairFile } from '../../harness/runner/file-commands.js';

/** A case of masker.json: __tests__/judges/vectors/README.md. */
export interface MaskerVector {
  name: string;
  masks: string[];
  text: string[];
  expected: string[];
}

/** A case of commands.json: __tests__/judges/vectors/README.md. */
export interface CommandVector {
  line: string;
  expected: Command | null;
}

/** A case of file-commands.json: __tests__/judges/vectors/README.md. */
export interface FileCommandVector {
  name: string;
  file?: PairFile;
  text: string;
  expected: Pair[] | { error: string; applied: Pair[] };
  errors?: string[];
}

const read = (name: string) => JSON.parse(readFileSync(join(projectRoot, '__tests__/judges/vectors', name), 'utf8'));

/** Texts as the runner masks them: __tests__/judges/vectors/README.md. */
export const maskerVectors: MaskerVector[] = read('masker.json');

/** Lines as the runner reads them: __tests__/judges/vectors/README.md. */
export const commandVectors: CommandVector[] = read('commands.json');

/** Files of name and value pairs as the runner applies them: __tests__/judges/vectors/README.md. */
export const fileCommandVectors: { blocked: string[]; cases: FileCommandVector[] } = read('file-commands.json');

/** Compares the results of a port with the vectors, and lists the cases that differ. */
export function mismatches<Vector>(
  vectors: readonly Vector[],
  actual: (vector: Vector) => unknown,
  expected: (vector: Vector) => unknown,
): { vector: Vector; actual: unknown }[] {
  return vectors
    .map((vector) => ({ vector, actual: actual(vector) }))
    .filter((result) => !isDeepStrictEqual(result.actual, expected(result.vector)));
}
