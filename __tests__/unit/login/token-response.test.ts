import { describe, expect, test } from '@jest/globals';
import { parseJson } from '../../../src/json.js';
import { parseTokenResponse, tokenSecrets } from '../../../src/login/token-response.js';
import { isBearerToken, readSuppliedToken } from '../../../src/oauth/token.js';
import { chariot } from '../../../src/platforms/chariot.js';
import { answer, exchangeOf, jwt, NOW } from '../../support/fake-ports.js';

const read = (body: string) =>
  parseTokenResponse(parseJson(body), exchangeOf(answer(body)), {
    platform: chariot,
    now: NOW,
    grant: 'client_credentials',
  });

const IN_AN_HOUR = NOW.getTime() / 1000 + 3600;

describe('the answer to a login', () => {
  test.each<[string, string]>([
    ['has no token_type', '{"access_token":"t"}'],
    ['has the type bearer', '{"access_token":"t","token_type":"bearer"}'],
    ['has the type BEARER', '{"access_token":"t","token_type":"BEARER"}'],
    ['has no type but null', '{"access_token":"t","token_type":null}'],
    ['has more than we know', '{"access_token":"t","scope":"a b","x":{"y":[1]}}'],
  ])('is read when it %s', (_what, body) => {
    expect(read(body)).toEqual({
      value: 't',
      type: 'Bearer',
      claims: undefined,
      expiresAt: undefined,
      expiresIn: undefined,
    });
  });

  test.each<[string, string, string]>([
    ['no token', '{"expires_in":1}', 'without a token (access_token)'],
    ['an empty token', '{"access_token":""}', 'without a token (access_token)'],
    ['null as token', '{"access_token":null}', 'without a token (access_token)'],
    ['a number as token', '{"access_token":1}', 'without a token (access_token)'],
    ['the token under another name', '{"token":"t"}', 'without a token (access_token)'],
    ['a list', '["t"]', 'without a token (access_token)'],
    ['a text', '"t"', 'without a token (access_token)'],
    ['a token with a blank', '{"access_token":"hunter2 x"}', 'with a token that cannot be sent in a header'],
    [
      'a token with CR and LF',
      '{"access_token":"hunter2\\r\\nX-Evil: 1"}',
      'with a token that cannot be sent in a header',
    ],
    [
      'a token with a line end behind it',
      '{"access_token":"hunter2\\n"}',
      'with a token that cannot be sent in a header',
    ],
    ['a token beyond ASCII', '{"access_token":"hunter2ä"}', 'with a token that cannot be sent in a header'],
    ['the type mac', '{"access_token":"hunter2","token_type":"mac"}', 'with a token that is no Bearer token but "mac"'],
    [
      'the type DPoP',
      '{"access_token":"hunter2","token_type":"DPoP"}',
      'with a token that is no Bearer token but "DPoP"',
    ],
    ['an empty type', '{"access_token":"hunter2","token_type":""}', 'with a token that is no Bearer token but ""'],
    [
      'a type that is no text',
      '{"access_token":"hunter2","token_type":{}}',
      'with a token that is no Bearer token but "{}"',
    ],
    [
      'a type that is a number',
      '{"access_token":"hunter2","token_type":1}',
      'with a token that is no Bearer token but "1"',
    ],
  ])('is refused with %s, and the message does not show the token', (_what, body, reason) => {
    const message = `Asking failed: GET https://chariot.example.com/some/path answered 200 ${reason}`;

    expect(() => read(body)).toThrow(expect.objectContaining({ code: 'response_invalid', message, said: undefined }));
  });
});

