import { connect } from './connect.js';
import { handOver, letGo } from './hand-over.js';
import { planPublication } from './publication.js';
import { summarize } from './report.js';
import { fail, masker, ports, publish, readEnvironment, readInputs } from './runner.js';
import { openSession } from './session.js';
import { parseSettings } from './settings.js';
import { surroundingsOf } from './surroundings.js';

async function run(): Promise<void> {
  const surroundings = surroundingsOf(readEnvironment(), masker.mask);
  const settings = parseSettings(readInputs(), surroundings);
  settings.notices.forEach(ports.log.notice);
  const connection = await connect(settings, readEnvironment(), ports);
  try {
    const session = await openSession(settings, connection.ports);
    const publication = planPublication(session, settings, surroundings);
    await handOver();
    publish(publication, summarize({ session, settings, publication }, masker));
  } finally {
    connection.close();
  }
}

await run().catch(fail).finally(letGo);
