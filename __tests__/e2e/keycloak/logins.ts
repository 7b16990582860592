import { describe, expect, test } from '@jest/globals';
import { judge, judgePost } from '../../support/login-job.js';
import { loggedIn, pem } from '../../support/realm-logins.js';
import { certificate, jane, type Place } from '../support/keycloak-place.js';

/** A login that is right, and what there is to see of it in Keycloak. */
interface Login {
  readonly by: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly client: string;
  readonly user: string;
  /** Whether it begins a session; without one, only the token is ended. */
  readonly session?: true;
  /** How many ID tokens of the workflow main and post ask for together. */
  readonly idTokens?: number;
}

const secret = 'service-client-secret';
const odd = { client_id: 'a:b/c d%+', client_secret: ':/%+ é' };
const serviceAccount = (client: string) => ({ client, user: `service-account-${client}` });
const signed = (alg: Parameters<typeof pem>[0]): Login => ({
  by: `a key for ${alg}`,
  inputs: { client_id: 'signed', signing_key: pem(alg), signing_key_id: `key-${alg}` },
  ...serviceAccount('signed'),
});

const LOGINS: readonly Login[] = [
  {
    by: 'user and password, whose blanks at the ends count',
    inputs: { ...jane, client_id: 'dc-ui' },
    client: 'dc-ui',
    user: 'jane',
    session: true,
  },
  {
    by: 'user and password at a client with a secret',
    inputs: { ...jane, client_id: 'people', client_secret: 'people-client-secret' },
    client: 'people',
    user: 'jane',
    session: true,
  },
  { by: 'a client secret', inputs: { client_id: 'service', client_secret: secret }, ...serviceAccount('service') },
  {
    by: 'a client secret in the header',
    inputs: { client_id: 'service', client_secret: secret, client_authentication: 'client_secret_basic' },
    ...serviceAccount('service'),
  },
  { by: 'a secret and an id of odd characters', inputs: odd, ...serviceAccount(odd.client_id) },
  {
    by: 'a secret and an id of odd characters in the header',
    inputs: { ...odd, client_authentication: 'client_secret_basic' },
    ...serviceAccount(odd.client_id),
  },
  {
    by: 'a client whose own login is a session, too',
    inputs: { client_id: 'service-with-session', client_secret: secret },
    ...serviceAccount('service-with-session'),
    session: true,
  },
  signed('RS256'),
  signed('ES256'),
  signed('EdDSA'),
  {
    by: 'a client certificate',
    inputs: { client_id: 'certified', client_authentication: 'tls_client_auth', ...certificate },
    ...serviceAccount('certified'),
  },
  {
    by: 'the ID token of the workflow, without any secret',
    inputs: { client_authentication: 'github_oidc' },
    ...serviceAccount('workflow'),
    idTokens: 2,
  },
  {
    by: 'the ID token of the workflow and the id of its client',
    inputs: { client_authentication: 'github_oidc', client_id: 'workflow' },
    ...serviceAccount('workflow'),
    idTokens: 2,
  },
];

const ended = (session?: true) => ({
  exitCode: 0,
  log: [`No files to remove. The ${session ? 'session' : 'token'} of this step was ended.`],
  variables: {},
  outputs: {},
  problems: [],
});

/** The logins that are right, and their ends. */
export function logins(at: () => Place): void {
  describe('ends in the post step what it began, and nothing else, after a login', () => {
    test.each(LOGINS)('by $by', async ({ inputs, client, user, session, idTokens = 0 }) => {
      const { platform, admin, github, introspect, ...place } = at();
      const other = await place.logIn();
      const before = await admin.sessions();
      const asked = github.issuedTokens.length;
      const main = await place.main(inputs, { idToken: idTokens > 0 });
      const token = main.outputs.get('bearer_token') ?? '';
      const { sid } = JSON.parse(main.outputs.get('claims') ?? '{}');

      expect(judge(main)).toEqual(loggedIn(platform));
      expect(await introspect(token)).toMatchObject({ active: true, client_id: client, username: user });
      expect(before).toContain(other.session);
      expect(await admin.sessions()).toEqual([...before, ...(session ? [sid] : [])].sort());

      const post = await place.post(main);

      expect(judgePost(post, main)).toEqual(ended(session));
      expect(await introspect(token)).toEqual({ active: false });
      expect(await admin.sessions()).toEqual(before);
      expect(new Set(github.issuedTokens.slice(asked)).size).toBe(idTokens);
    });
  });
}
