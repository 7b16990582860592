import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { isRefusal, loginRefusal } from '../../../src/login/refusal.js';
import type { Credentials } from '../../../src/oauth/credentials.js';
import { chariot } from '../../../src/platforms/chariot.js';
import { descarteslabs } from '../../../src/platforms/descarteslabs.js';
import { keycloak } from '../../../src/platforms/keycloak.js';
import { oauth2 } from '../../../src/platforms/oauth2.js';
import { adviceIn, answer, exchangeOf } from '../../support/fake-ports.js';

const CREDENTIALS: Credentials = {
  clientId: 'id',
  grant: { type: 'client_credentials' },
  clientAuthentication: { method: 'client_secret_post', clientSecret: 'client-secret-1' },
  negotiable: false,
  scope: undefined,
  audience: undefined,
};

describe('isRefusal', () => {
  test.each([
    [200, { access_token: 't' }, false],
    [200, { access_token: 't', error: 'invalid_client' }, false],
    [200, { error: '' }, false],
    [200, {}, false],
    [200, { error: 'invalid_client' }, true],
    [200, { errorCode: 'E1' }, true],
    [201, { access_token: 't' }, false],
    [302, { access_token: 't' }, true],
    [400, {}, true],
  ])('With status %d and the body %j, a response rejects the login: %s', (status, body, expected) => {
    expect(isRefusal(answer(body, { status }), chariot)).toBe(expected);
  });

  test('Any other success than the documented one rejects the login', () => {
    const token = { access_token: 't' };

    expect(isRefusal(answer(token, { status: 201 }), descarteslabs)).toBe(true);
    expect(isRefusal(answer(token, { status: 200 }), descarteslabs)).toBe(false);
  });
});

describe('loginRefusal', () => {
  test.each([
    [400, { error: 'invalid_request' }, 'invalid_request'],
    [400, { error: 'invalid_client' }, 'invalid_client'],
    [400, { error: 'invalid_grant', error_description: 'gone' }, 'invalid_grant'],
    [400, { error: 'unauthorized_client' }, 'unauthorized_client'],
    [400, { error: 'unsupported_grant_type' }, 'unsupported_grant_type'],
    [400, { error: 'invalid_scope' }, 'invalid_scope'],
    [401, { error: 'invalid_client' }, 'invalid_client'],
    [500, { error: 'invalid_grant' }, 'invalid_grant'],
    [400, { error: 'odd_code' }, 'invalid_request'],
    [400, 'no JSON', 'invalid_request'],
    [401, { error: 'invalid bearer token' }, 'invalid_client'],
    [403, {}, 'invalid_client'],
    [404, '404 page not found', 'endpoint_not_found'],
    [405, {}, 'endpoint_not_found'],
    [429, {}, 'server_failed'],
    [503, {}, 'server_failed'],
    [418, {}, 'response_invalid'],
    [400, '<!doctype html><title>Proxy</title>', 'response_invalid'],
    [422, { title: 'Unknown resource' }, 'invalid_request'],
    [200, { error: 'bad_verification_code' }, 'invalid_request'],
    [200, { error: 'invalid_client' }, 'invalid_client'],
    [401, { errorCode: 'invalid_grant', errorSummary: 'x' }, 'invalid_grant'],
    [400, { error: { code: 'invalid_scope', message: 'x' } }, 'invalid_scope'],
    [400, { errors: [{ message: 'x', code: 'access_denied' }] }, 'access_denied'],
  ])('A response with status %d and the body %j has the code %s', (status, body, code) => {
    expect(loginRefusal(exchangeOf(answer(body, { status })), chariot, { credentials: CREDENTIALS }).code).toBe(code);
  });

  test('On Chariot, the advice mentions expired credentials if credentials may be the cause', () => {
    const adviceFor = (error: string) =>
      adviceIn(loginRefusal(exchangeOf(answer({ error }, { status: 400 })), chariot, { credentials: CREDENTIALS }));

    expect(adviceFor('invalid_client')).toMatch(/expire after at most a year/);
    expect(adviceFor('invalid_grant')).toMatch(/expire after at most a year/);
    expect(adviceFor('invalid_scope')).toBeUndefined();
  });
});

