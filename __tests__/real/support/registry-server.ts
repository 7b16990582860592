import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { open, root } from '../../../harness/servers/client-chain.js';
import { INSTALL } from './registry-clients.js';

/** The variable that makes a client trust a registry; Go reads it, and all clients here are written in Go. */
export const trustRegistries = { SSL_CERT_FILE: root.certificate };

/** A running docker-registry on loopback, with TLS and one user. */
export interface RegistryServer {
  /** The host and port, with which the name of an image starts. */
  readonly host: string;
  readonly username: string;
  readonly password: string;
  stop(): Promise<void>;
}

/** Returns the password of the user of a registry. */
export const passwordOf = (username: string): string => `password-of-${username}`;

/** Starts docker-registry of Debian with basic authentication and TLS; it keeps images in memory. */
export async function startRegistry(folder: string, username: string): Promise<RegistryServer> {
  const password = passwordOf(username);
  const [passwords, config] = [join(folder, 'htpasswd'), join(folder, 'config.json')];
  const tls = { certificate: join(folder, 'server.pem'), key: join(folder, 'server.key') };
  mkdirSync(folder);
  writeFileSync(tls.certificate, open.cert);
  writeFileSync(tls.key, open.key);
  writeFileSync(passwords, hashOf(username, password));
  // The configuration is YAML, which includes JSON.
  const settings = {
    version: '0.1',
    log: { level: 'info' },
    storage: { inmemory: {} },
    http: { addr: '127.0.0.1:0', tls },
    auth: { htpasswd: { realm: 'registry', path: passwords } },
  };
  writeFileSync(config, JSON.stringify(settings));
  const { host, stop } = await serve(config);
  return { host, username, password, stop };
}

function hashOf(username: string, password: string): string {
  try {
    return execFileSync('htpasswd', ['-niBC', '4', username], { input: password, encoding: 'utf8' });
  } catch (error) {
    throw new Error(`htpasswd does not start: ${INSTALL}`, { cause: error });
  }
}

/** Starts the server and waits until it prints its address. */
function serve(config: string): Promise<Pick<RegistryServer, 'host' | 'stop'>> {
  return new Promise((resolve, reject) => {
    const child = spawn('docker-registry', ['serve', config], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env['PATH'] },
    });
    let log = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      const host = /listening on ([0-9.]+:[0-9]+)/.exec(log)?.[1];
      if (host !== undefined) {
        resolve({
          host,
          async stop() {
            const closed = once(child, 'close');
            child.kill();
            await closed;
          },
        });
      }
    });
    child.on('error', (cause) => reject(new Error(`docker-registry does not start: ${INSTALL}`, { cause })));
    child.on('exit', (code) => reject(new Error(`docker-registry exited with ${code}: ${log}`)));
  });
}
