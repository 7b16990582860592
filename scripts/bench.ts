// Measures whole processes in turn: an empty one, the requests of a run written by hand, and the action. Prints Markdown tables.
// Usage: npm run bench -- [--runs N] [--node PATH] [--only TEXT] [--peer vault=DIR]. Times and memory are medians, ratios are medians
// of the pairs. On a shared machine, only the ratios are reliable. Needs python3 and openssl.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exampleProject, exampleWriter } from '../emulator/chariot/index.js';
import { inputVariables, prepareJob } from '../harness/action-job.js';
import { node24 } from '../harness/node24.js';
import { projectRoot } from '../harness/project.js';
import { type Issued, openWorkshop } from '../harness/servers/certificates.js';
import { type Figures, inTurn, medianOf, openMeasure, startServer } from './bench/measure.js';
import { PEERS, ROWS, type Row, STARTS, type Start } from './bench/rows.js';
import type { Addresses, Service } from './bench/server.js';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '9' },
    node: { type: 'string', default: node24 },
    only: { type: 'string', default: '' },
    peer: { type: 'string', multiple: true, default: [] },
  },
});
/** The lines of more secrets of a peer are too long for a variable. */
const MOST_OF_PEER = 1000;

const PASSPHRASE = 'a-passphrase-of-the-benchmark';
const BY_HAND = join(projectRoot, 'scripts', 'bench', 'by-hand.cjs');

const workshop = openWorkshop();
const measure = openMeasure();
const folder = mkdtempSync(join(tmpdir(), 'bearer-login-bench-'));
const authority = workshop.issue('authority', { algorithm: 'rsa', isAuthority: true });
const server = workshop.issue('server', { names: 'IP:127.0.0.1', usage: 'serverAuth', issuer: authority });
const client = workshop.issue('client', { algorithm: 'rsa', usage: 'clientAuth', issuer: authority });
try {
  await measureRows(ROWS.filter(isWanted));
  await measureStarts(STARTS.filter(isWanted));
  for (const peer of values.peer) {
    await measurePeer(peer, ROWS.filter(isWanted));
  }
} finally {
  measure.close();
  workshop.close();
  rmSync(folder, { recursive: true, force: true });
}

function isWanted({ name }: { readonly name: string }): boolean {
  return name.includes(values.only);
}

async function measureRows(rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) {
    return;
  }
  print(['case', '`node -e 0`', 'by hand: wall / CPU / MiB', 'action: wall / CPU / MiB', 'CPU', 'wall', 'MiB']);
  print(['---', '---:', '---:', '---:', '---:', '---:', '---:']);
  for (const row of rows) {
    const { process, ready } = await startServer<Addresses>('server.js', serviceOf(row));
    const environment = await environmentOf(row, ready);
    const rounds = await inTurn(Number(values.runs), [
      () => run(['-e', '0'], environment()),
      () => run([BY_HAND], environment()),
      () => run([join(projectRoot, 'dist', 'index.js')], environment()),
    ]);
    process.kill();
    const ratio = (figure: keyof Figures) => medianOf(rounds, ([, hand, action]) => quotient(action, hand, figure));
    const more = medianOf(rounds, ([, hand, action]) => (action?.memory ?? 0) - (hand?.memory ?? 0));
    print([
      row.name,
      medianOf(rounds, ([empty]) => empty?.cpu ?? 0).toFixed(0),
      threeOf(rounds.map(([, hand]) => hand)),
      threeOf(rounds.map(([, , action]) => action)),
      withGoal(ratio('cpu'), row.goal?.cpu),
      withGoal(ratio('wall'), row.goal?.wall),
      `${more < 0 ? '' : '+'}${more.toFixed(0)} (≤ 12)`,
    ]);
  }
}

async function measureStarts(starts: readonly Start[]): Promise<void> {
  if (starts.length === 0) {
    return;
  }
  print(['start', 'CPU of the action', 'compared with', 'its CPU', 'ratio']);
  print(['---', '---:', '---', '---:', '---:']);
  for (const { name, bundle, inputs, exitCode, compared, comparedName, goal } of starts) {
    const script = join(folder, 'compared.cjs');
    writeFileSync(script, compared);
    const environment = () => ({ ...jobOf('start').files, ...inputVariables(inputs, join(projectRoot, 'action.yml')) });
    const rounds = await inTurn(2 * Number(values.runs), [
      () => run([script], environment()),
      () => run([join(projectRoot, 'dist', bundle)], environment(), exitCode),
    ]);
    const [other, own] = [0, 1].map((index) => medianOf(rounds, (round) => round[index]?.cpu ?? 0).toFixed(0));
    const ratio = medianOf(rounds, ([first, second]) => quotient(second, first, 'cpu'));
    print([name, `${own}`, comparedName, `${other}`, withGoal(ratio, goal)]);
  }
}

