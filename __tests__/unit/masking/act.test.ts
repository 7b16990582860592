import { describe, expect, test } from '@jest/globals';
import { runsOfSecret, runsShown, WRITERS } from '../../../harness/judges/shown-runs.js';
import { ORDERS, readActLog } from '../../../harness/runner/act-log.js';
import { readLog } from '../../../harness/runner/log.js';
import { actCommand, createActReader } from '../../../src/masking/act.js';
import { createMasker } from '../../../src/masking/masker.js';
import { NASTY_SECRETS } from '../../support/nasty-secrets.js';

/** What a step prints that masks these secrets one after the other. */
function printedFor(secrets: readonly string[]): string {
  let output = '';
  const masker = createMasker((data) => {
    output += data.map(actCommand).join('');
  }, createActReader());
  for (const secret of secrets) masker.mask([secret]);
  return output;
}

/** The lines, whole and apart, in which a later step prints secrets in every way. */
function printedLater(secrets: readonly string[]): string[] {
  const printed = secrets.flatMap((secret) => Object.values(WRITERS).map((write) => write(secret)));
  return printed.flatMap((text) => [text, ...text.split('\n')]);
}

/** Every four characters in a row of these secrets that the lines show. */
function shownIn(lines: readonly string[], secrets: readonly string[]): string[] {
  const runs = new Set(lines.flatMap((line) => [...runsShown(line)]));
  return secrets.flatMap((secret) => [...runsOfSecret(secret)].filter((run) => runs.has(run)));
}

/** What act shows of secrets that are masked one after the other: in the commands, and when they are printed. */
function shownByAct(secrets: readonly string[]): string[] {
  const output = printedFor(secrets);
  return ORDERS.flatMap((order) => {
    const { lines, mask } = readActLog(output, order);
    return shownIn([...lines, ...printedLater(secrets).map(mask)], secrets);
  });
}

const SECRETS = Object.entries(NASTY_SECRETS);

describe('in nektos/act nothing is shown, in whatever order it takes escapes back,', () => {
  test.each(SECRETS)('of %s', (_kind, secret) => {
    expect(shownByAct([secret])).toEqual([]);
  });

  test('of all of them in one job', () => {
    const secrets = SECRETS.map(([, secret]) => secret).filter((secret) => secret.length < 1000);

    expect(shownByAct(secrets)).toEqual([]);
  });

  test.each<[string, string[]]>([
    ['a value that begins with an earlier one', ['passphrase-of-old', 'passphrase-of-old and a tail']],
    ['a value that ends with one', ['passphrase-of-old', 'with a head: passphrase-of-old']],
    ['a value that holds a letter which is a secret by itself', ['s', 'a passphrase of several words']],
    ['a value that holds a piece of an earlier one', ['alpha-word]::beta', 'my alpha-word is another']],
    ['a value that holds an earlier one with an escape', ['alpha%0Abeta', 'alpha%0Abeta-and-tail']],
  ])('of %s', (_kind, secrets) => {
    expect(shownByAct(secrets)).toEqual([]);
  });

  test.each<[string, string, string, string]>([
    ['base64', 'correct-horse', 'Y29ycmVjdC1ob3JzZQ==', '***'],
    // The first group holds what stands in front, too.
    ['base64 behind one byte', 'correct-horse', Buffer.from('ucorrect-horse').toString('base64'), 'dWNv***'],
    ['base64 behind two', 'correct-horse', Buffer.from('u:correct-horse').toString('base64'), 'dTpj***'],
    ['XML', `a<b>&"c'd`, 'a&lt;b&gt;&amp;&quot;c&apos;d', '***'],
    ['doubled quotes', "it's a horse", "it''s a horse", '***'],
  ])("of what GitHub's runner hides by itself: %s", (_form, secret, ...[printed, expected]) => {
    const { mask } = readActLog(printedFor([secret]), ['%0D', '%0A', '%25']);

    expect(mask(printed)).toBe(expected);
  });

  test('of documents of many lines, which is no work for minutes', () => {
    const lines = Array.from({ length: 10_000 }, (_, n) => `line-${n}-${(n * 2_654_435_761) >>> 0}`);
    const documents = [lines.join('\n'), ['another-first-line', ...lines].join('\n')];
    const { mask } = readActLog(printedFor([documents.map(encodeURIComponent).join('&')]), ['%0D', '%0A', '%25']);
    const known = new Set(createActReader().dataOf([...documents, ...lines, 'another-first-line']));

    expect(lines.filter((line) => !known.has(line))).toEqual([]);
    expect(mask('%0Aline-17-2175734977%0Aline')).toBe('%0***Aline');
  });

  test('of a value with short lines that is exported, where CRLF becomes LF and empty lines in front are lost', () => {
    const { mask } = readActLog(printedFor(['\r\n\r\nalpha verse\r\nab\r\n}\r\n']), ['%0D', '%0A', '%25']);

    expect(mask('::set-env:: V=alpha verse\nab\n}\n')).toBe('::set-env:: V=***');
  });
});

