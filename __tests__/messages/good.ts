import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Chariot, exampleProject, exampleWriter, secret, startChariot } from '../../emulator/chariot/index.js';
import { exampleCredential, webPageText } from '../../emulator/iam/index.js';
import { exampleBackend, exampleFrontend, exampleUser, type RealmClient } from '../../emulator/realm/index.js';
import { runAction } from '../../harness/run-action.js';
import { alone, type Case, chariot, fetching, python, realm } from './case.js';
import { validFor } from './tokens.js';

const part = 'log';
const backend = { client_id: exampleBackend.clientId, client_secret: 'example-backend-client-secret' };
const frontend = { client_id: exampleFrontend.clientId, client_secret: 'example-frontend-client-secret' };
const user = { username: exampleUser.username, password: exampleUser.password };
const { clientId, refreshToken } = exampleCredential;
const credential = { client_id: clientId, client_secret: refreshToken };
const SUBJECT = 'repo:octo-org/octo-repo:ref:refs/heads/main';
const federated: RealmClient = {
  ...exampleBackend,
  authentication: { kind: 'federated', provider: 'github', subject: SUBJECT },
};

const VALUE = 'correct horse battery staple';

/** The second of two steps that share a token. */
async function secondStep(between: (server: Chariot) => void) {
  const server = await startChariot();
  const jobFolder = mkdtempSync(join(tmpdir(), 'messages-'));
  const { clientId: client_id, clientSecret: client_secret } = exampleWriter;
  const fetch = { project_id: exampleProject.id, secrets: 'db-password' };
  const inputs = { url: server.url, client_id, client_secret, token_cache: 'true', ...fetch };
  try {
    await runAction({ inputs, jobFolder });
    between(server);
    return await runAction({ inputs, jobFolder });
  } finally {
    await server.close();
    rmSync(jobFolder, { recursive: true });
  }
}

/** Runs that succeed, with every line of their log. */
export const good: readonly Case[] = [
  chariot('Chariot', { part }),
  fetching('Chariot, two Secrets', 'db-password\nghcr.password | REGISTRY_PASSWORD', { part }),
  fetching('Chariot, every kind of line', 'db-password\nghcr | @docker\ntraining-s3 | @aws\ndb-password | KEY@file', {
    inputs: { plain_fields: 'server, username, region, endpoint_url' },
    part: 'unfolded log',
  }),
  fetching('Chariot, outputs only', 'db-password', { inputs: { export_env: 'false' }, part }),
  fetching('Chariot, a masked registry', 'ghcr | @docker', { part }),
  fetching('Chariot, a public certificate', 'x', {
    settings: [secret('x', '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n')],
    part,
  }),
  fetching('Chariot, a plan', 'db-password\nghcr.* | REG_*', { inputs: { plan: 'true' }, part: 'unfolded log' }),
  fetching('Chariot, a plan of `*`', '*', { inputs: { plan: 'true' }, part: 'unfolded log' }),
  chariot('Chariot, `whoami`', { inputs: { whoami: 'true' }, part }),
  chariot('Chariot, a supplied token', {
    inputs: ({ issueToken }) => ({
      project_id: '',
      client_id: '',
      client_secret: '',
      bearer_token: issueToken(exampleWriter),
    }),
    part,
  }),
  alone('Chariot, a token of an earlier step', 'chariot', { part, run: () => secondStep(() => undefined) }),
  alone('Chariot, a token of an earlier step that was revoked', 'chariot', {
    part,
    run: () => secondStep(({ setFault }) => setFault('list', { kind: 'status', status: 401 }, { nth: 1 })),
  }),
  fetching('Chariot, a registry whose address no field contains', 'x | @docker', {
    settings: [secret('x', { auths: { 'ghcr.io': { username: 'octocat', password: VALUE } } })],
    part,
  }),
  chariot('Chariot, `whoami` without a name', {
    inputs: { whoami: 'true' },
    faults: [['me', { kind: 'answer', status: 200, headers: { 'content-type': 'application/json' }, body: '{}' }]],
    part,
  }),
  fetching('Chariot in nektos/act', 'db-password', { env: { ACT: 'true' }, part }),
  realm('DataClarity, user', 'dataclarity', { inputs: user, part }),
  realm('Keycloak, client credentials', 'keycloak', { inputs: backend, part }),
  realm('Keycloak, user and `whoami`', 'keycloak', { inputs: { ...frontend, ...user, whoami: 'true' }, part }),
  realm('Keycloak, ID token of GitHub', 'keycloak', {
    realm: { clients: [federated] },
    inputs: { client_authentication: 'github_oidc' },
    idToken: true,
    part,
  }),
  realm('Keycloak, a refresh token', 'keycloak', {
    inputs: ({ realm: running }) => ({
      ...frontend,
      platform: 'keycloak',
      refresh_token: String(running.logIn(exampleFrontend, exampleUser)['refresh_token']),
    }),
    part,
  }),
  realm('Keycloak, a scope that differs', 'keycloak', { inputs: { ...backend, scope: 'email' }, part }),
  realm('oauth2', 'oauth2', { inputs: backend, part }),
  realm('oauth2, `token_url`', 'oauth2', {
    inputs: ({ realm: { issuer } }) => ({
      ...backend,
      issuer: '',
      token_url: `${issuer}/protocol/openid-connect/token`,
    }),
    part,
  }),
  python('Descartes Labs', 'descarteslabs', { step: () => ({ inputs: credential }), part }),
  python('Descartes Labs, `token_info`', 'descarteslabs', {
    step: ({ url }) => ({ inputs: { token_info: webPageText(exampleCredential, url), whoami: 'true' } }),
    part,
  }),
  python('EarthOne, `write_token_info`', 'earthone', {
    step: () => ({ inputs: { ...credential, write_token_info: 'true' } }),
    part,
  }),
];

