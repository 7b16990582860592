// Loads a module of Node on its first use: a short run would spend a quarter of its time on modules that it does not need.
const onFirstUse = (load) => {
  let loaded;
  return new Proxy({}, { get: (_, name) => (name === "__esModule" ? false : (loaded ??= load())[name]) });
};

/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 2927:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P_: () => (/* binding */ authorizationOf),
/* harmony export */   RZ: () => (/* binding */ codeOfStatus),
/* harmony export */   Vh: () => (/* binding */ readJson),
/* harmony export */   fn: () => (/* binding */ certificateAloneRefusal),
/* harmony export */   n: () => (/* binding */ answerError),
/* harmony export */   oJ: () => (/* binding */ isSuccess),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   sR: () => (/* binding */ endpoint),
/* harmony export */   t4: () => (/* binding */ errorBody),
/* harmony export */   zi: () => (/* binding */ oauthErrorOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2357);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8060);
/* harmony import */ var _server_words_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7417);
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7540);




/** Returns the address of a path below the base URL of a platform; the path of the base URL is kept as a prefix. */
function endpoint(base, path) {
    return new URL(`${base.href.replace(/\/$/, '')}${path}`);
}
/** Returns the header for a bearer token (RFC 6750 section 2.1); empty if the client certificate is the only credential. */
function authorizationOf(token) {
    return token === undefined ? {} : { authorization: `Bearer ${token}` };
}
/** Describes a request in an error: its method, origin and path, and nothing else. */
function describe({ method, url }) {
    return `${method} ${(0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .untrusted */ .bp)(`${url.origin}${url.pathname}`, _untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .LONGEST_ADDRESS */ .al)}`;
}
/** Tells whether a response is successful. */
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
    if ((0,_server_words_js__WEBPACK_IMPORTED_MODULE_1__/* .isPage */ .yp)(exchange.response)) {
        throw answerError('response_invalid', exchange, { what: 'with a web page instead of JSON' });
    }
    try {
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(body);
    }
    catch {
        // No cause: the message of a SyntaxError quotes the text around the fault, which may be a secret.
        throw answerError('response_invalid', exchange, { what: 'with invalid JSON' });
    }
}
/** Makes an error about a response: the request, the status, what was wrong, and the server's words if it failed. */
function answerError(code, exchange, problem = {}) {
    const { request, response } = exchange;
    const { status, requestId } = response;
    const id = requestId === undefined ? '' : `, X-Request-ID ${(0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(requestId)}`;
    const what = problem.what === undefined ? '' : ` ${problem.what}`;
    const page = (0,_server_words_js__WEBPACK_IMPORTED_MODULE_1__/* .isPage */ .yp)(response) ? (0,_server_words_js__WEBPACK_IMPORTED_MODULE_1__/* .readPage */ .SP)(response.body) : undefined;
    const titled = page?.title === undefined ? '' : `; the page is titled ${(0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(page.title)}`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ(code, `${request.purpose} failed: the server answered ${status}${what}${titled}`, {
        title: status === 429 ? 'The server limits the number of requests' : problem.title,
        said: wordsOf(response),
        facts: [...(problem.facts ?? []), ...(0,_server_words_js__WEBPACK_IMPORTED_MODULE_1__/* .factsAbout */ .T9)(response)],
        advice: [problem.advice ?? [], page?.advice ?? [], (0,_server_words_js__WEBPACK_IMPORTED_MODULE_1__/* .waitAdvice */ .o1)(response)].flat(),
        also: problem.also,
        request: { text: `${describe(request)}${id}`, url: request.url, layer: 'answer' },
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
    if (response.status === 404 || response.status === 405) {
        return 'endpoint_not_found';
    }
    return wordsOfBody(response).length > 0 ? 'invalid_request' : 'response_invalid';
}
/** Returns the members of a body that is a JSON object, such as OAuth's errors (RFC 6749 section 5.2). */
function errorBody(response) {
    const body = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBody */ .OG)(response);
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(body) ? body : {};
}
/** The error codes that a token endpoint may return (RFC 6749 sections 5.2 and 4.1.2.1; RFC 8707 section 2). */
const OAUTH_ERROR_CODES = [
    'invalid_request',
    'invalid_client',
    'invalid_grant',
    'unauthorized_client',
    'unsupported_grant_type',
    'invalid_scope',
    'access_denied',
    'invalid_target',
];
/** Returns the OAuth error code in a response, wherever it is. */
function oauthErrorOf(response) {
    const words = [...wordsOfBody(response), ...(0,_server_words_js__WEBPACK_IMPORTED_MODULE_1__/* .wordsOfChallenge */ .S)(response.challenge ?? '')];
    return words.flatMap((word) => OAUTH_ERROR_CODES.find((code) => code === word) ?? [])[0];
}
/** Returns the server's words in a body; a successful response without an error has none, and may contain secrets. */
function wordsOfBody(response) {
    const body = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBody */ .OG)(response);
    const isProblem = response.contentType === 'application/problem+json';
    return !isSuccess(response) || isProblem || (0,_server_words_js__WEBPACK_IMPORTED_MODULE_1__/* .isErrorBody */ .HR)(body) ? (0,_server_words_js__WEBPACK_IMPORTED_MODULE_1__/* .wordsIn */ .Hn)(body) : [];
}
/** Returns the server's own words about a failure, raw; undefined for a web page. */
function wordsOf(response) {
    if ((0,_server_words_js__WEBPACK_IMPORTED_MODULE_1__/* .isPage */ .yp)(response)) {
        return undefined;
    }
    const words = wordsOfBody(response);
    if (words.length > 0) {
        return words.join(': ');
    }
    if ((0,_server_words_js__WEBPACK_IMPORTED_MODULE_1__/* .wordsOfChallenge */ .S)(response.challenge ?? '').length > 0) {
        // The whole challenge: a secret with a quotation mark in it can be removed only before the words are read.
        return response.challenge;
    }
    const isText = /^(?:text\/|(?:application\/(?:.+\+)?xml)?$)/.test(response.contentType);
    const isShown = isText && !isSuccess(response) && response.body.trim() !== '' && (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBody */ .OG)(response) === undefined;
    return isShown ? response.body : undefined;
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


/***/ }),

/***/ 743:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ pemOf),
/* harmony export */   v: () => (/* binding */ readBlocks)
/* harmony export */ });
/* harmony import */ var _inputs_content_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3945);

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----/g;
/** The headers of an encrypted key in OpenSSL's older format (RFC 1421 section 4.6). */
const ENCRYPTED = /^\s*Proc-Type:\s*4,\s*ENCRYPTED\s+DEK-Info:\s*([A-Z0-9-]+)\s*,\s*([0-9A-Fa-f]+)\s+([\s\S]*)$/i;
/**
 * Reads the blocks of a PEM text; other text is skipped.
 *
 * OpenSSL rejects what environment variables, JSON and YAML often do to PEM, so that is repaired: lost line ends, `\n` as
 * two characters, indented lines, CRLF.
 *
 * @throws ActionError certificate_unusable for a block without its end
 */
function readBlocks(name, bytes) {
    const text = (0,_inputs_content_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeText */ .g7)(bytes).replace(/\\r\\n|\\n|\\r/g, '\n');
    const blocks = [...text.matchAll(BLOCK)].map(([, label = '', body = '']) => ({ label, pem: repair(label, body) }));
    if ([...text.matchAll(/-----BEGIN [A-Z0-9 ]+-----/g)].length > blocks.length) {
        throw (0,_inputs_content_js__WEBPACK_IMPORTED_MODULE_0__/* .unusableCertificate */ .ho)(name, 'contains a PEM block without its end', 'Copy the whole text again');
    }
    return blocks;
}
/** Writes DER as PEM. */
function pemOf(label, der) {
    return wrap(label, '', der.toString('base64'));
}
function repair(label, body) {
    const [, cipher, iv, rest = body] = ENCRYPTED.exec(body) ?? [];
    const head = cipher === undefined ? '' : `Proc-Type: 4,ENCRYPTED\nDEK-Info: ${cipher},${iv}\n\n`;
    const base64 = rest.replace(/\s+/g, '');
    const isBase64 = /^[A-Za-z0-9+/]+={0,2}$/.test(base64) && base64.length % 4 === 0;
    return isBase64 ? wrap(label, head, base64) : undefined;
}
function wrap(label, head, base64) {
    const lines = base64.replace(/.{64}(?=.)/g, '$&\n');
    return `-----BEGIN ${label}-----\n${head}${lines}\n-----END ${label}-----\n`;
}


/***/ }),

/***/ 9580:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readPrivateKey),
/* harmony export */   T: () => (/* binding */ isPrivateKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _inputs_content_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3945);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8060);
/* harmony import */ var _pem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(743);




/** PEM blocks that are set instead of a private key, and what to do about them. */
const NOT_PRIVATE_KEYS = [
    [/^OPENSSH PRIVATE KEY$/, 'is a key of OpenSSH', 'Convert a copy of it with `ssh-keygen -p -m PEM -f copy`'],
    [/PUBLIC KEY$/, 'is a public key', 'Set the private key that belongs to it'],
    [/CERTIFICATE/, 'contains a certificate and no private key', 'Set the private key that belongs to the certificate'],
];
/** Tells whether the label of a PEM block is that of a private key. */
function isPrivateKey(label) {
    return label.endsWith('PRIVATE KEY');
}
/**
 * Reads a private key: PEM, whose lines are repaired, or DER. The key is masked before anything else uses it.
 *
 * @throws ActionError certificate_unusable
 */
function readPrivateKey(bytes, source, mask) {
    const blocks = (0,_pem_js__WEBPACK_IMPORTED_MODULE_1__/* .readBlocks */ .v)(source.name, bytes);
    const [only, ...others] = blocks.filter(({ label }) => isPrivateKey(label));
    const mistake = NOT_PRIVATE_KEYS.find(([label]) => blocks.some((block) => label.test(block.label)));
    if (mistake !== undefined && (only === undefined || mistake[0].test(only.label))) {
        throw (0,_inputs_content_js__WEBPACK_IMPORTED_MODULE_2__/* .unusableCertificate */ .ho)(source.name, mistake[1], mistake[2]);
    }
    if (others.length > 0) {
        throw (0,_inputs_content_js__WEBPACK_IMPORTED_MODULE_2__/* .unusableCertificate */ .ho)(source.name, `contains ${others.length + 1} private keys`, 'Set only one private key');
    }
    if (only === undefined) {
        // The bytes of the file; the PEM that is made of them below may be encoded differently.
        mask([(0,_pem_js__WEBPACK_IMPORTED_MODULE_1__/* .pemOf */ ._)('PRIVATE KEY', bytes)]);
    }
    const pem = only === undefined ? convertDer(bytes, source) : only.pem;
    if (pem === undefined) {
        throw (0,_inputs_content_js__WEBPACK_IMPORTED_MODULE_2__/* .unusableCertificate */ .ho)(source.name, 'contains a damaged PEM block, whose body is not base64');
    }
    mask([pem]);
    try {
        return { pem, key: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: pem, passphrase: source.password }) };
    }
    catch (error) {
        throw explainKey((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$N)(error), pem, source);
    }
}
/** Converts a key of PKCS#8, PKCS#1 or SEC 1 from DER to PEM; only PKCS#8 can be encrypted. */
function convertDer(bytes, source) {
    for (const type of ['pkcs8', 'pkcs1', 'sec1']) {
        try {
            return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: bytes, format: 'der', type }).export({ type: 'pkcs8', format: 'pem' }).toString();
        }
        catch (error) {
            if (NO_PASSWORD.test((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$N)(error))) {
                return (0,_pem_js__WEBPACK_IMPORTED_MODULE_1__/* .pemOf */ ._)('ENCRYPTED PRIVATE KEY', bytes);
            }
        }
    }
    throw (0,_inputs_content_js__WEBPACK_IMPORTED_MODULE_2__/* .unusableCertificate */ .ho)(source.name, 'contains no private key in PEM or DER');
}
/** The codes of Node for an encrypted key without a password. */
const NO_PASSWORD = /INTERRUPTED_OR_CANCELLED|MISSING_PASSPHRASE/;
/** Explains a code of OpenSSL 3 as Node returns it; only the code tells a missing password from a wrong one. */
function explainKey(code, pem, { name, passwordName, password }) {
    if (password === undefined && (NO_PASSWORD.test(code) || /BAD_DECRYPT/.test(code))) {
        return (0,_inputs_content_js__WEBPACK_IMPORTED_MODULE_2__/* .unusableCertificate */ .ho)(name, 'is an encrypted key, and its password is not set', `Set \`${passwordName}\``);
    }
    if (/EVP_UNSUPPORTED/.test(code)) {
        const recipe = 'Encrypt it again with `openssl pkcs8 -topk8 -in old.pem -out new.pem` of OpenSSL 1, or of OpenSSL 3 with `-provider legacy -provider default`';
        return (0,_inputs_content_js__WEBPACK_IMPORTED_MODULE_2__/* .unusableCertificate */ .ho)(name, 'uses an encryption that OpenSSL 3 no longer supports', recipe);
    }
    // A wrong password can decrypt to garbage, which OpenSSL then reports with any other code.
    return /BAD_DECRYPT|EMPTY_PASSPHRASE/.test(code) || pem.includes('ENCRYPTED')
        ? (0,_inputs_content_js__WEBPACK_IMPORTED_MODULE_2__/* .unusableCertificate */ .ho)(name, `cannot be decrypted: the password in \`${passwordName}\` is wrong`)
        : (0,_inputs_content_js__WEBPACK_IMPORTED_MODULE_2__/* .unusableCertificate */ .ho)(name, `contains no readable private key (${code})`);
}


/***/ }),

/***/ 4777:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $l: () => (/* binding */ nearNames),
/* harmony export */   YC: () => (/* binding */ editDistance),
/* harmony export */   h: () => (/* binding */ suggestion)
/* harmony export */ });
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7540);

/** The most names that an error suggests. */
const SUGGESTIONS = 3;
/** Suggests near names in the words of an error; returns an empty text if there are none. */
function suggestion(text, names) {
    const near = nearNames(text, names);
    return near.length === 0 ? '' : ` (did you mean ${near.map(_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD).join(' or ')}?)`;
}
/** Returns the names that are similar to a text: they differ in case, punctuation, or at most two edits in seven letters. */
function nearNames(text, names) {
    const wanted = lettersOf(text);
    const allowed = Math.max(1, Math.floor((wanted.length * 2) / 7));
    return [...new Set(names)]
        .map((name) => ({ name, distance: editDistance(wanted, lettersOf(name), allowed) }))
        .filter(({ name, distance }) => distance <= allowed || (wanted.length > 3 && lettersOf(name).includes(wanted)))
        .sort((a, b) => a.distance - b.distance)
        .slice(0, SUGGESTIONS)
        .map(({ name }) => name);
}
function lettersOf(text) {
    return text
        .slice(0, 100)
        .toLowerCase()
        .replace(/[\s_.-]/g, '');
}
/**
 * Counts the letters to insert, delete, replace or transpose between two texts, one row of the table at a time. Counts no
 * further as soon as the number is certainly larger than `most`.
 *
 * No letter is edited twice (optimal string alignment), so the last two rows are enough.
 */
function editDistance(a, b, most = Number.POSITIVE_INFINITY) {
    const others = [...b];
    let above = [];
    let row = [...Array(others.length + 1).keys()];
    let previous = '';
    for (const letter of a) {
        [above, row] = [row, nextRow([above, row], [previous, letter], others)];
        previous = letter;
        if (Math.min(...above, ...row) > most) {
            break;
        }
    }
    return row[others.length] ?? 0;
}
/** Computes the row below two rows, for the last two letters of one text and all letters of the other. */
function nextRow([above, row], [previous, letter], others) {
    const next = [(row?.[0] ?? 0) + 1];
    for (const [column, other] of others.entries()) {
        const replaced = (row?.[column] ?? 0) + (letter === other ? 0 : 1);
        const isSwap = letter === others[column - 1] && previous === other;
        const swapped = isSwap ? (above?.[column - 1] ?? 0) + 1 : replaced;
        next.push(Math.min(replaced, swapped, (row?.[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    return next;
}


/***/ }),

/***/ 2357:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ sentenceOf),
/* harmony export */   Ic: () => (/* binding */ describeFailure),
/* harmony export */   eX: () => (/* binding */ TITLES),
/* harmony export */   lZ: () => (/* binding */ ActionError),
/* harmony export */   z6: () => (/* binding */ asActionError)
/* harmony export */ });
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7540);

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

/***/ 4779:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A5: () => (/* binding */ secretsOfTokenInfo),
/* harmony export */   Cj: () => (/* binding */ parsePastedTokenInfo),
/* harmony export */   G_: () => (/* binding */ readTokenInfoFile),
/* harmony export */   Vx: () => (/* binding */ formatTokenInfo),
/* harmony export */   ed: () => (/* binding */ TOKEN_INFO_FILE)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2357);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8060);
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7540);



/** The name of the file in the step's folder; the client may write other files there. */
const TOKEN_INFO_FILE = 'token_info.json';
/** Reads the JSON of a token_info; undefined if the text is not a JSON object. */
function parseTokenInfo(text) {
    try {
        const members = JSON.parse(text);
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(members) ? tokenInfoOf(members) : undefined;
    }
    catch {
        return undefined;
    }
}
/** Reads the text that the platform's web page shows: base64url of the same JSON; undefined for any other text. */
function parsePastedTokenInfo(text) {
    return /^[A-Za-z0-9+/_-]+={0,2}$/.test(text)
        ? parseTokenInfo(Buffer.from(text, 'base64url').toString('utf8'))
        : undefined;
}
/** Lists the secrets of a token_info, which are masked as soon as the file is read. */
function secretsOfTokenInfo(info) {
    const { clientSecret, refreshToken, token } = info;
    return [clientSecret, refreshToken, token].filter((secret) => secret !== undefined);
}
/** Writes a token_info.json that the Python client can read and use for a refresh; the file contains the scope as a list. */
function formatTokenInfo({ clientId, refreshToken, token, scope }) {
    return JSON.stringify({
        client_id: clientId,
        client_secret: refreshToken,
        refresh_token: refreshToken,
        jwt_token: token,
        scope: scope?.split(/\s+/),
    });
}
function tokenInfoOf(members) {
    const text = (value) => (typeof value === 'string' && value !== '' ? value : undefined);
    const scope = members['scope'];
    return {
        clientId: text(members['client_id']),
        clientSecret: text(members['client_secret']),
        refreshToken: text(members['refresh_token']),
        // Older clients wrote the second name, and newer clients prefer the first.
        token: text(members['JWT_TOKEN']) ?? text(members['jwt_token']),
        scope: Array.isArray(scope) && scope.length > 0 ? scope.map(String).join(' ') : text(scope),
    };
}
/** Reads a token_info.json; `who` is the start of a message: the input or variable with the path. @throws ActionError input_invalid */
function readTokenInfoFile(path, who, readFile) {
    const info = parseTokenInfo(readTextFile(path, who, readFile));
    if (info === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('input_invalid', `${who} names a file that is not a token_info.json: its content is not a JSON object.`);
    }
    return info;
}
function readTextFile(path, who, readFile) {
    try {
        return readFile(path);
    }
    catch (cause) {
        const what = `${who} names a file that cannot be read: ${(0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(path)} (${(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .codeOf */ .$N)(cause)})`;
        const advice = 'Relative paths start at the workspace; check that this job has the file';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('input_invalid', what, { cause, advice });
    }
}


/***/ }),

/***/ 1544:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  n7: () => (/* binding */ DEFAULT_SECURITY),
  Vm: () => (/* binding */ contextOf),
  xN: () => (/* binding */ readIdentity),
  KU: () => (/* binding */ securitySecrets)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: external "node:tls"
const external_node_tls_namespaceObject = onFirstUse(() => require("node:tls"));
var external_node_tls_default = /*#__PURE__*/__nccwpck_require__.n(external_node_tls_namespaceObject);
;// CONCATENATED MODULE: ./lib/http/secure-context.js



/** TLS if no input changes it. */
const DEFAULT_SECURITY = { authorities: [], verify: true };
/**
 * Makes a function that returns a TLS context, created on first use: a context with our own roots is expensive.
 *
 * @param extraCaCerts the value of NODE_EXTRA_CA_CERTS
 */
function contextOf(security, extraCaCerts) {
    const { identity, authorities } = security;
    let context;
    return () => {
        context ??= external_node_tls_default().createSecureContext({
            ...credentialsOf(identity),
            // As curl does. Otherwise OpenSSL accepts an authority only if its root is also known. Every root of Node is its own
            // issuer, so nothing changes for these. Without `authorities`, the strict rule applies also to NODE_EXTRA_CA_CERTS and
            // to the chain in a PKCS#12 file. Node 20.18 and 22.9 added the option.
            allowPartialTrustChain: authorities.length > 0,
            ca: rootsOf([...authorities, ...(identity?.form === 'pem' ? identity.authorities : [])], extraCaCerts),
        });
        return context;
    };
}
/** Reads the certificate that TLS presents for an identity. @throws Error of OpenSSL, whose text contains the reason */
function readIdentity(identity) {
    // Without roots, which take time to load.
    const context = external_node_tls_default().createSecureContext({ ...credentialsOf(identity), ca: [] });
    // Not documented, but in Node since version 10; the only other way is our own PKCS#12 reader.
    return new external_node_crypto_.X509Certificate(context.context.getCertificate());
}
function credentialsOf(identity) {
    if (identity === undefined) {
        return {};
    }
    const { passphrase } = identity;
    return identity.form === 'pkcs12'
        ? { pfx: Buffer.from(identity.pkcs12, 'base64'), passphrase }
        : { cert: identity.certificate, key: identity.privateKey, passphrase };
}
/** Adds Node's roots and those of NODE_EXTRA_CA_CERTS to our own, which would replace them otherwise. */
function rootsOf(own, extraCaCerts) {
    return own.length === 0 ? undefined : [...defaultRoots(extraCaCerts), ...own];
}
function defaultRoots(extraCaCerts) {
    // Node 20 does not have this function.
    const all = (external_node_tls_default()).getCACertificates;
    if (all !== undefined) {
        return all('default');
    }
    try {
        return extraCaCerts ? [...(external_node_tls_default()).rootCertificates, (0,external_node_fs_.readFileSync)(extraCaCerts, 'utf8')] : (external_node_tls_default()).rootCertificates;
    }
    catch {
        // Node itself only warns if it cannot read this file.
        return (external_node_tls_default()).rootCertificates;
    }
}
/** Lists the secrets of a client certificate, to be masked before they are saved and after they are restored. */
function securitySecrets({ identity }) {
    if (identity === undefined) {
        return [];
    }
    const { passphrase } = identity;
    const key = identity.form === 'pem' ? identity.privateKey : identity.pkcs12;
    return passphrase ? [key, passphrase] : [key];
}


