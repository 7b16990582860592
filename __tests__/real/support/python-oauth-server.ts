import { join } from 'node:path';
import { projectRoot } from '../../../harness/project.js';
import { installed } from './installed.js';
import { type OAuthServer, readObject } from './oauth-server.js';
import { startSystem } from './system-process.js';

/** A server that is a Python program of scripts/e2e/oauth-servers. */
interface PythonServer {
  /** The folder of its virtual environment. */
  readonly name: 'authlib' | 'django-oauth-toolkit';
  readonly program: string;
  /** Makes the settings for an address. */
  readonly settings: (at: { readonly port: number; readonly issuer: string }) => unknown;
  /** The paths below the origin: the issuer, and the endpoints below the issuer. */
  readonly paths: { readonly issuer: string; readonly token: string; readonly introspection: string };
  /** The header of the client that may introspect tokens. */
  readonly watcher: Readonly<Record<string, string>>;
}

/** Starts a Python server and waits until it listens. */
export async function startPythonServer(server: PythonServer): Promise<OAuthServer> {
  const { name, program, settings, paths, watcher } = server;
  const issuerAt = (port: number) => `http://127.0.0.1:${port}${paths.issuer}`;
  const { port, stop } = await startSystem({
    program: installed(name, 'bin', 'python'),
    files: (at) => ({ 'settings.json': JSON.stringify(settings({ port: at.port, issuer: issuerAt(at.port) })) }),
    args: () => [join(projectRoot, 'scripts', 'e2e', 'oauth-servers', program), 'settings.json'],
  });
  const issuer = issuerAt(port);
  return {
    issuer,
    tokenUrl: issuer + paths.token,
    introspect: (token) => readObject(issuer + paths.introspection, { token }, watcher),
    stop,
  };
}
