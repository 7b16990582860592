"use strict";
exports.id = 767;
exports.ids = [767];
exports.modules = {

/***/ 9906:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bd: () => (/* binding */ selectField),
/* harmony export */   Dt: () => (/* binding */ pathName),
/* harmony export */   O$: () => (/* binding */ UNPAIRED_SURROGATE),
/* harmony export */   Su: () => (/* binding */ checkValue),
/* harmony export */   pi: () => (/* binding */ fieldNames),
/* harmony export */   wK: () => (/* binding */ readValue)
/* harmony export */ });
/* unused harmony export textsOf */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2357);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8060);
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7540);



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
    const names = fields.slice(0, 20).map((field) => (0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(pathName(field)));
    return names.join(', ');
}
/**
 * Reads a decrypted value: a string, number, boolean, object or array, or JSON in a string.
 *
 * The types and fields of Chariot's Secrets are not published. This code therefore does not depend on any name.
 */
function readValue(value) {
    const parsed = typeof value === 'string' ? objectIn(value) : value;
    const structure = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(parsed) ? parsed : undefined;
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
    const isHidden = texts.flatMap((text) => [text, ...(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .leavesOf */ .wf)(text)]).some((text) => text.trim() === HIDDEN);
    if (raw === null || isHidden) {
        const returned = raw === null ? 'without a value (null)' : 'with eight asterisks instead of the value';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('secret_not_decrypted', `${who} was returned ${returned}`);
    }
    if (!texts.every((text) => text.isWellFormed())) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('value_unsupported', `${who} ${UNPAIRED_SURROGATE}`);
    }
}
/** Finds a member by its name or path. A whole name takes precedence over a path. The member is wrapped, because it can be null or undefined. */
function memberAt(value, field) {
    const structure = typeof value === 'string' ? objectIn(value) : value;
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(structure)) {
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
    return /^\s*[{/]/.test(text) ? (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .CD)(() => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDocument */ .Tp)(text)) : undefined;
}
/** Lists the fields of a document; undefined if it has no members, or is nested too deeply for the stack. */
function fieldsOf(structure) {
    const fields = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .CD)(() => flatten(structure, [])) ?? [];
    return fields.length === 0 ? undefined : fields;
}
function flatten(value, path) {
    return Object.entries(value).flatMap(([name, member]) => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(member) && Object.keys(member).length > 0
        ? flatten(member, [...path, name])
        : [{ path: [...path, name], text: textOfJson(member) }]);
}


/***/ }),

/***/ 7207:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EY: () => (/* binding */ parsePattern),
/* harmony export */   Kk: () => (/* binding */ nameOfMatch),
/* harmony export */   cu: () => (/* binding */ lineOfField)
/* harmony export */ });
/* harmony import */ var _language_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1575);
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7540);


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
    const text = named === undefined ? (0,_language_names_js__WEBPACK_IMPORTED_MODULE_0__/* .selectorText */ .nM)(request) : (0,_language_names_js__WEBPACK_IMPORTED_MODULE_0__/* .selectorText */ .nM)({ selector: named, field });
    const who = [
        `line ${request.line}`,
        ...(named === undefined ? [] : [`Secret ${(0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(named)}`]),
        ...(path.length === 0 ? [] : [`field ${(0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(path.join('.'))}`]),
    ];
    return (0,_language_names_js__WEBPACK_IMPORTED_MODULE_0__/* .nameFrom */ .Ov)(request, { text, starred, path, who: who.join(', ') });
}
/** Writes the line that selects one field of `.*` alone: by key after quotes and stars, since a key needs no quotes. */
function lineOfField({ request, key, field, byPattern }, path) {
    const byKey = byPattern || request.quoted;
    const names = byKey && field !== undefined ? [field, ...path] : path;
    return `${byKey ? key : request.selector}.${names.join('.')} | NAME`;
}


/***/ }),

/***/ 9536:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Mc: () => (/* binding */ OPTIONAL_ADVICE),
  cp: () => (/* binding */ adviceFor),
  uy: () => (/* binding */ fieldNotFound),
  M5: () => (/* binding */ isNotationInField),
  $y: () => (/* binding */ missingError)
});

