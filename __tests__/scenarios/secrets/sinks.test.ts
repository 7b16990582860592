import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { exampleProject, type Setting, secret } from '../../../emulator/chariot/index.js';
import {
  failure,
  type Job,
  type JobOptions,
  judge,
  LOGGED_IN,
  runJob,
  runPost,
} from '../../../harness/jobs/chariot-job.js';
import { viewText } from '../../support/summary-view.js';

const GHCR = { server: 'ghcr.io', username: 'octocat', password: 'password of the octocat' };
const QUAY = { registry: 'https://quay.io/', login: 'robot+ci', token: 'token of the robot' };
const S3 = {
  access_key: 'AKIAEXAMPLE',
  secret_key: 'kX3 wV7+pT2 zQ8',
  endpoint: 's3.example.com',
  bucket: 'b1',
};
const KEY = '-----BEGIN KEY-----\nZmlyc3Qgb2YgdHdv\nc2Vjb25kIG9mIHR3bw==\n-----END KEY-----\n';
const BYTES = Buffer.from(Array.from({ length: 60 }, (_, index) => (index * 37 + 200) % 256));
const PASSWORD = "it's a password with $ and spaces";
const SETTINGS: Setting[] = [
  secret('ghcr', GHCR, 'secret/ContainerRegistry'),
  secret('quay', QUAY, 'secret/ContainerRegistry'),
  secret('training-s3', S3, 'secret/S3'),
  secret('tls-key', KEY),
  secret('keystore', BYTES.toString('base64')),
  secret('db-password', PASSWORD),
  secret('two-lines', 'line of the first\nline of the second'),
];
const base64 = (text: string) => Buffer.from(text).toString('base64');
const SECRETS = [
  ...[GHCR.password, QUAY.token, S3.secret_key, PASSWORD],
  ...[base64(`${GHCR.username}:${GHCR.password}`), base64(`${QUAY.login}:${QUAY.token}`)],
  ...KEY.trim().split('\n').slice(1, 3),
];
const posix = process.platform === 'win32' ? test.skip : test;

let jobFolder: string;
beforeEach(() => {
  jobFolder = mkdtempSync(join(tmpdir(), 'sinks-'));
});
afterEach(() => rmSync(jobFolder, { recursive: true, force: true }));

/** Runs a step in the test's own job; it must do well and show nothing. */
async function step(secrets: string, options: JobOptions = {}): Promise<Job> {
  const given = typeof options.inputs === 'object' ? options.inputs : {};
  const job = await runJob({ settings: SETTINGS, jobFolder, ...options, inputs: { secrets, ...given } });
  const { exitCode, problems, log } = judge(job, SECRETS);
  expect({ exitCode, problems, log: exitCode === 0 ? [] : log }).toEqual({ exitCode: 0, problems: [], log: [] });
  return job;
}

