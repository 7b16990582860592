// Checks that the failed step `missing` of test.yml has set nothing except its error code.
import { deepStrictEqual } from 'node:assert/strict';
import { variable } from './variable.js';

const seen = { outcome: variable('OUTCOME'), outputs: JSON.parse(variable('OUTPUTS')) };

deepStrictEqual(seen, { outcome: 'failure', outputs: { error_code: 'secret_not_found' } });
console.log('The step failed with the expected error code, and set no other output.');
