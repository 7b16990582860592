import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { runsOfFour } from '../../harness/judges/shown-runs.js';
import { TITLES } from '../../src/errors.js';
import { HINTS } from '../../src/failure/hints.js';
import { exposureCase, type Given, linesFor, serverFor } from '../support/exposure-cases.js';
import { isNoise, leftIn, printedLater, readable } from '../support/exposure-judge.js';
import { intended, namesIn, secretTexts } from '../support/exposure-oracle.js';
import { type InProcessStep, stepInProcess } from '../support/in-process-step.js';

const TOKEN = 'q9Zk.4rTw-8sYb.7Xw2';

const INPUTS = {
  url: 'https://chariot.example.com',
  bearer_token: TOKEN,
  project_id: 'p',
  export_env: 'true',
  allow_http: 'false',
  rotate_after_days: '0',
  plan: 'false',
  timeout_seconds: '120',
  summary: 'true',
};

const stepFor = (secrets: readonly Given[], inputs: Partial<typeof INPUTS> = {}) =>
  stepInProcess({ ...INPUTS, ...inputs, secrets: linesFor(secrets) }, serverFor(secrets));

function expectIntended({ variables, outputs, files }: InProcessStep, secrets: readonly Given[]): void {
  const expected = intended(secrets);
  const withContent = ([name, text]: readonly [string, string]) => {
    const content = files.find(([path]) => text.endsWith(`/${path}`))?.[1];
    return [name, content === undefined ? text : Buffer.from(content, 'latin1').toString('utf8')];
  };
  const own = ['bearer_token', 'token_type', 'secrets'];

  expect(variables.map(withContent)).toEqual([['CHARIOT_TOKEN', TOKEN], ...expected.variables]);
  expect(outputs.filter(([name]) => !own.includes(name)).map(withContent)).toEqual(expected.outputs);
  const together = outputs.find(([name]) => name === 'secrets')?.[1] ?? '{}';
  expect(JSON.parse(together)).toEqual(Object.fromEntries(expected.plain));
  expect(files.map(([path]) => path.split('/').at(-1))).toEqual(expected.files.toSorted());
}

function expectNothing({ variables, outputs, files, state, summary }: InProcessStep, code: string): void {
  expect({ variables, outputs, files, state, isFailure: summary.startsWith('<h3>❌ ') }).toEqual({
    variables: [],
    outputs: [['error_code', code]],
    files: [],
    state: '',
    isFailure: true,
  });
}

describe('A step with any names and values', () => {
  let words: ReadonlySet<string> = new Set();
  beforeAll(async () => {
    const request = { selector: 'x', quoted: true, allFields: false, optional: false, decodings: [] };
    const step = await stepFor([
      { id: '0', name: 'x', value: '7', request },
      { id: '1', name: 'y', value: '8', request: { ...request, selector: 'y', sink: 'file' } },
    ]);
    // The word of a command is not secret. It is printed if a combining mark hides the end of the command from the runner.
    const commands = ['::add-mask::', '::stop-commands::', '##[stop-commands]'];
    const failed = await stepFor([{ id: '0', name: 'x', value: 'true', request: { ...request, decodings: ['hex'] } }]);
    const texts = [...Object.values(HINTS).flat(), ...Object.values(TITLES), ...readable(step), ...readable(failed)];
    words = new Set([...commands, ...texts].flatMap(runsOfFour));
  });

  test('A step with any names and values exports exactly the intended variables, and leaves no secret in the log', async () => {
    const ends = { success: 0, failure: 0 };
    await fc.assert(
      fc.asyncProperty(exposureCase, async (secrets) => {
        const step = await stepFor(secrets);
        const code = step.outputs.find(([name]) => name === 'error_code')?.[1];
        const texts = [TOKEN, ...secretTexts(secrets)];
        const names = namesIn(secrets);
        const targets = [...intended(secrets).variables, ...intended(secrets).outputs].map(([name]) => name);
        const said = new Set([...words, ...[...names, ...targets].flatMap(runsOfFour)]);

        expect(step.fileErrors).toEqual([]);
        expect(leftIn(readable(step), texts, (run) => said.has(run) || isNoise(run))).toEqual([]);
        if (code === undefined) {
          ends.success += 1;
          expectIntended(step, secrets);
          for (const text of texts) {
            expect(leftIn(printedLater(text).map(step.log.masker.mask), [text], isNoise)).toEqual([]);
          }
        } else {
          ends.failure += 1;
          expect([code, intended(secrets).mayFail]).toEqual([code, true]);
          expectNothing(step, code);
        }
      }),
      { seed: 20_260_101, numRuns: 100 },
    );
    expect(ends.success).toBeGreaterThan(30);
    expect(ends.failure).toBeGreaterThan(3);
  }, 60_000);
});

describe('Names that only variables cannot have', () => {
  const request = { quoted: true, allFields: false, optional: false, decodings: [] };
  const secrets: readonly Given[] = [
    { id: '0', name: 'path', value: { 'ld-preload': 'x1' }, request: { ...request, selector: 'path' } },
    { id: '1', name: 'a-b', value: 'x2', request: { ...request, selector: 'a-b' } },
    { id: '2', name: 'a_b', value: 'x3', request: { ...request, selector: 'a_b' } },
    { id: '3', name: 'home', value: 'x4', request: { ...request, selector: 'home', sink: 'file' } },
  ];

  test('Names that no variable can have are accepted with `export_env: false`', async () => {
    const { variables, outputs } = await stepFor(secrets, { export_env: 'false' });

    expect(variables).toEqual([]);
    expect(outputs).toEqual(
      expect.arrayContaining([
        ['path', '{"ld-preload":"x1"}'],
        ['a-b', 'x2'],
        ['a_b', 'x3'],
        ['home', expect.stringMatching(/\/HOME$/)],
      ]),
    );
  });

  test('Names that no variable can have are an error if variables are exported', async () => {
    expect((await stepFor(secrets)).outputs).toEqual([['error_code', 'name_refused']]);
  });
});
