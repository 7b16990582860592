import http, { type RequestListener } from 'node:http';
import https from 'node:https';
import { createServer, type Server } from 'node:net';
import { type Fault, startChariot } from '../../emulator/chariot/index.js';
import { runAction } from '../../harness/run-action.js';
import { listenOn } from '../../harness/servers/listening.js';
import { alone, type Case, chariot, fetching, realm } from './case.js';
import { material, one, overTls, serving, trust } from './material.js';

const LOGIN = { project_id: '', secrets: '' };
const backend = { client_id: 'example-backend', client_secret: 'example-backend-client-secret' };

/** A step that logs in to this server of plain TCP or HTTP, with this scheme in its address. */
const at = (name: string, server: () => Server, scheme: 'http' | 'https' = 'http') =>
  alone(name, 'chariot', {
    async run() {
      const running = await listenOn(server(), '127.0.0.1', []);
      try {
        return await runAction({ inputs: { ...one, ...LOGIN, url: `${scheme}://127.0.0.1:${running.port}` } });
      } finally {
        await running.close();
      }
    },
  });

const answering = (answer: RequestListener) => () => http.createServer(answer);
const TLS_PAGE = '<html><title>400</title>The plain HTTP request was sent to HTTPS port</html>';
const closing = () => createServer((socket) => socket.once('data', () => socket.resetAndDestroy()));

/** A login that is answered like this. */
const answered = (name: string, fault: Fault, inputs: Record<string, string> = {}) =>
  chariot(name, { inputs, faults: [['login', fault]] });

const json = (body: string, status = 200, headers: Record<string, string> = {}): Fault => ({
  kind: 'answer',
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body,
});
const page = (status: number, body: string): Fault => ({ kind: 'status', status, contentType: 'text/html', body });

