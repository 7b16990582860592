import { expect, test } from '@jest/globals';
import { EMPTY_VARIABLE, type ErrorLine, failure, judge, runStep } from '../../../harness/jobs/login-job.js';
import type { ErrorCode } from '../../../src/errors.js';

/**
 * Wrong inputs of every platform but Chariot: one line, and no request; no server runs. Two of each kind; the unit tests of
 * settings contain the other messages.
 */

const realm = { url: 'https://id.example.com', tenant: 'acme' };
const client = { client_id: 'a-client', client_secret: 'a-client-secret-of-it' };
const user = { username: 'jane', password: 'a password of hers' };

test.each<
  [what: string, inputs: Record<string, string>, failed: readonly [code: ErrorCode, error: string | ErrorLine]]
>([
  [
    'DataClarity over plain http',
    { platform: 'dataclarity', url: 'http://dataclarity.example.com', tenant: 'acme', ...user },
    [
      'endpoint_insecure',
      'The input `url` is "http://dataclarity.example.com": plain http exposes the credentials to everyone on the network path.',
    ],
  ],
  [
    'Keycloak with the realm in `url`',
    { platform: 'keycloak', ...realm, url: 'https://id.example.com/realms/acme', ...client },
    [
      'input_invalid',
      {
        what: 'The input `url` must end before /realms/.',
        advice: 'Remove the rest, and set the name of the realm in `tenant`.',
      },
    ],
  ],
  [
    'Descartes Labs with a wrong `token_info`',
    { platform: 'descarteslabs', token_info: 'eyJhIjoxfQ' },
    [
      'input_invalid',
      {
        what: 'The input `token_info` is not the text from the web page of the platform.',
        advice: 'Copy the complete text.',
      },
    ],
  ],
  [
    'DataClarity with two logins',
    { platform: 'dataclarity', ...realm, ...user, refresh_token: 'a-refresh-token-of-hers' },
    ['input_conflict', '`refresh_token` and `username` cannot be combined: this login does not use `refresh_token`.'],
  ],
  [
    'EarthOne with two sources of credentials',
    { platform: 'earthone', token_info: 'eyJhIjoxfQ', client_id: 'a-client' },
    ['input_conflict', '`token_info` and `client_id` cannot be combined: `token_info` contains all credentials.'],
  ],
  [
    'Keycloak with a user, but without a client',
    { platform: 'keycloak', ...realm, ...user },
    [
      'input_missing',
      {
        what: '`client_id` is required: a client without a secret is identified by its ID only.',
        advice: 'Set `client_id` in the `with:` of this step.',
        also: EMPTY_VARIABLE,
      },
    ],
  ],
  [
    'an OAuth 2.0 server without an address',
    { platform: 'oauth2', ...client },
    [
      'input_missing',
      { what: '`issuer` or `token_url` is required: this platform has no default server.', also: EMPTY_VARIABLE },
    ],
  ],
  [
    // The value may be a damaged key, so the message does not show it.
    'an OAuth 2.0 server with a key that is neither a key nor a file',
    { platform: 'oauth2', issuer: 'https://id.example.com', client_id: 'a-client', signing_key: 'not-a-key' },
    [
      'certificate_unusable',
      {
        what: 'The input `signing_key` is not PEM, base64 or a JWK, and the file cannot be read (ENOENT).',
        advice: 'Relative paths start at the workspace; check that this job has the file.',
      },
    ],
  ],
])('The step fails before any request: %s', async (_what, inputs, failed) => {
  expect(judge(await runStep([], { inputs }))).toEqual(failure(...failed));
});
