import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   RZ: () => (/* binding */ codeOfStatus),
/* harmony export */   Vh: () => (/* binding */ readJson),
/* harmony export */   n: () => (/* binding */ answerError),
/* harmony export */   oJ: () => (/* binding */ isSuccess),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   sR: () => (/* binding */ endpoint),
/* harmony export */   t4: () => (/* binding */ errorBody)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
/* harmony import */ var _foreign_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(399);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(413);



/** The address of a path below the base URL of a platform, whose own path stays in front. */
function endpoint(base, path) {
    return new URL(`${base.href.replace(/\/$/, '')}${path}`);
}
/** Method, origin and path of a request: all that an error shows of it. */
function describe(request) {
    return `${request.method} ${request.url.origin}${request.url.pathname}`;
}
/** Whether an answer is a success. */
function isSuccess(response) {
    return response.status >= 200 && response.status < 300;
}
/**
 * Parses the body of a good answer.
 *
 * @throws ActionError response_invalid when it is empty, a web page, or no JSON
 */
function readJson(exchange) {
    const { body } = exchange.response;
    if (body.trim() === '') {
        throw answerError('response_invalid', exchange, { what: 'with an empty body' });
    }
    if (isPage(exchange.response)) {
        throw answerError('response_invalid', exchange, { what: 'with a web page instead of JSON' });
    }
    try {
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(body);
    }
    catch {
        // Without its cause: the message of a SyntaxError quotes the text around the fault, which may be a secret.
        throw answerError('response_invalid', exchange, { what: 'with JSON that is broken' });
    }
}
/** An error about an answer: what was asked, the status, what is wrong, and on a refusal what the server said. */
function answerError(code, { request, response }, problem = {}) {
    const number = response.requestId === undefined ? '' : ` (X-Request-ID ${(0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(response.requestId)})`;
    const what = problem.what === undefined ? '' : ` ${problem.what}`;
    const message = `${request.purpose} failed: ${describe(request)} answered ${response.status}${number}${what}`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(code, message, {
        said: isSuccess(response) ? undefined : wordsOf(response),
        advice: problem.advice,
    });
}
/** The code for a status that nobody explains better; `refused` is the one for 401 and 403. */
function codeOfStatus(response, refused) {
    if (response.status === 401 || response.status === 403) {
        return refused;
    }
    if (response.status === 408 || response.status === 425 || response.status === 429 || response.status >= 500) {
        return 'server_failed';
    }
    return response.status === 404 || response.status === 405 ? 'endpoint_not_found' : 'response_invalid';
}
/** The members of an error body in JSON: OAuth's (RFC 6749 section 5.2), and the `{"error": "…"}` of other APIs. */
function errorBody(response) {
    try {
        const body = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(response.body);
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(body) ? body : {};
    }
    catch {
        return {};
    }
}
/** What the server says went wrong, raw; nothing for a page. */
function wordsOf(response) {
    if (isPage(response)) {
        return undefined;
    }
    const { error, error_description, message } = errorBody(response);
    const words = [error, error_description, message].filter((part) => typeof part === 'string' && part !== '');
    if (words.length > 0) {
        return words.join(': ');
    }
    return response.contentType === 'text/plain' && response.body.trim() !== '' ? response.body : undefined;
}
function isPage(response) {
    return response.contentType === 'text/html' || /^\s*<(?:!doctype|html)/i.test(response.body);
}


/***/ }),

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   NH: () => (/* binding */ isOAuthErrorCode),
/* harmony export */   WE: () => (/* binding */ explain),
/* harmony export */   lZ: () => (/* binding */ ActionError)
/* harmony export */ });
/* unused harmony exports OAUTH_ERROR_CODES, HINTS */
/* harmony import */ var _foreign_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(399);

/** The error codes of RFC 6749 section 5.2 that a token endpoint may answer; they are passed through unchanged. */
const OAUTH_ERROR_CODES = [
    'invalid_request',
    'invalid_client',
    'invalid_grant',
    'unauthorized_client',
    'unsupported_grant_type',
    'invalid_scope',
];
/**
 * What the user can do about each error, in one sentence or two.
 *
 * OAuth's own codes (RFC 6749 section 5.2, RFC 6750 section 3.1) keep their names; the others are ours.
 */
const HINTS = {
    invalid_request: 'The server did not understand the login; check that `url` is the address of the platform.',
    invalid_client: 'Check `client_id` and `client_secret`: copied whole, of this platform and not expired. A workflow run from a fork or by Dependabot does not see the repository secrets.',
    invalid_grant: 'The credentials are wrong, expired or revoked; make new ones and store them as secrets.',
    unauthorized_client: 'The client may not log in this way; ask the administrator of the platform.',
    unsupported_grant_type: 'The server does not offer client credentials; check that `url` is the right platform.',
    invalid_scope: 'The server refused the requested scope; ask the administrator of the platform.',
    invalid_token: 'The bearer token is expired, revoked or of another server; get a new one, or give client credentials.',
    input_missing: 'Add the input to the `with:` of this step; an empty value often means that a secret of this name does not exist here.',
    input_invalid: 'Correct the input in the `with:` of this step.',
    input_conflict: 'Keep only one of these inputs.',
    endpoint_insecure: 'Use https, or set `allow_http: true` where the network itself is trusted.',
    endpoint_not_found: 'Check `url`: the host is wrong, or the platform stands behind a path that is missing in it.',
    redirect_refused: 'If that address is the platform, put it into `url`; credentials are never sent on to another place.',
    server_unreachable: 'Check `url`, and that this runner can reach the host.',
    server_failed: 'The fault is on the side of the server; run the job again later, and ask its administrator if it stays.',
    response_invalid: 'Something else than the API answered, or the answer was damaged on its way; check `url` and what stands between.',
    deadline_exceeded: 'Raise `timeout_seconds` if the server is only slow; else check that this runner can reach it.',
    token_expired: 'Get a new token, or give client credentials so that the action can log in by itself.',
    permission_denied: 'Ask an owner for one of the roles that the message names.',
    owner_not_found: 'Check the id in the address of the page in the browser; names do not work here.',
    secret_not_found: 'Check the spelling and the project; a Secret can also be named by its id or key.',
    secret_ambiguous: 'Name the Secret by one of these ids instead, or give the Secrets different names.',
    secret_not_decrypted: 'The server kept the value back; check that the credentials have the role Writer or Owner.',
    name_refused: 'Write a target of your own behind the Secret, for example `my-secret | MY_SECRET`.',
    name_conflict: 'Write different targets behind the Secrets, for example `my-secret | OTHER_NAME`.',
    value_unsupported: 'Such a value cannot become a variable as it is.',
    runner_unsupported: 'Use a runner of version 2.327.1 or newer, or one that gives actions the same files.',
    publication_failed: 'Nothing was exported; check the disk and the permissions of the runner.',
    internal_error: 'This is a defect of the action; please report it with the text above.',
};
/** The one error that users see: a code, what went wrong in one sentence, and what the server said. */
class ActionError extends Error {
    code;
    said;
    advice;
    constructor(code, message, details = {}) {
        super(message, { cause: details.cause });
        this.name = 'ActionError';
        this.code = code;
        this.said = details.said;
        this.advice = details.advice;
    }
}
/** All that a user is told of an error, in one line: what happened, what the server said, and what to do. */
function explain(error, redact, documents = 'docs') {
    const said = error.said === undefined ? '' : `: ${JSON.stringify((0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__/* .clean */ .uH)(error.said, redact))}`;
    const advice = error.advice === undefined ? '' : ` ${error.advice}.`;
    const what = (0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__/* .reveal */ ._c)(error.message, redact).replace(/\.$/, '');
    return `${what}${said}.${advice} ${HINTS[error.code]} See ${documents}/troubleshooting.md#${error.code}`;
}
/** Narrows a text to one of RFC 6749's error codes. */
function isOAuthErrorCode(code) {
    return OAUTH_ERROR_CODES.some((known) => known === code);
}


/***/ }),

/***/ 399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _c: () => (/* binding */ reveal),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   uH: () => (/* binding */ clean)
/* harmony export */ });
/* unused harmony export oneLine */
/** The most characters of a foreign text that are printed. */
const LIMIT = 300;
/**
 * Makes a text of a server safe to print: one line, no workflow command in it, none of our secrets, at most 300 characters.
 *
 * A lone CR ends a line for the runner and `##[` starts a command anywhere in a line (actions/runner ActionCommand.cs,
 * OutputManager.cs). Secrets are taken out before the cut, which could leave the half of one, and on both sides of the
 * cleaning, which could hide one or put one together.
 */
function clean(text, redact) {
    const safe = redact(oneLine(redact(text)));
    return safe.length > LIMIT ? `${safe.slice(0, LIMIT).toWellFormed()}…` : safe;
}
/** Private-use characters around a foreign name that must be cleaned or cut before it is shown. */
const OPEN = '\u{f0000}';
const CLOSE = '\u{f0001}';
const MARKED = /\u{f0000}([^\u{f0000}\u{f0001}]*)\u{f0001}/gu;
/** The longest name that is shown whole. */
const NAME_LIMIT = 120;
/**
 * A foreign name in quotes for a message of ours.
 *
 * One that must be cleaned or cut stays as it is, between marks: a secret in it can only be taken out before that, and
 * that is the edge's business (`reveal`).
 */
function quote(name) {
    const isPlain = oneLine(name) === name && name.length <= NAME_LIMIT;
    return isPlain ? `"${name}"` : `"${OPEN}${name.replace(/[\u{f0000}\u{f0001}]/gu, '')}${CLOSE}"`;
}
/** Makes a message of ours fit to be shown: our secrets taken out, its foreign names cleaned and cut. */
function reveal(message, redact) {
    const shown = message.replace(MARKED, (_, name) => shorten(redact(oneLine(redact(name)))));
    return redact(shown);
}
function shorten(name) {
    return name.length > NAME_LIMIT ? `${name.slice(0, 80).toWellFormed()}…${name.slice(-20).toWellFormed()}` : name;
}
/** Control, format and line characters become blanks; what could start a workflow command is broken up. */
function oneLine(text) {
    // Most texts are harmless, and the tables of Unicode are slow to load.
    if (/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(text) && !/::|##\[/.test(text)) {
        return text;
    }
    return text
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
        .replace(/:(?=:)/g, ': ')
        .replace(/#(?=#\[)/g, '# ')
        .trim();
}


/***/ }),

/***/ 284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  g: () => (/* binding */ openTransport)
});

;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 4 modules
var lib = __nccwpck_require__(124);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/proxy.js
var proxy = __nccwpck_require__(783);
// EXTERNAL MODULE: ./lib/answers.js
var answers = __nccwpck_require__(864);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
;// CONCATENATED MODULE: ./lib/http/body.js
/** The largest body that is read: far above any list of Secrets, far below what would fill a runner's memory. */
const LIMIT = 10 * 1024 * 1024;
/** A body that cannot be used, with the reason as the end of a sentence that starts with the request. */
class UnreadableBody extends Error {
}
/**
 * Reads a body to its end.
 *
 * The library's own `readBody` listens to `data` and `end` only, so it never settles on a body cut short, and knows no
 * limit (@actions/http-client 4.0.1).
 *
 * @throws UnreadableBody when it is cut short, larger than 10 MiB, compressed or not UTF-8
 */
async function readBody(message) {
    const encoding = message.headers['content-encoding']?.trim().toLowerCase() ?? '';
    if (encoding !== '' && encoding !== 'identity') {
        throw new UnreadableBody('was compressed, although that was not asked for');
    }
    const chunks = [];
    let size = 0;
    try {
        for await (const chunk of message) {
            size += chunk.length;
            if (size > LIMIT) {
                throw new UnreadableBody(`was larger than ${LIMIT / 1024 / 1024} MiB`);
            }
            chunks.push(chunk);
        }
    }
    catch (error) {
        throw error instanceof UnreadableBody ? error : new UnreadableBody('was cut short', { cause: error });
    }
    return decode(Buffer.concat(chunks));
}
function decode(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (error) {
        throw new UnreadableBody('was not UTF-8', { cause: error });
    }
}

;// CONCATENATED MODULE: ./lib/http/network-problem.js
/** Node's error codes (errno(3), https://nodejs.org/api/tls.html) and what they mean to the user. */
const PROBLEMS = {
    ENOTFOUND: 'was not sent: no such host is known',
    EAI_AGAIN: 'was not sent: the name of the host could not be resolved now',
    ECONNREFUSED: 'was refused: nothing listens on this port of the host',
    EHOSTUNREACH: 'did not reach the host: there is no route to it',
    ENETUNREACH: 'did not reach the host: there is no route to its network',
    ETIMEDOUT: 'did not reach the host: it does not answer',
    ECONNRESET: 'got no answer: the connection was closed before one came',
    EPIPE: 'got no answer: the connection was closed before one came',
    EPROTO: 'failed in the TLS handshake: is this a port for plain http?',
    SELF_SIGNED_CERT_IN_CHAIN: 'was not sent: the certificate of the host comes from an unknown authority',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'was not sent: the certificate of the host is signed by itself',
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'was not sent: the certificate of the host comes from an unknown authority',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'was not sent: the certificate of the host comes from an unknown authority',
    ERR_TLS_CERT_ALTNAME_INVALID: 'was not sent: the certificate of the host is for another name',
    CERT_HAS_EXPIRED: 'was not sent: the certificate of the host has expired',
};
/** The answer came, but it was no HTTP: Node's parser names its errors so (https://nodejs.org/api/errors.html). */
const PARSER_ERROR = /^HPE_/;
/** Explains an error of Node's network stack, of one attempt or of several addresses tried (AggregateError). */
function networkProblem(error) {
    const code = codeOf(error);
    if (PARSER_ERROR.test(code)) {
        return { code: 'response_invalid', what: `got an answer that is not HTTP (${code})` };
    }
    return { code: 'server_unreachable', what: `${PROBLEMS[code] ?? 'failed on the network'} (${code})` };
}
function codeOf(error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
        return error.code;
    }
    return error instanceof AggregateError ? codeOf(error.errors[0]) : 'no code';
}