const aws = { access_key_id: 'AKIAIOSFODNN7EXAMPLE', secret_access_key: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };

/** Steps that succeed with a warning or a notice. */
export const remarks: readonly Case[] = [
  chariot('`project_id` without `secrets`', { inputs: { project_id: exampleProject.id }, part: 'remarks' }),
  fetching('an optional Secret that does not exist', 'db-pasword?', { part: 'remarks' }),
  fetching('an optional key that does not exist', 'secret/Custom/2kFm? | A', { part: 'remarks' }),
  fetching('an optional field that does not exist', 'ghcr.passwrd?', { part: 'remarks' }),
  fetching('an optional field that is null', 'x.user?', { settings: [secret('x', { user: null })], part: 'remarks' }),
  fetching('empty fields', 'x.*', { settings: [secret('x', { user: null, host: 'db.example.com' })], part: 'remarks' }),
  fetching('a short value', 'x', { settings: [secret('x', 'abc')], part: 'remarks' }),
  fetching('a value with short lines', 'x', { settings: [secret('x', `${VALUE}\nabc\n`)], part: 'remarks' }),
  fetching('a value that cannot be masked', 'x', { settings: [secret('x', true)], part: 'remarks' }),
  fetching('a value with many lines', 'x', {
    settings: [secret('x', Array.from({ length: 3000 }, (_, index) => `line number ${index} of it`).join('\n'))],
    part: 'remarks',
  }),
  fetching('names that the server decides', '* | *', { part: 'remarks' }),
  fetching('a variable that changes later steps', 'db-password | PATH', { part: 'remarks' }),
  fetching('Secrets to rotate', 'db-password\nghcr.password', { inputs: { rotate_after_days: '90' }, part: 'remarks' }),
  fetching('a Secret without a time', 'x', {
    settings: [{ ...secret('x', VALUE), updatedAt: 99_999_999_999 }],
    inputs: { rotate_after_days: '90' },
    part: 'remarks',
  }),
  fetching('a misspelled field in `plain_fields`', 'ghcr.password', {
    inputs: { plain_fields: 'sever' },
    part: 'remarks',
  }),
  fetching('a plain field that another mask hides', 'x', {
    settings: [secret('x', { server: VALUE, password: VALUE })],
    inputs: { plain_fields: 'server' },
    part: 'remarks',
  }),
  fetching('`@docker`, a line end in the password', 'x | @docker', {
    settings: [secret('x', { server: 'ghcr.io', username: 'octocat', password: `${VALUE}\n` })],
    part: 'remarks',
  }),
  fetching('`@docker` with DOCKER_AUTH_CONFIG', 'ghcr | @docker', {
    env: { DOCKER_AUTH_CONFIG: '{}' },
    part: 'remarks',
  }),
  fetching('`@aws` without a region', 'x | @aws', {
    settings: [secret('x', { ...aws, note: 'of the team' })],
    part: 'remarks',
  }),
  fetching('`@aws` with AWS_PROFILE, and a region of the job', 'x | @aws', {
    settings: [secret('x', aws)],
    env: { AWS_PROFILE: 'ci', AWS_REGION: 'eu-central-1' },
    part: 'remarks',
  }),
  fetching('an output `secrets` that is too large', 'a | A@file\nb\nc\nd\ne\nf', {
    settings: ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => secret(name, name.repeat(120_000))),
    part: 'remarks',
  }),
  realm('a token that expires in 90 s', 'keycloak', {
    realm: { accessTokenLifetimeSeconds: 90 },
    inputs: backend,
    part: 'remarks',
  }),
  python('two different secrets', 'descarteslabs', {
    step: () => ({ inputs: { client_id: clientId, client_secret: 'another-secret', refresh_token: refreshToken } }),
    part: 'remarks',
  }),
  python('an expiring token, without credentials', 'earthone', {
    step: () => ({ inputs: { bearer_token: validFor(200, { aud: clientId }) } }),
    part: 'remarks',
  }),
  python('an expiring token, whose replacement fails', 'earthone', {
    step: () => ({
      inputs: { client_id: clientId, client_secret: 'a-wrong-secret', bearer_token: validFor(200, { aud: clientId }) },
    }),
    part: 'remarks',
  }),
  python('a file that cannot be read, with credentials', 'earthone', {
    step: () => ({ inputs: { ...credential, token_info_path: 'token_info.json' } }),
    part: 'remarks',
  }),
  python('a file of another client', 'earthone', {
    step: () => ({ inputs: { ...credential, token_info_path: '/proc/self/environ' } }),
    part: 'remarks',
  }),
  python('variables that the Python client prefers to the file', 'earthone', {
    step: () => ({ inputs: { ...credential, write_token_info: 'true' }, env: { EARTHONE_CLIENT_ID: 'another' } }),
    part: 'remarks',
  }),
  python('a variable that makes the Python client ignore the token', 'earthone', {
    step: () => ({ inputs: credential, env: { CLIENT_ID: 'another' } }),
    part: 'remarks',
  }),
];
