import { generateKeyPairSync, randomBytes } from 'node:crypto';

/** A text that people store as one Secret, and that a program reads as a whole. */
export interface StoredText {
  readonly name: string;
  readonly text: string;
  /** The lines of it that no log may show; of a document in JSON, the values. */
  readonly secrets: readonly string[];
}

const { privateKey } = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});

const keyLines = privateKey.trim().split('\n').slice(1, -1);
const token = randomBytes(24).toString('base64url');
const password = `p@ss;w|rd ${token.slice(0, 8)}`;

/** The fields of the service account. */
export const ACCOUNT = {
  type: 'service_account',
  project_id: 'example-project',
  private_key_id: randomBytes(20).toString('hex'),
  private_key: privateKey,
  client_email: 'deployer@example-project.iam.example.com',
  token_uri: 'https://oauth2.example.com/token',
};

/** The token of the kubeconfig, as its only user. */
export const KUBE_TOKEN = token;

/** The variables of the `.env` file, as a shell reads them. */
export const ENV_VARIABLES = {
  DB_HOST: 'db.internal',
  DB_PASSWORD: `it is $${token}, "quoted"`,
  DB_NOTE: `two words # ${token}`,
  DB_KEY: privateKey,
  EMPTY: '',
};

/** The parameters of the JDBC URL. */
export const JDBC_PARAMETERS = { user: 'deployer', password, sslmode: 'require' };

const kubeconfig = `apiVersion: v1
kind: Config
clusters:
- name: production
  cluster:
    server: https://kubernetes.example.com:6443
    certificate-authority-data: ${Buffer.from(privateKey).toString('base64')}
users:
- name: deployer
  user:
    token: "${token}"
contexts:
- {name: production, context: {cluster: production, user: deployer}}
current-context: production
`;

const envFile = `# The database
DB_HOST=${ENV_VARIABLES.DB_HOST}
export DB_PASSWORD='${ENV_VARIABLES.DB_PASSWORD}'

DB_NOTE="${ENV_VARIABLES.DB_NOTE}"
DB_KEY="${ENV_VARIABLES.DB_KEY}"
EMPTY=
`;

const linesWith = (text: string, part: string) => text.split('\n').filter((line) => line.includes(part));
const jdbcUrl = `jdbc:postgresql://db.internal:5432/app?${new URLSearchParams(JDBC_PARAMETERS)}`;

/** The five kinds of texts; none of them is one word in one line. */
export const STORED_TEXTS = {
  account: {
    name: 'the JSON of a service account',
    text: `${JSON.stringify(ACCOUNT, null, 2)}\n`,
    secrets: [ACCOUNT.private_key_id, ...keyLines],
  },
  kubeconfig: { name: 'a kubeconfig', text: kubeconfig, secrets: linesWith(kubeconfig, token) },
  key: { name: 'a PEM key', text: privateKey, secrets: keyLines },
  envFile: { name: 'a .env file', text: envFile, secrets: [...linesWith(envFile, token), ...keyLines.slice(1)] },
  jdbc: { name: 'a JDBC URL', text: jdbcUrl, secrets: [jdbcUrl] },
} as const satisfies Readonly<Record<string, StoredText>>;
