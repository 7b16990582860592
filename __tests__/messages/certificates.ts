import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stamp, type Wanted } from '../../harness/servers/certificates.js';
import { alone, type Case, realm } from './case.js';
import { issued, material, overTls, requiring, serving, trust } from './material.js';

type Given = Record<string, string>;

/** A step with these inputs, which are made when the case runs. */
const step = (name: string, inputs: () => Given, part: Case['part'] = 'error') =>
  alone(name, 'chariot', {
    part,
    run: () => overTls({ tls: requiring(), inputs: { ...trust(), ...inputs() } }),
  });

/** A server with this certificate. */
const server = (name: string, wanted: Wanted, inputs: Given = {}) =>
  alone(name, 'chariot', {
    run: () =>
      overTls({
        tls: serving(issued('host', { names: 'IP:127.0.0.1', usage: 'serverAuth', ...wanted })),
        inputs: { ...trust(), ...inputs },
      }),
  });

const client = () => ({ certificate: material().client.certificate, private_key: material().client.key });
const stranger = () => {
  const { certificate, key: own } = material().workshop.issue('stranger', { usage: 'clientAuth' });
  return { certificate, private_key: own };
};
const text = (path: string) => readFileSync(path, 'utf8');
const key = (options: { cipher?: string; passphrase?: string } = {}) =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' })
    .privateKey.export({ type: 'pkcs8', format: 'pem', ...options })
    .toString();
const signing = (name: string, signing_key: () => string, more: Given = {}) =>
  alone(name, 'keycloak', {
    run: () => realm(name, 'keycloak', { inputs: { client_id: 'signed', signing_key: signing_key(), ...more } }).run(),
  });

/** Certificates and keys: of the server, of the client, and for signed assertions. */
export const certificates: readonly Case[] = [
  alone('self-signed', 'chariot', {
    run: () =>
      overTls({ tls: serving(material().workshop.issue('alone', { names: 'IP:127.0.0.1', usage: 'serverAuth' })) }),
  }),
  alone('an unknown authority', 'chariot', { run: () => overTls({}) }),
  server('a certificate for another name', { names: 'DNS:other.example.com' }),
  server('a certificate that has expired', { until: '20210101000000Z' }),
  server('a certificate that is not valid yet', { from: stamp(10), until: stamp(20) }),
  alone('a server that requires a client certificate', 'chariot', {
    run: () => overTls({ tls: requiring(), inputs: trust() }),
  }),
  alone('a server that rejects the client certificate', 'chariot', {
    run: () => overTls({ tls: requiring(), inputs: { ...trust(), ...stranger() } }),
  }),
  alone('a gateway that rejects the client certificate', 'chariot', {
    run: () => overTls({ answer: '<title>400 The SSL certificate error</title>', inputs: { ...trust(), ...client() } }),
  }),
  step('`ca_certificate` of no file', () => ({ ca_certificate: 'ca.pem' })),
  step('`ca_certificate` with a private key', () => ({ ca_certificate: material().root.key })),
  step('`ca_certificate` that is damaged', () => ({
    ca_certificate: text(material().root.certificate).replace(/\n[A-Za-z0-9+/]{4}/, '\n'),
  })),
  step('`ca_certificate` that is cut', () => ({ ca_certificate: text(material().root.certificate).slice(0, 200) })),
  step('`certificate` without `private_key`', () => ({ certificate: material().client.certificate })),
  step('`private_key` without `certificate`', () => ({ private_key: material().client.key })),
  step('a key of another certificate', () => ({ ...client(), private_key: key() })),
  step('an encrypted key without its password', () => ({
    ...client(),
    private_key: key({ cipher: 'aes-256-cbc', passphrase: 'password-of-key' }),
  })),
  step('an encrypted key with a wrong password', () => ({
    ...client(),
    private_key: key({ cipher: 'aes-256-cbc', passphrase: 'password-of-key' }),
    private_key_password: 'another password',
  })),
  step('a certificate as the key', () => ({ ...client(), private_key: material().client.certificate })),
  step('a client certificate that has expired', () => {
    const { certificate, key: own } = issued('old', { usage: 'clientAuth', until: '20210101000000Z' });
    return { certificate, private_key: own };
  }),
  step('a client certificate with a short key', () => {
    const { certificate, key: own } = issued('short', { usage: 'clientAuth', algorithm: 'short-rsa' });
    return { certificate, private_key: own };
  }),
  step('`pkcs12` with a wrong password', () => ({
    pkcs12: material().workshop.pkcs12('wrong.p12', material().client, ['-passout', 'pass:right-password']),
    pkcs12_password: 'wrong-password',
  })),
  step('`pkcs12` without its password', () => ({
    pkcs12: material().workshop.pkcs12('none.p12', material().client, ['-passout', 'pass:right-password']),
  })),
  step('`pkcs12` that is not a PKCS#12 file', () => ({ pkcs12: material().root.certificate })),
  step('`pkcs12` without a key', () => ({
    pkcs12: material().workshop.pkcs12('certs.p12', material().client, ['-nokeys', '-passout', 'pass:']),
  })),
  step('`pkcs12` and `certificate`', () => ({ ...client(), pkcs12: 'client.p12' })),
  step('`pkcs12_password` alone', () => ({ pkcs12_password: 'a-password' })),
  step('a client certificate alone, which is not sufficient', () => ({
    ...client(),
    client_id: '',
    client_secret: '',
  })),
  step('a client certificate', () => ({ ...client(), project_id: '', secrets: '' }), 'log'),
  step(
    'a client certificate alone',
    () => ({ ...client(), client_id: '', client_secret: '', project_id: '', secrets: '' }),
    'log',
  ),
  step(
    'a client certificate that expires soon',
    () => {
      const { certificate, key: own } = issued('soon', { usage: 'clientAuth', until: stamp(9.5) });
      return { certificate, private_key: own };
    },
    'remarks',
  ),
  step(
    'a certificate that is not part of the chain',
    () => ({ ...client(), certificate: text(material().client.certificate) + text(material().server.certificate) }),
    'remarks',
  ),
  step('`tls_verify: false`', () => ({ ...client(), tls_verify: 'false', ca_certificate: '' }), 'remarks'),
  step('`tls_verify: false` with `ca_certificate`', () => ({ ...client(), tls_verify: 'false' }), 'remarks'),
  signing(
    'a signing key of OpenSSH',
    () => '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----',
  ),
  signing('a signing key that is public', () => '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----'),
  signing('a JWK without its private part', () => '{"kty":"EC","crv":"P-256","x":"a","y":"b"}'),
  signing('a signing key of no file', () => 'key.pem'),
  signing('a signing key that the server does not know', () => key()),
  alone('`tls_client_auth` without a certificate', 'keycloak', {
    run: () => realm('', 'keycloak', { inputs: { client_id: 'a', client_authentication: 'tls_client_auth' } }).run(),
  }),
];
