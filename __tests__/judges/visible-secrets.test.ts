import { describe, expect, test } from '@jest/globals';
import { visibleSecrets } from '../../harness/judges/visible-secrets.js';
import { append, print, runScript } from '../../harness/run-script.js';

const SECRET = 'correct-horse/battery "staple"';
const MASK = print(`::add-mask::${SECRET}`);

describe('visibleSecrets', () => {
  const leaksOf = async (script: string, secret = SECRET) => visibleSecrets(await runScript(script), [secret]);

  test('A secret is not visible if it is masked, or in outputs and variables', async () => {
    const text = `${SECRET} ${Buffer.from(SECRET).toString('base64')}`;

    expect(await leaksOf(MASK + print(text) + append('GITHUB_ENV', `A=${SECRET}\n`))).toEqual([]);
    expect(await leaksOf(MASK + append('GITHUB_OUTPUT', `A=${SECRET}\n`))).toEqual([]);
  });

  test.each([
    ['the log', 'a line before its mask', print(SECRET) + MASK],
    ['the log', 'a debug message', print(`::debug::${SECRET}`)],
    ['the message of an annotation', 'an error before its mask', print(`::error::${SECRET}`) + MASK],
    ['a property of an annotation', 'the title of an error', MASK + print(`::error title=${SECRET}::m`)],
    ['the summary file', 'a summary that is masked', MASK + append('GITHUB_STEP_SUMMARY', SECRET)],
    ['the summary', 'a summary without a mask', append('GITHUB_STEP_SUMMARY', SECRET)],
    ['the state', 'a line of the state', MASK + append('GITHUB_STATE', `s=${SECRET}\n`)],
    ['the state', 'a value of the state without an end', MASK + append('GITHUB_STATE', `never ended<<E\n${SECRET}`)],
    ['the state', 'the command save-state', MASK + print(`::save-state name=s::${SECRET}`)],
    ['the log', 'an invalid line of GITHUB_ENV', append('GITHUB_ENV', SECRET)],
    ['stderr', 'a line of stderr', `${MASK}console.error(${JSON.stringify(SECRET)});`],
  ])('A secret is reported in %s if it is in %s', async (place, _where, script) => {
    expect(await leaksOf(script)).toContainEqual(expect.stringContaining(`can be read in ${place}: plain`));
  });

  const bytes = Buffer.from(SECRET);
  const LINES = 'first line\n  second line\n';
  test.each<[form: string, where: string, printed: { text: string; secret?: string }]>([
    ['base64', 'at its start', { text: Buffer.concat([bytes, Buffer.from('\n')]).toString('base64') }],
    ['base64', 'after two bytes', { text: Buffer.from(`u:${SECRET}!`).toString('base64') }],
    ['base64', 'after one byte', { text: Buffer.from(`x${SECRET}!`).toString('base64') }],
    ['base64url', 'alone', { text: Buffer.from('~~~~?>secret?>').toString('base64url'), secret: '~~~~?>secret?>' }],
    ['hex', 'alone', { text: bytes.toString('hex') }],
    ['HEX', 'alone', { text: bytes.toString('hex').toUpperCase() }],
    ['URI', 'alone', { text: encodeURIComponent(SECRET) }],
    ['form', 'in a parameter', { text: new URLSearchParams({ p: SECRET }).toString() }],
    ['JSON', 'in a member', { text: JSON.stringify({ p: SECRET }) }],
    ['plain', 'by one of its lines', { text: 'x second line x', secret: LINES }],
  ])('A secret in the log is reported in the form %s, %s', async (form, _where, { text, secret }) => {
    expect(await leaksOf(print(text), secret)).toEqual([
      expect.stringMatching(new RegExp(`can be read in the log: ${form} `)),
    ]);
  });

  test('A text of fewer than four characters is never reported', async () => {
    expect(await leaksOf(print('abc 616263'), 'abc')).toEqual([]);
  });
});
