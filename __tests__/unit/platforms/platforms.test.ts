import { describe, expect, test } from '@jest/globals';
import { INPUTS, type InputName } from '../../../src/inputs/inputs.js';
import { PLATFORMS } from '../../../src/platforms/index.js';
import type { Platform } from '../../../src/platforms/platform.js';

const platforms: readonly Platform[] = Object.values(PLATFORMS);
const namesOf = (text: string) => [...text.matchAll(/`([a-z0-9_]+)`/g)].map(([, name = '']) => name);

/** Inputs that some platforms use and others reject. */
const special = new Set<string>(platforms.flatMap(({ inputs }) => inputs));

describe('PLATFORMS', () => {
  test.each(platforms.map((platform) => [platform.title, platform] as const))(
    'The advice of %s names only inputs that this platform accepts',
    (_title, { inputs, refusals, loginInputs, loginAdvice = [], whoami: { permission = '' } }) => {
      const texts = [...refusals.map(({ advice }) => advice), loginInputs, ...loginAdvice, permission];
      const accepted = (name: string) => !special.has(name) || inputs.some((input: InputName) => input === name);

      expect(texts.flatMap(namesOf).filter((name) => name in INPUTS && !accepted(name))).toEqual([]);
    },
  );

  test('Only the platforms with a tenant explain an unknown realm by the tenant', () => {
    const explaining = platforms.filter(({ refusals }) =>
      refusals.find(({ error }) => error === 'Realm does not exist')?.advice.includes('`tenant`'),
    );

    expect(explaining.map(({ server }) => server.by)).toEqual(['tenant', 'tenant']);
  });

  test('The OAuth 2.0 server explains what any Keycloak rejects', () => {
    expect(PLATFORMS.oauth2.refusals.some(({ description }) => description?.test('Token reuse detected'))).toBe(true);
  });
});
