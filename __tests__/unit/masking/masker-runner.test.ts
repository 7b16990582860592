import { describe, expect, test } from '@jest/globals';
import { shown, WRITERS } from '../../../harness/judges/shown-runs.js';
import { readLog } from '../../../harness/runner/log.js';
import { createMasker } from '../../../src/masking/masker.js';
import { NASTY_SECRETS } from '../../support/nasty-secrets.js';

/** The log of a runner that reads the masks of a secret, and what the step printed for them, as the toolkit prints commands. */
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

describe("createMasker, read by GitHub's runner", () => {
  test.each(Object.entries(NASTY_SECRETS))('The commands that mask %s show nothing of the value', (_kind, secret) => {
    const { log, output } = runnerWith(secret);

    expect(log.lines.filter((line) => shown(line, secret) !== undefined)).toEqual([]);
    expect(log.annotations).toEqual([]);
    expect(new Set(log.commands.map(({ command }) => command))).toEqual(new Set(['add-mask']));
    expect(output).toMatch(/^(?:::add-mask::.*\n)+$/);
  });

  test.each(Object.entries(NASTY_SECRETS))(
    'The log shows nothing of %s, in whatever way a later step prints the value',
    (_kind, secret) => {
      const { log } = runnerWith(secret);
      const visible = Object.entries(WRITERS).filter(([, write]) => {
        const printed = write(secret);
        // As one text, and as the lines that a process prints.
        const lines = [printed, ...printed.split(/\r\n|\r|\n/)];
        return lines.some((line) => shown(log.masker.mask(line), secret) !== undefined);
      });

      expect(visible.map(([writer]) => writer)).toEqual([]);
    },
  );

  test('Without masks, each of these ways to print shows the secret', () => {
    const secret = 'correct-horse-battery';
    const hidden = Object.entries(WRITERS).filter(([, write]) => shown(write(secret), secret) === undefined);

    expect(hidden).toEqual([]);
  });
});
