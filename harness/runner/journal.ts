import type { Command } from './commands.js';
import { createMasker, type Masker } from './masker.js';

/** One annotation: its message is masked and cut, its properties are neither (ExecutionContext.cs, AddIssue). */
export interface Annotation {
  level: 'error' | 'warning' | 'notice';
  message: string;
  properties: Record<string, string>;
}

/** What the runner makes of the output of one process: ExecutionContext.cs. */
export interface Log {
  /** What a reader of the workflow's log sees. Debug lines are always in it, as with ACTIONS_STEP_DEBUG. */
  lines: string[];
  /** All annotations; the runner keeps ten of each level. */
  annotations: Annotation[];
  /** The data of each add-mask that masks something, in order. */
  masks: string[];
  /** Every command the runner took, in order, those it refuses too. */
  commands: Command[];
  masker: Masker;
}

/** A log with nothing in it yet: ExecutionContext.cs. */
export const createLog = (): Log => ({
  lines: [],
  annotations: [],
  masks: [],
  commands: [],
  masker: createMasker(),
});

const MAX_MESSAGE = 4096;

// The log file holds the tag, the page that shows it writes the word.
const TAGS: ReadonlyMap<string, string> = new Map([
  ['##[error]', 'Error: '],
  ['##[warning]', 'Warning: '],
  ['##[notice]', 'Notice: '],
]);

/** Appends a text to the log, masked in one piece: ExecutionContext.cs, Write. */
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
