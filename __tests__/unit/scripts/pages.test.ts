import { describe, expect, test } from '@jest/globals';
import { summaryPage, terminalPage } from '../../../scripts/demo/pages.js';
import { paintAlways } from '../../../scripts/demo/style.js';

const bodyOf = (page: string) => /<body>(.*)<\/body>/s.exec(page)?.[1] ?? '';

describe('summaryPage', () => {
  test('It renders Markdown and HTML below the style of GitHub', () => {
    const page = summaryPage('<h3>Ready</h3>\n\n**bold**');

    expect(bodyOf(page)).toMatch(/^<article class="markdown-body"><h3>Ready<\/h3>\s*<p><strong>bold<\/strong><\/p>/);
    expect([...page.matchAll(/prefers-color-scheme: (\w+)/g)].map(([, theme]) => theme)).toContain('dark');
  });
});

describe('terminalPage', () => {
  test('It shows colours as classes, and every other text as it is', () => {
    const page = terminalPage(`${paintAlways('bad', 'Error:')} <b> & ${paintAlways('quiet', '***')}`);

    expect(bodyOf(page)).toContain(
      'class="ansi-red-fg">Error:</span> &lt;b&gt; &amp; <span class="ansi-bright-black-fg">***</span>',
    );
  });
});
