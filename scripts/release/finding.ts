/** One fact about a release: `missing` prevents it, `note` is for the maintainer to judge. */
export interface Finding {
  readonly about: string;
  readonly state: 'ok' | 'note' | 'missing';
  /** Lines; the first completes the row. */
  readonly text: string;
}

const SIGNS = { ok: 'ok  ', note: 'note', missing: 'MISS' };

/** Formats findings as a table with one row each. */
export function tableOf(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ about }) => about.length));
  const indent = `\n${' '.repeat(width + 10)}`;
  return findings
    .map(({ about, state, text }) => `  ${SIGNS[state]}  ${about.padEnd(width)}  ${text.replaceAll('\n', indent)}`)
    .join('\n');
}

/** Makes a finding from a list of problems: `missing` if there are any, otherwise `ok` with a text. */
export function findingOf(about: string, problems: readonly string[], text: string): Finding {
  return problems.length > 0 ? { about, state: 'missing', text: problems.join('\n') } : { about, state: 'ok', text };
}
