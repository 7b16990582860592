import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { projectRoot } from '../../harness/project.js';
import { INPUTS } from '../../src/inputs/inputs.js';
import { parseSettings } from '../../src/settings/settings.js';
import { fakeEnvironment } from '../support/fake-environment.js';

/** The recipes in docs/oauth2.md: inputs for servers of others. */

const text = readFileSync(join(projectRoot, 'docs', 'oauth2.md'), 'utf8');
const install = readFileSync(join(projectRoot, 'scripts', 'e2e', 'install.sh'), 'utf8');
const requirements = readFileSync(
  join(projectRoot, 'scripts', 'e2e', 'oauth-servers', 'django-oauth-toolkit.txt'),
  'utf8',
);

const recipes = text
  .slice(text.indexOf('\n## Recipes\n'))
  .split('\n### ')
  .slice(1)
  .map((section) => {
    const [title = '', ...lines] = section.split('\n');
    const body = lines.join('\n');
    const inputs: Record<string, string> = parse(/```yaml\n(.*?)```/s.exec(body)?.[1] ?? '', { schema: 'failsafe' });
    return { title, body, inputs };
  });

describe('The recipes in docs/oauth2.md', () => {
  test('There is a recipe for each of these servers', () => {
    const titles = recipes.map(({ title }) => title).join('\n');

    for (const server of ['Google', 'dex', 'Auth0', 'Okta', 'Entra ID', 'Hydra', 'RFC 8707']) {
      expect(titles).toContain(server);
    }
  });

  test.each(recipes)(
    'The recipe "$title" says whether it was run, and sets inputs that the action accepts',
    async (recipe) => {
      const { body, inputs } = recipe;
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const signing_key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
      const given = { ...inputs, ...('signing_key' in inputs ? { signing_key } : {}) };

      expect(body).toMatch(
        /^\n(?:Run against \S.* \d+\.\d+\.\d+\. |From \[its documents\]\(https:\/\/\S+\), not run\. )/,
      );
      expect(Object.keys(inputs).filter((name) => !(name in INPUTS))).toEqual([]);
      await expect(parseSettings(given, fakeEnvironment())).resolves.toMatchObject({ credentials: expect.anything() });
    },
  );

  test('A recipe that was run names the installed version of its server', () => {
    const versions = [
      `Ory Hydra ${/hydra\/v2@v([\d.]+) /.exec(install)?.[1]}`,
      `django-oauth-toolkit ${/^django-oauth-toolkit==(.+)$/m.exec(requirements)?.[1]}`,
    ];
    const run = recipes.flatMap(({ body }) => /Run against (.*?\d)\. /.exec(body)?.[1] ?? []);

    expect(run).toEqual(versions);
  });
});
