import { problem, type Scanner, scan } from './scanner.js';

/** The part of a request that says which values it requests. */
export interface SelectorPart {
  /** A name, an id or a key, in which `*` matches any characters, and perhaps `.field`; if quoted, only a name. */
  readonly selector: string;
  readonly quoted: boolean;
  /** The field after a quoted name; without quotes it is part of the selector, since names may also contain dots. */
  readonly field: string | undefined;
  /** Whether the selector ends in `.*`, which requests every field as a value of its own. */
  readonly allFields: boolean;
  /** Whether a missing Secret or field is a notice and not an error. */
  readonly optional: boolean;
}

/** A quoted name is a JSON string, so that it can contain every character. */
const QUOTED = /"(?:[^"\\]|\\.)*"/y;

/** A text up to `|`, `;` or a comment; `#` starts a comment at the start of a line or after a blank. */
export const WORD = /(?:[^|;\s]|[^\S\n]+(?![\s#|;]|$))*/y;

/** Parses a selector at the current place, with the `?` after it. @throws ActionError input_invalid */
export function parseSelector(scanner: Scanner): SelectorPart {
  const start = scanner.at;
  const selector = scanner.text[start] === '"' ? parseQuoted(scanner) : undefined;
  const word = scan(scanner, WORD);
  const optional = word.endsWith('?');
  const whole = (optional ? word.slice(0, -1) : word).trimEnd();
  const allFields = whole.endsWith('.*');
  const rest = allFields ? whole.slice(0, -2) : whole;
  if (selector === undefined) {
    if (rest === '') {
      throw problem(scanner, start, 'the name of a Secret is missing here');
    }
    return { selector: rest, quoted: false, field: undefined, allFields, optional };
  }
  const after = scanner.at - word.trimStart().length;
  if (rest !== '' && !/^\../.test(rest)) {
    throw problem(scanner, after, 'after a quoted name, only ".field", ".*", "?", "|", ";" or a comment is allowed');
  }
  if (rest.includes('*')) {
    throw problem(scanner, after, 'the name of a field cannot contain *; write ".*" for every field');
  }
  return { selector, quoted: true, field: rest === '' ? undefined : rest.slice(1), allFields, optional };
}

function parseQuoted(scanner: Scanner): string {
  const start = scanner.at;
  const text = scan(scanner, QUOTED);
  if (text === '') {
    throw problem(scanner, start, 'the closing quote is missing');
  }
  try {
    const name: unknown = JSON.parse(text);
    if (typeof name === 'string' && name !== '') {
      return name;
    }
  } catch {
    throw problem(scanner, start, 'a quoted name is a JSON string: write a backslash as \\\\ and a quote as \\"');
  }
  throw problem(scanner, start, 'the name is empty');
}
