import { exampleProject, keyOf, type Setting, secret } from '../../emulator/chariot/index.js';
import { LOGGED_IN, listed, success, TOKEN_OUTPUTS } from '../../harness/jobs/chariot-job.js';

/** The value of the only Secret of a step. */
export const PASSWORD = 'correct horse battery staple';
/** The only Secret of a step. */
export const one = secret('db-password', PASSWORD);

/** The request of a login. */
export const LOGIN = 'POST /auth/client/v2/chariot/login';
/** The request of the list. */
export const LIST = 'GET /api/identity/v2/settings/project/<project>/?sort=name&desc=false';
/** Returns the request that decrypts a Secret. */
export const decryptOf = (setting: Setting) =>
  `GET /api/identity/v2/settings/project/<project>/${keyOf(setting)}?decrypt=true`;

/** The line of the log after one Secret was decrypted. */
export const DECRYPTED_1 = `Decrypted 1 Secret of project "${exampleProject.id}".`;

/** The verdict on a step that exports the only Secret. */
export const ONE = success({
  log: [
    LOGGED_IN,
    DECRYPTED_1,
    ...listed('Outputs: bearer_token, token_type, expires_in, expires_at, db-password, secrets.'),
    ...listed('Variables: CHARIOT_TOKEN, DB_PASSWORD.'),
  ],
  variables: { CHARIOT_TOKEN: '<token>', DB_PASSWORD: PASSWORD },
  outputs: { ...TOKEN_OUTPUTS, 'db-password': PASSWORD, secrets: JSON.stringify({ 'db-password': PASSWORD }) },
});
