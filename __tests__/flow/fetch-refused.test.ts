import { describe, expect, test } from '@jest/globals';
import type { HttpResponse } from '../../src/ports.js';
import { fetchSecrets } from '../../src/secrets/fetch.js';
import { answer, fakePorts, LIST, serverOf, settingsOf, tokenOf } from '../support/fake-ports.js';

const VALUES = { a: 'value-of-a', b: 'value-of-b' };

/** Fetches what the lines name from a server that answers for the Secret a, or for the list, as is given. */
function fetching(secrets: string, answers: Readonly<Record<string, HttpResponse>>) {
  const ports = fakePorts(serverOf(VALUES, answers));
  return { ports, result: fetchSecrets(settingsOf({ project_id: 'p', secrets }), tokenOf('t'), ports) };
}

const LACKING =
  'since the request requires the permission secret_decrypt (the roles Writer and Owner have it, Reader has not)';

describe('a value is refused', () => {
  test.each<[string, HttpResponse, { code: string; message: string }]>([
    [
      'as null',
      answer({ value: null }),
      { code: 'secret_not_decrypted', message: 'Secret "name-a" was returned without a value (null)' },
    ],
    [
      'as stars',
      answer({ value: '********' }),
      {
        code: 'secret_not_decrypted',
        message: 'Secret "name-a" was returned with eight asterisks instead of the value',
      },
    ],
    [
      'when there is none',
      answer({ _key: 'secret/Custom/a' }),
      {
        code: 'response_invalid',
        message: 'answered 200 with JSON that has no `value`, neither at the top level nor in `data`',
      },
    ],
    [
      'as a page',
      answer('<html>', { contentType: 'text/html' }),
      { code: 'response_invalid', message: 'answered 200 with a web page instead of JSON' },
    ],
    ['as broken JSON', answer('{"value":"x'), { code: 'response_invalid', message: 'answered 200 with invalid JSON' }],
    ['with 403', answer({}, { status: 403 }), { code: 'permission_denied', message: `answered 403 ${LACKING}` }],
    [
      'with 401, though the list was given',
      answer({}, { status: 401 }),
      { code: 'permission_denied', message: `answered 401 ${LACKING}` },
    ],
    [
      'with 404, though it is in the list',
      answer({}, { status: 404 }),
      {
        code: 'secret_not_found',
        message: `answered 404 although the Secret is in the list: it was deleted meanwhile, or this happens ${LACKING}`,
      },
    ],
    [
      'with 404 in plain text',
      answer('404 page not found', { status: 404, contentType: 'text/plain' }),
      { code: 'endpoint_not_found', message: 'answered 404' },
    ],
    ['with 503', answer({}, { status: 503 }), { code: 'server_failed', message: 'answered 503' }],
  ])('%s', async (_what, response, { code, message }) => {
    const { result } = fetching('name-a', { a: response });

    await expect(result).rejects.toMatchObject({ code, message: expect.stringContaining('Secret "name-a"') });
    await expect(result).rejects.toThrow(new RegExp(`${message.replace(/[()*]/g, '\\$&')}$`));
  });
});

describe('a value whose key the workflow gives is refused', () => {
  test('with 401 for the token, since nobody has tried it yet', async () => {
    const { result } = fetching('secret/Custom/a | A', { a: answer({}, { status: 401 }) });

    await expect(result).rejects.toMatchObject({
      code: 'invalid_token',
      message: expect.stringMatching(/answered 401$/),
    });
  });

  test('with 401 since the request requires the permission, where the token was good for the list', async () => {
    const { result } = fetching('name-b\nsecret/Custom/gone | A', { gone: answer({}, { status: 401 }) });

    await expect(result).rejects.toMatchObject({ code: 'permission_denied' });
  });

  test.each([
    ['and there is no list', 'secret/Custom/gone | A'],
    ['and is not said to be in the list, where it is not', 'name-b\nsecret/Custom/gone | A'],
  ])('with 404 %s', async (_what, secrets) => {
    const { result } = fetching(secrets, { gone: answer({ error: 'gone' }, { status: 404 }) });

    await expect(result).rejects.toMatchObject({
      code: 'secret_not_found',
      message: expect.stringMatching(/^Decrypting Secret "secret\/Custom\/gone" failed: .* answered 404$/),
    });
  });
});

