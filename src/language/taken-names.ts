import { ActionError } from '../errors.js';
import { nameOfRequest, type ResultName } from './names.js';
import type { SecretRequest } from './request.js';
import { hasOneResult, onlyServerNames, serverNames } from './stars.js';
import { isKeptByRunner, takesOver } from './steering-variables.js';
import type { Sink } from './target.js';

/** Outputs that the action itself sets, in this version or in a later one. */
const OWN_OUTPUTS = [
  ...['bearer_token', 'token_type', 'expires_in', 'expires_at', 'claims', 'user', 'secrets', 'docker_config', 'dotenv'],
  ...['env_file', 'namespace', 'all_acl_subjects', 'all_owner_acl_subjects', 'token_info', 'error_code'],
];

/** The variables of `@docker`, for any Secret. */
const DOCKER_VARIABLES = ['DOCKER_CONFIG', 'REGISTRY_AUTH_FILE'] as const;

/** The settings on which names depend. */
export interface NameSettings {
  readonly exportEnv: boolean;
  readonly plan: boolean;
  readonly tokenVariable: string | undefined;
  readonly secretRequests: readonly SecretRequest[];
}

/** What a name is used for: two names of one kind must differ. */
type NameKind = 'output' | 'variable' | 'file' | 'line of @dotenv' | 'line of @env-file' | 'registry';

/** Names that are already used. */
export interface TakenNames {
  /** Who uses each name, by kind and name in upper case. */
  readonly by: Map<string, string>;
  /** If false, nothing becomes a variable, so no name of a variable is used or rejected. */
  readonly exportEnv: boolean;
}

/** The names that one result needs. */
export interface NameClaims {
  readonly sink: Sink | undefined;
  readonly name: ResultName;
  /** The names that its value adds: one for each AWS variable or container registry. */
  readonly parts: readonly ResultName[];
}

/** The kinds of names that a result needs: for its own name, and for each name that its value adds. */
const KINDS: Readonly<
  Record<Sink | 'plain', { readonly own: readonly NameKind[]; readonly part: readonly NameKind[] }>
> = {
  plain: { own: ['output', 'variable'], part: [] },
  file: { own: ['variable', 'output', 'file'], part: [] },
  dotenv: { own: ['line of @dotenv'], part: [] },
  'env-file': { own: ['line of @env-file'], part: [] },
  aws: { own: [], part: ['variable', 'output'] },
  docker: { own: [], part: ['registry'] },
};

/** The variables that every `@aws` sets; the value decides about others. */
const AWS_VARIABLES = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];

/** On Windows, programs that open such a file open a device instead, in every folder. */
const WINDOWS_DEVICE = /^(?:CON|PRN|AUX|NUL|COM\d|LPT\d)$/i;

/** Lists the names that are used before the first Secret. */
export function takenNames({ exportEnv, tokenVariable, secretRequests }: NameSettings): TakenNames {
  const taken: TakenNames = { by: new Map(), exportEnv };
  for (const name of OWN_OUTPUTS) {
    register(taken, 'output', { name, who: 'the action itself' });
  }
  if (tokenVariable !== undefined) {
    register(taken, 'variable', { name: tokenVariable, who: 'the token' });
  }
  for (const name of secretRequests.some(({ sink }) => sink === 'docker') ? DOCKER_VARIABLES : []) {
    register(taken, 'variable', { name, who: '@docker' });
  }
  return taken;
}

/**
 * Claims every name that a result needs.
 *
 * @throws ActionError name_refused, name_conflict
 */
export function claimNames(taken: TakenNames, { sink, name, parts }: NameClaims): void {
  const kinds = KINDS[sink ?? 'plain'];
  const ofParts = parts.flatMap((part) => kinds.part.map((kind) => [kind, part] as const));
  for (const [kind, of] of [...kinds.own.map((kind) => [kind, name] as const), ...ofParts]) {
    claim(taken, kind, of);
  }
}

/** Checks the names of all lines that have one result, before any request is sent. @throws as `claimNames` */
export function checkRequests(settings: NameSettings): void {
  const rejected = settings.secretRequests.find((request) => serverNames(request, settings) === 'rejected');
  if (rejected !== undefined) {
    const why = 'the names of its variables would come only from the server';
    throw refused(`line ${rejected.line}`, why, onlyServerNames(rejected));
  }
  const single = settings.secretRequests.filter(hasOneResult);
  checkNames(
    single.map((request) => ({ sink: request.sink, name: nameOfRequest(request) })),
    settings,
  );
}

/** Checks names before their values are known. @throws as `claimNames` */
export function checkNames(results: readonly Pick<NameClaims, 'sink' | 'name'>[], settings: NameSettings): void {
  const taken = takenNames(settings);
  for (const { sink, name } of results) {
    const aws = AWS_VARIABLES.map((variable) => ({ ...name, variable, output: variable }));
    // Only the value decides which registries @docker claims.
    claimNames(taken, { sink, name, parts: sink === 'aws' ? aws : [] });
  }
}

/** Claims one name. No variable may change how later steps run unless the workflow's author chose its whole name. */
function claim(taken: TakenNames, kind: NameKind, { variable, output, chosen, who }: ResultName): void {
  const name = kind === 'output' ? output : variable;
  if (kind === 'variable' && !taken.exportEnv) {
    return;
  }
  if (kind !== 'registry' && !/[A-Za-z0-9]/.test(name)) {
    throw refused(who, 'the name contains no ASCII letter or digit');
  }
  if ((kind === 'variable' && isKeptByRunner(name)) || (kind === 'file' && WINDOWS_DEVICE.test(name))) {
    throw refused(who, `${kind === 'file' ? 'Windows' : 'the runner'} reserves the ${kind} ${name}`);
  }
  if (kind !== 'output' && kind !== 'file' && takesOver(name) && !chosen) {
    throw refused(who, `the variable ${name} would change how later steps run`);
  }
  register(taken, kind, { name, who });
}

function refused(who: string, why: string, advice?: string): ActionError {
  return new ActionError('name_refused', `\`secrets\`, ${who}: ${why}.`, { advice });
}

/** Upper and lower case count as equal: the runner ignores it in outputs, Windows in variables and files. */
function register(taken: TakenNames, kind: NameKind, { name, who }: { name: string; who: string }): void {
  const key = `${kind} ${name.toUpperCase()}`;
  const other = taken.by.get(key);
  if (other !== undefined) {
    const by = other === who ? 'another result of the same line' : other;
    throw new ActionError('name_conflict', `\`secrets\`, ${who}: the ${kind} ${name} is already used by ${by}.`);
  }
  taken.by.set(key, who);
}