/** Responses of Keycloak: status, body, how the client logged in, code, and words of the advice. */
type Row = readonly [
  status: number,
  body: unknown,
  how: 'password' | 'refresh' | 'secret' | 'public',
  code: string,
  advice: string,
];

const GRANTS = {
  password: { type: 'password', username: 'u', password: 'p' },
  refresh: { type: 'refresh_token', refreshToken: 'r' },
  secret: { type: 'client_credentials' },
  public: { type: 'password', username: 'u', password: 'p' },
} as const satisfies Record<Row[2], Credentials['grant']>;

const said = (error: string, description?: string) =>
  description === undefined ? { error } : { error, error_description: description };

describe('loginRefusal with the refusals of Keycloak', () => {
  const wrong = said('invalid_grant', 'Invalid user credentials');
  const client = 'Invalid client or Invalid client credentials';
  test.each<Row>([
    [401, wrong, 'password', 'invalid_grant', 'locked after too many wrong passwords, or another login of this user'],
    [400, wrong, 'password', 'invalid_grant', '`username` or `password` is wrong'],
    [400, said('invalid_grant', 'Account disabled'), 'password', 'invalid_grant', 'is disabled'],
    [
      400,
      said('invalid_grant', 'Account is not fully set up'),
      'password',
      'invalid_grant',
      'log in to the platform in a browser',
    ],
    [
      400,
      said('unauthorized_client', 'Client not allowed for direct access grants'),
      'password',
      'unauthorized_client',
      'Direct access grants',
    ],
    [400, said('invalid_client', 'Client requires user consent'), 'password', 'invalid_client', 'requires the consent'],
    [
      401,
      said('invalid_request', "User 'service-account-x' disabled"),
      'secret',
      'invalid_request',
      'service account of the client',
    ],
    [401, said('invalid_client', client), 'public', 'invalid_client', 'is unknown to the server'],
    [401, said('invalid_client', client), 'secret', 'invalid_client', 'is unknown to the server'],
    [
      401,
      said('unauthorized_client', client),
      'public',
      'unauthorized_client',
      'The `client_secret`, key or ID token of the client',
    ],
    [
      401,
      said('invalid_request', 'The associated service account for the client does not exist'),
      'secret',
      'invalid_request',
      'service account of the client',
    ],
    [
      401,
      said('unauthorized_client', client),
      'secret',
      'unauthorized_client',
      'The `client_secret`, key or ID token of the client',
    ],
    [
      401,
      said('unauthorized_client', 'Invalid client secret'),
      'secret',
      'unauthorized_client',
      'The `client_secret`, key or ID token of the client',
    ],
    [
      401,
      said('unauthorized_client', 'Client secret not provided in request'),
      'public',
      'unauthorized_client',
      'is wrong, missing',
    ],
    [
      400,
      said('unauthorized_client', 'Unexpected error when authenticating client'),
      'secret',
      'unauthorized_client',
      'could not read the client',
    ],
    [
      401,
      said('unauthorized_client', 'Public client not allowed to retrieve service account'),
      'secret',
      'unauthorized_client',
      'Service accounts roles',
    ],
    [
      401,
      said('unauthorized_client', 'Client not enabled to retrieve service account'),
      'secret',
      'unauthorized_client',
      'Service accounts roles',
    ],
    [
      400,
      said('unauthorized_client', 'Anything else'),
      'secret',
      'unauthorized_client',
      'is not allowed to use this grant',
    ],
    [400, said('invalid_grant', 'Token is not active'), 'refresh', 'invalid_grant', 'or its session was ended'],
    [400, said('invalid_grant', 'Session not active'), 'refresh', 'invalid_grant', 'or its session was ended'],
    [
      400,
      said('invalid_grant', 'Maximum allowed refresh token reuse exceeded'),
      'refresh',
      'invalid_grant',
      'a stored one works only once. Store a new one, or use other credentials',
    ],
    [400, said('invalid_client', 'Unable to load public key'), 'secret', 'invalid_client', 'no key with this'],
    [
      400,
      said('invalid_client', 'Client authentication with signed JWT failed: Signature on JWT token failed validation'),
      'secret',
      'invalid_client',
      'does not belong to the registered key',
    ],
    [400, said('invalid_client', 'Token is not active'), 'secret', 'invalid_client', 'The clocks of the runner'],
    [
      400,
      said('invalid_client', 'Token was issued too far in the past to be used now'),
      'secret',
      'invalid_client',
      'The clocks of the runner',
    ],
    [403, said('invalid_request', 'HTTPS required'), 'secret', 'invalid_request', 'requires TLS'],
    [403, said('access_denied', 'Realm not enabled'), 'secret', 'access_denied', 'is disabled'],
    [404, said('Realm does not exist'), 'secret', 'endpoint_not_found', 'The realm in `tenant` does not exist'],
    [404, said('Unable to find matching target resource method'), 'secret', 'endpoint_not_found', 'have no `/auth`'],
    [404, '<!doctype html><p>Resource not found', 'secret', 'endpoint_not_found', 'add that to the end of `url`'],
    [400, said('invalid_client', 'Token reuse detected'), 'secret', 'invalid_client', 'accepts each token only once'],
    [
      400,
      said('invalid_client', 'Invalid token audience'),
      'secret',
      'invalid_client',
      'the exact address of the realm',
    ],
  ])('Status %d with %j after a login by %s is %s, and the advice contains: %s', (...row) => {
    const [status, body, how, code, advice] = row;
    const clientAuthentication = how === 'secret' ? CREDENTIALS.clientAuthentication : ({ method: 'none' } as const);
    const credentials = { ...CREDENTIALS, grant: GRANTS[how], clientAuthentication };
    const contentType = typeof body === 'string' ? 'text/html' : 'application/json';
    const error = loginRefusal(exchangeOf(answer(body, { status, contentType })), keycloak, { credentials });

    expect([error.code, adviceIn(error)]).toEqual([code, expect.stringContaining(advice)]);
  });

  test.each([
    [400, said('unsupported_grant_type', 'Unsupported grant_type'), 'unsupported_grant_type'],
    [400, said('invalid_request', 'No refresh token'), 'invalid_request'],
    [401, said('invalid_request', 'Missing parameter: username'), 'invalid_request'],
    [503, '', 'server_failed'],
  ])('Status %d with %j has no advice', (status, body, code) => {
    const error = loginRefusal(exchangeOf(answer(body, { status })), keycloak, { credentials: CREDENTIALS });

    expect([error.code, adviceIn(error)]).toEqual([code, undefined]);
  });

  test('On another OAuth server, there is the same advice, except for tenants and prefixes', () => {
    const adviceOf = (status: number, body: unknown) =>
      adviceIn(loginRefusal(exchangeOf(answer(body, { status })), oauth2, { credentials: CREDENTIALS }));

    expect(adviceOf(401, said('unauthorized_client', client))).toContain(
      'The `client_secret`, key or ID token of the client',
    );
    expect(adviceOf(404, said('Realm does not exist'))).toContain('set `platform: keycloak`');
    expect(adviceOf(403, said('access_denied', 'Realm not enabled'))).toBeUndefined();
  });
});

