import { describe, expect, test } from '@jest/globals';
import { authFile, dockerConfig, registrySecrets } from '../../../src/formats/docker-config.js';
import type { Registry } from '../../../src/formats/registry.js';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const GHCR: Registry = { server: 'ghcr.io', username: 'octocat', password: 'hunter2' };
const HUB: Registry = { server: 'docker.io', username: 'whale', password: 'harpoon' };
const TOKEN: Registry = { server: 'r.azurecr.io', username: '', password: '', identityToken: 'refresh' };
const ghcr = { auth: base64('octocat:hunter2') };
const hub = { auth: base64('whale:harpoon') };
const old = { auth: base64('old:login') };

/** As the file is written and read: what is undefined is not in it. */
const inFile = (document: unknown): unknown => JSON.parse(JSON.stringify(document));

describe('config.json, for docker and crane', () => {
  const made = (existing: Record<string, unknown>, ...registries: Registry[]) =>
    inFile(dockerConfig(existing, registries));

  test.each<[string, Record<string, unknown>, { of?: Registry; is: object }]>([
    ['holds the login', {}, { is: { auths: { 'ghcr.io': ghcr } } }],
    ['names Docker Hub in full', {}, { of: HUB, is: { auths: { 'https://index.docker.io/v1/': hub } } }],
    [
      'holds an identity token',
      {},
      { of: TOKEN, is: { auths: { 'r.azurecr.io': { auth: base64('<token>:'), identitytoken: 'refresh' } } } },
    ],
    ['keeps other logins', { auths: { 'quay.io': old } }, { is: { auths: { 'quay.io': old, 'ghcr.io': ghcr } } }],
    ['replaces one to the same registry', { auths: { 'ghcr.io': old } }, { is: { auths: { 'ghcr.io': ghcr } } }],
    [
      'keeps all else',
      { currentContext: 'far', HttpHeaders: { a: 'b' }, proxies: { default: {} } },
      { is: { currentContext: 'far', HttpHeaders: { a: 'b' }, proxies: { default: {} }, auths: { 'ghcr.io': ghcr } } },
    ],
    [
      'takes its hosts out of a credential store',
      { credsStore: 'desktop' },
      {
        of: HUB,
        is: {
          credsStore: 'desktop',
          auths: { 'https://index.docker.io/v1/': hub },
          credHelpers: { 'https://index.docker.io/v1/': '' },
        },
      },
    ],
    [
      'takes its hosts from their helper, and leaves others theirs',
      { credHelpers: { 'ghcr.io': 'gh', 'gcr.io': 'gcloud' } },
      { is: { auths: { 'ghcr.io': ghcr }, credHelpers: { 'gcr.io': 'gcloud' } } },
    ],
    ['has no helpers where none is left', { credHelpers: { 'ghcr.io': 'gh' } }, { is: { auths: { 'ghcr.io': ghcr } } }],
    ['has no helpers for an empty store', { credsStore: '' }, { is: { credsStore: '', auths: { 'ghcr.io': ghcr } } }],
  ])('%s', (_what, existing, { of: registry = GHCR, is }) => {
    expect(made(existing, registry)).toEqual(is);
  });

  test('holds several registries', () => {
    expect(made({ credsStore: 'x' }, GHCR, { ...GHCR, server: 'quay.io' })).toEqual({
      credsStore: 'x',
      auths: { 'ghcr.io': ghcr, 'quay.io': ghcr },
      credHelpers: { 'ghcr.io': '', 'quay.io': '' },
    });
  });
});

describe('the file for podman, buildah and skopeo', () => {
  const made = (existing: Record<string, unknown>[], ...registries: Registry[]) =>
    inFile(authFile(existing, registries));

  test.each<[string, Record<string, unknown>[], object]>([
    ['holds the login', [], { auths: { 'ghcr.io': ghcr } }],
    ['keeps other logins', [{ auths: { 'quay.io/org': old } }], { auths: { 'quay.io/org': old, 'ghcr.io': ghcr } }],
    ['has no helper for its host', [{ credHelpers: { 'ghcr.io': 'gh' } }], { auths: { 'ghcr.io': ghcr } }],
    ['has no helper with an empty name', [{ credHelpers: { 'a.io': '' } }], { auths: { 'ghcr.io': ghcr } }],
    [
      'keeps other helpers',
      [{ credHelpers: { 'gcr.io': 'gcloud' } }],
      { auths: { 'ghcr.io': ghcr }, credHelpers: { 'gcr.io': 'gcloud' } },
    ],
    [
      'gives logins an auth, which alone is read',
      [{ auths: { 'a.io': { username: 'u', password: 'p' }, 'b.io': { identitytoken: 't' }, 'c.io': {}, 'd.io': 1 } }],
      {
        auths: {
          'a.io': { username: 'u', password: 'p', auth: base64('u:p') },
          'b.io': { identitytoken: 't', auth: base64('<token>:') },
          'ghcr.io': ghcr,
        },
      },
    ],
    [
      'takes each host from the first file that serves it',
      [
        { auths: { 'a.io': ghcr, 'b.io': {} }, credHelpers: { 'c.io': 'first' } },
        { auths: { 'b.io': old, 'c.io': old }, credHelpers: { 'a.io': 'second', 'd.io': 'second' } },
      ],
      { auths: { 'a.io': ghcr, 'b.io': old, 'ghcr.io': ghcr }, credHelpers: { 'c.io': 'first', 'd.io': 'second' } },
    ],
    ['keeps what else the first file holds', [{ a: 1 }, { b: 2 }], { a: 1, auths: { 'ghcr.io': ghcr } }],
  ])('%s', (_what, existing, expected) => {
    expect(made(existing, GHCR)).toEqual(expected);
  });

  test('names Docker Hub as images do, and once', () => {
    const before = { auths: { 'https://index.docker.io/v1/': old }, credHelpers: { 'docker.io': 'x' } };

    expect(made([before], HUB)).toEqual({ auths: { 'docker.io': hub } });
  });
});

test('the secrets of a login are its password, its auth and its identity token', () => {
  expect(registrySecrets(GHCR)).toEqual(['hunter2', base64('octocat:hunter2')]);
  expect(registrySecrets(TOKEN)).toEqual(['refresh']);
});
