import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { projectRoot } from '../../harness/project.js';
import { INPUTS } from '../../src/inputs/inputs.js';
import { PUBLISHED, type Step } from '../support/examples.js';
import { action, isOurs, linesOf, outputsOf, requestsOf, settingsOf } from '../support/shown-steps.js';

const read = (name: string) => readFileSync(join(projectRoot, 'docs', name), 'utf8');

/** The sections of docs/migrating.md, each with its two lists of steps: theirs, then ours. */
const sections = read('migrating.md')
  .split(/^## /m)
  .slice(1)
  .map((text) => {
    const blocks = [...text.matchAll(/```yaml\n(.*?)```/gs)].map(([, block = '']): Step[] =>
      parse(block, { schema: 'failsafe' }),
    );
    const cells = [...text.matchAll(/^\| .* \| (.*) \|$/gm)].map(([, cell = '']) => cell);
    return { title: text.split('\n', 1)[0] ?? '', blocks, cells };
  });

describe('docs/migrating.md', () => {
  test('Each section shows the lines of another tool, and then ours', () => {
    const shown = sections.map(({ blocks }) => blocks.map((steps) => steps.filter(isOurs).map(({ uses }) => uses)));

    expect(shown).toEqual(Array(5).fill([[], [PUBLISHED]]));
  });

  test.each(sections)('The action accepts the lines for those who come "$title"', async ({ blocks }) => {
    const [step = {}, ...later] = blocks[1] ?? [];
    const outputs = [...JSON.stringify(later).matchAll(/steps\.(\w+)\.outputs\.([\w-]+)/g)];

    expect(Object.keys(step.with ?? {}).filter((input) => !(input in INPUTS))).toEqual([]);
    expect(requestsOf(step)).toHaveLength(linesOf(step).length);
    await expect(settingsOf(step)).resolves.toMatchObject({ platform: expect.anything() });
    expect(outputs.filter(([, id, output = '']) => id !== step.id || !outputsOf(step)?.has(output))).toEqual([]);
  });

  test('The tables name only inputs and outputs that exist', () => {
    const codes = sections.flatMap(({ cells }) => cells.join(' ').match(/(?<=`)[a-z]+(?:_[a-z]+)+(?=[`:])/g) ?? []);
    const known = [...Object.keys(action.inputs), ...Object.keys(action.outputs), 'github_oidc', 'client_secret_basic'];

    expect(codes.filter((code) => !known.includes(code))).toEqual([]);
    expect(codes.length).toBeGreaterThan(20);
  });
});

describe('docs/comparison.md', () => {
  test('Each statement about another action links to that version of its documentation or source', () => {
    const wrong = read('comparison.md')
      .split(/^## /m)
      .filter((section) => /^\w[\w-]*\/[\w-]+\n/.test(section))
      .flatMap((section) => {
        const name = section.split('\n', 1)[0] ?? '';
        const version = /^\| \| \S+ ([\d.]+) \|/m.exec(section)?.[1] ?? 'no version';
        const rows = section.match(/^\| [^|-].*$/gm) ?? [];
        return rows.filter((row) => !row.split(' | ')[1]?.includes(`https://github.com/${name}/blob/v${version}/`));
      });

    expect(wrong).toEqual([]);
  });
});
