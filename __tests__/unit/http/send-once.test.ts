import { describe, expect, test } from '@jest/globals';
import { open } from '../../../harness/servers/client-chain.js';
import { startTlsFront } from '../../../harness/servers/tls-front.js';
import { redirectTarget } from '../../../src/http/send-once.js';
import { failureOf } from '../../support/fake-ports.js';
import { type Answerer, afterTest, failureAt, get, serve, serveTcp, transport } from '../../support/local-servers.js';

describe('A server without HTTP', () => {
  const EXPECTS_HTTPS = 'If this happens again, the port may expect https. Write the address with https://';

  test('A port that nothing listens on is server_unreachable', async () => {
    expect(await failureAt('http://127.0.0.1:9')).toMatchObject({
      code: 'server_unreachable',
      message: 'The test failed: the request was refused: nothing listens on this port of the host (ECONNREFUSED)',
    });
  });

  test('A host name that does not exist is server_unreachable', async () => {
    const { code, message } = await failureAt('https://name.invalid');

    expect(code).toBe('server_unreachable');
    // Without a network, the resolver does not know whether the name exists.
    expect(message).toMatch(/was not sent: the host name (is unknown \(ENOTFOUND\)|cannot be .* \(EAI_AGAIN\))$/);
  });

  test('A server of another protocol is response_invalid', async () => {
    const { port } = await serveTcp((socket) => socket.end('220 mail.example.com ESMTP\r\n'));

    expect(await failureAt(`http://127.0.0.1:${port}`)).toMatchObject({
      code: 'response_invalid',
      message: 'The test failed: the request got an unusable answer: the answer is not HTTP (HPE_INVALID_CONSTANT)',
    });
  });

  test('A server that closes a new connection may expect https', async () => {
    const { port } = await serveTcp((socket) => socket.end());

    expect(await failureAt(`http://127.0.0.1:${port}`)).toEqual({
      code: 'server_unreachable',
      message: 'The test failed: the request got no answer: the connection was closed before the answer (ECONNRESET)',
      advice: [EXPECTS_HTTPS],
      facts: [],
      said: undefined,
    });
  });

  test('A server that closes a connection after it began to answer gets no advice', async () => {
    const { url } = await serve((_request, response) => void response.write('{', () => response.socket?.destroy()));

    expect(await failureAt(url.href)).toMatchObject({ code: 'response_invalid', advice: [] });
  });

  test('An https server asked in plain http may expect https', async () => {
    const front = await startTlsFront(9, open);
    afterTest(() => void front.close());

    expect(await failureAt(`http://127.0.0.1:${front.port}`)).toMatchObject({ advice: [EXPECTS_HTTPS] });
  });

  test('A plain http server asked in https is explained', async () => {
    const { url } = await serve((_request, response) => response.end('{}'));

    expect(await failureAt(url.href.replace('http:', 'https:'))).toMatchObject({
      code: 'server_unreachable',
      message:
        'The test failed: the request failed during the TLS handshake: this port uses plain http, or another protocol without TLS (EPROTO)',
    });
  });

  test('A page with which a server reports a TLS problem is a failure', async () => {
    const page = '<html><center>No required SSL certificate was sent</center></html>';
    const { url } = await serve((_request, response) => response.writeHead(400).end(page));

    expect(await failureAt(url.href)).toMatchObject({
      code: 'certificate_required',
      message: 'The test failed: the request was rejected: the server requires a client certificate',
    });
  });
});

