import { nearNames } from '../did-you-mean.js';
import type { Find } from '../language/notation-lines.js';
import { writeSelector } from '../language/notation-parts.js';
import { parsePattern } from './match.js';
import type { SecretEntry } from './settings-api.js';

/** The most comparisons of a part of a line with a name: a second of work, enough for 30 lines and 1,000 Secrets. */
export const MOST_COMPARED = 300_000;

/** The fewest letters and digits of a part that can be near a name, and the most by which the lengths may differ. */
const [LEAST_NEAR, MOST_MORE] = [3, 2];

/** The most fields on a path that are tried: each is a comparison with every name. */
const MOST_FIELDS = 10;

/** Creates a function that finds the selector for a part of a line, as an exact Secret or as a near name. */
export function createFinder(entries: readonly SecretEntry[]): Find {
  const names = entries.map(({ name }) => name);
  const handles = new Set(entries.flatMap(({ id, key }) => [id, key]));
  const known = new Set(names);
  const exact = (text: string) => {
    if (text.endsWith('.*')) {
      return undefined;
    }
    if (text.includes('*')) {
      return names.some((name) => parsePattern(text)(name) !== undefined) ? text : undefined;
    }
    return handles.has(text) ? text : known.has(text) ? writeSelector(text) : undefined;
  };
  let left = MOST_COMPARED;
  // A suggestion may also be a longer name that contains the text; a line to copy may not.
  const near = (text: string) => {
    const isNear = (name: string) => Math.abs(name.length - text.length) <= MOST_MORE;
    const isTooShort = text.replace(/[^\p{L}\p{N}]/gu, '').length < LEAST_NEAR;
    left -= isTooShort ? 0 : names.length;
    return (isTooShort || left < 0 ? [] : nearNames(text, names)).filter(isNear).map(writeSelector)[0];
  };
  const found = new Map<string, string | undefined>();
  return (part) => {
    if (!found.has(part)) {
      found.set(part, inSplits(part, exact) ?? inSplits(part, near));
    }
    return found.get(part);
  };
}

/** Looks up the whole text, then the text before its last dot, before the dot before that, and so on. */
function inSplits(part: string, look: Find): string | undefined {
  const dots = [...part.matchAll(/\./g)]
    .map(({ index }) => index)
    .reverse()
    .slice(0, MOST_FIELDS);
  for (const end of [part.length, ...dots]) {
    const field = part.slice(end);
    const selector = /\*(?!$)|[^.]\*/.test(field) ? undefined : look(part.slice(0, end));
    if (selector !== undefined) {
      return `${selector}${field}`;
    }
  }
  return undefined;
}
