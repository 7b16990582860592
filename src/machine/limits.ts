import { ActionError } from '../errors.js';
import type { Pair } from '../ports.js';

/** The largest string in an environment: Linux' MAX_ARG_STRLEN in bytes, or Windows' limit in characters. */
export type VariableLimit = { readonly bytes: number } | { readonly characters: number };

/** The most that the runner accepts as outputs of one job: 1 MiB in UTF-16 (github/docs output-limitations.md). */
const OUTPUT_LIMIT = 1024 * 1024;

/**
 * Rejects a variable that is too large for this system: every later step would fail to start.
 *
 * @throws ActionError value_unsupported
 */
export function checkVariableSizes(
  variables: readonly Pair[],
  { limit, space }: { readonly limit: VariableLimit; readonly space: number },
): void {
  const tooLarge = variables.find(([name, value]) => !fitsVariable(`${name}=${value}\0`, limit));
  if (tooLarge !== undefined) {
    const most = 'bytes' in limit ? `${limit.bytes / 1024} KiB` : `${limit.characters} characters`;
    const message = `The value of the variable ${tooLarge[0]} is larger than ${most}, the limit of this system for one variable`;
    throw new ActionError('value_unsupported', message);
  }
  const size = variables.reduce((sum, [name, value]) => sum + entrySize(name, value), 0);
  if (size > space) {
    const message = `The variables are too large for the environment of a program: they need ${kib(size)}, and ${kib(space)} are left`;
    throw new ActionError('value_unsupported', message);
  }
}

/** Returns the bytes that a variable occupies in the environment of a program, including its pointer (execve(2)). */
export function entrySize(name: string, value: string): number {
  return Buffer.byteLength(`${name}=${value}\0`) + 8;
}

function kib(bytes: number): string {
  return `${Math.max(0, Math.round(bytes / 1024))} KiB`;
}

/**
 * Rejects an output that alone is too large for the runner.
 *
 * @throws ActionError value_unsupported
 */
export function checkOutputSizes(outputs: readonly Pair[]): void {
  const tooLarge = outputs.find(([, value]) => isTooLarge(value));
  if (tooLarge !== undefined) {
    const message = `The value of the output ${tooLarge[0]} is larger than 1 MiB in UTF-16, the limit for the outputs of a job`;
    throw new ActionError('value_unsupported', message);
  }
}

/** Tells whether the runner would reject a text as an output. */
export function isTooLarge(text: string): boolean {
  return text.length * 2 > OUTPUT_LIMIT;
}

function fitsVariable(entry: string, limit: VariableLimit): boolean {
  return 'bytes' in limit ? Buffer.byteLength(entry) <= limit.bytes : entry.length <= limit.characters;
}