test.each([chariot, oauth2, descarteslabs])(
  'The answer of a Keycloak to another platform names `platform: keycloak`',
  (platform) => {
    for (const error of ['Unable to find matching target resource method', 'Realm does not exist']) {
      const refusal = loginRefusal(exchangeOf(answer({ error }, { status: 404 })), platform, {
        credentials: CREDENTIALS,
      });

      expect([refusal.code, adviceIn(refusal)]).toEqual([
        'endpoint_not_found',
        'The server is a Keycloak. If your platform is a Keycloak, set `platform: keycloak`',
      ]);
    }
  },
);

describe('loginRefusal with an ID token', () => {
  const trust = 'The ID token of this workflow contains …';
  const adviceOf = (error: string, status: number) =>
    adviceIn(loginRefusal(exchangeOf(answer({ error }, { status })), oauth2, { credentials: CREDENTIALS, trust }));

  test('The advice describes the ID token if missing trust may be the cause', () => {
    expect(adviceOf('invalid_client', 401)).toMatch(/another client authentication\. Check `client_id`\. The ID token/);
    expect(adviceOf('invalid_grant', 400)).toBe(trust);
    expect(adviceOf('unauthorized_client', 401)).toMatch(/ returns unauthorized_client for that\. The ID token/);
    expect(adviceOf('invalid_scope', 400)).toBeUndefined();
    expect(adviceOf('invalid_client', 503)).toContain(trust);
  });
});

