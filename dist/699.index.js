"use strict";
exports.id = 699;
exports.ids = [699];
exports.modules = {

/***/ 9865:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openSender: () => (/* binding */ openSender),
  redirectTarget: () => (/* binding */ redirectTarget)
});

// EXTERNAL MODULE: ./lib/answers.js
var answers = __webpack_require__(2927);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(2357);
// EXTERNAL MODULE: ./lib/untrusted-text.js
var untrusted_text = __webpack_require__(7540);
// EXTERNAL MODULE: ./lib/json.js
var json = __webpack_require__(8060);
// EXTERNAL MODULE: ./lib/http/failure.js
var failure = __webpack_require__(9807);
;// CONCATENATED MODULE: ./lib/http/tls-problem.js

const SET_CERTIFICATE = "Set `pkcs12`, or `certificate` and `private_key`. The platform's administrator issues such certificates";
/** What to do if a port of plain http is used with https. */
const CHECK_PORT = 'Check the port of the address. For plain http, write it with `http://`, and set `allow_http: true`';
const CERTIFICATE_REQUIRED = rejected('certificate_required', 'the server requires a client certificate', SET_CERTIFICATE);
const CERTIFICATE_REFUSED = rejected('certificate_refused', 'the server does not accept the client certificate');
const UNKNOWN_AUTHORITY = untrusted('the certificate of the host is from an unknown authority', 'Set `ca_certificate` to the certificate of this authority. If the input is already set, the host uses another authority');
/** The codes of a certificate that cannot be verified: `X509_V_ERR_…` of OpenSSL (https://nodejs.org/api/tls.html#x509-certificate-error-codes). */
const VERIFICATION = {
    SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_AUTHORITY,
    UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_AUTHORITY,
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_AUTHORITY,
    DEPTH_ZERO_SELF_SIGNED_CERT: untrusted('the certificate of the host is self-signed', 'If this is the right host, set `ca_certificate` to this certificate'),
    ERR_TLS_CERT_ALTNAME_INVALID: untrusted('the certificate of the host is for another name', 'Use a host name that the certificate contains'),
    CERT_HAS_EXPIRED: untrusted('the certificate of the host, or of an authority above it, has expired', 'Ask the administrator of the host to renew the certificate. Also check the clock of this runner'),
    // Node's code for results that have no name in Node; only the message contains the reason (X509ErrorCode in crypto_common.cc).
    UNSPECIFIED: untrusted('OpenSSL rejects the certificate of the host, or of an authority above it', 'Ask the administrator of the host to replace this certificate'),
    CERT_NOT_YET_VALID: untrusted('the certificate of the host is not valid yet', 'Check the clock of this runner'),
};
/** The pattern of all other codes of OpenSSL's verification. */
const OTHER_VERIFICATION = /^(?:CERT_|CRL_|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH|UNABLE_TO_(?:GET_|DE)|ERROR_IN_CERT_)/;
/** TLS alerts and records, in the words of OpenSSL's message; the first match counts (RFC 8446 section 6.2). */
const HANDSHAKES = [
    [
        /wrong[ _]version[ _]number|packet[ _]length[ _]too[ _]long|http[ _]request/i,
        handshake('this port uses plain http, or another protocol without TLS', CHECK_PORT),
    ],
    [/certificate[ _]required/i, CERTIFICATE_REQUIRED],
    [
        /alert[ _](?:unknown[ _]ca|bad[ _]certificate|certificate[ _](?:unknown|expired|revoked)|unsupported[ _]certificate|access[ _]denied)/i,
        CERTIFICATE_REFUSED,
    ],
    [
        // TLS 1.2 does not have an alert for a missing certificate.
        /alert[ _]handshake[ _]failure/i,
        {
            ...handshake('the server closed the connection', `Servers do this if a client certificate is missing or not accepted. ${SET_CERTIFICATE}`),
            code: 'certificate_required',
        },
    ],
    [
        /alert[ _]protocol[ _]version|unsupported[ _]protocol|no[ _]protocols[ _]available/i,
        handshake('the server supports only TLS versions that Node does not support'),
    ],
];
/** Pages with status 400 that report a problem of TLS (nginx ngx_http_special_response.c, Go net/http server.go, Apache ssl_engine_kernel.c). */
const PAGES = [
    [/No required SSL certificate was sent/i, CERTIFICATE_REQUIRED],
    [/The SSL certificate error/i, CERTIFICATE_REFUSED],
    [
        /plain HTTP request was sent to HTTPS port|sent an HTTP request to an HTTPS server|speaking plain HTTP to an SSL-enabled server port/i,
        rejected('server_unreachable', 'this port expects https', 'Write the address with https://'),
    ],
];
/** Explains an error of TLS; returns undefined for any other error. */
function tlsProblem(error, code) {
    const other = OTHER_VERIFICATION.test(code) ? untrusted('the certificate of the host is not valid') : undefined;
    const problem = VERIFICATION[code] ?? other ?? handshakeProblem(error, code);
    // The names in the certificate show which server answered.
    const said = code === 'ERR_TLS_CERT_ALTNAME_INVALID' ? textMember(error, 'reason') : undefined;
    const reason = code === 'UNSPECIFIED' ? (0,untrusted_text/* quote */.hD)(textMember(error, 'message') ?? '') : code;
    return problem && { ...problem, why: `${problem.why} (${reason})`, said };
}
/** Explains an answer that reports a problem of TLS; returns undefined for any other answer. */
function tlsErrorPage(status, body) {
    return status === 400 ? PAGES.find(([text]) => text.test(body))?.[1] : undefined;
}
function handshakeProblem(error, code) {
    const isHandshake = code === 'EPROTO' || code.startsWith('ERR_SSL_');
    // If the code is EPROTO, only the message contains the alert.
    const text = `${code} ${textMember(error, 'message')}`;
    const [, problem = handshake('the reason is unknown')] = HANDSHAKES.find(([pattern]) => pattern.test(text)) ?? [];
    return isHandshake ? problem : undefined;
}
function textMember(error, member) {
    const text = typeof error === 'object' && error !== null ? Reflect.get(error, member) : undefined;
    return typeof text === 'string' ? text : undefined;
}
function rejected(code, why, advice) {
    return { code, what: 'was rejected', why, advice, passes: false };
}
function untrusted(why, advice) {
    return { ...rejected('server_untrusted', why, advice), what: 'was not sent' };
}
function handshake(why, advice) {
    return { ...rejected('server_unreachable', why, advice), what: 'failed during the TLS handshake' };
}

