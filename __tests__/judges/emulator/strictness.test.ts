import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Chariot, exampleWriter, startChariot } from '../../../emulator/chariot/index.js';

const ME = '/api/identity/v2/users/me/';
const LOGIN = '/auth/client/v2/chariot/login';
const FORM_TYPE = 'Content-Type: application/x-www-form-urlencoded';
const FORM = `client_id=example-writer&client_secret=${exampleWriter.clientSecret}&grant_type=client_credentials`;

let chariot: Chariot;
beforeEach(async () => {
  chariot = await startChariot();
});
afterEach(() => chariot.close());

function exchange(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(chariot.port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.setEncoding('utf8').on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('end', () => resolve(answer)).on('error', reject);
  });
}

function message(line: string, headers: readonly string[], body = ''): string {
  return [`${line} HTTP/1.1`, 'Host: x', 'Connection: close', ...headers, '', body].join('\r\n');
}

function get(target: string, ...headers: string[]): Promise<string> {
  return exchange(message(`GET ${target}`, [`Authorization: Bearer ${chariot.issueToken(exampleWriter)}`, ...headers]));
}

function post(body: string, headers: readonly string[] = [FORM_TYPE], target = LOGIN): Promise<string> {
  return exchange(message(`POST ${target}`, [...headers, `Content-Length: ${body.length}`], body));
}

describe('the strictness of a GET request', () => {
  test('A documented GET request is answered', async () => {
    expect(await get(ME)).toMatch(/^HTTP\/1\.1 200 OK\r\nX-Request-ID: [0-9a-f-]{36}\r\n/);
  });

  test.each<[string, string, string[], string]>([
    ['an absolute request target', `http://x${ME}`, [], 'the request target is not in origin form'],
    ['a fragment', `${ME}#x`, [], 'the request target has a fragment'],
    ['two Authorization headers', ME, ['Authorization: Bearer x'], 'repeated header authorization'],
    ['two Host headers', ME, ['Host: x'], 'repeated header host'],
    ['a cookie', ME, ['Cookie: session=1'], 'unexpected header cookie'],
    ['credentials for a proxy', ME, ['Proxy-Authorization: Basic eDp5'], 'unexpected header proxy-authorization'],
    ['an API key', ME, ['X-API-Key: 1'], 'unexpected header x-api-key'],
    ['an empty chunked body', ME, ['Transfer-Encoding: chunked', '', '0', ''], 'a body in a GET request'],
    ['a malformed Content-Length', ME, ['Content-Length: 0x'], ''],
    ['a malformed header', ME, ['X-A : 1'], ''],
  ])('A GET request with %s is rejected', async (...[, target, headers, problem]) => {
    const answer = await get(target, ...headers);
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n(.+\r\n)*X-Request-ID: /);
    expect(answer.endsWith(problem === '' ? '\r\n\r\n400 Bad Request' : `\r\n\r\n400 Bad Request: ${problem}`)).toBe(
      true,
    );
  });

  test('A GET request with a body is rejected', async () => {
    const text = message(`GET ${ME}`, ['Content-Length: 2'], '{}');
    expect(await exchange(text)).toMatch(/^HTTP\/1\.1 400 [\s\S]*a body in a GET request$/);
  });

  test('A CONNECT request is rejected', async () => {
    expect(await exchange(message('CONNECT x:443', []))).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('the strictness of a login', () => {
  test.each([
    ['the documented form', FORM, FORM_TYPE],
    ['a charset', FORM, `${FORM_TYPE}; charset=utf-8`],
    ['escapes', FORM.replaceAll('-', '%2D'), FORM_TYPE],
  ])('A login with %s succeeds', async (_name, body, type) => {
    expect(await post(body, [type])).toMatch(/^HTTP\/1\.1 200 /);
  });

  const basic = 'Authorization: Basic eDp5';
  const notForm = 'the content type is not application/x-www-form-urlencoded';
  test.each<[string, string, { body?: string; headers?: string[]; target?: string }]>([
    ['no content type', notForm, { headers: [] }],
    ['the content type of JSON', notForm, { headers: ['Content-Type: application/json'] }],
    ['two content types', 'repeated header content-type', { headers: [FORM_TYPE, FORM_TYPE] }],
    ['its fields in the query', 'unexpected query', { target: `${LOGIN}?${FORM}`, body: '' }],
    ['another field in the query', 'unexpected query', { target: `${LOGIN}?x` }],
    ['Basic credentials', 'unexpected authorization header', { headers: [FORM_TYPE, basic] }],
    ['two client ids', 'repeated parameter \\"client_id\\"', { body: `${FORM}&client_id=example-writer` }],
    ['a malformed escape', 'malformed parameters', { body: `${FORM}%` }],
    ['a semicolon as separator', 'malformed parameters', { body: FORM.replace('&', ';') }],
    ['an empty client id', 'missing parameter \\"client_id\\"', { body: FORM.replace('=example-writer&', '=&') }],
  ])('A login with %s is rejected', async (_name, problem, { body = FORM, headers = [FORM_TYPE], target = LOGIN }) => {
    const answer = await post(body, headers, target);
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(answer).toContain(problem);
    expect(chariot.issuedTokens).toEqual([]);
  });

  test('A login in chunks succeeds, and a login in malformed chunks is rejected', async () => {
    const chunks = (size: string) =>
      message(`POST ${LOGIN}`, [FORM_TYPE, 'Transfer-Encoding: chunked', '', size, FORM, '0', '', '']);
    expect(await exchange(chunks(FORM.length.toString(16)))).toMatch(/^HTTP\/1\.1 200 /);
    expect(await exchange(chunks('zz'))).toMatch(/^HTTP\/1\.1 400 /);
    expect(chariot.issuedTokens).toHaveLength(1);
  });
});