/** Replaces the lookup of names by an error of Node. */
const lookup = (code: string) => {
  const body = `args.at(-1)(Object.assign(new Error('no name'), { code: '${code}' }))`;
  const script = `import dns from 'node:dns'; dns.lookup = (...args) => { ${body}; };`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` };
};

/** A step through a proxy; the review copy shows its usual port. */
const through = (name: string, options: Parameters<typeof overTls>[0]) =>
  alone(name, 'chariot', {
    run: () => overTls({ proxy: {}, ...options, inputs: { ...trust(), ...LOGIN, ...options.inputs } }),
  });

/** The network, and servers that are not the platform. */
export const network: readonly Case[] = [
  chariot('server down', { inputs: { url: 'http://127.0.0.1:9' } }),
  chariot('server down, with retries', { inputs: { url: 'http://127.0.0.1:9', retries: '1' }, part: 'log' }),
  chariot('unknown host', { inputs: { url: 'https://chariot.example.com' }, env: lookup('ENOTFOUND') }),
  chariot('a name server that does not answer', {
    inputs: { url: 'https://chariot.example.com' },
    env: lookup('EAI_AGAIN'),
  }),
  chariot('no route to the host', { inputs: { url: 'https://chariot.example.com' }, env: lookup('EHOSTUNREACH') }),
  at(
    'https to a plain port',
    answering((_request, response) => void response.end()),
    'https',
  ),
  at(
    'http to a port of https',
    answering((_request, response) => void response.writeHead(400).end(TLS_PAGE)),
  ),
  at('a connection that is closed, https', closing, 'https'),
  answered('a connection that is closed, http', { kind: 'reset' }),
  at('another protocol', () => createServer((socket) => socket.end('220 mail.example.com ESMTP\r\n'))),
  answered('no answer', { kind: 'stall' }, { timeout_seconds: '1' }),
  answered('a slow answer', { kind: 'stall-body' }, { timeout_seconds: '1' }),
  answered('HTML page, 200', page(200, '<!doctype html><title>Sign in - ACME SSO</title><form>')),
  answered('HTML page, 404', page(404, '<!doctype html><title>404 Not Found</title>')),
  answered('a page of a gateway', page(502, '<html><head><title>502 Bad Gateway</title></head><center>nginx</center>')),
  answered('redirect to a login portal', { kind: 'redirect', location: 'https://sso.example.com/login' }),
  answered('a redirect without an address', { kind: 'answer', status: 302 }),
  fetching('a redirect of a GET to another host', 'db-password', {
    faults: [['list', { kind: 'redirect', location: 'https://sso.example.com/login' }]],
  }),
  realm("Chariot's default platform, but `url` is a Keycloak", 'keycloak', {
    inputs: ({ realm: { url } }) => ({ platform: 'chariot', url, tenant: '', ...backend }),
  }),
  realm('`platform: keycloak`, but `url` is a Chariot', 'keycloak', {
    inputs: backend,
    faults: [
      ['token', { kind: 'answer', status: 404, headers: { 'content-type': 'text/plain' }, body: '404 page not found' }],
    ],
  }),
  realm('wrong realm', 'keycloak', { inputs: { ...backend, tenant: 'exmaple' } }),
  realm('`/auth` too much', 'keycloak', {
    inputs: ({ realm: { url, issuer } }) => ({
      url: `${url}/auth`,
      tenant: issuer.split('/').at(-1) ?? '',
      ...backend,
    }),
  }),
  realm('`/auth` missing', 'dataclarity', { inputs: { platform: 'keycloak', ...backend } }),
  realm('DataClarity at a Keycloak without `/auth`', 'keycloak', { inputs: { platform: 'dataclarity', ...backend } }),
  realm('an issuer with another name', 'oauth2', {
    inputs: ({ realm: { issuer } }) => ({ platform: 'oauth2', issuer: `${issuer}/`, ...backend }),
  }),
  realm('an issuer that does not exist', 'oauth2', {
    inputs: ({ realm: { url } }) => ({ platform: 'oauth2', issuer: url, ...backend }),
  }),
  alone('metadata with an endpoint on another host, over https', 'oauth2', {
    part: 'log',
    async run() {
      const server = https.createServer(serving(material().server), ({ url, headers }, response) => {
        const host = headers.host ?? '';
        const token_endpoint = `https://${host.replace('127.0.0.1', 'localhost')}/token`;
        const metadata = { issuer: `https://${host}`, token_endpoint };
        response.end(JSON.stringify(url === '/token' ? { access_token: 'a-token-of-the-server' } : metadata));
      });
      const running = await listenOn(server, '127.0.0.1', []);
      const issuer = `https://127.0.0.1:${running.port}`;
      try {
        return await runAction({ inputs: { platform: 'oauth2', issuer, revoke: 'false', ...backend, ...trust() } });
      } finally {
        await running.close();
      }
    },
  }),
  alone('metadata with an endpoint on another host', 'oauth2', {
    async run() {
      const metadata = (host = '') => ({ issuer: `http://${host}`, token_endpoint: 'https://other.example.com/token' });
      const server = answering(({ headers }, response) => void response.end(JSON.stringify(metadata(headers.host))))();
      const running = await listenOn(server, '127.0.0.1', []);
      try {
        return await runAction({
          inputs: { platform: 'oauth2', issuer: `http://127.0.0.1:${running.port}`, ...backend },
        });
      } finally {
        await running.close();
      }
    },
  }),
  realm('a wrong `token_url`', 'oauth2', {
    inputs: ({ realm: { url } }) => ({ platform: 'oauth2', token_url: `${url}/oauth/token`, ...backend }),
  }),
  answered('503', { kind: 'status', status: 503 }),
  answered('429, `Retry-After: 3600`', json('{"error":"slow down"}', 429, { 'retry-after': '3600' })),
  chariot('429, with retries', {
    inputs: { retries: '1' },
    faults: [['login', json('{"error":"slow down"}', 429, { 'retry-after': '3600' })]],
    part: 'log',
  }),
  answered('429 without a time', json('{"error":"slow down"}', 429)),
  answered('JSON without a token', json('{"token":"x"}')),
  answered('an empty answer', { kind: 'empty' }),
  answered('invalid JSON', { kind: 'broken-json' }),
  answered('an answer that is cut short', { kind: 'cut' }),
  answered('an answer that is too large', { kind: 'huge', mebibytes: 11 }),
  answered('a token of another type', json('{"access_token":"abc","token_type":"mac"}')),
  answered('a token with a line end', json('{"access_token":"first-half\\r\\nsecond-half"}')),
  through('a proxy that requires a login', { proxy: { answers: [407] } }),
  through('a proxy that does not allow the host', { proxy: { answers: [403] } }),
  through('a proxy that cannot reach the host', { proxy: { answers: [502] } }),
  through('a proxy that is down', { env: { https_proxy: 'http://127.0.0.1:9' } }),
  through('a proxy variable that is no URL', { env: { https_proxy: 'http://user:pass/word@proxy.example.com:3128' } }),
  through('a SOCKS proxy', { env: { https_proxy: 'socks5://proxy.example.com:1080' } }),
  through('a proxy that decrypts TLS', { inputs: { ca_certificate: '' } }),
  alone('a proxy that does not answer', 'chariot', {
    async run() {
      const server = await startChariot();
      await server.close();
      return overTls({ proxy: { answers: ['hang'] }, inputs: { ...trust(), ...LOGIN, timeout_seconds: '1' } });
    },
  }),
];
