import type { Presentation } from '../oauth/client-proof.js';
import type { Grant, Parameter } from '../oauth/credentials.js';
import type { Platform } from '../platforms/platform.js';
import type { HttpRequest, Repeat } from '../ports.js';

/** Builds the request for a token; its credentials are in the body or a header, never in the URL (RFC 6749 section 3.2). */
export function buildTokenRequest(platform: Platform, url: URL, presentation: Presentation): HttpRequest {
  const isForm = platform.tokenRequest.format === 'form';
  const { parameters, headers } = isForm ? formParts(presentation) : jsonParts(platform, presentation);
  return {
    method: 'POST',
    url,
    headers: {
      accept: 'application/json',
      'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
      ...headers,
    },
    body: isForm
      ? new URLSearchParams([...parameters].map(copy)).toString()
      : JSON.stringify(Object.fromEntries(parameters)),
    repeat: repeatRule(platform, presentation),
    purpose: `The login to ${platform.title}`,
  };
}

/** A rejected password counts towards a lock-out. A second use of a refresh token that rotates ends its session. */
function repeatRule(platform: Platform, { credentials: { grant } }: Presentation): Repeat {
  if (grant.type === 'refresh_token' && platform.reusesRefreshToken !== true) {
    return 'unsent';
  }
  return grant.type === 'password' ? 'unanswered' : 'always';
}

interface Parts {
  readonly parameters: readonly Parameter[];
  readonly headers: Readonly<Record<string, string>>;
}

function formParts({ credentials, subjectToken, proof }: Presentation): Parts {
  const { grant, scope, audience, parameters = [] } = credentials;
  const requested = [...optional('scope', scope), ...optional('audience', audience), ...parameters];
  const granted = grantParameters(grant, subjectToken);
  return { parameters: [...granted, ...requested, ...proof.parameters], headers: proof.headers };
}

/** Builds the parameters of a grant. @see https://www.rfc-editor.org/rfc/rfc6749#section-4 */
function grantParameters(grant: Grant, subjectToken: string | undefined): Parameter[] {
  const type: Parameter = ['grant_type', grant.type];
  switch (grant.type) {
    case 'client_credentials':
      return [type];
    case 'password':
      return [type, ['username', grant.username], ['password', grant.password]];
    case 'refresh_token':
      return [type, ['refresh_token', grant.refreshToken]];
    case 'urn:ietf:params:oauth:grant-type:token-exchange':
      return [
        type,
        ...optional('subject_token', subjectToken),
        ['subject_token_type', 'urn:ietf:params:oauth:token-type:id_token'],
      ];
    case 'urn:ietf:params:oauth:grant-type:jwt-bearer':
      return [type, ...optional('assertion', subjectToken)];
  }
}

/** Builds what Descartes Labs' client sends (class Auth, `_get_token`): JSON, without client authentication. */
function jsonParts({ tokenRequest }: Platform, { credentials, subjectToken, id }: Presentation): Parts {
  const { clientId, grant, scope } = credentials;
  const legacy = tokenRequest.format === 'json' ? tokenRequest.legacyClient : undefined;
  const parameters = [...optional('client_id', clientId), ...grantParameters(grant, subjectToken)];
  const changes: Parameter[] =
    legacy === undefined || clientId !== legacy.id
      ? optional('scope', scope)
      : [
          ['grant_type', 'urn:ietf:params:oauth:grant-type:jwt-bearer'],
          ['target', clientId],
          ['api_type', 'app'],
          ['scope', scope ?? legacy.scope],
        ];
  // A later parameter replaces an earlier one of the same name.
  return { parameters: [...parameters, ...changes], headers: { 'x-request-group': id.replaceAll('-', '') } };
}

function optional(name: string, value: string | undefined): Parameter[] {
  return value === undefined ? [] : [[name, value]];
}

function copy([name, value]: Parameter): [string, string] {
  return [name, value];
}
