/** Waits until the runner has all that was printed: a pipe takes 64 KiB at once, the rest waits in this process. */
export function handOver(): Promise<void> {
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
export async function letGo(): Promise<void> {
  await handOver();
  const end = () => (process.exitCode ? process.kill(process.pid, 'SIGKILL') : process.exit());
  setTimeout(end, 1000).unref();
}

/** From here on a signal ends the process between two turns of the event loop; by default it would in the midst of one. */
export function holdSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.kill(process.pid, signal));
  }
}
