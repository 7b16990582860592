import forge from 'node-forge/lib/forge.js';
import 'node-forge/lib/pkcs12.js';

/** The content of a PKCS#12 file, in DER. */
export interface Pkcs12Content {
  readonly privateKeys: readonly Buffer[];
  readonly certificates: readonly Buffer[];
}

/**
 * Reads a PKCS#12 file that Node does not support: RC2-40 and 3DES, as old OpenSSL, Windows and macOS write them.
 *
 * This module is a separate file in `dist/`, loaded only for such a file. It shares no code with the rest of the action.
 *
 * @throws Error of node-forge: `Invalid password` for a wrong one, other texts for an unsupported format
 * @see RFC 7292
 */
export function readLegacyPkcs12(bytes: Buffer, password = ''): Pkcs12Content {
  const pfx = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(bytes.toString('binary')), false, password);
  const bags = pfx.safeContents.flatMap(({ safeBags }) => safeBags);
  const { pkcs8ShroudedKeyBag, keyBag, certBag } = forge.pki.oids;
  return {
    privateKeys: bags.filter(({ type }) => type === pkcs8ShroudedKeyBag || type === keyBag).map(keyOf),
    certificates: bags.filter(({ type }) => type === certBag).map(certificateOf),
  };
}

/** Encodes a key; node-forge parses only RSA, and returns the ASN.1 of any other key or certificate. */
function keyOf({ key, asn1 }: forge.pkcs12.Bag): Buffer {
  const { pki } = forge;
  return der(key ? pki.wrapRsaPrivateKey(pki.privateKeyToAsn1(key)) : asn1);
}

function certificateOf({ cert, asn1 }: forge.pkcs12.Bag): Buffer {
  return der(cert ? forge.pki.certificateToAsn1(cert) : asn1);
}

function der(asn1: forge.asn1.Asn1): Buffer {
  return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary');
}
