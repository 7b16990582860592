// Loaded before the bundle by `runWithFileFault`: makes operations on files fail, and records every operation in a file.
const fs = require('node:fs');
const { dirname } = require('node:path');

const { at, code, lasts, scope } = JSON.parse(process.env['FILE_FAULT']);
const { closeSync, openSync, writeSync } = fs;
// At once: a failed step may kill its own process.
const report = openSync(process.env['FILE_REPORT'], 'a');
const bundle = dirname(process.argv[1]);

// Every function of node:fs that the bundle could use on a path or a descriptor, and whether it changes the disk.
const READS = ['closeSync', 'fstatSync', 'lstatSync', 'readFileSync', 'readdirSync', 'realpathSync', 'statSync'];
const TAKES_SPACE = ['appendFileSync', 'mkdirSync', 'symlinkSync', 'writeFileSync', 'writeSync'];
const CHANGES = [
  'chmodSync',
  'ftruncateSync',
  'openSync',
  'renameSync',
  'rmSync',
  'rmdirSync',
  'truncateSync',
  'unlinkSync',
];
const WRITES_TEXT = ['appendFileSync', 'writeFileSync'];

const done = [];
const paths = new Map();
let depth = 0;

const isModule = (path) => typeof path === 'string' && path.startsWith(bundle);
const changes = (name, [flags]) =>
  CHANGES.includes(name) && (name !== 'openSync' || (Number(flags) & fs.constants.O_WRONLY) !== 0);
// A disk that stays full or read-only can still be read; a full one also allows what takes no space.
const lastsFor = (name, rest) => TAKES_SPACE.includes(name) || (code !== 'ENOSPC' && changes(name, rest));
const fails = (name, rest) => done.length === at || (lasts && done.length > at && lastsFor(name, rest));

for (const name of [...READS, ...TAKES_SPACE, ...CHANGES]) {
  const operation = fs[name];
  const harmed = (target, ...rest) => {
    const path = typeof target === 'number' ? paths.get(target) : target;
    // An operation can use others. The modules of the bundle have a count of their own.
    if (depth > 0 || path === undefined || isModule(path) !== (scope === 'modules')) return operation(target, ...rest);
    done.push(name);
    depth += 1;
    writeSync(report, `${JSON.stringify({ name, path: String(path) })}\n`);
    try {
      if (fails(name, rest)) fail(name, target, rest);
      const result = operation(target, ...rest);
      if (name === 'openSync') paths.set(result, path);
      return result;
    } finally {
      depth -= 1;
    }
  };
  fs[name] = Object.assign(harmed, operation);
}

// Throws what the system would report. A full disk still takes the first half of a text, and a descriptor is closed in any case.
function fail(name, target, [content]) {
  if (code === 'ENOSPC' && WRITES_TEXT.includes(name)) {
    const bytes = Buffer.from(content);
    const file = typeof target === 'number' ? target : openSync(target, name === 'appendFileSync' ? 'a' : 'wx', 0o600);
    writeSync(file, bytes.subarray(0, bytes.length / 2));
    if (file !== target) closeSync(file);
  }
  if (name === 'closeSync') closeSync(target);
  throw Object.assign(new Error(`${code}: ${name} '${target}'`), { code, syscall: name });
}
