import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

const isNoticed = ({ status }) => status === 'Killed' || status === 'Timeout';
const isMissed = ({ status }) => status === 'Survived' || status === 'NoCoverage';
const fileOf = ({ fileName }) => relative('', fileName).replaceAll('\\', '/');

/** Prints each mutant that no test notices in one line: place, mutator, the code, and what replaces it. */
class SurvivorReporter {
  onMutantTested(mutant) {
    if (!isMissed(mutant)) return;
    const { line, column } = mutant.location.start;
    const change = `${shorten(codeOf(mutant))}  ->  ${shorten(mutant.replacement)}`;
    console.log(`${fileOf(mutant)}:${line}:${column} ${mutant.mutatorName}: ${change}`);
  }
}

export const strykerPlugins = [{ kind: 'Reporter', name: 'survivors', injectableClass: SurvivorReporter }];

function codeOf({ fileName, location: { start, end } }) {
  const lines = readFileSync(fileName, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line);
  const last = lines.pop().slice(0, end.column - 1);
  return [...lines, last].join('\n').slice(start.column - 1);
}

const shorten = (text) => text.replace(/\s+/g, ' ').slice(0, 90);

/** Returns how many of 100 mutants the tests notice. A mutant with which no test file can be loaded is not counted. */
export function scoreOf(results) {
  const noticed = results.filter(isNoticed).length;
  const missed = results.filter(isMissed).length;
  return noticed + missed === 0 ? 100 : (100 * noticed) / (noticed + missed);
}

/** Writes a table with a row for each file, and one for all. */
export function tableOf(results) {
  const files = [...new Set(results.map(fileOf))];
  return [
    '| file | mutants | killed | timeout | survived | not run | score |',
    '|---|---:|---:|---:|---:|---:|---:|',
    ...files.map((file) => rowOf(`\`${file}\``, (mutant) => fileOf(mutant) === file)),
    rowOf('all', () => true),
  ].join('\n');

  function rowOf(name, isMeant) {
    const mutants = results.filter(isMeant);
    const count = (wanted) => mutants.filter(({ status }) => status === wanted).length;
    const counts = [mutants.length, ...['Killed', 'Timeout', 'Survived', 'NoCoverage'].map(count)];
    return `| ${name} | ${counts.join(' | ')} | ${scoreOf(mutants).toFixed(1)} % |`;
  }
}