describe('the life of a token by the answer', () => {
  const lifetime = (member: string, token = 't') => {
    const { expiresIn, expiresAt } = read(`{"access_token":"${token}"${member}}`);
    return [expiresIn, expiresAt?.toISOString()];
  };

  test.each<[string, string, [number, string]]>([
    ['a number', ',"expires_in":3600', [3600, '2026-11-25T13:00:00.000Z']],
    ['a number in a string', ',"expires_in":"3600"', [3600, '2026-11-25T13:00:00.000Z']],
    ['a number with a fraction, cut', ',"expires_in":59.9', [59, '2026-11-25T12:00:59.000Z']],
    ['a number with an exponent', ',"expires_in":6e1', [60, '2026-11-25T12:01:00.000Z']],
    ['zero', ',"expires_in":0', [0, '2026-11-25T12:00:00.000Z']],
  ])('is %s', (_what, member, expected) => {
    expect(lifetime(member)).toEqual(expected);
  });

  test.each([
    ['absent', ''],
    ['null', ',"expires_in":null'],
    ['an empty text', ',"expires_in":""'],
    ['a blank text', ',"expires_in":" "'],
  ])('comes from the claim exp, else is unknown, where it is %s', (_what, member) => {
    expect(lifetime(member)).toEqual([undefined, undefined]);
    expect(lifetime(member, jwt({ exp: IN_AN_HOUR }))).toEqual([3600, '2026-11-25T13:00:00.000Z']);
  });

  test('wins over the claim exp', () => {
    expect(lifetime(',"expires_in":60', jwt({ exp: IN_AN_HOUR }))).toEqual([60, '2026-11-25T12:01:00.000Z']);
  });

  test.each(['-1', '"-1"', '"soon"', '"NaN"', 'true', '[]', '[60]', '{}', '1e400', '1e13', '"Infinity"', '"1 h"'])(
    'is refused as %s',
    (value) => {
      expect(() => lifetime(`,"expires_in":${value}`)).toThrow(
        expect.objectContaining({
          code: 'response_invalid',
          message: expect.stringMatching(/answered 200 with an expires_in that is no number of seconds$/),
        }),
      );
    },
  );
});

describe('a token at hand', () => {
  test.each<[string, string, [number | undefined, string | undefined]]>([
    ['ends by its claim', jwt({ exp: IN_AN_HOUR }), [3600, '2026-11-25T13:00:00.000Z']],
    [
      'ends by its claim with a fraction, of which whole seconds are left',
      jwt({ exp: IN_AN_HOUR + 0.5 }),
      [3600, '2026-11-25T13:00:00.500Z'],
    ],
    ['may have ended', jwt({ exp: IN_AN_HOUR - 7200 }), [-3600, '2026-11-25T11:00:00.000Z']],
    ['without the claim lives for nobody knows how long', jwt({ sub: 'x' }), [undefined, undefined]],
    ['that is no JWT too', 'opaque', [undefined, undefined]],
  ])('%s', (_what, value, expected) => {
    const token = readSuppliedToken(value, NOW);

    expect(token.value).toBe(value);
    expect([token.expiresIn, token.expiresAt?.toISOString()]).toEqual(expected);
  });

  test('tells its claims', () => {
    expect(readSuppliedToken(jwt({ sub: 'x' }), NOW).claims).toEqual({ sub: 'x' });
    expect(readSuppliedToken('opaque', NOW).claims).toBeUndefined();
  });
});

test.each([
  ['abc', true],
  ['a.b-c_d~e+f/g==', true],
  ['', false],
  ['=', false],
  ['a=b', false],
  ['a b', false],
  ['a\n', false],
  ['ä', false],
  ['"a"', false],
  ['a,b', false],
])('%j can be sent as a bearer token: %s', (text, expected) => {
  expect(isBearerToken(text)).toBe(expected);
});

test.each<[unknown, string[]]>([
  [{ access_token: 'a', refresh_token: 'r', id_token: 'i', expires_in: 1 }, ['a', 'r', 'i']],
  [{ access_token: 'a' }, ['a']],
  [{ access_token: 1, refresh_token: null, id_token: ['i'] }, []],
  [{}, []],
  [['a'], []],
  [null, []],
  ['a', []],
])('the secrets of the answer %j are %j', (body, expected) => {
  expect(tokenSecrets(body)).toEqual(expected);
});
