import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { type Chariot, startChariot } from '../../emulator/chariot/index.js';
import { isThorough, recordTried, timeLimit } from '../support/effort.js';
import { onUnix, victimJob } from '../support/neighbour.js';
import { PLANTED, type Planted } from '../support/planted.js';
import { problemsOfMain, problemsOfPost, runStep } from '../support/victim-steps.js';

const job = victimJob();
let chariot: Chariot;
beforeAll(async () => {
  chariot = await startChariot();
});
afterAll(() => chariot.close());

const CACHE = 'job/_temp/bearer-login-cache';
/** What a step may do with its own file of a shared token. */
const OWN = /^(?:removed|changed) job\/_temp\/bearer-login-cache(?:\/[0-9a-f]{64})?$/;

const TOKEN = 'a-token-of-another-program';
const EXPIRY = '2099-01-01T00:00:00.000Z';
const text =
  (what: string, content: (sealed: string) => string) =>
  (sealed: string): Planted => [what, (path) => writeFileSync(path, content(sealed), { mode: 0o600 })];

/** Files that look like a shared token, and that no step with these credentials wrote. */
const UNTRUSTED = [
  text('a token without a seal', () => `${JSON.stringify([TOKEN, 'Bearer', EXPIRY])}\n`),
  text('a token with an empty seal', () => `\n${JSON.stringify([TOKEN, 'Bearer', EXPIRY])}\n`),
  text('a token with the seal of another one', (sealed) => {
    return `${sealed.split('\n')[0]}\n${JSON.stringify([TOKEN, 'Bearer', EXPIRY])}\n`;
  }),
  text('a token of an older version', () => JSON.stringify({ token: TOKEN, expiresAt: EXPIRY })),
  text('a token with a changed letter', (sealed) => sealed.replace(/","Bearer/, 'x","Bearer')),
  text('the first half of a token', (sealed) => sealed.slice(0, sealed.length / 2)),
];

/** The things that are tried in a short run in place of a shared token. */
const isOfToken = ([what]: Planted) =>
  ['a folder for everybody', 'a hard link', 'a pipe', 'a link to a file'].includes(what);

/** Where a thing is planted: the path, and the variables of both steps. */
interface Place {
  readonly path: string;
  readonly env?: () => Readonly<Record<string, string>>;
  /** What the steps may change, as a pattern for lines such as `removed job/_temp/x`. */
  readonly mayChange?: RegExp;
}

/** Runs a main step and its post step beside a planted thing. Returns what is wrong with them. */
async function attack([what, make]: Planted, { path, env = () => ({}), mayChange = /^$/ }: Place): Promise<string[]> {
  mkdirSync(dirname(job.at(path)), { recursive: true, mode: 0o700 });
  make(job.at(path), job.at('victims'));
  job.own();
  const changes = job.watch();
  const options = { jobFolder: job.at('job'), env: env() };
  const main = await runStep(chariot, options);
  const post = await runStep(chariot, { ...options, state: main.state, entry: 'post' });
  const changed = changes().filter((change) => !mayChange.test(change));
  rmSync(job.at(path), { recursive: true, force: true });
  return [...problemsOfMain(main, chariot), ...problemsOfPost(post), ...changed].map(
    (problem) => `${what}: ${problem}`,
  );
}

const PLACES: Readonly<Record<string, Place>> = {
  // The action may remove a private folder of this name that is empty.
  'the folder of shared tokens': { path: CACHE, mayChange: /^removed job\/_temp\/bearer-login-cache$/ },
  "docker's folder": { path: 'job/home/.docker' },
  "docker's file of logins": { path: 'job/home/.docker/config.json' },
  'an entry of the folder in DOCKER_CONFIG': {
    path: 'job/workspace/docker/contexts',
    env: () => ({ DOCKER_CONFIG: job.at('job/workspace/docker') }),
  },
  'the file in REGISTRY_AUTH_FILE': {
    path: 'job/home/auth.json',
    env: () => ({ REGISTRY_AUTH_FILE: job.at('job/home/auth.json') }),
  },
  RUNNER_TEMP: { path: 'job/other_temp', env: () => ({ RUNNER_TEMP: job.at('job/other_temp') }) },
};

onUnix.each(Object.entries(PLACES))(
  'Whatever a program of the job puts in place of %s, the step exports the right values or fails with one error, and changes nothing else (not on Windows)',
  async (name, place) => {
    const start = Object.keys(PLACES).indexOf(name);
    const planted = isThorough ? PLANTED : PLANTED.filter((_each, index) => index % 6 === start);
    const problems: string[] = [];
    for (const each of planted) problems.push(...(await attack(each, place)));
    recordTried(planted.length);

    expect(problems).toEqual([]);
  },
  timeLimit(120),
);

onUnix(
  'Whatever a program of the job puts in place of a shared token, the next step gets its own token from the server (not on Windows)',
  async () => {
    const first = await runStep(chariot, { jobFolder: job.at('job') });
    const [name = ''] = readdirSync(job.at(CACHE));
    const file = `${CACHE}/${name}`;
    const content = readFileSync(job.at(file), 'utf8');
    const planted = [...UNTRUSTED.map((make) => make(content)), ...(isThorough ? PLANTED : PLANTED.filter(isOfToken))];
    const problems: string[] = [];
    for (const each of planted) {
      rmSync(job.at(file), { recursive: true, force: true });
      const [issued, requests] = [chariot.issuedTokens.length, chariot.requests.length];
      // The file has the name of this step's own file. The action may remove or replace it.
      problems.push(...(await attack(each, { path: file, mayChange: OWN })));
      if (chariot.issuedTokens.length === issued) problems.push(`${each[0]}: no new login`);
      // Chariot would refuse the token, and the step would log in then.
      if (chariot.requests.slice(requests).some(({ headers }) => headers['authorization']?.includes(TOKEN)))
        problems.push(`${each[0]}: the step used the token`);
    }
    recordTried(planted.length);

    expect(first.exitCode).toBe(0);
    expect(problems).toEqual([]);
  },
  timeLimit(120),
);
