import { afterAll, beforeAll, describe, jest } from '@jest/globals';
import { emulation } from './keycloak/emulation.js';
import { guide } from './keycloak/guide.js';
import { logins } from './keycloak/logins.js';
import { refreshes } from './keycloak/refresh.js';
import { refusals } from './keycloak/refusals.js';
import { openPlace, type Place, type PlaceName } from './support/keycloak-place.js';

// All tests are in one file, so that each of the two servers starts once.

jest.setTimeout(120_000);

const NAMES: readonly PlaceName[] = ['dataclarity', 'keycloak'];
const places = new Map<PlaceName, Place>();
beforeAll(async () => {
  // If one server does not start, the other must be known, so that it is stopped.
  const opened = await Promise.allSettled(NAMES.map(async (name) => places.set(name, await openPlace(name))));
  const failed = opened.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
});
afterAll(() => Promise.all([...places.values()].map((place) => place.stop())));

describe.each(NAMES)('Keycloak as the platform %s', (name) => {
  const at = (): Place => {
    const place = places.get(name);
    if (place === undefined) throw new Error(`No Keycloak runs for ${name}.`);
    return place;
  };
  logins(at, name);
  refreshes(at, name);
  refusals(at, name);
  if (name === 'keycloak') {
    emulation(at);
    guide(at);
  }
});
