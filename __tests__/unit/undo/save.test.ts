import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { temporaryFolder } from '../../../harness/temporary-folder.js';
import { DEFAULT_SECURITY, type Security } from '../../../src/http/secure-context.js';
import type { Inputs } from '../../../src/inputs/inputs.js';
import type { Login } from '../../../src/login/login.js';
import { digestOf } from '../../../src/machine/files.js';
import { readSuppliedToken } from '../../../src/oauth/token.js';
import { prepareUndo } from '../../../src/undo/save.js';
import { NOW, settingsFrom } from '../../support/fake-ports.js';
import { jobEnvironment } from '../../support/fetched-run.js';

const REALM: Inputs = { platform: 'keycloak', url: 'https://h', tenant: 'a', client_id: 'i', client_secret: 's-1' };
const token = readSuppliedToken('token-1', NOW);

const temp = temporaryFolder();

interface Around {
  readonly security?: Security;
  readonly env?: Readonly<Record<string, string>>;
  /** What another program does while the state is saved. */
  readonly onSave?: () => void;
}

/** Saves a login and returns all that happened, in order. */
function save(
  kind: Login['kind'],
  inputs: Inputs = {},
  { security = DEFAULT_SECURITY, env = {}, onSave = () => {} }: Around = {},
) {
  const around = { ...jobEnvironment({ env }), folder: join(temp(), 'bearer-login-1') };
  const settings = { ...settingsFrom({ ...REALM, ...inputs }, around), security };
  const { metadata, credentials } = settings;
  if (metadata === undefined || credentials === undefined) throw new Error('these inputs do not request a token');
  const events: string[] = [];
  const states: unknown[] = [];
  const saver = prepareUndo(settings, {
    environment: { ...around, mask: (texts) => void events.push(...texts.map((text) => `mask ${text}`)) },
    save(state) {
      const files = state.folders.flatMap(({ name }) => readdirSync(join(temp(), name)));
      events.push(files.length > 0 ? 'save after the files' : 'save');
      states.push(state);
      onSave();
    },
  });
  const logins: Record<Login['kind'], Login> = {
    requested: { kind: 'requested', token, metadata, credentials, refresh: undefined },
    supplied: { kind: 'supplied', token },
    shared: { kind: 'shared', token },
    certificate: { kind: 'certificate' },
  };
  const state = saver.saveLogin(logins[kind]);
  expect(states).toEqual(state === undefined ? [] : [state]);
  return { state, events, cache: saver.cache };
}

describe('saveLogin', () => {
  test.each(['supplied', 'certificate'] as const)('A login of the kind %s is not saved', (kind) => {
    const { state, events } = save(kind, { token_cache: 'true' });

    expect(state).toBeUndefined();
    // Only the name of the shared token's file is masked.
    expect(events).toEqual([expect.stringMatching(/^mask [0-9a-f]{64}$/)]);
  });

  test('A requested token is saved with its revocation, after its secret is masked', () => {
    const { state, events } = save('requested');

    expect(events).toEqual(['mask s-1', 'save']);
    expect(state).toMatchObject({ folders: [], variables: [], token: { steps: [{ token: 'token-1' }] } });
    expect(state?.cache).toBeUndefined();
  });

  test('A token that is not revoked is saved with the reason', () => {
    const { state, events } = save('requested', { revoke: 'false' });

    expect(events).toEqual(['save']);
    expect(state?.token).toEqual({ reason: '`revoke` is false', expiresAt: undefined });
  });

  test('A requested token is saved with the files that it has in the cache', () => {
    const { state, cache } = save('requested', { token_cache: 'true' });

    expect(state?.cache).toEqual(cache?.files);
    expect(cache?.files).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}$/),
      expect.stringMatching(/^[0-9a-f]{64}\.[0-9a-f-]{36}$/),
    ]);
  });

  test('A shared token is saved without a revocation, and its files belong to another step', () => {
    const { state } = save('shared', { token_cache: 'true' });

    expect(state).toEqual({
      folders: [],
      variables: [],
      cache: [],
      token: undefined,
    });
  });

  test('Authorities are in a file of the step, which is written after the state is saved', () => {
    const { state, events } = save('requested', {}, { security: { authorities: ['a-1', 'a-2'], verify: true } });
    const [folder] = state?.folders ?? [];

    expect(events).toEqual(['mask s-1', 'save']);
    expect(readFileSync(join(temp(), folder?.name ?? '', 'authorities.pem'), 'utf8')).toBe('a-1\na-2');
    expect(state?.token).toMatchObject({
      authorities: { folder, digest: digestOf('a-1\na-2') },
      security: { authorities: [], verify: true },
    });
  });

  test('The login is saved even if the file of the authorities cannot be written', () => {
    const { state } = save(
      'requested',
      {},
      { security: { authorities: ['a-1'], verify: true }, env: { GITHUB_WORKSPACE: temp() } },
    );

    expect([state?.folders, readdirSync(temp())]).toEqual([[], []]);
    expect(state?.token).toMatchObject({ authorities: { folder: { identity: '' } } });
  });

  test('The login is saved even if the file of the authorities cannot be written after the state is saved', () => {
    const security = { authorities: ['a-1'], verify: true };
    const onSave = () => {
      rmSync(temp(), { recursive: true });
      writeFileSync(temp(), '');
    };
    const { state } = save('requested', {}, { security, onSave });

    expect(state?.folders).toHaveLength(1);
    expect(state?.token).toMatchObject({ authorities: { folder: state?.folders[0], digest: digestOf('a-1') } });
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['the folder of the authorities is removed', {}],
    ['nothing is removed without such a folder', { GITHUB_WORKSPACE: '/' }],
  ])('If the state cannot be saved, the login fails, and %s', (_what, env) => {
    const security = { authorities: ['a-1'], verify: true };
    const onSave = () => {
      throw new Error('not saved');
    };

    expect(() => save('requested', {}, { security, env, onSave })).toThrow('not saved');
    expect(readdirSync(temp())).toEqual([]);
  });

  test('The password of a user is not saved', () => {
    const { state } = save('requested', { username: 'u', password: 'the-password' });

    expect(JSON.stringify(state)).not.toContain('the-password');
  });
});
