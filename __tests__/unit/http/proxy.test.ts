import { describe, expect, test } from '@jest/globals';
import { isDirect } from '../../../src/http/no-proxy.js';
import { loginToProxy, networkOf, proxyOf, proxySecrets } from '../../../src/http/proxy.js';
import { failureOf } from '../../support/fake-ports.js';

describe('isDirect', () => {
  test.each<[list: string, direct: string[], proxied: string[]]>([
    ['', [], ['https://example.com']],
    ['*', ['https://example.com', 'https://10.0.0.1'], []],
    [
      'example.com',
      ['https://example.com', 'https://a.example.com', 'https://EXAMPLE.com', 'https://example.com.'],
      ['https://notexample.com', 'https://example.com.org'],
    ],
    [
      '.example.com',
      ['https://a.example.com', 'https://a.b.example.com', 'https://example.com', 'https://example.com.'],
      ['https://aexample.com', 'https://example.com.org'],
    ],
    ['.example.com.', ['https://example.com', 'https://a.example.com'], ['https://aexample.com']],
    ['.example.com:8443', ['https://example.com:8443', 'https://a.example.com:8443'], ['https://example.com']],
    ['*.example.com', ['https://a.example.com'], ['https://example.com', 'https://aexample.com']],
    ['.', [], ['https://example.com']],
    ['EXAMPLE.com', ['https://example.com'], []],
    ['a.test, b.test c.test', ['https://a.test', 'https://b.test', 'https://c.test'], ['https://d.test']],
    ['example.com:8443', ['https://example.com:8443'], ['https://example.com', 'https://example.com:84']],
    ['example.com:443', ['https://example.com'], ['http://example.com']],
    ['example.com:80', ['http://example.com'], ['https://example.com']],
    ['10.1.2.3', ['https://10.1.2.3'], ['https://10.1.2.4']],
    ['10.1.2.3:8443', ['https://10.1.2.3:8443'], ['https://10.1.2.3']],
    ['10.0.0.0/8', ['https://10.255.0.1'], ['https://11.0.0.1', 'https://ten.example.com']],
    ['192.168.4.0/22', ['https://192.168.7.255'], ['https://192.168.8.0']],
    ['0.0.0.0/0', ['https://8.8.8.8'], ['https://[2001:db8::1]']],
    ['fd00::/8', ['https://[fd12::1]'], ['https://[fe80::1]']],
    ['[fd12::1]:8443', ['https://[fd12::1]:8443'], ['https://[fd12::1]']],
    ['fd12::1', ['https://[fd12:0::1]'], ['https://[fd12::2]']],
    ['10.0.0.0/33', [], ['https://10.0.0.1']],
    ['10.0.0.0/x', [], ['https://10.0.0.1']],
    ['.0.0.1', [], ['https://10.0.0.1']],
  ])('The value %j of `no_proxy` matches %j, and not %j', (list, direct, proxied) => {
    expect(direct.filter((url) => !isDirect(new URL(url), list))).toEqual([]);
    expect(proxied.filter((url) => isDirect(new URL(url), list))).toEqual([]);
  });

  test.each(['http://localhost', 'https://localhost:1', 'https://127.0.0.1', 'https://127.9.9.9', 'https://[::1]'])(
    'The address %s never uses a proxy, since it is this machine',
    (url) => {
      expect(isDirect(new URL(url), '')).toBe(true);
    },
  );

  test.each(['http://app.localhost', 'https://localhost.', 'https://localhost.example.com', 'https://0.0.0.0'])(
    'The address %s uses a proxy, since it may be another machine',
    (url) => {
      expect(isDirect(new URL(url), '')).toBe(false);
    },
  );
});

