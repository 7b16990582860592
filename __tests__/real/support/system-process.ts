import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A program of the system that listens on a port until it is stopped. */
export interface SystemProcess {
  readonly port: number;
  stop(): Promise<void>;
}

/** A program, its files, and its arguments. */
export interface SystemProgram {
  readonly program: string;
  readonly files: (at: { readonly port: number; readonly folder: string }) => Readonly<Record<string, string>>;
  readonly args: (folder: string) => readonly string[];
}

/** Starts a program and waits until it listens. @throws Error if it is not installed or exits */
export async function startSystem({ program, files, args }: SystemProgram): Promise<SystemProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'system-'));
  // squid drops the rights of root before it reads its files.
  chmodSync(folder, 0o777);
  const port = await freePort();
  for (const [name, content] of Object.entries(files({ port, folder }))) {
    writeFileSync(join(folder, name), content, { mode: 0o644 });
  }
  const env = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin` };
  const child = spawn(program, args(folder), { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk));
  const ended = new Promise<never>((_resolve, reject) => {
    child.on('error', (error) => reject(new Error(`${error.message}: run scripts/e2e/install.sh`)));
    child.on('exit', (code) => reject(new Error(`${program} exited with ${code}: ${printed}`)));
  });
  await Promise.race([listening(port), ended]);
  ended.catch(() => undefined);
  return {
    port,
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Returns a port of loopback that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Waits until the port accepts a connection; the caller also watches for an exit of the program. */
async function listening(port: number): Promise<void> {
  const isOpen = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
  while (!(await isOpen())) await new Promise((resolve) => setTimeout(resolve, 20));
}
