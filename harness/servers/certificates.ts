import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The paths of a certificate and its key in PEM. */
export interface Issued {
  readonly certificate: string;
  readonly key: string;
}

/** What a certificate contains. */
export interface Wanted {
  readonly subject?: string;
  /** The names in the syntax of openssl: `DNS:chariot.test,IP:127.0.0.1`. */
  readonly names?: string;
  readonly usage?: 'serverAuth' | 'clientAuth';
  readonly isAuthority?: boolean;
  /** Default: `keyCertSign,cRLSign` for an authority. */
  readonly keyUsage?: string;
  /** Further extensions in the syntax of openssl. */
  readonly extensions?: readonly string[];
  readonly algorithm?: 'ec' | 'rsa' | 'short-rsa' | 'ed25519';
  /** The digest of the signature. Default: `sha256`. */
  readonly digest?: 'sha1' | 'sha256';
  /** `YYYYMMDDHHMMSSZ`. Default: 1 January 2020. */
  readonly from?: string;
  /** `YYYYMMDDHHMMSSZ`. Default: a year from now. */
  readonly until?: string;
  readonly issuer?: Issued | undefined;
}

/** A workshop that makes certificates with openssl in a temporary folder. */
export interface Workshop {
  readonly folder: string;
  path(name: string): string;
  read(name: string): string;
  write(name: string, content: string | Buffer): string;
  openssl(...args: string[]): Buffer;
  issue(name: string, wanted: Wanted): Issued;
  /** Makes a PKCS#12 file of a certificate and its key; `options` are those of openssl. */
  pkcs12(name: string, issued: Issued, options: readonly string[]): string;
  close(): void;
}

const ALGORITHMS = {
  ec: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  rsa: ['-newkey', 'rsa:2048'],
  'short-rsa': ['-newkey', 'rsa:1024'],
  ed25519: ['-newkey', 'ed25519'],
};

/** Opens a workshop; `close` removes its folder. */
export function openWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'certificates-'));
  const path = (name: string) => join(folder, name);
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const write = (name: string, content: string | Buffer) => {
    writeFileSync(path(name), content);
    return path(name);
  };
  const issue = (name: string, wanted: Wanted): Issued => {
    const [certificate, key, request] = [path(`${name}.pem`), path(`${name}.key`), path(`${name}.csr`)];
    const subject = wanted.subject ?? `/CN=${name}`;
    openssl(
      'req',
      '-new',
      ...ALGORITHMS[wanted.algorithm ?? 'ec'],
      '-nodes',
      '-keyout',
      key,
      '-out',
      request,
      '-subj',
      subject,
    );
    const extensions = write(`${name}.ext`, `[e]\n${extensionsOf(wanted).join('\n')}\n`);
    const signer =
      wanted.issuer === undefined
        ? ['-selfsign', '-keyfile', key]
        : ['-cert', wanted.issuer.certificate, '-keyfile', wanted.issuer.key];
    write(`${name}.cnf`, authority(folder, name));
    write(`${name}.db`, '');
    const digest = ['-md', wanted.digest ?? 'sha256'];
    const period = ['-startdate', wanted.from ?? '20200101000000Z', '-enddate', wanted.until ?? stamp(365)];
    openssl(
      'ca',
      '-batch',
      '-notext',
      '-config',
      `${name}.cnf`,
      '-in',
      request,
      '-out',
      certificate,
      ...signer,
      ...digest,
      ...period,
      '-extfile',
      extensions,
      '-extensions',
      'e',
    );
    return { certificate, key };
  };
  return {
    folder,
    path,
    read: (name) => readFileSync(path(name), 'utf8'),
    write,
    openssl,
    issue,
    pkcs12(name, { certificate, key }, options) {
      openssl('pkcs12', '-export', '-in', certificate, '-inkey', key, '-out', path(name), ...options);
      return path(name);
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Returns the time in so many days as `YYYYMMDDHHMMSSZ`. */
export function stamp(days: number): string {
  const moment = new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString();
  return `${moment.replace(/[-:T]/g, '').slice(0, 14)}Z`;
}

function extensionsOf({ names, usage, isAuthority = false, keyUsage, extensions = [] }: Wanted): string[] {
  const uses = keyUsage ?? (isAuthority ? 'keyCertSign,cRLSign' : undefined);
  return [
    `basicConstraints=critical,CA:${isAuthority ? 'TRUE' : 'FALSE'}`,
    'subjectKeyIdentifier=hash',
    ...(uses === undefined ? [] : [`keyUsage=critical,${uses}`]),
    ...extensions,
    ...(usage === undefined ? [] : [`extendedKeyUsage=${usage}`]),
    ...(names === undefined ? [] : [`subjectAltName=${names}`]),
  ];
}

/** Returns the configuration of `openssl ca`, the only command that accepts any start and end of validity. */
function authority(folder: string, name: string): string {
  return `[ca]
default_ca=d
[d]
new_certs_dir=${folder}
database=${name}.db
rand_serial=yes
policy=p
unique_subject=no
[p]
commonName=supplied
organizationName=optional
`;
}
