import type { SecretRequest } from './request.js';

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

export function nameFrom(target: string | undefined, text: string, who: string): ResultName {
  return target === undefined
    ? { variable: variableName(text), output: text.replace(/[^A-Za-z0-9_-]/g, '-'), chosen: false, who }
    : { variable: target, output: target, chosen: true, who };
}

export function inVariable(text: string): string {
  return text.replace(/[^A-Za-z0-9_]/g, '_').toUpperCase();
}
