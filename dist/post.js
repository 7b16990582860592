import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
var __webpack_exports__ = {};

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: ./lib/errors.js

/** The error codes of RFC 6749 that a token endpoint may answer (section 5.2; `access_denied` is section 4.1.2.1's). */
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
 * What the user can do about each error, in one sentence or two.
 *
 * OAuth's own codes (RFC 6749 section 5.2, RFC 6750 section 3.1) keep their names; the others are ours.
 */
const HINTS = {
    invalid_request: 'The server did not understand the login; check that `url` is the address of the platform.',
    invalid_client: 'Check `client_id` and `client_secret`: copied whole, of this platform and not expired. A workflow run from a fork or by Dependabot does not see the repository secrets.',
    invalid_grant: 'The credentials are wrong, expired or revoked; make new ones and store them as secrets.',
    unauthorized_client: 'Check the credentials of the client, and with the administrator of the platform that it may log in this way.',
    unsupported_grant_type: 'The server does not know this way to log in; check `grant_type`, and that the address is of the right platform.',
    invalid_scope: 'The server refused the requested scope; ask the administrator of the platform.',
    access_denied: 'The server lets nobody in here, or not this client; ask the administrator of the platform.',
    insufficient_scope: 'Add what the message names to `scope`, if the client may have it.',
    invalid_token: 'The bearer token is expired, revoked or of another server; get a new one, or give client credentials.',
    input_missing: 'Add the input to the `with:` of this step; an empty value often means that a secret of this name does not exist here.',
    input_invalid: 'Correct the input in the `with:` of this step.',
    input_conflict: 'Remove the input that does not belong to this login.',
    endpoint_insecure: 'Use https, or set `allow_http: true` where the network itself is trusted.',
    issuer_mismatch: 'Write `issuer` exactly as the server names itself, to the last slash.',
    id_token_unavailable: 'Add `permissions: id-token: write` (and `contents: read`) to the job; a workflow run from a fork cannot have it.',
    endpoint_not_found: 'Check `url`: the host is wrong, or the platform stands behind a path that is missing in it.',
    redirect_refused: 'If that address is the platform, put it into `url`; credentials are never sent on to another place.',
    certificate_unusable: 'How to make each form stands in docs/certificates.md; no request was sent.',
    certificate_required: 'The platform asks every client for a certificate that it knows; its administrator issues them.',
    certificate_refused: 'The certificate must come, with all certificates of its chain, from an authority that the server knows, be for clients, and not be revoked.',
    server_untrusted: 'No credentials were sent, since this could be another server.',
    proxy_refused: 'Check the variable that names the proxy, or ask who runs it; it is never passed by.',
    proxy_failed: 'Check the variable that names the proxy, and `url`; a host for `no_proxy` is asked directly.',
    server_unreachable: 'Check `url`, and that this runner can reach the host.',
    server_failed: 'The fault is on the side of the server; run the job again later, and ask its administrator if it stays.',
    response_invalid: 'Something else than the API answered, or the answer was damaged on its way; check `url` and what stands between.',
    deadline_exceeded: 'Raise `timeout_seconds` if the server is only slow; else check that this runner can reach it.',
    token_expired: 'Get a new token, or give client credentials so that the action can log in by itself.',
    permission_denied: 'Ask an owner of the project for the role that the message names.',
    owner_not_found: 'Check the id in the address of the page in the browser; names do not work here.',
    secret_not_found: 'Check the spelling and the project; a Secret can also be named by its id or key.',
    field_not_found: 'Check the spelling of the field; a `?` behind it makes it optional.',
    secret_ambiguous: 'Name the Secret by one of these ids instead, or give the Secrets different names.',
    secret_not_decrypted: 'The server kept the value back; check that the credentials have the role Writer or Owner.',
    name_refused: 'Write a target of your own behind the Secret, for example `my-secret | MY_SECRET`.',
    name_conflict: 'Write different targets behind the Secrets, for example `my-secret | OTHER_NAME`, or use a step for each.',
    value_unsupported: 'Change the Secret, or hand it over in another way, such as `| NAME@file`.',
    runner_unsupported: 'Use a runner of version 2.327.1 or newer, or one that gives actions the same files and folders.',
    publication_failed: 'Nothing was exported; check the disk and the permissions of the runner.',
    internal_error: 'This is a defect of the action; please report it with the text above.',
};
/** The one error that users see: a code, what went wrong in one sentence, and what the server said. */
class errors_ActionError extends Error {
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
/** All that a user is told of an error, in one line and perhaps an excerpt: what happened, what the server said, what to do. */
function errors_explain(error, redact, documents = 'docs') {
    const said = error.said === undefined ? '' : `: ${JSON.stringify(clean(error.said, redact))}`;
    const advice = error.advice === undefined ? '' : ` ${error.advice}.`;
    const what = reveal(error.message, redact).replace(/\.$/, '');
    const excerpt = error.excerpt === undefined ? '' : `\n${redact(error.excerpt)}`;
    return `${what}${said}.${advice} ${HINTS[error.code]} See ${documents}/troubleshooting.md#${error.code}${excerpt}`;
}
/** Any error as the one that users see: what is not ours is a defect, and its words are foreign text. */
function errors_asActionError(error) {
    if (error instanceof errors_ActionError) {
        return error;
    }
    const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return new errors_ActionError('internal_error', 'The action failed in a way that it does not know', { said, cause: error });
}
/** Narrows a text to one of RFC 6749's error codes. */
function isOAuthErrorCode(code) {
    return OAUTH_ERROR_CODES.some((known) => known === code);
}

;// CONCATENATED MODULE: ./lib/files.js



/**
 * Writes the files of a step into a folder of its own that does not exist yet: 0700, its files 0600.
 *
 * Nothing that is there is followed or overwritten: the folder is made anew, every file with O_EXCL. On Windows the modes
 * have no effect; there the folder of the runner's user keeps others out.
 */
function files_writeFiles(folder, files) {
    if (files.length === 0) {
        return;
    }
    mkdirSync(folder, { mode: 0o700 });
    for (const file of files) {
        const path = join(folder, file.path);
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
        if ('linkTo' in file) {
            // On Windows only a junction needs no privilege; elsewhere the type is ignored.
            symlinkSync(file.linkTo, path, 'junction');
        }
        else {
            writeFileSync(path, file.content, { flag: 'wx', mode: 0o600 });
        }
    }
}
/** Removes the folder of a step, if it is there and as far as it can be; what its links lead to stays. */
function files_removeFolder(folder) {
    try {
        rmSync(folder, { recursive: true, force: true });
    }
    catch {
        // Another program holds a file of it (Windows); the error that led here counts more.
    }
}
/**
 * Refuses to write where the runner does not clear up: files belong below RUNNER_TEMP, and never into the workspace, which
 * gets committed, cached and uploaded.
 *
 * @throws ActionError runner_unsupported
 */
function files_checkTemp(temp, workspace) {
    if (!isAbsolute(temp) || (workspace !== '' && !leadsOut(relative(realPath(workspace), realPath(temp))))) {
        const message = 'The runner gives no folder for files (RUNNER_TEMP) outside the workspace';
        throw new ActionError('runner_unsupported', message);
    }
}
/** Whether a relative path leads out of the folder that it starts in. */
function leadsOut(path) {
    return path === '..' || path.startsWith(`..${external_node_path_namespaceObject.sep}`) || (0,external_node_path_namespaceObject.isAbsolute)(path);
}
/** The path without links, as far as it exists. */
function realPath(path) {
    try {
        return realpathSync(path);
    }
    catch {
        return path;
    }
}

;// CONCATENATED MODULE: ./lib/foreign-text.js
/** The most characters of a foreign text that are printed. */
const LIMIT = 300;
/**
 * Makes a text of a server safe to print: one line, no workflow command in it, none of our secrets, at most 300 characters.
 *
 * A lone CR ends a line for the runner and `##[` starts a command anywhere in a line (actions/runner ActionCommand.cs,
 * OutputManager.cs). Secrets are taken out before the cut, which could leave the half of one, and on both sides of the
 * cleaning, which could hide one or put one together.
 */
function foreign_text_clean(text, redact) {
    const safe = redact(oneLine(redact(text)));
    return safe.length > LIMIT ? `${safe.slice(0, LIMIT).toWellFormed()}…` : safe;
}
/** Private-use characters around a foreign name that must be cleaned or cut before it is shown. */
const OPEN = '\u{f0000}';
const CLOSE = '\u{f0001}';
const MARKED = /\u{f0000}([^\u{f0000}\u{f0001}]*)\u{f0001}/gu;
/** The longest name that is shown whole. */
const NAME_LIMIT = 120;
/**
 * A foreign name in quotes for a message of ours.
 *
 * One that must be cleaned or cut stays as it is, between marks: a secret in it can only be taken out before that, and
 * that is the edge's business (`reveal`).
 */
function foreign_text_quote(name) {
    const isPlain = oneLine(name) === name && name.length <= NAME_LIMIT;
    return isPlain ? `"${name}"` : `"${OPEN}${name.replace(/[\u{f0000}\u{f0001}]/gu, '')}${CLOSE}"`;
}
/** Makes a message of ours fit to be shown: our secrets taken out, its foreign names cleaned and cut. */
function foreign_text_reveal(message, redact) {
    const shown = message.replace(MARKED, (_, name) => shorten(redact(oneLine(redact(name)))));
    return redact(shown);
}
function shorten(name) {
    return name.length > NAME_LIMIT ? `${name.slice(0, 80).toWellFormed()}…${name.slice(-20).toWellFormed()}` : name;
}
/** Control, format and line characters become blanks; what could start a workflow command is broken up. */
function oneLine(text) {
    // Most texts are harmless, and the tables of Unicode are slow to load.
    if (/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(text) && !/::|##\[/.test(text)) {
        return text;
    }
    return text
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
        .replace(/:(?=:)/g, ': ')
        .replace(/#(?=#\[)/g, '# ')
        .trim();
}

;// CONCATENATED MODULE: ./lib/cleanup.js




/**
 * Removes the files that main wrote, and says in one line how everything ended; it never throws.
 *
 * Only what lies below `temp` is removed: the state comes back through the environment, where others could write too.
 */
function cleanUp(state, temp) {
    if (state === undefined) {
        return { line: 'Nothing to clean up.', failed: false };
    }
    const kept = state.files.filter((file) => !remove(file, temp));
    const count = state.files.length - kept.length;
    const removed = state.files.length === 0 ? 'No files to remove' : `${count} of ${state.files.length} files and folders removed`;
    const left = kept.length === 0 ? '' : ` (left, since not below RUNNER_TEMP or not removable: ${kept.map(foreign_text_quote).join(', ')})`;
    return { line: `${removed}${left}. ${tokenLine(state)}`.trim(), failed: kept.length > 0 };
}
function tokenLine({ token }) {
    if (token === undefined) {
        return '';
    }
    const until = token.expiresAt === undefined ? 'until it expires' : `until ${token.expiresAt}`;
    return `The token was not ended, since ${token.reason}; it stays valid ${until}.`;
}
function remove(file, temp) {
    try {
        if (!isInside(file, temp)) {
            return false;
        }
        // Without a slash at its end, behind which Node 24 would follow a link.
        (0,external_node_fs_namespaceObject.rmSync)((0,external_node_path_namespaceObject.join)((0,external_node_path_namespaceObject.dirname)(file), (0,external_node_path_namespaceObject.basename)(file)), { recursive: true, force: true });
        return !(0,external_node_fs_namespaceObject.existsSync)(file);
    }
    catch {
        return false;
    }
}
/** Whether a file lies below a folder, links in the path to it followed: a link itself may be removed, not what it leads to. */
function isInside(file, folder) {
    if (!(0,external_node_path_namespaceObject.isAbsolute)(file) || !(0,external_node_path_namespaceObject.isAbsolute)(folder)) {
        return false;
    }
    const parent = (0,external_node_path_namespaceObject.dirname)(file);
    if (!(0,external_node_fs_namespaceObject.existsSync)(parent)) {
        return true;
    }
    const inside = (0,external_node_path_namespaceObject.relative)((0,external_node_fs_namespaceObject.realpathSync)(folder), (0,external_node_path_namespaceObject.join)((0,external_node_fs_namespaceObject.realpathSync)(parent), (0,external_node_path_namespaceObject.basename)(file)));
    return inside !== '' && !leadsOut(inside);
}

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
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
function utils_toCommandProperties(annotationProperties) {
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
    external_fs_namespaceObject.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
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
;// CONCATENATED MODULE: external "http"
const external_http_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");
;// CONCATENATED MODULE: external "https"
const external_https_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");
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
const RetryableHttpVerbs = (/* unused pure expression or super */ null && (['OPTIONS', 'GET', 'DELETE', 'HEAD']));
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
class lib_HttpClient {
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
        const proxyUrl = pm.getProxyUrl(parsedUrl);
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
        info.httpModule = usingSsl ? https : http;
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
        const proxyUrl = pm.getProxyUrl(parsedUrl);
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
            maxSockets = this.requestOptions.maxSockets || http.globalAgent.maxSockets;
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
                tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
            }
            else {
                tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
            }
            agent = tunnelAgent(agentOptions);
            this._proxyAgent = agent;
        }
        // if tunneling agent isn't assigned create a new agent
        if (!agent) {
            const options = { keepAlive: this._keepAlive, maxSockets };
            agent = usingSsl ? new https.Agent(options) : new http.Agent(options);
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
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/auth.js
var auth_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
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
        return auth_awaiter(this, void 0, void 0, function* () {
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
        return auth_awaiter(this, void 0, void 0, function* () {
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
        return auth_awaiter(this, void 0, void 0, function* () {
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
    const convertedVal = utils_toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return file_command_issueFileCommand('ENV', file_command_prepareKeyValueMessage(name, val));
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
function core_debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
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
;// CONCATENATED MODULE: ./lib/command-files.js

/** Notes how long files are; the function that it returns cuts them back to that, as far as it can. */
function command_files_rememberSizes(files) {
    const sizes = files.map((file) => [file, statSync(file, { throwIfNoEntry: false })?.size ?? 0]);
    return () => {
        for (const [file, size] of sizes) {
            try {
                truncateSync(file, size);
            }
            catch {
                // This file could not be written either; the others still can be cut back.
            }
        }
    };
}
/** Adds to the job summary, in this turn unlike the library's own; a runner without the file goes without it. */
function command_files_appendSummary(file, summary) {
    if (file && summary !== '') {
        appendFileSync(file, summary);
    }
}

;// CONCATENATED MODULE: ./lib/id-token-request.js
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

;// CONCATENATED MODULE: ./lib/input-content.js




/** What base64 of DER and of PEM starts with: a SEQUENCE, and dashes, with a byte order mark or without. */
const BASE64 = /^(?:M|LS0t|77u\/LS0t)[A-Za-z0-9+/_-]{59,}={0,2}$/;
/**
 * Whether the value of an input is the thing itself, PEM or base64, and not the path of a file.
 *
 * In doubt it is: what is taken for a path may be shown.
 */
function input_content_isContent(value) {
    return value.includes('-----BEGIN ') || BASE64.test(compact(value));
}
/** Whether the value of an input holds a private key in PEM, or in base64 of PEM. */
function input_content_holdsPrivateKey(value) {
    return input_content_isContent(value) && /PRIVATE KEY-----/.test(value + Buffer.from(compact(value), 'base64').toString('latin1'));
}
/**
 * The bytes that an input stands for: of the file at this path, or of its own text; base64 is decoded.
 *
 * @throws ActionError certificate_unusable
 */
function readContent(name, value) {
    const bytes = input_content_isContent(value) ? Buffer.from(value) : readFile(name, value);
    const text = compact(textOf(bytes));
    return BASE64.test(text) ? Buffer.from(text, 'base64') : bytes;
}
/** Bytes as text; PowerShell writes UTF-16 with a byte order mark when it redirects. */
function textOf(bytes) {
    const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
    return bytes.toString(isUtf16 ? 'utf16le' : 'utf8').replace(/^\ufeff/, '');
}
/** The error for a certificate, key or file that cannot be used; the reason completes "The input `x` …". */
function unusable(name, reason, advice) {
    return new ActionError('certificate_unusable', `The input \`${name}\` ${reason}`, { advice });
}
function readFile(name, path) {
    // A value that only may be a path is perhaps half of a key.
    const shown = /^[^\r\n]{1,250}\.[A-Za-z0-9]{1,10}$/.test(path) ? ` ${quote(path)}` : '';
    try {
        return readFileSync(path);
    }
    catch (error) {
        const reason = `is neither PEM nor base64, and the file${shown} cannot be read (${codeOf(error)})`;
        throw unusable(name, reason, 'A relative path starts at the workspace; is the file there in this job');
    }
}
function compact(text) {
    return text.replace(/\\[nr]|\s/g, '');
}

;// CONCATENATED MODULE: ./lib/inputs.js


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
    signing_key: { secret: true },
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
function inputs_inputNames() {
    return Object.keys(INPUTS).filter((name) => name in INPUTS);
}
/** Whether the value of an input is a secret. */
function inputs_isSecretInput(name, value) {
    const { secret } = INPUTS[name];
    return secret === true || (secret === 'content' && isContent(value)) || (secret === 'key' && holdsPrivateKey(value));
}
/** Whether the blanks around the value of an input belong to it. */
function inputs_isVerbatimInput(name) {
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

;// CONCATENATED MODULE: ./lib/json.js
const sourceText = JSON;
/**
 * Parses JSON so that `JSON.stringify` gives every number back as it was written: `1.0`, or more digits than a double holds.
 *
 * A value of a Secret is opaque: an account number that comes back rounded is a wrong credential. On Node 20, which the
 * runner does not use, numbers are ordinary ones.
 *
 * @throws SyntaxError
 * @see https://tc39.es/proposal-json-parse-with-source/
 */
function parseJson(text) {
    return sourceText.parse(text, (_key, value, context) => typeof value === 'number' && context?.source !== undefined && sourceText.rawJSON !== undefined
        ? sourceText.rawJSON(context.source)
        : value);
}
/** Whether a parsed value is an object or an array, and not a number that kept its text. */
function isContainer(value) {
    return typeof value === 'object' && value !== null && sourceText.isRawJSON?.(value) !== true;
}
/** Whether a parsed value is an object and no array. */
function json_isRecord(value) {
    return isContainer(value) && !Array.isArray(value);
}
/** The strings and numbers in a JSON document, also in one that stands in a string of it. */
function json_leavesOf(text) {
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
        return [value, ...json_leavesOf(value)];
    }
    return isContainer(value) ? Object.values(value).flatMap(leaves) : [JSON.stringify(value)];
}

;// CONCATENATED MODULE: ./lib/mask-forms.js
/** A derived form shorter than this would hide more of the log than of the secret. */
const mask_forms_SHORTEST = 8;
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
    return [...new Set(forms)].filter((form) => form.length >= mask_forms_SHORTEST);
}
/** Every derived form of a text that differs from it and is long enough to be masked. */
function derivedForms(text) {
    const wellFormed = text.toWellFormed();
    return FORMS.flatMap((form) => form.of(wellFormed)).filter((form) => form.length >= mask_forms_SHORTEST && form !== text);
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

;// CONCATENATED MODULE: ./lib/masks.js


/** A value shorter than this is masked all the same, but the user is told what it does to the log. */
const SHORT = 4;
/** Texts that make up JSON itself: a mask on `{` or `true` would ruin every log and drop every job output. */
const JSON_SYNTAX = /^(?:[{}[\],:\s\u0085]|\b(?:true|false|null)\b)*$/;
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
function masksOf(value, plain = []) {
    const pieces = piecesOf(value, plain);
    const whole = pieces.filter(canBeSentWhole);
    const all = [...whole, ...pieces.flatMap(derivedForms)].filter(isMaskable);
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
function masks_userPasswords(fields) {
    const named = (pattern) => fields.filter((field) => pattern.test(field.path.at(-1) ?? '') && field.text !== '');
    const users = named(/user|login|account|e-?mail|client_?id|access_?key(?:_?id)?$|key_?id/i);
    const passwords = named(/pass|pwd|token|secret|key$/i);
    const pairs = users.flatMap((user) => passwords.filter((password) => password !== user).map((password) => `${user.text}:${password.text}`));
    return pairs.filter((pair) => pair.length >= SHORTEST).slice(0, MOST_PAIRS);
}
/** The value itself and what it is made of: lines and JSON leaves, short ones only where there is nothing longer. */
function piecesOf(value, plain = []) {
    const leaves = json_leavesOf(value).filter((leaf) => !plain.includes(leaf));
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

;// CONCATENATED MODULE: ./lib/input-secrets.js


/** Every text of the inputs that is a secret, and every `user:password` that an Authorization header would encode. */
function input_secrets_secretsIn(inputs) {
    const given = inputNames().flatMap((name) => (inputs[name] === undefined ? [] : [{ name, text: inputs[name] }]));
    const secrets = given.filter(({ name, text }) => isSecretInput(name, text));
    const users = given.filter(({ name }) => name === 'client_id' || name === 'username');
    const pairs = userPasswords([...users, ...secrets].map(({ name, text }) => ({ path: [name], text })));
    return [...secrets.map(({ text }) => text), ...pairs];
}

;// CONCATENATED MODULE: ./lib/masker.js

/** Makes a masker that hands the data of the add-mask commands to `addMasks`, in their order. */
function createMasker(addMasks) {
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
            const fresh = unseen.flatMap((text) => masksOf(text, plain)).filter((text) => !registered.has(text));
            const ordered = [...new Set(fresh)].sort((a, b) => b.length - a.length);
            for (const text of ordered) {
                registered.add(text);
            }
            long.push(...ordered.filter((text) => !isShort(text)));
            addMasks(ordered.flatMap(commandData));
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

;// CONCATENATED MODULE: ./lib/state.js

/** The name under which the state is saved: one value, so that it is never half there. */
const state_STATE_NAME = 'undo';
/** Writes the state as text. */
function state_formatState(state) {
    return JSON.stringify(state);
}
/** Reads saved state; undefined for none, and for a text that this action did not write. */
function parseState(text) {
    try {
        const value = JSON.parse(text);
        return isState(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function isState(value) {
    if (!json_isRecord(value)) {
        return false;
    }
    const { files, variables, token } = value;
    return (isListOf(files, (file) => typeof file === 'string') &&
        isListOf(variables, (entry) => hasTexts(entry, ['name', 'value', 'before'])) &&
        (token === undefined || hasTexts({ expiresAt: '', ...Object(token) }, ['reason', 'expiresAt'])));
}
function isListOf(value, isItem) {
    return Array.isArray(value) && value.every(isItem);
}
function hasTexts(value, names) {
    return json_isRecord(value) && names.every((name) => typeof value[name] === 'string');
}

;// CONCATENATED MODULE: ./lib/runner.js













/** The one masker of this process; what it is given becomes masks of the runner at once. */
const masker = createMasker((data) => {
    // One write for all: hundreds of small ones cost more than all the rest of a run.
    process.stdout.cork();
    data.forEach(core_setSecret);
    process.stdout.uncork();
});
/** The files through which an action gives something to the runner; without them the library would print values. */
const COMMAND_FILES = (/* unused pure expression or super */ null && (['GITHUB_STATE', 'GITHUB_OUTPUT', 'GITHUB_ENV']));
/** The log of the step; whatever is said, our own secrets are taken out of it first. */
const log = {
    debug: (message) => core_debug(foreign_text_reveal(message, masker.redact)),
    info: (message) => info(foreign_text_reveal(message, masker.redact)),
    notice: (message) => notice(foreign_text_reveal(message, masker.redact)),
    warning: (message) => warning(foreign_text_reveal(message, masker.redact)),
};
/** The effects of this process that the flow needs, but for the network. */
const ports = {
    mask: masker.mask,
    log,
    now: () => new Date(),
    newId: external_node_crypto_namespaceObject.randomUUID,
    idTokenRequest: () => idTokenRequestOf({ variable: (name) => process.env[name] || undefined, mask: masker.mask }),
};
/**
 * Reads every input and masks the secret ones.
 *
 * @throws ActionError runner_unsupported
 */
function readInputs() {
    const read = (name) => core.getInput(name, { trimWhitespace: !isVerbatimInput(name) });
    const given = inputNames()
        .map((name) => [name, read(name)])
        .filter(([, value]) => value !== '');
    const inputs = Object.fromEntries(given);
    masker.mask(secretsIn(inputs));
    const missing = COMMAND_FILES.find((file) => !process.env[file]);
    if (missing !== undefined) {
        throw new ActionError('runner_unsupported', `The runner gives no file in ${missing}`);
    }
    return inputs;
}
/** The variables of the job, as they stand at this step. */
function readEnvironment() {
    return process.env;
}
/**
 * Gives everything out: state, files, outputs, variables, summary, in this order and in one turn of the event loop. The
 * masks are out by then: each value was masked at its birth.
 *
 * @throws ActionError publication_failed, runner_unsupported, after undoing what was written
 */
function publish(publication, summary) {
    if (publication.files.length > 0) {
        checkTemp(process.env['RUNNER_TEMP'] ?? '', process.env['GITHUB_WORKSPACE'] ?? '');
    }
    holdSignals();
    let undo = () => { };
    let place = 'file in GITHUB_STATE';
    try {
        undo = rememberSizes([...COMMAND_FILES, 'GITHUB_STEP_SUMMARY'].flatMap((name) => process.env[name] || []));
        core.saveState(STATE_NAME, formatState(publication.state));
        place = 'folder in RUNNER_TEMP';
        writeFiles(publication.folder, publication.files);
        place = 'file in GITHUB_OUTPUT';
        for (const [name, value] of publication.outputs) {
            core.setOutput(name, value);
        }
        place = 'file in GITHUB_ENV';
        for (const [name, value] of publication.variables) {
            core.exportVariable(name, value);
        }
        place = 'file in GITHUB_STEP_SUMMARY';
        appendSummary(process.env['GITHUB_STEP_SUMMARY'], summary);
    }
    catch (error) {
        undo();
        removeFolder(publication.folder);
        const why = isRecord(error) && 'code' in error ? String(error['code']) : 'it does not exist';
        throw new ActionError('publication_failed', `The ${place} could not be written (${why})`, { cause: error });
    }
    publication.notices.forEach(log.notice);
    publication.warnings.forEach(log.warning);
    publication.infos.forEach(log.info);
}
/** Gives variables back what they held, unless a later step has changed them; it never throws. */
function restore(variables) {
    for (const { name, value, before } of variables) {
        if (process.env[name] === value && process.env['GITHUB_ENV']) {
            try {
                exportVariable(name, before);
            }
            catch {
                // The file is gone or full: programs of other post steps find no logins then, which is no reason to fail.
            }
        }
    }
}
/** Ends the step as failed, with one line and the output `error_code`. */
function fail(error) {
    const known = asActionError(error);
    core.setFailed(explain(known, masker.redact, documents()));
    if (known.code === 'internal_error' && error instanceof Error) {
        log.debug(clean(error.stack ?? '', masker.redact));
    }
    // Without the file the library would print a command that runners no longer take.
    if (process.env['GITHUB_OUTPUT']) {
        try {
            core.setOutput('error_code', known.code);
        }
        catch {
            // The file is gone or full, which is what the line above may be about.
        }
    }
}
/** Reads what main saved, and the folder in which it may have written. */
function readState() {
    return { state: parseState(getState(state_STATE_NAME)), temp: process.env['RUNNER_TEMP'] ?? '' };
}
/** Where the documents are: beside the action when it comes from a repository, else in the workflow's own checkout. */
function documents() {
    const { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = process.env;
    return server && repository && ref ? `${server}/${repository}/blob/${ref}/docs` : 'docs';
}

;// CONCATENATED MODULE: ./lib/post.js


const { state, temp } = readState();
const { line, failed } = cleanUp(state, temp);
restore(state?.variables ?? []);
(failed ? log.warning : log.info)(line);

