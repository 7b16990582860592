// Loads a module of Node on its first use: half of the time of a short run would be spent on modules that it does not need.
const onFirstUse = (load) => {
  let loaded;
  return new Proxy({}, { get: (_, name) => (name === "__esModule" ? false : (loaded ??= load())[name]) });
};

/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 357:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ic: () => (/* binding */ describeFailure),
/* harmony export */   lZ: () => (/* binding */ ActionError),
/* harmony export */   z6: () => (/* binding */ asActionError)
/* harmony export */ });
/* unused harmony exports TITLES, sentenceOf */
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(540);

/**
 * Every way in which the action can fail, with its headline.
 *
 * OAuth's own codes (RFC 6749 section 5.2, RFC 6750 section 3.1) keep their names; the others are ours.
 */
const TITLES = {
    invalid_request: 'The server rejected the request',
    invalid_client: 'The server rejected the client',
    invalid_grant: 'The server rejected the credentials',
    unauthorized_client: 'The client may not log in like this',
    unsupported_grant_type: 'The server does not support this grant',
    invalid_scope: 'The server rejected the scope',
    access_denied: 'The server denied access',
    invalid_target: 'The server issues no token for this audience',
    insufficient_scope: 'The token lacks a scope',
    invalid_token: 'The server rejected the token',
    input_missing: 'An input is missing',
    input_invalid: 'An input is invalid',
    input_conflict: 'Inputs cannot be combined',
    endpoint_insecure: 'The address uses plain http',
    issuer_mismatch: 'The issuer has another name',
    id_token_unavailable: 'The job cannot request an ID token',
    endpoint_not_found: 'The address is wrong',
    redirect_refused: 'The server redirects to another address',
    certificate_unusable: 'A certificate or key cannot be used',
    certificate_required: 'The server requires a client certificate',
    certificate_refused: 'The server rejected the client certificate',
    server_untrusted: 'The certificate of the server is not trusted',
    proxy_refused: 'The proxy refused the connection',
    proxy_failed: 'The proxy could not be used',
    server_unreachable: 'The server could not be reached',
    server_failed: 'The server has a problem',
    response_invalid: 'The answer cannot be used',
    deadline_exceeded: 'The run took too long',
    token_expired: 'The token has expired',
    permission_denied: 'The credentials lack a permission',
    owner_not_found: 'The owner of the Secrets was not found',
    secret_not_found: 'A Secret was not found',
    field_not_found: 'A field was not found',
    secret_ambiguous: 'Several Secrets have the same name',
    secret_not_decrypted: 'A Secret was not decrypted',
    name_refused: 'A name is not allowed',
    name_conflict: 'Two results have the same name',
    value_unsupported: 'A value cannot be exported like this',
    runner_unsupported: 'The runner is not supported',
    publication_failed: 'The results could not be written',
    internal_error: 'The action has a defect',
};
/** The only error that users see: a code, one sentence about what failed and why, and what is known besides. */
class ActionError extends Error {
    code;
    title;
    said;
    facts;
    advice;
    also;
    request;
    excerpt;
    lines;
    copy;
    constructor(code, message, details = {}) {
        super(message, { cause: details.cause });
        const { advice = [], also = [], facts = [], lines = [], title, said, request, excerpt, copy } = details;
        this.name = 'ActionError';
        this.code = code;
        this.title = title;
        this.said = said;
        this.facts = facts;
        this.advice = typeof advice === 'string' ? [advice] : advice;
        this.also = also;
        this.request = request;
        this.excerpt = excerpt;
        this.lines = lines;
        this.copy = copy;
    }
}
/** Describes what failed, with the words of the server, as a sentence of a message without its full stop. */
function sentenceOf({ message, said }) {
    return `${message.replace(/\.$/, '')}${said === undefined ? '' : `: ${(0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteWords */ .AD)(said)}`}`;
}
/** Describes what failed and the request, as a sentence of a message without its full stop. */
function describeFailure(error) {
    return `${sentenceOf(error)}${error.request === undefined ? '' : ` (${error.request.text})`}`;
}
/** Converts any error to an ActionError: an error of another class is a defect, and its message is untrusted text. */
function asActionError(error) {
    if (error instanceof ActionError) {
        return error;
    }
    const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return new ActionError('internal_error', 'The action failed unexpectedly', { said, cause: error });
}


/***/ }),

/***/ 60:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   OG: () => (/* binding */ parseBody),
/* harmony export */   Yi: () => (/* binding */ formatMinute),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   u4: () => (/* binding */ isRecord),
/* harmony export */   wf: () => (/* binding */ leavesOf)
/* harmony export */ });
/* unused harmony exports parseDocument, isContainer, secondsIn, timeIn */
const sourceText = JSON;
/**
 * What may be a number that JavaScript writes in another way: with a fraction, an exponent, 16 digits or more, or minus zero.
 *
 * Few documents have one, and a reviver takes ten times as long.
 */
