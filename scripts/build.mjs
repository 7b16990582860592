// Builds dist/ from src/. With --check: builds in another folder, and fails if dist/ differs in a byte.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');

/** The bundles and their entries. Each is built in a separate folder, since ncc names every bundle index.js. */
const ENTRIES = { 'index.js': 'main.js', 'post.js': 'post.js', 'pkcs12.js': 'certificates/pkcs12.js' };

function run(tool, ...args) {
  const bin = join(root, 'node_modules', tool);
  execFileSync(process.execPath, [bin, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}

function build(folder) {
  rmSync(join(root, 'lib'), { recursive: true, force: true });
  run('typescript/bin/tsc', '-p', 'tsconfig.build.json');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const work = mkdtempSync(join(tmpdir(), 'bearer-login-build-'));
  try {
    for (const [bundle, entry] of Object.entries(ENTRIES)) {
      run('@vercel/ncc/dist/ncc/cli.js', 'build', `lib/${entry}`, '-o', join(work, entry));
      copyBundle(join(work, entry), folder, bundle);
    }
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ type: 'module' }, null, 2)}\n`);
    writeFileSync(join(folder, 'licenses.txt'), licenses());
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * Copies a bundle and its chunks, which are loaded on demand, as `<number>.<bundle>`. ncc names chunks `<number>.index.js` in
 * every bundle.
 */
function copyBundle(from, to, bundle) {
  const loaded = 'chunkId + ".index.js"';
  const text = readFileSync(join(from, 'index.js'), 'utf8');
  const chunks = readdirSync(from).filter((file) => /^\d+\.index\.js$/.test(file));
  if (chunks.length > 0 && text.split(loaded).length !== 2) {
    throw new Error(`${bundle} does not load its chunks in the way of ncc 0.45`);
  }
  writeFileSync(join(to, bundle), text.replace(loaded, `chunkId + ".${bundle}"`));
  for (const name of chunks) {
    cpSync(join(from, name), join(to, name.replace('index.js', bundle)));
  }
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
