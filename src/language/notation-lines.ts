import {
  type Parses,
  type Pipes,
  readWord,
  targetsFor,
  type Word,
  writeRequest,
  writeSelector,
} from './notation-parts.js';

/** Returns the selector for a text that selects a Secret or is near a name; undefined for any other text. */
export type Find = (part: string) => string | undefined;

/** What the correction of a line needs: the Secrets, the parser of a line, and what follows the first bar. */
export interface Context {
  readonly find: Find;
  readonly parses: Parses;
  readonly pipes: Pipes;
}

/** One part of a line, and the Secret that it selects; `exact` is false if the part is only near the name. */
export interface FoundWord extends Word {
  readonly selector: string | undefined;
  readonly exact: boolean;
}

/** Looks up a word as it is written. */
export function findWord(written: string, { find }: Context): FoundWord {
  const part = readWord(written);
  const selector = part.text === '' ? undefined : find(part.text);
  const exact = selector !== undefined && (selector === part.text || selector === writeSelector(part.text));
  return { ...part, selector, exact };
}

/** Writes the line of one Secret; the other part becomes its target, unless the line already has a target. */
export function writeLines(
  found: FoundWord,
  other: Word | undefined,
  { parses, pipes }: Context,
): string[] | undefined {
  const name = { text: found.selector ?? found.text, optional: found.optional || other?.optional === true };
  const targets = pipes.target === undefined && other !== undefined ? targetsFor(other.text) : [pipes.target];
  const line = targets.map((target) => writeRequest(name, { ...pipes, target })).find(parses);
  return line === undefined ? undefined : [line];
}
