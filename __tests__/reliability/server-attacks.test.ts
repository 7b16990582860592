import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { meetHostileServer, type Origins, problemsOfHostileJob } from '../../harness/jobs/hostile-job.js';
import { type Act, answerOf, headOf, OK } from '../../harness/servers/hostile-server.js';
import { chariotSite, keycloakSite, oauthSite } from '../../harness/servers/sites.js';
import { isThorough, recordTried, timeLimit } from '../support/effort.js';

type Attack = (origins: Origins) => Act;

const send =
  (bytes: Buffer): Attack =>
  () =>
  (socket) =>
    void socket.write(bytes);
const sendAndClose =
  (bytes: Buffer): Attack =>
  () =>
  (socket) =>
    void socket.end(bytes);
const body = (text: string | Buffer) => send(answerOf(text));
const encoded = (coding: string, bytes: Buffer) => send(answerOf(bytes, [...OK, `Content-Encoding: ${coding}`]));
const ZEROS = Buffer.alloc(2 ** 27);
const redirect =
  (status: number, location: (origins: Origins) => string): Attack =>
  (origins) =>
  (socket) =>
    void socket.write(answerOf('', [`HTTP/1.1 ${status} Go`, `Location: ${location(origins)}`]));

/** Sends a chunk again and again, until the client closes. */
const forever =
  (head: Buffer, chunk: string, ms: number): Attack =>
  () =>
  (socket) => {
    socket.write(head);
    const timer = setInterval(() => socket.write(chunk), ms);
    socket.once('close', () => clearInterval(timer));
  };

/** Sends as many bytes as the client takes. */
const flood =
  (head: Buffer, chunk: Buffer): Attack =>
  () =>
  (socket) => {
    socket.write(head);
    const more = () => {
      while (socket.writable && socket.write(chunk));
      if (socket.writable) socket.once('drain', more);
    };
    more();
  };

const nested = (open: string, close: string) => `${open.repeat(10_000)}1${close.repeat(10_000)}`;
const CHUNKED = headOf([...OK, 'Transfer-Encoding: chunked']);