// EXTERNAL MODULE: ./lib/did-you-mean.js
var did_you_mean = __webpack_require__(4777);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(2357);
// EXTERNAL MODULE: ./lib/formats/value.js
var formats_value = __webpack_require__(9906);
// EXTERNAL MODULE: ./lib/language/notation-parts.js
var notation_parts = __webpack_require__(158);
;// CONCATENATED MODULE: ./lib/language/notation-lines.js

/** Looks up a word as it is written. */
function findWord(written, { find }) {
    const part = (0,notation_parts/* readWord */.pS)(written);
    const selector = part.text === '' ? undefined : find(part.text);
    const exact = selector !== undefined && (selector === part.text || selector === (0,notation_parts/* writeSelector */.zB)(part.text));
    return { ...part, selector, exact };
}
/** Writes the line of one Secret; the other part becomes its target, unless the line already has a target. */
function writeLines(found, other, { parses, pipes }) {
    const name = { text: found.selector ?? found.text, optional: found.optional || other?.optional === true };
    const targets = pipes.target === undefined && other !== undefined ? (0,notation_parts/* targetsFor */.Y$)(other.text) : [pipes.target];
    const line = targets.map((target) => (0,notation_parts/* writeRequest */.XT)(name, { ...pipes, target })).find(parses);
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
    if (text.length > notation_parts/* LONGEST_LINE */.i2 || text.startsWith('"')) {
        return undefined;
    }
    const [head = '', ...words] = text.split('|').map((word) => word.trim());
    const context = { find, parses, pipes: (0,notation_parts/* readPipes */.mD)(words) };
    return ofList(head, context) ?? ofItem(head, context) ?? ofReversed(head, context);
}
function ofList(head, context) {
    const items = (0,notation_parts/* itemsOf */.S3)(head) ?? [];
    const [a, b, ...others] = items.map((item) => findWord(item, context));
    if (a?.exact === true && b?.exact === false && others.length === 0 && notation_parts/* UPPER_TARGET */.Tz.test(b.text)) {
        return writeLines(a, b, context);
    }
    const inner = { ...context, pipes: (0,notation_parts/* shareTarget */.l0)(context.pipes, items.length) };
    const lines = items.map((item) => (inner.find(item) === item ? undefined : ofItem(item, inner)) ?? ofName(item, inner));
    if (lines.every((line) => line === undefined)) {
        return undefined;
    }
    // The other items are missing Secrets: they stay in the list, and the next error names them.
    const rest = ({ text, optional }) => (0,notation_parts/* writeRequest */.XT)({ text: (0,notation_parts/* writeSelector */.zB)(text), optional }, inner.pipes);
    const all = items.flatMap((item, index) => lines[index] ?? [rest((0,notation_parts/* readWord */.pS)(item))]);
    return [...new Set(all)].filter(context.parses);
}
function ofName(item, context) {
    const found = findWord(item, context);
    return found.selector === undefined ? undefined : writeLines(found, undefined, context);
}
function ofItem(item, context) {
    if ((0,notation_parts/* isQuoted */.f5)(item)) {
        return ofName(item, context);
    }
    const splits = (0,notation_parts/* splitsOf */.pw)(item);
    const exact = (0,notation_parts/* firstOf */.Ku)(splits, (split) => ofExact(split, context));
    return exact ?? (isMisspelt(item, context.find) ? undefined : (0,notation_parts/* firstOf */.Ku)(splits, (split) => ofNear(split, context)));
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
    if (isBlank && context.find(whole) !== whole && (0,notation_parts/* isSameWord */.XE)(`${left}${right}`, near)) {
        return undefined;
    }
    const both = a.exact && b.exact && a.selector !== b.selector;
    if (both && ![a.text, b.text].includes('*')) {
        return ofList(`${left}, ${right}`, context);
    }
    // After another selector, a star alone is a target.
    const [found, other] = a.exact && !(both && a.text === '*') ? [a, b] : [b, a];
    return found.exact && (!isBlank || notation_parts/* TARGET */.Qn.test(other.text)) ? writeLines(found, other, context) : undefined;
}
/** Tells whether two words are a path and its key; after a Secret, the second word is a key if the line has a target. */
function isPath(path, key, { pipes }) {
    const isKey = pipes.target !== undefined && !key.exact && !notation_parts/* UPPER_TARGET */.Tz.test(key.text);
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
    const isClear = (target) => /\S/.test(sign) || notation_parts/* UPPER_TARGET */.Tz.test(target.text);
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

// EXTERNAL MODULE: ./lib/language/request.js + 1 modules
var request = __webpack_require__(4651);
// EXTERNAL MODULE: ./lib/language/rewrite.js
var rewrite = __webpack_require__(3359);
// EXTERNAL MODULE: ./lib/untrusted-text.js
var untrusted_text = __webpack_require__(7540);
// EXTERNAL MODULE: ./lib/secrets/match.js
var match = __webpack_require__(7207);
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
            return names.some((name) => (0,match/* parsePattern */.EY)(text)(name) !== undefined) ? text : undefined;
        }
        return handles.has(text) ? text : known.has(text) ? (0,notation_parts/* writeSelector */.zB)(text) : undefined;
    };
    let left = MOST_COMPARED;
    // A suggestion may also be a longer name that contains the text; a line to copy may not.
    const near = (text) => {
        const isNear = (name) => Math.abs(name.length - text.length) <= MOST_MORE;
        const isTooShort = text.replace(/[^\p{L}\p{N}]/gu, '').length < LEAST_NEAR;
        left -= isTooShort ? 0 : names.length;
        return (isTooShort || left < 0 ? [] : (0,did_you_mean/* nearNames */.$l)(text, names)).filter(isNear).map(notation_parts/* writeSelector */.zB)[0];
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
const LONGEST_SHOWN = 300;
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
            const words = `${(0,untrusted_text/* quote */.hD)(text)} in line ${line} (${(0,rewrite/* writeThese */.x)(lines)})`;
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
    const [near] = (0,did_you_mean/* nearNames */.$l)(selector, names);
    const written = quoted ? JSON.stringify(selector) : selector;
    const line = near === undefined ? text : text.replace(written, () => (0,notation_parts/* writeSelector */.zB)(near));
    return line !== text && isShown(line) ? [line] : [];
}
/** Suggests near names for a request that selects nothing, or how to write `ghcr.pass*` and names that start with `ghcr.`. */
function adviceFor({ selector, allFields }, entries) {
    const names = entries.map(({ name }) => name);
    const parent = selector.includes('*') ? names.find((name) => selector.startsWith(`${name}.`)) : undefined;
    if (parent !== undefined) {
        return ` ("*" matches no part of a field; for every field, write \`${(0,notation_parts/* writeSelector */.zB)(parent)}.*\`)`;
    }
    if (!allFields || !names.some((name) => name.startsWith(`${selector}.`))) {
        return (0,did_you_mean/* suggestion */.h)(selector, names);
    }
    const pattern = (0,notation_parts/* writeSelector */.zB)(selector) === selector ? `write \`${selector}*\`, or ` : 'write ';
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
    return line.length <= LONGEST_SHOWN && (0,untrusted_text/* isOneLine */.Pf)(line);
}
function isOneRequest(line) {
    try {
        return (0,request/* parseSecretRequests */.q)(line).length === 1;
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
    const [near] = (0,did_you_mean/* nearNames */.$l)(field, names);
    return near !== undefined && (0,untrusted_text/* isOneLine */.Pf)(near) ? [text.replace(`.${field}`, () => `.${near}`)] : [];
}
const FIELDS_ADVICE = 'Write the name of an existing field. A plan with the line `*` lists the fields of each Secret';
/** Creates the error for a field that does not exist. */
function fieldNotFound(value, field, { who, line, text }) {
    const names = (value.fields ?? []).map(formats_value/* pathName */.Dt);
    const seen = `has ${names.length} field${names.length === 1 ? '' : 's'}, but no field ${(0,untrusted_text/* quote */.hD)(field)}${(0,did_you_mean/* suggestion */.h)(field, names)}`;
    const isSingle = value.fields === undefined;
    return new errors/* ActionError */.lZ('field_not_found', `${who} ${isSingle ? 'is a single value without fields' : seen}`, {
        advice: [isSingle ? 'Remove the field from the line to export the whole value' : FIELDS_ADVICE, OPTIONAL_ADVICE],
        lines: [{ line, text, result: 'no such field', isWrong: true, instead: nearFieldLines(text, field, names) }],
    });
}


/***/ }),

