import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { open, root } from '../../../harness/servers/client-chain.js';
import { INSTALL } from './registry-clients.js';

/** What a client needs to trust a registry; all clients here are written in Go, which reads it. */
export const trustRegistries = { SSL_CERT_FILE: root.certificate };

/** A running docker-registry on loopback, over TLS, which knows one user. */
export interface RegistryServer {
  /** Host and port, as the name of an image begins. */
  readonly host: string;
  readonly username: string;
  readonly password: string;
  stop(): Promise<void>;
}

/** The password of a registry's one user. */
export const passwordOf = (username: string): string => `password-of-${username}`;

/** Starts Debian's docker-registry with basic authentication and TLS; its images stay in its memory. */
export async function startRegistry(folder: string, username: string): Promise<RegistryServer> {
  const password = passwordOf(username);
  const [passwords, config] = [join(folder, 'htpasswd'), join(folder, 'config.json')];
  const tls = { certificate: join(folder, 'server.pem'), key: join(folder, 'server.key') };
  mkdirSync(folder);
  writeFileSync(tls.certificate, open.cert);
  writeFileSync(tls.key, open.key);
  writeFileSync(passwords, hashOf(username, password));
  // JSON is YAML too.
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
    throw new Error(`htpasswd cannot be run: ${INSTALL}`, { cause: error });
  }
}

/** Resolves when the server says where it listens. */
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
    child.on('error', (cause) => reject(new Error(`docker-registry cannot be run: ${INSTALL}`, { cause })));
    child.on('exit', (code) => reject(new Error(`docker-registry ended with ${code}: ${log}`)));
  });
}
