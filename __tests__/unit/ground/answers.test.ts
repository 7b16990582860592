import { describe, expect, test } from '@jest/globals';
import {
  answerError,
  codeOfStatus,
  describe as describeRequest,
  endpoint,
  errorBody,
  isSuccess,
  oauthErrorOf,
  readJson,
} from '../../../src/answers.js';
import { isLoopback } from '../../../src/ports.js';
import { isPage } from '../../../src/server-words.js';
import { reveal } from '../../../src/untrusted-text.js';
import { answer, exchangeOf, NOW } from '../../support/fake-ports.js';

const PROBLEM = { contentType: 'application/problem+json' };
const FORM = { contentType: 'application/x-www-form-urlencoded' };

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

test('`describe` cuts a long path, which the metadata of a server can contain', () => {
  const { request } = exchangeOf(answer({}));
  const url = new URL(`https://h.example.com/${'!'.repeat(1000)}`);

  expect(reveal(describeRequest({ ...request, url }), (text) => text)).toMatch(
    /^GET https:\/\/h\.example\.com\/!{58}…!{20}$/,
  );
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
    expect(readJson(exchangeOf(answer('\n{"a":["b"]}', { contentType: 'text/html' })))).toEqual({ a: ['b'] });
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
        message: `Asking failed: the server answered 200 ${reason}`,
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

    expect(error).toMatchObject({
      code: 'server_failed',
      message: 'Asking failed: the server answered 500 oddly',
      advice: ['Look there'],
      request: { layer: 'answer' },
    });
    expect(reveal(error.request?.text ?? '', (text) => text)).toBe(
      'GET https://chariot.example.com/some/path, X-Request-ID "r-1 : :x"',
    );
  });

  test('The proxy that may have made the answer is a fact, and replaces no hint', () => {
    const exchange = exchangeOf(answer('<p>', { status: 502, proxy: 'the proxy "p"' }));

    expect(answerError('server_failed', exchange)).toMatchObject({
      facts: ['This answer may come from the proxy "p"'],
      advice: [],
    });
  });

  test.each<[status: number, aheadMs: number | undefined, expected: string[]]>([
    [401, -300_000, ['The clock of this runner is 5 min behind the clock of the server, which may be the cause']],
    [400, 7_200_000, ['The clock of this runner is 120 min ahead of the clock of the server, which may be the cause']],
    [403, 60_000, ['The clock of this runner is 1 min ahead of the clock of the server, which may be the cause']],
    [401, 59_999, []],
    [401, undefined, []],
    [404, 300_000, []],
    [503, 300_000, []],
  ])('With status %d and a clock that is %j ms ahead, the facts are %j', (status, clockAheadMs, expected) => {
    const exchange = exchangeOf(answer({}, { status, clockAheadMs }));

    expect(answerError('invalid_client', exchange).facts).toEqual(expected);
  });

  test.each<[status: number, retryAt: Date | undefined, expected: string[]]>([
    [429, NOW, ['The server asks to wait. Run the job again after 2026-11-25 12:00 UTC']],
    [429, new Date(NOW.getTime() + 1000), ['The server asks to wait. Run the job again after 2026-11-25 12:01 UTC']],
    [503, NOW, ['The server asks to wait. Run the job again after 2026-11-25 12:00 UTC']],
    [
      429,
      undefined,
      ['The server limits the number of requests. Run the job again later, or run fewer jobs at the same time'],
    ],
    [503, undefined, []],
    [500, NOW, []],
  ])('With status %d and the time %j for the next request, the advice is %j', (status, retryAt, expected) => {
    expect(answerError('server_failed', exchangeOf(answer({}, { status, retryAt }))).advice).toEqual(expected);
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
      'Bearer realm="x", error="insufficient_scope", error_description="Missing openid"',
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
    ['Another member of the body is not', [{ value: 'secret' }, { status: 500 }], undefined],
    ['Another member of an error is not', [{ error: { a: 'secret' } }, { status: 500 }], undefined],
    ['A JSON text, which may be a value, is not', ['"secret"', { status: 500 }], undefined],
    ['A body of blanks is not', [' ', { status: 500, contentType: 'text/plain' }], undefined],
    ['The error in a successful response is', [{ error: 'a', error_description: 'b' }, { status: 200 }], 'a: b'],
    ['A successful response without an error, which may contain secrets, is not', [{ message: 'secret' }], undefined],
    ['A successful plain text is not', ['secret', { contentType: 'text/plain' }], undefined],
    [
      'A problem (RFC 9457) is',
      [
        { type: 'about:blank', title: 'Forbidden', status: 403, detail: 'No role' },
        { status: 403, ...PROBLEM },
      ],
      'Forbidden: No role',
    ],
    ['A problem with a successful status is', [{ title: 'Late' }, PROBLEM], 'Late'],
    [
      'The error of Google is',
      [{ error: { code: 403, message: 'No API', status: 'PERMISSION_DENIED' } }, { status: 403 }],
      'No API',
    ],
    [
      'The error of Okta is',
      [{ errorCode: 'E0000011', errorSummary: 'Invalid token', errorId: 'oae', errorCauses: [] }, { status: 401 }],
      'E0000011: Invalid token',
    ],
    [
      'A list of errors is',
      [{ errors: [{ code: 'E1', title: 'A', detail: 'B' }, { message: 'C' }, 'D'] }, { status: 422 }],
      'E1: A: B: C: D',
    ],
    [
      'JSON with the media type of a web page is',
      [{ error: 'invalid_target' }, { status: 400, contentType: 'text/html' }],
      'invalid_target',
    ],
    ['A list as the whole body is', [[{ errorCode: 'X', message: 'Y' }], { status: 400 }], 'X: Y'],
    [
      'The fault of Apigee is',
      [{ fault: { faultstring: 'Invalid ApiKey', detail: { errorcode: 'oauth.v2' } } }, { status: 401 }],
      'Invalid ApiKey',
    ],
    ['An error in four objects is', [{ error: { error: { error: { error: 'a' } } } }, { status: 400 }], 'a'],
    [
      'An error in five objects is not',
      [{ error: { error: { error: { error: { error: 'a' } } } } }, { status: 400 }],
      undefined,
    ],
    ['The sixth error of a list is not', [{ errors: [...'abcdef'] }, { status: 400 }], 'a: b: c: d: e'],
    ['The same words are quoted once', [{ error: 'no', message: 'no' }, { status: 400 }], 'no'],
    [
      'An error in a form is',
      ['error=invalid_client&error_description=No+such+client', { status: 400, ...FORM }],
      'invalid_client: No such client',
    ],
    [
      'XML is',
      ['<Error><Code>Slow</Code></Error>', { status: 503, contentType: 'application/xml' }],
      '<Error><Code>Slow</Code></Error>',
    ],
    ['A text without a media type is', ['Forbidden', { status: 403, contentType: '' }], 'Forbidden'],
  ])('%s quoted as the words of the server', (_what, response, said) => {
    expect(answerError('server_failed', exchangeOf(answer(...response))).said).toBe(said);
  });
});

