"use strict";
exports.id = 542;
exports.ids = [542];
exports.modules = {

/***/ 9542:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fetchSecrets: () => (/* binding */ fetchSecrets)
});

// EXTERNAL MODULE: ./lib/answers.js
var answers = __webpack_require__(2927);
// EXTERNAL MODULE: ./lib/language/stars.js
var stars = __webpack_require__(5690);
// EXTERNAL MODULE: ./lib/language/taken-names.js
var taken_names = __webpack_require__(2837);
// EXTERNAL MODULE: ./lib/platforms/platform.js
var platforms_platform = __webpack_require__(232);
// EXTERNAL MODULE: ./lib/untrusted-text.js
var untrusted_text = __webpack_require__(7540);
;// CONCATENATED MODULE: ./lib/secrets/catalog.js
/** Makes the catalog of a list. */
function catalogOf(entries) {
    // The first of several entries with one key or ID has priority.
    const last = entries.toReversed();
    return {
        entries,
        byKey: new Map(last.map((entry) => [entry.key, entry])),
        byId: new Map(last.map((entry) => [entry.id, entry])),
        byName: groupBy(entries, ({ name }) => name),
    };
}
/** Finds Secrets by key, then by ID, then by name; by name only if the text is quoted. */
function lookUp(text, isQuoted, { byKey, byId, byName }) {
    const byHandle = byKey.get(text) ?? byId.get(text);
    return isQuoted || byHandle === undefined ? (byName.get(text) ?? []) : [byHandle];
}
/** Groups items in their order; Node 20 has no `Map.groupBy`. */
function groupBy(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const group = groups.get(keyOf(item));
        group === undefined ? groups.set(keyOf(item), [item]) : group.push(item);
    }
    return groups;
}

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(2357);
// EXTERNAL MODULE: ./lib/formats/value.js
var formats_value = __webpack_require__(9906);
// EXTERNAL MODULE: ./lib/json.js
var json = __webpack_require__(8060);
// EXTERNAL MODULE: ./lib/secrets/plain-fields.js
var plain_fields = __webpack_require__(5010);
// EXTERNAL MODULE: ./lib/secrets/settings-api.js
var settings_api = __webpack_require__(2916);
;// CONCATENATED MODULE: ./lib/secrets/refusals.js


