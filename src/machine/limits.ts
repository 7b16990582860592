import { ActionError } from '../errors.js';
import type { Pair } from '../ports.js';

/** The largest string in an environment: Linux' MAX_ARG_STRLEN in bytes, or Windows' limit in characters. */
export type VariableLimit = { readonly bytes: number } | { readonly characters: number };

/** The most that the runner accepts as outputs of one job: 1 MiB in UTF-16 (github/docs output-limitations.md). */
const OUTPUT_LIMIT = 1024 * 1024;

/** The Secret and the line from which a value comes, for messages, and the target that writes the value to a file. */
export interface ValueSource {
  readonly who: string;
  readonly fileTarget: string;
}

/** Finds the source of the value of a name; undefined for a name of the action itself. */
export type SourceOf = (name: string) => ValueSource | undefined;

/**
 * Rejects a variable that is too large for this system: every later step would fail to start.
 *
 * @throws ActionError value_unsupported
 */
export function checkVariableSizes(
  variables: readonly Pair[],
  { limit, space }: { readonly limit: VariableLimit; readonly space: number },
  sourceOf: SourceOf = () => undefined,
): void {
  const tooLarge = variables.find(([name, value]) => !fitsVariable(`${name}=${value}\0`, limit));
  if (tooLarge !== undefined) {
    const most = 'bytes' in limit ? `${limit.bytes / 1024} KiB` : `${limit.characters} characters`;
    throw tooLargeError(
      `variable ${tooLarge[0]}`,
      `${most}, the limit of this system for one variable`,
      sourceOf(tooLarge[0]),
    );
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
export function checkOutputSizes(outputs: readonly Pair[], sourceOf: SourceOf = () => undefined): void {
  const tooLarge = outputs.find(([, value]) => isTooLarge(value));
  if (tooLarge !== undefined) {
    const limit = '1 MiB in UTF-16, the limit for the outputs of a job';
    throw tooLargeError(`output ${tooLarge[0]}`, limit, sourceOf(tooLarge[0]));
  }
}

function tooLargeError(name: string, limit: string, source: ValueSource | undefined): ActionError {
  const of = source === undefined ? '' : ` (${source.who})`;
  const advice = source && `A file can contain it: write \`| ${source.fileTarget}\``;
  return new ActionError('value_unsupported', `The value of the ${name}${of} is larger than ${limit}`, { advice });
}

/** Tells whether the runner would reject a text as an output. */
export function isTooLarge(text: string): boolean {
  return text.length * 2 > OUTPUT_LIMIT;
}

function fitsVariable(entry: string, limit: VariableLimit): boolean {
  return 'bytes' in limit ? Buffer.byteLength(entry) <= limit.bytes : entry.length <= limit.characters;
}
