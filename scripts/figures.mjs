// Prints the figures of the code in src/ and of dist/. With --check: prints only the limits that are exceeded, and fails.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from '@babel/parser';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The packages that one module each may import. */
const PACKAGES = ['@actions/core', '@actions/http-client', 'node-forge', 'jose'];

/** Files that may be short: entries, platform constants, and modules that are loaded on demand. */
const MAY_BE_SHORT = /^(?:main|post|run)\.ts$|^platforms\/|^oauth\/client-assertion\.ts$|^certificates\/pkcs12\.ts$/;

/** The module that shows untrusted text, and the one that shows a line of the workflow. */
const CUTS_TEXT = /^(?:untrusted-text|language\/scanner)\.ts$/;

/** The names under which other modules have the texts of a server. */
const RAW_TEXTS = new Set(['body', 'challenge', 'requestId', 'said', 'location', 'words', 'statusMessage', 'stack']);

const inputs = [
  ...readFileSync(join(root, 'action.yml'), 'utf8')
    .split(/^outputs:/m)[0]
    .matchAll(/^ {2}(\w+):/gm),
].map(([, name]) => name);
const modules = readdirSync(join(root, 'src'), { recursive: true })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map(read);

/** Reads one module: its lines, imports, and what the rules of the house are about. */
function read(file) {
  const text = readFileSync(join(root, 'src', file), 'utf8');
  const { program, tokens } = parse(text, { sourceType: 'module', plugins: ['typescript'], tokens: true });
  const code = new Set(
    tokens
      .filter(({ type }) => typeof type !== 'string' && type.label !== 'eof')
      .flatMap(({ loc }) => range(loc.start.line, loc.end.line)),
  );
  const nodes = [...walk(program)];
  return {
    file,
    room: file.includes('/') ? posix.dirname(file) : /^(?:main|post|run)\.ts$/.test(file) ? 'entries' : 'ground',
    lines: text.split('\n').length - 1,
    code: code.size,
    imports: nodes.flatMap(({ type, source }) =>
      /^(?:Import|ExportNamed|ExportAll)/.test(type) && source?.type === 'StringLiteral' ? [source.value] : [],
    ),
    longFunctions: nodes.filter((node) => isFunction(node) && node.loc.end.line - node.loc.start.line >= 40).length,
    casts: nodes.filter((node) => node.type === 'TSAsExpression' && node.typeAnnotation.typeName?.name !== 'const')
      .length,
    undocumented: program.body
      .filter(({ type, declaration }) => type === 'ExportNamedDeclaration' && declaration)
      .filter(({ leadingComments }) => !leadingComments?.at(-1)?.value.startsWith('*')).length,
    knowsInputs: nodes.some(namesInput),
    showsRaw: nodes.some(showsRawText),
    shortens: !CUTS_TEXT.test(file) && nodes.some(shortensText),
  };
}

/** Whether a template contains a text of a server as it is, instead of through a function of `untrusted-text.ts`. */
function showsRawText({ type, expressions }) {
  const nameOf = (node) => (node.type === 'MemberExpression' ? node.property.name : node.name);
  return type === 'TemplateLiteral' && expressions.some((each) => RAW_TEXTS.has(nameOf(each)));
}

/** Whether a node cuts a text for a message: only `untrusted-text.ts` knows whether the cut leaves half of a secret. */
function shortensText({ type, value, object, property }) {
  const isCut =
    type === 'MemberExpression' && property.name === 'toWellFormed' && object.callee?.property?.name === 'slice';
  return isCut || (type === 'StringLiteral' && value === '…');
}

function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function* walk(node) {
  yield node;
  for (const [key, value] of Object.entries(node)) {
    if (key.endsWith('Comments') || key === 'loc') continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child?.type === 'string') yield* walk(child);
    }
  }
}

function isFunction({ type }) {
  return /^(?:Function(?:Declaration|Expression)|ArrowFunctionExpression|ObjectMethod|ClassMethod)$/.test(type);
}

/** Whether a node reads an input by its name: `inputs.url`, `{ url } = inputs`, or `parse(inputs, 'url')`. */
function namesInput(node) {
  const isInputs = (other) => other?.type === 'Identifier' && other.name === 'inputs';
  switch (node.type) {
    case 'MemberExpression':
      return isInputs(node.object) && inputs.includes(node.property.name);
    case 'VariableDeclarator':
      return isInputs(node.init) && node.id.type === 'ObjectPattern';
    case 'CallExpression':
      return isInputs(node.arguments[0]) && inputs.includes(node.arguments[1]?.value);
    default:
      return false;
  }
}

