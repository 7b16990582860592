import type { IamService, RunningIam } from '../../emulator/iam/index.js';
import { type JobOptions, runJob } from '../../harness/jobs/chariot-job.js';
import { type PythonPlatform, stepAt, withIam } from '../../harness/jobs/iam-job.js';
import { type RealmPlatform, runRealmJob } from '../../harness/jobs/realm-job.js';
import type { ActionOptions, ActionRun } from '../../harness/run-action.js';
import type { PlatformName } from '../../src/platforms/index.js';

/** Which lines a case shows: the error with its excerpt, the warnings and notices, or all; groups are folded or not. */
export type Part = 'error' | 'remarks' | 'log' | 'unfolded log';

/** One situation, and the step that shows what the action says about it. */
export interface Case {
  readonly name: string;
  readonly part: Part;
  /** The platform of the step; its address replaces that of every server of this machine. */
  readonly platform: PlatformName;
  readonly run: () => Promise<ActionRun>;
  /** What replaces a text that is different each time. */
  readonly words?: Readonly<Record<string, string>>;
}

/** Cases below one heading. */
export interface Group {
  readonly title: string;
  readonly cases: readonly Case[];
}

/** The addresses that the review copy shows. */
export const HOSTS: Readonly<Record<PlatformName, string>> = {
  chariot: 'https://chariot.example.com',
  dataclarity: 'https://dataclarity.example.com',
  descarteslabs: 'https://iam.example.com',
  earthone: 'https://iam.example.com',
  keycloak: 'https://id.example.com',
  oauth2: 'https://id.example.com',
};

/** What a step of a case needs, and which lines it shows; by default, its error. */
type Options<T> = T & { readonly part?: Part; readonly words?: Record<string, string> };

/** A step of a Chariot of its own; it fetches no Secret unless the case says so. */
export function chariot(name: string, options: Options<JobOptions> = {}): Case {
  const { inputs = {}, part = 'error', words = {}, ...rest } = options;
  const given = typeof inputs === 'function' ? inputs : { project_id: '', ...inputs };
  return { name, part, words, platform: 'chariot', run: () => runJob({ ...rest, inputs: given }) };
}

/** A step that fetches Secrets of the example project. */
export function fetching(name: string, secrets: string, options: Options<JobOptions> = {}): Case {
  const { inputs = {}, part = 'error', words = {}, ...rest } = options;
  const given = typeof inputs === 'function' ? inputs : { secrets, ...inputs };
  return { name, part, words, platform: 'chariot', run: () => runJob({ ...rest, inputs: given }) };
}

type RealmOptions = NonNullable<Parameters<typeof runRealmJob>[1]>;

/** A step of a realm of its own. */
export function realm(name: string, platform: RealmPlatform, options: Options<RealmOptions> = {}): Case {
  const { inputs = {}, part = 'error', words = {}, ...rest } = options;
  const given = typeof inputs === 'function' ? inputs : { retries: '0', ...inputs };
  return { name, part, words, platform, run: () => runRealmJob(platform, { ...rest, inputs: given }) };
}

/** What a step of a Python platform needs; it is made after its service is started. */
type PythonOptions = Options<{ readonly service?: Partial<IamService>; step(iam: RunningIam): ActionOptions }>;

/** A step of Descartes Labs or EarthOne. */
export function python(name: string, platform: PythonPlatform, options: PythonOptions): Case {
  const { service = {}, part = 'error', words = {}, step } = options;
  const run = () =>
    withIam(platform, service, (iam) => {
      const { inputs, ...rest } = step(iam);
      return stepAt(iam, platform, { ...rest, inputs: { retries: '0', ...inputs } });
    });
  return { name, part, words, platform, run };
}

/** A step that the case starts itself, with servers of its own. */
export function alone(name: string, platform: PlatformName, options: Options<{ run(): Promise<ActionRun> }>): Case {
  const { part = 'error', words = {}, run } = options;
  return { name, part, words, platform, run };
}
