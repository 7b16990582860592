import { ActionError } from '../errors.js';
import { pathName } from '../formats/value.js';
import { nameOfRequest, variableName } from '../language/names.js';
import { writeSelector } from '../language/notation-parts.js';
import { parseSecretRequests, type SecretRequest } from '../language/request.js';
import { claimNames, type TakenNames } from '../language/taken-names.js';
import type { Result } from '../secrets/result.js';
import { oneLine, quote } from '../untrusted-text.js';
import { ageInDays } from './warnings.js';

/** The most Secrets that are listed. */
const MOST_LISTED = 200;

/** The most characters of a text that a line shows unchanged. */
const TEXT_LIMIT = 120;

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
  const rows = lines.map(({ result, request }) => rowOf(result, request, context.now));
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
  readonly selector: string;
  readonly request: SecretRequest;
}

/** The shortest line that selects a Secret and whose names are free; their claims count for the next lines. */
function lineFor(result: Result, all: readonly Result[], { taken, isMasked }: ListingContext): ListedLine {
  const { entry, key } = result.match;
  const name = entry?.name ?? key;
  const isUnique = all.filter(({ match }) => match.entry?.name === name).length === 1;
  const isHandle = all.some(({ match }) => match.key === name || match.entry?.id === name);
  const isShown = oneLine(name) === name && name.length <= TEXT_LIMIT && !isMasked(name);
  const isById = entry !== undefined && !(isUnique && isShown);
  const selector = isById ? entry.id : isHandle ? JSON.stringify(name) : writeSelector(name);
  const variable = isMasked(name) ? 'NAME' : variableName(name.slice(0, TEXT_LIMIT));
  const targets = [isById ? ` | ${variable}` : '', ` | SECRET_${variable}`];
  for (let number = 2; ; number += 1) {
    for (const target of targets) {
      const request = requestFor(`${selector}${target}`);
      if (claimFree(request, taken)) {
        return { result, text: `${selector}${target}`, selector, request };
      }
    }
    targets.splice(0, 2, ` | SECRET_${variable}_${number}`);
  }
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

function rowOf({ match: { entry, key }, value, updatedAt }: Result, request: SecretRequest, now: Date): string[] {
  const days = ageInDays(updatedAt, now);
  const type = /^secret\/([^/]+)/.exec(entry?.type ?? key)?.[1] ?? 'unknown';
  return [
    quote(entry?.name ?? key),
    oneLine(type),
    fieldsIn(value) || '-',
    days === undefined ? 'unknown' : `${days} day${days === 1 ? '' : 's'} ago`,
    nameOfRequest(request).variable,
  ];
}

/** The fields of a value, cut and on one line. */
function fieldsIn(value: Result['value']): string {
  const names = (value?.fields ?? []).map((field) => oneLine(pathName(field))).join(', ');
  return names.length > TEXT_LIMIT ? `${names.slice(0, TEXT_LIMIT).toWellFormed()}…` : names;
}

function fieldsComment(selector: string, { value }: Result, { isMasked }: ListingContext): string {
  const fields = fieldsIn(value);
  return fields === '' || isMasked(fields) ? '' : ` # ${selector}.*: ${fields}`;
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
