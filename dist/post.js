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
/* harmony export */   $N: () => (/* binding */ sentenceOf),
/* harmony export */   Ic: () => (/* binding */ describeFailure),
/* harmony export */   eX: () => (/* binding */ TITLES),
/* harmony export */   lZ: () => (/* binding */ ActionError),
/* harmony export */   z6: () => (/* binding */ asActionError)
/* harmony export */ });
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

/***/ 807:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ unusableAnswer),
/* harmony export */   h: () => (/* binding */ ExplainedError)
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


/***/ }),

/***/ 75:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ isDirect),
/* harmony export */   n: () => (/* binding */ bareHost)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(30);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _ports_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(720);


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

/***/ 729:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ networkOf),
/* harmony export */   Ol: () => (/* binding */ proxyOf),
/* harmony export */   Wb: () => (/* binding */ addressOfProxy),
/* harmony export */   ZW: () => (/* binding */ loginToProxy),
/* harmony export */   fT: () => (/* binding */ nameOfProxy)
/* harmony export */ });
/* unused harmony export proxySecrets */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(357);
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(540);
/* harmony import */ var _no_proxy_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(75);



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
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
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

/***/ 335:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KO: () => (/* binding */ isGitHubRunner),
/* harmony export */   uo: () => (/* binding */ documentsOf)
/* harmony export */ });
/* unused harmony export readEnvironment */
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);




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

/***/ 540:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ quoteWords),
/* harmony export */   HL: () => (/* binding */ quoteAddress),
/* harmony export */   WU: () => (/* binding */ show),
/* harmony export */   _c: () => (/* binding */ reveal),
/* harmony export */   al: () => (/* binding */ LONGEST_ADDRESS),
/* harmony export */   bp: () => (/* binding */ untrusted),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   it: () => (/* binding */ cutMiddle)
/* harmony export */ });
/* unused harmony exports isOneLine, capitalized */
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

/***/ 30:
/***/ ((module) => {

module.exports = onFirstUse(() => require("node:net"));

/***/ }),

/***/ 161:
/***/ ((module) => {

module.exports = onFirstUse(() => require("node:os"));

/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = onFirstUse(() => require("node:path"));

/***/ }),