describe('A redirect', () => {
  const STATUSES = [301, 302, 303, 307, 308];

  test.each(STATUSES)('The redirect %i of a GET within its origin is followed, with its headers', async (status) => {
    const seen: unknown[] = [];
    const { url } = await serve(({ url: target, headers }, response, number) => {
      seen.push([target, headers.authorization]);
      if (number === 1) response.writeHead(status, { location: '/two' }).end();
      else response.end('{}');
    });
    const request = get(new URL('/one', url), { headers: { authorization: 'Bearer t' } });

    await expect(transport().send(request)).resolves.toMatchObject({ status: 200 });
    expect(seen).toEqual([
      ['/one', 'Bearer t'],
      ['/two', 'Bearer t'],
    ]);
  });

  test.each(STATUSES)('The redirect %i to another origin is refused, and nothing is sent there', async (status) => {
    const other = await serve((_request, response) => response.end('{}'));
    const { url } = await serve((_request, response) => response.writeHead(status, { location: other.url.href }).end());

    await expect(transport().send(get(url))).rejects.toMatchObject({ code: 'redirect_refused' });
    expect(other.connections()).toBe(0);
  });

  test.each(STATUSES)('The redirect %i of a POST is refused', async (status) => {
    const server = await serve((_request, response) => response.writeHead(status, { location: '/two' }).end());
    const post = get(server.url, { method: 'POST', body: 'client_secret=s' });

    await expect(transport().send(post)).rejects.toMatchObject({ code: 'redirect_refused' });
    expect(server.requests()).toBe(1);
  });

  test('Redirects without an end are refused after five', async () => {
    const server = await serve((_request, response) => response.writeHead(302, { location: '?again' }).end());

    await expect(transport().send(get(server.url))).rejects.toMatchObject({
      code: 'redirect_refused',
      message: expect.stringMatching(/, after 5 redirects$/),
    });
    expect(server.requests()).toBe(6);
  });

  test.each([300, 304])('The status %i is not a redirect', async (status) => {
    const answer: Answerer = (_request, response) => response.writeHead(status, { location: '/two' }).end();
    const { url } = await serve(answer);

    await expect(transport().send(get(url))).resolves.toMatchObject({ status });
  });
});

const getPage = get(new URL('https://h.example/a/b?c=1'), { purpose: 'It' });

describe('redirectTarget', () => {
  test.each([
    ['/d', 'https://h.example/d'],
    ['d?e=1', 'https://h.example/a/d?e=1'],
    ['https://h.example/d', 'https://h.example/d'],
    ['https://h.example:443/d', 'https://h.example/d'],
  ])('A redirect to %s, within the origin, is followed', (location, expected) => {
    expect(redirectTarget(getPage, location, 0).href).toBe(expected);
  });

  const OTHER = 'which is another origin';
  const NONE = 'which is missing or not a URL';
  test.each<[where: string, location: string | undefined, what: string]>([
    ['another host', 'https://other.example/d?t=1', `"https://other.example/d", ${OTHER}`],
    ['a host below it', 'https://x.h.example/d', `"https://x.h.example/d", ${OTHER}`],
    ['another port', 'https://h.example:8443/d', `"https://h.example:8443/d", ${OTHER}`],
    ['another scheme', 'http://h.example/d', `"http://h.example/d", ${OTHER}`],
    ['another host without a scheme', '//other.example/d', `"//other.example/d", ${OTHER}`],
    ['a file', 'file:///etc/passwd', `"file:///etc/passwd", ${OTHER}`],
    ['another host with a user', 'https://h.example@other.example/d', `"https://other.example/d", ${OTHER}`],
    ['a broken address', 'https://[', `an address, ${NONE}`],
    ['an empty address', '', `an address, ${NONE}`],
    ['no address', undefined, `an address, ${NONE}`],
  ])('A redirect to %s is refused', (_where, location, what) => {
    expect(failureOf(() => redirectTarget(getPage, location, 0))).toEqual({
      code: 'redirect_refused',
      message: `It failed: the server redirects to ${what}`,
    });
  });

  test('A redirect of a POST is refused, even within the origin', () => {
    const post = { ...getPage, method: 'POST', body: 'client_secret=s' } as const;

    expect(failureOf(() => redirectTarget(post, '/d', 0))).toEqual({
      code: 'redirect_refused',
      message: 'It failed: the server redirects to "/d", but the action never sends credentials to a second address',
    });
  });

  test('The fifth redirect is followed, and the sixth is refused', () => {
    expect(redirectTarget(getPage, '/d', 4).pathname).toBe('/d');
    expect(failureOf(() => redirectTarget(getPage, '/d', 5)).message).toMatch(/"\/d", after 5 redirects$/);
  });
});
