import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RunningIam } from '../../../emulator/iam/index.js';
import type { PythonPlatform } from '../../../harness/jobs/iam-job.js';
import { projectRoot } from '../../../harness/project.js';
import { PREFIX } from '../../support/iam-logins.js';
import { installed } from './installed.js';

const MODULES = { descarteslabs: 'descarteslabs', earthone: 'earthdaily.earthone' } as const;

/** An exception that the client raised. */
export interface Raised {
  /** The class of the exception, without its module. */
  readonly raised: string;
  readonly text: string;
}

/** The attributes of the client's `Auth`; only `token` and `warnings` if it could not get a token. */
export interface ClientAuth {
  readonly token: string | Raised;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly namespace?: string | null | Raised;
  readonly all_acl_subjects?: readonly string[] | Raised;
  readonly all_owner_acl_subjects?: readonly string[] | Raised;
  /** The warnings of the client, without those of Python itself. */
  readonly warnings: readonly string[];
}

/** The installed client of a platform, in one job. */
export interface PythonClient {
  /** The home folder, which the steps share and the client writes to. */
  readonly home: string;
  /** The IAM service that the client uses. */
  readonly iam: RunningIam;
}

/** Runs the client as a later step that creates an `Auth()`, with only these variables. */
export async function authOf(
  platform: PythonPlatform,
  { home, iam }: PythonClient,
  variables: Readonly<Record<string, string>> = {},
): Promise<ClientAuth> {
  const script = join(projectRoot, 'scripts', 'e2e', 'python-clients', 'auth.py');
  const env = { HOME: home, [`${PREFIX[platform]}_IAM_URL`]: iam.url, ...variables };
  const python = installed(platform, 'bin', 'python');
  const { stdout, stderr } = await promisify(execFile)(python, [script, MODULES[platform]], { env, timeout: 60_000 });
  if (stderr !== '') throw new Error(`The client of ${platform} printed: ${stderr}`);
  return JSON.parse(stdout);
}

/** Returns the message of the client about missing credentials. */
export function noCredentials(platform: PythonPlatform, what = ''): string {
  const pages = {
    descarteslabs: 'https://docs.descarteslabs.com/authentication.html',
    earthone: 'https://earthone.earthdaily.com/docs/authentication.html',
  };
  return `No valid authentication info found${what}. See ${pages[platform]}.`;
}
