import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { projectRoot } from '../../harness/project.js';
import { checkAction, checkPins } from '../../scripts/release/metadata.js';
import { checkInstallScripts, checkLicenses, runTimePackages } from '../../scripts/release/packages.js';

interface Job {
  readonly name?: string;
  readonly permissions?: unknown;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly permissions?: unknown;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const read = (...path: string[]) => readFileSync(join(projectRoot, ...path), 'utf8');
const workflows = readdirSync(join(projectRoot, '.github', 'workflows')).map((file) => {
  const text = read('.github', 'workflows', file);
  const workflow: Workflow = parse(text);
  return { file, text, workflow };
});
const jobs = workflows.flatMap(({ file, workflow }) =>
  Object.entries(workflow.jobs).map(([id, job]) => ({ where: `${file}: ${id}`, job })),
);
const release = workflows.find(({ file }) => file === 'release.yml')?.workflow.jobs ?? {};

describe('.github/workflows', () => {
  test.each(workflows)(
    '$file starts without permissions, and limits how many of its runs there are',
    ({ workflow }) => {
      expect(workflow).toMatchObject({ permissions: {}, concurrency: { group: expect.any(String) } });
      expect(workflow.permissions).toEqual({});
    },
  );

  test('Every job has a name, permissions of its own and a time limit', () => {
    const lacking = jobs.filter(({ job }) => !(job.name && job.permissions && job['timeout-minutes']));

    expect(lacking.map(({ where }) => where)).toEqual([]);
  });

  test('No checkout leaves its credentials for later steps', () => {
    const careless = jobs.filter(({ job }) =>
      job.steps.some(
        (step) => step.uses?.startsWith('actions/checkout@') && step.with?.['persist-credentials'] !== false,
      ),
    );

    expect(careless.map(({ where }) => where)).toEqual([]);
  });

  test('Every action is pinned by commit with its version, and the release uses only actions of GitHub', () => {
    expect(checkPins(workflows)).toMatchObject({ state: 'ok' });
  });

  test('The job that publishes a release starts no program of a package', () => {
    const commands = release['publish']?.steps.flatMap(({ run }) => run ?? []) ?? [];

    expect(commands.length).toBeGreaterThan(3);
    expect(commands.filter((command) => /\b(?:npm|npx|node|curl|wget)\b/.test(command))).toEqual([]);
  });

  test('The job `all` of test.yml needs every other job', () => {
    const tests = workflows.find(({ file }) => file === 'test.yml')?.workflow.jobs ?? {};
    const others = Object.keys(tests).filter((id) => id !== 'all');

    expect(tests['all']).toMatchObject({ needs: others });
  });
});

describe('What ships', () => {
  const { packages } = JSON.parse(read('package-lock.json'));

  test('No run-time package starts a program when it is installed', () => {
    const installed = runTimePackages(packages).map((path) => ({
      ...JSON.parse(read(path, 'package.json')),
      hasBinding: existsSync(join(projectRoot, path, 'binding.gyp')),
    }));

    expect(checkInstallScripts(installed)).toMatchObject({ state: 'ok' });
  });

  test('`dist/licenses.txt` has the license of every run-time package in its version', () => {
    expect(checkLicenses(packages, read('dist', 'licenses.txt'))).toMatchObject({ state: 'ok' });
  });

  test('The Marketplace accepts the icon and the color of action.yml', () => {
    const shipped = readdirSync(join(projectRoot, 'dist')).map((name) => `dist/${name}`);

    expect(checkAction(parse(read('action.yml')), shipped)).toMatchObject({ state: 'ok' });
  });
});