const UNUSUAL_NUMBER = /(?:^|[:,[\s])-?\d*(?:\d[.eE]|\d{16})|-0/;
/**
 * Parses JSON so that `JSON.stringify` returns each number as it was written: `1.0`, or more digits than a double has.
 *
 * The value of a Secret must not change: a rounded account number is a wrong credential. On Node 20, which the runner does
 * not use, numbers are ordinary ones.
 *
 * @throws SyntaxError
 * @see https://tc39.es/proposal-json-parse-with-source/
 */
function parseJson(text) {
    if (!UNUSUAL_NUMBER.test(text)) {
        return JSON.parse(text);
    }
    return sourceText.parse(text, (_key, value, context) => typeof value === 'number' && context?.source !== undefined && sourceText.rawJSON !== undefined
        ? sourceText.rawJSON(context.source)
        : value);
}
/** A string, which is kept, or a comment or a trailing comma. A string or comment without an end ends with the text. */
const STRING_OR_EXTRA = /("[^"\\]*(?:\\.[^"\\]*)*"?)|\/\/[^\r\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?|,(?=\s*[}\]])/gs;
/**
 * Parses JSON as people store it: with a byte order mark, comments or trailing commas.
 *
 * @throws SyntaxError
 */
function parseDocument(text) {
    const document = text.replace(/^\uFEFF/, '');
    // The second time removes the commas that were before a comment. Plain JSON has no extras.
    return parseJson(document.replace(STRING_OR_EXTRA, '$1').replace(STRING_OR_EXTRA, '$1'));
}
/** Parses a body of JSON, or of a form, in which some servers return errors; undefined for any other body. */
function parseBody({ body, contentType }) {
    try {
        return parseJson(body);
    }
    catch {
        const isForm = contentType === 'application/x-www-form-urlencoded';
        return isForm ? Object.fromEntries(new URLSearchParams(body)) : undefined;
    }
}
/** Tells whether a parsed value is an object or an array, but not a number that kept its text. */
function isContainer(value) {
    return typeof value === 'object' && value !== null && sourceText.isRawJSON?.(value) !== true;
}
/** Tells whether a parsed value is an object, but not an array. */
function isRecord(value) {
    return isContainer(value) && !Array.isArray(value);
}
/** More seconds than any lifetime or time of a token has, and few enough for a Date. */
const MOST_SECONDS = 1e12;
/**
 * Reads a number of seconds, or a string that contains one; returns undefined for any other value.
 *
 * Every number of a parsed document is read here: on Node 24 it is not of the type `number` (see `parseJson`).
 */
function secondsIn(value) {
    const text = typeof value === 'string' ? value.trim() : JSON.stringify(value);
    const seconds = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : -1;
    return seconds >= 0 && seconds <= MOST_SECONDS ? seconds : undefined;
}
/** Reads a time in Unix seconds, which may have a fraction; 0 and any other value are undefined. */
function timeIn(value) {
    const seconds = secondsIn(value);
    return seconds === undefined || seconds === 0 ? undefined : new Date(seconds * 1000);
}
/** Returns the strings and numbers in a JSON document, including those of a document inside a string. */
function leavesOf(text) {
    try {
        return /^\s*[[{"/]/.test(text) ? leaves(parseDocument(text)) : [];
    }
    catch {
        return [];
    }
}
function leaves(value) {
    if (typeof value === 'string') {
        return [value, ...leavesOf(value)];
    }
    return isContainer(value) ? Object.values(value).flatMap(leaves) : [JSON.stringify(value)];
}
/** Writes a time to the minute, in UTC. */
function formatMinute(date) {
    return `${date.toISOString().slice(0, -8).replace('T', ' ')} UTC`;
}
/** Returns Node's code of an error, or of the first error of an AggregateError; `no code` if there is none. */
function codeOf(error) {
    if (typeof error !== 'object' || error === null) {
        return 'no code';
    }
    if ('code' in error && typeof error.code === 'string') {
        return error.code;
    }
    return 'errors' in error && Array.isArray(error.errors) ? codeOf(error.errors[0]) : 'no code';
}


/***/ }),

/***/ 911:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   EV: () => (/* binding */ isPrivateFolder),
/* harmony export */   Wj: () => (/* binding */ findFolder),
/* harmony export */   v$: () => (/* binding */ removeFolder),
/* harmony export */   zx: () => (/* binding */ readOwnFile)
/* harmony export */ });
/* unused harmony exports newFolderName, createFolder, readRegularFile */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(24);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(60);




const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const FOLDER_NAME = new RegExp(`^bearer-login-${UUID}$`);
/** Returns a new random name for a folder of a step. */
function newFolderName() {
    return `bearer-login-${randomUUID()}`;
}
/** Creates an empty folder with mode 0700. @throws Error of the file system, also if the path exists, even as a link */
function createFolder(path) {
    mkdirSync(path, { mode: 0o700 });
    return { name: basename(path), identity: identityOf(path) ?? '' };
}
/**
 * Returns the path of a folder of a step; undefined if it does not exist.
 *
 * The state of a step comes back through the environment, which other programs can change. Therefore a folder counts only if
 * its name is one that `newFolderName` makes, and if it is the same folder and not a link.
 *
 * @throws Error if something else has its name
 */
function findFolder(temp, { name, identity }) {
    if (!(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(temp)) {
        throw new Error('cannot be found without RUNNER_TEMP');
    }
    if (!FOLDER_NAME.test(name)) {
        throw new Error('is not a folder of this action');
    }
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(temp, name);
    const found = identityOf(path);
    if (found !== undefined && found !== identity) {
        throw new Error('is not the folder that this step created');
    }
    return found === undefined ? undefined : path;
}
/** Removes a folder of a step as a whole; the targets of its links stay. Returns why it was left, or undefined. */
function removeFolder(temp, folder) {
    try {
        const path = findFolder(temp, folder);
        if (path !== undefined) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path, { recursive: true, force: true });
        }
        return undefined;
    }
    catch (error) {
        return reasonOf(error);
    }
}
/** Returns why a file or folder was left: our own words, or the code of the system, whose message contains paths. */
function reasonOf(error) {
    const code = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$N)(error);
    return code === 'no code' && error instanceof Error ? error.message : `cannot be removed (${code})`;
}
/** Tells whether a path is a folder, and not a link, that only this user can read; Windows has neither users nor modes here. */
function isPrivateFolder(path) {
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { throwIfNoEntry: false });
    if (found?.isDirectory() !== true) {
        return false;
    }
    return process.platform === 'win32' || (found.uid === process.getuid?.() && (found.mode & 0o077) === 0);
}
/** Reads a file of a step: a regular file of this user, and not a link. @throws Error of the file system */
function readOwnFile(path) {
    return readRegularFile(path, 'own').toString();
}
/**
 * Reads a regular file; to open a pipe would block the process forever.
 *
 * @throws Error of the file system; its code is ENOTSUP for a pipe, a socket or a device
 */
