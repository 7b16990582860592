"use strict";
exports.id = 654;
exports.ids = [654];
exports.modules = {

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


/***/ }),

/***/ 6654:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  preparePublication: () => (/* binding */ preparePublication)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(2357);
// EXTERNAL MODULE: ./lib/json.js
var lib_json = __webpack_require__(8060);
// EXTERNAL MODULE: ./lib/untrusted-text.js
var untrusted_text = __webpack_require__(7540);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
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
    const isSame = ['auths', 'credHelpers'].every((name) => (0,external_node_util_.isDeepStrictEqual)(shared[name], ofPodman[name]));
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
var own_folder = __webpack_require__(5911);
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
    // V8's message would quote a part of the file.
    const document = text.trim() === '' ? {} : (0,lib_json/* attempt */.CD)(() => (0,lib_json/* parseJson */.qF)(text));
    const isWhole = (name) => (0,lib_json/* isRecord */.u4)(document) && (0,lib_json/* isRecord */.u4)(document[name] ?? {});
    if (!(0,lib_json/* isRecord */.u4)(document) || !isWhole('auths') || !isWhole('credHelpers')) {
        const advice = 'Correct or remove the file: docker and podman cannot read it either';
        throw new errors/* ActionError */.lZ('publication_failed', `The file ${(0,untrusted_text/* quote */.hD)(path)} is not a docker configuration`, { advice });
    }
    return document;
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

// EXTERNAL MODULE: ./lib/machine/limits.js
var limits = __webpack_require__(5224);
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
var pem = __webpack_require__(7437);
// EXTERNAL MODULE: ./lib/secrets/plain-fields.js
var plain_fields = __webpack_require__(5010);
// EXTERNAL MODULE: ./lib/language/stars.js
var stars = __webpack_require__(5690);
// EXTERNAL MODULE: ./lib/language/steering-variables.js
var steering_variables = __webpack_require__(8120);
// EXTERNAL MODULE: ./lib/masking/masks.js + 3 modules
var masks = __webpack_require__(368);
;// CONCATENATED MODULE: ./lib/publication/warnings.js






const DAY = 24 * 60 * 60 * 1000;
/** Warns about variables that change how later steps run, and about lines whose names the server decides. */
function nameWarnings(settings) {
    const { secretRequests, exportEnv, tokenVariable } = settings;
    const targets = exportEnv ? secretRequests.flatMap(({ target }) => target ?? []) : [];
    const names = [...(tokenVariable === undefined ? [] : [tokenVariable]), ...targets];
    const accepted = secretRequests.filter((request) => (0,stars/* serverNames */.C1)(request, settings) === 'accepted');
    return [
        ...names
            .filter((name) => !name.endsWith('*') && (0,steering_variables/* takesOver */.n)(name))
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
        (0,plain_fields/* valueParts */.uE)({ field, value }, plain).some(({ path, text, plainBy }) => path.length === 0 && text !== undefined && plainBy === undefined && !(0,masks/* isMaskable */.h_)(text)));
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
        const parts = (0,plain_fields/* valueParts */.uE)({ field, value }, plain).flatMap(({ path, text, plainBy }) => text === undefined || plainBy !== undefined || !(0,masks/* isMaskable */.h_)(text) || (0,pem/* isPublicPem */.Qm)(text)
            ? []
            : shortMaskWarnings(text, nameOfPart(result, path)));
        const isLong = value !== undefined && value.text.length > LONGEST_UNCUT && !(0,plain_fields/* isPlain */.$i)(field, plain);
        const isCut = isLong && (0,masks/* rankedMasks */.D)(value.text, (0,plain_fields/* plainTexts */.XF)({ field, value }, plain)).isCut;
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
    if ((0,masks/* hasShortMask */.Fb)(text)) {
        return [`${who} has fewer than four characters, or only such lines. Its mask hides them everywhere in the log.`];
    }
    return (0,masks/* hasOpenParts */.Xu)(text)
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
    const parts = (0,plain_fields/* innermostParts */.ce)(result, plain);
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
    const parts = addresses.length === 0 ? [] : (0,plain_fields/* innermostParts */.ce)(result, plain).filter(({ plainBy }) => plainBy === undefined);
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
    const names = deliveries.flatMap(({ result }) => (0,plain_fields/* valueParts */.uE)(result, plain).flatMap(({ path, text = '', plainBy }) => plainBy === undefined && (0,pem/* isPublicPem */.Qm)(text) && !isMasked(text) ? nameOfPart(result, path) : []));
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

// EXTERNAL MODULE: ./lib/formats/value.js
var formats_value = __webpack_require__(9906);
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
        unused: filled.filter((field) => !used.includes(field)).map(formats_value/* pathName */.Dt),
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
        const fields = `The fields are ${(0,formats_value/* fieldNames */.pi)(value.fields ?? []) || 'none'}`;
        const reason = value.structure === undefined ? 'The value is not a JSON object' : fields;
        throw unsupported(`${who} has no ${missing.join(' and no ')} for @aws. ${reason}`);
    }
    for (const { name, accepted, fields } of found) {
        if (new Set(fields.map((field) => field.text)).size > 1) {
            throw unsupported(`${who} has several fields with different texts for the ${name}: ${(0,formats_value/* fieldNames */.pi)(fields)}`);
        }
        if (fields.some((field) => !accepted.test(field.text))) {
            throw unsupported(`${who} has an unusable ${name}: no AWS SDK accepts the text of ${(0,formats_value/* fieldNames */.pi)(fields)}`);
        }
    }
}
function endpointUrl(field, found, who) {
    const scheme = /^(?:false|no|off|0)$/i.test(fieldOf(found, 'use of TLS')?.text ?? 'yes') ? 'http' : 'https';
    const address = /^\s*[a-z][a-z0-9+.-]*:\/\//i.test(field.text) ? field.text : `${scheme}://${field.text.trim()}`;
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (!url?.protocol.match(/^https?:$/) || url.username || url.password || url.search || url.hash) {
        const form = 'a host, or an http(s) address without user name, password, query and fragment';
        throw unsupported(`${who} has an unusable endpoint: ${(0,formats_value/* fieldNames */.pi)([field])} must be ${form}`);
    }
    url.port ||= fieldOf(found, 'port')?.text ?? '';
    return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}
