import { describe, expect, test } from '@jest/globals';
import type { Inputs } from '../../../src/inputs/inputs.js';
import type { Login } from '../../../src/login/login.js';
import type { IssuedLogin } from '../../../src/login/requested.js';
import { readSuppliedToken } from '../../../src/oauth/token.js';
import { planRevocation } from '../../../src/undo/plan.js';
import { jwt, NOW, settingsFrom } from '../../support/fake-ports.js';

const REALM = { url: 'https://h', tenant: 'acme', client_id: 'i', client_secret: 's-1' };
const PLATFORMS = {
  chariot: { url: 'https://h', client_id: 'i', client_secret: 's-1' },
  dataclarity: REALM,
  keycloak: REALM,
  descarteslabs: { client_id: 'i', client_secret: 's-1' },
  earthone: { client_id: 'i', client_secret: 's-1' },
  oauth2: { token_url: 'https://h/token', client_id: 'i', client_secret: 's-1' },
};
const TOKEN = jwt({ exp: NOW.getTime() / 1000 + 60 });
const token = readSuppliedToken(TOKEN, NOW);
const refresh = { value: 'refresh-1', expiresAt: undefined };
const IN_A_MINUTE = new Date(NOW.getTime() + 60_000).toISOString();

/** The plan after a login with these inputs that requested a token. */
function planFor(inputs: Inputs, more: Partial<IssuedLogin> = {}) {
  const settings = settingsFrom(inputs);
  const { metadata, credentials } = settings;
  if (metadata === undefined || credentials === undefined) throw new Error('these inputs do not request a token');
  const login = { kind: 'requested', token, metadata, credentials, refresh: undefined, ...more } as const;
  return planRevocation(login, settings);
}

/** The requests of a plan in short, or the reason why there are none. */
function inShort(plan: ReturnType<typeof planFor>): unknown {
  return plan?.steps === undefined
    ? plan?.reason
    : plan.steps.map(({ revokes, url, token: value }) => `${revokes} ${url} ${value === TOKEN ? 'access' : value}`);
}

