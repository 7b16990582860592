/** One row of the table: what is requested, and over which way. */
export interface Row {
  readonly name: string;
  readonly scheme: 'http' | 'https';
  readonly secrets: number;
  readonly latencyMs?: number;
  readonly way?: 'proxy' | 'shared token' | 'ca_certificate' | 'modern PKCS#12' | 'legacy PKCS#12';
  /** The highest ratios to the script by hand that are the goal. */
  readonly goal?: { readonly cpu?: number; readonly wall?: number };
}

/** The rows of `npm run bench`, with their goals. */
export const ROWS: readonly Row[] = [
  { name: 'http, login only', scheme: 'http', secrets: 0 },
  { name: 'https, login only', scheme: 'https', secrets: 0, goal: { cpu: 1.35 } },
  { name: 'https, 3 Secrets', scheme: 'https', secrets: 3, goal: { cpu: 1.35 } },
  { name: 'https, 50 Secrets', scheme: 'https', secrets: 50, goal: { cpu: 1.25, wall: 1.15 } },
  { name: 'https, 50 Secrets, 50 ms', scheme: 'https', secrets: 50, latencyMs: 50, goal: { cpu: 1.25, wall: 1.15 } },
  { name: 'https, 50 Secrets, 200 ms', scheme: 'https', secrets: 50, latencyMs: 200, goal: { cpu: 1.25, wall: 1.15 } },
  { name: 'https, 200 Secrets, 50 ms', scheme: 'https', secrets: 200, latencyMs: 50, goal: { cpu: 1.25, wall: 1.15 } },
  { name: 'http, 50 Secrets', scheme: 'http', secrets: 50, goal: { cpu: 1.25, wall: 1.15 } },
  { name: 'http, 1,000 Secrets', scheme: 'http', secrets: 1000, goal: { cpu: 1.6, wall: 1.6 } },
  { name: 'http, 5,000 Secrets', scheme: 'http', secrets: 5000, goal: { cpu: 1.6, wall: 1.6 } },
  {
    name: 'https through a proxy, 50 Secrets',
    scheme: 'https',
    secrets: 50,
    way: 'proxy',
    goal: { cpu: 1.25, wall: 1.15 },
  },
  { name: 'ca_certificate, login only', scheme: 'https', secrets: 0, way: 'ca_certificate', goal: { cpu: 1.35 } },
  { name: 'shared token, no request', scheme: 'https', secrets: 0, way: 'shared token', goal: { cpu: 1.35 } },
  { name: 'modern PKCS#12, login only', scheme: 'https', secrets: 0, way: 'modern PKCS#12', goal: { cpu: 1.35 } },
  { name: 'legacy PKCS#12, login only', scheme: 'https', secrets: 0, way: 'legacy PKCS#12', goal: { cpu: 1.35 } },
];

/** The start of an entry alone, compared with a script that loads only what its goal allows. */
export interface Start {
  readonly name: string;
  readonly bundle: 'index.js' | 'post.js';
  readonly inputs: Readonly<Record<string, string>>;
  readonly exitCode: number;
  /** The code of the compared script, and what a table calls it. */
  readonly compared: string;
  readonly comparedName: string;
  readonly goal: number;
}

/** The starts that `npm run bench` measures, with the highest ratio of CPU time that is the goal. */
export const STARTS: readonly Start[] = [
  {
    name: 'main that rejects an input',
    bundle: 'index.js',
    inputs: { timeout_seconds: 'soon' },
    exitCode: 1,
    compared: "require('node:https')",
    comparedName: "`require('node:https')`",
    goal: 1.15,
  },
  {
    name: 'post step without state',
    bundle: 'post.js',
    inputs: {},
    exitCode: 0,
    compared: '',
    comparedName: 'an empty module',
    goal: 1.3,
  },
];

/** Another action for which the benchmark has a server: `--peer NAME=DIR`. */
export interface Peer {
  /** The inputs that read these secrets. */
  readonly inputs: (url: string, names: readonly string[]) => Readonly<Record<string, string>>;
  readonly main: string;
}

/** The peers that the benchmark knows. */
export const PEERS: Readonly<Record<string, Peer>> = {
  // hashicorp/vault-action
  vault: {
    main: 'dist/index.js',
    inputs: (url, names) => ({
      url,
      method: 'approle',
      roleId: 'a-role',
      secretId: 'a-secret-id',
      secrets: names
        .map((name) => `secret/data/${name} value | ${name.toUpperCase().replaceAll('-', '_')} ;`)
        .join('\n'),
    }),
  },
};
