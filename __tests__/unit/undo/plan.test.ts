import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { DEFAULT_SECURITY } from '../../../src/http/secure-context.js';
import type { Inputs } from '../../../src/inputs/inputs.js';
import type { Login } from '../../../src/login/login.js';
import { readSuppliedToken } from '../../../src/oauth/token.js';
import { parseSettings } from '../../../src/settings/settings.js';
import { planRevocation, type Revocation } from '../../../src/undo/plan.js';
import { formatState, parseRevocationPlan, parseState } from '../../../src/undo/state.js';
import { fakeSurroundings } from '../../support/fake-environment.js';
import { jwt, NOW } from '../../support/fake-ports.js';

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
const IN_A_MINUTE = new Date(NOW.getTime() + 60_000).toISOString();

/** What the post step shall do after a login of these inputs. */
function endOf(inputs: Inputs, more: Partial<Login> & { readonly session?: boolean } = {}) {
  const settings = parseSettings(inputs, fakeSurroundings());
  const { metadata, credentials } = settings;
  const { session = false, ...login } = more;
  const refresh = session ? { value: 'refresh-1', expiresAt: undefined } : undefined;
  const whole = {
    token: readSuppliedToken(TOKEN, NOW),
    fetched: true,
    refresh,
    ...(metadata && { metadata }),
    ...login,
  };
  return planRevocation({ ...whole, ...(credentials && { credentials }) }, settings, DEFAULT_SECURITY);
}

/** The requests of an end, in short; or why there is none. */
function inShort(end: ReturnType<typeof endOf>): unknown {
  if (end === undefined || 'reason' in end) return end?.reason;
  return end.steps.map(({ revokes, url, token }) => `${revokes} ${url} ${token === TOKEN ? 'access' : token}`);
}

describe('what a login began is ended', () => {
  const revocationEndpoint = new URL('https://h/revoke');
  const metadata = { tokenEndpoint: new URL('https://h/token'), userEndpoint: undefined, revocationEndpoint };
  const openid = 'https://h/realms/acme/protocol/openid-connect';

  test.each<[string, Inputs, Parameters<typeof endOf>[1], unknown]>([
    ['keycloak', REALM, {}, [`access_token ${openid}/revoke access`]],
    ['keycloak', REALM, { session: true }, [`session ${openid}/logout refresh-1`]],
    [
      'dataclarity',
      REALM,
      { session: true },
      [`session ${openid.replace('/realms', '/auth/realms')}/logout refresh-1`],
    ],
    ['keycloak', REALM, { metadata, session: true }, ['access_token https://h/revoke access']],
    ['oauth2', PLATFORMS.oauth2, { metadata }, ['access_token https://h/revoke access']],
    [
      'oauth2',
      PLATFORMS.oauth2,
      { metadata, session: true },
      ['refresh_token https://h/revoke refresh-1', 'access_token https://h/revoke access'],
    ],
    ['oauth2', PLATFORMS.oauth2, { session: true }, 'the server names no place to end it (revocation_endpoint)'],
    ['chariot', PLATFORMS.chariot, {}, 'Chariot documents no way to end a token'],
    ['descarteslabs', PLATFORMS.descarteslabs, {}, 'Descartes Labs has no way to end a token alone'],
    ['earthone', PLATFORMS.earthone, {}, 'EarthOne has no way to end a token alone'],
  ])('%s %j %j', (...[platform, inputs, login, expected]) => {
    expect(inShort(endOf({ platform, ...inputs }, login))).toEqual(expected);
  });

  test.each(Object.entries(PLATFORMS))('%s not with `revoke: false`, whatever it could', (platform, inputs) => {
    expect(endOf({ platform, ...inputs, revoke: 'false' }, { session: true })).toEqual({
      reason: '`revoke` is false',
      expiresAt: IN_A_MINUTE,
    });
  });

  test.each(Object.entries(PLATFORMS))('%s not for a token at hand', (platform, inputs) => {
    expect(endOf({ platform, ...inputs }, { session: true, fetched: false })).toBeUndefined();
  });
});

describe('the state', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = { signing_key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), client_secret: '' };
  const whole = (inputs: Inputs = {}) => endOf({ platform: 'keycloak', ...REALM, ...inputs }, { session: true });
  const filesOf = (token: ReturnType<typeof whole>) => ({ files: ['/t/a'], variables: [], ...(token && { token }) });

  test.each<[string, Inputs]>([
    ['a client secret', {}],
    ['Basic', { client_authentication: 'client_secret_basic' }],
    ['a key', Object.fromEntries(Object.entries({ ...key }).filter(([, value]) => value !== ''))],
    ['an ID token', { client_authentication: 'github_oidc', client_secret: '' }],
  ])('of a client with %s comes back as it was', (_what, inputs) => {
    const given = { platform: 'keycloak', ...REALM, ...inputs };
    const { client_secret, ...rest } = given;
    const isSecret = !('signing_key' in inputs) && inputs.client_authentication !== 'github_oidc';
    const state = filesOf(endOf(isSecret ? given : rest));

    expect(parseState(formatState(state))).toEqual(state);
  });

  test('holds no password, and nothing that logs in once more', () => {
    const { client_secret: _, client_id: __, ...user } = REALM;
    const login = { ...user, platform: 'dataclarity', username: 'u', password: 'the-password' };

    expect(formatState(filesOf(endOf(login, { session: true })))).not.toContain('the-password');
  });

  test('that would be too large says so in place of what it takes', () => {
    const value = `${'a'.repeat(32_000)}`;
    const token = endOf({ platform: 'keycloak', ...REALM }, { token: { ...readSuppliedToken(TOKEN, NOW), value } });
    const text = formatState(filesOf(token));

    expect(text.length).toBeLessThan(32_000);
    expect(parseState(text)).toEqual({
      ...filesOf(undefined),
      token: { reason: 'the certificates or tokens that it takes are too large to keep', expiresAt: IN_A_MINUTE },
    });
  });

  test.each<[string, (ending: Revocation) => unknown]>([
    ['without requests', (ending) => ({ ...ending, steps: [] })],
    ['with requests that are none', (ending) => ({ ...ending, steps: [{}] })],
    ['with an end of another kind', (ending) => ({ ...ending, steps: [{ ...ending.steps[0], revokes: 'account' }] })],
    ['with an address that is none', (ending) => ({ ...ending, steps: [{ ...ending.steps[0], url: 'h' }] })],
    ['without a platform', ({ platform: _, ...ending }) => ending],
    ['without a client', ({ client: _, ...ending }) => ending],
    ['with a client of another kind', (ending) => ({ ...ending, client: { method: 'magic' } })],
    ['with a client without its secret', (ending) => ({ ...ending, client: { method: 'client_secret_post' } })],
    ['without security', ({ security: _, ...ending }) => ending],
    ['with authorities that are none', (ending) => ({ ...ending, authorities: { path: '/x' } })],
    ['with an end that is no text', (ending) => ({ ...ending, expiresAt: 1 })],
  ])('is none %s', (_what, change) => {
    const end = whole();
    expect(end === undefined || 'reason' in end ? undefined : parseRevocationPlan(end)).toEqual(end);
    expect(end === undefined || 'reason' in end ? end : parseRevocationPlan(change(end))).toBeUndefined();
  });
});
