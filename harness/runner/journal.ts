import type { Command } from './commands.js';
import { createMasker, type Masker } from './masker.js';

/** One annotation: the message is masked and truncated, the properties are not (ExecutionContext.cs, AddIssue). */
export interface Annotation {
  level: 'error' | 'warning' | 'notice';
  message: string;
  properties: Record<string, string>;
}

/** The log that the runner writes for the output of one process: ExecutionContext.cs. */
export interface Log {
  /** The lines that a reader of the workflow's log sees, always with debug lines, as with ACTIONS_STEP_DEBUG. */
  lines: string[];
  /** All annotations; the runner keeps ten of each level. */
  annotations: Annotation[];
  /** The data of each add-mask that masks something, in order. */
  masks: string[];
  /** Every command that the runner recognized, in order, including rejected commands. */
  commands: Command[];
  masker: Masker;
}

/** Creates an empty log: ExecutionContext.cs. */
export const createLog = (): Log => ({
  lines: [],
  annotations: [],
  masks: [],
  commands: [],
  masker: createMasker(),
});

const MAX_MESSAGE = 4096;

// The log file contains the tag; the page that shows the log replaces the tag with the word.
const TAGS: ReadonlyMap<string, string> = new Map([
  ['##[error]', 'Error: '],
  ['##[warning]', 'Warning: '],
  ['##[notice]', 'Notice: '],
]);

/** Appends a text to the log, masked as a whole: ExecutionContext.cs, Write. */
export function print(log: Log, text: string): void {
  const shown = log.masker.mask(text).replace(/^##\[\w+\]/, (tag) => TAGS.get(tag) ?? tag);
  log.lines.push(...shown.split(/\r\n|\r|\n/));
}

/** Appends a text to the log as debug, masked line by line: ExecutionContext.cs, Debug. */
export function printDebug(log: Log, text: string): void {
  for (const line of text.split(/\r?\n/)) print(log, `##[debug]${line}`);
}

/** Adds an annotation, and its message to the log unless it is empty: ExecutionContext.cs, AddIssue. */
export function annotate(log: Log, issue: Annotation): void {
  const message = log.masker.mask(issue.message).slice(0, MAX_MESSAGE);
  log.annotations.push({ ...issue, message });
  if (message !== '') print(log, `##[${issue.level}]${message}`);
}

/** Adds an error that the runner itself reports: ExecutionContext.cs, Error. */
export function report(log: Log, message: string): void {
  annotate(log, { level: 'error', message, properties: {} });
}
