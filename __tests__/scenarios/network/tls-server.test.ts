import { readFileSync } from 'node:fs';
import type { TlsOptions } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type HttpsOptions, runHttpsJob, VALUE } from '../../../harness/jobs/https-job.js';
import type { Wanted } from '../../../harness/servers/certificates.js';
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

const NAMES = 'IP:127.0.0.1,DNS:chariot.test';
const ec = issueClient('client-ec');
const identity = { certificate: read(ec) + read(middle), private_key: ec.key };

/** A server with a certificate of its own. */
function serverOf(name: string, wanted: Wanted): TlsOptions {
  const issued = workshop.issue(name, { names: NAMES, usage: 'serverAuth', issuer: root, ...wanted });
  return { cert: read(issued), key: readFileSync(issued.key) };
}

const LOGIN = '/auth/client/v2/chariot/login';
let proxy: ProxyServer;
beforeAll(async () => {
  proxy = await startProxy();
});
afterAll(() => proxy.close());

describe.each<[way: string, host: string, env: () => Record<string, string>]>([
  ['directly', '127.0.0.1', () => ({})],
  ['through a proxy', 'chariot.test', () => ({ HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` })],
])('a server asked %s', (_way, host, env) => {
  const run = (options: HttpsOptions) => runHttpsJob({ host, env: env(), ...options });
  const failed = `Error: The login to Chariot failed: POST https://${host}${LOGIN}`;

  test.each<
    [fault: string, row: { tls: () => TlsOptions; inputs?: Record<string, string>; code: string; says: string }]
  >([
    [
      'of an unknown authority',
      {
        tls: () => open,
        inputs: {},
        code: 'server_untrusted',
        says: 'was not sent: the certificate of the host comes from an unknown authority (UNABLE_TO_VERIFY_LEAF_SIGNATURE). Give the certificate of that authority in `ca_certificate`; if you gave one, another authority signed this certificate.',
      },
    ],
    [
      'signed by itself',
      {
        tls: () => serverOf('lonely', { issuer: undefined }),
        inputs: {},
        code: 'server_untrusted',
        says: 'was not sent: the certificate of the host is signed by itself (DEPTH_ZERO_SELF_SIGNED_CERT). If it is the right one, give this very certificate in `ca_certificate`.',
      },
    ],
    [
      'with another name',
      {
        tls: () => serverOf('named', { names: 'DNS:other.example.com' }),
        code: 'server_untrusted',
        says: 'was not sent: the certificate of the host is for another name (ERR_TLS_CERT_ALTNAME_INVALID): ',
      },
    ],
    [
      'with an expired certificate',
      {
        tls: () => serverOf('expired', { until: '20210101000000Z' }),
        code: 'server_untrusted',
        says: 'was not sent: the certificate of the host, or one above it, has expired (CERT_HAS_EXPIRED).',
      },
    ],
    [
      'with a certificate of the future',
      {
        tls: () => serverOf('future', { from: '20980101000000Z', until: '20990101000000Z' }),
        code: 'server_untrusted',
        says: 'was not sent: the certificate of the host is not valid yet (CERT_NOT_YET_VALID).',
      },
    ],
    [
      'that wants a client certificate',
      {
        tls: () => strict,
        code: 'certificate_required',
        says: 'was refused: the server wants a client certificate (ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED). Give one in `pkcs12`, or in `certificate` and `private_key`.',
      },
    ],
    [
      'that wants one, in TLS 1.2',
      {
        tls: () => ({ ...strict, maxVersion: 'TLSv1.2' }),
        code: 'certificate_required',
        says: 'failed in the TLS handshake: the server ended it, as servers do that want another client certificate, or one at all (',
      },
    ],
  ])('%s is an error which says so, at once', async (_fault, { tls, inputs = trust, code, says }) => {
    const job = await run({ tls: tls(), inputs: { retries: '5', ...inputs } });

    expect(job).toMatchObject({ exitCode: 1, code, requests: [], connections: 1, problems: [] });
    expect(job.log.at(-1)).toContain(`${failed} ${says}`);
  });

  test('is trusted with its authority, beside the public ones', async () => {
    expect(await run({ tls: open, inputs: trust })).toMatchObject({ exitCode: 0, variable: VALUE, problems: [] });
  });

  test.each<[how: string, inputs: Record<string, string>]>([
    ['and no input', {}],
    ['and an authority of another kind in the input', { ca_certificate: issueClient('stranger').certificate }],
  ])('is trusted with NODE_EXTRA_CA_CERTS %s', async (_how, inputs) => {
    const job = await run({ tls: open, inputs, env: { ...env(), NODE_EXTRA_CA_CERTS: root.certificate } });

    expect(job).toMatchObject({ exitCode: 0, variable: VALUE, problems: [] });
  });

  test('is not verified with tls_verify: false, and every run warns of it', async () => {
    const job = await run({ tls: open, inputs: { tls_verify: 'false' } });

    expect(job).toMatchObject({ exitCode: 0, variable: VALUE, problems: [] });
    expect(job.log[0]).toBe(
      'Warning: `tls_verify` is false: whoever stands between this runner and the platform can read and change everything.',
    );
  });

  test('that wants a client certificate gets it', async () => {
    const job = await run({ tls: strict, inputs: { ...trust, ...identity } });

    expect(job).toMatchObject({ exitCode: 0, variable: VALUE, problems: [] });
    expect(new Set(job.clients)).toEqual(new Set(['client-ec']));
  });

  test.each<[fault: string, inputs: () => Record<string, string>]>([
    [
      'of an authority that it does not know',
      () => {
        const other = workshop.issue('unknown-ca', { isAuthority: true });
        const stranger = issueClient('stranger', { issuer: other });
        return { certificate: stranger.certificate, private_key: stranger.key };
      },
    ],
    ['without its chain', () => ({ certificate: ec.certificate, private_key: ec.key })],
    [
      'that is one for servers',
      () => {
        const wrong = issueClient('wrong', { usage: 'serverAuth' });
        return { certificate: read(wrong) + read(middle), private_key: wrong.key };
      },
    ],
  ])('that gets a client certificate %s: the error speaks of the certificate', async (_fault, inputs) => {
    const job = await run({ tls: strict, inputs: { ...trust, ...inputs() } });

    expect(job).toMatchObject({ exitCode: 1, requests: [], problems: [] });
    expect(['certificate_refused', 'server_unreachable']).toContain(job.code);
    expect(job.log.at(-1)).toMatch(/client certificate/);
  });
});

describe('an authority', () => {
  const broken = () => read(root).replace(/\n[A-Za-z0-9+/]{4}/, '\n');
  test.each<[fault: string, ca: () => string, says: string]>([
    [
      'that is garbage',
      () => workshop.write('garbage.pem', 'no certificate'),
      'holds something, neither PEM nor DER, that is no certificate',
    ],
    [
      'that is empty',
      () => workshop.write('empty.pem', ''),
      'holds something, neither PEM nor DER, that is no certificate',
    ],
    ['with a broken body', broken, 'holds a certificate (1 of 1) that is no certificate, or a damaged one'],
    [
      'whose second block is broken',
      () => read(root) + broken(),
      'holds a certificate (2 of 2) that is no certificate, or a damaged one',
    ],
    ['that is a key', () => root.key, 'holds no certificate, but a block named PRIVATE KEY'],
  ])('%s is an error before any request', async (_fault, ca, says) => {
    const job = await runHttpsJob({ tls: open, inputs: { ca_certificate: ca() } });

    expect(job).toMatchObject({ exitCode: 1, code: 'certificate_unusable', connections: 0, problems: [] });
    expect(job.log.at(-1)).toContain(`The input \`ca_certificate\` ${says}`);
  });
});

describe('a client certificate alone', () => {
  const alone = { ...trust, ...identity, client_id: '', client_secret: '' };

  test('stands for the client where the platform knows it: no login, no token', async () => {
    const job = await runHttpsJob({ tls: strict, inputs: { ...alone, project_id: '', secrets: '' } });

    expect(job).toMatchObject({ exitCode: 0, requests: [], problems: [] });
    expect(job.log).toContain('No login: the client certificate alone stands for the client.');
    expect([...job.run.outputs.keys()]).toEqual([]);
    expect([...job.run.variables.keys()]).toEqual([]);
  });

  test('fetches Secrets without a token', async () => {
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

  test('is not enough where the platform answers 401: the error says what to add', async () => {
    const job = await runHttpsJob({ tls: strict, inputs: alone });

    expect(job).toMatchObject({ exitCode: 1, code: 'input_missing', problems: [] });
    expect(job.log.at(-1)).toContain(
      'because the client certificate alone is not sufficient: "invalid bearer token". Also set `client_id` and `client_secret`, or `bearer_token`.',
    );
  });
});

test('a password without its file is refused, and so are two certificates', async () => {
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