;// CONCATENATED MODULE: ./lib/http/network-problem.js



/** Node's error codes (errno(3), https://nodejs.org/api/dns.html#error-codes) and what they mean to the user. */
const PROBLEMS = {
    ENOTFOUND: ['was not sent', 'the host name is unknown', 'permanent'],
    EAI_AGAIN: ['was not sent', 'the host name cannot be resolved at the moment'],
    ECONNREFUSED: ['was refused', 'nothing listens on this port of the host'],
    EHOSTUNREACH: ['did not reach the host', 'there is no route to the host'],
    ENETUNREACH: ['did not reach the host', 'there is no route to the network of the host'],
    ETIMEDOUT: ['did not reach the host', 'the host does not answer'],
    ECONNRESET: ['got no answer', 'the connection was closed before the answer'],
    EPIPE: ['got no answer', 'the connection was closed before the answer'],
};
/** The errors of Node's HTTP parser (https://nodejs.org/api/errors.html). */
const PARSER_ERROR = /^HPE_/;
/** Explains an error of Node's network stack; if several addresses were tried (AggregateError), that of the first. */
function networkProblem(error) {
    if (error instanceof failure/* ExplainedError */.hM) {
        return error.problem;
    }
    const code = (0,json/* codeOf */.$N)(error);
    if (PARSER_ERROR.test(code)) {
        return (0,failure/* unusableAnswer */.Qf)(`the answer is not HTTP (${code})`).problem;
    }
    const [what, why, permanent] = PROBLEMS[code] ?? ['failed on the network', 'the cause is unknown'];
    const passes = permanent === undefined;
    return tlsProblem(error, code) ?? { code: 'server_unreachable', what, why: `${why} (${code})`, passes };
}
/** Tells whether an error means that the other side closed the connection; for a kept connection, this is normal. */
function isClosedConnection(error) {
    return ['ECONNRESET', 'EPIPE', 'ECONNABORTED'].includes((0,json/* codeOf */.$N)(error));
}

