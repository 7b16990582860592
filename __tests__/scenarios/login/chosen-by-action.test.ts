import { describe, expect, test } from '@jest/globals';
import { parseJwt } from '../../../emulator/jwt.js';
import { exampleBackend, type Realm, type RealmClient } from '../../../emulator/realm/index.js';
import { answered, answerLine, failure, formOf, judge, type LoginJob } from '../../../harness/jobs/login-job.js';
import { addressOf, type RealmServers, runRealmJob, stepOn, withRealm } from '../../../harness/jobs/realm-job.js';
import { changes, loggedIn, signed } from '../../support/realm-logins.js';

/** A server rejects what the action chose itself: the audience of an assertion, the way of a secret, a scope. */

const REALM = 'https://realm/realms/example';
const ENDPOINT = `${REALM}/protocol/openid-connect/token`;
const audienceOf = (job: LoginJob) => parseJwt(formOf(job)['client_assertion'] ?? '')?.claims['aud'];

describe('The audience of a signed assertion', () => {
  const strict: Partial<Realm> = { ...changes, other: { tokenEndpointAudience: true } };
  const key = signed('ES256');
  const login = (more: (servers: RealmServers) => Record<string, string>) =>
    runRealmJob('oauth2', { realm: strict, inputs: (servers) => ({ ...key, ...more(servers) }) });
  const endpointOf = ({ realm }: RealmServers) => `${realm.issuer}/protocol/openid-connect/token`;
  const refused = (sent: string, issuer: string) =>
    failure(
      'invalid_client',
      answerLine(
        `The login to the OAuth 2.0 server failed: POST ${ENDPOINT}`,
        answered(400),
        `: "invalid_client: Invalid token audience". The server expects another audience, usually the exact address of the realm. The signed assertion contains the \`aud\` "${sent}"; ${issuer}, and the token endpoint is "${ENDPOINT}". If the server expects another \`aud\`, set it in \`assertion_audience\`.`,
      ),
    );

  test('If the server expects another audience, the error names what was sent and the input', async () => {
    const job = await login(() => ({}));

    expect(judge(job)).toEqual(refused(REALM, `the issuer is "${REALM}"`));
    expect(job.requests).toHaveLength(2);
  });

  test('With `token_url` alone, the error says that no issuer is set', async () => {
    const wrong = 'https://elsewhere.example.com';
    const job = await login((servers) => ({
      issuer: '',
      token_url: endpointOf(servers),
      assertion_audience: wrong,
    }));

    expect(judge(job)).toEqual(refused(wrong, 'no issuer is set'));
    expect(audienceOf(job)).toBe(wrong);
  });

  test('With `token_url` and `issuer`, the audience is the issuer', async () => {
    const job = await login((servers) => ({ token_url: endpointOf(servers) }));

    expect(judge(job)).toEqual(refused(REALM, `the issuer is "${REALM}"`));
    expect(job.requests).toHaveLength(1);
  });

  test('`assertion_audience` replaces the audience of the login and of the revocation', () =>
    withRealm('oauth2', strict, async (servers) => {
      const audience = endpointOf(servers);
      const inputs = { ...addressOf('oauth2', servers.realm), ...key, assertion_audience: audience };
      const job = await stepOn(servers, { inputs });
      const post = await stepOn(servers, { entry: 'post', state: job.state, inputs: {} });

      expect(judge(job)).toEqual(loggedIn('oauth2', { who: 'as signed-ES256' }));
      expect([audienceOf(job), audienceOf(post)]).toEqual([audience, audience]);
      expect(judge(post).log).toEqual(['No files to remove. The token of this step was revoked.']);
    }));

  test('Without a signed assertion, `assertion_audience` is rejected before any request', async () => {
    const inputs = { client_id: 'example-backend', client_secret: 'example-backend-client-secret' };
    const job = await runRealmJob('oauth2', { inputs: { ...inputs, assertion_audience: 'https://h' } });

    expect(judge(job)).toEqual(
      failure(
        'input_conflict',
        '`assertion_audience` and `client_secret` cannot be combined: this login does not use `assertion_audience`.',
      ),
    );
    expect(job.requests).toEqual([]);
  });
});

describe('The way in which a client secret is sent', () => {
  const secret = 'example-backend-client-secret';
  const clientFor = (only: 'client_secret_basic' | 'client_secret_post'): RealmClient => ({
    ...exampleBackend,
    authentication: { kind: 'secret', secret, only },
  });
  const backend = { client_id: exampleBackend.clientId, client_secret: secret };
  const text =
    'Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method).';

  test('If the server rejects Basic, which the action chose, the error names the other method', async () => {
    const realm = { clients: [clientFor('client_secret_post')] };
    const job = await runRealmJob('oauth2', { realm, inputs: backend });

    expect(judge(job)).toEqual(
      failure(
        'invalid_client',
        answerLine(
          `The login to the OAuth 2.0 server failed: POST ${ENDPOINT}`,
          answered(401),
          `: "invalid_client: ${text} The OAuth 2.0 Client supports client authentication method 'client_secret_post', but method 'client_secret_basic' was requested.". The client is unknown to the server, disabled, or must use another client authentication. Check \`client_id\`. The action chose \`client_authentication: client_secret_basic\` itself. If the client is registered for the other method, set \`client_authentication: client_secret_post\`.`,
        ),
      ),
    );
  });

  test('With the other method, the login succeeds', async () => {
    const realm = { clients: [clientFor('client_secret_post')] };
    const inputs = { ...backend, client_authentication: 'client_secret_post' };

    expect(judge(await runRealmJob('oauth2', { realm, inputs }))).toEqual(loggedIn('oauth2'));
  });

  test('If the workflow chose the method, the error names no other one', async () => {
    const realm = { clients: [clientFor('client_secret_post')] };
    const inputs = { ...backend, client_authentication: 'client_secret_basic' };
    const { log } = judge(await runRealmJob('oauth2', { realm, inputs }));

    expect(log).toEqual([expect.not.stringContaining('The action chose')]);
  });
});

describe('The scope that only `whoami` needs', () => {
  const fault = {
    kind: 'answer',
    status: 400,
    headers: { 'content-type': 'application/json' },
    // Source: ory/fosite, the client credentials handler.
    body: JSON.stringify({
      error: 'invalid_scope',
      error_description:
        "The requested scope is invalid, unknown, or malformed. The OAuth 2.0 Client is not allowed to request scope 'openid'.",
    }),
  } as const;
  const backend = { client_id: 'example-backend', client_secret: 'example-backend-client-secret', whoami: 'true' };
  const login = (inputs: Record<string, string>) =>
    runRealmJob('keycloak', { inputs: { ...backend, ...inputs }, faults: [['token', fault]] });
  const what = answerLine(
    `The login to Keycloak failed: POST ${ENDPOINT}`,
    answered(400),
    `: "invalid_scope: The requested scope is invalid, unknown, or malformed. The OAuth 2.0 Client is not allowed to request scope 'openid'.".`,
  );

  test('If the server rejects it, the error says that the step requested it for `whoami`', async () => {
    expect(judge(await login({}))).toEqual(
      failure('invalid_scope', {
        ...what,
        also: 'The step requested the scope "openid" itself, because `whoami` is true. If the client may not request it, remove `whoami`.',
      }),
    );
  });

  test('If the workflow requested it, the error does not mention `whoami`', async () => {
    expect(judge(await login({ scope: 'openid' }))).toEqual(failure('invalid_scope', what));
  });
});
