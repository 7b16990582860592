import { describe, expect, test } from '@jest/globals';
import { fetchSecrets } from '../../src/secrets/fetch.js';
import { answer, decryptOf, fakePorts, LIST, serverOf, settingsOf, tokenOf } from '../support/fake-ports.js';

const settingsFor = (secrets: string) => settingsOf({ project_id: 'p', secrets });

const VALUES = { a: 'value-of-a', b: 'value-of-b', c: 'value-of-c' };

describe('Secrets', () => {
  test('are fetched with one list and one request each, in the order of their lines', async () => {
    const ports = fakePorts(serverOf(VALUES));
    const { results } = await fetchSecrets(settingsFor('name-b\nname-a | A'), tokenOf('the-token'), ports);

    expect(results.map(({ match: { request }, value }) => [request.selector, request.target, value?.text])).toEqual([
      ['name-b', undefined, 'value-of-b'],
      ['name-a', 'A', 'value-of-a'],
    ]);
    expect(ports.requests()).toEqual([LIST, decryptOf('b'), decryptOf('a')]);
    expect(ports.said('info')).toEqual(['Decrypted 2 Secrets of project "p".']);
  });

  test('are asked for with the token, and with nothing else', async () => {
    const ports = fakePorts(serverOf(VALUES));

    await fetchSecrets(settingsFor('name-a'), tokenOf('the-token'), ports);

    const headers = ports.effects.flatMap((effect) => (effect.did === 'send' ? [effect.request.headers] : []));
    expect(headers).toEqual([1, 2].map(() => ({ accept: 'application/json', authorization: 'Bearer the-token' })));
    expect(ports.effects.some((effect) => effect.did === 'send' && effect.request.body !== undefined)).toBe(false);
  });

  test('that all have their key need no list', async () => {
    const ports = fakePorts(serverOf(VALUES));

    await fetchSecrets(settingsFor('secret/Custom/a | A\nsecret/Custom/b | B'), tokenOf('t'), ports);

    expect(ports.requests()).toEqual([decryptOf('a'), decryptOf('b')]);
  });

  test('of which one has no key need one list', async () => {
    const ports = fakePorts(serverOf(VALUES));

    await fetchSecrets(settingsFor('secret/Custom/a | A\nname-b\nc'), tokenOf('t'), ports);

    expect(ports.requests()).toEqual([LIST, decryptOf('a'), decryptOf('b'), decryptOf('c')]);
  });

  test('are decrypted once, however many lines want them, and by whatever name', async () => {
    const ports = fakePorts(serverOf({ a: 'value-of-a' }));
    const lines = 'name-a\nname-a | A2\na | A3\nsecret/Custom/a | A4\n"name-a" | @dotenv\nname-* | X_*@file';
    const { results } = await fetchSecrets(settingsFor(lines), tokenOf('t'), ports);

    expect(results.map(({ value }) => value?.text)).toEqual(Array.from({ length: 6 }, () => 'value-of-a'));
    expect(ports.requests()).toEqual([LIST, decryptOf('a')]);
    expect(ports.said('info')).toEqual(['Decrypted 1 Secret of project "p".']);
  });

  test('that nobody asks for cause no request', async () => {
    const ports = fakePorts(serverOf(VALUES));

    const nothing = { results: [], unnamed: undefined };
    await expect(fetchSecrets(settingsOf(), tokenOf('t'), ports)).resolves.toEqual(nothing);
    await expect(fetchSecrets(settingsFor('# none'), tokenOf('t'), ports)).resolves.toEqual(nothing);
    expect(ports.effects).toEqual([]);
  });

  test('that do not exist are an error before any is decrypted', async () => {
    const ports = fakePorts(serverOf(VALUES));

    await expect(fetchSecrets(settingsFor('name-a\nnothing\nnor this'), tokenOf('t'), ports)).rejects.toMatchObject({
      code: 'secret_not_found',
      message: expect.stringMatching(/"nothing" in line 2.*"nor this" in line 3/),
    });
    expect(ports.requests()).toEqual([LIST]);
  });
});

