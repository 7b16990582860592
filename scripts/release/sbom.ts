import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Lock, type LockedPackage, runTimePackages } from './packages.js';

/** package.json and package-lock.json, as far as the SBOM needs them. */
export interface Manifests {
  readonly manifest: {
    readonly name: string;
    readonly version: string;
    readonly license: string;
    readonly dependencies: Readonly<Record<string, string>>;
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  readonly lock: Readonly<Record<string, unknown>> & { readonly packages: Lock };
}

/** An SBOM in the format CycloneDX, as far as this module changes it. */
export interface Sbom {
  readonly components: readonly { readonly 'bom-ref': string }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const STUB = 'file:./stubs/';

/**
 * Returns the manifests without the development packages. `npm sbom --omit dev` alone also omits a run-time package on which a
 * development package depends (npm 11.19: `jose`, because of oidc-provider).
 */
export function withoutDevelopment({ manifest, lock }: Manifests): Manifests {
  const { name, version, license, devDependencies } = manifest;
  const stubs = Object.entries(devDependencies).filter(([, spec]) => spec.startsWith(STUB));
  const dependencies = { ...manifest.dependencies, ...Object.fromEntries(stubs) };
  const kept = new Set([...runTimePackages(lock.packages), ...stubs.map(([name]) => `node_modules/${name}`)]);
  const packages = Object.entries(lock.packages).filter(([path]) => kept.has(path) && !path.startsWith('harness/'));
  const root: Record<string, unknown> & LockedPackage = { name, version, license, dependencies };
  return {
    manifest: { ...manifest, dependencies, devDependencies: {} },
    lock: { ...lock, packages: { '': root, ...Object.fromEntries(packages) } },
  };
}

/** Removes the stubs. They are our own code under the names of packages, and a scanner would warn about `undici 0.0.0`. */
export function withoutStubs<S extends Sbom>(sbom: S, stubs: readonly string[]): S {
  const isOurs = (ref: string) => stubs.some((name) => ref.startsWith(`${name}@`));
  return {
    ...sbom,
    components: sbom.components.filter((each) => !isOurs(each['bom-ref'])),
    dependencies: sbom.dependencies
      .filter(({ ref }) => !isOurs(ref))
      .map((each) => ({ ...each, dependsOn: each.dependsOn.filter((ref) => !isOurs(ref)) })),
  };
}

/** Makes the SBOM of the action with `npm sbom`, in a folder with the run-time packages only. */
export function makeSbom(root: string, manifests: Manifests): Sbom {
  const work = mkdtempSync(join(tmpdir(), 'sbom-'));
  const folder = join(work, 'bearer-login'); // npm uses this name for the component
  try {
    mkdirSync(folder);
    cpSync(join(root, 'stubs'), join(folder, 'stubs'), { recursive: true });
    const { manifest, lock } = withoutDevelopment(manifests);
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
    const args = ['sbom', '--package-lock-only', '--sbom-format=cyclonedx', '--omit=dev'];
    const stubs = Object.entries(manifests.manifest.devDependencies).filter(([, spec]) => spec.startsWith(STUB));
    return withoutStubs(
      JSON.parse(npm(folder, args)),
      stubs.map(([name]) => name),
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Starts npm, by its own path in a script of npm, since Windows cannot start `npm` without a shell. */
function npm(cwd: string, args: readonly string[]): string {
  const path = process.env['npm_execpath'];
  const [command, first] = path === undefined ? ['npm', []] : [process.execPath, [path]];
  return execFileSync(command, [...first, ...args], { cwd, encoding: 'utf8' });
}
