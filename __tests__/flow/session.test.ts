import { expect, test } from '@jest/globals';
import { openSession } from '../../src/session/session.js';
import { answer, fakePorts, NOW, settingsOf } from '../support/fake-ports.js';

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
