/** The third argument that V8 passes to a reviver: for a number, its text in the document. */
interface ReviverContext {
  readonly source?: string;
}

/** Functions that TypeScript 7 does not declare yet. Node 24 has them; Node 20 does not. */
interface SourceTextJson {
  parse(text: string, reviver: (key: string, value: unknown, context?: ReviverContext) => unknown): unknown;
  rawJSON?(text: string): object;
  isRawJSON?(value: unknown): boolean;
}

const sourceText: SourceTextJson = JSON;

/**
 * What may be a number that JavaScript writes in another way: with a fraction, an exponent, 16 digits or more, or minus zero.
 *
 * Few short documents have one, and a reviver takes four times as long.
 */
const UNUSUAL_NUMBER = /(?:^|[:,[\s])-?\d*(?:\d[.eE]|\d{16})|-0/;

/** A document with so few characters cannot be nested so deeply that the stack overflows; a reviver rejects such a document. */
const SHORT_DOCUMENT = 2000;

/** More elements than a list of 10 MiB or a value of 1 MiB has: for millions, a reviver needs many seconds and gigabytes. */
const MOST_ELEMENTS = 1_100_000;

/**
 * Parses JSON so that `JSON.stringify` returns each number as it was written: `1.0`, or more digits than a double has.
 *
 * The value of a Secret must not change: a rounded account number is a wrong credential. On Node 20, which the runner does
 * not use, numbers are ordinary ones.
 *
 * @throws SyntaxError
 * @see https://tc39.es/proposal-json-parse-with-source/
 */
export function parseJson(text: string): unknown {
  if (text.length <= SHORT_DOCUMENT && !UNUSUAL_NUMBER.test(text)) {
    return JSON.parse(text);
  }
  checkElements(text);
  return sourceText.parse(text, (_key, value, context) =>
    typeof value === 'number' && context?.source !== undefined && sourceText.rawJSON !== undefined
      ? sourceText.rawJSON(context.source)
      : value,
  );
}

/** @throws SyntaxError if a document may have too many elements; a comma in a string counts also */
function checkElements(text: string): void {
  if (text.length > MOST_ELEMENTS && text.split(/[,[{]/, MOST_ELEMENTS).length === MOST_ELEMENTS) {
    throw new SyntaxError('too many elements');
  }
}

/** A string, which is kept, or a comment or a trailing comma. A string or comment without an end ends with the text. */
const STRING_OR_EXTRA = /("[^"\\]*(?:\\.[^"\\]*)*"?)|\/\/[^\r\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?|,(?=\s*[}\]])/gs;

/**
 * Parses JSON as people store it: with a byte order mark, comments or trailing commas.
 *
 * @throws SyntaxError
 */
export function parseDocument(text: string): unknown {
  const document = text.replace(/^\uFEFF/, '');
  // The second time removes the commas that were before a comment. Plain JSON has no extras.
  return parseJson(document.replace(STRING_OR_EXTRA, '$1').replace(STRING_OR_EXTRA, '$1'));
}

/** Parses a body of JSON, or of a form, in which some servers return errors; undefined for any other body. Numbers are ordinary ones. */
export function parseBody({ body, contentType }: { readonly body: string; readonly contentType: string }): unknown {
  try {
    checkElements(body);
    return JSON.parse(body);
  } catch {
    const isForm = contentType === 'application/x-www-form-urlencoded';
    return isForm ? Object.fromEntries(new URLSearchParams(body)) : undefined;
  }
}

/** Tells whether a parsed value is an object or an array, but not a number that kept its text. */
export function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null && sourceText.isRawJSON?.(value) !== true;
}

/** Tells whether a parsed value is an object, but not an array. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return isContainer(value) && !Array.isArray(value);
}

/** More seconds than any lifetime or time of a token has, and few enough for a Date. */
const MOST_SECONDS = 1e12;

/**
 * Reads a number of seconds, or a string that contains one; returns undefined for any other value.
 *
 * Every number of a parsed document is read here: on Node 24 it is not of the type `number` (see `parseJson`).
 */
export function secondsIn(value: unknown): number | undefined {
  const text = typeof value === 'string' ? value.trim() : isContainer(value) ? '' : JSON.stringify(value);
  const seconds = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : -1;
  return seconds >= 0 && seconds <= MOST_SECONDS ? seconds : undefined;
}

/** Reads a time in Unix seconds, which may have a fraction; 0 and any other value are undefined. */
export function timeIn(value: unknown): Date | undefined {
  const seconds = secondsIn(value);
  return seconds === undefined || seconds === 0 ? undefined : new Date(seconds * 1000);
}

/** Returns the strings and numbers in a JSON document, including those of a document inside a string. */
export function leavesOf(text: string): string[] {
  return attempt(() => (/^\s*[[{"/]/.test(text) ? leaves(parseDocument(text)) : [])) ?? [];
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value, ...leavesOf(value)];
  }
  return isContainer(value) ? Object.values(value).flatMap(leaves) : [JSON.stringify(value)];
}

/** Writes a time to the minute, in UTC. */
export function formatMinute(date: Date): string {
  return `${date.toISOString().slice(0, -8).replace('T', ' ')} UTC`;
}

/** Returns Node's code of an error, or of the first error of an AggregateError; `no code` if there is none. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) {
    return 'no code';
  }
  if ('code' in error && typeof error.code === 'string') {
    return error.code;
  }
  return 'errors' in error && Array.isArray(error.errors) ? codeOf(error.errors[0]) : 'no code';
}

/** Returns the result of a step; undefined if it fails and its caller continues without it. */
export function attempt<T>(step: () => T): T | undefined {
  try {
    return step();
  } catch {
    return undefined;
  }
}
