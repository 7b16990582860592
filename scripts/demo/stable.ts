// Replaces what differs in each run, so that a new picture differs only if the product does.
import type { ActionRun } from '../../harness/run-action.js';
import type { ChariotRuns } from './chariot.js';

const REPLACEMENTS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/http:\/\/127\.0\.0\.1:\d+/g, 'https://chariot.example.com'],
  [/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, '2026-01-15T14:05:00.000Z'],
  [/\b\d{4}-\d\d-\d\d \d\d:\d\d UTC/g, '2026-01-15 14:05 UTC'],
  [/\b\d\d:\d\d UTC/g, '14:05 UTC'],
  [/[^\s"<>]*\/bearer-login-[0-9a-f-]{36}/g, '/runner/_work/_temp/bearer-login-1d0f4c7e-5a52-4c9b-8f1e-3b6a2d9c7e10'],
  [/\b\d+ ms\b/g, '40 ms'],
  [/\b0{8}-0{4}-4000-8000-\d{12}\b/g, '00000000-0000-4000-8000-000000000001'],
];

/** Replaces the addresses, times and ids of a run by values that are always the same. */
export function stable(text: string): string {
  return REPLACEMENTS.reduce((line, [pattern, replacement]) => line.replace(pattern, replacement), text);
}

/** Does the same for what the pictures show of the runs. */
export function stableRuns(runs: ChariotRuns): ChariotRuns {
  const { main, post, refused, misspelled, corrected, plan } = runs;
  return {
    ...runs,
    main: stableRun(main),
    post: stableRun(post),
    refused: stableRun(refused),
    plan: stableRun(plan),
    misspelled: { ...misspelled, run: stableRun(misspelled.run) },
    corrected: { ...corrected, run: stableRun(corrected.run) },
  };
}

function stableRun(run: ActionRun): ActionRun {
  return { ...run, log: { ...run.log, lines: run.log.lines.map(stable) }, summary: stable(run.summary) };
}