/***/ }),

/***/ 3945:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fh: () => (/* binding */ isJson),
/* harmony export */   VY: () => (/* binding */ secretsIn),
/* harmony export */   c_: () => (/* binding */ readContent),
/* harmony export */   g7: () => (/* binding */ decodeText),
/* harmony export */   ho: () => (/* binding */ unusableCertificate),
/* harmony export */   pX: () => (/* binding */ isSecretInput)
/* harmony export */ });
/* unused harmony export isContent */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2357);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8060);
/* harmony import */ var _masking_masks_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(368);
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7540);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8075);
/* harmony import */ var _token_parameters_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(8846);






/** Tells whether the value of an input is a secret. */
function isSecretInput(name, value) {
    const { secret } = _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .INPUTS */ .mc[name];
    return secret === true || (secret === 'content' && isContent(value)) || (secret === 'key' && hasPrivateKey(value));
}
/** Base64 that is too long for a path. */
const BASE64 = /^[A-Za-z0-9+/_-]{60,}={0,2}$/;
/**
 * Tells whether the value of an input is the content itself (PEM, JSON or base64) and not the path of a file.
 *
 * In doubt the value is content, since messages may show a path.
 */
function isContent(value) {
    return value.includes('-----BEGIN ') || isJson(value) || decodeBase64(value) !== undefined;
}
function hasPrivateKey(value) {
    return isContent(value) && /PRIVATE KEY-----/.test(value + Buffer.from(compact(value), 'base64').toString('latin1'));
}
/**
 * Reads the bytes of the file at this path, or those of the value itself if it is content; base64 is decoded.
 *
 * @throws ActionError certificate_unusable
 */
function readContent(name, value, readFile) {
    const bytes = isContent(value) ? Buffer.from(value) : readNamedFile(name, value, readFile);
    return decodeBase64(decodeText(bytes)) ?? bytes;
}
/** Decodes base64 of DER, of PEM or of a JWK; returns undefined for any other text. */
function decodeBase64(text) {
    const base64 = compact(text);
    if (!BASE64.test(base64)) {
        return undefined;
    }
    const bytes = Buffer.from(base64, 'base64');
    // DER is a SEQUENCE, so its base64 starts with an M, even if the rest is damaged.
    return base64.startsWith('M') || /^\s*(?:---|\{)/.test(decodeText(bytes)) ? bytes : undefined;
}
/** Tells whether a text looks like a JSON object, such as a JWK. */
function isJson(text) {
    return /^\s*\{/.test(text);
}
/** Decodes UTF-8, or UTF-16 with a byte order mark, which PowerShell writes when it redirects. */
function decodeText(bytes) {
    const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
    return bytes.toString(isUtf16 ? 'utf16le' : 'utf8').replace(/^\ufeff/, '');
}
/** Makes the error for a certificate, key or file that cannot be used; the reason completes "The input `x` …". */
function unusableCertificate(name, reason, advice) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('certificate_unusable', `The input \`${name}\` ${reason}`, { advice });
}
function readNamedFile(name, path, readFile) {
    // A value that does not look like a path may be part of a key.
    const shown = /^[^\r\n]{1,250}\.[A-Za-z0-9]{1,10}$/.test(path) ? ` ${(0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(path)}` : '';
    try {
        return readFile(path);
    }
    catch (error) {
        const forms = name === 'signing_key' ? 'PEM, base64 or a JWK' : 'PEM or base64';
        const reason = `is not ${forms}, and the file${shown} cannot be read (${(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$N)(error)})`;
        throw unusableCertificate(name, reason, 'Relative paths start at the workspace; check that this job has the file');
    }
}
function compact(text) {
    return text.replace(/\\[nr]|\s/g, '');
}
/** Lists every secret value of the inputs, and every `user:password` that an Authorization header would encode. */
function secretsIn(inputs) {
    const values = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .inputNames */ .vj)().flatMap((name) => (inputs[name] === undefined ? [] : [{ name, text: inputs[name] }]));
    const secrets = values.filter(({ name, text }) => isSecretInput(name, text));
    const users = values.filter(({ name }) => name === 'client_id' || name === 'username');
    const pairs = (0,_masking_masks_js__WEBPACK_IMPORTED_MODULE_4__/* .userPasswords */ .my)([...users, ...secrets].map(({ name, text }) => ({ path: [name], text })));
    return [...secrets.map(({ text }) => text), ...pairs, ...(0,_token_parameters_js__WEBPACK_IMPORTED_MODULE_5__/* .secretTokenParameters */ .u)(inputs.token_parameters ?? '')];
}


/***/ }),

/***/ 8075:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   PB: () => (/* binding */ isVerbatimInput),
/* harmony export */   UV: () => (/* binding */ inputValue),
/* harmony export */   Xk: () => (/* binding */ isDefaulted),
/* harmony export */   eh: () => (/* binding */ isSecretName),
/* harmony export */   mc: () => (/* binding */ INPUTS),
/* harmony export */   vj: () => (/* binding */ inputNames)
/* harmony export */ });
/** Every input; action.yml and the README list the same ones. */
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
    token_parameters: {},
    grant_type: {},
    client_authentication: {},
    signing_key: { secret: 'content' },
    signing_key_password: { secret: true, verbatim: true },
    signing_key_id: {},
    assertion_audience: {},
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
/** Lists the names of all inputs. */
function inputNames() {
    return Object.keys(INPUTS).filter((name) => name in INPUTS);
}
/** Tells whether the value of an input is a secret, or may be one. */
function isSecretName(name) {
    const declaration = INPUTS[name];
    return declaration.secret !== undefined;
}
/** Tells whether blanks around the value of an input are part of the value. */
function isVerbatimInput(name) {
    const declaration = INPUTS[name];
    return declaration.verbatim === true;
}
/** Tells whether an input has a default. */
function isDefaulted(name) {
    return 'fallback' in INPUTS[name];
}
/** Returns the value of an input, or its default. */
function inputValue(inputs, name) {
    return inputs[name] ?? INPUTS[name].fallback;
}


/***/ }),

/***/ 8846:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ parseTokenParameters),
/* harmony export */   u: () => (/* binding */ secretTokenParameters)
/* harmony export */ });
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8075);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8708);


/** What to set instead of a parameter that the action sends itself, if that is not the input of the same name. */
const INSTEAD = new Map(Object.entries({
    client_assertion: '`client_authentication`',
    client_assertion_type: '`client_authentication`',
    assertion: '`grant_type: jwt_bearer`',
    subject_token: '`grant_type: token_exchange`',
    subject_token_type: '`grant_type: token_exchange`',
}));
/** Inputs whose names a server may also use for a parameter of its own, with another meaning. */
const OTHER_MEANING = ['tenant', 'project_id', 'organization_id', 'user_id'];
/** Reads the additional parameters of the token request, one `name=value` per line. @throws ActionError input_invalid */
function parseTokenParameters({ token_parameters: text = '' }) {
    return linesOf(text).map(({ number, name, value }) => {
        // The line itself may be a secret, so the message contains only its number.
        if (value === undefined || !/^[A-Za-z0-9_.-]+$/.test(name)) {
            throw (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('token_parameters', `must have one name=value per line, and line ${number} is different`);
        }
        const input = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .inputNames */ .vj)().find((known) => known === name.toLowerCase());
        const own = input === undefined || OTHER_MEANING.includes(input) ? undefined : `\`${input}\``;
        const instead = INSTEAD.get(name.toLowerCase()) ?? own;
        if (instead !== undefined) {
            throw (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('token_parameters', `must not contain \`${name}\` (line ${number})`, `Set ${instead} instead`);
        }
        return [name, value];
    });
}
/** Lists the values whose names say that they are secret. */
function secretTokenParameters(text) {
    const isSecret = (name) => /secret|password|token(?!_type)|key|code|pin|assertion/i.test(name);
    return linesOf(text).flatMap(({ name, value = '' }) => (isSecret(name) ? [value] : []));
}
/** Splits the text into lines that are not blank, at the first `=` of each. */
function linesOf(text) {
    return text.split(/\r\n|\r|\n/).flatMap((line, index) => {
        const [name = '', ...value] = line.split('=');
        const rest = value.length === 0 ? undefined : value.join('=').trim();
        return line.trim() === '' ? [] : [{ number: index + 1, name: name.trim(), value: rest }];
    });
}


/***/ }),

/***/ 8708:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ parseId),
/* harmony export */   Gq: () => (/* binding */ invalid),
/* harmony export */   Gw: () => (/* binding */ parseNames),
/* harmony export */   HU: () => (/* binding */ parseChoice),
/* harmony export */   LO: () => (/* binding */ missing),
/* harmony export */   XT: () => (/* binding */ parseRequired),
/* harmony export */   fL: () => (/* binding */ parseSeconds),
/* harmony export */   hj: () => (/* binding */ conflict),
/* harmony export */   yG: () => (/* binding */ parseBoolean),
/* harmony export */   z2: () => (/* binding */ parseWhole)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2357);
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7540);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8075);



/** Makes the error for an input whose value is rejected; the reason completes "The input `x` …". */
function invalid(name, reason, advice) {
    const title = `The input ${name} is invalid`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('input_invalid', `The input \`${name}\` ${reason}.`, { title, advice });
}
/** What is wrong if the workflow does set the input: its expression was empty. */
const EMPTY = {
    secrets: 'this run has no secret of that name. Check the name, and the `environment` of the job. Runs from forks and by Dependabot cannot read the secrets of the repository, and a reusable workflow needs `secrets: inherit`',
    vars: 'neither the repository, nor its organization, nor the `environment` of the job has a variable of that name',
};
/**
 * Makes the error for inputs that are not set; `what` names them as the subject of the sentence.
 *
 * The runner passes an empty expression and an absent input in the same way (actions/runner ActionManifestManager.cs).
 */
function missing(what, why) {
    const names = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .inputNames */ .vj)().filter((name) => what.includes(`\`${name}\``));
    const context = names.some(_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .isSecretName */ .eh) ? 'secrets' : 'vars';
    const isOne = names.length === 1;
    const expression = (name) => `$\{{ ${context}.${name} }}`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('input_missing', `${what} is required: ${why}.`, {
        title: isOne ? `The input ${names.join()} is missing or empty` : undefined,
        advice: isOne ? `Set \`${names.join()}\` in the \`with:\` of this step` : [],
        also: [`If the step sets it from \`${expression('NAME')}\`, that expression was empty: ${EMPTY[context]}`],
        copy: isOne ? `with:\n  ${names.join()}: ${expression('YOUR_NAME')}` : undefined,
    });
}
/** Makes the error for inputs that exclude each other; a name may include its value, such as `platform: chariot`. */
function conflict(names, why, advice) {
    const quoted = names.map((name) => `\`${name}\``);
    const list = `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('input_conflict', `${list} cannot be combined: ${why}.`, { advice });
}
/** Reads an input that must be set. @throws ActionError input_missing */
function parseRequired(inputs, name, why) {
    const value = inputs[name];
    if (value === undefined) {
        throw missing(`\`${name}\``, why);
    }
    return value;
}
/** Reads `true` or `false` in any of YAML's spellings. @throws ActionError input_invalid */
function parseBoolean(inputs, name) {
    const value = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .inputValue */ .UV)(inputs, name);
    if (!/^(?:true|True|TRUE|false|False|FALSE)$/.test(value)) {
        throw invalid(name, `must be true or false, not ${(0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(value)}`);
    }
    return value.toLowerCase() === 'true';
}
/** Reads one of these values. @throws ActionError input_invalid, which lists the values */
function parseChoice(name, value, choices) {
    const choice = choices.find((known) => known === value);
    if (choice === undefined) {
        throw invalid(name, `must be ${choices.length === 1 ? '' : 'one of '}${choices.join(', ')}, not ${(0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(value)}`);
    }
    return choice;
}
/** Reads a whole number within bounds. @throws ActionError input_invalid */
function parseWhole(name, value, bounds) {
    const [least, most] = bounds;
    if (/^[0-9]{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most) {
        return Number(value);
    }
    throw invalid(name, `must be a whole number from ${least} to ${most}, not ${(0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(value)}`);
}
/** Reads a whole number of seconds, at most a day. @throws ActionError input_invalid */
function parseSeconds(name, value, least) {
    // setTimeout treats more than 2^31 ms as 1 ms; no job runs longer than some days.
    return parseWhole(name, value, [least, 24 * 60 * 60]);
}
/** Reads a list whose items are separated by commas or line ends. */
function parseNames(inputs, name) {
    const words = (inputs[name] ?? '').split(/[,\r\n]/);
    return words.map((word) => word.trim()).filter((word) => word !== '');
}
/**
 * Reads an ID that becomes one segment of a path; the platforms do not document its format.
 *
 * @throws ActionError input_invalid
 */
function parseId(name, value) {
    if (/[/?#\p{Cc}]/u.test(value) || !value.isWellFormed() || /^\.{1,2}$/.test(value)) {
        throw invalid(name, `is not an ID: ${(0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(value)} contains a character that IDs do not contain`);
    }
    return value;
}


/***/ }),

/***/ 8060:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   CD: () => (/* binding */ attempt),
/* harmony export */   Hi: () => (/* binding */ timeIn),
/* harmony export */   OG: () => (/* binding */ parseBody),
/* harmony export */   Tp: () => (/* binding */ parseDocument),
/* harmony export */   Yi: () => (/* binding */ formatMinute),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   u4: () => (/* binding */ isRecord),
/* harmony export */   wf: () => (/* binding */ leavesOf),
/* harmony export */   zj: () => (/* binding */ secondsIn)
/* harmony export */ });
/* unused harmony export isContainer */
const sourceText = JSON;
/**
 * What may be a number that JavaScript writes in another way: with a fraction, an exponent, 16 digits or more, or minus zero.
 *
 * Few short documents have one, and a reviver takes four times as long.
 */
