import { afterEach, describe, expect, test } from '@jest/globals';
import {
  type Chariot,
  type Client,
  exampleProject,
  exampleReader,
  exampleWriter,
  keyOf,
  secret,
  startChariot,
  type Tenant,
} from '../../../emulator/chariot/index.js';

const PROJECT = `/api/identity/v2/settings/project/${exampleProject.id}`;
const KEY = keyOf(secret('db-password', 'correct horse battery staple'));
const DENIED = '403 missing permission secret_list';

let chariot: Chariot;
afterEach(() => chariot.close());

async function get(path: string, client: Client = exampleWriter) {
  const headers = { authorization: `Bearer ${chariot.issueToken(client)}` };
  const response = await fetch(chariot.url + path, { headers });
  return { status: response.status, body: await response.text() };
}

describe('settings', () => {
  test('A list contains all settings with masked values, in the requested order', async () => {
    chariot = await startChariot();
    const { data } = JSON.parse((await get(`${PROJECT}/?sort=name&desc=false`)).body);
    expect(data.map(({ name }: { name: string }) => name)).toEqual([
      'db-password',
      'default-branch',
      'ghcr',
      'training-s3',
    ]);
    const id = expect.stringMatching(/^[0-9A-Za-z]{27}$/);
    const fixed = { _type: 'secret/Custom', _updated_at: 1_722_887_562, name: 'db-password', value: '********' };
    expect(data[0]).toEqual({ _id: id, _key: KEY, ...fixed });
    expect(data[1]).toMatchObject({ _type: 'setting/Custom', value: '********' });
    const reversed = JSON.parse((await get(`${PROJECT}/?sort=name&desc=true`)).body).data;
    expect(reversed).toEqual(data.toReversed());
    expect(JSON.parse((await get(`${PROJECT}/`)).body).data[1].name).toBe('training-s3');
  });

  const masked = /^\{"_id":.+,"value":"\*{8}"\}$/;
  const clear = /^\{"_id":.+,"value":"correct horse battery staple"\}$/;
  const clearInData = /^\{"data":\{"_id":.+,"value":"correct horse battery staple"\}\}$/;
  test.each<[string, Partial<Tenant>, string, RegExp]>([
    ['An entry with decrypt=true has its value in clear text', {}, '?decrypt=true', clear],
    ['An entry with decrypt=false has a masked value', {}, '?decrypt=false', masked],
    ['An entry without decrypt has a masked value', {}, '', masked],
    ['A decrypted entry can be the member data', { decryptShape: 'data' }, '?decrypt=true', clearInData],
  ])('%s', async (...[, tenant, query, expected]) => {
    chariot = await startChariot(tenant);
    const { body } = await get(`${PROJECT}/${KEY}${query}`);
    expect(body).toMatch(expected);
    expect(body).toContain(`"_key":"${KEY}"`);
  });

  test('A decrypted entry contains the JSON text of its value unchanged, also if its type has unusual characters', async () => {
    const odd = { ...secret('odd', null, 'secret/S3 é'), valueText: '{"n":9007199254740993,"t":"\\u0041"}' };
    const owner = { ...exampleProject, kind: 'organization', settings: [odd] } as const;
    chariot = await startChariot({ owners: [owner] });
    const key = keyOf(odd).split('/').map(encodeURIComponent).join('/');
    const { body } = await get(`${PROJECT.replace('project/', 'organization/')}/${key}?decrypt=true`);
    expect(body).toContain('"value":{"n":9007199254740993,"t":"\\u0041"}}');
  });
});

const withoutRole: Client = { ...exampleWriter, roles: {} };
const owner: Client = { ...exampleWriter, roles: { [exampleProject.id]: 'Owner' } };

describe('roles', () => {
  test.each<[string, Client, Record<'list' | 'show' | 'decrypt', string>]>([
    [
      'A Reader can list and read, but not decrypt',
      exampleReader,
      { list: '200', show: '200', decrypt: '403 missing permission secret_decrypt' },
    ],
    ['A Writer can list, read and decrypt', exampleWriter, { list: '200', show: '200', decrypt: '200' }],
    ['An Owner can list, read and decrypt', owner, { list: '200', show: '200', decrypt: '200' }],
    ['A client without a role can do nothing', withoutRole, { list: DENIED, show: DENIED, decrypt: DENIED }],
  ])('%s', async (_name, client, expected) => {
    chariot = await startChariot();
    const outcome = async (path: string) => {
      const { status, body } = await get(PROJECT + path, client);
      return `${status} ${JSON.parse(body).error ?? ''}`.trim();
    };
    const [list, show] = [await outcome('/'), await outcome(`/${KEY}`)];
    expect({ list, show, decrypt: await outcome(`/${KEY}?decrypt=true`) }).toEqual(expected);
  });
});
