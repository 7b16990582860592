import { describe, expect, test } from '@jest/globals';
import type { Inputs } from '../../../src/inputs/inputs.js';
import { PLATFORMS, type PlatformName } from '../../../src/platforms/index.js';
import { parseAddress } from '../../../src/settings/address.js';
import { failureOf } from '../../support/fake-ports.js';

const addressOf = (platform: PlatformName, inputs: Inputs) => parseAddress(inputs, PLATFORMS[platform]);

/** What is wrong, the inputs, and the error as `code: message`. */
type Row = readonly [what: string, inputs: Inputs, error: string];
const errorOf = (platform: PlatformName, inputs: Inputs) => {
  const { code, message } = failureOf(() => addressOf(platform, inputs));
  return `${code}: ${message}`;
};
const id = (shown: string) =>
  `input_invalid: The input \`tenant\` is not an ID: "${shown}" contains a character that IDs do not contain.`;
const exposed = (name: string) =>
  `endpoint_insecure: The input \`${name}\` is "http://h": plain http exposes the credentials to everyone on the network path.`;

describe('parseAddress with `tenant`', () => {
  test.each<[what: string, platform: PlatformName, inputs: Inputs, realm: string]>([
    ['below /auth on DataClarity', 'dataclarity', { url: 'h', tenant: 'acme' }, 'https://h/auth/realms/acme'],
    ['below /auth after a slash', 'dataclarity', { url: 'https://h/', tenant: 'acme' }, 'https://h/auth/realms/acme'],
    ['below /auth only once', 'dataclarity', { url: 'https://h/auth/', tenant: 'acme' }, 'https://h/auth/realms/acme'],
    ['below the path of `url`', 'dataclarity', { url: 'https://h/dp', tenant: 'acme' }, 'https://h/dp/realms/acme'],
    ['at the root on Keycloak', 'keycloak', { url: 'h', tenant: 'acme' }, 'https://h/realms/acme'],
    ['below /auth on an old Keycloak', 'keycloak', { url: 'h/auth', tenant: 'acme' }, 'https://h/auth/realms/acme'],
    ['with an encoded name', 'keycloak', { url: 'https://h:443', tenant: 'a b.c' }, 'https://h/realms/a%20b.c'],
    ['on this machine', 'keycloak', { url: 'http://127.0.0.1:8080', tenant: 'x' }, 'http://127.0.0.1:8080/realms/x'],
    ['over http', 'keycloak', { url: 'http://h', tenant: 'x', allow_http: 'true' }, 'http://h/realms/x'],
  ])('The realm is %s', (...[, platform, inputs, realm]) => {
    const { url, issuer, metadata, assertionAudience } = addressOf(platform, inputs);

    expect([url.href, issuer, assertionAudience]).toEqual([realm, realm, realm]);
    expect(metadata).toEqual({
      tokenEndpoint: new URL(`${realm}/protocol/openid-connect/token`),
      userEndpoint: new URL(`${realm}/protocol/openid-connect/userinfo`),
      revocationEndpoint: new URL(`${realm}/protocol/openid-connect/revoke`),
      logoutEndpoint: new URL(`${realm}/protocol/openid-connect/logout`),
    });
  });

  test.each<Row>([
    [
      'a missing realm',
      { url: 'h' },
      'input_missing: `tenant` is required: it is the name of the realm (after /realms/).',
    ],
    [
      'a missing host',
      { tenant: 'x' },
      'input_missing: `url` is required: the platform has no default address. Example: https://chariot.example.com.',
    ],
    ['a realm with a slash', { url: 'h', tenant: 'a/b' }, id('a/b')],
    ['two dots as a realm', { url: 'h', tenant: '..' }, id('..')],
    ['a realm outside /realms/', { url: 'h', tenant: '../admin' }, id('../admin')],
    ['a realm with a query', { url: 'h', tenant: 'a?b' }, id('a?b')],
    [
      'a realm with two dots',
      { url: 'h', tenant: 'a..b' },
      'input_invalid: The input `tenant` is not the name of a realm: "a..b" contains "..".',
    ],
    [
      'a realm in `url`',
      { url: 'h/realms/acme', tenant: 'acme' },
      'input_invalid: The input `url` must end before /realms/.',
    ],
    ['plain http', { url: 'http://h', tenant: 'acme' }, exposed('url')],
  ])('The address is rejected: %s', (_what, inputs, error) => {
    expect(errorOf('dataclarity', inputs)).toBe(error);
  });
});

