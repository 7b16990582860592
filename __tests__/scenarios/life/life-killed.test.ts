import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { exampleProject, exampleWriter, secret, startChariot } from '../../../emulator/chariot/index.js';
import { exampleFrontend, startRealm } from '../../../emulator/realm/index.js';
import { AS_USER } from '../../../harness/jobs/life-job.js';
import { type ActionRun, runAction } from '../../../harness/run-action.js';

/** Kills the process when it continues for the nth time after waiting for something other than a promise. */
const KILL = `
import { createHook } from 'node:async_hooks';
const types = new Map();
let left = Number(process.env.KILL_AT);
createHook({
  init: (id, type) => types.set(id, type),
  before: (id) => { if (types.get(id) !== 'PROMISE' && --left === 0) process.kill(process.pid, 'SIGKILL'); },
}).enable();`;

const killAt = (nth: number) => ({
  KILL_AT: String(nth),
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(KILL)}`,
});

interface Death {
  readonly main: ActionRun;
  readonly post: ActionRun;
}

/** Runs main, kills it at its nth awaited point, and runs the post step. */
async function die(inputs: Readonly<Record<string, string>>, nth: number): Promise<Death> {
  const jobFolder = mkdtempSync(join(tmpdir(), 'killed-'));
  try {
    const main = await runAction({ jobFolder, inputs, env: killAt(nth) });
    return { main, post: await runAction({ jobFolder, state: main.state, entry: 'post' }) };
  } finally {
    rmSync(jobFolder, { recursive: true });
  }
}

/** Kills main at every awaited point from its start to its end, some at the same time. */
async function everyDeath(one: (nth: number) => Promise<Death>): Promise<Death[]> {
  const deaths: Death[] = [];
  for (let nth = 1; ; nth += 4) {
    const some = await Promise.all([nth, nth + 1, nth + 2, nth + 3].map(one));
    deaths.push(...some);
    if (some.every(({ main }) => main.signal === null)) return deaths;
  }
}

const exported = ({ main }: Death) => [...main.outputs.keys(), ...main.variables.keys()];

describe('A step that is killed at any awaited point', () => {
  test('A killed step leaves no session at the server once it has its token, and no files', async () => {
    const left: string[] = [];
    let saved = 0;
    const deaths = await everyDeath(async (nth) => {
      const realm = await startRealm();
      const { clientId: client_id } = exampleFrontend;
      const inputs = {
        ...AS_USER,
        url: realm.baseUrl,
        tenant: 'example',
        client_id,
        client_secret: 'example-frontend-client-secret',
        whoami: 'true',
        token_cache: 'true',
      };
      const death = await die(inputs, nth);
      const isMasked = realm.issuedTokens().some((token) => death.main.log.masker.mask(token) === '***');
      saved += death.main.state.size;
      if (realm.liveSessions().length > 0 && (isMasked || death.main.state.size > 0)) left.push(`a session (${nth})`);
      await realm.close();
      return death;
    });

    expect(left).toEqual([]);
    expect(saved).toBeGreaterThan(5);
    expect(deaths.length).toBeGreaterThan(20);
    expect(deaths.flatMap(({ post }) => post.leftovers)).toEqual([]);
    expect(new Set(deaths.map(({ post }) => post.exitCode))).toEqual(new Set([0]));
  }, 120_000);

  test('A killed step leaves no files, and has exported everything or nothing', async () => {
    const chariot = await startChariot({ owners: [{ ...exampleProject, settings: [secret('a', 'value of a')] }] });
    const { clientId: client_id, clientSecret: client_secret } = exampleWriter;
    const inputs = {
      url: chariot.url,
      client_id,
      client_secret,
      project_id: exampleProject.id,
      secrets: 'a | @file',
      token_cache: 'true',
    };
    const deaths = await everyDeath((nth) => die(inputs, nth));
    await chariot.close();

    const all = exported(deaths.at(-1) as Death);
    expect(all).toContain('A');
    expect(deaths.map(exported).filter((names) => names.length > 0 && names.join() !== all.join())).toEqual([]);
    expect(deaths.flatMap(({ post }) => post.leftovers)).toEqual([]);
    expect(new Set(deaths.map(({ post }) => post.exitCode))).toEqual(new Set([0]));
  }, 120_000);
});
