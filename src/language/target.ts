import { nearNames } from '../did-you-mean.js';
import { quote } from '../untrusted-text.js';
import { problem, type Scanner } from './scanner.js';

/** Where a value goes instead of a plain variable and output. */
export type Sink = 'file' | 'dotenv' | 'env-file' | 'docker' | 'aws';

/** What is written after the last bar of a line. */
export interface Target {
  /** NAME; a `*` at its end is replaced by what the `*` of the selector matches. `*` alone accepts these texts as names. */
  readonly target: string | undefined;
  readonly sink: Sink | undefined;
}

/** The sinks, and whether a NAME is allowed before each. */
const SINKS: ReadonlyMap<string, { readonly sink: Sink; readonly named: boolean }> = new Map([
  ['file', { sink: 'file', named: true }],
  ['dotenv', { sink: 'dotenv', named: true }],
  ['env-file', { sink: 'env-file', named: true }],
  ['docker', { sink: 'docker', named: false }],
  ['aws', { sink: 'aws', named: false }],
]);

const SINK_NAMES = [...SINKS.keys()].map((name) => `@${name}`).join(', ');

/** Names that are hardly meant as a variable unless in upper case, and the correction. */
const CORRECTIONS: ReadonlyMap<string, string> = new Map([
  ...[...SINKS.keys(), 'env_file'].map((name) => [name, `write @${name.replace('_', '-')}`] as const),
  ...['base64', 'hex'].map((name) => [name, `write ${name}`] as const),
  ['base64url', 'the decoding base64 also reads base64url'],
]);

/** NAME (POSIX.1-2024, section 8.1), NAME with a star, or a star, each of them optional, then perhaps a sink. */
const TARGET = /^(?<name>[A-Za-z_][A-Za-z0-9_]*\*?|\*)?(?:@(?<sink>[a-z-]+))?$/;

/**
 * Parses a target that starts at a place of the scanner's line.
 *
 * @throws ActionError input_invalid
 */
export function parseTarget(word: string, scanner: Scanner, start: number): Target {
  if (word === '') {
    throw problem(scanner, start, 'the target is missing after "|"');
  }
  const { name, sink } = TARGET.exec(word)?.groups ?? {};
  if (name === undefined && sink === undefined) {
    const forms = 'NAME, NAME@file, NAME@dotenv, NAME@env-file, @docker, @aws, or the decodings base64 and hex';
    throw problem(scanner, start, `${quote(word)} is not a target; write ${forms}`);
  }
  const correction = correctionFor(word);
  if (correction !== undefined) {
    throw problem(scanner, start, `${quote(word)} would be the name of a variable; ${correction}`);
  }
  if (sink === undefined) {
    return { target: name, sink };
  }
  const known = SINKS.get(sink);
  if (known === undefined || (name !== undefined && !known.named)) {
    const what = known === undefined ? unknownSink(sink) : `@${sink} does not accept a NAME before it`;
    throw problem(scanner, start + word.indexOf('@'), what);
  }
  return { target: name, sink: known.sink };
}

/** Returns what to write instead of a word that is hardly meant as a variable, such as `docker`. */
export function correctionFor(word: string): string | undefined {
  return word === word.toUpperCase() ? undefined : CORRECTIONS.get(word.toLowerCase());
}

function unknownSink(sink: string): string {
  const near = nearNames(sink, [...SINKS.keys()]).map((name) => `@${name}`);
  const meant = near.length === 0 ? '' : ` (did you mean ${near.join(' or ')}?)`;
  return `@${sink} does not exist${meant}; write ${SINK_NAMES}`;
}
