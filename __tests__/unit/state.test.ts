import { describe, expect, test } from '@jest/globals';
import { formatState, parseState } from '../../src/state.js';

describe('saved state', () => {
  test.each([
    [{ files: [] }],
    [{ files: ['/tmp/a b', 'C:\\temp\\ä'] }],
    [{ files: [], token: { reason: 'nobody can end it' } }],
    [{ files: ['/tmp/a'], token: { reason: 'nobody can end it', expiresAt: '2026-11-25T12:00:00.000Z' } }],
  ])('comes back as it was: %j', (state) => {
    const text = formatState(state);

    expect(text).not.toContain('\n');
    expect(parseState(text)).toEqual(state);
  });

  test.each([
    '',
    '{',
    'null',
    '1',
    '[]',
    '{}',
    '{"files":"/etc/passwd"}',
    '{"files":[1]}',
    '{"files":[],"token":null}',
    '{"files":[],"token":"t"}',
    '{"files":[],"token":{}}',
    '{"files":[],"token":{"reason":1}}',
    '{"files":[],"token":{"reason":"r","expiresAt":1}}',
  ])('that this action did not write counts as none: %j', (text) => {
    expect(parseState(text)).toBeUndefined();
  });
});
