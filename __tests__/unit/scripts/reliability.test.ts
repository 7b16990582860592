import { describe, expect, test } from '@jest/globals';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { drawLoad } from '../../../scripts/reliability/chart.js';
import { readFigures, replaceBlock, tableOf } from '../../../scripts/reliability/figures.js';
import { describeLoad, requestsBySecond } from '../../../scripts/reliability/load.js';

describe('The table of figures', () => {
  test('Each line of the figures is a row, sorted by file and title', () => {
    const line = (file: string, title: string, count: number) =>
      `${JSON.stringify({ testPath: `/home/x/build/__tests__/reliability/${file}.test.js`, title, count })}\n`;
    const text = line('load', 'B holds', 7) + line('faults', 'C holds', 12_345) + line('load', 'A holds', 0);

    expect(tableOf(readFigures(text)).split('\n').slice(2)).toEqual([
      '| C holds | 12,345 | `reliability/faults` |',
      '| A holds | 0 | `reliability/load` |',
      '| B holds | 7 | `reliability/load` |',
    ]);
  });

  const PAGE = 'Before\n<!-- x: from a command -->\nold\nlines\n<!-- end of x -->\nAfter\n';

  test('A table replaces what is between the two comments of a page', () => {
    const page = replaceBlock(PAGE, 'x', '| $& |');

    expect(page).toBe('Before\n<!-- x: from a command -->\n| $& |\n<!-- end of x -->\nAfter\n');
    expect(replaceBlock(page, 'x', 'old\nlines')).toBe(PAGE);
  });

  test('A page without the comments is an error', () => {
    expect(() => replaceBlock('Before\n', 'x', '')).toThrow('the page has no comments around "x"');
  });
});

describe('The load', () => {
  const at = (...seconds: readonly number[]) => seconds.map((second) => ({ at: 5000 + second * 1000, status: 200 }));
  const refused = { at: 7900, status: 429 };
  const job = (requests: number, seconds: number) => ({ requests, seconds, failure: undefined });

  test('The requests are counted by second since the first one, and by answer', () => {
    expect(requestsBySecond({ jobs: [], requests: [refused, ...at(0, 0.9, 2)] })).toEqual([
      { answered: 2, refused: 0 },
      { answered: 0, refused: 0 },
      { answered: 1, refused: 1 },
    ]);
  });

  test('The table shows the least, the median, the 95th percentile and the most of what a job needed', () => {
    const jobs = [...Array.from({ length: 20 }, (_, index) => job(index + 1, 2)), { ...job(50, 9.96), failure: 'x' }];

    expect(describeLoad({ jobs, requests: at(...Array.from({ length: 1234 }, () => 0)) }).split('\n')).toEqual([
      'Jobs: 21, failed: 1, requests: 1,234.',
      '',
      '| of a job | least | median | 95 % | most |',
      '|---|---:|---:|---:|---:|',
      '| requests, also those that the server refused | 1 | 11 | 20 | 50 |',
      '| seconds from its start to its end | 2.0 | 2.0 | 2.0 | 10.0 |',
    ]);
  });
});

describe('The chart of the load', () => {
  type Element = DefaultTreeAdapterTypes.Element;
  const elementsIn = (node: DefaultTreeAdapterTypes.ParentNode): Element[] =>
    node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...elementsIn(child)] : []));
  const number = ({ attrs }: Element, name: string) =>
    Number(attrs.find((attribute) => attribute.name === name)?.value);

  test('Each second has a column whose height is in proportion to its requests, with the refused ones on top', () => {
    const svg = drawLoad(
      [
        { answered: 30, refused: 10 },
        { answered: 20, refused: 0 },
      ],
      'Requests',
    );
    const rectangles = elementsIn(parse(svg)).filter(({ tagName }) => tagName === 'rect');
    const [answered, refused, later, nothing] = rectangles as [Element, Element, Element, Element];

    expect(rectangles).toHaveLength(4 + 2);
    expect(number(answered, 'height') / number(refused, 'height')).toBeCloseTo(3);
    expect(number(answered, 'height') / number(later, 'height')).toBeCloseTo(1.5);
    expect(number(nothing, 'height')).toBe(0);
    expect(number(refused, 'y') + number(refused, 'height')).toBeCloseTo(number(answered, 'y'));
    expect(number(later, 'x')).toBeGreaterThan(number(answered, 'x'));
  });
});
