import { describe, expect, test } from '@jest/globals';
import { INPUTS } from '../../src/inputs/inputs.js';
import { PLATFORMS } from '../../src/platforms/index.js';
import { EXAMPLES, type Example, type Job, PUBLISHED, type Step } from '../support/examples.js';
import {
  isOurs,
  linesOf,
  outputsOf,
  platformNamed,
  platformOf,
  requestsOf,
  settingsOf,
} from '../support/shown-steps.js';

/** A job of an example. */
interface ShownJob {
  readonly where: string;
  readonly job: Job;
  readonly steps: readonly Step[];
}

const jobs: ShownJob[] = EXAMPLES.flatMap(({ name, jobs }) =>
  Object.entries(jobs).map(([id, job]) => ({ where: `${name}, ${id}`, job, steps: job.steps ?? [] })),
);
const ours = jobs.flatMap(({ where, steps }) => steps.filter(isOurs).map((step) => ({ where, step })));
const workflows = EXAMPLES.filter(({ name }) => !name.endsWith('/action.yml'));

/** Returns the jobs that contain such a problem, each with the problem. */
function problemsIn(find: (job: ShownJob) => readonly string[]): string[] {
  return jobs.flatMap((job) => find(job).map((problem) => `${job.where}: ${problem}`));
}

/** Returns what a value contains in expressions, for example `steps.login.outputs.token`. */
function referencesIn(value: unknown, pattern: RegExp): string[][] {
  return [...JSON.stringify(value).replaceAll("\\'", "'").matchAll(pattern)].map((match) => match.slice(1));
}

const READS_OUTPUT = /steps\.([\w-]+)\.outputs\.([\w-]+)(?:\)(?:\.(\w+)|\['([\w-]+)'\]))?/g;

/** Returns the outputs of steps that a job reads and that do not exist. */
function missingOutputs({ job, steps }: ShownJob): string[] {
  return referencesIn(job, READS_OUTPUT).flatMap(([id = '', output = '', property, quoted]) => {
    const step = steps.find((step) => step.id === id);
    if (step === undefined) return [`there is no step "${id}"`];
    const outputs = isOurs(step) || /\/team-login$/.test(step.uses ?? '') ? outputsOf(step) : undefined;
    const read = [output, property, quoted].filter((name) => name !== undefined);
    return read.filter((name) => outputs !== undefined && !outputs.has(name)).map((name) => `no output "${name}"`);
  });
}

describe('examples/', () => {
  test('The examples show every platform', () => {
    const platforms = ours.map(({ step }) => platformOf(step));

    expect([...new Set(platforms)].toSorted()).toEqual(Object.keys(PLATFORMS).toSorted());
  });

  test('Every example has a comment on its first line, and uses the action under its published name', () => {
    const wrong = EXAMPLES.filter(({ text, name }) => {
      const isCaller = name === 'composite-action.yml' || name === 'reusable-workflow-caller.yml';
      return !/^# [A-Z].*\.\nname: /.test(text) || isCaller === text.includes(`uses: ${PUBLISHED}\n`);
    });

    expect(wrong.map(({ name }) => name)).toEqual([]);
    expect(ours.filter(({ step }) => step.uses !== PUBLISHED)).toEqual([]);
  });

  test('Every example sets only inputs that the action declares', () => {
    const wrong = ours.flatMap(({ where, step }) =>
      Object.keys(step.with ?? {})
        .filter((input) => !(input in INPUTS))
        .map((input) => `${where}: ${input}`),
    );

    expect(wrong).toEqual([]);
  });

  test.each(ours)('The action accepts the inputs of $where', async ({ step }) => {
    await expect(settingsOf(step)).resolves.toMatchObject({ platform: platformNamed(platformOf(step)) });
  });

  test('Every line of `secrets` in an example is one request', () => {
    const wrong = ours.filter(
      ({ step }) => outputsOf(step) !== undefined && requestsOf(step).length !== linesOf(step).length,
    );

    expect(wrong).toEqual([]);
  });

  test('Every output that an example reads is an output of a step of the same job', () => {
    expect(problemsIn(missingOutputs)).toEqual([]);
    expect(jobs.flatMap(({ job }) => referencesIn(job, READS_OUTPUT)).length).toBeGreaterThan(20);
  });

  // actionlint knows the declared outputs only, and `a.b-c` looks like a subtraction.
  test('An output with a hyphen is read by `fromJSON`', () => {
    expect(problemsIn(({ job }) => referencesIn(job, /outputs\.(\w+-[\w-]+)/g).flat())).toEqual([]);
  });

  test('Every output of another job that an example reads is declared there', () => {
    const wrong = EXAMPLES.flatMap(({ name, jobs }: Example) =>
      referencesIn(jobs, /needs\.([\w-]+)\.outputs\.([\w-]+)/g)
        .filter(([id = '', output = '']) => !(output in (jobs[id]?.outputs ?? {})))
        .map(([id, output]) => `${name}: ${id}.${output}`),
    );

    expect(wrong).toEqual([]);
  });

  test('A workflow has no permissions, and each job has only those that its steps need', () => {
    const needed = (job: Job) => ({
      ...((job.steps ?? []).some(({ uses = '' }) => uses.startsWith('actions/checkout@')) || job.uses !== undefined
        ? { contents: 'read' }
        : {}),
      ...((job.steps ?? []).some((step) => step.with?.['client_authentication'] === 'github_oidc')
        ? { 'id-token': 'write' }
        : {}),
    });
    const wrong = workflows.flatMap(({ name, permissions, jobs }) => [
      ...(JSON.stringify(permissions) === '{}' ? [] : [name]),
      ...Object.entries(jobs)
        .filter(([, job]) => JSON.stringify(job.permissions ?? {}) !== JSON.stringify(needed(job)))
        .map(([id]) => `${name}, ${id}`),
    ]);

    expect(wrong).toEqual([]);
  });

  test('No checkout keeps the token of the repository', () => {
    const wrong = problemsIn(({ steps }) =>
      steps
        .filter(({ uses = '' }) => uses.startsWith('actions/checkout@'))
        .filter((step) => step.with?.['persist-credentials'] !== 'false')
        .map(() => 'persist-credentials'),
    );

    expect(wrong).toEqual([]);
  });

  test('Every other action and image has a full hash, and every other action its version', () => {
    const lines = EXAMPLES.flatMap(({ text }) => [...text.matchAll(/^.*\b(?:uses|image): (?!\.\/)(.*)$/gm)]);
    const others = lines.map(([, used = '']) => used).filter((used) => used !== PUBLISHED);
    const pinned = /^[\w.-]+\/[\w.-]+@[\da-f]{40} # v\d+\.\d+\.\d+$|^(?:docker:\/\/)?[\w./:-]+@sha256:[\da-f]{64}$/;

    expect(others.filter((used) => !pinned.test(used))).toEqual([]);
    expect(others.length).toBeGreaterThan(10);
  });

  test('Only steps in the background are waited for', () => {
    const wrong = problemsIn(({ steps }) => {
      const background = steps.filter((step) => step.background === 'true').map(({ id }) => id);
      return steps.flatMap(({ wait }) => (wait === undefined || background.includes(wait) ? [] : [wait]));
    });

    expect(wrong).toEqual([]);
    expect(jobs.flatMap(({ steps }) => steps).filter(({ wait }) => wait !== undefined)).toHaveLength(1);
  });
});
