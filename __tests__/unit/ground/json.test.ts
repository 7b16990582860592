import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { projectRoot } from '../../../harness/project.js';
import {
  isContainer,
  isRecord,
  leavesOf,
  parseBody,
  parseDocument,
  parseJson,
  secondsIn,
  timeIn,
} from '../../../src/json.js';

// Node 24, which the runner uses, can keep the text of a number; Node 20 cannot.
const keepsNumbers = 'rawJSON' in JSON;

describe('parseJson', () => {
  test.each([
    { text: '12345678901234567890', kept: '12345678901234567890', ordinary: '12345678901234567000' },
    { text: '1.0', kept: '1.0', ordinary: '1' },
    { text: '1e400', kept: '1e400', ordinary: 'null' },
    { text: '-0', kept: '-0', ordinary: '0' },
    { text: '1E3', kept: '1E3', ordinary: '1000' },
    { text: '{"a":[1.10]}', kept: '{"a":[1.10]}', ordinary: '{"a":[1.1]}' },
    { text: '{"__proto__":1.0}', kept: '{"__proto__":1.0}', ordinary: '{"__proto__":1}' },
  ])(
    'The JSON $text is parsed and written as $kept on Node 24, and as $ordinary on Node 20',
    ({ text, kept, ordinary }) => {
      expect(JSON.stringify(parseJson(text))).toBe(keepsNumbers ? kept : ordinary);
    },
  );

  test.each([
    ['"text"', 'text'],
    ['true', true],
    ['null', null],
    ['[]', []],
    [' {"a": "b"} ', { a: 'b' }],
  ])('The JSON %s is parsed as by JSON.parse', (text, expected) => {
    expect(parseJson(text)).toEqual(expected);
  });

  test.each(['', '{', '{"a":1,}', "{'a':1}", 'NaN'])('The text %j is rejected with a SyntaxError', (text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
  });
});

describe('A document with millions of elements', () => {
  const listOf = (elements: number) => `[${'1,'.repeat(elements - 1)}1]`;

  test('A document of more than 1,100,000 elements is rejected, because it would need gigabytes', () => {
    expect(() => parseJson(listOf(1_100_000))).toThrow(SyntaxError);
    expect(parseBody({ body: listOf(1_100_000), contentType: '' })).toBeUndefined();
  });

  test('A document of a million elements, and a text of a million commas, are parsed', () => {
    expect(parseJson(listOf(1_000_000))).toHaveLength(1_000_000);
    expect(parseJson(`"${','.repeat(1024 * 1024)}"`)).toHaveLength(1024 * 1024);
  });
});

describe('isContainer and isRecord', () => {
  test.each([
    { text: '{}', container: true, record: true },
    { text: '{"rawJSON":"1"}', container: true, record: true },
    { text: '[]', container: true, record: false },
    { text: '[{}]', container: true, record: false },
    { text: '1.0', container: false, record: false },
    { text: '12345678901234567890', container: false, record: false },
    { text: '"{}"', container: false, record: false },
    { text: 'null', container: false, record: false },
    { text: 'true', container: false, record: false },
  ])('`isContainer` of $text is $container, and `isRecord` is $record', ({ text, container, record }) => {
    expect(isContainer(parseJson(text))).toBe(container);
    expect(isRecord(parseJson(text))).toBe(record);
  });

  test('`undefined` is neither a container nor a record', () => {
    expect([isContainer(undefined), isRecord(undefined)]).toEqual([false, false]);
  });
});

test('Only src/json.ts compares a type with `number`, since numbers of documents are objects on Node 24', () => {
  const files = readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' });
  const comparing = files.filter(
    (name) => name.endsWith('.ts') && /typeof .*'number'/.test(readFileSync(join(projectRoot, 'src', name), 'utf8')),
  );

  expect(comparing).toEqual(['json.ts']);
});

describe('secondsIn and timeIn', () => {
  // On Node 24, a number of a parsed document is an object.
  test.each([
    { text: '3600', seconds: 3600 },
    { text: '3600.0', seconds: 3600 },
    { text: '0.5', seconds: 0.5 },
    { text: '6e1', seconds: 60 },
    { text: '0', seconds: 0 },
    { text: '1000000000000', seconds: 1e12 },
    { text: '"3600"', seconds: 3600 },
    { text: '" 3600 "', seconds: 3600 },
    { text: '"3600.0"', seconds: 3600 },
  ])('The JSON $text is $seconds seconds', ({ text, seconds }) => {
    expect(secondsIn(parseJson(text))).toBe(seconds);
    expect(timeIn(parseJson(text))).toEqual(seconds === 0 ? undefined : new Date(seconds * 1000));
  });

  test.each([
    '-1',
    '"-1"',
    '9223372036854775',
    '1000000000001',
    '1e400',
    '"never"',
    '""',
    '" "',
    '"0x10"',
    '"1 h"',
    '"Infinity"',
    '"2025-11-25"',
    'null',
    'true',
    '[60]',
    '{}',
    '{"rawJSON":"60"}',
  ])('The JSON %s is not a number of seconds', (text) => {
    expect([secondsIn(parseJson(text)), timeIn(parseJson(text))]).toEqual([undefined, undefined]);
  });

  test('A list that is nested too deeply to be written is not a number of seconds', () => {
    expect(secondsIn(JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`))).toBeUndefined();
  });

  test('A number that was not parsed here is read in the same way', () => {
    expect([secondsIn(60), secondsIn(Number.NaN), secondsIn(undefined)]).toEqual([60, undefined, undefined]);
  });
});

describe('parseDocument', () => {
  test.each<[string, string, unknown]>([
    ['plain JSON', '{"a":"b"}', { a: 'b' }],
    ['a byte order mark', '\ufeff{"a":"b"}', { a: 'b' }],
    ['a comment in a line', '// x "y\n{"a":"b"} // z', { a: 'b' }],
    ['a comment over several lines', '{/* "x": 1,\n ** / */"a":"b"/**/}', { a: 'b' }],
    ['trailing commas', '{"a":["b","c", ] ,\n}', { a: ['b', 'c'] }],
    ['a comment after a trailing comma', '{"a":"b", // last\n}', { a: 'b' }],
    [
      'comments and commas inside of strings',
      '{"a":"http://x/*y*/,]", "b":"\\"//,}",}',
      { a: 'http://x/*y*/,]', b: '"//,}' },
    ],
  ])('A document with %s is parsed', (_what, text, expected) => {
    expect(parseDocument(text)).toEqual(expected);
  });

  test.each(['', '{"a":"b"', '{"a" "b"}', '[,1]', '{,}x', '/* {} ', "{'a':1}", '{"a":1}\n{"b":2}'])(
    'The text %j is rejected with a SyntaxError',
    (text) => {
      expect(() => parseDocument(text)).toThrow(SyntaxError);
    },
  );

  test('A text of 500 kB that repeats the start of a comment or a string is rejected', () => {
    const units = ['/*', '//', '"', '\\"', '[', '["', ', ', '{"a', '/*/'];
    const texts = units.map((unit) => `[${unit.repeat(500_000 / unit.length)}`);

    expect(texts.filter((text) => leavesOf(text).length > 0)).toEqual([]);
  });
});
