export const id = 294;
export const ids = [294];
export const modules = {

/***/ 294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadSecurity: () => (/* binding */ loadSecurity)
});

// EXTERNAL MODULE: ./lib/inputs/content.js
var inputs_content = __webpack_require__(596);
// EXTERNAL MODULE: ./lib/inputs/values.js
var values = __webpack_require__(35);
// EXTERNAL MODULE: ./lib/untrusted-text.js
var untrusted_text = __webpack_require__(725);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(598);
// EXTERNAL MODULE: ./lib/certificates/pem.js
var certificates_pem = __webpack_require__(238);
;// CONCATENATED MODULE: ./lib/certificates/chain.js



const CERTIFICATE = /^(?:X509 |TRUSTED )?CERTIFICATE$/;
/**
 * Reads certificates in PEM, whose lines are repaired, or one in DER. Each is looked at: OpenSSL takes a broken one without
 * a word, and a server is then not trusted for no visible reason.
 *
 * @throws ActionError certificate_unusable
 */
function readCertificates(name, bytes) {
    const { blocks, isCut } = (0,certificates_pem/* readPem */.J)((0,inputs_content/* decodedText */["if"])(bytes));
    if (isCut) {
        throw (0,inputs_content/* unusableCertificate */.ho)(name, 'holds a PEM block without its end: it was cut when it was copied');
    }
    if (blocks.some(({ label }) => label === 'PKCS7')) {
        const recipe = 'Convert it with `openssl pkcs7 -in file.p7b -print_certs -out file.pem`';
        throw (0,inputs_content/* unusableCertificate */.ho)(name, 'is a PKCS#7 file', recipe);
    }
    const pems = blocks.filter(({ label }) => CERTIFICATE.test(label)).map(({ pem }) => pem);
    if (pems.length > 0) {
        return pems.map((pem, index) => parse(name, pem, `holds a certificate (${index + 1} of ${pems.length})`));
    }
    const [other] = blocks;
    if (other !== undefined) {
        throw (0,inputs_content/* unusableCertificate */.ho)(name, `holds no certificate, but a block named ${other.label}`);
    }
    return [parse(name, bytes[0] === 0x30 ? bytes : undefined, 'holds something, neither PEM nor DER,')];
}
/**
 * Puts certificates into order around a key.
 *
 * OpenSSL tells of a key that does not fit only when it is of the same type; of another type, it connects without a certificate.
 *
 * @throws ActionError certificate_unusable
 */
