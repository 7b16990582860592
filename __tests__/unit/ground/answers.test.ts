import { describe, expect, test } from '@jest/globals';
import {
  answerError,
  codeOfStatus,
  describe as describeRequest,
  endpoint,
  errorBody,
  isLoopback,
  isSuccess,
  readJson,
} from '../../../src/answers.js';
import { reveal } from '../../../src/untrusted-text.js';
import { answer, exchangeOf } from '../../support/fake-ports.js';

describe('endpoint', () => {
  test.each([
    ['https://h', '/login', 'https://h/login'],
    ['https://h/', '/login', 'https://h/login'],
    ['https://h:8443/apps/chariot', '/login', 'https://h:8443/apps/chariot/login'],
    ['https://h/apps/', '/a/?x=1', 'https://h/apps/a/?x=1'],
    ['https://h', '/a%2Fb/c%20d', 'https://h/a%2Fb/c%20d'],
  ])('The base URL %s with the path %s becomes %s', (base, path, expected) => {
    expect(endpoint(new URL(base), path).href).toBe(expected);
  });
});

test('`describe` leaves out the query of a request', () => {
  expect(describeRequest(exchangeOf(answer({})).request)).toBe('GET https://chariot.example.com/some/path');
});

test.each([
  [199, false],
  [200, true],
  [204, true],
  [299, true],
  [300, false],
  [404, false],
  [0, false],
])('`isSuccess` of the status %d is %s', (status, expected) => {
  expect(isSuccess(answer({}, { status }))).toBe(expected);
});

describe('readJson', () => {
  test('A successful response is parsed as JSON, whatever its media type', () => {
    expect(readJson(exchangeOf(answer('{"a":["b"]}', { contentType: 'text/plain' })))).toEqual({ a: ['b'] });
  });

  test.each<[string, string, string, string]>([
    ['An empty body', '', 'application/json', 'with an empty body'],
    ['A body of blanks', ' \n', 'application/json', 'with an empty body'],
    ['A web page', '<p>hi</p>', 'text/html', 'with a web page instead of JSON'],
    [
      'A web page with the media type of JSON',
      '\n<!DOCTYPE html><html>',
      'application/json',
      'with a web page instead of JSON',
    ],
    ['Invalid JSON', '{"value":"hunter2"', 'application/json', 'with invalid JSON'],
    ['Plain text', 'hunter2', 'text/plain', 'with invalid JSON'],
  ])('%s is rejected, and the message quotes nothing of it', (_what, body, ...[contentType, reason]) => {
    const read = () => readJson(exchangeOf(answer(body, { contentType })));

    expect(read).toThrow(
      expect.objectContaining({
        code: 'response_invalid',
        message: `Asking failed: GET https://chariot.example.com/some/path answered 200 ${reason}`,
        said: undefined,
        cause: undefined,
      }),
    );
  });
});

