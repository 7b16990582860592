import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { projectRoot } from '../../harness/project.js';
import { HINTS } from '../../src/failure/hints.js';
import { INPUTS } from '../../src/inputs/inputs.js';
import { parseSecretRequests } from '../../src/language/request.js';
import { chariot } from '../../src/platforms/chariot.js';

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
const readme = read('README.md');

/** The rows of the README's table below a heading, cell by cell. */
function tableBelow(heading: string): string[][] {
  const section = readme.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const rows = section.split(/^### /m)[0]?.match(/^\| `.*$|^\| \*.*$/gm) ?? [];
  return rows.map((row) => row.split(/(?<!\\)\|/).map((cell) => cell.trim()));
}

const codesIn = (cell = ''): string[] => [...cell.matchAll(/`([a-z0-9_]+)`/g)].map(([, name]) => name ?? '');

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

describe('README.md', () => {
  test('The table of inputs lists every input once, in the order of action.yml', () => {
    expect(tableBelow('Inputs').flatMap(([, names]) => codesIn(names))).toEqual(Object.keys(INPUTS));
  });

  test('The table of inputs shows the default of every input', () => {
    const defaultOf = (names = '') =>
      names === '`token_variable`' ? chariot.tokenVariable : action.inputs[codesIn(names)[0] ?? '']?.default;
    const codeOf = (text: string | undefined) => (text === undefined ? '' : `\`${text}\``);
    const wrong = tableBelow('Inputs').filter(([, names, cell]) => cell !== codeOf(defaultOf(names)));

    expect(wrong).toEqual([]);
  });

  test('The table of outputs lists every output once', () => {
    const listed = tableBelow('Outputs').flatMap(([, names]) => codesIn(names));

    expect(listed.sort()).toEqual(Object.keys(action.outputs).sort());
  });

  test('Every command in the README is a script of package.json', () => {
    const commands = [...readme.matchAll(/\n```sh\nnpm (?:run )?(\S+)(?: .+)?\n```\n/g)].map(([, script]) => script);

    expect(commands).toEqual(['demo', 'emulator', 'test']);
    expect(Object.keys(JSON.parse(read('package.json')).scripts)).toEqual(expect.arrayContaining(commands));
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

describe('The table of `secrets` in the README', () => {
  const section = readme.split(/^### /m).find((part) => part.startsWith('`secrets`\n')) ?? '';
  const rows = [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, line]) => (line ?? '').replaceAll('\\|', '|'));

  test('Every row of the table shows one valid request', () => {
    expect(rows.map((line) => parseSecretRequests(line).length)).toEqual(rows.map(() => 1));
  });

  test('The table shows every sink, and decoding', () => {
    const requests = rows.flatMap(parseSecretRequests);

    expect(new Set(requests.map(({ sink }) => sink))).toEqual(
      new Set([undefined, 'file', 'dotenv', 'env-file', 'docker', 'aws']),
    );
    expect(requests.flatMap(({ decodings }) => decodings)).toContain('base64');
  });
});
