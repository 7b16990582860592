import { exampleProject, exampleWriter, secret, startChariot } from '../../emulator/chariot/index.js';
import type { RateLimit } from '../../emulator/server/rate-limit.js';
import type { RecordedRequest } from '../../emulator/server/request-log.js';
import { asActionError, describeFailure } from '../../src/errors.js';
import { readEnvironment } from '../../src/machine/environment.js';
import { createMasker } from '../../src/masking/masker.js';
import { connect, openSession } from '../../src/session/session.js';
import { parseSettings } from '../../src/settings/settings.js';
import type { Second } from './chart.js';

/** How many jobs start within a second, and what they meet. */
export interface LoadOptions {
  readonly jobs: number;
  readonly limit: RateLimit;
  /** How many Secrets each job fetches after its login and the list; 0 means that it only logs in. */
  readonly secrets: number;
  /** Default: that of the action. */
  readonly timeoutSeconds?: number;
}

/** How one job ended. */
export interface EndedJob {
  /** From its start to its end, in s. */
  readonly seconds: number;
  /** The requests that it sent; those that the server refused count too. */
  readonly requests: number;
  /** Why it failed; undefined if it did not. */
  readonly failure: string | undefined;
}

/** How all jobs ended, and the requests that the server received. */
export interface Load {
  readonly jobs: readonly EndedJob[];
  readonly requests: readonly Pick<RecordedRequest, 'at' | 'status'>[];
}

/**
 * Starts jobs within a second against one server with a limit, and waits until all have ended.
 *
 * The jobs run in this process, each with its own connections and the action's own network: a thousand processes need more memory than
 * most machines have.
 */
export async function startJobs({ jobs, limit, secrets, timeoutSeconds = 120 }: LoadOptions): Promise<Load> {
  const settings = Array.from({ length: secrets }, (_, index) => secret(`s${index}`, `value-of-secret-${index}`));
  const chariot = await startChariot({ owners: [{ ...exampleProject, settings }] }, { limit });
  const inputs = {
    url: chariot.url,
    client_id: exampleWriter.clientId,
    client_secret: exampleWriter.clientSecret,
    timeout_seconds: `${timeoutSeconds}`,
    ...(secrets === 0 ? {} : { project_id: exampleProject.id, secrets: settings.map(({ name }) => name).join('\n') }),
  };
  try {
    const starts = Array.from({ length: jobs }, (_, index) => (index * 1000) / jobs);
    const ended = await Promise.all(starts.map((ms) => after(ms, () => runJob(inputs))));
    return { jobs: ended, requests: [...chariot.requests] };
  } finally {
    await chariot.close();
  }
}

const after = <T>(ms: number, work: () => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => setTimeout(() => work().then(resolve, reject), ms));

/** Does what the main step does between its inputs and its publication. */
async function runJob(inputs: Readonly<Record<string, string>>): Promise<EndedJob> {
  const { mask, isMasked } = createMasker(() => undefined);
  const silent = () => undefined;
  // The transport writes one debug line for each answer.
  const debug = () => {
    requests += 1;
  };
  const settings = await parseSettings(inputs, readEnvironment({}, mask));
  const started = Date.now();
  let requests = 0;
  const { ports, close } = connect(
    settings,
    {},
    {
      mask,
      isMasked,
      log: { debug, info: silent, notice: silent, warning: silent, group: silent },
      isCancelled: () => false,
      track: (_part, work) => work(),
      now: () => new Date(),
      newId: () => '',
      idTokenRequest: () => undefined,
    },
  );
  const failure = await openSession(settings, ports).then(
    () => undefined,
    (error: unknown) => describeFailure(asActionError(error)),
  );
  close();
  return { seconds: (Date.now() - started) / 1000, requests, failure };
}

/** Counts the requests of each second since the first one. */
export function requestsBySecond({ requests }: Load): Second[] {
  const first = Math.min(...requests.map(({ at }) => at));
  const seconds: { answered: number; refused: number }[] = [];
  for (const { at, status } of requests) {
    const second = Math.floor((at - first) / 1000);
    while (seconds.length <= second) seconds.push({ answered: 0, refused: 0 });
    const counts = seconds[second];
    if (counts !== undefined) counts[status === 429 ? 'refused' : 'answered'] += 1;
  }
  return seconds;
}

const count = (number: number) => number.toLocaleString('en-US');

/** Writes a Markdown table with the least, the median, the 95th percentile and the most of what a job needed. */
export function describeLoad({ jobs, requests }: Load): string {
  const row = (name: string, values: readonly number[], digits: number) => {
    const sorted = values.toSorted((a, b) => a - b);
    const at = (share: number) => (sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN).toFixed(digits);
    return `| ${name} | ${[0, 0.5, 0.95, 1].map(at).join(' | ')} |`;
  };
  const failed = jobs.filter(({ failure }) => failure !== undefined).length;
  return [
    `Jobs: ${count(jobs.length)}, failed: ${count(failed)}, requests: ${count(requests.length)}.`,
    '',
    '| of a job | least | median | 95 % | most |',
    '|---|---:|---:|---:|---:|',
    row(
      'requests, also those that the server refused',
      jobs.map(({ requests }) => requests),
      0,
    ),
    row(
      'seconds from its start to its end',
      jobs.map(({ seconds }) => seconds),
      1,
    ),
  ].join('\n');
}