describe('proxyOf', () => {
  const https = new URL('https://platform.example.com');
  const http = new URL('http://platform.example.com');
  const hrefOf = (url: URL, environment: Parameters<typeof proxyOf>[1]) => proxyOf(url, environment)?.url.href;

  test('The proxy of an address depends on the scheme, and the lower-case variable has priority', () => {
    const all = { https_proxy: 'http://a', HTTPS_PROXY: 'http://b', http_proxy: 'http://c', HTTP_PROXY: 'http://d' };

    expect(hrefOf(https, all)).toBe('http://a/');
    expect(hrefOf(http, all)).toBe('http://c/');
    expect(hrefOf(https, { ...all, https_proxy: '' })).toBe('http://b/');
    expect(hrefOf(http, { https_proxy: 'http://a' })).toBeUndefined();
    expect(hrefOf(https, {})).toBeUndefined();
  });

  test('An address in either spelling of `no_proxy` has no proxy', () => {
    expect(hrefOf(https, { https_proxy: 'http://a', no_proxy: 'example.com' })).toBeUndefined();
    expect(hrefOf(https, { https_proxy: 'http://a', NO_PROXY: 'example.com' })).toBeUndefined();
    expect(hrefOf(https, { https_proxy: 'http://a', no_proxy: 'other', NO_PROXY: 'example.com' })).toBe('http://a/');
  });

  test.each([
    ['proxy.example.com:3128', 'http://proxy.example.com:3128/'],
    ['proxy:3128', 'http://proxy:3128/'],
    ['10.0.0.1:3128', 'http://10.0.0.1:3128/'],
    ['[fd12::1]:3128', 'http://[fd12::1]:3128/'],
    [' http://proxy:3128/path ', 'http://proxy:3128/'],
    ['HTTPS://Proxy', 'https://proxy/'],
    ['user:word@proxy:3128', 'http://proxy:3128/'],
  ])('The value %j names the proxy %s', (value, expected) => {
    expect(hrefOf(https, { https_proxy: value })).toBe(expected);
  });

  test.each([
    ['http://u:p@proxy', 'u:p'],
    ['http://u%40d:p%3A%25@proxy', 'u@d:p:%'],
    ['http://u:50%@proxy', 'u:50%'],
    ['http://token@proxy', 'token:'],
    ['http://u:a@b@proxy', 'u:a@b'],
  ])('The value %s contains the login %s', (value, login) => {
    const authorization = `Basic ${Buffer.from(login).toString('base64')}`;

    expect(proxyOf(https, { https_proxy: value })?.authorization).toBe(authorization);
  });

  test.each(['http://', 'http://[', 'ftp://proxy', 'socks5h://proxy:1', 'http://u:p/w@proxy', 'http://u:p#w@proxy'])(
    'The value %s is an error that does not show the value',
    (value) => {
      const { code, message } = failureOf(() => proxyOf(https, { HTTPS_PROXY: value }));

      expect(code).toBe('proxy_failed');
      expect(message).toMatch(
        /^The variable HTTPS_PROXY (is not a URL|names a proxy of an unsupported kind \("\w+:"\))$/,
      );
    },
  );
});

describe('proxySecrets', () => {
  test.each<[value: string, secrets: string[]]>([
    ['http://proxy:3128', []],
    ['http://user:word@proxy', ['word', 'user:word']],
    ['user:word@proxy', ['word', 'user:word']],
    ['http://user:w%40rd@proxy', ['w%40rd', 'w@rd', 'user:w%40rd', 'user:w@rd']],
    ['http://user:w@rd@proxy', ['w@rd', 'user:w@rd']],
    ['http://user:w/rd@proxy', ['w/rd', 'user:w/rd']],
    ['http://user:w#rd@[', ['w#rd', 'user:w#rd']],
    ['http://token@proxy', ['token']],
  ])('The secrets of the value %s are %j', (value, secrets) => {
    expect([...new Set(proxySecrets({ HTTP_PROXY: value }))].sort()).toEqual([...secrets].sort());
  });
});

test('`networkOf` masks the logins of all four variables', () => {
  const masked: string[] = [];
  const variables = {
    https_proxy: 'http://a@h',
    HTTPS_PROXY: 'http://b@h',
    http_proxy: 'http://c@h',
    HTTP_PROXY: 'http://d@h',
    no_proxy: 'e@h',
  };

  expect(networkOf(variables, (texts) => void masked.push(...texts))).toBe(variables);
  expect([...new Set(masked)].sort()).toEqual(['a', 'b', 'c', 'd']);
});

test.each([
  ['A proxy without a login gets no header', undefined, {}],
  ['A proxy with a login gets a header', 'Basic dTpw', { 'proxy-authorization': 'Basic dTpw' }],
])('%s', (_name, authorization, expected) => {
  expect(loginToProxy({ variable: 'https_proxy', url: new URL('http://h'), authorization })).toEqual(expected);
});
