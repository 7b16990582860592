import { ActionError } from '../errors.js';
import { attempt } from '../json.js';
import { quote } from '../untrusted-text.js';
import { bareHost, isDirect } from './no-proxy.js';

/** The variables that name a proxy, by the protocol of the address; the lower-case spelling has priority, as in curl. */
const PROXY_VARIABLES = { http: ['http_proxy', 'HTTP_PROXY'], https: ['https_proxy', 'HTTPS_PROXY'] } as const;

const ALL_PROXY_VARIABLES = Object.values(PROXY_VARIABLES).flat();

/** The variables of the job that decide how the network is reached. */
export type NetworkEnvironment = Readonly<
  Partial<Record<(typeof ALL_PROXY_VARIABLES)[number] | 'no_proxy' | 'NO_PROXY' | 'NODE_EXTRA_CA_CERTS', string>>
>;

/** A proxy, with the variable that names it. */
export interface ProxyServer {
  readonly variable: string;
  /** The scheme, host and port, without the login. */
  readonly url: URL;
  /** The value of `Proxy-Authorization`, if the variable contains a login. */
  readonly authorization: string | undefined;
}

/** Describes a proxy for messages. */
export function nameOfProxy({ url, variable }: ProxyServer): string {
  return `the proxy ${quote(url.origin)} (${variable})`;
}

/** Returns the host and port of a proxy, as Node expects them. */
export function addressOfProxy({ url }: ProxyServer) {
  return { host: bareHost(url.hostname), port: url.port || (url.protocol === 'https:' ? 443 : 80) };
}

/** Returns the header for the login of a proxy, or none; Node rejects headers that are undefined. */
export function loginToProxy({ authorization }: ProxyServer): Readonly<Record<string, string>> {
  return authorization === undefined ? {} : { 'proxy-authorization': authorization };
}

/**
 * Finds the proxy for an address; returns undefined if there is none.
 *
 * A value that cannot be used is an error. Otherwise requests would bypass the proxy silently, as they do in the library
 * for `proxy.example.com:3128`.
 *
 * @throws ActionError proxy_failed
 */
export function proxyOf(url: URL, environment: NetworkEnvironment): ProxyServer | undefined {
  const spellings = PROXY_VARIABLES[url.protocol === 'https:' ? 'https' : 'http'];
  const variable = spellings.find((name) => environment[name]?.trim());
  const value = variable && environment[variable];
  if (!value || isDirect(url, environment.no_proxy || environment.NO_PROXY || '')) {
    return undefined;
  }
  const parsed = parseProxy(value.trim());
  if (typeof parsed === 'string') {
    throw new ActionError('proxy_failed', `The variable ${variable} ${parsed}`, {
      advice:
        'Write the variable as http://user:password@proxy.example.com:3128, and percent-encode the user name and the password',
    });
  }
  const { username, password } = parsed;
  const login = `${decodePercent(username)}:${decodePercent(password)}`;
  const authorization = login === ':' ? undefined : `Basic ${Buffer.from(login).toString('base64')}`;
  return { variable, url: new URL(`${parsed.protocol}//${parsed.host}`), authorization };
}

/** Masks the logins of proxies in the variables of the job, which decide how the network is reached. */
export function networkOf(variables: NetworkEnvironment, mask: (texts: readonly string[]) => void): NetworkEnvironment {
  mask(proxySecrets(variables));
  return variables;
}

/** Lists every form of the logins of proxies, to be masked before anything else. */
export function proxySecrets(environment: NetworkEnvironment): string[] {
  return ALL_PROXY_VARIABLES.flatMap((name) => {
    // The last @, since a password may contain one that is not encoded.
    const [, login = ''] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(.*)@/is.exec(environment[name] ?? '') ?? [];
    const colon = login.indexOf(':');
    const [user, password] = colon < 0 ? ['', login] : [login.slice(0, colon), login.slice(colon + 1)];
    // A login may be only a token, in place of the user name or of the password.
    const secrets = user === '' || password === '' ? [user + password] : [password, `${user}:${password}`];
    return secrets.flatMap((secret) => [secret, decodePercent(secret)]).filter((secret) => secret !== '');
  });
}

function parseProxy(text: string): URL | string {
  // Without a scheme, `host:port` would be read as one.
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (!URL.canParse(whole)) {
    return 'is not a URL';
  }
  const url = new URL(whole);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return `names a proxy of an unsupported kind (${quote(url.protocol)})`;
  }
  // The rest of a password after an unencoded slash, ? or # would be read as the path.
  return url.hostname === '' || /@/.test(url.pathname + url.search + url.hash) ? 'is not a URL' : url;
}

function decodePercent(text: string): string {
  return attempt(() => decodeURIComponent(text)) ?? text;
}