/***/ 5010:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $i: () => (/* binding */ isPlain),
/* harmony export */   QS: () => (/* binding */ maskValue),
/* harmony export */   XF: () => (/* binding */ plainTexts),
/* harmony export */   ce: () => (/* binding */ innermostParts),
/* harmony export */   uE: () => (/* binding */ valueParts)
/* harmony export */ });
/* harmony import */ var _formats_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9906);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8060);
/* harmony import */ var _masking_masks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(368);



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
        : innermostParts({ field: part.name, value: (0,_formats_value_js__WEBPACK_IMPORTED_MODULE_0__/* .readValue */ .wK)(part.text) }, plain));
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
    const leaves = fields.length > MANY_FIELDS ? (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .leavesOf */ .wf)(value.text) : [];
    const covered = new Set(leaves.filter((leaf) => !(0,_masking_masks_js__WEBPACK_IMPORTED_MODULE_2__/* .isShort */ .tQ)(leaf) && !open.includes(leaf)));
    const masked = valueParts({ field, value }, plain).flatMap(({ text, plainBy }) => text === undefined || plainBy !== undefined || covered.has(text) ? [] : text);
    ports.mask([...new Set([value.text, ...masked, ...(0,_masking_masks_js__WEBPACK_IMPORTED_MODULE_2__/* .userPasswords */ .my)(fields)])], open);
}
/** Lists the texts of the plain fields in a value, also of those in JSON in a text. */
function plainTexts({ field, value }, plain) {
    if (isPlain(field, plain)) {
        return [value.text, ...(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .leavesOf */ .wf)(value.text)];
    }
    const fields = value.fields ?? [];
    return fields.flatMap(({ path, text }) => plainTexts({ field: nameIn(field, path), value: (0,_formats_value_js__WEBPACK_IMPORTED_MODULE_0__/* .readValue */ .wK)(text) }, plain));
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


/***/ }),

