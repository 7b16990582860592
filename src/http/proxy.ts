import { ActionError } from '../errors.js';
import { quote } from '../untrusted-text.js';
import { isDirect } from './no-proxy.js';

/** The variables of the environment that say how to reach the network, as they stand there. */
export const NETWORK_VARIABLES = [
  'https_proxy',
  'HTTPS_PROXY',
  'http_proxy',
  'HTTP_PROXY',
  'no_proxy',
  'NO_PROXY',
  'NODE_EXTRA_CA_CERTS',
] as const;

export type NetworkEnvironment = Readonly<Partial<Record<(typeof NETWORK_VARIABLES)[number], string>>>;

/** A proxy, with the variable that names it. */
export interface ProxyServer {
  readonly variable: string;
  /** Its scheme, host and port; the login is taken out. */
  readonly url: URL;
  /** The value of `Proxy-Authorization`, where the variable holds a login. */
  readonly authorization: string | undefined;
}

/** A proxy as messages show it. */
export function nameOfProxy({ url, variable }: ProxyServer): string {
  return `the proxy ${quote(url.origin)} (${variable})`;
}

/**
 * The proxy through which an address is asked; undefined for none.
 *
 * The lower-case spelling wins, as everywhere. A value that cannot be used is an error: the alternative would be to go
 * round the proxy without a word, as the library does for `proxy.example.com:3128`.
 *
 * @throws ActionError proxy_failed
 */
export function proxyOf(url: URL, environment: NetworkEnvironment): ProxyServer | undefined {
  const scheme = url.protocol === 'https:' ? 'https' : 'http';
  const spellings = [`${scheme}_proxy`, `${scheme.toUpperCase() as 'HTTP' | 'HTTPS'}_PROXY`] as const;
  const variable = spellings.find((name) => environment[name]?.trim());
  if (variable === undefined || isDirect(url, environment.no_proxy || environment.NO_PROXY || '')) {
    return undefined;
  }
  const parsed = parseProxy(environment[variable] ?? '');
  if (typeof parsed === 'string') {
    throw new ActionError('proxy_failed', `The variable ${variable} ${parsed}`, {
      advice: `Write it as http://proxy.example.com:3128, with a login in front of the host percent-encoded`,
    });
  }
  const { username, password } = parsed;
  const login = `${decodePercent(username)}:${decodePercent(password)}`;
  const authorization = login === ':' ? undefined : `Basic ${Buffer.from(login).toString('base64')}`;
  return { variable, url: new URL(`${parsed.protocol}//${parsed.host}`), authorization };
}

/** How the network is reached, by the variables of the job; the logins of proxies are masked. */
export function networkOf(variables: NetworkEnvironment, mask: (texts: readonly string[]) => void): NetworkEnvironment {
  const environment = Object.fromEntries(NETWORK_VARIABLES.map((name) => [name, variables[name] ?? '']));
  mask(proxySecrets(environment));
  return environment;
}

/** Every secret in the variables, to be masked before anything else: the logins of proxies, in each form. */
export function proxySecrets(environment: NetworkEnvironment): string[] {
  return (['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'] as const).flatMap((name) => {
    const value = environment[name] ?? '';
    // The last @, since an unencoded one may stand in a password.
    const [, login = ''] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(.*)@/is.exec(value) ?? [];
    const colon = login.indexOf(':');
    const [user, password] = colon < 0 ? ['', login] : [login.slice(0, colon), login.slice(colon + 1)];
    // A token may stand in place of the user, without a password.
    const secrets = user === '' || password === '' ? [user + password] : [password, `${user}:${password}`];
    return secrets.flatMap((secret) => [secret, decodePercent(secret)]).filter((secret) => secret !== '');
  });
}

function parseProxy(value: string): URL | string {
  const text = value.trim();
  // A host with a port and without a scheme would be read as a scheme.
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (!URL.canParse(whole)) {
    return 'is no URL';
  }
  const url = new URL(whole);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return `names a proxy of a kind that is not supported (${quote(url.protocol)})`;
  }
  // What stands behind a slash, ? or # in an unencoded password would be taken for the path.
  return url.hostname === '' || /@/.test(url.pathname + url.search + url.hash) ? 'is no URL' : url;
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
