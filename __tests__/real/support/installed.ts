import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const CACHE = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'bearer-login', 'e2e');

/** Returns the path of a file that scripts/e2e/install.sh has installed. @throws Error if it does not exist */
export function installed(system: string, ...path: string[]): string {
  const file = join(CACHE, system, ...path);
  if (!existsSync(file)) throw new Error(`${system} is not installed at ${file}: run scripts/e2e/install.sh`);
  return file;
}