const UNUSUAL_NUMBER = /(?:^|[:,[\s])-?\d*(?:\d[.eE]|\d{16})|-0/;
/** A document with so few characters cannot be nested so deeply that the stack overflows; a reviver rejects such a document. */
const SHORT_DOCUMENT = 2000;
/** More elements than a list of 10 MiB or a value of 1 MiB has: for millions, a reviver needs many seconds and gigabytes. */
const MOST_ELEMENTS = 1_100_000;
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
    if (text.length <= SHORT_DOCUMENT && !UNUSUAL_NUMBER.test(text)) {
        return JSON.parse(text);
    }
    checkElements(text);
    return sourceText.parse(text, (_key, value, context) => typeof value === 'number' && context?.source !== undefined && sourceText.rawJSON !== undefined
        ? sourceText.rawJSON(context.source)
        : value);
}
/** @throws SyntaxError if a document may have too many elements; a comma in a string counts also */
function checkElements(text) {
    if (text.length > MOST_ELEMENTS && text.split(/[,[{]/, MOST_ELEMENTS).length === MOST_ELEMENTS) {
        throw new SyntaxError('too many elements');
    }
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
/** Parses a body of JSON, or of a form, in which some servers return errors; undefined for any other body. Numbers are ordinary ones. */
function parseBody({ body, contentType }) {
    try {
        checkElements(body);
        return JSON.parse(body);
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
    const text = typeof value === 'string' ? value.trim() : isContainer(value) ? '' : JSON.stringify(value);
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
    return attempt(() => (/^\s*[[{"/]/.test(text) ? leaves(parseDocument(text)) : [])) ?? [];
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
/** Returns the result of a step; undefined if it fails and its caller continues without it. */
function attempt(step) {
    try {
        return step();
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 1575:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ov: () => (/* binding */ nameFrom),
/* harmony export */   Uh: () => (/* binding */ nameOfRequest),
/* harmony export */   cG: () => (/* binding */ variableName),
/* harmony export */   nM: () => (/* binding */ selectorText)
/* harmony export */ });
/** Makes the variable for a text: `db-password` becomes DB_PASSWORD, `2fa` becomes _2FA. */
function variableName(text) {
    const name = inVariable(text);
    return /^[0-9]/.test(name) ? `_${name}` : name;
}
/** Makes the names of a request that has one result; others have no names before their values are known. */
function nameOfRequest(request) {
    return nameFrom(request, { text: selectorText(request), starred: undefined, path: [], who: `line ${request.line}` });
}
/** The text of a selector, without quotes and without `.*`. */
function selectorText({ selector, field }) {
    return field === undefined ? selector : `${selector}.${field}`;
}
/** Makes names from the target of a line, or without a target from the text that names the value. */
function nameFrom({ target }, { text, starred, path, who }) {
    if (target === undefined) {
        const variable = [variableName(text), ...path.map(inVariable)].join('_');
        return { variable, output: [text, ...path].map(inOutput).join('-'), chosen: false, who };
    }
    if (!target.endsWith('*')) {
        return { variable: target, output: target, chosen: true, who };
    }
    const matched = [...(starred === undefined ? [] : [starred]), ...path].map(inVariable).join('_');
    const name = target === '*' ? variableName(matched) : `${target.slice(0, -1)}${matched}`;
    return { variable: name, output: name, chosen: false, who };
}
function inVariable(text) {
    return text.replace(/[^A-Za-z0-9_]/g, '_').toUpperCase();
}
function inOutput(text) {
    return text.replace(/[^A-Za-z0-9_-]/g, '-');
}


/***/ }),

/***/ 158:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ku: () => (/* binding */ firstOf),
/* harmony export */   Qn: () => (/* binding */ TARGET),
/* harmony export */   S3: () => (/* binding */ itemsOf),
/* harmony export */   Tz: () => (/* binding */ UPPER_TARGET),
/* harmony export */   XE: () => (/* binding */ isSameWord),
/* harmony export */   XT: () => (/* binding */ writeRequest),
/* harmony export */   Y$: () => (/* binding */ targetsFor),
/* harmony export */   f5: () => (/* binding */ isQuoted),
/* harmony export */   i2: () => (/* binding */ LONGEST_LINE),
/* harmony export */   l0: () => (/* binding */ shareTarget),
/* harmony export */   mD: () => (/* binding */ readPipes),
/* harmony export */   pS: () => (/* binding */ readWord),
/* harmony export */   pw: () => (/* binding */ splitsOf),
/* harmony export */   zB: () => (/* binding */ writeSelector)
/* harmony export */ });
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7540);

/** The longest line that is compared with other notations: some of the work grows with the square of its length. */
const LONGEST_LINE = 1000;
/** A target as authors usually write it; a text in lower case is more likely a word of a name. */
const UPPER_TARGET = /^[A-Z_][A-Z0-9_]*\*?(?:@[a-z-]+)?$|^@[a-z-]+$/;
/** A target in either case, or a decoding. */
const TARGET = /^[A-Z_]\w*\*?(?:@[a-z-]+)?$|^@[a-z-]+$/i;
/** The signs of other notations. The signs that are least likely inside a name are first. */
const SIGNS = [
    ['=>', true],
    ['->', true],
    [':', true],
    ['=', false],
    [' ', true],
    ['\t', true],
];
/** A name that needs no quotes: no sign of the grammar, and not the form of a key, which is not looked up as a name. */
const BARE_NAME = /^(?!secret\/|["#])(?:[^|;*](?!\s#))*(?<![?\s])$/u;
const QUOTED = /^"((?:[^"\\]|\\.)*)"$|^'([^']*)'$/;
/** Characters that a message cannot contain unchanged; see `isOneLine`. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\s|(?<= ) |(?<=:):|(?<=#)#/gu;
/** Writes a name as a selector: as it is, or as a JSON string that has no unsafe characters. */
function writeSelector(name) {
    return BARE_NAME.test(name) && (0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .isOneLine */ .Pf)(name) ? name : JSON.stringify(name).replace(UNSAFE, escapeUnits);
}
function escapeUnits(text) {
    return text.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
/** Writes a request from its parts. */
function writeRequest({ text, optional }, { decodings, target }) {
    return [`${text}${optional ? '?' : ''}`, ...decodings, ...(target === undefined ? [] : [target])].join(' | ');
}
/** Reads what follows the first bar of a line. */
function readPipes(words) {
    const isDecoding = (word) => word === 'base64' || word === 'hex';
    return { decodings: words.filter(isDecoding), target: words.find((word) => !isDecoding(word)) };
}
/** Removes a NAME if more than one line would have it. */
function shareTarget({ decodings, target }, lines) {
    return { decodings, target: lines === 1 || target?.startsWith('@') === true ? target : undefined };
}
/** Lists the targets that a part can mean, the most likely first: as it is, a sink, with a star, or as a variable. */
function targetsFor(part) {
    if (part === '') {
        return [undefined];
    }
    const variable = part.replace(/[.-]/g, '_').toUpperCase();
    return /^[\w.@*-]+$/.test(part) ? [part, `@${part}`, `${part}_*`, variable, `${variable}_*`] : [];
}
/** Tells whether two texts differ only in case, blanks and punctuation. */
function isSameWord(a, b) {
    const letters = (word) => word.toLowerCase().replace(/[\s_.-]/g, '');
    return letters(a) === letters(b);
}
/** Removes the question mark at the end of a part, and quotes of either kind around the part. */
function readWord(written) {
    const trimmed = written.trim();
    const optional = trimmed.endsWith('?');
    return { text: unquote(optional ? trimmed.slice(0, -1).trim() : trimmed), optional };
}
/** Tells whether a part is in quotes of either kind, perhaps before a question mark. */
function isQuoted(written) {
    return QUOTED.test(written.replace(/\s*\?$/, ''));
}
function unquote(text) {
    const inner = QUOTED.exec(text);
    if (inner === null) {
        return text;
    }
    try {
        const name = JSON.parse(text);
        return String(name);
    }
    catch {
        return inner[1] ?? inner[2] ?? text;
    }
}
/** Reads a list: commas, perhaps in brackets, or a dash or `export` before one item; undefined for any other text. */
function itemsOf(text) {
    const undashed = text.replace(/^(?:-|export)\s+/, '');
    const list = /^\[(.*)\]$/.exec(undashed)?.[1] ?? undashed;
    const items = [...list.matchAll(/\s*("(?:[^"\\]|\\.)*"|'[^']*'|[^,]+)\s*(?:,|$)/g)].flatMap(([, item = '']) => item.trim() === '' ? [] : [item.trim()]);
    return list === text && !text.includes(',') ? undefined : items;
}
/** Splits a text at the first and the last place of each sign. */
function splitsOf(text) {
    return SIGNS.flatMap(([sign, nameFirst]) => [...new Set([text.indexOf(sign), text.lastIndexOf(sign)])]
        .filter((at) => at > 0)
        .map((at) => {
        const parts = [text.slice(0, at).trim(), text.slice(at + sign.length).trim()];
        return { parts, sign, whole: text, nameFirst };
    }));
}
/** Returns the first result that is not undefined. */
function firstOf(items, attempt) {
    for (const item of items) {
        const result = attempt(item);
        if (result !== undefined) {
            return result;
        }
    }
    return undefined;
}


/***/ }),

/***/ 4651:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  q: () => (/* binding */ parseSecretRequests)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(2357);
// EXTERNAL MODULE: ./lib/untrusted-text.js
var untrusted_text = __nccwpck_require__(7540);
// EXTERNAL MODULE: ./lib/language/rewrite.js
var rewrite = __nccwpck_require__(3359);
// EXTERNAL MODULE: ./lib/language/scanner.js
var language_scanner = __nccwpck_require__(1209);
;// CONCATENATED MODULE: ./lib/language/selector.js

/** A quoted name is a JSON string, so that it can contain every character. */
const QUOTED = /"(?:[^"\\]|\\.)*"/y;
/** A text up to `|`, `;` or a comment; `#` starts a comment at the start of a line or after a blank. */
const WORD = /(?:[^|;\s]|[^\S\n]+(?![\s#|;]|$))*/y;
/** Parses a selector at the current place, with the `?` after it. @throws ActionError input_invalid */
function parseSelector(scanner) {
    const start = scanner.at;
    const selector = scanner.text[start] === '"' ? parseQuoted(scanner) : undefined;
    const word = (0,language_scanner/* scan */.SQ)(scanner, WORD);
    const optional = word.endsWith('?');
    const whole = (optional ? word.slice(0, -1) : word).trimEnd();
    const allFields = whole.endsWith('.*');
    const rest = allFields ? whole.slice(0, -2) : whole;
    if (selector === undefined) {
        if (rest === '') {
            throw (0,language_scanner/* problem */.CC)(scanner, start, 'the name of a Secret is missing here');
        }
        return { selector: rest, quoted: false, field: undefined, allFields, optional };
    }
    const after = scanner.at - word.trimStart().length;
    if (rest !== '' && !/^\../.test(rest)) {
        throw (0,language_scanner/* problem */.CC)(scanner, after, 'after a quoted name, only ".field", ".*", "?", "|", ";" or a comment is allowed');
    }
    if (rest.includes('*')) {
        throw (0,language_scanner/* problem */.CC)(scanner, after, 'the name of a field cannot contain *; write ".*" for every field');
    }
    return { selector, quoted: true, field: rest === '' ? undefined : rest.slice(1), allFields, optional };
}
function parseQuoted(scanner) {
    const start = scanner.at;
    const text = (0,language_scanner/* scan */.SQ)(scanner, QUOTED);
    if (text === '') {
        throw (0,language_scanner/* problem */.CC)(scanner, start, 'the closing quote is missing');
    }
    try {
        const name = JSON.parse(text);
        if (typeof name === 'string' && name !== '') {
            return name;
        }
    }
    catch {
        throw (0,language_scanner/* problem */.CC)(scanner, start, 'a quoted name is a JSON string: write a backslash as \\\\ and a quote as \\"');
    }
    throw (0,language_scanner/* problem */.CC)(scanner, start, 'the name is empty');
}

// EXTERNAL MODULE: ./lib/language/stars.js
var stars = __nccwpck_require__(5690);
// EXTERNAL MODULE: ./lib/language/target.js
var language_target = __nccwpck_require__(9642);
;// CONCATENATED MODULE: ./lib/language/request.js







const BLANKS = /[\s;]*/y;
const SPACE = /\s*/y;
const DECODINGS = ['base64', 'hex'];
/**
 * Parses the `secrets` input: one request per line or `;`.
 *
 *     line     = selector [ "?" ] { "|" decode } [ "|" target ]
 *     selector = name | "quoted name" | id | key, each perhaps with ".field" or ".*"
 *     target   = NAME | NAME_* | * | [ NAME | NAME_* | * ] ( "@file" | "@dotenv" | "@env-file" ) | "@docker" | "@aws"
 *
 * @throws ActionError input_invalid, with line, column, and the line itself
 */
function parseSecretRequests(text) {
    return text.split(/\r\n|\r|\n/).flatMap((line, index) => {
        try {
            return parseLine({ text: line, line: index + 1, at: 0 });
        }
        catch (error) {
            throw error instanceof errors/* ActionError */.lZ ? withRewrite(error, line, index + 1) : error;
        }
    });
}
const request_rewrite = (0,rewrite/* createRewriter */.L)((line) => {
    try {
        return parseLine({ text: line, line: 1, at: 0 }).length === 1;
    }
    catch {
        return false;
    }
});
/** Adds the line to write, if the parts of the line parse in another order, or without quotes and commas. */
function withRewrite(error, text, line) {
    const lines = request_rewrite(text);
    const { code, message, excerpt, title } = error;
    const result = { line, text: text.trim(), result: 'wrong notation', isWrong: true, instead: lines ?? [] };
    return lines === undefined
        ? error
        : new errors/* ActionError */.lZ(code, message, { excerpt, title, advice: (0,untrusted_text/* capitalized */.l2)((0,rewrite/* writeThese */.x)(lines)), lines: [result] });
}
function parseLine(scanner) {
    const requests = [];
    for ((0,language_scanner/* scan */.SQ)(scanner, BLANKS); !(0,language_scanner/* isDone */.$L)(scanner); (0,language_scanner/* scan */.SQ)(scanner, BLANKS)) {
        const start = scanner.at;
        const selector = parseSelector(scanner);
        const pipes = parsePipes(scanner);
        const text = scanner.text.slice(start, scanner.at).trim();
        const request = { ...selector, ...pipes, line: scanner.line, text };
        (0,stars/* checkStars */.Uh)(request, (what) => (0,language_scanner/* problem */.CC)(scanner, start, what));
        requests.push(request);
    }
    return requests;
}
function parsePipes(scanner) {
    const decodings = [];
    (0,language_scanner/* scan */.SQ)(scanner, SPACE);
    while (scanner.text[scanner.at] === '|') {
        scanner.at += 1;
        (0,language_scanner/* scan */.SQ)(scanner, SPACE);
        const start = scanner.at;
        const word = (0,language_scanner/* isDone */.$L)(scanner) ? '' : (0,language_scanner/* scan */.SQ)(scanner, WORD);
        (0,language_scanner/* scan */.SQ)(scanner, SPACE);
        const decoding = DECODINGS.find((known) => known === word);
        if (decoding !== undefined) {
            decodings.push(decoding);
        }
        else {
            const target = (0,language_target/* parseTarget */.h)(word, scanner, start);
            if (scanner.text[scanner.at] === '|') {
                throw (0,language_scanner/* problem */.CC)(scanner, scanner.at, `nothing is allowed after the target; write decodings (${DECODINGS.join(', ')}) before it`);
            }
            return { decodings, ...target };
        }
    }
    return { decodings, target: undefined, sink: undefined };
}


/***/ }),

/***/ 3359:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ createRewriter),
/* harmony export */   x: () => (/* binding */ writeThese)
/* harmony export */ });
/* harmony import */ var _notation_parts_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(158);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9642);


/** A quoted text at the start of a word, a comment, the end of a request, or any other character. */
const TOKEN = /(?<![^\s;,|=:>[])"(?:[^"\\]|\\.)*"|(?<comment>(?<![^\s;])#.*)|[;|]|[\s\S]/gu;
/** A part that authors write in this case is a target, not the name of a Secret. */
const isUpper = (text) => text === text.toUpperCase();
/**
 * Creates a function that rewrites a line that does not parse: its parts in another order, or without quotes and commas.
 *
 * The function returns one line for each request that does not parse, or undefined if it cannot rewrite all of them.
 */
function createRewriter(parses) {
    return (lineText) => {
        const wrong = lineText.length > _notation_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .LONGEST_LINE */ .i2 ? [] : requestsIn(lineText).filter((words) => !parses(words.join('|')));
        const lines = wrong.flatMap((words) => rewrite(words, parses) ?? [undefined]);
        const known = lines.filter((line) => line !== undefined);
        return known.length === 0 || known.length < lines.length ? undefined : known;
    };
}
/** Splits a line into requests, and each request at its bars. */
function requestsIn(lineText) {
    const requests = [['']];
    for (const { 0: token, groups } of lineText.matchAll(TOKEN)) {
        const words = requests.at(-1) ?? [];
        if (token === ';') {
            requests.push(['']);
        }
        else if (token === '|') {
            words.push('');
        }
        else if (groups?.['comment'] === undefined) {
            words.push(`${words.pop() ?? ''}${token}`);
        }
    }
    return requests.map((words) => words.map((word) => word.trim())).filter((words) => words.join('') !== '');
}
function rewrite(words, parses) {
    const valid = (lines) => (lines.length > 0 && lines.every(parses) ? [...lines] : undefined);
    const attempts = [listLines, paired, withBars, reordered, unquoted];
    return (0,_notation_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .firstOf */ .Ku)(attempts, (attempt) => (0,_notation_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .firstOf */ .Ku)(attempt(words), valid));
}
/** Rewrites `"a", "b"`. */
function listLines([head = '', ...words]) {
    const items = (0,_notation_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .itemsOf */ .S3)(head) ?? [];
    const pipes = (0,_notation_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .shareTarget */ .l0)((0,_notation_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .readPipes */ .mD)(words), items.length);
    return [items.map((item) => (0,_notation_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .writeRequest */ .XT)({ ...(0,_notation_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .readWord */ .pS)(item), text: selectorOf(item) }, pipes))];
}
/** Rewrites `NAME | name`, `name | "NAME"` and `name | NAME | base64`. */
function reordered(words) {
    const { decodings } = (0,_notation_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .readPipes */ .mD)(words);
    const [first, second, ...others] = words.filter((word) => !decodings.includes(word));
    if (first === undefined || second === undefined || others.length > 0) {
        return [];
    }
    const forward = [first, second];
    const backward = [(0,_notation_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .isQuoted */ .f5)(second) ? selectorOf(second) : second, first];
    return (isReversible(first, second) ? [forward, backward] : [forward]).map(([name, target]) => [
        [name, ...decodings, (0,_notation_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .readWord */ .pS)(target.replace(/,$/, '')).text].join(' | '),
    ]);
}
/** Rewrites `name | base64 -> NAME`. */
function withBars(words) {
    const text = words.join(' | ');
    return /[-=]>/.test(text) ? [[text.replace(/\s*[-=]>\s*/g, ' | ')]] : [];
}
/** Tells whether the second word is more likely the name: `apikey | MY-NAME` and `ghcr | docker` are not reversed. */
function isReversible(first, second) {
    return !second.includes('@') && (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .correctionFor */ .A)(second) === undefined && (isUpper(first) || !isUpper(second));
}
/** Rewrites `"name" -> NAME` and `"NAME": "name"`. */
function paired([head = '', ...words]) {
    if (words.length > 0 || !head.startsWith('"')) {
        return [];
    }
    return (0,_notation_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .splitsOf */ .pw)(head).flatMap(({ parts: [left, right], sign, nameFirst }) => {
        const [name, other] = nameFirst ? [left, right] : [right, left];
        const target = (0,_notation_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .readWord */ .pS)(other).text;
        const isClear = /\S/.test(sign) || (isUpper(target) && !target.includes('"'));
        const lines = [
            [selectorOf(name), target],
            ...(isReversible((0,_notation_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .readWord */ .pS)(name).text, target) ? [[selectorOf(other), (0,_notation_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .readWord */ .pS)(name).text]] : []),
        ];
        return isClear ? lines.map((line) => [line.join(' | ')]) : [];
    });
}
/** Rewrites a name with a quote that is not closed, or with a quoted text that is not JSON. */
function unquoted([head = '', ...words]) {
    const inner = /^"([^"]+)"?$/.exec(head)?.[1]?.trim() ?? '';
    return inner === '' ? [] : [[[(0,_notation_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .writeSelector */ .zB)(inner), ...words].join(' | ')]];
}
/** Writes the name in a part: a name that needs no quotes has none. */
function selectorOf(written) {
    const { text } = (0,_notation_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .readWord */ .pS)(written);
    return text.includes('*') ? text : (0,_notation_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .writeSelector */ .zB)(text);
}
/** Tells an author which lines to write. */
function writeThese(lines) {
    const shown = lines.map((line) => `\`${line}\``);
    const last = shown.at(-1);
    return shown.length === 1 ? `write ${last}` : `write one line each: ${shown.slice(0, -1).join(', ')} and ${last}`;
}


/***/ }),

/***/ 1209:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $L: () => (/* binding */ isDone),
/* harmony export */   CC: () => (/* binding */ problem),
/* harmony export */   SQ: () => (/* binding */ scan)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2357);

/** Tells whether a comment or the end of the line is reached; a `#` starts a comment only after a blank or a semicolon. */
function isDone({ text, at }) {
    return at >= text.length || (text[at] === '#' && (at === 0 || /[\s;]/.test(text.charAt(at - 1))));
}
/** Reads what a sticky pattern matches at the current place; the text may be empty. */
function scan(scanner, pattern) {
    pattern.lastIndex = scanner.at;
    const found = pattern.exec(scanner.text)?.[0] ?? '';
    scanner.at += found.length;
    return found;
}
/** The longest line that an error shows. A part of a longer line could be a part of a secret, and no mask hides that. */
const LONGEST_SHOWN = 120;
/** Makes the error for a place in the line, which its excerpt shows with a caret. */
function problem(scanner, at, what) {
    // In a log, `##[` starts a command anywhere in a line, and `::` at its start. The length stays, for the caret.
    const line = scanner.text
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
        .replaceAll('##[', '# [')
        .replaceAll('::', ': ');
    const { length } = [...line.slice(0, at)];
    const message = `\`secrets\`, line ${scanner.line}, column ${length + 1}: ${what}`;
    const excerpt = line.length > LONGEST_SHOWN ? undefined : `${line}\n${' '.repeat(length)}^`;
    const title = 'A line of the input secrets is invalid';
    const advice = 'Correct this line. docs/secrets.md describes what a line can contain';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('input_invalid', message, { excerpt, title, advice });
}


/***/ }),

/***/ 5690:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Aj: () => (/* binding */ hasOneResult),
/* harmony export */   C1: () => (/* binding */ serverNames),
/* harmony export */   GM: () => (/* binding */ onlyServerNames),
/* harmony export */   Pt: () => (/* binding */ isPattern),
/* harmony export */   Uh: () => (/* binding */ checkStars),
/* harmony export */   Xk: () => (/* binding */ isListing),
/* harmony export */   aJ: () => (/* binding */ fileTarget)
/* harmony export */ });
/** Whether `*` in the name makes a selector a pattern, which can match many Secrets. */
function isPattern({ quoted, selector }) {
    return !quoted && selector.includes('*');
}
/** Whether a line has exactly one result, so that its names are known before any request. */
function hasOneResult(selection) {
    return !selection.allFields && !isPattern(selection);
}
/** Writes the target with which a line writes its values to files. */
function fileTarget(selection) {
    if (hasOneResult(selection)) {
        return 'NAME@file';
    }
    return starsInName(selection) > 1 ? '@file' : 'NAME_*@file';
}
function starsInName({ selector, quoted }) {
    return quoted ? 0 : selector.split('*').length - 1;
}
/** Checks that the stars of a target and those of its selector belong together. @throws the error that `problem` makes */
function checkStars(selection, problem) {
    const { allFields, target, sink } = selection;
    if (allFields && (sink === 'docker' || sink === 'aws')) {
        throw problem(`@${sink} reads the fields itself: remove the ".*"`);
    }
    if (target === undefined) {
        return;
    }
    if (!target.endsWith('*')) {
        if (!hasOneResult(selection)) {
            throw problem('a line with * can have many results: end its target with *, or omit the target');
        }
    }
    else if (hasOneResult(selection)) {
        throw problem('a target with * requires a * before the bar, outside quotes; for every field, write ".*" after the name');
    }
    else if (starsInName(selection) > 1) {
        throw problem('a target with * requires at most one * in the name');
    }
}
/** Whether a line is a `*` in a plan, which only lists what is there. */
function isListing({ selector, quoted, allFields, decodings, target, sink }, plan) {
    const isBare = selector === '*' && !quoted && !allFields && decodings.length === 0;
    return plan && isBare && target === undefined && sink === undefined;
}
/**
 * Whether names of a line come only from the server: no character of its variables is in the line.
 *
 * A person who may rename a Secret could then set any variable of later steps. The target `*` accepts that.
 */
function serverNames(selection, { exportEnv, plan }) {
    const { selector, target, sink } = selection;
    const setsNames = sink === 'dotenv' || sink === 'env-file' || (exportEnv && sink !== 'docker' && sink !== 'aws');
    if (!setsNames || plan || hasOneResult(selection)) {
        return 'none';
    }
    if (target === '*') {
        return 'accepted';
    }
    return target === undefined && isPattern(selection) && /^\**$/.test(selector) ? 'rejected' : 'none';
}
/** Shows such a line with a prefix, and with the target that accepts the names. */
function onlyServerNames({ allFields, optional, decodings, sink }) {
    const selector = `*${allFields ? '.*' : ''}${optional ? '?' : ''}`;
    const write = (name) => `\`${[selector, ...decodings, `${name}${sink === undefined ? '' : `@${sink}`}`].join(' | ')}\``;
    return `Write a prefix: ${write('APP_*')}. To accept the names of the server unchanged, write ${write('*')}`;
}


/***/ }),

/***/ 8120:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ takesOver),
/* harmony export */   u: () => (/* binding */ isKeptByRunner)
/* harmony export */ });
/** Variables that the runner reserves: it drops or overwrites the value of an action, except for GITHUB_TOKEN. */
const KEPT_BY_RUNNER = /^(?:NODE_OPTIONS|GITHUB_(?!TOKEN$).*|RUNNER_.*)$/;
/**
 * Variables that change which program a later step runs, what the program loads and trusts, and where it sends data.
 *
 * A person who may rename a Secret on the server must not be able to take over the job.
 */
