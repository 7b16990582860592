import { describe, expect, test } from '@jest/globals';
import type { Inputs } from '../../src/inputs/inputs.js';
import { login } from '../../src/login/login.js';
import { discover, wellKnownUrls } from '../../src/oauth/discovery.js';
import type { HttpResponse } from '../../src/ports.js';
import { answer, fakePorts, settingsFrom } from '../support/fake-ports.js';

const ISSUER = 'https://id.example.com/tenant';
const OPENID = 'GET /tenant/.well-known/openid-configuration';
const OAUTH = 'GET /.well-known/oauth-authorization-server/tenant';
const METADATA = { issuer: ISSUER, token_endpoint: `${ISSUER}/token`, userinfo_endpoint: `${ISSUER}/me` };
const SOURCE = { issuer: ISSUER, verified: true, mutual: false };
const NOT_FOUND = answer('nothing here', { status: 404, contentType: 'text/plain' });

/** Ports of a server with these two documents. */
const serving = (openid: HttpResponse, oauth = NOT_FOUND) =>
  fakePorts(({ url }) => Promise.resolve(url.pathname.includes('openid') ? openid : oauth));

describe('wellKnownUrls', () => {
  test.each([
    ['https://h', ['https://h/.well-known/openid-configuration', 'https://h/.well-known/oauth-authorization-server']],
    ['https://h/', ['https://h/.well-known/openid-configuration', 'https://h/.well-known/oauth-authorization-server']],
    [
      'https://h/realms/a%20b',
      [
        'https://h/realms/a%20b/.well-known/openid-configuration',
        'https://h/.well-known/oauth-authorization-server/realms/a%20b',
        'https://h/realms/a%20b/.well-known/oauth-authorization-server',
      ],
    ],
    [
      'https://h:8443/x/',
      [
        'https://h:8443/x/.well-known/openid-configuration',
        'https://h:8443/.well-known/oauth-authorization-server/x',
        'https://h:8443/x/.well-known/oauth-authorization-server',
      ],
    ],
  ])('The URLs of the metadata of %s are after its path and after its host', (issuer, expected) => {
    expect(wellKnownUrls(issuer)).toEqual(expected);
  });
});

describe('discover and revocation_endpoint', () => {
  test.each<[unknown, string | undefined]>([
    [`${ISSUER}/revoke`, `${ISSUER}/revoke`],
    ['https://other.example.com/revoke', 'https://other.example.com/revoke'],
    ['http://id.example.com/revoke', undefined],
    ['revoke', undefined],
    [1, undefined],
    [undefined, undefined],
  ])('The endpoint %j is read as %j without an error', async (revocation_endpoint, expected) => {
    const { revocationEndpoint } = await discover(SOURCE, serving(answer({ ...METADATA, revocation_endpoint })));

    expect(revocationEndpoint?.href).toBe(expected);
  });
});

describe('discover and mtls_endpoint_aliases (RFC 8705 section 5)', () => {
  const aliases = { token_endpoint: 'https://mtls.example.com/token', userinfo_endpoint: 1, jwks_uri: 'x' };
  const found = async (mutual: boolean, mtls_endpoint_aliases: unknown, verified = true) => {
    const revocation_endpoint = `${ISSUER}/revoke`;
    const metadata = answer({ ...METADATA, revocation_endpoint, mtls_endpoint_aliases });
    const { tokenEndpoint, userEndpoint, revocationEndpoint } = await discover(
      { ...SOURCE, verified, mutual },
      serving(metadata),
    );
    return [tokenEndpoint, userEndpoint, revocationEndpoint].map((url) => url?.href);
  };

  test('A client with a certificate uses each alias that is valid', async () => {
    expect(await found(true, aliases)).toEqual([aliases.token_endpoint, undefined, `${ISSUER}/revoke`]);
  });

  test('A client without a certificate ignores the aliases', async () => {
    expect(await found(false, aliases)).toEqual([`${ISSUER}/token`, `${ISSUER}/me`, `${ISSUER}/revoke`]);
  });

  test.each([[undefined], [null], ['https://mtls.example.com'], [[]]])(
    'Aliases with the value %j are ignored',
    async (value) => {
      expect(await found(true, value)).toEqual([`${ISSUER}/token`, `${ISSUER}/me`, `${ISSUER}/revoke`]);
    },
  );

  test('An alias on another host is rejected if certificates are not verified', async () => {
    await expect(found(true, aliases, false)).rejects.toMatchObject({ code: 'endpoint_insecure' });
  });
});