describe('answerError', () => {
  test('The error contains the purpose, the request, the status, the request ID, the problem and the advice', () => {
    const exchange = exchangeOf(answer({}, { status: 500, requestId: 'r-1\r::x' }));

    const error = answerError('server_failed', exchange, { what: 'oddly', advice: 'Look there' });

    expect(error).toMatchObject({ code: 'server_failed', advice: 'Look there' });
    expect(reveal(error.message, (text) => text)).toBe(
      'Asking failed: GET https://chariot.example.com/some/path answered 500 (X-Request-ID "r-1 : :x") oddly',
    );
  });

  test.each([
    ['after the advice', 'Look there', 'Look there. This answer may come from the proxy "p"'],
    ['alone', undefined, 'This answer may come from the proxy "p"'],
  ])('The proxy that may have made the answer is named %s', (_where, advice, expected) => {
    const exchange = exchangeOf(answer('<p>', { status: 502, proxy: 'the proxy "p"' }));

    expect(answerError('server_failed', exchange, { advice }).advice).toBe(expected);
  });

  test.each<[string, Parameters<typeof answer>, string | undefined]>([
    ['The error of Chariot is', [{ error: 'invalid bearer token' }, { status: 401 }], 'invalid bearer token'],
    [
      "OAuth's error and its description are",
      [{ error: 'invalid_grant', error_description: 'gone' }, { status: 400 }],
      'invalid_grant: gone',
    ],
    ['A message is', [{ message: 'no' }, { status: 400 }], 'no'],
    [
      'The challenge, if the body is empty, is',
      [
        '',
        { status: 403, challenge: 'Bearer realm="x", error="insufficient_scope", error_description="Missing openid"' },
      ],
      'insufficient_scope: Missing openid',
    ],
    [
      'The error of the body, not that of the challenge, is',
      [{ error: 'a' }, { status: 401, challenge: 'Bearer error="b"' }],
      'a',
    ],
    ['A challenge without an error is not', ['', { status: 401, challenge: 'Bearer realm="x"' }], undefined],
    [
      'Plain text, which is cleaned only when it is printed, is',
      ['404 page\r::not found', { status: 404, contentType: 'text/plain' }],
      '404 page\r::not found',
    ],
    ['A web page is not', ['<html>secret</html>', { status: 502, contentType: 'text/html' }], undefined],
    [
      'A web page with the media type of plain text is not',
      ['<html>secret</html>', { status: 502, contentType: 'text/plain' }],
      undefined,
    ],
    [
      'A body of an unknown media type is not',
      ['secret', { status: 500, contentType: 'application/octet-stream' }],
      undefined,
    ],
    ['Another member of the body is not', [{ detail: 'secret' }, { status: 500 }], undefined],
    ['A member that is not a string is not', [{ error: { a: 'secret' } }, { status: 500 }], undefined],
    ['A body of blanks is not', [' ', { status: 500, contentType: 'text/plain' }], undefined],
    ['A successful response, which may contain secrets, is not', [{ error: 'secret' }, { status: 200 }], undefined],
  ])('%s quoted as the words of the server', (_what, response, said) => {
    expect(answerError('server_failed', exchangeOf(answer(...response))).said).toBe(said);
  });
});

describe('codeOfStatus', () => {
  test.each([
    [401, 'invalid_token'],
    [403, 'invalid_token'],
    [404, 'endpoint_not_found'],
    [405, 'endpoint_not_found'],
    [408, 'server_failed'],
    [425, 'server_failed'],
    [429, 'server_failed'],
    [500, 'server_failed'],
    [503, 'server_failed'],
    [400, 'response_invalid'],
    [410, 'response_invalid'],
    [304, 'response_invalid'],
  ])('The status %d becomes %s if a refusal is invalid_token', (status, expected) => {
    expect(codeOfStatus(answer({}, { status }), 'invalid_token')).toBe(expected);
  });
});

test.each([
  ['{"error":"x"}', { error: 'x' }],
  ['["x"]', {}],
  ['x', {}],
  ['', {}],
])('`errorBody` of %j is %j', (body, expected) => {
  expect(errorBody(answer(body))).toEqual(expected);
});

describe('isLoopback', () => {
  test.each(['localhost', '127.0.0.1', '127.0.0.2', '127.255.255.255', '[::1]'])(
    'The host %s is this machine',
    (host) => {
      expect(isLoopback(new URL(`http://${host}`).hostname)).toBe(true);
    },
  );

  test.each([
    'app.localhost',
    'localhost.',
    'localhost.example.com',
    'notlocalhost',
    '0.0.0.0',
    '10.0.0.1',
    '128.0.0.1',
    '127.0.0.1.example.com',
    '[::]',
    '[::2]',
    '[::ffff:127.0.0.1]',
    'example.com',
  ])('The host %s may be another machine', (host) => {
    expect(isLoopback(new URL(`http://${host}`).hostname)).toBe(false);
  });
});
