import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { jwtVerify } from 'jose';
import { parseSigningKey } from '../../../src/certificates/signing-key.js';
import { isSecretInput } from '../../../src/inputs/content.js';
import type { Inputs } from '../../../src/inputs/inputs.js';
import { chooseAlgorithm, signClientAssertion } from '../../../src/oauth/client-assertion.js';
import { fakeEnvironment } from '../../support/fake-environment.js';
import { failureOf, NOW } from '../../support/fake-ports.js';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const shortRsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey;
const k256 = generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).privateKey;
const ed25519 = generateKeyPairSync('ed25519').privateKey;
const x25519 = generateKeyPairSync('x25519').privateKey;

const pem = (key: KeyObject, type: 'pkcs8' | 'pkcs1' | 'sec1' = 'pkcs8') =>
  key.export({ type, format: 'pem' }).toString();
const jwk = (key: KeyObject, more: Record<string, unknown> = {}) =>
  JSON.stringify({ ...key.export({ format: 'jwk' }), ...more });
const encrypted = rsa.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: ' pass ' }).toString();
const public_ = JSON.stringify(createPublicKey(rsa).export({ format: 'jwk' }));

const PATH = 'keys/ci.pem';

/** An environment whose one file has this content. */
const holding = (content: string | Buffer) => fakeEnvironment({ files: { [PATH]: content } });

const read = (inputs: Inputs) => parseSigningKey(inputs, fakeEnvironment());

