import { describe, expect, test } from '@jest/globals';
import { type Fault, secret } from '../../../emulator/chariot/index.js';
import { type Job, type JobOptions, judge, logOf, runJob } from '../../../harness/jobs/chariot-job.js';
import { outputOf } from '../../../harness/step-output.js';
import { viewText } from '../../support/summary-view.js';

/** The summary of a failed step, on the built bundle, as a browser shows it. */

const VALUE = 'correct horse battery staple';
const LOGIN = '/auth/client/v2/chariot/login';

/** Runs a step that fails, and reads its summary; `secrets` must not be readable in it. */
async function failedStep(options: JobOptions, secrets: readonly string[] = [VALUE]) {
  const job = await runJob(options);
  const { exitCode, problems } = judge(job, secrets);
  expect({ exitCode, problems }).toEqual({ exitCode: 1, problems: [] });
  return { job, ...viewText(job.summary) };
}

const statusOf = (status: number, headers: Record<string, string> = {}): Fault => ({
  kind: 'answer',
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: '{"error":"no"}',
});

describe('The summary of a failure', () => {
  test('For a wrong client secret, it says what happened, what to do and whom to give which ID', async () => {
    const inputs = { client_secret: 'wrong-client-secret', project_id: '' };
    const { job, texts, elements } = await failedStep(
      { inputs, env: { GITHUB_ACTION: 'login', GITHUB_REPOSITORY: 'octo-org/octo-repo' } },
      ['wrong-client-secret'],
    );

    expect(texts('h3')).toEqual(['❌ Chariot refused the login']);
    expect(texts('p')).toEqual([
      'What happenedThe login to Chariot failed: the server answered 401: invalid client credentials.',
      'What to do',
      'How far the run came✅ inputs → ❌ login (✅ name → ✅ TCP → ❌ answer)',
      'Nothing was exported. Code invalid_client · step login',
      `For the administrator of the server: POST ${job.url}${LOGIN}, X-Request-ID 00000000-0000-4000-8000-000000000001`,
    ]);
    expect(texts('li')).toEqual([
      'If this login worked before, create new client credentials in Chariot (Profile, Client Credentials): they expire after at most a year.',
      'If it never worked, check that client_id and client_secret are complete and belong to this Chariot.',
    ]);
    expect(texts('pre')).toEqual(['gh secret set YOUR_SECRET_NAME --repo octo-org/octo-repo']);
    expect(elements.map(({ tagName }) => tagName)).not.toContain('a');
    expect(job.log.annotations).toMatchObject([
      { level: 'error', properties: { title: 'Chariot refused the login (invalid_client)' } },
    ]);
  });

  test('It links to the documents of the version of the action', async () => {
    const env = {
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_ACTION_REPOSITORY: 'octo-org/bearer-login',
      GITHUB_ACTION_REF: 'v1',
    };
    const job = await runJob({ inputs: { url: '' }, env });
    const links = viewText(job.summary).elements.flatMap(({ attrs }) => attrs.map(({ name, value }) => [name, value]));

    expect(links).toEqual([
      ['href', 'https://github.com/octo-org/bearer-login/blob/v1/docs/troubleshooting.md#input_missing'],
    ]);
  });

  test('For wrong lines of `secrets`, a table shows each line, and the corrected lines can be copied', async () => {
    const settings = ['db-password', 'ghcr', 'train-1', 'train-2'].map((name) => secret(name, VALUE));
    const secrets = '# first\ndb-pasword | PW\nghcr\nghcr -> TOKEN\ntrian-2 | base64 | T';
    const { texts, head, rows } = await failedStep({ settings, inputs: { secrets } });

    expect(texts('h3')).toEqual(['❌ 3 of 4 requested Secrets not found']);
    expect(head).toEqual(['Line', 'You wrote', 'Result', 'Write instead']);
    expect(rows).toEqual([
      ['2', 'db-pasword | PW', '❌ no such Secret', 'db-password | PW'],
      ['3', 'ghcr', '✅ found', ''],
      ['4', 'ghcr -> TOKEN', '❌ written in another notation', 'ghcr | TOKEN'],
      ['5', 'trian-2 | base64 | T', '❌ no such Secret', 'train-2 | base64 | T'],
    ]);
    expect(texts('pre')).toEqual(['secrets: |\n  db-password | PW\n  ghcr\n  ghcr | TOKEN\n  train-2 | base64 | T']);
    expect(texts('p')).toContain(
      'How far the run came✅ inputs → ✅ login → ✅ list of Secrets → ❌ choice of the Secrets',
    );
  });

  test('A block to copy is left out if one line has no correction', async () => {
    const settings = [secret('db-password', VALUE)];
    const { texts, rows } = await failedStep({ settings, inputs: { secrets: 'db-pasword\nsomething-else' } });

    expect(rows.map((row) => row.at(-1))).toEqual(['db-password', '']);
    expect(texts('pre')).toEqual([]);
  });

  test('For a line that cannot be parsed, it contains the line with a caret', async () => {
    const { job, texts } = await failedStep({ inputs: { secrets: 'ghcr\n"db-password' } });

    expect(texts('pre')[0]).toBe('"db-password\n^');
    expect(texts('p')).toContain('How far the run came❌ inputs');
    expect(job.requests).toEqual([]);
  });
});

