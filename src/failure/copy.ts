import type { ActionError, ErrorCode, LineResult } from '../errors.js';
import type { Variables } from '../machine/environment.js';
import type { Settings } from '../settings/settings.js';

function secret(name: string): string {
  return `$\{{ secrets.${name} }}`;
}

const SET_SECRET = 'gh secret set YOUR_SECRET_NAME --repo {repository}';

/** What to copy for each code, if one text fits every case of it. */
const SNIPPETS: Readonly<Partial<Record<ErrorCode, string>>> = {
  invalid_client: SET_SECRET,
  invalid_grant: SET_SECRET,
  unauthorized_client: SET_SECRET,
  invalid_token: SET_SECRET,
  token_expired: SET_SECRET,
  id_token_unavailable: 'permissions:\n  contents: read\n  id-token: write',
  endpoint_insecure: 'allow_http: true',
  deadline_exceeded: 'timeout_seconds: 300',
  certificate_required: `pkcs12: ${secret('CLIENT_PKCS12')}\npkcs12_password: ${secret('CLIENT_PKCS12_PASSWORD')}`,
};

/** Tells whether a stored secret may be the cause of an error: not if the server rejected something that the run made itself. */
function isAboutStored({ code }: ActionError, settings: Settings | undefined): boolean {
  if (settings?.credentials === undefined || settings.bearerToken !== undefined) {
    return true;
  }
  const { clientAuthentication, grant } = settings.credentials;
  const isStored =
    'clientSecret' in clientAuthentication || grant.type === 'password' || grant.type === 'refresh_token';
  return isStored && code !== 'invalid_token';
}

/** Returns a text to copy that corrects an error: commands, or lines of the workflow; undefined if there is none. */
export function snippetFor(
  error: ActionError,
  variables: Variables,
  settings: Settings | undefined,
): string | undefined {
  const known = SNIPPETS[error.code];
  const isHelpful =
    known === SET_SECRET
      ? isAboutStored(error, settings)
      : error.code !== 'id_token_unavailable' || variables['ACT'] !== 'true';
  const snippet = error.copy ?? correctedLines(error.lines) ?? (isHelpful ? known : undefined);
  return snippet?.replaceAll('{repository}', variables['GITHUB_REPOSITORY'] ?? 'OWNER/REPOSITORY');
}

/**
 * Writes the input `secrets` with its corrected lines, if each wrong line has a correction.
 *
 * A single line is written alone: the error may be about one of many lines, and the other ones must stay in the input.
 */
function correctedLines(lines: readonly LineResult[]): string | undefined {
  const isKnown = lines.every(({ isWrong, instead }) => !isWrong || instead.length > 0);
  const written = lines.flatMap(({ text, instead }) => (instead.length > 0 ? instead : text));
  const all = lines.length > 1 ? ['secrets: |', ...written.map((line) => `  ${line}`)] : written;
  return lines.length > 0 && isKnown ? all.join('\n') : undefined;
}
