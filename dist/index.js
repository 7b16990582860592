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
/* harmony export */   P_: () => (/* binding */ authorizationOf),
/* harmony export */   RZ: () => (/* binding */ codeOfStatus),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   Vh: () => (/* binding */ readJson),
/* harmony export */   fn: () => (/* binding */ certificateAloneRefusal),
/* harmony export */   n: () => (/* binding */ answerError),
/* harmony export */   oJ: () => (/* binding */ isSuccess),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   sR: () => (/* binding */ endpoint),
/* harmony export */   t4: () => (/* binding */ errorBody),
/* harmony export */   yp: () => (/* binding */ isPage)
/* harmony export */ });
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

/***/ 238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ readPem),
/* harmony export */   _: () => (/* binding */ pemOf)
/* harmony export */ });
const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----/g;
/** The headers of an encrypted key in OpenSSL's older form (RFC 1421 section 4.6). */
const ENCRYPTED = /^\s*Proc-Type:\s*4,\s*ENCRYPTED\s+DEK-Info:\s*([A-Z0-9-]+)\s*,\s*([0-9A-Fa-f]+)\s+([\s\S]*)$/i;
/**
 * Reads the blocks of a PEM text; text around them is skipped.
 *
 * Lost newlines, a `\n` written as two characters, blanks in front of lines and CRLF are repaired: that is what becomes of
 * PEM in environment variables, JSON and YAML, and OpenSSL takes none of it.
 */
function readPem(text) {
    const lines = text.replace(/\\r\\n|\\n|\\r/g, '\n');
    const blocks = [...lines.matchAll(BLOCK)].map(([, label = '', body = '']) => ({ label, pem: repaired(label, body) }));
    const begun = [...lines.matchAll(/-----BEGIN [A-Z0-9 ]+-----/g)].length;
    return { blocks, isCut: begun > blocks.length };
}
/** Writes DER as PEM. */
function pemOf(label, der) {
    return wrap(label, '', der.toString('base64'));
}
function repaired(label, body) {
    const [, cipher, iv, rest = body] = ENCRYPTED.exec(body) ?? [];
    const head = cipher === undefined ? '' : `Proc-Type: 4,ENCRYPTED\nDEK-Info: ${cipher},${iv}\n\n`;
    const base64 = rest.replace(/\s+/g, '');
    const isBase64 = /^[A-Za-z0-9+/]+={0,2}$/.test(base64) && base64.length % 4 === 0;
    return isBase64 ? wrap(label, head, base64) : undefined;
}
function wrap(label, head, base64) {
    const lines = base64.match(/.{1,64}/g) ?? [];
    return `-----BEGIN ${label}-----\n${head}${lines.join('\n')}\n-----END ${label}-----\n`;
}


/***/ }),

/***/ 49:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readPrivateKey),
/* harmony export */   T: () => (/* binding */ isPrivateKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(452);
/* harmony import */ var _inputs_content_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(596);
/* harmony import */ var _pem_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(238);




/** What stands where a key should, and what to do about it. */
const STRANGERS = [
    [/^OPENSSH PRIVATE KEY$/, 'is a key of OpenSSH', 'Convert a copy of it with `ssh-keygen -p -m PEM -f copy`'],
    [/PUBLIC KEY$/, 'is a public key', 'The private one is needed'],
    [/CERTIFICATE/, 'holds a certificate and no private key', 'The private key that belongs to it is needed'],
];
/** Whether the label of a PEM block is that of a private key. */
function isPrivateKey(label) {
    return label.endsWith('PRIVATE KEY');
}
/**
 * Reads a private key: PEM, whose lines are repaired, or DER.
 *
 * @param onText is called with the key's text before anything looks at it
 * @throws ActionError certificate_unusable, input_missing
 */
function readPrivateKey(bytes, source, onText) {
    const { blocks, isCut } = (0,_pem_js__WEBPACK_IMPORTED_MODULE_3__/* .readPem */ .J)((0,_inputs_content_js__WEBPACK_IMPORTED_MODULE_2__/* .decodedText */ ["if"])(bytes));
    const keys = blocks.filter(({ label }) => isPrivateKey(label));
    const [only] = keys;
    if (isCut) {
        throw (0,_inputs_content_js__WEBPACK_IMPORTED_MODULE_2__/* .unusableCertificate */ .ho)(source.name, 'holds a PEM block without its end: it was cut when it was copied');
    }
    const stranger = STRANGERS.find(([label]) => blocks.some((block) => label.test(block.label)));
    if (stranger !== undefined && (only === undefined || stranger[0].test(only.label))) {
        throw (0,_inputs_content_js__WEBPACK_IMPORTED_MODULE_2__/* .unusableCertificate */ .ho)(source.name, stranger[1], stranger[2]);
    }
    if (keys.length > 1) {
        throw (0,_inputs_content_js__WEBPACK_IMPORTED_MODULE_2__/* .unusableCertificate */ .ho)(source.name, `holds ${keys.length} private keys, and which one is meant cannot be told`);
    }
    if (only === undefined) {
        // As it stands in the file; what is made of it below is written anew.
        onText((0,_pem_js__WEBPACK_IMPORTED_MODULE_3__/* .pemOf */ ._)('PRIVATE KEY', bytes));
    }
    const pem = only === undefined ? fromDer(bytes, source) : only.pem;
    if (pem === undefined) {
        throw (0,_inputs_content_js__WEBPACK_IMPORTED_MODULE_2__/* .unusableCertificate */ .ho)(source.name, 'holds a PEM block that is damaged: not base64');
    }
    onText(pem);
    return { pem, key: open(pem, source) };
}
function open(pem, source) {
    try {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: pem, ...passphraseOf(source) });
    }
    catch (error) {
        throw keyProblem(error, source);
    }
}
/** A key of PKCS#8, PKCS#1 or SEC 1, written as PEM; only the first can be encrypted. */
function fromDer(bytes, source) {
    for (const type of bytes[0] === 0x30 ? ['pkcs8', 'pkcs1', 'sec1'] : []) {
        try {
            return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: bytes, format: 'der', type }).export({ type: 'pkcs8', format: 'pem' }).toString();
        }
        catch (error) {
            if (MISSING.test((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(error))) {
                return (0,_pem_js__WEBPACK_IMPORTED_MODULE_3__/* .pemOf */ ._)('ENCRYPTED PRIVATE KEY', bytes);
            }
        }
    }
    throw (0,_inputs_content_js__WEBPACK_IMPORTED_MODULE_2__/* .unusableCertificate */ .ho)(source.name, 'holds no private key, neither in PEM nor in DER');
}
/** How Node says that a key is encrypted and has no password. */
const MISSING = /INTERRUPTED_OR_CANCELLED|MISSING_PASSPHRASE/;
/** The codes of OpenSSL 3 as Node gives them; a missing password and a wrong one differ here only. */
function keyProblem(error, { name, passwordName, password }) {
    const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(error);
    if (password === undefined && (MISSING.test(code) || /BAD_DECRYPT/.test(code))) {
        return (0,_inputs_content_js__WEBPACK_IMPORTED_MODULE_2__/* .unusableCertificate */ .ho)(name, 'is an encrypted key, and no password is given', `Give it in \`${passwordName}\``);
    }
    if (/EVP_UNSUPPORTED/.test(code)) {
        const recipe = 'Encrypt it anew with `openssl pkcs8 -topk8 -in old.pem -out new.pem` of OpenSSL 1, or of 3 with `-provider legacy -provider default`';
        return (0,_inputs_content_js__WEBPACK_IMPORTED_MODULE_2__/* .unusableCertificate */ .ho)(name, 'is encrypted in a way that OpenSSL 3 does not know any more', recipe);
    }
    return /BAD_DECRYPT|EMPTY_PASSPHRASE/.test(code)
        ? (0,_inputs_content_js__WEBPACK_IMPORTED_MODULE_2__/* .unusableCertificate */ .ho)(name, `cannot be decrypted: the password in \`${passwordName}\` is wrong`)
        : (0,_inputs_content_js__WEBPACK_IMPORTED_MODULE_2__/* .unusableCertificate */ .ho)(name, `holds no private key that can be read (${code})`);
}
function passphraseOf({ password }) {
    return password === undefined ? {} : { passphrase: password };
}


/***/ }),

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   NH: () => (/* binding */ isOAuthErrorCode),
/* harmony export */   WE: () => (/* binding */ explain),
/* harmony export */   lZ: () => (/* binding */ ActionError),
/* harmony export */   z6: () => (/* binding */ asActionError)
/* harmony export */ });
/* unused harmony exports OAUTH_ERROR_CODES, HINTS */
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(725);

/** The error codes of RFC 6749 that a token endpoint may return (section 5.2; `access_denied`: section 4.1.2.1). */
const OAUTH_ERROR_CODES = [
    'invalid_request',
    'invalid_client',
    'invalid_grant',
    'unauthorized_client',
    'unsupported_grant_type',
    'invalid_scope',
    'access_denied',
];
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

/***/ 65:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N6: () => (/* binding */ authFile),
/* harmony export */   ZN: () => (/* binding */ registrySecrets),
/* harmony export */   n7: () => (/* binding */ registryKey),
/* harmony export */   p1: () => (/* binding */ dockerConfig)
/* harmony export */ });
/* unused harmony export authOf */
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(413);
/* harmony import */ var _registry_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(439);


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
    return server === _registry_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .HUB */ .Q$ ? HUB_KEY : server;
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
function dockerConfig(existing, registries) {
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
function authFile(existing, registries) {
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
    const { auth, username, password, identitytoken } = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(entry) ? entry : {};
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
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(member) ? member : {};
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


/***/ }),

/***/ 439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fd: () => (/* binding */ documentIn),
/* harmony export */   Q$: () => (/* binding */ HUB),
/* harmony export */   U$: () => (/* binding */ registryHost),
/* harmony export */   X$: () => (/* binding */ decodeAuth),
/* harmony export */   e$: () => (/* binding */ DEPTH),
/* harmony export */   kp: () => (/* binding */ roleOf)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(413);

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
const HUB = 'docker.io';
/** What else people write for Docker Hub; `registry.hub.docker.com` is a host of its own in the names of images. */
const HUB_HOSTS = new Set([
    HUB,
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
    return HUB_HOSTS.has(host) ? HUB : host;
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
        const document = depth > 0 && /^\s*[[{"]/.test(json) ? (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(json) : undefined;
        return typeof document === 'string' ? documentIn(document, depth - 1) : document;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  n7: () => (/* binding */ DEFAULT_SECURITY),
  Vm: () => (/* binding */ contextOf),
  X$: () => (/* binding */ readPkcs12),
  KU: () => (/* binding */ securitySecrets)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
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
    const context = external_node_tls_namespaceObject.createSecureContext({ pfx: pkcs12, ...(passphrase === undefined ? {} : { passphrase }) });
    // Not in Node's documents, but there since Node 10, and the only way without a reader of PKCS#12 of one's own.
    return new external_node_crypto_.X509Certificate(context.context.getCertificate());
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


/***/ }),

/***/ 596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fh: () => (/* binding */ isJson),
/* harmony export */   VY: () => (/* binding */ secretsIn),
/* harmony export */   c_: () => (/* binding */ readContent),
/* harmony export */   ho: () => (/* binding */ unusableCertificate),
/* harmony export */   "if": () => (/* binding */ decodedText)
/* harmony export */ });
/* unused harmony exports isSecretInput, isContent, holdsPrivateKey */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(452);
/* harmony import */ var _masking_masks_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(185);
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(725);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(483);





/** Whether the value of an input is a secret. */
function isSecretInput(name, value) {
    const { secret } = _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .INPUTS */ .mc[name];
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
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('certificate_unusable', `The input \`${name}\` ${reason}`, { advice });
}
function readFile(name, path) {
    // A value that only may be a path is perhaps half of a key.
    const shown = /^[^\r\n]{1,250}\.[A-Za-z0-9]{1,10}$/.test(path) ? ` ${(0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(path)}` : '';
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path);
    }
    catch (error) {
        const forms = name === 'signing_key' ? 'neither PEM, base64 nor a JWK' : 'neither PEM nor base64';
        const reason = `is ${forms}, and the file${shown} cannot be read (${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(error)})`;
        throw unusableCertificate(name, reason, 'A relative path starts at the workspace; is the file there in this job');
    }
}
function compact(text) {
    return text.replace(/\\[nr]|\s/g, '');
}
/** Every text of the inputs that is a secret, and every `user:password` that an Authorization header would encode. */
function secretsIn(inputs) {
    const given = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .inputNames */ .vj)().flatMap((name) => (inputs[name] === undefined ? [] : [{ name, text: inputs[name] }]));
    const secrets = given.filter(({ name, text }) => isSecretInput(name, text));
    const users = given.filter(({ name }) => name === 'client_id' || name === 'username');
    const pairs = (0,_masking_masks_js__WEBPACK_IMPORTED_MODULE_2__/* .userPasswords */ .my)([...users, ...secrets].map(({ name, text }) => ({ path: [name], text })));
    return [...secrets.map(({ text }) => text), ...pairs];
}


/***/ }),

/***/ 483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gq: () => (/* binding */ invalid),
/* harmony export */   PB: () => (/* binding */ isVerbatimInput),
/* harmony export */   UV: () => (/* binding */ inputValue),
/* harmony export */   mc: () => (/* binding */ INPUTS),
/* harmony export */   vj: () => (/* binding */ inputNames)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);

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
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('input_invalid', `The input \`${name}\` ${reason}.`);
}


/***/ }),

/***/ 35:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ parseId),
/* harmony export */   Gw: () => (/* binding */ parseNames),
/* harmony export */   HU: () => (/* binding */ parseChoice),
/* harmony export */   XT: () => (/* binding */ parseRequired),
/* harmony export */   fL: () => (/* binding */ parseSeconds),
/* harmony export */   yG: () => (/* binding */ parseBoolean),
/* harmony export */   z2: () => (/* binding */ parseWhole)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(725);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(483);



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
    const value = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .inputValue */ .UV)(inputs, name);
    if (/^(true|True|TRUE)$/.test(value)) {
        return true;
    }
    if (/^(false|False|FALSE)$/.test(value)) {
        return false;
    }
    throw (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)(name, `must be true or false, not ${(0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(value)}`);
}
/** Reads one of these values. @throws ActionError input_invalid, which names them */
function parseChoice(inputs, name, choices) {
    const value = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .inputValue */ .UV)(inputs, name);
    const choice = choices.find((known) => known === value);
    if (choice === undefined) {
        throw (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)(name, `must be ${choices.length === 1 ? '' : 'one of '}${choices.join(', ')}, not ${(0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(value)}`);
    }
    return choice;
}
/** Reads a whole number within bounds. @throws ActionError input_invalid */
function parseWhole(inputs, name, bounds) {
    const value = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .inputValue */ .UV)(inputs, name);
    const [least, most] = bounds;
    if (/^[0-9]{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most) {
        return Number(value);
    }
    throw (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)(name, `must be a whole number from ${least} to ${most}, not ${(0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(value)}`);
}
/** Reads a whole number of seconds, at most a day. @throws ActionError input_invalid */
function parseSeconds(inputs, name, least = 1) {
    // setTimeout takes anything beyond 2^31 ms for 1 ms; no job lives longer than some days.
    return parseWhole(inputs, name, [least, 24 * 60 * 60]);
}
/** Reads a list with commas or line ends between its words. */
function parseNames(inputs, name) {
    const words = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .inputValue */ .UV)(inputs, name).split(/[,\r\n]/);
    return words.map((word) => word.trim()).filter((word) => word !== '');
}
/** Reads an id that becomes one segment of a path; its form is not published. @throws ActionError input_invalid */
function parseId(inputs, name) {
    const value = inputs[name];
    if (value !== undefined && (/[/?#\p{Cc}]/u.test(value) || !value.isWellFormed() || /^\.{1,2}$/.test(value))) {
        throw (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)(name, `is not an id: ${(0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(value)} holds a character that no id has`);
    }
    return value;
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

/***/ 7:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ps: () => (/* binding */ planDockerFiles),
/* harmony export */   u1: () => (/* binding */ AUTH_FILE)
/* harmony export */ });
/* unused harmony export CONFIG_FILE */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(452);
/* harmony import */ var _formats_docker_config_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(65);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(413);
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(725);






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
function planDockerFiles(registries, places) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(places.dockerConfig || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(places.home, '.docker'));
    const config = readDocument((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, CONFIG_FILE));
    const logins = authPaths(places, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, CONFIG_FILE))
        .map(readDocument)
        .filter((document) => document !== undefined);
    // Where there is no config.json, crane takes the logins of podman (go-containerregistry authn/keychain.go).
    const existing = config ?? (0,_formats_docker_config_js__WEBPACK_IMPORTED_MODULE_3__/* .authFile */ .N6)(logins, []);
    return [
        { path: CONFIG_FILE, content: write((0,_formats_docker_config_js__WEBPACK_IMPORTED_MODULE_3__/* .dockerConfig */ .p1)(existing, registries)) },
        { path: AUTH_FILE, content: write((0,_formats_docker_config_js__WEBPACK_IMPORTED_MODULE_3__/* .authFile */ .N6)(logins, registries)) },
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
        return [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(registryAuthFile)];
    }
    const inHome = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(places.xdgConfigHome || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, '.config'), 'containers', 'auth.json');
    const primary = xdgRuntimeDir ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(xdgRuntimeDir, 'containers') : `/run/containers/${places.uid ?? 0}`;
    const usual = platform === 'linux' ? [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(primary, 'auth.json'), inHome] : [inHome];
    return named ? [config, ...usual] : [...usual, config];
}
function readDocument(path) {
    const text = unlessAbsent(path, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
    if (text === undefined) {
        return undefined;
    }
    const document = text.trim() === '' ? {} : parsed(text);
    const isWhole = (name) => (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(document) && (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(document[name] ?? {});
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(document) || !isWhole('auths') || !isWhole('credHelpers')) {
        const advice = 'Mend it or remove it: docker and podman could not read it either';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('publication_failed', `The file ${(0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)(path)} is no docker configuration`, { advice });
    }
    return document;
}
/** What V8 says of broken JSON shows some of it, so that is left out. */
function parsed(text) {
    try {
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)(text);
    }
    catch {
        return undefined;
    }
}
/** All else that docker keeps in its folder: cli-plugins, contexts, buildx, certificates, manifests, trust, ... */
function restOf(folder, platform) {
    const names = unlessAbsent(folder, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder)) ?? [];
    // Docker and podman write a file of logins under a longer name first, and may leave that behind.
    const others = names.filter((name) => ![CONFIG_FILE, AUTH_FILE].some((ours) => name.startsWith(ours)));
    return others.flatMap((name) => unlessAbsent((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), () => entryFor(name, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), platform)) ?? []);
}
/** A link goes to the end of its chain: the folder may be that of an earlier step, which is removed on its own. */
function entryFor(path, source, platform) {
    const linkTo = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(source);
    const kind = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(linkTo);
    if (platform !== 'win32' || kind.isDirectory()) {
        return [{ path, linkTo }];
    }
    // On Windows only a folder can be linked to without a privilege.
    return kind.isFile() ? [{ path, content: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(linkTo) }] : [];
}
/** @throws ActionError publication_failed */
function unlessAbsent(path, read) {
    try {
        return read();
    }
    catch (error) {
        const code = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(error) ? String(error['code']) : '';
        if (code === 'ENOENT' || code === 'ENOTDIR') {
            return undefined;
        }
        const advice = 'Docker or podman keep logins there: let the runner read it, or remove it';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('publication_failed', `${(0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)(path)} cannot be read (${code})`, { advice });
    }
}
function write(document) {
    return `${JSON.stringify(document, undefined, 2)}\n`;
}


/***/ }),

/***/ 103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  u: () => (/* binding */ documentsOf),
  Q: () => (/* binding */ readEnvironment)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
// EXTERNAL MODULE: ./lib/machine/docker-files.js
var docker_files = __nccwpck_require__(7);
// EXTERNAL MODULE: ./lib/machine/limits.js
var limits = __nccwpck_require__(285);
;// CONCATENATED MODULE: ./lib/machine/environment.js






/** Returns where the documents are: in the action's own repository, or else in the workflow's checkout. */
function documentsOf(variables) {
    const { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = variables;
    return server && repository && ref ? `${server}/${repository}/blob/${ref}/docs` : 'docs';
}
/** Reads the environment from the variables of the job and from the machine. */
function readEnvironment(env, mask) {
    const folder = (0,external_node_path_.join)(env['RUNNER_TEMP'] ?? '', `bearer-login-${(0,external_node_crypto_.randomUUID)()}`);
    const places = {
        dockerConfig: env['DOCKER_CONFIG'],
        registryAuthFile: env['REGISTRY_AUTH_FILE'],
        xdgRuntimeDir: env['XDG_RUNTIME_DIR'],
        xdgConfigHome: env['XDG_CONFIG_HOME'],
        home: (0,external_node_os_namespaceObject.homedir)(),
        uid: process.getuid?.(),
        platform: process.platform,
    };
    return {
        variable: (name) => env[name] || undefined,
        readFile: (path) => (0,external_node_fs_.readFileSync)(path, 'utf8'),
        mask,
        pathOf: (file) => (0,external_node_path_.join)(folder, file),
        // MAX_ARG_STRLEN in Linux' limits.h, the Win32 page on CreateProcess.
        limit: process.platform === 'win32' ? { characters: 32_767 } : { bytes: 128 * 1024 },
        space: spaceIn(env),
        folder,
        dockerFiles: (registries) => (0,docker_files/* planDockerFiles */.ps)(registries, places),
        now: new Date(),
    };
}
/** The most bytes of a program's environment and arguments together (execve(2); sysctl kern.argmax). */
const MOST = { linux: 2 * 1024 * 1024, darwin: 1024 * 1024 };
/** Leaves space for one argument of the largest size. */
function spaceIn(env) {
    const used = Object.entries(env).reduce((sum, [name, value = '']) => sum + (0,limits/* entrySize */.ES)(name, value), 0);
    return (MOST[process.platform] ?? Number.POSITIVE_INFINITY) - 128 * 1024 - used;
}


/***/ }),

/***/ 642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   hV: () => (/* binding */ writeFiles),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   t4: () => (/* binding */ checkTemp),
/* harmony export */   v$: () => (/* binding */ removeFolder)
/* harmony export */ });
/* unused harmony export leadsOut */
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

/***/ 285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ES: () => (/* binding */ entrySize),
/* harmony export */   I9: () => (/* binding */ isTooLarge),
/* harmony export */   Mp: () => (/* binding */ checkOutputSizes),
/* harmony export */   XO: () => (/* binding */ checkVariableSizes)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);

/** The most that the runner accepts as outputs of one job: 1 MiB in UTF-16 (github/docs output-limitations.md). */
const OUTPUT_LIMIT = 1024 * 1024;
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('value_unsupported', message);
    }
    const size = variables.reduce((sum, [name, value]) => sum + entrySize(name, value), 0);
    if (size > space) {
        const message = `The variables are too large for the environment of a program: they need ${kib(size)}, and ${kib(space)} are left`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('value_unsupported', message);
    }
}
/** Returns the bytes that a variable takes in the environment of a program, including its pointer (execve(2)). */
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
function checkOutputSizes(outputs) {
    const tooLarge = outputs.find(([, value]) => isTooLarge(value));
    if (tooLarge !== undefined) {
        const message = `The value of the output ${tooLarge[0]} is larger than 1 MiB in UTF-16, the limit for the outputs of a job`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('value_unsupported', message);
    }
}
/** Whether the runner would reject a text as an output. */
function isTooLarge(text) {
    return text.length * 2 > OUTPUT_LIMIT;
}
function fitsVariable(entry, limit) {
    return 'bytes' in limit ? Buffer.byteLength(entry) <= limit.bytes : entry.length <= limit.characters;
}


/***/ }),

/***/ 342:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(529);
/* harmony import */ var _runner_process_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(499);
/* harmony import */ var _runner_runner_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(710);



const runner = (0,_runner_runner_js__WEBPACK_IMPORTED_MODULE_1__/* .createRunner */ .j)(process.env, process.stdout);
runner.handleSignals();
await (0,_run_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .e)(runner).catch(runner.fail);
await (0,_runner_process_js__WEBPACK_IMPORTED_MODULE_2__/* .exitSoon */ .Cp)(process.stdout);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hx: () => (/* binding */ derivedForms),
/* harmony export */   _O: () => (/* binding */ formsOfBytes),
/* harmony export */   tl: () => (/* binding */ SHORTEST)
/* harmony export */ });
/* unused harmony export FORMS */
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
    { name: 'JSON', of: (text) => [json(text)] },
    { name: 'JSON in JSON', of: (text) => [json(json(text))] },
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
function json(text) {
    return JSON.stringify(text).slice(1, -1);
}
function jsonAscii(text) {
    return json(text).replace(/[\u0080-\uffff]/g, unicodeEscape);
}
/** Go's encoder writes these signs as escapes unless told otherwise, and most command line tools are written in Go. */
function jsonHtml(text) {
    return json(text).replace(/[<>&\u2028\u2029]/g, unicodeEscape);
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


/***/ }),

/***/ 185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fb: () => (/* binding */ hasShortMask),
/* harmony export */   JF: () => (/* binding */ masksOf),
/* harmony export */   Xu: () => (/* binding */ hasOpenParts),
/* harmony export */   dg: () => (/* binding */ githubReader),
/* harmony export */   h_: () => (/* binding */ isMaskable),
/* harmony export */   my: () => (/* binding */ userPasswords),
/* harmony export */   tQ: () => (/* binding */ isShort),
/* harmony export */   wq: () => (/* binding */ commandData)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(413);
/* harmony import */ var _forms_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(675);


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
    const parts = [...linesOf(value), ...(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .leavesOf */ .wf)(value)].filter(isMaskable);
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
    const all = [...pieces.flatMap(spellingsOf), ...pieces.flatMap(_forms_js__WEBPACK_IMPORTED_MODULE_0__/* .derivedForms */ .Hx)].filter(isMaskable);
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
    return pairs.filter((pair) => pair.length >= _forms_js__WEBPACK_IMPORTED_MODULE_0__/* .SHORTEST */ .tl).slice(0, MOST_PAIRS);
}
/** The value itself and what it is made of: lines and JSON leaves, short ones only where there is nothing longer. */
function piecesOf(value, plain = []) {
    const leaves = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .leavesOf */ .wf)(value).filter((leaf) => !plain.includes(leaf));
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


