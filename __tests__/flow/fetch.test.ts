import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { HttpResponse } from '../../src/ports.js';
import { fetchSecrets } from '../../src/secrets/fetch.js';
import { AT_ONCE, answer, decryptOf, fakePorts, LIST, serverOf, settingsOf, tokenOf } from '../support/fake-ports.js';

const settingsFor = (secrets: string) => settingsOf({ project_id: 'p', secrets });

const VALUES = { a: 'value-of-a', b: 'value-of-b', c: 'value-of-c' };

describe('fetchSecrets: requests', () => {
  test('Secrets are fetched with one list and one request each, in the order of their lines', async () => {
    const ports = fakePorts(serverOf(VALUES));
    const { results } = await fetchSecrets(settingsFor('name-b\nname-a | A'), tokenOf('the-token'), ports);

    expect(results.map(({ match: { request }, value }) => [request.selector, request.target, value?.text])).toEqual([
      ['name-b', undefined, 'value-of-b'],
      ['name-a', 'A', 'value-of-a'],
    ]);
    expect(ports.requests()).toEqual([LIST, decryptOf('b'), decryptOf('a')]);
    expect(ports.said('info')).toEqual(['Decrypted 2 Secrets of project "p".']);
  });

  test('The requests contain the token and no body', async () => {
    const ports = fakePorts(serverOf(VALUES));

    await fetchSecrets(settingsFor('name-a'), tokenOf('the-token'), ports);

    const headers = ports.effects.flatMap((effect) => (effect.did === 'send' ? [effect.request.headers] : []));
    expect(headers).toEqual([1, 2].map(() => ({ accept: 'application/json', authorization: 'Bearer the-token' })));
    expect(ports.effects.some((effect) => effect.did === 'send' && effect.request.body !== undefined)).toBe(false);
  });

  test('If every line contains a key, no list is requested', async () => {
    const ports = fakePorts(serverOf(VALUES));

    await fetchSecrets(settingsFor('secret/Custom/a | A\nsecret/Custom/b | B'), tokenOf('t'), ports);

    expect(ports.requests()).toEqual([decryptOf('a'), decryptOf('b')]);
  });

  test('If one line contains no key, one list is requested', async () => {
    const ports = fakePorts(serverOf(VALUES));

    await fetchSecrets(settingsFor('secret/Custom/a | A\nname-b\nc'), tokenOf('t'), ports);

    expect(ports.requests()).toEqual([LIST, decryptOf('a'), decryptOf('b'), decryptOf('c')]);
  });

  test('A Secret is decrypted once, even if several lines name it in different ways', async () => {
    const ports = fakePorts(serverOf({ a: 'value-of-a' }));
    const lines = 'name-a\nname-a | A2\na | A3\nsecret/Custom/a | A4\n"name-a" | @dotenv\nname-* | X_*@file';
    const { results } = await fetchSecrets(settingsFor(lines), tokenOf('t'), ports);

    expect(results.map(({ value }) => value?.text)).toEqual(Array.from({ length: 6 }, () => 'value-of-a'));
    expect(ports.requests()).toEqual([LIST, decryptOf('a')]);
    expect(ports.said('info')).toEqual(['Decrypted 1 Secret of project "p".']);
  });

  test('The log counts the Secrets that the lines use, if others were decrypted in vain', async () => {
    const values = { a: '{"x":"value-of-x"}', b: '{"x":"value-of-y"}' };
    const ports = fakePorts(serverOf(values));
    await fetchSecrets(settingsFor('name-a.x\nname-b.y?'), tokenOf('t'), ports);

    expect(ports.said('info')).toEqual(['Decrypted 2 Secrets of project "p". 1 of them has what the lines select.']);
  });

  test('Without lines or an owner no request is sent', async () => {
    const ports = fakePorts(serverOf(VALUES));

    const nothing = { results: [], unnamed: undefined };
    await expect(fetchSecrets(settingsOf(), tokenOf('t'), ports)).resolves.toEqual(nothing);
    await expect(fetchSecrets(settingsFor('# none'), tokenOf('t'), ports)).resolves.toEqual(nothing);
    expect(ports.effects).toEqual([]);
  });

  test('Missing Secrets are an error before any value is decrypted', async () => {
    const ports = fakePorts(serverOf(VALUES));

    await expect(fetchSecrets(settingsFor('name-a\nnothing\nnor this'), tokenOf('t'), ports)).rejects.toMatchObject({
      code: 'secret_not_found',
      message: expect.stringMatching(/"nothing" in line 2.*"nor this" in line 3/),
    });
    expect(ports.requests()).toEqual([LIST]);
  });
});

