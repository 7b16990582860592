import { isDone, problem, type Scanner, scan } from './scanner.js';
import { parseTarget, type Target } from './target.js';

/** How a value is decoded before it is exported. */
export type Decoding = 'base64' | 'hex';

/** One request of the input `secrets`: which Secrets, and what becomes of their values. */
export interface SecretRequest extends Target {
  /** A name, an id or a key, in which `*` matches any characters, and perhaps `.field`; if quoted, only a name. */
  readonly selector: string;
  readonly quoted: boolean;
  /** The field after a quoted name; without quotes it is part of the selector, since names may also contain dots. */
  readonly field: string | undefined;
  /** Whether a missing Secret or field is a notice and not an error. */
  readonly optional: boolean;
  readonly decodings: readonly Decoding[];
  /** Line of the input, from 1. */
  readonly line: number;
  /** The request as written, without a comment and blanks around it. */
  readonly text: string;
}

/** Tells whether the selector of a request is a pattern. */
export function isPattern({ quoted, selector }: SecretRequest): boolean {
  return !quoted && selector.includes('*');
}

/** A quoted name is a JSON string, so that it can contain every character. */
const QUOTED = /"(?:[^"\\]|\\.)*"/y;

/** A text up to `|`, `;` or a comment; `#` starts a comment at the start of a line or after a blank. */
const WORD = /(?:[^|;\s]|[^\S\n]+(?![\s#|;]|$))*/y;

const BLANKS = /[\s;]*/y;

const SPACE = /\s*/y;

const DECODINGS: readonly Decoding[] = ['base64', 'hex'];

/**
 * Parses the `secrets` input: one request per line or `;`.
 *
 *     line     = selector [ "?" ] { "|" decode } [ "|" target ]
 *     selector = name | "quoted name" | id | key, each perhaps with ".field"
 *     target   = NAME | NAME_* | [ NAME | NAME_* ] ( "@file" | "@dotenv" | "@env-file" ) | "@docker" | "@aws"
 *
 * @throws ActionError input_invalid, with line, column, and the line itself
 */
export function parseSecretRequests(text: string): SecretRequest[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => parseLine({ text: line, line: index + 1, at: 0 }));
}

function parseLine(scanner: Scanner): SecretRequest[] {
  const requests: SecretRequest[] = [];
  for (scan(scanner, BLANKS); !isDone(scanner); scan(scanner, BLANKS)) {
    const start = scanner.at;
    const selector = parseSelector(scanner);
    const pipes = parsePipes(scanner);
    const text = scanner.text.slice(start, scanner.at).trim();
    const request = { ...selector, ...pipes, line: scanner.line, text };
    checkStars(request, scanner, start);
    requests.push(request);
  }
  return requests;
}

type SelectorPart = Pick<SecretRequest, 'selector' | 'quoted' | 'field' | 'optional'>;

function parseSelector(scanner: Scanner): SelectorPart {
  const start = scanner.at;
  const selector = scanner.text[start] === '"' ? parseQuoted(scanner) : undefined;
  const word = scan(scanner, WORD);
  const optional = word.endsWith('?');
  const rest = (optional ? word.slice(0, -1) : word).trimEnd();
  if (selector === undefined) {
    if (rest === '') {
      throw problem(scanner, start, 'the name of a Secret is missing here');
    }
    return { selector: rest, quoted: false, optional, field: undefined };
  }
  if (rest !== '' && !/^\../.test(rest)) {
    throw problem(
      scanner,
      scanner.at - word.trimStart().length,
      'after a quoted name, only ".field", "?", "|", ";" or a comment is allowed',
    );
  }
  return { selector, quoted: true, optional, field: rest === '' ? undefined : rest.slice(1) };
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

type PipesPart = Pick<SecretRequest, 'decodings' | 'target' | 'sink'>;

function parsePipes(scanner: Scanner): PipesPart {
  const decodings: Decoding[] = [];
  scan(scanner, SPACE);
  while (scanner.text[scanner.at] === '|') {
    scanner.at += 1;
    scan(scanner, SPACE);
    const start = scanner.at;
    const word = isDone(scanner) ? '' : scan(scanner, WORD);
    scan(scanner, SPACE);
    const decoding = DECODINGS.find((known) => known === word);
    if (decoding !== undefined) {
      decodings.push(decoding);
    } else {
      const target = parseTarget(word, scanner, start);
      if (scanner.text[scanner.at] === '|') {
        throw problem(
          scanner,
          scanner.at,
          `nothing is allowed after the target; write decodings (${DECODINGS.join(', ')}) before it`,
        );
      }
      return { decodings, ...target };
    }
  }
  return { decodings, target: undefined, sink: undefined };
}

/** A star in the target needs one star in the selector; without it, many Secrets would have the same name. */
function checkStars({ selector, quoted, target }: SecretRequest, scanner: Scanner, start: number): void {
  const stars = quoted ? 0 : selector.split('*').length - 1;
  if (target?.endsWith('*') === true && stars !== 1) {
    throw problem(scanner, start, 'a target with * requires exactly one * in the selector, outside quotes');
  }
  if (target !== undefined && !target.endsWith('*') && stars > 0) {
    throw problem(
      scanner,
      start,
      'a selector with * can match many Secrets: end its target with *, or omit the target',
    );
  }
}