/***/ }),

/***/ 262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ idTokenRequestOf),
/* harmony export */   dq: () => (/* binding */ trustAdvice),
/* harmony export */   gj: () => (/* binding */ requestIdToken)
/* harmony export */ });
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(864);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(452);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(413);
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(725);
/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(638);





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
    const claims = (0,_token_js__WEBPACK_IMPORTED_MODULE_3__/* .readClaims */ .Ip)(idToken);
    const shown = ['iss', 'sub', 'aud'].map((name) => {
        const value = claims?.[name];
        return `${name} ${(0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(typeof value === 'string' ? value : JSON.stringify(value ?? null))}`;
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

/***/ 638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ip: () => (/* binding */ readClaims),
/* harmony export */   Zc: () => (/* binding */ isBearerToken),
/* harmony export */   ue: () => (/* binding */ readSuppliedToken)
/* harmony export */ });
/* unused harmony export expiryOf */
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(413);

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
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(claims) ? claims : undefined;
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
/** The `b64token` of RFC 6750 section 2.1: anything else could not be sent in a header as it is. */
function isBearerToken(text) {
    return /^[A-Za-z0-9\-._~+/]+=*$/.test(text);
}
/** A token that was at hand, with what its own claims say. */
function readSuppliedToken(value, now) {
    const claims = readClaims(value);
    const expiresAt = expiryOf(claims);
    const expiresIn = expiresAt === undefined ? undefined : secondsBetween(now, expiresAt);
    return { value, type: 'Bearer', claims, expiresAt, expiresIn };
}
function secondsBetween(from, to) {
    return Math.floor((to.getTime() - from.getTime()) / 1000);
}


/***/ }),

/***/ 529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/machine/environment.js + 1 modules
var machine_environment = __nccwpck_require__(103);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
;// CONCATENATED MODULE: ./lib/language/names.js
/** The variable for a text: `db-password` is DB_PASSWORD, `2fa` is _2FA. */
function variableName(text) {
    const name = inVariable(text);
    return /^[0-9]/.test(name) ? `_${name}` : name;
}
/** The variable for a field: that of its Secret, then the names on the field's path. */
function fieldVariable(base, path) {
    return [base, ...path.map(inVariable)].join('_');
}
/** The names of a request that stands for one Secret; a pattern has none before it is matched. */
function nameOfRequest(request) {
    const { selector, field, target, line } = request;
    return nameFrom(target, field === undefined ? selector : `${selector}.${field}`, `line ${line}`);
}
function nameFrom(target, text, who) {
    return target === undefined
        ? { variable: variableName(text), output: text.replace(/[^A-Za-z0-9_-]/g, '-'), chosen: false, who }
        : { variable: target, output: target, chosen: true, who };
}
function inVariable(text) {
    return text.replace(/[^A-Za-z0-9_]/g, '_').toUpperCase();
}

;// CONCATENATED MODULE: ./lib/language/scanner.js

/** Whether a comment or the end of the line is reached; a `#` counts where the scanner has just skipped blanks. */
function isDone({ text, at }) {
    return at >= text.length || (text[at] === '#' && (at === 0 || /[\s;]/.test(text[at - 1] ?? '')));
}
/** Takes what a sticky pattern matches here, perhaps nothing. */
function take(scanner, pattern) {
    pattern.lastIndex = scanner.at;
    const found = pattern.exec(scanner.text)?.[0] ?? '';
    scanner.at += found.length;
    return found;
}
/** The most characters of a line that an error shows on either side of its caret. */
const AROUND = 60;
/** The error for a place in the line, which it shows with a caret below. */
function problem(scanner, at, what) {
    const line = scanner.text.replace(/\p{Cc}/gu, ' ');
    const before = [...line.slice(0, at)];
    const after = [...line.slice(at)];
    const start = before.length > AROUND ? ['…', ...before.slice(-AROUND)] : before;
    const end = after.length > AROUND ? [...after.slice(0, AROUND), '…'] : after;
    const message = `\`secrets\`, line ${scanner.line}, column ${before.length + 1}: ${what}`;
    const excerpt = `${[...start, ...end].join('')}\n${' '.repeat(start.length)}^`;
    return new errors/* ActionError */.lZ('input_invalid', message, { excerpt });
}

// EXTERNAL MODULE: ./lib/untrusted-text.js
var untrusted_text = __nccwpck_require__(725);
;// CONCATENATED MODULE: ./lib/language/target.js


/** The sinks, and whether a NAME may stand before them. */
const SINKS = new Map([
    ['file', { sink: 'file', named: true }],
    ['dotenv', { sink: 'dotenv', named: true }],
    ['env-file', { sink: 'env-file', named: true }],
    ['docker', { sink: 'docker', named: false }],
    ['aws', { sink: 'aws', named: false }],
]);
/** Names that nobody wants for a variable unless in upper case, and what was probably meant. */
const MEANT = new Map([
    ...[...SINKS.keys(), 'env_file'].map((name) => [name, `did you mean @${name.replace('_', '-')}?`]),
    ...['base64', 'hex'].map((name) => [name, `the decoding is written ${name}`]),
    ['base64url', 'the decoding base64 reads base64url too'],
]);
/** NAME (POSIX.1-2024, section 8.1), NAME with the star, or neither, then perhaps a sink. */
const TARGET = /^(?<name>[A-Za-z_][A-Za-z0-9_]*\*?)?(?:@(?<sink>[a-z-]+))?$/;
/**
 * Reads a target, which started at a place of the scanner's line.
 *
 * @throws ActionError input_invalid
 */
function parseTarget(word, scanner, start) {
    if (word === '') {
        throw problem(scanner, start, 'the target is missing behind "|"');
    }
    const { name, sink } = TARGET.exec(word)?.groups ?? {};
    if (name === undefined && sink === undefined) {
        const forms = 'NAME, NAME@file, NAME@dotenv, NAME@env-file, @docker or @aws, or the decodings base64 and hex';
        throw problem(scanner, start, `${(0,untrusted_text/* quote */.hD)(word)} is no target; one is ${forms}`);
    }
    const meant = word === word.toUpperCase() ? undefined : MEANT.get(word.toLowerCase());
    if (meant !== undefined) {
        throw problem(scanner, start, `${(0,untrusted_text/* quote */.hD)(word)} would be the name of a variable; ${meant}`);
    }
    const target = name === undefined ? {} : { target: name };
    const known = SINKS.get(sink ?? '');
    if (sink !== undefined && (known === undefined || (name !== undefined && !known.named))) {
        const what = known === undefined ? `there is no @${sink}` : `@${sink} takes no NAME before it`;
        throw problem(scanner, start + word.indexOf('@'), what);
    }
    return known === undefined ? target : { ...target, sink: known.sink };
}

;// CONCATENATED MODULE: ./lib/language/request.js


