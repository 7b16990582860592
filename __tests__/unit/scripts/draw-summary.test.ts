import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { drawSummary } from '../../../scripts/demo/draw-summary.js';
import { widthOf } from '../../../scripts/demo/text.js';

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const draw = (html: string, width = 40) => drawSummary(html, width).map(({ text }) => text);

describe('drawSummary', () => {
  test('A headline, a paragraph and a list are separate blocks', () => {
    const html =
      '<h3>Ready (<code>x</code>)</h3>\n<p>Logged in to <code>a</code>\n as b.</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>';

    expect(draw(html)).toEqual(['Ready (x)', '', 'Logged in to a as b.', '', '• one', '• two']);
  });

  test('A numbered list continues below the text of its item', () => {
    const html = `<ol>${'<li>a</li>'.repeat(9)}<li>the last of all these items is long</li></ol>`;

    expect(draw(html, 24).slice(-3)).toEqual([' 9. a', '10. the last of all', '    these items is long']);
  });

  test('A line break in a paragraph is a line end', () => {
    expect(draw('<p><b>What happened</b><br>It failed.</p>')).toEqual(['What happened', 'It failed.']);
  });

  test('Characters that HTML escapes are shown as they are', () => {
    expect(draw('<p><code>a -&gt; B &amp; &lt;p&gt; &quot;c&quot;</code></p>')).toEqual(['a -> B & <p> "c"']);
  });

  test('Text to copy keeps its lines and spaces', () => {
    expect(draw('<pre>secrets: |\n  a | A\n\n  b</pre>')).toEqual(['    secrets: |', '      a | A', '', '      b']);
  });

  test('Folded details show only their title', () => {
    expect(draw('<details>\n<summary>Details</summary>\n<ul><li>one</li></ul>\n</details>')).toEqual(['▸ Details']);
  });

  test('Open details show their content', () => {
    const html = '<details open><summary>Details</summary><p>one</p><ul><li>two</li></ul></details>';

    expect(draw(html)).toEqual(['▾ Details', '  one', '', '  • two']);
  });

  test('An empty summary has no line', () => {
    expect(draw('')).toEqual([]);
  });

  test('A table has box lines at its columns', () => {
    const html = `<table>
<tr><th align="left">Line</th><th>Result</th></tr>
<tr><td>1</td><td>❌ no such <code>Secret</code></td></tr>
<tr><td>2</td><td></td></tr>
</table>`;

    expect(draw(html)).toEqual([
      '┌──────┬───────────────────┐',
      '│ Line │ Result            │',
      '├──────┼───────────────────┤',
      '│ 1    │ ❌ no such Secret │',
      '│ 2    │                   │',
      '└──────┴───────────────────┘',
    ]);
  });

  test('Rows of several lines have a rule between them', () => {
    const html = '<table><tr><th>A</th></tr><tr><td>one<br>two</td></tr><tr><td>three</td></tr></table>';

    expect(draw(html)).toEqual([
      '┌───────┐',
      '│ A     │',
      '├───────┤',
      '│ one   │',
      '│ two   │',
      '├───────┤',
      '│ three │',
      '└───────┘',
    ]);
  });

  test('A table that is too wide breaks the text of its widest column, and no word', () => {
    const html =
      '<table><tr><th>Name</th><th>Value</th></tr><tr><td>db-password</td><td>a long text of many words</td></tr></table>';

    expect(draw(html, 30)).toEqual([
      '┌─────────────┬──────────────┐',
      '│ Name        │ Value        │',
      '├─────────────┼──────────────┤',
      '│ db-password │ a long text  │',
      '│             │ of many      │',
      '│             │ words        │',
      '└─────────────┴──────────────┘',
    ]);
  });

  test('A cell over several columns has no box line inside', () => {
    const html =
      '<table><tr><th>A</th><th>B</th></tr><tr><td colspan="2">… more</td></tr><tr><td>a</td><td>bcdef</td></tr></table>';

    expect(draw(html)).toEqual([
      '┌───┬───────┐',
      '│ A │ B     │',
      '├───┼───────┤',
      '│ … more    │',
      '│ a │ bcdef │',
      '└───┴───────┘',
    ]);
  });

  test('A row with too few cells is completed', () => {
    const html = '<table><tr><th>A</th><th>B</th></tr><tr><td>a</td></tr></table>';

    expect(draw(html).at(-2)).toBe('│ a │   │');
  });

  test('Each line knows what it is part of', () => {
    const html = '<h3>a</h3><p>b</p><pre>c</pre><table><tr><td>d</td></tr></table>';

    expect(drawSummary(html).map(({ kind }) => kind)).toEqual([
      'heading',
      'text',
      'text',
      'text',
      'pre',
      'text',
      'table',
      'table',
      'table',
    ]);
  });

  test('No line is wider than the limit, whatever the texts are', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(texts, (words) => {
        const [a = '', b = '', c = '', d = ''] = words.map(escapeHtml);
        const html = `<h3>${a}</h3><p>${b} ${c}</p><pre>${d}${a}</pre><ol><li>${c}</li></ol>
          <table><tr><th>${a}</th><th>${b}</th><th>${c}</th></tr><tr><td colspan="2">${d}</td><td>${b}</td></tr></table>`;

        expect(draw(html, 30).filter((line) => widthOf(line) > 30)).toEqual([]);
      }),
    );
  });

  test('All lines of a table are equally wide, whatever the texts are', () => {
    const cells = fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 4 }), (rows) => {
        const html = `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('')}</table>`;

        expect(new Set(draw(html, 40).map(widthOf)).size).toBe(1);
      }),
    );
  });
});