// EXTERNAL MODULE: ./lib/foreign-text.js
var foreign_text = __nccwpck_require__(399);
;// CONCATENATED MODULE: ./lib/http/redirect.js



const MAX_REDIRECTS = 5;
/**
 * Where a redirect of a request leads, if it may be followed: that of a GET, within its origin, five times at most.
 *
 * @throws ActionError redirect_refused
 */
function redirectTarget(request, location, redirects) {
    const target = location && URL.canParse(location, request.url.href) ? new URL(location, request.url) : undefined;
    const refused = (why) => {
        const where = target === undefined
            ? 'no readable address'
            : (0,foreign_text/* quote */.hD)((target.origin === 'null' ? target.protocol : target.origin) + target.pathname);
        const message = `${request.purpose} failed: ${(0,answers/* describe */.q0)(request)} redirects to ${where}, ${why}`;
        return new errors/* ActionError */.lZ('redirect_refused', message);
    };
    if (target === undefined) {
        throw refused('which cannot be followed');
    }
    if (request.method !== 'GET') {
        throw refused('and credentials are not sent a second time');
    }
    if (target.origin !== request.url.origin) {
        throw refused('which is another origin');
    }
    if (redirects >= MAX_REDIRECTS) {
        throw refused(`after ${MAX_REDIRECTS} redirects`);
    }
    return target;
}

;// CONCATENATED MODULE: ./lib/http/transport.js









/**
 * Opens the one transport of a run: kept-alive connections, one deadline over everything, no redirect to another origin.
 *
 * `timeoutSeconds` counts from here.
 */
function openTransport(timeoutSeconds, log) {
    const agents = { 'http:': new external_node_http_namespaceObject.Agent({ keepAlive: true }), 'https:': new external_node_https_namespaceObject.Agent({ keepAlive: true }) };
    const client = new lib/* HttpClient */.Qq('bearer-login', [useAgents(agents)], { allowRedirects: false });
    // A race beside the request, since a signal does not end one whose socket is still being made.
    let timer;
    const expired = new Promise((resolve) => {
        timer = setTimeout(resolve, timeoutSeconds * 1000);
    });
    const warnOfProxy = proxyWarning(log);
    return {
        async send(request) {
            const started = Date.now();
            warnOfProxy(request.url);
            const progress = { phase: 'waiting for the answer' };
            const late = expired.then(() => {
                const message = `${request.purpose} was not done within ${timeoutSeconds} s (${progress.phase}): ${(0,answers/* describe */.q0)(request)}`;
                throw new errors/* ActionError */.lZ('deadline_exceeded', message);
            });
            const response = await Promise.race([exchange(client, request, progress), late]);
            log.debug(`${(0,answers/* describe */.q0)(request)}: ${response.status} in ${Date.now() - started} ms`);
            return response;
        },
        close() {
            clearTimeout(timer);
            agents['http:'].destroy();
            agents['https:'].destroy();
        },
    };
}
/** Follows redirects of a GET within its origin; a request with credentials in its body is never sent again elsewhere. */
async function exchange(client, request, progress) {
    let url = request.url;
    for (let redirects = 0;; redirects += 1) {
        const { message } = await attempt(client, { ...request, url });
        const status = message.statusCode ?? 0;
        if (![301, 302, 303, 307, 308].includes(status)) {
            progress.phase = 'reading the answer';
            const body = await readWhole(message, request);
            const requestId = message.headers['x-request-id'];
            const contentType = (message.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
            return { status, contentType, body, ...(typeof requestId === 'string' ? { requestId } : {}) };
        }
        message.destroy();
        url = redirectTarget({ ...request, url }, message.headers.location, redirects);
    }
}
async function attempt(client, request) {
    try {
        return await client.request(request.method, request.url.href, request.body ?? null, { ...request.headers });
    }
    catch (error) {
        const { code, what } = networkProblem(error);
        throw new errors/* ActionError */.lZ(code, `${request.purpose} failed: ${(0,answers/* describe */.q0)(request)} ${what}`, { cause: error });
    }
}
async function readWhole(message, request) {
    try {
        return await readBody(message);
    }
    catch (error) {
        message.destroy();
        const what = error instanceof UnreadableBody ? error.message : 'could not be read';
        throw new errors/* ActionError */.lZ('response_invalid', `${request.purpose} failed: the answer of ${(0,answers/* describe */.q0)(request)} ${what}`, {
            cause: error,
        });
    }
}
/** The library would give each request an agent of its own making, without keep-alive. */
function useAgents(agents) {
    return {
        prepareRequest(options) {
            // The library passes an IPv6 host in brackets, which the resolver takes for a name.
            options.host = options.host?.replace(/^\[(.*)\]$/, '$1') ?? null;
            options.agent = options.agent instanceof external_node_https_namespaceObject.Agent ? agents['https:'] : agents['http:'];
        },
        canHandleAuthentication: () => false,
        handleAuthentication: () => Promise.reject(new Error('not used')),
    };
}
function proxyWarning(log) {
    let warned = false;
    return (url) => {
        if (!warned && proxyOf(url) !== undefined) {
            warned = true;
            log.warning(`This version does not use proxies: ${url.origin} is asked directly, although one is set.`);
        }
    };
}
function proxyOf(url) {
    try {
        return (0,proxy/* getProxyUrl */.s)(url);
    }
    catch {
        // Without its cause, which shows the value, and with it perhaps a password.
        throw new errors/* ActionError */.lZ('server_unreachable', `The proxy variable for ${url.origin} (https_proxy, http_proxy) is no URL`);
    }
}


/***/ }),

/***/ 646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ parseId),
/* harmony export */   Gq: () => (/* binding */ invalid),
/* harmony export */   Q2: () => (/* binding */ parseBaseUrl),
/* harmony export */   XT: () => (/* binding */ parseRequired),
/* harmony export */   fL: () => (/* binding */ parseSeconds),
/* harmony export */   mc: () => (/* binding */ INPUTS),
/* harmony export */   pX: () => (/* binding */ isSecretInput),
/* harmony export */   yG: () => (/* binding */ parseBoolean)
/* harmony export */ });
/* unused harmony export inputValue */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
/* harmony import */ var _foreign_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(399);


/** Every input; action.yml and the README list the same. */
const INPUTS = {
    url: {},
    client_id: {},
    client_secret: { secret: true },
    bearer_token: { secret: true },
    project_id: {},
    organization_id: {},
    user_id: {},
    secrets: {},
    export_env: { fallback: 'true' },
    token_variable: {},
    allow_http: { fallback: 'false' },
    timeout_seconds: { fallback: '120' },
};
/** Whether the value of an input is a secret. */
function isSecretInput(name) {
    const declaration = INPUTS[name];
    return declaration.secret === true;
}
/** The value of an input, or what an empty one stands for. */
function inputValue(inputs, name) {
    const declaration = INPUTS[name];
    return inputs[name] ?? declaration.fallback ?? '';
}
/** @throws ActionError input_missing */
function parseRequired(inputs, name, why) {
    const value = inputs[name];
    if (value === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('input_missing', `The input \`${name}\` is empty: ${why}.`);
    }
    return value;
}
/** Reads `true` or `false` in any of YAML's spellings. @throws ActionError input_invalid */
function parseBoolean(inputs, name) {
    const value = inputValue(inputs, name);
    if (/^(true|True|TRUE)$/.test(value)) {
        return true;
    }
    if (/^(false|False|FALSE)$/.test(value)) {
        return false;
    }
    throw invalid(name, `must be true or false, not ${(0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(value)}`);
}
/** Reads a whole number of seconds, at least 1. @throws ActionError input_invalid */
function parseSeconds(inputs, name) {
    const value = inputValue(inputs, name);
    // setTimeout takes anything beyond 2^31 ms for 1 ms; no job lives longer than some days.
    const most = 24 * 60 * 60;
    if (/^[0-9]{1,6}$/.test(value) && Number(value) >= 1 && Number(value) <= most) {
        return Number(value);
    }
    throw invalid(name, `must be a whole number of seconds from 1 to ${most}, not ${(0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(value)}`);
}
/**
 * Reads a base URL: a bare host means https, a path stays, its last slash goes.
 *
 * @throws ActionError input_invalid, endpoint_insecure
 */
function parseBaseUrl(inputs, name, allowHttp) {
    const value = parseRequired(inputs, name, 'it is the address of the platform, such as https://chariot.example.com');
    const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `https://${value}`;
    if (/[\s\\]|^https?:\/\/https?:/i.test(text) || !URL.canParse(text)) {
        throw invalid(name, 'is not a URL; write it as https://chariot.example.com');
    }
    const url = new URL(text);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') {
        throw invalid(name, `must start with https://, not ${(0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(`${url.protocol}//`)}`);
    }
    if (url.username !== '' || url.password !== '') {
        throw invalid(name, 'must not hold a user name or password; give credentials in their own inputs');
    }
    if (/[?#]/.test(text)) {
        throw invalid(name, 'must not have a query or a fragment; give only the address, such as https://chariot.example.com');
    }
    if (url.protocol === 'http:' && !allowHttp && !isLoopback(url.hostname)) {
        const message = `The input \`${name}\` is ${(0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(url.origin)}: over plain http everyone on the way can read the credentials.`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('endpoint_insecure', message);
    }
    url.pathname = url.pathname.replace(/\/+$/, '');
    return url;
}
/** Reads an id that becomes one segment of a path; its form is not published. @throws ActionError input_invalid */
function parseId(inputs, name) {
    const value = inputs[name];
    if (value !== undefined && (/[/?#\p{Cc}]/u.test(value) || !value.isWellFormed() || /^\.{1,2}$/.test(value))) {
        throw invalid(name, `is not an id: ${(0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(value)} holds a character that no id has`);
    }
    return value;
}
/** The error for an input whose value cannot be used; the reason completes "The input `x` …". */
function invalid(name, reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('input_invalid', `The input \`${name}\` ${reason}.`);
}
/** Whether a host never leaves this machine (RFC 5735, RFC 4291, RFC 6761). */
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.[0-9]{1,3}){3}$/.test(hostname);
}


/***/ }),

/***/ 413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   u4: () => (/* binding */ isRecord),
/* harmony export */   wf: () => (/* binding */ leavesOf)
/* harmony export */ });
/* unused harmony export isContainer */
const sourceText = JSON;
/**
 * Parses JSON so that `JSON.stringify` gives every number back as it was written: `1.0`, or more digits than a double holds.
 *
 * A value of a Secret is opaque: an account number that comes back rounded is a wrong credential. On Node 20, which the
 * runner does not use, numbers are ordinary ones.
 *
 * @throws SyntaxError
 * @see https://tc39.es/proposal-json-parse-with-source/
 */
function parseJson(text) {
    return sourceText.parse(text, (_key, value, context) => typeof value === 'number' && context?.source !== undefined && sourceText.rawJSON !== undefined
        ? sourceText.rawJSON(context.source)
        : value);
}
/** Whether a parsed value is an object or an array, and not a number that kept its text. */
function isContainer(value) {
    return typeof value === 'object' && value !== null && sourceText.isRawJSON?.(value) !== true;
}
/** Whether a parsed value is an object and no array. */
function isRecord(value) {
    return isContainer(value) && !Array.isArray(value);
}
/** The strings and numbers in a JSON document, also in one that stands in a string of it. */
function leavesOf(text) {
    if (!/^\s*[[{"]/.test(text)) {
        return [];
    }
    try {
        return leaves(parseJson(text));
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


/***/ }),

/***/ 111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ login)
});

// EXTERNAL MODULE: ./lib/answers.js
var answers = __nccwpck_require__(864);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
;// CONCATENATED MODULE: ./lib/token-request.js

/** Builds the request for a token; the credentials are in the body, never in the URL (RFC 6749 section 3.2). */
function buildTokenRequest(platform, url, credentials) {
    const form = new URLSearchParams([
        ...grantParameters(credentials.grant),
        ['client_id', credentials.clientId],
        ...clientParameters(credentials.clientAuthentication),
    ]);
    return {
        method: 'POST',
        url: (0,answers/* endpoint */.sR)(url, platform.tokenPath),
        headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
        body: form.toString(),
        purpose: `The login to ${platform.title}`,
    };
}
/** @see https://www.rfc-editor.org/rfc/rfc6749#section-4.4.2 */
function grantParameters(grant) {
    return [['grant_type', grant.type]];
}
/** @see https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1 */
function clientParameters(authentication) {
    return [['client_secret', authentication.clientSecret]];
}

// EXTERNAL MODULE: ./lib/token-response.js + 1 modules
var token_response = __nccwpck_require__(817);
;// CONCATENATED MODULE: ./lib/login.js




/**
 * Gets a bearer token: the one at hand while it lives long enough, else by the credentials.
 *
 * @throws ActionError token_expired, or what the login was refused with
 */
async function login(settings, ports) {
    const { bearerToken, credentials, platform } = settings;
    const now = ports.now();
    const atHand = bearerToken === undefined ? undefined : (0,token_response/* tokenAtHand */.qN)(bearerToken, now);
    const left = (atHand?.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY) - now.getTime();
    if (atHand !== undefined && left > (credentials === undefined ? 0 : platform.leewaySeconds * 1000)) {
        ports.log.info(`Using the bearer token at hand: ${lifeOf(atHand)}.`);
        return { token: atHand, fetched: false };
    }
    if (credentials === undefined) {
        const when = atHand?.expiresAt?.toISOString() ?? 'an unknown time';
        throw new errors/* ActionError */.lZ('token_expired', `The \`bearer_token\` expired at ${when}, and no credentials are given`);
    }
    const request = buildTokenRequest(platform, settings.url, credentials);
    const response = await ports.send(request);
    if (!(0,answers/* isSuccess */.oJ)(response)) {
        ports.mask((0,token_response/* secretsOf */.Fj)((0,answers/* errorBody */.t4)(response)));
        throw (0,token_response/* loginRefusal */.yF)({ request, response }, platform);
    }
    const body = (0,answers/* readJson */.Vh)({ request, response });
    ports.mask((0,token_response/* secretsOf */.Fj)(body));
    const token = (0,token_response/* parseTokenResponse */.Ac)(body, { request, response }, { platform, now: ports.now() });
    ports.log.info(`Logged in to ${platform.title} at ${settings.url.origin}: ${lifeOf(token)}.`);
    return { token, fetched: true };
}
function lifeOf(token) {
    return token.expiresAt === undefined
        ? 'how long the token lives is not known'
        : `the token lives ${token.expiresIn} s, until ${token.expiresAt.toISOString()}`;
}


