import { splitLines } from '../runner/commands.js';
import { trim } from '../runner/dotnet.js';
import type { Log } from '../runner/log.js';

/** What others can read of a step. */
export interface ShownStep {
  readonly log: Log;
  readonly stderr: string;
  readonly summary: string;
  readonly state: ReadonlyMap<string, string>;
  readonly raw: { readonly summary: string; readonly state: string };
  readonly leftovers: readonly string[];
}

/** The name of a place that others can read, and its text. */
export type Place = [name: string, text: string];
type Form = [name: string, text: string];

// Shorter texts occur by chance, and masks on them would make the log unreadable.
const MIN_LENGTH = 4;

/** Lists for each secret where it can be read although it must not be: log, annotations, summary, state, stderr. */
export function visibleSecrets(run: ShownStep, secrets: string[]): string[] {
  return visibleIn(placesOf(run), secrets);
}

/**
 * Lists for each secret in which of these texts it can be read.
 *
 * The value and each of its lines are searched, in plain text and in the encodings of common tools.
 */
export function visibleIn(places: readonly Place[], secrets: readonly string[]): string[] {
  return secrets.flatMap((secret) => {
    const forms = [secret, ...splitLines(secret).map(trim)].flatMap(formsOf);
    return places.flatMap(([place, text]) => {
      const [form, piece] = forms.find(([, needle]) => text.includes(needle)) ?? [];
      return piece === undefined ? [] : [`${JSON.stringify(secret)} can be read in ${place}: ${form} ${piece}`];
    });
  });
}

/** Returns everything that others can read of a step. */
export function placesOf({ log, summary, raw, state, stderr, leftovers }: ShownStep): Place[] {
  const join = (texts: readonly string[]): string => texts.join('\n');
  return [
    ['the log', join(log.lines)],
    ['the message of an annotation', join(log.annotations.map(({ message }) => message))],
    [
      'a property of an annotation',
      join(log.annotations.flatMap(({ properties }) => Object.entries(properties).flat())),
    ],
    ['the summary file', raw.summary],
    ['the summary', summary],
    ['the state', join([raw.state, ...[...state].flat()])],
    ['stderr', stderr],
    ['the name of a file', join(leftovers)],
  ];
}

function formsOf(piece: string): Form[] {
  if (piece.length < MIN_LENGTH) return [];
  const bytes = Buffer.from(piece, 'utf8');
  const forms: Form[] = [
    ['plain', piece],
    ['hex', bytes.toString('hex')],
    ['HEX', bytes.toString('hex').toUpperCase()],
    ['URI', encodeURIComponent(piece.toWellFormed())],
    ['form', new URLSearchParams([['', piece]]).toString().slice(1)],
    ['JSON', JSON.stringify(piece).slice(1, -1)],
    ...[0, 1, 2].flatMap((shift) => base64Forms(bytes, shift)),
  ];
  return forms.filter(([, text]) => text.length >= MIN_LENGTH);
}

/** The groups of three bytes that are the same whatever precedes and follows the secret. */
function base64Forms(bytes: Buffer, shift: number): Form[] {
  const groups = bytes.subarray(shift, shift + 3 * Math.floor((bytes.length - shift) / 3));
  return [
    ['base64', groups.toString('base64')],
    ['base64url', groups.toString('base64url')],
  ];
}
