import { type Inputs, inputNames, isSecretInput } from './inputs.js';
import { userPasswords } from './masks.js';

/** Every text of the inputs that is a secret, and every `user:password` that an Authorization header would encode. */
export function secretsIn(inputs: Inputs): string[] {
  const given = inputNames().flatMap((name) => (inputs[name] === undefined ? [] : [{ name, text: inputs[name] }]));
  const secrets = given.filter(({ name, text }) => isSecretInput(name, text));
  const users = given.filter(({ name }) => name === 'client_id' || name === 'username');
  const pairs = userPasswords([...users, ...secrets].map(({ name, text }) => ({ path: [name], text })));
  return [...secrets.map(({ text }) => text), ...pairs];
}
