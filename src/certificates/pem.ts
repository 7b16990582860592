/** One block of a PEM text (RFC 7468), with its lines as they should be. */
export interface PemBlock {
  /** What stands between `BEGIN` and the dashes, such as `PRIVATE KEY`. */
  readonly label: string;
  /** Undefined when what stands between the lines is not base64. */
  readonly pem: string | undefined;
}

/** A PEM text taken apart. */
export interface PemText {
  readonly blocks: readonly PemBlock[];
  /** Whether a block begins that does not end. */
  readonly isCut: boolean;
}

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----/g;

/** The headers of an encrypted key in OpenSSL's older form (RFC 1421 section 4.6). */
const ENCRYPTED = /^\s*Proc-Type:\s*4,\s*ENCRYPTED\s+DEK-Info:\s*([A-Z0-9-]+)\s*,\s*([0-9A-Fa-f]+)\s+([\s\S]*)$/i;

/**
 * Reads the blocks of a PEM text; text around them is skipped.
 *
 * Lost newlines, a `\n` written as two characters, blanks in front of lines and CRLF are repaired: that is what becomes of
 * PEM in environment variables, JSON and YAML, and OpenSSL takes none of it.
 */
export function readPem(text: string): PemText {
  const lines = text.replace(/\\r\\n|\\n|\\r/g, '\n');
  const blocks = [...lines.matchAll(BLOCK)].map(([, label = '', body = '']) => ({ label, pem: repaired(label, body) }));
  const begun = [...lines.matchAll(/-----BEGIN [A-Z0-9 ]+-----/g)].length;
  return { blocks, isCut: begun > blocks.length };
}

/** Writes DER as PEM. */
export function pemOf(label: string, der: Buffer): string {
  return wrap(label, '', der.toString('base64'));
}

function repaired(label: string, body: string): string | undefined {
  const [, cipher, iv, rest = body] = ENCRYPTED.exec(body) ?? [];
  const head = cipher === undefined ? '' : `Proc-Type: 4,ENCRYPTED\nDEK-Info: ${cipher},${iv}\n\n`;
  const base64 = rest.replace(/\s+/g, '');
  const isBase64 = /^[A-Za-z0-9+/]+={0,2}$/.test(base64) && base64.length % 4 === 0;
  return isBase64 ? wrap(label, head, base64) : undefined;
}

function wrap(label: string, head: string, base64: string): string {
  const lines = base64.match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${head}${lines.join('\n')}\n-----END ${label}-----\n`;
}
