import { describe, expect, test } from '@jest/globals';
import type { RunningRealm } from '../../../emulator/realm/index.js';
import { type LifeOptions, live } from '../../../harness/jobs/life-job.js';

/** The endpoint that revokes is in a document that main did not read: the post step reads it. */

const CLIENT = { client_id: 'example-backend', client_secret: 'example-backend-client-secret' };
const OAUTH2 = { platform: 'oauth2', url: '', ...CLIENT };
const atIssuer = ({ issuer }: RunningRealm) => ({ ...OAUTH2, issuer });
const atTokenUrl = ({ issuer }: RunningRealm) => ({
  ...OAUTH2,
  issuer,
  token_url: `${issuer}/protocol/openid-connect/token`,
});

const OPENID = 'GET openid-configuration ';
const RFC8414 = 'GET example ';
const REVOKE = 'POST revoke token,token_type_hint';
const REVOKED = 'No files to remove. The token of this step was revoked.';
const NO_ENDPOINT =
  'No files to remove. The token was not revoked, because the metadata of the server contains no `revocation_endpoint`. It stays valid until <time>.';
const asDjango = { other: { revocationIn: 'inserted' } } as const;
const APPENDED = 'GET oauth-authorization-server ';

/** The requests of both steps and the line of the post step. */
async function outcome(options: LifeOptions) {
  let main: string[] = [];
  const between: LifeOptions['between'] = (realm, run) => {
    main = realm.requests.map(({ method, target }) => `${method} ${target.split('/').at(-1)}`);
    return options.between?.(realm, run);
  };
  const secrets = [CLIENT.client_secret];
  const life = await live({ secrets, ...options, between });
  return {
    exits: [life.main.exitCode, life.post.exitCode],
    main,
    line: life.line,
    post: life.asked,
    problems: life.problems,
  };
}

const good = (main: string[], line: string, post: string[]) => ({ exits: [0, 0], main, line, post, problems: [] });
const LOGIN = ['GET openid-configuration', 'POST token'];

describe('If the document of OpenID Connect names no revocation endpoint', () => {
  test('The post step reads the document of RFC 8414 and revokes the token', async () => {
    expect(await outcome({ realm: asDjango, inputs: atIssuer })).toEqual(good(LOGIN, REVOKED, [RFC8414, REVOKE]));
  });

  test('The post step also finds the document of RFC 8414 below the path of the issuer', async () => {
    const realm = { other: { revocationIn: 'appended' } } as const;

    expect(await outcome({ realm, inputs: atIssuer })).toEqual(good(LOGIN, REVOKED, [RFC8414, APPENDED, REVOKE]));
  });

  test('With `revoke: false`, no document is requested', async () => {
    const inputs = (realm: RunningRealm) => ({ ...atIssuer(realm), revoke: 'false' });
    const line =
      'No files to remove. The token was not revoked, because `revoke` is false. It stays valid until <time>.';

    expect(await outcome({ realm: asDjango, inputs })).toEqual(good(LOGIN, line, []));
  });

  test('No document is requested for an expired token', async () => {
    const realm = { ...asDjango, accessTokenLifetimeSeconds: 0 };
    const line = 'No files to remove. The token of this step had expired.';

    expect(await outcome({ realm, inputs: atIssuer })).toEqual(good(LOGIN, line, []));
  });

  test('Without a second document, the token stays valid, and the post step says so', async () => {
    const between: LifeOptions['between'] = (realm) => realm.setFault('discovery', { kind: 'status', status: 404 });

    expect(await outcome({ realm: asDjango, inputs: atIssuer, between })).toEqual(
      good(LOGIN, NO_ENDPOINT, [RFC8414, APPENDED]),
    );
  });

  test('A second document of another issuer is not used, and receives no token', async () => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ issuer: 'https://elsewhere', revocation_endpoint: 'https://elsewhere/revoke' });
    const between: LifeOptions['between'] = (realm) =>
      realm.setFault('discovery', { kind: 'answer', status: 200, headers, body });

    expect(await outcome({ realm: asDjango, inputs: atIssuer, between })).toEqual(
      good(LOGIN, NO_ENDPOINT, [RFC8414, APPENDED]),
    );
  });

  test('A second document that cannot be read is a warning', async () => {
    const between: LifeOptions['between'] = (realm) => realm.setFault('discovery', { kind: 'status', status: 503 });
    const { line, problems } = await outcome({ realm: asDjango, inputs: atIssuer, between });

    expect([line, problems]).toEqual([
      'Warning: No files to remove. The token could not be revoked and stays valid until <time>. The discovery of the server failed: the server answered 503: "status 503" (GET https://realm/.well-known/oauth-authorization-server/realms/example, X-Request-ID <id>).',
      [],
    ]);
  });
});

describe('With `token_url` and `issuer`', () => {
  test('Main requests only the token, and the post step finds the endpoint in the metadata of the issuer', async () => {
    expect(await outcome({ inputs: atTokenUrl })).toEqual(good(['POST token'], REVOKED, [OPENID, REVOKE]));
  });

  test('The post step also reads the document of RFC 8414', async () => {
    expect(await outcome({ realm: asDjango, inputs: atTokenUrl })).toEqual(
      good(['POST token'], REVOKED, [OPENID, RFC8414, REVOKE]),
    );
  });

  test('`whoami` finds its endpoint in the metadata of the issuer', async () => {
    const inputs = (realm: RunningRealm) => ({ ...atTokenUrl(realm), whoami: 'true' });

    expect(await outcome({ inputs })).toEqual(
      good(['POST token', 'GET openid-configuration', 'GET userinfo'], REVOKED, [OPENID, REVOKE]),
    );
  });
});
