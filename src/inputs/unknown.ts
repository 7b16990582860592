import { editDistance } from '../did-you-mean.js';
import { ActionError } from '../errors.js';
import { quote } from '../untrusted-text.js';
import { isSecretInput } from './content.js';
import { type InputName, inputNames } from './inputs.js';
import { secretTokenParameters } from './token-parameters.js';

/** A key of `with:` that action.yml does not declare. */
export interface UnknownInput {
  /** The key in lower case: the runner does not pass its case. */
  readonly name: string;
  readonly value: string;
  /** The inputs that the workflow may mean, the nearest first. */
  readonly near: readonly InputName[];
}

/** How the name of a variable starts that contains an input (actions/runner Handler.cs, AddInputsToEnvironment). */
const PREFIX = 'INPUT_';

/**
 * Finds the unknown inputs of a step, in the order of their names.
 *
 * The runner replaces blanks in a key by `_`, so `export env` is the known input. Hyphens stay, so `export-env` is unknown.
 */
export function findUnknownInputs(variables: Readonly<Record<string, string | undefined>>): UnknownInput[] {
  const known = new Set<string>(inputNames());
  return Object.entries(variables)
    .filter(([variable]) => variable.startsWith(PREFIX))
    .map(([variable, value = '']) => ({ name: variable.slice(PREFIX.length).toLowerCase(), value }))
    .filter(({ name }) => name !== '' && !known.has(name))
    .map((input) => ({ ...input, near: nearInputs(input.name) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Names with this many letters or more are near if they differ in two edits; shorter ones, in one. */
const LONG = 7;

function nearInputs(name: string): InputName[] {
  return inputNames()
    .map((known) => ({ known, distance: editDistance(letters(name), letters(known)) }))
    .filter(({ known, distance }) => distance <= (letters(known).length >= LONG ? 2 : 1))
    .sort((a, b) => a.distance - b.distance)
    .map(({ known }) => known);
}

function letters(name: string): string {
  return name.replace(/[\s_-]/g, '').toLowerCase();
}

/** Lists the values that are secret if the workflow means a near input. */
export function secretsInUnknown(unknown: readonly UnknownInput[]): string[] {
  return unknown.flatMap(({ near, value }) => [
    ...(near.some((name) => isSecretInput(name, value)) ? [value] : []),
    ...(near.includes('token_parameters') ? secretTokenParameters(value) : []),
  ]);
}

/**
 * Describes all unknown inputs in one warning, without their values; returns undefined if there are none.
 *
 * Other runners than GitHub's pass the inputs of a composite action to its inner steps, so there the workflow may be correct.
 *
 * @throws ActionError input_invalid on GitHub's runner, if an input that is not empty is near a known one
 */
export function unknownInputWarning(unknown: readonly UnknownInput[], isGitHub: boolean): string | undefined {
  if (unknown.length === 0) {
    return undefined;
  }
  const what = `input${unknown.length === 1 ? '' : 's'} ${unknown.map(described).join(', ')}`;
  if (isGitHub && unknown.some(({ near, value }) => near.length > 0 && value.trim() !== '')) {
    throw new ActionError('input_invalid', `The action has no ${what}.`);
  }
  return `The action ignores the unknown ${what}.`;
}

function described({ name, near }: UnknownInput): string {
  const names = near.map((known) => `\`${known}\``).join(' or ');
  return `${quote(name)}${names === '' ? '' : ` (did you mean ${names}?)`}`;
}
