// Measures whole processes: `dist/index.js` against the emulated Chariot, each run paired with a bare `node -e 0`.
// Usage: npm run bench -- [--runs N] [--node PATH]. Figures are medians; on a shared machine trust the ratios.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inputVariables, prepareJob } from '../__tests__/support/action-job.js';
import { projectRoot } from '../__tests__/support/project.js';
import { type Chariot, exampleProject, exampleWriter, secret, startChariot } from '../emulator/chariot.js';

interface Case {
  readonly name: string;
  readonly secrets: number;
  readonly latencyMs: number;
}

const CASES: readonly Case[] = [
  { name: 'login only', secrets: 0, latencyMs: 0 },
  { name: '3 Secrets', secrets: 3, latencyMs: 0 },
  { name: '50 Secrets', secrets: 50, latencyMs: 0 },
  { name: '50 Secrets, 50 ms an answer', secrets: 50, latencyMs: 50 },
];

interface Figures {
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
}

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '11' }, node: { type: 'string', default: process.execPath } },
});
const folder = mkdtempSync(join(tmpdir(), 'bearer-login-bench-'));
// At its end each process writes what it has used; both sides of a pair carry the same weight.
const meter = join(folder, 'meter.cjs');
const meterFile = join(folder, 'meter.json');
writeFileSync(
  meter,
  `process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    require('fs').writeFileSync(process.env.METER, JSON.stringify([(userCPUTime + systemCPUTime) / 1000, maxRSS / 1024]));
  });`,
);
try {
  console.log(
    `${'case'.padEnd(30)}${['wall ms', 'cpu ms', 'MiB', 'wall ratio', 'cpu ratio'].map((head) => head.padStart(12)).join('')}`,
  );
  for (const bench of CASES) {
    await measure(bench);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure({ name, secrets, latencyMs }: Case): Promise<void> {
  const names = Array.from({ length: secrets }, (_, index) => `secret-${index}`);
  const settings = names.map((each, index) => secret(each, `value-${index}-of-the-benchmark`));
  const chariot = await startChariot({ owners: [{ ...exampleProject, settings }] });
  for (const route of ['login', 'list', 'decrypt'] as const) {
    chariot.setFault(route, { kind: 'latency', ms: latencyMs });
  }
  const floors: Figures[] = [];
  const runs: Figures[] = [];
  for (let run = 0; run <= Number(values.runs); run += 1) {
    const floor = await start(['-e', '0'], {});
    const action = await start([join(projectRoot, 'dist', 'index.js')], environment(chariot, names));
    // The first pair warms the file cache.
    if (run > 0) {
      floors.push(floor);
      runs.push(action);
    }
  }
  await chariot.close();
  const ratio = (figure: 'wall' | 'cpu') =>
    median(runs.map((run, index) => run[figure] / (floors[index]?.[figure] ?? 1)));
  const medians = (['wall', 'cpu', 'memory'] as const).map((figure) =>
    median(runs.map((run) => run[figure])).toFixed(0),
  );
  const cells = [...medians, ratio('wall').toFixed(2), ratio('cpu').toFixed(2)];
  console.log(`${name.padEnd(30)}${cells.map((cell) => cell.padStart(12)).join('')}`);
}

function environment(chariot: Chariot, names: readonly string[]): Record<string, string> {
  const job = prepareJob(mkdtempSync(join(folder, 'job-')));
  const inputs = {
    url: chariot.url,
    client_id: exampleWriter.clientId,
    client_secret: exampleWriter.clientSecret,
    ...(names.length > 0 ? { project_id: exampleProject.id, secrets: names.join('\n') } : {}),
  };
  return { ...job.files, ...inputVariables(inputs, join(projectRoot, 'action.yml')) };
}

function start(args: readonly string[], env: Record<string, string>): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(values.node, ['--require', meter, ...args], {
      env: { ...env, METER: meterFile },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const printed: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => printed.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      const wall = performance.now() - started;
      if (code !== 0) {
        reject(new Error(`a run ended with exit code ${code}: ${Buffer.concat(printed)}`));
        return;
      }
      const [cpu, memory] = JSON.parse(readFileSync(meterFile, 'utf8'));
      resolve({ wall, cpu, memory });
    });
  });
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
