import { randomBytes } from 'node:crypto';
import type { JwtClaims } from '../jwt.js';

/** The client id whose token request has other members. Source: descarteslabs-python, `Auth`. */
export const LEGACY_CLIENT_ID = 'ZOBAi4UROl5gKZIpxxlwOEfx8KpqXf2c';

/** A long-lived credential. Its client secret is the refresh token. */
export interface IamCredential {
  readonly clientId: string;
  readonly refreshToken: string;
  /** Whether the credential was revoked on the web page. */
  readonly revoked?: boolean;
  /** The claims of its tokens, except `aud`, `iat` and `exp`. */
  readonly claims: JwtClaims;
}

/** The data and the options of an emulated IAM service. */
export interface IamService {
  readonly credentials: readonly IamCredential[];
  /** Whether the service accepts the legacy client id: Descartes Labs does, EarthOne does not. */
  readonly legacyClientId: boolean;
  /** The members that contain the token. Default: `access_token`, or `id_token` for the legacy client id. */
  readonly tokenIn?: readonly ('access_token' | 'id_token')[];
  readonly audienceAsList: boolean;
  readonly tokenLifetimeSeconds: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** A credential of a user with an organization and groups. */
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

/** A credential with the legacy client id, claims without a prefix, and no user id. */
export const exampleLegacyCredential: IamCredential = {
  clientId: LEGACY_CLIENT_ID,
  refreshToken: 'example-legacy-refresh-token',
  claims: { sub: 'asdf', name: 'Jane', email: 'jane@example.com', org: 'example', groups: ['public'] },
};

/** The IAM service of Descartes Labs. */
export const exampleDescartesLabs: IamService = {
  credentials: [exampleCredential, exampleLegacyCredential],
  legacyClientId: true,
  audienceAsList: false,
  tokenLifetimeSeconds: 3600,
  now: () => Date.now(),
};

/** The IAM service of EarthOne, the successor of Descartes Labs. */
export const exampleEarthOne: IamService = {
  ...exampleDescartesLabs,
  credentials: [exampleCredential],
  legacyClientId: false,
};

/** Makes the text that the web page shows: a credential as JSON in base64url. Source: descarteslabs-python, cli.py. */
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
