import { formatMinute } from '../json.js';
import type { Masker } from '../masking/masker.js';
import type { Session } from '../session/session.js';
import type { Settings } from '../settings/settings.js';
import type { Redact } from '../untrusted-text.js';
import { firstPieces, type Name, nameAsCode, pathAsCode } from './html.js';

/** The most optional requests that are named. */
const MOST_ABSENT = 100;

/** Describes who logged in and how, and where the token is now. */
export function loginSentence({ login, user }: Session, settings: Settings, { redact }: Masker): string {
  const { url, tokenVariable, tokenInfoFile, exportEnv, plan, platform, credentials } = settings;
  const server = pathAsCode(url.origin, redact);
  if (login.kind === 'certificate') {
    return `Connected to ${server} with the client certificate as the only credential, without a token.`;
  }
  const source = {
    requested: `Logged in to ${server}${credentials === undefined ? '' : whoIn(credentials, redact)}.`,
    shared: `Used the token that an earlier step got from ${server}.`,
    supplied: `Used the supplied token for ${server}, without a login.`,
  }[login.kind];
  const variable = tokenVariable ?? (exportEnv ? tokenInfoFile?.variable : undefined);
  const place =
    variable === undefined
      ? `is only in the output ${nameAsCode('bearer_token', redact)}`
      : `is in ${tokenInfoFile === undefined ? '' : 'the file of '}${nameAsCode(variable, redact)}`;
  const { expiresAt } = login.token;
  const expiry = expiresAt === undefined ? 'its expiry is not known' : `expires ${formatMinute(expiresAt)}`;
  const shown = platform.whoami.shown.map((member) => user?.[member]).filter((value) => typeof value === 'string');
  const owner = shown.length === 0 ? '' : ` The token belongs to ${nameAsCode(shown[0] ?? '', redact)}.`;
  return `${source} The token ${plan ? 'is not exported' : place} and ${expiry}.${owner}`;
}

/** Names the user or the client, and the scope and audience of a login. */
function whoIn({ grant, clientId, scope, audience }: NonNullable<Settings['credentials']>, redact: Redact): string {
  const parts = [
    ['as the user', grant.type === 'password' ? grant.username : undefined],
    ['with the client', clientId],
    ['for the scope', scope],
    ['for the audience', audience],
  ] as const;
  return parts.map(([what, text]) => (text === undefined ? '' : ` ${what} ${nameAsCode(text, redact)}`)).join('');
}

/** Lists the optional requests for which nothing was found. */
export function absentSentence({ fetched }: Session, { secretRequests }: Settings, name: Name): string[] {
  const found = new Set(fetched.results.map(({ match }) => match.request));
  const missing = secretRequests.filter((request) => request.optional && !found.has(request));
  const texts = missing.map(({ text }) => name(text));
  return missing.length === 0 ? [] : [`Optional, and not there: ${firstPieces(texts, MOST_ABSENT).join(', ')}`];
}

/** Counts the Secrets of the owner that no line names. */
export function unusedSentence({ fetched: { unnamed = 0 } }: Session, { owner }: Settings): string[] {
  const [what, verb] = unnamed === 1 ? ['Secret', 'is'] : ['Secrets', 'are'];
  return unnamed === 0 || owner === undefined
    ? []
    : [`${unnamed} more ${what} of this ${owner.kind} ${verb} not used by this step.`];
}
