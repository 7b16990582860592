import { readFileSync } from 'node:fs';
import http, { type RequestListener } from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';
import { TLSSocket } from 'node:tls';
import { afterAll, expect, test } from '@jest/globals';
import {
  exampleExpired,
  exampleProject,
  exampleReader,
  exampleWriter,
  secret,
  startChariot,
} from '../../../emulator/chariot/index.js';
import { exampleBackend, exampleFrontend, exampleUser, type RealmClient } from '../../../emulator/realm/index.js';
import { runJob } from '../../../harness/jobs/chariot-job.js';
import { type ActionRun, runAction } from '../../../harness/run-action.js';
import { listenOn } from '../../../harness/servers/listening.js';
import { startProxy } from '../../../harness/servers/proxy-server.js';
import { type ErrorCode, TITLES } from '../../../src/errors.js';
import { issued, material, overTls, removeMaterial, requiring, serving, trust } from '../../messages/material.js';
import { jwt } from '../../messages/tokens.js';
import { type Fix, inputs, realm, type Stated, step, withDockerFile } from '../../support/fixes.js';

/** For every code that a user can correct: the step fails, a test does what the line says, and the step succeeds. */

afterAll(removeMaterial);

/** The codes that no change of a workflow, of its secrets or of its runner corrects, and why. */
const NOT_FIXABLE: Readonly<Partial<Record<ErrorCode, string>>> = {
  access_denied: 'an administrator of the server must allow the client',
  server_failed: 'the server must recover, or the time that it names must pass',
  internal_error: 'the action itself must be corrected',
};

const backend = { client_id: exampleBackend.clientId, client_secret: 'example-backend-client-secret' };
const frontend = { client_id: exampleFrontend.clientId, client_secret: 'example-frontend-client-secret' };
const user = { username: exampleUser.username, password: exampleUser.password };
const VALUE = 'correct horse battery staple';
const NO_SECRETS = { project_id: '', secrets: '' };

/** Runs a step at a server of plain HTTP, or of HTTPS with a client certificate. */
async function at(server: http.Server | https.Server, given: (port: number) => Record<string, string>) {
  const running = await listenOn(server, '127.0.0.1', []);
  try {
    return await runAction({ inputs: { retries: '0', ...given(running.port) } });
  } finally {
    await running.close();
  }
}

/** An OAuth server that supports only what it expects, and names what is wrong. */
function tokenServer(expect: (form: URLSearchParams) => readonly [error: string, description: string] | undefined) {
  const answer: RequestListener = async (request, response) => {
    const [error, error_description] = expect(new URLSearchParams(await text(request))) ?? [];
    response.writeHead(error === undefined ? 200 : 400, { 'content-type': 'application/json' });
    const token = { access_token: 'a-token-of-the-server', token_type: 'Bearer' };
    response.end(JSON.stringify(error === undefined ? token : { error, error_description }));
  };
  return http.createServer(answer);
}

/** A login to such a server. */
const oauth = (
  [code, says]: Stated,
  expects: Parameters<typeof tokenServer>[0],
  [wrong, right]: readonly [Record<string, string>, Record<string, string>],
): Fix => {
  const run = (given: Record<string, string>) =>
    at(tokenServer(expects), (port) => ({
      platform: 'oauth2',
      token_url: `http://127.0.0.1:${port}/token`,
      revoke: 'false',
      ...backend,
      ...given,
    }));
  return { code, says, wrong: () => run(wrong), right: () => run(right) };
};

