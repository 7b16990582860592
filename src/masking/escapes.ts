/** One way in which tools encode a text, or its bytes in UTF-8; `of` returns every spelling that must be masked. */
export interface Form {
  readonly name: string;
  readonly of: (text: string, bytes: Buffer) => readonly string[];
}

/** A form that replaces single characters. */
export interface EscapedForm extends Form {
  /** The ASCII characters that it may replace: a printable text in ASCII without any of them stays as it is. */
  readonly signs: string;
}

/** A function that writes a text, or one character of it, as some programs do. */
type Spelling = (text: string) => string;

/** The characters that have an escape of their own. */
type Escapes = Readonly<Record<string, string>>;

const hexOf: Spelling = (text) => Buffer.from(text, 'utf8').toString('hex');
const hex = (code: number, width: number) => code.toString(16).padStart(width, '0');
const entity: Spelling = (sign) => `&#${sign.codePointAt(0)};`;
const octal = (byte: number) => `\\${byte.toString(8).padStart(3, '0')}`;
const percentBytes: Spelling = (sign) => hexOf(sign).toUpperCase().replace(/../g, '%$&');
const hexBytes: Spelling = (sign) => hexOf(sign).replace(/../g, '\\x$&');
const octalBytes: Spelling = (sign) => Array.from(Buffer.from(sign, 'utf8'), octal).join('');

/** JSON: each UTF-16 unit. */
const unicode: Spelling = (unit) => `\\u${hex(unit.charCodeAt(0), 4)}`;
/** Python: each character, with as many digits as it needs. */
const codePoint: Spelling = (sign) => {
  const code = sign.codePointAt(0) ?? 0;
  return code <= 0xff ? `\\x${hex(code, 2)}` : code <= 0xffff ? unicode(sign) : `\\U${hex(code, 8)}`;
};

const JSON_ESCAPES = letters('\b\f\n\r\t"\\/', 'bfnrt"\\/');
const DOTNET_ESCAPES = letters('\b\f\n\r\t\\', 'bfnrt\\');
const PYTHON_ESCAPES = letters("\t\n\r\\'", "tnr\\'");
const BASH_ESCAPES = letters("\x07\b\t\n\v\f\r\x1b'\\", "abtnvfrE'\\");
const YAML_ESCAPES = letters('\0\x07\b\t\n\v\f\r\x1b"\\\x85\xa0\u2028\u2029', '0abtnvfre"\\N_LP');

// Each creates a spelling from the characters that it escapes.
const python = escaping(codePoint, PYTHON_ESCAPES);
const pythonBytes = escaping(hexBytes, PYTHON_ESCAPES);
const ansiC = escaping(octalBytes, BASH_ESCAPES);
const backslashed = escaping((sign) => `\\${sign}`);
const doubled = escaping((sign) => sign + sign);

/** The strings of PyYAML in double quotes, by default and with `allow_unicode`. */
export const YAML_STRINGS = [/["\\]|[^ -~]/gu, /["\\\x85\u2028\u2029\ufeff]|[^ -~\xa0-\ud7ff\ue000-\ufffd]/gu].map(
  escaping(upperCase(codePoint), YAML_ESCAPES),
);

/** How programs write a double quote, a single quote and a plus sign in HTML. */
const HTML_SIGNS = [
  ['&#34;', '&#39;'], // Go, Jinja
  ['&#34;', '&#39;', '&#43;'], // Go's html/template
  ['&quot;', '&#x27;'], // Python, Django
  ['&quot;', '&#039;'], // PHP
  ['&quot;', '&#39;'], // JavaScript, .NET
  ['&quot;'], // an attribute in double quotes
  [], // a text between tags
] as const;

/** What is printable in ASCII, except letters, digits and `-._`. */
const BEYOND_WORDS = ' !"#$%&\'()*+,/:;<=>?@[\\]^`{|}~';

