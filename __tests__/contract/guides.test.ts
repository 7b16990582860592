import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { projectRoot } from '../../harness/project.js';
import { HINTS } from '../../src/failure/hints.js';
import { INPUTS } from '../../src/inputs/inputs.js';
import { chariot } from '../../src/platforms/chariot.js';
import { PLATFORMS } from '../../src/platforms/index.js';
import { parseSettings } from '../../src/settings/settings.js';
import { PUBLISHED } from '../support/examples.js';
import { fakeEnvironment } from '../support/fake-environment.js';

/** The guides in docs/ show steps of this action. The action must accept each of them. */

const read = (name: string): string => readFileSync(join(projectRoot, name), 'utf8');
const guides = readdirSync(join(projectRoot, 'docs')).filter(
  (name) => name.endsWith('.md') && !/^(?:recipes|migrating|comparison)\.md$/.test(name),
);

/** The inputs of one step, and the document that shows it. */
interface ShownStep {
  readonly where: string;
  readonly inputs: Readonly<Record<string, string>>;
}

/** Lists the inputs of the steps of this action in a parsed document. */
function stepsIn(node: unknown): Readonly<Record<string, string>>[] {
  if (typeof node !== 'object' || node === null) {
    return [];
  }
  const { uses, with: inputs }: { uses?: unknown; with?: Readonly<Record<string, string>> } = node;
  return uses === PUBLISHED ? [inputs ?? {}] : Object.values(node).flatMap(stepsIn);
}

/** The YAML of every block of a document, without the indent of a list. */
function blocksOf(name: string): string[] {
  return [...read(`docs/${name}`).matchAll(/^( *)```yaml\n(.*?)^\1```$/gms)].map(([, indent = '', text = '']) =>
    text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );
}

const shown: ShownStep[] = guides.flatMap((name) =>
  blocksOf(name).flatMap((block) =>
    stepsIn(parse(block, { schema: 'failsafe' })).map((inputs) => ({ where: `docs/${name}`, inputs })),
  ),
);

/** Values for those that a workflow takes from its variables and secrets. */
const SAMPLES: Readonly<Record<string, string>> = {
  url: 'https://platform.example.com',
  bearer_token: 'a-token',
  signing_key: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
};

describe('The guides in docs/', () => {
  test('Every document that shows a step shows it with the address of the action', () => {
    const local = guides.filter((name) => blocksOf(name).some((block) => /uses: \.\/$/m.test(block)));

    expect(local).toEqual([]);
  });

  test('There is a guide with a step for every platform', () => {
    const platforms = shown.map(({ inputs }) => inputs['platform'] ?? 'chariot');

    expect([...new Set(platforms)].sort()).toEqual(
      Object.keys(PLATFORMS)
        .filter((name) => name !== 'earthone')
        .sort(),
    );
  });

  test('Every step sets only inputs that the action declares', () => {
    const unknown = shown.flatMap(({ where, inputs }) =>
      Object.keys(inputs)
        .filter((name) => !(name in INPUTS))
        .map((name) => `${where}: ${name}`),
    );

    expect(unknown).toEqual([]);
  });

  test.each(shown.map((step, index) => ({ ...step, index })))(
    'The action accepts step $index, of $where',
    async ({ inputs }) => {
      const values = Object.entries(inputs).map(([name, value]) => [name, SAMPLES[name] ?? value]);

      await expect(parseSettings(Object.fromEntries(values), fakeEnvironment())).resolves.toMatchObject({
        platform: expect.anything(),
      });
    },
  );

  test('docs/keycloak.md shows a step for a client secret, for a password, and for an ID token', () => {
    const credentials = shown.flatMap(({ where, inputs }) =>
      where === 'docs/keycloak.md' ? [inputs['client_authentication'] ?? Object.keys(inputs).at(-2)] : [],
    );

    expect(credentials).toEqual(['client_secret', 'password', 'github_oidc']);
  });

  test('docs/oauth2.md shows a step with `issuer` and one with `token_url`', () => {
    const addresses = shown.flatMap(({ where, inputs }) =>
      where === 'docs/oauth2.md' ? Object.keys(inputs).filter((name) => /^(?:issuer|token_url)$/.test(name)) : [],
    );

    expect(addresses).toEqual(['issuer', 'token_url']);
  });

  test('docs/chariot.md names the roles of the code for reading a value', () => {
    const roles = [...chariot.secrets.decryptPermission.matchAll(/\b(?:Writer|Owner|Reader)\b/g)].map(([role]) => role);
    const rows = [...read('docs/chariot.md').matchAll(/^\| \w+ \(role (\w+)\) \| yes \| (yes|no) \|$/gm)];

    expect(roles).toEqual(['Writer', 'Owner', 'Reader']);
    expect(rows.map(([, role, sees]) => [role, sees])).toEqual([
      ['Reader', 'no'],
      ['Writer', 'yes'],
      ['Owner', 'yes'],
    ]);
  });
});

describe('docs/troubleshooting.md', () => {
  const text = read('docs/troubleshooting.md');
  const index = /^## Find the answer by symptom\n(.*?)^## /ms.exec(text)?.[1] ?? '';
  const targets = [...index.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor);

  test('The index of symptoms is the first section', () => {
    expect(/^## (.+)$/m.exec(text)?.[1]).toBe('Find the answer by symptom');
  });

  test('The index leads to every answer that has no error code', () => {
    const answers = [...text.matchAll(/^#### (.+)$/gm)].map(([, heading = '']) =>
      heading.toLowerCase().replaceAll(',', '').replaceAll(' ', '-'),
    );

    expect(answers.length).toBeGreaterThan(6);
    expect(answers.filter((answer) => !targets.includes(answer))).toEqual([]);
  });

  test('The index leads to error codes of the code', () => {
    const codes = targets.filter((target) => /^[a-z]+_[a-z_]+$/.test(target));

    expect(codes.length).toBeGreaterThan(15);
    expect(codes.filter((code) => !(code in HINTS))).toEqual([]);
  });
});

describe('The advice about environment and outputs', () => {
  test.each(['README.md', 'SECURITY.md', 'docs/security.md'])(
    '%s recommends outputs with `export_env: false`',
    (name) => {
      expect(read(name)).toMatch(/(?:Recommended|recommend|Prefer)[^.]{0,60}`export_env: false`[^.]{0,20} outputs/);
    },
  );

  test('action.yml recommends outputs in the description of `export_env`', () => {
    const [, description = ''] =
      /^ {2}export_env:\n {4}description: >-\n((?: {6}.+\n)+)/m.exec(read('action.yml')) ?? [];

    expect(description.replaceAll(/\s+/g, ' ')).toContain('they are only outputs, which is recommended');
  });
});
