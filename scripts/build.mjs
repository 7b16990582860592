// Builds dist/ from src/. With --check: builds in another folder, and fails if dist/ differs in a byte.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');

/** The bundles and their entries. Each is built in a separate folder, since ncc names every bundle index.js. */
const ENTRIES = { 'index.js': 'main.js', 'post.js': 'post.js' };

function run(tool, ...args) {
  const bin = join(root, 'node_modules', tool);
  execFileSync(process.execPath, [bin, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}

function build(folder) {
  rmSync(join(root, 'lib'), { recursive: true, force: true });
  run('typescript/bin/tsc', '-p', 'tsconfig.build.json');
  prepareForBundling();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const work = mkdtempSync(join(tmpdir(), 'bearer-login-build-'));
  try {
    for (const [bundle, entry] of Object.entries(ENTRIES)) {
      // Without its cache, which outlives a checkout: an old one once changed the result.
      run('@vercel/ncc/dist/ncc/cli.js', 'build', `lib/${entry}`, '--no-cache', '-o', join(work, entry));
      copyBundle(join(work, entry), folder, bundle);
    }
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ type: 'commonjs' }, null, 2)}\n`);
    writeFileSync(join(folder, 'licenses.txt'), licenses());
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * Lets ncc write CommonJS, which starts faster, and leave out every module of ours and of the toolkit that nothing uses.
 *
 * Without `type`, a package may contain ES modules that become CommonJS. Importing a module of these packages has no effect of
 * its own, but the manifest of the toolkit does not say so. Without this, its unused parts load http-client at every start.
 */
function prepareForBundling() {
  const lib = join(root, 'lib');
  writeManifest(lib, { sideEffects: false });
  const core = join('node_modules', '@actions', 'core');
  cpSync(join(root, core), join(lib, core), { recursive: true });
  const manifest = JSON.parse(readFileSync(join(lib, core, 'package.json'), 'utf8'));
  writeManifest(join(lib, core), { ...manifest, sideEffects: false });
}

function writeManifest(folder, manifest) {
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/**
 * Copies a bundle and its chunks, which are loaded on demand, as `<number>.<bundle>`. ncc names chunks `<number>.index.js` in
 * every bundle.
 */
function copyBundle(from, to, bundle) {
  const loaded = '+ ".index.js"';
  for (const name of readdirSync(from).filter((file) => /^(?:\d+\.)?index\.js$/.test(file))) {
    const text = readFileSync(join(from, name), 'utf8');
    if (name === 'index.js' && text.split(loaded).length !== 2) {
      throw new Error(`${bundle} does not load its chunks in the way of ncc 0.45`);
    }
    writeFileSync(join(to, name.replace('index.js', bundle)), onFirstUse(text.replace(loaded, `+ ".${bundle}"`)));
  }
}

/** What each file in dist/ begins with. */
const ON_FIRST_USE = `// Loads a module of Node on its first use: a short run would spend a quarter of its time on modules that it does not need.
const onFirstUse = (load) => {
  let loaded;
  return new Proxy({}, { get: (_, name) => (name === "__esModule" ? false : (loaded ??= load())[name]) });
};

`;

/** Loads each module of Node on its first use, which neither webpack nor an import declaration can do. */
function onFirstUse(text) {
  const lazy = text
    .replace(/ = (require\("[\w:/]+"\));/g, ' = onFirstUse(() => $1);')
    // The copy of a module as a namespace would read all its names at once.
    .replace(/ = \/\*#__PURE__\*\/__\w+_require__\.t\((\w+), 2\);/g, ' = $1;');
  return lazy === text ? text : ON_FIRST_USE + lazy;
}

/** Returns the licenses of all packages in the bundles: the runtime dependencies and their dependencies. */
function licenses() {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(lock.packages)
    .filter(([path, { dev, link }]) => path.startsWith('node_modules/') && !dev && !link)
    .map(([path, { version, license }]) => {
      const folder = join(root, path);
      const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
      const text =
        file === undefined ? `(${license})` : readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
      return `${path.replace('node_modules/', '')} ${version}\n\n${text.trim()}\n`;
    })
    .join('\n\n');
}

/** Returns the names of the files that differ between two folders. */
function differences(expected, actual) {
  const names = new Set([expected, actual].flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : [])));
  return [...names].sort().filter((name) => {
    const [a, b] = [expected, actual].map((folder) =>
      existsSync(join(folder, name)) ? readFileSync(join(folder, name)) : null,
    );
    return a === null || b === null || !a.equals(b);
  });
}

if (process.argv.includes('--check')) {
  const fresh = mkdtempSync(join(tmpdir(), 'bearer-login-dist-'));
  try {
    build(fresh);
    const changed = differences(fresh, dist);
    if (changed.length > 0) {
      console.error(
        `dist/ differs from the build of src/: ${changed.join(', ')}. Run \`npm run build\` and commit dist/.`,
      );
      process.exitCode = 1;
    } else {
      console.log('dist/ is equal to the build of src/, byte for byte.');
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
} else {
  build(dist);
}
