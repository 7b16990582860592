import { describe, expect, test } from '@jest/globals';
import { masksOf } from '../../../src/masking/masks.js';
import { contentsOf } from '../../../src/masking/parts.js';

const base64 = (text: string) => Buffer.from(text).toString('base64');

const KEY_LINES = ['MIIEvQIBADANBgkqhkiG9w0BAQEF', 'BKcwggSjAgEAAoIBAQC7xYz01234'];
const pemWith = (newline: string) =>
  ['-----BEGIN PRIVATE KEY-----', ...KEY_LINES, '-----END PRIVATE KEY-----'].join(newline);

/** The texts that a program can print alone of a value, and that are too short or too common for a mask. */
interface Row {
  readonly kind: string;
  readonly text: string;
  readonly masked: readonly string[];
  readonly open?: readonly string[];
}

const PAIRS: readonly Row[] = [
  { kind: 'a .env file', text: 'API_TOKEN=tok-sntrys-99A7c1', masked: ['tok-sntrys-99A7c1'], open: ['API_TOKEN'] },
  {
    kind: 'a .env file with CRLF',
    text: 'A=first-word-1\r\nB=second-word-2\r\n',
    masked: ['first-word-1', 'second-word-2'],
  },
  {
    kind: 'exported variables',
    text: 'export A="first word 1"\n  export B=second-2',
    masked: ['first word 1', 'second-2'],
  },
  {
    kind: 'a value with a comment',
    text: 'A=first-word-1 # note\nB="two-2 words" # note',
    masked: ['first-word-1', 'two-2 words'],
  },
  { kind: 'a value with escapes of a shell', text: 'A="a\\"b\\$cdef-1"', masked: ['a"b$cdef-1'] },
  { kind: 'a value with the single quote of a shell', text: "A='it'\\''s a secret-1'", masked: ["it's a secret-1"] },
  {
    kind: 'a quoted value of several lines',
    text: 'A="first-line-1\nlast-line-2"',
    masked: ['first-line-1', 'last-line-2'],
  },
  { kind: 'a value that no program unescapes', text: "A=a\\x''%41&lt;b-1", masked: ["a\\x''%41&lt;b-1"] },
  { kind: 'an INI file', text: '[db]\npassword = hunter-2-abc ; old\n', masked: ['hunter-2-abc'] },
  {
    kind: 'properties',
    text: 'db.password: hunter-2-abc\nkey=a\\:bcdef-\\u0041',
    masked: ['hunter-2-abc', 'a:bcdef-A'],
  },
  {
    kind: 'an inline table of TOML',
    text: 'db = { user = "maria", password = "pa,ss;wo rd" }',
    masked: ['pa,ss;wo rd'],
    open: ['maria'],
  },
  {
    kind: 'a list without quotes',
    text: 'tokens: [ghp_abcdefgh12345678, ghp_zzzzefgh12345678]',
    masked: ['ghp_abcdefgh12345678', 'ghp_zzzzefgh12345678'],
  },
  { kind: 'a list in a variable', text: 'TOKENS=first-tok-1,second-tok-2', masked: ['first-tok-1', 'second-tok-2'] },
  {
    kind: 'a comment with a usual word after a key',
    text: '# token required for deployment\nprimary key constraint',
    masked: [],
    open: ['required', 'constraint'],
  },
  { kind: 'a section of CDATA', text: '<password><![CDATA[abc-12345]]></password>', masked: ['abc-12345'] },
  { kind: 'an element over lines', text: '<password>\n  abc&lt;12345\n</password>', masked: ['abc<12345'] },
  { kind: 'a doubled quote', text: 'Server=x;Password="abc;de""f12345";Y=1', masked: ['abc;de"f12345'] },
  { kind: 'a list of TOML', text: 'tokens = ["first-tok-1", "second-tok-2"]', masked: ['first-tok-1', 'second-tok-2'] },
  {
    kind: 'YAML',
    text: 'users:\n- name: deployer\n  token: abc.def-123',
    masked: ['abc.def-123'],
    open: ['deployer', 'name: deployer'],
  },
  {
    kind: 'YAML with quotes',
    text: "a: 'it''s secret-1'\nb: \"two-2: words\"",
    masked: ["it's secret-1", 'two-2: words'],
  },
  { kind: 'a flow mapping of YAML', text: '{name: x, token: abc.def-123}', masked: ['abc.def-123'] },
  { kind: 'a list of YAML', text: '- first-tok-1\n- second-tok-2', masked: ['first-tok-1', 'second-tok-2'] },
  {
    kind: 'attributes of XML',
    text: '<user name="ci" token="xyz &amp; 1234"/>',
    masked: ['xyz & 1234', 'xyz &amp; 1234'],
  },
  { kind: 'elements of XML', text: '<server><password>p&lt;ss-w0rd</password></server>', masked: ['p<ss-w0rd'] },
  { kind: 'a hash of Ruby or PHP', text: "'password' => 'hunter-2-abc',", masked: ['hunter-2-abc'] },
  {
    kind: 'JSON that is not complete',
    text: '  "password": "hunter-2-abc",',
    masked: ['hunter-2-abc'],
    open: ['"password"'],
  },
];

