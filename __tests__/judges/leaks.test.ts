import { describe, expect, test } from '@jest/globals';
import { leaksIn } from '../../harness/judges/leaks.js';
import { secretsInInputs } from '../../harness/judges/secret-inputs.js';
import { append, print, runScript } from '../../harness/run-script.js';

const SECRET = 'Vq8Zk3Xw7Pt2Rm6J';
const TOKEN = `${SECRET}Hd5Fb9Ys4Gn1Cc8Le3Ow7Ut2Ia6Ke`;

const leaksOf = async (script: string, secret = SECRET) => leaksIn(await runScript(script), [secret]);

describe('leaksIn', () => {
  test.each([
    ['the log', print('it contains 3Xw7 as plain text')],
    ['the log', print(`it contains ${Buffer.from('a 3Xw7 b').toString('base64')}`)],
    ['the log', print('it contains %33%58%77%37')],
    ['the message of an annotation', print('::warning::it contains 3Xw7')],
    ['a property of an annotation', print('::error title=3Xw7::m')],
    ['the summary', append('GITHUB_STEP_SUMMARY', '<code>3Xw7</code>')],
    ['the state', append('GITHUB_STATE', 'undo=3Xw7\n')],
    ['stderr', 'console.error("3Xw7");'],
    ['the name of a file', 'mkdirSync(process.env.RUNNER_TEMP + "/3Xw7");'],
  ])('Four characters of a secret are found in %s, printed by %s', async (place, script) => {
    expect(await leaksOf(script)).toContain(`"3Xw7" of "${SECRET}" can be read in ${place}`);
  });

  test('Three characters, a masked secret, and a value in an output are not reported', async () => {
    const script = print(`::add-mask::${SECRET}`) + print(`Xw7 ${SECRET}`) + append('GITHUB_OUTPUT', `a=${SECRET}\n`);

    expect(await leaksOf(script)).toEqual([]);
  });

  test('Of a token, which is random in each run, eight characters are reported and seven are not', async () => {
    expect(await leaksOf(print(TOKEN.slice(3, 11)), TOKEN)).toHaveLength(1);
    expect(await leaksOf(print(TOKEN.slice(3, 10)), TOKEN)).toEqual([]);
  });

  test('Four characters that a public text contains are not reported', async () => {
    const run = await runScript(print('3Xw7'), { publicTexts: ['a name with 3Xw7'] });

    expect(leaksIn(run, [SECRET])).toEqual([]);
  });
});

describe('secretsInInputs', () => {
  test('Secret inputs are those of action.yml; a path is not secret', () => {
    const inputs = {
      url: 'u',
      client_secret: 's',
      password: ' p ',
      signing_key: 'keys/key.pem',
      private_key: 'k'.repeat(101),
      token_parameters: 'resource=r\nmy_pin = 1234\ntoken_type=t',
    };

    expect(secretsInInputs(inputs)).toEqual(['s', ' p ', 'k'.repeat(101), '1234']);
  });
});