/***/ }),

/***/ 342:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _http_transport_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(284);
/* harmony import */ var _login_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(111);
/* harmony import */ var _publication_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(677);
/* harmony import */ var _runner_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(868);
/* harmony import */ var _secrets_fetch_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(944);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(58);






async function run() {
    const settings = (0,_settings_js__WEBPACK_IMPORTED_MODULE_5__/* .parseSettings */ .P)((0,_runner_js__WEBPACK_IMPORTED_MODULE_3__/* .readInputs */ .r3)());
    settings.notices.forEach(_runner_js__WEBPACK_IMPORTED_MODULE_3__/* .log */ .Rm.notice);
    const transport = (0,_http_transport_js__WEBPACK_IMPORTED_MODULE_0__/* .openTransport */ .g)(settings.timeoutSeconds, _runner_js__WEBPACK_IMPORTED_MODULE_3__/* .log */ .Rm);
    try {
        const ports = { send: transport.send, mask: _runner_js__WEBPACK_IMPORTED_MODULE_3__/* .mask */ .dK, log: _runner_js__WEBPACK_IMPORTED_MODULE_3__/* .log */ .Rm, now: () => new Date() };
        const loggedIn = await (0,_login_js__WEBPACK_IMPORTED_MODULE_1__/* .login */ .i)(settings, ports);
        const secrets = await (0,_secrets_fetch_js__WEBPACK_IMPORTED_MODULE_4__/* .fetchSecrets */ .U)(settings, loggedIn.token.value, ports);
        const publication = (0,_publication_js__WEBPACK_IMPORTED_MODULE_2__/* .planPublication */ .W)({ login: loggedIn, secrets }, settings, _runner_js__WEBPACK_IMPORTED_MODULE_3__/* .variableLimit */ .s3);
        await (0,_runner_js__WEBPACK_IMPORTED_MODULE_3__/* .handOver */ .Cl)();
        (0,_runner_js__WEBPACK_IMPORTED_MODULE_3__/* .publish */ .mk)(publication);
    }
    finally {
        transport.close();
    }
}
await run().catch(_runner_js__WEBPACK_IMPORTED_MODULE_3__/* .fail */ .fJ).finally(_runner_js__WEBPACK_IMPORTED_MODULE_3__/* .letGo */ .Ko);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  wq: () => (/* binding */ commandData),
  Xu: () => (/* binding */ hasOpenParts),
  Fb: () => (/* binding */ hasShortMask),
  h_: () => (/* binding */ isMaskable),
  tQ: () => (/* binding */ isShort),
  JF: () => (/* binding */ masksOf),
  my: () => (/* binding */ userPasswords)
});

// EXTERNAL MODULE: ./lib/json.js
var json = __nccwpck_require__(413);
;// CONCATENATED MODULE: ./lib/mask-forms.js
/** A derived form shorter than this would hide more of the log than of the secret. */
const SHORTEST = 8;
/**
 * The forms of a secret that GitHub's runner does not mask by itself, or that weaker runners do not.
 *
 * The runner adds base64 of the text at three alignments, but whole: `echo "$V" | base64` encodes a newline behind it
 * and matches none of them for two texts of three. Cut to whole groups of three bytes they match whatever follows.
 */
