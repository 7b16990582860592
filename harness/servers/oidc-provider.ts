import { createServer, type RequestListener, type Server } from 'node:http';
import Provider, { type Adapter, type AdapterPayload, type ClientMetadata, type Configuration } from 'oidc-provider';
import { generateSigningKey, type JwtAlgorithm, type SigningKey } from '../../emulator/jwt.js';
import { type ProviderRecord, recordRequests } from '../jobs/oidc-provider-job.js';

/** A client that logs in with a secret. */
export interface SecretClient {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A client that logs in with a signed assertion. */
export interface KeyClient {
  readonly clientId: string;
  readonly key: SigningKey;
}

/** A running `oidc-provider`: a certified server from another project. */
export interface RunningProvider {
  readonly issuer: string;
  readonly tokenUrl: string;
  readonly clients: {
    readonly post: SecretClient;
    /** Form-encoding changes its ID and secret. */
    readonly basic: SecretClient;
    /** One for each algorithm. */
    readonly signed: Readonly<Record<JwtAlgorithm, KeyClient>>;
    /** Sends its secret in the body; may use refresh tokens, each of them once. */
    readonly refreshing: SecretClient;
  };
  readonly record: ProviderRecord;
  /** Issues a refresh token to the client `refreshing`, as after a login in a browser. */
  issueRefreshToken(scope?: string): Promise<string>;
  close(): Promise<void>;
}

const ALGORITHMS: readonly JwtAlgorithm[] = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const ACCOUNT = 'jane';
const MACHINE = { grant_types: ['client_credentials'], redirect_uris: [], response_types: [], scope: 'openid api' };
const BROWSER = {
  grant_types: ['authorization_code', 'refresh_token'],
  redirect_uris: ['https://app.example.com/callback'],
  response_types: ['code' as const],
};

/** Starts an `oidc-provider` on the loopback address. */
export async function startOidcProvider(): Promise<RunningProvider> {
  const clients = makeClients();
  // The issuer contains the port, so the server listens before the provider exists.
  const server = createServer();
  const issuer = `http://127.0.0.1:${await listen(server)}`;
  const provider = new Provider(issuer, configure(clients));
  const record = recordRequests(provider);
  const answer: RequestListener = provider.callback();
  server.on('request', answer);
  return {
    issuer,
    tokenUrl: `${issuer}/token`,
    clients,
    record,
    issueRefreshToken: (scope = 'openid offline_access') => issueRefreshToken(provider, clients.refreshing, scope),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function makeClients(): RunningProvider['clients'] {
  const signed = (alg: JwtAlgorithm) => ({ clientId: `signed ${alg}`, key: generateSigningKey(alg, `key-${alg}`) });
  return {
    post: { clientId: 'post', clientSecret: 'post-client-secret' },
    // Every character that RFC 6749 appendix A.2 allows in a secret; this server rejects others, such as an é.
    basic: { clientId: 'basic:client', clientSecret: `:/+% !"#$&'()*,-.;<=>?@[\\]^_\`{|}~aZ09` },
    signed: { RS256: signed('RS256'), PS256: signed('PS256'), ES256: signed('ES256'), EdDSA: signed('EdDSA') },
    refreshing: { clientId: 'refreshing', clientSecret: 'refreshing-client-secret' },
  };
}

function configure({ post, basic, signed, refreshing }: RunningProvider['clients']): Configuration {
  const withSecret = (
    { clientId, clientSecret }: SecretClient,
    method: 'client_secret_post' | 'client_secret_basic',
  ) => ({
    client_id: clientId,
    client_secret: clientSecret,
    token_endpoint_auth_method: method,
  });
  const withKey = ({ clientId, key }: KeyClient): ClientMetadata => ({
    ...MACHINE,
    client_id: clientId,
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: key.alg,
    jwks: { keys: [{ ...key.jwk, kty: String(key.jwk['kty']) }] },
  });
  const ownKey = generateSigningKey('ES256', 'own');
  const clients: readonly ClientMetadata[] = [
    { ...MACHINE, ...withSecret(post, 'client_secret_post') },
    { ...MACHINE, ...withSecret(basic, 'client_secret_basic') },
    ...Object.values(signed).map(withKey),
    { ...BROWSER, ...withSecret(refreshing, 'client_secret_post') },
  ];
  return {
    // The provider copies clients of its configuration by structuredClone. In jest, such copies are not plain objects.
    adapter: createAdapter(clients),
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    scopes: ['openid', 'offline_access', 'api'],
    jwks: {
      keys: [{ ...ownKey.privateKey.export({ format: 'jwk' }), kty: 'EC', kid: 'own', alg: 'ES256', use: 'sig' }],
    },
    clientAuthMethods: ['client_secret_post', 'client_secret_basic', 'private_key_jwt'],
    enabledJWA: { clientAuthSigningAlgValues: [...ALGORITHMS] },
    features: {
      clientCredentials: { enabled: true },
      revocation: { enabled: true, allowedPolicy: (_context, client, token) => token.clientId === client.clientId },
      devInteractions: { enabled: false },
    },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    rotateRefreshToken: true,
    ttl: { ClientCredentials: 600, AccessToken: 600, RefreshToken: 3600, Grant: 3600, IdToken: 600 },
    cookies: { keys: ['example-cookie-key'] },
  };
}

async function issueRefreshToken(provider: Provider, { clientId }: SecretClient, scope: string): Promise<string> {
  const client = await provider.Client.find(clientId);
  if (client === undefined) throw new Error(`No client "${clientId}".`);
  const grant = new provider.Grant({ accountId: ACCOUNT, clientId });
  grant.addOIDCScope(scope);
  const grantId = await grant.save();
  const about = { accountId: ACCOUNT, client, grantId, scope, gty: 'authorization_code' };
  return new provider.RefreshToken({ ...about, expiresWithSession: false, authTime: 0 }).save();
}

// The memory adapter of the package would also work, but it prints a warning at each start.
function createAdapter(clients: readonly ClientMetadata[]): (model: string) => Adapter {
  const rows = new Map<string, AdapterPayload>(clients.map((client) => [`Client ${client.client_id}`, { ...client }]));
  return (model) => {
    const key = (id: string) => `${model} ${id}`;
    return {
      upsert: async (id, payload) => void rows.set(key(id), payload),
      find: async (id) => rows.get(key(id)),
      findByUserCode: async () => undefined,
      findByUid: async () => undefined,
      consume: async (id) => void rows.set(key(id), { ...rows.get(key(id)), consumed: Math.floor(Date.now() / 1000) }),
      destroy: async (id) => void rows.delete(key(id)),
      async revokeByGrantId(grantId) {
        for (const [row, payload] of rows) if (payload.grantId === grantId) rows.delete(row);
      },
    };
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The server has no port.'));
      else resolve(address.port);
    });
  });
}
