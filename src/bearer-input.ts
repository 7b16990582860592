import { type Inputs, invalid } from './inputs.js';
import { isBearerToken } from './token-response.js';

/** Reads a token at hand; undefined for none. @throws ActionError input_invalid, which never shows it */
export function requireBearerToken({ bearer_token: token }: Inputs): string | undefined {
  if (token !== undefined && !isBearerToken(token)) {
    throw invalid(
      'bearer_token',
      'is not a bearer token: give the token alone, without the word Bearer, quotes or blanks',
    );
  }
  return token;
}
