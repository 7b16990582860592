import { appendFileSync, statSync, truncateSync } from 'node:fs';
import { isRecord } from './json.js';

/** The files through which an action gives something to the runner; without them the library would print values. */
export const COMMAND_FILES = ['GITHUB_STATE', 'GITHUB_OUTPUT', 'GITHUB_ENV'] as const;

/** Notes how long files are; the function that it returns cuts them back to that, as far as it can. */
export function rememberSizes(files: readonly string[]): () => void {
  const sizes = files.map((file) => [file, statSync(file, { throwIfNoEntry: false })?.size ?? 0] as const);
  return () => {
    for (const [file, size] of sizes) {
      try {
        truncateSync(file, size);
      } catch {
        // This file could not be written either; the others still can be cut back.
      }
    }
  };
}

/** Adds to the job summary, in this turn unlike the library's own; a runner without the file goes without it. */
export function appendSummary(file: string | undefined, summary: string): void {
  if (file && summary !== '') {
    appendFileSync(file, summary);
  }
}

/** Why a file could not be written: the system's code; the library's own error, without one, is about a missing file. */
export function whyUnwritable(error: unknown): string {
  return isRecord(error) && 'code' in error ? String(error['code']) : 'it does not exist';
}
