import { describe, expect, test } from '@jest/globals';
import { parseJson } from '../../../src/json.js';
import { issuedTokens, parseTokenResponse, responseRemarks, tokenSecrets } from '../../../src/login/token-response.js';
import { type Credentials, GRANT_TYPES, type Grant } from '../../../src/oauth/credentials.js';
import { chariot } from '../../../src/platforms/chariot.js';
import { descarteslabs } from '../../../src/platforms/descarteslabs.js';
import { keycloak } from '../../../src/platforms/keycloak.js';
import { answer, exchangeOf, jwt, NOW } from '../../support/fake-ports.js';

const read = (body: string, grant: Grant['type'] = 'client_credentials') =>
  parseTokenResponse(parseJson(body), exchangeOf(answer(body)), { platform: chariot, now: NOW, grant });

const IN_AN_HOUR = NOW.getTime() / 1000 + 3600;

describe('parseTokenResponse', () => {
  test.each<[string, string]>([
    ['without token_type', '{"access_token":"t"}'],
    ['with the type bearer', '{"access_token":"t","token_type":"bearer"}'],
    ['with the type BEARER', '{"access_token":"t","token_type":"BEARER"}'],
    ['with the type BearerToken of Apigee', '{"access_token":"t","token_type":"BearerToken"}'],
    ['with a blank after the type', '{"access_token":"t","token_type":"bearer "}'],
    ['with the type null', '{"access_token":"t","token_type":null}'],
    ['with unknown members', '{"access_token":"t","scope":"a b","x":{"y":[1]}}'],
  ])('A response %s is read', (_what, body) => {
    expect(read(body)).toEqual({
      value: 't',
      type: 'Bearer',
      claims: undefined,
      expiresAt: undefined,
      expiresIn: undefined,
    });
  });

  test.each<[string, string, string]>([
    ['without a token', '{"expires_in":1}', 'without a token (access_token)'],
    ['with an empty token', '{"access_token":""}', 'without a token (access_token)'],
    ['with the token null', '{"access_token":null}', 'without a token (access_token)'],
    ['with a number as token', '{"access_token":1}', 'without a token (access_token)'],
    ['with the token under another name', '{"token":"t"}', 'without a token (access_token)'],
    ['that is a list', '["t"]', 'without a token (access_token)'],
    ['that is a text', '"t"', 'without a token (access_token)'],
    [
      'with a token that contains a blank',
      '{"access_token":"hunter2 x"}',
      'with a token that cannot be sent in a header',
    ],
    [
      'with a token that contains CR and LF',
      '{"access_token":"hunter2\\r\\nX-Evil: 1"}',
      'with a token that cannot be sent in a header',
    ],
    [
      'with a token that ends with a line end',
      '{"access_token":"hunter2\\n"}',
      'with a token that cannot be sent in a header',
    ],
    ['with a token outside ASCII', '{"access_token":"hunter2ä"}', 'with a token that cannot be sent in a header'],
    [
      'with the type mac',
      '{"access_token":"hunter2","token_type":"mac"}',
      'with a token of the type "mac", not Bearer',
    ],
    [
      'with the type DPoP',
      '{"access_token":"hunter2","token_type":"DPoP"}',
      'with a token of the type "DPoP", not Bearer',
    ],
    [
      'with a type that only starts with Bearer',
      '{"access_token":"hunter2","token_type":"Bearer mac"}',
      'with a token of the type "Bearer mac", not Bearer',
    ],
    ['with an empty type', '{"access_token":"hunter2","token_type":""}', 'with a token of the type "", not Bearer'],
    [
      'with a type that is an object',
      '{"access_token":"hunter2","token_type":{}}',
      'with a token of the type "{}", not Bearer',
    ],
    [
      'with a type that is a number',
      '{"access_token":"hunter2","token_type":1}',
      'with a token of the type "1", not Bearer',
    ],
  ])('A response %s is rejected with a message that does not contain the token', (_what, body, reason) => {
    const message = `Asking failed: the server answered 200 ${reason}`;

    expect(() => read(body)).toThrow(expect.objectContaining({ code: 'response_invalid', message, said: undefined }));
  });
});

