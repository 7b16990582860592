import { AWS_LEFTOVERS } from '../formats/aws.js';
import { formatDotenv, formatEnvFile } from '../formats/dotenv.js';
import { formatTokenInfo, TOKEN_INFO_FILE } from '../formats/token-info.js';
import { ownClaims, pythonIdentity } from '../login/python-claims.js';
import { type DockerFiles, type DockerPlan, planDockerFiles } from '../machine/docker-plan.js';
import type { JobEnvironment } from '../machine/environment.js';
import type { PlannedFile } from '../machine/files.js';
import type { Pair } from '../ports.js';
import type { Session } from '../session/session.js';
import type { Settings } from '../settings/settings.js';
import type { Delivery } from './deliver.js';

/** The subfolder of `@docker`; no `@file` has this name, since no variable contains a `-`. */
const DOCKER_FOLDER = 'docker-config';

/** A part of what a run exports. */
export interface Part {
  readonly outputs: readonly Pair[];
  readonly variables: readonly Pair[];
  readonly files: readonly PlannedFile[];
}

/** A part without anything. */
export const NOTHING: Part = { outputs: [], variables: [], files: [] };

const VARIABLE_FILES = [
  { sink: 'dotenv', path: 'secrets.env', output: 'dotenv', format: formatDotenv },
  { sink: 'env-file', path: 'secrets.env-file', output: 'env_file', format: formatEnvFile },
] as const;

/**
 * Plans the files of `@dotenv` and `@env-file`, which contain the lines of all deliveries to their sink.
 *
 * @throws ActionError value_unsupported
 */
export function variableFilesPart(deliveries: readonly Delivery[], { pathOf }: Pick<JobEnvironment, 'pathOf'>): Part {
  const parts = VARIABLE_FILES.map(({ sink, path, output, format }): Part => {
    const own = deliveries.filter(({ result }) => result.match.request.sink === sink);
    const lines = own.flatMap((delivery) => delivery.lines);
    return lines.length === 0
      ? NOTHING
      : { files: [{ path, content: format(lines) }], outputs: [[output, pathOf(path)]], variables: [] };
  });
  return joined(parts);
}

/** Joins parts in their order. */
export function joined(parts: readonly Part[]): Part {
  return {
    outputs: parts.flatMap(({ outputs }) => outputs),
    variables: parts.flatMap(({ variables }) => variables),
    files: parts.flatMap(({ files }) => files),
  };
}

/** Plans the files of `@docker`, which contain the logins of all deliveries. */
export function dockerPart(
  deliveries: readonly Delivery[],
  existing: DockerFiles,
  { pathOf }: Pick<JobEnvironment, 'pathOf'>,
): Part & Pick<DockerPlan, 'notices'> {
  const registries = deliveries.flatMap((delivery) => delivery.registries);
  if (registries.length === 0) {
    return { ...NOTHING, notices: [] };
  }
  const inFolder = (path: string) => `${DOCKER_FOLDER}/${path}`;
  const { files, authFile, notices } = planDockerFiles(registries, existing);
  return {
    notices,
    files: files.map((file) => ({ ...file, path: inFolder(file.path) })),
    outputs: [['docker_config', pathOf(DOCKER_FOLDER)]],
    variables: [
      ['DOCKER_CONFIG', pathOf(DOCKER_FOLDER)],
      ['REGISTRY_AUTH_FILE', pathOf(inFolder(authFile))],
    ],
  };
}

/** Clears the variables of an earlier step that make the keys of `@aws` invalid, unless a line sets them. */
export function leftoversPart(deliveries: readonly Delivery[], { variable }: JobEnvironment): Part {
  const isAws = deliveries.some(({ result }) => result.match.request.sink === 'aws');
  const exported = deliveries.flatMap(({ variables }) => variables.map(([name]) => name));
  const left = AWS_LEFTOVERS.filter((name) => isAws && variable(name) !== undefined && !exported.includes(name));
  return { ...NOTHING, variables: left.map((name): Pair => [name, '']) };
}

/** Plans what a login exports: the token, what is known of it and of its user, and the file for a Python client. */
export function loginPart(session: Session, settings: Settings): Part {
  return {
    outputs: loginOutputs(session, settings),
    variables: loginVariables(session, settings),
    files: loginFiles(session, settings),
  };
}

function loginOutputs({ login: { token }, user }: Session, { platform, tokenInfoFile }: Settings): Pair[] {
  const claims = ownClaims(token?.claims, platform);
  const { pythonClient } = platform;
  const identity =
    claims === undefined || pythonClient === undefined ? undefined : pythonIdentity(claims, pythonClient);
  const optional = (name: string, value: string | undefined): Pair[] => (value === undefined ? [] : [[name, value]]);
  return [
    ...optional('bearer_token', token?.value),
    ...optional('token_type', token?.type),
    ...optional('expires_in', token?.expiresIn?.toString()),
    ...optional('expires_at', token?.expiresAt?.toISOString()),
    ...optional('claims', claims && JSON.stringify(claims)),
    ...optional('user', user && JSON.stringify(user)),
    ...optional('namespace', identity?.namespace),
    ...optional('all_acl_subjects', identity && JSON.stringify(identity.aclSubjects)),
    ...optional('all_owner_acl_subjects', identity && JSON.stringify(identity.ownerAclSubjects)),
    ...optional('token_info', tokenInfoFile?.path),
  ];
}

/** Sets the variable of the token, or of the file that contains the token. */
function loginVariables({ login }: Session, { tokenVariable, tokenInfoFile, exportEnv }: Settings): Pair[] {
  if (tokenInfoFile === undefined || !exportEnv) {
    return tokenVariable === undefined || login.token === undefined ? [] : [[tokenVariable, login.token.value]];
  }
  const { variable, path, stale } = tokenInfoFile;
  return stale === undefined
    ? [[variable, path]]
    : [
        [variable, path],
        [stale, ''],
      ];
}

/** Plans the file from which a Python client reads and refreshes its token, if the workflow requests the file. */
function loginFiles({ login: { token } }: Session, { tokenInfoFile, credentials }: Settings): PlannedFile[] {
  const { grant, clientId, scope } = credentials ?? {};
  if (tokenInfoFile === undefined || grant?.type !== 'refresh_token' || clientId === undefined || token === undefined) {
    return [];
  }
  const content = formatTokenInfo({ clientId, refreshToken: grant.refreshToken, token: token.value, scope });
  return [{ path: TOKEN_INFO_FILE, content }];
}
