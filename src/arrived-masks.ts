/** The masks that a runner has taken so far, where it replaces one after the other. */
export interface ArrivedMasks {
  add(masks: readonly string[]): void;
  /** A text as they leave it, each replaced in the order of their arrival. */
  hide(text: string): string;
}

/** How much of its start finds a mask; only whole values are shorter. */
const KEY = 4;

/** How many places and masks are looked at in all: two seconds. */
const MOST_WORK = 20_000_000;

/**
 * Starts without any.
 *
 * A document of thousands of lines has tens of thousands of masks. Those alone are compared whose start is in a text; and when
 * that was much work already, texts are taken as they are: each of their lines has a mask of its own.
 */
export function createArrivedMasks(): ArrivedMasks {
  const all: string[] = [];
  const shorter: number[] = [];
  const byStart = new Map<string, number[]>();
  let work = 0;
  /** The first of them that is in a text, by its number, from one on. */
  const firstIn = (text: string, from: number): number | undefined => {
    let found = shorter.find((number) => number >= from && text.includes(all[number] ?? ''));
    for (let at = 0; at + KEY <= text.length && byStart.size > 0 && work < MOST_WORK; at += 1) {
      const numbers = byStart.get(text.slice(at, at + KEY)) ?? [];
      work += 1 + numbers.length;
      const here = numbers.find((number) => number >= from && text.startsWith(all[number] ?? '', at));
      found = here !== undefined && (found === undefined || here < found) ? here : found;
    }
    return found;
  };
  return {
    add(masks) {
      for (const mask of masks) {
        const number = all.push(mask) - 1;
        if (mask.length < KEY) {
          shorter.push(number);
          continue;
        }
        const start = mask.slice(0, KEY);
        const alike = byStart.get(start) ?? [];
        alike.push(number);
        byStart.set(start, alike);
      }
    },
    hide(text) {
      let shown = text;
      for (let number = firstIn(text, 0); number !== undefined; number = firstIn(shown, number + 1)) {
        // Each may make another one fit: one that holds what an earlier one left.
        shown = shown.replaceAll(all[number] ?? '', '***');
      }
      return work < MOST_WORK ? shown : text;
    },
  };
}
