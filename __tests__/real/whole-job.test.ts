import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { parse } from 'dotenv';
import { secret } from '../../emulator/chariot/index.js';
import { type Job, judge, runJob, runPost } from '../../harness/jobs/chariot-job.js';
import { must, run } from './support/registry-clients.js';
import { type RegistryServer, startRegistry, trustRegistries } from './support/registry-server.js';
import { BUCKET, type Gateway, KEY, read, startGateway, TEXT } from './support/s3.js';

jest.setTimeout(120_000);

const S3 = { accessKey: 'AKIATRAINING', secretKey: 'wJalr/XUtn+FEMI=K7 $MDENG', region: 'eu-central-1' };
const PASSWORD = "it's a $ and spaces";
const KEY_FILE = '-----BEGIN KEY-----\nZmlyc3Qgb2YgdHdv\n-----END KEY-----\n';
const SECRETS = `
  registry    | @docker
  training-s3 | @aws
  db-password | DB_PASSWORD@dotenv
  tls-key     | TLS_KEY@dotenv`;

const folder = mkdtempSync(join(tmpdir(), 'whole-job-'));
const jobFolder = mkdtempSync(join(tmpdir(), 'whole-job-runner-'));
let registry: RegistryServer;
let gateway: Gateway;
let job: Job;

beforeAll(async () => {
  registry = await startRegistry(join(folder, 'registry'), 'writer');
  gateway = await startGateway(S3);
  const settings = [
    secret('registry', { server: registry.host, username: registry.username, password: registry.password }),
    secret('training-s3', { ...S3, endpoint: `http://${gateway.host}`, bucket: BUCKET }),
    secret('db-password', PASSWORD),
    secret('tls-key', KEY_FILE),
  ];
  job = await runJob({ settings, inputs: { secrets: SECRETS }, jobFolder });
});

afterAll(async () => {
  await registry?.stop();
  await gateway?.stop();
  for (const path of [folder, jobFolder]) {
    rmSync(path, { recursive: true, force: true });
  }
});

/** Returns the environment of a later step. */
const environment = (): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  HOME: join(jobFolder, 'home'),
  ...trustRegistries,
  ...Object.fromEntries(job.variables),
});

test('One step of the action exports all Secrets of the job, and its log shows none of them', () => {
  const { exitCode, problems } = judge(job, [registry.password, S3.secretKey, PASSWORD, 'Zmlyc3Qgb2YgdHdv']);

  expect({ exitCode, problems }).toEqual({ exitCode: 0, problems: [] });
});

test('skopeo and crane push and pull with the exported login', async () => {
  const image = `${registry.host}/team/tiny:1`;
  writeFileSync(join(folder, 'content'), 'tiny');
  execFileSync('tar', ['-cf', join(folder, 'layer.tar'), '-C', folder, 'content']);
  await must('crane', ['append', '-f', join(folder, 'layer.tar'), '-t', image], environment());
  const pull = ['copy', '--insecure-policy', `docker://${image}`, `dir:${join(folder, 'out')}`];

  expect(await run('skopeo', pull, environment())).toMatchObject({ code: 0 });
  const without = { ...environment(), DOCKER_CONFIG: '', REGISTRY_AUTH_FILE: '' };
  expect((await run('skopeo', pull, without)).code).not.toBe(0);
});

test.each(['boto3', 'awscli', '@aws-sdk/client-s3'] as const)(
  '%s lists the bucket with the exported keys',
  async (client) => {
    const { exitCode, stdout } = await read(client, gateway, environment());

    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: `${S3.region}\n${KEY}\n${TEXT}\n` });
  },
);

test('bash and the dotenv package of npm read the file of @dotenv', () => {
  const path = job.outputs.get('dotenv') ?? '';
  const script = 'set -a; . "$1"; set +a; node -p "JSON.stringify([process.env.DB_PASSWORD, process.env.TLS_KEY])"';
  const shell = spawnSync('bash', ['-c', script, 'bash', path], { env: environment(), encoding: 'utf8' });

  expect(JSON.parse(shell.stdout)).toEqual([PASSWORD, KEY_FILE]);
  expect(parse(readFileSync(path))).toEqual({ DB_PASSWORD: PASSWORD, TLS_KEY: KEY_FILE });
});

test('The post step of the job removes all files and restores the variables', async () => {
  const post = await runPost({ state: job.state, jobFolder, env: Object.fromEntries(job.variables) });

  expect(post.leftovers.filter((path) => path.startsWith('_temp/'))).toEqual([]);
  expect(Object.fromEntries(post.variables)).toEqual({ DOCKER_CONFIG: '', REGISTRY_AUTH_FILE: '' });
});
