import { codeOfStatus, type Exchange, isSuccess } from '../answers.js';
import type { HttpRequest, Ports } from '../ports.js';
import { isPage } from '../server-words.js';
import { quote } from '../untrusted-text.js';
import { type MetadataSource, readMetadata, type ServerMetadata } from './metadata.js';

/** The addresses of documents with metadata, as plain JSON. */
export type Documents = MetadataSource & { readonly urls: readonly string[] };

/**
 * Requests the metadata of an issuer, from the first of its documents that exists.
 *
 * @throws ActionError endpoint_not_found, issuer_mismatch, endpoint_insecure, response_invalid, server_failed
 * @see https://www.rfc-editor.org/rfc/rfc8414#section-3
 */
export async function discover(source: MetadataSource, ports: Ports): Promise<ServerMetadata> {
  const { issuer } = source;
  const [first, ...others] = wellKnownUrls(issuer);
  let exchange = await requestMetadata(first, ports);
  let unread = others;
  for (const url of others) {
    if (isMissing(exchange)) {
      exchange = await requestMetadata(url, ports);
      unread = unread.slice(1);
    }
  }
  const metadata = readMetadata(source, exchange);
  for (const endpoint of [metadata.tokenEndpoint, metadata.userEndpoint, metadata.revocationEndpoint]) {
    if (endpoint !== undefined && endpoint.origin !== new URL(issuer).origin) {
      ports.log.info(`The metadata of ${quote(issuer)} contains an endpoint on another host: ${endpoint.origin}.`);
    }
  }
  return metadata.revocationEndpoint === undefined ? { ...metadata, unread } : metadata;
}

/** Why a token is not revoked if no document contains an endpoint for it. */
export const NO_ENDPOINT = 'the metadata of the server contains no `revocation_endpoint`';

/**
 * Finds the revocation endpoint in the first document that contains one: some servers publish it only in the document of RFC 8414.
 *
 * @throws ActionError as `discover`
 */
export async function findRevocationEndpoint({ urls, ...source }: Documents, ports: Ports): Promise<URL | undefined> {
  for (const url of urls) {
    const found = endpointIn(await requestMetadata(url, ports), source);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

/** Returns the revocation endpoint in a document; some servers answer every path, and not with their metadata. */
function endpointIn(exchange: Exchange, source: MetadataSource): URL | undefined {
  if (isMissing(exchange)) {
    return undefined;
  }
  try {
    return readMetadata(source, exchange).revocationEndpoint;
  } catch (error) {
    if (isSuccess(exchange.response)) {
      return undefined;
    }
    throw error;
  }
}

/**
 * Returns where metadata may be: OpenID Connect Discovery section 4 appends its path, RFC 8414 section 3.1 inserts its own.
 *
 * Servers that are mounted below a path also append the path of RFC 8414 (django-oauth-toolkit, urls.py).
 */
export function wellKnownUrls(issuer: string): readonly [openid: string, ...oauth: string[]] {
  const { origin, pathname } = new URL(issuer);
  const path = pathname.replace(/\/$/, '');
  const name = '/.well-known/oauth-authorization-server';
  const oauth = new Set([`${origin}${name}${path}`, `${origin}${path}${name}`]);
  return [`${origin}${path}/.well-known/openid-configuration`, ...oauth];
}

async function requestMetadata(url: string, ports: Ports): Promise<Exchange> {
  const headers = { accept: 'application/json' };
  const request: HttpRequest = { method: 'GET', url: new URL(url), headers, purpose: 'The discovery of the server' };
  return { request, response: await ports.send(request) };
}

/** Tells whether a response contains no metadata: a refusal that is not a server failure, or a page for every path. */
function isMissing({ response }: Exchange): boolean {
  const code = codeOfStatus(response, 'endpoint_not_found');
  return isSuccess(response) ? isPage(response) : code !== 'server_failed';
}
