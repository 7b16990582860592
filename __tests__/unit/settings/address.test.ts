import { describe, expect, test } from '@jest/globals';
import type { Inputs } from '../../../src/inputs/inputs.js';
import { PLATFORMS, type PlatformName } from '../../../src/platforms/index.js';
import { parseAddress } from '../../../src/settings/address.js';
import { failureOf } from '../../support/fake-ports.js';

const addressOf = (platform: PlatformName, inputs: Inputs) => parseAddress(inputs, PLATFORMS[platform]);

describe('the realm of a tenant', () => {
  test.each<[PlatformName, Inputs, string]>([
    ['dataclarity', { url: 'h', tenant: 'acme' }, 'https://h/auth/realms/acme'],
    ['dataclarity', { url: 'https://h/', tenant: 'acme' }, 'https://h/auth/realms/acme'],
    ['dataclarity', { url: 'https://h/auth/', tenant: 'acme' }, 'https://h/auth/realms/acme'],
    ['dataclarity', { url: 'https://h/dp', tenant: 'acme' }, 'https://h/dp/realms/acme'],
    ['keycloak', { url: 'h', tenant: 'acme' }, 'https://h/realms/acme'],
    ['keycloak', { url: 'h/auth', tenant: 'acme' }, 'https://h/auth/realms/acme'],
    ['keycloak', { url: 'https://h:443', tenant: 'a b.c' }, 'https://h/realms/a%20b.c'],
    ['keycloak', { url: 'http://127.0.0.1:8080', tenant: 'x' }, 'http://127.0.0.1:8080/realms/x'],
    ['keycloak', { url: 'http://h', tenant: 'x', allow_http: 'true' }, 'http://h/realms/x'],
  ])('on %s of %j is %s', (platform, inputs, realm) => {
    const address = addressOf(platform, inputs);

    expect([address.url.href, address.issuer, address.metadata?.tokenEndpoint.href]).toEqual([
      realm,
      realm,
      `${realm}/protocol/openid-connect/token`,
    ]);
  });

  test.each<[Inputs, string, string]>([
    [{ url: 'h' }, 'input_missing', '`tenant`'],
    [{ tenant: 'x' }, 'input_missing', '`url`'],
    [{ url: 'h', tenant: 'a/b' }, 'input_invalid', '`tenant`'],
    [{ url: 'h', tenant: '..' }, 'input_invalid', '`tenant`'],
    [{ url: 'h', tenant: '../admin' }, 'input_invalid', '`tenant`'],
    [{ url: 'h', tenant: 'a..b' }, 'input_invalid', '`tenant`'],
    [{ url: 'h', tenant: 'a?b' }, 'input_invalid', '`tenant`'],
    [{ url: 'h/realms/acme', tenant: 'acme' }, 'input_invalid', '`url`'],
    [{ url: 'http://h', tenant: 'acme' }, 'endpoint_insecure', '`url`'],
  ])('is refused for %j', (inputs, code, name) => {
    expect(failureOf(() => addressOf('dataclarity', inputs))).toEqual({ code, message: expect.stringContaining(name) });
  });
});

describe('a server of OAuth 2.0', () => {
  test.each<[Inputs, unknown]>([
    [{ issuer: 'https://h/x/' }, ['https://h/x/', 'https://h/x/', undefined]],
    [{ issuer: 'https://H' }, ['https://h/', 'https://H', undefined]],
    [{ token_url: 'https://h/token?v=1' }, ['https://h/token?v=1', undefined, 'https://h/token?v=1']],
    [{ token_url: 'http://localhost:1/t' }, ['http://localhost:1/t', undefined, 'http://localhost:1/t']],
  ])('is where %j says', (inputs, expected) => {
    const { url, issuer, metadata } = addressOf('oauth2', inputs);

    expect([url.href, issuer, metadata?.tokenEndpoint.href]).toEqual(expected);
  });

  test.each<[Inputs, string, string]>([
    [{}, 'input_missing', '`issuer`'],
    [{ issuer: 'https://h', token_url: 'https://h/t' }, 'input_conflict', '`token_url`'],
    [{ issuer: 'h' }, 'input_invalid', '`issuer`'],
    [{ issuer: 'https://h?x' }, 'input_invalid', '`issuer`'],
    [{ issuer: 'https://h#x' }, 'input_invalid', '`issuer`'],
    [{ issuer: 'http://h' }, 'endpoint_insecure', '`issuer`'],
    [{ token_url: 'h/token' }, 'input_invalid', '`token_url`'],
    [{ token_url: 'https://h/token#x' }, 'input_invalid', '`token_url`'],
    [{ token_url: 'https://u:p@h/token' }, 'input_invalid', '`token_url`'],
    [{ token_url: 'http://h/token' }, 'endpoint_insecure', '`token_url`'],
  ])('is refused for %j', (inputs, code, name) => {
    expect(failureOf(() => addressOf('oauth2', inputs))).toEqual({ code, message: expect.stringContaining(name) });
  });
});

test.each<[PlatformName, string]>([
  ['descarteslabs', 'https://iam.production.aws.descarteslabs.com/token'],
  ['earthone', 'https://iam.production.earthone.earthdaily.com/token'],
])('%s has an address of its own', (platform, token) => {
  expect(addressOf(platform, {}).metadata?.tokenEndpoint.href).toBe(token);
});
