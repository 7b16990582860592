import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseFileCommand } from './runner/file-commands.js';

/** The variables that name the files through which a step passes values to the runner. */
export const COMMAND_FILES = ['GITHUB_STATE', 'GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_STEP_SUMMARY'] as const;

/** The content of the disk at one moment: the names in each file, the text of the summary, the files below RUNNER_TEMP. */
export interface Seen {
  readonly state: readonly string[];
  readonly outputs: readonly string[];
  readonly variables: readonly string[];
  readonly summary: string;
  readonly files: readonly string[];
}

/** The files of a runner, for code of the action that runs in this process. */
export interface CommandFolder {
  readonly temp: string;
  readonly path: (name: string) => string;
  readonly seen: () => Seen;
  readonly remove: () => void;
}

/** Creates the files, and sets the variables of this process to them until `remove` is called. */
export function makeCommandFolder(): CommandFolder {
  const before = { ...process.env };
  const root = mkdtempSync(join(tmpdir(), 'command-folder-'));
  const path = (name: string) => join(root, name);
  for (const folder of ['temp', 'work']) mkdirSync(path(folder));
  for (const name of COMMAND_FILES) writeFileSync(path(name), '');
  const files = Object.fromEntries(COMMAND_FILES.map((name) => [name, path(name)]));
  Object.assign(process.env, files, { RUNNER_TEMP: path('temp'), GITHUB_WORKSPACE: path('work') });
  const isFile = (name: string) => statSync(path(name), { throwIfNoEntry: false })?.isFile() === true;
  const text = (name: string) => (isFile(name) ? readFileSync(path(name), 'utf8') : '');
  const namesIn = (name: string) => parseFileCommand(text(name)).pairs.map(([key]) => key);
  return {
    temp: path('temp'),
    path,
    seen: () => ({
      state: namesIn('GITHUB_STATE'),
      outputs: namesIn('GITHUB_OUTPUT'),
      variables: namesIn('GITHUB_ENV'),
      summary: text('GITHUB_STEP_SUMMARY'),
      files: readdirSync(path('temp'), { recursive: true }).map(String).toSorted(),
    }),
    remove() {
      for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
      Object.assign(process.env, before);
      rmSync(root, { recursive: true, force: true });
    },
  };
}
