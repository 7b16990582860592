import { readEnvironment } from './machine/environment.js';
import type { Runner } from './runner/runner.js';
import type { connect } from './session/session.js';
import { parseSettings } from './settings/settings.js';

/** Does everything that the main step does; what follows the inputs is loaded on demand. @throws ActionError */
export async function run(runner: Runner, open?: typeof connect): Promise<void> {
  const { variables, masker } = runner;
  const environment = readEnvironment(variables, masker.mask);
  const settings = await parseSettings(runner.readInputs(), environment);
  runner.begin(settings);
  const { connect, openSession, prepareUndo } = await import('./session/session.js');
  const { close, ports, beforeDeadline } = (open ?? connect)(settings, variables, runner.ports);
  const undo = prepareUndo(settings, { environment, save: runner.save });
  const session = await openSession(settings, ports, undo).finally(close);
  const { preparePublication } = await import('./publication/prepare.js');
  const { publication, summary } = preparePublication(session, settings, { environment, masker, variables });
  await beforeDeadline(runner.flush(), 'waiting until the runner has read the masks');
  runner.publish(publication, summary);
}