test("GitHub's runner takes these commands, too, should it run with ACT=true", () => {
  for (const [, secret] of SECRETS) {
    const log = readLog(printedFor([secret]));

    expect(new Set(log.commands.map(({ command }) => command))).toEqual(new Set(['add-mask']));
    expect(shownIn([...log.lines, ...printedLater([secret]).map(log.masker.mask)], [secret])).toEqual([]);
  }
});

describe('the command for', () => {
  test.each<[string, string, string]>([
    ['a plain text', 'correct-horse', '::add-mask::correct-horse'],
    ['escapes', '50%\r\n%0A', '::add-mask::50%25%0D%0A%250A'],
    ['a bracket', 'a]b', '::add-mask::a]b'],
    ['one colon inside, or behind', 'a:b:', '::add-mask::a:b:'],
    ['two colons', 'a::b', '##[add-mask]a::b'],
    ['a colon in front', ':a', '##[add-mask]:a'],
    ['two colons and a bracket, which only GitHub unescapes', 'a::b]%c', '##[add-mask]a::b%5D%25c'],
  ])('%s', (_kind, text, expected) => {
    expect(actCommand(text)).toBe(`${expected}\n`);
  });
});

describe('what is registered, in its order, for', () => {
  test.each<[string, string[], string[]]>([
    ['a plain text: it alone', ['correct-horse'], ['correct-horse']],
    ['two colons: it alone', ['alpha::beta'], ['alpha::beta']],
    [
      'a combining mark in front: as for GitHub, since the last form is all that act needs',
      ['\u0301alpha'],
      ['\n\u0301alpha', '\u0301alpha'],
    ],
    [
      'two colons and a bracket: its pieces, and the whole for others',
      ['ab]cd::ef]gh'],
      ['ab]cd', 'ef]gh', 'ab]cd::ef]gh'],
    ],
    [
      'such a text that is cut better at brackets: what the pieces leave, too',
      ['a]b::wxyz'],
      ['b::wxyz', 'a]***', 'a]b::wxyz'],
    ],
    ['an escape: two pieces, cut where it is none any more', ['alpha%0Abeta'], ['alpha%0', 'Abeta', 'alpha%0Abeta']],
    ['an escape between short ends, of which half the runs show all: it alone', ['a%0Ab'], ['a%0Ab']],
    ['what an earlier mask leaves: both', ['alpha', 'alpha-beta'], ['alpha', '***-beta', 'alpha-beta']],
    ['what an earlier mask hides but for syntax: it alone', ['"alpha"', '["alpha"]'], ['"alpha"', '["alpha"]']],
  ])('%s', (_kind, texts, expected) => {
    expect(createActReader().dataOf(texts)).toEqual(expected);
  });
});