describe('The page of an answer', () => {
  const portal =
    'The page belongs to a login portal for browsers. Check {address}, or ask the administrator of the portal how programs reach the API';
  const proxy =
    'The page belongs to a proxy or gateway before the API. Ask its administrator why the API did not answer';
  const realm =
    'The page belongs to a Keycloak. If `platform` is neither `keycloak` nor `dataclarity`, set `platform: keycloak`';
  test.each<[page: string, title: string, advice: string | undefined]>([
    ['<title>Welcome to Keycloak</title>', 'Welcome to Keycloak', realm],
    [
      '<title>Sign in to acme</title><link href="/resources/1/login/keycloak.v2/css/styles.css">',
      'Sign in to acme',
      realm,
    ],
    ['<title>Sign in to your account</title>', 'Sign in to your account', portal],
    ['<title>Corp SSO</title><form><input name="u"><input type="password" name="p">', 'Corp SSO', portal],
    [
      '<title>Redirect</title><form method="post"><input type="hidden" name="SAMLRequest" value="x">',
      'Redirect',
      portal,
    ],
    [
      '<title>ERROR: The requested URL could not be retrieved</title>',
      'ERROR: The requested URL could not be retrieved',
      proxy,
    ],
    ['<title>404 Not Found</title><center>nginx/1.22.1</center>', '404 Not Found', proxy],
    ['<title>\n 502 Bad Gateway </title>', '502 Bad Gateway', proxy],
    ['<title>Wiki</title>', 'Wiki', undefined],
  ])('The page %j is titled %j', (page, title, advice) => {
    const error = answerError('response_invalid', exchangeOf(answer(`<!DOCTYPE html><html>${page}`)));

    expect(error.message).toBe(`Asking failed: the server answered 200; the page is titled "${title}"`);
    expect(error.advice).toEqual(advice === undefined ? [] : [advice]);
  });

  test('A title contains everything before its end tag, so that a secret in it stays whole and can be removed', () => {
    const secret = `part<other${' of it'.repeat(20)}`;
    const page = `<html>${' '.repeat(8150)}<title>Not ${secret}</Title>`;
    const { message } = answerError('response_invalid', exchangeOf(answer(page)));

    expect(reveal(message, (text) => text.replaceAll(secret, '***'))).toMatch(/the page is titled "Not \*\*\*"$/);
  });

  test('Only the start of a page is read, and no title is invented', () => {
    const read = (page: string) => answerError('response_invalid', exchangeOf(answer(`<html>${page}`))).message;

    expect(read(`${' '.repeat(9000)}<title>x</title>`)).toMatch(/answered 200$/);
    expect(read('<title> </title>')).toMatch(/answered 200$/);
    expect(read('<p>x')).toMatch(/answered 200$/);
  });

  test('The advice about a page follows the advice of the caller', () => {
    const exchange = exchangeOf(answer('<html><title>Log on</title>', { status: 404 }));

    expect(answerError('endpoint_not_found', exchange, { advice: 'Look there' }).advice).toEqual([
      'Look there',
      portal,
    ]);
  });
});