describe('When the summary is left out', () => {
  const inputs = { client_secret: 'wrong-client-secret' };

  test.each(['false', 'False', 'FALSE'])('With `summary: %s`, a failure writes none', async (summary) => {
    const job = await runJob({ inputs: { ...inputs, summary } });

    expect([judge(job).problems, job.exitCode, job.raw.summary]).toEqual([[], 1, '']);
  });

  test('With an invalid value of `summary`, a failure writes one', async () => {
    const { texts } = await failedStep({ inputs: { summary: 'no' } });

    expect(texts('h3')).toEqual(['❌ The input summary is invalid']);
  });

  test('A cancelled step writes none', async () => {
    const { printed, onStart } = outputOf('Logged in');
    const job = await runJob({
      settings: [secret('db-password', VALUE)],
      inputs: { secrets: 'db-password' },
      faults: [['decrypt', { kind: 'stall' }]],
      onStart(child) {
        onStart(child);
        void printed.then(() => child.kill('SIGTERM'));
      },
    });

    expect([job.exitCode, job.raw.summary]).toEqual([143, '']);
  });

  test('A publication that fails leaves only the summary of the failure', async () => {
    const { job, texts } = await failedStep({
      settings: [secret('db-password', VALUE)],
      inputs: { secrets: 'db-password' },
      env: { GITHUB_ENV: '/no-such-folder/env' },
    });

    expect(texts('h3')).toEqual(['❌ The results could not be written']);
    expect(texts('p')).toContain(
      'How far the run came✅ inputs → ✅ login → ✅ list of Secrets → ✅ decryption → ❌ export',
    );
    expect(job.raw.summary).not.toContain('ready for the next steps');
  });
});

describe('Names from the workflow and the server in the summary', () => {
  const NAMES = [
    '<img src=x onerror=alert(1)>',
    '</code></td></table><h1>x',
    '**bold** [x](https://evil.example)',
    '::add-mask::value',
    'ask @octocat about #1',
    '`a` ``b``',
    'https://evil.example/x',
  ];

  test('They are escaped, inside <code>, and neither Markdown nor a command', async () => {
    const secrets = NAMES.map((name) => JSON.stringify(name)).join('\n');
    const { job, elements, plain, rows } = await failedStep({ settings: [], inputs: { secrets } });
    const shown = NAMES.map((name) => JSON.stringify(name).replaceAll('::', ': :'));

    expect(rows.map((row) => row[1])).toEqual(shown);
    expect(new Set(elements.map(({ tagName }) => tagName))).toEqual(
      new Set(['h3', 'p', 'b', 'br', 'code', 'table', 'tbody', 'tr', 'th', 'td', 'ol', 'li']),
    );
    expect(plain).not.toMatch(/@octocat|#1|evil\.example|add-mask|onerror/);
    expect(job.log.masks).not.toContain('value');
  });

  test('The words of a server are shown like a name', async () => {
    const words = '<b>no</b> @octocat see https://evil.example #1';
    const body = JSON.stringify({ error: words });
    const { texts, elements, plain } = await failedStep({
      faults: [['login', { kind: 'status', status: 500, body }]],
    });

    expect(texts('code')).toContain(words);
    expect(elements.filter(({ tagName }) => tagName === 'b')).toHaveLength(5);
    expect(plain).not.toMatch(/octocat|evil\.example|#1/);
  });
});

describe('What the answer shows about the cause', () => {
  const inAnHour = (from: number) => new Date(from + 3_600_000 + 59_999).toISOString().slice(0, 16).replace('T', ' ');

  test('429 with `Retry-After` says when to run the job again', async () => {
    const before = Date.now();
    const { job, texts } = await failedStep({ faults: [['login', statusOf(429, { 'retry-after': '3600' })]] });
    const times = [before, Date.now()].map(
      (from) => `The server asks to wait. Run the job again after ${inAnHour(from)} UTC.`,
    );

    expect(texts('h3')).toEqual(['❌ The server limits the number of requests']);
    expect(times).toContain(texts('li').join('\n'));
    expect(logOf(job).at(-1)).toContain('The server asks to wait. Run the job again after <time>.');
    expect(logOf(job).at(-1)).not.toContain('If the problem remains');
  });

  const clock = (seconds: number) => ({ date: new Date(Date.now() - seconds * 1000).toUTCString() });
  const AHEAD = 'The clock of this runner is 5 min ahead of the clock of the server, which may be the cause.';
  const BEHIND = 'The clock of this runner is 5 min behind the clock of the server, which may be the cause.';
  test.each<[status: number, seconds: number, fact: string | undefined]>([
    [401, 300, AHEAD],
    [400, 300, AHEAD],
    [403, 300, AHEAD],
    [401, -300, BEHIND],
    [401, 20, undefined],
    [500, 300, undefined],
  ])('For %i and a clock that is %i s ahead, it says %s', async (status, seconds, fact) => {
    const { job, texts } = await failedStep({ faults: [['login', statusOf(status, clock(seconds))]] });
    const shown = [texts('p')[0] ?? '', logOf(job).at(-1) ?? ''];

    expect(shown.map((text) => /The clock of [^.]*\./.exec(text)?.[0])).toEqual([fact, fact]);
  });
});

test('In nektos/act, the error of `github_oidc` says that act has no ID tokens', async () => {
  const inputs = {
    platform: 'oauth2',
    url: '',
    token_url: 'https://id.example.com/token',
    id_token_audience: 'https://id.example.com',
    client_id: 'a-client',
    client_secret: '',
    project_id: '',
    client_authentication: 'github_oidc',
  };
  const job: Job = await runJob({ inputs, env: { ACT: 'true' } });
  const { texts } = viewText(job.summary);
  const advice =
    'nektos/act issues no ID tokens. Run this job on GitHub, or use other credentials in act, for example client_secret.';

  expect(job.outputs.get('error_code')).toBe('id_token_unavailable');
  expect(texts('li')).toEqual([advice]);
  // The permission that GitHub needs changes nothing in act.
  expect(texts('pre')).toEqual([]);
  expect(logOf(job).at(-1)?.replaceAll('`', '')).toContain(advice);
});
