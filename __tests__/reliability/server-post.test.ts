import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ActionRun, runAction } from '../../harness/run-action.js';
import {
  type Act,
  answerOf,
  type HostileServer,
  headOf,
  startHostileServer,
} from '../../harness/servers/hostile-server.js';
import { keycloakSite, oauthSite, type Site } from '../../harness/servers/sites.js';
import { expectToHold, isThorough, recordTried, timeLimit } from '../support/effort.js';
import { changedJson, jsonChange } from '../support/hostile-json.js';
import { hostileWord, problemsOfShown } from '../support/hostile-words.js';
import { FRAMINGS } from '../support/raw-answers.js';
import { problemsOfPost } from '../support/victim-steps.js';

/** A main step that has logged in, and its server, which then becomes hostile. */
interface Place {
  readonly site: Site;
  readonly server: HostileServer<string>;
  readonly main: ActionRun;
  readonly revokes: string;
}

let other: HostileServer<never>;
const places: Record<string, Place> = {};
const folder = mkdtempSync(join(tmpdir(), 'post-'));

async function logIn(site: Site, revokes: string): Promise<Place> {
  const server = await startHostileServer(site.places);
  const main = await runAction({ inputs: site.inputs(server.origin) });
  return { site, server, main, revokes };
}

beforeAll(async () => {
  other = await startHostileServer([]);
  places['oauth'] = await logIn(oauthSite, 'revoke');
  places['keycloak'] = await logIn(keycloakSite, 'logout');
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await Promise.all([other, ...Object.values(places).map(({ server }) => server)].map(({ close }) => close()));
});

/** Runs the post step of a main step, and lists what it may not do. */
async function undo(name: string, act: Act): Promise<string[]> {
  const place = places[name];
  if (place === undefined) throw new Error(`no ${name}`);
  const { site, server, main, revokes } = place;
  server.misconduct = { place: revokes, act };
  const post = await runAction({ jobFolder: folder, entry: 'post', state: main.state });
  const secrets = [site.credential, ...site.secrets];
  return [
    ...problemsOfPost(post, secrets),
    ...problemsOfShown(post),
    ...(other.connections() === 0 ? [] : ['another server is connected']),
  ];
}

const names = ['oauth', 'keycloak'] as const;

describe('A hostile server of the post step', () => {
  test(
    'Whatever a server answers to a revocation, the post step succeeds with one line, and shows no token and no command',
    async () => {
      const given = fc.record({
        name: fc.constantFrom(...names),
        status: fc.constantFrom(200, 204, 301, 302, 307, 308, 400, 401, 403, 404, 405, 500, 501),
        location: fc.constantFrom('', '<other>', '//<other>', '/x', 'javascript:x'),
        word: hostileWord,
        changes: fc.array(jsonChange, { maxLength: 2 }),
      });
      await expectToHold(
        fc.asyncProperty(given, async ({ name, status, location, word, changes }) => {
          const usual = JSON.stringify({ error: word, error_description: word });
          const address = location.replace(
            '<other>',
            location.startsWith('//') ? new URL(other.origin).host : other.origin,
          );
          const lines = [
            `HTTP/1.1 ${status} x`,
            'Content-Type: application/json',
            ...(location === '' ? [] : [`Location: ${address}`]),
          ];
          const act: Act = (socket) => {
            const body = changedJson(usual, changes);
            socket.end(status === 204 ? headOf(lines) : answerOf(body, lines));
          };
          expect(await undo(name, act)).toEqual([]);
        }),
        8,
      );
    },
    timeLimit(60),
  );

  test(
    'Whatever the framing of the answer to a revocation is, the post step succeeds with one line',
    async () => {
      const rows = isThorough ? FRAMINGS : FRAMINGS.filter((_, index) => index % 8 === 0);
      const problems: string[] = [];
      for (const name of names) {
        for (const [what, act] of rows)
          problems.push(...(await undo(name, act)).map((problem) => `${name}, ${what}: ${problem}`));
      }

      expect(problems).toEqual([]);
      recordTried(rows.length * names.length);
    },
    timeLimit(90),
  );
});