/***/ 9767:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ selectResults),
  v: () => (/* binding */ textValue)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(2357);
// EXTERNAL MODULE: ./lib/formats/value.js
var formats_value = __webpack_require__(9906);
// EXTERNAL MODULE: ./lib/language/stars.js
var stars = __webpack_require__(5690);
// EXTERNAL MODULE: ./lib/masking/forms.js
var masking_forms = __webpack_require__(2552);
// EXTERNAL MODULE: ./lib/untrusted-text.js
var untrusted_text = __webpack_require__(7540);
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

// EXTERNAL MODULE: ./lib/secrets/match.js
var secrets_match = __webpack_require__(7207);
// EXTERNAL MODULE: ./lib/secrets/missing.js + 3 modules
var missing = __webpack_require__(9536);
// EXTERNAL MODULE: ./lib/secrets/plain-fields.js
var plain_fields = __webpack_require__(5010);
// EXTERNAL MODULE: ./lib/secrets/settings-api.js
var settings_api = __webpack_require__(2916);
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
    const who = describe(match, field);
    const steps = decode(selected.text, match.request.decodings, who);
    const bytes = steps.at(-1) ?? Buffer.from(selected.text, 'utf8');
    const text = textIn(bytes);
    const value = steps.length === 0 ? selected : text === undefined ? undefined : (0,formats_value/* readValue */.wK)(text);
    if (!(0,plain_fields/* isPlain */.$i)(field, plain)) {
        // The last step is the value itself, unless it is not text.
        ports.mask(steps.slice(0, value === undefined ? undefined : -1).flatMap(printable));
    }
    if (value !== undefined) {
        (0,plain_fields/* maskValue */.QS)({ field, value }, plain, ports);
    }
    return { match, name: (0,secrets_match/* nameOfMatch */.Kk)(match, path), who, field, value, bytes, updatedAt };
}
/** The path of a field from the top of its Secret; undefined for the whole Secret. */
function fieldName({ field }, path) {
    const names = field === undefined ? path : [field, ...path];
    return names.length === 0 ? undefined : names.join('.');
}
function describe(match, field) {
    return field === undefined ? (0,settings_api/* describeSecret */.wr)(match) : `Field ${(0,untrusted_text/* quote */.hD)(field)} of ${(0,settings_api/* describeSecret */.wr)(match)}`;
}
/** The values that a match selects; none if an optional field does not exist or is null. */
function selectIn({ match, value }, { log }) {
    const { field, request } = match;
    const found = field === undefined ? value : (0,formats_value/* selectField */.Bd)(value, field);
    if (found !== undefined && found !== null) {
        return request.allFields ? fieldsOf(match, found, log) : [{ value: found, path: [] }];
    }
    const who = describe(match, field);
    if (request.optional) {
        log.notice(`\`secrets\`, line ${request.line}: ${who} ${found === null ? 'is null' : 'does not exist'}; it is optional.`);
        return [];
    }
    throw found === null
        ? new errors/* ActionError */.lZ('field_not_found', `${who} is null, so it has no value`, { advice: missing/* OPTIONAL_ADVICE */.Mc })
        : (0,missing/* fieldNotFound */.uy)(value, field ?? '', { ...request, who: (0,settings_api/* describeSecret */.wr)(match) });
}
/** Every field of a value; a null field has an empty text. */
function fieldsOf(match, { fields }, log) {
    const { line } = match.request;
    const who = describe(match, match.field);
    if (fields === undefined) {
        const advice = match.byPattern ? 'Exclude this Secret from the pattern, or remove the `.*`' : 'Remove the `.*`';
        const message = `\`secrets\`, line ${line}: ${who} has no fields, so its value is one text`;
        throw new errors/* ActionError */.lZ('field_not_found', message, { advice });
    }
    const unnamed = fields.find(({ path }) => path.some((part) => !/[A-Za-z0-9]/.test(part)));
    if (unnamed !== undefined) {
        const field = (0,untrusted_text/* quote */.hD)(fieldName(match, unnamed.path) ?? '');
        const message = `\`secrets\`, line ${line}: field ${field} of ${(0,settings_api/* describeSecret */.wr)(match)} has no ASCII letter or digit in a part of its name`;
        const advice = `Instead of \`.*\`, write one line for each field. For this field, write ${(0,untrusted_text/* quote */.hD)((0,secrets_match/* lineOfField */.cu)(match, unnamed.path))}`;
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
    const advice = `Only a file can contain it: write \`| ${(0,stars/* fileTarget */.aJ)(match.request)}\``;
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


/***/ }),

