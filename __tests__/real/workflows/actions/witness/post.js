const { readdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const { SEEN, RUNNER_TEMP, DOCKER_CONFIG } = process.env;
writeFileSync(join(SEEN, 'left'), JSON.stringify({ temp: readdirSync(RUNNER_TEMP), DOCKER_CONFIG }));
