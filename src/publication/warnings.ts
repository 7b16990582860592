import { takesOver } from '../language/steering-variables.js';
import { hasOpenParts, hasShortMask, isMaskable } from '../masking/masks.js';
import { openPath } from '../secrets/plain-fields.js';
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

/** A text of a result that no plain field holds, with the words for it. */
interface MaskedPart {
  readonly who: string;
  readonly text: string;
  readonly isField: boolean;
}

/** The parts of a result that are to be masked: its fields, or the whole of it. */
function maskedParts({ match, value, who }: Result, plain: readonly string[]): MaskedPart[] {
  const fields = value?.fields ?? (value === undefined ? [] : [{ path: [], text: value.text }]);
  return fields
    .filter(({ path }) => openPath(match.field, path, plain) === undefined)
    .map(({ path, text }) => ({
      who: path.length === 0 ? who : `Field ${quote(path.join('.'))} of ${who}`,
      text,
      isField: path.length > 0,
    }));
}

/** The paths of a result's fields that the workflow leaves unmasked. */
export function plainFieldsOf({ match, value }: Result, plain: readonly string[]): string[] {
  const fields = value?.fields ?? [{ path: [] }];
  return fields.flatMap(({ path }) => openPath(match.field, path, plain) ?? []);
}

/** Whether the log may show a result, though it should not. */
export function cannotBeMasked(result: Result, plain: readonly string[]): boolean {
  return maskedParts(result, plain).some(({ text, isField }) => !isField && !isMaskable(text));
}

/** A warning for each value that no mask can hide, or whose mask hides more than it. */
export function maskWarnings(results: readonly Result[], plain: readonly string[]): string[] {
  const warnings = results.flatMap((result) =>
    maskedParts(result, plain).flatMap(({ who, text, isField }) => {
      if (!isMaskable(text)) {
        return isField ? [] : [`${who} is empty, blank or a mere word of JSON: it cannot be masked.`];
      }
      if (hasShortMask(text)) {
        return [
          `${who} is, or consists of lines, shorter than four characters: its mask hides them everywhere in the log.`,
        ];
      }
      return hasOpenParts(text)
        ? [`${who} has lines or items shorter than four characters: these are not masked.`]
        : [];
    }),
  );
  return [...new Set(warnings)];
}

/** A notice for each of `plain_fields` that no Secret has, since a misspelt one changes nothing. */
export function plainNotices(results: readonly Result[], plain: readonly string[]): string[] {
  const found = results.flatMap((result) => plainFieldsOf(result, plain));
  return plain
    .filter((path) => !found.includes(path))
    .map((path) => `\`plain_fields\` names ${quote(path)}, which is no field of these Secrets.`);
}

/** Whole days since a Secret was changed; undefined where the server tells no time that can be one. */
function ageInDays(updatedAt: Date | undefined, now: Date): number | undefined {
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