// EXTERNAL MODULE: ./lib/http/proxy.js
var http_proxy = __webpack_require__(1729);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
var external_node_http_default = /*#__PURE__*/__webpack_require__.n(external_node_http_);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
var external_node_https_default = /*#__PURE__*/__webpack_require__.n(external_node_https_);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/http/body.js

/** The largest body that is read: far more than any list of Secrets, far less than the memory of a runner. */
const BODY_LIMIT = 10 * 1024 * 1024;
/** Returns the status of an answer; Node's type also describes received requests, which have none. */
function statusOf({ statusCode = 0 }) {
    return statusCode;
}
const utf8 = new TextDecoder('utf-8', { fatal: true });
/**
 * Reads a body to its end, decompressed, and calls `onPart` for each part that arrives.
 *
 * The library's own `readBody` is not used: it only listens to `data` and `end`, so it never settles if the body is cut
 * short, and it has no limit (@actions/http-client 4.0.1).
 *
 * @throws ExplainedError if the body is cut short, larger than 10 MiB, damaged or not UTF-8
 */
async function readBody(message, onPart = () => { }) {
    const coding = message.headers['content-encoding']?.trim() || 'identity';
    const body = /^identity$/i.test(coding)
        ? message
        : (await __webpack_require__.e(/* import() */ 935).then(__webpack_require__.bind(__webpack_require__, 6935))).decodeBody(message, coding, onPart);
    const bytes = await collect(body, onPart);
    try {
        return utf8.decode(bytes);
    }
    catch (error) {
        throw (0,failure/* unusableAnswer */.Qf)('the body is not UTF-8', { cause: error });
    }
}
/** Collects the parts of a body by events: an async iterator makes several promises for each part. */
function collect(body, onPart) {
    const parts = [];
    let size = 0;
    return new Promise((resolve, reject) => {
        const fail = (error) => reject(error instanceof failure/* ExplainedError */.hM ? error : (0,failure/* cutShort */.VV)(error));
        body.on('data', (part) => {
            onPart();
            size += part.length;
            parts.push(part);
            if (size > BODY_LIMIT) {
                body.destroy((0,failure/* unusableAnswer */.Qf)(`the body is larger than ${BODY_LIMIT / 1024 / 1024} MiB`));
            }
        });
        body.on('end', () => resolve(Buffer.concat(parts)));
        body.on('error', fail);
        // Only for a body without its end: an error takes time to make.
        body.on('close', () => void (body.readableEnded || fail()));
    });
}

// EXTERNAL MODULE: ./lib/http/retry.js
var retry = __webpack_require__(2639);
;// CONCATENATED MODULE: ./lib/http/tunnel.js








/** Node tries each address of a host for only 250 ms, too short for a distant one, which would never be reached (net.connect). */
const PATIENT = { autoSelectFamilyAttemptTimeout: 2500 };
/** Makes the options of a connection to the proxy itself. */
function proxyOptions(proxy, { context, verify }) {
    const address = (0,http_proxy/* addressOfProxy */.Wb)(proxy);
    const servername = (0,external_node_net_.isIP)(address.host) > 0 ? '' : address.host;
    return proxy.url.protocol === 'https:'
        ? { ...address, rejectUnauthorized: verify, servername, secureContext: context() }
        : address;
}
/**
 * Opens a tunnel to a host and port through a proxy (RFC 9110 section 9.3.6).
 *
 * @throws ExplainedError
 */
