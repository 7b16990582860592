import { describe, expect, test } from '@jest/globals';
import { fetchSecrets } from '../../src/secrets/fetch.js';
import { answer, fakePorts, settingsOf, tokenOf } from '../support/fake-ports.js';

const settings = settingsOf({ project_id: 'p', secrets: 'secret/Custom/a | A' });
const good = answer({ value: 'the-value' });

/** A server that gives these answers in turn. */
function giving(...answers: ReturnType<typeof answer>[]) {
  return fakePorts(async () => answers.shift() ?? answer('', { status: 500 }));
}

describe('a decrypt that is refused', () => {
  test.each([401, 403])(
    'with %i is sent once more after a while, where the token was fetched in this run',
    async (status) => {
      const ports = giving(answer('', { status }), good);
      const { results } = await fetchSecrets(settings, tokenOf('t', true), ports);

      expect(results.map(({ value }) => value?.text)).toEqual(['the-value']);
      expect(ports.effects.map(({ did }) => did)).toEqual([
        'send',
        'info',
        'sleep',
        'send',
        'mask',
        'info',
        'mask',
        'mask',
      ]);
    },
  );

  test.each([401, 403])('with %i a second time is an error', async (status) => {
    const ports = giving(answer('', { status }), answer('', { status }), good);

    await expect(fetchSecrets(settings, tokenOf('t', true), ports)).rejects.toMatchObject({
      code: status === 401 ? 'invalid_token' : 'permission_denied',
    });
    expect(ports.requests()).toHaveLength(2);
  });

  test.each([
    [403, false],
    [404, true],
    [500, true],
  ])('with %i, the token fetched in this run: %j, is an error at once', async (status, fetched) => {
    const ports = giving(answer('', { status }), good);

    await expect(fetchSecrets(settings, tokenOf('t', fetched), ports)).rejects.toMatchObject({ name: 'ActionError' });
    expect(ports.requests()).toHaveLength(1);
  });
});
