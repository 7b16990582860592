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
    ['the log', print(SECRET) + MASK],
    ['the log', print(`::debug::${SECRET}`)],
    ['the message of an annotation', print(`::error::${SECRET}`) + MASK],
    ['a property of an annotation', MASK + print(`::error title=${SECRET}::m`)],
    ['the summary file', MASK + append('GITHUB_STEP_SUMMARY', SECRET)],
    ['the summary', append('GITHUB_STEP_SUMMARY', SECRET)],
    ['the state', MASK + append('GITHUB_STATE', `s=${SECRET}\n`)],
    ['the state', MASK + append('GITHUB_STATE', `never ended<<E\n${SECRET}`)],
    ['the state', MASK + print(`::save-state name=s::${SECRET}`)],
    ['the log', append('GITHUB_ENV', SECRET)],
    ['stderr', `${MASK}console.error(${JSON.stringify(SECRET)});`],
  ])('A secret in %s is visible', async (place, script) => {
    expect(await leaksOf(script)).toContainEqual(expect.stringContaining(`can be read in ${place}: plain`));
  });

  const bytes = Buffer.from(SECRET);
  test.each([
    ['base64', Buffer.concat([bytes, Buffer.from('\n')]).toString('base64')],
    ['base64', Buffer.from(`u:${SECRET}!`).toString('base64')],
    ['base64', Buffer.from(`x${SECRET}!`).toString('base64')],
    ['base64url', Buffer.from('~~~~?>secret?>').toString('base64url'), '~~~~?>secret?>'],
    ['hex', bytes.toString('hex')],
    ['HEX', bytes.toString('hex').toUpperCase()],
    ['URI', encodeURIComponent(SECRET)],
    ['form', new URLSearchParams({ p: SECRET }).toString()],
    ['JSON', JSON.stringify({ p: SECRET })],
    ['plain', 'x second line x', 'first line\n  second line\n'],
  ])('A secret in the log in the form %s is visible', async (form, text, secret = SECRET) => {
    expect(await leaksOf(print(text), secret)).toEqual([
      expect.stringMatching(new RegExp(`can be read in the log: ${form} `)),
    ]);
  });

  test('A text of fewer than four characters is never reported', async () => {
    expect(await leaksOf(print('abc 616263'), 'abc')).toEqual([]);
  });
});
