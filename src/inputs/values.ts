import { ActionError } from '../errors.js';
import { quote } from '../untrusted-text.js';
import { type InputName, type Inputs, inputValue, invalid } from './inputs.js';

/** @throws ActionError input_missing */
export function parseRequired(inputs: Inputs, name: InputName, why: string): string {
  const value = inputs[name];
  if (value === undefined) {
    throw new ActionError('input_missing', `The input \`${name}\` is empty: ${why}.`);
  }
  return value;
}

/** Reads `true` or `false` in any of YAML's spellings. @throws ActionError input_invalid */
export function parseBoolean(inputs: Inputs, name: InputName): boolean {
  const value = inputValue(inputs, name);
  if (/^(true|True|TRUE)$/.test(value)) {
    return true;
  }
  if (/^(false|False|FALSE)$/.test(value)) {
    return false;
  }
  throw invalid(name, `must be true or false, not ${quote(value)}`);
}

/** Reads one of these values. @throws ActionError input_invalid, which names them */
export function parseChoice<T extends string>(inputs: Inputs, name: InputName, choices: readonly T[]): T {
  const value = inputValue(inputs, name);
  const choice = choices.find((known) => known === value);
  if (choice === undefined) {
    throw invalid(name, `must be ${choices.length === 1 ? '' : 'one of '}${choices.join(', ')}, not ${quote(value)}`);
  }
  return choice;
}

/** Reads a whole number within bounds. @throws ActionError input_invalid */
export function parseWhole(inputs: Inputs, name: InputName, bounds: readonly [least: number, most: number]): number {
  const value = inputValue(inputs, name);
  const [least, most] = bounds;
  if (/^[0-9]{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most) {
    return Number(value);
  }
  throw invalid(name, `must be a whole number from ${least} to ${most}, not ${quote(value)}`);
}

/** Reads a whole number of seconds, at most a day. @throws ActionError input_invalid */
export function parseSeconds(inputs: Inputs, name: InputName, least = 1): number {
  // setTimeout takes anything beyond 2^31 ms for 1 ms; no job lives longer than some days.
  return parseWhole(inputs, name, [least, 24 * 60 * 60]);
}

/** Reads a list with commas or line ends between its words. */
export function parseNames(inputs: Inputs, name: InputName): string[] {
  const words = inputValue(inputs, name).split(/[,\r\n]/);
  return words.map((word) => word.trim()).filter((word) => word !== '');
}

/** Reads an id that becomes one segment of a path; its form is not published. @throws ActionError input_invalid */
export function parseId(inputs: Inputs, name: InputName): string | undefined {
  const value = inputs[name];
  if (value !== undefined && (/[/?#\p{Cc}]/u.test(value) || !value.isWellFormed() || /^\.{1,2}$/.test(value))) {
    throw invalid(name, `is not an id: ${quote(value)} holds a character that no id has`);
  }
  return value;
}
