import type { Answer } from '../../answers.js';
import type { ClientRequest } from '../issue.js';
import { answerClientCredentials } from './client-credentials.js';
import { answerExchange } from './exchange.js';
import { answerJwtGrant } from './jwt.js';
import { answerPassword } from './password.js';
import { answerRefresh } from './refresh.js';

interface Grant {
  /** The allowed parameters, in addition to the client's authentication. */
  readonly fields: readonly string[];
  readonly answer: (request: ClientRequest) => Answer | Promise<Answer>;
}

/** The grants that the token endpoint supports, by `grant_type`. */
export const GRANTS: Readonly<Record<string, Grant>> = {
  password: { fields: ['username', 'password', 'scope'], answer: answerPassword },
  refresh_token: { fields: ['refresh_token', 'scope'], answer: answerRefresh },
  client_credentials: { fields: ['scope', 'audience'], answer: answerClientCredentials },
  'urn:ietf:params:oauth:grant-type:token-exchange': {
    fields: ['subject_token', 'subject_token_type', 'requested_token_type', 'audience', 'resource', 'scope'],
    answer: answerExchange,
  },
  'urn:ietf:params:oauth:grant-type:jwt-bearer': { fields: ['assertion', 'scope'], answer: answerJwtGrant },
};
