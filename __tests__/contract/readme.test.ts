import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { projectRoot } from '../../harness/project.js';
import { writeTables } from '../../scripts/readme-tables.js';
import { INPUTS } from '../../src/inputs/inputs.js';
import { parseSecretRequests } from '../../src/language/request.js';
import { PUBLISHED } from '../support/examples.js';

const read = (name: string): string => readFileSync(join(projectRoot, name), 'utf8');
const readme = read('README.md');
const actionYml = read('action.yml');

/** The YAML of every block, without the indent of a list. */
const blocks = [...readme.matchAll(/^( *)```yaml\n(.*?)^\1```$/gms)].map(([, indent = '', text = '']) =>
  text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
);

/** A text of a workflow, and the key that contains it. */
type Leaf = readonly [key: string, value: string];

/** Lists the texts of a document, in their order. */
function leavesOf(node: unknown, key = ''): Leaf[] {
  if (typeof node !== 'object' || node === null) {
    return [[key, String(node)]];
  }
  return Object.entries(node).flatMap(([name, child]) => leavesOf(child, Array.isArray(node) ? key : name));
}

/** Lists the mappings below each key `with`. */
function withMappings(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) {
    return [];
  }
  return Object.entries(node).flatMap(([name, child]) =>
    name === 'with' ? Object.keys(child ?? {}) : withMappings(child),
  );
}

describe('README.md', () => {
  test('The README has at most 250 lines', () => {
    expect(readme.split('\n').length - 1).toBeLessThanOrEqual(250);
  });

  test('The tables of inputs and outputs are those that `npm run readme` writes from action.yml', () => {
    expect(writeTables(readme, actionYml)).toBe(readme);
  });

  test('`npm run readme` fails if an input or an output of action.yml is in no row', () => {
    const withInput = actionYml.replace('\ninputs:\n', '\ninputs:\n  colour:\n    description: A colour.\n');
    const withOutput = actionYml.replace('\noutputs:\n', '\noutputs:\n  shade:\n    description: A shade.\n');

    expect(() => writeTables(readme, withInput)).toThrow('differ: colour');
    expect(() => writeTables(readme, withOutput)).toThrow('differ: shade');
  });

  test('Every input and output has an anchor of its own', () => {
    const action: Record<'inputs' | 'outputs', object> = parse(actionYml, { schema: 'failsafe' });
    const names = (kind: 'inputs' | 'outputs') =>
      Object.keys(action[kind]).map((name) => `${kind.slice(0, -1)}-${name}`);
    const anchors = [...readme.matchAll(/<a id="([^"]+)"><\/a>/g)].map(([, id]) => id);

    expect(anchors.sort()).toEqual([...names('inputs'), ...names('outputs')].sort());
  });

  test('Every command of the project in the README is a script of package.json', () => {
    const commands = [...readme.matchAll(/\bnpm (?:run )?([a-z][\w-]*)(?= |\n|`)/g)].map(([, script = '']) => script);
    const scripts = Object.keys(JSON.parse(read('package.json')).scripts);
    const own = commands.filter((command) => command !== 'ci');

    expect(new Set(own)).toEqual(new Set(['demo', 'emulator', 'readme', 'test']));
    expect(scripts).toEqual(expect.arrayContaining(own));
  });

  test('The first block is a whole workflow, which keeps values out of the environment', () => {
    const [first] = blocks.map((block) => parse(block, { schema: 'failsafe' }));

    expect(Object.keys(first)).toEqual(['name', 'on', 'permissions', 'jobs']);
    expect(leavesOf(first)).toContainEqual(['export_env', 'false']);
  });

  test('Every block is YAML whose steps use this action and its inputs', () => {
    const documents = blocks.map((block): unknown => parse(block, { schema: 'failsafe' }));
    const uses = documents.flatMap((document) => leavesOf(document)).filter(([key]) => key === 'uses');
    const allowed = /^(?:\.\/\.github\/workflows\/[\w-]+\.yml|docker:\/\/[\w:.-]+)$/;

    expect(uses.filter(([, value]) => value !== PUBLISHED && !allowed.test(value))).toEqual([]);
    expect(documents.flatMap(withMappings).filter((input) => !(input in INPUTS))).toEqual([]);
  });

  test('Every line of `secrets` in a block is a request', () => {
    const lines = blocks
      .flatMap((block) => leavesOf(parse(block, { schema: 'failsafe' })))
      .flatMap(([key, value]) => (key === 'secrets' && !/\$\{\{|^inherit$/.test(value) ? value.split(/[\n;]/) : []))
      .filter((line) => line.trim() !== '');

    expect(lines.length).toBeGreaterThan(4);
    expect(parseSecretRequests(lines.join('\n'))).toHaveLength(lines.length);
  });

  test('Every recipe is followed by one block', () => {
    const recipes = readme.match(/^\*\*\[.+\]\(docs\/recipes\.md#[\w-]+\)\*\*.*$/gm) ?? [];
    const withBlock =
      readme.match(/^\*\*\[.+\]\(docs\/recipes\.md#[\w-]+\)\*\*.*\n```yaml\n(?:(?!```).*\n)+```$/gm) ?? [];

    expect(recipes).toHaveLength(13);
    expect(withBlock).toHaveLength(recipes.length);
  });
});
