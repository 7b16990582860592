import { describe } from '../answers.js';
import { ActionError } from '../errors.js';
import type { HttpRequest } from '../ports.js';
import { quote } from '../untrusted-text.js';

const MAX_REDIRECTS = 5;

/**
 * Where a redirect of a request leads, if it may be followed: that of a GET, within its origin, five times at most.
 *
 * @throws ActionError redirect_refused
 */
export function redirectTarget(request: HttpRequest, location: string | undefined, redirects: number): URL {
  const target = location && URL.canParse(location, request.url.href) ? new URL(location, request.url) : undefined;
  const refused = (why: string) => {
    const where =
      target === undefined
        ? 'no readable address'
        : quote((target.origin === 'null' ? target.protocol : target.origin) + target.pathname);
    const message = `${request.purpose} failed: ${describe(request)} redirects to ${where}, ${why}`;
    return new ActionError('redirect_refused', message);
  };
  if (target === undefined) {
    throw refused('which cannot be followed');
  }
  if (request.method !== 'GET') {
    throw refused('and credentials are not sent a second time');
  }
  if (target.origin !== request.url.origin) {
    throw refused('which is another origin');
  }
  if (redirects >= MAX_REDIRECTS) {
    throw refused(`after ${MAX_REDIRECTS} redirects`);
  }
  return target;
}
