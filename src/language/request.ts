import { ActionError } from '../errors.js';
import { capitalized } from '../untrusted-text.js';
import { createRewriter, writeThese } from './rewrite.js';
import { isDone, problem, type Scanner, scan } from './scanner.js';
import { parseSelector, type SelectorPart, WORD } from './selector.js';
import { checkStars } from './stars.js';
import { parseTarget, type Target } from './target.js';

/** How a value is decoded before it is exported. */
export type Decoding = 'base64' | 'hex';

/** One request of the input `secrets`: which Secrets, and what becomes of their values. */
export interface SecretRequest extends SelectorPart, Target {
  readonly decodings: readonly Decoding[];
  /** Line of the input, from 1. */
  readonly line: number;
  /** The request as written, without a comment and blanks around it. */
  readonly text: string;
}

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
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    try {
      return parseLine({ text: line, line: index + 1, at: 0 });
    } catch (error) {
      throw error instanceof ActionError ? withRewrite(error, line, index + 1) : error;
    }
  });
}

const rewrite = createRewriter((line) => {
  try {
    return parseLine({ text: line, line: 1, at: 0 }).length === 1;
  } catch {
    return false;
  }
});

/** Adds the line to write, if the parts of the line parse in another order, or without quotes and commas. */
function withRewrite(error: ActionError, text: string, line: number): ActionError {
  const lines = rewrite(text);
  const { code, message, excerpt, title } = error;
  const result = { line, text: text.trim(), result: 'wrong notation', isWrong: true, instead: lines ?? [] };
  return lines === undefined
    ? error
    : new ActionError(code, message, { excerpt, title, advice: capitalized(writeThese(lines)), lines: [result] });
}

function parseLine(scanner: Scanner): SecretRequest[] {
  const requests: SecretRequest[] = [];
  for (scan(scanner, BLANKS); !isDone(scanner); scan(scanner, BLANKS)) {
    const start = scanner.at;
    const selector = parseSelector(scanner);
    const pipes = parsePipes(scanner);
    const text = scanner.text.slice(start, scanner.at).trim();
    const request = { ...selector, ...pipes, line: scanner.line, text };
    checkStars(request, (what) => problem(scanner, start, what));
    requests.push(request);
  }
  return requests;
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
