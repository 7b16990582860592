import { readEnvironment } from './machine/environment.js';
import { planPublication } from './publication/publication.js';
import { summarize } from './publication/report.js';
import { exitSoon, flushOutput } from './runner/process.js';
import { fail, handleSignals, masker, ports, publish, readInputs, readVariables, save } from './runner/runner.js';
import { connect } from './session/connect.js';
import { openSession } from './session/session.js';
import { parseSettings } from './settings/settings.js';
import { prepareUndo } from './undo/save.js';

async function run(): Promise<void> {
  const surroundings = readEnvironment(readVariables(), masker.mask);
  const settings = parseSettings(readInputs(), surroundings);
  settings.notices.forEach(ports.log.notice);
  const { security, close, ...network } = await connect(settings, readVariables(), ports);
  const keep = prepareUndo(settings, { surroundings, security, mask: masker.mask, save });
  const session = await openSession(settings, network.ports, keep).finally(close);
  const publication = planPublication(session, settings, surroundings);
  await flushOutput();
  publish(publication, summarize({ session, settings, publication }, masker));
}

handleSignals();

await run().catch(fail).finally(exitSoon);
