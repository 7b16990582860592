import { ActionError } from '../errors.js';
import { quote } from '../foreign-text.js';
import { invalid } from '../inputs.js';
import { isVariableName, type SecretRequest } from './request.js';
import { isKeptByRunner, takesOver } from './steering-variables.js';

/** Outputs with a meaning of their own, in this version or one to come; the runner ignores the case of an output's name. */
const OWN_OUTPUTS = new Set([
  'bearer_token',
  'token_type',
  'expires_in',
  'expires_at',
  'claims',
  'user',
  'secrets',
  'docker_config',
  'dotenv',
  'env_file',
  'namespace',
  'all_acl_subjects',
  'all_owner_acl_subjects',
  'token_info',
  'error_code',
]);

/** The variable for a text: `db-password` is DB_PASSWORD, `2fa` is _2FA. */
export function variableName(text: string): string {
  const name = inVariable(text);
  return /^[0-9]/.test(name) ? `_${name}` : name;
}

/** The variable for a field: that of its Secret, then the names on the field's path. */
export function fieldVariable(base: string, path: readonly string[]): string {
  return [base, ...path.map(inVariable)].join('_');
}

function inVariable(text: string): string {
  return text.replace(/[^A-Za-z0-9_]/g, '_').toUpperCase();
}

/** The output of a request: its target as written, else its selector with `-` for what an output cannot hold. */
export function outputName(request: SecretRequest): string {
  return request.target ?? request.selector.replace(/[^A-Za-z0-9_-]/g, '-');
}

/** The variable of a request, or the start of those of its fields. */
export function variableOf(request: SecretRequest): string {
  return request.target ?? variableName(request.selector);
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
  if (!isVariableName(value) || isKeptByRunner(value)) {
    throw invalid('token_variable', `cannot be ${quote(value)}: give the name of a variable, or none`);
  }
  return value;
}

/**
 * Refuses what can be seen to fail from the requests alone, before any request is sent.
 *
 * @throws ActionError name_refused, name_conflict
 */
export function checkTargets(
  requests: readonly SecretRequest[],
  settings: { readonly exportEnv: boolean; readonly tokenVariable: string | undefined },
): void {
  const outputs = new Map<string, string>();
  const variables = new Map<string, string>(
    settings.tokenVariable === undefined ? [] : [[settings.tokenVariable.toUpperCase(), 'the token']],
  );
  for (const request of requests) {
    const who = `line ${request.line}`;
    checkOutput(request);
    claim(outputs, { kind: 'output', name: outputName(request), key: outputName(request).toLowerCase(), who });
    if (settings.exportEnv) {
      checkVariable(variableOf(request), { who, chosen: request.target !== undefined });
      claim(variables, { kind: 'variable', name: variableOf(request), key: variableOf(request).toUpperCase(), who });
    }
  }
}

/**
 * Refuses a variable that the runner keeps, or that steers later steps unless the workflow's author chose it.
 *
 * @throws ActionError name_refused
 */
export function checkVariable(name: string, origin: { readonly who: string; readonly chosen: boolean }): void {
  if (isKeptByRunner(name)) {
    const message = `\`secrets\`, ${origin.who}: the runner keeps the variable ${name} for itself.`;
    throw new ActionError('name_refused', message);
  }
  if (takesOver(name) && !origin.chosen) {
    const message = `\`secrets\`, ${origin.who}: the variable ${name} would steer the programs of later steps.`;
    throw new ActionError('name_refused', message);
  }
}

/** A name that somebody wants, and who: two who want one are an error. */
export interface Claim {
  readonly kind: 'output' | 'variable';
  readonly name: string;
  /** The name as it is compared: outputs have no case, nor have variables on Windows or in a background step. */
  readonly key: string;
  readonly who: string;
}

/** @throws ActionError name_conflict */
export function claim(taken: Map<string, string>, { kind, name, key, who }: Claim): void {
  const other = taken.get(key);
  if (other !== undefined) {
    const by = other === who ? 'another Secret in this line' : other;
    throw new ActionError('name_conflict', `\`secrets\`, ${who}: the ${kind} ${name} is taken already by ${by}.`);
  }
  taken.set(key, who);
}

function checkOutput(request: SecretRequest): void {
  const name = outputName(request);
  if (!/[A-Za-z0-9]/.test(name)) {
    const message = `\`secrets\`, line ${request.line}: no letter or digit of ${quote(request.target ?? request.selector)} can be in a name.`;
    throw new ActionError('name_refused', message);
  }
  if (OWN_OUTPUTS.has(name.toLowerCase())) {
    const message = `\`secrets\`, line ${request.line}: the output ${name} is one of the action's own.`;
    throw new ActionError('name_conflict', message);
  }
}
