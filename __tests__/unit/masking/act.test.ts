import { describe, expect, test } from '@jest/globals';
import { runsOfSecret, runsShown, WRITERS } from '../../../harness/judges/shown-runs.js';
import { ORDERS, readActLog } from '../../../harness/runner/act-log.js';
import { readLog } from '../../../harness/runner/log.js';
import { actCommand, createActReader } from '../../../src/masking/act.js';
import { createMasker } from '../../../src/masking/masker.js';
import { textOfMask } from '../../support/mask-commands.js';
import { NASTY_SECRETS } from '../../support/nasty-secrets.js';

/** What a step prints that masks these secrets one after another. */
function printedFor(secrets: readonly string[]): string {
  let output = '';
  const masker = createMasker((commands) => {
    output += commands.join('');
  }, createActReader());
  for (const secret of secrets) masker.mask([secret]);
  return output;
}

/** The texts and their lines in which a later step prints secrets in every way. */
function printedLater(secrets: readonly string[]): string[] {
  const printed = secrets.flatMap((secret) => Object.values(WRITERS).map((write) => write(secret)));
  return [...new Set(printed.flatMap((text) => [text, ...text.split('\n')]))];
}

/** Every four characters in a row of these secrets that the lines show. */
function shownIn(lines: readonly string[], secrets: readonly string[]): string[] {
  const runs = new Set(lines.flatMap((line) => [...runsShown(line)]));
  return secrets.flatMap((secret) => [...runsOfSecret(secret)].filter((run) => runs.has(run)));
}

/** What act shows of secrets that are masked one after another: in the commands, and in what a later step prints. */
function shownByAct(secrets: readonly string[]): string[] {
  const output = printedFor(secrets);
  return ORDERS.flatMap((order) => {
    const { lines, mask } = readActLog(output, order);
    return shownIn([...lines, ...printedLater(secrets).map(mask)], secrets);
  });
}

/** A text as act shows it after these secrets were masked. */
function shownAfter(secrets: readonly string[], printed: string): string {
  return readActLog(printedFor(secrets), ['%0D', '%0A', '%25']).mask(printed);
}

const SECRETS = Object.entries(NASTY_SECRETS);

describe('createActReader', () => {
  test.each(SECRETS)('The masks for nektos/act hide %s, in whatever order it replaces escapes', (_kind, secret) => {
    expect(shownByAct([secret])).toEqual([]);
  });

  test('The masks for nektos/act hide all these values in one job', () => {
    const secrets = SECRETS.map(([, secret]) => secret).filter((secret) => secret.length < 1000);

    expect(shownByAct(secrets)).toEqual([]);
  });

  test.each<[string, string[]]>([
    ['starts with an earlier value', ['passphrase-of-old', 'passphrase-of-old and a tail']],
    ['ends with an earlier value', ['passphrase-of-old', 'with a head: passphrase-of-old']],
    ['contains a field of an earlier document', ['{"user":"octocat"}', 'octocat:a-password']],
    ['contains a letter that is a secret itself', ['s', 'a passphrase of several words']],
    ['contains a piece of an earlier value', ['alpha-word]::beta', 'my alpha-word is another']],
    ['contains an earlier value with an escape', ['alpha%0Abeta', 'alpha%0Abeta-and-tail']],
  ])('The masks for nektos/act hide a value that %s', (_kind, secrets) => {
    expect(shownByAct(secrets)).toEqual([]);
  });

  test('Every line of two documents with 10,000 lines is registered', () => {
    const lines = Array.from({ length: 10_000 }, (_, n) => `line-${n}-${(n * 2_654_435_761) >>> 0}`);
    const documents = [lines.join('\n'), ['another-first-line', ...lines].join('\n')];
    const known = new Set(
      createActReader()
        .commandsFor([...documents, ...lines, 'another-first-line'])
        .map(textOfMask),
    );

    expect(lines.filter((line) => !known.has(line))).toEqual([]);
  });

  test.each<[string, string, string, string]>([
    ['base64', 'correct-horse', 'Y29ycmVjdC1ob3JzZQ==', '***'],
    // The first group also contains what precedes the secret.
    ['base64 after one byte', 'correct-horse', Buffer.from('ucorrect-horse').toString('base64'), 'dWNv***'],
    ['base64 after two bytes', 'correct-horses', Buffer.from('u:correct-horses').toString('base64'), 'dTpj***'],
    ['XML', `a<b>&"c'd`, 'a&lt;b&gt;&amp;&quot;c&apos;d', '***'],
    ['escaped quotes', 'back\\slash "word"', 'back\\slash \\"word\\"', '***'],
    ['doubled quotes', "it's a horse", "it''s a horse", '***'],
  ])(
    "The masks for nektos/act hide a form that GitHub's runner masks on its own: %s",
    (_form, secret, ...[printed, expected]) => {
      expect(shownAfter([secret], printed)).toBe(expected);
    },
  );

  test('The masks for nektos/act hide short lines of an exported value, where CRLF becomes LF and empty lines at the start are lost', () => {
    const shown = shownAfter(['\r\n\r\nalpha verse\r\nab\r\n}\r\n'], '::set-env:: V=alpha verse\nab\n}\n');

    expect(shown).toBe('::set-env:: V=***');
  });

  test.each(SECRETS)(
    "GitHub's runner reads the commands for %s if ACT is set there, and shows nothing",
    (_kind, secret) => {
      const log = readLog(printedFor([secret]));

      expect(new Set(log.commands.map(({ command }) => command))).toEqual(new Set(['add-mask']));
      expect(shownIn([...log.lines, ...printedLater([secret]).map(log.masker.mask)], [secret])).toEqual([]);
    },
  );

  test.each<[string, string[], string[]]>([
    ['A plain text is one mask', ['correct-horse'], ['correct-horse']],
    ['A text with two colons is one mask', ['alpha::beta'], ['alpha::beta']],
    [
      'A text with a combining mark first has the masks of GitHub, because act needs only the last form',
      ['\u0301alpha'],
      ['\n\u0301alpha', '\u0301alpha'],
    ],
    [
      'A text with two colons and a bracket is masked in pieces, and as a whole for other runners',
      ['ab]cd::ef]gh'],
      ['ab]cd', 'ef]gh', 'ab]cd::ef]gh'],
    ],
    [
      'A text with a short piece before its bracket is also masked by what the pieces leave',
      ['a]b::wxyz'],
      ['b::wxyz', 'a]***', 'a]b::wxyz'],
    ],
    [
      'A text with an escape is masked in two pieces, which are cut inside the escape',
      ['alpha%0Abeta'],
      ['alpha%0', 'Abeta', 'alpha%0Abeta'],
    ],
    [
      'A text with an escape between short ends is one mask, although act shows it in half of the runs',
      ['a%0Ab'],
      ['a%0Ab'],
    ],
    [
      'A text with an earlier mask inside is masked by what that mask leaves, and as a whole',
      ['alpha', 'alpha-beta'],
      ['alpha', '***-beta', 'alpha-beta'],
    ],
    [
      'A text in which an earlier mask leaves only syntax is one mask',
      ['"alpha"', '["alpha"]'],
      ['"alpha"', '["alpha"]'],
    ],
  ])('%s', (_kind, texts, expected) => {
    expect(createActReader().commandsFor(texts).map(textOfMask)).toEqual(expected);
  });
});

