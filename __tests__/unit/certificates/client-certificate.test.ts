import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { issueClient, middle, read, root, workshop } from '../../../harness/servers/client-chain.js';
import { loadSecurity } from '../../../src/certificates/client-certificate.js';
import { parseTls } from '../../../src/certificates/tls-inputs.js';
import type { Inputs } from '../../../src/inputs/inputs.js';
import { fakeEnvironment } from '../../support/fake-environment.js';
import { failureIn, failureOf } from '../../support/fake-ports.js';

const NOW = new Date('2026-11-25T12:00:00.000Z');
const ec = issueClient('client-ec', { until: '20271125120000Z' });
const rsa = issueClient('client-rsa', { algorithm: 'rsa' });
const key = readFileSync(ec.key, 'utf8');
const chain = read(ec) + read(middle);

const load = (inputs: Inputs, now = NOW) =>
  loadSecurity(parseTls(inputs), { ...fakeEnvironment({ now }), readFile: readFileSync });
const INFO = 'info: The client certificate is "CN=client-ec", valid until 2027-11-25 12:00 UTC.';
const textsOf = (remarks: readonly { readonly level: string; readonly text: string }[]) =>
  remarks.map(({ level, text }) => `${level}: ${text}`);

describe('loadSecurity', () => {
  test.each<[what: string, inputs: Inputs]>([
    ['as PEM', { certificate: chain, private_key: key }],
    ['as paths', { certificate: workshop.write('c.pem', chain), private_key: ec.key }],
    ['as base64 of PEM', { certificate: btoa(chain), private_key: btoa(key) }],
    ['in one file', { certificate: workshop.write('both.pem', key + chain) }],
    ['in the wrong order', { certificate: read(middle) + read(ec), private_key: key }],
    ['without line ends', { certificate: chain.replaceAll('\n', ' '), private_key: key.replaceAll('\n', '') }],
    [
      'in UTF-16',
      { certificate: workshop.write('wide.pem', Buffer.from(`\ufeff${chain}`, 'utf16le')), private_key: key },
    ],
  ])('A certificate and its key %s are loaded, and the chain is in order', async (_what, inputs) => {
    const { security, remarks } = await load(inputs);

    expect(security.identity).toEqual({
      form: 'pem',
      certificate: chain,
      privateKey: key,
      passphrase: undefined,
      authorities: [],
    });
    expect(textsOf(remarks)).toEqual([INFO]);
  });

  test('A certificate in DER is loaded', async () => {
    const der = workshop.write('c.der', workshop.openssl('x509', '-in', ec.certificate, '-outform', 'DER'));

    expect((await load({ certificate: der, private_key: key })).security.identity).toMatchObject({
      certificate: read(ec),
    });
  });

  test('A certificate that is not part of the chain is a notice', async () => {
    const { security, remarks } = await load({ certificate: chain + read(rsa), private_key: key });

    expect(security.identity).toMatchObject({ certificate: chain });
    expect(textsOf(remarks)).toEqual([
      INFO,
      'notice: `certificate` also contains "CN=client-rsa", which is not part of the chain: it is not sent.',
    ]);
  });

  test('Authorities are loaded', async () => {
    const { security, remarks } = await load({ ca_certificate: read(root) + read(middle) });

    expect(security).toEqual({ authorities: [read(root), read(middle)], verify: true });
    expect(remarks).toEqual([]);
  });

  test('The warning about tls_verify tells that ca_certificate has no effect', async () => {
    const { remarks } = await load({ ca_certificate: root.certificate, tls_verify: 'false' });

    expect(textsOf(remarks)).toEqual([
      'warning: `tls_verify` is false: anyone on the network path can read and change all traffic. `ca_certificate` has no effect.',
    ]);
  });

  const soon = (left: string) => `${INFO.replace('info', 'warning')} It expires in ${left}: renew it soon.`;
  test.each([
    ['30 days before its expiry', '2027-10-26T12:00:00Z', INFO],
    ['less than 30 days before its expiry', '2027-10-26T12:00:01Z', soon('29 days')],
    ['two days before its expiry', '2027-11-23T12:00:00Z', soon('2 days')],
    ['a day before its expiry', '2027-11-24T12:00:00Z', soon('1 day')],
    ['less than a day before its expiry', '2027-11-24T12:00:01Z', soon('less than a day')],
  ])('A certificate %s is described', async (_what, now, text) => {
    expect(textsOf((await load({ certificate: chain, private_key: key }, new Date(now))).remarks)).toEqual([text]);
  });

  test.each([
    ['has expired', '2027-11-25T12:00:01Z', 'expired at 2027-11-25 12:00 UTC: "CN=client-ec"'],
    ['is not valid yet', '2019-12-31T23:59:59Z', 'is not valid before 2020-01-01 00:00 UTC: "CN=client-ec"'],
  ])('A certificate that %s is rejected', async (_what, now, reason) => {
    expect(await failureIn(load({ certificate: chain, private_key: key }, new Date(now)))).toEqual({
      code: 'certificate_unusable',
      message: `The input \`certificate\` contains a certificate that ${reason}`,
    });
  });

  const other = 'contains no certificate for the key in `private_key`, which belongs to another certificate';
  test.each<[what: string, certificate: () => string, reason: string]>([
    ['of another key', () => read(issueClient('other')), other],
    ['of a key of another type', () => read(rsa), `${other} (key: ec, certificate: rsa)`],
    ['that is damaged', () => chain.replace(/\n[A-Za-z0-9+/]{4}/, '\n'), 'contains a damaged certificate (1 of 2)'],
    [
      'that is PKCS#7',
      () => workshop.openssl('crl2pkcs7', '-nocrl', '-certfile', ec.certificate).toString(),
      'is a PKCS#7 file',
    ],
    [
      'that is a request for a certificate',
      () => workshop.read('client-ec.csr'),
      'contains no certificate, but a block named CERTIFICATE REQUEST',
    ],
    ['that was cut', () => chain.slice(0, 200), 'contains a PEM block without its end'],
    [
      'that is a text',
      () => workshop.write('a.txt', 'hello'),
      'contains no certificate in PEM or DER, or a damaged one',
    ],
  ])('A certificate %s is rejected', async (_what, certificate, reason) => {
    expect(await failureIn(load({ certificate: certificate(), private_key: key }))).toEqual({
      code: 'certificate_unusable',
      message: `The input \`certificate\` ${reason}`,
    });
  });

  test('A certificate without a private key is an error', async () => {
    expect(await failureIn(load({ certificate: chain }))).toEqual({
      code: 'input_missing',
      message: '`private_key` is required: `certificate` is set, but contains no private key.',
    });
  });
});

describe('parseTls', () => {
  test.each(['certificate', 'private_key', 'private_key_password'])('`pkcs12` and `%s` exclude each other', (name) => {
    expect(failureOf(() => parseTls({ pkcs12: 'a', [name]: 'b' }))).toEqual({
      code: 'input_conflict',
      message: `\`pkcs12\` and \`${name}\` cannot be combined: a client has only one certificate.`,
    });
  });

  test.each([
    ['pkcs12_password', 'pkcs12', 'is used only to open `pkcs12`'],
    ['private_key', 'certificate', 'is used only with `certificate`'],
    ['private_key_password', 'certificate', 'is used only with `certificate`'],
  ])('`%s` without `%s` is an error', (name, missing, why) => {
    expect(failureOf(() => parseTls({ [name]: 'x' }))).toEqual({
      code: 'input_missing',
      message: `\`${missing}\` is required: \`${name}\` is set, and ${why}.`,
    });
  });
});
