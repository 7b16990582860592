import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as askHttps } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { REALM_PATHS, type RealmRoute } from '../../../emulator/realm/index.js';
import { projectRoot } from '../../../harness/project.js';
import type { Issued } from '../../../harness/servers/certificates.js';
import { type RealmAnswer, type RealmRequest, readAnswer } from '../../support/realm-requests.js';
import { installed } from './installed.js';

/** The address, the realm and the certificates of a Keycloak. */
export interface KeycloakSettings {
  /** The path before all others; there is an installed build for each. */
  readonly prefix: '' | '/auth';
  /** The representation of the realm `acme`. */
  readonly realm: string;
  readonly certificate: Issued;
  /** The authority of the server and its clients, in PEM. */
  readonly authority: string;
}

/** A running Keycloak. */
export interface Keycloak {
  /** Its address with the prefix. */
  readonly url: string;
  readonly issuer: string;
  /** Sends a request to an endpoint of the realm: a POST if there is a form, else a GET. */
  ask(route: RealmRoute | 'introspect', request?: RealmRequest): Promise<RealmAnswer>;
  /** Sends a request to a path below the prefix. */
  askPath(path: string, request?: KeycloakRequest): Promise<RealmAnswer>;
  stop(): Promise<void>;
}

/** A request with any body. */
export interface KeycloakRequest extends RealmRequest {
  readonly json?: unknown;
}

/** A realm that contains only an administrator, for the commands of docs/keycloak.md. */
const GUIDE_REALM = join(projectRoot, '__tests__', 'real', 'keycloak', 'guide-realm.json');

const PATHS = { ...REALM_PATHS, introspect: `${REALM_PATHS.token}/introspect` };

/**
 * Starts Keycloak in development mode, with free ports and a temporary home, and waits until the realm responds.
 */
export async function startKeycloak(settings: KeycloakSettings): Promise<Keycloak> {
  const home = await prepareHome(settings);
  const child = spawn(join(home, 'bin', 'kc.sh'), optionsOf(settings, home), {
    // No variables of this process: each KC_ variable would be an option, and a changed option starts a build of half a minute.
    env: { PATH: process.env['PATH'], JAVA_OPTS_APPEND: '-XX:TieredStopAtLevel=1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = new Promise((resolve) => child.once('close', resolve).once('error', resolve));
  const stop = async () => {
    // The shell forwards the signal to its JVM, which keeps the streams open until it exits.
    child.kill('SIGTERM');
    await closed;
    await rm(home, { recursive: true });
  };
  const address = await listening(child).catch(async (error) => {
    await stop();
    throw error;
  });
  const url = `${address}${settings.prefix}`;
  const issuer = `${url}/realms/acme`;
  const askUrl = (target: string, request: KeycloakRequest = {}) => send(target, request, settings.authority);
  const keycloak: Keycloak = {
    url,
    issuer,
    ask: (route, request) => askUrl(issuer + PATHS[route], request),
    askPath: (path, request) => askUrl(url + path, request),
    stop,
  };
  // Keycloak listens before the realm exists.
  for (let tries = 0; (await keycloak.ask('discovery')).status !== 200; tries += 1) {
    if (tries > 400) throw new Error('Keycloak listens, but its realm does not respond.');
    await sleep(50);
  }
  return keycloak;
}

/** Copies the installed build, since Keycloak stores its data next to it; the jars are links. */
async function prepareHome({ prefix, realm, authority }: KeycloakSettings): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'keycloak-'));
  const built = installed(prefix === '' ? 'keycloak-at-root' : 'keycloak-at-auth');
  await cp(built, home, { recursive: true, verbatimSymlinks: true });
  await mkdir(join(home, 'data', 'import'), { recursive: true });
  await writeFile(join(home, 'data', 'import', 'acme-realm.json'), realm);
  await cp(GUIDE_REALM, join(home, 'data', 'import', 'guide-realm.json'));
  await writeFile(join(home, 'authority.pem'), authority);
  return home;
}

// The first line must have the options of scripts/e2e/install.sh: with others, Keycloak starts a build at each start.
function optionsOf({ prefix, certificate }: KeycloakSettings, home: string): string[] {
  return [
    ...['start-dev', '--db=dev-mem', '--https-client-auth=request', `--http-relative-path=${prefix || '/'}`],
    ...['--import-realm', '--http-host=127.0.0.1', '--http-port=0', '--https-port=0'],
    `--https-certificate-file=${certificate.certificate}`,
    `--https-certificate-key-file=${certificate.key}`,
    `--https-trust-store-file=${join(home, 'authority.pem')}`,
  ];
}

/** Returns the address that Keycloak prints when it listens. */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (part: string) => {
        printed += part;
        const [, address] = /Listening on: .*(https:\/\/127\.0\.0\.1:\d+)/.exec(printed) ?? [];
        if (address !== undefined) resolve(address);
      });
    }
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`Keycloak exited with ${code}: ${printed}`)));
  });
}

async function send(url: string, request: KeycloakRequest, ca: string): Promise<RealmAnswer> {
  const { form, json, method = form === undefined ? 'GET' : 'POST' } = request;
  const type = json === undefined ? 'application/x-www-form-urlencoded' : 'application/json';
  const body = json === undefined ? form && new URLSearchParams(form).toString() : JSON.stringify(json);
  const headers = { ...(body === undefined ? {} : { 'content-type': type }), ...request.headers };
  const outgoing = askHttps(url, { method, ca, headers, agent: false });
  const answered = once(outgoing, 'response');
  outgoing.end(body);
  const [incoming] = await answered;
  const known = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]);
  const content = await text(incoming);
  return readAnswer(new Response(content || null, { status: incoming.statusCode, headers: known }));
}
