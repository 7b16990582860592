import type { ErrorCode } from '../errors.js';
import { quote } from '../untrusted-text.js';
import type { NetworkProblem } from './failure.js';

const SET_CERTIFICATE =
  "Set `pkcs12`, or `certificate` and `private_key`. The platform's administrator issues such certificates";

/** What to do if a port of plain http is used with https. */
export const CHECK_PORT =
  'Check the port of the address. For plain http, write it with `http://`, and set `allow_http: true`';

const CERTIFICATE_REQUIRED = rejected(
  'certificate_required',
  'the server requires a client certificate',
  SET_CERTIFICATE,
);

const CERTIFICATE_REFUSED = rejected('certificate_refused', 'the server does not accept the client certificate');

const UNKNOWN_AUTHORITY = untrusted(
  'the certificate of the host is from an unknown authority',
  'Set `ca_certificate` to the certificate of this authority. If the input is already set, the host uses another authority',
);

/** The codes of a certificate that cannot be verified: `X509_V_ERR_…` of OpenSSL (https://nodejs.org/api/tls.html#x509-certificate-error-codes). */
const VERIFICATION: Readonly<Record<string, NetworkProblem>> = {
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_AUTHORITY,
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted(
    'the certificate of the host is self-signed',
    'If this is the right host, set `ca_certificate` to this certificate',
  ),
  ERR_TLS_CERT_ALTNAME_INVALID: untrusted(
    'the certificate of the host is for another name',
    'Use a host name that the certificate contains',
  ),
  CERT_HAS_EXPIRED: untrusted(
    'the certificate of the host, or of an authority above it, has expired',
    'Ask the administrator of the host to renew the certificate. Also check the clock of this runner',
  ),
  // Node's code for results that have no name in Node; only the message contains the reason (X509ErrorCode in crypto_common.cc).
  UNSPECIFIED: untrusted(
    'OpenSSL rejects the certificate of the host, or of an authority above it',
    'Ask the administrator of the host to replace this certificate',
  ),
  CERT_NOT_YET_VALID: untrusted('the certificate of the host is not valid yet', 'Check the clock of this runner'),
};

/** The pattern of all other codes of OpenSSL's verification. */
const OTHER_VERIFICATION =
  /^(?:CERT_|CRL_|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH|UNABLE_TO_(?:GET_|DE)|ERROR_IN_CERT_)/;

/** TLS alerts and records, in the words of OpenSSL's message; the first match counts (RFC 8446 section 6.2). */
const HANDSHAKES: readonly (readonly [pattern: RegExp, problem: NetworkProblem])[] = [
  [
    /wrong[ _]version[ _]number|packet[ _]length[ _]too[ _]long|http[ _]request/i,
    handshake('this port uses plain http, or another protocol without TLS', CHECK_PORT),
  ],
  [/certificate[ _]required/i, CERTIFICATE_REQUIRED],
  [
    /alert[ _](?:unknown[ _]ca|bad[ _]certificate|certificate[ _](?:unknown|expired|revoked)|unsupported[ _]certificate|access[ _]denied)/i,
    CERTIFICATE_REFUSED,
  ],
  [
    // TLS 1.2 does not have an alert for a missing certificate.
    /alert[ _]handshake[ _]failure/i,
    {
      ...handshake(
        'the server closed the connection',
        `Servers do this if a client certificate is missing or not accepted. ${SET_CERTIFICATE}`,
      ),
      code: 'certificate_required',
    },
  ],
  [
    /alert[ _]protocol[ _]version|unsupported[ _]protocol|no[ _]protocols[ _]available/i,
    handshake('the server supports only TLS versions that Node does not support'),
  ],
];

/** Pages with status 400 that report a problem of TLS (nginx ngx_http_special_response.c, Go net/http server.go, Apache ssl_engine_kernel.c). */
const PAGES: readonly (readonly [text: RegExp, problem: NetworkProblem])[] = [
  [/No required SSL certificate was sent/i, CERTIFICATE_REQUIRED],
  [/The SSL certificate error/i, CERTIFICATE_REFUSED],
  [
    /plain HTTP request was sent to HTTPS port|sent an HTTP request to an HTTPS server|speaking plain HTTP to an SSL-enabled server port/i,
    rejected('server_unreachable', 'this port expects https', 'Write the address with https://'),
  ],
];

/** Explains an error of TLS; returns undefined for any other error. */
export function tlsProblem(error: unknown, code: string): NetworkProblem | undefined {
  const other = OTHER_VERIFICATION.test(code) ? untrusted('the certificate of the host is not valid') : undefined;
  const problem = VERIFICATION[code] ?? other ?? handshakeProblem(error, code);
  // The names in the certificate show which server answered.
  const said = code === 'ERR_TLS_CERT_ALTNAME_INVALID' ? textMember(error, 'reason') : undefined;
  const reason = code === 'UNSPECIFIED' ? quote(textMember(error, 'message') ?? '') : code;
  return problem && { ...problem, why: `${problem.why} (${reason})`, said };
}

/** Explains an answer that reports a problem of TLS; returns undefined for any other answer. */
export function tlsErrorPage(status: number, body: string): NetworkProblem | undefined {
  return status === 400 ? PAGES.find(([text]) => text.test(body))?.[1] : undefined;
}

function handshakeProblem(error: unknown, code: string): NetworkProblem | undefined {
  const isHandshake = code === 'EPROTO' || code.startsWith('ERR_SSL_');
  // If the code is EPROTO, only the message contains the alert.
  const text = `${code} ${textMember(error, 'message')}`;
  const [, problem = handshake('the reason is unknown')] = HANDSHAKES.find(([pattern]) => pattern.test(text)) ?? [];
  return isHandshake ? problem : undefined;
}

function textMember(error: unknown, member: 'message' | 'reason'): string | undefined {
  const text = typeof error === 'object' && error !== null ? Reflect.get(error, member) : undefined;
  return typeof text === 'string' ? text : undefined;
}

function rejected(code: ErrorCode, why: string, advice?: string): NetworkProblem {
  return { code, what: 'was rejected', why, advice, passes: false };
}

function untrusted(why: string, advice?: string): NetworkProblem {
  return { ...rejected('server_untrusted', why, advice), what: 'was not sent' };
}

function handshake(why: string, advice?: string): NetworkProblem {
  return { ...rejected('server_unreachable', why, advice), what: 'failed during the TLS handshake' };
}
