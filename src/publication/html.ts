import { oneLine } from '../untrusted-text.js';

/** The most characters of a name: enough to tell two Secrets apart, and short enough for a cell of a table. */
const HTML_NAME_LIMIT = 48;

/** The most characters of an address or a path, which says little without its end. */
const PATH_LIMIT = 256;

/** What the signs of HTML are written as; `&apos;` and not `&#39;`, since the runner masks a secret in this very form. */
const HTML_ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Writes a text so that HTML shows it as it is. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => HTML_ENTITIES[sign] ?? sign);
}

/**
 * Shows a foreign name as code: one line of at most 48 characters, with no workflow command in it.
 *
 * In `<code>` GitHub looks for no mentions, references, links or emoji codes; what Markdown would make of the name is
 * for the caller to prevent, by a block of HTML around it.
 */
export function nameAsCode(name: string): string {
  return asCode(name, HTML_NAME_LIMIT);
}

/** Shows an address or a path as code, at most 256 characters of it. */
export function pathAsCode(path: string): string {
  return asCode(path, PATH_LIMIT);
}

/** Names in code, separated by commas; of a long list the first `most`, and how many more there are. */
export function namesAsCode(names: readonly string[], most: number): string {
  return firstPieces(names.map(nameAsCode), most).join(', ');
}

/** The first `most` of some pieces of HTML, and how many more there are. */
export function firstPieces(pieces: readonly string[], most: number): string[] {
  return pieces.length > most ? [...pieces.slice(0, most), `and ${pieces.length - most} more`] : [...pieces];
}

function asCode(text: string, limit: number): string {
  const line = oneLine(text.toWellFormed());
  return line === '' ? '(no visible name)' : `<code>${escapeHtml(cutMiddle(line, limit))}</code>`;
}

/** Cuts between characters, not between the halves of one; the end stays, since long names often differ there. */
function cutMiddle(text: string, limit: number): string {
  const characters = [...text];
  const end = Math.floor(limit / 4);
  return characters.length > limit
    ? [...characters.slice(0, limit - end - 1), '…', ...characters.slice(-end)].join('')
    : text;
}
