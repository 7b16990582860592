/** What nektos/act makes of the output of a process: pkg/runner/command.go and logger.go of 0.2.89. */
export interface ActLog {
  readonly lines: readonly string[];
  /** A text as a later entry of the log shows it. */
  mask(text: string): string;
}

const COMMANDS = [/^::([^ ]+)( ([^\n]+))?::([^\r\n]*)[\r\n]+$/, /^##\[([^ ]+)( ([^\n]+))?\]([^\r\n]*)[\r\n]+$/];

/** The three escapes that it takes back, one after the other, in an order that is another one each time: a Go map. */
const ESCAPES = { '%25': '%', '%0D': '\r', '%0A': '\n' } as const;
type Escape = keyof typeof ESCAPES;

/** Every order in which it may take them back. */
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
  // A last line without its end is never read.
  const lines = output.split(/(?<=\n)/).filter((line) => line.endsWith('\n'));
  const shown = lines.map((line) => {
    const [, command, , , data = ''] = COMMANDS.map((pattern) => pattern.exec(line)).find((found) => found) ?? [];
    if (command !== 'add-mask') return mask(line);
    if (data !== '') masks.push(read(data));
    return '***';
  });
  return { lines: shown, mask };
}
