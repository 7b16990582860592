import type { ChildProcess } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { exampleProject, exampleWriter, secret, startChariot } from '../../../emulator/chariot/index.js';
import { exampleFrontend, type Fault, type RealmRoute, startRealm } from '../../../emulator/realm/index.js';
import { AS_USER, lineOf } from '../../../harness/jobs/life-job.js';
import { runAction } from '../../../harness/run-action.js';
import { temporaryFolder } from '../../../harness/temporary-folder.js';
import { isReported, reporting } from '../../support/unread-step.js';

const SIGNALS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const;

const jobFolder = temporaryFolder();

/** Runs a user's login, sends a signal while the server delays one response, then runs the post step. */
async function cancel(
  signal: NodeJS.Signals,
  route: RealmRoute,
  { fault = { kind: 'stall' }, afterSignal = () => {} }: { fault?: Fault; afterSignal?: () => void } = {},
) {
  const realm = await startRealm();
  realm.setFault(route, fault);
  const arrived = async () => {
    while (!realm.requests.some(({ target }) => target.endsWith(route))) await new Promise(setImmediate);
  };
  const secretOf = { client_id: exampleFrontend.clientId, client_secret: 'example-frontend-client-secret' };
  const main = await runAction({
    jobFolder: jobFolder(),
    inputs: { ...AS_USER, ...secretOf, url: realm.baseUrl, tenant: 'example', whoami: 'true' },
    onStart: (child) => {
      child.stdout?.on('data', (text: Buffer) => text.includes('Cancelled') && afterSignal());
      void arrived().then(() => child.kill(signal));
    },
  });
  const post = await runAction({ jobFolder: jobFolder(), state: main.state, entry: 'post' });
  const sessions = realm.liveSessions().length;
  const asked = realm.requests.map(({ target }) => target.split('/').at(-1));
  await realm.close();
  return { main, post, sessions, asked };
}

const onUnix = process.platform === 'win32' ? describe.skip : describe;
onUnix('A step that is cancelled', () => {
  test.each(SIGNALS)('After %s following the login, the post step logs the session out', async (signal, code) => {
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

  test.each(SIGNALS)(
    'After %s during a login that is not answered, there is nothing to revoke',
    async (signal, code) => {
      const { main, post } = await cancel(signal, 'token');

      expect([main.exitCode, main.state.size, lineOf(post)]).toEqual([code, 0, 'Nothing to clean up.']);
    },
  );

  test.each(SIGNALS)(
    'After %s during a login that is answered then, the post step revokes the token',
    async (signal, code) => {
      let answer = () => {};
      const until = new Promise<void>((resolve) => {
        answer = resolve;
      });
      const { main, post, sessions, asked } = await cancel(signal, 'token', {
        fault: { kind: 'held', until },
        afterSignal: answer,
      });

      expect([main.exitCode, main.outputs.size, main.variables.size, asked]).toEqual([code, 0, 0, ['token', 'logout']]);
      expect([lineOf(post), sessions]).toEqual(['No files to remove. The session of this step was logged out.', 0]);
    },
  );

  /** Cancels a step whose output is larger than a pipe and is not read before `resume`. */
  async function cancelUnread(resume: (child: ChildProcess) => unknown) {
    const settings = [
      secret('large', Array.from({ length: 1500 }, (_, n) => `line-${n}-${'x'.repeat(40)}`).join('\n')),
    ];
    const chariot = await startChariot({ owners: [{ ...exampleProject, settings }] });
    const { clientId: client_id, clientSecret: client_secret } = exampleWriter;
    const main = await runAction({
      jobFolder: jobFolder(),
      env: reporting('process.stdout.writableNeedDrain'),
      inputs: { url: chariot.url, client_id, client_secret, project_id: exampleProject.id, secrets: 'large' },
      onStart(child) {
        child.stdout?.pause();
        void isReported(child, 'waiting').then(() => {
          child.kill('SIGINT');
          resume(child);
        });
      },
    });
    await chariot.close();
    return [main.exitCode, main.signal, main.outputs.size, main.variables.size];
  }

  test('A cancelled step whose output is not read is killed one second later', async () => {
    const ended = await cancelUnread((child) => child.once('exit', () => child.stdout?.resume()));

    expect(ended).toEqual([null, 'SIGKILL', 0, 0]);
  });

  test('A step that is cancelled while its output waits for a reader exports nothing', async () => {
    const ended = await cancelUnread((child) => isReported(child, 'signal').then(() => child.stdout?.resume()));

    expect(ended).toEqual([130, null, 0, 0]);
  });
});
