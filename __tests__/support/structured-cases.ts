import fc from 'fast-check';

/** A secret, and a structured text that contains it as its format demands. */
export interface StructuredCase {
  readonly format: string;
  readonly secret: string;
  readonly text: string;
}

const base64 = (text: string) => Buffer.from(text).toString('base64');
const entities = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** How each format writes a secret; a format cannot contain the characters in `without`. */
const FORMATS: Readonly<Record<string, { write(secret: string): string; without?: RegExp }>> = {
  'a .env file without quotes': { write: (secret) => `A=1\nAPI_KEY=${secret}\n`, without: /["'`\\$#]|^[=:>]/ },
  'a .env file with single quotes': { write: (secret) => `export K='${secret.replaceAll("'", String.raw`'\''`)}' # x` },
  'a .env file with double quotes': { write: (secret) => `K="${secret.replace(/["$`\\]/g, String.raw`\$&`)}"\n` },
  'an INI file': { write: (secret) => `[a]\r\npassword = ${secret}\r\n`, without: /^["'`=:>]|\s[#;]/ },
  'YAML with single quotes': { write: (secret) => `a:\n  - token: '${secret.replaceAll("'", "''")}'\n` },
  'a list of YAML': { write: (secret) => `a:\n  - b\n  - ${JSON.stringify(secret)}\n` },
  'TOML or YAML with double quotes': { write: (secret) => `a = { b = 1, c = ${JSON.stringify(secret)} }` },
  'an element of XML': { write: (secret) => `<a>\n  <password b="c">${entities(secret)}</password></a>` },
  'an attribute of XML': { write: (secret) => `<a b="c" password="${entities(secret)}" d="e"/>` },
  'a connection string': { write: (secret) => `Server=db;Password=${secret};Timeout=3`, without: /[;"'`]|^[=:>]/ },
  'the URL of a database': { write: (secret) => `x://me:${encodeURIComponent(secret)}@db/a?b=c` },
  'a parameter of a URL': {
    write: (secret) => `jdbc:x://db/a?${new URLSearchParams({ user: 'me', password: secret })}&b=c`,
  },
  'a .npmrc file': {
    write: (secret) => `//npm.example.com/:_authToken=${secret}`,
    without: /["'`\s;&?,{}#]|^[=:>]|\[|\]/,
  },
  'a .netrc file': { write: (secret) => `machine db login me password ${secret}`, without: /\s/ },
  'a .pgpass file': {
    write: (secret) => `db:1:app:me:${secret.replace(/[\\:]/g, String.raw`\$&`)}`,
    without: /^["'`=>]/,
  },
  'a header': { write: (secret) => `Authorization: Bearer ${secret}`, without: /\s/ },
  'a user and a password': { write: (secret) => `me:${secret}`, without: /^["'`=:>]|^\/\// },
  'one JSON document in each line': { write: (secret) => `{"a":"b"}\n{"b":[${JSON.stringify(secret)}]}` },
  'JSON with comments': { write: (secret) => `// a\n{"b": ${JSON.stringify(secret)}, /* c */ }` },
};

/** Where a structured text can be: alone, among other lines, in JSON, in base64, or in base64 in one of the formats. */
const PLACES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `\ufeff${text}`,
  (text) => JSON.stringify({ a: 1, b: { c: [text] } }),
  base64,
  (text) => base64(text).replace(/.{76}/g, '$&\n'),
  (text) => `apiVersion: v1\ndata:\n  file: ${base64(text)}\n`,
  (text) => `A=b\nB="${base64(text)}"\n`,
];

/** Generates secrets of eight or more characters in each format and place. Short words are left out: they are not masked. */
export const structuredCase: fc.Arbitrary<StructuredCase> = fc
  .record({
    secret: fc
      .array(fc.oneof(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }), fc.constantFrom(...'äß€😀')), {
        minLength: 8,
        maxLength: 30,
      })
      .map((signs) => signs.join(''))
      .filter((secret) => secret.trim() === secret && !/^\p{L}{1,11}$/u.test(secret)),
    format: fc.constantFrom(...Object.keys(FORMATS)),
    place: fc.constantFrom(...PLACES),
  })
  .filter(({ secret, format }) => FORMATS[format]?.without?.test(secret) !== true)
  .map(({ secret, format, place }) => ({ secret, format, text: place(FORMATS[format]?.write(secret) ?? '') }));
