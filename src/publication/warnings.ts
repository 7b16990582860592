import { takesOver } from '../language/steering-variables.js';
import { hasOpenParts, hasShortMask, isMaskable } from '../masking/masks.js';
import { valueParts } from '../secrets/plain-fields.js';
import type { Result } from '../secrets/result.js';
import type { Settings } from '../settings/settings.js';
import { quote } from '../untrusted-text.js';

const DAY = 24 * 60 * 60 * 1000;

/** A warning for each variable of the author's choice that steers later steps. */
export function nameWarnings({ secretRequests, exportEnv, tokenVariable }: Settings): string[] {
  const targets = exportEnv ? secretRequests.flatMap(({ target }) => target ?? []) : [];
  return [...(tokenVariable === undefined ? [] : [tokenVariable]), ...targets]
    .filter(takesOver)
    .map((name) => `The variable ${name} steers the programs of later steps: is this what you want?`);
}

/** Lists the entries of `plain_fields` that apply to a result. */
export function plainFieldsOf({ match: { field }, value }: Result, plain: readonly string[]): string[] {
  return valueParts({ field, value }, plain).flatMap(({ plainBy }) => plainBy ?? []);
}

/** Whether the log may show a result although it must not. */
export function cannotBeMasked({ match: { field }, value }: Result, plain: readonly string[]): boolean {
  return valueParts({ field, value }, plain).some(
    ({ path, text, plainBy }) => path.length === 0 && text !== undefined && plainBy === undefined && !isMaskable(text),
  );
}

/** A warning for each value that no mask can hide, or whose mask hides other text. */
export function maskWarnings(results: readonly Result[], plain: readonly string[]): string[] {
  const warnings = results.flatMap((result) => {
    const { match, value, who } = result;
    if (cannotBeMasked(result, plain)) {
      return [`${who} is empty, blank or a mere word of JSON: it cannot be masked.`];
    }
    return valueParts({ field: match.field, value }, plain).flatMap(({ path, text, plainBy }) =>
      text === undefined || plainBy !== undefined || !isMaskable(text)
        ? []
        : shortMaskWarnings(text, path.length === 0 ? who : `Field ${quote(path.join('.'))} of ${who}`),
    );
  });
  return [...new Set(warnings)];
}

function shortMaskWarnings(text: string, who: string): string[] {
  if (hasShortMask(text)) {
    return [
      `${who} is, or consists of lines, shorter than four characters: its mask hides them everywhere in the log.`,
    ];
  }
  return hasOpenParts(text) ? [`${who} has lines or items shorter than four characters: these are not masked.`] : [];
}

/** A notice for each of `plain_fields` that no Secret has, since a misspelt one changes nothing. */
export function plainNotices(results: readonly Result[], plain: readonly string[]): string[] {
  const found = results.flatMap((result) => plainFieldsOf(result, plain));
  return plain
    .filter((path) => !found.includes(path))
    .map((path) => `\`plain_fields\` names ${quote(path)}, which is no field of these Secrets.`);
}

/** Counts whole days since a Secret was changed; undefined if the server returned no time, or one in the future. */
export function ageInDays(updatedAt: Date | undefined, now: Date): number | undefined {
  const days = updatedAt === undefined ? Number.NaN : Math.floor((now.getTime() - updatedAt.getTime()) / DAY);
  return days >= -1 ? Math.max(0, days) : undefined;
}

/** Whether a Secret is unchanged for longer than the workflow allows. */
export function isTooOld({ updatedAt }: Result, { rotateAfterDays }: Settings, now: Date): boolean {
  return rotateAfterDays > 0 && (ageInDays(updatedAt, now) ?? 0) > rotateAfterDays;
}

/** One warning for all Secrets that should have been changed by now, since the runner keeps ten of a step. */
export function rotationWarnings(results: readonly Result[], settings: Settings, now: Date): string[] {
  const old = results
    .filter((result) => isTooOld(result, settings, now))
    .map((result) => `${quotedName(result)} (${ageInDays(result.updatedAt, now)} days)`);
  const names = [...new Set(old)];
  const limit = `more than ${settings.rotateAfterDays} day${settings.rotateAfterDays === 1 ? '' : 's'}`;
  return names.length === 0 ? [] : [`To rotate, since they were not changed for ${limit}: ${names.join(', ')}.`];
}

/** A notice about Secrets whose age nobody tells, where the workflow wants to know it. */
export function ageNotices(results: readonly Result[], { rotateAfterDays }: Settings, now: Date): string[] {
  const unknown = results.filter(({ updatedAt }) => ageInDays(updatedAt, now) === undefined).map(quotedName);
  const names = [...new Set(unknown)];
  return rotateAfterDays === 0 || names.length === 0
    ? []
    : [`\`rotate_after_days\`: the server does not say when these were changed: ${names.join(', ')}.`];
}

function quotedName({ match }: Result): string {
  return quote(match.entry?.name ?? match.key);
}
