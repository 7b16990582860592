import { exampleProject, exampleReader, exampleWriter } from './example.js';
import { keyOf } from './tenant.js';

/** Explains how to use the example tenant, for somebody at a terminal. */
export function introduction(url: string): string {
  const rows = exampleProject.settings.map((setting) => `  ${setting.name.padEnd(16)}${keyOf(setting)}`);
  return [
    `The Chariot emulator runs at ${url}`,
    '',
    `client        ${exampleWriter.clientId} / ${exampleWriter.clientSecret}    can list and decrypt Secrets`,
    `              ${exampleReader.clientId} / ${exampleReader.clientSecret}    can only list Secrets`,
    `project       ${exampleProject.id}`,
    'settings',
    ...rows,
    '',
    'To run the action, enter this in another shell:',
    '',
    ...inputLines(url),
    '',
    'To send the requests with curl, enter this:',
    '',
    ...curlLines(url),
    '',
    'Press Ctrl+C to stop the emulator. Each request is listed below.',
    '',
  ].join('\n');
}

function inputLines(url: string): string[] {
  const secrets = exampleProject.settings
    .filter(({ type }) => type.startsWith('secret/'))
    .map(({ name, value }) => (typeof value === 'string' ? name : `${name}.*`));
  const inputs = {
    URL: url,
    CLIENT_ID: exampleWriter.clientId,
    CLIENT_SECRET: exampleWriter.clientSecret,
    PROJECT_ID: exampleProject.id,
    SECRETS: secrets.join('; '),
  };
  return [
    ...Object.entries(inputs).map(([name, value]) => `  export INPUT_${name}='${value}'`),
    '  export GITHUB_STATE=$(mktemp) GITHUB_OUTPUT=$(mktemp) GITHUB_ENV=$(mktemp)',
    '  node dist/index.js; cat "$GITHUB_ENV"',
  ];
}

function curlLines(url: string): string[] {
  const { clientId, clientSecret } = exampleWriter;
  const settings = `${url}/api/identity/v2/settings/project/${exampleProject.id}`;
  const key = exampleProject.settings.slice(0, 1).map(keyOf).join();
  const get = `  curl -sS -H "Authorization: Bearer $token"`;
  return [
    `  token=$(curl -sS -d grant_type=client_credentials -d client_id=${clientId} -d client_secret=${clientSecret} \\`,
    `    ${url}/auth/client/v2/chariot/login | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
    `${get} '${url}/api/identity/v2/users/me/'`,
    `${get} '${settings}/?sort=name&desc=false'`,
    `${get} '${settings}/${key}?decrypt=true'`,
  ];
}
