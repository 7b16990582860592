import type { Masker } from '../masking/masker.js';
import type { Pair } from '../ports.js';
import type { Settings } from '../settings/settings.js';
import type { Delivery } from './deliver.js';
import { firstPieces, type Name } from './html.js';
import { plainFieldsOf, settingFor } from './readable.js';
import { ageInDays, cannotBeMasked, isEmptyField, isTooOld } from './warnings.js';

/** The most names of one kind of target, and of fields, in a cell. */
const CELL_LIMIT = 8;

/** The most bytes of the line that counts the omitted rows. */
const LAST_ROW_BYTES = 200;

/** One result in the table, as HTML. */
export interface SummaryRow {
  /** The name of its Secret; untrusted. */
  readonly name: string;
  /** Whether the Secret is unchanged for longer than `rotate_after_days`. */
  readonly tooOld: boolean;
  /** Whether the log may show it. */
  readonly unmaskable: boolean;
  readonly cells: readonly string[];
}

/** What rows depend on besides their deliveries; `name` shows an untrusted text. */
interface RowContext {
  readonly settings: Settings;
  readonly now: Date;
  readonly name: Name;
  readonly isMasked: Masker['isMasked'];
}

/** Writes the row of one result: names and times, never a value. */
export function rowOf(delivery: Delivery, { settings, now, name, isMasked }: RowContext): SummaryRow {
  const { result } = delivery;
  const { entry, key } = result.match;
  const { field } = result;
  const secret = entry?.name ?? key;
  const type = /^secret\/([^/]+)/.exec(entry?.type ?? key)?.[1];
  const tooOld = isTooOld(result, settings, now);
  const targets = targetsOf(delivery).map((target) => formatTarget(target, name));
  return {
    name: secret,
    tooOld,
    unmaskable: cannotBeMasked(result, settings.plainFields),
    cells: [
      `${name(field === undefined ? secret : `${secret}.${field}`)}${entry === undefined ? '<br>by its key' : ''}`,
      targets.join('<br>'),
      formatMasking(delivery, { settings, now, name, isMasked }),
      `${tooOld ? '⚠️ ' : ''}${formatAge(result.updatedAt, now)}`,
      type === undefined ? 'unknown' : name(type),
    ],
  };
}

/**
 * Writes the table of results in at most `bytes` bytes, or nothing if there is no result.
 *
 * Rows that need attention come first, so that they are in the table even if it is cut.
 */
export function formatTable(rows: readonly SummaryRow[], plan: boolean, bytes: number): string[] {
  if (rows.length === 0) {
    return [];
  }
  const needsAttention = ({ tooOld, unmaskable }: SummaryRow) => Number(tooOld || unmaskable);
  const headings = ['Secret', plan ? 'Would be exported as' : 'Exported as', 'In the log', 'Last changed', 'Type'];
  const head = `<tr>${headings.map((text) => `<th align="left">${text}</th>`).join('')}</tr>`;
  const lines = rows
    .toSorted((one, other) => needsAttention(other) - needsAttention(one))
    .map(({ cells }) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  const shown = fitting(lines, bytes - head.length - LAST_ROW_BYTES);
  const missing = rows.length - shown.length;
  const last = `<tr><td colspan="${headings.length}">… and ${missing} more, left out of this summary for its size</td></tr>`;
  return ['<table>', head, ...shown, ...(missing === 0 ? [] : [last]), '</table>'];
}

/** Returns the first lines that fit into this number of bytes, each with its line end. */
function fitting(lines: readonly string[], bytes: number): readonly string[] {
  let left = bytes;
  const end = lines.findIndex((line) => {
    left -= Buffer.byteLength(line) + 1;
    return left < 0;
  });
  return end === -1 ? lines : lines.slice(0, end);
}

/** How each kind of target is called in the table: one, and several. */
const TARGET_WORDS = {
  variable: ['variable', 'variables'],
  file: ['file, its path in', 'files, their paths in'],
  aws: ['AWS variable and output', 'AWS variables and outputs'],
  address: ['address', 'addresses'],
  docker: ['docker login for', 'docker logins for'],
  dotenv: ['dotenv line', 'dotenv lines'],
  'env-file': ['env file line', 'env file lines'],
  output: ['output', 'outputs'],
} as const;

type ShownTarget = readonly [kind: keyof typeof TARGET_WORDS, names: readonly string[]];

/** Lists where a result was exported; a file is named by the variable or output that contains its path. */
function targetsOf({ result, variables, outputs, lines, addresses }: Delivery): ShownTarget[] {
  const { sink = 'variable' } = result.match.request;
  const output: ShownTarget = ['output', namesOf(outputs)];
  const targets: Record<typeof sink, ShownTarget[]> = {
    variable: [['variable', namesOf(variables)], output],
    file: variables.length > 0 ? [['file', namesOf(variables)], output] : [['file', namesOf(outputs)]],
    aws: [variables.length > 0 ? ['aws', namesOf(variables)] : output, ['address', addresses]],
    docker: [['docker', addresses]],
    dotenv: [['dotenv', namesOf(lines)]],
    'env-file': [['env-file', namesOf(lines)]],
  };
  return targets[sink].filter(([, names]) => names.length > 0);
}

function namesOf(pairs: readonly Pair[]): string[] {
  return pairs.map(([name]) => name);
}

function formatTarget([kind, names]: ShownTarget, name: Name): string {
  const [one, several] = TARGET_WORDS[kind];
  return `${names.length === 1 ? one : several} ${firstPieces(names.map(name), CELL_LIMIT).join(', ')}`;
}

function formatMasking(delivery: Delivery, { settings: { plainFields }, name, isMasked }: RowContext): string {
  const { result } = delivery;
  if (cannotBeMasked(result, plainFields)) {
    return '⚠️ cannot be masked';
  }
  if (isEmptyField(result)) {
    return 'empty';
  }
  const { shown, hidden, isAll, isPublic } = plainFieldsOf(result, plainFields, isMasked);
  if (isAll || isPublic) {
    return isPublic ? 'not masked, public PEM' : 'not masked, a plain field';
  }
  const list = (names: readonly string[]) => firstPieces(names.map(name), CELL_LIMIT).join(', ');
  return [
    shown.length === 0 ? 'masked' : `masked, except ${list(shown)}`,
    ...(hidden.length === 0 ? [] : [`another mask hides ${list(hidden)}`]),
    ...settingFor(delivery, plainFields).map((setting) => `${name(setting)} shows the address`),
  ].join('<br>');
}

function formatAge(updatedAt: Date | undefined, now: Date): string {
  const days = ageInDays(updatedAt, now);
  const ago = days === 0 ? 'today' : `${days} day${days === 1 ? '' : 's'} ago`;
  return days === undefined ? 'unknown' : ago;
}
