import type { ClientIdentity, Security } from '../http/secure-context.js';
import { isRecord } from '../json.js';
import type { TokenCache } from '../login/shared-token.js';
import { isSavedClient } from './client.js';
import { isRevocation, type NotRevoked, type Revocation, type RevocationPlan, type RevocationStep } from './plan.js';

/** Reads what was saved as JSON of it, for a post step that makes a request; undefined for anything else. */
export function parseSecurity(value: unknown): Security | undefined {
  if (!isRecord(value) || typeof value['verify'] !== 'boolean' || !isTexts(value['authorities'])) {
    return undefined;
  }
  const { authorities, verify, identity } = value;
  if (identity === undefined) {
    return { authorities, verify };
  }
  return isIdentity(identity) ? { identity, authorities, verify } : undefined;
}

function isIdentity(value: unknown): value is ClientIdentity {
  if (!isRecord(value) || !['string', 'undefined'].includes(typeof value['passphrase'])) {
    return false;
  }
  const { form, pkcs12, certificate, privateKey, authorities } = value;
  return form === 'pkcs12'
    ? isTexts([pkcs12])
    : form === 'pem' && isTexts([certificate, privateKey]) && isTexts(authorities);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** What the post step must know; main saves it before the first thing that it must undo. */
export interface State {
  /** Files and folders that this step wrote, below RUNNER_TEMP. */
  readonly files: readonly string[];
  /** Variables that lead to them: what this step made them, and what they were before. */
  readonly variables: readonly LeadingVariable[];
  /** The action's own files and folders, of which nobody needs to hear. */
  readonly scratch?: readonly string[];
  /** The folder in which steps share tokens, and this step's files there. */
  readonly cache?: Pick<TokenCache, 'folder' | 'files'>;
  /** What is to be done about a token that this step got. */
  readonly token?: RevocationPlan;
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

/** It comes back as a variable, which holds 32,767 characters on Windows; and all state shall be below 64 KiB. */
const LARGEST = 32_000;

/** Writes the state as text; what it takes to end a token is left out where it would be too large. */
export function formatState(state: State): string {
  const text = JSON.stringify(state);
  const { token } = state;
  if (text.length <= LARGEST || token === undefined || !isRevocation(token)) {
    return text;
  }
  const reason = 'the certificates or tokens that it takes are too large to keep';
  const expiry = token.expiresAt === undefined ? {} : { expiresAt: token.expiresAt };
  return JSON.stringify({ ...state, token: { reason, ...expiry } });
}

/** Reads saved state; undefined for none, and for a text that this action did not write. */
export function parseState(text: string): State | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const token = isRecord(value) ? parseRevocationPlan(value['token']) : undefined;
    return isState(value) ? { ...value, ...(token === undefined ? {} : { token }) } : undefined;
  } catch {
    return undefined;
  }
}

function isState(value: unknown): value is State {
  if (!isRecord(value)) {
    return false;
  }
  const { files, variables, scratch = [], cache, token } = value;
  return (
    isListOf(files, (file) => typeof file === 'string') &&
    isListOf(variables, (entry) => hasTexts(entry, ['name', 'value', 'before'])) &&
    isListOf(scratch, (file) => typeof file === 'string') &&
    (cache === undefined || isCachePlace(cache)) &&
    (token === undefined || parseRevocationPlan(token) !== undefined)
  );
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

export function hasTexts(value: unknown, names: readonly string[]): boolean {
  return isRecord(value) && names.every((name) => typeof value[name] === 'string');
}

/** Reads what was saved of a token's end; undefined for anything else. */
export function parseRevocationPlan(value: unknown): RevocationPlan | undefined {
  if (!isRecord(value) || !['string', 'undefined'].includes(typeof value['expiresAt'])) {
    return undefined;
  }
  // Each member was looked at by hand, which the compiler does not follow through an index signature.
  if (!('steps' in value)) {
    return typeof value['reason'] === 'string' ? (value as unknown as NotRevoked) : undefined;
  }
  const { platform, steps, client, authorities } = value;
  const security = parseSecurity(value['security']);
  const isWhole =
    typeof platform === 'string' &&
    Array.isArray(steps) &&
    steps.length > 0 &&
    steps.every(isStep) &&
    isSavedClient(client) &&
    (authorities === undefined || hasTexts(authorities, ['path', 'digest']));
  return isWhole && security !== undefined ? ({ ...value, security } as unknown as Revocation) : undefined;
}

function isStep(value: unknown): value is RevocationStep {
  return (
    hasTexts({ expiresAt: '', ...Object(value) }, ['revokes', 'url', 'token', 'expiresAt']) &&
    ['session', 'refresh_token', 'access_token'].includes(Object(value).revokes) &&
    URL.canParse(Object(value).url)
  );
}

/** Whether a value names a cache, as the state of a step does. */
export function isCachePlace(value: unknown): value is Pick<TokenCache, 'folder' | 'files'> {
  if (!isRecord(value) || typeof value['folder'] !== 'string' || !Array.isArray(value['files'])) {
    return false;
  }
  return value['files'].every((file) => typeof file === 'string');
}
