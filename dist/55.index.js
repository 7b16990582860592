"use strict";
exports.id = 55;
exports.ids = [55];
exports.modules = {

/***/ 55:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadSecurity: () => (/* binding */ loadSecurity)
});

// EXTERNAL MODULE: ./lib/inputs/content.js
var inputs_content = __webpack_require__(3945);
// EXTERNAL MODULE: ./lib/inputs/values.js
var values = __webpack_require__(8708);
// EXTERNAL MODULE: ./lib/json.js
var json = __webpack_require__(8060);
// EXTERNAL MODULE: ./lib/untrusted-text.js
var untrusted_text = __webpack_require__(7540);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/http/secure-context.js + 1 modules
var secure_context = __webpack_require__(1544);
// EXTERNAL MODULE: ./lib/certificates/pem.js
var certificates_pem = __webpack_require__(743);
;// CONCATENATED MODULE: ./lib/certificates/chain.js





const CERTIFICATE = /^(?:X509 |TRUSTED )?CERTIFICATE$/;
/**
 * Reads certificates in PEM, whose lines are repaired, or one certificate in DER.
 *
 * Each certificate is parsed here: OpenSSL ignores a damaged one silently, and a server is then untrusted without a reason.
 *
 * @throws ActionError certificate_unusable
 */
function readCertificates(name, bytes) {
    const blocks = (0,certificates_pem/* readBlocks */.v)(name, bytes);
    const found = blocks.filter(({ label }) => CERTIFICATE.test(label));
    const [other] = blocks;
    if (blocks.some(({ label }) => label === 'PKCS7')) {
        const recipe = 'Convert it with `openssl pkcs7 -in file.p7b -print_certs -out file.pem`';
        throw (0,inputs_content/* unusableCertificate */.ho)(name, 'is a PKCS#7 file', recipe);
    }
    if (found.length > 0) {
        return found.map(({ pem }, index) => parse(name, pem, `contains a damaged certificate (${index + 1} of ${found.length})`));
    }
    if (other !== undefined) {
        throw (0,inputs_content/* unusableCertificate */.ho)(name, `contains no certificate, but a block named ${other.label}`);
    }
    return [parse(name, bytes, 'contains no certificate in PEM or DER, or a damaged one')];
}
function parse(name, content, reason) {
    try {
        if (content !== undefined) {
            const certificate = new external_node_crypto_.X509Certificate(content);
            // Node parses the key at its first use only, and throws then.
            void certificate.publicKey;
            return certificate;
        }
    }
    catch {
        // The reason below is more specific than OpenSSL's.
    }
    throw (0,inputs_content/* unusableCertificate */.ho)(name, reason);
}
/**
 * Orders certificates, starting with the one that belongs to a key.
 *
 * OpenSSL reports a key of another certificate only if both are of the same type; otherwise it connects without a certificate.
 *
 * @throws ActionError certificate_unusable
 */
function orderChain(certificates, key, sources) {
    const own = certificates.find((certificate) => certificate.checkPrivateKey(key));
    if (own === undefined) {
        const types = [...new Set(certificates.map(({ publicKey }) => publicKey.asymmetricKeyType))].join(', ');
        const differ = types === key.asymmetricKeyType ? '' : ` (key: ${key.asymmetricKeyType}, certificate: ${types})`;
        const { certificate: name, key: keyName } = sources;
        const which = keyName === name ? 'this private key' : `the key in \`${keyName}\``;
        const reason = `contains no certificate for ${which}, which belongs to another certificate${differ}`;
        throw (0,inputs_content/* unusableCertificate */.ho)(name, reason, 'Set a certificate and a key that were created together');
    }
    const chain = [own];
    const rest = certificates.filter(({ fingerprint256 }) => fingerprint256 !== own.fingerprint256);
    for (let last = own;;) {
        const at = rest.findIndex((candidate) => isIssuedBy(last, candidate));
        const [issuer] = at < 0 ? [] : rest.splice(at, 1);
        if (issuer === undefined) {
            return { own, certificates: chain, unrelated: rest };
        }
        chain.push(issuer);
        last = issuer;
    }
}
function isIssuedBy(certificate, issuer) {
    return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}
