"use strict";
exports.id = 758;
exports.ids = [758];
exports.modules = {

/***/ 9758:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportFailure: () => (/* binding */ reportFailure)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(2357);
// EXTERNAL MODULE: ./lib/machine/environment.js
var environment = __webpack_require__(1335);
// EXTERNAL MODULE: ./lib/untrusted-text.js
var untrusted_text = __webpack_require__(7540);
;// CONCATENATED MODULE: ./lib/failure/hints.js
/**
 * What the user can do about each error, as sentences that become the items of a list.
 *
 * `{address}` becomes the inputs with which the platform's address is set. Advice about the single case replaces the hint.
 */
const HINTS = {
    invalid_request: ['Correct what the server names. If it names nothing, check {address}.'],
    invalid_client: [
        'Check that `client_id` and its secret, key or certificate are complete, belong to this platform, and have not expired.',
    ],
    invalid_grant: ['The credentials are wrong, expired or revoked. Create new ones and store them as secrets.'],
    unauthorized_client: [
        "Check the client's credentials.",
        "Ask the platform's administrator whether this client may log in with this grant.",
    ],
    unsupported_grant_type: ['Check `grant_type`.', 'Check {address}: this may be the address of another platform.'],
    invalid_scope: ["Check `scope`, or ask the platform's administrator which scopes the client may request."],
    access_denied: ["Ask the platform's administrator why this client has no access."],
    invalid_target: ['Check `audience`, and `resource` in `token_parameters`.'],
    insufficient_scope: ['Add the scope that the message names to `scope`, if the client may have it.'],
    invalid_token: ['Set a new token, or set client credentials so that the action can log in.'],
    input_missing: ['Set what is missing in the `with:` of this step.'],
    input_invalid: ['Correct the input in the `with:` of this step.'],
    input_conflict: ['Remove one of them.'],
    endpoint_insecure: ['Use https. If the network itself is trusted, set `allow_http: true`.'],
    issuer_mismatch: ['Write `issuer` exactly as the server names itself, including the last slash.'],
    id_token_unavailable: [
        'Add `permissions: id-token: write` (and `contents: read`) to the job.',
        'A workflow run from a fork cannot have this permission.',
    ],
    endpoint_not_found: ['Check {address}: the host is wrong, or the path of the platform is missing.'],
    redirect_refused: ['If that address is the platform, set it as {address}.'],
    certificate_unusable: ['Correct the input. docs/certificates.md describes the accepted forms.'],
    certificate_required: [
        "Set a client certificate that the platform knows. The platform's administrator issues such certificates.",
    ],
    certificate_refused: [
        'Check that the certificate is for clients, is not revoked, and contains its whole chain.',
        'Ask the administrator of the server whether the server knows its authority.',
    ],
    server_untrusted: ['Check {address}. No credentials were sent, because this could be another server.'],
    proxy_refused: [
        "Check the proxy variable, or ask the proxy's administrator. The action never bypasses a configured proxy.",
    ],
    proxy_failed: ['Check the proxy variable and {address}. Requests to a host in `no_proxy` do not use the proxy.'],
    server_unreachable: ['Check {address}, and that this runner can reach the host.'],
    server_failed: ["Run the job again later. If the problem remains, ask the platform's administrator."],
    response_invalid: [
        'Check {address}, and any proxy or gateway before the server.',
        'If the answer is from the API itself, ask the administrator of the server.',
    ],
    deadline_exceeded: [
        'If the server is only slow, raise `timeout_seconds`. Otherwise check {address}, any proxy, and that this runner can reach the host.',
    ],
    token_expired: ['Set a new token, or set client credentials so that the action can log in.'],
    permission_denied: ['Ask an owner of the project for a role that allows this request.'],
    owner_not_found: [
        "Check the ID: it is usually in the address of the project's page in the browser. Names are not accepted here.",
    ],
    secret_not_found: ['Check the name and the project. Other settings are not Secrets. An ID or key also works.'],
    field_not_found: ['Check which fields the Secret has.'],
    secret_ambiguous: ['Select the Secret by one of these IDs, or give the Secrets different names.'],
    secret_not_decrypted: ['The server returned no value. Check that the credentials have the role Writer or Owner.'],
    name_refused: [
        'Write a target with another name, for example `my-secret | MY_SECRET`. If the line has a `*`, write a prefix: `my-secret.* | MY_*`.',
    ],
    name_conflict: [
        'Remove one of the lines, or write another target, for example `my-secret | OTHER_NAME`. Two logins to one registry, or two `@aws`, need two steps.',
    ],
    value_unsupported: ['Change the Secret, or the line that exports it.'],
    runner_unsupported: [
        'Use runner version 2.327.1 or newer, or another runner that provides the same files and folders to actions.',
    ],
    publication_failed: ['Nothing was exported. Check the disk and the permissions of the runner.'],
    internal_error: ['Report this defect of the action with the text above, as an issue in its repository.'],
};
/** The hints that are different in nektos/act. */
const HINTS_IN_ACT = {
    id_token_unavailable: [
        'nektos/act issues no ID tokens. Run this job on GitHub, or use other credentials in act, for example `client_secret`.',
    ],
};

;// CONCATENATED MODULE: ./lib/failure/explain.js



/** The inputs with which the address of a platform is set. */
const ADDRESS = {
    url: '`url`',
    tenant: '`url` and `tenant`',
    issuer: '`issuer` or `token_url`',
};
/** Lists what the user can do, as sentences: the advice for this case or else the hint of the code, then other causes. */
function stepsFor({ error, platform, isAct }) {
    const closed = (text) => `${text.replace(/\.$/, '')}.`;
    const address = platform === undefined ? 'the address of the server' : ADDRESS[platform.server.by];
    const hint = (isAct ? HINTS_IN_ACT[error.code] : undefined) ?? HINTS[error.code];
    const steps = error.advice.length > 0 ? error.advice : hint;
    return [...steps, ...error.also].map((step) => closed(step.replaceAll('{address}', address)));
}
/** Describes what failed and what is known about the cause, as sentences. */
function describeCause(error) {
    return [(0,errors/* sentenceOf */.$N)(error), ...error.facts].map((sentence) => `${sentence}.`).join(' ');
}
/** Returns where the documents explain a code. */
function linkFor({ error, documents }) {
    return `${documents}/troubleshooting.md#${error.code}`;
}
/** Returns the headline of an error: the title of its annotation and summary. */
function titleOf({ title, code }) {
    return title ?? errors/* TITLES */.eX[code];
}
/**
 * Formats an error as one line: what failed, the words of the server, what to do, and the request for its administrator.
 *
 * One line, because nektos/act shows a line end in an annotation as `%0A`.
 */
function explain(explained, redact) {
    const { error } = explained;
    const request = error.request === undefined ? '' : ` (${error.request.text})`;
    return (0,untrusted_text/* reveal */._c)(`${describeCause(error)} ${stepsFor(explained).join(' ')} See ${linkFor(explained)}${request}`, redact);
}

// EXTERNAL MODULE: ./lib/publication/html.js
var html = __webpack_require__(1284);
;// CONCATENATED MODULE: ./lib/failure/copy.js
function secret(name) {
    return `$\{{ secrets.${name} }}`;
}
const SET_SECRET = 'gh secret set YOUR_SECRET_NAME --repo {repository}';
/** What to copy for each code, if one text fits every case of it. */
const SNIPPETS = {
    invalid_client: SET_SECRET,
    invalid_grant: SET_SECRET,
    unauthorized_client: SET_SECRET,
    invalid_token: SET_SECRET,
    token_expired: SET_SECRET,
    id_token_unavailable: 'permissions:\n  contents: read\n  id-token: write',
    endpoint_insecure: 'allow_http: true',
    deadline_exceeded: 'timeout_seconds: 300',
    certificate_required: `pkcs12: ${secret('CLIENT_PKCS12')}\npkcs12_password: ${secret('CLIENT_PKCS12_PASSWORD')}`,
};
/** Tells whether a stored secret may be the cause of an error: not if the server rejected something that the run made itself. */
function isAboutStored({ code }, settings) {
    if (settings?.credentials === undefined || settings.bearerToken !== undefined) {
        return true;
    }
    const { clientAuthentication, grant } = settings.credentials;
    const isStored = 'clientSecret' in clientAuthentication || grant.type === 'password' || grant.type === 'refresh_token';
    return isStored && code !== 'invalid_token';
}
/** Returns a text to copy that corrects an error: commands, or lines of the workflow; undefined if there is none. */
function snippetFor(error, variables, settings) {
    const known = SNIPPETS[error.code];
    const isHelpful = known === SET_SECRET
        ? isAboutStored(error, settings)
        : error.code !== 'id_token_unavailable' || variables['ACT'] !== 'true';
    const snippet = error.copy ?? correctedLines(error.lines) ?? (isHelpful ? known : undefined);
    return snippet?.replaceAll('{repository}', variables['GITHUB_REPOSITORY'] ?? 'OWNER/REPOSITORY');
}
/**
 * Writes the input `secrets` with its corrected lines, if each wrong line has a correction.
 *
 * A single line is written alone: the error may be about one of many lines, and the other ones must stay in the input.
 */
function correctedLines(lines) {
    const isKnown = lines.every(({ isWrong, instead }) => !isWrong || instead.length > 0);
    const written = lines.flatMap(({ text, instead }) => (instead.length > 0 ? instead : text));
    const all = lines.length > 1 ? ['secrets: |', ...written.map((line) => `  ${line}`)] : written;
    return lines.length > 0 && isKnown ? all.join('\n') : undefined;
}

// EXTERNAL MODULE: ./lib/http/proxy.js
var proxy = __webpack_require__(1729);
;// CONCATENATED MODULE: ./lib/failure/how-far.js

/** What each part of a run is called. */
const PARTS = {
    login: 'login',
    whoami: 'whoami',
    list: 'list of Secrets',
    decrypt: 'decryption',
};
/** Lists the stages that a failed run passed; the last one failed. */
function howFar(journal, { request, code }, environment) {
    const isExport = code === 'publication_failed';
    const settings = journal.settings();
    const passed = (name) => ({ name, isFailed: false, layers: [] });
    const failed = (name) => ({ name, isFailed: true, layers: layersOf(request, environment) });
    if (settings === undefined) {
        return [failed('inputs')];
    }
    const parts = journal.parts();
    const ended = parts.find(([, end]) => end === 'failed')?.[0];
    const isFetched = settings.secretRequests.length === 0 || parts.some(([part]) => part === 'decrypt');
    const done = parts.flatMap(([part, end]) => (end === 'done' ? passed(PARTS[part]) : []));
    const last = parts.length === 0 ? 'preparation' : isFetched ? 'check of the results' : 'choice of the Secrets';
    return [passed('inputs'), ...done, failed(isExport ? 'export' : ended === undefined ? last : PARTS[ended])];
}
/** Lists the layers that a request passed, up to the one in which it failed; none if that is not known. */
function layersOf(request, environment) {
    if (request?.layer === undefined) {
        return [];
    }
    const { layer, url } = request;
    const isSecure = url.protocol === 'https:';
    const isDirect = layer !== 'proxy' && (0,proxy/* proxyOf */.Ol)(url, environment) === undefined;
    const way = isDirect ? ['name', 'TCP'] : ['proxy'];
    const all = [...way, ...(isSecure || layer === 'TLS' ? ['TLS'] : []), 'answer'];
    return all.slice(0, all.indexOf(layer) + 1).map((name) => ({ name, isFailed: name === layer, layers: [] }));
}

;// CONCATENATED MODULE: ./lib/failure/summary.js





/** The most lines of `secrets` in the table. */
const MOST_LINES = 100;
/**
 * Writes the job summary of a failed run: what happened, what to do, which lines were found, and how far the run came.
 *
 * Like the summary of a success, it is one block of HTML without a blank line, so no text in it can be Markdown.
 */
function summarizeFailure(run, redact) {
    const { error, variables, journal } = run;
    const { excerpt, request, code } = error;
    const text = (message) => (0,html/* markUp */.Hj)((0,untrusted_text/* reveal */._c)(message, redact));
    const copy = snippetFor(error, variables, journal.settings());
    const link = linkFor(run);
    const shownCode = `<code>${code}</code>`;
    const stages = howFar(journal, error, variables).map(formatStage).join(' → ');
    return `${[
        `<h3>❌ ${(0,html/* escapeHtml */.ZD)(titleOf(error))}</h3>`,
        `<p><b>What happened</b><br>${text(describeCause(error))}</p>`,
        ...(excerpt === undefined ? [] : [pre(redact(excerpt))]),
        ...formatLines(error.lines, redact),
        '<p><b>What to do</b></p>',
        '<ol>',
        ...stepsFor(run).map((step) => `<li>${text(step)}</li>`),
        '</ol>',
        ...(copy === undefined ? [] : [pre((0,untrusted_text/* reveal */._c)(copy, redact))]),
        `<p><b>How far the run came</b><br>${stages}</p>`,
        `<p>Nothing was exported. Code ${link.startsWith('http') ? `<a href="${(0,html/* escapeHtml */.ZD)(link)}">${shownCode}</a>` : shownCode}${stepOf(variables, redact)}</p>`,
        ...(request === undefined ? [] : [`<p>For the administrator of the server: ${text(request.text)}</p>`]),
    ].join('\n')}\n`;
}
function pre(text) {
    // A blank line would end the block of HTML.
    return `<pre>${(0,html/* escapeHtml */.ZD)(text).replace(/\n(?=\n|$)/g, '')}</pre>`;
}
function formatStage({ name, isFailed, layers }) {
    const inside = layers.length === 0 ? '' : ` (${layers.map(formatStage).join(' → ')})`;
    return isFailed ? `❌ <b>${name}</b>${inside}` : `✅ ${name}`;
}
/** Writes the table of the lines of `secrets`; wrong lines come first, so that they are in the table even if it is cut. */
function formatLines(lines, redact) {
    if (lines.length === 0) {
        return [];
    }
    const head = ['Line', 'You wrote', 'Result', 'Write instead'].map((title) => `<th align="left">${title}</th>`);
    const rows = lines
        .toSorted((one, other) => Number(other.isWrong) - Number(one.isWrong))
        .slice(0, MOST_LINES)
        .toSorted((one, other) => one.line - other.line)
        .map(({ line, text, result, isWrong, instead }) => [
        String(line),
        (0,html/* pathAsCode */.v8)(text, redact),
        `${isWrong ? '❌' : '✅'} ${result}`,
        instead.map((one) => (0,html/* pathAsCode */.v8)(one, redact)).join('<br>'),
    ]);
    const left = lines.length - rows.length;
    return [
        '<table>',
        `<tr>${head.join('')}</tr>`,
        ...rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`),
        '</table>',
        ...(left === 0 ? [] : [`<p>${left} more lines are left out.</p>`]),
    ];
}
function stepOf({ GITHUB_ACTION: name }, redact) {
    const id = (0,html/* stepId */.eR)(name);
    return id === undefined ? '' : ` · step ${(0,html/* nameAsCode */.Jp)(id, redact)}`;
}

;// CONCATENATED MODULE: ./lib/failure/report.js





/** Describes any error for the log, the annotation, the output and the summary of a step. */
function reportFailure(thrown, { variables, journal, redact }) {
    const error = (0,errors/* asActionError */.z6)(thrown);
    const platform = journal.settings()?.platform;
    const isAct = variables['ACT'] === 'true';
    const explained = { error, platform, isAct, documents: (0,environment/* documentsOf */.uo)(variables) };
    const stack = error.code === 'internal_error' && thrown instanceof Error ? thrown.stack : undefined;
    return {
        code: error.code,
        excerpt: error.excerpt === undefined ? [] : error.excerpt.split('\n').map((line) => redact(line)),
        message: explain(explained, redact),
        title: `${titleOf(error)} (${error.code})`,
        stack: stack && (0,untrusted_text/* reveal */._c)((0,untrusted_text/* quoteWords */.AD)(stack), redact),
        summary: summarizeFailure({ ...explained, journal, variables }, redact),
    };
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

/***/ 1284:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hj: () => (/* binding */ markUp),
/* harmony export */   Jp: () => (/* binding */ nameAsCode),
/* harmony export */   Mw: () => (/* binding */ firstPieces),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   eR: () => (/* binding */ stepId),
/* harmony export */   v8: () => (/* binding */ pathAsCode)
/* harmony export */ });
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7540);

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
/** Returns the first `most` pieces of HTML, and how many more of `all` there are. */
function firstPieces(pieces, most, all = pieces.length) {
    return all > most ? [...pieces.slice(0, most), `and ${all - most} more`] : [...pieces];
}
function asCode(text, redact, limit) {
    const line = (0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(text.toWellFormed(), redact, (whole) => (0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cutMiddle */ .it)(whole, limit));
    return line === '' ? '(no visible name)' : `<code>${escapeHtml(line)}</code>`;
}


/***/ })

};
;