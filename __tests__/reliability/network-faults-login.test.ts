import { describe, expect, test } from '@jest/globals';
import { logInWithFault, problemsOfSession, type SessionJob, type UserGrant } from '../../harness/jobs/session-job.js';
import { CHANGING_FAULTS, LOSING_FAULTS, type RelayFaultKind } from '../../harness/servers/faulty-relay.js';
import { recordTried, timeLimit } from '../support/effort.js';
import { everyFault } from '../support/every-fault.js';

/** Whether main and post must succeed: what was lost may be sent again. */
function mustSucceed(kind: RelayFaultKind, { grant, events, harmed }: SessionJob): boolean {
  const login = events.findIndex(({ kind: what, arrived }) => what === 'answer' && arrived.length > 0);
  const isAfterLogin = harmed !== undefined && login !== -1 && events.indexOf(harmed) > login;
  return kind === 'pause' || ((kind === 'reset' || kind === 'close') && (grant === 'password' || isAfterLogin));
}

async function judged(grant: UserGrant, kind: RelayFaultKind, at: number): Promise<string[] | undefined> {
  const job = await logInWithFault(grant, { kind, at });
  if (job.harmed === undefined) return undefined;
  const hasFailed = job.main.exitCode !== 0 || job.lines.some((line) => line.startsWith('Warning: '));
  const failed = hasFailed && mustSucceed(kind, job) ? [job.main.log.lines.at(-1), ...job.lines] : [];
  return [...problemsOfSession(job), ...failed].map(
    (problem) => `${kind} of event ${at} (${job.harmed?.kind}): ${problem}`,
  );
}

const FAULTS = [...LOSING_FAULTS, ...CHANGING_FAULTS];

describe('A login and its post step, if the network fails once', () => {
  test(
    'Whatever one message is lost or changed, a password is not sent again after an answer, and no session that main knows stays active without a warning',
    async () => {
      const cases = await everyFault(FAULTS, 9, (kind, at) => judged('password', kind, at));

      expect(cases.flat()).toEqual([]);
      recordTried(cases.length);
    },
    timeLimit(60),
  );

  test(
    'Whatever one message is lost or changed, a refresh token that was sent is not sent a second time',
    async () => {
      const cases = await everyFault(FAULTS, 11, (kind, at) => judged('refresh_token', kind, at));

      expect(cases.flat()).toEqual([]);
      recordTried(cases.length);
    },
    timeLimit(60),
  );
});
