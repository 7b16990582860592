import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startChariot } from './chariot/index.js';
import { introduceChariot } from './chariot/introduction.js';
import { startGitHubIdTokens } from './github/id-tokens.js';
import { exampleDescartesLabs, exampleEarthOne, type IamService, startIam } from './iam/index.js';
import { type IamName, introduceIam } from './iam/introduction.js';
import { type Introduction, introduce } from './introduction.js';
import { startRealm } from './realm/index.js';
import { exampleRealm, introduceRealm, type RealmName } from './realm/introduction.js';
import type { RecordedRequest } from './server/request-log.js';
import type { Emulator, ListenOptions } from './server/server.js';

/** Servers that run, and the text about them. */
interface Started {
  readonly servers: readonly Pick<Emulator, 'close'>[];
  readonly introduction: Introduction;
}

type Start = (options: ListenOptions) => Promise<Started>;

const PLATFORMS: ReadonlyMap<string, Start> = new Map([
  ['chariot', chariot],
  ['dataclarity', realm('dataclarity')],
  ['descarteslabs', iam({ platform: 'descarteslabs', title: 'Descartes Labs' }, exampleDescartesLabs)],
  ['earthone', iam({ platform: 'earthone', title: 'EarthOne' }, exampleEarthOne)],
  ['keycloak', realm('keycloak')],
  ['oauth2', realm('oauth2')],
]);
const NAMES = [...PLATFORMS.keys()].join(', ');
const ALLOWED = `Platforms: ${NAMES}. Options: --port N, --help.`;
const USAGE = `Usage: npm run emulator -- [PLATFORM] [--port N]

Starts an emulated platform on this machine. It prints credentials, blocks for a shell that run the action, and the same
requests for curl.

Platforms: ${NAMES}. Default: chariot.
Options:
  --port N    The port to listen on. Default: a free port.
  -h, --help  Print this text.

Example: npm run emulator -- keycloak --port 8080`;

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { port: { type: 'string', default: '0' }, help: { type: 'boolean', short: 'h', default: false } },
    allowPositionals: true,
  });
  if (values.help) return console.log(USAGE);
  const start = findPlatform(positionals);
  const port = readPort(values.port);
  const { servers, introduction } = await start({ port, onEnd: (request) => console.log(requestLine(request)) });
  const stop = () => servers.forEach((server) => void server.close());
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  console.log(introduce(introduction, fileURLToPath(new URL('../../dist', import.meta.url))));
}

function findPlatform([name = 'chariot', ...more]: readonly string[]): Start {
  const start = PLATFORMS.get(name);
  if (start === undefined) throw new RangeError(`Unknown platform '${name}'. ${ALLOWED}`);
  if (more.length > 0) throw new RangeError(`Unexpected argument '${more[0]}' after the platform. ${ALLOWED}`);
  return start;
}

function readPort(port: string): number {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new RangeError(`--port "${port}" is not a port number. Write a number from 0 to 65535, such as --port 8080.`);
  return Number(port);
}

async function chariot(options: ListenOptions): Promise<Started> {
  const server = await startChariot({}, options);
  return { servers: [server], introduction: introduceChariot(server.url) };
}

function iam(name: IamName, service: IamService): Start {
  return async (options) => {
    const server = await startIam(service, options);
    return { servers: [server], introduction: introduceIam(name, service, server.url) };
  };
}

function realm(name: RealmName): Start {
  return async (options) => {
    const job = await startGitHubIdTokens({}, { onEnd: options.onEnd ?? (() => undefined) });
    const identityProviders = [{ alias: 'github', issuer: job.issuer, keys: job.keys }];
    try {
      const server = await startRealm({ ...exampleRealm(name, job.subject), identityProviders }, options);
      return { servers: [server, job], introduction: introduceRealm(name, { ...server, job }) };
    } catch (error) {
      // A server that still listens would keep the process alive.
      await job.close();
      throw error;
    }
  };
}

function requestLine({ at, method, target, status, connection }: RecordedRequest): string {
  const time = new Date(at).toISOString();
  return `${time} ${method} ${target} ${status ?? '-'} ${Date.now() - at} ms, connection ${connection}`;
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port } = Object.assign({ code: '', port: 0 }, error);
  if (code === 'EADDRINUSE') return `Port ${port} is already in use. Choose another port with --port.`;
  if (code === 'EACCES') return `This user may not listen on port ${port}. Choose a port above 1023 with --port.`;
  if (code.startsWith('ERR_PARSE_ARGS')) return `${error.message.split(/\n|\. /)[0]}. ${ALLOWED}`;
  return error.message;
}
