"use strict";
exports.id = 529;
exports.ids = [529];
exports.modules = {

/***/ 5529:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readLegacyPkcs12: () => (/* binding */ readLegacyPkcs12)
/* harmony export */ });
/* harmony import */ var node_forge_lib_forge_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8561);
/* harmony import */ var node_forge_lib_forge_js__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_forge_lib_forge_js__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_forge_lib_pkcs12_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1296);
/* harmony import */ var node_forge_lib_pkcs12_js__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_forge_lib_pkcs12_js__WEBPACK_IMPORTED_MODULE_1__);


/**
 * Reads a PKCS#12 file that Node does not support: RC2-40 and 3DES, as old OpenSSL, Windows and macOS write them.
 *
 * This module is a separate file in `dist/`, loaded only for such a file. It shares no code with the rest of the action.
 *
 * @throws Error of node-forge: `Invalid password` for a wrong one, other texts for an unsupported format
 * @see RFC 7292
 */
function readLegacyPkcs12(bytes, password = '') {
    const pfx = node_forge_lib_forge_js__WEBPACK_IMPORTED_MODULE_0___default().pkcs12.pkcs12FromAsn1(node_forge_lib_forge_js__WEBPACK_IMPORTED_MODULE_0___default().asn1.fromDer(bytes.toString('binary')), false, password);
    const bags = pfx.safeContents.flatMap(({ safeBags }) => safeBags);
    const { pkcs8ShroudedKeyBag, keyBag, certBag } = (node_forge_lib_forge_js__WEBPACK_IMPORTED_MODULE_0___default().pki).oids;
    return {
        privateKeys: bags.filter(({ type }) => type === pkcs8ShroudedKeyBag || type === keyBag).map(keyOf),
        certificates: bags.filter(({ type }) => type === certBag).map(certificateOf),
    };
}
/** Encodes a key; node-forge parses only RSA, and returns the ASN.1 of any other key or certificate. */
function keyOf({ key, asn1 }) {
    const { pki } = (node_forge_lib_forge_js__WEBPACK_IMPORTED_MODULE_0___default());
    return der(key ? pki.wrapRsaPrivateKey(pki.privateKeyToAsn1(key)) : asn1);
}
function certificateOf({ cert, asn1 }) {
    return der(cert ? node_forge_lib_forge_js__WEBPACK_IMPORTED_MODULE_0___default().pki.certificateToAsn1(cert) : asn1);
}
function der(asn1) {
    return Buffer.from(node_forge_lib_forge_js__WEBPACK_IMPORTED_MODULE_0___default().asn1.toDer(asn1).getBytes(), 'binary');
}


/***/ })

};
;