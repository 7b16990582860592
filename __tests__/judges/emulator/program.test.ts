import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from '@jest/globals';
import { PLATFORMS } from '../../../src/platforms/index.js';
import { runProgram, startProgram } from './running-program.js';

const ME = '/api/identity/v2/users/me/';
const ALLOWED =
  'Platforms: chariot, dataclarity, descarteslabs, earthone, keycloak, oauth2. Options: --port N, --help.\n';
const PORT = 'is not a port number. Write a number from 0 to 65535, such as --port 8080.\n';

test.each(['SIGINT', 'SIGTERM'] as const)('The program prints each request, and exits on %s', async (signal) => {
  const program = startProgram();
  await program.waitFor('Ctrl+C');
  const [, url = ''] = /^The emulator of Chariot runs at (http:\S+)\n/.exec(program.printed()) ?? [];
  await (await fetch(url + ME)).text();
  await program.waitFor(`GET ${ME} 401`);
  program.process.kill(signal);
  expect(await once(program.process, 'close')).toEqual([0, null]);
});

test('The program with several servers exits on a signal', async () => {
  const program = startProgram('keycloak');
  await program.waitFor('Ctrl+C');
  program.process.kill('SIGTERM');
  expect(await once(program.process, 'close')).toEqual([0, null]);
});

test.each([['--help'], ['-h'], ['keycloak', '--help']])('The arguments %j print the usage', async (...args) => {
  const { stdout, stderr, code } = await runProgram(...args.filter((arg) => typeof arg === 'string'));
  expect([stderr, code]).toEqual(['', 0]);
  expect(stdout).toMatch(/^Usage: npm run emulator -- \[PLATFORM\] \[--port N\]\n/);
  expect(stdout).toContain(`\nPlatforms: ${Object.keys(PLATFORMS).join(', ')}. Default: chariot.\n`);
  expect(stdout).toMatch(/^ {2}--port N .+\n {2}-h, --help .+$/m);
  expect(stdout).toContain('\nExample: npm run emulator -- keycloak --port 8080\n');
});

test.each([
  ['a port that is not a number', ['--port', 'x'], `--port "x" ${PORT}`],
  ['a port that is too large', ['--port', '65536'], `--port "65536" ${PORT}`],
  ['a port that is missing', ['--port'], `Option '--port <value>' argument missing. ${ALLOWED}`],
  ['an unknown option', ['--prot', '1'], `Unknown option '--prot'. ${ALLOWED}`],
  ['an unknown platform', ['keycloack'], `Unknown platform 'keycloack'. ${ALLOWED}`],
  ['a name of the language', ['constructor'], `Unknown platform 'constructor'. ${ALLOWED}`],
  ['a second platform', ['oauth2', 'keycloak'], `Unexpected argument 'keycloak' after the platform. ${ALLOWED}`],
])('The program rejects %s with one line', async (_name, args, line) => {
  expect(await runProgram(...args)).toEqual({ stdout: '', stderr: line, code: 1 });
});

test.each(['chariot', 'keycloak', 'earthone'])('%s reports a port that is already in use', async (platform) => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const address = holder.address();
  const port = typeof address === 'object' ? `${address?.port}` : '';
  const ended = await runProgram(platform, '--port', port);
  holder.close();
  expect(ended).toEqual({
    stdout: '',
    stderr: `Port ${port} is already in use. Choose another port with --port.\n`,
    code: 1,
  });
});
