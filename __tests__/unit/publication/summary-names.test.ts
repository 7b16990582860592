import { describe, expect, test } from '@jest/globals';
import { parseCommand } from '../../../harness/runner/commands.js';
import { createMasker } from '../../../harness/runner/masker.js';
import type { Delivery } from '../../../src/publication/deliver.js';
import { summarize } from '../../../src/publication/summary.js';
import { type FetchedRun, fetchedRun } from '../../support/fetched-run.js';
import { summaryOf, view } from '../../support/summary-view.js';

const NAMES: [what: string, name: string, shown: string][] = [
  ['a plain name', 'db-password', 'db-password'],
  ['blanks', 'api key', 'api key'],
  ['letters outside ASCII', 'Schlüssel für Jürgen 😀', 'Schlüssel für Jürgen 😀'],
  ['the vertical bar of a table', 'a|b || c', 'a|b || c'],
  ['a vertical bar after a backslash', String.raw`a\|b\\|c\ `, String.raw`a\|b\\|c\ `.trim()],
  ['backticks', '`a` ``b`', '`a` ``b`'],
  ['emphasis', '*a* **b** _c_ ~~d~~', '*a* **b** _c_ ~~d~~'],
  ['an element', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['the end tags of its surroundings', '</code></td></table><h1>x', '</code></td></table><h1>x'],
  ['an image with a handler', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ['a comment', 'a <!-- b', 'a <!-- b'],
  ['entities', '&amp; &lt;b&gt; &#42;', '&amp; &lt;b&gt; &#42;'],
  ['quotes', `"a" 'b'`, `"a" 'b'`],
  ['a link', '[x](https://evil.example)', '[x](https://evil.example)'],
  ['an image', '![x](https://evil.example/x.png)', '![x](https://evil.example/x.png)'],
  ['an address', 'https://evil.example www.evil.example', 'https://evil.example www.evil.example'],
  ['a mail address', 'me@evil.example', 'me@evil.example'],
  ['a mention', '@octocat @org/team', '@octocat @org/team'],
  ['references', '#1 GH-1 org/repo#1 org/repo@0123456', '#1 GH-1 org/repo#1 org/repo@0123456'],
  ['an emoji code', ':tada: :+1:', ':tada: :+1:'],
  ['mathematics', '$a^2$ $$b$$', '$a^2$ $$b$$'],
  ['a footnote', '[^1]: a', '[^1]: a'],
  ['a line end', 'a\n\n# b\r\n- c\rd', 'a # b - c d'],
  ['line ends outside ASCII', 'a\u0085b\u2028c\u2029d', 'a b c d'],
  ['control characters', 'a\u0000b\u001b[31mc', 'a b [31mc'],
  ['characters that reverse the text', '\u202egnp.exe\u2066x', 'gnp.exe x'],
  ['only invisible characters', '\u200b\u0000 ', '(no visible name)'],
  ['an unpaired surrogate', 'a\ud83d', 'a\ufffd'],
  ['a workflow command', '::add-mask::a', ': :add-mask: :a'],
  ['a workflow command of the old form', 'x ##[add-mask]a', 'x # #[add-mask]a'],
  ['leading blanks', '    a', 'a'],
  ['a numbered list', '1. a', '1. a'],
  ['a list with hyphens', '- a', '- a'],
  ['a list of tasks', '+ [ ] a', '+ [ ] a'],
  ['a heading', '# a', '# a'],
  ['a quotation', '> a', '> a'],
  ['a fence', '```js', '```js'],
  ['a rule', '---', '---'],
  ['48 characters', 'n'.repeat(48), 'n'.repeat(48)],
  [
    'more than 48 characters',
    `${'a'.repeat(36)}${'b'.repeat(50)}${'c'.repeat(12)}`,
    `${'a'.repeat(35)}…${'c'.repeat(12)}`,
  ],
  ['more than 48 characters of two UTF-16 units each', '😀'.repeat(49), `${'😀'.repeat(35)}…${'😀'.repeat(12)}`],
];

const NASTY = NAMES.map(([, name]) => name);

/** A run with a Secret for each name; each result goes to a variable of the same name. */
function runOf(
  names: readonly string[],
  change: (delivery: Delivery, name: string) => object = () => ({}),
): FetchedRun {
  const secrets = names.map((name, index) => `${JSON.stringify(name)} | T${index}`).join('\n');
  const run = fetchedRun({ secrets }, Object.fromEntries(names.map((name) => [name, 'value-1'])));
  const deliveries = run.publication.planned.deliveries.map((delivery, index): Delivery => {
    const name = names[index] ?? '';
    return { ...delivery, variables: [[name, 'value-1']], outputs: [], ...change(delivery, name) };
  });
  return { ...run, publication: { ...run.publication, planned: { ...run.publication.planned, deliveries } } };
}

describe('The summary shows an untrusted name unchanged', () => {
  test.each(NAMES)('A name with %s is shown as one line of text', (_what, name, shown) => {
    expect(view(runOf([name])).rows).toEqual([[shown, `variable ${shown}`, 'masked', 'unknown', 'Custom']]);
  });

  test('A name with any two punctuation characters of ASCII is shown as text', () => {
    const signs = [...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'];
    const names = signs.flatMap((one) => signs.map((other) => `${one}${other}a${one}${other}`));

    const { rows, texts } = view(runOf(names));

    expect(rows.map(([cell]) => cell)).toEqual(names.map((name) => name.replaceAll('::', ': :')));
    expect(texts('h3')).toEqual([`${names.length} Secrets from Chariot are ready for the next steps`]);
  });
});

describe('Wherever untrusted names are in the summary', () => {
  const nasty = runOf(NASTY, (delivery, name) => ({
    outputs: [[name, 'value-1']],
    result: {
      ...delivery.result,
      match: { ...delivery.result.match, entry: undefined, key: name },
      updatedAt: new Date(0),
    },
  }));
  const { settings, publication } = nasty;
  const run: FetchedRun = {
    ...nasty,
    settings: {
      ...settings,
      owner: { kind: 'project', id: '@octocat #1 <b>' },
      tokenVariable: '@octocat',
      rotateAfterDays: 90,
    },
    publication: {
      ...publication,
      folder: `/tmp/${NASTY.join('/')}`,
      files: [{ path: 'KEY', content: 'k' }],
      planned: {
        ...publication.planned,
        outputs: NASTY.map((name, index) => [name, index % 2 === 0 ? 'value-1' : 'open']),
      },
    },
  };

  test('The summary has no element and no attribute except our own', () => {
    const { elements } = view(run);

    expect(new Set(elements.map(({ tagName }) => tagName))).toEqual(
      new Set('h3 p b code table tbody tr th td br details summary ul li'.split(' ')),
    );
    expect(new Set(elements.flatMap(({ attrs }) => attrs.map(({ name, value }) => `${name}=${value}`)))).toEqual(
      new Set(['align=left']),
    );
  });

  test('The summary has one table with one row for each result', () => {
    const { head, rows, elements } = view(run);

    expect(elements.filter(({ tagName }) => tagName === 'table').map(({ tagName }) => tagName)).toEqual(['table']);
    expect(rows.map((cells) => cells.length)).toEqual(NASTY.map(() => head?.length));
  });

  test('GitHub finds in the summary no mention, reference, address, emoji code or formula, since it does not search in code', () => {
    expect(view(run).plain).toMatch(/^(?:⚠️|[\p{L}\d\s.,:;…()])+$/u);
  });

  test('The summary is one block of HTML: no line is empty or a workflow command, and each line starts with a tag', () => {
    const lines = summarize(run, run.masker).split('\n').slice(0, -1);

    expect(lines.filter((line) => !/^<[a-z/]/.test(line) || parseCommand(line) !== null)).toEqual([]);
  });

  test('A secret in a name is masked by the runner in spite of the escaping', () => {
    const secret = `pa"ss&wo<rd>'1`;
    const masker = createMasker();
    masker.add(secret);
    const named = runOf([`is ${secret}`]);
    const [name, masked] = summarize(named, named.masker)
      .split('\n')
      .filter((line) => line.startsWith('<tr><td>'))
      .flatMap((line) => [line, masker.mask(line)]);

    expect(name).toContain('wo&lt;rd');
    expect(masked).toContain('<code>is ***</code>');
  });
});

describe('The summary removes secrets', () => {
  const SECRET = 'hunter-2';

  test.each<[string, Parameters<typeof fetchedRun>, [secret: string, type: string]]>([
    [
      'from the name of a Secret',
      [{ secrets: `"db-${SECRET}".x | X` }, { [`db-${SECRET}`]: { x: SECRET } }],
      ['db-***.x', 'Custom'],
    ],
    ['from the name of a field', [{ secrets: `a.${SECRET} | X` }, { a: { [SECRET]: SECRET } }], ['a.***', 'Custom']],
    [
      'from a key and the type in it',
      [{ secrets: `secret/T-${SECRET}/1 | X` }, { [`secret/T-${SECRET}/1`]: SECRET }],
      ['secret/T-***/1by its key', 'T-***'],
    ],
    [
      'from a name before it is cut',
      [{ secrets: '* | X*' }, { [`${'a'.repeat(30)}${SECRET}${'b'.repeat(30)}`]: SECRET }],
      [`${'a'.repeat(30)}***${'b'.repeat(2)}…${'b'.repeat(12)}`, 'Custom'],
    ],
    ['from a type', [{ secrets: 'a' }, { a: SECRET }, { type: `secret/T-${SECRET}` }], ['a', 'T-***']],
  ])('The summary removes a secret %s', (_where, run, shown) => {
    expect(summaryOf(...run).rows.map(([secret, , , , type]) => [secret, type])).toEqual([shown]);
  });

  test('The summary removes secrets from the names of variables, outputs and registries', () => {
    const values = { Correct_Horse: 'v-1', ghcr: { server: 'hunter.example', username: 'u', password: 'p-1' } };
    const inputs = { secrets: 'Correct_Horse\nghcr | @docker', plain_fields: 'server' };
    const { rows, texts } = summaryOf(inputs, values, { masked: ['CORRECT_HORSE', 'Correct_Horse', 'hunter'] });

    expect(rows.map(([secret, targets]) => [secret, targets])).toEqual([
      ['***', 'variable ***output ***'],
      ['ghcr', 'docker login for ***.example'],
    ]);
    expect(texts('li').find((item) => item.startsWith('Outputs for this job only'))).toMatch(
      /: bearer_token, \*\*\*, /,
    );
  });

  test('The summary contains no secret, whatever the values are', () => {
    const login = { server: 'ghcr.io', username: 'octocat', auth: { password: 'hunter-2' }, password: SECRET };
    const values = { a: SECRET, ghcr: login, s3: { access_key: 'AKIA', secret_key: SECRET } };
    const secrets = 'a\nghcr\ns3 | @aws\na | K@file\na | D@dotenv\nghcr | @docker';
    const run = fetchedRun({ secrets }, values);

    expect(summarize(run, run.masker)).not.toContain(SECRET);
  });
});
