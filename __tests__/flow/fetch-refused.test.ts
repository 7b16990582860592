import { describe, expect, test } from '@jest/globals';
import type { HttpResponse } from '../../src/ports.js';
import { fetchSecrets } from '../../src/secrets/fetch.js';
import { answer, fakePorts, LIST, serverOf, settingsOf } from '../support/fake-ports.js';

const VALUES = { a: 'value-of-a', b: 'value-of-b' };

/** Fetches what the lines name from a server that answers for the Secret a, or for the list, as is given. */
function fetching(secrets: string, answers: Readonly<Record<string, HttpResponse>>) {
  const ports = fakePorts(serverOf(VALUES, answers));
  return { ports, result: fetchSecrets(settingsOf({ project_id: 'p', secrets }), 't', ports) };
}

const LACKING = 'for lack of the permission secret_decrypt (the roles Writer and Owner have it, Reader has not)';

describe('a value is refused', () => {
  test.each<[string, HttpResponse, { code: string; message: string }]>([
    [
      'as null',
      answer({ value: null }),
      { code: 'secret_not_decrypted', message: 'Secret "name-a" was answered without a value (null)' },
    ],
    [
      'as stars',
      answer({ value: '********' }),
      {
        code: 'secret_not_decrypted',
        message: 'Secret "name-a" was answered with eight asterisks in place of the value',
      },
    ],
    [
      'when there is none',
      answer({ _key: 'secret/Custom/a' }),
      {
        code: 'response_invalid',
        message: 'answered 200 with JSON that has no `value`, neither at its top nor under `data`',
      },
    ],
    [
      'as a page',
      answer('<html>', { contentType: 'text/html' }),
      { code: 'response_invalid', message: 'answered 200 with a web page instead of JSON' },
    ],
    [
      'as broken JSON',
      answer('{"value":"x'),
      { code: 'response_invalid', message: 'answered 200 with JSON that is broken' },
    ],
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
        message: `answered 404 although the Secret is in the list: it was deleted just now, or refused ${LACKING}`,
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

  test('with 401 for lack of the permission, where the token was good for the list', async () => {
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
