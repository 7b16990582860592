import { describe, expect, test } from '@jest/globals';
import { parseCommand } from '../../../harness/runner/commands.js';
import { createMasker } from '../../../harness/runner/masker.js';
import { formatSummary } from '../../../src/publication/summary.js';
import { reportOf, rowOf, view } from '../../support/summary-view.js';

const NAMES: [behaviour: string, name: string, shown: string][] = [
  ['a plain name', 'db-password', 'db-password'],
  ['blanks', 'api key', 'api key'],
  ['letters beyond ASCII', 'Schlüssel für Jürgen 😀', 'Schlüssel für Jürgen 😀'],
  ['the bar of a table', 'a|b || c', 'a|b || c'],
  ['a bar behind a backslash', String.raw`a\|b\\|c\ `, String.raw`a\|b\\|c\ `.trim()],
  ['backticks', '`a` ``b`', '`a` ``b`'],
  ['emphasis', '*a* **b** _c_ ~~d~~', '*a* **b** _c_ ~~d~~'],
  ['an element', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['the end of what it stands in', '</code></td></table><h1>x', '</code></td></table><h1>x'],
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
  ['line ends beyond ASCII', 'a\u0085b\u2028c\u2029d', 'a b c d'],
  ['control characters', 'a\u0000b\u001b[31mc', 'a b [31mc'],
  ['characters that turn the text around', '\u202egnp.exe\u2066x', 'gnp.exe x'],
  ['nothing that can be seen', '\u200b\u0000 ', '(no visible name)'],
  ['half of a character', 'a\ud83d', 'a\ufffd'],
  ['a workflow command', '::add-mask::a', ': :add-mask: :a'],
  ['one of the old form', 'x ##[add-mask]a', 'x # #[add-mask]a'],
  ['leading blanks', '    a', 'a'],
  ['a list', '1. a', '1. a'],
  ['another list', '- a', '- a'],
  ['a third', '+ [ ] a', '+ [ ] a'],
  ['a heading', '# a', '# a'],
  ['a quotation', '> a', '> a'],
  ['a fence', '```js', '```js'],
  ['a rule', '---', '---'],
  ['48 characters', 'n'.repeat(48), 'n'.repeat(48)],
  ['more', `${'a'.repeat(36)}${'b'.repeat(50)}${'c'.repeat(12)}`, `${'a'.repeat(35)}…${'c'.repeat(12)}`],
  ['more, of two units each', '😀'.repeat(49), `${'😀'.repeat(35)}…${'😀'.repeat(12)}`],
];

const NASTY = NAMES.map(([, name]) => name);

describe('a foreign name is shown as it is', () => {
  test.each(NAMES)('%s', (_behaviour, name, shown) => {
    const row = rowOf({ secret: name, type: name, targets: [{ kind: 'docker', name }] });

    expect(view(reportOf({ rows: [row] })).rows).toEqual([
      [shown, `docker login for ${shown}`, 'masked', '12 days ago', shown],
    ]);
  });

  test('with any two signs of ASCII', () => {
    const signs = [...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'];
    const names = signs.flatMap((one) => signs.map((other) => `${one}${other}a${one}${other}`));
    const shown = names.map((name) => name.replaceAll('::', ': :'));

    const { rows, elements } = view(reportOf({ rows: names.map((secret) => rowOf({ secret })) }));

    expect(rows.map(([cell]) => cell)).toEqual(shown);
    expect(elements.filter(({ tagName }) => tagName === 'table')).toHaveLength(1);
  });
});

describe('wherever foreign names stand', () => {
  const report = reportOf({
    rows: NASTY.map((name) =>
      rowOf({
        secret: name,
        from: 'key',
        type: name,
        tooOld: true,
        targets: [
          { kind: 'output', name },
          { kind: 'variable', name },
        ],
        masking: { kind: 'partly', plainFields: [name, name] },
      }),
    ),
    origin: 'https://@octocat.example',
    owner: { kind: 'project', id: '@octocat #1 <b>' },
    login: { token: 'at-hand', variable: '@octocat', expiresAt: undefined },
    outputs: NASTY.map((name, index) => ({ name, crossesJobs: index % 2 === 0 })),
    files: NASTY,
  });

  test('no element and no attribute is there but our own', () => {
    const { elements } = view(report);

    expect(new Set(elements.map(({ tagName }) => tagName))).toEqual(
      new Set('h3 p code table tbody tr th td br details summary ul li'.split(' ')),
    );
    expect(new Set(elements.flatMap(({ attrs }) => attrs.map(({ name, value }) => `${name}=${value}`)))).toEqual(
      new Set(['align=left']),
    );
  });

  test('there is one table with a row for each result', () => {
    const { head, rows, texts } = view(report);

    expect(texts('table')).toHaveLength(1);
    expect(rows.map((cells) => cells.length)).toEqual(NASTY.map(() => head?.length));
  });

  test('GitHub finds no mention, reference, address, emoji code or formula, for which it does not look in code', () => {
    expect(view(report).plain).toMatch(/^(?:⚠️|[\p{L}\d\s.,:;…()])+$/u);
  });

  test('it is one block of HTML: no line is empty, none is a workflow command, each starts with a tag', () => {
    const lines = formatSummary(report).split('\n').slice(0, -1);

    expect(lines.filter((line) => !/^<[a-z/]/.test(line) || parseCommand(line) !== null)).toEqual([]);
  });

  test('a secret in a name is masked in spite of its escaping', () => {
    const secret = `pa"ss&wo<rd>'1`;
    const masker = createMasker();
    masker.add(secret);
    const [name, masked] = formatSummary(reportOf({ rows: [rowOf({ secret: `is ${secret}` })] }))
      .split('\n')
      .filter((line) => line.startsWith('<tr><td>'))
      .flatMap((line) => [line, masker.mask(line)]);

    expect(name).toContain('wo&lt;rd');
    expect(masked).toContain('<code>is ***</code>');
  });
});
