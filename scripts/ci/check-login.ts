// Checks what the step `chariot` of test.yml has left for later steps: variables, outputs and files.
import { deepStrictEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { variable } from './variable.js';

const PASSWORD = 'correct horse battery staple';
const registry = { SERVER: 'ghcr.io', USERNAME: 'octocat', PASSWORD: 'example-registry-password' };
const outputs = JSON.parse(variable('OUTPUTS'));

const seen = {
  password: variable('DB_PASSWORD'),
  registry: Object.fromEntries(Object.keys(registry).map((field) => [field, variable(`GHCR_${field}`)])),
  file: readFileSync(variable('PASSWORD_FILE'), 'utf8'),
  docker: JSON.parse(readFileSync(join(variable('DOCKER_CONFIG'), 'config.json'), 'utf8')).auths[registry.SERVER],
  output: outputs['db-password'],
  outputOfServer: outputs['ghcr-server'],
  isTokenInBoth: variable('CHARIOT_TOKEN') === outputs.bearer_token && outputs.bearer_token !== '',
};
const login = Buffer.from(`${registry.USERNAME}:${registry.PASSWORD}`).toString('base64');

deepStrictEqual(seen, {
  password: PASSWORD,
  registry,
  file: PASSWORD,
  docker: { auth: login },
  output: PASSWORD,
  outputOfServer: registry.SERVER,
  isTokenInBoth: true,
});
console.log('The variables, the outputs, the file and the docker login are as expected.');
