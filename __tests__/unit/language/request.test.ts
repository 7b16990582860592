import { describe, expect, test } from '@jest/globals';
import { parseSecretRequests, type SecretRequest } from '../../../src/language/request.js';
import { actionErrorOf } from '../../support/fake-ports.js';

const selectorOf = ({ selector, quoted, field, allFields }: SecretRequest) =>
  `${quoted ? JSON.stringify(selector) : selector}${field === undefined ? '' : ` .${field}`}${allFields ? ' + fields' : ''}`;

const targetOf = ({ target = '', sink }: SecretRequest) => `${target}${sink === undefined ? '' : `@${sink}`}`;

/** Requests in short: `name`, `"name"` if it was quoted, then all else; the line if it is not the first. */
const shortOf = (text: string) =>
  parseSecretRequests(text).map((request) =>
    [
      selectorOf(request),
      ...(request.optional ? ['?'] : []),
      ...request.decodings.map((decoding) => `> ${decoding}`),
      ...(targetOf(request) === '' ? [] : [`| ${targetOf(request)}`]),
      ...(request.line === 1 ? [] : [`(${request.line})`]),
    ].join(' '),
  );

describe('parseSecretRequests', () => {
  test.each<[string, string, string[]]>([
    ['nothing if it is empty', '', []],
    ['nothing if it contains only blanks and separators', ' \t;\n;;\n', []],
    ['a name', 'db-password', ['db-password']],
    ['a name with blanks inside, kept as they are', '  api   key  ', ['api   key']],
    ['a name with a tab inside', 'api\tkey', ['api\tkey']],
    ['a name in any script', 'Schlüssel für 😀', ['Schlüssel für 😀']],
    ['a name with dots, which can be a field', 'ghcr.auth.password', ['ghcr.auth.password']],
    ['an id', '2kFmBSWjqxWEGarZC9kkeYOpgMD', ['2kFmBSWjqxWEGarZC9kkeYOpgMD']],
    ['a key', 'secret/Custom/2kFm', ['secret/Custom/2kFm']],
    ['a key and a field', 'secret/Custom/2kFm.password', ['secret/Custom/2kFm.password']],
    ['a name with a target', 'api key | API_KEY', ['api key | API_KEY']],
    ['a name with a target, without blanks', 'api key|API_KEY', ['api key | API_KEY']],
    ['a name with a target, with many blanks', 'api key \t | \t API_KEY \t', ['api key | API_KEY']],
    ['a target in lower case, unchanged', 'a | my_Name2', ['a | my_Name2']],
    ['one Secret per line', 'a\nb | B\n\nc', ['a', 'b | B (2)', 'c (4)']],
    ['one Secret per line, with CRLF and with single CR', 'a\r\nb\rc', ['a', 'b (2)', 'c (3)']],
    ['one Secret per semicolon', 'a;b | B ; c;;', ['a', 'b | B', 'c']],
    ['one Secret twice', 'a;a', ['a', 'a']],
  ])('The input `secrets` can request %s', (_what, text, expected) => {
    expect(shortOf(text)).toEqual(expected);
  });

  test('The text of a request is what is written, without its comment and the blanks around it', () => {
    const text = ' a -> X  ? |hex| Y@file # b\n  "c d".e; x="y" ;#';

    expect(parseSecretRequests(text).map((request) => request.text)).toEqual([
      'a -> X  ? |hex| Y@file',
      '"c d".e',
      'x="y"',
    ]);
  });

  test('A request contains every part that was written, and its line', () => {
    expect(parseSecretRequests('\n"api key".user? | hex | base64 | API_KEY@file; db.*')).toStrictEqual([
      {
        selector: 'api key',
        quoted: true,
        field: 'user',
        allFields: false,
        optional: true,
        decodings: ['hex', 'base64'],
        target: 'API_KEY',
        sink: 'file',
        line: 2,
        text: '"api key".user? | hex | base64 | API_KEY@file',
      },
      {
        selector: 'db',
        quoted: false,
        field: undefined,
        allFields: true,
        optional: false,
        decodings: [],
        target: undefined,
        sink: undefined,
        line: 2,
        text: 'db.*',
      },
    ]);
  });
});

