import { marked } from 'marked';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { formatSummary } from '../../src/publication/summary.js';
import type { SummaryReport, SummaryRow } from '../../src/publication/summary-report.js';

const NOW = new Date('2026-08-01T11:02:33Z');

/** A row as most are; a test changes what it is about. */
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

/** A report of one row, or of the rows given. */
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

/** The summary as a browser sees it, once a renderer of GitHub-flavoured Markdown has been over it. */
export function view(report: SummaryReport) {
  return viewText(formatSummary(report));
}

/** The same for a summary as text. */
export function viewText(summary: string) {
  const page = parseFragment(marked.parse(summary, { async: false, gfm: true }));
  const elements = nodesOf(page).filter((node): node is Tree.Element => 'tagName' in node);
  const named = (name: string) => elements.filter(({ tagName }) => tagName === name);
  const texts = (name: string) => named(name).map(textOf);
  const cells = named('tr').map((row) => row.childNodes.map(textOf));
  const outsideCode = textsIn(page).filter((node) => parentsOf(node).every(({ tagName }) => tagName !== 'code'));
  return { elements, texts, rows: cells.slice(1), head: cells[0], plain: outsideCode.map(textOf).join('') };
}
