import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect } from '@jest/globals';
import fc from 'fast-check';
import { exampleBackend, type RunningRealm, startRealm } from '../../emulator/realm/index.js';
import { runAction } from '../../harness/run-action.js';
import { expectToHold, recordTried, timeLimit } from '../support/effort.js';
import { OTHER_STEP, onUnix, USER, victimJob } from '../support/neighbour.js';
import { type Recorder, receivedOf, startRecorder } from '../support/recorder.js';
import { problemsOfPost } from '../support/victim-steps.js';

const job = victimJob();
let realm: RunningRealm;
let elsewhere: Recorder;
let saved: Record<string, unknown>;

beforeAll(async () => {
  [realm, elsewhere] = await Promise.all([startRealm(), startRecorder()]);
  const login = { platform: 'keycloak', tenant: 'example', client_id: exampleBackend.clientId, client_secret: CLIENT };
  const main = await runAction({ inputs: { ...login, url: realm.baseUrl, token_cache: 'true' } });
  saved = JSON.parse(main.state.get('undo') ?? '');
});
afterAll(() => Promise.all([realm.close(), elsewhere.close()]));

const CLIENT = 'example-backend-client-secret';

/** What the post step could read from its variables, and must send nowhere. */
const VARIABLES = {
  CHARIOT_TOKEN: 'the-token-of-another-login',
  GITHUB_TOKEN: 'the-token-of-the-repository',
  INPUT_CLIENT_SECRET: 'the-secret-in-an-input',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'the-token-for-id-tokens',
};

const OWN = 'bearer-login-01234567-89ab-cdef-0123-456789abcdef';

/** Returns device and inode of a path, as a state contains them. */
function identityOf(path: string): string {
  const { dev, ino } = statSync(job.at(path), { bigint: true });
  return `${dev}:${ino}`;
}

/** Creates the step's own folder again. Returns the state that its main step saved. */
function prepareState() {
  mkdirSync(job.at(`job/_temp/${OWN}`), { recursive: true, mode: 0o700 });
  writeFileSync(job.at(`job/_temp/${OWN}/config.json`), '{}');
  job.own();
  const folders = [{ name: OWN, identity: identityOf(`job/_temp/${OWN}`) }];
  return { ...saved, folders, variables: [{ name: 'DOCKER_CONFIG', value: `/x/${OWN}`, before: '/before' }] };
}

/** Runs the post step with a text in place of its state. Returns everything that is wrong. */
async function undo(text: string): Promise<string[]> {
  const changes = job.watch();
  const env = { ...VARIABLES, ACTIONS_ID_TOKEN_REQUEST_URL: `${realm.baseUrl}/id`, DOCKER_CONFIG: `/x/${OWN}` };
  const state = new Map([['undo', text]]);
  const post = await runAction({ jobFolder: job.at('job'), user: USER, env, state, entry: 'post' });
  const secrets = Object.values(VARIABLES);
  const changed = changes().filter((change) => !change.startsWith(`removed job/_temp/${OWN}`));
  return [...problemsOfPost(post, secrets), ...changed, ...receivedOf(secrets, elsewhere)];
}

/** Texts without NUL, which no variable can contain. */
const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.json()).map((text) => text.replaceAll('\0', ''));

onUnix(
  'Whatever text is in place of the state, the post step prints one line, removes nothing and sends nothing (not on Windows)',
  async () => {
    const cut = fc.integer({ min: 0, max: 400 }).map((length) => JSON.stringify(prepareState()).slice(0, length));
    await expectToHold(
      fc.asyncProperty(fc.oneof(texts, cut), async (text) => {
        expect(await undo(text)).toEqual([]);
        expect(elsewhere.received()).not.toContain('POST');
      }),
      12,
    );
  },
  timeLimit(60),
);

/** Members of a state that lead to something of others: what they are, and how the test makes them. */
const NAMED: readonly [what: string, make: () => Record<string, unknown>][] = [
  ...['..', '../..', '../home', '../../victims', '../../victims/home', `${OWN}/../../../victims/etc`].map(
    (name): (typeof NAMED)[number] => [
      `the folder ${name} with its own inode`,
      () => ({ folders: [{ name, identity: identityOf(`job/_temp/${name}`) }] }),
    ],
  ),
  ['another step with the inode of this step', () => withFolders((own) => [{ ...own, name: OTHER_STEP }])],
  ['another step without an inode', () => withFolders((own) => [{ name: OTHER_STEP, identity: '' }, own])],
  [
    'files outside the folder of shared tokens',
    () => ({ cache: ['../../../victims/etc/passwd', `../${OTHER_STEP}/key`] }),
  ],
  ['another server for the revocation', () => ({ token: tokenAt(elsewhere.url) })],
  [
    'another server, and the secret of a client in a header',
    () => {
      const authentication = { method: 'client_secret_basic', clientSecret: 'x' };
      return { token: { ...tokenAt(elsewhere.url), client: { clientId: 'y', authentication } } };
    },
  ],
];

