import { createServer } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { type JobOptions, judge, runJob } from '../../../harness/jobs/chariot-job.js';
import { open } from '../../../harness/servers/client-chain.js';
import { listenOn } from '../../../harness/servers/listening.js';
import { type ProxyBehavior, startProxy } from '../../../harness/servers/proxy-server.js';
import { startTlsFront } from '../../../harness/servers/tls-front.js';
import { viewText } from '../../support/summary-view.js';

/** The part of a failure summary that names the layer in which a request ended. */

const START = 'How far the run came';

/** Runs a login that fails; returns the code, and how far the run came. */
async function howFar(inputs: Record<string, string>, env: Record<string, string> = {}) {
  const options: JobOptions = { inputs: { project_id: '', timeout_seconds: '20', ...inputs }, env };
  const job = await runJob(options);
  const line = viewText(job.summary)
    .texts('p')
    .find((text) => text.startsWith(START));
  expect(judge(job).problems).toEqual([]);
  return [job.outputs.get('error_code'), line?.slice(START.length)];
}

/** Runs a login through a proxy. */
async function through(url: string, behavior: ProxyBehavior) {
  const proxy = await startProxy(behavior);
  const address = `http://127.0.0.1:${proxy.port}`;
  const result = await howFar({ url, allow_http: 'true' }, { https_proxy: address, http_proxy: address });
  await proxy.close();
  return result;
}

describe('How far a run came whose login fails', () => {
  test('For a port on which nothing listens, it came to TCP', async () => {
    const closed = await listenOn(createServer(), '127.0.0.1', []);
    await closed.close();

    expect(await howFar({ url: `https://127.0.0.1:${closed.port}` })).toEqual([
      'server_unreachable',
      '✅ inputs → ❌ login (✅ name → ❌ TCP)',
    ]);
  });

  test('For a host without an address, it came to the name', async () => {
    // The top-level domain `invalid` has no names: RFC 2606 section 2.
    const [code, line] = await howFar({ url: 'https://chariot.invalid' });

    expect([code, line]).toEqual(['server_unreachable', '✅ inputs → ❌ login (❌ name)']);
  });

  test('For a server of an unknown authority, it came to TLS', async () => {
    const server = await startTlsFront(9, open);
    const result = await howFar({ url: `https://127.0.0.1:${server.port}` });
    await server.close();

    expect(result).toEqual(['server_untrusted', '✅ inputs → ❌ login (✅ name → ✅ TCP → ❌ TLS)']);
  });

  test('For a port of plain http, it came to TLS', async () => {
    const plain = await listenOn(
      createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
      '127.0.0.1',
      [],
    );
    const result = await howFar({ url: `https://127.0.0.1:${plain.port}` });
    await plain.close();

    expect(result).toEqual(['server_unreachable', '✅ inputs → ❌ login (✅ name → ✅ TCP → ❌ TLS)']);
  });

  test.each<[scheme: string, url: string]>([
    ['https', 'https://chariot.test'],
    ['http', 'http://chariot.test'],
  ])('For a proxy that rejects a request of %s, it came to the proxy', async (_scheme, url) => {
    expect(await through(url, { answers: [407] })).toEqual(['proxy_refused', '✅ inputs → ❌ login (❌ proxy)']);
  });

  test('For a proxy that does not listen, it came to the proxy', async () => {
    const env = { https_proxy: 'http://127.0.0.1:9' };

    expect(await howFar({ url: 'https://chariot.test' }, env)).toEqual([
      'proxy_failed',
      '✅ inputs → ❌ login (❌ proxy)',
    ]);
  });

  test('For a wrong path, it came to the answer', async () => {
    const job = await runJob({ inputs: ({ url }) => ({ url: `${url}/wrong`, project_id: '' }) });

    expect(viewText(job.summary).texts('p')).toContain(`${START}✅ inputs → ❌ login (✅ name → ✅ TCP → ❌ answer)`);
  });
});
