import { cutMiddle, type Redact, show } from '../untrusted-text.js';

/** The most characters of a name: enough to distinguish two Secrets, and short enough for a cell of a table. */
const HTML_NAME_LIMIT = 48;

/** The most characters of an address, a path, or a line to copy. */
const PATH_LIMIT = 300;

/** How HTML writes its special characters; `&apos;` and not `&#39;`, since the runner masks exactly this form. */
const HTML_ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** How a summary shows an untrusted text. */
export type Name = (text: string) => string;

/** Writes a text so that HTML shows it unchanged. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => HTML_ENTITIES[character] ?? character);
}

/** What GitHub would make a link of: a mention, a reference, an address, the hash of a commit. An entity stays whole. */
const LINKED = String.raw`[^\s(]*(?:@|#\d|:\/\/|www\.)(?:(?:&\w+;|[^\s&])*(?:&\w+;|[^\s&.,;:?!)]))?|\b[0-9a-f]{7,40}\b`;

/** Marks as code what is quoted in a message, and what GitHub would make a link of: it makes none in `<code>`. */
const AS_CODE = new RegExp(String.raw`\x60([^\x60]+)\x60|&quot;((?:\\&quot;|(?!&quot;).)*)&quot;|(${LINKED})`, 'gs');

/** Writes a message as HTML. */
export function markUp(message: string): string {
  return escapeHtml(message).replace(
    AS_CODE,
    (whole, name?: string, quoted?: string) =>
      `<code>${name ?? quoted?.replaceAll('\\&quot;', '&quot;') ?? whole}</code>`,
  );
}

/**
 * Returns the ID of a step from GITHUB_ACTION; undefined for a step without one.
 *
 * The name of such a step begins with two underscores, or is a number in nektos/act (pkg/runner/job_executor.go).
 */
export function stepId(name = ''): string | undefined {
  return /^(?!__)[a-z_]/i.test(name) ? name : undefined;
}

/**
 * Shows an untrusted name as code: one line of at most 48 characters, without workflow commands.
 *
 * GitHub looks for no mentions, references, links or emoji codes in `<code>`. The caller prevents Markdown in the name
 * by putting it into a block of HTML.
 */
export function nameAsCode(name: string, redact: Redact): string {
  return asCode(name, redact, HTML_NAME_LIMIT);
}

/** Shows an address, a path or a line as code, in at most 300 characters. */
export function pathAsCode(path: string, redact: Redact): string {
  return asCode(path, redact, PATH_LIMIT);
}

/** Returns the first `most` pieces of HTML, and how many more of `all` there are. */
export function firstPieces(pieces: readonly string[], most: number, all = pieces.length): string[] {
  return all > most ? [...pieces.slice(0, most), `and ${all - most} more`] : [...pieces];
}

function asCode(text: string, redact: Redact, limit: number): string {
  const line = show(text.toWellFormed(), redact, (whole) => cutMiddle(whole, limit));
  return line === '' ? '(no visible name)' : `<code>${escapeHtml(line)}</code>`;
}