describe('parseSecretRequests: the parts of a line', () => {
  test.each<[string, string, string[]]>([
    ['a file', 'a | TLS_KEY_PATH@file', ['a | TLS_KEY_PATH@file']],
    ['a file without a name', 'a | @file', ['a | @file']],
    ['a line of a dotenv file', 'a | X@dotenv; b | @dotenv', ['a | X@dotenv', 'b | @dotenv']],
    ['a line of an env file', 'a | X@env-file; b | @env-file', ['a | X@env-file', 'b | @env-file']],
    ['a docker configuration', 'ghcr | @docker', ['ghcr | @docker']],
    ['the variables of the AWS SDKs', 's3|@aws', ['s3 | @aws']],
    ['a decoding', 'a | base64', ['a > base64']],
    ['a decoding before a target', 'a | base64 | X', ['a > base64 | X']],
    ['several decodings, in their order', 'a|base64|hex|base64|X@file', ['a > base64 > hex > base64 | X@file']],
    ['a decoding before a sink', 'a | hex | @docker', ['a > hex | @docker']],
    ['a word of decoding in upper case, which is a target', 'a | BASE64; b | HEX', ['a | BASE64', 'b | HEX']],
    ['a word of decoding as the NAME of a sink', 'a | base64@file', ['a | base64@file']],
    ['a longer word than that of a decoding', 'a | base64x', ['a | base64x']],
    ['a question mark', 'a?', ['a ?']],
    ['a question mark after blanks', 'a  ? | X', ['a ? | X']],
    ['a question mark after a field', 'a.b? | hex | @file', ['a.b ? > hex | @file']],
    ['a question mark after quotes', '"a"?; "b" ?', ['"a" ?', '"b" ?']],
    ['a question mark inside a name, where it does not mean optional', 'what?ever', ['what?ever']],
    ['two question marks, of which the first belongs to the name', 'what??', ['what? ?']],
    ['a wildcard', 'train-*', ['train-*']],
    ['a wildcard at the start', '*-key', ['*-key']],
    ['only a wildcard', '*', ['*']],
    ['the target * after a wildcard', '* | *; train-* | *@file', ['* | *', 'train-* | *@file']],
    ['several wildcards', 'a*b*c', ['a*b*c']],
    ['a wildcard with a target', 'train-* | TRAIN_*', ['train-* | TRAIN_*']],
    ['a wildcard with a target and a sink', 'tls-* | TLS_*@file', ['tls-* | TLS_*@file']],
    ['a wildcard and a sink without a name', 'tls-* | @docker', ['tls-* | @docker']],
    ['an optional wildcard with a field', 'db-*.password ? | DB_*', ['db-*.password ? | DB_*']],
  ])('A line can contain %s', (_what, text, expected) => {
    expect(shortOf(text)).toEqual(expected);
  });
});

describe('parseSecretRequests: every field', () => {
  test.each<[string, string, string[]]>([
    ['a name', 'ghcr.*', ['ghcr + fields']],
    ['a name with blanks', 'api key.*', ['api key + fields']],
    ['a name with a dot at its end', 'ghcr..*', ['ghcr. + fields']],
    ['a key', 'secret/Custom/2kFm.*', ['secret/Custom/2kFm + fields']],
    ['a quoted name', '"a b".*', ['"a b" + fields']],
    ['a quoted name with a star, which is not a wildcard', '"a*".*', ['"a*" + fields']],
    ['a field, which can be a nested object', 'pg.deep.*', ['pg.deep + fields']],
    ['a field of a quoted name', '"pg".deep.inner.* | P_*', ['"pg" .deep.inner + fields | P_*']],
    ['a pattern', 'reg-*.*', ['reg-* + fields']],
    ['a pattern of any name', '*.*; **.*', ['* + fields', '** + fields']],
    ['a field of a pattern', 'reg-*.auth.*', ['reg-*.auth + fields']],
  ])('`.*` can follow %s', (_what, text, expected) => {
    expect(shortOf(text)).toEqual(expected);
  });

  test.each<[string, string, string[]]>([
    ['nothing', 'pg.*', ['pg + fields']],
    ['a question mark', 'pg.*?; pg.* ?', ['pg + fields ?', 'pg + fields ?']],
    ['a question mark after quotes', '"pg".*?; "pg".* ?', ['"pg" + fields ?', '"pg" + fields ?']],
    ['a comment', 'pg.* # all', ['pg + fields']],
    ['a prefix', 'pg.* | MAIN_*', ['pg + fields | MAIN_*']],
    ['a prefix in lower case, unchanged', 'pg.* | main*', ['pg + fields | main*']],
    ['the target *', 'pg.* | *', ['pg + fields | *']],
    ['decodings', 'pg.* | base64 | hex', ['pg + fields > base64 > hex']],
    ['a decoding and a prefix', 'pg.*|base64|P_*@file', ['pg + fields > base64 | P_*@file']],
    ['a file for each field', 'pg.* | @file; pg.* | *@file', ['pg + fields | @file', 'pg + fields | *@file']],
    [
      'the lines of a file',
      'pg.* | P_*@dotenv; pg.* | @env-file',
      ['pg + fields | P_*@dotenv', 'pg + fields | @env-file'],
    ],
  ])('%s can follow `.*`', (_what, text, expected) => {
    expect(shortOf(text)).toEqual(expected);
  });

  test.each<[string, string, string[]]>([
    ['at the end of a field name', 'ghcr.pass*', ['ghcr.pass*']],
    ['without a dot before it', 'ghcr*', ['ghcr*']],
    ['before another part of the name', 'ghcr.*.x', ['ghcr.*.x']],
    ['before `.*`', 'ghcr.*.*', ['ghcr.* + fields']],
    ['in quotes, where it is an ordinary character', '"ghcr.*"', ['"ghcr.*"']],
  ])('A star is a part of the name %s', (_where, text, expected) => {
    expect(shortOf(text)).toEqual(expected);
  });
});

