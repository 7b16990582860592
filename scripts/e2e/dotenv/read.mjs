// Reads files with dotenv of npm, and writes the variables of each file to another file, with a NUL after each.
// Usage: read.mjs default|fast FOLDER COUNT, for FOLDER/0.env with the names in FOLDER/0.names, and so on.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { config } from 'dotenv';

const [parser, folder, count] = process.argv.slice(2);

for (let i = 0; i < Number(count); i++) {
  const processEnv = {};
  config({ path: join(folder, `${i}.env`), processEnv, quiet: true, fast: parser === 'fast' });
  const names = readFileSync(join(folder, `${i}.names`), 'utf8')
    .split('\n')
    .slice(0, -1);
  const known = names.filter((name) => Object.hasOwn(processEnv, name));
  writeFileSync(join(folder, `${i}.out`), known.map((name) => `${processEnv[name]}\0`).join(''));
}
