"use strict";
exports.id = 407;
exports.ids = [407];
exports.modules = {

/***/ 3933:
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

/***/ 9807:
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

/***/ 7075:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ isDirect),
/* harmony export */   n: () => (/* binding */ bareHost)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
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

/***/ 5534:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $n: () => (/* binding */ beginProgress),
/* harmony export */   Af: () => (/* binding */ limitsOf),
/* harmony export */   Rd: () => (/* binding */ NO_LIMIT_MS),
/* harmony export */   ZZ: () => (/* binding */ layerOf),
/* harmony export */   bl: () => (/* binding */ watchSocket)
/* harmony export */ });
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3933);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9807);


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

/***/ 1729:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ networkOf),
/* harmony export */   Ol: () => (/* binding */ proxyOf),
/* harmony export */   Wb: () => (/* binding */ addressOfProxy),
/* harmony export */   ZW: () => (/* binding */ loginToProxy),
/* harmony export */   fT: () => (/* binding */ nameOfProxy)
/* harmony export */ });
/* unused harmony export proxySecrets */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2357);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8060);
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7540);
/* harmony import */ var _no_proxy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7075);




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

/***/ 2639:
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
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2927);

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

/***/ 6190:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ pythonIdentity),
/* harmony export */   s: () => (/* binding */ ownClaims)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** Removes the platform's prefix from the names of claims; a prefixed claim replaces a plain one of the same name. */
function ownClaims(claims, { pythonClient }) {
    const prefix = pythonClient?.claimPrefix;
    if (claims === undefined || prefix === undefined) {
        return claims;
    }
    const entries = Object.entries(claims);
    const own = entries.filter(([name]) => name.startsWith(prefix));
    return Object.fromEntries([
        ...entries.filter(([name]) => !name.startsWith(prefix)),
        ...own.map(([name, value]) => [name.slice(prefix.length), value]),
    ]);
}
/** Derives `namespace` and the two lists of ACL subjects as the class Auth does (descarteslabs-python, auth.py). */
function pythonIdentity(claims, { hashesSub }) {
    const text = (name) => {
        const value = claims[name];
        return typeof value === 'string' && value !== '' ? value : undefined;
    };
    const sub = hashesSub ? text('sub') : undefined;
    const namespace = text('userid') ?? (sub === undefined ? undefined : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha1').update(sub).digest('hex'));
    const email = text('email')?.toLowerCase();
    const org = text('org');
    const groups = listOf(claims['groups']);
    const user = subject('user', namespace);
    return {
        namespace,
        aclSubjects: [
            ...user,
            ...subject('email', email),
            ...subject('org', org),
            ...groups.filter((group) => isActive(group, org)).map((group) => `group:${group}`),
        ],
        ownerAclSubjects: [
            ...user,
            ...adminsOf(groups, ':org-admin').map((name) => `org:${name}`),
            ...adminsOf(groups, ':resource-admin').map((name) => `access-id:${name}`),
        ],
    };
}
function subject(kind, name) {
    return name === undefined ? [] : [`${kind}:${name}`];
}
/** A group of an organization counts only if it is the user's organization. */
function isActive(group, org) {
    return !group.includes(':') || group.split(':', 1)[0] === org;
}
function adminsOf(groups, suffix) {
    return groups
        .filter((group) => group.endsWith(suffix) && group.length > suffix.length)
        .map((group) => group.slice(0, -suffix.length));
}
function listOf(value) {
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}


/***/ }),

/***/ 4407:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connect: () => (/* binding */ connect),
  openSession: () => (/* binding */ openSession),
  prepareUndo: () => (/* reexport */ prepareUndo)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(2357);
// EXTERNAL MODULE: ./lib/http/proxy.js
var proxy = __webpack_require__(1729);
// EXTERNAL MODULE: ./lib/answers.js
var answers = __webpack_require__(2927);
// EXTERNAL MODULE: ./lib/http/deadline.js
var http_deadline = __webpack_require__(3933);
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
var progress = __webpack_require__(5534);
// EXTERNAL MODULE: ./lib/http/retry.js
var retry = __webpack_require__(2639);
// EXTERNAL MODULE: ./lib/http/secure-context.js + 1 modules
var secure_context = __webpack_require__(1544);
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
        sender ??= Promise.all(/* import() */[__webpack_require__.e(942), __webpack_require__.e(699)]).then(__webpack_require__.bind(__webpack_require__, 9865)).then(({ openSender }) => openSender({ security, environment, limits, isClosed }));
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

// EXTERNAL MODULE: ./lib/json.js
var json = __webpack_require__(8060);
// EXTERNAL MODULE: ./lib/oauth/token.js
var oauth_token = __webpack_require__(3157);
;// CONCATENATED MODULE: ./lib/login/lifetime.js

/** Many jobs take longer than a token with such a lifetime is valid, in seconds. */
const SHORT_LIFETIME = 600;
/** Hardly any job ends within this lifetime, in seconds. Five minutes are the default of Keycloak. */
const VERY_SHORT_LIFETIME = 120;
/** The units of a duration, in seconds, each with the shortest duration that is written in it. */
const UNITS = [
    { from: 172_800, seconds: 86_400, unit: 'days' },
    { from: 7200, seconds: 3600, unit: 'h' },
    { from: 120, seconds: 60, unit: 'min' },
];
/** Describes when a token expires, as the end of a sentence. */
function lifetimeOf({ expiresAt, expiresIn = 0 }) {
    if (expiresAt === undefined) {
        return 'the expiry of the token is not known';
    }
    const { seconds, unit } = UNITS.find(({ from }) => expiresIn >= from) ?? { seconds: 1, unit: 's' };
    const time = (0,json/* formatMinute */.Yi)(expiresAt);
    const isSoon = expiresIn < 43_200;
    return `the token expires in ${Math.round(expiresIn / seconds)} ${unit} (${isSoon ? time.slice('2026-11-25 '.length) : time})`;
}
/** Prints a line about a token that expires soon: a later step would fail with an error that does not mention the expiry. */
function noticeShortLifetime({ expiresIn }, log) {
    if (expiresIn !== undefined && expiresIn < SHORT_LIFETIME) {
        const print = expiresIn < VERY_SHORT_LIFETIME ? log.notice : log.info;
        print('The token expires soon. Run the steps that use it directly after this one, or log in again before those steps.');
    }
}
/**
 * Judges a supplied token by its own claims.
 *
 * If the token must be for one client, a token without that audience or without an expiry counts as issued for another one.
 */
