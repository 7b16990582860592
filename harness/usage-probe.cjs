// Loaded before the bundle by `usageOf`: writes what a run has loaded, how often it has opened a file for writing, and its memory, when it ends.
const fs = require('node:fs');
const { builtinModules } = require('node:module');

const report = process.env['USAGE_REPORT'];
const isPublic = (name) => builtinModules.includes(name);
const loadedModules = () =>
  process.moduleLoadList.map((line) => line.replace(/^\w+ (?:\w+ )?/, '')).filter((name) => isPublic(name));
const before = new Set(loadedModules());
const { appendFileSync, openSync, writeFileSync } = fs;
let writes = 0;

fs.openSync = (path, flags, ...rest) => {
  writes += typeof flags === 'number' && (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR)) !== 0 ? 1 : 0;
  return openSync(path, flags, ...rest);
};
fs.appendFileSync = (...all) => {
  writes += 1;
  appendFileSync(...all);
};

process.on('exit', () => {
  const files = Object.keys(require.cache).filter((path) => path !== __filename);
  const bytes = files.reduce((sum, path) => sum + fs.statSync(path).size, 0);
  const modules = [...new Set(loadedModules())].filter((name) => !before.has(name));
  const peakMiB = Math.round(process.resourceUsage().maxRSS / 1024);
  writeFileSync(report, JSON.stringify({ files: files.length, bytes, modules, writes, peakMiB }));
});
