import { describe, expect, test } from '@jest/globals';
import type { HttpResponse } from '../../src/ports.js';
import { fetchSecrets } from '../../src/secrets/fetch.js';
import { answer, fakePorts, LIST, serverOf, settingsOf, tokenOf } from '../support/fake-ports.js';

const VALUES = { a: 'value-of-a', b: 'value-of-b' };

/** Fetches what the lines name from a server with its own answers for some Secrets or for the list. */
function fetching(secrets: string, answers: Readonly<Record<string, HttpResponse>>) {
  const ports = fakePorts(serverOf(VALUES, answers));
  return { ports, result: fetchSecrets(settingsOf({ project_id: 'p', secrets }), tokenOf('t'), ports) };
}

const LACKING =
  'since the request requires the permission secret_decrypt (the roles Writer and Owner have it, Reader does not)';

describe('fetchSecrets: a value that is rejected', () => {
  test.each<[string, HttpResponse, { code: string; message: string }]>([
    [
      'is null',
      answer({ value: null }),
      { code: 'secret_not_decrypted', message: 'Secret "name-a" was returned without a value (null)' },
    ],
    [
      'is eight asterisks',
      answer({ value: '********' }),
      {
        code: 'secret_not_decrypted',
        message: 'Secret "name-a" was returned with eight asterisks instead of the value',
      },
    ],
    [
      'has no value',
      answer({ _key: 'secret/Custom/a' }),
      {
        code: 'response_invalid',
        message: 'answered 200 with JSON that has no `value`, neither at the top level nor in `data`',
      },
    ],
    [
      'is a web page',
      answer('<html>', { contentType: 'text/html' }),
      { code: 'response_invalid', message: 'answered 200 with a web page instead of JSON' },
    ],
    ['is broken JSON', answer('{"value":"x'), { code: 'response_invalid', message: 'answered 200 with invalid JSON' }],
    ['is 403', answer({}, { status: 403 }), { code: 'permission_denied', message: `answered 403 ${LACKING}` }],
    [
      'is 401, although the server accepted the token for the list',
      answer({}, { status: 401 }),
      { code: 'permission_denied', message: `answered 401 ${LACKING}` },
    ],
    [
      'is 404, although the Secret is in the list',
      answer({}, { status: 404 }),
      {
        code: 'secret_not_found',
        message: `answered 404 although the Secret is in the list: it was deleted meanwhile, or ${LACKING.replace('since ', '')}`,
      },
    ],
    [
      'is 404 in plain text',
      answer('404 page not found', { status: 404, contentType: 'text/plain' }),
      { code: 'endpoint_not_found', message: 'answered 404' },
    ],
    ['is 503', answer({}, { status: 503 }), { code: 'server_failed', message: 'answered 503' }],
  ])('The value is an error if the answer %s', async (_what, response, { code, message }) => {
    const { result } = fetching('name-a', { a: response });

    await expect(result).rejects.toMatchObject({ code, message: expect.stringContaining('Secret "name-a"') });
    await expect(result).rejects.toThrow(new RegExp(`${message.replace(/[()*]/g, '\\$&')}$`));
  });
});

describe('fetchSecrets: a value that is named by its key', () => {
  test('The status 401 means an invalid token, since the token was not used before', async () => {
    const { result } = fetching('secret/Custom/a | A', { a: answer({}, { status: 401 }) });

    await expect(result).rejects.toMatchObject({
      code: 'invalid_token',
      message: expect.stringMatching(/answered 401$/),
    });
  });

  test('The status 401 means a missing permission if the server accepted the token for the list', async () => {
    const { result } = fetching('name-b\nsecret/Custom/gone | A', { gone: answer({}, { status: 401 }) });

    await expect(result).rejects.toMatchObject({ code: 'permission_denied' });
  });

  test.each([
    ['without a list', 'secret/Custom/gone | A'],
    ['that is not in the list', 'name-b\nsecret/Custom/gone | A'],
  ])('The status 404 means a missing Secret %s', async (_what, secrets) => {
    const { result } = fetching(secrets, { gone: answer({ error: 'gone' }, { status: 404 }) });

    await expect(result).rejects.toMatchObject({
      code: 'secret_not_found',
      message: expect.stringMatching(/^Decrypting Secret "secret\/Custom\/gone" failed: .* answered 404$/),
    });
  });
});

const gone = answer({ error: 'gone' }, { status: 404 });

