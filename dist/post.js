import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 24:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   RZ: () => (/* binding */ codeOfStatus),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   Vh: () => (/* binding */ readJson),
/* harmony export */   n: () => (/* binding */ answerError),
/* harmony export */   oJ: () => (/* binding */ isSuccess),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   t4: () => (/* binding */ errorBody),
/* harmony export */   yp: () => (/* binding */ isPage)
/* harmony export */ });
/* unused harmony exports endpoint, authorizationOf, certificateAloneRefusal */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(413);
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(725);



/** Returns the address of a path below the base URL of a platform; the path of the base URL is kept as a prefix. */
function endpoint(base, path) {
    return new URL(`${base.href.replace(/\/$/, '')}${path}`);
}
/** Returns the header for a bearer token (RFC 6750 section 2.1); empty if the client certificate is the only credential. */
function authorizationOf(token) {
    return token === undefined ? {} : { authorization: `Bearer ${token}` };
}
/** Describes a request in an error: its method, origin and path, and nothing else. */
function describe(request) {
    return `${request.method} ${request.url.origin}${request.url.pathname}`;
}
/** Whether a response is successful. */
function isSuccess(response) {
    return response.status >= 200 && response.status < 300;
}
/**
 * Parses the body of a successful response.
 *
 * @throws ActionError response_invalid if the body is empty, a web page, or not JSON
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
        // No cause: the message of a SyntaxError quotes the text around the fault, which may be a secret.
        throw answerError('response_invalid', exchange, { what: 'with invalid JSON' });
    }
}
/** Makes an error about a response: the request, the status, what was wrong, and the server's words if it failed. */
function answerError(code, { request, response }, problem = {}) {
    const number = response.requestId === undefined ? '' : ` (X-Request-ID ${(0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(response.requestId)})`;
    const what = problem.what === undefined ? '' : ` ${problem.what}`;
    const message = `${request.purpose} failed: ${describe(request)} answered ${response.status}${number}${what}`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(code, message, {
        said: isSuccess(response) ? undefined : wordsOf(response),
        advice: problem.advice,
    });
}
/** Returns the error code for a status; `refused` is the code for 401 and 403. */
function codeOfStatus(response, refused) {
    if (response.status === 401 || response.status === 403) {
        return refused;
    }
    if (response.status === 408 || response.status === 425 || response.status === 429 || response.status >= 500) {
        return 'server_failed';
    }
    return response.status === 404 || response.status === 405 ? 'endpoint_not_found' : 'response_invalid';
}
/** Returns the members of a JSON error body: OAuth's (RFC 6749 section 5.2), or `{"error": "…"}` of other APIs. */
function errorBody(response) {
    try {
        const body = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(response.body);
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(body) ? body : {};
    }
    catch {
        return {};
    }
}
/** Returns the server's own words about a failure, raw; undefined for a web page. */
function wordsOf(response) {
    if (isPage(response)) {
        return undefined;
    }
    const { error, error_description, message } = errorBody(response);
    const words = [error, error_description, message].filter((part) => typeof part === 'string' && part !== '');
    if (words.length > 0) {
        return words.join(': ');
    }
    const challenged = wordsOfChallenge(response.challenge ?? '');
    if (challenged !== '') {
        return challenged;
    }
    return response.contentType === 'text/plain' && response.body.trim() !== '' ? response.body : undefined;
}
/** Returns the error in a challenge, such as `Bearer realm="x", error="invalid_token", error_description="expired"`. */
function wordsOfChallenge(challenge) {
    return [...challenge.matchAll(/\b(?:error|error_description)="([^"]*)"/g)].map(([, words]) => words).join(': ');
}
/** Whether a response is a web page. */
function isPage(response) {
    return response.contentType === 'text/html' || /^\s*<(?:!doctype|html)/i.test(response.body);
}
/** Makes the error for a 401 to a request without a token; undefined for any other response. */
function certificateAloneRefusal(exchange, token) {
    if (exchange.response.status !== 401 || token !== undefined) {
        return undefined;
    }
    return answerError('input_missing', exchange, {
        what: 'because the client certificate alone is not sufficient',
        advice: 'Also set `client_id` and `client_secret`, or `bearer_token`',
    });
}
/** Whether a host is this machine itself (RFC 5735, RFC 4291, RFC 6761). */
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.[0-9]{1,3}){3}$/.test(hostname);
}


/***/ }),

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   WE: () => (/* binding */ explain),
/* harmony export */   lZ: () => (/* binding */ ActionError),
/* harmony export */   z6: () => (/* binding */ asActionError)
/* harmony export */ });
/* unused harmony exports OAUTH_ERROR_CODES, HINTS, isOAuthErrorCode */
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(725);

/** The error codes of RFC 6749 that a token endpoint may return (section 5.2; `access_denied`: section 4.1.2.1). */
const OAUTH_ERROR_CODES = (/* unused pure expression or super */ null && ([
    'invalid_request',
    'invalid_client',
    'invalid_grant',
    'unauthorized_client',
    'unsupported_grant_type',
    'invalid_scope',
    'access_denied',
]));
/**
 * What the user can do about each error.
 *
 * OAuth's own codes (RFC 6749 section 5.2, RFC 6750 section 3.1) keep their names; the others are ours.
 */
const HINTS = {
    invalid_request: 'The server did not understand the request. Check that `url`, `issuer` or `token_url` is an address of the platform.',
    invalid_client: 'Check that `client_id` and its secret, key or certificate are complete, belong to this platform, and have not expired. A workflow run from a fork or by Dependabot cannot read the repository secrets.',
    invalid_grant: 'The credentials are wrong, expired or revoked. Create new ones and store them as secrets.',
    unauthorized_client: "Check the client's credentials, and ask the platform's administrator whether this client may log in with this grant.",
    unsupported_grant_type: 'The server does not support this grant. Check `grant_type`, and that the address belongs to the right platform.',
    invalid_scope: "The server rejected the requested scope. Ask the platform's administrator.",
    access_denied: "The server denied access to this client. Ask the platform's administrator.",
    insufficient_scope: 'Add the scope that the message names to `scope`, if the client may have it.',
    invalid_token: 'The bearer token is expired or revoked, or belongs to another server. Set a new token, or set client credentials.',
    input_missing: 'Add the input to the `with:` of this step. An empty value often means that a secret of this name does not exist here.',
    input_invalid: 'Correct the input in the `with:` of this step.',
    input_conflict: 'Remove the input that this login does not use.',
    endpoint_insecure: 'Use https. If the network itself is trusted, set `allow_http: true`.',
    issuer_mismatch: 'Write `issuer` exactly as the server names itself, including the last slash.',
    id_token_unavailable: 'Add `permissions: id-token: write` (and `contents: read`) to the job. A workflow run from a fork cannot have this permission.',
    endpoint_not_found: 'Check `url`, `issuer` or `token_url`: the host is wrong, or the path of the platform is missing.',
    redirect_refused: 'If that address is the platform, set it as `url`, `issuer` or `token_url`. Credentials are never sent to another address.',
    certificate_unusable: 'See docs/certificates.md for the accepted forms. No request was sent.',
    certificate_required: "The platform requires a client certificate that it knows. The platform's administrator issues such certificates.",
    certificate_refused: 'The certificate must be valid for clients and must not be revoked. Its authority must be known to the server, and its chain must be complete.',
    server_untrusted: 'No credentials were sent, because this could be another server.',
    proxy_refused: "Check the proxy variable, or ask the proxy's administrator. The action never bypasses a configured proxy.",
    proxy_failed: 'Check the proxy variable and the address of the server. Requests to a host in `no_proxy` do not use the proxy.',
    server_unreachable: 'Check `url`, `issuer` or `token_url`, and that this runner can reach the host.',
    server_failed: "The server has a problem. Run the job again later. If the problem remains, ask the platform's administrator.",
    response_invalid: 'The response does not come from the API, or was damaged on the way. Check the address, and any proxy or gateway before the server.',
    deadline_exceeded: 'If the server is only slow, raise `timeout_seconds`. Otherwise check that this runner can reach it.',
    token_expired: 'Set a new token, or set client credentials so that the action can log in.',
    permission_denied: 'Ask an owner of the project for the role that the message names.',
    owner_not_found: "Check the ID in the address of the project's page in the browser. Names are not accepted here.",
    secret_not_found: 'Check the spelling and the project. You can also select a Secret by its ID or key.',
    field_not_found: 'Check the spelling of the field. A `?` after the selector makes it optional.',
    secret_ambiguous: 'Select the Secret by one of these IDs, or give the Secrets different names.',
    secret_not_decrypted: 'The server returned no value. Check that the credentials have the role Writer or Owner.',
    name_refused: 'Write a target after the Secret, for example `my-secret | MY_SECRET`.',
    name_conflict: 'Write different targets after the Secrets, for example `my-secret | OTHER_NAME`, or use one step for each.',
    value_unsupported: 'Change the Secret, or export it in another form, for example `| NAME@file`.',
    runner_unsupported: 'Use runner version 2.327.1 or newer, or another runner that provides the same files and folders to actions.',
    publication_failed: 'Nothing was exported. Check the disk and the permissions of the runner.',
    internal_error: 'This is a defect of the action. Please report it with the text above.',
};
/** The only error that users see: a code, one sentence about what failed, and what the server returned. */
class ActionError extends Error {
    code;
    said;
    advice;
    excerpt;
    constructor(code, message, details = {}) {
        super(message, { cause: details.cause });
        this.name = 'ActionError';
        this.code = code;
        this.said = details.said;
        this.advice = details.advice;
        this.excerpt = details.excerpt;
    }
}
/** Formats an error as one line and perhaps an excerpt: what failed, what the server returned, what to do. */
function explain(error, redact, documents = 'docs') {
    const said = error.said === undefined ? '' : `: ${JSON.stringify((0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitize */ .aj)(error.said, redact))}`;
    const advice = error.advice === undefined ? '' : ` ${error.advice}.`;
    const what = (0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .revealQuotes */ .vp)(error.message, redact).replace(/\.$/, '');
    const excerpt = error.excerpt === undefined ? '' : `\n${redact(error.excerpt)}`;
    return `${what}${said}.${advice} ${HINTS[error.code]} See ${documents}/troubleshooting.md#${error.code}${excerpt}`;
}
/** Converts any error to an ActionError: an error of another class is a defect, and its message is untrusted text. */
function asActionError(error) {
    if (error instanceof ActionError) {
        return error;
    }
    const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return new ActionError('internal_error', 'The action failed unexpectedly', { said, cause: error });
}
/** Whether a value is one of RFC 6749's error codes. */
function isOAuthErrorCode(code) {
    return OAUTH_ERROR_CODES.some((known) => known === code);
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
 * Parses JSON so that `JSON.stringify` returns each number as it was written: `1.0`, or more digits than a double has.
 *
 * The value of a Secret must not change: a rounded account number is a wrong credential. On Node 20, which the runner does
 * not use, numbers are ordinary ones.
 *
 * @throws SyntaxError
 * @see https://tc39.es/proposal-json-parse-with-source/
 */
function parseJson(text) {
    return sourceText.parse(text, (_key, value, context) => typeof value === 'number' && context?.source !== undefined && sourceText.rawJSON !== undefined
        ? sourceText.rawJSON(context.source)
        : value);
}
/** Whether a parsed value is an object or an array, but not a number that kept its text. */
function isContainer(value) {
    return typeof value === 'object' && value !== null && sourceText.isRawJSON?.(value) !== true;
}
/** Whether a parsed value is an object, but not an array. */
function isRecord(value) {
    return isContainer(value) && !Array.isArray(value);
}
/** Returns the strings and numbers in a JSON document, including those of a document inside a string. */
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

/***/ 642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   hV: () => (/* binding */ writeFiles),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   qm: () => (/* binding */ leadsOut),
/* harmony export */   t4: () => (/* binding */ checkTemp),
/* harmony export */   v$: () => (/* binding */ removeFolder)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(24);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(452);




/** Returns the SHA-256 of a text in hex. */
function digestOf(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
}
/**
 * Writes the files of a step into the step's own new folder: mode 0700, each file 0600.
 *
 * Follows no link and overwrites nothing: the folder must not exist, and O_EXCL creates each file. On Windows, the modes
 * have no effect; there, the folder of the runner's user protects the files.
 */
function writeFiles(folder, files) {
    if (files.length === 0) {
        return;
    }
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(folder, { mode: 0o700 });
    for (const file of files) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, file.path);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), { recursive: true, mode: 0o700 });
        if ('linkTo' in file) {
            // On Windows, only a junction needs no privilege. Other systems ignore the type.
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.symlinkSync)(file.linkTo, path, 'junction');
        }
        else {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(path, file.content, { flag: 'wx', mode: 0o600 });
        }
    }
}
/** Removes the folder of a step as far as possible; the targets of its links are not removed. */
function removeFolder(folder) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(folder, { recursive: true, force: true });
    }
    catch {
        // Another program has opened a file in it (Windows). The error that led here is more important.
    }
}
/**
 * Rejects a RUNNER_TEMP that is not absolute or is in the workspace, which workflows commit, cache and upload.
 *
 * @throws ActionError runner_unsupported
 */
function checkTemp(temp, workspace) {
    if (!(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(temp) || (workspace !== '' && !leadsOut((0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(realPath(workspace), realPath(temp))))) {
        const message = 'The runner provides no folder for files (RUNNER_TEMP) outside the workspace';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('runner_unsupported', message);
    }
}
/** Whether a relative path leads out of the folder in which it starts. */
function leadsOut(path) {
    return path === '..' || path.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(path);
}
/** Returns the path without links; unchanged if it does not exist. */
function realPath(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(path);
    }
    catch {
        return path;
    }
}


/***/ }),

/***/ 262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ idTokenRequestOf),
/* harmony export */   gj: () => (/* binding */ requestIdToken)
/* harmony export */ });
/* unused harmony export trustAdvice */
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(864);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(452);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(413);





/**
 * Asks the runner for an ID token of this workflow, for one audience and one use.
 *
 * Servers that remember the `jti` take each token once, so each use asks for its own.
 *
 * @throws ActionError id_token_unavailable, and what the transport throws
 * @see https://docs.github.com/en/actions/reference/security/oidc
 */
async function requestIdToken(audience, ports) {
    const request = buildIdTokenRequest(audience, ports);
    const response = await ports.send(request);
    if (!(0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .isSuccess */ .oJ)(response)) {
        throw (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .answerError */ .n)((0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .codeOfStatus */ .RZ)(response, 'id_token_unavailable'), { request, response });
    }
    const body = (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .readJson */ .Vh)({ request, response });
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(body) ? body['value'] : undefined;
    if (typeof value !== 'string' || value === '') {
        throw (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .answerError */ .n)('response_invalid', { request, response }, { what: 'without an ID token (value)' });
    }
    ports.mask([value]);
    return value;
}
/** @throws ActionError id_token_unavailable for a job that may not have ID tokens */
function buildIdTokenRequest(audience, ports) {
    const idTokenRequest = ports.idTokenRequest();
    if (idTokenRequest === undefined || !URL.canParse(idTokenRequest.url)) {
        const message = 'This job may not have an ID token: the permission `id-token: write` is missing';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('id_token_unavailable', message);
    }
    const url = new URL(idTokenRequest.url);
    if (url.protocol !== 'https:' && !(0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopback */ .U9)(url.hostname)) {
        const message = 'The runner gives an address for ID tokens that is plain http, where anybody could read its token';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('id_token_unavailable', message);
    }
    url.searchParams.set('audience', audience);
    return {
        method: 'GET',
        url,
        headers: { accept: 'application/json', authorization: `Bearer ${idTokenRequest.token}` },
        toRunner: true,
        purpose: 'Asking the runner for an ID token',
    };
}
/** Who an ID token says the workflow is, for the message when a server does not trust it; never the token. */
function trustAdvice(idToken) {
    const claims = readClaims(idToken);
    const shown = ['iss', 'sub', 'aud'].map((name) => {
        const value = claims?.[name];
        return `${name} ${quote(typeof value === 'string' ? value : JSON.stringify(value ?? null))}`;
    });
    return `The ID token of this workflow says ${shown.join(', ')}: what the server trusts must be exactly these`;
}
/** Where GitHub's ID token is asked for; undefined for a job without `id-token: write`. */
function idTokenRequestOf({ variable, mask, }) {
    const url = variable('ACTIONS_ID_TOKEN_REQUEST_URL');
    const token = variable('ACTIONS_ID_TOKEN_REQUEST_TOKEN');
    if (url === undefined || token === undefined) {
        return undefined;
    }
    mask([token]);
    return { url, token };
}


