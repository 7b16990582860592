import { existsSync, symlinkSync } from 'node:fs';
import { afterAll, beforeAll, expect } from '@jest/globals';
import fc from 'fast-check';
import { type Chariot, startChariot } from '../../emulator/chariot/index.js';
import { credentials } from '../../harness/jobs/chariot-job.js';
import type { ActionRun } from '../../harness/run-action.js';
import { expectToHold, timeLimit } from '../support/effort.js';
import { OTHER_STEP, onUnix, victimJob } from '../support/neighbour.js';
import { PASSWORD } from '../support/one-secret.js';
import { type Recorder, receivedOf, startRecorder } from '../support/recorder.js';
import { problemsOfMain, problemsOfPost, runStep } from '../support/victim-steps.js';

const job = victimJob();
let chariot: Chariot;
let elsewhere: Recorder;
beforeAll(async () => {
  [chariot, elsewhere] = await Promise.all([startChariot(), startRecorder()]);
});
afterAll(() => Promise.all([chariot.close(), elsewhere.close()]));

/** What a step may add to RUNNER_TEMP, wherever that is. */
const OWN = /^(?:new|removed|changed) (?:[^/]+\/)*bearer-login-(?:cache|[0-9a-f-]{36})(?:\/|$)/;

/** Runs main and post with these variables. Returns everything that is wrong. */
async function runBoth(variables: Readonly<Record<string, string | undefined>>) {
  const env = Object.fromEntries(Object.entries(variables).map(([name, value = '']) => [name, filled(value)]));
  const changes = job.watch();
  const main = await runStep(chariot, { jobFolder: job.at('job'), env });
  const post = await runStep(chariot, { jobFolder: job.at('job'), env, state: main.state, entry: 'post' });
  const changed = changes().filter((change) => !OWN.test(change) || change.includes(OTHER_STEP));
  const secrets = [PASSWORD, 'example-registry-password', credentials.client_secret, ...chariot.issuedTokens];
  const problems = [
    ...problemsOfMain(withoutWarningsOfNode(main), chariot),
    ...problemsOfPost(withoutWarningsOfNode(post), secrets),
    ...changed,
    ...receivedOf(secrets, elsewhere),
  ];
  return problems;
}

/** Node itself warns about a file in NODE_EXTRA_CA_CERTS that it cannot read. */
function withoutWarningsOfNode(run: ActionRun): ActionRun {
  const stderr = run.stderr.replace(/^Warning: Ignoring extra certs from .*\n?/gm, '');
  return stderr === run.stderr ? run : { ...run, stderr, log: { ...run.log, lines: run.log.lines.filter(isOfStep) } };
}

const isOfStep = (line: string) => !line.startsWith('Warning: Ignoring extra certs');

const filled = (value: string) =>
  value
    .replaceAll('<job>', job.at('job'))
    .replaceAll('<victims>', job.at('victims'))
    .replaceAll('<elsewhere>', elsewhere.url);

const PATHS = [
  ...['/', '.', '..', '/nonexistent', '<victims>', '<victims>/home', '<victims>/etc/passwd', '<victims>/etc/passwd/x'],
  ...[
    '<job>/home',
    '<job>/workspace',
    '<job>/_temp',
    `<job>/_temp/${OTHER_STEP}`,
    '<job>/_temp/..',
    '<job>/link',
    '/dev/null',
  ],
  ...[
    '/proc/self/environ',
    '~',
    '$HOME',
    'C:\\x',
    '\\\\server\\share',
    '<job>/_temp\n::error::x',
    '<job>/_temp ',
    `/${'x'.repeat(5000)}`,
  ],
];
const TEXTS = [
  '',
  ' ',
  '\n',
  '\u202e',
  '\ud83d\udd11',
  '::error::x',
  '##[error]x',
  '%0A',
  '__proto__',
  'true',
  '-1',
  'x'.repeat(9000),
];
const HOSTS = [
  '<elsewhere>',
  'http://user:password@127.0.0.1:1',
  'socks5://127.0.0.1:1',
  'http://[',
  '127.0.0.1:1',
  '*',
  '127.0.0.1',
  '.',
  ',',
];

/**
 * The variables that a program can set for later steps with GITHUB_ENV, and the values that are tried.
 *
 * The runner sets GITHUB_ENV and GITHUB_SERVER_URL, for example, again for each step: FileCommandManager.cs, GitHubContext.cs.
 */
const HOSTILE: Readonly<Record<string, readonly string[]>> = {
  ...named(['RUNNER_TEMP', 'GITHUB_WORKSPACE', 'HOME', 'TMPDIR', 'DOCKER_CONFIG', 'REGISTRY_AUTH_FILE'], PATHS),
  ...named(['XDG_CONFIG_HOME', 'XDG_RUNTIME_DIR', 'NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'SSL_CERT_DIR'], PATHS),
  ...named(['DESCARTESLABS_TOKEN_INFO_PATH', 'EARTHONE_TOKEN_INFO_PATH'], PATHS),
  ...named(['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY', 'all_proxy', 'no_proxy', 'NO_PROXY'], HOSTS),
  ...named(['ACTIONS_ID_TOKEN_REQUEST_URL', 'GITHUB_API_URL'], HOSTS),
  ...named(
    ['CHARIOT_TOKEN', 'BEARER_TOKEN', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'GITHUB_ACTIONS', 'ACT', 'RUNNER_DEBUG'],
    TEXTS,
  ),
  ...named(['TZ', 'NODE_ENV', 'NODE_DEBUG_X'], TEXTS),
  // A longer name of a locale ends Node itself with SIGSEGV (24.19, in ICU).
  ...Object.fromEntries(['LANG', 'LC_ALL'].map((name) => [name, TEXTS.filter((text) => text.length < 100)])),
  ...named(
    ['INPUT_FOO', 'INPUT_CLIENTSECRET', 'INPUT_URLS', 'INPUT_', 'INPUT_CLIENT-ID', 'input_url', 'STATE_undo2'],
    TEXTS,
  ),
};

function named(names: readonly string[], values: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, [...values, ...TEXTS]]));
}

onUnix(
  'Whatever the variables of the job contain, both steps end well, nothing of others is changed, and no other server receives a credential (not on Windows)',
  async () => {
    const entries = Object.entries(HOSTILE).map(([name, values]) => [name, fc.constantFrom(...values)] as const);
    await expectToHold(
      fc.asyncProperty(fc.record(Object.fromEntries(entries), { requiredKeys: [] }), async (variables) => {
        prepare();
        expect(await runBoth(variables)).toEqual([]);
      }),
      12,
    );
  },
  timeLimit(120),
);

onUnix(
  'Whatever one variable of the job contains, both steps end well, nothing of others is changed, and no other server receives a credential (not on Windows)',
  async () => {
    const one = fc.constantFrom(...Object.entries(HOSTILE)).chain(([name, values]) => {
      return fc.constantFrom(...values).map((value): Record<string, string> => ({ [name]: value }));
    });
    await expectToHold(
      fc.asyncProperty(one, async (variables) => {
        prepare();
        expect(await runBoth(variables)).toEqual([]);
      }),
      12,
    );
  },
  timeLimit(120),
);

/** Adds the link of `PATHS`, which stays for all inputs. */
function prepare(): void {
  if (!existsSync(job.at('job/link'))) symlinkSync(job.at('victims/home'), job.at('job/link'));
  job.own();
}
