import { decodeText, unusableCertificate } from '../inputs/content.js';
import type { InputName } from '../inputs/inputs.js';

/** A block of a PEM text (RFC 7468). */
interface PemBlock {
  /** The text between `BEGIN` and the dashes, such as `PRIVATE KEY`. */
  readonly label: string;
  /** The block with repaired lines; undefined if its body is not base64. */
  readonly pem: string | undefined;
}

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----/g;

/** The headers of an encrypted key in OpenSSL's older format (RFC 1421 section 4.6). */
const ENCRYPTED = /^\s*Proc-Type:\s*4,\s*ENCRYPTED\s+DEK-Info:\s*([A-Z0-9-]+)\s*,\s*([0-9A-Fa-f]+)\s+([\s\S]*)$/i;

/**
 * Reads the blocks of a PEM text; other text is skipped.
 *
 * OpenSSL rejects what environment variables, JSON and YAML often do to PEM, so that is repaired: lost line ends, `\n` as
 * two characters, indented lines, CRLF.
 *
 * @throws ActionError certificate_unusable for a block without its end
 */
export function readBlocks(name: InputName, bytes: Buffer): PemBlock[] {
  const text = decodeText(bytes).replace(/\\r\\n|\\n|\\r/g, '\n');
  const blocks = [...text.matchAll(BLOCK)].map(([, label = '', body = '']) => ({ label, pem: repair(label, body) }));
  if ([...text.matchAll(/-----BEGIN [A-Z0-9 ]+-----/g)].length > blocks.length) {
    throw unusableCertificate(name, 'contains a PEM block without its end', 'Copy the whole text again');
  }
  return blocks;
}

/** Writes DER as PEM. */
export function pemOf(label: string, der: Buffer): string {
  return wrap(label, '', der.toString('base64'));
}

function repair(label: string, body: string): string | undefined {
  const [, cipher, iv, rest = body] = ENCRYPTED.exec(body) ?? [];
  const head = cipher === undefined ? '' : `Proc-Type: 4,ENCRYPTED\nDEK-Info: ${cipher},${iv}\n\n`;
  const base64 = rest.replace(/\s+/g, '');
  const isBase64 = /^[A-Za-z0-9+/]+={0,2}$/.test(base64) && base64.length % 4 === 0;
  return isBase64 ? wrap(label, head, base64) : undefined;
}

function wrap(label: string, head: string, base64: string): string {
  const lines = base64.replace(/.{64}(?=.)/g, '$&\n');
  return `-----BEGIN ${label}-----\n${head}${lines}\n-----END ${label}-----\n`;
}
