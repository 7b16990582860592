import { describe, expect, test } from '@jest/globals';
import { formatState, parseState, type State } from '../../../src/undo/state.js';

describe('saved state', () => {
  const DOCKER = { name: 'DOCKER_CONFIG', value: '/tmp/a', before: '' };

  test.each<State>([
    { files: [], variables: [] },
    { files: ['/tmp/a b', 'C:\\temp\\ä'], variables: [] },
    { files: [], variables: [], token: { reason: 'nobody can end it' } },
    { files: [], variables: [], scratch: ['/tmp/c'], cache: { folder: '/tmp/d', files: ['/tmp/d/e'] } },
    { files: ['/tmp/a'], variables: [DOCKER, { ...DOCKER, before: '/home/"me"\n' }] },
    {
      files: ['/tmp/a'],
      variables: [DOCKER],
      token: { reason: 'nobody can end it', expiresAt: '2026-11-25T12:00:00.000Z' },
    },
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
    '{"files":[]}',
    '{"variables":[]}',
    '{"files":"/etc/passwd","variables":[]}',
    '{"files":[1],"variables":[]}',
    '{"files":[],"variables":{}}',
    '{"files":[],"variables":["PATH"]}',
    '{"files":[],"variables":[null]}',
    '{"files":[],"variables":[{"name":"A","value":"b"}]}',
    '{"files":[],"variables":[{"name":"A","before":"b"}]}',
    '{"files":[],"variables":[{"value":"A","before":"b"}]}',
    '{"files":[],"variables":[{"name":"A","value":"b","before":null}]}',
    '{"files":[],"variables":[],"scratch":[1]}',
    '{"files":[],"variables":[],"cache":{}}',
    '{"files":[],"variables":[],"cache":{"folder":"/t","files":[1]}}',
    '{"files":[],"variables":[],"token":null}',
    '{"files":[],"variables":[],"token":"t"}',
    '{"files":[],"variables":[],"token":{}}',
    '{"files":[],"variables":[],"token":{"reason":1}}',
    '{"files":[],"variables":[],"token":{"reason":"r","expiresAt":1}}',
  ])('that this action did not write counts as none: %j', (text) => {
    expect(parseState(text)).toBeUndefined();
  });
});