const TAKES_OVER = new Set([
    'PATH PATHEXT HOME SHELL COMSPEC SYSTEMROOT WINDIR USERPROFILE CI ACT IFS ENV PS0 PS1 PS2 PS3 PS4 CDPATH TMPDIR TEMP TMP',
    'PROMPT_COMMAND SHELLOPTS BASHOPTS ZDOTDIR PSMODULEPATH EDITOR VISUAL PAGER BROWSER LESSOPEN LESSCLOSE GCONV_PATH',
    'GLIBC_TUNABLES LOCPATH VIRTUAL_ENV PERLLIB RUBYOPT RUBYLIB GEM_HOME GEM_PATH BUNDLE_GEMFILE BUNDLE_PATH PHPRC',
    'PHP_INI_SCAN_DIR CLASSPATH JAVA_HOME JAVA_OPTIONS JAVA_TOOL_OPTIONS _JAVA_OPTIONS JDK_JAVA_OPTIONS MAVEN_OPTS',
    'MAVEN_ARGS GRADLE_OPTS GRADLE_USER_HOME DOTNET_STARTUP_HOOKS GOFLAGS GOPROXY GOENV GOROOT GOPATH GOTOOLCHAIN GOSUMDB',
    'GONOSUMDB GOINSECURE CARGO_HOME RUSTFLAGS CC CXX CFLAGS LDFLAGS MAKEFLAGS MAKEFILES SSH_ASKPASS SSH_AUTH_SOCK KUBECONFIG',
    'DOCKER_CONFIG DOCKER_HOST DOCKER_CONTEXT DOCKER_CERT_PATH REGISTRY_AUTH_FILE HELM_PLUGINS AWS_CONFIG_FILE AWS_CA_BUNDLE PROXY CURL_HOME',
    'CURL_CA_BUNDLE REQUESTS_CA_BUNDLE SSLKEYLOGFILE AWS_SHARED_CREDENTIALS_FILE GNUMAKEFLAGS WGETRC FPATH CPATH',
    'C_INCLUDE_PATH CPLUS_INCLUDE_PATH LIBRARY_PATH DOTNET_ROOT COMPOSER_HOME',
    'DOTNET_ADDITIONAL_DEPS DOTNET_SHARED_STORE GNUPGHOME SUDO_ASKPASS HOSTALIASES GOPRIVATE GONOPROXY GOBIN AR',
    'CPP MANPAGER SYSTEMD_PAGER INPUTRC TERMINFO M2_HOME YARN_RC_FILENAME YARN_YARN_PATH UV_FIND_LINKS UV_CONFIG_FILE',
    'GOAUTH RSYNC_RSH SVN_SSH CVS_RSH VIMINIT EXINIT KUBECTL_EXTERNAL_DIFF TF_REATTACH_PROVIDERS CXXFLAGS CPPFLAGS FFLAGS CL',
    '_CL_ R_LIBS JULIA_LOAD_PATH OCAMLPATH GTK_MODULES QT_PLUGIN_PATH PYTEST_ADDOPTS PYTEST_PLUGINS RAKEOPT',
    'JRUBY_OPTS SBT_OPTS ANT_OPTS CONTAINER_HOST BUILDKIT_HOST CONTAINERS_CONF DOCKER_AUTH_CONFIG COMPOSE_FILE',
    'YARN_NPM_REGISTRY_SERVER TWINE_REPOSITORY_URL AWS_PROFILE AWS_DEFAULT_PROFILE AWS_CONTAINER_CREDENTIALS_FULL_URI',
    'TAR_OPTIONS ZIPOPT GOCACHEPROG CARGO_ENCODED_RUSTFLAGS GCC_EXEC_PREFIX COMPILER_PATH RM LD AS YACC CLOUDSDK_PYTHON',
    'GOOGLE_APPLICATION_CREDENTIALS CLOUDSDK_CONFIG VAULT_ADDR GH_HOST HELM_REPOSITORY_CONFIG',
].flatMap((names) => names.split(' ')));
/** The prefixes of whole families of such variables, as one pattern: each name is tested several times. */
const TAKES_OVER_PREFIX = new RegExp(`^(?:${[
    'LD_ DYLD_ BASH_ XDG_CONFIG_ XDG_DATA_ NODE_ NPM_CONFIG_ PYTHON PIP_ UV_INDEX UV_DEFAULT_INDEX UV_EXTRA_INDEX BUN_ DENO_',
    'PERL5 LUA_ COR_ CORECLR_ MSBUILD CARGO_BUILD_ CARGO_TARGET_ RUSTC RUSTDOC RUSTUP_ CGO_ CMAKE_ PKG_CONFIG ERL_ R_PROFILE',
    'R_ENVIRON ANSIBLE_ GIT_ DOCKER_TLS TF_CLI_ AWS_ENDPOINT_URL SSL_CERT_ OPENSSL_ GITHUB_ RUNNER_ ACTIONS_ INPUT_',
]
    .flatMap((prefixes) => prefixes.split(' '))
    .join('|')})`);
/** Tells whether a variable changes how later steps run. */
function takesOver(variable) {
    const name = variable.toUpperCase();
    return TAKES_OVER.has(name) || name.endsWith('_PROXY') || TAKES_OVER_PREFIX.test(name);
}
/** Tells whether the runner hides a variable from later steps. */
function isKeptByRunner(variable) {
    return KEPT_BY_RUNNER.test(variable.toUpperCase());
}


/***/ }),

/***/ 2837:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EF: () => (/* binding */ takenNames),
/* harmony export */   LN: () => (/* binding */ checkNames),
/* harmony export */   RA: () => (/* binding */ claimNames),
/* harmony export */   hI: () => (/* binding */ checkRequests)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2357);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1575);
/* harmony import */ var _stars_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5690);
/* harmony import */ var _steering_variables_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8120);




/** Outputs that the action itself sets, in this version or in a later one. */
const OWN_OUTPUTS = [
    ...['bearer_token', 'token_type', 'expires_in', 'expires_at', 'claims', 'user', 'secrets', 'docker_config', 'dotenv'],
    ...['env_file', 'namespace', 'all_acl_subjects', 'all_owner_acl_subjects', 'token_info', 'error_code'],
];
/** The variables of `@docker`, for any Secret. */
const DOCKER_VARIABLES = ['DOCKER_CONFIG', 'REGISTRY_AUTH_FILE'];
/** The kinds of names that a result needs: for its own name, and for each name that its value adds. */
const KINDS = {
    plain: { own: ['output', 'variable'], part: [] },
    file: { own: ['variable', 'output', 'file'], part: [] },
    dotenv: { own: ['line of @dotenv'], part: [] },
    'env-file': { own: ['line of @env-file'], part: [] },
    aws: { own: [], part: ['variable', 'output'] },
    docker: { own: [], part: ['registry'] },
};
/** The variables that every `@aws` sets; the value decides about others. */
const AWS_VARIABLES = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];
/** On Windows, programs that open such a file open a device instead, in every folder. */
const WINDOWS_DEVICE = /^(?:CON|PRN|AUX|NUL|COM\d|LPT\d)$/i;
/** Lists the names that are used before the first Secret. */
function takenNames({ exportEnv, tokenVariable, secretRequests }) {
    const taken = { by: new Map(), exportEnv };
    for (const name of OWN_OUTPUTS) {
        register(taken, 'output', { name, who: 'the action itself' });
    }
    if (tokenVariable !== undefined) {
        register(taken, 'variable', { name: tokenVariable, who: 'the token' });
    }
    for (const name of secretRequests.some(({ sink }) => sink === 'docker') ? DOCKER_VARIABLES : []) {
        register(taken, 'variable', { name, who: '@docker' });
    }
    return taken;
}
/**
 * Claims every name that a result needs.
 *
 * @throws ActionError name_refused, name_conflict
 */
function claimNames(taken, { sink, name, parts }) {
    const kinds = KINDS[sink ?? 'plain'];
    const ofParts = parts.flatMap((part) => kinds.part.map((kind) => [kind, part]));
    for (const [kind, of] of [...kinds.own.map((kind) => [kind, name]), ...ofParts]) {
        claim(taken, kind, of);
    }
}
/** Checks the names of all lines that have one result, before any request is sent. @throws as `claimNames` */
function checkRequests(settings) {
    const rejected = settings.secretRequests.find((request) => (0,_stars_js__WEBPACK_IMPORTED_MODULE_0__/* .serverNames */ .C1)(request, settings) === 'rejected');
    if (rejected !== undefined) {
        const why = 'the names of its variables would come only from the server';
        throw refused(`line ${rejected.line}`, why, (0,_stars_js__WEBPACK_IMPORTED_MODULE_0__/* .onlyServerNames */ .GM)(rejected));
    }
    const single = settings.secretRequests.filter(_stars_js__WEBPACK_IMPORTED_MODULE_0__/* .hasOneResult */ .Aj);
    checkNames(single.map((request) => ({ sink: request.sink, name: (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOfRequest */ .Uh)(request) })), settings);
}
/** Checks names before their values are known. @throws as `claimNames` */
function checkNames(results, settings) {
    const taken = takenNames(settings);
    for (const { sink, name } of results) {
        const aws = AWS_VARIABLES.map((variable) => ({ ...name, variable, output: variable }));
        // Only the value decides which registries @docker claims.
        claimNames(taken, { sink, name, parts: sink === 'aws' ? aws : [] });
    }
}
/** Claims one name. No variable may change how later steps run unless the workflow's author chose its whole name. */
function claim(taken, kind, { variable, output, chosen, who }) {
    const name = kind === 'output' ? output : variable;
    if (kind === 'variable' && !taken.exportEnv) {
        return;
    }
    if (kind !== 'registry' && !/[A-Za-z0-9]/.test(name)) {
        throw refused(who, 'the name contains no ASCII letter or digit');
    }
    if ((kind === 'variable' && (0,_steering_variables_js__WEBPACK_IMPORTED_MODULE_2__/* .isKeptByRunner */ .u)(name)) || (kind === 'file' && WINDOWS_DEVICE.test(name))) {
        throw refused(who, `${kind === 'file' ? 'Windows' : 'the runner'} reserves the ${kind} ${name}`);
    }
    if (kind !== 'output' && kind !== 'file' && (0,_steering_variables_js__WEBPACK_IMPORTED_MODULE_2__/* .takesOver */ .n)(name) && !chosen) {
        throw refused(who, `the variable ${name} would change how later steps run`);
    }
    register(taken, kind, { name, who });
}
function refused(who, why, advice) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('name_refused', `\`secrets\`, ${who}: ${why}.`, { advice });
}
/** Upper and lower case count as equal: the runner ignores it in outputs, Windows in variables and files. */
function register(taken, kind, { name, who }) {
    const key = `${kind} ${name.toUpperCase()}`;
    const other = taken.by.get(key);
    if (other !== undefined) {
        const by = other === who ? 'another result of the same line' : other;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('name_conflict', `\`secrets\`, ${who}: the ${kind} ${name} is already used by ${by}.`);
    }
    taken.by.set(key, who);
}


/***/ }),

/***/ 9642:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ correctionFor),
/* harmony export */   h: () => (/* binding */ parseTarget)
/* harmony export */ });
/* harmony import */ var _did_you_mean_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4777);
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7540);
/* harmony import */ var _scanner_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1209);



/** The sinks, and whether a NAME is allowed before each. */
const SINKS = new Map([
    ['file', { sink: 'file', named: true }],
    ['dotenv', { sink: 'dotenv', named: true }],
    ['env-file', { sink: 'env-file', named: true }],
    ['docker', { sink: 'docker', named: false }],
    ['aws', { sink: 'aws', named: false }],
]);
const SINK_NAMES = [...SINKS.keys()].map((name) => `@${name}`).join(', ');
/** Names that are hardly meant as a variable unless in upper case, and the correction. */
const CORRECTIONS = new Map([
    ...[...SINKS.keys(), 'env_file'].map((name) => [name, `write @${name.replace('_', '-')}`]),
    ...['base64', 'hex'].map((name) => [name, `write ${name}`]),
    ['base64url', 'the decoding base64 also reads base64url'],
]);
/** NAME (POSIX.1-2024, section 8.1), NAME with a star, or a star, each of them optional, then perhaps a sink. */
const TARGET = /^(?<name>[A-Za-z_][A-Za-z0-9_]*\*?|\*)?(?:@(?<sink>[a-z-]+))?$/;
/**
 * Parses a target that starts at a place of the scanner's line.
 *
 * @throws ActionError input_invalid
 */
function parseTarget(word, scanner, start) {
    if (word === '') {
        throw (0,_scanner_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(scanner, start, 'the target is missing after "|"');
    }
    const { name, sink } = TARGET.exec(word)?.groups ?? {};
    if (name === undefined && sink === undefined) {
        const forms = 'NAME, NAME@file, NAME@dotenv, NAME@env-file, @docker, @aws, or the decodings base64 and hex';
        throw (0,_scanner_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(scanner, start, `${(0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(word)} is not a target; write ${forms}`);
    }
    const correction = correctionFor(word);
    if (correction !== undefined) {
        throw (0,_scanner_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(scanner, start, `${(0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(word)} would be the name of a variable; ${correction}`);
    }
    if (sink === undefined) {
        return { target: name, sink };
    }
    const known = SINKS.get(sink);
    if (known === undefined || (name !== undefined && !known.named)) {
        const what = known === undefined ? unknownSink(sink) : `@${sink} does not accept a NAME before it`;
        throw (0,_scanner_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(scanner, start + word.indexOf('@'), what);
    }
    return { target: name, sink: known.sink };
}
/** Returns what to write instead of a word that is hardly meant as a variable, such as `docker`. */
function correctionFor(word) {
    return word === word.toUpperCase() ? undefined : CORRECTIONS.get(word.toLowerCase());
}
function unknownSink(sink) {
    const near = (0,_did_you_mean_js__WEBPACK_IMPORTED_MODULE_2__/* .nearNames */ .$l)(sink, [...SINKS.keys()]).map((name) => `@${name}`);
    const meant = near.length === 0 ? '' : ` (did you mean ${near.join(' or ')}?)`;
    return `@${sink} does not exist${meant}; write ${SINK_NAMES}`;
}


/***/ }),

/***/ 1335:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KO: () => (/* binding */ isGitHubRunner),
/* harmony export */   P: () => (/* binding */ idTokenRequestOf),
/* harmony export */   Qo: () => (/* binding */ readEnvironment),
/* harmony export */   uo: () => (/* binding */ documentsOf)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5224);
/* harmony import */ var _own_folder_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5911);




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
        folder ??= (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(env['RUNNER_TEMP'] ?? '', (0,_own_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .newFolderName */ .g8)());
        return folder;
    };
    return {
        variable: (name) => env[name] || undefined,
        readFile: (path) => (0,_own_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .readRegularFile */ .XF)(path),
        mask,
        pathOf: (file) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(ownFolder(), file),
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
            home: (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)(),
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
    const used = Object.entries(env).reduce((sum, [name, value = '']) => sum + (0,_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .entrySize */ .ES)(name, value), 0);
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


/***/ }),

/***/ 4593:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   hV: () => (/* binding */ writeFiles),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   t4: () => (/* binding */ checkTemp)
/* harmony export */ });
/* unused harmony export leadsOut */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2357);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8060);





/** Returns the SHA-256 of a text in hex. */
function digestOf(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
}
/**
 * Writes the files of a step into the step's own empty folder, each with mode 0600.
 *
 * Follows no link and overwrites nothing: O_EXCL creates each file. On Windows, the modes have no effect; there, the folder
 * of the runner's user protects the files.
 */
function writeFiles(folder, files) {
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
/** Tells whether a relative path leads out of the folder in which it starts. */
function leadsOut(path) {
    return path === '..' || path.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(path);
}
/** Returns the path without links; unchanged if it does not exist. */
function realPath(path) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .attempt */ .CD)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(path)) ?? path;
}


/***/ }),

/***/ 5224:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ES: () => (/* binding */ entrySize),
/* harmony export */   I9: () => (/* binding */ isTooLarge),
/* harmony export */   Mp: () => (/* binding */ checkOutputSizes),
/* harmony export */   XO: () => (/* binding */ checkVariableSizes)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2357);

/** The most that the runner accepts as outputs of one job: 1 MiB in UTF-16 (github/docs output-limitations.md). */
const OUTPUT_LIMIT = 1024 * 1024;
/**
 * Rejects a variable that is too large for this system: every later step would fail to start.
 *
 * @throws ActionError value_unsupported
 */
function checkVariableSizes(variables, { limit, space }, sourceOf = () => undefined) {
    const tooLarge = variables.find(([name, value]) => !fitsVariable(`${name}=${value}\0`, limit));
    if (tooLarge !== undefined) {
        const most = 'bytes' in limit ? `${limit.bytes / 1024} KiB` : `${limit.characters} characters`;
        throw tooLargeError(`variable ${tooLarge[0]}`, `${most}, the limit of this system for one variable`, sourceOf(tooLarge[0]));
    }
    const size = variables.reduce((sum, [name, value]) => sum + entrySize(name, value), 0);
    if (size > space) {
        const message = `The variables are too large for the environment of a program: they need ${kib(size)}, and ${kib(space)} are left`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('value_unsupported', message);
    }
}
/** Returns the bytes that a variable occupies in the environment of a program, including its pointer (execve(2)). */
function entrySize(name, value) {
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
function checkOutputSizes(outputs, sourceOf = () => undefined) {
    const tooLarge = outputs.find(([, value]) => isTooLarge(value));
    if (tooLarge !== undefined) {
        const limit = '1 MiB in UTF-16, the limit for the outputs of a job';
        throw tooLargeError(`output ${tooLarge[0]}`, limit, sourceOf(tooLarge[0]));
    }
}
function tooLargeError(name, limit, source) {
    const of = source === undefined ? '' : ` (${source.who})`;
    const advice = source && `A file can contain it: write \`| ${source.fileTarget}\``;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('value_unsupported', `The value of the ${name}${of} is larger than ${limit}`, { advice });
}
/** Tells whether the runner would reject a text as an output. */
function isTooLarge(text) {
    return text.length * 2 > OUTPUT_LIMIT;
}
function fitsVariable(entry, limit) {
    return 'bytes' in limit ? Buffer.byteLength(entry) <= limit.bytes : entry.length <= limit.characters;
}


/***/ }),

/***/ 5911:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EV: () => (/* binding */ isPrivateFolder),
/* harmony export */   XF: () => (/* binding */ readRegularFile),
/* harmony export */   g8: () => (/* binding */ newFolderName),
/* harmony export */   v$: () => (/* binding */ removeFolder),
/* harmony export */   vV: () => (/* binding */ createFolder),
/* harmony export */   zx: () => (/* binding */ readOwnFile)
/* harmony export */ });
/* unused harmony exports findFolder, reasonOf */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8060);




const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const FOLDER_NAME = new RegExp(`^bearer-login-${UUID}$`);
/** Returns a new random name for a folder of a step. */
function newFolderName() {
    return `bearer-login-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
}
/** Creates an empty folder with mode 0700. @throws Error of the file system, also if the path exists, even as a link */
function createFolder(path) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(path, { mode: 0o700 });
    try {
        return { name: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path), identity: identityOf(path) ?? '' };
    }
    catch (error) {
        // The post step removes only a folder whose identity is known.
        (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .attempt */ .CD)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmdirSync)(path));
        throw error;
    }
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

/***/ 9579:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BZ: () => (/* binding */ YAML_STRINGS),
/* harmony export */   Ek: () => (/* binding */ ESCAPED_FORMS),
/* harmony export */   O5: () => (/* binding */ entities)
/* harmony export */ });
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
    form('single quotes of dash', "'", (text) => text.replaceAll("'", `'"'"'`), (text) => text.replace(/'+/g, `'"$&"'`)),
    form('double quotes of a shell', '"$`\\', backslashed(/["$`\\]/g)),
    form('printf %q of bash', BEYOND_WORDS, backslashed(/[\t !"$&'()*,;<>?[\\\]^`{|}]|(?<=[:=])~/g)),
    // Bash writes `$'…'` for what its locale cannot print. In the C locale, these are all characters that are not ASCII. In a
    // UTF-8 locale, these are control characters, line separators and unassigned code points (measured with bash 5.2).
    form("$'…' of bash", "'\\", ...[/[^ -~]|['\\]/gu, /[\p{Cc}\p{Cn}\p{Zl}\p{Zp}'\\]/gu].map(ansiC)),
    // PowerShell also reads typographic quotes as quotes. CSV doubles double quotes.
    form('doubled quotes', `'"`, ...[/['‘’‚‛]/g, /["“”„]/g].map(doubled)),
];
function form(name, signs, ...spellings) {
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


/***/ }),

/***/ 2552:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hx: () => (/* binding */ derivedForms),
/* harmony export */   _O: () => (/* binding */ formsOfBytes),
/* harmony export */   tl: () => (/* binding */ SHORTEST)
/* harmony export */ });
/* unused harmony export FORMS */
/* harmony import */ var _escapes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9579);

/** A derived form with fewer characters would hide more of the log than of the secret. */
const SHORTEST = 8;
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
const FORMS = [...BYTE_FORMS, ..._escapes_js__WEBPACK_IMPORTED_MODULE_0__/* .ESCAPED_FORMS */ .Ek];
/** Returns the forms in which tools print bytes that are not valid text. */
function formsOfBytes(bytes) {
    const groups = base64Groups(bytes);
    const forms = [...groups, ...groups.map(toBase64url), ...base64Lines(bytes), ...bothHex(bytes)];
    return [...new Set(forms)].filter((form) => form.length >= SHORTEST);
}
/** Returns every derived form of a text that differs from the text and is long enough to be masked. */
function derivedForms(text) {
    const wellFormed = text.toWellFormed();
    const bytes = Buffer.from(wellFormed, 'utf8');
    const forms = [];
    for (const { of } of [...BYTE_FORMS, ...escapedForms(wellFormed)]) {
        forms.push(...of(wellFormed, bytes));
    }
    return forms.filter((form) => form.length >= SHORTEST && form !== text);
}
/** Leaves out the forms that would return the text itself: their patterns take longer than all other masks of a usual text. */
function escapedForms(text) {
    if (!/^[ -~]*$/.test(text)) {
        return _escapes_js__WEBPACK_IMPORTED_MODULE_0__/* .ESCAPED_FORMS */ .Ek;
    }
    const signs = [...new Set(text.replace(/[\w.-]+/g, ''))];
    return signs.length === 0 ? [] : _escapes_js__WEBPACK_IMPORTED_MODULE_0__/* .ESCAPED_FORMS */ .Ek.filter((form) => signs.some((sign) => form.signs.includes(sign)));
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
    return line.length > SHORTEST && line.endsWith('=') ? line.slice(0, -4) : line;
}
/** Returns masks that together hide a line wherever PyYAML folds it: at blanks, and in double quotes also after each escape. */
function foldedText(text) {
    const isUnfolded = text.length <= SHORTEST_FOLDED || /^[!-~]*$/.test(text);
    if (isUnfolded || /^[[{]|[\r\n]|-----BEGIN /.test(text)) {
        // The leaves and lines of a document, and the runs of a PEM block, are texts of their own.
        return [];
    }
    const unquoted = [text, text.replaceAll("'", "''")].flatMap((plain) => foldedParts(plain, / /g));
    const quoted = /^[ -~]*$/.test(text) ? [] : _escapes_js__WEBPACK_IMPORTED_MODULE_0__/* .YAML_STRINGS */ .BZ.map((write) => write(text));
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


/***/ }),

/***/ 368:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  eu: () => (/* binding */ addMask),
  wq: () => (/* binding */ commandData),
  dg: () => (/* binding */ githubReader),
  Xu: () => (/* binding */ hasOpenParts),
  Fb: () => (/* binding */ hasShortMask),
  Uh: () => (/* binding */ isCommandToo),
  h_: () => (/* binding */ isMaskable),
  tQ: () => (/* binding */ isShort),
  JF: () => (/* binding */ masksOf),
  D: () => (/* binding */ rankedMasks),
  my: () => (/* binding */ userPasswords)
});

// EXTERNAL MODULE: ./lib/json.js
var json = __nccwpck_require__(8060);
// EXTERNAL MODULE: ./lib/masking/forms.js
var masking_forms = __nccwpck_require__(2552);
;// CONCATENATED MODULE: external "node:buffer"
const external_node_buffer_namespaceObject = onFirstUse(() => require("node:buffer"));
// EXTERNAL MODULE: ./lib/masking/pem.js
var pem = __nccwpck_require__(7437);
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
    return values.flatMap(({ key = '', text = '' }) => text.length > LONGEST ? [] : readingsOf(text).map((one) => ({ text: one, named: pem/* SECRET_NAME */.J4.test(key) })));
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
function linesOf(text) {
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
        const own = isJson ? linesOf(text) : printedLines(text);
        own.forEach(lines.add, lines);
        const places = depth < DEPTH ? new Set([text, ...(isJson ? [] : own)]) : [];
        for (const part of partsOf(places, { named, isFull: () => !isJson && found.length > MOST_PARTS })) {
            if (!seen.has(part.text) && !(0,pem/* isPublicPem */.Qm)(part.text)) {
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
    return [text, ...text.split(/(?:\\r)?\\n/)].flatMap(linesOf);
}
/** Lists the parts of a line or of a whole text: every leaf of JSON, or what is long enough and not common in logs. */
function partsIn({ text, named }) {
    const leaves = (0,json/* leavesOf */.wf)(text);
    if (leaves.length > 0) {
        return leaves.map((leaf) => ({ text: leaf, named: true }));
    }
    const runs = (0,pem/* pemRuns */.pL)(text).map((run) => ({ text: run, named: true }));
    const values = /[\r\n]/.test(text) || !/[\s=:/"'<&%\\]/.test(text) ? [] : valuesIn(text);
    return [...runs, ...values, { text: decoded(text), named }].filter((part) => part.text.length >= masking_forms/* SHORTEST */.tl && (part.named || !NO_SECRET.test(part.text)));
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
    const parts = [...linesOf(value), ...(0,json/* leavesOf */.wf)(value)].filter(isMaskable);
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
        yield* [...spellingsOf(piece).slice(1), ...(0,masking_forms/* derivedForms */.Hx)(piece).flatMap(sendable)];
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
    return pairs.filter((pair) => pair.length >= masking_forms/* SHORTEST */.tl).slice(0, MOST_PAIRS);
}
/** Lists the value itself with its parts, and its lines; short ones only if there are no longer ones. */
function piecesOf(value, plain = []) {
    if ((0,pem/* isPublicPem */.Qm)(value)) {
        return { parts: [], lines: [], isCut: false };
    }
    const { parts, lines, isCut } = contentsOf(value, plain);
    const hasLong = [...parts, ...lines].some((part) => isMaskable(part) && !isShort(part));
    const keep = (part) => isMaskable(part) && !(hasLong && isShort(part));
    return { parts: [value, value.trim(), ...parts.filter(keep)].filter(isMaskable), lines: lines.filter(keep), isCut };
}
const sendable = (form) => (canBeSentWhole(form) ? [form] : linesOf(form).filter((line) => !isTooShort(line)));
const isTooShort = (line) => !isMaskable(line) || isShort(line);
/** Tells whether no line of a piece or of its form is `{` or a single letter: the runner also registers each line of a text. */
function canBeSentWhole(piece) {
    const lines = linesOf(piece).filter((line) => line !== '');
    return lines.length < 2 || !lines.some(isTooShort);
}


/***/ }),

/***/ 7437:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J4: () => (/* binding */ SECRET_NAME),
/* harmony export */   Qm: () => (/* binding */ isPublicPem),
/* harmony export */   pL: () => (/* binding */ pemRuns)
/* harmony export */ });
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


/***/ }),

/***/ 8378:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ GRANT_TYPES)
/* harmony export */ });
/** The `grant_type` in the token request, by the value of the input `grant_type`. */
const GRANT_TYPES = {
    client_credentials: 'client_credentials',
    password: 'password',
    refresh_token: 'refresh_token',
    token_exchange: 'urn:ietf:params:oauth:grant-type:token-exchange',
    jwt_bearer: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
};


