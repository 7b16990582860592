import { describe, expect, test } from '@jest/globals';
import { isSecretInput } from '../../../src/inputs/content.js';
import {
  type DefaultedInput,
  inputNames,
  inputValue,
  isDefaulted,
  isVerbatimInput,
} from '../../../src/inputs/inputs.js';

const ALWAYS_SECRET = [
  ...['client_secret', 'password', 'refresh_token', 'token_info', 'bearer_token'],
  ...['signing_key_password', 'pkcs12_password', 'private_key_password'],
];
const secretWith = (value: string) => inputNames().filter((name) => isSecretInput(name, value));
const alsoSecretWith = (value: string) => secretWith(value).filter((name) => !ALWAYS_SECRET.includes(name));

describe('isSecretInput', () => {
  test('Passwords, tokens and client secrets are always secret', () => {
    expect(secretWith('certs/client.pem')).toEqual(ALWAYS_SECRET);
  });

  test('Keys and certificates are secret if they contain a private key', () => {
    expect(alsoSecretWith('-----BEGIN PRIVATE KEY-----')).toEqual([
      'signing_key',
      'pkcs12',
      'certificate',
      'private_key',
    ]);
  });

  test('A certificate without a private key is not secret', () => {
    const pem = `-----BEGIN CERTIFICATE-----\n${'M'.repeat(64)}\n-----END CERTIFICATE-----`;

    for (const value of [pem, btoa(pem)]) {
      expect(alsoSecretWith(value)).toEqual(['signing_key', 'pkcs12', 'private_key']);
    }
    expect(secretWith(btoa(`${pem}\n-----BEGIN EC PRIVATE KEY-----`))).toContain('certificate');
  });
});

describe('The declarations of the inputs', () => {
  test('Only passwords may start or end with a blank', () => {
    expect(inputNames().filter(isVerbatimInput)).toEqual([
      'password',
      'signing_key_password',
      'pkcs12_password',
      'private_key_password',
    ]);
  });

  test.each<[DefaultedInput, string]>([
    ['platform', 'chariot'],
    ['export_env', 'true'],
    ['allow_http', 'false'],
    ['plan', 'false'],
    ['summary', 'true'],
    ['rotate_after_days', '0'],
    ['timeout_seconds', '120'],
  ])('The default of %s is %j', (name, expected) => {
    expect(inputValue({}, name)).toBe(expected);
    expect(inputValue({ [name]: 'set' }, name)).toBe('set');
  });

  test('An input without a default is not defaulted', () => {
    expect([isDefaulted('plan'), isDefaulted('url')]).toEqual([true, false]);
  });
});
