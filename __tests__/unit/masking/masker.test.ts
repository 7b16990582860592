import { EOL } from 'node:os';
// biome-ignore lint/style/noRestrictedImports: the commands are compared with those of the toolkit.
import { setSecret } from '@actions/core';
import { describe, expect, jest, test } from '@jest/globals';
import { runsOfSecret, runsShown, shown, WRITERS } from '../../../harness/judges/shown-runs.js';
import { readLog } from '../../../harness/runner/log.js';
import { createMasker } from '../../../src/masking/masker.js';
import { textOfMask } from '../../support/mask-commands.js';
import { NASTY_SECRETS } from '../../support/nasty-secrets.js';

function recordingMasker() {
  const sent: string[] = [];
  return { sent, ...createMasker((commands) => sent.push(...commands.map(textOfMask))) };
}

/** A value that is searched in pieces. */
const LONG = 'correct-horse.'.repeat(20);

describe('mask', () => {
  test('Texts are sent with their forms, the longest first, whatever the order of the texts', () => {
    const { mask, sent } = recordingMasker();

    mask(['short one', 'a much longer one']);

    expect(sent).toEqual(expect.arrayContaining(['a much longer one', 'short one', 'a%20much%20longer%20one']));
    expect(sent).toEqual([...sent].sort((a, b) => b.length - a.length));
  });

  test('A mask is sent once, within one call and over several calls', () => {
    const { mask, sent } = recordingMasker();

    mask(['correct-horse', 'correct-horse']);
    const first = [...sent];
    mask(['correct-horse']);

    expect(new Set(first).size).toBe(first.length);
    expect(sent).toEqual(first);
  });

  test('After a value, only new parts of another value are sent', () => {
    const { mask, sent } = recordingMasker();

    mask(['line one\nline two']);
    sent.length = 0;
    mask(['line two', 'line three']);

    expect(sent).toContain('line three');
    expect(sent).not.toContain('line two');
  });

  test('Nothing is printed for a text that adds no mask', () => {
    const printed: (readonly string[])[] = [];
    const { mask } = createMasker((commands) => void printed.push(commands));
    mask(['correct-horse']);
    mask(['correct-horse']);
    mask(['correct-horse', '']);

    expect(printed).toHaveLength(1);
  });

  test('Blanks and plain JSON syntax are never sent', () => {
    const { mask, sent } = recordingMasker();

    mask(['', ' \n', 'true', '{', '[null]']);

    expect(sent).toEqual([]);
  });

  test('A text with a combining mark first is sent in each form that a runner needs', () => {
    const { mask, sent } = recordingMasker();

    mask(['\u0301a%b']);

    expect(sent.filter((data) => data.includes('\u0301'))).toEqual(['\n\u0301a%25b', '\n\u0301a%b', '\u0301a%b']);
  });
});

describe('mask, with plain leaves', () => {
  const LOGIN = '{"server":"ghcr.io","password":"hunter-2"}';

  test('A plain leaf of a document is not sent in any form', () => {
    const { mask, sent } = recordingMasker();

    mask([LOGIN, 'hunter-2'], ['ghcr.io']);

    expect(sent).toEqual(expect.arrayContaining([LOGIN, 'hunter-2']));
    expect(sent).not.toContain('ghcr.io');
    expect(sent).not.toContain(Buffer.from('ghcr.io').toString('hex'));
  });

  test('A plain leaf that is also a secret is sent, now or later', () => {
    const { mask, sent } = recordingMasker();

    mask([LOGIN], ['ghcr.io']);
    expect(sent).not.toContain('ghcr.io');
    mask(['ghcr.io'], ['ghcr.io']);

    expect(sent).toContain('ghcr.io');
  });
});

describe('isMasked', () => {
  test.each<[string, string[], string, boolean]>([
    ['A text that is a secret is masked', ['secret'], 'secret', true],
    ['A text with a secret in the middle is masked', ['secret'], 'a secret here', true],
    ['A text with a secret of two characters is masked', ['ab'], 'cab', true],
    ['A text with a secret in another form is masked', ['correct horse'], 'x=correct%20horse', true],
    ['A text with one line of a secret is masked', ['line one\nline two'], '<line two>', true],
    ['A text with only a part of a secret is not masked', ['secret'], 'secre', false],
    ['A text with only texts that cannot be masked is not masked', ['', ' ', 'true', '{'], '{ true }', false],
    ['A text that is not a secret is not masked', [], 'secret', false],
    ['An empty text is not masked', ['secret'], '', false],
    ['A text with only the start of a long secret is not masked', [LONG], LONG.slice(0, 99), false],
  ])('%s', (_title, secrets, ...[text, expected]) => {
    const { mask, isMasked } = recordingMasker();

    mask(secrets);

    expect(isMasked(text)).toBe(expected);
  });
});

