import { describe, expect, test } from '@jest/globals';
import { openSession } from '../../src/session/session.js';
import type { UndoSaver } from '../../src/undo/save.js';
import type { State } from '../../src/undo/state.js';
import { answer, fakePorts, jwt, NOW, settingsFrom, settingsOf } from '../support/fake-ports.js';

test('A session counts every request, including the login, and measures the whole time', async () => {
  const answers = [
    answer({ access_token: 'token-of-chariot', expires_in: 3600 }),
    answer({ data: [{ _id: 'i', _key: 'secret/Custom/i', _type: 'secret/Custom', name: 'a' }] }),
    answer({ value: 'value of a' }),
  ];
  const times = [NOW];
  const ports = fakePorts(() => Promise.resolve(answers.shift() ?? answer({})));
  const now = () => times.shift() ?? new Date(NOW.getTime() + 9000);
  const session = await openSession(settingsOf({ project_id: 'p', secrets: 'a' }), { ...ports, now });

  expect(session.timing).toEqual({ requests: 3, milliseconds: 9000 });
  expect(session.fetched.results.map(({ value }) => value?.text)).toEqual(['value of a']);
});

describe('The tokens of a response', () => {
  const STATE: State = { folders: [], variables: [] };

  /** Opens a session at a server with this response, and records what happens in which turn of the event loop. */
  async function outcome(body: object, settings = settingsOf()) {
    const events: string[] = [];
    const ports = fakePorts(async () => {
      setImmediate(() => events.push('next turn'));
      return answer(body);
    });
    const saveLogin: UndoSaver['saveLogin'] = ({ kind, ...login }) => {
      const refresh = 'refresh' in login ? login.refresh?.value : undefined;
      events.push(`save ${kind} ${login.token?.value} ${refresh}`);
      return kind === 'requested' ? STATE : undefined;
    };
    const session = await openSession(settings, ports, { saveLogin }).catch(({ code }) => String(code));
    await new Promise(setImmediate);
    return { events, session };
  }

  test.each<[what: string, body: object, saved: string]>([
    ['with a good token', { access_token: 'a' }, 'a undefined'],
    ['with another type', { access_token: 'a', refresh_token: 'r', token_type: 'mac' }, 'a r'],
    ['that no header can contain', { access_token: 'a b' }, 'a b undefined'],
    ['without an access token', { refresh_token: 'r' }, 'undefined r'],
  ])('A response %s is saved once, in the turn in which it is received', async (_what, body, saved) => {
    expect((await outcome(body)).events).toEqual([`save requested ${saved}`, 'next turn']);
  });

  test('A response without tokens is not saved', async () => {
    expect(await outcome({ token_type: 'Bearer' })).toEqual({ events: ['next turn'], session: 'response_invalid' });
  });

  test('A rejected token stays saved if the supplied token is used instead', async () => {
    const bearer_token = jwt({ aud: 'i', exp: NOW.getTime() / 1000 + 400 });
    const settings = settingsFrom({ platform: 'earthone', client_id: 'i', client_secret: 's', bearer_token });
    const { events, session } = await outcome({ access_token: 'a', token_type: 'mac' }, settings);

    expect(events).toEqual(['save requested a undefined', `save supplied ${bearer_token} undefined`, 'next turn']);
    expect(session).toMatchObject({ saved: STATE, login: { kind: 'supplied' } });
  });
});
