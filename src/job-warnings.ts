import type { Delivery } from './secrets/sinks.js';
import type { JobSurroundings } from './surroundings.js';

/** Variables by which SDKs take other keys than those of `@aws`; to set them empty would be an error for some. */
const PROFILES = ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'];

/** What stays as an earlier step or the job itself has it, where the Secret says nothing of it. */
const KEPT = ['AWS_ENDPOINT_URL_S3', 'AWS_ENDPOINT_URL', 'AWS_REGION', 'AWS_DEFAULT_REGION'];

/** Warnings about variables of the job by which what this step gives does not work. */
export function jobWarnings(deliveries: readonly Delivery[], { variable }: JobSurroundings): string[] {
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
export function jobNotices(deliveries: readonly Delivery[], { variable }: JobSurroundings): string[] {
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