function readRegularFile(path, owner = 'any') {
    // Windows has neither of these flags, and no pipes in its folders.
    const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = node_fs__WEBPACK_IMPORTED_MODULE_1__.constants;
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, O_RDONLY | O_NONBLOCK | (owner === 'own' ? O_NOFOLLOW : 0));
    try {
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(file);
        if (!(found.isFile() || found.isDirectory()) ||
            (owner === 'own' && found.uid !== (process.getuid?.() ?? found.uid))) {
            throw Object.assign(new Error('not a regular file of this user'), { code: 'ENOTSUP' });
        }
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(file);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(file);
    }
}
function identityOf(path) {
    // Whole numbers: an inode of Windows does not fit into a double.
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { bigint: true, throwIfNoEntry: false });
    return found && (found.isDirectory() ? `${found.dev}:${found.ino}` : 'no folder');
}


/***/ }),

/***/ 417:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HR: () => (/* binding */ isErrorBody),
/* harmony export */   Hn: () => (/* binding */ wordsIn),
/* harmony export */   S: () => (/* binding */ wordsOfChallenge),
/* harmony export */   SP: () => (/* binding */ readPage),
/* harmony export */   T9: () => (/* binding */ factsAbout),
/* harmony export */   o1: () => (/* binding */ waitAdvice),
/* harmony export */   yp: () => (/* binding */ isPage)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(60);

/** Members that only a response about an error contains; those with a code are first. */
const ERROR_MEMBERS = ['error', 'errorCode', 'errors', 'fault'];
/**
 * Members whose texts are a server's words, in the order in which they are shown.
 *
 * RFC 6749 section 5.2 (OAuth), RFC 9457 section 3.1 (problem+json), and the APIs of Okta, Google, Azure, Apigee and Django.
 */
const WORD_MEMBERS = 'error errorCode code title error_description errorSummary message errorMessage error_message reason detail fault faultstring errors errorCauses'.split(' ');
/** The deepest nesting and the most items of a list that are read. */
const [DEEPEST, MOST_ITEMS] = [4, 5];
/** Returns a server's words in a parsed JSON body about an error, such as `{"error":{"message":"…"}}`. */
function wordsIn(value, depth = 0) {
    if (typeof value === 'string') {
        return depth === 0 || value.trim() === '' ? [] : [value];
    }
    if (depth === DEEPEST) {
        return [];
    }
    const items = Array.isArray(value) ? value.slice(0, MOST_ITEMS) : [];
    // ASP.NET lists errors by the names of parameters.
    const listed = ({ errors }) => ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(errors) ? Object.values(errors) : []);
    const members = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) ? [...WORD_MEMBERS.map((name) => value[name]), ...listed(value)] : items;
    return [...new Set(members.flatMap((member) => wordsIn(member, depth + 1)))];
}
/** Tells whether a parsed body is about an error, whatever its status. */
function isErrorBody(body) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(body) && ERROR_MEMBERS.some((name) => wordsIn([body[name]]).length > 0);
}
/**
 * Returns the error in a challenge, such as `Bearer realm="x", error="invalid_token", error_description="expired"`; nothing
 * for another text. A backslash in it quotes the next character (RFC 9110 section 5.6.4).
 */
