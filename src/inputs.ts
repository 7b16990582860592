import { ActionError } from './errors.js';
import { quote } from './foreign-text.js';

/** One input of action.yml, as the runner and the documents must treat it. */
interface InputDeclaration {
  /** Its value is a secret: masked before anything else happens, never shown in a message. */
  readonly secret?: boolean;
  /** The value that an empty one stands for; equal to the default in action.yml. */
  readonly fallback?: string;
}

/** Every input; action.yml and the README list the same. */
export const INPUTS = {
  url: {},
  client_id: {},
  client_secret: { secret: true },
  bearer_token: { secret: true },
  project_id: {},
  organization_id: {},
  user_id: {},
  secrets: {},
  export_env: { fallback: 'true' },
  token_variable: {},
  allow_http: { fallback: 'false' },
  timeout_seconds: { fallback: '120' },
} as const satisfies Record<string, InputDeclaration>;

export type InputName = keyof typeof INPUTS;

/** The inputs as the workflow gave them, trimmed; an empty one is absent. */
export type Inputs = Readonly<Partial<Record<InputName, string>>>;

/** Whether the value of an input is a secret. */
export function isSecretInput(name: InputName): boolean {
  const declaration: InputDeclaration = INPUTS[name];
  return declaration.secret === true;
}

/** The value of an input, or what an empty one stands for. */
export function inputValue(inputs: Inputs, name: InputName): string {
  const declaration: InputDeclaration = INPUTS[name];
  return inputs[name] ?? declaration.fallback ?? '';
}

/** @throws ActionError input_missing */
export function parseRequired(inputs: Inputs, name: InputName, why: string): string {
  const value = inputs[name];
  if (value === undefined) {
    throw new ActionError('input_missing', `The input \`${name}\` is empty: ${why}.`);
  }
  return value;
}

/** Reads `true` or `false` in any of YAML's spellings. @throws ActionError input_invalid */
export function parseBoolean(inputs: Inputs, name: InputName): boolean {
  const value = inputValue(inputs, name);
  if (/^(true|True|TRUE)$/.test(value)) {
    return true;
  }
  if (/^(false|False|FALSE)$/.test(value)) {
    return false;
  }
  throw invalid(name, `must be true or false, not ${quote(value)}`);
}

/** Reads a whole number of seconds, at least 1. @throws ActionError input_invalid */
export function parseSeconds(inputs: Inputs, name: InputName): number {
  const value = inputValue(inputs, name);
  // setTimeout takes anything beyond 2^31 ms for 1 ms; no job lives longer than some days.
  const most = 24 * 60 * 60;
  if (/^[0-9]{1,6}$/.test(value) && Number(value) >= 1 && Number(value) <= most) {
    return Number(value);
  }
  throw invalid(name, `must be a whole number of seconds from 1 to ${most}, not ${quote(value)}`);
}

/**
 * Reads a base URL: a bare host means https, a path stays, its last slash goes.
 *
 * @throws ActionError input_invalid, endpoint_insecure
 */
export function parseBaseUrl(inputs: Inputs, name: 'url', allowHttp: boolean): URL {
  const value = parseRequired(inputs, name, 'it is the address of the platform, such as https://chariot.example.com');
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `https://${value}`;
  if (/[\s\\]|^https?:\/\/https?:/i.test(text) || !URL.canParse(text)) {
    throw invalid(name, 'is not a URL; write it as https://chariot.example.com');
  }
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw invalid(name, `must start with https://, not ${quote(`${url.protocol}//`)}`);
  }
  if (url.username !== '' || url.password !== '') {
    throw invalid(name, 'must not hold a user name or password; give credentials in their own inputs');
  }
  if (/[?#]/.test(text)) {
    throw invalid(
      name,
      'must not have a query or a fragment; give only the address, such as https://chariot.example.com',
    );
  }
  if (url.protocol === 'http:' && !allowHttp && !isLoopback(url.hostname)) {
    const message = `The input \`${name}\` is ${quote(url.origin)}: over plain http everyone on the way can read the credentials.`;
    throw new ActionError('endpoint_insecure', message);
  }
  url.pathname = url.pathname.replace(/\/+$/, '');
  return url;
}

/** Reads an id that becomes one segment of a path; its form is not published. @throws ActionError input_invalid */
export function parseId(inputs: Inputs, name: InputName): string | undefined {
  const value = inputs[name];
  if (value !== undefined && (/[/?#\p{Cc}]/u.test(value) || !value.isWellFormed() || /^\.{1,2}$/.test(value))) {
    throw invalid(name, `is not an id: ${quote(value)} holds a character that no id has`);
  }
  return value;
}

/** The error for an input whose value cannot be used; the reason completes "The input `x` …". */
export function invalid(name: InputName, reason: string): ActionError {
  return new ActionError('input_invalid', `The input \`${name}\` ${reason}.`);
}

/** Whether a host never leaves this machine (RFC 5735, RFC 4291, RFC 6761). */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.[0-9]{1,3}){3}$/.test(hostname);
}
