import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { projectRoot } from '../../harness/project.js';
import { copyAction, runAct } from './support/act.js';

jest.setTimeout(60_000);

/** The job `action` of .github/workflows/test.yml, with the compiled scripts of this folder instead of a checkout's own. */
function ownJob(): string {
  const { jobs } = parse(readFileSync(join(projectRoot, '.github', 'workflows', 'test.yml'), 'utf8'));
  const steps = jobs.action.steps.filter(
    ({ uses = '', run = '' }) => !uses.startsWith('actions/setup-node@') && !/install\.mjs|npm run typecheck/.test(run),
  );
  const text = stringify({
    on: 'push',
    jobs: { action: { ...jobs.action, 'runs-on': 'ubuntu-latest', strategy: {}, steps } },
  });
  return text.replaceAll('node build/', `node ${projectRoot}/build/`);
}

/** Runs a workflow in act, and returns its exit code with what the programs of its steps have printed about it. */
async function run(workflow: string) {
  const fill = (repository: string) => {
    copyAction(repository);
    mkdirSync(join(repository, '.github', 'workflows'), { recursive: true });
    writeFileSync(join(repository, '.github', 'workflows', 'own.yml'), workflow);
  };
  const { exitCode, log } = await runAct('own.yml', { secrets: {}, vars: {}, fill });
  return {
    exitCode,
    checked: log.flatMap((line) => / {3}\| (The (?:emulator|variables|step failed).*)$/.exec(line)?.[1] ?? []),
  };
}

const STARTED = 'The emulator runs at http://127.0.0.1:8790. A later step of the job stops it.';
const FAILED = 'The step failed with the expected error code, and set no other output.';

test('The job of test.yml that uses the action passes in act', async () => {
  expect(await run(ownJob())).toEqual({
    exitCode: 0,
    checked: [STARTED, 'The variables, the outputs, the file and the docker login are as expected.', FAILED],
  });
});

test.each([
  ['variable', 'ghcr.*\n', 'ghcr.server\n'],
  ['file', 'PASSWORD_FILE@file', 'PASSWORD_FILE'],
  ['docker login', 'ghcr | @docker\n', ''],
  ['error code', 'secrets: no-such-secret', 'secrets: db-password'],
])('The job of test.yml fails in act if the %s is not as expected', async (_what, written, changed) => {
  const workflow = ownJob();

  expect(workflow).toContain(written);
  expect((await run(workflow.replace(written, changed))).exitCode).toBe(1);
});