function openTunnel(proxy, tls, { host, port, progress }) {
    const authority = `${(0,external_node_net_.isIP)(host) === 6 ? `[${host}]` : host}:${port}`;
    const isSecure = proxy.url.protocol === 'https:';
    return new Promise((resolve, reject) => {
        progress.enter('connecting to the proxy');
        const request = (isSecure ? (external_node_https_default()) : (external_node_http_default())).request({
            ...proxyOptions(proxy, tls),
            ...PATIENT,
            method: 'CONNECT',
            path: authority,
            headers: { host: authority, 'user-agent': 'bearer-login', ...(0,http_proxy/* loginToProxy */.ZW)(proxy) },
            agent: false,
        });
        progress.onCancel(() => request.destroy());
        request.once('socket', (socket) => {
            socket.once(isSecure ? 'secureConnect' : 'connect', () => progress.enter('waiting for the proxy'));
        });
        request.once('connect', (answer, socket, head) => {
            const status = statusOf(answer);
            if (status >= 200 && status < 300) {
                socket.unshift(head);
                return resolve(socket);
            }
            socket.destroy();
            reject(new failure/* ExplainedError */.hM(proxyRefusal(proxy, answer)));
        });
        request.once('error', (error) => reject(new failure/* ExplainedError */.hM(connectionProblem(proxy, error), error)));
        request.end();
    });
}
/** The `Server` of answers that these proxies make themselves. In answers that they forward, they keep the server's own. */
const PROXY_PROGRAM = /^(?:squid|tinyproxy|mitmproxy|zscaler)\b/i;
/** Tells whether a proxy certainly made an answer itself, instead of forwarding it; other proxies do not show this. */
function isOfProxy(answer) {
    const { server = '', 'x-squid-error': squidError } = answer.headers;
    const status = statusOf(answer);
    return status === 407 || (status >= 300 && (squidError !== undefined || PROXY_PROGRAM.test(server.toString())));
}
const NO_BASIC = 'The proxy does not offer Basic, the only scheme that the action supports. Ask its administrator for another proxy';
const NO_LOGIN = [
    'requires a login, and the variable contains none',
    'Write the login into the variable, as in http://user:password@proxy.example.com:3128',
];
const WRONG_LOGIN = [
    'does not accept the login in the variable',
    'Correct the login in the variable. Percent-encode the user name and the password',
];
/** Explains the refusal of a proxy. For a wrong login, tinyproxy returns 401, and all other proxies 407. */
function proxyRefusal(proxy, answer) {
    const status = statusOf(answer);
    const name = (0,http_proxy/* nameOfProxy */.fT)(proxy);
    const refusal = { what: 'was not sent', said: answer.headers['x-squid-error']?.toString(), passes: false };
    if (status === 407 || status === 401) {
        const schemes = answer.headers['proxy-authenticate'];
        const isBasic = schemes === undefined || /(?:^|,)\s*basic\b/i.test(schemes.toString());
        const [why, how] = proxy.authorization === undefined ? NO_LOGIN : WRONG_LOGIN;
        return { ...refusal, code: 'proxy_refused', why: `${name} ${why} (${status})`, advice: isBasic ? how : NO_BASIC };
    }
    if ((0,retry/* mayPass */.bg)(status)) {
        const why = `${name} returned ${status}, which often means that the proxy cannot reach the host`;
        return { ...refusal, code: 'proxy_failed', why, passes: true };
    }
    return { ...refusal, code: 'proxy_refused', why: `${name} does not allow the request (${status})` };
}
/**
 * Explains why there is no connection to a proxy.
 *
 * A proxy that does not answer in HTTP may be starting; a wrong name or certificate of a proxy stays wrong.
 */
