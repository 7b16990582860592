import type { SecretRequest } from './request.js';

/** The names of one result. */
export interface ResultName {
  readonly variable: string;
  readonly output: string;
  /** Whether the workflow contains the whole name; otherwise part of it comes from the server or the selector. */
  readonly chosen: boolean;
  /** The line that it comes from, for messages. */
  readonly who: string;
}

/** Makes the variable for a text: `db-password` becomes DB_PASSWORD, `2fa` becomes _2FA. */
export function variableName(text: string): string {
  const name = inVariable(text);
  return /^[0-9]/.test(name) ? `_${name}` : name;
}

/** Makes the variable for a field: the variable of its Secret, then the names on the path of the field. */
export function fieldVariable(base: string, path: readonly string[]): string {
  return [base, ...path.map(inVariable)].join('_');
}

/** Makes the names of a request that names one Secret; a pattern has no names before it is matched. */
export function nameOfRequest(request: SecretRequest): ResultName {
  const { selector, field, target, line } = request;
  return nameFrom(target, field === undefined ? selector : `${selector}.${field}`, `line ${line}`);
}

/** Makes names from a target, or from the text that names the Secret. */
export function nameFrom(target: string | undefined, text: string, who: string): ResultName {
  return target === undefined
    ? { variable: variableName(text), output: text.replace(/[^A-Za-z0-9_-]/g, '-'), chosen: false, who }
    : { variable: target, output: target, chosen: true, who };
}

/** Makes a text that any part of a variable can contain. */
export function inVariable(text: string): string {
  return text.replace(/[^A-Za-z0-9_]/g, '_').toUpperCase();
}
