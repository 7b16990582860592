import { type Introduction, quoted, readMember, TOKEN_LENGTH } from '../introduction.js';
import { exampleCredential, exampleLegacyCredential, type IamService, webPageText } from './model.js';

/** The name of a platform with an IAM service, as the action's input, and its usual spelling. */
export interface IamName {
  readonly platform: string;
  readonly title: string;
}

/** Describes an IAM service and how to log in to it. */
export function introduceIam({ platform, title }: IamName, { credentials }: IamService, url: string): Introduction {
  const { clientId, refreshToken } = exampleCredential;
  const text = webPageText(exampleCredential, url);
  const body = JSON.stringify({ client_id: clientId, grant_type: 'refresh_token', refresh_token: refreshToken });
  return {
    title,
    url,
    facts: [
      ...credentials.map(
        (credential) =>
          [
            'client',
            `${credential.clientId} / ${credential.refreshToken}`,
            credential === exampleLegacyCredential
              ? 'the legacy client of old releases of the Python client'
              : 'logs in a user',
          ] as const,
      ),
      ['claims', JSON.stringify(exampleCredential.claims)],
    ],
    recipes: [
      {
        title: 'A client ID and a secret',
        inputs: { platform, url, client_id: clientId, client_secret: refreshToken, whoami: 'true' },
      },
      {
        title: 'The text of the web page, and a file for the Python client',
        inputs: { platform, url, token_info: text, write_token_info: 'true' },
      },
    ],
    curl: [
      "answer=$(curl -sS -H 'Content-Type: application/json' -H 'X-Request-Group: 0123456789abcdef0123456789abcdef' \\",
      `  -d ${quoted(body)} ${url}/token)`,
      readMember('token', 'access_token'),
      TOKEN_LENGTH,
    ],
  };
}