describe('parseAddress with `issuer` or `token_url`', () => {
  test.each<[what: string, inputs: Inputs, address: readonly unknown[]]>([
    [
      'An issuer keeps its last slash',
      { issuer: 'https://h/x/' },
      ['https://h/x/', 'https://h/x/', undefined, 'https://h/x/'],
    ],
    ['An issuer keeps its upper case', { issuer: 'https://H' }, ['https://h/', 'https://H', undefined, 'https://H']],
    [
      'A token endpoint keeps its query',
      { token_url: 'https://h/token?v=1' },
      ['https://h/token?v=1', undefined, 'https://h/token?v=1', 'https://h/token?v=1'],
    ],
    [
      'A token endpoint may be on another host than the issuer, which is the audience',
      { issuer: 'https://H', token_url: 'https://tokens/t' },
      ['https://tokens/t', 'https://H', 'https://tokens/t', 'https://H'],
    ],
    [
      'A token endpoint is the audience as it is set',
      { token_url: 'https://H' },
      ['https://h/', undefined, 'https://h/', 'https://H'],
    ],
    [
      'A token endpoint may be on this machine',
      { token_url: 'http://localhost:1/t' },
      ['http://localhost:1/t', undefined, 'http://localhost:1/t', 'http://localhost:1/t'],
    ],
  ])('%s', (_what, inputs, address) => {
    const { url, issuer, metadata, assertionAudience } = addressOf('oauth2', inputs);

    expect([url.href, issuer, metadata?.tokenEndpoint.href, assertionAudience]).toEqual(address);
  });

  const complete = 'must be a complete address that starts with https://.';
  const noQuery = 'input_invalid: The input `issuer` must not have a query or a fragment (RFC 8414 section 2).';
  test.each<Row>([
    ['no address', {}, 'input_missing: `issuer` or `token_url` is required: this platform has no default server.'],
    ['an issuer with a query, with a token endpoint', { issuer: 'https://h?x', token_url: 'https://h/t' }, noQuery],
    [
      'an issuer over plain http, with a token endpoint',
      { issuer: 'http://h', token_url: 'https://h/t' },
      exposed('issuer'),
    ],
    ['an issuer without a scheme', { issuer: 'h' }, `input_invalid: The input \`issuer\` ${complete}`],
    ['an issuer with a query', { issuer: 'https://h?x' }, noQuery],
    ['an issuer with a fragment', { issuer: 'https://h#x' }, noQuery],
    ['an issuer over plain http', { issuer: 'http://h' }, exposed('issuer')],
    [
      'a token endpoint without a scheme',
      { token_url: 'h/token' },
      `input_invalid: The input \`token_url\` ${complete}`,
    ],
    [
      'a token endpoint with a fragment',
      { token_url: 'https://h/token#x' },
      'input_invalid: The input `token_url` must not have a fragment.',
    ],
    [
      'a token endpoint with a password',
      { token_url: 'https://u:p@h/token' },
      'input_invalid: The input `token_url` must not contain a user name or password.',
    ],
    ['a token endpoint over plain http', { token_url: 'http://h/token' }, exposed('token_url')],
  ])('The address is rejected: %s', (_what, inputs, error) => {
    expect(errorOf('oauth2', inputs)).toBe(error);
  });
});

describe('parseAddress with a default', () => {
  test.each<[PlatformName, string]>([
    ['descarteslabs', 'https://iam.production.aws.descarteslabs.com/token'],
    ['earthone', 'https://iam.production.earthone.earthdaily.com/token'],
  ])('The address of %s needs no input', (platform, token) => {
    expect(addressOf(platform, {}).metadata?.tokenEndpoint.href).toBe(token);
  });

  test('The default address can be replaced', () => {
    expect(addressOf('earthone', { url: 'h/iam' }).metadata?.tokenEndpoint.href).toBe('https://h/iam/token');
  });
});
