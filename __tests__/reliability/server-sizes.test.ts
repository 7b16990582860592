import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { type Act, answerOf, headOf, OK } from '../../harness/servers/hostile-server.js';
import { chariotSite } from '../../harness/servers/sites.js';
import { usageOf } from '../../harness/usage.js';
import { isThorough, recordTried, timeLimit } from '../support/effort.js';
import { asBundle, meet, problemsOf } from '../support/hostile-steps.js';

const MEBIBYTE = 1024 * 1024;
const REFUSED = ['HTTP/1.1 400 Bad Request', 'Content-Type: application/json'];

const says =
  (body: string | Buffer, lines: readonly string[] = OK): Act =>
  (socket) =>
    socket.write(answerOf(body, lines));

/** Sends a head and then so many MiB of spaces, which JSON allows anywhere, as fast as they are read. */
function streams(mebibytes: number, ...headers: readonly string[]): Act {
  return (socket) => {
    socket.write(headOf([...OK, ...headers]));
    const piece = Buffer.alloc(MEBIBYTE, ' ');
    let left = mebibytes;
    const more = (): void => {
      for (; left > 0 && !socket.destroyed; left -= 1) {
        if (!socket.write(piece)) {
          left -= 1;
          return void socket.once('drain', more);
        }
      }
      socket.end();
    };
    more();
  };
}

const zeros = Buffer.alloc(100 * MEBIBYTE);
const compressed = (coding: string, body: Buffer) => says(body, [...OK, `Content-Encoding: ${coding}`]);
const fastBrotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

/** Writes a document of 10 MB with an element as often as possible. */
function filled(members: string, element: string): string {
  return `{${members},"x":[${`${element},`.repeat(10_000_000 / (element.length + 1))}${element}]}`;
}

/**
 * Bodies that would need much memory or time, and the most memory that a step may occupy with them, in MiB. Node itself needs
 * 60. A step that kept 100 MB of a body would need them three times: as parts, as bytes and as text.
 */
const LARGE: readonly (readonly [what: string, act: Act, mebibytes: number])[] = [
  ['100 MiB until the close', streams(100), 200],
  ['100 MiB with their length', streams(100, `Content-Length: ${100 * MEBIBYTE}`), 200],
  ['a stream of 10 GiB', streams(10_240), 200],
  ['a gzip bomb', compressed('gzip', gzipSync(zeros)), 200],
  ['a deflate bomb', compressed('deflate', deflateSync(zeros)), 200],
  ['a raw deflate bomb', compressed('deflate', deflateRawSync(zeros)), 200],
  ['a brotli bomb', compressed('br', brotliCompressSync(zeros, fastBrotli)), 200],
  ['a bomb in a bomb', compressed('gzip, gzip', gzipSync(gzipSync(zeros))), 200],
  ['a million numbers', says(filled('"access_token":"abc","value":"abc"', '1')), 512],
  ['a million fractions', says(filled('"access_token":"abc","value":"abc"', '1.5')), 512],
  ['a million lists', says(filled('"access_token":"abc","value":"abc"', '[]')), 512],
  ['a million objects', says(filled('"error":"invalid_client"', '{"":0}'), REFUSED), 512],
  ['an error with a million numbers', says(filled('"error":"invalid_client"', '1'), REFUSED), 512],
  ['a token of 10 MB', says(`{"access_token":"${'ab.'.repeat(3_300_000)}"}`), 200],
  ['a token of 5,000,000 backslashes', says(`{"access_token":"${'\\\\'.repeat(4_900_000)}"}`), 200],
  ['an error of 10 MB', says(`{"error":"${'::error::'.repeat(1_000_000)}"}`, REFUSED), 200],
  [
    'a page of 10 MB',
    says(`<html><title>${'<'.repeat(9_900_000)}`, ['HTTP/1.1 500 x', 'Content-Type: text/html']),
    200,
  ],
];

/** Runs what is left of a queue, two at the same time: each needs a whole processor. */
async function twoAtOnce<T>(items: readonly T[], work: (item: T) => Promise<string[]>): Promise<string[]> {
  const queue = items.values();
  const problems: string[] = [];
  const next = async () => {
    for (const item of queue) problems.push(...(await work(item)));
  };
  await Promise.all([next(), next()]);
  return problems;
}

describe('The size of what a hostile server sends', () => {
  test(
    'However large a body is, also decompressed or parsed, the step fails with one error line and occupies limited memory',
    async () => {
      const rows = LARGE.flatMap((row, index) =>
        isThorough
          ? (['login', 'decrypt', 'whoami'] as const).map((place) => ({ row, place }))
          : index % 3 === 0
            ? [{ row, place: 'login' as const }]
            : [],
      );
      const problems = await twoAtOnce(rows, async ({ row: [what, act, most], place }) => {
        const { peakMiB, result } = await usageOf((env) =>
          meet(chariotSite, { misconduct: { place, act }, env }, asBundle),
        );
        const found = [
          ...problemsOf(result.step, chariotSite),
          ...(result.step.exitCode === 1 ? [] : ['it succeeds']),
          ...(peakMiB <= most ? [] : [`it occupies ${peakMiB} MiB`]),
        ];
        return found.map((problem) => `${what}, ${place}: ${problem}`);
      });

      expect(problems).toEqual([]);
      recordTried(rows.length);
    },
    timeLimit(90),
  );

  test(
    'However deeply JSON is nested, the step exports what it must, or fails with one error line',
    async () => {
      const depths = isThorough
        ? [500, 1000, 2000, 3000, 4000, 5000, 7000, 10_000, 100_000, 2_000_000]
        : [3000, 10_000];
      const nestings = [
        ['login', (deep: string) => `{"access_token":"abcdef","token_type":${deep}}`],
        ['login', (deep: string) => `{"access_token":"abcdef","expires_in":${deep},"scope":${deep}}`],
        ['login', (deep: string) => `{"error":${deep},"error_description":${deep}}`],
        [
          'list',
          (deep: string) =>
            `{"data":[{"_id":"a","_key":"secret/a/a","_type":"secret/a","name":"A","_updated_at":${deep}}]}`,
        ],
        ['decrypt', (deep: string) => `{"value":${deep}}`],
        ['decrypt', (deep: string) => `{"value":${JSON.stringify(deep)}}`],
        ['whoami', (deep: string) => `{"id":"user-1","x":${deep}}`],
      ] as const;
      const cases = depths.flatMap((depth) =>
        nestings.flatMap(([place, write]) =>
          [`${'['.repeat(depth)}${']'.repeat(depth)}`, `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`].map((deep) => {
            return { depth, place, deep, body: write(deep) };
          }),
        ),
      );
      const problems = await twoAtOnce(cases, async ({ depth, place, deep, body }) => {
        const { step } = await meet(chariotSite, { misconduct: { place, act: says(body) } }, asBundle);
        // A success exports what was nested, or ignores it; `secrets` contains it as a text.
        const isRight = (name: string, text: string, usual: string | undefined) =>
          name === 'secrets' || [usual, deep, body, 'abcdef'].includes(text);
        return problemsOf(step, chariotSite, isRight).map(
          (problem) => `${depth}, ${body.slice(0, 50)}: ${problem.slice(0, 300)}`,
        );
      });

      expect(problems).toEqual([]);
      recordTried(cases.length);
    },
    timeLimit(90),
  );
});
