import type { Security } from '../http/secure-context.js';
import { attempt, isRecord } from '../json.js';
import type { TokenCache } from '../login/shared-token.js';
import type { OwnFolder } from '../machine/own-folder.js';
import type { Revocation, RevocationPlan } from './plan.js';

/** What the post step must know; main saves it before the first action that must be undone. */
export interface State {
  /** The folders that this step created in RUNNER_TEMP. */
  readonly folders: readonly OwnFolder[];
  /** Variables that contain paths in these folders: the values that this step set, and those before. */
  readonly variables: readonly PathVariable[];
  /** The names of this step's files in the folder of shared tokens; undefined if the step does not share tokens. */
  readonly cache?: TokenCache['files'] | undefined;
  /** What the post step does about a token that this step requested. */
  readonly token?: RevocationPlan | undefined;
}

/** A variable that contains the path of a file or folder that the post step removes. */
interface PathVariable {
  readonly name: string;
  readonly value: string;
  /** The earlier value; empty if the variable was not set, since programs treat both in the same way. */
  readonly before: string;
}

/** The file of the authorities in its folder. */
export const AUTHORITIES_FILE = 'authorities.pem';

/** The name under which the state is saved: as one value, it is complete or missing. */
export const STATE_NAME = 'undo';

/** The state is returned as a variable, with at most 32,767 characters on Windows, and all state must be below 64 KiB. */
const LARGEST = 32_000;

/** Writes the state as text; if that is too large, the data for revoking the token is left out. */
export function formatState(state: State): string {
  const text = JSON.stringify(state);
  const { token } = state;
  if (text.length <= LARGEST || token?.steps === undefined) {
    return text;
  }
  const reason = 'the certificates or tokens for the revocation are too large to save';
  return JSON.stringify({ ...state, token: { reason, expiresAt: token.expiresAt } });
}

/** What the post step says if the code that undoes a saved state cannot be loaded, without the reason. */
export const NOT_UNDONE =
  'The files of this step were not removed, and its token was not revoked, because a part of the action cannot be loaded';

/** Reads a saved state; undefined for no text, and for a text that this action did not write. */
export function parseState(text: string): State | undefined {
  const value: unknown = attempt(() => JSON.parse(text));
  return hasShape<State>(value, STATE) ? value : undefined;
}

/** An example of T, or a set of examples of which one must fit; see `hasShape`. */
export type Example<T> = ExamplePart<T> | ReadonlySet<ExamplePart<T>>;
type ExamplePart<T> = T extends readonly unknown[]
  ? readonly Example<T[number]>[]
  : T extends object
    ? { readonly [K in keyof Required<T>]: Example<K extends keyof T ? T[K] : never> }
    : T;

/**
 * Tells whether a value has the shape of an example.
 *
 * In an example, `''` fits every text, another text fits itself, and `true` fits both booleans. The last item of a list fits
 * any number of items, the items before it one each. An object fits an object whose members fit; others are ignored.
 */
export function hasShape<T>(value: unknown, example: Example<T>): value is T {
  return fits(value, example);
}

function fits(value: unknown, example: unknown): boolean {
  if (example instanceof Set) {
    return [...example].some((one) => fits(value, one));
  }
  if (Array.isArray(example)) {
    const last = example.length - 1;
    const fitsAt = (item: unknown, index: number) => fits(item, example[Math.min(index, last)]);
    return Array.isArray(value) && value.length >= last && value.every(fitsAt);
  }
  if (isRecord(example)) {
    return isRecord(value) && Object.entries(example).every(([name, member]) => fits(value[name], member));
  }
  return example === '' || example === true ? typeof value === typeof example : value === example;
}

const FOLDER: Example<OwnFolder> = { name: '', identity: '' };

const TEXT_OR_NOTHING = new Set([undefined, '']);

const SECURITY: Example<Security> = {
  verify: true,
  authorities: [''],
  identity: new Set([
    undefined,
    { form: 'pkcs12', pkcs12: '', passphrase: TEXT_OR_NOTHING },
    { form: 'pem', certificate: '', privateKey: '', passphrase: TEXT_OR_NOTHING, authorities: [''] },
  ]),
};

const CLIENT: Example<Revocation['client']> = {
  clientId: TEXT_OR_NOTHING,
  authentication: new Set([
    { method: 'client_secret_post', clientSecret: '' },
    { method: 'client_secret_basic', clientSecret: '' },
    { method: 'private_key_jwt', audience: '', key: '', keyId: TEXT_OR_NOTHING, algorithm: '' },
    { method: 'github_oidc', idTokenAudience: '' },
    { method: 'tls_client_auth' },
    { method: 'none' },
  ]),
};

const STEP: Example<Revocation['steps'][number]> = {
  revokes: new Set(['session', 'refresh_token', 'access_token']),
  url: TEXT_OR_NOTHING,
  token: '',
  expiresAt: TEXT_OR_NOTHING,
};

const TOKEN: Example<RevocationPlan | undefined> = new Set([
  undefined,
  { reason: '', expiresAt: TEXT_OR_NOTHING, steps: undefined },
  {
    platform: '',
    steps: [STEP, STEP],
    documents: new Set([undefined, { issuer: '', verified: true, mutual: true, urls: [''] }]),
    client: CLIENT,
    security: SECURITY,
    authorities: new Set([undefined, { folder: FOLDER, digest: '' }]),
    expiresAt: TEXT_OR_NOTHING,
  },
]);

const STATE: Example<State> = {
  folders: [FOLDER],
  variables: [{ name: '', value: '', before: '' }],
  cache: new Set([undefined, ['']]),
  token: TOKEN,
};
