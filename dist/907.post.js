"use strict";
exports.id = 907;
exports.ids = [907];
exports.modules = {

/***/ 927:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RZ: () => (/* binding */ codeOfStatus),
/* harmony export */   Vh: () => (/* binding */ readJson),
/* harmony export */   n: () => (/* binding */ answerError),
/* harmony export */   oJ: () => (/* binding */ isSuccess),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   t4: () => (/* binding */ errorBody)
/* harmony export */ });
/* unused harmony exports endpoint, authorizationOf, oauthErrorOf, certificateAloneRefusal */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(357);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60);
/* harmony import */ var _server_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(417);
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(540);




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
const OAUTH_ERROR_CODES = (/* unused pure expression or super */ null && ([
    'invalid_request',
    'invalid_client',
    'invalid_grant',
    'unauthorized_client',
    'unsupported_grant_type',
    'invalid_scope',
    'access_denied',
    'invalid_target',
]));
/** Returns the OAuth error code in a response, wherever it is. */
function oauthErrorOf(response) {
    const words = [...wordsOfBody(response), ...wordsOfChallenge(response.challenge ?? '')];
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

/***/ 314:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ startDeadline),
/* harmony export */   x: () => (/* binding */ monotonic)
/* harmony export */ });
/** Returns milliseconds on a clock that system time changes do not affect; `performance` would load eight modules for this. */
function monotonic() {
    return Number(process.hrtime.bigint()) / 1e6;
}
/** A timer that runs once at most, whoever starts it. */
function createAlarm(left, ring) {
    let timer;
    return {
        start() {
            timer ??= setTimeout(ring, left());
        },
        stop() {
            clearTimeout(timer);
            timer = undefined;
        },
    };
}
/**
 * Starts the clock.
 *
 * Its timer keeps the process alive. If everything else that Node waits for is gone, the run still fails with an error
 * and does not exit with code 0. There is one timer for all work, since a run can have thousands of requests.
 */
function startDeadline(seconds) {
    const end = monotonic() + seconds * 1000;
    const left = () => Math.max(0, end - monotonic());
    const bounded = new Set();
    const sleepers = new Set();
    let isClosed = false;
    const alarm = createAlarm(left, () => bounded.forEach((expire) => void expire()));
    alarm.start();
    return {
        seconds,
        left,
        bound: (work, late) => new Promise((resolve, reject) => {
            const expire = () => reject(late());
            // Work that is done only after a long computation of this process is late, too.
            if (left() === 0) {
                expire();
            }
            bounded.add(expire);
            alarm.start();
            void work.then(resolve, reject).then(() => {
                bounded.delete(expire);
                // The last work of a run is done after its connections are closed.
                return isClosed && bounded.size === 0 && alarm.stop();
            });
        }),
        sleep: (ms) => new Promise((resolve) => void sleepers.add(setTimeout(resolve, ms))),
        close() {
            isClosed = true;
            bounded.clear();
            alarm.stop();
            sleepers.forEach(clearTimeout);
        },
    };
}


/***/ }),

/***/ 807:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qf: () => (/* binding */ unusableAnswer),
/* harmony export */   VV: () => (/* binding */ cutShort),
/* harmony export */   hM: () => (/* binding */ ExplainedError)
/* harmony export */ });
/** An error that contains its explanation, for example from a proxy or from the reader of the body. */
class ExplainedError extends Error {
    problem;
    constructor(problem, cause) {
        super(`${problem.what}: ${problem.why}`, { cause });
        this.problem = problem;
    }
}
/** Makes the error for an answer that cannot be used. */
function unusableAnswer(why, { passes = false, cause } = {}) {
    return new ExplainedError({ code: 'response_invalid', what: 'got an unusable answer', why, passes }, cause);
}
/** Makes the error for an answer without its end. */
function cutShort(cause) {
    return unusableAnswer('the body was cut short', { cause, passes: true });
}


/***/ }),

/***/ 75:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ isDirect),
/* harmony export */   n: () => (/* binding */ bareHost)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _ports_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(720);


/**
 * Tells whether requests to a host use no proxy: always for this machine, else according to the list in `no_proxy`.
 *
 * An entry is `*`, a host (with its subdomains), `.domain` (the same, as in curl), `*.domain` (subdomains only), a literal
 * address, or a network (`10.0.0.0/8`). Each may end with `:port`. Commas or spaces separate the entries.
 */
function isDirect(url, noProxy) {
    if ((0,_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .isLoopback */ .U)(url.hostname)) {
        return true;
    }
    const host = bareHost(url.hostname);
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
/** Returns the host of a URL as the system expects it: an IPv6 address without brackets, a name without its last dot. */
function bareHost(hostname) {
    return hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}
function splitPort(entry) {
    const [, bracketed, bracketedPort] = /^\[([^\]]+)\](?::(\d+))?$/.exec(entry) ?? [];
    if (bracketed !== undefined) {
        return [bracketed, bracketedPort];
    }
    // An entry with several colons is an IPv6 address.
    const [, pattern = entry, port] = /^([^:]+):(\d+)$/.exec(entry) ?? [];
    return [pattern, port];
}
function isMatch(host, pattern) {
    if (pattern === '*') {
        return true;
    }
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) > 0) {
        return isInNetwork(host, pattern);
    }
    const name = pattern.replace(/^(?:\*\.|\.)/, '').replace(/\.$/, '');
    return host.endsWith(`.${name}`) || (host === name && !pattern.startsWith('*'));
}
function isInNetwork(host, pattern) {
    const [address = pattern, bits] = pattern.split('/', 2);
    const family = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address);
    const most = family === 6 ? 128 : 32;
    const prefix = bits === undefined ? most : Number(/^\d*$/.exec(bits)?.[0] ?? Number.NaN);
    if (family === 0 || family !== (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) || !(prefix <= most)) {
        return false;
    }
    const type = family === 6 ? 'ipv6' : 'ipv4';
    const network = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    network.addSubnet(address, prefix, type);
    return network.check(host, type);
}


