import { ActionError } from '../errors.js';

/** One input of action.yml, as the runner and the documents must treat it. */
export interface InputDeclaration {
  /** Its value is a secret: masked before anything else happens, never shown in a message; `content`: unless it is a path; `key`: if there is one in it. */
  readonly secret?: true | 'content' | 'key';
  /** Taken as it is: a blank at an end may belong to it. */
  readonly verbatim?: boolean;
  /** The value that an empty one stands for; equal to the default in action.yml. */
  readonly fallback?: string;
}

/** Every input; action.yml and the README list the same. */
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
  grant_type: {},
  client_authentication: {},
  signing_key: { secret: 'content' },
  signing_key_password: { secret: true, verbatim: true },
  signing_key_id: {},
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

export type InputName = keyof typeof INPUTS;

/** The inputs as the workflow gave them, trimmed; an empty one is absent. */
export type Inputs = Readonly<Partial<Record<InputName, string>>>;

/** The names of all inputs. */
export function inputNames(): InputName[] {
  return Object.keys(INPUTS).filter((name): name is InputName => name in INPUTS);
}

/** Whether the blanks around the value of an input belong to it. */
export function isVerbatimInput(name: InputName): boolean {
  const declaration: InputDeclaration = INPUTS[name];
  return declaration.verbatim === true;
}

/** The value of an input, or what an empty one stands for. */
export function inputValue(inputs: Inputs, name: InputName): string {
  const declaration: InputDeclaration = INPUTS[name];
  return inputs[name] ?? declaration.fallback ?? '';
}

/** The error for an input whose value cannot be used; the reason completes "The input `x` …". */
export function invalid(name: InputName, reason: string): ActionError {
  return new ActionError('input_invalid', `The input \`${name}\` ${reason}.`);
}
