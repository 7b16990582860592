import { codeOfStatus, type Exchange, isPage, isSuccess } from '../answers.js';
import type { HttpRequest, Ports } from '../ports.js';
import { quote } from '../untrusted-text.js';
import { type MetadataSource, readMetadata, type ServerMetadata } from './metadata.js';

/** The addresses of documents with metadata, as plain JSON. */
export interface Documents extends MetadataSource {
  readonly urls: readonly string[];
}

/**
 * Requests the metadata of an issuer: at the path of OpenID Connect, then at that of RFC 8414.
 *
 * @throws ActionError endpoint_not_found, issuer_mismatch, endpoint_insecure, response_invalid, server_failed
 * @see https://www.rfc-editor.org/rfc/rfc8414#section-3
 */
export async function discover(source: MetadataSource, ports: Ports): Promise<ServerMetadata> {
  const { issuer } = source;
  const [openid, oauth] = wellKnownUrls(issuer);
  const first = await requestMetadata(openid, ports);
  const exchange = isMissing(first) ? await requestMetadata(oauth, ports) : first;
  const metadata = readMetadata(source, exchange);
  for (const endpoint of [metadata.tokenEndpoint, metadata.userEndpoint, metadata.revocationEndpoint]) {
    if (endpoint !== undefined && endpoint.origin !== new URL(issuer).origin) {
      ports.log.info(`The metadata of ${quote(issuer)} contains an endpoint on another host: ${endpoint.origin}.`);
    }
  }
  return exchange === first && metadata.revocationEndpoint === undefined
    ? { ...metadata, unread: [oauth.href] }
    : metadata;
}

/**
 * Finds the revocation endpoint in the first document that contains one: some servers publish it only at the path of RFC 8414.
 *
 * @throws ActionError as `discover`
 */
export async function findRevocationEndpoint({ urls, ...source }: Documents, ports: Ports): Promise<URL | undefined> {
  for (const url of urls) {
    const exchange = await requestMetadata(new URL(url), ports);
    const found = isMissing(exchange) ? undefined : readMetadata(source, exchange).revocationEndpoint;
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

/** Returns where metadata may be: OpenID Connect Discovery section 4 appends the path, RFC 8414 section 3.1 inserts it. */
export function wellKnownUrls(issuer: string): [openid: URL, oauth: URL] {
  const { origin, pathname } = new URL(issuer);
  const path = pathname.replace(/\/$/, '');
  return [
    new URL(`${origin}${path}/.well-known/openid-configuration`),
    new URL(`${origin}/.well-known/oauth-authorization-server${path}`),
  ];
}

async function requestMetadata(url: URL, ports: Ports): Promise<Exchange> {
  const headers = { accept: 'application/json' };
  const request: HttpRequest = { method: 'GET', url, headers, purpose: 'The discovery of the server' };
  return { request, response: await ports.send(request) };
}

/** Tells whether a response contains no metadata: a refusal that is not a server failure, or a page for every path. */
function isMissing({ response }: Exchange): boolean {
  const code = codeOfStatus(response, 'endpoint_not_found');
  return isSuccess(response) ? isPage(response) : code !== 'server_failed';
}