describe('fetchSecrets: lines', () => {
  test('Several fields and decodings of one Secret need one decryption', async () => {
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

  test('A pattern fetches all Secrets that it matches, with one list', async () => {
    const ports = fakePorts(serverOf({ ...VALUES, a1: 'value-of-a1' }));
    const { results, unnamed } = await fetchSecrets(settingsFor('name-a* | X_*'), tokenOf('t'), ports);

    expect(results.map(({ name, value }) => [name.variable, value?.text])).toEqual([
      ['X_', 'value-of-a'],
      ['X_1', 'value-of-a1'],
    ]);
    expect(ports.requests()).toEqual([LIST, decryptOf('a'), decryptOf('a1')]);
    expect(unnamed).toBe(2);
  });

  test('A key with a field needs no list', async () => {
    const ports = fakePorts(serverOf({ a: { user: 'maria' } }));
    const { results } = await fetchSecrets(settingsFor('secret/Custom/a.user | U'), tokenOf('t'), ports);

    expect(results.map(({ value, who }) => [who, value?.text])).toEqual([
      ['Field "user" of Secret "secret/Custom/a"', 'maria'],
    ]);
    expect(ports.requests()).toEqual([decryptOf('a')]);
  });

  test('Every field of a Secret needs one decryption, also beside other lines', async () => {
    const ports = fakePorts(serverOf({ a: { user: 'maria', more: { n: 1 } } }));
    const { results } = await fetchSecrets(
      settingsFor('name-a.*\nname-a.more.* | X_*@file\nname-a'),
      tokenOf('t'),
      ports,
    );

    expect(results.map(({ name, value }) => [name.variable, value?.text])).toEqual([
      ['NAME_A_USER', 'maria'],
      ['NAME_A_MORE_N', '1'],
      ['X_N', '1'],
      ['NAME_A', '{"user":"maria","more":{"n":1}}'],
    ]);
    expect(ports.requests()).toEqual([LIST, decryptOf('a')]);
  });

  test('Every field of a key needs no list', async () => {
    const ports = fakePorts(serverOf({ a: { user: 'maria' } }));
    const { results, unnamed } = await fetchSecrets(settingsFor('secret/Custom/a.* | A_*'), tokenOf('t'), ports);

    expect(results.map(({ name, who, value }) => [name.variable, who, value?.text])).toEqual([
      ['A_USER', 'Field "user" of Secret "secret/Custom/a"', 'maria'],
    ]);
    expect(unnamed).toBeUndefined();
    expect(ports.requests()).toEqual([decryptOf('a')]);
  });

  test('Every field of all Secrets that a pattern matches is selected', async () => {
    const ports = fakePorts(serverOf({ a: { user: 'maria' }, b: '{"user":"john","n":1}' }));
    const { results } = await fetchSecrets(settingsFor('name-*.* | X_*'), tokenOf('t'), ports);

    expect(results.map(({ name }) => name.variable)).toEqual(['X_A_USER', 'X_B_USER', 'X_B_N']);
  });

  test('An optional Secret that does not exist has no fields', async () => {
    const gone = answer({ error: 'gone' }, { status: 404 });
    const ports = fakePorts(serverOf(VALUES, { gone }));
    const lines = 'nothing.*?\nnothing-*.* ? | X_*\nsecret/Custom/gone.*?';

    expect((await fetchSecrets(settingsFor(lines), tokenOf('t'), ports)).results).toEqual([]);
    expect(ports.said('notice')).toHaveLength(3);
  });

  test('`.*` of an optional Secret that may not be read is an error', async () => {
    const ports = fakePorts(serverOf(VALUES, { a: answer({}, { status: 403 }) }));

    await expect(fetchSecrets(settingsFor('name-a.*?'), tokenOf('t'), ports)).rejects.toMatchObject({
      code: 'permission_denied',
    });
  });

  test('A line whose names would come only from the server is an error before any request', () => {
    expect(() => settingsFor('name-a\n*')).toThrow(expect.objectContaining({ code: 'name_refused' }));
    expect(() => settingsOf({ project_id: 'p', secrets: '*', plan: 'true' })).not.toThrow();
    expect(() => settingsOf({ project_id: 'p', secrets: '*', export_env: 'false' })).not.toThrow();
  });

  test('Names that cannot be used are an error before any value is decrypted', async () => {
    const ports = fakePorts(serverOf(VALUES));
    const lines = '*-a | LD_*\nname-b | X';

    await expect(fetchSecrets(settingsFor(lines), tokenOf('t'), ports)).rejects.toMatchObject({ code: 'name_refused' });
    await expect(fetchSecrets(settingsFor('name-* | @aws'), tokenOf('t'), ports)).rejects.toMatchObject({
      code: 'name_conflict',
    });
    expect(ports.requests()).toEqual([LIST, LIST]);
  });
});

describe('fetchSecrets: Secrets that no line names', () => {
  test.each<[string, string, number | undefined]>([
    ['contains Secrets that no line names', 'name-a\na | A2', 2],
    ['is 0 if a pattern matches all', 'name-*', 0],
    ['is the whole list if no line finds a Secret', 'nothing?', 3],
    ['excludes a Secret that is named by key', 'secret/Custom/a | A\nname-b', 1],
    ['excludes a key that the list does not contain', 'secret/Custom/gone? | A\nname-b', 2],
    ['is unknown without a list', 'secret/Custom/a | A', undefined],
  ])('The count %s', async (_what, lines, expected) => {
    const gone = answer({ error: 'gone' }, { status: 404 });
    const ports = fakePorts(serverOf(VALUES, { gone }));

    expect((await fetchSecrets(settingsFor(lines), tokenOf('t'), ports)).unnamed).toBe(expected);
  });
});

describe('fetchSecrets: when a Secret was changed', () => {
  const changed = (seconds: number) => new Date(seconds * 1000);

  test('The time comes from the list, or from the answer if there is no list', async () => {
    const list = answer({
      data: [{ _id: 'a', _key: 'secret/Custom/a', _type: 'secret/Custom', name: 'name-a', _updated_at: 1_000 }],
    });
    const body = (id: string) => answer({ _key: `secret/Custom/${id}`, value: `value-${id}`, _updated_at: 2_000 });
    const ports = fakePorts(serverOf({}, { list, a: body('a'), b: body('b') }));
    const { results } = await fetchSecrets(settingsFor('name-a\nsecret/Custom/b | B'), tokenOf('t'), ports);

    expect(results.map(({ updatedAt }) => updatedAt)).toEqual([changed(1_000), changed(2_000)]);
  });

  test('The time can be unknown', async () => {
    const { results } = await fetchSecrets(settingsFor('name-a'), tokenOf('t'), fakePorts(serverOf(VALUES)));

    expect(results.map(({ updatedAt }) => updatedAt)).toEqual([undefined]);
  });
});

describe('fetchSecrets: a value is masked directly after its answer', () => {
  test('The fields of a value are masked, and so is user:password', async () => {
    const ports = fakePorts(serverOf({ a: '{"username":"maria","password":"pass-word-1"}' }));

    await fetchSecrets(settingsFor('name-a'), tokenOf('t'), ports);

    expect(ports.effects.map(({ did }) => did).slice(0, 4)).toEqual(['send', 'send', 'mask', 'mask']);
    const [first] = ports.effects.flatMap((effect) => (effect.did === 'mask' ? [effect.texts] : []));
    expect(first).toEqual([
      '{"username":"maria","password":"pass-word-1"}',
      'maria',
      'pass-word-1',
      'maria:pass-word-1',
    ]);
  });

  test('All fields are masked, even if a line requests only one', async () => {
    const ports = fakePorts(serverOf({ a: { user: 'maria', password: 'pass-word-1' } }));

    await fetchSecrets(settingsFor('name-a.user | U'), tokenOf('t'), ports);

    expect(ports.masked()).toContain('pass-word-1');
  });

  test('Plain fields are not masked', async () => {
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
      'contains asterisks in JSON in a text in a field',
      { value: { x: 'a-value', y: '{"z":"********"}' } },
      { code: 'secret_not_decrypted', message: /^Secret "name-a" was returned with eight asterisks / },
    ],
    [
      'contains asterisks in a field',
      { value: { x: 'a-value', y: '********' } },
      { code: 'secret_not_decrypted', message: /^Secret "name-a" was returned with eight asterisks / },
    ],
    [
      'is in `data` and belongs to another Secret',
      { data: { _key: 'x', value: 'a-value' } },
      { code: 'response_invalid', message: /another Secret/ },
    ],
  ])('A value is also masked if it is rejected since it %s', async (_what, body, { code, message }) => {
    const ports = fakePorts(serverOf(VALUES, { a: answer(body) }));

    await expect(fetchSecrets(settingsFor('name-a'), tokenOf('t'), ports)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
    expect(ports.effects.map(({ did }) => did)).toEqual(['send', 'send', 'mask']);
    expect(ports.masked().join()).toContain('a-value');
  });
});

test('A value longer than 1 MiB is rejected', async () => {
  const long = 'x'.repeat(1024 * 1024);

  await expect(
    fetchSecrets(settingsFor('name-a'), tokenOf('t'), fakePorts(serverOf({ a: `${long}y` }))),
  ).rejects.toMatchObject({
    code: 'value_unsupported',
    advice: [],
    message: 'Secret "name-a" (line 1) is longer than 1 MiB, the longest value that this action can mask',
  });
  await expect(
    fetchSecrets(settingsFor('name-a'), tokenOf('t'), fakePorts(serverOf({ a: long }))),
  ).resolves.toMatchObject({ results: [{ value: { text: long } }] });
});

/** The most values that are requested at the same time. */

const settingsForMany = (count: number) => {
  const lines = Array.from({ length: count }, (_, index) => `secret/Custom/${index} | S${index}`);
  return settingsFor(lines.join('\n'));
};

/** A server that answers when the test says so, and the requests that wait for an answer. */
function slowServer() {
  const waiting: { id: number; give: (response: HttpResponse | Error) => void }[] = [];
  const ports = fakePorts(
    ({ url }) =>
      new Promise((resolve, reject) => {
        const give = (response: HttpResponse | Error) =>
          response instanceof Error ? reject(response) : resolve(response);
        waiting.push({ id: Number(url.pathname.split('/').at(-1)), give });
      }),
  );
  const next = () => {
    const request = waiting.shift();
    if (request === undefined) throw new Error('no request waits');
    return request;
  };
  return { waiting, next, ports };
}

const good = (id: number) => answer({ value: `value-${id}` });

/** Lets all pending callbacks run. */
const settle = () => setImmediate();

describe('fetchSecrets: parallel requests', () => {
  test('As many values are requested at the same time as are useful, and the next one as soon as one is answered', async () => {
    const { waiting, next, ports } = slowServer();
    const fetching = fetchSecrets(settingsForMany(50), tokenOf('t'), ports);
    const seen: number[] = [];
    for (let answered = 0; answered < 50; answered += 1) {
      await settle();
      seen.push(waiting.length);
      const { id, give } = next();
      give(good(id));
    }

    expect((await fetching).results.map(({ value }) => value?.text)).toEqual(
      Array.from({ length: 50 }, (_, id) => `value-${id}`),
    );
    expect(Math.max(...seen)).toBe(AT_ONCE);
    expect(seen.slice(0, 31)).toEqual(Array.from({ length: 31 }, () => AT_ONCE));
    expect(ports.requests()).toHaveLength(50);
  });

  test('Results are in the order of the lines, in any order of the answers', async () => {
    const { waiting, ports } = slowServer();
    const fetching = fetchSecrets(settingsForMany(3), tokenOf('t'), ports);
    await settle();
    for (const { id, give } of waiting.toReversed()) {
      give(good(id));
      await settle();
    }

    expect((await fetching).results.map(({ value }) => value?.text)).toEqual(['value-0', 'value-1', 'value-2']);
  });
});

describe('fetchSecrets: after the first failure', () => {
  test('No further request is sent', async () => {
    const { waiting, next, ports } = slowServer();
    const fetching = fetchSecrets(settingsForMany(50), tokenOf('t'), ports);
    await settle();
    next().give(new Error('the first failure'));

    await expect(fetching).rejects.toThrow('the first failure');
    for (const { id, give } of waiting) give(good(id));
    await settle();
    expect(ports.requests()).toHaveLength(AT_ONCE);
  });

  test('No further request is sent, even if other answers arrive at the same moment', async () => {
    const { waiting, next, ports } = slowServer();
    const fetching = fetchSecrets(settingsForMany(50), tokenOf('t'), ports);
    await settle();
    next().give(answer({}, { status: 403 }));
    for (const { id, give } of waiting) give(good(id));

    await expect(fetching).rejects.toMatchObject({ code: 'permission_denied' });
    await settle();
    expect(ports.requests()).toHaveLength(AT_ONCE);
  });

  test('Values that still arrive are masked, and further failures are ignored', async () => {
    const { waiting, next, ports } = slowServer();
    const fetching = fetchSecrets(settingsForMany(4), tokenOf('t'), ports);
    await settle();
    next().give(new Error('the first failure'));
    await expect(fetching).rejects.toThrow('the first failure');

    const [second, third, fourth] = waiting;
    second?.give(good(1));
    third?.give(new Error('the second failure'));
    fourth?.give(good(3));
    await settle();

    expect(ports.masked()).toEqual(['value-1', 'value-3']);
    expect(ports.said('info')).toEqual([]);
  });
});

const BY_KEY = settingsFor('secret/Custom/a | A');
const GOOD = answer({ value: 'the-value' });

/** A server that returns these answers in turn. */
function giving(...answers: ReturnType<typeof answer>[]) {
  return fakePorts(async () => answers.shift() ?? answer('', { status: 500 }));
}

describe('fetchSecrets: a replica that does not know a new token yet', () => {
  test.each([401, 403])(
    'A request that is rejected with %i is sent once more, if this run requested the token',
    async (status) => {
      const ports = giving(answer('', { status }), GOOD);
      const { results } = await fetchSecrets(BY_KEY, tokenOf('t', true), ports);

      expect(results.map(({ value }) => value?.text)).toEqual(['the-value']);
      expect(ports.effects.map(({ did }) => did)).toEqual([
        'send',
        'info',
        'sleep',
        'send',
        'mask',
        'mask',
        'mask',
        'info',
      ]);
    },
  );

  test.each([401, 403])('A second rejection with %i is an error', async (status) => {
    const ports = giving(answer('', { status }), answer('', { status }), GOOD);

    await expect(fetchSecrets(BY_KEY, tokenOf('t', true), ports)).rejects.toMatchObject({
      code: status === 401 ? 'invalid_token' : 'permission_denied',
    });
    expect(ports.requests()).toHaveLength(2);
  });

  test.each([
    [403, false, 'permission_denied'],
    [404, true, 'secret_not_found'],
    [500, true, 'server_failed'],
  ])('The status %i is an error at once, if the token was requested in this run: %j', async (status, fresh, code) => {
    const ports = giving(answer('', { status }), GOOD);

    await expect(fetchSecrets(BY_KEY, tokenOf('t', fresh), ports)).rejects.toMatchObject({ code });
    expect(ports.requests()).toHaveLength(1);
  });
});
