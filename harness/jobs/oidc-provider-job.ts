import type Provider from 'oidc-provider';
import type { RecordedRequest } from '../../emulator/server/request-log.js';
import type { Server } from './login-job.js';

/** The requests that an `oidc-provider` received, and every token that it issued. */
export interface ProviderRecord {
  readonly requests: RecordedRequest[];
  readonly tokens: string[];
}

/** Records all requests of a provider from now on; the provider reads the bodies, so they are taken from it. */
export function recordRequests(provider: Provider): ProviderRecord {
  const record: ProviderRecord = { requests: [], tokens: [] };
  provider.use(async (context, next) => {
    await next();
    const { method, url: target, status, oidc } = context;
    const headers = Object.fromEntries(Object.entries(context.headers).map(([name, value]) => [name, String(value)]));
    const fields = Object.entries(oidc?.body ?? {}).map(([name, value]): [string, string] => [name, String(value)]);
    const body = new URLSearchParams(fields);
    const number = record.requests.length + 1;
    const known = { rawHeaders: [], at: Date.now(), connection: 0, requestId: String(number) };
    record.requests.push({ ...known, method, target, headers, body: body.toString(), status });
    const answer: Record<string, unknown> = Object(context.body);
    const given = ['access_token', 'refresh_token', 'id_token'].map((name) => answer[name]);
    record.tokens.push(...given.filter((token) => typeof token === 'string'));
  });
  return record;
}

/** Returns the provider as a server for `runStep`. */
export function providerAsServer({ issuer, record }: { issuer: string; record: ProviderRecord }): Server {
  return { name: 'https://provider', url: issuer, requests: record.requests, tokens: () => record.tokens };
}
