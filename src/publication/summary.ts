import { escapeHtml, firstPieces, nameAsCode, pathAsCode } from './html.js';
import type { SummaryOutput, SummaryReport, SummaryRow } from './summary-report.js';
import { formatTable, minuteOf } from './summary-table.js';

/** The runner uploads nothing of a summary beyond 1 MiB (FileCommandManager.cs); this stays below. */
const BYTES = 1_000_000;

/** The most items of a list outside the table. */
const LIST_LIMIT = 100;

/** The most names in a warning, which is read at a glance. */
const WARNING_LIMIT = 5;

/**
 * Formats the job summary: the headline, what needs attention, one table, and the rest folded.
 *
 * It is one block of HTML without a blank line. GFM parses nothing in such a block (section 4.6), so no name can be
 * Markdown, nor can the `***` of the masker; in a table of Markdown `a@b.c` becomes a link even as entities in `<code>`.
 * Signs are escaped as in XML, since that is the form of a secret that the runner masks.
 */
export function formatSummary(report: SummaryReport): string {
  const before = [
    `<h3>${headline(report)}</h3>`,
    `<p>${loginSentence(report)}</p>`,
    ...warnings(report).map(paragraph),
  ];
  const after = [...unused(report).map(paragraph), ...details(report)];
  const rest = [...before, ...after].join('\n');
  const table = formatTable(report, BYTES - Buffer.byteLength(rest));
  return `${[...before, ...table, ...after].join('\n')}\n`;
}

function headline({ mode, platform, secrets, login: { token } }: SummaryReport): string {
  const title = escapeHtml(platform);
  if (mode === 'plan') {
    return `Plan only: ${secrets === 0 ? title : `${count(secrets, 'Secret')} from ${title}`} checked, nothing exported`;
  }
  if (secrets > 0) {
    return `${count(secrets, 'Secret')} from ${title} ${secrets === 1 ? 'is' : 'are'} ready for the next steps`;
  }
  return token === 'certificate'
    ? `Connected to ${title}; no Secrets were asked for`
    : `The token of ${title} is ready for the next steps`;
}

/** How the run came in, and what became of the token. */
function loginSentence({ login: { token, variable, expiresAt }, mode, origin }: SummaryReport): string {
  const server = pathAsCode(origin);
  if (token === 'certificate') {
    return `Connected to ${server} with the client certificate alone, without a token.`;
  }
  const source = {
    fetched: `Logged in to ${server}.`,
    shared: `Used the token that an earlier step got from ${server}.`,
    'at-hand': `Used the token at hand for ${server}, without a login.`,
  }[token];
  const place = variable === undefined ? 'is in no variable' : `is in ${nameAsCode(variable)}`;
  const end = expiresAt === undefined ? 'nobody says when it expires' : `expires ${minuteOf(expiresAt)}`;
  return `${source} The token ${mode === 'plan' ? 'is not exported' : place} and ${end}.`;
}

/** What somebody should look after, by name. */
function warnings({ rows, rotateAfterDays }: SummaryReport): string[] {
  const named = (matches: (row: SummaryRow) => boolean) =>
    [...new Set(rows.filter(matches).map(({ name }) => name))].map(nameAsCode);
  const old = named(({ tooOld }) => tooOld);
  const readable = named(({ masking }) => masking.kind === 'unmaskable');
  return [
    ...listing(`⚠️ To rotate, unchanged for more than ${count(rotateAfterDays, 'day')}`, old, WARNING_LIMIT),
    ...listing('⚠️ Cannot be masked, so the log may show it', readable, WARNING_LIMIT),
  ];
}

function unused({ unnamed, owner }: SummaryReport): string[] {
  return unnamed === undefined || unnamed === 0 || owner === undefined
    ? []
    : [`${count(unnamed, 'more Secret')} of this ${owner.kind} ${unnamed === 1 ? 'is' : 'are'} not used by this step.`];
}

/** What only some readers look for. */
function details({ files, outputs, owner, timing }: SummaryReport): string[] {
  const items = [
    ...(owner === undefined ? [] : [`Secrets of the ${owner.kind} ${pathAsCode(owner.id)}`]),
    ...crossing(outputs),
    ...listing('Deleted when the job ends', files.map(pathAsCode), LIST_LIMIT),
    `${count(timing.requests, 'request')} in ${Math.round(timing.milliseconds)} ms`,
  ];
  return ['<details>', '<summary>Details</summary>', '<ul>', ...items.map(item), '</ul>', '</details>'];
}

function crossing(outputs: readonly SummaryOutput[]): string[] {
  const named = (crosses: boolean) =>
    outputs.filter(({ crossesJobs }) => crossesJobs === crosses).map(({ name }) => nameAsCode(name));
  const why = 'since the runner drops a job output that holds a masked text';
  return [
    ...listing('Outputs that other jobs can use', named(true), LIST_LIMIT),
    ...listing(`Outputs for this job only, ${why}`, named(false), LIST_LIMIT),
  ];
}

/** A list with what it lists in front of it; nothing for an empty one. */
function listing(label: string, pieces: readonly string[], most: number): string[] {
  return pieces.length === 0 ? [] : [`${label}: ${firstPieces(pieces, most).join(', ')}`];
}

function item(html: string): string {
  return `<li>${html}</li>`;
}

function paragraph(html: string): string {
  return `<p>${html}</p>`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
