import { createPrivateKey, type JsonWebKeyInput, type KeyObject } from 'node:crypto';
import type { ActionError } from '../errors.js';
import { decodeText, type FileReader, isJson, readContent, unusableCertificate } from '../inputs/content.js';
import type { Inputs } from '../inputs/inputs.js';
import { parseRequired } from '../inputs/values.js';
import { isRecord } from '../json.js';
import type { SigningKey } from '../oauth/credentials.js';
import { readPrivateKey } from './private-key.js';

/**
 * Reads the key that signs client assertions, in any form of `private_key` or as a JWK (RFC 7517), and masks it.
 *
 * @throws ActionError input_missing, certificate_unusable
 */
export function parseSigningKey(inputs: Inputs, { readFile, mask }: FileReader): SigningKey {
  const why = '`client_authentication: private_key_jwt` signs with this key';
  const bytes = readContent('signing_key', parseRequired(inputs, 'signing_key', why), readFile);
  const text = decodeText(bytes);
  if (isJson(text)) {
    mask([text]);
    const jwk = parseJwk(text);
    const [algorithm, keyId] = ['alg', 'kid'].map((name) => (typeof jwk[name] === 'string' ? jwk[name] : undefined));
    const key = readJwk(jwk);
    return { key, algorithms: algorithmsOf(key, algorithm), keyId: inputs.signing_key_id ?? keyId };
  }
  const names = { name: 'signing_key', passwordName: 'signing_key_password' } as const;
  const { key } = readPrivateKey(bytes, { ...names, password: inputs.signing_key_password }, mask);
  return { key, algorithms: algorithmsOf(key, undefined), keyId: inputs.signing_key_id };
}

function parseJwk(text: string): Readonly<Record<string, unknown>> {
  try {
    const jwk: unknown = JSON.parse(text);
    if (isRecord(jwk) && 'd' in jwk) {
      return jwk;
    }
  } catch {
    // The cause is dropped: it quotes the text.
  }
  throw unusable('a JWK must be one JSON object with the private part `d`');
}

function readJwk(jwk: Readonly<Record<string, unknown>>): KeyObject {
  try {
    const input: JsonWebKeyInput = { key: { ...jwk }, format: 'jwk' };
    return createPrivateKey(input);
  } catch {
    throw unusable('the JWK is damaged, or its key type is not supported by Node');
  }
}

/** The algorithms of each key type, or of each curve by OpenSSL's name (RFC 7518 section 3.1, RFC 8037). */
const ALGORITHMS: Readonly<Record<string, readonly string[]>> = {
  rsa: ['RS256', 'PS256', 'RS384', 'PS384', 'RS512', 'PS512'],
  prime256v1: ['ES256'],
  secp384r1: ['ES384'],
  secp521r1: ['ES512'],
  ed25519: ['EdDSA', 'Ed25519'],
};

/** Returns the algorithms that a key can sign with, the preferred one first; a JWK may name the only one. */
function algorithmsOf(key: KeyObject, named: string | undefined): readonly [string, ...string[]] {
  const possible = possibleAlgorithms(key);
  const [first, ...others] = possible.filter((algorithm) => named === undefined || algorithm === named);
  if (first === undefined) {
    throw unusable(
      possible.length === 0
        ? 'a key for signatures is RSA with 2048 bits or more (not RSA-PSS), EC (P-256, P-384, P-521) or Ed25519'
        : `its \`alg\` must be one of ${possible.join(', ')}`,
    );
  }
  return [first, ...others];
}

function possibleAlgorithms({ asymmetricKeyType, asymmetricKeyDetails = {} }: KeyObject): readonly string[] {
  const { modulusLength, namedCurve = asymmetricKeyType } = asymmetricKeyDetails;
  const isTooShort = modulusLength !== undefined && modulusLength < 2048;
  return namedCurve === undefined || isTooShort ? [] : (ALGORITHMS[namedCurve] ?? []);
}

function unusable(reason: string): ActionError {
  return unusableCertificate('signing_key', `cannot be used: ${reason}`);
}
