import { describe, expect, test } from '@jest/globals';
import { parseBaseUrl } from '../../../src/inputs/urls.js';

/** The error that a call ends with, as code and message. */
const failure = (code: string, message: unknown) => expect.objectContaining({ code, message });

describe('a base URL', () => {
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
  ])('%s is read as %s', (url, expected) => {
    expect(parseBaseUrl({ url }, 'url', false).href).toBe(expected);
  });

  test.each([
    ['https://chariot.example.com/a b', 'is not a URL'],
    ['https://chariot.example.com\\api', 'is not a URL'],
    ['chariot.example.com\nevil', 'is not a URL'],
    ['https:/chariot.example.com', 'is not a URL'],
    ['https:chariot.example.com', 'is not a URL'],
    ['https://https:/chariot.example.com', 'is not a URL'],
    ['https://https://chariot.example.com', 'is not a URL'],
    ['http://https://chariot.example.com', 'is not a URL'],
    ['https://', 'is not a URL'],
    ['https://:8080', 'is not a URL'],
    ['https://host:99999', 'is not a URL'],
    ['mailto:me', 'is not a URL'],
    ['ftp://chariot.example.com', 'must start with https://, not "ftp://"'],
    ['file:///etc/passwd', 'must start with https://, not "file://"'],
    ['https://user@chariot.example.com', 'must not hold a user name or password'],
    ['https://:hunter2@chariot.example.com', 'must not hold a user name or password'],
    ['user:hunter2@chariot.example.com', 'must not hold a user name or password'],
    ['https://chariot.example.com?x=1', 'must not have a query or a fragment'],
    ['https://chariot.example.com/?', 'must not have a query or a fragment'],
    ['https://chariot.example.com/#top', 'must not have a query or a fragment'],
    ['chariot.example.com#', 'must not have a query or a fragment'],
  ])('%j is refused: it %s', (url, reason) => {
    const message = expect.stringMatching(/^The input `url` /);
    const parse = () => parseBaseUrl({ url }, 'url', true);

    expect(parse).toThrow(failure('input_invalid', message));
    expect(parse).toThrow(reason);
    expect(parse).not.toThrow('hunter2');
  });

  test('that is absent is asked for', () => {
    expect(() => parseBaseUrl({}, 'url', false)).toThrow(
      failure('input_missing', expect.stringMatching(/^The input `url` is empty: /)),
    );
  });
});

describe('plain http', () => {
  test.each([
    ['http://localhost:8080', 'http://localhost:8080/'],
    ['http://LOCALHOST', 'http://localhost/'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000/'],
    ['http://127.255.1.2', 'http://127.255.1.2/'],
    ['http://127.1', 'http://127.0.0.1/'],
    ['http://[::1]:80', 'http://[::1]/'],
  ])('to this machine itself is taken: %s', (url, expected) => {
    expect(parseBaseUrl({ url }, 'url', false).href).toBe(expected);
  });

  test.each([
    ['http://chariot.example.com:8080/api', '"http://chariot.example.com:8080"'],
    ['http://10.0.0.1', '"http://10.0.0.1"'],
    ['http://0.0.0.0', '"http://0.0.0.0"'],
    ['http://localhost.example.com', '"http://localhost.example.com"'],
    ['http://127.0.0.1.example.com', '"http://127.0.0.1.example.com"'],
    ['http://[2001:db8:0:1:1:1:1:1]', '"http://[2001:db8:0:1:1:1:1:1]"'],
  ])('to another machine is refused, and taken with allow_http: %s', (url, shown) => {
    expect(() => parseBaseUrl({ url }, 'url', false)).toThrow(
      failure('endpoint_insecure', expect.stringContaining(`The input \`url\` is ${shown}`)),
    );
    expect(parseBaseUrl({ url }, 'url', true).protocol).toBe('http:');
  });
});
