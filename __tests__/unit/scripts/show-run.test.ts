import { describe, expect, test } from '@jest/globals';
import { createLog } from '../../../harness/runner/journal.js';
import { readLog } from '../../../harness/runner/log.js';
import { drawn, logOf, shownValue } from '../../../scripts/demo/show-run.js';
import type { Paint } from '../../../scripts/demo/style.js';

const mark: Paint = (style, text) => (text === '' ? '' : `<${style} ${text}>`);

const show = (...lines: string[]) => logOf({ log: readLog(lines.join('\n')) }, mark);

describe('logOf', () => {
  test('A group is its title, and debug lines are left out', () => {
    const lines = ['a', '::debug::hidden', '::group::Outputs: 4', 'bearer_token', 'b', '::endgroup::', 'c'];

    expect(show(...lines)).toEqual(['a', '▸ Outputs: 4', 'c']);
  });

  test('The second of two groups is its title also', () => {
    expect(show('::group::One', 'a', '::endgroup::', '::group::Two', 'b', '::endgroup::')).toEqual(['▸ One', '▸ Two']);
  });

  test.each([
    ['::error title=T::It failed', '<bad Error:> It failed'],
    ['::warning::Look', '<warning Warning:> Look'],
    ['::notice::Look', '<strong Notice:> Look'],
    ['Logged in to Chariot', '<good Logged in> to Chariot'],
    ['Decrypted 3 Secrets', 'Decrypted 3 Secrets'],
  ])('The line %j is shown as %j', (line, shown) => {
    expect(show(line)).toEqual([shown]);
  });

  test('A long line continues below its start', () => {
    expect(show(`${'word '.repeat(25)}end`)).toEqual([
      'word '.repeat(19).trim(),
      '  word word word word word word end',
    ]);
  });
});

describe('shownValue', () => {
  const log = createLog();
  log.masker.addValue('example-secret');
  const shown = (value: string) => shownValue(value, { log, temp: '/tmp/x/_temp' }, mark);

  test.each([
    ['', '<quiet (empty)>'],
    ['example-secret', '<quiet ***>'],
    ['us-east-1', 'us-east-1'],
    ['/tmp/x/_temp/bearer-login-db3f98e3-29ad-4f8c-9ed6-5d3f2c08d0fc/a', '$RUNNER_TEMP/bearer-login-…/a'],
  ])('The value %j of a variable is shown as %j', (value, text) => {
    expect(shown(value)).toBe(text);
  });
});

describe('drawn', () => {
  test('A headline is strong, and box lines are quiet', () => {
    expect(drawn('<h3>Ready</h3><table><tr><td>a</td></tr></table>', mark)).toEqual([
      '<strong Ready>',
      '',
      '<quiet ┌───┐>',
      '<quiet │> a <quiet │>',
      '<quiet └───┘>',
    ]);
  });

  test('A step that wrote no summary shows nothing', () => {
    expect(drawn('', mark)).toEqual([]);
  });
});
