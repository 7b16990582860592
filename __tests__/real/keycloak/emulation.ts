import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RealmAnswer } from '../../support/realm-requests.js';
import type { Place } from '../support/keycloak-place.js';
import { startEmulated } from './emulated.js';
import { WRONG_ASSERTIONS } from './wrong-assertions.js';
import { WRONG_CREDENTIALS } from './wrong-credentials.js';
import { WRONG_TOKENS } from './wrong-tokens.js';

const HEADERS = ['content-type', 'www-authenticate', 'cache-control', 'pragma'];

/** Compares the responses of the emulated realm with those of the real one, word for word. */
export function emulation(at: () => Place): void {
  describe('Keycloak and its emulator', () => {
    let emulated: Awaited<ReturnType<typeof startEmulated>>;
    beforeAll(async () => {
      emulated = await startEmulated(at().github);
    });
    afterAll(() => emulated.close());

    test.each([...WRONG_CREDENTIALS, ...WRONG_ASSERTIONS, ...WRONG_TOKENS])(
      'The responses of Keycloak and of its emulator are equal for %s',
      async (_what, ask) => {
        const { keycloak, github } = at();

        expect(wholeOf(await ask(emulated, github))).toEqual(wholeOf(await ask(keycloak, github)));
      },
    );
  });
}

/** Returns a response without what differs each time, and without the text of a web page. */
function wholeOf({ status, body, headers }: RealmAnswer) {
  const shown = Object.fromEntries(HEADERS.map((name) => [name, headers.get(name)]));
  if (headers.get('content-type')?.startsWith('text/html')) return { status, headers: shown };
  return { status, body: JSON.parse(JSON.stringify(body), withoutTokens), headers: shown };
}

function withoutTokens(name: string, value: unknown): unknown {
  // A lifetime is one second shorter if a second of the server's clock ends during the request.
  if (name.endsWith('expires_in')) return Math.ceil(Number(value) / 10) * 10;
  const isToken = /_token$|^session_state$/.test(name);
  return isToken ? `<${name}>` : name === 'scope' ? String(value).split(' ').sort() : value;
}
