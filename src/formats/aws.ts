import { ActionError } from '../errors.js';
import { type Field, fieldNames, pathName, type SecretValue } from './value.js';

const SECRET_KEYS = 'secretaccesskey secretkey accesskeysecret accesssecretkey accesssecret applicationkey';

const ENDPOINTS = 'endpoint endpointurl endpointurls3 endpointuri endpointhost serviceendpoint serviceurl hostbase';

/** The access key and the token are sent in a header, in which every SDK rejects blanks and characters that are not ASCII. */
const VISIBLE = /^[\x21-\x7e]+$/;

const ONE_LINE = /^\P{Cc}+$/u;

/** A label of a host name: botocore/utils.py, `validate_region_name`; the JavaScript SDK has the same rule. */
const REGION = /^(?!\d+$)(?!-)[A-Za-z0-9-]{1,63}(?<!-)$/;

const PORT = /^(?:\d{1,4}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])$/;

/**
 * The parts of a connection, the texts that the SDKs accept, and the names of the fields: letters and digits, without prefix.
 *
 * Chariot does not publish the fields of its S3 Connection. These are the names of the SDKs, `aws sts`, rclone, s3cmd, s3fs, MinIO
 * and Backblaze. A field with a `sure` name is used at every level. A `likely` name may mean something else: such a field is used
 * only at the outermost level, and only if there is no field with a sure name.
 */
const PARTS = [
  { name: 'access key ID', accepted: VISIBLE, sure: 'accesskeyid accesskey accessid keyid', likely: 'key' },
  { name: 'secret access key', accepted: ONE_LINE, sure: SECRET_KEYS, likely: 'secret' },
  { name: 'session token', accepted: VISIBLE, sure: 'sessiontoken securitytoken', likely: 'token' },
  { name: 'region', accepted: REGION, sure: 'region regionname bucketregion', likely: '' },
  { name: 'endpoint', accepted: ONE_LINE, sure: ENDPOINTS, likely: 'url host hostname server' },
  { name: 'port', accepted: PORT, sure: 'endpointport', likely: 'port' },
  { name: 'use of TLS', accepted: ONE_LINE, sure: 'usessl usetls usehttps', likely: 'secure ssl tls' },
] as const;

type PartName = (typeof PARTS)[number]['name'];

/** A part with its fields: several only if all have the same text. */
type FoundPart = (typeof PARTS)[number] & { readonly fields: readonly Field[] };

const PREFIXES = /^(?:aws|amazon|s3|minio|default)+(?=.)/;

/** What `@aws` reads from a Secret. */
interface AwsConnection {
  readonly variables: readonly (readonly [name: string, value: string])[];
  /** The fields that have no variable, such as a bucket: paths joined by dots, as the server wrote them. */
  readonly unused: readonly string[];
}

/**
 * Variables of other credentials that make these invalid: they are set to empty if an earlier step left one.
 *
 * botocore prefers AWS_SECURITY_TOKEN to AWS_SESSION_TOKEN, and rejects all keys after AWS_CREDENTIAL_EXPIRATION
 * (botocore/credentials.py, `EnvProvider`).
 */
export const AWS_LEFTOVERS: readonly string[] = ['AWS_SECURITY_TOKEN', 'AWS_CREDENTIAL_EXPIRATION'];

/**
 * Converts an S3 connection to the variables that the AWS SDKs read.
 *
 * The token is always set, because a token of another step would be sent with the wrong keys. A region or an endpoint is never
 * empty: the SDKs reject an empty region, and the workflow may set its own. botocore reads the region only from
 * AWS_DEFAULT_REGION, the other SDKs from AWS_REGION.
 *
 * @throws ActionError value_unsupported
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html
 */
