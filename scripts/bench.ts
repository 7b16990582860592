// Measures whole processes: `dist/index.js` with the emulated Chariot. Each run is paired with an empty `node -e 0`.
// Usage: npm run bench -- [--runs N] [--node PATH]. Wall times are medians, CPU times are means. On a shared machine, only the
// ratios are reliable.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Chariot, exampleProject, exampleWriter, secret, startChariot } from '../emulator/chariot/index.js';
import { inputVariables, prepareJob } from '../harness/action-job.js';
import { node24 } from '../harness/node24.js';
import { projectRoot } from '../harness/project.js';

interface Case {
  readonly name: string;
  readonly secrets: number;
  readonly latencyMs: number;
}

const CASES: readonly Case[] = [
  { name: 'login only', secrets: 0, latencyMs: 0 },
  { name: '3 Secrets', secrets: 3, latencyMs: 0 },
  { name: '50 Secrets', secrets: 50, latencyMs: 0 },
  { name: '50 Secrets, 50 ms per response', secrets: 50, latencyMs: 50 },
];

interface Figures {
  readonly wall: number;
  readonly cpu: number;
}

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '21' }, node: { type: 'string', default: node24 } },
});
const folder = mkdtempSync(join(tmpdir(), 'bearer-login-bench-'));
try {
  const heads = ['wall ms', 'cpu ms', 'wall ratio', 'cpu ratio'];
  console.log(`${'case'.padEnd(30)}${heads.map((head) => head.padStart(12)).join('')}`);
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
    // The first pair only fills the file cache.
    if (run > 0) {
      floors.push(floor);
      runs.push(action);
    }
  }
  await chariot.close();
  const wall = median(runs.map((run) => run.wall));
  const cpu = mean(runs.map((run) => run.cpu));
  const wallRatio = median(runs.map((run, index) => run.wall / (floors[index]?.wall ?? 1)));
  const cpuRatio = cpu / mean(floors.map((floor) => floor.cpu));
  const cells = [wall.toFixed(0), cpu.toFixed(0), wallRatio.toFixed(2), cpuRatio.toFixed(2)];
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
    const [cpuBefore, started] = [cpuOfChildren(), performance.now()];
    const child = spawn(values.node, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const printed: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => printed.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      const wall = performance.now() - started;
      if (code === 0) {
        resolve({ wall, cpu: cpuOfChildren() - cpuBefore });
      } else {
        reject(new Error(`A run failed with exit code ${code}: ${Buffer.concat(printed)}`));
      }
    });
  });
}

/**
 * Returns the CPU time of all exited child processes in ms: cutime and cstime of proc(5), in ticks of 10 ms.
 *
 * The time of a single run is only precise to a tick, so the ratio is that of sums. NaN on other systems than Linux.
 */
function cpuOfChildren(): number {
  const stat = existsSync('/proc/self/stat') ? readFileSync('/proc/self/stat', 'utf8') : '';
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) * 10;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
