import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../../harness/project.js';
import type { Job, Step } from './examples.js';
import { isOurs } from './shown-steps.js';

const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
// The first block of YAML, which can be a part of a list.
const [, indent = '', block = ''] = /^( *)```yaml\n(.*?)^\1```$/ms.exec(readme) ?? [];

/** The quick start of the README: a list of steps, or a whole workflow. */
export const quickStart: string = block.replaceAll(new RegExp(`^${indent}`, 'gm'), '');

const shown: readonly Step[] | { readonly jobs: Readonly<Record<string, Job>> } = parse(quickStart, {
  schema: 'failsafe',
});
const jobs = 'jobs' in shown ? Object.values(shown.jobs) : [{ steps: shown }];

/** The steps of this action in the quick start. */
export const quickStartSteps: readonly Step[] = jobs.flatMap(({ steps = [] }) => steps).filter(isOurs);

/** Returns the quick start as a whole workflow. */
export function quickStartWorkflow(): string {
  if ('jobs' in shown) return quickStart;
  const steps = quickStart.replaceAll(/^/gm, '      ');
  return `name: Quick start\non: workflow_dispatch\njobs:\n  start:\n    runs-on: ubuntu-latest\n    steps:\n${steps}\n`;
}
