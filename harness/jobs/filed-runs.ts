import { exampleProject, exampleWriter, secret, startChariot } from '../../emulator/chariot/index.js';
import { exampleCredential, startIam } from '../../emulator/iam/index.js';
import { exampleFrontend, exampleUser, startRealm } from '../../emulator/realm/index.js';
import type { Workshop } from '../servers/certificates.js';
import { startTlsFront } from '../servers/tls-front.js';
import { type FiledJob, type FileFault, runWithFileFault } from './filed-job.js';
import { AS_USER } from './life-job.js';

/** A job with a fault of the disk, and what its server knows. */
export interface FiledRun extends FiledJob {
  readonly secrets: readonly string[];
  /** The number of sessions that are active after the post step. */
  readonly sessions: number;
}

const VALUES = [
  'the first\nsecret value',
  'the second secret value',
  'the third secret value',
  'example-registry-password',
];
const [A = '', B = '', C = '', password = ''] = VALUES;
const SETTINGS = [
  secret('A', A),
  secret('B', B),
  secret('C', C),
  secret('ghcr', { server: 'ghcr.io', username: 'octocat', password }),
];
const LINES = 'C\nA | A_PATH@file\nB | B@dotenv\nB | B@env-file\nghcr | @docker';

/** Runs a job that publishes Secrets in every kind of file, and shares its token. */
export async function publishWithFileFault(fault: FileFault | undefined): Promise<FiledRun> {
  const chariot = await startChariot({ owners: [{ ...exampleProject, settings: SETTINGS }] });
  const { clientId: client_id, clientSecret: client_secret } = exampleWriter;
  const login = { url: chariot.url, client_id, client_secret, project_id: exampleProject.id };
  const inputs = { ...login, secrets: LINES, whoami: 'true', token_cache: 'true' };
  try {
    const job = await runWithFileFault(inputs, fault, () => chariot.issuedTokens);
    return { ...job, secrets: [client_secret, ...VALUES, ...chariot.issuedTokens], sessions: 0 };
  } finally {
    await chariot.close();
  }
}

/** Runs a job that logs a user in over TLS with the authority `authority` of a workshop and its `server`, and whose post step logs the user out. */
export async function logInWithFileFault(workshop: Workshop, fault: FileFault | undefined): Promise<FiledRun> {
  const realm = await startRealm();
  const tls = { cert: workshop.read('server.pem'), key: workshop.read('server.key') };
  const front = await startTlsFront(realm.port, tls);
  const client_secret = 'example-frontend-client-secret';
  const client = { tenant: 'example', client_id: exampleFrontend.clientId, client_secret };
  const server = { url: `https://127.0.0.1:${front.port}`, ca_certificate: workshop.path('authority.pem') };
  try {
    const inputs = { ...AS_USER, ...client, ...server, whoami: 'true', token_cache: 'true' };
    const job = await runWithFileFault(inputs, fault, realm.issuedTokens);
    const secrets = [client_secret, exampleUser.password, ...realm.issuedTokens()];
    return { ...job, secrets, sessions: realm.liveSessions().length };
  } finally {
    await Promise.all([front.close(), realm.close()]);
  }
}

/** Runs a job that writes a `token_info.json` for the Python clients of Descartes Labs. */
export async function writeTokenInfoWithFileFault(fault: FileFault | undefined): Promise<FiledRun> {
  const iam = await startIam();
  const { clientId: client_id, refreshToken: client_secret } = exampleCredential;
  const inputs = { platform: 'descarteslabs', url: iam.url, client_id, client_secret, write_token_info: 'true' };
  try {
    const job = await runWithFileFault({ ...inputs, whoami: 'true' }, fault, () => iam.issuedTokens);
    return { ...job, secrets: [client_secret, ...iam.issuedTokens], sessions: 0 };
  } finally {
    await iam.close();
  }
}
