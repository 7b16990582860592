import { describe, expect, test } from '@jest/globals';
import { judge, judgePost } from '../../../harness/jobs/login-job.js';
import { loggedIn } from '../../support/realm-logins.js';
import { jane, type Place } from '../support/keycloak-place.js';
import { EVERYWHERE, NEWER } from './right-logins.js';

/** Returns the verdict on a post step that ended a session or revoked a token. */
export const ended = (what: 'session' | 'token') => ({
  exitCode: 0,
  // The file with the authorities of `ca_certificate`.
  log: [
    `The files of this step were removed. The ${what} of this step was ${what === 'session' ? 'logged out' : 'revoked'}.`,
  ],
  variables: {},
  outputs: {},
  problems: [],
});

/** Returns how the log names the user or the client of a login. */
function whoIn({ username, client_id }: Readonly<Record<string, string>>): string {
  const name = username ?? client_id;
  return name === undefined ? 'with the ID token of this workflow' : `as ${name}`;
}

/** Tests the successful logins and their post steps. */
export function logins(at: () => Place, platform: Place['platform']): void {
  describe('Successful logins at Keycloak', () => {
    test.each(platform === 'keycloak' ? [...EVERYWHERE, ...NEWER] : EVERYWHERE)(
      `A ${platform} login with $by works, and its post step revokes it`,
      async (login) => {
        const { as = platform, before = [], session, idTokens = 0 } = login;
        const { admin, github, introspect, ...place } = at();
        const other = await place.logIn();
        const sessions = await admin.sessions();
        const asked = github.issuedTokens.length;
        const main = await place.main(login.inputs, idTokens > 0 ? github : undefined);
        const token = main.outputs.get('bearer_token') ?? '';
        const { sid } = JSON.parse(main.outputs.get('claims') ?? '{}');

        expect(judge(main)).toEqual(loggedIn(as, { who: whoIn(login.inputs), before: [...before] }));
        expect(await introspect(token)).toMatchObject({ active: true, client_id: login.client, username: login.user });
        expect(sessions).toContain(other.session);
        expect(await admin.sessions()).toEqual([...sessions, ...(session ? [sid] : [])].sort());

        const post = await place.post(main);

        expect(judgePost(post, main)).toEqual(ended(session === 'logged out' ? 'session' : 'token'));
        expect(await introspect(token)).toEqual({ active: false });
        expect(await admin.sessions()).toEqual(sessions);
        expect(new Set(github.issuedTokens.slice(asked)).size).toBe(idTokens);
      },
    );
  });

  test(`The input \`whoami\` returns the userinfo of a ${platform} login`, async () => {
    const { main, post } = at();
    const job = await main({ ...jane, client_id: 'dc-ui', whoami: 'true' });
    const said = [
      'The token belongs to preferred_username "jane", email "jane@example.com", name "Jane Doe", sub "<sub>".',
    ];
    const { sub } = JSON.parse(job.outputs.get('user') ?? '{}');
    const verdict = judge(job);

    expect({ ...verdict, log: verdict.log.map((line) => line.replace(sub, '<sub>')) }).toEqual(
      loggedIn(platform, { who: `as ${jane.username}`, said, user: { user: job.outputs.get('user') ?? '' } }),
    );
    expect(JSON.parse(job.outputs.get('user') ?? '')).toEqual({
      sub: expect.stringMatching(/^[0-9a-f-]{36}$/),
      email_verified: true,
      name: 'Jane Doe',
      preferred_username: 'jane',
      given_name: 'Jane',
      family_name: 'Doe',
      email: 'jane@example.com',
    });
    expect(judgePost(await post(job), job)).toEqual(ended('session'));
  });
}
