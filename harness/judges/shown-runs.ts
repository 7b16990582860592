import { SPELLINGS } from './spellings.js';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Every way to read a text: unchanged, and with one encoding decoded. */
function readings(text: string): string[] {
  const base64 = text.match(/[A-Za-z0-9+/_-]{4,}/g) ?? [];
  const hex = text.match(/[0-9a-fA-F]{8,}/g) ?? [];
  const unescaped = text.replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/g, (...[, unit, code, sign]) =>
    unit === undefined && code === undefined
      ? sign
      : String.fromCodePoint(Number.parseInt(unit ?? code, 16) % 0x110000),
  );
  const percent = text
    .replaceAll('+', ' ')
    .replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
  const bytes = text
    .replace(/(?:\\x[0-9a-fA-F]{2})+/g, (run) => Buffer.from(run.replaceAll('\\x', ''), 'hex').toString('utf8'))
    .replace(/(?:\\[0-3][0-7]{2})+/g, (run) => Buffer.from(octets(run)).toString('utf8'));
  const entities = text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (...[all, code, decimal, name]) =>
    name === undefined ? String.fromCodePoint(Number(decimal ?? `0x${code}`) % 0x110000) : (ENTITIES[name] ?? all),
  );
  return [
    text,
    unescaped,
    unescaped.replace(/\\(.)/g, '$1'),
    percent,
    bytes,
    bytes.replace(/\\(.)/g, '$1'),
    entities,
    text.replace(/'"('+)"'|'\\(')'/g, '$1$2').replace(/(['"‘’‚‛“”„])\1/g, '$1'),
    ...base64.flatMap((run) => [0, 1, 2, 3].map((skip) => Buffer.from(run.slice(skip), 'base64').toString('utf8'))),
    ...hex.flatMap((run) => [0, 1].map((skip) => Buffer.from(run.slice(skip), 'hex').toString('utf8'))),
  ];
}

const octets = (run: string) =>
  run
    .split('\\')
    .slice(1)
    .map((digits) => Number.parseInt(digits, 8));

/** Finds four characters in a row of a secret that a line shows in any encoding; undefined if there are none. */
export function shown(line: string, secret: string): string | undefined {
  const runs = runsShown(line);
  return [...runsOfSecret(secret)].find((run) => runs.has(run));
}

/** Lists every four characters in a row (or `length`) that can be read in a line with masks, in any encoding. */
export function runsShown(line: string, length = 4): ReadonlySet<string> {
  return new Set(line.split('***').flatMap((text) => readings(text).flatMap((reading) => runsOf(reading, length))));
}

/** Lists every four characters in a row (or `length`) of a secret, line by line. */
export function runsOfSecret(secret: string, length = 4): ReadonlySet<string> {
  return new Set(secret.split(/[\r\n]+/).flatMap((part) => runsOf(part.trim(), length)));
}

/** Lists every four characters in a row of a text. */
export const runsOfFour = (text: string): string[] => runsOf(text, 4);

function runsOf(text: string, length: number): string[] {
  const characters = [...text];
  return characters.slice(length - 1).map((_, at) => characters.slice(at, at + length).join(''));
}

const bytes = (text: string) => Buffer.from(text, 'utf8');

/** The ways in which tools print a secret. */
export const WRITERS: Readonly<Record<string, (secret: string) => string>> = {
  'plain text': (secret) => secret,
  'base64 with a newline after it': (secret) => bytes(`${secret}\n`).toString('base64'),
  'base64 with one byte before it': (secret) => bytes(`u${secret}\n`).toString('base64'),
  'base64 with two bytes before it': (secret) => bytes(`u:${secret}\n`).toString('base64'),
  base64url: (secret) => bytes(secret).toString('base64url'),
  'base64url with two bytes before it': (secret) => bytes(`u:${secret}\n`).toString('base64url'),
  hex: (secret) => bytes(`${secret}\n`).toString('hex'),
  'upper-case hex': (secret) => bytes(secret).toString('hex').toUpperCase(),
  JSON: (secret) => JSON.stringify([secret]),
  'JSON in JSON': (secret) => JSON.stringify([JSON.stringify([secret])]),
  'URI encoding': (secret) => encodeURIComponent(secret),
  'form encoding': (secret) => new URLSearchParams({ v: secret }).toString(),
  ...SPELLINGS,
};
