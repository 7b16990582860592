import { hmacJwt, type JwtClaims } from '../../emulator/jwt.js';

const KEY = Buffer.alloc(32, 'a key of the test');

/** Makes a token with these claims. */
export const jwt = (claims: JwtClaims) => hmacJwt(claims, KEY);

/** Makes a token that is valid for so many seconds. */
export const validFor = (seconds: number, claims: JwtClaims = {}) =>
  jwt({ ...claims, exp: Math.floor(Date.now() / 1000) + seconds });

/** A token that no server of the cases has issued. */
export const otherJwt = jwt({ sub: 'nobody', exp: 4_000_000_000 });
