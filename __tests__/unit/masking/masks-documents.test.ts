import { describe, expect, test } from '@jest/globals';
import { derivedForms } from '../../../src/masking/forms.js';
import { masksOf, userPasswords } from '../../../src/masking/masks.js';

const PEM = `-----BEGIN PRIVATE KEY-----
MIIEvQIBADANBgkqhkiG9w0BAQEFAASC
BKcwggSjAgEAAoIBAQC7
-----END PRIVATE KEY-----
`;

const PRETTY = JSON.stringify(
  { server: 'ghcr.example.com', port: 5432, tls: true, note: null, tags: ['blue'] },
  null,
  2,
);

/** The masks of a value that are no derived form of another: what is told apart here are the pieces. */
function piecesOf(value: string): string[] {
  const masks = masksOf(value);
  const derived = new Set([value, value.trim(), ...masks].flatMap(derivedForms));
  return masks.filter((mask) => !derived.has(mask)).sort();
}

describe('what is masked of a document', () => {
  test.each<[string, string, string[]]>([
    ['a key file: itself and every line', PEM, [PEM, PEM.trim(), ...PEM.trim().split('\n')]],
    [
      'JSON on one line: itself and its leaves',
      '{"user":"maria","pin":12345}',
      ['{"user":"maria","pin":12345}', 'maria', '12345'],
    ],
    [
      'JSON in a string of JSON: the leaves of both',
      JSON.stringify({ a: '{"b":"inner"}' }),
      [JSON.stringify({ a: '{"b":"inner"}' }), '{"b":"inner"}', 'inner'],
    ],
    ['a string of JSON: what stands in it', '"correct horse"', ['"correct horse"', 'correct horse']],
    ['a list: its elements', '["alpha","beta-x"]', ['["alpha","beta-x"]', 'alpha', 'beta-x']],
    [
      'lines in a leaf: each of them',
      '{"key":"line one\\nline two"}',
      ['{"key":"line one\\nline two"}', 'line one\nline two', 'line one', 'line two'],
    ],
    [
      'a short leaf beside a longer one: not the short one',
      '{"a":"xy","b":"longer"}',
      ['{"a":"xy","b":"longer"}', 'longer'],
    ],
    ['broken JSON: itself', '{"a":"b', ['{"a":"b']],
  ])('%s', (_kind, value, expected) => {
    expect(piecesOf(value)).toEqual([...new Set(expected)].sort());
  });

  test('JSON over several lines: its leaves and its longer lines, but no bracket and no word of JSON', () => {
    const masks = masksOf(PRETTY);

    expect(masks).toEqual(
      expect.arrayContaining(['ghcr.example.com', '5432', 'blue', '"server": "ghcr.example.com",']),
    );
    for (const syntax of ['{', '}', '[', ']', '],', 'true', 'null', '', ',']) {
      expect(masks).not.toContain(syntax);
    }
    // The runner would register each line of the whole by itself, and so every bracket.
    expect(masks).not.toContain(PRETTY);
  });
});

describe('what shall stay readable of a document is left out:', () => {
  test.each<[string, string, { plain: string[]; masked: string[] }]>([
    ['a leaf', '{"a":"plain one","b":"secret one"}', { plain: ['plain one'], masked: ['secret one'] }],
    ['a number', '{"port":5432,"b":"secret one"}', { plain: ['5432'], masked: ['secret one'] }],
    [
      'a leaf with lines',
      '{"a":"line one\\nline two","b":"secret one"}',
      { plain: ['line one\nline two'], masked: ['secret one'] },
    ],
    [
      'a leaf in a string of JSON',
      JSON.stringify({ a: '{"b":"inner one"}', c: 'secret one' }),
      { plain: ['inner one', '{"b":"inner one"}'], masked: ['secret one'] },
    ],
    ['all of them', '{"a":"plain one"}', { plain: ['plain one'], masked: [] }],
    [
      'nothing else than what is named',
      '{"a":"plain one","b":"other"}',
      { plain: ['plain'], masked: ['plain one', 'other'] },
    ],
  ])('%s', (_what, value, { plain, masked }) => {
    const masks = new Set(masksOf(value, plain));
    const lines = plain.flatMap((text) => [text, ...text.split('\n')]);
    const open = lines.filter((text) => masks.has(text) || derivedForms(text).some((form) => masks.has(form)));

    expect(masks).toContain(value);
    expect(open).toEqual([]);
    expect(masked.filter((text) => !masks.has(text))).toEqual([]);
  });

  test('but not where it is the whole', () => {
    expect(masksOf('plain one', ['plain one'])).toContain('plain one');
  });
});

describe('user:password of a structured value', () => {
  const fields = (members: Record<string, string>) =>
    Object.entries(members).map(([name, text]) => ({ path: name.split('.'), text }));

  test.each<[string, Record<string, string>, string[]]>([
    ['user name and password', { server: 'host', username: 'maria', password: 'pass-1' }, ['maria:pass-1']],
    ['names in other cases', { userName: 'maria', Password: 'pass-1' }, ['maria:pass-1']],
    ['nested ones', { 'auth.login': 'maria', 'auth.pwd': 'pass-1' }, ['maria:pass-1']],
    ['a client', { client_id: 'client', client_secret: 'pass-1' }, ['client:pass-1']],
    ['the two keys of S3', { access_key_id: 'AKIA', secret_access_key: 'SECRET' }, ['AKIA:SECRET']],
    ['an e-mail address and a token', { 'e-mail': 'm@x.org', token: 'tok-1' }, ['m@x.org:tok-1']],
    [
      'every user with every password',
      { user: 'maria', email: 'm@x.org', password: 'pass-1', token: 'tok-1' },
      ['maria:pass-1', 'maria:tok-1', 'm@x.org:pass-1', 'm@x.org:tok-1'],
    ],
    ['no password', { username: 'maria', server: 'host' }, []],
    ['no user', { password: 'pass-1' }, []],
    ['an empty one', { username: '', password: 'pass-1' }, []],
    ['no pair of one field with itself', { user_password: 'pass-1' }, []],
    ['none so short that it would hide more of the log than of the secret', { user: 'a', password: 'b' }, []],
  ])('%s', (_kind, members, expected) => {
    expect(userPasswords(fields(members))).toEqual(expected);
  });
});
