import type { InputName, Inputs } from '../inputs/inputs.js';
import { conflict, parseBoolean, parseRequired } from '../inputs/values.js';

/** The client certificate as the workflow sets it: each member is a path, a text, or base64. */
export type ClientCertificateInput =
  | { readonly form: 'pkcs12'; readonly pkcs12: string; readonly password: string | undefined }
  | {
      readonly form: 'pem';
      readonly certificate: string;
      /** Undefined if the key is expected in `certificate`. */
      readonly privateKey: string | undefined;
      readonly password: string | undefined;
    };

/** The inputs about TLS; the files that they name are not read yet. */
export interface TlsInputs {
  readonly client: ClientCertificateInput | undefined;
  readonly authorities: string | undefined;
  readonly verify: boolean;
}

/** Reads which certificates to use. @throws ActionError input_missing, input_conflict, input_invalid */
export function parseTls(inputs: Inputs): TlsInputs {
  return {
    client: parseClientCertificate(inputs),
    authorities: inputs.ca_certificate,
    verify: parseBoolean(inputs, 'tls_verify'),
  };
}

function parseClientCertificate(inputs: Inputs): ClientCertificateInput | undefined {
  const { pkcs12, pkcs12_password, private_key: privateKey, private_key_password } = inputs;
  const pem: readonly InputName[] = ['certificate', 'private_key', 'private_key_password'];
  const first = pem.find((name) => inputs[name] !== undefined);
  if (pkcs12 !== undefined && first !== undefined) {
    throw conflict(['pkcs12', first], 'a client has only one certificate');
  }
  if (pkcs12 !== undefined || pkcs12_password !== undefined) {
    const file = parseRequired(inputs, 'pkcs12', '`pkcs12_password` is set, and is used only to open `pkcs12`');
    return { form: 'pkcs12', pkcs12: file, password: pkcs12_password };
  }
  if (first === undefined) {
    return undefined;
  }
  const certificate = parseRequired(
    inputs,
    'certificate',
    `\`${first}\` is set, and is used only with \`certificate\``,
  );
  return { form: 'pem', certificate, privateKey, password: private_key_password };
}
