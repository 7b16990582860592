import { ActionError } from '../errors.js';
import type { Pair } from '../ports.js';

/** What one string of the environment may hold: MAX_ARG_STRLEN of Linux in bytes, or Windows' own limit in characters. */
export type VariableLimit = { readonly bytes: number } | { readonly characters: number };

/** The most that the runner takes of one job's outputs: 1 MiB, counted in UTF-16 (github/docs output-limitations.md). */
const OUTPUT_LIMIT = 1024 * 1024;

/**
 * Refuses a variable that this system could not hand to a program: with it, every later step would fail to start.
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
    const message = `The value for the variable ${tooLarge[0]} is larger than ${most}, the most that this system lets a variable hold`;
    throw new ActionError('value_unsupported', message);
  }
  const size = variables.reduce((sum, [name, value]) => sum + entrySize(name, value), 0);
  if (size > space) {
    const message = `All variables together would be larger than the environment of a program may be: ${kib(size)} more, where ${kib(space)} are left`;
    throw new ActionError('value_unsupported', message);
  }
}

/** The bytes that a variable takes in the environment of a program, its pointer included (execve(2)). */
export function entrySize(name: string, value: string): number {
  return Buffer.byteLength(`${name}=${value}\0`) + 8;
}

function kib(bytes: number): string {
  return `${Math.max(0, Math.round(bytes / 1024))} KiB`;
}

/**
 * Refuses an output that is too large for the runner by itself.
 *
 * @throws ActionError value_unsupported
 */
export function checkOutputSizes(outputs: readonly Pair[]): void {
  const tooLarge = outputs.find(([, value]) => isTooLarge(value));
  if (tooLarge !== undefined) {
    const message = `The value for the output ${tooLarge[0]} is larger than 1 MiB in UTF-16, the most that the outputs of a job hold`;
    throw new ActionError('value_unsupported', message);
  }
}

/** Whether the runner would refuse a text as an output. */
export function isTooLarge(text: string): boolean {
  return text.length * 2 > OUTPUT_LIMIT;
}

function fitsVariable(entry: string, limit: VariableLimit): boolean {
  return 'bytes' in limit ? Buffer.byteLength(entry) <= limit.bytes : entry.length <= limit.characters;
}
