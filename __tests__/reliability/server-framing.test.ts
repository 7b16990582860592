import type { Socket } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Act, answerOf, type Misconduct } from '../../harness/servers/hostile-server.js';
import { chariotSite, oauthSite } from '../../harness/servers/sites.js';
import { expectToHold, isThorough, recordTried, timeLimit } from '../support/effort.js';
import { asBundle, inProcess, meet, problemsOf } from '../support/hostile-steps.js';
import { FRAMINGS, HEADER_VALUES } from '../support/raw-answers.js';

const CHARIOT_PLACES = ['login', 'whoami', 'list', 'decrypt'] as const;

type ChariotMisconduct = Misconduct<(typeof chariotSite.places)[number]['name']>;

/** Only the deadline ends the wait for the rest of an answer. */
const SHORT = { timeout_seconds: '2' };

async function judged(misconduct: ChariotMisconduct, run = inProcess) {
  const { step, requests } = await meet(chariotSite, { misconduct, inputs: SHORT }, run);
  const sent = requests.filter(({ body }) => body.includes(chariotSite.credential)).length;
  return [...problemsOf(step, chariotSite), ...(sent > 1 ? [`the credential was sent ${sent} times`] : [])];
}

describe('The framing of a hostile server', () => {
  test(
    'Whatever the framing of an answer is, a step of the bundle exports what it must, or fails with one error line and without a stack trace',
    async () => {
      const places = isThorough ? CHARIOT_PLACES : (['login', 'decrypt'] as const);
      const rows = isThorough ? FRAMINGS : FRAMINGS.filter((_, index) => index % 3 === 0);
      const cases = places.flatMap((place) => rows.map(([what, act]) => ({ place, what, act })));
      const problems: string[] = [];
      const queue = cases.values();
      const work = async () => {
        for (const { place, what, act } of queue) {
          for (const problem of await judged({ place, act }, asBundle)) problems.push(`${place}, ${what}: ${problem}`);
        }
      };
      await Promise.all([work(), work(), work(), work()]);

      expect(problems).toEqual([]);
      recordTried(cases.length);
    },
    timeLimit(60),
  );

  test(
    'At whatever byte a server closes or resets the connection, the step exports what it must, or fails with one error line',
    async () => {
      const given = fc.record({
        place: fc.constantFrom(...CHARIOT_PLACES),
        part: fc.double({ min: 0, max: 1, noNaN: true }),
        resets: fc.boolean(),
        isChunked: fc.boolean(),
      });
      await expectToHold(
        fc.asyncProperty(given, async ({ place, part, resets, isChunked }) => {
          const act: Act = (socket, usual) => {
            const body = usual.subarray(usual.indexOf('\r\n\r\n') + 4);
            const chunked = `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
            const bytes = isChunked ? Buffer.from(chunked) : usual;
            socket.write(bytes.subarray(0, Math.round(part * bytes.length)), () => {
              resets ? socket.resetAndDestroy() : socket.end();
            });
          };
          expect(await judged({ place, act })).toEqual([]);
        }),
        15,
      );
    },
    timeLimit(60),
  );

  test(
    'Whatever the status, the headers and the body of an answer are, the step exports what it must, or fails with one error line',
    async () => {
      const header = fc
        .constantFrom(...Object.entries(HEADER_VALUES))
        .chain(([name, values]) => fc.constantFrom(...values).map((value) => `${name}: ${value}`));
      const noise = fc.string({ unit: 'binary', maxLength: 300 });
      const given = fc.record({
        status: fc.oneof(
          fc.integer({ min: 0, max: 999 }),
          fc.constantFrom(200, 204, 205, 206, 304, 401, 407, 429, 500, 503),
        ),
        reason: fc.constantFrom('', 'OK', '::error::x', '\x1b[31m', 'x'.repeat(5000)),
        headers: fc.array(header, { maxLength: 4 }),
        body: fc.oneof(
          fc.constant(undefined),
          noise.map((text) => Buffer.from(text)),
          fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
        ),
        version: fc.constantFrom('1.1', '1.0'),
        place: fc.constantFrom(...CHARIOT_PLACES),
      });
      await expectToHold(
        fc.asyncProperty(given, async ({ status, reason, headers, body, version, place }) => {
          const line = `HTTP/${version} ${String(status).padStart(3, '0')} ${reason}`;
          const act: Act = (socket, usual) => {
            const own = usual.subarray(usual.indexOf('\r\n\r\n') + 4);
            socket.end(answerOf(body ?? own, [line, ...headers]));
          };
          expect(await judged({ place, act })).toEqual([]);
        }),
        20,
      );
    },
    timeLimit(60),
  );
});

describe('An answer that nobody asked for', () => {
  const early: readonly (readonly [what: string, bytes: Buffer])[] = [
    ['a token before the request', answerOf('{"access_token":"planted-token-000"}')],
    [
      'two tokens before the request',
      Buffer.concat([answerOf('{"access_token":"planted-token-000"}'), answerOf('{}')]),
    ],
    ['408 before the request', Buffer.from('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n')],
    ['bytes before the request', Buffer.from('garbage\r\n\r\n')],
  ];

  test.each(early)(
    'If a server sends %s, the step ends with its own token or with one error line',
    async (_what, bytes) => {
      const greet = (socket: Socket) => socket.write(bytes) || true;
      const { step } = await meet(chariotSite, { misconduct: { greet }, inputs: SHORT }, asBundle);

      expect(
        problemsOf(step, chariotSite, (name, text, usual) => text === usual || /planted/.test(text + name)),
      ).toEqual([]);
      recordTried(1);
    },
    timeLimit(30),
  );

  test.each(['userinfo', 'token', 'discovery'] as const)(
    'If a server of OAuth 2.0 adds a second answer to that of `%s`, no later request takes it for its own',
    async (place) => {
      const second = answerOf('{"access_token":"planted-token-000","sub":"planted"}');
      const act: Act = (socket, usual) => socket.write(Buffer.concat([usual, second]));
      const { step } = await meet(oauthSite, { misconduct: { place, act }, inputs: SHORT }, asBundle);

      expect(problemsOf(step, oauthSite)).toEqual([]);
      expect([...step.outputs.values(), ...step.variables.values()].join()).not.toContain('planted');
      recordTried(1);
    },
    timeLimit(30),
  );
});
