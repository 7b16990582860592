import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { exampleProject, type Fault, keyOf, secret, startChariot } from '../../../emulator/chariot/index.js';
import {
  answered,
  answerLine,
  type ErrorLine,
  failure,
  judge,
  LOGGED_IN,
  PROJECT_URL,
  requestLine,
  requestsOf,
  runJob,
} from '../../../harness/jobs/chariot-job.js';
import type { ErrorCode } from '../../../src/errors.js';

const { id } = exampleProject;
const one = secret('db-password', 'correct horse battery staple');

/** Each request of a step: its purpose and itself as messages show them, and its number. */
const ROUTES = {
  login: ['The login to Chariot', 'POST https://chariot/auth/client/v2/chariot/login', 1],
  list: [`Listing the Secrets of project "${id}"`, `GET ${PROJECT_URL}/`, 2],
  decrypt: ['Decrypting Secret "db-password"', `GET ${PROJECT_URL}/${keyOf(one)}`, 3],
} as const;
type Route = keyof typeof ROUTES;

/** Runs a step in which one route has a fault. */
function meet(route: Route, fault: Fault, inputs: Record<string, string> = {}) {
  return runJob({ settings: [one], inputs: { secrets: 'db-password', ...inputs }, faults: [[route, fault]] });
}

/** The error line about this route. */
function lineAt(route: Route, why: string) {
  const [purpose, request] = ROUTES[route];
  return requestLine(`${purpose} failed: ${request}`, why);
}

/** The verdict on a step that failed at this route. */
function failureAt(route: Route, code: ErrorCode, what: ErrorLine) {
  return failure(code, what, ...(route === 'login' ? [] : [LOGGED_IN]));
}

// The rows of each kind of fault are in __tests__/unit/http/body.test.ts, send-once.test.ts and transport.test.ts, and in
// __tests__/unit/ground/answers.test.ts.
describe('An unusable answer', () => {
  const page = answerLine(
    `${ROUTES.login[0]} failed: ${ROUTES.login[1]}`,
    answered(1, 200),
    ' with a web page instead of JSON; the page is titled "Sign in". The page belongs to a login portal for browsers. Check `url`, or ask the administrator of the portal how programs reach the API.',
  );
  test.each<[name: string, route: Route, fault: Fault, error: ErrorLine]>([
    ['If a web page answers the login, the step fails', 'login', { kind: 'html' }, page],
    [
      'If the list is cut short, the step fails',
      'list',
      { kind: 'cut' },
      lineAt('list', 'the request got an unusable answer: the body was cut short'),
    ],
    [
      'If the decrypted Secret is endless, the step fails',
      'decrypt',
      { kind: 'huge' },
      lineAt('decrypt', 'the request got an unusable answer: the body is larger than 10 MiB'),
    ],
  ])('%s', async (...[, route, fault, error]) => {
    const job = await meet(route, fault);
    const [, , number] = ROUTES[route];

    expect(judge(job)).toEqual(failureAt(route, 'response_invalid', error));
    expect(job.requests).toHaveLength(number);
  });
});

describe('A compressed answer, although the requests accept none', () => {
  const VALUES = ['correct horse battery staple'];

  test.each<Route>(['login', 'list', 'decrypt'])('A compressed answer to the request `%s` is read', async (route) => {
    const job = await meet(route, { kind: 'gzip' });

    expect(judge(job, VALUES)).toMatchObject({ exitCode: 0, problems: [] });
    expect(job.requests.map(({ headers }) => headers['accept-encoding'])).toEqual(['identity', 'identity', 'identity']);
  });

  const answerWith = (coding: string, body: Buffer): Fault => ({
    kind: 'answer',
    status: 200,
    headers: { 'content-type': 'application/json', 'content-encoding': coding },
    body,
  });
  test.each<[what: string, fault: Fault, why: string]>([
    [
      'is damaged',
      answerWith('gzip', gzipSync('{"access_token":"t"}').subarray(0, -9)),
      'the body is damaged: it cannot be decompressed ("gzip")',
    ],
    [
      'has an unknown coding',
      answerWith('zstd', Buffer.from('{}')),
      'the body is compressed in a way that the action does not support ("zstd")',
    ],
    ['is a bomb', answerWith('br', brotliCompressSync(Buffer.alloc(2 ** 26))), 'the body is larger than 10 MiB'],
  ])('If the compressed answer to the login %s, the step fails', async (_what, fault, why) => {
    const job = await meet('login', fault);
    const what = lineAt('login', `the request got an unusable answer: ${why}`);

    expect(judge(job)).toEqual(failureAt('login', 'response_invalid', what));
    expect(job.requests).toHaveLength(1);
  });
});

