// Repeats a run of the main step in one process, and prints how its memory and handles have grown, as JSON.
// Usage: node --expose-gc build/scripts/reliability/soak.js RUNS. The first tenth of the runs only fills the caches of Node.
import { readdirSync } from 'node:fs';
import { stepWithNetwork } from '../../__tests__/support/in-process-step.js';
import { exampleProject, exampleWriter } from '../../emulator/chariot/index.js';
import { startServer } from '../bench/measure.js';
import type { Addresses, Service } from '../bench/server.js';

/** What a process holds after a number of runs. */
export interface Held {
  /** Bytes after a garbage collection. */
  readonly heap: number;
  readonly external: number;
  /** Timers, sockets and the like that keep the process alive, and listeners of the process. */
  readonly handles: number;
  /** Open files and sockets; undefined on a system without /proc. */
  readonly descriptors: number | undefined;
}

/** What a process holds at the start and at the end. */
export interface Soak {
  readonly runs: number;
  readonly before: Held;
  readonly after: Held;
}

const service: Service = { names: ['a', 'b'], latencyMs: 0, tls: undefined, requestCert: false };
const { process: server, ready } = await startServer<Addresses>('server.js', service);
const inputs = {
  url: ready.chariot,
  client_id: exampleWriter.clientId,
  client_secret: exampleWriter.clientSecret,
  project_id: exampleProject.id,
  secrets: 'a\nb | B_FILE@file',
  whoami: 'true',
};
const runs = Number(process.argv[2]);
const warmUp = Math.ceil(runs / 10);
await repeat(warmUp);
const before = await held();
await repeat(runs - warmUp);
const soak: Soak = { runs: runs - warmUp, before, after: await held() };
server.kill();
console.log(JSON.stringify(soak));

async function repeat(times: number): Promise<void> {
  for (let run = 0; run < times; run += 1) {
    const { outputs } = await stepWithNetwork(inputs);
    if (outputs.length < 5) throw new Error(`run ${run} failed: ${outputs.join(' ')}`);
  }
}

async function held(): Promise<Held> {
  // Closed sockets are released in a later turn of the event loop.
  await new Promise((resolve) => setTimeout(resolve, 100));
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed: heap, external } = process.memoryUsage();
  const listeners = process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0);
  return { heap, external, handles: process.getActiveResourcesInfo().length + listeners, descriptors: descriptors() };
}

function descriptors(): number | undefined {
  return process.platform === 'linux' ? readdirSync('/proc/self/fd').length : undefined;
}
