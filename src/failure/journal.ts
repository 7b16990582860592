import type { Log, Ports, RunPart } from '../ports.js';
import type { Settings } from '../settings/settings.js';

/** What a run has done so far, for the summary of a failure. */
export interface Journal {
  /** Undefined until the inputs are checked. */
  readonly settings: () => Settings | undefined;
  /** Remembers the checked inputs, and prints the remarks about them. */
  readonly begin: (settings: Settings) => void;
  readonly track: Ports['track'];
  /** Lists the parts of the run that began, in this order, and how each ended. */
  readonly parts: () => readonly TrackedPart[];
}

/** A part of the run and its end; a part that another failure stops stays `running`. */
export type TrackedPart = readonly [part: RunPart, end: 'running' | 'done' | 'failed'];

/** Creates an empty journal. */
export function createJournal(log: Log): Journal {
  let settings: Settings | undefined;
  const parts = new Map<RunPart, TrackedPart[1]>();
  return {
    settings: () => settings,
    begin(checked) {
      settings = checked;
      checked.remarks.forEach(({ level, text }) => void log[level](text));
    },
    parts: () => [...parts],
    async track(part, work) {
      parts.set(part, 'running');
      try {
        const result = await work();
        parts.set(part, 'done');
        return result;
      } catch (error) {
        // The first failure stops the other parts, which then also fail.
        if (![...parts.values()].includes('failed')) {
          parts.set(part, 'failed');
        }
        throw error;
      }
    },
  };
}
