import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type JsonValue, secret } from '../../emulator/chariot/index.js';
import { judge, runJob } from '../../harness/jobs/chariot-job.js';
import { CLIENTS, type ClientName, type Gateway, KEY, read, startGateway, TEXT } from './support/s3.js';

/** The secret contains characters that careless quoting would lose; the region is not a default of any client. */
const SERVER = { accessKey: 'AKIATRAINING', secretKey: 'wJalr/XUtn+FEMI=K7 $MDENG"bPxRfi', region: 'eu-central-1' };

/** Variables that earlier steps may have set: keys of another role, as old and new tools export them. */
const STALE = {
  AWS_ACCESS_KEY_ID: 'ASIASTALE',
  AWS_SECRET_ACCESS_KEY: 'stale',
  AWS_SESSION_TOKEN: 'IQoJb3JpZ2luX2VjSTALE',
  AWS_SECURITY_TOKEN: 'IQoJb3JpZ2luX2VjSTALE',
  AWS_CREDENTIAL_EXPIRATION: '2020-01-01T00:00:00Z',
  AWS_REGION: 'ap-south-1',
  AWS_DEFAULT_REGION: 'ap-south-1',
  AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:9',
};

const CONSUMERS = Object.keys(CLIENTS) as ClientName[];
const READ = { exitCode: 0, stdout: `${SERVER.region}\n${KEY}\n${TEXT}\n` };

// The first start of a client compiles or loads thousands of files.
jest.setTimeout(120_000);

let gateway: Gateway;

beforeAll(async () => {
  gateway = await startGateway(SERVER);
});

afterAll(() => gateway?.stop());

/** Runs a step with `@aws` for a Secret of this server, with these other fields; returns the environment of later steps. */
async function exported(
  other: Record<string, JsonValue> = {},
  before: Record<string, string> = {},
): Promise<Record<string, string>> {
  const connection = {
    access_key_id: SERVER.accessKey,
    secret_access_key: SERVER.secretKey,
    session_token: null,
    region: SERVER.region,
    endpoint_url: `http://${gateway.host}/`,
    ...other,
  };
  const settings = [secret('training-s3', connection)];
  const job = await runJob({ settings, inputs: { secrets: 'training-s3 | @aws' }, env: before });
  const { exitCode, problems } = judge(job, [connection.secret_access_key]);
  if (exitCode !== 0 || problems.length > 0) throw new Error([...problems, ...job.log.lines].join('\n'));
  return { ...before, ...Object.fromEntries(job.variables) };
}

describe.each(CONSUMERS)('%s', (client) => {
  test(`${client} lists and reads a bucket with only the exported variables`, async () => {
    expect(await read(client, gateway, await exported())).toMatchObject(READ);
  });

  test(`${client} reads a bucket if the endpoint in the Secret has no scheme`, async () => {
    const variables = await exported({ endpoint_url: gateway.host, use_ssl: false });

    expect(await read(client, gateway, variables)).toMatchObject(READ);
  });

  test(`${client} reads a bucket although earlier steps have exported other keys`, async () => {
    expect(await read(client, gateway, await exported({}, STALE))).toMatchObject(READ);
  });

  test(`${client} fails if the secret key is wrong`, async () => {
    const { exitCode, stderr } = await read(client, gateway, await exported({ secret_access_key: 'wrong' }));

    expect(exitCode).not.toBe(0);
    expect(stderr).toContain('SignatureDoesNotMatch');
  });
});

const INVALID = { reason: 'InvalidToken' };

function pick(name: keyof typeof STALE): Record<string, string> {
  return { [name]: STALE[name] };
}

// Without these tests, the tests above could be useless: they show that each exported or emptied variable matters to a client.
describe('The traps that the variables avoid', () => {
  test.each<{ client: ClientName; trap: string; left: Record<string, string>; reason: string }>([
    ...CONSUMERS.map((client) => ({
      client,
      trap: 'a token of other keys',
      left: pick('AWS_SESSION_TOKEN'),
      ...INVALID,
    })),
    { client: 'boto3', trap: 'a token of other keys under its old name', left: pick('AWS_SECURITY_TOKEN'), ...INVALID },
    { client: 'awscli', trap: 'an expiry of other keys', left: pick('AWS_CREDENTIAL_EXPIRATION'), reason: 'expired' },
    { client: '@aws-sdk/client-s3', trap: 'an empty region', left: { AWS_REGION: '' }, reason: 'Region not accepted' },
  ])('$client fails if the environment contains $trap', async ({ client, left, reason }) => {
    const { exitCode, stderr } = await read(client, gateway, { ...(await exported()), ...left });

    expect(exitCode).not.toBe(0);
    expect(stderr).toContain(reason);
  });

  test('boto3 rejects an endpoint without a scheme', async () => {
    const { stderr } = await read('boto3', gateway, { ...(await exported()), AWS_ENDPOINT_URL_S3: gateway.host });

    expect(stderr).toContain('Invalid endpoint');
  });

  test.each<[ClientName, string]>([
    ['boto3', 'AWS_DEFAULT_REGION'],
    ['awscli', 'AWS_DEFAULT_REGION'],
    ['@aws-sdk/client-s3', 'AWS_REGION'],
  ])('%s finds no region without %s', async (client, name) => {
    const { [name]: _without, ...variables } = await exported();

    expect((await read(client, gateway, variables)).stdout).not.toContain(SERVER.region);
  });
});
