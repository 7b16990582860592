import { randomUUID } from 'node:crypto';
import { chownSync, type Dirent, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { parse } from 'yaml';

/** The variables that name the files of a step, and how each file name starts: FileCommandManager.cs. */
const FILE_PREFIXES = {
  GITHUB_ENV: 'set_env_',
  GITHUB_OUTPUT: 'set_output_',
  GITHUB_STATE: 'save_state_',
  GITHUB_PATH: 'add_path_',
  GITHUB_STEP_SUMMARY: 'step_summary_',
};

/** A variable that names the file of a file command: FileCommandManager.cs. */
export type FileVariable = keyof typeof FILE_PREFIXES;

/** The folders of a job and the files of one of its steps: FileCommandManager.cs, JobExtension.cs. */
export interface Job {
  root: string;
  home: string;
  temp: string;
  workspace: string;
  files: Record<FileVariable, string>;
}

/** Creates the folders of a job below `root` if they do not exist, and empty files for one step: FileCommandManager.cs. */
export function prepareJob(root: string): Job {
  const [home, temp, workspace] = [join(root, 'home'), join(root, '_temp'), join(root, 'workspace')];
  const commands = join(temp, '_runner_file_commands');
  for (const folder of [home, workspace, commands]) mkdirSync(folder, { recursive: true });
  const step = randomUUID();
  const file = (variable: FileVariable): string => {
    const path = join(commands, `${FILE_PREFIXES[variable]}${step}`);
    writeFileSync(path, '');
    return path;
  };
  const files = {
    GITHUB_ENV: file('GITHUB_ENV'),
    GITHUB_OUTPUT: file('GITHUB_OUTPUT'),
    GITHUB_STATE: file('GITHUB_STATE'),
    GITHUB_PATH: file('GITHUB_PATH'),
    GITHUB_STEP_SUMMARY: file('GITHUB_STEP_SUMMARY'),
  };
  return { root, home, temp, workspace, files };
}

/** Makes a user the owner of the folders of a job and of the files of its commands, as on a runner. */
export function changeOwner({ root, home, temp, workspace, files }: Job, user: number): void {
  const commands = Object.values(files);
  for (const path of [root, home, temp, workspace, ...commands.map(dirname), ...commands]) chownSync(path, user, user);
}

/** Lists everything in the folders of a job except the files of commands, relative to its root; folders end with a slash. */
export function leftoversOf({ root, home, temp, workspace }: Job): string[] {
  const isFileCommand = new RegExp(`^_temp/_runner_file_commands/((${Object.values(FILE_PREFIXES).join('|')})[^/]+)?$`);
  return [home, temp, workspace]
    .flatMap(entriesBelow)
    .map((entry) => `${join(entry.parentPath, entry.name)}${entry.isDirectory() ? sep : ''}`)
    .map((path) => relative(root, path).split(sep).join('/') + (path.endsWith(sep) ? '/' : ''))
    .filter((path) => !isFileCommand.test(path))
    .sort();
}

/** Lists everything below a folder; another step of the job may remove a folder meanwhile, or let nobody read it. */
function entriesBelow(folder: string): Dirent[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.flatMap((entry) => [
      entry,
      ...(entry.isDirectory() ? entriesBelow(join(entry.parentPath, entry.name)) : []),
    ]);
  } catch (error) {
    if (isRecord(error) && (error['code'] === 'ENOENT' || error['code'] === 'EACCES')) return [];
    throw error;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Reads the inputs that an action.yml declares, with their defaults as texts: ActionManifestManager.cs. */
function declaredInputs(actionYml: string): Map<string, string> {
  // The schema `failsafe` reads a default of true or 30 as text.
  const action: unknown = parse(readFileSync(actionYml, 'utf8'), { schema: 'failsafe' });
  const inputs = isRecord(action) && isRecord(action['inputs']) ? action['inputs'] : {};
  return new Map(
    Object.entries(inputs).map(([name, input]) => {
      const text = isRecord(input) ? input['default'] : '';
      return [name, typeof text === 'string' ? text : ''];
    }),
  );
}

/**
 * Returns the variables of all inputs, also of those that action.yml does not declare: Handler.cs, AddInputsToEnvironment.
 *
 * An input that is not set has its default.
 */
export function inputVariables(given: Record<string, string>, actionYml: string): Record<string, string> {
  const inputs = declaredInputs(actionYml);
  const values = Object.entries({ ...Object.fromEntries(inputs), ...given });
  return Object.fromEntries(values.map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]));
}