const loginFixes: readonly Fix[] = [
  inputs(['input_missing', 'Set `client_secret` in the `with:` of this step'], { client_secret: '' }, {}),
  inputs(['input_invalid', 'did you mean `export_env`?'], { exportenv: 'false' }, { export_env: 'false' }),
  realm(
    ['input_conflict', 'this platform does not use `project_id`'],
    [{ inputs: { ...backend, project_id: '2kCuhgrt' } }, { inputs: backend }],
  ),
  oauth(
    ['invalid_request', 'missing parameter: resource'],
    (form) => (form.has('resource') ? undefined : ['invalid_request', 'missing parameter: resource']),
    [{}, { token_parameters: 'resource=https://api.example.com' }],
  ),
  inputs(
    ['invalid_client', 'create new client credentials in Chariot (Profile, Client Credentials)'],
    { client_id: exampleExpired.clientId, client_secret: exampleExpired.clientSecret },
    {},
  ),
  realm(
    ['invalid_grant', 'Either `username` or `password` is wrong'],
    [{ inputs: { ...frontend, ...user, password: 'another password' } }, { inputs: { ...frontend, ...user } }],
  ),
  realm(
    ['unauthorized_client', 'The `client_secret`, key or ID token of the client is wrong'],
    [{ inputs: { ...backend, client_secret: 'another-client-secret' } }, { inputs: backend }],
  ),
  oauth(
    ['unsupported_grant_type', 'Check `grant_type`'],
    (form) =>
      form.get('grant_type') === 'client_credentials' ? undefined : ['unsupported_grant_type', 'not this grant'],
    [{ ...user, grant_type: 'password' }, { grant_type: 'client_credentials' }],
  ),
  realm(
    ['invalid_scope', 'Check `scope`'],
    [{ inputs: { ...backend, scope: 'no-such-scope' } }, { inputs: { ...backend, scope: 'email' } }],
  ),
  oauth(
    ['invalid_target', 'Check `audience`'],
    (form) => (form.get('audience') === 'api' ? undefined : ['invalid_target', 'unknown audience']),
    [{ audience: 'apis' }, { audience: 'api' }],
  ),
  realm(
    ['insufficient_scope', 'does not have the scope `openid`. Add the scope that the message names to `scope`'],
    [
      { inputs: { ...backend, scope: 'email', whoami: 'true' } },
      { inputs: { ...backend, scope: 'email openid', whoami: 'true' } },
    ],
  ),
  {
    code: 'invalid_token',
    says: 'Set a new token',
    wrong: () =>
      runJob({ inputs: { client_id: '', client_secret: '', bearer_token: 'a-token-of-nobody', secrets: 'ghcr' } }),
    right: () =>
      runJob({
        inputs: ({ issueToken }) => ({
          client_id: '',
          client_secret: '',
          bearer_token: issueToken(exampleWriter),
          secrets: 'ghcr',
        }),
      }),
  },
  inputs(
    ['token_expired', 'set client credentials so that the action can log in'],
    { client_id: '', client_secret: '', bearer_token: jwt({ exp: 1_700_000_000 }) },
    { bearer_token: jwt({ exp: 1_700_000_000 }) },
  ),
];

const federated: RealmClient = {
  ...exampleBackend,
  authentication: { kind: 'federated', provider: 'github', subject: 'repo:octo-org/octo-repo:ref:refs/heads/main' },
};
const withIdToken = { realm: { clients: [federated] }, inputs: { client_authentication: 'github_oidc' } };

/** A step that reaches a server by its name and plain http, through a proxy that finds every host. */
async function overPlainHttp(given: Record<string, string>): Promise<ActionRun> {
  const [chariot, proxy] = [await startChariot(), await startProxy()];
  try {
    const { clientId: client_id, clientSecret: client_secret } = exampleWriter;
    const url = `http://chariot.test:${chariot.port}`;
    const env = { http_proxy: `http://127.0.0.1:${proxy.port}` };
    return await runAction({ inputs: { url, client_id, client_secret, ...given }, env });
  } finally {
    await Promise.all([proxy.close(), chariot.close()]);
  }
}

/** A login that is redirected to another Chariot, or that uses the address of this one. */
async function redirected(isFollowed: boolean): Promise<ActionRun> {
  const moved = await startChariot();
  try {
    const location = `${moved.url}/auth/client/v2/chariot/login`;
    return await runJob({
      inputs: isFollowed ? { ...NO_SECRETS, url: moved.url } : NO_SECRETS,
      faults: [['login', { kind: 'redirect', location, status: 307 }]],
    });
  } finally {
    await moved.close();
  }
}

