import { audiencesOf, type Jwk, type Jwt, type JwtClaims, verifyJwt } from '../../jwt.js';
import type { RealmState } from '../state.js';

/** The rules that the claims of an assertion must follow. */
export interface AssertionRules {
  /** The assertion must have exactly one audience, and it must be one of these. */
  readonly audiences: readonly string[];
  /** Unix seconds. */
  readonly now: number;
  readonly clockSkewSeconds: number;
  readonly longestSeconds: number;
  /** Reuse is detected separately for each use. */
  readonly use: 'signed' | 'federated' | 'grant';
  /** Whether the same assertion can be used again. */
  readonly reuse: boolean;
}

const USUAL_ALGORITHMS: Readonly<Record<string, string>> = { RSA: 'RS256', EC: 'ES256', OKP: 'EdDSA' };

/** Finds the key with the JWT's `kid` and algorithm. Without a `kid`, the algorithm alone selects the key. */
export function findKey({ header }: Jwt, keys: readonly Jwk[]): Jwk | undefined {
  const named = (key: Jwk) => header['kid'] === undefined || header['kid'] === key['kid'];
  return keys.find((key) => named(key) && algorithmOf(key) === header['alg']);
}

/** Returns whether one of the keys verifies the signature. */
export function isSignedBy(jwt: Jwt, keys: readonly Jwk[]): boolean {
  const key = findKey(jwt, keys);
  return key !== undefined && verifyJwt(jwt, key);
}

/**
 * Finds the first problem in the claims of an assertion with a valid signature. If there is none, remembers the `jti`.
 * Source: Keycloak, `AbstractBaseJWTValidator`.
 */
export function findAssertionProblem(state: RealmState, claims: JwtClaims, rules: AssertionRules): string | undefined {
  const problem = findAudienceProblem(claims, rules) ?? findTimeProblem(claims, rules);
  if (problem !== undefined || rules.reuse) return problem;
  if (typeof claims['jti'] !== 'string') return 'Token jti claim is required';
  const key = `${rules.use} ${claims['jti']}`;
  if (state.assertions.has(key)) return 'Token reuse detected';
  state.assertions.add(key);
  return undefined;
}

function findAudienceProblem(claims: JwtClaims, { audiences }: AssertionRules): string | undefined {
  const found = audiencesOf(claims);
  if (!found.some((audience) => audiences.includes(audience))) return 'Invalid token audience';
  return found.length > 1 ? 'Multiple audiences not allowed' : undefined;
}

function findTimeProblem(claims: JwtClaims, rules: AssertionRules): string | undefined {
  const { exp, iat, nbf } = claims;
  const { now, clockSkewSeconds: skew, longestSeconds: longest } = rules;
  if (typeof exp !== 'number') return 'Token exp claim is required';
  if (now > exp + skew || (typeof nbf === 'number' && nbf > now + skew)) return 'Token is not active';
  if (typeof iat !== 'number') {
    const tooFar = 'Token expiration is too far in the future and iat claim not present in token';
    return exp - now > longest ? tooFar : undefined;
  }
  if (iat - skew > now) return 'Token was issued in the future';
  if (exp <= now) return 'Token is not active';
  return now > iat + longest ? 'Token was issued too far in the past to be used now' : undefined;
}

function algorithmOf({ alg, kty }: Jwk): unknown {
  return alg ?? USUAL_ALGORITHMS[String(kty)];
}
