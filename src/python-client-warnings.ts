import type { Session } from './session.js';
import type { Settings } from './settings.js';
import type { Surroundings } from './surroundings.js';

/** A warning where the Python client of the platform will not use the token in its variable: `Auth.__init__`, auth.py. */
export function tokenVariableWarnings(
  { login: { token } }: Session,
  { platform, tokenVariable }: Settings,
  { variable }: Surroundings,
): string[] {
  if (platform.pythonClient === undefined || tokenVariable !== platform.tokenVariable || token?.claims === undefined) {
    return [];
  }
  const names = [`${platform.pythonClient.variablePrefix}_CLIENT_ID`, 'CLIENT_ID'];
  const name = names.find((name) => variable(name) !== undefined);
  // It compares without a look into a list, which may hold the client (RFC 7519 section 4.1.3).
  return name === undefined || variable(name) === token.claims['aud']
    ? []
    : [
        `The job sets ${name}: the Python client takes it for its own client id, and drops the token in ${tokenVariable}, whose claim \`aud\` is another.`,
      ];
}