/***/ }),

/***/ 317:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _runner_process_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(499);
/* harmony import */ var _runner_runner_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(729);
/* harmony import */ var _undo_clean_up_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(701);
/* harmony import */ var _undo_end_token_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(189);




const { ports, readState, restore, variables } = (0,_runner_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .createRunner */ .j)(process.env, process.stdout);
const { state, temp } = readState();
// The revocation starts first: it reads a file that the clean-up removes.
const revocation = (0,_undo_end_token_js__WEBPACK_IMPORTED_MODULE_2__/* .revokeToken */ .w)(state?.token, variables, ports);
const files = (0,_undo_clean_up_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanUp */ .n)(state, temp);
restore(state?.variables ?? []);
const token = await revocation;
(files.failed || token.failed ? ports.log.warning : ports.log.info)(`${files.line} ${token.line}`.trim());
await (0,_runner_process_js__WEBPACK_IMPORTED_MODULE_3__/* .exitSoon */ .Cp)(process.stdout);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cp: () => (/* binding */ exitSoon),
/* harmony export */   Lx: () => (/* binding */ exitOnSignals),
/* harmony export */   uq: () => (/* binding */ flushOutput)
/* harmony export */ });
/** Waits until the runner has read everything that was printed: a pipe holds 64 KiB, and the rest waits in this process. */
function flushOutput(stdout) {
    return new Promise((resolve) => {
        stdout.write('', () => resolve());
    });
}
/**
 * Exits one second after all output is read, even if an open connection or a name lookup would keep the process running.
 *
 * At exit, libuv waits for its threads, and a name lookup can block one for minutes (uv_library_shutdown). A failed step
 * therefore kills its own process.
 */
async function exitSoon(stdout) {
    await flushOutput(stdout);
    const exit = () => (process.exitCode ? process.kill(process.pid, 'SIGKILL') : process.exit());
    setTimeout(exit, 1000).unref();
}
/** The signals that end a step, each with its exit code: 128 plus the number of the signal. */
const SIGNALS = [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
];
/**
 * Exits on a signal, but only between two turns of the event loop; Node's default handler could interrupt one.
 *
 * Calls `say` first. The runner allows 7.5 s. This process waits at most 1 s for its output to be read, or for a name
 * lookup (see `exitSoon`).
 *
 * @returns a function that tells whether a signal has arrived: then nothing more is exported
 */
function exitOnSignals(stdout, say) {
    let isCancelled = false;
    const kill = () => process.kill(process.pid, 'SIGKILL');
    for (const [signal, code] of SIGNALS) {
        process.once(signal, async () => {
            isCancelled = true;
            say(signal);
            process.exitCode = code;
            setTimeout(kill, 1000);
            await flushOutput(stdout);
            return process.getActiveResourcesInfo().includes('GetAddrInfoReqWrap') ? kill() : process.exit(code);
        });
    }
    return () => isCancelled;
}


/***/ }),

/***/ 729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  j: () => (/* binding */ createRunner)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
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
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 5 modules
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
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
// EXTERNAL MODULE: ./lib/json.js
var json = __nccwpck_require__(413);
;// CONCATENATED MODULE: ./lib/masking/forms.js
/** A derived form shorter than this would hide more of the log than of the secret. */
const SHORTEST = 8;
/**
 * The forms of a secret that GitHub's runner does not mask by itself, or that weaker runners do not.
 *
 * The runner adds base64 of the text at three alignments, but whole: `echo "$V" | base64` encodes a newline behind it
 * and matches none of them for two texts of three. Cut to whole groups of three bytes they match whatever follows.
 */
