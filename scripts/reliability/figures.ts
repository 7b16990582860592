/** How many cases a test tried. */
export interface Figure {
  readonly testPath: string;
  readonly title: string;
  readonly count: number;
}

/** Reads the lines that `recordTried` wrote, in the order of files and titles. */
export function readFigures(text: string): Figure[] {
  const figures: Figure[] = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  return figures.sort((a, b) => compare(a.testPath, b.testPath) || compare(a.title, b.title));
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** Writes a Markdown table: what holds, how many cases were tried, and in which file the test is. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ testPath, title, count }) => {
    const file = /(reliability\/[^/]+)\.test\.[jt]s$/.exec(testPath.replaceAll('\\', '/'))?.[1] ?? testPath;
    return `| ${title} | ${count.toLocaleString('en-US')} | \`${file}\` |`;
  });
  return ['| what holds | cases | test |', '|---|---:|---|', ...rows].join('\n');
}

/** Replaces what is between the two comments with this name in a page. @throws Error if the page has no such comments */
export function replaceBlock(page: string, name: string, text: string): string {
  const block = new RegExp(`(<!-- ${name}: .* -->\\n)[\\s\\S]*?(<!-- end of ${name} -->)`);
  if (!block.test(page)) throw new Error(`the page has no comments around "${name}"`);
  return page.replace(block, (_, before: string, after: string) => `${before}${text}\n${after}`);
}
