import { ActionError } from '../errors.js';
import { isRecord } from '../json.js';
import { quote } from '../untrusted-text.js';

/** The file in the step's folder; the client may leave others beside it. */
export const TOKEN_INFO_FILE = 'token_info.json';

/** What a `token_info.json` of the Python client may hold; all of it is optional. */
export interface TokenInfo {
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
  readonly refreshToken: string | undefined;
  readonly token: string | undefined;
  /** As it is sent: separated by blanks. */
  readonly scope: string | undefined;
}

/** Reads the JSON of a token_info; undefined for what is none. */
export function parseTokenInfo(text: string): TokenInfo | undefined {
  try {
    const members: unknown = JSON.parse(text);
    return isRecord(members) ? tokenInfoOf(members) : undefined;
  } catch {
    return undefined;
  }
}

/** Reads the text that the platform's web page hands out: base64url of the same JSON; undefined for what is none. */
export function parsePastedTokenInfo(text: string): TokenInfo | undefined {
  return /^[A-Za-z0-9+/_-]+={0,2}$/.test(text)
    ? parseTokenInfo(Buffer.from(text, 'base64url').toString('utf8'))
    : undefined;
}

/** The secrets of a token_info, to be masked as soon as it is read. */
export function secretsOfTokenInfo(info: Omit<TokenInfo, 'clientId' | 'scope'>): string[] {
  const { clientSecret, refreshToken, token } = info;
  return [clientSecret, refreshToken, token].filter((secret) => secret !== undefined);
}

/** Writes a token_info.json that the Python client reads and can refresh with; there the scope is a list. */
export function formatTokenInfo(info: {
  readonly clientId: string;
  readonly refreshToken: string;
  readonly token: string;
  readonly scope: string | undefined;
}): string {
  return JSON.stringify({
    client_id: info.clientId,
    client_secret: info.refreshToken,
    refresh_token: info.refreshToken,
    jwt_token: info.token,
    ...(info.scope === undefined ? {} : { scope: info.scope.split(/\s+/) }),
  });
}

function tokenInfoOf(members: Readonly<Record<string, unknown>>): TokenInfo {
  const text = (name: string) => {
    const value = members[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const scope = members['scope'];
  return {
    clientId: text('client_id'),
    clientSecret: text('client_secret'),
    refreshToken: text('refresh_token'),
    // Older clients wrote the second name, and the newer ones let it win.
    token: text('JWT_TOKEN') ?? text('jwt_token'),
    scope: Array.isArray(scope) && scope.length > 0 ? scope.map(String).join(' ') : text('scope'),
  };
}

/** Reads a text file. @throws Error of the file system */
type ReadText = (path: string) => string;

/** Reads a file of it; `who` is the input or variable that names it, as a message starts. @throws ActionError input_invalid */
export function readTokenInfoFile(path: string, who: string, readFile: ReadText): TokenInfo {
  const info = parseTokenInfo(readNamedFile(path, who, readFile));
  if (info === undefined) {
    throw new ActionError('input_invalid', `${who} names a file that is no JSON object, as token_info.json is one.`);
  }
  return info;
}

function readNamedFile(path: string, who: string, readFile: ReadText): string {
  try {
    return readFile(path);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new ActionError('input_invalid', `${who} names a file that cannot be read: ${quote(path)} (${why}).`, {
      cause: error,
    });
  }
}

/** A token_info.json to write for the Python client. */
export interface TokenInfoFile {
  readonly path: string;
  /** Variable that tells the client where it is. */
  readonly variable: string;
  /** Variable of the token, when an earlier step left one: it would win over the file. */
  readonly stale: string | undefined;
  /** Variables of the job from which the client takes its credentials instead. */
  readonly rivals: readonly string[];
}
