import { marked } from 'marked';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { formatSummary } from '../../src/publication/summary.js';
import type { SummaryReport, SummaryRow } from '../../src/publication/summary-report.js';

const NOW = new Date('2026-08-01T11:02:33Z');

/** Creates a typical row of the summary, with these changes. */
export function rowOf(changes: Partial<SummaryRow> = {}): SummaryRow {
  return {
    name: changes.secret ?? 'db-password',
    secret: 'db-password',
    from: 'list',
    type: 'Custom',
    updatedAt: new Date('2026-07-20T10:00:00Z'),
    tooOld: false,
    targets: [{ kind: 'variable', name: 'DB_PASSWORD' }],
    masking: { kind: 'masked' },
    ...changes,
  };
}

/** Creates a report of one row, with these changes. */
export function reportOf(changes: Partial<SummaryReport> = {}): SummaryReport {
  const rows = changes.rows ?? [rowOf()];
  return {
    platform: 'Chariot',
    origin: 'https://chariot.example.com',
    owner: { kind: 'project', id: '2kFmBSWjqxWEGarZC9kkeYOpgMD' },
    login: { token: 'fetched', variable: 'CHARIOT_TOKEN', expiresAt: new Date('2026-08-01T12:02:33Z') },
    mode: 'exported',
    secrets: rows.length,
    outputs: [],
    files: [],
    unnamed: 0,
    rotateAfterDays: 90,
    timing: { milliseconds: 411.6, requests: 7 },
    now: NOW,
    ...changes,
    rows,
  };
}

const parentsOf = (node: Tree.Node): Tree.Element[] =>
  'parentNode' in node && node.parentNode !== null && 'tagName' in node.parentNode
    ? [node.parentNode, ...parentsOf(node.parentNode)]
    : [];

const nodesOf = (node: Tree.Node): Tree.Node[] => [
  node,
  ...('childNodes' in node ? node.childNodes.flatMap(nodesOf) : []),
];

const textsIn = (node: Tree.Node): Tree.TextNode[] =>
  nodesOf(node).filter((inner): inner is Tree.TextNode => inner.nodeName === '#text');

const textOf = (node: Tree.Node): string =>
  textsIn(node)
    .map(({ value }) => value)
    .join('')
    .replaceAll('\u00a0', ' ');

/** Returns the summary as a browser shows it, after a renderer of GitHub-flavored Markdown. */
export function view(report: SummaryReport) {
  return viewText(formatSummary(report));
}

/** Returns the view of a summary that is given as text. */
export function viewText(summary: string) {
  const page = parseFragment(marked.parse(summary, { async: false, gfm: true }));
  const elements = nodesOf(page).filter((node): node is Tree.Element => 'tagName' in node);
  const named = (name: string) => elements.filter(({ tagName }) => tagName === name);
  const texts = (name: string) => named(name).map(textOf);
  const cells = named('tr').map((row) => row.childNodes.map(textOf));
  const outsideCode = textsIn(page).filter((node) => parentsOf(node).every(({ tagName }) => tagName !== 'code'));
  return { elements, texts, rows: cells.slice(1), head: cells[0], plain: outsideCode.map(textOf).join('') };
}
