import { isRecord } from './json.js';

/** What the post step must know; main saves it before the first thing that it must undo. */
export interface State {
  /** Files that this step wrote, below RUNNER_TEMP. */
  readonly files: readonly string[];
  /** A token that this step got and that cannot be ended: why, and when it ends by itself (ISO 8601). */
  readonly token?: { readonly reason: string; readonly expiresAt?: string };
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
  if (!isRecord(value) || !Array.isArray(value['files']) || !value['files'].every((file) => typeof file === 'string')) {
    return false;
  }
  const token = value['token'];
  return (
    token === undefined ||
    (isRecord(token) &&
      typeof token['reason'] === 'string' &&
      (token['expiresAt'] === undefined || typeof token['expiresAt'] === 'string'))
  );
}
