import { closeSync, constants, ftruncateSync, openSync, statSync, writeFileSync } from 'node:fs';
import { EOL } from 'node:os';
import {
  debug,
  endGroup,
  error,
  getInput as getToolkitInput,
  getState as getToolkitState,
  info,
  notice,
  startGroup,
  warning,
} from '@actions/core';
import { attempt } from '../json.js';
import type { Pair } from '../ports.js';
import type { Printer } from './log.js';

/*
 * Everything of the toolkit that this action uses, by name: a use of the whole module would put all of it into dist/.
 */

/** Prints lines and their commands. */
export const printer: Printer = { debug, error, info, notice, warning, startGroup, endGroup };

/** Reads an input as the runner passes it; empty if it is not set. */
export const getInput: (name: string, options: { readonly trimWhitespace: boolean }) => string = getToolkitInput;

/** Reads what an earlier process of this step saved under a name; empty if there is nothing. */
export const getState: (name: string) => string = getToolkitState;

/**
 * Appends entries to a file of the runner in one write, in the form of the toolkit.
 *
 * The toolkit opens the file once for each entry, and loads Node's cryptography for a random delimiter. Here, no name and no value
 * contains the delimiter, because one is chosen that does not occur in any of them.
 *
 * @throws Error of the file system; the file is never created, and contains no part of an entry
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
  const { size } = statSync(file);
  const opened = openSync(file, constants.O_WRONLY | constants.O_APPEND);
  try {
    writeFileSync(opened, text);
  } catch (error) {
    // A full disk takes a part of the text, and the runner rejects a file with a part of an entry.
    attempt(() => ftruncateSync(opened, size));
    throw error;
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
