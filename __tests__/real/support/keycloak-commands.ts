import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { installed } from './installed.js';

/** Where commands run, and as whom. */
export interface CommandPlace {
  /** The address of the Keycloak. */
  readonly url: string;
  /** The path of the authority of its certificate, in PEM. */
  readonly authority: string;
  /** The client that logs in to the realm `guide`. */
  readonly administrator: { readonly id: string; readonly secret: string };
}

/** Runs commands of a guide; returns what they set with `gh secret set` and `gh variable set`, by name. */
export interface Commands {
  run(script: string): ReadonlyMap<string, string>;
  close(): void;
}

/** Stores secrets and variables as files. Like the real gh, it removes newlines at the end of what it reads. */
const GH = `#!/bin/bash
set -euo pipefail
case "$1 $2" in
  'secret set') value=$(cat) && printf %s "$value" >"$GH_STORE/$3" ;;
  'variable set') [ "$4" = --body ] && printf %s "$5" >"$GH_STORE/$3" ;;
  *) echo "gh $* is not expected" >&2 && exit 1 ;;
esac
`;

/** Prepares the real `kcadm.sh` with a login, and a program \`gh\` that stores what it receives. */
export function openCommands({ url, authority, administrator }: CommandPlace): Commands {
  const folder = mkdtempSync(join(tmpdir(), 'keycloak-guide-'));
  const [bin, store, trust] = [join(folder, 'bin'), join(folder, 'store'), join(folder, 'trust.p12')];
  mkdirSync(bin);
  mkdirSync(store);
  writeFileSync(join(bin, 'gh'), GH);
  chmodSync(join(bin, 'gh'), 0o755);
  const keytool = ['-importcert', '-noprompt', '-alias', 'root', '-file', authority, '-keystore', trust];
  execFileSync('keytool', [...keytool, '-storepass', 'changeit'], { stdio: 'ignore' });
  const kcadm = dirname(
    installed('keycloak', readdirSync(installed('keycloak')).find(isKeycloak) ?? '', 'bin', 'kcadm.sh'),
  );
  const options = `-Duser.home=${folder} -Djavax.net.ssl.trustStore=${trust} -Djavax.net.ssl.trustStorePassword=changeit`;
  const env = {
    PATH: `${bin}:${kcadm}:${process.env['PATH']}`,
    HOME: folder,
    GH_STORE: store,
    KC_OPTS: `${options} -XX:TieredStopAtLevel=1`,
  };
  const bash = (script: string) =>
    execFileSync('bash', ['-c', `set -euo pipefail\n${script}`], {
      cwd: folder,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const { id, secret } = administrator;
  bash(`kcadm.sh config credentials --server ${url} --realm guide --client ${id} --secret ${secret}`);
  return {
    run(script) {
      bash(script);
      return new Map(readdirSync(store).map((name) => [name, readFileSync(join(store, name), 'utf8')]));
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}

function isKeycloak(name: string): boolean {
  return name.startsWith('keycloak-');
}