describe('parseSecretRequests: comments', () => {
  test.each<[string, string, string[]]>([
    ['can be the whole line', '# a | B; c', []],
    ['can be the whole line after blanks', '   # a', []],
    ['ends a name after a blank', 'a # b', ['a']],
    ['ends a name after a tab', 'a\t#b; c', ['a']],
    ['ends a target after a blank', 'a | B #c', ['a | B']],
    ['ends a decoding after a blank', 'a | hex # | B', ['a > hex']],
    ['ends a question mark after a blank', 'a ? # b', ['a ?']],
    ['ends a quoted name after a blank', '"a" # "b"', ['"a"']],
    ['ends a field after a blank', '"a".b # c', ['"a" .b']],
    ['can follow a semicolon', 'a;# b', ['a']],
    ['ends with its line', '# a\nb', ['b (2)']],
    ['does not start inside a word', 'a#b', ['a#b']],
    ['does not start at the end of a word', 'a# ;b', ['a#', 'b']],
    ['does not start in quotes', '"a # b"', ['"a # b"']],
  ])('A comment %s', (_what, text, expected) => {
    expect(shortOf(text)).toEqual(expected);
  });
});

describe('parseSecretRequests: quoted names', () => {
  test.each<[string, string, string]>([
    ['keeps separators', '"a|b;c"', 'a|b;c'],
    ['keeps characters that have a meaning without quotes', '"what.is?*@"', 'what.is?*@'],
    ['keeps blanks at its ends', '" a "', ' a '],
    ['can contain a quote', String.raw`"say \"hi\""`, 'say "hi"'],
    ['can contain a backslash', String.raw`"a\\"`, 'a\\'],
    ['can contain escapes of JSON', String.raw`"\u00e4\n\/"`, 'ä\n/'],
    ['can look like a key', '"secret/Custom/x"', 'secret/Custom/x'],
    ['does not need a blank before the target', '"a"|B', 'a'],
  ])('A quoted name %s', (_what, text, selector) => {
    const [request, ...others] = parseSecretRequests(text);

    expect(request).toMatchObject({ selector, quoted: true, optional: false, field: undefined });
    expect(others).toEqual([]);
  });

  test.each<[string, string, string]>([
    ['directly after it', '"a.b".c', '"a.b" .c'],
    ['with dots', '"a".b.c | X', '"a" .b.c | X'],
    ['with blanks inside', '"a".user  name ?', '"a" .user  name ?'],
    ['that ends in a dot', '"a".b.', '"a" .b.'],
    ['with quotes', '"a"."b"', '"a" ."b"'],
  ])('A quoted name can have a field %s', (_what, text, expected) => {
    expect(shortOf(text)).toEqual([expected]);
  });

  test('Quotes inside a word do not make a quoted name', () => {
    expect(shortOf('5" disk; it"s; a."b"')).toEqual(['5" disk', 'it"s', 'a."b"']);
  });
});

const NO_TARGET =
  'is not a target; write NAME, NAME@file, NAME@dotenv, NAME@env-file, @docker, @aws, or the decodings base64 and hex';
const SINKS = 'write @file, @dotenv, @env-file, @docker, @aws';
const JSON_ESCAPES = 'a quoted name is a JSON string: write a backslash as \\\\ and a quote as \\"';
const AFTER_QUOTES = 'after a quoted name, only ".field", ".*", "?", "|", ";" or a comment is allowed';
const FIELD_STAR = 'the name of a field cannot contain *; write ".*" for every field';
const AFTER_TARGET = 'nothing is allowed after the target; write decodings (base64, hex) before it';
const STAR_NEEDED =
  'a target with * requires a * before the bar, outside quotes; for every field, write ".*" after the name';
