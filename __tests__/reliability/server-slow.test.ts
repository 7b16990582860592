import { describe, expect, test } from '@jest/globals';
import { meetHostileServer, problemsOfHostileJob } from '../../harness/jobs/hostile-job.js';
import { type Act, headOf, OK } from '../../harness/servers/hostile-server.js';
import { chariotSite, keycloakSite, oauthSite } from '../../harness/servers/sites.js';
import { isThorough, recordTried, timeLimit } from '../support/effort.js';

const send =
  (bytes: Buffer): Act =>
  (socket) =>
    void socket.write(bytes);

/** Sends a text again and again, until the client closes. */
const forever =
  (head: Buffer, text: string): Act =>
  (socket) => {
    socket.write(head);
    const timer = setInterval(() => socket.write(text), 100);
    socket.once('close', () => clearInterval(timer));
  };

/** Sends as many bytes as the client takes. */
const flood =
  (head: Buffer, bytes: Buffer): Act =>
  (socket) => {
    socket.write(head);
    const more = () => {
      while (socket.writable && socket.write(bytes));
      if (socket.writable) socket.once('drain', more);
    };
    more();
  };

const CHUNKED = headOf([...OK, 'Transfer-Encoding: chunked']);

/** What a server sends in place of its answer. */
const ANSWERS: Readonly<Record<string, Act>> = {
  nothing: () => undefined,
  'half a status line': send(Buffer.from('HTTP/1.')),
  'a header byte by byte': forever(Buffer.from('HTTP/1.1 200 OK\r\nX: '), 'x'),
  'a body byte by byte': forever(headOf([...OK, 'Content-Length: 100000']), ' '),
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
};

const SITES = [
  { site: chariotSite, isRequested: (name: string) => /^(?:CHARIOT_TOKEN|A|B_[A-Z0-9_]+)$/.test(name) },
  { site: oauthSite, isRequested: (name: string) => name === 'BEARER_TOKEN' },
  { site: keycloakSite, isRequested: (name: string) => name === 'KEYCLOAK_TOKEN' },
];

/** Every answer at every place of every site; in `npm test`, each at one place. */
const CASES = Object.entries(ANSWERS).flatMap(([name, act], index) => {
  const places = SITES.flatMap(({ site, ...rest }) =>
    [...new Set(site.places.map((place) => place.name))].map((place) => ({ site, place, ...rest })),
  );
  const chosen = isThorough ? places : places.slice(index % places.length).slice(0, 1);
  return chosen.map((where) => ({ name, act, ...where }));
});

describe('A server that is slow or never stops', () => {
  test(
    'However slowly or endlessly a server answers, main ends with one error line, its memory is bounded, and its post step ends',
    async () => {
      const problems: string[] = [];
      const todo = [...CASES];
      const work = async () => {
        for (let next = todo.shift(); next !== undefined; next = todo.shift()) {
          const { name, act, site, place, isRequested } = next;
          const job = await meetHostileServer(site, { place, act });
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
