import { describe, expect, test } from '@jest/globals';
import type { Inputs } from '../../src/inputs/inputs.js';
import { login } from '../../src/login/login.js';
import { discover, wellKnownUrls } from '../../src/oauth/discovery.js';
import type { HttpResponse } from '../../src/ports.js';
import { parseSettings } from '../../src/settings/settings.js';
import { fakeSurroundings } from '../support/fake-environment.js';
import { answer, fakePorts } from '../support/fake-ports.js';

const ISSUER = 'https://id.example.com/tenant';
const OPENID = 'GET /tenant/.well-known/openid-configuration';
const OAUTH = 'GET /.well-known/oauth-authorization-server/tenant';
const METADATA = { issuer: ISSUER, token_endpoint: `${ISSUER}/token`, userinfo_endpoint: `${ISSUER}/me` };
const NOT_FOUND = answer('nothing here', { status: 404, contentType: 'text/plain' });

/** Ports of a server with these two documents. */
const serving = (openid: HttpResponse, oauth = NOT_FOUND) =>
  fakePorts(({ url }) => Promise.resolve(url.pathname.includes('openid') ? openid : oauth));

describe('the places of metadata', () => {
  test.each([
    ['https://h', ['https://h/.well-known/openid-configuration', 'https://h/.well-known/oauth-authorization-server']],
    ['https://h/', ['https://h/.well-known/openid-configuration', 'https://h/.well-known/oauth-authorization-server']],
    [
      'https://h/realms/a%20b',
      [
        'https://h/realms/a%20b/.well-known/openid-configuration',
        'https://h/.well-known/oauth-authorization-server/realms/a%20b',
      ],
    ],
    [
      'https://h:8443/x/',
      ['https://h:8443/x/.well-known/openid-configuration', 'https://h:8443/.well-known/oauth-authorization-server/x'],
    ],
  ])('of %s are behind it, and behind its host', (issuer, expected) => {
    expect(wellKnownUrls(issuer).map(({ href }) => href)).toEqual(expected);
  });
});

describe('the place where tokens are revoked', () => {
  test.each<[unknown, string | undefined]>([
    [`${ISSUER}/revoke`, `${ISSUER}/revoke`],
    ['https://other.example.com/revoke', 'https://other.example.com/revoke'],
    ['http://id.example.com/revoke', undefined],
    ['revoke', undefined],
    [1, undefined],
    [undefined, undefined],
  ])('%j is read as %j, and is no reason to fail', async (revocation_endpoint, expected) => {
    const { revocationEndpoint } = await discover(
      { issuer: ISSUER, verified: true },
      serving(answer({ ...METADATA, revocation_endpoint })),
    );

    expect(revocationEndpoint?.href).toBe(expected);
  });
});

describe('the endpoints for clients with a certificate (RFC 8705 section 5)', () => {
  const aliases = { token_endpoint: 'https://mtls.example.com/token', userinfo_endpoint: 1, jwks_uri: 'x' };
  const found = async (mutual: boolean, mtls_endpoint_aliases: unknown, verified = true) => {
    const revocation_endpoint = `${ISSUER}/revoke`;
    const metadata = answer({ ...METADATA, revocation_endpoint, mtls_endpoint_aliases });
    const { tokenEndpoint, userEndpoint, revocationEndpoint } = await discover(
      { issuer: ISSUER, verified, mutual },
      serving(metadata),
    );
    return [tokenEndpoint, userEndpoint, revocationEndpoint].map((url) => url?.href);
  };

  test('are taken by such a client, each where there is one', async () => {
    expect(await found(true, aliases)).toEqual([aliases.token_endpoint, undefined, `${ISSUER}/revoke`]);
  });

  test('are nothing to other clients', async () => {
    expect(await found(false, aliases)).toEqual([`${ISSUER}/token`, `${ISSUER}/me`, `${ISSUER}/revoke`]);
  });

  test.each([[undefined], [null], ['https://mtls.example.com'], [[]]])('may be %j', async (value) => {
    expect(await found(true, value)).toEqual([`${ISSUER}/token`, `${ISSUER}/me`, `${ISSUER}/revoke`]);
  });

  test('are trusted as little as the others on another host without verification', async () => {
    await expect(found(true, aliases, false)).rejects.toMatchObject({ code: 'endpoint_insecure' });
  });
});

