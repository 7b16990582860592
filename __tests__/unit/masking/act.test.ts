import { describe, expect, test } from '@jest/globals';
import { runsOfSecret, runsShown, WRITERS } from '../../../harness/judges/shown-runs.js';
import { ORDERS, readActLog } from '../../../harness/runner/act-log.js';
import { readLog } from '../../../harness/runner/log.js';
import { actCommand, createActReader } from '../../../src/masking/act.js';
import { createMasker } from '../../../src/masking/masker.js';
import { NASTY_SECRETS } from '../../support/nasty-secrets.js';

/** What a step prints that masks these secrets one after another. */
function printedFor(secrets: readonly string[]): string {
  let output = '';
  const masker = createMasker((data) => {
    output += data.map(actCommand).join('');
  }, createActReader());
  for (const secret of secrets) masker.mask([secret]);
  return output;
}

/** The texts and their lines in which a later step prints secrets in every way. */
function printedLater(secrets: readonly string[]): string[] {
  const printed = secrets.flatMap((secret) => Object.values(WRITERS).map((write) => write(secret)));
  return printed.flatMap((text) => [text, ...text.split('\n')]);
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
  test.each(SECRETS)('nektos/act shows nothing of %s, in whatever order it replaces escapes', (_kind, secret) => {
    expect(shownByAct([secret])).toEqual([]);
  });

  test('nektos/act shows nothing of all these values in one job', () => {
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
  ])('nektos/act shows nothing of a value that %s', (_kind, secrets) => {
    expect(shownByAct(secrets)).toEqual([]);
  });

  test('Every line of two documents with 10,000 lines is registered', () => {
    const lines = Array.from({ length: 10_000 }, (_, n) => `line-${n}-${(n * 2_654_435_761) >>> 0}`);
    const documents = [lines.join('\n'), ['another-first-line', ...lines].join('\n')];
    const known = new Set(createActReader().dataOf([...documents, ...lines, 'another-first-line']));

    expect(lines.filter((line) => !known.has(line))).toEqual([]);
  });

  test.each<[string, string, string, string]>([
    ['base64', 'correct-horse', 'Y29ycmVjdC1ob3JzZQ==', '***'],
    // The first group also contains what precedes the secret.
    ['base64 after one byte', 'correct-horse', Buffer.from('ucorrect-horse').toString('base64'), 'dWNv***'],
    ['base64 after two bytes', 'correct-horses', Buffer.from('u:correct-horses').toString('base64'), 'dTpj***'],
    ['XML', `a<b>&"c'd`, 'a&lt;b&gt;&amp;&quot;c&apos;d', '***'],
    ['doubled quotes', "it's a horse", "it''s a horse", '***'],
  ])("nektos/act hides a form that GitHub's runner masks on its own: %s", (_form, secret, ...[printed, expected]) => {
    expect(shownAfter([secret], printed)).toBe(expected);
  });

  test('nektos/act hides short lines of an exported value, where CRLF becomes LF and empty lines at the start are lost', () => {
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
    ['a plain text: only the text', ['correct-horse'], ['correct-horse']],
    ['two colons: only the text', ['alpha::beta'], ['alpha::beta']],
    [
      'a combining mark first: the same as for GitHub, because act needs only the last form',
      ['\u0301alpha'],
      ['\n\u0301alpha', '\u0301alpha'],
    ],
    [
      'two colons and a bracket: the pieces, and the whole text for other runners',
      ['ab]cd::ef]gh'],
      ['ab]cd', 'ef]gh', 'ab]cd::ef]gh'],
    ],
    [
      'two colons and a bracket, where a cut at the bracket leaves less: also what the pieces leave',
      ['a]b::wxyz'],
      ['b::wxyz', 'a]***', 'a]b::wxyz'],
    ],
    ['an escape: two pieces, cut inside the escape', ['alpha%0Abeta'], ['alpha%0', 'Abeta', 'alpha%0Abeta']],
    ['an escape between short ends: only the text, which half of the runs show', ['a%0Ab'], ['a%0Ab']],
    [
      'an earlier mask in it: what that mask leaves, and the text',
      ['alpha', 'alpha-beta'],
      ['alpha', '***-beta', 'alpha-beta'],
    ],
    ['an earlier mask that leaves only syntax: only the text', ['"alpha"', '["alpha"]'], ['"alpha"', '["alpha"]']],
  ])('The masks for a text with %s', (_kind, texts, expected) => {
    expect(createActReader().dataOf(texts)).toEqual(expected);
  });
});

describe('actCommand', () => {
  test.each<[string, string, string]>([
    ['a plain text', 'correct-horse', '::add-mask::correct-horse'],
    ['escapes', '50%\r\n%0A', '::add-mask::50%25%0D%0A%250A'],
    ['a bracket', 'a]b', '::add-mask::a]b'],
    ['single colons inside and at the end', 'a:b:', '::add-mask::a:b:'],
    ['two colons', 'a::b', '##[add-mask]a::b'],
    ['a colon at the start', ':a', '##[add-mask]:a'],
    ['two colons and a bracket, which only GitHub unescapes', 'a::b]%c', '##[add-mask]a::b%5D%25c'],
  ])('The command for a text with %s', (_kind, text, expected) => {
    expect(actCommand(text)).toBe(`${expected}\n`);
  });
});
