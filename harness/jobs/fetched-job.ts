import { exampleProject, exampleWriter, secret, startChariot } from '../../emulator/chariot/index.js';
import { changedBy, type Expected, wrongExports } from '../judges/exact-exports.js';
import type { RelayFault } from '../servers/faulty-relay.js';
import { startTlsFront } from '../servers/tls-front.js';
import { problemsOfRelayed, type RelayedJob, runRelayed } from './relayed-job.js';

const VALUES = {
  A: 'the first secret value',
  B: 'the second\nsecret value',
  C: '{"user":"operator","password":"third-secret-99"}',
};

/** The certificate of a server, and its authority. */
export interface ServerIdentity {
  readonly cert: string;
  readonly key: string;
  readonly authority: string;
}

/** A run that logs in to Chariot, asks for the owner of the token, and lists and decrypts three Secrets. */
export interface FetchedJob extends RelayedJob {
  readonly tokens: readonly string[];
  readonly isSecure: boolean;
}

/** Runs the job with one fault on its network; with an identity, over TLS. */
export async function fetchWithFault(fault: RelayFault | undefined, identity?: ServerIdentity): Promise<FetchedJob> {
  const settings = Object.entries(VALUES).map(([name, value]) => secret(name, value));
  const chariot = await startChariot({ owners: [{ ...exampleProject, settings }] });
  const front = identity && (await startTlsFront(chariot.port, { cert: identity.cert, key: identity.key }));
  const { clientId: client_id, clientSecret: client_secret } = exampleWriter;
  const inputs = { client_id, client_secret, project_id: exampleProject.id, secrets: 'A\nB\nC', whoami: 'true' };
  const authority: Record<string, string> = identity === undefined ? {} : { ca_certificate: identity.authority };
  try {
    const job = await runRelayed({
      target: front?.port ?? chariot.port,
      scheme: front === undefined ? 'http' : 'https',
      fault,
      inputs: { ...inputs, ...authority },
    });
    return { ...job, tokens: [...chariot.issuedTokens], isSecure: front !== undefined };
  } finally {
    await Promise.all([front?.close(), chariot.close()]);
  }
}

/** Lists what is wrong with a job: a step that breaks a rule, and an export that is not what the server sent. */
export function problemsOfFetched(job: FetchedJob): string[] {
  const { main, harmed, tokens, isSecure } = job;
  const secrets = [exampleWriter.clientSecret, ...Object.values(VALUES), ...tokens];
  const changed = isSecure ? undefined : changedBy(harmed, secrets);
  const exported = ['bearer_token', 'A', 'B', 'C'].flatMap((name) => main.outputs.get(name) ?? []);
  return [
    ...problemsOfRelayed(job, {
      secrets: [...secrets, ...(changed?.forms ?? [])],
      seen: [exampleWriter.clientSecret, ...exported],
    }),
    ...(main.exitCode === 0 ? wrongExports(main, expectedOf(job), changed) : []),
  ];
}

/** Returns what the job must export, written from what Chariot contains. */
function expectedOf({ main, tokens }: FetchedJob): Expected {
  const token = main.outputs.get('bearer_token') ?? '';
  const values = Object.keys(VALUES).map((name) => [name, main.outputs.get(name) ?? '']);
  const issued = new RegExp(`^(?:${tokens.join('|')})$`);
  return {
    outputs: {
      ...VALUES,
      bearer_token: issued,
      token_type: 'Bearer',
      expires_in: '3600',
      expires_at: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
      user: /^{"id":"\w{27}","email":"service@example\.com","name":"Service User"}$/,
      // One entry for each value, whatever it is.
      secrets: JSON.stringify(Object.fromEntries(values)),
    },
    variables: { ...VALUES, CHARIOT_TOKEN: token },
  };
}
