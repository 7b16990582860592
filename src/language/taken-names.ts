import { ActionError } from '../errors.js';
import { nameOfRequest, type ResultName } from './names.js';
import { isPattern, type SecretRequest } from './request.js';
import { isKeptByRunner, takesOver } from './steering-variables.js';

/** Outputs with a meaning of their own, in this version or one to come. */
const OWN_OUTPUTS = [
  ...['bearer_token', 'token_type', 'expires_in', 'expires_at', 'claims', 'user', 'secrets', 'docker_config', 'dotenv'],
  ...['env_file', 'namespace', 'all_acl_subjects', 'all_owner_acl_subjects', 'token_info', 'error_code'],
];

/** The variables of `@docker`, whatever the Secrets are called. */
const DOCKER_VARIABLES = ['DOCKER_CONFIG', 'REGISTRY_AUTH_FILE'] as const;

/** The settings on which names depend. */
export interface NameSettings {
  readonly exportEnv: boolean;
  readonly tokenVariable: string | undefined;
  readonly secretRequests: readonly SecretRequest[];
}

/** Names that are taken: who took each, by kind and name. */
export interface TakenNames {
  readonly by: Map<string, string>;
  /** Without it nothing becomes a variable, so that no variable is taken or refused. */
  readonly exportEnv: boolean;
}

/** What a name is for: two of one kind must differ. */
export type NameKind = 'output' | 'variable' | 'file' | 'line of @dotenv' | 'line of @env-file' | 'registry';

/** The names that are taken before the first Secret. */
export function takenNames({ exportEnv, tokenVariable, secretRequests }: NameSettings): TakenNames {
  const taken: TakenNames = { by: new Map(), exportEnv };
  for (const name of OWN_OUTPUTS) {
    claim(taken, 'output', { name, who: 'the action itself' });
  }
  if (tokenVariable !== undefined) {
    claim(taken, 'variable', { name: tokenVariable, who: 'the token' });
  }
  for (const name of secretRequests.some(({ sink }) => sink === 'docker') ? DOCKER_VARIABLES : []) {
    claim(taken, 'variable', { name, who: '@docker' });
  }
  return taken;
}

/** Takes an output. @throws ActionError name_refused, name_conflict */
export function claimOutput(taken: TakenNames, { output: name, who }: Pick<ResultName, 'output' | 'who'>): void {
  checkLetters(name, who);
  claim(taken, 'output', { name, who });
}

/**
 * Takes a variable, or a name in a file of variables. None may steer the programs of later steps unless the workflow's
 * author chose it whole; those that the runner keeps for itself can only be in a file.
 *
 * @throws ActionError name_refused, name_conflict
 */
export function claimVariable(taken: TakenNames, kind: NameKind, { variable: name, who, chosen }: ResultName): void {
  if (kind === 'variable' && !taken.exportEnv) {
    return;
  }
  checkLetters(name, who);
  if (kind === 'variable' && isKeptByRunner(name)) {
    const message = `\`secrets\`, ${who}: the runner keeps the variable ${name} for itself.`;
    throw new ActionError('name_refused', message);
  }
  if (takesOver(name) && !chosen) {
    const message = `\`secrets\`, ${who}: the variable ${name} would steer the programs of later steps.`;
    throw new ActionError('name_refused', message);
  }
  claim(taken, kind, { name, who });
}

/** Takes the variable, the output and the file of `@file`. @throws ActionError name_refused, name_conflict */
export function claimFile(taken: TakenNames, name: ResultName): void {
  claimVariable(taken, 'variable', name);
  claimOutput(taken, name);
  claim(taken, 'file', { name: name.variable, who: name.who });
}

/**
 * Takes a name. It counts without its case: outputs have none for the runner, variables and files have none on Windows.
 *
 * @throws ActionError name_conflict
 */
export function claim(taken: TakenNames, kind: NameKind, { name, who }: { name: string; who: string }): void {
  const key = `${kind} ${name.toUpperCase()}`;
  const other = taken.by.get(key);
  if (other !== undefined) {
    const by = other === who ? 'another one in it' : other;
    throw new ActionError('name_conflict', `\`secrets\`, ${who}: the ${kind} ${name} is taken already by ${by}.`);
  }
  taken.by.set(key, who);
}

function checkLetters(name: string, who: string): void {
  if (!/[A-Za-z0-9]/.test(name)) {
    throw new ActionError(
      'name_refused',
      `\`secrets\`, ${who}: a name needs an ASCII letter or digit, and there is none.`,
    );
  }
}

/** The variables that every `@aws` sets; which others it sets hangs on the value. */
const AWS_VARIABLES = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];

/** The same for the requests alone, before anything is asked: what stands for one Secret has its names already. */
export function checkRequests(settings: NameSettings): void {
  const single = settings.secretRequests.filter((request) => !isPattern(request));
  const named = single.map((request) => [request, nameOfRequest(request)] as const);
  checkNames(named, settings);
}

export function checkNames(named: readonly (readonly [SecretRequest, ResultName])[], settings: NameSettings): void {
  const taken = takenNames(settings);
  for (const [{ sink }, name] of named) {
    switch (sink) {
      case 'dotenv':
      case 'env-file':
        claimVariable(taken, `line of @${sink}`, name);
        break;
      case 'aws':
        for (const variable of AWS_VARIABLES) {
          claimVariable(taken, 'variable', { ...name, variable, chosen: true });
          claimOutput(taken, { ...name, output: variable });
        }
        break;
      case 'docker':
        break;
      case 'file':
        claimFile(taken, name);
        break;
      default:
        claimOutput(taken, name);
        claimVariable(taken, 'variable', name);
    }
  }
}
