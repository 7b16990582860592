import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { exampleProject, exampleWriter, secret, startChariot } from '../../../emulator/chariot/index.js';
import { inputVariables, prepareJob } from '../../../harness/action-job.js';
import { answered, answerLine, failure, judge, LOGIN_FAILED, runJob } from '../../../harness/jobs/chariot-job.js';
import { node24 } from '../../../harness/node24.js';
import { projectRoot } from '../../../harness/project.js';
import { parseFileCommand } from '../../../harness/runner/file-commands.js';
import { temporaryFolder } from '../../../harness/temporary-folder.js';

// The harness kills a step after 30 s; each of these took longer, or failed, while work was not limited.
jest.setTimeout(60_000);

describe('Work on untrusted text is limited', () => {
  test('A long text of a server is searched for thousands of masks', async () => {
    const client_secret = Array.from({ length: 2000 }, (_, line) => `tok-tok-tok-${line}`).join('\n');
    const body = JSON.stringify({ error: 'tok-'.repeat(9_000_000 / 4) });
    const job = await runJob({
      inputs: { client_secret, project_id: '', timeout_seconds: '10' },
      publicTexts: ['tok-tok-tok-'],
      tenant: { clients: [{ ...exampleWriter, clientSecret: client_secret }] },
      faults: [['login', { kind: 'status', status: 500, body }]],
    });

    expect(judge(job, [client_secret])).toEqual(
      failure('server_failed', answerLine(LOGIN_FAILED, answered(1, 500), `: "${'tok-'.repeat(75)}…".`)),
    );
  });

  test.each([
    ['a single character, repeated 500,000 times', 'a'.repeat(500_000)],
    [
      'a JSON document with 21,000 leaves',
      JSON.stringify(Array.from({ length: 21_000 }, (_, leaf) => `leaf-${leaf}-x!`)),
    ],
    ['400,000 quotes', '"'.repeat(400_000)],
    ['400,000 backslashes', '\\'.repeat(400_000)],
    ['400,000 times `a=`', 'a='.repeat(400_000)],
  ])('A Secret is exported as a file if its value is %s', async (_what, value) => {
    const job = await runJob({ settings: [secret('big', value)], inputs: { secrets: 'big | @file' } });

    expect([job.exitCode, [...job.variables.keys()], job.stderr]).toEqual([0, ['CHARIOT_TOKEN', 'BIG'], '']);
  });

  test('Suggestions are sought among 30,000 Secrets', async () => {
    const settings = Array.from({ length: 30_000 }, (_, index) =>
      secret(`service-${index}-password-of-the-database`, 'x'),
    );
    const lines = Array.from({ length: 50 }, (_, index) => `servise-${index} -> SERVICE_${index}`);
    const job = await runJob({ settings, inputs: { secrets: lines.join('\n') } });

    expect([job.exitCode, job.outputs.get('error_code'), job.log.annotations.length]).toEqual([
      1,
      'secret_not_found',
      1,
    ]);
  });
});

const jobFolder = temporaryFolder();

/** Starts a step without a reader of its output. */
async function startUnread(inputs: Record<string, string>) {
  const value = Array.from({ length: 1500 }, (_, line) => `line-${line}-${'x'.repeat(40)}`).join('\n');
  const chariot = await startChariot({ owners: [{ ...exampleProject, settings: [secret('large', value)] }] });
  const job = prepareJob(jobFolder());
  const login = { url: chariot.url, client_id: exampleWriter.clientId, client_secret: exampleWriter.clientSecret };
  const all = { ...login, project_id: exampleProject.id, secrets: 'large', ...inputs };
  const env = { ...job.files, ...inputVariables(all, join(projectRoot, 'action.yml')), RUNNER_TEMP: job.temp };
  const child = spawn(node24, [join(projectRoot, 'dist', 'index.js')], { env });
  const ended = new Promise<readonly unknown[]>((resolve) => {
    child.once('exit', (code, signal) => resolve([code, signal]));
  });
  return { child, ended: ended.finally(() => chariot.close()), files: job.files };
}

describe('A runner that does not read the output', () => {
  test('If the reader stops, the step ends soon after its deadline and exports nothing', async () => {
    const { child, ended, files } = await startUnread({ timeout_seconds: '5' });
    const [code, signal] = await ended;
    child.stdout.destroy();

    expect([code, signal]).toEqual([null, 'SIGKILL']);
    expect(readPairs(files.GITHUB_ENV)).toEqual([]);
    expect(readPairs(files.GITHUB_OUTPUT)).toEqual(['error_code']);
  });

  test('If the output is closed, the step fails without a stack trace and exports nothing', async () => {
    const { child, ended, files } = await startUnread({});
    let errors = '';
    child.stderr.on('data', (text) => {
      errors += text;
    });
    child.stdout.destroy();
    const [code, signal] = await ended;

    expect([code === 0 && signal === null, errors]).toEqual([false, '']);
    expect(readPairs(files.GITHUB_ENV)).toEqual([]);
    expect(readPairs(files.GITHUB_OUTPUT)).toEqual(['error_code']);
  });
});

/** Returns the names in a file of the runner. */
function readPairs(file: string): string[] {
  return parseFileCommand(readFileSync(file, 'utf8')).pairs.map(([name]) => name);
}
