import { describe, expect, test } from '@jest/globals';
import { shown, WRITERS } from '../../../harness/judges/shown-runs.js';
import { readLog } from '../../../harness/runner/log.js';
import { createMasker } from '../../../src/masking/masker.js';
import { NASTY_SECRETS } from '../../support/nasty-secrets.js';

/** The log of a runner that gets the masks of a secret, printed as the toolkit prints them, and what was printed. */
function runnerWith(secret: string) {
  let output = '';
  const masker = createMasker((data) => {
    for (const text of data) {
      const escaped = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
      output += `::add-mask::${escaped}\n`;
    }
  });
  masker.mask([secret]);
  return { log: readLog(output), output };
}

describe.each(Object.keys(NASTY_SECRETS))('of %s', (name) => {
  const secret = NASTY_SECRETS[name] ?? '';
  const { log, output } = runnerWith(secret);

  test('the commands that mask it show nothing', () => {
    expect(log.lines.filter((line) => shown(line, secret) !== undefined)).toEqual([]);
    expect(log.annotations).toEqual([]);
    expect(log.commands.length).toBeGreaterThan(0);
    expect(new Set(log.commands.map(({ command }) => command))).toEqual(new Set(['add-mask']));
    expect(output).toMatch(/^(?:::add-mask::.*\n)+$/);
  });

  test.each(Object.keys(WRITERS))('nothing is shown when a step prints it as %s', (writer) => {
    const printed = WRITERS[writer]?.(secret) ?? '';
    // Printed as one text, and as the lines that a process prints.
    const lines = [printed, ...printed.split(/\r\n|\r|\n/)];

    expect(lines.map((line) => shown(log.masker.mask(line), secret)).filter((run) => run !== undefined)).toEqual([]);
  });
});

test('a line without masks is seen to show a secret in each of these encodings', () => {
  const secret = 'correct-horse-battery';

  for (const write of Object.values(WRITERS)) {
    expect(shown(write(secret), secret)).toBeDefined();
  }
});
