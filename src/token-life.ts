import type { Log } from './ports.js';
import type { AccessToken } from './token-response.js';

/** A job may well take longer than such a token lives, in seconds. */
const SHORT_LIFE = 600;

/** How long a token lives, as the end of a sentence. */
export function lifeOf(token: Pick<AccessToken, 'expiresAt' | 'expiresIn'>): string {
  return token.expiresAt === undefined
    ? 'how long the token lives is not known'
    : `the token lives ${token.expiresIn} s, until ${token.expiresAt.toISOString()}`;
}

/** Says that a token ends soon, since a later step would fail by that without a word about it. */
export function noticeShortLife({ expiresIn }: Pick<AccessToken, 'expiresIn'>, log: Pick<Log, 'notice'>): void {
  if (expiresIn !== undefined && expiresIn < SHORT_LIFE) {
    log.notice(
      `The token lives ${expiresIn} s, less than 10 minutes: put the steps that use it right behind this one, or log in once more before them.`,
    );
  }
}
