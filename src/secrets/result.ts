import { ActionError } from '../errors.js';
import { type AwsConnection, awsVariables } from '../formats/aws.js';
import { registrySecrets } from '../formats/docker-config.js';
import { type Registry, readRegistries } from '../formats/registry.js';
import { fieldNotFound, readValue, type SecretValue, selectField } from '../formats/value.js';
import type { ResultName } from '../language/names.js';
import type { Sink } from '../language/target.js';
import { formsOfBytes } from '../masking/forms.js';
import type { Ports } from '../ports.js';
import { quote } from '../untrusted-text.js';
import { decode, textIn } from './decode.js';
import { type Match, nameOfMatch } from './match.js';
import { below, isIn, maskValue, openTexts } from './plain-fields.js';

/** What one match came to: the value that its line asks for, ready to go somewhere. */
export interface Result extends Typed {
  readonly match: Match;
  readonly name: ResultName;
  /** The Secret, and the field if one was asked for, for messages. */
  readonly who: string;
  /** The value as text; undefined when it was decoded to bytes that are no text. */
  readonly value: SecretValue | undefined;
  /** The very bytes, for a file. */
  readonly bytes: Buffer;
  readonly updatedAt: Date | undefined;
}

/** A decrypted Secret together with one match that asks for it. */
export interface DecryptedMatch {
  readonly match: Match;
  readonly value: SecretValue;
  readonly updatedAt: Date | undefined;
}

/**
 * Takes the field of a value that a match asks for, decodes it, and masks what comes to light by that; undefined when the
 * field is optional and absent. Fields in `plain` stay unmasked.
 *
 * @throws ActionError field_not_found, value_unsupported
 */
export function resultOf(source: DecryptedMatch, plain: readonly string[], ports: Ports): Result | undefined {
  const { match, value, updatedAt } = source;
  const { entry, key, field, request } = match;
  const secret = `Secret ${quote(entry?.name ?? key)}`;
  const who = field === undefined ? secret : `Field ${quote(field)} of ${secret}`;
  const selected = field === undefined ? value : selectField(value, field);
  if (selected === undefined) {
    if (request.optional) {
      ports.log.notice(`\`secrets\`, line ${request.line}: ${who} does not exist; it is optional.`);
      return undefined;
    }
    throw fieldNotFound(value, field ?? '', secret);
  }
  const steps = decode(selected.text, request.decodings, who);
  const bytes = steps.at(-1) ?? Buffer.from(selected.text, 'utf8');
  const text = textIn(bytes);
  const decoded = steps.length === 0 ? selected : text === undefined ? undefined : readValue(text);
  const common = { match, name: nameOfMatch(match), who, value: decoded, bytes, updatedAt };
  maskDecoded({ field, steps, value: decoded }, plain, ports);
  const typed = typedOf(request.sink, common, { field, plain, ports });
  return { ...common, ...typed };
}

/** What a typed Secret holds, and masks what reading it brought to light. */
function typedOf(
  sink: Sink | undefined,
  result: Pick<Result, 'value' | 'who'>,
  { field, plain, ports }: { field: string | undefined; plain: readonly string[]; ports: Ports },
): Typed {
  if (sink !== 'docker' && sink !== 'aws') {
    return { registries: [], aws: undefined };
  }
  const value = textValue(result);
  const typed = readTyped(sink, value, result.who);
  const open = isIn(field, plain) ? [value.text] : openTexts(value, below(field, plain));
  ports.mask(derivedTexts(typed, open));
  return typed;
}

interface Decoded extends Pick<Result, 'value'> {
  readonly field: string | undefined;
  readonly steps: readonly Buffer[];
}

/** Masks what came to light on the way to a value, and the value but for its plain fields. */
function maskDecoded({ field, steps, value }: Decoded, plain: readonly string[], ports: Ports): void {
  if (isIn(field, plain)) {
    return;
  }
  if (value === undefined) {
    ports.mask(steps.flatMap(printable));
  } else {
    ports.mask(steps.slice(0, -1).flatMap(printable));
    maskValue(value, below(field, plain), ports);
  }
}

/** What a later step could print of bytes: their text, or the forms for what is none. */
function printable(bytes: Buffer): string[] {
  const text = textIn(bytes);
  return text === undefined ? formsOfBytes(bytes) : [text];
}

/**
 * The text of a result, which a variable, an output or a line of a file can hold.
 *
 * @throws ActionError value_unsupported
 */
export function textValue({ value, who }: Pick<Result, 'value' | 'who'>): SecretValue {
  if (value === undefined) {
    throw new ActionError(
      'value_unsupported',
      `${who} is no text (UTF-8) when it is decoded; only \`@file\` takes bytes`,
    );
  }
  if (value.text.includes('\0') || value.fields?.some(({ text }) => text.includes('\0')) === true) {
    const message = `${who} holds a NUL character, which no variable can; only \`@file\` takes it`;
    throw new ActionError('value_unsupported', message);
  }
  return value;
}

/** What the sinks of typed Secrets make of a value. */
export interface Typed {
  /** The logins in it, when its line asks for them. */
  readonly registries: readonly Registry[];
  /** The connection in it, when its line asks for one. */
  readonly aws: AwsConnection | undefined;
}

/** Reads what a sink of typed Secrets is for. @throws ActionError value_unsupported */
export function readTyped(sink: Sink | undefined, value: SecretValue, who: string): Typed {
  const aws = sink === 'aws' ? awsVariables(value, who) : undefined;
  return { aws, registries: sink === 'docker' ? readRegistries(value, who) : [] };
}

/**
 * The texts that reading a typed Secret made: logins in new forms, and addresses unless they come from one
 * of the plain texts.
 */
export function derivedTexts({ registries, aws }: Typed, plain: readonly string[]): string[] {
  const open = plain.map((text) => text.toLowerCase()).filter((text) => text !== '');
  const isOpen = (text: string) => open.some((one) => one.includes(text.toLowerCase()) || text.includes(one));
  const endpoints = (aws?.variables ?? []).filter(([name]) => name === 'AWS_ENDPOINT_URL_S3');
  const addresses = [...registries.map(({ server }) => server), ...endpoints.map(([, text]) => text)];
  return [...registries.flatMap(registrySecrets), ...addresses.filter((text) => !isOpen(text))];
}