const FORMS = [
    { name: 'base64 at three alignments', of: (text) => base64Groups(Buffer.from(text, 'utf8')) },
    { name: 'base64url at three alignments', of: (text) => base64Groups(Buffer.from(text, 'utf8')).map(toBase64url) },
    { name: 'hex', of: (text) => [hex(text), hex(text).toUpperCase()] },
    { name: 'form encoding', of: (text) => bothCases(formEncoded(text)) },
    { name: 'URI encoding', of: (text) => bothCases(encodeURIComponent(text)) },
    { name: 'URI encoding, strict', of: (text) => bothCases(strictUri(text)) },
    { name: 'URI encoding that keeps slashes', of: (text) => bothCases(strictUri(text).replaceAll('%2F', '/')) },
    { name: 'JSON', of: (text) => [forms_json(text)] },
    { name: 'JSON in JSON', of: (text) => [forms_json(forms_json(text))] },
    { name: 'JSON in ASCII', of: (text) => bothCases(jsonAscii(text)) },
    { name: 'JSON safe for HTML', of: (text) => [jsonHtml(text)] },
    { name: 'bash under set -x', of: (text) => [text.replaceAll("'", String.raw `'\''`), ...ansiC(text)] },
];
/** The forms in which bytes that are no text can be printed. */
function formsOfBytes(bytes) {
    const groups = base64Groups(bytes);
    const forms = [...groups, ...groups.map(toBase64url), bytes.toString('hex'), bytes.toString('hex').toUpperCase()];
    return [...new Set(forms)].filter((form) => form.length >= SHORTEST);
}
/** Every derived form of a text that differs from it and is long enough to be masked. */
function derivedForms(text) {
    const wellFormed = text.toWellFormed();
    return FORMS.flatMap((form) => form.of(wellFormed)).filter((form) => form.length >= SHORTEST && form !== text);
}
/** The whole groups of three bytes in base64, whatever stands before the bytes and behind them. */
function base64Groups(bytes) {
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
function forms_json(text) {
    return JSON.stringify(text).slice(1, -1);
}
function jsonAscii(text) {
    return forms_json(text).replace(/[\u0080-\uffff]/g, unicodeEscape);
}
/** Go's encoder writes these signs as escapes unless told otherwise, and most command line tools are written in Go. */
function jsonHtml(text) {
    return forms_json(text).replace(/[<>&\u2028\u2029]/g, unicodeEscape);
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

;// CONCATENATED MODULE: ./lib/masking/masks.js


/** A value shorter than this is masked all the same, but the user is told what it does to the log. */
const SHORT = 4;
/** Texts that make up JSON itself: a mask on `{` or `true` would ruin every log and drop every job output. */
const JSON_SYNTAX = /^(?:[{}[\],:\s\u0085]|\b(?:true|false|null)\b)*$/;
/** GitHub's runner. */
const githubReader = {
    spellingsOf: (piece) => (canBeSentWhole(piece) ? [piece] : []),
    dataOf: (texts) => texts.flatMap(commandData),
};
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
    const parts = [...linesOf(value), ...leavesOf(value)].filter(isMaskable);
    return parts.some(isShort) && !parts.every(isShort);
}
/**
 * Every text to register for one secret value, longest first: the value, its lines, the leaves of a JSON document, and
 * the derived forms of each. JSON leaves in `plain` are left open.
 *
 * Longest first, since a weaker runner replaces the masks in the order of their arrival and would leave the tail of a
 * longer one in clear (nektos/act logger.go).
 */
function masksOf(value, plain = [], { spellingsOf } = githubReader) {
    const pieces = piecesOf(value, plain);
    const all = [...pieces.flatMap(spellingsOf), ...pieces.flatMap(derivedForms)].filter(isMaskable);
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
/** Far more than any login has; a document of hundreds of fields would have tens of thousands. */
const MOST_PAIRS = 400;
/** `user:password` of a structured value, which is what an Authorization header encodes. */
function userPasswords(fields) {
    const named = (pattern) => fields.filter((field) => pattern.test(field.path.at(-1) ?? '') && field.text !== '');
    const users = named(/user|login|account|e-?mail|client_?id|access_?key(?:_?id)?$|key_?id/i);
    const passwords = named(/pass|pwd|token|secret|key$/i);
    const pairs = users.flatMap((user) => passwords.filter((password) => password !== user).map((password) => `${user.text}:${password.text}`));
    return pairs.filter((pair) => pair.length >= SHORTEST).slice(0, MOST_PAIRS);
}
/** The value itself and what it is made of: lines and JSON leaves, short ones only where there is nothing longer. */
function piecesOf(value, plain = []) {
    const leaves = (0,json/* leavesOf */.wf)(value).filter((leaf) => !plain.includes(leaf));
    const parts = [...linesOf(value), ...leaves.flatMap((leaf) => [leaf, ...linesOf(leaf)])].filter(isMaskable);
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

;// CONCATENATED MODULE: ./lib/inputs/inputs.js

/** Every input; action.yml and the README list the same. */
const INPUTS = {
    platform: { fallback: 'chariot' },
    url: {},
    tenant: {},
    issuer: {},
    token_url: {},
    client_id: {},
    client_secret: { secret: true },
    username: {},
    password: { secret: true, verbatim: true },
    refresh_token: { secret: true },
    token_info: { secret: true },
    token_info_path: {},
    write_token_info: { fallback: 'false' },
    bearer_token: { secret: true },
    leeway_seconds: {},
    scope: {},
    audience: {},
    grant_type: {},
    client_authentication: {},
    signing_key: { secret: 'content' },
    signing_key_password: { secret: true, verbatim: true },
    signing_key_id: {},
    id_token_audience: {},
    project_id: {},
    organization_id: {},
    user_id: {},
    secrets: {},
    whoami: { fallback: 'false' },
    export_env: { fallback: 'true' },
    token_variable: {},
    plain_fields: {},
    rotate_after_days: { fallback: '0' },
    plan: { fallback: 'false' },
    revoke: { fallback: 'true' },
    token_cache: { fallback: 'false' },
    allow_http: { fallback: 'false' },
    pkcs12: { secret: 'content' },
    pkcs12_password: { secret: true, verbatim: true },
    certificate: { secret: 'key' },
    private_key: { secret: 'content' },
    private_key_password: { secret: true, verbatim: true },
    ca_certificate: {},
    tls_verify: { fallback: 'true' },
    timeout_seconds: { fallback: '120' },
    retries: { fallback: '5' },
    summary: { fallback: 'true' },
};
/** The names of all inputs. */
function inputNames() {
    return Object.keys(INPUTS).filter((name) => name in INPUTS);
}
/** Whether the blanks around the value of an input belong to it. */
function isVerbatimInput(name) {
    const declaration = INPUTS[name];
    return declaration.verbatim === true;
}
/** The value of an input, or what an empty one stands for. */
function inputValue(inputs, name) {
    const declaration = INPUTS[name];
    return inputs[name] ?? declaration.fallback ?? '';
}
/** The error for an input whose value cannot be used; the reason completes "The input `x` …". */
function invalid(name, reason) {
    return new ActionError('input_invalid', `The input \`${name}\` ${reason}.`);
}

;// CONCATENATED MODULE: ./lib/inputs/content.js





/** Whether the value of an input is a secret. */
function isSecretInput(name, value) {
    const { secret } = INPUTS[name];
    return secret === true || (secret === 'content' && isContent(value)) || (secret === 'key' && holdsPrivateKey(value));
}
/** Base64 that is too long to be taken for a path. */
const BASE64 = /^[A-Za-z0-9+/_-]{60,}={0,2}$/;
/**
 * Whether the value of an input is the thing itself, PEM, JSON or base64, and not the path of a file.
 *
 * In doubt it is: what is taken for a path may be shown.
 */
function isContent(value) {
    return value.includes('-----BEGIN ') || isJson(value) || decoded(value) !== undefined;
}
/** Whether the value of an input holds a private key in PEM, or in base64 of PEM. */
function holdsPrivateKey(value) {
    return isContent(value) && /PRIVATE KEY-----/.test(value + Buffer.from(compact(value), 'base64').toString('latin1'));
}
/**
 * The bytes that an input stands for: of the file at this path, or of its own text; base64 is decoded.
 *
 * @throws ActionError certificate_unusable
 */
function readContent(name, value) {
    const bytes = isContent(value) ? Buffer.from(value) : readFile(name, value);
    return decoded(decodedText(bytes)) ?? bytes;
}
/** The bytes behind base64 of DER, of PEM or of a JWK; undefined for any other text. */
function decoded(text) {
    const base64 = compact(text);
    if (!BASE64.test(base64)) {
        return undefined;
    }
    const bytes = Buffer.from(base64, 'base64');
    // DER is a SEQUENCE; a damaged one begins with an M all the same.
    return base64.startsWith('M') || /^\s*(?:---|\{)/.test(decodedText(bytes)) ? bytes : undefined;
}
/** Whether a text is meant to be a JSON object, such as a JWK. */
function isJson(text) {
    return /^\s*\{/.test(text);
}
/** Bytes as text; PowerShell writes UTF-16 with a byte order mark when it redirects. */
function decodedText(bytes) {
    const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
    return bytes.toString(isUtf16 ? 'utf16le' : 'utf8').replace(/^\ufeff/, '');
}
/** The error for a certificate, key or file that cannot be used; the reason completes "The input `x` …". */
function unusableCertificate(name, reason, advice) {
    return new ActionError('certificate_unusable', `The input \`${name}\` ${reason}`, { advice });
}
function readFile(name, path) {
    // A value that only may be a path is perhaps half of a key.
    const shown = /^[^\r\n]{1,250}\.[A-Za-z0-9]{1,10}$/.test(path) ? ` ${quote(path)}` : '';
    try {
        return readFileSync(path);
    }
    catch (error) {
        const forms = name === 'signing_key' ? 'neither PEM, base64 nor a JWK' : 'neither PEM nor base64';
        const reason = `is ${forms}, and the file${shown} cannot be read (${codeOf(error)})`;
        throw unusableCertificate(name, reason, 'A relative path starts at the workspace; is the file there in this job');
    }
}
function compact(text) {
    return text.replace(/\\[nr]|\s/g, '');
}
/** Every text of the inputs that is a secret, and every `user:password` that an Authorization header would encode. */
function secretsIn(inputs) {
    const given = inputNames().flatMap((name) => (inputs[name] === undefined ? [] : [{ name, text: inputs[name] }]));
    const secrets = given.filter(({ name, text }) => isSecretInput(name, text));
    const users = given.filter(({ name }) => name === 'client_id' || name === 'username');
    const pairs = userPasswords([...users, ...secrets].map(({ name, text }) => ({ path: [name], text })));
    return [...secrets.map(({ text }) => text), ...pairs];
}

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
;// CONCATENATED MODULE: ./lib/formats/registry-fields.js

/** The usual names of the parts, in lower case and without signs; what Chariot calls them is not published. */
const ROLE_NAMES = {
    server: 'server serverurl serveraddress servername registry host hostname url uri endpoint address loginserver domain',
    port: 'port',
    username: 'username user login loginname account accountname userid clientid',
    password: 'password pass passwd pwd token accesstoken apitoken authtoken apikey pat secret clientsecret',
    auth: 'auth',
};
const ROLES = new Map(Object.entries(ROLE_NAMES).flatMap(([role, names]) => names.split(' ').map((name) => [name, role])));
/** What may stand before a name: `docker_password`, `registryUser`. */
const PREFIX = /^(?:container|docker|hub|image|oci|registry)+(?=.)/;
/** The part that a field holds, by its name: `REGISTRY_URL`, `registryUrl` and `registry-url` are one. */
function roleOf(name) {
    const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
    return ROLES.get(plain) ?? ROLES.get(plain.replace(PREFIX, ''));
}
/** Docker Hub as images name it. */
const registry_fields_HUB = 'docker.io';
/** What else people write for Docker Hub; `registry.hub.docker.com` is a host of its own in the names of images. */
const HUB_HOSTS = new Set([
    registry_fields_HUB,
    'index.docker.io',
    'registry-1.docker.io',
    'registry.docker.io',
    'hub.docker.com',
]);
/** A host that an image's name can start with: it has a dot or a port, or is localhost (distribution/reference). */
const HOST = /^(?=.*[.:]|localhost$)(?:[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?$/;
/**
 * The host and port of a registry, from what people write for it: `https://GHCR.io/v2/` is `ghcr.io`.
 *
 * A path is cut off, as `docker login` does: clients know a login by its host alone (docker/cli ConvertToHostname).
 */
function registryHost(text) {
    const [, scheme = '', authority = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/?#]*)/i.exec(text.trim()) ?? [];
    const host = authority.toLowerCase().replace(scheme.toLowerCase() === 'https' ? /:443$/ : /$^/, '');
    if (!HOST.test(host)) {
        return undefined;
    }
    return HUB_HOSTS.has(host) ? registry_fields_HUB : host;
}
/** User and password of an `auth`, which is `user:password` in base64; docker refuses a whole file for one without either. */
function decodeAuth(auth) {
    const text = Buffer.from(auth, 'base64').toString();
    const [, username, password] = /^([^:]+):(.*)$/s.exec(text) ?? [];
    const isText = username !== undefined && password !== undefined && !text.includes('\ufffd');
    return isText ? { username, password } : undefined;
}
/** How deep documents may stand in one another; more is no login. */
const DEPTH = 8;
/** The document in a text: JSON, base64 of JSON (as Kubernetes stores it), or JSON in a JSON string. */
function documentIn(text, depth = DEPTH) {
    const isJson = /^\s*[[{"]/.test(text);
    const json = isJson ? text : Buffer.from(text, 'base64').toString();
    try {
        const document = depth > 0 && /^\s*[[{"]/.test(json) ? parseJson(json) : undefined;
        return typeof document === 'string' ? documentIn(document, depth - 1) : document;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/formats/docker-config.js


/** The key under which docker and crane look up Docker Hub, and no other: docker/cli registry.IndexServer. */
const HUB_KEY = 'https://index.docker.io/v1/';
/** User name of an identity token that came without one: docker/cli credentials/native_store.go. */
const TOKEN_USER = '<token>';
/** What two logins to one registry have in common; podman, buildah and skopeo look up a login by it. */
function registryKey({ server }) {
    return server;
}
/** The key of a login for docker and crane. */
function dockerKey({ server }) {
    return server === HUB ? HUB_KEY : server;
}
/** `user:password` in base64, as every client writes and reads it; an identity token stands beside a user alone. */
function authOf({ username, password }) {
    return Buffer.from(`${username === '' ? TOKEN_USER : username}:${password}`).toString('base64');
}
/** Every text of a login that is a secret, some of which no Secret held in this form. */
function registrySecrets(registry) {
    const basic = registry.password === '' ? [] : [registry.password, authOf(registry)];
    return registry.identityToken === undefined ? basic : [...basic, registry.identityToken];
}
/**
 * The `config.json` of docker and crane: what was there, and the new logins.
 *
 * Where a credential store is set, both ask it even for a host that has a login in the file, unless an empty helper stands
 * for the host (docker/cli configfile.getConfiguredCredentialStore). Without a store that entry would only harm: other
 * clients run a helper with the empty name for it.
 */
function docker_config_dockerConfig(existing, registries) {
    const keys = registries.map(dockerKey);
    const hasStore = typeof existing['credsStore'] === 'string' && existing['credsStore'] !== '';
    const emptied = Object.fromEntries(hasStore ? keys.map((key) => [key, '']) : []);
    return {
        ...existing,
        auths: { ...recordIn(existing, 'auths'), ...loginsBy(dockerKey, registries) },
        credHelpers: orAbsent({ ...without(recordIn(existing, 'credHelpers'), keys), ...emptied }),
    };
}
/**
 * The file for REGISTRY_AUTH_FILE (podman, buildah, skopeo): what they found so far in several files, and the new logins.
 *
 * With that variable set they read no other file (containers/image getAuthFilePaths). For a host in `credHelpers` they run
 * that helper, be its name empty, before they look at `auths`; there they read `auth` and `identitytoken` alone.
 *
 * @param existing The files that they read, first the one that wins.
 */
function docker_config_authFile(existing, registries) {
    const { auths, credHelpers } = existing.reduceRight(under, { auths: {}, credHelpers: {} });
    const keys = registries.flatMap((registry) => [registryKey(registry), dockerKey(registry)]);
    return {
        ...existing[0],
        auths: { ...without(auths, keys), ...loginsBy(registryKey, registries) },
        credHelpers: orAbsent(without(credHelpers, keys)),
    };
}
/** Lays a file over what later files hold: a host that it serves in either way is served so, and in no other. */
function under(later, document) {
    const auths = Object.entries(recordIn(document, 'auths')).flatMap(([host, entry]) => usable(host, entry));
    const helpers = Object.entries(recordIn(document, 'credHelpers')).filter(([, helper]) => helper !== '');
    const served = [...auths, ...helpers].map(([host]) => host);
    return {
        auths: { ...without(later.auths, served), ...Object.fromEntries(auths) },
        credHelpers: { ...without(later.credHelpers, served), ...Object.fromEntries(helpers) },
    };
}
/** An entry with its `auth`; docker also reads user and password apart, and leaves empty ones where a store has the login. */
function usable(host, entry) {
    const { auth, username, password, identitytoken } = isRecord(entry) ? entry : {};
    const isUsable = isFilled(auth) || isFilled(identitytoken) || (isFilled(username) && isFilled(password));
    const parts = { username: isFilled(username) ? username : '', password: isFilled(password) ? password : '' };
    return isUsable ? [[host, { ...Object(entry), auth: isFilled(auth) ? auth : authOf(parts) }]] : [];
}
function loginsBy(key, registries) {
    const login = (registry) => ({ auth: authOf(registry), identitytoken: registry.identityToken });
    return Object.fromEntries(registries.map((registry) => [key(registry), login(registry)]));
}
function recordIn(document, name) {
    const member = document[name];
    return isRecord(member) ? member : {};
}
function without(document, keys) {
    return Object.fromEntries(Object.entries(document).filter(([key]) => !keys.includes(key)));
}
function orAbsent(document) {
    return Object.keys(document).length === 0 ? undefined : document;
}
function isFilled(value) {
    return typeof value === 'string' && value !== '';
}

;// CONCATENATED MODULE: ./lib/machine/docker-files.js






/** What docker and crane read in the folder that DOCKER_CONFIG names. */
const CONFIG_FILE = 'config.json';
/** What REGISTRY_AUTH_FILE names, in the same folder. */
const AUTH_FILE = 'registry-auth.json';
/**
 * The folder for DOCKER_CONFIG and REGISTRY_AUTH_FILE: the new logins, and all that is there already.
 *
 * Nothing is written here, and nothing that exists is changed: its logins are copied, all else is linked to.
 *
 * @throws ActionError publication_failed when a file of logins is there and cannot be read
 */
function docker_files_planDockerFiles(registries, places) {
    const folder = resolve(places.dockerConfig || join(places.home, '.docker'));
    const config = readDocument(join(folder, CONFIG_FILE));
    const logins = authPaths(places, join(folder, CONFIG_FILE))
        .map(readDocument)
        .filter((document) => document !== undefined);
    // Where there is no config.json, crane takes the logins of podman (go-containerregistry authn/keychain.go).
    const existing = config ?? authFile(logins, []);
    return [
        { path: CONFIG_FILE, content: write(dockerConfig(existing, registries)) },
        { path: AUTH_FILE, content: write(authFile(logins, registries)) },
        ...restOf(folder, places.platform),
    ];
}
/**
 * The files that podman, buildah and skopeo look a login up in, first the one that wins.
 *
 * One that a variable names comes before the usual ones, and is the only one for newer versions: containers/common
 * auth.GetDefaultAuthFile, containers/image config.getAuthFilePaths.
 */
function authPaths(places, config) {
    const { registryAuthFile, dockerConfig: named, xdgRuntimeDir, home, platform } = places;
    if (registryAuthFile) {
        return [resolve(registryAuthFile)];
    }
    const inHome = join(places.xdgConfigHome || join(home, '.config'), 'containers', 'auth.json');
    const primary = xdgRuntimeDir ? join(xdgRuntimeDir, 'containers') : `/run/containers/${places.uid ?? 0}`;
    const usual = platform === 'linux' ? [join(primary, 'auth.json'), inHome] : [inHome];
    return named ? [config, ...usual] : [...usual, config];
}
function readDocument(path) {
    const text = unlessAbsent(path, () => readFileSync(path, 'utf8'));
    if (text === undefined) {
        return undefined;
    }
    const document = text.trim() === '' ? {} : parsed(text);
    const isWhole = (name) => isRecord(document) && isRecord(document[name] ?? {});
    if (!isRecord(document) || !isWhole('auths') || !isWhole('credHelpers')) {
        const advice = 'Mend it or remove it: docker and podman could not read it either';
        throw new ActionError('publication_failed', `The file ${quote(path)} is no docker configuration`, { advice });
    }
    return document;
}
/** What V8 says of broken JSON shows some of it, so that is left out. */
function parsed(text) {
    try {
        return parseJson(text);
    }
    catch {
        return undefined;
    }
}
/** All else that docker keeps in its folder: cli-plugins, contexts, buildx, certificates, manifests, trust, ... */
function restOf(folder, platform) {
    const names = unlessAbsent(folder, () => readdirSync(folder)) ?? [];
    // Docker and podman write a file of logins under a longer name first, and may leave that behind.
    const others = names.filter((name) => ![CONFIG_FILE, AUTH_FILE].some((ours) => name.startsWith(ours)));
    return others.flatMap((name) => unlessAbsent(join(folder, name), () => entryFor(name, join(folder, name), platform)) ?? []);
}
/** A link goes to the end of its chain: the folder may be that of an earlier step, which is removed on its own. */
function entryFor(path, source, platform) {
    const linkTo = realpathSync(source);
    const kind = statSync(linkTo);
    if (platform !== 'win32' || kind.isDirectory()) {
        return [{ path, linkTo }];
    }
    // On Windows only a folder can be linked to without a privilege.
    return kind.isFile() ? [{ path, content: readFileSync(linkTo) }] : [];
}
/** @throws ActionError publication_failed */
function unlessAbsent(path, read) {
    try {
        return read();
    }
    catch (error) {
        const code = isRecord(error) ? String(error['code']) : '';
        if (code === 'ENOENT' || code === 'ENOTDIR') {
            return undefined;
        }
        const advice = 'Docker or podman keep logins there: let the runner read it, or remove it';
        throw new ActionError('publication_failed', `${quote(path)} cannot be read (${code})`, { advice });
    }
}
function write(document) {
    return `${JSON.stringify(document, undefined, 2)}\n`;
}

;// CONCATENATED MODULE: ./lib/machine/limits.js

/** The most that the runner accepts as outputs of one job: 1 MiB in UTF-16 (github/docs output-limitations.md). */
const OUTPUT_LIMIT = (/* unused pure expression or super */ null && (1024 * 1024));
/**
 * Rejects a variable that is too large for this system: every later step would fail to start.
 *
 * @throws ActionError value_unsupported
 */
function checkVariableSizes(variables, { limit, space }) {
    const tooLarge = variables.find(([name, value]) => !fitsVariable(`${name}=${value}\0`, limit));
    if (tooLarge !== undefined) {
        const most = 'bytes' in limit ? `${limit.bytes / 1024} KiB` : `${limit.characters} characters`;
        const message = `The value of the variable ${tooLarge[0]} is larger than ${most}, the limit of this system for one variable`;
        throw new ActionError('value_unsupported', message);
    }
    const size = variables.reduce((sum, [name, value]) => sum + limits_entrySize(name, value), 0);
    if (size > space) {
        const message = `The variables are too large for the environment of a program: they need ${kib(size)}, and ${kib(space)} are left`;
        throw new ActionError('value_unsupported', message);
    }
}
/** Returns the bytes that a variable takes in the environment of a program, including its pointer (execve(2)). */
function limits_entrySize(name, value) {
    return Buffer.byteLength(`${name}=${value}\0`) + 8;
}
function kib(bytes) {
    return `${Math.max(0, Math.round(bytes / 1024))} KiB`;
}
/**
 * Rejects an output that alone is too large for the runner.
 *
 * @throws ActionError value_unsupported
 */
function checkOutputSizes(outputs) {
    const tooLarge = outputs.find(([, value]) => isTooLarge(value));
    if (tooLarge !== undefined) {
        const message = `The value of the output ${tooLarge[0]} is larger than 1 MiB in UTF-16, the limit for the outputs of a job`;
        throw new ActionError('value_unsupported', message);
    }
}
/** Whether the runner would reject a text as an output. */
function isTooLarge(text) {
    return text.length * 2 > OUTPUT_LIMIT;
}
function fitsVariable(entry, limit) {
    return 'bytes' in limit ? Buffer.byteLength(entry) <= limit.bytes : entry.length <= limit.characters;
}

;// CONCATENATED MODULE: ./lib/machine/environment.js






/** Returns where the documents are: in the action's own repository, or else in the workflow's checkout. */
function documentsOf(variables) {
    const { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = variables;
    return server && repository && ref ? `${server}/${repository}/blob/${ref}/docs` : 'docs';
}
/** Reads the environment from the variables of the job and from the machine. */
function readEnvironment(env, mask) {
    const folder = join(env['RUNNER_TEMP'] ?? '', `bearer-login-${randomUUID()}`);
    const places = {
        dockerConfig: env['DOCKER_CONFIG'],
        registryAuthFile: env['REGISTRY_AUTH_FILE'],
        xdgRuntimeDir: env['XDG_RUNTIME_DIR'],
        xdgConfigHome: env['XDG_CONFIG_HOME'],
        home: homedir(),
        uid: process.getuid?.(),
        platform: process.platform,
    };
    return {
        variable: (name) => env[name] || undefined,
        readFile: (path) => readFileSync(path, 'utf8'),
        mask,
        pathOf: (file) => join(folder, file),
        // MAX_ARG_STRLEN in Linux' limits.h, the Win32 page on CreateProcess.
        limit: process.platform === 'win32' ? { characters: 32_767 } : { bytes: 128 * 1024 },
        space: spaceIn(env),
        folder,
        dockerFiles: (registries) => planDockerFiles(registries, places),
        now: new Date(),
    };
}
/** The most bytes of a program's environment and arguments together (execve(2); sysctl kern.argmax). */
const MOST = { linux: 2 * 1024 * 1024, darwin: 1024 * 1024 };
/** Leaves space for one argument of the largest size. */
function spaceIn(env) {
    const used = Object.entries(env).reduce((sum, [name, value = '']) => sum + entrySize(name, value), 0);
    return (MOST[process.platform] ?? Number.POSITIVE_INFINITY) - 128 * 1024 - used;
}

;// CONCATENATED MODULE: ./lib/masking/act.js


/**
 * How nektos/act reads masks (0.2.89, pkg/runner/command.go and logger.go): it knows no lines and no encodings of a text,
 * and it replaces the masks one after the other, in the order of their arrival.
 *
 * So what an earlier mask leaves of a later text would stay in clear: that is registered, too.
 */
function createActReader() {
    const arrived = createArrivedMasks();
    const dataOf = (text) => {
        const steps = stepsToHide(arrived.hide(text));
        arrived.add(steps);
        // Also what act cannot read: a runner that has only taken over the variable can.
        return [...steps.filter((step) => step !== text), text].flatMap(commandData);
    };
    return { spellingsOf, dataOf: (texts) => texts.flatMap(dataOf) };
}
function spellingsOf(piece) {
    const forms = RUNNER_FORMS.map((write) => write(piece.toWellFormed())).filter((form) => form.length >= SHORTEST);
    return [piece, asVariable(piece), ...forms];
}
const base64 = (skip) => (text) => Buffer.from(text, 'utf8').subarray(skip).toString('base64');
const XML_ENTITIES = { '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos', '&': 'amp' };
/** What GitHub's runner masks beside a text by itself (ValueEncoders.cs), where it is not masked on every runner already. */
const RUNNER_FORMS = [
    base64(0),
    base64(1),
    base64(2),
    (text) => text.replaceAll("'", "''"),
    (text) => text.replace(/[<>"'&]/g, (sign) => `&${XML_ENTITIES[sign]};`),
];
const ESCAPES = { '%': '%25', '\r': '%0D', '\n': '%0A', ']': '%5D' };
/**
 * The line that masks a text in act and prints nothing of it.
 *
 * For act the name of a command ends at the last `::` of the line, so that `::add-mask::a::b` is an unknown command, which is
 * printed. `##[add-mask]a::b` is not; GitHub's runner knows it, too, with an escape for the bracket (ActionCommand.cs).
 */
function actCommand(text) {
    const [command, escaped] = needsBrackets(text) ? ['##[add-mask]', /[%\r\n\]]/g] : ['::add-mask::', /[%\r\n]/g];
    return `${command}${text.replace(escaped, (sign) => ESCAPES[sign] ?? sign)}\n`;
}
function needsBrackets(text) {
    return `:${text}`.includes('::');
}
/**
 * Whether act registers just this text: a bracket ends the command's name where colons keep it from the other form, and `%0A`
 * becomes a newline half of the time, since it takes the escapes back in random order.
 */
function isReadable(text) {
    return !/%0[AD]/.test(text) && !(needsBrackets(text) && text.includes(']'));
}
/** Masks that hide a text together: its pieces, then what they leave, and so on. */
function stepsToHide(text) {
    let steps = [];
    let left = text;
    // Of a text that earlier masks hide, mere syntax may be left.
    while (isMaskable(left.replaceAll('*', ''))) {
        if (isReadable(left)) {
            return [...steps, left];
        }
        const parts = bestCut(left);
        const pieces = [...new Set(parts.filter(isPiece))].sort((a, b) => b.length - a.length);
        if (pieces.length === 0) {
            return steps;
        }
        steps = [...steps, ...pieces];
        left = parts.map((part) => (isPiece(part) ? '***' : part)).join('');
    }
    return steps;
}
/** Where a text is cut, so that act can read each part: at colons or at brackets, and always inside an escape. */
const SEPARATORS = [/(^:+|:{2,})/, /(\])/];
/** The parts and what stands between them, of the cut that leaves less outside of pieces. No piece reaches over a cut. */
function bestCut(text) {
    const cuts = SEPARATORS.map((separator) => text.split(/(?<=%0)(?=[AD])/).flatMap((part) => part.split(separator)));
    const outside = (parts) => parts.reduce((sum, part) => sum + (isPiece(part) ? 0 : part.length), 0);
    return cuts.reduce((best, cut) => (outside(cut) < outside(best) ? cut : best));
}
/** A shorter one would hide more of the log than of the secret. */
function isPiece(part) {
    return !isShort(part) && isMaskable(part) && /[^*]/.test(part);
}
/** A text of several lines as act shows it in one entry, for a variable or an output (pkg/container/parse_env_file.go). */
function asVariable(text) {
    return text.replace(/\r(?=\n|$)/g, '').replace(/^\n+/, '');
}
/** How much of its start finds a mask; only whole values are shorter. */
const KEY_LENGTH = 4;
/** How many places and masks are looked at in all: two seconds. */
const MOST_WORK = 20_000_000;
/**
 * Starts without any.
 *
 * A document of thousands of lines has tens of thousands of masks. Those alone are compared whose start is in a text; and when
 * that was much work already, texts are taken as they are: each of their lines has a mask of its own.
 */
function createArrivedMasks() {
    const all = [];
    const shorter = [];
    const byStart = new Map();
    let work = 0;
    /** The first of them that is in a text, by its number, from one on. */
    const firstIn = (text, from) => {
        let found = shorter.find((number) => number >= from && text.includes(all[number] ?? ''));
        for (let at = 0; at + KEY_LENGTH <= text.length && byStart.size > 0 && work < MOST_WORK; at += 1) {
            const numbers = byStart.get(text.slice(at, at + KEY_LENGTH)) ?? [];
            work += 1 + numbers.length;
            const here = numbers.find((number) => number >= from && text.startsWith(all[number] ?? '', at));
            found = here !== undefined && (found === undefined || here < found) ? here : found;
        }
        return found;
    };
    return {
        add(masks) {
            for (const mask of masks) {
                const number = all.push(mask) - 1;
                if (mask.length < KEY_LENGTH) {
                    shorter.push(number);
                    continue;
                }
                const start = mask.slice(0, KEY_LENGTH);
                const alike = byStart.get(start) ?? [];
                alike.push(number);
                byStart.set(start, alike);
            }
        },
        hide(text) {
            let shown = text;
            for (let number = firstIn(text, 0); number !== undefined; number = firstIn(shown, number + 1)) {
                // Each may make another one fit: one that holds what an earlier one left.
                shown = shown.replaceAll(all[number] ?? '', '***');
            }
            return work < MOST_WORK ? shown : text;
        },
    };
}

;// CONCATENATED MODULE: ./lib/masking/masker.js

/** Makes a masker that hands the data of the add-mask commands to `addMasks`, in their order. */
function createMasker(addMasks, reader = githubReader) {
    const seen = new Set();
    const registered = new Set();
    // Those that are long enough to be taken out of a text.
    const long = [];
    return {
        mask(texts, plain = []) {
            const unseen = texts.filter((text) => !seen.has(text));
            for (const text of unseen) {
                seen.add(text);
            }
            const fresh = unseen.flatMap((text) => masksOf(text, plain, reader)).filter((text) => !registered.has(text));
            const ordered = [...new Set(fresh)].sort((a, b) => b.length - a.length);
            for (const text of ordered) {
                registered.add(text);
            }
            long.push(...ordered.filter((text) => !isShort(text)));
            addMasks(reader.dataOf(ordered));
        },
        redact: (text) => replaceSpans(text, spansOf(text, long)),
        isMasked: (text) => [...registered].some((secret) => text.includes(secret)),
    };
}
function spansOf(text, secrets) {
    const spans = [];
    for (const secret of secrets) {
        for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
            spans.push([at, at + secret.length]);
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

// EXTERNAL MODULE: ./lib/oauth/id-token.js
var id_token = __nccwpck_require__(262);
// EXTERNAL MODULE: ./lib/undo/client.js
var undo_client = __nccwpck_require__(395);
// EXTERNAL MODULE: ./lib/undo/plan.js
var plan = __nccwpck_require__(603);
;// CONCATENATED MODULE: ./lib/undo/state.js



/** Reads what was saved as JSON of it, for a post step that makes a request; undefined for anything else. */
function parseSecurity(value) {
    if (!(0,json/* isRecord */.u4)(value) || typeof value['verify'] !== 'boolean' || !isTexts(value['authorities'])) {
        return undefined;
    }
    const { authorities, verify, identity } = value;
    if (identity === undefined) {
        return { authorities, verify };
    }
    return isIdentity(identity) ? { identity, authorities, verify } : undefined;
}
function isIdentity(value) {
    if (!(0,json/* isRecord */.u4)(value) || !['string', 'undefined'].includes(typeof value['passphrase'])) {
        return false;
    }
    const { form, pkcs12, certificate, privateKey, authorities } = value;
    return form === 'pkcs12'
        ? isTexts([pkcs12])
        : form === 'pem' && isTexts([certificate, privateKey]) && isTexts(authorities);
}
function isTexts(value) {
    return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
/** The name under which the state is saved: one value, so that it is never half there. */
const STATE_NAME = 'undo';
/** It comes back as a variable, which holds 32,767 characters on Windows; and all state shall be below 64 KiB. */
const LARGEST = 32_000;
/** Writes the state as text; what it takes to end a token is left out where it would be too large. */
function formatState(state) {
    const text = JSON.stringify(state);
    const { token } = state;
    if (text.length <= LARGEST || token === undefined || !(0,plan/* isRevocation */.b)(token)) {
        return text;
    }
    const reason = 'the certificates or tokens that it takes are too large to keep';
    const expiry = token.expiresAt === undefined ? {} : { expiresAt: token.expiresAt };
    return JSON.stringify({ ...state, token: { reason, ...expiry } });
}
/** Reads saved state; undefined for none, and for a text that this action did not write. */
function parseState(text) {
    try {
        const value = JSON.parse(text);
        const token = (0,json/* isRecord */.u4)(value) ? parseRevocationPlan(value['token']) : undefined;
        return isState(value) ? { ...value, ...(token === undefined ? {} : { token }) } : undefined;
    }
    catch {
        return undefined;
    }
}
function isState(value) {
    if (!(0,json/* isRecord */.u4)(value)) {
        return false;
    }
    const { files, variables, scratch = [], cache, token } = value;
    return (isListOf(files, (file) => typeof file === 'string') &&
        isListOf(variables, (entry) => hasTexts(entry, ['name', 'value', 'before'])) &&
        isListOf(scratch, (file) => typeof file === 'string') &&
        (cache === undefined || isCachePlace(cache)) &&
        (token === undefined || parseRevocationPlan(token) !== undefined));
}
function isListOf(value, isItem) {
    return Array.isArray(value) && value.every(isItem);
}
function hasTexts(value, names) {
    return (0,json/* isRecord */.u4)(value) && names.every((name) => typeof value[name] === 'string');
}
/** Reads what was saved of a token's end; undefined for anything else. */
function parseRevocationPlan(value) {
    if (!(0,json/* isRecord */.u4)(value) || !['string', 'undefined'].includes(typeof value['expiresAt'])) {
        return undefined;
    }
    // Each member was looked at by hand, which the compiler does not follow through an index signature.
    if (!('steps' in value)) {
        return typeof value['reason'] === 'string' ? value : undefined;
    }
    const { platform, steps, client, authorities } = value;
    const security = parseSecurity(value['security']);
    const isWhole = typeof platform === 'string' &&
        Array.isArray(steps) &&
        steps.length > 0 &&
        steps.every(isStep) &&
        (0,undo_client/* isSavedClient */.X0)(client) &&
        (authorities === undefined || hasTexts(authorities, ['path', 'digest']));
    return isWhole && security !== undefined ? { ...value, security } : undefined;
}
function isStep(value) {
    return (hasTexts({ expiresAt: '', ...Object(value) }, ['revokes', 'url', 'token', 'expiresAt']) &&
        ['session', 'refresh_token', 'access_token'].includes(Object(value).revokes) &&
        URL.canParse(Object(value).url));
}
/** Whether a value names a cache, as the state of a step does. */
function isCachePlace(value) {
    if (!(0,json/* isRecord */.u4)(value) || typeof value['folder'] !== 'string' || !Array.isArray(value['files'])) {
        return false;
    }
    return value['files'].every((file) => typeof file === 'string');
}

// EXTERNAL MODULE: ./lib/untrusted-text.js
var untrusted_text = __nccwpck_require__(725);
// EXTERNAL MODULE: ./lib/runner/process.js
var runner_process = __nccwpck_require__(499);
// EXTERNAL MODULE: ./lib/machine/files.js
var machine_files = __nccwpck_require__(642);
;// CONCATENATED MODULE: ./lib/runner/publish.js





/** The variables that name the files of an action. Without these files, the toolkit would print values. */
const COMMAND_FILES = ['GITHUB_STATE', 'GITHUB_OUTPUT', 'GITHUB_ENV'];
/** Saves the state of a step. @throws ActionError publication_failed */
function publish_saveState(state, files) {
    try {
        files.saveState(STATE_NAME, formatState(state));
    }
    catch (error) {
        throw unwritable('file in GITHUB_STATE', error);
    }
}
/**
 * Writes state, files, outputs, variables and summary, in this order and in one turn of the event loop. Every value is
 * masked before.
 *
 * @throws ActionError publication_failed, runner_unsupported, after everything that was written is undone
 */
function writePublication(publication, summary, files) {
    const { variable } = files;
    if (publication.files.length > 0) {
        (0,machine_files/* checkTemp */.t4)(variable('RUNNER_TEMP'), variable('GITHUB_WORKSPACE'));
    }
    let undo = () => { };
    let place = 'file in GITHUB_STATE';
    try {
        undo = rememberSizes([...COMMAND_FILES, 'GITHUB_STEP_SUMMARY'].flatMap((name) => variable(name) || []));
        files.saveState(STATE_NAME, formatState(publication.state));
        place = 'folder in RUNNER_TEMP';
        (0,machine_files/* writeFiles */.hV)(publication.folder, publication.files);
        place = 'file in GITHUB_OUTPUT';
        for (const [name, value] of publication.outputs) {
            files.setOutput(name, value);
        }
        place = 'file in GITHUB_ENV';
        for (const [name, value] of publication.variables) {
            files.exportVariable(name, value);
        }
        place = 'file in GITHUB_STEP_SUMMARY';
        appendSummary(variable('GITHUB_STEP_SUMMARY'), summary);
    }
    catch (error) {
        undo();
        (0,machine_files/* removeFolder */.v$)(publication.folder);
        throw unwritable(place, error);
    }
}
/** Restores the former values of variables, unless a later step changed them; never throws. */
function restoreVariables(saved, { variable, exportVariable }) {
    for (const { name, value, before } of saved) {
        if (variable(name) === value && variable('GITHUB_ENV') !== '') {
            try {
                exportVariable(name, before);
            }
            catch {
                // The file is missing or the disk is full. Post steps of other actions find no logins then; that fails no job.
            }
        }
    }
}
/** Records the sizes of files. Returns a function that truncates the files to these sizes, as far as it can. */
function rememberSizes(files) {
    const sizes = files.map((file) => [file, (0,external_node_fs_.statSync)(file, { throwIfNoEntry: false })?.size ?? 0]);
    return () => {
        for (const [file, size] of sizes) {
            try {
                (0,external_node_fs_.truncateSync)(file, size);
            }
            catch {
                // This file could not be written either. The other files can still be truncated.
            }
        }
    };
}
/** Appends to the job summary at once, unlike the toolkit; a runner without summaries sets no file. */
function appendSummary(file, summary) {
    if (file !== '' && summary !== '') {
        (0,external_node_fs_.appendFileSync)(file, summary);
    }
}
/** The toolkit's own error, which has no system code, is about a file that does not exist. */
function unwritable(place, error) {
    const why = (0,json/* isRecord */.u4)(error) && 'code' in error ? String(error['code']) : 'it does not exist';
    return new errors/* ActionError */.lZ('publication_failed', `The ${place} could not be written (${why})`, { cause: error });
}

;// CONCATENATED MODULE: ./lib/runner/runner.js














/** Creates the only connection to the runner, from `process.env` and `process.stdout`, which the toolkit also uses. */
function createRunner(variables, stdout) {
    const masker = createRunnerMasker(variables, stdout);
    const ports = createPorts(variables, masker);
    const files = {
        saveState: saveState,
        setOutput: setOutput,
        exportVariable: exportVariable,
        variable: (name) => variables[name] ?? '',
    };
    let isCancelled = () => false;
    return {
        variables,
        masker,
        ports,
        readInputs: () => readInputs(variables, masker),
        readState: () => ({ state: parseState(getState(STATE_NAME)), temp: variables['RUNNER_TEMP'] ?? '' }),
        save: (state) => publish_saveState(state, files),
        async publish(publication, summary) {
            await (0,runner_process/* flushOutput */.uq)(stdout);
            if (!isCancelled()) {
                writePublication(publication, summary, files);
                publication.notices.forEach(ports.log.notice);
                publication.warnings.forEach(ports.log.warning);
                publication.infos.forEach(ports.log.info);
            }
        },
        restore: (saved) => restoreVariables(saved, files),
        fail(error) {
            if (!isCancelled()) {
                fail(error, variables, masker);
            }
        },
        handleSignals() {
            isCancelled = (0,runner_process/* exitOnSignals */.Lx)(stdout, (signal) => {
                ports.log.info(`Cancelled (${signal}): this step stops now, and its post step cleans up.`);
            });
        },
    };
}
function createRunnerMasker(variables, stdout) {
    // nektos/act sets this variable.
    const isAct = variables['ACT'] === 'true';
    const addMask = isAct ? (text) => stdout.write(actCommand(text)) : core_setSecret;
    return createMasker((masks) => {
        // One write for all masks: hundreds of small writes take longer than the rest of a run.
        stdout.cork();
        masks.forEach(addMask);
        stdout.uncork();
    }, isAct ? createActReader() : githubReader);
}
function createPorts(variables, masker) {
    const { mask } = masker;
    return {
        mask,
        log: createLog(masker),
        now: () => new Date(),
        newId: external_node_crypto_.randomUUID,
        idTokenRequest: () => (0,id_token/* idTokenRequestOf */.P)({ variable: (name) => variables[name] || undefined, mask }),
    };
}
/** Creates a log that removes our own secrets from each message before it prints the message. */
function createLog({ redact }) {
    return {
        debug: (message) => core_debug((0,untrusted_text/* revealQuotes */.vp)(message, redact)),
        info: (message) => info((0,untrusted_text/* revealQuotes */.vp)(message, redact)),
        notice: (message) => notice((0,untrusted_text/* revealQuotes */.vp)(message, redact)),
        warning: (message) => warning((0,untrusted_text/* revealQuotes */.vp)(message, redact)),
    };
}
function readInputs(variables, masker) {
    const read = (name) => getInput(name, { trimWhitespace: !isVerbatimInput(name) });
    const inputs = Object.fromEntries(inputNames()
        .map((name) => [name, read(name)])
        .filter(([, value]) => value !== ''));
    masker.mask(secretsIn(inputs));
    const missing = COMMAND_FILES.find((file) => !variables[file]);
    if (missing !== undefined) {
        throw new errors/* ActionError */.lZ('runner_unsupported', `The runner provides no file in ${missing}`);
    }
    return inputs;
}
function fail(error, variables, { redact }) {
    const known = (0,errors/* asActionError */.z6)(error);
    setFailed((0,errors/* explain */.WE)(known, redact, documentsOf(variables)));
    if (known.code === 'internal_error' && error instanceof Error) {
        core_debug((0,untrusted_text/* sanitize */.aj)(error.stack ?? '', redact));
    }
    // Without the file, the toolkit would print a command that runners no longer accept.
    if (variables['GITHUB_OUTPUT']) {
        try {
            setOutput('error_code', known.code);
        }
        catch {
            // The file is missing or the disk is full; the error line may be about that.
        }
    }
}


/***/ }),

/***/ 701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ cleanUp)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(760);
/* harmony import */ var _machine_files_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(642);
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(725);




/**
 * Removes the files that main wrote, and says how that went; it never throws.
 *
 * Only what lies below `temp` is removed: the state comes back through the environment, where others could write too.
 */
function cleanUp(state, temp) {
    if (state === undefined) {
        return { line: 'Nothing to clean up.', failed: false };
    }
    leaveCache(state, temp);
    const [files, scratch] = [state.files, state.scratch ?? []].map((list) => list.filter((file) => !remove(file, temp)));
    const kept = [...(files ?? []), ...(scratch ?? [])];
    const count = state.files.length - (files ?? []).length;
    const removed = state.files.length === 0 ? 'No files to remove' : `${count} of ${state.files.length} files and folders removed`;
    const left = kept.length === 0 ? '' : ` (left, since not below RUNNER_TEMP or not removable: ${kept.map(_untrusted_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD).join(', ')})`;
    return { line: `${removed}${left}.`, failed: kept.length > 0 };
}
/** Takes this step's token out of the shared folder; who finds it empty then removes it. What stays is of other steps. */
function leaveCache({ cache }, temp) {
    if (cache === undefined) {
        return;
    }
    for (const file of cache.files) {
        remove(file, temp);
    }
    try {
        if (isInside(cache.folder, temp)) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmdirSync)(cache.folder);
        }
    }
    catch {
        // Not empty, or gone.
    }
}
function remove(file, temp) {
    try {
        if (!isInside(file, temp)) {
            return false;
        }
        // Without a slash at its end, behind which Node 24 would follow a link.
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(file)), { recursive: true, force: true });
        return !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file);
    }
    catch {
        return false;
    }
}
/** Whether a file lies below a folder, links in the path to it followed: a link itself may be removed, not what it leads to. */
function isInside(file, folder) {
    if (!(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(file) || !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(folder)) {
        return false;
    }
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file);
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(parent)) {
        return true;
    }
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(folder), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(parent), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(file)));
    return inside !== '' && !(0,_machine_files_js__WEBPACK_IMPORTED_MODULE_2__/* .leadsOut */ .qm)(inside);
}


/***/ }),

/***/ 395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fn: () => (/* binding */ clientSecrets),
/* harmony export */   X0: () => (/* binding */ isSavedClient),
/* harmony export */   oO: () => (/* binding */ restoreClient)
/* harmony export */ });
/* unused harmony export saveClient */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(598);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(413);


/** What of credentials is needed to prove the same client once more. */
function saveClient({ clientId, clientAuthentication }, metadata) {
    const id = clientId === undefined ? {} : { clientId };
    const { method } = clientAuthentication;
    switch (method) {
        case 'client_secret_post':
        case 'client_secret_basic':
            return { ...id, method, clientSecret: clientAuthentication.clientSecret };
        case 'private_key_jwt': {
            const { key, audience } = clientAuthentication;
            const taken = key.algorithms.filter((algorithm) => metadata.signingAlgorithms?.includes(algorithm));
            return {
                ...id,
                method,
                key: key.key.export({ type: 'pkcs8', format: 'pem' }).toString(),
                ...(key.keyId === undefined ? {} : { keyId: key.keyId }),
                algorithms: taken.length === 0 ? key.algorithms : taken,
                audience,
            };
        }
        case 'github_oidc':
            return { ...id, method, audience: clientAuthentication.idTokenAudience };
        case 'tls_client_auth':
        case 'none':
            return { ...id, method };
    }
}
/** Every secret in it, to be masked before it is saved and after it is read again. */
function clientSecrets({ clientSecret, key }) {
    return [clientSecret, key].filter((text) => text !== undefined);
}
/** The credentials of a saved client; they have no grant of their own. @throws Error for a key that is none */
function restoreClient(saved) {
    return {
        clientId: saved.clientId,
        grant: { type: 'client_credentials' },
        clientAuthentication: restoreAuthentication(saved),
        negotiable: false,
        scope: undefined,
        audience: undefined,
    };
}
function restoreAuthentication(saved) {
    const { method, clientSecret = '', key = '', audience = '', keyId } = saved;
    switch (method) {
        case 'client_secret_post':
        case 'client_secret_basic':
            return { method, clientSecret };
        case 'private_key_jwt': {
            const [first = '', ...others] = saved.algorithms ?? [];
            return { method, audience, key: { key: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(key), algorithms: [first, ...others], keyId } };
        }
        case 'github_oidc':
            return { method, idTokenAudience: audience };
        case 'tls_client_auth':
        case 'none':
            return { method };
    }
}
/** The members that each method needs. */
const NEEDED = {
    client_secret_post: ['clientSecret'],
    client_secret_basic: ['clientSecret'],
    private_key_jwt: ['key', 'audience'],
    github_oidc: ['audience'],
    tls_client_auth: [],
    none: [],
};
/** Whether a value is a saved client. */
function isSavedClient(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value)) {
        return false;
    }
    const { clientId = '', keyId = '', algorithms = [], method } = value;
    const needed = Object.entries(NEEDED).find(([known]) => known === method)?.[1];
    const texts = [clientId, keyId, ...(needed ?? []).map((name) => value[name])];
    return (needed !== undefined &&
        texts.every((text) => typeof text === 'string') &&
        Array.isArray(algorithms) &&
        algorithms.every((algorithm) => typeof algorithm === 'string'));
}


/***/ }),

/***/ 189:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  w: () => (/* binding */ revokeToken)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
// EXTERNAL MODULE: ./lib/untrusted-text.js
var untrusted_text = __nccwpck_require__(725);
;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");
;// CONCATENATED MODULE: ./lib/http/no-proxy.js

/**
 * Whether a host is asked without a proxy: this machine always, else by the list in `no_proxy`.
 *
 * An entry is `*`, a host (which stands for its subdomains, too), `.domain` or `*.domain` (subdomains only), a literal
 * address or a network of them (`10.0.0.0/8`), each with or without `:port`; commas or blanks stand between them.
 */
function isDirect(url, noProxy) {
    const host = bareHost(url.hostname);
    if (isLoopback(host)) {
        return true;
    }
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    return noProxy
        .toLowerCase()
        .split(/[\s,]+/)
        .filter((entry) => entry !== '')
        .some((entry) => {
        const [pattern, onlyPort] = splitPort(entry);
        return (onlyPort === undefined || onlyPort === port) && isMatch(host, pattern);
    });
}
/** A host of a URL as the system wants it: an IPv6 address without brackets, a name without its last dot. */
function bareHost(hostname) {
    return hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}
/** Whether a host never leaves this machine (RFC 5735, RFC 4291, RFC 6761). */
function isLoopback(host) {
    return host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
function splitPort(entry) {
    const [, bracketed, bracketedPort] = /^\[([^\]]+)\](?::(\d+))?$/.exec(entry) ?? [];
    if (bracketed !== undefined) {
        return [bracketed, bracketedPort];
    }
    // More than one colon is an IPv6 address.
    const [, pattern = entry, port] = /^([^:]+):(\d+)$/.exec(entry) ?? [];
    return [pattern, port];
}
function isMatch(host, pattern) {
    if (pattern === '*') {
        return true;
    }
    if ((0,external_node_net_namespaceObject.isIP)(host) > 0) {
        return isInNetwork(host, pattern);
    }
    const name = pattern.replace(/^\*(?=\.)/, '').replace(/\.$/, '');
    return name.startsWith('.') ? host.endsWith(name) : host === name || host.endsWith(`.${name}`);
}
function isInNetwork(host, pattern) {
    const [address = '', bits] = pattern.split('/', 2);
    const family = (0,external_node_net_namespaceObject.isIP)(address);
    const most = family === 6 ? 128 : 32;
    const prefix = bits === undefined ? most : Number(bits);
    if (family === 0 || family !== (0,external_node_net_namespaceObject.isIP)(host) || !/^\d*$/.test(bits ?? '') || prefix > most) {
        return false;
    }
    const type = family === 6 ? 'ipv6' : 'ipv4';
    const network = new external_node_net_namespaceObject.BlockList();
    network.addSubnet(address, prefix, type);
    return network.check(host, type);
}

;// CONCATENATED MODULE: ./lib/http/proxy.js



/** The variables of the environment that say how to reach the network, as they stand there. */
const NETWORK_VARIABLES = [
    'https_proxy',
    'HTTPS_PROXY',
    'http_proxy',
    'HTTP_PROXY',
    'no_proxy',
    'NO_PROXY',
    'NODE_EXTRA_CA_CERTS',
];
/** A proxy as messages show it. */
function nameOfProxy({ url, variable }) {
    return `the proxy ${(0,untrusted_text/* quote */.hD)(url.origin)} (${variable})`;
}
/**
 * The proxy through which an address is asked; undefined for none.
 *
 * The lower-case spelling wins, as everywhere. A value that cannot be used is an error: the alternative would be to go
 * round the proxy without a word, as the library does for `proxy.example.com:3128`.
 *
 * @throws ActionError proxy_failed
 */
function proxyOf(url, environment) {
    const scheme = url.protocol === 'https:' ? 'https' : 'http';
    const spellings = [`${scheme}_proxy`, `${scheme.toUpperCase()}_PROXY`];
    const variable = spellings.find((name) => environment[name]?.trim());
    if (variable === undefined || isDirect(url, environment.no_proxy || environment.NO_PROXY || '')) {
        return undefined;
    }
    const parsed = parseProxy(environment[variable] ?? '');
    if (typeof parsed === 'string') {
        throw new errors/* ActionError */.lZ('proxy_failed', `The variable ${variable} ${parsed}`, {
            advice: `Write it as http://proxy.example.com:3128, with a login in front of the host percent-encoded`,
        });
    }
    const { username, password } = parsed;
    const login = `${decodePercent(username)}:${decodePercent(password)}`;
    const authorization = login === ':' ? undefined : `Basic ${Buffer.from(login).toString('base64')}`;
    return { variable, url: new URL(`${parsed.protocol}//${parsed.host}`), authorization };
}
/** How the network is reached, by the variables of the job; the logins of proxies are masked. */
function networkOf(variables, mask) {
    const environment = Object.fromEntries(NETWORK_VARIABLES.map((name) => [name, variables[name] ?? '']));
    mask(proxySecrets(environment));
    return environment;
}
/** Every secret in the variables, to be masked before anything else: the logins of proxies, in each form. */
function proxySecrets(environment) {
    return ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'].flatMap((name) => {
        const value = environment[name] ?? '';
        // The last @, since an unencoded one may stand in a password.
        const [, login = ''] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(.*)@/is.exec(value) ?? [];
        const colon = login.indexOf(':');
        const [user, password] = colon < 0 ? ['', login] : [login.slice(0, colon), login.slice(colon + 1)];
        // A token may stand in place of the user, without a password.
        const secrets = user === '' || password === '' ? [user + password] : [password, `${user}:${password}`];
        return secrets.flatMap((secret) => [secret, decodePercent(secret)]).filter((secret) => secret !== '');
    });
}
function parseProxy(value) {
    const text = value.trim();
    // A host with a port and without a scheme would be read as a scheme.
    const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
    if (!URL.canParse(whole)) {
        return 'is no URL';
    }
    const url = new URL(whole);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') {
        return `names a proxy of a kind that is not supported (${(0,untrusted_text/* quote */.hD)(url.protocol)})`;
    }
    // What stands behind a slash, ? or # in an unencoded password would be taken for the path.
    return url.hostname === '' || /@/.test(url.pathname + url.search + url.hash) ? 'is no URL' : url;
}
function decodePercent(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
;// CONCATENATED MODULE: external "node:tls"
const external_node_tls_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");
;// CONCATENATED MODULE: ./lib/http/secure-context.js



/** TLS as this runner does it when nothing is said. */
const DEFAULT_SECURITY = { authorities: [], verify: true };
/**
 * Makes a function that gives the one TLS context of a run, made at its first use: it is dear with roots of our own.
 *
 * @param extraCaCerts the value of NODE_EXTRA_CA_CERTS
 */
function contextOf({ identity, authorities }, extraCaCerts) {
    let context;
    return () => {
        context ??= external_node_tls_namespaceObject.createSecureContext({
            ...credentialsOf(identity),
            ...rootsOf([...authorities, ...(identity?.form === 'pem' ? identity.authorities : [])], extraCaCerts),
        });
        return context;
    };
}
/** The certificate in a PKCS#12 file that belongs to its key. @throws Error of OpenSSL, whose texts say what is wrong */
function readPkcs12(pkcs12, passphrase) {
    const context = tls.createSecureContext({ pfx: pkcs12, ...(passphrase === undefined ? {} : { passphrase }) });
    // Not in Node's documents, but there since Node 10, and the only way without a reader of PKCS#12 of one's own.
    return new X509Certificate(context.context.getCertificate());
}
function credentialsOf(identity) {
    if (identity === undefined) {
        return {};
    }
    const secret = identity.passphrase === undefined ? {} : { passphrase: identity.passphrase };
    return identity.form === 'pkcs12'
        ? { pfx: Buffer.from(identity.pkcs12, 'base64'), ...secret }
        : { cert: identity.certificate, key: identity.privateKey, ...secret };
}
/** `ca` replaces Node's own roots, so they are given again: also those of NODE_EXTRA_CA_CERTS. */
function rootsOf(own, extraCaCerts) {
    return own.length === 0 ? {} : { ca: [...defaultRoots(extraCaCerts), ...own] };
}
function defaultRoots(extraCaCerts) {
    // Node 20 does not have it.
    const all = external_node_tls_namespaceObject.getCACertificates;
    return all === undefined ? [...external_node_tls_namespaceObject.rootCertificates, ...extraRoots(extraCaCerts)] : all('default');
}
function extraRoots(path) {
    try {
        return path ? [(0,external_node_fs_.readFileSync)(path, 'utf8')] : [];
    }
    catch {
        // Node itself warns of a file that it cannot read, and goes on.
        return [];
    }
}
/** Every secret in it, to be masked before it is saved and after it is read again. */
function securitySecrets({ identity }) {
    if (identity === undefined) {
        return [];
    }
    const { passphrase = '' } = identity;
    return [identity.form === 'pem' ? identity.privateKey : identity.pkcs12, passphrase].filter((text) => text !== '');
}

// EXTERNAL MODULE: ./lib/answers.js
var answers = __nccwpck_require__(864);
;// CONCATENATED MODULE: ./lib/http/deadline.js
/** Milliseconds that no change of the system's clock disturbs; `performance` would load eight modules for it. */
function monotonic() {
    return Number(process.hrtime.bigint()) / 1e6;
}
/**
 * Starts the clock.
 *
 * Its timer keeps the process alive: should all else that Node waits for be gone, the run still ends with an error, and
 * not with exit code 0.
 */
function startDeadline(seconds) {
    const end = monotonic() + seconds * 1000;
    const timers = new Set();
    const after = (ms) => new Promise((resolve) => {
        const timer = setTimeout(() => {
            timers.delete(timer);
            resolve();
        }, ms);
        timers.add(timer);
    });
    const expired = after(seconds * 1000);
    return {
        seconds,
        left: () => Math.max(0, end - monotonic()),
        bound: (work, late) => Promise.race([
            work,
            expired.then(() => {
                throw late();
            }),
        ]),
        sleep: after,
        close() {
            for (const timer of timers) {
                clearTimeout(timer);
            }
        },
    };
}

;// CONCATENATED MODULE: ./lib/http/gate.js
/** Makes a gate of this width. */
function openGate(width) {
    let current = { width };
    let busy = 0;
    let pausedUntil = 0;
    let isClosed = false;
    let timer;
    const waiting = [];
    const admit = () => {
        const pause = pausedUntil - Date.now();
        clearTimeout(timer);
        if (pause > 0) {
            timer = setTimeout(admit, pause);
            return;
        }
        while (busy < current.width && waiting.length > 0) {
            busy += 1;
            waiting.shift()?.(current);
        }
    };
    return {
        enter() {
            return new Promise((resolve) => {
                waiting.push(resolve);
                admit();
            });
        },
        leave() {
            busy -= 1;
            admit();
        },
        narrow(ticket, pauseMs) {
            pausedUntil = isClosed ? 0 : Math.max(pausedUntil, Date.now() + pauseMs);
            if (ticket === current) {
                current = { width: Math.max(1, Math.floor(current.width / 2)) };
            }
        },
        close() {
            waiting.length = 0;
            isClosed = true;
            // Who leaves after this would wait for the pause to end, and hold the process.
            pausedUntil = 0;
            clearTimeout(timer);
        },
    };
}

;// CONCATENATED MODULE: ./lib/http/retry.js

/** How long to wait before the next try, in ms, said in one line; undefined when there shall be none. */
function nextWait(outcome, tried, situation) {
    const { request, retries, left, log, longestWaitMs = Number.POSITIVE_INFINITY } = situation;
    if (tried > retries || !mayRepeat(request, outcome)) {
        return undefined;
    }
    const wait = Math.min(longestWaitMs, waitBefore(outcome, tried, Math.random()));
    const what = 'failure' in outcome ? outcome.failure.sentence : `${(0,answers/* describe */.q0)(request)} answered ${outcome.response.status}`;
    if (wait >= left) {
        const why = `${seconds(wait)} to wait, and ${seconds(left)} are left`;
        log.info(`${request.purpose}: ${what}. Not tried again: ${why}.`);
        return undefined;
    }
    log.info(`${request.purpose}: ${what}. Trying again in ${seconds(wait)} (try ${tried + 1} of ${retries + 1}).`);
    return wait;
}
function seconds(ms) {
    return `${(ms / 1000).toFixed(1)} s`;
}
/** The longest wait of our own before another try, in ms; a server may ask for a longer one. */
const LONGEST_WAIT = 10_000;
/** The first wait is at most so many ms, each further one at most twice as much. */
const FIRST_WAIT = 500;
/** Whether an answer says that the same request may succeed later (RFC 9110 section 15, RFC 6585, RFC 8470). */
function mayPass(status) {
    return status === 408 || status === 425 || status === 429 || status >= 500;
}
/** Whether a request may be sent once more after what came of it. */
function mayRepeat(request, outcome) {
    const repeat = retryRule(request);
    if ('response' in outcome) {
        return repeat === 'always' && mayPass(outcome.response.status);
    }
    const { passes, sent, answered } = outcome.failure;
    const allowed = { always: true, unanswered: !answered, unsent: !sent };
    return passes && allowed[repeat];
}
/** The kind of a request that does not say its own. */
function retryRule({ repeat, method }) {
    return repeat ?? (method === 'GET' ? 'always' : 'unsent');
}
/**
 * How long to wait before the next try, in ms: exponential with full jitter, so that jobs that failed together do not come
 * back together, and never shorter than the server asks.
 *
 * @param random a number from 0 to 1
 */
function waitBefore(outcome, tried, random) {
    const asked = 'response' in outcome ? (outcome.retryAfterMs ?? 0) : 0;
    return Math.round(asked + random * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tried - 1)));
}
/**
 * Reads `Retry-After` as ms from now: seconds or a date (RFC 9110 section 10.2.3); past and negative are 0, nonsense is
 * nothing.
 *
 * A date is compared with the answer's own `Date`, since the clocks of the two machines may differ.
 */
