import { describe, expect, test } from '@jest/globals';
import { firstPieces, markUp } from '../../../src/publication/html.js';
import { quote } from '../../../src/untrusted-text.js';

describe('markUp', () => {
  test.each([
    ['Set `url`.', 'Set <code>url</code>.'],
    ['See https://h.example.com/a.', 'See <code>https://h.example.com/a</code>.'],
    ['Ask @octocat, or see acme/app#1!', 'Ask <code>@octocat</code>, or see <code>acme/app#1</code>!'],
    ['Both <@octocat> and a&b@c.', 'Both <code>&lt;@octocat&gt;</code> and <code>a&amp;b@c</code>.'],
    [`Use ${quote('x')}.`, 'Use <code>x</code>.'],
    ['Use "a\\"b".', 'Use <code>a&quot;b</code>.'],
    // The quotation mark in the name ends the first code; the entity of the last one stays whole.
    [`Use ${quote('a"b @octo')}.`, 'Use <code>a</code>b <code>@octo&quot;</code>.'],
  ])('The message %j becomes %j', (message, html) => {
    expect(markUp(message)).toBe(html);
  });
});

test.each([
  [['a', 'b'], 2, ['a', 'b']],
  [['a', 'b', 'c'], 2, ['a', 'b', 'and 1 more']],
])('Of the pieces %j, at most %i are shown, and the others are counted', (pieces, most, shown) => {
  expect(firstPieces(pieces, most)).toEqual(shown);
});
