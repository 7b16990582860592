// The pages that become pictures.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AnsiUp } from 'ansi_up';
import { marked } from 'marked';

const require = createRequire(import.meta.url);

/** A frame, without which a light picture has no edges on a light page. */
const FRAME_CSS = `
:root { --frame: #d1d9e0 }
@media (prefers-color-scheme: dark) { :root { --frame: #3d444d } }
body { margin: 0; border: 1px solid var(--frame) }
.markdown-body { padding: 23px 23px 7px }`;

/** The colours of a terminal, light and dark: those of GitHub's own code blocks, which have enough contrast. */
const TERMINAL_CSS = `
:root { --back: #ffffff; --text: #1f2328; --gray: #6e7781; --cyan: #0969da; --green: #1a7f37; --red: #cf222e; --yellow: #9a6700 }
@media (prefers-color-scheme: dark) {
  :root { --back: #0d1117; --text: #e6edf3; --gray: #8b949e; --cyan: #79c0ff; --green: #56d364; --red: #ff7b72; --yellow: #e3b341 }
}
body { background: var(--back) }
pre { margin: 0; padding: 19px 23px; color: var(--text); font: 13px/1.45 'DejaVu Sans Mono', Menlo, Consolas, monospace }
.ansi-bright-black-fg { color: var(--gray) }
.ansi-cyan-fg { color: var(--cyan) }
.ansi-green-fg { color: var(--green) }
.ansi-red-fg { color: var(--red) }
.ansi-yellow-fg { color: var(--yellow) }`;

/** Writes the page of a job summary, as GitHub renders and styles it. */
export function summaryPage(summary: string): string {
  const css = readFileSync(require.resolve('github-markdown-css/github-markdown.css'), 'utf8');
  const body = marked.parse(summary, { async: false, gfm: true });
  return page(css, `<article class="markdown-body">${body}</article>`);
}

/** Writes the page of a terminal that shows this text, with its colours. */
export function terminalPage(text: string): string {
  const ansi = new AnsiUp();
  ansi.use_classes = true;
  return page(TERMINAL_CSS, `<pre>${ansi.ansi_to_html(text)}</pre>`);
}

function page(css: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><style>${css}${FRAME_CSS}</style></head><body>${body}</body></html>`;
}
