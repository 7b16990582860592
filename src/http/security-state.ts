import { isRecord } from '../json.js';
import type { ClientIdentity, Security } from './secure-context.js';

/** Every secret in it, to be masked before it is saved and after it is read again. */
export function securitySecrets({ identity }: Security): string[] {
  if (identity === undefined) {
    return [];
  }
  const { passphrase = '' } = identity;
  return [identity.form === 'pem' ? identity.privateKey : identity.pkcs12, passphrase].filter((text) => text !== '');
}

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
