import { connect } from './connect.js';
import { handOver, letGo } from './hand-over.js';
import { keepLogin } from './keep-login.js';
import { planPublication } from './publication.js';
import { summarize } from './report.js';
import { fail, heedSignals, masker, ports, publish, readEnvironment, readInputs, save } from './runner.js';
import { openSession } from './session.js';
import { parseSettings } from './settings.js';
import { surroundingsOf } from './surroundings.js';

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
