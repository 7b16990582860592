import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FileFault } from '../../harness/jobs/filed-job.js';
import {
  type FiledRun,
  logInWithFileFault,
  publishWithFileFault,
  writeTokenInfoWithFileFault,
} from '../../harness/jobs/filed-runs.js';
import { problemsOfFiled } from '../../harness/judges/file-fault-problems.js';
import { openWorkshop, type Workshop } from '../../harness/servers/certificates.js';
import { recordTried, timeLimit } from '../support/effort.js';
import { everyFault } from '../support/every-fault.js';

let workshop: Workshop;
beforeAll(() => {
  workshop = openWorkshop();
  const issuer = workshop.issue('authority', { isAuthority: true });
  workshop.issue('server', { issuer, names: 'IP:127.0.0.1' });
});
afterAll(() => workshop.close());

type Fault = Pick<FileFault, 'code' | 'lasts'>;

/** What a disk can report: once, or from then on for everything that changes it. */
const FAULTS: readonly Fault[] = [
  { code: 'ENOSPC' },
  { code: 'ENOSPC', lasts: true },
  { code: 'EACCES' },
  { code: 'EROFS', lasts: true },
  { code: 'EIO' },
];

type Run = (fault: FileFault | undefined) => Promise<FiledRun>;

/** Runs each case of a step, and lists what is wrong in comparison with the same step without a fault. */
async function everyCase(run: Run, step: number, fault: Pick<FileFault, 'step' | 'scope'>): Promise<string[][]> {
  const good = await run(undefined);
  return everyFault(FAULTS, step, async (kind, at) => {
    const tried = await run({ at, ...kind, ...fault });
    const { harmed } = tried;
    if (harmed === undefined) return undefined;
    const what = `${kind.code}${kind.lasts ? ' from' : ' in'} operation ${at}, ${harmed.name} of ${harmed.path}`;
    return problemsOfFiled(tried, { good, fault: { at, ...kind, ...fault } }).map((problem) => `${what}: ${problem}`);
  });
}

/** Each run, and one of how many operations is tried in a short run, in main and in post. */
const RUNS: readonly (readonly [what: string, run: Run, steps: readonly [number, number]])[] = [
  ['writes files, logins for docker and a shared token', publishWithFileFault, [40, 11]],
  ['saves a session and the authorities of its server', (fault) => logInWithFileFault(workshop, fault), [32, 16]],
  ['writes a token_info.json', writeTokenInfoWithFileFault, [25, 4]],
];

/** The operations that load the entry itself come first: what fails there, no code of the action can report. */
const ENTRY_OPERATIONS = 3;

async function loadWithFault(step: FileFault['step'], nth: number): Promise<string[] | undefined> {
  const fault = { at: ENTRY_OPERATIONS + nth, code: 'EIO', step, scope: 'modules' } as const;
  const tried = await publishWithFileFault(fault);
  return tried.harmed && problemsOfFiled(tried, { good: tried, fault }).map((text) => `${tried.harmed?.path}: ${text}`);
}

describe('A step whose disk fails', () => {
  test.each(RUNS)(
    'If any operation on a file fails in a run that %s, main exports everything or nothing, and post cleans up',
    async (_what, run, [step]) => {
      const cases = await everyCase(run, step, { step: 'main' });

      expect(cases.flat()).toEqual([]);
      recordTried(cases.length);
    },
    timeLimit(90),
  );

  test.each(RUNS)(
    'If any operation on a file fails in the post step of a run that %s, it exits with 0 and warns about what it left',
    async (_what, run, [, step]) => {
      const cases = await everyCase(run, step, { step: 'post' });

      expect(cases.flat()).toEqual([]);
      recordTried(cases.length);
    },
    timeLimit(90),
  );

  test(
    'If a module of the bundle cannot be read, main fails with one error line and post warns',
    async () => {
      const steps = ['main', 'post'] as const;
      const cases = await everyFault(steps, 9, (step, nth) => loadWithFault(step, nth));

      expect(cases.flat()).toEqual([]);
      recordTried(cases.length);
    },
    timeLimit(30),
  );

  test('If the disk is full while main saves what to undo, the file of the runner contains no part of an entry', async () => {
    const { operations } = await publishWithFileFault(undefined);
    const at = 1 + operations.findIndex(({ name, path }) => name === 'writeFileSync' && path.includes('save_state'));
    const fault = { at, code: 'ENOSPC', step: 'main' } as const;
    const tried = await publishWithFileFault(fault);

    expect(tried.harmed?.path).toContain('save_state');
    expect(tried.main.raw.state).toBe('');
    expect(problemsOfFiled(tried, { good: tried, fault })).toEqual([]);
  });
});
