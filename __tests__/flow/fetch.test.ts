import { describe, expect, test } from '@jest/globals';
import { fetchSecrets } from '../../src/secrets/fetch.js';
import { answer, decryptOf, fakePorts, LIST, serverOf, settingsOf } from '../support/fake-ports.js';

const settingsFor = (secrets: string) => settingsOf({ project_id: 'p', secrets });

const VALUES = { a: 'value-of-a', b: 'value-of-b', c: 'value-of-c' };

describe('Secrets', () => {
  test('are fetched with one list and one request each, in the order of their lines', async () => {
    const ports = fakePorts(serverOf(VALUES));
    const secrets = await fetchSecrets(settingsFor('name-b\nname-a | A'), 'the-token', ports);

    expect(secrets.map(({ request, value }) => [request.selector, request.target, value.text])).toEqual([
      ['name-b', undefined, 'value-of-b'],
      ['name-a', 'A', 'value-of-a'],
    ]);
    expect(ports.requests()).toEqual([LIST, decryptOf('b'), decryptOf('a')]);
    expect(ports.said('info')).toEqual(['Decrypted 2 Secrets of project "p".']);
  });

  test('are asked for with the token, and with nothing else', async () => {
    const ports = fakePorts(serverOf(VALUES));

    await fetchSecrets(settingsFor('name-a'), 'the-token', ports);

    const headers = ports.effects.flatMap((effect) => (effect.did === 'send' ? [effect.request.headers] : []));
    expect(headers).toEqual([1, 2].map(() => ({ accept: 'application/json', authorization: 'Bearer the-token' })));
    expect(ports.effects.some((effect) => effect.did === 'send' && effect.request.body !== undefined)).toBe(false);
  });

  test('that all have their key need no list', async () => {
    const ports = fakePorts(serverOf(VALUES));

    await fetchSecrets(settingsFor('secret/Custom/a | A\nsecret/Custom/b | B'), 't', ports);

    expect(ports.requests()).toEqual([decryptOf('a'), decryptOf('b')]);
  });

  test('of which one has no key need one list', async () => {
    const ports = fakePorts(serverOf(VALUES));

    await fetchSecrets(settingsFor('secret/Custom/a | A\nname-b\nc'), 't', ports);

    expect(ports.requests()).toEqual([LIST, decryptOf('a'), decryptOf('b'), decryptOf('c')]);
  });

  test('are decrypted once, however many lines want them, and by whatever name', async () => {
    const ports = fakePorts(serverOf(VALUES));
    const secrets = await fetchSecrets(settingsFor('name-a\nname-a | A2\na | A3\nsecret/Custom/a | A4'), 't', ports);

    expect(secrets.map(({ value }) => value.text)).toEqual(Array.from({ length: 4 }, () => 'value-of-a'));
    expect(ports.requests()).toEqual([LIST, decryptOf('a')]);
    expect(ports.said('info')).toEqual(['Decrypted 1 Secret of project "p".']);
  });

  test('that nobody asks for cause no request', async () => {
    const ports = fakePorts(serverOf(VALUES));

    await expect(fetchSecrets(settingsOf(), 't', ports)).resolves.toEqual([]);
    await expect(fetchSecrets(settingsFor('# none'), 't', ports)).resolves.toEqual([]);
    expect(ports.effects).toEqual([]);
  });

  test('that do not exist are an error before any is decrypted', async () => {
    const ports = fakePorts(serverOf(VALUES));

    await expect(fetchSecrets(settingsFor('name-a\nnothing\nnor this'), 't', ports)).rejects.toMatchObject({
      code: 'secret_not_found',
      message: expect.stringMatching(/"nothing" in line 2.*"nor this" in line 3/),
    });
    expect(ports.requests()).toEqual([LIST]);
  });
});

describe('a value is masked right behind its answer', () => {
  test('with its fields and with user:password', async () => {
    const ports = fakePorts(serverOf({ a: '{"username":"maria","password":"pass-word-1"}' }));

    await fetchSecrets(settingsFor('name-a'), 't', ports);

    expect(ports.effects.map(({ did }) => did)).toEqual(['send', 'send', 'mask', 'info']);
    expect(ports.masked()).toEqual([
      '{"username":"maria","password":"pass-word-1"}',
      'maria',
      'pass-word-1',
      'maria:pass-word-1',
    ]);
  });

  test.each<[string, unknown, { code: string; message: RegExp }]>([
    [
      'belongs to another Secret',
      { _key: 'secret/Custom/b', value: 'a-value' },
      { code: 'response_invalid', message: /another Secret than the one asked for$/ },
    ],
    ['has a NUL in it', { value: 'a-value\0' }, { code: 'value_unsupported', message: /^Secret "name-a" holds a NUL/ }],
    [
      'has stars in a field',
      { value: { x: 'a-value', y: '********' } },
      { code: 'secret_not_decrypted', message: /^Secret "name-a" was answered with eight asterisks / },
    ],
    [
      'stands under data and belongs to another',
      { data: { _key: 'x', value: 'a-value' } },
      { code: 'response_invalid', message: /another Secret/ },
    ],
  ])('also when it is refused since it %s', async (_what, body, { code, message }) => {
    const ports = fakePorts(serverOf(VALUES, { a: answer(body) }));

    await expect(fetchSecrets(settingsFor('name-a'), 't', ports)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
    expect(ports.effects.map(({ did }) => did)).toEqual(['send', 'send', 'mask']);
    expect(ports.masked().join()).toContain('a-value');
  });
});
