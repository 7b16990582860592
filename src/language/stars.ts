import type { ActionError } from '../errors.js';
import type { Target } from './target.js';

/** What a line selects, as far as its stars are concerned. */
export interface Selection extends Target {
  readonly selector: string;
  readonly quoted: boolean;
  readonly allFields: boolean;
}

/** The other parts of a line. */
interface Decoded {
  readonly optional: boolean;
  readonly decodings: readonly string[];
}

/** Whether `*` in the name makes a selector a pattern, which can match many Secrets. */
export function isPattern({ quoted, selector }: Pick<Selection, 'quoted' | 'selector'>): boolean {
  return !quoted && selector.includes('*');
}

/** Whether a line has exactly one result, so that its names are known before any request. */
export function hasOneResult(selection: Selection): boolean {
  return !selection.allFields && !isPattern(selection);
}

/** Writes the target with which a line writes its values to files. */
export function fileTarget(selection: Selection): string {
  if (hasOneResult(selection)) {
    return 'NAME@file';
  }
  return starsInName(selection) > 1 ? '@file' : 'NAME_*@file';
}

function starsInName({ selector, quoted }: Pick<Selection, 'quoted' | 'selector'>): number {
  return quoted ? 0 : selector.split('*').length - 1;
}

/** Checks that the stars of a target and those of its selector belong together. @throws the error that `problem` makes */
export function checkStars(selection: Selection, problem: (what: string) => ActionError): void {
  const { allFields, target, sink } = selection;
  if (allFields && (sink === 'docker' || sink === 'aws')) {
    throw problem(`@${sink} reads the fields itself: remove the ".*"`);
  }
  if (target === undefined) {
    return;
  }
  if (!target.endsWith('*')) {
    if (!hasOneResult(selection)) {
      throw problem('a line with * can have many results: end its target with *, or omit the target');
    }
  } else if (hasOneResult(selection)) {
    throw problem(
      'a target with * requires a * before the bar, outside quotes; for every field, write ".*" after the name',
    );
  } else if (starsInName(selection) > 1) {
    throw problem('a target with * requires at most one * in the name');
  }
}

/** Whether a line is a `*` in a plan, which only lists what is there. */
export function isListing(
  { selector, quoted, allFields, decodings, target, sink }: Selection & Decoded,
  plan: boolean,
): boolean {
  const isBare = selector === '*' && !quoted && !allFields && decodings.length === 0;
  return plan && isBare && target === undefined && sink === undefined;
}

/** The settings on which it depends whether a line sets names that later steps see. */
export interface NameUse {
  readonly exportEnv: boolean;
  readonly plan: boolean;
}

/**
 * Whether names of a line come only from the server: no character of its variables is in the line.
 *
 * A person who may rename a Secret could then set any variable of later steps. The target `*` accepts that.
 */
export function serverNames(selection: Selection, { exportEnv, plan }: NameUse): 'none' | 'accepted' | 'rejected' {
  const { selector, target, sink } = selection;
  const setsNames = sink === 'dotenv' || sink === 'env-file' || (exportEnv && sink !== 'docker' && sink !== 'aws');
  if (!setsNames || plan || hasOneResult(selection)) {
    return 'none';
  }
  if (target === '*') {
    return 'accepted';
  }
  return target === undefined && isPattern(selection) && /^\**$/.test(selector) ? 'rejected' : 'none';
}

/** Shows such a line with a prefix, and with the target that accepts the names. */
export function onlyServerNames({ allFields, optional, decodings, sink }: Selection & Decoded): string {
  const selector = `*${allFields ? '.*' : ''}${optional ? '?' : ''}`;
  const write = (name: string) =>
    `\`${[selector, ...decodings, `${name}${sink === undefined ? '' : `@${sink}`}`].join(' | ')}\``;
  return `Write a prefix: ${write('APP_*')}. To accept the names of the server unchanged, write ${write('*')}`;
}
