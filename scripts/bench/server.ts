// Runs the servers of one row of the benchmark in a process of their own. The only argument is a `Service` in JSON. Prints
// `Addresses` in JSON as soon as it is ready.
import { readFileSync } from 'node:fs';
import { exampleProject, secret, startChariot } from '../../emulator/chariot/index.js';
import type { Issued } from '../../harness/servers/certificates.js';
import { startProxy } from '../../harness/servers/proxy-server.js';
import { startVault } from './vault.js';

/** What the servers of a row offer. */
export interface Service {
  readonly names: readonly string[];
  readonly latencyMs: number;
  /** The paths of the server's certificate and key, and of the authority of both sides; without it, the server uses plain http. */
  readonly tls: (Issued & { readonly authority: string }) | undefined;
  /** Whether the server requires a client certificate. */
  readonly requestCert: boolean;
}

/** Where the servers of a row are. */
export interface Addresses {
  readonly chariot: string;
  readonly proxy: string;
  readonly vault: string;
}

const service: Service = JSON.parse(process.argv[2] ?? '');
const secretOf = (name: string) => `value-of-${name}-in-the-benchmark`;
const { latencyMs, requestCert } = service;
const tls = service.tls && {
  cert: readFileSync(service.tls.certificate),
  key: readFileSync(service.tls.key),
  ca: readFileSync(service.tls.authority),
  requestCert,
};
const settings = service.names.map((name) => secret(name, secretOf(name)));
const chariot = await startChariot({ owners: [{ ...exampleProject, settings }] }, tls && { tls });
for (const route of ['login', 'list', 'decrypt'] as const) {
  chariot.setFault(route, { kind: 'latency', ms: latencyMs });
}
const proxy = await startProxy();
const vault = await startVault({ secretOf, latencyMs });
const addresses: Addresses = { chariot: chariot.url, proxy: `http://127.0.0.1:${proxy.port}`, vault };
process.stdout.write(JSON.stringify(addresses));