const networkFixes: readonly Fix[] = [
  {
    code: 'endpoint_insecure',
    says: 'set `allow_http: true`',
    wrong: () => overPlainHttp({}),
    right: () => overPlainHttp({ allow_http: 'true' }),
  },
  {
    code: 'redirect_refused',
    says: 'set it as `url`',
    wrong: () => redirected(false),
    right: () => redirected(true),
  },
  realm(
    ['issuer_mismatch', 'Write `issuer` exactly as the server names itself, including the last slash'],
    [{ inputs: ({ realm: { issuer } }) => ({ ...backend, issuer: `${issuer}/` }) }, { inputs: backend }],
    'oauth2',
  ),
  realm(
    ['id_token_unavailable', 'Add `permissions: id-token: write` (and `contents: read`) to the job'],
    [withIdToken, { ...withIdToken, idToken: true }],
  ),
  realm(
    ['endpoint_not_found', 'Its name is case-sensitive'],
    [{ inputs: { ...backend, tenant: 'Example' } }, { inputs: { ...backend, tenant: 'example' } }],
  ),
  {
    code: 'server_unreachable',
    says: 'For plain http, write it with `http://`',
    wrong: () => runJob({ inputs: ({ url }) => ({ ...NO_SECRETS, url: url.replace('http:', 'https:') }) }),
    right: () => runJob({ inputs: ({ url }) => ({ ...NO_SECRETS, url, allow_http: 'true' }) }),
  },
  {
    code: 'response_invalid',
    says: 'Check `url`',
    wrong: () =>
      at(
        http.createServer((_request, response) => void response.end('<!doctype html><title>Sign in</title>')),
        (port) => ({ url: `http://127.0.0.1:${port}`, client_id: 'a', client_secret: 'b-client-secret' }),
      ),
    right: () => runJob({ inputs: NO_SECRETS }),
  },
  step(
    ['deadline_exceeded', 'If the server is only slow, raise `timeout_seconds`'],
    { inputs: { ...NO_SECRETS, timeout_seconds: '1' }, faults: [['login', { kind: 'latency', ms: 1500 }]] },
    { inputs: { ...NO_SECRETS, timeout_seconds: '30' }, faults: [['login', { kind: 'latency', ms: 1500 }]] },
  ),
  {
    code: 'proxy_refused',
    says: 'requires a login, and the variable contains none (407). Write the login into the variable',
    wrong: () => overTls({ proxy: { answers: [407] }, inputs: trust() }),
    right: () => throughProxy('jane:secret-of-jane@'),
  },
  {
    code: 'proxy_failed',
    says: 'percent-encode the user name and the password',
    wrong: () => throughProxy('jane:secret/of/jane@'),
    right: () => throughProxy('jane:secret%2Fof%2Fjane@'),
  },
];

/** A step through a proxy whose variable contains this login. */
async function throughProxy(login: string): Promise<ActionRun> {
  const proxy = await startProxy();
  try {
    const env = { https_proxy: `http://${login}127.0.0.1:${proxy.port}` };
    return await overTls({ proxy: {}, inputs: trust(), env });
  } finally {
    await proxy.close();
  }
}

const client = () => ({ certificate: material().client.certificate, private_key: material().client.key });

/** A key that is encrypted, and its certificate. */
function encrypted() {
  const { workshop } = material();
  const { certificate, key } = issued('locked', { usage: 'clientAuth' });
  const locked = workshop.path('locked.enc');
  workshop.openssl('pkcs8', '-topk8', '-in', key, '-out', locked, '-passout', 'pass:password-of-key');
  return { certificate, private_key: locked };
}

/** A gateway that answers as nginx if it does not know the authority of the client. */
function gateway() {
  const answer: RequestListener = ({ socket }, response) => {
    const isKnown = socket instanceof TLSSocket && socket.authorized;
    response.writeHead(isKnown ? 200 : 400, { 'content-type': isKnown ? 'application/json' : 'text/html' });
    response.end(
      isKnown ? '{"access_token":"a-token-of-the-gateway"}' : '<title>400 The SSL certificate error</title>',
    );
  };
  return https.createServer({ ...requiring(), rejectUnauthorized: false }, answer);
}

/** A login behind the gateway with a certificate of an authority below the known one; perhaps with the whole chain. */
function behindGateway(isWhole: boolean): Promise<ActionRun> {
  const middle = issued('middle', { isAuthority: true });
  const { certificate, key } = material().workshop.issue('leaf', { issuer: middle, usage: 'clientAuth' });
  const read = (path: string) => readFileSync(path, 'utf8');
  const chain = isWhole ? read(certificate) + read(middle.certificate) : read(certificate);
  return at(gateway(), (port) => ({
    ...trust(),
    url: `https://127.0.0.1:${port}`,
    client_id: 'a',
    client_secret: 'b-client-secret',
    certificate: chain,
    private_key: key,
  }));
}

const certificateFixes: readonly Fix[] = [
  {
    code: 'server_untrusted',
    says: 'Set `ca_certificate` to the certificate of this authority',
    wrong: () => overTls({ tls: serving(material().server) }),
    right: () => overTls({ tls: serving(material().server), inputs: trust() }),
  },
  {
    code: 'certificate_required',
    says: 'Set `pkcs12`, or `certificate` and `private_key`',
    wrong: () => overTls({ tls: requiring(), inputs: trust() }),
    right: () => overTls({ tls: requiring(), inputs: { ...trust(), ...client() } }),
  },
  {
    code: 'certificate_unusable',
    says: 'Set `private_key_password`',
    wrong: () => overTls({ tls: requiring(), inputs: { ...trust(), ...encrypted() } }),
    right: () =>
      overTls({ tls: requiring(), inputs: { ...trust(), ...encrypted(), private_key_password: 'password-of-key' } }),
  },
  {
    code: 'certificate_refused',
    says: 'contains its whole chain',
    wrong: () => behindGateway(false),
    right: () => behindGateway(true),
  },
];

