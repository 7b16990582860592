import { ActionError } from '../errors.js';
import { codeOf } from '../json.js';

/**
 * Waits until the runner has read everything that was printed: a pipe holds 64 KiB, and the rest waits in this process.
 *
 * @throws ActionError publication_failed, if the output is closed
 */
export function flushOutput(stdout: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve, reject) => {
    const unread = (error: Error) =>
      new ActionError('publication_failed', `The output of this step is closed (${codeOf(error)})`);
    stdout.write('', (error) => (error ? reject(unread(error)) : resolve()));
  });
}

/** The longest time, in ms, that the end of a step waits until its output is read. */
const LONGEST_FLUSH_MS = 10_000;

/**
 * Exits one second after all output is read, even if an open connection or a name lookup would keep the process running.
 *
 * At exit, libuv waits for its threads, and a name lookup can block one for minutes (uv_library_shutdown). A failed step
 * therefore kills its own process.
 */
export async function exitSoon(stdout: NodeJS.WriteStream): Promise<void> {
  const exit = () => (process.exitCode ? process.kill(process.pid, 'SIGKILL') : process.exit());
  const unread = setTimeout(exit, LONGEST_FLUSH_MS);
  await flushOutput(stdout).catch(() => undefined);
  clearTimeout(unread);
  setTimeout(exit, 1000).unref();
}

/**
 * Fails the step if Node has nothing left to wait for before the run is done: the exit code would be 0. Returns a function that
 * tells that the run is done.
 */
export function failIfUnfinished(say: () => void): (exitCode: number) => void {
  process.exitCode = 1;
  process.once('exit', say);
  return (exitCode) => {
    process.exitCode = exitCode;
    process.off('exit', say);
  };
}

const ignore = () => undefined;

/** The signals that end a step, each with its exit code: 128 plus the number of the signal. */
const SIGNALS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const;

/** Whether this step is cancelled; then no request is sent and nothing is exported. */
export interface Cancellation {
  readonly isRequested: () => boolean;
  /** Tells that a signal need not wait any longer: the login is saved, or the run has failed. */
  readonly settle: () => void;
  /** Exits on a signal, after calling `say`. */
  readonly handleSignals: (say: (signal: NodeJS.Signals) => void) => void;
}

/**
 * Prepares the exit on a signal, but only between two turns of the event loop; Node's default handler could interrupt one.
 *
 * The runner allows 7.5 s. This process waits at most 1 s until it is settled, so that the post step can revoke a token whose
 * response is under way, and at most 1 s more for its output to be read, or for a name lookup (see `exitSoon`).
 */
export function createCancellation(stdout: NodeJS.WriteStream): Cancellation {
  let isRequested = false;
  let settle = () => {};
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });
  // Without a listener, Node prints a stack trace if the output is closed. The write itself reports the error.
  stdout.off('error', ignore).on('error', ignore);
  const kill = () => process.kill(process.pid, 'SIGKILL');
  const exit = async (code: number) => {
    process.exitCode = code;
    await Promise.race([settled, new Promise((resolve) => void setTimeout(resolve, 1000))]);
    setTimeout(kill, 1000);
    await flushOutput(stdout).catch(() => undefined);
    return process.getActiveResourcesInfo().includes('GetAddrInfoReqWrap') ? kill() : process.exit(code);
  };
  return {
    isRequested: () => isRequested,
    settle,
    handleSignals(say) {
      for (const [signal, code] of SIGNALS) {
        process.once(signal, () => {
          isRequested = true;
          say(signal);
          void exit(code);
        });
      }
    },
  };
}