/**
 * Makes the error for a key or certificate that OpenSSL rejects as too weak; returns undefined for any other fault.
 *
 * At the security level of Node 24, an RSA key needs 2048 bits. The client's own certificate is `ee`, one of its chain is
 * `ca` (OpenSSL ssl_security_cert).
 */
function weaknessIn(fault, { certificate, key }) {
    const [reason, which] = /\b(ee|ca) (?:key too small|md too weak)/i.exec(fault) ?? [];
    const what = which === 'ee' ? 'a key that is' : 'a certificate whose key or signature is';
    const advice = 'Create a new key and certificate: RSA with 2048 bits or more, or EC, signed with SHA-256';
    const text = `contains ${what} too weak for TLS (${(0,untrusted_text/* quote */.hD)(reason ?? '')})`;
    return reason === undefined ? undefined : (0,inputs_content/* unusableCertificate */.ho)(which === 'ee' ? key : certificate, text, advice);
}
/** Loads a client certificate as TLS does, so that a weak key is found before any request. @throws ActionError certificate_unusable */
function checkStrength(loaded, sources) {
    try {
        (0,secure_context/* readIdentity */.xN)(loaded.identity);
        return loaded;
    }
    catch (error) {
        const reason = `cannot be used for TLS (${(0,untrusted_text/* quote */.hD)(String(error))})`;
        throw weaknessIn(String(error), sources) ?? (0,inputs_content/* unusableCertificate */.ho)(sources.certificate, reason);
    }
}

;// CONCATENATED MODULE: ./lib/certificates/pkcs12-identity.js





const SOURCES = { certificate: 'pkcs12', key: 'pkcs12' };
/**
 * The object identifiers of a key in PKCS#12, with and without encryption (RFC 7292 appendix D), as DER.
 *
 * Node uses the first key and ignores the others. The keys are encrypted, but usually not the list of them.
 */
const KEY_BAG = /\x06\x0b\x2a\x86\x48\x86\xf7\x0d\x01\x0c\x0a\x01[\x01\x02]/g;
/** The texts of OpenSSL (crypto/pkcs12, as Node 20 and 24 return them) and of node-forge for a wrong password. */
const WRONG_PASSWORD = /mac verify failure|bad decrypt|invalid password/i;
/** OpenSSL's texts for files that node-forge may read; Node 20 reports "mac absent" if only encryption protects a file. */
const FOR_FORGE = /unsupported|mac absent|unable to load certificate/i;
/**
 * Reads a PKCS#12 file with Node, and with node-forge only what Node does not support.
 *
 * Node is first: it supports more formats and every password, and is twenty times as fast.
 *
 * @throws ActionError certificate_unusable
 */
