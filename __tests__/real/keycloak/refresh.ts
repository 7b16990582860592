import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answerLine, failure, judge, judgePost } from '../../../harness/jobs/login-job.js';
import { loggedIn } from '../../support/realm-logins.js';
import { inShort } from '../../support/realm-requests.js';
import type { Place } from '../support/keycloak-place.js';
import { ended } from './logins.js';
import { loginFailed } from './refusals.js';

const CHANGED =
  'The server returned a new `refresh_token`, which is not stored. If the server accepts each refresh token only once, store a new one before the next run.';

/** Tests logins with a refresh token, whose session belongs to an earlier login. */
export function refreshes(at: () => Place, platform: Place['platform']): void {
  const inputs = (refresh_token: string) => ({ client_id: 'dc-ui', refresh_token });
  const refresh = (refresh_token: string) =>
    at().keycloak.ask('token', { form: { grant_type: 'refresh_token', client_id: 'dc-ui', refresh_token } });

  describe('Logins with a refresh token', () => {
    test(`A ${platform} login with a refresh token uses its session, which continues after the post step`, async () => {
      const { admin, introspect, ...place } = at();
      const { session, refreshToken } = await place.logIn();
      const sessions = await admin.sessions();
      const main = await place.main(inputs(refreshToken));
      const token = main.outputs.get('bearer_token') ?? '';

      expect(judge(main)).toEqual(loggedIn(platform, { who: 'as dc-ui', before: [CHANGED] }));
      expect(await introspect(token)).toMatchObject({
        active: true,
        client_id: 'dc-ui',
        username: 'jane',
        sid: session,
      });
      expect(await admin.sessions()).toEqual(sessions);

      const post = await place.post(main);

      expect(judgePost(post, main)).toEqual(ended('token'));
      expect(await introspect(token)).toEqual({ active: false });
      expect(await admin.sessions()).toEqual(sessions);
      expect(inShort(await refresh(refreshToken))).toBe('200 success');
    });

    test(`A ${platform} login with a refresh token of an ended session is rejected`, async () => {
      const { refreshToken } = await at().logIn();
      await at().keycloak.ask('logout', { form: { client_id: 'dc-ui', refresh_token: refreshToken } });

      expect(judge(await at().main(inputs(refreshToken)))).toEqual(
        failure(
          'invalid_grant',
          answerLine(
            loginFailed(platform),
            'answered 400',
            `: "invalid_grant: Session not active". The \`refresh_token\` is expired, of another \`client_id\`, or its session was ended. Store a new one.`,
          ),
        ),
      );
    });
  });

  describe('Logins with a refresh token that can be used once', () => {
    beforeAll(() => at().admin.changeRealm({ revokeRefreshToken: true, refreshTokenMaxReuse: 0 }));
    afterAll(() => at().admin.changeRealm({ revokeRefreshToken: false }));

    test(`The second ${platform} login with a single-use refresh token is rejected, and the session ends`, async () => {
      const { introspect, ...place } = at();
      const { refreshToken } = await place.logIn();
      const first = await place.main(inputs(refreshToken));
      const token = first.outputs.get('bearer_token') ?? '';

      expect(judge(first)).toEqual(loggedIn(platform, { who: 'as dc-ui', before: [CHANGED] }));
      expect(await introspect(token)).toMatchObject({ active: true });
      expect(judge(await place.main(inputs(refreshToken)))).toEqual(
        failure(
          'invalid_grant',
          answerLine(
            loginFailed(platform),
            'answered 400',
            `: "invalid_grant: Maximum allowed refresh token reuse exceeded". The \`refresh_token\` was used before, so the server ended its session. If refresh tokens rotate, a stored one works only once. Store a new one, or use other credentials.`,
          ),
        ),
      );
      expect(await introspect(token)).toEqual({ active: false });
    });
  });
}
