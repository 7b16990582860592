import { describe, expect, test } from '@jest/globals';
import { stable } from '../../../scripts/demo/stable.js';

describe('stable', () => {
  test.each([
    ['Logged in to http://127.0.0.1:40123/x.', 'Logged in to https://chariot.example.com/x.'],
    ['until 2026-12-01T03:32:07.583Z.', 'until 2026-01-15T14:05:00.000Z.'],
    ['expires 2026-12-01 03:32 UTC.', 'expires 2026-01-15 14:05 UTC.'],
    ['in 60 min (03:32 UTC).', 'in 60 min (14:05 UTC).'],
    ['5 requests in 39 ms', '5 requests in 40 ms'],
    [
      '<code>/tmp/demo-3BRmhr/_temp/bearer-login-db3f98e3-29ad-4f8c-9ed6-5d3f2c08d0fc/x</code>',
      '<code>/runner/_work/_temp/bearer-login-1d0f4c7e-5a52-4c9b-8f1e-3b6a2d9c7e10/x</code>',
    ],
    ['X-Request-ID "00000000-0000-4000-8000-000000000013"', 'X-Request-ID "00000000-0000-4000-8000-000000000001"'],
    ['changed 12 days ago, https://s3.example.com', 'changed 12 days ago, https://s3.example.com'],
  ])('%j is shown in a picture as %j', (text, shown) => {
    expect(stable(text)).toBe(shown);
  });
});
