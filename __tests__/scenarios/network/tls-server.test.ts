import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type HttpsOptions, runHttpsJob, VALUE } from '../../../harness/jobs/https-job.js';
import {
  issueClient,
  middle,
  open,
  read,
  root,
  strict,
  trust,
  workshop,
} from '../../../harness/servers/client-chain.js';
import { type ProxyServer, startProxy } from '../../../harness/servers/proxy-server.js';

const ec = issueClient('client-ec');
const identity = { certificate: read(ec) + read(middle), private_key: ec.key };

const LOGIN = '/auth/client/v2/chariot/login';
let proxy: ProxyServer;
beforeAll(async () => {
  proxy = await startProxy();
});
afterAll(() => proxy.close());

// The kinds of TLS failures are rows of __tests__/unit/http/tls-problem.test.ts and send-once.test.ts.
describe.each<[way: string, host: string, via: { env: () => Record<string, string>; fact: () => string }]>([
  ['directly', '127.0.0.1', { env: () => ({}), fact: () => '' }],
  [
    'through a proxy',
    'chariot.test',
    {
      env: () => ({ HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` }),
      fact: () =>
        ` The connection uses the proxy "http://127.0.0.1:${proxy.port}" (HTTPS_PROXY). A proxy that decrypts TLS presents certificates of another authority.`,
    },
  ],
])('A server connected %s', (way, host, { env, fact }) => {
  const run = (options: HttpsOptions) => runHttpsJob({ host, env: env(), ...options });
  const failed = 'Error: The login to Chariot failed: the request';

  test(`If the authority of a server connected ${way} is unknown, the error says so at once`, async () => {
    const job = await run({ tls: open, inputs: { retries: '5' } });

    expect(job).toMatchObject({ exitCode: 1, code: 'server_untrusted', requests: [], connections: 1, problems: [] });
    expect(job.log.at(-1)).toContain(
      `${failed} was not sent: the certificate of the host is from an unknown authority (UNABLE_TO_VERIFY_LEAF_SIGNATURE).${fact()} ` +
        'Set `ca_certificate` to the certificate of this authority. If the input is already set, the host uses another authority. ' +
        `See docs/troubleshooting.md#server_untrusted (POST https://${host}${LOGIN})`,
    );
  });

  test(`If a server connected ${way} requires a client certificate, the error says so at once`, async () => {
    const job = await run({ tls: strict, inputs: { ...trust, retries: '5' } });

    expect(job).toMatchObject({
      exitCode: 1,
      code: 'certificate_required',
      requests: [],
      connections: 1,
      problems: [],
    });
    expect(job.log.at(-1)).toContain(
      `${failed} was rejected: the server requires a client certificate (ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED). Set \`pkcs12\`, or \`certificate\` and \`private_key\`. The platform's administrator issues such certificates. See docs/troubleshooting.md#certificate_required (POST https://${host}${LOGIN})`,
    );
  });

  test(`The authority in \`ca_certificate\` is trusted for a server connected ${way}`, async () => {
    expect(await run({ tls: open, inputs: trust })).toMatchObject({ exitCode: 0, variable: VALUE, problems: [] });
  });

  test.each<[how: string, inputs: Record<string, string>]>([
    ['without an input', {}],
    ['in addition to `ca_certificate`', { ca_certificate: issueClient('stranger').certificate }],
  ])(`NODE_EXTRA_CA_CERTS is trusted %s, for a server connected ${way}`, async (_how, inputs) => {
    const job = await run({ tls: open, inputs, env: { ...env(), NODE_EXTRA_CA_CERTS: root.certificate } });

    expect(job).toMatchObject({ exitCode: 0, variable: VALUE, problems: [] });
  });

  test(`With \`tls_verify: false\`, a server connected ${way} is not verified, and the step warns`, async () => {
    const job = await run({ tls: open, inputs: { tls_verify: 'false' } });

    expect(job).toMatchObject({ exitCode: 0, variable: VALUE, problems: [] });
    expect(job.log[0]).toBe(
      'Warning: `tls_verify` is false: anyone on the network path can read and change all traffic.',
    );
  });

  test(`The client certificate is presented to a server connected ${way}`, async () => {
    const job = await run({ tls: strict, inputs: { ...trust, ...identity } });

    expect(job).toMatchObject({ exitCode: 0, variable: VALUE, problems: [] });
    expect(new Set(job.clients)).toEqual(new Set(['client-ec']));
  });

  test(`If a server connected ${way} rejects the client certificate, the error names the certificate`, async () => {
    const job = await run({ tls: strict, inputs: { ...trust, certificate: ec.certificate, private_key: ec.key } });

    expect(job).toMatchObject({ exitCode: 1, requests: [], problems: [] });
    expect(['certificate_refused', 'server_unreachable']).toContain(job.code);
    expect(job.log.at(-1)).toMatch(/client certificate/);
  });
});

describe('ca_certificate', () => {
  const broken = () => read(root).replace(/\n[A-Za-z0-9+/]{4}/, '\n');
  test.each<[fault: string, ca: () => string, says: string]>([
    [
      'of garbage',
      () => workshop.write('garbage.pem', 'no certificate'),
      'contains no certificate in PEM or DER, or a damaged one',
    ],
    [
      'of an empty file',
      () => workshop.write('empty.pem', ''),
      'contains no certificate in PEM or DER, or a damaged one',
    ],
    ['of a broken certificate', broken, 'contains a damaged certificate (1 of 1)'],
    ['of a broken second certificate', () => read(root) + broken(), 'contains a damaged certificate (2 of 2)'],
    ['of a private key', () => root.key, 'contains no certificate, but a block named PRIVATE KEY'],
  ])('A value %s is an error before any request', async (_fault, ca, says) => {
    const job = await runHttpsJob({ tls: open, inputs: { ca_certificate: ca() } });

    expect(job).toMatchObject({ exitCode: 1, code: 'certificate_unusable', connections: 0, problems: [] });
    expect(job.log.at(-1)).toContain(`The input \`ca_certificate\` ${says}`);
  });
});

describe('A client certificate without credentials', () => {
  const alone = { ...trust, ...identity, client_id: '', client_secret: '' };

  test('A step with only a client certificate requests no token', async () => {
    const job = await runHttpsJob({ tls: strict, inputs: { ...alone, project_id: '', secrets: '' } });

    expect(job).toMatchObject({ exitCode: 0, requests: [], problems: [] });
    expect(job.log).toContain('No token requested: the client certificate is the only credential.');
    expect([...job.run.outputs.keys()]).toEqual([]);
    expect([...job.run.variables.keys()]).toEqual([]);
  });

  test('A step with only a client certificate fetches Secrets without a token', async () => {
    const job = await runHttpsJob({
      tls: strict,
      inputs: { ...alone, secrets: 'secret/Custom/one | ONE' },
      prepare: (chariot) =>
        chariot.setFault('decrypt', {
          kind: 'answer',
          status: 200,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ value: VALUE }),
        }),
    });

    expect(job).toMatchObject({ exitCode: 0, requests: ['GET one?decrypt=true'], problems: [] });
    expect(job.run.variables.get('ONE')).toBe(VALUE);
    expect(job.authorizations).toEqual([undefined]);
  });

  test('If the platform answers 401 to a client certificate alone, the error names the inputs to add', async () => {
    const job = await runHttpsJob({ tls: strict, inputs: alone });

    expect(job).toMatchObject({ exitCode: 1, code: 'input_missing', problems: [] });
    expect(job.log.at(-1)).toContain(
      'because the client certificate alone is not sufficient: "invalid bearer token". Also set `client_id` and `client_secret`, or `bearer_token`.',
    );
  });
});

test('A password without its file is an error, and so are two client certificates', async () => {
  const refused = async (inputs: Record<string, string>) => {
    const { code, connections } = await runHttpsJob({ tls: open, inputs });
    return [code, connections];
  };

  expect(await refused({ pkcs12_password: 'p' })).toEqual(['input_missing', 0]);
  expect(await refused({ private_key_password: 'p' })).toEqual(['input_missing', 0]);
  expect(await refused({ private_key: ec.key })).toEqual(['input_missing', 0]);
  expect(await refused({ certificate: ec.certificate })).toEqual(['input_missing', 0]);
  expect(await refused({ ...identity, pkcs12: 'client.p12' })).toEqual(['input_conflict', 0]);
});
