import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { projectRoot } from '../../harness/project.js';
import { HINTS } from '../../src/failure/hints.js';
import { INPUTS } from '../../src/inputs/inputs.js';

interface Described {
  readonly description: string;
  readonly default?: string;
}

interface Action {
  readonly inputs: Record<string, Described>;
  readonly outputs: Record<string, Described>;
  readonly runs: Record<string, string>;
}

const read = (...path: string[]): string => readFileSync(join(projectRoot, ...path), 'utf8');
const action: Action = parse(read('action.yml'), { schema: 'failsafe' });

describe('action.yml', () => {
  test('The action starts dist/index.js and dist/post.js on Node 24', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js', post: 'dist/post.js' });
  });

  // The runner evaluates expressions even in descriptions, where no context exists, and then cannot load the action.
  test('`action.yml` contains no expression', () => {
    expect(read('action.yml')).not.toContain('${{');
  });

  test('`action.yml` declares the inputs of the code, in the same order and with the same defaults', () => {
    const declared = Object.entries(action.inputs).map(([name, input]) => [name, input.default]);
    const known = Object.entries(INPUTS).map(([name, input]) => [
      name,
      'fallback' in input ? input.fallback : undefined,
    ]);

    expect(declared).toEqual(known);
  });

  test('Every input and output has a description that starts with a capital letter', () => {
    const described = Object.entries({ ...action.inputs, ...action.outputs });

    expect(described.filter(([, { description }]) => !/^[A-Z].{20,}/s.test(description))).toEqual([]);
  });
});

describe('docs/', () => {
  test('`docs/troubleshooting.md` has one heading for each error code', () => {
    const headings = [...read('docs', 'troubleshooting.md').matchAll(/^### (.+)$/gm)].map(([, heading]) => heading);

    expect(headings.sort()).toEqual(Object.keys(HINTS).sort());
  });

  test('`docs/descarteslabs.md` has the 35 rows of the Python client, once and in order', () => {
    const rows = [...read('docs', 'descarteslabs.md').matchAll(/^\| ([\d, ]+) \|/gm)].flatMap(([, numbers = '']) =>
      numbers.split(',').map(Number),
    );

    expect(rows).toEqual(Array.from({ length: 35 }, (_, index) => index + 1));
  });
});