const gone = answer({ error: 'gone' }, { status: 404 });

describe('an optional Secret', () => {
  test('that no list has is a notice, and the others are there', async () => {
    const { ports, result } = fetching('\nnothing? | X\nname-b\nnone-*?', {});

    expect((await result).results.map(({ value }) => value?.text)).toEqual(['value-of-b']);
    expect(ports.said('notice')).toEqual([
      '`secrets`, line 2: there is no Secret "nothing"; it is optional.',
      '`secrets`, line 4: there is no Secret "none-*"; it is optional.',
    ]);
  });

  test.each([
    ['whose key is given', 'secret/Custom/gone? | X\nname-b', 'secret/Custom/gone'],
    ['that was deleted behind the list', 'name-a?\nname-b', 'name-a'],
    ['that several optional lines name', 'name-a? | X\na? | Y\nname-b', 'name-a'],
  ])('that does not exist when it is asked for is a notice: one %s', async (_what, lines, name) => {
    const { ports, result } = fetching(lines, { gone, a: gone });

    expect((await result).results.map(({ value }) => value?.text)).toEqual(['value-of-b']);
    expect(ports.said('notice')).toEqual([`Secret "${name}" does not exist; it is optional.`]);
    expect(ports.said('info')).toEqual(['Decrypted 1 Secret of project "p".']);
  });

  test('that another line needs is an error', async () => {
    const { result } = fetching('name-a? | X\na | Y', { a: gone });

    await expect(result).rejects.toMatchObject({ code: 'secret_not_found' });
  });

  test.each<[string, HttpResponse, string]>([
    ['may not be read', answer({}, { status: 403 }), 'permission_denied'],
    ['may not be read, said with 401', answer({}, { status: 401 }), 'permission_denied'],
    ['is kept back', answer({ value: '********' }), 'secret_not_decrypted'],
    ['is null', answer({ value: null }), 'secret_not_decrypted'],
    ['has no value', answer({}), 'response_invalid'],
    ['stands where no service is', answer('no', { status: 404, contentType: 'text/plain' }), 'endpoint_not_found'],
    ['meets a server that fails', answer({}, { status: 500 }), 'server_failed'],
  ])('that %s is an error all the same', async (_what, response, code) => {
    const { ports, result } = fetching('name-a?\nname-b?', { a: response });

    await expect(result).rejects.toMatchObject({ code });
    expect(ports.said('notice')).toEqual([]);
  });
});

describe('a field that a Secret does not have', () => {
  const structured = answer({ _key: 'secret/Custom/a', value: { user: 'maria' } });

  test('is a notice where it is optional', async () => {
    const { ports, result } = fetching('name-a.usr? | X\nname-a.user | U', { a: structured });

    expect((await result).results.map(({ value }) => value?.text)).toEqual(['maria']);
    expect(ports.said('notice')).toEqual([
      '`secrets`, line 1: Field "usr" of Secret "name-a" does not exist; it is optional.',
    ]);
  });

  test('is an error elsewhere', async () => {
    await expect(fetching('name-a.usr | X', { a: structured }).result).rejects.toMatchObject({
      code: 'field_not_found',
      message: 'Secret "name-a" has 1 field, but no field "usr" (did you mean "user"?)',
    });
  });
});

test.each<[string, HttpResponse, string]>([
  ['403', answer({ error: 'no' }, { status: 403 }), 'permission_denied'],
  ['404', answer({ error: 'no' }, { status: 404 }), 'owner_not_found'],
  ['401', answer({ error: 'no' }, { status: 401 }), 'invalid_token'],
  ['something else', answer({ items: [] }), 'response_invalid'],
])('a list that is answered with %s ends everything', async (_what, response, code) => {
  const { ports, result } = fetching('name-a', { list: response });

  await expect(result).rejects.toMatchObject({ code });
  expect(ports.requests()).toEqual([LIST]);
  expect(ports.said('info')).toEqual([]);
});
