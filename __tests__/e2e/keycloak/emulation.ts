import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RealmAnswer } from '../../support/realm-requests.js';
import type { Place } from '../support/keycloak-place.js';
import { startEmulated } from './emulated.js';
import { WRONG } from './requests.js';

const HEADERS = ['content-type', 'www-authenticate', 'cache-control', 'pragma'];

/** The emulated realm answers as the real one, word for word. */
export function emulation(at: () => Place): void {
  describe('and its emulator answer the same to', () => {
    let emulated: Awaited<ReturnType<typeof startEmulated>>;
    beforeAll(async () => {
      emulated = await startEmulated(at().github);
    });
    afterAll(() => emulated.close());

    test.each(WRONG)('%s', async (_what, ask) => {
      const { keycloak, github } = at();

      expect(wholeOf(await ask(emulated, github))).toEqual(wholeOf(await ask(keycloak, github)));
    });
  });
}

function wholeOf({ status, body, headers }: RealmAnswer) {
  return { status, body, headers: Object.fromEntries(HEADERS.map((name) => [name, headers.get(name)])) };
}
