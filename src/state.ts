import { isRecord } from './json.js';

/** What the post step must know; main saves it before the first thing that it must undo. */
export interface State {
  /** Files and folders that this step wrote, below RUNNER_TEMP. */
  readonly files: readonly string[];
  /** Variables that lead to them: what this step made them, and what they were before. */
  readonly variables: readonly LeadingVariable[];
  /** A token that this step got and that cannot be ended: why, and when it ends by itself (ISO 8601). */
  readonly token?: { readonly reason: string; readonly expiresAt?: string };
}

/** A variable that holds the path of something that is removed in the end. */
export interface LeadingVariable {
  readonly name: string;
  readonly value: string;
  /** Empty for an absent one: programs take both alike. */
  readonly before: string;
}

/** The name under which the state is saved: one value, so that it is never half there. */
export const STATE_NAME = 'undo';

/** Writes the state as text. */
export function formatState(state: State): string {
  return JSON.stringify(state);
}

/** Reads saved state; undefined for none, and for a text that this action did not write. */
export function parseState(text: string): State | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isState(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isState(value: unknown): value is State {
  if (!isRecord(value)) {
    return false;
  }
  const { files, variables, token } = value;
  return (
    isListOf(files, (file) => typeof file === 'string') &&
    isListOf(variables, (entry) => hasTexts(entry, ['name', 'value', 'before'])) &&
    (token === undefined || hasTexts({ expiresAt: '', ...Object(token) }, ['reason', 'expiresAt']))
  );
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function hasTexts(value: unknown, names: readonly string[]): boolean {
  return isRecord(value) && names.every((name) => typeof value[name] === 'string');
}