const unsupported = (message) => new errors/* ActionError */.lZ('value_unsupported', message);

;// CONCATENATED MODULE: ./lib/formats/dotenv.js


const contains = (pattern) => (value) => pattern.test(value);
const NO_FILE = [
    [contains(/\0/), 'contains a NUL character, which a variable cannot contain'],
    [(value) => !value.isWellFormed(), formats_value/* UNPAIRED_SURROGATE */.O$],
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

// EXTERNAL MODULE: ./lib/formats/token-info.js
var token_info = __webpack_require__(4779);
// EXTERNAL MODULE: ./lib/login/python-claims.js
var python_claims = __webpack_require__(6190);
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
    const claims = (0,python_claims/* ownClaims */.s)(token?.claims, platform);
    const { pythonClient } = platform;
    const identity = claims === undefined || pythonClient === undefined ? undefined : (0,python_claims/* pythonIdentity */.F)(claims, pythonClient);
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
    const content = (0,token_info/* formatTokenInfo */.Vx)({ clientId, refreshToken: grant.refreshToken, token: token.value, scope });
    return [{ path: token_info/* TOKEN_INFO_FILE */.ed, content }];
}

// EXTERNAL MODULE: ./lib/language/taken-names.js
var taken_names = __webpack_require__(2837);
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
        : [fromFields(fieldsIn((0,formats_value/* readValue */.wK)(document), DEPTH), who)];
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
        const within = (0,lib_json/* isRecord */.u4)(inner) ? fieldsIn((0,formats_value/* readValue */.wK)(inner), depth - 1) : [];
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
    const seen = fields.length === 0 ? 'the Secret has no fields' : `the fields are ${(0,formats_value/* fieldNames */.pi)(fields)}`;
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
        throw unusableLogin(who, `the fields ${(0,formats_value/* fieldNames */.pi)(found)} have different texts, and each could be the ${name}`);
    }
    return found[0]?.text ?? '';
}
function unusableLogin(who, why) {
    const advice = 'Store the fields server, username and password in the Secret, or a dockerconfigjson';
    return new errors/* ActionError */.lZ('value_unsupported', `${who} is not a login to a container registry: ${why}`, { advice });
}