function withFolders(change: (own: { name: string; identity: string }) => unknown[]) {
  return { folders: prepareState().folders.flatMap(change) };
}

/** The saved revocation with another address. */
function tokenAt(url: string) {
  const { token } = saved as { token: { steps: readonly object[] } };
  return { ...token, steps: token.steps.map((step) => ({ ...step, url })) };
}

onUnix(
  'If the state names a file, a folder or a server of others, the post step removes nothing of others, and sends this server only what the state contains (not on Windows)',
  async () => {
    const problems: string[] = [];
    for (const [what, make] of NAMED) {
      const state = { ...prepareState(), ...make() };
      problems.push(...(await undo(JSON.stringify(state))).map((problem) => `${what}: ${problem}`));
    }
    recordTried(NAMED.length);

    expect(problems).toEqual([]);
    expect(elsewhere.received()).toContain('POST /');
  },
  timeLimit(60),
);

/** A value for a member of the state; `<…>` stands for what differs in each run. */
const values = fc.oneof(
  fc.constantFrom<unknown>(
    ...[
      '..',
      '.',
      '',
      '/',
      '../victims',
      '../../victims/home',
      `${OWN}/../../victims`,
      `${OWN}/`,
      OTHER_STEP,
      '_runner_file_commands',
    ],
    ...[
      '<victims>',
      '<victims>/home/.ssh/id_ed25519',
      '<identity of victims>',
      '<identity of job/home>',
      '<identity of job>',
      '0:0',
      '-1:-1',
    ],
    ...[
      '<elsewhere>',
      '<elsewhere>/a?b#c',
      'file:///etc/passwd',
      'javascript:1',
      'data:,x',
      'http://[',
      'ftp://127.0.0.1/',
      '//x',
    ],
    ...[
      'CHARIOT_TOKEN',
      'NODE_OPTIONS',
      'PATH',
      'GITHUB_ENV',
      '__proto__',
      'constructor',
      'a\nb<<c',
      '\r::error::x',
      '##[error]x',
    ],
    ...[
      'github_oidc',
      'client_secret_basic',
      'tls_client_auth',
      'none',
      'session',
      'refresh_token',
      'pem',
      'pkcs12',
      'RS256',
    ],
    ...[
      null,
      true,
      false,
      0,
      -1,
      1e308,
      [],
      {},
      [[]],
      [{}],
      { name: '..', identity: '<identity of job>' },
      'x'.repeat(20_000),
    ],
    ...[
      { method: 'private_key_jwt', audience: '<elsewhere>', key: 'x', keyId: '', algorithm: 'none' },
      { reason: 'x\n::error::x' },
    ],
    { urls: ['<elsewhere>/.well-known/openid-configuration'], issuer: '<elsewhere>', verified: false, mutual: true },
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A change: of the nth member, counted through the whole state. */
const change = fc.record({ member: fc.nat(60), value: values, isAdded: fc.boolean() });
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

onUnix(
  'Whichever members of the state are changed, the post step prints one line, removes only its own folder, and sends no credential of the job to another server (not on Windows)',
  async () => {
    await expectToHold(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const state: unknown = structuredClone(prepareState());
        for (const each of changes) apply(state, each);
        const filled = JSON.stringify(state)
          .replaceAll('<victims>', job.at('victims'))
          .replaceAll('<elsewhere>', elsewhere.url)
          .replaceAll('"added"', '"__proto__"')
          .replace(/<identity of ([^>]*)>/g, (_all, path) => identityOf(path));
        expect(await undo(filled)).toEqual([]);
      }),
      25,
    );
  },
  timeLimit(120),
);

/** Replaces a member, or adds one that becomes `__proto__`. */
function apply(state: unknown, { member, value, isAdded }: Change): void {
  const places = placesIn(state);
  const [owner, name] = places[member % places.length] ?? [];
  if (owner !== undefined && name !== undefined) owner[isAdded && !Array.isArray(owner) ? 'added' : name] = value;
}

/** Lists each member of a value and of its members: its owner and its name. */
function placesIn(value: unknown): [Record<string, unknown>, string][] {
  if (typeof value !== 'object' || value === null) return [];
  const owner = value as Record<string, unknown>;
  return Object.keys(owner).flatMap(
    (name) => [[owner, name], ...placesIn(owner[name])] as [Record<string, unknown>, string][],
  );
}
