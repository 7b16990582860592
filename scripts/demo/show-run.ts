// How the demo shows one step: its log, its variables, its summary.
import { shownLines } from '../../harness/judges/verdict.js';
import type { ActionRun } from '../../harness/run-action.js';
import type { ChariotRuns } from './chariot.js';
import { drawSummary, type LineKind } from './draw-summary.js';
import type { Paint, Style } from './style.js';
import { wrap } from './text.js';

/** The width of everything that the demo prints. */
export const WIDTH = 100;

/** What a section needs to show itself. */
export interface Demo {
  readonly runs: ChariotRuns;
  readonly jobFolder: string;
  readonly paint: Paint;
  /** Collects what is wrong; the demo fails if there is something. */
  readonly problems: string[];
}

/** The folder of a step. */
const FOLDER = /bearer-login-[0-9a-f-]{36}/;

/** Returns the log of a step as the page of a run shows it: masked, without debug lines, groups folded. */
export function logOf(run: Pick<ActionRun, 'log'>, paint: Paint): string[] {
  return folded(shownLines(run)).flatMap((line) => {
    const [first = '', ...rest] = wrap(line, WIDTH - 2);
    return [paintStart(first, paint), ...indent(2, rest)];
  });
}

/** Replaces each group by its title. */
function folded(lines: readonly string[]): string[] {
  let isInGroup = false;
  return lines.flatMap((line) => {
    const wasInGroup = isInGroup;
    isInGroup = line.startsWith('##[group]') || (isInGroup && line !== '##[endgroup]');
    return wasInGroup ? [] : [line.replace('##[group]', '▸ ')];
  });
}

const STARTS: readonly (readonly [start: string, style: Style])[] = [
  ['Error:', 'bad'],
  ['Warning:', 'warning'],
  ['Notice:', 'strong'],
  ['Logged in', 'good'],
];

function paintStart(line: string, paint: Paint): string {
  const [start, style] = STARTS.find(([each]) => line.startsWith(each)) ?? [];
  return start === undefined || style === undefined ? line : paint(style, start) + line.slice(start.length);
}

/** Shows the value of a variable as the log of a later step does. The path of a file is shortened: its folder is random. */
export function shownValue(value: string, { log, temp }: Pick<ActionRun, 'log' | 'temp'>, paint: Paint): string {
  const masked = log.masker.mask(value).replace(temp, '$RUNNER_TEMP').replace(FOLDER, 'bearer-login-…');
  return ['', '***'].includes(masked) ? paint('quiet', masked || '(empty)') : masked;
}

const LINE_STYLES: Partial<Record<LineKind, Style>> = { heading: 'strong', pre: 'good' };

/** Draws a summary; nothing if the step wrote none. */
export function drawn(summary: string, paint: Paint): string[] {
  return drawSummary(summary, WIDTH).map(({ kind, text }) => {
    const style = LINE_STYLES[kind];
    if (kind === 'table') return text.replace(/[┌-┼│─]+/g, (box) => paint('quiet', box));
    return style === undefined ? text : paint(style, text);
  });
}

/** Indents lines. */
export function indent(columns: number, lines: readonly string[]): string[] {
  return lines.map((line) => ' '.repeat(columns) + line);
}
