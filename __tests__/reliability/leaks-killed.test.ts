import { describe, expect, test } from '@jest/globals';
import { die, everyDeath, exportedBy, type KillPoint } from '../../harness/jobs/killed-job.js';
import { leaksIn } from '../../harness/judges/leaks.js';
import { isThorough, recordTried, timeLimit } from '../support/effort.js';
import { KILLED_JOBS } from '../support/killed-jobs.js';

/** Every awaited point of every kind of run; in a short run, some points of one kind. */
const STRIDE = isThorough ? 1 : 12;
const KINDS = Object.values(KILLED_JOBS).slice(0, isThorough ? undefined : 1);

/** Kills every kind of run at many points, and lists what a reader sees or what is left or half exported. */
async function problemsOf(how: Omit<KillPoint, 'nth'>) {
  const problems: string[] = [];
  let count = 0;
  for (const start of KINDS) {
    const { inputs, secrets, close } = await start();
    const deaths = await everyDeath((nth) => die(inputs, { nth, ...how }), STRIDE);
    await close();
    const [whole = ''] = deaths.slice(-1).map((death) => exportedBy(death).join());
    expect(whole).not.toBe('');
    count += deaths.length;
    problems.push(
      ...deaths.flatMap((death) => [
        ...[death.main, death.killed, death.post].flatMap((run) => leaksIn(run, secrets())),
        ...(['', whole].includes(exportedBy(death).join()) ? [] : [`half exported: ${exportedBy(death)}`]),
        ...death.post.leftovers.map((path) => `left: ${path}`),
        ...(death.post.exitCode === 0 ? [] : [`post failed: ${death.post.stdout}`]),
      ]),
    );
  }
  recordTried(count);
  return problems;
}

const LIMIT = isThorough ? 3_600_000 : timeLimit(60);

const onUnix = process.platform === 'win32' ? describe.skip : describe;
onUnix('A step that is killed at any awaited point', () => {
  test.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
    'A step that %s stops at any awaited point shows no secret, exports all or nothing, and leaves no file after its post step',
    async (signal) => {
      expect(await problemsOf({ signal })).toEqual([]);
    },
    LIMIT,
  );

  test.each(['SIGKILL', 'SIGTERM'] as const)(
    'A post step that %s stops at any awaited point shows no secret, and a second one leaves no file',
    async (signal) => {
      expect(await problemsOf({ signal, entry: 'post' })).toEqual([]);
    },
    LIMIT,
  );
});
