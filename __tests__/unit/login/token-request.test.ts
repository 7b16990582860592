import { describe, expect, test } from '@jest/globals';
import { buildTokenRequest } from '../../../src/login/token-request.js';
import { chariot } from '../../../src/platforms/chariot.js';

const requestFor = (url: string, clientId: string, clientSecret: string) =>
  buildTokenRequest(chariot, new URL(url), {
    credentials: {
      clientId,
      grant: { type: 'client_credentials' },
      clientAuthentication: { method: 'client_secret_post', clientSecret },
      negotiable: false,
      scope: undefined,
      audience: undefined,
    },
    subjectToken: undefined,
    proof: {
      parameters: [
        ['client_id', clientId],
        ['client_secret', clientSecret],
      ],
      headers: {},
      assertion: undefined,
    },
    trust: undefined,
    id: 'unused',
  });

describe('buildTokenRequest', () => {
  test('The request is a form with the credentials in its body only', () => {
    const request = requestFor('https://chariot.example.com/apps/auth/client/v2/chariot/login', 'my-id', 'my-secret');

    expect(request).toEqual({
      method: 'POST',
      url: new URL('https://chariot.example.com/apps/auth/client/v2/chariot/login'),
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=client_credentials&client_id=my-id&client_secret=my-secret',
      repeat: 'always',
      purpose: 'The login to Chariot',
    });
  });

  test.each([
    ['a b', 'a+b'],
    ['a+b', 'a%2Bb'],
    ['a&b=c', 'a%26b%3Dc'],
    ['50%', '50%25'],
    ['ä😀', '%C3%A4%F0%9F%98%80'],
    ['a\nb', 'a%0Ab'],
  ])('The secret %j is encoded as %s', (secret, expected) => {
    expect(requestFor('https://h', 'i', secret).body).toBe(
      `grant_type=client_credentials&client_id=i&client_secret=${expected}`,
    );
  });
});
