import { endpoint } from '../answers.js';
import { ActionError } from '../errors.js';
import { type Inputs, invalid } from '../inputs/inputs.js';
import { parseBaseUrl, parseWholeUrl } from '../inputs/urls.js';
import { parseBoolean, parseId, parseRequired } from '../inputs/values.js';
import type { ServerMetadata } from '../oauth/discovery.js';
import type { Platform, ServerForm } from '../platforms/platform.js';
import { quote } from '../untrusted-text.js';

/** Where the server is. */
export interface Address {
  /** What the platform's paths lie below, and what messages name. */
  readonly url: URL;
  /** The server's name for itself, which is the audience of what is made for it; undefined with `token_url` alone. */
  readonly issuer: string | undefined;
  /** Undefined when the issuer must be asked first. */
  readonly metadata: ServerMetadata | undefined;
}

/**
 * Reads where the server is, from the inputs that the platform has for it.
 *
 * @throws ActionError input_missing, input_invalid, input_conflict, endpoint_insecure
 */
export function parseAddress(inputs: Inputs, { server }: Platform): Address {
  switch (server.by) {
    case 'url':
      return belowUrl(inputs, server);
    case 'tenant':
      return ofRealm(inputs, server.prefix);
    case 'issuer':
      return ofIssuer(inputs);
  }
}

function belowUrl(inputs: Inputs, server: ServerForm & { readonly by: 'url' }): Address {
  const url =
    inputs.url === undefined && server.fallback !== undefined
      ? new URL(server.fallback)
      : parseBaseUrl(inputs, 'url', parseBoolean(inputs, 'allow_http'));
  const userEndpoint = server.userPath === undefined ? undefined : endpoint(url, server.userPath);
  return { url, issuer: undefined, metadata: { tokenEndpoint: endpoint(url, server.tokenPath), userEndpoint } };
}

function ofRealm(inputs: Inputs, prefix: string): Address {
  const base = parseBaseUrl(inputs, 'url', parseBoolean(inputs, 'allow_http'));
  parseRequired(inputs, 'tenant', 'it is the realm, whose name stands in the addresses of its pages behind /realms/');
  const tenant = parseId(inputs, 'tenant') ?? '';
  if (tenant.includes('..')) {
    throw invalid('tenant', `is not the name of a realm: ${quote(tenant)} has ".." in it`);
  }
  if (/\/realms(?:\/|$)/.test(base.pathname)) {
    throw invalid('url', 'must end before /realms/; the name of the realm goes into `tenant`');
  }
  const root = base.pathname === '/' ? endpoint(base, `${prefix}/`) : base;
  const url = endpoint(root, `/realms/${encodeURIComponent(tenant)}`);
  const openid = (name: string) => endpoint(url, `/protocol/openid-connect/${name}`);
  const metadata = {
    tokenEndpoint: openid('token'),
    userEndpoint: openid('userinfo'),
    revocationEndpoint: openid('revoke'),
    logoutEndpoint: openid('logout'),
  };
  return { url, issuer: url.href, metadata };
}

function ofIssuer(inputs: Inputs): Address {
  const { issuer, token_url: tokenUrl } = inputs;
  if (issuer !== undefined && tokenUrl !== undefined) {
    throw new ActionError(
      'input_conflict',
      'The inputs `issuer` and `token_url` are given, but the one gives the other.',
    );
  }
  if (issuer !== undefined) {
    if (/[?#]/.test(issuer)) {
      throw invalid('issuer', 'must not have a query or a fragment (RFC 8414 section 2)');
    }
    // Kept as it is written: the server's own name for itself is compared with it, character by character.
    return { url: parseWholeUrl(inputs, 'issuer'), issuer, metadata: undefined };
  }
  if (tokenUrl === undefined) {
    throw new ActionError('input_missing', 'There is no server to ask: give `issuer` or `token_url`.');
  }
  const url = parseWholeUrl(inputs, 'token_url');
  return { url, issuer: undefined, metadata: { tokenEndpoint: url, userEndpoint: undefined } };
}
