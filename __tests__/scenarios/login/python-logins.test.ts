import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import {
  exampleCredential,
  exampleLegacyCredential,
  type IamCredential,
  LEGACY_CLIENT_ID,
  type RunningIam,
  webPageText,
} from '../../../emulator/iam/index.js';
import { stepAt, withIam } from '../../../harness/jobs/iam-job.js';
import { answered, answerLine, failure, judge, judgePost, requestsOf } from '../../../harness/jobs/login-job.js';
import { runAction } from '../../../harness/run-action.js';
import {
  credential,
  LOGIN,
  loggedIn,
  NAMESPACE,
  PREFIX,
  PYTHON_PLATFORMS,
  SENT,
  sentBy,
  TITLE,
  withToken,
} from '../../support/iam-logins.js';

/** The usual logins at Descartes Labs and EarthOne, with the bundle. */

const { client_id, client_secret } = credential;

describe.each(PYTHON_PLATFORMS)('%s', (platform) => {
  const run = (work: (iam: RunningIam) => Promise<void>) => () => withIam(platform, {}, work);

  test(
    `On ${platform}, a client ID and a secret log in`,
    run(async (iam) => {
      const job = await stepAt(iam, platform, { inputs: { client_id, client_secret } });

      expect(judge(job)).toEqual(withToken(platform, [loggedIn(platform)]));
      expect(requestsOf(job)).toEqual([LOGIN]);
      expect(sentBy(job)).toEqual(SENT);
      expect(JSON.parse(job.outputs.get('claims') ?? '')).toMatchObject({ userid: NAMESPACE, org: 'example' });
    }),
  );

  test(
    `On ${platform}, the variables of the Python client log in`,
    run(async (iam) => {
      const prefix = PREFIX[platform];
      const env = { [`${prefix}_CLIENT_ID`]: client_id, [`${prefix}_CLIENT_SECRET`]: client_secret };
      const job = await stepAt(iam, platform, { env });

      expect(judge(job)).toEqual(withToken(platform, [loggedIn(platform)]));
      expect(sentBy(job)).toEqual(SENT);
    }),
  );

  test(
    `On ${platform}, a secret in an input and an ID in a variable log in, and a token of an earlier step is not used`,
    run(async (iam) => {
      const prefix = PREFIX[platform];
      const left = iam.issueToken(exampleCredential, { left: true });
      const env = { [`${prefix}_CLIENT_ID`]: client_id, [`${prefix}_TOKEN`]: left };
      const job = await stepAt(iam, platform, { inputs: { client_secret }, env });

      expect(judge(job)).toEqual(withToken(platform, [loggedIn(platform)]));
      expect(job.outputs.get('bearer_token')).not.toBe(left);
    }),
  );

  test(
    `On ${platform}, the text from the web page logs in, and its revoke_url receives no request`,
    run(async (iam) => {
      const job = await stepAt(iam, platform, { inputs: { token_info: webPageText(exampleCredential, iam.url) } });

      // `token_info` is secret, and so is its client ID.
      expect(judge(job)).toEqual(withToken(platform, [loggedIn(platform, '***')]));
      expect(requestsOf(job)).toEqual([LOGIN]);
      expect(sentBy(job)).toEqual(SENT);
    }),
  );
  test(
    `On ${platform}, the claims contain the token's owner`,
    run(async (iam) => {
      const job = await stepAt(iam, platform, { inputs: { client_id, client_secret, whoami: 'true' } });
      const user = { user: job.outputs.get('claims') ?? '' };
      const line = 'The token belongs to email "Jane@Example.com", org "example", sub "google-oauth2|0123456789".';

      expect(judge(job)).toEqual(withToken(platform, [loggedIn(platform), line], { user }));
      expect(requestsOf(job)).toEqual([LOGIN]);
    }),
  );

  test(
    `On ${platform}, a wrong secret is an error after one request`,
    run(async (iam) => {
      const job = await stepAt(iam, platform, { inputs: { client_id, client_secret: 'a-wrong-client-secret' } });

      expect(judge(job)).toEqual(
        failure(
          'invalid_client',
          answerLine(
            `The login to ${TITLE[platform]} failed: ${LOGIN}`,
            answered(401),
            `: "Unauthorized". Check that \`client_id\` and \`client_secret\` belong together, as the page of your account shows them.`,
          ),
        ),
      );
      expect(job.requests).toHaveLength(1);
    }),
  );

  test(
    `On ${platform}, a secret and a refresh token that differ are a warning, and the refresh token is used`,
    run(async (iam) => {
      const inputs = { client_id, client_secret: 'an-old-client-secret', refresh_token: client_secret };
      const job = await stepAt(iam, platform, { inputs });
      const warning =
        'Warning: Authentication token mismatch: both the client secret and the refresh token are provided but differ in value; the refresh token will be used for authentication.';

      expect(judge(job)).toEqual(withToken(platform, [warning, loggedIn(platform)]));
      expect(sentBy(job)).toEqual(SENT);
    }),
  );

  test(
    `On ${platform}, the post step logs that the token stays valid`,
    run(async (iam) => {
      const main = await stepAt(iam, platform, { inputs: { client_id, client_secret } });
      const post = await runAction({ entry: 'post', state: main.state });

      expect(judgePost(post, main)).toEqual({
        exitCode: 0,
        log: [
          `No files to remove. The token was not revoked, because ${TITLE[platform]} has no way to revoke only a token. It stays valid until <time>.`,
        ],
        variables: {},
        outputs: {},
        problems: [],
      });
    }),
  );
});

