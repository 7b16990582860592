import { nameFrom, type ResultName, selectorText } from '../language/names.js';
import type { SecretRequest } from '../language/request.js';
import { quote } from '../untrusted-text.js';
import type { SecretEntry } from './settings-api.js';

/** One Secret that a request names; a pattern names many. */
export interface Match {
  readonly request: SecretRequest;
  readonly key: string;
  /** The Secret's entry in the list; undefined if the request contains the key and no list has it. */
  readonly entry: SecretEntry | undefined;
  /** The requested field, as the line writes it. */
  readonly field: string | undefined;
  /** What the only `*` of the selector matched; text of the server. */
  readonly starred: string | undefined;
  /** Whether a pattern found the Secret, so that its name comes from the server. */
  readonly byPattern: boolean;
}

/** Matches a text; returns what a single `*` of the pattern matched, or undefined if the text does not match. */
type Pattern = (text: string) => Pick<Match, 'starred'> | undefined;

/**
 * Parses a pattern, in which `*` matches any characters or none.
 *
 * Each part is matched at its first place, which is never wrong. A regular expression would try all places: a few stars on
 * one long name would take hours.
 */
export function parsePattern(pattern: string): Pattern {
  const first = pattern.indexOf('*');
  if (first < 0) {
    return (text) => (text === pattern ? { starred: undefined } : undefined);
  }
  const last = pattern.lastIndexOf('*');
  const [head, tail] = [pattern.slice(0, first), pattern.slice(last + 1)];
  const parts = first === last ? [] : pattern.slice(first + 1, last).split('*');
  return (text) => {
    const end = text.length - tail.length;
    const middle = text.slice(head.length, end);
    const fits = text.startsWith(head) && text.endsWith(tail) && head.length <= end && containsInOrder(middle, parts);
    return fits ? { starred: first === last ? middle : undefined } : undefined;
  };
}

function containsInOrder(text: string, parts: readonly string[]): boolean {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at < 0) {
      return false;
    }
    from = at + part.length;
  }
  return true;
}

/** Makes the names of one match, or of a field of it that `.*` matched. */
export function nameOfMatch(
  { request, entry, field, starred, byPattern }: Match,
  path: readonly string[] = [],
): ResultName {
  const named = byPattern && entry !== undefined ? entry.name : undefined;
  const text = named === undefined ? selectorText(request) : selectorText({ selector: named, field });
  const who = [
    `line ${request.line}`,
    ...(named === undefined ? [] : [`Secret ${quote(named)}`]),
    ...(path.length === 0 ? [] : [`field ${quote(path.join('.'))}`]),
  ];
  return nameFrom(request, { text, starred, path, who: who.join(', ') });
}

/** Writes the line that selects one field of `.*` alone: by key after quotes and stars, since a key needs no quotes. */
export function lineOfField({ request, key, field, byPattern }: Match, path: readonly string[]): string {
  const byKey = byPattern || request.quoted;
  const names = byKey && field !== undefined ? [field, ...path] : path;
  return `${byKey ? key : request.selector}.${names.join('.')} | NAME`;
}
