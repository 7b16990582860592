import { BlockList, isIP } from 'node:net';

/**
 * Whether a host is asked without a proxy: this machine always, else by the list in `no_proxy`.
 *
 * An entry is `*`, a host (which stands for its subdomains, too), `.domain` or `*.domain` (subdomains only), a literal
 * address or a network of them (`10.0.0.0/8`), each with or without `:port`; commas or blanks stand between them.
 */
export function isDirect(url: URL, noProxy: string): boolean {
  const host = bareHost(url.hostname);
  if (isLoopback(host)) {
    return true;
  }
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      const [pattern, onlyPort] = splitPort(entry);
      return (onlyPort === undefined || onlyPort === port) && isMatch(host, pattern);
    });
}

/** A host of a URL as the system wants it: an IPv6 address without brackets, a name without its last dot. */
export function bareHost(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}

/** Whether a host never leaves this machine (RFC 5735, RFC 4291, RFC 6761). */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

function splitPort(entry: string): readonly [pattern: string, port: string | undefined] {
  const [, bracketed, bracketedPort] = /^\[([^\]]+)\](?::(\d+))?$/.exec(entry) ?? [];
  if (bracketed !== undefined) {
    return [bracketed, bracketedPort];
  }
  // More than one colon is an IPv6 address.
  const [, pattern = entry, port] = /^([^:]+):(\d+)$/.exec(entry) ?? [];
  return [pattern, port];
}

function isMatch(host: string, pattern: string): boolean {
  if (pattern === '*') {
    return true;
  }
  if (isIP(host) > 0) {
    return isInNetwork(host, pattern);
  }
  const name = pattern.replace(/^\*(?=\.)/, '').replace(/\.$/, '');
  return name.startsWith('.') ? host.endsWith(name) : host === name || host.endsWith(`.${name}`);
}

function isInNetwork(host: string, pattern: string): boolean {
  const [address = '', bits] = pattern.split('/', 2);
  const family = isIP(address);
  const most = family === 6 ? 128 : 32;
  const prefix = bits === undefined ? most : Number(bits);
  if (family === 0 || family !== isIP(host) || !/^\d*$/.test(bits ?? '') || prefix > most) {
    return false;
  }
  const type = family === 6 ? 'ipv6' : 'ipv4';
  const network = new BlockList();
  network.addSubnet(address, prefix, type);
  return network.check(host, type);
}