test.each<[name: string, route: Route, requests: number]>([
  ['If the new connection of the login is reset, the step fails', 'login', 1],
  ['If the kept connection of the decryption is reset, a new connection is used before the step fails', 'decrypt', 4],
])('%s', async (_name, route, requests) => {
  const job = await meet(route, { kind: 'reset' });
  const what = lineAt(
    route,
    'the request got no answer: the connection was closed before the answer (ECONNRESET). If this happens again, the port may expect https. Write the address with https://.',
  );

  expect(judge(job)).toEqual(failureAt(route, 'server_unreachable', what));
  expect(job.requests).toHaveLength(requests);
});

describe('The deadline', () => {
  // At the same time, since the steps only wait; two seconds, so that a busy machine reaches the fault.
  test.concurrent.each<[name: string, route: Route, fault: Fault, phase: string]>([
    ['If the login is not answered, the deadline ends the step', 'login', { kind: 'stall' }, 'waiting for the answer'],
    [
      'If the decrypted Secret arrives a byte at a time, the deadline ends the step',
      'decrypt',
      { kind: 'drip', ms: 300 },
      'reading the answer',
    ],
  ])('%s', async (...[, route, fault, phase]) => {
    const job = await meet(route, fault, { timeout_seconds: '2' });
    const [purpose, request, number] = ROUTES[route];
    const what = { what: `${purpose} did not finish within 2 s (${phase}).`, request };

    expect(judge(job)).toEqual(failureAt(route, 'deadline_exceeded', what));
    expect(job.requests).toHaveLength(number);
  });
});

describe('A redirect', () => {
  test.each<[name: string, route: Route, status: number, why: string]>([
    [
      'A redirect of the login to another origin is refused, and nothing is sent there',
      'login',
      307,
      'but the action never sends credentials to a second address',
    ],
    [
      'A redirect of the decryption to another origin is refused, and nothing is sent there',
      'decrypt',
      302,
      'which is another origin',
    ],
  ])('%s', async (...[, route, status, why]) => {
    const other = await startChariot();
    const job = await meet(route, { kind: 'redirect', location: `${other.url}/elsewhere?token=1`, status });
    await other.close();
    const [, , number] = ROUTES[route];
    const what = lineAt(route, `the server redirects to "https://other/elsewhere", ${why}`);

    expect(judge(job)).toEqual(failureAt(route, 'redirect_refused', what));
    expect(job.requests).toHaveLength(number);
    expect(other.connections()).toBe(0);
  });

  test('A redirect of a GET within its origin is followed, with the token', async () => {
    const path = `/api/identity/v2/settings/project/${id}/${keyOf(one)}?decrypt=true`;
    const job = await runJob({
      settings: [one],
      inputs: { secrets: 'db-password' },
      faults: [['decrypt', { kind: 'redirect', location: path, status: 307 }, { nth: 1 }]],
    });

    expect(judge(job, ['correct horse battery staple'])).toMatchObject({ exitCode: 0, problems: [] });
    expect(requestsOf(job).slice(2)).toEqual([`GET ${path}`, `GET ${path}`].map((r) => r.replace(id, '<project>')));
  });
});

describe('A server without HTTP', () => {
  /** Runs a step that logs in at this address. */
  async function logIn(url: string) {
    return judge(await runJob({ inputs: { url, project_id: '' } }));
  }
  const failed = (origin: string) => `The login to Chariot failed: POST ${origin}/auth/client/v2/chariot/login`;

  test('If a plain http server is configured with https, the error says so', async () => {
    const plain = createHttpServer();
    const port = await listen(plain);
    const verdict = await logIn(`https://127.0.0.1:${port}`);
    plain.close();

    expect(verdict).toEqual(
      failure(
        'server_unreachable',
        requestLine(
          failed(`https://127.0.0.1:${port}`),
          `the request failed during the TLS handshake: this port uses plain http, or another protocol without TLS (EPROTO). Check the port of the address. For plain http, write it with \`http://\`, and set \`allow_http: true\`.`,
        ),
      ),
    );
  });

  test('If a server uses another protocol, the error says that the answer is not HTTP', async () => {
    const smtp = createServer((socket) => socket.on('error', () => undefined).end('220 mail.example.com ESMTP\r\n'));
    const port = await listen(smtp);
    const verdict = await logIn(`http://127.0.0.1:${port}`);
    smtp.close();

    expect(verdict).toEqual(
      failure(
        'response_invalid',
        requestLine(
          failed('https://other'),
          'the request got an unusable answer: the answer is not HTTP (HPE_INVALID_CONSTANT).',
        ),
      ),
    );
  });
});

function listen(server: ReturnType<typeof createServer>): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

test('If the server switches to another protocol, the step fails at once', async () => {
  const server = createServer((socket) => {
    socket.once('data', () =>
      socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const job = await runJob({ inputs: { url: `http://127.0.0.1:${port}`, project_id: '' } });
  await new Promise((resolve) => server.close(resolve));

  expect(judge(job).log).toEqual([
    expect.stringMatching(
      /got an unusable answer: the server switches to another protocol \(101\), which the request does not allow\./,
    ),
  ]);
});
