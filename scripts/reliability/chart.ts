/** The requests of one second, by what the server did with them. */
export interface Second {
  readonly answered: number;
  readonly refused: number;
}

const [WIDTH, HEIGHT] = [900, 320];

/** The place of the columns: the distances from the edges of the picture. */
const [LEFT, RIGHT, TOP, BOTTOM] = [50, WIDTH - 10, 40, HEIGHT - 40];

/** Colors that are readable on a light and on a dark page. */
const GREY = '#808b96';
const PARTS = [
  { kind: 'answered', color: '#2da44e', label: 'answered' },
  { kind: 'refused', color: '#d4a72c', label: 'refused (429)' },
] as const;

/** Draws the requests of each second as columns of an SVG: below, those that were answered; above, those that were refused. */
export function drawLoad(seconds: readonly Second[], title: string): string {
  const highest = Math.max(...seconds.map(({ answered, refused }) => answered + refused));
  const scales: Scales = {
    x: (second) => LEFT + (second * (RIGHT - LEFT)) / seconds.length,
    y: (count) => BOTTOM - (count * (BOTTOM - TOP)) / highest,
  };
  const content = [
    element('title', {}, title),
    ...rounded(highest).map((count) => gridLine(count, scales)),
    ...seconds.flatMap((second, index) => column(second, index, scales)),
    ...rounded(seconds.length).map((at) => words(`${at} s`, { x: scales.x(at), y: BOTTOM + 18, anchor: 'middle' })),
    words(title, { x: LEFT, y: 18, anchor: 'start' }),
    ...PARTS.flatMap(legend),
  ];
  const frame = { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'font-family': 'sans-serif' };
  return `${element('svg', { ...frame, 'font-size': 13 }, `\n${content.join('\n')}\n`)}\n`;
}

interface Scales {
  readonly x: (second: number) => number;
  readonly y: (count: number) => number;
}

function gridLine(count: number, { y }: Scales): string {
  const line = element('path', { d: `M${LEFT} ${round(y(count))}H${RIGHT}`, stroke: GREY, 'stroke-opacity': 0.3 });
  return line + words(`${count}`, { x: LEFT - 8, y: y(count) + 4, anchor: 'end' });
}

function column(second: Second, index: number, { x, y }: Scales): string[] {
  let below = 0;
  return PARTS.map(({ kind, color }) => {
    const top = y(below + second[kind]);
    const place = { x: round(x(index) + 0.5), y: round(top), width: round(x(1) - x(0) - 1) };
    const bar = element('rect', { ...place, height: round(y(below) - top), fill: color });
    below += second[kind];
    return bar;
  });
}

function legend({ color, label }: (typeof PARTS)[number], index: number): string[] {
  const x = WIDTH - 240 + 110 * index;
  return [
    element('rect', { x, y: 8, width: 12, height: 12, fill: color }),
    words(label, { x: x + 18, y: 18, anchor: 'start' }),
  ];
}

function words(text: string, { x, y, anchor }: { readonly x: number; readonly y: number; readonly anchor: string }) {
  return element('text', { x: round(x), y: round(y), 'text-anchor': anchor, fill: GREY }, text);
}

function element(name: string, attributes: Readonly<Record<string, string | number>>, content = ''): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  return `<${name}${pairs.join('')}>${content}</${name}>`;
}

const round = (number: number) => Number(number.toFixed(1));

/** Lists the multiples of a round step from 0 to a length: ten or fewer. */
function rounded(length: number): number[] {
  const power = 10 ** Math.floor(Math.log10(length / 4));
  const step = [1, 2, 5, 10].map((first) => Math.max(1, first * power)).find((size) => length / size <= 9) ?? length;
  return Array.from({ length: Math.floor(length / step) + 1 }, (_, index) => index * step);
}
