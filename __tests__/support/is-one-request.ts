import { parseSecretRequests } from '../../src/language/request.js';

/** Whether a text is exactly one valid request. */
export function isOneRequest(text: string): boolean {
  try {
    return parseSecretRequests(text).length === 1;
  } catch {
    return false;
  }
}
