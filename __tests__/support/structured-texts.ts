import { generateKeyPairSync } from 'node:crypto';

/** A text that people store as one Secret, and what a program prints of it in a later step. */
export interface StructuredText {
  readonly kind: string;
  readonly text: string;
  /** A script of bash. The text is in the variable `TEXT` and in the file `FILE`. */
  readonly script: string;
  /** The lines that it prints, and how the log shows them. */
  readonly lines: readonly (readonly [printed: string, shown: string])[];
}

const { privateKey } = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const [begin = '', ...keyLines] = privateKey.trim().split('\n');
const end = keyLines.pop() ?? '';
const repaired = [begin, ...keyLines, end].map((line) => [line, keyLines.includes(line) ? '***' : line] as const);

const base64 = (text: string) => Buffer.from(text).toString('base64');
const python = (script: string) => `"$PYTHON" -c '${script}'`;
const node = (script: string) => `"$NODE" -e '${script}'`;

/** One line of output that is the secret part, after a readable start. */
const hidden = (part: string, start = '') => [[`${start}${part}`, `${start}***`]] as const;

/** Each kind of text with a program that reads it; `__tests__/real/structured-texts.test.ts` runs the programs. */
export const STRUCTURED_TEXTS: readonly StructuredText[] = [
  {
    kind: 'a .env file, read by bash',
    text: 'API_TOKEN=tok-sntrys-99A7c1\n',
    script: '. "$FILE"; echo "token: $API_TOKEN"',
    lines: hidden('tok-sntrys-99A7c1', 'token: '),
  },
  {
    kind: 'a .env file with quotes, read by bash',
    text: `export A='it'\\''s a key-1'\nexport B="a\\"b\\$cdef-1" # note\nSTAGE=production\n`,
    script: '. "$FILE"; printf "%s\\n" "$A" "$B" "$STAGE"',
    lines: [...hidden("it's a key-1"), ...hidden('a"b$cdef-1'), ['production', 'production']],
  },
  {
    kind: 'a .env file with CRLF, read by grep and cut',
    text: 'DB_HOST=db\r\nDB_PASSWORD="p=ss-w0rd-1"\r\n',
    script: `tr -d '\\r' <"$FILE" | grep ^DB_PASSWORD= | cut -d= -f2- | tr -d '"'`,
    lines: hidden('p=ss-w0rd-1'),
  },
  {
    kind: 'a .env file, read by dotenv',
    text: 'A="first-line-1\nlast-line-2"\nB=two-words # note\n',
    script: node(
      'const {A, B} = require("dotenv").parse(fs.readFileSync(process.env.FILE)); console.log(A); console.log(B)',
    ),
    lines: [...hidden('first-line-1'), ...hidden('last-line-2'), ...hidden('two-words')],
  },
  {
    kind: 'an INI file, read by Python',
    text: '[db]\nuser = maria\npassword = hunter-2-abc ; note\n',
    script: python(
      'import configparser, os; c = configparser.ConfigParser(inline_comment_prefixes=";"); c.read(os.environ["FILE"]); print(c["db"]["user"], c["db"]["password"])',
    ),
    lines: hidden('hunter-2-abc', 'maria '),
  },
  {
    kind: 'TOML, read by Python',
    text: 'db = { user = "maria", password = "pa,ss;wo rd\\u0041" }\ntokens = [\n  "first-tok-1",\n  "second-tok-2",\n]\n',
    script: python(
      'import os, tomllib; t = tomllib.load(open(os.environ["FILE"], "rb")); print(t["db"]["password"], *t["tokens"], sep="\\n")',
    ),
    lines: [...hidden('pa,ss;wo rdA'), ...hidden('first-tok-1'), ...hidden('second-tok-2')],
  },
  {
    kind: 'properties, read by sed',
    text: 'db.user: maria\ndb.password: hunter-2-abc\n',
    script: `sed -n 's/^db.password: *//p' "$FILE"`,
    lines: hidden('hunter-2-abc'),
  },
  {
    kind: 'a kubeconfig, read by PyYAML and base64',
    text: `users:\n- name: deployer\n  user:\n    token: 'it''s.a-token.1'\n    client-key-data: ${base64(privateKey)}\n`,
    script: `${python('import os, yaml; u = yaml.safe_load(os.environ["TEXT"])["users"][0]; print(u["name"], u["user"]["token"])')}
      grep client-key-data "$FILE" | cut -d: -f2 | tr -d " " | base64 -d`,
    lines: [...hidden("it's.a-token.1", 'deployer '), ...repaired.map(([line]) => [line, '***'] as const)],
  },
  {
    kind: 'a Secret of Kubernetes, read by sed and base64',
    text: `kind: Secret\ndata:\n  password: ${base64('hunter-2-abc')}\n`,
    script: `sed -n 's/^ *password: //p' "$FILE" | base64 -d`,
    lines: hidden('hunter-2-abc'),
  },
  {
    kind: 'XML, read by Python',
    text: '<settings><server token="xyz &amp; 1234"><password>p&lt;ss-w0rd</password></server></settings>',
    script: python(
      'import os, xml.etree.ElementTree as e; s = e.fromstring(os.environ["TEXT"])[0]; print(s.get("token"), s[0].text, sep="\\n")',
    ),
    lines: [...hidden('xyz & 1234'), ...hidden('p<ss-w0rd')],
  },
  {
    kind: 'a connection string, read by sed',
    text: 'Server=db;User Id=maria;Password=p@ss=w0rd,x;Timeout=30',
    script: `sed -E 's/.*User Id=([^;]*);Password=([^;]*).*/\\1 \\2/' "$FILE"`,
    lines: hidden('p@ss=w0rd,x', 'maria '),
  },
  {
    kind: 'the URL of a database, read by Python',
    text: 'postgres://deployer:p%40ss-w0rd@db:5432/app',
    script: python(
      'import base64, os; from urllib.parse import urlsplit, unquote; u = urlsplit(os.environ["TEXT"]); p = unquote(u.password); print(u.hostname, u.password); print(p); print(base64.b64encode((u.username + ":" + p).encode()).decode())',
    ),
    lines: [...hidden('p%40ss-w0rd', 'db '), ...hidden('p@ss-w0rd'), ...hidden(base64('deployer:p@ss-w0rd'))],
  },
  {
    kind: 'a JDBC URL, read by Python',
    text: 'jdbc:postgresql://db/app?user=maria&password=p%40ss%3Bw%7Crd+x&ssl=on',
    script: python(
      'import os; from urllib.parse import parse_qs; q = parse_qs(os.environ["TEXT"].partition("?")[2]); print(q["user"][0], q["password"][0])',
    ),
    lines: hidden('p@ss;w|rd x', 'maria '),
  },
  {
    kind: 'a .npmrc file, read by sed',
    text: '//npm.example.com/:_authToken=npm_abc123def456\n',
    script: `sed -n 's,.*:_authToken=,,p' "$FILE"`,
    lines: hidden('npm_abc123def456'),
  },
  {
    kind: 'a .netrc file, read by Python',
    text: 'machine localhost\n  login maria\n  password hunter-2-abc\n',
    script: python('import netrc, os; print(netrc.netrc(os.environ["FILE"]).authenticators("localhost")[2])'),
    lines: hidden('hunter-2-abc'),
  },
  {
    kind: 'a .pgpass file, read by sed and cut',
    text: 'db:5432:app:maria:p\\:ss-w0rd\n',
    script: `cut -d: -f5- "$FILE" | sed 's/\\\\//g'`,
    lines: hidden('p:ss-w0rd'),
  },
  {
    kind: 'a user and a password, read by bash',
    text: 'deployer:hunter-2-abc',
    script: 'echo "${TEXT%%:*} ${TEXT#*:}"',
    lines: hidden('hunter-2-abc', 'deployer '),
  },
  {
    kind: 'a header, read by bash',
    text: 'Authorization: Bearer abc.def-123',
    script: 'echo "${TEXT##* }"',
    lines: hidden('abc.def-123'),
  },
  {
    kind: 'a login of docker, read by jq and base64',
    text: JSON.stringify({ auths: { 'ghcr.io': { auth: base64('maria:hunter-2-abc') } } }),
    script: `jq -r '.auths[].auth' "$FILE" | base64 -d | cut -d: -f2`,
    lines: hidden('hunter-2-abc'),
  },
  {
    kind: 'one JSON document in each line, read by jq',
    text: '{"a":"first-1"}\n{"b":{"c":"second-2"}}\n',
    script: `jq -r '.a // .b.c' "$FILE"`,
    lines: [...hidden('first-1'), ...hidden('second-2')],
  },
  {
    kind: 'JSON with a byte order mark, read by Python',
    text: '\ufeff{"a":"first-1"}',
    script: python('import json, os; print(json.load(open(os.environ["FILE"], encoding="utf-8-sig"))["a"])'),
    lines: hidden('first-1'),
  },
  {
    kind: 'JSON with comments and trailing commas, read as JavaScript',
    text: '// the login\n{"user": "maria", /* old */ "key": "abc\\u0041-12",}\n',
    script: node('console.log(eval(`(${process.env.TEXT.replace(/^.*\\n/, "")})`).key)'),
    lines: hidden('abcA-12'),
  },
  {
    kind: 'base64 of a .env file, read by base64 and bash',
    text: base64('API_TOKEN=tok-sntrys-99A7c1\n'),
    script: '. <(base64 -d <"$FILE"); echo "$API_TOKEN"',
    lines: hidden('tok-sntrys-99A7c1'),
  },
  {
    kind: 'lines in one line, printed by `echo -e`',
    text: 'alpha-1111\\nbravo-2222',
    script: 'echo -e "$TEXT"',
    lines: [...hidden('alpha-1111'), ...hidden('bravo-2222')],
  },
  {
    kind: 'a key in one line, printed by `echo -e`',
    text: privateKey.replaceAll('\n', '\\n'),
    script: 'echo -e "$TEXT" | openssl pkey',
    lines: repaired.map(([line]) => [line, '***'] as const),
  },
  {
    kind: 'a key with blanks in place of its newlines, repaired by sed',
    text: privateKey.trim().replaceAll('\n', ' '),
    script: `sed -E 's/(-----BEGIN [A-Z ]+-----) (.*) (-----END.*)/\\1\\n\\2\\n\\3/' "$FILE" | sed '2s/ /\\n/g' | openssl pkey`,
    lines: repaired,
  },
  {
    kind: 'a key in one line of a field, repaired by jq and sed',
    text: JSON.stringify({ key: privateKey.replaceAll('\n', '\\n') }),
    script: `jq -r .key "$FILE" | sed 's/\\\\n/\\n/g' | openssl pkey`,
    lines: repaired.map(([line]) => [line, '***'] as const),
  },
  {
    kind: 'a key without newlines, folded by openssl',
    text: `${begin}${keyLines.join('')}${end}`,
    script: `sed -E 's/(-----BEGIN [A-Z ]+-----)(.*)(-----END.*)/\\1\\n\\2\\n\\3/' "$FILE" | fold -w 64 | openssl pkey`,
    lines: repaired,
  },
];
