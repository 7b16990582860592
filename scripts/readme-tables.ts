import { parse } from 'yaml';

/** Inputs that are used together, and share a row. */
type Row = readonly string[];

/** The inputs by what a person wants to do; the README shows them in this order. */
export const INPUT_GROUPS: readonly (readonly [title: string, rows: readonly Row[]])[] = [
  ['Log in to Chariot', [['platform'], ['url'], ['client_id', 'client_secret'], ['bearer_token']]],
  [
    'Log in to Keycloak, DataClarity or an OAuth 2.0 server',
    [
      ...[['tenant'], ['issuer', 'token_url'], ['client_authentication'], ['grant_type'], ['username', 'password']],
      ...[['refresh_token'], ['scope', 'audience'], ['token_parameters'], ['id_token_audience']],
      ['signing_key', 'signing_key_password', 'signing_key_id', 'assertion_audience'],
    ],
  ],
  ['Log in to Descartes Labs or EarthOne', [['token_info'], ['token_info_path', 'write_token_info']]],
  ['Choose Secrets', [['secrets'], ['project_id', 'organization_id', 'user_id'], ['plan'], ['rotate_after_days']]],
  ['Choose where values go', [['export_env'], ['token_variable'], ['plain_fields']]],
  ['Decide how long a token is used', [['revoke'], ['token_cache'], ['leeway_seconds']]],
  [
    'Use client certificates and private authorities',
    [
      ...[
        ['pkcs12', 'pkcs12_password'],
        ['certificate', 'private_key', 'private_key_password'],
      ],
      ...[['ca_certificate'], ['tls_verify', 'allow_http']],
    ],
  ],
  ['Limit time and retries', [['timeout_seconds', 'retries']]],
  ['See more in log and summary', [['whoami'], ['summary']]],
];

/** The outputs, in the order of action.yml. */
const OUTPUT_ROWS: readonly Row[] = [
  ...[['bearer_token'], ['token_type', 'expires_in', 'expires_at'], ['claims', 'user']],
  ...[['namespace', 'all_acl_subjects', 'all_owner_acl_subjects'], ['token_info'], ['secrets']],
  ...[['docker_config', 'dotenv', 'env_file'], ['error_code']],
];

/** The inputs or outputs of action.yml. */
type Declared = Readonly<Record<string, { readonly description: string }>>;

/**
 * Writes the tables of inputs and outputs into the text of the README, between their markers.
 *
 * @throws Error if a marker is missing, or if the rows and action.yml contain different names
 */
export function writeTables(readme: string, actionYml: string): string {
  const { inputs, outputs }: Record<string, Declared> = parse(actionYml, { schema: 'failsafe' });
  const inputRows = INPUT_GROUPS.flatMap(([title, rows]) => [
    `| **${title}** | |`,
    ...rows.map((names) => row('input', names, inputs)),
  ]);
  const outputRows = OUTPUT_ROWS.map((names) => row('output', names, outputs));
  checkNames(
    Object.keys(inputs ?? {}),
    INPUT_GROUPS.flatMap(([, rows]) => rows.flat()),
  );
  checkNames(Object.keys(outputs ?? {}), OUTPUT_ROWS.flat());
  const withInputs = between(readme, 'inputs', ['| input | meaning |', '|---|---|', ...inputRows]);
  return between(withInputs, 'outputs', ['| output | meaning |', '|---|---|', ...outputRows]);
}

/** Checks that the rows contain every declared name once, and no other. */
function checkNames(declared: readonly string[], shown: readonly string[]): void {
  const isOnce = (name: string) => declared.includes(name) && shown.filter((each) => each === name).length === 1;
  const wrong = [...declared, ...shown].filter((name) => !isOnce(name));
  if (wrong.length > 0) {
    throw new Error(`scripts/readme-tables.ts and action.yml differ: ${wrong.join(', ')}.`);
  }
}

/** Writes one row. Each name is a link to itself, and each document that a description names becomes a link. */
function row(kind: 'input' | 'output', names: Row, declared: Declared = {}): string {
  const links = names.map((name) => `<a id="${kind}-${name}"></a>[\`${name}\`](#${kind}-${name})`);
  const texts = names.map((name) => {
    const text = (declared[name]?.description ?? '')
      .trim()
      .replaceAll('|', '\\|')
      .replace(/\bdocs\/[\w-]+\.md/g, (path) => `[${path}](${path})`);
    return names.length === 1 ? text : `**\`${name}\`**: ${text}`;
  });
  return `| ${links.join('<br>')} | ${texts.join('<br>')} |`;
}

/** Replaces the lines between two markers. */
function between(text: string, name: string, lines: readonly string[]): string {
  const [start, end] = [`<!-- ${name}: from action.yml, by npm run readme -->\n`, `<!-- end of ${name} -->`];
  const [before, rest] = text.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) {
    throw new Error(`README.md contains no lines "${start.trim()}" and "${end}".`);
  }
  return `${before}${start}${lines.join('\n')}\n${end}${after}`;
}
