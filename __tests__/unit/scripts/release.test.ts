import { describe, expect, test } from '@jest/globals';
import { tableOf } from '../../../scripts/release/finding.js';
import { checkAction, checkOwner, checkPins } from '../../../scripts/release/metadata.js';
import { checkInstallScripts, checkLicenses, runTimePackages } from '../../../scripts/release/packages.js';
import { withoutDevelopment, withoutStubs } from '../../../scripts/release/sbom.js';
import { checkSection, checkVersions, newestSection } from '../../../scripts/release/version.js';

const TODAY = '2026-12-31';

describe('The version of a release', () => {
  test.each([
    ['## 1.2.3 (2026-12-31)\n\n- A line.\n', { version: '1.2.3', date: '2026-12-31', text: '- A line.' }],
    ['## 1.2.3\n\n- A line.\n', { version: '1.2.3', date: undefined, text: '- A line.' }],
    ['## Unreleased\n\n## 1.0.0 (2026-01-01)\n\n- Old.\n', { version: 'Unreleased', date: undefined, text: '' }],
    ['## 1.2.3 - soon\n', { version: '1.2.3 - soon', date: undefined, text: '' }],
    ['', { version: '', date: undefined, text: '' }],
  ])('The newest section of the changelog %j is read', (sections, section) => {
    expect(newestSection(`# Changelog\n\n${sections}`)).toEqual(section);
  });

  test.each([
    [{ a: '1.2.3', b: '1.2.3' }, undefined, 'ok', '1.2.3 (a, b)'],
    [{ a: '1.2.3', b: '1.2.3' }, 'v1.2.3', 'ok', '1.2.3 (a, b)'],
    [{ a: '1.2.3' }, 'v1.2.4', 'missing', 'The tag is v1.2.4, the version is 1.2.3'],
    [
      { a: '1.2.3', b: 'Unreleased' },
      undefined,
      'missing',
      'The files name different versions:\na: 1.2.3\nb: Unreleased',
    ],
    [{ a: '1.2.3-rc.1' }, undefined, 'missing', '"1.2.3-rc.1" is not a version such as 1.2.3'],
  ])('The versions %j with the tag %s are judged: %s', (versions, tag, ...[state, text]) => {
    expect(checkVersions(versions, tag)).toEqual({ about: 'Version', state, text });
  });

  test.each([
    [{ date: TODAY, text: 'a\nb' }, ['ok', '2026-12-31, today'], ['ok', '2 lines']],
    [
      { date: '2026-12-01', text: '' },
      ['note', '2026-12-01, but today is 2026-12-31. Change it, or tag today.'],
      ['missing', 'The section of CHANGELOG.md is empty'],
    ],
    [
      { date: '2027-01-01', text: 'a' },
      ['missing', 'The date of CHANGELOG.md 2027-01-01 is in the future: ## 1.2.3 (2026-12-31)'],
      ['ok', '1 lines'],
    ],
    [
      { date: undefined, text: 'a' },
      ['missing', 'The date of CHANGELOG.md is missing: ## 1.2.3 (2026-12-31)'],
      ['ok', '1 lines'],
    ],
  ])('The section %j of the changelog is judged', (section, ...expected) => {
    const findings = checkSection({ version: '1.2.3', ...section }, TODAY);

    expect(findings.map(({ state, text }) => [state, text])).toEqual(expected);
  });
});

describe('The metadata of a release', () => {
  const action = {
    description: 'Logs in.',
    branding: { icon: 'log-in', color: 'gray-dark' },
    runs: { using: 'node24', main: 'dist/index.js', post: 'dist/post.js' },
  };
  const shipped = ['dist/index.js', 'dist/post.js'];

  test.each([
    [{}, shipped, 'ok', 'icon log-in, color gray-dark, node24: dist/index.js, dist/post.js'],
    [
      { branding: { icon: 'key', color: 'gray-dark' } },
      shipped,
      'missing',
      'The Marketplace does not have the icon key',
    ],
    [{ branding: { icon: 'lock', color: 'pink' } }, shipped, 'missing', 'The Marketplace does not have the color pink'],
    [{ description: '' }, shipped, 'missing', 'The description is missing'],
    [{}, ['dist/index.js'], 'missing', 'dist/post.js does not exist'],
  ])('action.yml with %j and the files %j is judged: %s', (change, files, ...[state, text]) => {
    expect(checkAction({ ...action, ...change }, files)).toEqual({ about: 'action.yml', state, text });
  });

  test.each([
    ['test.yml', '- uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1', []],
    ['test.yml', '- uses: ossf/scorecard-action@2d1146689b8cda280b9bc96326124645441f03bc # v2.4.4', []],
    ['test.yml', '- uses: ./', []],
    [
      'test.yml',
      'uses: actions/checkout@v7',
      ['test.yml: actions/checkout@v7 is not pinned as NAME@<40 hex digits> # v1.2.3'],
    ],
    [
      'test.yml',
      'uses: a/b@3d3c42e5aac5ba805825da76410c181273ba90b1',
      ['test.yml: a/b@3d3c42e5aac5ba805825da76410c181273ba90b1 is not pinned as NAME@<40 hex digits> # v1.2.3'],
    ],
    [
      'release.yml',
      'uses: a/b@3d3c42e5aac5ba805825da76410c181273ba90b1 # v1.0.0',
      [
        'release.yml: a/b@3d3c42e5aac5ba805825da76410c181273ba90b1 # v1.0.0 is an action of a third party in the release',
      ],
    ],
  ])('In %s, the line %j has the problems %j', (file, line, problems) => {
    const { state, text } = checkPins([{ file, text: `    steps:\n      ${line}\n` }]);

    expect([state, state === 'ok' ? [] : text.split('\n')]).toEqual([problems.length > 0 ? 'missing' : 'ok', problems]);
  });

  test('The placeholder for the owner is found in an address and in CODEOWNERS, but not in another name', () => {
    const files = ['uses: OWNER/bearer-login@v1', '* @OWNER', 'OWNER/NAME', '@OWNERS'].map((text, index) => ({
      file: `file ${index}`,
      text,
    }));

    expect(checkOwner(files).text.split('\n')[0]).toBe('2 files name the placeholder OWNER: file 0, file 1');
    expect(checkOwner(files.slice(2)).state).toBe('ok');
  });
});

