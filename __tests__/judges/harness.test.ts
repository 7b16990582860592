import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { ActionOptions } from '../../harness/run-action.js';
import { append, print, runScript } from '../../harness/run-script.js';

describe('The environment of a run', () => {
  async function environmentOf(options: ActionOptions) {
    const { stdout } = await runScript('console.log(JSON.stringify({ ...process.env, cwd: process.cwd() }))', options);
    const environment: Record<string, string> = JSON.parse(stdout);
    return environment;
  }

  test('The action gets the variables of the runner, and nothing of this process', async () => {
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
      'RUNNER_DEBUG',
      'RUNNER_OS',
      'RUNNER_TEMP',
      'cwd',
    ]);
    expect(environment['cwd']).toBe(environment['GITHUB_WORKSPACE']);
  });

  test('Each declared input has its value or its default', async () => {
    expect(await environmentOf({ inputs: { 'with-dash': '' } })).toMatchObject({
      INPUT_PLAIN: '',
      INPUT_WITH_DEFAULT: 'true',
      'INPUT_WITH-DASH': '',
    });
  });

  test('An input that action.yml does not declare is passed on, in upper case and with its hyphens', async () => {
    const environment = await environmentOf({ inputs: { plian: 'x', 'with-Dash blank': 'y' } });

    expect(environment).toMatchObject({ INPUT_PLIAN: 'x', 'INPUT_WITH-DASH_BLANK': 'y' });
  });

  test('A run has the state, and the variables that the test adds or removes', async () => {
    const environment = await environmentOf({ state: new Map([['Key', 'v']]), env: { RUNNER_DEBUG: '1', CI: '' } });

    expect(environment).toMatchObject({ STATE_Key: 'v', RUNNER_DEBUG: '1' });
    expect(environment).not.toHaveProperty('CI');
  });
});

describe('The result of a run', () => {
  test('Variables, outputs, state and errors are read from the files of the runner', async () => {
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

  test('Outputs and state are also read from the deprecated commands', async () => {
    const run = await runScript(print('::set-output name=o::1') + print('::save-state name=s::2'));

    expect([run.outputs, run.state]).toEqual([new Map([['o', '1']]), new Map([['s', '2']])]);
  });

  test('The log has whole lines of both streams, in the order in which the lines end', async () => {
    // Each write waits until this process has read the previous one.
    const script = `
      setInterval(() => {}, 1000);
      const write = (stream, text) => {
        const isRead = new Promise((resolve) => process.once('SIGUSR2', resolve));
        stream.write(text);
        return isRead;
      };
      await write(process.stdout, 'one, ');
      await write(process.stderr, 'two\\n');
      await write(process.stdout, 'three\\r');
      await write(process.stdout, '\\nfour');
      process.exit();`;
    const run = await runScript(script, {
      onStart: (child) => {
        child.stdout?.on('data', () => child.kill('SIGUSR2'));
        child.stderr?.on('data', () => child.kill('SIGUSR2'));
      },
    });

    expect(run.log.lines).toEqual(['two', 'one, three', 'four']);
    expect([run.stdout, run.stderr]).toEqual(['one, three\r\nfour', 'two\n']);
  });

  test('The files that the action leaves are listed, and then removed', async () => {
    const run = await runScript(`
      mkdirSync(process.env.RUNNER_TEMP + '/kept');
      for (const path of [process.env.RUNNER_TEMP + '/kept/key', process.env.HOME + '/.rc', 'here']) {
        writeFileSync(path, '');
      }`);

    expect(run.leftovers).toEqual(['_temp/kept/', '_temp/kept/key', 'home/.rc', 'workspace/here']);
    expect(existsSync(run.temp)).toBe(false);
  });

  test('In a folder of the test, the files stay for the next step of the job', async () => {
    const jobFolder = mkdtempSync(join(tmpdir(), 'job-'));
    const main = await runScript("writeFileSync(process.env.RUNNER_TEMP + '/key', 'x');", { jobFolder });
    const post = await runScript('', { entry: 'post', jobFolder });
    const key = readFileSync(join(main.temp, 'key'), 'utf8');
    rmSync(jobFolder, { recursive: true });

    expect(key).toBe('x');
    expect(post.leftovers).toEqual(['_temp/key']);
  });

  test('A run that exceeds its time is killed', async () => {
    const run = await runScript('setInterval(() => {}, 1000);', { timeoutMs: 300 });

    expect(run).toMatchObject({ exitCode: null, signal: 'SIGKILL' });
  });

  test('A test can interrupt a run with a signal', async () => {
    const run = await runScript('setInterval(() => {}, 1000); console.log("up");', {
      onStart: (child) => child.stdout?.once('data', () => child.kill('SIGINT')),
    });

    expect(run).toMatchObject({ exitCode: null, signal: 'SIGINT', stdout: 'up\n' });
  });
});