function parseRetryAfter(value, date, now) {
    const text = value?.trim() ?? '';
    if (/^[+-]?\d+(?:\.\d+)?$/.test(text)) {
        return Math.max(0, Number(text) * 1000);
    }
    // A number is a year for Date.parse, and so is much else; all three forms of a date start with the day's name.
    const moment = /^[a-z]{3,9},? /i.test(text) ? parseDate(text) : Number.NaN;
    if (Number.isNaN(moment)) {
        return undefined;
    }
    const from = date === undefined ? Number.NaN : parseDate(date);
    return Math.max(0, moment - (Number.isNaN(from) ? now.getTime() : from));
}
/** The form of asctime has no zone, and would be read in the zone of this machine. */
function parseDate(text) {
    return Date.parse(/(?:GMT|UTC|[+-]\d{4})\s*$/i.test(text) ? text : `${text} GMT`);
}

;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");
;// CONCATENATED MODULE: ./lib/http/progress.js
/** A try under way; `stalled` is called when it makes no progress, `finish` frees the timer. */
function beginProgress(limits, stalled) {
    let timer;
    const ends = [];
    return {
        phase: 'waiting for the answer',
        opened: false,
        sent: true,
        answered: false,
        endBy: (end) => void ends.push(end),
        cancel() {
            for (const end of ends.splice(0)) {
                end();
            }
        },
        enter(phase) {
            this.phase = phase;
            clearTimeout(timer);
            timer = setTimeout(stalled, this.sent ? limits.silenceMs : limits.connectMs);
        },
        finish() {
            clearTimeout(timer);
        },
    };
}
/** Notes how far a new connection is; `ready` is the event after which the request goes out. */
function watchSocket(socket, progress, ready) {
    socket.once('lookup', () => progress.enter('connecting'));
    socket.once('connect', () => ready === 'secureConnect' && progress.enter('in the TLS handshake'));
    socket.once(ready, () => {
        progress.sent = true;
        progress.enter('waiting for the answer');
    });
}

