// The types are those of the whole package; only the parts that PKCS#12 needs are loaded.
declare module 'node-forge/lib/forge.js' {
  import forge from 'node-forge';
  export default forge;
}

declare module 'node-forge/lib/pkcs12.js';
