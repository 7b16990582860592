/** What V8 hands to a reviver as its third argument: for a number, the text it was written as. */
interface ReviverContext {
  readonly source?: string;
}

/** TypeScript 7's library does not know these two yet; Node 20 does not have them, Node 24 does. */
interface SourceTextJson {
  parse(text: string, reviver: (key: string, value: unknown, context?: ReviverContext) => unknown): unknown;
  rawJSON?(text: string): object;
  isRawJSON?(value: unknown): boolean;
}

const sourceText: SourceTextJson = JSON;

/**
 * Parses JSON so that `JSON.stringify` gives every number back as it was written: `1.0`, or more digits than a double holds.
 *
 * A value of a Secret is opaque: an account number that comes back rounded is a wrong credential. On Node 20, which the
 * runner does not use, numbers are ordinary ones.
 *
 * @throws SyntaxError
 * @see https://tc39.es/proposal-json-parse-with-source/
 */
export function parseJson(text: string): unknown {
  return sourceText.parse(text, (_key, value, context) =>
    typeof value === 'number' && context?.source !== undefined && sourceText.rawJSON !== undefined
      ? sourceText.rawJSON(context.source)
      : value,
  );
}

/** Whether a parsed value is an object or an array, and not a number that kept its text. */
export function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null && sourceText.isRawJSON?.(value) !== true;
}

/** Whether a parsed value is an object and no array. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return isContainer(value) && !Array.isArray(value);
}

/** The strings and numbers in a JSON document, also in one that stands in a string of it. */
export function leavesOf(text: string): string[] {
  if (!/^\s*[[{"]/.test(text)) {
    return [];
  }
  try {
    return leaves(parseJson(text));
  } catch {
    return [];
  }
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value, ...leavesOf(value)];
  }
  return isContainer(value) ? Object.values(value).flatMap(leaves) : [JSON.stringify(value)];
}