/***/ 2916:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $S: () => (/* binding */ describeOwner),
/* harmony export */   C4: () => (/* binding */ buildListRequest),
/* harmony export */   Yy: () => (/* binding */ answeredEntry),
/* harmony export */   m0: () => (/* binding */ isKey),
/* harmony export */   wJ: () => (/* binding */ parseSecretList),
/* harmony export */   wr: () => (/* binding */ describeSecret),
/* harmony export */   x: () => (/* binding */ buildDecryptRequest)
/* harmony export */ });
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2927);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8060);
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7540);



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
    return `Secret ${(0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(entry?.name ?? key)}`;
}
/** Names an owner in messages. */
function describeOwner(owner) {
    return `${owner.kind} ${(0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(owner.id)}`;
}
/**
 * Reads the list. It also contains other settings, so only entries whose type starts with `secret/` count.
 *
 * @throws ActionError response_invalid
 */
function parseSecretList(exchange) {
    const body = (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .readJson */ .Vh)(exchange);
    const data = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(body) ? body['data'] : undefined;
    if (!Array.isArray(data)) {
        throw (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .answerError */ .n)('response_invalid', exchange, { what: 'with JSON that has no list in `data`' });
    }
    return data.filter(isSecret).map((entry) => {
        const { _id: id, _key: key, _type: type, name } = entry;
        if (typeof id !== 'string' || typeof key !== 'string' || !isKey(key) || typeof name !== 'string') {
            throw (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .answerError */ .n)('response_invalid', exchange, {
                what: 'with a Secret that has no valid `_id`, `_key` or `name`',
            });
        }
        return { id, key, name, type, updatedAt: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .timeIn */ .Hi)(entry['_updated_at']) };
    });
}
function isSecret(entry) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(entry) && typeof entry['_type'] === 'string' && entry['_type'].startsWith('secret/');
}
/** Finds the entry in the response to a decrypt request: the body or its `data`; the documentation does not define which. */
function answeredEntry(body) {
    const entry = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(body) && !('value' in body) ? body['data'] : body;
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(entry) && 'value' in entry ? entry : undefined;
}
function buildGet(access, path, purpose) {
    return {
        method: 'GET',
        url: (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .endpoint */ .sR)(access.url, path),
        headers: { accept: 'application/json', ...(0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .authorizationOf */ .P_)(access.token) },
        purpose,
    };
}


/***/ })

};
;