import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import {
  exampleCredential,
  exampleLegacyCredential,
  LEGACY_CLIENT_ID,
  type RunningIam,
} from '../../emulator/iam/index.js';
import { type PythonPlatform, withIam } from '../../harness/jobs/iam-job.js';
import { temporaryFolder } from '../../harness/temporary-folder.js';
import { credential, NAMESPACE, PREFIX, PYTHON_PLATFORMS, SENT } from '../support/iam-logins.js';
import { authOf, noCredentials } from './support/python-client.js';

// The Python clients alone against the emulated IAM service. Their requests show what the service must accept and return.

jest.setTimeout(60_000);

const { client_id, client_secret } = credential;
const home = temporaryFolder();

const variablesOf = (platform: PythonPlatform, id: string = client_id, secret: string = client_secret) => ({
  [`${PREFIX[platform]}_CLIENT_ID`]: id,
  [`${PREFIX[platform]}_CLIENT_SECRET`]: secret,
});
const bodiesOf = ({ requests }: RunningIam): unknown[] => requests.map(({ body }) => JSON.parse(body));
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

describe.each(PYTHON_PLATFORMS)('Logins of the Python client of %s', (platform) => {
  const prefix = PREFIX[platform];

  test(`The client of ${platform} logs in with a client ID and secret, and stores the token below HOME`, () =>
    withIam(platform, {}, async (iam) => {
      const first = await authOf(platform, { home: home(), iam }, variablesOf(platform));
      const second = await authOf(platform, { home: home(), iam }, variablesOf(platform));

      expect(first).toMatchObject({ token: iam.issuedTokens[0], payload: { aud: client_id }, warnings: [] });
      expect(second).toEqual(first);
      expect(bodiesOf(iam)).toEqual([SENT]);
      const hash = createHash('sha1').update(client_secret).digest('hex');
      expect(readdirSync(join(home(), `.${platform}`))).toEqual([`jwt_token_${hash}.json`]);
    }));

  test(`The client of ${platform} logs in with a token_info.json and its scope, and stores the token there`, () =>
    withIam(platform, {}, async (iam) => {
      const path = join(home(), 'their.json');
      const content = { client_id, client_secret, refresh_token: client_secret, scope: ['openid', 'email'] };
      writeFileSync(path, JSON.stringify(content));
      const auth = await authOf(platform, { home: home(), iam }, { [`${prefix}_TOKEN_INFO_PATH`]: path });

      expect(auth).toMatchObject({ token: iam.issuedTokens[0], warnings: [] });
      expect(bodiesOf(iam)).toEqual([{ ...SENT, scope: 'openid email' }]);
      expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ ...content, jwt_token: auth.token });
    }));

  test.each<{ what: string; claims: Record<string, unknown>; logins: number }>([
    { what: 'uses a valid token', claims: {}, logins: 0 },
    { what: 'uses a token that lives for 600 s', claims: { exp: inSeconds(600) }, logins: 0 },
    { what: 'replaces a token that expires within 500 s', claims: { exp: inSeconds(400) }, logins: 1 },
    { what: 'replaces a token that has expired', claims: { exp: 1_000_000_000 }, logins: 1 },
    { what: 'replaces a token of another client', claims: { aud: 'another-client' }, logins: 1 },
    // The action uses this token: a list may contain the client (RFC 7519 section 4.1.3).
    { what: 'replaces a token for the client and others', claims: { aud: [client_id, 'other'] }, logins: 1 },
  ])(`The client of ${platform} with credentials $what`, ({ claims, logins }) =>
    withIam(platform, {}, async (iam) => {
      const left = iam.issueToken(exampleCredential, { left: true, ...claims });
      const variables = { ...variablesOf(platform), [`${prefix}_TOKEN`]: left };

      expect((await authOf(platform, { home: home(), iam }, variables)).token).toBe(iam.issuedTokens[logins]);
      expect(iam.requests).toHaveLength(logins);
    }),
  );

  test(`The client of ${platform} keeps a token that expires soon if a response contains none, but not after a 401`, () =>
    withIam(platform, { tokenIn: [] }, async (iam) => {
      const left = iam.issueToken(exampleCredential, { exp: inSeconds(400) });
      const variables = { ...variablesOf(platform), [`${prefix}_TOKEN`]: left };
      const kept = await authOf(platform, { home: home(), iam }, variables);
      iam.setFault('token', { kind: 'status', status: 401, body: 'no' });
      const refused = await authOf(platform, { home: home(), iam }, variables);

      // The action keeps the token in both cases.
      expect([kept.token, refused.token]).toEqual([left, { raised: 'UnauthorizedError', text: 'no' }]);
    }));

  test(`The client of ${platform} warns if secret and refresh token differ, and sends the refresh token`, () =>
    withIam(platform, {}, async (iam) => {
      const variables = { ...variablesOf(platform, client_id, 'old'), [`${prefix}_REFRESH_TOKEN`]: client_secret };
      const { warnings } = await authOf(platform, { home: home(), iam }, variables);

      // The warning of the action has the same words.
      expect(warnings).toEqual([
        'Authentication token mismatch: both the client secret and the refresh token are provided but differ in value; the refresh token will be used for authentication.',
      ]);
      expect(bodiesOf(iam)).toEqual([SENT]);
    }));

  test(`The client of ${platform} reports missing credentials`, () =>
    withIam(platform, {}, async (iam) => {
      const path = join(home(), `.${platform}`, 'token_info.json');

      expect(await authOf(platform, { home: home(), iam })).toEqual({
        token: { raised: 'AuthError', text: noCredentials(platform, ' (no client_id)') },
        warnings: [
          `Unable to read token_info from ${path} with error [Errno 2] No such file or directory: '${path}'.`,
          noCredentials(platform),
        ],
      });
    }));
});

describe('The legacy client ID', () => {
  const secret = exampleLegacyCredential.refreshToken;

  test('The client of descarteslabs sends a special request for the legacy client ID and reads `id_token`', () =>
    withIam('descarteslabs', {}, async (iam) => {
      const variables = variablesOf('descarteslabs', LEGACY_CLIENT_ID, secret);
      const { token, namespace } = await authOf('descarteslabs', { home: home(), iam }, variables);

      expect({ token, namespace }).toEqual({
        token: iam.issuedTokens[0],
        namespace: '3da541559918a808c2402bba5012f6c60b27661c',
      });
      expect(bodiesOf(iam)).toEqual([
        {
          scope: 'openid name groups org email',
          client_id: LEGACY_CLIENT_ID,
          grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
          target: LEGACY_CLIENT_ID,
          api_type: 'app',
          refresh_token: secret,
        },
      ]);
    }));

  test('The client of earthone treats the legacy client ID like every other client ID', () =>
    withIam('earthone', { credentials: [{ ...exampleCredential, clientId: LEGACY_CLIENT_ID }] }, async (iam) => {
      const variables = variablesOf('earthone', LEGACY_CLIENT_ID);
      const { token, namespace } = await authOf('earthone', { home: home(), iam }, variables);

      expect({ token, namespace }).toEqual({ token: iam.issuedTokens[0], namespace: NAMESPACE });
      expect(bodiesOf(iam)).toEqual([{ ...SENT, client_id: LEGACY_CLIENT_ID }]);
    }));
});
