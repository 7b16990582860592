// Shows how the action works: starts the committed bundle as the runner does, with emulated platforms on this machine.
// Usage: npm run demo [-- --record [FOLDER]]. With --record, it makes the pictures of the README instead.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../harness/project.js';
import { problemsOf, runChariot } from './demo/chariot.js';
import { record } from './demo/record.js';
import { ruleOf, SECTIONS } from './demo/sections.js';
import { WIDTH } from './demo/show-run.js';
import { paintForStdout as paint } from './demo/style.js';
import { wrap } from './demo/text.js';

const NEXT = [
  'Copy examples/chariot.yml to .github/workflows/, and set its variables and its secret.',
  'To try the action without a platform, start an emulated one with npm run emulator.',
  'Read docs/: a page for each platform, secrets.md, and troubleshooting.md if a step fails.',
];

/** Where the README looks for its pictures. */
const PICTURES = join(projectRoot, 'docs', 'pictures');

const { values, positionals } = parseArgs({ options: { record: { type: 'boolean' } }, allowPositionals: true });
const jobFolder = mkdtempSync(join(tmpdir(), 'demo-'));
try {
  const problems = values.record === true ? await record(positionals[0] ?? PICTURES, jobFolder) : await show();
  if (problems.length > 0) {
    print(['', `Failed: ${problems.join('; ')}`]);
    process.exitCode = 1;
  }
} finally {
  rmSync(jobFolder, { recursive: true, force: true });
}

/** Prints all sections, and returns a list of problems. */
async function show(): Promise<string[]> {
  print(
    wrap(
      `This demo runs the built action as the runner of GitHub does, with platforms that are emulated on this machine. It uses only this machine, and needs a few seconds. ${SECTIONS.length} sections follow.`,
      WIDTH,
    ),
  );
  const runs = await runChariot(jobFolder);
  const problems = problemsOf(runs);
  for (const [index, section] of SECTIONS.entries()) {
    const lines = await section.show({ runs, jobFolder, paint, problems });
    print(['', ruleOf(`${index + 1}. ${section.title}`, paint), '', ...lines]);
  }
  print(['', paint('strong', 'What to do next'), '', ...NEXT.map((line) => `• ${line}`)]);
  return problems;
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
