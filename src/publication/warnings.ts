import { serverNames } from '../language/stars.js';
import { takesOver } from '../language/steering-variables.js';
import { hasOpenParts, hasShortMask, isMaskable, rankedMasks } from '../masking/masks.js';
import { isPublicPem } from '../masking/pem.js';
import { isPlain, plainTexts, valueParts } from '../secrets/plain-fields.js';
import type { Result } from '../secrets/result.js';
import type { Settings } from '../settings/settings.js';
import { quote } from '../untrusted-text.js';

const DAY = 24 * 60 * 60 * 1000;

/** Warns about variables that change how later steps run, and about lines whose names the server decides. */
export function nameWarnings(settings: Settings): string[] {
  const { secretRequests, exportEnv, tokenVariable } = settings;
  const targets = exportEnv ? secretRequests.flatMap(({ target }) => target ?? []) : [];
  const names = [...(tokenVariable === undefined ? [] : [tokenVariable]), ...targets];
  const accepted = secretRequests.filter((request) => serverNames(request, settings) === 'accepted');
  return [
    ...names
      .filter((name) => !name.endsWith('*') && takesOver(name))
      .map((name) => `The variable ${name} changes how later steps run. Use another name unless this is intended.`),
    ...accepted.map(
      ({ line }) =>
        `\`secrets\`, line ${line}: the server decides the names of these variables. A person who can rename a Secret or add a field can set other variables of later steps.`,
    ),
  ];
}

/** Tells whether a result is a field of `.*` without content: an empty text, object or list, which is not a secret. */
export function isEmptyField({ match, value }: Pick<Result, 'match' | 'value'>): boolean {
  return match.request.allFields && /^(?:|\{\}|\[\])$/.test(value?.text ?? 'bytes');
}

/** Tells whether the log may show a result although it must not. */
export function cannotBeMasked(result: Result, plain: readonly string[]): boolean {
  const { field, value } = result;
  return (
    !isEmptyField(result) &&
    valueParts({ field, value }, plain).some(
      ({ path, text, plainBy }) =>
        path.length === 0 && text !== undefined && plainBy === undefined && !isMaskable(text),
    )
  );
}

/** No value with fewer characters needs more masks than one value may have. */
const LONGEST_UNCUT = 500;

/** Warns about each value that no mask can hide, whose mask also hides other text, or that needs too many masks. */
export function maskWarnings(results: readonly Result[], plain: readonly string[]): string[] {
  const warnings = results.flatMap((result) => {
    const { field, value, who } = result;
    if (cannotBeMasked(result, plain)) {
      return [`${who} is empty, blank or only JSON syntax (such as a boolean), so it cannot be masked.`];
    }
    const parts = valueParts({ field, value }, plain).flatMap(({ path, text, plainBy }) =>
      text === undefined || plainBy !== undefined || !isMaskable(text) || isPublicPem(text)
        ? []
        : shortMaskWarnings(text, nameOfPart(result, path)),
    );
    const isLong = value !== undefined && value.text.length > LONGEST_UNCUT && !isPlain(field, plain);
    const isCut = isLong && rankedMasks(value.text, plainTexts({ field, value }, plain)).isCut;
    return [
      ...parts,
      ...(isCut ? [`${who} needs more than 5,000 masks. Some of its encoded forms or lines are not masked.`] : []),
    ];
  });
  return [...new Set(warnings)];
}

/** Names a field of a result, or the result itself. */
export function nameOfPart({ who }: Result, path: readonly string[]): string {
  return path.length === 0 ? who : `Field ${quote(path.join('.'))} of ${who}`;
}

function shortMaskWarnings(text: string, who: string): string[] {
  if (hasShortMask(text)) {
    return [`${who} has fewer than four characters, or only such lines. Its mask hides them everywhere in the log.`];
  }
  return hasOpenParts(text)
    ? [`${who} contains lines or items of fewer than four characters, which are not masked.`]
    : [];
}

/** Counts whole days since a Secret was changed; undefined if the server returned no time, or one in the future. */
export function ageInDays(updatedAt: Date | undefined, now: Date): number | undefined {
  const days = updatedAt === undefined ? Number.NaN : Math.floor((now.getTime() - updatedAt.getTime()) / DAY);
  return days >= -1 ? Math.max(0, days) : undefined;
}

/** Tells whether a Secret is unchanged for longer than `rotate_after_days`. */
export function isTooOld({ updatedAt }: Result, { rotateAfterDays }: Settings, now: Date): boolean {
  return rotateAfterDays > 0 && (ageInDays(updatedAt, now) ?? 0) > rotateAfterDays;
}

/** Writes one warning for all Secrets to rotate, since the runner keeps only ten warnings of a step. */
export function rotationWarnings(results: readonly Result[], settings: Settings, now: Date): string[] {
  const old = results
    .filter((result) => isTooOld(result, settings, now))
    .map((result) => `${quotedName(result)} (${ageInDays(result.updatedAt, now)} days)`);
  const names = [...new Set(old)];
  const limit = `more than ${settings.rotateAfterDays} day${settings.rotateAfterDays === 1 ? '' : 's'}`;
  return names.length === 0 ? [] : [`Rotate these Secrets, which are unchanged for ${limit}: ${names.join(', ')}.`];
}

/** Writes one notice about the Secrets whose age is unknown, if the workflow sets `rotate_after_days`. */
export function ageNotices(results: readonly Result[], { rotateAfterDays }: Settings, now: Date): string[] {
  const unknown = results.filter(({ updatedAt }) => ageInDays(updatedAt, now) === undefined).map(quotedName);
  const names = [...new Set(unknown)];
  return rotateAfterDays === 0 || names.length === 0
    ? []
    : [`\`rotate_after_days\`: the server did not return when these Secrets were changed: ${names.join(', ')}.`];
}

function quotedName({ match }: Result): string {
  return quote(match.entry?.name ?? match.key);
}
