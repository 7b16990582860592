import { ActionError } from '../errors.js';
import type { InputName, Inputs } from '../inputs/inputs.js';
import { parseBoolean, parseRequired } from '../inputs/values.js';

/** The client's certificate as the workflow gave it: each member a path, a text, or base64. */
export type ClientCertificateInput =
  | { readonly form: 'pkcs12'; readonly pkcs12: string; readonly password: string | undefined }
  | {
      readonly form: 'pem';
      readonly certificate: string;
      /** Undefined when the key may stand beside the certificate. */
      readonly privateKey: string | undefined;
      readonly password: string | undefined;
    };

/** What the workflow says about TLS; nothing of it has been read yet. */
export interface TlsInputs {
  readonly client: ClientCertificateInput | undefined;
  readonly authorities: string | undefined;
  readonly verify: boolean;
}

/** Reads which certificates to use. @throws ActionError input_missing, input_conflict, input_invalid */
export function parseTls(inputs: Inputs): TlsInputs {
  return {
    client: parseClient(inputs),
    authorities: inputs.ca_certificate,
    verify: parseBoolean(inputs, 'tls_verify'),
  };
}

function parseClient(inputs: Inputs): ClientCertificateInput | undefined {
  const { pkcs12, pkcs12_password, certificate, private_key, private_key_password } = inputs;
  const pem: InputName[] = ['certificate', 'private_key', 'private_key_password'];
  const second = pem.find((name) => inputs[name] !== undefined);
  if (pkcs12 !== undefined && second !== undefined) {
    throw new ActionError(
      'input_conflict',
      `\`pkcs12\` and \`${second}\` are given, but a client has one certificate.`,
    );
  }
  if (pkcs12_password !== undefined) {
    parseRequired(inputs, 'pkcs12', '`pkcs12_password` is given, and opens nothing without it');
  }
  if (pkcs12 !== undefined) {
    return { form: 'pkcs12', pkcs12, password: pkcs12_password };
  }
  if (second === undefined) {
    return undefined;
  }
  if (certificate === undefined) {
    parseRequired(inputs, 'certificate', `\`${second}\` is given, and one needs the other`);
  }
  return { form: 'pem', certificate: certificate ?? '', privateKey: private_key, password: private_key_password };
}