const FORMS = [
    { name: 'base64 at three alignments', of: base64Groups },
    { name: 'base64url at three alignments', of: (text) => base64Groups(text).map(toBase64url) },
    { name: 'hex', of: (text) => [hex(text), hex(text).toUpperCase()] },
    { name: 'form encoding', of: (text) => bothCases(formEncoded(text)) },
    { name: 'URI encoding', of: (text) => bothCases(encodeURIComponent(text)) },
    { name: 'URI encoding, strict', of: (text) => bothCases(strictUri(text)) },
    { name: 'URI encoding that keeps slashes', of: (text) => bothCases(strictUri(text).replaceAll('%2F', '/')) },
    { name: 'JSON', of: (text) => [mask_forms_json(text)] },
    { name: 'JSON in JSON', of: (text) => [mask_forms_json(mask_forms_json(text))] },
    { name: 'JSON in ASCII', of: (text) => bothCases(jsonAscii(text)) },
    { name: 'JSON safe for HTML', of: (text) => [jsonHtml(text)] },
    { name: 'bash under set -x', of: (text) => [text.replaceAll("'", String.raw `'\''`), ...ansiC(text)] },
];
/** Every derived form of a text that differs from it and is long enough to be masked. */
function derivedForms(text) {
    const wellFormed = text.toWellFormed();
    return FORMS.flatMap((form) => form.of(wellFormed)).filter((form) => form.length >= SHORTEST && form !== text);
}
function base64Groups(text) {
    const bytes = Buffer.from(text, 'utf8');
    return [0, 1, 2].map((shift) => {
        const whole = Math.floor((bytes.length - shift) / 3) * 3;
        return whole > 0 ? bytes.subarray(shift, shift + whole).toString('base64') : '';
    });
}
function toBase64url(base64) {
    return base64.replaceAll('+', '-').replaceAll('/', '_');
}
function hex(text) {
    return Buffer.from(text, 'utf8').toString('hex');
}
function formEncoded(text) {
    return new URLSearchParams([['', text]]).toString().slice(1);
}
function strictUri(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${hex(sign).toUpperCase()}`);
}
function mask_forms_json(text) {
    return JSON.stringify(text).slice(1, -1);
}
function jsonAscii(text) {
    return mask_forms_json(text).replace(/[\u0080-\uffff]/g, unicodeEscape);
}
/** Go's encoder writes these signs as escapes unless told otherwise, and most command line tools are written in Go. */
function jsonHtml(text) {
    return mask_forms_json(text).replace(/[<>&\u2028\u2029]/g, unicodeEscape);
}
function unicodeEscape(sign) {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
/** Tools differ in the case of the hex digits of an escape. */
function bothCases(text) {
    const escaped = /%[0-9A-F]{2}|\\u[0-9a-f]{4}/g;
    return [
        text,
        text.replace(escaped, (found) => found.startsWith('%') ? found.toLowerCase() : `\\u${found.slice(2).toUpperCase()}`),
    ];
}
const ANSI_C = {
    7: 'a',
    8: 'b',
    9: 't',
    10: 'n',
    11: 'v',
    12: 'f',
    13: 'r',
    27: 'E',
    39: "'",
    92: '\\',
};
/**
 * Bash writes `$'…'` for what its locale cannot print: in the C locale everything beyond ASCII, in a UTF-8 locale control
 * characters, line separators and code points without a character (bash 5.2, tried).
 */
function ansiC(text) {
    if (/^[\x20-\x7e]*$/.test(text)) {
        return [];
    }
    return [/[^\x20-\x7e]|['\\]/gu, /[\p{Cc}\p{Cn}\p{Zl}\p{Zp}'\\]/gu].map((escaped) => text.replace(escaped, (sign) => Array.from(Buffer.from(sign, 'utf8'), ansiCByte).join('')));
}
function ansiCByte(byte) {
    return `\\${ANSI_C[byte] ?? byte.toString(8).padStart(3, '0')}`;
}

;// CONCATENATED MODULE: ./lib/masks.js


/** A value shorter than this is masked all the same, but the user is told what it does to the log. */
const SHORT = 4;
/** Texts that make up JSON itself: a mask on `{` or `true` would ruin every log and drop every job output. */
const JSON_SYNTAX = /^(?:[{}[\],:\s\u0085]|\b(?:true|false|null)\b)*$/;
/** Whether a text may be registered at all: not blank and not mere JSON syntax. */
function isMaskable(text) {
    return !JSON_SYNTAX.test(text);
}
/** Whether a text is so short that its mask hides unrelated text. */
function isShort(text) {
    const trimmed = text.trim();
    return trimmed.length < 2 * SHORT && [...trimmed].length < SHORT;
}
/** Whether a value, or every part of it that could be masked, is so short that its mask hides unrelated text. */
function hasShortMask(value) {
    return piecesOf(value).some(isShort);
}
/** Whether a value has lines or list items too short to be masked beside its longer ones. */
function hasOpenParts(value) {
    const parts = [...linesOf(value), ...(0,json/* leavesOf */.wf)(value)].filter(isMaskable);
    return parts.some(isShort) && !parts.every(isShort);
}
/**
 * Every text to register for one secret value, longest first: the value, its lines, the leaves of a JSON document, and
 * the derived forms of each.
 *
 * Longest first, since a weaker runner replaces the masks in the order of their arrival and would leave the tail of a
 * longer one in clear (nektos/act logger.go).
 */
function masksOf(value) {
    const pieces = piecesOf(value);
    const plain = pieces.filter((piece) => canBeSentWhole(piece));
    const all = [...plain, ...pieces.flatMap(derivedForms)].filter(isMaskable);
    return [...new Set(all)].sort((a, b) => b.length - a.length);
}
/**
 * The data of the add-mask commands that register one text, in their order.
 *
 * The runner looks for the second `::` by culture: a combining mark behind it makes the command an ordinary line, which
 * is printed in clear (actions/runner ActionCommand.cs). A newline in front hides the mark and registers the line
 * alone. The plain form, which nektos/act needs, comes after it; what is then printed is masked, also where the
 * command's own escape has changed a percent sign in it. Every first character beyond ASCII is treated so: which ones
 * combine depends on the culture data of the runner's machine.
 */
function commandData(text) {
    if (/^[\x00-\x7f]/.test(text)) {
        return [text];
    }
    const escaped = text.replaceAll('%', '%25');
    return escaped === text ? [`\n${text}`, text] : [`\n${escaped}`, `\n${text}`, text];
}
/** `user:password` of a structured value, which is what an Authorization header encodes. */
function userPasswords(fields) {
    const named = (pattern) => fields.filter((field) => pattern.test(field.path.at(-1) ?? '') && field.text !== '');
    const users = named(/user|login|account|e-?mail|client_?id|access_?key(?:_?id)?$|key_?id/i);
    const passwords = named(/pass|pwd|token|secret|key$/i);
    return users
        .flatMap((user) => passwords.filter((password) => password !== user).map((password) => `${user.text}:${password.text}`))
        .filter((pair) => pair.length >= SHORTEST);
}
/** The value itself and what it is made of: lines and JSON leaves, short ones only where there is nothing longer. */
function piecesOf(value) {
    const parts = [...linesOf(value), ...(0,json/* leavesOf */.wf)(value).flatMap((leaf) => [leaf, ...linesOf(leaf)])].filter(isMaskable);
    const long = parts.filter((part) => !isShort(part));
    return [...new Set([value, value.trim(), ...(long.length > 0 ? long : parts)])].filter(isMaskable);
}
function linesOf(text) {
    return text.split(/\r\n|\r|\n/).map((line) => line.trim());
}
/** The runner registers every line of a text by itself, also `{` or a single letter: then only its pieces are sent. */
function canBeSentWhole(piece) {
    const lines = linesOf(piece).filter((line) => line !== '');
    return lines.length < 2 || lines.every((line) => isMaskable(line) && !isShort(line));
}


/***/ }),

/***/ 677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ planPublication)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
/* harmony import */ var _foreign_text_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(399);
/* harmony import */ var _masks_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(638);
/* harmony import */ var _secrets_names_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(765);
/* harmony import */ var _secrets_steering_variables_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(234);
/* harmony import */ var _secrets_value_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(900);






/**
 * Decides what is given out under which names.
 *
 * @throws ActionError name_refused, name_conflict, value_unsupported
 */
function planPublication(session, settings, limit) {
    const variables = [...tokenVariables(session, settings), ...secretVariables(session, settings)];
    for (const [name, value] of variables) {
        checkSize(name, value, limit);
    }
    return {
        masks: [session.login.token.value, ...session.secrets.flatMap((secret) => (0,_secrets_value_js__WEBPACK_IMPORTED_MODULE_4__/* .textsOf */ .CB)(secret.value))],
        state: stateOf(session, settings),
        outputs: [...tokenOutputs(session), ...secretOutputs(session)],
        variables,
        warnings: [...nameWarnings(settings), ...session.secrets.flatMap(maskWarnings)],
    };
}
function stateOf({ login: { fetched, token } }, { platform }) {
    if (!fetched) {
        return { files: [] };
    }
    const expiresAt = token.expiresAt === undefined ? {} : { expiresAt: token.expiresAt.toISOString() };
    return { files: [], token: { reason: platform.noRevocation, ...expiresAt } };
}
function tokenVariables({ login }, { tokenVariable }) {
    return tokenVariable === undefined ? [] : [[tokenVariable, login.token.value]];
}
function tokenOutputs({ login: { token } }) {
    return [
        ['bearer_token', token.value],
        ['token_type', 'Bearer'],
        ...(token.expiresIn === undefined ? [] : [['expires_in', String(token.expiresIn)]]),
        ...(token.expiresAt === undefined ? [] : [['expires_at', token.expiresAt.toISOString()]]),
        ...(token.claims === undefined ? [] : [['claims', JSON.stringify(token.claims)]]),
    ];
}
function secretOutputs({ secrets }) {
    const outputs = secrets.map(({ request, value }) => [(0,_secrets_names_js__WEBPACK_IMPORTED_MODULE_2__/* .outputName */ .Vf)(request), value.text]);
    return outputs.length === 0 ? [] : [...outputs, ['secrets', JSON.stringify(Object.fromEntries(outputs))]];
}
function secretVariables({ secrets }, { exportEnv, tokenVariable }) {
    const taken = new Map(tokenVariable === undefined ? [] : [[tokenVariable.toUpperCase(), 'the token']]);
    return (exportEnv ? secrets : []).flatMap((secret) => variablesOf(secret).map(({ name, text, who, chosen }) => {
        (0,_secrets_names_js__WEBPACK_IMPORTED_MODULE_2__/* .checkVariable */ .Rz)(name, { who, chosen });
        (0,_secrets_names_js__WEBPACK_IMPORTED_MODULE_2__/* .claim */ .B7)(taken, { kind: 'variable', name, key: name.toUpperCase(), who });
        return [name, text];
    }));
}
function variablesOf({ request, value }) {
    const base = (0,_secrets_names_js__WEBPACK_IMPORTED_MODULE_2__/* .variableOf */ .Qn)(request);
    const line = `line ${request.line}`;
    if (value.fields === undefined) {
        return [{ name: base, text: value.text, who: line, chosen: request.target !== undefined }];
    }
    return value.fields.map(({ path, text }) => ({
        name: (0,_secrets_names_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldVariable */ .Vd)(base, path),
        text,
        who: `${line}, field ${(0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)(path.join('.'))}`,
        chosen: false,
    }));
}
function checkSize(name, value, limit) {
    const entry = `${name}=${value}\0`;
    const fits = 'bytes' in limit ? Buffer.byteLength(entry) <= limit.bytes : entry.length <= limit.characters;
    if (!fits) {
        const most = 'bytes' in limit ? `${limit.bytes / 1024} KiB` : `${limit.characters} characters`;
        const message = `The value for the variable ${name} is larger than ${most}, the most that this system lets a variable hold`;
        const advice = 'With `export_env: false` it is an output only';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('value_unsupported', message, { advice });
    }
}
function nameWarnings({ secretRequests, exportEnv, tokenVariable }) {
    const targets = exportEnv ? secretRequests.flatMap(({ target }) => target ?? []) : [];
    return [...(tokenVariable === undefined ? [] : [tokenVariable]), ...targets]
        .filter(_secrets_steering_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .takesOver */ .n)
        .map((name) => `The variable ${name} steers the programs of later steps: is this what you want?`);
}
function maskWarnings({ request, value }) {
    const secret = `Secret ${(0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)(request.selector)}`;
    const parts = value.fields ?? [{ path: [], text: value.text }];
    return parts.flatMap(({ path, text }) => {
        const who = path.length === 0 ? secret : `Field ${(0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)(path.join('.'))} of ${secret}`;
        if (!(0,_masks_js__WEBPACK_IMPORTED_MODULE_1__/* .isMaskable */ .h_)(text)) {
            return path.length === 0 ? [`${who} is empty, blank or a mere word of JSON: it cannot be masked.`] : [];
        }
        if ((0,_masks_js__WEBPACK_IMPORTED_MODULE_1__/* .hasShortMask */ .Fb)(text)) {
            return [
                `${who} is, or consists of lines, shorter than four characters: its mask hides them everywhere in the log.`,
            ];
        }
        return (0,_masks_js__WEBPACK_IMPORTED_MODULE_1__/* .hasOpenParts */ .Xu)(text) ? [`${who} has lines or items shorter than four characters: these are not masked.`] : [];
    });
}


/***/ }),

/***/ 868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  fJ: () => (/* binding */ fail),
  Cl: () => (/* binding */ handOver),
  Ko: () => (/* binding */ letGo),
  Rm: () => (/* binding */ log),
  dK: () => (/* binding */ mask),
  mk: () => (/* binding */ publish),
  r3: () => (/* binding */ readInputs),
  s3: () => (/* binding */ variableLimit)
});

// UNUSED EXPORTS: readState

;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
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
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


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
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_namespaceObject.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_namespaceObject.appendFileSync(filePath, `${toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 4 modules
var lib = __nccwpck_require__(124);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/auth.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
class BasicCredentialHandler {
    constructor(username, password) {
        this.username = username;
        this.password = password;
    }
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`${this.username}:${this.password}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class auth_BearerCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Bearer ${this.token}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class PersonalAccessTokenCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`PAT:${this.token}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
//# sourceMappingURL=auth.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/oidc-utils.js
var oidc_utils_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class oidc_utils_OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(oidc_utils_OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = oidc_utils_OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = oidc_utils_OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield oidc_utils_OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_namespaceObject.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_namespaceObject.constants.R_OK | external_fs_namespaceObject.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_namespaceObject.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = (/* unused pure expression or super */ null && (_summary));
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, path.sep);
}
//# sourceMappingURL=path-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield exec.getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield exec.getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_namespaceObject.platform();
const arch = external_os_namespaceObject.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
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
        return file_command_issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    command_issueCommand('set-env', { name }, convertedVal);
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
function core_setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
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
        return file_command_issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_namespaceObject.EOL);
    command_issueCommand('set-output', { name }, toCommandValue(value));
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
function core_debug(message) {
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
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
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
    return core_awaiter(this, void 0, void 0, function* () {
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
        return file_command_issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, toCommandValue(value));
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
    return core_awaiter(this, void 0, void 0, function* () {
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
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: ./lib/command-files.js

/** Notes how long files are; the function that it returns cuts them back to that, as far as it can. */
function rememberSizes(files) {
    const sizes = files.map((file) => [file, (0,external_node_fs_namespaceObject.statSync)(file, { throwIfNoEntry: false })?.size ?? 0]);
    return () => {
        for (const [file, size] of sizes) {
            try {
                (0,external_node_fs_namespaceObject.truncateSync)(file, size);
            }
            catch {
                // This file could not be written either; the others still can be cut back.
            }
        }
    };
}

// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
// EXTERNAL MODULE: ./lib/foreign-text.js
var foreign_text = __nccwpck_require__(399);
// EXTERNAL MODULE: ./lib/inputs.js
var inputs = __nccwpck_require__(646);
// EXTERNAL MODULE: ./lib/masks.js + 1 modules
var masks = __nccwpck_require__(638);
;// CONCATENATED MODULE: ./lib/masker.js

/** Makes a masker that hands the data of the add-mask commands to `addMasks`, in their order. */
function createMasker(addMasks) {
    const seen = new Set();
    const registered = new Set();
    return {
        mask(texts) {
            const unseen = texts.filter((text) => !seen.has(text));
            for (const text of unseen) {
                seen.add(text);
            }
            const fresh = unseen.flatMap(masks/* masksOf */.JF).filter((text) => !registered.has(text));
            const ordered = [...new Set(fresh)].sort((a, b) => b.length - a.length);
            for (const text of ordered) {
                registered.add(text);
            }
            addMasks(ordered.flatMap(masks/* commandData */.wq));
        },
        redact: (text) => replaceSpans(text, spansOf(text, registered)),
    };
}
function spansOf(text, secrets) {
    const spans = [];
    for (const secret of secrets) {
        if (!(0,masks/* isShort */.tQ)(secret)) {
            for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
                spans.push([at, at + secret.length]);
            }
        }
    }
    return spans.sort((a, b) => a[0] - b[0]);
}
/** All hits are found before the first is replaced: of two that overlap, no end stays behind. */
function replaceSpans(text, spans) {
    let result = '';
    let done = 0;
    for (const [start, end] of spans) {
        if (start > done || (start === 0 && done === 0)) {
            result += `${text.slice(done, start)}***`;
        }
        done = Math.max(done, end);
    }
    return result + text.slice(done);
}

;// CONCATENATED MODULE: ./lib/state.js

/** The name under which the state is saved: one value, so that it is never half there. */
const state_STATE_NAME = 'undo';
/** Writes the state as text. */
function formatState(state) {
    return JSON.stringify(state);
}
/** Reads saved state; undefined for none, and for a text that this action did not write. */
function state_parseState(text) {
    try {
        const value = JSON.parse(text);
        return isState(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function isState(value) {
    if (!isRecord(value) || !Array.isArray(value['files']) || !value['files'].every((file) => typeof file === 'string')) {
        return false;
    }
    const token = value['token'];
    return (token === undefined ||
        (isRecord(token) &&
            typeof token['reason'] === 'string' &&
            (token['expiresAt'] === undefined || typeof token['expiresAt'] === 'string')));
}

;// CONCATENATED MODULE: ./lib/runner.js








const masker = createMasker((data) => {
    // One write for all: hundreds of small ones cost more than all the rest of a run.
    process.stdout.cork();
    data.forEach(core_setSecret);
    process.stdout.uncork();
});
/** The files through which an action gives something to the runner; without them the library would print values. */
const COMMAND_FILES = ['GITHUB_STATE', 'GITHUB_OUTPUT', 'GITHUB_ENV'];
/** Registers texts as masks, in all their forms. */
const { mask } = masker;
/** The log of the step; whatever is said, our own secrets are taken out of it first. */
const log = {
    debug: (message) => core_debug((0,foreign_text/* reveal */._c)(message, masker.redact)),
    info: (message) => info((0,foreign_text/* reveal */._c)(message, masker.redact)),
    notice: (message) => notice((0,foreign_text/* reveal */._c)(message, masker.redact)),
    warning: (message) => warning((0,foreign_text/* reveal */._c)(message, masker.redact)),
};
/** What one variable may hold on this system: MAX_ARG_STRLEN in Linux' limits.h, the Win32 page on CreateProcess. */
const variableLimit = process.platform === 'win32' ? { characters: 32_767 } : { bytes: 128 * 1024 };
/**
 * Reads every input and masks the secret ones.
 *
 * @throws ActionError runner_unsupported
 */
function readInputs() {
    const names = Object.keys(inputs/* INPUTS */.mc).filter((name) => name in inputs/* INPUTS */.mc);
    const given = names.map((name) => [name, getInput(name)]).filter(([, value]) => value !== '');
    const secrets = given.filter(([name]) => (0,inputs/* isSecretInput */.pX)(name)).map(([name, text]) => ({ path: [name], text }));
    const client = given.filter(([name]) => name === 'client_id').map(([name, text]) => ({ path: [name], text }));
    mask([...secrets.map(({ text }) => text), ...(0,masks/* userPasswords */.my)([...client, ...secrets])]);
    for (const file of COMMAND_FILES) {
        if (!process.env[file]) {
            throw new errors/* ActionError */.lZ('runner_unsupported', `The runner gives no file in ${file}`);
        }
    }
    return Object.fromEntries(given);
}
/**
 * Gives everything out: masks, state, outputs, variables, in this order and in one turn of the event loop.
 *
 * @throws ActionError publication_failed, after undoing what was written
 */
function publish(publication) {
    holdSignals();
    let undo = () => { };
    let file = 'GITHUB_STATE';
    try {
        undo = rememberSizes(COMMAND_FILES.flatMap((name) => process.env[name] ?? []));
        mask(publication.masks);
        saveState(state_STATE_NAME, formatState(publication.state));
        file = 'GITHUB_OUTPUT';
        for (const [name, value] of publication.outputs) {
            setOutput(name, value);
        }
        file = 'GITHUB_ENV';
        for (const [name, value] of publication.variables) {
            exportVariable(name, value);
        }
    }
    catch (error) {
        undo();
        const why = error instanceof Error && 'code' in error ? String(error.code) : 'it does not exist';
        throw new errors/* ActionError */.lZ('publication_failed', `The file in ${file} could not be written (${why})`, { cause: error });
    }
    publication.warnings.forEach(log.warning);
    log.info(`Outputs: ${namesOf(publication.outputs)}.`);
    log.info(`Variables: ${namesOf(publication.variables)}.`);
}
/** Ends the step as failed, with one line and the output `error_code`. */
function fail(error) {
    const known = error instanceof errors/* ActionError */.lZ ? error : internalError(error);
    setFailed((0,errors/* explain */.WE)(known, masker.redact, documents()));
    if (known.code === 'internal_error' && error instanceof Error) {
        log.debug((0,foreign_text/* clean */.uH)(error.stack ?? '', masker.redact));
    }
    // Without the file the library would print a command that runners no longer take.
    if (process.env['GITHUB_OUTPUT']) {
        try {
            setOutput('error_code', known.code);
        }
        catch {
            // The file is gone or full, which is what the line above may be about.
        }
    }
}
/** Waits until the runner has all that was printed: a pipe takes 64 KiB at once, the rest waits in this process. */
function handOver() {
    return new Promise((resolve) => {
        process.stdout.write('', () => resolve());
    });
}
/** Ends the process soon, should a connection or a resolver still hold it; nothing is left to do by then. */
async function letGo() {
    await handOver();
    setTimeout(() => process.exit(), 1000).unref();
}
/** Reads what main saved, and the folder in which it may have written. */
function readState() {
    return { state: parseState(core.getState(STATE_NAME)), temp: process.env['RUNNER_TEMP'] ?? '' };
}
/** Where the documents are: beside the action when it comes from a repository, else in the workflow's own checkout. */
function documents() {
    const { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = process.env;
    return server && repository && ref ? `${server}/${repository}/blob/${ref}/docs` : 'docs';
}
/** From here on a signal ends the process between two turns of the event loop; by default it would in the midst of one. */
function holdSignals() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
        process.once(signal, () => process.kill(process.pid, signal));
    }
}
function internalError(error) {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return new errors/* ActionError */.lZ('internal_error', 'The action failed in a way that it does not know', {
        said: message,
        cause: error,
    });
}
function namesOf(pairs) {
    return pairs.length === 0 ? 'none' : pairs.map(([name]) => name).join(', ');
}


/***/ }),

/***/ 944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  U: () => (/* binding */ fetchSecrets)
});

// EXTERNAL MODULE: ./lib/answers.js
var answers = __nccwpck_require__(864);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
// EXTERNAL MODULE: ./lib/foreign-text.js
var foreign_text = __nccwpck_require__(399);
// EXTERNAL MODULE: ./lib/masks.js + 1 modules
var masks = __nccwpck_require__(638);
// EXTERNAL MODULE: ./lib/json.js
var json = __nccwpck_require__(413);
;// CONCATENATED MODULE: ./lib/secrets/settings-api.js



/** The form of a key: `secret/<type>/<id>`; whether a type may have a slash of its own is not documented. */
const KEY = /^secret(?:\/[^/]+){2,}$/;
/** Whether a text can be a key; `.` and `..` as segments would leave the owner's part of the path. */
function isKey(text) {
    return KEY.test(text) && text.isWellFormed() && text.split('/').every((part) => part !== '.' && part !== '..');
}
/** Builds the request for the list of an owner's Secrets. */
function buildListRequest(access) {
    const path = access.platform.secrets.listPath(access.owner);
    return get(access, path, `Listing the Secrets of ${nameOf(access.owner)}`);
}
/** Builds the request for one value; `who` is the Secret as the user named it. */
function buildDecryptRequest(access, key, who) {
    return get(access, access.platform.secrets.decryptPath(access.owner, key), `Decrypting ${who}`);
}
/** An owner as messages show it. */
function nameOf(owner) {
    return `${owner.kind} ${(0,foreign_text/* quote */.hD)(owner.id)}`;
}
/**
 * Reads the list: the entries whose type says that they are Secrets, since other settings stand beside them.
 *
 * @throws ActionError response_invalid
 */
function parseList(exchange) {
    const body = (0,answers/* readJson */.Vh)(exchange);
    const data = (0,json/* isRecord */.u4)(body) ? body['data'] : undefined;
    if (!Array.isArray(data)) {
        throw (0,answers/* answerError */.n)('response_invalid', exchange, { what: 'with JSON that has no list in `data`' });
    }
    return data.filter(isSecret).map((entry) => {
        const { _id: id, _key: key, name } = entry;
        if (typeof id !== 'string' || typeof key !== 'string' || !isKey(key) || typeof name !== 'string') {
            throw (0,answers/* answerError */.n)('response_invalid', exchange, {
                what: 'with a Secret that has no usable `_id`, `_key` or `name`',
            });
        }
        return { id, key, name };
    });
}
function isSecret(entry) {
    return (0,json/* isRecord */.u4)(entry) && typeof entry['_type'] === 'string' && entry['_type'].startsWith('secret/');
}
/**
 * Finds the entry in the answer to a decrypt: the answer itself, or under `data`; its documents do not say which.
 */
function entryOf(body) {
    const entry = (0,json/* isRecord */.u4)(body) && !('value' in body) ? body['data'] : body;
    return (0,json/* isRecord */.u4)(entry) && 'value' in entry ? entry : undefined;
}
/** The error for a list that was not given. */
function listRefusal(exchange, access) {
    const { response } = exchange;
    if (response.status === 403) {
        return (0,answers/* answerError */.n)('permission_denied', exchange, { what: lack(access.platform.secrets.listPermission) });
    }
    if (isApi404(exchange)) {
        const what = `since there is no ${nameOf(access.owner)}, or these credentials do not see it`;
        return (0,answers/* answerError */.n)('owner_not_found', exchange, { what });
    }
    return (0,answers/* answerError */.n)((0,answers/* codeOfStatus */.RZ)(response, 'invalid_token'), exchange);
}
/**
 * The error for a value that was not given.
 *
 * With which status the platform answers a lack of the permission is not documented: 401, 403 and 404 are possible.
 */
function decryptRefusal(exchange, access, known) {
    const { response } = exchange;
    const lacking = lack(access.platform.secrets.decryptPermission);
    if (response.status === 403 || (response.status === 401 && known.tokenWorked)) {
        return (0,answers/* answerError */.n)('permission_denied', exchange, { what: lacking });
    }
    if (isApi404(exchange)) {
        const what = `although the Secret is in the list: it was deleted just now, or refused ${lacking}`;
        return (0,answers/* answerError */.n)('secret_not_found', exchange, known.isListed ? { what } : {});
    }
    return (0,answers/* answerError */.n)((0,answers/* codeOfStatus */.RZ)(response, 'invalid_token'), exchange);
}
function lack(permission) {
    return `for lack of the permission ${permission}`;
}
/** A service that does not exist answers 404 in plain text, the settings API in JSON: only the latter knows ids. */
function isApi404({ response }) {
    return response.status === 404 && response.contentType === 'application/json';
}
function get(access, path, purpose) {
    return {
        method: 'GET',
        url: (0,answers/* endpoint */.sR)(access.url, path),
        headers: { accept: 'application/json', authorization: `Bearer ${access.token}` },
        purpose,
    };
}

;// CONCATENATED MODULE: ./lib/secrets/resolve.js



/** The most names that an error suggests. */
const SUGGESTIONS = 3;
/** Whether the request already holds the key of its Secret, so that no list is needed for it. */
function givesKey(request) {
    return !request.quoted && isKey(request.selector);
}
/**
 * Finds the Secret of each request: by key, then by id, then by name; a quoted one by name only.
 *
 * @throws ActionError secret_not_found for all that are missing, secret_ambiguous
 */
function resolveRequests(requests, entries) {
    const found = requests.map((request) => ({ request, key: findKey(request, entries) }));
    const missing = found.filter((item) => item.key === undefined).map((item) => item.request);
    if (missing.length > 0) {
        throw notFound(missing, entries);
    }
    return found.flatMap(({ request, key }) => (key === undefined ? [] : [{ request, key }]));
}
function findKey(request, entries) {
    if (givesKey(request)) {
        return request.selector;
    }
    const byHandle = request.quoted
        ? undefined
        : (entries.find((entry) => entry.key === request.selector) ??
            entries.find((entry) => entry.id === request.selector));
    if (byHandle !== undefined) {
        return byHandle.key;
    }
    const named = entries.filter((entry) => entry.name === request.selector);
    if (named.length > 1) {
        const ids = named.map((entry) => (0,foreign_text/* quote */.hD)(entry.id)).join(', ');
        const message = `\`secrets\`, line ${request.line}: ${named.length} Secrets have the name ${(0,foreign_text/* quote */.hD)(request.selector)}: ${ids}`;
        throw new errors/* ActionError */.lZ('secret_ambiguous', message);
    }
    return named[0]?.key;
}
function notFound(missing, entries) {
    const names = missing.map(({ selector, line }) => {
        const near = nearNames(selector, entries);
        const suggestion = near.length === 0 ? '' : ` (did you mean ${near.map(foreign_text/* quote */.hD).join(' or ')}?)`;
        return `${(0,foreign_text/* quote */.hD)(selector)} in line ${line}${suggestion}`;
    });
    const seen = `the server listed ${entries.length} Secret${entries.length === 1 ? '' : 's'}`;
    return new errors/* ActionError */.lZ('secret_not_found', `No Secret was found for ${names.join(', ')}; ${seen}`);
}
/** The names that differ from a text in little but case, signs, or two letters in seven. */
function nearNames(text, entries) {
    const wanted = letters(text);
    const allowed = Math.max(1, Math.floor((wanted.length * 2) / 7));
    return [...new Set(entries.map((entry) => entry.name))]
        .map((name) => ({ name, distance: editDistance(wanted, letters(name)) }))
        .filter(({ name, distance }) => distance <= allowed || (wanted.length > 3 && letters(name).includes(wanted)))
        .sort((a, b) => a.distance - b.distance)
        .slice(0, SUGGESTIONS)
        .map(({ name }) => name);
}
function letters(text) {
    return text
        .slice(0, 100)
        .toLowerCase()
        .replace(/[\s_.-]/g, '');
}
/** Levenshtein's distance, one row of the table at a time. */
function editDistance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (const [index, letter] of [...a].entries()) {
        const next = [index + 1];
        for (let column = 1; column <= b.length; column += 1) {
            const substitution = (row[column - 1] ?? 0) + (letter === b[column - 1] ? 0 : 1);
            next.push(Math.min(substitution, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}

// EXTERNAL MODULE: ./lib/secrets/value.js
var secrets_value = __nccwpck_require__(900);
;// CONCATENATED MODULE: ./lib/secrets/fetch.js







/** The longest value that is used; to mask a longer one takes longer than any deadline. */
const LONGEST = 1024 * 1024;
/** How many values are asked for at the same time. */
const CONCURRENCY = 20;
/**
 * Fetches every Secret that the workflow names: one list at most, each value once, all or none.
 *
 * @throws ActionError secret_not_found, secret_ambiguous, secret_not_decrypted, permission_denied, owner_not_found,
 *   invalid_token, value_unsupported, response_invalid, server_failed
 */
async function fetchSecrets(settings, token, ports) {
    const { platform, url, owner, secretRequests } = settings;
    if (owner === undefined || secretRequests.length === 0) {
        return [];
    }
    const access = { platform, url, owner, token };
    const tokenWorked = !secretRequests.every(givesKey);
    const entries = tokenWorked ? await list(access, ports) : [];
    const resolved = resolveRequests(secretRequests, entries);
    const keys = [...new Set(resolved.map(({ key }) => key))];
    const values = new Map();
    await inParallel(keys, async (key) => {
        const asked = resolved.find((item) => item.key === key)?.request.selector ?? key;
        const isListed = entries.some((entry) => entry.key === key);
        const wanted = { ...access, key, who: `Secret ${(0,foreign_text/* quote */.hD)(asked)}`, known: { tokenWorked, isListed } };
        values.set(key, await decrypt(wanted, ports));
    });
    ports.log.info(`Decrypted ${values.size} Secret${values.size === 1 ? '' : 's'} of ${nameOf(owner)}.`);
    return resolved.flatMap(({ request, key }) => {
        const value = values.get(key);
        return value === undefined ? [] : [{ request, value }];
    });
}
async function list(access, ports) {
    const request = buildListRequest(access);
    const response = await ports.send(request);
    if (!(0,answers/* isSuccess */.oJ)(response)) {
        throw listRefusal({ request, response }, access);
    }
    return parseList({ request, response });
}
async function decrypt(wanted, ports) {
    const request = buildDecryptRequest(wanted, wanted.key, wanted.who);
    const response = await ports.send(request);
    const exchange = { request, response };
    if (!(0,answers/* isSuccess */.oJ)(response)) {
        throw decryptRefusal(exchange, wanted, wanted.known);
    }
    const entry = entryOf((0,answers/* readJson */.Vh)(exchange));
    const raw = entry?.['value'];
    const value = (0,secrets_value/* readValue */.wK)(raw);
    if (value.text.length > LONGEST) {
        throw new errors/* ActionError */.lZ('value_unsupported', `${wanted.who} is longer than 1 MiB, the most that the outputs of a job hold`);
    }
    ports.mask([...(0,secrets_value/* textsOf */.CB)(value), ...(0,masks/* userPasswords */.my)(value.fields ?? [])]);
    if (entry === undefined) {
        throw (0,answers/* answerError */.n)('response_invalid', exchange, {
            what: 'with JSON that has no `value`, neither at its top nor under `data`',
        });
    }
    if (entry['_key'] !== undefined && entry['_key'] !== wanted.key) {
        throw (0,answers/* answerError */.n)('response_invalid', exchange, { what: 'with another Secret than the one asked for' });
    }
    (0,secrets_value/* checkValue */.Su)(raw, value, wanted.who);
    return value;
}
/** Works through the items, so many at a time; the first failure ends it, and nothing more is started. */
async function inParallel(items, work) {
    const queue = [...items];
    const worker = async () => {
        for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
            try {
                await work(item);
            }
            catch (error) {
                queue.length = 0;
                throw error;
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(CONCURRENCY, items.length) }, worker));
}


/***/ }),

/***/ 765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B7: () => (/* binding */ claim),
/* harmony export */   Qn: () => (/* binding */ variableOf),
/* harmony export */   Rz: () => (/* binding */ checkVariable),
/* harmony export */   VJ: () => (/* binding */ checkTargets),
/* harmony export */   Vd: () => (/* binding */ fieldVariable),
/* harmony export */   Vf: () => (/* binding */ outputName),
/* harmony export */   XJ: () => (/* binding */ parseTokenVariable)
/* harmony export */ });
/* unused harmony export variableName */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
/* harmony import */ var _foreign_text_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(399);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(646);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(768);
/* harmony import */ var _steering_variables_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(234);





/** Outputs with a meaning of their own, in this version or one to come; the runner ignores the case of an output's name. */
const OWN_OUTPUTS = new Set([
    'bearer_token',
    'token_type',
    'expires_in',
    'expires_at',
    'claims',
    'user',
    'secrets',
    'docker_config',
    'dotenv',
    'env_file',
    'namespace',
    'all_acl_subjects',
    'all_owner_acl_subjects',
    'token_info',
    'error_code',
]);
/** The variable for a text: `db-password` is DB_PASSWORD, `2fa` is _2FA. */
function variableName(text) {
    const name = inVariable(text);
    return /^[0-9]/.test(name) ? `_${name}` : name;
}
/** The variable for a field: that of its Secret, then the names on the field's path. */
function fieldVariable(base, path) {
    return [base, ...path.map(inVariable)].join('_');
}
function inVariable(text) {
    return text.replace(/[^A-Za-z0-9_]/g, '_').toUpperCase();
}
/** The output of a request: its target as written, else its selector with `-` for what an output cannot hold. */
function outputName(request) {
    return request.target ?? request.selector.replace(/[^A-Za-z0-9_-]/g, '-');
}
/** The variable of a request, or the start of those of its fields. */
function variableOf(request) {
    return request.target ?? variableName(request.selector);
}
/**
 * Reads `token_variable`: a name, `none`, or the platform's own.
 *
 * @throws ActionError input_invalid
 */
function parseTokenVariable(value, fallback) {
    if (value === undefined || value === 'none') {
        return value === undefined ? fallback : undefined;
    }
    if (!(0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .isVariableName */ .K)(value) || (0,_steering_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .isKeptByRunner */ .u)(value)) {
        throw (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)('token_variable', `cannot be ${(0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(value)}: give the name of a variable, or none`);
    }
    return value;
}
/**
 * Refuses what can be seen to fail from the requests alone, before any request is sent.
 *
 * @throws ActionError name_refused, name_conflict
 */
function checkTargets(requests, settings) {
    const outputs = new Map();
    const variables = new Map(settings.tokenVariable === undefined ? [] : [[settings.tokenVariable.toUpperCase(), 'the token']]);
    for (const request of requests) {
        const who = `line ${request.line}`;
        checkOutput(request);
        claim(outputs, { kind: 'output', name: outputName(request), key: outputName(request).toLowerCase(), who });
        if (settings.exportEnv) {
            checkVariable(variableOf(request), { who, chosen: request.target !== undefined });
            claim(variables, { kind: 'variable', name: variableOf(request), key: variableOf(request).toUpperCase(), who });
        }
    }
}
/**
 * Refuses a variable that the runner keeps, or that steers later steps unless the workflow's author chose it.
 *
 * @throws ActionError name_refused
 */
function checkVariable(name, origin) {
    if ((0,_steering_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .isKeptByRunner */ .u)(name)) {
        const message = `\`secrets\`, ${origin.who}: the runner keeps the variable ${name} for itself.`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('name_refused', message);
    }
    if ((0,_steering_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .takesOver */ .n)(name) && !origin.chosen) {
        const message = `\`secrets\`, ${origin.who}: the variable ${name} would steer the programs of later steps.`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('name_refused', message);
    }
}
/** @throws ActionError name_conflict */
function claim(taken, { kind, name, key, who }) {
    const other = taken.get(key);
    if (other !== undefined) {
        const by = other === who ? 'another Secret in this line' : other;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('name_conflict', `\`secrets\`, ${who}: the ${kind} ${name} is taken already by ${by}.`);
    }
    taken.set(key, who);
}
function checkOutput(request) {
    const name = outputName(request);
    if (!/[A-Za-z0-9]/.test(name)) {
        const message = `\`secrets\`, line ${request.line}: no letter or digit of ${(0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(request.target ?? request.selector)} can be in a name.`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('name_refused', message);
    }
    if (OWN_OUTPUTS.has(name.toLowerCase())) {
        const message = `\`secrets\`, line ${request.line}: the output ${name} is one of the action's own.`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('name_conflict', message);
    }
}


/***/ }),