describe('isMasked, after thousands of masks', () => {
  const secrets = Array.from({ length: 500 }, (_, index) => `secret number ${index}`);
  const { mask, isMasked, sent } = recordingMasker();
  mask([LONG, ...secrets]);

  test('A text is compared with every mask, but counts as masked if this takes more than five billion characters', () => {
    const start = LONG.slice(0, 99);

    expect(isMasked(start)).toBe(false);
    expect(isMasked(start.padEnd(5_000_000_000 / sent.length, '.'))).toBe(true);
  });
});

describe('redact', () => {
  test.each<[string, string[], string, string]>([
    ['a secret in the middle', ['secret'], 'a secret here', 'a *** here'],
    ['only the secret', ['secret'], 'secret', '***'],
    ['a secret at the start', ['secret'], 'secret!', '***!'],
    ['a secret that occurs twice', ['secret'], 'secret and secret', '*** and ***'],
    ['two secrets that overlap, as one', ['abcdef', 'defghi'], '<abcdefghi>', '<***>'],
    ['two adjacent secrets, as one', ['abcd', 'efgh'], '<abcdefgh>', '<***>'],
    ['one secret inside another, as one', ['abcdefgh', 'cdef'], '<abcdefgh>', '<***>'],
    ['a secret that overlaps itself', ['abab'], '<ababab>', '<***>'],
    ['two secrets at the start, the longer one', ['abcd', 'abcdef'], 'abcdefg', '***g'],
    ['a secret in another form', ['c d/e f!!'], 'x=c+d%2Fe+f%21%21', 'x=***'],
    ['one line of a secret', ['line one\nline two'], 'saw line two', 'saw ***'],
    ['no secret of fewer than four characters', ['abc'], 'abc abcd', 'abc abcd'],
    ['no secret of fewer than four characters at the end', ['abc'], 'x abc', 'x abc'],
    ['no text in another case', ['secret'], 'Secret', 'Secret'],
    ['nothing if no secret is registered', [], 'secret', 'secret'],
  ])('`redact` replaces %s', (_kind, secrets, ...[text, expected]) => {
    const { mask, redact } = recordingMasker();

    mask(secrets);

    expect(redact(text)).toBe(expected);
  });
});

describe('redact, for long secrets and long texts', () => {
  test.each([64, 65, 127, 128, 129, 200])('A secret of %i characters is replaced as a whole', (length) => {
    const { mask, redact } = recordingMasker();
    const secret = Array.from({ length }, (_, index) => String.fromCharCode(0x4e00 + index)).join('');

    mask([secret]);

    expect(redact(`<${secret}>`)).toBe('<***>');
  });

  test.each([[['abcd', 'abcdef']], [['abcdef', 'abcd']]])(
    'The longer of two secrets with one start is replaced, if they are registered as %j',
    (secrets) => {
      const { mask, redact } = recordingMasker();
      for (const secret of secrets) mask([secret]);

      expect(redact('abcdefg')).toBe('***g');
    },
  );

  test('A secret that starts in the first characters is replaced as a whole, and one that starts later is cut', () => {
    const { mask, redact } = recordingMasker();
    mask(['secret']);

    expect(redact('a secret', 3)).toBe('a ***');
    expect(redact('a secret', 2)).toBe('a ');
  });
});

/** The log of a runner that reads the masks of a secret, and what the step printed for them. */
function runnerWith(secret: string) {
  let output = '';
  const masker = createMasker((commands) => {
    output += commands.join('');
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
      const runs = runsOfSecret(secret);
      const visible = Object.entries(WRITERS).filter(([, write]) => {
        const printed = write(secret);
        // As one text, and as the lines that a process prints.
        const lines = [printed, ...printed.split(/\r\n|\r|\n/)];
        return [...new Set(lines)].some((line) => [...runsShown(log.masker.mask(line))].some((run) => runs.has(run)));
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

describe('The commands', () => {
  test("Each command for GitHub's runner is the one that the toolkit's `setSecret` prints", () => {
    const commands: string[] = [];
    createMasker((more) => commands.push(...more)).mask(Object.values(NASTY_SECRETS));
    let printed = '';
    const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed += String(text);
      return true;
    });
    commands.map(textOfMask).forEach(setSecret);
    write.mockRestore();

    expect(commands.length).toBeGreaterThan(100);
    expect(commands.join('')).toBe(printed.replaceAll(EOL, '\n'));
  });
});