describe('discover', () => {
  test('One request is sent to the URL of OpenID Connect', async () => {
    const ports = serving(answer(METADATA));

    await expect(discover(SOURCE, ports)).resolves.toEqual({
      tokenEndpoint: new URL(`${ISSUER}/token`),
      userEndpoint: new URL(`${ISSUER}/me`),
      unread: [
        'https://id.example.com/.well-known/oauth-authorization-server/tenant',
        'https://id.example.com/tenant/.well-known/oauth-authorization-server',
      ],
    });
    expect(ports.requests()).toEqual([OPENID]);
  });

  test.each<[string, HttpResponse]>([
    ['404', NOT_FOUND],
    ['401', answer({}, { status: 401 })],
    ['a page for every path', answer('<!doctype html>', { contentType: 'text/html' })],
  ])('If the first response is %s, a request is sent to the URL of RFC 8414', async (_what, first) => {
    const ports = serving(first, answer(METADATA));

    await expect(discover(SOURCE, ports)).resolves.toMatchObject({
      tokenEndpoint: new URL(`${ISSUER}/token`),
    });
    expect(ports.requests()).toEqual([OPENID, OAUTH]);
  });

  test('If the first two documents do not exist, the path of RFC 8414 below the issuer is tried', async () => {
    const ports = fakePorts(({ url }) =>
      Promise.resolve(url.pathname === '/tenant/.well-known/oauth-authorization-server' ? answer(METADATA) : NOT_FOUND),
    );
    const { tokenEndpoint, unread } = await discover(SOURCE, ports);

    expect([tokenEndpoint.href, unread]).toEqual([METADATA.token_endpoint, []]);
    expect(ports.requests()).toEqual([OPENID, OAUTH, 'GET /tenant/.well-known/oauth-authorization-server']);
  });

  test('After a failure of the server, no second request is sent', async () => {
    const ports = serving(answer('', { status: 503 }), answer(METADATA));

    await expect(discover(SOURCE, ports)).rejects.toMatchObject({ code: 'server_failed' });
    expect(ports.requests()).toEqual([OPENID]);
  });

  test('If there is no metadata, the advice names `token_url`', async () => {
    await expect(discover(SOURCE, serving(NOT_FOUND))).rejects.toMatchObject({
      code: 'endpoint_not_found',
      advice: [expect.stringContaining('`token_url`')],
    });
  });

  test.each<[string, unknown]>([
    ['with a slash at the end', `${ISSUER}/`],
    ['in upper case', ISSUER.toUpperCase()],
    ['with another path', 'https://id.example.com/other'],
    ['that is missing', undefined],
  ])('An issuer %s in the metadata is rejected', async (_what, issuer) => {
    await expect(discover(SOURCE, serving(answer({ ...METADATA, issuer })))).rejects.toMatchObject({
      code: 'issuer_mismatch',
    });
  });

  test.each<[string, unknown, string]>([
    ['that is missing', undefined, 'response_invalid'],
    ['that is not a URL', '/token', 'response_invalid'],
    ['with plain http', 'http://id.example.com/tenant/token', 'endpoint_insecure'],
    ['on another host with plain http', 'http://other.example.com/token', 'endpoint_insecure'],
  ])('A token endpoint %s is rejected', async (_what, token_endpoint, code) => {
    await expect(discover(SOURCE, serving(answer({ ...METADATA, token_endpoint })))).rejects.toMatchObject({ code });
  });

  test('An endpoint on another host is used and printed', async () => {
    const ports = serving(answer({ ...METADATA, token_endpoint: 'https://oauth.example.net/token' }));

    await expect(discover(SOURCE, ports)).resolves.toMatchObject({
      tokenEndpoint: new URL('https://oauth.example.net/token'),
    });
    expect(ports.said('info')).toEqual([
      `The metadata of "${ISSUER}" contains an endpoint on another host: https://oauth.example.net.`,
    ]);
  });

  /** The token endpoint that a login would use, or the code of the error. */
  const outcomeOf = (issuer: string, verified: boolean, token_endpoint: string) =>
    discover({ issuer, verified, mutual: false }, serving(answer({ issuer, token_endpoint }))).then(
      ({ tokenEndpoint }) => tokenEndpoint.href,
      ({ code }) => code,
    );

  test('Without verification, an endpoint on the same host is used, and one on another host is rejected', async () => {
    expect(await outcomeOf(ISSUER, false, `${ISSUER}/token`)).toBe(`${ISSUER}/token`);
    expect(await outcomeOf(ISSUER, false, 'https://oauth.example.net/token')).toBe('endpoint_insecure');
  });

  test('With `tls_verify: false`, an endpoint on another host is rejected', async () => {
    const inputs: Inputs = {
      platform: 'oauth2',
      issuer: ISSUER,
      client_id: 'i',
      client_secret: 's',
      tls_verify: 'false',
    };
    const ports = serving(answer({ ...METADATA, token_endpoint: 'https://oauth.example.net/token' }));

    await expect(login(settingsFrom(inputs), ports)).rejects.toMatchObject({
      code: 'endpoint_insecure',
      message: expect.stringContaining('on another host than the issuer, whose certificate is not verified'),
    });
    expect(ports.requests()).toEqual([OPENID]);
  });

  test('Over plain http, an endpoint on the same host is used, and one on another host or port is rejected', async () => {
    const issuer = 'http://127.0.0.1:8080';

    expect(await outcomeOf(issuer, true, `${issuer}/token`)).toBe(`${issuer}/token`);
    expect(await outcomeOf(issuer, true, 'https://oauth.example.net/token')).toBe('endpoint_insecure');
    expect(await outcomeOf(issuer, true, 'http://127.0.0.1:9090/token')).toBe('endpoint_insecure');
  });

  test.each([[true], [false]])(
    'Over plain http, the error mentions plain http, with `tls_verify: %s`',
    async (verified) => {
      const issuer = 'http://127.0.0.1:8080';
      const metadata = answer({ issuer, token_endpoint: 'https://oauth.example.net/token' });

      await expect(discover({ issuer, verified, mutual: false }, serving(metadata))).rejects.toMatchObject({
        message: expect.stringContaining('another host than the issuer, which uses plain http'),
      });
    },
  );
});