/***/ }),

/***/ 2468:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Qs: () => (/* binding */ NO_ENDPOINT),
  k4: () => (/* binding */ discover),
  KX: () => (/* binding */ wellKnownUrls)
});

// UNUSED EXPORTS: findRevocationEndpoint

// EXTERNAL MODULE: ./lib/answers.js
var answers = __nccwpck_require__(2927);
// EXTERNAL MODULE: ./lib/server-words.js
var server_words = __nccwpck_require__(7417);
// EXTERNAL MODULE: ./lib/untrusted-text.js
var untrusted_text = __nccwpck_require__(7540);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(2357);
// EXTERNAL MODULE: ./lib/json.js
var json = __nccwpck_require__(8060);
;// CONCATENATED MODULE: ./lib/oauth/metadata.js




/** Reads one document of an issuer. @throws ActionError as `discover` */
function metadata_readMetadata(source, exchange) {
    const { issuer } = source;
    if (!(0,answers/* isSuccess */.oJ)(exchange.response)) {
        const code = (0,answers/* codeOfStatus */.RZ)(exchange.response, 'endpoint_not_found');
        const advice = 'Set `issuer` to the exact name of the issuer, or set `token_url` instead';
        throw (0,answers/* answerError */.n)(code, exchange, code === 'server_failed' ? {} : { advice });
    }
    const body = (0,answers/* readJson */.Vh)(exchange);
    const members = (0,json/* isRecord */.u4)(body) ? body : {};
    const named = members['issuer'];
    if (named !== issuer) {
        const shown = typeof named === 'string' ? (0,untrusted_text/* quote */.hD)(named) : 'an unnamed issuer';
        throw (0,answers/* answerError */.n)('issuer_mismatch', exchange, { what: `with the metadata of ${shown}, not of ${(0,untrusted_text/* quote */.hD)(issuer)}` });
    }
    // A client with a certificate uses these endpoints, since the usual ones may not request it (RFC 8705 section 5).
    const aliases = source.mutual ? members['mtls_endpoint_aliases'] : undefined;
    const endpoints = (0,json/* isRecord */.u4)(aliases) ? { ...members, ...aliases } : members;
    const tokenEndpoint = readEndpoint(endpoints['token_endpoint'], source, exchange);
    if (tokenEndpoint === undefined) {
        throw (0,answers/* answerError */.n)('response_invalid', exchange, { what: 'with metadata without a usable token_endpoint' });
    }
    return {
        tokenEndpoint,
        userEndpoint: readEndpoint(endpoints['userinfo_endpoint'], source, exchange),
        revocationEndpoint: readSafeEndpoint(endpoints['revocation_endpoint'], source),
        authMethods: readList(members['token_endpoint_auth_methods_supported']),
        signingAlgorithms: readList(members['token_endpoint_auth_signing_alg_values_supported']),
    };
}
/** Reads an endpoint; returns undefined if the metadata contains none. @throws ActionError endpoint_insecure */
function readEndpoint(value, source, { request }) {
    const url = readUrl(value);
    if (url === undefined || isSafe(url, source)) {
        return url;
    }
    const isHttps = new URL(source.issuer).protocol === 'https:';
    const doubt = isHttps ? 'whose certificate is not verified' : 'which uses plain http';
    const why = url.protocol === 'https:' ? `on another host than the issuer, ${doubt}` : 'not an https address';
    const shown = (0,untrusted_text/* quote */.hD)(url.origin === 'null' ? url.protocol : url.origin);
    const message = `${request.purpose} failed: the metadata of ${(0,untrusted_text/* quote */.hD)(source.issuer)} contains the endpoint ${shown}, ${why}`;
    const advice = 'Set `token_url`, or ask the administrator of the server to correct its metadata';
    throw new errors/* ActionError */.lZ('endpoint_insecure', message, { title: 'The metadata of the issuer is not safe', advice });
}
/** Reads an endpoint, but only if it is safe to use. */
function readSafeEndpoint(value, source) {
    const url = readUrl(value);
    return url !== undefined && isSafe(url, source) ? url : undefined;
}
/**
 * Tells whether an endpoint may receive credentials.
 *
 * Large providers use another host for it. That is as trustworthy as the TLS of the metadata: over plain http, or without
 * verification, anyone could have written the address.
 */
function isSafe(endpoint, { issuer, verified }) {
    const { origin, protocol } = new URL(issuer);
    return endpoint.origin === origin || (verified && protocol === 'https:' && endpoint.protocol === 'https:');
}
function readUrl(value) {
    return typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
}
function readList(value) {
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
}

;// CONCATENATED MODULE: ./lib/oauth/discovery.js




/**
 * Requests the metadata of an issuer, from the first of its documents that exists.
 *
 * @throws ActionError endpoint_not_found, issuer_mismatch, endpoint_insecure, response_invalid, server_failed
 * @see https://www.rfc-editor.org/rfc/rfc8414#section-3
 */
async function discover(source, ports) {
    const { issuer } = source;
    const [first, ...others] = wellKnownUrls(issuer);
    let exchange = await requestMetadata(first, ports);
    let unread = others;
    for (const url of others) {
        if (isMissing(exchange)) {
            exchange = await requestMetadata(url, ports);
            unread = unread.slice(1);
        }
    }
    const metadata = metadata_readMetadata(source, exchange);
    for (const endpoint of [metadata.tokenEndpoint, metadata.userEndpoint, metadata.revocationEndpoint]) {
        if (endpoint !== undefined && endpoint.origin !== new URL(issuer).origin) {
            ports.log.info(`The metadata of ${(0,untrusted_text/* quote */.hD)(issuer)} contains an endpoint on another host: ${endpoint.origin}.`);
        }
    }
    return metadata.revocationEndpoint === undefined ? { ...metadata, unread } : metadata;
}
/** Why a token is not revoked if no document contains an endpoint for it. */
const NO_ENDPOINT = 'the metadata of the server contains no `revocation_endpoint`';
/**
 * Finds the revocation endpoint in the first document that contains one: some servers publish it only in the document of RFC 8414.
 *
 * @throws ActionError as `discover`
 */
async function findRevocationEndpoint({ urls, ...source }, ports) {
    for (const url of urls) {
        const found = endpointIn(await requestMetadata(url, ports), source);
        if (found !== undefined) {
            return found;
        }
    }
    return undefined;
}
/** Returns the revocation endpoint in a document; some servers answer every path, and not with their metadata. */
function endpointIn(exchange, source) {
    if (isMissing(exchange)) {
        return undefined;
    }
    try {
        return readMetadata(source, exchange).revocationEndpoint;
    }
    catch (error) {
        if (isSuccess(exchange.response)) {
            return undefined;
        }
        throw error;
    }
}
/**
 * Returns where metadata may be: OpenID Connect Discovery section 4 appends its path, RFC 8414 section 3.1 inserts its own.
 *
 * Servers that are mounted below a path also append the path of RFC 8414 (django-oauth-toolkit, urls.py).
 */
function wellKnownUrls(issuer) {
    const { origin, pathname } = new URL(issuer);
    const path = pathname.replace(/\/$/, '');
    const name = '/.well-known/oauth-authorization-server';
    const oauth = new Set([`${origin}${name}${path}`, `${origin}${path}${name}`]);
    return [`${origin}${path}/.well-known/openid-configuration`, ...oauth];
}
async function requestMetadata(url, ports) {
    const headers = { accept: 'application/json' };
    const request = { method: 'GET', url: new URL(url), headers, purpose: 'The discovery of the server' };
    return { request, response: await ports.send(request) };
}
/** Tells whether a response contains no metadata: a refusal that is not a server failure, or a page for every path. */
function isMissing({ response }) {
    const code = (0,answers/* codeOfStatus */.RZ)(response, 'endpoint_not_found');
    return (0,answers/* isSuccess */.oJ)(response) ? (0,server_words/* isPage */.yp)(response) : code !== 'server_failed';
}


/***/ }),

/***/ 3157:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ip: () => (/* binding */ readClaims),
/* harmony export */   Zc: () => (/* binding */ isBearerToken),
/* harmony export */   ue: () => (/* binding */ readSuppliedToken)
/* harmony export */ });
/* unused harmony export expiryOf */
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8060);

/**
 * Reads the claims of a JWT without verifying it; returns undefined for any other token.
 *
 * A bearer token is opaque to its client (RFC 6749 section 1.4), so its claims are only a hint.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7519#section-7.2
 */
function readClaims(token) {
    const [, payload, ...rest] = token.split('.');
    if (payload === undefined || rest.length !== 1) {
        return undefined;
    }
    const claims = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(claims) ? claims : undefined;
}
/** Reads the claim `exp`, which may have a fraction (RFC 7519 section 4.1.4). */
function expiryOf(claims) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .timeIn */ .Hi)(claims?.['exp']);
}
/**
 * Tells whether a header can contain a token unchanged: it has visible ASCII characters only.
 *
 * Servers issue such tokens (RFC 6749 appendix A.12), and not only a `b64token` (RFC 6750 section 2.1).
 */
function isBearerToken(text) {
    return /^[!-~]+$/.test(text);
}
/** Describes a supplied token by its own claims. */
function readSuppliedToken(value, now) {
    const claims = readClaims(value);
    const expiresAt = expiryOf(claims);
    const expiresIn = expiresAt === undefined ? undefined : Math.floor((expiresAt.getTime() - now.getTime()) / 1000);
    return { value, type: 'Bearer', claims, expiresAt, expiresIn };
}


/***/ }),

/***/ 232:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ keepsTokenInfo),
/* harmony export */   s: () => (/* binding */ keepsSecrets)
/* harmony export */ });
/** Tells whether a platform stores Secrets. */
function keepsSecrets(platform) {
    return platform.secrets !== undefined;
}
/** Tells whether credentials may be in variables and files of a Python client. */
function keepsTokenInfo(platform) {
    return platform.pythonClient !== undefined;
}


/***/ }),

/***/ 720:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isLoopback)
/* harmony export */ });
/**
 * Tells whether the host of a URL is certainly this machine (RFC 1122 section 3.2.1.3, RFC 4291 section 2.5.3).
 *
 * A name such as `app.localhost` is not included: RFC 6761 reserves it, but a resolver may still send it to DNS.
 */
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.[0-9]{1,3}){3}$/.test(hostname);
}


/***/ }),

/***/ 7417:
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
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8060);

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
/**
 * Reads the title of a web page, and what its origin says about the address.
 *
 * The title ends only at its end tag, as in a browser: a secret that contains `<` can be removed only if it is whole.
 */
function readPage(html) {
    const start = html.slice(0, PAGE_START);
    const text = /<title\b[^<>]*>/i.test(start) ? html.split(/<title\b[^<>]*>|<\/title/i, 2)[1]?.trim() : undefined;
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

/***/ 8778:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   lN: () => (/* binding */ formatState),
/* harmony export */   sf: () => (/* binding */ STATE_NAME),
/* harmony export */   tw: () => (/* binding */ AUTHORITIES_FILE)
/* harmony export */ });
/* unused harmony exports NOT_UNDONE, parseState, hasShape */

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
/** What the post step says if the code that undoes a saved state cannot be loaded, without the reason. */
const NOT_UNDONE = 'The files of this step were not removed, and its token was not revoked, because a part of the action cannot be loaded';
/** Reads a saved state; undefined for no text, and for a text that this action did not write. */
function parseState(text) {
    const value = attempt(() => JSON.parse(text));
    return hasShape(value, STATE) ? value : undefined;
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
    if (isRecord(example)) {
        return isRecord(value) && Object.entries(example).every(([name, member]) => fits(value[name], member));
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

/***/ 7540:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ quoteWords),
/* harmony export */   HL: () => (/* binding */ quoteAddress),
/* harmony export */   Pf: () => (/* binding */ isOneLine),
/* harmony export */   WU: () => (/* binding */ show),
/* harmony export */   _c: () => (/* binding */ reveal),
/* harmony export */   al: () => (/* binding */ LONGEST_ADDRESS),
/* harmony export */   bp: () => (/* binding */ untrusted),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   it: () => (/* binding */ cutMiddle),
/* harmony export */   l2: () => (/* binding */ capitalized)
/* harmony export */ });
/* harmony import */ var _server_words_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7417);

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
    const redacted = redact(text, READ_LIMIT);
    const line = oneLine(redacted);
    return cut(line === text && redacted === text ? line : redact(line));
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

/***/ 6982:
/***/ ((module) => {

module.exports = onFirstUse(() => require("crypto"));

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = onFirstUse(() => require("http"));

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = onFirstUse(() => require("https"));

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = onFirstUse(() => require("node:crypto"));

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = onFirstUse(() => require("node:fs"));

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = onFirstUse(() => require("node:http"));

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = onFirstUse(() => require("node:https"));

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = onFirstUse(() => require("node:net"));

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = onFirstUse(() => require("node:os"));

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = onFirstUse(() => require("node:path"));

/***/ }),

/***/ 9456:
/***/ ((module) => {

module.exports = onFirstUse(() => require("node:stream"));

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = onFirstUse(() => require("node:util"));

/***/ }),

/***/ 8522:
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
/******/ 			return "" + chunkId + ".index.js";
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

// EXTERNAL MODULE: ./lib/machine/environment.js
var machine_environment = __nccwpck_require__(1335);
// EXTERNAL MODULE: ./lib/inputs/values.js
var values = __nccwpck_require__(8708);
;// CONCATENATED MODULE: ./lib/certificates/tls-inputs.js

/** Reads which certificates to use. @throws ActionError input_missing, input_conflict, input_invalid */
function parseTls(inputs) {
    return {
        client: parseClientCertificate(inputs),
        authorities: inputs.ca_certificate,
        verify: (0,values/* parseBoolean */.yG)(inputs, 'tls_verify'),
    };
}
function parseClientCertificate(inputs) {
    const { pkcs12, pkcs12_password, private_key: privateKey, private_key_password } = inputs;
    const pem = ['certificate', 'private_key', 'private_key_password'];
    const first = pem.find((name) => inputs[name] !== undefined);
    if (pkcs12 !== undefined && first !== undefined) {
        throw (0,values/* conflict */.hj)(['pkcs12', first], 'a client has only one certificate');
    }
    if (pkcs12 !== undefined || pkcs12_password !== undefined) {
        const file = (0,values/* parseRequired */.XT)(inputs, 'pkcs12', '`pkcs12_password` is set, and is used only to open `pkcs12`');
        return { form: 'pkcs12', pkcs12: file, password: pkcs12_password };
    }
    if (first === undefined) {
        return undefined;
    }
    const certificate = (0,values/* parseRequired */.XT)(inputs, 'certificate', `\`${first}\` is set, and is used only with \`certificate\``);
    return { form: 'pem', certificate, privateKey, password: private_key_password };
}

// EXTERNAL MODULE: ./lib/http/secure-context.js + 1 modules
var secure_context = __nccwpck_require__(1544);
// EXTERNAL MODULE: ./lib/language/request.js + 1 modules
var request = __nccwpck_require__(4651);
// EXTERNAL MODULE: ./lib/language/taken-names.js
var taken_names = __nccwpck_require__(2837);
// EXTERNAL MODULE: ./lib/platforms/platform.js
var platforms_platform = __nccwpck_require__(232);
// EXTERNAL MODULE: ./lib/answers.js
var answers = __nccwpck_require__(2927);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(2357);
// EXTERNAL MODULE: ./lib/ports.js
var ports = __nccwpck_require__(720);
// EXTERNAL MODULE: ./lib/untrusted-text.js
var untrusted_text = __nccwpck_require__(7540);
;// CONCATENATED MODULE: ./lib/inputs/urls.js




const EXAMPLE = 'https://chariot.example.com';
/**
 * Reads `url`: a host without a scheme means https, a path is kept, slashes at its end are removed.
 *
 * @throws ActionError input_missing, input_invalid, endpoint_insecure
 */
