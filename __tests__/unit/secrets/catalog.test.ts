import { expect, test } from '@jest/globals';
import { catalogOf, groupBy, lookUp } from '../../../src/secrets/catalog.js';
import { entryOf } from '../../support/secret-matches.js';

const first = entryOf('id', 'first');
const second = { ...entryOf('id', 'second'), type: 'secret/Other' };

test('Of several Secrets with one key or ID, the first of the list is found', () => {
  const catalog = catalogOf([first, second]);

  expect([lookUp('id', false, catalog), lookUp(first.key, false, catalog)]).toEqual([[first], [first]]);
});

test('A quoted text is looked up only as a name', () => {
  const catalog = catalogOf([first, entryOf('other', 'id')]);

  expect(lookUp('id', true, catalog).map(({ id }) => id)).toEqual(['other']);
});

test('A name of several Secrets finds all of them, in the order of the list', () => {
  expect(lookUp('twin', false, catalogOf([entryOf('b', 'twin'), entryOf('a', 'twin')])).map(({ id }) => id)).toEqual([
    'b',
    'a',
  ]);
});

test('Items are grouped in their order', () => {
  expect([...groupBy(['bb', 'a', 'cc'], (text) => String(text.length))]).toEqual([
    ['2', ['bb', 'cc']],
    ['1', ['a']],
  ]);
});
