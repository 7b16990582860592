import { ActionError } from '../errors.js';
import { quote } from '../untrusted-text.js';
import { type DefaultedInput, type InputName, type Inputs, inputNames, inputValue, isSecretName } from './inputs.js';

/** Makes the error for an input whose value is rejected; the reason completes "The input `x` …". */
export function invalid(name: InputName, reason: string, advice?: string): ActionError {
  const title = `The input ${name} is invalid`;
  return new ActionError('input_invalid', `The input \`${name}\` ${reason}.`, { title, advice });
}

/** What is wrong if the workflow does set the input: its expression was empty. */
const EMPTY = {
  secrets:
    'this run has no secret of that name. Check the name, and the `environment` of the job. Runs from forks and by Dependabot cannot read the secrets of the repository, and a reusable workflow needs `secrets: inherit`',
  vars: 'neither the repository, nor its organization, nor the `environment` of the job has a variable of that name',
} as const;

/**
 * Makes the error for inputs that are not set; `what` names them as the subject of the sentence.
 *
 * The runner passes an empty expression and an absent input in the same way (actions/runner ActionManifestManager.cs).
 */
export function missing(what: string, why: string): ActionError {
  const names = inputNames().filter((name) => what.includes(`\`${name}\``));
  const context = names.some(isSecretName) ? 'secrets' : 'vars';
  const isOne = names.length === 1;
  const expression = (name: string) => `$\{{ ${context}.${name} }}`;
  return new ActionError('input_missing', `${what} is required: ${why}.`, {
    title: isOne ? `The input ${names.join()} is missing or empty` : undefined,
    advice: isOne ? `Set \`${names.join()}\` in the \`with:\` of this step` : [],
    also: [`If the step sets it from \`${expression('NAME')}\`, that expression was empty: ${EMPTY[context]}`],
    copy: isOne ? `with:\n  ${names.join()}: ${expression('YOUR_NAME')}` : undefined,
  });
}

/** Makes the error for inputs that exclude each other; a name may include its value, such as `platform: chariot`. */
export function conflict(names: readonly string[], why: string, advice?: string): ActionError {
  const quoted = names.map((name) => `\`${name}\``);
  const list = `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
  return new ActionError('input_conflict', `${list} cannot be combined: ${why}.`, { advice });
}

/** Reads an input that must be set. @throws ActionError input_missing */
export function parseRequired(inputs: Inputs, name: InputName, why: string): string {
  const value = inputs[name];
  if (value === undefined) {
    throw missing(`\`${name}\``, why);
  }
  return value;
}

/** Reads `true` or `false` in any of YAML's spellings. @throws ActionError input_invalid */
export function parseBoolean(inputs: Inputs, name: DefaultedInput): boolean {
  const value = inputValue(inputs, name);
  if (!/^(?:true|True|TRUE|false|False|FALSE)$/.test(value)) {
    throw invalid(name, `must be true or false, not ${quote(value)}`);
  }
  return value.toLowerCase() === 'true';
}

/** Reads one of these values. @throws ActionError input_invalid, which lists the values */
export function parseChoice<T extends string>(name: InputName, value: string, choices: readonly T[]): T {
  const choice = choices.find((known) => known === value);
  if (choice === undefined) {
    throw invalid(name, `must be ${choices.length === 1 ? '' : 'one of '}${choices.join(', ')}, not ${quote(value)}`);
  }
  return choice;
}

/** Reads a whole number within bounds. @throws ActionError input_invalid */
export function parseWhole(name: InputName, value: string, bounds: readonly [least: number, most: number]): number {
  const [least, most] = bounds;
  if (/^[0-9]{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most) {
    return Number(value);
  }
  throw invalid(name, `must be a whole number from ${least} to ${most}, not ${quote(value)}`);
}

/** Reads a whole number of seconds, at most a day. @throws ActionError input_invalid */
export function parseSeconds(name: InputName, value: string, least: number): number {
  // setTimeout treats more than 2^31 ms as 1 ms; no job runs longer than some days.
  return parseWhole(name, value, [least, 24 * 60 * 60]);
}

/** Reads a list whose items are separated by commas or line ends. */
export function parseNames(inputs: Inputs, name: InputName): string[] {
  const words = (inputs[name] ?? '').split(/[,\r\n]/);
  return words.map((word) => word.trim()).filter((word) => word !== '');
}

/**
 * Reads an ID that becomes one segment of a path; the platforms do not document its format.
 *
 * @throws ActionError input_invalid
 */
export function parseId(name: InputName, value: string): string {
  if (/[/?#\p{Cc}]/u.test(value) || !value.isWellFormed() || /^\.{1,2}$/.test(value)) {
    throw invalid(name, `is not an ID: ${quote(value)} contains a character that IDs do not contain`);
  }
  return value;
}