/** Measures another action next to ours, with the same number of secrets over plain http. */
async function measurePeer(option: string, rows: readonly Row[]): Promise<void> {
  const [name = '', checkout = ''] = option.split('=', 2);
  const peer = PEERS[name];
  if (peer === undefined) {
    throw new Error(`no peer is called "${name}"; known: ${Object.keys(PEERS).join(', ')}`);
  }
  print([`secrets of ${name}`, 'action: wall / CPU / MiB', `${name}: wall / CPU / MiB`, 'CPU', 'wall']);
  print(['---', '---:', '---:', '---:', '---:']);
  for (const row of rows.filter(({ scheme, secrets }) => scheme === 'http' && secrets > 0 && secrets <= MOST_OF_PEER)) {
    const { process, ready } = await startServer<Addresses>('server.js', serviceOf(row));
    const environment = await environmentOf(row, ready);
    const inputs = peer.inputs(ready.vault, serviceOf(row).names);
    const peerEnvironment = () => ({ ...jobOf(name).files, ...inputVariables(inputs, join(checkout, 'action.yml')) });
    const rounds = await inTurn(Number(values.runs), [
      () => run([join(projectRoot, 'dist', 'index.js')], environment()),
      () => run([join(checkout, peer.main)], peerEnvironment()),
    ]);
    process.kill();
    const ratio = (figure: keyof Figures) =>
      medianOf(rounds, ([own, other]) => quotient(other, own, figure)).toFixed(2);
    print([row.name, ...[0, 1].map((at) => threeOf(rounds.map((round) => round[at]))), ratio('cpu'), ratio('wall')]);
  }
}

function serviceOf({ scheme, secrets, latencyMs = 0, way }: Row): Service {
  const paths = { ...server, authority: authority.certificate };
  return {
    names: Array.from({ length: secrets }, (_, index) => `secret-${index}`),
    latencyMs,
    tls: scheme === 'https' ? paths : undefined,
    requestCert: way?.endsWith('PKCS#12') ?? false,
  };
}

/** Returns a function that makes the environment of a new step in the job of this row. */
async function environmentOf(row: Row, { chariot, proxy }: Addresses): Promise<() => Record<string, string>> {
  const { names } = serviceOf(row);
  const { way } = row;
  const token = join(folder, 'token');
  writeFileSync(token, 'a-token-of-the-benchmark');
  const inputs = {
    url: chariot,
    client_id: exampleWriter.clientId,
    client_secret: exampleWriter.clientSecret,
    ...(names.length > 0 ? { project_id: exampleProject.id, secrets: names.join('\n') } : {}),
    ...(way === 'shared token' ? { token_cache: 'true' } : {}),
    ...(way === 'ca_certificate' ? { ca_certificate: readFileSync(authority.certificate, 'utf8') } : {}),
    ...(way === 'modern PKCS#12' ? pkcs12Inputs(client, []) : {}),
    ...(way === 'legacy PKCS#12' ? pkcs12Inputs(client, ['-legacy']) : {}),
  };
  // Most platforms have a certificate of a public authority. With this variable, ours counts as one.
  const authorities = way === 'ca_certificate' ? {} : { NODE_EXTRA_CA_CERTS: authority.certificate };
  const environment = () => ({
    ...jobOf(row.name).files,
    ...inputVariables(inputs, join(projectRoot, 'action.yml')),
    ...authorities,
    ...(way === 'proxy' ? { https_proxy: proxy, no_proxy: 'none.test' } : {}),
    BENCH_WAY: way ?? '',
    BENCH_TOKEN: token,
  });
  if (way === 'shared token') {
    await run([join(projectRoot, 'dist', 'index.js')], environment());
  }
  return environment;
}

function jobOf(name: string) {
  const { files, temp, workspace } = prepareJob(join(folder, name.replaceAll(/\W+/g, '-')));
  return { files: { ...files, RUNNER_TEMP: temp, GITHUB_WORKSPACE: workspace, GITHUB_ACTIONS: 'true' } };
}

function pkcs12Inputs(issued: Issued, options: readonly string[]): Record<string, string> {
  const path = workshop.pkcs12('client.p12', issued, [...options, '-passout', `pass:${PASSPHRASE}`]);
  return { pkcs12: readFileSync(path).toString('base64'), pkcs12_password: PASSPHRASE };
}

function run(args: readonly string[], env: Readonly<Record<string, string>>, exitCode = 0): Promise<Figures> {
  return measure.run({ argv: [values.node, ...args], env }, exitCode);
}

function quotient(one: Figures | undefined, other: Figures | undefined, figure: keyof Figures): number {
  return (one?.[figure] ?? Number.NaN) / (other?.[figure] ?? Number.NaN);
}

function threeOf(figures: readonly (Figures | undefined)[]): string {
  const median = (figure: keyof Figures) => medianOf(figures, (each) => each?.[figure] ?? 0).toFixed(0);
  return `${median('wall')} / ${median('cpu')} / ${median('memory')}`;
}

function withGoal(ratio: number, goal: number | undefined): string {
  return goal === undefined ? ratio.toFixed(2) : `${ratio.toFixed(2)} (≤ ${goal})`;
}

function print(cells: readonly string[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}
