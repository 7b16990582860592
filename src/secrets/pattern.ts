/** Matches a text, and tells what a single `*` of the pattern stands for; undefined when it does not match. */
export type Pattern = (text: string) => { readonly starred?: string } | undefined;

/**
 * Reads a pattern, in which `*` matches any characters, also none.
 *
 * Each part is taken at its first place, which never needs to be undone: a regular expression would try them all, and a few
 * stars on one long name would take hours.
 */
export function parsePattern(pattern: string): Pattern {
  const [head = '', ...others] = pattern.split('*');
  const tail = others.pop();
  if (tail === undefined) {
    return (text) => (text === head ? {} : undefined);
  }
  return (text) => {
    const end = text.length - tail.length;
    const fits = text.startsWith(head) && text.endsWith(tail) && head.length <= end;
    if (!fits || !holdsInOrder(text.slice(head.length, end), others)) {
      return undefined;
    }
    return others.length === 0 ? { starred: text.slice(head.length, end) } : {};
  };
}

function holdsInOrder(text: string, parts: readonly string[]): boolean {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at < 0) {
      return false;
    }
    from = at + part.length;
  }
  return true;
}