const variable = (job: Job, name: string) => job.variables.get(name) ?? `no variable ${name}`;
const output = (job: Job, name: string) => job.outputs.get(name) ?? `no output ${name}`;
const names = (pairs: Map<string, string>) => [...pairs.keys()].filter((name) => !/token|expires|TOKEN/.test(name));
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe('@file', () => {
  test('`@file` writes the value unchanged; variable and output contain the path', async () => {
    const job = await step('tls-key | TLS_KEY_PATH@file');

    expect(readFileSync(variable(job, 'TLS_KEY_PATH'), 'utf8')).toBe(KEY);
    expect(output(job, 'TLS_KEY_PATH')).toBe(variable(job, 'TLS_KEY_PATH'));
    expect([names(job.variables), names(job.outputs)]).toEqual([['TLS_KEY_PATH'], ['TLS_KEY_PATH']]);
  });

  test('`@file` writes decoded bytes that are not text', async () => {
    const job = await step('keystore | base64 | @file');

    expect(readFileSync(variable(job, 'KEYSTORE'))).toEqual(BYTES);
    expect(names(job.outputs)).toEqual(['keystore']);
  });

  test('`@file` masks bytes that are not text in the forms that a later step could print', async () => {
    const job = await step('keystore | base64 | @file');
    const shown = [BYTES, Buffer.concat([Buffer.from('x'), BYTES])].flatMap((bytes) => [
      bytes.toString('base64'),
      bytes.toString('base64url'),
      bytes.toString('hex'),
    ]);
    const whole = (text: string) => job.log.masker.mask(text).replace(/\*{3}/, '').length;

    expect(Math.max(...shown.map(whole))).toBeLessThanOrEqual(8);
  });

  test('Each line with `@file` writes one file, and plain lines write none', async () => {
    const job = await step('tls-key | @file; ghcr.password | GHCR@file; db-password');

    expect(readFileSync(variable(job, 'GHCR'), 'utf8')).toBe(GHCR.password);
    expect(output(job, 'secrets')).toBe(JSON.stringify({ 'db-password': PASSWORD }));
    expect(names(job.variables).sort()).toEqual(['DB_PASSWORD', 'GHCR', 'TLS_KEY']);
  });

  test('`@file` after `.*` writes one file for each field', async () => {
    const job = await step('ghcr.* | REG_*@file; ghcr | @file');
    const read = (name: string) => readFileSync(variable(job, name), 'utf8');

    expect(['REG_SERVER', 'REG_USERNAME', 'REG_PASSWORD'].map(read)).toEqual(Object.values(GHCR));
    expect(read('GHCR')).toBe(JSON.stringify(GHCR));
    expect(names(job.outputs)).toEqual(['REG_SERVER', 'REG_USERNAME', 'REG_PASSWORD', 'ghcr']);
  });

  posix('`@file` writes below RUNNER_TEMP, and only the owner can read the file', async () => {
    const job = await step('tls-key | @file');
    const path = variable(job, 'TLS_KEY');

    expect([modeOf(path), modeOf(dirname(path))]).toEqual(['600', '700']);
    expect(dirname(dirname(path))).toBe(join(jobFolder, '_temp'));
  });

  test('With `export_env: false`, `@file` sets only an output', async () => {
    const job = await step('tls-key | @file', { inputs: { export_env: 'false' } });

    expect(job.variables.size).toBe(0);
    expect(readFileSync(output(job, 'tls-key'), 'utf8')).toBe(KEY);
  });

  test.each([
    ['RUNNER_TEMP in the workspace', () => ({ RUNNER_TEMP: join(jobFolder, 'workspace', 'tmp') })],
    ['no RUNNER_TEMP', () => ({ RUNNER_TEMP: '' })],
  ])('`@file` with %s is rejected, and a plain line is not', async (_what, env) => {
    mkdirSync(join(jobFolder, 'workspace', 'tmp'), { recursive: true });
    const job = await runJob({ settings: SETTINGS, inputs: { secrets: 'tls-key | @file' }, jobFolder, env: env() });

    expect(judge(job)).toMatchObject({ exitCode: 1, outputs: { error_code: 'runner_unsupported' }, variables: {} });
    await expect(runJob({ settings: SETTINGS, inputs: { secrets: 'tls-key' }, env: env() })).resolves.toMatchObject({
      exitCode: 0,
    });
  });
});

describe('@dotenv and @env-file', () => {
  test('`@dotenv` and `@env-file` each write one file with all their lines', async () => {
    const job = await step(
      'db-password | PASSWORD@dotenv; ghcr.* | @dotenv; quay | @dotenv; db-password | @env-file; ghcr.* | REG_*@env-file',
    );

    expect(readFileSync(output(job, 'dotenv'), 'utf8')).toBe(
      [
        `PASSWORD="${PASSWORD}"`,
        "GHCR_SERVER='ghcr.io'",
        "GHCR_USERNAME='octocat'",
        `GHCR_PASSWORD='${GHCR.password}'`,
        `QUAY='${JSON.stringify(QUAY)}'`,
        '',
      ].join('\n'),
    );
    expect(readFileSync(output(job, 'env_file'), 'utf8')).toBe(
      `DB_PASSWORD=${PASSWORD}\nREG_SERVER=ghcr.io\nREG_USERNAME=octocat\nREG_PASSWORD=${GHCR.password}\n`,
    );
    expect([names(job.variables), names(job.outputs)]).toEqual([[], ['dotenv', 'env_file']]);
  });

  test('`@dotenv` and `@env-file` reject values that they cannot contain, with the name of the variable', async () => {
    const job = await runJob({ settings: SETTINGS, inputs: { secrets: 'two-lines | @env-file' }, jobFolder });

    expect(judge(job, ['line of the first'])).toEqual(
      failure(
        'value_unsupported',
        {
          what: '`@env-file`: the value of TWO_LINES contains a newline, and docker has no quotes for it.',
          advice: 'Use `@file` instead, which writes the value to a separate file.',
        },
        LOGGED_IN,
        `Decrypted 1 Secret of project "${exampleProject.id}".`,
      ),
    );
  });
});

