import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Act, type HostileServer, headOf, startHostileServer } from '../../harness/servers/hostile-server.js';
import { chariotSite, keycloakSite, oauthSite, type Site } from '../../harness/servers/sites.js';
import { expectToHold, timeLimit } from '../support/effort.js';
import { meet, problemsOf } from '../support/hostile-steps.js';

/** The server of somebody else; it must never receive a connection. */
let other: HostileServer<never>;
beforeAll(async () => {
  other = await startHostileServer([]);
});
afterAll(() => other.close());

/** Addresses of redirects; `<own>` and `<other>` are the hosts with ports. */
const LOCATIONS = [
  ...[
    'http://<other>/',
    'http://<other>/auth/client/v2/chariot/login',
    'https://<other>/',
    '//<other>/',
    '///<other>/',
    '////<other>',
  ],
  ...[
    '\\\\<other>\\',
    '/\\<other>/',
    '\\/<other>/',
    'http:\\\\<other>\\x',
    'http:/<other>/',
    'http:<other>',
    'HTTP://<other>/',
  ],
  ...[
    'http://<own>@<other>/',
    'http://<own>%40<other>/',
    'http://<own>:x@<other>/',
    'http://<other>#@<own>/',
    'http://<other>?@<own>/',
  ],
  ...[
    'http://<other>\\@<own>/',
    'http://<own>\\@<other>/',
    'http://<own>/..//<other>/',
    '/..//<other>/',
    '/.//<other>/',
    '//%2f<other>/',
  ],
  ...[
    '\thttp://<other>/',
    ' http://<other>/ ',
    'http://<other>/?token=<own>',
    'ht\ttp://<other>/',
    'http://<other>\t/',
    '/\t/<other>/',
  ],
  ...[
    'http://[::ffff:127.0.0.1]:1/',
    'http://2130706433/',
    'http://localhost/',
    'http://127.1/',
    'http://127.0.0.1:0/',
    'http://127.0.0.1:99999/',
  ],
  ...[
    'data:application/json,{"access_token":"x"}',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'ftp://<other>/',
    'unix:/var/run/docker.sock',
  ],
  ...[
    'blob:http://<own>/x',
    'about:blank',
    'ws://<own>/',
    'mailto:a@b',
    'http://',
    'http://[',
    ':',
    '%',
    '',
    ' ',
    '::error::x',
    '##[error]x',
  ],
  ...[
    'http://<own>/',
    'http://user:pw@<own>/',
    'https://<own>/',
    '/',
    '.',
    '..',
    '../../../../..',
    './x',
    '?',
    '#',
    '?decrypt=true',
    '*',
  ],
  ...[
    '/%2e%2e/%2e%2e',
    '/\u00e9',
    '/a b',
    '/%00',
    `/${'x'.repeat(9000)}`,
    '/auth/client/v2/chariot/login',
    '/api/identity/v2/users/me/',
  ],
];

const STATUSES = [300, 301, 302, 303, 304, 305, 306, 307, 308, 309, 399, 200, 201, 401];

async function holds<Name extends string>(site: Site<Name>, places: readonly Name[], runs: number) {
  const given = fc.record({
    place: fc.constantFrom(...places),
    status: fc.constantFrom(...STATUSES),
    locations: fc.array(
      fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...LOCATIONS) },
        {
          weight: 1,
          arbitrary: fc
            .webUrl({ validSchemes: ['http'] })
            .map((url) => url.replace(/^http:\/\/[^/]*/, 'http://<other>')),
        },
      ),
      { minLength: 0, maxLength: 2 },
    ),
    isKept: fc.boolean(),
  });
  await expectToHold(
    fc.asyncProperty(given, async ({ place, status, locations, isKept }) => {
      const hosts = { own: '', other: new URL(other.origin).host };
      const act: Act = (socket) => {
        hosts.own = `127.0.0.1:${socket.localPort}`;
        const lines = locations.map(
          (text) => `Location: ${text.replaceAll('<own>', hosts.own).replaceAll('<other>', hosts.other)}`,
        );
        socket.write(
          headOf([`HTTP/1.1 ${status} x`, ...lines, 'Content-Length: 0', ...(isKept ? [] : ['Connection: close'])]),
        );
        if (!isKept) socket.end();
      };
      const { step, requests } = await meet(site, { misconduct: { place, act } });
      const sent = requests.filter(({ body }) => body.includes(site.credential)).length;

      expect(problemsOf(step, site)).toEqual([]);
      expect([sent <= 1, requests.length < 20]).toEqual([true, true]);
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
});
