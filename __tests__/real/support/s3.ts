import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '../../../harness/project.js';
import { installed } from './installed.js';
import { freePort } from './system-process.js';

export const BUCKET = 'training-data';
export const KEY = 'runs/greeting.txt';
export const TEXT = 'hello from the bucket';

const scripts = join(projectRoot, 'scripts', 'e2e', 's3');

/** The commands that list BUCKET and read KEY with a real client, as a later step of a job would. */
export const CLIENTS = {
  boto3: () => [installed('s3-python', 'bin', 'python'), join(scripts, 'read.py'), BUCKET, KEY],
  awscli: () => [join(scripts, 'read.sh'), installed('s3-python', 'bin', 'aws'), BUCKET, KEY],
  '@aws-sdk/client-s3': () => {
    const sdk = installed('s3-javascript', 'node_modules', '@aws-sdk', 'client-s3');
    return [process.execPath, join(scripts, 'read.mjs'), dirname(dirname(dirname(sdk))), BUCKET, KEY];
  },
} as const satisfies Record<string, () => [string, ...string[]]>;

export type ClientName = keyof typeof CLIENTS;

/** A running S3 server; `host` is its address without scheme. */
export interface Gateway {
  readonly host: string;
  readonly home: string;
  stop(): Promise<void>;
}

/** What the server requires of its clients. */
export interface GatewaySettings {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly region: string;
}

/** Starts versitygw on loopback for a folder that contains one bucket with one object. */
export async function startGateway({ accessKey, secretKey, region }: GatewaySettings): Promise<Gateway> {
  const program = installed('versitygw', 'versitygw');
  const home = await mkdtemp(join(tmpdir(), 's3-gateway-'));
  const root = join(home, 'root');
  await mkdir(dirname(join(root, BUCKET, KEY)), { recursive: true });
  await writeFile(join(root, BUCKET, KEY), TEXT);
  const host = `127.0.0.1:${await freePort()}`;
  // Without metadata, versitygw needs no extended attributes, which not every temporary folder supports.
  const child = spawn(program, ['--port', host, '--quiet', 'posix', '--nometa', root], {
    env: { ROOT_ACCESS_KEY_ID: accessKey, ROOT_SECRET_ACCESS_KEY: secretKey, VGW_REGION: region },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const printed = text(child.stderr);
  if (!(await answers(host, child))) {
    child.kill();
    throw new Error(`versitygw does not respond at ${host}: ${await printed}`);
  }
  return {
    host,
    home,
    async stop() {
      const closed = once(child, 'close');
      child.kill();
      await closed;
      await rm(home, { recursive: true });
    },
  };
}

/** Runs a client with these variables and an empty home; it prints the region, the names and the text. */
export async function read(
  client: ClientName,
  gateway: Gateway,
  variables: Readonly<Record<string, string>>,
): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  const [command, ...args] = CLIENTS[client]();
  const child = spawn(command, args, {
    env: { HOME: gateway.home, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 60_000,
  });
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { exitCode, stdout, stderr };
}

/** Waits until a server responds (true) or has exited (false). */
async function answers(host: string, child: ChildProcess): Promise<boolean> {
  for (let tries = 0; tries < 200 && child.exitCode === null; tries += 1) {
    try {
      await (await fetch(`http://${host}/`)).text();
      return true;
    } catch {
      await sleep(50);
    }
  }
  return false;
}