/***/ 456:
/***/ ((module) => {

module.exports = onFirstUse(() => require("node:stream"));

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

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = onFirstUse(() => require("node:crypto"));
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

;// CONCATENATED MODULE: ./lib/masking/escapes.js
/** Returns the UTF-8 bytes of a text in hex. */
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
/** The forms that replace single characters, with the spellings of the programs that write them. */
const ESCAPED_FORMS = [
    // JavaScript and Java; Python's quote_plus and Go's QueryEscape; PHP's urlencode; .NET's UrlEncode.
    escapes_form('form encoding', ...[' *', ' ~', ' ', ' !()*'].map(percent).flatMap(bothCases)),
    // JavaScript; RFC 3986; Python's quote.
    escapes_form('URI encoding', ...["!'()*~", '~', '~/'].map(percent).flatMap(bothCases)),
    // Go's PathEscape, path and user info; the user info of browsers and Node, which keep a percent sign.
    escapes_form('part of a URL', ...['~$&+:=@', '~$&+,/:;=@', '~$&+,;=', "~!$%&'()*+,"].map(percent)),
    escapes_form('JSON', escapes_json()),
    escapes_form('JSON in JSON', inTurn(escapes_json(), escapes_json())),
    escapes_form('JSON in ASCII', escapes_json('\x7f-\uffff'), escapes_json('\x7f-\uffff', upperCase(unicode))),
    escapes_form('JSON of Go', escapes_json('<>&\u2028\u2029')),
    escapes_form('JSON of PHP', escapes_json('/\x80-\uffff'), escapes_json('/\u2028\u2029')),
    escapes_form('JSON of .NET', escapes_json("'&+<>`\x7f-\uffff", upperCase(unicode), DOTNET_ESCAPES)),
    escapes_form('JSON of Gson', escapes_json("'&<=>\u2028\u2029")),
    // Python's ElementTree writes XML in ASCII.
    escapes_form('HTML and XML', ...HTML_SIGNS.map((names) => entities(names)), entities([], /[&<>]|[^\0-\x7f]/gu)),
    // Python escapes a single quote only in a text that also contains a double quote.
    escapes_form('repr of Python', ...[/[\\\p{C}]|(?! )\p{Z}/gu, /['\\\p{C}]|(?! )\p{Z}/gu].map(python)),
    escapes_form('repr of bytes in Python', ...[/[^ -[\]-~]/gu, /[^ -&(-[\]-~]/gu].map(pythonBytes)),
    escapes_form('YAML in double quotes', ...YAML_STRINGS),
    // Bash, also under `set -x`; Python's shlex; dash, which writes adjacent quotes in one pair of double quotes.
    escapes_form('single quotes of bash', (text) => text.replaceAll("'", "'\\''")),
    escapes_form('single quotes of dash', (text) => text.replaceAll("'", `'"'"'`), (text) => text.replace(/'+/g, `'"$&"'`)),
    escapes_form('double quotes of a shell', backslashed(/["$`\\]/g)),
    escapes_form('printf %q of bash', backslashed(/[\t !"$&'()*,;<>?[\\\]^`{|}]|(?<=[:=])~/g)),
    // Bash writes `$'…'` for what its locale cannot print. In the C locale, these are all characters that are not ASCII. In a
    // UTF-8 locale, these are control characters, line separators and unassigned code points (measured with bash 5.2).
    escapes_form("$'…' of bash", ...[/[^ -~]|['\\]/gu, /[\p{Cc}\p{Cn}\p{Zl}\p{Zp}'\\]/gu].map(ansiC)),
    // PowerShell also reads typographic quotes as quotes. CSV doubles double quotes.
    escapes_form('doubled quotes', ...[/['‘’‚‛]/g, /["“”„]/g].map(doubled)),
];
function escapes_form(name, ...spellings) {
    return { name, of: (text) => spellings.map((spelling) => spelling(text)) };
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
const SHORTEST = 8;
/** More bytes have so many lines of base64 that their masks would slow down the runner. */
const MOST_BYTES = 16_384;
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
    { name: 'base64 at three alignments', of: (text) => base64Groups(Buffer.from(text, 'utf8')) },
    { name: 'base64url at three alignments', of: (text) => base64Groups(Buffer.from(text, 'utf8')).map(toBase64url) },
    { name: 'base64 in lines', of: (text) => base64Lines(Buffer.from(text, 'utf8')) },
    { name: 'hex', of: (text) => [hexOf(text), hexOf(text).toUpperCase()] },
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
    const hex = bytes.toString('hex');
    const forms = [...groups, ...groups.map(toBase64url), ...base64Lines(bytes), hex, hex.toUpperCase()];
    return [...new Set(forms)].filter((form) => form.length >= SHORTEST);
}
/** Returns every derived form of a text that differs from the text and is long enough to be masked. */
function derivedForms(text) {
    const wellFormed = text.toWellFormed();
    // No program escapes a letter, a digit or an underscore.
    const forms = /^\w*$/.test(text) ? BYTE_FORMS : FORMS;
    return forms.flatMap((form) => form.of(wellFormed)).filter((form) => form.length >= SHORTEST && form !== text);
}
/** Encodes the whole groups of three bytes in base64, at each alignment: the results are the same whatever precedes and follows the bytes. */
function base64Groups(bytes) {
    return [0, 1, 2].map((shift) => bytes.toString('base64', shift, bytes.length - ((bytes.length - shift) % 3)));
}
function toBase64url(base64) {
    return base64.replaceAll('+', '-').replaceAll('/', '_');
}
/** Returns the lines of base64 as tools wrap it, for bytes with and without a newline after them. */
function base64Lines(bytes) {
    const texts = bytes.length > MOST_BYTES ? [] : [bytes, Buffer.concat([bytes, Buffer.from('\n')])];
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
    if (text.length <= SHORTEST_FOLDED || /^[[{]|[\r\n]|-----BEGIN /.test(text)) {
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
    return [...text.matchAll(BODY)]
        .flatMap(([, body = '']) => body.split(/\s+|\\r|\\n/))
        .flatMap((run) => [run, ...(run.match(/.{1,64}/g) ?? [])]);
}

;// CONCATENATED MODULE: ./lib/masking/places.js

/** No variable and no argument of a program is longer on Linux; with longer parts, a text could have masks of 100 MB. */
const LONGEST = 128 * 1024;
/** What separates the pairs of a line, apart from a line with only one pair. */
const SEPARATORS = [/;/, /[?&]/, /[,{}[\]]/, /\s+/];
/** The other places of a secret in a line. No pattern reads a character more than a few times, however long the line is. */
const PLACES = [
    // What follows a word: `password x` in .netrc, whatever it looks like; `Bearer x` in a header.
    /^(?:(?:machine|login|account)\s+\S+\s+|default\s+)*(?<key>password)\s+(?<text>\S+)/g,
    /(?:pass|pwd|token|secret|key|bearer|basic)[\w-]{0,30}["']?\s+(?<text>\S+)/gi,
    // A quoted text, which can contain separators. A quoted key has a separator after it.
    /\\.|"(?<text>(?:\\.|""|[^"\\])*)"?(?<isKey>\s*[:=])?/gs,
    /'(?<text>(?:'\\''|''|[^'])*)'?(?<isKey>\s*[:=])?/g,
    // Braces of ODBC.
    /=\{(?<text>[^{}]*)\}/g,
    // An item of a list in YAML that is not a pair, and the end of a quoted text of several lines.
    /^(?:-\s+)+(?![\w.-]+:\s)(?<text>.*)/g,
    /^(?<text>[^"']+)["'][;,]?$/g,
    // An element of XML.
    /<(?<key>[^<>]*)>(?<text>[^<]+)/g,
    /<!\[CDATA\[(?<text>[^\]]*)/g,
    // The user information of a URL, and its user alone, which can be a token; the password after `user/`, as Oracle writes it.
    /\/(?<text>[^\s/"<>]+)@/g,
    /\/\/(?<text>[^\s/"<>:@]+):(?=[^\s/"<>]*@)/g,
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
    const places = PLACES.flatMap((place) => Array.from(line.matchAll(place), ({ groups }) => groups ?? {}));
    const values = [
        ...[...segments].flatMap(pairsIn),
        ...itemsIn(line),
        // A line of an element of XML.
        ...(/&\w+;/.test(line) ? [{ text: line }] : []),
        ...places.filter(({ isKey }) => isKey === undefined),
    ];
    return values.flatMap(({ key = '', text = '' }) => text.length > LONGEST ? [] : READINGS.map((read) => ({ text: read(text), named: SECRET_NAME.test(key) })));
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
    return [...runs, ...values, { text: decoded(text), named }].filter((part) => part.text.length >= SHORTEST && (part.named || !NO_SECRET.test(part.text)));
}
/** Decodes base64, also over several lines; returns an empty text for anything else, such as a token. */
function decoded(text) {
    const bytes = Buffer.from(/^[\w+/=\s-]+$/.test(text) ? text : '', 'base64');
    const result = bytes.toString('utf8');
    return (0,external_node_buffer_namespaceObject.isUtf8)(bytes) && !/[^\P{Cc}\t\r\n]/u.test(result) ? result : '';
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
    const forms = RUNNER_FORMS.map((write) => write(piece.toWellFormed())).filter((form) => form.length >= SHORTEST);
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
            const fresh = unseen.flatMap((text) => masksOf(text, plain, reader)).filter((text) => !registered.has(text));
            const ordered = [...new Set(fresh)].sort((a, b) => b.length - a.length);
            for (const text of ordered) {
                registered.add(text);
            }
            search.add(ordered.filter((text) => !isShort(text)));
            for (const text of ordered.filter(isShort)) {
                short.push(text);
            }
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

// EXTERNAL MODULE: ./lib/server-words.js
var server_words = __nccwpck_require__(417);
// EXTERNAL MODULE: ./lib/untrusted-text.js
var untrusted_text = __nccwpck_require__(540);
;// CONCATENATED MODULE: ./lib/answers.js




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
    return `${method} ${(0,untrusted_text/* untrusted */.bp)(`${url.origin}${url.pathname}`, untrusted_text/* LONGEST_ADDRESS */.al)}`;
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
    if ((0,server_words/* isPage */.yp)(exchange.response)) {
        throw answerError('response_invalid', exchange, { what: 'with a web page instead of JSON' });
    }
    try {
        return (0,json/* parseJson */.qF)(body);
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
    const id = requestId === undefined ? '' : `, X-Request-ID ${(0,untrusted_text/* quote */.hD)(requestId)}`;
    const what = problem.what === undefined ? '' : ` ${problem.what}`;
    const page = (0,server_words/* isPage */.yp)(response) ? (0,server_words/* readPage */.SP)(response.body) : undefined;
    const titled = page?.title === undefined ? '' : `; the page is titled ${(0,untrusted_text/* quote */.hD)(page.title)}`;
    return new errors/* ActionError */.lZ(code, `${request.purpose} failed: the server answered ${status}${what}${titled}`, {
        title: status === 429 ? 'The server limits the number of requests' : problem.title,
        said: wordsOf(response),
        facts: [...(problem.facts ?? []), ...(0,server_words/* factsAbout */.T9)(response)],
        advice: [problem.advice ?? [], page?.advice ?? [], (0,server_words/* waitAdvice */.o1)(response)].flat(),
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
    const body = (0,json/* parseBody */.OG)(response);
    return (0,json/* isRecord */.u4)(body) ? body : {};
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
    const body = (0,json/* parseBody */.OG)(response);
    const isProblem = response.contentType === 'application/problem+json';
    return !isSuccess(response) || isProblem || (0,server_words/* isErrorBody */.HR)(body) ? (0,server_words/* wordsIn */.Hn)(body) : [];
}
/** Returns the server's own words about a failure, raw; undefined for a web page. */
function wordsOf(response) {
    if ((0,server_words/* isPage */.yp)(response)) {
        return undefined;
    }
    const words = wordsOfBody(response);
    if (words.length > 0) {
        return words.join(': ');
    }
    if ((0,server_words/* wordsOfChallenge */.S)(response.challenge ?? '').length > 0) {
        // The whole challenge: a secret with a quotation mark in it can be removed only before the words are read.
        return response.challenge;
    }
    const isText = /^(?:text\/|(?:application\/(?:.+\+)?xml)?$)/.test(response.contentType);
    const isShown = isText && !isSuccess(response) && response.body.trim() !== '' && (0,json/* parseBody */.OG)(response) === undefined;
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

// EXTERNAL MODULE: ./lib/ports.js
var lib_ports = __nccwpck_require__(720);
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
    if (!isSuccess(response)) {
        throw answerError(codeOfStatus(response, 'id_token_unavailable'), { request, response });
    }
    const body = readJson({ request, response });
    const value = (0,json/* isRecord */.u4)(body) ? body['value'] : undefined;
    if (typeof value !== 'string' || value === '') {
        throw answerError('response_invalid', { request, response }, { what: 'without an ID token (value)' });
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
/** Reads where the runner issues ID tokens; returns undefined for a job without `id-token: write`. */
function idTokenRequestOf({ variable, mask }) {
    const url = variable('ACTIONS_ID_TOKEN_REQUEST_URL');
    const token = variable('ACTIONS_ID_TOKEN_REQUEST_TOKEN');
    if (url === undefined || token === undefined) {
        return undefined;
    }
    mask([token]);
    return { url, token };
}

;// CONCATENATED MODULE: ./lib/undo/state.js

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
    if ((0,json/* isRecord */.u4)(example)) {
        return (0,json/* isRecord */.u4)(value) && Object.entries(example).every(([name, member]) => fits(value[name], member));
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

;// CONCATENATED MODULE: ./lib/runner/log.js

/** Creates a log that removes our own secrets from each message before it prints the message. */
function createLog(redact, printer) {
    const safe = (print) => (message) => print((0,untrusted_text/* reveal */._c)(message, redact));
    const { debug, info, notice, warning, startGroup, endGroup } = printer;
    return {
        debug: safe(debug),
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

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = onFirstUse(() => require("node:fs"));
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
;// CONCATENATED MODULE: ./lib/machine/files.js




/** Returns the SHA-256 of a text in hex. */
function digestOf(text) {
    return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(text).digest('hex');
}
/**
 * Writes the files of a step into the step's own empty folder, each with mode 0600.
 *
 * Follows no link and overwrites nothing: O_EXCL creates each file. On Windows, the modes have no effect; there, the folder
 * of the runner's user protects the files.
 */
function writeFiles(folder, files) {
    for (const file of files) {
        const path = (0,external_node_path_.join)(folder, file.path);
        (0,external_node_fs_namespaceObject.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true, mode: 0o700 });
        if ('linkTo' in file) {
            // On Windows, only a junction needs no privilege. Other systems ignore the type.
            (0,external_node_fs_namespaceObject.symlinkSync)(file.linkTo, path, 'junction');
        }
        else {
            (0,external_node_fs_namespaceObject.writeFileSync)(path, file.content, { flag: 'wx', mode: 0o600 });
        }
    }
}
/**
 * Rejects a RUNNER_TEMP that is not absolute or is in the workspace, which workflows commit, cache and upload.
 *
 * @throws ActionError runner_unsupported
 */
function checkTemp(temp, workspace) {
    if (!(0,external_node_path_.isAbsolute)(temp) || (workspace !== '' && !leadsOut((0,external_node_path_.relative)(realPath(workspace), realPath(temp))))) {
        const message = 'The runner provides no folder for files (RUNNER_TEMP) outside the workspace';
        throw new errors/* ActionError */.lZ('runner_unsupported', message);
    }
}
/** Tells whether a relative path leads out of the folder in which it starts. */
function leadsOut(path) {
    return path === '..' || path.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.isAbsolute)(path);
}
/** Returns the path without links; unchanged if it does not exist. */
function realPath(path) {
    try {
        return (0,external_node_fs_namespaceObject.realpathSync)(path);
    }
    catch {
        return path;
    }
}

;// CONCATENATED MODULE: ./lib/machine/own-folder.js




const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const FOLDER_NAME = new RegExp(`^bearer-login-${UUID}$`);
/** Returns a new random name for a folder of a step. */
function post_newFolderName() {
    return `bearer-login-${randomUUID()}`;
}
/** Creates an empty folder with mode 0700. @throws Error of the file system, also if the path exists, even as a link */
function createFolder(path) {
    (0,external_node_fs_namespaceObject.mkdirSync)(path, { mode: 0o700 });
    return { name: (0,external_node_path_.basename)(path), identity: identityOf(path) ?? '' };
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
    if (!(0,external_node_path_.isAbsolute)(temp)) {
        throw new Error('cannot be found without RUNNER_TEMP');
    }
    if (!FOLDER_NAME.test(name)) {
        throw new Error('is not a folder of this action');
    }
    const path = (0,external_node_path_.join)(temp, name);
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
            (0,external_node_fs_namespaceObject.rmSync)(path, { recursive: true, force: true });
        }
        return undefined;
    }
    catch (error) {
        return reasonOf(error);
    }
}
/** Returns why a file or folder was left: our own words, or the code of the system, whose message contains paths. */
function reasonOf(error) {
    const code = (0,json/* codeOf */.$N)(error);
    return code === 'no code' && error instanceof Error ? error.message : `cannot be removed (${code})`;
}
/** Tells whether a path is a folder, and not a link, that only this user can read; Windows has neither users nor modes here. */
function own_folder_isPrivateFolder(path) {
    const found = (0,external_node_fs_namespaceObject.lstatSync)(path, { throwIfNoEntry: false });
    if (found?.isDirectory() !== true) {
        return false;
    }
    return process.platform === 'win32' || (found.uid === process.getuid?.() && (found.mode & 0o077) === 0);
}
/** Reads a file of a step: a regular file of this user, and not a link. @throws Error of the file system */
function own_folder_readOwnFile(path) {
    return post_readRegularFile(path, 'own').toString();
}
/**
 * Reads a regular file; to open a pipe would block the process forever.
 *
 * @throws Error of the file system; its code is ENOTSUP for a pipe, a socket or a device
 */
function post_readRegularFile(path, owner = 'any') {
    // Windows has neither of these flags, and no pipes in its folders.
    const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = external_node_fs_namespaceObject.constants;
    const file = (0,external_node_fs_namespaceObject.openSync)(path, O_RDONLY | O_NONBLOCK | (owner === 'own' ? O_NOFOLLOW : 0));
    try {
        const found = (0,external_node_fs_namespaceObject.fstatSync)(file);
        if (!(found.isFile() || found.isDirectory()) ||
            (owner === 'own' && found.uid !== (process.getuid?.() ?? found.uid))) {
            throw Object.assign(new Error('not a regular file of this user'), { code: 'ENOTSUP' });
        }
        return (0,external_node_fs_namespaceObject.readFileSync)(file);
    }
    finally {
        (0,external_node_fs_namespaceObject.closeSync)(file);
    }
}
function identityOf(path) {
    // Whole numbers: an inode of Windows does not fit into a double.
    const found = (0,external_node_fs_namespaceObject.lstatSync)(path, { bigint: true, throwIfNoEntry: false });
    return found && (found.isDirectory() ? `${found.dev}:${found.ino}` : 'no folder');
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(161);
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
    const delimiter = `ghadelimiter_${(0,external_node_crypto_namespaceObject.randomUUID)()}`;
    const text = Array.from(entries, ([name, value]) => [`${name}<<${delimiter}`, value, delimiter, ''].join(external_node_os_.EOL)).join('');
    if (text === '') {
        return;
    }
    const opened = (0,external_node_fs_namespaceObject.openSync)(file, external_node_fs_namespaceObject.constants.O_WRONLY | external_node_fs_namespaceObject.constants.O_APPEND);
    try {
        (0,external_node_fs_namespaceObject.writeFileSync)(opened, text);
    }
    finally {
        (0,external_node_fs_namespaceObject.closeSync)(opened);
    }
}

;// CONCATENATED MODULE: ./lib/runner/publish.js








/** The variables that name the files of an action. Without these files, the toolkit would print values. */
const COMMAND_FILES = ['GITHUB_STATE', 'GITHUB_OUTPUT', 'GITHUB_ENV'];
/** Saves the state of a step. @throws ActionError publication_failed */
function saveState(state, variable) {
    try {
        appendEntries(variable('GITHUB_STATE'), [[STATE_NAME, formatState(state)]]);
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
    let place = 'folder in RUNNER_TEMP';
    try {
        undo = rememberSizes([...COMMAND_FILES, 'GITHUB_STEP_SUMMARY'].flatMap((name) => variable(name) || []));
        if (publication.files.length > 0) {
            checkTemp(variable('RUNNER_TEMP'), variable('GITHUB_WORKSPACE'));
            own.push(createFolder(publication.folder));
        }
        place = 'file in GITHUB_STATE';
        const saved = formatState({ ...state, folders: [...state.folders, ...own] });
        appendEntries(variable('GITHUB_STATE'), [[STATE_NAME, saved]]);
        place = 'folder in RUNNER_TEMP';
        writeFiles(publication.folder, publication.files);
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
        own.forEach((folder) => void removeFolder((0,external_node_path_.dirname)(publication.folder), folder));
        throw error instanceof errors/* ActionError */.lZ ? error : unwritable(place, error);
    }
}
/** Restores the former values of variables, unless a later step changed them; never throws. */
function restoreVariables(saved, variable) {
    const changed = saved.filter(({ name, value }) => variable(name) === value);
    // The file can be missing, or the disk can be full. Post steps of other actions find no logins then; that fails no job.
    attempt(() => appendEntries(variable('GITHUB_ENV'), changed.map(({ name, before }) => [name, before])));
}
/** Writes the output `error_code` and the summary of a failure, as far as that is possible; never throws. */
function writeFailure({ code, summary }, isQuiet, variable) {
    // A file can be missing, or the disk can be full; the error line may be about that.
    attempt(() => appendEntries(variable('GITHUB_OUTPUT'), [['error_code', code]]));
    attempt(() => isQuiet || appendSummary(variable('GITHUB_STEP_SUMMARY'), summary));
}
function attempt(write) {
    try {
        write();
    }
    catch {
        // Each caller says why this changes nothing.
    }
}
/** Records the sizes of files. Returns a function that truncates the files to these sizes, as far as it can. */
function rememberSizes(files) {
    const sizes = files.map((file) => [file, (0,external_node_fs_namespaceObject.statSync)(file, { throwIfNoEntry: false })?.size ?? 0]);
    return () => {
        for (const [file, size] of sizes) {
            // A file that cannot be truncated could not be written either. The other files still can be.
            attempt(() => (0,external_node_fs_namespaceObject.truncateSync)(file, size));
        }
    };
}
/** Appends to the job summary at once, unlike the toolkit; a runner without summaries sets no file. */
function appendSummary(file, summary) {
    if (file !== '' && summary !== '') {
        (0,external_node_fs_namespaceObject.appendFileSync)(file, summary);
    }
}
/** Makes the error for a failed write. */
function unwritable(place, error) {
    const code = (0,json/* codeOf */.$N)(error);
    const why = code === 'ENOENT' && place.startsWith('file') ? 'it does not exist' : code;
    return new errors/* ActionError */.lZ('publication_failed', `The ${place} could not be written (${why})`, { cause: error });
}

;// CONCATENATED MODULE: ./lib/inputs/inputs.js
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
function inputs_inputNames() {
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

;// CONCATENATED MODULE: ./lib/inputs/token-parameters.js


/** What to set instead of a parameter that the action sends itself, if that is not the input of the same name. */
const INSTEAD = new Map(Object.entries({
    client_assertion: '`client_authentication`',
    client_assertion_type: '`client_authentication`',
    assertion: '`grant_type: jwt_bearer`',
    subject_token: '`grant_type: token_exchange`',
    subject_token_type: '`grant_type: token_exchange`',
}));
/** Inputs whose names a server may also use for a parameter of its own, with another meaning. */
const OTHER_MEANING = (/* unused pure expression or super */ null && (['tenant', 'project_id', 'organization_id', 'user_id']));
/** Reads the additional parameters of the token request, one `name=value` per line. @throws ActionError input_invalid */
function parseTokenParameters({ token_parameters: text = '' }) {
    return token_parameters_linesOf(text).map(({ number, name, value }) => {
        // The line itself may be a secret, so the message contains only its number.
        if (value === undefined || !/^[A-Za-z0-9_.-]+$/.test(name)) {
            throw invalid('token_parameters', `must have one name=value per line, and line ${number} is different`);
        }
        const input = inputNames().find((known) => known === name.toLowerCase());
        const own = input === undefined || OTHER_MEANING.includes(input) ? undefined : `\`${input}\``;
        const instead = INSTEAD.get(name.toLowerCase()) ?? own;
        if (instead !== undefined) {
            throw invalid('token_parameters', `must not contain \`${name}\` (line ${number})`, `Set ${instead} instead`);
        }
        return [name, value];
    });
}
/** Lists the values whose names say that they are secret. */
function secretTokenParameters(text) {
    const isSecret = (name) => /secret|password|token(?!_type)|key|code|pin|assertion/i.test(name);
    return token_parameters_linesOf(text).flatMap(({ name, value = '' }) => (isSecret(name) ? [value] : []));
}
/** Splits the text into lines that are not blank, at the first `=` of each. */
function token_parameters_linesOf(text) {
    return text.split(/\r\n|\r|\n/).flatMap((line, index) => {
        const [name = '', ...value] = line.split('=');
        const rest = value.length === 0 ? undefined : value.join('=').trim();
        return line.trim() === '' ? [] : [{ number: index + 1, name: name.trim(), value: rest }];
    });
}

;// CONCATENATED MODULE: ./lib/inputs/content.js






/** Tells whether the value of an input is a secret. */
function isSecretInput(name, value) {
    const { secret } = INPUTS[name];
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
    return new ActionError('certificate_unusable', `The input \`${name}\` ${reason}`, { advice });
}
function readNamedFile(name, path, readFile) {
    // A value that does not look like a path may be part of a key.
    const shown = /^[^\r\n]{1,250}\.[A-Za-z0-9]{1,10}$/.test(path) ? ` ${quote(path)}` : '';
    try {
        return readFile(path);
    }
    catch (error) {
        const forms = name === 'signing_key' ? 'PEM, base64 or a JWK' : 'PEM or base64';
        const reason = `is not ${forms}, and the file${shown} cannot be read (${codeOf(error)})`;
        throw unusableCertificate(name, reason, 'Relative paths start at the workspace; check that this job has the file');
    }
}
function compact(text) {
    return text.replace(/\\[nr]|\s/g, '');
}
/** Lists every secret value of the inputs, and every `user:password` that an Authorization header would encode. */
function secretsIn(inputs) {
    const values = inputs_inputNames().flatMap((name) => (inputs[name] === undefined ? [] : [{ name, text: inputs[name] }]));
    const secrets = values.filter(({ name, text }) => isSecretInput(name, text));
    const users = values.filter(({ name }) => name === 'client_id' || name === 'username');
    const pairs = userPasswords([...users, ...secrets].map(({ name, text }) => ({ path: [name], text })));
    return [...secrets.map(({ text }) => text), ...pairs, ...secretTokenParameters(inputs.token_parameters ?? '')];
}

;// CONCATENATED MODULE: ./lib/did-you-mean.js

/** The most names that an error suggests. */
const SUGGESTIONS = 3;
/** Suggests near names in the words of an error; returns an empty text if there are none. */
function suggestion(text, names) {
    const near = nearNames(text, names);
    return near.length === 0 ? '' : ` (did you mean ${near.map(quote).join(' or ')}?)`;
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

;// CONCATENATED MODULE: ./lib/inputs/unknown.js






/** How the name of a variable starts that contains an input (actions/runner Handler.cs, AddInputsToEnvironment). */
const PREFIX = 'INPUT_';
/**
 * Finds the unknown inputs of a step, in the order of their names.
 *
 * The runner replaces blanks in a key by `_`, so `export env` is the known input. Hyphens stay, so `export-env` is unknown.
 */
function findUnknownInputs(variables) {
    const known = new Set(inputs_inputNames());
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
    return inputs_inputNames()
        .map((known) => ({ known, distance: editDistance(unknown_letters(name), unknown_letters(known)) }))
        .filter(({ known, distance }) => distance <= (unknown_letters(known).length >= LONG ? 2 : 1))
        .sort((a, b) => a.distance - b.distance)
        .map(({ known }) => known);
}
function unknown_letters(name) {
    return name.replace(/[\s_-]/g, '').toLowerCase();
}
/** Lists the values that are secret if the workflow means a near input. */
function secretsInUnknown(unknown) {
    return unknown.flatMap(({ near, value }) => [
        ...(near.some((name) => isSecretInput(name, value)) ? [value] : []),
        ...(near.includes('token_parameters') ? secretTokenParameters(value) : []),
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

// EXTERNAL MODULE: ./lib/machine/environment.js
var environment = __nccwpck_require__(335);
;// CONCATENATED MODULE: ./lib/runner/read-inputs.js






/**
 * Reads every input, masks the secret ones, and warns about those that action.yml does not declare.
 *
 * @throws ActionError runner_unsupported, input_invalid
 */
function readInputs({ variables, getInput }, { mask, log }) {
    const inputs = Object.fromEntries(inputs_inputNames()
        .map((name) => [name, getInput(name, { trimWhitespace: !isVerbatimInput(name) })])
        .filter(([, value]) => value !== ''));
    const unknown = findUnknownInputs(variables);
    mask([...secretsIn(inputs), ...secretsInUnknown(unknown)]);
    const missing = COMMAND_FILES.find((file) => !variables[file]);
    if (missing !== undefined) {
        throw new errors/* ActionError */.lZ('runner_unsupported', `The runner provides no file in ${missing}`);
    }
    const warning = unknownInputWarning(unknown, (0,environment/* isGitHubRunner */.KO)(variables));
    if (warning !== undefined) {
        log.warning(warning);
    }
    return inputs;
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
function core_saveState(name, value) {
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
const toolkit_getState = getState;

;// CONCATENATED MODULE: ./lib/runner/runner.js












/** Creates the only connection to the runner, from `process.env` and `process.stdout`, which the toolkit also uses. */
function createRunner(variables, stdout) {
    const masker = createRunnerMasker(variables, stdout);
    const { isRequested, settle, handleSignals } = createCancellation(stdout);
    const basics = createPorts(variables, masker);
    const journal = createJournal(basics.log);
    const ports = { ...basics, track: journal.track, isCancelled: isRequested };
    let end = (exitCode) => {
        process.exitCode = exitCode;
    };
    const variable = (name) => variables[name] ?? '';
    return {
        variables,
        masker,
        ports,
        begin: journal.begin,
        readInputs: () => readInputs({ variables, getInput: toolkit_getInput }, ports),
        readState: () => ({ state: parseState(toolkit_getState(STATE_NAME)), temp: variable('RUNNER_TEMP') }),
        save(state) {
            saveState(state, variable);
            // A shared token may still be replaced by a new login.
            if (state.token !== undefined) {
                settle();
            }
        },
        flush: () => flushOutput(stdout),
        publish(publication, summary) {
            if (!isRequested()) {
                writePublication(publication, summary, variable);
                printPublication(publication, ports.log);
            }
        },
        restore: (saved) => restoreVariables(saved, variable),
        start() {
            end = failIfUnfinished(() => void (isRequested() || printer.error(UNFINISHED, {})));
            handleSignals((signal) => ports.log.info(`Cancelled (${signal}): ${CANCELLED}`));
        },
        succeed: () => end(0),
        async fail(error) {
            end(1);
            const report = await runner_describe(error, { variables, journal, redact: masker.redact }).catch(() => undefined);
            if (!isRequested()) {
                fail(report, variable);
            }
            settle();
        },
    };
}
const UNFINISHED = 'The action stopped before its work was done. Nothing was exported. Report this defect as an issue in its repository.';
const UNDESCRIBED = 'The action failed, and its error cannot be described. Report this defect as an issue in its repository.';
const CANCELLED = 'this step stops now, and its post step cleans up.';
function createRunnerMasker(variables, stdout) {
    // nektos/act sets this variable.
    const reader = variables['ACT'] === 'true' ? createActReader() : githubReader;
    // One write for all masks of a text: the toolkit writes each mask, which takes longer than the request for the text.
    return createMasker((commands) => void stdout.write(commands.join('')), reader);
}
function createPorts(variables, masker) {
    const { mask, isMasked } = masker;
    return {
        mask,
        isMasked,
        log: createLog(masker.redact, printer),
        now: () => new Date(),
        newId: () => (0,external_node_crypto_namespaceObject.randomUUID)(),
        idTokenRequest: () => idTokenRequestOf({ variable: (name) => variables[name] || undefined, mask }),
    };
}
/** Loaded on demand: only a failed run pays for the code that describes failures. */
async function runner_describe(error, context) {
    const { reportFailure } = await __nccwpck_require__.e(/* import() */ 241).then(__nccwpck_require__.bind(__nccwpck_require__, 241));
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
        if (!own_folder_isPrivateFolder(folder) || !files.every((name) => FILE_NAME.test(name))) {
            return 'is not a private folder of this action';
        }
        for (const name of files) {
            (0,external_node_fs_namespaceObject.rmSync)((0,external_node_path_.join)(folder, name), { force: true });
        }
    }
    catch (error) {
        return reasonOf(error);
    }
    try {
        (0,external_node_fs_namespaceObject.rmdirSync)(folder);
    }
    catch {
        // Files of other steps are in it.
    }
    return undefined;
}
function isMissing(path) {
    return (0,external_node_fs_namespaceObject.lstatSync)(path, { throwIfNoEntry: false }) === undefined;
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
        ...folders.flatMap((folder) => describeLeft(folder.name, removeFolder(temp, folder))),
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

// EXTERNAL MODULE: ./lib/http/proxy.js
var http_proxy = __nccwpck_require__(729);
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
    const all = (external_node_tls_default()).getCACertificates;
    if (all !== undefined) {
        return all('default');
    }
    try {
        return extraCaCerts ? [...(external_node_tls_default()).rootCertificates, (0,external_node_fs_namespaceObject.readFileSync)(extraCaCerts, 'utf8')] : (external_node_tls_default()).rootCertificates;
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

;// CONCATENATED MODULE: ./lib/http/deadline.js
/** Milliseconds on a clock that system time changes do not affect; `performance` would load eight modules for this. */
function monotonic() {
    return Number(process.hrtime.bigint()) / 1e6;
}
/**
 * Starts the clock.
 *
 * Its timer keeps the process alive. If everything else that Node waits for is gone, the run still fails with an error
 * and does not exit with code 0.
 */
function startDeadline(seconds) {
    const end = monotonic() + seconds * 1000;
    const left = () => Math.max(0, end - monotonic());
    const timers = new Set();
    const start = (ms, run) => {
        const timer = setTimeout(() => {
            timers.delete(timer);
            run();
        }, ms);
        timers.add(timer);
        return timer;
    };
    start(seconds * 1000, () => { });
    return {
        seconds,
        left,
        async bound(work, late) {
            let timer;
            const expired = new Promise((_resolve, reject) => {
                timer = start(left(), () => reject(late()));
            });
            // Work that is done only after a long computation of this process is late, too.
            return Promise.race(left() === 0 ? [expired] : [work, expired]).finally(() => clearTimeout(timer));
        },
        sleep: (ms) => new Promise((resolve) => void start(ms, resolve)),
        close: () => timers.forEach(clearTimeout),
    };
}

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

// EXTERNAL MODULE: ./lib/http/failure.js
var failure = __nccwpck_require__(807);
;// CONCATENATED MODULE: ./lib/http/progress.js

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
    return new failure/* ExplainedError */.h({
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
        progress.enter('waiting for the answer');
    });
}

;// CONCATENATED MODULE: ./lib/http/retry.js

/** Decides how long to wait before the next try, in ms, and logs the decision; undefined means no further try. */
function nextWait(outcome, tried, situation) {
    const { request, retries, left, log, longestWaitMs = Number.POSITIVE_INFINITY } = situation;
    if (tried > retries || !mayRepeat(request, outcome)) {
        return undefined;
    }
    const wait = Math.min(longestWaitMs, waitBefore(outcome, tried, Math.random()));
    const what = 'failure' in outcome ? outcome.failure.sentence : `${describe(request)} answered ${outcome.response.status}`;
    const isTooLong = wait >= left;
    const next = isTooLong
        ? `Not trying again: the wait would be ${seconds(wait)}, but only ${seconds(left)} are left`
        : `Trying again in ${seconds(wait)} (try ${tried + 1} of ${retries + 1})`;
    log.info(`${request.purpose}: ${what}. ${next}.`);
    return isTooLong ? undefined : wait;
}
function seconds(ms) {
    return `${(ms / 1000).toFixed(1)} s`;
}
/** The longest wait before another try, in ms, unless the server asks for a longer one. */
const LONGEST_WAIT = 10_000;
/** The limit of the first wait, in ms; it doubles with each further wait. */
const FIRST_WAIT = 500;
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
    return Math.round(requested + random * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tried - 1)));
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
    const from = date === undefined ? Number.NaN : parseDate(date);
    return Math.max(0, moment - (Number.isNaN(from) ? now.getTime() : from));
}
/** Computes how far this clock is ahead of an answer's `Date` (RFC 9110 section 6.6.1), in ms; undefined without one. */
function clockAheadMs(date, now) {
    const moment = date === undefined ? Number.NaN : parseDate(date);
    return Number.isNaN(moment) ? undefined : now.getTime() - moment;
}
/**
 * Parses an HTTP date. The asctime form has no time zone, and Date.parse would use that of this machine.
 *
 * Date.parse accepts much more, for example a number as a year. All three forms of an HTTP date begin with a weekday.
 */
function parseDate(text) {
    const isDate = /^\s*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? /i.test(text);
    return isDate ? Date.parse(/(?:GMT|UTC|[+-]\d{4})\s*$/i.test(text) ? text : `${text} GMT`) : Number.NaN;
}
/** The longest wait that a message shows, in ms: a year. */
const LONGEST_SHOWN = 366 * 86_400_000;
/** Returns when a wait ends; undefined for a wait that no server can mean, and of which no Date may exist. */
function endOfWait(ms, now) {
    return ms === undefined || ms > LONGEST_SHOWN ? undefined : new Date(now.getTime() + ms);
}

;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = onFirstUse(() => require("node:http"));
var external_node_http_default = /*#__PURE__*/__nccwpck_require__.n(external_node_http_namespaceObject);
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = onFirstUse(() => require("node:https"));
var external_node_https_default = /*#__PURE__*/__nccwpck_require__.n(external_node_https_namespaceObject);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(30);
// EXTERNAL MODULE: ./lib/http/no-proxy.js
var no_proxy = __nccwpck_require__(75);
;// CONCATENATED MODULE: ./lib/http/body.js

/** The largest body that is read: far more than any list of Secrets, far less than the memory of a runner. */
const BODY_LIMIT = 10 * 1024 * 1024;
/** Returns the status of an answer; Node's type also describes received requests, which have none. */
function statusOf({ statusCode = 0 }) {
    return statusCode;
}
/**
 * Reads a body to its end, decompressed, and calls `onPart` for each part that arrives.
 *
 * The library's own `readBody` is not used: it only listens to `data` and `end`, so it never settles if the body is cut
 * short, and it has no limit (@actions/http-client 4.0.1).
 *
 * @throws ExplainedError if the body is cut short, larger than 10 MiB, damaged or not UTF-8
 */
async function readBody(message, onPart = () => { }) {
    const chunks = [];
    let size = 0;
    for await (const chunk of await bodyOf(message, onPart)) {
        size += chunk.length;
        if (size > BODY_LIMIT) {
            throw (0,failure/* unusableAnswer */.Q)(`the body is larger than ${BODY_LIMIT / 1024 / 1024} MiB`);
        }
        chunks.push(chunk);
    }
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    }
    catch (error) {
        throw (0,failure/* unusableAnswer */.Q)('the body is not UTF-8', { cause: error });
    }
}
/** Returns the parts of a body, decompressed. */
async function bodyOf(message, onPart) {
    const parts = body_partsOf(message, onPart);
    const coding = message.headers['content-encoding']?.trim() || 'identity';
    return /^identity$/i.test(coding) ? parts : (await __nccwpck_require__.e(/* import() */ 935).then(__nccwpck_require__.bind(__nccwpck_require__, 935))).decodeBody(parts, coding);
}
async function* body_partsOf(message, onPart) {
    try {
        for await (const chunk of message) {
            onPart();
            yield chunk;
        }
    }
    catch (error) {
        throw (0,failure/* unusableAnswer */.Q)('the body was cut short', { cause: error, passes: true });
    }
}

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
    if (error instanceof failure/* ExplainedError */.h) {
        return error.problem;
    }
    const code = (0,json/* codeOf */.$N)(error);
    if (PARSER_ERROR.test(code)) {
        return (0,failure/* unusableAnswer */.Q)(`the answer is not HTTP (${code})`).problem;
    }
    const [what, why, permanent] = PROBLEMS[code] ?? ['failed on the network', 'the cause is unknown'];
    const passes = permanent === undefined;
    return tlsProblem(error, code) ?? { code: 'server_unreachable', what, why: `${why} (${code})`, passes };
}
/** Tells whether an error means that the other side closed the connection; for a kept connection, this is normal. */
function isClosedConnection(error) {
    return ['ECONNRESET', 'EPIPE', 'ECONNABORTED'].includes((0,json/* codeOf */.$N)(error));
}

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
            reject(new failure/* ExplainedError */.h(proxyRefusal(proxy, answer)));
        });
        request.once('error', (error) => reject(new failure/* ExplainedError */.h(connectionProblem(proxy, error), error)));
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
    if (mayPass(status)) {
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

;// CONCATENATED MODULE: ./lib/http/routes.js








/** Opens direct routes and routes through proxies; connections are kept alive. */
function openRoutes(security, environment) {
    const extra = environment.NODE_EXTRA_CA_CERTS;
    const { authorities, verify } = security;
    const context = contextOf({ authorities }, extra);
    const platform = { context: contextOf(security, extra), verify };
    // `tls_verify` and the client certificate are for the platform alone, not for the runner's service or a proxy.
    const verified = { context, verify: true };
    const agents = new Map();
    return {
        find({ url, toRunner = false }, fresh) {
            const proxy = (0,http_proxy/* proxyOf */.Ol)(url, environment);
            const isSecure = url.protocol === 'https:';
            const name = `${url.protocol} ${proxy?.url.href} ${fresh} ${toRunner}`;
            const target = { tls: toRunner ? verified : platform, proxy, proxyTls: verified, keepAlive: !fresh };
            const agent = agents.get(name) ?? (isSecure ? secureAgent : plainAgent)(target);
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
        return watchSocket(connect(withContext), progress, 'secureConnect');
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
            return watchSocket(connect(options), progress, 'connect');
        }
        const toProxy = { ...options, ...proxyOptions(proxy, proxyTls) };
        return watchSocket(new (external_node_https_default()).Agent().createConnection(toProxy), progress, 'secureConnect');
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

;// CONCATENATED MODULE: ./lib/http/failed-try.js





const CHECK_CHAIN = 'the server may not accept the client certificate. Check that its chain is complete, that it is for clients, and that the server knows its authority';
/** Explains why a try of a request got no answer, and what may be the cause. */
function failureOf(error, request, tried) {
    const { sent, answered } = tried.progress;
    const { forwarder } = tried.route;
    const problem = forwarder !== undefined && !sent ? connectionProblem(forwarder, error) : networkProblem(error);
    const sentence = `${describe(request)} ${problem.what}: ${problem.why}`;
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

;// CONCATENATED MODULE: external "http"
const external_http_namespaceObject = onFirstUse(() => require("http"));
var external_http_namespaceObject_0 = external_http_namespaceObject;
;// CONCATENATED MODULE: external "https"
const external_https_namespaceObject = onFirstUse(() => require("https"));
var external_https_namespaceObject_0 = external_https_namespaceObject;
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
var lib_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
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
        return lib_awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => lib_awaiter(this, void 0, void 0, function* () {
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
        return lib_awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => lib_awaiter(this, void 0, void 0, function* () {
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
        return lib_awaiter(this, void 0, void 0, function* () {
            return this.request('OPTIONS', requestUrl, null, additionalHeaders || {});
        });
    }
    get(requestUrl, additionalHeaders) {
        return lib_awaiter(this, void 0, void 0, function* () {
            return this.request('GET', requestUrl, null, additionalHeaders || {});
        });
    }
    del(requestUrl, additionalHeaders) {
        return lib_awaiter(this, void 0, void 0, function* () {
            return this.request('DELETE', requestUrl, null, additionalHeaders || {});
        });
    }
    post(requestUrl, data, additionalHeaders) {
        return lib_awaiter(this, void 0, void 0, function* () {
            return this.request('POST', requestUrl, data, additionalHeaders || {});
        });
    }
    patch(requestUrl, data, additionalHeaders) {
        return lib_awaiter(this, void 0, void 0, function* () {
            return this.request('PATCH', requestUrl, data, additionalHeaders || {});
        });
    }
    put(requestUrl, data, additionalHeaders) {
        return lib_awaiter(this, void 0, void 0, function* () {
            return this.request('PUT', requestUrl, data, additionalHeaders || {});
        });
    }
    head(requestUrl, additionalHeaders) {
        return lib_awaiter(this, void 0, void 0, function* () {
            return this.request('HEAD', requestUrl, null, additionalHeaders || {});
        });
    }
    sendStream(verb, requestUrl, stream, additionalHeaders) {
        return lib_awaiter(this, void 0, void 0, function* () {
            return this.request(verb, requestUrl, stream, additionalHeaders);
        });
    }
    /**
     * Gets a typed object from an endpoint
     * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
     */
    getJson(requestUrl_1) {
        return lib_awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            const res = yield this.get(requestUrl, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    postJson(requestUrl_1, obj_1) {
        return lib_awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.post(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    putJson(requestUrl_1, obj_1) {
        return lib_awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.put(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    patchJson(requestUrl_1, obj_1) {
        return lib_awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
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
        return lib_awaiter(this, void 0, void 0, function* () {
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
        return lib_awaiter(this, void 0, void 0, function* () {
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
        return lib_awaiter(this, void 0, void 0, function* () {
            retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
            const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
            return new Promise(resolve => setTimeout(() => resolve(), ms));
        });
    }
    _processResponse(res, options) {
        return lib_awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => lib_awaiter(this, void 0, void 0, function* () {
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
;// CONCATENATED MODULE: ./lib/http/hop.js









/** Sends one message over a route, reads the answer, and reports both to `progress`. @throws Error of any layer */
async function sendHop(request, route, progress) {
    const { method, url, body = null, headers } = request;
    const handler = {
        prepareRequest: (options) => prepare(options, url, { route, progress }),
        canHandleAuthentication: () => false,
        handleAuthentication: () => Promise.reject(new Error('not used')),
    };
    // Without a limit, since the library would end a request after three minutes of silence.
    const client = new HttpClient('bearer-login', [handler], { allowRedirects: false, socketTimeout: NO_LIMIT_MS });
    // Without this header, a server may choose any coding (RFC 9110 section 12.5.3).
    const all = { 'accept-encoding': 'identity', ...headers };
    const { message } = await client.request(method, url.href, body, all);
    progress.answered = true;
    progress.enter('reading the answer');
    const status = statusOf(message);
    if (route.forwarder !== undefined && isOfProxy(message)) {
        message.destroy();
        throw new failure/* ExplainedError */.h(proxyRefusal(route.forwarder, message));
    }
    if ([301, 302, 303, 307, 308].includes(status)) {
        message.destroy();
        return { location: message.headers.location };
    }
    return readAnswer(message, progress, route);
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
        throw new failure/* ExplainedError */.h(problem);
    }
    const { 'retry-after': retryAfter, 'content-type': contentType = '', date } = message.headers;
    const now = new Date();
    const retryAfterMs = parseRetryAfter(retryAfter, date, now);
    const response = {
        status,
        contentType: contentType.replace(/;.*/s, '').trim().toLowerCase(),
        body,
        requestId: message.headers['x-request-id']?.toString(),
        challenge: message.headers['www-authenticate'],
        proxy: forwarder && !/json/i.test(contentType) ? (0,http_proxy/* nameOfProxy */.fT)(forwarder) : undefined,
        retryAt: endOfWait(retryAfterMs, now),
        clockAheadMs: clockAheadMs(date, now),
    };
    return { response, retryAfterMs };
}
/** Replaces the library's own agent, which would not keep connections and could bypass the proxy. */
function prepare(options, url, way) {
    const { agent, forwarder } = way.route;
    options.agent = cancelable(agent, way.progress);
    options.progress = way.progress;
    // The library passes an IPv6 host in brackets, and Node would look it up as a name.
    options.host = (0,no_proxy/* bareHost */.n)(url.hostname);
    if (forwarder !== undefined) {
        Object.assign(options, (0,http_proxy/* addressOfProxy */.Wb)(forwarder), { path: url.href });
        options.headers = { ...options.headers, host: url.host, ...(0,http_proxy/* loginToProxy */.ZW)(forwarder) };
    }
}
/** Makes an agent that also lets `progress` cancel its requests, which the library does not expose. */
function cancelable(agent, progress) {
    const like = Object.create(agent);
    like.addRequest = (request, options) => {
        progress.onCancel(() => request.destroy());
        // Without a listener, Node closes the connection, and the library waits forever.
        request.once('upgrade', (_message, socket) => {
            socket.destroy();
            progress.fail((0,failure/* unusableAnswer */.Q)('the server switches to another protocol (101), which the request does not allow'));
        });
        agent.addRequest(request, options);
    };
    return like;
}

;// CONCATENATED MODULE: ./lib/http/send-once.js








const MAX_REDIRECTS = 5;
/**
 * Sends a request once and returns its outcome.
 *
 * Redirects of a GET within its origin are followed. If the server has just closed a kept connection, the request is sent
 * again on a new one. This does not count as a try.
 *
 * @throws ActionError redirect_refused; proxy_failed if the proxy's variable cannot be used
 */
async function sendOnce(request, context) {
    let url = request.url;
    for (let redirects = 0;; redirects += 1) {
        const result = await sendOnOpenConnection({ ...request, url }, context);
        if (!('location' in result)) {
            return result;
        }
        url = redirectTarget({ ...request, url }, result.location, redirects);
    }
}
/**
 * Finds the target of a redirect. Only redirects of a GET within its origin are followed, at most five times.
 *
 * @throws ActionError redirect_refused
 */
function redirectTarget(request, location, redirects) {
    const what = `${request.purpose} failed: the server redirects to`;
    const failed = { text: describe(request), url: request.url, layer: 'answer' };
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
        const isFresh = retryRule(request) === 'unsent' || request.renew !== undefined;
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
    const progress = beginProgress(limitsFor(request, limits), position, way);
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
    return retryRule(request) === 'unsent' ? { ...limits, silenceMs: NO_LIMIT_MS } : limits;
}

;// CONCATENATED MODULE: ./lib/http/transport.js









/** How many requests may be under way at the same time; measured over TLS, see docs/decisions.md. */
const WIDTH = 20;
/** Opens the transport of a run, with kept connections, one deadline for everything, and retries that do no harm. */
function openTransport(options) {
    const { timeoutSeconds, retries, log, longestWaitMs, security = DEFAULT_SECURITY, environment = {} } = options;
    const deadline = startDeadline(timeoutSeconds);
    const routes = openRoutes(security, environment);
    const underWay = new Set();
    let closed = false;
    const { limits = limitsOf(timeoutSeconds), width = WIDTH } = options;
    const gate = openGate(width);
    const showsCertificate = security.identity !== undefined;
    const context = { routes, limits, showsCertificate, underWay, isClosed: () => closed };
    const run = { context, deadline, gate, log, retries, longestWaitMs };
    const beforeDeadline = (work, phase) => deadline.bound(work, () => {
        const message = `The run did not finish within ${timeoutSeconds} s (${phase})`;
        return new errors/* ActionError */.lZ('deadline_exceeded', message);
    });
    return {
        send: (request) => sendBeforeDeadline(request, run),
        sleep: (ms) => beforeDeadline(deadline.sleep(ms), 'waiting to try again'),
        beforeDeadline,
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
/** A try that makes no progress ends long before the deadline, so that another one fits; a slow server gets a minute. */
function limitsOf(timeoutSeconds) {
    return { connectMs: Math.max(10, timeoutSeconds / 12) * 1000, silenceMs: Math.max(60, timeoutSeconds / 2) * 1000 };
}
async function sendBeforeDeadline(request, run) {
    const position = { phase: 'waiting for its turn' };
    return run.deadline.bound(sendWithRetries(request, run, position), () => {
        const what = `did not finish within ${run.deadline.seconds} s (${position.phase})`;
        const failed = { text: describe(request), url: request.url, layer: layerOf(position.phase, 'deadline_exceeded') };
        return new errors/* ActionError */.lZ('deadline_exceeded', `${request.purpose} ${what}`, { request: failed });
    });
}
async function sendWithRetries(request, run, position) {
    let current = request;
    for (let tried = 1;; tried += 1) {
        const outcome = await sendInTurn(current, run, position);
        const situation = { request, left: run.deadline.left(), ...run };
        const wait = run.context.isClosed() ? undefined : nextWait(outcome, tried, situation);
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
    const { gate, log, context, longestWaitMs, deadline } = run;
    const ticket = await gate.enter();
    const started = Date.now();
    try {
        const outcome = await sendOnce(request, { ...context, position });
        if ('response' in outcome) {
            const { status } = outcome.response;
            log.debug(`${describe(request)}: ${status} in ${Date.now() - started} ms`);
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
    const failed = { text: describe(request), url: request.url, layer: layerOf(phase, code) };
    throw new errors/* ActionError */.lZ(code, `${request.purpose} failed: the request ${what}: ${why}`, {
        ...details,
        request: failed,
    });
}

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
    const signingKey = { key: (0,external_node_crypto_namespaceObject.createPrivateKey)(key), keyId, algorithms: [algorithm] };
    return { clientId, clientAuthentication: { method, audience, key: signingKey } };
}
/** Lists the secrets of a saved client, to be masked before it is saved and after it is read. */
function clientSecrets({ authentication }) {
    if ('clientSecret' in authentication) {
        return [authentication.clientSecret];
    }
    return 'key' in authentication ? [authentication.key] : [];
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
    const { chooseAlgorithm, signClientAssertion } = await __nccwpck_require__.e(/* import() */ 968).then(__nccwpck_require__.bind(__nccwpck_require__, 968));
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

;// CONCATENATED MODULE: ./lib/oauth/metadata.js




/** Reads one document of an issuer. @throws ActionError as `discover` */
function metadata_readMetadata(source, exchange) {
    const { issuer } = source;
    if (!isSuccess(exchange.response)) {
        const code = codeOfStatus(exchange.response, 'endpoint_not_found');
        const advice = 'Set `issuer` to the exact name of the issuer, or set `token_url` instead';
        throw answerError(code, exchange, code === 'server_failed' ? {} : { advice });
    }
    const body = readJson(exchange);
    const members = (0,json/* isRecord */.u4)(body) ? body : {};
    const named = members['issuer'];
    if (named !== issuer) {
        const shown = typeof named === 'string' ? (0,untrusted_text/* quote */.hD)(named) : 'an unnamed issuer';
        throw answerError('issuer_mismatch', exchange, { what: `with the metadata of ${shown}, not of ${(0,untrusted_text/* quote */.hD)(issuer)}` });
    }
    // A client with a certificate uses these endpoints, since the usual ones may not request it (RFC 8705 section 5).
    const aliases = source.mutual ? members['mtls_endpoint_aliases'] : undefined;
    const endpoints = (0,json/* isRecord */.u4)(aliases) ? { ...members, ...aliases } : members;
    const tokenEndpoint = readEndpoint(endpoints['token_endpoint'], source, exchange);
    if (tokenEndpoint === undefined) {
        throw answerError('response_invalid', exchange, { what: 'with metadata without a usable token_endpoint' });
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
        if (discovery_isMissing(exchange)) {
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
    if (discovery_isMissing(exchange)) {
        return undefined;
    }
    try {
        return metadata_readMetadata(source, exchange).revocationEndpoint;
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
function discovery_isMissing({ response }) {
    const code = codeOfStatus(response, 'endpoint_not_found');
    return isSuccess(response) ? (0,server_words/* isPage */.yp)(response) : code !== 'server_failed';
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
    const { error } = errorBody(response);
    if (error === 'invalid_token' || error === 'invalid_grant') {
        return { is: 'invalid' };
    }
    if (isSuccess(response)) {
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
    return { is: 'failed', error: answerError(code, { request, response }) };
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
    if (plan === undefined) {
        return { line: '', failed: false };
    }
    if (plan.steps === undefined) {
        return { line: notRevoked(plan.reason, until(plan.expiresAt)), failed: false };
    }
    try {
        const tokens = plan.steps.map(({ token }) => token);
        ports.mask([...clientSecrets(plan.client), ...securitySecrets(plan.security), ...tokens]);
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
    const environment = (0,http_proxy/* networkOf */.Af)(variables, ports.mask);
    // The post step prints one line, so single attempts are only debug lines.
    const log = { ...ports.log, info: ports.log.debug };
    const { send, sleep, close } = openTransport({ ...LIMITS, security, environment, log });
    try {
        return describeResults(plan, await revokeAll(plan, { ...ports, log, send, sleep }));
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
        const folder = findFolder(temp, authorities.folder);
        const content = folder === undefined ? '' : own_folder_readOwnFile((0,external_node_path_.join)(folder, AUTHORITIES_FILE));
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

;// CONCATENATED MODULE: ./lib/post.js




const { ports, readState, restore, variables } = createRunner(process.env, process.stdout);
void undo().then(() => exitSoon(process.stdout));
async function undo() {
    const { state, temp } = readState();
    // The revocation starts first: it reads a file that the clean-up removes.
    const revocation = revokeToken(state?.token, variables, ports);
    const files = cleanUp(state, temp);
    restore(state?.variables ?? []);
    const token = await revocation;
    (files.failed || token.failed ? ports.log.warning : ports.log.info)(`${files.line} ${token.line}`.trim());
}

module.exports = __webpack_exports__;
/******/ })()
;