/** What the action must know about an input of action.yml before it reads the value. */
export interface InputDeclaration {
  /**
   * Whether the value is a secret, which is masked before anything else happens and is in no message.
   * `content`: unless the value is a path. `key`: if the value contains a private key.
   */
  readonly secret?: true | 'content' | 'key';
  /** Whether the value is used unchanged: a blank at its start or end may be part of it. */
  readonly verbatim?: boolean;
  /** The value that an empty input has; equal to the default in action.yml. */
  readonly fallback?: string;
}

/** Every input; action.yml and the README list the same ones. */
export const INPUTS = {
  platform: { fallback: 'chariot' },
  url: {},
  tenant: {},
  issuer: {},
  token_url: {},
  client_id: {},
  client_secret: { secret: true },
  username: {},
  password: { secret: true, verbatim: true },
  refresh_token: { secret: true },
  token_info: { secret: true },
  token_info_path: {},
  write_token_info: { fallback: 'false' },
  bearer_token: { secret: true },
  leeway_seconds: {},
  scope: {},
  audience: {},
  token_parameters: {},
  grant_type: {},
  client_authentication: {},
  signing_key: { secret: 'content' },
  signing_key_password: { secret: true, verbatim: true },
  signing_key_id: {},
  assertion_audience: {},
  id_token_audience: {},
  project_id: {},
  organization_id: {},
  user_id: {},
  secrets: {},
  whoami: { fallback: 'false' },
  export_env: { fallback: 'true' },
  token_variable: {},
  plain_fields: {},
  rotate_after_days: { fallback: '0' },
  plan: { fallback: 'false' },
  revoke: { fallback: 'true' },
  token_cache: { fallback: 'false' },
  allow_http: { fallback: 'false' },
  pkcs12: { secret: 'content' },
  pkcs12_password: { secret: true, verbatim: true },
  certificate: { secret: 'key' },
  private_key: { secret: 'content' },
  private_key_password: { secret: true, verbatim: true },
  ca_certificate: {},
  tls_verify: { fallback: 'true' },
  timeout_seconds: { fallback: '120' },
  retries: { fallback: '5' },
  summary: { fallback: 'true' },
} as const satisfies Record<string, InputDeclaration>;

/** The name of an input. */
export type InputName = keyof typeof INPUTS;

/** An input that has a value even if the workflow sets none. */
export type DefaultedInput = {
  [Name in InputName]: (typeof INPUTS)[Name] extends { readonly fallback: string } ? Name : never;
}[InputName];

/** The inputs as the workflow sets them, trimmed; an empty one is absent. */
export type Inputs = Readonly<Partial<Record<InputName, string>>>;

/** Lists the names of all inputs. */
export function inputNames(): InputName[] {
  return Object.keys(INPUTS).filter((name): name is InputName => name in INPUTS);
}

/** Tells whether the value of an input is a secret, or may be one. */
export function isSecretName(name: InputName): boolean {
  const declaration: InputDeclaration = INPUTS[name];
  return declaration.secret !== undefined;
}

/** Tells whether blanks around the value of an input are part of the value. */
export function isVerbatimInput(name: InputName): boolean {
  const declaration: InputDeclaration = INPUTS[name];
  return declaration.verbatim === true;
}

/** Tells whether an input has a default. */
export function isDefaulted(name: InputName): name is DefaultedInput {
  return 'fallback' in INPUTS[name];
}

/** Returns the value of an input, or its default. */
export function inputValue(inputs: Inputs, name: DefaultedInput): string {
  return inputs[name] ?? INPUTS[name].fallback;
}