describe('planRevocation', () => {
  const revocationEndpoint = new URL('https://h/revoke');
  const metadata = { tokenEndpoint: new URL('https://h/token'), userEndpoint: undefined, revocationEndpoint };
  const openid = 'https://h/realms/acme/protocol/openid-connect';

  test.each<[string, Inputs, Partial<IssuedLogin>, unknown]>([
    [
      'On Keycloak, only an access token is revoked',
      { platform: 'keycloak', ...REALM },
      {},
      [`access_token ${openid}/revoke access`],
    ],
    [
      'On Keycloak, a session is logged out',
      { platform: 'keycloak', ...REALM },
      { refresh },
      [`session ${openid}/logout refresh-1`],
    ],
    [
      'On DataClarity, a session is logged out below /auth',
      { platform: 'dataclarity', ...REALM },
      { refresh },
      [`session ${openid.replace('/realms', '/auth/realms')}/logout refresh-1`],
    ],
    [
      'On Keycloak without a logout endpoint, the access token is revoked although there is a session',
      { platform: 'keycloak', ...REALM },
      { metadata, refresh },
      ['access_token https://h/revoke access'],
    ],
    [
      'On another OAuth server, the access token is revoked',
      { platform: 'oauth2', ...PLATFORMS.oauth2 },
      { metadata },
      ['access_token https://h/revoke access'],
    ],
    [
      'On another OAuth server, the refresh token is revoked before the access token',
      { platform: 'oauth2', ...PLATFORMS.oauth2 },
      { metadata, refresh },
      ['refresh_token https://h/revoke refresh-1', 'access_token https://h/revoke access'],
    ],
    [
      'On another OAuth server, tokens are revoked although there is a logout endpoint',
      { platform: 'oauth2', ...PLATFORMS.oauth2 },
      { metadata: { ...metadata, logoutEndpoint: new URL('https://h/logout') }, refresh },
      ['refresh_token https://h/revoke refresh-1', 'access_token https://h/revoke access'],
    ],
    [
      'Without a revocation endpoint, nothing is revoked',
      { platform: 'oauth2', ...PLATFORMS.oauth2 },
      { refresh },
      'the metadata of the server contains no `revocation_endpoint`',
    ],
    [
      'Without an access token, the refresh token is revoked',
      { platform: 'oauth2', ...PLATFORMS.oauth2 },
      { metadata, refresh, token: undefined },
      ['refresh_token https://h/revoke refresh-1'],
    ],
    [
      'On Keycloak, a session is logged out without an access token',
      { platform: 'keycloak', ...REALM },
      { refresh, token: undefined },
      [`session ${openid}/logout refresh-1`],
    ],
    [
      'If a document is not read yet, the steps have no endpoint',
      { platform: 'oauth2', ...PLATFORMS.oauth2 },
      { metadata: { ...metadata, revocationEndpoint: undefined, unread: ['https://h/document'] }, refresh },
      ['refresh_token undefined refresh-1', 'access_token undefined access'],
    ],
    [
      'On Chariot, nothing is revoked',
      { platform: 'chariot', ...PLATFORMS.chariot },
      {},
      'Chariot documents no way to revoke a token',
    ],
    [
      'On Descartes Labs, nothing is revoked',
      { platform: 'descarteslabs', ...PLATFORMS.descarteslabs },
      {},
      'Descartes Labs has no way to revoke only a token',
    ],
    [
      'On EarthOne, nothing is revoked',
      { platform: 'earthone', ...PLATFORMS.earthone },
      {},
      'EarthOne has no way to revoke only a token',
    ],
  ])('%s', (...[, inputs, login, expected]) => {
    expect(inShort(planFor(inputs, login))).toEqual(expected);
  });

  test.each<[string, Inputs, readonly string[]]>([
    [
      'With an issuer, the plan contains the document that is not read yet',
      { issuer: 'https://h/i' },
      ['https://h/document'],
    ],
    [
      'With a token endpoint and an issuer, the plan contains all documents of the issuer',
      { issuer: 'https://h/i', token_url: 'https://h/token' },
      [
        'https://h/i/.well-known/openid-configuration',
        'https://h/.well-known/oauth-authorization-server/i',
        'https://h/i/.well-known/oauth-authorization-server',
      ],
    ],
  ])('%s', (_what, address, urls) => {
    const unread = { ...metadata, revocationEndpoint: undefined, unread: ['https://h/document'] };
    const settings = settingsFrom({ platform: 'oauth2', client_id: 'i', client_secret: 's-1', ...address });
    const { credentials, metadata: known = unread } = settings;
    if (credentials === undefined) throw new Error('no credentials');
    const plan = planRevocation(
      { kind: 'requested', token, credentials, refresh: undefined, metadata: known },
      settings,
    );

    expect(plan).toMatchObject({ documents: { issuer: 'https://h/i', verified: true, mutual: false, urls } });
  });

  test('With an endpoint, the plan contains no documents', () => {
    const plan = planFor({ platform: 'oauth2', ...PLATFORMS.oauth2 }, { metadata });

    expect(plan).toMatchObject({ documents: undefined, steps: [{ url: 'https://h/revoke' }] });
  });

  test.each(Object.entries(PLATFORMS))('With `revoke: false`, a token of %s is not revoked', (platform, inputs) => {
    expect(planFor({ platform, ...inputs, revoke: 'false' }, { refresh })).toEqual({
      reason: '`revoke` is false',
      expiresAt: IN_A_MINUTE,
    });
  });

  test.each<Login>([{ kind: 'supplied', token }, { kind: 'shared', token }, { kind: 'certificate' }])(
    'There is no plan for a login of the kind $kind',
    (login) => {
      const settings = settingsFrom({ platform: 'keycloak', ...REALM });

      expect(planRevocation(login, settings)).toBeUndefined();
    },
  );

  test('The authorities of `ca_certificate` are not in the plan', () => {
    const security = { authorities: ['a-1'], verify: true };
    const settings = { ...settingsFrom({ platform: 'keycloak', ...REALM }), security };
    const { credentials } = settings;
    if (credentials === undefined) throw new Error('no credentials');
    const login = { kind: 'requested', token, metadata, credentials, refresh: undefined } as const;

    expect(planRevocation(login, settings)).toMatchObject({
      security: { authorities: [], verify: true },
    });
  });
});
