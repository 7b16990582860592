import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { answerOf } from '../../harness/servers/hostile-server.js';
import { chariotSite, keycloakSite, oauthSite, type Site } from '../../harness/servers/sites.js';
import { expectToHold, timeLimit } from '../support/effort.js';
import { changedJson, jsonChange, normalJson, textsIn } from '../support/hostile-json.js';
import { type IsRight, inProcess, meet, problemsOf } from '../support/hostile-steps.js';

/** A text is right if it is the usual one, or a value in the answer that was sent; fields of a Secret have names of the server. */
function rightAfter(place: string, sent: () => string): IsRight {
  return (name, text, usual) => {
    if (text === usual) return true;
    if (name === 'secrets') return true;
    const isOwn = usual !== undefined || (place === 'fields' && /^B_[A-Z0-9_]*$/.test(name));
    const isMissing = text === '' && place === 'fields' && /^B_/.test(name);
    return isMissing || (isOwn && textsIn(sent()).map(normalJson).includes(normalJson(text)));
  };
}

async function holds<Name extends string>(site: Site<Name>, places: readonly Name[], runs: number) {
  const given = fc.record({
    place: fc.constantFrom(...places),
    changes: fc.array(jsonChange, { minLength: 1, maxLength: 3 }),
    status: fc.constantFrom(200, 200, 200, 200, 201, 400, 401, 403, 404, 429, 500),
  });
  await expectToHold(
    fc.asyncProperty(given, async ({ place, changes, status }) => {
      let sent = '';
      const { step, requests } = await meet(
        site,
        {
          misconduct: {
            place,
            act(socket, usual) {
              const [, body = ''] = usual.toString('latin1').split('\r\n\r\n');
              sent = changedJson(body, changes);
              socket.write(answerOf(sent, [`HTTP/1.1 ${status} x`, 'Content-Type: application/json']));
            },
          },
        },
        inProcess,
      );
      expect(
        problemsOf(
          step,
          site,
          rightAfter(place, () => sent),
        ),
      ).toEqual([]);
      expect(requests.filter(({ head, body }) => `${head}${body}`.includes('client_secret=')).length).toBeLessThan(2);
    }),
    runs,
  );
}

describe('The JSON of a hostile server', () => {
  test(
    'Whatever JSON Chariot puts at any place of any answer, the step exports the requested names with values of the answer, or fails with one error line',
    () => holds(chariotSite, ['login', 'whoami', 'list', 'decrypt', 'fields'], 20),
    timeLimit(60),
  );

  test(
    'Whatever JSON a server of OAuth 2.0 puts at any place of any answer, the step exports its token, or fails with one error line',
    () => holds(oauthSite, ['discovery', 'token', 'userinfo'], 12),
    timeLimit(60),
  );

  test(
    'Whatever JSON a Keycloak puts at any place of any answer, the step exports its token, or fails with one error line',
    () => holds(keycloakSite, ['token', 'userinfo'], 8),
    timeLimit(60),
  );
});