describe('The legacy client ID', () => {
  const legacy = { client_id: LEGACY_CLIENT_ID, client_secret: exampleLegacyCredential.refreshToken };

  test('The legacy client ID of Descartes Labs has a different request, and its token is in id_token', () =>
    withIam('descarteslabs', {}, async (iam) => {
      const job = await stepAt(iam, 'descarteslabs', { inputs: legacy });
      const namespace = '3da541559918a808c2402bba5012f6c60b27661c';
      const identity = {
        namespace,
        all_acl_subjects: JSON.stringify([
          `user:${namespace}`,
          'email:jane@example.com',
          'org:example',
          'group:public',
        ]),
        all_owner_acl_subjects: JSON.stringify([`user:${namespace}`]),
      };

      expect(judge(job)).toEqual(
        withToken('descarteslabs', [loggedIn('descarteslabs', LEGACY_CLIENT_ID)], { identity }),
      );
      expect(sentBy(job)).toEqual({
        scope: 'openid name groups org email',
        client_id: LEGACY_CLIENT_ID,
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        target: LEGACY_CLIENT_ID,
        api_type: 'app',
        refresh_token: legacy.client_secret,
      });
    }));

  test('EarthOne treats the legacy client ID like any other', () => {
    const credential: IamCredential = { ...exampleCredential, clientId: LEGACY_CLIENT_ID };
    return withIam('earthone', { credentials: [credential] }, async (iam) => {
      const job = await stepAt(iam, 'earthone', { inputs: { client_id: LEGACY_CLIENT_ID, client_secret } });

      expect(judge(job)).toEqual(withToken('earthone', [loggedIn('earthone', LEGACY_CLIENT_ID)]));
      expect(sentBy(job)).toEqual({ ...SENT, client_id: LEGACY_CLIENT_ID });
    });
  });
});

describe('A token without `userid`', () => {
  const { earthdaily__dl__userid: _, ...claims } = exampleCredential.claims;
  const credentials: IamCredential[] = [{ ...exampleCredential, claims }];
  const others = ['email:jane@example.com', 'org:example', 'group:public', 'group:example:research'];
  const subjects = [...others, 'group:example:org-admin'];

  test('On Descartes Labs, the namespace is the SHA-1 of `sub`', () =>
    withIam('descarteslabs', { credentials }, async (iam) => {
      const job = await stepAt(iam, 'descarteslabs', { inputs: { client_id, client_secret } });
      const namespace = createHash('sha1').update('google-oauth2|0123456789').digest('hex');
      const identity = {
        namespace,
        all_acl_subjects: JSON.stringify([`user:${namespace}`, ...subjects]),
        all_owner_acl_subjects: JSON.stringify([`user:${namespace}`, 'org:example']),
      };

      expect(judge(job)).toEqual(withToken('descarteslabs', [loggedIn('descarteslabs')], { identity }));
    }));

  test('On EarthOne, there is no namespace, and no user among the subjects', () =>
    withIam('earthone', { credentials }, async (iam) => {
      const job = await stepAt(iam, 'earthone', { inputs: { client_id, client_secret } });
      const identity = {
        all_acl_subjects: JSON.stringify(subjects),
        all_owner_acl_subjects: JSON.stringify(['org:example']),
      };

      expect(judge(job)).toEqual(withToken('earthone', [loggedIn('earthone')], { identity }));
    }));
});
