import { appendFileSync, statSync, truncateSync } from 'node:fs';

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