/** The line that an error says to write. */
const suggested = (error: string) => ({ secrets: /\(write `([^`]+)`\)/.exec(error)?.[1] ?? 'no suggestion' });

const { clientId: client_id, clientSecret: client_secret } = exampleReader;
const asReader = { client_id, client_secret };
const masked = {
  kind: 'answer',
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: '{"value":"********"}',
} as const;
const twins = [secret('db-password', VALUE), { ...secret('db-password', 'another value'), type: 'secret/Other' }];

const secretFixes: readonly Fix[] = [
  inputs(['permission_denied', '(the roles Writer and Owner have it, Reader does not)'], asReader, {}),
  inputs(
    ['owner_not_found', "Check the ID: it is usually in the address of the project's page in the browser"],
    { project_id: 'my-project' },
    { project_id: exampleProject.id },
  ),
  inputs(
    ['secret_not_found', 'write `db-password | DB_PASSWORD`'],
    { secrets: 'db-password -> DB_PASSWORD' },
    suggested,
  ),
  inputs(['field_not_found', 'did you mean "password"?'], { secrets: 'ghcr.pasword' }, { secrets: 'ghcr.password' }),
  step(
    ['secret_ambiguous', 'Select the Secret by one of these IDs'],
    { settings: twins, inputs: { secrets: 'db-password' } },
    (error) => ({ settings: twins, inputs: { secrets: `${/: "(\w{27})"/.exec(error)?.[1]} | DB_PASSWORD` } }),
  ),
  step(
    ['secret_not_decrypted', 'Check that the credentials have the role Writer or Owner'],
    // The documents do not say what a Reader gets: an error, or asterisks.
    { settings: [secret('x', VALUE)], inputs: { secrets: 'x', ...asReader }, faults: [['decrypt', masked]] },
    { settings: [secret('x', VALUE)], inputs: { secrets: 'x' } },
  ),
  step(
    ['name_refused', 'Write a target with another name, for example `my-secret | MY_SECRET`'],
    { settings: [secret('path', VALUE)], inputs: { secrets: 'path' } },
    { settings: [secret('path', VALUE)], inputs: { secrets: 'path | MY_SECRET' } },
  ),
  inputs(
    ['name_conflict', 'for example `my-secret | OTHER_NAME`'],
    { secrets: 'db-password\ndb-password' },
    { secrets: 'db-password\ndb-password | OTHER_NAME' },
  ),
  inputs(
    ['value_unsupported', 'Remove `| base64` from the line'],
    { secrets: 'db-password | base64' },
    { secrets: 'db-password' },
  ),
  step(
    ['runner_unsupported', 'another runner that provides the same files and folders'],
    { inputs: { secrets: 'db-password | KEY@file' }, env: { RUNNER_TEMP: '' } },
    { inputs: { secrets: 'db-password | KEY@file' } },
  ),
  {
    code: 'publication_failed',
    says: 'Correct or remove the file',
    wrong: () => withDockerFile('no JSON'),
    right: () => withDockerFile(undefined),
  },
];

const FIXES = [...loginFixes, ...networkFixes, ...certificateFixes, ...secretFixes];

const errorOf = ({ log }: ActionRun) => log.annotations.find(({ level }) => level === 'error')?.message ?? '';

test('Every code is either corrected in this file, or has a reason why no user can correct it', () => {
  const codes = [...FIXES.map(({ code }) => code), ...Object.keys(NOT_FIXABLE)];

  expect(codes.toSorted()).toEqual(Object.keys(TITLES).toSorted());
});

test.concurrent.each(FIXES)('A step that fails with $code succeeds after what the message says', async (fix) => {
  const failed = await fix.wrong();
  const error = errorOf(failed);

  expect([failed.exitCode, failed.outputs.get('error_code')]).toEqual([1, fix.code]);
  expect(error).toContain(fix.says);

  const corrected = await fix.right(error);

  expect([errorOf(corrected), corrected.exitCode]).toEqual(['', 0]);
  expect(corrected.outputs.get('bearer_token')).toBeDefined();
});
