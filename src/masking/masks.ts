import { leavesOf } from '../json.js';
import { derivedForms, SHORTEST } from './forms.js';

/** A value with fewer characters is also masked, with a warning that it hides unrelated text of the log. */
const SHORT = 4;

/** Plain JSON syntax: with a mask on `{` or `true`, no log would be readable, and the runner would drop most job outputs. */
const JSON_SYNTAX = /^(?:[{}[\],:\s\u0085]|\b(?:true|false|null)\b)*$/;

/** How one kind of runner reads masks. */
export interface MaskReader {
  /** The spellings in which a piece of a value is registered; its derived forms are registered on every runner. */
  readonly spellingsOf: (piece: string) => readonly string[];
  /** The data of the add-mask commands for these texts, in their order. */
  readonly dataOf: (texts: readonly string[]) => readonly string[];
}

/** GitHub's runner. */
export const githubReader: MaskReader = {
  spellingsOf: (piece) => (canBeSentWhole(piece) ? [piece] : []),
  dataOf: (texts) => texts.flatMap(commandData),
};

/** Tells whether a text may be registered: it is neither blank nor plain JSON syntax. */
export function isMaskable(text: string): boolean {
  return !JSON_SYNTAX.test(text);
}

/** Tells whether a text is so short that its mask hides unrelated text. */
export function isShort(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length < 2 * SHORT && [...trimmed].length < SHORT;
}

/** Tells whether a value is, or consists only of parts, so short that a mask hides unrelated text. */
export function hasShortMask(value: string): boolean {
  return piecesOf(value).some(isShort);
}

/** Tells whether a value contains lines or list items that are too short to be masked, together with longer ones. */
export function hasOpenParts(value: string): boolean {
  const parts = [...linesOf(value), ...leavesOf(value)].filter(isMaskable);
  return parts.some(isShort) && !parts.every(isShort);
}

/**
 * Returns every text to register for one secret value, longest first.
 *
 * These are the value, its lines, the leaves of a JSON document, and the derived forms of each. JSON leaves in `plain` are not
 * registered. nektos/act replaces the masks in the order in which they arrive (logger.go): after a short one, the rest of a
 * longer one would stay readable.
 */
export function masksOf(value: string, plain: readonly string[] = [], { spellingsOf } = githubReader): string[] {
  const pieces = piecesOf(value, plain);
  const all = [...pieces.flatMap(spellingsOf), ...pieces.flatMap(derivedForms)].filter(isMaskable);
  return [...new Set(all)].sort((a, b) => b.length - a.length);
}

/**
 * Returns the data of the add-mask commands that register one text, in their order.
 *
 * The runner searches the second `::` by culture: if a combining mark follows, the command is an ordinary line, which the runner
 * prints in clear text (actions/runner ActionCommand.cs). With a newline before the mark, the runner registers the line. The form
 * without newline, which nektos/act needs, follows. If the runner prints this form, it is already masked; for a `%`, also as the
 * command escapes it. All first characters that are not ASCII are handled in this way, because it depends on the culture data
 * of the runner's machine which of them combine.
 */
export function commandData(text: string): string[] {
  if (/^[\x00-\x7f]/.test(text)) {
    return [text];
  }
  const escaped = text.replaceAll('%', '%25');
  return escaped === text ? [`\n${text}`, text] : [`\n${escaped}`, `\n${text}`, text];
}

/** Far more pairs than any login has; a document with hundreds of fields would have tens of thousands. */
const MOST_PAIRS = 400;

/** Returns each `user:password` of a structured value, which an Authorization header encodes. */
export function userPasswords(
  fields: readonly { readonly path: readonly string[]; readonly text: string }[],
): string[] {
  const named = (pattern: RegExp) =>
    fields.filter((field) => field.path.slice(-1).some((name) => pattern.test(name)) && field.text !== '');
  const users = named(/user|login|account|e-?mail|client_?id|access_?key(?:_?id)?$|key_?id/i);
  const passwords = named(/pass|pwd|token|secret|key$/i);
  const pairs = users.flatMap((user) =>
    passwords.filter((password) => password !== user).map((password) => `${user.text}:${password.text}`),
  );
  return pairs.filter((pair) => pair.length >= SHORTEST).slice(0, MOST_PAIRS);
}

/** Lists the value itself, its lines and its JSON leaves; short parts only if there are no longer ones. */
function piecesOf(value: string, plain: readonly string[] = []): string[] {
  const leaves = leavesOf(value).filter((leaf) => !plain.includes(leaf));
  const parts = [...linesOf(value), ...leaves.flatMap((leaf) => [leaf, ...linesOf(leaf)])].filter(isMaskable);
  const long = parts.filter((part) => !isShort(part));
  return [...new Set([value, value.trim(), ...(long.length > 0 ? long : parts)])].filter(isMaskable);
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/).map((line) => line.trim());
}

/** Tells whether no line of a piece is `{` or a single letter: the runner also registers each line of a text. */
function canBeSentWhole(piece: string): boolean {
  const lines = linesOf(piece).filter((line) => line !== '');
  return lines.length < 2 || lines.every((line) => isMaskable(line) && !isShort(line));
}
