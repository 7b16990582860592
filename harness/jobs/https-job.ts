import type { TlsOptions } from 'node:tls';
import {
  type Chariot,
  exampleProject,
  exampleWriter,
  startChariot,
  type Tenant,
} from '../../emulator/chariot/index.js';
import { leaksIn } from '../judges/leaks.js';
import { type ActionRun, runAction } from '../run-action.js';
import { startTlsFront } from '../servers/tls-front.js';

/** One step of the action against a Chariot with TLS. */
export interface HttpsOptions {
  readonly tls: TlsOptions;
  /** The host of Chariot in the URL; the proxies of the tests resolve every host to this machine. */
  readonly host?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly tenant?: Partial<Tenant>;
  readonly prepare?: (chariot: Chariot) => void;
}

/** What the step did, and what the server saw. */
export interface HttpsJob {
  readonly exitCode: number | null;
  /** The log as the runner shows it, without debug lines and without the port. */
  readonly log: readonly string[];
  readonly code: string | undefined;
  /** The subject of the client certificate on each connection. */
  readonly clients: readonly string[];
  readonly connections: number;
  readonly requests: readonly string[];
  /** The Authorization header of each request. */
  readonly authorizations: readonly (string | undefined)[];
  /** The value of the variable of the Secret. */
  readonly variable: string | undefined;
  readonly run: ActionRun;
  /** What no step may do: secrets that are visible, lines on stderr. */
  readonly problems: readonly string[];
}

/** The value of the Secret in a step that succeeds. */
export const VALUE = 'correct horse battery staple';

/** Runs one step that fetches one Secret; `secrets` are more values that must not be visible. */
export async function runHttpsJob(options: HttpsOptions, secrets: readonly string[] = []): Promise<HttpsJob> {
  const { tls, host = '127.0.0.1', inputs = {}, env = {}, tenant = {}, prepare = () => undefined } = options;
  const chariot = await startChariot(tenant);
  const front = await startTlsFront(chariot.port, tls);
  prepare(chariot);
  try {
    const { clientId: client_id, clientSecret: client_secret } = exampleWriter;
    const given = {
      client_id,
      client_secret,
      project_id: exampleProject.id,
      secrets: 'db-password',
      retries: '0',
      ...inputs,
    };
    const run = await runAction({ inputs: { url: `https://${host}:${front.port}`, ...given }, env: { ...env } });
    const port = new RegExp(`:${front.port}\\b`, 'g');
    return {
      exitCode: run.exitCode,
      log: run.log.lines.filter((line) => !line.startsWith('##[debug]')).map((line) => line.replace(port, '')),
      code: run.outputs.get('error_code'),
      clients: [...front.clients],
      connections: front.connections(),
      requests: chariot.requests.map(({ method, target }) => `${method} ${target.split('/').at(-1)}`),
      authorizations: chariot.requests.map(({ headers }) => headers['authorization']),
      variable: run.variables.get('DB_PASSWORD'),
      run,
      problems: [
        ...leaksIn(run, [client_secret, VALUE, ...chariot.issuedTokens, ...secrets]),
        ...(run.stderr === '' ? [] : [`stderr: ${run.stderr}`]),
      ],
    };
  } finally {
    await front.close();
    await chariot.close();
  }
}
