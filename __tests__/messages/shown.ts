import { dirname } from 'node:path';
import type { ActionRun } from '../../harness/run-action.js';
import { type Case, HOSTS } from './case.js';

/** What a case shows, with stable values for all that is different each time. */
export interface Shown {
  readonly name: string;
  readonly platform: Case['platform'];
  /** The error code of the step; undefined for a step that succeeds. */
  readonly code: string | undefined;
  /** The title of the annotation. */
  readonly title: string | undefined;
  /** The lines above the error, or all lines of another case. */
  readonly lines: readonly string[];
  /** The error line without the word `Error`. */
  readonly error: string | undefined;
}

/** Runs a case, and returns the lines that it shows. */
export async function show(each: Case): Promise<Shown> {
  const run = await each.run();
  const code = run.outputs.get('error_code') ?? (run.exitCode === 0 ? undefined : 'none');
  const lines = linesOf(run, each.part !== 'log').map((line) => stable(line, run, each));
  const error = lines.find((line) => line.startsWith('Error: '));
  const title = run.log.annotations.find(({ level }) => level === 'error')?.properties['title'];
  const base = { name: each.name, platform: each.platform, code, title };
  if (each.part === 'error') {
    return { ...base, error: error?.slice('Error: '.length), lines: excerptOf(lines) };
  }
  const shown = each.part !== 'remarks' ? lines : lines.filter((line) => /^(?:Warning|Notice): /.test(line));
  return { ...base, error: undefined, title: undefined, lines: shown };
}

/** The log as the page of a run shows it: no debug lines; a group is folded, or its lines are below its title. */
function linesOf({ log }: ActionRun, unfolded: boolean): string[] {
  let inGroup = false;
  return log.lines.flatMap((line) => {
    const [, command, rest = ''] = /^##\[(debug|group|endgroup)\](.*)$/s.exec(line) ?? [];
    inGroup = command === 'group' || (inGroup && command !== 'endgroup');
    if (command !== undefined) return command === 'group' ? [`▸ ${rest}`] : [];
    return !inGroup ? [line] : unfolded ? [`    ${line}`] : [];
  });
}

/** The line of `secrets` with its caret, directly above the error. */
function excerptOf(lines: readonly string[]): string[] {
  const caret = lines.findIndex((line) => /^\s*\^$/.test(line));
  return caret < 1 ? [] : lines.slice(caret - 1, caret + 1);
}

/** Patterns of what is different each time, and what the review copy shows instead. */
const STABLE: readonly (readonly [RegExp, string])[] = [
  [/(?<=the proxy ")https?:\/\/127\.0\.0\.1(?::\d+)?(?=")/g, 'http://proxy.example.com:3128'],
  [/https:\/\/localhost:\d+/g, 'https://login.example.com'],
  [/https?:\/\/(?:127\.0\.0\.1|localhost):\d+/g, '{host}'],
  [/https?:\/\/(?:127\.0\.0\.1|localhost)(?=\/)/g, '{host}'],
  [/(chariot\.test):\d+/g, 'chariot.example.com'],
  [/X-Request-ID "[^"]*"/g, 'X-Request-ID "4f1d"'],
  [/bearer-login-[0-9a-f-]{36}/g, 'bearer-login-7c1e'],
  [/\d{4}-\d\d-\d\d \d\d:\d\d UTC/g, '2026-11-25 14:05 UTC'],
  [/\b\d\d:\d\d UTC/g, '14:05 UTC'],
  [/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2026-11-25T14:05:00.000Z'],
  [/in \d+\.\d s \(try/g, 'in 0.5 s (try'],
  [/would be \d+\.\d s, but only \d+\.\d s are left/g, 'would be 3600.0 s, but only 120.0 s are left'],
  [/\(\d{3,} days\)/g, '(846 days)'],
  [/\b\d{3,} days\b/g, '846 days'],
  [/\b\d{4}-\d\d-\d\d\b(?!T| )/g, '2026-11-25'],
];

function stable(line: string, { temp }: ActionRun, { platform, words = {} }: Case): string {
  const named = Object.entries({ ...words, [temp]: '/runner/_work/_temp', [dirname(temp)]: '/runner/_work' })
    .filter(([text]) => text !== '')
    .reduce((left, [text, word]) => left.replaceAll(text, word), line);
  return STABLE.reduce((left, [pattern, word]) => left.replace(pattern, word), named).replaceAll(
    '{host}',
    HOSTS[platform],
  );
}
