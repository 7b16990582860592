import type { ActionError, ErrorCode, LineResult } from '../errors.js';
import type { Variables } from '../machine/environment.js';

/** Writes the expression for a secret of the repository. */
export function secret(name: string): string {
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

/** Returns a text to copy that corrects an error: commands, or lines of the workflow; undefined if there is none. */
export function snippetFor({ code, copy, lines }: ActionError, variables: Variables): string | undefined {
  const isHelpful = code !== 'id_token_unavailable' || variables['ACT'] !== 'true';
  const snippet = copy ?? correctedLines(lines) ?? (isHelpful ? SNIPPETS[code] : undefined);
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
