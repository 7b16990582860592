import { describe, expect, test } from '@jest/globals';
import { judge, judgePost } from '../../support/login-job.js';
import { loggedIn, pem } from '../../support/realm-logins.js';
import { certificateOf, jane, type Place } from '../support/keycloak-place.js';

/** A login that is right, and what there is to see of it in Keycloak. */
interface Login {
  readonly by: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly client: string;
  readonly user: string;
  /** What it is logged in to, where that is not the platform itself. */
  readonly as?: 'oauth2';
  /** What the log says before its line. */
  readonly before?: readonly string[];
  /** Whether it begins a session, and whether the post step says that it has ended that; else it ends a token. */
  readonly session?: 'logged out' | 'revoked';
  /** How many ID tokens of the workflow main and post ask for together. */
  readonly idTokens?: number;
}

const secret = 'service-client-secret';
const odd = { client_id: 'a:b/c d%+', client_secret: ':/%+ é' };
const people = { ...jane, client_id: 'people', client_secret: 'people-client-secret' };
const service = { client_id: 'service', client_secret: secret };
const workflow = { client_authentication: 'github_oidc' };
const serviceAccount = (client: string) => ({ client, user: `service-account-${client}` });
const signed = (alg: Parameters<typeof pem>[0]): Login => ({
  by: `a key for ${alg}`,
  inputs: { client_id: 'signed', signing_key: pem(alg), signing_key_id: `key-${alg}` },
  ...serviceAccount('signed'),
});

const EVERYWHERE: readonly Login[] = [
  {
    by: 'user and password, whose blanks at the ends count',
    inputs: { ...jane, client_id: 'dc-ui' },
    client: 'dc-ui',
    user: 'jane',
    session: 'logged out',
  },
  {
    by: 'user and password at a client with a secret',
    inputs: people,
    client: 'people',
    user: 'jane',
    session: 'logged out',
  },
  { by: 'a client secret', inputs: service, ...serviceAccount('service') },
  {
    by: 'a client secret in the header',
    inputs: { ...service, client_authentication: 'client_secret_basic' },
    ...serviceAccount('service'),
  },
  { by: 'an id and a secret of odd characters', inputs: odd, ...serviceAccount(odd.client_id) },
  {
    by: 'an id and a secret of odd characters in the header',
    inputs: { ...odd, client_authentication: 'client_secret_basic' },
    ...serviceAccount(odd.client_id),
  },
  {
    by: 'a client whose own login is a session, too',
    inputs: { client_id: 'service-with-session', client_secret: secret },
    ...serviceAccount('service-with-session'),
    session: 'logged out',
  },
  signed('RS256'),
  signed('ES256'),
  signed('EdDSA'),
  {
    by: 'a client certificate',
    inputs: { client_id: 'certified', client_authentication: 'tls_client_auth', ...certificateOf('certified') },
    ...serviceAccount('certified'),
    before: ['The client certificate is "CN=certified", valid until <time>.'],
  },
  { by: 'the ID token of the workflow alone', inputs: workflow, ...serviceAccount('workflow'), idTokens: 2 },
  {
    by: 'the ID token of the workflow and the id of its client',
    inputs: { ...workflow, client_id: 'workflow' },
    ...serviceAccount('workflow'),
    idTokens: 2,
  },
];

const NEWER: readonly Login[] = [
  {
    by: 'the ID token that stands for a user',
    inputs: { grant_type: 'jwt_bearer', client_id: 'granting', client_secret: 'granting-client-secret' },
    client: 'granting',
    user: 'jane',
    idTokens: 1,
  },
  {
    by: 'one ID token that stands for a user and one that proves the client',
    inputs: { ...workflow, grant_type: 'jwt_bearer' },
    client: 'workflow',
    user: 'jane',
    idTokens: 3,
  },
  {
    by: 'a client secret at the issuer',
    inputs: { platform: 'oauth2', ...service },
    as: 'oauth2',
    ...serviceAccount('service'),
  },
  {
    by: 'user and password at the issuer',
    inputs: { platform: 'oauth2', ...people },
    as: 'oauth2',
    client: 'people',
    user: 'jane',
    session: 'revoked',
  },
  {
    by: 'the ID token of the workflow at the issuer',
    inputs: { platform: 'oauth2', ...workflow },
    as: 'oauth2',
    ...serviceAccount('workflow'),
    idTokens: 2,
  },
];

/** The verdict on a post step that ended something. */
export const ended = (what: 'session' | 'token') => ({
  exitCode: 0,
  log: [`No files to remove. The ${what} of this step was ended.`],
  variables: {},
  outputs: {},
  problems: [],
});

/** The logins that are right, and their ends. */
export function logins(at: () => Place, platform: Place['platform']): void {
  describe('knows whom a login is for, and has nothing left of it after the post step:', () => {
    test.each(platform === 'keycloak' ? [...EVERYWHERE, ...NEWER] : EVERYWHERE)('by $by', async (login) => {
      const { as = platform, before = [], session, idTokens = 0 } = login;
      const { admin, github, introspect, ...place } = at();
      const other = await place.logIn();
      const sessions = await admin.sessions();
      const asked = github.issuedTokens.length;
      const main = await place.main(login.inputs, idTokens > 0 ? github : undefined);
      const token = main.outputs.get('bearer_token') ?? '';
      const { sid } = JSON.parse(main.outputs.get('claims') ?? '{}');

      expect(judge(main)).toEqual(loggedIn(as, { before: [...before] }));
      expect(await introspect(token)).toMatchObject({ active: true, client_id: login.client, username: login.user });
      expect(sessions).toContain(other.session);
      expect(await admin.sessions()).toEqual([...sessions, ...(session ? [sid] : [])].sort());

      const post = await place.post(main);

      expect(judgePost(post, main)).toEqual(ended(session === 'logged out' ? 'session' : 'token'));
      expect(await introspect(token)).toEqual({ active: false });
      expect(await admin.sessions()).toEqual(sessions);
      expect(new Set(github.issuedTokens.slice(asked)).size).toBe(idTokens);
    });
  });
}
