/** Waits until the runner has read everything that was printed: a pipe holds 64 KiB, and the rest waits in this process. */
export function flushOutput(stdout: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stdout.write('', () => resolve());
  });
}

/**
 * Exits one second after all output is read, even if an open connection or a name lookup would keep the process running.
 *
 * At exit, libuv waits for its threads, and a name lookup can block one for minutes (uv_library_shutdown). A failed step
 * therefore kills its own process.
 */
export async function exitSoon(stdout: NodeJS.WriteStream): Promise<void> {
  await flushOutput(stdout);
  const exit = () => (process.exitCode ? process.kill(process.pid, 'SIGKILL') : process.exit());
  setTimeout(exit, 1000).unref();
}

/** The signals that end a step, each with its exit code: 128 plus the number of the signal. */
const SIGNALS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const;

/**
 * Exits on a signal, but only between two turns of the event loop; Node's default handler could interrupt one.
 *
 * Calls `say` first. The runner allows 7.5 s. This process waits at most 1 s for its output to be read, or for a name
 * lookup (see `exitSoon`).
 *
 * @returns a function that tells whether a signal has arrived: then nothing more is exported
 */
export function exitOnSignals(stdout: NodeJS.WriteStream, say: (signal: NodeJS.Signals) => void): () => boolean {
  let isCancelled = false;
  const kill = () => process.kill(process.pid, 'SIGKILL');
  for (const [signal, code] of SIGNALS) {
    process.once(signal, async () => {
      isCancelled = true;
      say(signal);
      process.exitCode = code;
      setTimeout(kill, 1000);
      await flushOutput(stdout);
      return process.getActiveResourcesInfo().includes('GetAddrInfoReqWrap') ? kill() : process.exit(code);
    });
  }
  return () => isCancelled;
}
