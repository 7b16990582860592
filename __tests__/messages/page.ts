import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../harness/project.js';
import type { Case, Group } from './case.js';
import { removeMaterial } from './material.js';
import { type Shown, show } from './shown.js';

/** The path of the review copy. */
export const PAGE = join(projectRoot, 'docs', 'messages.md');

/** How many steps run at the same time. */
const AT_ONCE = 4;

/** A group, and what its cases show. */
export interface ShownGroup {
  readonly title: string;
  readonly cases: readonly Shown[];
}

/** Runs every case of all groups. */
export async function showAll(groups: readonly Group[]): Promise<ShownGroup[]> {
  const queue = groups.flatMap(({ cases }) => cases).values();
  const shown = new Map<Case, Shown>();
  const work = async () => {
    for (const each of queue) shown.set(each, await show(each));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work)).finally(removeMaterial);
  return groups.map(({ title, cases }) => ({ title, cases: cases.flatMap((each) => shown.get(each) ?? []) }));
}

const INTRODUCTION = `# Messages

Every message of the action, as it is shown. \`npm run messages\` writes this file: it runs each case with the committed bundle,
and a test compares. Read it as a person who sees each message for the first time: *is it clear what to do next?*

- An error shows the title of its annotation, then its line in the log. Each line ends with a link to its heading in
  troubleshooting.md, and with the failed request. Only the first error of each section shows this end; the others show \`…\`.
- Hosts, IDs, times and paths are examples. Debug lines are left out.
- A triangle is a group of lines. As on the page of a run, most groups are folded.
`;

/** Writes the review copy as Markdown: one item for each case. */
export function writePage(groups: readonly ShownGroup[]): string {
  const rest = readFileSync(join(projectRoot, '__tests__', 'messages', 'not-shown.md'), 'utf8');
  return `${INTRODUCTION}${groups.map(sectionOf).join('')}${rest}`;
}

function sectionOf({ title, cases }: ShownGroup): string {
  const first = cases.find(({ error }) => error !== undefined);
  return `\n## ${title}\n\n${cases.map((each) => itemOf(each, each === first)).join('')}`;
}

/** The end of every error line: the link, and the failed request. */
export const END = / See docs\/troubleshooting\.md#([a-z_]+)(?: \((?:GET|POST) .*\))?$/;

function itemOf({ name, title, lines, error }: Shown, isWhole: boolean): string {
  const excerpt = lines.length === 0 ? '' : `${['```text', ...lines, '```'].map((line) => `  ${line}\n`).join('')}`;
  const message = error === undefined ? '' : `  > ${escaped(isWhole ? error : error.replace(END, ' …'))}\n`;
  return `- **${escaped(name)}**${title === undefined ? '' : `: *${escaped(title)}*`}\n${excerpt}${message}`;
}

/** Keeps Markdown from interpreting what is outside of code: a star, an underscore at the start of a word, and markup. */
function escaped(text: string): string {
  return text.replace(/`[^`]*`|[*<]|\b_/g, (found) => (found.startsWith('`') ? found : `\\${found}`));
}
