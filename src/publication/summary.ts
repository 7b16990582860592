import type { Masker } from '../masking/masker.js';
import type { Session } from '../session/session.js';
import type { Settings } from '../settings/settings.js';
import { reveal } from '../untrusted-text.js';
import { escapeHtml, firstPieces, type Name, nameAsCode, pathAsCode, stepId } from './html.js';
import type { Publication } from './publication.js';
import { formatTable, rowOf, type SummaryRow } from './summary-rows.js';
import { absentSentence, loginSentence, unusedSentence } from './summary-sentences.js';
import { usageOf } from './usage.js';
import { isTooOld } from './warnings.js';

/** A run that has everything and has exported nothing yet. */
export interface Run {
  readonly session: Session;
  readonly settings: Settings;
  readonly publication: Publication;
  /** The step as the runner names it: its ID, or a name that begins with two underscores. */
  readonly stepName?: string | undefined;
}

/** The runner uploads no summary larger than 1 MiB (FileCommandManager.cs); this stays below. */
const BYTES = 1_000_000;

/** The most items of a list outside the table. */
const LIST_LIMIT = 100;

/** The most names in a warning, so that it can be read at a glance. */
const WARNING_LIMIT = 5;

/**
 * Writes the job summary of a run: headline, what needs attention, one table, and folded details. Returns an empty text
 * if the workflow wants no summary.
 *
 * It is one block of HTML without a blank line. GFM parses nothing in such a block (section 4.6), so no name can be
 * Markdown, nor can the `***` of the masker; in a table of Markdown `a@b.c` becomes a link even as entities in `<code>`.
 * Characters are escaped as in XML, since the runner masks that form of a secret.
 */
export function summarize(run: Run, masker: Masker): string {
  return run.settings.summary ? formatSummary(run, masker) : '';
}

function formatSummary(run: Run, masker: Masker): string {
  const { session, settings, publication } = run;
  const { deliveries, now } = publication.planned;
  const id = stepId(run.stepName);
  const name = once((text) => nameAsCode(text, masker.redact));
  const line: Name = (text) => pathAsCode(text, masker.redact);
  const rows = deliveries.map((delivery) => rowOf(delivery, { settings, now, name, isMasked: masker.isMasked }));
  const before = [
    `<h3>${headline(run)}${id === undefined ? '' : ` (step ${name(id)})`}</h3>`,
    ...[
      loginSentence(session, settings, masker),
      ...absentSentence(session, settings, name),
      ...warnings(rows, run, name),
    ].map(paragraph),
  ];
  const usages = settings.plan ? [] : usageOf({ ...session, settings, publication }, run.stepName, line);
  const after = [
    ...block(publication, masker),
    ...(usages.length === 0 ? [] : [paragraph('<b>In a later step</b> (variables as in bash)'), ...list(usages)]),
    ...unusedSentence(session, settings).map(paragraph),
    ...details(run, masker, name),
  ];
  const rest = [...before, ...after].join('\n');
  const table = formatTable(rows, settings.plan, BYTES - Buffer.byteLength(rest));
  return `${[...before, ...table, ...after].join('\n')}\n`;
}

function headline({ session, settings }: Run): string {
  const title = escapeHtml(settings.platform.title);
  const secrets = new Set(session.fetched.results.map(({ match }) => match.key)).size;
  if (settings.plan) {
    return `Plan only: ${secrets === 0 ? title : `${count(secrets, 'Secret')} from ${title}`} checked, nothing exported`;
  }
  if (secrets > 0) {
    return `${count(secrets, 'Secret')} from ${title} ${secrets === 1 ? 'is' : 'are'} ready for the next steps`;
  }
  return session.login.token === undefined
    ? `Connected to ${title}; no Secrets were requested`
    : `The token of ${title} is ready for the next steps`;
}

/** Lists the Secrets that require an action of the user, also those that a plan only lists. */
function warnings(rows: readonly SummaryRow[], { session, settings, publication }: Run, name: Name): string[] {
  const old = session.fetched.results.filter((result) => isTooOld(result, settings, publication.planned.now));
  const names = new Set(old.map(({ match: { entry, key } }) => entry?.name ?? key));
  const readable = new Set(rows.flatMap((row) => (row.unmaskable ? row.name : [])));
  const few = { most: WARNING_LIMIT, name };
  return [
    ...listing(`⚠️ To rotate, unchanged for more than ${count(settings.rotateAfterDays, 'day')}`, names, few),
    ...listing('⚠️ Cannot be masked, so the log may show it', readable, few),
  ];
}

/** Writes the lines of a listing, to copy into `secrets`. */
function block({ planned: { listing } }: Publication, { redact }: Masker): string[] {
  return listing === undefined
    ? []
    : [
        paragraph('Copy the lines that you need into <code>secrets</code>:'),
        `<pre>${listing.block.map((line) => escapeHtml(reveal(line, redact))).join('\n')}</pre>`,
      ];
}

/** Writes the folded details, which only some readers need. */
function details({ session: { timing }, settings: { owner }, publication }: Run, masker: Masker, name: Name): string[] {
  const { folder } = publication;
  // A path leads nowhere on the machine of another job, and an empty output counts as absent.
  const outputs = publication.planned.outputs.filter(([, value]) => value !== '' && !value.startsWith(folder));
  const hidden = new Set(outputs.filter(([, value]) => masker.isMasked(value)).map(([output]) => output));
  const open = outputs.flatMap(([output]) => (hidden.has(output) ? [] : [output]));
  const why = 'since the runner drops a job output that contains a masked text';
  const items = list([
    ...(owner === undefined ? [] : [`Secrets of the ${owner.kind} ${pathAsCode(owner.id, masker.redact)}`]),
    ...listing('Outputs that other jobs can use', open, { most: LIST_LIMIT, name }),
    ...listing(`Outputs for this job only, ${why}`, hidden, { most: LIST_LIMIT, name }),
    ...publication.files.slice(0, 1).map(() => `Deleted when the job ends: ${pathAsCode(folder, masker.redact)}`),
    `${count(timing.requests, 'request')} in ${Math.round(timing.milliseconds)} ms`,
  ]);
  return ['<details>', '<summary>Details</summary>', ...items, '</details>'];
}

function list(items: readonly string[]): string[] {
  return ['<ul>', ...items.map((item) => `<li>${item}</li>`), '</ul>'];
}

/** Writes a list of names after its label, or nothing if the list is empty. */
function listing(label: string, names: Iterable<string>, { most, name }: { most: number; name: Name }): string[] {
  const all = [...names];
  const list = firstPieces(all.slice(0, most).map(name), most, all.length).join(', ');
  return list === '' ? [] : [`${label}: ${list}`];
}

/** Shows each text once: many rows have the same type, and a name is in several places. */
function once(show: Name): Name {
  const shown = new Map<string, string>();
  return (text) => {
    const html = shown.get(text) ?? show(text);
    shown.set(text, html);
    return html;
  };
}

function paragraph(html: string): string {
  return `<p>${html}</p>`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
