import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installed } from '../../../__tests__/real/support/installed.js';
import { projectRoot } from '../../../harness/project.js';

const FOLDER = join(projectRoot, 'scripts/e2e/dotenv');

/** A program that reads files: its command, without the folder and the number of files. */
export interface Reader {
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
}

const pythonDotenv = (version: string): Reader => ({
  name: `python-dotenv ${version}`,
  command: [installed(`python-dotenv-${version}`, 'bin/python3'), join(FOLDER, 'read.py')],
});

/** The programs that read dotenv files. */
export const DOTENV_READERS: readonly Reader[] = [
  { name: 'bash', command: ['bash', '--norc', join(FOLDER, 'read.sh')] },
  { name: 'dash', command: ['dash', join(FOLDER, 'read.sh')] },
  { name: "npm's dotenv", command: [process.execPath, join(FOLDER, 'read.mjs'), 'default'] },
  { name: "npm's dotenv (fast parser)", command: [process.execPath, join(FOLDER, 'read.mjs'), 'fast'] },
  pythonDotenv('1.2.4'),
  pythonDotenv('1.0.1'),
];

/** The program that reads env-files. */
export const ENV_FILE_READER: Reader = {
  name: "docker's env-file parser",
  command: [installed('envfile', 'envfile')],
};

/** A text to read, and the names of the variables to read from it. */
export interface File {
  readonly text: string;
  readonly names: readonly string[];
}

/** Lets a program read all files in one process. Returns the values of each file in the order of the names, fewer if it fails. */
export function readWith(reader: Reader, files: readonly File[]): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'dotenv-'));
  try {
    for (const [i, { text, names }] of files.entries()) {
      writeFileSync(join(folder, `${i}.env`), text);
      writeFileSync(join(folder, `${i}.names`), names.map((name) => `${name}\n`).join(''));
    }
    run(reader, [folder, String(files.length)]);
    return files.map((_, i) => valuesIn(join(folder, `${i}.out`)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run({ name, command: [program, ...args] }: Reader, more: readonly string[]): void {
  const { error, status, stderr } = spawnSync(program, [...args, ...more], { cwd: tmpdir(), encoding: 'utf8' });
  if (error !== undefined || status !== 0) {
    const why = error?.message ?? stderr;
    throw new Error(`${name} failed; if it is not installed, run scripts/e2e/install.sh. ${why}`);
  }
}

function valuesIn(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\0').slice(0, -1) : [];
}
