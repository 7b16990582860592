import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { projectRoot } from '../../harness/project.js';
import { INPUTS } from '../../src/inputs/inputs.js';
import type { Job, Step } from '../support/examples.js';
import {
  isOurs,
  linesOf,
  outputsOf,
  platformNamed,
  platformOf,
  requestsOf,
  settingsOf,
} from '../support/shown-steps.js';

const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
/** The first block of YAML, which can be a part of a list. */
const [, indent = '', block = ''] = /^( *)```yaml\n(.*?)^\1```$/ms.exec(readme) ?? [];
const yaml = block.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
/** A list of steps, or a whole workflow. */
const shown: readonly Step[] | { readonly jobs: Readonly<Record<string, Job>> } = parse(yaml, { schema: 'failsafe' });
const jobs = 'jobs' in shown ? Object.values(shown.jobs) : [{ steps: shown }];
const steps = jobs.flatMap(({ steps = [] }) => steps).filter(isOurs);

describe('The quick start of the README', () => {
  test('The quick start contains one step of this action', () => {
    expect(steps).toHaveLength(1);
  });

  test.each(steps)('The action accepts the inputs of the quick start', async (step) => {
    expect(Object.keys(step.with ?? {}).filter((input) => !(input in INPUTS))).toEqual([]);
    await expect(settingsOf(step)).resolves.toMatchObject({ platform: platformNamed(platformOf(step)) });
    expect(requestsOf(step)).toHaveLength(linesOf(step).length);
  });

  test.each(steps)('The quick start reads only outputs that its step sets', (step) => {
    const read = [...yaml.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)];

    expect(read.filter(([, id, output = '']) => id !== step.id || !outputsOf(step)?.has(output))).toEqual([]);
  });
});
