"use strict";
exports.id = 55;
exports.ids = [55];
exports.modules = {

/***/ 55:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createStep: () => (/* binding */ createStep)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(760);
;// CONCATENATED MODULE: ./lib/machine/environment.js




/** Returns where the documents are: in the action's own repository, or else in the workflow's checkout. */
function documentsOf(variables) {
    const { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = variables;
    return server && repository && ref ? `${server}/${repository}/blob/${ref}/docs` : 'docs';
}
/** What other runners set besides GITHUB_ACTIONS: nektos/act (run_context.go), and those of Gitea and Forgejo (runner.go). */
const OTHER_RUNNERS = ['ACT', 'GITEA_ACTIONS', 'FORGEJO_ACTIONS'];
/** Whether the step runs on GitHub's own runner. */
function isGitHubRunner(variables) {
    return Boolean(variables['GITHUB_ACTIONS']) && !OTHER_RUNNERS.some((name) => variables[name]);
}
/** Reads the environment from the variables of the job and from the machine. */
function readEnvironment(env, mask) {
    let folder;
    // Only when it is needed: a random name loads Node's cryptography.
    const ownFolder = () => {
        folder ??= join(env['RUNNER_TEMP'] ?? '', newFolderName());
        return folder;
    };
    return {
        variable: (name) => env[name] || undefined,
        readFile: (path) => readRegularFile(path),
        mask,
        pathOf: (file) => join(ownFolder(), file),
        // MAX_ARG_STRLEN in Linux' limits.h, the Win32 page on CreateProcess.
        limit: process.platform === 'win32' ? { characters: 32_767 } : { bytes: 128 * 1024 },
        space: spaceIn(env),
        get folder() {
            return ownFolder();
        },
        dockerPlaces: {
            dockerConfig: env['DOCKER_CONFIG'],
            registryAuthFile: env['REGISTRY_AUTH_FILE'],
            xdgRuntimeDir: env['XDG_RUNTIME_DIR'],
            xdgConfigHome: env['XDG_CONFIG_HOME'],
            home: homedir(),
            uid: process.getuid?.(),
            platform: process.platform,
        },
        now: new Date(),
    };
}
/** The most bytes of a program's environment and arguments together (execve(2); sysctl kern.argmax). */
const MOST = { linux: 2 * 1024 * 1024, darwin: 1024 * 1024 };
/** Computes the bytes that are left for variables, if one argument has the largest size. */
function spaceIn(env) {
    const used = Object.entries(env).reduce((sum, [name, value = '']) => sum + entrySize(name, value), 0);
    return (MOST[process.platform] ?? Number.POSITIVE_INFINITY) - 128 * 1024 - used;
}
/** Reads where the runner issues ID tokens; returns undefined for a job without `id-token: write`. */
function idTokenRequestOf({ variable, mask, }) {
    const url = variable('ACTIONS_ID_TOKEN_REQUEST_URL');
    const token = variable('ACTIONS_ID_TOKEN_REQUEST_TOKEN');
    if (url === undefined || token === undefined) {
        return undefined;
    }
    mask([token]);
    return { url, token };
}

;// CONCATENATED MODULE: ./lib/masking/escapes.js
const hexOf = (text) => Buffer.from(text, 'utf8').toString('hex');
const hex = (code, width) => code.toString(16).padStart(width, '0');
const entity = (sign) => `&#${sign.codePointAt(0)};`;
const octal = (byte) => `\\${byte.toString(8).padStart(3, '0')}`;
const percentBytes = (sign) => hexOf(sign).toUpperCase().replace(/../g, '%$&');
const hexBytes = (sign) => hexOf(sign).replace(/../g, '\\x$&');
const octalBytes = (sign) => Array.from(Buffer.from(sign, 'utf8'), octal).join('');
/** JSON: each UTF-16 unit. */
const unicode = (unit) => `\\u${hex(unit.charCodeAt(0), 4)}`;
/** Python: each character, with as many digits as it needs. */
const codePoint = (sign) => {
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
const YAML_STRINGS = [/["\\]|[^ -~]/gu, /["\\\x85\u2028\u2029\ufeff]|[^ -~\xa0-\ud7ff\ue000-\ufffd]/gu].map(escaping(upperCase(codePoint), YAML_ESCAPES));
/** How programs write a double quote, a single quote and a plus sign in HTML. */
const HTML_SIGNS = [
    ['&#34;', '&#39;'], // Go, Jinja
    ['&#34;', '&#39;', '&#43;'], // Go's html/template
    ['&quot;', '&#x27;'], // Python, Django
    ['&quot;', '&#039;'], // PHP
    ['&quot;', '&#39;'], // JavaScript, .NET
    ['&quot;'], // an attribute in double quotes
    [], // a text between tags
];
/** What is printable in ASCII, except letters, digits and `-._`. */
const BEYOND_WORDS = ' !"#$%&\'()*+,/:;<=>?@[\\]^`{|}~';
/** The forms that replace single characters, with the spellings of the programs that write them. */
const ESCAPED_FORMS = [
    // JavaScript and Java; Python's quote_plus and Go's QueryEscape; PHP's urlencode; .NET's UrlEncode.
    escapes_form('form encoding', BEYOND_WORDS, ...[' *', ' ~', ' ', ' !()*'].map(percent).flatMap(bothCases)),
    // JavaScript; RFC 3986; Python's quote.
    escapes_form('URI encoding', BEYOND_WORDS, ...["!'()*~", '~', '~/'].map(percent).flatMap(bothCases)),
    // Go's PathEscape, path and user info; the user info of browsers and Node, which keep a percent sign.
    escapes_form('part of a URL', BEYOND_WORDS, ...['~$&+:=@', '~$&+,/:;=@', '~$&+,;=', "~!$%&'()*+,"].map(percent)),
    escapes_form('JSON', '"\\', json()),
    escapes_form('JSON in JSON', '"\\', inTurn(json(), json())),
    escapes_form('JSON in ASCII', '"\\', json('\x7f-\uffff'), json('\x7f-\uffff', upperCase(unicode))),
    escapes_form('JSON of Go', '"\\<>&', json('<>&\u2028\u2029')),
    escapes_form('JSON of PHP', '"\\/', json('/\x80-\uffff'), json('/\u2028\u2029')),
    escapes_form('JSON of .NET', '"\\\'&+<>`', json("'&+<>`\x7f-\uffff", upperCase(unicode), DOTNET_ESCAPES)),
    escapes_form('JSON of Gson', '"\\\'&<=>', json("'&<=>\u2028\u2029")),
    // Python's ElementTree writes XML in ASCII.
    escapes_form('HTML and XML', '&<>"\'+', ...HTML_SIGNS.map((names) => entities(names)), entities([], /[&<>]|[^\0-\x7f]/gu)),
    // Python escapes a single quote only in a text that also contains a double quote.
    escapes_form('repr of Python', "'\\", ...[/[\\\p{C}]|(?! )\p{Z}/gu, /['\\\p{C}]|(?! )\p{Z}/gu].map(python)),
    escapes_form('repr of bytes in Python', "'\\", ...[/[^ -[\]-~]/gu, /[^ -&(-[\]-~]/gu].map(pythonBytes)),
    escapes_form('YAML in double quotes', '"\\', ...YAML_STRINGS),
    // Bash, also under `set -x`; Python's shlex; dash, which writes adjacent quotes in one pair of double quotes.
    escapes_form('single quotes of bash', "'", (text) => text.replaceAll("'", "'\\''")),
    escapes_form('single quotes of dash', "'", (text) => text.replaceAll("'", `'"'"'`), (text) => text.replace(/'+/g, `'"$&"'`)),
    escapes_form('double quotes of a shell', '"$`\\', backslashed(/["$`\\]/g)),
    escapes_form('printf %q of bash', BEYOND_WORDS, backslashed(/[\t !"$&'()*,;<>?[\\\]^`{|}]|(?<=[:=])~/g)),
    // Bash writes `$'…'` for what its locale cannot print. In the C locale, these are all characters that are not ASCII. In a
    // UTF-8 locale, these are control characters, line separators and unassigned code points (measured with bash 5.2).
    escapes_form("$'…' of bash", "'\\", ...[/[^ -~]|['\\]/gu, /[\p{Cc}\p{Cn}\p{Zl}\p{Zp}'\\]/gu].map(ansiC)),
    // PowerShell also reads typographic quotes as quotes. CSV doubles double quotes.
    escapes_form('doubled quotes', `'"`, ...[/['‘’‚‛]/g, /["“”„]/g].map(doubled)),
];
function escapes_form(name, signs, ...spellings) {
    return { name, signs, of: (text) => spellings.map((spelling) => spelling(text)) };
}
/** Creates a percent encoding that keeps letters, digits, `-._` and the characters in `kept`; a blank in it becomes `+`. */
function percent(kept) {
    return inTurn(escaping(percentBytes)(new RegExp(`[^\\w.${kept}-]`, 'gu')), (text) => text.replaceAll(' ', '+'));
}
/** Some programs write the hex digits of a percent encoding in lower case. */
function bothCases(encode) {
    return [encode, inTurn(encode, (text) => text.replace(/%[0-9A-F]{2}/g, (escaped) => escaped.toLowerCase()))];
}
function inTurn(first, second) {
    return (text) => second(first(text));
}
/** Creates a JSON encoding that also escapes the characters in `more`, a part of a character class. */
function json(more = '', write = unicode, escapes = JSON_ESCAPES) {
    return escaping(write, escapes)(new RegExp(`["\\\\\\0-\\x1f${more}]`, 'g'));
}
/** Creates the spelling that writes the hex digits of an escape in upper case. */
function upperCase(write) {
    return (sign) => write(sign).replace(/[^\\xuU]+/, (digits) => digits.toUpperCase());
}
/** Creates an HTML encoding that writes a double quote, a single quote and a plus sign in this way. */
function entities([quote = '"', apostrophe = "'", plus = '+'], signs = /[&<>"'+]/g) {
    return escaping(entity, { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': quote, "'": apostrophe, '+': plus })(signs);
}
/** Creates spellings that replace each match of a pattern: by its own escape, otherwise as `write` writes it. */
function escaping(write, escapes = {}) {
    // A value can have a million characters.
    const known = { ...escapes };
    return (signs) => (text) => text.replace(signs, (sign) => (known[sign] ??= write(sign)));
}
function letters(signs, names) {
    return Object.fromEntries(Array.from(signs, (sign, at) => [sign, `\\${names[at]}`]));
}

;// CONCATENATED MODULE: ./lib/masking/forms.js

/** A derived form with fewer characters would hide more of the log than of the secret. */
const forms_SHORTEST = 8;
/** More bytes have so many lines of base64 that their masks would slow down the runner. */
const MOST_BYTES = 16_384;
/** The fewest bytes that, with a newline, have more than one line of 64 characters in base64. */
const SHORTEST_IN_LINES = 48;
/** A folded line has 80 columns, of which the key and its indentation may take half. */
const SHORTEST_FOLDED = 40;
/** A last folded line that is not masked. */
const USUAL_WORD = /^\p{L}{1,11}$/u;
/** A text with more words is prose; two masks for each word would slow down the runner. */
const MOST_FOLDS = 200;
/** Where PyYAML folds a text in double quotes: at a blank, and after an escape. */
const YAML_FOLDS = / |(?<=\\(?:x..|u.{4}|U.{8}|[^xuU]))/g;
/** The forms that do not depend on single characters. */
const BYTE_FORMS = [
    { name: 'base64 at three alignments', of: (_, bytes) => base64Groups(bytes) },
    { name: 'base64url at three alignments', of: (_, bytes) => base64Groups(bytes).map(toBase64url) },
    { name: 'base64 in lines', of: (_, bytes) => base64Lines(bytes) },
    { name: 'hex', of: (_, bytes) => bothHex(bytes) },
    { name: 'folded text', of: foldedText },
];
/**
 * The forms of a secret that GitHub's runner, or a runner with fewer encodings, does not mask on its own.
 *
 * The runner adds base64 of the whole text at three alignments. `echo "$V" | base64` also encodes a newline, so that for two of
 * three texts, none of these forms matches. Forms that are cut to whole groups of three bytes match whatever follows the text.
 */
const FORMS = [...BYTE_FORMS, ...ESCAPED_FORMS];
/** Returns the forms in which tools print bytes that are not valid text. */
function formsOfBytes(bytes) {
    const groups = base64Groups(bytes);
    const forms = [...groups, ...groups.map(toBase64url), ...base64Lines(bytes), ...bothHex(bytes)];
    return [...new Set(forms)].filter((form) => form.length >= forms_SHORTEST);
}
/** Returns every derived form of a text that differs from the text and is long enough to be masked. */
function derivedForms(text) {
    const wellFormed = text.toWellFormed();
    const bytes = Buffer.from(wellFormed, 'utf8');
    const forms = [];
    for (const { of } of [...BYTE_FORMS, ...escapedForms(wellFormed)]) {
        forms.push(...of(wellFormed, bytes));
    }
    return forms.filter((form) => form.length >= forms_SHORTEST && form !== text);
}
/** Leaves out the forms that would return the text itself: their patterns take longer than all other masks of a usual text. */
function escapedForms(text) {
    if (!/^[ -~]*$/.test(text)) {
        return ESCAPED_FORMS;
    }
    const signs = [...new Set(text.replace(/[\w.-]+/g, ''))];
    return signs.length === 0 ? [] : ESCAPED_FORMS.filter((form) => signs.some((sign) => form.signs.includes(sign)));
}
/** Encodes the whole groups of three bytes in base64, at each alignment: the results are the same whatever precedes and follows the bytes. */
function base64Groups(bytes) {
    return [0, 1, 2].map((shift) => bytes.toString('base64', shift, bytes.length - ((bytes.length - shift) % 3)));
}
function bothHex(bytes) {
    const hex = bytes.toString('hex');
    return [hex, hex.toUpperCase()];
}
function toBase64url(base64) {
    return base64.replaceAll('+', '-').replaceAll('/', '_');
}
/** Returns the lines of base64 as tools wrap it, for bytes with and without a newline after them. */
function base64Lines(bytes) {
    const isOneLine = bytes.length < SHORTEST_IN_LINES;
    const texts = isOneLine || bytes.length > MOST_BYTES ? [] : [bytes, Buffer.concat([bytes, Buffer.from('\n')])];
    return texts
        .map((text) => text.toString('base64'))
        .flatMap((base64) => [/.{1,64}/g, /.{1,76}/g].map((line) => base64.match(line) ?? []))
        .flatMap((lines) => (lines.length > 1 ? lines.map(withoutPadding) : []));
}
/** The last group depends on what follows. A line of two groups stays as it is, because one group is too short for a mask. */
function withoutPadding(line) {
    return line.length > forms_SHORTEST && line.endsWith('=') ? line.slice(0, -4) : line;
}
/** Returns masks that together hide a line wherever PyYAML folds it: at blanks, and in double quotes also after each escape. */
function foldedText(text) {
    const isUnfolded = text.length <= SHORTEST_FOLDED || /^[!-~]*$/.test(text);
    if (isUnfolded || /^[[{]|[\r\n]|-----BEGIN /.test(text)) {
        // The leaves and lines of a document, and the runs of a PEM block, are texts of their own.
        return [];
    }
    const unquoted = [text, text.replaceAll("'", "''")].flatMap((plain) => foldedParts(plain, / /g));
    const quoted = /^[ -~]*$/.test(text) ? [] : YAML_STRINGS.map((write) => write(text));
    return [...unquoted, ...quoted.flatMap((escaped) => foldedParts(escaped, YAML_FOLDS))];
}
/**
 * Returns parts of a text that together hide what is between any two folds: it starts with the part after the first fold, and
 * ends with the part before the second. A part is as long as a folded line, so that it does not hide a usual word.
 */
function foldedParts(text, fold) {
    const folds = [0, ...Array.from(text.matchAll(fold), ({ index }) => index)];
    return (folds.length > MOST_FOLDS ? [] : folds).flatMap((at) => {
        const end = folds.find((next) => next >= at + SHORTEST_FOLDED);
        const start = folds.findLast((previous) => previous <= at - SHORTEST_FOLDED);
        return [text.slice(at, end), text.slice(start ?? at, at)]
            .map((part) => part.trim())
            .filter((part) => !USUAL_WORD.test(part));
    });
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(573);
// EXTERNAL MODULE: ./lib/json.js
var lib_json = __webpack_require__(60);
;// CONCATENATED MODULE: ./lib/masking/pem.js
/** Blocks that anyone may read, with titles as in the CA bundle of curl. A block ends at the next dashes. */
const PUBLIC_BLOCK = /(?:^([^:=\r\n]*)\r?\n(=+)\r?\n)?-----BEGIN ((?:TRUSTED |X509 )?CERTIFICATE|(?:RSA )?PUBLIC KEY|X509 CRL)-----[A-Za-z0-9+/=\s]+-----END \3-----/gm;
/** What is between the first and the last line of a block, also of an encrypted one with headers. */
const BODY = /-----BEGIN [^-\r\n]+-----((?:(?!-----).)+)-----END/gs;
/** The name of a pair that could contain a secret. */
const SECRET_NAME = /pass|pwd|token|secret|key(?:s|(?![a-z]))/i;
/**
 * Tells whether a text consists only of public PEM blocks (certificates, public keys, revocation lists), blank lines and
 * comments. It is not a secret, and masks on its lines would hide every certificate of later steps.
 *
 * A comment such as `# password: x` makes the text a secret.
 */
function isPublicPem(text) {
    // An underlined title is as long as its line; anything else above a block could be a secret.
    const rest = text.replace(PUBLIC_BLOCK, (block, title = '', line = '') => title.length === line.length ? '' : block);
    const isHarmless = (line) => /^\s*(?:#.*)?$/.test(line) && !SECRET_NAME.test(line.slice(0, line.search(/[:=]/) + 1));
    return rest !== text && rest.split(/[\r\n]/).every(isHarmless);
}
/**
 * Lists the runs without blanks in the PEM blocks of a text, which can have blanks or `\n` in place of its newlines.
 *
 * A program that repairs such a block prints each run in its own line, or folds it at 64 characters.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7468#section-2
 */
function pemRuns(text) {
    return [...text.matchAll(BODY)]
        .flatMap(([, body = '']) => body.split(/\s|\\r|\\n/))
        .flatMap((run) => [run, ...(run.match(/.{1,64}/g) ?? [])]);
}

;// CONCATENATED MODULE: ./lib/masking/places.js

/** No variable and no argument of a program is longer on Linux; with longer parts, a text could have masks of 100 MB. */
const LONGEST = 128 * 1024;
/** What separates the pairs of a line, apart from a line with only one pair. */
const SEPARATORS = [/;/, /[?&]/, /[,{}[\]]/, /\s+/];
/**
 * The other places of a secret in a line, each with a text without which it does not occur. No pattern reads a character more than
 * a few times, however long the line is.
 */
const PLACES = [
    // What follows a word: `password x` in .netrc, whatever it looks like; `Bearer x` in a header.
    ['password', /^(?:(?:machine|login|account)\s+\S+\s+|default\s+)*(?<key>password)\s+(?<text>\S+)/g],
    ['', /(?:pass|pwd|token|secret|key|bearer|basic)[\w-]{0,30}["']?\s+(?<text>\S+)/gi],
    // A quoted text, which can contain separators. A quoted key has a separator after it.
    ['"', /\\.|"(?<text>(?:\\.|""|[^"\\])*)"?(?<isKey>\s*[:=])?/gs],
    ["'", /'(?<text>(?:'\\''|''|[^'])*)'?(?<isKey>\s*[:=])?/g],
    // Braces of ODBC.
    ['={', /=\{(?<text>[^{}]*)\}/g],
    // An item of a list in YAML that is not a pair, and the end of a quoted text of several lines.
    ['-', /^(?:-\s+)+(?![\w.-]+:\s)(?<text>.*)/g],
    ['', /^(?<text>[^"']+)["'][;,]?$/g],
    // An element of XML.
    ['<', /<(?<key>[^<>]*)>(?<text>[^<]+)/g],
    ['<!', /<!\[CDATA\[(?<text>[^\]]*)/g],
    // The user information of a URL, and its user alone, which can be a token; the password after `user/`, as Oracle writes it.
    ['@', /\/(?<text>[^\s/"<>]+)@/g],
    ['@', /\/\/(?<text>[^\s/"<>:@]+):(?=[^\s/"<>]*@)/g],
];
const XML_SIGNS = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
/** How programs read a value: as it is, without escapes or doubled quotes, or decoded from a URL or XML. */
const READINGS = [
    (text) => text,
    (text) => text.replace(/\\(?:u([0-9a-f]{4})|(.))/gi, (_, code, sign) => sign ?? String.fromCharCode(Number(`0x${code}`))),
    (text) => text.replace(/'\\''|'"'"'|''/g, "'").replaceAll('""', '"'),
    unescaped,
    (text) => unescaped(text.replaceAll('+', ' ')),
    (text) => text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => XML_SIGNS[name] ?? ''),
];
/** Lists the values in a line, each as every program reads it. */
function valuesIn(line) {
    const segments = new Set([line, ...SEPARATORS.flatMap((separator) => line.split(separator))]);
    const places = PLACES.flatMap(([needs, pattern]) => line.includes(needs) ? Array.from(line.matchAll(pattern), ({ groups }) => groups ?? {}) : []);
    const values = [
        ...[...segments].flatMap(pairsIn),
        ...itemsIn(line),
        // A line of an element of XML.
        ...(/&\w+;/.test(line) ? [{ text: line }] : []),
        ...places.filter(({ isKey }) => isKey === undefined),
    ];
    return values.flatMap(({ key = '', text = '' }) => text.length > LONGEST ? [] : readingsOf(text).map((one) => ({ text: one, named: SECRET_NAME.test(key) })));
}
function readingsOf(text) {
    return /[\\'"%+&]/.test(text) ? READINGS.map((read) => read(text)) : [text];
}
/** Reads the items of a list after a name, such as `tokens: [a, b]` or `TOKENS=a,b`. */
function itemsIn(line) {
    const [start = '', key = ''] = /^\W*([\w.-]+)["']?\s*[=:]/.exec(line) ?? [];
    const items = start === '' ? [] : line.slice(start.length).split(/[,[\]]/);
    return items.length < 2 ? [] : items.map((item) => ({ key, text: item.trim() }));
}
/** Reads a line, or a part of it, as a pair. The last of several values after colons can be a password, as in .pgpass. */
function pairsIn(segment) {
    // The address of a URL is not a value.
    const [, key = '', sign, text = ''] = /^([^=:]*)([=:])[=:>]*\s*(?!\/\/)(.*)$/s.exec(segment.trim()) ?? [];
    const last = sign === ':' ? text.split(/(?<!\\):/).slice(-1) : [];
    const texts = /^["'`]/.test(text)
        ? text.split(text.charAt(0)).slice(1, 2)
        : [text, ...text.split(/\s[#;]/, 1), ...last];
    return texts.map((one) => ({ key, text: one }));
}
function unescaped(text) {
    return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
}

;// CONCATENATED MODULE: ./lib/masking/parts.js





/** How many texts can be inside each other, for example a password in a URL in a `.env` file in base64. */
const DEPTH = 5;
/** A text with more parts is not a usual document, but could keep this process busy for minutes. Leaves of JSON do not count. */
const MOST_PARTS = 10_000;
/** A short word, a date, an IP address or a reference to a variable: a log is full of them. */
const NO_SECRET = /^(?:\p{L}{1,11}|\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?|(?:\d{1,3}\.){3}\d{1,3}(?:[:/]\d+)?|\$\{\w+\})$/u;
/** Splits a text into its lines, without blanks at both ends. */
function parts_linesOf(text) {
    return text.split(/\r\n|\r|\n/).map((line) => line.trim());
}
/**
 * Finds what a later step can print alone of a value: its lines, the leaves of JSON, the secret parts of other texts, and all
 * of these in base64. No text in `plain` is a part.
 */
function contentsOf(value, plain = []) {
    const seen = new Set([value, ...plain]);
    const lines = new Set();
    const found = [{ text: value, named: false, depth: 0 }];
    // The loop also reaches the parts that it finds.
    for (const { text, named, depth } of found) {
        const isJson = (0,lib_json/* leavesOf */.wf)(text).length > 0;
        const own = isJson ? parts_linesOf(text) : printedLines(text);
        own.forEach(lines.add, lines);
        const places = depth < DEPTH ? new Set([text, ...(isJson ? [] : own)]) : [];
        for (const part of partsOf(places, { named, isFull: () => !isJson && found.length > MOST_PARTS })) {
            if (!seen.has(part.text) && !isPublicPem(part.text)) {
                seen.add(part.text);
                found.push({ ...part, depth: depth + 1 });
            }
        }
    }
    const parts = found.slice(1).map(({ text }) => text);
    return { parts, lines: [...lines], isCut: parts.length >= MOST_PARTS && (0,lib_json/* leavesOf */.wf)(value).length === 0 };
}
/** Lists the parts in places, one place after another, until there are enough. */
function* partsOf(places, { named, isFull }) {
    for (const text of places) {
        if (isFull()) {
            return;
        }
        yield* partsIn({ text, named });
    }
}
/** Splits a text also where `\n` is written in place of a newline, as `echo -e` prints it. */
function printedLines(text) {
    return [text, ...text.split(/(?:\\r)?\\n/)].flatMap(parts_linesOf);
}
/** Lists the parts of a line or of a whole text: every leaf of JSON, or what is long enough and not common in logs. */
function partsIn({ text, named }) {
    const leaves = (0,lib_json/* leavesOf */.wf)(text);
    if (leaves.length > 0) {
        return leaves.map((leaf) => ({ text: leaf, named: true }));
    }
    const runs = pemRuns(text).map((run) => ({ text: run, named: true }));
    const values = /[\r\n]/.test(text) || !/[\s=:/"'<&%\\]/.test(text) ? [] : valuesIn(text);
    return [...runs, ...values, { text: decoded(text), named }].filter((part) => part.text.length >= forms_SHORTEST && (part.named || !NO_SECRET.test(part.text)));
}
/** Decodes base64, also over several lines; returns an empty text for anything else, such as a token. */
function decoded(text) {
    const bytes = Buffer.from(/^[\w+/=\s-]+$/.test(text) ? text : '', 'base64');
    const result = (0,external_node_buffer_.isUtf8)(bytes) ? bytes.toString('utf8') : '';
    return /[^\P{Cc}\t\r\n]/u.test(result) ? '' : result;
}

;// CONCATENATED MODULE: ./lib/masking/masks.js




/** A value with fewer characters is also masked, with a warning that it hides unrelated text of the log. */
const SHORT = 4;
/** Plain JSON syntax: with a mask on `{` or `true`, no log would be readable, and the runner would drop most job outputs. */
const JSON_SYNTAX = /^(?:[{}[\],:\s\u0085]|\b(?:true|false|null)\b)*$/;
/** GitHub's runner. */
const githubReader = {
    spellingsOf: (piece) => (canBeSentWhole(piece) ? [piece] : []),
    commandsFor: (texts) => texts.flatMap(commandData).map((data) => addMask(data)),
};
/** Writes the command of the toolkit's `setSecret` (escapeData in its command.ts), or the older form (ActionCommand.cs). */
function addMask(data, inBrackets = isCommandToo(data)) {
    const escaped = data.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
    return inBrackets ? `##[add-mask]${escaped.replace(/\]/g, '%5D')}\n` : `::add-mask::${escaped}\n`;
}
/** Tells whether the runner could obey a part of a text: if it does not find the second `::` of the command, it looks for `##[`. */
function isCommandToo(text) {
    return /^[^\x00-\x7f]/.test(text) && text.includes('##[');
}
/** Tells whether a text may be registered: it is neither blank nor plain JSON syntax. */
function isMaskable(text) {
    return !JSON_SYNTAX.test(text);
}
/** Tells whether a text is so short that its mask hides unrelated text. */
function isShort(text) {
    const trimmed = text.trim();
    return trimmed.length < 2 * SHORT && [...trimmed].length < SHORT;
}
/** Tells whether a value is, or consists only of parts, so short that a mask hides unrelated text. */
function hasShortMask(value) {
    if (!/[\r\n]/.test(value) && isMaskable(value) && !isShort(value)) {
        return false;
    }
    const { parts, lines } = piecesOf(value);
    return [...parts, ...lines].some(isShort);
}
/** Tells whether a value contains lines or list items that are too short to be masked, together with longer ones. */
function hasOpenParts(value) {
    const parts = [...linesOf(value), ...leavesOf(value)].filter(isMaskable);
    return parts.some(isShort) && !parts.every(isShort);
}
/** The most masks of one value: the runner searches every line of the log for every mask. */
const MOST_MASKS = 5_000;
/**
 * Returns every text to register for one secret value, longest first.
 *
 * These are the value, its lines, its JSON leaves and other secret parts, and the derived forms of each. JSON leaves in `plain`
 * are not registered, nor is a value of only public PEM blocks. nektos/act replaces the masks in the order in which they arrive
 * (logger.go): after a short one, the rest of a longer one would stay readable.
 */
function masksOf(value, plain = [], reader = githubReader) {
    return rankedMasks(value, plain, reader).masks.sort((a, b) => b.length - a.length);
}
/** Ranks the masks of a value: the value and its parts, which are never left out, then lines, then derived forms. */
function rankedMasks(value, plain = [], reader = githubReader) {
    const { parts, lines, isCut } = piecesOf(value, plain);
    const most = Math.max(MOST_MASKS, parts.length);
    const masks = new Set();
    for (const mask of spelled([...parts, ...lines], reader)) {
        if (isMaskable(mask) && masks.add(mask).size > most) {
            break;
        }
    }
    return { masks: [...masks].slice(0, most), isCut: isCut || masks.size > most };
}
/** Spells pieces one after another, because there can be far more forms than masks. */
function* spelled(pieces, { spellingsOf }) {
    yield* pieces.flatMap((piece) => spellingsOf(piece).slice(0, 1));
    for (const piece of pieces) {
        yield* [...spellingsOf(piece).slice(1), ...derivedForms(piece).flatMap(sendable)];
    }
}
/**
 * Returns the data of the add-mask commands that register one text, in their order.
 *
 * The runner searches the second `::` by culture: if a combining mark follows, the command is an ordinary line, which the runner
 * prints in clear text (actions/runner ActionCommand.cs). With a newline before the mark, the runner registers the line. The form
 * without newline, which nektos/act needs, follows. If the runner prints this form, it is already masked; for a `%`, also as the
 * command escapes it. All first characters that are not ASCII are handled in this way, because it depends on the culture data
 * of the runner's machine which of them combine.
 */
function commandData(text) {
    if (/^[\x00-\x7f]/.test(text)) {
        return [text];
    }
    const escaped = text.replaceAll('%', '%25');
    return escaped === text ? [`\n${text}`, text] : [`\n${escaped}`, `\n${text}`, text];
}
/** Far more pairs than any login has; a document with hundreds of fields would have tens of thousands. */
const MOST_PAIRS = 400;
/** Returns each `user:password` of a structured value, which an Authorization header encodes. */
function userPasswords(fields) {
    const named = (pattern) => fields.filter((field) => field.path.slice(-1).some((name) => pattern.test(name)) && field.text !== '');
    const users = named(/user|login|account|e-?mail|client_?id|access_?key(?:_?id)?$|key_?id/i);
    const passwords = named(/pass|pwd|token|secret|key$/i);
    const pairs = users.flatMap((user) => passwords.filter((password) => password !== user).map((password) => `${user.text}:${password.text}`));
    return pairs.filter((pair) => pair.length >= SHORTEST).slice(0, MOST_PAIRS);
}
/** Lists the value itself with its parts, and its lines; short ones only if there are no longer ones. */
function piecesOf(value, plain = []) {
    if (isPublicPem(value)) {
        return { parts: [], lines: [], isCut: false };
    }
    const { parts, lines, isCut } = contentsOf(value, plain);
    const hasLong = [...parts, ...lines].some((part) => isMaskable(part) && !isShort(part));
    const keep = (part) => isMaskable(part) && !(hasLong && isShort(part));
    return { parts: [value, value.trim(), ...parts.filter(keep)].filter(isMaskable), lines: lines.filter(keep), isCut };
}
const sendable = (form) => (canBeSentWhole(form) ? [form] : parts_linesOf(form).filter((line) => !isTooShort(line)));
const isTooShort = (line) => !isMaskable(line) || isShort(line);
/** Tells whether no line of a piece or of its form is `{` or a single letter: the runner also registers each line of a text. */
function canBeSentWhole(piece) {
    const lines = parts_linesOf(piece).filter((line) => line !== '');
    return lines.length < 2 || !lines.some(isTooShort);
}

;// CONCATENATED MODULE: ./lib/masking/act.js



/** The most masks that are replayed: with more, each new text would be searched for tens of thousands of masks. */
const MOST_REPLAYED = 3_000;
/**
 * Creates the reader for nektos/act (0.2.89, pkg/runner/command.go and logger.go). It knows neither the lines nor the encodings
 * of a text, and it replaces the masks one after another, in the order in which they arrive.
 *
 * If a text contains an earlier mask, act replaces only that part. Therefore the rest is also registered, as act shows it.
 */
function createActReader() {
    const masks = [];
    const commandsFor = (text) => {
        const shown = masks.length > MOST_REPLAYED ? text : masks.reduce((left, mask) => left.replaceAll(mask, '***'), text);
        const steps = stepsToHide(shown);
        masks.push(...steps);
        // The whole text is always sent, because a runner that is not act may also set `ACT`.
        return [...steps.filter((step) => step !== text), text].flatMap(commandData).map(actCommand);
    };
    return { spellingsOf, commandsFor: (texts) => texts.flatMap(commandsFor) };
}
function spellingsOf(piece) {
    const forms = RUNNER_FORMS.map((write) => write(piece.toWellFormed())).filter((form) => form.length >= forms_SHORTEST);
    return [piece, asVariable(piece), ...forms];
}
const base64From = (start) => (text) => Buffer.from(text, 'utf8').subarray(start).toString('base64');
/** The forms that GitHub's runner masks on its own (ValueEncoders.cs), without those that `forms.ts` masks on every runner. */
const RUNNER_FORMS = [
    base64From(0),
    base64From(1),
    base64From(2),
    (text) => text.replaceAll('"', '\\"'),
    entities(['&quot;', '&apos;']),
];
/**
 * Writes the line that masks a text in act and shows nothing of the text.
 *
 * For act, the name of a command ends at the last `::` of the line. `::add-mask::a::b` is therefore an unknown command, which
 * act prints. `##[add-mask]a::b` is a known command, for GitHub's runner also.
 */
function actCommand(text) {
    return addMask(text, needsBrackets(text));
}
function needsBrackets(text) {
    return `:${text}`.includes('::') || isCommandToo(text);
}
/**
 * Tells whether act registers exactly this text.
 *
 * In the bracket form, a `]` in the text ends the name of the command. `%0A` becomes a newline in half of the runs, because act
 * replaces the escapes in random order.
 */
function isReadable(text) {
    return !/%0[AD]/.test(text) && !(needsBrackets(text) && text.includes(']'));
}
/** Lists the masks that together hide a text: its pieces, then the pieces of what remains, until act can read the rest. */
function stepsToHide(text) {
    const isHidden = !isMaskable(text.replaceAll('*', ''));
    if (isHidden || isReadable(text)) {
        return isHidden ? [] : [text];
    }
    const parts = bestCut(text);
    const pieces = [...new Set(parts.filter(isPiece))].sort((a, b) => b.length - a.length);
    const left = parts.map((part) => (isPiece(part) ? '***' : part)).join('');
    return pieces.length === 0 ? [] : [...pieces, ...stepsToHide(left)];
}
/** Where a text can be cut so that act can read its parts: at colons or at brackets. */
const act_SEPARATORS = [/(^:+|:{2,})/, /(\])/];
/** Cuts a text inside each escape and at the separators that leave fewer characters outside the pieces; keeps the separators. */
function bestCut(text) {
    const cuts = act_SEPARATORS.map((separator) => text.split(/(?<=%0)(?=[AD])/).flatMap((part) => part.split(separator)));
    const outside = (parts) => parts.reduce((sum, part) => sum + (isPiece(part) ? 0 : part.length), 0);
    return cuts.reduce((best, cut) => (outside(cut) < outside(best) ? cut : best));
}
/** Tells whether a part can be a mask; a shorter one would hide more of the log than of the secret. */
function isPiece(part) {
    return !isShort(part) && isMaskable(part) && /[^*]/.test(part);
}
/** Writes a text of several lines as act shows a variable or an output in one entry (pkg/container/parse_env_file.go). */
function asVariable(text) {
    return text.replace(/\r(?=\n|$)/g, '').replace(/^\n+/, '');
}

;// CONCATENATED MODULE: ./lib/masking/search.js
/** A longer mask is searched by its pieces of this length, so that the work for each place of a text is limited. */
const PIECE = 64;
/** The length of the start by which pieces are grouped. */
const HEAD = 4;
/** Creates a search without masks. A mask is indexed when a text is searched: many runs search no text. */
function createMaskSearch() {
    const added = [];
    const pieces = new Set();
    /** The lengths of the pieces that start with these characters, the longest first. */
    const lengths = new Map();
    const index = (piece) => {
        pieces.add(piece);
        const head = piece.slice(0, HEAD);
        const known = lengths.get(head) ?? [];
        if (!known.includes(piece.length)) {
            lengths.set(head, [...known, piece.length].sort((a, b) => b - a));
        }
    };
    const spansIn = (text, most = text.length, mostSpans = Number.POSITIVE_INFINITY) => {
        for (const mask of added.splice(0).flat()) {
            search_piecesOf(mask).forEach(index);
        }
        const spans = [];
        for (let at = 0; at < Math.min(most, text.length) && spans.length < mostSpans; at += 1) {
            const known = lengths.get(text.slice(at, at + HEAD));
            const length = known?.find((size) => pieces.has(text.slice(at, at + size)));
            if (length !== undefined) {
                spans.push([at, at + length]);
            }
        }
        return spans;
    };
    return {
        add: (masks) => void added.push(masks),
        spansIn,
        hasPiece: (text) => spansIn(text, text.length, 1).length > 0,
    };
}
/** Cuts a mask into pieces that together cover it. */
function search_piecesOf(mask) {
    const starts = Array.from({ length: Math.ceil(mask.length / PIECE) }, (_, index) => index * PIECE);
    return starts.map((start) => {
        const from = Math.max(0, Math.min(start, mask.length - PIECE));
        return mask.slice(from, from + PIECE);
    });
}

;// CONCATENATED MODULE: ./lib/masking/masker.js


/** The most characters that `isMasked` compares in one process: about a second of work. */
const MOST_WORK = 5_000_000_000;
/** Creates a masker that passes the commands that register its masks to `print`. */
function createMasker(print, reader = githubReader) {
    const seen = new Set();
    const registered = new Set();
    const short = [];
    const search = createMaskSearch();
    let work = MOST_WORK;
    const containsMask = (text) => {
        work -= text.length * registered.size;
        return work < 0 || [...registered].some((mask) => text.includes(mask));
    };
    return {
        mask(texts, plain = []) {
            const unseen = texts.filter((text) => !seen.has(text));
            for (const text of unseen) {
                seen.add(text);
            }
            const fresh = [];
            for (const mask of unseen.flatMap((text) => masksOf(text, plain, reader))) {
                if (!registered.has(mask)) {
                    registered.add(mask);
                    fresh.push(mask);
                }
            }
            const ordered = fresh.sort((a, b) => b.length - a.length);
            search.add(ordered.filter((text) => !isShort(text)));
            short.push(...ordered.filter(isShort));
            // An empty text would be a write, too.
            if (ordered.length > 0) {
                print(reader.commandsFor(ordered));
            }
        },
        redact: (text, most = text.length) => replaceSpans(text, search.spansIn(text, most), most),
        isMasked: (text) => registered.has(text) ||
            short.some((mask) => text.includes(mask)) ||
            (search.hasPiece(text) && containsMask(text)),
    };
}
/** Replaces spans of a text. All spans are found before the first one is replaced, so that nothing remains of two that overlap. */
function replaceSpans(text, spans, most) {
    let result = '';
    let done = 0;
    for (const [start, end] of spans) {
        if (start > done || start === 0) {
            result += `${text.slice(done, start)}***`;
        }
        done = Math.max(done, end);
    }
    return result + text.slice(done, Math.max(done, most));
}

// EXTERNAL MODULE: ./lib/untrusted-text.js
var untrusted_text = __webpack_require__(540);
;// CONCATENATED MODULE: ./lib/runner/log.js


/**
 * Creates a log that removes our own secrets from each message before it prints the message.
 *
 * Without debugging, the runner would drop each debug line; this log drops it before the search for secrets.
 */
function createLog(redact, printer, isDebug) {
    const safe = (print) => (message) => print((0,untrusted_text/* reveal */._c)(message, redact));
    const { debug, info, notice, warning, startGroup, endGroup } = printer;
    return {
        debug: isDebug ? safe(debug) : () => { },
        info: safe(info),
        notice: safe(notice),
        warning: safe(warning),
        group(title, lines) {
            safe(startGroup)(title);
            // One write: a run with a thousand names would make two thousand.
            info(lines.map((line) => (0,untrusted_text/* reveal */._c)(line, redact)).join(external_node_os_.EOL));
            endGroup();
        },
    };
}
/** Prints what a run says at its end. */
function printPublication({ notices, warnings, infos }, log) {
    notices.forEach(log.notice);
    warnings.forEach(log.warning);
    infos.forEach(({ title, lines }) => void (lines.length === 0 ? log.info(title) : log.group(title, lines)));
}
/** Prints an error, with a line of `secrets` above it if the error is about one. */
function printFailure({ excerpt, message, title, stack }, printer) {
    excerpt.forEach(printer.info);
    printer.error(message, { title });
    if (stack !== undefined) {
        printer.debug(stack);
    }
}

// EXTERNAL MODULE: ./lib/runner/toolkit.js + 5 modules
var toolkit = __webpack_require__(984);
;// CONCATENATED MODULE: ./lib/runner/step.js







/** Creates the connection to the runner, from `process.env` and `process.stdout`. */
function createStep(variables, stdout) {
    // nektos/act sets this variable.
    const reader = variables['ACT'] === 'true' ? createActReader() : githubReader;
    // One write for all masks of a text; the toolkit would make one for each mask.
    const masker = createMasker((commands) => void stdout.write(commands.join('')), reader);
    const { mask, isMasked, redact } = masker;
    const ports = {
        mask,
        isMasked,
        log: createLog(redact, toolkit/* printer */.ll, showsDebug(variables)),
        isCancelled: () => false,
        track: (_part, work) => work(),
        now: () => new Date(),
        newId: () => (0,external_node_crypto_.randomUUID)(),
        idTokenRequest: () => idTokenRequestOf({ variable: (name) => variables[name] || undefined, mask }),
    };
    return {
        variables,
        masker,
        ports,
        restore: (saved) => restoreVariables(saved, variables),
    };
}
/** Other runners have no common variable for debugging. */
function showsDebug(variables) {
    return variables['RUNNER_DEBUG'] === '1' || !isGitHubRunner(variables);
}
function restoreVariables(saved, variables) {
    const unchanged = saved.filter(({ name, value }) => variables[name] === value);
    try {
        (0,toolkit/* appendEntries */.PI)(variables['GITHUB_ENV'] ?? '', unchanged.map(({ name, before }) => [name, before]));
    }
    catch {
        // The file is missing or the disk is full. Post steps of other actions find no logins then; that fails no job.
    }
}


/***/ })

};
;