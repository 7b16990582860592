import { ActionError } from '../errors.js';
import { quote } from '../untrusted-text.js';
import type { Field, SecretValue } from './value.js';

const ACCESS_KEYS = 'accesskeyid accesskey accessid keyid';

const SECRET_KEYS = 'secretaccesskey secretkey accesskeysecret accesssecretkey accesssecret applicationkey';

const ENDPOINTS = 'endpoint endpointurl endpointurls3 endpointuri endpointhost serviceendpoint serviceurl hostbase';

/** The access key and the token are sent in a header, where every SDK fails with a blank or a letter beyond ASCII. */
const VISIBLE = /^[\x21-\x7e]+$/;

const ONE_LINE = /^\P{Cc}+$/u;

/** A label of a host name: botocore/utils.py, `validate_region_name`; the JavaScript SDK asks for the same. */
const REGION = /^(?!\d+$)(?!-)[A-Za-z0-9-]{1,63}(?<!-)$/;

const PORT = /^(?:\d{1,4}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])$/;

/**
 * The parts of a connection: their names by letters and digits alone, without prefix, and what the SDKs take for them.
 *
 * Chariot does not publish the fields of its S3 Connection; these are the names of the SDKs, `aws sts`, rclone, s3cmd,
 * s3fs, MinIO and Backblaze. A `sure` name counts wherever it stands; a `likely` one may mean something else, so that it
 * counts only at the outermost level, and only where no sure one is.
 */
const PARTS = {
  accessKeyId: { label: 'access key ID', sure: ACCESS_KEYS, likely: 'key', takes: VISIBLE },
  secretAccessKey: { label: 'secret access key', sure: SECRET_KEYS, likely: 'secret', takes: ONE_LINE },
  sessionToken: { label: 'session token', sure: 'sessiontoken securitytoken', likely: 'token', takes: VISIBLE },
  region: { label: 'region', sure: 'region regionname bucketregion', likely: '', takes: REGION },
  endpoint: { label: 'endpoint', sure: ENDPOINTS, likely: 'url host hostname server', takes: ONE_LINE },
  port: { label: 'port', sure: 'endpointport', likely: 'port', takes: PORT },
  tls: { label: 'use of TLS', sure: 'usessl usetls usehttps', likely: 'secure ssl tls', takes: ONE_LINE },
};

const PREFIXES = /^(?:aws|amazon|s3|minio|default)+(?=.)/;

type PartName = keyof typeof PARTS;

const PART_NAMES = Object.keys(PARTS) as PartName[];

/** The fields of each part: more than one only where they hold the same. */
type Found = Readonly<Record<PartName, readonly Field[]>>;

/** What `@aws` makes of a Secret. */
export interface AwsConnection {
  readonly variables: readonly (readonly [name: string, value: string])[];
  /** The fields that no variable can carry, such as a bucket: paths joined by dots, as the server wrote them. */
  readonly unused: readonly string[];
}

/**
 * Variables of other credentials that make these invalid: to be set empty where an earlier step left one.
 *
 * botocore takes AWS_SECURITY_TOKEN before AWS_SESSION_TOKEN, and refuses all keys after AWS_CREDENTIAL_EXPIRATION
 * (botocore/credentials.py, `EnvProvider`).
 */
export const AWS_LEFTOVERS = ['AWS_SECURITY_TOKEN', 'AWS_CREDENTIAL_EXPIRATION'] as const;

/**
 * Turns an S3 connection into the variables that the AWS SDKs read.
 *
 * The token is always among them, since one left by another step would be sent with keys that it does not belong to. A
 * region or endpoint never is empty: the SDKs refuse an empty region, and the workflow may set its own. botocore knows
 * the region as AWS_DEFAULT_REGION only, the other SDKs as AWS_REGION.
 *
 * @throws ActionError value_unsupported
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html
 */