/***/ 768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ isVariableName),
/* harmony export */   q: () => (/* binding */ parseSecretRequests)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
/* harmony import */ var _foreign_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(399);


/** A quoted name is a JSON string, so that it can hold every character. */
const QUOTED = /"(?:[^"\\]|\\.)*"/y;
/** Up to `|`, `;` or a comment: `#` starts one at the start of a line or after a blank. */
const WORD = /(?:[^|;\s]|[^\S\n]+(?![\s#|;]|$))*/y;
const BLANKS = /[\s;]*/y;
/** Whether a text can be the name of an environment variable (POSIX.1-2024, section 8.1). */
function isVariableName(text) {
    return /^[A-Za-z_][A-Za-z0-9_]*$/.test(text);
}
/**
 * Parses the `secrets` input: one request per line or `;`, each `name`, `"name"`, id or key, with `| TARGET` or without.
 *
 * @throws ActionError input_invalid, naming line and column
 */
function parseSecretRequests(text) {
    return text.split(/\r\n|\r|\n/).flatMap((line, index) => parseLine({ text: line, line: index + 1, at: 0 }));
}
function parseLine(scanner) {
    const requests = [];
    for (take(scanner, BLANKS); !isDone(scanner); take(scanner, BLANKS)) {
        const selector = parseSelector(scanner);
        const target = parseTarget(scanner);
        expectEnd(scanner);
        requests.push({ ...selector, ...(target === undefined ? {} : { target }), line: scanner.line });
    }
    return requests;
}
function parseSelector(scanner) {
    const start = scanner.at;
    if (scanner.text[start] === '"') {
        return { selector: parseQuoted(scanner), quoted: true };
    }
    const selector = take(scanner, WORD);
    if (selector === '') {
        throw problem(scanner, start, 'a Secret is missing before "|"');
    }
    const later = /[*]|\?$/.exec(selector);
    if (later !== null) {
        const what = later[0] === '*' ? 'wildcards are' : 'optional Secrets are';
        throw problem(scanner, start + later.index, `${what} not supported yet; put a name that holds "${later[0]}" in quotes`);
    }
    return { selector, quoted: false };
}
function parseQuoted(scanner) {
    const start = scanner.at;
    const text = take(scanner, QUOTED);
    if (text === '') {
        throw problem(scanner, start, 'the closing quote is missing');
    }
    try {
        const name = JSON.parse(text);
        if (typeof name === 'string' && name !== '') {
            return name;
        }
    }
    catch {
        throw problem(scanner, start, 'a quoted name is written as in JSON: a backslash as \\\\, a quote as \\"');
    }
    throw problem(scanner, start, 'the name is empty');
}
function parseTarget(scanner) {
    take(scanner, /\s*/y);
    if (scanner.text[scanner.at] !== '|') {
        return undefined;
    }
    scanner.at += 1;
    take(scanner, /\s*/y);
    const start = scanner.at;
    const target = isDone(scanner) ? '' : take(scanner, WORD);
    take(scanner, /\s*/y);
    if (/[@*]/.test(target) || target === 'base64' || target === 'hex' || scanner.text[scanner.at] === '|') {
        throw problem(scanner, start, 'files, wildcards and decoding are not supported yet; a target is one NAME');
    }
    if (!isVariableName(target)) {
        const rule = 'a target is the name of a variable: ASCII letters, digits and "_", no digit first';
        throw problem(scanner, start, target === '' ? 'the target is missing after "|"' : `${rule}, not ${(0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(target)}`);
    }
    return target;
}
function expectEnd(scanner) {
    take(scanner, /\s*/y);
    if (!isDone(scanner) && scanner.text[scanner.at] !== ';') {
        throw problem(scanner, scanner.at, 'only "|", ";" or a comment may stand here');
    }
}
/** Whether a comment or the end of the line is reached; a `#` counts where the scanner has just skipped blanks. */
function isDone({ text, at }) {
    return at >= text.length || (text[at] === '#' && (at === 0 || /[\s;]/.test(text[at - 1] ?? '')));
}
function take(scanner, pattern) {
    pattern.lastIndex = scanner.at;
    const found = pattern.exec(scanner.text)?.[0] ?? '';
    scanner.at += found.length;
    return found;
}
function problem(scanner, at, what) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('input_invalid', `\`secrets\`, line ${scanner.line}, column ${at + 1}: ${what}.`);
}


/***/ }),

