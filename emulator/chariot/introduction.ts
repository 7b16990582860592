import { type Introduction, readMember, TOKEN_LENGTH } from '../introduction.js';
import { exampleExpired, exampleProject, exampleReader, exampleWriter } from './example.js';
import { type Client, keyOf } from './tenant.js';

const isSecret = ({ type }: { readonly type: string }): boolean => type.startsWith('secret/');

/** Describes the example tenant and how to log in to it. */
export function introduceChariot(url: string): Introduction {
  const secrets = exampleProject.settings
    .filter(isSecret)
    .map(({ name, value }) => (typeof value === 'string' ? name : `${name}.*`));
  return {
    title: 'Chariot',
    url,
    facts: [
      clientFact(exampleWriter, 'can list and decrypt Secrets'),
      clientFact(exampleReader, 'can only list Secrets'),
      clientFact(exampleExpired, 'has expired'),
      ['project', exampleProject.id],
      ...exampleProject.settings.map(
        (setting) => [isSecret(setting) ? 'Secret' : 'setting', setting.name, keyOf(setting)] as const,
      ),
    ],
    recipes: [
      {
        title: 'Client credentials, and all Secrets of the project',
        inputs: {
          url,
          client_id: exampleWriter.clientId,
          client_secret: exampleWriter.clientSecret,
          project_id: exampleProject.id,
          secrets: secrets.join('; '),
        },
      },
    ],
    curl: curlLines(url),
  };
}

function clientFact({ clientId, clientSecret }: Client, use: string) {
  return ['client', `${clientId} / ${clientSecret}`, use] as const;
}

function curlLines(url: string): string[] {
  const { clientId, clientSecret } = exampleWriter;
  const settings = `${url}/api/identity/v2/settings/project/${exampleProject.id}`;
  const key = exampleProject.settings.slice(0, 1).map(keyOf).join();
  const get = `curl -sS -w '\\n' -H "Authorization: Bearer $token"`;
  return [
    `answer=$(curl -sS -d grant_type=client_credentials -d client_id=${clientId} -d client_secret=${clientSecret} \\`,
    `  ${url}/auth/client/v2/chariot/login)`,
    readMember('token', 'access_token'),
    TOKEN_LENGTH,
    `${get} '${url}/api/identity/v2/users/me/'`,
    `${get} '${settings}/?sort=name&desc=false'`,
    '# To see the Secret, remove the last command, `sed`.',
    `${get} '${settings}/${key}?decrypt=true' | sed 's/"value":"[^"]*"/"value":"***"/'`,
  ];
}
