import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { judge, runJob } from '../../harness/jobs/chariot-job.js';
import { TITLES } from '../../src/errors.js';
import type { HttpRequest } from '../../src/ports.js';
import { anyChanges, anyServer, anyStep, ISSUED, type Step } from '../support/any-inputs.js';
import { expectToHold, timeLimit } from '../support/effort.js';
import { type InProcessStep, stepInProcess } from '../support/in-process-step.js';

/** The codes of errors without that of a defect. */
const CODES = Object.keys(TITLES).filter((code) => code !== 'internal_error');

/** The error lines before the runner masks them: a secret of one letter hides this letter everywhere. */
const errorsOf = ({ log }: InProcessStep) =>
  log.commands.flatMap(({ command, data }) => (command === 'error' ? data : []));

/** The commands that the action uses; any other command comes from an input. */
const COMMANDS = ['add-mask', 'debug', 'error', 'notice', 'warning', 'group', 'endgroup'];

/** Lists the files except the shared token, which other steps may use until the post step removes it. */
const filesOf = ({ files }: InProcessStep) => files.filter(([path]) => !path.startsWith('_temp/bearer-login-cache/'));

/** A failed step shows one error line, and leaves nothing but its code and a summary. */
function expectFailure(step: InProcessStep, code: string): void {
  expect(CODES).toContain(code);
  expect(errorsOf(step)).toEqual([
    expect.stringMatching(new RegExp(`^[^\\n]+ See docs/troubleshooting\\.md#${code}(?: \\([^\\n]*\\))?$`)),
  ]);
  expect({ outputs: step.outputs, variables: step.variables, files: filesOf(step) }).toEqual({
    outputs: [['error_code', code]],
    variables: [],
    files: [],
  });
}

/** A successful step has done its work: it has the token that it exports, and has fetched what its lines request. */
function expectSuccess(step: InProcessStep, inputs: Step, requests: readonly HttpRequest[]): void {
  const outputs = Object.fromEntries(step.outputs);
  const isSent = (part: string) => requests.some(({ url }) => url.href.includes(part));
  const lines = (inputs['secrets'] ?? '').split(/[\r\n;]/).filter((line) => /^[^#\s]/.test(line.trim()));

  expect(errorsOf(step)).toEqual([]);
  if (/^\s*true\s*$/i.test(inputs['plan'] ?? '')) {
    expect([step.outputs, step.variables]).toEqual([[], []]);
  } else {
    expect([ISSUED, inputs['bearer_token']?.trim()]).toContain(outputs['bearer_token']);
    expect(step.variables.filter(([, value]) => value === ISSUED).length).toBeLessThanOrEqual(1);
  }
  expect(isSent('/settings/')).toBe(lines.length > 0);
}

test(
  'Any text in any input, in any combination, is a clean error or a right result',
  async () => {
    const rejections: unknown[] = [];
    const keep = (reason: unknown) => void rejections.push(reason);
    process.on('unhandledRejection', keep);
    const ends = { success: 0, failure: 0 };
    await expectToHold(
      fc.asyncProperty(anyStep, async (inputs) => {
        const { send, requests } = anyServer();
        const step = await stepInProcess(inputs, send);
        const code = step.outputs.find(([name]) => name === 'error_code')?.[1];
        ends[code === undefined ? 'success' : 'failure'] += 1;

        expect([step.fileErrors, rejections]).toEqual([[], []]);
        expect(step.log.commands.filter(({ command }) => !COMMANDS.includes(command))).toEqual([]);
        if (code === undefined) expectSuccess(step, inputs, requests);
        else expectFailure(step, code);
      }),
      300,
    );
    process.off('unhandledRejection', keep);
    expect(Math.min(ends.success, ends.failure)).toBeGreaterThan(20);
  },
  timeLimit(60),
);

test(
  'A process with any text in its inputs ends with an error line or after its requests, and prints no stack trace',
  async () => {
    await expectToHold(
      fc.asyncProperty(anyChanges, async (changes) => {
        const job = await runJob({ inputs: { secrets: 'db-password', timeout_seconds: '10', ...changes } });

        expect([0, 1]).toContain(job.exitCode);
        expect(judge(job).problems).toEqual([]);
        if (job.exitCode === 0) expect(job.requests.map(({ route }) => route)).toContain('login');
      }),
      20,
    );
  },
  timeLimit(60),
);
