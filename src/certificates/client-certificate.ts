import type { X509Certificate } from 'node:crypto';
import type { Security } from '../http/secure-context.js';
import { decodedText, readContent, unusableCertificate } from '../inputs/content.js';
import { parseRequired } from '../inputs/values.js';
import type { Ports } from '../ports.js';
import { quote } from '../untrusted-text.js';
import { type LoadedIdentity, orderChain, readCertificates } from './chain.js';
import { readPem } from './pem.js';
import { loadPkcs12 } from './pkcs12-identity.js';
import { isPrivateKey, readPrivateKey } from './private-key.js';
import type { ClientCertificateInput, TlsInputs } from './tls-inputs.js';

/** What the reading of certificates needs of its surroundings. */
export type CertificatePorts = Pick<Ports, 'mask' | 'log' | 'now'>;

/** A certificate that ends sooner than so many days from now is warned of. */
const SOON_DAYS = 30;

const DAY = 24 * 60 * 60 * 1000;

/**
 * Reads all certificates and keys, checks that they fit, and says which certificate the client has; before any request.
 *
 * @throws ActionError certificate_unusable, input_missing
 */
export async function loadSecurity(
  { client, authorities, verify }: TlsInputs,
  ports: CertificatePorts,
): Promise<Security> {
  const roots = authorities === undefined ? [] : loadAuthorities(authorities);
  if (!verify) {
    const vain = roots.length > 0 ? ', and `ca_certificate` has no effect' : '';
    ports.log.warning(
      `\`tls_verify\` is false: whoever stands between this runner and the platform can read and change everything${vain}.`,
    );
  }
  if (client === undefined) {
    return { authorities: roots, verify };
  }
  const { identity, own, notices } = await loadIdentity(client, ports.mask);
  checkValidity(own, client.form === 'pkcs12' ? 'pkcs12' : 'certificate', ports.now());
  report(own, ports);
  notices.forEach(ports.log.notice);
  return { identity, authorities: roots, verify };
}

function loadIdentity(client: ClientCertificateInput, mask: Ports['mask']): LoadedIdentity | Promise<LoadedIdentity> {
  return client.form === 'pem' ? loadPem(client, mask) : loadPkcs12(client, mask);
}

function loadAuthorities(value: string): string[] {
  return readCertificates('ca_certificate', readContent('ca_certificate', value)).map(String);
}

function loadPem(client: ClientCertificateInput & { form: 'pem' }, mask: Ports['mask']): LoadedIdentity {
  const { password } = client;
  const bytes = readContent('certificate', client.certificate);
  const holdsKey = readPem(decodedText(bytes)).blocks.some(({ label }) => isPrivateKey(label));
  if (client.privateKey === undefined && !holdsKey) {
    parseRequired({}, 'private_key', '`certificate` is given, and one needs the other');
  }
  const keyName = client.privateKey === undefined ? 'certificate' : 'private_key';
  const keyBytes = client.privateKey === undefined ? bytes : readContent('private_key', client.privateKey);
  const source = { name: keyName, passwordName: 'private_key_password', password } as const;
  const { pem, key } = readPrivateKey(keyBytes, source, (text) => mask([text]));
  const {
    own,
    certificates,
    unrelated: strangers,
  } = orderChain(readCertificates('certificate', bytes), key, 'certificate');
  const passphrase = password === undefined ? {} : { passphrase: password };
  const certificate = certificates.join('');
  return {
    identity: { form: 'pem', certificate, privateKey: pem, ...passphrase, authorities: [] },
    own,
    notices: strangers.map(
      (each) => `\`certificate\` also holds ${subjectOf(each)}, which is not in the chain: it is not sent.`,
    ),
  };
}

function checkValidity(own: X509Certificate, name: 'pkcs12' | 'certificate', now: Date): void {
  const [from, to] = [new Date(own.validFrom), new Date(own.validTo)];
  if (to.getTime() < now.getTime()) {
    throw unusableCertificate(name, `holds a certificate that expired at ${to.toISOString()}: ${subjectOf(own)}`);
  }
  if (from.getTime() > now.getTime()) {
    const why = `holds a certificate that is not valid before ${from.toISOString()}: ${subjectOf(own)}`;
    throw unusableCertificate(name, why, 'If that is past, the clock of this runner is wrong');
  }
}

function report(own: X509Certificate, { log, now }: CertificatePorts): void {
  const ends = new Date(own.validTo);
  const days = Math.floor((ends.getTime() - now().getTime()) / DAY);
  const line = `The client certificate is ${subjectOf(own)}, valid until ${ends.toISOString()}`;
  if (days < SOON_DAYS) {
    log.warning(`${line}: ${days} days are left.`);
  } else {
    log.info(`${line}.`);
  }
}

/** The subject on one line; it comes from outside, like everything in a certificate. */
function subjectOf({ subject, subjectAltName }: X509Certificate): string {
  return quote(subject?.split('\n').join(', ') || subjectAltName || 'no name');
}
