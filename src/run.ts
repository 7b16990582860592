import { readDockerFiles } from './machine/docker-files.js';
import { NO_DOCKER_FILES } from './machine/docker-plan.js';
import { readEnvironment } from './machine/environment.js';
import { needsDockerFiles, planPublication } from './publication/publication.js';
import { summarize } from './publication/summary.js';
import type { Runner } from './runner/runner.js';
import { connect, openSession } from './session/session.js';
import { parseSettings } from './settings/settings.js';
import { prepareUndo } from './undo/save.js';

/** Logs in, fetches and exports: everything that the main step does. @throws ActionError */
export async function run(runner: Runner, open = connect): Promise<void> {
  const { variables, masker, save } = runner;
  const environment = readEnvironment(variables, masker.mask);
  const settings = await parseSettings(runner.readInputs(), environment);
  runner.begin(settings);
  const { close, ports, beforeDeadline } = open(settings, variables, runner.ports);
  const undo = prepareUndo(settings, { environment, save });
  const session = await openSession(settings, ports, undo).finally(close);
  const docker = needsDockerFiles(session) ? readDockerFiles(environment.dockerPlaces) : NO_DOCKER_FILES;
  const publication = planPublication(session, settings, { ...environment, docker, isMasked: masker.isMasked });
  const summary = summarize({ session, settings, publication, stepName: variables['GITHUB_ACTION'] }, masker);
  await beforeDeadline(runner.flush(), 'waiting until the runner has read the masks');
  runner.publish(publication, summary);
}
