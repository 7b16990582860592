// Loaded before the bundle: lets it see another system. OTHER_SYSTEM names the platform, and operations on files that fail.
const fs = require('node:fs');
const os = require('node:os');

const { platform, failing } = JSON.parse(process.env['OTHER_SYSTEM']);

Object.defineProperty(process, 'platform', { value: platform });
if (platform === 'win32') {
  Object.defineProperty(os, 'EOL', { value: '\r\n' });
  process.getuid = undefined;
  // Windows has neither owners nor the modes of Unix: https://nodejs.org/api/fs.html#class-fsstats
  for (const name of ['fstatSync', 'lstatSync', 'statSync']) {
    const read = fs[name];
    fs[name] = (...all) => {
      const found = read(...all);
      if (found === undefined) return undefined;
      const asNumber = (number) => (typeof found.mode === 'bigint' ? BigInt(number) : number);
      const open = asNumber(found.isDirectory() ? 0o777 : 0o666);
      return Object.assign(found, { uid: asNumber(0), gid: asNumber(0), mode: found.mode | open });
    };
  }
}
for (const [name, code] of Object.entries(failing)) {
  fs[name] = (path) => {
    throw Object.assign(new Error(`${code}: ${name} '${path}'`), { code, syscall: name });
  };
}