;// CONCATENATED MODULE: ./lib/http/failure.js
/** An error of the network that is explained already, such as a proxy's. */
class ExplainedError extends Error {
    problem;
    constructor(problem, cause) {
        super(problem.what, { cause });
        this.problem = problem;
    }
}

;// CONCATENATED MODULE: ./lib/http/tls-problem.js
const UNKNOWN_AUTHORITY = {
    code: 'server_untrusted',
    what: 'was not sent: the certificate of the host comes from an unknown authority',
    advice: 'Give the certificate of that authority in `ca_certificate`; if you gave one, another authority signed this certificate',
};
/** The codes of a certificate that does not verify: `X509_V_ERR_…` of OpenSSL (https://nodejs.org/api/tls.html#x509-certificate-error-codes). */
const VERIFICATION = {
    SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_AUTHORITY,
    UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_AUTHORITY,
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_AUTHORITY,
    DEPTH_ZERO_SELF_SIGNED_CERT: {
        code: 'server_untrusted',
        what: 'was not sent: the certificate of the host is signed by itself',
        advice: 'If it is the right one, give this very certificate in `ca_certificate`',
    },
    ERR_TLS_CERT_ALTNAME_INVALID: {
        code: 'server_untrusted',
        what: 'was not sent: the certificate of the host is for another name',
        advice: 'Put a name that the certificate is for into `url`',
    },
    CERT_HAS_EXPIRED: {
        code: 'server_untrusted',
        what: 'was not sent: the certificate of the host, or one above it, has expired',
        advice: 'The administrator of the host can renew it; also check the clock of this runner',
    },
    CERT_NOT_YET_VALID: {
        code: 'server_untrusted',
        what: 'was not sent: the certificate of the host is not valid yet',
        advice: 'Check the clock of this runner',
    },
};
/** All other codes of OpenSSL's verification look like these. */
const OTHER_VERIFICATION = /^(?:CERT_|CRL_|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH|UNABLE_TO_(?:GET|DE)_|ERROR_IN_CERT_)/;
/** TLS alerts and records, in the words of OpenSSL's message; the first that fits counts (RFC 8446 section 6.2). */
const HANDSHAKES = [
    [
        /wrong[ _]version[ _]number|packet[ _]length[ _]too[ _]long|http[ _]request/i,
        {
            code: 'server_unreachable',
            what: 'failed in the TLS handshake: what answers on this port speaks plain http, or no TLS',
            advice: 'Check the port in `url`; plain http needs `http://` there, and `allow_http: true`',
        },
    ],
    [
        /certificate[ _]required/i,
        {
            code: 'certificate_required',
            what: 'was refused: the server wants a client certificate',
            advice: 'Give one in `pkcs12`, or in `certificate` and `private_key`',
        },
    ],
    [
        /alert[ _](?:unknown[ _]ca|bad[ _]certificate|certificate[ _](?:unknown|expired|revoked)|unsupported[ _]certificate|access[ _]denied)/i,
        { code: 'certificate_refused', what: 'was refused: the server does not accept the client certificate' },
    ],
    [
        // TLS 1.2 has no alert of its own for a missing certificate.
        /alert[ _]handshake[ _]failure/i,
        {
            code: 'certificate_required',
            what: 'failed in the TLS handshake: the server ended it, as servers do that want another client certificate, or one at all',
            advice: 'Give the right one in `pkcs12`, or in `certificate` and `private_key`',
        },
    ],
    [
        /alert[ _]protocol[ _]version|unsupported[ _]protocol|no[ _]protocols[ _]available/i,
        {
            code: 'server_unreachable',
            what: 'failed in the TLS handshake: the server speaks only a version of TLS that Node does not',
        },
    ],
];
/** Explains an error of TLS; undefined for any other. */
function tlsProblem(error, code) {
    const found = VERIFICATION[code] ?? handshakeFailure(error, code) ?? otherFailure(code);
    if (found === undefined) {
        return undefined;
    }
    const { what, ...rest } = found;
    return { ...rest, what: `${what} (${code})`, said: namesOf(error, code), passes: false };
}
function handshakeFailure(error, code) {
    // The message names the alert also where the code is EPROTO.
    const text = `${code} ${error instanceof Error ? error.message : ''}`;
    const isTls = code === 'EPROTO' || code.startsWith('ERR_SSL_');
    return isTls ? HANDSHAKES.find(([pattern]) => pattern.test(text))?.[1] : undefined;
}
function otherFailure(code) {
    if (OTHER_VERIFICATION.test(code)) {
        return { code: 'server_untrusted', what: 'was not sent: the certificate of the host is not valid' };
    }
    return code === 'EPROTO' || code.startsWith('ERR_SSL_')
        ? { code: 'server_unreachable', what: 'failed in the TLS handshake' }
        : undefined;
}
/** The names in the server's certificate, which say where one has ended up. */
function namesOf(error, code) {
    const isAboutNames = code === 'ERR_TLS_CERT_ALTNAME_INVALID' && error instanceof Error && 'reason' in error;
    return isAboutNames ? String(error.reason) : undefined;
}

