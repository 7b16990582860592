import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Chariot, exampleProject, exampleWriter, keyOf, startChariot } from '../../../emulator/chariot/index.js';

const ME = '/api/identity/v2/users/me/';
const PROJECT = `/api/identity/v2/settings/project/${exampleProject.id}`;

let chariot: Chariot;
beforeEach(async () => {
  chariot = await startChariot();
});
afterEach(() => chariot.close());

async function statuses(...paths: string[]): Promise<number[]> {
  const headers = { authorization: `Bearer ${chariot.issueToken(exampleWriter)}` };
  const seen: number[] = [];
  for (const path of paths) seen.push((await fetch(chariot.url + path, { headers })).status);
  return seen;
}

describe('setFault', () => {
  const fault = { kind: 'status', status: 503 } as const;

  test('A fault can apply to the n-th request or to the first requests after it is set', async () => {
    chariot.setFault('me', fault, { nth: 2 });
    expect(await statuses(ME, ME, ME)).toEqual([200, 503, 200]);
    chariot.setFault('me', { ...fault, status: 429 }, { first: 2 });
    expect(await statuses(ME, ME, ME)).toEqual([429, 429, 200]);
  });

  test('A fault can apply to the requests for one key', async () => {
    const [one, other] = exampleProject.settings.map(keyOf);
    chariot.setFault('decrypt', fault, { key: `${one}`, nth: 1 });
    const paths = [other, one, one].map((key) => `${PROJECT}/${key}?decrypt=true`);
    expect(await statuses(...paths)).toEqual([200, 503, 200]);
  });

  test('A fault of one route or of all routes applies until it is removed', async () => {
    chariot.setFault('me', fault);
    chariot.setFault('list', fault);
    expect(await statuses(ME, `${PROJECT}/`, '/')).toEqual([503, 503, 404]);
    chariot.setFault('me', undefined);
    expect(await statuses(ME, `${PROJECT}/`)).toEqual([200, 503]);
    chariot.setFault('all', { ...fault, status: 500 });
    expect(await statuses(ME, `${PROJECT}/`, '/')).toEqual([500, 500, 500]);
    chariot.setFault('all', undefined);
    expect(await statuses(ME, `${PROJECT}/`)).toEqual([200, 200]);
  });
});
