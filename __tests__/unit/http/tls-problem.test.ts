import { describe, expect, test } from '@jest/globals';
import type { NetworkProblem } from '../../../src/http/failure.js';
import { tlsErrorPage, tlsProblem } from '../../../src/http/tls-problem.js';

const SET_CERTIFICATE =
  "Set `pkcs12`, or `certificate` and `private_key`. The platform's administrator issues such certificates";
const REQUIRED = {
  code: 'certificate_required',
  what: 'was rejected',
  why: 'the server requires a client certificate',
  advice: SET_CERTIFICATE,
  passes: false,
} satisfies NetworkProblem;
const REFUSED = {
  code: 'certificate_refused',
  what: 'was rejected',
  why: 'the server does not accept the client certificate',
  advice: undefined,
  passes: false,
} satisfies NetworkProblem;
const untrusted = (why: string, advice?: string) =>
  ({ code: 'server_untrusted', what: 'was not sent', why, advice, passes: false }) satisfies NetworkProblem;
const handshake = (why: string, advice?: string) =>
  ({
    code: 'server_unreachable',
    what: 'failed during the TLS handshake',
    why,
    advice,
    passes: false,
  }) satisfies NetworkProblem;

const errorOf = (code: string, message = '') => Object.assign(new Error(message), { code });

/** The message of OpenSSL for an alert or a record. */
const openssl = (text: string) => `write EPROTO 0:error:0A000000:SSL routines:ssl3_read_bytes:${text}:../ssl/rec.c:1:`;

describe('tlsProblem for a certificate that cannot be verified', () => {
  const unknown = untrusted(
    'the certificate of the host is from an unknown authority',
    'Set `ca_certificate` to the certificate of this authority. If the input is already set, the host uses another authority',
  );
  test.each<[code: string, expected: ReturnType<typeof untrusted>]>([
    ['SELF_SIGNED_CERT_IN_CHAIN', unknown],
    ['UNABLE_TO_GET_ISSUER_CERT', unknown],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', unknown],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', unknown],
    [
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      untrusted(
        'the certificate of the host is self-signed',
        'If this is the right host, set `ca_certificate` to this certificate',
      ),
    ],
    [
      'ERR_TLS_CERT_ALTNAME_INVALID',
      untrusted('the certificate of the host is for another name', 'Use a host name that the certificate contains'),
    ],
    [
      'CERT_HAS_EXPIRED',
      untrusted(
        'the certificate of the host, or of an authority above it, has expired',
        'Ask the administrator of the host to renew the certificate. Also check the clock of this runner',
      ),
    ],
    ['CERT_NOT_YET_VALID', untrusted('the certificate of the host is not valid yet', 'Check the clock of this runner')],
    ...[
      'CERT_REVOKED',
      'CERT_UNTRUSTED',
      'CERT_CHAIN_TOO_LONG',
      'CERT_SIGNATURE_FAILURE',
      'CRL_HAS_EXPIRED',
      'INVALID_CA',
      'INVALID_PURPOSE',
      'PATH_LENGTH_EXCEEDED',
      'HOSTNAME_MISMATCH',
      'UNABLE_TO_GET_CRL',
      'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
      'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
      'ERROR_IN_CERT_NOT_BEFORE_FIELD',
    ].map((code): [string, ReturnType<typeof untrusted>] => [
      code,
      untrusted('the certificate of the host is not valid'),
    ]),
  ])('The code %s of a certificate that cannot be verified is explained', (code, expected) => {
    expect(tlsProblem(errorOf(code), code)).toEqual({ ...expected, why: `${expected.why} (${code})`, said: undefined });
  });

  test.each([
    'CA certificate key too weak',
    'CA signature digest algorithm too weak',
    'permitted subtree violation',
    'unhandled critical extension',
    'key usage does not include certificate signing',
  ])('The reason "%s", which has no code in Node, is shown', (reason) => {
    expect(tlsProblem(errorOf('UNSPECIFIED', reason), 'UNSPECIFIED')).toEqual({
      ...untrusted(
        `OpenSSL rejects the certificate of the host, or of an authority above it ("${reason}")`,
        'Ask the administrator of the host to replace this certificate',
      ),
      said: undefined,
    });
  });

  test('The names in a certificate for another name are shown', () => {
    const code = 'ERR_TLS_CERT_ALTNAME_INVALID';
    const error = Object.assign(errorOf(code), { reason: "is not cert's CN: other" });

    expect(tlsProblem(error, code)?.said).toBe("is not cert's CN: other");
  });
});

