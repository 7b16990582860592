import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type JobOptions, runJob } from '../../harness/jobs/chariot-job.js';
import { type RealmPlatform, runRealmJob } from '../../harness/jobs/realm-job.js';
import type { ActionRun } from '../../harness/run-action.js';
import type { ErrorCode } from '../../src/errors.js';

/** A step that fails, what its error line says to do, and the step after exactly that. */
export interface Fix {
  readonly code: ErrorCode;
  /** The part of the error line that states the fix. */
  readonly says: string;
  readonly wrong: () => Promise<ActionRun>;
  /** Runs the step again; `error` is the line of the failure, from which a user may copy. */
  readonly right: (error: string) => Promise<ActionRun>;
}

/** A code, and the part of its line that states the fix. */
export type Stated = readonly [code: ErrorCode, says: string];

type Given = Record<string, string>;
type RealmOptions = NonNullable<Parameters<typeof runRealmJob>[1]>;

/** A step of Chariot that changed inputs correct. */
export const inputs = ([code, says]: Stated, wrong: Given, right: Given | ((error: string) => Given)): Fix => ({
  code,
  says,
  wrong: () => runJob({ inputs: { secrets: 'db-password', ...wrong } }),
  right: (error) =>
    runJob({ inputs: { secrets: 'db-password', ...(typeof right === 'function' ? right(error) : right) } }),
});

/** A step of Chariot that other changes correct. */
export const step = (
  [code, says]: Stated,
  wrong: JobOptions,
  right: JobOptions | ((error: string) => JobOptions),
): Fix => ({
  code,
  says,
  wrong: () => runJob(wrong),
  right: (error) => runJob(typeof right === 'function' ? right(error) : right),
});

/** A login to a realm that other changes correct. */
export const realm = (
  stated: Stated,
  [wrong, right]: readonly [RealmOptions, RealmOptions],
  on: RealmPlatform = 'keycloak',
) => {
  const [code, says] = stated;
  return { code, says, wrong: () => runRealmJob(on, wrong), right: () => runRealmJob(on, right) };
};

/** A step whose docker configuration is broken, and removed as the message says. */
export async function withDockerFile(content: string | undefined): Promise<ActionRun> {
  const jobFolder = mkdtempSync(join(tmpdir(), 'fixes-'));
  try {
    mkdirSync(join(jobFolder, 'home', '.docker'), { recursive: true });
    if (content !== undefined) writeFileSync(join(jobFolder, 'home', '.docker', 'config.json'), content);
    return await runJob({ inputs: { secrets: 'ghcr | @docker' }, jobFolder });
  } finally {
    rmSync(jobFolder, { recursive: true });
  }
}
