import { runsOfSecret, runsShown, WRITERS } from '../../harness/judges/shown-runs.js';
import { isSyntax } from './exposure-oracle.js';
import type { InProcessStep } from './in-process-step.js';

/** Everything that a reader of the log, of an annotation, of the summary or of the state sees, without random names. */
export function readable({ log, summary, state }: Pick<InProcessStep, 'log' | 'summary' | 'state'>): string[] {
  const annotations = log.annotations.flatMap(({ message, properties }) => [message, ...Object.values(properties)]);
  const texts = [...log.lines, ...annotations, ...summary.split('\n'), state];
  // Random names can contain four characters of a secret by chance.
  return texts.map((text) =>
    text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<uuid>').replace(/\/step-\w{6}\//g, '/<step>/'),
  );
}

/**
 * A secret as a later step prints it, one line at a time; the encodings of a very short one are found everywhere.
 *
 * One secret is printed in a quarter of the ways, which takes seconds instead of a minute; all secrets together, in every way.
 */
export function printedLater(secret: string): string[] {
  const writers =
    Buffer.byteLength(secret) < 8
      ? [(text: string) => text]
      : Object.values(WRITERS).filter((_, way) => (way + secret.length) % 4 === 0);
  return [...new Set(writers.flatMap((write) => write(secret).split(/\r\n|\r|\n/)))];
}

/** Whether four characters reveal nothing about a secret: JSON syntax, or the base64 of a line end. */
export const isNoise = (run: string) => run === 'Cg==' || isSyntax(run.replace(/["\\]/g, ''));

/** What is left of secrets in some lines, except for what the lines show anyway. */
export function leftIn(lines: readonly string[], secrets: readonly string[], isKnown: (run: string) => boolean) {
  const read = lines.map((line) => ({ line, runs: runsShown(line) }));
  return secrets.flatMap((secret) => {
    const wanted = [...runsOfSecret(secret)].filter((run) => !isKnown(run));
    return read.flatMap(({ line, runs }) => {
      const run = wanted.find((four) => runs.has(four));
      return run === undefined ? [] : [{ run, line, secret }];
    });
  });
}
