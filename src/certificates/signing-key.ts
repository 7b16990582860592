import { createPrivateKey, type JsonWebKeyInput, type KeyObject } from 'node:crypto';
import type { ActionError } from '../errors.js';
import { decodedText, isJson, readContent, unusableCertificate } from '../inputs/content.js';
import type { Inputs } from '../inputs/inputs.js';
import { parseRequired } from '../inputs/values.js';
import { isRecord } from '../json.js';
import type { SigningKey } from '../oauth/credentials.js';
import type { Ports } from '../ports.js';
import { readPrivateKey } from './private-key.js';

/**
 * Reads the key that signs client assertions: as `private_key` is read, or a JWK (RFC 7517); masked as soon as it is there.
 *
 * @throws ActionError input_missing, certificate_unusable
 */
export function parseSigningKey(inputs: Inputs, { mask }: Pick<Ports, 'mask'>): SigningKey {
  const value = parseRequired(inputs, 'signing_key', '`client_authentication: private_key_jwt` signs with it');
  const bytes = readContent('signing_key', value);
  const text = decodedText(bytes);
  if (!isJson(text)) {
    const names = { name: 'signing_key', passwordName: 'signing_key_password' } as const;
    const source = { ...names, password: inputs.signing_key_password };
    const { key } = readPrivateKey(bytes, source, (pem) => mask([pem]));
    return { key, algorithms: algorithmsOf(key, undefined), keyId: inputs.signing_key_id };
  }
  mask([text]);
  const jwk = parseJwk(text);
  const [algorithm, keyId] = ['alg', 'kid'].map((name) => (typeof jwk[name] === 'string' ? jwk[name] : undefined));
  const key = readJwk(jwk);
  return { key, algorithms: algorithmsOf(key, algorithm), keyId: inputs.signing_key_id ?? keyId };
}

function parseJwk(text: string): Readonly<Record<string, unknown>> {
  try {
    const jwk: unknown = JSON.parse(text);
    if (isRecord(jwk) && 'd' in jwk) {
      return jwk;
    }
  } catch {
    // Without its cause, which quotes the text.
  }
  throw unreadable('a JWK must be one JSON object with the private part `d`');
}

function readJwk(jwk: Readonly<Record<string, unknown>>): KeyObject {
  try {
    const input: JsonWebKeyInput = { key: { ...jwk }, format: 'jwk' };
    return createPrivateKey(input);
  } catch {
    throw unreadable('the JWK is broken, or of a kind that Node does not know');
  }
}

/** The algorithms of RFC 7518 section 3.1 and RFC 8037 by the curve of a key. */
const CURVES: Readonly<Record<string, string>> = { prime256v1: 'ES256', secp384r1: 'ES384', secp521r1: 'ES512' };

/** The algorithms that a key can sign with, the one to prefer first; the one that the key itself names is the only one. */
function algorithmsOf(key: KeyObject, named: string | undefined): readonly [string, ...string[]] {
  const possible = possibleAlgorithms(key);
  const [first, ...others] = named === undefined ? possible : possible.filter((algorithm) => algorithm === named);
  if (first === undefined) {
    throw unreadable(
      possible.length === 0
        ? 'a key for signatures is RSA with 2048 bits or more (not RSA-PSS), EC (P-256, P-384, P-521) or Ed25519'
        : `its \`alg\` must be one of ${possible.join(', ')}`,
    );
  }
  return [first, ...others];
}

function possibleAlgorithms({ asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject): string[] {
  const isLong = (details?.modulusLength ?? 0) >= 2048;
  const curve = CURVES[details?.namedCurve ?? ''];
  switch (type) {
    case 'rsa':
      return isLong ? ['RS256', 'PS256', 'RS384', 'PS384', 'RS512', 'PS512'] : [];
    case 'ec':
      return curve === undefined ? [] : [curve];
    case 'ed25519':
      return ['EdDSA', 'Ed25519'];
    default:
      return [];
  }
}

function unreadable(reason: string): ActionError {
  return unusableCertificate('signing_key', `cannot be used: ${reason}`);
}