describe('@docker', () => {
  const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
  const auth = (user: string, password: string) => ({ auth: base64(`${user}:${password}`) });

  test('`@docker` logs in docker with DOCKER_CONFIG and podman with REGISTRY_AUTH_FILE, by one file', async () => {
    const job = await step('ghcr | @docker; quay | @docker');
    const auths = { 'ghcr.io': auth('octocat', GHCR.password), 'quay.io': auth('robot+ci', QUAY.token) };

    expect(read(join(variable(job, 'DOCKER_CONFIG'), 'config.json'))).toEqual({ auths });
    expect(variable(job, 'REGISTRY_AUTH_FILE')).toBe(join(variable(job, 'DOCKER_CONFIG'), 'config.json'));
    expect(output(job, 'docker_config')).toBe(variable(job, 'DOCKER_CONFIG'));
    expect([names(job.variables), names(job.outputs)]).toEqual([
      ['DOCKER_CONFIG', 'REGISTRY_AUTH_FILE'],
      ['docker_config'],
    ]);
  });

  test('`@docker` keeps existing logins, helpers and plugins', async () => {
    const home = join(jobFolder, 'home', '.docker');
    mkdirSync(join(home, 'cli-plugins'), { recursive: true });
    writeFileSync(join(home, 'cli-plugins', 'docker-x'), 'a plugin');
    const before = {
      auths: { 'old.example.com': auth('old', 'login') },
      credsStore: 'desktop',
      currentContext: 'remote',
    };
    writeFileSync(join(home, 'config.json'), JSON.stringify(before));

    const { problems } = judge(await runJob({ settings: SETTINGS, jobFolder, inputs: { secrets: 'ghcr | @docker' } }));
    const [folder] = problems.filter((problem) => problem.startsWith('left behind: home/'));
    expect(folder).toBe('left behind: home/.docker/');

    const job = await runJob({ settings: SETTINGS, jobFolder, inputs: { secrets: 'ghcr | @docker' } });
    const config = read(join(variable(job, 'DOCKER_CONFIG'), 'config.json'));
    expect(config).toMatchObject({ ...before, auths: { ...before.auths, 'ghcr.io': auth('octocat', GHCR.password) } });
    expect(config.credHelpers).toEqual({ 'ghcr.io': '' });
    expect(readFileSync(join(variable(job, 'DOCKER_CONFIG'), 'cli-plugins', 'docker-x'), 'utf8')).toBe('a plugin');
    expect(read(join(home, 'config.json'))).toEqual(before);
    expect(read(variable(job, 'REGISTRY_AUTH_FILE')).auths).toEqual(config.auths);
    expect(variable(job, 'REGISTRY_AUTH_FILE')).toBe(join(variable(job, 'DOCKER_CONFIG'), 'registry-auth.json'));
    expect(job.log.lines).toContain(
      'Notice: @docker uses two files of logins, since docker has a credential store. Therefore podman, buildah and skopeo do not find a later `docker login`, and docker does not find a later `podman login`. If later steps use both, log in with both.',
    );
  });

  posix(
    '`@docker` links to the file of docker if it has other settings, which `podman login` would remove',
    async () => {
      const home = join(jobFolder, 'home', '.docker');
      const proxies = { default: { httpProxy: 'http://proxy.example.com' } };
      mkdirSync(home, { recursive: true });
      writeFileSync(join(home, 'config.json'), JSON.stringify({ proxies }));
      const job = await runJob({ settings: SETTINGS, jobFolder, inputs: { secrets: 'ghcr | @docker' } });
      const auths = { 'ghcr.io': auth('octocat', GHCR.password) };

      expect(read(variable(job, 'REGISTRY_AUTH_FILE'))).toEqual({ proxies, auths });
      expect(readlinkSync(variable(job, 'REGISTRY_AUTH_FILE'))).toBe('config.json');
      expect((await runPost({ state: job.state, jobFolder })).leftovers).toEqual([
        'home/.docker/',
        'home/.docker/config.json',
      ]);
    },
  );

  test('`@docker` does not use a newline at the end of a password, and says so', async () => {
    const settings = [secret('ghcr', { ...GHCR, password: `${GHCR.password}\n` })];
    const job = await step('ghcr | @docker', { settings, inputs: { plain_fields: 'server' } });
    const { auths } = read(variable(job, 'REGISTRY_AUTH_FILE'));

    expect(auths).toEqual({ 'ghcr.io': auth('octocat', GHCR.password) });
    expect(judge(job).log.slice(2, 4)).toEqual([
      'Notice: Secret "ghcr": @docker does not use the newline at the end of the password. Remove it from the Secret.',
      '@docker: a login to the registry "ghcr.io", from Secret "ghcr".',
    ]);
  });

  test('`@docker` keeps a key of several lines as a password', async () => {
    const settings = [secret('gcr', { server: 'gcr.io', username: '_json_key', password: KEY })];
    const job = await step('gcr | @docker', { settings });

    expect(read(variable(job, 'REGISTRY_AUTH_FILE')).auths).toEqual({ 'gcr.io': auth('_json_key', KEY) });
  });

  test('`@docker` and `@aws` name the address of the login, or the setting that shows the address', async () => {
    const inputs = { token_variable: 'none', plain_fields: 'server, bucket' };
    const job = await step('ghcr | @docker\nquay | @docker\ntraining-s3 | @aws', { inputs });

    expect(judge(job).log.slice(2, 7)).toEqual([
      'Notice: Secret "training-s3": no AWS variable exists for "bucket".',
      'Notice: @aws: neither the Secret nor the job sets a region. Some SDKs require AWS_REGION.',
      '@docker: a login to the registry "ghcr.io", from Secret "ghcr".',
      '@docker: a login to a masked address, from Secret "quay". To show it, set `plain_fields: server, bucket, registry`.',
      '@aws: a login to a masked address, from Secret "training-s3". To show it, set `plain_fields: server, bucket, endpoint`.',
    ]);
    const printed =
      'docker pull ghcr.io/example && docker pull quay.io/example && aws --endpoint-url https://s3.example.com';
    expect(job.log.masker.mask(printed)).toBe(
      'docker pull ghcr.io/example && docker pull ***/example && aws --endpoint-url ***',
    );
    expect(viewText(job.summary).rows.map((row) => row.slice(0, 3).join(' / '))).toEqual([
      'ghcr / docker login for ghcr.io / masked, except server',
      'quay / docker login for *** / maskedplain_fields: server, bucket, registry shows the address',
      'training-s3 / AWS variables and outputs AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_ENDPOINT_URL_S3address *** / masked, except bucketplain_fields: server, bucket, endpoint shows the address',
    ]);
  });

  test('`@docker` of a second step adds to the first; the post steps restore the variables in reverse order', async () => {
    const first = await step('ghcr | @docker');
    const second = await step('quay | @docker', { env: Object.fromEntries(first.variables) });
    const config = join(variable(second, 'DOCKER_CONFIG'), 'config.json');

    expect(Object.keys(read(config).auths)).toEqual(['ghcr.io', 'quay.io']);

    const end = async (job: Job, env: Map<string, string>) =>
      runPost({ state: job.state, jobFolder, env: Object.fromEntries(env) });
    const afterSecond = await end(second, second.variables);
    expect(afterSecond.variables).toEqual(
      new Map(['DOCKER_CONFIG', 'REGISTRY_AUTH_FILE'].map((name) => [name, variable(first, name)])),
    );
    const afterFirst = await end(first, new Map([...first.variables, ...afterSecond.variables]));
    expect(afterFirst.variables).toEqual(new Map(['DOCKER_CONFIG', 'REGISTRY_AUTH_FILE'].map((name) => [name, ''])));
    expect(afterFirst.leftovers).toEqual([]);
  });

  test('The post step of `@docker` does not change a variable that a later step has set', async () => {
    const job = await step('ghcr | @docker');
    const env = { DOCKER_CONFIG: '/another/folder', REGISTRY_AUTH_FILE: '/another/file' };

    expect((await runPost({ state: job.state, jobFolder, env })).variables).toEqual(new Map());
  });

  test.each([
    ['two Secrets for one registry', 'ghcr | @docker; copy | @docker', 'name_conflict'],
    ['a Secret without a login', 'tls-key | @docker', 'value_unsupported'],
    ['`.*`, since it reads the fields itself', 'ghcr.* | @docker', 'input_invalid'],
    ['a target of the same name', 'ghcr | @docker; tls-key | DOCKER_CONFIG', 'name_conflict'],
    ['a login that contradicts itself', 'two-faced | @docker', 'value_unsupported'],
  ])('`@docker` rejects %s', async (_what, secrets, error_code) => {
    const settings = [
      ...SETTINGS,
      secret('copy', { ...GHCR, username: 'another' }),
      secret('two-faced', { ...GHCR, auth: base64('octocat:another password') }),
    ];
    const job = await runJob({ settings, inputs: { secrets }, jobFolder });

    expect(judge(job, SECRETS)).toMatchObject({ exitCode: 1, outputs: { error_code }, variables: {}, problems: [] });
  });
});

