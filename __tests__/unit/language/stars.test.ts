import { describe, expect, test } from '@jest/globals';
import { parseSecretRequests, type SecretRequest } from '../../../src/language/request.js';
import { fileTarget, isListing, serverNames } from '../../../src/language/stars.js';

function requestOf(line: string): SecretRequest {
  const [request] = parseSecretRequests(line);
  if (request === undefined) throw new Error('the line has no request');
  return request;
}

test.each([
  ['db', 'NAME@file'],
  ['db.password', 'NAME@file'],
  ['"*"', 'NAME@file'],
  ['db*', 'NAME_*@file'],
  ['db.*', 'NAME_*@file'],
  ['"**".*', 'NAME_*@file'],
  ['db*.*', 'NAME_*@file'],
  ['*-db-*', '@file'],
])('Errors show the file target of the line `%s` as %s', (line, target) => {
  expect(fileTarget(requestOf(line))).toBe(target);
});

describe('isListing', () => {
  test.each(['*', '*?'])('The line `%s` lists all Secrets only in a plan', (line) => {
    expect([true, false].map((plan) => isListing(requestOf(line), plan))).toEqual([true, false]);
  });

  test.each(['"*"', 'a*', '**', '*.*', '* | hex', '* | A_*', '* | @file', 'db'])(
    'The line `%s` of a plan is a request like any other',
    (line) => {
      expect(isListing(requestOf(line), true)).toBe(false);
    },
  );
});

describe('serverNames', () => {
  const use = { exportEnv: true, plan: false };

  test.each([
    ['*', 'rejected'],
    ['*.*', 'rejected'],
    ['* | *', 'accepted'],
    ['db.* | *', 'accepted'],
    ['a*', 'none'],
    ['db.*', 'none'],
    ['* | A_*', 'none'],
    ['*.password', 'none'],
    ['db', 'none'],
    ['* | @docker', 'none'],
  ])('The names that only the server decides in the line `%s` are classified as %s', (line, expected) => {
    expect(serverNames(requestOf(line), use)).toBe(expected);
    expect(serverNames(requestOf(line), { ...use, plan: true })).toBe('none');
  });
});
