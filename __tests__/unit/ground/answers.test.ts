import { describe, expect, test } from '@jest/globals';
import {
  answerError,
  codeOfStatus,
  describe as describeRequest,
  endpoint,
  errorBody,
  isSuccess,
  readJson,
} from '../../../src/answers.js';
import { revealQuotes } from '../../../src/untrusted-text.js';
import { answer, exchangeOf } from '../../support/fake-ports.js';

describe('an address below the base URL', () => {
  test.each([
    ['https://h', '/login', 'https://h/login'],
    ['https://h/', '/login', 'https://h/login'],
    ['https://h:8443/apps/chariot', '/login', 'https://h:8443/apps/chariot/login'],
    ['https://h/apps/', '/a/?x=1', 'https://h/apps/a/?x=1'],
    ['https://h', '/a%2Fb/c%20d', 'https://h/a%2Fb/c%20d'],
  ])('%s and %s are %s', (base, path, expected) => {
    expect(endpoint(new URL(base), path).href).toBe(expected);
  });
});

test('a request is described without its query', () => {
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
])('status %d is a success: %s', (status, expected) => {
  expect(isSuccess(answer({}, { status }))).toBe(expected);
});

describe('a good answer', () => {
  test('is read as JSON, whatever media type it claims', () => {
    expect(readJson(exchangeOf(answer('{"a":1}', { contentType: 'text/plain' })))).toMatchObject({
      a: expect.anything(),
    });
  });

  test.each<[string, string, string, string]>([
    ['nothing', '', 'application/json', 'with an empty body'],
    ['blanks', ' \n', 'application/json', 'with an empty body'],
    ['a page', '<p>hi</p>', 'text/html', 'with a web page instead of JSON'],
    ['a page that claims to be JSON', '\n<!DOCTYPE html><html>', 'application/json', 'with a web page instead of JSON'],
    ['broken JSON', '{"value":"hunter2"', 'application/json', 'with invalid JSON'],
    ['text', 'hunter2', 'text/plain', 'with invalid JSON'],
  ])('is refused when it holds %s, and the message shows nothing of it', (_what, body, ...[contentType, reason]) => {
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

describe('an error about an answer', () => {
  test('says what was asked, the status, the number of the request, what is wrong, and what to look for', () => {
    const exchange = exchangeOf(answer({}, { status: 500, requestId: 'r-1\r::x' }));

    const error = answerError('server_failed', exchange, { what: 'oddly', advice: 'Look there' });

    expect(error).toMatchObject({ code: 'server_failed', advice: 'Look there' });
    expect(revealQuotes(error.message, (text) => text)).toBe(
      'Asking failed: GET https://chariot.example.com/some/path answered 500 (X-Request-ID "r-1 : :x") oddly',
    );
  });

  test.each<[string, Parameters<typeof answer>, string | undefined]>([
    ["Chariot's error", [{ error: 'invalid bearer token' }, { status: 401 }], 'invalid bearer token'],
    [
      "OAuth's error and its description",
      [{ error: 'invalid_grant', error_description: 'gone' }, { status: 400 }],
      'invalid_grant: gone',
    ],
    ['a message', [{ message: 'no' }, { status: 400 }], 'no'],
    [
      'the challenge, where the body says nothing',
      [
        '',
        { status: 403, challenge: 'Bearer realm="x", error="insufficient_scope", error_description="Missing openid"' },
      ],
      'insufficient_scope: Missing openid',
    ],
    ['the body before the challenge', [{ error: 'a' }, { status: 401, challenge: 'Bearer error="b"' }], 'a'],
    ['nothing of a challenge without an error', ['', { status: 401, challenge: 'Bearer realm="x"' }], undefined],
    [
      'plain text, raw: the edge cleans it',
      ['404 page\r::not found', { status: 404, contentType: 'text/plain' }],
      '404 page\r::not found',
    ],
    ['nothing of a page', ['<html>secret</html>', { status: 502, contentType: 'text/html' }], undefined],
    [
      'nothing of a page that claims to be text',
      ['<html>secret</html>', { status: 502, contentType: 'text/plain' }],
      undefined,
    ],
    ['nothing of an unknown kind', ['secret', { status: 500, contentType: 'application/octet-stream' }], undefined],
    ['nothing of other members', [{ detail: 'secret' }, { status: 500 }], undefined],
    ['nothing of members that are no text', [{ error: { a: 'secret' } }, { status: 500 }], undefined],
    ['nothing of an empty text', [' ', { status: 500, contentType: 'text/plain' }], undefined],
    ['nothing of a good answer, which may hold secrets', [{ error: 'secret' }, { status: 200 }], undefined],
  ])('carries %s', (_what, response, said) => {
    expect(answerError('server_failed', exchangeOf(answer(...response))).said).toBe(said);
  });
});

describe('the code of a status', () => {
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
  ])('%d is %s, where a refusal is invalid_token', (status, expected) => {
    expect(codeOfStatus(answer({}, { status }), 'invalid_token')).toBe(expected);
  });
});

test.each([
  ['{"error":"x"}', { error: 'x' }],
  ['["x"]', {}],
  ['x', {}],
  ['', {}],
])('the members of the error body %j are %j', (body, expected) => {
  expect(errorBody(answer(body))).toEqual(expected);
});