function connectionProblem(proxy, error) {
    const { why, code, passes } = networkProblem(error);
    return {
        code: 'proxy_failed',
        what: 'was not sent',
        why: `the connection to ${(0,http_proxy/* nameOfProxy */.fT)(proxy)} failed: ${why}`,
        passes: passes || code === 'response_invalid',
    };
}

;// CONCATENATED MODULE: ./lib/http/failed-try.js





const CHECK_CHAIN = 'the server may not accept the client certificate. Check that its chain is complete, that it is for clients, and that the server knows its authority';
/** Explains why a try of a request got no answer, and what may be the cause. */
function failureOf(error, request, tried) {
    const { sent, answered } = tried.progress;
    const { forwarder } = tried.route;
    const problem = forwarder !== undefined && !sent ? connectionProblem(forwarder, error) : networkProblem(error);
    const sentence = `${(0,answers/* describe */.q0)(request)} ${problem.what}: ${problem.why}`;
    const isClosed = !answered && forwarder === undefined && isClosedConnection(error);
    const closers = isClosed ? closersOf(request.url.protocol === 'https:', tried) : [];
    const close = closers.length === 0 ? undefined : `If this happens again, ${closers.join('. Otherwise, ')}`;
    const facts = proxyFacts(problem, tried);
    return { ...problem, advice: problem.advice ?? close, facts, sent, answered, cause: error, sentence };
}
/** Names the proxy that may have caused a failure. */
function proxyFacts({ code }, { progress, route: { tunnel, forwarder } }) {
    if (forwarder !== undefined && progress.sent && !progress.answered) {
        return [`The request uses ${(0,http_proxy/* nameOfProxy */.fT)(forwarder)}, which may be the cause`];
    }
    return tunnel !== undefined && code === 'server_untrusted'
        ? [
            `The connection uses ${(0,http_proxy/* nameOfProxy */.fT)(tunnel)}. A proxy that decrypts TLS presents certificates of another authority`,
        ]
        : [];
}
/** Lists why a server may close a new connection: it expects plain http, or TLS, or rejects the client certificate. */
function closersOf(isSecure, { progress, showsCertificate }) {
    if (!isSecure) {
        return ['the port may expect https. Write the address with https://'];
    }
    const plain = progress.sent ? [] : [`the port may use plain http. ${CHECK_PORT}`];
    return showsCertificate ? [...plain, CHECK_CHAIN] : plain;
}

// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(4942);
// EXTERNAL MODULE: ./lib/http/deadline.js
var deadline = __webpack_require__(3933);
// EXTERNAL MODULE: ./lib/http/no-proxy.js
var no_proxy = __webpack_require__(7075);
// EXTERNAL MODULE: ./lib/http/progress.js
var http_progress = __webpack_require__(5534);
;// CONCATENATED MODULE: ./lib/http/hop.js












// Without a limit, since the library would end a request after three minutes of silence.
const client = new lib/* HttpClient */.Qq('bearer-login', [], { socketTimeout: http_progress/* NO_LIMIT_MS */.Rd });
/**
 * Sends one message over a route, reads the answer, and reports both to `progress`.
 *
 * The library's `request` is not used: its own agent keeps no connections and could bypass the proxy. It would also follow
 * redirects, and its other layers take time for each request (docs/performance.md).
 *
 * @throws Error of any layer
 */