test.each<[unknown, Parameters<typeof answer>[1], string | undefined]>([
  [{ error: 'invalid_client' }, { status: 401 }, 'invalid_client'],
  [{ errorCode: 'invalid_client' }, { status: 401 }, 'invalid_client'],
  [{ error: { code: 'invalid_grant', message: 'x' } }, { status: 400 }, 'invalid_grant'],
  [{ errors: [{ code: 'x' }, { code: 'invalid_scope' }] }, { status: 400 }, 'invalid_scope'],
  ['error=access_denied', { status: 400, contentType: 'application/x-www-form-urlencoded' }, 'access_denied'],
  ['', { status: 401, challenge: 'Basic realm="x", error="invalid_client"' }, 'invalid_client'],
  [{ error: 'odd' }, { status: 400 }, undefined],
  [{ value: 'invalid_client' }, { status: 200 }, undefined],
])('The OAuth code in %j with %j is %s', (body, response, expected) => {
  expect(oauthErrorOf(answer(body, response))).toBe(expected);
});

test('A body of 10 MiB is read', () => {
  const huge = (body: unknown, contentType = 'application/json') =>
    answerError('server_failed', exchangeOf(answer(body, { status: 500, contentType })));
  const size = 10 * 1024 * 1024;

  expect(huge('<title'.repeat(size / 6), 'text/html').said).toBeUndefined();
  expect(huge('x '.repeat(size / 2), 'text/plain').said).toHaveLength(size);
  expect(huge({ errors: Array(size / 160).fill({ code: 'x'.repeat(150) }) }).said).toBe('x'.repeat(150));
  expect(huge({ error: 'x'.repeat(size) }).said).toHaveLength(size);
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

  test.each([409, 410, 422])('The status %d with words of an API is no unusable answer', (status) => {
    expect(codeOfStatus(answer({ message: 'no' }, { status }), 'invalid_token')).toBe('invalid_request');
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

test.each<[string, string, boolean]>([
  ['10 MiB of blanks in HTML', ' '.repeat(10 * 1024 * 1024), true],
  ['a comment of 10 MiB', `<!--${'x'.repeat(10 * 1024 * 1024)}`, true],
  ['a plain text', 'HTTP Basic: Access denied', false],
  ['JSON', '{"error":"<b>"}', false],
])('A body that a server calls HTML is recognized as a page or not: %s', (_what, body, expected) => {
  expect(isPage(answer(body, { contentType: 'text/html' }))).toBe(expected);
});
