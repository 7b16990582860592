import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { projectRoot } from '../../harness/project.js';

const read = (name: string): string => readFileSync(join(projectRoot, name), 'utf8');
const documents = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md'],
  ...readdirSync(join(projectRoot, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** A link to a place in the project: the path from the root, and the anchor, which may be empty. */
interface Link {
  readonly document: string;
  readonly path: string;
  readonly anchor: string;
}

function linksOf(document: string): Link[] {
  const targets = [...read(document).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets
    .filter((target) => !/^https?:/.test(target))
    .map((target) => {
      const [path = '', anchor = ''] = target.split('#');
      const own = path === '' ? document : join(document, '..', path).replaceAll('\\', '/');
      return { document, path: own, anchor };
    });
}

/**
 * Lists the anchors of a document: those of HTML, and one for each heading as GitHub makes it: in lower case, without
 * characters other than letters, digits, `_`, `-` and blanks, with `-` for each blank.
 */
function anchorsOf(path: string): string[] {
  const text = read(path).replaceAll(/^ *```.*?^ *```$/gms, '');
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return [...headings, ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id)];
}

const links = documents.flatMap(linksOf);
const show = ({ document, path, anchor }: Link) => `${document}: ${path}${anchor === '' ? '' : `#${anchor}`}`;

describe('The links of the documents', () => {
  test('Every link to a file of the project leads to a file', () => {
    const broken = links.filter(({ path }) => !existsSync(join(projectRoot, path)));

    expect(broken.map(show)).toEqual([]);
  });

  test('Every link to a place in a document leads to a heading or an anchor', () => {
    const inDocuments = links.filter(({ path, anchor }) => anchor !== '' && path.endsWith('.md'));
    const known = inDocuments.filter(({ path }) => existsSync(join(projectRoot, path)));

    expect(known.length).toBeGreaterThan(50);
    expect(known.filter(({ path, anchor }) => !anchorsOf(path).includes(anchor)).map(show)).toEqual([]);
  });

  test('No document has two headings with the same anchor', () => {
    const twice = documents.flatMap((document) => {
      const anchors = anchorsOf(document);
      return anchors
        .filter((anchor, index) => anchors.indexOf(anchor) !== index)
        .map((anchor) => `${document}#${anchor}`);
    });

    expect(twice).toEqual([]);
  });

  test('The README or a document that it links leads to every document', () => {
    const reached = new Set(['README.md']);
    for (const document of reached) {
      for (const { path } of documents.includes(document) ? linksOf(document) : []) {
        reached.add(path);
      }
    }

    expect(documents.filter((document) => !reached.has(document))).toEqual([]);
  });
});
