// Starts jobs within a second against one emulator with a limit of requests, and prints how they ended and how often they tried.
// Usage: npm run load -- [--jobs N] [--limit N] [--secrets N] [--record]. With --record, docs/reliability.md and its chart are written.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../harness/project.js';
import { drawLoad } from './reliability/chart.js';
import { replaceBlock } from './reliability/figures.js';
import { describeLoad, requestsBySecond, startJobs } from './reliability/load.js';

const { values } = parseArgs({
  options: {
    jobs: { type: 'string', default: '1000' },
    limit: { type: 'string', default: '50' },
    secrets: { type: 'string', default: '1' },
    record: { type: 'boolean', default: false },
  },
});

const load = await startJobs({
  jobs: Number(values.jobs),
  limit: { perSecond: Number(values.limit) },
  secrets: Number(values.secrets),
});
const table = describeLoad(load);
console.log(table);
if (values.record) {
  const page = join(projectRoot, 'docs', 'reliability.md');
  writeFileSync(page, replaceBlock(readFileSync(page, 'utf8'), 'load', table));
  const title = `Requests of ${values.jobs} jobs in each second; the server answers ${values.limit}`;
  writeFileSync(join(projectRoot, 'docs', 'pictures', 'load.svg'), drawLoad(requestsBySecond(load), title));
}
process.exitCode = load.jobs.some(({ failure }) => failure !== undefined) ? 1 : 0;
