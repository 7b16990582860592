import { isThorough } from './effort.js';

/** How many cases run at the same time; most of them wait for a deadline. */
const AT_ONCE = 4;

/**
 * Runs a case for each kind of fault and each event from the first to the last, until `run` returns undefined because the fault
 * had no event. In a short run, it takes one of `step` events for each kind, another one for each kind.
 */
export async function everyFault<K, T>(
  kinds: readonly K[],
  step: number,
  run: (kind: K, at: number) => Promise<T | undefined>,
): Promise<T[]> {
  const stride = isThorough ? 1 : step;
  const todo = kinds.map((kind, index) => ({ kind, at: 1 + (isThorough ? 0 : (index * 3) % step) }));
  const cases: T[] = [];
  const work = async () => {
    for (let next = todo.shift(); next !== undefined; next = todo.shift()) {
      const { kind, at } = next;
      const found = await run(kind, at);
      if (found === undefined) continue;
      cases.push(found);
      todo.push({ kind, at: at + stride });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return cases;
}
