// How wide a text is on a terminal, and where its lines end.

/** Emojis, and the wide and full-width characters of East Asia (Unicode Standard Annex 11): two columns each. */
const WIDE =
  /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{20000}-\u{3FFFD}]/u;

const NO_WIDTH = /^[\p{Mark}\p{Cf}]+$/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Returns the characters of a text as a reader counts them. */
function charactersOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Returns the number of columns that a text takes on a terminal. */
export function widthOf(text: string): number {
  return charactersOf(text).reduce((width, each) => width + (WIDE.test(each) ? 2 : NO_WIDTH.test(each) ? 0 : 1), 0);
}

/** Appends spaces up to a width. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/**
 * Breaks a text into lines of at most `width` columns: at spaces, and within a word only if the word is wider than a line.
 *
 * Line ends of the text stay. A no-break space joins two words if both fit into a line, and becomes a space.
 */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width));
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let current: string | undefined;
  for (const word of line.split(' ').flatMap((each) => fitting(each, width))) {
    const longer: string = current === undefined ? word : `${current} ${word}`;
    if (current !== undefined && widthOf(longer) > width) {
      lines.push(current);
      current = word;
    } else {
      current = longer;
    }
  }
  return [...lines, current ?? ''].map((each) => each.replaceAll('\u00a0', ' '));
}

/** Splits a word that is wider than a line: at its no-break spaces, then at any character. */
function fitting(word: string, width: number): string[] {
  const parts = widthOf(word) > width ? word.split('\u00a0') : [word];
  return parts.flatMap((part) => (widthOf(part) > width ? hardWrap(part, width) : [part]));
}

/** Breaks a text into lines of at most `width` columns, at any character. */
export function hardWrap(text: string, width: number): string[] {
  const lines = [''];
  for (const each of charactersOf(text)) {
    const longer = `${lines.at(-1)}${each}`;
    if (widthOf(longer) > width) lines.push(each);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
