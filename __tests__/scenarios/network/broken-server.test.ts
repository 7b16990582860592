import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { exampleProject, type Fault, keyOf, secret, startChariot } from '../../../emulator/chariot/index.js';
import {
  answered,
  failure,
  type JobOptions,
  judge,
  LOGGED_IN,
  PROJECT_URL,
  requestsOf,
  runJob,
} from '../../../harness/jobs/chariot-job.js';
import { open } from '../../../harness/servers/client-chain.js';
import { startTlsFront } from '../../../harness/servers/tls-front.js';
import type { ErrorCode } from '../../../src/errors.js';

const { id } = exampleProject;
const one = secret('db-password', 'correct horse battery staple');

/** Each request of a step: what it is for, itself as messages show it, and its number. */
const ROUTES = {
  login: ['The login to Chariot', 'POST https://chariot/auth/client/v2/chariot/login', 1],
  list: [`Listing the Secrets of project "${id}"`, `GET ${PROJECT_URL}/`, 2],
  decrypt: ['Decrypting Secret "db-password"', `GET ${PROJECT_URL}/${keyOf(one)}`, 3],
} as const;
type Route = keyof typeof ROUTES;

/** What is added where a new connection of plain http is closed without a word. */
const MAY_BE_HTTPS = 'If it stays so, this may be a port of https: write `url` with https://.';
const routes: Route[] = ['login', 'list', 'decrypt'];

/** Runs a step whose request of this route meets a fault. */
function meet(route: Route, fault: Fault, inputs: Record<string, string> = {}) {
  return runJob({ settings: [one], inputs: { secrets: 'db-password', ...inputs }, faults: [[route, fault]] });
}

/** The verdict on a step that failed at this route. */
function failureAt(route: Route, code: ErrorCode, what: string) {
  return failure(code, what, ...(route === 'login' ? [] : [LOGGED_IN]));
}

describe.each(routes)('the answer to the %s', (route) => {
  const [purpose, request, number] = ROUTES[route];
  const answer = `${request} ${answered(number, 200)}`;
  const gotNone = 'got no answer: the connection was closed before one came (ECONNRESET)';
  test.each<[name: string, fault: Fault, error: [code: ErrorCode, what: string]]>([
    ['a web page', { kind: 'html' }, ['response_invalid', `${answer} with a web page instead of JSON`]],
    ['empty', { kind: 'empty' }, ['response_invalid', `${answer} with an empty body`]],
    ['broken JSON', { kind: 'broken-json' }, ['response_invalid', `${answer} with invalid JSON`]],
    ['shorter than announced', { kind: 'cut' }, ['response_invalid', `the answer of ${request} was cut short`]],
    ['without its last chunk', { kind: 'cut-chunked' }, ['response_invalid', `the answer of ${request} was cut short`]],
    ['larger than 10 MiB', { kind: 'huge' }, ['response_invalid', `the answer of ${request} was larger than 10 MiB`]],
    [
      'compressed unasked',
      { kind: 'gzip' },
      ['response_invalid', `the answer of ${request} was compressed, although that was not asked for`],
    ],
    [
      'not UTF-8',
      { kind: 'answer', status: 200, body: Buffer.from([0x22, 0xff, 0x22]) },
      ['response_invalid', `the answer of ${request} was not UTF-8`],
    ],
  ])('is %s', async (_name, fault, [code, what]) => {
    const job = await meet(route, fault);

    expect(judge(job)).toEqual(failureAt(route, code, `${purpose} failed: ${what}.`));
    expect(job.requests).toHaveLength(number);
  });

  test('is a reset connection, of which a kept one gets a second chance', async () => {
    const job = await meet(route, { kind: 'reset' });

    expect(judge(job)).toEqual(
      failureAt(route, 'server_unreachable', `${purpose} failed: ${request} ${gotNone}. ${MAY_BE_HTTPS}`),
    );
    expect(job.requests).toHaveLength(route === 'login' ? 1 : number + 1);
  });

  // Side by side, since they only wait; two seconds, so that a busy machine comes as far as the fault.
  test.concurrent.each<[name: string, phase: string, fault: Fault]>([
    ['never comes', 'waiting for the answer', { kind: 'stall' }],
    ['stops in its headers', 'waiting for the answer', { kind: 'stall-headers' }],
    ['stops in its body', 'reading the answer', { kind: 'stall-body' }],
    ['comes a byte each 300 ms', 'reading the answer', { kind: 'drip', ms: 300 }],
  ])('%s: the deadline ends the step', async (_name, phase, fault) => {
    const job = await meet(route, fault, { timeout_seconds: '2' });

    expect(judge(job)).toEqual(
      failureAt(route, 'deadline_exceeded', `${purpose} was not done within 2 s (${phase}): ${request}.`),
    );
    expect(job.requests).toHaveLength(number);
  });

  test.each([301, 302, 303, 307, 308])('redirects to another origin with %i, which gets nothing', async (status) => {
    const other = await startChariot();
    const job = await meet(route, { kind: 'redirect', location: `${other.url}/elsewhere?token=1`, status });
    await other.close();
    const why = route === 'login' ? 'and credentials are not sent a second time' : 'which is another origin';

    expect(judge(job)).toEqual(
      failureAt(
        route,
        'redirect_refused',
        `${purpose} failed: ${request} redirects to "https://other/elsewhere", ${why}.`,
      ),
    );
    expect(job.requests).toHaveLength(number);
    expect(other.connections()).toBe(0);
  });
});

