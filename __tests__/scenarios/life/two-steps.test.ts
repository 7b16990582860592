import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Chariot, exampleProject, exampleWriter, secret, startChariot } from '../../../emulator/chariot/index.js';
import { exampleFrontend, type RunningRealm, startRealm } from '../../../emulator/realm/index.js';
import { AS_USER, lineOf } from '../../../harness/jobs/life-job.js';
import { leaksIn } from '../../../harness/judges/leaks.js';
import { type ActionRun, runAction } from '../../../harness/run-action.js';
import { openWorkshop, type Workshop } from '../../../harness/servers/certificates.js';
import { startTlsFront, type TlsFront } from '../../../harness/servers/tls-front.js';
import { temporaryFolder } from '../../../harness/temporary-folder.js';

const VALUES = { first: 'value of the first project', second: 'value of the second one' };
type Which = keyof typeof VALUES;

let workshop: Workshop;
let chariots: Record<Which, Chariot>;
let fronts: Record<Which, TlsFront>;
let realm: RunningRealm;

beforeAll(async () => {
  workshop = openWorkshop();
  const start = async (which: Which) => {
    const authority = workshop.issue(`authority-${which}`, { isAuthority: true });
    const { certificate, key } = workshop.issue(`server-${which}`, { issuer: authority, names: 'IP:127.0.0.1' });
    workshop.issue(`client-${which}`, { issuer: authority, usage: 'clientAuth' });
    const chariot = await startChariot({ owners: [{ ...exampleProject, settings: [secret('key', VALUES[which])] }] });
    const tls = {
      cert: readFileSync(certificate),
      key: readFileSync(key),
      ca: workshop.read(`authority-${which}.pem`),
    };
    const front = await startTlsFront(Number(new URL(chariot.url).port), {
      ...tls,
      requestCert: true,
      rejectUnauthorized: true,
    });
    return [chariot, front] as const;
  };
  const [first, second] = [await start('first'), await start('second')];
  chariots = { first: first[0], second: second[0] };
  fronts = { first: first[1], second: second[1] };
  realm = await startRealm();
});
afterAll(async () => {
  for (const server of [...Object.values(fronts), ...Object.values(chariots), realm]) await server.close();
  workshop.close();
});
const jobFolder = temporaryFolder();

/** A step with its own project, authority and certificate, whose Secret is exported to a file. */
const chariotStep = (which: Which, env: Record<string, string> = {}) =>
  runAction({
    jobFolder: jobFolder(),
    env,
    inputs: {
      url: `https://127.0.0.1:${fronts[which].port}`,
      client_id: exampleWriter.clientId,
      client_secret: exampleWriter.clientSecret,
      project_id: exampleProject.id,
      ca_certificate: workshop.path(`authority-${which}.pem`),
      certificate: workshop.path(`client-${which}.pem`),
      private_key: workshop.path(`client-${which}.key`),
      secrets: 'key | KEY_PATH@file',
      token_cache: 'true',
    },
  });

/** A step on another platform. */
const realmStep = (env: Record<string, string> = {}) => {
  const client = { client_id: exampleFrontend.clientId, client_secret: 'example-frontend-client-secret' };
  return runAction({
    jobFolder: jobFolder(),
    env,
    inputs: { ...AS_USER, ...client, url: realm.baseUrl, tenant: 'example', token_cache: 'true' },
  });
};

const postOf = ({ state }: ActionRun, env: Record<string, string> = {}) =>
  runAction({ jobFolder: jobFolder(), env, state, entry: 'post' });
const pathOf = (run: ActionRun) => run.variables.get('KEY_PATH') ?? '';
const contentOf = (run: ActionRun) => readFileSync(pathOf(run), 'utf8');
const known = () => [...Object.values(VALUES), ...realm.issuedTokens(), exampleWriter.clientSecret];
const problemsOf = (run: ActionRun) => [...leaksIn(run, known()), ...(run.exitCode === 0 ? [] : run.log.lines)];

describe('Steps with different platforms, projects and certificates', () => {
  test('If steps run one after another, a later step keeps the files of an earlier one', async () => {
    const first = await chariotStep('first');
    const middle = await realmStep(Object.fromEntries(first.variables));
    const second = await chariotStep('second', Object.fromEntries([...first.variables, ...middle.variables]));

    expect([first, middle, second].flatMap(problemsOf)).toEqual([]);
    expect([contentOf(first), contentOf(second)]).toEqual(Object.values(VALUES));
    const now = Object.fromEntries([...first.variables, ...middle.variables, ...second.variables]);
    const undone = await postOf(second, now);
    // The variable contains the path of the first step's file again, which still exists.
    expect([undone.variables.get('KEY_PATH'), contentOf(first)]).toEqual([pathOf(first), VALUES.first]);
    expect(lineOf(await postOf(middle))).toBe('No files to remove. The session of this step was logged out.');
    expect(contentOf(first)).toBe(VALUES.first);
    await postOf(first);
    expect([first, second].map((run) => existsSync(pathOf(run)))).toEqual([false, false]);
  });

  test('If steps run at the same time, their post steps may run in any order', async () => {
    const runs = await Promise.all([chariotStep('first'), realmStep(), chariotStep('second')]);
    const [first, , second] = runs;

    expect(runs.flatMap(problemsOf)).toEqual([]);
    expect([contentOf(first), contentOf(second)]).toEqual(Object.values(VALUES));
    const posts = await Promise.all(runs.map((run) => postOf(run)));
    expect(posts.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
    expect(posts.flatMap(problemsOf)).toEqual([]);
    expect((await postOf(first)).leftovers).toEqual([]);
    expect(realm.liveSessions()).toEqual([]);
  });
});
