import { readFileSync } from 'node:fs';
import { afterAll } from '@jest/globals';
import forge from 'node-forge';
import { type Issued, openWorkshop, type Wanted } from './certificates.js';

/** A workshop for the certificates of a private authority: root, intermediate and client; root and server. */
export const workshop = openWorkshop();
afterAll(() => workshop.close());

export const root = workshop.issue('root', { isAuthority: true });
export const middle = workshop.issue('middle', { isAuthority: true, issuer: root });
export const server = workshop.issue('server', {
  issuer: root,
  names: 'IP:127.0.0.1,IP:0.0.0.0,DNS:chariot.test',
  usage: 'serverAuth',
});

/** Makes a certificate for a client, issued by the intermediate authority. */
export const issueClient = (name: string, more: Wanted = {}) =>
  workshop.issue(name, { issuer: middle, usage: 'clientAuth', ...more });
export const read = ({ certificate }: Issued) => readFileSync(certificate, 'utf8');

/** The TLS options of a server that requires no client certificate. */
export const open = { cert: read(server), key: readFileSync(server.key) };
/** The TLS options of a server that requires a client certificate of its own authority, with the whole chain. */
export const strict = { ...open, ca: read(root), requestCert: true, rejectUnauthorized: true };
/** The input that makes the action trust the server. */
export const trust = { ca_certificate: root.certificate };

export const PASSWORD = 'pkcs12-password-1';

/** Makes a PKCS#12 file with the whole chain. */
export function p12(issued: Issued, options: readonly string[] = [], password = PASSWORD): string {
  const chain = workshop.write('chain.pem', read(middle) + read(root));
  return workshop.pkcs12('client.p12', issued, ['-certfile', chain, '-passout', `pass:${password}`, ...options]);
}

/** Makes a PKCS#12 file with the keys of two certificates, which openssl cannot do: it joins the content of two files. */
export function p12OfTwo(first: Issued, second: Issued, options: readonly string[] = []): string {
  const [one, two] = [first, second].map((issued) => {
    const file = forge.asn1.fromDer(readFileSync(p12(issued, ['-nomac', ...options]), 'latin1'));
    return { file, content: forge.asn1.fromDer(String(contentOf(file).value)) };
  });
  if (one === undefined || two === undefined) throw new Error('not two files');
  const joined = { ...one.content, value: [one, two].flatMap(({ content }) => partsOf(content)) };
  contentOf(one.file).value = forge.asn1.toDer(joined).getBytes();
  return workshop.write('two.p12', Buffer.from(forge.asn1.toDer(one.file).getBytes(), 'latin1'));
}

/** Returns the octet string with the content of a PKCS#12 file: PFX, authSafe, content (RFC 7292 section 4). */
function contentOf(file: forge.asn1.Asn1): forge.asn1.Asn1 {
  const [, authSafe] = partsOf(file);
  const [, wrapper] = partsOf(authSafe);
  const [octets] = partsOf(wrapper);
  if (octets === undefined) throw new Error('not a PKCS#12 file');
  return octets;
}

function partsOf(asn1: forge.asn1.Asn1 | undefined): forge.asn1.Asn1[] {
  return typeof asn1?.value === 'object' ? asn1.value : [];
}
