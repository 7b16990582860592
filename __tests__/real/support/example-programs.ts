import { exampleCredential } from '../../../emulator/iam/index.js';
import { exampleBackend } from '../../../emulator/realm/index.js';
import { PASSWORD, REGISTRY_PASSWORD, S3_KEY } from './act-job.js';
import type { ExampleVerdict } from './example-run.js';
import { MORE_SECRETS, QUAY_PASSWORD, TARGET_PASSWORD } from './example-servers.js';

const TOKEN = { CHARIOT_TOKEN: '<token 0>' };
const KEY_FILE = { TLS_KEY_PATH: MORE_SECRETS['tls-key'] };
const TOKEN_INFO = JSON.stringify({
  client_id: exampleCredential.clientId,
  client_secret: exampleCredential.refreshToken,
  refresh_token: exampleCredential.refreshToken,
  jwt_token: '<token 0>',
});
const CURL = 'curl --fail --silent --header Authorization: Bearer <token 0>';
const auth = (login: string) => ({ auth: Buffer.from(login).toString('base64') });
const GHCR = { 'ghcr.io': auth(`octocat:${REGISTRY_PASSWORD}`) };
const BOTH = { ...GHCR, 'quay.io': auth(`robot:${QUAY_PASSWORD}`) };

/** The configuration of docker with these logins. */
const configOf = (auths: object) => ({ DOCKER_CONFIG: `${JSON.stringify({ auths }, null, 2)}\n` });

/** Returns the requests of one login to Chariot that decrypts this number of Secrets. */
export const decrypts = (count: number) => [...Array(count).fill('decrypt'), 'list', 'login'];

/** What an example starts, and the requests that reach the servers. */
export type Expected = Pick<ExampleVerdict, 'programs' | 'requests'> & {
  readonly vars?: Readonly<Record<string, string>>;
};

const registries = {
  ...TOKEN,
  ...configOf(BOTH),
  REGISTRY_AUTH_FILE: configOf(BOTH).DOCKER_CONFIG,
  AWS_SECRET_ACCESS_KEY: S3_KEY,
};
const terraform = {
  ...TOKEN,
  AWS_SECRET_ACCESS_KEY: S3_KEY,
  TF_TOKEN_app_terraform_io: MORE_SECRETS['registry-token'],
  TF_VAR_db_password: PASSWORD,
};

