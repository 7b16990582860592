import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

const isNoticed = ({ status }) => status === 'Killed' || status === 'Timeout';
const isMissed = ({ status }) => status === 'Survived' || status === 'NoCoverage';
const fileOf = ({ fileName }) => relative('', fileName).replaceAll('\\', '/');

/** Returns how many of 100 mutants the tests notice. A mutant with which no test file can be loaded is not counted. */
export function scoreOf(results) {
  const noticed = results.filter(isNoticed).length;
  const missed = results.filter(isMissed).length;
  return noticed + missed === 0 ? 100 : (100 * noticed) / (noticed + missed);
}

/** Lists the mutants that no test notices, each in one line: place, mutator, the code and the code that replaces it. */
export function survivorsOf(results) {
  return results.filter(isMissed).map((mutant) => {
    const { location, mutatorName, replacement } = mutant;
    const { line, column } = location.start;
    return `${fileOf(mutant)}:${line}:${column} ${mutatorName}: ${shorten(codeOf(mutant))}  ->  ${shorten(replacement)}`;
  });
}

function codeOf({ fileName, location: { start, end } }) {
  const lines = readFileSync(fileName, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line);
  const last = lines.length - 1;
  lines[last] = lines[last].slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return lines.join('\n');
}

const shorten = (text) => text.replace(/\s+/g, ' ').slice(0, 90);

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
