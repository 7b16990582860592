import { readValue, type SecretValue } from '../formats/value.js';
import { leavesOf } from '../json.js';
import { isShort, userPasswords } from '../masking/masks.js';
import type { Ports } from '../ports.js';

/** A value, and the field of its Secret that it comes from; undefined for the whole Secret. */
interface Source<Value> {
  readonly field: string | undefined;
  readonly value: Value;
}

/** One field of a value, or the value itself with an empty path. */
interface ValuePart {
  /** Its name from the top of the Secret, as `plain_fields` writes it; undefined for the whole Secret. */
  readonly name: string | undefined;
  readonly path: readonly string[];
  /** Undefined for bytes that are not text. */
  readonly text: string | undefined;
  /** The entry of `plain_fields` that leaves it unmasked. */
  readonly plainBy: string | undefined;
}

/** Lists the fields of a value, or the value itself, and which of them `plain_fields` leaves unmasked. */
export function valueParts(
  { field, value }: Source<SecretValue | undefined>,
  plain: readonly string[],
): readonly ValuePart[] {
  const fields = value?.fields ?? [{ path: [], text: value?.text }];
  return fields.map(({ path, text }) => {
    const name = nameIn(field, path);
    const plainBy = [name, field].find((one) => one !== undefined && plain.includes(one));
    return { name, path, text, plainBy };
  });
}

/** Lists the same parts; in place of a masked field that is JSON, the fields in it, since `plain_fields` can name these. */
export function innermostParts(
  source: Source<SecretValue | undefined>,
  plain: readonly string[],
): readonly ValuePart[] {
  return valueParts(source, plain).flatMap((part) =>
    part.path.length === 0 || part.text === undefined || part.plainBy !== undefined
      ? part
      : innermostParts({ field: part.name, value: readValue(part.text) }, plain),
  );
}

/** With more fields, a document could need more masks than one value may have. */
const MANY_FIELDS = 100;

/** Masks everything in a value except its plain fields; a text that contains both is masked as a whole. */
export function maskValue({ field, value }: Source<SecretValue>, plain: readonly string[], ports: Ports): void {
  if (isPlain(field, plain)) {
    return;
  }
  const { fields = [] } = value;
  const open = plainTexts({ field, value }, plain);
  // The masks of the whole text cover its leaves. As texts of their own, a thousand fields would have ten thousand masks.
  const leaves = fields.length > MANY_FIELDS ? leavesOf(value.text) : [];
  const covered = new Set(leaves.filter((leaf) => !isShort(leaf) && !open.includes(leaf)));
  const masked = valueParts({ field, value }, plain).flatMap(({ text, plainBy }) =>
    text === undefined || plainBy !== undefined || covered.has(text) ? [] : text,
  );
  ports.mask([...new Set([value.text, ...masked, ...userPasswords(fields)])], open);
}

/** Lists the texts of the plain fields in a value, also of those in JSON in a text. */
export function plainTexts({ field, value }: Source<SecretValue>, plain: readonly string[]): readonly string[] {
  if (isPlain(field, plain)) {
    return [value.text, ...leavesOf(value.text)];
  }
  const fields = value.fields ?? [];
  return fields.flatMap(({ path, text }) => plainTexts({ field: nameIn(field, path), value: readValue(text) }, plain));
}

/** Tells whether a field as a whole is a plain field. */
export function isPlain(field: string | undefined, plain: readonly string[]): boolean {
  return field !== undefined && plain.includes(field);
}

/** Returns the name of a field from the top of its Secret, as `plain_fields` writes it. */
function nameIn(field: string | undefined, path: readonly string[]): string | undefined {
  const names = field === undefined ? path : [field, ...path];
  return names.length === 0 ? undefined : names.join('.');
}
