import { BlockList, isIP } from 'node:net';
import { isLoopback } from '../ports.js';

/**
 * Tells whether requests to a host use no proxy: always for this machine, else according to the list in `no_proxy`.
 *
 * An entry is `*`, a host (with its subdomains), `.domain` (the same, as in curl), `*.domain` (subdomains only), a literal
 * address, or a network (`10.0.0.0/8`). Each may end with `:port`. Commas or spaces separate the entries.
 */
export function isDirect(url: URL, noProxy: string): boolean {
  if (isLoopback(url.hostname)) {
    return true;
  }
  const host = bareHost(url.hostname);
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

/** Returns the host of a URL as the system expects it: an IPv6 address without brackets, a name without its last dot. */
export function bareHost(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}

function splitPort(entry: string): readonly [pattern: string, port: string | undefined] {
  const [, bracketed, bracketedPort] = /^\[([^\]]+)\](?::(\d+))?$/.exec(entry) ?? [];
  if (bracketed !== undefined) {
    return [bracketed, bracketedPort];
  }
  // An entry with several colons is an IPv6 address.
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
  const name = pattern.replace(/^(?:\*\.|\.)/, '').replace(/\.$/, '');
  return host.endsWith(`.${name}`) || (host === name && !pattern.startsWith('*'));
}

function isInNetwork(host: string, pattern: string): boolean {
  const [address = pattern, bits] = pattern.split('/', 2);
  const family = isIP(address);
  const most = family === 6 ? 128 : 32;
  const prefix = bits === undefined ? most : Number(/^\d*$/.exec(bits)?.[0] ?? Number.NaN);
  if (family === 0 || family !== isIP(host) || !(prefix <= most)) {
    return false;
  }
  const type = family === 6 ? 'ipv6' : 'ipv4';
  const network = new BlockList();
  network.addSubnet(address, prefix, type);
  return network.check(host, type);
}