describe('parseSigningKey', () => {
  test.each<[string, Inputs]>([
    ['as PEM of PKCS#8', { signing_key: pem(rsa) }],
    ['as PEM of PKCS#1', { signing_key: pem(rsa, 'pkcs1') }],
    ['as base64 of PEM', { signing_key: Buffer.from(pem(rsa)).toString('base64') }],
    ['as base64 of PEM, in lines', { signing_key: Buffer.from(pem(rsa)).toString('base64').replace(/.{64}/g, '$&\n') }],
    ['as a JWK', { signing_key: jwk(rsa) }],
    ['as base64 of a JWK', { signing_key: Buffer.from(jwk(rsa)).toString('base64') }],
    ['with its password, including its blanks', { signing_key: encrypted, signing_key_password: ' pass ' }],
    ['as base64 of DER', { signing_key: rsa.export({ type: 'pkcs8', format: 'der' }).toString('base64') }],
    ['as base64 of PEM after an empty line', { signing_key: btoa(`\n${pem(rsa)}`) }],
    ['as base64 of a JWK with a byte order mark', { signing_key: Buffer.from(`\ufeff${jwk(rsa)}`).toString('base64') }],
    ['as base64 of a JWK in UTF-16', { signing_key: Buffer.from(`\ufeff${jwk(rsa)}`, 'utf16le').toString('base64') }],
    ['as PEM in one line', { signing_key: pem(rsa).replaceAll('\n', '\\n') }],
  ])('A key %s is read, and is a secret', (_what, inputs) => {
    expect(read(inputs).key.equals(rsa)).toBe(true);
    expect(isSecretInput('signing_key', inputs.signing_key ?? '')).toBe(true);
  });

  test.each<[string, string | Buffer]>([
    ['PEM', pem(rsa)],
    ['a JWK', `\n${jwk(rsa)}`],
    ['DER', rsa.export({ type: 'pkcs1', format: 'der' })],
  ])('A key in a file of %s is read', (_what, content) => {
    expect(parseSigningKey({ signing_key: PATH }, holding(content)).key.equals(rsa)).toBe(true);
  });

  test.each<[string, Inputs, string]>([
    ['nothing', {}, '`signing_key` is required'],
    ['a file that is not there', { signing_key: 'no/such.pem' }, 'the file "no/such.pem" cannot be read (ENOENT)'],
    [
      'an encrypted key without its password',
      { signing_key: encrypted },
      'is an encrypted key, and its password is not set',
    ],
    ['an encrypted key with a wrong password', { signing_key: encrypted, signing_key_password: 'pass' }, 'is wrong'],
    ['a cut key', { signing_key: pem(rsa).slice(0, 200) }, 'a PEM block without its end'],
    [
      'a public key',
      { signing_key: createPublicKey(rsa).export({ type: 'spki', format: 'pem' }).toString() },
      'is a public key',
    ],
    [
      'a certificate',
      { signing_key: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----' },
      'contains a certificate and no private key',
    ],
    ['a public JWK', { signing_key: public_ }, 'with the private part `d`'],
    ['incomplete JSON', { signing_key: '{"kty":' }, 'must be one JSON object'],
    ['a JWK of an unknown type', { signing_key: '{"kty":"x","d":"y"}' }, 'the JWK is damaged'],
    ['a short RSA key', { signing_key: pem(shortRsa) }, '2048 bits or more'],
    ['an EC key of another curve (secp256k1)', { signing_key: pem(k256) }, 'a key for signatures is'],
    ['a key that cannot sign', { signing_key: pem(x25519) }, 'a key for signatures is'],
    [
      'a JWK whose algorithm does not fit its key',
      { signing_key: jwk(p256, { alg: 'RS256' }) },
      'its `alg` must be one of ES256',
    ],
  ])('A signing key must not be %s', (_what, inputs, message) => {
    const failure = failureOf(() => read(inputs));

    expect(failure.code).toMatch(/^(?:certificate_unusable|input_missing)$/);
    expect(failure.message).toContain(message);
    expect(failure.message).not.toMatch(/MII|BEGIN RSA/);
  });

  test('A key that is not masked as an input is masked when it is read', () => {
    const [text, json] = [pem(p256), jwk(p256)];
    const environments = [holding(text), fakeEnvironment(), holding(json)];
    [PATH, Buffer.from(text).toString('base64'), PATH].forEach((signing_key, index) => {
      parseSigningKey({ signing_key }, environments[index] ?? fakeEnvironment());
    });

    expect(environments.flatMap(({ masked }) => masked)).toEqual([text, text, json]);
  });

  test.each(['sec1', 'pkcs8'] as const)('The bytes of a key in DER (%s) are masked', (type) => {
    const der = p256.export({ type, format: 'der' });
    const surroundings = holding(der);
    parseSigningKey({ signing_key: PATH }, surroundings);
    const lines = surroundings.masked.flatMap((mask) => mask.split('\n'));

    expect(lines).toEqual(expect.arrayContaining(der.toString('base64').match(/.{1,64}/g) ?? []));
  });
});

describe('chooseAlgorithm', () => {
  test.each<[key: string, algorithm: string, inputs: Inputs, supported: string[] | undefined]>([
    ['of RSA', 'RS256', { signing_key: pem(rsa) }, undefined],
    ['of RSA where the server accepts PS256', 'PS256', { signing_key: pem(rsa) }, ['PS256', 'ES256']],
    ['of RSA where the server accepts both', 'RS256', { signing_key: pem(rsa) }, ['PS256', 'RS256']],
    ['of RSA where the server accepts neither', 'RS256', { signing_key: pem(rsa) }, ['ES256']],
    ['of RSA whose JWK says PS256', 'PS256', { signing_key: jwk(rsa, { alg: 'PS256' }) }, ['RS256']],
    ['of P-256', 'ES256', { signing_key: pem(p256, 'sec1') }, undefined],
    ['of P-384', 'ES384', { signing_key: pem(p384) }, undefined],
    ['of Ed25519', 'EdDSA', { signing_key: pem(ed25519) }, undefined],
    ['of Ed25519 where the server has the new name', 'Ed25519', { signing_key: jwk(ed25519) }, ['Ed25519']],
  ])('The algorithm %s is %s', (...[, expected, inputs, supported]) => {
    expect(chooseAlgorithm(read(inputs), supported)).toBe(expected);
  });
});

describe('signClientAssertion', () => {
  const claims = { clientId: 'my client', audience: 'https://h/realms/acme', id: 'an-id', now: NOW };

  test.each<[string, KeyObject, string[] | undefined]>([
    ['RS256', rsa, undefined],
    ['PS256', rsa, ['PS256']],
    ['ES256', p256, undefined],
    ['ES384', p384, undefined],
    ['EdDSA', ed25519, undefined],
  ])(
    'An assertion of %s contains the client, the audience and a lifetime of a minute',
    async (algorithm, key, supported) => {
      const signing = read({ signing_key: pem(key), signing_key_id: 'k-1' });
      const assertion = await signClientAssertion(claims, signing, chooseAlgorithm(signing, supported));
      const verified = await jwtVerify(assertion, createPublicKey(key), { currentDate: NOW });
      const seconds = NOW.getTime() / 1000;

      expect(verified.protectedHeader).toEqual({ alg: algorithm, kid: 'k-1' });
      expect(verified.payload).toEqual({
        iss: 'my client',
        sub: 'my client',
        aud: 'https://h/realms/acme',
        jti: 'an-id',
        iat: seconds,
        exp: seconds + 60,
      });
    },
  );

  test.each<[what: string, inputs: Inputs, expected: string | undefined]>([
    ['A key in PEM has no ID', { signing_key: pem(rsa) }, undefined],
    ['A JWK contains the ID of its key', { signing_key: jwk(rsa, { kid: 'of-jwk' }) }, 'of-jwk'],
    ['An input replaces the ID', { signing_key: jwk(rsa, { kid: 'of-jwk' }), signing_key_id: 'set' }, 'set'],
  ])('%s', (_what, inputs, expected) => {
    expect(read(inputs).keyId).toBe(expected);
  });
});
