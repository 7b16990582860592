import { exampleProject, exampleWriter, secret, startChariot } from '../../emulator/chariot/index.js';
import { exampleCredential, exampleDescartesLabs, startIam } from '../../emulator/iam/index.js';
import { exampleFrontend, startRealm } from '../../emulator/realm/index.js';
import { AS_USER } from '../../harness/jobs/life-job.js';

/** A server, the inputs of a step that logs in there, and every secret that exists so far. */
export interface KilledJob {
  readonly inputs: Readonly<Record<string, string>>;
  readonly secrets: () => readonly string[];
  readonly close: () => Promise<void>;
}

const VALUES = {
  plain: 'Zq8-kX3.wV7',
  note: 'Hd5_Fb9+Ys4\nLc2~Mn6=Tr8',
  ghcr: { server: 'ghcr.io', username: 'octocat', password: 'Nx9!Qf5-Vz2' },
  s3: { access_key_id: 'AKIA7Q2X9K4M', secret_access_key: 'Bt3/Jh8+Cm6x', region: 'us-east-1' },
};

async function startChariotJob(inputs: Readonly<Record<string, string>>): Promise<KilledJob> {
  const settings = Object.entries(VALUES).map(([name, value]) => secret(name, value));
  const chariot = await startChariot({ owners: [{ ...exampleProject, settings }] });
  const { ghcr, s3, ...texts } = VALUES;
  const values = [...Object.values(texts), ghcr.password, s3.access_key_id, s3.secret_access_key];
  const { clientId: client_id, clientSecret: client_secret } = exampleWriter;
  return {
    inputs: { url: chariot.url, client_id, client_secret, project_id: exampleProject.id, ...inputs },
    secrets: () => [client_secret, ...values, ...chariot.issuedTokens],
    close: () => chariot.close(),
  };
}

async function startRealmJob(): Promise<KilledJob> {
  const realm = await startRealm();
  const client_secret = 'example-frontend-client-secret';
  const client = { url: realm.baseUrl, tenant: 'example', client_id: exampleFrontend.clientId, client_secret };
  return {
    inputs: { ...AS_USER, ...client, whoami: 'true', token_cache: 'true' },
    secrets: () => [client_secret, AS_USER.password, ...realm.issuedTokens()],
    close: () => realm.close(),
  };
}

async function startIamJob(): Promise<KilledJob> {
  const iam = await startIam(exampleDescartesLabs);
  const { clientId: client_id, refreshToken: client_secret } = exampleCredential;
  return {
    inputs: { platform: 'descarteslabs', url: iam.url, client_id, client_secret, write_token_info: 'true' },
    secrets: () => [client_secret, ...iam.issuedTokens],
    close: () => iam.close(),
  };
}

const SINKS = 'plain | @file; note | NOTE@dotenv; plain | P@env-file; note; ghcr | @docker; s3 | @aws';

/** Runs of every kind that a signal can interrupt. */
export const KILLED_JOBS = {
  'Secrets with sinks': () => startChariotJob({ secrets: SINKS, whoami: 'true', retries: '0' }),
  'the login of a user and a shared token': startRealmJob,
  'a token_info.json': startIamJob,
  'a failure': () => startChariotJob({ secrets: 'plain; missing', retries: '0' }),
} satisfies Readonly<Record<string, () => Promise<KilledJob>>>;