/***/ }),

/***/ 534:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $n: () => (/* binding */ beginProgress),
/* harmony export */   Af: () => (/* binding */ limitsOf),
/* harmony export */   Rd: () => (/* binding */ NO_LIMIT_MS),
/* harmony export */   ZZ: () => (/* binding */ layerOf),
/* harmony export */   bl: () => (/* binding */ watchSocket)
/* harmony export */ });
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(314);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(807);


/** The layer of each phase. */
const LAYERS = [
    [/(?:to|for) the proxy|^(?:looking|connecting).* through/, 'proxy'],
    [/^looking/, 'name'],
    [/^connecting/, 'TCP'],
    [/TLS/, 'TLS'],
    [/answer/, 'answer'],
];
/** The layer of failures that can become visible in a later phase: a certificate can be rejected after the handshake. */
const LAYER_OF_CODE = {
    certificate_required: 'TLS',
    certificate_refused: 'TLS',
    server_untrusted: 'TLS',
    proxy_refused: 'proxy',
    proxy_failed: 'proxy',
};
/** Tells in which layer a request ended. */
function layerOf(phase, code) {
    return LAYER_OF_CODE[code] ?? LAYERS.find(([pattern]) => pattern.test(phase))?.[1];
}
/** A try that makes no progress ends long before the deadline, so that another one fits; a slow server gets a minute. */
function limitsOf(timeoutSeconds) {
    return { connectMs: Math.max(10, timeoutSeconds / 12) * 1000, silenceMs: Math.max(60, timeoutSeconds / 2) * 1000 };
}
/** The longest time of a timer in Node, 24 days, for what has no limit. */
const NO_LIMIT_MS = 2 ** 31 - 1;
/** Begins a try; `way` completes the name of each phase. */
function beginProgress(limits, position, way = '') {
    let timer;
    let fail = () => { };
    let isFinished = false;
    const stops = [];
    const progress = {
        opened: false,
        sent: true,
        sentAt: (0,_deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .monotonic */ .x)(),
        answered: false,
        failed: new Promise((_resolve, reject) => {
            fail = reject;
        }),
        fail: (error) => fail(error),
        enter(phase) {
            // A socket of a finished try may still send events: Node reports a name that it has looked up for a closed socket.
            if (isFinished) {
                return;
            }
            position.phase = phase + way;
            clearTimeout(timer);
            timer = setTimeout(() => fail(stallError(position, progress)), progress.sent ? limits.silenceMs : limits.connectMs);
        },
        onCancel: (stop) => void stops.push(stop),
        cancel() {
            for (const stop of stops.splice(0)) {
                stop();
            }
        },
        finish() {
            isFinished = true;
            clearTimeout(timer);
        },
    };
    return progress;
}
function stallError({ phase }, { sent }) {
    return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .ExplainedError */ .hM({
        code: phase.includes('proxy') ? 'proxy_failed' : 'server_unreachable',
        what: sent ? 'got no complete answer' : 'was not sent',
        why: `nothing happened for too long (${phase})`,
        passes: true,
    });
}
/**
 * Follows the phases of a new connection; `ready` is the event after which Node sends the request.
 *
 * @throws Error for an agent that returns no connection, which the types allow and Node's own agents never do
 */
function watchSocket(socket, progress, ready) {
    if (!socket) {
        throw new Error('an agent without a connection');
    }
    socket.once('lookup', (error) => error ?? progress.enter('connecting'));
    socket.once('connect', () => ready === 'secureConnect' && progress.enter('in the TLS handshake'));
    return socket.once(ready, () => {
        progress.sent = true;
        progress.sentAt = (0,_deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .monotonic */ .x)();
        progress.enter('waiting for the answer');
    });
}


/***/ }),

/***/ 729:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ networkOf),
/* harmony export */   Ol: () => (/* binding */ proxyOf),
/* harmony export */   Wb: () => (/* binding */ addressOfProxy),
/* harmony export */   ZW: () => (/* binding */ loginToProxy),
/* harmony export */   fT: () => (/* binding */ nameOfProxy)
/* harmony export */ });
/* unused harmony export proxySecrets */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(357);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60);
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(540);
/* harmony import */ var _no_proxy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75);




/** The variables that name a proxy, by the protocol of the address; the lower-case spelling has priority, as in curl. */
const PROXY_VARIABLES = { http: ['http_proxy', 'HTTP_PROXY'], https: ['https_proxy', 'HTTPS_PROXY'] };
const ALL_PROXY_VARIABLES = Object.values(PROXY_VARIABLES).flat();
/** Describes a proxy for messages. */
function nameOfProxy({ url, variable }) {
    return `the proxy ${(0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(url.origin)} (${variable})`;
}
/** Returns the host and port of a proxy, as Node expects them. */
function addressOfProxy({ url }) {
    return { host: (0,_no_proxy_js__WEBPACK_IMPORTED_MODULE_1__/* .bareHost */ .n)(url.hostname), port: url.port || (url.protocol === 'https:' ? 443 : 80) };
}
/** Returns the header for the login of a proxy, or none; Node rejects headers that are undefined. */
function loginToProxy({ authorization }) {
    return authorization === undefined ? {} : { 'proxy-authorization': authorization };
}
/**
 * Finds the proxy for an address; returns undefined if there is none.
 *
 * A value that cannot be used is an error. Otherwise requests would bypass the proxy silently, as they do in the library
 * for `proxy.example.com:3128`.
 *
 * @throws ActionError proxy_failed
 */
