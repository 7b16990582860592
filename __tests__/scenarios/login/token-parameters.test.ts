import { describe, expect, test } from '@jest/globals';
import { live } from '../../../harness/jobs/life-job.js';
import { failure, formOf, judge } from '../../../harness/jobs/login-job.js';
import { runRealmJob } from '../../../harness/jobs/realm-job.js';
import { backend, changes, loggedIn } from '../../support/realm-logins.js';

/** The input `token_parameters` on the committed bundle. */

const parameters = ['resource', 'connector_id', 'api_key'];
const realm = { ...changes, parameters };
const token_parameters =
  'resource=https://one.example\nresource=https://two.example\n\nconnector_id = %41 b=c \napi_key=k3y-of-the-api\n';

describe('Token parameters', () => {
  test('They are in the token request, repeated and unchanged, and a secret one is masked', async () => {
    const job = await runRealmJob('oauth2', { realm, inputs: { ...backend, token_parameters } });
    const body = new URLSearchParams(job.requests.at(-1)?.body);

    expect(judge(job, ['k3y-of-the-api'])).toEqual(loggedIn('oauth2'));
    expect(body.getAll('resource')).toEqual(['https://one.example', 'https://two.example']);
    expect(body.get('connector_id')).toBe('%41 b=c');
    expect(body.get('api_key')).toBe('k3y-of-the-api');
    expect(job.log.masks).toContain('k3y-of-the-api');
    expect(job.log.masks).not.toContain('https://one.example');
  });

  test('They are not sent when the post step revokes the token', async () => {
    const inputs = { platform: 'keycloak', tenant: 'example', ...backend, token_parameters };
    const { main, post, asked, line, problems } = await live({ realm, inputs, secrets: ['k3y-of-the-api'] });

    expect([main.exitCode, post.exitCode, problems]).toEqual([0, 0, []]);
    expect(line).toBe('No files to remove. The token of this step was revoked.');
    expect(asked).toEqual(['POST revoke token,token_type_hint,client_id,client_secret']);
  });

  test('An exchange requests a type of token', async () => {
    const inputs = { grant_type: 'token_exchange', client_authentication: 'client_secret_post', ...backend };
    const requested = 'urn:ietf:params:oauth:token-type:access_token';
    const job = await runRealmJob('oauth2', {
      realm,
      idToken: true,
      inputs: { ...inputs, token_parameters: `requested_token_type=${requested}` },
    });

    expect(judge(job)).toEqual(loggedIn('oauth2'));
    expect(formOf(job)['requested_token_type']).toBe(requested);
  });

  test.each([
    [
      'client_secret=hunter2-hunter2',
      {
        what: 'The input `token_parameters` must not contain `client_secret` (line 1).',
        advice: 'Set `client_secret` instead.',
      },
    ],
    [
      'resource=x\nsubject_token=hunter2-hunter2',
      {
        what: 'The input `token_parameters` must not contain `subject_token` (line 2).',
        advice: 'Set `grant_type: token_exchange` instead.',
      },
    ],
    ['resource: x', 'The input `token_parameters` must have one name=value per line, and line 1 is different.'],
  ])('The parameters %j are rejected before any request', async (text, message) => {
    const job = await runRealmJob('oauth2', { inputs: { ...backend, token_parameters: text } });

    expect(judge(job, text.includes('hunter2') ? ['hunter2-hunter2'] : [])).toEqual(failure('input_invalid', message));
    expect(job.requests).toEqual([]);
  });
});
