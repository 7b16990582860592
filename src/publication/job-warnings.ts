import type { TokenInfoFile } from '../formats/token-info.js';
import type { Environment, JobEnvironment } from '../machine/environment.js';
import type { Session } from '../session/session.js';
import type { Settings } from '../settings/settings.js';
import type { Delivery } from './deliver.js';

/** A warning where the client will not read the file. */
export function tokenInfoWarnings(file: TokenInfoFile | undefined): string[] {
  const rivals = file?.rivals ?? [];
  const names = rivals.join(', ');
  return rivals.length === 0
    ? []
    : [
        `The job sets ${names}: the Python client takes its credentials from there, and does not read the token_info.json.`,
      ];
}

/** Variables by which SDKs take other keys than those of `@aws`; to set them empty would be an error for some. */
const PROFILES = ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'];

/** What stays as an earlier step or the job itself has it, where the Secret says nothing of it. */
const KEPT = ['AWS_ENDPOINT_URL_S3', 'AWS_ENDPOINT_URL', 'AWS_REGION', 'AWS_DEFAULT_REGION'];

/** Warnings about variables of the job by which what this step gives does not work. */
export function jobWarnings(deliveries: readonly Delivery[], { variable }: JobEnvironment): string[] {
  const profiles = uses(deliveries, 'aws') ? PROFILES.filter((name) => variable(name) !== undefined) : [];
  const isHidden = uses(deliveries, 'docker') && variable('DOCKER_AUTH_CONFIG') !== undefined;
  return [
    ...profiles.map(
      (name) => `The variable ${name} is set: some SDKs take the keys of that profile, not those of @aws.`,
    ),
    ...(isHidden ? [`The variable DOCKER_AUTH_CONFIG is set: docker takes its logins, not those of @docker.`] : []),
  ];
}

/** Notices about what `@aws` leaves as it is. */
export function jobNotices(deliveries: readonly Delivery[], { variable }: JobEnvironment): string[] {
  if (!uses(deliveries, 'aws')) {
    return [];
  }
  const given = deliveries.flatMap(({ variables, outputs }) => [...variables, ...outputs].map(([name]) => name));
  const hasEndpoint = given.includes('AWS_ENDPOINT_URL_S3');
  const kept = KEPT.filter((name) => variable(name) !== undefined && !given.includes(name)).filter(
    (name) => !(hasEndpoint && name === 'AWS_ENDPOINT_URL'),
  );
  const hasRegion = given.includes('AWS_REGION') || kept.some((name) => name.endsWith('REGION'));
  return [
    ...kept.map((name) => `@aws: the Secret does not say it, so ${name} stays as the job has it.`),
    ...(hasRegion ? [] : ['@aws: neither the Secret nor the job says a region; some SDKs want one in AWS_REGION.']),
  ];
}

function uses(deliveries: readonly Delivery[], sink: 'aws' | 'docker'): boolean {
  return deliveries.some(({ result }) => result.match.request.sink === sink);
}

/** A warning where the Python client of the platform will not use the token in its variable: `Auth.__init__`, auth.py. */
export function tokenVariableWarnings(
  { login: { token } }: Session,
  { platform, tokenVariable }: Settings,
  { variable }: Environment,
): string[] {
  if (platform.pythonClient === undefined || tokenVariable !== platform.tokenVariable || token?.claims === undefined) {
    return [];
  }
  const names = [`${platform.pythonClient.variablePrefix}_CLIENT_ID`, 'CLIENT_ID'];
  const name = names.find((name) => variable(name) !== undefined);
  // It compares without a look into a list, which may hold the client (RFC 7519 section 4.1.3).
  return name === undefined || variable(name) === token.claims['aud']
    ? []
    : [
        `The job sets ${name}: the Python client takes it for its own client id, and drops the token in ${tokenVariable}, whose claim \`aud\` is another.`,
      ];
}
