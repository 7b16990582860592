// Loads a module of Node on its first use: half of the time of a short run would be spent on modules that it does not need.
const onFirstUse = (load) => {
  let loaded;
  return new Proxy({}, { get: (_, name) => (name === "__esModule" ? false : (loaded ??= load())[name]) });
};

/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

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

/***/ 9807:
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

/***/ 7075:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ isDirect),
/* harmony export */   n: () => (/* binding */ bareHost)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7030);
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

/***/ 1729:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ networkOf),
/* harmony export */   Ol: () => (/* binding */ proxyOf),
/* harmony export */   Wb: () => (/* binding */ addressOfProxy),
/* harmony export */   ZW: () => (/* binding */ loginToProxy),
/* harmony export */   fT: () => (/* binding */ nameOfProxy)
/* harmony export */ });
/* unused harmony export proxySecrets */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2357);
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7540);
/* harmony import */ var _no_proxy_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7075);



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

/***/ 1335:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KO: () => (/* binding */ isGitHubRunner),
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
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(env['RUNNER_TEMP'] ?? '', (0,_own_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .newFolderName */ .g8)());
    return {
        variable: (name) => env[name] || undefined,
        readFile: (path) => (0,_own_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .readRegularFile */ .XF)(path),
        mask,
        pathOf: (file) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, file),
        // MAX_ARG_STRLEN in Linux' limits.h, the Win32 page on CreateProcess.
        limit: process.platform === 'win32' ? { characters: 32_767 } : { bytes: 128 * 1024 },
        space: spaceIn(env),
        folder,
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
    return { name: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path), identity: identityOf(path) ?? '' };
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
/* harmony export */   O5: () => (/* binding */ entities),
/* harmony export */   ZD: () => (/* binding */ hexOf)
/* harmony export */ });
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
    form('form encoding', ...[' *', ' ~', ' ', ' !()*'].map(percent).flatMap(bothCases)),
    // JavaScript; RFC 3986; Python's quote.
    form('URI encoding', ...["!'()*~", '~', '~/'].map(percent).flatMap(bothCases)),
    // Go's PathEscape, path and user info; the user info of browsers and Node, which keep a percent sign.
    form('part of a URL', ...['~$&+:=@', '~$&+,/:;=@', '~$&+,;=', "~!$%&'()*+,"].map(percent)),
    form('JSON', json()),
    form('JSON in JSON', inTurn(json(), json())),
    form('JSON in ASCII', json('\x7f-\uffff'), json('\x7f-\uffff', upperCase(unicode))),
    form('JSON of Go', json('<>&\u2028\u2029')),
    form('JSON of PHP', json('/\x80-\uffff'), json('/\u2028\u2029')),
    form('JSON of .NET', json("'&+<>`\x7f-\uffff", upperCase(unicode), DOTNET_ESCAPES)),
    form('JSON of Gson', json("'&<=>\u2028\u2029")),
    // Python's ElementTree writes XML in ASCII.
    form('HTML and XML', ...HTML_SIGNS.map((names) => entities(names)), entities([], /[&<>]|[^\0-\x7f]/gu)),
    // Python escapes a single quote only in a text that also contains a double quote.
    form('repr of Python', ...[/[\\\p{C}]|(?! )\p{Z}/gu, /['\\\p{C}]|(?! )\p{Z}/gu].map(python)),
    form('repr of bytes in Python', ...[/[^ -[\]-~]/gu, /[^ -&(-[\]-~]/gu].map(pythonBytes)),
    form('YAML in double quotes', ...YAML_STRINGS),
    // Bash, also under `set -x`; Python's shlex; dash, which writes adjacent quotes in one pair of double quotes.
    form('single quotes of bash', (text) => text.replaceAll("'", "'\\''")),
    form('single quotes of dash', (text) => text.replaceAll("'", `'"'"'`), (text) => text.replace(/'+/g, `'"$&"'`)),
    form('double quotes of a shell', backslashed(/["$`\\]/g)),
    form('printf %q of bash', backslashed(/[\t !"$&'()*,;<>?[\\\]^`{|}]|(?<=[:=])~/g)),
    // Bash writes `$'…'` for what its locale cannot print. In the C locale, these are all characters that are not ASCII. In a
    // UTF-8 locale, these are control characters, line separators and unassigned code points (measured with bash 5.2).
    form("$'…' of bash", ...[/[^ -~]|['\\]/gu, /[\p{Cc}\p{Cn}\p{Zl}\p{Zp}'\\]/gu].map(ansiC)),
    // PowerShell also reads typographic quotes as quotes. CSV doubles double quotes.
    form('doubled quotes', ...[/['‘’‚‛]/g, /["“”„]/g].map(doubled)),
];
function form(name, ...spellings) {
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
    { name: 'hex', of: (text) => [(0,_escapes_js__WEBPACK_IMPORTED_MODULE_0__/* .hexOf */ .ZD)(text), (0,_escapes_js__WEBPACK_IMPORTED_MODULE_0__/* .hexOf */ .ZD)(text).toUpperCase()] },
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
  wq: () => (/* binding */ commandData),
  dg: () => (/* binding */ githubReader),
  Xu: () => (/* binding */ hasOpenParts),
  Fb: () => (/* binding */ hasShortMask),
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
    return values.flatMap(({ key = '', text = '' }) => text.length > LONGEST ? [] : READINGS.map((read) => ({ text: read(text), named: pem/* SECRET_NAME */.J4.test(key) })));
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
        yield* [...spellingsOf(piece).slice(1), ...(0,masking_forms/* derivedForms */.Hx)(piece)];
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
/** Tells whether no line of a piece is `{` or a single letter: the runner also registers each line of a text. */
function canBeSentWhole(piece) {
    const lines = linesOf(piece).filter((line) => line !== '');
    return lines.length < 2 || lines.every((line) => isMaskable(line) && !isShort(line));
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

/***/ 1284:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hj: () => (/* binding */ markUp),
/* harmony export */   Jp: () => (/* binding */ nameAsCode),
/* harmony export */   Mw: () => (/* binding */ firstPieces),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   eR: () => (/* binding */ stepId),
/* harmony export */   v8: () => (/* binding */ pathAsCode)
/* harmony export */ });
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7540);

/** The most characters of a name: enough to distinguish two Secrets, and short enough for a cell of a table. */
const HTML_NAME_LIMIT = 48;
/** The most characters of an address, a path, or a line to copy. */
const PATH_LIMIT = 300;
/** How HTML writes its special characters; `&apos;` and not `&#39;`, since the runner masks exactly this form. */
const HTML_ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
};
/** Writes a text so that HTML shows it unchanged. */
function escapeHtml(text) {
    return text.replace(/[&<>"']/g, (character) => HTML_ENTITIES[character] ?? character);
}
/** What GitHub would make a link of: a mention, a reference, an address, the hash of a commit. An entity stays whole. */
const LINKED = String.raw `[^\s(]*(?:@|#\d|:\/\/|www\.)(?:(?:&\w+;|[^\s&])*(?:&\w+;|[^\s&.,;:?!)]))?|\b[0-9a-f]{7,40}\b`;
/** Marks as code what is quoted in a message, and what GitHub would make a link of: it makes none in `<code>`. */
const AS_CODE = new RegExp(String.raw `\x60([^\x60]+)\x60|&quot;((?:\\&quot;|(?!&quot;).)*)&quot;|(${LINKED})`, 'gs');
/** Writes a message as HTML. */
function markUp(message) {
    return escapeHtml(message).replace(AS_CODE, (whole, name, quoted) => `<code>${name ?? quoted?.replaceAll('\\&quot;', '&quot;') ?? whole}</code>`);
}
/**
 * Returns the ID of a step from GITHUB_ACTION; undefined for a step without one.
 *
 * The name of such a step begins with two underscores, or is a number in nektos/act (pkg/runner/job_executor.go).
 */
function stepId(name = '') {
    return /^(?!__)[a-z_]/i.test(name) ? name : undefined;
}
/**
 * Shows an untrusted name as code: one line of at most 48 characters, without workflow commands.
 *
 * GitHub looks for no mentions, references, links or emoji codes in `<code>`. The caller prevents Markdown in the name
 * by putting it into a block of HTML.
 */
function nameAsCode(name, redact) {
    return asCode(name, redact, HTML_NAME_LIMIT);
}
/** Shows an address, a path or a line as code, in at most 300 characters. */
function pathAsCode(path, redact) {
    return asCode(path, redact, PATH_LIMIT);
}
/** Returns the first `most` pieces of HTML, and how many more there are. */
function firstPieces(pieces, most) {
    return pieces.length > most ? [...pieces.slice(0, most), `and ${pieces.length - most} more`] : [...pieces];
}
function asCode(text, redact, limit) {
    const line = (0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(text.toWellFormed(), redact, (whole) => (0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cutMiddle */ .it)(whole, limit));
    return line === '' ? '(no visible name)' : `<code>${escapeHtml(line)}</code>`;
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

/***/ 6982:
/***/ ((module) => {

module.exports = onFirstUse(() => require("crypto"));

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = onFirstUse(() => require("node:crypto"));

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = onFirstUse(() => require("node:fs"));

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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(2357);
// EXTERNAL MODULE: ./lib/json.js
var lib_json = __nccwpck_require__(8060);
// EXTERNAL MODULE: ./lib/untrusted-text.js
var untrusted_text = __nccwpck_require__(7540);
;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = onFirstUse(() => require("node:util"));
;// CONCATENATED MODULE: ./lib/formats/registry-fields.js

const SERVER_NAMES = 'server serverurl serveraddress servername registry host hostname url uri endpoint address loginserver domain';
/** The usual names of the parts, with only letters and digits in lower case; Chariot does not publish its names. */
const ROLE_NAMES = [
    ['server', SERVER_NAMES],
    ['port', 'port'],
    ['username', 'username user login loginname account accountname userid clientid'],
    ['password', 'password pass passwd pwd token accesstoken apitoken authtoken apikey pat secret clientsecret'],
    ['auth', 'auth'],
];
/** Words that can precede a name: `docker_password`, `registryUser`. */
const PREFIX = /^(?:container|docker|hub|image|oci|registry)+(?=.)/;
/** Finds the part that a field contains, by its name: `REGISTRY_URL`, `registryUrl` and `registry-url` are the same name. */
function roleOf(name) {
    const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
    const spellings = [plain, plain.replace(PREFIX, '')];
    return ROLE_NAMES.find(([, names]) => spellings.some((spelling) => names.split(' ').includes(spelling)))?.[0];
}
/** Docker Hub, as in the names of images. */
const HUB = 'docker.io';
/** Other spellings of Docker Hub; `registry.hub.docker.com` is a different host in the names of images. */
const HUB_HOSTS = new Set([
    HUB,
    'index.docker.io',
    'registry-1.docker.io',
    'registry.docker.io',
    'hub.docker.com',
]);
/** A host with which the name of an image can start: with a dot or a port, or localhost (distribution/reference). */
const HOST = /^(?=.*[.:]|localhost$)(?:[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?$/;
/**
 * Reads the host and port of a registry from an address: `https://GHCR.io/v2/` becomes `ghcr.io`.
 *
 * A path is removed, as `docker login` does: clients find a login only by its host (docker/cli ConvertToHostname).
 */
function registryHost(text) {
    const [, scheme = '', authority = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/?#]*)/i.exec(text.trim()) ?? [];
    const host = authority.toLowerCase().replace(scheme.toLowerCase() === 'https' ? /:443$/ : /$^/, '');
    if (!HOST.test(host)) {
        return undefined;
    }
    return HUB_HOSTS.has(host) ? HUB : host;
}
/** Decodes an `auth`, which is `user:password` in base64; undefined if one of them is missing. */
function decodeAuth(auth) {
    const text = Buffer.from(auth, 'base64').toString();
    const [, username, password] = /^([^:]+):(.*)$/s.exec(text) ?? [];
    const isText = username !== undefined && password !== undefined && !text.includes('\ufffd');
    return isText ? { username, password } : undefined;
}
/** Removes the newline at the end of a single line, as `docker login --password-stdin` does (docker/cli registry/login.go). */
function withoutLineEnd(text) {
    return text.replace(/^([^\r\n]*)[\r\n]+$/, '$1');
}
/** How many levels of documents inside each other are searched for a login. */
const DEPTH = 8;
/** Reads the document in a text: JSON, base64 of JSON (as in Kubernetes), or JSON in a JSON string; undefined if there is none. */
function documentIn(text, depth = DEPTH) {
    const isJson = /^\s*[[{"]/.test(text);
    const json = isJson ? text : Buffer.from(text, 'base64').toString();
    try {
        const document = depth > 0 && /^\s*[[{"]/.test(json) ? (0,lib_json/* parseJson */.qF)(json) : undefined;
        return typeof document === 'string' ? documentIn(document, depth - 1) : document;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/formats/docker-config.js



/** The only key under which docker and crane look up Docker Hub: docker/cli registry.IndexServer. */
const HUB_KEY = 'https://index.docker.io/v1/';
/** The user name of an identity token without a user name: docker/cli credentials/native_store.go. */
const TOKEN_USER = '<token>';
/** Returns the key that two logins to one registry share; podman, buildah and skopeo look up a login by this key. */
function registryKey({ server }) {
    return server;
}
/** Returns the key of a login for docker and crane. */
function dockerKey({ server }) {
    return server === HUB ? HUB_KEY : server;
}
/** Encodes `user:password` in base64, as every client does; for an identity token, the password is empty. */
function authOf({ username, password }) {
    return Buffer.from(`${username === '' ? TOKEN_USER : username}:${password}`).toString('base64');
}
/** Lists the secret texts of a login; the Secret may not contain them in this form. */
function registrySecrets(registry) {
    const basic = registry.password === '' ? [] : [registry.password, authOf(registry)];
    return registry.identityToken === undefined ? basic : [...basic, registry.identityToken];
}
/**
 * Builds the `config.json` of docker and crane: the existing content with the new logins.
 *
 * If a credential store is set, both query the store even for a host that has a login in the file. An empty helper for the host
 * prevents this (docker/cli configfile.getConfiguredCredentialStore). Without a store, the empty helper is left out, because
 * other clients would run a helper with an empty name.
 */
function dockerConfig(existing, registries) {
    const keys = keysOf(registries);
    const emptied = Object.fromEntries(hasStore(existing) ? registries.map((registry) => [dockerKey(registry), '']) : []);
    return {
        ...existing,
        auths: { ...without(recordIn(existing, 'auths'), keys), ...loginsBy(dockerKey, registries) },
        credHelpers: orAbsent({ ...without(recordIn(existing, 'credHelpers'), keys), ...emptied }),
    };
}
/**
 * Merges the existing files, and tells what prevents that one file serves all clients, if anything does.
 *
 * Docker's key of Docker Hub serves all clients, since podman's family also compares normalized keys (containers/image
 * findCredentialsInFile). A store requires helpers with an empty name, which podman's family would run.
 *
 * @param logins The files that podman's family reads; the first file takes precedence.
 */
function sharedConfig(config, logins, registries) {
    const known = config === undefined ? logins : [config, ...logins];
    const [shared, ofPodman] = [authFile(known, registries), authFile([...logins, ...known], registries)];
    const isSame = ['auths', 'credHelpers'].every((name) => (0,external_node_util_namespaceObject.isDeepStrictEqual)(shared[name], ofPodman[name]));
    const difference = isSame ? undefined : 'docker and podman have different logins to one registry';
    return { shared, obstacle: hasStore(shared) ? 'docker has a credential store' : difference };
}
function hasStore(document) {
    return isFilled(document['credsStore']);
}
/**
 * Builds the file for REGISTRY_AUTH_FILE (podman, buildah, skopeo): the content of the existing files with the new logins.
 *
 * If the variable is set, these clients read no other file (containers/image getAuthFilePaths). For a host in `credHelpers`, they
 * run the helper, even one with an empty name, before they read `auths`. There they read only `auth` and `identitytoken`.
 *
 * @param existing The files that these clients read; the first file takes precedence.
 */
function authFile(existing, registries) {
    const { auths, credHelpers } = existing.reduceRight(under, { auths: {}, credHelpers: {} });
    const keys = keysOf(registries);
    return {
        ...existing[0],
        auths: { ...without(auths, keys), ...loginsBy(registryKey, registries) },
        credHelpers: orAbsent(without(credHelpers, keys)),
    };
}
/** Merges a file with the later files: a host that the file contains in either way is not read from them. */
function under(later, document) {
    const auths = Object.entries(recordIn(document, 'auths')).flatMap(([host, entry]) => usable(host, entry));
    const helpers = Object.entries(recordIn(document, 'credHelpers')).filter(([, helper]) => helper !== '');
    const served = [...auths, ...helpers].map(([host]) => host);
    return {
        auths: { ...without(later.auths, served), ...Object.fromEntries(auths) },
        credHelpers: { ...without(later.credHelpers, served), ...Object.fromEntries(helpers) },
    };
}
/**
 * Adds the missing `auth` to an entry, and drops an entry without a login.
 *
 * Docker also reads separate members, and leaves empty entries if a store has the login.
 */
function usable(host, entry) {
    const { auth, username, password, identitytoken, registrytoken } = (0,lib_json/* isRecord */.u4)(entry) ? entry : {};
    const parts = { username: isFilled(username) ? username : '', password: isFilled(password) ? password : '' };
    const joined = isFilled(identitytoken) || (parts.username && parts.password) ? authOf(parts) : undefined;
    const whole = { ...Object(entry), auth: isFilled(auth) ? auth : joined };
    return isFilled(whole.auth) || isFilled(registrytoken) ? [[host, whole]] : [];
}
function keysOf(registries) {
    return registries.flatMap((registry) => [registryKey(registry), dockerKey(registry)]);
}
function loginsBy(key, registries) {
    const login = (registry) => ({ auth: authOf(registry), identitytoken: registry.identityToken });
    return Object.fromEntries(registries.map((registry) => [key(registry), login(registry)]));
}
function recordIn(document, name) {
    const member = document[name];
    return (0,lib_json/* isRecord */.u4)(member) ? member : {};
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

;// CONCATENATED MODULE: ./lib/machine/docker-plan.js

/** What docker and crane read in the folder that DOCKER_CONFIG names. */
const CONFIG_FILE = 'config.json';
/** What podman, buildah and skopeo read in the same folder, if this is not `config.json`. */
const AUTH_FILE = 'registry-auth.json';
/** The files of a machine on which no container client has stored anything. */
const NO_DOCKER_FILES = { config: undefined, logins: [], others: [], canLink: false };
/**
 * Plans the folder for DOCKER_CONFIG and REGISTRY_AUTH_FILE: the new logins, and everything that exists already.
 *
 * Existing logins are copied, and everything else is linked to. Nothing that exists is changed. Docker and podman use one file
 * if possible, so that each finds a login that the other one writes later.
 */
function planDockerFiles(registries, { config, logins, others, canLink }) {
    const { shared, obstacle } = sharedConfig(config, logins, registries);
    const main = dockerConfig(obstacle ? (config ?? shared) : shared, registries);
    // `podman login` replaces the file that it writes, and keeps only the logins. A link protects the other settings of docker.
    const isLinked = canLink && Object.keys(main).some((name) => !['auths', 'credHelpers'].includes(name));
    const link = isLinked ? [{ path: AUTH_FILE, linkTo: CONFIG_FILE }] : [];
    const second = obstacle ? [jsonFile(AUTH_FILE, authFile(logins, registries))] : link;
    return {
        files: [jsonFile(CONFIG_FILE, main), ...second, ...others],
        authFile: second[0]?.path ?? CONFIG_FILE,
        notices: obstacle ? [`@docker uses two files of logins, since ${obstacle}. ${TWO_FILES}`] : [],
    };
}
const TWO_FILES = 'Therefore podman, buildah and skopeo do not find a later `docker login`, and docker does not find a later `podman login`. If later steps use both, log in with both.';
function jsonFile(path, document) {
    return { path, content: `${JSON.stringify(document, undefined, 2)}\n` };
}

// EXTERNAL MODULE: ./lib/machine/own-folder.js
var own_folder = __nccwpck_require__(5911);
;// CONCATENATED MODULE: ./lib/machine/docker-files.js







/**
 * Reads what container clients keep on this machine.
 *
 * @throws ActionError publication_failed if a file of logins exists and cannot be read
 */
function readDockerFiles(places) {
    const folder = (0,external_node_path_.resolve)(places.dockerConfig || (0,external_node_path_.join)(places.home, '.docker'));
    const config = readDocument((0,external_node_path_.join)(folder, CONFIG_FILE));
    const paths = authPaths(places, (0,external_node_path_.join)(folder, CONFIG_FILE));
    const logins = paths.map(readDocument).filter((document) => document !== undefined);
    return { config, logins, others: restOf(folder, places.platform), canLink: places.platform !== 'win32' };
}
/**
 * Lists the files in which podman, buildah and skopeo look up a login; the first one takes precedence.
 *
 * A file that a variable names comes before the usual files, and newer versions read no other: containers/common
 * auth.GetDefaultAuthFile, containers/image config.getAuthFilePaths.
 */
function authPaths(places, config) {
    const { registryAuthFile, dockerConfig: named, xdgRuntimeDir, home, platform } = places;
    if (registryAuthFile) {
        return [(0,external_node_path_.resolve)(registryAuthFile)];
    }
    const inHome = (0,external_node_path_.join)(places.xdgConfigHome || (0,external_node_path_.join)(home, '.config'), 'containers', 'auth.json');
    const primary = xdgRuntimeDir ? (0,external_node_path_.join)(xdgRuntimeDir, 'containers') : `/run/containers/${places.uid ?? 0}`;
    const usual = platform === 'linux' ? [(0,external_node_path_.join)(primary, 'auth.json'), inHome] : [inHome];
    return named ? [config, ...usual] : [...usual, config];
}
function readDocument(path) {
    const text = unlessAbsent(path, () => (0,own_folder/* readRegularFile */.XF)(path).toString());
    if (text === undefined) {
        return undefined;
    }
    const document = text.trim() === '' ? {} : parsedOrNothing(text);
    const isWhole = (name) => (0,lib_json/* isRecord */.u4)(document) && (0,lib_json/* isRecord */.u4)(document[name] ?? {});
    if (!(0,lib_json/* isRecord */.u4)(document) || !isWhole('auths') || !isWhole('credHelpers')) {
        const advice = 'Correct or remove the file: docker and podman cannot read it either';
        throw new errors/* ActionError */.lZ('publication_failed', `The file ${(0,untrusted_text/* quote */.hD)(path)} is not a docker configuration`, { advice });
    }
    return document;
}
/** Parses JSON; undefined if it is broken, since V8's message would quote a part of the file. */
function parsedOrNothing(text) {
    try {
        return (0,lib_json/* parseJson */.qF)(text);
    }
    catch {
        return undefined;
    }
}
/** Plans everything else that docker keeps in its folder: cli-plugins, contexts, buildx, certificates, manifests, trust, ... */
function restOf(folder, platform) {
    const names = unlessAbsent(folder, () => (0,external_node_fs_.readdirSync)(folder)) ?? [];
    // Docker and podman first write a file of logins as `config.json123` or `.tmp-config.json123`, and may not remove that file.
    const isLogins = (name) => [CONFIG_FILE, AUTH_FILE].some((ours) => name.startsWith(ours));
    const others = names.filter((name) => !isLogins(name.replace(/^\.tmp-/, '')));
    return others.flatMap((name) => unlessAbsent((0,external_node_path_.join)(folder, name), () => entryFor(name, (0,external_node_path_.join)(folder, name), platform)) ?? []);
}
/** Plans a link to the last target of a chain of links, since the folder may be that of an earlier step, which is removed. */
function entryFor(path, source, platform) {
    const linkTo = (0,external_node_fs_.realpathSync)(source);
    const kind = (0,external_node_fs_.statSync)(linkTo);
    if (platform !== 'win32' || kind.isDirectory()) {
        return [{ path, linkTo }];
    }
    // On Windows, a link to a file requires a privilege.
    return kind.isFile() ? [{ path, content: (0,own_folder/* readRegularFile */.XF)(linkTo) }] : [];
}
/** @throws ActionError publication_failed */
function unlessAbsent(path, read) {
    try {
        return read();
    }
    catch (error) {
        const code = (0,lib_json/* isRecord */.u4)(error) ? String(error['code']) : '';
        if (code === 'ENOENT' || code === 'ENOTDIR') {
            return undefined;
        }
        const advice = 'Docker and podman keep logins there. Let the user of the runner read the path, or remove it';
        throw new errors/* ActionError */.lZ('publication_failed', `${(0,untrusted_text/* quote */.hD)(path)} cannot be read (${code})`, { advice });
    }
}

// EXTERNAL MODULE: ./lib/machine/environment.js
var machine_environment = __nccwpck_require__(1335);
// EXTERNAL MODULE: ./lib/machine/limits.js
var limits = __nccwpck_require__(5224);
;// CONCATENATED MODULE: ./lib/publication/job-warnings.js
/** Warns if the Python client will not read the file. */
function tokenInfoWarnings(file) {
    const rivals = file?.rivals ?? [];
    const names = rivals.join(', ');
    return rivals.length === 0
        ? []
        : [`The job sets ${names}. The Python client reads its credentials from there and ignores token_info.json.`];
}
/** Variables that make SDKs use other keys than those of `@aws`; some SDKs reject an empty one. */
const PROFILES = ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'];
/** What `@aws` leaves unchanged if the Secret does not contain it. */
const KEPT = ['AWS_ENDPOINT_URL_S3', 'AWS_ENDPOINT_URL', 'AWS_REGION', 'AWS_DEFAULT_REGION'];
/** Warns about variables of the job that override what this step exports. */
function jobWarnings(deliveries, { variable }) {
    const profiles = uses(deliveries, 'aws') ? PROFILES.filter((name) => variable(name) !== undefined) : [];
    const isOverridden = uses(deliveries, 'docker') && variable('DOCKER_AUTH_CONFIG') !== undefined;
    return [
        ...profiles.map((name) => `The variable ${name} is set. Some SDKs use the keys of that profile instead of those of @aws.`),
        ...(isOverridden
            ? ['The variable DOCKER_AUTH_CONFIG is set. docker uses its logins instead of those of @docker.']
            : []),
    ];
}
/** Writes notices about what `@aws` leaves unchanged. */
function jobNotices(deliveries, { variable }) {
    if (!uses(deliveries, 'aws')) {
        return [];
    }
    const exported = deliveries.flatMap(({ variables, outputs }) => [...variables, ...outputs].map(([name]) => name));
    const overridden = exported.includes('AWS_ENDPOINT_URL_S3') ? ['AWS_ENDPOINT_URL', ...exported] : exported;
    const kept = KEPT.filter((name) => variable(name) !== undefined && !overridden.includes(name));
    const hasRegion = [...exported, ...kept].some((name) => name.endsWith('REGION'));
    return [
        ...(kept.length === 0 ? [] : [`@aws: the Secret does not set ${kept.join(', ')}. The job's values stay set.`]),
        ...(hasRegion ? [] : ['@aws: neither the Secret nor the job sets a region. Some SDKs require AWS_REGION.']),
    ];
}
function uses(deliveries, sink) {
    return deliveries.some(({ result }) => result.match.request.sink === sink);
}
/** Warns if the platform's Python client will not use the token in its variable (`Auth.__init__`, auth.py). */
function tokenVariableWarnings({ login: { token } }, { platform, tokenVariable }, { variable }) {
    if (platform.pythonClient === undefined || tokenVariable !== platform.tokenVariable || token?.claims === undefined) {
        return [];
    }
    const names = [`${platform.pythonClient.variablePrefix}_CLIENT_ID`, 'CLIENT_ID'];
    const name = names.find((each) => variable(each) !== undefined);
    // The client compares with the whole claim, although a list may contain its id (RFC 7519 section 4.1.3).
    return name === undefined || variable(name) === token.claims['aud']
        ? []
        : [
            `The job sets ${name}. The Python client uses it as its client id and ignores the token in ${tokenVariable}, whose claim \`aud\` is different.`,
        ];
}

// EXTERNAL MODULE: ./lib/masking/pem.js
var pem = __nccwpck_require__(7437);
;// CONCATENATED MODULE: ./lib/formats/value.js



/** What the platform returns instead of a value that it does not decrypt. */
const HIDDEN = '********';
/** The words for a text that has half of a surrogate pair; Node would write another character instead. */
const UNPAIRED_SURROGATE = 'contains an unpaired surrogate (invalid Unicode), which cannot be written to a file';
/** Joins the names on the path of a field by dots. */
function pathName({ path }) {
    return path.join('.');
}
/** Lists the names of the first 20 fields for a message, never their texts. */
function fieldNames(fields) {
    const names = fields.slice(0, 20).map((field) => (0,untrusted_text/* quote */.hD)(pathName(field)));
    return names.join(', ');
}
/**
 * Reads a decrypted value: a string, number, boolean, object or array, or JSON in a string.
 *
 * The types and fields of Chariot's Secrets are not published. This code therefore does not depend on any name.
 */
function readValue(value) {
    const parsed = typeof value === 'string' ? objectIn(value) : value;
    const structure = (0,lib_json/* isRecord */.u4)(parsed) ? parsed : undefined;
    return { text: textOfJson(value), structure, fields: structure === undefined ? undefined : fieldsOf(structure) };
}
/** Returns every text of a value. */
function textsOf(value) {
    return [value.text, ...(value.fields ?? []).map((field) => field.text)];
}
/** Finds a field by its name, or by the names on its path, joined by dots; undefined if there is none, null if it is null. */
function selectField(value, field) {
    const found = memberAt(value.structure, field);
    return found && (found.member === null ? null : readValue(found.member));
}
/**
 * Rejects a value that the server did not decrypt, or that a file cannot contain.
 *
 * @throws ActionError secret_not_decrypted, value_unsupported
 */
function checkValue(raw, value, who) {
    const texts = textsOf(value);
    const isHidden = texts.flatMap((text) => [text, ...(0,lib_json/* leavesOf */.wf)(text)]).some((text) => text.trim() === HIDDEN);
    if (raw === null || isHidden) {
        const returned = raw === null ? 'without a value (null)' : 'with eight asterisks instead of the value';
        throw new errors/* ActionError */.lZ('secret_not_decrypted', `${who} was returned ${returned}`);
    }
    if (!texts.every((text) => text.isWellFormed())) {
        throw new errors/* ActionError */.lZ('value_unsupported', `${who} ${UNPAIRED_SURROGATE}`);
    }
}
/** Finds a member by its name or path. A whole name takes precedence over a path. The member is wrapped, because it can be null or undefined. */
function memberAt(value, field) {
    const structure = typeof value === 'string' ? objectIn(value) : value;
    if (!(0,lib_json/* isRecord */.u4)(structure)) {
        return undefined;
    }
    if (Object.hasOwn(structure, field)) {
        return { member: structure[field] };
    }
    for (const { index } of field.matchAll(/\./g)) {
        const name = field.slice(0, index);
        const found = Object.hasOwn(structure, name) ? memberAt(structure[name], field.slice(index + 1)) : undefined;
        if (found !== undefined) {
            return found;
        }
    }
    return undefined;
}
function textOfJson(value) {
    if (typeof value === 'string') {
        return value;
    }
    return value === null || value === undefined ? '' : JSON.stringify(value);
}
function objectIn(text) {
    try {
        return /^\s*[{/]/.test(text) ? (0,lib_json/* parseDocument */.Tp)(text) : undefined;
    }
    catch {
        return undefined;
    }
}
/** Lists the fields of a document; undefined if it has no members, or is nested too deeply for the stack. */
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
    return Object.entries(value).flatMap(([name, member]) => (0,lib_json/* isRecord */.u4)(member) && Object.keys(member).length > 0
        ? flatten(member, [...path, name])
        : [{ path: [...path, name], text: textOfJson(member) }]);
}

// EXTERNAL MODULE: ./lib/masking/masks.js + 3 modules
var masking_masks = __nccwpck_require__(368);
;// CONCATENATED MODULE: ./lib/secrets/plain-fields.js



/** Lists the fields of a value, or the value itself, and which of them `plain_fields` leaves unmasked. */
function valueParts({ field, value }, plain) {
    const fields = value?.fields ?? [{ path: [], text: value?.text }];
    return fields.map(({ path, text }) => {
        const name = nameIn(field, path);
        const plainBy = [name, field].find((one) => one !== undefined && plain.includes(one));
        return { name, path, text, plainBy };
    });
}
/** Lists the same parts; in place of a masked field that is JSON, the fields in it, since `plain_fields` can name these. */
function innermostParts(source, plain) {
    return valueParts(source, plain).flatMap((part) => part.path.length === 0 || part.text === undefined || part.plainBy !== undefined
        ? part
        : innermostParts({ field: part.name, value: readValue(part.text) }, plain));
}
/** With more fields, a document could need more masks than one value may have. */
const MANY_FIELDS = 100;
/** Masks everything in a value except its plain fields; a text that contains both is masked as a whole. */
function maskValue({ field, value }, plain, ports) {
    if (isPlain(field, plain)) {
        return;
    }
    const { fields = [] } = value;
    const open = plainTexts({ field, value }, plain);
    // The masks of the whole text cover its leaves. As texts of their own, a thousand fields would have ten thousand masks.
    const leaves = fields.length > MANY_FIELDS ? (0,lib_json/* leavesOf */.wf)(value.text) : [];
    const covered = new Set(leaves.filter((leaf) => !(0,masking_masks/* isShort */.tQ)(leaf) && !open.includes(leaf)));
    const masked = valueParts({ field, value }, plain).flatMap(({ text, plainBy }) => text === undefined || plainBy !== undefined || covered.has(text) ? [] : text);
    ports.mask([...new Set([value.text, ...masked, ...(0,masking_masks/* userPasswords */.my)(fields)])], open);
}
/** Lists the texts of the plain fields in a value, also of those in JSON in a text. */
function plainTexts({ field, value }, plain) {
    if (isPlain(field, plain)) {
        return [value.text, ...(0,lib_json/* leavesOf */.wf)(value.text)];
    }
    const fields = value.fields ?? [];
    return fields.flatMap(({ path, text }) => plainTexts({ field: nameIn(field, path), value: readValue(text) }, plain));
}
/** Tells whether a field as a whole is a plain field. */
function isPlain(field, plain) {
    return field !== undefined && plain.includes(field);
}
/** Returns the name of a field from the top of its Secret, as `plain_fields` writes it. */
function nameIn(field, path) {
    const names = field === undefined ? path : [field, ...path];
    return names.length === 0 ? undefined : names.join('.');
}

;// CONCATENATED MODULE: ./lib/language/stars.js
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

;// CONCATENATED MODULE: ./lib/language/steering-variables.js
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
/** The prefixes of whole families of such variables. */
const TAKES_OVER_PREFIXES = [
    'LD_ DYLD_ BASH_ XDG_CONFIG_ XDG_DATA_ NODE_ NPM_CONFIG_ PYTHON PIP_ UV_INDEX UV_DEFAULT_INDEX UV_EXTRA_INDEX BUN_ DENO_',
    'PERL5 LUA_ COR_ CORECLR_ MSBUILD CARGO_BUILD_ CARGO_TARGET_ RUSTC RUSTDOC RUSTUP_ CGO_ CMAKE_ PKG_CONFIG ERL_ R_PROFILE',
    'R_ENVIRON ANSIBLE_ GIT_ DOCKER_TLS TF_CLI_ AWS_ENDPOINT_URL SSL_CERT_ OPENSSL_ GITHUB_ RUNNER_ ACTIONS_ INPUT_',
].flatMap((prefixes) => prefixes.split(' '));
/** Tells whether a variable changes how later steps run. */
function takesOver(variable) {
    const name = variable.toUpperCase();
    return (TAKES_OVER.has(name) || name.endsWith('_PROXY') || TAKES_OVER_PREFIXES.some((prefix) => name.startsWith(prefix)));
}
/** Tells whether the runner hides a variable from later steps. */
function isKeptByRunner(variable) {
    return KEPT_BY_RUNNER.test(variable.toUpperCase());
}

;// CONCATENATED MODULE: ./lib/publication/warnings.js






const DAY = 24 * 60 * 60 * 1000;
/** Warns about variables that change how later steps run, and about lines whose names the server decides. */
function nameWarnings(settings) {
    const { secretRequests, exportEnv, tokenVariable } = settings;
    const targets = exportEnv ? secretRequests.flatMap(({ target }) => target ?? []) : [];
    const names = [...(tokenVariable === undefined ? [] : [tokenVariable]), ...targets];
    const accepted = secretRequests.filter((request) => serverNames(request, settings) === 'accepted');
    return [
        ...names
            .filter((name) => !name.endsWith('*') && takesOver(name))
            .map((name) => `The variable ${name} changes how later steps run. Use another name unless this is intended.`),
        ...accepted.map(({ line }) => `\`secrets\`, line ${line}: the server decides the names of these variables. A person who can rename a Secret or add a field can set other variables of later steps.`),
    ];
}
/** Tells whether a result is a field of `.*` without content: an empty text, object or list, which is not a secret. */
function isEmptyField({ match, value }) {
    return match.request.allFields && /^(?:|\{\}|\[\])$/.test(value?.text ?? 'bytes');
}
/** Tells whether the log may show a result although it must not. */
function cannotBeMasked(result, plain) {
    const { field, value } = result;
    return (!isEmptyField(result) &&
        valueParts({ field, value }, plain).some(({ path, text, plainBy }) => path.length === 0 && text !== undefined && plainBy === undefined && !(0,masking_masks/* isMaskable */.h_)(text)));
}
/** No value with fewer characters needs more masks than one value may have. */
const LONGEST_UNCUT = 500;
/** Warns about each value that no mask can hide, whose mask also hides other text, or that needs too many masks. */
function maskWarnings(results, plain) {
    const warnings = results.flatMap((result) => {
        const { field, value, who } = result;
        if (cannotBeMasked(result, plain)) {
            return [`${who} is empty, blank or only JSON syntax (such as a boolean), so it cannot be masked.`];
        }
        const parts = valueParts({ field, value }, plain).flatMap(({ path, text, plainBy }) => text === undefined || plainBy !== undefined || !(0,masking_masks/* isMaskable */.h_)(text) || (0,pem/* isPublicPem */.Qm)(text)
            ? []
            : shortMaskWarnings(text, nameOfPart(result, path)));
        const isLong = value !== undefined && value.text.length > LONGEST_UNCUT && !isPlain(field, plain);
        const isCut = isLong && (0,masking_masks/* rankedMasks */.D)(value.text, plainTexts({ field, value }, plain)).isCut;
        return [
            ...parts,
            ...(isCut ? [`${who} needs more than 5,000 masks. Some of its encoded forms or lines are not masked.`] : []),
        ];
    });
    return [...new Set(warnings)];
}
/** Names a field of a result, or the result itself. */
function nameOfPart({ who }, path) {
    return path.length === 0 ? who : `Field ${(0,untrusted_text/* quote */.hD)(path.join('.'))} of ${who}`;
}
function shortMaskWarnings(text, who) {
    if ((0,masking_masks/* hasShortMask */.Fb)(text)) {
        return [`${who} has fewer than four characters, or only such lines. Its mask hides them everywhere in the log.`];
    }
    return (0,masking_masks/* hasOpenParts */.Xu)(text)
        ? [`${who} contains lines or items of fewer than four characters, which are not masked.`]
        : [];
}
/** Counts whole days since a Secret was changed; undefined if the server returned no time, or one in the future. */
function ageInDays(updatedAt, now) {
    const days = updatedAt === undefined ? Number.NaN : Math.floor((now.getTime() - updatedAt.getTime()) / DAY);
    return days >= -1 ? Math.max(0, days) : undefined;
}
/** Tells whether a Secret is unchanged for longer than `rotate_after_days`. */
function isTooOld({ updatedAt }, { rotateAfterDays }, now) {
    return rotateAfterDays > 0 && (ageInDays(updatedAt, now) ?? 0) > rotateAfterDays;
}
/** Writes one warning for all Secrets to rotate, since the runner keeps only ten warnings of a step. */
function rotationWarnings(results, settings, now) {
    const old = results
        .filter((result) => isTooOld(result, settings, now))
        .map((result) => `${quotedName(result)} (${ageInDays(result.updatedAt, now)} days)`);
    const names = [...new Set(old)];
    const limit = `more than ${settings.rotateAfterDays} day${settings.rotateAfterDays === 1 ? '' : 's'}`;
    return names.length === 0 ? [] : [`Rotate these Secrets, which are unchanged for ${limit}: ${names.join(', ')}.`];
}
/** Writes one notice about the Secrets whose age is unknown, if the workflow sets `rotate_after_days`. */
function ageNotices(results, { rotateAfterDays }, now) {
    const unknown = results.filter(({ updatedAt }) => ageInDays(updatedAt, now) === undefined).map(quotedName);
    const names = [...new Set(unknown)];
    return rotateAfterDays === 0 || names.length === 0
        ? []
        : [`\`rotate_after_days\`: the server did not return when these Secrets were changed: ${names.join(', ')}.`];
}
function quotedName({ match }) {
    return (0,untrusted_text/* quote */.hD)(match.entry?.name ?? match.key);
}

;// CONCATENATED MODULE: ./lib/publication/readable.js





/** Tells which plain fields of a result the log shows. This is known only after everything is masked. */
function plainFieldsOf(result, plain, isMasked) {
    const parts = innermostParts(result, plain);
    // A public text is not masked, as if `plain_fields` named it.
    const named = (masked) => parts.flatMap(({ name = [], text = '', plainBy = (0,pem/* isPublicPem */.Qm)(text) && !isMasked(text) ? name : [] }) => isMasked(text) === masked ? plainBy : []);
    const isPublic = parts.every(({ text = '' }) => (0,pem/* isPublicPem */.Qm)(text) && !isMasked(text));
    const [shown, hidden] = [named(false), named(true)];
    return { shown: [...new Set(shown)], hidden: [...new Set(hidden)], isAll: shown.length === parts.length, isPublic };
}
/** Writes notices about `plain_fields`: entries that no Secret has, which may be misspelled, and fields that stay hidden. */
function plainNotices(results, plain, isMasked) {
    const found = results.map((result) => ({ ...plainFieldsOf(result, plain, isMasked), match: result.match }));
    const missing = plain.filter((path) => !found.some(({ shown, hidden }) => [...shown, ...hidden].includes(path)));
    const stillHidden = found.flatMap(({ hidden, match: { entry, key } }) => hidden.map((name) => `${(0,untrusted_text/* quote */.hD)(name)} of Secret ${(0,untrusted_text/* quote */.hD)(entry?.name ?? key)}`));
    return [
        ...missing.map((path) => `\`plain_fields\` contains ${(0,untrusted_text/* quote */.hD)(path)}, which is not a field of these Secrets.`),
        ...[...new Set(stillHidden)].map((name) => `\`plain_fields\`: another mask hides ${name}, or a part of it.`),
    ];
}
/** Returns the setting with which the log shows the address of a login, if any masked field contains only its host or port; untrusted. */
function settingFor({ addresses, result }, plain) {
    const hostOf = (text) => registryHost(text)?.replace(/:\d+$/, '') ?? text;
    const hosts = addresses.map(hostOf);
    const isPort = (text) => addresses.some((address) => registryHost(address)?.endsWith(`:${text.trim()}`));
    const parts = addresses.length === 0 ? [] : innermostParts(result, plain).filter(({ plainBy }) => plainBy === undefined);
    const names = parts.flatMap(({ name = '', text = '' }) => hosts.includes(hostOf(text)) || (/port$/i.test(name) && isPort(text)) ? name : []);
    return names.length === 0 ? [] : [`plain_fields: ${[...plain, ...names].join(', ')}`];
}
/** Writes a line for each login: where it leads to, or with which setting the log would show that. */
function addressLines(deliveries, plain, isMasked) {
    return deliveries.flatMap((delivery) => {
        const { addresses, result } = delivery;
        const { sink } = result.match.request;
        const login = (address) => `@${sink}: a login to ${address}, from ${result.who}`;
        const server = sink === 'docker' ? 'the registry ' : '';
        const [setting] = settingFor(delivery, plain);
        const advice = setting
            ? `To show it, set \`${(0,untrusted_text/* untrusted */.bp)(setting)}\``
            : 'No field contains only the address, or another mask hides it';
        const hidden = `${login('a masked address')}. ${advice}.`;
        const line = addresses.some(isMasked) ? hidden : `${login(`${server}${addresses.map(untrusted_text/* quote */.hD).join(', ')}`)}.`;
        return addresses.length === 0 ? [] : line;
    });
}
/** Names the values that are not masked because they are public, unless another mask hides them. */
function publicLines(deliveries, plain, isMasked) {
    const names = deliveries.flatMap(({ result }) => valueParts(result, plain).flatMap(({ path, text = '', plainBy }) => plainBy === undefined && (0,pem/* isPublicPem */.Qm)(text) && !isMasked(text) ? nameOfPart(result, path) : []));
    const list = [...new Set(names)].join(', ');
    return list === '' ? [] : [`Not masked, because certificates and public keys are not secret: ${list}.`];
}

;// CONCATENATED MODULE: ./lib/publication/log-entries.js

/** The most names in a line of the log; more are a group. */
const MOST_IN_LINE = 3;
/** Writes what the log shows of a publication: where its logins lead to, and the names that it exports or would export. */
function logEntries({ outputs, variables, files }, planned) {
    const { deliveries, listing, isMasked } = planned;
    const { plan, plainFields } = planned.settings;
    const verb = plan ? ' would be' : '';
    const entry = (kind, pairs) => {
        const names = pairs.map(([name]) => name);
        return names.length > MOST_IN_LINE
            ? { title: `${kind}${verb}: ${names.length}`, lines: names }
            : { title: `${kind}${verb}: ${names.join(', ') || 'none'}.`, lines: [] };
    };
    const line = (title) => ({ title, lines: [] });
    return [
        ...[publicLines, addressLines].flatMap((of) => of(deliveries, plainFields, isMasked)).map(line),
        ...(plan ? [line('This is a plan: nothing is exported.')] : []),
        entry('Outputs', outputs),
        entry('Variables', variables),
        ...(files.length === 0
            ? []
            : [line(`Files below RUNNER_TEMP${verb}: ${files.length}, removed when the job ends.`)]),
        ...listingEntries(listing),
    ];
}
/** The table of a listing, and the lines to copy. */
function listingEntries(listing) {
    return listing === undefined
        ? []
        : [
            { title: `Secrets: ${listing.table.length - 1}`, lines: listing.table },
            { title: 'Copy the lines that you need into `secrets`', lines: listing.block },
        ];
}

;// CONCATENATED MODULE: ./lib/formats/aws.js


const SECRET_KEYS = 'secretaccesskey secretkey accesskeysecret accesssecretkey accesssecret applicationkey';
const ENDPOINTS = 'endpoint endpointurl endpointurls3 endpointuri endpointhost serviceendpoint serviceurl hostbase';
/** The access key and the token are sent in a header, in which every SDK rejects blanks and characters that are not ASCII. */
const VISIBLE = /^[\x21-\x7e]+$/;
const ONE_LINE = /^\P{Cc}+$/u;
/** A label of a host name: botocore/utils.py, `validate_region_name`; the JavaScript SDK has the same rule. */
const REGION = /^(?!\d+$)(?!-)[A-Za-z0-9-]{1,63}(?<!-)$/;
const PORT = /^(?:\d{1,4}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])$/;
/**
 * The parts of a connection, the texts that the SDKs accept, and the names of the fields: letters and digits, without prefix.
 *
 * Chariot does not publish the fields of its S3 Connection. These are the names of the SDKs, `aws sts`, rclone, s3cmd, s3fs, MinIO
 * and Backblaze. A field with a `sure` name is used at every level. A `likely` name may mean something else: such a field is used
 * only at the outermost level, and only if there is no field with a sure name.
 */
const PARTS = [
    { name: 'access key ID', accepted: VISIBLE, sure: 'accesskeyid accesskey accessid keyid', likely: 'key' },
    { name: 'secret access key', accepted: ONE_LINE, sure: SECRET_KEYS, likely: 'secret' },
    { name: 'session token', accepted: VISIBLE, sure: 'sessiontoken securitytoken', likely: 'token' },
    { name: 'region', accepted: REGION, sure: 'region regionname bucketregion', likely: '' },
    { name: 'endpoint', accepted: ONE_LINE, sure: ENDPOINTS, likely: 'url host hostname server' },
    { name: 'port', accepted: PORT, sure: 'endpointport', likely: 'port' },
    { name: 'use of TLS', accepted: ONE_LINE, sure: 'usessl usetls usehttps', likely: 'secure ssl tls' },
];
const PREFIXES = /^(?:aws|amazon|s3|minio|default)+(?=.)/;
/**
 * Variables of other credentials that make these invalid: they are set to empty if an earlier step left one.
 *
 * botocore prefers AWS_SECURITY_TOKEN to AWS_SESSION_TOKEN, and rejects all keys after AWS_CREDENTIAL_EXPIRATION
 * (botocore/credentials.py, `EnvProvider`).
 */
const AWS_LEFTOVERS = ['AWS_SECURITY_TOKEN', 'AWS_CREDENTIAL_EXPIRATION'];
/**
 * Converts an S3 connection to the variables that the AWS SDKs read.
 *
 * The token is always set, because a token of another step would be sent with the wrong keys. A region or an endpoint is never
 * empty: the SDKs reject an empty region, and the workflow may set its own. botocore reads the region only from
 * AWS_DEFAULT_REGION, the other SDKs from AWS_REGION.
 *
 * @throws ActionError value_unsupported
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html
 */
function awsVariables(value, who) {
    const filled = (value.fields ?? []).filter((field) => field.text.trim() !== '');
    const found = findParts(filled);
    checkParts(found, value, who);
    const textOf = (name) => fieldOf(found, name)?.text;
    const endpoint = fieldOf(found, 'endpoint');
    const variables = [
        ['AWS_ACCESS_KEY_ID', textOf('access key ID')],
        ['AWS_SECRET_ACCESS_KEY', textOf('secret access key')],
        ['AWS_SESSION_TOKEN', textOf('session token') ?? ''],
        ['AWS_REGION', textOf('region')],
        ['AWS_DEFAULT_REGION', textOf('region')],
        ['AWS_ENDPOINT_URL_S3', endpoint && endpointUrl(endpoint, found, who)],
    ];
    const used = found.flatMap(({ fields }) => fields);
    return {
        variables: variables.flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
        unused: filled.filter((field) => !used.includes(field)).map(pathName),
    };
}
function findParts(fields) {
    const isOutermost = ({ path }) => fields.every((other) => path.slice(0, -1).every((name, level) => name === other.path[level]));
    return PARTS.map((part) => {
        const sure = fields.filter((field) => partOf(field, 'sure') === part.name);
        const other = fields.filter((field) => partOf(field, 'sure') === undefined && partOf(field, 'likely') === part.name);
        return { ...part, fields: sure.length > 0 ? sure : other.filter(isOutermost) };
    });
}
/** Finds the part that a field is: by its own name, or else by its last names joined, as in `{"access_key": {"id": ...}}`. */
function partOf({ path }, kind) {
    const plain = path.slice(-3).map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''));
    const ends = plain
        .map((_, index) => plain
        .slice(-1 - index)
        .join('')
        .replace(PREFIXES, ''))
        .filter(Boolean);
    return ends.flatMap((end) => PARTS.filter((part) => part[kind].split(' ').includes(end)))[0]?.name;
}
function fieldOf(found, name) {
    return found.find((part) => part.name === name)?.fields[0];
}
function checkParts(found, value, who) {
    const missing = ['access key ID', 'secret access key'].filter((name) => !fieldOf(found, name));
    if (missing.length > 0) {
        const fields = `The fields are ${fieldNames(value.fields ?? []) || 'none'}`;
        const reason = value.structure === undefined ? 'The value is not a JSON object' : fields;
        throw unsupported(`${who} has no ${missing.join(' and no ')} for @aws. ${reason}`);
    }
    for (const { name, accepted, fields } of found) {
        if (new Set(fields.map((field) => field.text)).size > 1) {
            throw unsupported(`${who} has several fields with different texts for the ${name}: ${fieldNames(fields)}`);
        }
        if (fields.some((field) => !accepted.test(field.text))) {
            throw unsupported(`${who} has an unusable ${name}: no AWS SDK accepts the text of ${fieldNames(fields)}`);
        }
    }
}
function endpointUrl(field, found, who) {
    const scheme = /^(?:false|no|off|0)$/i.test(fieldOf(found, 'use of TLS')?.text ?? 'yes') ? 'http' : 'https';
    const address = /^\s*[a-z][a-z0-9+.-]*:\/\//i.test(field.text) ? field.text : `${scheme}://${field.text.trim()}`;
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (!url?.protocol.match(/^https?:$/) || url.username || url.password || url.search || url.hash) {
        const form = 'a host, or an http(s) address without user name, password, query and fragment';
        throw unsupported(`${who} has an unusable endpoint: ${fieldNames([field])} must be ${form}`);
    }
    url.port ||= fieldOf(found, 'port')?.text ?? '';
    return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}
const unsupported = (message) => new errors/* ActionError */.lZ('value_unsupported', message);

;// CONCATENATED MODULE: ./lib/formats/dotenv.js


const contains = (pattern) => (value) => pattern.test(value);
const NO_FILE = [
    [contains(/\0/), 'contains a NUL character, which a variable cannot contain'],
    [(value) => !value.isWellFormed(), UNPAIRED_SURROGATE],
];
/** Variables that bash sets itself, or (OPTIND) that dash requires to be a number: measured with bash 5.2 and dash 0.5.12. */
const SHELL_VARIABLES = [
    '_ BASHOPTS BASHPID BASH_ARGC BASH_ARGV BASH_COMMAND BASH_LINENO BASH_SOURCE BASH_SUBSHELL BASH_VERSINFO DIRSTACK',
    'EPOCHREALTIME EPOCHSECONDS EUID FUNCNAME GROUPS HISTCMD LINENO OPTIND PIPESTATUS PPID RANDOM SECONDS SHELLOPTS SRANDOM UID',
].flatMap((names) => names.split(' '));
/** The regular expression of npm's dotenv overflows its stack at 8,387,939 characters, with Node 20 and 24. */
const DOTENV_LIMIT = 8_000_000;
/**
 * What no quotes can contain for bash, dash, npm's dotenv and PyPI's python-dotenv alike.
 *
 * npm's dotenv has no escape for a quote or a backslash. The text between the quotes must therefore be the value itself. The rules
 * of the other readers for this text are the limits (dotenv/lib/main.js `parse`; dotenv/parser.py, variables.py).
 */
const NO_QUOTES = [
    [(_, name) => SHELL_VARIABLES.includes(name), 'would be lost: bash or dash sets a variable with this name itself'],
    [(_, name) => name === '__proto__', "would be lost: npm's dotenv loses a variable with this name"],
    ...NO_FILE,
    [contains(/\r/), 'contains a carriage return, which the dotenv packages of npm and PyPI read as a newline'],
    [isExpandedInPython, 'contains a $ before a name in braces, which python-dotenv expands in any quotes'],
    [contains(/\\\\/), 'contains two backslashes in a row, which python-dotenv reads as one'],
    [contains(/\\$/), 'ends with a backslash, after which python-dotenv does not find the closing quote'],
    [(value) => value.length > DOTENV_LIMIT, "has more than 8,000,000 characters, which npm's dotenv cannot read"],
];
/**
 * What double quotes cannot contain; they are used for a value with a single quote.
 *
 * Bash keeps a `$` before a character that is not ASCII in a UTF-8 locale, but expands the `$` in an ISO-8859-1 locale.
 */
const NO_DOUBLE_QUOTES = [
    [contains(/"/), "contains both kinds of quotes, and npm's dotenv has no escape for them"],
    [contains(/`/), 'contains a single quote and a backtick, which starts a command for bash'],
    [contains(/\$[\w@*#?$!({[\-\x80-\u{10ffff}]/u), 'contains a single quote and a $ that bash would expand'],
    [contains(/\\[$\n'abfnrtv]/), 'contains a single quote and a backslash that a reader would take as an escape'],
    [hasBackslashAndDel, 'contains a single quote, a backslash and the character DEL, which bash loses'],
];
/** What a line of an env-file cannot contain: docker/cli pkg/kvfile, which reads the line with Go's bufio.Scanner. */
const NO_LINE = [
    ...NO_FILE,
    [contains(/\n/), 'contains a newline, and docker has no quotes for it'],
    [contains(/\r$/), 'ends with a carriage return, which docker reads as a part of the line end'],
    [isTooLongForDocker, 'makes a line longer than the 65,535 bytes that docker reads'],
];
/**
 * Writes a file that bash's `source`, dash's `.`, npm's dotenv and PyPI's python-dotenv all read back exactly.
 *
 * Each name is the name of a variable (`[A-Za-z_][A-Za-z0-9_]*`), and occurs once.
 *
 * @throws ActionError value_unsupported
 */
function formatDotenv(pairs) {
    return pairs.map(dotenvLine).join('');
}
/**
 * Writes a file that `docker run --env-file` reads back exactly.
 *
 * @throws ActionError value_unsupported
 */
function formatEnvFile(pairs) {
    return pairs.map(envFileLine).join('');
}
function dotenvLine([name, value]) {
    const hasQuote = value.includes("'");
    check('@dotenv', [name, value], hasQuote ? [...NO_QUOTES, ...NO_DOUBLE_QUOTES] : NO_QUOTES);
    const quote = hasQuote ? '"' : "'";
    return `${name}=${quote}${value}${quote}\n`;
}
function envFileLine([name, value]) {
    check('@env-file', [name, value], NO_LINE);
    return `${name}=${value}\n`;
}
function hasBackslashAndDel(value) {
    return value.includes('\\') && value.includes('\x7f');
}
function isTooLongForDocker(value, name) {
    return Buffer.byteLength(`${name}=${value}`) > 65_535;
}
/** python-dotenv expands `${`, a name, perhaps `:-` and a text, `}`: variables.py. A single expression takes quadratic time. */
function isExpandedInPython(value) {
    const [, ...tails] = value.slice(0, value.lastIndexOf('}') + 1).split('${');
    return tails.some((tail) => /^[^}:]*(?:\}|:-)/.test(tail));
}
function check(sink, [name, value], limits) {
    const limit = limits.find(([isMet]) => isMet(value, name));
    if (limit !== undefined) {
        throw new errors/* ActionError */.lZ('value_unsupported', `\`${sink}\`: the value of ${name} ${limit[1]}.`, {
            advice: 'Use `@file` instead, which writes the value to a separate file',
        });
    }
}

;// CONCATENATED MODULE: ./lib/formats/token-info.js



/** The name of the file in the step's folder; the client may write other files there. */
const TOKEN_INFO_FILE = 'token_info.json';
/** Reads the JSON of a token_info; undefined if the text is not a JSON object. */
function parseTokenInfo(text) {
    try {
        const members = JSON.parse(text);
        return (0,lib_json/* isRecord */.u4)(members) ? tokenInfoOf(members) : undefined;
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
        throw new errors/* ActionError */.lZ('input_invalid', `${who} names a file that is not a token_info.json: its content is not a JSON object.`);
    }
    return info;
}
function readTextFile(path, who, readFile) {
    try {
        return readFile(path);
    }
    catch (cause) {
        const what = `${who} names a file that cannot be read: ${(0,untrusted_text/* quote */.hD)(path)} (${(0,lib_json/* codeOf */.$N)(cause)})`;
        const advice = 'Relative paths start at the workspace; check that this job has the file';
        throw new errors/* ActionError */.lZ('input_invalid', what, { cause, advice });
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./lib/login/python-claims.js

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
    const namespace = text('userid') ?? (sub === undefined ? undefined : (0,external_node_crypto_.createHash)('sha1').update(sub).digest('hex'));
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

;// CONCATENATED MODULE: ./lib/publication/parts.js





/** The subfolder of `@docker`; no `@file` has this name, since no variable contains a `-`. */
const DOCKER_FOLDER = 'docker-config';
/** A part without anything. */
const NOTHING = { outputs: [], variables: [], files: [] };
const VARIABLE_FILES = [
    { sink: 'dotenv', path: 'secrets.env', output: 'dotenv', format: formatDotenv },
    { sink: 'env-file', path: 'secrets.env-file', output: 'env_file', format: formatEnvFile },
];
/**
 * Plans the files of `@dotenv` and `@env-file`, which contain the lines of all deliveries to their sink.
 *
 * @throws ActionError value_unsupported
 */
function variableFilesPart(deliveries, { pathOf }) {
    const parts = VARIABLE_FILES.map(({ sink, path, output, format }) => {
        const own = deliveries.filter(({ result }) => result.match.request.sink === sink);
        const lines = own.flatMap((delivery) => delivery.lines);
        return lines.length === 0
            ? NOTHING
            : { files: [{ path, content: format(lines) }], outputs: [[output, pathOf(path)]], variables: [] };
    });
    return joined(parts);
}
/** Joins parts in their order. */
function joined(parts) {
    return {
        outputs: parts.flatMap(({ outputs }) => outputs),
        variables: parts.flatMap(({ variables }) => variables),
        files: parts.flatMap(({ files }) => files),
    };
}
/** Plans the files of `@docker`, which contain the logins of all deliveries. */
function dockerPart(deliveries, existing, { pathOf }) {
    const registries = deliveries.flatMap((delivery) => delivery.registries);
    if (registries.length === 0) {
        return { ...NOTHING, notices: [] };
    }
    const inFolder = (path) => `${DOCKER_FOLDER}/${path}`;
    const { files, authFile, notices } = planDockerFiles(registries, existing);
    return {
        notices,
        files: files.map((file) => ({ ...file, path: inFolder(file.path) })),
        outputs: [['docker_config', pathOf(DOCKER_FOLDER)]],
        variables: [
            ['DOCKER_CONFIG', pathOf(DOCKER_FOLDER)],
            ['REGISTRY_AUTH_FILE', pathOf(inFolder(authFile))],
        ],
    };
}
/** Clears the variables of an earlier step that make the keys of `@aws` invalid, unless a line sets them. */
function leftoversPart(deliveries, { variable }) {
    const isAws = deliveries.some(({ result }) => result.match.request.sink === 'aws');
    const exported = deliveries.flatMap(({ variables }) => variables.map(([name]) => name));
    const left = AWS_LEFTOVERS.filter((name) => isAws && variable(name) !== undefined && !exported.includes(name));
    return { ...NOTHING, variables: left.map((name) => [name, '']) };
}
/** Plans what a login exports: the token, what is known of it and of its user, and the file for a Python client. */
function loginPart(session, settings) {
    return {
        outputs: loginOutputs(session, settings),
        variables: loginVariables(session, settings),
        files: loginFiles(session, settings),
    };
}
function loginOutputs({ login: { token }, user }, { platform, tokenInfoFile }) {
    const claims = ownClaims(token?.claims, platform);
    const { pythonClient } = platform;
    const identity = claims === undefined || pythonClient === undefined ? undefined : pythonIdentity(claims, pythonClient);
    const optional = (name, value) => (value === undefined ? [] : [[name, value]]);
    return [
        ...optional('bearer_token', token?.value),
        ...optional('token_type', token?.type),
        ...optional('expires_in', token?.expiresIn?.toString()),
        ...optional('expires_at', token?.expiresAt?.toISOString()),
        ...optional('claims', claims && JSON.stringify(claims)),
        ...optional('user', user && JSON.stringify(user)),
        ...optional('namespace', identity?.namespace),
        ...optional('all_acl_subjects', identity && JSON.stringify(identity.aclSubjects)),
        ...optional('all_owner_acl_subjects', identity && JSON.stringify(identity.ownerAclSubjects)),
        ...optional('token_info', tokenInfoFile?.path),
    ];
}
/** Sets the variable of the token, or of the file that contains the token. */
function loginVariables({ login }, { tokenVariable, tokenInfoFile, exportEnv }) {
    if (tokenInfoFile === undefined || !exportEnv) {
        return tokenVariable === undefined || login.token === undefined ? [] : [[tokenVariable, login.token.value]];
    }
    const { variable, path, stale } = tokenInfoFile;
    return stale === undefined
        ? [[variable, path]]
        : [
            [variable, path],
            [stale, ''],
        ];
}
/** Plans the file from which a Python client reads and refreshes its token, if the workflow requests the file. */
function loginFiles({ login: { token } }, { tokenInfoFile, credentials }) {
    const { grant, clientId, scope } = credentials ?? {};
    if (tokenInfoFile === undefined || grant?.type !== 'refresh_token' || clientId === undefined || token === undefined) {
        return [];
    }
    const content = formatTokenInfo({ clientId, refreshToken: grant.refreshToken, token: token.value, scope });
    return [{ path: TOKEN_INFO_FILE, content }];
}

;// CONCATENATED MODULE: ./lib/language/names.js
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

;// CONCATENATED MODULE: ./lib/language/taken-names.js




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
    const rejected = settings.secretRequests.find((request) => serverNames(request, settings) === 'rejected');
    if (rejected !== undefined) {
        const why = 'the names of its variables would come only from the server';
        throw refused(`line ${rejected.line}`, why, onlyServerNames(rejected));
    }
    const single = settings.secretRequests.filter(hasOneResult);
    checkNames(single.map((request) => ({ sink: request.sink, name: nameOfRequest(request) })), settings);
}
/** Checks names before their values are known. @throws as `claimNames` */
function checkNames(results, settings) {
    const taken = takenNames(settings);
    for (const { sink, name } of results) {
        const aws = AWS_VARIABLES.map((variable) => ({ ...name, variable, output: variable, chosen: true }));
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
    if (kind === 'variable' && isKeptByRunner(name)) {
        throw refused(who, `the runner reserves the variable ${name}`);
    }
    if (kind !== 'output' && kind !== 'file' && takesOver(name) && !chosen) {
        throw refused(who, `the variable ${name} would change how later steps run`);
    }
    register(taken, kind, { name, who });
}
function refused(who, why, advice) {
    return new errors/* ActionError */.lZ('name_refused', `\`secrets\`, ${who}: ${why}.`, { advice });
}
/** Upper and lower case count as equal: the runner ignores it in outputs, Windows in variables and files. */
function register(taken, kind, { name, who }) {
    const key = `${kind} ${name.toUpperCase()}`;
    const other = taken.by.get(key);
    if (other !== undefined) {
        const by = other === who ? 'another result of the same line' : other;
        throw new errors/* ActionError */.lZ('name_conflict', `\`secrets\`, ${who}: the ${kind} ${name} is already used by ${by}.`);
    }
    taken.by.set(key, who);
}

;// CONCATENATED MODULE: ./lib/formats/registry.js





/**
 * Reads the logins in a Secret: from its fields or from a dockerconfigjson, also as JSON or base64 in a text.
 *
 * @throws ActionError value_unsupported, which names the missing parts and the existing fields
 */
function readRegistries(value, who) {
    const document = documentIn(value.text);
    const parts = Array.isArray(document) && document.length > 0 ? document : [document];
    const all = parts.flatMap((part) => registriesIn(part, who));
    const byServer = new Map(all.map((registry) => [registry.server, registry]));
    const loginOf = (registry) => JSON.stringify({ ...registry, cut: undefined });
    if (all.some((registry) => loginOf(registry) !== loginOf(byServer.get(registry.server)))) {
        throw unusableLogin(who, 'the Secret contains two different logins to one registry');
    }
    return [...byServer.values()];
}
function registriesIn(document, who) {
    const logins = loginsIn(document, DEPTH);
    return logins.length > 0
        ? logins.map((login) => fromLogin(login, who))
        : [fromFields(fieldsIn(readValue(document), DEPTH), who)];
}
/** Lists the entries of the `auths` of every `config.json` in a document, and those of a `.dockercfg`, which has no `auths`. */
function loginsIn(node, depth) {
    const document = typeof node === 'string' ? documentIn(node) : node;
    if (!(0,lib_json/* isRecord */.u4)(document) || depth === 0) {
        return [];
    }
    const { auths } = document;
    const entries = Object.entries((0,lib_json/* isRecord */.u4)(auths) ? auths : document);
    return (0,lib_json/* isRecord */.u4)(auths) || (entries.length > 0 && entries.every(isLogin))
        ? entries
        : entries.flatMap(([, member]) => loginsIn(member, depth - 1));
}
function isLogin([host, entry]) {
    const parts = ['auth', 'username', 'identitytoken'];
    return registryHost(host) !== undefined && (0,lib_json/* isRecord */.u4)(entry) && parts.some((name) => entry[name] !== undefined);
}
function fromLogin([host, entry], who) {
    const text = (name) => ((0,lib_json/* isRecord */.u4)(entry) && typeof entry[name] === 'string' ? entry[name] : '');
    const login = onlyLogin(decodeAuth(text('auth')), { username: text('username'), password: text('password') }, who);
    const identityToken = withoutLineEnd(text('identitytoken')) || undefined;
    const server = registryHost(host);
    if (server === undefined) {
        throw unusableLogin(who, `in \`auths\`, ${(0,untrusted_text/* quote */.hD)(host)} is not the address of a registry`);
    }
    if (identityToken === undefined && (login.username === '' || login.password === '')) {
        throw unusableLogin(who, `in \`auths\`, ${(0,untrusted_text/* quote */.hD)(host)} has no user name and password`);
    }
    return { server, ...login, identityToken };
}
/**
 * Combines the login of an `auth` with separate texts, which must not differ.
 *
 * A colon ends the user name where both are joined, and neither may contain control characters: RFC 7617 section 2. But Google
 * accepts a key of several lines as password.
 */
function onlyLogin(auth, texts, who) {
    const stored = auth ?? texts;
    const [username, password] = [withoutLineEnd(stored.username), withoutLineEnd(stored.password)];
    const differs = (text, other) => text !== '' && withoutLineEnd(text) !== other;
    if (differs(texts.username, username) || differs(texts.password, password)) {
        throw unusableLogin(who, '`auth` contains a different user name or password than the other fields');
    }
    if (username.includes(':')) {
        throw unusableLogin(who, 'the user name contains a colon, which a registry reads as the end of the user name');
    }
    if (/\p{Cc}/u.test(username) || /[^\P{Cc}\t\r\n]/u.test(password)) {
        throw unusableLogin(who, 'the user name or the password contains a control character, which no client can send');
    }
    const changed = { 'user name': username !== stored.username, password: password !== stored.password };
    const cut = Object.entries(changed).flatMap(([part, isChanged]) => (isChanged ? [part] : []));
    return { username, password, cut: cut.join(' and ') || undefined };
}
/** Lists the fields of a value, and those of a document in a field whose name is not a part of a login. */
function fieldsIn({ fields = [] }, depth) {
    return fields.flatMap((field) => {
        const inner = depth === 0 || roleOfField(field) !== undefined ? undefined : documentIn(field.text);
        const within = (0,lib_json/* isRecord */.u4)(inner) ? fieldsIn(readValue(inner), depth - 1) : [];
        return within.length === 0 ? [field] : within.map(({ path, text }) => ({ path: [...field.path, ...path], text }));
    });
}
function roleOfField({ path }) {
    return path.slice(-1).map(roleOf)[0];
}
function fromFields(fields, who) {
    const text = (role) => onlyText(role, fields, who);
    const [address, port, auth] = [text('server'), text('port'), decodeAuth(text('auth'))];
    const login = onlyLogin(auth, { username: text('username'), password: text('password') }, who);
    const parts = { server: address, 'user name': login.username, password: login.password };
    const missing = Object.entries(parts).flatMap(([name, part]) => (part === '' ? [`no ${name}`] : []));
    const seen = fields.length === 0 ? 'the Secret has no fields' : `the fields are ${fieldNames(fields)}`;
    if (missing.length > 0) {
        throw unusableLogin(who, `${missing.join(', ')} found; ${seen}`);
    }
    const host = registryHost(address) ?? '';
    const hasPort = /:\d+$/.test(host) || ['', '443'].includes(port.trim());
    const server = registryHost(hasPort ? host : `${host}:${port.trim()}`);
    if (server === undefined) {
        throw unusableLogin(who, `the server is not the address of a registry; ${seen}`);
    }
    return { server, ...login, identityToken: undefined };
}
/** Returns the text of the field that contains a part, or an empty text if there is none. Several fields must have the same text. */
function onlyText(role, fields, who) {
    const found = fields.filter((field) => roleOfField(field) === role && field.text !== '');
    const texts = found.map(({ text }) => (role === 'server' ? (registryHost(text) ?? text) : text));
    if (new Set(texts).size > 1) {
        const name = role === 'username' ? 'user name' : role;
        throw unusableLogin(who, `the fields ${fieldNames(found)} have different texts, and each could be the ${name}`);
    }
    return found[0]?.text ?? '';
}
function unusableLogin(who, why) {
    const advice = 'Store the fields server, username and password in the Secret, or a dockerconfigjson';
    return new errors/* ActionError */.lZ('value_unsupported', `${who} is not a login to a container registry: ${why}`, { advice });
}

// EXTERNAL MODULE: ./lib/masking/forms.js
var masking_forms = __nccwpck_require__(2552);
;// CONCATENATED MODULE: ./lib/secrets/decode.js

/** Groups of four characters, of which the last may be shorter: base64 with correct padding or without padding. */
const groupsOf = (character) => `(?:${character}{4})*(?:${character}{2}(?:==)?|${character}{3}=?)?`;
/** How each decoding reads a text, and which texts it accepts; blanks are removed before. */
const READERS = {
    base64: { form: new RegExp(`^(?:${groupsOf('[A-Za-z0-9+/]')}|${groupsOf('[A-Za-z0-9_-]')})$`), encoding: 'base64' },
    hex: { form: /^(?:[0-9A-Fa-f]{2})*$/, encoding: 'hex' },
};
/**
 * Decodes a text step by step, and returns the bytes of every step in order.
 *
 * @throws ActionError value_unsupported if a step cannot decode its text
 */
function decode(text, decodings, who) {
    const steps = [];
    for (const decoding of decodings) {
        const { form, encoding } = READERS[decoding];
        const source = (steps.at(-1)?.toString('latin1') ?? text).replace(/\s/g, '');
        // Buffer decodes as much as it can and ignores the rest.
        if (!form.test(source)) {
            const advice = `Remove \`| ${decoding}\` from the line to export the value as it is`;
            throw new errors/* ActionError */.lZ('value_unsupported', `${who} is not ${decoding}`, { advice });
        }
        steps.push(Buffer.from(source, encoding));
    }
    return steps;
}
/** Reads bytes as UTF-8; returns undefined if they are not. */
function textIn(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/secrets/match.js


/**
 * Parses a pattern, in which `*` matches any characters or none.
 *
 * Each part is matched at its first place, which is never wrong. A regular expression would try all places: a few stars on
 * one long name would take hours.
 */
function parsePattern(pattern) {
    const first = pattern.indexOf('*');
    if (first < 0) {
        return (text) => (text === pattern ? { starred: undefined } : undefined);
    }
    const last = pattern.lastIndexOf('*');
    const [head, tail] = [pattern.slice(0, first), pattern.slice(last + 1)];
    const parts = first === last ? [] : pattern.slice(first + 1, last).split('*');
    return (text) => {
        const end = text.length - tail.length;
        const middle = text.slice(head.length, end);
        const fits = text.startsWith(head) && text.endsWith(tail) && head.length <= end && containsInOrder(middle, parts);
        return fits ? { starred: first === last ? middle : undefined } : undefined;
    };
}
function containsInOrder(text, parts) {
    let from = 0;
    for (const part of parts) {
        const at = text.indexOf(part, from);
        if (at < 0) {
            return false;
        }
        from = at + part.length;
    }
    return true;
}
/** Makes the names of one match, or of a field of it that `.*` matched. */
function nameOfMatch({ request, entry, field, starred, byPattern }, path = []) {
    const named = byPattern && entry !== undefined ? entry.name : undefined;
    const text = named === undefined ? selectorText(request) : selectorText({ selector: named, field });
    const who = [
        `line ${request.line}`,
        ...(named === undefined ? [] : [`Secret ${(0,untrusted_text/* quote */.hD)(named)}`]),
        ...(path.length === 0 ? [] : [`field ${(0,untrusted_text/* quote */.hD)(path.join('.'))}`]),
    ];
    return nameFrom(request, { text, starred, path, who: who.join(', ') });
}
/** Writes the line that selects one field of `.*` alone: by key after quotes and stars, since a key needs no quotes. */
function lineOfField({ request, key, field, byPattern }, path) {
    const byKey = byPattern || request.quoted;
    const names = byKey && field !== undefined ? [field, ...path] : path;
    return `${byKey ? key : request.selector}.${names.join('.')} | NAME`;
}

;// CONCATENATED MODULE: ./lib/did-you-mean.js

/** The most names that an error suggests. */
const SUGGESTIONS = 3;
/** Suggests near names in the words of an error; returns an empty text if there are none. */
function suggestion(text, names) {
    const near = nearNames(text, names);
    return near.length === 0 ? '' : ` (did you mean ${near.map(untrusted_text/* quote */.hD).join(' or ')}?)`;
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

;// CONCATENATED MODULE: ./lib/language/notation-parts.js

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
    return BARE_NAME.test(name) && (0,untrusted_text/* isOneLine */.Pf)(name) ? name : JSON.stringify(name).replace(UNSAFE, escapeUnits);
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

;// CONCATENATED MODULE: ./lib/language/notation-lines.js

/** Looks up a word as it is written. */
function findWord(written, { find }) {
    const part = readWord(written);
    const selector = part.text === '' ? undefined : find(part.text);
    const exact = selector !== undefined && (selector === part.text || selector === writeSelector(part.text));
    return { ...part, selector, exact };
}
/** Writes the line of one Secret; the other part becomes its target, unless the line already has a target. */
function writeLines(found, other, { parses, pipes }) {
    const name = { text: found.selector ?? found.text, optional: found.optional || other?.optional === true };
    const targets = pipes.target === undefined && other !== undefined ? targetsFor(other.text) : [pipes.target];
    const line = targets.map((target) => writeRequest(name, { ...pipes, target })).find(parses);
    return line === undefined ? undefined : [line];
}

;// CONCATENATED MODULE: ./lib/language/notation.js


/**
 * Corrects a request that selects nothing, if it looks like another notation and a part of it is the name of a Secret.
 *
 * @param text the request as written, which parses
 * @returns one line for each Secret; each line parses
 */
function correctionsFor(text, find, parses) {
    if (text.length > LONGEST_LINE || text.startsWith('"')) {
        return undefined;
    }
    const [head = '', ...words] = text.split('|').map((word) => word.trim());
    const context = { find, parses, pipes: readPipes(words) };
    return ofList(head, context) ?? ofItem(head, context) ?? ofReversed(head, context);
}
function ofList(head, context) {
    const items = itemsOf(head) ?? [];
    const [a, b, ...others] = items.map((item) => findWord(item, context));
    if (a?.exact === true && b?.exact === false && others.length === 0 && UPPER_TARGET.test(b.text)) {
        return writeLines(a, b, context);
    }
    const inner = { ...context, pipes: shareTarget(context.pipes, items.length) };
    const lines = items.map((item) => (inner.find(item) === item ? undefined : ofItem(item, inner)) ?? ofName(item, inner));
    if (lines.every((line) => line === undefined)) {
        return undefined;
    }
    // The other items are missing Secrets: they stay in the list, and the next error names them.
    const rest = ({ text, optional }) => writeRequest({ text: writeSelector(text), optional }, inner.pipes);
    const all = items.flatMap((item, index) => lines[index] ?? [rest(readWord(item))]);
    return [...new Set(all)].filter(context.parses);
}
function ofName(item, context) {
    const found = findWord(item, context);
    return found.selector === undefined ? undefined : writeLines(found, undefined, context);
}
function ofItem(item, context) {
    if (isQuoted(item)) {
        return ofName(item, context);
    }
    const splits = splitsOf(item);
    const exact = firstOf(splits, (split) => ofExact(split, context));
    return exact ?? (isMisspelt(item, context.find) ? undefined : firstOf(splits, (split) => ofNear(split, context)));
}
/** Tells whether the whole text is near a name that contains the same signs, so that the signs are not a notation. */
function isMisspelt(item, find) {
    const near = find(item);
    return near !== undefined && [...item.matchAll(/[^\w.-]/g)].every(([sign]) => near.includes(sign));
}
function ofExact({ parts: [left, right], sign, whole }, context) {
    const [a, b] = [findWord(left, context), findWord(right, context)];
    const isBlank = /\s/.test(sign);
    if (isBlank && isPath(a, b, context)) {
        return ofPath(left, right, context);
    }
    // A name with blanks that is written with other blanks is a misspelt name; an equal text is a name with a field.
    const near = context.find(`${left} ${right}`) ?? '';
    if (isBlank && context.find(whole) !== whole && isSameWord(`${left}${right}`, near)) {
        return undefined;
    }
    const both = a.exact && b.exact && a.selector !== b.selector;
    if (both && ![a.text, b.text].includes('*')) {
        return ofList(`${left}, ${right}`, context);
    }
    // After another selector, a star alone is a target.
    const [found, other] = a.exact && !(both && a.text === '*') ? [a, b] : [b, a];
    return found.exact && (!isBlank || TARGET.test(other.text)) ? writeLines(found, other, context) : undefined;
}
/** Tells whether two words are a path and its key; after a Secret, the second word is a key if the line has a target. */
function isPath(path, key, { pipes }) {
    const isKey = pipes.target !== undefined && !key.exact && !UPPER_TARGET.test(key.text);
    return path.exact ? isKey : path.text.includes('/');
}
/** Corrects `secret/data/ci key`: the end of the path is a Secret with this field, or the key is a Secret. */
function ofPath(path, key, context) {
    const base = path.slice(path.lastIndexOf('/') + 1);
    const found = findWord(base, context).exact ? findWord(`${base}.${key}`, context) : findWord(key, context);
    return found.exact ? writeLines(found, undefined, context) : undefined;
}
function ofNear({ parts: [left, right], sign, nameFirst }, context) {
    const [a, b] = [findWord(left, context), findWord(right, context)];
    const [name, other] = nameFirst ? [a, b] : [b, a];
    const isClear = (target) => /\S/.test(sign) || UPPER_TARGET.test(target.text);
    if (name.selector !== undefined && isClear(other)) {
        return writeLines(name, other, context);
    }
    // A part that can be a target is a target, although it is near a name: DB_PASSWORD is near db-password.
    const isName = other.selector !== undefined && !/^\w+$/.test(other.text) && isClear(name);
    return isName ? writeLines(other, name, context) : undefined;
}
/** Corrects `NAME | name`, which parses if the name of the Secret can be a variable. */
function ofReversed(head, context) {
    const name = findWord(context.pipes.target ?? '', context);
    const inner = { ...context, pipes: { ...context.pipes, target: undefined } };
    return name.exact && context.find(head) === undefined ? writeLines(name, findWord(head, context), inner) : undefined;
}

;// CONCATENATED MODULE: ./lib/language/scanner.js

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
    return new errors/* ActionError */.lZ('input_invalid', message, { excerpt, title, advice });
}

;// CONCATENATED MODULE: ./lib/language/target.js



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
const target_TARGET = /^(?<name>[A-Za-z_][A-Za-z0-9_]*\*?|\*)?(?:@(?<sink>[a-z-]+))?$/;
/**
 * Parses a target that starts at a place of the scanner's line.
 *
 * @throws ActionError input_invalid
 */
function parseTarget(word, scanner, start) {
    if (word === '') {
        throw problem(scanner, start, 'the target is missing after "|"');
    }
    const { name, sink } = target_TARGET.exec(word)?.groups ?? {};
    if (name === undefined && sink === undefined) {
        const forms = 'NAME, NAME@file, NAME@dotenv, NAME@env-file, @docker, @aws, or the decodings base64 and hex';
        throw problem(scanner, start, `${(0,untrusted_text/* quote */.hD)(word)} is not a target; write ${forms}`);
    }
    const correction = correctionFor(word);
    if (correction !== undefined) {
        throw problem(scanner, start, `${(0,untrusted_text/* quote */.hD)(word)} would be the name of a variable; ${correction}`);
    }
    if (sink === undefined) {
        return { target: name, sink };
    }
    const known = SINKS.get(sink);
    if (known === undefined || (name !== undefined && !known.named)) {
        const what = known === undefined ? unknownSink(sink) : `@${sink} does not accept a NAME before it`;
        throw problem(scanner, start + word.indexOf('@'), what);
    }
    return { target: name, sink: known.sink };
}
/** Returns what to write instead of a word that is hardly meant as a variable, such as `docker`. */
function correctionFor(word) {
    return word === word.toUpperCase() ? undefined : CORRECTIONS.get(word.toLowerCase());
}
function unknownSink(sink) {
    const near = nearNames(sink, [...SINKS.keys()]).map((name) => `@${name}`);
    const meant = near.length === 0 ? '' : ` (did you mean ${near.join(' or ')}?)`;
    return `@${sink} does not exist${meant}; write ${SINK_NAMES}`;
}

;// CONCATENATED MODULE: ./lib/language/rewrite.js


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
        const wrong = lineText.length > LONGEST_LINE ? [] : requestsIn(lineText).filter((words) => !parses(words.join('|')));
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
    return firstOf(attempts, (attempt) => firstOf(attempt(words), valid));
}
/** Rewrites `"a", "b"`. */
function listLines([head = '', ...words]) {
    const items = itemsOf(head) ?? [];
    const pipes = shareTarget(readPipes(words), items.length);
    return [items.map((item) => writeRequest({ ...readWord(item), text: selectorOf(item) }, pipes))];
}
/** Rewrites `NAME | name`, `name | "NAME"` and `name | NAME | base64`. */
function reordered(words) {
    const { decodings } = readPipes(words);
    const [first, second, ...others] = words.filter((word) => !decodings.includes(word));
    if (first === undefined || second === undefined || others.length > 0) {
        return [];
    }
    const forward = [first, second];
    const backward = [isQuoted(second) ? selectorOf(second) : second, first];
    return (isReversible(first, second) ? [forward, backward] : [forward]).map(([name, target]) => [
        [name, ...decodings, readWord(target.replace(/,$/, '')).text].join(' | '),
    ]);
}
/** Rewrites `name | base64 -> NAME`. */
function withBars(words) {
    const text = words.join(' | ');
    return /[-=]>/.test(text) ? [[text.replace(/\s*[-=]>\s*/g, ' | ')]] : [];
}
/** Tells whether the second word is more likely the name: `apikey | MY-NAME` and `ghcr | docker` are not reversed. */
function isReversible(first, second) {
    return !second.includes('@') && correctionFor(second) === undefined && (isUpper(first) || !isUpper(second));
}
/** Rewrites `"name" -> NAME` and `"NAME": "name"`. */
function paired([head = '', ...words]) {
    if (words.length > 0 || !head.startsWith('"')) {
        return [];
    }
    return splitsOf(head).flatMap(({ parts: [left, right], sign, nameFirst }) => {
        const [name, other] = nameFirst ? [left, right] : [right, left];
        const target = readWord(other).text;
        const isClear = /\S/.test(sign) || (isUpper(target) && !target.includes('"'));
        const lines = [
            [selectorOf(name), target],
            ...(isReversible(readWord(name).text, target) ? [[selectorOf(other), readWord(name).text]] : []),
        ];
        return isClear ? lines.map((line) => [line.join(' | ')]) : [];
    });
}
/** Rewrites a name with a quote that is not closed, or with a quoted text that is not JSON. */
function unquoted([head = '', ...words]) {
    const inner = /^"([^"]+)"?$/.exec(head)?.[1]?.trim() ?? '';
    return inner === '' ? [] : [[[writeSelector(inner), ...words].join(' | ')]];
}
/** Writes the name in a part: a name that needs no quotes has none. */
function selectorOf(written) {
    const { text } = readWord(written);
    return text.includes('*') ? text : writeSelector(text);
}
/** Tells an author which lines to write. */
function writeThese(lines) {
    const shown = lines.map((line) => `\`${line}\``);
    const last = shown.at(-1);
    return shown.length === 1 ? `write ${last}` : `write one line each: ${shown.slice(0, -1).join(', ')} and ${last}`;
}

;// CONCATENATED MODULE: ./lib/language/selector.js

/** A quoted name is a JSON string, so that it can contain every character. */
const selector_QUOTED = /"(?:[^"\\]|\\.)*"/y;
/** A text up to `|`, `;` or a comment; `#` starts a comment at the start of a line or after a blank. */
const WORD = /(?:[^|;\s]|[^\S\n]+(?![\s#|;]|$))*/y;
/** Parses a selector at the current place, with the `?` after it. @throws ActionError input_invalid */
function parseSelector(scanner) {
    const start = scanner.at;
    const selector = scanner.text[start] === '"' ? parseQuoted(scanner) : undefined;
    const word = scan(scanner, WORD);
    const optional = word.endsWith('?');
    const whole = (optional ? word.slice(0, -1) : word).trimEnd();
    const allFields = whole.endsWith('.*');
    const rest = allFields ? whole.slice(0, -2) : whole;
    if (selector === undefined) {
        if (rest === '') {
            throw problem(scanner, start, 'the name of a Secret is missing here');
        }
        return { selector: rest, quoted: false, field: undefined, allFields, optional };
    }
    const after = scanner.at - word.trimStart().length;
    if (rest !== '' && !/^\../.test(rest)) {
        throw problem(scanner, after, 'after a quoted name, only ".field", ".*", "?", "|", ";" or a comment is allowed');
    }
    if (rest.includes('*')) {
        throw problem(scanner, after, 'the name of a field cannot contain *; write ".*" for every field');
    }
    return { selector, quoted: true, field: rest === '' ? undefined : rest.slice(1), allFields, optional };
}
function parseQuoted(scanner) {
    const start = scanner.at;
    const text = scan(scanner, selector_QUOTED);
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
        throw problem(scanner, start, 'a quoted name is a JSON string: write a backslash as \\\\ and a quote as \\"');
    }
    throw problem(scanner, start, 'the name is empty');
}

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
const request_rewrite = createRewriter((line) => {
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
        : new errors/* ActionError */.lZ(code, message, { excerpt, title, advice: (0,untrusted_text/* capitalized */.l2)(writeThese(lines)), lines: [result] });
}
function parseLine(scanner) {
    const requests = [];
    for (scan(scanner, BLANKS); !isDone(scanner); scan(scanner, BLANKS)) {
        const start = scanner.at;
        const selector = parseSelector(scanner);
        const pipes = parsePipes(scanner);
        const text = scanner.text.slice(start, scanner.at).trim();
        const request = { ...selector, ...pipes, line: scanner.line, text };
        checkStars(request, (what) => problem(scanner, start, what));
        requests.push(request);
    }
    return requests;
}
function parsePipes(scanner) {
    const decodings = [];
    scan(scanner, SPACE);
    while (scanner.text[scanner.at] === '|') {
        scanner.at += 1;
        scan(scanner, SPACE);
        const start = scanner.at;
        const word = isDone(scanner) ? '' : scan(scanner, WORD);
        scan(scanner, SPACE);
        const decoding = DECODINGS.find((known) => known === word);
        if (decoding !== undefined) {
            decodings.push(decoding);
        }
        else {
            const target = parseTarget(word, scanner, start);
            if (scanner.text[scanner.at] === '|') {
                throw problem(scanner, scanner.at, `nothing is allowed after the target; write decodings (${DECODINGS.join(', ')}) before it`);
            }
            return { decodings, ...target };
        }
    }
    return { decodings, target: undefined, sink: undefined };
}

;// CONCATENATED MODULE: ./lib/secrets/finder.js



/** The most comparisons of a part of a line with a name: a second of work, enough for 30 lines and 1,000 Secrets. */
const MOST_COMPARED = 300_000;
/** The fewest letters and digits of a part that can be near a name, and the most by which the lengths may differ. */
const [LEAST_NEAR, MOST_MORE] = [3, 2];
/** The most fields on a path that are tried: each is a comparison with every name. */
const MOST_FIELDS = 10;
/** Creates a function that finds the selector for a part of a line, as an exact Secret or as a near name. */
function createFinder(entries) {
    const names = entries.map(({ name }) => name);
    const handles = new Set(entries.flatMap(({ id, key }) => [id, key]));
    const known = new Set(names);
    const exact = (text) => {
        if (text.endsWith('.*')) {
            return undefined;
        }
        if (text.includes('*')) {
            return names.some((name) => parsePattern(text)(name) !== undefined) ? text : undefined;
        }
        return handles.has(text) ? text : known.has(text) ? writeSelector(text) : undefined;
    };
    let left = MOST_COMPARED;
    // A suggestion may also be a longer name that contains the text; a line to copy may not.
    const near = (text) => {
        const isNear = (name) => Math.abs(name.length - text.length) <= MOST_MORE;
        const isTooShort = text.replace(/[^\p{L}\p{N}]/gu, '').length < LEAST_NEAR;
        left -= isTooShort ? 0 : names.length;
        return (isTooShort || left < 0 ? [] : nearNames(text, names)).filter(isNear).map(writeSelector)[0];
    };
    const found = new Map();
    return (part) => {
        if (!found.has(part)) {
            found.set(part, inSplits(part, exact) ?? inSplits(part, near));
        }
        return found.get(part);
    };
}
/** Looks up the whole text, then the text before its last dot, before the dot before that, and so on. */
function inSplits(part, look) {
    const dots = [...part.matchAll(/\./g)]
        .map(({ index }) => index)
        .reverse()
        .slice(0, MOST_FIELDS);
    for (const end of [part.length, ...dots]) {
        const field = part.slice(end);
        const selector = /\*(?!$)|[^.]\*/.test(field) ? undefined : look(part.slice(0, end));
        if (selector !== undefined) {
            return `${selector}${field}`;
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/secrets/missing.js









/** The most Secrets, and the most requests, that an error names: the runner cuts it at 4096 characters (ExecutionContext.cs). */
const [MOST_NAMES, MOST_NAMED] = [10, 20];
/** The longest line that an error shows; a longer line needs more than one look to copy. */
const missing_LONGEST_SHOWN = 300;
/**
 * Makes the one error for all requests that select nothing: the required ones, and those in another notation.
 *
 * A `?` makes a missing Secret optional, but does not suppress the error for a line in another notation.
 */
function missingError(lookups, known) {
    const find = createFinder(known.entries);
    let left = Math.max(1, Math.floor(MOST_COMPARED / Math.max(1, known.entries.length)));
    const looked = lookups.map(({ request, isFound }) => {
        const { line, text, selector } = request;
        const lines = isFound ? undefined : correctedLines(request, find);
        if (lines !== undefined) {
            const words = `${(0,untrusted_text/* quote */.hD)(text)} in line ${line} (${writeThese(lines)})`;
            return { line, text, result: 'written in another notation', isWrong: true, instead: lines, words };
        }
        if (isFound || request.optional) {
            return { line, text, result: isFound ? 'found' : 'optional, not there', isWrong: false, instead: [], words: '' };
        }
        const entries = left > 0 ? known.entries : [];
        left -= 1;
        const words = `${(0,untrusted_text/* quote */.hD)(selector)} in line ${line}${adviceFor(request, entries)}`;
        return { line, text, result: 'no such Secret', isWrong: true, instead: nearLines(request, entries), words };
    });
    const missing = looked.filter(({ isWrong }) => isWrong);
    const unnamed = missing.length > MOST_NAMED ? [`and ${missing.length - MOST_NAMED} more`] : [];
    const named = [...missing.slice(0, MOST_NAMED).map(({ words }) => words), ...unnamed].join(', ');
    const message = `No Secret was found for ${named}; ${describeList(known)}`;
    const advice = missing.every(({ instead }) => instead.length > 0) ? 'Correct these lines as suggested' : [];
    const title = `${missing.length} of ${looked.length} requested Secrets not found`;
    return missing.length === 0
        ? undefined
        : new errors/* ActionError */.lZ('secret_not_found', message, { title, advice, lines: looked });
}
/** Writes a line again with the nearest name, if a log can show that. */
function nearLines({ selector, quoted, text }, entries) {
    const names = entries.map(({ name }) => name);
    const [near] = nearNames(selector, names);
    const written = quoted ? JSON.stringify(selector) : selector;
    const line = near === undefined ? text : text.replace(written, () => writeSelector(near));
    return line !== text && isShown(line) ? [line] : [];
}
/** Suggests near names for a request that selects nothing, or how to write `ghcr.pass*` and names that start with `ghcr.`. */
function adviceFor({ selector, allFields }, entries) {
    const names = entries.map(({ name }) => name);
    const parent = selector.includes('*') ? names.find((name) => selector.startsWith(`${name}.`)) : undefined;
    if (parent !== undefined) {
        return ` ("*" matches no part of a field; for every field, write \`${writeSelector(parent)}.*\`)`;
    }
    if (!allFields || !names.some((name) => name.startsWith(`${selector}.`))) {
        return suggestion(selector, names);
    }
    const pattern = writeSelector(selector) === selector ? `write \`${selector}*\`, or ` : 'write ';
    return ` (".*" means fields; for the names that start with ${(0,untrusted_text/* quote */.hD)(`${selector}.`)}, ${pattern}one line for each name)`;
}
/** Signs of another notation that hardly occur in the name of a field, unlike those of `auths.https://host`. */
const SIGN_IN_FIELD = /[-=]>|,\s|\s(?:[A-Z_][A-Z0-9_]*\*?(?:@[a-z-]+)?|@[a-z-]+)$/;
/** Tells whether what seems to be a field is another notation after the name of a field, as in `ghcr.password -> X`. */
function isNotationInField(request, field, entries) {
    return !request.quoted && SIGN_IN_FIELD.test(field) && correctedLines(request, createFinder(entries)) !== undefined;
}
function correctedLines({ text }, find) {
    const lines = correctionsFor(text, find, isOneRequest);
    return lines?.every(isShown) === true ? lines : undefined;
}
function isShown(line) {
    return line.length <= missing_LONGEST_SHOWN && (0,untrusted_text/* isOneLine */.Pf)(line);
}
function isOneRequest(line) {
    try {
        return parseSecretRequests(line).length === 1;
    }
    catch {
        return false;
    }
}
/** Describes the list. A name that a mask hides would be shown as `***`, so it is left out. */
function describeList({ entries, isMasked }) {
    const count = `the server listed ${entries.length} Secret${entries.length === 1 ? '' : 's'}`;
    const shown = entries.length > MOST_NAMES ? [] : entries.filter(({ name }) => !isMasked(name));
    const names = [...new Set(shown.map(({ name }) => (0,untrusted_text/* quote */.hD)(name)))].join(', ');
    const separator = shown.length < entries.length ? ', among them ' : ': ';
    return names === '' ? count : `${count}${separator}${names}`;
}
/** What to do about a field without a value. */
const OPTIONAL_ADVICE = 'A `?` after the name makes the field optional';
/** Writes a line again with the nearest field, if a log can show that. */
function nearFieldLines(text, field, names) {
    const [near] = nearNames(field, names);
    return near !== undefined && (0,untrusted_text/* isOneLine */.Pf)(near) ? [text.replace(`.${field}`, () => `.${near}`)] : [];
}
const FIELDS_ADVICE = 'Write the name of an existing field. A plan with the line `*` lists the fields of each Secret';
/** Creates the error for a field that does not exist. */
function fieldNotFound(value, field, { who, line, text }) {
    const names = (value.fields ?? []).map(pathName);
    const seen = `has ${names.length} field${names.length === 1 ? '' : 's'}, but no field ${(0,untrusted_text/* quote */.hD)(field)}${suggestion(field, names)}`;
    const isSingle = value.fields === undefined;
    return new errors/* ActionError */.lZ('field_not_found', `${who} ${isSingle ? 'is a single value without fields' : seen}`, {
        advice: [isSingle ? 'Remove the field from the line to export the whole value' : FIELDS_ADVICE, OPTIONAL_ADVICE],
        lines: [{ line, text, result: 'no such field', isWrong: true, instead: nearFieldLines(text, field, names) }],
    });
}

// EXTERNAL MODULE: ./lib/server-words.js
var server_words = __nccwpck_require__(7417);
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
function answers_isSuccess(response) {
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
        return (0,lib_json/* parseJson */.qF)(body);
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
    const body = (0,lib_json/* parseBody */.OG)(response);
    return (0,lib_json/* isRecord */.u4)(body) ? body : {};
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
    const words = [...wordsOfBody(response), ...(0,server_words/* wordsOfChallenge */.S)(response.challenge ?? '')];
    return words.flatMap((word) => OAUTH_ERROR_CODES.find((code) => code === word) ?? [])[0];
}
/** Returns the server's words in a body; a successful response without an error has none, and may contain secrets. */
function wordsOfBody(response) {
    const body = (0,lib_json/* parseBody */.OG)(response);
    const isProblem = response.contentType === 'application/problem+json';
    return !answers_isSuccess(response) || isProblem || (0,server_words/* isErrorBody */.HR)(body) ? (0,server_words/* wordsIn */.Hn)(body) : [];
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
    const isShown = isText && !answers_isSuccess(response) && response.body.trim() !== '' && (0,lib_json/* parseBody */.OG)(response) === undefined;
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

;// CONCATENATED MODULE: ./lib/secrets/settings-api.js



/** The form of a key: `secret/<type>/<id>`. An ID contains no blank; a type may contain blanks and perhaps slashes. */
const SECRET_KEY = /^secret(?:\/[^/]+)+\/[^/\s]+$/;
/** Tells whether a text can be a key; the segments `.` and `..` would leave the owner's part of the path. */
function isKey(text) {
    return SECRET_KEY.test(text) && text.isWellFormed() && text.split('/').every((part) => part !== '.' && part !== '..');
}
/** Builds the request for the list of an owner's Secrets. */
function buildListRequest(access) {
    const path = access.platform.secrets.listPath(access.owner);
    return buildGet(access, path, `Listing the Secrets of ${describeOwner(access.owner)}`);
}
/** Builds the request for one value. */
function buildDecryptRequest(wanted) {
    const { platform, owner, key } = wanted;
    return buildGet(wanted, platform.secrets.decryptPath(owner, key), `Decrypting ${describeSecret(wanted)}`);
}
/** Names a Secret in messages, by its key if its name is not known. */
function describeSecret({ entry, key }) {
    return `Secret ${(0,untrusted_text/* quote */.hD)(entry?.name ?? key)}`;
}
/** Names an owner in messages. */
function describeOwner(owner) {
    return `${owner.kind} ${(0,untrusted_text/* quote */.hD)(owner.id)}`;
}
/**
 * Reads the list. It also contains other settings, so only entries whose type starts with `secret/` count.
 *
 * @throws ActionError response_invalid
 */
function parseSecretList(exchange) {
    const body = readJson(exchange);
    const data = (0,lib_json/* isRecord */.u4)(body) ? body['data'] : undefined;
    if (!Array.isArray(data)) {
        throw answerError('response_invalid', exchange, { what: 'with JSON that has no list in `data`' });
    }
    return data.filter(isSecret).map((entry) => {
        const { _id: id, _key: key, _type: type, name } = entry;
        if (typeof id !== 'string' || typeof key !== 'string' || !isKey(key) || typeof name !== 'string') {
            throw answerError('response_invalid', exchange, {
                what: 'with a Secret that has no valid `_id`, `_key` or `name`',
            });
        }
        return { id, key, name, type, updatedAt: (0,lib_json/* timeIn */.Hi)(entry['_updated_at']) };
    });
}
function isSecret(entry) {
    return (0,lib_json/* isRecord */.u4)(entry) && typeof entry['_type'] === 'string' && entry['_type'].startsWith('secret/');
}
/** Finds the entry in the response to a decrypt request: the body or its `data`; the documentation does not define which. */
function answeredEntry(body) {
    const entry = (0,lib_json/* isRecord */.u4)(body) && !('value' in body) ? body['data'] : body;
    return (0,lib_json/* isRecord */.u4)(entry) && 'value' in entry ? entry : undefined;
}
function buildGet(access, path, purpose) {
    return {
        method: 'GET',
        url: endpoint(access.url, path),
        headers: { accept: 'application/json', ...authorizationOf(access.token) },
        purpose,
    };
}

;// CONCATENATED MODULE: ./lib/secrets/result.js










/**
 * Selects the values that a match requests, decodes them, and masks what the decoding reveals. Fields in `plain` stay
 * unmasked. Returns nothing if the field is optional and does not exist.
 *
 * @throws ActionError field_not_found, name_refused, value_unsupported
 */
function selectResults(source, plain, ports) {
    return selectIn(source, ports).map((selected) => resultOf(source, selected, { plain, ports }));
}
function resultOf({ match, updatedAt }, { value: selected, path }, { plain, ports }) {
    const field = fieldName(match, path);
    const who = result_describe(match, field);
    const steps = decode(selected.text, match.request.decodings, who);
    const bytes = steps.at(-1) ?? Buffer.from(selected.text, 'utf8');
    const text = textIn(bytes);
    const value = steps.length === 0 ? selected : text === undefined ? undefined : readValue(text);
    if (!isPlain(field, plain)) {
        // The last step is the value itself, unless it is not text.
        ports.mask(steps.slice(0, value === undefined ? undefined : -1).flatMap(printable));
    }
    if (value !== undefined) {
        maskValue({ field, value }, plain, ports);
    }
    return { match, name: nameOfMatch(match, path), who, field, value, bytes, updatedAt };
}
/** The path of a field from the top of its Secret; undefined for the whole Secret. */
function fieldName({ field }, path) {
    const names = field === undefined ? path : [field, ...path];
    return names.length === 0 ? undefined : names.join('.');
}
function result_describe(match, field) {
    return field === undefined ? describeSecret(match) : `Field ${(0,untrusted_text/* quote */.hD)(field)} of ${describeSecret(match)}`;
}
/** The values that a match selects; none if an optional field does not exist or is null. */
function selectIn({ match, value }, { log }) {
    const { field, request } = match;
    const found = field === undefined ? value : selectField(value, field);
    if (found !== undefined && found !== null) {
        return request.allFields ? result_fieldsOf(match, found, log) : [{ value: found, path: [] }];
    }
    const who = result_describe(match, field);
    if (request.optional) {
        log.notice(`\`secrets\`, line ${request.line}: ${who} ${found === null ? 'is null' : 'does not exist'}; it is optional.`);
        return [];
    }
    throw found === null
        ? new errors/* ActionError */.lZ('field_not_found', `${who} is null, so it has no value`, { advice: OPTIONAL_ADVICE })
        : fieldNotFound(value, field ?? '', { ...request, who: describeSecret(match) });
}
/** Every field of a value; a null field has an empty text. */
function result_fieldsOf(match, { fields }, log) {
    const { line } = match.request;
    const who = result_describe(match, match.field);
    if (fields === undefined) {
        const advice = match.byPattern ? 'Exclude this Secret from the pattern, or remove the `.*`' : 'Remove the `.*`';
        const message = `\`secrets\`, line ${line}: ${who} has no fields, so its value is one text`;
        throw new errors/* ActionError */.lZ('field_not_found', message, { advice });
    }
    const unnamed = fields.find(({ path }) => path.some((part) => !/[A-Za-z0-9]/.test(part)));
    if (unnamed !== undefined) {
        const field = (0,untrusted_text/* quote */.hD)(fieldName(match, unnamed.path) ?? '');
        const message = `\`secrets\`, line ${line}: field ${field} of ${describeSecret(match)} has no ASCII letter or digit in a part of its name`;
        const advice = `Instead of \`.*\`, write one line for each field. For this field, write ${(0,untrusted_text/* quote */.hD)(lineOfField(match, unnamed.path))}`;
        throw new errors/* ActionError */.lZ('name_refused', message, { advice });
    }
    const empty = fields.flatMap(({ path, text }) => (text === '' ? [(0,untrusted_text/* quote */.hD)(path.join('.'))] : []));
    if (empty.length > 0) {
        log.notice(`\`secrets\`, line ${line}: these fields of ${who} are empty: ${empty.join(', ')}.`);
    }
    return fields.map(({ path, text }) => ({ value: { text, structure: undefined, fields: undefined }, path }));
}
/** Lists what a later step could print of bytes: their text, or the usual forms of bytes that are not text. */
function printable(bytes) {
    const text = textIn(bytes);
    return text === undefined ? (0,masking_forms/* formsOfBytes */._O)(bytes) : [text];
}
/**
 * Returns the text of a result, which a variable, an output or a line of a file can contain.
 *
 * @throws ActionError value_unsupported
 */
function textValue({ match, value, who }) {
    const advice = `Only a file can contain it: write \`| ${fileTarget(match.request)}\``;
    if (value === undefined) {
        throw new errors/* ActionError */.lZ('value_unsupported', `${who} is not UTF-8 text after decoding`, { advice });
    }
    if (value.text.includes('\0')) {
        throw new errors/* ActionError */.lZ('value_unsupported', `${who} contains a NUL character, which no variable can contain`, {
            advice,
        });
    }
    return value;
}

;// CONCATENATED MODULE: ./lib/publication/deliver.js








/**
 * Decides what a result becomes, and claims the names for it.
 *
 * @throws ActionError value_unsupported, name_refused, name_conflict
 */
function deliver(result, place) {
    const { sink } = result.match.request;
    const nothing = { outputs: [], variables: [], files: [], lines: [], registries: [], addresses: [], notices: [] };
    const { parts = [], ...content } = CONTENT[sink ?? 'plain'](result, place);
    const delivery = { result, ...nothing, ...content };
    place.mask(maskedAddresses(delivery.addresses, result, place));
    claimNames(place.taken, { sink, name: result.name, parts });
    return place.taken.exportEnv ? delivery : { ...delivery, variables: [] };
}
const CONTENT = {
    /** A variable and an output with the text as the server returned it. */
    plain(result) {
        const { text } = textValue(result);
        return { variables: [[result.name.variable, text]], outputs: [[result.name.output, text]] };
    },
    /** The exact bytes; the variable and the output contain the path. */
    file({ name, bytes }, { pathOf }) {
        const path = pathOf(name.variable);
        return {
            files: [{ path: name.variable, content: bytes }],
            variables: [[name.variable, path]],
            outputs: [[name.output, path]],
        };
    },
    dotenv: lineOf,
    'env-file': lineOf,
    docker(result, { mask }) {
        const registries = readRegistries(textValue(result), result.who);
        const addresses = registries.map(({ server }) => server);
        mask(registries.flatMap(registrySecrets));
        const parts = registries.map((registry) => ({ ...result.name, variable: (0,untrusted_text/* quote */.hD)(registryKey(registry)) }));
        const cut = registries.flatMap((registry) => registry.cut ?? []);
        const notices = [...new Set(cut)].map((part) => `${result.who}: @docker does not use the newline at the end of the ${part}. Remove it from the Secret.`);
        return { parts, registries, addresses, notices };
    },
    /** The variables that the SDKs read, also as outputs. */
    aws(result) {
        const { variables, unused } = awsVariables(textValue(result), result.who);
        const addresses = variables.flatMap(([name, text]) => (name === 'AWS_ENDPOINT_URL_S3' ? [text] : []));
        const { who } = result.name;
        const parts = variables.map(([name, text]) => ({ variable: name, output: name, chosen: true, who, text }));
        const notices = unused.length === 0 ? [] : [`${result.who}: no AWS variable exists for ${unused.map(untrusted_text/* quote */.hD).join(', ')}.`];
        return { parts, variables, outputs: variables, addresses, notices };
    },
};
/** Lists the addresses that a sink made of a value, without those that come from a plain field. */
function maskedAddresses(addresses, { field, value }, { plainFields }) {
    const texts = value === undefined ? [] : plainTexts({ field, value }, plainFields);
    const open = texts.map((text) => text.toLowerCase()).filter((text) => text !== '');
    const isIn = (text, one) => one.includes(text) || text.includes(one) || registryHost(one) === text;
    return addresses.filter((text) => !open.some((one) => isIn(text.toLowerCase(), one)));
}
function lineOf(result) {
    return { lines: [[result.name.variable, textValue(result).text]] };
}

;// CONCATENATED MODULE: ./lib/publication/listing.js








/** The most Secrets that are listed. */
const MOST_LISTED = 200;
/** The most characters of a text that a line shows unchanged. */
const TEXT_LIMIT = 120;
/** An ID that a line can contain as it is: an ID is also text of the server, and could be a workflow command. */
const PLAIN_ID = /^[A-Za-z0-9_-]+$/;
/** Lists Secrets. Their names are untrusted: those that a log could not show unchanged are selected by their ID. */
function listSecrets(results, context) {
    const lines = results.slice(0, MOST_LISTED).map((result) => lineFor(result, results, context));
    const rows = lines.map(({ result, variable }) => rowOf(result, variable, context.now));
    const omitted = results.length - lines.length;
    const more = omitted <= 0 ? [] : [`… and ${omitted} more Secrets.`];
    return {
        table: [...aligned([['Secret', 'Type', 'Fields', 'Changed', 'Variable'], ...rows]), ...more],
        block: [
            ...lines.map(({ text, selector, result }) => `${text}${fieldsComment(selector, result, context)}`),
            ...more.map((line) => `# ${line}`),
        ],
    };
}
/** The shortest line that selects a Secret and whose names are free; their claims count for the next lines. */
function lineFor(result, all, context) {
    const { entry, key } = result.match;
    const name = entry?.name ?? key;
    const selector = selectorFor(result, all, context);
    if (selector === undefined) {
        return { result, text: '# a Secret whose name and ID cannot be shown', selector, variable: '-' };
    }
    const base = context.isMasked(name) ? 'NAME' : variableName(name.slice(0, TEXT_LIMIT));
    const targets = [selector === entry?.id ? ` | ${base}` : '', ` | SECRET_${base}`];
    for (let number = 2;; number += 1) {
        for (const target of targets) {
            const request = requestFor(`${selector}${target}`);
            if (claimFree(request, context.taken)) {
                return { result, text: `${selector}${target}`, selector, variable: nameOfRequest(request).variable };
            }
        }
        targets.splice(0, 2, ` | SECRET_${base}_${number}`);
    }
}
/** Selects a Secret by its name, or else by its ID; undefined if a line cannot contain either of them. */
function selectorFor({ match }, all, { isMasked }) {
    const { entry, key } = match;
    const name = entry?.name ?? key;
    const isUnique = all.filter((other) => other.match.entry?.name === name).length === 1;
    const isShown = (0,untrusted_text/* isOneLine */.Pf)(name) && name.length <= TEXT_LIMIT && !isMasked(name);
    if (entry !== undefined && !(isUnique && isShown)) {
        return PLAIN_ID.test(entry.id) ? entry.id : undefined;
    }
    const isHandle = all.some((other) => other.match.key === name || other.match.entry?.id === name);
    return isHandle ? JSON.stringify(name) : writeSelector(name);
}
function requestFor(line) {
    const [request] = parseSecretRequests(line);
    if (request === undefined) {
        throw new Error('a line of a listing is not a request');
    }
    return request;
}
/** Claims the names of a line if they are free. No name of a listing is chosen by the workflow's author. */
function claimFree(request, taken) {
    const claims = { sink: undefined, name: { ...nameOfRequest(request), chosen: false }, parts: [] };
    try {
        // A claim that fails must not leave one of two names.
        claimNames({ ...taken, by: new Map(taken.by) }, claims);
        claimNames(taken, claims);
        return true;
    }
    catch (error) {
        if (error instanceof errors/* ActionError */.lZ) {
            return false;
        }
        throw error;
    }
}
function rowOf({ match: { entry, key }, value, updatedAt }, variable, now) {
    const days = ageInDays(updatedAt, now);
    const type = /^secret\/([^/]+)/.exec(entry?.type ?? key)?.[1] ?? 'unknown';
    return [
        (0,untrusted_text/* quote */.hD)(entry?.name ?? key),
        (0,untrusted_text/* untrusted */.bp)(type),
        listing_fieldsIn(value) || '-',
        days === undefined ? 'unknown' : `${days} day${days === 1 ? '' : 's'} ago`,
        variable,
    ];
}
function listing_fieldsIn(value) {
    return (0,untrusted_text/* untrusted */.bp)((value?.fields ?? []).map(pathName).join(', '));
}
function fieldsComment(selector, { value }, { isMasked }) {
    const fields = listing_fieldsIn(value);
    return selector === undefined || fields === '' || isMasked(fields) ? '' : ` # ${selector}.*: ${fields}`;
}
/** Pads the cells of each column to one width. */
function aligned(rows) {
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    return rows.map((row) => row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd());
}

;// CONCATENATED MODULE: ./lib/publication/secrets.js






/** Describes the Secret and the line of each exported name. */
function sourceIn(deliveries) {
    return (name) => {
        const exported = (pairs) => pairs.some(([each]) => each === name);
        const found = deliveries.find(({ variables, outputs }) => exported(variables) || exported(outputs));
        if (found === undefined) {
            return undefined;
        }
        const { who, match } = found.result;
        return { who: `${who}, line ${match.request.line}`, fileTarget: fileTarget(match.request) };
    };
}
/** Decides what the results of all lines become. @throws ActionError name_refused, name_conflict, value_unsupported */
function planSecrets(results, settings, environment) {
    const { pathOf, mask, isMasked, now } = environment;
    const taken = takenNames(settings);
    const place = { taken, pathOf, mask, plainFields: settings.plainFields };
    const isListed = ({ match }) => isListing(match.request, settings.plan);
    const deliveries = results.filter((result) => !isListed(result)).map((result) => deliver(result, place));
    const listed = results.filter(isListed);
    const secrets = secretsOutput(deliveries);
    const docker = dockerPart(deliveries, environment.docker, environment);
    return {
        deliveries,
        listing: listed.length === 0 ? undefined : listSecrets(listed, { taken, isMasked, now }),
        part: joined([
            ...deliveries,
            variableFilesPart(deliveries, environment),
            docker,
            leftoversPart(deliveries, environment),
            { ...NOTHING, outputs: secrets.outputs },
        ]),
        notices: [...deliveries.flatMap(({ notices }) => notices), ...docker.notices, ...secrets.notices],
        sourceOf: sourceIn(deliveries),
    };
}
/** The output `secrets`: all plain values by the names of their outputs, unless it is too large. */
function secretsOutput(deliveries) {
    const plain = deliveries.filter(({ result }) => result.match.request.sink === undefined);
    const text = JSON.stringify(Object.fromEntries(plain.flatMap(({ outputs }) => outputs)));
    if (plain.length > 0 && (0,limits/* isTooLarge */.I9)(text)) {
        return {
            outputs: [],
            notices: ['The output `secrets` is omitted, since it would be larger than 1 MiB in UTF-16.'],
        };
    }
    return { outputs: plain.length === 0 ? [] : [['secrets', text]], notices: [] };
}

;// CONCATENATED MODULE: ./lib/publication/publication.js








/** Tells whether a plan depends on the files that container clients keep on this machine. */
function needsDockerFiles({ fetched: { results } }) {
    return results.some(({ match }) => match.request.sink === 'docker');
}
/**
 * Decides what is exported under which names; with `plan`, nothing is exported. Reads and writes nothing; what a sink
 * derives from a value is masked at once.
 *
 * @throws ActionError name_refused, name_conflict, value_unsupported
 */
function planPublication(session, settings, environment) {
    const { results } = session.fetched;
    const { notices, deliveries, part, sourceOf, listing } = planSecrets(results, settings, environment);
    const login = loginPart(session, settings);
    const outputs = [...login.outputs, ...part.outputs];
    const variables = settings.exportEnv ? [...login.variables, ...part.variables] : [];
    const files = [...login.files, ...part.files];
    (0,limits/* checkVariableSizes */.XO)(variables, environment, sourceOf);
    (0,limits/* checkOutputSizes */.Mp)(outputs, sourceOf);
    const exported = settings.plan ? NOTHING : { outputs, variables, files };
    return {
        ...exported,
        state: { folders: [], ...session.saved, variables: pathVariables(exported, environment) },
        folder: environment.folder,
        notices: [
            ...notices,
            ...plainNotices(results, settings.plainFields, environment.isMasked),
            ...ageNotices(results, settings, environment.now),
            ...jobNotices(deliveries, environment),
        ],
        warnings: [
            ...maskWarnings(results, settings.plainFields),
            ...nameWarnings(settings),
            ...tokenInfoWarnings(settings.tokenInfoFile),
            ...tokenVariableWarnings(session, settings, environment),
            ...jobWarnings(deliveries, environment),
            ...rotationWarnings(results, settings, environment.now),
        ],
        infos: logEntries({ outputs, variables, files }, { deliveries, listing, settings, isMasked: environment.isMasked }),
        planned: { deliveries, listing, outputs, now: environment.now },
    };
}
/** Lists the variables that contain a path in the step's own folder, which the post step removes. */
function pathVariables({ variables }, { folder, variable }) {
    return variables
        .filter(([, value]) => value.startsWith(folder))
        .map(([name, value]) => ({ name, value, before: pathOr(variable(name)) }));
}
/** Returns a path unchanged; any other text could be a secret, which the state must not contain. */
function pathOr(text = '') {
    return (0,external_node_path_.isAbsolute)(text) && !/[\r\n]/.test(text) ? text : '';
}

// EXTERNAL MODULE: ./lib/publication/html.js
var html = __nccwpck_require__(1284);
;// CONCATENATED MODULE: ./lib/publication/summary-rows.js



/** The most names of one kind of target, and of fields, in a cell. */
const CELL_LIMIT = 8;
/** The most bytes of the line that counts the omitted rows. */
const LAST_ROW_BYTES = 200;
/** Writes the row of one result: names and times, never a value. */
function summary_rows_rowOf(delivery, { settings, now, name, isMasked }) {
    const { result } = delivery;
    const { entry, key } = result.match;
    const { field } = result;
    const secret = entry?.name ?? key;
    const type = /^secret\/([^/]+)/.exec(entry?.type ?? key)?.[1];
    const tooOld = isTooOld(result, settings, now);
    const targets = targetsOf(delivery).map((target) => formatTarget(target, name));
    return {
        name: name(secret),
        tooOld,
        unmaskable: cannotBeMasked(result, settings.plainFields),
        cells: [
            `${name(field === undefined ? secret : `${secret}.${field}`)}${entry === undefined ? '<br>by its key' : ''}`,
            targets.join('<br>'),
            formatMasking(delivery, { settings, now, name, isMasked }),
            `${tooOld ? '⚠️ ' : ''}${formatAge(result.updatedAt, now)}`,
            type === undefined ? 'unknown' : name(type),
        ],
    };
}
/**
 * Writes the table of results in at most `bytes` bytes, or nothing if there is no result.
 *
 * Rows that need attention come first, so that they are in the table even if it is cut.
 */
function formatTable(rows, plan, bytes) {
    if (rows.length === 0) {
        return [];
    }
    const needsAttention = ({ tooOld, unmaskable }) => Number(tooOld || unmaskable);
    const headings = ['Secret', plan ? 'Would be exported as' : 'Exported as', 'In the log', 'Last changed', 'Type'];
    const head = `<tr>${headings.map((text) => `<th align="left">${text}</th>`).join('')}</tr>`;
    const lines = rows
        .toSorted((one, other) => needsAttention(other) - needsAttention(one))
        .map(({ cells }) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
    const shown = fitting(lines, bytes - head.length - LAST_ROW_BYTES);
    const missing = rows.length - shown.length;
    const last = `<tr><td colspan="${headings.length}">… and ${missing} more, left out of this summary for its size</td></tr>`;
    return ['<table>', head, ...shown, ...(missing === 0 ? [] : [last]), '</table>'];
}
/** Returns the first lines that fit into this number of bytes, each with its line end. */
function fitting(lines, bytes) {
    let left = bytes;
    const end = lines.findIndex((line) => {
        left -= Buffer.byteLength(line) + 1;
        return left < 0;
    });
    return end === -1 ? lines : lines.slice(0, end);
}
/** How each kind of target is called in the table: one, and several. */
const TARGET_WORDS = {
    variable: ['variable', 'variables'],
    file: ['file, its path in', 'files, their paths in'],
    aws: ['AWS variable and output', 'AWS variables and outputs'],
    address: ['address', 'addresses'],
    docker: ['docker login for', 'docker logins for'],
    dotenv: ['dotenv line', 'dotenv lines'],
    'env-file': ['env file line', 'env file lines'],
    output: ['output', 'outputs'],
};
/** Lists where a result was exported; a file is named by the variable or output that contains its path. */
function targetsOf({ result, variables, outputs, lines, addresses }) {
    const { sink = 'variable' } = result.match.request;
    const output = ['output', namesOf(outputs)];
    const targets = {
        variable: [['variable', namesOf(variables)], output],
        file: variables.length > 0 ? [['file', namesOf(variables)], output] : [['file', namesOf(outputs)]],
        aws: [variables.length > 0 ? ['aws', namesOf(variables)] : output, ['address', addresses]],
        docker: [['docker', addresses]],
        dotenv: [['dotenv', namesOf(lines)]],
        'env-file': [['env-file', namesOf(lines)]],
    };
    return targets[sink].filter(([, names]) => names.length > 0);
}
function namesOf(pairs) {
    return pairs.map(([name]) => name);
}
function formatTarget([kind, names], name) {
    const [one, several] = TARGET_WORDS[kind];
    return `${names.length === 1 ? one : several} ${(0,html/* firstPieces */.Mw)(names.map(name), CELL_LIMIT).join(', ')}`;
}
function formatMasking(delivery, { settings: { plainFields }, name, isMasked }) {
    const { result } = delivery;
    if (cannotBeMasked(result, plainFields)) {
        return '⚠️ cannot be masked';
    }
    if (isEmptyField(result)) {
        return 'empty';
    }
    const { shown, hidden, isAll, isPublic } = plainFieldsOf(result, plainFields, isMasked);
    if (isAll || isPublic) {
        return isPublic ? 'not masked, public PEM' : 'not masked, a plain field';
    }
    const list = (names) => (0,html/* firstPieces */.Mw)(names.map(name), CELL_LIMIT).join(', ');
    return [
        shown.length === 0 ? 'masked' : `masked, except ${list(shown)}`,
        ...(hidden.length === 0 ? [] : [`another mask hides ${list(hidden)}`]),
        ...settingFor(delivery, plainFields).map((setting) => `${name(setting)} shows the address`),
    ].join('<br>');
}
function formatAge(updatedAt, now) {
    const days = ageInDays(updatedAt, now);
    const ago = days === 0 ? 'today' : `${days} day${days === 1 ? '' : 's'} ago`;
    return days === undefined ? 'unknown' : ago;
}

;// CONCATENATED MODULE: ./lib/publication/summary-sentences.js


/** The most optional requests that are named. */
const MOST_ABSENT = 100;
/** Describes who logged in and how, and where the token is now. */
function loginSentence({ login, user }, settings, { redact }) {
    const { url, tokenVariable, tokenInfoFile, exportEnv, plan, platform, credentials } = settings;
    const server = (0,html/* pathAsCode */.v8)(url.origin, redact);
    if (login.kind === 'certificate') {
        return `Connected to ${server} with the client certificate as the only credential, without a token.`;
    }
    const source = {
        requested: `Logged in to ${server}${credentials === undefined ? '' : whoIn(credentials, redact)}.`,
        shared: `Used the token that an earlier step got from ${server}.`,
        supplied: `Used the supplied token for ${server}, without a login.`,
    }[login.kind];
    const variable = tokenVariable ?? (exportEnv ? tokenInfoFile?.variable : undefined);
    const place = variable === undefined
        ? `is only in the output ${(0,html/* nameAsCode */.Jp)('bearer_token', redact)}`
        : `is in ${tokenInfoFile === undefined ? '' : 'the file of '}${(0,html/* nameAsCode */.Jp)(variable, redact)}`;
    const { expiresAt } = login.token;
    const expiry = expiresAt === undefined ? 'its expiry is not known' : `expires ${(0,lib_json/* formatMinute */.Yi)(expiresAt)}`;
    const shown = platform.whoami.shown.map((member) => user?.[member]).filter((value) => typeof value === 'string');
    const owner = shown.length === 0 ? '' : ` The token belongs to ${(0,html/* nameAsCode */.Jp)(shown[0] ?? '', redact)}.`;
    return `${source} The token ${plan ? 'is not exported' : place} and ${expiry}.${owner}`;
}
/** Names the user or the client, and the scope and audience of a login. */
function whoIn({ grant, clientId, scope, audience }, redact) {
    const parts = [
        ['as the user', grant.type === 'password' ? grant.username : undefined],
        ['with the client', clientId],
        ['for the scope', scope],
        ['for the audience', audience],
    ];
    return parts.map(([what, text]) => (text === undefined ? '' : ` ${what} ${(0,html/* nameAsCode */.Jp)(text, redact)}`)).join('');
}
/** Lists the optional requests for which nothing was found. */
function absentSentence({ fetched }, { secretRequests }, name) {
    const found = new Set(fetched.results.map(({ match }) => match.request));
    const missing = secretRequests.filter((request) => request.optional && !found.has(request));
    const texts = missing.map(({ text }) => name(text));
    return missing.length === 0 ? [] : [`Optional, and not there: ${(0,html/* firstPieces */.Mw)(texts, MOST_ABSENT).join(', ')}`];
}
/** Counts the Secrets of the owner that no line names. */
function unusedSentence({ fetched: { unnamed = 0 } }, { owner }) {
    const [what, verb] = unnamed === 1 ? ['Secret', 'is'] : ['Secrets', 'are'];
    return unnamed === 0 || owner === undefined
        ? []
        : [`${unnamed} more ${what} of this ${owner.kind} ${verb} not used by this step.`];
}

;// CONCATENATED MODULE: ./lib/publication/usage.js

/** Writes how a later step uses the first result of each kind, as items of a list in HTML; the names are untrusted. */
function usageOf(exported, stepName, name) {
    const id = (0,html/* stepId */.eR)(stepName);
    const output = (text) => `$\{{ steps.${id ?? 'STEP_ID'}.outputs.${text} }}`;
    const usages = usagesIn(exported, output);
    const isInOutput = usages.some(([, text]) => text.includes('steps.'));
    return [
        ...usages.map(([what, text]) => `${what}: ${name(text)}`),
        ...(isInOutput && id === undefined
            ? [`This step has no ID. To use its outputs, add ${name('id: STEP_ID')} to it`]
            : []),
    ];
}
function usagesIn({ login, publication, settings }, output) {
    const { exportEnv, tokenVariable } = settings;
    const token = tokenVariable === undefined ? output('bearer_token') : `$${tokenVariable}`;
    const { deliveries } = publication.planned;
    const first = (what, sink, kind = exportEnv ? 'variables' : 'outputs') => deliveries
        .flatMap((delivery) => (delivery.result.match.request.sink === sink ? delivery[kind] : []))
        .slice(0, 1)
        .map(([name]) => [what, kind === 'variables' ? `$${name}` : output(name)]);
    const named = (what, one, text) => publication.outputs.some(([name]) => name === one) ? [[what, text]] : [];
    const docker = exportEnv
        ? 'docker pull REGISTRY/IMAGE'
        : `docker --config "${output('docker_config')}" pull REGISTRY/IMAGE`;
    return [
        ...(login.token === undefined ? [] : [['The token', token]]),
        ...first('A variable', undefined, 'variables'),
        ...first('An output', undefined, 'outputs'),
        ...first('The path of a file', 'file'),
        ...first(`${exportEnv ? 'A variable' : 'An output'} for AWS`, 'aws'),
        ...named('A registry', 'docker_config', docker),
        ...named('The dotenv file', 'dotenv', `set -a; source "${output('dotenv')}"`),
        ...named('The env file', 'env_file', `docker run --env-file "${output('env_file')}" IMAGE`),
    ];
}

;// CONCATENATED MODULE: ./lib/publication/summary.js






/** The runner uploads no summary larger than 1 MiB (FileCommandManager.cs); this stays below. */
const BYTES = 1_000_000;
/** The most items of a list outside the table. */
const LIST_LIMIT = 100;
/** The most names in a warning, so that it can be read at a glance. */
const WARNING_LIMIT = 5;
/**
 * Writes the job summary of a run: headline, what needs attention, one table, and folded details. Returns an empty text
 * if the workflow wants no summary.
 *
 * It is one block of HTML without a blank line. GFM parses nothing in such a block (section 4.6), so no name can be
 * Markdown, nor can the `***` of the masker; in a table of Markdown `a@b.c` becomes a link even as entities in `<code>`.
 * Characters are escaped as in XML, since the runner masks that form of a secret.
 */
function summarize(run, masker) {
    return run.settings.summary ? formatSummary(run, masker) : '';
}
function formatSummary(run, masker) {
    const { session, settings, publication } = run;
    const { deliveries, now } = publication.planned;
    const id = (0,html/* stepId */.eR)(run.stepName);
    const name = (text) => (0,html/* nameAsCode */.Jp)(text, masker.redact);
    const line = (text) => (0,html/* pathAsCode */.v8)(text, masker.redact);
    const rows = deliveries.map((delivery) => summary_rows_rowOf(delivery, { settings, now, name, isMasked: masker.isMasked }));
    const before = [
        `<h3>${headline(run)}${id === undefined ? '' : ` (step ${name(id)})`}</h3>`,
        ...[
            loginSentence(session, settings, masker),
            ...absentSentence(session, settings, name),
            ...warnings(rows, run, name),
        ].map(paragraph),
    ];
    const usages = settings.plan ? [] : usageOf({ ...session, settings, publication }, run.stepName, line);
    const after = [
        ...block(publication, masker),
        ...(usages.length === 0 ? [] : [paragraph('<b>In a later step</b> (variables as in bash)'), ...list(usages)]),
        ...unusedSentence(session, settings).map(paragraph),
        ...details(run, masker, name),
    ];
    const rest = [...before, ...after].join('\n');
    const table = formatTable(rows, settings.plan, BYTES - Buffer.byteLength(rest));
    return `${[...before, ...table, ...after].join('\n')}\n`;
}
function headline({ session, settings }) {
    const title = (0,html/* escapeHtml */.ZD)(settings.platform.title);
    const secrets = new Set(session.fetched.results.map(({ match }) => match.key)).size;
    if (settings.plan) {
        return `Plan only: ${secrets === 0 ? title : `${count(secrets, 'Secret')} from ${title}`} checked, nothing exported`;
    }
    if (secrets > 0) {
        return `${count(secrets, 'Secret')} from ${title} ${secrets === 1 ? 'is' : 'are'} ready for the next steps`;
    }
    return session.login.token === undefined
        ? `Connected to ${title}; no Secrets were requested`
        : `The token of ${title} is ready for the next steps`;
}
/** Lists the Secrets that require an action of the user, also those that a plan only lists. */
function warnings(rows, { session, settings, publication }, name) {
    const old = session.fetched.results.filter((result) => isTooOld(result, settings, publication.planned.now));
    const names = new Set(old.map(({ match: { entry, key } }) => name(entry?.name ?? key)));
    const readable = new Set(rows.flatMap((row) => (row.unmaskable ? row.name : [])));
    return [
        ...listing(`⚠️ To rotate, unchanged for more than ${count(settings.rotateAfterDays, 'day')}`, names, WARNING_LIMIT),
        ...listing('⚠️ Cannot be masked, so the log may show it', readable, WARNING_LIMIT),
    ];
}
/** Writes the lines of a listing, to copy into `secrets`. */
function block({ planned: { listing } }, { redact }) {
    return listing === undefined
        ? []
        : [
            paragraph('Copy the lines that you need into <code>secrets</code>:'),
            `<pre>${listing.block.map((line) => (0,html/* escapeHtml */.ZD)((0,untrusted_text/* reveal */._c)(line, redact))).join('\n')}</pre>`,
        ];
}
/** Writes the folded details, which only some readers need. */
function details({ session, settings: { owner }, publication }, masker, name) {
    const { timing } = session;
    const { folder } = publication;
    // A path leads nowhere on the machine of another job, and an empty output counts as absent.
    const outputs = publication.planned.outputs.filter(([, value]) => value !== '' && !value.startsWith(folder));
    const named = (masked) => outputs.filter(([, value]) => masker.isMasked(value) === masked).map(([output]) => name(output));
    const why = 'since the runner drops a job output that contains a masked text';
    const items = list([
        ...(owner === undefined ? [] : [`Secrets of the ${owner.kind} ${(0,html/* pathAsCode */.v8)(owner.id, masker.redact)}`]),
        ...listing('Outputs that other jobs can use', named(false), LIST_LIMIT),
        ...listing(`Outputs for this job only, ${why}`, named(true), LIST_LIMIT),
        ...publication.files.slice(0, 1).map(() => `Deleted when the job ends: ${(0,html/* pathAsCode */.v8)(folder, masker.redact)}`),
        `${count(timing.requests, 'request')} in ${Math.round(timing.milliseconds)} ms`,
    ]);
    return ['<details>', '<summary>Details</summary>', ...items, '</details>'];
}
function list(items) {
    return ['<ul>', ...items.map((item) => `<li>${item}</li>`), '</ul>'];
}
/** Writes a list after its label, or nothing if the list is empty. */
function listing(label, pieces, most) {
    const list = (0,html/* firstPieces */.Mw)([...pieces], most).join(', ');
    return list === '' ? [] : [`${label}: ${list}`];
}
function paragraph(html) {
    return `<p>${html}</p>`;
}
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

// EXTERNAL MODULE: ./lib/http/proxy.js
var http_proxy = __nccwpck_require__(1729);
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
var failure = __nccwpck_require__(9807);
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
const retry_LONGEST_SHOWN = 366 * 86_400_000;
/** Returns when a wait ends; undefined for a wait that no server can mean, and of which no Date may exist. */
function endOfWait(ms, now) {
    return ms === undefined || ms > retry_LONGEST_SHOWN ? undefined : new Date(now.getTime() + ms);
}

;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = onFirstUse(() => require("node:http"));
var external_node_http_default = /*#__PURE__*/__nccwpck_require__.n(external_node_http_namespaceObject);
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = onFirstUse(() => require("node:https"));
var external_node_https_default = /*#__PURE__*/__nccwpck_require__.n(external_node_https_namespaceObject);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
// EXTERNAL MODULE: ./lib/http/no-proxy.js
var no_proxy = __nccwpck_require__(7075);
// EXTERNAL MODULE: ./lib/http/secure-context.js + 1 modules
var secure_context = __nccwpck_require__(1544);
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
    const parts = partsOf(message, onPart);
    const coding = message.headers['content-encoding']?.trim() || 'identity';
    return /^identity$/i.test(coding) ? parts : (await __nccwpck_require__.e(/* import() */ 935).then(__nccwpck_require__.bind(__nccwpck_require__, 6935))).decodeBody(parts, coding);
}
async function* partsOf(message, onPart) {
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
    const code = (0,lib_json/* codeOf */.$N)(error);
    if (PARSER_ERROR.test(code)) {
        return (0,failure/* unusableAnswer */.Q)(`the answer is not HTTP (${code})`).problem;
    }
    const [what, why, permanent] = PROBLEMS[code] ?? ['failed on the network', 'the cause is unknown'];
    const passes = permanent === undefined;
    return tlsProblem(error, code) ?? { code: 'server_unreachable', what, why: `${why} (${code})`, passes };
}
/** Tells whether an error means that the other side closed the connection; for a kept connection, this is normal. */
function isClosedConnection(error) {
    return ['ECONNRESET', 'EPIPE', 'ECONNABORTED'].includes((0,lib_json/* codeOf */.$N)(error));
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
    const { timeoutSeconds, retries, log, longestWaitMs, security = secure_context/* DEFAULT_SECURITY */.n7, environment = {} } = options;
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

;// CONCATENATED MODULE: ./lib/oauth/token.js

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
    try {
        const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
        return (0,lib_json/* isRecord */.u4)(claims) ? claims : undefined;
    }
    catch {
        return undefined;
    }
}
/** Reads the claim `exp`, which may have a fraction (RFC 7519 section 4.1.4). */
function expiryOf(claims) {
    return (0,lib_json/* timeIn */.Hi)(claims?.['exp']);
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
    const time = (0,lib_json/* formatMinute */.Yi)(expiresAt);
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
    if (!answers_isSuccess(response)) {
        throw answerError(codeOfStatus(response, 'id_token_unavailable'), { request, response });
    }
    const body = readJson({ request, response });
    const value = (0,lib_json/* isRecord */.u4)(body) ? body['value'] : undefined;
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
        return `${name} ${(0,untrusted_text/* quote */.hD)(typeof value === 'string' ? value : JSON.stringify(value ?? null))}`;
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
    const { chooseAlgorithm, signClientAssertion } = await __nccwpck_require__.e(/* import() */ 968).then(__nccwpck_require__.bind(__nccwpck_require__, 2968));
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

;// CONCATENATED MODULE: ./lib/oauth/metadata.js




/** Reads one document of an issuer. @throws ActionError as `discover` */
function metadata_readMetadata(source, exchange) {
    const { issuer } = source;
    if (!answers_isSuccess(exchange.response)) {
        const code = codeOfStatus(exchange.response, 'endpoint_not_found');
        const advice = 'Set `issuer` to the exact name of the issuer, or set `token_url` instead';
        throw answerError(code, exchange, code === 'server_failed' ? {} : { advice });
    }
    const body = readJson(exchange);
    const members = (0,lib_json/* isRecord */.u4)(body) ? body : {};
    const named = members['issuer'];
    if (named !== issuer) {
        const shown = typeof named === 'string' ? (0,untrusted_text/* quote */.hD)(named) : 'an unnamed issuer';
        throw answerError('issuer_mismatch', exchange, { what: `with the metadata of ${shown}, not of ${(0,untrusted_text/* quote */.hD)(issuer)}` });
    }
    // A client with a certificate uses these endpoints, since the usual ones may not request it (RFC 8705 section 5).
    const aliases = source.mutual ? members['mtls_endpoint_aliases'] : undefined;
    const endpoints = (0,lib_json/* isRecord */.u4)(aliases) ? { ...members, ...aliases } : members;
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
    const code = codeOfStatus(response, 'endpoint_not_found');
    return answers_isSuccess(response) ? (0,server_words/* isPage */.yp)(response) : code !== 'server_failed';
}

;// CONCATENATED MODULE: ./lib/login/refusal.js



/** Tells whether a response rejects a login; some servers return 200 with an error instead of a token. */
function isRefusal(response, { tokenFields, tokenStatus = response.status }) {
    const body = errorBody(response);
    const hasToken = tokenFields.some((field) => typeof body[field] === 'string' && body[field] !== '');
    return !answers_isSuccess(response) || response.status !== tokenStatus || (!hasToken && (0,server_words/* isErrorBody */.HR)(body));
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
    const body = errorBody(response);
    const { type } = presented.credentials.grant;
    const rows = platform.refusals.filter(({ grant = type }) => grant === type);
    const known = rows.find((row) => matchesRefusal(row, response.status, body));
    const isRequest = response.status === 400 && !(0,server_words/* isPage */.yp)(response);
    const status = isRequest ? 'invalid_request' : codeOfStatus(response, 'invalid_client');
    const code = known?.code ?? oauthErrorOf(response) ?? status;
    const isCredential = code === 'invalid_client' || code === 'invalid_grant';
    const advice = known?.advice ?? (isCredential ? platform.loginAdvice : undefined);
    const isAboutTrust = known?.isTrusted !== true && (isCredential || code === 'unauthorized_client');
    const trust = isAboutTrust ? presented.trust : undefined;
    const client = known?.isTrusted === true ? undefined : clientAdvice(code, exchange, presented);
    return answerError(code, exchange, {
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

;// CONCATENATED MODULE: ./lib/oauth/credentials.js
/** The `grant_type` in the token request, by the value of the input `grant_type`. */
const GRANT_TYPES = {
    client_credentials: 'client_credentials',
    password: 'password',
    refresh_token: 'refresh_token',
    token_exchange: 'urn:ietf:params:oauth:grant-type:token-exchange',
    jwt_bearer: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
};

;// CONCATENATED MODULE: ./lib/login/token-response.js





/** Lists every secret that the response to a login may contain, to be masked before anything else reads the response. */
function tokenSecrets(body) {
    const named = (0,lib_json/* isRecord */.u4)(body) ? [body['access_token'], body['refresh_token'], body['id_token']] : [];
    return named.filter((value) => typeof value === 'string');
}
/**
 * Reads what a server issued, also in a response that `parseTokenResponse` rejects.
 *
 * A lifetime that is not a number of seconds is unknown. `refresh_expires_in` is a member of Keycloak; 0 means that the
 * token does not expire.
 */
function issuedTokens(body, { platform, now, grant }) {
    const members = (0,lib_json/* isRecord */.u4)(body) ? body : {};
    const { expires_in, refresh_token, refresh_expires_in } = members;
    const isText = (member) => typeof member === 'string' && member !== '';
    const after = (seconds) => new Date(now.getTime() + Math.floor(seconds) * 1000);
    const value = platform.tokenFields.map((field) => members[field]).find(isText);
    const lifetime = (0,lib_json/* secondsIn */.zj)(expires_in);
    const known = lifetime === undefined ? {} : { expiresIn: Math.floor(lifetime), expiresAt: after(lifetime) };
    const left = (0,lib_json/* secondsIn */.zj)(refresh_expires_in) ?? 0;
    const isOwn = isText(refresh_token) && grant !== 'refresh_token';
    return {
        token: value === undefined ? undefined : { ...readSuppliedToken(value, now), ...known },
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
        throw answerError('response_invalid', exchange, { what: `without a token (${platform.tokenFields.join(', ')})` });
    }
    if (!isBearerToken(token.value)) {
        throw answerError('response_invalid', exchange, { what: 'with a token that cannot be sent in a header' });
    }
    const members = (0,lib_json/* isRecord */.u4)(body) ? body : {};
    const isExchange = grant === GRANT_TYPES.token_exchange;
    if (isExchange && typeof members['issued_token_type'] !== 'string') {
        throw answerError('response_invalid', exchange, { what: 'without an issued_token_type' });
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
    throw answerError('response_invalid', exchange, { what: `with a token of the type ${(0,untrusted_text/* quote */.hD)(text)}, not Bearer` });
}
/** Describes what a user should know about a response: a scope or a refresh token that differs from the one sent. */
function responseRemarks(body, { scope, grant }, platform) {
    const granted = grantedScope(body, scope);
    const renewed = (0,lib_json/* isRecord */.u4)(body) ? body['refresh_token'] : undefined;
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
    const granted = (0,lib_json/* isRecord */.u4)(body) ? body['scope'] : undefined;
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
    const metadata = settings.metadata ?? (await discover(metadataSource(settings), ports));
    const prepare = () => preparePresentation(credentials, metadata, ports);
    const build = (presented) => buildTokenRequest(platform, metadata.tokenEndpoint, presented);
    const presentation = await prepare();
    const request = {
        ...build(presentation),
        ...(isTakenOnce(presentation) ? { renew: async () => build(await prepare()) } : {}),
    };
    const response = await ports.send(request);
    const exchange = { request, response };
    const answered = errorBody(response);
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
    const token = parseTokenResponse(readJson(exchange), exchange, context);
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
    const token = readSuppliedToken(bearerToken, ports.now());
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
        const later = readSuppliedToken(bearerToken, ports.now());
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
        const message = `The ${name} expired at ${(0,lib_json/* formatMinute */.Yi)(token.expiresAt)}, and no credentials are set`;
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
    const claims = ownClaims(token?.claims, platform);
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
    const metadata = known !== undefined && isRead ? known : await discover(metadataSource(settings), ports);
    if (metadata.userEndpoint === undefined) {
        const message = 'The input `whoami` is true, but the metadata of the issuer contains no userinfo_endpoint.';
        throw new errors/* ActionError */.lZ('input_invalid', message);
    }
    const request = {
        method: 'GET',
        url: metadata.userEndpoint,
        headers: { accept: 'application/json', ...authorizationOf(login.token?.value) },
        purpose: `The whoami request to ${platform.title}`,
    };
    const exchange = { request, response: await ports.send(request) };
    if (!answers_isSuccess(exchange.response)) {
        throw certificateAloneRefusal(exchange, login.token?.value) ?? refusal(exchange, platform);
    }
    const user = readJson(exchange);
    if (!(0,lib_json/* isRecord */.u4)(user)) {
        throw answerError('response_invalid', exchange, { what: 'with JSON that is not an object' });
    }
    return user;
}
function refusal(exchange, { whoami: { scope, permission } }) {
    if (exchange.response.status !== 403) {
        return answerError(codeOfStatus(exchange.response, 'invalid_token'), exchange);
    }
    const facts = permission === undefined ? [] : [`The token is valid, but does not have ${permission}`];
    return answerError(scope === undefined ? 'permission_denied' : 'insufficient_scope', exchange, { facts });
}

;// CONCATENATED MODULE: ./lib/platforms/platform.js
/** Tells whether a platform stores Secrets. */
function keepsSecrets(platform) {
    return platform.secrets !== undefined;
}
/** Tells whether credentials may be in variables and files of a Python client. */
function keepsTokenInfo(platform) {
    return platform.pythonClient !== undefined;
}

;// CONCATENATED MODULE: ./lib/secrets/refusals.js


/** Explains why the server did not return the list. */
function listRefusal(exchange, access) {
    const { response } = exchange;
    if (response.status === 403) {
        return answerError('permission_denied', exchange, {
            what: `since ${requires(access.platform.secrets.listPermission)}`,
        });
    }
    if (isApi404(exchange)) {
        const what = `since ${describeOwner(access.owner)} does not exist or these credentials have no access to it`;
        return answerError('owner_not_found', exchange, { what });
    }
    return tokenRefusal(exchange, access);
}
/**
 * Explains why the server did not return a value.
 *
 * The documentation does not define which status means that the permission is missing: 401, 403 and 404 are possible.
 */
function decryptRefusal(exchange, wanted) {
    const { platform, entry, tokenWorked } = wanted;
    const { response } = exchange;
    const permission = requires(platform.secrets.decryptPermission);
    if (response.status === 403 || (response.status === 401 && tokenWorked)) {
        return answerError('permission_denied', exchange, { what: `since ${permission}` });
    }
    if (isApi404(exchange)) {
        const what = `although the Secret is in the list: it was deleted meanwhile, or ${permission}`;
        const advice = 'Run the job again. If this remains, ask an owner of the project for a role with this permission';
        return answerError('secret_not_found', exchange, entry === undefined ? {} : { what, advice });
    }
    return tokenRefusal(exchange, wanted);
}
const FRESH_ADVICE = 'The login of this step succeeded, but the server rejects its token here. Check {address}, and ask the administrator of the server';
function tokenRefusal(exchange, { fresh }) {
    const code = codeOfStatus(exchange.response, 'invalid_token');
    return answerError(code, exchange, fresh && code === 'invalid_token' ? { advice: FRESH_ADVICE } : {});
}
function requires(permission) {
    return `the request requires the permission ${permission}`;
}
/** Tells whether the settings API returned the 404, in JSON; for a service that does not exist it is plain text. */
function isApi404({ response }) {
    return response.status === 404 && response.contentType === 'application/json';
}

;// CONCATENATED MODULE: ./lib/secrets/decrypt.js







/** The longest value that is accepted, in characters; its masks alone are 14 MB of log. */
const VALUE_LIMIT = 1024 * 1024;
/**
 * Decrypts one Secret and masks its value at once; returns undefined if the Secret is optional and does not exist.
 *
 * @throws ActionError secret_not_found, secret_not_decrypted, permission_denied, invalid_token, value_unsupported,
 *   response_invalid, server_failed
 */
async function decrypt(wanted, ports) {
    const who = describeSecret(wanted);
    const request = buildDecryptRequest(wanted);
    const response = wanted.fresh ? await sendAllowingForLag(request, ports) : await ports.send(request);
    const exchange = { request, response };
    if (!answers_isSuccess(response)) {
        const refusal = certificateAloneRefusal(exchange, wanted.token) ?? decryptRefusal(exchange, wanted);
        if (refusal.code === 'secret_not_found' && wanted.optional) {
            ports.log.notice(`${who} does not exist; it is optional.`);
            return undefined;
        }
        throw refusal;
    }
    const answer = answeredEntry(readJson(exchange));
    const raw = answer?.['value'];
    const value = readValue(raw);
    if (value.text.length > VALUE_LIMIT) {
        const message = `${who} (line ${wanted.lines.join(', ')}) is longer than 1 MiB, the longest value that this action can mask`;
        throw new errors/* ActionError */.lZ('value_unsupported', message);
    }
    maskValue({ field: undefined, value }, wanted.plainFields, ports);
    if (answer === undefined) {
        throw answerError('response_invalid', exchange, {
            what: 'with JSON that has no `value`, neither at the top level nor in `data`',
        });
    }
    if (answer['_key'] !== undefined && answer['_key'] !== wanted.key) {
        throw answerError('response_invalid', exchange, { what: 'with another Secret than the requested one' });
    }
    checkValue(raw, value, who);
    return { value, updatedAt: wanted.entry?.updatedAt ?? (0,lib_json/* timeIn */.Hi)(answer['_updated_at']) };
}
/** How long, in ms, a replica of the platform may need to learn about a new token. */
const LAG = 1000;
/** Sends a request with a new token, and a second time if it is rejected: the replica may not know the token yet. */
async function sendAllowingForLag(request, { send, sleep, log }) {
    const response = await send(request);
    if (response.status !== 401 && response.status !== 403) {
        return response;
    }
    log.info(`${request.purpose}: answered ${response.status}. The server may not know the new token yet. Trying again once in ${LAG / 1000} s.`);
    await sleep(LAG);
    return send(request);
}

;// CONCATENATED MODULE: ./lib/secrets/resolve.js






/** The most Secrets that one line may match. */
const MOST_MATCHES = 1000;
/** Tells whether a request contains the key of its Secret, so that it needs no list. */
function givesKey(request) {
    return keyIn(request) !== undefined;
}
/**
 * Finds the Secrets of each request by key, then by id, then by name; quoted selectors by name only. A name that is the
 * whole selector has priority over a name with a field.
 *
 * @throws ActionError secret_not_found for all missing Secrets and all lines in another notation, secret_ambiguous, input_invalid for too many matches
 */
function resolveRequests(requests, known, plan = false) {
    const { entries } = known;
    const found = requests.map((request) => ({ request, matches: matchesOf(request, entries, plan) }));
    const absent = found.filter(({ matches }) => matches.length === 0).map(({ request }) => request);
    const lookups = found.map(({ request, matches }) => ({ request, isFound: matches.length > 0 }));
    const error = missingError(lookups, known);
    if (error !== undefined) {
        throw error;
    }
    return { matches: found.flatMap(({ matches }) => matches), absent };
}
function matchesOf(request, entries, plan) {
    const byKey = keyIn(request);
    if (byKey !== undefined) {
        const entry = entries.find(({ key }) => key === byKey.key);
        return [{ request, ...byKey, entry, starred: undefined, byPattern: false }];
    }
    const byPattern = isPattern(request);
    for (const { text, field } of splits(request)) {
        const found = byPattern ? findPattern(text, entries) : findOne(text, request, entries);
        if (found.length > 0 && field !== undefined && isNotationInField(request, field, entries)) {
            return [];
        }
        if (found.length > 0) {
            checkCount(text, request, found);
            // A listing shows Secrets with one name by their IDs.
            if (!isListing(request, plan)) {
                checkUnique(request, found);
            }
            return found.map(({ entry, starred }) => ({ request, entry, key: entry.key, field, starred, byPattern }));
        }
    }
    return [];
}
/** Lists the whole selector, then the selector split at its last dot, at the dot before that, and so on. */
function splits({ selector, quoted, field }) {
    // A field contains no star, so only the dots after the last star can end a name.
    const dots = quoted ? [] : [...selector.matchAll(/\.(?!.*\*)/g)].map(({ index }) => index).reverse();
    return [
        { text: selector, field },
        ...dots.map((dot) => ({ text: selector.slice(0, dot), field: selector.slice(dot + 1) })),
    ];
}
function findOne(text, { quoted }, entries) {
    const byHandle = entries.find(({ key }) => key === text) ?? entries.find(({ id }) => id === text);
    const found = quoted || byHandle === undefined ? entries.filter(({ name }) => name === text) : [byHandle];
    return found.map((entry) => ({ entry, starred: undefined }));
}
function findPattern(text, entries) {
    const match = parsePattern(text);
    return entries.flatMap((entry) => {
        const found = match(entry.name);
        return found === undefined ? [] : [{ entry, ...found }];
    });
}
function checkCount(text, { line }, found) {
    if (found.length > MOST_MATCHES) {
        const message = `\`secrets\`, line ${line}: ${(0,untrusted_text/* quote */.hD)(text)} matches ${found.length} Secrets, but the limit is ${MOST_MATCHES}`;
        throw new errors/* ActionError */.lZ('input_invalid', message);
    }
}
function checkUnique({ line }, found) {
    for (const { name } of found.map(({ entry }) => entry)) {
        const ids = found.flatMap(({ entry }) => (entry.name === name ? [(0,untrusted_text/* quote */.hD)(entry.id)] : []));
        if (ids.length > 1) {
            const message = `\`secrets\`, line ${line}: ${ids.length} Secrets have the name ${(0,untrusted_text/* quote */.hD)(name)}: ${ids.join(', ')}`;
            throw new errors/* ActionError */.lZ('secret_ambiguous', message);
        }
    }
}
/** Finds the key in a selector, and the field after it; IDs contain no dots. */
function keyIn({ quoted, selector }) {
    const slash = selector.lastIndexOf('/');
    const dot = selector.indexOf('.', slash);
    const key = dot < 0 ? selector : selector.slice(0, dot);
    if (quoted || !isKey(key) || selector.includes('*')) {
        return undefined;
    }
    return { key, field: dot < 0 ? undefined : selector.slice(dot + 1) };
}

;// CONCATENATED MODULE: ./lib/secrets/fetch.js












/** How many values are requested at the same time. */
const CONCURRENCY = 20;
/**
 * Fetches every Secret that the workflow names: with one list at most, each value once, and either all or none.
 *
 * @throws ActionError secret_not_found, field_not_found, secret_ambiguous, secret_not_decrypted, permission_denied,
 *   owner_not_found, invalid_token, name_refused, name_conflict, value_unsupported, response_invalid, server_failed
 */
async function fetchSecrets(settings, login, ports) {
    const { platform, url, owner, secretRequests, plainFields, plan } = settings;
    if (owner === undefined || secretRequests.length === 0 || !keepsSecrets(platform)) {
        return { results: [], unnamed: undefined };
    }
    const access = { platform, url, owner, token: login.token?.value, fresh: login.fresh };
    const needsList = !secretRequests.every(givesKey);
    const entries = needsList ? await ports.track('list', () => requestList(access, ports)) : [];
    const { matches, absent } = resolveRequests(secretRequests, { entries, isMasked: ports.isMasked }, plan);
    for (const request of absent) {
        const what = `there is no Secret ${(0,untrusted_text/* quote */.hD)(request.selector)}${adviceFor(request, entries)}`;
        ports.log.notice(`\`secrets\`, line ${request.line}: ${what}; it is optional.`);
    }
    // The fields of `.*` have no names before their values are known.
    const named = matches.filter(({ request }) => !request.allFields && !isListing(request, plan));
    const names = named.map((match) => ({ sink: match.request.sink, name: nameOfMatch(match) }));
    checkNames(names, settings);
    const keys = [...new Set(matches.map(({ key }) => key))];
    const decrypted = new Map();
    const decryptOne = async (key) => {
        const entry = entries.find((one) => one.key === key);
        const requests = matches.flatMap((match) => (match.key === key ? [match.request] : []));
        const use = { lines: requests.map(({ line }) => line), optional: requests.every(({ optional }) => optional) };
        const tried = { tokenWorked: needsList };
        const found = await decrypt({ ...access, ...tried, key, entry, ...use, plainFields }, ports);
        if (found !== undefined) {
            decrypted.set(key, found);
        }
    };
    await ports.track('decrypt', () => inParallel(keys, decryptOne));
    const results = matches.flatMap((match) => {
        const found = decrypted.get(match.key);
        return found === undefined ? [] : selectResults({ match, ...found }, plainFields, ports);
    });
    const used = new Set(results.map(({ match }) => match.key)).size;
    ports.log.info(describeDecrypted(decrypted.size, used, describeOwner(owner)));
    return { results, unnamed: needsList ? entries.filter(({ key }) => !keys.includes(key)).length : undefined };
}
function describeDecrypted(all, used, owner) {
    const some = used === all ? '' : ` ${used} of them ${used === 1 ? 'has' : 'have'} what the lines select.`;
    return `Decrypted ${all} Secret${all === 1 ? '' : 's'} of ${owner}.${some}`;
}
async function requestList(access, ports) {
    const request = buildListRequest(access);
    const response = await ports.send(request);
    const exchange = { request, response };
    if (!answers_isSuccess(response)) {
        throw certificateAloneRefusal(exchange, access.token) ?? listRefusal(exchange, access);
    }
    return parseSecretList(exchange);
}
/**
 * Works on many items at the same time, and starts nothing more after the first failure.
 *
 * The transport also limits its requests, but it does not know that one failure fails them all. It would still send the
 * waiting requests, for example after the server has rejected a shared token.
 */
async function inParallel(items, work) {
    const queue = (function* () {
        yield* items;
    })();
    const worker = async () => {
        // A failure leaves the loop, which closes the queue for all workers.
        for (const item of queue) {
            await work(item);
        }
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, worker));
}

;// CONCATENATED MODULE: ./lib/session/session.js






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
        fetchSecrets(settings, { token: login.token, fresh: login.kind === 'requested' }, ports),
        settings.whoami ? ports.track('whoami', () => whoami(settings, login, ports)) : undefined,
    ]);
    return { ...loggedIn, fetched, user };
}
/** Opens the only way to the network of a run, as its settings and the runner's variables define it. */
function connect({ security, timeoutSeconds, retries }, variables, ports) {
    const environment = (0,http_proxy/* networkOf */.Af)(variables, ports.mask);
    const { send, sleep, ...rest } = openTransport({ timeoutSeconds, retries, security, environment, log: ports.log });
    return { ports: { ...ports, send, sleep }, ...rest };
}

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
    if (url.protocol === 'http:' && !allowHttp && !(0,lib_ports/* isLoopback */.U)(url.hostname)) {
        const reason = 'plain http exposes the credentials to everyone on the network path';
        throw new errors/* ActionError */.lZ('endpoint_insecure', `The input \`${name}\` is ${(0,untrusted_text/* quote */.hD)(url.origin)}: ${reason}.`);
    }
}

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
    const tokenEndpoint = endpoint(url, tokenPath);
    const userEndpoint = userPath === undefined ? undefined : endpoint(url, userPath);
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
    const root = base.pathname === '/' ? endpoint(base, `${prefix}/`) : base;
    const url = endpoint(root, `/realms/${encodeURIComponent(tenant)}`);
    const openid = (name) => endpoint(url, `/protocol/openid-connect/${name}`);
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
        const unread = issuer === undefined ? undefined : wellKnownUrls(issuer);
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
// EXTERNAL MODULE: ./lib/inputs/content.js
var content = __nccwpck_require__(3945);
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
        if ((0,lib_json/* isRecord */.u4)(jwk) && 'd' in jwk) {
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
            return { type: GRANT_TYPES[name], idTokenAudience: parseIdTokenAudience(inputs, context) };
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
    if (token !== undefined && !isBearerToken(token)) {
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
    mask(secretsOfTokenInfo(source));
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
    const info = parsePastedTokenInfo(text);
    mask(info === undefined ? [] : secretsOfTokenInfo(info));
    if (info?.clientId === undefined || (info.clientSecret ?? info.refreshToken) === undefined) {
        throw (0,values/* invalid */.Gq)('token_info', 'is not the text from the web page of the platform', 'Copy the complete text');
    }
    return { ...info, token: undefined, tokenName: '`bearer_token`', remarks: [] };
}
function readFromFile(path, who, { readFile, mask }) {
    const info = readTokenInfoFile(path, who, (name) => readFile(name).toString());
    mask(secretsOfTokenInfo(info));
    return { ...withUsableToken(info), tokenName: '`jwt_token` of the file', remarks: [] };
}
/** Drops a token that no header can contain, as the Python client does. */
function withUsableToken(info) {
    return info.token !== undefined && isBearerToken(info.token) ? info : { ...info, token: undefined };
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

;// CONCATENATED MODULE: ./lib/settings/secrets.js



/** Reads `token_variable`: a name, `none`, or by default the platform's variable. @throws ActionError input_invalid */
function parseTokenVariable(value, fallback) {
    if (value === undefined || value === 'none') {
        return value === undefined ? fallback : undefined;
    }
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(value) || isKeptByRunner(value)) {
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
        path: environment.pathOf(TOKEN_INFO_FILE),
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
    const secretRequests = parseSecretRequests(inputs.secrets ?? '');
    const owner = parseOwner(inputs, secretRequests.length > 0);
    const address = parseAddress(inputs, platform);
    const tls = parseTls(inputs);
    checkWhoami(options, platform, address);
    const context = { platform, address, hasCertificate: tls.client !== undefined, environment };
    const login = keepsTokenInfo(platform)
        ? parseStoredLogin(inputs, platform, environment)
        : withOpenid(parseLogin(inputs, context), options, platform);
    const tokenInfoFile = parseTokenInfoFile(inputs, { platform, login }, environment);
    const { exportEnv, plan } = options;
    const named = exportEnv ? parseTokenVariable(inputs.token_variable, platform.tokenVariable) : undefined;
    const tokenVariable = tokenInfoFile === undefined ? named : undefined;
    checkRequests({ exportEnv, plan, tokenVariable, secretRequests });
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
        const path = (0,external_node_path_.join)(folder, file.path);
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true, mode: 0o700 });
        if ('linkTo' in file) {
            // On Windows, only a junction needs no privilege. Other systems ignore the type.
            (0,external_node_fs_.symlinkSync)(file.linkTo, path, 'junction');
        }
        else {
            (0,external_node_fs_.writeFileSync)(path, file.content, { flag: 'wx', mode: 0o600 });
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
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        return path;
    }
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
                return isEqual(found, seal(content)) ? JSON.parse(content) : undefined;
            }
            catch {
                return undefined;
            }
        },
        write(content) {
            try {
                (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
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
        if (!isAbsolute(temp) || sealed_file_isMissing(folder)) {
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
function sealed_file_isMissing(path) {
    return lstatSync(path, { throwIfNoEntry: false }) === undefined;
}
function isEqual(found, expected) {
    const [a, b] = [Buffer.from(found), Buffer.from(expected)];
    return a.length === b.length && (0,external_node_crypto_.timingSafeEqual)(a, b);
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
            const token = parseToken(file.read(), name, now);
            const earliest = now.getTime() + settings.leewaySeconds * 1000;
            return token !== undefined && token.expiresAt.getTime() > earliest ? token : undefined;
        },
        write(token) {
            if (token.expiresAt !== undefined) {
                file.write(JSON.stringify([name, token.value, token.type, token.expiresAt.toISOString()]));
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
        checkTemp(temp, variable('GITHUB_WORKSPACE') ?? '');
        return true;
    }
    catch {
        return false;
    }
}
function hmac(key, text) {
    return (0,external_node_crypto_.createHmac)('sha256', key).update(text).digest('hex');
}
/** Reads a token whose content names the same login as its file. */
function parseToken(content, name, now) {
    const [owner, value, type, expiry] = Array.isArray(content) ? content : [];
    const expiresAt = new Date(String(expiry));
    if (owner !== name || typeof value !== 'string' || !isBearerToken(value) || Number.isNaN(expiresAt.getTime())) {
        return undefined;
    }
    const expiresIn = Math.floor((expiresAt.getTime() - now.getTime()) / 1000);
    return { ...readSuppliedToken(value, now), type: type === 'N_A' ? 'N_A' : 'Bearer', expiresAt, expiresIn };
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
        return { reason: NO_ENDPOINT, expiresAt };
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
    if ((0,lib_json/* isRecord */.u4)(example)) {
        return (0,lib_json/* isRecord */.u4)(value) && Object.entries(example).every(([name, member]) => fits(value[name], member));
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
const state_TOKEN = new Set([
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
    token: state_TOKEN,
};

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
    const folder = attempt(() => {
        checkTemp((0,external_node_path_.dirname)(path), environment.variable('GITHUB_WORKSPACE') ?? '');
        return (0,own_folder/* createFolder */.vV)(path);
    });
    const saved = { folder: folder ?? { name: (0,external_node_path_.basename)(path), identity: '' }, digest: digestOf(content) };
    const folders = folder === undefined ? [] : [folder];
    const whole = { ...state, folders, token: { ...state.token, authorities: saved } };
    save(whole);
    attempt(() => writeFiles(path, folder === undefined ? [] : [{ path: AUTHORITIES_FILE, content }]));
    return whole;
}
/** Returns the result of a step on the disk, without which the login succeeds: the post step reports what is missing. */
function attempt(step) {
    try {
        return step();
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/run.js








/** Logs in, fetches and exports: everything that the main step does. @throws ActionError */
async function run(runner, open = connect) {
    const { variables, masker, save } = runner;
    const environment = (0,machine_environment/* readEnvironment */.Qo)(variables, masker.mask);
    const settings = await parseSettings(runner.readInputs(), environment);
    runner.begin(settings);
    const { close, ports, beforeDeadline } = open(settings, variables, runner.ports);
    const undo = prepareUndo(settings, { environment, save });
    const session = await openSession(settings, ports, undo).finally(close);
    const docker = needsDockerFiles(session) ? readDockerFiles(environment.dockerPlaces) : NO_DOCKER_FILES;
    const publication = planPublication(session, settings, { ...environment, docker, isMasked: masker.isMasked });
    const summary = summarize({ session, settings, publication, stepName: variables['GITHUB_ACTION'] }, masker);
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
        const unread = (error) => new errors/* ActionError */.lZ('publication_failed', `The output of this step is closed (${(0,lib_json/* codeOf */.$N)(error)})`);
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

// EXTERNAL MODULE: ./lib/masking/escapes.js
var escapes = __nccwpck_require__(9579);
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
        added.flat().flatMap(piecesOf).forEach(index);
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
            const fresh = unseen.flatMap((text) => (0,masking_masks/* masksOf */.JF)(text, plain, reader)).filter((text) => !registered.has(text));
            const ordered = [...new Set(fresh)].sort((a, b) => b.length - a.length);
            for (const text of ordered) {
                registered.add(text);
            }
            search.add(ordered.filter((text) => !(0,masking_masks/* isShort */.tQ)(text)));
            for (const text of ordered.filter(masking_masks/* isShort */.tQ)) {
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

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
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
    const text = Array.from(entries, ([name, value]) => [`${name}<<${delimiter}`, value, delimiter, ''].join(external_node_os_.EOL)).join('');
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
            own.push((0,own_folder/* createFolder */.vV)(publication.folder));
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
        own.forEach((folder) => void (0,own_folder/* removeFolder */.v$)((0,external_node_path_.dirname)(publication.folder), folder));
        throw error instanceof errors/* ActionError */.lZ ? error : unwritable(place, error);
    }
}
/** Restores the former values of variables, unless a later step changed them; never throws. */
function restoreVariables(saved, variable) {
    const changed = saved.filter(({ name, value }) => variable(name) === value);
    // The file can be missing, or the disk can be full. Post steps of other actions find no logins then; that fails no job.
    publish_attempt(() => appendEntries(variable('GITHUB_ENV'), changed.map(({ name, before }) => [name, before])));
}
/** Writes the output `error_code` and the summary of a failure, as far as that is possible; never throws. */
function writeFailure({ code, summary }, isQuiet, variable) {
    // A file can be missing, or the disk can be full; the error line may be about that.
    publish_attempt(() => appendEntries(variable('GITHUB_OUTPUT'), [['error_code', code]]));
    publish_attempt(() => isQuiet || appendSummary(variable('GITHUB_STEP_SUMMARY'), summary));
}
function publish_attempt(write) {
    try {
        write();
    }
    catch {
        // Each caller says why this changes nothing.
    }
}
/** Records the sizes of files. Returns a function that truncates the files to these sizes, as far as it can. */
function rememberSizes(files) {
    const sizes = files.map((file) => [file, (0,external_node_fs_.statSync)(file, { throwIfNoEntry: false })?.size ?? 0]);
    return () => {
        for (const [file, size] of sizes) {
            // A file that cannot be truncated could not be written either. The other files still can be.
            publish_attempt(() => (0,external_node_fs_.truncateSync)(file, size));
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
    const code = (0,lib_json/* codeOf */.$N)(error);
    const why = code === 'ENOENT' && place.startsWith('file') ? 'it does not exist' : code;
    return new errors/* ActionError */.lZ('publication_failed', `The ${place} could not be written (${why})`, { cause: error });
}

;// CONCATENATED MODULE: ./lib/inputs/unknown.js






/** How the name of a variable starts that contains an input (actions/runner Handler.cs, AddInputsToEnvironment). */
const unknown_PREFIX = 'INPUT_';
/**
 * Finds the unknown inputs of a step, in the order of their names.
 *
 * The runner replaces blanks in a key by `_`, so `export env` is the known input. Hyphens stay, so `export-env` is unknown.
 */
function findUnknownInputs(variables) {
    const known = new Set((0,inputs_inputs/* inputNames */.vj)());
    return Object.entries(variables)
        .filter(([variable]) => variable.startsWith(unknown_PREFIX))
        .map(([variable, value = '']) => ({ name: variable.slice(unknown_PREFIX.length).toLowerCase(), value }))
        .filter(({ name }) => name !== '' && !known.has(name))
        .map((input) => ({ ...input, near: nearInputs(input.name) }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
}
/** Names with this many letters or more are near if they differ in two edits; shorter ones, in one. */
const LONG = 7;
function nearInputs(name) {
    return (0,inputs_inputs/* inputNames */.vj)()
        .map((known) => ({ known, distance: editDistance(letters(name), letters(known)) }))
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
    const reader = variables['ACT'] === 'true' ? createActReader() : masking_masks/* githubReader */.dg;
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
        newId: () => (0,external_node_crypto_.randomUUID)(),
        idTokenRequest: () => idTokenRequestOf({ variable: (name) => variables[name] || undefined, mask }),
    };
}
/** Loaded on demand: only a failed run pays for the code that describes failures. */
async function runner_describe(error, context) {
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