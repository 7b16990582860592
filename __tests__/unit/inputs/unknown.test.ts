import { describe, expect, test } from '@jest/globals';
import { ActionError } from '../../../src/errors.js';
import { inputNames } from '../../../src/inputs/inputs.js';
import { findUnknownInputs, secretsInUnknown, unknownInputWarning } from '../../../src/inputs/unknown.js';

/** The variables of a step, as the runner names them. */
const variablesOf = (inputs: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(inputs).map(([key, value]) => [`INPUT_${key.replaceAll(' ', '_').toUpperCase()}`, value]),
  );
const unknownIn = (inputs: Record<string, string>) => findUnknownInputs(variablesOf(inputs));
const nearTo = (key: string) => unknownIn({ [key]: 'x' }).map(({ near }) => near);

describe('findUnknownInputs', () => {
  test('Every declared input is known', () => {
    expect(unknownIn(Object.fromEntries(inputNames().map((name) => [name, 'x'])))).toEqual([]);
  });

  test.each(['export env', 'Export_Env', 'EXPORT_ENV'])('The key %j is known, as the runner passes it', (key) => {
    expect(unknownIn({ [key]: 'x' })).toEqual([]);
  });

  test.each(['PATH', 'INPUT', 'INPUT_', 'INPUTS', 'MY_INPUT_EXPORTENV'])('The variable %s is no input', (name) => {
    expect(findUnknownInputs({ [name]: 'x' })).toEqual([]);
  });

  test('An unknown input has its key in lower case and its value', () => {
    expect(unknownIn({ Colour: 'red' })).toEqual([{ name: 'colour', value: 'red', near: [] }]);
  });

  test('Unknown inputs are in the order of their names', () => {
    expect(unknownIn({ zebra: '', apple: '', mango: '' }).map(({ name }) => name)).toEqual(['apple', 'mango', 'zebra']);
  });

  test.each<[what: string, key: string, near: string]>([
    ['without the underscore', 'exportenv', 'export_env'],
    ['with a hyphen', 'export-env', 'export_env'],
    ['with an underscore too many', 'user_name', 'username'],
    ['with a letter missing', 'pla', 'plan'],
    ['with a letter too many', 'urls', 'url'],
    ['with a wrong letter', 'uri', 'url'],
    ['with two transposed letters', 'paln', 'plan'],
    ['with a hyphen and a transposition', 'user-di', 'user_id'],
    ['with two wrong letters in a name of seven', 'ratreis', 'retries'],
    ['with two letters missing in a name of eight', 'passwd', 'password'],
    ['with two pairs of transposed letters', 'cleint_sercet', 'client_secret'],
  ])('A key %s is near: %s', (_what, key, near) => {
    expect(nearTo(key)).toEqual([[near]]);
  });

  test.each<[what: string, key: string]>([
    ['two letters missing in a name of four', 'pl'],
    ['two wrong letters in a name of six', 'tanend'],
    ['two letters too many after a name of six', 'tenant_id'],
    ['two letters missing in a name of six letters and an underscore', 'user'],
    ['three wrong letters in a long name', 'client_xxxret'],
    ['another word', 'colour'],
  ])('A key with %s is not near: %s', (_what, key) => {
    expect(nearTo(key)).toEqual([[]]);
  });

  test('All near names are found, the nearest first', () => {
    expect(nearTo('signing_keyi')).toEqual([['signing_key', 'signing_key_id']]);
    expect(nearTo('signing-key-id')).toEqual([['signing_key_id', 'signing_key']]);
  });
});

describe('secretsInUnknown', () => {
  test.each<[what: string, key: string, value: string, secrets: string[]]>([
    ['A value is secret if the near input is always secret', 'clientsecret', 'abc', ['abc']],
    ['A value is not secret if the near input is not', 'exportenv', 'false', []],
    ['A value is not secret without a near input', 'colour', 'red', []],
    ['A path is not secret if the near input is secret by its content', 'privatekey', 'certs/key.pem', []],
    [
      'A key is secret if the near input is secret by its content',
      'privatekey',
      '-----BEGIN PRIVATE KEY-----',
      ['-----BEGIN PRIVATE KEY-----'],
    ],
    ['A token parameter is secret if its name says so', 'token-parameter', 'a=b\napi_key=k\n', ['k']],
    ['A value is secret if the second of two near inputs is', 'signing-key-id', '{"d":"x"}', ['{"d":"x"}']],
  ])('%s', (_what, key, ...[value, secrets]) => {
    expect(secretsInUnknown(unknownIn({ [key]: value }))).toEqual(secrets);
  });
});

describe('unknownInputWarning', () => {
  const warningAbout = (inputs: Record<string, string>, isGitHub: boolean) => {
    try {
      return unknownInputWarning(unknownIn(inputs), isGitHub);
    } catch (error) {
      return error instanceof ActionError ? [error.code, error.message] : error;
    }
  };

  test('Without unknown inputs there is no warning', () => {
    expect(warningAbout({ export_env: 'false' }, true)).toBeUndefined();
  });

  test("On GitHub's runner, an input near a known one is an error", () => {
    expect(warningAbout({ exportenv: 'false' }, true)).toEqual([
      'input_invalid',
      'The action has no input "exportenv" (did you mean `export_env`?).',
    ]);
  });

  test('On another runner, an input near a known one is a warning', () => {
    expect(warningAbout({ exportenv: 'false' }, false)).toBe(
      'The action ignores the unknown input "exportenv" (did you mean `export_env`?).',
    );
  });

  test("On GitHub's runner, an input that is not near a known one is a warning", () => {
    expect(warningAbout({ colour: 'red' }, true)).toBe('The action ignores the unknown input "colour".');
  });

  test.each(['', ' \n'])("On GitHub's runner, the empty value %j is a warning", (value) => {
    expect(warningAbout({ exportenv: value }, true)).toBe(
      'The action ignores the unknown input "exportenv" (did you mean `export_env`?).',
    );
  });

  test('One error lists all unknown inputs, also empty ones and those that are not near', () => {
    expect(warningAbout({ ExportEnv: 'false', colour: 'red', 'signing-keyi': '' }, true)).toEqual([
      'input_invalid',
      'The action has no inputs "colour", "exportenv" (did you mean `export_env`?), "signing-keyi" (did you mean `signing_key` or `signing_key_id`?).',
    ]);
  });

  test('One warning lists all unknown inputs', () => {
    expect(warningAbout({ exportenv: 'false', colour: 'red' }, false)).toBe(
      'The action ignores the unknown inputs "colour", "exportenv" (did you mean `export_env`?).',
    );
  });
});
