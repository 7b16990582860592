import { describe, expect, test } from '@jest/globals';
import { failureOf } from '../../../src/http/failed-try.js';
import { ExplainedError } from '../../../src/http/failure.js';
import { proxyOf } from '../../../src/http/proxy.js';
import { get } from '../../support/local-servers.js';

const errorOf = (code: string) => Object.assign(new Error(), { code });
const proxy = proxyOf(new URL('https://h'), { https_proxy: 'http://proxy:3128' });
const NAME = 'the proxy "http://proxy:3128" (https_proxy)';

interface Row {
  readonly error: Error;
  readonly scheme?: 'http' | 'https';
  readonly sent?: boolean;
  readonly answered?: boolean;
  readonly by?: 'tunnel' | 'forwarder';
  readonly showsCertificate?: boolean;
}

/** Explains a try that failed, by default one of https that was sent directly and without a client certificate. */
function explain({ error, scheme = 'https', sent = true, answered = false, by, showsCertificate = false }: Row) {
  const route = { tunnel: undefined, forwarder: undefined, ...(by === undefined ? {} : { [by]: proxy }) };
  return failureOf(error, get(new URL(`${scheme}://h/p`)), { progress: { sent, answered }, route, showsCertificate });
}

const reset = errorOf('ECONNRESET');
const stalled = new ExplainedError({ code: 'server_unreachable', what: 'w', why: 'nothing happened', passes: true });
const CERTIFICATE =
  'the server may not accept the client certificate. Check that its chain is complete, that it is for clients, and that the server knows its authority';
const PLAIN =
  'If this happens again, the port may use plain http. Check the port of the address. For plain http, write it with `http://`, and set `allow_http: true`';
const HTTPS = 'If this happens again, the port may expect https. Write the address with https://';
const CAUSE = `The request uses ${NAME}, which may be the cause`;
const DECRYPTS = `The connection uses ${NAME}. A proxy that decrypts TLS presents certificates of another authority`;

describe('failureOf', () => {
  test.each<[what: string, row: Row, advice: string | undefined, facts?: string[]]>([
    ['that was closed in the TLS handshake', { error: reset, sent: false }, PLAIN],
    ['that was closed in the TLS handshake in a tunnel', { error: reset, sent: false, by: 'tunnel' }, PLAIN],
    [
      'with a client certificate that was closed in the TLS handshake',
      { error: reset, sent: false, showsCertificate: true },
      `${PLAIN}. Otherwise, ${CERTIFICATE}`,
    ],
    [
      'with a client certificate that was closed after the TLS handshake',
      { error: reset, showsCertificate: true },
      `If this happens again, ${CERTIFICATE}`,
    ],
    ['that was closed after the TLS handshake', { error: reset }, undefined],
    ['that was closed after the answer began', { error: reset, answered: true, showsCertificate: true }, undefined],
    ['of plain http that was closed', { error: reset, scheme: 'http' }, HTTPS],
    ['of plain http that a proxy closed', { error: reset, scheme: 'http', by: 'forwarder' }, undefined, [CAUSE]],
    [
      'of plain http that a proxy does not answer',
      { error: stalled, scheme: 'http', by: 'forwarder' },
      undefined,
      [CAUSE],
    ],
    [
      'of plain http that a proxy answers in part',
      { error: stalled, scheme: 'http', by: 'forwarder', answered: true },
      undefined,
    ],
    ['that a server does not answer', { error: stalled }, undefined],
    ['in a tunnel that a server does not answer', { error: stalled, by: 'tunnel' }, undefined],
    [
      'in a tunnel to an invalid certificate',
      { error: errorOf('INVALID_CA'), by: 'tunnel', sent: false },
      undefined,
      [DECRYPTS],
    ],
    ['that a server refuses', { error: errorOf('ECONNREFUSED'), sent: false }, undefined],
  ])('A request %s gets the advice and the facts that fit', (_what, row, ...[advice, facts = []]) => {
    expect(explain(row)).toMatchObject({ advice, facts });
  });

  test.each<[what: string, error: Error, why: string]>([
    ['does not listen', errorOf('ECONNREFUSED'), 'nothing listens on this port of the host (ECONNREFUSED)'],
    ['has an unknown name', errorOf('ENOTFOUND'), 'the host name is unknown (ENOTFOUND)'],
    ['does not react', stalled, 'nothing happened'],
  ])('If the proxy of a request of plain http %s, the failure is that of the proxy', (_what, error, why) => {
    expect(explain({ error, scheme: 'http', sent: false, by: 'forwarder' })).toMatchObject({
      code: 'proxy_failed',
      sentence: `GET http://h/p was not sent: the connection to ${NAME} failed: ${why}`,
      advice: undefined,
      sent: false,
    });
  });

  test('A failure contains the request, how far it came, and its cause', () => {
    expect(explain({ error: reset, answered: true })).toEqual({
      code: 'server_unreachable',
      what: 'got no answer',
      why: 'the connection was closed before the answer (ECONNRESET)',
      sentence: 'GET https://h/p got no answer: the connection was closed before the answer (ECONNRESET)',
      passes: true,
      sent: true,
      answered: true,
      cause: reset,
      advice: undefined,
      facts: [],
    });
  });
});
