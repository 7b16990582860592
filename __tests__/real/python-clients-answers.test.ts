import { describe, expect, jest, test } from '@jest/globals';
import { exampleCredential, type Fault, type IamService } from '../../emulator/iam/index.js';
import { withIam } from '../../harness/jobs/iam-job.js';
import { temporaryFolder } from '../../harness/temporary-folder.js';
import { credential, PREFIX, PYTHON_PLATFORMS } from '../support/iam-logins.js';
import { authOf } from './support/python-client.js';

// How the Python clients handle a response without a token.

jest.setTimeout(60_000);

const home = temporaryFolder();

describe.each(PYTHON_PLATFORMS)('The Python client of %s and responses without a token', (platform) => {
  const prefix = PREFIX[platform];
  const variables = {
    [`${prefix}_CLIENT_ID`]: credential.client_id,
    [`${prefix}_CLIENT_SECRET`]: credential.client_secret,
  };
  const unknown = { ...variables, [`${prefix}_CLIENT_ID`]: 'unknown' };
  const empty = { ...variables, [`${prefix}_CLIENT_ID`]: '' };
  const wrong = { ...variables, [`${prefix}_CLIENT_SECRET`]: 'wrong' };
  const revoked = { credentials: [{ ...exampleCredential, revoked: true }] };
  const unauthorized = { raised: 'UnauthorizedError', text: '{"message":"Unauthorized"}' };
  const badRequest = { raised: 'BadRequestError', text: '{"message":"missing or wrong member \\"client_id\\""}' };
  const noToken = { raised: 'OauthError', text: 'Could not retrieve token' };

  test.each<{ what: string; given?: Record<string, string>; service?: Partial<IamService>; expected: object }>([
    { what: 'a wrong secret', given: wrong, expected: unauthorized },
    { what: 'an unknown client ID', given: unknown, expected: unauthorized },
    { what: 'a revoked credential', service: revoked, expected: unauthorized },
    { what: 'an empty client ID', given: empty, expected: badRequest },
    { what: 'a response without a token', service: { tokenIn: [] }, expected: noToken },
  ])(`The client of ${platform} raises its own error for $what`, ({ given = variables, service = {}, expected }) =>
    withIam(platform, service, async (iam) => {
      const { token } = await authOf(platform, { home: home(), iam }, given);

      expect(token).toEqual(expected);
      expect(iam.requests).toHaveLength(1);
    }),
  );

  const text = '{"message":"no"}';
  test.each([
    [202, 'OauthError', `Could not retrieve token: ${text}`],
    [400, 'BadRequestError', text],
    [403, 'ForbiddenError', text],
    [404, 'NotFoundError', text],
    [422, 'ValidationError', text],
    [501, 'ServerError', text],
  ])(`The client of ${platform} turns the status %i into %s without another request`, (status, raised, said) =>
    withIam(platform, {}, async (iam) => {
      iam.setFault('token', { kind: 'status', status, body: text });
      const { token } = await authOf(platform, { home: home(), iam }, variables);

      expect(token).toEqual({ raised, text: said });
      expect(iam.requests).toHaveLength(1);
    }),
  );

  const withRetryAfter = (status: number): Fault => {
    return { kind: 'answer', status, headers: { 'Retry-After': '1' } };
  };
  test.each<{ what: string; fault: Fault; wait: number }>([
    { what: 'at once after 429', fault: { kind: 'status', status: 429 }, wait: 0 },
    { what: 'at once after 500', fault: { kind: 'status', status: 500 }, wait: 0 },
    { what: 'at once after 503', fault: { kind: 'status', status: 503 }, wait: 0 },
    { what: 'at once after 504', fault: { kind: 'status', status: 504 }, wait: 0 },
    { what: 'at once after a reset', fault: { kind: 'reset' }, wait: 0 },
    { what: 'after the time in Retry-After of 429', fault: withRetryAfter(429), wait: 1000 },
    { what: 'after the time in Retry-After of 403', fault: withRetryAfter(403), wait: 1000 },
  ])(`The client of ${platform} sends the request again $what`, ({ fault, wait }) =>
    withIam(platform, {}, async (iam) => {
      iam.setFault('token', fault, { first: 1 });
      const { token } = await authOf(platform, { home: home(), iam }, variables);
      const [first, second, ...more] = iam.requests.map(({ at }) => at);

      expect(token).toBe(iam.issuedTokens.at(-1));
      expect(more).toEqual([]);
      expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(wait);
    }),
  );
});
