import type { Inputs } from '../inputs/inputs.js';
import { conflict, invalid, missing, parseId } from '../inputs/values.js';
import { isKeptByRunner } from '../language/steering-variables.js';
import type { Owner } from '../platforms/platform.js';
import type { Remark } from '../ports.js';
import { quote } from '../untrusted-text.js';

/** Reads `token_variable`: a name, `none`, or by default the platform's variable. @throws ActionError input_invalid */
export function parseTokenVariable(value: string | undefined, fallback: string): string | undefined {
  if (value === undefined || value === 'none') {
    return value === undefined ? fallback : undefined;
  }
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(value) || isKeptByRunner(value)) {
    throw invalid('token_variable', `must not be ${quote(value)}`, 'Set the name of a variable, or none');
  }
  return value;
}

/** Reads the owner of the Secrets. @throws ActionError input_missing, input_conflict, input_invalid */
export function parseOwner(inputs: Inputs, isNeeded: boolean): Owner | undefined {
  const kinds = ['project', 'organization', 'user'] as const;
  const owners = kinds.flatMap((kind) => {
    const name = `${kind}_id` as const;
    const id = inputs[name];
    return id === undefined ? [] : [{ kind, id: parseId(name, id) }];
  });
  const [owner, ...others] = owners;
  if (others.length > 0) {
    const names = owners.map(({ kind }) => `${kind}_id`);
    throw conflict(names, 'a step fetches the Secrets of only one owner');
  }
  if (isNeeded && owner === undefined) {
    throw missing('`project_id`, `organization_id` or `user_id`', '`secrets` is set, and Secrets belong to an owner');
  }
  return owner;
}

/** Describes an owner that is set without `secrets`. */
export function ownerRemarks(owner: Owner | undefined, requests: readonly unknown[]): Remark[] {
  const text = `\`${owner?.kind}_id\` is set, but \`secrets\` is empty: no Secret is fetched.`;
  return owner === undefined || requests.length > 0 ? [] : [{ level: 'notice', text }];
}
