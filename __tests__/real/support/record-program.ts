import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

// Runs in place of a program that an example starts. Records the program's arguments, its variables, and the texts of the files in
// RUNNER_TEMP that its variables name. Also prints everything, as a careless program could.
const [, , program = '', ...args] = process.argv;
const { SEEN = '', RUNNER_TEMP = '', ...variables } = process.env;

/** Returns the text of a file of the job, or of the configuration in a folder of the job. */
function textAt(path: string): string | undefined {
  if (!path.startsWith(RUNNER_TEMP)) return undefined;
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return undefined;
  return readFileSync(status.isDirectory() ? join(path, 'config.json') : path, 'utf8');
}

const files = Object.entries(variables).flatMap(([name, value = '']) => {
  const text = /^(?:GITHUB|RUNNER)_/.test(name) ? undefined : textAt(value);
  return text === undefined ? [] : [[name, text]];
});
const line = JSON.stringify({ program: basename(program), args, variables, files: Object.fromEntries(files) });
appendFileSync(join(SEEN, 'programs'), `${line}\n`);
for (const text of [...args, ...Object.values(variables), ...files.flat()]) console.log(text);
