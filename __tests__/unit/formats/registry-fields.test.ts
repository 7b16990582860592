import { describe, expect, test } from '@jest/globals';
import { registryHost, roleOf } from '../../../src/formats/registry-fields.js';

describe('registryHost', () => {
  test.each([
    ['ghcr.io', 'ghcr.io'],
    [' https://GHCR.io/ ', 'ghcr.io'],
    ['https://ghcr.io:443/v2/', 'ghcr.io'],
    ['http://reg.corp:80', 'reg.corp:80'],
    ['reg.corp:443', 'reg.corp:443'],
    ['oci://ghcr.io/org/chart', 'ghcr.io'],
    ['europe-docker.pkg.dev/project/repository', 'europe-docker.pkg.dev'],
    ['localhost', 'localhost'],
    ['localhost:5000', 'localhost:5000'],
    ['[::1]:5000', '[::1]:5000'],
    ['registry:5000', 'registry:5000'],
    ['docker.io', 'docker.io'],
    ['https://index.docker.io/v1/', 'docker.io'],
    ['registry-1.docker.io', 'docker.io'],
    ['https://hub.docker.com/u/me', 'docker.io'],
    ['registry.hub.docker.com', 'registry.hub.docker.com'],
    ['', undefined],
    ['registry', undefined],
    ['user:pass@ghcr.io', undefined],
    ['https://', undefined],
    ['a b.io', undefined],
    ['ghcr.io:', undefined],
    ['-.io', undefined],
  ])('The host of the address %j is %j', (text, host) => {
    expect(registryHost(text)).toBe(host);
  });
});

test.each([
  ['Server', 'server'],
  ['REGISTRY_URL', 'server'],
  ['registry', 'server'],
  ['dockerRegistry', 'server'],
  ['login-server', 'server'],
  ['user_name', 'username'],
  ['DockerHub Login', 'username'],
  ['registry-token', 'password'],
  ['client_secret', 'password'],
  ['name', undefined],
  ['email', undefined],
  ['docker', undefined],
  ['', undefined],
])('A field with the name %j contains the part %j', (name, role) => {
  expect(roleOf(name)).toBe(role);
});