/** What a server sends in place of its answer, by name. */
const ATTACKS: Readonly<Record<string, Attack>> = {
  nothing: () => () => undefined,
  'half a status line': send(Buffer.from('HTTP/1.')),
  'a header byte by byte': forever(Buffer.from('HTTP/1.1 200 OK\r\nX: '), 'x', 100),
  'a body byte by byte': forever(headOf([...OK, 'Content-Length: 100000']), ' ', 100),
  'a body without an end': send(headOf([...OK, 'Content-Length: 100'])),
  '100 MB in one body': flood(headOf([...OK, 'Content-Length: 104857600']), Buffer.alloc(2 ** 20, ' ')),
  'chunks without an end': flood(CHUNKED, Buffer.from(`10000\r\n${' '.repeat(0x10000)}\r\n`)),
  'a chunk extension without an end': flood(CHUNKED, Buffer.from(`1;${'x'.repeat(60_000)}`)),
  'headers without an end': flood(Buffer.from('HTTP/1.1 200 OK\r\n'), Buffer.from(`X: ${'x'.repeat(1000)}\r\n`)),
  'trailers without an end': flood(
    Buffer.concat([CHUNKED, Buffer.from('0\r\n')]),
    Buffer.from(`X: ${'x'.repeat(1000)}\r\n`),
  ),
  'status 100 without an end': flood(Buffer.alloc(0), Buffer.from('HTTP/1.1 100 Continue\r\n\r\n'.repeat(100))),
  'status 103 without an end': flood(
    Buffer.alloc(0),
    Buffer.from('HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n'.repeat(100)),
  ),
  'both lengths': send(
    Buffer.concat([headOf([...OK, 'Content-Length: 2', 'Transfer-Encoding: chunked']), Buffer.from('0\r\n\r\n')]),
  ),
  'two different lengths': send(headOf([...OK, 'Content-Length: 2', 'Content-Length: 3'])),
  'an invalid chunk size': send(Buffer.concat([CHUNKED, Buffer.from('-1\r\n{}\r\n')])),
  'HTTP/0.9': sendAndClose(Buffer.from('{}')),
  'the preface of HTTP/2': send(Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')),
  'the status 000': send(answerOf('{}', ['HTTP/1.1 000 Zero'])),
  'the status 999': send(answerOf('{}', ['HTTP/1.1 999 Much'])),
  'a second answer that nobody requested': () => (socket, usual) =>
    void socket.write(Buffer.concat([usual, answerOf('{"access_token":"evil","value":"evil"}')])),
  'a bomb of gzip': encoded('gzip', gzipSync(ZEROS)),
  'a bomb of deflate': encoded('deflate', deflateSync(ZEROS)),
  'a bomb of br': encoded('br', brotliCompressSync(ZEROS)),
  'a bomb in a bomb': encoded('gzip, gzip', gzipSync(gzipSync(ZEROS))),
  'arrays, 10,000 deep': body(nested('[', ']')),
  'objects, 10,000 deep': body(nested('{"value":', '}')),
  'a million empty arrays': body(`{"data":[${'[],'.repeat(1_000_000)}[]],"value":1}`),
  'four million elements': body(`{"data":[${'0,'.repeat(4_000_000)}0]}`),
  'a token of 5 MB': body(JSON.stringify({ access_token: 'aZ9-'.repeat(1_250_000), value: 'x' })),
  'invalid UTF-8': body(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0xc0, 0x22, 0x3a, 0x31, 0x7d])),
  NUL: body('{"access_token":"a\\u0000b","value":"a\\u0000b"}\0'),
  'a BOM': () => (socket, usual) => void socket.write(answerOf(`\ufeff${usual.toString().split('\r\n\r\n')[1]}`)),
  'UTF-16': body(Buffer.from('{"access_token":"x"}', 'utf16le')),
  'a key twice': body('{"access_token":"a1b2c3d4","access_token":"e5f6g7h8","value":"x1","value":"y2"}'),
  'keys of prototypes': body(
    '{"__proto__":{"access_token":"evil","value":"evil"},"constructor":{"prototype":{"x":1}}}',
  ),
  'numbers that no double can hold': body(
    '{"access_token":"t1u2v3w4","expires_in":1e999,"value":123456789012345678901234567890}',
  ),
  'a redirect to another origin': redirect(302, ({ elsewhere }) => `${elsewhere}/x`),
  'a redirect that repeats the body at another origin': redirect(307, ({ elsewhere }) => `${elsewhere}/x`),
  'a redirect with a user name in front of the host': redirect(302, ({ own, elsewhere }) =>
    elsewhere.replace('//', `//${own.slice(7)}@`),
  ),
  'a redirect without a scheme': redirect(308, ({ elsewhere }) => elsewhere.slice(5)),
  'a redirect with backslashes': redirect(301, ({ elsewhere }) => elsewhere.slice(5).replaceAll('/', '\\')),
  'a redirect to itself without an end': redirect(302, ({ own }) => `${own}/auth/client/v2/chariot/login`),
  'a redirect to a data URL': redirect(303, () => 'data:application/json,{"access_token":"evil"}'),
};

const SITES = [
  { site: chariotSite, isRequested: (name: string) => /^(?:CHARIOT_TOKEN|A|B_[A-Z0-9_]+)$/.test(name) },
  { site: oauthSite, isRequested: (name: string) => name === 'BEARER_TOKEN' },
  { site: keycloakSite, isRequested: (name: string) => name === 'KEYCLOAK_TOKEN' },
];

/** Every attack at every place of every site; in `npm test`, each attack at one place. */
const CASES = Object.entries(ATTACKS).flatMap(([name, attack], index) => {
  const places = SITES.flatMap(({ site, ...rest }) =>
    [...new Set(site.places.map((place) => place.name))].map((place) => ({ site, place, ...rest })),
  );
  const chosen = isThorough ? places : places.slice(index % places.length).slice(0, 1);
  return chosen.map((where) => ({ name, attack, ...where }));
});

describe('A server that attacks', () => {
  test(
    'Whatever a server sends, main ends in time with a right result or one error, and credentials go to no other origin',
    async () => {
      const problems: string[] = [];
      const todo = [...CASES];
      const work = async () => {
        for (let next = todo.shift(); next !== undefined; next = todo.shift()) {
          const { name, attack, site, place, isRequested } = next;
          const job = await meetHostileServer(site, (origins) => ({ place, act: attack(origins) }));
          const { credential } = site;
          problems.push(
            ...problemsOfHostileJob(job, { credential, isRequested }).map(
              (problem) => `${name} at ${place}: ${problem}`,
            ),
          );
        }
      };
      await Promise.all([work(), work(), work(), work()]);

      expect(problems).toEqual([]);
      recordTried(CASES.length);
    },
    timeLimit(90),
  );
});
