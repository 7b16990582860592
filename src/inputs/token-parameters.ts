import { type InputName, type Inputs, inputNames } from './inputs.js';
import { invalid } from './values.js';

/** A parameter of the token request, as `token_parameters` contains it. */
type TokenParameter = readonly [name: string, value: string];

/** What to set instead of a parameter that the action sends itself, if that is not the input of the same name. */
const INSTEAD: ReadonlyMap<string, string> = new Map(
  Object.entries({
    client_assertion: '`client_authentication`',
    client_assertion_type: '`client_authentication`',
    assertion: '`grant_type: jwt_bearer`',
    subject_token: '`grant_type: token_exchange`',
    subject_token_type: '`grant_type: token_exchange`',
  }),
);

/** Inputs whose names a server may also use for a parameter of its own, with another meaning. */
const OTHER_MEANING: readonly InputName[] = ['tenant', 'project_id', 'organization_id', 'user_id'];

/** Reads the additional parameters of the token request, one `name=value` per line. @throws ActionError input_invalid */
export function parseTokenParameters({ token_parameters: text = '' }: Inputs): TokenParameter[] {
  return linesOf(text).map(({ number, name, value }) => {
    // The line itself may be a secret, so the message contains only its number.
    if (value === undefined || !/^[A-Za-z0-9_.-]+$/.test(name)) {
      throw invalid('token_parameters', `must have one name=value per line, and line ${number} is different`);
    }
    const input = inputNames().find((known) => known === name.toLowerCase());
    const own = input === undefined || OTHER_MEANING.includes(input) ? undefined : `\`${input}\``;
    const instead = INSTEAD.get(name.toLowerCase()) ?? own;
    if (instead !== undefined) {
      throw invalid('token_parameters', `must not contain \`${name}\` (line ${number})`, `Set ${instead} instead`);
    }
    return [name, value];
  });
}

/** Lists the values whose names say that they are secret. */
export function secretTokenParameters(text: string): string[] {
  const isSecret = (name: string) => /secret|password|token(?!_type)|key|code|pin|assertion/i.test(name);
  return linesOf(text).flatMap(({ name, value = '' }) => (isSecret(name) ? [value] : []));
}

/** Splits the text into lines that are not blank, at the first `=` of each. */
function linesOf(text: string) {
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    const [name = '', ...value] = line.split('=');
    const rest = value.length === 0 ? undefined : value.join('=').trim();
    return line.trim() === '' ? [] : [{ number: index + 1, name: name.trim(), value: rest }];
  });
}
