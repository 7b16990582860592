import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { TITLES } from '../../src/errors.js';
import type { PlatformName } from '../../src/platforms/index.js';
import { GROUPS } from '../messages/index.js';
import { END, PAGE, type ShownGroup, showAll, writePage } from '../messages/page.js';
import { USUAL_MISTAKES } from '../messages/usual-mistakes.js';

/** Every case runs once, on the committed bundle. */
let groups: readonly ShownGroup[] = [];
beforeAll(async () => {
  groups = await showAll(GROUPS);
}, 300_000);

const all = () => groups.flatMap(({ cases }) => cases);
const errors = () => all().flatMap(({ error, ...rest }) => (error === undefined ? [] : [{ ...rest, error }]));

/** What a message says itself: without its end, the words of a server, and other quoted texts. */
const ownWords = (error: string) => error.replace(END, '').replace(/"(?:[^"\\]|\\.)*"/g, '""');

test('docs/messages.md contains what the bundle prints; run `npm run messages` after a change', () => {
  expect(writePage(groups)).toBe(readFileSync(PAGE, 'utf8'));
});

describe('The review copy is complete', () => {
  test('Each case has a name of its own in its section, and shows something', () => {
    const names = groups.map(({ cases }) => cases.map(({ name }) => name));

    expect(names.filter((each) => new Set(each).size < each.length)).toEqual([]);
    expect(all().filter(({ lines, error }) => lines.length === 0 && error === undefined)).toEqual([]);
  });

  test('Each of the 61 usual mistakes is a case', () => {
    const names = new Set(all().map(({ name }) => name));

    expect(USUAL_MISTAKES).toHaveLength(61);
    expect(USUAL_MISTAKES.filter((name) => !names.has(name))).toEqual([]);
  });

  test('Each code of an error occurs', () => {
    const codes = new Set(errors().map(({ title }) => /\(([a-z_]+)\)$/.exec(title ?? '')?.[1]));

    expect(Object.keys(TITLES).filter((code) => !codes.has(code))).toEqual([]);
  });
});

describe('Every error line', () => {
  test('An error ends with the link of its code, and then only with the request and the ID of the server', () => {
    const wrong = errors().filter(({ error, title }) => !title?.endsWith(`(${END.exec(error)?.[1]})`));

    expect(wrong.map(({ name, error }) => `${name}: ${error}`)).toEqual([]);
  });

  test('An error names a request only in its end', () => {
    const wrong = errors().filter(({ error }) => /\b(?:GET|POST) https?:|X-Request-ID/.test(error.replace(END, '')));

    expect(wrong.map(({ name, error }) => `${name}: ${error}`)).toEqual([]);
  });

  test('An error has at most 300 characters before the words of the server, and none of its sentences is empty', () => {
    const wrong = errors().filter(({ error }) => (error.split(': "')[0] ?? '').length > 300 && error.includes(': "'));

    expect(wrong.map(({ name, error }) => `${name}: ${error}`)).toEqual([]);
    expect(errors().filter(({ error }) => /\.\.|\?\.|\s\s|undefined|\[object/.test(ownWords(error)))).toEqual([]);
  });

  test('The title of an annotation starts with a capital letter or a number, and ends with the code', () => {
    const wrong = errors().filter(({ title = '' }) => !/^[A-Z0-9].{5,110} \([a-z_]+\)$/.test(title));

    expect(wrong.map(({ name, title }) => `${name}: ${title}`)).toEqual([]);
  });

  const FOREIGN: Readonly<Partial<Record<PlatformName, RegExp>>> = {
    chariot: /`(?:issuer|token_url|tenant)`/,
    descarteslabs: /`(?:issuer|token_url|tenant)`/,
    earthone: /`(?:issuer|token_url|tenant)`/,
    keycloak: /`(?:issuer|token_url)`/,
    dataclarity: /`(?:issuer|token_url)`/,
    oauth2: /`(?:url|tenant)`/,
  };

  test('An error names only inputs for the address that its platform has', () => {
    const wrong = errors().filter(({ platform, error }) => FOREIGN[platform]?.test(error) === true);

    expect(wrong.map(({ name, error }) => `${name}: ${error}`)).toEqual([]);
  });
});
