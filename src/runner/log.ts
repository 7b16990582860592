import { EOL } from 'node:os';
import type { FailureReport } from '../failure/report.js';
import type { Log } from '../ports.js';
import type { Publication } from '../publication/publication.js';
import { type Redact, reveal } from '../untrusted-text.js';

/** The functions of the runner's toolkit that print lines. */
export interface Printer extends Omit<Log, 'group'> {
  readonly error: (message: string, properties: { readonly title?: string }) => void;
  readonly startGroup: (title: string) => void;
  readonly endGroup: () => void;
}

/**
 * Creates a log that removes our own secrets from each message before it prints the message.
 *
 * Without debugging, the runner would drop each debug line; this log drops it before the search for secrets.
 */
export function createLog(redact: Redact, printer: Printer, isDebug: boolean): Log {
  const safe = (print: (text: string) => void) => (message: string) => print(reveal(message, redact));
  const { debug, info, notice, warning, startGroup, endGroup } = printer;
  return {
    debug: isDebug ? safe(debug) : () => {},
    info: safe(info),
    notice: safe(notice),
    warning: safe(warning),
    group(title, lines) {
      safe(startGroup)(title);
      // One write: a run with a thousand names would make two thousand.
      info(lines.map((line) => reveal(line, redact)).join(EOL));
      endGroup();
    },
  };
}

/** Prints what a run says at its end. */
export function printPublication({ notices, warnings, infos }: Publication, log: Log): void {
  notices.forEach(log.notice);
  warnings.forEach(log.warning);
  infos.forEach(({ title, lines }) => void (lines.length === 0 ? log.info(title) : log.group(title, lines)));
}

/** Prints an error, with a line of `secrets` above it if the error is about one. */
export function printFailure({ excerpt, message, title, stack }: FailureReport, printer: Printer): void {
  excerpt.forEach(printer.info);
  printer.error(message, { title });
  if (stack !== undefined) {
    printer.debug(stack);
  }
}
