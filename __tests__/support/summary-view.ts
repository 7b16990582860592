import { marked } from 'marked';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { summarize } from '../../src/publication/summary.js';
import { type FetchedRun, fetchedRun } from './fetched-run.js';

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

/** The summary of a run as a browser shows it. */
export function view(run: FetchedRun) {
  return viewText(summarize(run, run.masker));
}

/** The same for a run of these inputs and Secrets. */
export function summaryOf(...run: Parameters<typeof fetchedRun>) {
  return view(fetchedRun(...run));
}

/** The summary in a text as a browser shows it, after a renderer of GitHub-flavored Markdown. */
export function viewText(summary: string) {
  const page = parseFragment(marked.parse(summary, { async: false, gfm: true }));
  const elements = nodesOf(page).filter((node): node is Tree.Element => 'tagName' in node);
  const named = (name: string) => elements.filter(({ tagName }) => tagName === name);
  const texts = (name: string) => named(name).map(textOf);
  const cells = named('tr').map((row) => row.childNodes.map(textOf));
  const isCode = ({ tagName }: Tree.Element) => tagName === 'code' || tagName === 'pre';
  const outsideCode = textsIn(page).filter((node) => !parentsOf(node).some(isCode));
  const isFolded = (node: Tree.Node) => parentsOf(node).some(({ tagName }) => tagName === 'details');
  const items = named('li');
  return {
    elements,
    texts,
    /** The paragraphs, without the heading of the usage. */
    paragraphs: texts('p').filter((text) => !text.startsWith('In a later step')),
    details: items.filter(isFolded).map(textOf),
    /** What a later step writes. */
    usage: items.filter((node) => !isFolded(node)).map(textOf),
    rows: cells.slice(1),
    head: cells[0],
    plain: outsideCode.map(textOf).join(''),
  };
}
