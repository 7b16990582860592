import { inVariable, nameFrom, nameOfRequest, type ResultName } from '../language/names.js';
import type { SecretRequest } from '../language/request.js';
import { checkNames, type NameSettings } from '../language/taken-names.js';
import { quote } from '../untrusted-text.js';
import type { SecretEntry } from './settings-api.js';

/** One Secret that a request names, perhaps one of many. */
export interface Match {
  readonly request: SecretRequest;
  readonly key: string;
  /** The Secret's entry in the list; absent when the request gave the key and no list was needed. */
  readonly entry?: SecretEntry;
  /** The field that is wanted of it, as it was written. */
  readonly field?: string;
  /** What the selector's only `*` matched; text of the server. */
  readonly starred?: string;
  /** Whether the Secret was named by a pattern, so that its name comes from the server. */
  readonly byPattern: boolean;
}

/** Matches a text, and tells what a single `*` of the pattern stands for; undefined when it does not match. */
export type Pattern = (text: string) => { readonly starred?: string } | undefined;

/**
 * Reads a pattern, in which `*` matches any characters, also none.
 *
 * Each part is taken at its first place, which never needs to be undone: a regular expression would try them all, and a few
 * stars on one long name would take hours.
 */
export function parsePattern(pattern: string): Pattern {
  const [head = '', ...others] = pattern.split('*');
  const tail = others.pop();
  if (tail === undefined) {
    return (text) => (text === head ? {} : undefined);
  }
  return (text) => {
    const end = text.length - tail.length;
    const fits = text.startsWith(head) && text.endsWith(tail) && head.length <= end;
    if (!fits || !holdsInOrder(text.slice(head.length, end), others)) {
      return undefined;
    }
    return others.length === 0 ? { starred: text.slice(head.length, end) } : {};
  };
}

function holdsInOrder(text: string, parts: readonly string[]): boolean {
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

/** The names of one match: of a pattern by its Secret's name, or by what the star matched. */
export function nameOfMatch({ request, entry, field, starred, byPattern }: Match): ResultName {
  if (!byPattern || entry === undefined) {
    return nameOfRequest(request);
  }
  const who = `line ${request.line}, Secret ${quote(entry.name)}`;
  if (request.target === undefined || starred === undefined) {
    return nameFrom(undefined, field === undefined ? entry.name : `${entry.name}.${field}`, who);
  }
  const name = `${request.target.slice(0, -1)}${inVariable(starred)}`;
  return { variable: name, output: name, chosen: false, who };
}

/**
 * Refuses names that can be seen to fail before any Secret is decrypted.
 *
 * @throws ActionError name_refused, name_conflict
 */
export function checkMatches(matches: readonly Match[], settings: NameSettings): void {
  checkNames(
    matches.map((match) => ({ sink: match.request.sink, name: nameOfMatch(match) })),
    settings,
  );
}