;// CONCATENATED MODULE: ./lib/http/network-problem.js



/** What servers answer with status 400 where the fault is one of TLS (nginx ngx_http_special_response.c, Go net/http server.go, Apache ssl_engine_kernel.c). */
const TELLTALES = [
    {
        text: /No required SSL certificate was sent/i,
        problem: {
            code: 'certificate_required',
            what: 'was refused: the server wants a client certificate',
            advice: 'Give one in `pkcs12`, or in `certificate` and `private_key`',
            passes: false,
        },
    },
    {
        text: /The SSL certificate error/i,
        problem: {
            code: 'certificate_refused',
            what: 'was refused: the server does not accept the client certificate',
            passes: false,
        },
    },
    {
        text: /plain HTTP request was sent to HTTPS port|sent an HTTP request to an HTTPS server|speaking plain HTTP to an SSL-enabled server port/i,
        problem: {
            code: 'server_unreachable',
            what: 'was refused: this port speaks https',
            advice: 'Write `url` with https://',
            passes: false,
        },
    },
];
/** The fault of TLS that an answer tells of, if it does. */
function tlsErrorPage(status, body) {
    return status === 400 ? TELLTALES.find(({ text }) => text.test(body))?.problem : undefined;
}
/** Node's error codes (errno(3), https://nodejs.org/api/dns.html#error-codes) and what they mean to the user. */
const PROBLEMS = {
    ENOTFOUND: ['was not sent', 'no such host is known', 'permanent'],
    EAI_AGAIN: ['was not sent', 'the name of the host could not be resolved now'],
    ECONNREFUSED: ['was refused', 'nothing listens on this port of the host'],
    EHOSTUNREACH: ['did not reach the host', 'there is no route to it'],
    ENETUNREACH: ['did not reach the host', 'there is no route to its network'],
    ETIMEDOUT: ['did not reach the host', 'it does not answer'],
    ECONNRESET: ['got no answer', 'the connection was closed before one came'],
    EPIPE: ['got no answer', 'the connection was closed before one came'],
};
/** The answer came, but it was no HTTP: Node's parser names its errors so (https://nodejs.org/api/errors.html). */
const PARSER_ERROR = /^HPE_/;
/** Explains an error of Node's network stack, of one attempt or of several addresses tried (AggregateError). */
function networkProblem(error) {
    if (error instanceof ExplainedError) {
        return error.problem;
    }
    const code = (0,errors/* codeOf */.$N)(error);
    if (PARSER_ERROR.test(code)) {
        return { code: 'response_invalid', what: `got an answer that is not HTTP (${code})`, passes: false };
    }
    const [verb, why, permanent] = PROBLEMS[code] ?? ['failed on the network', ''];
    const what = `${verb}${why === '' ? '' : `: ${why}`} (${code})`;
    return tlsProblem(error, code) ?? { code: 'server_unreachable', what, passes: permanent === undefined };
}
/** Why a proxy was not reached, as a clause. */
function whyUnreachable(error) {
    const code = (0,errors/* codeOf */.$N)(error);
    const why = PROBLEMS[code]?.[1] ??
        tlsProblem(error, code)
            ?.what.replace(/^was not sent: /, '')
            .replace(/ \(.*$/, '');
    return why === undefined ? code : `${why} (${code})`;
}
/** Whether an error is what comes of a kept connection that the other side has closed meanwhile. */
function isClosedConnection(error) {
    return ['ECONNRESET', 'EPIPE', 'ECONNABORTED'].includes((0,errors/* codeOf */.$N)(error));
}

;// CONCATENATED MODULE: ./lib/http/tunnel.js









/** Node gives each address of a host 250 ms, in which a far one cannot answer: it would never be reached (net.connect). */
const PATIENT = { autoSelectFamilyAttemptTimeout: 2500 };
/** The options of a connection to the proxy itself. */
function proxyOptions({ url }, security) {
    const host = bareHost(url.hostname);
    const isSecure = url.protocol === 'https:';
    const context = isSecure ? security.context() : undefined;
    return {
        host,
        port: url.port || (isSecure ? 443 : 80),
        ...(isSecure ? { rejectUnauthorized: security.verify, servername: (0,external_node_net_namespaceObject.isIP)(host) > 0 ? '' : host } : {}),
        ...(context === undefined ? {} : { secureContext: context }),
    };
}
/**
 * Asks a proxy for a tunnel to a host and port (RFC 9110 section 9.3.6).
 *
 * @throws ExplainedError
 */
function openTunnel(proxy, security, target) {
    const { progress } = target;
    const host = (0,external_node_net_namespaceObject.isIP)(target.host) === 6 ? `[${target.host}]` : target.host;
    const authority = `${host}:${target.port}`;
    const login = proxy.authorization === undefined ? {} : { 'proxy-authorization': proxy.authorization };
    const module = proxy.url.protocol === 'https:' ? external_node_https_namespaceObject : external_node_http_namespaceObject;
    return new Promise((resolve, reject) => {
        progress.enter('connecting to the proxy');
        const request = module.request({
            ...proxyOptions(proxy, security),
            ...PATIENT,
            method: 'CONNECT',
            path: authority,
            headers: { host: authority, 'user-agent': 'bearer-login', ...login },
            agent: false,
        });
        progress.endBy(() => request.destroy());
        request.once('socket', (socket) => {
            const ready = proxy.url.protocol === 'https:' ? 'secureConnect' : 'connect';
            socket.once(ready, () => progress.enter('waiting for the proxy'));
        });
        request.once('connect', (answer, socket, head) => {
            if (answer.statusCode !== undefined && answer.statusCode >= 200 && answer.statusCode < 300) {
                socket.unshift(head);
                return resolve(socket);
            }
            socket.destroy();
            reject(new ExplainedError(proxyProblem(proxy, answer)));
        });
        request.once('error', (error) => {
            const what = `was not sent: ${nameOfProxy(proxy)} did not take it: ${whyUnreachable(error)}`;
            reject(new ExplainedError({ code: 'proxy_failed', what, passes: !isPermanent(error) }, error));
        });
        request.end();
    });
}
/** What a proxy's own refusal means; a wrong login is 401 for tinyproxy, and 407 for everybody else. */
function proxyProblem(proxy, answer) {
    const status = answer.statusCode ?? 0;
    const name = nameOfProxy(proxy);
    const said = answer.headers['x-squid-error']?.toString();
    if (status === 407 || status === 401) {
        const schemes = answer.headers['proxy-authenticate'];
        const isBasic = schemes === undefined || /(?:^|,)\s*basic\b/i.test(schemes.toString());
        const advice = isBasic ? undefined : 'It does not offer the scheme Basic, and the action knows no other';
        const what = proxy.authorization === undefined
            ? `was not sent: ${name} wants a login, and the variable holds none`
            : `was not sent: ${name} does not accept the login in the variable`;
        return { code: 'proxy_refused', what: `${what} (${status})`, advice, said, passes: false };
    }
    if (mayPass(status)) {
        const what = `was not sent: ${name} answered ${status}, often since it does not reach the host itself`;
        return { code: 'proxy_failed', what, said, passes: true };
    }
    return { code: 'proxy_refused', what: `was not sent: ${name} does not allow it (${status})`, said, passes: false };
}
/** A proxy whose name or certificate is wrong stays so. */
function isPermanent(error) {
    return /^(?:ENOTFOUND|EPROTO|ERR_TLS_|ERR_SSL_|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_)/.test((0,errors/* codeOf */.$N)(error));
}

;// CONCATENATED MODULE: ./lib/http/routes.js








/** Opens routes with kept-alive connections, direct ones and tunnels. */
function openRoutes(security, environment) {
    const extra = environment.NODE_EXTRA_CA_CERTS;
    const { authorities, verify } = security;
    const towardsProxy = { context: contextOf({ authorities, verify }, extra), verify };
    const platform = { security, context: contextOf(security, extra), towardsProxy };
    // The runner's service is always verified and never gets the client certificate, whatever the inputs say of the platform.
    const trusted = { authorities, verify: true };
    const runner = { security: trusted, context: contextOf(trusted, extra), towardsProxy };
    const agents = new Map();
    return {
        find({ url, toRunner = false }, alone) {
            const proxy = proxyOf(url, environment);
            const isSecure = url.protocol === 'https:';
            const name = `${url.protocol} ${proxy?.url.href ?? ''} ${alone} ${toRunner}`;
            const shared = toRunner ? runner : platform;
            const agent = agents.get(name) ?? (isSecure ? secureAgent : plainAgent)(shared, proxy, !alone);
            agents.set(name, agent);
            return { agent, forwarder: isSecure ? undefined : proxy, tunnel: isSecure ? proxy : undefined };
        },
        forgetIdle() {
            for (const agent of agents.values()) {
                for (const sockets of Object.values(agent.freeSockets)) {
                    for (const socket of sockets ?? []) {
                        socket.destroy();
                    }
                }
            }
        },
        close() {
            for (const agent of agents.values()) {
                agent.destroy();
            }
        },
    };
}
/** Connects to a host of https, straight or in a tunnel of a proxy's. */
function secureAgent({ security, context, towardsProxy }, proxy, keepAlive) {
    const agent = new external_node_https_namespaceObject.Agent({ keepAlive, rejectUnauthorized: security.verify, ...PATIENT });
    const connect = agent.createConnection.bind(agent);
    const secure = (options, progress) => {
        const socket = connect({ ...options, secureContext: context() });
        watchSocket(socket, progress, 'secureConnect');
        return socket;
    };
    agent.createConnection = ((options, callback) => {
        const progress = begin(options);
        if (proxy === undefined) {
            return secure(options, progress);
        }
        const target = { host: String(options.host), port: Number(options.port), progress };
        openTunnel(proxy, towardsProxy, target)
            .then((socket) => {
            progress.enter('in the TLS handshake');
            callback(null, secure({ ...options, socket }, progress));
        })
            // The type wants a socket, which Node does not look at beside an error.
            .catch((error) => callback(error, undefined));
        return undefined;
    });
    return agent;
}
/** Connects to a host of plain http, or to the proxy that hands such a request on. */
function plainAgent({ towardsProxy }, proxy, keepAlive) {
    const agent = new external_node_http_namespaceObject.Agent({ keepAlive, ...PATIENT });
    const connect = agent.createConnection.bind(agent);
    agent.createConnection = ((options) => {
        const progress = begin(options);
        const isSecure = proxy?.url.protocol === 'https:';
        const socket = proxy && isSecure ? secureProxy(options, proxyOptions(proxy, towardsProxy)) : connect(options);
        watchSocket(socket, progress, isSecure ? 'secureConnect' : 'connect');
        return socket;
    });
    return agent;
}
function secureProxy(options, toProxy) {
    return new external_node_https_namespaceObject.Agent().createConnection({ ...options, ...toProxy });
}
/** Notes that a connection is made for this try. */
function begin({ progress, host }) {
    if (progress === undefined) {
        throw new Error('a request without its progress');
    }
    progress.opened = true;
    progress.sent = false;
    progress.enter((0,external_node_net_namespaceObject.isIP)(bareHost(String(host))) > 0 ? 'connecting' : 'looking up the name of the host');
    return progress;
}

;// CONCATENATED MODULE: ./lib/http/body.js
/** The largest body that is read: far above any list of Secrets, far below what would fill a runner's memory. */
const BODY_LIMIT = 10 * 1024 * 1024;
/** A body that cannot be used, with the reason as the end of a sentence that starts with the request. */
class UnreadableBody extends Error {
    /** Whether it ended too early, which another try may cure. */
    isCut = false;
}
class CutBody extends UnreadableBody {
    isCut = true;
}
/**
 * Reads a body to its end.
 *
 * The library's own `readBody` listens to `data` and `end` only, so it never settles on a body cut short, and knows no
 * limit (@actions/http-client 4.0.1). `onPart` is called with each part that comes.
 *
 * @throws UnreadableBody when it is cut short, larger than 10 MiB, compressed or not UTF-8
 */
async function readBody(message, onPart = () => { }) {
    const encoding = message.headers['content-encoding']?.trim().toLowerCase() ?? '';
    if (encoding !== '' && encoding !== 'identity') {
        throw new UnreadableBody('was compressed, although that was not asked for');
    }
    const chunks = [];
    let size = 0;
    try {
        for await (const chunk of message) {
            onPart();
            size += chunk.length;
            if (size > BODY_LIMIT) {
                throw new UnreadableBody(`was larger than ${BODY_LIMIT / 1024 / 1024} MiB`);
            }
            chunks.push(chunk);
        }
    }
    catch (error) {
        throw error instanceof UnreadableBody ? error : new CutBody('was cut short', { cause: error });
    }
    return decodeUtf8(Buffer.concat(chunks));
}
function decodeUtf8(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (error) {
        throw new UnreadableBody('was not UTF-8', { cause: error });
    }
}

// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 5 modules
var lib = __nccwpck_require__(124);
;// CONCATENATED MODULE: ./lib/http/hop.js







/** The library would end a request after three minutes of silence; the limits here are our own. */
const NEVER = 2 ** 31 - 1;
/** Sends one message over a route and reads the answer; `progress` hears how far it is. @throws Error of any layer */
async function sendHop(request, route, progress) {
    const handler = {
        prepareRequest: (options) => prepare(options, request.url, { route, progress }),
        canHandleAuthentication: () => false,
        handleAuthentication: () => Promise.reject(new Error('not used')),
    };
    const client = new lib/* HttpClient */.Qq('bearer-login', [handler], { allowRedirects: false, socketTimeout: NEVER });
    const { message } = await client.request(request.method, request.url.href, request.body ?? null, {
        ...request.headers,
    });
    progress.answered = true;
    progress.enter('reading the answer');
    const status = message.statusCode ?? 0;
    if (route.forwarder !== undefined && status === 407) {
        message.destroy();
        throw new ExplainedError(proxyProblem(route.forwarder, message));
    }
    if ([301, 302, 303, 307, 308].includes(status)) {
        message.destroy();
        return { location: message.headers.location };
    }
    return responseOf(message, progress);
}
async function responseOf(message, progress) {
    const status = message.statusCode ?? 0;
    const body = await readBody(message, () => progress.enter('reading the answer')).finally(() => {
        if (!message.complete) {
            message.destroy();
        }
    });
    const told = tlsErrorPage(status, body);
    if (told !== undefined) {
        throw new ExplainedError(told);
    }
    const requestId = message.headers['x-request-id'];
    const contentType = (message.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
    const challenge = message.headers['www-authenticate'];
    const response = {
        status,
        contentType,
        body,
        ...(typeof requestId === 'string' ? { requestId } : {}),
        ...(challenge === undefined ? {} : { challenge }),
    };
    const { 'retry-after': retryAfter, date } = message.headers;
    return { response, retryAfterMs: parseRetryAfter(retryAfter, date, new Date()) };
}
/** The library would give each request an agent of its own making, without keep-alive, and pass the proxy by. */
function prepare(options, url, way) {
    const { agent, forwarder } = way.route;
    options.agent = heardBy(way.progress, agent);
    options.progress = way.progress;
    // The library passes an IPv6 host in brackets, which the resolver takes for a name.
    options.host = bareHost(url.hostname);
    if (forwarder !== undefined) {
        const { host, port } = proxyOptions(forwarder, { context: () => undefined, verify: true });
        Object.assign(options, { host, port, path: url.href });
        const login = forwarder.authorization === undefined ? {} : { 'proxy-authorization': forwarder.authorization };
        options.headers = { ...options.headers, host: url.host, ...login };
    }
}
function heardBy(progress, agent) {
    const real = agent;
    const like = Object.create(real);
    like.addRequest = (request, options) => {
        progress.endBy(() => request.destroy());
        real.addRequest(request, options);
    };
    return like;
}

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
            : (0,untrusted_text/* quote */.hD)((target.origin === 'null' ? target.protocol : target.origin) + target.pathname);
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

;// CONCATENATED MODULE: ./lib/http/send-once.js









/** The longest time of a timer, 24 days. */
const send_once_NEVER = 2 ** 31 - 1;
/**
 * Sends a request once and gives what came of it; `at` hears where it is.
 *
 * Redirects of a GET within its origin are followed. A kept connection that the server has closed just then is no
 * failure: the request goes out again on a new one, which does not count.
 *
 * @throws ActionError redirect_refused, proxy_failed when the variable cannot be used
 */
async function sendOnce(request, tools, at) {
    let url = request.url;
    for (let redirects = 0;; redirects += 1) {
        const outcome = await sendFollowingClosed({ ...request, url }, tools, at);
        if (!('location' in outcome)) {
            return outcome;
        }
        url = redirectTarget({ ...request, url }, outcome.location, redirects);
    }
}
async function sendFollowingClosed(request, tools, at) {
    for (;;) {
        const route = tools.routes.find(request, retryRule(request) === 'unsent');
        const { result, progress, error } = await watched(request, { route, ...tools }, at);
        if (result !== undefined) {
            return result;
        }
        if (progress.opened || progress.answered || !isClosedConnection(error) || tools.isClosed()) {
            const failure = withProxyAdvice(failureOf(error, request, progress), route);
            const isSecure = request.url.protocol === 'https:';
            return { failure: progress.opened ? withCloseAdvice(failure, isSecure, tools.showsCertificate) : failure };
        }
        tools.routes.forgetIdle();
    }
}
/** Runs one exchange beside its limits: what waits for a socket, or for a resolver, is not sure to end. */
async function watched(request, tools, at) {
    let stalled = () => { };
    const stall = new Promise((_resolve, reject) => {
        stalled = () => reject(new ExplainedError(stallProblem(progress)));
    });
    const progress = beginProgress(limitsFor(request, tools.limits), () => stalled());
    tools.underWay.add(progress);
    at(progress);
    progress.enter(progress.phase);
    try {
        return { progress, result: await Promise.race([sendHop(request, tools.route, progress), stall]) };
    }
    catch (error) {
        progress.cancel();
        return { progress, error };
    }
    finally {
        progress.finish();
        tools.underWay.delete(progress);
    }
}
/** Nothing is won by giving up on what may not be sent again: then only the deadline counts. */
function limitsFor(request, limits) {
    return retryRule(request) === 'unsent' ? { ...limits, silenceMs: send_once_NEVER } : limits;
}
function stallProblem({ phase, sent }) {
    const code = /proxy/.test(phase) ? 'proxy_failed' : 'server_unreachable';
    return {
        code,
        what: `${sent ? 'got no further' : 'was not sent'}: nothing happened for too long (${phase})`,
        passes: true,
    };
}
function failureOf(error, request, { sent, answered }) {
    const way = { sent, answered, cause: error };
    if (answered && !(error instanceof ExplainedError)) {
        const isCut = !(error instanceof UnreadableBody) || error.isCut;
        const what = error instanceof UnreadableBody ? error.message : 'could not be read';
        const sentence = `the answer of ${(0,answers/* describe */.q0)(request)} ${what}`;
        return { ...way, code: 'response_invalid', what, passes: isCut, sentence };
    }
    const problem = networkProblem(error);
    return { ...way, ...problem, sentence: `${(0,answers/* describe */.q0)(request)} ${problem.what}` };
}
/** A proxy that opens TLS shows certificates of an authority of its own. */
function withProxyAdvice(failure, { tunnel }) {
    if (tunnel === undefined || failure.code !== 'server_untrusted') {
        return failure;
    }
    const way = `The way leads through ${nameOfProxy(tunnel)}, which may open TLS with an authority of its own`;
    return { ...failure, advice: failure.advice === undefined ? way : `${failure.advice}. ${way}` };
}
/** Why a new connection was perhaps closed without a word: servers do so that dislike a certificate, or that speak TLS only. */
function withCloseAdvice(failure, isSecure, showsCertificate) {
    if (failure.answered || !isClosedConnection(failure.cause) || (isSecure && !showsCertificate)) {
        return failure;
    }
    const advice = isSecure
        ? 'If it stays so, the server may not accept the client certificate: is its chain whole, is it for clients, does the server know its authority'
        : 'If it stays so, this may be a port of https: write `url` with https://';
    return { ...failure, advice };
}

;// CONCATENATED MODULE: ./lib/http/transport.js








/** How many requests are under way at the same time; measured over TLS, see CONTRIBUTING. */
const WIDTH = 20;
/** Opens the one transport of a run: kept connections, one deadline over everything, retries that do no harm. */
function openTransport(options) {
    const { timeoutSeconds, retries, log, longestWaitMs, security = DEFAULT_SECURITY, environment = {} } = options;
    const deadline = startDeadline(timeoutSeconds);
    const routes = openRoutes(security, environment);
    const underWay = new Set();
    let closed = false;
    const limits = options.limits ?? limitsOf(timeoutSeconds);
    const gate = openGate(options.width ?? WIDTH);
    const showsCertificate = security.identity !== undefined;
    const attempts = { routes, limits, showsCertificate, underWay, isClosed: () => closed };
    const tools = { attempts, deadline, gate, log, retries, longestWaitMs };
    return {
        send: (request) => sendBounded(request, tools),
        sleep: (ms) => deadline.bound(deadline.sleep(ms), () => {
            const message = `The run was not done within ${timeoutSeconds} s (waiting to try again)`;
            return new errors/* ActionError */.lZ('deadline_exceeded', message);
        }),
        close() {
            closed = true;
            for (const progress of underWay) {
                progress.cancel();
            }
            deadline.close();
            gate.close();
            routes.close();
        },
    };
}
/** A try that makes no progress gives room for the next one long before the deadline; a slow server gets a minute. */
function limitsOf(timeoutSeconds) {
    return { connectMs: Math.max(10, timeoutSeconds / 12) * 1000, silenceMs: Math.max(60, timeoutSeconds / 2) * 1000 };
}
async function sendBounded(request, tools) {
    let where = { phase: 'waiting for its turn' };
    const at = (progress) => {
        where = progress;
    };
    return tools.deadline.bound(sendWithRetries(request, tools, at), () => {
        const message = `${request.purpose} was not done within ${tools.deadline.seconds} s (${where.phase}): ${(0,answers/* describe */.q0)(request)}`;
        return new errors/* ActionError */.lZ('deadline_exceeded', message);
    });
}
async function sendWithRetries(request, tools, at) {
    let current = request;
    for (let tried = 1;; tried += 1) {
        const outcome = await once(current, tools, at);
        const wait = tools.attempts.isClosed()
            ? undefined
            : nextWait(outcome, tried, { request, left: tools.deadline.left(), ...tools });
        if (wait === undefined) {
            return responseOrError(outcome, request);
        }
        at({ phase: 'waiting to try again' });
        await tools.deadline.sleep(wait);
        at({ phase: 'waiting for its turn' });
        current = (await request.renew?.()) ?? request;
    }
}
/** Sends a request once, when there is room for it. */
async function once(request, tools, at) {
    const { gate, log, attempts } = tools;
    const ticket = await gate.enter();
    const started = Date.now();
    try {
        const outcome = await sendOnce(request, attempts, at);
        if ('response' in outcome) {
            const { status } = outcome.response;
            log.debug(`${(0,answers/* describe */.q0)(request)}: ${status} in ${Date.now() - started} ms`);
            if (status === 429 || status === 503) {
                const longest = tools.longestWaitMs ?? tools.deadline.left();
                gate.narrow(ticket, Math.min(outcome.retryAfterMs ?? 0, longest));
            }
        }
        return outcome;
    }
    finally {
        gate.leave();
    }
}
function responseOrError(outcome, { purpose }) {
    if ('response' in outcome) {
        return outcome.response;
    }
    const { code, sentence, advice, said, cause } = outcome.failure;
    throw new errors/* ActionError */.lZ(code, `${purpose} failed: ${sentence}`, { said, advice, cause });
}

// EXTERNAL MODULE: ./lib/machine/files.js
var files = __nccwpck_require__(642);
// EXTERNAL MODULE: ./lib/undo/client.js
var undo_client = __nccwpck_require__(395);
// EXTERNAL MODULE: ./lib/undo/plan.js
var plan = __nccwpck_require__(603);
;// CONCATENATED MODULE: ./lib/oauth/client-authentication.js
/** The type of every assertion by which a client proves itself (RFC 7523 section 2.2). */
const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/**
 * How a client proves itself in one request; `assertion` is the one that was made for it.
 *
 * One way in a request (RFC 6749 section 2.3), so the id is not in the body beside a header.
 */
function proveClient(credentials, assertion) {
    const { clientId, clientAuthentication: authentication } = credentials;
    const id = clientId === undefined ? [] : [['client_id', clientId]];
    switch (authentication.method) {
        case 'client_secret_post':
            return { parameters: [...id, ['client_secret', authentication.clientSecret]], headers: {} };
        case 'client_secret_basic': {
            const pair = basicPair(clientId ?? '', authentication.clientSecret);
            return { parameters: [], headers: { authorization: `Basic ${Buffer.from(pair).toString('base64')}` } };
        }
        case 'private_key_jwt':
        case 'github_oidc':
            return {
                parameters: [...id, ['client_assertion_type', JWT_BEARER], ['client_assertion', assertion ?? '']],
                headers: {},
            };
        case 'tls_client_auth':
        case 'none':
            return { parameters: id, headers: {} };
    }
}
/** `id:secret`, each form-encoded by itself, so that a colon or anything beyond ASCII arrives (RFC 6749 section 2.3.1). */
function basicPair(clientId, clientSecret) {
    return `${formEncode(clientId)}:${formEncode(clientSecret)}`;
}
/** Chooses between the two ways to send a secret as the server offers; silence means Basic (RFC 8414 section 2). */
function client_authentication_negotiate(credentials, { authMethods }) {
    const { clientAuthentication: chosen, negotiable } = credentials;
    const offersBasic = authMethods === undefined || authMethods.includes('client_secret_basic');
    if (!negotiable || chosen.method !== 'client_secret_basic' || offersBasic) {
        return credentials;
    }
    const clientAuthentication = authMethods.includes('client_secret_post')
        ? { method: 'client_secret_post', clientSecret: chosen.clientSecret }
        : chosen;
    return { ...credentials, clientAuthentication };
}
function formEncode(text) {
    return new URLSearchParams([['', text]]).toString().slice(1);
}

// EXTERNAL MODULE: ./lib/oauth/id-token.js
var id_token = __nccwpck_require__(262);
;// CONCATENATED MODULE: ./lib/oauth/client-proof.js



/**
 * Makes what a login presents for one request: ID tokens and assertions, each masked as soon as it is there.
 *
 * @throws ActionError id_token_unavailable, certificate_unusable for a key that does not sign
 */
async function preparePresentation(given, metadata, ports) {
    const credentials = negotiate(given, metadata);
    const { grant, clientAuthentication } = credentials;
    const subjectToken = 'idTokenAudience' in grant ? await requestIdToken(grant.idTokenAudience, ports) : undefined;
    const clientAssertion = await makeAssertion(credentials, metadata, ports);
    maskPair(credentials, ports);
    const idToken = subjectToken ?? (clientAuthentication.method === 'github_oidc' ? clientAssertion : undefined);
    return {
        presentation: { credentials, subjectToken, clientAssertion, id: ports.newId() },
        trust: idToken === undefined ? undefined : trustAdvice(idToken),
    };
}
/**
 * Proves a client in a request that asks for no token; `credentials` are negotiated already.
 *
 * @throws ActionError as `prepareAttempt`
 */
async function proveClientAgain(credentials, ports) {
    maskPair(credentials, ports);
    return proveClient(credentials, await makeAssertion(credentials, {}, ports));
}
function maskPair({ clientId = '', clientAuthentication }, ports) {
    if (clientAuthentication.method === 'client_secret_basic') {
        ports.mask([basicPair(clientId, clientAuthentication.clientSecret)]);
    }
}
async function makeAssertion({ clientId = '', clientAuthentication: authentication }, { signingAlgorithms }, ports) {
    if (authentication.method === 'github_oidc') {
        return (0,id_token/* requestIdToken */.gj)(authentication.idTokenAudience, ports);
    }
    if (authentication.method !== 'private_key_jwt') {
        return undefined;
    }
    const { key, audience } = authentication;
    // Loaded here: no other login pays for reading the library that signs.
    const { chooseAlgorithm, signClientAssertion } = await __nccwpck_require__.e(/* import() */ 438).then(__nccwpck_require__.bind(__nccwpck_require__, 438));
    const claims = { clientId, audience, id: ports.newId(), now: ports.now() };
    try {
        const assertion = await signClientAssertion(claims, key, chooseAlgorithm(key, signingAlgorithms));
        ports.mask([assertion]);
        return assertion;
    }
    catch (error) {
        throw new errors/* ActionError */.lZ('certificate_unusable', 'The input `signing_key` holds a key that cannot sign', {
            cause: error,
        });
    }
}
/** Whether a server may refuse this a second time: an assertion or ID token with a `jti` is taken once (RFC 7523 section 3). */
function isTakenOnce({ subjectToken, clientAssertion }) {
    return subjectToken !== undefined || clientAssertion !== undefined;
}

;// CONCATENATED MODULE: ./lib/undo/revoke.js




/** Ends what a step began, in order, each whatever came of the one before; it never throws. */
async function revokeAll(ending, ports) {
    const results = [];
    for (const step of ending.steps) {
        results.push(isOver(step, ports.now()) ? { how: 'expired' } : await revokeStep(step, ending, ports));
    }
    return results;
}
function isOver({ expiresAt }, now) {
    return expiresAt !== undefined && now.getTime() >= Date.parse(expiresAt);
}
async function revokeStep(step, ending, ports) {
    try {
        const make = () => buildRevocationRequest(step, ending, ports);
        // An assertion is taken once, so each try has one of its own.
        const request = { ...(await make()), renew: make };
        return readRevocationAnswer(request, await ports.send(request));
    }
    catch (error) {
        const known = error instanceof errors/* ActionError */.lZ ? error : new errors/* ActionError */.lZ('internal_error', String(error));
        return { how: 'failed', error: known };
    }
}
/** Builds one request that ends something: RFC 7009 section 2.1, or the logout of Keycloak's LogoutEndpoint. */
async function buildRevocationRequest({ revokes, url, token }, { platform, client }, ports) {
    const { parameters, headers } = await proveClientAgain((0,undo_client/* restoreClient */.oO)(client), ports);
    const what = revokes === 'session' ? { refresh_token: token } : { token, token_type_hint: revokes };
    return {
        method: 'POST',
        url: new URL(url),
        headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams({ ...what, ...Object.fromEntries(parameters) }).toString(),
        repeat: 'always',
        purpose: revokes === 'session' ? `The logout from ${platform}` : `Revoking the token of ${platform}`,
    };
}
/**
 * What an answer says about the end.
 *
 * Keycloak answers 200 with the error `invalid_token` for a token that it does not know any more
 * (TokenRevocationEndpoint). A 401 that names the client is no word about the token (RFC 6749 section 5.2).
 */
function readRevocationAnswer(request, response) {
    const { error } = (0,answers/* errorBody */.t4)(response);
    if (error === 'invalid_token' || error === 'invalid_grant') {
        return { how: 'gone' };
    }
    if ((0,answers/* isSuccess */.oJ)(response)) {
        return { how: 'ended' };
    }
    const isClient = error === 'invalid_client' || error === 'unauthorized_client';
    if (error === 'unsupported_token_type' || (response.status === 404 && (0,answers/* isPage */.yp)(response))) {
        return { how: 'unsupported' };
    }
    if ((response.status === 401 && !isClient) || response.status === 404) {
        return { how: 'gone' };
    }
    const code = isClient ? 'unauthorized_client' : 'server_failed';
    return { how: 'failed', error: (0,answers/* answerError */.n)(code, { request, response }) };
}
/** What was ended, as the subject of a sentence. */
const SUBJECTS = { session: 'session', refresh_token: 'token', access_token: 'token' };
/** How everything ended, in one sentence, and whether it is a warning; the message of an error is still raw. */
function describeResult({ steps, expiresAt }, results) {
    const name = `The ${SUBJECTS[steps[0].revokes]} of this step`;
    // A session may outlive its access token.
    const left = until(steps[0].revokes === 'session' ? steps[0].expiresAt : expiresAt);
    const failed = results.find((result) => result.how === 'failed');
    if (failed !== undefined) {
        return { sentence: `${name} could not be ended, and stays valid ${left}`, failed: true, error: failed.error };
    }
    const has = (how) => results.some((result) => result.how === how);
    if (has('ended')) {
        return { sentence: `${name} was ended.`, failed: false };
    }
    if (has('unsupported')) {
        const sentence = `The token was not ended, since the server does not end such tokens; it stays valid ${left}.`;
        return { sentence, failed: false };
    }
    return { sentence: has('gone') ? `${name} was ended already.` : `${name} had expired.`, failed: false };
}
/** Until when a token is good. */
function until(expiresAt) {
    return expiresAt === undefined ? 'until it expires' : `until ${expiresAt}`;
}

;// CONCATENATED MODULE: ./lib/undo/end-token.js










/** The bounds of a post step: a job shall not wait for a token's end. */
const BOUNDS = {
    timeoutSeconds: 10,
    retries: 2,
    longestWaitMs: 2000,
    limits: { connectMs: 3000, silenceMs: 4000 },
};
/**
 * Ends the token of this step, where it can be, and says how that went; it never throws.
 *
 * All files that it needs are read before it returns for the first time.
 */
async function revokeToken(end, variables, ports) {
    if (end === undefined) {
        return { line: '', failed: false };
    }
    if (!(0,plan/* isRevocation */.b)(end)) {
        const line = `The token was not ended, since ${end.reason}; it stays valid ${until(end.expiresAt)}.`;
        return { line, failed: false };
    }
    try {
        ports.mask([
            ...(0,undo_client/* clientSecrets */.Fn)(end.client),
            ...securitySecrets(end.security),
            ...end.steps.map(({ token }) => token),
        ]);
        const security = { ...end.security, authorities: readAuthorities(end) };
        const environment = networkOf(variables, ports.mask);
        return await revokeOver({ security, environment }, end, ports);
    }
    catch (error) {
        const { message } = (0,errors/* asActionError */.z6)(error);
        return { line: `The token could not be ended, and stays valid ${until(end.expiresAt)}: ${message}.`, failed: true };
    }
}
/** The authorities that main has left. @throws Error when they are gone or are others now: then no server is trusted */
function readAuthorities({ authorities }) {
    if (authorities === undefined) {
        return [];
    }
    const content = (0,external_node_fs_.readFileSync)(authorities.path, 'utf8');
    if ((0,files/* digestOf */.ol)(content) !== authorities.digest) {
        throw new Error('the file with the authorities of this step has changed');
    }
    return [content];
}
async function revokeOver(way, ending, ports) {
    // Each try would be a line, and the end is to be one.
    const log = { ...ports.log, info: ports.log.debug };
    const { send, sleep, close } = openTransport({ ...BOUNDS, ...way, log });
    try {
        const { sentence, failed, error } = describeResult(ending, await revokeAll(ending, { ...ports, log, send, sleep }));
        if (error === undefined) {
            return { line: sentence, failed };
        }
        const said = error.said === undefined ? '' : `: ${(0,untrusted_text/* quote */.hD)(error.said.slice(0, 300))}`;
        return { line: `${sentence}. ${error.message}${said}.`, failed };
    }
    finally {
        close();
    }
}


/***/ }),

