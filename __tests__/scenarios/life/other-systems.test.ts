import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { exampleProject, exampleWriter, secret, startChariot } from '../../../emulator/chariot/index.js';
import { lineOf } from '../../../harness/jobs/life-job.js';
import { projectRoot } from '../../../harness/project.js';
import { runAction } from '../../../harness/run-action.js';
import { temporaryFolder } from '../../../harness/temporary-folder.js';

const KEY = 'Zq8-kX3.wV7\nHd5_Fb9+Ys4\n';
const settings = [secret('key', KEY), secret('ghcr', { server: 'ghcr.io', username: 'u', password: 'Nx9!Qf5-Vz2' })];

/** An operation on files, and the error with which it fails. */
type Failing = Readonly<Record<string, string>>;

const jobFolder = temporaryFolder();

/** Runs two steps that share a token, and their post steps, as if the machine had another system. */
async function runOn(platform: NodeJS.Platform, failing: { readonly main?: Failing; readonly post?: Failing } = {}) {
  const chariot = await startChariot({ owners: [{ ...exampleProject, settings }] });
  const probe = join(projectRoot, 'harness', 'other-system.cjs');
  const env = (operations: Failing = {}) => ({
    NODE_OPTIONS: `--require=${JSON.stringify(probe)}`,
    OTHER_SYSTEM: JSON.stringify({ platform, failing: operations }),
  });
  const inputs = {
    url: chariot.url,
    client_id: exampleWriter.clientId,
    client_secret: exampleWriter.clientSecret,
    project_id: exampleProject.id,
    secrets: 'key | KEY\r\nkey | KEY_FILE@file\r\nghcr | @docker\r\n',
    token_cache: 'true',
  };
  const main = () => runAction({ jobFolder: jobFolder(), platform, inputs, env: env(failing.main) });
  try {
    const steps = [await main(), await main()] as const;
    const files = steps.map(({ variables }) => readFileSync(variables.get('KEY_FILE') ?? '', 'utf8'));
    const logins = chariot.requests.filter(({ route }) => route === 'login').length;
    const post = async (index: 0 | 1) =>
      runAction({ jobFolder: jobFolder(), platform, state: steps[index].state, entry: 'post', env: env(failing.post) });
    return { steps, files, logins, posts: [await post(1), await post(0)] };
  } finally {
    await chariot.close();
  }
}

const exportsOf = ({ variables }: Awaited<ReturnType<typeof runOn>>['steps'][number]) => ({
  key: variables.get('KEY')?.replaceAll('\r\n', '\n'),
  names: [...variables.keys()].sort(),
});

const NAMES = ['CHARIOT_TOKEN', 'DOCKER_CONFIG', 'KEY', 'KEY_FILE', 'REGISTRY_AUTH_FILE'];

// The bundle sees these systems, but the paths and the disk are those of this machine.
const onUnix = process.platform === 'win32' ? describe.skip : describe;
onUnix('A step that sees another system', () => {
  test.each<NodeJS.Platform>(['win32', 'darwin'])(
    'On %s, lines of `secrets` that end with CRLF are exported, steps share a token, and the post steps remove everything',
    async (platform) => {
      const { steps, files, logins, posts } = await runOn(platform);

      expect(steps.map(exportsOf)).toEqual([
        { key: KEY, names: NAMES },
        { key: KEY, names: NAMES },
      ]);
      expect(steps.flatMap(({ fileErrors, stderr }) => [...fileErrors, stderr])).toEqual(['', '']);
      expect([files, logins]).toEqual([[KEY, KEY], 1]);
      expect(posts.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
      expect(posts.at(-1)?.leftovers).toEqual([]);
    },
    20_000,
  );

  test.each(['EPERM', 'EBUSY', 'EACCES'])(
    'If Windows refuses to rename a file with %s, each step logs in itself and succeeds',
    async (code) => {
      const { steps, logins, posts } = await runOn('win32', { main: { renameSync: code } });

      expect(steps.map(exportsOf)).toEqual([
        { key: KEY, names: NAMES },
        { key: KEY, names: NAMES },
      ]);
      expect(logins).toBe(2);
      expect(posts.at(-1)?.leftovers).toEqual([]);
    },
    20_000,
  );

  test.each(['EBUSY', 'ENOTEMPTY', 'EPERM'])(
    'If Windows refuses to remove an open file with %s, the post step exits with 0 and names what it left',
    async (code) => {
      const { posts } = await runOn('win32', { post: { rmSync: code } });

      expect(posts.map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual([
        [0, ''],
        [0, ''],
      ]);
      expect(posts.map(lineOf)).toEqual(posts.map(() => expect.stringContaining(code)));
    },
    20_000,
  );
});
