/** Waits until the runner has all that was printed: a pipe takes 64 KiB at once, the rest waits in this process. */
export function flushOutput(): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write('', () => resolve());
  });
}

/**
 * Ends the process soon, should a connection or a resolver still hold it; nothing is left to do by then.
 *
 * libuv waits at the exit for its threads, and one may hang in the resolver for as long as that likes (uv_library_shutdown):
 * a step that has failed is killed instead.
 */
export async function exitSoon(): Promise<void> {
  await flushOutput();
  const end = () => (process.exitCode ? process.kill(process.pid, 'SIGKILL') : process.exit());
  setTimeout(end, 1000).unref();
}

/** The signals that end a step, with the exit code of each: 128 and its number. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

let cancelled = false;

/** Whether a signal has come: nothing more is given out then. */
export function isCancelled(): boolean {
  return cancelled;
}

/**
 * Ends the process at a signal, between two turns of the event loop, where Node would in the midst of one; `say` hears it
 * first.
 *
 * The runner gives 7.5 s; whoever does not read, and a resolver that hangs (see `letGo`), get one.
 */
export function exitOnSignals(say: (signal: NodeJS.Signals) => void): void {
  const kill = () => process.kill(process.pid, 'SIGKILL');
  for (const [signal, code] of Object.entries(SIGNALS) as [keyof typeof SIGNALS, number][]) {
    process.once(signal, async () => {
      cancelled = true;
      say(signal);
      process.exitCode = code;
      setTimeout(kill, 1000);
      await flushOutput();
      return process.getActiveResourcesInfo().includes('GetAddrInfoReqWrap') ? kill() : process.exit(code);
    });
  }
}