/***/ 603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ isRevocation)
/* harmony export */ });
/* unused harmony export planRevocation */
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(395);

/** Whether a token is to be ended by requests. */
function isRevocation(end) {
    return 'steps' in end;
}
/**
 * Decides how the token of a login is ended; undefined where this step has begun nothing.
 *
 * The session of a refresh grant is its owner's: a logout would kill the stored refresh token, so only the access token
 * goes. A token at hand is its owner's, too.
 */
function planRevocation(login, settings, security) {
    const { token, fetched, metadata, credentials } = login;
    if (!fetched || token === undefined || metadata === undefined || credentials === undefined) {
        return undefined;
    }
    const expiry = token.expiresAt === undefined ? {} : { expiresAt: token.expiresAt.toISOString() };
    const { platform, revoke } = settings;
    if (!revoke) {
        return { reason: '`revoke` is false', ...expiry };
    }
    if (platform.revocation.by === 'nothing') {
        return { reason: platform.revocation.reason, ...expiry };
    }
    const [first, ...others] = stepsOf(login, platform.revocation.by);
    if (first === undefined) {
        return { reason: 'the server names no place to end it (revocation_endpoint)', ...expiry };
    }
    const { authorities: _, ...rest } = security;
    const client = saveClient(credentials, metadata);
    return {
        platform: platform.title,
        steps: [first, ...others],
        client,
        security: { ...rest, authorities: [] },
        ...expiry,
    };
}
function stepsOf({ token, metadata, refresh }, by) {
    const { logoutEndpoint, revocationEndpoint } = metadata ?? {};
    const step = (revokes, url, of) => {
        const expiry = of.expiresAt === undefined ? {} : { expiresAt: of.expiresAt.toISOString() };
        return { revokes, url: url.href, token: of.value, ...expiry };
    };
    if (by === 'logout' && refresh !== undefined && logoutEndpoint !== undefined) {
        return [step('session', logoutEndpoint, refresh)];
    }
    if (revocationEndpoint === undefined || token === undefined) {
        return [];
    }
    const own = by === 'revocation' && refresh !== undefined ? [step('refresh_token', revocationEndpoint, refresh)] : [];
    return [...own, step('access_token', revocationEndpoint, token)];
}


