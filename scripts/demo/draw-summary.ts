// Draws a job summary as text, as a browser would show its HTML.
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { type Cell, drawTable } from './draw-table.js';
import { hardWrap, wrap } from './text.js';

/** What a drawn line is part of. */
export type LineKind = 'heading' | 'text' | 'table' | 'pre';

/** One line of a drawn summary. */
export interface DrawnLine {
  readonly kind: LineKind;
  readonly text: string;
}

/** A block: its lines, and what it is. */
type Block = readonly DrawnLine[];

const WIDTH = 100;

/** The elements that begin a line of their own; every other element is part of a line. */
const BLOCKS = new Set(['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'pre', 'table', 'details', 'hr']);

/** Draws HTML as lines of at most `width` columns. Folded details are folded here also. */
export function drawSummary(html: string, width: number = WIDTH): DrawnLine[] {
  return spaced(drawBlocks(parseFragment(html).childNodes, width));
}

/** Draws the children of a block: inline children that follow each other are one paragraph. */
function drawBlocks(nodes: readonly Tree.ChildNode[], width: number): Block[] {
  const blocks: Block[] = [];
  let line: Tree.ChildNode[] = [];
  const flush = () => {
    const text = textOf(line);
    if (text !== '') blocks.push(lines('text', wrap(text, width)));
    line = [];
  };
  for (const node of nodes) {
    if (isElement(node) && BLOCKS.has(node.tagName)) {
      flush();
      blocks.push(drawBlock(node, width));
    } else {
      line.push(node);
    }
  }
  flush();
  return blocks.filter((block) => block.length > 0);
}

function drawBlock(node: Tree.Element, width: number): Block {
  switch (node.tagName) {
    case 'table':
      return lines('table', drawTable(rowsOf(node), width));
    case 'pre':
      return lines(
        'pre',
        rawText(node)
          .trimEnd()
          .split('\n')
          .flatMap((each) => hardWrap(each, width - 4)),
      ).map(indented(4));
    case 'ul':
    case 'ol':
      return drawList(node, width);
    case 'details':
      return drawDetails(node, width);
    case 'hr':
      return lines('text', ['─'.repeat(width)]);
    default:
      return /^h\d$/.test(node.tagName)
        ? lines('heading', wrap(textOf(node.childNodes), width))
        : spaced(drawBlocks(node.childNodes, width));
  }
}

function drawList(list: Tree.Element, width: number): Block {
  const items = list.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'li');
  const marks = items.map((_, index) => (list.tagName === 'ol' ? `${index + 1}. ` : '• '));
  const indent = Math.max(0, ...marks.map((mark) => mark.length));
  return items.flatMap((item, index) => {
    const drawn = drawBlocks(item.childNodes, width - indent).flat();
    const mark = (marks[index] ?? '').padStart(indent);
    return drawn.map(({ kind, text }, line) => ({ kind, text: `${line === 0 ? mark : ' '.repeat(indent)}${text}` }));
  });
}

function drawDetails(details: Tree.Element, width: number): Block {
  const isSummary = (node: Tree.ChildNode) => isElement(node) && node.tagName === 'summary';
  const isOpen = details.attrs.some(({ name }) => name === 'open');
  const title = textOf(details.childNodes.filter(isSummary)) || 'Details';
  const rest = isOpen
    ? drawBlocks(
        details.childNodes.filter((node) => !isSummary(node)),
        width - 2,
      )
    : [];
  return [...lines('text', wrap(`${isOpen ? '▾' : '▸'} ${title}`, width)), ...spaced(rest).map(indented(2))];
}

/** Lists the rows of a table; a table in a cell is drawn as a text. */
function rowsOf(node: Tree.Element): Cell[][] {
  return node.childNodes.filter(isElement).flatMap((child) => {
    if (child.tagName !== 'tr') return rowsOf(child);
    return [child.childNodes.filter(isElement).map((cell) => ({ text: textOf(cell.childNodes), span: spanOf(cell) }))];
  });
}

function spanOf({ attrs }: Tree.Element): number {
  const span = Number(attrs.find(({ name }) => name === 'colspan')?.value ?? '1');
  return Number.isInteger(span) && span > 0 ? span : 1;
}

/** Returns the text of inline elements: white space is one space, and `<br>` is a line end. */
function textOf(nodes: readonly Tree.ChildNode[]): string {
  const text = nodes.map(inlineText).join('');
  return text
    .replace(/[ \t\r]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

function inlineText(node: Tree.ChildNode): string {
  if ('value' in node) return node.value.replace(/[ \t\r\n]+/g, ' ');
  if (!isElement(node)) return '';
  return node.tagName === 'br' ? '\n' : node.childNodes.map(inlineText).join('');
}

function rawText(node: Tree.ChildNode): string {
  if ('value' in node) return node.value;
  return isElement(node) ? node.childNodes.map(rawText).join('') : '';
}

function isElement(node: Tree.ChildNode): node is Tree.Element {
  return 'tagName' in node;
}

function lines(kind: LineKind, texts: readonly string[]): Block {
  return texts.map((text) => ({ kind, text }));
}

function indented(columns: number): (line: DrawnLine) => DrawnLine {
  return ({ kind, text }) => ({ kind, text: text === '' ? '' : `${' '.repeat(columns)}${text}` });
}

/** Joins blocks with an empty line between two of them. */
function spaced(blocks: readonly Block[]): DrawnLine[] {
  return blocks.flatMap((block, index) => (index === 0 ? block : [{ kind: 'text', text: '' } as const, ...block]));
}
