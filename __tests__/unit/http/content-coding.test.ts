import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { readBody } from '../../../src/http/body.js';
import { reveal } from '../../../src/untrusted-text.js';
import { get, serve, transport } from '../../support/local-servers.js';

/** The answer of a server with this header, as Node returns it. */
async function answerOf(coding: string, answer: (response: ServerResponse) => void): Promise<IncomingMessage> {
  const { url } = await serve((_request, response) => answer(response.setHeader('content-encoding', coding)));
  return new Promise((resolve, reject) => {
    http.get(url, { agent: false }, resolve).on('error', reject);
  });
}

const TEXT = JSON.stringify({ value: 'wörd 密码 🔑'.repeat(10_000) });
const LIMIT = 10 * 2 ** 20;

describe('A compressed body', () => {
  test.each<[coding: string, body: Buffer]>([
    ['gzip', gzipSync(TEXT)],
    ['GZip', gzipSync(TEXT)],
    ['x-gzip', gzipSync(TEXT)],
    ['deflate', deflateSync(TEXT)],
    ['deflate', deflateRawSync(TEXT)],
    ['deflate', deflateSync(TEXT, { level: 0 })],
    ['deflate', deflateRawSync(TEXT, { level: 0 })],
    ['br', brotliCompressSync(TEXT)],
    ['gzip', Buffer.concat([gzipSync(TEXT.slice(0, 9)), gzipSync(TEXT.slice(9))])],
  ])('A body with the coding %s is read', async (coding, body) => {
    expect((await readBody(await answerOf(coding, (response) => response.end(body)))) === TEXT).toBe(true);
  });

  test.each(['gzip', 'deflate', 'br', 'identity'])(
    'An empty body with the coding "%s" is an empty text',
    async (coding) => {
      expect(await readBody(await answerOf(coding, (response) => response.end()))).toBe('');
    },
  );

  test('A body of exactly 10 MiB after the decompression is read', async () => {
    const body = gzipSync('x'.repeat(LIMIT));

    expect((await readBody(await answerOf('gzip', (response) => response.end(body)))).length).toBe(LIMIT);
  });

  const unsupported = (coding: string) =>
    `the body is compressed in a way that the action does not support ("${coding}")`;
  const damaged = (coding: string) => `the body is damaged: it cannot be decompressed ("${coding}")`;
  test.each<[name: string, coding: string, body: Buffer, why: string]>([
    ['of more than 10 MiB', 'gzip', gzipSync('x'.repeat(LIMIT + 1)), 'the body is larger than 10 MiB'],
    ['with an unknown coding', 'zstd', gzipSync(TEXT), unsupported('zstd')],
    ['with the name of a member of objects', 'constructor', gzipSync(TEXT), unsupported('constructor')],
    ['with two codings', 'br, gzip', gzipSync(brotliCompressSync(TEXT)), unsupported('br, gzip')],
    ['that is not gzip', 'gzip', Buffer.from(TEXT), damaged('gzip')],
    ['whose gzip is not complete', 'gzip', gzipSync(TEXT).subarray(0, 40), damaged('gzip')],
    [
      'whose gzip has a wrong checksum',
      'gzip',
      Buffer.concat([gzipSync(TEXT).subarray(0, -8), Buffer.alloc(8)]),
      damaged('gzip'),
    ],
    ['that is not deflate', 'deflate', Buffer.from(TEXT), damaged('deflate')],
    ['that is not Brotli', 'br', Buffer.from(TEXT), damaged('br')],
    ['that is not UTF-8', 'gzip', gzipSync(Buffer.from([0x22, 0xff, 0x22])), 'the body is not UTF-8'],
  ])('A body %s is rejected', async (...[, coding, body, why]) => {
    const failure = await readBody(await answerOf(coding, (response) => response.end(body))).catch((error) => error);

    expect({ ...failure.problem, why: reveal(failure.problem.why, (text) => text) }).toEqual({
      code: 'response_invalid',
      what: 'got an unusable answer',
      why,
      passes: false,
    });
  });

  test('A compressed body whose connection is closed is cut short', async () => {
    const message = await answerOf('gzip', (response) =>
      response.write(gzipSync(TEXT).subarray(0, 40), () => response.socket?.destroy()),
    );

    await expect(readBody(message)).rejects.toMatchObject({ problem: { why: 'the body was cut short', passes: true } });
  });

  test.each([
    ['gzip', gzipSync(Buffer.alloc(64 * 2 ** 20))],
    ['deflate', deflateRawSync(Buffer.alloc(64 * 2 ** 20))],
    ['br', brotliCompressSync(Buffer.alloc(64 * 2 ** 20))],
  ])('A bomb with the coding %s is refused before its end, and the connection is closed', async (coding, bomb) => {
    let close: () => void = () => undefined;
    const closed = new Promise<void>((resolve) => {
      close = resolve;
    });
    // The body never ends, so a reader that first collects it would wait for ever.
    const { url } = await serve((_request, response) =>
      response.setHeader('content-encoding', coding).on('close', close).write(bomb),
    );

    await expect(transport().send(get(url))).rejects.toMatchObject({
      code: 'response_invalid',
      message: expect.stringMatching(/got an unusable answer: the body is larger than 10 MiB$/),
    });
    await closed;
  });
});
