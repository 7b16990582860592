// Loads a module of Node on its first use: a short run would spend a quarter of its time on modules that it does not need.
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
/* harmony export */   Ic: () => (/* binding */ describeFailure),
/* harmony export */   lZ: () => (/* binding */ ActionError),
/* harmony export */   z6: () => (/* binding */ asActionError)
/* harmony export */ });
/* unused harmony exports TITLES, sentenceOf */
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

/***/ 60:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   CD: () => (/* binding */ attempt),
/* harmony export */   OG: () => (/* binding */ parseBody),
/* harmony export */   Yi: () => (/* binding */ formatMinute),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   u4: () => (/* binding */ isRecord),
/* harmony export */   wf: () => (/* binding */ leavesOf)
/* harmony export */ });
/* unused harmony exports parseDocument, isContainer, secondsIn, timeIn */
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

/***/ 984:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  PI: () => (/* binding */ appendEntries),
  Gu: () => (/* binding */ toolkit_getState),
  ll: () => (/* binding */ printer)
});

// UNUSED EXPORTS: getInput

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(161);
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
// EXTERNAL MODULE: ./lib/json.js
var json = __nccwpck_require__(60);
;// CONCATENATED MODULE: ./lib/runner/toolkit.js




/*
 * Everything of the toolkit that this action uses, by name: a use of the whole module would put all of it into dist/.
 */
/** Prints lines and their commands. */
const printer = { debug: debug, error: error, info: info, notice: notice, warning: warning, startGroup: startGroup, endGroup: endGroup };
/** Reads an input as the runner passes it; empty if it is not set. */
const toolkit_getInput = (/* unused pure expression or super */ null && (getToolkitInput));
/** Reads what an earlier process of this step saved under a name; empty if there is nothing. */
const toolkit_getState = getState;
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

/***/ 778:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bu: () => (/* binding */ parseState),
/* harmony export */   sf: () => (/* binding */ STATE_NAME),
/* harmony export */   sv: () => (/* binding */ NOT_UNDONE),
/* harmony export */   tw: () => (/* binding */ AUTHORITIES_FILE)
/* harmony export */ });
/* unused harmony exports formatState, hasShape */
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(60);

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
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => JSON.parse(text));
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
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(example)) {
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) && Object.entries(example).every(([name, member]) => fits(value[name], member));
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

/***/ 540:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ quoteWords),
/* harmony export */   HL: () => (/* binding */ quoteAddress),
/* harmony export */   _c: () => (/* binding */ reveal),
/* harmony export */   al: () => (/* binding */ LONGEST_ADDRESS),
/* harmony export */   bp: () => (/* binding */ untrusted),
/* harmony export */   hD: () => (/* binding */ quote)
/* harmony export */ });
/* unused harmony exports show, cutMiddle, isOneLine, capitalized */
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

/***/ 611:
/***/ ((module) => {

module.exports = onFirstUse(() => require("http"));

/***/ }),

/***/ 311:
/***/ ((module) => {

module.exports = onFirstUse(() => require("https"));

/***/ }),

/***/ 573:
/***/ ((module) => {

module.exports = onFirstUse(() => require("node:buffer"));

/***/ }),

/***/ 598:
/***/ ((module) => {

module.exports = onFirstUse(() => require("node:crypto"));

/***/ }),

/***/ 24:
/***/ ((module) => {

module.exports = onFirstUse(() => require("node:fs"));

/***/ }),

/***/ 67:
/***/ ((module) => {

module.exports = onFirstUse(() => require("node:http"));

/***/ }),

/***/ 708:
/***/ ((module) => {

module.exports = onFirstUse(() => require("node:https"));

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

/***/ 692:
/***/ ((module) => {

module.exports = onFirstUse(() => require("node:tls"));

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

// EXTERNAL MODULE: ./lib/json.js
var json = __nccwpck_require__(60);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(357);
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
const SIGNALS = (/* unused pure expression or super */ null && ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
]));
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

// EXTERNAL MODULE: ./lib/runner/toolkit.js + 5 modules
var toolkit = __nccwpck_require__(984);
// EXTERNAL MODULE: ./lib/undo/state.js
var state = __nccwpck_require__(778);
;// CONCATENATED MODULE: ./lib/post.js




void undo((0,state/* parseState */.Bu)((0,toolkit/* getState */.Gu)(state/* STATE_NAME */.sf)))
    .catch((error) => toolkit/* printer */.ll.warning(`${state/* NOT_UNDONE */.sv} (${(0,json/* codeOf */.$N)(error)}).`))
    .then(() => exitSoon(process.stdout));
/** Undoes what main did. The code for that is loaded on demand: a step that failed early has nothing to undo. */
async function undo(saved) {
    if (saved === undefined) {
        return toolkit/* printer */.ll.info('Nothing to clean up.');
    }
    const { createStep } = await __nccwpck_require__.e(/* import() */ 55).then(__nccwpck_require__.bind(__nccwpck_require__, 55));
    const { cleanUp, joinReports } = await __nccwpck_require__.e(/* import() */ 933).then(__nccwpck_require__.bind(__nccwpck_require__, 933));
    const { ports, restore, variables } = createStep(process.env, process.stdout);
    const { token } = saved;
    // The revocation starts first: it reads a file that the clean-up removes.
    const revocation = token && (await __nccwpck_require__.e(/* import() */ 907).then(__nccwpck_require__.bind(__nccwpck_require__, 907))).revokeToken(token, variables, ports);
    const files = cleanUp(saved, variables['RUNNER_TEMP'] ?? '');
    restore(saved.variables);
    const { line, failed } = joinReports([files, await revocation]);
    (failed ? ports.log.warning : ports.log.info)(line);
}

module.exports = __webpack_exports__;
/******/ })()
;