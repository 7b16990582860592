import { endpoint } from '../answers.js';
import type { Inputs } from '../inputs/inputs.js';
import { parseBaseUrl, parseWholeUrl } from '../inputs/urls.js';
import { invalid, missing, parseId, parseRequired } from '../inputs/values.js';
import { wellKnownUrls } from '../oauth/discovery.js';
import type { ServerMetadata } from '../oauth/metadata.js';
import type { Platform, ServerForm } from '../platforms/platform.js';
import { quote } from '../untrusted-text.js';

/** The address of the server. */
export interface Address {
  /** The base of the platform's paths, which messages name. */
  readonly url: URL;
  /** The server's name for itself; undefined with `token_url` alone, and on platforms without metadata. */
  readonly issuer: string | undefined;
  /** Undefined if discovery must find the endpoints first. */
  readonly metadata: ServerMetadata | undefined;
  /** The default audience of a client assertion: the issuer if it is known, or else the token endpoint. */
  readonly assertionAudience: string;
}

/**
 * Reads the address of the server from the inputs that the platform uses for it.
 *
 * @throws ActionError input_missing, input_invalid, input_conflict, endpoint_insecure
 */
export function parseAddress(inputs: Inputs, { server }: Platform): Address {
  switch (server.by) {
    case 'url':
      return parseFixedPaths(inputs, server);
    case 'tenant':
      return parseRealm(inputs, server.prefix);
    case 'issuer':
      return parseIssuer(inputs);
  }
}

function parseFixedPaths(
  inputs: Inputs,
  { fallback, tokenPath, userPath }: ServerForm & { readonly by: 'url' },
): Address {
  const url = inputs.url === undefined && fallback !== undefined ? new URL(fallback) : parseBaseUrl(inputs);
  const tokenEndpoint = endpoint(url, tokenPath);
  const userEndpoint = userPath === undefined ? undefined : endpoint(url, userPath);
  return { url, issuer: undefined, metadata: { tokenEndpoint, userEndpoint }, assertionAudience: tokenEndpoint.href };
}

function parseRealm(inputs: Inputs, prefix: string): Address {
  const base = parseBaseUrl(inputs);
  const tenant = parseId('tenant', parseRequired(inputs, 'tenant', 'it is the name of the realm (after /realms/)'));
  if (tenant.includes('..')) {
    throw invalid('tenant', `is not the name of a realm: ${quote(tenant)} contains ".."`);
  }
  if (/\/realms(?:\/|$)/.test(base.pathname)) {
    throw invalid('url', 'must end before /realms/', 'Remove the rest, and set the name of the realm in `tenant`');
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
  return { url, issuer: url.href, metadata, assertionAudience: url.href };
}

function parseIssuer(inputs: Inputs): Address {
  const { issuer, token_url: tokenUrl } = inputs;
  if (issuer !== undefined && /[?#]/.test(issuer)) {
    throw invalid('issuer', 'must not have a query or a fragment (RFC 8414 section 2)');
  }
  const issuerUrl = issuer === undefined ? undefined : parseWholeUrl('issuer', issuer, inputs);
  if (tokenUrl !== undefined) {
    const url = parseWholeUrl('token_url', tokenUrl, inputs);
    const unread = issuer === undefined ? undefined : wellKnownUrls(issuer);
    const metadata = { tokenEndpoint: url, userEndpoint: undefined, unread };
    return { url, issuer, metadata, assertionAudience: issuer ?? tokenUrl };
  }
  if (issuer === undefined || issuerUrl === undefined) {
    throw missing('`issuer` or `token_url`', 'this platform has no default server');
  }
  // The text is kept unchanged: it is compared with the server's name for itself, character by character.
  return { url: issuerUrl, issuer, metadata: undefined, assertionAudience: issuer };
}
