import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { runsOfFour, runsShown } from '../../harness/judges/shown-runs.js';
import { projectRoot } from '../../harness/project.js';
import { expectToHold, timeLimit } from '../support/effort.js';
import { isNoise, leftIn, readable } from '../support/exposure-judge.js';
import { stepInProcess } from '../support/in-process-step.js';
import { givenIn, type LeakCase, leakCase, type Secrets, secretsGiven, serverOfCase } from '../support/leak-cases.js';

const messages = readFileSync(join(projectRoot, 'docs', 'messages.md'), 'utf8');
const words = new Set(runsOfFour(messages));

/** Secrets with which a step shows what it shows for every secret. */
const OTHER: Secrets = ['Vq8Zk3Xw7P', 'Hd5Fb9Ys4G', 'Lc2Mn6Tr8J', 'Ws4Gd7Kp3B', 'Nx9Qf5Vz2R', 'Bt3Jh8Cm6D'];

async function shownBy(given: LeakCase) {
  const { inputs, variables } = givenIn(given);
  const runner = { GITHUB_ACTIONS: 'true', RUNNER_DEBUG: given.isDebug ? '1' : '0', ...variables };
  const step = await stepInProcess(inputs, serverOfCase(given), runner);
  return readable({ ...step, state: step.log.masker.mask(step.state) });
}

describe('Leaks', () => {
  test(
    'No four characters of a credential or a token are readable, whatever the login and the answers of the server',
    async () => {
      await expectToHold(
        fc.asyncProperty(leakCase, async (given) => {
          const shown = await shownBy(given);
          const others = await shownBy({ ...given, secrets: OTHER });

          const known = new Set(others.flatMap((line) => [...runsShown(line)]));
          const isKnown = (run: string) => words.has(run) || known.has(run) || isNoise(run);
          expect(leftIn(shown, [...secretsGiven(given), ...given.secrets], isKnown)).toEqual([]);
        }),
        200,
      );
    },
    timeLimit(20),
  );
});
