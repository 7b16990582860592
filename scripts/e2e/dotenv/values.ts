/** The characters of quotes, escapes, expansions, comments and line ends, and letters with a meaning after them. */
export const NASTY = [...'\'"\\\\$${}`#=:- \t\n\rnrbxA1!(~'];

/** Characters that a reader could treat as a blank, a line end, or in its own way. */
export const BEYOND_ASCII = ['é', '😀', '\u0085', '\u2028', '\ufeff', '\u00a0', '\u0001', '\u007f', '\u0081', '\u001c'];

/** Returns different texts of up to ten characters of an alphabet, the same in every run. */
export function nastyTexts(count: number, alphabet: readonly string[]): string[] {
  const random = randomFrom(count);
  const text = () => Array.from({ length: random(11) }, () => alphabet[random(alphabet.length)]).join('');
  return [...new Set(Array.from({ length: count }, text))];
}

/** Returns a text of all characters that meet a condition, except NUL and lone surrogates. */
export function charactersWhere(isWanted: (codePoint: number) => boolean): string {
  const codePoints = Array.from({ length: 0x110000 }, (_, i) => i);
  return codePoints
    .filter((codePoint) => codePoint > 0 && (codePoint < 0xd800 || codePoint > 0xdfff) && isWanted(codePoint))
    .map((codePoint) => String.fromCodePoint(codePoint))
    .join('');
}

/** Usual kinds of values that a dotenv file must accept. */
export const DOTENV_KINDS: Record<string, string> = {
  nothing: '',
  'a PEM': '-----BEGIN PRIVATE KEY-----\nMIIE+/=\n-----END PRIVATE KEY-----\n',
  JSON: '{"user":"me","password":"#$x `y`","n":[1, 2]}',
  'a Windows path': String.raw`C:\new\temp\rabbit`,
  'a connection string': 'Server=tcp:db,1433;Password=p#s$w`d!;Encrypt=True',
  'a sentence': "It's #1 = 100%, isn't it?\n\tYes; \\d for $ 5 ~/ * !! ",
  'blanks and newlines': '\n \t \n',
  'assignments and comments': 'A="x"\nexport V1=y\n# z\nV2=\n',
  'printable ASCII': charactersWhere((codePoint) => codePoint > 31 && codePoint < 127 && codePoint !== 39),
  'the first plane': charactersWhere((codePoint) => codePoint < 0x10000 && ![13, 39].includes(codePoint)),
  'the first plane with a single quote': charactersWhere(
    (codePoint) => codePoint < 0x10000 && ![13, 34, 36, 92, 96].includes(codePoint),
  ),
  'characters of all planes': charactersWhere((codePoint) => codePoint > 0xffff && codePoint % 61 === 0),
  'the longest value': 'x y\n'.repeat(2_000_000),
};

/** Usual kinds of values that an env-file must accept. */
export const ENV_FILE_KINDS: Record<string, string> = {
  nothing: '',
  JSON: String.raw`{"user":"it's","password":"\"#\${X} $x"}`,
  'blanks around': ' \t# x\t ',
  'a CR inside': 'a\rb',
  'the first plane': charactersWhere((codePoint) => codePoint < 0x3000 && codePoint !== 10),
  'characters of all planes': charactersWhere((codePoint) => codePoint > 0xffff && codePoint % 601 === 0),
  'the longest line': 'x'.repeat(65_535 - 'V0='.length),
};

/** Creates a generator of whole numbers below a limit: mulberry32. */
function randomFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}