const LINES: readonly Row[] = [
  {
    kind: 'a connection string',
    text: 'Server=db;User Id=maria;Password=p@ss=w0rd,x;Timeout=30',
    masked: ['p@ss=w0rd,x'],
    open: ['maria', '30'],
  },
  {
    kind: 'a connection string of Azure',
    text: 'AccountName=x;AccountKey=abc/def+ghi1234==;E=1',
    masked: ['abc/def+ghi1234=='],
  },
  { kind: 'a connection string in a .env file', text: 'CONN="Server=db;Password=p@ss-w0rd"', masked: ['p@ss-w0rd'] },
  {
    kind: 'parameters of libpq',
    text: 'host=db port=5432 dbname=app user=maria connect_timeout=10 password=hunter-2-abc sslmode=require',
    masked: ['hunter-2-abc'],
    open: ['maria'],
  },
  {
    kind: 'the URL of a database',
    text: 'postgres://deployer:p%40ss-w0rd@db:5432/app',
    masked: ['p%40ss-w0rd', 'p@ss-w0rd', 'deployer:p@ss-w0rd', 'deployer:p%40ss-w0rd'],
    open: ['deployer'],
  },
  { kind: 'a URL with a raw @', text: 'amqp://me:p@ss-w0rd@host/x', masked: ['p@ss-w0rd', 'me:p@ss-w0rd'] },
  {
    kind: 'a URL with a token as its user',
    text: 'https://ghp_abc123def456:x@github.com/a/b',
    masked: ['ghp_abc123def456'],
  },
  { kind: 'a URL with only a user', text: 'https://ghp_abc123def456@github.com/a/b', masked: ['ghp_abc123def456'] },
  {
    kind: 'a JDBC URL',
    text: 'jdbc:postgresql://db/app?user=maria&password=p%40ss%3Bw%7Crd+x&ssl=on',
    masked: ['p%40ss%3Bw%7Crd+x', 'p@ss;w|rd+x', 'p@ss;w|rd x'],
    open: ['maria'],
  },
  {
    kind: 'a JDBC URL of SQL Server',
    text: 'jdbc:sqlserver://db:1433;user=x;password=p@ss-w0rd',
    masked: ['p@ss-w0rd'],
  },
  { kind: 'a JDBC URL of Oracle', text: 'jdbc:oracle:thin:scott/tiger-12@db:1521:x', masked: ['tiger-12'] },
  { kind: 'a .npmrc file', text: '//npm.example.com/:_authToken=npm_abc123def456', masked: ['npm_abc123def456'] },
  {
    kind: 'a .netrc file',
    text: 'machine db login maria password hunter-2-abc',
    masked: ['hunter-2-abc'],
    open: ['maria'],
  },
  {
    kind: 'a .netrc file of several lines',
    text: 'machine db\n  login maria\n  password hunter-2-abc',
    masked: ['hunter-2-abc'],
  },
  { kind: 'a .pgpass file', text: 'db:5432:app:maria:p\\:ss-w0rd', masked: ['p:ss-w0rd'], open: ['maria'] },
  { kind: 'a user and a password', text: 'deployer:hunter:2-abc', masked: ['hunter:2-abc'], open: ['deployer'] },
  { kind: 'a bearer token', text: 'Bearer abc.def-123', masked: ['abc.def-123'] },
  { kind: 'a header', text: 'Authorization: token abc.def-123', masked: ['abc.def-123'] },
  {
    kind: 'basic authentication',
    text: `Basic ${base64('maria:hunter-2-abc')}`,
    masked: ['maria:hunter-2-abc', 'hunter-2-abc'],
  },
];

