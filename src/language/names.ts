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

/** What decides the names of a result besides its line. */
export interface Origin {
  /** The text that names the value: the selector, or the Secret that a pattern matched, perhaps with a field. */
  readonly text: string;
  /** What the only `*` of the name matched. */
  readonly starred: string | undefined;
  /** The path of a field that `.*` matched; empty without `.*`. */
  readonly path: readonly string[];
  readonly who: string;
}

/** Makes the variable for a text: `db-password` becomes DB_PASSWORD, `2fa` becomes _2FA. */
export function variableName(text: string): string {
  const name = inVariable(text);
  return /^[0-9]/.test(name) ? `_${name}` : name;
}

/** Makes the names of a request that has one result; others have no names before their values are known. */
export function nameOfRequest(request: SecretRequest): ResultName {
  return nameFrom(request, { text: selectorText(request), starred: undefined, path: [], who: `line ${request.line}` });
}

/** The text of a selector, without quotes and without `.*`. */
export function selectorText({ selector, field }: Pick<SecretRequest, 'selector' | 'field'>): string {
  return field === undefined ? selector : `${selector}.${field}`;
}

/** Makes names from the target of a line, or without a target from the text that names the value. */
export function nameFrom({ target }: Pick<SecretRequest, 'target'>, { text, starred, path, who }: Origin): ResultName {
  if (target === undefined) {
    const variable = [variableName(text), ...path.map(inVariable)].join('_');
    return { variable, output: [text, ...path].map(inOutput).join('-'), chosen: false, who };
  }
  if (!target.endsWith('*')) {
    return { variable: target, output: target, chosen: true, who };
  }
  const matched = [...(starred === undefined ? [] : [starred]), ...path].map(inVariable).join('_');
  const name = target === '*' ? variableName(matched) : `${target.slice(0, -1)}${matched}`;
  return { variable: name, output: name, chosen: false, who };
}

function inVariable(text: string): string {
  return text.replace(/[^A-Za-z0-9_]/g, '_').toUpperCase();
}

function inOutput(text: string): string {
  return text.replace(/[^A-Za-z0-9_-]/g, '-');
}
