import { quote } from '../untrusted-text.js';
import { problem, type Scanner } from './scanner.js';

/** Where a value goes instead of a plain variable and output. */
export type Sink = 'file' | 'dotenv' | 'env-file' | 'docker' | 'aws';

/** What stands behind the last bar of a line. */
export interface Target {
  /** NAME; with `*` at its end, the selector's `*` goes there. */
  readonly target?: string;
  readonly sink?: Sink;
}

/** The sinks, and whether a NAME may stand before them. */
const SINKS: ReadonlyMap<string, { readonly sink: Sink; readonly named: boolean }> = new Map([
  ['file', { sink: 'file', named: true }],
  ['dotenv', { sink: 'dotenv', named: true }],
  ['env-file', { sink: 'env-file', named: true }],
  ['docker', { sink: 'docker', named: false }],
  ['aws', { sink: 'aws', named: false }],
]);

/** Names that nobody wants for a variable unless in upper case, and what was probably meant. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ...[...SINKS.keys(), 'env_file'].map((name) => [name, `did you mean @${name.replace('_', '-')}?`] as const),
  ...['base64', 'hex'].map((name) => [name, `the decoding is written ${name}`] as const),
  ['base64url', 'the decoding base64 reads base64url too'],
]);

/** NAME (POSIX.1-2024, section 8.1), NAME with the star, or neither, then perhaps a sink. */
const TARGET = /^(?<name>[A-Za-z_][A-Za-z0-9_]*\*?)?(?:@(?<sink>[a-z-]+))?$/;

/**
 * Reads a target, which started at a place of the scanner's line.
 *
 * @throws ActionError input_invalid
 */
export function parseTarget(word: string, scanner: Scanner, start: number): Target {
  if (word === '') {
    throw problem(scanner, start, 'the target is missing behind "|"');
  }
  const { name, sink } = TARGET.exec(word)?.groups ?? {};
  if (name === undefined && sink === undefined) {
    const forms = 'NAME, NAME@file, NAME@dotenv, NAME@env-file, @docker or @aws, or the decodings base64 and hex';
    throw problem(scanner, start, `${quote(word)} is no target; one is ${forms}`);
  }
  const meant = word === word.toUpperCase() ? undefined : MEANT.get(word.toLowerCase());
  if (meant !== undefined) {
    throw problem(scanner, start, `${quote(word)} would be the name of a variable; ${meant}`);
  }
  const target = name === undefined ? {} : { target: name };
  const known = SINKS.get(sink ?? '');
  if (sink !== undefined && (known === undefined || (name !== undefined && !known.named))) {
    const what = known === undefined ? `there is no @${sink}` : `@${sink} takes no NAME before it`;
    throw problem(scanner, start + word.indexOf('@'), what);
  }
  return known === undefined ? target : { ...target, sink: known.sink };
}