async function loadPkcs12({ pkcs12, password }, { readFile, mask }) {
    const bytes = (0,inputs_content/* readContent */.c_)('pkcs12', pkcs12, readFile);
    checkForm(bytes);
    const base64 = bytes.toString('base64');
    mask([base64]);
    const identity = { form: 'pkcs12', pkcs12: base64, passphrase: password };
    try {
        return { identity, own: (0,secure_context/* readIdentity */.xN)(identity), unrelated: [] };
    }
    catch (error) {
        const fault = String(error);
        if (WRONG_PASSWORD.test(fault) || !FOR_FORGE.test(fault)) {
            throw explainFault(fault, password);
        }
        return convert(await readByForge(bytes, password, fault), mask);
    }
}
/** Rejects files of other formats that are often set. */
function checkForm(bytes) {
    if ((0,inputs_content/* decodeText */.g7)(bytes).includes('-----BEGIN ')) {
        throw (0,inputs_content/* unusableCertificate */.ho)('pkcs12', 'is PEM', 'Set `certificate` and `private_key` instead');
    }
    if (bytes.subarray(0, 4).toString('hex') === 'feedfeed') {
        const recipe = 'Convert it with `keytool -importkeystore -srckeystore old.jks -destkeystore new.p12 -deststoretype pkcs12`';
        throw (0,inputs_content/* unusableCertificate */.ho)('pkcs12', 'is a Java keystore', recipe);
    }
    const keys = bytes.toString('latin1').match(KEY_BAG)?.length ?? 0;
    if (keys > 1) {
        throw (0,inputs_content/* unusableCertificate */.ho)('pkcs12', `contains ${keys} private keys`, 'Set a file with only one private key');
    }
}
async function readByForge(bytes, password, fault) {
    try {
        // Loaded on demand: 600 kB that few runs need.
        const { readLegacyPkcs12 } = await Promise.all(/* import() */[__webpack_require__.e(296), __webpack_require__.e(529)]).then(__webpack_require__.bind(__webpack_require__, 5529));
        return readLegacyPkcs12(bytes, password);
    }
    catch (error) {
        throw explainFault(`${fault} ${error}`, password);
    }
}
function convert({ privateKeys: [der], certificates }, mask) {
    if (der === undefined) {
        throw (0,inputs_content/* unusableCertificate */.ho)('pkcs12', 'contains no private key', EXPORT);
    }
    if (certificates.length === 0) {
        throw (0,inputs_content/* unusableCertificate */.ho)('pkcs12', 'contains no certificate', EXPORT);
    }
    const privateKey = (0,certificates_pem/* pemOf */._)('PRIVATE KEY', der);
    mask([privateKey]);
    const all = certificates.map((each) => new external_node_crypto_.X509Certificate(each));
    const { own, certificates: chain, unrelated } = orderChain(all, (0,external_node_crypto_.createPrivateKey)(privateKey), SOURCES);
    // As Node does: it trusts the other certificates of a PKCS#12 file as roots for the server.
    const authorities = [...chain.slice(1), ...unrelated].map(String);
    const identity = { form: 'pem', certificate: chain.join(''), privateKey, authorities };
    return checkStrength({ identity, own, unrelated: [] }, SOURCES);
}
const EXPORT = 'Export the private key together with its certificate';
/** Explains a text of OpenSSL, after which one of node-forge may follow: what Node reports is more specific. */
function explainFault(fault, password) {
    const weakness = weaknessIn(fault, SOURCES);
    if (weakness !== undefined) {
        return weakness;
    }
    if (/unable to load private key/i.test(fault)) {
        return (0,inputs_content/* unusableCertificate */.ho)('pkcs12', 'contains no private key', EXPORT);
    }
    if (/unable to load certificate/i.test(fault)) {
        return (0,inputs_content/* unusableCertificate */.ho)('pkcs12', 'contains no certificate for its private key', EXPORT);
    }
    if (WRONG_PASSWORD.test(fault)) {
        return password === undefined
            ? (0,inputs_content/* unusableCertificate */.ho)('pkcs12', 'needs a password', 'Set `pkcs12_password`')
            : (0,inputs_content/* unusableCertificate */.ho)('pkcs12', 'cannot be opened: the password in `pkcs12_password` is wrong');
    }
    if (FOR_FORGE.test(fault)) {
        const recipe = 'Convert it with OpenSSL 3: `openssl pkcs12 -legacy -in old.p12 -nodes -out all.pem && openssl pkcs12 -export -in all.pem -out new.p12`, then delete all.pem';
        return (0,inputs_content/* unusableCertificate */.ho)('pkcs12', 'uses an encryption that neither Node nor node-forge supports', recipe);
    }
    const advice = 'PKCS#12 is binary: set a path, or the file in base64';
    return (0,inputs_content/* unusableCertificate */.ho)('pkcs12', 'is not a PKCS#12 file, or is damaged', advice);
}

// EXTERNAL MODULE: ./lib/certificates/private-key.js
var private_key = __webpack_require__(9580);
;// CONCATENATED MODULE: ./lib/certificates/client-certificate.js








/** A certificate that expires in fewer days than this causes a warning. */
const SOON_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;
/**
 * Reads all certificates and keys, and checks that they belong together, before any request is sent.
 *
 * @throws ActionError certificate_unusable, input_missing
 */
