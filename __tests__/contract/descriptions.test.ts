import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { projectRoot } from '../../harness/project.js';
import { INPUTS, type InputName, type Inputs, inputNames } from '../../src/inputs/inputs.js';
import { GRANT_TYPES } from '../../src/oauth/credentials.js';
import { PLATFORMS } from '../../src/platforms/index.js';
import type { Platform } from '../../src/platforms/platform.js';
import { INPUTS_OF_METHOD } from '../../src/settings/client.js';
import { parseInputs } from '../../src/settings/settings.js';
import { fakeEnvironment } from '../support/fake-environment.js';

interface Described {
  readonly description: string;
  readonly default?: string;
}

const text = readFileSync(join(projectRoot, 'action.yml'), 'utf8');
const action: Record<'inputs' | 'outputs', Record<string, Described>> = parse(text, { schema: 'failsafe' });
const describedAs = (name: InputName): string => action.inputs[name]?.description ?? '';
const platforms: readonly (readonly [name: string, platform: Platform])[] = Object.entries(PLATFORMS);
const titleOf = ([name, { title }]: (typeof platforms)[number]): string => (name === 'oauth2' ? name : title);

/** Joins names as a sentence does. */
function listOf(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** The sentence about the platforms that use an input; undefined if all of them do. */
function platformSentence(name: InputName): string | undefined {
  const uses = platforms.filter(([, { inputs }]) => inputs.includes(name));
  const others = platforms.filter((each) => !uses.includes(each));
  if (uses.length === 0 || others.length === 0) {
    return undefined;
  }
  return uses.length > others.length
    ? `Not on ${listOf(others.map(titleOf))}.`
    : `Only on ${listOf(uses.map(titleOf))}.`;
}

/** Whether the settings accept an input in addition to a login to Chariot. */
function accepts(inputs: Inputs): boolean {
  try {
    parseInputs({ url: 'https://chariot.example.com', bearer_token: 'a-token', ...inputs }, fakeEnvironment());
    return true;
  } catch {
    return false;
  }
}

describe('The descriptions in action.yml', () => {
  test('Every input shows an example, and its default or when it is required', () => {
    const incomplete = inputNames().filter(
      (name) => !/[Ee]xample/.test(describedAs(name)) || !/Default|[Rr]equired/.test(describedAs(name)),
    );

    expect(incomplete).toEqual([]);
  });

  test('Every input with a default names this default', () => {
    const wrong = Object.entries(action.inputs).filter(
      ([, { description, default: value }]) => value !== undefined && !description.includes(`Default: \`${value}\`.`),
    );

    expect(wrong).toEqual([]);
  });

  test('Every input that some platforms reject says on which platforms it can be used', () => {
    const wrong = inputNames().filter((name) => {
      const said = /\b(?:Only|Not) on [^.]+\./.exec(describedAs(name))?.[0];
      return said !== platformSentence(name);
    });

    expect(wrong).toEqual([]);
  });

  test('The choices of an input are those of the code', () => {
    const missing = (name: InputName, choices: readonly string[]) =>
      choices.filter((choice) => !describedAs(name).includes(`\`${choice}\``));

    expect(missing('platform', Object.keys(PLATFORMS))).toEqual([]);
    expect(missing('grant_type', Object.keys(GRANT_TYPES))).toEqual([]);
    expect(missing('client_authentication', Object.keys(INPUTS_OF_METHOD))).toEqual([]);
  });

  test('The defaults that depend on the platform are those of the code', () => {
    const missing = (name: InputName, defaults: readonly (string | undefined)[]) =>
      defaults.filter((value) => value !== undefined && !describedAs(name).includes(`\`${value}\``));
    const addressOf = ({ server }: Platform) => (server.by === 'url' ? server.fallback : undefined);

    expect(
      missing(
        'token_variable',
        platforms.map(([, platform]) => platform.tokenVariable),
      ),
    ).toEqual([]);
    expect(
      missing(
        'leeway_seconds',
        platforms.map(([, platform]) => String(platform.leewaySeconds)),
      ),
    ).toEqual([]);
    expect(
      missing(
        'client_id',
        platforms.map(([, platform]) => platform.publicClient),
      ),
    ).toEqual([]);
    expect(
      missing(
        'url',
        platforms.map(([, platform]) => addressOf(platform)),
      ),
    ).toEqual([]);
  });

  test('The bounds of a number are those of the code', () => {
    const bounded = inputNames().flatMap((name) => {
      const [, least, most] = /A whole number from (\d+) to (\d+)\./.exec(describedAs(name)) ?? [];
      return least === undefined ? [] : [{ name, least: Number(least), most: Number(most) }];
    });
    const accepted = bounded.map(({ name, least, most }) =>
      [least - 1, least, most, most + 1].map((value) => accepts({ [name]: String(value) })),
    );

    expect(bounded.map(({ name }) => name)).toEqual([
      'leeway_seconds',
      'rotate_after_days',
      'timeout_seconds',
      'retries',
    ]);
    expect(accepted).toEqual(bounded.map(() => [false, true, true, false]));
  });

  test('Every secret input says that it is masked', () => {
    const secrets = inputNames().filter((name) => {
      const declaration: object = INPUTS[name];
      return 'secret' in declaration && declaration.secret !== 'key';
    });

    expect(secrets.length).toBeGreaterThan(8);
    expect(secrets.filter((name) => !/masked before anything else happens/.test(describedAs(name)))).toEqual([]);
  });

  test('No line of `secrets` can have the name of an output in action.yml', () => {
    const owner = { project_id: 'a-project', export_env: 'false' };
    const possible = Object.keys(action.outputs).filter((name) =>
      accepts({ ...owner, secrets: `db-password | ${name}` }),
    );

    expect(possible).toEqual([]);
    expect(accepts({ ...owner, secrets: 'db-password | other' })).toBe(true);
  });

  test('No sentence of a description has more than 25 words', () => {
    const long = Object.entries({ ...action.inputs, ...action.outputs }).flatMap(([name, { description }]) =>
      description
        .split(/(?<=[.:])\s+/)
        .filter((sentence) => sentence.split(' ').length > 25)
        .map((sentence) => `${name}: ${sentence}`),
    );

    expect(long).toEqual([]);
  });
});