describe('tlsProblem for a handshake that failed', () => {
  const plain = handshake(
    'this port uses plain http, or another protocol without TLS',
    'Check the port of the address. For plain http, write it with `http://`, and set `allow_http: true`',
  );
  const version = handshake('the server supports only TLS versions that Node does not support');
  const closed = {
    ...handshake(
      'the server closed the connection',
      `Servers do this if a client certificate is missing or not accepted. ${SET_CERTIFICATE}`,
    ),
    code: 'certificate_required',
  } satisfies NetworkProblem;
  const ROWS: readonly (readonly [text: string, expected: NetworkProblem])[] = [
    ['wrong version number', plain],
    ['packet length too long', plain],
    ['http request', plain],
    ['tlsv13 alert certificate required', REQUIRED],
    ['tlsv1 alert unknown ca', REFUSED],
    ['sslv3 alert bad certificate', REFUSED],
    ['sslv3 alert certificate unknown', REFUSED],
    ['sslv3 alert certificate expired', REFUSED],
    ['sslv3 alert certificate revoked', REFUSED],
    ['sslv3 alert unsupported certificate', REFUSED],
    ['tlsv1 alert access denied', REFUSED],
    ['sslv3 alert handshake failure', closed],
    ['ssl/tls alert handshake failure', closed],
    ['tlsv1 alert protocol version', version],
    ['unsupported protocol', version],
    ['no protocols available', version],
    ['tlsv1 alert internal error', handshake('the reason is unknown')],
  ];
  test.each(ROWS)('The message "%s" of a failed handshake (EPROTO) is explained', (text, expected) => {
    const error = errorOf('EPROTO', openssl(text));

    expect(tlsProblem(error, 'EPROTO')).toEqual({ ...expected, why: `${expected.why} (EPROTO)`, said: undefined });
  });

  test.each(ROWS)('The message "%s" as a code of OpenSSL is explained', (text, expected) => {
    const code = `ERR_SSL_${text.toUpperCase().replace(/\W/g, '_')}`;

    expect(tlsProblem(errorOf(code), code)).toEqual({ ...expected, why: `${expected.why} (${code})`, said: undefined });
  });
});

test.each(['ECONNRESET', 'ENOTFOUND', 'HPE_INVALID_CONSTANT', 'ERR_TLS_HANDSHAKE_TIMEOUT', 'no code'])(
  'The code %s is not an error of TLS, whatever its message contains',
  (code) => {
    expect(tlsProblem(errorOf(code, openssl('wrong version number')), code)).toBeUndefined();
  },
);

describe('tlsErrorPage', () => {
  const https = {
    ...REFUSED,
    code: 'server_unreachable',
    why: 'this port expects https',
    advice: 'Write the address with https://',
  };
  test.each<[server: string, text: string, expected: object]>([
    ['nginx without a client certificate', '<center>No required SSL certificate was sent</center>', REQUIRED],
    ['nginx with a bad client certificate', '<center>The SSL certificate error</center>', REFUSED],
    ['nginx in plain http', '<center>The plain HTTP request was sent to HTTPS port</center>', https],
    ['Go in plain http', 'Client sent an HTTP request to an HTTPS server.\n', https],
    ['Apache in plain http', "Reason: You're speaking plain HTTP to an SSL-enabled server port.<br />", https],
  ])('The TLS error page of %s is explained', (_server, text, expected) => {
    expect(tlsErrorPage(400, text)).toEqual(expected);
  });

  test.each([
    ['A page with another status is not about TLS', 200, 'The SSL certificate error'],
    ['Any other page with status 400 is not about TLS', 400, 'Bad Request'],
  ])('%s', (_name, status, text) => {
    expect(tlsErrorPage(status, text)).toBeUndefined();
  });
});
