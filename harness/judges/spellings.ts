/** How a program writes a text, or one character of it. */
type Spelling = (text: string) => string;

/** Creates the spelling that keeps the characters of a pattern, and writes the others in another way. */
function except(kept: RegExp, write: Spelling): Spelling {
  return (text) => Array.from(text, (sign) => (kept.test(sign) ? sign : write(sign))).join('');
}

/** Creates the spelling that writes the characters of a table as their entries, and the others in another way. */
function named(table: Readonly<Record<string, string>>, write: Spelling = (sign) => sign): Spelling {
  return (sign) => table[sign] ?? write(sign);
}

const hex = (number: number, width: number) => number.toString(16).padStart(width, '0');
const code = (sign: string) => sign.codePointAt(0) ?? 0;
const eachByte = (write: (byte: number) => string) => (sign: string) => Array.from(Buffer.from(sign), write).join('');
const eachUnit = (write: Spelling) => (sign: string) => sign.split('').map(write).join('');

const percent = eachByte((byte) => `%${hex(byte, 2).toUpperCase()}`);
const unicode = eachUnit((unit) => `\\u${hex(code(unit), 4)}`);
const upperUnicode = eachUnit((unit) => `\\u${hex(code(unit), 4).toUpperCase()}`);
const hexByte = eachByte((byte) => `\\x${hex(byte, 2)}`);
const codePoint: Spelling = (sign) =>
  code(sign) < 0x100 ? `\\x${hex(code(sign), 2)}` : code(sign) < 0x1_0000 ? unicode(sign) : `\\U${hex(code(sign), 8)}`;
const upperCodePoint: Spelling = (sign) => codePoint(sign).slice(0, 2) + codePoint(sign).slice(2).toUpperCase();

const JSON_SIGNS = { '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\', '"': '\\"' };
const PYTHON_SIGNS = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' };
const YAML_SIGNS = {
  ...JSON_SIGNS,
  ...{ '\0': '\\0', '\x07': '\\a', '\v': '\\v', '\x1b': '\\e', '\x85': '\\N', '\xa0': '\\_' },
  ...{ '\u2028': '\\L', '\u2029': '\\P' },
};
const BRACKETS = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Puts a text in the quotes that Python chooses, and escapes these quotes in the text. */
function pythonQuoted(text: string, escaped: RegExp, write: Spelling): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const sign = named({ ...PYTHON_SIGNS, [quote]: `\\${quote}` }, (other) =>
    escaped.test(other) ? write(other) : other,
  );
  return quote + Array.from(text, sign).join('') + quote;
}

/** Returns base64 in lines of this many characters; longer values than the action masks so are on one line. */
const base64Lines = (columns: number) => (text: string) => {
  const base64 = Buffer.from(text).toString('base64');
  return base64.length > 20_000 ? base64 : (base64.match(new RegExp(`.{1,${columns}}`, 'g')) ?? []).join('\n');
};

/**
 * Breaks a text of one line as PyYAML does without quotes: at the first single blank after the column 80. A JSON document stays
 * in one line: the names of its fields are not secret, and its leaves are texts of their own.
 */
function folded(text: string): string {
  if (/^\s*[[{]/.test(text)) return text;
  return text.split(/(?<=[^ ]) (?=[^ ])/).reduce((printed, word) => {
    const column = printed.length - printed.lastIndexOf('\n') - 1;
    return `${printed}${column > 80 ? '\n  ' : ' '}${word}`;
  }, 'v:');
}

/** What programs print for a secret; `__tests__/real/spellings.test.ts` compares each text with its program. */
export const SPELLINGS = {
  'quote_plus of Python': except(/[\w.~-]/, named({ ' ': '+' }, percent)),
  'QueryEscape of Go': except(/[\w.~-]/, named({ ' ': '+' }, percent)),
  'PathEscape of Go': except(/[\w.~$&+:=@-]/, percent),
  'path of Go': except(/[\w.~$&+,/:;=@-]/, percent),
  'user info of Go': except(/[\w.~$&+,;=-]/, percent),
  'user info of Node': (text) => Object.assign(new URL('https://u@h'), { password: text }).password,
  'urlencode of PHP': except(/[\w.-]/, named({ ' ': '+' }, percent)),
  'JSON of Python': except(/[^"\\\0-\x1f\x7f-\uffff]/, named(JSON_SIGNS, unicode)),
  'JSON of Go': except(/[^"\\\0-\x1f<>&\u2028\u2029]/, named(JSON_SIGNS, unicode)),
  'JSON of PHP': except(/[^"\\/\0-\x1f\x80-\uffff]/, named({ ...JSON_SIGNS, '/': '\\/' }, unicode)),
  'JSON of PHP in Unicode': except(/[^"\\/\0-\x1f\u2028\u2029]/, named({ ...JSON_SIGNS, '/': '\\/' }, unicode)),
  'JSON of Gson': except(/[^"\\'<>&=\0-\x1f\u2028\u2029]/, named(JSON_SIGNS, unicode)),
  'JSON of .NET': except(/[^"\\'`<>&+\0-\x1f\x7f-\uffff]/, named({ ...JSON_SIGNS, '"': '\\u0022' }, upperUnicode)),
  'HTML of Python': except(/[^&<>"']/, named({ ...BRACKETS, '"': '&quot;', "'": '&#x27;' })),
  'HTML of Go': except(/[^&<>"']/, named({ ...BRACKETS, '"': '&#34;', "'": '&#39;' })),
  'HTML template of Go': except(/[^&<>"'+]/, named({ ...BRACKETS, '"': '&#34;', "'": '&#39;', '+': '&#43;' })),
  'HTML of PHP': except(/[^&<>"']/, named({ ...BRACKETS, '"': '&quot;', "'": '&#039;' })),
  'XML of Python': except(/[^&<>]/, named(BRACKETS)),
  'XML of Python in ASCII': except(
    /[^&<>\x80-\uffff]/,
    named(BRACKETS, (sign) => `&#${code(sign)};`),
  ),
  'repr of Python': (text) => pythonQuoted(text, /^(?! )[\p{C}\p{Z}]$/u, codePoint),
  'repr of bytes in Python': (text) => `b${pythonQuoted(text, /[^\x20-\x7e]/, hexByte)}`,
  'YAML of Python in double quotes': except(/^[^\\"\0-\x1f\x7f-\uffff]$/, named(YAML_SIGNS, upperCodePoint)),
  'folded YAML': folded,
  'shlex of Python': (text) => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'"'"'`)}'`),
  'export -p of dash': (text) => `'${text.replace(/'+/g, (run) => `'"${run}"'`)}'`,
  'declare -p of bash': except(/[^"$`\\]/, (sign) => `\\${sign}`),
  'printf %q of bash': (text) =>
    text.replace(/[^\w%+./:=@~#-]|^[~#]|(?<=[:=])~/g, (sign) => (/[^\0-\x7f]/.test(sign) ? sign : `\\${sign}`)),
  'doubled quotes of PowerShell': except(/[^'‘’‚‛]/, (sign) => sign + sign),
  'doubled quotes of CSV': except(/[^"]/, (sign) => sign + sign),
  'base64 of a file': (text) => base64Lines(76)(`${text}\n`),
  'base64 of openssl': base64Lines(64),
} satisfies Readonly<Record<string, Spelling>>;
