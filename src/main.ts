import { openTransport } from './http/transport.js';
import { login } from './login.js';
import { planPublication } from './publication.js';
import { fail, handOver, letGo, log, mask, publish, readInputs, variableLimit } from './runner.js';
import { fetchSecrets } from './secrets/fetch.js';
import { parseSettings } from './settings.js';

async function run(): Promise<void> {
  const settings = parseSettings(readInputs());
  settings.notices.forEach(log.notice);
  const transport = openTransport(settings.timeoutSeconds, log);
  try {
    const ports = { send: transport.send, mask, log, now: () => new Date() };
    const loggedIn = await login(settings, ports);
    const secrets = await fetchSecrets(settings, loggedIn.token.value, ports);
    const publication = planPublication({ login: loggedIn, secrets }, settings, variableLimit);
    await handOver();
    publish(publication);
  } finally {
    transport.close();
  }
}

await run().catch(fail).finally(letGo);
