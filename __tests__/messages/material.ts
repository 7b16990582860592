import { readFileSync } from 'node:fs';
import type { TlsOptions } from 'node:tls';
import { exampleProject, exampleWriter, startChariot } from '../../emulator/chariot/index.js';
import { type ActionOptions, type ActionRun, runAction } from '../../harness/run-action.js';
import { type Issued, openWorkshop, type Wanted, type Workshop } from '../../harness/servers/certificates.js';
import { type ProxyBehavior, startProxy } from '../../harness/servers/proxy-server.js';
import { startTlsFront } from '../../harness/servers/tls-front.js';

/** The certificates of all cases: an authority, and what it issues. */
export interface Material {
  readonly workshop: Workshop;
  readonly root: Issued;
  readonly server: Issued;
  readonly client: Issued;
}

let made: Material | undefined;

/** Makes the certificates at their first use. */
export function material(): Material {
  if (made === undefined) {
    const workshop = openWorkshop();
    const root = workshop.issue('root', { isAuthority: true });
    const names = 'IP:127.0.0.1,DNS:localhost,DNS:chariot.test';
    const server = workshop.issue('server', { issuer: root, names, usage: 'serverAuth' });
    const client = workshop.issue('client', { issuer: root, usage: 'clientAuth' });
    made = { workshop, root, server, client };
  }
  return made;
}

/** Removes the certificates. */
export function removeMaterial(): void {
  made?.workshop.close();
  made = undefined;
}

/** Issues a certificate of the authority. */
export const issued = (name: string, wanted: Wanted) =>
  material().workshop.issue(name, { issuer: material().root, ...wanted });

/** Reads a certificate and its key as TLS options of a server. */
export const serving = ({ certificate, key }: Issued): TlsOptions => ({
  cert: readFileSync(certificate, 'utf8'),
  key: readFileSync(key),
});

/** The TLS options of a server that requires a client certificate. */
export const requiring = (): TlsOptions => ({
  ...serving(material().server),
  ca: readFileSync(material().root.certificate),
  requestCert: true,
  rejectUnauthorized: true,
});

/** The input that makes the action trust the servers. */
export const trust = () => ({ ca_certificate: material().root.certificate });

/** The credentials of a step that fetches one Secret. */
export const one = {
  client_id: exampleWriter.clientId,
  client_secret: exampleWriter.clientSecret,
  project_id: exampleProject.id,
  secrets: 'db-password',
  retries: '0',
};

/** How a step reaches a Chariot over TLS. */
interface SecureOptions extends ActionOptions {
  readonly tls?: TlsOptions;
  /** A proxy on the way, which finds every host on this machine. */
  readonly proxy?: ProxyBehavior;
  /** The body of an answer 400, as gateways send it instead of the platform. */
  readonly answer?: string;
}

/** Runs a step that reaches a Chariot over TLS, perhaps through a proxy. */
export async function overTls({
  tls = serving(material().server),
  proxy,
  answer,
  ...options
}: SecureOptions): Promise<ActionRun> {
  const chariot = await startChariot();
  if (answer !== undefined) {
    chariot.setFault('all', { kind: 'status', status: 400, contentType: 'text/html', body: answer });
  }
  const front = await startTlsFront(chariot.port, tls);
  const way = proxy === undefined ? undefined : await startProxy(proxy);
  try {
    const url = `https://${way === undefined ? '127.0.0.1' : 'chariot.test'}:${front.port}`;
    const scheme = proxy?.tls === undefined ? 'http' : 'https';
    const env = way === undefined ? {} : { https_proxy: `${scheme}://127.0.0.1:${way.port}` };
    return await runAction({ ...options, inputs: { url, ...one, ...options.inputs }, env: { ...env, ...options.env } });
  } finally {
    await Promise.all([way?.close(), front.close(), chariot.close()]);
  }
}
