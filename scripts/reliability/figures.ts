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

const TABLE = /(<!-- figures: .* -->\n)[\s\S]*?(\n<!-- end of the figures -->)/;

/** Replaces the table between the two comments of a page. @throws Error if the page has no such comments */
export function replaceTable(page: string, table: string): string {
  if (!TABLE.test(page)) throw new Error('the page has no comments around the table of figures');
  return page.replace(TABLE, (_, before: string, after: string) => `${before}${table}${after}`);
}