describe('@aws', () => {
  const KEYS = {
    AWS_ACCESS_KEY_ID: S3.access_key,
    AWS_SECRET_ACCESS_KEY: S3.secret_key,
    AWS_SESSION_TOKEN: '',
    AWS_ENDPOINT_URL_S3: 'https://s3.example.com',
  };

  test('`@aws` sets the variables of the SDKs, also as outputs, and names the unused fields', async () => {
    const job = await step('training-s3 | @aws', { inputs: { token_variable: 'none' } });

    expect(Object.fromEntries(job.variables)).toEqual(KEYS);
    expect(Object.fromEntries([...job.outputs].filter(([name]) => name.startsWith('AWS_')))).toEqual(KEYS);
    expect(job.log.lines).toContain('Notice: Secret "training-s3": no AWS variable exists for "bucket".');
  });

  test('`@aws` clears variables of an earlier step that would make the keys invalid', async () => {
    const env = { AWS_SESSION_TOKEN: 'old', AWS_SECURITY_TOKEN: 'old' };
    const job = await step('training-s3 | @aws', { inputs: { token_variable: 'none' }, env });

    expect(Object.fromEntries(job.variables)).toEqual({ ...KEYS, AWS_SECURITY_TOKEN: '' });
  });

  test('`@aws` masks the endpoint in its new form', async () => {
    const value = { ...S3, endpoint: 'https://MinIO-7f3.Corp.Example/' };
    const job = await runJob({ settings: [secret('s3', value)], inputs: { secrets: 's3 | @aws' } });

    expect(job.log.masker.mask(variable(job, 'AWS_ENDPOINT_URL_S3'))).toBe('***');
  });

  test('`@aws` in two lines is rejected before any request', async () => {
    const job = await runJob({ settings: SETTINGS, inputs: { secrets: 'training-s3 | @aws\nghcr | @aws' } });

    expect(judge(job)).toEqual(
      failure('name_conflict', '`secrets`, line 2: the variable AWS_ACCESS_KEY_ID is already used by line 1.'),
    );
    expect(job.requests).toEqual([]);
  });
});

