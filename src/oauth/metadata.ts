import { answerError, codeOfStatus, type Exchange, isSuccess, readJson } from '../answers.js';
import { ActionError } from '../errors.js';
import { isRecord } from '../json.js';
import { quote } from '../untrusted-text.js';

/** What is known about a server before the login; the terms are those of RFC 8414 section 2. */
export interface ServerMetadata {
  readonly tokenEndpoint: URL;
  /** Returns the owner of a token; undefined if the server has no such endpoint. */
  readonly userEndpoint: URL | undefined;
  /** Revokes a token (RFC 7009); undefined without such an endpoint, or if its address is not safe. */
  readonly revocationEndpoint?: URL | undefined;
  /** Ends a session by its refresh token; only Keycloak has this endpoint. */
  readonly logoutEndpoint?: URL | undefined;
  /** Documents of the issuer that are not read yet: one of them may contain the endpoint that revokes. */
  readonly unread?: readonly string[] | undefined;
  /** `token_endpoint_auth_methods_supported`; undefined without discovery, or if the metadata does not contain it. */
  readonly authMethods?: readonly string[] | undefined;
  /** `token_endpoint_auth_signing_alg_values_supported`; undefined likewise. */
  readonly signingAlgorithms?: readonly string[] | undefined;
}

/** The issuer of the metadata, whether TLS verifies its certificate, and whether the client presents a certificate. */
export interface MetadataSource {
  readonly issuer: string;
  readonly verified: boolean;
  readonly mutual: boolean;
}

/** Reads one document of an issuer. @throws ActionError as `discover` */
export function readMetadata(source: MetadataSource, exchange: Exchange): ServerMetadata {
  const { issuer } = source;
  if (!isSuccess(exchange.response)) {
    const code = codeOfStatus(exchange.response, 'endpoint_not_found');
    const advice = 'Set `issuer` to the exact name of the issuer, or set `token_url` instead';
    throw answerError(code, exchange, code === 'server_failed' ? {} : { advice });
  }
  const body = readJson(exchange);
  const members = isRecord(body) ? body : {};
  const named = members['issuer'];
  if (named !== issuer) {
    const shown = typeof named === 'string' ? quote(named) : 'an unnamed issuer';
    throw answerError('issuer_mismatch', exchange, { what: `with the metadata of ${shown}, not of ${quote(issuer)}` });
  }
  // A client with a certificate uses these endpoints, since the usual ones may not request it (RFC 8705 section 5).
  const aliases = source.mutual ? members['mtls_endpoint_aliases'] : undefined;
  const endpoints: Readonly<Record<string, unknown>> = isRecord(aliases) ? { ...members, ...aliases } : members;
  const tokenEndpoint = readEndpoint(endpoints['token_endpoint'], source, exchange);
  if (tokenEndpoint === undefined) {
    throw answerError('response_invalid', exchange, { what: 'with metadata without a usable token_endpoint' });
  }
  return {
    tokenEndpoint,
    userEndpoint: readEndpoint(endpoints['userinfo_endpoint'], source, exchange),
    revocationEndpoint: readSafeEndpoint(endpoints['revocation_endpoint'], source),
    authMethods: readList(members['token_endpoint_auth_methods_supported']),
    signingAlgorithms: readList(members['token_endpoint_auth_signing_alg_values_supported']),
  };
}

/** Reads an endpoint; returns undefined if the metadata contains none. @throws ActionError endpoint_insecure */
function readEndpoint(value: unknown, source: MetadataSource, { request }: Exchange): URL | undefined {
  const url = readUrl(value);
  if (url === undefined || isSafe(url, source)) {
    return url;
  }
  const isHttps = new URL(source.issuer).protocol === 'https:';
  const doubt = isHttps ? 'whose certificate is not verified' : 'which uses plain http';
  const why = url.protocol === 'https:' ? `on another host than the issuer, ${doubt}` : 'not an https address';
  const shown = quote(url.origin === 'null' ? url.protocol : url.origin);
  const message = `${request.purpose} failed: the metadata of ${quote(source.issuer)} contains the endpoint ${shown}, ${why}`;
  const advice = 'Set `token_url`, or ask the administrator of the server to correct its metadata';
  throw new ActionError('endpoint_insecure', message, { title: 'The metadata of the issuer is not safe', advice });
}

/** Reads an endpoint, but only if it is safe to use. */
function readSafeEndpoint(value: unknown, source: MetadataSource): URL | undefined {
  const url = readUrl(value);
  return url !== undefined && isSafe(url, source) ? url : undefined;
}

/**
 * Tells whether an endpoint may receive credentials.
 *
 * Large providers use another host for it. That is as trustworthy as the TLS of the metadata: over plain http, or without
 * verification, anyone could have written the address.
 */
function isSafe(endpoint: URL, { issuer, verified }: MetadataSource): boolean {
  const { origin, protocol } = new URL(issuer);
  return endpoint.origin === origin || (verified && protocol === 'https:' && endpoint.protocol === 'https:');
}

function readUrl(value: unknown): URL | undefined {
  return typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
}

function readList(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
}
