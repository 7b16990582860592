import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type FetchedJob,
  fetchWithFault,
  problemsOfFetched,
  type ServerIdentity,
} from '../../harness/jobs/fetched-job.js';
import { openWorkshop } from '../../harness/servers/certificates.js';
import { CHANGING_FAULTS, LOSING_FAULTS, type RelayFaultKind } from '../../harness/servers/faulty-relay.js';
import { expectToHold, recordTried, timeLimit } from '../support/effort.js';
import { everyFault } from '../support/every-fault.js';

let identity: ServerIdentity;
beforeAll(() => {
  const workshop = openWorkshop();
  const authority = workshop.issue('authority', { isAuthority: true });
  workshop.issue('server', { issuer: authority, names: 'IP:127.0.0.1' });
  const [cert, key] = [workshop.read('server.pem'), workshop.read('server.key')];
  identity = { cert, key, authority: workshop.read('authority.pem') };
  workshop.close();
});

/** Whether a run must succeed: every request of the job may be sent again, and the server never received a damaged one. */
function mustSucceed(kind: RelayFaultKind, { harmed }: FetchedJob): boolean {
  if (kind === 'silence') return harmed?.kind === 'end';
  return kind === 'truncate' ? harmed?.kind === 'answer' : kind === 'reset' || kind === 'close' || kind === 'pause';
}

/** Runs the job with one fault, and lists what is wrong; undefined if there was no such event. */
async function judged(kind: RelayFaultKind, at: number, tls?: ServerIdentity): Promise<string[] | undefined> {
  const job = await fetchWithFault({ kind, at }, tls);
  if (job.harmed === undefined) return undefined;
  const problems = problemsOfFetched(job);
  const lost = job.main.exitCode !== 0 && mustSucceed(kind, job) ? [job.main.log.lines.at(-1)] : [];
  return [...problems, ...lost].map((problem) => `${kind} of event ${at} (${job.harmed?.kind}): ${problem}`);
}

describe('A run whose network fails once', () => {
  test(
    'A run that loses any one connection, request, answer or close succeeds, and exports each value as it was sent',
    async () => {
      const cases = await everyFault(LOSING_FAULTS, 8, (kind, at) => judged(kind, at));

      expect(cases.flat()).toEqual([]);
      recordTried(cases.length);
    },
    timeLimit(60),
  );

  test(
    'A run over TLS succeeds or fails with one error line if any one message is lost or changed, and exports no changed byte',
    async () => {
      const cases = await everyFault([...LOSING_FAULTS, ...CHANGING_FAULTS], 20, (kind, at) =>
        judged(kind, at, identity),
      );

      expect(cases.flat()).toEqual([]);
      recordTried(cases.length);
    },
    timeLimit(60),
  );

  test(
    'A run over plain http exports what arrived or fails with one error line if any one message is changed',
    async () => {
      const cases = await everyFault(CHANGING_FAULTS, 8, (kind, at) => judged(kind, at));

      expect(cases.flat()).toEqual([]);
      recordTried(cases.length);
    },
    timeLimit(60),
  );

  test(
    'A run exports what arrived or fails with one error line, whatever bit of whatever message is flipped',
    async () => {
      const flip = fc.record({
        at: fc.integer({ min: 1, max: 12 }),
        place: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        bit: fc.integer({ min: 0, max: 7 }),
      });
      const property = fc.asyncProperty(fc.array(flip, { minLength: 3, maxLength: 3 }), async (flips) => {
        const jobs = await Promise.all(flips.map((fault) => fetchWithFault({ kind: 'flip', ...fault })));
        expect(jobs.flatMap(problemsOfFetched)).toEqual([]);
      });

      await expectToHold(property, 3);
    },
    timeLimit(60),
  );
});
