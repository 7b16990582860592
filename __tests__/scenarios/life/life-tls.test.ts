import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exampleBackend, type RunningRealm } from '../../../emulator/realm/index.js';
import { type LifeOptions, live } from '../../../harness/jobs/life-job.js';
import { type Issued, openWorkshop, type Workshop } from '../../../harness/servers/certificates.js';
import { startProxy } from '../../../harness/servers/proxy-server.js';
import { startTlsFront, type TlsFront } from '../../../harness/servers/tls-front.js';

const SECRET = 'example-backend-client-secret';
const INPUTS = { platform: 'keycloak', tenant: 'example', client_id: exampleBackend.clientId, client_secret: SECRET };
const REVOKED = 'The files of this step were removed. The token of this step was revoked.';
const NOT_TRUSTED =
  'Warning: The files of this step were removed. The token could not be revoked and stays valid until <time>. The file with the authorities of `ca_certificate` is missing or was changed after the login.';

let workshop: Workshop;
let authority: Issued;
let client: Issued;
beforeAll(() => {
  workshop = openWorkshop();
  authority = workshop.issue('authority', { isAuthority: true });
  workshop.issue('server', { issuer: authority, names: 'DNS:keycloak.test,IP:127.0.0.1' });
  client = workshop.issue('client', { issuer: authority, usage: 'clientAuth' });
});
afterAll(() => workshop.close());

/** Runs main and post with a realm that uses TLS and requires a client certificate. */
async function secured(options: LifeOptions & { readonly host?: string }) {
  let front: TlsFront | undefined;
  const inputs = async (realm: RunningRealm) => {
    front = await startTlsFront(Number(new URL(realm.url).port), {
      cert: workshop.read('server.pem'),
      key: workshop.read('server.key'),
      ca: workshop.read('authority.pem'),
      requestCert: true,
      rejectUnauthorized: true,
    });
    return {
      ...INPUTS,
      url: `https://${options.host ?? '127.0.0.1'}:${front.port}`,
      ca_certificate: workshop.read('authority.pem'),
      certificate: client.certificate,
      private_key: client.key,
    };
  };
  const secrets = [SECRET, workshop.read('client.key'), 'proxy-password'];
  const life = await live({ ...options, inputs, secrets });
  await front?.close();
  return { ...life, clients: front?.clients };
}

describe('The post step uses the TLS settings of main', () => {
  test('The post step uses the authorities and the certificate of main, and removes their files', async () => {
    const life = await secured({});

    expect(life).toMatchObject({ line: REVOKED, clients: ['client', 'client'], problems: [] });
    expect(life.post.leftovers).toEqual([]);
    expect(life.main.leftovers.map((path) => path.split('/').at(-1))).toEqual(['', 'authorities.pem']);
  });

  test('The post step uses the proxy of main', async () => {
    const proxy = await startProxy();
    const env = { https_proxy: `http://user:proxy-password@127.0.0.1:${proxy.port}` };
    const life = await secured({ env, host: 'keycloak.test' });
    await proxy.close();

    expect(life).toMatchObject({ line: REVOKED, problems: [] });
    expect(proxy.asked.map(({ method, login }) => [method, login])).toEqual([
      ['CONNECT', 'user:proxy-password'],
      ['CONNECT', 'user:proxy-password'],
    ]);
  });

  test('The post step trusts no server if the file with the authorities was changed', async () => {
    const life = await secured({
      between: (_realm, main) => {
        const path = main.leftovers.find((left) => left.endsWith('authorities.pem')) ?? '';
        writeFileSync(join(main.temp, '..', path), workshop.read('authority.pem') + workshop.read('client.pem'));
      },
    });

    expect(life.line).toBe(NOT_TRUSTED);
    expect(life).toMatchObject({ asked: [], problems: [] });
  });

  test('The post step trusts no server if the file with the authorities is missing', async () => {
    const gone = (_realm: RunningRealm, main: { temp: string; leftovers: string[] }) =>
      rmSync(join(main.temp, '..', main.leftovers[0] ?? ''), { recursive: true });
    const life = await secured({ between: gone });

    expect(life.line).toBe(NOT_TRUSTED);
    expect(life.asked).toEqual([]);
  });
});
