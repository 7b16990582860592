import { describe, expect, test } from '@jest/globals';
import type { TokenCache } from '../../src/login/shared-token.js';
import { type AccessToken, readSuppliedToken } from '../../src/oauth/token.js';
import { openSession } from '../../src/session/session.js';
import { answer, fakePorts, NOW, settingsOf } from '../support/fake-ports.js';

const GOOD = 'token-of-the-login';

/** A cache in memory, and what was written to it. */
function memory(value?: string) {
  const written: string[] = [];
  const cache: TokenCache = {
    folder: '/t',
    files: [],
    read: (): AccessToken | undefined => (value === undefined ? undefined : readSuppliedToken(value, NOW)),
    write: (token) => void written.push(token.value),
  };
  return { cache, written };
}

/** Runs a step with `whoami` against a Chariot that takes these tokens. */
async function run(cached: string | undefined, taken: readonly string[], inputs: Record<string, string> = {}) {
  const { cache, written } = memory(cached);
  const ports = fakePorts(async ({ headers, method }) => {
    if (method === 'POST') return answer({ access_token: GOOD, expires_in: 3600 });
    const isTaken = taken.some((token) => headers['authorization'] === `Bearer ${token}`);
    return isTaken ? answer({ id: 'me' }) : answer({ error: 'invalid bearer token' }, { status: 401 });
  });
  const kept: (string | undefined)[] = [];
  const keep = (login: { token: AccessToken | undefined }) => void kept.push(login.token?.value) as undefined;
  const session = await openSession(settingsOf({ whoami: 'true', ...inputs }), ports, { keep, cache }).catch(
    (error) => error.code as string,
  );
  const token = typeof session === 'string' ? session : session.login.token?.value;
  return {
    token,
    fetched: typeof session !== 'string' && session.login.fetched,
    requests: ports.requests(),
    kept,
    written,
    ports,
  };
}

const LOGIN = 'POST /auth/client/v2/chariot/login';
const ME = 'GET /api/identity/v2/users/me/';

describe('a step that shares tokens', () => {
  test('uses the one that is there, masked first, and writes none', async () => {
    const { ports, ...rest } = await run('shared', ['shared']);

    expect(rest).toEqual({ token: 'shared', fetched: false, requests: [ME], kept: ['shared'], written: [] });
    expect(ports.effects.map(({ did }) => did).slice(0, 2)).toEqual(['mask', 'info']);
    expect(ports.masked()).toEqual(['shared']);
  });

  test('logs in where there is none, saves that, and leaves its token', async () => {
    const { ports: _, ...rest } = await run(undefined, [GOOD]);

    expect(rest).toEqual({ token: GOOD, fetched: true, requests: [LOGIN, ME], kept: [GOOD], written: [GOOD] });
  });

  test('replaces one that is refused, once', async () => {
    const { ports, ...rest } = await run('ended', [GOOD]);

    expect(rest).toEqual({
      token: GOOD,
      fetched: true,
      requests: [ME, LOGIN, ME],
      kept: ['ended', GOOD],
      written: [GOOD],
    });
    expect(ports.said('info').join()).toContain('The token of the earlier step is replaced.');
  });

  test('and not twice', async () => {
    const { token, requests } = await run('ended', []);

    expect([token, requests]).toEqual(['invalid_token', [ME, LOGIN, ME]]);
  });

  test('never replaces a token of its own login', async () => {
    const { token, requests } = await run(undefined, []);

    expect([token, requests]).toEqual(['invalid_token', [LOGIN, ME]]);
  });

  test('has nothing to do with a token at hand that is good', async () => {
    const { ports: _, ...rest } = await run('shared', ['at-hand'], { bearer_token: 'at-hand' });

    expect(rest).toEqual({ token: 'at-hand', fetched: false, requests: [ME], kept: ['at-hand'], written: [] });
  });
});
