import { splitLines } from './commands.js';
import { isSameName } from './dotnet.js';
import type { Masker } from './masker.js';

/** A name and its value in a file command: FileCommandManager.cs, EnvFileKeyValuePairs. */
export type Pair = [name: string, value: string];

/** The pairs of a file before its first error, which fails the step: FileCommandManager.cs, ProcessFiles. */
export interface ParsedFile {
  pairs: Pair[];
  error: string | null;
}

/** The result of a file: the applied pairs, and errors after which the step continues: FileCommandManager.cs. */
export interface AppliedFile extends ParsedFile {
  annotations: string[];
}

/** The files of name and value pairs, by the variable with their path: FileCommandManager.cs. */
export type PairFile = 'GITHUB_ENV' | 'GITHUB_OUTPUT' | 'GITHUB_STATE';

/** The names that GITHUB_ENV rejects, in any case: FileCommandManager.cs, SetEnvFileCommand. */
export const BLOCKED_VARIABLES: readonly string[] = ['NODE_OPTIONS'];

/** The maximum size of a summary, in bytes before masking: FileCommandManager.cs, CreateStepSummaryCommand. */
export const MAX_SUMMARY_BYTES = 1024 * 1024;

interface Reader {
  readonly text: string;
  readonly newline: RegExp;
  index: number;
}

interface Line {
  text: string;
  start: number;
  newline: string;
}

/** Reads `NAME=VALUE` and `NAME<<DELIMITER` lines: FileCommandManager.cs, EnvFileKeyValuePairs. */
export function parseFileCommand(text: string, platform: NodeJS.Platform = 'linux'): ParsedFile {
  // A CR is a part of the value, but on Windows a part of the line end.
  const newline = platform === 'win32' ? /\r?\n/g : /\n/g;
  const reader = { text: text.replace(/^\ufeff/, ''), newline, index: 0 };
  const pairs: Pair[] = [];
  try {
    for (let line = readLine(reader); line !== null; line = readLine(reader)) {
      if (line.text !== '') pairs.push(readPair(reader, line.text));
    }
    return { pairs, error: null };
  } catch (error) {
    return { pairs, error: error instanceof Error ? error.message : String(error) };
  }
}

function readLine(reader: Reader): Line | null {
  const { text, newline, index: start } = reader;
  if (start >= text.length) return null;
  newline.lastIndex = start;
  const found = newline.exec(text);
  reader.index = found === null ? text.length : newline.lastIndex;
  return { text: text.slice(start, found?.index), start, newline: found?.[0] ?? '' };
}

/** Reads the pair that starts in a line: the first of = and << decides the form. */
function readPair(reader: Reader, line: string): Pair {
  const [, name = '', sign, rest = ''] = /^(.*?)(=|<<)(.*)$/s.exec(line) ?? [];
  if (sign === undefined) throw new Error(`Invalid format '${line}'`);
  // An empty name is not an error here: the runner checks the line, not the name.
  if (sign === '=') return [name, rest];
  if (name === '' || rest === '') {
    throw new Error(`Invalid format '${line}'. Name must not be empty and delimiter must not be empty`);
  }
  return [name, readHeredoc(reader, rest)];
}

function readHeredoc(reader: Reader, delimiter: string): string {
  const start = reader.index;
  let end = start;
  for (let line = readLine(reader); line?.text !== delimiter; line = readLine(reader)) {
    if (line === null) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
    if (line.newline === '') throw new Error('Invalid value. EOF marker missing new line.');
    // The newline before the delimiter is not a part of the value.
    end = line.start + line.text.length;
  }
  return reader.text.slice(start, end);
}

/** Applies a file by the rules of its kind: FileCommandManager.cs, SetEnvFileCommand and the similar classes. */
export function applyFileCommand(file: PairFile, text: string, platform: NodeJS.Platform = 'linux'): AppliedFile {
  const { pairs, error } = stopAtEmptyName(file, parseFileCommand(text, platform));
  const blockedBy = ([name]: Pair): string | undefined =>
    file === 'GITHUB_ENV' ? BLOCKED_VARIABLES.find((blocked) => isSameName(blocked, name)) : undefined;
  return {
    pairs: pairs.filter((pair) => blockedBy(pair) === undefined),
    error,
    annotations: pairs
      .map(blockedBy)
      .filter((name) => name !== undefined)
      .map((name) => `Can't store ${name} output parameter using '$GITHUB_ENV' command.`),
  };
}

function stopAtEmptyName(file: PairFile, parsed: ParsedFile): ParsedFile {
  const empty = parsed.pairs.findIndex(([name]) => name === '');
  // Only GITHUB_STATE keeps a value without a name.
  if (empty < 0 || file === 'GITHUB_STATE') return parsed;
  return { pairs: parsed.pairs.slice(0, empty), error: "Value cannot be null. (Parameter 'name')" };
}

/** Reads a summary as the page of the run shows it, masked line by line: FileCommandManager.cs, CreateStepSummaryCommand. */
export function readSummary(text: string, masker: Masker): { summary: string; error: string | null } {
  const size = Buffer.byteLength(text);
  if (size > MAX_SUMMARY_BYTES) {
    const limits = `up to a size of ${MAX_SUMMARY_BYTES / 1024}k, got ${Math.floor(size / 1024)}k`;
    return { summary: '', error: `$GITHUB_STEP_SUMMARY upload aborted, supports content ${limits}.` };
  }
  const lines = splitLines(text.replace(/^\ufeff/, ''));
  return { summary: lines.map((line) => `${masker.mask(line)}\n`).join(''), error: null };
}
