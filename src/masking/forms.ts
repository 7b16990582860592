import { ESCAPED_FORMS, type Form, YAML_STRINGS } from './escapes.js';

/** A derived form with fewer characters would hide more of the log than of the secret. */
export const SHORTEST = 8;

/** More bytes have so many lines of base64 that their masks would slow down the runner. */
const MOST_BYTES = 16_384;

/** The fewest bytes that, with a newline, have more than one line of 64 characters in base64. */
const SHORTEST_IN_LINES = 48;

/** A folded line has 80 columns, of which the key and its indentation may take half. */
const SHORTEST_FOLDED = 40;

/** A last folded line that is not masked. */
const USUAL_WORD = /^\p{L}{1,11}$/u;

/** A text with more words is prose; two masks for each word would slow down the runner. */
const MOST_FOLDS = 200;

/** Where PyYAML folds a text in double quotes: at a blank, and after an escape. */
const YAML_FOLDS = / |(?<=\\(?:x..|u.{4}|U.{8}|[^xuU]))/g;

/** The forms that do not depend on single characters. */
const BYTE_FORMS: readonly Form[] = [
  { name: 'base64 at three alignments', of: (_, bytes) => base64Groups(bytes) },
  { name: 'base64url at three alignments', of: (_, bytes) => base64Groups(bytes).map(toBase64url) },
  { name: 'base64 in lines', of: (_, bytes) => base64Lines(bytes) },
  { name: 'hex', of: (_, bytes) => bothHex(bytes) },
  { name: 'folded text', of: foldedText },
];

/**
 * The forms of a secret that GitHub's runner, or a runner with fewer encodings, does not mask on its own.
 *
 * The runner adds base64 of the whole text at three alignments. `echo "$V" | base64` also encodes a newline, so that for two of
 * three texts, none of these forms matches. Forms that are cut to whole groups of three bytes match whatever follows the text.
 */
export const FORMS: readonly Form[] = [...BYTE_FORMS, ...ESCAPED_FORMS];

/** Returns the forms in which tools print bytes that are not valid text. */
export function formsOfBytes(bytes: Buffer): string[] {
  const groups = base64Groups(bytes);
  const forms = [...groups, ...groups.map(toBase64url), ...base64Lines(bytes), ...bothHex(bytes)];
  return [...new Set(forms)].filter((form) => form.length >= SHORTEST);
}

/** Returns every derived form of a text that differs from the text and is long enough to be masked. */
export function derivedForms(text: string): string[] {
  const wellFormed = text.toWellFormed();
  const bytes = Buffer.from(wellFormed, 'utf8');
  const forms: string[] = [];
  for (const { of } of [...BYTE_FORMS, ...escapedForms(wellFormed)]) {
    forms.push(...of(wellFormed, bytes));
  }
  return forms.filter((form) => form.length >= SHORTEST && form !== text);
}

/** Leaves out the forms that would return the text itself: their patterns take longer than all other masks of a usual text. */
function escapedForms(text: string): readonly Form[] {
  if (!/^[ -~]*$/.test(text)) {
    return ESCAPED_FORMS;
  }
  const signs = [...new Set(text.replace(/[\w.-]+/g, ''))];
  return signs.length === 0 ? [] : ESCAPED_FORMS.filter((form) => signs.some((sign) => form.signs.includes(sign)));
}

/** Encodes the whole groups of three bytes in base64, at each alignment: the results are the same whatever precedes and follows the bytes. */
function base64Groups(bytes: Buffer): string[] {
  return [0, 1, 2].map((shift) => bytes.toString('base64', shift, bytes.length - ((bytes.length - shift) % 3)));
}

function bothHex(bytes: Buffer): string[] {
  const hex = bytes.toString('hex');
  return [hex, hex.toUpperCase()];
}

function toBase64url(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_');
}

/** Returns the lines of base64 as tools wrap it, for bytes with and without a newline after them. */
function base64Lines(bytes: Buffer): string[] {
  const isOneLine = bytes.length < SHORTEST_IN_LINES;
  const texts = isOneLine || bytes.length > MOST_BYTES ? [] : [bytes, Buffer.concat([bytes, Buffer.from('\n')])];
  return texts
    .map((text) => text.toString('base64'))
    .flatMap((base64) => [/.{1,64}/g, /.{1,76}/g].map((line) => base64.match(line) ?? []))
    .flatMap((lines) => (lines.length > 1 ? lines.map(withoutPadding) : []));
}

/** The last group depends on what follows. A line of two groups stays as it is, because one group is too short for a mask. */
function withoutPadding(line: string): string {
  return line.length > SHORTEST && line.endsWith('=') ? line.slice(0, -4) : line;
}

/** Returns masks that together hide a line wherever PyYAML folds it: at blanks, and in double quotes also after each escape. */
function foldedText(text: string): string[] {
  const isUnfolded = text.length <= SHORTEST_FOLDED || /^[!-~]*$/.test(text);
  if (isUnfolded || /^[[{]|[\r\n]|-----BEGIN /.test(text)) {
    // The leaves and lines of a document, and the runs of a PEM block, are texts of their own.
    return [];
  }
  const unquoted = [text, text.replaceAll("'", "''")].flatMap((plain) => foldedParts(plain, / /g));
  const quoted = /^[ -~]*$/.test(text) ? [] : YAML_STRINGS.map((write) => write(text));
  return [...unquoted, ...quoted.flatMap((escaped) => foldedParts(escaped, YAML_FOLDS))];
}

/**
 * Returns parts of a text that together hide what is between any two folds: it starts with the part after the first fold, and
 * ends with the part before the second. A part is as long as a folded line, so that it does not hide a usual word.
 */
function foldedParts(text: string, fold: RegExp): string[] {
  const folds = [0, ...Array.from(text.matchAll(fold), ({ index }) => index)];
  return (folds.length > MOST_FOLDS ? [] : folds).flatMap((at) => {
    const end = folds.find((next) => next >= at + SHORTEST_FOLDED);
    const start = folds.findLast((previous) => previous <= at - SHORTEST_FOLDED);
    return [text.slice(at, end), text.slice(start ?? at, at)]
      .map((part) => part.trim())
      .filter((part) => !USUAL_WORD.test(part));
  });
}