function wordsOfChallenge(text) {
    const words = /^\s*[\w-]+\s/.test(text) ? text.matchAll(/\b(?:error|error_description)="((?:[^"\\]|\\.)*)"/gs) : [];
    return Array.from(words, ([, quoted = '']) => quoted.replace(/\\(.)/gs, '$1'));
}
/** How much of a page is read, in characters: a head, and the start of a body. A pattern on 10 MiB can exhaust the stack. */
const PAGE_START = 8192;
/** The start of a page, perhaps after comments. */
const PAGE_HEAD = /^(?:<\?xml[^>]*>|<!--(?:(?!-->).)*-->|\s)*<(?:!doctype html|html)/is;
/** Tells whether a response is a web page; some servers also call JSON or a plain text `text/html` (django-oauth-toolkit, GitLab). */
function isPage({ contentType, body }) {
    const isHtml = contentType === 'text/html' || contentType === 'application/xhtml+xml';
    const start = body.slice(0, PAGE_START);
    return PAGE_HEAD.test(start) || (isHtml && !/^\s*[{[]/.test(start) && /^\s*$|<[a-z!]/i.test(start));
}
/** The pages that are recognized by their title or by a mark in their start; the first row that matches counts. */
const PAGES = [
    {
        title: /keycloak/i,
        mark: /\b(?:id|class)="kc-|\/resources\/[\w.-]+\/(?:login|welcome|account|admin)\b/i,
        advice: 'The page belongs to a Keycloak. If `platform` is neither `keycloak` nor `dataclarity`, set `platform: keycloak`',
    },
    {
        title: /\b(?:sign|log)[ -]?(?:in|on)\b|single sign-on/i,
        mark: /type=["']?password|name=["']?SAMLRequest/i,
        advice: 'The page belongs to a login portal for browsers. Check {address}, or ask the administrator of the portal how programs reach the API',
    },
    {
        title: /\b50[24]\b|bad gateway|request rejected|attention required|just a moment|could not be retrieved/i,
        mark: /cf-error-details|cf-ray|\(squid\/|generated by [^\n]{0,80}tinyproxy|zscaler|fortiguard|bluecoat|<center>(?:nginx|awselb)/i,
        advice: 'The page belongs to a proxy or gateway before the API. Ask its administrator why the API did not answer',
    },
];
/** Reads the title of a web page, and what its origin says about the address. */
function readPage(html) {
    const start = html.slice(0, PAGE_START);
    const text = /<title\b[^<>]*>([^<]*)/i.exec(start)?.[1]?.trim();
    const known = PAGES.find(({ title, mark }) => title.test(text ?? '') || mark.test(start));
    return { title: text === '' ? undefined : text, advice: known?.advice };
}
/** Clocks that differ by less than this, in ms, are no explanation for a rejected token. */
const CLOCK_TOLERANCE_MS = 60_000;
/** Lists what the answer itself shows about a possible cause: a proxy, or a clock that is wrong. */
function factsAbout({ status, proxy, clockAheadMs = 0 }) {
    const isRejected = status === 400 || status === 401 || status === 403;
    const isWrong = isRejected && Math.abs(clockAheadMs) >= CLOCK_TOLERANCE_MS;
    const minutes = Math.round(Math.abs(clockAheadMs) / 60_000);
    const side = clockAheadMs > 0 ? 'ahead of' : 'behind';
    return [
        ...(proxy === undefined ? [] : [`This answer may come from ${proxy}`]),
        ...(isWrong
            ? [`The clock of this runner is ${minutes} min ${side} the clock of the server, which may be the cause`]
            : []),
    ];
}
/** What rounds a time up to the minute, in ms. */
const ALMOST_A_MINUTE = 59_999;
/** Says when a server that limits requests accepts the next one. */
function waitAdvice({ status, retryAt }) {
    if (retryAt !== undefined && (status === 429 || status === 503)) {
        return [
            `The server asks to wait. Run the job again after ${(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .formatMinute */ .Yi)(new Date(retryAt.getTime() + ALMOST_A_MINUTE))}`,
        ];
    }
    return status === 429
        ? ['The server limits the number of requests. Run the job again later, or run fewer jobs at the same time']
        : [];
}


/***/ }),

/***/ 778:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bu: () => (/* binding */ parseState),
/* harmony export */   sf: () => (/* binding */ STATE_NAME),
/* harmony export */   tw: () => (/* binding */ AUTHORITIES_FILE)
/* harmony export */ });
/* unused harmony exports formatState, hasShape */
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(60);

/** The file of the authorities in its folder. */
const AUTHORITIES_FILE = 'authorities.pem';
/** The name under which the state is saved: as one value, it is complete or missing. */
const STATE_NAME = 'undo';
/** The state is returned as a variable, with at most 32,767 characters on Windows, and all state must be below 64 KiB. */
const LARGEST = 32_000;
/** Writes the state as text; if that is too large, the data for revoking the token is left out. */
function formatState(state) {
    const text = JSON.stringify(state);
    const { token } = state;
    if (text.length <= LARGEST || token?.steps === undefined) {
        return text;
    }
    const reason = 'the certificates or tokens for the revocation are too large to save';
    return JSON.stringify({ ...state, token: { reason, expiresAt: token.expiresAt } });
}
/** Reads a saved state; undefined for no text, and for a text that this action did not write. */
function parseState(text) {
    try {
        const value = JSON.parse(text);
        return hasShape(value, STATE) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/**
 * Tells whether a value has the shape of an example.
 *
 * In an example, `''` fits every text, another text fits itself, and `true` fits both booleans. The last item of a list fits
 * any number of items, the items before it one each. An object fits an object whose members fit; others are ignored.
 */
function hasShape(value, example) {
    return fits(value, example);
}
function fits(value, example) {
    if (example instanceof Set) {
        return [...example].some((one) => fits(value, one));
    }
    if (Array.isArray(example)) {
        const last = example.length - 1;
        const fitsAt = (item, index) => fits(item, example[Math.min(index, last)]);
        return Array.isArray(value) && value.length >= last && value.every(fitsAt);
    }
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(example)) {
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) && Object.entries(example).every(([name, member]) => fits(value[name], member));
    }
    return example === '' || example === true ? typeof value === typeof example : value === example;
}
const FOLDER = { name: '', identity: '' };
const TEXT_OR_NOTHING = new Set([undefined, '']);
const SECURITY = {
    verify: true,
    authorities: [''],
    identity: new Set([
        undefined,
        { form: 'pkcs12', pkcs12: '', passphrase: TEXT_OR_NOTHING },
        { form: 'pem', certificate: '', privateKey: '', passphrase: TEXT_OR_NOTHING, authorities: [''] },
    ]),
};
const CLIENT = {
    clientId: TEXT_OR_NOTHING,
    authentication: new Set([
        { method: 'client_secret_post', clientSecret: '' },
        { method: 'client_secret_basic', clientSecret: '' },
        { method: 'private_key_jwt', audience: '', key: '', keyId: TEXT_OR_NOTHING, algorithm: '' },
        { method: 'github_oidc', idTokenAudience: '' },
        { method: 'tls_client_auth' },
        { method: 'none' },
    ]),
};
const STEP = {
    revokes: new Set(['session', 'refresh_token', 'access_token']),
    url: TEXT_OR_NOTHING,
    token: '',
    expiresAt: TEXT_OR_NOTHING,
};
const TOKEN = new Set([
    undefined,
    { reason: '', expiresAt: TEXT_OR_NOTHING, steps: undefined },
    {
        platform: '',
        steps: [STEP, STEP],
        documents: new Set([undefined, { issuer: '', verified: true, mutual: true, urls: [''] }]),
        client: CLIENT,
        security: SECURITY,
        authorities: new Set([undefined, { folder: FOLDER, digest: '' }]),
        expiresAt: TEXT_OR_NOTHING,
    },
]);
const STATE = {
    folders: [FOLDER],
    variables: [{ name: '', value: '', before: '' }],
    cache: new Set([undefined, ['']]),
    token: TOKEN,
};


