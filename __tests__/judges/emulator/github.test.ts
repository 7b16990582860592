import { afterEach, describe, expect, test } from '@jest/globals';
import {
  exampleIdToken,
  type GitHubIdTokens,
  parseJwt,
  startGitHubIdTokens,
} from '../../../emulator/github/id-tokens.js';
import { verifyJwt } from '../../../emulator/jwt.js';

let github: GitHubIdTokens;
afterEach(() => github.close());

async function requestToken(query: string, headers?: Record<string, string>, method = 'GET') {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = github.variables;
  const target = query === '' ? url : `${url}&${query}`;
  const response = await fetch(target, { method, headers: headers ?? { authorization: `Bearer ${token}` } });
  return { status: response.status, body: JSON.parse(await response.text()) };
}

describe("GitHub's ID token endpoint", () => {
  test('An ID token has the requested audience and is valid for five minutes', async () => {
    github = await startGitHubIdTokens({ now: () => 1_700_000_000_000 });
    const { status, body } = await requestToken('audience=https%3A%2F%2Fexample.com%2Frealms%2Fa');
    expect([status, Object.keys(body)]).toEqual([200, ['value']]);
    const { header, claims } = parseJwt(body.value) ?? {};
    expect(header).toEqual({ alg: 'RS256', typ: 'JWT', kid: github.keys()[0]?.['kid'] });
    const times = { iat: 1_700_000_000, nbf: 1_699_999_400, exp: 1_700_000_300 };
    const who = {
      iss: 'https://token.actions.githubusercontent.com',
      sub: 'repo:octo-org/octo-repo:ref:refs/heads/main',
    };
    expect(claims).toEqual({
      ...exampleIdToken.claims,
      ...times,
      ...who,
      aud: 'https://example.com/realms/a',
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(github.issuedTokens).toEqual([body.value]);
  });

  test('Each request returns a new ID token, which the published key verifies', async () => {
    github = await startGitHubIdTokens();
    const [one, other] = [(await requestToken('audience=a')).body.value, (await requestToken('audience=a')).body.value];
    expect(parseJwt(one)?.claims['jti']).not.toBe(parseJwt(other)?.claims['jti']);
    const { keys } = JSON.parse(await (await fetch(`${github.url}/.well-known/jwks`)).text());
    const jwt = parseJwt(one);
    expect(jwt && verifyJwt(jwt, keys[0])).toBe(true);
    expect(keys).toEqual(github.keys());
  });

  test.each<[string, { query?: string; headers?: Record<string, string>; method?: string }, string]>([
    ['no audience', {}, '400 missing parameter "audience"'],
    ['an empty audience', { query: 'audience=' }, '400 missing parameter "audience"'],
    ['two audiences', { query: 'audience=a&audience=b' }, '400 repeated parameter "audience"'],
    ['another version', { query: 'audience=a&api-version=2.0' }, '400 repeated parameter "api-version"'],
    ['another parameter', { query: 'audience=a&x=1' }, '400 unknown parameter "x"'],
    ['no request token', { query: 'audience=a', headers: {} }, '401 unauthorized'],
    ['a wrong request token', { query: 'audience=a', headers: { authorization: 'Bearer x' } }, '401 unauthorized'],
    ['the method POST', { query: 'audience=a', method: 'POST' }, '404 not found'],
  ])('A request with %s is rejected', async (_name, { query = '', headers, method }, expected) => {
    github = await startGitHubIdTokens();
    const { status, body } = await requestToken(query, headers, method);
    expect(`${status} ${body.message}`).toBe(expected);
    expect(github.issuedTokens).toEqual([]);
  });

  test('A request without the api-version of the runner is rejected', async () => {
    github = await startGitHubIdTokens();
    const { pathname, origin } = new URL(github.variables.ACTIONS_ID_TOKEN_REQUEST_URL);
    const headers = { authorization: `Bearer ${github.variables.ACTIONS_ID_TOKEN_REQUEST_TOKEN}` };
    const response = await fetch(`${origin}${pathname}?audience=a`, { headers });
    expect([response.status, await response.json()]).toEqual([400, { message: 'api-version is not 2.0' }]);
  });

  test('A fault can apply to one request', async () => {
    github = await startGitHubIdTokens();
    github.setFault('id-token', { kind: 'status', status: 500 }, { first: 1 });
    expect([(await requestToken('audience=a')).status, (await requestToken('audience=a')).status]).toEqual([500, 200]);
  });
});
