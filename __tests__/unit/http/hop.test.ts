import { describe, expect, test } from '@jest/globals';
import { get, serve, transport } from '../../support/local-servers.js';

describe('sendHop', () => {
  test('An answer contains its media type, challenge and request number', async () => {
    const { url } = await serve((_request, response) =>
      response
        .writeHead(401, {
          'content-type': ' Application/JSON ; charset=utf-8',
          'www-authenticate': 'Bearer error="x"',
          'x-request-id': 'r-1',
        })
        .end('{}'),
    );

    await expect(transport().send(get(url))).resolves.toEqual({
      status: 401,
      contentType: 'application/json',
      body: '{}',
      challenge: 'Bearer error="x"',
      requestId: 'r-1',
      clockAheadMs: expect.any(Number),
    });
  });

  test('An answer without these headers contains none of them', async () => {
    const { url } = await serve((_request, response) => response.end('{}'));

    expect(await transport().send(get(url))).toEqual({
      status: 200,
      contentType: '',
      body: '{}',
      clockAheadMs: expect.any(Number),
    });
  });

  test('An answer contains when the next request is accepted, and how far this clock is ahead', async () => {
    const { url } = await serve((_request, response) =>
      response.writeHead(429, { 'retry-after': '3600', date: new Date(Date.now() - 300_000).toUTCString() }).end('{}'),
    );
    const { retryAt, clockAheadMs = 0 } = await transport().send(get(url));

    expect(Math.round(((retryAt?.getTime() ?? 0) - Date.now()) / 60_000)).toBe(60);
    expect(Math.round(clockAheadMs / 60_000)).toBe(5);
  });

  test('A request accepts no content coding, since without the header a server may choose any', async () => {
    const seen: unknown[] = [];
    const { url } = await serve(({ headers }, response) => {
      seen.push(headers['accept-encoding']);
      response.end('{}');
    });
    await transport().send(get(url));

    expect(seen).toEqual(['identity']);
  });
});
