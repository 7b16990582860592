import { generateKeyPairSync } from 'node:crypto';
import {
  exampleProject,
  exampleWriter,
  ksuid,
  type Owner,
  secret,
  startChariot,
} from '../../../emulator/chariot/index.js';
import { startGitHubIdTokens } from '../../../emulator/github/id-tokens.js';
import { exampleCredential, exampleDescartesLabs, exampleEarthOne, startIam } from '../../../emulator/iam/index.js';
import { generateSigningKey } from '../../../emulator/jwt.js';
import {
  exampleBackend,
  exampleDataClarity,
  exampleUser,
  type RealmClient,
  startRealm,
} from '../../../emulator/realm/index.js';
import { PASSWORD, REGISTRY_PASSWORD, S3_KEY } from './act-job.js';

const PEM = { type: 'pkcs8', format: 'pem' } as const;
const BACKEND_SECRET = 'example-backend-client-secret';
const signing = generateSigningKey('RS256', 'example-key');

/** Secrets that the examples use, by name, in addition to those of the example project. */
export const MORE_SECRETS = {
  'api key': 'example-api-key-4711',
  'db-ca': 'example-certificate-authority-0815',
  'cluster-config':
    'apiVersion: v1\nkind: Config\nusers: [{ name: ci, user: { token: example-cluster-token-0815 } }]\n',
  'deploy-key': 'example-deploy-key-0815',
  keystore: Buffer.from('the bytes of a keystore').toString('base64'),
  'npm-token': 'npm_exampletoken4711',
  'pypi-netrc': 'machine pypi.example.com login ci password example-pypi-password\n',
  'registry-token': 'example-registry-token-0815',
  'tls-key': generateKeyPairSync('ed25519').privateKey.export(PEM).toString(),
  'train-one': 'example-train-value-4711',
};
/** The password in the second project. */
export const TARGET_PASSWORD = 'another horse, another battery';
/** The password of the second registry. */
export const QUAY_PASSWORD = 'example-quay-password';

const target: Owner = {
  kind: 'project',
  id: ksuid(1_722_800_001, 'target'),
  settings: [secret('db-password', TARGET_PASSWORD)],
};
const source: Owner = {
  ...exampleProject,
  settings: [
    ...exampleProject.settings,
    secret('quay', { server: 'quay.io', username: 'robot', password: QUAY_PASSWORD }),
    ...Object.entries(MORE_SECRETS).map(([name, value]) => secret(name, value)),
  ],
};

/** Every secret that no log of an example may show, except tokens. */
export const ALL_SECRETS: readonly string[] = [
  exampleWriter.clientSecret,
  BACKEND_SECRET,
  exampleCredential.refreshToken,
  PASSWORD,
  REGISTRY_PASSWORD,
  S3_KEY,
  TARGET_PASSWORD,
  QUAY_PASSWORD,
  'example-cluster-token-0815',
  'example-pypi-password',
  ...Object.entries(MORE_SECRETS).flatMap(([name, value]) => (/tls|netrc|config/.test(name) ? [] : [value])),
  MORE_SECRETS['tls-key'].split('\n')[1] ?? '',
];

const signed: RealmClient = {
  clientId: 'example-signed',
  authentication: { kind: 'private_key_jwt', keys: [signing.jwk] },
  serviceAccount: 'enabled',
};

/** The emulated servers of one run, and the settings of a repository that uses them. */
export interface ExampleServers {
  readonly secrets: Readonly<Record<string, string>>;
  readonly vars: Readonly<Record<string, string>>;
  readonly flags: readonly string[];
  /** The routes of all requests so far, in order of their names. */
  requests(): readonly string[];
  /** All tokens so far, in the order of issue. */
  tokens(): readonly string[];
  close(): Promise<void>;
}

/** Starts a Chariot with two projects, a Keycloak, a DataClarity, Descartes Labs, EarthOne, and the ID tokens of GitHub. */
export async function startExampleServers(): Promise<ExampleServers> {
  const github = await startGitHubIdTokens();
  const federated: RealmClient = {
    clientId: 'example-federated',
    authentication: { kind: 'federated', provider: 'github', subject: github.subject },
    serviceAccount: 'enabled',
  };
  const roles = { [source.id]: 'Writer', [target.id]: 'Writer' } as const;
  const chariot = await startChariot({ clients: [{ ...exampleWriter, roles }], owners: [source, target] });
  const realm = await startRealm({
    clients: [exampleBackend, signed, federated],
    identityProviders: [{ alias: 'github', issuer: github.issuer, keys: github.keys }],
    scopes: ['orders:read'],
  });
  const dataclarity = await startRealm(exampleDataClarity);
  const descarteslabs = await startIam(exampleDescartesLabs);
  const earthone = await startIam(exampleEarthOne);
  const servers = [github, chariot, realm, dataclarity, descarteslabs, earthone];
  return {
    secrets: {
      CHARIOT_CLIENT_SECRET: exampleWriter.clientSecret,
      KEYCLOAK_CLIENT_SECRET: BACKEND_SECRET,
      CLIENT_SECRET: BACKEND_SECRET,
      SIGNING_KEY: signing.privateKey.export(PEM).toString(),
      DATACLARITY_PASSWORD: exampleUser.password,
      DESCARTESLABS_CLIENT_SECRET: exampleCredential.refreshToken,
      EARTHONE_CLIENT_SECRET: exampleCredential.refreshToken,
    },
    vars: {
      CHARIOT_URL: chariot.url,
      CHARIOT_CLIENT_ID: exampleWriter.clientId,
      CHARIOT_PROJECT_ID: source.id,
      SOURCE_PROJECT_ID: source.id,
      TARGET_PROJECT_ID: target.id,
      KEYCLOAK_URL: realm.url,
      KEYCLOAK_REALM: 'example',
      KEYCLOAK_CLIENT_ID: exampleBackend.clientId,
      ISSUER: realm.issuer,
      TOKEN_URL: `${realm.issuer}/protocol/openid-connect/token`,
      DATACLARITY_URL: dataclarity.url,
      DATACLARITY_TENANT: exampleDataClarity.name,
      DATACLARITY_USERNAME: exampleUser.username,
      DESCARTESLABS_URL: descarteslabs.url,
      DESCARTESLABS_CLIENT_ID: exampleCredential.clientId,
      EARTHONE_URL: earthone.url,
      EARTHONE_CLIENT_ID: exampleCredential.clientId,
      API_URL: 'https://api.example.com',
      PGHOST: 'db.example.com',
    },
    flags: Object.entries(github.variables).map(([name, value]) => `--env=${name}=${value}`),
    requests: () => servers.flatMap((server) => server.requests.map(({ route }) => route ?? 'unknown')).toSorted(),
    tokens: () => [
      ...chariot.issuedTokens,
      ...realm.issuedTokens(),
      ...dataclarity.issuedTokens(),
      ...descarteslabs.issuedTokens,
      ...earthone.issuedTokens,
      ...github.issuedTokens,
    ],
    close: async () => {
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}
