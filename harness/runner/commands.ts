import { caselessMap, indexOfByCulture, isSameName, trim, trimStart } from './dotnet.js';

/** One workflow command, decoded. Names are as written, and compared without case (ActionCommand.cs). */
export interface Command {
  command: string;
  properties: Record<string, string>;
  data: string;
}

/** The commands that an action can use: the extensions in ActionCommandManager.cs. */
export const COMMAND_NAMES: readonly string[] = [
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
];

/** Splits a text into lines; a lone CR also ends a line, as in StreamReader.ReadLine (ProcessInvoker.cs). */
export function splitLines(output: string): string[] {
  const lines = output.split(/\r\n|\r|\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

type Escapes = ReadonlyArray<readonly [code: string, sign: string]>;

// Only upper case, and %25 last: %250A is the text %0A.
const DATA_ESCAPES: Escapes = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
];
const PROPERTY_ESCAPES: Escapes = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
];
const BRACKET_ESCAPES: Escapes = [
  ['%3B', ';'],
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%5D', ']'],
  ['%25', '%'],
];

const decode = (text: string, escapes: Escapes): string =>
  escapes.reduce((result, [code, sign]) => result.replaceAll(code, sign), text);

/** Reads the command in a line, null for an ordinary line: first as `::`, then as `##[` (ActionCommandManager.cs). */
export function parseCommand(line: string, names: readonly string[] = COMMAND_NAMES): Command | null {
  const isKnown = (command: string): boolean => names.some((name) => isSameName(name, command));
  return [parseColonForm(line), parseBracketForm(line)].find((found) => found && isKnown(found.command)) ?? null;
}

/** `::name k=v,k=v::data` at the start of a line, after optional blanks: ActionCommand.cs, TryParseV2. */
function parseColonForm(line: string): Command | null {
  const message = trimStart(line);
  if (!message.startsWith('::')) return null;
  // By culture: if the data starts with a combining mark, there is no second ::, and the runner prints the line.
  const end = indexOfByCulture(message, '::', 2);
  if (end < 0) return null;
  const [command, properties] = splitName(message.slice(2, end));
  return {
    command,
    properties: parseProperties(trim(properties).split(','), PROPERTY_ESCAPES),
    data: decode(message.slice(end + 2), DATA_ESCAPES),
  };
}

/** `##[name k=v;k=v]data` anywhere in a line, only the first: ActionCommand.cs, TryParse. */
function parseBracketForm(line: string): Command | null {
  const start = indexOfByCulture(line, '##[');
  const end = line.indexOf(']', start);
  if (start < 0 || end < 0) return null;
  const [command, properties] = splitName(line.slice(start + 3, end));
  return {
    command,
    properties: parseProperties(properties.split(';'), BRACKET_ESCAPES),
    data: decode(line.slice(end + 1), BRACKET_ESCAPES),
  };
}

function splitName(info: string): [name: string, properties: string] {
  const blank = info.indexOf(' ');
  return blank < 0 ? [info, ''] : [info.slice(0, blank), info.slice(blank + 1)];
}

function parseProperties(pairs: string[], escapes: Escapes): Record<string, string> {
  // String.Split with RemoveEmptyEntries: any number of = before and after the name, then a value that is not empty.
  const matches = pairs.map((pair) => /^=*([^=]+)=+([^=].*)$/s.exec(pair)).filter((match) => match !== null);
  const entries = matches.map(([, name = '', value = '']) => [name, decode(value, escapes)] as const);
  return Object.fromEntries(caselessMap(entries));
}
