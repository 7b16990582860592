import { readDockerFiles } from '../machine/docker-files.js';
import { NO_DOCKER_FILES } from '../machine/docker-plan.js';
import type { JobEnvironment, Variables } from '../machine/environment.js';
import type { Masker } from '../masking/masker.js';
import type { Session } from '../session/session.js';
import type { Settings } from '../settings/settings.js';
import { type Publication, planPublication } from './publication.js';
import { summarize } from './summary.js';

/** The step and its machine, as a publication needs them. */
interface Place {
  readonly environment: JobEnvironment;
  readonly masker: Masker;
  readonly variables: Variables;
}

/** What a run publishes: everything that it exports, and its job summary. */
interface Prepared {
  readonly publication: Publication;
  readonly summary: string;
}

/**
 * Plans what a session exports, and writes its summary; nothing is exported yet.
 *
 * The files that container clients keep on this machine are read only for a session that needs them.
 *
 * @throws ActionError as `planPublication`
 */
export function preparePublication(
  session: Session,
  settings: Settings,
  { environment, masker, variables }: Place,
): Prepared {
  const needsDockerFiles = session.fetched.results.some(({ match }) => match.request.sink === 'docker');
  const docker = needsDockerFiles ? readDockerFiles(environment.dockerPlaces) : NO_DOCKER_FILES;
  const publication = planPublication(session, settings, { ...environment, docker, isMasked: masker.isMasked });
  const summary = summarize({ session, settings, publication, stepName: variables['GITHUB_ACTION'] }, masker);
  return { publication, summary };
}