export function awsVariables(value: SecretValue, who: string): AwsConnection {
  const filled = (value.fields ?? []).filter((field) => field.text.trim() !== '');
  const found = findParts(filled);
  checkParts(found, value, who);
  const text = (name: PartName): string | undefined => found[name][0]?.text;
  const variables: [string, string | undefined][] = [
    ['AWS_ACCESS_KEY_ID', text('accessKeyId')],
    ['AWS_SECRET_ACCESS_KEY', text('secretAccessKey')],
    ['AWS_SESSION_TOKEN', text('sessionToken') ?? ''],
    ['AWS_REGION', text('region')],
    ['AWS_DEFAULT_REGION', text('region')],
    ['AWS_ENDPOINT_URL_S3', endpointUrl(found, who)],
  ];
  const used = Object.values(found).flat();
  return {
    variables: variables.flatMap(([name, given]) => (given === undefined ? [] : [[name, given] as const])),
    unused: filled.filter((field) => !used.includes(field)).map(fieldName),
  };
}

function findParts(fields: readonly Field[]): Found {
  const isOutermost = ({ path }: Field): boolean =>
    fields.every((other) => path.slice(0, -1).every((name, level) => name === other.path[level]));
  const fieldsOf = (part: PartName): readonly Field[] => {
    const sure = fields.filter((field) => partOf(field, 'sure') === part);
    const likely = fields.filter((field) => (partOf(field, 'sure') ?? partOf(field, 'likely')) === part);
    return sure.length > 0 ? sure : likely.filter(isOutermost);
  };
  return Object.fromEntries(PART_NAMES.map((part) => [part, fieldsOf(part)])) as Found;
}

/** The part that a field is by its own name, else by that and the names around it, as in `{"access_key": {"id": ...}}`. */
function partOf({ path }: Field, kind: 'sure' | 'likely'): PartName | undefined {
  const plain = path.slice(-3).map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''));
  const ends = plain.map((_, index) => plain.slice(-1 - index).join(''));
  const names = ends.map((end) => end.replace(PREFIXES, '')).filter((name) => name !== '');
  const parts = names.map((name) => PART_NAMES.find((part) => PARTS[part][kind].split(' ').includes(name)));
  return parts.find((part) => part !== undefined);
}

function checkParts(found: Found, value: SecretValue, who: string): void {
  const lacking = (['accessKeyId', 'secretAccessKey'] as const).filter((name) => found[name].length === 0);
  if (lacking.length > 0) {
    const seen =
      value.structure === undefined
        ? 'it is no JSON object'
        : `its fields: ${fieldNames(value.fields ?? []) || 'none'}`;
    throw unsupported(`${who} has no ${lacking.map((name) => PARTS[name].label).join(' and no ')} for @aws; ${seen}`);
  }
  for (const name of PART_NAMES) {
    const { label, takes } = PARTS[name];
    if (new Set(found[name].map((field) => field.text)).size > 1) {
      throw unsupported(`${who} has several fields that could be the ${label}: ${fieldNames(found[name])}`);
    }
    if (found[name].some((field) => !takes.test(field.text))) {
      throw unsupported(`${who} has no usable ${label}: no AWS SDK takes the text of ${fieldNames(found[name])}`);
    }
  }
}

function endpointUrl({ endpoint: [field], port, tls }: Found, who: string): string | undefined {
  if (field === undefined) {
    return undefined;
  }
  const scheme = tls.some(({ text }) => /^(?:false|no|off|0)$/i.test(text)) ? 'http' : 'https';
  const address = /^\s*[a-z][a-z0-9+.-]*:\/\//i.test(field.text) ? field.text : `${scheme}://${field.text.trim()}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url?.protocol.match(/^https?:$/) || url.username || url.password || url.search || url.hash) {
    const form = 'a host, or an http(s) address without user name, password, query and fragment';
    throw unsupported(`${who} has an endpoint that is not ${form}: ${fieldNames([field])}`);
  }
  url.port ||= port[0]?.text ?? '';
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

function unsupported(message: string): ActionError {
  return new ActionError('value_unsupported', message);
}

function fieldName(field: Field): string {
  return field.path.join('.');
}

/** The names of the first fields for a message, never what they hold. */
function fieldNames(fields: readonly Field[]): string {
  const names = fields.slice(0, 20).map((field) => quote(fieldName(field)));
  return names.join(', ');
}
