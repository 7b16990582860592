import { describe, expect, test } from '@jest/globals';
import { secret } from '../../../emulator/chariot/index.js';
import { type Job, type JobOptions, runJob, runPost } from '../../../harness/jobs/chariot-job.js';
import { temporaryFolder } from '../../../harness/temporary-folder.js';
import { type Usage, usageOf } from '../../../harness/usage.js';

/**
 * The most that a run may use. All of it is counted, so that nothing depends on the speed of the machine; docs/performance.md
 * has the times. If a change needs more, raise the number in the same commit, and say there why it is worth it.
 */
interface Budget extends Usage {
  readonly requests: number;
  readonly connections: number;
  readonly masks: number;
}

/** The modules of Node that take long to load. */
const HEAVY = ['child_process', 'crypto', 'dns', 'http', 'http2', 'https', 'tls', 'zlib'];

const SOCKETS = ['crypto', 'http'];

const job = temporaryFolder();

const names = (count: number) => Array.from({ length: count }, (_, index) => `secret-${index}`).join('\n');
const settings = names(50)
  .split('\n')
  .map((name) => secret(name, `value-of-${name}-in-the-test`));

/** With slow answers, a connection for each Secret is useful on every machine. */
const faults = [['all', { kind: 'latency', ms: 100 }]] as const;

type Environment = Readonly<Record<string, string>>;
type Run = (env: Environment) => Promise<Job>;

const main =
  (options: JobOptions): Run =>
  (env) =>
    runJob({ ...options, env });

/** A post step after a run that logged in to Chariot, whose tokens cannot be revoked. */
const postOf =
  (options: JobOptions): Run =>
  async (env) =>
    runPost({ state: (await runJob(options)).state, env });

/** The second step of a job whose steps share a token. */
const sharing: Run = async (env) => {
  const inputs = { token_cache: 'true', project_id: '' };
  const { url } = await runJob({ jobFolder: job(), inputs });
  return runJob({ jobFolder: job(), inputs: { ...inputs, url }, env });
};

async function spentBy(run: Run): Promise<Budget> {
  const { usage, result } = await usageOf(run);
  const masks = result.log.commands.filter(({ command }) => command === 'add-mask').length;
  return { ...usage, requests: result.requests.length, connections: result.connections, masks };
}

const NOTHING = { requests: 0, connections: 0, masks: 0 };

describe('The most that a run uses', () => {
  test.each<[string, Run, Budget]>([
    [
      'A wrong input: no code of the network, and no cryptography',
      main({ inputs: { timeout_seconds: 'soon' } }),
      { ...NOTHING, files: 2, bytes: 308_000, modules: [], writes: 2, masks: 14 },
    ],
    [
      'A login: one request, and no code of Secrets',
      main({}),
      { files: 6, bytes: 567_000, modules: SOCKETS, writes: 5, requests: 1, connections: 1, masks: 20 },
    ],
    [
      'Three Secrets: login, list, and one decryption each',
      main({ settings, inputs: { secrets: names(3) }, faults }),
      { files: 7, bytes: 584_000, modules: SOCKETS, writes: 5, requests: 5, connections: 3, masks: 38 },
    ],
    [
      'Fifty Secrets from a slow server: a connection for each, and no more writes than for three',
      main({ settings, inputs: { secrets: names(50) }, faults }),
      { files: 7, bytes: 584_000, modules: SOCKETS, writes: 5, requests: 52, connections: 50, masks: 320 },
    ],
    [
      'A shared token: no request, and no code of the network',
      sharing,
      { ...NOTHING, files: 4, bytes: 500_000, modules: ['crypto'], writes: 5, masks: 30 },
    ],
    [
      'A post step after a login to Chariot: no code of the network',
      postOf({}),
      { ...NOTHING, files: 4, bytes: 200_000, modules: [], writes: 0 },
    ],
    [
      'A post step without a state: one file, and nothing of Node that takes long to load',
      (env) => runPost({ env }),
      { ...NOTHING, files: 1, bytes: 59_500, modules: [], writes: 0 },
    ],
  ])('%s', async (_name, run, { modules, ...most }) => {
    const { modules: loaded, ...used } = await spentBy(run);
    const limits: Readonly<Record<string, number>> = most;
    const exceeded = Object.entries(used).filter(([name, count]) => count > (limits[name] ?? 0));

    expect({ exceeded, modules: loaded.filter((name) => HEAVY.includes(name)).sort() }).toEqual({
      exceeded: [],
      modules: [...modules],
    });
  });
});
