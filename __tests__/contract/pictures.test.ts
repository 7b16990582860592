import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { projectRoot } from '../../harness/project.js';

const FOLDER = 'docs/pictures';
const pictures = readdirSync(join(projectRoot, FOLDER)).sort();
const documents = [
  'README.md',
  ...readdirSync(join(projectRoot, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** The pictures that a document shows, by their paths from the root of the project. */
function shownIn(document: string): string[] {
  const text = readFileSync(join(projectRoot, document), 'utf8');
  const targets = [...text.matchAll(/(?:src|srcset)="([^"]+)"|!\[[^\]]*\]\(([^)]+)\)/g)].map(
    ([, html, link]) => html ?? link ?? '',
  );
  return targets
    .filter((target) => !target.startsWith('https:'))
    .map((target) => join(document, '..', target).replaceAll('\\', '/'));
}

/** The width and height of a PNG: the first two numbers of its header (PNG specification, section 11.2.1). */
function sizeOf(picture: string): [width: number, height: number] {
  const png = readFileSync(join(projectRoot, FOLDER, picture));
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe('docs/pictures/', () => {
  test('Every picture that a document shows exists', () => {
    const shown = documents.flatMap(shownIn);

    expect(shown).not.toEqual([]);
    expect(shown.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
  });

  test('Every picture is shown by the README or a document', () => {
    const shown = documents.flatMap(shownIn);

    expect(pictures.map((name) => `${FOLDER}/${name}`).filter((path) => !shown.includes(path))).toEqual([]);
  });

  test('Every screenshot is light and dark, in the same size', () => {
    const screenshots = pictures.filter((name) => name.endsWith('.png'));
    const light = screenshots.filter((name) => name.endsWith('-light.png'));

    expect(screenshots).toEqual(light.flatMap((name) => [name.replace('-light', '-dark'), name]));
    expect(light.map((name) => sizeOf(name.replace('-light', '-dark')))).toEqual(light.map(sizeOf));
  });

  test('No picture is larger than 300 kB', () => {
    const large = pictures.filter((name) => readFileSync(join(projectRoot, FOLDER, name)).length > 300_000);

    expect(large).toEqual([]);
  });
});