/***/ 234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ takesOver),
/* harmony export */   u: () => (/* binding */ isKeptByRunner)
/* harmony export */ });
/** Variables that the runner keeps for itself: it drops or overwrites what an action writes (GITHUB_TOKEN alone is free). */
const KEPT_BY_RUNNER = /^(?:NODE_OPTIONS|GITHUB_(?!TOKEN$).*|RUNNER_.*)$/;
/**
 * Variables that change which program a later step runs, or what it loads, trusts or sends where.
 *
 * Whoever may rename a Secret on the server must not be able to take over the job with it.
 */
const TAKES_OVER = new Set([
    'PATH PATHEXT HOME SHELL COMSPEC SYSTEMROOT WINDIR USERPROFILE CI ACT IFS ENV PS0 PS1 PS2 PS3 PS4 CDPATH TMPDIR TEMP TMP',
    'PROMPT_COMMAND SHELLOPTS BASHOPTS ZDOTDIR PSMODULEPATH EDITOR VISUAL PAGER BROWSER LESSOPEN LESSCLOSE GCONV_PATH',
    'GLIBC_TUNABLES LOCPATH VIRTUAL_ENV PERLLIB RUBYOPT RUBYLIB GEM_HOME GEM_PATH BUNDLE_GEMFILE BUNDLE_PATH PHPRC',
    'PHP_INI_SCAN_DIR CLASSPATH JAVA_HOME JAVA_OPTIONS JAVA_TOOL_OPTIONS _JAVA_OPTIONS JDK_JAVA_OPTIONS MAVEN_OPTS',
    'MAVEN_ARGS GRADLE_OPTS GRADLE_USER_HOME DOTNET_STARTUP_HOOKS GOFLAGS GOPROXY GOENV GOROOT GOPATH GOTOOLCHAIN GOSUMDB',
    'GONOSUMDB GOINSECURE CARGO_HOME RUSTFLAGS CC CXX CFLAGS LDFLAGS MAKEFLAGS MAKEFILES SSH_ASKPASS SSH_AUTH_SOCK KUBECONFIG',
    'DOCKER_CONFIG DOCKER_HOST DOCKER_CONTEXT DOCKER_CERT_PATH HELM_PLUGINS AWS_CONFIG_FILE AWS_CA_BUNDLE PROXY CURL_HOME',
    'CURL_CA_BUNDLE REQUESTS_CA_BUNDLE SSLKEYLOGFILE AWS_SHARED_CREDENTIALS_FILE GNUMAKEFLAGS WGETRC FPATH CPATH',
    'C_INCLUDE_PATH CPLUS_INCLUDE_PATH LIBRARY_PATH DOTNET_ROOT COMPOSER_HOME',
    'DOTNET_ADDITIONAL_DEPS DOTNET_SHARED_STORE GNUPGHOME SUDO_ASKPASS HOSTALIASES GOPRIVATE GONOPROXY GOBIN AR',
    'CPP MANPAGER SYSTEMD_PAGER INPUTRC TERMINFO M2_HOME YARN_RC_FILENAME YARN_YARN_PATH UV_FIND_LINKS UV_CONFIG_FILE',
].flatMap((names) => names.split(' ')));
/** The same for whole families of variables, by their prefix. */
const TAKES_OVER_PREFIXES = [
    'LD_ DYLD_ BASH_ XDG_CONFIG_ XDG_DATA_ NODE_ NPM_CONFIG_ PYTHON PIP_ UV_INDEX UV_DEFAULT_INDEX UV_EXTRA_INDEX BUN_ DENO_',
    'PERL5 LUA_ COR_ CORECLR_ MSBUILD CARGO_BUILD_ CARGO_TARGET_ RUSTC RUSTDOC RUSTUP_ CGO_ CMAKE_ PKG_CONFIG ERL_ R_PROFILE',
    'R_ENVIRON ANSIBLE_ GIT_ DOCKER_TLS TF_CLI_ AWS_ENDPOINT_URL SSL_CERT_ OPENSSL_ GITHUB_ RUNNER_ ACTIONS_ INPUT_',
].flatMap((prefixes) => prefixes.split(' '));
/** Whether a variable steers the programs of later steps. */
function takesOver(variable) {
    const name = variable.toUpperCase();
    return (TAKES_OVER.has(name) || name.endsWith('_PROXY') || TAKES_OVER_PREFIXES.some((prefix) => name.startsWith(prefix)));
}
/** Whether the runner would not let a later step see a variable. */
function isKeptByRunner(variable) {
    return KEPT_BY_RUNNER.test(variable.toUpperCase());
}


/***/ }),

/***/ 900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ textsOf),
/* harmony export */   Su: () => (/* binding */ checkValue),
/* harmony export */   wK: () => (/* binding */ readValue)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(413);


/** What the platform shows in place of a value that it does not give out. */
const HIDDEN = '********';
/**
 * Reads a decrypted value: a string, number, boolean, object or array, or JSON in a string.
 *
 * The types and shapes of Chariot's Secrets are not published, so nothing here knows a field by its name.
 */
function readValue(value) {
    const text = textOf(value);
    const structure = typeof value === 'string' ? objectIn(value) : value;
    return { text, fields: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(structure) ? fieldsOf(structure) : undefined };
}
/** Every text of a value that is a secret. */
function textsOf(value) {
    return [value.text, ...(value.fields ?? []).map((field) => field.text)];
}
/**
 * Refuses what no later step could use: a value kept back by the server, or one that no variable can hold.
 *
 * @throws ActionError secret_not_decrypted, value_unsupported
 */
function checkValue(raw, value, who) {
    if (raw === null) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('secret_not_decrypted', `${who} was answered without a value (null)`);
    }
    if (textsOf(value)
        .flatMap((text) => [text, ...(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .leavesOf */ .wf)(text)])
        .some((text) => text.trim() === HIDDEN)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('secret_not_decrypted', `${who} was answered with eight asterisks in place of the value`);
    }
    if (textsOf(value).some((text) => text.includes('\0'))) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('value_unsupported', `${who} holds a NUL character, which no variable can`);
    }
    if (textsOf(value).some((text) => !text.isWellFormed())) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('value_unsupported', `${who} holds half a character (a lone surrogate), which no file can`);
    }
}
function textOf(value) {
    if (typeof value === 'string') {
        return value;
    }
    return value === null || value === undefined ? '' : JSON.stringify(value);
}
function objectIn(text) {
    if (!/^\s*\{/.test(text)) {
        return undefined;
    }
    try {
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(text);
    }
    catch {
        return undefined;
    }
}
/** A document too deep to be walked is a text like any other. */
function fieldsOf(structure) {
    try {
        const fields = flatten(structure, []);
        return fields.length === 0 ? undefined : fields;
    }
    catch (error) {
        if (error instanceof RangeError) {
            return undefined;
        }
        throw error;
    }
}
function flatten(value, path) {
    return Object.entries(value).flatMap(([name, member]) => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(member) && Object.keys(member).length > 0
        ? flatten(member, [...path, name])
        : [{ path: [...path, name], text: textOf(member) }]);
}


/***/ }),

/***/ 58:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  P: () => (/* binding */ parseSettings)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
// EXTERNAL MODULE: ./lib/inputs.js
var lib_inputs = __nccwpck_require__(646);
;// CONCATENATED MODULE: ./lib/platforms/chariot.js
/**
 * Striveworks Chariot, as its pages on authentication and on Secrets describe it.
 *
 * Those pages give the project's path only; the ones of organizations and users are by analogy. A 404 answers every
 * spelling of a path that is not the documented one: with the slash before `?` in the list, without it behind a key.
 */
