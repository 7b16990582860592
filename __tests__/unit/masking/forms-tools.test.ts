import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { masksOf } from '../../../src/masking/masks.js';

const SECRETS = [
  'correct-horse-battery',
  "it's a 'quoted' secret",
  'back\\slash and "quotes"',
  'dollar $HOME `id` !1 secret',
  'tab\tand blank',
  'Zugang-für-Jürgen',
  'für\u0007Jürgen-allein',
  'für\u0085Jürgen-allein',
  'für\u200b\u0007Jürgen-allein',
  'für\u2028Jürgen-allein',
  'emoji😀secret😀',
  'escape\u001b[31m and bell\u0007',
  'first long line\nsecond long line',
];

/** What is left of a text when every mask of the secret is taken out of it, longest first. */
const masked = (text: string, secret: string) =>
  masksOf(secret).reduce((left, mask) => left.replaceAll(mask, '***'), text);

/** Whether a text holds a whole word of a secret. */
const isReadable = (text: string, secret: string) =>
  (secret.match(/[A-Za-z]{4,}/g) ?? []).some((word) => text.includes(word));

// Windows runners may have no bash, and their shell prints nothing of the kind.
const testOnUnix = process.platform === 'win32' ? test.skip : test;

function traceOf(secret: string, locale: string): string {
  const { stderr } = spawnSync('bash', ['--norc', '-c', 'set -x; : "$V"; W="$V"; [[ "$V" == x ]]'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, V: secret, LC_ALL: locale },
  });
  return stderr;
}

describe('what bash prints under set -x holds no secret, in the locale', () => {
  for (const locale of ['C', 'C.UTF-8']) {
    testOnUnix.each(SECRETS)(`${locale} (not on Windows): %j`, (secret) => {
      const trace = traceOf(secret, locale);

      expect(trace).toMatch(/^\+ : .*$/m);
      expect(isReadable(masked(trace, secret), secret)).toBe(false);
    });
  }
});

describe('what the base64 of the system prints shows at most the ends of a secret', () => {
  testOnUnix.each(SECRETS)('with a newline behind it and a user in front (not on Windows): %j', (secret) => {
    for (const text of [secret, `${secret}\n`, `u:${secret}\n`, `me:${secret}`, `you:${secret}\n`]) {
      const printed = execFileSync('base64', { input: text, encoding: 'utf8' }).replaceAll('\n', '');
      const ends = masked(printed, secret).split('***');

      expect(ends).toHaveLength(2);
      expect(ends.map((end) => end.length <= 8)).toEqual([true, true]);
    }
  });
});

describe('what this Node prints holds no secret', () => {
  const writers = {
    hex: (text: string) => Buffer.from(`${text}\n`).toString('hex'),
    URI: (text: string) => `https://example.com/?q=${encodeURIComponent(text)}`,
    form: (text: string) => new URLSearchParams({ user: 'me', password: text }).toString(),
    query: (text: string) => new URL(`https://example.com/?q=${encodeURIComponent(text)}`).href,
    JSON: (text: string) => JSON.stringify({ password: text }),
    'JSON in JSON': (text: string) => JSON.stringify({ body: JSON.stringify({ password: text }) }),
  };

  for (const [name, write] of Object.entries(writers)) {
    test.each(SECRETS)(`as ${name}: %j`, (secret) => {
      const printed = masked(write(secret), secret);

      expect(isReadable(printed, secret)).toBe(false);
      expect(printed).toMatch(/\*\*\*/);
    });
  }
});
