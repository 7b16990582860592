// Writes the tables of inputs and outputs in the README from action.yml. The contract tests fail if they differ.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../harness/project.js';
import { writeTables } from './readme-tables.js';

const path = (name: string) => join(projectRoot, name);
const readme = readFileSync(path('README.md'), 'utf8');
writeFileSync(path('README.md'), writeTables(readme, readFileSync(path('action.yml'), 'utf8')));
