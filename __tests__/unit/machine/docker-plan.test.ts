import { describe, expect, test } from '@jest/globals';
import type { Document } from '../../../src/formats/docker-config.js';
import type { Registry } from '../../../src/formats/registry.js';
import { NO_DOCKER_FILES, planDockerFiles } from '../../../src/machine/docker-plan.js';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const GHCR: Registry = { server: 'ghcr.io', username: 'octocat', password: 'hunter2', identityToken: undefined };
const HUB: Registry = { server: 'docker.io', username: 'whale', password: 'harpoon', identityToken: undefined };
const ghcr = { auth: base64('octocat:hunter2') };
const hub = { auth: base64('whale:harpoon') };
const old = { auth: base64('old:login') };
const older = { auth: base64('older:login') };

/** A machine with a `config.json` of docker and the files of podman. */
interface Machine {
  readonly config?: Document;
  readonly logins?: readonly Document[];
  readonly canLink?: boolean;
  readonly of?: Registry;
}

const planned = ({ config, logins = [], canLink = true, of = GHCR }: Machine) => {
  const { files, authFile, notices } = planDockerFiles([of], { ...NO_DOCKER_FILES, config, logins, canLink });
  const written = files.map((file) => [
    file.path,
    'content' in file ? JSON.parse(String(file.content)) : { linkTo: file.linkTo },
  ]);
  return { files: Object.fromEntries(written), authFile, notices };
};

const two = (why: string) =>
  `@docker uses two files of logins, since ${why}. Therefore podman, buildah and skopeo do not find a later \`docker login\`, and docker does not find a later \`podman login\`. If later steps use both, log in with both.`;

describe('planDockerFiles: one file for docker and podman', () => {
  test.each<[string, Machine, Document]>([
    ['with the login alone', {}, { auths: { 'ghcr.io': ghcr } }],
    [
      'with the existing logins of both',
      { config: { auths: { 'a.io': old } }, logins: [{ auths: { 'b.io/org': old } }] },
      { auths: { 'a.io': old, 'b.io/org': old, 'ghcr.io': ghcr } },
    ],
    [
      'if both have the same login to a registry',
      { config: { auths: { 'a.io': old } }, logins: [{ auths: { 'a.io': old } }] },
      { auths: { 'a.io': old, 'ghcr.io': ghcr } },
    ],
    [
      'if both have different logins to the registry of the Secret',
      { config: { auths: { 'ghcr.io': old } }, logins: [{ auths: { 'ghcr.io': older } }] },
      { auths: { 'ghcr.io': ghcr } },
    ],
    [
      'with Docker Hub under the key of docker, without the key that podman would prefer',
      { of: HUB, config: { credHelpers: { 'docker.io': 'x' } }, logins: [{ auths: { 'docker.io': old } }] },
      { auths: { 'https://index.docker.io/v1/': hub } },
    ],
    [
      'with a helper of one registry',
      { config: { credHelpers: { 'gcr.io': 'gcloud' } } },
      { auths: { 'ghcr.io': ghcr }, credHelpers: { 'gcr.io': 'gcloud' } },
    ],
    [
      'without a helper with an empty name, which podman would run, if there is no store',
      { config: { credHelpers: { 'a.io': '' }, auths: { 'a.io': old } } },
      { auths: { 'a.io': old, 'ghcr.io': ghcr } },
    ],
    [
      'with an `auth` for a login with separate members, because podman reads nothing else',
      { config: { auths: { 'a.io': { username: 'u', password: 'p' } } } },
      { auths: { 'a.io': { username: 'u', password: 'p', auth: base64('u:p') }, 'ghcr.io': ghcr } },
    ],
    [
      'with a token that only docker reads',
      { config: { auths: { 'a.io': { registrytoken: 't' } } } },
      { auths: { 'a.io': { registrytoken: 't' }, 'ghcr.io': ghcr } },
    ],
  ])('The one file is planned %s', (_what, machine, expected) => {
    expect(planned(machine)).toEqual({ files: { 'config.json': expected }, authFile: 'config.json', notices: [] });
  });
});

describe('planDockerFiles: other settings of docker', () => {
  const config = { proxies: { default: {} }, currentContext: 'far' };
  const written = { ...config, auths: { 'ghcr.io': ghcr } };

  test('Podman reads the file of docker through a link, which `podman login` replaces', () => {
    expect(planned({ config })).toEqual({
      files: { 'config.json': written, 'registry-auth.json': { linkTo: 'config.json' } },
      authFile: 'registry-auth.json',
      notices: [],
    });
  });

  test('Where a link needs a privilege, podman reads the file of docker itself', () => {
    expect(planned({ config, canLink: false })).toEqual({
      files: { 'config.json': written },
      authFile: 'config.json',
      notices: [],
    });
  });
});

describe('planDockerFiles: two files', () => {
  test.each<[string, Machine, { why: string; config: Document; auth: Document }]>([
    [
      'docker has a credential store',
      { config: { credsStore: 'desktop' }, logins: [{ auths: { 'a.io': old } }] },
      {
        why: 'docker has a credential store',
        config: { credsStore: 'desktop', auths: { 'ghcr.io': ghcr }, credHelpers: { 'ghcr.io': '' } },
        auth: { auths: { 'a.io': old, 'ghcr.io': ghcr } },
      },
    ],
    [
      'docker and podman have different logins to another registry',
      { config: { auths: { 'a.io': old } }, logins: [{ auths: { 'a.io': older } }, { auths: { 'a.io': old } }] },
      {
        why: 'docker and podman have different logins to one registry',
        config: { auths: { 'a.io': old, 'ghcr.io': ghcr } },
        auth: { auths: { 'a.io': older, 'ghcr.io': ghcr } },
      },
    ],
    [
      'podman has a helper for a registry to which docker has a login',
      { config: { auths: { 'a.io': old } }, logins: [{ credHelpers: { 'a.io': 'x' } }, { auths: { 'a.io': old } }] },
      {
        why: 'docker and podman have different logins to one registry',
        config: { auths: { 'a.io': old, 'ghcr.io': ghcr } },
        auth: { auths: { 'ghcr.io': ghcr }, credHelpers: { 'a.io': 'x' } },
      },
    ],
  ])('Two files are planned, and a notice says why, if %s', (_why, machine, { why, config, auth }) => {
    expect(planned(machine)).toEqual({
      files: { 'config.json': config, 'registry-auth.json': auth },
      authFile: 'registry-auth.json',
      notices: [two(why)],
    });
  });
});
