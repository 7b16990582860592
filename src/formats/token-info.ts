import { ActionError } from '../errors.js';
import { codeOf, isRecord } from '../json.js';
import { quote } from '../untrusted-text.js';

/** The name of the file in the step's folder; the client may write other files there. */
export const TOKEN_INFO_FILE = 'token_info.json';

/** The content of a `token_info.json` of the Python client; every member is optional. */
export interface TokenInfo {
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
  readonly refreshToken: string | undefined;
  readonly token: string | undefined;
  /** As in a token request: separated by blanks. */
  readonly scope: string | undefined;
}

/** Reads the JSON of a token_info; undefined if the text is not a JSON object. */
function parseTokenInfo(text: string): TokenInfo | undefined {
  try {
    const members: unknown = JSON.parse(text);
    return isRecord(members) ? tokenInfoOf(members) : undefined;
  } catch {
    return undefined;
  }
}

/** Reads the text that the platform's web page shows: base64url of the same JSON; undefined for any other text. */
export function parsePastedTokenInfo(text: string): TokenInfo | undefined {
  return /^[A-Za-z0-9+/_-]+={0,2}$/.test(text)
    ? parseTokenInfo(Buffer.from(text, 'base64url').toString('utf8'))
    : undefined;
}

/** Lists the secrets of a token_info, which are masked as soon as the file is read. */
export function secretsOfTokenInfo(info: Omit<TokenInfo, 'clientId' | 'scope'>): string[] {
  const { clientSecret, refreshToken, token } = info;
  return [clientSecret, refreshToken, token].filter((secret) => secret !== undefined);
}

type WrittenTokenInfo = Pick<TokenInfo, 'scope'> & Readonly<Record<'clientId' | 'refreshToken' | 'token', string>>;

/** Writes a token_info.json that the Python client can read and use for a refresh; the file contains the scope as a list. */
export function formatTokenInfo({ clientId, refreshToken, token, scope }: WrittenTokenInfo): string {
  return JSON.stringify({
    client_id: clientId,
    client_secret: refreshToken,
    refresh_token: refreshToken,
    jwt_token: token,
    scope: scope?.split(/\s+/),
  });
}

function tokenInfoOf(members: Readonly<Record<string, unknown>>): TokenInfo {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const scope = members['scope'];
  return {
    clientId: text(members['client_id']),
    clientSecret: text(members['client_secret']),
    refreshToken: text(members['refresh_token']),
    // Older clients wrote the second name, and newer clients prefer the first.
    token: text(members['JWT_TOKEN']) ?? text(members['jwt_token']),
    scope: Array.isArray(scope) && scope.length > 0 ? scope.map(String).join(' ') : text(scope),
  };
}

/** Reads a token_info.json; `who` is the start of a message: the input or variable with the path. @throws ActionError input_invalid */
export function readTokenInfoFile(path: string, who: string, readFile: (path: string) => string): TokenInfo {
  const info = parseTokenInfo(readTextFile(path, who, readFile));
  if (info === undefined) {
    throw new ActionError(
      'input_invalid',
      `${who} names a file that is not a token_info.json: its content is not a JSON object.`,
    );
  }
  return info;
}

function readTextFile(path: string, who: string, readFile: (path: string) => string): string {
  try {
    return readFile(path);
  } catch (cause) {
    const what = `${who} names a file that cannot be read: ${quote(path)} (${codeOf(cause)})`;
    const advice = 'Relative paths start at the workspace; check that this job has the file';
    throw new ActionError('input_invalid', what, { cause, advice });
  }
}

/** A token_info.json that is written for the Python client. */
export interface TokenInfoFile {
  readonly path: string;
  /** The variable with the path, which the client reads. */
  readonly variable: string;
  /** The token variable, if an earlier step left one: the client would prefer it to the file. */
  readonly stale: string | undefined;
  /** Variables of the job from which the client reads its credentials instead. */
  readonly rivals: readonly string[];
}
