import type { LineResult } from '../errors.js';
import type { Variables } from '../machine/environment.js';
import { escapeHtml, markUp, nameAsCode, pathAsCode, stepId } from '../publication/html.js';
import { type Redact, reveal } from '../untrusted-text.js';
import { snippetFor } from './copy.js';
import { describeCause, type Explained, linkFor, stepsFor, titleOf } from './explain.js';
import { howFar, type Stage } from './how-far.js';
import type { Journal } from './journal.js';

/** A failed run. */
export interface FailedRun extends Explained {
  readonly journal: Pick<Journal, 'settings' | 'parts'>;
  readonly variables: Variables;
}

/** The most lines of `secrets` in the table. */
const MOST_LINES = 100;

/**
 * Writes the job summary of a failed run: what happened, what to do, which lines were found, and how far the run came.
 *
 * Like the summary of a success, it is one block of HTML without a blank line, so no text in it can be Markdown.
 */
export function summarizeFailure(run: FailedRun, redact: Redact): string {
  const { error, variables, journal } = run;
  const { excerpt, request, code } = error;
  const text = (message: string) => markUp(reveal(message, redact));
  const copy = snippetFor(error, variables, journal.settings());
  const link = linkFor(run);
  const shownCode = `<code>${code}</code>`;
  const stages = howFar(journal, error, variables).map(formatStage).join(' → ');
  return `${[
    `<h3>❌ ${escapeHtml(titleOf(error))}</h3>`,
    `<p><b>What happened</b><br>${text(describeCause(error))}</p>`,
    ...(excerpt === undefined ? [] : [pre(redact(excerpt))]),
    ...formatLines(error.lines, redact),
    '<p><b>What to do</b></p>',
    '<ol>',
    ...stepsFor(run).map((step) => `<li>${text(step)}</li>`),
    '</ol>',
    ...(copy === undefined ? [] : [pre(reveal(copy, redact))]),
    `<p><b>How far the run came</b><br>${stages}</p>`,
    `<p>Nothing was exported. Code ${link.startsWith('http') ? `<a href="${escapeHtml(link)}">${shownCode}</a>` : shownCode}${stepOf(variables, redact)}</p>`,
    ...(request === undefined ? [] : [`<p>For the administrator of the server: ${text(request.text)}</p>`]),
  ].join('\n')}\n`;
}

function pre(text: string): string {
  // A blank line would end the block of HTML.
  return `<pre>${escapeHtml(text).replace(/\n(?=\n|$)/g, '')}</pre>`;
}

function formatStage({ name, isFailed, layers }: Stage): string {
  const inside = layers.length === 0 ? '' : ` (${layers.map(formatStage).join(' → ')})`;
  return isFailed ? `❌ <b>${name}</b>${inside}` : `✅ ${name}`;
}

/** Writes the table of the lines of `secrets`; wrong lines come first, so that they are in the table even if it is cut. */
function formatLines(lines: readonly LineResult[], redact: Redact): string[] {
  if (lines.length === 0) {
    return [];
  }
  const head = ['Line', 'You wrote', 'Result', 'Write instead'].map((title) => `<th align="left">${title}</th>`);
  const rows = lines
    .toSorted((one, other) => Number(other.isWrong) - Number(one.isWrong))
    .slice(0, MOST_LINES)
    .toSorted((one, other) => one.line - other.line)
    .map(({ line, text, result, isWrong, instead }) => [
      String(line),
      pathAsCode(text, redact),
      `${isWrong ? '❌' : '✅'} ${result}`,
      instead.map((one) => pathAsCode(one, redact)).join('<br>'),
    ]);
  const left = lines.length - rows.length;
  return [
    '<table>',
    `<tr>${head.join('')}</tr>`,
    ...rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`),
    '</table>',
    ...(left === 0 ? [] : [`<p>${left} more lines are left out.</p>`]),
  ];
}

function stepOf({ GITHUB_ACTION: name }: Variables, redact: Redact): string {
  const id = stepId(name);
  return id === undefined ? '' : ` · step ${nameAsCode(id, redact)}`;
}