async function sendHop(request, route, progress) {
    const message = await new Promise((resolve, reject) => {
        client.requestRawWithCallback(messageFor(request, route, progress), request.body ?? null, (error, response) => response === undefined ? reject(error) : resolve(response.message));
    });
    const waitMs = (0,deadline/* monotonic */.x)() - progress.sentAt;
    progress.answered = true;
    progress.enter('reading the answer');
    const status = statusOf(message);
    if (route.forwarder !== undefined && isOfProxy(message)) {
        message.destroy();
        throw new failure/* ExplainedError */.hM(proxyRefusal(route.forwarder, message));
    }
    if ([301, 302, 303, 307, 308].includes(status)) {
        message.destroy();
        return { location: message.headers.location };
    }
    return { ...(await readAnswer(message, progress, route)), waitMs };
}
async function readAnswer(message, progress, { forwarder }) {
    const status = statusOf(message);
    const body = await readBody(message, () => progress.enter('reading the answer')).finally(() => {
        if (!message.complete) {
            message.destroy();
        }
    });
    const problem = tlsErrorPage(status, body);
    if (problem !== undefined) {
        throw new failure/* ExplainedError */.hM(problem);
    }
    const { 'retry-after': retryAfter, 'content-type': contentType = '', date } = message.headers;
    const now = new Date();
    const retryAfterMs = (0,retry/* parseRetryAfter */.mu)(retryAfter, date, now);
    const response = {
        status,
        contentType: contentType.replace(/;.*/s, '').trim().toLowerCase(),
        body,
        requestId: message.headers['x-request-id']?.toString(),
        challenge: message.headers['www-authenticate'],
        proxy: forwarder && !/json/i.test(contentType) ? (0,http_proxy/* nameOfProxy */.fT)(forwarder) : undefined,
        retryAt: (0,retry/* endOfWait */.iv)(retryAfterMs, now),
        clockAheadMs: (0,retry/* clockAheadMs */.Yy)(date, now),
    };
    return { response, retryAfterMs };
}
function messageFor({ method, url, headers }, route, progress) {
    const { agent, forwarder } = route;
    const isSecure = url.protocol === 'https:';
    const own = {
        // Without this header, a server may choose any coding (RFC 9110 section 12.5.3).
        'accept-encoding': 'identity',
        'user-agent': client.userAgent,
        ...headers,
    };
    const options = {
        method,
        agent,
        progress,
        ...(forwarder === undefined
            ? {
                // Node would look up an IPv6 host in brackets as a name.
                host: (0,no_proxy/* bareHost */.n)(url.hostname),
                port: url.port || (isSecure ? 443 : 80),
                path: url.pathname + url.search,
                headers: own,
            }
            : {
                ...(0,http_proxy/* addressOfProxy */.Wb)(forwarder),
                path: url.href,
                headers: { ...own, host: url.host, ...(0,http_proxy/* loginToProxy */.ZW)(forwarder) },
            }),
    };
    return { options, parsedUrl: url, httpModule: isSecure ? (external_node_https_default()) : (external_node_http_default()) };
}

// EXTERNAL MODULE: ./lib/http/secure-context.js + 1 modules
var secure_context = __webpack_require__(1544);
;// CONCATENATED MODULE: ./lib/http/watched-agent.js



/** Lets the try of each request cancel it, which the library does not expose. */
function watched(agent) {
    const add = agent.addRequest.bind(agent);
    agent.addRequest = (request, options) => {
        const { progress } = options;
        progress?.onCancel(() => request.destroy());
        // Without a listener, Node closes the connection, and the library waits forever.
        request.once('upgrade', (_message, socket) => {
            socket.destroy();
            progress?.fail((0,failure/* unusableAnswer */.Qf)('the server switches to another protocol (101), which the request does not allow'));
        });
        add(request, options);
    };
    return agent;
}
/** Reports that a connection is opened for this try, to a host or to the proxy that forwards the request to it. */
function begin({ progress, host }, forwarder) {
    if (progress === undefined) {
        throw new Error('a request without its progress');
    }
    progress.opened = true;
    progress.sent = false;
    const needsNoName = forwarder !== undefined || (0,external_node_net_.isIP)((0,no_proxy/* bareHost */.n)(String(host))) > 0;
    progress.enter(needsNoName ? 'connecting' : 'looking up the name of the host');
    return progress;
}

;// CONCATENATED MODULE: ./lib/http/routes.js