describe('a line may ask for', () => {
  test('fields, decoded too, of a Secret that is decrypted once', async () => {
    const ports = fakePorts(serverOf({ a: { user: 'maria', blob: 'Nzg=', more: { n: 1 } } }));
    const lines =
      'name-a.user | U\nname-a.more.n | N\nname-a.blob | base64 | B\nname-a | A\nname-a.blob | base64 | hex | @file';
    const { results } = await fetchSecrets(settingsFor(lines), tokenOf('t'), ports);

    expect(results.map(({ value, bytes }) => value?.text ?? bytes.toString('hex'))).toEqual([
      'maria',
      '1',
      '78',
      '{"user":"maria","blob":"Nzg=","more":{"n":1}}',
      'x',
    ]);
    expect(ports.requests()).toEqual([LIST, decryptOf('a')]);
  });

  test('all that a pattern matches, by one list', async () => {
    const ports = fakePorts(serverOf({ ...VALUES, a1: 'value-of-a1' }));
    const { results, unnamed } = await fetchSecrets(settingsFor('name-a* | X_*'), tokenOf('t'), ports);

    expect(results.map(({ name, value }) => [name.variable, value?.text])).toEqual([
      ['X_', 'value-of-a'],
      ['X_1', 'value-of-a1'],
    ]);
    expect(ports.requests()).toEqual([LIST, decryptOf('a'), decryptOf('a1')]);
    expect(unnamed).toBe(2);
  });

  test('a key with a field, which needs no list either', async () => {
    const ports = fakePorts(serverOf({ a: { user: 'maria' } }));
    const { results } = await fetchSecrets(settingsFor('secret/Custom/a.user | U'), tokenOf('t'), ports);

    expect(results.map(({ value, who }) => [who, value?.text])).toEqual([
      ['Field "user" of Secret "secret/Custom/a"', 'maria'],
    ]);
    expect(ports.requests()).toEqual([decryptOf('a')]);
  });

  test('nothing whose names cannot be used: an error before any value is decrypted', async () => {
    const ports = fakePorts(serverOf(VALUES));
    const lines = '*-a | LD_*\nname-b | X';

    await expect(fetchSecrets(settingsFor(lines), tokenOf('t'), ports)).rejects.toMatchObject({ code: 'name_refused' });
    await expect(fetchSecrets(settingsFor('name-* | @aws'), tokenOf('t'), ports)).rejects.toMatchObject({
      code: 'name_conflict',
    });
    expect(ports.requests()).toEqual([LIST, LIST]);
  });
});

describe('how many Secrets no line names', () => {
  test.each<[string, string, number | undefined]>([
    ['those that are not asked for', 'name-a\na | A2', 2],
    ['none', 'name-*', 0],
    ['all', 'nothing?', 3],
    ['those beside a key', 'secret/Custom/a | A\nname-b', 1],
    ['not those that the list does not have', 'secret/Custom/gone? | A\nname-b', 2],
    ['unknown without a list', 'secret/Custom/a | A', undefined],
  ])('%s', async (_what, lines, expected) => {
    const gone = answer({ error: 'gone' }, { status: 404 });
    const ports = fakePorts(serverOf(VALUES, { gone }));

    expect((await fetchSecrets(settingsFor(lines), tokenOf('t'), ports)).unnamed).toBe(expected);
  });
});

describe('when a Secret was changed', () => {
  const changed = (seconds: number) => new Date(seconds * 1000);

  test('is what the list says, else what the answer says', async () => {
    const list = answer({
      data: [{ _id: 'a', _key: 'secret/Custom/a', _type: 'secret/Custom', name: 'name-a', _updated_at: 1_000 }],
    });
    const body = (id: string) => answer({ _key: `secret/Custom/${id}`, value: `value-${id}`, _updated_at: 2_000 });
    const ports = fakePorts(serverOf({}, { list, a: body('a'), b: body('b') }));
    const { results } = await fetchSecrets(settingsFor('name-a\nsecret/Custom/b | B'), tokenOf('t'), ports);

    expect(results.map(({ updatedAt }) => updatedAt)).toEqual([changed(1_000), changed(2_000)]);
  });

  test('may be unknown', async () => {
    const { results } = await fetchSecrets(settingsFor('name-a'), tokenOf('t'), fakePorts(serverOf(VALUES)));

    expect(results.map(({ updatedAt }) => updatedAt)).toEqual([undefined]);
  });
});

