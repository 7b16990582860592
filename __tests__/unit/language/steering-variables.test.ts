import { describe, expect, test } from '@jest/globals';
import { variableName } from '../../../src/language/names.js';
import { parseSecretRequests } from '../../../src/language/request.js';
import { isKeptByRunner, takesOver } from '../../../src/language/steering-variables.js';
import { checkRequests, claimNames, takenNames } from '../../../src/language/taken-names.js';

describe('what the runner or later steps live on', () => {
  const settingsOf = (text: string, exportEnv = true) => ({
    exportEnv,
    tokenVariable: undefined,
    secretRequests: parseSecretRequests(text),
  });
  const check = (text: string) => () => checkRequests(settingsOf(text));

  test.each([
    'path',
    'Path',
    'ld-preload',
    'dyld insert libraries',
    'bash.env',
    'ps4',
    'python-path',
    'pythonstartup',
    'perl5opt',
    'rubyopt',
    'java-tool-options',
    'git-ssh-command',
    'https-proxy',
    'no_proxy',
    'all-proxy',
    'ssl-cert-file',
    'npm-config-registry',
    'node-extra-ca-certs',
    'github-token',
    'actions-runtime-token',
    'input-x',
    'docker-host',
    'aws-endpoint-url-s3',
    'home',
    'ci',
  ])('is never the variable of a Secret named %j, unless the author of the workflow says so', (name) => {
    const variable = variableName(name);

    expect(check(name)).toThrow(expect.objectContaining({ code: 'name_refused' }));
    expect(check(name)).toThrow(`\`secrets\`, line 1: the variable ${variable} would change how later steps run.`);
    expect(check(`${name} | @file`)).toThrow(expect.objectContaining({ code: 'name_refused' }));
    expect(check(`${name} | @dotenv`)).toThrow(expect.objectContaining({ code: 'name_refused' }));
    expect(check(`${name} | @env-file`)).toThrow(expect.objectContaining({ code: 'name_refused' }));
    expect(check(`harmless | ${variable}`)).not.toThrow();
    expect(check(`harmless | ${variable}@file; x | ${variable}@dotenv; y | ${variable}@env-file`)).not.toThrow();
    expect(check(`harmless | ${variable.toLowerCase()}`)).not.toThrow();
  });

  test.each(['NODE_OPTIONS', 'node_options', 'GITHUB_ENV', 'github_env', 'GITHUB_PATH', 'RUNNER_TEMP', 'Runner_Os'])(
    'is not even a target: %s',
    (variable) => {
      const refusal = {
        code: 'name_refused',
        message: expect.stringMatching(/the runner reserves the variable .*\.$/),
      };

      expect(check(`harmless | ${variable}`)).toThrow(expect.objectContaining(refusal));
      expect(check(`harmless | ${variable}@file`)).toThrow(expect.objectContaining(refusal));
      expect(check(`"${variable}"`)).toThrow(expect.objectContaining(refusal));
    },
  );

  test('may be a target in a file, which the runner does not read', () => {
    expect(check('harmless | NODE_OPTIONS@dotenv; x | GITHUB_ENV@env-file')).not.toThrow();
  });

  test.each([
    'db-password',
    'my-path',
    'path2',
    'ldap',
    'node',
    'github',
    'proxy-user',
    'gitlab-token',
    'aws-secret-access-key',
    'cicd',
  ])('is not meant by %j', (name) => {
    expect(check(name)).not.toThrow();
  });

  test('is no danger to outputs', () => {
    expect(() => checkRequests(settingsOf('path; node-options', false))).not.toThrow();
  });

  test('is no danger where its value goes elsewhere', () => {
    expect(check('path | @docker; ld-preload | @aws')).not.toThrow();
  });

  test('is never the variable of a field, whose name comes from the server, whatever the target', () => {
    const takeAs = (chosen: boolean) => () => {
      const name = { variable: 'LD_PRELOAD', output: 'x', who: 'line 1', chosen };
      claimNames(takenNames(settingsOf('')), { sink: undefined, name, parts: [name] });
    };

    expect(takeAs(false)).toThrow('LD_PRELOAD');
    expect(takeAs(true)).not.toThrow();
  });
});

describe('a variable', () => {
  test.each([
    ['PATH', { steers: true, kept: false }],
    ['Path', { steers: true, kept: false }],
    ['GITHUB_TOKEN', { steers: true, kept: false }],
    ['github_env', { steers: true, kept: true }],
    ['RUNNER_TEMP', { steers: true, kept: true }],
    ['NODE_OPTIONS', { steers: true, kept: true }],
    ['NODE_PATH', { steers: true, kept: false }],
    ['https_proxy', { steers: true, kept: false }],
    ['MAKEFILES', { steers: true, kept: false }],
    ['SSLKEYLOGFILE', { steers: true, kept: false }],
    ['AWS_SHARED_CREDENTIALS_FILE', { steers: true, kept: false }],
    ['CHARIOT_TOKEN', { steers: false, kept: false }],
    ['GITHUB', { steers: false, kept: false }],
    ['XPATH', { steers: false, kept: false }],
    ['PATH_X', { steers: false, kept: false }],
  ])('%s: %j', (name, expected) => {
    expect({ steers: takesOver(name), kept: isKeptByRunner(name) }).toEqual(expected);
  });
});