function orderChain(certificates, key, name) {
    const own = certificates.find((certificate) => certificate.checkPrivateKey(key));
    if (own === undefined) {
        const types = [...new Set(certificates.map(({ publicKey }) => publicKey.asymmetricKeyType))].join(', ');
        const differ = types === key.asymmetricKeyType ? '' : ` (key: ${key.asymmetricKeyType}, certificate: ${types})`;
        throw (0,inputs_content/* unusableCertificate */.ho)(name, `holds no certificate for this private key: the key is that of another one${differ}`);
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
function parse(name, content, what) {
    try {
        const certificate = new external_node_crypto_.X509Certificate(content ?? '');
        // It is read at its first use only, and throws then.
        void certificate.publicKey;
        return certificate;
    }
    catch {
        throw (0,inputs_content/* unusableCertificate */.ho)(name, `${what} that is no certificate, or a damaged one`);
    }
}

// EXTERNAL MODULE: ./lib/http/secure-context.js + 1 modules
var secure_context = __webpack_require__(287);
;// CONCATENATED MODULE: ./lib/certificates/pkcs12-identity.js





const RECIPE = 'Convert it with OpenSSL 3: `openssl pkcs12 -legacy -in old.p12 -nodes -out all.pem && openssl pkcs12 -export -in all.pem -out new.p12`, then delete all.pem';
/** What OpenSSL says of a file (crypto/pkcs12, as Node 20 and 24 hand it on), and what it means. */
const FAULTS = [
    [/mac verify failure|bad decrypt/i, 'password'],
    // "mac absent" is what Node 20 says of a file that is protected by nothing but its encryption.
    [/unsupported|mac absent/i, 'unsupported'],
    [/Unable to load private key/i, 'no-key'],
    [/Unable to load certificate/i, 'no-certificate'],
];
/**
 * Reads a PKCS#12 file: by Node itself, and by node-forge only where Node calls it unsupported.
 *
 * Node's reader comes first: it knows more kinds, every password, and is twenty times as fast.
 *
 * @throws ActionError certificate_unusable
 */
async function loadPkcs12({ pkcs12, password }, mask) {
    const bytes = (0,inputs_content/* readContent */.c_)('pkcs12', pkcs12);
    checkForm(bytes);
    const base64 = bytes.toString('base64');
    mask([base64]);
    const passphrase = password === undefined ? {} : { passphrase: password };
    try {
        const own = (0,secure_context/* readPkcs12 */.X$)(bytes, password);
        return { identity: { form: 'pkcs12', pkcs12: base64, ...passphrase }, own, notices: [] };
    }
    catch (error) {
        const fault = FAULTS.find(([text]) => text.test(String(error)))?.[1];
        if (fault === 'password') {
            throw wrongPassword(password);
        }
        if (fault === 'no-key') {
            throw (0,inputs_content/* unusableCertificate */.ho)('pkcs12', 'holds no private key', 'Export it together with its key');
        }
        if (fault === undefined) {
            throw (0,inputs_content/* unusableCertificate */.ho)('pkcs12', 'is no PKCS#12 file, or a damaged one', 'It is binary: give it as a path, or in base64');
        }
        return loadByForge(bytes, { password, fault }, mask);
    }
}
/** What is often given in place of a PKCS#12 file. */
function checkForm(bytes) {
    if ((0,inputs_content/* decodedText */["if"])(bytes).includes('-----BEGIN ')) {
        throw (0,inputs_content/* unusableCertificate */.ho)('pkcs12', 'is PEM', 'Give it in `certificate` and `private_key`');
    }
    if (bytes.subarray(0, 4).toString('hex') === 'feedfeed') {
        const recipe = 'Convert it with `keytool -importkeystore -srckeystore old.jks -destkeystore new.p12 -deststoretype pkcs12`';
        throw (0,inputs_content/* unusableCertificate */.ho)('pkcs12', 'is a Java keystore', recipe);
    }
}
async function loadByForge(bytes, { password, fault }, mask) {
    const { privateKeys, certificates } = await readByForge(bytes, { password, fault });
    const [der] = privateKeys;
    if (der === undefined) {
        throw (0,inputs_content/* unusableCertificate */.ho)('pkcs12', 'holds no private key', 'Export it together with its key');
    }
    if (certificates.length === 0) {
        throw (0,inputs_content/* unusableCertificate */.ho)('pkcs12', 'holds no certificate', 'Export it together with its certificate');
    }
    const privateKey = (0,certificates_pem/* pemOf */._)('PRIVATE KEY', der);
    mask([privateKey]);
    const key = (0,external_node_crypto_.createPrivateKey)(privateKey);
    const chain = orderChain(certificates.map((each) => new external_node_crypto_.X509Certificate(each)), key, 'pkcs12');
    // Node trusts the other certificates of a PKCS#12 file as roots for the server: the same here.
    const authorities = [...chain.certificates.slice(1), ...chain.unrelated].map(String);
    const certificate = chain.certificates.join('');
    return { identity: { form: 'pem', certificate, privateKey, authorities }, own: chain.own, notices: [] };
}
async function readByForge(bytes, { password, fault }) {
    try {
        // A file of its own in dist/, which webpack shall not take into the bundle: 600 kB that hardly anybody needs.
        const { readLegacyPkcs12 } = await import(/* webpackIgnore: true */ './pkcs12.js');
        return readLegacyPkcs12(bytes, password ?? '');
    }
    catch (error) {
        if (fault === 'no-certificate') {
            throw (0,inputs_content/* unusableCertificate */.ho)('pkcs12', 'holds no certificate for its private key', 'Export the key together with its certificate');
        }
        throw /invalid password/i.test(String(error))
            ? wrongPassword(password)
            : (0,inputs_content/* unusableCertificate */.ho)('pkcs12', 'is encrypted in a way that neither Node nor node-forge knows', RECIPE);
    }
}
function wrongPassword(password) {
    return password === undefined
        ? (0,inputs_content/* unusableCertificate */.ho)('pkcs12', 'needs a password', 'Give it in `pkcs12_password`')
        : (0,inputs_content/* unusableCertificate */.ho)('pkcs12', 'cannot be opened: the password in `pkcs12_password` is wrong');
}

// EXTERNAL MODULE: ./lib/certificates/private-key.js
var private_key = __webpack_require__(49);
;// CONCATENATED MODULE: ./lib/certificates/client-certificate.js







/** A certificate that ends sooner than so many days from now is warned of. */
const SOON_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;
/**
 * Reads all certificates and keys, checks that they fit, and says which certificate the client has; before any request.
 *
 * @throws ActionError certificate_unusable, input_missing
 */
async function loadSecurity({ client, authorities, verify }, ports) {
    const roots = authorities === undefined ? [] : loadAuthorities(authorities);
    if (!verify) {
        const vain = roots.length > 0 ? ', and `ca_certificate` has no effect' : '';
        ports.log.warning(`\`tls_verify\` is false: whoever stands between this runner and the platform can read and change everything${vain}.`);
    }
    if (client === undefined) {
        return { authorities: roots, verify };
    }
    const { identity, own, notices } = await loadIdentity(client, ports.mask);
    checkValidity(own, client.form === 'pkcs12' ? 'pkcs12' : 'certificate', ports.now());
    report(own, ports);
    notices.forEach(ports.log.notice);
    return { identity, authorities: roots, verify };
}
function loadIdentity(client, mask) {
    return client.form === 'pem' ? loadPem(client, mask) : loadPkcs12(client, mask);
}
function loadAuthorities(value) {
    return readCertificates('ca_certificate', (0,inputs_content/* readContent */.c_)('ca_certificate', value)).map(String);
}
function loadPem(client, mask) {
    const { password } = client;
    const bytes = (0,inputs_content/* readContent */.c_)('certificate', client.certificate);
    const holdsKey = (0,certificates_pem/* readPem */.J)((0,inputs_content/* decodedText */["if"])(bytes)).blocks.some(({ label }) => (0,private_key/* isPrivateKey */.T)(label));
    if (client.privateKey === undefined && !holdsKey) {
        (0,values/* parseRequired */.XT)({}, 'private_key', '`certificate` is given, and one needs the other');
    }
    const keyName = client.privateKey === undefined ? 'certificate' : 'private_key';
    const keyBytes = client.privateKey === undefined ? bytes : (0,inputs_content/* readContent */.c_)('private_key', client.privateKey);
    const source = { name: keyName, passwordName: 'private_key_password', password };
    const { pem, key } = (0,private_key/* readPrivateKey */.$)(keyBytes, source, (text) => mask([text]));
    const { own, certificates, unrelated: strangers, } = orderChain(readCertificates('certificate', bytes), key, 'certificate');
    const passphrase = password === undefined ? {} : { passphrase: password };
    const certificate = certificates.join('');
    return {
        identity: { form: 'pem', certificate, privateKey: pem, ...passphrase, authorities: [] },
        own,
        notices: strangers.map((each) => `\`certificate\` also holds ${subjectOf(each)}, which is not in the chain: it is not sent.`),
    };
}
function checkValidity(own, name, now) {
    const [from, to] = [new Date(own.validFrom), new Date(own.validTo)];
    if (to.getTime() < now.getTime()) {
        throw (0,inputs_content/* unusableCertificate */.ho)(name, `holds a certificate that expired at ${to.toISOString()}: ${subjectOf(own)}`);
    }
    if (from.getTime() > now.getTime()) {
        const why = `holds a certificate that is not valid before ${from.toISOString()}: ${subjectOf(own)}`;
        throw (0,inputs_content/* unusableCertificate */.ho)(name, why, 'If that is past, the clock of this runner is wrong');
    }
}
function report(own, { log, now }) {
    const ends = new Date(own.validTo);
    const days = Math.floor((ends.getTime() - now().getTime()) / DAY);
    const line = `The client certificate is ${subjectOf(own)}, valid until ${ends.toISOString()}`;
    if (days < SOON_DAYS) {
        log.warning(`${line}: ${days} days are left.`);
    }
    else {
        log.info(`${line}.`);
    }
}
/** The subject on one line; it comes from outside, like everything in a certificate. */
function subjectOf({ subject, subjectAltName }) {
    return (0,untrusted_text/* quote */.hD)(subject?.split('\n').join(', ') || subjectAltName || 'no name');
}


/***/ })

};
