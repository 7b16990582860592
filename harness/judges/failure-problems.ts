import type { ActionRun } from '../run-action.js';

/** The most characters of an error line, without what it quotes. */
const LONGEST_ERROR = 900;

/** Lists what a failed step may not do or leave. */
export function problemsOfFailure(run: ActionRun): string[] {
  const { log, state, outputs, raw, leftovers } = run;
  const errors = log.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
  const codes = errors.map((message) => / See docs\/troubleshooting\.md#([a-z_]+)(?: \(.*\))?$/.exec(message)?.[1]);
  return [
    ...(errors.length === 1 ? [] : [`${errors.length} errors`]),
    ...errors.filter((message) => /[\r\n]/.test(message)).map((message) => `more than one line: ${message}`),
    ...codes.filter((code) => code !== (outputs.get('error_code') ?? code)).map((code) => `a link to ${code}`),
    ...codes.filter((code) => code === undefined).map(() => 'no link at the end'),
    ...errors
      .filter((message) => message.replace(/"(?:[^"\\]|\\.)*"/g, '').length > LONGEST_ERROR)
      .map((message) => `too long: ${message}`),
    ...[...state.keys()].filter((name) => name !== 'undo').map((name) => `the state ${name}`),
    ...(raw.env === '' ? [] : ['something in GITHUB_ENV']),
    ...problemsOfSummary(run, codes),
    ...leftovers.map((path) => `left behind by a failure: ${path}`),
  ];
}

/** A failed step has a summary with its code; a cancelled one, and one that may not write a summary, has none. */
function problemsOfSummary(
  { raw: { summary }, wantsSummary }: ActionRun,
  codes: readonly (string | undefined)[],
): string[] {
  if (!wantsSummary || codes.length === 0) {
    return summary === '' ? [] : ['a summary that nobody wants'];
  }
  return [
    ...(summary.startsWith('<h3>❌ ') ? [] : ['no summary of the failure']),
    ...(summary.split('<h3>').length === 2 ? [] : ['more than one summary']),
    ...codes.flatMap((code) => (summary.includes(`<code>${code}</code>`) ? [] : ['a summary without the code'])),
  ];
}

/** An error has a title with its code; no other annotation has a property. */
export function problemsOfProperties({
  level,
  properties,
}: {
  level: string;
  properties: Record<string, string>;
}): string[] {
  const { title = '', ...others } = properties;
  const isRight = level === 'error' ? /^[A-Z0-9].* \([a-z_]+\)$/.test(title) : title === '';
  return [
    ...(isRight && title.length <= 120 ? [] : [`the title ${title}`]),
    ...Object.keys(others).map((name) => `the property ${name}`),
  ];
}
