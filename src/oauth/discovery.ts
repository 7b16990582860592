import { answerError, codeOfStatus, type Exchange, isPage, isSuccess, readJson } from '../answers.js';
import { ActionError } from '../errors.js';
import { isRecord } from '../json.js';
import type { HttpRequest, Ports } from '../ports.js';
import { quote } from '../untrusted-text.js';

/** What is known of a server before it is asked for a token; the names are those of RFC 8414 section 2. */
export interface ServerMetadata {
  readonly tokenEndpoint: URL;
  /** Where it says whom a token belongs to; undefined when it does not. */
  readonly userEndpoint: URL | undefined;
  /** Where it ends a token (RFC 7009); undefined when it does not, or not in a safe place. */
  readonly revocationEndpoint?: URL | undefined;
  /** Where it ends a session by its refresh token, which is Keycloak's own. */
  readonly logoutEndpoint?: URL | undefined;
  /** `token_endpoint_auth_methods_supported`; undefined when the server was not asked, or did not say. */
  readonly authMethods?: readonly string[] | undefined;
  /** `token_endpoint_auth_signing_alg_values_supported`; undefined likewise. */
  readonly signingAlgorithms?: readonly string[] | undefined;
}

/** Who is asked for metadata, whether TLS proves that it is who answers, and whether the client has a certificate to show. */
export interface MetadataSource {
  readonly issuer: string;
  readonly verified: boolean;
  readonly mutual?: boolean;
}

/**
 * Asks an issuer for its metadata: where OpenID Connect puts it, then where RFC 8414 does.
 *
 * @throws ActionError endpoint_not_found, issuer_mismatch, endpoint_insecure, response_invalid, server_failed
 * @see https://www.rfc-editor.org/rfc/rfc8414#section-3
 */
export async function discover(source: MetadataSource, ports: Ports): Promise<ServerMetadata> {
  const { issuer } = source;
  const [openid, oauth] = wellKnownUrls(issuer);
  const first = await ask(openid, ports);
  const exchange = isMissing(first) ? await ask(oauth, ports) : first;
  if (!isSuccess(exchange.response)) {
    const advice = 'Give the address that the server calls its issuer, or `token_url` in its place';
    throw answerError(codeOfStatus(exchange.response, 'endpoint_not_found'), exchange, { advice });
  }
  const metadata = readMetadata(source, exchange);
  for (const endpoint of [metadata.tokenEndpoint, metadata.userEndpoint, metadata.revocationEndpoint]) {
    if (endpoint !== undefined && endpoint.origin !== new URL(issuer).origin) {
      ports.log.info(`The issuer ${quote(issuer)} names an endpoint on another host: ${endpoint.origin}.`);
    }
  }
  return metadata;
}

/** OpenID Connect Discovery section 4 appends the well-known part; RFC 8414 section 3.1 puts it behind the host. */
export function wellKnownUrls(issuer: string): [openid: URL, oauth: URL] {
  const { origin, pathname } = new URL(issuer);
  const path = pathname.replace(/\/$/, '');
  return [
    new URL(`${origin}${path}/.well-known/openid-configuration`),
    new URL(`${origin}/.well-known/oauth-authorization-server${path}`),
  ];
}

async function ask(url: URL, ports: Ports): Promise<Exchange> {
  const request: HttpRequest = {
    method: 'GET',
    url,
    headers: { accept: 'application/json' },
    purpose: 'The discovery of the server',
  };
  return { request, response: await ports.send(request) };
}

/** Whether nothing is there: a refusal that is not the server's trouble, or the page that some answer to every path. */
function isMissing({ response }: Exchange): boolean {
  const code = codeOfStatus(response, 'endpoint_not_found');
  return isSuccess(response) ? isPage(response) : code !== 'server_failed';
}

function readMetadata(source: MetadataSource, exchange: Exchange): ServerMetadata {
  const { issuer } = source;
  const body = readJson(exchange);
  const members = isRecord(body) ? body : {};
  const named = members['issuer'];
  if (named !== issuer) {
    const shown = typeof named === 'string' ? quote(named) : 'nobody';
    const what = `as the metadata of ${shown}, not of ${quote(issuer)}`;
    throw answerError('issuer_mismatch', exchange, { what });
  }
  const endpoints = source.mutual === true ? { ...members, ...aliasesIn(members) } : members;
  const tokenEndpoint = readEndpoint(endpoints['token_endpoint'], source, exchange);
  if (tokenEndpoint === undefined) {
    throw answerError('response_invalid', exchange, { what: 'with metadata that has no usable token_endpoint' });
  }
  return {
    tokenEndpoint,
    userEndpoint: readEndpoint(endpoints['userinfo_endpoint'], source, exchange),
    revocationEndpoint: readSafeEndpoint(endpoints['revocation_endpoint'], source),
    authMethods: readList(members['token_endpoint_auth_methods_supported']),
    signingAlgorithms: readList(members['token_endpoint_auth_signing_alg_values_supported']),
  };
}

/** The endpoints for clients that show a certificate, where the usual ones would not ask for it (RFC 8705 section 5). */
function aliasesIn({ mtls_endpoint_aliases: aliases }: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return isRecord(aliases) ? { ...aliases } : {};
}

/**
 * Reads an endpoint of the metadata.
 *
 * Large providers have it on another host, which is as trustworthy as the TLS that the metadata came over; over plain
 * http, or without verification, anybody could have written it.
 *
 * @throws ActionError endpoint_insecure
 */
function readEndpoint(value: unknown, source: MetadataSource, { request }: Exchange): URL | undefined {
  if (typeof value !== 'string' || !URL.canParse(value)) {
    return undefined;
  }
  const endpoint = readSafeEndpoint(value, source);
  if (endpoint !== undefined) {
    return endpoint;
  }
  const { origin, protocol } = new URL(value);
  const isHttps = new URL(source.issuer).protocol === 'https:';
  const doubt = isHttps ? 'whose certificate is not verified' : 'which is plain http';
  const why = protocol === 'https:' ? `another host than the issuer, ${doubt}` : 'no address of https';
  const message = `${request.purpose} failed: ${quote(source.issuer)} names the endpoint ${quote(origin === 'null' ? protocol : origin)}, which is ${why}`;
  throw new ActionError('endpoint_insecure', message);
}

/** An endpoint of the metadata that may be used; undefined for none, and for one that anybody could have written. */
function readSafeEndpoint(value: unknown, { issuer, verified }: MetadataSource): URL | undefined {
  if (typeof value !== 'string' || !URL.canParse(value)) {
    return undefined;
  }
  const endpoint = new URL(value);
  const { origin, protocol } = new URL(issuer);
  const isProved = verified && protocol === 'https:' && endpoint.protocol === 'https:';
  return endpoint.origin === origin || isProved ? endpoint : undefined;
}

function readList(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
}
