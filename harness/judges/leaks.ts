import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project.js';
import { runsOfSecret, runsShown } from './shown-runs.js';
import { placesOf, type ShownStep, visibleSecrets } from './visible-secrets.js';

/** A step, and the names that everybody knows. */
export interface JudgedStep extends ShownStep {
  readonly publicTexts: readonly string[];
  readonly variables: ReadonlyMap<string, string>;
  readonly outputs: ReadonlyMap<string, string>;
}

/**
 * Lists where a secret or a part of one can be read: four characters in a row, in any encoding.
 *
 * Characters that the words of the messages, or the public texts of the step, contain for every secret reveal nothing.
 */
export function leaksIn(run: JudgedStep, secrets: readonly string[]): string[] {
  const shown = withMaskedState(run);
  const known = [...run.publicTexts, ...run.variables.keys(), ...run.outputs.keys()].join('\n');
  return [
    ...visibleSecrets(shown, [...secrets]),
    ...[4, 8].flatMap((length) => runsIn(shown, { secrets, known, length })),
  ];
}

/** The state contains what is needed to revoke a token; the runner shows the state only in debug lines, masked. */
export function withMaskedState<Step extends ShownStep>(run: Step): Step {
  const mask = (text: string) => run.log.masker.mask(text);
  const state = new Map([...run.state].map(([name, text]) => [name, mask(text)]));
  return { ...run, state, raw: { ...run.raw, state: mask(run.raw.state) } };
}

/** What every step shows: the messages, which docs/messages.md lists without a secret, and the syntax of the runner's files. */
let words: string | undefined;

/** A text of 40 characters or more is a token or a key, random in each run: four characters of it occur by chance. */
const lengthFor = (secret: string) => (secret.length < 40 ? 4 : 8);

/** Names that are random, times and ports: they can contain characters of a secret by chance. */
const RANDOM =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|\/(?:action|life)-\w{6}\/|\d{4}-\d\d-\d\d[T ][\d:.]+Z?|\d\d:\d\d UTC|:\d{4,5}\b/g;

const PEM_ARMOR = /-----[A-Z ]+-----/g;

interface Search {
  readonly secrets: readonly string[];
  readonly known: string;
  readonly length: number;
}

/** Searches for runs of one length, of the secrets that need it. */
function runsIn(run: ShownStep, { secrets, known, length }: Search): string[] {
  words ??= `${readFileSync(join(projectRoot, 'docs', 'messages.md'), 'utf8')}\nghadelimiter_`;
  const said = `${words}\n${known}`;
  const wanted = secrets
    .filter((secret) => lengthFor(secret) === length)
    .map((secret) => {
      const runs = runsOfSecret(secret.replace(PEM_ARMOR, '\n'), length);
      return { name: JSON.stringify(secret.slice(0, 60)), runs: [...runs].filter((text) => !said.includes(text)) };
    });
  if (wanted.every(({ runs }) => runs.length === 0)) return [];
  return placesOf(run).flatMap(([place, text]) => {
    const shown = runsShown(text.replace(RANDOM, '\n'), length);
    return wanted.flatMap(({ name, runs }) => {
      const found = runs.find((part) => shown.has(part));
      return found === undefined ? [] : [`${JSON.stringify(found)} of ${name} can be read in ${place}`];
    });
  });
}