describe('The files of a step', () => {
  test('The post step restores a variable only if it contained a path, since the state must contain no secret', async () => {
    const job = await step('tls-key | A@file; tls-key | B@file', { env: { A: '/a/path', B: 'OLD-SECRET-VALUE' } });

    expect(job.raw.state).not.toContain('OLD-SECRET-VALUE');
    const post = await runPost({ state: job.state, jobFolder, env: Object.fromEntries(job.variables) });
    expect(Object.fromEntries(post.variables)).toEqual({ A: '/a/path', B: '' });
  });

  test('The post step removes the files with their folder', async () => {
    const job = await step('tls-key | @file; db-password | @dotenv; ghcr | @docker');
    const post = await runPost({ state: job.state, jobFolder });

    expect(job.leftovers).not.toEqual([]);
    expect(post.leftovers).toEqual([]);
    expect(judge(post).log[0]).toMatch(/^The files of this step were removed\. /);
  });

  test('No file is left if the step fails later', async () => {
    const env = { GITHUB_ENV: join(jobFolder, 'no-such-folder', 'env') };
    const job = await runJob({ settings: SETTINGS, inputs: { secrets: 'tls-key | @file' }, jobFolder, env });

    expect(job.exitCode).toBe(1);
    expect(job.leftovers).toEqual([]);
  });

  posix('The post step never follows a link in RUNNER_TEMP', async () => {
    const elsewhere = join(jobFolder, 'elsewhere');
    mkdirSync(elsewhere);
    const job = await step('tls-key | @file');
    const path = variable(job, 'TLS_KEY');
    rmSync(dirname(path), { recursive: true });
    symlinkSync(elsewhere, dirname(path));
    writeFileSync(join(elsewhere, 'kept'), '');

    const post = await runPost({ state: job.state, jobFolder });
    expect(judge(post).log[0]).toMatch(
      /^Warning: In RUNNER_TEMP, "bearer-login-.*" was left, because it is not the folder that this step created\. It may contain secrets, so remove it\. /,
    );
    expect([existsSync(join(elsewhere, 'kept')), existsSync(dirname(path))]).toEqual([true, true]);
  });
});