describe('login at an issuer', () => {
  const INPUTS: Inputs = { platform: 'oauth2', issuer: ISSUER, client_id: 'i', client_secret: 's' };
  const BASIC = `Basic ${Buffer.from('i:s').toString('base64')}`;

  /** How the client authenticated at a server that supports these methods. */
  async function proofFor(methods: unknown, more: Inputs = {}) {
    const metadata = answer({ ...METADATA, token_endpoint_auth_methods_supported: methods });
    const ports = fakePorts(({ method }) =>
      Promise.resolve(method === 'GET' ? metadata : answer({ access_token: 'a' })),
    );
    await login(settingsFrom({ ...INPUTS, ...more }), ports);
    const sent = ports.effects.flatMap((effect) => (effect.did === 'send' ? [effect.request] : []));
    return [sent.at(-1)?.headers['authorization'], sent.at(-1)?.body];
  }

  test.each<[unknown, Inputs, 'basic' | 'post']>([
    [undefined, {}, 'basic'],
    [['client_secret_basic', 'client_secret_post'], {}, 'basic'],
    [['client_secret_post'], {}, 'post'],
    [['private_key_jwt'], {}, 'basic'],
    [['client_secret_post'], { client_authentication: 'client_secret_basic' }, 'basic'],
    [undefined, { client_authentication: 'client_secret_post' }, 'post'],
  ])('At a server that supports %j, the inputs %j lead to the method %s', async (methods, more, way) => {
    const posted = 'grant_type=client_credentials&client_id=i&client_secret=s';

    await expect(proofFor(methods, more)).resolves.toEqual(
      way === 'basic' ? [BASIC, 'grant_type=client_credentials'] : [undefined, posted],
    );
  });

  test.each<[string, Inputs, string]>([
    ['A login is sent to the token endpoint in the metadata', {}, 'POST /x?y=z'],
    ['A login with a certificate is sent to the alias for certificates', { pkcs12: 'client.p12' }, 'POST /mutual'],
  ])('%s', async (_title, more, expected) => {
    const metadata = answer({
      ...METADATA,
      token_endpoint: 'https://oauth.example.net/x?y=z',
      mtls_endpoint_aliases: { token_endpoint: 'https://mtls.example.net/mutual' },
    });
    const ports = fakePorts(({ method }) =>
      Promise.resolve(method === 'GET' ? metadata : answer({ access_token: 'a' })),
    );
    await login(settingsFrom({ ...INPUTS, ...more }), ports);

    expect(ports.requests()).toEqual([OPENID, expected]);
  });
});
