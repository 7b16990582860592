import { afterAll, expect, test } from '@jest/globals';
import { exampleWriter, startChariot } from '../../../emulator/chariot/index.js';
import { runAction } from '../../../harness/run-action.js';

const chariot = await startChariot();
afterAll(() => chariot.close());

const { clientId, clientSecret } = exampleWriter;
const inputs = { url: chariot.url, client_id: clientId, client_secret: clientSecret };

test.each([
  ['The client secret', clientSecret],
  ['The client secret with the id, as in `curl --user`,', `${clientId}:${clientSecret}`],
  [
    'The client secret with the id, in an Authorization header,',
    Buffer.from(`${clientId}:${clientSecret}`).toString('base64'),
  ],
])('%s is masked for every later step', async (_how, text) => {
  const { log } = await runAction({ inputs });

  expect(log.masker.mask(`> ${text} <`)).toBe('> *** <');
});

test('The client id is not masked', async () => {
  const { log } = await runAction({ inputs });

  expect(log.masker.mask(clientId)).toBe(clientId);
});
