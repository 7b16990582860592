import { surroundingsOf } from './machine/environment.js';
import { planPublication } from './publication/publication.js';
import { summarize } from './publication/report.js';
import { handOver, letGo } from './runner/process.js';
import { fail, heedSignals, masker, ports, publish, readEnvironment, readInputs, save } from './runner/runner.js';
import { connect } from './session/connect.js';
import { openSession } from './session/session.js';
import { parseSettings } from './settings/settings.js';
import { keepLogin } from './undo/save.js';

async function run(): Promise<void> {
  const surroundings = surroundingsOf(readEnvironment(), masker.mask);
  const settings = parseSettings(readInputs(), surroundings);
  settings.notices.forEach(ports.log.notice);
  const { security, close, ...network } = await connect(settings, readEnvironment(), ports);
  const keep = keepLogin(settings, { surroundings, security, mask: masker.mask, save });
  const session = await openSession(settings, network.ports, keep).finally(close);
  const publication = planPublication(session, settings, surroundings);
  await handOver();
  publish(publication, summarize({ session, settings, publication }, masker));
}

heedSignals();

await run().catch(fail).finally(letGo);