/** Opens direct routes and routes through proxies; connections are kept alive. */
function openRoutes(security, environment) {
    const extra = environment.NODE_EXTRA_CA_CERTS;
    const { authorities, verify } = security;
    const context = (0,secure_context/* contextOf */.Vm)({ authorities }, extra);
    const platform = { context: (0,secure_context/* contextOf */.Vm)(security, extra), verify };
    // `tls_verify` and the client certificate are for the platform alone, not for the runner's service or a proxy.
    const verified = { context, verify: true };
    const agents = new Map();
    return {
        find({ url, toRunner = false }, fresh) {
            const proxy = (0,http_proxy/* proxyOf */.Ol)(url, environment);
            const isSecure = url.protocol === 'https:';
            const name = `${url.protocol} ${proxy?.url.href} ${fresh} ${toRunner}`;
            const target = { tls: toRunner ? verified : platform, proxy, proxyTls: verified, keepAlive: !fresh };
            const agent = agents.get(name) ?? watched((isSecure ? secureAgent : plainAgent)(target));
            agents.set(name, agent);
            return { agent, forwarder: isSecure ? undefined : proxy, tunnel: isSecure ? proxy : undefined };
        },
        forgetIdle() {
            for (const socket of [...agents.values()].flatMap((agent) => Object.values(agent.freeSockets).flat())) {
                socket?.destroy();
            }
        },
        close() {
            for (const agent of agents.values()) {
                agent.destroy();
            }
        },
    };
}
/** Makes an agent that connects to https hosts, directly or through a tunnel. */
function secureAgent({ tls, proxy, proxyTls, keepAlive }) {
    const agent = new (external_node_https_default()).Agent({ keepAlive, rejectUnauthorized: tls.verify, ...PATIENT });
    const connect = agent.createConnection.bind(agent);
    const secure = (options, progress) => {
        const withContext = { ...options, secureContext: tls.context() };
        return (0,http_progress/* watchSocket */.bl)(connect(withContext), progress, 'secureConnect');
    };
    agent.createConnection = (options, callback) => {
        const progress = begin(options);
        if (proxy === undefined) {
            return secure(options, progress);
        }
        const target = { host: String(options.host), port: Number(options.port), progress };
        openTunnel(proxy, proxyTls, target)
            .then((socket) => {
            progress.enter('in the TLS handshake');
            callback?.(null, secure({ ...options, socket }, progress));
        })
            // Node ignores the socket if there is an error, but its type requires one.
            .catch((error) => callback?.(error, new external_node_net_.Socket()));
        return undefined;
    };
    return agent;
}
/** Makes an agent that connects to plain http hosts, or to the proxy that forwards requests to them. */
function plainAgent({ proxy, proxyTls, keepAlive }) {
    const agent = new (external_node_http_default()).Agent({ keepAlive, ...PATIENT });
    const connect = agent.createConnection.bind(agent);
    agent.createConnection = (options) => {
        const progress = begin(options, proxy);
        if (proxy?.url.protocol !== 'https:') {
            return (0,http_progress/* watchSocket */.bl)(connect(options), progress, 'connect');
        }
        const toProxy = { ...options, ...proxyOptions(proxy, proxyTls) };
        return (0,http_progress/* watchSocket */.bl)(new (external_node_https_default()).Agent().createConnection(toProxy), progress, 'secureConnect');
    };
    return agent;
}

;// CONCATENATED MODULE: ./lib/http/send-once.js









const MAX_REDIRECTS = 5;
/** Opens a sender, without a connection yet. */
function openSender({ security, environment, limits, isClosed }) {
    const routes = openRoutes(security, environment);
    const underWay = new Set();
    const context = { routes, limits, isClosed, underWay, showsCertificate: security.identity !== undefined };
    return {
        sendOnce: (request, position) => sendOnce(request, { ...context, position }),
        close() {
            for (const progress of underWay) {
                progress.cancel();
            }
            routes.close();
        },
    };
}
async function sendOnce(first, context) {
    let request = first;
    for (let redirects = 0;; redirects += 1) {
        const result = await sendOnOpenConnection(request, context);
        if (!('location' in result)) {
            return result;
        }
        request = { ...request, url: redirectTarget(request, result.location, redirects) };
    }
}
/**
 * Finds the target of a redirect. Only redirects of a GET within its origin are followed, at most five times.
 *
 * @throws ActionError redirect_refused
 */
