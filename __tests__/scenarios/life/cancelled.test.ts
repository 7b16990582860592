import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { exampleProject, exampleWriter, secret, startChariot } from '../../../emulator/chariot/index.js';
import { exampleFrontend, type RealmRoute, startRealm } from '../../../emulator/realm/index.js';
import { AS_USER, lineOf } from '../../../harness/jobs/life-job.js';
import { runAction } from '../../../harness/run-action.js';

const SIGNALS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const;

let jobFolder: string;
beforeEach(() => {
  jobFolder = mkdtempSync(join(tmpdir(), 'cancelled-'));
});
afterEach(() => rmSync(jobFolder, { recursive: true }));

/** Runs a user's login and sends a signal while the server keeps one answer back; then the post step. */
async function cancel(signal: NodeJS.Signals, route: RealmRoute) {
  const realm = await startRealm();
  realm.setFault(route, { kind: 'stall' });
  const arrived = async () => {
    while (!realm.requests.some(({ target }) => target.endsWith(route))) await new Promise(setImmediate);
  };
  const secretOf = { client_id: exampleFrontend.clientId, client_secret: 'example-frontend-client-secret' };
  const main = await runAction({
    jobFolder,
    inputs: { ...AS_USER, ...secretOf, url: realm.baseUrl, tenant: 'example', whoami: 'true' },
    onStart: (child) => void arrived().then(() => child.kill(signal)),
  });
  const post = await runAction({ jobFolder, state: main.state, entry: 'post' });
  const sessions = realm.liveSessions().length;
  await realm.close();
  return { main, post, sessions };
}

const onUnix = process.platform === 'win32' ? describe.skip : describe;
onUnix('a step that is cancelled', () => {
  test.each(SIGNALS)('by %s after its login: the post step ends the session', async (signal, code) => {
    const { main, post, sessions } = await cancel(signal, 'userinfo');

    expect([main.exitCode, main.signal, main.log.lines.at(-1)]).toEqual([
      code,
      null,
      `Cancelled (${signal}): this step stops now, and its post step cleans up.`,
    ]);
    expect([main.outputs.size, main.variables.size, main.fileErrors, main.stderr]).toEqual([0, 0, [], '']);
    expect(main.log.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    expect([post.exitCode, lineOf(post), sessions]).toEqual([
      0,
      'No files to remove. The session of this step was logged out.',
      0,
    ]);
  });

  test.each(SIGNALS)('by %s during its login: there is nothing to end', async (signal, code) => {
    const { main, post } = await cancel(signal, 'token');

    expect([main.exitCode, main.state.size, lineOf(post)]).toEqual([code, 0, 'Nothing to clean up.']);
  });

  /** Runs a step that prints more than a pipe takes, to a runner that does not read until `resume`, and cancels it. */
  async function cancelUnread(resume: (child: ChildProcess) => void) {
    const settings = [
      secret('large', Array.from({ length: 1500 }, (_, n) => `line-${n}-${'x'.repeat(40)}`).join('\n')),
    ];
    const chariot = await startChariot({ owners: [{ ...exampleProject, settings }] });
    const { clientId: client_id, clientSecret: client_secret } = exampleWriter;
    const printed = async () => {
      while (!chariot.requests.some(({ target }) => target.includes('decrypt'))) await new Promise(setImmediate);
      await new Promise((resolve) => setTimeout(resolve, 500));
    };
    const main = await runAction({
      jobFolder,
      inputs: { url: chariot.url, client_id, client_secret, project_id: exampleProject.id, secrets: 'large' },
      onStart(child) {
        child.stdout?.pause();
        void printed().then(() => {
          child.kill('SIGINT');
          resume(child);
        });
      },
    });
    await chariot.close();
    return [main.exitCode, main.signal, main.outputs.size, main.variables.size];
  }

  test('although nobody reads what it prints: it is killed a second later', async () => {
    const ended = await cancelUnread((child) => child.once('exit', () => child.stdout?.resume()));

    expect(ended).toEqual([null, 'SIGKILL', 0, 0]);
  });

  test('while its export waits for a reader: that does not begin any more', async () => {
    const ended = await cancelUnread((child) => setTimeout(() => child.stdout?.resume(), 300));

    expect(ended).toEqual([130, null, 0, 0]);
  });
});
