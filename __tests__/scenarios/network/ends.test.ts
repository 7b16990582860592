import { spawn } from 'node:child_process';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { failure, judge, runJob } from '../../../harness/jobs/chariot-job.js';
import { projectRoot } from '../../../harness/project.js';
import { startProxy } from '../../../harness/servers/proxy-server.js';

/** Runs a login with a deadline of two seconds. */
async function logIn(url: string, env: Record<string, string> = {}) {
  const job = await runJob({ inputs: { url, timeout_seconds: '2', project_id: '', retries: '5' }, env });
  return { job, verdict: judge(job) };
}

function late(url: string, phase: string) {
  const request = `POST ${url}/auth/client/v2/chariot/login`;
  return failure('deadline_exceeded', { what: `The login to Chariot did not finish within 2 s (${phase}).`, request });
}

/** Replaces Node's lookup of names by this function body, in which `own` is Node's function. */
function lookup(body: string) {
  const script = `import dns from 'node:dns'; import fs from 'node:fs';
    const own = dns.lookup; dns.lookup = (...args) => { ${body} };`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` };
}

test('The deadline keeps a process alive if nothing else does', async () => {
  const script = `import { startDeadline } from ${JSON.stringify(join(projectRoot, 'build/src/http/deadline.js'))};
    await startDeadline(1).bound(new Promise(() => {}), () => new Error('late')).catch(() => { process.exitCode = 7; });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });

  // Without the deadline, Node would exit with code 13.
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(7);
});

describe('The deadline of a step', () => {
  test('The deadline ends the lookup of a name, even if the resolver blocks the exit of the process', async () => {
    // The step's stderr is a socket to which no process writes. Four reads of it keep all threads of libuv busy, like four
    // lookups without an answer. A process waits for these threads before it exits.
    const block = 'for (const _ of "four") fs.read(2, Buffer.alloc(1), 0, 1, null, () => {});';
    const { job } = await logIn('https://chariot.test', lookup(`${block} return own(...args);`));

    expect(job.log.lines.at(-1)).toMatch(
      /\(looking up the name of the host\)\. .* \(POST https:\/\/chariot\.test\/.*\)$/,
    );
    expect(job.outputs.get('error_code')).toBe('deadline_exceeded');
    expect(job.exitCode).not.toBe(0);
  }, 20_000);

  test('The deadline ends a connection that the server never accepts', async () => {
    // A server that never accepts: the kernel ignores connections once the queue of the server is full.
    const script = `const s = require('node:net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
      require('node:fs').writeSync(1, String(s.address().port)); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); });`;
    const deaf = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] });
    const port = Number(await new Promise((resolve) => deaf.stdout.once('data', resolve)));
    const queue = Array.from({ length: 8 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
    await new Promise((resolve) => queue[0]?.once('connect', resolve));
    const { verdict } = await logIn(`http://127.0.0.1:${port}`);
    for (const socket of queue) socket.destroy();
    deaf.kill('SIGKILL');

    expect(verdict).toEqual(late('https://other', 'connecting'));
  });

  test('The deadline ends a TLS handshake that the server never answers', async () => {
    const sockets: Socket[] = [];
    const mute = createServer((socket) => void sockets.push(socket.on('error', () => undefined)));
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const url = `https://127.0.0.1:${(mute.address() as AddressInfo).port}`;
    const { verdict } = await logIn(url);
    for (const socket of sockets) socket.destroy();
    mute.close();

    expect(verdict).toEqual(late(url, 'in the TLS handshake'));
  });

  test('The deadline ends the wait for a proxy', async () => {
    const proxy = await startProxy({ answers: ['hang'] });
    const { verdict } = await logIn('https://chariot.test', { https_proxy: `http://127.0.0.1:${proxy.port}` });
    await proxy.close();

    expect(verdict).toEqual(late('https://chariot.test', 'waiting for the proxy'));
  });

  test('The deadline ends a lookup that never calls back, although nothing else keeps the process alive', async () => {
    const { verdict } = await logIn('https://chariot.test', lookup('return;'));

    expect(verdict).toEqual(late('https://chariot.test', 'looking up the name of the host'));
  });
});
