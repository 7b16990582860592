import { githubReader, isShort, masksOf } from './masks.js';
import { createMaskSearch, type Span } from './search.js';

/** The one place that knows every mask of this process. */
export interface Masker {
  /** Registers texts with all their forms, except the JSON leaves in `plain`. Sends only what is not registered yet. */
  readonly mask: (texts: readonly string[], plain?: readonly string[]) => void;
  /**
   * Replaces every registered text of four characters or more, as the runner's masker does, in the first `most` characters.
   *
   * A secret that starts there is replaced as a whole, so the cut leaves no half of it.
   */
  readonly redact: (text: string, most?: number) => string;
  /** Whether a text contains a registered text of any length: the runner drops such a job output. Also true if that takes too long to decide. */
  readonly isMasked: (text: string) => boolean;
}

/** The most characters that `isMasked` compares in one process: about a second of work. */
const MOST_WORK = 5_000_000_000;

/** Creates a masker that passes the commands that register its masks to `print`. */
export function createMasker(print: (commands: readonly string[]) => void, reader = githubReader): Masker {
  const seen = new Set<string>();
  const registered = new Set<string>();
  const short: string[] = [];
  const search = createMaskSearch();
  let work = MOST_WORK;
  const containsMask = (text: string) => {
    work -= text.length * registered.size;
    return work < 0 || [...registered].some((mask) => text.includes(mask));
  };
  return {
    mask(texts, plain = []) {
      const unseen = texts.filter((text) => !seen.has(text));
      for (const text of unseen) {
        seen.add(text);
      }
      const fresh: string[] = [];
      for (const mask of unseen.flatMap((text) => masksOf(text, plain, reader))) {
        if (!registered.has(mask)) {
          registered.add(mask);
          fresh.push(mask);
        }
      }
      const ordered = fresh.sort((a, b) => b.length - a.length);
      search.add(ordered.filter((text) => !isShort(text)));
      short.push(...ordered.filter(isShort));
      // An empty text would be a write, too.
      if (ordered.length > 0) {
        print(reader.commandsFor(ordered));
      }
    },
    redact: (text, most = text.length) => replaceSpans(text, search.spansIn(text, most), most),
    isMasked: (text) =>
      registered.has(text) ||
      short.some((mask) => text.includes(mask)) ||
      (search.hasPiece(text) && containsMask(text)),
  };
}

/** Replaces spans of a text. All spans are found before the first one is replaced, so that nothing remains of two that overlap. */
function replaceSpans(text: string, spans: readonly Span[], most: number): string {
  let result = '';
  let done = 0;
  for (const [start, end] of spans) {
    if (start > done || start === 0) {
      result += `${text.slice(done, start)}***`;
    }
    done = Math.max(done, end);
  }
  return result + text.slice(done, Math.max(done, most));
}
