import { ActionError } from '../errors.js';
import { pathName } from '../formats/value.js';
import { nameOfRequest, variableName } from '../language/names.js';
import { writeSelector } from '../language/notation-parts.js';
import { parseSecretRequests, type SecretRequest } from '../language/request.js';
import { claimNames, type TakenNames } from '../language/taken-names.js';
import type { Result } from '../secrets/result.js';
import { isOneLine, quote, untrusted } from '../untrusted-text.js';
import { ageInDays } from './warnings.js';

/** The most Secrets that are listed. */
const MOST_LISTED = 200;

/** The most characters of a text that a line shows unchanged. */
const TEXT_LIMIT = 120;

/** An ID that a line can contain as it is: an ID is also text of the server, and could be a workflow command. */
const PLAIN_ID = /^[A-Za-z0-9_-]+$/;

/** What a plan shows for the line `*`: what is there, and what to write. */
export interface Listing {
  /** One line for each Secret: name, type, fields, age and variable. */
  readonly table: readonly string[];
  /** Lines for the input `secrets`, one for each Secret; each is valid as it is. */
  readonly block: readonly string[];
}

/** What a listing depends on. */
export interface ListingContext {
  readonly now: Date;
  /** The names that other lines use. */
  readonly taken: TakenNames;
  /** Whether a mask covers a text, which the log could then not show. */
  readonly isMasked: (text: string) => boolean;
}

/** Lists Secrets. Their names are untrusted: those that a log could not show unchanged are selected by their ID. */
export function listSecrets(results: readonly Result[], context: ListingContext): Listing {
  const lines = results.slice(0, MOST_LISTED).map((result) => lineFor(result, results, context));
  const rows = lines.map(({ result, variable }) => rowOf(result, variable, context.now));
  const omitted = results.length - lines.length;
  const more = omitted <= 0 ? [] : [`… and ${omitted} more Secrets.`];
  return {
    table: [...aligned([['Secret', 'Type', 'Fields', 'Changed', 'Variable'], ...rows]), ...more],
    block: [
      ...lines.map(({ text, selector, result }) => `${text}${fieldsComment(selector, result, context)}`),
      ...more.map((line) => `# ${line}`),
    ],
  };
}

interface ListedLine {
  readonly result: Result;
  readonly text: string;
  /** Undefined if nothing selects the Secret in a line that a log can show. */
  readonly selector: string | undefined;
  readonly variable: string;
}

/** The shortest line that selects a Secret and whose names are free; their claims count for the next lines. */
function lineFor(result: Result, all: readonly Result[], context: ListingContext): ListedLine {
  const { entry, key } = result.match;
  const name = entry?.name ?? key;
  const selector = selectorFor(result, all, context);
  if (selector === undefined) {
    return { result, text: '# a Secret whose name and ID cannot be shown', selector, variable: '-' };
  }
  const base = context.isMasked(name) ? 'NAME' : variableName(name.slice(0, TEXT_LIMIT));
  const targets = [selector === entry?.id ? ` | ${base}` : '', ` | SECRET_${base}`];
  for (let number = 2; ; number += 1) {
    for (const target of targets) {
      const request = requestFor(`${selector}${target}`);
      if (claimFree(request, context.taken)) {
        return { result, text: `${selector}${target}`, selector, variable: nameOfRequest(request).variable };
      }
    }
    targets.splice(0, 2, ` | SECRET_${base}_${number}`);
  }
}

/** Selects a Secret by its name, or else by its ID; undefined if a line cannot contain either of them. */
function selectorFor({ match }: Result, all: readonly Result[], { isMasked }: ListingContext): string | undefined {
  const { entry, key } = match;
  const name = entry?.name ?? key;
  const isUnique = all.filter((other) => other.match.entry?.name === name).length === 1;
  const isShown = isOneLine(name) && name.length <= TEXT_LIMIT && !isMasked(name);
  if (entry !== undefined && !(isUnique && isShown)) {
    return PLAIN_ID.test(entry.id) ? entry.id : undefined;
  }
  const isHandle = all.some((other) => other.match.key === name || other.match.entry?.id === name);
  return isHandle ? JSON.stringify(name) : writeSelector(name);
}

function requestFor(line: string): SecretRequest {
  const [request] = parseSecretRequests(line);
  if (request === undefined) {
    throw new Error('a line of a listing is not a request');
  }
  return request;
}

/** Claims the names of a line if they are free. No name of a listing is chosen by the workflow's author. */
function claimFree(request: SecretRequest, taken: TakenNames): boolean {
  const claims = { sink: undefined, name: { ...nameOfRequest(request), chosen: false }, parts: [] };
  try {
    // A claim that fails must not leave one of two names.
    claimNames({ ...taken, by: new Map(taken.by) }, claims);
    claimNames(taken, claims);
    return true;
  } catch (error) {
    if (error instanceof ActionError) {
      return false;
    }
    throw error;
  }
}

function rowOf({ match: { entry, key }, value, updatedAt }: Result, variable: string, now: Date): string[] {
  const days = ageInDays(updatedAt, now);
  const type = /^secret\/([^/]+)/.exec(entry?.type ?? key)?.[1] ?? 'unknown';
  return [
    quote(entry?.name ?? key),
    untrusted(type),
    fieldsIn(value) || '-',
    days === undefined ? 'unknown' : `${days} day${days === 1 ? '' : 's'} ago`,
    variable,
  ];
}

function fieldsIn(value: Result['value']): string {
  return untrusted((value?.fields ?? []).map(pathName).join(', '));
}

function fieldsComment(selector: string | undefined, { value }: Result, { isMasked }: ListingContext): string {
  const fields = fieldsIn(value);
  return selector === undefined || fields === '' || isMasked(fields) ? '' : ` # ${selector}.*: ${fields}`;
}

/** Pads the cells of each column to one width. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