/** The forms that replace single characters, with the spellings of the programs that write them. */
export const ESCAPED_FORMS: readonly EscapedForm[] = [
  // JavaScript and Java; Python's quote_plus and Go's QueryEscape; PHP's urlencode; .NET's UrlEncode.
  form('form encoding', BEYOND_WORDS, ...[' *', ' ~', ' ', ' !()*'].map(percent).flatMap(bothCases)),
  // JavaScript; RFC 3986; Python's quote.
  form('URI encoding', BEYOND_WORDS, ...["!'()*~", '~', '~/'].map(percent).flatMap(bothCases)),
  // Go's PathEscape, path and user info; the user info of browsers and Node, which keep a percent sign.
  form('part of a URL', BEYOND_WORDS, ...['~$&+:=@', '~$&+,/:;=@', '~$&+,;=', "~!$%&'()*+,"].map(percent)),
  form('JSON', '"\\', json()),
  form('JSON in JSON', '"\\', inTurn(json(), json())),
  form('JSON in ASCII', '"\\', json('\x7f-\uffff'), json('\x7f-\uffff', upperCase(unicode))),
  form('JSON of Go', '"\\<>&', json('<>&\u2028\u2029')),
  form('JSON of PHP', '"\\/', json('/\x80-\uffff'), json('/\u2028\u2029')),
  form('JSON of .NET', '"\\\'&+<>`', json("'&+<>`\x7f-\uffff", upperCase(unicode), DOTNET_ESCAPES)),
  form('JSON of Gson', '"\\\'&<=>', json("'&<=>\u2028\u2029")),
  // Python's ElementTree writes XML in ASCII.
  form('HTML and XML', '&<>"\'+', ...HTML_SIGNS.map((names) => entities(names)), entities([], /[&<>]|[^\0-\x7f]/gu)),
  // Python escapes a single quote only in a text that also contains a double quote.
  form('repr of Python', "'\\", ...[/[\\\p{C}]|(?! )\p{Z}/gu, /['\\\p{C}]|(?! )\p{Z}/gu].map(python)),
  form('repr of bytes in Python', "'\\", ...[/[^ -[\]-~]/gu, /[^ -&(-[\]-~]/gu].map(pythonBytes)),
  form('YAML in double quotes', '"\\', ...YAML_STRINGS),
  // Bash, also under `set -x`; Python's shlex; dash, which writes adjacent quotes in one pair of double quotes.
  form('single quotes of bash', "'", (text) => text.replaceAll("'", "'\\''")),
  form(
    'single quotes of dash',
    "'",
    (text) => text.replaceAll("'", `'"'"'`),
    (text) => text.replace(/'+/g, `'"$&"'`),
  ),
  form('double quotes of a shell', '"$`\\', backslashed(/["$`\\]/g)),
  form('printf %q of bash', BEYOND_WORDS, backslashed(/[\t !"$&'()*,;<>?[\\\]^`{|}]|(?<=[:=])~/g)),
  // Bash writes `$'…'` for what its locale cannot print. In the C locale, these are all characters that are not ASCII. In a
  // UTF-8 locale, these are control characters, line separators and unassigned code points (measured with bash 5.2).
  form("$'…' of bash", "'\\", ...[/[^ -~]|['\\]/gu, /[\p{Cc}\p{Cn}\p{Zl}\p{Zp}'\\]/gu].map(ansiC)),
  // PowerShell also reads typographic quotes as quotes. CSV doubles double quotes.
  form('doubled quotes', `'"`, ...[/['‘’‚‛]/g, /["“”„]/g].map(doubled)),
];

function form(name: string, signs: string, ...spellings: Spelling[]): EscapedForm {
  return { name, signs, of: (text) => spellings.map((spelling) => spelling(text)) };
}

/** Creates a percent encoding that keeps letters, digits, `-._` and the characters in `kept`; a blank in it becomes `+`. */
function percent(kept: string): Spelling {
  return inTurn(escaping(percentBytes)(new RegExp(`[^\\w.${kept}-]`, 'gu')), (text) => text.replaceAll(' ', '+'));
}

/** Some programs write the hex digits of a percent encoding in lower case. */
function bothCases(encode: Spelling): Spelling[] {
  return [encode, inTurn(encode, (text) => text.replace(/%[0-9A-F]{2}/g, (escaped) => escaped.toLowerCase()))];
}

function inTurn(first: Spelling, second: Spelling): Spelling {
  return (text) => second(first(text));
}

/** Creates a JSON encoding that also escapes the characters in `more`, a part of a character class. */
function json(more = '', write = unicode, escapes = JSON_ESCAPES): Spelling {
  return escaping(write, escapes)(new RegExp(`["\\\\\\0-\\x1f${more}]`, 'g'));
}

/** Creates the spelling that writes the hex digits of an escape in upper case. */
function upperCase(write: Spelling): Spelling {
  return (sign) => write(sign).replace(/[^\\xuU]+/, (digits) => digits.toUpperCase());
}

/** Creates an HTML encoding that writes a double quote, a single quote and a plus sign in this way. */
export function entities(
  [quote = '"', apostrophe = "'", plus = '+']: readonly string[],
  signs = /[&<>"'+]/g,
): Spelling {
  return escaping(entity, { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': quote, "'": apostrophe, '+': plus })(signs);
}

/** Creates spellings that replace each match of a pattern: by its own escape, otherwise as `write` writes it. */
function escaping(write: Spelling, escapes: Escapes = {}): (signs: RegExp) => Spelling {
  // A value can have a million characters.
  const known = { ...escapes };
  return (signs) => (text) => text.replace(signs, (sign) => (known[sign] ??= write(sign)));
}

function letters(signs: string, names: string): Escapes {
  return Object.fromEntries(Array.from(signs, (sign, at) => [sign, `\\${names[at]}`]));
}
