// Makes the pictures of the README.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, findChromium, openBrowser } from './browser.js';
import { type ChariotRuns, problemsOf, runChariot } from './chariot.js';
import { summaryPage, terminalPage } from './pages.js';
import { ruleOf, SECTIONS } from './sections.js';
import { stableRuns } from './stable.js';
import { paintAlways as paint } from './style.js';

const THEMES = ['light', 'dark'] as const;

/** The width of a job summary on GitHub, in pixels. */
const SUMMARY_WIDTH = 900;

/** The width of a terminal with the columns of the demo, in pixels. */
const TERMINAL_WIDTH = 840;

/** The packages of Debian with a browser, its fonts, and a program that makes the files smaller. */
const PACKAGES = 'chromium-headless-shell fonts-dejavu-core fonts-liberation fonts-noto-color-emoji pngquant';

/** A page to take a picture of, and the name of its file. */
interface Page {
  readonly name: string;
  readonly width: number;
  readonly html: string;
}

/** Takes all pictures, light and dark, and returns a list of problems. */
export async function record(folder: string, jobFolder: string): Promise<string[]> {
  const chromium = findChromium();
  if (chromium === undefined)
    return [`no Chromium is on PATH; on Debian, install it with: apt-get install -y ${PACKAGES}`];
  const runs = await runChariot(jobFolder);
  const problems = problemsOf(runs);
  const { plan, main, misspelled } = runs;
  const unwritten = Object.entries({ plan, main, misspelled: misspelled.run }).filter(([, run]) => run.summary === '');
  problems.push(...unwritten.map(([name]) => `the step "${name}" wrote no summary`));
  const browser = await openBrowser(chromium, join(jobFolder, 'profile'));
  try {
    mkdirSync(folder, { recursive: true });
    for (const page of await pagesOf(stableRuns(runs), jobFolder)) {
      problems.push(...(await takePictures(browser, page, folder)));
    }
  } finally {
    await browser.close();
  }
  return problems;
}

async function pagesOf(runs: ChariotRuns, jobFolder: string): Promise<Page[]> {
  const summaries = { summary: runs.main, plan: runs.plan, failure: runs.misspelled.run };
  return [
    { name: 'terminal', width: TERMINAL_WIDTH, html: terminalPage(await terminalOf(runs, jobFolder)) },
    ...Object.entries(summaries)
      .filter(([, { summary }]) => summary !== '')
      .map(([name, { summary }]) => ({ name, width: SUMMARY_WIDTH, html: summaryPage(summary) })),
  ];
}

/** Returns the most telling sections of the demo. */
async function terminalOf(runs: ChariotRuns, jobFolder: string): Promise<string> {
  const lines: string[] = [];
  for (const section of SECTIONS.filter(({ isPictured }) => isPictured === true)) {
    const shown = await section.show({ runs, jobFolder, paint, problems: [] });
    lines.push(...(lines.length === 0 ? [] : ['']), ruleOf(section.title, paint), '', ...shown);
  }
  return lines.join('\n');
}

async function takePictures(browser: Browser, { name, width, html }: Page, folder: string): Promise<string[]> {
  const problems: string[] = [];
  for (const theme of THEMES) {
    const file = `${name}-${theme}.png`;
    const { png, overflows } = await browser.shoot(html, width, theme);
    const smaller = spawnSync('pngquant', ['--speed', '1', '--nofs', '--strip', '-'], { input: png }).stdout;
    const isSmaller = smaller !== null && smaller.length > 0;
    writeFileSync(join(folder, file), isSmaller ? smaller : png);
    const note = isSmaller ? '' : ' (less than half with pngquant, which is not on PATH)';
    process.stdout.write(`${join(folder, file)}: ${Math.ceil((isSmaller ? smaller : png).length / 1024)} KiB${note}\n`);
    problems.push(...overflows.map((overflow) => `${file}: ${overflow}`));
  }
  return problems;
}
