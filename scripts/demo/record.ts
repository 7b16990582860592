// Makes the pictures of the README.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, findChromium, openBrowser } from './browser.js';
import { type ChariotRuns, problemsOf, runChariot } from './chariot.js';
import { summaryPage, terminalPage } from './pages.js';
import { ruleOf, SECTIONS } from './sections.js';
import { stableRuns } from './stable.js';
import { paintAlways as paint } from './style.js';

const THEMES = ['light', 'dark'] as const;

/** The width of a picture in pixels: that of a job summary on GitHub. */
const WIDTH = 900;

const INSTALL =
  'no Chromium is on PATH; on Debian, install it with: apt-get install -y chromium-headless-shell fonts-dejavu-core fonts-liberation fonts-noto-color-emoji';

/** A page to take a picture of, and the name of its file. */
interface Page {
  readonly name: string;
  readonly html: string;
}

/** Takes all pictures, light and dark, and returns a list of problems. */
export async function record(folder: string, jobFolder: string): Promise<string[]> {
  const chromium = findChromium();
  if (chromium === undefined) return [INSTALL];
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
    { name: 'terminal', html: terminalPage(await terminalOf(runs, jobFolder)) },
    ...Object.entries(summaries)
      .filter(([, { summary }]) => summary !== '')
      .map(([name, { summary }]) => ({ name, html: summaryPage(summary) })),
  ];
}

/** Returns the most telling sections of the demo. */
async function terminalOf(runs: ChariotRuns, jobFolder: string): Promise<string> {
  const lines: string[] = [];
  for (const [index, section] of SECTIONS.entries()) {
    if (section.isPictured !== true) continue;
    const shown = await section.show({ runs, jobFolder, paint, problems: [] });
    lines.push(...(lines.length === 0 ? [] : ['']), ruleOf(index, section, paint), '', ...shown);
  }
  return lines.join('\n');
}

async function takePictures(browser: Browser, { name, html }: Page, folder: string): Promise<string[]> {
  const problems: string[] = [];
  for (const theme of THEMES) {
    const file = `${name}-${theme}.png`;
    const { png, overflows } = await browser.shoot(html, WIDTH, theme);
    writeFileSync(join(folder, file), png);
    process.stdout.write(`${join(folder, file)}: ${Math.ceil(png.length / 1024)} KiB\n`);
    problems.push(...overflows.map((overflow) => `${file}: ${overflow}`));
  }
  return problems;
}
