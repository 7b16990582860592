import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { exampleFrontend, type RunningRealm, startRealm } from '../../../emulator/realm/index.js';
import { AS_USER, lineOf } from '../../../harness/jobs/life-job.js';
import { leaksIn } from '../../../harness/judges/leaks.js';
import { type ActionRun, runAction } from '../../../harness/run-action.js';

const SECRET = 'example-frontend-client-secret';
const USER = { ...AS_USER, tenant: 'example', client_id: exampleFrontend.clientId, client_secret: SECRET };
/** Another client, because the realm rejects two logins of one user at the same moment. */
const BACKEND = {
  platform: 'keycloak',
  tenant: 'example',
  client_id: 'example-backend',
  client_secret: 'example-backend-client-secret',
};
const LOGGED_OUT = 'No files to remove. The session of this step was logged out.';

const STEPS = 16;

const onUnix = process.platform === 'win32' ? test.skip : test;

let jobFolder: string;
let realm: RunningRealm;
beforeEach(async () => {
  jobFolder = mkdtempSync(join(tmpdir(), 'shared-'));
  realm = await startRealm();
});
afterEach(async () => {
  await realm.close();
  rmSync(jobFolder, { recursive: true });
});

/** One step of the job. */
const step = (inputs: Record<string, string> = USER) =>
  runAction({
    jobFolder,
    inputs: { url: realm.baseUrl, token_cache: 'true', retries: '0', leeway_seconds: '5', ...inputs },
  });
const postOf = ({ state }: ActionRun) => runAction({ jobFolder, state, entry: 'post' });
const tokenOf = ({ outputs }: ActionRun) => outputs.get('bearer_token');
const logins = () => realm.requests.filter(({ target }) => target.endsWith('/token')).length;
const folder = () => join(jobFolder, '_temp', 'bearer-login-cache');

describe('Steps of one job with `token_cache: true`', () => {
  test('Steps with the same login share one token, and the step that requested it revokes it', async () => {
    const steps = [await step(), await step({ ...USER, whoami: 'false' }), await step()];
    const [first, ...others] = steps;

    expect([logins(), new Set(steps.map(tokenOf)).size]).toEqual([1, 1]);
    expect(steps.map(({ summary }) => /Logged in to|that an earlier step got/.exec(summary)?.[0])).toEqual([
      'Logged in to',
      'that an earlier step got',
      'that an earlier step got',
    ]);
    expect(steps.flatMap((run) => leaksIn(run, [SECRET, ...realm.issuedTokens()]))).toEqual([]);
    for (const other of others.toReversed()) {
      expect(lineOf(await postOf(other))).toBe('No files to remove.');
      expect([realm.liveSessions().length, existsSync(folder())]).toEqual([1, true]);
    }
    expect(lineOf(await postOf(first as ActionRun))).toBe(LOGGED_OUT);
    expect([realm.liveSessions(), existsSync(folder())]).toEqual([[], false]);
  });

  test('A new token is requested after the shared one was revoked', async () => {
    const first = await step();
    await postOf(first);
    const second = await step();

    expect([logins(), tokenOf(second) === tokenOf(first)]).toEqual([2, false]);
  });

  test('A step with another secret or client does not get the shared token', async () => {
    await step();
    const wrong = await step({ ...USER, client_secret: 'wrong-secret' });
    const other = await step(BACKEND);

    expect([wrong.exitCode, wrong.outputs.get('error_code'), other.exitCode, logins()]).toEqual([
      1,
      'unauthorized_client',
      0,
      3,
    ]);
  });

  test('A shared token that another program renames is not sent to another server', async () => {
    const other = await startRealm();
    await step(BACKEND);
    await step({ ...BACKEND, url: other.baseUrl });
    const [one = '', two = ''] = readdirSync(folder());
    renameSync(join(folder(), one), join(folder(), 'kept'));
    renameSync(join(folder(), two), join(folder(), one));
    renameSync(join(folder(), 'kept'), join(folder(), two));
    const steps = [await step(BACKEND), await step({ ...BACKEND, url: other.baseUrl })];
    const tokens = [realm, other].map((each) => each.issuedTokens());
    await other.close();

    expect(steps.map(tokenOf)).toEqual(tokens.map((issued) => issued.at(-1)));
    expect(tokens.map(({ length }) => length)).toEqual([2, 2]);
  });

  onUnix('A link in place of the folder leads no token elsewhere (not on Windows)', async () => {
    const workspace = join(jobFolder, 'workspace', 'elsewhere');
    mkdirSync(workspace, { recursive: true, mode: 0o700 });
    mkdirSync(join(jobFolder, '_temp'), { recursive: true });
    symlinkSync(workspace, folder());
    const steps = [await step(BACKEND), await step(BACKEND)];
    const post = await postOf(steps[0] as ActionRun);

    expect([readdirSync(workspace), logins()]).toEqual([[], 2]);
    expect(lineOf(post)).toBe(
      'Warning: In RUNNER_TEMP, "bearer-login-cache" was left, because it is not a private folder of this action. It may contain secrets, so remove it. The token of this step was revoked.',
    );
  });

  test('A step logs in without a cache if RUNNER_TEMP is in the workspace', async () => {
    const broken = await runAction({
      jobFolder,
      env: { GITHUB_WORKSPACE: jobFolder },
      inputs: { url: realm.baseUrl, token_cache: 'true', ...BACKEND },
    });

    expect([broken.exitCode, existsSync(folder())]).toEqual([0, false]);
  });
});

test('16 steps that start at once with one cache all get a valid token, and leave nothing behind', async () => {
  const steps = await Promise.all(Array.from({ length: STEPS }, () => step(BACKEND)));
  const tokens = steps.map(tokenOf);
  const issued = realm.issuedTokens();

  expect(steps.map(({ exitCode }) => exitCode)).toEqual(Array(STEPS).fill(0));
  expect(tokens.filter((token) => token === undefined || !issued.includes(token))).toEqual([]);
  expect(steps.flatMap(({ stderr, fileErrors }) => [stderr, ...fileErrors]).join('')).toBe('');
  expect(issued).toContain(tokenOf(await step(BACKEND)));
  expect(logins()).toBe(issued.length);

  const posts = await Promise.all(steps.map(postOf));
  const revoked = posts.filter((post) => lineOf(post).endsWith('The token of this step was revoked.')).length;
  expect(posts.map(({ exitCode }) => exitCode)).toEqual(Array(STEPS).fill(0));
  expect([revoked, existsSync(folder())]).toEqual([issued.length, false]);
}, 60_000);
