import { randomBytes } from 'node:crypto';
import type { JwtClaims } from '../jwt.js';

/** The client id that has a request of its own. Source: descarteslabs-python, `Auth`. */
export const LEGACY_CLIENT_ID = 'ZOBAi4UROl5gKZIpxxlwOEfx8KpqXf2c';

/** A long-lived credential; the client secret is the refresh token. */
export interface IamCredential {
  readonly clientId: string;
  readonly refreshToken: string;
  /** Switched off on the web page. */
  readonly revoked?: boolean;
  /** What the tokens say beside `aud`, `iat` and `exp`. */
  readonly claims: JwtClaims;
}

/** All that an emulated IAM service knows. */
export interface IamService {
  readonly credentials: readonly IamCredential[];
  /** Descartes Labs knows the legacy client id, EarthOne does not. */
  readonly legacyClientId: boolean;
  /** The members that hold the token; by default `access_token`, and `id_token` for the legacy client id. */
  readonly tokenIn?: readonly ('access_token' | 'id_token')[];
  readonly audienceAsList: boolean;
  readonly tokenLifetimeSeconds: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** A credential of a person with an organization and groups. */
export const exampleCredential: IamCredential = {
  clientId: 'example-client-id',
  refreshToken: 'example-refresh-token',
  claims: {
    sub: 'google-oauth2|0123456789',
    earthdaily__dl__userid: '3d7bf4b0b1f4e6283e5cbeaadddbc6de6f16dea1',
    earthdaily__dl__email: 'Jane@Example.com',
    earthdaily__dl__org: 'example',
    earthdaily__dl__groups: ['public', 'example:research', 'example:org-admin', 'other:research'],
  },
};

/** A credential of the legacy client id, with plain claims and no user id. */
export const exampleLegacyCredential: IamCredential = {
  clientId: LEGACY_CLIENT_ID,
  refreshToken: 'example-legacy-refresh-token',
  claims: { sub: 'asdf', name: 'Jane', email: 'jane@example.com', org: 'example', groups: ['public'] },
};

/** The service of Descartes Labs. */
export const exampleDescartesLabs: IamService = {
  credentials: [exampleCredential, exampleLegacyCredential],
  legacyClientId: true,
  audienceAsList: false,
  tokenLifetimeSeconds: 3600,
  now: () => Date.now(),
};

/** The service of EarthOne, its successor. */
export const exampleEarthOne: IamService = {
  ...exampleDescartesLabs,
  credentials: [exampleCredential],
  legacyClientId: false,
};

/** Makes the text that the web page hands out: a credential as base64url of JSON. Source: descarteslabs-python, cli.py. */
export function webPageText({ clientId, refreshToken }: IamCredential, url: string): string {
  const id = randomBytes(16).toString('hex');
  const text = {
    client_id: clientId,
    client_secret: refreshToken,
    id,
    name: 'ci',
    revoke_url: `${url}/auth/credentials/revoke/${id}`,
  };
  return Buffer.from(JSON.stringify(text)).toString('base64url');
}
