import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { ActionOptions } from '../../harness/run-action.js';
import { append, print, runScript } from '../../harness/run-script.js';

describe('what the action gets', () => {
  async function environmentOf(options: ActionOptions) {
    const { stdout } = await runScript('console.log(JSON.stringify({ ...process.env, cwd: process.cwd() }))', options);
    const environment: Record<string, string> = JSON.parse(stdout);
    return environment;
  }

  test('is what the runner gives, and nothing of this process', async () => {
    process.env['NODE_EXTRA_CA_CERTS'] = '/dev/null';
    const environment = await environmentOf({});
    delete process.env['NODE_EXTRA_CA_CERTS'];

    expect(Object.keys(environment).sort()).toEqual([
      'CI',
      'GITHUB_ACTIONS',
      'GITHUB_ENV',
      'GITHUB_OUTPUT',
      'GITHUB_PATH',
      'GITHUB_STATE',
      'GITHUB_STEP_SUMMARY',
      'GITHUB_WORKSPACE',
      'HOME',
      'INPUT_PLAIN',
      'INPUT_WITH-DASH',
      'INPUT_WITH_DEFAULT',
      'PATH',
      'RUNNER_OS',
      'RUNNER_TEMP',
      'cwd',
    ]);
    expect(environment['cwd']).toBe(environment['GITHUB_WORKSPACE']);
  });

  test('has the value or the default of each declared input', async () => {
    expect(await environmentOf({ inputs: { 'with-dash': '' } })).toMatchObject({
      INPUT_PLAIN: '',
      INPUT_WITH_DEFAULT: 'true',
      'INPUT_WITH-DASH': '',
    });
  });

  test('has no input that action.yml does not know', async () => {
    await expect(runScript('', { inputs: { plian: 'x' } })).rejects.toThrow(/declares no input plian/);
  });

  test('has the state, and the variables that the test adds or removes', async () => {
    const environment = await environmentOf({ state: new Map([['Key', 'v']]), env: { RUNNER_DEBUG: '1', CI: '' } });

    expect(environment).toMatchObject({ STATE_Key: 'v', RUNNER_DEBUG: '1' });
    expect(environment).not.toHaveProperty('CI');
  });
});

describe('what the action did', () => {
  test('is read from its files', async () => {
    const run = await runScript(
      [
        append('GITHUB_ENV', 'A<<E\n1\n2\nE\nnode_options=x\n'),
        append('GITHUB_OUTPUT', 'o=1\nO=2\nbad\n'),
        append('GITHUB_STATE', 's=1\n'),
        append('GITHUB_PATH', '/bin\n'),
        'process.exitCode = 3;',
      ].join('\n'),
    );

    expect(run).toMatchObject({ exitCode: 3, signal: null, raw: { state: 's=1\n', path: '/bin\n' } });
    expect([run.variables, run.outputs, run.state]).toEqual([
      new Map([['A', '1\n2']]),
      new Map([['o', '2']]),
      new Map([['s', '1']]),
    ]);
    expect(run.fileErrors).toEqual([
      "Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.",
      "Unable to process file command 'output' successfully.",
      "Invalid format 'bad'",
    ]);
    expect(run.log.lines).toEqual(run.fileErrors.map((message) => `Error: ${message}`));
  });

  test('is read from the deprecated commands too', async () => {
    const run = await runScript(print('::set-output name=o::1') + print('::save-state name=s::2'));

    expect([run.outputs, run.state]).toEqual([new Map([['o', '1']]), new Map([['s', '2']])]);
  });

  test('is the lines of both streams, none cut by the other', async () => {
    const run = await runScript(`
      const pause = () => new Promise((resolve) => setTimeout(resolve, 100));
      process.stdout.write('one, ');
      await pause();
      process.stderr.write('two\\n');
      await pause();
      process.stdout.write('three\\r');
      await pause();
      process.stdout.write('\\nfour');`);

    expect(run.log.lines).toEqual(['two', 'one, three', 'four']);
    expect([run.stdout, run.stderr]).toEqual(['one, three\r\nfour', 'two\n']);
  });

  test('is what it left behind, then all is removed', async () => {
    const run = await runScript(`
      mkdirSync(process.env.RUNNER_TEMP + '/kept');
      for (const path of [process.env.RUNNER_TEMP + '/kept/key', process.env.HOME + '/.rc', 'here']) {
        writeFileSync(path, '');
      }`);

    expect(run.leftovers).toEqual(['_temp/kept/', '_temp/kept/key', 'home/.rc', 'workspace/here']);
    expect(existsSync(run.temp)).toBe(false);
  });

  test('stays where the test gave a folder, for the next step of the job', async () => {
    const jobFolder = mkdtempSync(join(tmpdir(), 'job-'));
    const main = await runScript("writeFileSync(process.env.RUNNER_TEMP + '/key', 'x');", { jobFolder });
    const post = await runScript('', { entry: 'post', jobFolder });
    const key = readFileSync(join(main.temp, 'key'), 'utf8');
    rmSync(jobFolder, { recursive: true });

    expect(key).toBe('x');
    expect(post.leftovers).toEqual(['_temp/key']);
  });

  test('ends with a kill when it takes too long', async () => {
    const run = await runScript('setInterval(() => {}, 1000);', { timeoutMs: 300 });

    expect(run).toMatchObject({ exitCode: null, signal: 'SIGKILL' });
  });

  test('can be broken off by a signal', async () => {
    const run = await runScript('setInterval(() => {}, 1000); console.log("up");', {
      onStart: (child) => child.stdout?.once('data', () => child.kill('SIGINT')),
    });

    expect(run).toMatchObject({ exitCode: null, signal: 'SIGINT', stdout: 'up\n' });
  });
});
