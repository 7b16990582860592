import { describe, expect, test } from '@jest/globals';
import { startGitHubIdTokens } from '../../../emulator/github/id-tokens.js';
import { answerLine, failure, judge } from '../../../harness/jobs/login-job.js';
import { readPage } from '../../../src/server-words.js';
import { JWT_BEARER, SUBJECT } from '../../support/realm-logins.js';
import { inShort } from '../../support/realm-requests.js';
import type { Place } from '../support/keycloak-place.js';
import { GENERIC, LOOK_ALIKE, REFUSED, type Refused, UNKNOWN } from './refused-logins.js';

const TITLES = { dataclarity: 'DataClarity', keycloak: 'Keycloak' };
const ISSUERS = { dataclarity: 'https://realm/auth/realms/acme', keycloak: 'https://realm/realms/acme' };

/** Returns what failed and the request of a rejected login. */
export const loginFailed = (platform: Place['platform'], issuer = ISSUERS[platform]) =>
  `The login to ${TITLES[platform]} failed: POST ${issuer}/protocol/openid-connect/token`;

type Answer = Omit<Refused, 'what' | 'inputs'>;
const locked: Answer = { status: 400, code: 'invalid_grant', said: 'Invalid user credentials', advice: LOOK_ALIKE };

/** Tests the logins that are rejected. */
export function refusals(at: () => Place, platform: Place['platform']): void {
  const error = ({ code, status, said, advice, before }: Answer) =>
    failure(
      code,
      {
        ...answerLine(
          loginFailed(platform),
          `answered ${status}`,
          `: ${JSON.stringify(`${code}: ${said}`)}.${advice && ` ${advice}.`}`,
        ),
        address: '`url` and `tenant`',
      },
      ...(before === undefined ? [] : [before]),
    );

  const issuer = JSON.stringify(ISSUERS[platform]);
  const endpoint = JSON.stringify(`${ISSUERS[platform]}/protocol/openid-connect/token`);
  const sent = `The signed assertion contains the \`aud\` ${issuer}; the issuer is ${issuer}, and the token endpoint is ${endpoint}. If the server expects another \`aud\`, set it in \`assertion_audience\``;

  describe('Rejected logins', () => {
    test.each(REFUSED)(
      `A ${platform} login with $what is rejected, and the error contains advice`,
      async ({ inputs, ...refused }) => {
        const advice = 'signing_key' in inputs ? `${refused.advice}. ${sent}` : refused.advice;

        expect(judge(await at().main(inputs))).toEqual(error({ ...refused, advice }));
      },
    );
  });

  describe('Users that are locked after wrong passwords', () => {
    const lena = { client_id: 'dc-ui', username: 'lena', password: 'password-of-lena' };
    const wrong = { ...lena, password: 'a wrong password' };

    test(`A ${platform} login with a wrong password is not tried again`, async () => {
      expect(judge(await at().main({ ...wrong, retries: '5' }))).toEqual(error(locked));
      expect(await at().admin.lockOf('lena')).toEqual({ failures: 1, locked: false });
    });

    test(`A ${platform} login of a locked user is rejected like one with a wrong password`, async () => {
      const { keycloak, admin, main } = at();
      for (let tries = 0; tries < 20 && !(await admin.lockOf('lena')).locked; tries += 1) {
        await keycloak.ask('token', { form: { grant_type: 'password', ...wrong } });
      }
      const before = await admin.lockOf('lena');

      expect(before.locked).toBe(true);
      expect(judge(await main({ ...lena, retries: '5' }))).toEqual(error(locked));
      expect(await admin.lockOf('lena')).toEqual(before);
    });
  });

  describe('ID tokens of other workflows', () => {
    const inputs = { client_authentication: 'github_oidc' };
    const says = (subject: string, audience = ISSUERS[platform]) =>
      `The ID token of this workflow contains iss "https://token.actions.githubusercontent.com", sub "${subject}", aud "${audience}": the server must trust exactly these values. \`id_token_audience\` sets aud`;

    test(`A ${platform} login with an ID token of another subject is rejected`, async () => {
      const subject = 'repo:octo-org/other:ref:refs/heads/main';
      const other = await startGitHubIdTokens({ subject });
      const job = await at().main(inputs, other);
      await other.close();
      const advice = `${UNKNOWN}. ${says(subject)}`;

      expect(judge(job)).toEqual(error({ status: 401, code: 'invalid_client', said: GENERIC, advice }));
    });

    test(`A ${platform} login with an ID token for another audience is rejected`, async () => {
      const audience = 'https://elsewhere.example.com';
      const job = await at().main({ ...inputs, id_token_audience: audience }, at().github);
      const advice = `The server expects another audience, usually the exact address of the realm. ${says(SUBJECT, audience)}`;

      expect(judge(job)).toEqual(
        error({ status: 400, code: 'invalid_client', said: 'Invalid token audience', advice }),
      );
    });

    test(`A ${platform} login with an ID token that was used before is rejected`, async () => {
      const { github, keycloak, main } = at();
      const value = github.issueToken(keycloak.issuer);
      const form = {
        grant_type: 'client_credentials',
        client_assertion_type: JWT_BEARER,
        client_assertion: value,
      };
      const headers = { 'content-type': 'application/json' };
      github.setFault('id-token', { kind: 'answer', status: 200, headers, body: JSON.stringify({ value }) });
      const first = await keycloak.ask('token', { form });
      const second = await main(inputs, github);
      github.setFault('id-token', undefined);
      const advice = 'This token was presented before, and the server accepts each token only once. Run the job again';

      expect(inShort(first)).toBe('200 success');
      expect(judge(second, [value])).toEqual(
        error({ status: 400, code: 'invalid_client', said: 'Token reuse detected', advice }),
      );
    });
  });

  test(`The exchange of an ID token of a workflow at ${platform} is rejected`, async () => {
    const { main, github } = at();
    const service = { client_id: 'service', client_secret: 'service-client-secret' };
    const job = await main({ platform: 'oauth2', grant_type: 'token_exchange', ...service }, github);
    const where = `${ISSUERS[platform]}/protocol/openid-connect/token`;
    const said = "invalid_request: Parameter 'subject_token' supports access tokens only";

    expect(judge(job)).toEqual(
      failure('invalid_request', {
        ...answerLine(`The login to the OAuth 2.0 server failed: POST ${where}`, 'answered 400', `: "${said}".`),
        address: '`issuer` or `token_url`',
      }),
    );
  });

  describe('Addresses that do not exist', () => {
    const notFound = (as: Place['platform'], issuer: string, rest: string) =>
      failure('endpoint_not_found', answerLine(loginFailed(as, issuer), 'answered 404', `${rest}.`));
    const service = { client_id: 'service', client_secret: 'service-client-secret' };

    test(`A ${platform} login at an unknown realm fails with advice about \`tenant\``, async () => {
      const job = await at().main({ ...service, tenant: 'Acme' });
      const rest =
        ': "Realm does not exist". The realm in `tenant` does not exist on this server. Its name is case-sensitive';

      expect(judge(job)).toEqual(notFound(platform, ISSUERS[platform].replace('acme', 'Acme'), rest));
    });

    test(`A ${platform} login at a wrong path fails with advice about the path`, async () => {
      const [as, rest] = (
        {
          keycloak: [
            'dataclarity',
            ': "Unable to find matching target resource method". The server is a Keycloak without `/auth`. Use `platform: keycloak`, with `client_id: dc-ui` for the client of the platform',
          ],
          dataclarity: [
            'keycloak',
            '. Check the host in `url`. If this is an older Keycloak, its path starts with `/auth`: add that to the end of `url`',
          ],
        } as const
      )[platform];
      const { origin } = new URL(at().keycloak.url);
      const job = await at().main({ ...service, platform: as, url: origin });

      expect(judge(job)).toEqual(notFound(as, ISSUERS[as], rest));
    });

    test(`A Chariot login at the Keycloak of ${platform} fails with advice about \`platform\``, async () => {
      const { url } = at().keycloak;
      const wrong = async (path: string) =>
        judge(await at().main({ ...service, platform: 'chariot', url: url + path, tenant: '' }));
      const failed = (path: string, said: string) => {
        const where = `https://realm${new URL(url).pathname.replace(/\/$/, '')}${path}/auth/client/v2/chariot/login`;
        return failure(
          'endpoint_not_found',
          answerLine(
            `The login to Chariot failed: POST ${where}`,
            'answered 404',
            `: "${said}". The server is a Keycloak. If your platform is a Keycloak, set \`platform: keycloak\`.`,
          ),
        );
      };

      expect(await wrong('')).toEqual(failed('', 'Unable to find matching target resource method'));
      expect(await wrong('/realms/Acme')).toEqual(failed('/realms/Acme', 'Realm does not exist'));
    });

    test(`The pages of the Keycloak of ${platform} are recognized`, async () => {
      const headers = { accept: 'text/html' };
      const login = '/realms/acme/protocol/openid-connect/auth?client_id=none&response_type=code';
      for (const path of [login, '/realms/acme/account/', '/admin/master/console/']) {
        const { body } = await at().keycloak.askPath(path, { headers });

        expect([path, readPage(String(body)).advice]).toEqual([path, expect.stringContaining('belongs to a Keycloak')]);
      }
    });
  });
}
