import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function folderOf(marker: string, start: string): string {
  if (existsSync(join(start, marker))) return start;
  if (dirname(start) === start) throw new Error(`no ${marker} above ${fileURLToPath(import.meta.url)}`);
  return folderOf(marker, dirname(start));
}

/** The folder of package.json, searched from this file upwards because tests run from build/. */
export const projectRoot = folderOf('package.json', dirname(fileURLToPath(import.meta.url)));
