import { githubReader, isShort, masksOf } from './masks.js';

/** The one place that knows every mask of this process. */
export interface Masker {
  /** Registers texts with all their forms, except the JSON leaves in `plain`. Sends only what is not registered yet. */
  readonly mask: (texts: readonly string[], plain?: readonly string[]) => void;
  /** Replaces every registered text of four characters or more, as the runner's masker does. */
  readonly redact: (text: string) => string;
  /** Whether a text contains a registered text of any length: the runner drops such a job output. */
  readonly isMasked: (text: string) => boolean;
}

/** Creates a masker that passes the data of the add-mask commands to `addMasks`, in their order. */
export function createMasker(addMasks: (data: readonly string[]) => void, reader = githubReader): Masker {
  const seen = new Set<string>();
  const registered = new Set<string>();
  // The registered texts that `redact` replaces.
  const long: string[] = [];
  return {
    mask(texts, plain = []) {
      const unseen = texts.filter((text) => !seen.has(text));
      for (const text of unseen) {
        seen.add(text);
      }
      const fresh = unseen.flatMap((text) => masksOf(text, plain, reader)).filter((text) => !registered.has(text));
      const ordered = [...new Set(fresh)].sort((a, b) => b.length - a.length);
      for (const text of ordered) {
        registered.add(text);
      }
      long.push(...ordered.filter((text) => !isShort(text)));
      addMasks(reader.dataOf(ordered));
    },
    redact: (text) => replaceSpans(text, spansOf(text, long)),
    isMasked: (text) => [...registered].some((secret) => text.includes(secret)),
  };
}

type Span = readonly [start: number, end: number];

function spansOf(text: string, secrets: readonly string[]): Span[] {
  const spans: Span[] = [];
  for (const secret of secrets) {
    for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
      spans.push([at, at + secret.length]);
    }
  }
  return spans.sort((a, b) => a[0] - b[0]);
}

/** Replaces spans of a text. All spans are found before the first one is replaced, so that nothing remains of two that overlap. */
function replaceSpans(text: string, spans: readonly Span[]): string {
  let result = '';
  let done = 0;
  for (const [start, end] of spans) {
    if (start > done || (start === 0 && done === 0)) {
      result += `${text.slice(done, start)}***`;
    }
    done = Math.max(done, end);
  }
  return result + text.slice(done);
}
