import { expect, test } from '@jest/globals';
import { startJobs } from '../../scripts/reliability/load.js';
import { isThorough, recordTried, timeLimit } from '../support/effort.js';

/** In `npm run reliability`, usual runs; otherwise the login alone, so that the test takes two seconds. */
const LOAD = isThorough
  ? { jobs: 1000, limit: { perSecond: 50 }, secrets: 1 }
  : { jobs: 60, limit: { perSecond: 20 }, secrets: 0 };

test(
  'If more jobs start within a second than the server admits, all succeed within 100 of the 120 seconds that they have',
  async () => {
    const { jobs, requests } = await startJobs({ ...LOAD, timeoutSeconds: 100 });

    expect(jobs.flatMap(({ failure }) => failure ?? [])).toEqual([]);
    expect(requests.filter(({ status }) => status === 429).length).toBeGreaterThan(LOAD.jobs / 4);
    recordTried(jobs.length);
  },
  timeLimit(120),
);