/** The arrows between rooms, by the room that imports. */
function arrowsOf(all) {
  const rooms = new Map(all.map(({ file, room }) => [file, room]));
  const arrows = new Map([...rooms.values()].map((room) => [room, new Set()]));
  for (const { file, room, imports } of all) {
    for (const target of imports.filter((specifier) => specifier.startsWith('.'))) {
      const other = rooms.get(posix.join(posix.dirname(file), target).replace(/\.js$/, '.ts'));
      if (other !== undefined && other !== room) arrows.get(room).add(other);
    }
  }
  return arrows;
}

/** The number of floors: the longest chain of arrows; infinite if rooms form a cycle. */
function floorsOf(arrows) {
  const heights = new Map();
  const height = (room) => {
    if (!heights.has(room)) {
      heights.set(room, Number.POSITIVE_INFINITY);
      heights.set(room, 1 + Math.max(0, ...[...arrows.get(room)].map(height)));
    }
    return heights.get(room);
  };
  return Math.max(...[...arrows.keys()].map(height));
}

const sum = (of) => modules.reduce((total, module) => total + of(module), 0);
const files = (isMeant) => modules.filter(isMeant).map(({ file }) => file);
const sizes = modules.map(({ lines }) => lines).sort((a, b) => a - b);
const arrows = arrowsOf(modules);
const importersOf = (name) =>
  files(({ imports }) => imports.some((each) => each === name || each.startsWith(`${name}/`)));

/** The bytes of an entry of dist/, or of the chunks that it loads on demand. */
const bytesOf = (isMeant) =>
  readdirSync(join(root, 'dist'))
    .filter(isMeant)
    .reduce((total, name) => total + statSync(join(root, 'dist', name)).size, 0);

const over = (name, list, limit) => [name, list.length, limit, list];

/** Each figure, the most that it may be, and the files that exceed it. */
const figures = [
  ['files', modules.length],
  ['files at the root of src/', files(({ file }) => !file.includes('/')).length, 10],
  ['rooms', arrows.size],
  ['floors of the import graph', floorsOf(arrows), 14],
  ['arrows between rooms', [...arrows.values()].reduce((total, { size }) => total + size, 0)],
  ['lines of code', sum(({ code }) => code), 10_450],
  ['lines of the largest file', sizes.at(-1), 150, files(({ lines }) => lines > 150)],
  ['lines of the median file', sizes[Math.floor(sizes.length / 2)]],
  over(
    'files under 35 lines',
    files(({ file, lines }) => lines < 35 && !MAY_BE_SHORT.test(file)),
    0,
  ),
  over(
    'files with a function over 40 lines',
    files(({ longFunctions }) => longFunctions > 0),
    0,
  ),
  ...PACKAGES.map((name) => over(`modules that import ${name}`, importersOf(name), 1)),
  over(
    'files with an export without docstring',
    files(({ undocumented }) => undocumented > 0),
    0,
  ),
  over(
    'files that show the text of a server as it is',
    files(({ showsRaw }) => showsRaw),
    0,
  ),
  over(
    'other files that cut a text for a message',
    files(({ shortens }) => shortens),
    0,
  ),
  ['`as`', sum(({ casts }) => casts), 10],
  ['modules that know the name of an input', files(({ knowsInputs }) => knowsInputs).length],
  ...['index.js', 'post.js'].flatMap((entry) => [
    [`bytes of dist/${entry}`, bytesOf((name) => name === entry), 300_000],
    [`bytes of the chunks of dist/${entry}`, bytesOf((name) => new RegExp(`^\\d+\\.${entry}$`).test(name))],
  ]),
];

const exceeded = figures.filter(([, figure, limit]) => limit !== undefined && figure > limit);
for (const [name, figure, limit, offenders = []] of process.argv.includes('--check') ? exceeded : figures) {
  const most = limit === undefined ? '' : `   at most ${limit}`;
  const named = figure > limit ? `   ${offenders.join(', ')}` : '';
  console.log(`${name.padEnd(42)}${String(figure).padStart(6)}${most}${named}`);
}
process.exitCode = exceeded.length === 0 ? 0 : 1;
