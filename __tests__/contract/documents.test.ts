import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { projectRoot } from '../../harness/project.js';
import { HINTS } from '../../src/errors.js';
import { INPUTS } from '../../src/inputs/inputs.js';
import { parseSecretRequests } from '../../src/language/request.js';
import { chariot } from '../../src/platforms/chariot.js';
import { PLATFORMS } from '../../src/platforms/index.js';
import { parseSettings } from '../../src/settings/settings.js';
import { fakeSurroundings } from '../support/fake-environment.js';

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
  test('starts the two bundles on Node 24, and the post step always', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js', post: 'dist/post.js' });
  });

  // The runner evaluates them even in descriptions, where it knows no context: the action could not be loaded at all.
  test('holds no expression', () => {
    expect(read('action.yml')).not.toContain('${{');
  });

  test('declares the inputs that the code reads, in the same order', () => {
    expect(Object.keys(action.inputs)).toEqual(Object.keys(INPUTS));
  });

  test.each(Object.entries(INPUTS))('gives %s the default that an empty value stands for', (name, input) => {
    expect(action.inputs[name]?.default).toBe('fallback' in input ? input.fallback : undefined);
  });

  test.each(Object.entries({ ...action.inputs, ...action.outputs }))('describes %s', (_name, { description }) => {
    expect(description).toMatch(/^[A-Z].{20,}/s);
  });
});

describe('README.md', () => {
  test('lists every input once', () => {
    expect(tableBelow('Inputs').flatMap(([, names]) => codesIn(names))).toEqual(Object.keys(INPUTS));
  });

  test.each(tableBelow('Inputs'))('%s gives the default of %s', (_edge, names, cell) => {
    const defaults = codesIn(names).map((name) => action.inputs[name]?.default ?? '');
    const shown = names === '`token_variable`' ? chariot.tokenVariable : (defaults[0] ?? '');
    expect(cell).toBe(shown === '' ? '' : `\`${shown}\``);
  });

  test('lists every output once', () => {
    expect(
      tableBelow('Outputs')
        .flatMap(([, names]) => codesIn(names))
        .sort(),
    ).toEqual(Object.keys(action.outputs).sort());
  });

  test.each(['npm run demo', 'npm test'])('shows the command %s, which package.json has', (command) => {
    const { scripts } = JSON.parse(read('package.json'));
    expect(readme).toContain(`\n\`\`\`sh\n${command}\n\`\`\`\n`);
    expect(Object.keys(scripts)).toContain(command.split(' ').at(-1));
  });
});

describe('docs/troubleshooting.md', () => {
  test('has a heading for every error code, and no other', () => {
    const headings = [...read('docs', 'troubleshooting.md').matchAll(/^### (.+)$/gm)].map(([, heading]) => heading);
    expect(headings.sort()).toEqual(Object.keys(HINTS).sort());
  });
});

describe('docs/descarteslabs.md', () => {
  test('has each row of the Python client once, in order', () => {
    const rows = [...read('docs', 'descarteslabs.md').matchAll(/^\| ([\d, ]+) \|/gm)].flatMap(([, numbers = '']) =>
      numbers.split(',').map(Number),
    );

    expect(rows).toEqual(Array.from({ length: 35 }, (_, index) => index + 1));
  });
});

interface Workflow {
  readonly jobs: Record<string, { readonly steps: readonly Step[] }>;
}

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly with?: Record<string, string>;
}

const examples = readdirSync(join(projectRoot, 'examples')).filter((name) => name.endsWith('.yml'));

/** The steps of all jobs of a workflow. */
function stepsIn(workflow: string): Step[] {
  const { jobs }: Workflow = parse(workflow, { schema: 'failsafe' });
  return Object.values(jobs).flatMap((job) => job.steps);
}

describe('the lines of `secrets` that are shown', () => {
  const section = readme.split(/^### /m).find((part) => part.startsWith('`secrets`\n')) ?? '';
  const rows = [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, line]) => (line ?? '').replaceAll('\\|', '|'));
  const given = examples.map((name): [string, string] => [
    name,
    stepsIn(read('examples', name)).find(({ uses }) => uses === './')?.with?.['secrets'] ?? '',
  ]);

  test.each(rows)('README.md: %s', (line) => {
    expect(parseSecretRequests(line)).toHaveLength(1);
  });

  test.each(given)('examples/%s: each is one request', (_name, secrets) => {
    const lines = secrets.split(/[\n;]/).filter((line) => line.trim() !== '');
    expect(parseSecretRequests(secrets)).toHaveLength(lines.length);
  });

  test('README.md shows every decoding and sink', () => {
    const requests = rows.flatMap(parseSecretRequests);
    expect(new Set(requests.map(({ sink }) => sink))).toEqual(
      new Set([undefined, 'file', 'dotenv', 'env-file', 'docker', 'aws']),
    );
    expect(requests.flatMap(({ decodings }) => decodings)).toContain('base64');
  });
});