/** Whether a selector is a pattern. */
function isPattern({ quoted, selector }) {
    return !quoted && selector.includes('*');
}
/** A quoted name is a JSON string, so that it can hold every character. */
const QUOTED = /"(?:[^"\\]|\\.)*"/y;
/** Up to `|`, `;` or a comment: `#` starts one at the start of a line or after a blank. */
const WORD = /(?:[^|;\s]|[^\S\n]+(?![\s#|;]|$))*/y;
const BLANKS = /[\s;]*/y;
const SPACE = /\s*/y;
const DECODINGS = ['base64', 'hex'];
/**
 * Parses the `secrets` input: one request per line or `;`.
 *
 *     line     = selector [ "?" ] { "|" decode } [ "|" target ]
 *     selector = name | "quoted name" | id | key, each perhaps with ".field"
 *     target   = NAME | NAME_* | [ NAME | NAME_* ] ( "@file" | "@dotenv" | "@env-file" ) | "@docker" | "@aws"
 *
 * @throws ActionError input_invalid, with line, column, and the line itself
 */
function parseSecretRequests(text) {
    return text.split(/\r\n|\r|\n/).flatMap((line, index) => parseLine({ text: line, line: index + 1, at: 0 }));
}
function parseLine(scanner) {
    const requests = [];
    for (take(scanner, BLANKS); !isDone(scanner); take(scanner, BLANKS)) {
        const start = scanner.at;
        const selector = parseSelector(scanner);
        const pipes = parsePipes(scanner);
        const request = { ...selector, ...pipes, line: scanner.line };
        checkStars(request, scanner, start);
        requests.push(request);
    }
    return requests;
}
function parseSelector(scanner) {
    const start = scanner.at;
    const selector = scanner.text[start] === '"' ? parseQuoted(scanner) : undefined;
    const word = take(scanner, WORD);
    const optional = word.endsWith('?');
    const rest = (optional ? word.slice(0, -1) : word).trimEnd();
    if (selector === undefined) {
        if (rest === '') {
            throw problem(scanner, start, 'a Secret is missing here');
        }
        return { selector: rest, quoted: false, optional };
    }
    if (rest !== '' && !/^\../.test(rest)) {
        throw problem(scanner, scanner.at - word.trimStart().length, 'behind a quoted name may stand ".field", "?", "|", ";" or a comment');
    }
    return { selector, quoted: true, optional, ...(rest === '' ? {} : { field: rest.slice(1) }) };
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
function parsePipes(scanner) {
    const decodings = [];
    take(scanner, SPACE);
    while (scanner.text[scanner.at] === '|') {
        scanner.at += 1;
        take(scanner, SPACE);
        const start = scanner.at;
        const word = isDone(scanner) ? '' : take(scanner, WORD);
        take(scanner, SPACE);
        const decoding = DECODINGS.find((known) => known === word);
        if (decoding !== undefined) {
            decodings.push(decoding);
        }
        else {
            const target = parseTarget(word, scanner, start);
            if (scanner.text[scanner.at] === '|') {
                throw problem(scanner, scanner.at, `nothing may stand behind the target; decodings (${DECODINGS.join(', ')}) come before it`);
            }
            return { decodings, ...target };
        }
    }
    return { decodings };
}
/** A star in the target stands for what the selector's only star matches; without it, many Secrets would have one name. */
function checkStars({ selector, quoted, target }, scanner, start) {
    const stars = quoted ? 0 : [...selector].filter((sign) => sign === '*').length;
    if (target?.endsWith('*') === true && stars !== 1) {
        throw problem(scanner, start, 'a target with * needs a selector with exactly one *, unquoted');
    }
    if (target !== undefined && !target.endsWith('*') && stars > 0) {
        throw problem(scanner, start, 'a selector with * may match many Secrets: its target ends in *, or is left out');
    }
}

;// CONCATENATED MODULE: ./lib/language/steering-variables.js
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
    'DOCKER_CONFIG DOCKER_HOST DOCKER_CONTEXT DOCKER_CERT_PATH REGISTRY_AUTH_FILE HELM_PLUGINS AWS_CONFIG_FILE AWS_CA_BUNDLE PROXY CURL_HOME',
    'CURL_CA_BUNDLE REQUESTS_CA_BUNDLE SSLKEYLOGFILE AWS_SHARED_CREDENTIALS_FILE GNUMAKEFLAGS WGETRC FPATH CPATH',
    'C_INCLUDE_PATH CPLUS_INCLUDE_PATH LIBRARY_PATH DOTNET_ROOT COMPOSER_HOME',
    'DOTNET_ADDITIONAL_DEPS DOTNET_SHARED_STORE GNUPGHOME SUDO_ASKPASS HOSTALIASES GOPRIVATE GONOPROXY GOBIN AR',
    'CPP MANPAGER SYSTEMD_PAGER INPUTRC TERMINFO M2_HOME YARN_RC_FILENAME YARN_YARN_PATH UV_FIND_LINKS UV_CONFIG_FILE',
    'GOAUTH RSYNC_RSH SVN_SSH CVS_RSH VIMINIT EXINIT KUBECTL_EXTERNAL_DIFF TF_REATTACH_PROVIDERS CXXFLAGS CPPFLAGS FFLAGS CL',
    '_CL_ R_LIBS JULIA_LOAD_PATH OCAMLPATH GTK_MODULES QT_PLUGIN_PATH PYTEST_ADDOPTS PYTEST_PLUGINS RAKEOPT',
    'JRUBY_OPTS SBT_OPTS ANT_OPTS CONTAINER_HOST BUILDKIT_HOST CONTAINERS_CONF DOCKER_AUTH_CONFIG COMPOSE_FILE',
    'YARN_NPM_REGISTRY_SERVER TWINE_REPOSITORY_URL AWS_PROFILE AWS_DEFAULT_PROFILE AWS_CONTAINER_CREDENTIALS_FULL_URI',
    'GOOGLE_APPLICATION_CREDENTIALS CLOUDSDK_CONFIG VAULT_ADDR GH_HOST HELM_REPOSITORY_CONFIG',
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

;// CONCATENATED MODULE: ./lib/language/taken-names.js




/** Outputs with a meaning of their own, in this version or one to come. */
const OWN_OUTPUTS = [
    ...['bearer_token', 'token_type', 'expires_in', 'expires_at', 'claims', 'user', 'secrets', 'docker_config', 'dotenv'],
    ...['env_file', 'namespace', 'all_acl_subjects', 'all_owner_acl_subjects', 'token_info', 'error_code'],
];
/** The variables of `@docker`, whatever the Secrets are called. */
const DOCKER_VARIABLES = ['DOCKER_CONFIG', 'REGISTRY_AUTH_FILE'];
/** The names that are taken before the first Secret. */
function takenNames({ exportEnv, tokenVariable, secretRequests }) {
    const taken = { by: new Map(), exportEnv };
    for (const name of OWN_OUTPUTS) {
        claim(taken, 'output', { name, who: 'the action itself' });
    }
    if (tokenVariable !== undefined) {
        claim(taken, 'variable', { name: tokenVariable, who: 'the token' });
    }
    for (const name of secretRequests.some(({ sink }) => sink === 'docker') ? DOCKER_VARIABLES : []) {
        claim(taken, 'variable', { name, who: '@docker' });
    }
    return taken;
}
/** Takes an output. @throws ActionError name_refused, name_conflict */
function claimOutput(taken, { output: name, who }) {
    checkLetters(name, who);
    claim(taken, 'output', { name, who });
}
/**
 * Takes a variable, or a name in a file of variables. None may steer the programs of later steps unless the workflow's
 * author chose it whole; those that the runner keeps for itself can only be in a file.
 *
 * @throws ActionError name_refused, name_conflict
 */
function claimVariable(taken, kind, { variable: name, who, chosen }) {
    if (kind === 'variable' && !taken.exportEnv) {
        return;
    }
    checkLetters(name, who);
    if (kind === 'variable' && isKeptByRunner(name)) {
        const message = `\`secrets\`, ${who}: the runner keeps the variable ${name} for itself.`;
        throw new errors/* ActionError */.lZ('name_refused', message);
    }
    if (takesOver(name) && !chosen) {
        const message = `\`secrets\`, ${who}: the variable ${name} would steer the programs of later steps.`;
        throw new errors/* ActionError */.lZ('name_refused', message);
    }
    claim(taken, kind, { name, who });
}
/** Takes the variable, the output and the file of `@file`. @throws ActionError name_refused, name_conflict */
function claimFile(taken, name) {
    claimVariable(taken, 'variable', name);
    claimOutput(taken, name);
    claim(taken, 'file', { name: name.variable, who: name.who });
}
/**
 * Takes a name. It counts without its case: outputs have none for the runner, variables and files have none on Windows.
 *
 * @throws ActionError name_conflict
 */
function claim(taken, kind, { name, who }) {
    const key = `${kind} ${name.toUpperCase()}`;
    const other = taken.by.get(key);
    if (other !== undefined) {
        const by = other === who ? 'another one in it' : other;
        throw new errors/* ActionError */.lZ('name_conflict', `\`secrets\`, ${who}: the ${kind} ${name} is taken already by ${by}.`);
    }
    taken.by.set(key, who);
}
function checkLetters(name, who) {
    if (!/[A-Za-z0-9]/.test(name)) {
        throw new errors/* ActionError */.lZ('name_refused', `\`secrets\`, ${who}: a name needs an ASCII letter or digit, and there is none.`);
    }
}
/** The variables that every `@aws` sets; which others it sets hangs on the value. */
const AWS_VARIABLES = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];
/** The same for the requests alone, before anything is asked: what stands for one Secret has its names already. */
function checkRequests(settings) {
    const single = settings.secretRequests.filter((request) => !isPattern(request));
    const named = single.map((request) => [request, nameOfRequest(request)]);
    checkNames(named, settings);
}
function checkNames(named, settings) {
    const taken = takenNames(settings);
    for (const [{ sink }, name] of named) {
        switch (sink) {
            case 'dotenv':
            case 'env-file':
                claimVariable(taken, `line of @${sink}`, name);
                break;
            case 'aws':
                for (const variable of AWS_VARIABLES) {
                    claimVariable(taken, 'variable', { ...name, variable, chosen: true });
                    claimOutput(taken, { ...name, output: variable });
                }
                break;
            case 'docker':
                break;
            case 'file':
                claimFile(taken, name);
                break;
            default:
                claimOutput(taken, name);
                claimVariable(taken, 'variable', name);
        }
    }
}

// EXTERNAL MODULE: ./lib/machine/limits.js
var limits = __nccwpck_require__(285);
// EXTERNAL MODULE: ./lib/formats/docker-config.js
var docker_config = __nccwpck_require__(65);
;// CONCATENATED MODULE: ./lib/formats/dotenv.js

const holds = (pattern) => (value) => pattern.test(value);
/** Node would write another character for a half one. */
const NO_FILE = [
    [holds(/\0/), 'holds a NUL character, which no variable can'],
    [(value) => !value.isWellFormed(), 'holds half a character (a lone surrogate), which no file can'],
];
/** Variables that bash sets itself, or (OPTIND) that dash takes numbers for: measured with bash 5.2 and dash 0.5.12. */
const OF_THE_SHELL = new Set([
    '_ BASHOPTS BASHPID BASH_ARGC BASH_ARGV BASH_COMMAND BASH_LINENO BASH_SOURCE BASH_SUBSHELL BASH_VERSINFO DIRSTACK',
    'EPOCHREALTIME EPOCHSECONDS EUID FUNCNAME GROUPS HISTCMD LINENO OPTIND PIPESTATUS PPID RANDOM SECONDS SHELLOPTS SRANDOM UID',
].flatMap((names) => names.split(' ')));
/** The regular expression of npm's dotenv overflows its stack at 8,387,939 characters, with Node 20 and 24. */
const DOTENV_LIMIT = 8_000_000;
/**
 * What no quotes hold for bash, dash, npm's dotenv and PyPI's python-dotenv alike.
 *
 * npm's dotenv knows no escape of a quote or of a backslash, so the text between the quotes must be the value itself; the
 * others' rules for such a text are the limits (dotenv/lib/main.js `parse`; dotenv/parser.py, variables.py).
 */
const NO_QUOTES = [
    [(_, name) => OF_THE_SHELL.has(name), 'would not be kept: bash or dash sets a variable of this name itself'],
    [(_, name) => name === '__proto__', "would not be kept: npm's dotenv loses a variable of this name"],
    ...NO_FILE,
    [holds(/\r/), 'holds a carriage return, which the dotenv packages of npm and PyPI read as a newline'],
    [isExpandedInPython, 'holds a $ with a name in braces, which python-dotenv expands in all quotes'],
    [holds(/\\\\/), 'holds two backslashes in a row, of which python-dotenv reads one'],
    [holds(/\\$/), 'ends in a backslash, by which python-dotenv misses the quote that closes the value'],
    [(value) => value.length > DOTENV_LIMIT, "has more than 8,000,000 characters, at which npm's dotenv fails"],
];
/**
 * What double quotes do not hold; they are taken for a value with a single quote in it.
 *
 * A `$` before a letter beyond ASCII is kept by bash in UTF-8, and expanded where the locale is ISO-8859-1.
 */
const NO_DOUBLE_QUOTES = [
    [holds(/"/), "holds both kinds of quotes, of which npm's dotenv can escape neither"],
    [holds(/`/), 'holds a single quote and a backtick, which bash would run'],
    [holds(/\$[\w@*#?$!({[\-\x80-\u{10ffff}]/u), 'holds a single quote and a $ that bash would expand'],
    [
        holds(/\\[$\n'abfnrtv]/),
        "holds a single quote, and a backslash that bash, npm's dotenv or python-dotenv takes for an escape",
    ],
    [
        (value) => value.includes('\\') && value.includes('\x7f'),
        'holds a single quote, a backslash and the character DEL, which bash loses',
    ],
];
/** What a line of an env-file does not hold: docker/cli pkg/kvfile, which reads it with Go's bufio.Scanner. */
const NO_LINE = [
    ...NO_FILE,
    [holds(/\n/), 'holds a newline, and docker knows no quotes'],
    [holds(/\r$/), 'ends in a carriage return, which docker takes for a part of the line end'],
    [
        (value, name) => Buffer.byteLength(`${name}=${value}`) > 65_535,
        'makes a line longer than the 65,535 bytes that docker reads',
    ],
];
/**
 * The text of a file that bash's `source`, dash's `.`, npm's dotenv and PyPI's python-dotenv all read back exactly.
 *
 * The names are those of variables (`[A-Za-z_][A-Za-z0-9_]*`), each one once.
 *
 * @throws ActionError value_unsupported
 */
function formatDotenv(pairs) {
    return pairs.map(dotenvLine).join('');
}
/**
 * The text of a file that `docker run --env-file` reads back exactly.
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
/** python-dotenv expands `${`, a name, perhaps `:-` and a text, `}`: variables.py; one expression would take quadratic time. */
function isExpandedInPython(value) {
    const [, ...tails] = value.slice(0, value.lastIndexOf('}') + 1).split('${');
    return tails.some((tail) => /^[^}:]*(?:\}|:-)/.test(tail));
}
function check(sink, [name, value], limits) {
    const limit = limits.find(([isMet]) => isMet(value, name));
    if (limit !== undefined) {
        throw new errors/* ActionError */.lZ('value_unsupported', `\`${sink}\`: the value of ${name} ${limit[1]}.`, {
            advice: 'A file of its own can hold it: write `@file` instead',
        });
    }
}

;// CONCATENATED MODULE: ./lib/formats/aws.js


const ACCESS_KEYS = 'accesskeyid accesskey accessid keyid';
const SECRET_KEYS = 'secretaccesskey secretkey accesskeysecret accesssecretkey accesssecret applicationkey';
const ENDPOINTS = 'endpoint endpointurl endpointurls3 endpointuri endpointhost serviceendpoint serviceurl hostbase';
/** The access key and the token are sent in a header, where every SDK fails with a blank or a letter beyond ASCII. */
const VISIBLE = /^[\x21-\x7e]+$/;
const ONE_LINE = /^\P{Cc}+$/u;
/** A label of a host name: botocore/utils.py, `validate_region_name`; the JavaScript SDK asks for the same. */
const REGION = /^(?!\d+$)(?!-)[A-Za-z0-9-]{1,63}(?<!-)$/;
const PORT = /^(?:\d{1,4}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])$/;
/**
 * The parts of a connection: their names by letters and digits alone, without prefix, and what the SDKs take for them.
 *
 * Chariot does not publish the fields of its S3 Connection; these are the names of the SDKs, `aws sts`, rclone, s3cmd,
 * s3fs, MinIO and Backblaze. A `sure` name counts wherever it stands; a `likely` one may mean something else, so that it
 * counts only at the outermost level, and only where no sure one is.
 */
const PARTS = {
    accessKeyId: { label: 'access key ID', sure: ACCESS_KEYS, likely: 'key', takes: VISIBLE },
    secretAccessKey: { label: 'secret access key', sure: SECRET_KEYS, likely: 'secret', takes: ONE_LINE },
    sessionToken: { label: 'session token', sure: 'sessiontoken securitytoken', likely: 'token', takes: VISIBLE },
    region: { label: 'region', sure: 'region regionname bucketregion', likely: '', takes: REGION },
    endpoint: { label: 'endpoint', sure: ENDPOINTS, likely: 'url host hostname server', takes: ONE_LINE },
    port: { label: 'port', sure: 'endpointport', likely: 'port', takes: PORT },
    tls: { label: 'use of TLS', sure: 'usessl usetls usehttps', likely: 'secure ssl tls', takes: ONE_LINE },
};
const PREFIXES = /^(?:aws|amazon|s3|minio|default)+(?=.)/;
const PART_NAMES = Object.keys(PARTS);
/**
 * Variables of other credentials that make these invalid: to be set empty where an earlier step left one.
 *
 * botocore takes AWS_SECURITY_TOKEN before AWS_SESSION_TOKEN, and refuses all keys after AWS_CREDENTIAL_EXPIRATION
 * (botocore/credentials.py, `EnvProvider`).
 */
const AWS_LEFTOVERS = ['AWS_SECURITY_TOKEN', 'AWS_CREDENTIAL_EXPIRATION'];
/**
 * Turns an S3 connection into the variables that the AWS SDKs read.
 *
 * The token is always among them, since one left by another step would be sent with keys that it does not belong to. A
 * region or endpoint never is empty: the SDKs refuse an empty region, and the workflow may set its own. botocore knows
 * the region as AWS_DEFAULT_REGION only, the other SDKs as AWS_REGION.
 *
 * @throws ActionError value_unsupported
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html
 */
function awsVariables(value, who) {
    const filled = (value.fields ?? []).filter((field) => field.text.trim() !== '');
    const found = findParts(filled);
    checkParts(found, value, who);
    const text = (name) => found[name][0]?.text;
    const variables = [
        ['AWS_ACCESS_KEY_ID', text('accessKeyId')],
        ['AWS_SECRET_ACCESS_KEY', text('secretAccessKey')],
        ['AWS_SESSION_TOKEN', text('sessionToken') ?? ''],
        ['AWS_REGION', text('region')],
        ['AWS_DEFAULT_REGION', text('region')],
        ['AWS_ENDPOINT_URL_S3', endpointUrl(found, who)],
    ];
    const used = Object.values(found).flat();
    return {
        variables: variables.flatMap(([name, given]) => (given === undefined ? [] : [[name, given]])),
        unused: filled.filter((field) => !used.includes(field)).map(fieldName),
    };
}
function findParts(fields) {
    const isOutermost = ({ path }) => fields.every((other) => path.slice(0, -1).every((name, level) => name === other.path[level]));
    const fieldsOf = (part) => {
        const sure = fields.filter((field) => partOf(field, 'sure') === part);
        const likely = fields.filter((field) => (partOf(field, 'sure') ?? partOf(field, 'likely')) === part);
        return sure.length > 0 ? sure : likely.filter(isOutermost);
    };
    return Object.fromEntries(PART_NAMES.map((part) => [part, fieldsOf(part)]));
}
/** The part that a field is by its own name, else by that and the names around it, as in `{"access_key": {"id": ...}}`. */
function partOf({ path }, kind) {
    const plain = path.slice(-3).map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''));
    const ends = plain.map((_, index) => plain.slice(-1 - index).join(''));
    const names = ends.map((end) => end.replace(PREFIXES, '')).filter((name) => name !== '');
    const parts = names.map((name) => PART_NAMES.find((part) => PARTS[part][kind].split(' ').includes(name)));
    return parts.find((part) => part !== undefined);
}
function checkParts(found, value, who) {
    const lacking = ['accessKeyId', 'secretAccessKey'].filter((name) => found[name].length === 0);
    if (lacking.length > 0) {
        const seen = value.structure === undefined
            ? 'it is no JSON object'
            : `its fields: ${fieldNames(value.fields ?? []) || 'none'}`;
        throw unsupported(`${who} has no ${lacking.map((name) => PARTS[name].label).join(' and no ')} for @aws; ${seen}`);
    }
    for (const name of PART_NAMES) {
        const { label, takes } = PARTS[name];
        if (new Set(found[name].map((field) => field.text)).size > 1) {
            throw unsupported(`${who} has several fields that could be the ${label}: ${fieldNames(found[name])}`);
        }
        if (found[name].some((field) => !takes.test(field.text))) {
            throw unsupported(`${who} has no usable ${label}: no AWS SDK takes the text of ${fieldNames(found[name])}`);
        }
    }
}
function endpointUrl({ endpoint: [field], port, tls }, who) {
    if (field === undefined) {
        return undefined;
    }
    const scheme = tls.some(({ text }) => /^(?:false|no|off|0)$/i.test(text)) ? 'http' : 'https';
    const address = /^\s*[a-z][a-z0-9+.-]*:\/\//i.test(field.text) ? field.text : `${scheme}://${field.text.trim()}`;
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (!url?.protocol.match(/^https?:$/) || url.username || url.password || url.search || url.hash) {
        const form = 'a host, or an http(s) address without user name, password, query and fragment';
        throw unsupported(`${who} has an endpoint that is not ${form}: ${fieldNames([field])}`);
    }
    url.port ||= port[0]?.text ?? '';
    return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}
function unsupported(message) {
    return new errors/* ActionError */.lZ('value_unsupported', message);
}
function fieldName(field) {
    return field.path.join('.');
}
/** The names of the first fields for a message, never what they hold. */
function fieldNames(fields) {
    const names = fields.slice(0, 20).map((field) => (0,untrusted_text/* quote */.hD)(fieldName(field)));
    return names.join(', ');
}

// EXTERNAL MODULE: ./lib/json.js
var json = __nccwpck_require__(413);
// EXTERNAL MODULE: ./lib/formats/registry-fields.js
var registry_fields = __nccwpck_require__(439);
;// CONCATENATED MODULE: ./lib/did-you-mean.js
/** The most names that an error suggests. */
const SUGGESTIONS = 3;
/** Returns the names that are similar to a text: they differ in case, punctuation, or at most two letters in seven. */
function nearNames(text, names) {
    const wanted = letters(text);
    const allowed = Math.max(1, Math.floor((wanted.length * 2) / 7));
    return [...new Set(names)]
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
/** Computes Levenshtein's distance, one row of the table at a time. */
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

;// CONCATENATED MODULE: ./lib/formats/value.js




/** What the platform shows in place of a value that it does not give out. */
const HIDDEN = '********';
/**
 * Reads a decrypted value: a string, number, boolean, object or array, or JSON in a string.
 *
 * The types and shapes of Chariot's Secrets are not published, so nothing here knows a field by its name.
 */
function readValue(value) {
    const parsed = typeof value === 'string' ? objectIn(value) : value;
    const structure = (0,json/* isRecord */.u4)(parsed) ? parsed : undefined;
    return { text: textOfJson(value), structure, fields: structure === undefined ? undefined : fieldsOf(structure) };
}
/** Every text of a value. */
function textsOf(value) {
    return [value.text, ...(value.fields ?? []).map((field) => field.text)];
}
/**
 * Finds a field by its name, or by the names on its path with dots between; undefined when there is none.
 */
function selectField(value, field) {
    const found = memberAt(value.structure, field);
    return found === undefined ? undefined : readValue(found.member);
}
/** The error for a field that does not exist. */
function fieldNotFound(value, field, who) {
    const names = (value.fields ?? []).map(({ path }) => path.join('.'));
    const near = nearNames(field, names);
    const suggestion = near.length === 0 ? '' : ` (did you mean ${near.map(untrusted_text/* quote */.hD).join(' or ')}?)`;
    const count = `${names.length} field${names.length === 1 ? '' : 's'}`;
    const seen = value.fields === undefined ? 'is a single value' : `has ${count}, and none is ${(0,untrusted_text/* quote */.hD)(field)}`;
    return new errors/* ActionError */.lZ('field_not_found', `${who} ${seen}${suggestion}`);
}
/**
 * Refuses a value that the server kept back, or that no file could hold.
 *
 * @throws ActionError secret_not_decrypted, value_unsupported
 */
function checkValue(raw, value, who) {
    if (raw === null) {
        throw new errors/* ActionError */.lZ('secret_not_decrypted', `${who} was answered without a value (null)`);
    }
    if (textsOf(value)
        .flatMap((text) => [text, ...(0,json/* leavesOf */.wf)(text)])
        .some((text) => text.trim() === HIDDEN)) {
        throw new errors/* ActionError */.lZ('secret_not_decrypted', `${who} was answered with eight asterisks in place of the value`);
    }
    if (textsOf(value).some((text) => !text.isWellFormed())) {
        throw new errors/* ActionError */.lZ('value_unsupported', `${who} holds half a character (a lone surrogate), which no file can`);
    }
}
/** A whole name wins over a path; found members are wrapped, since one may be null. */
function memberAt(structure, field) {
    if (!(0,json/* isRecord */.u4)(structure)) {
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
    if (!/^\s*\{/.test(text)) {
        return undefined;
    }
    try {
        return (0,json/* parseJson */.qF)(text);
    }
    catch {
        return undefined;
    }
}
/** A document too deep to be walked, or without members, is a text like any other. */
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
    return Object.entries(value).flatMap(([name, member]) => (0,json/* isRecord */.u4)(member) && Object.keys(member).length > 0
        ? flatten(member, [...path, name])
        : [{ path: [...path, name], text: textOfJson(member) }]);
}

;// CONCATENATED MODULE: ./lib/formats/registry.js





/**
 * The logins in a Secret: in its fields, in a dockerconfigjson, or in either as JSON or base64 in a text.
 *
 * @throws ActionError value_unsupported, which names the part that is missing and the fields that there are
 */
function readRegistries(value, who) {
    const document = (0,registry_fields/* documentIn */.Fd)(value.text);
    const parts = Array.isArray(document) && document.length > 0 ? document : [document];
    const found = new Map();
    for (const registry of parts.flatMap((part) => registriesIn(part, who))) {
        const other = found.get(registry.server) ?? registry;
        if (JSON.stringify(other) !== JSON.stringify(registry)) {
            throw unusableLogin(who, 'it holds two different logins to one registry');
        }
        found.set(registry.server, registry);
    }
    return [...found.values()];
}
function registriesIn(document, who) {
    const logins = loginsIn(document, registry_fields/* DEPTH */.e$);
    return logins.length > 0
        ? logins.map((login) => fromLogin(login, who))
        : [fromFields(fieldsIn(readValue(document), registry_fields/* DEPTH */.e$), who)];
}
/** The entries of `auths` of every `config.json` in a document, and those of a `.dockercfg`, which has no `auths`. */
function loginsIn(node, depth) {
    const document = typeof node === 'string' ? (0,registry_fields/* documentIn */.Fd)(node) : node;
    if (!(0,json/* isRecord */.u4)(document) || depth === 0) {
        return [];
    }
    const { auths } = document;
    const entries = Object.entries((0,json/* isRecord */.u4)(auths) ? auths : document);
    return (0,json/* isRecord */.u4)(auths) || (entries.length > 0 && entries.every(isLogin))
        ? entries
        : entries.flatMap(([, member]) => loginsIn(member, depth - 1));
}
function isLogin([host, entry]) {
    const parts = ['auth', 'username', 'identitytoken'];
    return (0,registry_fields/* registryHost */.U$)(host) !== undefined && (0,json/* isRecord */.u4)(entry) && parts.some((name) => entry[name] !== undefined);
}
function fromLogin([host, entry], who) {
    const text = (name) => ((0,json/* isRecord */.u4)(entry) && typeof entry[name] === 'string' ? entry[name] : '');
    const given = { username: text('username'), password: text('password') };
    const { username, password } = agreed((0,registry_fields/* decodeAuth */.X$)(text('auth')), given, who);
    const identityToken = text('identitytoken');
    const server = (0,registry_fields/* registryHost */.U$)(host);
    if (server === undefined) {
        throw unusableLogin(who, `in its auths, ${(0,untrusted_text/* quote */.hD)(host)} is not the address of a registry`);
    }
    if (identityToken === '' && (username === '' || password === '')) {
        throw unusableLogin(who, `in its auths, ${(0,untrusted_text/* quote */.hD)(host)} has no user name and password`);
    }
    return checked({ server, username, password, ...(identityToken === '' ? {} : { identityToken }) }, who);
}
/** A login that is given twice must be one. @throws ActionError value_unsupported */
function agreed(auth, given, who) {
    const differs = (name) => given[name] !== '' && auth !== undefined && given[name] !== auth[name];
    if (differs('username') || differs('password')) {
        throw unusableLogin(who, 'its `auth` says another user name or password than its other fields');
    }
    return auth ?? given;
}
/** The fields of a value; one whose name says nothing may itself be a document in a text. */
function fieldsIn({ fields = [] }, depth) {
    return fields.flatMap((field) => {
        const inner = depth === 0 || (0,registry_fields/* roleOf */.kp)(fieldPath(field)) !== undefined ? undefined : (0,registry_fields/* documentIn */.Fd)(field.text);
        const within = (0,json/* isRecord */.u4)(inner) ? fieldsIn(readValue(inner), depth - 1) : [];
        return within.length === 0 ? [field] : within.map(({ path, text }) => ({ path: [...field.path, ...path], text }));
    });
}
function fromFields(fields, who) {
    const part = (role) => onlyOne(role, fields, who);
    const [address, auth] = [part('server'), (0,registry_fields/* decodeAuth */.X$)(part('auth'))];
    const { username, password } = agreed(auth, { username: part('username'), password: part('password') }, who);
    const parts = { server: address, 'user name': username, password };
    const missing = Object.entries(parts).flatMap(([name, text]) => (text === '' ? [name] : []));
    if (missing.length > 0) {
        const seen = fields.length === 0 ? 'it has no fields' : `its fields are ${listed(fields)}`;
        throw unusableLogin(who, `no ${missing.join(', no ')} was found; ${seen}`);
    }
    const host = (0,registry_fields/* registryHost */.U$)(address);
    if (host === undefined) {
        throw unusableLogin(who, `its server is not the address of a registry; its fields are ${listed(fields)}`);
    }
    const server = /:\d+$/.test(host) || ['', '443'].includes(part('port')) ? host : `${host}:${part('port')}`;
    return checked({ server, username: parts['user name'], password: parts.password }, who);
}
/** The text of the field that holds a part, or nothing; fields that say the same are one. */
function onlyOne(role, fields, who) {
    const found = fields.filter((field) => (0,registry_fields/* roleOf */.kp)(fieldPath(field)) === role && field.text !== '');
    const texts = found.map(({ text }) => (role === 'server' ? ((0,registry_fields/* registryHost */.U$)(text) ?? text) : text));
    if (new Set(texts).size > 1) {
        throw unusableLogin(who, `its fields ${listed(found)} could each be the ${role === 'username' ? 'user name' : role}`);
    }
    return found[0]?.text ?? '';
}
/** A colon ends the user name where the two are joined: RFC 7617 section 2. */
function checked(registry, who) {
    if (registry.username.includes(':')) {
        throw unusableLogin(who, 'its user name holds a colon, which a registry would take for the end of the name');
    }
    return registry;
}
function fieldPath({ path }) {
    return path.at(-1) ?? '';
}
function listed(fields) {
    return fields.map(({ path }) => (0,untrusted_text/* quote */.hD)(path.join('.'))).join(', ');
}
function unusableLogin(who, why) {
    const advice = 'Give it the fields server, username and password, or make it a dockerconfigjson';
    return new errors/* ActionError */.lZ('value_unsupported', `${who} is no login to a container registry: ${why}`, { advice });
}

// EXTERNAL MODULE: ./lib/masking/forms.js
var masking_forms = __nccwpck_require__(675);
;// CONCATENATED MODULE: ./lib/secrets/decode.js

/** Groups of four signs, the last one perhaps shorter: base64 with its padding or without, but with no wrong one. */
const groupsOf = (sign) => `(?:${sign}{4})*(?:${sign}{2}(?:==)?|${sign}{3}=?)?`;
/** How each decoding reads a text, and what it takes for one; blanks are left out before. */
const READERS = {
    base64: { form: new RegExp(`^(?:${groupsOf('[A-Za-z0-9+/]')}|${groupsOf('[A-Za-z0-9_-]')})$`), encoding: 'base64' },
    hex: { form: /^(?:[0-9A-Fa-f]{2})*$/, encoding: 'hex' },
};
/**
 * Decodes a text step by step; gives the bytes of every step, the last one last.
 *
 * @throws ActionError value_unsupported when a step's text is not what it decodes
 */
function decode(text, decodings, who) {
    const steps = [];
    for (const decoding of decodings) {
        const { form, encoding } = READERS[decoding];
        const source = (steps.at(-1)?.toString('latin1') ?? text).replace(/\s/g, '');
        // Buffer reads as far as it can and says nothing of the rest.
        if (!form.test(source)) {
            throw new errors/* ActionError */.lZ('value_unsupported', `${who} is no ${decoding}`);
        }
        steps.push(Buffer.from(source, encoding));
    }
    return steps;
}
/** The text that bytes are in UTF-8, if they are. */
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
 * Reads a pattern, in which `*` matches any characters, also none.
 *
 * Each part is taken at its first place, which never needs to be undone: a regular expression would try them all, and a few
 * stars on one long name would take hours.
 */
function parsePattern(pattern) {
    const [head = '', ...others] = pattern.split('*');
    const tail = others.pop();
    if (tail === undefined) {
        return (text) => (text === head ? {} : undefined);
    }
    return (text) => {
        const end = text.length - tail.length;
        const fits = text.startsWith(head) && text.endsWith(tail) && head.length <= end;
        if (!fits || !holdsInOrder(text.slice(head.length, end), others)) {
            return undefined;
        }
        return others.length === 0 ? { starred: text.slice(head.length, end) } : {};
    };
}
function holdsInOrder(text, parts) {
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
/** The names of one match: of a pattern by its Secret's name, or by what the star matched. */
function nameOfMatch({ request, entry, field, starred, byPattern }) {
    if (!byPattern || entry === undefined) {
        return nameOfRequest(request);
    }
    const who = `line ${request.line}, Secret ${(0,untrusted_text/* quote */.hD)(entry.name)}`;
    if (request.target === undefined || starred === undefined) {
        return nameFrom(undefined, field === undefined ? entry.name : `${entry.name}.${field}`, who);
    }
    const name = `${request.target.slice(0, -1)}${inVariable(starred)}`;
    return { variable: name, output: name, chosen: false, who };
}
/**
 * Refuses names that can be seen to fail before any Secret is decrypted.
 *
 * @throws ActionError name_refused, name_conflict
 */
function checkMatches(matches, settings) {
    const named = matches.map((match) => [match.request, nameOfMatch(match)]);
    checkNames(named, settings);
}

// EXTERNAL MODULE: ./lib/masking/masks.js
var masks = __nccwpck_require__(185);
;// CONCATENATED MODULE: ./lib/secrets/plain-fields.js



/** Masks everything in a value but its plain fields; what consists of both is masked whole. */
function maskValue(value, plain, ports) {
    const fields = value.fields ?? [];
    const secret = fields.filter(({ path }) => !plain.includes(path.join('.'))).map(({ text }) => text);
    ports.mask([value.text, ...secret, ...(0,masks/* userPasswords */.my)(fields)], openTexts(value, plain));
}
/** The texts of the plain fields, also of those in JSON in a text. */
function openTexts({ fields = [] }, plain) {
    return fields.flatMap(({ path, text }) => {
        const name = path.join('.');
        return plain.includes(name) ? [text, ...(0,json/* leavesOf */.wf)(text)] : openTexts(readValue(text), below(name, plain));
    });
}
function isIn(field, plain) {
    return field !== undefined && plain.includes(field);
}
/** The paths in a whole value as they are in one field of it. */
function below(field, paths) {
    const start = `${field}.`;
    return field === undefined
        ? paths
        : paths.filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
}
/** The plain field that a field of a result is in: itself, or the one that its line asks for; undefined for none. */
function openPath(field, path, plain) {
    const whole = [...(field === undefined ? [] : [field]), ...path].join('.');
    return [whole, field].find((name) => name !== undefined && plain.includes(name));
}

;// CONCATENATED MODULE: ./lib/secrets/result.js










/**
 * Takes the field of a value that a match asks for, decodes it, and masks what comes to light by that; undefined when the
 * field is optional and absent. Fields in `plain` stay unmasked.
 *
 * @throws ActionError field_not_found, value_unsupported
 */
function resultOf(source, plain, ports) {
    const { match, value, updatedAt } = source;
    const { entry, key, field, request } = match;
    const secret = `Secret ${(0,untrusted_text/* quote */.hD)(entry?.name ?? key)}`;
    const who = field === undefined ? secret : `Field ${(0,untrusted_text/* quote */.hD)(field)} of ${secret}`;
    const selected = field === undefined ? value : selectField(value, field);
    if (selected === undefined) {
        if (request.optional) {
            ports.log.notice(`\`secrets\`, line ${request.line}: ${who} does not exist; it is optional.`);
            return undefined;
        }
        throw fieldNotFound(value, field ?? '', secret);
    }
    const steps = decode(selected.text, request.decodings, who);
    const bytes = steps.at(-1) ?? Buffer.from(selected.text, 'utf8');
    const text = textIn(bytes);
    const decoded = steps.length === 0 ? selected : text === undefined ? undefined : readValue(text);
    const common = { match, name: nameOfMatch(match), who, value: decoded, bytes, updatedAt };
    maskDecoded({ field, steps, value: decoded }, plain, ports);
    const typed = typedOf(request.sink, common, { field, plain, ports });
    return { ...common, ...typed };
}
/** What a typed Secret holds, and masks what reading it brought to light. */
function typedOf(sink, result, { field, plain, ports }) {
    if (sink !== 'docker' && sink !== 'aws') {
        return { registries: [], aws: undefined };
    }
    const value = textValue(result);
    const typed = readTyped(sink, value, result.who);
    const open = isIn(field, plain) ? [value.text] : openTexts(value, below(field, plain));
    ports.mask(derivedTexts(typed, open));
    return typed;
}
/** Masks what came to light on the way to a value, and the value but for its plain fields. */
function maskDecoded({ field, steps, value }, plain, ports) {
    if (isIn(field, plain)) {
        return;
    }
    if (value === undefined) {
        ports.mask(steps.flatMap(printable));
    }
    else {
        ports.mask(steps.slice(0, -1).flatMap(printable));
        maskValue(value, below(field, plain), ports);
    }
}
/** What a later step could print of bytes: their text, or the forms for what is none. */
function printable(bytes) {
    const text = textIn(bytes);
    return text === undefined ? (0,masking_forms/* formsOfBytes */._O)(bytes) : [text];
}
/**
 * The text of a result, which a variable, an output or a line of a file can hold.
 *
 * @throws ActionError value_unsupported
 */
function textValue({ value, who }) {
    if (value === undefined) {
        throw new errors/* ActionError */.lZ('value_unsupported', `${who} is no text (UTF-8) when it is decoded; only \`@file\` takes bytes`);
    }
    if (value.text.includes('\0') || value.fields?.some(({ text }) => text.includes('\0')) === true) {
        const message = `${who} holds a NUL character, which no variable can; only \`@file\` takes it`;
        throw new errors/* ActionError */.lZ('value_unsupported', message);
    }
    return value;
}
/** Reads what a sink of typed Secrets is for. @throws ActionError value_unsupported */
function readTyped(sink, value, who) {
    const aws = sink === 'aws' ? awsVariables(value, who) : undefined;
    return { aws, registries: sink === 'docker' ? readRegistries(value, who) : [] };
}
/**
 * The texts that reading a typed Secret made: logins in new forms, and addresses unless they come from one
 * of the plain texts.
 */
function derivedTexts({ registries, aws }, plain) {
    const open = plain.map((text) => text.toLowerCase()).filter((text) => text !== '');
    const isOpen = (text) => open.some((one) => one.includes(text.toLowerCase()) || text.includes(one));
    const endpoints = (aws?.variables ?? []).filter(([name]) => name === 'AWS_ENDPOINT_URL_S3');
    const addresses = [...registries.map(({ server }) => server), ...endpoints.map(([, text]) => text)];
    return [...registries.flatMap(docker_config/* registrySecrets */.ZN), ...addresses.filter((text) => !isOpen(text))];
}

;// CONCATENATED MODULE: ./lib/publication/deliver.js






/**
 * Decides what a result becomes, and takes the names for it.
 *
 * @throws ActionError value_unsupported, name_refused, name_conflict
 */
function deliver(result, place) {
    const nothing = { outputs: [], variables: [], files: [], lines: [], notices: [] };
    const delivery = { result, ...nothing, ...DELIVER[result.match.request.sink ?? 'plain'](result, place) };
    return place.taken.exportEnv ? delivery : { ...delivery, variables: [] };
}
const DELIVER = {
    /** A variable, or one per field of a structured value, and an output with the text as the server gave it. */
    plain(result, { taken }) {
        const value = textValue(result);
        claimOutput(taken, result.name);
        return { outputs: [[result.name.output, value.text]], variables: takeAll(result, taken, 'variable') };
    },
    /** The very bytes; variable and output hold the path. */
    file({ name, bytes }, { taken, pathOf }) {
        claimFile(taken, name);
        const path = pathOf(name.variable);
        return {
            files: [{ path: name.variable, content: bytes }],
            variables: [[name.variable, path]],
            outputs: [[name.output, path]],
        };
    },
    dotenv: (result, { taken }) => ({ lines: takeAll(result, taken, 'line of @dotenv') }),
    'env-file': (result, { taken }) => ({ lines: takeAll(result, taken, 'line of @env-file') }),
    docker({ registries, name: { who } }, { taken }) {
        for (const registry of registries) {
            claim(taken, 'registry', { name: (0,untrusted_text/* quote */.hD)((0,docker_config/* registryKey */.n7)(registry)), who });
        }
        return {};
    },
    /** The variables that the SDKs read, as outputs too. */
    aws(result, { taken }) {
        const { variables, unused } = result.aws ?? { variables: [], unused: [] };
        for (const [variable] of variables) {
            const name = { variable, output: variable, chosen: true, who: result.name.who };
            claimVariable(taken, 'variable', name);
            claimOutput(taken, name);
        }
        const notices = unused.length === 0 ? [] : [`${result.who}: no AWS variable takes ${unused.map(untrusted_text/* quote */.hD).join(', ')}.`];
        return { variables, outputs: variables, notices };
    },
};
function takeAll(result, taken, kind) {
    return variablesOf(result, textValue(result)).map(({ text, ...name }) => {
        claimVariable(taken, kind, name);
        return [name.variable, text];
    });
}
/** The variable of a value, or those of its fields, whose names are never wholly the author's. */
function variablesOf({ name }, value) {
    if (value.fields === undefined) {
        return [{ ...name, text: value.text }];
    }
    return value.fields.map(({ path, text }) => ({
        ...name,
        variable: fieldVariable(name.variable, path),
        chosen: false,
        who: `${name.who}, field ${(0,untrusted_text/* quote */.hD)(path.join('.'))}`,
        text,
    }));
}
const VARIABLE_FILES = [
    { sink: 'dotenv', path: 'secrets.env', output: 'dotenv', format: formatDotenv },
    { sink: 'env-file', path: 'secrets.env-file', output: 'env_file', format: formatEnvFile },
];
/**
 * The files of `@dotenv` and `@env-file`, as far as there are lines for them.
 *
 * @throws ActionError value_unsupported
 */
function variableFiles(deliveries) {
    return VARIABLE_FILES.flatMap(({ sink, path, output, format }) => {
        const own = deliveries.filter(({ result }) => result.match.request.sink === sink);
        const lines = own.flatMap((delivery) => delivery.lines);
        return lines.length === 0 ? [] : [{ path, output, content: format(lines) }];
    });
}

;// CONCATENATED MODULE: ./lib/publication/job-warnings.js
/** A warning where the client will not read the file. */
function tokenInfoWarnings(file) {
    const rivals = file?.rivals ?? [];
    const names = rivals.join(', ');
    return rivals.length === 0
        ? []
        : [
            `The job sets ${names}: the Python client takes its credentials from there, and does not read the token_info.json.`,
        ];
}
/** Variables by which SDKs take other keys than those of `@aws`; to set them empty would be an error for some. */
const PROFILES = ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'];
/** What stays as an earlier step or the job itself has it, where the Secret says nothing of it. */
const KEPT = ['AWS_ENDPOINT_URL_S3', 'AWS_ENDPOINT_URL', 'AWS_REGION', 'AWS_DEFAULT_REGION'];
/** Warnings about variables of the job by which what this step gives does not work. */
function jobWarnings(deliveries, { variable }) {
    const profiles = uses(deliveries, 'aws') ? PROFILES.filter((name) => variable(name) !== undefined) : [];
    const isHidden = uses(deliveries, 'docker') && variable('DOCKER_AUTH_CONFIG') !== undefined;
    return [
        ...profiles.map((name) => `The variable ${name} is set: some SDKs take the keys of that profile, not those of @aws.`),
        ...(isHidden ? [`The variable DOCKER_AUTH_CONFIG is set: docker takes its logins, not those of @docker.`] : []),
    ];
}
/** Notices about what `@aws` leaves as it is. */
function jobNotices(deliveries, { variable }) {
    if (!uses(deliveries, 'aws')) {
        return [];
    }
    const given = deliveries.flatMap(({ variables, outputs }) => [...variables, ...outputs].map(([name]) => name));
    const hasEndpoint = given.includes('AWS_ENDPOINT_URL_S3');
    const kept = KEPT.filter((name) => variable(name) !== undefined && !given.includes(name)).filter((name) => !(hasEndpoint && name === 'AWS_ENDPOINT_URL'));
    const hasRegion = given.includes('AWS_REGION') || kept.some((name) => name.endsWith('REGION'));
    return [
        ...kept.map((name) => `@aws: the Secret does not say it, so ${name} stays as the job has it.`),
        ...(hasRegion ? [] : ['@aws: neither the Secret nor the job says a region; some SDKs want one in AWS_REGION.']),
    ];
}
function uses(deliveries, sink) {
    return deliveries.some(({ result }) => result.match.request.sink === sink);
}
/** A warning where the Python client of the platform will not use the token in its variable: `Auth.__init__`, auth.py. */
function tokenVariableWarnings({ login: { token } }, { platform, tokenVariable }, { variable }) {
    if (platform.pythonClient === undefined || tokenVariable !== platform.tokenVariable || token?.claims === undefined) {
        return [];
    }
    const names = [`${platform.pythonClient.variablePrefix}_CLIENT_ID`, 'CLIENT_ID'];
    const name = names.find((name) => variable(name) !== undefined);
    // It compares without a look into a list, which may hold the client (RFC 7519 section 4.1.3).
    return name === undefined || variable(name) === token.claims['aud']
        ? []
        : [
            `The job sets ${name}: the Python client takes it for its own client id, and drops the token in ${tokenVariable}, whose claim \`aud\` is another.`,
        ];
}

;// CONCATENATED MODULE: ./lib/formats/token-info.js



/** The file in the step's folder; the client may leave others beside it. */
const TOKEN_INFO_FILE = 'token_info.json';
/** Reads the JSON of a token_info; undefined for what is none. */
function parseTokenInfo(text) {
    try {
        const members = JSON.parse(text);
        return (0,json/* isRecord */.u4)(members) ? tokenInfoOf(members) : undefined;
    }
    catch {
        return undefined;
    }
}
/** Reads the text that the platform's web page hands out: base64url of the same JSON; undefined for what is none. */
function parsePastedTokenInfo(text) {
    return /^[A-Za-z0-9+/_-]+={0,2}$/.test(text)
        ? parseTokenInfo(Buffer.from(text, 'base64url').toString('utf8'))
        : undefined;
}
/** The secrets of a token_info, to be masked as soon as it is read. */
function secretsOfTokenInfo(info) {
    const { clientSecret, refreshToken, token } = info;
    return [clientSecret, refreshToken, token].filter((secret) => secret !== undefined);
}
/** Writes a token_info.json that the Python client reads and can refresh with; there the scope is a list. */
function formatTokenInfo(info) {
    return JSON.stringify({
        client_id: info.clientId,
        client_secret: info.refreshToken,
        refresh_token: info.refreshToken,
        jwt_token: info.token,
        ...(info.scope === undefined ? {} : { scope: info.scope.split(/\s+/) }),
    });
}
function tokenInfoOf(members) {
    const text = (name) => {
        const value = members[name];
        return typeof value === 'string' && value !== '' ? value : undefined;
    };
    const scope = members['scope'];
    return {
        clientId: text('client_id'),
        clientSecret: text('client_secret'),
        refreshToken: text('refresh_token'),
        // Older clients wrote the second name, and the newer ones let it win.
        token: text('JWT_TOKEN') ?? text('jwt_token'),
        scope: Array.isArray(scope) && scope.length > 0 ? scope.map(String).join(' ') : text('scope'),
    };
}
/** Reads a file of it; `who` is the input or variable that names it, as a message starts. @throws ActionError input_invalid */
function readTokenInfoFile(path, who, readFile) {
    const info = parseTokenInfo(readNamedFile(path, who, readFile));
    if (info === undefined) {
        throw new errors/* ActionError */.lZ('input_invalid', `${who} names a file that is no JSON object, as token_info.json is one.`);
    }
    return info;
}
function readNamedFile(path, who, readFile) {
    try {
        return readFile(path);
    }
    catch (error) {
        const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
        throw new errors/* ActionError */.lZ('input_invalid', `${who} names a file that cannot be read: ${(0,untrusted_text/* quote */.hD)(path)} (${why}).`, {
            cause: error,
        });
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
;// CONCATENATED MODULE: ./lib/login/python-claims.js

/** The claims of a token, those with the platform's own prefix without it; they win over plain ones of the same name. */
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
/** Reads a user as the class Auth does (descarteslabs-python, auth.py): `namespace` and the two lists of ACL subjects. */
function pythonIdentity(claims) {
    const text = (name) => {
        const value = claims[name];
        return typeof value === 'string' && value !== '' ? value : undefined;
    };
    const sub = text('sub');
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
/** A group of an organization counts only while it is the user's own. */
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

// EXTERNAL MODULE: ./lib/machine/docker-files.js
var docker_files = __nccwpck_require__(7);
;// CONCATENATED MODULE: ./lib/publication/parts.js





/** The folder of `@docker` in the step's own; no variable has a `-` in its name, so no `@file` is called so. */
const DOCKER_FOLDER = 'docker-config';
/** A part without anything. */
const NOTHING = { outputs: [], variables: [], files: [] };
/** The files of `@dotenv` and `@env-file`. */
function listsPart(deliveries, { pathOf }) {
    const files = variableFiles(deliveries);
    return { files, outputs: files.map(({ output, path }) => [output, pathOf(path)]), variables: [] };
}
/** The files of `@docker`, which all its registries share. */
function dockerPart({ fetched: { results } }, { pathOf, dockerFiles }) {
    const registries = results.flatMap((result) => result.registries);
    if (registries.length === 0) {
        return NOTHING;
    }
    const inFolder = (path) => `${DOCKER_FOLDER}/${path}`;
    return {
        files: dockerFiles(registries).map((file) => ({ ...file, path: inFolder(file.path) })),
        outputs: [['docker_config', pathOf(DOCKER_FOLDER)]],
        variables: [
            ['DOCKER_CONFIG', pathOf(DOCKER_FOLDER)],
            ['REGISTRY_AUTH_FILE', pathOf(inFolder(docker_files/* AUTH_FILE */.u1))],
        ],
    };
}
/** Empties the variables of an earlier step by which the keys of `@aws` would not work, but for those that a line sets. */
function leftoversPart(deliveries, { variable }) {
    const isAws = deliveries.some(({ result }) => result.match.request.sink === 'aws');
    const given = deliveries.flatMap(({ variables }) => variables.map(([name]) => name));
    const left = AWS_LEFTOVERS.filter((name) => isAws && variable(name) !== undefined && !given.includes(name));
    return { ...NOTHING, variables: left.map((name) => [name, '']) };
}
/** What a login gives out: the token, all that is known of it and of its user, and the file for a Python client. */
function loginPart(session, settings) {
    return {
        outputs: loginOutputs(session, settings),
        variables: loginVariables(session, settings),
        files: loginFiles(session, settings),
    };
}
/** The outputs of a login: the token, all that is known of it, and of its user. */
function loginOutputs({ login: { token }, user }, { platform, tokenInfoFile }) {
    const claims = ownClaims(token?.claims, platform);
    const identity = claims === undefined || platform.pythonClient === undefined ? undefined : pythonIdentity(claims);
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
/** The variables of a login: the token, or the path of the file that stands for it. */
function loginVariables({ login }, { tokenVariable, tokenInfoFile, exportEnv }) {
    if (tokenInfoFile === undefined || !exportEnv) {
        return tokenVariable === undefined || login.token === undefined ? [] : [[tokenVariable, login.token.value]];
    }
    const { variable, path, stale } = tokenInfoFile;
    return [[variable, path], ...(stale === undefined ? [] : [[stale, '']])];
}
/** The file that a Python client reads and refreshes with, where one is wanted. */
function loginFiles({ login: { token } }, { tokenInfoFile, credentials }) {
    const { grant, clientId, scope } = credentials ?? {};
    if (tokenInfoFile === undefined || grant?.type !== 'refresh_token' || clientId === undefined || token === undefined) {
        return [];
    }
    const content = formatTokenInfo({ clientId, refreshToken: grant.refreshToken, token: token.value, scope });
    return [{ path: TOKEN_INFO_FILE, content }];
}

;// CONCATENATED MODULE: ./lib/publication/warnings.js




const DAY = 24 * 60 * 60 * 1000;
/** A warning for each variable of the author's choice that steers later steps. */
function nameWarnings({ secretRequests, exportEnv, tokenVariable }) {
    const targets = exportEnv ? secretRequests.flatMap(({ target }) => target ?? []) : [];
    return [...(tokenVariable === undefined ? [] : [tokenVariable]), ...targets]
        .filter(takesOver)
        .map((name) => `The variable ${name} steers the programs of later steps: is this what you want?`);
}
/** The parts of a result that are to be masked: its fields, or the whole of it. */
function maskedParts({ match, value, who }, plain) {
    const fields = value?.fields ?? (value === undefined ? [] : [{ path: [], text: value.text }]);
    return fields
        .filter(({ path }) => openPath(match.field, path, plain) === undefined)
        .map(({ path, text }) => ({
        who: path.length === 0 ? who : `Field ${(0,untrusted_text/* quote */.hD)(path.join('.'))} of ${who}`,
        text,
        isField: path.length > 0,
    }));
}
/** The paths of a result's fields that the workflow leaves unmasked. */
function plainFieldsOf({ match, value }, plain) {
    const fields = value?.fields ?? [{ path: [] }];
    return fields.flatMap(({ path }) => openPath(match.field, path, plain) ?? []);
}
/** Whether the log may show a result, though it should not. */
function cannotBeMasked(result, plain) {
    return maskedParts(result, plain).some(({ text, isField }) => !isField && !(0,masks/* isMaskable */.h_)(text));
}
/** A warning for each value that no mask can hide, or whose mask hides more than it. */
function maskWarnings(results, plain) {
    const warnings = results.flatMap((result) => maskedParts(result, plain).flatMap(({ who, text, isField }) => {
        if (!(0,masks/* isMaskable */.h_)(text)) {
            return isField ? [] : [`${who} is empty, blank or a mere word of JSON: it cannot be masked.`];
        }
        if ((0,masks/* hasShortMask */.Fb)(text)) {
            return [
                `${who} is, or consists of lines, shorter than four characters: its mask hides them everywhere in the log.`,
            ];
        }
        return (0,masks/* hasOpenParts */.Xu)(text)
            ? [`${who} has lines or items shorter than four characters: these are not masked.`]
            : [];
    }));
    return [...new Set(warnings)];
}
/** A notice for each of `plain_fields` that no Secret has, since a misspelt one changes nothing. */
function plainNotices(results, plain) {
    const found = results.flatMap((result) => plainFieldsOf(result, plain));
    return plain
        .filter((path) => !found.includes(path))
        .map((path) => `\`plain_fields\` names ${(0,untrusted_text/* quote */.hD)(path)}, which is no field of these Secrets.`);
}
/** Whole days since a Secret was changed; undefined where the server tells no time that can be one. */
function ageInDays(updatedAt, now) {
    const days = updatedAt === undefined ? Number.NaN : Math.floor((now.getTime() - updatedAt.getTime()) / DAY);
    return days >= -1 ? Math.max(0, days) : undefined;
}
/** Whether a Secret is unchanged for longer than the workflow allows. */
function isTooOld({ updatedAt }, { rotateAfterDays }, now) {
    return rotateAfterDays > 0 && (ageInDays(updatedAt, now) ?? 0) > rotateAfterDays;
}
/** One warning for all Secrets that should have been changed by now, since the runner keeps ten of a step. */
function rotationWarnings(results, settings, now) {
    const old = results
        .filter((result) => isTooOld(result, settings, now))
        .map((result) => `${quotedName(result)} (${ageInDays(result.updatedAt, now)} days)`);
    const names = [...new Set(old)];
    const limit = `more than ${settings.rotateAfterDays} day${settings.rotateAfterDays === 1 ? '' : 's'}`;
    return names.length === 0 ? [] : [`To rotate, since they were not changed for ${limit}: ${names.join(', ')}.`];
}
/** A notice about Secrets whose age nobody tells, where the workflow wants to know it. */
function ageNotices(results, { rotateAfterDays }, now) {
    const unknown = results.filter(({ updatedAt }) => ageInDays(updatedAt, now) === undefined).map(quotedName);
    const names = [...new Set(unknown)];
    return rotateAfterDays === 0 || names.length === 0
        ? []
        : [`\`rotate_after_days\`: the server does not say when these were changed: ${names.join(', ')}.`];
}
function quotedName({ match }) {
    return (0,untrusted_text/* quote */.hD)(match.entry?.name ?? match.key);
}

;// CONCATENATED MODULE: ./lib/publication/publication.js







/** The output `secrets`: all plain values by their output's name; left out where it alone would be too large. */
function secretsOutput(deliveries) {
    const plain = deliveries.filter(({ result }) => result.match.request.sink === undefined);
    const text = JSON.stringify(Object.fromEntries(plain.flatMap(({ outputs }) => outputs)));
    if (plain.length > 0 && (0,limits/* isTooLarge */.I9)(text)) {
        return { outputs: [], notices: ['The output `secrets` is left out: it would be larger than 1 MiB in UTF-16.'] };
    }
    return { outputs: plain.length === 0 ? [] : [['secrets', text]], notices: [] };
}
/**
 * Decides what is given out under which names; with `plan`, nothing is.
 *
 * @throws ActionError name_refused, name_conflict, value_unsupported, publication_failed
 */
function planPublication(session, settings, surroundings) {
    const { results } = session.fetched;
    const { notices, deliveries, part } = planSecrets(session, settings, surroundings);
    const login = loginPart(session, settings);
    const outputs = [...login.outputs, ...part.outputs];
    const variables = settings.exportEnv ? [...login.variables, ...part.variables] : [];
    const files = [...login.files, ...part.files];
    (0,limits/* checkVariableSizes */.XO)(variables, surroundings);
    (0,limits/* checkOutputSizes */.Mp)(outputs);
    const given = settings.plan ? NOTHING : { outputs, variables, files };
    return {
        ...given,
        state: { ...session.saved, ...undoOf(given, surroundings) },
        folder: surroundings.folder,
        notices: [
            ...notices,
            ...plainNotices(results, settings.plainFields),
            ...ageNotices(results, settings, surroundings.now),
            ...jobNotices(deliveries, surroundings),
        ],
        warnings: [
            ...maskWarnings(results, settings.plainFields),
            ...nameWarnings(settings),
            ...tokenInfoWarnings(settings.tokenInfoFile),
            ...tokenVariableWarnings(session, settings, surroundings),
            ...jobWarnings(deliveries, surroundings),
            ...rotationWarnings(results, settings, surroundings.now),
        ],
        infos: namesLines({ outputs, variables, files }, settings.plan),
        planned: { deliveries, outputs, now: surroundings.now },
    };
}
function planSecrets(session, settings, surroundings) {
    const place = { taken: takenNames(settings), pathOf: surroundings.pathOf };
    const deliveries = session.fetched.results.map((result) => deliver(result, place));
    const secrets = secretsOutput(deliveries);
    const shared = [listsPart(deliveries, surroundings), dockerPart(session, surroundings)];
    const parts = [...deliveries, ...shared, leftoversPart(deliveries, surroundings)];
    const part = {
        outputs: [...parts.flatMap(({ outputs }) => outputs), ...secrets.outputs],
        variables: parts.flatMap(({ variables }) => variables),
        files: parts.flatMap(({ files }) => files),
    };
    return { deliveries, part, notices: [...deliveries.flatMap(({ notices }) => notices), ...secrets.notices] };
}
/** What the post step takes back: the folder, and the variables by which programs would look for it there. */
function undoOf({ files, variables }, { folder, variable }) {
    const leading = variables.filter(([, value]) => value.startsWith(folder));
    return {
        files: files.length === 0 ? [] : [folder],
        variables: leading.map(([name, value]) => ({ name, value, before: pathOr(variable(name)) })),
    };
}
/** A path; any other text could be a secret, which has no place in the state. */
function pathOr(text = '') {
    return (0,external_node_path_.isAbsolute)(text) && !/[\r\n]/.test(text) ? text : '';
}
function namesLines({ outputs, variables, files }, plan) {
    const verb = plan ? ' would be' : '';
    const names = (pairs) => pairs.map(([name]) => name).join(', ') || 'none';
    return [
        ...(plan ? ['This is a plan: nothing is exported.'] : []),
        `Outputs${verb}: ${names(outputs)}.`,
        `Variables${verb}: ${names(variables)}.`,
        ...(files.length === 0 ? [] : [`Files below RUNNER_TEMP${verb}: ${files.length}, removed when the job ends.`]),
    ];
}

;// CONCATENATED MODULE: ./lib/publication/html.js

/** The most characters of a name: enough to tell two Secrets apart, and short enough for a cell of a table. */
const HTML_NAME_LIMIT = 48;
/** The most characters of an address or a path, which says little without its end. */
const PATH_LIMIT = 256;
/** What the signs of HTML are written as; `&apos;` and not `&#39;`, since the runner masks a secret in this very form. */
const HTML_ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
};
/** Writes a text so that HTML shows it as it is. */
function escapeHtml(text) {
    return text.replace(/[&<>"']/g, (sign) => HTML_ENTITIES[sign] ?? sign);
}
/**
 * Shows a foreign name as code: one line of at most 48 characters, with no workflow command in it.
 *
 * In `<code>` GitHub looks for no mentions, references, links or emoji codes; what Markdown would make of the name is
 * for the caller to prevent, by a block of HTML around it.
 */
function nameAsCode(name) {
    return asCode(name, HTML_NAME_LIMIT);
}
/** Shows an address or a path as code, at most 256 characters of it. */
function pathAsCode(path) {
    return asCode(path, PATH_LIMIT);
}
/** Names in code, separated by commas; of a long list the first `most`, and how many more there are. */
function namesAsCode(names, most) {
    return firstPieces(names.map(nameAsCode), most).join(', ');
}
/** The first `most` of some pieces of HTML, and how many more there are. */
function firstPieces(pieces, most) {
    return pieces.length > most ? [...pieces.slice(0, most), `and ${pieces.length - most} more`] : [...pieces];
}
function asCode(text, limit) {
    const line = (0,untrusted_text/* oneLine */.TN)(text.toWellFormed());
    return line === '' ? '(no visible name)' : `<code>${escapeHtml(cutMiddle(line, limit))}</code>`;
}
/** Cuts between characters, not between the halves of one; the end stays, since long names often differ there. */
function cutMiddle(text, limit) {
    const characters = [...text];
    const end = Math.floor(limit / 4);
    return characters.length > limit
        ? [...characters.slice(0, limit - end - 1), '…', ...characters.slice(-end)].join('')
        : text;
}

;// CONCATENATED MODULE: ./lib/publication/summary-table.js

/** The most names of one kind of target, and of fields, in a cell. */
const CELL_LIMIT = 8;
/** What the line about left-out rows may take. */
const LAST_ROW_BYTES = 200;
/** How each kind of target is called in the table, for one and for several; they stand in this order. */
const KINDS = {
    variable: ['variable', 'variables'],
    file: ['file, its path in', 'files, their paths in'],
    aws: ['AWS variable and output', 'AWS variables and outputs'],
    docker: ['docker login for', 'docker logins for'],
    dotenv: ['dotenv line', 'dotenv lines'],
    'env-file': ['env file line', 'env file lines'],
    output: ['output', 'outputs'],
};
/**
 * Formats the table of results in at most so many bytes; none when there is no result.
 *
 * Rows that need attention come first, so that the cut of a very long table never hides them behind the others.
 */
function formatTable(report, bytes) {
    if (report.rows.length === 0) {
        return [];
    }
    const sorted = report.rows.toSorted((one, other) => Number(needsAttention(other)) - Number(needsAttention(one)));
    const head = `<tr>${headings(report)
        .map((text) => `<th align="left">${text}</th>`)
        .join('')}</tr>`;
    const rows = fitting(sorted.map((row) => formatRow(row, report.now)), bytes - head.length - LAST_ROW_BYTES);
    const missing = sorted.length - rows.length;
    const last = `<tr><td colspan="${headings(report).length}">… and ${missing} more, left out of this summary for its size</td></tr>`;
    return ['<table>', head, ...rows, ...(missing === 0 ? [] : [last]), '</table>'];
}
/** A moment to the minute, in the one time zone that every reader can place. */
function minuteOf(date) {
    return isValid(date) ? `${date.toISOString().slice(0, -8).replace('T', ' ')} UTC` : 'at an unknown time';
}
function headings({ mode }) {
    return ['Secret', mode === 'plan' ? 'Would be exported as' : 'Exported as', 'In the log', 'Last changed', 'Type'].map(together);
}
function needsAttention({ tooOld, masking }) {
    return tooOld || masking.kind === 'unmaskable';
}
/** The rows from the first on that fit into so many bytes, each with its line end. */
function fitting(rows, bytes) {
    let left = bytes;
    const end = rows.findIndex((row) => {
        left -= Buffer.byteLength(row) + 1;
        return left < 0;
    });
    return end === -1 ? rows : rows.slice(0, end);
}
function formatRow(row, now) {
    const cells = [
        `${nameAsCode(row.secret)}${row.from === 'key' ? '<br>by its key' : ''}`,
        formatTargets(row.targets),
        formatMasking(row.masking),
        `${row.tooOld ? '⚠️&nbsp;' : ''}${formatAge(row.updatedAt, now)}`,
        row.type === undefined ? 'unknown' : nameAsCode(row.type),
    ];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}
/** The targets by kind, each kind on a line: `variable API_KEY`. */
function formatTargets(targets) {
    const lines = Object.entries(KINDS).flatMap(([kind, [one, several]]) => {
        const names = targets.filter((target) => target.kind === kind).map(({ name }) => name);
        return names.length === 0
            ? []
            : [`${together(names.length === 1 ? one : several)}&nbsp;${namesAsCode(names, CELL_LIMIT)}`];
    });
    return lines.length === 0 ? 'nothing' : lines.join('<br>');
}
function formatMasking(masking) {
    switch (masking.kind) {
        case 'masked':
            return 'masked';
        case 'partly':
            return `${together('masked, except')} ${namesAsCode(masking.plainFields, CELL_LIMIT)}`;
        case 'plain':
            return together('not masked, a plain field');
        case 'unmaskable':
            return together('⚠️ cannot be masked');
    }
}
function formatAge(updatedAt, now) {
    if (updatedAt === undefined || !isValid(updatedAt)) {
        return 'unknown';
    }
    const days = Math.max(0, Math.floor((now.getTime() - updatedAt.getTime()) / 86_400_000));
    return days === 0 ? 'today' : together(`${days} day${days === 1 ? '' : 's'} ago`);
}
/** Keeps the words of a short cell on one line, whatever the long names beside it take. */
function together(words) {
    return words.replaceAll(' ', '&nbsp;');
}
function isValid(date) {
    return !Number.isNaN(date.getTime());
}

;// CONCATENATED MODULE: ./lib/publication/summary.js


/** The runner uploads nothing of a summary beyond 1 MiB (FileCommandManager.cs); this stays below. */
const BYTES = 1_000_000;
/** The most items of a list outside the table. */
const LIST_LIMIT = 100;
/** The most names in a warning, which is read at a glance. */
const WARNING_LIMIT = 5;
/**
 * Formats the job summary: the headline, what needs attention, one table, and the rest folded.
 *
 * It is one block of HTML without a blank line. GFM parses nothing in such a block (section 4.6), so no name can be
 * Markdown, nor can the `***` of the masker; in a table of Markdown `a@b.c` becomes a link even as entities in `<code>`.
 * Signs are escaped as in XML, since that is the form of a secret that the runner masks.
 */
function formatSummary(report) {
    const before = [
        `<h3>${headline(report)}</h3>`,
        `<p>${loginSentence(report)}</p>`,
        ...warnings(report).map(paragraph),
    ];
    const after = [...unused(report).map(paragraph), ...details(report)];
    const rest = [...before, ...after].join('\n');
    const table = formatTable(report, BYTES - Buffer.byteLength(rest));
    return `${[...before, ...table, ...after].join('\n')}\n`;
}
function headline({ mode, platform, secrets, login: { token } }) {
    const title = escapeHtml(platform);
    if (mode === 'plan') {
        return `Plan only: ${secrets === 0 ? title : `${count(secrets, 'Secret')} from ${title}`} checked, nothing exported`;
    }
    if (secrets > 0) {
        return `${count(secrets, 'Secret')} from ${title} ${secrets === 1 ? 'is' : 'are'} ready for the next steps`;
    }
    return token === 'certificate'
        ? `Connected to ${title}; no Secrets were asked for`
        : `The token of ${title} is ready for the next steps`;
}
/** How the run came in, and what became of the token. */
function loginSentence({ login: { token, variable, expiresAt }, mode, origin }) {
    const server = pathAsCode(origin);
    if (token === 'certificate') {
        return `Connected to ${server} with the client certificate alone, without a token.`;
    }
    const source = {
        fetched: `Logged in to ${server}.`,
        shared: `Used the token that an earlier step got from ${server}.`,
        'at-hand': `Used the token at hand for ${server}, without a login.`,
    }[token];
    const place = variable === undefined ? 'is in no variable' : `is in ${nameAsCode(variable)}`;
    const end = expiresAt === undefined ? 'nobody says when it expires' : `expires ${minuteOf(expiresAt)}`;
    return `${source} The token ${mode === 'plan' ? 'is not exported' : place} and ${end}.`;
}
/** What somebody should look after, by name. */
function warnings({ rows, rotateAfterDays }) {
    const named = (matches) => [...new Set(rows.filter(matches).map(({ name }) => name))].map(nameAsCode);
    const old = named(({ tooOld }) => tooOld);
    const readable = named(({ masking }) => masking.kind === 'unmaskable');
    return [
        ...listing(`⚠️ To rotate, unchanged for more than ${count(rotateAfterDays, 'day')}`, old, WARNING_LIMIT),
        ...listing('⚠️ Cannot be masked, so the log may show it', readable, WARNING_LIMIT),
    ];
}
function unused({ unnamed, owner }) {
    return unnamed === undefined || unnamed === 0 || owner === undefined
        ? []
        : [`${count(unnamed, 'more Secret')} of this ${owner.kind} ${unnamed === 1 ? 'is' : 'are'} not used by this step.`];
}
/** What only some readers look for. */
function details({ files, outputs, owner, timing }) {
    const items = [
        ...(owner === undefined ? [] : [`Secrets of the ${owner.kind} ${pathAsCode(owner.id)}`]),
        ...crossing(outputs),
        ...listing('Deleted when the job ends', files.map(pathAsCode), LIST_LIMIT),
        `${count(timing.requests, 'request')} in ${Math.round(timing.milliseconds)} ms`,
    ];
    return ['<details>', '<summary>Details</summary>', '<ul>', ...items.map(item), '</ul>', '</details>'];
}
function crossing(outputs) {
    const named = (crosses) => outputs.filter(({ crossesJobs }) => crossesJobs === crosses).map(({ name }) => nameAsCode(name));
    const why = 'since the runner drops a job output that holds a masked text';
    return [
        ...listing('Outputs that other jobs can use', named(true), LIST_LIMIT),
        ...listing(`Outputs for this job only, ${why}`, named(false), LIST_LIMIT),
    ];
}
/** A list with what it lists in front of it; nothing for an empty one. */
function listing(label, pieces, most) {
    return pieces.length === 0 ? [] : [`${label}: ${firstPieces(pieces, most).join(', ')}`];
}
function item(html) {
    return `<li>${html}</li>`;
}
function paragraph(html) {
    return `<p>${html}</p>`;
}
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

;// CONCATENATED MODULE: ./lib/publication/report.js


/** The job summary of a run; empty when the workflow does not want one. */
function summarize(run, masker) {
    return run.settings.summary ? formatSummary(reportOf(run, masker)) : '';
}
/** Gathers what the job summary tells; foreign names come without our own secrets. */
function reportOf({ session, settings, publication }, masker) {
    const { now } = publication.planned;
    const { results, unnamed } = session.fetched;
    // A path leads nowhere on the machine of another job, and an empty output is none.
    const outputs = publication.planned.outputs.filter(([, value]) => value !== '' && !value.startsWith(publication.folder));
    return {
        platform: settings.platform.title,
        origin: settings.url.origin,
        owner: settings.owner,
        login: {
            token: tokenOrigin(session.login),
            variable: settings.tokenVariable,
            expiresAt: session.login.token?.expiresAt,
        },
        mode: settings.plan ? 'plan' : 'exported',
        secrets: new Set(results.map(({ match }) => match.key)).size,
        rows: publication.planned.deliveries.map((delivery) => rowOf(delivery, { settings, masker, now })),
        outputs: outputs.map(([name, value]) => {
            return { name: masker.redact(name), crossesJobs: !masker.isMasked(value) };
        }),
        files: publication.state.files,
        unnamed,
        rotateAfterDays: settings.rotateAfterDays,
        timing: session.timing,
        now,
    };
}
function rowOf(delivery, { settings, masker: { redact }, now }) {
    const { result } = delivery;
    const { entry, key, field } = result.match;
    const name = entry?.name ?? key;
    return {
        name: redact(name),
        secret: redact(field === undefined ? name : `${name}.${field}`),
        from: entry === undefined ? 'key' : 'list',
        type: redact((entry?.type ?? key).split('/')[1] ?? ''),
        updatedAt: result.updatedAt,
        tooOld: isTooOld(result, settings, now),
        targets: targetsOf(delivery).map((target) => ({ ...target, name: redact(target.name) })),
        masking: maskingOf(result, settings.plainFields),
    };
}
function targetsOf({ result, variables, outputs, lines }) {
    const { sink } = result.match.request;
    const named = (kind, pairs) => pairs.map(([name]) => ({ kind, name }));
    switch (sink) {
        case 'docker':
            return result.registries.map(({ server }) => ({ kind: sink, name: server }));
        case 'dotenv':
        case 'env-file':
            return named(sink, lines);
        case 'file':
            return variables.length > 0 ? [...named(sink, variables), ...named('output', outputs)] : named(sink, outputs);
        case 'aws':
            return variables.length > 0 ? named(sink, variables) : named('output', outputs);
        default:
            return [...named(sink ?? 'variable', variables), ...named('output', outputs)];
    }
}
function maskingOf(result, plain) {
    if (cannotBeMasked(result, plain)) {
        return { kind: 'unmaskable' };
    }
    const plainFields = plainFieldsOf(result, plain);
    const fields = result.value?.fields?.length ?? 1;
    if (plainFields.length === 0) {
        return { kind: 'masked' };
    }
    return plainFields.length === fields ? { kind: 'plain' } : { kind: 'partly', plainFields };
}
function tokenOrigin({ token, fetched, shared = false }) {
    if (token === undefined) {
        return 'certificate';
    }
    return fetched ? 'fetched' : shared ? 'shared' : 'at-hand';
}

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

// EXTERNAL MODULE: ./lib/http/secure-context.js + 1 modules
var secure_context = __nccwpck_require__(287);
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
    const towardsProxy = { context: (0,secure_context/* contextOf */.Vm)({ authorities, verify }, extra), verify };
    const platform = { security, context: (0,secure_context/* contextOf */.Vm)(security, extra), towardsProxy };
    // The runner's service is always verified and never gets the client certificate, whatever the inputs say of the platform.
    const trusted = { authorities, verify: true };
    const runner = { security: trusted, context: (0,secure_context/* contextOf */.Vm)(trusted, extra), towardsProxy };
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
    const { timeoutSeconds, retries, log, longestWaitMs, security = secure_context/* DEFAULT_SECURITY */.n7, environment = {} } = options;
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

;// CONCATENATED MODULE: ./lib/session/connect.js



/**
 * Opens the one way to the network of a run, as its settings and the runner's variables want it.
 *
 * @throws ActionError certificate_unusable, input_missing
 */
async function connect({ tls, timeoutSeconds, retries }, variables, ports) {
    const environment = networkOf(variables, ports.mask);
    const security = await securityOf(tls, ports);
    const { send, sleep, close } = openTransport({ timeoutSeconds, retries, security, environment, log: ports.log });
    return { ports: { ...ports, send, sleep }, security, close };
}
/** What reads certificates is loaded only where there are some. */
async function securityOf(tls, ports) {
    if (tls.client === undefined && tls.authorities === undefined && tls.verify) {
        return secure_context/* DEFAULT_SECURITY */.n7;
    }
    const { loadSecurity } = await __nccwpck_require__.e(/* import() */ 294).then(__nccwpck_require__.bind(__nccwpck_require__, 294));
    return loadSecurity(tls, ports);
}

;// CONCATENATED MODULE: ./lib/oauth/client-authentication.js
/** The type of every assertion by which a client proves itself (RFC 7523 section 2.2). */
const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/**
 * How a client proves itself in one request; `assertion` is the one that was made for it.
 *
 * One way in a request (RFC 6749 section 2.3), so the id is not in the body beside a header.
 */
function client_authentication_proveClient(credentials, assertion) {
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
function negotiate(credentials, { authMethods }) {
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
    const subjectToken = 'idTokenAudience' in grant ? await (0,id_token/* requestIdToken */.gj)(grant.idTokenAudience, ports) : undefined;
    const clientAssertion = await makeAssertion(credentials, metadata, ports);
    maskPair(credentials, ports);
    const idToken = subjectToken ?? (clientAuthentication.method === 'github_oidc' ? clientAssertion : undefined);
    return {
        presentation: { credentials, subjectToken, clientAssertion, id: ports.newId() },
        trust: idToken === undefined ? undefined : (0,id_token/* trustAdvice */.dq)(idToken),
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

;// CONCATENATED MODULE: ./lib/oauth/discovery.js




/**
 * Asks an issuer for its metadata: where OpenID Connect puts it, then where RFC 8414 does.
 *
 * @throws ActionError endpoint_not_found, issuer_mismatch, endpoint_insecure, response_invalid, server_failed
 * @see https://www.rfc-editor.org/rfc/rfc8414#section-3
 */
async function discover(source, ports) {
    const { issuer } = source;
    const [openid, oauth] = wellKnownUrls(issuer);
    const first = await ask(openid, ports);
    const exchange = isMissing(first) ? await ask(oauth, ports) : first;
    if (!(0,answers/* isSuccess */.oJ)(exchange.response)) {
        const advice = 'Give the address that the server calls its issuer, or `token_url` in its place';
        throw (0,answers/* answerError */.n)((0,answers/* codeOfStatus */.RZ)(exchange.response, 'endpoint_not_found'), exchange, { advice });
    }
    const metadata = readMetadata(source, exchange);
    for (const endpoint of [metadata.tokenEndpoint, metadata.userEndpoint, metadata.revocationEndpoint]) {
        if (endpoint !== undefined && endpoint.origin !== new URL(issuer).origin) {
            ports.log.info(`The issuer ${(0,untrusted_text/* quote */.hD)(issuer)} names an endpoint on another host: ${endpoint.origin}.`);
        }
    }
    return metadata;
}
/** OpenID Connect Discovery section 4 appends the well-known part; RFC 8414 section 3.1 puts it behind the host. */
function wellKnownUrls(issuer) {
    const { origin, pathname } = new URL(issuer);
    const path = pathname.replace(/\/$/, '');
    return [
        new URL(`${origin}${path}/.well-known/openid-configuration`),
        new URL(`${origin}/.well-known/oauth-authorization-server${path}`),
    ];
}
async function ask(url, ports) {
    const request = {
        method: 'GET',
        url,
        headers: { accept: 'application/json' },
        purpose: 'The discovery of the server',
    };
    return { request, response: await ports.send(request) };
}
/** Whether nothing is there: a refusal that is not the server's trouble, or the page that some answer to every path. */
function isMissing({ response }) {
    const code = (0,answers/* codeOfStatus */.RZ)(response, 'endpoint_not_found');
    return (0,answers/* isSuccess */.oJ)(response) ? (0,answers/* isPage */.yp)(response) : code !== 'server_failed';
}
function readMetadata(source, exchange) {
    const { issuer } = source;
    const body = (0,answers/* readJson */.Vh)(exchange);
    const members = (0,json/* isRecord */.u4)(body) ? body : {};
    const named = members['issuer'];
    if (named !== issuer) {
        const shown = typeof named === 'string' ? (0,untrusted_text/* quote */.hD)(named) : 'nobody';
        const what = `as the metadata of ${shown}, not of ${(0,untrusted_text/* quote */.hD)(issuer)}`;
        throw (0,answers/* answerError */.n)('issuer_mismatch', exchange, { what });
    }
    const endpoints = source.mutual === true ? { ...members, ...aliasesIn(members) } : members;
    const tokenEndpoint = readEndpoint(endpoints['token_endpoint'], source, exchange);
    if (tokenEndpoint === undefined) {
        throw (0,answers/* answerError */.n)('response_invalid', exchange, { what: 'with metadata that has no usable token_endpoint' });
    }
    return {
        tokenEndpoint,
        userEndpoint: readEndpoint(endpoints['userinfo_endpoint'], source, exchange),
        revocationEndpoint: readSafeEndpoint(endpoints['revocation_endpoint'], source),
        authMethods: readList(members['token_endpoint_auth_methods_supported']),
        signingAlgorithms: readList(members['token_endpoint_auth_signing_alg_values_supported']),
    };
}
/** The endpoints for clients that show a certificate, where the usual ones would not ask for it (RFC 8705 section 5). */
function aliasesIn({ mtls_endpoint_aliases: aliases }) {
    return (0,json/* isRecord */.u4)(aliases) ? { ...aliases } : {};
}
/**
 * Reads an endpoint of the metadata.
 *
 * Large providers have it on another host, which is as trustworthy as the TLS that the metadata came over; over plain
 * http, or without verification, anybody could have written it.
 *
 * @throws ActionError endpoint_insecure
 */
function readEndpoint(value, source, { request }) {
    if (typeof value !== 'string' || !URL.canParse(value)) {
        return undefined;
    }
    const endpoint = readSafeEndpoint(value, source);
    if (endpoint !== undefined) {
        return endpoint;
    }
    const { origin, protocol } = new URL(value);
    const isHttps = new URL(source.issuer).protocol === 'https:';
    const doubt = isHttps ? 'whose certificate is not verified' : 'which is plain http';
    const why = protocol === 'https:' ? `another host than the issuer, ${doubt}` : 'no address of https';
    const message = `${request.purpose} failed: ${(0,untrusted_text/* quote */.hD)(source.issuer)} names the endpoint ${(0,untrusted_text/* quote */.hD)(origin === 'null' ? protocol : origin)}, which is ${why}`;
    throw new errors/* ActionError */.lZ('endpoint_insecure', message);
}
/** An endpoint of the metadata that may be used; undefined for none, and for one that anybody could have written. */
function readSafeEndpoint(value, { issuer, verified }) {
    if (typeof value !== 'string' || !URL.canParse(value)) {
        return undefined;
    }
    const endpoint = new URL(value);
    const { origin, protocol } = new URL(issuer);
    const isProved = verified && protocol === 'https:' && endpoint.protocol === 'https:';
    return endpoint.origin === origin || isProved ? endpoint : undefined;
}
function readList(value) {
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
}

// EXTERNAL MODULE: ./lib/oauth/token.js
var oauth_token = __nccwpck_require__(638);
;// CONCATENATED MODULE: ./lib/login/lifetime.js
/** A job may well take longer than such a token lives, in seconds. */
const SHORT_LIFE = 600;
/** How long a token lives, as the end of a sentence. */
function lifeOf(token) {
    return token.expiresAt === undefined
        ? 'how long the token lives is not known'
        : `the token lives ${token.expiresIn} s, until ${token.expiresAt.toISOString()}`;
}
/** Says that a token ends soon, since a later step would fail by that without a word about it. */
function noticeShortLife({ expiresIn }, log) {
    if (expiresIn !== undefined && expiresIn < SHORT_LIFE) {
        log.notice(`The token lives ${expiresIn} s, less than 10 minutes: put the steps that use it right behind this one, or log in once more before them.`);
    }
}
/**
 * Judges a token at hand by its own claims.
 *
 * Where it must be for one client, a token that does not say so, or not when it ends, is as good as another client's.
 */
function tokenState(token, settings, now) {
    const { tokenAudience, leewaySeconds } = settings;
    if (tokenAudience !== undefined && (token.expiresAt === undefined || !isFor(tokenAudience, token.claims))) {
        return 'foreign';
    }
    const left = (token.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY) - now.getTime();
    if (left > leewaySeconds * 1000) {
        return 'good';
    }
    return left > 0 ? 'expiring' : 'expired';
}
/** Whether `aud` names the client: a text, or one of a list (RFC 7519 section 4.1.3). */
function isFor(clientId, claims) {
    const audience = claims?.['aud'];
    return audience === clientId || (Array.isArray(audience) && audience.includes(clientId));
}

;// CONCATENATED MODULE: ./lib/login/refusal.js


/**
 * The error for a refused login: OAuth's own code where the server gave one, else by the status.
 *
 * What it means is told by the code and the words, since the same fault is 400 in one version of a server and 401 in the
 * next.
 */
function loginRefusal(exchange, platform, presented) {
    const { response } = exchange;
    const { error } = (0,answers/* errorBody */.t4)(response);
    const known = platform.refusals.find((row) => matchesRefusal(row, exchange, presented.credentials));
    const status = response.status === 400 ? 'invalid_request' : (0,answers/* codeOfStatus */.RZ)(response, 'invalid_client');
    const code = known?.code ?? ((0,errors/* isOAuthErrorCode */.NH)(error) ? error : status);
    const isCredential = code === 'invalid_client' || code === 'invalid_grant';
    const advice = known?.advice ?? (isCredential ? platform.loginAdvice : undefined);
    const isAboutTrust = known?.isTrusted !== true && (isCredential || code === 'unauthorized_client');
    const trust = isAboutTrust ? presented.trust : undefined;
    return (0,answers/* answerError */.n)(code, exchange, {
        advice: [advice, trust].filter((part) => part !== undefined).join('. ') || undefined,
    });
}
function matchesRefusal(row, { response }, { grant }) {
    const { error, error_description: description } = (0,answers/* errorBody */.t4)(response);
    return (row.error === (typeof error === 'string' ? error : undefined) &&
        (row.status ?? response.status) === response.status &&
        (row.grant ?? grant.type) === grant.type &&
        (row.description === undefined || (typeof description === 'string' && row.description.test(description))));
}

;// CONCATENATED MODULE: ./lib/login/token-request.js

/** Builds the request for a token; the credentials are in the body or a header, never in the URL (RFC 6749 section 3.2). */
function buildTokenRequest(platform, url, attempt) {
    const isForm = platform.tokenRequest.format === 'form';
    const { parameters, headers } = isForm ? formParts(attempt) : jsonParts(platform, attempt);
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
        repeat: grantRetryRule(platform, attempt),
        purpose: `The login to ${platform.title}`,
    };
}
/** A refusal of a password counts towards a lock-out; a second use of a refresh token that rotates ends its session. */
function grantRetryRule(platform, { credentials: { grant } }) {
    if (grant.type === 'refresh_token' && platform.reusesRefreshToken !== true) {
        return 'unsent';
    }
    return grant.type === 'password' ? 'unanswered' : 'always';
}
function formParts({ credentials, subjectToken, clientAssertion }) {
    const proof = client_authentication_proveClient(credentials, clientAssertion);
    const grant = grantParameters(credentials.grant, subjectToken ?? '');
    const wanted = [...optional('scope', credentials.scope), ...optional('audience', credentials.audience)];
    return { parameters: [...grant, ...wanted, ...proof.parameters], headers: proof.headers };
}
/** @see https://www.rfc-editor.org/rfc/rfc6749#section-4 */
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
                ['subject_token', subjectToken],
                ['subject_token_type', 'urn:ietf:params:oauth:token-type:id_token'],
            ];
        case 'urn:ietf:params:oauth:grant-type:jwt-bearer':
            return [type, ['assertion', subjectToken]];
    }
}
/** What Descartes Labs' client sends (class Auth, `_get_token`), which is no form and has no client authentication. */
function jsonParts({ tokenRequest }, { credentials, id }) {
    const { clientId = '', grant, scope } = credentials;
    const refreshToken = grant.type === 'refresh_token' ? grant.refreshToken : '';
    const legacy = tokenRequest.format === 'json' ? tokenRequest.legacyClient : undefined;
    const parameters = clientId === legacy?.id
        ? [
            ['scope', scope ?? legacy.scope],
            ['client_id', clientId],
            ['grant_type', 'urn:ietf:params:oauth:grant-type:jwt-bearer'],
            ['target', clientId],
            ['api_type', 'app'],
            ['refresh_token', refreshToken],
        ]
        : [
            ['client_id', clientId],
            ['grant_type', grant.type],
            ['refresh_token', refreshToken],
            ...optional('scope', scope),
        ];
    return { parameters, headers: { 'x-request-group': id.replaceAll('-', '') } };
}
function optional(name, value) {
    return value === undefined ? [] : [[name, value]];
}
function copy([name, value]) {
    return [name, value];
}

;// CONCATENATED MODULE: ./lib/oauth/credentials.js
/** The values of the input `grant_type`, and what is sent for each. */
const GRANT_TYPES = {
    client_credentials: 'client_credentials',
    password: 'password',
    refresh_token: 'refresh_token',
    token_exchange: 'urn:ietf:params:oauth:grant-type:token-exchange',
    jwt_bearer: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
};

;// CONCATENATED MODULE: ./lib/login/token-response.js





/** Every secret that an answer to a login may hold, good or not, to be masked before anything looks at it. */
function tokenSecrets(body) {
    const named = (0,json/* isRecord */.u4)(body) ? [body['access_token'], body['refresh_token'], body['id_token']] : [];
    return named.filter((value) => typeof value === 'string');
}
/**
 * Reads the answer of a token endpoint: tolerant in what may be absent, strict in what is there.
 *
 * `token_type` and `expires_in` may be missing; a type other than Bearer may not be used (RFC 6749 section 7.1).
 *
 * @throws ActionError response_invalid
 */
function parseTokenResponse(body, exchange, context) {
    const { platform, now, grant } = context;
    const members = (0,json/* isRecord */.u4)(body) ? body : {};
    const value = platform.tokenFields.map((field) => members[field]).find((member) => typeof member === 'string');
    if (value === undefined || value === '') {
        throw (0,answers/* answerError */.n)('response_invalid', exchange, { what: `without a token (${platform.tokenFields.join(', ')})` });
    }
    if (!(0,oauth_token/* isBearerToken */.Zc)(value)) {
        throw (0,answers/* answerError */.n)('response_invalid', exchange, { what: 'with a token that cannot be sent in a header' });
    }
    const isExchange = grant === GRANT_TYPES.token_exchange;
    if (isExchange && typeof members['issued_token_type'] !== 'string') {
        throw (0,answers/* answerError */.n)('response_invalid', exchange, { what: 'without an issued_token_type' });
    }
    const type = parseType(members['token_type'] ?? 'Bearer', isExchange, exchange);
    const atHand = { ...(0,oauth_token/* readSuppliedToken */.ue)(value, now), type };
    const lifetime = parseLifetime(members['expires_in'], exchange);
    return lifetime === undefined
        ? atHand
        : { ...atHand, expiresIn: lifetime, expiresAt: new Date(now.getTime() + lifetime * 1000) };
}
/** Reads it; the session of a refresh grant is older than this login. `refresh_expires_in` is Keycloak's, with 0 for never. */
function refreshTokenOf(body, { now, grant }) {
    const { refresh_token: value, refresh_expires_in: seconds } = (0,json/* isRecord */.u4)(body) ? body : {};
    if (typeof value !== 'string' || value === '' || grant === 'refresh_token') {
        return undefined;
    }
    const lives = typeof seconds === 'number' && seconds > 0 && seconds < 1e12;
    return { value, expiresAt: lives ? new Date(now.getTime() + seconds * 1000) : undefined };
}
/** A type other than Bearer may not be used, but a token exchange may give what is no access token at all. */
function parseType(type, isExchange, exchange) {
    const text = typeof type === 'string' ? type : JSON.stringify(type);
    if (text.toLowerCase() === 'bearer') {
        return 'Bearer';
    }
    if (isExchange && text.toLowerCase() === 'n_a') {
        return 'N_A';
    }
    throw (0,answers/* answerError */.n)('response_invalid', exchange, { what: `with a token that is no Bearer token but ${(0,untrusted_text/* quote */.hD)(text)}` });
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
/** What an answer tells beside its token: another scope than the one asked for, another refresh token than the one shown. */
function remarksOn(body, { scope, grant }, platform) {
    const granted = grantedScope(body, scope);
    const renewed = (0,json/* isRecord */.u4)(body) ? body['refresh_token'] : undefined;
    const isRotated = grant.type === 'refresh_token' &&
        platform.reusesRefreshToken !== true &&
        typeof renewed === 'string' &&
        renewed !== grant.refreshToken;
    return [
        ...(granted === undefined ? [] : [`The server granted another scope than it was asked for: ${(0,untrusted_text/* quote */.hD)(granted)}.`]),
        ...(isRotated ? [ROTATED] : []),
    ];
}
// RFC 6749 section 6: a server may replace it, and may then refuse the old one. Keycloak always answers another one.
const ROTATED = 'The server gave another `refresh_token`, which is not kept: if it takes each one only once, store a new one before the next run.';
/**
 * The scope that a server granted, where it is another than the one asked for (RFC 6749 section 3.3); the order means nothing.
 *
 * `openid` alone asks for a protocol, not for a right (OpenID Connect Core section 3.1.2.1): servers add their defaults to it.
 */
function grantedScope(body, asked) {
    const granted = (0,json/* isRecord */.u4)(body) ? body['scope'] : undefined;
    if (asked === undefined || typeof granted !== 'string') {
        return undefined;
    }
    const partsOf = (scope) => scope.split(/\s+/).filter(Boolean).sort();
    const isSame = partsOf(granted).join(' ') === partsOf(asked).join(' ');
    return isSame || (asked === 'openid' && partsOf(granted).includes('openid')) ? undefined : granted;
}

;// CONCATENATED MODULE: ./lib/login/login.js









/**
 * Gets a bearer token: the one at hand while it lives long enough, else by the credentials.
 *
 * @throws ActionError token_expired, invalid_token, id_token_unavailable, or what the login was refused with
 */
async function login(settings, ports, cache) {
    const { bearerToken, credentials } = settings;
    settings.warnings.forEach(ports.log.warning);
    const now = ports.now();
    if (bearerToken === undefined) {
        return credentials === undefined
            ? useCertificateAlone(ports)
            : (useSharedToken(cache, ports) ?? fetchToken(credentials, settings, ports));
    }
    const token = (0,oauth_token/* readSuppliedToken */.ue)(bearerToken, now);
    const worth = tokenState(token, settings, now);
    if (worth === 'good') {
        return useSuppliedToken(token, ports);
    }
    if (credentials === undefined) {
        return keepExpiringToken(token, worth, { settings, ports });
    }
    try {
        return useSharedToken(cache, ports) ?? (await fetchToken(credentials, settings, ports));
    }
    catch (error) {
        if (worth !== 'expiring' || settings.platform.keepsExpiringToken !== true || !(error instanceof errors/* ActionError */.lZ)) {
            throw error;
        }
        // The tries may have taken longer than the token still had to live.
        const later = (0,oauth_token/* readSuppliedToken */.ue)(bearerToken, ports.now());
        if (tokenState(later, settings, ports.now()) !== 'expiring') {
            throw error;
        }
        ports.log.warning(`${error.message}. The token at hand is kept: ${lifeOf(later)}.`);
        return useSuppliedToken(later, ports);
    }
}
/** Uses a token at hand for which there is no other, as long as it lives at all. */
function keepExpiringToken(token, worth, { settings, ports }) {
    const name = settings.suppliedTokenName;
    if (worth === 'expired') {
        const when = token.expiresAt?.toISOString() ?? 'an unknown time';
        throw new errors/* ActionError */.lZ('token_expired', `The ${name} expired at ${when}, and no credentials are given`);
    }
    if (worth === 'foreign') {
        const message = `The ${name} is not one of the client in \`client_id\`, by its claims \`aud\` and \`exp\`, and no \`client_secret\` is given`;
        throw new errors/* ActionError */.lZ('invalid_token', message);
    }
    if (settings.platform.keepsExpiringToken === true) {
        ports.log.warning(`The ${name} expires soon, and no credentials are given to replace it: ${lifeOf(token)}.`);
    }
    return useSuppliedToken(token, ports);
}
function useSuppliedToken(token, { log }) {
    log.info(`Using the bearer token at hand: ${lifeOf(token)}.`);
    noticeShortLife(token, log);
    return { token, fetched: false };
}
/** Uses the token that an earlier step has left, if there is one. */
function useSharedToken(cache, { mask, now, log }) {
    const token = cache?.read(now());
    if (token === undefined) {
        return undefined;
    }
    mask([token.value]);
    log.info(`Using the token that an earlier step of this job has got: ${lifeOf(token)}.`);
    noticeShortLife(token, log);
    return { token, fetched: false, shared: true };
}
/** The settings have seen to it that there is a client certificate then. */
function useCertificateAlone({ log }) {
    log.info('No login: the client certificate alone stands for the client.');
    return { token: undefined, fetched: false };
}
async function fetchToken(credentials, settings, ports) {
    const { platform, url, tls } = settings;
    const source = { issuer: settings.issuer ?? url.href, verified: tls.verify, mutual: tls.client !== undefined };
    const metadata = settings.metadata ?? (await discover(source, ports));
    const prepare = () => preparePresentation(credentials, metadata, ports);
    const build = (attempt) => buildTokenRequest(platform, metadata.tokenEndpoint, attempt);
    const { presentation: attempt, trust } = await prepare();
    const request = {
        ...build(attempt),
        ...(isTakenOnce(attempt) ? { renew: async () => build((await prepare()).presentation) } : {}),
    };
    const response = await ports.send(request);
    if (!(0,answers/* isSuccess */.oJ)(response) || response.status !== (platform.tokenStatus ?? response.status)) {
        ports.mask(tokenSecrets((0,answers/* errorBody */.t4)(response)));
        throw loginRefusal({ request, response }, platform, { credentials: attempt.credentials, trust });
    }
    const body = (0,answers/* readJson */.Vh)({ request, response });
    ports.mask(tokenSecrets(body));
    const context = { platform, now: ports.now(), grant: credentials.grant.type };
    const token = parseTokenResponse(body, { request, response }, context);
    remarksOn(body, credentials, platform).forEach(ports.log.info);
    ports.log.info(`Logged in to ${platform.title} at ${url.origin}: ${lifeOf(token)}.`);
    noticeShortLife(token, ports.log);
    const refresh = refreshTokenOf(body, context);
    return { token, fetched: true, metadata, credentials: attempt.credentials, refresh };
}

;// CONCATENATED MODULE: ./lib/login/whoami.js






/**
 * Asks whom the token belongs to, if that is wanted, and says it in one line.
 *
 * @throws ActionError invalid_token when the platform refuses the token, insufficient_scope, permission_denied
 */
async function whoami(settings, login, ports) {
    if (!settings.whoami) {
        return undefined;
    }
    const { platform } = settings;
    const user = platform.whoami.from === 'claims' ? claimsOf(login, platform) : await askUserEndpoint(settings, login, ports);
    const shown = platform.whoami.shown.flatMap((name) => {
        const value = user[name];
        return typeof value === 'string' && value !== '' ? [`${name} ${(0,untrusted_text/* quote */.hD)(value)}`] : [];
    });
    ports.log.info(`The token belongs to ${shown.length === 0 ? 'somebody without a name' : shown.join(', ')}.`);
    return user;
}
/** @throws ActionError invalid_token for a token without claims */
function claimsOf({ token }, platform) {
    const claims = ownClaims(token?.claims, platform);
    if (claims === undefined) {
        throw new errors/* ActionError */.lZ('invalid_token', '`whoami` is given, but the token has no claims that could be read');
    }
    return claims;
}
async function askUserEndpoint(settings, login, ports) {
    const { platform, url } = settings;
    const metadata = login.metadata ??
        settings.metadata ??
        (await discover({ issuer: settings.issuer ?? url.href, verified: settings.tls.verify }, ports));
    if (metadata.userEndpoint === undefined) {
        throw new errors/* ActionError */.lZ('input_invalid', 'The input `whoami` is true, but the issuer names no userinfo_endpoint.');
    }
    const request = {
        method: 'GET',
        url: metadata.userEndpoint,
        headers: { accept: 'application/json', ...(0,answers/* authorizationOf */.P_)(login.token?.value) },
        purpose: `Asking ${platform.title} whom the token belongs to`,
    };
    const response = await ports.send(request);
    if (!(0,answers/* isSuccess */.oJ)(response)) {
        throw ((0,answers/* certificateAloneRefusal */.fn)({ request, response }, login.token?.value) ?? refusal({ request, response }, platform));
    }
    const user = (0,answers/* readJson */.Vh)({ request, response });
    if (!(0,json/* isRecord */.u4)(user)) {
        throw (0,answers/* answerError */.n)('response_invalid', { request, response }, { what: 'with JSON that is no object' });
    }
    return user;
}
function refusal(exchange, { whoami: { scope, permission } }) {
    if (exchange.response.status !== 403) {
        return (0,answers/* answerError */.n)((0,answers/* codeOfStatus */.RZ)(exchange.response, 'invalid_token'), exchange);
    }
    const advice = permission && `The token is good, but lacks ${permission}`;
    return (0,answers/* answerError */.n)(scope === undefined ? 'permission_denied' : 'insufficient_scope', exchange, { advice });
}

;// CONCATENATED MODULE: ./lib/platforms/platform.js
/** Whether a platform keeps Secrets. */
function keepsSecrets(platform) {
    return platform.secrets !== undefined;
}
/** Whether credentials may stand in variables and files of a Python client. */
function keepsTokenInfo(platform) {
    return platform.pythonClient !== undefined;
}

;// CONCATENATED MODULE: ./lib/secrets/settings-api.js



/** The form of a key: `secret/<type>/<id>`; whether a type may have a slash of its own is not documented. */
const SECRET_KEY = /^secret(?:\/[^/]+){2,}$/;
/** Whether a text can be a key; `.` and `..` as segments would leave the owner's part of the path. */
function isKey(text) {
    return SECRET_KEY.test(text) && text.isWellFormed() && text.split('/').every((part) => part !== '.' && part !== '..');
}
/** Builds the request for the list of an owner's Secrets. */
function buildListRequest(access) {
    const path = access.platform.secrets.listPath(access.owner);
    return get(access, path, `Listing the Secrets of ${describeOwner(access.owner)}`);
}
/** Builds the request for one value; `who` is the Secret as the user named it. */
function buildDecryptRequest(access, key, who) {
    return get(access, access.platform.secrets.decryptPath(access.owner, key), `Decrypting ${who}`);
}
/** An owner as messages show it. */
function describeOwner(owner) {
    return `${owner.kind} ${(0,untrusted_text/* quote */.hD)(owner.id)}`;
}
/**
 * Reads the list: the entries whose type says that they are Secrets, since other settings stand beside them.
 *
 * @throws ActionError response_invalid
 */
function parseSecretList(exchange) {
    const body = (0,answers/* readJson */.Vh)(exchange);
    const data = (0,json/* isRecord */.u4)(body) ? body['data'] : undefined;
    if (!Array.isArray(data)) {
        throw (0,answers/* answerError */.n)('response_invalid', exchange, { what: 'with JSON that has no list in `data`' });
    }
    return data.filter(isSecret).map((entry) => {
        const { _id: id, _key: key, _type: type, name } = entry;
        if (typeof id !== 'string' || typeof key !== 'string' || !isKey(key) || typeof name !== 'string') {
            throw (0,answers/* answerError */.n)('response_invalid', exchange, {
                what: 'with a Secret that has no usable `_id`, `_key` or `name`',
            });
        }
        const updatedAt = readTime(entry['_updated_at']);
        return { id, key, name, type, ...(updatedAt === undefined ? {} : { updatedAt }) };
    });
}
/** `_updated_at` is in Unix seconds; whatever else it may be is left alone, since only the age hangs on it. */
function readTime(value) {
    const seconds = Number(JSON.stringify(value));
    return seconds > 0 && seconds < 8.64e12 ? new Date(seconds * 1000) : undefined;
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
        const what = `since there is no ${describeOwner(access.owner)}, or these credentials do not see it`;
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
        headers: { accept: 'application/json', ...(0,answers/* authorizationOf */.P_)(access.token) },
        purpose,
    };
}

;// CONCATENATED MODULE: ./lib/secrets/resolve.js






/** The most Secrets that one line may match. */
const MOST_MATCHES = 1000;
/** Whether the request already holds the key of its Secret, so that no list is needed for it. */
function givesKey(request) {
    return keyIn(request) !== undefined;
}
/**
 * Finds the Secrets of each request: by key, then by id, then by name; a quoted one by name only. A whole selector wins
 * over a name with a field.
 *
 * @throws ActionError secret_not_found for all that are missing, secret_ambiguous, input_invalid for too many matches
 */
function resolveRequests(requests, entries) {
    const found = requests.map((request) => ({ request, matches: matchesOf(request, entries) }));
    const absent = found.filter(({ matches }) => matches.length === 0).map(({ request }) => request);
    const missing = absent.filter(({ optional }) => !optional);
    if (missing.length > 0) {
        throw notFound(missing, entries);
    }
    return { matches: found.flatMap(({ matches }) => matches), absent };
}
function matchesOf(request, entries) {
    const byKey = keyIn(request);
    if (byKey !== undefined) {
        const entry = entries.find(({ key }) => key === byKey.key);
        return [{ request, byPattern: false, ...byKey, ...(entry === undefined ? {} : { entry }) }];
    }
    const find = isPattern(request) ? findPattern : findOne;
    for (const { text, field } of splits(request)) {
        const matches = find({ request, text, entries });
        if (matches.length > 0) {
            return matches.map((match) => ({ ...match, ...(field === undefined ? {} : { field }) }));
        }
    }
    return [];
}
/** A selector whole, then without the part behind its last dot, the last but one, and so on. */
function splits({ selector, quoted, field }) {
    if (quoted) {
        return [{ text: selector, ...(field === undefined ? {} : { field }) }];
    }
    const dots = [...selector.matchAll(/\./g)].map(({ index }) => index).reverse();
    return [{ text: selector }, ...dots.map((dot) => ({ text: selector.slice(0, dot), field: selector.slice(dot + 1) }))];
}
function findOne({ request, text, entries }) {
    const byHandle = request.quoted
        ? undefined
        : (entries.find(({ key }) => key === text) ?? entries.find(({ id }) => id === text));
    const found = byHandle === undefined ? entries.filter(({ name }) => name === text) : [byHandle];
    checkUnique(request, found);
    return found.map((entry) => ({ request, entry, key: entry.key, byPattern: false }));
}
function findPattern({ request, text, entries }) {
    const match = parsePattern(text);
    const matches = entries.flatMap((entry) => {
        const found = match(entry.name);
        return found === undefined ? [] : [{ request, entry, key: entry.key, byPattern: true, ...found }];
    });
    if (matches.length > MOST_MATCHES) {
        const message = `\`secrets\`, line ${request.line}: ${(0,untrusted_text/* quote */.hD)(text)} matches ${matches.length} Secrets, the limit is ${MOST_MATCHES}`;
        throw new errors/* ActionError */.lZ('input_invalid', message);
    }
    const found = matches.flatMap(({ entry }) => entry ?? []);
    const namesakes = found.filter(({ name }, index) => found.findIndex((other) => other.name === name) !== index);
    for (const { name } of namesakes) {
        checkUnique(request, found.filter((entry) => entry.name === name));
    }
    return matches;
}
/** The key in a selector, and the field behind it: ids have no dots. */
function keyIn({ quoted, selector }) {
    const slash = selector.lastIndexOf('/');
    const dot = selector.indexOf('.', slash);
    const key = dot < 0 ? selector : selector.slice(0, dot);
    if (quoted || !isKey(key) || selector.includes('*')) {
        return undefined;
    }
    return dot < 0 ? { key } : { key, field: selector.slice(dot + 1) };
}
function checkUnique(request, found) {
    if (found.length > 1) {
        const ids = found.map(({ id }) => (0,untrusted_text/* quote */.hD)(id)).join(', ');
        const name = (0,untrusted_text/* quote */.hD)(found[0]?.name ?? '');
        const message = `\`secrets\`, line ${request.line}: ${found.length} Secrets have the name ${name}: ${ids}`;
        throw new errors/* ActionError */.lZ('secret_ambiguous', message);
    }
}
function notFound(missing, entries) {
    const known = entries.map(({ name }) => name);
    const names = missing.map(({ selector, line }) => {
        const near = nearNames(selector, known);
        const suggestion = near.length === 0 ? '' : ` (did you mean ${near.map(untrusted_text/* quote */.hD).join(' or ')}?)`;
        return `${(0,untrusted_text/* quote */.hD)(selector)} in line ${line}${suggestion}`;
    });
    const seen = `the server listed ${entries.length} Secret${entries.length === 1 ? '' : 's'}`;
    return new errors/* ActionError */.lZ('secret_not_found', `No Secret was found for ${names.join(', ')}; ${seen}`);
}

;// CONCATENATED MODULE: ./lib/secrets/fetch.js










/** The longest value that is used, in characters; its masks alone are 14 MB of log. */
const VALUE_LIMIT = 1024 * 1024;
/** How many values are asked for at the same time. */
const CONCURRENCY = 20;
/**
 * Fetches every Secret that the workflow names: one list at most, each value once, all or none.
 *
 * @throws ActionError secret_not_found, field_not_found, secret_ambiguous, secret_not_decrypted, permission_denied,
 *   owner_not_found, invalid_token, name_refused, name_conflict, value_unsupported, response_invalid, server_failed
 */
async function fetchSecrets(settings, login, ports) {
    const { platform, url, owner, secretRequests } = settings;
    if (owner === undefined || secretRequests.length === 0 || !keepsSecrets(platform)) {
        return { results: [], unnamed: undefined };
    }
    const access = { platform, url, owner, token: login.token?.value };
    const tokenWorked = !secretRequests.every(givesKey);
    const entries = tokenWorked ? await requestList(access, ports) : [];
    const { matches, absent } = resolveRequests(secretRequests, entries);
    for (const { selector, line } of absent) {
        ports.log.notice(`\`secrets\`, line ${line}: there is no Secret ${(0,untrusted_text/* quote */.hD)(selector)}; it is optional.`);
    }
    checkMatches(matches, settings);
    const keys = [...new Set(matches.map(({ key }) => key))];
    const decrypted = new Map();
    await inParallel(keys, async (key) => {
        const asked = matches.filter((match) => match.key === key);
        const known = { tokenWorked, isListed: entries.some((entry) => entry.key === key) };
        const wanted = { ...access, key, known, matches: asked, plain: settings.plainFields, fresh: login.fetched };
        const found = await decrypt(wanted, ports);
        if (found !== undefined) {
            decrypted.set(key, found);
        }
    });
    ports.log.info(`Decrypted ${decrypted.size} Secret${decrypted.size === 1 ? '' : 's'} of ${describeOwner(owner)}.`);
    const results = matches.flatMap((match) => {
        const found = decrypted.get(match.key);
        return found === undefined ? [] : (resultOf({ match, ...found }, settings.plainFields, ports) ?? []);
    });
    return { results, unnamed: tokenWorked ? entries.filter(({ key }) => !keys.includes(key)).length : undefined };
}
async function requestList(access, ports) {
    const request = buildListRequest(access);
    const response = await ports.send(request);
    if (!(0,answers/* isSuccess */.oJ)(response)) {
        throw ((0,answers/* certificateAloneRefusal */.fn)({ request, response }, access.token) ?? listRefusal({ request, response }, access));
    }
    return parseSecretList({ request, response });
}
async function decrypt(wanted, ports) {
    const who = `Secret ${(0,untrusted_text/* quote */.hD)(wanted.matches[0]?.entry?.name ?? wanted.key)}`;
    const request = buildDecryptRequest(wanted, wanted.key, who);
    const response = wanted.fresh ? await sendAllowingForLag(request, ports) : await ports.send(request);
    const exchange = { request, response };
    if (!(0,answers/* isSuccess */.oJ)(response)) {
        const refusal = (0,answers/* certificateAloneRefusal */.fn)(exchange, wanted.token) ?? decryptRefusal(exchange, wanted, wanted.known);
        if (refusal.code === 'secret_not_found' && wanted.matches.every((match) => match.request.optional)) {
            ports.log.notice(`${who} does not exist; it is optional.`);
            return undefined;
        }
        throw refusal;
    }
    const entry = entryOf((0,answers/* readJson */.Vh)(exchange));
    const raw = entry?.['value'];
    const value = readValue(raw);
    if (value.text.length > VALUE_LIMIT) {
        const message = `${who} is longer than 1 MiB, the most that this action masks, whatever the target`;
        throw new errors/* ActionError */.lZ('value_unsupported', message);
    }
    maskValue(value, wanted.plain, ports);
    if (entry === undefined) {
        throw (0,answers/* answerError */.n)('response_invalid', exchange, {
            what: 'with JSON that has no `value`, neither at its top nor under `data`',
        });
    }
    if (entry['_key'] !== undefined && entry['_key'] !== wanted.key) {
        throw (0,answers/* answerError */.n)('response_invalid', exchange, { what: 'with another Secret than the one asked for' });
    }
    checkValue(raw, value, who);
    return { value, updatedAt: wanted.matches[0]?.entry?.updatedAt ?? readTime(entry['_updated_at']) };
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
/** How long, in ms, a replica of the platform gets to hear of a token that is new. */
const LAG = 1000;
/**
 * Sends a request with a token that was fetched in this run, once more where it is refused: the part of the platform that
 * answers may not know the token yet.
 */
async function sendAllowingForLag(request, { send, sleep, log }) {
    const response = await send(request);
    if (response.status !== 401 && response.status !== 403) {
        return response;
    }
    log.info(`${request.purpose}: answered ${response.status}, and the token is new. Trying again in ${LAG / 1000} s, once.`);
    await sleep(LAG);
    return send(request);
}

;// CONCATENATED MODULE: ./lib/session/session.js




/** Logs in, saves that, then fetches everything at the same time. @throws ActionError of the first that fails */
async function openSession(settings, ports, keeping = { keep: () => undefined }) {
    const started = ports.now();
    let requests = 0;
    const counting = {
        ...ports,
        send(request) {
            requests += 1;
            return ports.send(request);
        },
    };
    const got = await getAll(settings, counting, keeping);
    const milliseconds = ports.now().getTime() - started.getTime();
    return { ...got, timing: { milliseconds, requests } };
}
/** Gets everything; a shared token that is not good any more, since somebody has ended it, is replaced once. */
async function getAll(settings, ports, keeping) {
    const first = await logIn(settings, ports, keeping);
    try {
        return await useLogin(first, settings, ports);
    }
    catch (error) {
        if (first.login.shared !== true || !(error instanceof errors/* ActionError */.lZ) || error.code !== 'invalid_token') {
            throw error;
        }
        ports.log.info(`${error.message}. The token of the earlier step is replaced.`);
        return useLogin(await logIn(settings, ports, { ...keeping, write: keeping.cache, cache: undefined }), settings, ports);
    }
}
async function logIn(settings, ports, { keep, cache, write = cache }) {
    const loggedIn = await login(settings, ports, cache);
    const saved = keep(loggedIn);
    if (loggedIn.fetched && loggedIn.token !== undefined) {
        write?.write(loggedIn.token);
    }
    return { login: loggedIn, saved };
}
async function useLogin(loggedIn, settings, ports) {
    const [fetched, user] = await Promise.all([
        fetchSecrets(settings, loggedIn.login, ports),
        whoami(settings, loggedIn.login, ports),
    ]);
    return { ...loggedIn, fetched, user };
}

// EXTERNAL MODULE: ./lib/inputs/values.js
var values = __nccwpck_require__(35);
;// CONCATENATED MODULE: ./lib/certificates/tls-inputs.js


/** Reads which certificates to use. @throws ActionError input_missing, input_conflict, input_invalid */
function parseTls(inputs) {
    return {
        client: parseClient(inputs),
        authorities: inputs.ca_certificate,
        verify: (0,values/* parseBoolean */.yG)(inputs, 'tls_verify'),
    };
}
function parseClient(inputs) {
    const { pkcs12, pkcs12_password, certificate, private_key, private_key_password } = inputs;
    const pem = ['certificate', 'private_key', 'private_key_password'];
    const second = pem.find((name) => inputs[name] !== undefined);
    if (pkcs12 !== undefined && second !== undefined) {
        throw new errors/* ActionError */.lZ('input_conflict', `\`pkcs12\` and \`${second}\` are given, but a client has one certificate.`);
    }
    if (pkcs12_password !== undefined) {
        (0,values/* parseRequired */.XT)(inputs, 'pkcs12', '`pkcs12_password` is given, and opens nothing without it');
    }
    if (pkcs12 !== undefined) {
        return { form: 'pkcs12', pkcs12, password: pkcs12_password };
    }
    if (second === undefined) {
        return undefined;
    }
    if (certificate === undefined) {
        (0,values/* parseRequired */.XT)(inputs, 'certificate', `\`${second}\` is given, and one needs the other`);
    }
    return { form: 'pem', certificate: certificate ?? '', privateKey: private_key, password: private_key_password };
}

// EXTERNAL MODULE: ./lib/inputs/inputs.js
var inputs_inputs = __nccwpck_require__(483);
;// CONCATENATED MODULE: ./lib/platforms/chariot.js
/**
 * Striveworks Chariot, as its pages on authentication and on Secrets describe it.
 *
 * Those pages give the project's path only; the ones of organizations and users are by analogy. A 404 answers every
 * spelling of a path that is not the documented one: with the slash before `?` in the list, without it behind a key.
 */
const chariot = {
    title: 'Chariot',
    server: { by: 'url', tokenPath: '/auth/client/v2/chariot/login', userPath: '/api/identity/v2/users/me/' },
    inputs: ['url', 'project_id', 'organization_id', 'user_id', 'secrets'],
    grants: ['client_credentials'],
    clientAuthentications: ['client_secret_post'],
    secretMethod: 'client_secret_post',
    tokenRequest: { format: 'form' },
    tokenFields: ['access_token'],
    tokenVariable: 'CHARIOT_TOKEN',
    leewaySeconds: 30,
    certificateAlone: true,
    loginInputs: '`client_id` and `client_secret`, `bearer_token`, or a client certificate',
    loginAdvice: 'Client credentials of Chariot expire after at most a year: if this login worked before, make new ones (Profile, Client Credentials)',
    refusals: [],
    revocation: { by: 'nothing', reason: 'Chariot documents no way to end a token' },
    whoami: { from: 'endpoint', shown: ['id', 'email', 'name'] },
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

;// CONCATENATED MODULE: ./lib/platforms/keycloak-refusals.js
/**
 * What Keycloak answers to a login that it refuses, in old versions and new ones, which differ in status and words.
 *
 * Read in its source and tried with 26.7.3; the table with all of it is in docs/keycloak.md.
 */
const keycloakRefusals = [
    {
        error: 'invalid_grant',
        description: /^Account is not fully set up/,
        advice: 'The account is not fully set up: the user must log in to the platform once by hand and do what it asks (change the password, verify the mail, set up a second factor)',
    },
    {
        error: 'invalid_grant',
        description: /^(?:Account|User) disabled/,
        advice: 'The account of this user is disabled; an administrator of the realm can enable it',
    },
    {
        error: 'invalid_grant',
        grant: 'password',
        advice: 'The server answers the same to a wrong `username` or `password`, to a user who is locked after too many wrong ones, and to another login of this user at the same moment (jobs of a matrix); it was not tried again, since each try counts for the lock',
    },
    {
        error: 'invalid_grant',
        description: /^Maximum allowed refresh token reuse exceeded/,
        advice: 'The `refresh_token` was used before, and the server has ended its session; where refresh tokens rotate, a stored one works once',
    },
    {
        error: 'invalid_grant',
        grant: 'refresh_token',
        advice: 'The `refresh_token` is expired, its session was ended, or it was issued to another `client_id`',
    },
    {
        error: 'unauthorized_client',
        description: /^Unexpected error when authenticating client/,
        advice: 'The client could not be read; check `client_id` and `client_secret`, and whether a proxy changes the Authorization header',
    },
    {
        error: 'unauthorized_client',
        description: /direct access grants/,
        advice: 'The client in `client_id` may not use the password grant: its "Direct access grants" are off',
    },
    {
        error: 'unauthorized_client',
        description: /service account/,
        advice: 'The client in `client_id` may not use client credentials: its "Service accounts roles" are off, or it is public',
    },
    {
        error: 'unauthorized_client',
        status: 400,
        advice: 'This grant is not allowed for the client in `client_id`; its administrator can allow it',
    },
    {
        error: 'unauthorized_client',
        advice: 'The proof of the client (`client_secret`, key or ID token) is wrong, missing or was renewed; Keycloak calls that unauthorized_client, too',
    },
    {
        error: 'invalid_client',
        description: /^Token reuse detected/,
        isTrusted: true,
        advice: 'This token was presented before, and the server takes each only once',
    },
    {
        error: 'invalid_client',
        description: /^Invalid token audience/,
        advice: 'The server expects another audience: usually exactly the address of the realm',
    },
    {
        error: 'invalid_client',
        description: /^Unable to load public key/,
        advice: 'The client has no key with this `signing_key_id` and algorithm; register the public key there, or give the id that it has there',
    },
    {
        error: 'invalid_client',
        description: /Signature on JWT token failed validation/,
        advice: 'The `signing_key` is not the key that the client has registered',
    },
    {
        error: 'invalid_client',
        description: /^Token (?:is not active|was issued)/,
        isTrusted: true,
        advice: 'The clocks of the runner and of the server differ, or the token lay too long before it was presented',
    },
    {
        error: 'invalid_client',
        description: /user consent/,
        advice: 'The client requires the consent of the user, which no workflow can give; switch that off for it',
    },
    {
        error: 'invalid_client',
        advice: 'The client does not exist there, is disabled, or does not prove itself in this way',
    },
    {
        error: 'invalid_request',
        description: /^(?:The associated service account |User '.*' disabled)/,
        advice: 'The user behind the client ("service account") is missing or disabled; an administrator of the realm must restore or enable it',
    },
    {
        error: 'invalid_request',
        description: /^HTTPS required/,
        advice: 'The realm requires TLS: write `url` with https://',
    },
    { error: 'access_denied', description: /^Realm not enabled/, advice: 'The realm in `tenant` is disabled' },
    {
        error: 'Realm does not exist',
        code: 'endpoint_not_found',
        advice: 'The realm in `tenant` does not exist on this server; its name is case-sensitive',
    },
    {
        error: 'Unable to find matching target resource method',
        code: 'endpoint_not_found',
        advice: 'There is a Keycloak, but not under this path: newer ones have no `/auth`, so use `platform: keycloak` or a `url` without it',
    },
    {
        status: 404,
        code: 'endpoint_not_found',
        advice: 'If this is an older Keycloak, its path starts with `/auth`: put it at the end of `url`',
    },
];

;// CONCATENATED MODULE: ./lib/platforms/keycloak.js

/** Keycloak 17 and newer, or an older one whose `url` ends in `/auth`; the paths are those of its OpenID endpoints. */
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
        'signing_key',
        'signing_key_password',
        'signing_key_id',
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
    refusals: keycloakRefusals,
    // Never a revocation of the refresh token: an old Keycloak ends all sessions of the user at this client then.
    revocation: { by: 'logout' },
    whoami: {
        from: 'endpoint',
        shown: ['preferred_username', 'email', 'name', 'sub'],
        scope: 'openid',
        permission: 'the scope `openid`: give it in `scope`',
    },
};

;// CONCATENATED MODULE: ./lib/platforms/dataclarity.js

/** What a wrong path looks like where the action itself puts `/auth` in front. */
const WITHOUT_PREFIX = [
    {
        error: 'Unable to find matching target resource method',
        code: 'endpoint_not_found',
        advice: 'There is a Keycloak without `/auth`: use `platform: keycloak`, with `client_id: dc-ui` for the client of the platform',
    },
    {
        status: 404,
        code: 'endpoint_not_found',
        advice: 'Nothing of a Keycloak is there, neither at `/auth` nor where `url` leads; is the host right',
    },
];
/**
 * DataClarity, whose server of logins is a Keycloak below `/auth`.
 *
 * Its page "API authentication" gives the prefix and the public client of its own pages, `dc-ui`; a client with a secret
 * is the customer's own.
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
 * Descartes Labs, as the class Auth of its Python client logs in: the client secret is the refresh token, in JSON.
 *
 * The one legacy client id is that of the client's own examples; its request names itself jwt-bearer, but has no
 * assertion (RFC 7523 does not apply).
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
    loginAdvice: 'Check that `client_id` and `client_secret` are of one pair, as the page of your account shows them',
    refusals: [],
    // The `revoke_url` of a token_info would end the credential itself.
    revocation: { by: 'nothing', reason: 'Descartes Labs has no way to end a token alone' },
    whoami: { from: 'claims', shown: ['name', 'email', 'org', 'sub'] },
    pythonClient: { variablePrefix: 'DESCARTESLABS', claimPrefix: 'earthdaily__dl__' },
};

;// CONCATENATED MODULE: ./lib/platforms/earthone.js

/** EarthDaily's EarthOne, the successor of Descartes Labs: the same logins on another host, without the legacy client. */
const earthone = {
    ...descarteslabs,
    title: 'EarthOne',
    server: { by: 'url', fallback: 'https://iam.production.earthone.earthdaily.com', tokenPath: '/token' },
    tokenRequest: { format: 'json' },
    tokenVariable: 'EARTHONE_TOKEN',
    revocation: { by: 'nothing', reason: 'EarthOne has no way to end a token alone' },
    pythonClient: { variablePrefix: 'EARTHONE', claimPrefix: 'earthdaily__dl__' },
};

;// CONCATENATED MODULE: ./lib/platforms/oauth2.js

/** Any server of OAuth 2.0 (RFC 6749) or OpenID Connect. */
const oauth2 = {
    title: 'the OAuth 2.0 server',
    server: { by: 'issuer' },
    inputs: ['issuer', 'token_url', ...keycloak.inputs.filter((name) => name !== 'url' && name !== 'tenant')],
    grants: [...keycloak.grants, 'token_exchange'],
    clientAuthentications: keycloak.clientAuthentications,
    secretMethod: 'discovered',
    tokenRequest: { format: 'form' },
    tokenFields: ['access_token'],
    tokenVariable: 'BEARER_TOKEN',
    leewaySeconds: 30,
    loginInputs: keycloak.loginInputs,
    // Many of these servers are Keycloaks; what speaks of its realms does not fit here.
    refusals: keycloak.refusals.filter(({ advice }) => !/`tenant`|`\/auth`|`url`/.test(advice)),
    revocation: { by: 'revocation' },
    whoami: keycloak.whoami,
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

;// CONCATENATED MODULE: ./lib/inputs/urls.js





/**
 * Reads a base URL: a bare host means https, a path stays, its last slash goes.
 *
 * @throws ActionError input_missing, input_invalid, endpoint_insecure
 */
function parseBaseUrl(inputs, name, allowHttp) {
    const value = (0,values/* parseRequired */.XT)(inputs, name, 'it is the address of the platform, such as https://chariot.example.com');
    const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `https://${value}`;
    const url = parseAddressText(text, name);
    if (/[?#]/.test(text)) {
        throw (0,inputs_inputs/* invalid */.Gq)(name, 'must not have a query or a fragment; give only the address, such as https://chariot.example.com');
    }
    checkSecure(url, name, allowHttp);
    url.pathname = url.pathname.replace(/\/+$/, '');
    return url;
}
/**
 * Reads an address that is used as it is written: an issuer, or an endpoint.
 *
 * @throws ActionError input_invalid, endpoint_insecure
 */
function parseWholeUrl(inputs, name) {
    const value = (0,values/* parseRequired */.XT)(inputs, name, 'it is the address of the server');
    if (!/^https?:\/\//i.test(value)) {
        throw (0,inputs_inputs/* invalid */.Gq)(name, 'must be the whole address, with https:// in front');
    }
    const url = parseAddressText(value, name);
    if (value.includes('#')) {
        throw (0,inputs_inputs/* invalid */.Gq)(name, 'must not have a fragment');
    }
    checkSecure(url, name, (0,values/* parseBoolean */.yG)(inputs, 'allow_http'));
    return url;
}
function parseAddressText(text, name) {
    if (/[\s\\]|^https?:\/\/https?:/i.test(text) || !URL.canParse(text)) {
        throw (0,inputs_inputs/* invalid */.Gq)(name, 'is not a URL; write it as https://chariot.example.com');
    }
    const url = new URL(text);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') {
        throw (0,inputs_inputs/* invalid */.Gq)(name, `must start with https://, not ${(0,untrusted_text/* quote */.hD)(`${url.protocol}//`)}`);
    }
    if (url.username !== '' || url.password !== '') {
        throw (0,inputs_inputs/* invalid */.Gq)(name, 'must not hold a user name or password; give credentials in their own inputs');
    }
    return url;
}
function checkSecure(url, name, allowHttp) {
    if (url.protocol === 'http:' && !allowHttp && !(0,answers/* isLoopback */.U9)(url.hostname)) {
        const message = `The input \`${name}\` is ${(0,untrusted_text/* quote */.hD)(url.origin)}: over plain http everyone on the way can read the credentials.`;
        throw new errors/* ActionError */.lZ('endpoint_insecure', message);
    }
}

;// CONCATENATED MODULE: ./lib/settings/address.js






/**
 * Reads where the server is, from the inputs that the platform has for it.
 *
 * @throws ActionError input_missing, input_invalid, input_conflict, endpoint_insecure
 */
function parseAddress(inputs, { server }) {
    switch (server.by) {
        case 'url':
            return belowUrl(inputs, server);
        case 'tenant':
            return ofRealm(inputs, server.prefix);
        case 'issuer':
            return ofIssuer(inputs);
    }
}
function belowUrl(inputs, server) {
    const url = inputs.url === undefined && server.fallback !== undefined
        ? new URL(server.fallback)
        : parseBaseUrl(inputs, 'url', (0,values/* parseBoolean */.yG)(inputs, 'allow_http'));
    const userEndpoint = server.userPath === undefined ? undefined : (0,answers/* endpoint */.sR)(url, server.userPath);
    return { url, issuer: undefined, metadata: { tokenEndpoint: (0,answers/* endpoint */.sR)(url, server.tokenPath), userEndpoint } };
}
function ofRealm(inputs, prefix) {
    const base = parseBaseUrl(inputs, 'url', (0,values/* parseBoolean */.yG)(inputs, 'allow_http'));
    (0,values/* parseRequired */.XT)(inputs, 'tenant', 'it is the realm, whose name stands in the addresses of its pages behind /realms/');
    const tenant = (0,values/* parseId */.Fg)(inputs, 'tenant') ?? '';
    if (tenant.includes('..')) {
        throw (0,inputs_inputs/* invalid */.Gq)('tenant', `is not the name of a realm: ${(0,untrusted_text/* quote */.hD)(tenant)} has ".." in it`);
    }
    if (/\/realms(?:\/|$)/.test(base.pathname)) {
        throw (0,inputs_inputs/* invalid */.Gq)('url', 'must end before /realms/; the name of the realm goes into `tenant`');
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
    return { url, issuer: url.href, metadata };
}
function ofIssuer(inputs) {
    const { issuer, token_url: tokenUrl } = inputs;
    if (issuer !== undefined && tokenUrl !== undefined) {
        throw new errors/* ActionError */.lZ('input_conflict', 'The inputs `issuer` and `token_url` are given, but the one gives the other.');
    }
    if (issuer !== undefined) {
        if (/[?#]/.test(issuer)) {
            throw (0,inputs_inputs/* invalid */.Gq)('issuer', 'must not have a query or a fragment (RFC 8414 section 2)');
        }
        // Kept as it is written: the server's own name for itself is compared with it, character by character.
        return { url: parseWholeUrl(inputs, 'issuer'), issuer, metadata: undefined };
    }
    if (tokenUrl === undefined) {
        throw new errors/* ActionError */.lZ('input_missing', 'There is no server to ask: give `issuer` or `token_url`.');
    }
    const url = parseWholeUrl(inputs, 'token_url');
    return { url, issuer: undefined, metadata: { tokenEndpoint: url, userEndpoint: undefined } };
}

// EXTERNAL MODULE: ./lib/inputs/content.js
var content = __nccwpck_require__(596);
// EXTERNAL MODULE: ./lib/certificates/private-key.js
var private_key = __nccwpck_require__(49);
;// CONCATENATED MODULE: ./lib/certificates/signing-key.js





/**
 * Reads the key that signs client assertions: as `private_key` is read, or a JWK (RFC 7517); masked as soon as it is there.
 *
 * @throws ActionError input_missing, certificate_unusable
 */
function parseSigningKey(inputs, { mask }) {
    const value = (0,values/* parseRequired */.XT)(inputs, 'signing_key', '`client_authentication: private_key_jwt` signs with it');
    const bytes = (0,content/* readContent */.c_)('signing_key', value);
    const text = (0,content/* decodedText */["if"])(bytes);
    if (!(0,content/* isJson */.Fh)(text)) {
        const names = { name: 'signing_key', passwordName: 'signing_key_password' };
        const source = { ...names, password: inputs.signing_key_password };
        const { key } = (0,private_key/* readPrivateKey */.$)(bytes, source, (pem) => mask([pem]));
        return { key, algorithms: algorithmsOf(key, undefined), keyId: inputs.signing_key_id };
    }
    mask([text]);
    const jwk = parseJwk(text);
    const [algorithm, keyId] = ['alg', 'kid'].map((name) => (typeof jwk[name] === 'string' ? jwk[name] : undefined));
    const key = readJwk(jwk);
    return { key, algorithms: algorithmsOf(key, algorithm), keyId: inputs.signing_key_id ?? keyId };
}
function parseJwk(text) {
    try {
        const jwk = JSON.parse(text);
        if ((0,json/* isRecord */.u4)(jwk) && 'd' in jwk) {
            return jwk;
        }
    }
    catch {
        // Without its cause, which quotes the text.
    }
    throw unreadable('a JWK must be one JSON object with the private part `d`');
}
function readJwk(jwk) {
    try {
        const input = { key: { ...jwk }, format: 'jwk' };
        return (0,external_node_crypto_.createPrivateKey)(input);
    }
    catch {
        throw unreadable('the JWK is broken, or of a kind that Node does not know');
    }
}
/** The algorithms of RFC 7518 section 3.1 and RFC 8037 by the curve of a key. */
const CURVES = { prime256v1: 'ES256', secp384r1: 'ES384', secp521r1: 'ES512' };
/** The algorithms that a key can sign with, the one to prefer first; the one that the key itself names is the only one. */
function algorithmsOf(key, named) {
    const possible = possibleAlgorithms(key);
    const [first, ...others] = named === undefined ? possible : possible.filter((algorithm) => algorithm === named);
    if (first === undefined) {
        throw unreadable(possible.length === 0
            ? 'a key for signatures is RSA with 2048 bits or more (not RSA-PSS), EC (P-256, P-384, P-521) or Ed25519'
            : `its \`alg\` must be one of ${possible.join(', ')}`);
    }
    return [first, ...others];
}
function possibleAlgorithms({ asymmetricKeyType: type, asymmetricKeyDetails: details }) {
    const isLong = (details?.modulusLength ?? 0) >= 2048;
    const curve = CURVES[details?.namedCurve ?? ''];
    switch (type) {
        case 'rsa':
            return isLong ? ['RS256', 'PS256', 'RS384', 'PS384', 'RS512', 'PS512'] : [];
        case 'ec':
            return curve === undefined ? [] : [curve];
        case 'ed25519':
            return ['EdDSA', 'Ed25519'];
        default:
            return [];
    }
}
function unreadable(reason) {
    return (0,content/* unusableCertificate */.ho)('signing_key', `cannot be used: ${reason}`);
}

;// CONCATENATED MODULE: ./lib/settings/client.js




/** The inputs that each client authentication uses. */
const USED = {
    client_secret_post: ['client_secret'],
    client_secret_basic: ['client_secret'],
    private_key_jwt: ['signing_key', 'signing_key_password', 'signing_key_id'],
    github_oidc: ['id_token_audience'],
    tls_client_auth: [],
    none: [],
};
/** The inputs that a client authentication uses. */
function usedBy(method) {
    return USED[method];
}
/**
 * Reads who the client is and how it proves itself.
 *
 * @throws ActionError input_missing, input_invalid, input_conflict
 */
function parseClientAuthentication(inputs, context, grant) {
    const { platform } = context;
    const method = chooseMethod(inputs, platform);
    if (method === 'none' && grant === 'client_credentials') {
        throw unproved(inputs, platform);
    }
    const clientId = parseClientId(inputs, { platform, method, grant });
    return {
        clientId,
        clientAuthentication: parseAuthentication(method, inputs, context),
        negotiable: inputs.client_authentication === undefined && platform.secretMethod === 'discovered',
    };
}
function chooseMethod(inputs, platform) {
    if (inputs.client_authentication !== undefined) {
        return (0,values/* parseChoice */.HU)(inputs, 'client_authentication', platform.clientAuthentications);
    }
    if (inputs.client_secret !== undefined) {
        return platform.secretMethod === 'discovered' ? 'client_secret_basic' : platform.secretMethod;
    }
    return inputs.signing_key === undefined ? 'none' : 'private_key_jwt';
}
function parseAuthentication(method, inputs, context) {
    switch (method) {
        case 'client_secret_post':
        case 'client_secret_basic':
            return {
                method,
                clientSecret: (0,values/* parseRequired */.XT)(inputs, 'client_secret', `\`client_authentication: ${method}\` needs it`),
            };
        case 'private_key_jwt':
            return {
                method,
                key: parseSigningKey(inputs, context.surroundings),
                audience: context.issuer ?? context.tokenEndpoint?.href ?? '',
            };
        case 'github_oidc':
            return { method, idTokenAudience: parseIdTokenAudience(inputs, context) };
        case 'tls_client_auth':
            requireCertificate(inputs);
            return { method };
        case 'none':
            return { method };
    }
}
/** @throws ActionError input_missing */
function requireCertificate(inputs) {
    if (parseTls(inputs).client === undefined) {
        const inputsOfIt = '`pkcs12`, or `certificate` and `private_key`';
        throw new errors/* ActionError */.lZ('input_missing', `\`client_authentication: tls_client_auth\` needs ${inputsOfIt}.`);
    }
}
/** The audience of GitHub's ID token: what is given, else the server's name for itself. @throws ActionError input_missing */
function parseIdTokenAudience(inputs, { issuer }) {
    return (inputs.id_token_audience ??
        issuer ??
        (0,values/* parseRequired */.XT)(inputs, 'id_token_audience', 'with `token_url` alone nothing else tells whom the ID token is for'));
}
/** What in the inputs makes a client id needed, for the message that it is missing. */
const NEEDS_ID = {
    client_secret_post: '`client_secret` is given, and one needs the other',
    client_secret_basic: '`client_secret` is given, and one needs the other',
    private_key_jwt: '`signing_key` is given, and one needs the other',
    tls_client_auth: '`client_authentication: tls_client_auth` needs it',
    github_oidc: '',
    none: 'a client without a secret is known by it alone',
};
function parseClientId(inputs, login) {
    const { platform, method, grant } = login;
    const isAssertion = grant === 'token_exchange' || grant === 'jwt_bearer';
    if (inputs.client_id !== undefined || method === 'github_oidc' || (method === 'none' && isAssertion)) {
        return inputs.client_id;
    }
    return method === 'none' && platform.publicClient !== undefined
        ? platform.publicClient
        : (0,values/* parseRequired */.XT)(inputs, 'client_id', NEEDS_ID[method]);
}
/** The error for client credentials of a client that proves nothing (RFC 6749 section 4.4). */
function unproved(inputs, { clientAuthentications }) {
    if (inputs.client_authentication !== undefined) {
        const message = '`client_authentication: none` is given, but the client credentials grant is for clients that prove themselves.';
        return new errors/* ActionError */.lZ('input_conflict', message);
    }
    const why = inputs.client_id === undefined || clientAuthentications.length > 1
        ? 'client credentials need it, or else a `signing_key`, or `client_authentication: github_oidc` or `tls_client_auth`'
        : '`client_id` is given, and one needs the other';
    return new errors/* ActionError */.lZ('input_missing', `The input \`client_secret\` is empty: ${why}.`);
}

;// CONCATENATED MODULE: ./lib/settings/login.js







/** Reads the login of a platform that knows OAuth's own grants. @throws ActionError input_missing, input_invalid, input_conflict */
function parseLogin(inputs, context) {
    const bearerToken = requireBearerToken(inputs);
    const asksForLogin = LOGIN_INPUTS.some((name) => inputs[name] !== undefined);
    const isEnough = context.platform.certificateAlone === true && parseTls(inputs).client !== undefined;
    if (!asksForLogin && bearerToken === undefined && !isEnough) {
        const message = `There is nothing to log in with: give ${context.platform.loginInputs}.`;
        throw new errors/* ActionError */.lZ('input_missing', message);
    }
    return {
        bearerToken,
        suppliedTokenName: '`bearer_token`',
        tokenAudience: undefined,
        credentials: asksForLogin ? parseCredentials(inputs, context) : undefined,
        warnings: [],
    };
}
/** Every input that says how to log in, and so that a login is wanted. */
const LOGIN_INPUTS = [
    'client_id',
    'client_secret',
    'username',
    'password',
    'refresh_token',
    'grant_type',
    'client_authentication',
    'signing_key',
    'signing_key_password',
    'signing_key_id',
    'id_token_audience',
];
/** The inputs that each grant presents. */
const PRESENTED = {
    client_credentials: [],
    password: ['username', 'password'],
    refresh_token: ['refresh_token'],
    token_exchange: ['id_token_audience'],
    jwt_bearer: ['id_token_audience'],
};
function parseCredentials(inputs, context) {
    if (inputs.password !== undefined && inputs.username === undefined) {
        (0,values/* parseRequired */.XT)(inputs, 'username', '`password` is given, and one needs the other');
    }
    const [grantName, why] = chooseGrant(inputs, context.platform);
    const client = parseClientAuthentication(inputs, context, grantName);
    refuseUnused(inputs, [...PRESENTED[grantName], ...usedBy(client.clientAuthentication.method)], why);
    return {
        ...client,
        grant: parseGrant(inputs, grantName, context),
        scope: inputs.scope,
        audience: inputs.audience,
    };
}
/** The grant, and what made it this one. */
function chooseGrant(inputs, { grants }) {
    if (inputs.grant_type !== undefined) {
        const grant = (0,values/* parseChoice */.HU)(inputs, 'grant_type', grants);
        return [grant, `\`grant_type: ${grant}\``];
    }
    if (inputs.username !== undefined) {
        return ['password', '`username`'];
    }
    return inputs.refresh_token === undefined
        ? ['client_credentials', 'the client credentials grant']
        : ['refresh_token', '`refresh_token`'];
}
function parseGrant(inputs, name, context) {
    const need = (input) => (0,values/* parseRequired */.XT)(inputs, input, `the ${name} grant needs it`);
    switch (name) {
        case 'client_credentials':
            return { type: 'client_credentials' };
        case 'password':
            return { type: 'password', username: need('username'), password: need('password') };
        case 'refresh_token':
            return { type: 'refresh_token', refreshToken: need('refresh_token') };
        case 'token_exchange':
        case 'jwt_bearer':
            return { type: GRANT_TYPES[name], idTokenAudience: parseIdTokenAudience(inputs, context) };
    }
}
/** Refuses credentials that the login would not present. @throws ActionError input_conflict */
function refuseUnused(inputs, used, why) {
    const settling = ['client_id', 'grant_type', 'client_authentication'];
    const unused = LOGIN_INPUTS.find((name) => inputs[name] !== undefined && !used.includes(name) && !settling.includes(name));
    if (unused !== undefined) {
        const method = inputs.client_authentication === undefined
            ? ''
            : ` with \`client_authentication: ${inputs.client_authentication}\``;
        const message = `The input \`${unused}\` is given, but a login by ${why}${method} does not use it.`;
        throw new errors/* ActionError */.lZ('input_conflict', message);
    }
}
/** Reads a token at hand; undefined for none. @throws ActionError input_invalid, which never shows it */
function requireBearerToken({ bearer_token: token }) {
    if (token !== undefined && !(0,oauth_token/* isBearerToken */.Zc)(token)) {
        throw (0,inputs_inputs/* invalid */.Gq)('bearer_token', 'is not a bearer token: give the token alone, without the word Bearer, quotes or blanks');
    }
    return token;
}

;// CONCATENATED MODULE: ./lib/settings/python-login.js





/**
 * Reads the login of a platform whose Python client keeps credentials: inputs, then variables, else one file alone.
 *
 * @throws ActionError input_missing, input_invalid, input_conflict
 */
function parseStoredLogin(inputs, platform, surroundings) {
    const { clientId, clientSecret, refreshToken, token, tokenName, scope, warnings } = gather(inputs, platform, surroundings);
    const secret = refreshToken ?? clientSecret;
    const isPair = clientId !== undefined && secret !== undefined;
    if (token === undefined && !isPair) {
        throw incomplete(platform, clientId, secret);
    }
    const differ = clientSecret !== undefined && refreshToken !== undefined && clientSecret !== refreshToken;
    return {
        bearerToken: token,
        suppliedTokenName: tokenName,
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
        warnings: differ ? [...warnings, MISMATCH] : warnings,
    };
}
/** In the words of the Python client. */
const MISMATCH = 'Authentication token mismatch: both the client secret and the refresh token are provided but differ in value; the refresh token will be used for authentication.';
/** Inputs that give credentials, and so keep a token that an earlier step left in a variable from being used. */
const CREDENTIAL_INPUTS = [
    'client_id',
    'client_secret',
    'refresh_token',
    'token_info_path',
];
function gather(inputs, { pythonClient }, surroundings) {
    requireBearerToken(inputs);
    refuseMixtures(inputs);
    if (inputs.token_info !== undefined) {
        const pasted = checkPasted(parsePastedTokenInfo(inputs.token_info), surroundings);
        return { ...pasted, scope: inputs.scope, token: undefined, tokenName: '`bearer_token`', warnings: [] };
    }
    const prefix = pythonClient.variablePrefix;
    const direct = fromInputsAndVariables(inputs, prefix, surroundings);
    const isNothing = [direct.clientId, direct.clientSecret, direct.refreshToken, direct.token].every((value) => value === undefined);
    if (!isNothing) {
        const unread = `\`token_info_path\` is not read, since the variables ${prefix}_CLIENT_ID and so on give credentials: a file is never mixed with anything.`;
        return inputs.token_info_path === undefined ? direct : { ...direct, warnings: [unread] };
    }
    const [path, who] = inputs.token_info_path === undefined
        ? [surroundings.variable(`${prefix}_TOKEN_INFO_PATH`), `The variable ${prefix}_TOKEN_INFO_PATH`]
        : [inputs.token_info_path, 'The input `token_info_path`'];
    if (path === undefined) {
        return direct;
    }
    const file = fromFile(path, who, surroundings);
    return { ...file, scope: inputs.scope ?? file.scope };
}
/** Value by value: the input, else the variable; an empty one is absent. */
function fromInputsAndVariables(inputs, prefix, { variable, mask }) {
    const read = (name) => variable(`${prefix}_${name}`);
    const bearer = inputs.bearer_token;
    const givesCredentials = CREDENTIAL_INPUTS.some((name) => inputs[name] !== undefined);
    const left = bearer === undefined && !givesCredentials ? read('TOKEN') : undefined;
    const source = {
        clientId: inputs.client_id ?? read('CLIENT_ID'),
        clientSecret: inputs.client_secret ?? read('CLIENT_SECRET'),
        refreshToken: inputs.refresh_token ?? read('REFRESH_TOKEN'),
        token: bearer ?? left,
    };
    mask(secretsOfTokenInfo(source));
    return {
        ...source,
        token: source.token !== undefined && (0,oauth_token/* isBearerToken */.Zc)(source.token) ? source.token : undefined,
        scope: inputs.scope,
        tokenName: bearer === undefined ? `token in ${prefix}_TOKEN` : '`bearer_token`',
        warnings: [],
    };
}
/** @throws ActionError input_conflict, since a file or a pasted text is never mixed with anything */
function refuseMixtures(inputs) {
    const whole = ['token_info', 'token_info_path'].find((name) => inputs[name] !== undefined);
    const other = [...CREDENTIAL_INPUTS, 'bearer_token'].find((name) => name !== whole && inputs[name] !== undefined);
    if (whole !== undefined && other !== undefined) {
        const message = `The inputs \`${whole}\` and \`${other}\` are given, but the first holds all credentials by itself.`;
        throw new errors/* ActionError */.lZ('input_conflict', message);
    }
}
function checkPasted(info, { mask }) {
    mask(info === undefined ? [] : secretsOfTokenInfo(info));
    if (info?.clientId === undefined || (info.clientSecret ?? info.refreshToken) === undefined) {
        throw (0,inputs_inputs/* invalid */.Gq)('token_info', 'is not the text that the web page of the platform hands out; copy it whole');
    }
    return info;
}
function fromFile(path, who, { readFile, mask }) {
    const info = readTokenInfoFile(path, who, readFile);
    mask(secretsOfTokenInfo(info));
    const token = info.token !== undefined && (0,oauth_token/* isBearerToken */.Zc)(info.token) ? info.token : undefined;
    return { ...info, token, tokenName: '`jwt_token` of the file', warnings: [] };
}
function incomplete({ loginInputs }, clientId, secret) {
    if (clientId === undefined && secret === undefined) {
        return new errors/* ActionError */.lZ('input_missing', `There is nothing to log in with: give ${loginInputs}.`);
    }
    const [missing, given] = clientId === undefined ? ['client_id', 'client_secret'] : ['client_secret', 'client_id'];
    return new errors/* ActionError */.lZ('input_missing', `The input \`${missing}\` is empty: \`${given}\` is given, and one needs the other.`);
}

;// CONCATENATED MODULE: ./lib/settings/secrets.js





/**
 * Reads `token_variable`: a name, `none`, or the platform's own.
 *
 * @throws ActionError input_invalid
 */
function parseTokenVariable(value, fallback) {
    if (value === undefined || value === 'none') {
        return value === undefined ? fallback : undefined;
    }
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(value) || isKeptByRunner(value)) {
        throw (0,inputs_inputs/* invalid */.Gq)('token_variable', `cannot be ${(0,untrusted_text/* quote */.hD)(value)}: give the name of a variable, or none`);
    }
    return value;
}
const OWNER_INPUTS = {
    project: 'project_id',
    organization: 'organization_id',
    user: 'user_id',
};
/** Reads whose Secrets are asked for. @throws ActionError input_missing, input_conflict, input_invalid */
function parseOwner(inputs, needed) {
    const kinds = ['project', 'organization', 'user'];
    const owners = kinds.flatMap((kind) => {
        const id = (0,values/* parseId */.Fg)(inputs, OWNER_INPUTS[kind]);
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
/** The notice for an owner whose Secrets are not asked for. */
function unusedOwner(owner) {
    return `\`${OWNER_INPUTS[owner.kind]}\` is given, but \`secrets\` is empty: no Secret is fetched.`;
}

;// CONCATENATED MODULE: ./lib/settings/token-info-file.js



/**
 * Reads whether a token_info.json is to be written, and where.
 *
 * @throws ActionError input_missing, input_conflict
 */
function parseTokenInfoFile(inputs, { platform, login }, surroundings) {
    if (!(0,values/* parseBoolean */.yG)(inputs, 'write_token_info') || platform.pythonClient === undefined) {
        return undefined;
    }
    if (login.credentials === undefined) {
        const message = '`write_token_info` is given, but no `client_id` and `client_secret`, without which the file could not be used to refresh.';
        throw new errors/* ActionError */.lZ('input_missing', message);
    }
    if (inputs.token_variable !== undefined && inputs.token_variable !== 'none') {
        const message = 'The inputs `write_token_info` and `token_variable` are given, but a token in a variable would win over the file.';
        throw new errors/* ActionError */.lZ('input_conflict', message);
    }
    const prefix = platform.pythonClient.variablePrefix;
    const isSet = (name) => surroundings.variable(name) !== undefined;
    return {
        path: surroundings.pathOf(TOKEN_INFO_FILE),
        variable: `${prefix}_TOKEN_INFO_PATH`,
        stale: isSet(platform.tokenVariable) ? platform.tokenVariable : undefined,
        rivals: [
            ...['CLIENT_ID', 'CLIENT_SECRET', 'REFRESH_TOKEN'].map((name) => `${prefix}_${name}`).filter(isSet),
            // The client reads these names, too, and any one of them keeps it from the file.
            ...['CLIENT_ID', 'CLIENT_SECRET'].filter(isSet),
        ],
    };
}

;// CONCATENATED MODULE: ./lib/settings/settings.js













/**
 * Turns inputs into settings, before any request.
 *
 * @throws ActionError input_missing, input_invalid, input_conflict, endpoint_insecure, name_refused, name_conflict,
 *   runner_unsupported
 */
function parseSettings(inputs, surroundings) {
    const name = (0,values/* parseChoice */.HU)(inputs, 'platform', platformNames());
    const platform = PLATFORMS[name];
    rejectInputsOfOtherPlatforms(inputs, name, platform);
    const exportEnv = (0,values/* parseBoolean */.yG)(inputs, 'export_env');
    const named = exportEnv ? parseTokenVariable(inputs.token_variable, platform.tokenVariable) : undefined;
    const secretRequests = parseSecretRequests(inputs.secrets ?? '');
    const owner = parseOwner(inputs, secretRequests.length > 0);
    const address = parseAddress(inputs, platform);
    const whoami = (0,values/* parseBoolean */.yG)(inputs, 'whoami');
    checkWhoami(whoami, platform, address.metadata);
    const context = { platform, issuer: address.issuer, tokenEndpoint: address.metadata?.tokenEndpoint, surroundings };
    const login = keepsTokenInfo(platform)
        ? parseStoredLogin(inputs, platform, surroundings)
        : withOpenid(parseLogin(inputs, context), whoami, platform);
    const tokenInfoFile = parseTokenInfoFile(inputs, { platform, login }, surroundings);
    const tokenVariable = tokenInfoFile === undefined ? named : undefined;
    checkRequests({ exportEnv, tokenVariable, secretRequests });
    return {
        ...address,
        ...login,
        platform,
        leewaySeconds: inputs.leeway_seconds === undefined ? platform.leewaySeconds : (0,values/* parseSeconds */.fL)(inputs, 'leeway_seconds', 0),
        whoami,
        tokenInfoFile,
        owner,
        secretRequests,
        exportEnv,
        tokenVariable,
        plainFields: (0,values/* parseNames */.Gw)(inputs, 'plain_fields'),
        rotateAfterDays: (0,values/* parseWhole */.z2)(inputs, 'rotate_after_days', [0, 36_500]),
        plan: (0,values/* parseBoolean */.yG)(inputs, 'plan'),
        revoke: (0,values/* parseBoolean */.yG)(inputs, 'revoke'),
        tokenCache: (0,values/* parseBoolean */.yG)(inputs, 'token_cache'),
        summary: (0,values/* parseBoolean */.yG)(inputs, 'summary'),
        tls: parseTls(inputs),
        timeoutSeconds: (0,values/* parseSeconds */.fL)(inputs, 'timeout_seconds'),
        retries: (0,values/* parseWhole */.z2)(inputs, 'retries', [0, 20]),
        notices: owner !== undefined && secretRequests.length === 0 ? [unusedOwner(owner)] : [],
    };
}
function platformNames() {
    return Object.keys(PLATFORMS).filter((name) => name in PLATFORMS);
}
/** Refuses inputs of other platforms than the chosen one. @throws ActionError input_conflict, input_invalid */
function rejectInputsOfOtherPlatforms(inputs, name, platform) {
    const special = new Set(Object.values(PLATFORMS).flatMap(({ inputs }) => inputs));
    const isOff = (input) => 'fallback' in inputs_inputs/* INPUTS */.mc[input] && !(0,values/* parseBoolean */.yG)(inputs, input);
    const stranger = [...special].find((input) => inputs[input] !== undefined && !platform.inputs.includes(input) && !isOff(input));
    if (stranger !== undefined) {
        const message = `The input \`${stranger}\` is given, but \`platform: ${name}\` does not use it.`;
        throw new errors/* ActionError */.lZ('input_conflict', message);
    }
    if (inputs.grant_type !== undefined) {
        (0,values/* parseChoice */.HU)(inputs, 'grant_type', platform.grants);
    }
    if (inputs.client_authentication !== undefined) {
        (0,values/* parseChoice */.HU)(inputs, 'client_authentication', platform.clientAuthentications);
    }
}
/** @throws ActionError input_conflict where no endpoint could say whom a token belongs to */
function checkWhoami(whoami, platform, metadata) {
    if (whoami && platform.whoami.from === 'endpoint' && metadata !== undefined && metadata.userEndpoint === undefined) {
        const message = '`whoami` is given, but with `token_url` alone nobody can be asked: give `issuer` in its place.';
        throw new errors/* ActionError */.lZ('input_conflict', message);
    }
}
/**
 * Asks for the scope that the answer to `whoami` needs, where the workflow asks for none itself.
 *
 * Not for a refresh, whose scope may not be wider than the first one (RFC 6749 section 6).
 */
function withOpenid(login, whoami, platform) {
    const { credentials } = login;
    const isOpen = credentials !== undefined && credentials.scope === undefined && credentials.grant.type !== 'refresh_token';
    return whoami && isOpen ? { ...login, credentials: { ...credentials, scope: platform.whoami.scope } } : login;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
// EXTERNAL MODULE: ./lib/machine/files.js
var files = __nccwpck_require__(642);
;// CONCATENATED MODULE: ./lib/login/identity.js

/** The identity of a login; undefined for one that knows no secret. */
function identityOf(settings, security, surroundings) {
    const { credentials, platform, url, issuer, metadata } = settings;
    if (credentials === undefined) {
        return undefined;
    }
    const secrets = [...identitySecrets(credentials, surroundings), ...(0,secure_context/* securitySecrets */.KU)(security)];
    if (secrets.every((secret) => secret === '')) {
        return undefined;
    }
    const { clientId, grant, clientAuthentication, scope, audience } = credentials;
    const { identity, authorities, verify } = security;
    const named = {
        server: [platform.title, url.href, issuer, metadata?.tokenEndpoint.href],
        client: [clientId, clientAuthentication.method, 'key' in clientAuthentication && clientAuthentication.key.keyId],
        audiences: [clientAuthentication, grant].map((part) => ('idTokenAudience' in part ? part.idTokenAudience : null)),
        grant: [grant.type, grant.type === 'password' ? grant.username : null],
        wanted: [scope, audience],
        tls: [identity?.form === 'pem' ? identity.certificate : null, authorities, verify],
    };
    return { secrets: JSON.stringify(secrets), login: JSON.stringify(named) };
}
/** An ID token is new each time: the runner's token for it, which is the job's own, stands for it. */
function identitySecrets({ grant, clientAuthentication }, { variable }) {
    const showsIdToken = 'idTokenAudience' in grant || 'idTokenAudience' in clientAuthentication;
    return [
        'clientSecret' in clientAuthentication ? clientAuthentication.clientSecret : '',
        'key' in clientAuthentication
            ? clientAuthentication.key.key.export({ type: 'pkcs8', format: 'pem' }).toString()
            : '',
        grant.type === 'password' ? grant.password : '',
        grant.type === 'refresh_token' ? grant.refreshToken : '',
        showsIdToken ? (variable('ACTIONS_ID_TOKEN_REQUEST_TOKEN') ?? '') : '',
    ];
}

;// CONCATENATED MODULE: ./lib/login/shared-token.js






/**
 * Opens the place for tokens of exactly this login; undefined where none is wanted, or none can be.
 *
 * Its name is an HMAC with the credentials as the key, and so is the seal on its content: who does not have them neither finds
 * a token nor can leave one. The name is masked, since it would tell a guess of a weak password.
 */
function openTokenCache(settings, security, surroundings) {
    const identity = settings.tokenCache ? identityOf(settings, security, surroundings) : undefined;
    const temp = (0,external_node_path_.dirname)(surroundings.folder);
    if (identity === undefined || !isUsable(temp, surroundings)) {
        return undefined;
    }
    const folder = (0,external_node_path_.join)(temp, 'bearer-login-cache');
    const name = hmac(identity.secrets, `name ${identity.login}`);
    surroundings.mask([name]);
    const file = (0,external_node_path_.join)(folder, name);
    const draft = `${file}.${(0,external_node_crypto_.randomUUID)()}`;
    const seal = (content) => hmac(identity.secrets, `content ${content}`);
    return {
        folder,
        files: [file, draft],
        read(now) {
            const token = readSealed(file, seal, now);
            const left = (token?.expiresAt?.getTime() ?? 0) - now.getTime();
            return left > settings.leewaySeconds * 1000 ? token : undefined;
        },
        write(token) {
            if (token.expiresAt !== undefined) {
                const content = JSON.stringify([token.value, token.type, token.expiresAt.toISOString()]);
                replace({ folder, file, draft }, `${seal(content)}\n${content}\n`);
            }
        },
    };
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
function hmac(secrets, text) {
    return (0,external_node_crypto_.createHmac)('sha256', secrets).update(text).digest('hex');
}
/** Reads a token whose seal is good. */
function readSealed(file, seal, now) {
    try {
        // A pipe would hold the step for ever.
        if (!(0,external_node_fs_.lstatSync)(file).isFile()) {
            return undefined;
        }
        const [found = '', content = ''] = (0,external_node_fs_.readFileSync)(file, 'utf8').split('\n');
        return isEqual(found, seal(content)) ? parseToken(JSON.parse(content), now) : undefined;
    }
    catch {
        // Nothing there, or nothing that can be read: a login is as good.
        return undefined;
    }
}
function isEqual(found, expected) {
    const [a, b] = [Buffer.from(found), Buffer.from(expected)];
    return a.length === b.length && (0,external_node_crypto_.timingSafeEqual)(a, b);
}
function parseToken(content, now) {
    const [value, type, expiry] = Array.isArray(content) ? content : [];
    const expiresAt = new Date(String(expiry));
    if (typeof value !== 'string' || !(0,oauth_token/* isBearerToken */.Zc)(value) || Number.isNaN(expiresAt.getTime())) {
        return undefined;
    }
    const expiresIn = Math.floor((expiresAt.getTime() - now.getTime()) / 1000);
    return { ...(0,oauth_token/* readSuppliedToken */.ue)(value, now), type: type === 'N_A' ? 'N_A' : 'Bearer', expiresAt, expiresIn };
}
/** Writes a file beside its place and moves it there: nobody ever finds the half of it. */
function replace(place, text) {
    try {
        (0,external_node_fs_.mkdirSync)(place.folder, { recursive: true, mode: 0o700 });
        (0,external_node_fs_.writeFileSync)(place.draft, text, { flag: 'wx', mode: 0o600 });
        (0,external_node_fs_.renameSync)(place.draft, place.file);
    }
    catch {
        // No place, or (Windows) another step is reading the file: the others log in by themselves.
        (0,files/* removeFolder */.v$)(place.draft);
    }
}

// EXTERNAL MODULE: ./lib/undo/client.js
var client = __nccwpck_require__(395);
// EXTERNAL MODULE: ./lib/undo/plan.js
var plan = __nccwpck_require__(603);
;// CONCATENATED MODULE: ./lib/undo/save.js






const AUTHORITIES_FILE = 'authorities.pem';
/**
 * Opens the cache of a login, and makes the function that saves all that it takes to end it, for whatever happens to this
 * process from then on; that gives undefined where there is nothing to undo.
 */
function prepareUndo(settings, keeper) {
    const cache = openTokenCache(settings, keeper.security, keeper.surroundings);
    const keep = (login) => {
        const end = (0,plan/* planRevocation */.E)(login, settings, keeper.security);
        const place = cache === undefined ? {} : { cache: { folder: cache.folder, files: login.fetched ? cache.files : [] } };
        const nothing = { files: [], variables: [], ...place };
        if (end === undefined) {
            return login.shared === true ? saved(nothing, keeper) : undefined;
        }
        const state = { ...nothing, token: end };
        if ((0,plan/* isRevocation */.b)(end)) {
            keeper.mask((0,client/* clientSecrets */.Fn)(end.client));
            return keeper.security.authorities.length === 0 ? saved(state, keeper) : keepAuthorities(state, end, keeper);
        }
        return saved(state, keeper);
    };
    return { keep, cache };
}
function saved(state, { save }) {
    save(state);
    return state;
}
/**
 * Saves the state, and the authorities of `ca_certificate`, which may be a whole bundle of roots, in a file; the state tells
 * whether it is still the same one in the end.
 */
function keepAuthorities(bare, end, keeper) {
    const { surroundings, security } = keeper;
    const content = security.authorities.join('\n');
    const folder = (0,external_node_path_.join)((0,external_node_path_.dirname)(surroundings.folder), `bearer-login-${(0,external_node_crypto_.randomUUID)()}`);
    const authorities = { path: (0,external_node_path_.join)(folder, AUTHORITIES_FILE), digest: (0,files/* digestOf */.ol)(content) };
    const state = saved({ ...bare, scratch: [folder], token: { ...end, authorities } }, keeper);
    try {
        (0,files/* checkTemp */.t4)((0,external_node_path_.dirname)(folder), surroundings.variable('GITHUB_WORKSPACE') ?? '');
        (0,files/* writeFiles */.hV)(folder, [{ path: AUTHORITIES_FILE, content }]);
    }
    catch {
        // The post step will say that it could not trust the server; the login itself is good.
    }
    return state;
}

;// CONCATENATED MODULE: ./lib/run.js







/** Logs in, fetches and exports: everything that the main step does. @throws ActionError */
async function run(runner, open = connect) {
    const { variables, masker, save } = runner;
    const environment = (0,machine_environment/* readEnvironment */.Q)(variables, masker.mask);
    const settings = parseSettings(runner.readInputs(), environment);
    settings.notices.forEach(runner.ports.log.notice);
    const { security, close, ports } = await open(settings, variables, runner.ports);
    const undo = prepareUndo(settings, { surroundings: environment, security, mask: masker.mask, save });
    const session = await openSession(settings, ports, undo).finally(close);
    const publication = planPublication(session, settings, environment);
    await runner.publish(publication, summarize({ session, settings, publication }, masker));
}


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

/***/ 710:
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
// EXTERNAL MODULE: ./lib/inputs/content.js
var content = __nccwpck_require__(596);
// EXTERNAL MODULE: ./lib/inputs/inputs.js
var inputs_inputs = __nccwpck_require__(483);
// EXTERNAL MODULE: ./lib/machine/environment.js + 1 modules
var environment = __nccwpck_require__(103);
// EXTERNAL MODULE: ./lib/masking/forms.js
var masking_forms = __nccwpck_require__(675);
// EXTERNAL MODULE: ./lib/masking/masks.js
var masks = __nccwpck_require__(185);
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
        return [...steps.filter((step) => step !== text), text].flatMap(masks/* commandData */.wq);
    };
    return { spellingsOf, dataOf: (texts) => texts.flatMap(dataOf) };
}
function spellingsOf(piece) {
    const forms = RUNNER_FORMS.map((write) => write(piece.toWellFormed())).filter((form) => form.length >= masking_forms/* SHORTEST */.tl);
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
    while ((0,masks/* isMaskable */.h_)(left.replaceAll('*', ''))) {
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
    return !(0,masks/* isShort */.tQ)(part) && (0,masks/* isMaskable */.h_)(part) && /[^*]/.test(part);
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
function createMasker(addMasks, reader = masks/* githubReader */.dg) {
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
            const fresh = unseen.flatMap((text) => (0,masks/* masksOf */.JF)(text, plain, reader)).filter((text) => !registered.has(text));
            const ordered = [...new Set(fresh)].sort((a, b) => b.length - a.length);
            for (const text of ordered) {
                registered.add(text);
            }
            long.push(...ordered.filter((text) => !(0,masks/* isShort */.tQ)(text)));
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
// EXTERNAL MODULE: ./lib/json.js
var json = __nccwpck_require__(413);
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
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
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
    }, isAct ? createActReader() : masks/* githubReader */.dg);
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
    const read = (name) => getInput(name, { trimWhitespace: !(0,inputs_inputs/* isVerbatimInput */.PB)(name) });
    const inputs = Object.fromEntries((0,inputs_inputs/* inputNames */.vj)()
        .map((name) => [name, read(name)])
        .filter(([, value]) => value !== ''));
    masker.mask((0,content/* secretsIn */.VY)(inputs));
    const missing = COMMAND_FILES.find((file) => !variables[file]);
    if (missing !== undefined) {
        throw new errors/* ActionError */.lZ('runner_unsupported', `The runner provides no file in ${missing}`);
    }
    return inputs;
}
function fail(error, variables, { redact }) {
    const known = (0,errors/* asActionError */.z6)(error);
    setFailed((0,errors/* explain */.WE)(known, redact, (0,environment/* documentsOf */.u)(variables)));
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

/***/ 395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fn: () => (/* binding */ clientSecrets),
/* harmony export */   X0: () => (/* binding */ isSavedClient),
/* harmony export */   zA: () => (/* binding */ saveClient)
/* harmony export */ });
/* unused harmony export restoreClient */
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
            return { method, audience, key: { key: createPrivateKey(key), algorithms: [first, ...others], keyId } };
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

/***/ 603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ planRevocation),
/* harmony export */   b: () => (/* binding */ isRevocation)
/* harmony export */ });
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
    const client = (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .saveClient */ .zA)(credentials, metadata);
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
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   aj: () => (/* binding */ sanitize),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   vp: () => (/* binding */ revealQuotes)
/* harmony export */ });
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
/******/ 		return "" + chunkId + ".index.js";
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
/******/ var __webpack_exports__ = __nccwpck_require__(342);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
