import { readValue, type SecretValue } from '../formats/value.js';
import { leavesOf } from '../json.js';
import { userPasswords } from '../masking/masks.js';
import type { Ports } from '../ports.js';

/** Masks everything in a value but its plain fields; what consists of both is masked whole. */
export function maskValue(value: SecretValue, plain: readonly string[], ports: Ports): void {
  const fields = value.fields ?? [];
  const secret = fields.filter(({ path }) => !plain.includes(path.join('.'))).map(({ text }) => text);
  ports.mask([value.text, ...secret, ...userPasswords(fields)], openTexts(value, plain));
}

/** The texts of the plain fields, also of those in JSON in a text. */
export function openTexts({ fields = [] }: SecretValue, plain: readonly string[]): string[] {
  return fields.flatMap(({ path, text }) => {
    const name = path.join('.');
    return plain.includes(name) ? [text, ...leavesOf(text)] : openTexts(readValue(text), below(name, plain));
  });
}

export function isIn(field: string | undefined, plain: readonly string[]): boolean {
  return field !== undefined && plain.includes(field);
}

/** The paths in a whole value as they are in one field of it. */
export function below(field: string | undefined, paths: readonly string[]): readonly string[] {
  const start = `${field}.`;
  return field === undefined
    ? paths
    : paths.filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
}

/** The plain field that a field of a result is in: itself, or the one that its line asks for; undefined for none. */
export function openPath(
  field: string | undefined,
  path: readonly string[],
  plain: readonly string[],
): string | undefined {
  const whole = [...(field === undefined ? [] : [field]), ...path].join('.');
  return [whole, field].find((name) => name !== undefined && plain.includes(name));
}