// EXTERNAL MODULE: ./lib/secrets/result.js + 1 modules
var secrets_result = __webpack_require__(9767);
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
    (0,taken_names/* claimNames */.RA)(place.taken, { sink, name: result.name, parts });
    return place.taken.exportEnv ? delivery : { ...delivery, variables: [] };
}
const CONTENT = {
    /** A variable and an output with the text as the server returned it. */
    plain(result) {
        const { text } = (0,secrets_result/* textValue */.v)(result);
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
        const registries = readRegistries((0,secrets_result/* textValue */.v)(result), result.who);
        const addresses = registries.map(({ server }) => server);
        mask(registries.flatMap(registrySecrets));
        const parts = registries.map((registry) => ({ ...result.name, variable: (0,untrusted_text/* quote */.hD)(registryKey(registry)) }));
        const cut = registries.flatMap((registry) => registry.cut ?? []);
        const notices = [...new Set(cut)].map((part) => `${result.who}: @docker does not use the newline at the end of the ${part}. Remove it from the Secret.`);
        return { parts, registries, addresses, notices };
    },
    /** The variables that the SDKs read, also as outputs. */
    aws(result) {
        const { variables, unused } = awsVariables((0,secrets_result/* textValue */.v)(result), result.who);
        const addresses = variables.flatMap(([name, text]) => (name === 'AWS_ENDPOINT_URL_S3' ? [text] : []));
        const { who } = result.name;
        const parts = variables.map(([name, text]) => ({ variable: name, output: name, chosen: true, who, text }));
        const notices = unused.length === 0 ? [] : [`${result.who}: no AWS variable exists for ${unused.map(untrusted_text/* quote */.hD).join(', ')}.`];
        return { parts, variables, outputs: variables, addresses, notices };
    },
};
/** Lists the addresses that a sink made of a value, without those that come from a plain field. */
function maskedAddresses(addresses, { field, value }, { plainFields }) {
    const texts = value === undefined ? [] : (0,plain_fields/* plainTexts */.XF)({ field, value }, plainFields);
    const open = texts.map((text) => text.toLowerCase()).filter((text) => text !== '');
    const isIn = (text, one) => one.includes(text) || text.includes(one) || registryHost(one) === text;
    return addresses.filter((text) => !open.some((one) => isIn(text.toLowerCase(), one)));
}
function lineOf(result) {
    return { lines: [[result.name.variable, (0,secrets_result/* textValue */.v)(result).text]] };
}

