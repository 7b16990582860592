import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Act,
  answerOf,
  type HostileServer,
  headOf,
  startHostileServer,
} from '../../harness/servers/hostile-server.js';
import { chariotSite, keycloakSite, oauthSite, type Site } from '../../harness/servers/sites.js';
import { expectToHold, timeLimit } from '../support/effort.js';
import { addressed, anyAddress } from '../support/hostile-addresses.js';
import { meet, problemsOf } from '../support/hostile-steps.js';

/** The server of somebody else; it must never receive a connection. */
let other: HostileServer<never>;
beforeAll(async () => {
  other = await startHostileServer([]);
});
afterAll(() => other.close());

const anyStatus = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(301, 302, 303, 307, 308) },
  { weight: 1, arbitrary: fc.constantFrom(300, 304, 305, 306, 309, 399, 200, 201, 401) },
);

const otherHost = () => new URL(other.origin).host;

async function holds<Name extends string>(site: Site<Name>, places: readonly Name[], runs: number) {
  const given = fc.record({
    place: fc.constantFrom(...places),
    status: anyStatus,
    locations: fc.oneof(
      { weight: 3, arbitrary: fc.array(anyAddress, { minLength: 1, maxLength: 1 }) },
      { weight: 1, arbitrary: fc.array(anyAddress, { maxLength: 2 }) },
    ),
    isKept: fc.boolean(),
  });
  await expectToHold(
    fc.asyncProperty(given, async ({ place, status, locations, isKept }) => {
      const act: Act = (socket) => {
        const hosts = { own: `127.0.0.1:${socket.localPort}`, other: otherHost() };
        const lines = locations.map((text) => `Location: ${addressed(text, hosts)}`);
        socket.write(
          headOf([`HTTP/1.1 ${status} x`, ...lines, 'Content-Length: 0', ...(isKept ? [] : ['Connection: close'])]),
        );
        if (!isKept) socket.end();
      };
      const { step, requests } = await meet(site, { misconduct: { place, act } });
      const logins = requests.filter(({ method }) => method === 'POST').length;

      expect(problemsOf(step, site)).toEqual([]);
      expect([logins <= 1, requests.length < 20]).toEqual([true, true]);
      expect(other.connections()).toBe(0);
    }),
    runs,
  );
}

describe('The redirects of a hostile server', () => {
  test(
    'Wherever Chariot redirects any request, no other server is connected, and no credential is sent twice',
    () => holds(chariotSite, ['login', 'whoami', 'list', 'decrypt'], 25),
    timeLimit(60),
  );

  test(
    'Wherever a server of OAuth 2.0 redirects any request, no other server is connected, and no credential is sent twice',
    () => holds(oauthSite, ['discovery', 'token', 'userinfo'], 20),
    timeLimit(60),
  );

  test(
    'Wherever a Keycloak redirects any request, no other server is connected, and no credential is sent twice',
    () => holds(keycloakSite, ['token', 'userinfo'], 10),
    timeLimit(60),
  );

  test(
    'Whatever addresses the metadata of a server contains, no other server is connected',
    async () => {
      const endpoint = fc.constantFrom(
        'token_endpoint',
        'userinfo_endpoint',
        'revocation_endpoint',
        'issuer',
        'mtls_endpoint_aliases',
      );
      const given = fc.array(fc.tuple(endpoint, anyAddress), { minLength: 1, maxLength: 3 });
      await expectToHold(
        fc.asyncProperty(given, async (changes) => {
          const act: Act = (socket, usual) => {
            const hosts = { own: `127.0.0.1:${socket.localPort}`, other: otherHost() };
            const metadata = JSON.parse(usual.subarray(usual.indexOf('\r\n\r\n') + 4).toString());
            for (const [name, address] of changes) metadata[name] = addressed(address, hosts);
            socket.write(answerOf(JSON.stringify(metadata)));
          };
          const { step } = await meet(oauthSite, { misconduct: { place: 'discovery', act } });

          expect(problemsOf(step, oauthSite, (_name, text, usual) => text === usual)).toEqual([]);
          expect(other.connections()).toBe(0);
        }),
        25,
      );
    },
    timeLimit(60),
  );
});
