import { readFileSync } from 'node:fs';
import { WRITERS } from '../../../harness/judges/shown-runs.js';

// Prints each value of a JSON file as it is, and in every encoding that tools produce, as a careless step could.
const values: readonly string[] = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
for (const value of values) {
  for (const write of Object.values(WRITERS)) console.log(write(value));
}
