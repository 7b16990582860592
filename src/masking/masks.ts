import { leavesOf } from '../json.js';
import { derivedForms, SHORTEST } from './forms.js';
import { type Contents, contentsOf, linesOf } from './parts.js';
import { isPublicPem } from './pem.js';

/** A value with fewer characters is also masked, with a warning that it hides unrelated text of the log. */
const SHORT = 4;

/** Plain JSON syntax: with a mask on `{` or `true`, no log would be readable, and the runner would drop most job outputs. */
const JSON_SYNTAX = /^(?:[{}[\],:\s\u0085]|\b(?:true|false|null)\b)*$/;

/** How one kind of runner reads masks. */
export interface MaskReader {
  /** The spellings in which a piece of a value is registered; its derived forms are registered on every runner. */
  readonly spellingsOf: (piece: string) => readonly string[];
  /** The commands that mask these texts, in their order; each is a line. */
  readonly commandsFor: (texts: readonly string[]) => readonly string[];
}

/** GitHub's runner. */
export const githubReader: MaskReader = {
  spellingsOf: (piece) => (canBeSentWhole(piece) ? [piece] : []),
  commandsFor: (texts) => texts.flatMap(commandData).map((data) => addMask(data)),
};

/** Writes the command of the toolkit's `setSecret` (escapeData in its command.ts), or the older form (ActionCommand.cs). */
export function addMask(data: string, inBrackets = isCommandToo(data)): string {
  const escaped = data.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
  return inBrackets ? `##[add-mask]${escaped.replace(/\]/g, '%5D')}\n` : `::add-mask::${escaped}\n`;
}

/** Tells whether the runner could obey a part of a text: if it does not find the second `::` of the command, it looks for `##[`. */
export function isCommandToo(text: string): boolean {
  return /^[^\x00-\x7f]/.test(text) && text.includes('##[');
}

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
  if (!/[\r\n]/.test(value) && isMaskable(value) && !isShort(value)) {
    return false;
  }
  const { parts, lines } = piecesOf(value);
  return [...parts, ...lines].some(isShort);
}

/** Tells whether a value contains lines or list items that are too short to be masked, together with longer ones. */
export function hasOpenParts(value: string): boolean {
  const parts = [...linesOf(value), ...leavesOf(value)].filter(isMaskable);
  return parts.some(isShort) && !parts.every(isShort);
}

/** The most masks of one value: the runner searches every line of the log for every mask. */
const MOST_MASKS = 5_000;

/**
 * Returns every text to register for one secret value, longest first.
 *
 * These are the value, its lines, its JSON leaves and other secret parts, and the derived forms of each. JSON leaves in `plain`
 * are not registered, nor is a value of only public PEM blocks. nektos/act replaces the masks in the order in which they arrive
 * (logger.go): after a short one, the rest of a longer one would stay readable.
 */
export function masksOf(value: string, plain: readonly string[] = [], reader = githubReader): string[] {
  return rankedMasks(value, plain, reader).masks.sort((a, b) => b.length - a.length);
}

/** Ranks the masks of a value: the value and its parts, which are never left out, then lines, then derived forms. */
export function rankedMasks(value: string, plain: readonly string[] = [], reader = githubReader) {
  const { parts, lines, isCut } = piecesOf(value, plain);
  const most = Math.max(MOST_MASKS, parts.length);
  const masks = new Set<string>();
  for (const mask of spelled([...parts, ...lines], reader)) {
    if (isMaskable(mask) && masks.add(mask).size > most) {
      break;
    }
  }
  return { masks: [...masks].slice(0, most), isCut: isCut || masks.size > most };
}

/** Spells pieces one after another, because there can be far more forms than masks. */
function* spelled(pieces: readonly string[], { spellingsOf }: MaskReader) {
  yield* pieces.flatMap((piece) => spellingsOf(piece).slice(0, 1));
  for (const piece of pieces) {
    yield* [...spellingsOf(piece).slice(1), ...derivedForms(piece).flatMap(sendable)];
  }
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

/** Lists the value itself with its parts, and its lines; short ones only if there are no longer ones. */
function piecesOf(value: string, plain: readonly string[] = []): Contents {
  if (isPublicPem(value)) {
    return { parts: [], lines: [], isCut: false };
  }
  const { parts, lines, isCut } = contentsOf(value, plain);
  const hasLong = [...parts, ...lines].some((part) => isMaskable(part) && !isShort(part));
  const keep = (part: string) => isMaskable(part) && !(hasLong && isShort(part));
  return { parts: [value, value.trim(), ...parts.filter(keep)].filter(isMaskable), lines: lines.filter(keep), isCut };
}

const sendable = (form: string) => (canBeSentWhole(form) ? [form] : linesOf(form).filter((line) => !isTooShort(line)));
const isTooShort = (line: string) => !isMaskable(line) || isShort(line);

/** Tells whether no line of a piece or of its form is `{` or a single letter: the runner also registers each line of a text. */
function canBeSentWhole(piece: string): boolean {
  const lines = linesOf(piece).filter((line) => line !== '');
  return lines.length < 2 || !lines.some(isTooShort);
}