function parseBaseUrl(inputs) {
    const value = (0,values/* parseRequired */.XT)(inputs, 'url', `the platform has no default address. Example: ${EXAMPLE}`);
    const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `https://${value}`;
    const url = parseUrl('url', text);
    if (/[?#]/.test(text)) {
        throw (0,values/* invalid */.Gq)('url', 'must not have a query or a fragment', `Set only the address, such as ${EXAMPLE}`);
    }
    checkSecure('url', url, inputs);
    url.pathname = url.pathname.replace(/\/+$/, '');
    return url;
}
/**
 * Reads an issuer or an endpoint, which is used exactly as the workflow sets it.
 *
 * @throws ActionError input_invalid, endpoint_insecure
 */
function parseWholeUrl(name, value, inputs) {
    if (!/^https?:\/\//i.test(value)) {
        throw (0,values/* invalid */.Gq)(name, 'must be a complete address that starts with https://');
    }
    const url = parseUrl(name, value);
    if (value.includes('#')) {
        throw (0,values/* invalid */.Gq)(name, 'must not have a fragment');
    }
    checkSecure(name, url, inputs);
    return url;
}
function parseUrl(name, text) {
    if (/[\s\\]|^https?:\/\/https?:/i.test(text) || !URL.canParse(text)) {
        throw (0,values/* invalid */.Gq)(name, 'is not a URL', `Set an address such as ${EXAMPLE}`);
    }
    const url = new URL(text);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') {
        throw (0,values/* invalid */.Gq)(name, `must start with https://, not ${(0,untrusted_text/* quote */.hD)(`${url.protocol}//`)}`);
    }
    if (url.username !== '' || url.password !== '') {
        throw (0,values/* invalid */.Gq)(name, 'must not contain a user name or password', 'Set credentials in their own inputs');
    }
    return url;
}
function checkSecure(name, url, inputs) {
    const allowHttp = (0,values/* parseBoolean */.yG)(inputs, 'allow_http');
    if (url.protocol === 'http:' && !allowHttp && !(0,ports/* isLoopback */.U)(url.hostname)) {
        const reason = 'plain http exposes the credentials to everyone on the network path';
        throw new errors/* ActionError */.lZ('endpoint_insecure', `The input \`${name}\` is ${(0,untrusted_text/* quote */.hD)(url.origin)}: ${reason}.`);
    }
}

// EXTERNAL MODULE: ./lib/oauth/discovery.js + 1 modules
var discovery = __nccwpck_require__(2468);
;// CONCATENATED MODULE: ./lib/settings/address.js





/**
 * Reads the address of the server from the inputs that the platform uses for it.
 *
 * @throws ActionError input_missing, input_invalid, input_conflict, endpoint_insecure
 */
function parseAddress(inputs, { server }) {
    switch (server.by) {
        case 'url':
            return parseFixedPaths(inputs, server);
        case 'tenant':
            return parseRealm(inputs, server.prefix);
        case 'issuer':
            return parseIssuer(inputs);
    }
}
function parseFixedPaths(inputs, { fallback, tokenPath, userPath }) {
    const url = inputs.url === undefined && fallback !== undefined ? new URL(fallback) : parseBaseUrl(inputs);
    const tokenEndpoint = (0,answers/* endpoint */.sR)(url, tokenPath);
    const userEndpoint = userPath === undefined ? undefined : (0,answers/* endpoint */.sR)(url, userPath);
    return { url, issuer: undefined, metadata: { tokenEndpoint, userEndpoint }, assertionAudience: tokenEndpoint.href };
}
function parseRealm(inputs, prefix) {
    const base = parseBaseUrl(inputs);
    const tenant = (0,values/* parseId */.Fg)('tenant', (0,values/* parseRequired */.XT)(inputs, 'tenant', 'it is the name of the realm (after /realms/)'));
    if (tenant.includes('..')) {
        throw (0,values/* invalid */.Gq)('tenant', `is not the name of a realm: ${(0,untrusted_text/* quote */.hD)(tenant)} contains ".."`);
    }
    if (/\/realms(?:\/|$)/.test(base.pathname)) {
        throw (0,values/* invalid */.Gq)('url', 'must end before /realms/', 'Remove the rest, and set the name of the realm in `tenant`');
    }
    const root = base.pathname === '/' ? (0,answers/* endpoint */.sR)(base, `${prefix}/`) : base;
    const url = (0,answers/* endpoint */.sR)(root, `/realms/${encodeURIComponent(tenant)}`);
    const openid = (name) => (0,answers/* endpoint */.sR)(url, `/protocol/openid-connect/${name}`);
    const metadata = {
        tokenEndpoint: openid('token'),
        userEndpoint: openid('userinfo'),
        revocationEndpoint: openid('revoke'),
        logoutEndpoint: openid('logout'),
    };
    return { url, issuer: url.href, metadata, assertionAudience: url.href };
}
function parseIssuer(inputs) {
    const { issuer, token_url: tokenUrl } = inputs;
    if (issuer !== undefined && /[?#]/.test(issuer)) {
        throw (0,values/* invalid */.Gq)('issuer', 'must not have a query or a fragment (RFC 8414 section 2)');
    }
    const issuerUrl = issuer === undefined ? undefined : parseWholeUrl('issuer', issuer, inputs);
    if (tokenUrl !== undefined) {
        const url = parseWholeUrl('token_url', tokenUrl, inputs);
        const unread = issuer === undefined ? undefined : (0,discovery/* wellKnownUrls */.KX)(issuer);
        const metadata = { tokenEndpoint: url, userEndpoint: undefined, unread };
        return { url, issuer, metadata, assertionAudience: issuer ?? tokenUrl };
    }
    if (issuer === undefined || issuerUrl === undefined) {
        throw (0,values/* missing */.LO)('`issuer` or `token_url`', 'this platform has no default server');
    }
    // The text is kept unchanged: it is compared with the server's name for itself, character by character.
    return { url: issuerUrl, issuer, metadata: undefined, assertionAudience: issuer };
}

// EXTERNAL MODULE: ./lib/inputs/token-parameters.js
var token_parameters = __nccwpck_require__(8846);
// EXTERNAL MODULE: ./lib/oauth/credentials.js
var credentials = __nccwpck_require__(8378);
// EXTERNAL MODULE: ./lib/oauth/token.js
var oauth_token = __nccwpck_require__(3157);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./lib/inputs/content.js
var content = __nccwpck_require__(3945);
// EXTERNAL MODULE: ./lib/json.js
var json = __nccwpck_require__(8060);
// EXTERNAL MODULE: ./lib/certificates/private-key.js
var private_key = __nccwpck_require__(9580);
;// CONCATENATED MODULE: ./lib/certificates/signing-key.js





/**
 * Reads the key that signs client assertions, in any form of `private_key` or as a JWK (RFC 7517), and masks it.
 *
 * @throws ActionError input_missing, certificate_unusable
 */
function parseSigningKey(inputs, { readFile, mask }) {
    const why = '`client_authentication: private_key_jwt` signs with this key';
    const bytes = (0,content/* readContent */.c_)('signing_key', (0,values/* parseRequired */.XT)(inputs, 'signing_key', why), readFile);
    const text = (0,content/* decodeText */.g7)(bytes);
    if ((0,content/* isJson */.Fh)(text)) {
        mask([text]);
        const jwk = parseJwk(text);
        const [algorithm, keyId] = ['alg', 'kid'].map((name) => (typeof jwk[name] === 'string' ? jwk[name] : undefined));
        const key = readJwk(jwk);
        return { key, algorithms: algorithmsOf(key, algorithm), keyId: inputs.signing_key_id ?? keyId };
    }
    const names = { name: 'signing_key', passwordName: 'signing_key_password' };
    const { key } = (0,private_key/* readPrivateKey */.$)(bytes, { ...names, password: inputs.signing_key_password }, mask);
    return { key, algorithms: algorithmsOf(key, undefined), keyId: inputs.signing_key_id };
}
function parseJwk(text) {
    try {
        const jwk = JSON.parse(text);
        if ((0,json/* isRecord */.u4)(jwk) && 'd' in jwk) {
            return jwk;
        }
    }
    catch {
        // The cause is dropped: it quotes the text.
    }
    throw unusable('a JWK must be one JSON object with the private part `d`');
}
function readJwk(jwk) {
    try {
        const input = { key: { ...jwk }, format: 'jwk' };
        return (0,external_node_crypto_.createPrivateKey)(input);
    }
    catch {
        throw unusable('the JWK is damaged, or its key type is not supported by Node');
    }
}
/** The algorithms of each key type, or of each curve by OpenSSL's name (RFC 7518 section 3.1, RFC 8037). */
const ALGORITHMS = {
    rsa: ['RS256', 'PS256', 'RS384', 'PS384', 'RS512', 'PS512'],
    prime256v1: ['ES256'],
    secp384r1: ['ES384'],
    secp521r1: ['ES512'],
    ed25519: ['EdDSA', 'Ed25519'],
};
/** Returns the algorithms that a key can sign with, the preferred one first; a JWK may name the only one. */
function algorithmsOf(key, named) {
    const possible = possibleAlgorithms(key);
    const [first, ...others] = possible.filter((algorithm) => named === undefined || algorithm === named);
    if (first === undefined) {
        throw unusable(possible.length === 0
            ? 'a key for signatures is RSA with 2048 bits or more (not RSA-PSS), EC (P-256, P-384, P-521) or Ed25519'
            : `its \`alg\` must be one of ${possible.join(', ')}`);
    }
    return [first, ...others];
}
function possibleAlgorithms({ asymmetricKeyType, asymmetricKeyDetails = {} }) {
    const { modulusLength, namedCurve = asymmetricKeyType } = asymmetricKeyDetails;
    const isTooShort = modulusLength !== undefined && modulusLength < 2048;
    return namedCurve === undefined || isTooShort ? [] : (ALGORITHMS[namedCurve] ?? []);
}
function unusable(reason) {
    return (0,content/* unusableCertificate */.ho)('signing_key', `cannot be used: ${reason}`);
}

;// CONCATENATED MODULE: ./lib/settings/client.js


/** The inputs that each client authentication uses. */
const INPUTS_OF_METHOD = {
    client_secret_post: ['client_secret'],
    client_secret_basic: ['client_secret'],
    private_key_jwt: ['signing_key', 'signing_key_password', 'signing_key_id', 'assertion_audience'],
    github_oidc: ['id_token_audience'],
    tls_client_auth: [],
    none: [],
};
/**
 * Reads the client and how it authenticates.
 *
 * @throws ActionError input_missing, input_invalid, input_conflict, certificate_unusable
 */
function parseClient(inputs, context, grant) {
    const { platform } = context;
    const method = chooseMethod(inputs, platform);
    if (method === 'none' && grant === 'client_credentials') {
        throw noAuthentication(inputs, platform);
    }
    const clientId = parseClientId(inputs, { platform, method, grant });
    return { clientId, clientAuthentication: parseAuthentication(method, inputs, context) };
}
function chooseMethod(inputs, { clientAuthentications, secretMethod }) {
    if (inputs.client_authentication !== undefined) {
        return (0,values/* parseChoice */.HU)('client_authentication', inputs.client_authentication, clientAuthentications);
    }
    if (inputs.client_secret !== undefined) {
        return secretMethod === 'discovered' ? 'client_secret_basic' : secretMethod;
    }
    return inputs.signing_key === undefined ? 'none' : 'private_key_jwt';
}
function parseAuthentication(method, inputs, context) {
    const { address, environment, hasCertificate } = context;
    const audience = inputs.assertion_audience ?? address.assertionAudience;
    switch (method) {
        case 'client_secret_post':
        case 'client_secret_basic':
            return {
                method,
                clientSecret: (0,values/* parseRequired */.XT)(inputs, 'client_secret', `\`client_authentication: ${method}\` is set`),
            };
        case 'private_key_jwt':
            return { method, key: parseSigningKey(inputs, environment), audience };
        case 'github_oidc':
            return { method, idTokenAudience: parseIdTokenAudience(inputs, context) };
        case 'tls_client_auth':
            if (!hasCertificate) {
                const what = '`pkcs12`, or `certificate` with `private_key`,';
                throw (0,values/* missing */.LO)(what, '`client_authentication: tls_client_auth` is set');
            }
            return { method };
        case 'none':
            return { method };
    }
}
/** Reads the audience of GitHub's ID token; the default is the issuer. @throws ActionError input_missing */
function parseIdTokenAudience(inputs, { address }) {
    const why = 'with `token_url` alone there is no issuer to use as the default audience';
    return inputs.id_token_audience ?? address.issuer ?? (0,values/* parseRequired */.XT)(inputs, 'id_token_audience', why);
}
function parseClientId(inputs, login) {
    const { platform, method, grant } = login;
    const isAssertion = grant === 'token_exchange' || grant === 'jwt_bearer';
    if (inputs.client_id !== undefined || method === 'github_oidc' || (method === 'none' && isAssertion)) {
        return inputs.client_id;
    }
    if (method === 'none') {
        const why = 'a client without a secret is identified by its ID only';
        return platform.publicClient ?? (0,values/* parseRequired */.XT)(inputs, 'client_id', why);
    }
    const [input = `client_authentication: ${method}`] = INPUTS_OF_METHOD[method];
    return (0,values/* parseRequired */.XT)(inputs, 'client_id', `\`${input}\` is set, and is used only with \`client_id\``);
}
/** Makes the error for client credentials of a client that does not authenticate (RFC 6749 section 4.4). */
function noAuthentication(inputs, { clientAuthentications }) {
    if (inputs.client_authentication !== undefined) {
        const names = ['client_authentication: none', 'grant_type: client_credentials'];
        return (0,values/* conflict */.hj)(names, 'this grant is only for clients that authenticate');
    }
    const isChoice = clientAuthentications.length > 1;
    const what = isChoice ? 'One of `client_secret`, `signing_key` and `client_authentication`' : '`client_secret`';
    return (0,values/* missing */.LO)(what, '`client_id` alone does not authenticate a client');
}

;// CONCATENATED MODULE: ./lib/settings/login.js





/** Reads the login of a platform with OAuth's own grants. @throws ActionError input_missing, input_invalid, input_conflict */
function parseLogin(inputs, context) {
    const bearerToken = parseBearerToken(inputs);
    const hasCredentials = LOGIN_INPUTS.some((name) => inputs[name] !== undefined);
    const isEnough = context.platform.certificateAlone === true && context.hasCertificate;
    if (!hasCredentials && bearerToken === undefined && !isEnough) {
        throw noCredentials(context.platform);
    }
    return {
        bearerToken,
        suppliedTokenName: '`bearer_token`',
        tokenAudience: undefined,
        credentials: hasCredentials ? parseCredentials(inputs, context) : undefined,
        remarks: [],
    };
}
/** Makes the error for a step without any credentials. */
function noCredentials({ title, loginInputs }) {
    return (0,values/* missing */.LO)(`Either ${loginInputs}`, `a login to ${title} needs credentials`);
}
/** The inputs that each grant presents. */
const INPUTS_OF_GRANT = {
    client_credentials: [],
    password: ['username', 'password'],
    refresh_token: ['refresh_token'],
    token_exchange: ['id_token_audience'],
    jwt_bearer: ['id_token_audience'],
};
/** The inputs that a login may present. */
const PRESENTED = [...Object.values(INPUTS_OF_GRANT), ...Object.values(INPUTS_OF_METHOD)].flat();
/** The inputs that request a login: what it may present, the client's ID, and the choice of grant and authentication. */
const LOGIN_INPUTS = ['client_id', 'grant_type', 'client_authentication', ...PRESENTED];
function parseCredentials(inputs, context) {
    const { platform } = context;
    if (inputs.password !== undefined) {
        (0,values/* parseRequired */.XT)(inputs, 'username', '`password` is set, and is used only with `username`');
    }
    const grant = chooseGrant(inputs, platform);
    const client = parseClient(inputs, context, grant);
    rejectUnused(inputs, [...INPUTS_OF_GRANT[grant], ...INPUTS_OF_METHOD[client.clientAuthentication.method]]);
    return {
        ...client,
        grant: parseGrant(inputs, grant, context),
        negotiable: inputs.client_authentication === undefined && platform.secretMethod === 'discovered',
        scope: inputs.scope,
        audience: inputs.audience,
        parameters: (0,token_parameters/* parseTokenParameters */.T)(inputs),
    };
}
function chooseGrant({ grant_type, username, refresh_token }, { grants }) {
    if (grant_type !== undefined) {
        return (0,values/* parseChoice */.HU)('grant_type', grant_type, grants);
    }
    if (username !== undefined) {
        return 'password';
    }
    return refresh_token === undefined ? 'client_credentials' : 'refresh_token';
}
function parseGrant(inputs, name, context) {
    const read = (input) => (0,values/* parseRequired */.XT)(inputs, input, `the ${name} grant uses it`);
    switch (name) {
        case 'client_credentials':
            return { type: 'client_credentials' };
        case 'password':
            return { type: 'password', username: read('username'), password: read('password') };
        case 'refresh_token':
            return { type: 'refresh_token', refreshToken: read('refresh_token') };
        case 'token_exchange':
        case 'jwt_bearer':
            return { type: credentials/* GRANT_TYPES */.l[name], idTokenAudience: parseIdTokenAudience(inputs, context) };
    }
}
/** Rejects credentials that the login would not present. @throws ActionError input_conflict */
function rejectUnused(inputs, used) {
    const unused = PRESENTED.find((name) => inputs[name] !== undefined && !used.includes(name));
    if (unused !== undefined) {
        const { grant_type, client_authentication } = inputs;
        const choices = Object.entries({ grant_type, client_authentication }).filter(([, value]) => value !== undefined);
        const presented = used.filter((name) => inputs[name] !== undefined);
        const reasons = choices.length > 0 ? choices.map(([name, value]) => `${name}: ${value}`) : presented.slice(0, 1);
        throw (0,values/* conflict */.hj)([unused, ...reasons], `this login does not use \`${unused}\``);
    }
}
/** Reads a supplied token. @throws ActionError input_invalid, which does not show the token */
function parseBearerToken({ bearer_token: token }) {
    if (token !== undefined && !(0,oauth_token/* isBearerToken */.Zc)(token)) {
        throw (0,values/* invalid */.Gq)('bearer_token', 'is not a bearer token: it contains a blank, or a character outside ASCII', 'Set only the token, without the word Bearer');
    }
    return token;
}

// EXTERNAL MODULE: ./lib/inputs/inputs.js
var inputs_inputs = __nccwpck_require__(8075);
;// CONCATENATED MODULE: ./lib/platforms/keycloak-refusals.js
/**
 * The errors with which old and new versions of Keycloak reject a login; their status and texts differ.
 *
 * From its source, and tried with 26.7.3; docs/keycloak.md contains the complete table.
 */
const keycloakRefusals = [
    ...refusalsOf('invalid_grant', {
        '^Account is not fully set up': 'The account is not fully set up. The user must log in to the platform in a browser and complete the required steps (change the password, verify the e-mail address, set up a second factor)',
        '^(?:Account|User) disabled': 'The account of this user is disabled. An administrator of the realm can enable it',
        '^Maximum allowed refresh token reuse exceeded': 'The `refresh_token` was used before, so the server ended its session. If refresh tokens rotate, a stored one works only once. Store a new one, or use other credentials',
    }),
    {
        error: 'invalid_grant',
        grant: 'password',
        advice: 'Either `username` or `password` is wrong, the user is locked after too many wrong passwords, or another login of this user runs at the same time (jobs of a matrix). The login was not repeated, since each attempt counts towards the lock',
    },
    {
        error: 'invalid_grant',
        grant: 'refresh_token',
        advice: 'The `refresh_token` is expired, of another `client_id`, or its session was ended. Store a new one',
    },
    ...refusalsOf('unauthorized_client', {
        '^Unexpected error when authenticating client': 'The server could not read the client. Check `client_id` and `client_secret`, and whether a proxy changes the Authorization header',
        'direct access grants': 'The client is not allowed to use the password grant: its "Direct access grants" are off. An administrator of the realm can switch them on',
        'service account': 'The client is not allowed to use client credentials: its "Service accounts roles" are off, or it is public. An administrator of the realm can change that',
    }),
    {
        error: 'unauthorized_client',
        status: 400,
        advice: 'The client is not allowed to use this grant. An administrator of the realm can allow it',
    },
    {
        error: 'unauthorized_client',
        advice: 'The `client_secret`, key or ID token of the client is wrong, missing or was replaced. Keycloak also returns unauthorized_client for that',
    },
    {
        error: 'invalid_client',
        description: /^Token reuse detected/,
        isTrusted: true,
        advice: 'This token was presented before, and the server accepts each token only once. Run the job again',
    },
    {
        error: 'invalid_client',
        description: /^Token (?:is not active|was issued)/,
        isTrusted: true,
        advice: 'The clocks of the runner and of the server differ, or the token was presented too late. Check the clock of the runner',
    },
    ...refusalsOf('invalid_client', {
        '^Invalid token audience': 'The server expects another audience, usually the exact address of the realm',
        '^Unable to load public key': 'The client has no key with this `signing_key_id` and algorithm. Register the public key, or set the ID of the registered key',
        'Signature on JWT token failed validation': 'The `signing_key` does not belong to the registered key of the client',
        'user consent': 'The client requires the consent of the user. A workflow cannot give it: switch consent off',
    }),
    {
        error: 'invalid_client',
        advice: 'The client is unknown to the server, disabled, or must use another client authentication. Check `client_id`',
    },
    ...refusalsOf('invalid_request', {
        "^(?:The associated service account |User '.*' disabled)": 'The service account of the client is missing or disabled. An administrator of the realm must restore or enable it',
    }),
];
/** The errors of a Keycloak where `url` or `tenant` is wrong, for platforms with these inputs. */
const realmRefusals = [
    {
        error: 'invalid_request',
        description: /^HTTPS required/,
        advice: 'The realm requires TLS. Use https:// in `url`',
    },
    {
        error: 'access_denied',
        description: /^Realm not enabled/,
        advice: 'The realm in `tenant` is disabled. An administrator of the server can enable it',
    },
    {
        error: 'Realm does not exist',
        code: 'endpoint_not_found',
        advice: 'The realm in `tenant` does not exist on this server. Its name is case-sensitive',
    },
    {
        error: 'Unable to find matching target resource method',
        code: 'endpoint_not_found',
        advice: 'The server is a Keycloak, but not at this path. Newer versions have no `/auth`: use `platform: keycloak`, or remove the path from `url`',
    },
    {
        status: 404,
        code: 'endpoint_not_found',
        advice: 'Check the host in `url`. If this is an older Keycloak, its path starts with `/auth`: add that to the end of `url`',
    },
];
/** The errors of a Keycloak to the login of another platform, or at an address that is not a realm's. */
const otherPlatformRefusals = realmRefusals.flatMap(({ error, code }) => error !== undefined && code === 'endpoint_not_found'
    ? [{ error, code, advice: 'The server is a Keycloak. If your platform is a Keycloak, set `platform: keycloak`' }]
    : []);
/** Makes the rows of one error from its descriptions, as regular expressions, and the advice for each. */
function refusalsOf(error, advices) {
    return Object.entries(advices).map(([text, advice]) => ({ error, description: new RegExp(text), advice }));
}

;// CONCATENATED MODULE: ./lib/platforms/chariot.js

/**
 * Striveworks Chariot, as its pages on authentication and on Secrets describe it.
 *
 * Those pages document only the path of a project; we assume similar ones for organizations and users. The server returns
 * 404 for any other spelling: the list has a slash before `?`, a key has none.
 */
const chariot = {
    title: 'Chariot',
    server: { by: 'url', tokenPath: '/auth/client/v2/chariot/login', userPath: '/api/identity/v2/users/me/' },
    inputs: ['url', 'token_parameters', 'project_id', 'organization_id', 'user_id', 'secrets'],
    grants: ['client_credentials'],
    clientAuthentications: ['client_secret_post'],
    secretMethod: 'client_secret_post',
    tokenRequest: { format: 'form' },
    tokenFields: ['access_token'],
    tokenVariable: 'CHARIOT_TOKEN',
    leewaySeconds: 30,
    certificateAlone: true,
    loginInputs: '`client_id` and `client_secret`, `bearer_token`, or a client certificate',
    loginAdvice: [
        'If this login worked before, create new client credentials in Chariot (Profile, Client Credentials): they expire after at most a year',
        'If it never worked, check that `client_id` and `client_secret` are complete and belong to this Chariot',
    ],
    refusals: otherPlatformRefusals,
    revocation: { by: 'nothing', reason: 'Chariot documents no way to revoke a token' },
    whoami: { from: 'endpoint', shown: ['id', 'email', 'name'] },
    secrets: {
        listPath: (owner) => `${settingsPath(owner)}/?sort=name&desc=false`,
        // A key such as secret/Custom/2kFm… keeps its slashes; each of its segments is encoded.
        decryptPath: (owner, key) => `${settingsPath(owner)}/${key.split('/').map(encodeURIComponent).join('/')}?decrypt=true`,
        listPermission: 'secret_list (the roles Reader, Writer and Owner have it)',
        decryptPermission: 'secret_decrypt (the roles Writer and Owner have it, Reader does not)',
    },
};
function settingsPath(owner) {
    return `/api/identity/v2/settings/${owner.kind}/${encodeURIComponent(owner.id)}`;
}

;// CONCATENATED MODULE: ./lib/platforms/keycloak.js

/** Keycloak 17 or newer, or an older one whose `url` ends in `/auth`. */
const keycloak = {
    title: 'Keycloak',
    server: { by: 'tenant', prefix: '' },
    inputs: [
        'url',
        'tenant',
        'username',
        'password',
        'refresh_token',
        'scope',
        'audience',
        'token_parameters',
        'signing_key',
        'signing_key_password',
        'signing_key_id',
        'assertion_audience',
        'id_token_audience',
    ],
    grants: ['client_credentials', 'password', 'refresh_token', 'jwt_bearer'],
    clientAuthentications: [
        'client_secret_post',
        'client_secret_basic',
        'tls_client_auth',
        'private_key_jwt',
        'github_oidc',
        'none',
    ],
    secretMethod: 'client_secret_post',
    tokenRequest: { format: 'form' },
    tokenFields: ['access_token'],
    tokenVariable: 'KEYCLOAK_TOKEN',
    leewaySeconds: 30,
    loginInputs: '`client_id` and `client_secret`, `client_authentication: github_oidc`, or `bearer_token`',
    refusals: [...keycloakRefusals, ...realmRefusals],
    // Not by revocation of the refresh token: an old Keycloak then ends all sessions of the user at this client.
    revocation: { by: 'logout' },
    whoami: {
        from: 'endpoint',
        shown: ['preferred_username', 'email', 'name', 'sub'],
        scope: 'openid',
        permission: 'the scope `openid`',
    },
};

;// CONCATENATED MODULE: ./lib/platforms/dataclarity.js

/** The errors for a wrong path, if the action adds `/auth` to `url`. */
const WITHOUT_PREFIX = [
    {
        error: 'Unable to find matching target resource method',
        code: 'endpoint_not_found',
        advice: 'The server is a Keycloak without `/auth`. Use `platform: keycloak`, with `client_id: dc-ui` for the client of the platform',
    },
    {
        status: 404,
        code: 'endpoint_not_found',
        advice: 'No realm answers at `/auth` or at the path of `url`. Check the host',
    },
];
/**
 * DataClarity, whose login server is a Keycloak below `/auth`.
 *
 * Its page "API authentication" documents the prefix and the public client of its web pages, `dc-ui`. A client with a
 * secret belongs to the customer.
 */
const dataclarity = {
    ...keycloak,
    title: 'DataClarity',
    server: { by: 'tenant', prefix: '/auth' },
    grants: ['client_credentials', 'password', 'refresh_token'],
    refusals: [...WITHOUT_PREFIX, ...keycloak.refusals],
    publicClient: 'dc-ui',
    tokenVariable: 'DATACLARITY_TOKEN',
    loginInputs: '`username` and `password`, `client_id` and `client_secret`, or `bearer_token`',
};

;// CONCATENATED MODULE: ./lib/platforms/descarteslabs.js

/**
 * Descartes Labs, as the class Auth of its Python client logs in: in JSON, with the client secret as the refresh token.
 *
 * The legacy client ID is that of the client's examples. Its grant type is jwt-bearer, but the request contains no assertion
 * (RFC 7523 does not apply).
 */
const descarteslabs = {
    title: 'Descartes Labs',
    server: { by: 'url', fallback: 'https://iam.production.aws.descarteslabs.com', tokenPath: '/token' },
    inputs: ['url', 'refresh_token', 'token_info', 'token_info_path', 'write_token_info', 'scope'],
    grants: ['refresh_token'],
    clientAuthentications: ['none'],
    secretMethod: 'client_secret_post',
    tokenRequest: {
        format: 'json',
        legacyClient: { id: 'ZOBAi4UROl5gKZIpxxlwOEfx8KpqXf2c', scope: 'openid name groups org email' },
    },
    tokenStatus: 200,
    tokenFields: ['access_token', 'id_token'],
    tokenVariable: 'DESCARTESLABS_TOKEN',
    leewaySeconds: 500,
    keepsExpiringToken: true,
    reusesRefreshToken: true,
    loginInputs: '`client_id` and `client_secret`, `token_info`, `token_info_path`, or `bearer_token`',
    loginAdvice: ['Check that `client_id` and `client_secret` belong together, as the page of your account shows them'],
    refusals: otherPlatformRefusals,
    // The `revoke_url` of a token_info would revoke the credential itself.
    revocation: { by: 'nothing', reason: 'Descartes Labs has no way to revoke only a token' },
    whoami: { from: 'claims', shown: ['name', 'email', 'org', 'sub'] },
    pythonClient: { variablePrefix: 'DESCARTESLABS', claimPrefix: 'earthdaily__dl__', hashesSub: true },
};

;// CONCATENATED MODULE: ./lib/platforms/earthone.js

/** EarthDaily's EarthOne, the successor of Descartes Labs: the same logins on another host, but no legacy client. */
const earthone = {
    ...descarteslabs,
    title: 'EarthOne',
    server: { by: 'url', fallback: 'https://iam.production.earthone.earthdaily.com', tokenPath: '/token' },
    tokenRequest: { format: 'json' },
    tokenVariable: 'EARTHONE_TOKEN',
    revocation: { by: 'nothing', reason: 'EarthOne has no way to revoke only a token' },
    pythonClient: { variablePrefix: 'EARTHONE', claimPrefix: 'earthdaily__dl__', hashesSub: false },
};

;// CONCATENATED MODULE: ./lib/platforms/oauth2.js


/** Any server of OAuth 2.0 (RFC 6749) or OpenID Connect. */
const oauth2 = {
    ...keycloak,
    title: 'the OAuth 2.0 server',
    server: { by: 'issuer' },
    inputs: ['issuer', 'token_url', ...keycloak.inputs.filter((name) => name !== 'url' && name !== 'tenant')],
    grants: [...keycloak.grants, 'token_exchange'],
    secretMethod: 'discovered',
    tokenVariable: 'BEARER_TOKEN',
    // Many of these servers are Keycloaks, but their users set neither `url` nor `tenant`.
    refusals: [...keycloakRefusals, ...otherPlatformRefusals],
    revocation: { by: 'revocation' },
};

;// CONCATENATED MODULE: ./lib/platforms/index.js






/** Every platform, by the value of the input `platform`. */
const PLATFORMS = {
    chariot: chariot,
    dataclarity: dataclarity,
    descarteslabs: descarteslabs,
    earthone: earthone,
    keycloak: keycloak,
    oauth2: oauth2,
};

;// CONCATENATED MODULE: ./lib/settings/options.js



/** The inputs that some platforms use and others reject. */
const SPECIAL = new Set(Object.values(PLATFORMS).flatMap(({ inputs }) => inputs));
/** Reads the platform, and rejects inputs that it does not use. @throws ActionError input_invalid, input_conflict */
function parsePlatform(inputs) {
    const name = (0,values/* parseChoice */.HU)('platform', (0,inputs_inputs/* inputValue */.UV)(inputs, 'platform'), platformNames());
    const platform = PLATFORMS[name];
    const isUsed = (input) => platform.inputs.includes(input);
    const isOff = (input) => (0,inputs_inputs/* isDefaulted */.Xk)(input) && !(0,values/* parseBoolean */.yG)(inputs, input);
    const unused = [...SPECIAL].filter((input) => inputs[input] !== undefined && !isUsed(input) && !isOff(input));
    if (unused.length > 0) {
        const list = unused.map((input) => `\`${input}\``).join(' or ');
        throw (0,values/* conflict */.hj)([...unused, `platform: ${name}`], `this platform does not use ${list}`);
    }
    if (inputs.grant_type !== undefined) {
        (0,values/* parseChoice */.HU)('grant_type', inputs.grant_type, platform.grants);
    }
    if (inputs.client_authentication !== undefined) {
        (0,values/* parseChoice */.HU)('client_authentication', inputs.client_authentication, platform.clientAuthentications);
    }
    return platform;
}
function platformNames() {
    return Object.keys(PLATFORMS).filter((name) => name in PLATFORMS);
}
/** Reads the settings that each come from a single input. @throws ActionError input_invalid */
function parseOptions(inputs) {
    const isOn = (name) => (0,values/* parseBoolean */.yG)(inputs, name);
    return {
        whoami: isOn('whoami'),
        exportEnv: isOn('export_env'),
        plainFields: (0,values/* parseNames */.Gw)(inputs, 'plain_fields'),
        rotateAfterDays: (0,values/* parseWhole */.z2)('rotate_after_days', (0,inputs_inputs/* inputValue */.UV)(inputs, 'rotate_after_days'), [0, 36_500]),
        plan: isOn('plan'),
        revoke: isOn('revoke'),
        tokenCache: isOn('token_cache'),
        summary: isOn('summary'),
        timeoutSeconds: (0,values/* parseSeconds */.fL)('timeout_seconds', (0,inputs_inputs/* inputValue */.UV)(inputs, 'timeout_seconds'), 1),
        retries: (0,values/* parseWhole */.z2)('retries', (0,inputs_inputs/* inputValue */.UV)(inputs, 'retries'), [0, 20]),
    };
}

// EXTERNAL MODULE: ./lib/formats/token-info.js
var token_info = __nccwpck_require__(4779);
;// CONCATENATED MODULE: ./lib/settings/python-sources.js





/** Inputs with credentials; if one is set, the variable with a token of an earlier step is not read. */
const CREDENTIAL_INPUTS = ['client_id', 'client_secret', 'refresh_token', 'token_info_path'];
/** Reads the first source with credentials, and masks its secrets. @throws ActionError input_missing, input_invalid, input_conflict */
function readSource(inputs, prefix, environment) {
    rejectMixtures(inputs);
    const { token_info: pasted, token_info_path: path, scope } = inputs;
    if (pasted !== undefined) {
        return { ...readPasted(pasted, environment), scope };
    }
    const direct = readInputsAndVariables(inputs, prefix, environment);
    const { clientId, clientSecret, refreshToken, token, tokenName } = direct;
    const hasClient = (clientId ?? clientSecret ?? refreshToken) !== undefined;
    if (hasClient || (token !== undefined && path === undefined)) {
        return path === undefined ? direct : withFileToken(direct, path, environment);
    }
    const variable = `${prefix}_TOKEN_INFO_PATH`;
    const named = path ?? environment.variable(variable);
    if (named === undefined) {
        return direct;
    }
    const who = path === undefined ? `The variable ${variable}` : PATH_INPUT;
    const file = readFromFile(named, who, environment);
    return { ...file, ...(token === undefined ? {} : { token, tokenName }), scope: scope ?? file.scope };
}
const PATH_INPUT = 'The input `token_info_path`';
/**
 * Adds the token of a file that contains the same credentials. A file that cannot be used is only a warning.
 *
 * @throws ActionError input_missing if the credentials are not complete
 */
function withFileToken(direct, path, environment) {
    const { clientId, refreshToken, clientSecret, token, scope } = direct;
    const secret = refreshToken ?? clientSecret;
    if (clientId === undefined || secret === undefined) {
        const why = 'the file in `token_info_path` does not complete credentials of inputs or variables';
        throw (0,values/* missing */.LO)(clientId === undefined ? '`client_id`' : '`client_secret`', why);
    }
    try {
        const file = readFromFile(path, PATH_INPUT, environment);
        if (file.clientId !== clientId || (file.refreshToken ?? file.clientSecret) !== secret) {
            const text = `${PATH_INPUT} names a file with other credentials, so its token is not used.`;
            return { ...direct, remarks: [{ level: 'notice', text }] };
        }
        const { token: own, tokenName } = file;
        return { ...direct, ...(token === undefined ? { token: own, tokenName } : {}), scope: scope ?? file.scope };
    }
    catch (error) {
        const text = `${(0,errors/* describeFailure */.Ic)((0,errors/* asActionError */.z6)(error))}. The step continues without the file.`;
        return { ...direct, remarks: [{ level: 'warning', text }] };
    }
}
/** Reads each value from its input, or else from its variable. */
function readInputsAndVariables(inputs, prefix, { variable, mask }) {
    const read = (name) => variable(`${prefix}_${name}`);
    const bearerToken = parseBearerToken(inputs);
    const hasCredentials = CREDENTIAL_INPUTS.some((name) => inputs[name] !== undefined);
    const token = bearerToken ?? (hasCredentials ? undefined : read('TOKEN'));
    const source = {
        clientId: inputs.client_id ?? read('CLIENT_ID'),
        clientSecret: inputs.client_secret ?? read('CLIENT_SECRET'),
        refreshToken: inputs.refresh_token ?? read('REFRESH_TOKEN'),
        token,
        scope: inputs.scope,
    };
    mask((0,token_info/* secretsOfTokenInfo */.A5)(source));
    const tokenName = bearerToken === undefined ? `token in ${prefix}_TOKEN` : '`bearer_token`';
    return { ...withUsableToken(source), tokenName, remarks: [] };
}
/** @throws ActionError input_conflict: a pasted text is never combined with other credentials */
function rejectMixtures(inputs) {
    const other = [...CREDENTIAL_INPUTS, 'bearer_token'].find((name) => inputs[name] !== undefined);
    if (inputs.token_info !== undefined && other !== undefined) {
        throw (0,values/* conflict */.hj)(['token_info', other], '`token_info` contains all credentials');
    }
}
function readPasted(text, { mask }) {
    const info = (0,token_info/* parsePastedTokenInfo */.Cj)(text);
    mask(info === undefined ? [] : (0,token_info/* secretsOfTokenInfo */.A5)(info));
    if (info?.clientId === undefined || (info.clientSecret ?? info.refreshToken) === undefined) {
        throw (0,values/* invalid */.Gq)('token_info', 'is not the text from the web page of the platform', 'Copy the complete text');
    }
    return { ...info, token: undefined, tokenName: '`bearer_token`', remarks: [] };
}
function readFromFile(path, who, { readFile, mask }) {
    const info = (0,token_info/* readTokenInfoFile */.G_)(path, who, (name) => readFile(name).toString());
    mask((0,token_info/* secretsOfTokenInfo */.A5)(info));
    return { ...withUsableToken(info), tokenName: '`jwt_token` of the file', remarks: [] };
}
/** Drops a token that no header can contain, as the Python client does. */
function withUsableToken(info) {
    return info.token !== undefined && (0,oauth_token/* isBearerToken */.Zc)(info.token) ? info : { ...info, token: undefined };
}

;// CONCATENATED MODULE: ./lib/settings/python-login.js



/**
 * Reads the login of a platform whose Python client stores credentials: from inputs and variables, or else from one file.
 *
 * @throws ActionError input_missing, input_invalid, input_conflict
 */
function parseStoredLogin(inputs, platform, environment) {
    const source = readSource(inputs, platform.pythonClient.variablePrefix, environment);
    const { clientId, clientSecret, refreshToken, token, scope } = source;
    const secret = refreshToken ?? clientSecret;
    const isPair = clientId !== undefined && secret !== undefined;
    if (token === undefined && !isPair) {
        const absent = clientId === undefined ? 'client_id' : 'client_secret';
        throw clientId === undefined && secret === undefined
            ? noCredentials(platform)
            : (0,values/* missing */.LO)(`\`${absent}\``, '`client_id` and `client_secret` are used only together');
    }
    const differ = clientSecret !== undefined && refreshToken !== undefined && clientSecret !== refreshToken;
    return {
        bearerToken: token,
        suppliedTokenName: source.tokenName,
        tokenAudience: clientId,
        credentials: isPair
            ? {
                clientId,
                grant: { type: 'refresh_token', refreshToken: secret },
                clientAuthentication: { method: 'none' },
                negotiable: false,
                scope,
                audience: undefined,
            }
            : undefined,
        remarks: differ ? [...source.remarks, { level: 'warning', text: MISMATCH }] : source.remarks,
    };
}
/** In the words of the Python client. */
const MISMATCH = 'Authentication token mismatch: both the client secret and the refresh token are provided but differ in value; the refresh token will be used for authentication.';

// EXTERNAL MODULE: ./lib/language/steering-variables.js
var steering_variables = __nccwpck_require__(8120);
;// CONCATENATED MODULE: ./lib/settings/secrets.js



/** Reads `token_variable`: a name, `none`, or by default the platform's variable. @throws ActionError input_invalid */
function parseTokenVariable(value, fallback) {
    if (value === undefined || value === 'none') {
        return value === undefined ? fallback : undefined;
    }
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(value) || (0,steering_variables/* isKeptByRunner */.u)(value)) {
        throw (0,values/* invalid */.Gq)('token_variable', `must not be ${(0,untrusted_text/* quote */.hD)(value)}`, 'Set the name of a variable, or none');
    }
    return value;
}
/** Reads the owner of the Secrets. @throws ActionError input_missing, input_conflict, input_invalid */
function parseOwner(inputs, isNeeded) {
    const kinds = ['project', 'organization', 'user'];
    const owners = kinds.flatMap((kind) => {
        const name = `${kind}_id`;
        const id = inputs[name];
        return id === undefined ? [] : [{ kind, id: (0,values/* parseId */.Fg)(name, id) }];
    });
    const [owner, ...others] = owners;
    if (others.length > 0) {
        const names = owners.map(({ kind }) => `${kind}_id`);
        throw (0,values/* conflict */.hj)(names, 'a step fetches the Secrets of only one owner');
    }
    if (isNeeded && owner === undefined) {
        throw (0,values/* missing */.LO)('`project_id`, `organization_id` or `user_id`', '`secrets` is set, and Secrets belong to an owner');
    }
    return owner;
}
/** Describes an owner that is set without `secrets`. */
function ownerRemarks(owner, requests) {
    const text = `\`${owner?.kind}_id\` is set, but \`secrets\` is empty: no Secret is fetched.`;
    return owner === undefined || requests.length > 0 ? [] : [{ level: 'notice', text }];
}

;// CONCATENATED MODULE: ./lib/settings/token-info-file.js


/**
 * Reads whether and where to write a token_info.json.
 *
 * @throws ActionError input_missing, input_conflict
 */
function parseTokenInfoFile(inputs, { platform, login }, environment) {
    if (!(0,values/* parseBoolean */.yG)(inputs, 'write_token_info') || platform.pythonClient === undefined) {
        return undefined;
    }
    if (login.credentials === undefined) {
        throw (0,values/* missing */.LO)('`client_id` with `client_secret`', '`write_token_info` is set, and the file must contain both to be refreshed');
    }
    if (inputs.token_variable !== undefined && inputs.token_variable !== 'none') {
        const why = 'the Python client would use the token in the variable instead of the file';
        throw (0,values/* conflict */.hj)(['write_token_info', 'token_variable'], why);
    }
    const prefix = platform.pythonClient.variablePrefix;
    const isSet = (name) => environment.variable(name) !== undefined;
    return {
        path: environment.pathOf(token_info/* TOKEN_INFO_FILE */.ed),
        variable: `${prefix}_TOKEN_INFO_PATH`,
        stale: isSet(platform.tokenVariable) ? platform.tokenVariable : undefined,
        rivals: [
            ...['CLIENT_ID', 'CLIENT_SECRET', 'REFRESH_TOKEN'].map((name) => `${prefix}_${name}`),
            // The client also reads these names; any of them keeps it from reading the file.
            ...['CLIENT_ID', 'CLIENT_SECRET'],
        ].filter(isSet),
    };
}

;// CONCATENATED MODULE: ./lib/settings/settings.js












/**
 * Turns inputs into settings before any request is sent.
 *
 * @throws ActionError input_missing, input_invalid, input_conflict, endpoint_insecure, name_refused, name_conflict,
 *   runner_unsupported, certificate_unusable
 */
async function parseSettings(inputs, environment) {
    const { tls, ...parsed } = parseInputs(inputs, environment);
    if (tls.client === undefined && tls.authorities === undefined && tls.verify) {
        return { ...parsed, security: secure_context/* DEFAULT_SECURITY */.n7 };
    }
    // Loaded on demand: only a run with certificates pays for the code that reads them.
    const { loadSecurity } = await __nccwpck_require__.e(/* import() */ 55).then(__nccwpck_require__.bind(__nccwpck_require__, 55));
    const { security, remarks } = await loadSecurity(tls, environment);
    return { ...parsed, security, remarks: [...parsed.remarks, ...remarks] };
}
/** Turns inputs into settings, but reads no certificates. @throws ActionError as `parseSettings` */
function parseInputs(inputs, environment) {
    const platform = parsePlatform(inputs);
    const options = parseOptions(inputs);
    const secretRequests = (0,request/* parseSecretRequests */.q)(inputs.secrets ?? '');
    const owner = parseOwner(inputs, secretRequests.length > 0);
    const address = parseAddress(inputs, platform);
    const tls = parseTls(inputs);
    checkWhoami(options, platform, address);
    const context = { platform, address, hasCertificate: tls.client !== undefined, environment };
    const login = (0,platforms_platform/* keepsTokenInfo */.A)(platform)
        ? parseStoredLogin(inputs, platform, environment)
        : withOpenid(parseLogin(inputs, context), options, platform);
    const tokenInfoFile = parseTokenInfoFile(inputs, { platform, login }, environment);
    const { exportEnv, plan } = options;
    const named = exportEnv ? parseTokenVariable(inputs.token_variable, platform.tokenVariable) : undefined;
    const tokenVariable = tokenInfoFile === undefined ? named : undefined;
    (0,taken_names/* checkRequests */.hI)({ exportEnv, plan, tokenVariable, secretRequests });
    return {
        ...address,
        ...login,
        ...options,
        remarks: [...ownerRemarks(owner, secretRequests), ...login.remarks],
        platform,
        leewaySeconds: (0,values/* parseSeconds */.fL)('leeway_seconds', inputs.leeway_seconds ?? String(platform.leewaySeconds), 0),
        tokenInfoFile,
        owner,
        secretRequests,
        tokenVariable,
        tls,
    };
}
/** @throws ActionError input_conflict if no endpoint returns the owner of a token */
function checkWhoami({ whoami }, platform, { metadata, issuer }) {
    const isUnknown = metadata !== undefined && metadata.userEndpoint === undefined && issuer === undefined;
    if (whoami && platform.whoami.from === 'endpoint' && isUnknown) {
        throw (0,values/* conflict */.hj)(['whoami', 'token_url'], '`whoami` needs an issuer', 'Also set `issuer`, or remove `whoami`');
    }
}
/**
 * Requests the scope that `whoami` needs, unless the workflow sets a scope itself.
 *
 * Not for a refresh, whose scope may not be wider than the first one (RFC 6749 section 6).
 */
function withOpenid(login, { whoami }, platform) {
    const { credentials } = login;
    const isOpen = credentials !== undefined && credentials.scope === undefined && credentials.grant.type !== 'refresh_token';
    const { scope } = platform.whoami;
    return whoami && isOpen ? { ...login, credentials: { ...credentials, scope, addsScope: true } } : login;
}

;// CONCATENATED MODULE: ./lib/run.js


/** Does everything that the main step does; what follows the inputs is loaded on demand. @throws ActionError */
async function run(runner, open) {
    const { variables, masker } = runner;
    const environment = (0,machine_environment/* readEnvironment */.Qo)(variables, masker.mask);
    const settings = await parseSettings(runner.readInputs(), environment);
    runner.begin(settings);
    const { connect, openSession, prepareUndo } = await __nccwpck_require__.e(/* import() */ 407).then(__nccwpck_require__.bind(__nccwpck_require__, 4407));
    const { close, ports, beforeDeadline } = (open ?? connect)(settings, variables, runner.ports);
    const undo = prepareUndo(settings, { environment, save: runner.save });
    const session = await openSession(settings, ports, undo).finally(close);
    const { preparePublication } = await Promise.all(/* import() */[__nccwpck_require__.e(767), __nccwpck_require__.e(654)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6654));
    const { publication, summary } = preparePublication(session, settings, { environment, masker, variables });
    await beforeDeadline(runner.flush(), 'waiting until the runner has read the masks');
    runner.publish(publication, summary);
}

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
const SIGNALS = [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
];
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

;// CONCATENATED MODULE: ./lib/failure/journal.js
/** Creates an empty journal. */
function createJournal(log) {
    let settings;
    const parts = new Map();
    return {
        settings: () => settings,
        begin(checked) {
            settings = checked;
            checked.remarks.forEach(({ level, text }) => void log[level](text));
        },
        parts: () => [...parts],
        async track(part, work) {
            parts.set(part, 'running');
            try {
                const result = await work();
                parts.set(part, 'done');
                return result;
            }
            catch (error) {
                // The first failure stops the other parts, which then also fail.
                if (![...parts.values()].includes('failed')) {
                    parts.set(part, 'failed');
                }
                throw error;
            }
        },
    };
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/machine/files.js
var files = __nccwpck_require__(4593);
// EXTERNAL MODULE: ./lib/machine/own-folder.js
var own_folder = __nccwpck_require__(5911);
// EXTERNAL MODULE: ./lib/undo/state.js
var undo_state = __nccwpck_require__(8778);
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
const toolkit_getInput = getInput;
/** Reads what an earlier process of this step saved under a name; empty if there is nothing. */
const toolkit_getState = (/* unused pure expression or super */ null && (getToolkitState));
/**
 * Appends entries to a file of the runner in one write, in the form of the toolkit.
 *
 * The toolkit opens the file once for each entry, and loads Node's cryptography for a random delimiter. Here, no name and no value
 * contains the delimiter, because one is chosen that does not occur in any of them.
 *
 * @throws Error of the file system; the file is never created, and contains no part of an entry
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#multiline-strings
 */
function appendEntries(file, entries) {
    const delimiter = delimiterFor(entries.flat());
    const text = Array.from(entries, ([name, value]) => [`${name}<<${delimiter}`, value, delimiter, ''].join(external_node_os_.EOL)).join('');
    if (text === '') {
        return;
    }
    const { size } = (0,external_node_fs_.statSync)(file);
    const opened = (0,external_node_fs_.openSync)(file, external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_APPEND);
    try {
        (0,external_node_fs_.writeFileSync)(opened, text);
    }
    catch (error) {
        // A full disk takes a part of the text, and the runner rejects a file with a part of an entry.
        (0,json/* attempt */.CD)(() => (0,external_node_fs_.ftruncateSync)(opened, size));
        throw error;
    }
    finally {
        (0,external_node_fs_.closeSync)(opened);
    }
}
function delimiterFor(texts) {
    for (let number = 0;; number += 1) {
        const delimiter = `ghadelimiter_${process.pid}_${number}`;
        if (!texts.some((text) => text.includes(delimiter))) {
            return delimiter;
        }
    }
}

;// CONCATENATED MODULE: ./lib/runner/publish.js








/** The variables that name the files of an action. Without these files, the toolkit would print values. */
const COMMAND_FILES = ['GITHUB_STATE', 'GITHUB_OUTPUT', 'GITHUB_ENV'];
/** Saves the state of a step. @throws ActionError publication_failed */
function publish_saveState(state, variable) {
    try {
        appendEntries(variable('GITHUB_STATE'), [[undo_state/* STATE_NAME */.sf, (0,undo_state/* formatState */.lN)(state)]]);
    }
    catch (error) {
        throw unwritable('file in GITHUB_STATE', error);
    }
}
/**
 * Creates the step's own folder, then writes state, files, outputs, variables and summary, in this order and in one turn of
 * the event loop. Every value is masked before.
 *
 * @throws ActionError publication_failed, runner_unsupported, after everything that was written is undone
 */
function writePublication(publication, summary, variable) {
    const { state } = publication;
    const own = [];
    let undo = () => { };
    let place = 'files of the runner';
    try {
        undo = rememberSizes([...COMMAND_FILES, 'GITHUB_STEP_SUMMARY'].map(variable));
        if (publication.files.length > 0) {
            place = 'folder in RUNNER_TEMP';
            (0,files/* checkTemp */.t4)(variable('RUNNER_TEMP'), variable('GITHUB_WORKSPACE'));
            own.push((0,own_folder/* createFolder */.vV)(publication.folder));
        }
        place = 'file in GITHUB_STATE';
        const saved = (0,undo_state/* formatState */.lN)({ ...state, folders: [...state.folders, ...own] });
        appendEntries(variable('GITHUB_STATE'), [[undo_state/* STATE_NAME */.sf, saved]]);
        place = 'folder in RUNNER_TEMP';
        (0,files/* writeFiles */.hV)(publication.folder, publication.files);
        place = 'file in GITHUB_OUTPUT';
        appendEntries(variable('GITHUB_OUTPUT'), publication.outputs);
        place = 'file in GITHUB_ENV';
        appendEntries(variable('GITHUB_ENV'), publication.variables);
        place = 'file in GITHUB_STEP_SUMMARY';
        appendSummary(variable('GITHUB_STEP_SUMMARY'), summary);
    }
    catch (error) {
        undo();
        // If another program has opened a file (Windows), the folder stays until the runner empties RUNNER_TEMP.
        own.forEach((folder) => void (0,own_folder/* removeFolder */.v$)((0,external_node_path_.dirname)(publication.folder), folder));
        throw error instanceof errors/* ActionError */.lZ ? error : unwritable(place, error);
    }
}
/** Writes the output `error_code` and the summary of a failure, as far as that is possible; never throws. */
function writeFailure({ code, summary }, isQuiet, variable) {
    // A file can be missing, or the disk can be full; the error line may be about that.
    (0,json/* attempt */.CD)(() => appendEntries(variable('GITHUB_OUTPUT'), [['error_code', code]]));
    (0,json/* attempt */.CD)(() => isQuiet || appendSummary(variable('GITHUB_STEP_SUMMARY'), summary));
}
/** Records the sizes of files. Returns a function that truncates the files to these sizes, as far as it can. */
function rememberSizes(files) {
    const sizes = files.map((file) => [file, (0,external_node_fs_.statSync)(file, { throwIfNoEntry: false })?.size ?? 0]);
    return () => {
        for (const [file, size] of sizes) {
            // A file that cannot be truncated could not be written either. The other files still can be.
            (0,json/* attempt */.CD)(() => (0,external_node_fs_.truncateSync)(file, size));
        }
    };
}
/** Appends to the job summary at once, unlike the toolkit; a runner without summaries sets no file. */
function appendSummary(file, summary) {
    if (file !== '' && summary !== '') {
        (0,external_node_fs_.appendFileSync)(file, summary);
    }
}
/** Makes the error for a failed write. */
function unwritable(place, error) {
    const code = (0,json/* codeOf */.$N)(error);
    const why = code === 'ENOENT' && place.startsWith('file') ? 'it does not exist' : code;
    return new errors/* ActionError */.lZ('publication_failed', `The ${place} could not be written (${why})`, { cause: error });
}

// EXTERNAL MODULE: ./lib/did-you-mean.js
var did_you_mean = __nccwpck_require__(4777);
;// CONCATENATED MODULE: ./lib/inputs/unknown.js






/** How the name of a variable starts that contains an input (actions/runner Handler.cs, AddInputsToEnvironment). */
const PREFIX = 'INPUT_';
/**
 * Finds the unknown inputs of a step, in the order of their names.
 *
 * The runner replaces blanks in a key by `_`, so `export env` is the known input. Hyphens stay, so `export-env` is unknown.
 */
function findUnknownInputs(variables) {
    const known = new Set((0,inputs_inputs/* inputNames */.vj)());
    return Object.entries(variables)
        .filter(([variable]) => variable.startsWith(PREFIX))
        .map(([variable, value = '']) => ({ name: variable.slice(PREFIX.length).toLowerCase(), value }))
        .filter(({ name }) => name !== '' && !known.has(name))
        .map((input) => ({ ...input, near: nearInputs(input.name) }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
}
/** Names with this many letters or more are near if they differ in two edits; shorter ones, in one. */
const LONG = 7;
function nearInputs(name) {
    return (0,inputs_inputs/* inputNames */.vj)()
        .map((known) => ({ known, distance: (0,did_you_mean/* editDistance */.YC)(letters(name), letters(known)) }))
        .filter(({ known, distance }) => distance <= (letters(known).length >= LONG ? 2 : 1))
        .sort((a, b) => a.distance - b.distance)
        .map(({ known }) => known);
}
function letters(name) {
    return name.replace(/[\s_-]/g, '').toLowerCase();
}
/** Lists the values that are secret if the workflow means a near input. */
function secretsInUnknown(unknown) {
    return unknown.flatMap(({ near, value }) => [
        ...(near.some((name) => (0,content/* isSecretInput */.pX)(name, value)) ? [value] : []),
        ...(near.includes('token_parameters') ? (0,token_parameters/* secretTokenParameters */.u)(value) : []),
    ]);
}
/**
 * Describes all unknown inputs in one warning, without their values; returns undefined if there are none.
 *
 * Other runners than GitHub's pass the inputs of a composite action to its inner steps, so there the workflow may be correct.
 *
 * @throws ActionError input_invalid on GitHub's runner, if an input that is not empty is near a known one
 */
function unknownInputWarning(unknown, isGitHub) {
    if (unknown.length === 0) {
        return undefined;
    }
    const what = `input${unknown.length === 1 ? '' : 's'} ${unknown.map(described).join(', ')}`;
    if (isGitHub && unknown.some(({ near, value }) => near.length > 0 && value.trim() !== '')) {
        throw new errors/* ActionError */.lZ('input_invalid', `The action has no ${what}.`);
    }
    return `The action ignores the unknown ${what}.`;
}
function described({ name, near }) {
    const names = near.map((known) => `\`${known}\``).join(' or ');
    return `${(0,untrusted_text/* quote */.hD)(name)}${names === '' ? '' : ` (did you mean ${names}?)`}`;
}

;// CONCATENATED MODULE: ./lib/runner/read-inputs.js






/**
 * Reads every input, masks the secret ones, and warns about those that action.yml does not declare.
 *
 * @throws ActionError runner_unsupported, input_invalid
 */
function readInputs({ variables, getInput }, { mask, log }) {
    const inputs = Object.fromEntries((0,inputs_inputs/* inputNames */.vj)()
        .map((name) => [name, getInput(name, { trimWhitespace: !(0,inputs_inputs/* isVerbatimInput */.PB)(name) })])
        .filter(([, value]) => value !== ''));
    const unknown = findUnknownInputs(variables);
    mask([...(0,content/* secretsIn */.VY)(inputs), ...secretsInUnknown(unknown)]);
    const missing = COMMAND_FILES.find((file) => !variables[file]);
    if (missing !== undefined) {
        throw new errors/* ActionError */.lZ('runner_unsupported', `The runner provides no file in ${missing}`);
    }
    const warning = unknownInputWarning(unknown, (0,machine_environment/* isGitHubRunner */.KO)(variables));
    if (warning !== undefined) {
        log.warning(warning);
    }
    return inputs;
}

// EXTERNAL MODULE: ./lib/masking/escapes.js
var escapes = __nccwpck_require__(9579);
// EXTERNAL MODULE: ./lib/masking/forms.js
var masking_forms = __nccwpck_require__(2552);
// EXTERNAL MODULE: ./lib/masking/masks.js + 3 modules
var masking_masks = __nccwpck_require__(368);
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
        return [...steps.filter((step) => step !== text), text].flatMap(masking_masks/* commandData */.wq).map(actCommand);
    };
    return { spellingsOf, commandsFor: (texts) => texts.flatMap(commandsFor) };
}
function spellingsOf(piece) {
    const forms = RUNNER_FORMS.map((write) => write(piece.toWellFormed())).filter((form) => form.length >= masking_forms/* SHORTEST */.tl);
    return [piece, asVariable(piece), ...forms];
}
const base64From = (start) => (text) => Buffer.from(text, 'utf8').subarray(start).toString('base64');
/** The forms that GitHub's runner masks on its own (ValueEncoders.cs), without those that `forms.ts` masks on every runner. */
const RUNNER_FORMS = [
    base64From(0),
    base64From(1),
    base64From(2),
    (text) => text.replaceAll('"', '\\"'),
    (0,escapes/* entities */.O5)(['&quot;', '&apos;']),
];
/**
 * Writes the line that masks a text in act and shows nothing of the text.
 *
 * For act, the name of a command ends at the last `::` of the line. `::add-mask::a::b` is therefore an unknown command, which
 * act prints. `##[add-mask]a::b` is a known command, for GitHub's runner also.
 */
function actCommand(text) {
    return (0,masking_masks/* addMask */.eu)(text, needsBrackets(text));
}
function needsBrackets(text) {
    return `:${text}`.includes('::') || (0,masking_masks/* isCommandToo */.Uh)(text);
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
    const isHidden = !(0,masking_masks/* isMaskable */.h_)(text.replaceAll('*', ''));
    if (isHidden || isReadable(text)) {
        return isHidden ? [] : [text];
    }
    const parts = bestCut(text);
    const pieces = [...new Set(parts.filter(isPiece))].sort((a, b) => b.length - a.length);
    const left = parts.map((part) => (isPiece(part) ? '***' : part)).join('');
    return pieces.length === 0 ? [] : [...pieces, ...stepsToHide(left)];
}
/** Where a text can be cut so that act can read its parts: at colons or at brackets. */
const SEPARATORS = [/(^:+|:{2,})/, /(\])/];
/** Cuts a text inside each escape and at the separators that leave fewer characters outside the pieces; keeps the separators. */
function bestCut(text) {
    const cuts = SEPARATORS.map((separator) => text.split(/(?<=%0)(?=[AD])/).flatMap((part) => part.split(separator)));
    const outside = (parts) => parts.reduce((sum, part) => sum + (isPiece(part) ? 0 : part.length), 0);
    return cuts.reduce((best, cut) => (outside(cut) < outside(best) ? cut : best));
}
/** Tells whether a part can be a mask; a shorter one would hide more of the log than of the secret. */
function isPiece(part) {
    return !(0,masking_masks/* isShort */.tQ)(part) && (0,masking_masks/* isMaskable */.h_)(part) && /[^*]/.test(part);
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
            piecesOf(mask).forEach(index);
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
function piecesOf(mask) {
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
function createMasker(print, reader = masking_masks/* githubReader */.dg) {
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
            for (const mask of unseen.flatMap((text) => (0,masking_masks/* masksOf */.JF)(text, plain, reader))) {
                if (!registered.has(mask)) {
                    registered.add(mask);
                    fresh.push(mask);
                }
            }
            const ordered = fresh.sort((a, b) => b.length - a.length);
            search.add(ordered.filter((text) => !(0,masking_masks/* isShort */.tQ)(text)));
            short.push(...ordered.filter(masking_masks/* isShort */.tQ));
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

;// CONCATENATED MODULE: ./lib/runner/step.js







/** Creates the connection to the runner, from `process.env` and `process.stdout`. */
function createStep(variables, stdout) {
    // nektos/act sets this variable.
    const reader = variables['ACT'] === 'true' ? createActReader() : masking_masks/* githubReader */.dg;
    // One write for all masks of a text; the toolkit would make one for each mask.
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
        idTokenRequest: () => (0,machine_environment/* idTokenRequestOf */.P)({ variable: (name) => variables[name] || undefined, mask }),
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
    return variables['RUNNER_DEBUG'] === '1' || !(0,machine_environment/* isGitHubRunner */.KO)(variables);
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

;// CONCATENATED MODULE: ./lib/runner/runner.js







/** Creates the only connection to the runner, from `process.env` and `process.stdout`, which the toolkit also uses. */
function createRunner(variables, stdout) {
    const step = createStep(variables, stdout);
    const { isRequested, settle, handleSignals } = createCancellation(stdout);
    const journal = createJournal(step.ports.log);
    const ports = { ...step.ports, track: journal.track, isCancelled: isRequested };
    let end = setExitCode;
    const variable = (name) => variables[name] ?? '';
    return {
        ...step,
        ports,
        begin: journal.begin,
        readInputs: () => readInputs({ variables, getInput: toolkit_getInput }, ports),
        save(state) {
            publish_saveState(state, variable);
            settleIfFinal(state, settle);
        },
        flush: () => flushOutput(stdout),
        publish(publication, summary) {
            if (!isRequested()) {
                writePublication(publication, summary, variable);
                printPublication(publication, ports.log);
            }
        },
        start() {
            end = failIfUnfinished(() => void (isRequested() || printer.error(UNFINISHED, {})));
            handleSignals((signal) => ports.log.info(`Cancelled (${signal}): ${CANCELLED}`));
        },
        succeed: () => end(0),
        async fail(error) {
            end(1);
            const report = await describe(error, { variables, journal, redact: step.masker.redact }).catch(() => undefined);
            if (!isRequested()) {
                fail(report, variable);
            }
            settle();
        },
    };
}
/** A shared token may still be replaced by a new login. */
function settleIfFinal({ token }, settle) {
    if (token !== undefined) {
        settle();
    }
}
function setExitCode(exitCode) {
    process.exitCode = exitCode;
}
const UNFINISHED = 'The action stopped before its work was done. Nothing was exported. Report this defect as an issue in its repository.';
const UNDESCRIBED = 'The action failed, and its error cannot be described. Report this defect as an issue in its repository.';
const CANCELLED = 'this step stops now, and its post step cleans up.';
/** Loaded on demand: only a failed run pays for the code that describes failures. */
async function describe(error, context) {
    const { reportFailure } = await __nccwpck_require__.e(/* import() */ 758).then(__nccwpck_require__.bind(__nccwpck_require__, 9758));
    return reportFailure(error, context);
}
/** Fails the step, also if its error cannot be described: Node would then print a stack, in which a secret could be. */
function fail(report, variable) {
    if (report === undefined) {
        printer.error(UNDESCRIBED, {});
        return;
    }
    printFailure(report, printer);
    writeFailure(report, /^(?:false|False|FALSE)$/.test(toolkit_getInput('summary', { trimWhitespace: true })), variable);
}

;// CONCATENATED MODULE: ./lib/main.js



const runner = createRunner(process.env, process.stdout);
runner.start();
void run(runner)
    .then(runner.succeed, runner.fail)
    .then(() => exitSoon(process.stdout));

module.exports = __webpack_exports__;
/******/ })()
;