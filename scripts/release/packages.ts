import { type Finding, findingOf } from './finding.js';

/** A package of the lock file. */
export interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly resolved?: string;
  readonly license?: string;
}

/** The packages of package-lock.json by their path. */
export type Lock = Readonly<Record<string, LockedPackage>>;

/** The parts of package.json of an installed package that can start a program when it is installed. */
export interface InstalledPackage {
  readonly name: string;
  readonly scripts?: Readonly<Record<string, string>>;
  /** Whether the folder has a binding.gyp, for which npm starts node-gyp even without a script. */
  readonly hasBinding: boolean;
}

const INSTALL_SCRIPTS = ['preinstall', 'install', 'postinstall', 'prepare'];

/** Returns the paths of all packages that run in the action: the run-time dependencies, their dependencies and the stubs. */
export function runTimePackages(lock: Lock): string[] {
  return Object.entries(lock)
    .filter(([path, { dev, link }]) => path !== '' && dev !== true && link !== true)
    .map(([path]) => path);
}

/** Checks that no package that runs in the action starts a program when it is installed. */
export function checkInstallScripts(packages: readonly InstalledPackage[]): Finding {
  const problems = packages.flatMap(({ name, scripts = {}, hasBinding }) => [
    ...INSTALL_SCRIPTS.filter((script) => script in scripts).map((script) => `${name} has a script ${script}`),
    ...(hasBinding ? [`${name} has a binding.gyp`] : []),
  ]);
  return findingOf('Install scripts', problems, `none in the ${packages.length} packages of the run-time tree`);
}

/** Checks that licenses.txt has a text for each run-time package in its version; the stubs are our own. */
export function checkLicenses(lock: Lock, licenses: string): Finding {
  const expected = runTimePackages(lock)
    .filter((path) => path.startsWith('node_modules/'))
    .map((path) => `${path.replace('node_modules/', '')} ${lock[path]?.version}`);
  const problems = expected
    .filter((each) => !licenses.split('\n').includes(each))
    .map((each) => `dist/licenses.txt lacks ${each}`);
  return findingOf('Licenses', problems, `dist/licenses.txt: ${expected.join(', ')}`);
}
