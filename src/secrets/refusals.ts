import { answerError, codeOfStatus, type Exchange } from '../answers.js';
import type { ActionError } from '../errors.js';
import { describeOwner, type SecretsAccess, type Wanted } from './settings-api.js';

/** Explains why the server did not return the list. */
export function listRefusal(exchange: Exchange, access: SecretsAccess): ActionError {
  const { response } = exchange;
  if (response.status === 403) {
    return answerError('permission_denied', exchange, {
      what: `since ${requires(access.platform.secrets.listPermission)}`,
    });
  }
  if (isApi404(exchange)) {
    const what = `since ${describeOwner(access.owner)} does not exist or these credentials have no access to it`;
    return answerError('owner_not_found', exchange, { what });
  }
  return tokenRefusal(exchange, access);
}

/**
 * Explains why the server did not return a value.
 *
 * The documentation does not define which status means that the permission is missing: 401, 403 and 404 are possible.
 */
export function decryptRefusal(exchange: Exchange, wanted: Wanted): ActionError {
  const { platform, entry, tokenWorked } = wanted;
  const { response } = exchange;
  const permission = requires(platform.secrets.decryptPermission);
  if (response.status === 403 || (response.status === 401 && tokenWorked)) {
    return answerError('permission_denied', exchange, { what: `since ${permission}` });
  }
  if (isApi404(exchange)) {
    const what = `although the Secret is in the list: it was deleted meanwhile, or ${permission}`;
    const advice = 'Run the job again. If this remains, ask an owner of the project for a role with this permission';
    return answerError('secret_not_found', exchange, entry === undefined ? {} : { what, advice });
  }
  return tokenRefusal(exchange, wanted);
}

const FRESH_ADVICE =
  'The login of this step succeeded, but the server rejects its token here. Check {address}, and ask the administrator of the server';

function tokenRefusal(exchange: Exchange, { fresh }: Pick<SecretsAccess, 'fresh'>): ActionError {
  const code = codeOfStatus(exchange.response, 'invalid_token');
  return answerError(code, exchange, fresh && code === 'invalid_token' ? { advice: FRESH_ADVICE } : {});
}

function requires(permission: string): string {
  return `the request requires the permission ${permission}`;
}

/** Tells whether the settings API returned the 404, in JSON; for a service that does not exist it is plain text. */
function isApi404({ response }: Exchange): boolean {
  return response.status === 404 && response.contentType === 'application/json';
}
