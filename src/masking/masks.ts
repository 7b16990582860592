import { leavesOf } from '../json.js';
import { derivedForms, SHORTEST } from './forms.js';

/** A value shorter than this is masked all the same, but the user is told what it does to the log. */
const SHORT = 4;

/** Texts that make up JSON itself: a mask on `{` or `true` would ruin every log and drop every job output. */
const JSON_SYNTAX = /^(?:[{}[\],:\s\u0085]|\b(?:true|false|null)\b)*$/;

/** What differs between the runners that read the masks. */
export interface MaskReader {
  /** How a piece of a value is written in its own masks; its derived forms are masked on every runner. */
  readonly spellingsOf: (piece: string) => readonly string[];
  /** The data of the add-mask commands for these texts, in their order. */
  readonly dataOf: (texts: readonly string[]) => readonly string[];
}

/** GitHub's runner. */
export const githubReader: MaskReader = {
  spellingsOf: (piece) => (canBeSentWhole(piece) ? [piece] : []),
  dataOf: (texts) => texts.flatMap(commandData),
};

/** Whether a text may be registered at all: not blank and not mere JSON syntax. */
export function isMaskable(text: string): boolean {
  return !JSON_SYNTAX.test(text);
}

/** Whether a text is so short that its mask hides unrelated text. */
export function isShort(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length < 2 * SHORT && [...trimmed].length < SHORT;
}

/** Whether a value, or every part of it that could be masked, is so short that its mask hides unrelated text. */
export function hasShortMask(value: string): boolean {
  return piecesOf(value).some(isShort);
}

/** Whether a value has lines or list items too short to be masked beside its longer ones. */
export function hasOpenParts(value: string): boolean {
  const parts = [...linesOf(value), ...leavesOf(value)].filter(isMaskable);
  return parts.some(isShort) && !parts.every(isShort);
}

/**
 * Every text to register for one secret value, longest first: the value, its lines, the leaves of a JSON document, and
 * the derived forms of each. JSON leaves in `plain` are left open.
 *
 * Longest first, since a weaker runner replaces the masks in the order of their arrival and would leave the tail of a
 * longer one in clear (nektos/act logger.go).
 */
export function masksOf(value: string, plain: readonly string[] = [], { spellingsOf } = githubReader): string[] {
  const pieces = piecesOf(value, plain);
  const all = [...pieces.flatMap(spellingsOf), ...pieces.flatMap(derivedForms)].filter(isMaskable);
  return [...new Set(all)].sort((a, b) => b.length - a.length);
}

/**
 * The data of the add-mask commands that register one text, in their order.
 *
 * The runner looks for the second `::` by culture: a combining mark behind it makes the command an ordinary line, which
 * is printed in clear (actions/runner ActionCommand.cs). A newline in front hides the mark and registers the line
 * alone. The plain form, which nektos/act needs, comes after it; what is then printed is masked, also where the
 * command's own escape has changed a percent sign in it. Every first character beyond ASCII is treated so: which ones
 * combine depends on the culture data of the runner's machine.
 */
export function commandData(text: string): string[] {
  if (/^[\x00-\x7f]/.test(text)) {
    return [text];
  }
  const escaped = text.replaceAll('%', '%25');
  return escaped === text ? [`\n${text}`, text] : [`\n${escaped}`, `\n${text}`, text];
}

/** Far more than any login has; a document of hundreds of fields would have tens of thousands. */
const MOST_PAIRS = 400;

/** `user:password` of a structured value, which is what an Authorization header encodes. */
export function userPasswords(
  fields: readonly { readonly path: readonly string[]; readonly text: string }[],
): string[] {
  const named = (pattern: RegExp) =>
    fields.filter((field) => pattern.test(field.path.at(-1) ?? '') && field.text !== '');
  const users = named(/user|login|account|e-?mail|client_?id|access_?key(?:_?id)?$|key_?id/i);
  const passwords = named(/pass|pwd|token|secret|key$/i);
  const pairs = users.flatMap((user) =>
    passwords.filter((password) => password !== user).map((password) => `${user.text}:${password.text}`),
  );
  return pairs.filter((pair) => pair.length >= SHORTEST).slice(0, MOST_PAIRS);
}

/** The value itself and what it is made of: lines and JSON leaves, short ones only where there is nothing longer. */
function piecesOf(value: string, plain: readonly string[] = []): string[] {
  const leaves = leavesOf(value).filter((leaf) => !plain.includes(leaf));
  const parts = [...linesOf(value), ...leaves.flatMap((leaf) => [leaf, ...linesOf(leaf)])].filter(isMaskable);
  const long = parts.filter((part) => !isShort(part));
  return [...new Set([value, value.trim(), ...(long.length > 0 ? long : parts)])].filter(isMaskable);
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/).map((line) => line.trim());
}

/** The runner registers every line of a text by itself, also `{` or a single letter: then only its pieces are sent. */
function canBeSentWhole(piece: string): boolean {
  const lines = linesOf(piece).filter((line) => line !== '');
  return lines.length < 2 || lines.every((line) => isMaskable(line) && !isShort(line));
}
