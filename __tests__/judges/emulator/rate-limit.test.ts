import { describe, expect, test } from '@jest/globals';
import { startChariot } from '../../../emulator/chariot/index.js';
import { createRateLimit } from '../../../emulator/server/rate-limit.js';

describe('createRateLimit', () => {
  test('The requests of one second are admitted at once, and then one for each part of a second that passes', () => {
    let now = 0;
    const refuse = createRateLimit({ perSecond: 4 }, () => now);
    const admitted = (times: number) => Array.from({ length: times }, refuse).map((refusal) => refusal === undefined);

    expect(admitted(5)).toEqual([true, true, true, true, false]);
    now = 250;
    expect(admitted(2)).toEqual([true, false]);
    now = 60_000;
    expect(admitted(5)).toEqual([true, true, true, true, false]);
  });

  test.each([
    [undefined, undefined],
    [3, '3'],
  ])('If retryAfter is %s, a refusal has the header Retry-After with %s', (retryAfter, header) => {
    const refuse = createRateLimit({ perSecond: 0, ...(retryAfter === undefined ? {} : { retryAfter }) });

    expect(refuse()).toMatchObject({ status: 429, body: '{"error":"too many requests"}' });
    expect(refuse()?.headers['retry-after']).toBe(header);
  });
});

test('An emulator with a limit answers a request above it with 429', async () => {
  const chariot = await startChariot({}, { limit: { perSecond: 0 } });
  const { status } = await fetch(`${chariot.url}/api/identity/v2/users/me/`);
  await chariot.close();

  expect(status).toBe(429);
});