describe('links', () => {
  const docs = readdirSync(join(projectRoot, 'docs')).map((name) => `docs/${name}`);
  const documents = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...docs];

  test.each(documents)('of %s lead to files of the project', (document) => {
    const targets = [...read(document).matchAll(/\]\((?!https:)([^)#]+)/g)].map(([, target]) => target ?? '');
    const broken = targets.filter((target) => !exists(join(document, '..', target)));
    expect(broken).toEqual([]);
  });
});

function exists(path: string): boolean {
  try {
    readFileSync(join(projectRoot, path));
    return true;
  } catch {
    return false;
  }
}

const stepOf = (steps: string): Step => {
  const all: Step[] = parse(steps, { schema: 'failsafe' });
  return all.find(({ uses }) => uses === './') ?? {};
};
/** Values in place of those that a workflow takes from its variables and secrets. */
const SAMPLES: Readonly<Record<string, string>> = {
  url: 'https://platform.example.com',
  issuer: 'https://id.example.com',
  bearer_token: 'a-token',
  signing_key: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
};
const quickStart = /```yaml\n(.*?)```/s.exec(readme)?.[1] ?? '';

describe('examples', () => {
  const ours: [string, Step, string][] = [
    ...examples.flatMap((name) => {
      const text = read('examples', name);
      return stepsIn(text)
        .filter((step) => step.uses === './')
        .map((step): [string, Step, string] => [name, step, text]);
    }),
    ['README.md', stepOf(quickStart), quickStart],
  ];

  test('are there, and the README has one', () => {
    expect(ours.map(([name]) => name)).toEqual([...examples, 'README.md']);
  });

  test('show every platform', () => {
    const shown = ours.map(([, step]) => step.with?.['platform'] ?? 'chariot');

    expect([...new Set(shown)].sort()).toEqual(Object.keys(PLATFORMS).sort());
  });

  test.each(ours)('%s gives inputs that the action takes', (_name, step) => {
    const values = Object.entries(step.with ?? {}).map(([name, value]) => [name, SAMPLES[name] ?? value]);

    expect(() => parseSettings(Object.fromEntries(values), fakeSurroundings())).not.toThrow();
  });

  test.each(ours)('%s gives declared inputs only', (_name, step) => {
    const unknown = Object.keys(step.with ?? {}).filter((input) => !(input in INPUTS));
    expect(unknown).toEqual([]);
  });

  test.each(ours)('%s uses outputs that the action or its Secrets give', (_name, step, text) => {
    const used = [...text.matchAll(new RegExp(`steps\\.${step.id}\\.outputs\\.([\\w-]+)`, 'g'))].map(
      ([, output]) => output ?? '',
    );
    const lines = (step.with?.['secrets'] ?? '').split(/[\n;]/).map((line) => line.replace(/\s#.*/, '').trim());
    const given = lines.map((line) => line.split('|').at(-1)?.trim());
    expect(used.filter((output) => !(output in action.outputs) && !given.includes(output))).toEqual([]);
  });
});
