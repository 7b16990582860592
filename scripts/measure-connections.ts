// Measures which number of connections (the width of the transport) is best, for several numbers of values and latencies.
// Usage: npm run measure-connections -- [--runs N]. Prints medians of wall times in ms. The server runs in another process.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startChariot } from '../emulator/chariot/index.js';
import { openWorkshop } from '../harness/servers/certificates.js';
import { startTlsFront } from '../harness/servers/tls-front.js';
import { openTransport } from '../src/http/transport.js';
import { medianOf } from './bench/measure.js';

const COUNTS = [10, 50, 200];
const LATENCIES = [5, 50, 200];
const WIDTHS = [5, 10, 15, 20, 30, 50];
const PATH = '/api/identity/v2/users/me/';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '7' }, serve: { type: 'string' } } });
if (values.serve === undefined) {
  await measure();
} else {
  await serve(values.serve);
}

/** Runs the server; each line on standard input is a new latency in ms. */
async function serve(certificate: string): Promise<void> {
  const chariot = await startChariot();
  const front = await startTlsFront(chariot.port, {
    cert: readFileSync(`${certificate}.pem`),
    key: readFileSync(`${certificate}.key`),
  });
  const token = chariot.issueToken({ clientId: 'c', clientSecret: 's', roles: {} });
  process.stdin.on('data', (line) => {
    chariot.setFault('me', undefined);
    chariot.setFault('me', { kind: 'latency', ms: Number(line) });
    process.stdout.write('ready\n');
  });
  process.stdout.write(JSON.stringify({ port: front.port, token }));
}

async function measure(): Promise<void> {
  const workshop = openWorkshop();
  workshop.issue('server', { algorithm: 'rsa', names: 'IP:127.0.0.1', usage: 'serverAuth' });
  const ca = workshop.read('server.pem');
  const server = spawn(process.execPath, [fileURLToPath(import.meta.url), '--serve', workshop.path('server')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  try {
    const { port, token } = JSON.parse(await nextOutput(server));
    const row = (cells: readonly (string | number)[]) =>
      console.log(cells.map((cell) => String(cell).padStart(8)).join(''));
    row(['values', 'latency', ...WIDTHS.map((width) => `w=${width}`)]);
    for (const latency of LATENCIES) {
      server.stdin?.write(`${latency}\n`);
      await nextOutput(server);
      for (const count of COUNTS) {
        const times = WIDTHS.map((): number[] => []);
        for (let run = 0; run < Number(values.runs); run += 1) {
          for (const [index, width] of WIDTHS.entries()) {
            times[index]?.push(
              await once({ url: new URL(`https://127.0.0.1:${port}${PATH}`), token, ca, count, width }),
            );
          }
        }
        row([count, latency, ...times.map((each) => Math.round(medianOf(each, Number)))]);
      }
    }
  } finally {
    server.kill();
    workshop.close();
  }
}

interface Load {
  readonly url: URL;
  readonly token: string;
  readonly ca: string;
  readonly count: number;
  readonly width: number;
}

/** Sends one request, as a login does, and then requests all values at once. Returns the time of the latter in ms. */
async function once({ url, token, ca, count, width }: Load): Promise<number> {
  const quiet = () => undefined;
  const log = { debug: quiet, info: quiet, notice: quiet, warning: quiet };
  const security = { authorities: [ca], verify: true };
  const { send, close } = openTransport({ timeoutSeconds: 60, retries: 0, security, log, width });
  const request = { method: 'GET', url, headers: { authorization: `Bearer ${token}` }, purpose: 'It' } as const;
  await send(request);
  const started = performance.now();
  await Promise.all(Array.from({ length: count }, () => send(request)));
  const took = performance.now() - started;
  close();
  return took;
}

/** Returns what a process prints next. */
function nextOutput(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => child.stdout?.once('data', (data) => resolve(String(data))));
}
