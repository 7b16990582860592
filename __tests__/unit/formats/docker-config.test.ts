import { describe, expect, test } from '@jest/globals';
import { authFile, dockerConfig, registrySecrets } from '../../../src/formats/docker-config.js';
import type { Registry } from '../../../src/formats/registry.js';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const GHCR: Registry = { server: 'ghcr.io', username: 'octocat', password: 'hunter2', identityToken: undefined };
const HUB: Registry = { server: 'docker.io', username: 'whale', password: 'harpoon', identityToken: undefined };
const TOKEN: Registry = { server: 'r.azurecr.io', username: '', password: '', identityToken: 'refresh' };
const ghcr = { auth: base64('octocat:hunter2') };
const hub = { auth: base64('whale:harpoon') };
const old = { auth: base64('old:login') };

/** The document as in the file, which does not contain undefined members. */
const inFile = (document: unknown): unknown => JSON.parse(JSON.stringify(document));

describe('dockerConfig', () => {
  const made = (existing: Record<string, unknown>, ...registries: Registry[]) =>
    inFile(dockerConfig(existing, registries));

  test.each<[string, Record<string, unknown>, { of?: Registry; is: object }]>([
    ['contains the login', {}, { is: { auths: { 'ghcr.io': ghcr } } }],
    [
      'contains Docker Hub under its full address',
      {},
      { of: HUB, is: { auths: { 'https://index.docker.io/v1/': hub } } },
    ],
    [
      'contains an identity token',
      {},
      { of: TOKEN, is: { auths: { 'r.azurecr.io': { auth: base64('<token>:'), identitytoken: 'refresh' } } } },
    ],
    ['keeps existing logins', { auths: { 'quay.io': old } }, { is: { auths: { 'quay.io': old, 'ghcr.io': ghcr } } }],
    [
      'replaces an existing login to the same registry',
      { auths: { 'ghcr.io': old } },
      { is: { auths: { 'ghcr.io': ghcr } } },
    ],
    [
      'keeps all other members',
      { currentContext: 'far', HttpHeaders: { a: 'b' }, proxies: { default: {} } },
      { is: { currentContext: 'far', HttpHeaders: { a: 'b' }, proxies: { default: {} }, auths: { 'ghcr.io': ghcr } } },
    ],
    [
      'sets an empty helper for its hosts if there is a credential store',
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
      'removes the helper of its hosts and keeps other helpers',
      { credHelpers: { 'ghcr.io': 'gh', 'gcr.io': 'gcloud' } },
      { is: { auths: { 'ghcr.io': ghcr }, credHelpers: { 'gcr.io': 'gcloud' } } },
    ],
    [
      'has no `credHelpers` if no helper is left',
      { credHelpers: { 'ghcr.io': 'gh' } },
      { is: { auths: { 'ghcr.io': ghcr } } },
    ],
    [
      'has no `credHelpers` if the name of the store is empty',
      { credsStore: '' },
      { is: { credsStore: '', auths: { 'ghcr.io': ghcr } } },
    ],
  ])('The config.json %s', (_what, existing, { of: registry = GHCR, is }) => {
    expect(made(existing, registry)).toEqual(is);
  });

  test('The config.json contains several registries', () => {
    expect(made({ credsStore: 'x' }, GHCR, { ...GHCR, server: 'quay.io' })).toEqual({
      credsStore: 'x',
      auths: { 'ghcr.io': ghcr, 'quay.io': ghcr },
      credHelpers: { 'ghcr.io': '', 'quay.io': '' },
    });
  });
});

describe('authFile', () => {
  const made = (existing: Record<string, unknown>[], ...registries: Registry[]) =>
    inFile(authFile(existing, registries));

  test.each<[string, Record<string, unknown>[], object]>([
    ['contains the login', [], { auths: { 'ghcr.io': ghcr } }],
    ['keeps existing logins', [{ auths: { 'quay.io/org': old } }], { auths: { 'quay.io/org': old, 'ghcr.io': ghcr } }],
    ['contains no helper for its host', [{ credHelpers: { 'ghcr.io': 'gh' } }], { auths: { 'ghcr.io': ghcr } }],
    ['contains no helper with an empty name', [{ credHelpers: { 'a.io': '' } }], { auths: { 'ghcr.io': ghcr } }],
    [
      'keeps other helpers',
      [{ credHelpers: { 'gcr.io': 'gcloud' } }],
      { auths: { 'ghcr.io': ghcr }, credHelpers: { 'gcr.io': 'gcloud' } },
    ],
    [
      'adds an `auth` to existing logins, because these clients read nothing else',
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
      'takes each host from the first file that contains the host',
      [
        { auths: { 'a.io': ghcr, 'b.io': {} }, credHelpers: { 'c.io': 'first' } },
        { auths: { 'b.io': old, 'c.io': old }, credHelpers: { 'a.io': 'second', 'd.io': 'second' } },
      ],
      { auths: { 'a.io': ghcr, 'b.io': old, 'ghcr.io': ghcr }, credHelpers: { 'c.io': 'first', 'd.io': 'second' } },
    ],
    ['keeps the other members of the first file', [{ a: 1 }, { b: 2 }], { a: 1, auths: { 'ghcr.io': ghcr } }],
  ])('The file for podman, buildah and skopeo %s', (_what, existing, expected) => {
    expect(made(existing, GHCR)).toEqual(expected);
  });

  test('The file for podman, buildah and skopeo contains Docker Hub once, under the name that images use', () => {
    const before = { auths: { 'https://index.docker.io/v1/': old }, credHelpers: { 'docker.io': 'x' } };

    expect(made([before], HUB)).toEqual({ auths: { 'docker.io': hub } });
  });
});

test('`registrySecrets` returns the password, the auth and the identity token of a login', () => {
  expect(registrySecrets(GHCR)).toEqual(['hunter2', base64('octocat:hunter2')]);
  expect(registrySecrets(TOKEN)).toEqual(['refresh']);
});
