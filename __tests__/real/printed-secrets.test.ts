import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { PRINTED_SECRETS, textsWith } from '../support/printed-secrets.js';

/** What bash prints under `set -x` for an argument, an assignment and a condition. */
function tracesOf(secret: string, locale: string): string {
  const { stderr } = spawnSync('bash', ['--norc', '-c', 'set -x; : "$V"; W="$V"; [[ "$V" == x ]]'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, V: secret, LC_ALL: locale },
  });
  return stderr;
}

/** The unit tests check that the masks hide these texts; here, the programs print the same texts. */
describe.each(PRINTED_SECRETS)('A secret with $kind', ({ secret, traces, base64 }) => {
  test.each(['C', 'C.UTF-8'] as const)('Bash prints the expected text under set -x in the locale %s', (locale) => {
    const trace = traces[locale];

    expect(tracesOf(secret, locale)).toBe(`+ : ${trace}\n+ W=${trace}\n+ [[ ${secret} == x ]]\n`);
  });

  test('The program base64 prints the expected text', () => {
    const printed = (input: string) => execFileSync('base64', { input, encoding: 'utf8' }).replaceAll('\n', '');

    expect(printed(`u:${secret}\n`)).toBe(base64);
    expect(textsWith(secret).map(printed)).toEqual(
      textsWith(secret).map((text) => Buffer.from(text).toString('base64')),
    );
  });
});