function proxyOf(url, environment) {
    const spellings = PROXY_VARIABLES[url.protocol === 'https:' ? 'https' : 'http'];
    const variable = spellings.find((name) => environment[name]?.trim());
    const value = variable && environment[variable];
    if (!value || (0,_no_proxy_js__WEBPACK_IMPORTED_MODULE_1__/* .isDirect */ .c)(url, environment.no_proxy || environment.NO_PROXY || '')) {
        return undefined;
    }
    const parsed = parseProxy(value.trim());
    if (typeof parsed === 'string') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('proxy_failed', `The variable ${variable} ${parsed}`, {
            advice: 'Write the variable as http://user:password@proxy.example.com:3128, and percent-encode the user name and the password',
        });
    }
    const { username, password } = parsed;
    const login = `${decodePercent(username)}:${decodePercent(password)}`;
    const authorization = login === ':' ? undefined : `Basic ${Buffer.from(login).toString('base64')}`;
    return { variable, url: new URL(`${parsed.protocol}//${parsed.host}`), authorization };
}
/** Masks the logins of proxies in the variables of the job, which decide how the network is reached. */
function networkOf(variables, mask) {
    mask(proxySecrets(variables));
    return variables;
}
/** Lists every form of the logins of proxies, to be masked before anything else. */
function proxySecrets(environment) {
    return ALL_PROXY_VARIABLES.flatMap((name) => {
        // The last @, since a password may contain one that is not encoded.
        const [, login = ''] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(.*)@/is.exec(environment[name] ?? '') ?? [];
        const colon = login.indexOf(':');
        const [user, password] = colon < 0 ? ['', login] : [login.slice(0, colon), login.slice(colon + 1)];
        // A login may be only a token, in place of the user name or of the password.
        const secrets = user === '' || password === '' ? [user + password] : [password, `${user}:${password}`];
        return secrets.flatMap((secret) => [secret, decodePercent(secret)]).filter((secret) => secret !== '');
    });
}
function parseProxy(text) {
    // Without a scheme, `host:port` would be read as one.
    const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
    if (!URL.canParse(whole)) {
        return 'is not a URL';
    }
    const url = new URL(whole);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') {
        return `names a proxy of an unsupported kind (${(0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(url.protocol)})`;
    }
    // The rest of a password after an unencoded slash, ? or # would be read as the path.
    return url.hostname === '' || /@/.test(url.pathname + url.search + url.hash) ? 'is not a URL' : url;
}
function decodePercent(text) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .attempt */ .CD)(() => decodeURIComponent(text)) ?? text;
}


/***/ }),

/***/ 639:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ nextWait),
/* harmony export */   X5: () => (/* binding */ countTry),
/* harmony export */   Yy: () => (/* binding */ clockAheadMs),
/* harmony export */   b6: () => (/* binding */ retryRule),
/* harmony export */   bg: () => (/* binding */ mayPass),
/* harmony export */   iv: () => (/* binding */ endOfWait),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter)
/* harmony export */ });
/* unused harmony exports mayRepeat, waitBefore */
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(927);

const isLimited = (outcome) => 'response' in outcome && outcome.response.status === 429;
/** Adds a try with this outcome. */
function countTry({ all, limited }, outcome) {
    return { all: all + 1, limited: limited + Number(isLimited(outcome)) };
}
/**
 * Decides how long to wait before the next try, in ms, and logs the decision; undefined means no further try.
 *
 * An answer with 429 uses up no retry: a thousand jobs that start together need many tries until each had its turn.
 */
function nextWait(outcome, tries, situation) {
    const { request, retries, left, log, longestWaitMs = Number.POSITIVE_INFINITY } = situation;
    if (retries === 0 || tries.all - tries.limited > retries || !mayRepeat(request, outcome)) {
        return undefined;
    }
    const wait = Math.min(longestWaitMs, waitBefore(outcome, tries.all, Math.random()));
    const what = 'failure' in outcome ? outcome.failure.sentence : `${(0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(request)} answered ${outcome.response.status}`;
    const isTooLong = wait >= left;
    const next = isTooLong
        ? `Not trying again: the wait would be ${seconds(wait)}, but only ${seconds(left)} are left`
        : `Trying again in ${seconds(wait)} (try ${tries.all + 1}${tries.limited === 0 ? ` of ${retries + 1}` : ''})`;
    log.info(`${request.purpose}: ${what}. ${next}.`);
    return isTooLong ? undefined : wait;
}
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
/** The longest wait before another try, in ms, unless the server asks for a longer one. */
const LONGEST_WAIT = 20_000;
/** The limit of the first wait, in ms, after 429 and after another outcome; it doubles with each further wait. */
const [FIRST_WAIT_LIMITED, FIRST_WAIT] = [2000, 500];
/** Tells whether a status means that the same request may succeed later (RFC 9110 section 15, RFC 6585, RFC 8470). */
function mayPass(status) {
    return status === 408 || status === 425 || status === 429 || status >= 500;
}
/** Tells whether a request may be sent again after this outcome. */
function mayRepeat(request, outcome) {
    const repeat = retryRule(request);
    if ('response' in outcome) {
        return repeat === 'always' && mayPass(outcome.response.status);
    }
    const { passes, sent, answered } = outcome.failure;
    const allowed = { always: true, unanswered: !answered, unsent: !sent };
    return passes && allowed[repeat];
}
/** Returns the repeat rule of a request, by its method if the request does not contain one. */
function retryRule({ repeat, method }) {
    return repeat ?? (method === 'GET' ? 'always' : 'unsent');
}
/**
 * Computes the wait before the next try, in ms. It grows exponentially, and is never shorter than the server asks.
 *
 * Full jitter prevents jobs that failed together from coming back together.
 *
 * @param random a number from 0 to 1
 */
function waitBefore(outcome, tried, random) {
    const requested = 'response' in outcome ? (outcome.retryAfterMs ?? 0) : 0;
    const first = isLimited(outcome) ? FIRST_WAIT_LIMITED : FIRST_WAIT;
    return Math.round(requested + random * Math.min(LONGEST_WAIT, first * 2 ** (tried - 1)));
}
/**
 * Reads `Retry-After`, in seconds or as a date, as ms from now (RFC 9110 section 10.2.3). A past date or a negative
 * number is 0; any other value is undefined.
 *
 * A date is compared with the answer's own `Date`, since the clocks of the two machines may differ.
 */
