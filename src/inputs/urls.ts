import { ActionError } from '../errors.js';
import { isLoopback } from '../ports.js';
import { quote } from '../untrusted-text.js';
import type { InputName, Inputs } from './inputs.js';
import { invalid, parseBoolean, parseRequired } from './values.js';

const EXAMPLE = 'https://chariot.example.com';

/**
 * Reads `url`: a host without a scheme means https, a path is kept, slashes at its end are removed.
 *
 * @throws ActionError input_missing, input_invalid, endpoint_insecure
 */
export function parseBaseUrl(inputs: Inputs): URL {
  const value = parseRequired(inputs, 'url', `the platform has no default address. Example: ${EXAMPLE}`);
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `https://${value}`;
  const url = parseUrl('url', text);
  if (/[?#]/.test(text)) {
    throw invalid('url', 'must not have a query or a fragment', `Set only the address, such as ${EXAMPLE}`);
  }
  checkSecure('url', url, inputs);
  url.pathname = url.pathname.replace(/\/+$/, '');
  return url;
}

/**
 * Reads an issuer or an endpoint, which is used exactly as the workflow sets it.
 *
 * @throws ActionError input_invalid, endpoint_insecure
 */
export function parseWholeUrl(name: 'issuer' | 'token_url', value: string, inputs: Inputs): URL {
  if (!/^https?:\/\//i.test(value)) {
    throw invalid(name, 'must be a complete address that starts with https://');
  }
  const url = parseUrl(name, value);
  if (value.includes('#')) {
    throw invalid(name, 'must not have a fragment');
  }
  checkSecure(name, url, inputs);
  return url;
}

function parseUrl(name: InputName, text: string): URL {
  if (/[\s\\]|^https?:\/\/https?:/i.test(text) || !URL.canParse(text)) {
    throw invalid(name, 'is not a URL', `Set an address such as ${EXAMPLE}`);
  }
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw invalid(name, `must start with https://, not ${quote(`${url.protocol}//`)}`);
  }
  if (url.username !== '' || url.password !== '') {
    throw invalid(name, 'must not contain a user name or password', 'Set credentials in their own inputs');
  }
  return url;
}

function checkSecure(name: InputName, url: URL, inputs: Inputs): void {
  const allowHttp = parseBoolean(inputs, 'allow_http');
  if (url.protocol === 'http:' && !allowHttp && !isLoopback(url.hostname)) {
    const reason = 'plain http exposes the credentials to everyone on the network path';
    throw new ActionError('endpoint_insecure', `The input \`${name}\` is ${quote(url.origin)}: ${reason}.`);
  }
}
