import { createServer, type Socket } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import type { Act } from '../../harness/servers/hostile-server.js';
import { listenOn } from '../../harness/servers/listening.js';
import { chariotSite, oauthSite } from '../../harness/servers/sites.js';
import { isThorough, recordTried, timeLimit } from '../support/effort.js';
import { asBundle, meet, problemsOf } from '../support/hostile-steps.js';

/** How often a slow server sends something, in ms: more often than any limit of silence. */
const DRIP_MS = 20;

/** Sends a text again and again until the connection is closed. */
function drips(socket: Socket, next: () => string | Buffer): void {
  const timer = setInterval(() => socket.write(next()), DRIP_MS);
  socket.once('close', () => clearInterval(timer));
}

/** Sends a text byte by byte, and then nothing. */
function crawls(socket: Socket, text: Buffer): void {
  let at = 0;
  drips(socket, () => text.subarray(at, ++at));
}

const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';

/** Answers that never end, each with what the server does. */
const ENDLESS: readonly (readonly [what: string, act: Act])[] = [
  ['sends nothing', () => undefined],
  ['sends half of a status line', (socket) => socket.write('HTTP/1.1 2')],
  ['sends a status line byte by byte without an end', (socket) => drips(socket, () => 'x')],
  ['sends headers without an end', (socket) => socket.write(head) && drips(socket, () => 'X-A: b\r\n')],
  [
    'sends an answer byte by byte',
    (socket, usual) => crawls(socket, Buffer.concat([usual.subarray(0, 60), Buffer.alloc(9000, ' ')])),
  ],
  ['sends informational answers without an end', (socket) => drips(socket, () => 'HTTP/1.1 102 Processing\r\n\r\n')],
  ['sends a body without an end', (socket) => socket.write(`${head}\r\n`) && drips(socket, () => ' ')],
  [
    'sends chunks without an end',
    (socket) => socket.write(`${head}Transfer-Encoding: chunked\r\n\r\n`) && drips(socket, () => '1\r\n \r\n'),
  ],
  [
    'sends a chunk extension without an end',
    (socket) => socket.write(`${head}Transfer-Encoding: chunked\r\n\r\n1`) && drips(socket, () => ';a'),
  ],
  [
    'sends trailers without an end',
    (socket) =>
      socket.write(`${head}Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n`) && drips(socket, () => 'X-A: b\r\n'),
  ],
  ['does not send the last byte', (socket, usual) => socket.write(usual.subarray(0, -1))],
  [
    'does not close the connection of an answer without a length',
    (socket) => socket.write(`${head}\r\n{"access_token":"abcdef"}`),
  ],
  [
    'asks to try again at once, without an end',
    (socket) => socket.write('HTTP/1.1 503 x\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n'),
  ],
  [
    'asks to try again in a year',
    (socket) => socket.write('HTTP/1.1 429 x\r\nRetry-After: 31536000\r\nContent-Length: 0\r\n\r\n'),
  ],
];

/** What a server does with a connection that should begin with a TLS handshake. */
const HANDSHAKES: readonly (readonly [what: string, greet: (socket: Socket) => unknown])[] = [
  ['sends nothing in the TLS handshake', () => undefined],
  ['sends half of a record in the TLS handshake', (socket) => socket.write(Buffer.from([22, 3, 3, 0x40]))],
  [
    'sends a record of TLS byte by byte',
    (socket) => crawls(socket, Buffer.from([22, 3, 3, 0x40, 0, 2, 0, 0x3f, 0xfc, ...Buffer.alloc(9000)])),
  ],
  ['sends warnings of TLS without an end', (socket) => drips(socket, () => Buffer.from([21, 3, 3, 0, 2, 1, 90]))],
  ['answers plain http to TLS, byte by byte', (socket) => crawls(socket, Buffer.from(`${head}\r\n`))],
];

const SHORT = { timeout_seconds: '2', retries: '5' };

/** Lists what is wrong with steps that run at the same time, since they only wait. */
async function problemsOfAll(
  cases: readonly (readonly [what: string, run: () => Promise<string[]>])[],
): Promise<string[]> {
  const queue = cases.values();
  const problems: string[] = [];
  const work = async () => {
    for (const [what, run] of queue) problems.push(...(await run()).map((problem) => `${what}: ${problem}`));
  };
  await Promise.all(Array.from({ length: 5 }, work));
  recordTried(cases.length);
  return problems;
}

const third = <T>(rows: readonly T[]) => (isThorough ? rows : rows.filter((_, index) => index % 3 === 0));

describe('A hostile server that is slow', () => {
  test(
    'However slowly a server answers, the deadline ends the step with one error line',
    async () => {
      const chariot = (isThorough ? (['login', 'whoami', 'list', 'decrypt'] as const) : (['login'] as const)).flatMap(
        (place) =>
          third(ENDLESS).map(
            ([what, act]) =>
              [
                `${place} ${what}`,
                async () => {
                  const { step } = await meet(chariotSite, { misconduct: { place, act }, inputs: SHORT }, asBundle);
                  return [...problemsOf(step, chariotSite), ...(step.exitCode === 1 ? [] : ['it succeeds'])];
                },
              ] as const,
          ),
      );
      const oauth = (isThorough ? (['discovery', 'token', 'userinfo'] as const) : []).flatMap((place) =>
        ENDLESS.map(
          ([what, act]) =>
            [
              `${place} ${what}`,
              async () => {
                const { step } = await meet(oauthSite, { misconduct: { place, act }, inputs: SHORT }, asBundle);
                return [...problemsOf(step, oauthSite), ...(step.exitCode === 1 ? [] : ['it succeeds'])];
              },
            ] as const,
        ),
      );

      expect(await problemsOfAll([...chariot, ...oauth])).toEqual([]);
    },
    timeLimit(60),
  );

  test(
    'However slowly a server answers in the TLS handshake, the deadline ends the step with one error line',
    async () => {
      const cases = third(HANDSHAKES).map(
        ([what, greet]) =>
          [
            what,
            async () => {
              const server = createServer((socket) => void greet(socket));
              const { port, close } = await listenOn(server, '127.0.0.1', []);
              const inputs = { ...chariotSite.inputs(`https://127.0.0.1:${port}`), ...SHORT };
              const step = await asBundle(inputs, {}).finally(close);
              return [...problemsOf(step, chariotSite), ...(step.exitCode === 1 ? [] : ['it succeeds'])];
            },
          ] as const,
      );

      expect(await problemsOfAll(cases)).toEqual([]);
    },
    timeLimit(60),
  );
});
