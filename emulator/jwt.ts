import {
  constants,
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto';

/** A signature algorithm that the emulators support. Source: RFC 7518 section 3.1, RFC 8037. */
export type JwtAlgorithm = 'RS256' | 'PS256' | 'ES256' | 'EdDSA';

/** The claims or the header of a JWT. */
export type JwtClaims = Readonly<Record<string, unknown>>;

/** A public key as a JSON Web Key. Source: RFC 7517. */
export type Jwk = Readonly<Record<string, unknown>>;

/** A private key for signatures, with its public key as a JWK. */
export interface SigningKey {
  readonly alg: JwtAlgorithm;
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly jwk: Jwk;
}

/** The parts of a JWT. Its signature is not verified. */
export interface Jwt {
  readonly header: JwtClaims;
  readonly claims: JwtClaims;
  readonly signedText: string;
  readonly signature: Buffer;
}

const SCHEMES = {
  RS256: { digest: 'sha256', options: {} },
  PS256: {
    digest: 'sha256',
    options: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST },
  },
  ES256: { digest: 'sha256', options: { dsaEncoding: 'ieee-p1363' } },
  EdDSA: { digest: undefined, options: {} },
} as const;

const GENERATE: { readonly [K in JwtAlgorithm]: () => { privateKey: KeyObject; publicKey: KeyObject } } = {
  RS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  PS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  EdDSA: () => generateKeyPairSync('ed25519'),
};

/** Returns whether a value is the name of a supported algorithm. */
export function isJwtAlgorithm(text: unknown): text is JwtAlgorithm {
  return typeof text === 'string' && Object.hasOwn(SCHEMES, text);
}

/** Generates a key for an algorithm. An RSA key takes about 100 ms. */
export function generateSigningKey(alg: JwtAlgorithm, kid: string): SigningKey {
  const { privateKey, publicKey } = GENERATE[alg]();
  return { alg, kid, privateKey, jwk: { ...publicKey.export({ format: 'jwk' }), kid, alg, use: 'sig' } };
}

/** Makes a JWT that is signed with a private key. Source: RFC 7515 section 7.1. */
export function signJwt(claims: JwtClaims, key: SigningKey): string {
  const text = signedText({ alg: key.alg, typ: 'JWT', kid: key.kid }, claims);
  const { digest, options } = SCHEMES[key.alg];
  return `${text}.${signBytes(digest, Buffer.from(text), { key: key.privateKey, ...options }).toString('base64url')}`;
}

/** Makes a JWT with an HMAC signature, which only the server that issued the token can verify. */
export function hmacJwt(claims: JwtClaims, secret: Buffer): string {
  const text = signedText({ alg: 'HS256', typ: 'JWT' }, claims);
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

/** Splits a JWT into its parts. Returns undefined if the text is not a JWT. */
export function parseJwt(text: string): Jwt | undefined {
  const [head = '', payload = '', signature = '', ...more] = text.split('.');
  const [header, claims] = [head, payload].map(parsePart);
  if (header === undefined || claims === undefined || signature === '' || more.length > 0) return undefined;
  return { header, claims, signedText: `${head}.${payload}`, signature: Buffer.from(signature, 'base64url') };
}

/** Verifies a signature with the algorithm in the JWT's header. The caller checks that the key is meant for that algorithm. */
export function verifyJwt({ header, signedText: text, signature }: Jwt, jwk: Jwk): boolean {
  const { alg } = header;
  if (!isJwtAlgorithm(alg)) return false;
  const { digest, options } = SCHEMES[alg];
  const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
  return verifyBytes(digest, Buffer.from(text), { key, ...options }, signature);
}

/** Returns the audiences of a JWT as a list. Source: RFC 7519 section 4.1.3. */
export function audiencesOf({ aud }: JwtClaims): readonly string[] {
  const all: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
  return all.filter((audience) => typeof audience === 'string');
}

function signedText(header: JwtClaims, claims: JwtClaims): string {
  return [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
}

function parsePart(part: string): JwtClaims | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
