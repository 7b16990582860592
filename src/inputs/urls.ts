import { isLoopback } from '../answers.js';
import { ActionError } from '../errors.js';
import { quote } from '../untrusted-text.js';
import { type InputName, type Inputs, invalid } from './inputs.js';
import { parseBoolean, parseRequired } from './values.js';

/**
 * Reads a base URL: a bare host means https, a path stays, its last slash goes.
 *
 * @throws ActionError input_missing, input_invalid, endpoint_insecure
 */
export function parseBaseUrl(inputs: Inputs, name: 'url', allowHttp: boolean): URL {
  const value = parseRequired(inputs, name, 'it is the address of the platform, such as https://chariot.example.com');
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `https://${value}`;
  const url = parseAddressText(text, name);
  if (/[?#]/.test(text)) {
    throw invalid(
      name,
      'must not have a query or a fragment; give only the address, such as https://chariot.example.com',
    );
  }
  checkSecure(url, name, allowHttp);
  url.pathname = url.pathname.replace(/\/+$/, '');
  return url;
}

/**
 * Reads an address that is used as it is written: an issuer, or an endpoint.
 *
 * @throws ActionError input_invalid, endpoint_insecure
 */
export function parseWholeUrl(inputs: Inputs, name: 'issuer' | 'token_url'): URL {
  const value = parseRequired(inputs, name, 'it is the address of the server');
  if (!/^https?:\/\//i.test(value)) {
    throw invalid(name, 'must be the whole address, with https:// in front');
  }
  const url = parseAddressText(value, name);
  if (value.includes('#')) {
    throw invalid(name, 'must not have a fragment');
  }
  checkSecure(url, name, parseBoolean(inputs, 'allow_http'));
  return url;
}

function parseAddressText(text: string, name: InputName): URL {
  if (/[\s\\]|^https?:\/\/https?:/i.test(text) || !URL.canParse(text)) {
    throw invalid(name, 'is not a URL; write it as https://chariot.example.com');
  }
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw invalid(name, `must start with https://, not ${quote(`${url.protocol}//`)}`);
  }
  if (url.username !== '' || url.password !== '') {
    throw invalid(name, 'must not hold a user name or password; give credentials in their own inputs');
  }
  return url;
}

function checkSecure(url: URL, name: InputName, allowHttp: boolean): void {
  if (url.protocol === 'http:' && !allowHttp && !isLoopback(url.hostname)) {
    const message = `The input \`${name}\` is ${quote(url.origin)}: over plain http everyone on the way can read the credentials.`;
    throw new ActionError('endpoint_insecure', message);
  }
}