describe('an issuer', () => {
  test('is asked once where OpenID Connect has it', async () => {
    const ports = serving(answer(METADATA));

    await expect(discover({ issuer: ISSUER, verified: true }, ports)).resolves.toEqual({
      tokenEndpoint: new URL(`${ISSUER}/token`),
      userEndpoint: new URL(`${ISSUER}/me`),
      authMethods: undefined,
      signingAlgorithms: undefined,
    });
    expect(ports.requests()).toEqual([OPENID]);
  });

  test.each<[string, HttpResponse]>([
    ['nothing', NOT_FOUND],
    ['a refusal', answer({}, { status: 401 })],
    ['a page for every path', answer('<!doctype html>', { contentType: 'text/html' })],
  ])('is asked where RFC 8414 has it when the first place gives %s', async (_what, first) => {
    const ports = serving(first, answer(METADATA));

    await expect(discover({ issuer: ISSUER, verified: true }, ports)).resolves.toMatchObject({
      tokenEndpoint: new URL(`${ISSUER}/token`),
    });
    expect(ports.requests()).toEqual([OPENID, OAUTH]);
  });

  test('in trouble is not asked a second time', async () => {
    const ports = serving(answer('', { status: 503 }), answer(METADATA));

    await expect(discover({ issuer: ISSUER, verified: true }, ports)).rejects.toMatchObject({ code: 'server_failed' });
    expect(ports.requests()).toEqual([OPENID]);
  });

  test('that is nowhere is an error that names `token_url`', async () => {
    await expect(discover({ issuer: ISSUER, verified: true }, serving(NOT_FOUND))).rejects.toMatchObject({
      code: 'endpoint_not_found',
      advice: expect.stringContaining('`token_url`'),
    });
  });

  test.each<[string, unknown]>([
    ['a slash more', `${ISSUER}/`],
    ['another case', ISSUER.toUpperCase()],
    ['another path', 'https://id.example.com/other'],
    ['nothing', undefined],
  ])('that calls itself otherwise, by %s, is refused', async (_what, issuer) => {
    await expect(
      discover({ issuer: ISSUER, verified: true }, serving(answer({ ...METADATA, issuer }))),
    ).rejects.toMatchObject({
      code: 'issuer_mismatch',
    });
  });

  test.each<[string, unknown, string]>([
    ['none', undefined, 'response_invalid'],
    ['no URL', '/token', 'response_invalid'],
    ['one over plain http', 'http://id.example.com/tenant/token', 'endpoint_insecure'],
    ['one on another host over plain http', 'http://other.example.com/token', 'endpoint_insecure'],
  ])('whose metadata has as token endpoint %s is refused', async (_what, token_endpoint, code) => {
    await expect(
      discover({ issuer: ISSUER, verified: true }, serving(answer({ ...METADATA, token_endpoint }))),
    ).rejects.toMatchObject({ code });
  });

  test('may have its endpoints on another host, which the log names', async () => {
    const ports = serving(answer({ ...METADATA, token_endpoint: 'https://oauth.example.net/token' }));

    await expect(discover({ issuer: ISSUER, verified: true }, ports)).resolves.toMatchObject({
      tokenEndpoint: new URL('https://oauth.example.net/token'),
    });
    expect(ports.said('info')).toEqual([
      `The issuer "${ISSUER}" names an endpoint on another host: https://oauth.example.net.`,
    ]);
  });

  test.each<[string, string, string | undefined]>([
    ['its own endpoints', `${ISSUER}/token`, undefined],
    ['one on another host', 'https://oauth.example.net/token', 'endpoint_insecure'],
  ])('whose certificate nobody verifies may name %s: %s', async (_what, token_endpoint, code) => {
    const result = discover({ issuer: ISSUER, verified: false }, serving(answer({ ...METADATA, token_endpoint })));

    await (code === undefined ? expect(result).resolves.toBeDefined() : expect(result).rejects.toMatchObject({ code }));
  });

  test('is not verified with `tls_verify: false`', async () => {
    const inputs: Inputs = {
      platform: 'oauth2',
      issuer: ISSUER,
      client_id: 'i',
      client_secret: 's',
      tls_verify: 'false',
    };
    const ports = serving(answer({ ...METADATA, token_endpoint: 'https://oauth.example.net/token' }));

    await expect(login(parseSettings(inputs, fakeSurroundings()), ports)).rejects.toMatchObject({
      code: 'endpoint_insecure',
      message: expect.stringContaining('another host than the issuer, whose certificate is not verified'),
    });
    expect(ports.requests()).toEqual([OPENID]);
  });

  test.each<[string, string, string | undefined]>([
    ['its own endpoints', 'http://127.0.0.1:8080/token', undefined],
    ['one on another host', 'https://oauth.example.net/token', 'endpoint_insecure'],
    ['one on another port', 'http://127.0.0.1:9090/token', 'endpoint_insecure'],
  ])('over plain http may name %s: %s', async (_what, token_endpoint, code) => {
    const issuer = 'http://127.0.0.1:8080';
    const result = discover({ issuer, verified: true }, serving(answer({ issuer, token_endpoint })));

    await (code === undefined ? expect(result).resolves.toBeDefined() : expect(result).rejects.toMatchObject({ code }));
  });

  test.each([[true], [false]])('over plain http is told so, with `tls_verify: %s`', async (verified) => {
    const issuer = 'http://127.0.0.1:8080';
    const metadata = answer({ issuer, token_endpoint: 'https://oauth.example.net/token' });

    await expect(discover({ issuer, verified }, serving(metadata))).rejects.toMatchObject({
      message: expect.stringContaining('another host than the issuer, which is plain http'),
    });
  });
});

