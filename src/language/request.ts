import { isDone, problem, type Scanner, scan } from './scanner.js';
import { checkStars } from './stars.js';
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
  /** Whether the selector ends in `.*`, which requests every field as a value of its own. */
  readonly allFields: boolean;
  /** Whether a missing Secret or field is a notice and not an error. */
  readonly optional: boolean;
  readonly decodings: readonly Decoding[];
  /** Line of the input, from 1. */
  readonly line: number;
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
 *     selector = name | "quoted name" | id | key, each perhaps with ".field" or ".*"
 *     target   = NAME | NAME_* | * | [ NAME | NAME_* | * ] ( "@file" | "@dotenv" | "@env-file" ) | "@docker" | "@aws"
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
    const request = { ...selector, ...pipes, line: scanner.line };
    checkStars(request, (what) => problem(scanner, start, what));
    requests.push(request);
  }
  return requests;
}

type SelectorPart = Pick<SecretRequest, 'selector' | 'quoted' | 'field' | 'allFields' | 'optional'>;

function parseSelector(scanner: Scanner): SelectorPart {
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