/***/ }),

/***/ 540:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ quoteWords),
/* harmony export */   HL: () => (/* binding */ quoteAddress),
/* harmony export */   _c: () => (/* binding */ reveal),
/* harmony export */   al: () => (/* binding */ LONGEST_ADDRESS),
/* harmony export */   bp: () => (/* binding */ untrusted),
/* harmony export */   hD: () => (/* binding */ quote)
/* harmony export */ });
/* unused harmony exports show, cutMiddle, isOneLine, capitalized */
/* harmony import */ var _server_words_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(417);

/** The most characters of an untrusted text that are read: far more than are shown, and few enough to be searched at once. */
const READ_LIMIT = 10_000;
/**
 * Makes an untrusted text safe to show: one line, no workflow command, none of our secrets, cut by `cut`.
 *
 * It is the only function that shows untrusted text. Secrets are removed from the raw text, because cleaning can split one,
 * and from the cleaned text, because cleaning can join the parts of one. Both happen before the cut, which could leave half
 * of one.
 */
function show(text, redact, cut) {
    return cut(redact(oneLine(redact(text, READ_LIMIT))));
}
/** Private-use characters around an untrusted text in a message. The first one names the kind of the text. */
const [NAME, WORDS, ADDRESS, CLOSE] = ['\u{f0000}', '\u{f0001}', '\u{f0002}', '\u{f0003}'];
const MARKS = /[\u{f0000}-\u{f0003}]/gu;
const MARKED = /([\u{f0000}-\u{f0002}])([^\u{f0000}-\u{f0003}]*)\u{f0003}/gu;
/** The most characters of a name that is shown whole, and of the words of a server. */
const [NAME_LIMIT, WORDS_LIMIT] = [120, 300];
/** The most characters of an address of a request that are shown; a server can name a much longer one in its metadata. */
const LONGEST_ADDRESS = 300;
/**
 * Writes an untrusted name into a message; a name that is longer than `limit` is cut.
 *
 * A text that must be cleaned or cut stays unchanged between two marks: a secret in it can be removed only before that, and
 * only the edge knows the secrets (`reveal`).
 */
