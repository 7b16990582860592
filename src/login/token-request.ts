import { type Parameter, proveClient } from '../oauth/client-authentication.js';
import type { Presentation } from '../oauth/client-proof.js';
import type { Grant } from '../oauth/credentials.js';
import type { Platform } from '../platforms/platform.js';
import type { HttpRequest, Repeat } from '../ports.js';

/** Builds the request for a token; the credentials are in the body or a header, never in the URL (RFC 6749 section 3.2). */
export function buildTokenRequest(platform: Platform, url: URL, attempt: Presentation): HttpRequest {
  const isForm = platform.tokenRequest.format === 'form';
  const { parameters, headers } = isForm ? formParts(attempt) : jsonParts(platform, attempt);
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
    repeat: grantRetryRule(platform, attempt),
    purpose: `The login to ${platform.title}`,
  };
}

/** A refusal of a password counts towards a lock-out; a second use of a refresh token that rotates ends its session. */
function grantRetryRule(platform: Platform, { credentials: { grant } }: Presentation): Repeat {
  if (grant.type === 'refresh_token' && platform.reusesRefreshToken !== true) {
    return 'unsent';
  }
  return grant.type === 'password' ? 'unanswered' : 'always';
}

interface Parts {
  readonly parameters: readonly Parameter[];
  readonly headers: Readonly<Record<string, string>>;
}

function formParts({ credentials, subjectToken, clientAssertion }: Presentation): Parts {
  const proof = proveClient(credentials, clientAssertion);
  const grant = grantParameters(credentials.grant, subjectToken ?? '');
  const wanted = [...optional('scope', credentials.scope), ...optional('audience', credentials.audience)];
  return { parameters: [...grant, ...wanted, ...proof.parameters], headers: proof.headers };
}

/** @see https://www.rfc-editor.org/rfc/rfc6749#section-4 */
function grantParameters(grant: Grant, subjectToken: string): Parameter[] {
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
        ['subject_token', subjectToken],
        ['subject_token_type', 'urn:ietf:params:oauth:token-type:id_token'],
      ];
    case 'urn:ietf:params:oauth:grant-type:jwt-bearer':
      return [type, ['assertion', subjectToken]];
  }
}

/** What Descartes Labs' client sends (class Auth, `_get_token`), which is no form and has no client authentication. */
function jsonParts({ tokenRequest }: Platform, { credentials, id }: Presentation): Parts {
  const { clientId = '', grant, scope } = credentials;
  const refreshToken = grant.type === 'refresh_token' ? grant.refreshToken : '';
  const legacy = tokenRequest.format === 'json' ? tokenRequest.legacyClient : undefined;
  const parameters: Parameter[] =
    clientId === legacy?.id
      ? [
          ['scope', scope ?? legacy.scope],
          ['client_id', clientId],
          ['grant_type', 'urn:ietf:params:oauth:grant-type:jwt-bearer'],
          ['target', clientId],
          ['api_type', 'app'],
          ['refresh_token', refreshToken],
        ]
      : [
          ['client_id', clientId],
          ['grant_type', grant.type],
          ['refresh_token', refreshToken],
          ...optional('scope', scope),
        ];
  return { parameters, headers: { 'x-request-group': id.replaceAll('-', '') } };
}

function optional(name: string, value: string | undefined): Parameter[] {
  return value === undefined ? [] : [[name, value]];
}

function copy([name, value]: Parameter): [string, string] {
  return [name, value];
}
