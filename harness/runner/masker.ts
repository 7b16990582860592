import { isBlank, trim } from './dotnet.js';
import { valueEncoders } from './value-encoders.js';

/** The secrets of one job: they count from the moment they are added. */
export interface Masker {
  /** Adds the data of one add-mask command. */
  add(data: string): void;
  /** Adds one value as it is, without its lines. */
  addValue(value: string): void;
  /** The text with every run of secrets replaced by three asterisks. */
  mask(text: string): string;
  /** Everything that is looked for: values, lines, encodings. */
  values(): string[];
}

interface Span {
  start: number;
  end: number;
}

/** The warning for an add-mask without content: ActionCommandManager.cs, AddMaskCommandExtension. */
export const EMPTY_MASK_WARNING = "Can't add secret mask for empty string in ##[add-mask] command.";

/** Whether the data of an add-mask command is masked at all: ActionCommandManager.cs, AddMaskCommandExtension. */
export const isMaskable = (data: string): boolean => !isBlank(data);

/** What one add-mask command registers, the whole and each line: ActionCommandManager.cs, AddMaskCommandExtension. */
export function maskedValues(data: string): string[] {
  if (!isMaskable(data)) return [];
  const lines = data.split(/[\r\n]/).map(trim);
  return [data, ...lines.filter((line) => line !== '')];
}

/** A masker with no secrets yet: SecretMasker.cs. */
export function createMasker(): Masker {
  const secrets = new Set<string>();
  const addValue = (value: string): void => {
    for (const form of [value, ...valueEncoders.map((encode) => encode(value))]) if (form !== '') secrets.add(form);
  };
  return {
    add: (data) => maskedValues(data).forEach(addValue),
    addValue,
    // All hits are found in the original text first, so the order of the secrets does not matter.
    mask: (text) => replaceSpans(text, mergeSpans([...secrets].flatMap((secret) => spansOf(secret, text)))),
    values: () => [...secrets],
  };
}

// A secret may overlap itself: ValueSecret.cs steps on by one, not by the secret's length.
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
    // <=, not <: spans that touch are one.
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