async function loadSecurity({ client, authorities: bundle, verify }, environment) {
    const authorities = bundle === undefined ? [] : loadAuthorities(bundle, environment);
    const unverified = verify ? [] : [describeUnverified(authorities.length > 0)];
    if (client === undefined) {
        return { security: { authorities, verify }, remarks: unverified };
    }
    const load = client.form === 'pem' ? loadPem(client, environment) : loadPkcs12(client, environment);
    const { identity, own, unrelated } = await load;
    checkValidity(own, client.form === 'pem' ? 'certificate' : 'pkcs12', environment.now);
    return {
        security: { identity, authorities, verify },
        remarks: [...unverified, describeOwn(own, environment.now), ...unrelated.map(describeUnrelated)],
    };
}
function loadAuthorities(bundle, { readFile }) {
    return readCertificates('ca_certificate', (0,inputs_content/* readContent */.c_)('ca_certificate', bundle, readFile)).map(String);
}
function loadPem({ certificate, privateKey, password }, { readFile, mask }) {
    const bytes = (0,inputs_content/* readContent */.c_)('certificate', certificate, readFile);
    if (privateKey === undefined && !(0,certificates_pem/* readBlocks */.v)('certificate', bytes).some(({ label }) => (0,private_key/* isPrivateKey */.T)(label))) {
        throw (0,values/* missing */.LO)('`private_key`', '`certificate` is set, but contains no private key');
    }
    const name = privateKey === undefined ? 'certificate' : 'private_key';
    const keyBytes = privateKey === undefined ? bytes : (0,inputs_content/* readContent */.c_)(name, privateKey, readFile);
    const { pem, key } = (0,private_key/* readPrivateKey */.$)(keyBytes, { name, passwordName: 'private_key_password', password }, mask);
    const sources = { certificate: 'certificate', key: name };
    const { own, certificates, unrelated } = orderChain(readCertificates('certificate', bytes), key, sources);
    const chain = certificates.join('');
    const identity = { form: 'pem', certificate: chain, privateKey: pem, passphrase: password, authorities: [] };
    return checkStrength({ identity, own, unrelated }, sources);
}
function checkValidity(own, name, now) {
    const [from, to] = [new Date(own.validFrom), new Date(own.validTo)];
    if (to.getTime() < now.getTime()) {
        const reason = `contains a certificate that expired at ${(0,json/* formatMinute */.Yi)(to)}: ${subjectOf(own)}`;
        throw (0,inputs_content/* unusableCertificate */.ho)(name, reason, "Ask the platform's administrator for a new certificate");
    }
    if (from.getTime() > now.getTime()) {
        const reason = `contains a certificate that is not valid before ${(0,json/* formatMinute */.Yi)(from)}: ${subjectOf(own)}`;
        throw (0,inputs_content/* unusableCertificate */.ho)(name, reason, 'If that time is past, correct the clock of this runner');
    }
}
function describeUnverified(hasAuthorities) {
    const unused = hasAuthorities ? '. `ca_certificate` has no effect' : '';
    const text = `\`tls_verify\` is false: anyone on the network path can read and change all traffic${unused}.`;
    return { level: 'warning', text };
}
function describeOwn(own, now) {
    const expiry = new Date(own.validTo);
    const days = Math.floor((expiry.getTime() - now.getTime()) / DAY);
    const line = `The client certificate is ${subjectOf(own)}, valid until ${(0,json/* formatMinute */.Yi)(expiry)}`;
    const left = days < 1 ? 'less than a day' : days === 1 ? '1 day' : `${days} days`;
    return days < SOON_DAYS
        ? { level: 'warning', text: `${line}. It expires in ${left}: renew it soon.` }
        : { level: 'info', text: `${line}.` };
}
function describeUnrelated(certificate) {
    const subject = subjectOf(certificate);
    return {
        level: 'notice',
        text: `\`certificate\` also contains ${subject}, which is not part of the chain: it is not sent.`,
    };
}
/** Quotes the subject on one line: everything in a certificate is untrusted text. */
function subjectOf({ subject, subjectAltName }) {
    return (0,untrusted_text/* quote */.hD)(subject?.split('\n').join(', ') || subjectAltName || 'no name');
}


/***/ })

};
;