import { expect, jest, test } from '@jest/globals';
import { NOTHING_LEFT, ONE_FOLDER, PASSWORD, REGISTRY_PASSWORD, verdictOn } from './support/act-job.js';

// A run takes half a second; many tests may run at once.
jest.setTimeout(60_000);

const auth = Buffer.from(`octocat:${REGISTRY_PASSWORD}`).toString('base64');
const DOCKER = `${JSON.stringify({ auths: { 'ghcr.io': { auth } } }, null, 2)}\n`;

test('a step hands variables, outputs and files to later steps, and its post step takes the files back', async () => {
  expect(await verdictOn('plain.yml')).toEqual({
    exitCode: 0,
    seen: {
      variable: PASSWORD,
      fields: `octocat:${REGISTRY_PASSWORD}`,
      file: PASSWORD,
      docker: DOCKER,
      output: PASSWORD,
      all: JSON.stringify({
        'db-password': PASSWORD,
        ghcr: JSON.stringify({ server: 'ghcr.io', username: 'octocat', password: REGISTRY_PASSWORD }),
      }),
      me: '{"id":"2kFmBQHgjhOrCbvm4D8ZTVL5mi0","email":"service@example.com","name":"Service User"}',
      left: NOTHING_LEFT,
    },
    requests: ['decrypt', 'decrypt', 'list', 'login', 'me'],
    posts: [ONE_FOLDER],
    // Behind the base64 stands the newline that echo adds, with the last letter.
    masked: ['*** ***', '***ZAo=', "+ : '***'"],
    visible: [],
  });
});

test('a composite action that wraps ours hands its variables and outputs on', async () => {
  expect(await verdictOn('composite.yml')).toEqual({
    exitCode: 0,
    seen: { inside: PASSWORD, variable: PASSWORD, output: PASSWORD, docker: DOCKER, left: NOTHING_LEFT },
    requests: ['decrypt', 'decrypt', 'list', 'login'],
    posts: [ONE_FOLDER],
    masked: ['inside: ***', 'outside: *** ***'],
    visible: [],
  });
});

test('a composite action in another one does, too', async () => {
  expect(await verdictOn('nested.yml')).toEqual({
    exitCode: 0,
    seen: {
      inside: PASSWORD,
      between: PASSWORD,
      variable: PASSWORD,
      output: PASSWORD,
      docker: DOCKER,
      left: NOTHING_LEFT,
    },
    requests: ['decrypt', 'decrypt', 'list', 'login'],
    posts: [ONE_FOLDER],
    masked: ['inside: ***', 'between: ***', 'outside: *** ***'],
    visible: [],
  });
});

test('two steps in one job keep their tokens and files apart, and each removes its own', async () => {
  expect(await verdictOn('two-steps.yml')).toEqual({
    exitCode: 0,
    seen: {
      tokens: '<token 0> <token 1>',
      files: `${PASSWORD}\n${PASSWORD}\n`,
      aws: 'AKIAIOSFODNN7EXAMPLE',
      docker: DOCKER,
      left: NOTHING_LEFT,
    },
    requests: ['decrypt', 'decrypt', 'decrypt', 'decrypt', 'list', 'list', 'login', 'login'],
    posts: [ONE_FOLDER, ONE_FOLDER],
    masked: ['*** *** ***', '***', '***'],
    visible: [],
  });
});
