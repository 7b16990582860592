import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Chariot, exampleProject, exampleWriter, secret, startChariot } from '../../../emulator/chariot/index.js';
import { inputVariables, prepareJob } from '../../../harness/action-job.js';
import { projectRoot } from '../../../harness/project.js';
import { parseFileCommand } from '../../../harness/runner/file-commands.js';
import { readLog } from '../../../harness/runner/log.js';
import { isReported, reporting } from '../../support/unread-step.js';

const LINES = Array.from({ length: 1500 }, (_, line) => `line-${line}-${'x'.repeat(40)}`);
const folder = mkdtempSync(join(tmpdir(), 'late-reader-'));
let chariot: Chariot;

beforeAll(async () => {
  const settings = [
    secret('large', LINES.join('\n')),
    secret('small', 'the-small-value'),
    secret('twins', { 'a-b': 'first-of-the-twins', a_b: 'second-of-the-twins' }),
  ];
  chariot = await startChariot({ owners: [{ ...exampleProject, settings }] });
});
afterAll(async () => {
  await chariot.close();
  rmSync(folder, { recursive: true });
});

function start(secrets: string, options: { readonly args?: string[]; readonly env?: Record<string, string> } = {}) {
  const job = prepareJob(mkdtempSync(join(folder, 'job-')));
  const inputs = {
    url: chariot.url,
    client_id: exampleWriter.clientId,
    client_secret: exampleWriter.clientSecret,
    project_id: exampleProject.id,
    secrets,
  };
  const env = { ...job.files, ...inputVariables(inputs, join(projectRoot, 'action.yml')), ...options.env };
  const child = spawn(process.execPath, [...(options.args ?? []), join(projectRoot, 'dist', 'index.js')], { env });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const exported = () =>
    [job.files.GITHUB_OUTPUT, job.files.GITHUB_ENV].flatMap((file) =>
      parseFileCommand(readFileSync(file, 'utf8')).pairs.map(([name]) => name),
    );
  return { child, ended, exported };
}

// A pipe contains 64 KiB at most. The rest waits in the process, which must not exit before the rest is written.
test('A runner that reads late receives every mask, and nothing is exported before', async () => {
  const { child, ended, exported } = start('large', { env: reporting('process.stdout.writableNeedDrain') });
  const chunks: Buffer[] = [];
  await isReported(child, 'waiting');
  const early = exported();
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const exitCode = await ended;
  const { masker } = readLog(Buffer.concat(chunks).toString('utf8'));

  expect(exitCode).toBe(0);
  expect(early).toEqual([]);
  expect(exported()).toContain('LARGE');
  expect(LINES.filter((line) => masker.mask(line) !== '***')).toEqual([]);
});

test('A runner that reads late receives the error line after all masks', async () => {
  const { child, ended, exported } = start('large\ntwins.*', { env: reporting('process.exitCode === 1') });
  const chunks: Buffer[] = [];
  await isReported(child, 'waiting');
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));

  expect(await ended).toBe(1);
  expect(readLog(Buffer.concat(chunks).toString('utf8')).lines.at(-1)).toMatch(/^Error: .*#name_conflict$/);
  expect(exported()).toEqual(['error_code']);
});

const onUnix = process.platform === 'win32' ? test.skip : test;
onUnix.each(['SIGINT', 'SIGTERM'] as const)('%s during the export does not interrupt the export', async (signal) => {
  const preload = join(folder, `${signal}.cjs`);
  // Each write of a command file is slow. The first write is the state of the login, the second shows that the export has started.
  const slow = `const fs = require('fs');
    const { appendFileSync } = fs;
    let writes = 0;
    fs.appendFileSync = (...args) => {
      appendFileSync(...args);
      if (writes++ > 0) fs.writeSync(2, 'writing');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 30);
    };
    require('module').syncBuiltinESMExports();`;
  writeFileSync(preload, slow);
  const { child, ended, exported } = start('small', { args: ['--require', preload] });
  child.stdout.resume();
  child.stderr.once('data', () => child.kill(signal));
  await ended;

  expect(exported()).toEqual(expect.arrayContaining(['bearer_token', 'small', 'secrets', 'CHARIOT_TOKEN', 'SMALL']));
});