const chariot = {
    title: 'Chariot',
    tokenPath: '/auth/client/v2/chariot/login',
    tokenFields: ['access_token'],
    tokenVariable: 'CHARIOT_TOKEN',
    leewaySeconds: 30,
    loginAdvice: 'Client credentials of Chariot expire after at most a year: if this login worked before, make new ones (Profile, Client Credentials)',
    noRevocation: 'Chariot documents no way to end a token',
    secrets: {
        listPath: (owner) => `${settingsPath(owner)}/?sort=name&desc=false`,
        // A key such as secret/Custom/2kFm… keeps its slashes; each of its segments is encoded alone.
        decryptPath: (owner, key) => `${settingsPath(owner)}/${key.split('/').map(encodeURIComponent).join('/')}?decrypt=true`,
        listPermission: 'secret_list (the roles Reader, Writer and Owner have it)',
        decryptPermission: 'secret_decrypt (the roles Writer and Owner have it, Reader has not)',
    },
};
function settingsPath(owner) {
    return `/api/identity/v2/settings/${owner.kind}/${encodeURIComponent(owner.id)}`;
}

// EXTERNAL MODULE: ./lib/secrets/names.js
var names = __nccwpck_require__(765);
// EXTERNAL MODULE: ./lib/secrets/request.js
var request = __nccwpck_require__(768);
// EXTERNAL MODULE: ./lib/token-response.js + 1 modules
var token_response = __nccwpck_require__(817);
;// CONCATENATED MODULE: ./lib/settings.js






/**
 * Turns inputs into settings, before any request.
 *
 * @throws ActionError input_missing, input_invalid, input_conflict, endpoint_insecure, name_refused, name_conflict
 */
function parseSettings(inputs) {
    const platform = chariot;
    const exportEnv = (0,lib_inputs/* parseBoolean */.yG)(inputs, 'export_env');
    const tokenVariable = exportEnv ? (0,names/* parseTokenVariable */.XJ)(inputs.token_variable, platform.tokenVariable) : undefined;
    const secretRequests = (0,request/* parseSecretRequests */.q)(inputs.secrets ?? '');
    const owner = parseOwner(inputs, secretRequests.length > 0);
    (0,names/* checkTargets */.VJ)(secretRequests, { exportEnv, tokenVariable });
    return {
        platform,
        url: (0,lib_inputs/* parseBaseUrl */.Q2)(inputs, 'url', (0,lib_inputs/* parseBoolean */.yG)(inputs, 'allow_http')),
        bearerToken: parseBearerToken(inputs),
        credentials: parseCredentials(inputs),
        owner,
        secretRequests,
        exportEnv,
        tokenVariable,
        timeoutSeconds: (0,lib_inputs/* parseSeconds */.fL)(inputs, 'timeout_seconds'),
        notices: owner !== undefined && secretRequests.length === 0 ? [unusedOwner(owner)] : [],
    };
}
function parseBearerToken(inputs) {
    const token = inputs.bearer_token;
    if (token !== undefined && !(0,token_response/* isBearerToken */.Zc)(token)) {
        throw (0,lib_inputs/* invalid */.Gq)('bearer_token', 'is not a bearer token: give the token alone, without the word Bearer, quotes or blanks');
    }
    return token;
}
function parseCredentials(inputs) {
    const { client_id: id, client_secret: secret } = inputs;
    if (id === undefined && secret === undefined) {
        if (inputs.bearer_token === undefined) {
            const message = 'There is nothing to log in with: give `client_id` and `client_secret`, or `bearer_token`.';
            throw new errors/* ActionError */.lZ('input_missing', message);
        }
        return undefined;
    }
    return {
        clientId: (0,lib_inputs/* parseRequired */.XT)(inputs, 'client_id', '`client_secret` is given, and one needs the other'),
        grant: { type: 'client_credentials' },
        clientAuthentication: {
            method: 'client_secret_post',
            clientSecret: (0,lib_inputs/* parseRequired */.XT)(inputs, 'client_secret', '`client_id` is given, and one needs the other'),
        },
    };
}
const OWNER_INPUTS = {
    project: 'project_id',
    organization: 'organization_id',
    user: 'user_id',
};
function parseOwner(inputs, needed) {
    const kinds = ['project', 'organization', 'user'];
    const owners = kinds.flatMap((kind) => {
        const id = (0,lib_inputs/* parseId */.Fg)(inputs, OWNER_INPUTS[kind]);
        return id === undefined ? [] : [{ kind, id }];
    });
    if (owners.length > 1) {
        const given = owners.map((owner) => `\`${OWNER_INPUTS[owner.kind]}\``).join(' and ');
        throw new errors/* ActionError */.lZ('input_conflict', `The inputs ${given} are given, but Secrets have one owner.`);
    }
    if (needed && owners.length === 0) {
        const message = '`secrets` is given, but not whose: give `project_id`, `organization_id` or `user_id`.';
        throw new errors/* ActionError */.lZ('input_missing', message);
    }
    return owners[0];
}
function unusedOwner(owner) {
    return `\`${OWNER_INPUTS[owner.kind]}\` is given, but \`secrets\` is empty: no Secret is fetched.`;
}


/***/ }),

/***/ 817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Zc: () => (/* binding */ isBearerToken),
  yF: () => (/* binding */ loginRefusal),
  Ac: () => (/* binding */ parseTokenResponse),
  Fj: () => (/* binding */ secretsOf),
  qN: () => (/* binding */ tokenAtHand)
});

// EXTERNAL MODULE: ./lib/answers.js
var answers = __nccwpck_require__(864);
// EXTERNAL MODULE: ./lib/json.js
var json = __nccwpck_require__(413);
;// CONCATENATED MODULE: ./lib/claims.js

/**
 * Reads the claims of a JWT without verifying it; undefined for a token that is none.
 *
 * A bearer token is opaque to its client (RFC 6749 section 1.4): what stands in it may serve as a hint only.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7519#section-7.2
 */
function readClaims(token) {
    const parts = token.split('.');
    const payload = parts[1];
    if (parts.length !== 3 || payload === undefined) {
        return undefined;
    }
    try {
        const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
        return (0,json/* isRecord */.u4)(claims) ? claims : undefined;
    }
    catch {
        return undefined;
    }
}
/** The moment of the claim `exp`, which may have a fraction (RFC 7519 section 4.1.4). */
function expiryOf(claims) {
    const seconds = claims?.['exp'];
    // The last moment that a Date can hold, in seconds.
    return typeof seconds === 'number' && seconds > 0 && seconds <= 8.64e12 ? new Date(seconds * 1000) : undefined;
}

// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
// EXTERNAL MODULE: ./lib/foreign-text.js
var foreign_text = __nccwpck_require__(399);
;// CONCATENATED MODULE: ./lib/token-response.js





/** The `b64token` of RFC 6750 section 2.1: anything else could not be sent in a header as it is. */
function isBearerToken(text) {
    return /^[A-Za-z0-9\-._~+/]+=*$/.test(text);
}
/** Every secret that an answer to a login may hold, good or not, to be masked before anything looks at it. */
function secretsOf(body) {
    const named = (0,json/* isRecord */.u4)(body) ? [body['access_token'], body['refresh_token'], body['id_token']] : [];
    return named.filter((value) => typeof value === 'string');
}
/** A token that was at hand, with what its own claims say. */
function tokenAtHand(value, now) {
    const claims = readClaims(value);
    const expiresAt = expiryOf(claims);
    const expiresIn = expiresAt === undefined ? undefined : secondsBetween(now, expiresAt);
    return { value, claims, expiresAt, expiresIn };
}
/**
 * Reads the answer of a token endpoint: tolerant in what may be absent, strict in what is there.
 *
 * `token_type` and `expires_in` may be missing; a type other than Bearer may not be used (RFC 6749 section 7.1).
 *
 * @throws ActionError response_invalid
 */
function parseTokenResponse(body, exchange, context) {
    const { platform, now } = context;
    const members = (0,json/* isRecord */.u4)(body) ? body : {};
    const value = platform.tokenFields.map((field) => members[field]).find((member) => typeof member === 'string');
    if (value === undefined || value === '') {
        throw (0,answers/* answerError */.n)('response_invalid', exchange, { what: `without a token (${platform.tokenFields.join(', ')})` });
    }
    if (!isBearerToken(value)) {
        throw (0,answers/* answerError */.n)('response_invalid', exchange, { what: 'with a token that cannot be sent in a header' });
    }
    const type = members['token_type'] ?? 'Bearer';
    if (typeof type !== 'string' || type.toLowerCase() !== 'bearer') {
        throw (0,answers/* answerError */.n)('response_invalid', exchange, {
            what: `with a token that is no Bearer token but ${(0,foreign_text/* quote */.hD)(typeof type === 'string' ? type : JSON.stringify(type))}`,
        });
    }
    const atHand = tokenAtHand(value, now);
    const lifetime = parseLifetime(members['expires_in'], exchange);
    return lifetime === undefined
        ? atHand
        : { ...atHand, expiresIn: lifetime, expiresAt: new Date(now.getTime() + lifetime * 1000) };
}
/** The error for a refused login: OAuth's own code where the server gave one, else by the status. */
function loginRefusal(exchange, platform) {
    const { response } = exchange;
    const { error } = (0,answers/* errorBody */.t4)(response);
    const status = response.status === 400 ? 'invalid_request' : (0,answers/* codeOfStatus */.RZ)(response, 'invalid_client');
    const code = (0,errors/* isOAuthErrorCode */.NH)(error) ? error : status;
    const isCredential = code === 'invalid_client' || code === 'invalid_grant';
    return (0,answers/* answerError */.n)(code, exchange, { advice: isCredential ? platform.loginAdvice : undefined });
}
/** Seconds, as a number or in a string (RFC 6749 section 5.1 has a number; some servers write a string). */
function parseLifetime(value, exchange) {
    if (value === undefined || value === null || (typeof value === 'string' && value.trim() === '')) {
        return undefined;
    }
    const seconds = Number(typeof value === 'string' ? value : JSON.stringify(value));
    // The last moment that a Date can hold is 8.64e12 s after 1970.
    if (Number.isNaN(seconds) || seconds < 0 || seconds > 1e12) {
        throw (0,answers/* answerError */.n)('response_invalid', exchange, { what: 'with an expires_in that is no number of seconds' });
    }
    return Math.floor(seconds);
}
function secondsBetween(from, to) {
    return Math.floor((to.getTime() - from.getTime()) / 1000);
}


/***/ }),

/***/ 124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Qq: () => (/* binding */ HttpClient)
});

// UNUSED EXPORTS: Headers, HttpClientError, HttpClientResponse, HttpCodes, MediaTypes, getProxyUrl, isHttps

;// CONCATENATED MODULE: external "http"
const external_http_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");
var external_http_namespaceObject_0 = /*#__PURE__*/__nccwpck_require__.t(external_http_namespaceObject, 2);
;// CONCATENATED MODULE: external "https"
const external_https_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");
var external_https_namespaceObject_0 = /*#__PURE__*/__nccwpck_require__.t(external_https_namespaceObject, 2);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/proxy.js
var proxy = __nccwpck_require__(783);
;// CONCATENATED MODULE: ./stubs/tunnel/index.js
// Stands in for the real tunnel, which @actions/http-client takes for agents of its own; every request here has an
// agent of ours. The real one knows no keep-alive and no time-out, and prints Node's warnings DEP0005 and DEP0123.
const noAgent = () => undefined;

const httpOverHttp = noAgent;
const httpOverHttps = noAgent;
const httpsOverHttp = noAgent;
const httpsOverHttps = noAgent;

;// CONCATENATED MODULE: ./stubs/undici/index.js
// Stands in for the real undici, which @actions/http-client imports for one method that is never called here
// (getAgentDispatcher). Without it and the other stubs the bundle is a sixth of the size.
class ProxyAgent {}

;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/index.js
/* eslint-disable @typescript-eslint/no-explicit-any */
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};





