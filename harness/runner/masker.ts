import { isBlank, trim } from './dotnet.js';
import { valueEncoders } from './value-encoders.js';

/** The secrets of one job, each of which is masked from the moment when it is added. */
export interface Masker {
  /** Adds the data of one add-mask command. */
  add(data: string): void;
  /** Adds one value without its lines. */
  addValue(value: string): void;
  /** Replaces every run of secrets in a text with three asterisks. */
  mask(text: string): string;
  /** Lists every text that is masked: values, lines, encodings. */
  values(): string[];
}

interface Span {
  start: number;
  end: number;
}

/** The warning for an add-mask without content: ActionCommandManager.cs, AddMaskCommandExtension. */
export const EMPTY_MASK_WARNING = "Can't add secret mask for empty string in ##[add-mask] command.";

/** Whether the data of an add-mask command is masked: ActionCommandManager.cs, AddMaskCommandExtension. */
export const isMaskable = (data: string): boolean => !isBlank(data);

/** Lists what one add-mask command registers, the whole text and each line: ActionCommandManager.cs, AddMaskCommandExtension. */
export function maskedValues(data: string): string[] {
  if (!isMaskable(data)) return [];
  const lines = data.split(/[\r\n]/).map(trim);
  return [data, ...lines.filter((line) => line !== '')];
}

/** Creates a masker without secrets: SecretMasker.cs. */
export function createMasker(): Masker {
  const secrets = new Set<string>();
  const addValue = (value: string): void => {
    for (const form of [value, ...valueEncoders.map((encode) => encode(value))]) if (form !== '') secrets.add(form);
  };
  return {
    add: (data) => maskedValues(data).forEach(addValue),
    addValue,
    // All spans are found in the original text first, so that the order of the secrets does not matter.
    mask: (text) => replaceSpans(text, mergeSpans([...secrets].flatMap((secret) => spansOf(secret, text)))),
    values: () => [...secrets],
  };
}

// A secret can overlap itself: ValueSecret.cs advances by one character, not by the length of the secret.
function spansOf(secret: string, text: string): Span[] {
  const spans: Span[] = [];
  for (let start = text.indexOf(secret); start >= 0; start = text.indexOf(secret, start + 1)) {
    spans.push({ start, end: start + secret.length });
  }
  return spans;
}

function mergeSpans(spans: Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    // <=, not <: adjacent spans are one span.
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}

function replaceSpans(text: string, spans: Span[]): string {
  const starts = [0, ...spans.map((span) => span.end)];
  const ends = [...spans.map((span) => span.start), text.length];
  return starts.map((start, index) => text.slice(start, ends[index])).join('***');
}
