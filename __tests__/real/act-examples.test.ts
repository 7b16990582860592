import { expect, jest, test } from '@jest/globals';
import { EXAMPLE_NAMES, EXAMPLES, PUBLISHED, placeOf } from '../support/examples.js';
import { quickStartWorkflow } from '../support/quick-start.js';
import { PASSWORD, REGISTRY_PASSWORD } from './support/act-job.js';
import { decrypts, EXPECTED } from './support/example-programs.js';
import { type ExampleVerdict, runExample } from './support/example-run.js';

// A run takes half a second on a quiet machine.
jest.setTimeout(60_000);

/** Texts of examples that cannot run in act without Docker, or away from their servers, and what replaces them. */
const EDITS: Readonly<Record<string, readonly (readonly [text: RegExp, replacement: string])[]>> = {
  'descarteslabs.yml': [[/platform: descarteslabs$/m, '$&\n          url: ${{ vars.DESCARTESLABS_URL }}']],
  'earthone.yml': [[/platform: earthone$/m, '$&\n          url: ${{ vars.EARTHONE_URL }}']],
  'job-in-a-container.yml': [
    [/ {4}container:\n.*\n/, ''],
    [/uses: docker:.*\n +with:\n +entrypoint: (.*)\n +args: (.*)/, 'run: $1 $2'],
  ],
  'login-in-the-background.yml': [
    [/ {8}background: true\n/, ''],
    [/ {6}- wait: .*\n/, ''],
  ],
};

/** The examples whose jobs run at the same time, so that the order of the programs can differ. */
const PARALLEL = ['job-in-a-container.yml', 'matrix.yml'];

function sorted(programs: ExampleVerdict['programs']): ExampleVerdict['programs'] {
  const texts = programs.map((program) => JSON.stringify(program));
  return texts.toSorted().map((text) => JSON.parse(text));
}

/** The examples that another example runs. */
const PARTS = ['composite-action/action.yml', 'reusable-workflow.yml'];

const textOf = (name: string) => EXAMPLES.find((example) => example.name === name)?.text ?? '';

/** Makes the changes to an example. @throws Error if the example does not contain a text */
function edited(name: string): Record<string, string> {
  const edits = EDITS[name] ?? [];
  const text = edits.reduce((text, [from, to]) => {
    if (!from.test(text)) throw new Error(`${name} does not contain ${from}.`);
    return text.replace(from, to);
  }, textOf(name));
  return { [placeOf(name)]: text };
}

test('Every example runs in act, alone or as a part of another one', () => {
  expect([...Object.keys(EXPECTED), ...PARTS].toSorted()).toEqual(EXAMPLE_NAMES);
});

test.each(Object.entries(EXPECTED))(
  'The example %s passes each program only its secrets in act, and the log shows none of them',
  async (name, { vars = {}, ...expected }) => {
    const verdict = await runExample(placeOf(name), { vars, files: edited(name) });
    const programs = PARALLEL.includes(name) ? sorted(verdict.programs) : verdict.programs;

    expect({ ...verdict, programs }).toEqual({ exitCode: 0, ...expected, visible: [] });
  },
);

test('The quick start of the README runs in act, and the log shows no secret', async () => {
  const { programs, ...verdict } = await runExample('.github/workflows/start.yml', {
    files: { '.github/workflows/start.yml': quickStartWorkflow() },
  });

  expect(verdict).toEqual({ exitCode: 0, requests: expect.arrayContaining(['login', 'list', 'decrypt']), visible: [] });
  expect(programs.flatMap(([, secrets]) => Object.values(secrets))).toContain(PASSWORD);
});

test('A composite action of another repository wraps the published action in act', async () => {
  const workflow = textOf('composite-action.yml')
    .replace('./.github/actions/', 'example/actions/')
    .replace(/team-login$/m, '$&@v1');

  const verdict = await runExample('.github/workflows/elsewhere.yml', {
    files: { '.github/workflows/elsewhere.yml': workflow },
    repositories: { 'example/actions@v1': { 'team-login/action.yml': textOf('composite-action/action.yml') } },
  });

  expect([workflow, textOf('composite-action/action.yml')]).toEqual([
    expect.stringContaining('uses: example/actions/team-login@v1\n'),
    expect.stringContaining(`uses: ${PUBLISHED}\n`),
  ]);
  expect(verdict).toEqual({
    exitCode: 0,
    programs: [['deploy.sh', { DB_PASSWORD: PASSWORD, REGISTRY_PASSWORD }]],
    requests: decrypts(2),
    visible: [],
  });
});
