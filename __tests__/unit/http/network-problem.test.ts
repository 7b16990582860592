import { describe, expect, test } from '@jest/globals';
import { networkProblem, whyUnreachable } from '../../../src/http/network-problem.js';

const errorOf = (code: string, message = '') => Object.assign(new Error(message), { code });

describe('an error of the network', () => {
  test.each([
    ['ENOTFOUND', false, 'was not sent: no such host is known (ENOTFOUND)'],
    ['EAI_AGAIN', true, 'was not sent: the name of the host could not be resolved now (EAI_AGAIN)'],
    ['ECONNREFUSED', true, 'was refused: nothing listens on this port of the host (ECONNREFUSED)'],
    ['EHOSTUNREACH', true, 'did not reach the host: there is no route to it (EHOSTUNREACH)'],
    ['ETIMEDOUT', true, 'did not reach the host: it does not answer (ETIMEDOUT)'],
    ['ECONNRESET', true, 'got no answer: the connection was closed before one came (ECONNRESET)'],
    ['EWHATEVER', true, 'failed on the network (EWHATEVER)'],
  ])('%s passes: %j', (code, passes, what) => {
    expect(networkProblem(errorOf(code))).toEqual({ code: 'server_unreachable', what, passes });
  });

  test('of several addresses is that of the first', () => {
    const error = new AggregateError([errorOf('EHOSTUNREACH'), errorOf('ECONNREFUSED')]);

    expect(networkProblem(error).what).toContain('(EHOSTUNREACH)');
  });

  test('in an answer that is no HTTP stays', () => {
    expect(networkProblem(errorOf('HPE_INVALID_CONSTANT'))).toMatchObject({ code: 'response_invalid', passes: false });
  });
});

describe('an error of TLS stays', () => {
  const alert = (name: string) =>
    `write EPROTO 0:error:0A000000:SSL routines:ssl3_read_bytes:${name}:../ssl/rec.c:1605:`;
  test.each([
    ['SELF_SIGNED_CERT_IN_CHAIN', '', 'server_untrusted'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', '', 'server_untrusted'],
    ['CERT_REVOKED', '', 'server_untrusted'],
    ['INVALID_PURPOSE', '', 'server_untrusted'],
    ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', '', 'certificate_required'],
    ['EPROTO', alert('tlsv13 alert certificate required'), 'certificate_required'],
    ['EPROTO', alert('sslv3 alert handshake failure'), 'certificate_required'],
    ['EPROTO', alert('tlsv1 alert unknown ca'), 'certificate_refused'],
    ['ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE', '', 'certificate_refused'],
    ['ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED', '', 'certificate_refused'],
    ['EPROTO', alert('wrong version number'), 'server_unreachable'],
    ['EPROTO', alert('tlsv1 alert protocol version'), 'server_unreachable'],
    ['EPROTO', alert('something new'), 'server_unreachable'],
  ])('%s, %j', (code, message, expected) => {
    expect(networkProblem(errorOf(code, message))).toMatchObject({ code: expected, passes: false });
  });

  test('and names the names in a certificate for another one', () => {
    const error = Object.assign(errorOf('ERR_TLS_CERT_ALTNAME_INVALID'), { reason: "is not cert's CN: other" });

    expect(networkProblem(error).said).toBe("is not cert's CN: other");
  });
});

test.each([
  [errorOf('ECONNREFUSED'), 'nothing listens on this port of the host (ECONNREFUSED)'],
  [errorOf('CERT_HAS_EXPIRED'), 'the certificate of the host, or one above it, has expired (CERT_HAS_EXPIRED)'],
  [errorOf('EWHATEVER'), 'EWHATEVER'],
])('a proxy is not reached since %s', (error, why) => {
  expect(whyUnreachable(error)).toBe(why);
});