describe('fetchSecrets: an optional Secret', () => {
  test('An optional Secret that is not in the list is a notice, and the others are fetched', async () => {
    const { ports, result } = fetching('\nnothing? | X\nname-b\nnone-*?', {});

    expect((await result).results.map(({ value }) => value?.text)).toEqual(['value-of-b']);
    expect(ports.said('notice')).toEqual([
      '`secrets`, line 2: there is no Secret "nothing"; it is optional.',
      '`secrets`, line 4: there is no Secret "none-*"; it is optional.',
    ]);
  });

  test('The notice for an optional Secret suggests near names', async () => {
    const { ports, result } = fetching('nam-b?\nname-b', {});

    await result;
    expect(ports.said('notice')).toEqual([
      '`secrets`, line 1: there is no Secret "nam-b" (did you mean "name-b"?); it is optional.',
    ]);
  });

  test('A line in another notation is an error before any value is decrypted, even if it is optional', async () => {
    const { ports, result } = fetching('name-b -> X?\nname-a', {});

    await expect(result).rejects.toMatchObject({
      code: 'secret_not_found',
      message: expect.stringContaining('"name-b -> X?" in line 1 (write `name-b? | X`)'),
    });
    expect(ports.requests()).toEqual([LIST]);
  });

  test('The error for a missing Secret does not list a name that contains a masked text', async () => {
    const ports = fakePorts(serverOf(VALUES));
    ports.mask(['name-a']);

    const failure = fetchSecrets(settingsOf({ project_id: 'p', secrets: 'nothing' }), tokenOf('t'), ports);
    await expect(failure).rejects.toMatchObject({ message: expect.stringMatching(/, among them "name-b"/) });
    await expect(failure).rejects.not.toMatchObject({ message: expect.stringContaining('name-a') });
  });

  test.each([
    ['that is named by its key', 'secret/Custom/gone? | X\nname-b', 'secret/Custom/gone'],
    ['that was deleted after the list', 'name-a?\nname-b', 'name-a'],
    ['that several optional lines name', 'name-a? | X\na? | Y\nname-b', 'name-a'],
  ])('An optional Secret without a value is a notice: one %s', async (_what, lines, name) => {
    const { ports, result } = fetching(lines, { gone, a: gone });

    expect((await result).results.map(({ value }) => value?.text)).toEqual(['value-of-b']);
    expect(ports.said('notice')).toEqual([`Secret "${name}" does not exist; it is optional.`]);
    expect(ports.said('info')).toEqual(['Decrypted 1 Secret of project "p".']);
  });

  test('A Secret that is optional in one line and required in another is an error', async () => {
    const { result } = fetching('name-a? | X\na | Y', { a: gone });

    await expect(result).rejects.toMatchObject({ code: 'secret_not_found' });
  });

  test.each<[string, HttpResponse, string]>([
    ['may not be read', answer({}, { status: 403 }), 'permission_denied'],
    ['may not be read (401)', answer({}, { status: 401 }), 'permission_denied'],
    ['is withheld', answer({ value: '********' }), 'secret_not_decrypted'],
    ['is null', answer({ value: null }), 'secret_not_decrypted'],
    ['has no value', answer({}), 'response_invalid'],
    [
      'is requested from a missing service',
      answer('no', { status: 404, contentType: 'text/plain' }),
      'endpoint_not_found',
    ],
    ['is requested from a failing server', answer({}, { status: 500 }), 'server_failed'],
  ])('An optional Secret that %s is an error', async (_what, response, code) => {
    const { ports, result } = fetching('name-a?\nname-b?', { a: response });

    await expect(result).rejects.toMatchObject({ code });
    expect(ports.said('notice')).toEqual([]);
  });
});

describe('fetchSecrets: a field that does not exist', () => {
  const structured = answer({ _key: 'secret/Custom/a', value: { user: 'maria' } });

  test('An optional field that does not exist is a notice', async () => {
    const { ports, result } = fetching('name-a.usr? | X\nname-a.user | U', { a: structured });

    expect((await result).results.map(({ value }) => value?.text)).toEqual(['maria']);
    expect(ports.said('notice')).toEqual([
      '`secrets`, line 1: Field "usr" of Secret "name-a" does not exist; it is optional.',
    ]);
  });

  test('A required field that does not exist is an error', async () => {
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
])('A list that is answered with %s is an error, and nothing is decrypted', async (_what, response, code) => {
  const { ports, result } = fetching('name-a', { list: response });

  await expect(result).rejects.toMatchObject({ code });
  expect(ports.requests()).toEqual([LIST]);
  expect(ports.said('info')).toEqual([]);
});
