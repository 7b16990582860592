import { describe, expect, test } from '@jest/globals';
import { variableName } from '../../../src/language/names.js';
import { parseSecretRequests } from '../../../src/language/request.js';
import { isKeptByRunner, takesOver } from '../../../src/language/steering-variables.js';
import { checkRequests, claimNames, takenNames } from '../../../src/language/taken-names.js';

describe('Variables on which later steps depend', () => {
  const settingsOf = (text: string, exportEnv = true) => ({
    exportEnv,
    plan: false,
    tokenVariable: undefined,
    secretRequests: parseSecretRequests(text),
  });
  const check = (text: string) => () => checkRequests(settingsOf(text));

  test.each([
    'path',
    'PATH',
    'Path',
    'Bash.Env',
    'GITHUB_TOKEN',
    'https_proxy',
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
  ])('The name of the Secret %j is not made a variable unless the workflow names the variable', (name) => {
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
    'The variable %s is reserved, so it cannot be a target',
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

  // On Windows, `type AUX` reads a serial port, whatever the folder.
  test.each(['CON', 'prn', 'Aux', 'NUL', 'COM1', 'com9', 'LPT1', 'lpt0'])(
    'No file of @file has the name %s, which Windows reserves for a device',
    (name) => {
      const refusal = expect.objectContaining({ code: 'name_refused' });

      expect(check(`harmless | ${name}@file`)).toThrow(refusal);
      expect(check(`${name} | @file`)).toThrow('Windows reserves the file');
      expect(() => checkRequests(settingsOf(`${name} | base64 | @file`, false))).toThrow(refusal);
      expect(check(`harmless | ${name}; x | ${name}@dotenv; y | ${name}_1@file; z | COM@file`)).not.toThrow();
    },
  );

  test('A reserved variable is not made of the name of a Secret', () => {
    expect(check('node options')).toThrow('`secrets`, line 1: the runner reserves the variable NODE_OPTIONS.');
  });

  test('A reserved variable can be a line of a file, which the runner does not read', () => {
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
  ])('The name of the Secret %j is made a variable', (name) => {
    expect(check(name)).not.toThrow();
  });

  test('A name that would change later steps can be an output', () => {
    expect(() => checkRequests(settingsOf('path; node-options', false))).not.toThrow();
  });

  test('A name that would change later steps does not matter for @docker and @aws', () => {
    expect(check('path | @docker; ld-preload | @aws')).not.toThrow();
  });

  test('A variable that would change later steps cannot be made of the name of a field, which comes from the server', () => {
    const takeAs = (chosen: boolean) => () => {
      const name = { variable: 'LD_PRELOAD', output: 'x', who: 'line 1', chosen };
      claimNames(takenNames(settingsOf('')), { sink: undefined, name, parts: [name] });
    };

    expect(takeAs(false)).toThrow('LD_PRELOAD');
    expect(takeAs(true)).not.toThrow();
  });
});

describe('takesOver and isKeptByRunner', () => {
  test.each([
    ['PATH', { takesOver: true, kept: false }],
    // Prefixes and names count only at the start, and only whole.
    ['MY_GIT_TOKEN', { takesOver: false, kept: false }],
    ['MY_PATH', { takesOver: false, kept: false }],
    ['Path', { takesOver: true, kept: false }],
    ['GITHUB_TOKEN', { takesOver: true, kept: false }],
    ['github_env', { takesOver: true, kept: true }],
    ['RUNNER_TEMP', { takesOver: true, kept: true }],
    ['NODE_OPTIONS', { takesOver: true, kept: true }],
    ['NODE_PATH', { takesOver: true, kept: false }],
    ['https_proxy', { takesOver: true, kept: false }],
    ['MAKEFILES', { takesOver: true, kept: false }],
    ['SSLKEYLOGFILE', { takesOver: true, kept: false }],
    ['AWS_SHARED_CREDENTIALS_FILE', { takesOver: true, kept: false }],
    ['CHARIOT_TOKEN', { takesOver: false, kept: false }],
    ['GITHUB', { takesOver: false, kept: false }],
    ['XPATH', { takesOver: false, kept: false }],
    ['PATH_X', { takesOver: false, kept: false }],
  ])('The variable %s is classified as %j', (name, expected) => {
    expect({ takesOver: takesOver(name), kept: isKeptByRunner(name) }).toEqual(expected);
  });
});
