import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { temporaryFolder } from '../../../harness/temporary-folder.js';
import { DEFAULT_SECURITY, type Security } from '../../../src/http/secure-context.js';
import { NOW } from '../../support/fake-ports.js';
import { cacheIn, living } from '../../support/token-cache.js';

const temp = temporaryFolder();

const texts = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => text.trim() === text && text !== '');
const logins = fc.record(
  {
    platform: fc.constantFrom('keycloak', 'dataclarity'),
    url: fc.constantFrom('https://h', 'https://h/x', 'https://i'),
    tenant: fc.constantFrom('a', 'b'),
    client_id: fc.oneof(fc.constantFrom('i', 'j'), texts),
    client_secret: fc.oneof(fc.constantFrom('s', 't', 'i'), texts),
    scope: fc.constantFrom('a', 'b', 'a b'),
    audience: fc.constantFrom('a', 'b', 'a b'),
    client_authentication: fc.constantFrom('client_secret_post', 'client_secret_basic'),
    user: fc.option(fc.record({ username: fc.constantFrom('u', 'v'), password: fc.constantFrom('p', 'q', 's') }), {
      nil: undefined,
    }),
    tls: fc.constantFrom<Security>(
      DEFAULT_SECURITY,
      { authorities: [], verify: false },
      { authorities: ['a'], verify: true },
      { authorities: [], verify: true, identity: { form: 'pkcs12', pkcs12: 's' } },
      { authorities: [], verify: true, identity: { form: 'pem', certificate: 'c', privateKey: 'k', authorities: [] } },
      { authorities: [], verify: true, identity: { form: 'pem', certificate: 'd', privateKey: 'k', authorities: [] } },
    ),
  },
  { requiredKeys: ['platform', 'url', 'tenant', 'client_id', 'client_secret', 'tls'] },
);

/** Only some parts of the second login differ, so that most pairs are nearly the same. */
const pairs = fc
  .tuple(
    logins,
    logins,
    fc.subarray(['platform', 'url', 'tenant', 'client_id', 'client_secret', 'scope', 'user', 'tls']),
  )
  .map(
    ([one, other, names]) =>
      [one, { ...one, ...Object.fromEntries(Object.entries(other).filter(([name]) => names.includes(name))) }] as const,
  );

test('A step reads the token of another step exactly if both log in alike', () => {
  const seen = { same: 0, other: 0 };
  fc.assert(
    fc.property(pairs, ([one, other]) => {
      const [first, second] = [one, other].map(({ tls = DEFAULT_SECURITY, user, ...inputs }) =>
        cacheIn(temp(), { ...inputs, ...user }, { security: tls }),
      );
      first?.write(living(3600));
      const isSame = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
      seen[isSame ? 'same' : 'other'] += 1;
      const token = second?.read(NOW)?.value;
      rmSync(join(temp(), 'bearer-login-cache'), { recursive: true });
      return token === (isSame ? 'token-1' : undefined);
    }),
    { numRuns: 500 },
  );

  expect(Math.min(seen.same, seen.other)).toBeGreaterThan(20);
});

function sorted(login: object): [string, unknown][] {
  return Object.entries(login)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]): [string, unknown] => [name, value])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