describe('a redirect within the origin', () => {
  test('of a GET is followed, with the token', async () => {
    const path = `/api/identity/v2/settings/project/${id}/${keyOf(one)}?decrypt=true`;
    const inputs = { secrets: 'db-password' };
    const job = await runJob({
      settings: [one],
      inputs,
      faults: [['decrypt', { kind: 'redirect', location: path, status: 307 }, { nth: 1 }]],
    });

    expect(judge(job, ['correct horse battery staple'])).toMatchObject({ exitCode: 0, problems: [] });
    expect(requestsOf(job).slice(2)).toEqual([`GET ${path}`, `GET ${path}`].map((r) => r.replace(id, '<project>')));
  });

  test('of the login is not followed', async () => {
    const job = await meet('login', { kind: 'redirect', location: '/auth/client/v3/chariot/login', status: 308 });

    expect(judge(job)).toEqual(
      failure(
        'redirect_refused',
        'The login to Chariot failed: POST https://chariot/auth/client/v2/chariot/login redirects to "https://chariot/auth/client/v3/chariot/login", and credentials are not sent a second time.',
      ),
    );
    expect(job.requests).toHaveLength(1);
  });

  test('without end is left after five', async () => {
    const job = await meet('list', { kind: 'redirect', location: '?sort=name&desc=false' });
    const [purpose, request] = ROUTES.list;

    expect(judge(job)).toEqual(
      failureAt(
        'list',
        'redirect_refused',
        `${purpose} failed: ${request} redirects to "${PROJECT_URL}/", after 5 redirects.`,
      ),
    );
    expect(job.requests).toHaveLength(1 + 6);
  });

  test('to no address at all is not followed', async () => {
    const job = await meet('list', { kind: 'redirect', location: 'http://[' });
    const [purpose, request] = ROUTES.list;

    expect(judge(job)).toEqual(
      failureAt(
        'list',
        'redirect_refused',
        `${purpose} failed: ${request} redirects to no readable address, which cannot be followed.`,
      ),
    );
  });
});

describe('no server of HTTP', () => {
  /** Runs a step that logs in at a port where somebody may be listening. */
  async function logIn(url: string, options: JobOptions = {}) {
    return judge(await runJob({ inputs: { url, project_id: '' }, ...options }));
  }
  const failed = (origin: string) => `The login to Chariot failed: POST ${origin}/auth/client/v2/chariot/login`;

  test('but a closed port', async () => {
    const closed = await startChariot();
    await closed.close();

    expect(await logIn(closed.url)).toEqual(
      failure(
        'server_unreachable',
        `${failed('https://other')} was refused: nothing listens on this port of the host (ECONNREFUSED).`,
      ),
    );
  });

  test('but a host that nobody knows', async () => {
    const { log, ...verdict } = await logIn('name.invalid');

    expect(verdict).toEqual({
      exitCode: 1,
      variables: {},
      outputs: { error_code: 'server_unreachable' },
      problems: [],
    });
    // Without a network the resolver cannot say that there is no such name.
    expect(log).toEqual([
      expect.stringMatching(
        /^Error: The login to Chariot failed: POST https:\/\/name\.invalid\/auth\/client\/v2\/chariot\/login was not sent: (no such host is known \(ENOTFOUND\)|the name of the host could not be resolved now \(EAI_AGAIN\))\. Check `url`, `issuer` or `token_url`, and that this runner can reach the host\. See /,
      ),
    ]);
  });

  test('but plain http where https is expected', async () => {
    const plain = createHttpServer();
    const port = await listen(plain);
    const verdict = await logIn(`https://127.0.0.1:${port}`);
    plain.close();

    expect(verdict).toEqual(
      failure(
        'server_unreachable',
        `${failed(`https://127.0.0.1:${port}`)} failed in the TLS handshake: what answers on this port speaks plain http, or no TLS (EPROTO). Check the port in \`url\`; plain http needs \`http://\` there, and \`allow_http: true\`.`,
      ),
    );
  });

  test('but https where plain http is expected', async () => {
    const front = await startTlsFront(9, open);
    const verdict = await logIn(`http://127.0.0.1:${front.port}`);
    await front.close();

    expect(verdict).toEqual(
      failure(
        'server_unreachable',
        `${failed('https://other')} got no answer: the connection was closed before one came (ECONNRESET). ${MAY_BE_HTTPS}`,
      ),
    );
  });

  test('but one of another protocol', async () => {
    const smtp = createServer((socket) => socket.on('error', () => undefined).end('220 mail.example.com ESMTP\r\n'));
    const port = await listen(smtp);
    const verdict = await logIn(`http://127.0.0.1:${port}`);
    smtp.close();

    expect(verdict).toEqual(
      failure('response_invalid', `${failed('https://other')} got an answer that is not HTTP (HPE_INVALID_CONSTANT).`),
    );
  });

  test('but one that hangs up', async () => {
    const mute = createServer((socket) => socket.on('error', () => undefined).end());
    const port = await listen(mute);
    const verdict = await logIn(`http://127.0.0.1:${port}`);
    mute.close();

    expect(verdict).toEqual(
      failure(
        'server_unreachable',
        `${failed('https://other')} got no answer: the connection was closed before one came (ECONNRESET). ${MAY_BE_HTTPS}`,
      ),
    );
  });
});

function listen(server: ReturnType<typeof createServer>): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
