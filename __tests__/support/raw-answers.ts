import type { Act } from '../../harness/servers/hostile-server.js';

/** Parts of a usual answer: its head without the last line, and its body. */
interface Usual {
  readonly head: string;
  readonly body: string;
}

const partsOf = (usual: Buffer): Usual => {
  const [head = '', body = ''] = usual.toString('latin1').split('\r\n\r\n');
  return { head, body };
};

const chunk = (text: string, extension = '') => `${Buffer.byteLength(text).toString(16)}${extension}\r\n${text}\r\n`;

/** Sends a text, one byte for each character. */
export const sends =
  (text: (usual: Usual) => string): Act =>
  (socket, usual) =>
    socket.write(Buffer.from(text(partsOf(usual)), 'latin1'));

/** Sends a text and closes the connection. */
export const endsWith =
  (text: (usual: Usual) => string): Act =>
  (socket, usual) =>
    void socket.end(Buffer.from(text(partsOf(usual)), 'latin1'));

const ok = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';
const chunked = `${ok}Transfer-Encoding: chunked\r\n\r\n`;
const whole = ({ head, body }: Usual) => `${head}\r\n\r\n${body}`;
const withHeaders = (...lines: readonly string[]) =>
  sends(({ head, body }) => `${head}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);

/** Answers whose framing is unusual or wrong (RFC 9112), each with what it does. */
export const FRAMINGS: readonly (readonly [what: string, act: Act])[] = [
  ['no byte and a close', endsWith(() => '')],
  ['a half of a status line', endsWith(() => 'HTTP/1.')],
  ['a status line without an end', endsWith(() => 'HTTP/1.1 200 OK')],
  ['HTTP/0.9', endsWith(({ body }) => body)],
  ['the preface of HTTP/2', endsWith(() => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')],
  ['settings of HTTP/2', endsWith(() => '\0\0\0\x04\0\0\0\0\0')],
  ['HTTP/1.0 without a length', endsWith(({ body }) => `HTTP/1.0 200 OK\r\n\r\n${body}`)],
  ['HTTP/9.9', endsWith(({ body }) => `HTTP/9.9 200 OK\r\n\r\n${body}`)],
  ['a version of another protocol', endsWith(() => 'RTSP/1.0 200 OK\r\n\r\n')],
  ['line ends of LF alone', endsWith((usual) => whole(usual).replaceAll('\r\n', '\n'))],
  ['line ends of CR alone', endsWith((usual) => whole(usual).replaceAll('\r\n', '\r'))],
  ['empty lines before the answer', endsWith((usual) => `\r\n\r\n\r\n${whole(usual)}`)],
  [
    'a length and chunks',
    sends(({ head, body }) => `${head}\r\nTransfer-Encoding: chunked\r\n\r\n${chunk(body)}0\r\n\r\n`),
  ],
  ['two equal lengths', sends(({ head, body }) => `${head}\r\nContent-Length: ${body.length}\r\n\r\n${body}`)],
  ['two lengths', sends(({ head, body }) => `${head}\r\nContent-Length: 1\r\n\r\n${body}`)],
  ['a list of lengths', endsWith(({ body }) => `${ok}Content-Length: ${body.length}, ${body.length}\r\n\r\n${body}`)],
  ['a length below zero', endsWith(({ body }) => `${ok}Content-Length: -1\r\n\r\n${body}`)],
  ['a hexadecimal length', endsWith(({ body }) => `${ok}Content-Length: 0x10\r\n\r\n${body}`)],
  ['a length of 10^30', endsWith(({ body }) => `${ok}Content-Length: 1${'0'.repeat(30)}\r\n\r\n${body}`)],
  ['a shorter length than the body', endsWith(({ body }) => `${ok}Content-Length: 5\r\n\r\n${body}`)],
  ['a longer length than the body', endsWith(({ body }) => `${ok}Content-Length: 9999\r\n\r\n${body}`)],
  ['chunks without the last one', endsWith(({ body }) => chunked + chunk(body))],
  [
    'a chunk for each byte',
    endsWith(({ body }) => `${chunked}${Array.from(body, (byte) => chunk(byte)).join('')}0\r\n\r\n`),
  ],
  ['a chunk size that is not hexadecimal', endsWith(({ body }) => `${chunked}zz\r\n${body}\r\n0\r\n\r\n`)],
  ['a chunk size of 2^64', endsWith(({ body }) => `${chunked}FFFFFFFFFFFFFFFFF\r\n${body}\r\n0\r\n\r\n`)],
  ['a chunk size below zero', endsWith(({ body }) => `${chunked}-1\r\n${body}\r\n0\r\n\r\n`)],
  ['a chunk extension', endsWith(({ body }) => `${chunked}${chunk(body, ';a=b;c="d"')}0\r\n\r\n`)],
  [
    'a chunk extension of 1 MiB',
    endsWith(({ body }) => `${chunked}${chunk(body, `;a=${'x'.repeat(2 ** 20)}`)}0\r\n\r\n`),
  ],
  ['trailers', endsWith(({ body }) => `${chunked}${chunk(body)}0\r\nContent-Length: 1\r\nSet-Cookie: a=b\r\n\r\n`)],
  ['100,000 trailers', endsWith(({ body }) => `${chunked}${chunk(body)}0\r\n${'X-A: b\r\n'.repeat(100_000)}\r\n`)],
  ['a coding of transfer that is unknown', endsWith(({ body }) => `${ok}Transfer-Encoding: gzip\r\n\r\n${body}`)],
  ['chunks twice', endsWith(({ body }) => `${ok}Transfer-Encoding: chunked, chunked\r\n\r\n${chunk(body)}0\r\n\r\n`)],
  ['one informational answer', sends((usual) => `HTTP/1.1 100 Continue\r\n\r\n${whole(usual)}`)],
  ['5,000 informational answers', sends((usual) => `${'HTTP/1.1 102 Processing\r\n\r\n'.repeat(5000)}${whole(usual)}`)],
  ['early hints', sends((usual) => `${'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'.repeat(1000)}${whole(usual)}`)],
  [
    '101 with another protocol',
    sends(() => 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\nxyz'),
  ],
  ['101 without another protocol', endsWith((usual) => `HTTP/1.1 101 x\r\n\r\n${whole(usual)}`)],
  ['a second answer', sends((usual) => `${whole(usual)}HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}`)],
  ['bytes after the answer', sends((usual) => `${whole(usual)}garbage`)],
  ['a header of 1 MiB', withHeaders(`X-A: ${'x'.repeat(2 ** 20)}`)],
  ['a header of 15,000 characters', withHeaders(`X-A: ${'x'.repeat(15_000)}`)],
  ['10,000 headers', withHeaders(...Array.from({ length: 10_000 }, (_, index) => `X-${index}: b`))],
  ['1,900 headers of one name', withHeaders(...Array.from({ length: 1900 }, () => 'X-A: b'))],
  ['a header without a colon', withHeaders('nonsense')],
  ['a header without a name', withHeaders(': value')],
  ['a header whose name has a blank', withHeaders('X A: b')],
  ['a folded header', withHeaders('X-A: b', ' c')],
  ['control characters in a header', withHeaders('X-Request-ID: a\x01b\x1b[31mc')],
  ['NUL in a header', withHeaders('X-Request-ID: a\0b')],
  ['a CR in a header', withHeaders('X-Request-ID: a\rb')],
  ['bytes above ASCII in a header', withHeaders('X-Request-ID: \xff\xfe\x85\x9b31m')],
  ['the name __proto__', withHeaders('__proto__: a', 'constructor: b', 'toString: c')],
  ['cookies', withHeaders('Set-Cookie: a=b; Domain=example.com', 'Set-Cookie2: c=d', 'Clear-Site-Data: "*"')],
  ['Connection: close', withHeaders('Connection: close')],
  [
    'Connection with other headers',
    withHeaders('Connection: content-length, content-type', 'Keep-Alive: timeout=0, max=0'),
  ],
  ['Keep-Alive: timeout=99999999', withHeaders('Keep-Alive: timeout=99999999999999')],
  ['Location without a redirect', withHeaders('Location: http://127.0.0.1:1/')],
  [
    'another service',
    withHeaders(
      'Alt-Svc: h2="127.0.0.1:1"',
      'Refresh: 0; url=http://127.0.0.1:1/',
      'Link: <http://127.0.0.1:1/>; rel=preload',
    ),
  ],
  ['two types of content', withHeaders('Content-Type: text/html', 'Content-Type: ')],
  ['a type of content that is no type', withHeaders('Content-Type: \x85;;;===')],
];

/** Values of headers that an HTTP client reads. */
export const HEADER_VALUES = {
  'Retry-After': [
    '0',
    '-1',
    '1e9',
    '99999999999999999999',
    'NaN',
    'Infinity',
    'soon',
    'Fri, 31 Dec 9999 23:59:59 GMT',
    'Mon, 01 Jan 0000 00:00:00 GMT',
    '1, 2',
    '\u00b2',
  ],
  Date: [
    'now',
    '0',
    '-1',
    'Fri, 31 Dec 275760 23:59:59 GMT',
    'Thu, 01 Jan 1970 00:00:00 GMT',
    'Mon',
    'Fri, 99 Foo 2026 25:61:61 GMT',
    'x'.repeat(9000),
  ],
  'WWW-Authenticate': [
    'Basic realm="x"',
    'Bearer error="invalid_token", error_description="::error::x"',
    'Bearer error="',
    'Negotiate',
    'Bearer error="\\',
    `Bearer ${'error="a",'.repeat(1500)}`,
    '"""',
    ','.repeat(9000),
    'NTLM \x1b[31m',
  ],
  'Content-Encoding': [
    'gzip',
    'deflate',
    'br',
    'zstd',
    'compress',
    'identity',
    'gzip, gzip',
    'br, identity',
    ' ',
    ',',
    'x'.repeat(5000),
    '__proto__',
    'constructor',
    '::error::x',
    'chunked',
  ],
  'Content-Type': [
    'text/html',
    'application/xhtml+xml',
    'application/x-www-form-urlencoded',
    'application/problem+json',
    'image/png',
    'application/json; charset=utf-16',
    'multipart/mixed',
    '',
    ';',
    'TEXT/HTML',
  ],
  'X-Request-ID': [
    '::add-mask::e',
    '\x1b]0;x\x07',
    'a'.repeat(9000),
    '\u0085##[error]x',
    '<b>x</b>',
    '`${{ secrets.X }}`',
  ],
  Server: ['squid', 'Zscaler', 'mitmproxy 1', '::error::x'],
} as const;