export function awsVariables(value: SecretValue, who: string): AwsConnection {
  const filled = (value.fields ?? []).filter((field) => field.text.trim() !== '');
  const found = findParts(filled);
  checkParts(found, value, who);
  const textOf = (name: PartName) => fieldOf(found, name)?.text;
  const endpoint = fieldOf(found, 'endpoint');
  const variables: [string, string | undefined][] = [
    ['AWS_ACCESS_KEY_ID', textOf('access key ID')],
    ['AWS_SECRET_ACCESS_KEY', textOf('secret access key')],
    ['AWS_SESSION_TOKEN', textOf('session token') ?? ''],
    ['AWS_REGION', textOf('region')],
    ['AWS_DEFAULT_REGION', textOf('region')],
    ['AWS_ENDPOINT_URL_S3', endpoint && endpointUrl(endpoint, found, who)],
  ];
  const used = found.flatMap(({ fields }) => fields);
  return {
    variables: variables.flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
    unused: filled.filter((field) => !used.includes(field)).map(pathName),
  };
}

function findParts(fields: readonly Field[]): FoundPart[] {
  const isOutermost = ({ path }: Field): boolean =>
    fields.every((other) => path.slice(0, -1).every((name, level) => name === other.path[level]));
  return PARTS.map((part) => {
    const sure = fields.filter((field) => partOf(field, 'sure') === part.name);
    const other = fields.filter(
      (field) => partOf(field, 'sure') === undefined && partOf(field, 'likely') === part.name,
    );
    return { ...part, fields: sure.length > 0 ? sure : other.filter(isOutermost) };
  });
}

/** Finds the part that a field is: by its own name, or else by its last names joined, as in `{"access_key": {"id": ...}}`. */
function partOf({ path }: Field, kind: 'sure' | 'likely'): PartName | undefined {
  const plain = path.slice(-3).map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''));
  const ends = plain
    .map((_, index) =>
      plain
        .slice(-1 - index)
        .join('')
        .replace(PREFIXES, ''),
    )
    .filter(Boolean);
  return ends.flatMap((end) => PARTS.filter((part) => part[kind].split(' ').includes(end)))[0]?.name;
}

function fieldOf(found: readonly FoundPart[], name: PartName): Field | undefined {
  return found.find((part) => part.name === name)?.fields[0];
}

function checkParts(found: readonly FoundPart[], value: SecretValue, who: string): void {
  const missing = (['access key ID', 'secret access key'] as const).filter((name) => !fieldOf(found, name));
  if (missing.length > 0) {
    const fields = `The fields are ${fieldNames(value.fields ?? []) || 'none'}`;
    const reason = value.structure === undefined ? 'The value is not a JSON object' : fields;
    throw unsupported(`${who} has no ${missing.join(' and no ')} for @aws. ${reason}`);
  }
  for (const { name, accepted, fields } of found) {
    if (new Set(fields.map((field) => field.text)).size > 1) {
      throw unsupported(`${who} has several fields with different texts for the ${name}: ${fieldNames(fields)}`);
    }
    if (fields.some((field) => !accepted.test(field.text))) {
      throw unsupported(`${who} has an unusable ${name}: no AWS SDK accepts the text of ${fieldNames(fields)}`);
    }
  }
}

function endpointUrl(field: Field, found: readonly FoundPart[], who: string): string {
  const scheme = /^(?:false|no|off|0)$/i.test(fieldOf(found, 'use of TLS')?.text ?? 'yes') ? 'http' : 'https';
  const address = /^\s*[a-z][a-z0-9+.-]*:\/\//i.test(field.text) ? field.text : `${scheme}://${field.text.trim()}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url?.protocol.match(/^https?:$/) || url.username || url.password || url.search || url.hash) {
    const form = 'a host, or an http(s) address without user name, password, query and fragment';
    throw unsupported(`${who} has an unusable endpoint: ${fieldNames([field])} must be ${form}`);
  }
  url.port ||= fieldOf(found, 'port')?.text ?? '';
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

const unsupported = (message: string) => new ActionError('value_unsupported', message);