describe('a value is masked right behind its answer', () => {
  test('with its fields and with user:password', async () => {
    const ports = fakePorts(serverOf({ a: '{"username":"maria","password":"pass-word-1"}' }));

    await fetchSecrets(settingsFor('name-a'), tokenOf('t'), ports);

    expect(ports.effects.map(({ did }) => did).slice(0, 4)).toEqual(['send', 'send', 'mask', 'info']);
    const [first] = ports.effects.flatMap((effect) => (effect.did === 'mask' ? [effect.texts] : []));
    expect(first).toEqual([
      '{"username":"maria","password":"pass-word-1"}',
      'maria',
      'pass-word-1',
      'maria:pass-word-1',
    ]);
  });

  test('with all its fields, though a line asks for one', async () => {
    const ports = fakePorts(serverOf({ a: { user: 'maria', password: 'pass-word-1' } }));

    await fetchSecrets(settingsFor('name-a.user | U'), tokenOf('t'), ports);

    expect(ports.masked()).toContain('pass-word-1');
  });

  test('but for the plain fields', async () => {
    const ports = fakePorts(serverOf({ a: { server: 'ghcr.io', password: 'pass-word-1' } }));
    const settings = settingsOf({ project_id: 'p', secrets: 'name-a; name-a.server | S', plain_fields: 'server' });

    await fetchSecrets(settings, tokenOf('t'), ports);

    expect(ports.masked()).toContain('pass-word-1');
    expect(ports.masked()).not.toContain('ghcr.io');
    expect(ports.leftOpen()).toContain('ghcr.io');
  });

  test.each<[string, unknown, { code: string; message: RegExp }]>([
    [
      'belongs to another Secret',
      { _key: 'secret/Custom/b', value: 'a-value' },
      { code: 'response_invalid', message: /another Secret than the requested one$/ },
    ],
    [
      'contains an unpaired surrogate',
      { value: 'a-value\ud800' },
      { code: 'value_unsupported', message: /^Secret "name-a" contains an unpaired surrogate/ },
    ],
    [
      'has stars in a field',
      { value: { x: 'a-value', y: '********' } },
      { code: 'secret_not_decrypted', message: /^Secret "name-a" was returned with eight asterisks / },
    ],
    [
      'stands under data and belongs to another',
      { data: { _key: 'x', value: 'a-value' } },
      { code: 'response_invalid', message: /another Secret/ },
    ],
  ])('also when it is refused since it %s', async (_what, body, { code, message }) => {
    const ports = fakePorts(serverOf(VALUES, { a: answer(body) }));

    await expect(fetchSecrets(settingsFor('name-a'), tokenOf('t'), ports)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
    expect(ports.effects.map(({ did }) => did)).toEqual(['send', 'send', 'mask']);
    expect(ports.masked().join()).toContain('a-value');
  });
});

test('a value too long to be masked in time is refused, and not shown', async () => {
  const long = 'x'.repeat(1024 * 1024);

  await expect(
    fetchSecrets(settingsFor('name-a'), tokenOf('t'), fakePorts(serverOf({ a: `${long}y` }))),
  ).rejects.toMatchObject({
    code: 'value_unsupported',
    message: 'Secret "name-a" is longer than 1 MiB, the longest value that this action can mask',
  });
  await expect(
    fetchSecrets(settingsFor('name-a'), tokenOf('t'), fakePorts(serverOf({ a: long }))),
  ).resolves.toBeDefined();
});
