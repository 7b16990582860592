import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { readBody } from '../../../src/http/body.js';
import { serve } from '../../support/local-servers.js';

/** The answer of a server, as Node returns it. */
async function answerOf(answer: (response: ServerResponse) => void): Promise<IncomingMessage> {
  const { url } = await serve((_request, response) => answer(response));
  return new Promise((resolve, reject) => {
    // After a reset, Node also reports the error on the request.
    http.get(url, { agent: false }, resolve).on('error', reject);
  });
}

/** Sends a part of a body and closes the connection. */
const cut = (response: ServerResponse) => void response.write('{"a":', () => response.socket?.destroy());

describe('readBody', () => {
  test.each<[name: string, answer: (response: ServerResponse) => void, body: string]>([
    ['A body is read to its end', (response) => response.end('{"a":1}'), '{"a":1}'],
    ['An empty body is an empty text', (response) => response.end(), ''],
    ['A body in UTF-8 is decoded', (response) => response.end('"wörd 密码 🔑"'), '"wörd 密码 🔑"'],
    [
      'A body with the encoding `identity` is read',
      (response) => response.setHeader('content-encoding', ' Identity ').end('1'),
      '1',
    ],
    [
      'A body of exactly 10 MiB is read',
      (response) => response.end('x'.repeat(10 * 2 ** 20)),
      'x'.repeat(10 * 2 ** 20),
    ],
  ])('%s', async (_name, answer, body) => {
    expect((await readBody(await answerOf(answer))) === body).toBe(true);
  });

  test.each<[name: string, answer: (response: ServerResponse) => void, problem: { why: string; passes: boolean }]>([
    [
      'A body shorter than its content-length is cut short',
      (response) => cut(response.setHeader('content-length', 10)),
      { why: 'the body was cut short', passes: true },
    ],
    [
      'A chunked body without its last chunk is cut short',
      (response) => cut(response),
      { why: 'the body was cut short', passes: true },
    ],
    [
      'A body of more than 10 MiB is rejected',
      (response) => response.end('x'.repeat(10 * 2 ** 20 + 1)),
      { why: 'the body is larger than 10 MiB', passes: false },
    ],
    [
      'A body that is not UTF-8 is rejected',
      (response) => response.end(Buffer.from([0x22, 0xff, 0x22])),
      { why: 'the body is not UTF-8', passes: false },
    ],
  ])('%s', async (_name, answer, row) => {
    const problem = { code: 'response_invalid', what: 'got an unusable answer', ...row };

    await expect(readBody(await answerOf(answer))).rejects.toMatchObject({ problem });
  });

  test('A body whose connection is reset is cut short', async () => {
    let reset: () => unknown = () => undefined;
    const message = await answerOf((response) => {
      response.setHeader('content-length', 10).write('{"a":');
      reset = () => response.socket?.resetAndDestroy();
    });
    const body = readBody(message);
    // Not before the client has the headers: a reset discards what the client has not read yet.
    reset();

    await expect(body).rejects.toMatchObject({ problem: { why: 'the body was cut short', passes: true } });
  });

  test('Each part of a body is reported', async () => {
    let more: () => unknown = () => undefined;
    const message = await answerOf((response) => {
      response.write('{');
      more = () => response.end('}');
    });
    let parts = 0;
    const body = await readBody(message, () => {
      parts += 1;
      more();
    });

    expect([body, parts]).toEqual(['{}', 2]);
  });
});