describe('loginRefusal and what the action chose itself', () => {
  const { privateKey: key } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signing = { key, algorithms: ['ES256'], keyId: undefined } as const;
  const signed = { method: 'private_key_jwt', key: signing, audience: 'https://a' } as const;
  const adviceOf = (error: object, change: Partial<Credentials>, issuer?: string) => {
    const presented = { credentials: { ...CREDENTIALS, ...change }, issuer };
    return adviceIn(loginRefusal(exchangeOf(answer(error, { status: 400 })), { ...oauth2, refusals: [] }, presented));
  };

  test.each<[issuer: string | undefined, what: string]>([
    ['https://i', 'the issuer is "https://i"'],
    [undefined, 'no issuer is set'],
  ])('With the issuer %j, a rejected assertion is described', (issuer, what) => {
    expect(adviceOf({ error: 'invalid_client' }, { clientAuthentication: signed }, issuer)).toBe(
      `The signed assertion contains the \`aud\` "https://a"; ${what}, and the token endpoint is "https://chariot.example.com/some/path?q=1". If the server expects another \`aud\`, set it in \`assertion_audience\``,
    );
  });

  test.each([
    ['client_secret_basic', 'client_secret_post'],
    ['client_secret_post', 'client_secret_basic'],
  ] as const)('If the action chose %s, the advice names %s', (method, other) => {
    const clientAuthentication = { method, clientSecret: 's' };

    expect(adviceOf({ error: 'invalid_client' }, { clientAuthentication, negotiable: true })).toBe(
      `The action chose \`client_authentication: ${method}\` itself. If the client is registered for the other method, set \`client_authentication: ${other}\``,
    );
    expect(adviceOf({ error: 'invalid_client' }, { clientAuthentication })).toBeUndefined();
  });

  test('The scope of `whoami` is described', () => {
    const openid = { scope: 'openid', addsScope: true };

    expect(adviceOf({ error: 'invalid_scope' }, openid)).toBe(
      'The step requested the scope "openid" itself, because `whoami` is true. If the client may not request it, remove `whoami`',
    );
    expect(adviceOf({ error: 'invalid_scope' }, { scope: 'openid' })).toBeUndefined();
  });

  test.each([
    ['invalid_grant', { clientAuthentication: signed }],
    ['invalid_scope', { clientAuthentication: signed }],
    ['invalid_grant', { negotiable: true }],
    ['invalid_client', { scope: 'openid', addsScope: true }],
  ])('The error %s is not explained by another choice', (error, change) => {
    expect(adviceOf({ error }, change)).toBeUndefined();
  });

  test.each(['unauthorized_client', 'invalid_request'])(
    'The error %s is explained by the choices of the action',
    (error) => {
      expect(adviceOf({ error }, { clientAuthentication: signed })).toContain('set it in `assertion_audience`');
      expect(adviceOf({ error }, { negotiable: true }) !== undefined).toBe(error === 'unauthorized_client');
    },
  );

  test('An assertion that the server has accepted is not described', () => {
    const error = { error: 'invalid_client', error_description: 'Token reuse detected' };
    const presented = { credentials: { ...CREDENTIALS, clientAuthentication: signed } };

    expect(adviceIn(loginRefusal(exchangeOf(answer(error, { status: 400 })), oauth2, presented))).toBe(
      'This token was presented before, and the server accepts each token only once. Run the job again',
    );
  });
});