function untrusted(name, limit = NAME_LIMIT) {
    return name.length <= limit && isOneLine(name) ? name : mark(NAME, name);
}
/** Writes an untrusted name into a message, in quotes. */
function quote(name) {
    return `"${untrusted(name)}"`;
}
/** Writes the words of a server into a message, in quotes; up to 300 characters of them are shown. */
function quoteWords(words) {
    return mark(WORDS, words);
}
/** Writes an address of a server into a message, in quotes, without its user info, query and fragment. */
function quoteAddress(address) {
    return `"${mark(ADDRESS, address)}"`;
}
/** Makes a message safe to print: shows the untrusted texts in it, and removes our own secrets. */
function reveal(message, redact) {
    const shown = message.replace(MARKED, (_, kind, text) => {
        if (kind === WORDS) {
            return JSON.stringify(show(text, redact, (line) => cutWords(redact(oneLine((0,_server_words_js__WEBPACK_IMPORTED_MODULE_0__/* .wordsOfChallenge */ .S)(line).join(': ') || line)))));
        }
        return show(text, redact, kind === ADDRESS ? (line) => cutName(bareAddress(line)) : cutName);
    });
    return redact(shown);
}
/** Marks a text of a kind. Twice the limit, so that a secret at the limit stays whole: `show` then finds it. */
function mark(kind, text) {
    return `${kind}${text.slice(0, 2 * READ_LIMIT).replace(MARKS, '')}${CLOSE}`;
}
function cutWords(words) {
    return words.length > WORDS_LIMIT ? `${words.slice(0, WORDS_LIMIT).toWellFormed()}…` : words;
}
function cutName(name) {
    return name.length > NAME_LIMIT ? `${name.slice(0, 80).toWellFormed()}…${name.slice(-20).toWellFormed()}` : name;
}
/** Cuts out whole characters (not UTF-16 units) and keeps the last quarter, since long names often differ at their end. */
function cutMiddle(text, limit) {
    const characters = [...text];
    const end = Math.floor(limit / 4);
    return characters.length > limit
        ? [...characters.slice(0, limit - end - 1), '…', ...characters.slice(-end)].join('')
        : text;
}
/** The rest of an address may be a login, or the state of a session that another server started. */
function bareAddress(address) {
    return address.replace(/[?#].*/s, '').replace(/^([a-z][a-z0-9+.-]*:[\\/]*|[\\/]{2,})[^\\/]*@/i, '$1');
}
/** Tells whether a message can contain a text unchanged. */
function isOneLine(text) {
    return oneLine(text) === text;
}
/**
 * Replaces control, format and line characters by blanks, and breaks up what could start a workflow command.
 *
 * For the runner, a lone CR ends a line, and `##[` starts a command anywhere in a line (actions/runner ActionCommand.cs,
 * OutputManager.cs).
 */
function oneLine(text) {
    // Most texts need no change, and the Unicode tables of a regular expression load slowly.
    if (/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(text) && !/::|##\[/.test(text)) {
        return text;
    }
    return text
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
        .replace(/:(?=:)/g, ': ')
        .replace(/#(?=#\[)/g, '# ')
        .trim();
}
/** Writes a text as the start of a sentence. */
function capitalized(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}


/***/ }),

/***/ 611:
/***/ ((module) => {

module.exports = onFirstUse(() => require("http"));

/***/ }),

/***/ 311:
/***/ ((module) => {

module.exports = onFirstUse(() => require("https"));

/***/ }),

/***/ 598:
/***/ ((module) => {

module.exports = onFirstUse(() => require("node:crypto"));

/***/ }),

/***/ 24:
/***/ ((module) => {

module.exports = onFirstUse(() => require("node:fs"));

/***/ }),

/***/ 67:
/***/ ((module) => {

module.exports = onFirstUse(() => require("node:http"));

/***/ }),

/***/ 708:
/***/ ((module) => {

module.exports = onFirstUse(() => require("node:https"));

/***/ }),

/***/ 30:
/***/ ((module) => {

module.exports = onFirstUse(() => require("node:net"));

/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = onFirstUse(() => require("node:path"));

/***/ }),

/***/ 456:
/***/ ((module) => {

module.exports = onFirstUse(() => require("node:stream"));

/***/ }),

/***/ 692:
/***/ ((module) => {

module.exports = onFirstUse(() => require("node:tls"));

/***/ }),

/***/ 522:
/***/ ((module) => {

module.exports = onFirstUse(() => require("node:zlib"));

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	(() => {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = (module) => {
/******/ 			var getter = module && module.__esModule ?
/******/ 				() => (module['default']) :
/******/ 				() => (module);
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".post.js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};

// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(357);
// EXTERNAL MODULE: ./lib/json.js
var json = __nccwpck_require__(60);
;// CONCATENATED MODULE: ./lib/runner/process.js


/**
 * Waits until the runner has read everything that was printed: a pipe holds 64 KiB, and the rest waits in this process.
 *
 * @throws ActionError publication_failed, if the output is closed
 */
function flushOutput(stdout) {
    return new Promise((resolve, reject) => {
        const unread = (error) => new errors/* ActionError */.lZ('publication_failed', `The output of this step is closed (${(0,json/* codeOf */.$N)(error)})`);
        stdout.write('', (error) => (error ? reject(unread(error)) : resolve()));
    });
}
/** The longest time, in ms, that the end of a step waits until its output is read. */
const LONGEST_FLUSH_MS = 10_000;
/**
 * Exits one second after all output is read, even if an open connection or a name lookup would keep the process running.
 *
 * At exit, libuv waits for its threads, and a name lookup can block one for minutes (uv_library_shutdown). A failed step
 * therefore kills its own process.
 */
async function exitSoon(stdout) {
    const exit = () => (process.exitCode ? process.kill(process.pid, 'SIGKILL') : process.exit());
    const unread = setTimeout(exit, LONGEST_FLUSH_MS);
    await flushOutput(stdout).catch(() => undefined);
    clearTimeout(unread);
    setTimeout(exit, 1000).unref();
}
/**
 * Fails the step if Node has nothing left to wait for before the run is done: the exit code would be 0. Returns a function that
 * tells that the run is done.
 */
function failIfUnfinished(say) {
    process.exitCode = 1;
    process.once('exit', say);
    return (exitCode) => {
        process.exitCode = exitCode;
        process.off('exit', say);
    };
}
const ignore = () => undefined;
/** The signals that end a step, each with its exit code: 128 plus the number of the signal. */
const SIGNALS = (/* unused pure expression or super */ null && ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
]));
/**
 * Prepares the exit on a signal, but only between two turns of the event loop; Node's default handler could interrupt one.
 *
 * The runner allows 7.5 s. This process waits at most 1 s until it is settled, so that the post step can revoke a token whose
 * response is under way, and at most 1 s more for its output to be read, or for a name lookup (see `exitSoon`).
 */
function createCancellation(stdout) {
    let isRequested = false;
    let settle = () => { };
    const settled = new Promise((resolve) => {
        settle = resolve;
    });
    // Without a listener, Node prints a stack trace if the output is closed. The write itself reports the error.
    stdout.off('error', ignore).on('error', ignore);
    const kill = () => process.kill(process.pid, 'SIGKILL');
    const exit = async (code) => {
        process.exitCode = code;
        await Promise.race([settled, new Promise((resolve) => void setTimeout(resolve, 1000))]);
        setTimeout(kill, 1000);
        await flushOutput(stdout).catch(() => undefined);
        return process.getActiveResourcesInfo().includes('GetAddrInfoReqWrap') ? kill() : process.exit(code);
    };
    return {
        isRequested: () => isRequested,
        settle,
        handleSignals(say) {
            for (const [signal, code] of SIGNALS) {
                process.once(signal, () => {
                    isRequested = true;
                    say(signal);
                    void exit(code);
                });
            }
        },
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = onFirstUse(() => require("node:os"));
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
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
    const folder = join(env['RUNNER_TEMP'] ?? '', newFolderName());
    return {
        variable: (name) => env[name] || undefined,
        readFile: (path) => readRegularFile(path),
        mask,
        pathOf: (file) => join(folder, file),
        // MAX_ARG_STRLEN in Linux' limits.h, the Win32 page on CreateProcess.
        limit: process.platform === 'win32' ? { characters: 32_767 } : { bytes: 128 * 1024 },
        space: spaceIn(env),
        folder,
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
    escapes_form('JSON', '"\\', escapes_json()),
    escapes_form('JSON in JSON', '"\\', inTurn(escapes_json(), escapes_json())),
    escapes_form('JSON in ASCII', '"\\', escapes_json('\x7f-\uffff'), escapes_json('\x7f-\uffff', upperCase(unicode))),
    escapes_form('JSON of Go', '"\\<>&', escapes_json('<>&\u2028\u2029')),
    escapes_form('JSON of PHP', '"\\/', escapes_json('/\x80-\uffff'), escapes_json('/\u2028\u2029')),
    escapes_form('JSON of .NET', '"\\\'&+<>`', escapes_json("'&+<>`\x7f-\uffff", upperCase(unicode), DOTNET_ESCAPES)),
    escapes_form('JSON of Gson', '"\\\'&<=>', escapes_json("'&<=>\u2028\u2029")),
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
function escapes_json(more = '', write = unicode, escapes = JSON_ESCAPES) {
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

;// CONCATENATED MODULE: external "node:buffer"
const external_node_buffer_namespaceObject = onFirstUse(() => require("node:buffer"));
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
    if (!text.includes('-----BEGIN ')) {
        return false;
    }
    // An underlined title is as long as its line; anything else above a block could be a secret.
    const rest = text.replace(PUBLIC_BLOCK, (block, title = '', line = '') => title.length === line.length ? '' : block);
    const isHarmless = (line) => /^\s*(?:#.*)?$/.test(line) && !SECRET_NAME.test(line.slice(0, line.search(/[:=]/) + 1));
    return rest !== text && rest.split(/[\r\n]+/).every(isHarmless);
}
/**
 * Lists the runs without blanks in the PEM blocks of a text, which can have blanks or `\n` in place of its newlines.
 *
 * A program that repairs such a block prints each run in its own line, or folds it at 64 characters.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7468#section-2
 */
function pemRuns(text) {
    const blocks = text.includes('-----BEGIN ') ? text.matchAll(BODY) : [];
    return [...blocks]
        .flatMap(([, body = '']) => body.split(/\s+|\\r|\\n/))
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
        const isJson = (0,json/* leavesOf */.wf)(text).length > 0;
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
    return { parts, lines: [...lines], isCut: parts.length >= MOST_PARTS && (0,json/* leavesOf */.wf)(value).length === 0 };
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
    const leaves = (0,json/* leavesOf */.wf)(text);
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
    const result = (0,external_node_buffer_namespaceObject.isUtf8)(bytes) ? bytes.toString('utf8') : '';
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
    commandsFor: (texts) => texts.flatMap(commandData).map(addMask),
};
/** Writes the command of the toolkit's `setSecret` (escapeData in its command.ts). */
function addMask(data) {
    return `::add-mask::${data.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')}\n`;
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
        yield* [...spellingsOf(piece).slice(1), ...derivedForms(piece)];
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
/** Tells whether no line of a piece is `{` or a single letter: the runner also registers each line of a text. */
function canBeSentWhole(piece) {
    const lines = parts_linesOf(piece).filter((line) => line !== '');
    return lines.length < 2 || lines.every((line) => isMaskable(line) && !isShort(line));
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
const ESCAPES = { '%': '%25', '\r': '%0D', '\n': '%0A', ']': '%5D' };
/**
 * Writes the line that masks a text in act and shows nothing of the text.
 *
 * For act, the name of a command ends at the last `::` of the line. `::add-mask::a::b` is therefore an unknown command, which
 * act prints. `##[add-mask]a::b` is a known command. GitHub's runner also accepts this form, with an escape for `]`
 * (ActionCommand.cs).
 */
function actCommand(text) {
    const [command, escaped] = needsBrackets(text) ? ['##[add-mask]', /[%\r\n\]]/g] : ['::add-mask::', /[%\r\n]/g];
    return `${command}${text.replace(escaped, (sign) => ESCAPES[sign] ?? sign)}\n`;
}
function needsBrackets(text) {
    return `:${text}`.includes('::');
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
    let added = [];
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
        added.flat().flatMap(search_piecesOf).forEach(index);
        added = [];
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
            print(reader.commandsFor(ordered));
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
        if (start > done || (start === 0 && done === 0)) {
            result += `${text.slice(done, start)}***`;
        }
        done = Math.max(done, end);
    }
    return result + text.slice(done, Math.max(done, most));
}

// EXTERNAL MODULE: ./lib/undo/state.js
var state = __nccwpck_require__(778);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: ./lib/runner/file-commands.js



/**
 * Appends entries to a file of the runner in one write, in the form of the toolkit.
 *
 * The toolkit opens the file once for each entry, which takes a third of the time of a run with a thousand values. No value
 * contains the delimiter, since it is random and made after all values.
 *
 * @throws Error of the file system; the file is never created
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#multiline-strings
 */
function appendEntries(file, entries) {
    const delimiter = `ghadelimiter_${(0,external_node_crypto_.randomUUID)()}`;
    const text = Array.from(entries, ([name, value]) => [`${name}<<${delimiter}`, value, delimiter, ''].join(external_node_os_namespaceObject.EOL)).join('');
    if (text === '') {
        return;
    }
    const opened = (0,external_node_fs_.openSync)(file, external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_APPEND);
    try {
        (0,external_node_fs_.writeFileSync)(opened, text);
    }
    finally {
        (0,external_node_fs_.closeSync)(opened);
    }
}

// EXTERNAL MODULE: ./lib/untrusted-text.js
var untrusted_text = __nccwpck_require__(540);
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
            lines.forEach(safe(info));
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

;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = onFirstUse(() => require("os"));
;// CONCATENATED MODULE: ./lib/node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./lib/node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = onFirstUse(() => require("path"));
;// CONCATENATED MODULE: ./lib/node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(os.EOL);
    issueCommand('set-output', { name }, toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
;// CONCATENATED MODULE: ./lib/runner/toolkit.js

/*
 * Everything of the toolkit that this action uses, by name: a use of the whole module would put all of it into dist/.
 */
/** Prints lines and their commands. */
const printer = { debug: debug, error: error, info: info, notice: notice, warning: warning, startGroup: startGroup, endGroup: endGroup };
/** Reads an input as the runner passes it; empty if it is not set. */
const toolkit_getInput = (/* unused pure expression or super */ null && (getToolkitInput));
/** Reads what an earlier process of this step saved under a name; empty if there is nothing. */
const toolkit_getState = getState;

;// CONCATENATED MODULE: ./lib/runner/step.js









/** Creates the connection to the runner, from `process.env` and `process.stdout`. */
function createStep(variables, stdout) {
    // nektos/act sets this variable.
    const reader = variables['ACT'] === 'true' ? createActReader() : githubReader;
    // One write for all masks of a text: the toolkit writes each mask, which takes longer than the request for the text.
    const masker = createMasker((commands) => void stdout.write(commands.join('')), reader);
    const { mask, isMasked, redact } = masker;
    const ports = {
        mask,
        isMasked,
        log: createLog(redact, printer, showsDebug(variables)),
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
        readState: () => ({ state: (0,state/* parseState */.Bu)(toolkit_getState(state/* STATE_NAME */.sf)), temp: variables['RUNNER_TEMP'] ?? '' }),
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
        appendEntries(variables['GITHUB_ENV'] ?? '', unchanged.map(({ name, before }) => [name, before]));
    }
    catch {
        // The file is missing or the disk is full. Post steps of other actions find no logins then; that fails no job.
    }
}

// EXTERNAL MODULE: ./lib/machine/own-folder.js
var own_folder = __nccwpck_require__(911);
;// CONCATENATED MODULE: ./lib/login/sealed-file.js




/** The folder in RUNNER_TEMP of all tokens that the steps of a job share. */
const SHARED_FOLDER = 'bearer-login-cache';
/** The name of a shared token's file, and of a draft of it. */
const FILE_NAME = /^[0-9a-f]{64}(?:\.[0-9a-f-]{36})?$/;
/** Opens a file in the folder of shared tokens. Neither the folder nor the file may be a link or belong to another user. */
function openSealedFile(temp, { name, draft, seal }) {
    const folder = join(temp, SHARED_FOLDER);
    return {
        read() {
            try {
                const [found = '', content = ''] = isPrivateFolder(folder) ? readOwnFile(join(folder, name)).split('\n') : [];
                return isEqual(found, seal(content)) ? JSON.parse(content) : undefined;
            }
            catch {
                return undefined;
            }
        },
        write(content) {
            try {
                mkdirSync(folder, { recursive: true, mode: 0o700 });
                if (isPrivateFolder(folder)) {
                    replace(join(folder, name), join(folder, draft), `${seal(content)}\n${content}\n`);
                }
            }
            catch {
                // The folder is not writable, or (Windows) another step is reading the file.
            }
        },
    };
}
/** Writes a draft and renames it, so that another step never reads half of a file. */
function replace(file, draft, text) {
    try {
        writeFileSync(draft, text, { flag: 'wx', mode: 0o600 });
        renameSync(draft, file);
    }
    finally {
        rmSync(draft, { force: true });
    }
}
/** Removes files of a step from the folder of shared tokens, and the folder if it is empty. Returns why it was left, or undefined. */
function cleanSharedFolder(temp, files) {
    const folder = (0,external_node_path_.join)(temp, SHARED_FOLDER);
    try {
        if (!(0,external_node_path_.isAbsolute)(temp) || isMissing(folder)) {
            return undefined;
        }
        if (!(0,own_folder/* isPrivateFolder */.EV)(folder) || !files.every((name) => FILE_NAME.test(name))) {
            return 'is not a private folder of this action';
        }
        for (const name of files) {
            (0,external_node_fs_.rmSync)((0,external_node_path_.join)(folder, name), { force: true });
        }
    }
    catch (error) {
        return (0,own_folder/* reasonOf */.A3)(error);
    }
    try {
        (0,external_node_fs_.rmdirSync)(folder);
    }
    catch {
        // Files of other steps are in it.
    }
    return undefined;
}
function isMissing(path) {
    return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }) === undefined;
}
function isEqual(found, expected) {
    const [a, b] = [Buffer.from(found), Buffer.from(expected)];
    return a.length === b.length && timingSafeEqual(a, b);
}

;// CONCATENATED MODULE: ./lib/undo/clean-up.js



/**
 * Removes what main created in RUNNER_TEMP, and describes the result; it never throws.
 *
 * If it is not certain that a folder belongs to this step, the folder is left: other programs can change the state and the
 * folder.
 */
function cleanUp(state, temp) {
    if (state === undefined) {
        return { line: 'Nothing to clean up.', failed: false };
    }
    const { folders, cache } = state;
    const left = [
        ...folders.flatMap((folder) => describeLeft(folder.name, (0,own_folder/* removeFolder */.v$)(temp, folder))),
        ...(cache === undefined ? [] : describeLeft(SHARED_FOLDER, cleanSharedFolder(temp, cache))),
    ];
    if (left.length > 0) {
        return { line: `${left.join(' ')} It may contain secrets, so remove it.`, failed: true };
    }
    return { line: folders.length === 0 ? 'No files to remove.' : 'The files of this step were removed.', failed: false };
}
function describeLeft(name, reason) {
    return reason === undefined ? [] : [`In RUNNER_TEMP, ${(0,untrusted_text/* quote */.hD)(name)} was left, because it ${reason}.`];
}

;// CONCATENATED MODULE: ./lib/post.js



const { ports, readState, restore, variables } = createStep(process.env, process.stdout);
void undo().then(() => exitSoon(process.stdout));
async function undo() {
    const { state, temp } = readState();
    const plan = state?.token;
    // The revocation starts first: it reads a file that the clean-up removes.
    const revocation = plan && (await __nccwpck_require__.e(/* import() */ 907).then(__nccwpck_require__.bind(__nccwpck_require__, 907))).revokeToken(plan, variables, ports);
    const files = cleanUp(state, temp);
    restore(state?.variables ?? []);
    const token = (await revocation) ?? { line: '', failed: false };
    (files.failed || token.failed ? ports.log.warning : ports.log.info)(`${files.line} ${token.line}`.trim());
}

module.exports = __webpack_exports__;
/******/ })()
;