import type { TokenInfoFile } from '../formats/token-info.js';
import type { Environment, JobEnvironment } from '../machine/environment.js';
import type { Session } from '../session/session.js';
import type { Settings } from '../settings/settings.js';
import type { Delivery } from './deliver.js';

/** Warns if the Python client will not read the file. */
export function tokenInfoWarnings(file: TokenInfoFile | undefined): string[] {
  const rivals = file?.rivals ?? [];
  const names = rivals.join(', ');
  return rivals.length === 0
    ? []
    : [`The job sets ${names}. The Python client reads its credentials from there and ignores token_info.json.`];
}

/** Variables that make SDKs use other keys than those of `@aws`; some SDKs reject an empty one. */
const PROFILES = ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'];

/** What `@aws` leaves unchanged if the Secret does not contain it. */
const KEPT = ['AWS_ENDPOINT_URL_S3', 'AWS_ENDPOINT_URL', 'AWS_REGION', 'AWS_DEFAULT_REGION'];

/** Warns about variables of the job that override what this step exports. */
export function jobWarnings(deliveries: readonly Delivery[], { variable }: JobEnvironment): string[] {
  const profiles = uses(deliveries, 'aws') ? PROFILES.filter((name) => variable(name) !== undefined) : [];
  const isOverridden = uses(deliveries, 'docker') && variable('DOCKER_AUTH_CONFIG') !== undefined;
  return [
    ...profiles.map(
      (name) => `The variable ${name} is set. Some SDKs use the keys of that profile instead of those of @aws.`,
    ),
    ...(isOverridden
      ? ['The variable DOCKER_AUTH_CONFIG is set. docker uses its logins instead of those of @docker.']
      : []),
  ];
}

/** Writes notices about what `@aws` leaves unchanged. */
export function jobNotices(deliveries: readonly Delivery[], { variable }: JobEnvironment): string[] {
  if (!uses(deliveries, 'aws')) {
    return [];
  }
  const exported = deliveries.flatMap(({ variables, outputs }) => [...variables, ...outputs].map(([name]) => name));
  const overridden = exported.includes('AWS_ENDPOINT_URL_S3') ? ['AWS_ENDPOINT_URL', ...exported] : exported;
  const kept = KEPT.filter((name) => variable(name) !== undefined && !overridden.includes(name));
  const hasRegion = [...exported, ...kept].some((name) => name.endsWith('REGION'));
  return [
    ...(kept.length === 0 ? [] : [`@aws: the Secret does not set ${kept.join(', ')}. The job's values stay set.`]),
    ...(hasRegion ? [] : ['@aws: neither the Secret nor the job sets a region. Some SDKs require AWS_REGION.']),
  ];
}

function uses(deliveries: readonly Delivery[], sink: 'aws' | 'docker'): boolean {
  return deliveries.some(({ result }) => result.match.request.sink === sink);
}

/** Warns if the platform's Python client will not use the token in its variable (`Auth.__init__`, auth.py). */
export function tokenVariableWarnings(
  { login: { token } }: Session,
  { platform, tokenVariable }: Settings,
  { variable }: Environment,
): string[] {
  if (platform.pythonClient === undefined || tokenVariable !== platform.tokenVariable || token?.claims === undefined) {
    return [];
  }
  const names = [`${platform.pythonClient.variablePrefix}_CLIENT_ID`, 'CLIENT_ID'];
  const name = names.find((each) => variable(each) !== undefined);
  // The client compares with the whole claim, although a list may contain its id (RFC 7519 section 4.1.3).
  return name === undefined || variable(name) === token.claims['aud']
    ? []
    : [
        `The job sets ${name}. The Python client uses it as its client id and ignores the token in ${tokenVariable}, whose claim \`aud\` is different.`,
      ];
}
