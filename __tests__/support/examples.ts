import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../../harness/project.js';

/** The action, as a user writes it. */
export const PUBLISHED = 'OWNER/bearer-login@v1';

/** A step of a workflow or of a composite action. */
export interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether the step runs in the background. Source: GitHub, workflow syntax. */
  readonly background?: string;
  /** The steps of which this step waits for the end. */
  readonly wait?: string;
}

/** A job of a workflow. */
export interface Job {
  readonly uses?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
}

/** An example: a workflow, or a composite action, which has one list of steps. */
export interface Example {
  /** The path in examples/. */
  readonly name: string;
  readonly text: string;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = join(projectRoot, 'examples');

/** The paths of all examples in examples/, in order. */
export const EXAMPLE_NAMES: readonly string[] = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.yml'))
  .toSorted();

/** All examples, in order. */
export const EXAMPLES: readonly Example[] = EXAMPLE_NAMES.map((name) => {
  const text = readFileSync(join(FOLDER, name), 'utf8');
  const document = parse(text, { schema: 'failsafe' });
  return { name, text, permissions: document.permissions, jobs: document.jobs ?? { composite: document.runs } };
});

/** Returns where an example belongs in the repository of a user. */
export function placeOf(name: string): string {
  if (name === 'composite-action/action.yml') return '.github/actions/team-login/action.yml';
  return `.github/workflows/${name === 'reusable-workflow.yml' ? 'deploy.yml' : name}`;
}
