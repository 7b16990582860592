import { closeSync, constants, openSync, writeFileSync } from 'node:fs';
import { EOL } from 'node:os';
import type { Pair } from '../ports.js';

/**
 * Appends entries to a file of the runner in one write, in the form of the toolkit.
 *
 * The toolkit opens the file once for each entry, and loads Node's cryptography for a random delimiter. Here, no name and no value
 * contains the delimiter, because one is chosen that does not occur in any of them.
 *
 * @throws Error of the file system; the file is never created
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#multiline-strings
 */
export function appendEntries(file: string, entries: readonly Pair[]): void {
  const delimiter = delimiterFor(entries.flat());
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

function delimiterFor(texts: readonly string[]): string {
  for (let number = 0; ; number += 1) {
    const delimiter = `ghadelimiter_${process.pid}_${number}`;
    if (!texts.some((text) => text.includes(delimiter))) {
      return delimiter;
    }
  }
}
