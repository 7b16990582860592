import { isDone, problem, type Scanner, take } from './scanner.js';
import { parseTarget, type Target } from './target.js';

/** Whether a selector is a pattern. */
export function isPattern({ quoted, selector }: SecretRequest): boolean {
  return !quoted && selector.includes('*');
}

/** How a value is decoded before it is exported. */
export type Decoding = 'base64' | 'hex';

/** One request of the `secrets` input: which Secrets, and what becomes of their values. */
export interface SecretRequest extends Target {
  /** A name, an id or a key, with `*` for any characters and perhaps a field behind it; when quoted, a name only. */
  readonly selector: string;
  readonly quoted: boolean;
  /** The field behind a quoted name; behind any other it is still part of the selector, since names have dots too. */
  readonly field?: string;
  /** Whether a Secret or field that does not exist is a notice only. */
  readonly optional: boolean;
  readonly decodings: readonly Decoding[];
  /** Line of the input, from 1. */
  readonly line: number;
}

/** A quoted name is a JSON string, so that it can hold every character. */
const QUOTED = /"(?:[^"\\]|\\.)*"/y;

/** Up to `|`, `;` or a comment: `#` starts one at the start of a line or after a blank. */
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
  for (take(scanner, BLANKS); !isDone(scanner); take(scanner, BLANKS)) {
    const start = scanner.at;
    const selector = parseSelector(scanner);
    const pipes = parsePipes(scanner);
    const request = { ...selector, ...pipes, line: scanner.line };
    checkStars(request, scanner, start);
    requests.push(request);
  }
  return requests;
}

type SelectorPart = Pick<SecretRequest, 'selector' | 'quoted' | 'field' | 'optional'>;

function parseSelector(scanner: Scanner): SelectorPart {
  const start = scanner.at;
  const selector = scanner.text[start] === '"' ? parseQuoted(scanner) : undefined;
  const word = take(scanner, WORD);
  const optional = word.endsWith('?');
  const rest = (optional ? word.slice(0, -1) : word).trimEnd();
  if (selector === undefined) {
    if (rest === '') {
      throw problem(scanner, start, 'a Secret is missing here');
    }
    return { selector: rest, quoted: false, optional };
  }
  if (rest !== '' && !/^\../.test(rest)) {
    throw problem(
      scanner,
      scanner.at - word.trimStart().length,
      'behind a quoted name may stand ".field", "?", "|", ";" or a comment',
    );
  }
  return { selector, quoted: true, optional, ...(rest === '' ? {} : { field: rest.slice(1) }) };
}

function parseQuoted(scanner: Scanner): string {
  const start = scanner.at;
  const text = take(scanner, QUOTED);
  if (text === '') {
    throw problem(scanner, start, 'the closing quote is missing');
  }
  try {
    const name: unknown = JSON.parse(text);
    if (typeof name === 'string' && name !== '') {
      return name;
    }
  } catch {
    throw problem(scanner, start, 'a quoted name is written as in JSON: a backslash as \\\\, a quote as \\"');
  }
  throw problem(scanner, start, 'the name is empty');
}

type PipesPart = Pick<SecretRequest, 'decodings' | 'target' | 'sink'>;

function parsePipes(scanner: Scanner): PipesPart {
  const decodings: Decoding[] = [];
  take(scanner, SPACE);
  while (scanner.text[scanner.at] === '|') {
    scanner.at += 1;
    take(scanner, SPACE);
    const start = scanner.at;
    const word = isDone(scanner) ? '' : take(scanner, WORD);
    take(scanner, SPACE);
    const decoding = DECODINGS.find((known) => known === word);
    if (decoding !== undefined) {
      decodings.push(decoding);
    } else {
      const target = parseTarget(word, scanner, start);
      if (scanner.text[scanner.at] === '|') {
        throw problem(
          scanner,
          scanner.at,
          `nothing may stand behind the target; decodings (${DECODINGS.join(', ')}) come before it`,
        );
      }
      return { decodings, ...target };
    }
  }
  return { decodings };
}

/** A star in the target stands for what the selector's only star matches; without it, many Secrets would have one name. */
function checkStars({ selector, quoted, target }: SecretRequest, scanner: Scanner, start: number): void {
  const stars = quoted ? 0 : [...selector].filter((sign) => sign === '*').length;
  if (target?.endsWith('*') === true && stars !== 1) {
    throw problem(scanner, start, 'a target with * needs a selector with exactly one *, unquoted');
  }
  if (target !== undefined && !target.endsWith('*') && stars > 0) {
    throw problem(scanner, start, 'a selector with * may match many Secrets: its target ends in *, or is left out');
  }
}
