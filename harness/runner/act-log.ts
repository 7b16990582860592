/** The log that nektos/act writes for the output of a process: pkg/runner/command.go and logger.go of 0.2.89. */
export interface ActLog {
  readonly lines: readonly string[];
  /** Masks a text as in a later entry of the log: one mask after another, so that an earlier mask can hide a part of a later one. */
  mask(text: string): string;
}

const COMMANDS = [/^::([^ ]+)( ([^\n]+))?::([^\r\n]*)[\r\n]+$/, /^##\[([^ ]+)( ([^\n]+))?\]([^\r\n]*)[\r\n]+$/];

/** The three escapes, which act replaces one after another in random order, because they are in a Go map. */
const ESCAPES = { '%25': '%', '%0D': '\r', '%0A': '\n' } as const;
type Escape = keyof typeof ESCAPES;

/** Every order in which act can replace the escapes. */
export const ORDERS: readonly (readonly Escape[])[] = [
  ['%25', '%0D', '%0A'],
  ['%25', '%0A', '%0D'],
  ['%0D', '%25', '%0A'],
  ['%0D', '%0A', '%25'],
  ['%0A', '%25', '%0D'],
  ['%0A', '%0D', '%25'],
];

/** Replays the whole output of one process, with one order for all commands. */
export function readActLog(output: string, order: readonly Escape[]): ActLog {
  const masks: string[] = [];
  const mask = (text: string) => masks.reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
  const read = (text: string) => order.reduce((data, escaped) => data.replaceAll(escaped, ESCAPES[escaped]), text);
  // act never reads a last line without a line end.
  const lines = output.split(/(?<=\n)/).filter((line) => line.endsWith('\n'));
  const shown = lines.map((line) => {
    const [, command, , , data = ''] = COMMANDS.map((pattern) => pattern.exec(line)).find((found) => found) ?? [];
    if (command !== 'add-mask') return mask(line);
    if (data !== '') masks.push(read(data));
    return '***';
  });
  return { lines: shown, mask };
}