const DOCUMENTS: readonly Row[] = [
  {
    kind: 'one JSON document in each line',
    text: '{"a":"first-1"}\n{"b":{"c":"second-2"}}\n',
    masked: ['first-1', 'second-2'],
  },
  { kind: 'JSON with a byte order mark', text: '\ufeff{"a":"first-1"}', masked: ['first-1'] },
  {
    kind: 'JSON with comments',
    text: '// x\n{"a": "http://x", /* y\n */ "b": "second" }',
    masked: ['http://x', 'second'],
  },
  { kind: 'JSON with trailing commas', text: '{"a": ["first,]", ], }', masked: ['first,]'] },
  {
    kind: 'base64 of a .env file',
    text: base64('A=first-word-1\nB=second-word-2\n'),
    masked: ['first-word-1', 'second-word-2'],
  },
  { kind: 'base64 without padding', text: base64('A=first-word-1\n').replace(/=+$/, ''), masked: ['first-word-1'] },
  {
    kind: 'base64 over several lines',
    text: base64(`A=${'x1'.repeat(50)}`).replace(/.{76}/g, '$&\n'),
    masked: ['x1'.repeat(50)],
  },
  { kind: 'a Secret of Kubernetes', text: `data:\n  pw: ${base64('hunter-2-abc')}`, masked: ['hunter-2-abc'] },
  { kind: 'a kubeconfig', text: `client-key-data: ${base64(pemWith('\n'))}`, masked: KEY_LINES },
  { kind: 'a login of docker', text: JSON.stringify({ auth: base64('maria:hunter-2-abc') }), masked: ['hunter-2-abc'] },
  {
    kind: 'a connection string in JSON',
    text: JSON.stringify({ c: 'Server=db;Password=p@ss-w0rd' }),
    masked: ['p@ss-w0rd'],
  },
  {
    kind: 'base64 of JSON with a URL',
    text: base64(JSON.stringify({ u: 'amqp://me:p%40ss-w0rd@h' })),
    masked: ['p@ss-w0rd'],
  },
  {
    kind: 'a text with `\\n` between its lines',
    text: 'alpha-1111\\nbravo-2222',
    masked: ['alpha-1111', 'bravo-2222'],
  },
  {
    kind: 'a text with `\\r\\n` between its lines',
    text: 'alpha-1111\\r\\nbravo-2222',
    masked: ['alpha-1111', 'bravo-2222'],
  },
  { kind: 'a key with `\\n` between its lines', text: pemWith('\\n'), masked: KEY_LINES },
  { kind: 'a key with blanks between its lines', text: pemWith(' '), masked: KEY_LINES },
  {
    kind: 'a key in a field with `\\n` between its lines',
    text: JSON.stringify({ k: pemWith('\\n') }),
    masked: KEY_LINES,
  },
  {
    kind: 'a key in a field with blanks between its lines',
    text: JSON.stringify({ k: pemWith(' ') }),
    masked: KEY_LINES,
  },
  { kind: 'a key in a .env file', text: `K="${pemWith('\\n')}"`, masked: KEY_LINES },
  {
    kind: 'a key without anything between its lines',
    text: `-----BEGIN PRIVATE KEY-----${'Ab1+'.repeat(40)}-----END PRIVATE KEY-----`,
    masked: ['Ab1+'.repeat(16), 'Ab1+'.repeat(8)],
  },
];

