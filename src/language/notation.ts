import { type Context, type Find, type FoundWord, findWord, writeLines } from './notation-lines.js';
import {
  firstOf,
  isQuoted,
  isSameWord,
  itemsOf,
  LONGEST_LINE,
  type Parses,
  readPipes,
  readWord,
  type SignSplit,
  shareTarget,
  splitsOf,
  TARGET,
  UPPER_TARGET,
  type Word,
  writeRequest,
  writeSelector,
} from './notation-parts.js';

/**
 * Corrects a request that selects nothing, if it looks like another notation and a part of it is the name of a Secret.
 *
 * @param text the request as written, which parses
 * @returns one line for each Secret; each line parses
 */
export function correctionsFor(text: string, find: Find, parses: Parses): string[] | undefined {
  if (text.length > LONGEST_LINE || text.startsWith('"')) {
    return undefined;
  }
  const [head = '', ...words] = text.split('|').map((word) => word.trim());
  const context = { find, parses, pipes: readPipes(words) };
  return ofList(head, context) ?? ofItem(head, context) ?? ofReversed(head, context);
}

function ofList(head: string, context: Context): string[] | undefined {
  const items = itemsOf(head) ?? [];
  const [a, b, ...others] = items.map((item) => findWord(item, context));
  if (a?.exact === true && b?.exact === false && others.length === 0 && UPPER_TARGET.test(b.text)) {
    return writeLines(a, b, context);
  }
  const inner = { ...context, pipes: shareTarget(context.pipes, items.length) };
  const lines = items.map(
    (item) => (inner.find(item) === item ? undefined : ofItem(item, inner)) ?? ofName(item, inner),
  );
  if (lines.every((line) => line === undefined)) {
    return undefined;
  }
  // The other items are missing Secrets: they stay in the list, and the next error names them.
  const rest = ({ text, optional }: Word) => writeRequest({ text: writeSelector(text), optional }, inner.pipes);
  const all = items.flatMap((item, index) => lines[index] ?? [rest(readWord(item))]);
  return [...new Set(all)].filter(context.parses);
}

function ofName(item: string, context: Context): string[] | undefined {
  const found = findWord(item, context);
  return found.selector === undefined ? undefined : writeLines(found, undefined, context);
}

function ofItem(item: string, context: Context): string[] | undefined {
  if (isQuoted(item)) {
    return ofName(item, context);
  }
  const splits = splitsOf(item);
  const exact = firstOf(splits, (split) => ofExact(split, context));
  return exact ?? (isMisspelt(item, context.find) ? undefined : firstOf(splits, (split) => ofNear(split, context)));
}

/** Tells whether the whole text is near a name that contains the same signs, so that the signs are not a notation. */
function isMisspelt(item: string, find: Find): boolean {
  const near = find(item);
  return near !== undefined && [...item.matchAll(/[^\w.-]/g)].every(([sign]) => near.includes(sign));
}

function ofExact({ parts: [left, right], sign, whole }: SignSplit, context: Context): string[] | undefined {
  const [a, b] = [findWord(left, context), findWord(right, context)];
  const isBlank = /\s/.test(sign);
  if (isBlank && isPath(a, b, context)) {
    return ofPath(left, right, context);
  }
  // A name with blanks that is written with other blanks is a misspelt name; an equal text is a name with a field.
  const near = context.find(`${left} ${right}`) ?? '';
  if (isBlank && context.find(whole) !== whole && isSameWord(`${left}${right}`, near)) {
    return undefined;
  }
  const both = a.exact && b.exact && a.selector !== b.selector;
  if (both && ![a.text, b.text].includes('*')) {
    return ofList(`${left}, ${right}`, context);
  }
  // After another selector, a star alone is a target.
  const [found, other] = a.exact && !(both && a.text === '*') ? [a, b] : [b, a];
  return found.exact && (!isBlank || TARGET.test(other.text)) ? writeLines(found, other, context) : undefined;
}

/** Tells whether two words are a path and its key; after a Secret, the second word is a key if the line has a target. */
function isPath(path: FoundWord, key: FoundWord, { pipes }: Context): boolean {
  const isKey = pipes.target !== undefined && !key.exact && !UPPER_TARGET.test(key.text);
  return path.exact ? isKey : path.text.includes('/');
}

/** Corrects `secret/data/ci key`: the end of the path is a Secret with this field, or the key is a Secret. */
function ofPath(path: string, key: string, context: Context): string[] | undefined {
  const base = path.slice(path.lastIndexOf('/') + 1);
  const found = findWord(base, context).exact ? findWord(`${base}.${key}`, context) : findWord(key, context);
  return found.exact ? writeLines(found, undefined, context) : undefined;
}

function ofNear({ parts: [left, right], sign, nameFirst }: SignSplit, context: Context): string[] | undefined {
  const [a, b] = [findWord(left, context), findWord(right, context)];
  const [name, other] = nameFirst ? [a, b] : [b, a];
  const isClear = (target: Word) => /\S/.test(sign) || UPPER_TARGET.test(target.text);
  if (name.selector !== undefined && isClear(other)) {
    return writeLines(name, other, context);
  }
  // A part that can be a target is a target, although it is near a name: DB_PASSWORD is near db-password.
  const isName = other.selector !== undefined && !/^\w+$/.test(other.text) && isClear(name);
  return isName ? writeLines(other, name, context) : undefined;
}

/** Corrects `NAME | name`, which parses if the name of the Secret can be a variable. */
function ofReversed(head: string, context: Context): string[] | undefined {
  const name = findWord(context.pipes.target ?? '', context);
  const inner = { ...context, pipes: { ...context.pipes, target: undefined } };
  return name.exact && context.find(head) === undefined ? writeLines(name, findWord(head, context), inner) : undefined;
}
