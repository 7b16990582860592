// npm run release-check [-- --tag v1.2.3] [--out FOLDER]: shows everything that a maintainer must know before tagging, and writes
// the files of the release. Fails if something is missing.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { projectRoot } from '../../harness/project.js';
import { type Finding, findingOf, tableOf } from './finding.js';
import { checkAction, checkOwner, checkPins } from './metadata.js';
import { checkInstallScripts, checkLicenses, runTimePackages } from './packages.js';
import { makeSbom } from './sbom.js';
import { checkSection, checkVersions, newestSection } from './version.js';

const { tag, out = 'build/release' } = parseArgs({
  options: { tag: { type: 'string' }, out: { type: 'string' } },
}).values;
const read = (...path: string[]) => readFileSync(join(projectRoot, ...path), 'utf8');
const git = (...args: string[]) => execFileSync('git', args, { cwd: projectRoot, encoding: 'utf8' }).trim();

const manifest = JSON.parse(read('package.json'));
const lock = JSON.parse(read('package-lock.json'));
const section = newestSection(read('CHANGELOG.md'));
const shipped = readdirSync(join(projectRoot, 'dist')).map((name) => `dist/${name}`);
const workflows = readdirSync(join(projectRoot, '.github', 'workflows')).map((name) =>
  named('.github', 'workflows', name),
);

const findings: readonly Finding[] = [
  checkVersions(
    { 'package.json': manifest.version, 'package-lock.json': lock.version, 'CHANGELOG.md': section.version },
    tag,
  ),
  ...checkSection(section, new Date().toISOString().slice(0, 10)),
  checkOwner(
    git('ls-files', '*.md', '*.json', '*.yml', '.github')
      .split('\n')
      .map((file) => named(file)),
  ),
  checkWorkingTree(),
  checkDist(),
  findingOf('Bytes', [], sizes()),
  checkLicenses(lock.packages, read('dist', 'licenses.txt')),
  checkInstallScripts(runTimePackages(lock.packages).map(installed)),
  checkAction(parse(read('action.yml')), shipped),
  checkPins(workflows),
  writeFiles(),
  {
    about: 'Tests',
    state: 'note',
    text: `not run here. All jobs of test.yml must be green for commit ${git('rev-parse', '--short', 'HEAD')}.`,
  },
];
const missing = findings.filter(({ state }) => state === 'missing');

console.log(`Release check of bearer-login ${manifest.version}\n\n${tableOf(findings)}\n`);
console.log(missing.length === 0 ? nextSteps() : `Not ready: ${missing.map(({ about }) => about).join(', ')}.`);
process.exitCode = missing.length === 0 ? 0 : 1;

function named(...path: string[]) {
  return { file: path.join('/'), text: read(...path) };
}

/** Reads what npm would start when it installs a package. */
function installed(path: string) {
  const { name, scripts } = JSON.parse(read(path, 'package.json'));
  return { name, scripts, hasBinding: existsSync(join(projectRoot, path, 'binding.gyp')) };
}

function checkWorkingTree(): Finding {
  const changed = git('status', '--porcelain')
    .split('\n')
    .filter((line) => line !== '');
  const problems =
    changed.length === 0 ? [] : [`${changed.length} files differ from the last commit:`, ...changed.slice(0, 5)];
  return findingOf('Working tree', problems, `clean, at ${git('log', '-1', '--format=%h %s')}`);
}

/** Builds dist/ in another folder, and compares it. */
function checkDist(): Finding {
  try {
    const options = { cwd: projectRoot, encoding: 'utf8', stdio: 'pipe' } as const;
    const text = execFileSync(process.execPath, ['scripts/build.mjs', '--check'], options).trim();
    return findingOf('dist/', [], text);
  } catch (error) {
    const text = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    return findingOf('dist/', [text], '');
  }
}

/** Lists the bytes of each entry, and of the chunks that it loads on demand. */
function sizes(): string {
  const bytes = (name: string) => Buffer.byteLength(read(name));
  const chunksOf = (entry: string) => shipped.filter((name) => new RegExp(`^dist/\\d+\\.${entry}$`).test(name));
  return ['index.js', 'post.js']
    .map((entry) => {
      const chunks = chunksOf(entry);
      const more = chunks.reduce((sum, name) => sum + bytes(name), 0);
      const loaded = chunks.length === 0 ? '' : `, and ${more.toLocaleString('en')} in ${chunks.length} chunks`;
      return `dist/${entry}: ${bytes(`dist/${entry}`).toLocaleString('en')}${loaded}`;
    })
    .join('\n');
}

/** Writes the notes, the SBOM and the checksums of the release. */
function writeFiles(): Finding {
  const folder = join(projectRoot, out);
  mkdirSync(folder, { recursive: true });
  const sbom = makeSbom(projectRoot, { manifest, lock });
  const sums = ['action.yml', ...shipped].sort().map(
    (name) =>
      `${createHash('sha256')
        .update(readFileSync(join(projectRoot, name)))
        .digest('hex')}  ${name}\n`,
  );
  writeFileSync(join(folder, 'notes.md'), `${section.text}\n`);
  writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(sbom, null, 2)}\n`);
  writeFileSync(join(folder, 'dist.sha256'), sums.join(''));
  const components = sbom.components.map((each) => each['bom-ref']).join(', ');
  return findingOf('Files', [], `${out}/: notes.md, dist.sha256, sbom.cdx.json (${components})`);
}

/** Says how to tag, and what the release workflow then does. */
function nextSteps(): string {
  const [name, major] = [`v${manifest.version}`, `v${manifest.version.split('.')[0]}`];
  const old =
    git('tag', '--list', major) === '' ? 'creates' : `moves, from ${git('rev-parse', '--short', `${major}^{}`)},`;
  return [
    'Ready. When all tests of the commit are green:',
    `  git tag --sign ${name} --message ${name} && git push origin ${name}`,
    `The workflow Release then publishes ${name} as an immutable release, and ${old} the tag ${major}.`,
  ].join('\n');
}