function redirectTarget(request, location, redirects) {
    const what = `${request.purpose} failed: the server redirects to`;
    const failed = { text: (0,answers/* describe */.q0)(request), url: request.url, layer: 'answer' };
    const fail = (where, why, advice) => new errors/* ActionError */.lZ('redirect_refused', `${what} ${where}, ${why}`, { request: failed, advice });
    if (!location || !URL.canParse(location, request.url.href)) {
        throw fail('an address', 'which is missing or not a URL', 'Ask the administrator of the server why it redirects');
    }
    const target = new URL(location, request.url);
    // The raw text: in a URL, a secret may be spelled in another way.
    const where = (0,untrusted_text/* quoteAddress */.HL)(location);
    if (request.method !== 'GET') {
        throw fail(where, 'but the action never sends credentials to a second address');
    }
    if (target.origin !== request.url.origin) {
        throw fail(where, 'which is another origin');
    }
    if (redirects >= MAX_REDIRECTS) {
        throw fail(where, `after ${MAX_REDIRECTS} redirects`);
    }
    return target;
}
async function sendOnOpenConnection(request, context) {
    for (;;) {
        // A server may close a kept connection after it has accepted the request, and it accepts a credential of `renew` once.
        const isFresh = (0,retry/* retryRule */.b6)(request) === 'unsent' || request.renew !== undefined;
        const route = context.routes.find(request, isFresh);
        const { result, progress, error } = await sendWithLimits(request, route, context);
        if (result !== undefined) {
            return result;
        }
        if (progress.opened || progress.answered || !isClosedConnection(error) || context.isClosed()) {
            return { failure: failureOf(error, request, { progress, route, showsCertificate: context.showsCertificate }) };
        }
        context.routes.forgetIdle();
    }
}
/** Races a hop against its time limits: a wait for a socket or a resolver may never end. */
async function sendWithLimits(request, route, { limits, position, underWay }) {
    const way = route.forwarder === undefined ? '' : ' through the proxy';
    const progress = (0,http_progress/* beginProgress */.$n)(limitsFor(request, limits), position, way);
    underWay.add(progress);
    progress.enter('waiting for the answer');
    try {
        const result = await Promise.race([sendHop(request, route, progress), progress.failed]);
        return { progress, result, error: undefined };
    }
    catch (error) {
        progress.cancel();
        return { progress, result: undefined, error };
    }
    finally {
        progress.finish();
        underWay.delete(progress);
    }
}
/** For a request that may not be sent again, giving up early gains nothing: then only the deadline counts. */
function limitsFor(request, limits) {
    return (0,retry/* retryRule */.b6)(request) === 'unsent' ? { ...limits, silenceMs: http_progress/* NO_LIMIT_MS */.Rd } : limits;
}


/***/ }),

/***/ 1480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I9: () => (/* binding */ httpsOverHttp),
/* harmony export */   aQ: () => (/* binding */ httpOverHttps),
/* harmony export */   vX: () => (/* binding */ httpsOverHttps),
/* harmony export */   xj: () => (/* binding */ httpOverHttp)
/* harmony export */ });
// Stands in for the real tunnel, which @actions/http-client takes for agents of its own; every request here has an
// agent of ours. The real one knows no keep-alive and no time-out, and prints Node's warnings DEP0005 and DEP0123.
const noAgent = () => undefined;

const httpOverHttp = noAgent;
const httpOverHttps = noAgent;
const httpsOverHttp = noAgent;
const httpsOverHttps = noAgent;


/***/ }),

/***/ 7278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ProxyAgent)
/* harmony export */ });
// Stands in for the real undici, which @actions/http-client imports for one method that is never called here
// (getAgentDispatcher). Without it and the other stubs the bundle is a sixth of the size.
class ProxyAgent {}


/***/ })

};
;