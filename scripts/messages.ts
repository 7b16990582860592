import { writeFileSync } from 'node:fs';
import { GROUPS } from '../__tests__/messages/index.js';
import { PAGE, showAll, writePage } from '../__tests__/messages/page.js';

// Writes docs/messages.md, the review copy of every message.
const groups = await showAll(GROUPS);
writeFileSync(PAGE, writePage(groups));
console.log(`${groups.flatMap(({ cases }) => cases).length} cases: docs/messages.md`);
process.exit();
