import { errorBody, readJson } from '../answers.js';
import { isTakenOnce, type Presentation, preparePresentation } from '../oauth/client-proof.js';
import type { Credentials } from '../oauth/credentials.js';
import { discover } from '../oauth/discovery.js';
import type { MetadataSource, ServerMetadata } from '../oauth/metadata.js';
import type { AccessToken } from '../oauth/token.js';
import type { Ports } from '../ports.js';
import type { Settings } from '../settings/settings.js';
import { untrusted } from '../untrusted-text.js';
import { lifetimeOf, noticeShortLifetime } from './lifetime.js';
import { isRefusal, loginRefusal } from './refusal.js';
import { buildTokenRequest } from './token-request.js';
import {
  type IssuedTokens,
  issuedTokens,
  parseTokenResponse,
  responseRemarks,
  tokenSecrets,
} from './token-response.js';

/** What a server issued to this run, and what the post step needs to revoke it; the login may still be rejected. */
export interface IssuedLogin extends IssuedTokens {
  readonly kind: 'requested';
  readonly metadata: ServerMetadata;
  /** The credentials as negotiated with the server. */
  readonly credentials: Credentials;
}

/** A login with a token that this run requested. */
export type RequestedLogin = IssuedLogin & { readonly token: AccessToken };

/** Saves what a server issued, in the same turn of the event loop in which the response is received. */
export type Keep = (issued: IssuedLogin) => void;

/** Returns where the metadata of the server is, and how far it can be trusted. */
export function metadataSource({ issuer, url, security }: Settings): MetadataSource {
  return { issuer: issuer ?? url.href, verified: security.verify, mutual: security.identity !== undefined };
}

/** Names the user or the client of a login, as the end of a sentence. */
export function identityOf({ grant, clientId }: Credentials): string {
  const name = grant.type === 'password' ? grant.username : clientId;
  return name === undefined ? ' with the ID token of this workflow' : ` as ${untrusted(name)}`;
}

type LoginRequest = Settings & { readonly credentials: Credentials };

/**
 * Requests a token, and keeps what the server issues before anything can reject the response.
 *
 * @throws ActionError id_token_unavailable, or the reason why the server rejected the login
 */
export async function requestToken(settings: LoginRequest, ports: Ports, keep?: Keep): Promise<RequestedLogin> {
  const { platform, issuer, credentials } = settings;
  const metadata = settings.metadata ?? (await discover(metadataSource(settings), ports));
  const prepare = () => preparePresentation(credentials, metadata, ports);
  const build = (presented: Presentation) => buildTokenRequest(platform, metadata.tokenEndpoint, presented);
  const presentation = await prepare();
  const request = {
    ...build(presentation),
    ...(isTakenOnce(presentation) ? { renew: async () => build(await prepare()) } : {}),
  };
  const response = await ports.send(request);
  const exchange = { request, response };
  const answered = errorBody(response);
  ports.mask(tokenSecrets(answered));
  const context = { platform, now: ports.now(), grant: credentials.grant.type };
  const { credentials: negotiated } = presentation;
  const login = { kind: 'requested', metadata, credentials: negotiated, ...issuedTokens(answered, context) } as const;
  if (login.token !== undefined || login.refresh !== undefined) {
    keep?.(login);
  }
  if (isRefusal(response, platform)) {
    throw loginRefusal(exchange, platform, { ...presentation, issuer });
  }
  const token = parseTokenResponse(readJson(exchange), exchange, context);
  responseRemarks(answered, credentials, platform).forEach(ports.log.info);
  ports.log.info(`Logged in to ${platform.title}${identityOf(credentials)}; ${lifetimeOf(token)}.`);
  noticeShortLifetime(token, ports.log);
  return { ...login, token };
}
