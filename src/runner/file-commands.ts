import { randomUUID } from 'node:crypto';
import { closeSync, constants, openSync, writeFileSync } from 'node:fs';
import { EOL } from 'node:os';
import type { Pair } from '../ports.js';

/**
 * Appends entries to a file of the runner in one write, in the form of the toolkit.
 *
 * The toolkit opens the file once for each entry, which takes a third of the time of a run with a thousand values. No value
 * contains the delimiter, since it is random and made after all values.
 *
 * @throws Error of the file system; the file is never created
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#multiline-strings
 */
export function appendEntries(file: string, entries: readonly Pair[]): void {
  const delimiter = `ghadelimiter_${randomUUID()}`;
  const text = Array.from(entries, ([name, value]) => [`${name}<<${delimiter}`, value, delimiter, ''].join(EOL)).join(
    '',
  );
  if (text === '') {
    return;
  }
  const opened = openSync(file, constants.O_WRONLY | constants.O_APPEND);
  try {
    writeFileSync(opened, text);
  } finally {
    closeSync(opened);
  }
}