describe('The masks for nektos/act', () => {
  const sentFor = (text: string) => createActReader().commandsFor([text]).map(textOfMask);

  test.each<[string, string, string[]]>([
    ['A text with a bracket is sent in one command', 'abcd]efgh', ['abcd]efgh']],
    ['A text with two colons is sent in one command', 'ab::cdef', ['ab::cdef']],
    [
      'A text with an escape is sent after its pieces, the longest first',
      'abcd%0Aabcdefgh',
      ['Aabcdefgh', 'abcd%0', 'abcd%0Aabcdefgh'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(sentFor(text)).toEqual(expected);
  });

  test('A piece that occurs twice is sent once', () => {
    const sent = sentFor('abcd%0Aabcd%0Aabcd');

    expect(sent).toContain('Aabcd');
    expect(new Set(sent).size).toBe(sent.length);
  });

  test('Forms of fewer than eight characters are no masks', () => {
    const { spellingsOf } = createActReader();

    expect(spellingsOf('ab')).toEqual(['ab', 'ab']);
    expect(spellingsOf('secret')).toEqual(['secret', 'secret', 'c2VjcmV0', 'ZWNyZXQ=', 'Y3JldA==']);
  });

  test('A text of several lines is also masked as act shows it in a variable', () => {
    expect(createActReader().spellingsOf('\n\nab\r\ncd\r')).toContain('ab\ncd');
    expect(createActReader().spellingsOf('ab\r\ncd')).toContain('ab\ncd');
  });
});

describe('actCommand', () => {
  test.each<[string, string, string]>([
    ['The command for a plain text contains the text unchanged', 'correct-horse', '::add-mask::correct-horse'],
    [
      'The command for a text with escapes encodes percent signs and line ends',
      '50%\r\n%0A',
      '::add-mask::50%25%0D%0A%250A',
    ],
    ['The command for a text with a bracket contains the text unchanged', 'a]b', '::add-mask::a]b'],
    ['The command for a text with single colons has the new form', 'a:b:', '::add-mask::a:b:'],
    ['The command for a text with two colons has the old form', 'a::b', '##[add-mask]a::b'],
    ['The command for a text with a colon at the start has the old form', ':a', '##[add-mask]:a'],
    ['The old form encodes a bracket, which only GitHub decodes', 'a::b]%c', '##[add-mask]a::b%5D%25c'],
  ])('%s', (_kind, text, expected) => {
    expect(actCommand(text)).toBe(`${expected}\n`);
  });
});