describe('parseTokenResponse and expires_in', () => {
  const lifetime = (member: string, token = 't') => {
    const { expiresIn, expiresAt } = read(`{"access_token":"${token}"${member}}`);
    return [expiresIn, expiresAt?.toISOString()];
  };

  test.each<[string, string, [number, string]]>([
    ['A number is used as it is', ',"expires_in":3600', [3600, '2026-11-25T13:00:00.000Z']],
    ['A number in a string is used', ',"expires_in":"3600"', [3600, '2026-11-25T13:00:00.000Z']],
    ['A fraction is cut off', ',"expires_in":59.9', [59, '2026-11-25T12:00:59.000Z']],
    ['An exponent is understood', ',"expires_in":6e1', [60, '2026-11-25T12:01:00.000Z']],
    ['A number with a fraction of zero is used', ',"expires_in":3600.0', [3600, '2026-11-25T13:00:00.000Z']],
    ['Zero means that the token is expired', ',"expires_in":0', [0, '2026-11-25T12:00:00.000Z']],
  ])('%s', (_title, member, expected) => {
    expect(lifetime(member)).toEqual(expected);
  });

  test.each([
    ['absent', ''],
    ...['null', '""', '" "', '-1', '"-1"', '"never"', '"soon"', 'true', '[]', '[60]', '{}', '1e400', '1e13'].map(
      (value) => [value, `,"expires_in":${value}`],
    ),
    ['the largest number of a 64-bit server', ',"expires_in":9223372036854775'],
  ])(
    'If expires_in is %s, the token is accepted and its expiry is in the claim exp, else unknown',
    (_what, member = '') => {
      expect(lifetime(member)).toEqual([undefined, undefined]);
      expect(lifetime(member, jwt({ exp: IN_AN_HOUR }))).toEqual([3600, '2026-11-25T13:00:00.000Z']);
    },
  );

  test('`expires_in` wins over the claim `exp`', () => {
    expect(lifetime(',"expires_in":60', jwt({ exp: IN_AN_HOUR }))).toEqual([60, '2026-11-25T12:01:00.000Z']);
  });
});

describe('parseTokenResponse after a token exchange', () => {
  const exchanged = (members: object) =>
    read(JSON.stringify({ access_token: 't', ...members }), GRANT_TYPES.token_exchange);

  test.each([
    ['N_A', 'N_A'],
    ['n_a', 'N_A'],
    ['Bearer', 'Bearer'],
  ])('The type %s is accepted as %s', (token_type, type) => {
    expect(exchanged({ token_type, issued_token_type: 'urn:x' }).type).toBe(type);
  });

  test.each<[string, object, string]>([
    ['without issued_token_type', { token_type: 'Bearer' }, 'without an issued_token_type'],
    [
      'with the type mac',
      { token_type: 'mac', issued_token_type: 'urn:x' },
      'with a token of the type "mac", not Bearer',
    ],
  ])('A response %s is rejected', (_what, members, reason) => {
    expect(() => exchanged(members)).toThrow(expect.objectContaining({ message: expect.stringContaining(reason) }));
  });

  test('The type N_A is rejected after another grant', () => {
    expect(() => read('{"access_token":"t","token_type":"N_A"}')).toThrow(
      expect.objectContaining({ message: expect.stringContaining('with a token of the type "N_A", not Bearer') }),
    );
  });
});

describe('issuedTokens and refresh tokens', () => {
  // The body is parsed as in a login: on Node 24, a number of it is an object.
  const refreshAfter = (grant: Grant['type'], body: string) => {
    const { refresh } = issuedTokens(parseJson(body), { platform: keycloak, now: NOW, grant });
    return refresh && [refresh.value, refresh.expiresAt?.toISOString()];
  };

  test.each<[string, string, unknown]>([
    [
      'A refresh token has an expiry',
      '{"refresh_token":"r","refresh_expires_in":60}',
      ['r', '2026-11-25T12:01:00.000Z'],
    ],
    [
      'The expiry of a refresh token may be a text',
      '{"refresh_token":"r","refresh_expires_in":"60"}',
      ['r', '2026-11-25T12:01:00.000Z'],
    ],
    ['A refresh token with 0 s does not expire', '{"refresh_token":"r","refresh_expires_in":0}', ['r', undefined]],
    ['A refresh token without an expiry is kept', '{"refresh_token":"r"}', ['r', undefined]],
    ['A negative expiry is ignored', '{"refresh_token":"r","refresh_expires_in":-1}', ['r', undefined]],
    [
      'An expiry that a date cannot contain is ignored',
      '{"refresh_token":"r","refresh_expires_in":1e13}',
      ['r', undefined],
    ],
    ['An empty refresh token is ignored', '{"refresh_token":""}', undefined],
    ['A refresh token that is a number is ignored', '{"refresh_token":1}', undefined],
    ['A response that is null has no refresh token', 'null', undefined],
  ])('%s', (_title, body, expected) => {
    expect(refreshAfter('password', body)).toEqual(expected);
  });

  test('After a refresh grant, the refresh token does not belong to this login', () => {
    expect(refreshAfter('refresh_token', '{"refresh_token":"r","refresh_expires_in":60}')).toBeUndefined();
  });
});

