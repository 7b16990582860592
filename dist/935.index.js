"use strict";
exports.id = 935;
exports.ids = [935];
exports.modules = {

/***/ 6935:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   decodeBody: () => (/* binding */ decodeBody)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9456);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7540);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9807);




/** The content codings that the action reads (RFC 9110 section 8.4.1). */
const DECODERS = new Map([
    ['gzip', () => (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.createGunzip)()],
    ['x-gzip', () => (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.createGunzip)()],
    ['br', () => (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.createBrotliDecompress)()],
    // Some servers send deflate without the header of zlib (RFC 1950), whose first byte always ends in 8.
    ['deflate', (first = 0) => ((first & 0x0f) === 8 ? (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.createInflate)() : (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.createInflateRaw)())],
]);
/**
 * Decompresses a body part by part, so that a reader can stop at any size. Calls `onPart` for each part that arrives.
 *
 * This module is loaded on demand: no request accepts a coding, so few bodies have one.
 *
 * The stream fails with an ExplainedError if the coding is unknown, or the body is damaged or cut short.
 */
function decodeBody(message, coding, onPart) {
    return node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(decodedParts(partsOf(message, onPart), coding));
}
async function* partsOf(message, onPart) {
    try {
        for await (const part of message) {
            onPart();
            yield part;
        }
    }
    catch (error) {
        throw (0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .cutShort */ .VV)(error);
    }
}
async function* decodedParts(body, coding) {
    const decoder = DECODERS.get(coding.toLowerCase());
    if (decoder === undefined) {
        throw (0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .unusableAnswer */ .Qf)(`the body is compressed in a way that the action does not support (${(0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(coding)})`);
    }
    const first = await body.next();
    // Servers also name a coding for an empty body.
    if (first.done === true) {
        return;
    }
    const whole = async function* () {
        yield first.value;
        yield* body;
    };
    try {
        yield* (0,node_stream__WEBPACK_IMPORTED_MODULE_0__.pipeline)(whole, decoder(first.value[0]), () => { });
    }
    catch (error) {
        const damaged = `the body is damaged: it cannot be decompressed (${(0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(coding)})`;
        throw error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .ExplainedError */ .hM ? error : (0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .unusableAnswer */ .Qf)(damaged, { cause: error });
    }
}


/***/ })

};
;