/** Explains why the server did not return the list. */
function listRefusal(exchange, access) {
    const { response } = exchange;
    if (response.status === 403) {
        return (0,answers/* answerError */.n)('permission_denied', exchange, {
            what: `since ${requires(access.platform.secrets.listPermission)}`,
        });
    }
    if (isApi404(exchange)) {
        const what = `since ${(0,settings_api/* describeOwner */.$S)(access.owner)} does not exist or these credentials have no access to it`;
        return (0,answers/* answerError */.n)('owner_not_found', exchange, { what });
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
        return (0,answers/* answerError */.n)('permission_denied', exchange, { what: `since ${permission}` });
    }
    if (isApi404(exchange)) {
        const what = `although the Secret is in the list: it was deleted meanwhile, or ${permission}`;
        const advice = 'Run the job again. If this remains, ask an owner of the project for a role with this permission';
        return (0,answers/* answerError */.n)('secret_not_found', exchange, entry === undefined ? {} : { what, advice });
    }
    return tokenRefusal(exchange, wanted);
}
const FRESH_ADVICE = 'The login of this step succeeded, but the server rejects its token here. Check {address}, and ask the administrator of the server';
function tokenRefusal(exchange, { fresh }) {
    const code = (0,answers/* codeOfStatus */.RZ)(exchange.response, 'invalid_token');
    return (0,answers/* answerError */.n)(code, exchange, fresh && code === 'invalid_token' ? { advice: FRESH_ADVICE } : {});
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
    const who = settings_api/* describeSecret */.wr(wanted);
    const request = settings_api/* buildDecryptRequest */.x(wanted);
    const response = wanted.fresh ? await sendAllowingForLag(request, ports) : await ports.send(request);
    const exchange = { request, response };
    if (!(0,answers/* isSuccess */.oJ)(response)) {
        const refusal = (0,answers/* certificateAloneRefusal */.fn)(exchange, wanted.token) ?? decryptRefusal(exchange, wanted);
        if (refusal.code === 'secret_not_found' && wanted.optional) {
            ports.log.notice(`${who} does not exist; it is optional.`);
            return undefined;
        }
        throw refusal;
    }
    const answer = settings_api/* answeredEntry */.Yy((0,answers/* readJson */.Vh)(exchange));
    const raw = answer?.['value'];
    const value = (0,formats_value/* readValue */.wK)(raw);
    if (value.text.length > VALUE_LIMIT) {
        const message = `${who} (line ${wanted.lines.join(', ')}) is longer than 1 MiB, the longest value that this action can mask`;
        throw new errors/* ActionError */.lZ('value_unsupported', message);
    }
    (0,plain_fields/* maskValue */.QS)({ field: undefined, value }, wanted.plainFields, ports);
    if (answer === undefined) {
        throw (0,answers/* answerError */.n)('response_invalid', exchange, {
            what: 'with JSON that has no `value`, neither at the top level nor in `data`',
        });
    }
    if (answer['_key'] !== undefined && answer['_key'] !== wanted.key) {
        throw (0,answers/* answerError */.n)('response_invalid', exchange, { what: 'with another Secret than the requested one' });
    }
    (0,formats_value/* checkValue */.Su)(raw, value, who);
    return { value, updatedAt: wanted.entry?.updatedAt ?? (0,json/* timeIn */.Hi)(answer['_updated_at']) };
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

// EXTERNAL MODULE: ./lib/secrets/match.js
var secrets_match = __webpack_require__(7207);
// EXTERNAL MODULE: ./lib/secrets/missing.js + 3 modules
var missing = __webpack_require__(9536);
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
    const catalog = catalogOf(known.entries);
    const found = requests.map((request) => ({ request, matches: matchesOf(request, catalog, plan) }));
    const absent = found.filter(({ matches }) => matches.length === 0).map(({ request }) => request);
    const lookups = found.map(({ request, matches }) => ({ request, isFound: matches.length > 0 }));
    const error = lookups.every(({ isFound }) => isFound) ? undefined : (0,missing/* missingError */.$y)(lookups, known);
    if (error !== undefined) {
        throw error;
    }
    return { matches: found.flatMap(({ matches }) => matches), absent };
}
function matchesOf(request, catalog, plan) {
    const { entries } = catalog;
    const byKey = keyIn(request);
    if (byKey !== undefined) {
        const entry = catalog.byKey.get(byKey.key);
        return [{ request, ...byKey, entry, starred: undefined, byPattern: false }];
    }
    const byPattern = (0,stars/* isPattern */.Pt)(request);
    for (const { text, field } of splits(request)) {
        const found = byPattern
            ? findPattern(text, entries)
            : lookUp(text, request.quoted, catalog).map((entry) => ({ entry, starred: undefined }));
        if (found.length > 0 && field !== undefined && (0,missing/* isNotationInField */.M5)(request, field, entries)) {
            return [];
        }
        if (found.length > 0) {
            checkCount(text, request, found);
            // A listing shows Secrets with one name by their IDs.
            if (!(0,stars/* isListing */.Xk)(request, plan)) {
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
function findPattern(text, entries) {
    const match = (0,secrets_match/* parsePattern */.EY)(text);
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
    if (quoted || !(0,settings_api/* isKey */.m0)(key) || selector.includes('*')) {
        return undefined;
    }
    return { key, field: dot < 0 ? undefined : selector.slice(dot + 1) };
}

// EXTERNAL MODULE: ./lib/secrets/result.js + 1 modules
var result = __webpack_require__(9767);
;// CONCATENATED MODULE: ./lib/secrets/fetch.js













/**
 * Fetches every Secret that the workflow names: with one list at most, each value once, and either all or none.
 *
 * @throws ActionError secret_not_found, field_not_found, secret_ambiguous, secret_not_decrypted, permission_denied,
 *   owner_not_found, invalid_token, name_refused, name_conflict, value_unsupported, response_invalid, server_failed
 */
async function fetchSecrets(settings, login, ports) {
    const { platform, url, owner, secretRequests, plainFields, plan } = settings;
    if (owner === undefined || secretRequests.length === 0 || !(0,platforms_platform/* keepsSecrets */.s)(platform)) {
        return { results: [], unnamed: undefined };
    }
    const access = { platform, url, owner, token: login.token?.value, fresh: login.fresh };
    const needsList = !secretRequests.every(givesKey);
    const entries = needsList ? await ports.track('list', () => requestList(access, ports)) : [];
    const { matches, absent } = resolveRequests(secretRequests, { entries, isMasked: ports.isMasked }, plan);
    for (const request of absent) {
        const what = `there is no Secret ${(0,untrusted_text/* quote */.hD)(request.selector)}${(0,missing/* adviceFor */.cp)(request, entries)}`;
        ports.log.notice(`\`secrets\`, line ${request.line}: ${what}; it is optional.`);
    }
    // The fields of `.*` have no names before their values are known.
    const named = matches.filter(({ request }) => !request.allFields && !(0,stars/* isListing */.Xk)(request, plan));
    const names = named.map((match) => ({ sink: match.request.sink, name: (0,secrets_match/* nameOfMatch */.Kk)(match) }));
    (0,taken_names/* checkNames */.LN)(names, settings);
    const byKey = groupBy(matches, ({ key }) => key);
    const decrypted = new Map();
    const decryptOne = async ([key, uses]) => {
        const entry = uses[0]?.entry;
        const requests = uses.map(({ request }) => request);
        const use = { lines: requests.map(({ line }) => line), optional: requests.every(({ optional }) => optional) };
        const tried = { tokenWorked: needsList };
        const found = await decrypt({ ...access, ...tried, key, entry, ...use, plainFields }, ports);
        if (found !== undefined) {
            decrypted.set(key, found);
        }
    };
    const useful = ports.expect(byKey.size);
    await ports.track('decrypt', () => inParallel(byKey, decryptOne, useful));
    const results = matches.flatMap((match) => {
        const found = decrypted.get(match.key);
        return found === undefined ? [] : (0,result/* selectResults */.B)({ match, ...found }, plainFields, ports);
    });
    const used = new Set(results.map(({ match }) => match.key)).size;
    ports.log.info(describeDecrypted(decrypted.size, used, settings_api/* describeOwner */.$S(owner)));
    return { results, unnamed: needsList ? entries.filter(({ key }) => !byKey.has(key)).length : undefined };
}
function describeDecrypted(all, used, owner) {
    const some = used === all ? '' : ` ${used} of them ${used === 1 ? 'has' : 'have'} what the lines select.`;
    return `Decrypted ${all} Secret${all === 1 ? '' : 's'} of ${owner}.${some}`;
}
async function requestList(access, ports) {
    const request = settings_api/* buildListRequest */.C4(access);
    const response = await ports.send(request);
    const exchange = { request, response };
    if (!(0,answers/* isSuccess */.oJ)(response)) {
        throw (0,answers/* certificateAloneRefusal */.fn)(exchange, access.token) ?? listRefusal(exchange, access);
    }
    return settings_api/* parseSecretList */.wJ(exchange);
}
/**
 * Works on as many items at the same time as are useful at each moment, and starts nothing more after the first failure.
 *
 * The transport also limits its requests, but it does not know that one failure fails them all. It would still send the
 * waiting requests, for example after the server has rejected a shared token.
 */
function inParallel(items, work, useful) {
    const queue = items[Symbol.iterator]();
    let active = 0;
    let hasFailed = false;
    return new Promise((resolve, reject) => {
        const fail = (error) => {
            hasFailed = true;
            reject(error);
        };
        const done = () => {
            active -= 1;
            start();
        };
        const start = () => {
            while (!hasFailed && active < useful()) {
                const { value, done: isEmpty } = queue.next();
                if (isEmpty) {
                    break;
                }
                active += 1;
                work(value).then(done, fail);
            }
            if (active === 0) {
                resolve();
            }
        };
        start();
    });
}


/***/ })

};
;