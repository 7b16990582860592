import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { judge, judgePost } from '../../../harness/jobs/login-job.js';
import { projectRoot } from '../../../harness/project.js';
import { root } from '../../../harness/servers/client-chain.js';
import { type Commands, openCommands } from '../support/keycloak-commands.js';
import type { Place } from '../support/keycloak-place.js';
import { ended } from './logins.js';

const document = readFileSync(join(projectRoot, 'docs', 'keycloak.md'), 'utf8');

/** The setups of docs/keycloak.md, and the user whose token each step returns. */
const SETUPS = [
  { heading: 'Log in with a client secret', user: 'service-account-ci-deploy', ends: 'token' },
  { heading: 'Log in with a password', user: 'ci-user', ends: 'session' },
  { heading: 'Log in without a secret', user: 'service-account-ci-github', ends: 'token' },
] as const;

/** Follows docs/keycloak.md word for word: runs the commands of each setup, then the step that it shows. */
export function guide(at: () => Place): void {
  describe('The guide docs/keycloak.md', () => {
    let commands: Commands;
    beforeAll(() => {
      const administrator = { id: 'administrator', secret: 'administrator-client-secret' };
      commands = openCommands({ url: at().keycloak.url, authority: root.certificate, administrator });
    });
    afterAll(() => commands.close());

    test.each(SETUPS)(
      'After the commands of "$heading", its step logs in as $user',
      async ({ heading, user, ends }) => {
        const { main, post, github, keycloak } = at();
        const section = document.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
        const script = blocksOf(section, 'sh').join('\n');
        const stored = commands.run(inPlace(script, keycloak.url, `${github.url}/.well-known/jwks`));
        const job = await main(inputsOf(section, stored), github);

        const line = expect.stringMatching(/^Logged in to Keycloak /);

        expect(judge(job)).toMatchObject({ exitCode: 0, log: expect.arrayContaining([line]), problems: [] });
        expect(JSON.parse(job.outputs.get('claims') ?? '{}')).toMatchObject({ preferred_username: user });
        expect(judgePost(await post(job), job)).toEqual(ended(ends));
      },
    );
  });
}

/** The blocks of a language that are not in a list. */
function blocksOf(section: string, language: string): string[] {
  return [...section.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gms'))].map(([, text = '']) => text);
}

/** Replaces the addresses and the realm of the guide. */
function inPlace(script: string, url: string, jwksUrl: string): string {
  return script
    .replaceAll('https://keycloak.example.com', url)
    .replaceAll('-r acme', '-r guide')
    .replace('https://token.actions.githubusercontent.com/.well-known/jwks', jwksUrl);
}

/** Reads the inputs of the step, with the secrets and variables that the commands stored. */
function inputsOf(section: string, stored: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const shown = parse(blocksOf(section, 'yaml')[0] ?? '', { schema: 'failsafe' });
  const [step] = Array.isArray(shown) ? shown : shown.steps;
  const values = Object.entries<string>(step.with).map(([name, value]) => [
    name,
    value.replace(/\$\{\{ (?:secrets|vars)\.(\w+) \}\}/, (_expression, key: string) => stored.get(key) ?? ''),
  ]);
  return { ...Object.fromEntries(values), tenant: 'guide' };
}