describe('The masks of a structured text', () => {
  test.each([...PAIRS, ...LINES, ...DOCUMENTS])(
    'The secret parts of $kind are masked',
    ({ text, masked, open = [] }) => {
      const masks = new Set(masksOf(text));

      expect(masked.filter((part) => !masks.has(part))).toEqual([]);
      expect(open.filter((part) => masks.has(part))).toEqual([]);
    },
  );

  test.each<[string, string]>([
    ['a part of fewer than eight characters', 'PORT=5432-ab'],
    ['a word of fewer than twelve letters', 'STAGE=production'],
    ['a word after a name that only begins like a key', 'KEYCLOAK_REALM=production'],
    ['a date', 'SINCE=2026-11-30'],
    ['a time', 'since: 2026-11-30T10:00:00Z'],
    ['an IP address', 'BIND=127.0.0.1:8080'],
    ['a reference to a variable', 'REFERENCE=${NPM_ACCESS}'],
    ['the host of a URL', 'https://registry.example.com:8443/v2'],
    ['a token', 'ghp_1234567890abcdefABCDEF1234567890abcd'],
    ['a JWT', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U'],
    ['a sentence', 'the quick brown fox'],
  ])('Nothing but its own text is masked of %s', (_kind, text) => {
    const { parts } = contentsOf(text);

    expect(parts).toEqual([]);
  });

  test('A word of eight letters is masked if its key says that it is a secret', () => {
    const names = ['DB_PASS', 'pwd', 'X_TOKEN', 'client-secret', 'apiKey', 'KEYS'];

    expect(names.filter((name) => !masksOf(`${name}=elephant`).includes('elephant'))).toEqual([]);
  });

  test('A plain field stays readable, also where it is a part of another field', () => {
    const text = JSON.stringify({ server: 'db.example.com', dsn: 'host=db.example.com password=hunter-2-abc' });
    const masks = masksOf(text, ['db.example.com']);

    expect(masks).toContain('hunter-2-abc');
    expect(masks).not.toContain('db.example.com');
  });

  test('A public certificate inside a document is no part of it', () => {
    const certificate = `-----BEGIN CERTIFICATE-----\n${'Ab1+'.repeat(16)}\n-----END CERTIFICATE-----\n`;
    const texts = [JSON.stringify({ ca: certificate, x: 'hunter-2-abc' }), `ca: ${base64(certificate)}`];

    expect(texts.flatMap((text) => masksOf(text)).filter((mask) => mask === '-----BEGIN CERTIFICATE-----')).toEqual([]);
  });
});

describe('contentsOf', () => {
  test('A value of more than 128 KiB in one line is no part, because a line of such values would have masks of 100 MB', () => {
    const longest = 'x1'.repeat(64 * 1024);

    expect(contentsOf(`A=${longest}`).parts).toEqual([longest]);
    expect(contentsOf(`A=${longest}x`).parts).toEqual([]);
  });

  const HALF_MEGABYTE = 500_000;
  const units = [
    'a',
    '"',
    "'",
    '\\',
    '\\"',
    '=',
    'a:',
    'a=b;',
    '/',
    '/a@',
    '//a:',
    'pass ',
    '<a',
    ' ',
    ', ',
    '/*',
    '={',
    '["',
    '- ',
    '\\n',
    '%41',
    '\n',
  ];

  test.each(units)('A text of 500 kB that repeats %j is taken apart', (unit) => {
    const text = unit.repeat(HALF_MEGABYTE / unit.length);

    expect(contentsOf(`k="${text}`).lines).toContain(`k="${text}`.split('\n')[0]?.trim());
  });
});

test('A text that consists of separators and quotes has a limited number of parts, and is reported as cut', () => {
  const signs = 'abc12=:;&,{}[]"\'\\ /<>@?-%+#';
  // A generator of numbers, so that the text is the same in every run.
  let seed = 7;
  const next = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return signs.charAt(seed % signs.length);
  };
  const text = Array.from({ length: 300 }, () => Array.from({ length: 500 }, next).join('')).join('\n');
  const { parts, isCut } = contentsOf(text);

  expect([parts.length < 12_000, isCut]).toEqual([true, true]);
});