function parseRetryAfter(value, date, now) {
    const text = value?.trim() ?? '';
    if (/^[+-]?\d+(?:\.\d+)?$/.test(text)) {
        return Math.max(0, Number(text) * 1000);
    }
    const moment = parseDate(text);
    if (Number.isNaN(moment)) {
        return undefined;
    }
    const from = parseDate(date);
    return Math.max(0, moment - (Number.isNaN(from) ? now.getTime() : from));
}
/** Computes how far this clock is ahead of an answer's `Date` (RFC 9110 section 6.6.1), in ms; undefined without one. */
function clockAheadMs(date, now) {
    const moment = parseDate(date);
    return Number.isNaN(moment) ? undefined : now.getTime() - moment;
}
/**
 * Parses an HTTP date. The asctime form has no time zone, and Date.parse would use that of this machine. A second `GMT` in the
 * other forms changes nothing.
 *
 * Date.parse accepts much more, for example a number as a year. All three forms of an HTTP date begin with a weekday.
 */
function parseDate(text = '') {
    const isDate = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? /i.test(text);
    return isDate ? Date.parse(/[+-]\d{4}$/.test(text) ? text : `${text} GMT`) : Number.NaN;
}
/** The longest wait that a message shows, in ms: a year. */
const LONGEST_SHOWN = 366 * 86_400_000;
/** Returns when a wait ends; undefined for a wait that no server can mean, and of which no Date may exist. */
function endOfWait(ms, now) {
    return ms === undefined || ms > LONGEST_SHOWN ? undefined : new Date(now.getTime() + ms);
}


/***/ }),

