import type { Masker } from '../masking/masker.js';
import type { Pair } from '../ports.js';
import type { Settings } from '../settings/settings.js';
import type { Delivery } from './deliver.js';
import type { Listing } from './listing.js';
import type { Part } from './parts.js';
import { addressLines, publicLines } from './readable.js';

/** A line of the log, or the title of a group of lines. */
export interface LogEntry {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What the log shows besides names. */
interface Planned extends Pick<Masker, 'isMasked'> {
  readonly deliveries: readonly Delivery[];
  readonly listing: Listing | undefined;
  readonly settings: Pick<Settings, 'plan' | 'plainFields'>;
}

/** The most names in a line of the log; more are a group. */
const MOST_IN_LINE = 3;

/** Writes what the log shows of a publication: where its logins lead to, and the names that it exports or would export. */
export function logEntries({ outputs, variables, files }: Part, planned: Planned): LogEntry[] {
  const { deliveries, listing, isMasked } = planned;
  const { plan, plainFields } = planned.settings;
  const verb = plan ? ' would be' : '';
  const entry = (kind: string, pairs: readonly Pair[]): LogEntry => {
    const names = pairs.map(([name]) => name);
    return names.length > MOST_IN_LINE
      ? { title: `${kind}${verb}: ${names.length}`, lines: names }
      : { title: `${kind}${verb}: ${names.join(', ') || 'none'}.`, lines: [] };
  };
  const line = (title: string): LogEntry => ({ title, lines: [] });
  return [
    ...[publicLines, addressLines].flatMap((of) => of(deliveries, plainFields, isMasked)).map(line),
    ...(plan ? [line('This is a plan: nothing is exported.')] : []),
    entry('Outputs', outputs),
    entry('Variables', variables),
    ...(files.length === 0
      ? []
      : [line(`Files below RUNNER_TEMP${verb}: ${files.length}, removed when the job ends.`)]),
    ...listingEntries(listing),
  ];
}

/** The table of a listing, and the lines to copy. */
function listingEntries(listing: Listing | undefined): LogEntry[] {
  return listing === undefined
    ? []
    : [
        { title: `Secrets: ${listing.table.length - 1}`, lines: listing.table },
        { title: 'Copy the lines that you need into `secrets`', lines: listing.block },
      ];
}