describe('issuedTokens', () => {
  const issued = (body: string) => issuedTokens(parseJson(body), { platform: keycloak, now: NOW, grant: 'password' });

  test.each([
    ['of the type mac', '{"access_token":"t","token_type":"mac","expires_in":60}', 't'],
    ['that no header can contain', '{"access_token":"a b","expires_in":60}', 'a b'],
  ])('A token %s was issued, although it is rejected', (_what, body, value) => {
    expect(issued(body).token).toMatchObject({ value, expiresIn: 60, expiresAt: new Date('2026-11-25T12:01:00.000Z') });
  });

  test.each(['{}', '[]', 'null', '"t"', '{"access_token":1}', '{"access_token":""}'])(
    'The response %s contains no token',
    (body) => {
      expect(issued(body)).toEqual({ token: undefined, refresh: undefined });
    },
  );
});

describe('responseRemarks', () => {
  const requested = (grant: Grant, scope?: string): Credentials => ({
    clientId: 'c',
    grant,
    clientAuthentication: { method: 'client_secret_post', clientSecret: 's' },
    negotiable: false,
    scope,
    audience: undefined,
  });
  const byClient: Grant = { type: 'client_credentials' };
  const byRefreshToken: Grant = { type: 'refresh_token', refreshToken: 'first' };
  const ROTATED =
    'The server returned a new `refresh_token`, which is not stored. If the server accepts each refresh token only once, store a new one before the next run.';

  test.each<[string | undefined, unknown]>([
    ['b a', { scope: 'a b' }],
    [undefined, { scope: 'a' }],
    ['a', {}],
    ['openid', { scope: 'openid profile' }],
    ['b', { scope: ['a'] }],
    ['a', null],
  ])('There is no remark if the scope %j was requested and the response is %j', (scope, body) => {
    expect(responseRemarks(body, requested(byClient, scope), keycloak)).toEqual([]);
  });

  test.each([
    ['a b', 'a'],
    ['a', 'a b'],
    ['a', 'A'],
    ['openid', 'profile'],
    ['openid email', 'openid profile'],
  ])('There is a remark if the scope %j was requested and %j was granted', (scope, granted) => {
    expect(responseRemarks({ scope: granted }, requested(byClient, scope), keycloak)).toEqual([
      `The server granted a different scope than the requested one: ${JSON.stringify(granted)}.`,
    ]);
  });

  test('There is a remark if the server returned a new refresh token', () => {
    expect(responseRemarks({ refresh_token: 'second' }, requested(byRefreshToken), keycloak)).toEqual([ROTATED]);
  });

  test.each([
    ['the refresh token is the same', { refresh_token: 'first' }, byRefreshToken, keycloak],
    ['the response contains no refresh token', {}, byRefreshToken, keycloak],
    ['the platform accepts a refresh token more than once', { refresh_token: 'second' }, byRefreshToken, descarteslabs],
    ['no refresh token was presented', { refresh_token: 'second' }, byClient, keycloak],
  ])('There is no remark if %s', (...[, body, grant, platform]) => {
    expect(responseRemarks(body, requested(grant), platform)).toEqual([]);
  });
});

describe('The longest token', () => {
  const [longest, longer] = ['t'.repeat(128 * 1024), 't'.repeat(128 * 1024 + 1)];
  const context = { platform: chariot, now: NOW, grant: 'client_credentials' } as const;

  test('A token of 128 KiB is read and masked', () => {
    expect(issuedTokens({ access_token: longest, refresh_token: longest }, context)).toMatchObject({
      token: { value: longest },
      refresh: { value: longest },
    });
    expect(tokenSecrets({ access_token: longest })).toEqual([longest]);
  });

  test('A longer token counts as none and is not masked, because its masks would take minutes', () => {
    expect(issuedTokens({ access_token: longer, refresh_token: longer }, context)).toEqual({});
    expect(tokenSecrets({ access_token: longer, refresh_token: longer, id_token: longer })).toEqual([]);
  });
});

describe('tokenSecrets', () => {
  test.each<[unknown, string[]]>([
    [{ access_token: 'a', refresh_token: 'r', id_token: 'i', expires_in: 1 }, ['a', 'r', 'i']],
    [{ access_token: 'a' }, ['a']],
    [{ access_token: 1, refresh_token: null, id_token: ['i'] }, []],
    [{}, []],
    [['a'], []],
    [null, []],
    ['a', []],
  ])('The secrets in the response %j are %j', (body, expected) => {
    expect(tokenSecrets(body)).toEqual(expected);
  });
});
