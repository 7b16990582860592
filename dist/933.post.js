"use strict";
exports.id = 933;
exports.ids = [933];
exports.modules = {

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

/***/ 933:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cleanUp: () => (/* binding */ cleanUp),
  joinReports: () => (/* binding */ joinReports)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(24);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(760);
// EXTERNAL MODULE: ./lib/machine/own-folder.js
var own_folder = __webpack_require__(911);
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
                // This throws for texts of different lengths.
                return timingSafeEqual(Buffer.from(found), Buffer.from(seal(content))) ? JSON.parse(content) : undefined;
            }
            catch {
                return undefined;
            }
        },
        write(content) {
            try {
                // The option also accepts a folder that exists. RUNNER_TEMP itself is never created.
                mkdirSync(folder, { recursive: existsSync(temp), mode: 0o700 });
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
        if (!(0,external_node_path_.isAbsolute)(temp) || (0,external_node_fs_.lstatSync)(folder, { throwIfNoEntry: false }) === undefined) {
            return undefined;
        }
        if (!(0,own_folder/* isPrivateFolder */.EV)(folder) || !files.every((name) => FILE_NAME.test(name))) {
            return 'is not a private folder of this action';
        }
        for (const name of files) {
            (0,external_node_fs_.rmSync)((0,external_node_path_.join)(folder, name), { force: true });
        }
    }
    catch (error) {
        return (0,own_folder/* reasonOf */.A3)(error);
    }
    try {
        (0,external_node_fs_.rmdirSync)(folder);
    }
    catch {
        // Files of other steps are in it.
    }
    return undefined;
}

// EXTERNAL MODULE: ./lib/untrusted-text.js
var untrusted_text = __webpack_require__(540);
;// CONCATENATED MODULE: ./lib/undo/clean-up.js



/** Joins the reports of all parts that had something to do to one line. */
function joinReports(reports) {
    const known = reports.filter((report) => report !== undefined);
    return { line: known.map(({ line }) => line).join(' '), failed: known.some(({ failed }) => failed) };
}
/**
 * Removes what main created in RUNNER_TEMP, and describes the result; it never throws.
 *
 * If it is not certain that a folder belongs to this step, the folder is left: other programs can change the state and the
 * folder.
 */
function cleanUp({ folders, cache }, temp) {
    const left = [
        ...folders.flatMap((folder) => describeLeft(folder.name, (0,own_folder/* removeFolder */.v$)(temp, folder))),
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


/***/ })

};
;