/***/ }),

/***/ 725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   aj: () => (/* binding */ sanitize),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   vp: () => (/* binding */ revealQuotes)
/* harmony export */ });
/* unused harmony export oneLine */
/** The most characters of an untrusted text that are printed. */
const TEXT_LIMIT = 300;
/**
 * Makes a text of a server safe to print: one line, no workflow command, none of our secrets, at most 300 characters.
 *
 * For the runner, a lone CR ends a line, and `##[` starts a command anywhere in a line (actions/runner ActionCommand.cs,
 * OutputManager.cs). Secrets are removed before the cut, which could leave half of one. They are removed before and after
 * the cleaning, which can split a secret or join its parts.
 */
function sanitize(text, redact) {
    const safe = redact(oneLine(redact(text)));
    return safe.length > TEXT_LIMIT ? `${safe.slice(0, TEXT_LIMIT).toWellFormed()}…` : safe;
}
/** Private-use characters around an untrusted name that must be cleaned or cut before it is printed. */
const OPEN = '\u{f0000}';
const CLOSE = '\u{f0001}';
const MARKED = /\u{f0000}([^\u{f0000}\u{f0001}]*)\u{f0001}/gu;
/** The most characters of a name that is printed whole. */
const NAME_LIMIT = 120;
/**
 * Quotes an untrusted name for a message.
 *
 * A name that must be cleaned or cut stays unchanged between two marks. A secret in it can be removed only before that,
 * and only the edge knows the secrets (`revealQuotes`).
 */
function quote(name) {
    const isPlain = oneLine(name) === name && name.length <= NAME_LIMIT;
    return isPlain ? `"${name}"` : `"${OPEN}${name.replace(/[\u{f0000}\u{f0001}]/gu, '')}${CLOSE}"`;
}
/** Makes a message safe to print: removes our secrets, and cleans and cuts the names that `quote` marked. */
function revealQuotes(message, redact) {
    const shown = message.replace(MARKED, (_, name) => cutName(redact(oneLine(redact(name)))));
    return redact(shown);
}
function cutName(name) {
    return name.length > NAME_LIMIT ? `${name.slice(0, 80).toWellFormed()}…${name.slice(-20).toWellFormed()}` : name;
}
/** Replaces control, format and line characters by blanks, and breaks up what could start a workflow command. */
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
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/proxy.js
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
function lib_getProxyUrl(serverUrl) {
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
        const proxyUrl = getProxyUrl(parsedUrl);
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
        const proxyUrl = getProxyUrl(parsedUrl);
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
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
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
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".post.js";
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
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(317);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