function tokenState(token, settings, now) {
    const { tokenAudience, leewaySeconds } = settings;
    if (tokenAudience !== undefined && (token.expiresAt === undefined || !isFor(tokenAudience, token.claims))) {
        return 'unrelated';
    }
    const left = (token.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY) - now.getTime();
    if (left > leewaySeconds * 1000) {
        return 'good';
    }
    return left > 0 ? 'expiring' : 'expired';
}
/** Tells whether the claim `aud` names the client; the claim is a text or a list (RFC 7519 section 4.1.3). */
function isFor(clientId, claims) {
    const audience = claims?.['aud'];
    return audience === clientId || (Array.isArray(audience) && audience.includes(clientId));
}

// EXTERNAL MODULE: ./lib/ports.js
var lib_ports = __webpack_require__(720);
// EXTERNAL MODULE: ./lib/untrusted-text.js
var untrusted_text = __webpack_require__(7540);
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
    const claims = (0,oauth_token/* readClaims */.Ip)(idToken);
    const shown = ['iss', 'sub', 'aud'].map((name) => {
        const value = claims?.[name];
        return `${name} ${(0,untrusted_text/* quote */.hD)(typeof value === 'string' ? value : JSON.stringify(value ?? null))}`;
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
    const { chooseAlgorithm, signClientAssertion } = await __webpack_require__.e(/* import() */ 968).then(__webpack_require__.bind(__webpack_require__, 2968));
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

;// CONCATENATED MODULE: ./lib/oauth/client-proof.js


/**
 * Makes what a login presents in one request: ID tokens and assertions, each masked as soon as it is received.
 *
 * @throws ActionError id_token_unavailable, certificate_unusable for a key that cannot sign
 */
async function preparePresentation(wanted, metadata, ports) {
    const credentials = negotiate(wanted, metadata);
    const { grant, clientAuthentication } = credentials;
    const subjectToken = 'idTokenAudience' in grant ? await requestIdToken(grant.idTokenAudience, ports) : undefined;
    const proof = await proveClient(credentials, metadata, ports);
    const idToken = subjectToken ?? (clientAuthentication.method === 'github_oidc' ? proof.assertion : undefined);
    const trust = idToken === undefined ? undefined : trustAdvice(idToken);
    return { credentials, subjectToken, proof, id: ports.newId(), trust };
}
/** Tells whether a server may reject a second use: it accepts the `jti` of a token only once (RFC 7523 section 3). */
function isTakenOnce({ subjectToken, proof }) {
    return subjectToken !== undefined || proof.assertion !== undefined;
}

// EXTERNAL MODULE: ./lib/oauth/discovery.js + 1 modules
var discovery = __webpack_require__(2468);
// EXTERNAL MODULE: ./lib/server-words.js
var server_words = __webpack_require__(7417);
;// CONCATENATED MODULE: ./lib/login/refusal.js



/** Tells whether a response rejects a login; some servers return 200 with an error instead of a token. */
function isRefusal(response, { tokenFields, tokenStatus = response.status }) {
    const body = (0,answers/* errorBody */.t4)(response);
    const hasToken = tokenFields.some((field) => typeof body[field] === 'string' && body[field] !== '');
    return !(0,answers/* isSuccess */.oJ)(response) || response.status !== tokenStatus || (!hasToken && (0,server_words/* isErrorBody */.HR)(body));
}
/**
 * Makes the error for a rejected login: its code is OAuth's if the server returned one, else it depends on the status.
 *
 * Code and description decide which advice fits, because the status of one fault differs between versions of a server:
 * 400 in one, 401 in the next.
 */
function loginRefusal(exchange, platform, presented) {
    const { response } = exchange;
    // Parsed once for all rows: a body may have 10 MiB.
    const body = (0,answers/* errorBody */.t4)(response);
    const { type } = presented.credentials.grant;
    const rows = platform.refusals.filter(({ grant = type }) => grant === type);
    const known = rows.find((row) => matchesRefusal(row, response.status, body));
    const isRequest = response.status === 400 && !(0,server_words/* isPage */.yp)(response);
    const status = isRequest ? 'invalid_request' : (0,answers/* codeOfStatus */.RZ)(response, 'invalid_client');
    const code = known?.code ?? (0,answers/* oauthErrorOf */.zi)(response) ?? status;
    const isCredential = code === 'invalid_client' || code === 'invalid_grant';
    const advice = known?.advice ?? (isCredential ? platform.loginAdvice : undefined);
    const isAboutTrust = known?.isTrusted !== true && (isCredential || code === 'unauthorized_client');
    const trust = isAboutTrust ? presented.trust : undefined;
    const client = known?.isTrusted === true ? undefined : clientAdvice(code, exchange, presented);
    return (0,answers/* answerError */.n)(code, exchange, {
        title: NOT_REFUSED.includes(code) ? undefined : (0,untrusted_text/* capitalized */.l2)(`${platform.title} refused the login`),
        advice: advice ?? trust,
        also: [client ?? [], (advice && trust) ?? []].flat(),
    });
}
/** The codes of answers that do not judge the credentials. */
const NOT_REFUSED = ['server_failed', 'endpoint_not_found', 'response_invalid'];
/** The codes with which servers reject the authentication of a client. */
const ABOUT_CLIENT = ['invalid_client', 'unauthorized_client', 'invalid_request'];
/** Explains what the action itself chose, if the server may have rejected the login for that. */
function clientAdvice(code, { request }, presented) {
    const { clientAuthentication: client, negotiable, addsScope, scope } = presented.credentials;
    if (code === 'invalid_scope' && addsScope === true && scope !== undefined) {
        return `The step requested the scope ${(0,untrusted_text/* quote */.hD)(scope)} itself, because \`whoami\` is true. If the client may not request it, remove \`whoami\``;
    }
    if (!ABOUT_CLIENT.includes(code)) {
        return undefined;
    }
    if (client.method === 'private_key_jwt') {
        const issuer = presented.issuer === undefined ? 'no issuer is set' : `the issuer is ${(0,untrusted_text/* quote */.hD)(presented.issuer)}`;
        const sent = `The signed assertion contains the \`aud\` ${(0,untrusted_text/* quote */.hD)(client.audience)}`;
        return `${sent}; ${issuer}, and the token endpoint is ${(0,untrusted_text/* quote */.hD)(request.url.href)}. If the server expects another \`aud\`, set it in \`assertion_audience\``;
    }
    if (negotiable && code !== 'invalid_request' && 'clientSecret' in client) {
        const other = client.method === 'client_secret_basic' ? 'client_secret_post' : 'client_secret_basic';
        return `The action chose \`client_authentication: ${client.method}\` itself. If the client is registered for the other method, set \`client_authentication: ${other}\``;
    }
    return undefined;
}
function matchesRefusal(row, status, body) {
    const { error, error_description: description } = body;
    return (row.error === (typeof error === 'string' ? error : undefined) &&
        (row.status ?? status) === status &&
        (row.description === undefined || (typeof description === 'string' && row.description.test(description))));
}

;// CONCATENATED MODULE: ./lib/login/token-request.js
/** Builds the request for a token; its credentials are in the body or a header, never in the URL (RFC 6749 section 3.2). */
function buildTokenRequest(platform, url, presentation) {
    const isForm = platform.tokenRequest.format === 'form';
    const { parameters, headers } = isForm ? formParts(presentation) : jsonParts(platform, presentation);
    return {
        method: 'POST',
        url,
        headers: {
            accept: 'application/json',
            'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
            ...headers,
        },
        body: isForm
            ? new URLSearchParams([...parameters].map(copy)).toString()
            : JSON.stringify(Object.fromEntries(parameters)),
        repeat: repeatRule(platform, presentation),
        purpose: `The login to ${platform.title}`,
    };
}
/** A rejected password counts towards a lock-out. A second use of a refresh token that rotates ends its session. */
function repeatRule(platform, { credentials: { grant } }) {
    if (grant.type === 'refresh_token' && platform.reusesRefreshToken !== true) {
        return 'unsent';
    }
    return grant.type === 'password' ? 'unanswered' : 'always';
}
function formParts({ credentials, subjectToken, proof }) {
    const { grant, scope, audience, parameters = [] } = credentials;
    const requested = [...optional('scope', scope), ...optional('audience', audience), ...parameters];
    const granted = grantParameters(grant, subjectToken);
    return { parameters: [...granted, ...requested, ...proof.parameters], headers: proof.headers };
}
/** Builds the parameters of a grant. @see https://www.rfc-editor.org/rfc/rfc6749#section-4 */
function grantParameters(grant, subjectToken) {
    const type = ['grant_type', grant.type];
    switch (grant.type) {
        case 'client_credentials':
            return [type];
        case 'password':
            return [type, ['username', grant.username], ['password', grant.password]];
        case 'refresh_token':
            return [type, ['refresh_token', grant.refreshToken]];
        case 'urn:ietf:params:oauth:grant-type:token-exchange':
            return [
                type,
                ...optional('subject_token', subjectToken),
                ['subject_token_type', 'urn:ietf:params:oauth:token-type:id_token'],
            ];
        case 'urn:ietf:params:oauth:grant-type:jwt-bearer':
            return [type, ...optional('assertion', subjectToken)];
    }
}
/** Builds what Descartes Labs' client sends (class Auth, `_get_token`): JSON, without client authentication. */
function jsonParts({ tokenRequest }, { credentials, subjectToken, id }) {
    const { clientId, grant, scope } = credentials;
    const legacy = tokenRequest.format === 'json' ? tokenRequest.legacyClient : undefined;
    const parameters = [...optional('client_id', clientId), ...grantParameters(grant, subjectToken)];
    const changes = legacy === undefined || clientId !== legacy.id
        ? optional('scope', scope)
        : [
            ['grant_type', 'urn:ietf:params:oauth:grant-type:jwt-bearer'],
            ['target', clientId],
            ['api_type', 'app'],
            ['scope', scope ?? legacy.scope],
        ];
    // A later parameter replaces an earlier one of the same name.
    return { parameters: [...parameters, ...changes], headers: { 'x-request-group': id.replaceAll('-', '') } };
}
function optional(name, value) {
    return value === undefined ? [] : [[name, value]];
}
function copy([name, value]) {
    return [name, value];
}

// EXTERNAL MODULE: ./lib/oauth/credentials.js
var credentials = __webpack_require__(8378);
;// CONCATENATED MODULE: ./lib/login/token-response.js





/** The longest token, in characters: no variable of Linux can contain a longer one, and its masks would take minutes. */
const LONGEST_TOKEN = 128 * 1024;
function isToken(member) {
    return typeof member === 'string' && member !== '' && member.length <= LONGEST_TOKEN;
}
/** Lists every secret that the response to a login may contain, to be masked before anything else reads the response. */
function tokenSecrets(body) {
    const named = (0,json/* isRecord */.u4)(body) ? [body['access_token'], body['refresh_token'], body['id_token']] : [];
    return named.filter(isToken);
}
/**
 * Reads what a server issued, also in a response that `parseTokenResponse` rejects.
 *
 * A lifetime that is not a number of seconds is unknown. `refresh_expires_in` is a member of Keycloak; 0 means that the
 * token does not expire.
 */
function issuedTokens(body, { platform, now, grant }) {
    const members = (0,json/* isRecord */.u4)(body) ? body : {};
    const { expires_in, refresh_token, refresh_expires_in } = members;
    const after = (seconds) => new Date(now.getTime() + Math.floor(seconds) * 1000);
    const value = platform.tokenFields.map((field) => members[field]).find(isToken);
    const lifetime = (0,json/* secondsIn */.zj)(expires_in);
    const known = lifetime === undefined ? {} : { expiresIn: Math.floor(lifetime), expiresAt: after(lifetime) };
    const left = (0,json/* secondsIn */.zj)(refresh_expires_in) ?? 0;
    const isOwn = isToken(refresh_token) && grant !== 'refresh_token';
    return {
        token: value === undefined ? undefined : { ...(0,oauth_token/* readSuppliedToken */.ue)(value, now), ...known },
        refresh: isOwn ? { value: refresh_token, expiresAt: left > 0 ? after(left) : undefined } : undefined,
    };
}
/**
 * Reads the token in the response of a token endpoint.
 *
 * `token_type` may be missing. A token of a type other than Bearer cannot be used (RFC 6749 section 7.1).
 *
 * @throws ActionError response_invalid
 */
function parseTokenResponse(body, exchange, context) {
    const { platform, grant } = context;
    const { token } = issuedTokens(body, context);
    if (token === undefined) {
        throw (0,answers/* answerError */.n)('response_invalid', exchange, { what: `without a token (${platform.tokenFields.join(', ')})` });
    }
    if (!(0,oauth_token/* isBearerToken */.Zc)(token.value)) {
        throw (0,answers/* answerError */.n)('response_invalid', exchange, { what: 'with a token that cannot be sent in a header' });
    }
    const members = (0,json/* isRecord */.u4)(body) ? body : {};
    const isExchange = grant === credentials/* GRANT_TYPES */.l.token_exchange;
    if (isExchange && typeof members['issued_token_type'] !== 'string') {
        throw (0,answers/* answerError */.n)('response_invalid', exchange, { what: 'without an issued_token_type' });
    }
    return { ...token, type: parseType(members['token_type'] ?? 'Bearer', isExchange, exchange) };
}
/** Only Bearer tokens can be used, but a token exchange may return a token that is not an access token (N_A). */
function parseType(type, isExchange, exchange) {
    const text = typeof type === 'string' ? type : JSON.stringify(type);
    const name = text.trim().toLowerCase();
    // Apigee returns BearerToken.
    if (name === 'bearer' || name === 'bearertoken') {
        return 'Bearer';
    }
    if (isExchange && name === 'n_a') {
        return 'N_A';
    }
    throw (0,answers/* answerError */.n)('response_invalid', exchange, { what: `with a token of the type ${(0,untrusted_text/* quote */.hD)(text)}, not Bearer` });
}
/** Describes what a user should know about a response: a scope or a refresh token that differs from the one sent. */
function responseRemarks(body, { scope, grant }, platform) {
    const granted = grantedScope(body, scope);
    const renewed = (0,json/* isRecord */.u4)(body) ? body['refresh_token'] : undefined;
    const isRotated = grant.type === 'refresh_token' &&
        platform.reusesRefreshToken !== true &&
        typeof renewed === 'string' &&
        renewed !== grant.refreshToken;
    return [
        ...(granted === undefined
            ? []
            : [`The server granted a different scope than the requested one: ${(0,untrusted_text/* quote */.hD)(granted)}.`]),
        ...(isRotated ? [ROTATED] : []),
    ];
}
// RFC 6749 section 6: a server may replace the refresh token, and may then reject the old one. Keycloak always returns another.
const ROTATED = 'The server returned a new `refresh_token`, which is not stored. If the server accepts each refresh token only once, store a new one before the next run.';
/**
 * Returns the granted scope if it differs from the requested one in more than the order (RFC 6749 section 3.3).
 *
 * `openid` alone requests a protocol, not a permission (OpenID Connect Core section 3.1.2.1): servers add their defaults.
 */
function grantedScope(body, requested) {
    const granted = (0,json/* isRecord */.u4)(body) ? body['scope'] : undefined;
    if (requested === undefined || typeof granted !== 'string') {
        return undefined;
    }
    const partsOf = (scope) => scope.split(/\s+/).filter(Boolean).sort();
    const isSame = partsOf(granted).join(' ') === partsOf(requested).join(' ');
    return isSame || (requested === 'openid' && partsOf(granted).includes('openid')) ? undefined : granted;
}

;// CONCATENATED MODULE: ./lib/login/requested.js








/** Returns where the metadata of the server is, and how far it can be trusted. */
function metadataSource({ issuer, url, security }) {
    return { issuer: issuer ?? url.href, verified: security.verify, mutual: security.identity !== undefined };
}
/** Names the user or the client of a login, as the end of a sentence. */
function identityOf({ grant, clientId }) {
    const name = grant.type === 'password' ? grant.username : clientId;
    return name === undefined ? ' with the ID token of this workflow' : ` as ${(0,untrusted_text/* untrusted */.bp)(name)}`;
}
/**
 * Requests a token, and keeps what the server issues before anything can reject the response.
 *
 * @throws ActionError id_token_unavailable, or the reason why the server rejected the login
 */
async function requestToken(settings, ports, keep) {
    const { platform, issuer, credentials } = settings;
    const metadata = settings.metadata ?? (await (0,discovery/* discover */.k4)(metadataSource(settings), ports));
    const prepare = () => preparePresentation(credentials, metadata, ports);
    const build = (presented) => buildTokenRequest(platform, metadata.tokenEndpoint, presented);
    const presentation = await prepare();
    const request = {
        ...build(presentation),
        ...(isTakenOnce(presentation) ? { renew: async () => build(await prepare()) } : {}),
    };
    const response = await ports.send(request);
    const exchange = { request, response };
    const answered = (0,answers/* errorBody */.t4)(response);
    ports.mask(tokenSecrets(answered));
    const context = { platform, now: ports.now(), grant: credentials.grant.type };
    const { credentials: negotiated } = presentation;
    const login = { kind: 'requested', metadata, credentials: negotiated, ...issuedTokens(answered, context) };
    if (login.token !== undefined || login.refresh !== undefined) {
        keep?.(login);
    }
    if (isRefusal(response, platform)) {
        throw loginRefusal(exchange, platform, { ...presentation, issuer });
    }
    const token = parseTokenResponse((0,answers/* readJson */.Vh)(exchange), exchange, context);
    responseRemarks(answered, credentials, platform).forEach(ports.log.info);
    ports.log.info(`Logged in to ${platform.title}${identityOf(credentials)}; ${lifetimeOf(token)}.`);
    noticeShortLifetime(token, ports.log);
    return { ...login, token };
}

;// CONCATENATED MODULE: ./lib/login/login.js





/**
 * Gets a bearer token: the supplied one if it is valid for long enough, else a shared or a new one.
 *
 * @throws ActionError token_expired, invalid_token, id_token_unavailable, or the reason why the server rejected the login
 */
async function login(settings, ports, memory = {}) {
    const { bearerToken, credentials, platform } = settings;
    const replace = async (own) => useSharedToken(memory.cache, ports) ?? requestToken({ ...settings, credentials: own }, ports, memory.keep);
    if (bearerToken === undefined) {
        return credentials === undefined ? useCertificateAlone(ports) : replace(credentials);
    }
    const token = (0,oauth_token/* readSuppliedToken */.ue)(bearerToken, ports.now());
    if (tokenState(token, settings, ports.now()) === 'good') {
        return useSuppliedToken(token, ports);
    }
    if (credentials === undefined) {
        return useLastToken(token, settings, ports);
    }
    try {
        return await replace(credentials);
    }
    catch (error) {
        // The attempts may have taken longer than the token was still valid.
        const later = (0,oauth_token/* readSuppliedToken */.ue)(bearerToken, ports.now());
        const isUsable = platform.keepsExpiringToken === true && tokenState(later, settings, ports.now()) === 'expiring';
        if (!isUsable || !(error instanceof errors/* ActionError */.lZ)) {
            throw error;
        }
        ports.log.warning(`${(0,errors/* describeFailure */.Ic)(error)}. The supplied token is used instead: ${lifetimeOf(later)}.`);
        return useSuppliedToken(later, ports);
    }
}
/** Uses a supplied token that nothing can replace, if it is still valid. @throws ActionError token_expired, invalid_token */
function useLastToken(token, settings, ports) {
    const name = settings.suppliedTokenName;
    const state = tokenState(token, settings, ports.now());
    if (state === 'expired' && token.expiresAt !== undefined) {
        const message = `The ${name} expired at ${(0,json/* formatMinute */.Yi)(token.expiresAt)}, and no credentials are set`;
        throw new errors/* ActionError */.lZ('token_expired', message);
    }
    if (state === 'unrelated') {
        const message = `According to its claims \`aud\` and \`exp\`, the ${name} was not issued for the client in \`client_id\`, and no \`client_secret\` is set`;
        throw new errors/* ActionError */.lZ('invalid_token', message);
    }
    if (settings.platform.keepsExpiringToken === true) {
        ports.log.warning(`The ${name} expires soon, and no credentials are set to request a new token: ${lifetimeOf(token)}.`);
    }
    return useSuppliedToken(token, ports);
}
function useSuppliedToken(token, { log }) {
    log.info(`Using the supplied token: ${lifetimeOf(token)}.`);
    noticeShortLifetime(token, log);
    return { kind: 'supplied', token };
}
/** Uses the token that an earlier step saved, if there is one. */
function useSharedToken(cache, { mask, now, log }) {
    const token = cache?.read(now());
    if (token === undefined) {
        return undefined;
    }
    mask([token.value]);
    log.info(`Using the token that an earlier step of this job requested: ${lifetimeOf(token)}.`);
    noticeShortLifetime(token, log);
    return { kind: 'shared', token };
}
/** Continues without a token; the settings ensure that there is a client certificate. */
function useCertificateAlone({ log }) {
    log.info('No token requested: the client certificate is the only credential.');
    return { kind: 'certificate' };
}

// EXTERNAL MODULE: ./lib/login/python-claims.js
var python_claims = __webpack_require__(6190);
;// CONCATENATED MODULE: ./lib/login/whoami.js







/**
 * Finds out who the token's owner is, and prints the owner in one line.
 *
 * @throws ActionError invalid_token if the platform rejects the token, insufficient_scope, permission_denied
 */
async function whoami(settings, login, ports) {
    const { platform } = settings;
    const user = platform.whoami.from === 'claims' ? claimsOf(login, platform) : await requestUser(settings, login, ports);
    const shown = platform.whoami.shown.flatMap((name) => {
        const value = user[name];
        return typeof value === 'string' && value !== '' ? [`${name} ${(0,untrusted_text/* quote */.hD)(value)}`] : [];
    });
    ports.log.info(shown.length === 0
        ? "The platform did not return a name for the token's owner."
        : `The token belongs to ${shown.join(', ')}.`);
    return user;
}
/** Reads the user from the claims of the token. @throws ActionError invalid_token for a token without claims */
function claimsOf({ token }, platform) {
    const claims = (0,python_claims/* ownClaims */.s)(token?.claims, platform);
    if (claims === undefined) {
        throw new errors/* ActionError */.lZ('invalid_token', '`whoami` is true, but the token contains no readable claims');
    }
    return claims;
}
async function requestUser(settings, login, ports) {
    const { platform } = settings;
    const known = login.kind === 'requested' ? login.metadata : settings.metadata;
    // With `token_url`, the metadata of the issuer is not read before.
    const isRead = known?.userEndpoint !== undefined || settings.metadata === undefined;
    const metadata = known !== undefined && isRead ? known : await (0,discovery/* discover */.k4)(metadataSource(settings), ports);
    if (metadata.userEndpoint === undefined) {
        const message = 'The input `whoami` is true, but the metadata of the issuer contains no userinfo_endpoint.';
        throw new errors/* ActionError */.lZ('input_invalid', message);
    }
    const request = {
        method: 'GET',
        url: metadata.userEndpoint,
        headers: { accept: 'application/json', ...(0,answers/* authorizationOf */.P_)(login.token?.value) },
        purpose: `The whoami request to ${platform.title}`,
    };
    const exchange = { request, response: await ports.send(request) };
    if (!(0,answers/* isSuccess */.oJ)(exchange.response)) {
        throw (0,answers/* certificateAloneRefusal */.fn)(exchange, login.token?.value) ?? refusal(exchange, platform);
    }
    const user = (0,answers/* readJson */.Vh)(exchange);
    // A proxy that mixes up answers could return that of the login, whose tokens would become the output `user`.
    if (!(0,json/* isRecord */.u4)(user) || 'access_token' in user) {
        throw (0,answers/* answerError */.n)('response_invalid', exchange, { what: 'with JSON that does not describe a user' });
    }
    return user;
}
function refusal(exchange, { whoami: { scope, permission } }) {
    if (exchange.response.status !== 403) {
        return (0,answers/* answerError */.n)((0,answers/* codeOfStatus */.RZ)(exchange.response, 'invalid_token'), exchange);
    }
    const facts = permission === undefined ? [] : [`The token is valid, but does not have ${permission}`];
    return (0,answers/* answerError */.n)(scope === undefined ? 'permission_denied' : 'insufficient_scope', exchange, { facts });
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/machine/files.js
var files = __webpack_require__(4593);
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
    const signingKey = { key: createPrivateKey(key), keyId, algorithms: [algorithm] };
    return { clientId, clientAuthentication: { method, audience, key: signingKey } };
}
/** Lists the secrets of a saved client, to be masked before it is saved and after it is read. */
function clientSecrets({ authentication }) {
    if ('clientSecret' in authentication) {
        return [authentication.clientSecret];
    }
    return 'key' in authentication ? [authentication.key] : [];
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/machine/own-folder.js
var own_folder = __webpack_require__(5911);
;// CONCATENATED MODULE: ./lib/login/sealed-file.js




/** The folder in RUNNER_TEMP of all tokens that the steps of a job share. */
const SHARED_FOLDER = 'bearer-login-cache';
/** The name of a shared token's file, and of a draft of it. */
const FILE_NAME = /^[0-9a-f]{64}(?:\.[0-9a-f-]{36})?$/;
/** Opens a file in the folder of shared tokens. Neither the folder nor the file may be a link or belong to another user. */
function openSealedFile(temp, { name, draft, seal }) {
    const folder = (0,external_node_path_.join)(temp, SHARED_FOLDER);
    return {
        read() {
            try {
                const [found = '', content = ''] = (0,own_folder/* isPrivateFolder */.EV)(folder) ? (0,own_folder/* readOwnFile */.zx)((0,external_node_path_.join)(folder, name)).split('\n') : [];
                // This throws for texts of different lengths.
                return (0,external_node_crypto_.timingSafeEqual)(Buffer.from(found), Buffer.from(seal(content))) ? JSON.parse(content) : undefined;
            }
            catch {
                return undefined;
            }
        },
        write(content) {
            try {
                // The option also accepts a folder that exists. RUNNER_TEMP itself is never created.
                (0,external_node_fs_.mkdirSync)(folder, { recursive: (0,external_node_fs_.existsSync)(temp), mode: 0o700 });
                if ((0,own_folder/* isPrivateFolder */.EV)(folder)) {
                    replace((0,external_node_path_.join)(folder, name), (0,external_node_path_.join)(folder, draft), `${seal(content)}\n${content}\n`);
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
        (0,external_node_fs_.writeFileSync)(draft, text, { flag: 'wx', mode: 0o600 });
        (0,external_node_fs_.renameSync)(draft, file);
    }
    finally {
        (0,external_node_fs_.rmSync)(draft, { force: true });
    }
}
/** Removes files of a step from the folder of shared tokens, and the folder if it is empty. Returns why it was left, or undefined. */
function cleanSharedFolder(temp, files) {
    const folder = join(temp, SHARED_FOLDER);
    try {
        if (!isAbsolute(temp) || lstatSync(folder, { throwIfNoEntry: false }) === undefined) {
            return undefined;
        }
        if (!isPrivateFolder(folder) || !files.every((name) => FILE_NAME.test(name))) {
            return 'is not a private folder of this action';
        }
        for (const name of files) {
            rmSync(join(folder, name), { force: true });
        }
    }
    catch (error) {
        return reasonOf(error);
    }
    try {
        rmdirSync(folder);
    }
    catch {
        // Files of other steps are in it.
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/login/shared-token.js







/**
 * Opens the cache for tokens of exactly this login; undefined if the cache is off or not possible.
 *
 * The name of the file and the seal on its content are HMACs whose key contains the credentials. Without the credentials,
 * another step can neither find a token nor save one that is accepted. The name is masked, because it would confirm a
 * guessed password.
 */
function openTokenCache(settings, environment) {
    const identity = settings.tokenCache ? shared_token_identityOf(settings, environment) : undefined;
    const temp = (0,external_node_path_.dirname)(environment.folder);
    if (identity === undefined || !isUsable(temp, environment)) {
        return undefined;
    }
    const name = hmac(identity, 'name');
    environment.mask([name]);
    const draft = `${name}.${(0,external_node_crypto_.randomUUID)()}`;
    const file = openSealedFile(temp, { name, draft, seal: (content) => hmac(identity, `content ${content}`) });
    return {
        files: [name, draft],
        read(now) {
            const token = parseToken(file.read(), now);
            const earliest = now.getTime() + settings.leewaySeconds * 1000;
            return token !== undefined && token.expiresAt.getTime() > earliest ? token : undefined;
        },
        write(token) {
            if (token.expiresAt !== undefined) {
                file.write(JSON.stringify([token.value, token.type, token.expiresAt.toISOString()]));
            }
        },
    };
}
/**
 * Describes everything that a token depends on, as one text: steps that log in alike, and only those, have the same text.
 *
 * The text contains the secrets of the login, so it serves as a key and is never written anywhere. Undefined for a login
 * without a secret, since anybody could compute that text.
 */
function shared_token_identityOf(settings, environment) {
    const { credentials, platform, url, issuer, metadata, security } = settings;
    if (credentials === undefined) {
        return undefined;
    }
    const { grant, clientAuthentication, scope, audience, parameters } = credentials;
    const client = saveClient(credentials);
    // GitHub issues a new ID token on every request, so the token that requests it represents the job.
    const presentsIdToken = 'idTokenAudience' in grant || 'idTokenAudience' in clientAuthentication;
    const jobToken = presentsIdToken ? environment.variable('ACTIONS_ID_TOKEN_REQUEST_TOKEN') : undefined;
    const isSecret = grant.type === 'password' || grant.type === 'refresh_token' || jobToken !== undefined;
    if (!isSecret && clientSecrets(client).length === 0 && (0,secure_context/* securitySecrets */.KU)(security).length === 0) {
        return undefined;
    }
    const server = [platform.title, url.href, issuer, metadata?.tokenEndpoint.href];
    return JSON.stringify({ server, client, grant, jobToken, scope, audience, parameters, security });
}
function isUsable(temp, { variable }) {
    try {
        (0,files/* checkTemp */.t4)(temp, variable('GITHUB_WORKSPACE') ?? '');
        return true;
    }
    catch {
        return false;
    }
}
function hmac(key, text) {
    return (0,external_node_crypto_.createHmac)('sha256', key).update(text).digest('hex');
}
/** Reads what `write` saved; undefined for a text that cannot be a token. A wrong expiry is NaN, which is never late enough. */
function parseToken(content, now) {
    const [value = '', type, expiry = ''] = Array.isArray(content) ? content.map(String) : [];
    const expiresAt = new Date(expiry);
    const expiresIn = Math.floor((expiresAt.getTime() - now.getTime()) / 1000);
    return (0,oauth_token/* isBearerToken */.Zc)(value)
        ? { ...(0,oauth_token/* readSuppliedToken */.ue)(value, now), type: type === 'N_A' ? 'N_A' : 'Bearer', expiresAt, expiresIn }
        : undefined;
}

;// CONCATENATED MODULE: ./lib/undo/plan.js



/**
 * Plans how the token of a login is revoked; undefined if this step did not request a token.
 *
 * A supplied token belongs to its owner. So does the session of a refresh grant: a logout would invalidate the stored refresh
 * token, so only the access token is revoked.
 */
function planRevocation(login, settings) {
    if (login.kind !== 'requested') {
        return undefined;
    }
    const expiresAt = login.token?.expiresAt?.toISOString();
    const { platform, revoke, security } = settings;
    if (!revoke) {
        return { reason: '`revoke` is false', expiresAt };
    }
    if (platform.revocation.by === 'nothing') {
        return { reason: platform.revocation.reason, expiresAt };
    }
    const [first, ...others] = stepsOf(login, platform.revocation.by);
    if (first === undefined) {
        return { reason: discovery/* NO_ENDPOINT */.Qs, expiresAt };
    }
    const { signingAlgorithms, unread = [] } = login.metadata;
    return {
        platform: platform.title,
        steps: [first, ...others],
        documents: first.url === undefined ? { ...metadataSource(settings), urls: unread } : undefined,
        client: saveClient(login.credentials, signingAlgorithms),
        security: { ...security, authorities: [] },
        expiresAt,
    };
}
function stepsOf({ token, metadata, refresh }, by) {
    const { logoutEndpoint, revocationEndpoint, unread = [] } = metadata;
    const step = (revokes, url, of) => {
        return [{ revokes, url: url?.href, token: of.value, expiresAt: of.expiresAt?.toISOString() }];
    };
    if (by === 'logout' && refresh !== undefined && logoutEndpoint !== undefined) {
        return step('session', logoutEndpoint, refresh);
    }
    if (revocationEndpoint === undefined && unread.length === 0) {
        return [];
    }
    return [
        ...(by === 'revocation' && refresh !== undefined ? step('refresh_token', revocationEndpoint, refresh) : []),
        ...(token === undefined ? [] : step('access_token', revocationEndpoint, token)),
    ];
}

// EXTERNAL MODULE: ./lib/undo/state.js
var undo_state = __webpack_require__(8778);
;// CONCATENATED MODULE: ./lib/undo/save.js








/** Opens the token cache of a login, and returns it with the function that saves the login for the post step. */
function prepareUndo(settings, context) {
    const cache = openTokenCache(settings, context.environment);
    const saveLogin = (login) => {
        if (login.kind !== 'requested' && login.kind !== 'shared') {
            return undefined;
        }
        const token = planRevocation(login, settings);
        const files = login.kind === 'requested' ? cache?.files : [];
        const state = { folders: [], variables: [], cache: cache && files, token };
        if (token?.steps !== undefined) {
            context.environment.mask(clientSecrets(token.client));
            if (settings.security.authorities.length > 0) {
                return saveWithAuthorities({ ...state, token }, settings.security.authorities, context);
            }
        }
        context.save(state);
        return state;
    };
    return { saveLogin, cache };
}
/**
 * Saves the state, and the authorities of `ca_certificate` in a file, because they may be a whole bundle of root certificates.
 *
 * The state contains the digest of the file, so that the post step can see whether the file was changed.
 */
function saveWithAuthorities(state, authorities, context) {
    const { environment, save } = context;
    const content = authorities.join('\n');
    const path = (0,external_node_path_.join)((0,external_node_path_.dirname)(environment.folder), (0,own_folder/* newFolderName */.g8)());
    // If this fails, the login succeeds, and the post step reports what is missing.
    const folder = (0,json/* attempt */.CD)(() => {
        (0,files/* checkTemp */.t4)((0,external_node_path_.dirname)(path), environment.variable('GITHUB_WORKSPACE') ?? '');
        return (0,own_folder/* createFolder */.vV)(path);
    });
    const saved = { folder: folder ?? { name: (0,external_node_path_.basename)(path), identity: '' }, digest: (0,files/* digestOf */.ol)(content) };
    const folders = folder === undefined ? [] : [folder];
    const whole = { ...state, folders, token: { ...state.token, authorities: saved } };
    try {
        save(whole);
    }
    catch (error) {
        // The post step cannot know the folder.
        void (folder && (0,own_folder/* removeFolder */.v$)((0,external_node_path_.dirname)(path), folder));
        throw error;
    }
    (0,json/* attempt */.CD)(() => (0,files/* writeFiles */.hV)(path, folder === undefined ? [] : [{ path: undo_state/* AUTHORITIES_FILE */.tw, content }]));
    return whole;
}

;// CONCATENATED MODULE: ./lib/session/session.js





// Loaded together with the session, which saves its login.

/** Logs in, saves the login, then fetches everything in parallel. @throws ActionError of the first failure */
async function openSession(settings, ports, saver = { saveLogin: () => undefined }) {
    const started = ports.now();
    let requests = 0;
    const counting = {
        ...ports,
        send(request) {
            requests += 1;
            return ports.isCancelled() ? Promise.reject(new Error('cancelled')) : ports.send(request);
        },
    };
    const run = await logInAndFetch(settings, counting, saver);
    const milliseconds = ports.now().getTime() - started.getTime();
    return { ...run, timing: { milliseconds, requests } };
}
/** Logs in and fetches; if the platform rejects a shared token, because it was revoked for example, it is replaced once. */
async function logInAndFetch(settings, ports, saver) {
    const first = await logIn(settings, ports, saver);
    try {
        return await useLogin(first, settings, ports);
    }
    catch (error) {
        if (first.login.kind !== 'shared' || !(error instanceof errors/* ActionError */.lZ) || error.code !== 'invalid_token') {
            throw error;
        }
        ports.log.info(`${(0,errors/* describeFailure */.Ic)(error)}. The token of the earlier step is replaced.`);
        const cache = saver.cache && { ...saver.cache, read: () => undefined };
        return useLogin(await logIn(settings, ports, { ...saver, cache }), settings, ports);
    }
}
async function logIn(settings, ports, { saveLogin, cache }) {
    let saved;
    const keep = (issued) => {
        saved = saveLogin(issued) ?? saved;
    };
    const loggedIn = await ports.track('login', () => login(settings, ports, { cache, keep }));
    if (loggedIn.kind === 'requested') {
        cache?.write(loggedIn.token);
    }
    else {
        keep(loggedIn);
    }
    return { login: loggedIn, saved };
}
async function useLogin(loggedIn, settings, ports) {
    const { login } = loggedIn;
    const [fetched, user] = await Promise.all([
        settings.secretRequests.length === 0 ? NO_SECRETS : fetchSecrets(settings, login, ports),
        settings.whoami ? ports.track('whoami', () => whoami(settings, login, ports)) : undefined,
    ]);
    return { ...loggedIn, fetched, user };
}
const NO_SECRETS = { results: [], unnamed: undefined };
/** Loaded on demand: many runs request only a token. */
async function fetchSecrets(settings, { token, kind }, ports) {
    const { fetchSecrets: fetch } = await Promise.all(/* import() */[__webpack_require__.e(767), __webpack_require__.e(542)]).then(__webpack_require__.bind(__webpack_require__, 9542));
    return fetch(settings, { token, fresh: kind === 'requested' }, ports);
}
/** Opens the only way to the network of a run, as its settings and the runner's variables define it. */
function connect({ security, timeoutSeconds, retries }, variables, ports) {
    const environment = (0,proxy/* networkOf */.Af)(variables, ports.mask);
    const { send, sleep, expect, ...rest } = openTransport({
        timeoutSeconds,
        retries,
        security,
        environment,
        log: ports.log,
    });
    return { ports: { ...ports, send, sleep, expect }, ...rest };
}


/***/ })

};
;