/** Splits a request target at its first question mark. Without a question mark, the query is empty. */
export function splitTarget(target: string): { readonly path: string; readonly query: string } {
  const mark = target.indexOf('?');
  return mark < 0 ? { path: target, query: '' } : { path: target.slice(0, mark), query: target.slice(mark + 1) };
}

/**
 * Finds the first problem of a form or a query that may contain only the allowed names.
 * As strict as Go's net/url: `;` is not a separator, and a percent sign must begin an escape.
 */
export function findFieldProblem(text: string, allowed: readonly string[]): string | undefined {
  if (/;|%(?![0-9a-f]{2})/i.test(text)) return 'malformed parameters';
  const names = [...new URLSearchParams(text).keys()];
  const unknown = names.find((name) => !allowed.includes(name));
  if (unknown !== undefined) return `unknown parameter ${JSON.stringify(unknown)}`;
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  return repeated === undefined ? undefined : `repeated parameter ${JSON.stringify(repeated)}`;
}

/** Decodes each segment of a raw path on its own, so that an encoded slash does not separate segments. */
export function decodeSegments(path: string): readonly string[] | undefined {
  try {
    return path.split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
