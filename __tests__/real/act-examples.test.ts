import { expect, jest, test } from '@jest/globals';
import { exampleBackend } from '../../emulator/realm/index.js';
import { EXAMPLE_NAMES, EXAMPLES, PUBLISHED, placeOf } from '../support/examples.js';
import { PASSWORD, REGISTRY_PASSWORD, S3_KEY } from './support/act-job.js';
import { type ExampleVerdict, runExample } from './support/example-run.js';
import { MORE_SECRETS, QUAY_PASSWORD, TARGET_PASSWORD } from './support/example-servers.js';

// A run takes half a second on a quiet machine.
jest.setTimeout(60_000);

const TOKEN = { CHARIOT_TOKEN: '<token 0>' };
const KEY_FILE = { TLS_KEY_PATH: MORE_SECRETS['tls-key'] };
const CURL = 'curl --fail --silent --header Authorization: Bearer <token 0>';
const auth = (login: string) => ({ auth: Buffer.from(login).toString('base64') });
const GHCR = { 'ghcr.io': auth(`octocat:${REGISTRY_PASSWORD}`) };
const BOTH = { ...GHCR, 'quay.io': auth(`robot:${QUAY_PASSWORD}`) };

/** The files of `@docker`, as programs see them. */
function logins(auths: object): Record<string, string> {
  const config = `${JSON.stringify({ auths }, null, 2)}\n`;
  return { DOCKER_CONFIG: config, REGISTRY_AUTH_FILE: config };
}

/** Returns the requests of one login to Chariot that decrypts this number of Secrets. */
const decrypts = (count: number) => [...Array(count).fill('decrypt'), 'list', 'login'];

type Expected = Pick<ExampleVerdict, 'programs' | 'requests'> & { readonly vars?: Readonly<Record<string, string>> };

const registries: Expected['programs'][number][1] = { ...TOKEN, ...logins(BOTH), AWS_SECRET_ACCESS_KEY: S3_KEY };
const chariot = { ...TOKEN, DB_PASSWORD: PASSWORD, GHCR_PASSWORD: REGISTRY_PASSWORD };
const terraform = {
  ...TOKEN,
  AWS_SECRET_ACCESS_KEY: S3_KEY,
  TF_TOKEN_app_terraform_io: MORE_SECRETS['registry-token'],
  TF_VAR_db_password: PASSWORD,
};

/** What each example starts, and the secrets that each program gets. */
const EXPECTED: Readonly<Record<string, Expected>> = {
  'another-job.yml': {
    programs: [
      ['docker pull ghcr.io/example/base:latest', { ...TOKEN, ...logins(GHCR) }],
      ['deploy.sh ghcr.io', { REGISTRY_PASSWORD }],
    ],
    requests: [...decrypts(1), ...decrypts(1)].toSorted(),
  },
  'chariot.yml': {
    programs: [
      ['docker login ghcr.io --username octocat --password-stdin', chariot],
      ['migrate.sh', { ...chariot, PGPASSWORD: PASSWORD }],
      [`${CURL} <server>/api/identity/v2/users/me/`, chariot],
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
  'docker-build-secrets.yml': {
    programs: [
      [
        'docker build --secret id=npm,env=NPM_TOKEN --secret id=key,src=<folder>/TLS_KEY_PATH --tag example/app .',
        { ...KEY_FILE, NPM_TOKEN: MORE_SECRETS['npm-token'] },
      ],
    ],
    requests: decrypts(2),
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
    programs: [['copy.sh', { ...TOKEN, SOURCE_PASSWORD: PASSWORD, TARGET_PASSWORD }]],
    requests: ['decrypt', 'decrypt', 'list', 'list', 'login'],
  },
  'two-registries.yml': {
    programs: [
      [
        'docker buildx imagetools create --tag quay.io/example/app:latest ghcr.io/example/app:latest',
        { ...TOKEN, ...logins(BOTH) },
      ],
    ],
    requests: decrypts(2),
  },
};

/** The examples that no test runs on their own, and why. */
const NOT_RUN: Readonly<Record<string, string>> = {
  'composite-action/action.yml': 'composite-action.yml runs it',
  'descarteslabs.yml': 'it installs a package, and its address is fixed',
  'earthone.yml': 'it installs a package, and its address is fixed',
  'job-in-a-container.yml': 'act needs an engine of Docker for it',
  'login-in-the-background.yml': 'act does not know `background` and `wait`',
  'reusable-workflow.yml': 'reusable-workflow-caller.yml runs it',
};

test('Every example runs in act, or a reason says why it does not', () => {
  expect([...Object.keys(EXPECTED), ...Object.keys(NOT_RUN)].toSorted()).toEqual(EXAMPLE_NAMES);
});

test.each(Object.entries(EXPECTED))(
  'The example %s passes each program only its secrets in act, and the log shows none of them',
  async (name, { vars = {}, ...expected }) => {
    const verdict = await runExample(placeOf(name), { vars });
    // The jobs of a matrix run at the same time.
    const programs = name === 'matrix.yml' ? verdict.programs.toSorted() : verdict.programs;

    expect({ ...verdict, programs }).toEqual({ exitCode: 0, ...expected, visible: [] });
  },
);

test('A composite action of another repository wraps the published action in act', async () => {
  const textOf = (name: string) => EXAMPLES.find((example) => example.name === name)?.text ?? '';
  const workflow = textOf('composite-action.yml')
    .replace('./.github/actions/', 'example/actions/')
    .replace(/team-login$/m, '$&@v1');

  const verdict = await runExample('.github/workflows/elsewhere.yml', {
    files: { '.github/workflows/elsewhere.yml': workflow },
    repositories: { 'example/actions@v1': { 'team-login/action.yml': textOf('composite-action/action.yml') } },
  });

  expect([workflow, textOf('composite-action/action.yml')]).toEqual([
    expect.stringContaining('uses: example/actions/team-login@v1\n'),
    expect.stringContaining(`uses: ${PUBLISHED}\n`),
  ]);
  expect(verdict).toEqual({
    exitCode: 0,
    programs: [['deploy.sh', { DB_PASSWORD: PASSWORD, REGISTRY_PASSWORD }]],
    requests: decrypts(2),
    visible: [],
  });
});