/***/ 906:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KU: () => (/* binding */ securitySecrets),
/* harmony export */   Vm: () => (/* binding */ contextOf),
/* harmony export */   n7: () => (/* binding */ DEFAULT_SECURITY)
/* harmony export */ });
/* unused harmony export readIdentity */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(692);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_tls__WEBPACK_IMPORTED_MODULE_2__);



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
        context ??= node_tls__WEBPACK_IMPORTED_MODULE_2___default().createSecureContext({
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
    const context = tls.createSecureContext({ ...credentialsOf(identity), ca: [] });
    // Not documented, but in Node since version 10; the only other way is our own PKCS#12 reader.
    return new X509Certificate(context.context.getCertificate());
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
    const all = (node_tls__WEBPACK_IMPORTED_MODULE_2___default().getCACertificates);
    if (all !== undefined) {
        return all('default');
    }
    try {
        return extraCaCerts ? [...(node_tls__WEBPACK_IMPORTED_MODULE_2___default().rootCertificates), (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(extraCaCerts, 'utf8')] : (node_tls__WEBPACK_IMPORTED_MODULE_2___default().rootCertificates);
    }
    catch {
        // Node itself only warns if it cannot read this file.
        return (node_tls__WEBPACK_IMPORTED_MODULE_2___default().rootCertificates);
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

/***/ 911:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   EV: () => (/* binding */ isPrivateFolder),
/* harmony export */   Wj: () => (/* binding */ findFolder),
/* harmony export */   v$: () => (/* binding */ removeFolder),
/* harmony export */   zx: () => (/* binding */ readOwnFile)
/* harmony export */ });
/* unused harmony exports newFolderName, createFolder, readRegularFile */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60);




const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const FOLDER_NAME = new RegExp(`^bearer-login-${UUID}$`);
/** Returns a new random name for a folder of a step. */
function newFolderName() {
    return `bearer-login-${randomUUID()}`;
}
/** Creates an empty folder with mode 0700. @throws Error of the file system, also if the path exists, even as a link */
function createFolder(path) {
    mkdirSync(path, { mode: 0o700 });
    try {
        return { name: basename(path), identity: identityOf(path) ?? '' };
    }
    catch (error) {
        // The post step removes only a folder whose identity is known.
        attempt(() => rmdirSync(path));
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

/***/ 720:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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

/***/ 907:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  revokeToken: () => (/* binding */ revokeToken)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(357);
// EXTERNAL MODULE: ./lib/http/proxy.js
var proxy = __webpack_require__(729);
// EXTERNAL MODULE: ./lib/http/secure-context.js
var secure_context = __webpack_require__(906);
// EXTERNAL MODULE: ./lib/answers.js
var answers = __webpack_require__(927);
// EXTERNAL MODULE: ./lib/http/deadline.js
var http_deadline = __webpack_require__(314);
;// CONCATENATED MODULE: ./lib/http/gate.js
/** Makes a gate of this width. */
function openGate(width) {
    let current = { width };
    let busy = 0;
    let pausedUntil = 0;
    let timer;
    const waiting = [];
    const admit = () => {
        const pause = pausedUntil - Date.now();
        clearTimeout(timer);
        if (pause > 0) {
            timer = pause === Number.POSITIVE_INFINITY ? undefined : setTimeout(admit, pause);
            return;
        }
        while (busy < current.width && waiting.length > 0) {
            busy += 1;
            waiting.shift()?.(current);
        }
    };
    return {
        enter: () => new Promise((resolve) => {
            waiting.push(resolve);
            admit();
        }),
        leave() {
            busy -= 1;
            admit();
        },
        narrow(ticket, pauseMs) {
            pausedUntil = Math.max(pausedUntil, Date.now() + pauseMs);
            if (ticket === current) {
                current = { width: Math.max(1, Math.floor(current.width / 2)) };
            }
        },
        close() {
            pausedUntil = Number.POSITIVE_INFINITY;
            clearTimeout(timer);
        },
    };
}

;// CONCATENATED MODULE: ./lib/http/pace.js
/** The most connections of a run to one server. */
const MOST_CONNECTIONS = 50;
/** What a new connection costs this process, in ms of CPU: with TLS, and without; measured, see docs/performance.md. */
const [SECURE_MS, PLAIN_MS] = [1, 0.1];
/** What a request costs this process, in ms of CPU. */
const REQUEST_MS = 0.3;
/** Opens a pace that knows no answer yet. */
function openPace() {
    let fastest;
    let openMs = SECURE_MS;
    let isFirst = false;
    return {
        learn(waitMs, isSecure) {
            // The fastest answer waited least behind other requests. Answers of another kind are only a first estimate.
            fastest = isFirst ? waitMs : Math.min(fastest ?? waitMs, waitMs);
            isFirst = false;
            openMs = isSecure ? SECURE_MS : PLAIN_MS;
        },
        expect(requests) {
            isFirst = true;
            return () => Math.min(MOST_CONNECTIONS, usefulConnections(requests, fastest, openMs));
        },
    };
}
/**
 * Computes how many connections are useful for a number of requests; without any answer yet, one.
 *
 * With `w` connections, the answers take `requests / w * waitMs`, and opening the connections takes `w * openMs`. The sum is
 * smallest at the root. There are never more than the requests that this process can handle while it waits for one answer, and
 * two at least, so that one slow answer does not hold up all others.
 */
function usefulConnections(requests, waitMs, openMs) {
    if (waitMs === undefined) {
        return 1;
    }
    const fewest = Math.min(Math.sqrt((requests * waitMs) / openMs), 1 + waitMs / REQUEST_MS);
    return Math.min(requests, Math.max(2, Math.ceil(fewest)));
}

// EXTERNAL MODULE: ./lib/http/progress.js
var progress = __webpack_require__(534);
// EXTERNAL MODULE: ./lib/http/retry.js
var retry = __webpack_require__(639);
;// CONCATENATED MODULE: ./lib/http/transport.js








/** Opens the transport of a run, with kept connections, one deadline for everything, and retries that do no harm. */
function openTransport(options) {
    const { timeoutSeconds, retries, log, longestWaitMs, security = secure_context/* DEFAULT_SECURITY */.n7, environment = {} } = options;
    const deadline = (0,http_deadline/* startDeadline */.d)(timeoutSeconds);
    let closed = false;
    let sender;
    const { limits = (0,progress/* limitsOf */.Af)(timeoutSeconds), width = MOST_CONNECTIONS } = options;
    const isClosed = () => closed;
    const loadSender = () => {
        sender ??= Promise.all(/* import() */[__webpack_require__.e(942), __webpack_require__.e(699)]).then(__webpack_require__.bind(__webpack_require__, 865)).then(({ openSender }) => openSender({ security, environment, limits, isClosed }));
        return sender;
    };
    const run = { isClosed, loadSender, deadline, gate: openGate(width), pace: openPace(), log, retries, longestWaitMs };
    const beforeDeadline = (work, phase) => deadline.bound(work, () => {
        const message = `The run did not finish within ${timeoutSeconds} s (${phase})`;
        return new errors/* ActionError */.lZ('deadline_exceeded', message);
    });
    return {
        send: (request) => sendBeforeDeadline(request, run),
        sleep: (ms) => beforeDeadline(deadline.sleep(ms), 'waiting to try again'),
        expect: run.pace.expect,
        beforeDeadline,
        close() {
            closed = true;
            deadline.close();
            run.gate.close();
            // If it could not be loaded, the request has failed with that error.
            void sender?.then(({ close }) => close(), () => undefined);
        },
    };
}
async function sendBeforeDeadline(request, run) {
    const position = { phase: 'waiting for its turn' };
    return run.deadline.bound(sendWithRetries(request, run, position), () => {
        const what = `did not finish within ${run.deadline.seconds} s (${position.phase})`;
        const failed = { text: (0,answers/* describe */.q0)(request), url: request.url, layer: (0,progress/* layerOf */.ZZ)(position.phase, 'deadline_exceeded') };
        return new errors/* ActionError */.lZ('deadline_exceeded', `${request.purpose} ${what}`, { request: failed });
    });
}
async function sendWithRetries(request, run, position) {
    let current = request;
    for (let tries = { all: 0, limited: 0 };;) {
        const outcome = await sendInTurn(current, run, position);
        tries = (0,retry/* countTry */.X5)(tries, outcome);
        const wait = run.isClosed() ? undefined : (0,retry/* nextWait */.B4)(outcome, tries, { request, left: run.deadline.left(), ...run });
        if (wait === undefined) {
            return responseOrError(outcome, request, position);
        }
        position.phase = 'waiting to try again';
        await run.deadline.sleep(wait);
        position.phase = 'waiting for its turn';
        // The new request keeps `renew`, which also means that it needs a connection of its own.
        current = request.renew === undefined ? request : { ...(await request.renew()), renew: request.renew };
    }
}
/** Sends a request once, as soon as the gate admits it. */
async function sendInTurn(request, run, position) {
    const { gate, pace, log, loadSender, longestWaitMs, deadline } = run;
    const ticket = await gate.enter();
    const started = Date.now();
    try {
        const outcome = await (await loadSender()).sendOnce(request, position);
        if ('response' in outcome) {
            const { status } = outcome.response;
            pace.learn(outcome.waitMs, request.url.protocol === 'https:');
            log.debug(`${(0,answers/* describe */.q0)(request)}: ${status} in ${Date.now() - started} ms`);
            if (status === 429 || status === 503) {
                gate.narrow(ticket, Math.min(outcome.retryAfterMs ?? 0, longestWaitMs ?? deadline.left()));
            }
        }
        return outcome;
    }
    finally {
        gate.leave();
    }
}
function responseOrError(outcome, request, { phase }) {
    if ('response' in outcome) {
        return outcome.response;
    }
    const { code, what, why, ...details } = outcome.failure;
    const failed = { text: (0,answers/* describe */.q0)(request), url: request.url, layer: (0,progress/* layerOf */.ZZ)(phase, code) };
    throw new errors/* ActionError */.lZ(code, `${request.purpose} failed: the request ${what}: ${why}`, {
        ...details,
        request: failed,
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(24);
;// CONCATENATED MODULE: ./lib/machine/files.js





/** Returns the SHA-256 of a text in hex. */
function digestOf(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}
/**
 * Writes the files of a step into the step's own empty folder, each with mode 0600.
 *
 * Follows no link and overwrites nothing: O_EXCL creates each file. On Windows, the modes have no effect; there, the folder
 * of the runner's user protects the files.
 */
function writeFiles(folder, files) {
    for (const file of files) {
        const path = join(folder, file.path);
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
        if ('linkTo' in file) {
            // On Windows, only a junction needs no privilege. Other systems ignore the type.
            symlinkSync(file.linkTo, path, 'junction');
        }
        else {
            writeFileSync(path, file.content, { flag: 'wx', mode: 0o600 });
        }
    }
}
/**
 * Rejects a RUNNER_TEMP that is not absolute or is in the workspace, which workflows commit, cache and upload.
 *
 * @throws ActionError runner_unsupported
 */
function checkTemp(temp, workspace) {
    if (!isAbsolute(temp) || (workspace !== '' && !leadsOut(relative(realPath(workspace), realPath(temp))))) {
        const message = 'The runner provides no folder for files (RUNNER_TEMP) outside the workspace';
        throw new ActionError('runner_unsupported', message);
    }
}
/** Tells whether a relative path leads out of the folder in which it starts. */
function leadsOut(path) {
    return path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
}
/** Returns the path without links; unchanged if it does not exist. */
function realPath(path) {
    return attempt(() => realpathSync(path)) ?? path;
}

// EXTERNAL MODULE: ./lib/machine/own-folder.js
var own_folder = __webpack_require__(911);
;// CONCATENATED MODULE: ./lib/oauth/saved-client.js

/** Turns a client into plain JSON; `accepted` are the signing algorithms that the server accepts. */
function saveClient({ clientId, clientAuthentication }, accepted = []) {
    if (clientAuthentication.method !== 'private_key_jwt') {
        return { clientId, authentication: clientAuthentication };
    }
    const { method, audience, key } = clientAuthentication;
    const algorithm = key.algorithms.find((name) => accepted.includes(name)) ?? key.algorithms[0];
    const pem = key.key.export({ type: 'pkcs8', format: 'pem' }).toString();
    return { clientId, authentication: { method, audience, key: pem, keyId: key.keyId, algorithm } };
}
/** Turns a saved client back into a client. @throws Error of OpenSSL for an unreadable key */
function restoreClient({ clientId, authentication }) {
    if (authentication.method !== 'private_key_jwt') {
        return { clientId, clientAuthentication: authentication };
    }
    const { method, audience, key, keyId, algorithm } = authentication;
    const signingKey = { key: (0,external_node_crypto_.createPrivateKey)(key), keyId, algorithms: [algorithm] };
    return { clientId, clientAuthentication: { method, audience, key: signingKey } };
}
/** Lists the secrets of a saved client, to be masked before it is saved and after it is read. */
function clientSecrets({ authentication }) {
    if ('clientSecret' in authentication) {
        return [authentication.clientSecret];
    }
    return 'key' in authentication ? [authentication.key] : [];
}

// EXTERNAL MODULE: ./lib/json.js
var json = __webpack_require__(60);
// EXTERNAL MODULE: ./lib/ports.js
var lib_ports = __webpack_require__(720);
;// CONCATENATED MODULE: ./lib/oauth/id-token.js






/**
 * Requests an ID token of this workflow from the runner, for one audience and one use.
 *
 * Servers that remember the `jti` accept a token only once, so each use requests a new one.
 *
 * @throws ActionError id_token_unavailable, response_invalid, and what the transport throws
 * @see https://docs.github.com/en/actions/reference/security/oidc
 */
async function requestIdToken(audience, ports) {
    const request = buildIdTokenRequest(audience, ports);
    const response = await ports.send(request);
    if (!(0,answers/* isSuccess */.oJ)(response)) {
        throw (0,answers/* answerError */.n)((0,answers/* codeOfStatus */.RZ)(response, 'id_token_unavailable'), { request, response });
    }
    const body = (0,answers/* readJson */.Vh)({ request, response });
    const value = (0,json/* isRecord */.u4)(body) ? body['value'] : undefined;
    if (typeof value !== 'string' || value === '') {
        throw (0,answers/* answerError */.n)('response_invalid', { request, response }, { what: 'without an ID token (value)' });
    }
    ports.mask([value]);
    return value;
}
function buildIdTokenRequest(audience, ports) {
    const idTokenRequest = ports.idTokenRequest();
    if (idTokenRequest === undefined || !URL.canParse(idTokenRequest.url)) {
        const message = 'This job cannot request an ID token: the runner provides no address for ID tokens';
        throw new errors/* ActionError */.lZ('id_token_unavailable', message);
    }
    const url = new URL(idTokenRequest.url);
    if (url.protocol !== 'https:' && !(0,lib_ports/* isLoopback */.U)(url.hostname)) {
        const message = "The runner's address for ID tokens is plain http, which would expose its token";
        throw new errors/* ActionError */.lZ('id_token_unavailable', message);
    }
    url.searchParams.set('audience', audience);
    const headers = { accept: 'application/json', authorization: `Bearer ${idTokenRequest.token}` };
    return { method: 'GET', url, headers, toRunner: true, purpose: 'The request for an ID token' };
}
/** Describes the claims of an ID token for the case that a server does not trust it; the token itself is not shown. */
function trustAdvice(idToken) {
    const claims = readClaims(idToken);
    const shown = ['iss', 'sub', 'aud'].map((name) => {
        const value = claims?.[name];
        return `${name} ${quote(typeof value === 'string' ? value : JSON.stringify(value ?? null))}`;
    });
    return `The ID token of this workflow contains ${shown.join(', ')}: the server must trust exactly these values. \`id_token_audience\` sets aud`;
}

;// CONCATENATED MODULE: ./lib/oauth/client-authentication.js


/** The type of every client assertion (RFC 7523 section 2.2). */
const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/**
 * Makes what authenticates a client in one request, and masks it; the authentication is already negotiated.
 *
 * A request contains only one method (RFC 6749 section 2.3), so a header excludes the ID in the body.
 *
 * @throws ActionError id_token_unavailable, certificate_unusable for a key that cannot sign
 */
async function proveClient({ clientId, clientAuthentication: authentication }, { signingAlgorithms }, ports) {
    const id = clientId === undefined ? [] : [['client_id', clientId]];
    const proofOf = (parameters, assertion) => ({ parameters, headers: {}, assertion });
    const asserted = (assertion) => proofOf([...id, ['client_assertion_type', JWT_BEARER], ['client_assertion', assertion]], assertion);
    switch (authentication.method) {
        case 'client_secret_post':
            return proofOf([...id, ['client_secret', authentication.clientSecret]]);
        case 'client_secret_basic': {
            const pair = [clientId, authentication.clientSecret].map(formEncode).join(':');
            ports.mask([pair]);
            const authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
            return { parameters: [], headers: { authorization }, assertion: undefined };
        }
        case 'private_key_jwt': {
            const claims = { clientId, audience: authentication.audience, id: ports.newId(), now: ports.now() };
            const assertion = await sign(claims, authentication.key, signingAlgorithms);
            ports.mask([assertion]);
            return asserted(assertion);
        }
        case 'github_oidc':
            return asserted(await requestIdToken(authentication.idTokenAudience, ports));
        case 'tls_client_auth':
        case 'none':
            return proofOf(id);
    }
}
async function sign(claims, key, supported) {
    // Loaded on demand: no other login pays for the library that signs.
    const { chooseAlgorithm, signClientAssertion } = await __webpack_require__.e(/* import() */ 968).then(__webpack_require__.bind(__webpack_require__, 968));
    try {
        return await signClientAssertion(claims, key, chooseAlgorithm(key, supported));
    }
    catch (cause) {
        throw new errors/* ActionError */.lZ('certificate_unusable', 'The input `signing_key` contains a key that cannot sign', { cause });
    }
}
/** Encodes each half of `id:secret`, so that a colon or a character outside ASCII arrives (RFC 6749 section 2.3.1). */
function formEncode(text = '') {
    return new URLSearchParams([['', text]]).toString().slice(1);
}
/** Chooses how a client secret is sent from what the server offers; the default is Basic (RFC 8414 section 2). */
function negotiate(credentials, { authMethods }) {
    const { clientAuthentication: chosen, negotiable } = credentials;
    const needsPost = authMethods?.includes('client_secret_basic') === false && authMethods.includes('client_secret_post');
    return negotiable && chosen.method === 'client_secret_basic' && needsPost
        ? { ...credentials, clientAuthentication: { ...chosen, method: 'client_secret_post' } }
        : credentials;
}

// EXTERNAL MODULE: ./lib/server-words.js
var server_words = __webpack_require__(417);
// EXTERNAL MODULE: ./lib/untrusted-text.js
var untrusted_text = __webpack_require__(540);
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
    const metadata = readMetadata(source, exchange);
    for (const endpoint of [metadata.tokenEndpoint, metadata.userEndpoint, metadata.revocationEndpoint]) {
        if (endpoint !== undefined && endpoint.origin !== new URL(issuer).origin) {
            ports.log.info(`The metadata of ${quote(issuer)} contains an endpoint on another host: ${endpoint.origin}.`);
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
        return metadata_readMetadata(source, exchange).revocationEndpoint;
    }
    catch (error) {
        if ((0,answers/* isSuccess */.oJ)(exchange.response)) {
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

;// CONCATENATED MODULE: ./lib/undo/revocation-request.js







/**
 * Carries out all steps of a revocation in order, also after one that failed.
 *
 * @throws ActionError if the documents that may contain the endpoint cannot be read
 */
async function revokeAll(revocation, ports) {
    const { steps, documents } = revocation;
    const isPointless = documents === undefined || steps.every((step) => isExpired(step, ports.now()));
    const found = isPointless ? undefined : await findRevocationEndpoint(documents, ports);
    const results = [];
    for (const step of steps) {
        const located = { ...step, url: step.url ?? found?.href };
        results.push(isExpired(step, ports.now()) ? { is: 'expired' } : await revokeStep(located, revocation, ports));
    }
    return results;
}
function isExpired({ expiresAt }, now) {
    return expiresAt !== undefined && now.getTime() >= Date.parse(expiresAt);
}
async function revokeStep(step, revocation, ports) {
    const { url } = step;
    if (url === undefined) {
        return { is: 'unsupported', reason: NO_ENDPOINT };
    }
    try {
        const request = await buildRevocationRequest({ ...step, url }, revocation, ports);
        return readRevocationAnswer(request, await ports.send(request));
    }
    catch (error) {
        const known = error instanceof errors/* ActionError */.lZ ? error : new errors/* ActionError */.lZ('internal_error', String(error));
        return { is: 'failed', error: known };
    }
}
/** Builds the request of one step: RFC 7009 section 2.1, or the logout of Keycloak's LogoutEndpoint. */
async function buildRevocationRequest(step, revocation, ports) {
    const { revokes, url, token } = step;
    const { platform, client } = revocation;
    const { parameters, headers, assertion } = await proveClient(restoreClient(client), {}, ports);
    const subject = revokes === 'session' ? { refresh_token: token } : { token, token_type_hint: revokes };
    return {
        method: 'POST',
        url: new URL(url),
        headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams({ ...subject, ...Object.fromEntries(parameters) }).toString(),
        repeat: 'always',
        // A server accepts an assertion once, so each attempt builds a new one.
        ...(assertion === undefined ? {} : { renew: () => buildRevocationRequest(step, revocation, ports) }),
        purpose: revokes === 'session' ? `The logout from ${platform}` : `Revoking the token of ${platform}`,
    };
}
/**
 * Reads the result of a step from the response.
 *
 * Keycloak returns 200 with the error `invalid_token` for a token that it does not know any more (TokenRevocationEndpoint).
 * A 401 with an error about the client says nothing about the token (RFC 6749 section 5.2).
 */
function readRevocationAnswer(request, response) {
    const { error } = (0,answers/* errorBody */.t4)(response);
    if (error === 'invalid_token' || error === 'invalid_grant') {
        return { is: 'invalid' };
    }
    if ((0,answers/* isSuccess */.oJ)(response)) {
        return { is: 'revoked' };
    }
    const isClient = error === 'invalid_client' || error === 'unauthorized_client';
    if (error === 'unsupported_token_type' || (response.status === 404 && (0,server_words/* isPage */.yp)(response))) {
        return { is: 'unsupported', reason: 'the server does not revoke tokens of this kind' };
    }
    if ((response.status === 401 && !isClient) || response.status === 404) {
        return { is: 'invalid' };
    }
    const code = isClient ? 'unauthorized_client' : 'server_failed';
    return { is: 'failed', error: (0,answers/* answerError */.n)(code, { request, response }) };
}
/** The words for what a first step revokes. */
const WORDS = {
    session: { subject: 'The session of this step', revoked: 'logged out' },
    refresh_token: { subject: 'The token of this step', revoked: 'revoked' },
    access_token: { subject: 'The token of this step', revoked: 'revoked' },
};
/** Describes the results of all steps in one line. */
function describeResults({ steps, expiresAt }, results) {
    const { subject, revoked } = WORDS[steps[0].revokes];
    // A session may outlive its access token.
    const end = until(steps[0].revokes === 'session' ? steps[0].expiresAt : expiresAt);
    const failure = results.find((result) => result.is === 'failed');
    if (failure !== undefined) {
        const why = (0,errors/* describeFailure */.Ic)(failure.error);
        return { line: `${subject} could not be ${revoked} and stays valid ${end}. ${why}.`, failed: true };
    }
    const has = (is) => results.some((result) => result.is === is);
    if (has('revoked')) {
        return { line: `${subject} was ${revoked}.`, failed: false };
    }
    const unsupported = results.find((result) => result.is === 'unsupported');
    if (unsupported !== undefined) {
        return { line: notRevoked(unsupported.reason, end), failed: false };
    }
    return { line: has('invalid') ? `${subject} was already ${revoked}.` : `${subject} had expired.`, failed: false };
}
/** Describes a token that is not revoked; `end` is a result of `until`. */
function notRevoked(reason, end) {
    return `The token was not revoked, because ${reason}. It stays valid ${end}.`;
}
/** Describes until when a token is valid. */
function until(expiresAt) {
    const date = new Date(expiresAt ?? Number.NaN);
    // Another program can change the state.
    return Number.isNaN(date.getTime()) ? 'until it expires' : `until ${(0,json/* formatMinute */.Yi)(date)}`;
}

// EXTERNAL MODULE: ./lib/undo/state.js
var state = __webpack_require__(778);
;// CONCATENATED MODULE: ./lib/undo/revoke-token.js










/** The limits of a post step: a revocation must not delay the job. */
const LIMITS = {
    timeoutSeconds: 10,
    retries: 2,
    longestWaitMs: 2000,
    limits: { connectMs: 3000, silenceMs: 4000 },
};
/**
 * Revokes the token of this step as planned, and describes the result; it never throws.
 *
 * It reads every file that it uses before its first wait, so that the caller can remove the files right after the call.
 */
async function revokeToken(plan, variables, ports) {
    if (plan.steps === undefined) {
        return { line: notRevoked(plan.reason, until(plan.expiresAt)), failed: false };
    }
    try {
        const tokens = plan.steps.map(({ token }) => token);
        ports.mask([...clientSecrets(plan.client), ...(0,secure_context/* securitySecrets */.KU)(plan.security), ...tokens]);
        return await sendRevocation(plan, variables, ports);
    }
    catch (error) {
        const why = (0,errors/* describeFailure */.Ic)((0,errors/* asActionError */.z6)(error));
        const line = `The token could not be revoked and stays valid ${until(plan.expiresAt)}. ${why}.`;
        return { line, failed: true };
    }
}
async function sendRevocation(plan, variables, ports) {
    const security = { ...plan.security, authorities: readAuthorities(plan, variables['RUNNER_TEMP']) };
    const environment = (0,proxy/* networkOf */.Af)(variables, ports.mask);
    // The post step prints one line, so single attempts are only debug lines.
    const log = { ...ports.log, info: ports.log.debug };
    const { send, sleep, expect, close } = openTransport({ ...LIMITS, security, environment, log });
    try {
        return describeResults(plan, await revokeAll(plan, { ...ports, log, send, sleep, expect }));
    }
    finally {
        close();
    }
}
/** Reads the authorities that main saved; without them no server is trusted. @throws ActionError certificate_unusable */
function readAuthorities({ authorities }, temp = '') {
    if (authorities === undefined) {
        return [];
    }
    try {
        const folder = (0,own_folder/* findFolder */.Wj)(temp, authorities.folder);
        const content = folder === undefined ? '' : (0,own_folder/* readOwnFile */.zx)((0,external_node_path_.join)(folder, state/* AUTHORITIES_FILE */.tw));
        if (digestOf(content) === authorities.digest) {
            return [content];
        }
    }
    catch {
        // Missing, or not the file of this step.
    }
    const message = 'The file with the authorities of `ca_certificate` is missing or was changed after the login';
    throw new errors/* ActionError */.lZ('certificate_unusable', message);
}


/***/ })

};
;