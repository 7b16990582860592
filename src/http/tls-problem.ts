import type { ErrorCode } from '../errors.js';
import type { NetworkProblem } from './failure.js';

/** How TLS failed; none of it passes by itself. */
interface TlsFailure {
  readonly code: ErrorCode;
  readonly what: string;
  readonly advice?: string;
}

const UNKNOWN_AUTHORITY: TlsFailure = {
  code: 'server_untrusted',
  what: 'was not sent: the certificate of the host comes from an unknown authority',
  advice:
    'Give the certificate of that authority in `ca_certificate`; if you gave one, another authority signed this certificate',
};

/** The codes of a certificate that does not verify: `X509_V_ERR_…` of OpenSSL (https://nodejs.org/api/tls.html#x509-certificate-error-codes). */
const VERIFICATION: Readonly<Record<string, TlsFailure>> = {
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_AUTHORITY,
  DEPTH_ZERO_SELF_SIGNED_CERT: {
    code: 'server_untrusted',
    what: 'was not sent: the certificate of the host is signed by itself',
    advice: 'If it is the right one, give this very certificate in `ca_certificate`',
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    code: 'server_untrusted',
    what: 'was not sent: the certificate of the host is for another name',
    advice: 'Put a name that the certificate is for into `url`',
  },
  CERT_HAS_EXPIRED: {
    code: 'server_untrusted',
    what: 'was not sent: the certificate of the host, or one above it, has expired',
    advice: 'The administrator of the host can renew it; also check the clock of this runner',
  },
  CERT_NOT_YET_VALID: {
    code: 'server_untrusted',
    what: 'was not sent: the certificate of the host is not valid yet',
    advice: 'Check the clock of this runner',
  },
};

/** All other codes of OpenSSL's verification look like these. */
const OTHER_VERIFICATION =
  /^(?:CERT_|CRL_|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH|UNABLE_TO_(?:GET|DE)_|ERROR_IN_CERT_)/;

/** TLS alerts and records, in the words of OpenSSL's message; the first that fits counts (RFC 8446 section 6.2). */
const HANDSHAKES: readonly (readonly [pattern: RegExp, failure: TlsFailure])[] = [
  [
    /wrong[ _]version[ _]number|packet[ _]length[ _]too[ _]long|http[ _]request/i,
    {
      code: 'server_unreachable',
      what: 'failed in the TLS handshake: what answers on this port speaks plain http, or no TLS',
      advice: 'Check the port in `url`; plain http needs `http://` there, and `allow_http: true`',
    },
  ],
  [
    /certificate[ _]required/i,
    {
      code: 'certificate_required',
      what: 'was refused: the server wants a client certificate',
      advice: 'Give one in `pkcs12`, or in `certificate` and `private_key`',
    },
  ],
  [
    /alert[ _](?:unknown[ _]ca|bad[ _]certificate|certificate[ _](?:unknown|expired|revoked)|unsupported[ _]certificate|access[ _]denied)/i,
    { code: 'certificate_refused', what: 'was refused: the server does not accept the client certificate' },
  ],
  [
    // TLS 1.2 has no alert of its own for a missing certificate.
    /alert[ _]handshake[ _]failure/i,
    {
      code: 'certificate_required',
      what: 'failed in the TLS handshake: the server ended it, as servers do that want another client certificate, or one at all',
      advice: 'Give the right one in `pkcs12`, or in `certificate` and `private_key`',
    },
  ],
  [
    /alert[ _]protocol[ _]version|unsupported[ _]protocol|no[ _]protocols[ _]available/i,
    {
      code: 'server_unreachable',
      what: 'failed in the TLS handshake: the server speaks only a version of TLS that Node does not',
    },
  ],
];

/** Explains an error of TLS; undefined for any other. */
export function tlsProblem(error: unknown, code: string): NetworkProblem | undefined {
  const found = VERIFICATION[code] ?? handshakeFailure(error, code) ?? otherFailure(code);
  if (found === undefined) {
    return undefined;
  }
  const { what, ...rest } = found;
  return { ...rest, what: `${what} (${code})`, said: namesOf(error, code), passes: false };
}

function handshakeFailure(error: unknown, code: string): TlsFailure | undefined {
  // The message names the alert also where the code is EPROTO.
  const text = `${code} ${error instanceof Error ? error.message : ''}`;
  const isTls = code === 'EPROTO' || code.startsWith('ERR_SSL_');
  return isTls ? HANDSHAKES.find(([pattern]) => pattern.test(text))?.[1] : undefined;
}

function otherFailure(code: string): TlsFailure | undefined {
  if (OTHER_VERIFICATION.test(code)) {
    return { code: 'server_untrusted', what: 'was not sent: the certificate of the host is not valid' };
  }
  return code === 'EPROTO' || code.startsWith('ERR_SSL_')
    ? { code: 'server_unreachable', what: 'failed in the TLS handshake' }
    : undefined;
}

/** The names in the server's certificate, which say where one has ended up. */
function namesOf(error: unknown, code: string): string | undefined {
  const isAboutNames = code === 'ERR_TLS_CERT_ALTNAME_INVALID' && error instanceof Error && 'reason' in error;
  return isAboutNames ? String(error.reason) : undefined;
}
