import { quote } from '../foreign-text.js';
import { invalid } from '../inputs.js';
import type { SecretRequest } from './request.js';
import type { Match } from './resolve.js';
import { isKeptByRunner } from './steering-variables.js';

/** A name and its value. */
export type Pair = readonly [name: string, value: string];

/** The names of one result. */
export interface ResultName {
  readonly variable: string;
  readonly output: string;
  /** Whether the workflow's author wrote the whole name; else part of it is the server's or the selector's text. */
  readonly chosen: boolean;
  /** Where it comes from, for messages. */
  readonly who: string;
}

/** The variable for a text: `db-password` is DB_PASSWORD, `2fa` is _2FA. */
export function variableName(text: string): string {
  const name = inVariable(text);
  return /^[0-9]/.test(name) ? `_${name}` : name;
}

/** The variable for a field: that of its Secret, then the names on the field's path. */
export function fieldVariable(base: string, path: readonly string[]): string {
  return [base, ...path.map(inVariable)].join('_');
}

/** The names of a request that stands for one Secret; a pattern has none before it is matched. */
export function nameOfRequest(request: SecretRequest): ResultName {
  const { selector, field, target, line } = request;
  return nameFrom(target, field === undefined ? selector : `${selector}.${field}`, `line ${line}`);
}

/** The names of one match: of a pattern by its Secret's name, or by what the star matched. */
export function nameOfMatch({ request, entry, field, starred, byPattern }: Match): ResultName {
  if (!byPattern || entry === undefined) {
    return nameOfRequest(request);
  }
  const who = `line ${request.line}, Secret ${quote(entry.name)}`;
  if (request.target === undefined || starred === undefined) {
    return nameFrom(undefined, field === undefined ? entry.name : `${entry.name}.${field}`, who);
  }
  const name = `${request.target.slice(0, -1)}${inVariable(starred)}`;
  return { variable: name, output: name, chosen: false, who };
}

function nameFrom(target: string | undefined, text: string, who: string): ResultName {
  return target === undefined
    ? { variable: variableName(text), output: text.replace(/[^A-Za-z0-9_-]/g, '-'), chosen: false, who }
    : { variable: target, output: target, chosen: true, who };
}

function inVariable(text: string): string {
  return text.replace(/[^A-Za-z0-9_]/g, '_').toUpperCase();
}

/**
 * Reads `token_variable`: a name, `none`, or the platform's own.
 *
 * @throws ActionError input_invalid
 */
export function parseTokenVariable(value: string | undefined, fallback: string): string | undefined {
  if (value === undefined || value === 'none') {
    return value === undefined ? fallback : undefined;
  }
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(value) || isKeptByRunner(value)) {
    throw invalid('token_variable', `cannot be ${quote(value)}: give the name of a variable, or none`);
  }
  return value;
}
