// Draws a table with box lines.
import { pad, widthOf, wrap } from './text.js';

/** A cell: its text, and the number of columns that it covers. */
export interface Cell {
  readonly text: string;
  readonly span: number;
}

/** Draws rows as lines of at most `width` columns; the first row is the heading. */
export function drawTable(rows: readonly (readonly Cell[])[], width: number): string[] {
  const widths = columnWidths(rows, width);
  if (widths.length === 0) return [];
  const rule = (left: string, middle: string, right: string) =>
    `${left}${widths.map((each) => '─'.repeat(each + 2)).join(middle)}${right}`;
  const [head = [], ...body] = rows.map((row) => drawRow(row, widths));
  const between = rule('├', '┼', '┤');
  const lines = body.flatMap((row, index) => (index > 0 && body.some(isTall) ? [between, ...row] : row));
  return [rule('┌', '┬', '┐'), ...head, ...(body.length === 0 ? [] : [between]), ...lines, rule('└', '┴', '┘')];
}

/** Whether a row has several lines: rules between the rows then show which lines belong together. */
function isTall(row: readonly string[]): boolean {
  return row.length > 1;
}

function drawRow(row: readonly Cell[], widths: readonly number[]): string[] {
  let first = 0;
  const cells = row.map(({ text, span }) => {
    const covered = widths.slice(first, first + span);
    first += span;
    const width = covered.reduce((sum, each) => sum + each, 3 * Math.max(0, covered.length - 1));
    return { width, lines: wrap(text, Math.max(1, width)) };
  });
  const rest = widths.slice(first).map((width) => ({ width, lines: [''] }));
  const all = [...cells, ...rest].filter(({ width }) => width > 0);
  const height = Math.max(...all.map(({ lines }) => lines.length));
  return Array.from(
    { length: height },
    (_, line) => `│ ${all.map(({ width, lines }) => pad(lines[line] ?? '', width)).join(' │ ')} │`,
  );
}

/** Returns the width of each column: that of its texts. If the sum is too large, the widest columns are narrower, words last. */
function columnWidths(rows: readonly (readonly Cell[])[], width: number): number[] {
  const widths: number[] = [];
  const narrowest: number[] = [];
  for (const row of rows) {
    let column = 0;
    for (const { text, span } of row) {
      const own = span === 1 ? text : '';
      widths[column] = Math.max(widths[column] ?? 1, ...own.split('\n').map(widthOf));
      narrowest[column] = Math.max(narrowest[column] ?? 1, ...own.split(/[ \n\u00a0]/).map(widthOf));
      column += span;
    }
  }
  const columns = Array.from(widths, (each = 1) => each);
  const most = width - 3 * columns.length - 1;
  const whole = shrink(
    columns,
    Array.from(narrowest, (each = 1) => each),
    most,
  );
  return shrink(
    whole,
    columns.map(() => 1),
    most,
  );
}

/** Narrows the widest columns until the sum fits, but no column below its least width. */
function shrink(columns: readonly number[], least: readonly number[], most: number): number[] {
  const widths = [...columns];
  let over = widths.reduce((sum, each) => sum + each, 0) - most;
  for (; over > 0; over -= 1) {
    const room = widths.map((each, index) => (each > (least[index] ?? 1) ? each : 0));
    const widest = room.indexOf(Math.max(...room));
    if ((room[widest] ?? 0) === 0) break;
    widths[widest] = (widths[widest] ?? 1) - 1;
  }
  return widths;
}