const ONE_STAR = 'a target with * requires at most one * in the name';
const STAR_MISSING = 'a line with * can have many results: end its target with *, or omit the target';
const OWN_FIELDS = 'reads the fields itself: remove the ".*"';

describe('parseSecretRequests: errors show line and column', () => {
  test.each<[string, string, [place: [line: number, column: number], reason: string]]>([
    ['no Secret before the target', '| X', [[1, 1], 'the name of a Secret is missing here']],
    ['no Secret before a target after a semicolon', 'a; | X', [[1, 4], 'the name of a Secret is missing here']],
    ['a question mark alone', 'a\n ? | X', [[2, 2], 'the name of a Secret is missing here']],
    ['no target', 'a |', [[1, 4], 'the target is missing after "|"']],
    ['no target before the next request', 'a | ; b', [[1, 5], 'the target is missing after "|"']],
    ['no target before a comment', 'a | # X', [[1, 5], 'the target is missing after "|"']],
    ['no target after a decoding', 'a | hex |', [[1, 10], 'the target is missing after "|"']],
    ['two bars in a row', 'a || X', [[1, 4], 'the target is missing after "|"']],
    ['a target with a dash', 'x\na | MY-NAME', [[2, 5], `"MY-NAME" ${NO_TARGET}`]],
    ['a target with a digit first', 'a | 2FA', [[1, 5], `"2FA" ${NO_TARGET}`]],
    ['a target with a blank', 'a | MY NAME', [[1, 5], `"MY NAME" ${NO_TARGET}`]],
    ['a target outside ASCII', 'a | SCHLÜSSEL', [[1, 5], `"SCHLÜSSEL" ${NO_TARGET}`]],
    ['a target in quotes', 'a | "B"', [[1, 5], `""B"" ${NO_TARGET}`]],
    ['two stars as the target', '* | **', [[1, 5], `"**" ${NO_TARGET}`]],
    ['a star before a target', '* | *_X', [[1, 5], `"*_X" ${NO_TARGET}`]],
    ['a star inside a target', 'a* | A_*_B', [[1, 6], `"A_*_B" ${NO_TARGET}`]],
    ['only @ as the target', 'a | @', [[1, 5], `"@" ${NO_TARGET}`]],
    ['a sink in upper case', 'a | X@FILE', [[1, 5], `"X@FILE" ${NO_TARGET}`]],
    ['a blank before a sink', 'a | X @file', [[1, 5], `"X @file" ${NO_TARGET}`]],
    ['two sinks', 'a | @file@dotenv', [[1, 5], `"@file@dotenv" ${NO_TARGET}`]],
    ['an unknown sink', 'a | X@vault', [[1, 6], `@vault does not exist; ${SINKS}`]],
    ['an unknown sink without a NAME', 'a | @files', [[1, 5], `@files does not exist (did you mean @file?); ${SINKS}`]],
    [
      'a sink with two letters in the wrong order',
      'a | @dcoker',
      [[1, 5], `@dcoker does not exist (did you mean @docker?); ${SINKS}`],
    ],
    ['a sink without one letter', 'a | @dockr', [[1, 5], `@dockr does not exist (did you mean @docker?); ${SINKS}`]],
    ['a NAME for @docker', 'a | X@docker', [[1, 6], '@docker does not accept a NAME before it']],
    ['a NAME for @aws', 'a* | X_*@aws', [[1, 9], '@aws does not accept a NAME before it']],
    ['a decoding after the target', 'a | X | base64', [[1, 7], AFTER_TARGET]],
    ['a decoding after a sink', 'a | @file|hex', [[1, 10], AFTER_TARGET]],
    ['no closing quote', '\r\n  "a', [[2, 3], 'the closing quote is missing']],
    ['only an escaped closing quote', String.raw`"a\"`, [[1, 1], 'the closing quote is missing']],
    ['an empty name', 'a; ""', [[1, 4], 'the name is empty']],
    ['an escape that JSON does not have', String.raw`"a\x"`, [[1, 1], JSON_ESCAPES]],
    ['a tab in quotes', '"a\tb"', [[1, 1], JSON_ESCAPES]],
    ['a word after quotes', '"a"  b', [[1, 6], AFTER_QUOTES]],
    ['a field after a blank', '"a" .b', [[1, 5], AFTER_QUOTES]],
    ['only a dot as the field', '"a". | X', [[1, 4], AFTER_QUOTES]],
    ['two question marks after quotes', '"a"??', [[1, 4], AFTER_QUOTES]],
    ['a comment that touches a quote', '"a"#b', [[1, 4], AFTER_QUOTES]],
    ['a star only in the target', 'x; a | X_*', [[1, 4], STAR_NEEDED]],
    ['only a star as the target of a name', 'a | *', [[1, 1], STAR_NEEDED]],
    ['a star only in the target, before a sink', 'a.b | X_*@file', [[1, 1], STAR_NEEDED]],
    ['a star in the target and two in the name', 'a*b* | X_*', [[1, 1], ONE_STAR]],
    ['the target * and two stars in the name', 'x; ** | *', [[1, 4], ONE_STAR]],
    ['a star in the target, two in the name, and `.*`', 'a*b*.* | X_*@dotenv', [[1, 1], ONE_STAR]],
    ['a star in the target and one in quotes', '"a*" | X_*', [[1, 1], STAR_NEEDED]],
    ['a star only in the selector', 'x\n a* | X', [[2, 2], STAR_MISSING]],
    ['a star only in the selector, with a sink', 'a* | X@file', [[1, 1], STAR_MISSING]],
    ['`.*` and a target without a star', 'pg.* | PG', [[1, 1], STAR_MISSING]],
    ['`.*` of a quoted name and a target without a star', 'x\n"a b".* | X@dotenv', [[2, 1], STAR_MISSING]],
    ['`.*` before @docker', 'ghcr.* | @docker', [[1, 1], `@docker ${OWN_FIELDS}`]],
    ['`.*` before @aws', 'x; s3-*.* | @aws', [[1, 4], `@aws ${OWN_FIELDS}`]],
    ['`.*` and decodings before @docker', '"ghcr".*? | hex | @docker', [[1, 1], `@docker ${OWN_FIELDS}`]],
    ['`.*` without a name', '.* | X_*', [[1, 1], 'the name of a Secret is missing here']],
    ['a star at the end of a field', '"a".pass* | X_*', [[1, 4], FIELD_STAR]],
    ['a star inside a field', '"a".b*c', [[1, 4], FIELD_STAR]],
    ['a star as a part of a path', '"a".*.b', [[1, 4], FIELD_STAR]],
    ['`.*` twice', '"a".*.*', [[1, 4], FIELD_STAR]],
    ['a star directly after quotes', '"a"*', [[1, 4], AFTER_QUOTES]],
    ['`.*` after a blank', '"a" .*', [[1, 5], AFTER_QUOTES]],
    [
      'a wrong target after a character of two UTF-16 units, which counts as one column',
      '😀 | 😀',
      [[1, 5], `"😀" ${NO_TARGET}`],
    ],
  ])('It is an error to write %s', (_what, text, [[line, column], reason]) => {
    const error = actionErrorOf(() => parseSecretRequests(text));
    const shown = (text.split(/\r\n|\r|\n/)[line - 1] ?? '').replaceAll('\t', ' ');

    expect(error).toMatchObject({
      code: 'input_invalid',
      message: `\`secrets\`, line ${line}, column ${column}: ${reason}`,
      excerpt: `${shown}\n${' '.repeat(column - 1)}^`,
    });
  });

  test('A longer line is not shown: a part of it could be a part of a secret, which no mask hides', () => {
    const error = actionErrorOf(() => parseSecretRequests(`${'ä'.repeat(500)} | ${'-'.repeat(500)}`));

    expect(error.message).toContain('line 1, column 504: ');
    expect(error.excerpt).toBeUndefined();
  });

  test('A line of the greatest length is shown whole', () => {
    const error = actionErrorOf(() => parseSecretRequests(`${'a'.repeat(57)} | ${'-'.repeat(60)}`));

    expect(error.excerpt).toBe(`${'a'.repeat(57)} | ${'-'.repeat(60)}\n${' '.repeat(60)}^`);
  });

  test('Control characters become blanks, so that the caret is at the right place', () => {
    const error = actionErrorOf(() => parseSecretRequests('a\t\u001b[31mb | -'));

    expect(error.excerpt).toBe('a  [31mb | -\n           ^');
  });

  test.each([
    ['::stop-commands::x | -', ': stop-commands: x | -'],
    [':::error:::x | -', ': :error: :x | -'],
    ['\u200b::error::x | -', ' : error: x | -'],
    ['a##[error]x | -', 'a# [error]x | -'],
  ])('The excerpt of %j is no workflow command', (text, shown) => {
    const error = actionErrorOf(() => parseSecretRequests(text));

    expect(error.excerpt).toBe(`${shown}\n${' '.repeat(text.length - 1)}^`);
  });
});
