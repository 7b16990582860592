import { describe, expect, test } from '@jest/globals';
import { INPUTS, type InputDeclaration, inputNames } from '../../../src/inputs/inputs.js';
import { parseTokenParameters, secretTokenParameters } from '../../../src/inputs/token-parameters.js';
import { actionErrorOf, failureOf } from '../../support/fake-ports.js';

const parse = (token_parameters?: string) =>
  parseTokenParameters(token_parameters === undefined ? {} : { token_parameters });
const messageFor = (text: string) => failureOf(() => parse(text)).message;

describe('parseTokenParameters', () => {
  test.each<[text: string | undefined, parameters: [name: string, value: string][]]>([
    [undefined, []],
    ['', []],
    [' \n\r\n', []],
    ['resource=https://api', [['resource', 'https://api']]],
    [
      'a=1\r\nb=2\rc=3\n',
      [
        ['a', '1'],
        ['b', '2'],
        ['c', '3'],
      ],
    ],
    [
      'resource=x\nresource=x\nresource=y',
      [
        ['resource', 'x'],
        ['resource', 'x'],
        ['resource', 'y'],
      ],
    ],
    ['a=b=c==', [['a', 'b=c==']]],
    ['  a =  b c  ', [['a', 'b c']]],
    ['a=', [['a', '']]],
    ['a=%41+é', [['a', '%41+é']]],
    ['a=b # c', [['a', 'b # c']]],
    ['x.y_Z-9=1', [['x.y_Z-9', '1']]],
    ['organization_id=org_1', [['organization_id', 'org_1']]],
  ])('The text %j is read as %j', (text, parameters) => {
    expect(parse(text)).toEqual(parameters);
  });

  test.each([
    ['hunter2', 1],
    ['a=b\n\nhunter2', 3],
    ['=hunter2', 1],
    ['hunter 2=x', 1],
    ['hunter2: x=y', 1],
    ['hünter2=x', 1],
    ['# hunter2=x', 1],
  ])('The text %j is rejected at line %d, which is not shown', (text, line) => {
    expect(failureOf(() => parse(text))).toEqual({
      code: 'input_invalid',
      message: `The input \`token_parameters\` must have one name=value per line, and line ${line} is different.`,
    });
  });

  test.each([
    ['client_assertion', '`client_authentication`'],
    ['client_assertion_type', '`client_authentication`'],
    ['assertion', '`grant_type: jwt_bearer`'],
    ['subject_token', '`grant_type: token_exchange`'],
    ['subject_token_type', '`grant_type: token_exchange`'],
    ['Scope', '`scope`'],
    ['Client_Assertion', '`client_authentication`'],
  ])('The parameter %s is rejected, and %s is named instead', (name, instead) => {
    expect(actionErrorOf(() => parse(`a=b\n${name}=hunter2`))).toMatchObject({
      message: `The input \`token_parameters\` must not contain \`${name}\` (line 2).`,
      advice: [`Set ${instead} instead`],
    });
  });

  test('Every parameter with an input of its own is rejected, and every secret input', () => {
    const oauth = ['grant_type', 'client_id', 'client_secret', 'username', 'password', 'refresh_token'];
    const secret = inputNames().filter((name) => {
      const declaration: InputDeclaration = INPUTS[name];
      return declaration.secret !== undefined;
    });

    for (const name of [...oauth, ...secret, 'scope', 'audience']) {
      expect(messageFor(`${name}=hunter2`)).toBe(
        `The input \`token_parameters\` must not contain \`${name}\` (line 1).`,
      );
    }
  });
});

describe('secretTokenParameters', () => {
  test.each(['my_secret', 'passwordless', 'subject-token', 'API.KEY', 'auth_code', 'pin', 'assertion2'])(
    'The value of %s is secret',
    (name) => {
      expect(secretTokenParameters(`a=b\n ${name} = x=y `)).toEqual(['x=y']);
    },
  );

  test.each(['requested_token_type', 'resource', 'connector_id', 'organization', 'pass'])(
    'The value of %s is not secret',
    (name) => {
      expect(secretTokenParameters(`${name}=x`)).toEqual([]);
    },
  );

  test('The value of a parameter that the action rejects is also secret', () => {
    expect(secretTokenParameters('client_secret=x\nbad name with token=y\ntoken')).toEqual(['x', 'y', '']);
  });
});

test('A parameter may have the name of a member of every object', () => {
  expect(parseTokenParameters({ token_parameters: 'constructor=x' })).toEqual([['constructor', 'x']]);
});
