import { describe, expect, test } from '@jest/globals';
import { exampleProject, exampleWriter, secret } from '../../../emulator/chariot/index.js';
import {
  answered,
  answerLine,
  failure,
  judge,
  LOGGED_IN,
  LOGIN_FAILED,
  requestLine,
  runJob,
} from '../../../harness/jobs/chariot-job.js';
import { outputOf } from '../../../harness/step-output.js';

const SECRET = 's3cr+t of/the&client=50%';
const client = { ...exampleWriter, clientSecret: SECRET };

/** Runs a step whose login is refused with this text. */
async function hear(error: string) {
  const body = JSON.stringify({ error });
  const job = await runJob({
    inputs: { client_secret: SECRET, project_id: '' },
    tenant: { clients: [client] },
    faults: [['login', { kind: 'status', status: 500, body }]],
    env: { RUNNER_DEBUG: '1' },
  });
  expect(job.log.commands.map(({ command }) => command).filter((command) => command !== 'add-mask')).toEqual([
    'debug',
    'error',
  ]);
  return { job, verdict: judge(job, [SECRET]) };
}

const shown = (text: string) =>
  failure('server_failed', answerLine(LOGIN_FAILED, answered(1, 500), `: ${JSON.stringify(text)}.`));

describe('The text of a server is shown in one line, without the commands in it', () => {
  test.each([
    ['::add-mask::e', ': :add-mask: :e'],
    ['no\n::error::forged', 'no : :error: :forged'],
    ['no\r::set-output name=bearer_token::forged', 'no : :set-output name=bearer_token: :forged'],
    ['no\r\n::stop-commands::token', 'no : :stop-commands: :token'],
    ['no ##[add-mask]e', 'no # #[add-mask]e'],
    ['no\u2028::add-mask::e\u0085::add-mask::e', 'no : :add-mask: :e : :add-mask: :e'],
    [':\u200b:add-mask:\u200b:e', ': :add-mask: :e'],
    ['\u001b[31mred\u0007 \u202egro', '[31mred gro'],
    ['%0A::add-mask::e', '%0A: :add-mask: :e'],
    [':::warning:::x', ': : :warning: : :x'],
  ])('The text %j of a server is shown in one line', async (text, line) => {
    const { job, verdict } = await hear(text);

    expect(verdict).toEqual(shown(line));
    expect(job.log.masks).not.toContain('e');
  });
});

describe('The text of a server is shown without the client secret', () => {
  const base64 = Buffer.from(`example-writer:${SECRET}`).toString('base64');
  test.each([
    ['plain', `bad secret ${SECRET}!`, 'bad secret ***!'],
    ['URI-encoded', `bad secret ${encodeURIComponent(SECRET)}!`, 'bad secret ***!'],
    ['form-encoded', `bad form ${new URLSearchParams({ client_secret: SECRET })}!`, 'bad form client_secret=***!'],
    ['base64', `bad secret ${Buffer.from(SECRET).toString('base64')}!`, 'bad secret ***!'],
    ['in JSON', `bad body ${JSON.stringify({ client_secret: SECRET })}!`, 'bad body {"client_secret":"***"}!'],
    ['in hex', `bad secret ${Buffer.from(SECRET).toString('hex')}!`, 'bad secret ***!'],
    ['taken apart by a control character', `bad ${SECRET.replace(' ', '\u0000')}!`, 'bad ***!'],
  ])('The client secret is removed from the text of a server: %s', async (_form, text, line) => {
    expect((await hear(text)).verdict).toEqual(shown(line));
  });

  test('The client secret is removed in the form of Basic authentication', async () => {
    const { verdict } = await hear(`bad header Basic ${base64}`);

    expect(verdict.problems).toEqual([]);
    expect(verdict.log).toEqual([
      expect.stringMatching(/: "bad header Basic [A-Za-z0-9+/]{0,22}\*\*\*[A-Za-z0-9+/=]{0,4}"\. /),
    ]);
  });
});

describe('The text of a server is cut', () => {
  test('The text of a server is cut to 300 characters', async () => {
    expect((await hear('x'.repeat(10_000))).verdict).toEqual(shown(`${'x'.repeat(300)}…`));
  });

  test('The text of a server is not cut in the middle of a secret', async () => {
    expect((await hear(`${'x'.repeat(290)}${SECRET}${'y'.repeat(100)}`)).verdict).toEqual(
      shown(`${'x'.repeat(290)}***${'y'.repeat(7)}…`),
    );
  });

  test('The text of a server is not cut in the middle of an emoji', async () => {
    expect((await hear(`${'x'.repeat(299)}🔑${'y'.repeat(100)}`)).verdict.log[0]).not.toMatch(/[\ud800-\udfff]/);
  });
});

