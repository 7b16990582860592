import { describe, expect, test } from '@jest/globals';
import { parseBaseUrl, parseWholeUrl } from '../../../src/inputs/urls.js';
import { actionErrorOf, failureOf } from '../../support/fake-ports.js';

describe('parseBaseUrl', () => {
  test.each([
    ['https://chariot.example.com', 'https://chariot.example.com/'],
    ['chariot.example.com', 'https://chariot.example.com/'],
    ['chariot.example.com:8443', 'https://chariot.example.com:8443/'],
    ['localhost:8080', 'https://localhost:8080/'],
    ['chariot', 'https://chariot/'],
    ['HTTPS://Chariot.Example.COM', 'https://chariot.example.com/'],
    ['https://chariot.example.com:443/', 'https://chariot.example.com/'],
    ['https://example.com/apps/chariot', 'https://example.com/apps/chariot'],
    ['https://example.com/apps/chariot//', 'https://example.com/apps/chariot'],
    ['example.com/apps', 'https://example.com/apps'],
    ['https://[2001:db8::1]/', 'https://[2001:db8::1]/'],
    ['https://bücher.example', 'https://xn--bcher-kva.example/'],
    ['https://h/50%25/', 'https://h/50%25'],
  ])('The base URL %s is read as %s', (url, expected) => {
    expect(parseBaseUrl({ url }).href).toBe(expected);
  });

  const notAUrl = 'is not a URL.';
  const credentials = 'must not contain a user name or password.';
  const onlyAddress = 'must not have a query or a fragment.';
  test.each([
    ['https://chariot.example.com/a b', notAUrl],
    ['chariot example com', notAUrl],
    ['https://chariot.example.com\\api', notAUrl],
    ['chariot.example.com\nevil', notAUrl],
    ['https:/chariot.example.com', notAUrl],
    ['https:chariot.example.com', notAUrl],
    ['https://https:/chariot.example.com', notAUrl],
    ['https://https://chariot.example.com', notAUrl],
    ['http://https://chariot.example.com', notAUrl],
    ['https://', notAUrl],
    ['https://:8080', notAUrl],
    ['https://host:99999', notAUrl],
    ['mailto:me', notAUrl],
    ['ftp://chariot.example.com', 'must start with https://, not "ftp://".'],
    ['file:///etc/passwd', 'must start with https://, not "file://".'],
    ['https://user@chariot.example.com', credentials],
    ['https://user:password@chariot.example.com', credentials],
    ['https://:hunter2@chariot.example.com', credentials],
    ['user:hunter2@chariot.example.com', credentials],
    ['https://chariot.example.com?x=1', onlyAddress],
    ['https://chariot.example.com/?a=b', onlyAddress],
    ['https://chariot.example.com/?', onlyAddress],
    ['https://chariot.example.com/#top', onlyAddress],
    ['chariot.example.com#', onlyAddress],
  ])('The base URL %j is rejected: it %s', (url, reason) => {
    expect(failureOf(() => parseBaseUrl({ url, allow_http: 'true' }))).toEqual({
      code: 'input_invalid',
      message: `The input \`url\` ${reason}`,
    });
  });

  test('A missing base URL is an error with an example', () => {
    expect(failureOf(() => parseBaseUrl({}))).toEqual({
      code: 'input_missing',
      message: '`url` is required: the platform has no default address. Example: https://chariot.example.com.',
    });
  });

  test.each([
    ['http://localhost:8080', 'http://localhost:8080/'],
    ['http://LOCALHOST', 'http://localhost/'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000/'],
    ['http://127.255.1.2', 'http://127.255.1.2/'],
    ['http://127.1', 'http://127.0.0.1/'],
    ['http://[::1]:80', 'http://[::1]/'],
  ])('Plain http to this machine is accepted: %s', (url, expected) => {
    expect(parseBaseUrl({ url }).href).toBe(expected);
  });

  test.each([
    ['http://chariot.example.com', '"http://chariot.example.com"'],
    ['http://chariot.example.com:8080/api', '"http://chariot.example.com:8080"'],
    ['http://10.0.0.1', '"http://10.0.0.1"'],
    ['http://0.0.0.0', '"http://0.0.0.0"'],
    ['http://localhost.example.com', '"http://localhost.example.com"'],
    ['http://127.0.0.1.example.com', '"http://127.0.0.1.example.com"'],
    ['http://[2001:db8:0:1:1:1:1:1]', '"http://[2001:db8:0:1:1:1:1:1]"'],
  ])('Plain http to another machine is rejected without allow_http: %s', (url, shown) => {
    expect(failureOf(() => parseBaseUrl({ url }))).toEqual({
      code: 'endpoint_insecure',
      message: `The input \`url\` is ${shown}: plain http exposes the credentials to everyone on the network path.`,
    });
    expect(parseBaseUrl({ url, allow_http: 'true' }).protocol).toBe('http:');
  });

  test('A wrong allow_http is an error, even if the URL is https', () => {
    expect(failureOf(() => parseBaseUrl({ url: 'h', allow_http: 'yes' })).code).toBe('input_invalid');
  });
});

describe('parseWholeUrl', () => {
  test.each([
    ['id.example.com', 'must be a complete address that starts with https://.'],
    ['ftp://h', 'must be a complete address that starts with https://.'],
    ['https://h/token#x', 'must not have a fragment.'],
    ['https://u:p@h/token', 'must not contain a user name or password.'],
    ['https://', 'is not a URL.'],
  ])('The address %s is rejected: it %s', (value, reason) => {
    expect(failureOf(() => parseWholeUrl('token_url', value, {}))).toEqual({
      code: 'input_invalid',
      message: `The input \`token_url\` ${reason}`,
    });
  });

  test('An address keeps its query and its last slash', () => {
    expect(parseWholeUrl('token_url', 'https://h/token/?v=1', {}).href).toBe('https://h/token/?v=1');
  });
});

test.each([
  ['not a url', 'Set an address such as https://chariot.example.com'],
  ['https://u:p@h', 'Set credentials in their own inputs'],
  ['https://h?x', 'Set only the address, such as https://chariot.example.com'],
])('The error for the base URL %j says what to do', (url, advice) => {
  expect(actionErrorOf(() => parseBaseUrl({ url })).advice).toEqual([advice]);
});
