import { nameAsCode, namesAsCode } from './html.js';
import type { Masking, SummaryReport, SummaryRow, SummaryTarget } from './summary-report.js';

/** The most names of one kind of target, and of fields, in a cell. */
const CELL_LIMIT = 8;

/** What the line about left-out rows may take. */
const LAST_ROW_BYTES = 200;

/** How each kind of target is called in the table, for one and for several; they stand in this order. */
const KINDS: Readonly<Record<SummaryTarget['kind'], readonly [one: string, several: string]>> = {
  variable: ['variable', 'variables'],
  file: ['file, its path in', 'files, their paths in'],
  aws: ['AWS variable and output', 'AWS variables and outputs'],
  docker: ['docker login for', 'docker logins for'],
  dotenv: ['dotenv line', 'dotenv lines'],
  'env-file': ['env file line', 'env file lines'],
  output: ['output', 'outputs'],
};

/**
 * Formats the table of results in at most so many bytes; none when there is no result.
 *
 * Rows that need attention come first, so that the cut of a very long table never hides them behind the others.
 */
export function formatTable(report: SummaryReport, bytes: number): string[] {
  if (report.rows.length === 0) {
    return [];
  }
  const sorted = report.rows.toSorted((one, other) => Number(needsAttention(other)) - Number(needsAttention(one)));
  const head = `<tr>${headings(report)
    .map((text) => `<th align="left">${text}</th>`)
    .join('')}</tr>`;
  const rows = fitting(
    sorted.map((row) => formatRow(row, report.now)),
    bytes - head.length - LAST_ROW_BYTES,
  );
  const missing = sorted.length - rows.length;
  const last = `<tr><td colspan="${headings(report).length}">… and ${missing} more, left out of this summary for its size</td></tr>`;
  return ['<table>', head, ...rows, ...(missing === 0 ? [] : [last]), '</table>'];
}

/** A moment to the minute, in the one time zone that every reader can place. */
export function minuteOf(date: Date): string {
  return isValid(date) ? `${date.toISOString().slice(0, -8).replace('T', ' ')} UTC` : 'at an unknown time';
}

function headings({ mode }: SummaryReport): string[] {
  return ['Secret', mode === 'plan' ? 'Would be exported as' : 'Exported as', 'In the log', 'Last changed', 'Type'].map(
    together,
  );
}

function needsAttention({ tooOld, masking }: SummaryRow): boolean {
  return tooOld || masking.kind === 'unmaskable';
}

/** The rows from the first on that fit into so many bytes, each with its line end. */
function fitting(rows: readonly string[], bytes: number): readonly string[] {
  let left = bytes;
  const end = rows.findIndex((row) => {
    left -= Buffer.byteLength(row) + 1;
    return left < 0;
  });
  return end === -1 ? rows : rows.slice(0, end);
}

function formatRow(row: SummaryRow, now: Date): string {
  const cells = [
    `${nameAsCode(row.secret)}${row.from === 'key' ? '<br>by its key' : ''}`,
    formatTargets(row.targets),
    formatMasking(row.masking),
    `${row.tooOld ? '⚠️&nbsp;' : ''}${formatAge(row.updatedAt, now)}`,
    row.type === undefined ? 'unknown' : nameAsCode(row.type),
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

/** The targets by kind, each kind on a line: `variable API_KEY`. */
function formatTargets(targets: readonly SummaryTarget[]): string {
  const lines = Object.entries(KINDS).flatMap(([kind, [one, several]]) => {
    const names = targets.filter((target) => target.kind === kind).map(({ name }) => name);
    return names.length === 0
      ? []
      : [`${together(names.length === 1 ? one : several)}&nbsp;${namesAsCode(names, CELL_LIMIT)}`];
  });
  return lines.length === 0 ? 'nothing' : lines.join('<br>');
}

function formatMasking(masking: Masking): string {
  switch (masking.kind) {
    case 'masked':
      return 'masked';
    case 'partly':
      return `${together('masked, except')} ${namesAsCode(masking.plainFields, CELL_LIMIT)}`;
    case 'plain':
      return together('not masked, a plain field');
    case 'unmaskable':
      return together('⚠️ cannot be masked');
  }
}

function formatAge(updatedAt: Date | undefined, now: Date): string {
  if (updatedAt === undefined || !isValid(updatedAt)) {
    return 'unknown';
  }
  const days = Math.max(0, Math.floor((now.getTime() - updatedAt.getTime()) / 86_400_000));
  return days === 0 ? 'today' : together(`${days} day${days === 1 ? '' : 's'} ago`);
}

/** Keeps the words of a short cell on one line, whatever the long names beside it take. */
function together(words: string): string {
  return words.replaceAll(' ', '&nbsp;');
}

function isValid(date: Date): boolean {
  return !Number.isNaN(date.getTime());
}
