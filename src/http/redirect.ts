import { describe } from '../answers.js';
import { ActionError } from '../errors.js';
import type { HttpRequest } from '../ports.js';
import { quote } from '../untrusted-text.js';

const MAX_REDIRECTS = 5;

/**
 * Finds the target of a redirect. Only redirects of a GET within its origin are followed, at most five times.
 *
 * @throws ActionError redirect_refused
 */
export function redirectTarget(request: HttpRequest, location: string | undefined, redirects: number): URL {
  const what = `${request.purpose} failed: ${describe(request)} redirects to`;
  const fail = (where: string, why: string) => new ActionError('redirect_refused', `${what} ${where}, ${why}`);
  if (!location || !URL.canParse(location, request.url.href)) {
    throw fail('an address', 'which is missing or not a URL');
  }
  const target = new URL(location, request.url);
  const where = quote((target.origin === 'null' ? target.protocol : target.origin) + target.pathname);
  if (request.method !== 'GET') {
    throw fail(where, 'but the action never sends credentials to a second address');
  }
  if (target.origin !== request.url.origin) {
    throw fail(where, 'which is another origin');
  }
  if (redirects >= MAX_REDIRECTS) {
    throw fail(where, `after ${MAX_REDIRECTS} redirects`);
  }
  return target;
}
