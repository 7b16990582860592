import type { X509Certificate } from 'node:crypto';
import type { Security } from '../http/secure-context.js';
import { type FileReader, readContent, unusableCertificate } from '../inputs/content.js';
import { missing } from '../inputs/values.js';
import { formatMinute } from '../json.js';
import type { Remark } from '../ports.js';
import { quote } from '../untrusted-text.js';
import { checkStrength, type LoadedIdentity, orderChain, readCertificates } from './chain.js';
import { readBlocks } from './pem.js';
import { loadPkcs12 } from './pkcs12-identity.js';
import { isPrivateKey, readPrivateKey } from './private-key.js';
import type { ClientCertificateInput, TlsInputs } from './tls-inputs.js';

/** What the loading of certificates needs from the machine. */
interface CertificateEnvironment extends FileReader {
  readonly now: Date;
}

/** The certificates and keys of a run, and the lines about them for the log. */
interface LoadedSecurity {
  readonly security: Security;
  readonly remarks: readonly Remark[];
}

/** A certificate that expires in fewer days than this causes a warning. */
const SOON_DAYS = 30;

const DAY = 24 * 60 * 60 * 1000;

/**
 * Reads all certificates and keys, and checks that they belong together, before any request is sent.
 *
 * @throws ActionError certificate_unusable, input_missing
 */
export async function loadSecurity(
  { client, authorities: bundle, verify }: TlsInputs,
  environment: CertificateEnvironment,
): Promise<LoadedSecurity> {
  const authorities = bundle === undefined ? [] : loadAuthorities(bundle, environment);
  const unverified = verify ? [] : [describeUnverified(authorities.length > 0)];
  if (client === undefined) {
    return { security: { authorities, verify }, remarks: unverified };
  }
  const load = client.form === 'pem' ? loadPem(client, environment) : loadPkcs12(client, environment);
  const { identity, own, unrelated } = await load;
  checkValidity(own, client.form === 'pem' ? 'certificate' : 'pkcs12', environment.now);
  return {
    security: { identity, authorities, verify },
    remarks: [...unverified, describeOwn(own, environment.now), ...unrelated.map(describeUnrelated)],
  };
}

function loadAuthorities(bundle: string, { readFile }: FileReader): string[] {
  return readCertificates('ca_certificate', readContent('ca_certificate', bundle, readFile)).map(String);
}

function loadPem(
  { certificate, privateKey, password }: ClientCertificateInput & { form: 'pem' },
  { readFile, mask }: FileReader,
): LoadedIdentity {
  const bytes = readContent('certificate', certificate, readFile);
  if (privateKey === undefined && !readBlocks('certificate', bytes).some(({ label }) => isPrivateKey(label))) {
    throw missing('`private_key`', '`certificate` is set, but contains no private key');
  }
  const name = privateKey === undefined ? 'certificate' : 'private_key';
  const keyBytes = privateKey === undefined ? bytes : readContent(name, privateKey, readFile);
  const { pem, key } = readPrivateKey(keyBytes, { name, passwordName: 'private_key_password', password }, mask);
  const sources = { certificate: 'certificate', key: name } as const;
  const { own, certificates, unrelated } = orderChain(readCertificates('certificate', bytes), key, sources);
  const chain = certificates.join('');
  const identity = { form: 'pem', certificate: chain, privateKey: pem, passphrase: password, authorities: [] } as const;
  return checkStrength({ identity, own, unrelated }, sources);
}

function checkValidity(own: X509Certificate, name: 'pkcs12' | 'certificate', now: Date): void {
  const [from, to] = [new Date(own.validFrom), new Date(own.validTo)];
  if (to.getTime() < now.getTime()) {
    const reason = `contains a certificate that expired at ${formatMinute(to)}: ${subjectOf(own)}`;
    throw unusableCertificate(name, reason, "Ask the platform's administrator for a new certificate");
  }
  if (from.getTime() > now.getTime()) {
    const reason = `contains a certificate that is not valid before ${formatMinute(from)}: ${subjectOf(own)}`;
    throw unusableCertificate(name, reason, 'If that time is past, correct the clock of this runner');
  }
}

function describeUnverified(hasAuthorities: boolean): Remark {
  const unused = hasAuthorities ? '. `ca_certificate` has no effect' : '';
  const text = `\`tls_verify\` is false: anyone on the network path can read and change all traffic${unused}.`;
  return { level: 'warning', text };
}

function describeOwn(own: X509Certificate, now: Date): Remark {
  const expiry = new Date(own.validTo);
  const days = Math.floor((expiry.getTime() - now.getTime()) / DAY);
  const line = `The client certificate is ${subjectOf(own)}, valid until ${formatMinute(expiry)}`;
  const left = days < 1 ? 'less than a day' : days === 1 ? '1 day' : `${days} days`;
  return days < SOON_DAYS
    ? { level: 'warning', text: `${line}. It expires in ${left}: renew it soon.` }
    : { level: 'info', text: `${line}.` };
}

function describeUnrelated(certificate: X509Certificate): Remark {
  const subject = subjectOf(certificate);
  return {
    level: 'notice',
    text: `\`certificate\` also contains ${subject}, which is not part of the chain: it is not sent.`,
  };
}

/** Quotes the subject on one line: everything in a certificate is untrusted text. */
function subjectOf({ subject, subjectAltName }: X509Certificate): string {
  return quote(subject?.split('\n').join(', ') || subjectAltName || 'no name');
}