describe('Other texts of a server', () => {
  test('The request ID of the server is cleaned', async () => {
    const headers = { 'X-Request-ID': `##[add-mask]e ::add-mask::e ${SECRET} ${'x'.repeat(500)}` };
    const job = await runJob({
      inputs: { client_secret: SECRET, project_id: '' },
      tenant: { clients: [client] },
      faults: [['login', { kind: 'answer', status: 500, headers, body: '' }]],
    });

    expect(judge(job, [SECRET])).toEqual(
      failure(
        'server_failed',
        answerLine(
          LOGIN_FAILED,
          `answered 500, X-Request-ID "# #[add-mask]e : :add-mask: :e *** ${'x'.repeat(45)}…${'x'.repeat(20)}"`,
        ),
      ),
    );
  });

  test('The address of a redirect is cleaned', async () => {
    const location = `https://evil.example/::add-mask::e/${encodeURIComponent(SECRET)}?x=${'x'.repeat(500)}`;
    const job = await runJob({
      inputs: { client_secret: SECRET, project_id: '' },
      tenant: { clients: [client] },
      faults: [['login', { kind: 'redirect', location }]],
    });

    expect(judge(job, [SECRET])).toEqual(
      failure(
        'redirect_refused',
        requestLine(
          LOGIN_FAILED,
          'the server redirects to "https://evil.example/: :add-mask: :e/***", but the action never sends credentials to a second address.',
        ),
      ),
    );
  });

  test('Plain text is shown, but only the title of a web page', async () => {
    const run = (contentType: string, body: string) =>
      runJob({
        inputs: { project_id: '' },
        faults: [['login', { kind: 'status', status: 502, contentType, body }]],
      });

    expect(judge(await run('text/plain', 'bad\ngateway\n'))).toEqual(
      failure('server_failed', answerLine(LOGIN_FAILED, answered(1, 502), ': "bad gateway".')),
    );
    expect(judge(await run('text/html', '<html>bad gateway</html>'))).toEqual(
      failure('server_failed', answerLine(LOGIN_FAILED, answered(1, 502))),
    );
    expect(judge(await run('text/html', '<html><title>Down\n::error::until 5</title>bad gateway'))).toEqual(
      failure(
        'server_failed',
        answerLine(LOGIN_FAILED, answered(1, 502), '; the page is titled "Down : :error: :until 5".'),
      ),
    );
  });

  test('A Secret in the rejection of another Secret is removed', async () => {
    const settings = [secret('first', 'value of the first'), secret('second', 'value of the second')];
    const { printed, onStart } = outputOf('::add-mask::value of the first');
    const job = await runJob({
      settings,
      inputs: { secrets: 'first; second' },
      onStart,
      faults: [
        ['decrypt', { kind: 'held', until: printed }, { nth: 2 }],
        ['decrypt', { kind: 'status', status: 500, body: '{"error":"not value of the first"}' }, { nth: 2 }],
      ],
    });

    expect(judge(job, ['value of the first', 'value of the second'])).toMatchObject({ exitCode: 1, problems: [] });
    expect(judge(job).log).toEqual([LOGGED_IN, expect.stringMatching(/: "not \*\*\*"\. Run the job again later\. /)]);
  });
});

test('The id of the project is shown unchanged, since it comes from the workflow', async () => {
  const job = await runJob({
    inputs: { project_id: '::add-mask::e', secrets: 'x' },
    tenant: { owners: [exampleProject] },
  });

  expect(judge(job).log[1]).toContain(
    'Listing the Secrets of project ": :add-mask: :e" failed: the server answered 404',
  );
});

describe('A secret in an unusual place or with unusual characters', () => {
  test('A secret in the address of a redirect is removed as the server wrote it', async () => {
    const secret = 'se cr{e}t-ä/x?y#z';
    const job = await runJob({
      inputs: { client_secret: secret, project_id: '' },
      faults: [['login', { kind: 'redirect', location: `https://other.example/a/${secret}/b`, status: 307 }]],
    });
    const why = 'but the action never sends credentials to a second address.';

    expect(judge(job, [secret])).toEqual(
      failure(
        'redirect_refused',
        requestLine(LOGIN_FAILED, `the server redirects to "https://other.example/a/***/b", ${why}`),
      ),
    );
  });

  test.each([
    ['a NUL', 'first-half\0second-half'],
    ['a zero-width character', 'first-half\u200bsecond-half'],
    ['a line end', 'first-half\nsecond-half'],
    ['a blank at the place of the cut', `${'x'.repeat(60)} ${'y'.repeat(60)}`],
  ])('A Secret whose value contains %s is removed from the words of a server', async (_what, value) => {
    const settings = [secret('first', value), secret('second', 'other-value')];
    const body = JSON.stringify({ message: `${'-'.repeat(260)}${value}` });
    const job = await runJob({
      settings,
      inputs: { secrets: 'first | @file\nsecond' },
      faults: [
        ['decrypt', { kind: 'held', until: Promise.resolve() }],
        ['decrypt', { kind: 'status', status: 404, body }, { nth: 2 }],
      ],
    });

    expect(job.exitCode).toBe(1);
    expect(judge(job, [value]).problems).toEqual([]);
  });
});
