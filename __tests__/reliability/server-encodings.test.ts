import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Act, answerOf, OK } from '../../harness/servers/hostile-server.js';
import { chariotSite } from '../../harness/servers/sites.js';
import { expectToHold, timeLimit } from '../support/effort.js';
import { meet, problemsOf } from '../support/hostile-steps.js';

const utf16 = (text: string) => Buffer.from(text, 'utf16le');

/** Ways to write a text as bytes; only UTF-8, with or without a BOM, is right. */
const ENCODINGS: readonly ((text: string) => Buffer)[] = [
  (text) => Buffer.from(text),
  (text) => Buffer.from(`\ufeff${text}`),
  (text) => Buffer.from(`\ufeff\ufeff${text}`),
  utf16,
  (text) => utf16(`\ufeff${text}`),
  (text) => utf16(`\ufeff${text}`).swap16(),
  (text) => Buffer.from(`${text}\0`),
  (text) => Buffer.from(text.replace('"', '"\0')),
  (text) => Buffer.from(text.replace('{', '{\u00a0')),
  (text) => Buffer.concat([Buffer.from(text.slice(0, -2)), Buffer.from([0xc3, 0x28]), Buffer.from(text.slice(-2))]),
  (text) =>
    Buffer.concat([Buffer.from(text.slice(0, -2)), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from(text.slice(-2))]),
  (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xf0, 0x9f])]),
  (text) => Buffer.from(`)]}',\n${text}`),
  (text) => Buffer.from(`callback(${text})`),
  (text) => Buffer.from(`${text}${text}`),
  (text) => Buffer.from(`data: ${text}\n\n`),
];

type Compression = readonly [coding: string, (bytes: Buffer) => Buffer];

const PLAIN: Compression = ['', (bytes) => bytes];

const COMPRESSIONS: readonly Compression[] = [
  PLAIN,
  ['identity', (bytes) => bytes],
  ['gzip', gzipSync],
  ['X-GZIP', gzipSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
  ['br', brotliCompressSync],
  ['gzip', (bytes) => Buffer.concat([gzipSync(bytes), gzipSync(Buffer.from(' '))])],
  ['gzip', (bytes) => Buffer.concat([gzipSync(bytes), Buffer.from('trailing')])],
  ['gzip, deflate', (bytes) => deflateSync(gzipSync(bytes))],
  ['br', gzipSync],
  ['gzip', brotliCompressSync],
  ['gzip', (bytes) => bytes],
];

describe('The encodings of a hostile server', () => {
  test(
    'In whatever encoding or compression a body is sent, whole or damaged, the step exports what it must, or fails with one error line',
    async () => {
      const given = fc.record({
        place: fc.constantFrom('login', 'whoami', 'list', 'decrypt', 'fields'),
        encode: fc.constantFrom(...ENCODINGS),
        compress: fc.oneof(fc.constant(PLAIN), fc.constantFrom(...COMPRESSIONS)),
        damage: fc.option(
          fc.record({
            at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
            byte: fc.nat(255),
            cuts: fc.boolean(),
          }),
          { freq: 1 },
        ),
      });
      await expectToHold(
        fc.asyncProperty(given, async ({ place, encode, compress: [coding, compress], damage }) => {
          const act: Act = (socket, usual) => {
            const bytes = compress(encode(usual.subarray(usual.indexOf('\r\n\r\n') + 4).toString()));
            const at = Math.floor((damage?.at ?? 0) * bytes.length);
            if (damage !== null) bytes[at] = damage.byte;
            const sent = damage?.cuts ? bytes.subarray(0, at) : bytes;
            socket.write(answerOf(sent, [...OK, ...(coding === '' ? [] : [`Content-Encoding: ${coding}`])]));
          };
          const { step } = await meet(chariotSite, { misconduct: { place, act } });
          // One damaged byte can be inside a value, which then is the value that the server sent.
          const isRight = (name: string, text: string, usual: string | undefined) =>
            text === usual || (damage !== null && (usual !== undefined || /^B_/.test(name)));
          expect(problemsOf(step, chariotSite, isRight)).toEqual([]);
        }),
        30,
      );
    },
    timeLimit(60),
  );
});
