import { describe, expect, test } from '@jest/globals';
import type { TokenCache } from '../../src/login/shared-token.js';
import { type AccessToken, readSuppliedToken } from '../../src/oauth/token.js';
import { openSession } from '../../src/session/session.js';
import type { UndoSaver } from '../../src/undo/save.js';
import { answer, fakePorts, NOW, settingsOf } from '../support/fake-ports.js';

const GOOD = 'token-of-the-login';

/** A cache in memory, and what was written to it. */
function memory(value?: string) {
  const written: string[] = [];
  const cache: TokenCache = {
    files: [],
    read: (): AccessToken | undefined => (value === undefined ? undefined : readSuppliedToken(value, NOW)),
    write: (token) => void written.push(token.value),
  };
  return { cache, written };
}

/** Runs a step with `whoami` against a Chariot that accepts these tokens. */
async function run(cached: string | undefined, taken: readonly string[], inputs: Record<string, string> = {}) {
  const { cache, written } = memory(cached);
  const ports = fakePorts(async ({ headers, method }) => {
    if (method === 'POST') return answer({ access_token: GOOD, expires_in: 3600 });
    const isTaken = taken.some((token) => headers['authorization'] === `Bearer ${token}`);
    return isTaken ? answer({ id: 'me' }) : answer({ error: 'invalid bearer token' }, { status: 401 });
  });
  const saved: (string | undefined)[] = [];
  const saveLogin: UndoSaver['saveLogin'] = (login) => {
    saved.push(login.token?.value);
    return undefined;
  };
  const session = await openSession(settingsOf({ whoami: 'true', ...inputs }), ports, { saveLogin, cache }).catch(
    (error) => error.code as string,
  );
  const token = typeof session === 'string' ? session : session.login.token?.value;
  return {
    token,
    kind: typeof session === 'string' ? undefined : session.login.kind,
    requests: ports.requests(),
    saved,
    written,
    ports,
  };
}

const LOGIN = 'POST /auth/client/v2/chariot/login';
const ME = 'GET /api/identity/v2/users/me/';

describe('openSession with a token cache', () => {
  test('A shared token is masked, then used, and no token is saved', async () => {
    const { ports, ...rest } = await run('shared', ['shared']);

    expect(rest).toEqual({ token: 'shared', kind: 'shared', requests: [ME], saved: ['shared'], written: [] });
    expect(ports.effects.map(({ did }) => did).slice(0, 2)).toEqual(['mask', 'info']);
    expect(ports.masked()).toEqual(['shared']);
  });

  test('Without a shared token, a new token is requested, saved for the post step and shared', async () => {
    const { ports: _, ...rest } = await run(undefined, [GOOD]);

    expect(rest).toEqual({ token: GOOD, kind: 'requested', requests: [LOGIN, ME], saved: [GOOD], written: [GOOD] });
  });

  test('A shared token that the platform rejects is replaced by a new one', async () => {
    const { ports, ...rest } = await run('revoked', [GOOD]);

    expect(rest).toEqual({
      token: GOOD,
      kind: 'requested',
      requests: [ME, LOGIN, ME],
      saved: ['revoked', GOOD],
      written: [GOOD],
    });
    expect(ports.said('info').join()).toContain('The token of the earlier step is replaced.');
  });

  test('A rejected token is not replaced a second time', async () => {
    const { token, requests } = await run('revoked', []);

    expect([token, requests]).toEqual(['invalid_token', [ME, LOGIN, ME]]);
  });

  test('A rejected token that this step requested is not replaced', async () => {
    const { token, requests } = await run(undefined, []);

    expect([token, requests]).toEqual(['invalid_token', [LOGIN, ME]]);
  });

  test('A supplied token that is good is used instead of a shared one', async () => {
    const { ports: _, ...rest } = await run('shared', ['own'], { bearer_token: 'own' });

    expect(rest).toEqual({ token: 'own', kind: 'supplied', requests: [ME], saved: ['own'], written: [] });
  });
});