// EXTERNAL MODULE: ./lib/language/names.js
var names = __webpack_require__(1575);
// EXTERNAL MODULE: ./lib/language/notation-parts.js
var notation_parts = __webpack_require__(158);
// EXTERNAL MODULE: ./lib/language/request.js + 1 modules
var language_request = __webpack_require__(4651);
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
    const base = context.isMasked(name) ? 'NAME' : (0,names/* variableName */.cG)(name.slice(0, TEXT_LIMIT));
    const targets = [selector === entry?.id ? ` | ${base}` : '', ` | SECRET_${base}`];
    for (let number = 2;; number += 1) {
        for (const target of targets) {
            const request = requestFor(`${selector}${target}`);
            if (claimFree(request, context.taken)) {
                return { result, text: `${selector}${target}`, selector, variable: (0,names/* nameOfRequest */.Uh)(request).variable };
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
    return isHandle ? JSON.stringify(name) : (0,notation_parts/* writeSelector */.zB)(name);
}
function requestFor(line) {
    const [request] = (0,language_request/* parseSecretRequests */.q)(line);
    if (request === undefined) {
        throw new Error('a line of a listing is not a request');
    }
    return request;
}
/** Claims the names of a line if they are free. No name of a listing is chosen by the workflow's author. */
function claimFree(request, taken) {
    const claims = { sink: undefined, name: { ...(0,names/* nameOfRequest */.Uh)(request), chosen: false }, parts: [] };
    try {
        // A claim that fails must not leave one of two names.
        (0,taken_names/* claimNames */.RA)({ ...taken, by: new Map(taken.by) }, claims);
        (0,taken_names/* claimNames */.RA)(taken, claims);
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
    return (0,untrusted_text/* untrusted */.bp)((value?.fields ?? []).map(formats_value/* pathName */.Dt).join(', '));
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
        return { who: `${who}, line ${match.request.line}`, fileTarget: (0,stars/* fileTarget */.aJ)(match.request) };
    };
}
/** Decides what the results of all lines become. @throws ActionError name_refused, name_conflict, value_unsupported */
function planSecrets(results, settings, environment) {
    const { pathOf, mask, isMasked, now } = environment;
    const taken = (0,taken_names/* takenNames */.EF)(settings);
    const place = { taken, pathOf, mask, plainFields: settings.plainFields };
    const isListed = ({ match }) => (0,stars/* isListing */.Xk)(match.request, settings.plan);
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
var html = __webpack_require__(1284);
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
        name: secret,
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
    const name = once((text) => (0,html/* nameAsCode */.Jp)(text, masker.redact));
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
    const names = new Set(old.map(({ match: { entry, key } }) => entry?.name ?? key));
    const readable = new Set(rows.flatMap((row) => (row.unmaskable ? row.name : [])));
    const few = { most: WARNING_LIMIT, name };
    return [
        ...listing(`⚠️ To rotate, unchanged for more than ${count(settings.rotateAfterDays, 'day')}`, names, few),
        ...listing('⚠️ Cannot be masked, so the log may show it', readable, few),
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
function details({ session: { timing }, settings: { owner }, publication }, masker, name) {
    const { folder } = publication;
    // A path leads nowhere on the machine of another job, and an empty output counts as absent.
    const outputs = publication.planned.outputs.filter(([, value]) => value !== '' && !value.startsWith(folder));
    const hidden = new Set(outputs.filter(([, value]) => masker.isMasked(value)).map(([output]) => output));
    const open = outputs.flatMap(([output]) => (hidden.has(output) ? [] : [output]));
    const why = 'since the runner drops a job output that contains a masked text';
    const items = list([
        ...(owner === undefined ? [] : [`Secrets of the ${owner.kind} ${(0,html/* pathAsCode */.v8)(owner.id, masker.redact)}`]),
        ...listing('Outputs that other jobs can use', open, { most: LIST_LIMIT, name }),
        ...listing(`Outputs for this job only, ${why}`, hidden, { most: LIST_LIMIT, name }),
        ...publication.files.slice(0, 1).map(() => `Deleted when the job ends: ${(0,html/* pathAsCode */.v8)(folder, masker.redact)}`),
        `${count(timing.requests, 'request')} in ${Math.round(timing.milliseconds)} ms`,
    ]);
    return ['<details>', '<summary>Details</summary>', ...items, '</details>'];
}
function list(items) {
    return ['<ul>', ...items.map((item) => `<li>${item}</li>`), '</ul>'];
}
/** Writes a list of names after its label, or nothing if the list is empty. */
function listing(label, names, { most, name }) {
    const all = [...names];
    const list = (0,html/* firstPieces */.Mw)(all.slice(0, most).map(name), most, all.length).join(', ');
    return list === '' ? [] : [`${label}: ${list}`];
}
/** Shows each text once: many rows have the same type, and a name is in several places. */
function once(show) {
    const shown = new Map();
    return (text) => {
        const html = shown.get(text) ?? show(text);
        shown.set(text, html);
        return html;
    };
}
function paragraph(html) {
    return `<p>${html}</p>`;
}
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

;// CONCATENATED MODULE: ./lib/publication/prepare.js




/**
 * Plans what a session exports, and writes its summary; nothing is exported yet.
 *
 * The files that container clients keep on this machine are read only for a session that needs them.
 *
 * @throws ActionError as `planPublication`
 */
function preparePublication(session, settings, { environment, masker, variables }) {
    const needsDockerFiles = session.fetched.results.some(({ match }) => match.request.sink === 'docker');
    const docker = needsDockerFiles ? readDockerFiles(environment.dockerPlaces) : NO_DOCKER_FILES;
    const publication = planPublication(session, settings, { ...environment, docker, isMasked: masker.isMasked });
    const summary = summarize({ session, settings, publication, stepName: variables['GITHUB_ACTION'] }, masker);
    return { publication, summary };
}


/***/ })

};
;