describe('a login at an issuer', () => {
  const INPUTS: Inputs = { platform: 'oauth2', issuer: ISSUER, client_id: 'i', client_secret: 's' };
  const BASIC = `Basic ${Buffer.from('i:s').toString('base64')}`;

  /** How the client proved itself to a server that offers these methods. */
  async function proofFor(methods: unknown, more: Inputs = {}) {
    const metadata = answer({ ...METADATA, token_endpoint_auth_methods_supported: methods });
    const ports = fakePorts(({ method }) =>
      Promise.resolve(method === 'GET' ? metadata : answer({ access_token: 'a' })),
    );
    await login(parseSettings({ ...INPUTS, ...more }, fakeSurroundings()), ports);
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
  ])('that offers %j, told %j, sends the secret by %s', async (methods, more, way) => {
    const posted = 'grant_type=client_credentials&client_id=i&client_secret=s';

    await expect(proofFor(methods, more)).resolves.toEqual(
      way === 'basic' ? [BASIC, 'grant_type=client_credentials'] : [undefined, posted],
    );
  });

  test.each<[string, Inputs, string]>([
    ['the endpoint that it names', {}, 'POST /x?y=z'],
    ['the one for certificates when a certificate is given', { pkcs12: 'client.p12' }, 'POST /mutual'],
  ])('goes to %s', async (_which, more, expected) => {
    const metadata = answer({
      ...METADATA,
      token_endpoint: 'https://oauth.example.net/x?y=z',
      mtls_endpoint_aliases: { token_endpoint: 'https://mtls.example.net/mutual' },
    });
    const ports = fakePorts(({ method }) =>
      Promise.resolve(method === 'GET' ? metadata : answer({ access_token: 'a' })),
    );
    await login(parseSettings({ ...INPUTS, ...more }, fakeSurroundings()), ports);

    expect(ports.requests()).toEqual([OPENID, expected]);
  });
});
