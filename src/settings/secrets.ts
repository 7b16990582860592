import { ActionError } from '../errors.js';
import { type InputName, type Inputs, invalid } from '../inputs/inputs.js';
import { parseId } from '../inputs/values.js';
import { isKeptByRunner } from '../language/steering-variables.js';
import type { Owner } from '../platforms/platform.js';
import { quote } from '../untrusted-text.js';

/**
 * Reads `token_variable`: a name, `none`, or the platform's own.
 *
 * @throws ActionError input_invalid
 */
export function parseTokenVariable(value: string | undefined, fallback: string): string | undefined {
  if (value === undefined || value === 'none') {
    return value === undefined ? fallback : undefined;
  }
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(value) || isKeptByRunner(value)) {
    throw invalid('token_variable', `cannot be ${quote(value)}: give the name of a variable, or none`);
  }
  return value;
}

const OWNER_INPUTS = {
  project: 'project_id',
  organization: 'organization_id',
  user: 'user_id',
} as const satisfies Record<Owner['kind'], InputName>;

/** Reads whose Secrets are asked for. @throws ActionError input_missing, input_conflict, input_invalid */
export function parseOwner(inputs: Inputs, needed: boolean): Owner | undefined {
  const kinds = ['project', 'organization', 'user'] as const;
  const owners = kinds.flatMap((kind) => {
    const id = parseId(inputs, OWNER_INPUTS[kind]);
    return id === undefined ? [] : [{ kind, id }];
  });
  if (owners.length > 1) {
    const given = owners.map((owner) => `\`${OWNER_INPUTS[owner.kind]}\``).join(' and ');
    throw new ActionError('input_conflict', `The inputs ${given} are given, but Secrets have one owner.`);
  }
  if (needed && owners.length === 0) {
    const message = '`secrets` is given, but not whose: give `project_id`, `organization_id` or `user_id`.';
    throw new ActionError('input_missing', message);
  }
  return owners[0];
}

/** The notice for an owner whose Secrets are not asked for. */
export function unusedOwner(owner: Owner): string {
  return `\`${OWNER_INPUTS[owner.kind]}\` is given, but \`secrets\` is empty: no Secret is fetched.`;
}
