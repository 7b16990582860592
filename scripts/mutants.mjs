// Changes the code of src/ in one place at a time, and lists the changes that no test notices.
// Usage: npm run mutants -- [PATTERN ...]. A pattern selects source files. Fails if the tests notice fewer than 90 % of the changes.
import { readdirSync } from 'node:fs';
import { Stryker } from '@stryker-mutator/core';
import { optionsFor } from './mutants/options.mjs';
import { scoreOf, tableOf } from './mutants/report.mjs';
import { ROOMS } from './mutants/rooms.mjs';

const LEAST_SCORE = 90;

const patterns = process.argv.slice(2);
const sources = readdirSync('src', { recursive: true })
  .map((file) => `src/${file.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('.ts') && (patterns.length === 0 || patterns.some((each) => file.includes(each))));

const results = [];
for (const { files, tests } of ROOMS) {
  const mutated = sources.filter((file) => files.test(file));
  if (mutated.length > 0) results.push(...(await new Stryker(optionsFor(mutated, tests)).runMutationTest()));
}
console.log(tableOf(results));
process.exitCode = scoreOf(results) < LEAST_SCORE ? 1 : 0;
