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

const LINES = Array.from({ length: 1500 }, (_, line) => `line-${line}-${'x'.repeat(40)}`);
const folder = mkdtempSync(join(tmpdir(), 'handing-over-'));
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

// A pipe takes 64 KiB; what is behind it waits in the process, whose end must not throw it away.
test('a runner that reads late gets every mask, and nothing is exported before it has them', async () => {
  const { child, ended, exported } = start('large');
  const chunks: Buffer[] = [];
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const early = exported();
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const exitCode = await ended;
  const { masker } = readLog(Buffer.concat(chunks).toString('utf8'));

  expect(exitCode).toBe(0);
  expect(early).toEqual([]);
  expect(exported()).toContain('LARGE');
  expect(LINES.filter((line) => masker.mask(line) !== '***')).toEqual([]);
});

test('a runner that reads late gets the error line behind all the masks', async () => {
  const { child, ended, exported } = start('large\ntwins');
  const chunks: Buffer[] = [];
  await new Promise((resolve) => setTimeout(resolve, 2500));
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));

  expect(await ended).toBe(1);
  expect(readLog(Buffer.concat(chunks).toString('utf8')).lines.at(-1)).toMatch(/^Error: .*#name_conflict$/);
  expect(exported()).toEqual(['error_code']);
});

const onUnix = process.platform === 'win32' ? test.skip : test;
onUnix.each(['SIGINT', 'SIGTERM'] as const)('%s in the midst of the export finds all of it', async (signal) => {
  const preload = join(folder, `${signal}.cjs`);
  // Each write of a command file takes long; the first one is of the login's state, the second tells that the export has begun.
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
