import type { Given } from './exposure-cases.js';

/** Returns a value as text: a string unchanged, anything else as JSON. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

function objectIn(value: unknown): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = typeof value === 'string' ? JSON.parse(value) : value;
    const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    return isObject && Object.keys(parsed).length > 0 ? { ...parsed } : undefined;
  } catch {
    return undefined;
  }
}

const asName = (text: string) => text.replace(/[^A-Za-z0-9_]/g, '_').toUpperCase();

type Texts = readonly (readonly [name: string, text: string])[];

/** Returns every field of an object with its path. */
function fieldsOf(value: unknown, path: readonly string[] = []): (readonly [path: readonly string[], text: string])[] {
  return Object.entries(objectIn(value) ?? {}).flatMap(([field, member]) => {
    const below = typeof member === 'string' ? undefined : objectIn(member);
    const full = [...path, field];
    return below === undefined ? [[full, member === null ? '' : textOf(member)] as const] : fieldsOf(below, full);
  });
}

/** What a step must export, written from the contract and not from the code. */
export interface Intended {
  readonly variables: Texts;
  readonly outputs: Texts;
  /** Those outputs that are in the output `secrets`. */
  readonly plain: Texts;
  /** The names of the variables and outputs that contain the path of a file; here they have the content of the file. */
  readonly files: readonly string[];
  /** Whether the step must or may reject one of them. */
  readonly mayFail: boolean;
}

/** Computes what a step must export for these lines. */
export function intended(secrets: readonly Given[]): Intended {
  const lines = secrets.map((given) => {
    const { selector, field, allFields, target, sink } = given.request;
    const text = field === undefined ? selector : `${selector}.${field}`;
    const value = 'meant' in given ? given.meant : given.value;
    const values = allFields ? fieldsOf(value) : [[[], textOf(value)] as const];
    const named = values.map(([path, content]) => {
      const ofTarget = target?.replace('*', path.map(asName).join('_'));
      const variable = ofTarget ?? [asName(text).replace(/^(?=[0-9])/, '_'), ...path.map(asName)].join('_');
      const output = ofTarget ?? [text, ...path].map((part) => part.replace(/[^A-Za-z0-9_-]/g, '-')).join('-');
      return { variable, output, content };
    });
    return {
      variables: named.map(({ variable, content }) => [variable, content] as const),
      files: sink === 'file' ? named.map(({ variable }) => variable) : [],
      outputs: named.map(({ output, content }) => [output, content] as const),
      isOwnName: target === undefined || values.some(([path]) => path.some((part) => !/[A-Za-z0-9]/.test(part))),
      isPlain: sink === undefined,
    };
  });
  const variables = lines.flatMap((line) => line.variables);
  const files = lines.flatMap((line) => line.files);
  const outputs = lines.flatMap((line) => line.outputs);
  const names = variables.map(([name]) => name.toUpperCase());
  return {
    variables,
    files,
    outputs,
    plain: lines.filter(({ isPlain }) => isPlain).flatMap((line) => line.outputs),
    mayFail:
      lines.some(({ isOwnName }) => isOwnName) ||
      new Set(names).size < names.length ||
      [...variables, ...secrets.map(({ value }) => ['', textOf(value)] as const)].some(([, text]) =>
        /\0|\\u0000|\*{8}/.test(text),
      ),
  };
}

/** Returns every text of four or more characters that must be masked: values, selected values, fields and items. */
export function secretTexts(secrets: readonly Given[]): string[] {
  const all = secrets.flatMap(({ value, request, ...given }) => {
    // Only the fields of an object after `.*` are exported, not the object as a whole.
    return [value, ...('meant' in given && !request.allFields ? [given.meant] : [])];
  });
  return [...new Set(all.flatMap((value) => [textOf(value), ...leavesOf(value)]))].filter(
    (text) => [...text].length > 3 && !isSyntax(text),
  );
}

/** Returns the texts in a value: lists as a whole and single values; a nested object as a whole is not a secret. */
function leavesOf(value: unknown): string[] {
  const object = objectIn(value);
  const items = Array.isArray(value) ? value : Object.values(object ?? {});
  const itself = object === undefined || typeof value === 'string' ? [textOf(value)] : [];
  return [...itself, ...items.flatMap(leavesOf)];
}

/** Returns the names of Secrets and fields as a log may show them, except names that are also a secret. */
export function namesIn(secrets: readonly Given[]): string[] {
  const texts = secretTexts(secrets);
  return secrets.flatMap(({ name, value, request: { field } }) => [
    ...(texts.includes(name) ? [] : [`"${name}": the`, `"${name}.${field}": the`]),
    ...pathsIn(value).map((path) => `"${path.join('.')}": the`),
  ]);
}

function pathsIn(value: unknown): string[][] {
  return Object.entries(objectIn(value) ?? {}).flatMap(([name, member]) => [
    [name],
    ...pathsIn(member).map((path) => [name, ...path]),
  ]);
}

/** Whether a text consists of blanks, punctuation and keywords of JSON: masking it would make every log unreadable. */
export const isSyntax = (text: string) => text.replace(/\b(?:true|false|null)\b|[{}[\],:\s\u0085]/g, '') === '';
