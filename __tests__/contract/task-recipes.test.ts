import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { projectRoot } from '../../harness/project.js';
import { EXAMPLES } from '../support/examples.js';

/** The recipes by task in docs/recipes.md: each is a file of examples/. */

const docs = join(projectRoot, 'docs');
const text = readFileSync(join(docs, 'recipes.md'), 'utf8');
const sections = text.split(/^## /m).slice(1);
const blocks = [...text.matchAll(/\(\[examples\/([^\]]+)\]\(\.\.\/examples\/([^)]+)\)\)[.:]\n\n```yaml\n(.*?)```\n/gs)];

describe('docs/recipes.md', () => {
  test('Every task has its heading, which other documents link to', () => {
    const anchors = sections.map((section) => section.split('\n', 1)[0]?.toLowerCase().replaceAll(' ', '-'));

    expect(anchors).toEqual([
      'composite-action',
      'reusable-workflow',
      'matrix',
      'two-projects',
      'two-registries',
      'docker-build-secrets',
      'job-in-a-container',
      'kubectl',
      'terraform',
      'pip-and-npm-registries',
      'long-jobs',
      'login-in-the-background',
      'another-job',
    ]);
  });

  test('Every recipe shows a file of examples/ as it is', () => {
    const texts = new Map(EXAMPLES.map(({ name, text }) => [name, text]));

    expect(blocks.map(([, shown, linked, block]) => [shown, linked, block])).toEqual(
      blocks.map(([, shown = '']) => [shown, shown, texts.get(shown)]),
    );
    expect(sections.filter((section) => !section.includes('\n```yaml\n#'))).toEqual([]);
    expect(text.match(/^```yaml$/gm)).toHaveLength(blocks.length);
  });

  test('Every example is in a document', () => {
    const names = [
      'README.md',
      ...readdirSync(docs, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.md'))
        .map((name) => `docs/${name}`),
    ];
    const all = names.map((name) => readFileSync(join(projectRoot, name), 'utf8')).join('\n');
    const missing = EXAMPLES.filter(({ name }) => !all.includes(`examples/${name})`));

    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  test('The table at the top links every recipe', () => {
    const [top = ''] = text.split(/^## /m);
    const links = [...top.matchAll(/\]\(#([\w-]+)\)/g)].map(([, anchor]) => anchor);
    const anchors = sections.map((section) => section.split('\n', 1)[0]?.toLowerCase().replaceAll(' ', '-'));

    expect([...new Set(links)].toSorted()).toEqual(anchors.toSorted());
  });
});
