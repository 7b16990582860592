/** Inputs that are always secret, written from action.yml and not from the code. */
const SECRET = [
  'client_secret',
  'password',
  'refresh_token',
  'token_info',
  'bearer_token',
  'signing_key_password',
  'pkcs12_password',
  'private_key_password',
];

/** Inputs that are secret unless they are a path; a short value is one. */
const SECRET_OR_PATH = ['signing_key', 'private_key', 'pkcs12'];
const LONGEST_PATH = 100;

/** Parameters of a token request whose values are secret, by a part of the name. */
const SECRET_PARAMETER = /^[^=]*(?:secret|password|token(?!_type)|key|code|pin|assertion)[^=]*=(.*)$/gim;

/** The inputs of a step by their names in action.yml. */
export type GivenInputs = Readonly<Record<string, string>>;

/** Lists every secret in the inputs of a step. */
export function secretsInInputs(inputs: GivenInputs): string[] {
  const parameters = [...(inputs['token_parameters'] ?? '').matchAll(SECRET_PARAMETER)];
  return [
    ...SECRET.map((name) => inputs[name] ?? ''),
    ...SECRET_OR_PATH.map((name) => inputs[name] ?? '').filter(({ length }) => length > LONGEST_PATH),
    ...parameters.map(([, value = '']) => value.trim()),
  ].filter((text) => text !== '');
}

/** Lists the texts in the inputs of a step that a reader of the workflow knows. */
export function publicInputs(inputs: GivenInputs): string[] {
  const secret = [...SECRET, ...SECRET_OR_PATH, 'token_parameters', 'certificate'];
  return Object.entries(inputs).flatMap(([name, text]) => (secret.includes(name) ? [] : [text]));
}
