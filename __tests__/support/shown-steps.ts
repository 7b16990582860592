import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../../harness/project.js';
import { parseSecretRequests } from '../../src/language/request.js';
import { PLATFORMS } from '../../src/platforms/index.js';
import { parseSettings } from '../../src/settings/settings.js';
import { PUBLISHED, type Step } from './examples.js';
import { fakeEnvironment } from './fake-environment.js';

/** The inputs and outputs of action.yml. */
export const action: Readonly<Record<'inputs' | 'outputs', Readonly<Record<string, unknown>>>> = parse(
  readFileSync(join(projectRoot, 'action.yml'), 'utf8'),
  { schema: 'failsafe' },
);

/** Tells whether a step uses this action, under its published name or in a clone. */
export function isOurs({ uses = '' }: Step): boolean {
  return uses === './' || uses.split('@')[0] === PUBLISHED.split('@')[0];
}

/** Values that replace those that a workflow takes from its variables and secrets. */
const SAMPLES: Readonly<Record<string, string>> = {
  url: 'https://platform.example.com',
  issuer: 'https://id.example.com',
  token_url: 'https://id.example.com/token',
  bearer_token: 'a-token',
  signing_key: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
};

/** Returns the name of the platform of a step. */
export function platformOf({ with: inputs = {} }: Step): string {
  return inputs['platform'] ?? 'chariot';
}

/** Reads the inputs of a step as the action does, with sample values. @throws ActionError if the action rejects them */
export async function settingsOf({ with: inputs = {} }: Step): Promise<{ readonly platform: unknown }> {
  const values = Object.entries(inputs).map(([name, value]) => [
    name,
    SAMPLES[name] ?? value.replaceAll(/\$\{\{[^}]*\}\}/g, name === 'secrets' ? 'sample' : '$&'),
  ]);
  return parseSettings(Object.fromEntries(values), fakeEnvironment());
}

/** Returns the platform constant with a name. */
export function platformNamed(name: string): unknown {
  return Object.entries(PLATFORMS).find(([key]) => key === name)?.[1];
}

/** Returns the lines of the input `secrets`, without blank ones. */
export function linesOf({ with: inputs = {} }: Step): string[] {
  return (inputs['secrets'] ?? '').split(/[\n;]/).filter((line) => line.trim() !== '');
}

/** Returns the requests of the input `secrets`. @throws ActionError if a line is not valid */
export function requestsOf(step: Step): ReturnType<typeof parseSecretRequests> {
  return parseSecretRequests(linesOf(step).join('\n'));
}

/** Returns the names of all outputs that a step of this action can set, by name, or `undefined` if they depend on an expression. */
export function outputsOf(step: Step): ReadonlySet<string> | undefined {
  const lines = linesOf(step);
  if (/^\$\{\{[^}]*\}\}$/.test(lines.join('').trim())) return undefined;
  const named = lines.map(
    (line) =>
      line
        .replace(/(?:^|\s)#.*/, '')
        .split('|')
        .at(-1)
        ?.trim() ?? '',
  );
  const names = named.map((name) => name.replace(/@.*/, '').replace(/[^\w-]/g, '-'));
  return new Set([...Object.keys(action.outputs), ...names]);
}
