import {
  exampleDescartesLabs,
  exampleEarthOne,
  type IamService,
  type RunningIam,
  startIam,
} from '../../emulator/iam/index.js';
import type { ActionOptions } from '../run-action.js';
import { type LoginJob, runStep } from './login-job.js';

/** A platform with a Python client that stores credentials. */
export type PythonPlatform = 'descarteslabs' | 'earthone';

/** Starts the IAM service of the platform with these changes, and stops it after the work. */
export async function withIam<T>(
  platform: PythonPlatform,
  changes: Partial<IamService>,
  work: (iam: RunningIam) => Promise<T>,
): Promise<T> {
  const iam = await startIam({ ...(platform === 'earthone' ? exampleEarthOne : exampleDescartesLabs), ...changes });
  try {
    return await work(iam);
  } finally {
    await iam.close();
  }
}

/** Runs one step against the IAM service. */
export function stepAt(iam: RunningIam, platform: PythonPlatform, options: ActionOptions): Promise<LoginJob> {
  const server = { ...iam, name: 'https://iam', tokens: () => iam.issuedTokens };
  return runStep([server], { ...options, inputs: { platform, url: iam.url, ...options.inputs } });
}