/** What each example starts, and the secrets that each program gets. */
export const EXPECTED: Readonly<Record<string, Expected>> = {
  'another-job.yml': {
    programs: [
      ['docker pull ghcr.io/example/base:latest', configOf(GHCR)],
      ['deploy.sh ghcr.io', { REGISTRY_PASSWORD }],
    ],
    requests: [...decrypts(1), ...decrypts(1)].toSorted(),
  },
  'chariot.yml': {
    programs: [
      ['migrate.sh', { PGPASSWORD: PASSWORD }],
      ['docker pull ghcr.io/octocat/app:latest', configOf(GHCR)],
      [`${CURL} <server>/api/identity/v2/users/me/`, TOKEN],
    ],
    requests: decrypts(2),
  },
  'composite-action.yml': {
    programs: [['deploy.sh', { DB_PASSWORD: PASSWORD, REGISTRY_PASSWORD }]],
    requests: decrypts(2),
  },
  'dataclarity.yml': {
    programs: [[`${CURL} <server>/dp/api/v1/aiconnections/types`, { DATACLARITY_TOKEN: '<token 0>' }]],
    requests: ['logout', 'token'],
  },
  'descarteslabs.yml': {
    programs: [
      ['pip install descarteslabs==3.2.2 setuptools<81', {}],
      [
        'python -c import descarteslabs.auth; print(descarteslabs.auth.Auth().payload["exp"])',
        { DESCARTESLABS_TOKEN: '<token 0>' },
      ],
    ],
    requests: ['token'],
  },
  'docker-build-secrets.yml': {
    programs: [
      [
        'docker build --secret id=npm,env=NPM_TOKEN --secret id=key,src=<folder>/TLS_KEY_PATH --tag example/app .',
        { ...KEY_FILE, NPM_TOKEN: MORE_SECRETS['npm-token'] },
      ],
    ],
    requests: decrypts(2),
  },
  'earthone.yml': {
    programs: [
      ['pip install earthdaily-earthone', {}],
      ['python compute.py', { EARTHONE_TOKEN_INFO_PATH: TOKEN_INFO }],
    ],
    requests: ['token'],
  },
  'files.yml': {
    programs: [
      [
        'migrate.sh',
        {
          ...TOKEN,
          ...KEY_FILE,
          API_KEY: MORE_SECRETS['api key'],
          DB_PASSWORD: PASSWORD,
          DOTENV_FILE: `DB_PASSWORD='${PASSWORD}'\nAPI_KEY='${MORE_SECRETS['api key']}'\n`,
          KEYSTORE: 'the bytes of a keystore',
        },
      ],
      [
        'docker run --rm --env-file <folder>/secrets.env-file example/app',
        {
          ...TOKEN,
          ...KEY_FILE,
          ENV_FILE: `TRAIN_ONE=${MORE_SECRETS['train-one']}\n`,
          KEYSTORE: 'the bytes of a keystore',
        },
      ],
    ],
    requests: decrypts(5),
  },
  'job-in-a-container.yml': {
    programs: [
      ['psql --command select 1', { PGPASSWORD: PASSWORD, PGSSLROOTCERT: MORE_SECRETS['db-ca'] }],
      ['psql --command select 1', { PGPASSWORD: PASSWORD, PGSSLROOTCERT: MORE_SECRETS['db-ca'] }],
    ],
    requests: [...decrypts(2), ...decrypts(2)].toSorted(),
  },
  'keycloak-client-secret.yml': {
    programs: [[`${CURL} https://api.example.com`, { API_TOKEN: '<token 0>' }]],
    requests: ['revoke', 'token'],
  },
  'keycloak.yml': {
    programs: [['deploy.sh', { API_TOKEN: '<token 0>' }]],
    requests: ['id-token', 'id-token', 'revoke', 'token'],
  },
  'kubectl.yml': {
    programs: ['kubectl apply --filename deployment.yml', 'kubectl rollout status deployment/app --timeout=5m'].map(
      (command) => [command, { KUBECONFIG: MORE_SECRETS['cluster-config'] }],
    ),
    requests: decrypts(1),
  },
  'login-in-the-background.yml': {
    programs: [
      ['npm ci --ignore-scripts', {}],
      ['deploy.sh', { DB_PASSWORD: PASSWORD }],
    ],
    requests: decrypts(1),
  },
  'long-job.yml': {
    programs: [
      ['build.sh', { API_TOKEN: '<token 0>' }],
      ['publish.sh', { API_TOKEN: '<token 1>' }],
    ],
    requests: ['revoke', 'revoke', 'token', 'token'],
  },
  'matrix.yml': {
    programs: [
      ['deploy.sh america', { DEPLOY_KEY: REGISTRY_PASSWORD }],
      ['deploy.sh europe', { DEPLOY_KEY: PASSWORD }],
    ],
    requests: [...decrypts(1), ...decrypts(1)].toSorted(),
  },
  'oauth2-token-url.yml': {
    vars: { CLIENT_ID: exampleBackend.clientId },
    programs: [[`${CURL} https://api.example.com/orders`, { API_TOKEN: '<token 0>' }]],
    requests: ['token'],
  },
  'oauth2.yml': {
    vars: { CLIENT_ID: 'example-signed', SIGNING_KEY_ID: 'example-key' },
    programs: [[`${CURL} https://api.example.com/orders`, { BEARER_TOKEN: '<token 0>' }]],
    requests: ['discovery', 'revoke', 'token'],
  },
  'outputs-only.yml': {
    programs: [['deploy.sh', { DEPLOY_KEY: MORE_SECRETS['deploy-key'], SERVICE_API_KEY: MORE_SECRETS['api key'] }]],
    requests: decrypts(2),
  },
  'pip-and-npm-registries.yml': {
    programs: [
      [
        'pip install --index-url https://pypi.example.com/simple --requirement requirements.txt',
        { NETRC: MORE_SECRETS['pypi-netrc'] },
      ],
      ['npm ci --ignore-scripts', { NPM_TOKEN: MORE_SECRETS['npm-token'] }],
    ],
    requests: decrypts(2),
  },
  'registries-and-s3.yml': {
    programs: [
      ['docker build --pull --push --tag ghcr.io/example/app:latest .', registries],
      ['aws s3 cp --recursive dist/ s3://example-bucket/', registries],
    ],
    requests: decrypts(3),
  },
  'reusable-workflow-caller.yml': {
    programs: [
      ['deploy.sh staging', { DB_PASSWORD: PASSWORD }],
      ['deploy.sh production', { DB_PASSWORD: PASSWORD }],
    ],
    requests: [...decrypts(1), ...decrypts(1)].toSorted(),
  },
  'terraform.yml': {
    programs: [
      ['terraform init -input=false', terraform],
      ['terraform apply -input=false -auto-approve', terraform],
    ],
    requests: decrypts(3),
  },
  'two-projects.yml': {
    programs: [['copy.sh', { SOURCE_PASSWORD: PASSWORD, TARGET_PASSWORD }]],
    requests: ['decrypt', 'decrypt', 'list', 'list', 'login'],
  },
  'two-registries.yml': {
    programs: [
      ['docker buildx imagetools create --tag quay.io/example/app:latest ghcr.io/example/app:latest', configOf(BOTH)],
    ],
    requests: decrypts(2),
  },
};