describe('The packages of a release', () => {
  const lock = {
    '': { version: '1.2.3' },
    'harness/node24': { version: '0.0.0', dev: true },
    'node_modules/both': { version: '2.0.0', license: 'MIT' },
    'node_modules/only-dev': { version: '3.0.0', dev: true },
    'node_modules/stub': { link: true, resolved: 'stubs/stub' },
    'node_modules/tool': { link: true, resolved: 'harness/node24' },
    'stubs/stub': { version: '0.0.0' },
  };
  const manifest = {
    name: 'an-action',
    version: '1.2.3',
    license: 'MIT',
    dependencies: { both: '2.0.0' },
    devDependencies: { 'only-dev': '3.0.0', stub: 'file:./stubs/stub', tool: 'file:./harness/node24' },
  };

  test('The run-time packages are those that are not for development, and no links', () => {
    expect(runTimePackages(lock)).toEqual(['node_modules/both', 'stubs/stub']);
  });

  test.each([
    [{ scripts: { test: 'x' }, hasBinding: false }, 'none in the 1 packages of the run-time tree'],
    [
      { scripts: { postinstall: 'x', install: 'y' }, hasBinding: false },
      'p has a script install\np has a script postinstall',
    ],
    [{ hasBinding: true }, 'p has a binding.gyp'],
  ])('A package with %j is judged: %s', (installed, text) => {
    expect(checkInstallScripts([{ name: 'p', ...installed }]).text).toBe(text);
  });

  test('A run-time package without its license, or with that of another version, is found', () => {
    expect(checkLicenses(lock, 'both 2.0.0\n\nMIT').state).toBe('ok');
    expect(checkLicenses(lock, 'both 1.9.0\n\nMIT')).toEqual({
      about: 'Licenses',
      state: 'missing',
      text: 'dist/licenses.txt lacks both 2.0.0',
    });
  });

  test('The manifests of the SBOM contain the run-time packages and the stubs, and nothing of the development', () => {
    const { manifest: made, lock: locked } = withoutDevelopment({
      manifest,
      lock: { lockfileVersion: 3, packages: lock },
    });

    expect(made).toEqual({
      ...manifest,
      dependencies: { both: '2.0.0', stub: 'file:./stubs/stub' },
      devDependencies: {},
    });
    expect(Object.keys(locked.packages)).toEqual(['', 'node_modules/both', 'node_modules/stub', 'stubs/stub']);
  });

  test('The SBOM does not name the stubs', () => {
    const sbom = {
      components: [{ 'bom-ref': 'both@2.0.0' }, { 'bom-ref': 'stub@0.0.0' }, { 'bom-ref': 'stubborn@1.0.0' }],
      dependencies: [
        { ref: 'both@2.0.0', dependsOn: ['stub@0.0.0', 'stubborn@1.0.0'] },
        { ref: 'stub@0.0.0', dependsOn: [] },
      ],
    };

    expect(withoutStubs(sbom, ['stub'])).toEqual({
      components: [{ 'bom-ref': 'both@2.0.0' }, { 'bom-ref': 'stubborn@1.0.0' }],
      dependencies: [{ ref: 'both@2.0.0', dependsOn: ['stubborn@1.0.0'] }],
    });
  });

  test('The table has one row for each finding, and further lines are indented', () => {
    expect(
      tableOf([
        { about: 'Date', state: 'ok', text: 'today' },
        { about: 'Version', state: 'missing', text: 'one\ntwo' },
      ]),
    ).toBe('  ok    Date     today\n  MISS  Version  one\n                 two');
  });
});