var HttpCodes;
(function (HttpCodes) {
    HttpCodes[HttpCodes["OK"] = 200] = "OK";
    HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
    HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
    HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
    HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
    HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
    HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
    HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
    HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
    HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
    HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
    HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
    HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
    HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
    HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
    HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
    HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
    HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
    HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
    HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
    HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
    HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
    HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
    HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
    HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
    HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
    HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function (Headers) {
    Headers["Accept"] = "accept";
    Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function (MediaTypes) {
    MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
/**
 * Returns the proxy URL, depending upon the supplied url and proxy environment variables.
 * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
 */
function getProxyUrl(serverUrl) {
    const proxyUrl = pm.getProxyUrl(new URL(serverUrl));
    return proxyUrl ? proxyUrl.href : '';
}
const HttpRedirectCodes = [
    HttpCodes.MovedPermanently,
    HttpCodes.ResourceMoved,
    HttpCodes.SeeOther,
    HttpCodes.TemporaryRedirect,
    HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
    HttpCodes.BadGateway,
    HttpCodes.ServiceUnavailable,
    HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = ['OPTIONS', 'GET', 'DELETE', 'HEAD'];
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
class HttpClientError extends Error {
    constructor(message, statusCode) {
        super(message);
        this.name = 'HttpClientError';
        this.statusCode = statusCode;
        Object.setPrototypeOf(this, HttpClientError.prototype);
    }
}
class HttpClientResponse {
    constructor(message) {
        this.message = message;
    }
    readBody() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                let output = Buffer.alloc(0);
                this.message.on('data', (chunk) => {
                    output = Buffer.concat([output, chunk]);
                });
                this.message.on('end', () => {
                    resolve(output.toString());
                });
            }));
        });
    }
    readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                const chunks = [];
                this.message.on('data', (chunk) => {
                    chunks.push(chunk);
                });
                this.message.on('end', () => {
                    resolve(Buffer.concat(chunks));
                });
            }));
        });
    }
}
function isHttps(requestUrl) {
    const parsedUrl = new URL(requestUrl);
    return parsedUrl.protocol === 'https:';
}
class HttpClient {
    constructor(userAgent, handlers, requestOptions) {
        this._ignoreSslError = false;
        this._allowRedirects = true;
        this._allowRedirectDowngrade = false;
        this._maxRedirects = 50;
        this._allowRetries = false;
        this._maxRetries = 1;
        this._keepAlive = false;
        this._disposed = false;
        this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
        this.handlers = handlers || [];
        this.requestOptions = requestOptions;
        if (requestOptions) {
            if (requestOptions.ignoreSslError != null) {
                this._ignoreSslError = requestOptions.ignoreSslError;
            }
            this._socketTimeout = requestOptions.socketTimeout;
            if (requestOptions.allowRedirects != null) {
                this._allowRedirects = requestOptions.allowRedirects;
            }
            if (requestOptions.allowRedirectDowngrade != null) {
                this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
            }
            if (requestOptions.maxRedirects != null) {
                this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
            }
            if (requestOptions.keepAlive != null) {
                this._keepAlive = requestOptions.keepAlive;
            }
            if (requestOptions.allowRetries != null) {
                this._allowRetries = requestOptions.allowRetries;
            }
            if (requestOptions.maxRetries != null) {
                this._maxRetries = requestOptions.maxRetries;
            }
        }
    }
    options(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('OPTIONS', requestUrl, null, additionalHeaders || {});
        });
    }
    get(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('GET', requestUrl, null, additionalHeaders || {});
        });
    }
    del(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('DELETE', requestUrl, null, additionalHeaders || {});
        });
    }
    post(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('POST', requestUrl, data, additionalHeaders || {});
        });
    }
    patch(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PATCH', requestUrl, data, additionalHeaders || {});
        });
    }
    put(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PUT', requestUrl, data, additionalHeaders || {});
        });
    }
    head(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('HEAD', requestUrl, null, additionalHeaders || {});
        });
    }
    sendStream(verb, requestUrl, stream, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request(verb, requestUrl, stream, additionalHeaders);
        });
    }
    /**
     * Gets a typed object from an endpoint
     * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
     */
    getJson(requestUrl_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            const res = yield this.get(requestUrl, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    postJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.post(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    putJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.put(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    patchJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.patch(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    /**
     * Makes a raw http request.
     * All other methods such as get, post, patch, and request ultimately call this.
     * Prefer get, del, post and patch
     */
    request(verb, requestUrl, data, headers) {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._disposed) {
                throw new Error('Client has already been disposed.');
            }
            const parsedUrl = new URL(requestUrl);
            let info = this._prepareRequest(verb, parsedUrl, headers);
            // Only perform retries on reads since writes may not be idempotent.
            const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb)
                ? this._maxRetries + 1
                : 1;
            let numTries = 0;
            let response;
            do {
                response = yield this.requestRaw(info, data);
                // Check if it's an authentication challenge
                if (response &&
                    response.message &&
                    response.message.statusCode === HttpCodes.Unauthorized) {
                    let authenticationHandler;
                    for (const handler of this.handlers) {
                        if (handler.canHandleAuthentication(response)) {
                            authenticationHandler = handler;
                            break;
                        }
                    }
                    if (authenticationHandler) {
                        return authenticationHandler.handleAuthentication(this, info, data);
                    }
                    else {
                        // We have received an unauthorized response but have no handlers to handle it.
                        // Let the response return to the caller.
                        return response;
                    }
                }
                let redirectsRemaining = this._maxRedirects;
                while (response.message.statusCode &&
                    HttpRedirectCodes.includes(response.message.statusCode) &&
                    this._allowRedirects &&
                    redirectsRemaining > 0) {
                    const redirectUrl = response.message.headers['location'];
                    if (!redirectUrl) {
                        // if there's no location to redirect to, we won't
                        break;
                    }
                    const parsedRedirectUrl = new URL(redirectUrl);
                    if (parsedUrl.protocol === 'https:' &&
                        parsedUrl.protocol !== parsedRedirectUrl.protocol &&
                        !this._allowRedirectDowngrade) {
                        throw new Error('Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.');
                    }
                    // we need to finish reading the response before reassigning response
                    // which will leak the open socket.
                    yield response.readBody();
                    // strip authorization header if redirected to a different hostname
                    if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
                        for (const header in headers) {
                            // header names are case insensitive
                            if (header.toLowerCase() === 'authorization') {
                                delete headers[header];
                            }
                        }
                    }
                    // let's make the request with the new redirectUrl
                    info = this._prepareRequest(verb, parsedRedirectUrl, headers);
                    response = yield this.requestRaw(info, data);
                    redirectsRemaining--;
                }
                if (!response.message.statusCode ||
                    !HttpResponseRetryCodes.includes(response.message.statusCode)) {
                    // If not a retry code, return immediately instead of retrying
                    return response;
                }
                numTries += 1;
                if (numTries < maxTries) {
                    yield response.readBody();
                    yield this._performExponentialBackoff(numTries);
                }
            } while (numTries < maxTries);
            return response;
        });
    }
    /**
     * Needs to be called if keepAlive is set to true in request options.
     */
    dispose() {
        if (this._agent) {
            this._agent.destroy();
        }
        this._disposed = true;
    }
    /**
     * Raw request.
     * @param info
     * @param data
     */
    requestRaw(info, data) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => {
                function callbackForResult(err, res) {
                    if (err) {
                        reject(err);
                    }
                    else if (!res) {
                        // If `err` is not passed, then `res` must be passed.
                        reject(new Error('Unknown error'));
                    }
                    else {
                        resolve(res);
                    }
                }
                this.requestRawWithCallback(info, data, callbackForResult);
            });
        });
    }
    /**
     * Raw request with callback.
     * @param info
     * @param data
     * @param onResult
     */
    requestRawWithCallback(info, data, onResult) {
        if (typeof data === 'string') {
            if (!info.options.headers) {
                info.options.headers = {};
            }
            info.options.headers['Content-Length'] = Buffer.byteLength(data, 'utf8');
        }
        let callbackCalled = false;
        function handleResult(err, res) {
            if (!callbackCalled) {
                callbackCalled = true;
                onResult(err, res);
            }
        }
        const req = info.httpModule.request(info.options, (msg) => {
            const res = new HttpClientResponse(msg);
            handleResult(undefined, res);
        });
        let socket;
        req.on('socket', sock => {
            socket = sock;
        });
        // If we ever get disconnected, we want the socket to timeout eventually
        req.setTimeout(this._socketTimeout || 3 * 60000, () => {
            if (socket) {
                socket.end();
            }
            handleResult(new Error(`Request timeout: ${info.options.path}`));
        });
        req.on('error', function (err) {
            // err has statusCode property
            // res should have headers
            handleResult(err);
        });
        if (data && typeof data === 'string') {
            req.write(data, 'utf8');
        }
        if (data && typeof data !== 'string') {
            data.on('close', function () {
                req.end();
            });
            data.pipe(req);
        }
        else {
            req.end();
        }
    }
    /**
     * Gets an http agent. This function is useful when you need an http agent that handles
     * routing through a proxy server - depending upon the url and proxy environment variables.
     * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
     */
    getAgent(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        return this._getAgent(parsedUrl);
    }
    getAgentDispatcher(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        const proxyUrl = proxy/* getProxyUrl */.s(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (!useProxy) {
            return;
        }
        return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
    }
    _prepareRequest(method, requestUrl, headers) {
        const info = {};
        info.parsedUrl = requestUrl;
        const usingSsl = info.parsedUrl.protocol === 'https:';
        info.httpModule = usingSsl ? external_https_namespaceObject_0 : external_http_namespaceObject_0;
        const defaultPort = usingSsl ? 443 : 80;
        info.options = {};
        info.options.host = info.parsedUrl.hostname;
        info.options.port = info.parsedUrl.port
            ? parseInt(info.parsedUrl.port)
            : defaultPort;
        info.options.path =
            (info.parsedUrl.pathname || '') + (info.parsedUrl.search || '');
        info.options.method = method;
        info.options.headers = this._mergeHeaders(headers);
        if (this.userAgent != null) {
            info.options.headers['user-agent'] = this.userAgent;
        }
        info.options.agent = this._getAgent(info.parsedUrl);
        // gives handlers an opportunity to participate
        if (this.handlers) {
            for (const handler of this.handlers) {
                handler.prepareRequest(info.options);
            }
        }
        return info;
    }
    _mergeHeaders(headers) {
        if (this.requestOptions && this.requestOptions.headers) {
            return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
        }
        return lowercaseKeys(headers || {});
    }
    /**
     * Gets an existing header value or returns a default.
     * Handles converting number header values to strings since HTTP headers must be strings.
     * Note: This returns string | string[] since some headers can have multiple values.
     * For headers that must always be a single string (like Content-Type), use the
     * specialized _getExistingOrDefaultContentTypeHeader method instead.
     */
    _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
            if (headerValue) {
                clientHeader =
                    typeof headerValue === 'number' ? headerValue.toString() : headerValue;
            }
        }
        const additionalValue = additionalHeaders[header];
        if (additionalValue !== undefined) {
            return typeof additionalValue === 'number'
                ? additionalValue.toString()
                : additionalValue;
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    /**
     * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
     * Always returns a single string (not an array) since Content-Type should be a single value.
     * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
     * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
     * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
     */
    _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
            if (headerValue) {
                if (typeof headerValue === 'number') {
                    clientHeader = String(headerValue);
                }
                else if (Array.isArray(headerValue)) {
                    clientHeader = headerValue.join(', ');
                }
                else {
                    clientHeader = headerValue;
                }
            }
        }
        const additionalValue = additionalHeaders[Headers.ContentType];
        // Return the first non-undefined value, converting numbers or arrays to strings if necessary
        if (additionalValue !== undefined) {
            if (typeof additionalValue === 'number') {
                return String(additionalValue);
            }
            else if (Array.isArray(additionalValue)) {
                return additionalValue.join(', ');
            }
            else {
                return additionalValue;
            }
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    _getAgent(parsedUrl) {
        let agent;
        const proxyUrl = proxy/* getProxyUrl */.s(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (this._keepAlive && useProxy) {
            agent = this._proxyAgent;
        }
        if (!useProxy) {
            agent = this._agent;
        }
        // if agent is already assigned use that agent.
        if (agent) {
            return agent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        let maxSockets = 100;
        if (this.requestOptions) {
            maxSockets = this.requestOptions.maxSockets || external_http_namespaceObject.globalAgent.maxSockets;
        }
        // This is `useProxy` again, but we need to check `proxyURl` directly for TypeScripts's flow analysis.
        if (proxyUrl && proxyUrl.hostname) {
            const agentOptions = {
                maxSockets,
                keepAlive: this._keepAlive,
                proxy: Object.assign(Object.assign({}, ((proxyUrl.username || proxyUrl.password) && {
                    proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
                })), { host: proxyUrl.hostname, port: proxyUrl.port })
            };
            let tunnelAgent;
            const overHttps = proxyUrl.protocol === 'https:';
            if (usingSsl) {
                tunnelAgent = overHttps ? httpsOverHttps : httpsOverHttp;
            }
            else {
                tunnelAgent = overHttps ? httpOverHttps : httpOverHttp;
            }
            agent = tunnelAgent(agentOptions);
            this._proxyAgent = agent;
        }
        // if tunneling agent isn't assigned create a new agent
        if (!agent) {
            const options = { keepAlive: this._keepAlive, maxSockets };
            agent = usingSsl ? new external_https_namespaceObject.Agent(options) : new external_http_namespaceObject.Agent(options);
            this._agent = agent;
        }
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            agent.options = Object.assign(agent.options || {}, {
                rejectUnauthorized: false
            });
        }
        return agent;
    }
    _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
        let proxyAgent;
        if (this._keepAlive) {
            proxyAgent = this._proxyAgentDispatcher;
        }
        // if agent is already assigned use that agent.
        if (proxyAgent) {
            return proxyAgent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        proxyAgent = new ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
            token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString('base64')}`
        })));
        this._proxyAgentDispatcher = proxyAgent;
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
                rejectUnauthorized: false
            });
        }
        return proxyAgent;
    }
    _getUserAgentWithOrchestrationId(userAgent) {
        const baseUserAgent = userAgent || 'actions/http-client';
        const orchId = process.env['ACTIONS_ORCHESTRATION_ID'];
        if (orchId) {
            // Sanitize the orchestration ID to ensure it contains only valid characters
            // Valid characters: 0-9, a-z, _, -, .
            const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_');
            return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
        }
        return baseUserAgent;
    }
    _performExponentialBackoff(retryNumber) {
        return __awaiter(this, void 0, void 0, function* () {
            retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
            const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
            return new Promise(resolve => setTimeout(() => resolve(), ms));
        });
    }
    _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                const statusCode = res.message.statusCode || 0;
                const response = {
                    statusCode,
                    result: null,
                    headers: {}
                };
                // not found leads to null obj returned
                if (statusCode === HttpCodes.NotFound) {
                    resolve(response);
                }
                // get the result from the body
                function dateTimeDeserializer(key, value) {
                    if (typeof value === 'string') {
                        const a = new Date(value);
                        if (!isNaN(a.valueOf())) {
                            return a;
                        }
                    }
                    return value;
                }
                let obj;
                let contents;
                try {
                    contents = yield res.readBody();
                    if (contents && contents.length > 0) {
                        if (options && options.deserializeDates) {
                            obj = JSON.parse(contents, dateTimeDeserializer);
                        }
                        else {
                            obj = JSON.parse(contents);
                        }
                        response.result = obj;
                    }
                    response.headers = res.message.headers;
                }
                catch (err) {
                    // Invalid resource (contents not json);  leaving result obj null
                }
                // note that 3xx redirects are handled by the http layer.
                if (statusCode > 299) {
                    let msg;
                    // if exception/error in body, attempt to get better error
                    if (obj && obj.message) {
                        msg = obj.message;
                    }
                    else if (contents && contents.length > 0) {
                        // it may be the case that the exception is in the body message as string
                        msg = contents;
                    }
                    else {
                        msg = `Failed request: (${statusCode})`;
                    }
                    const err = new HttpClientError(msg, statusCode);
                    err.result = response.result;
                    reject(err);
                }
                else {
                    resolve(response);
                }
            }));
        });
    }
}
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => ((c[k.toLowerCase()] = obj[k]), c), {});
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ getProxyUrl)
/* harmony export */ });
/* unused harmony export checkBypass */
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(342);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
