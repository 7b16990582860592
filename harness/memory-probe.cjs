// Loaded before the bundle: writes the most memory that the process used, in KiB, when it ends.
const { writeFileSync } = require('node:fs');

process.on('exit', () => writeFileSync(process.env['MEMORY_REPORT'], `${process.resourceUsage().maxRSS}`));
