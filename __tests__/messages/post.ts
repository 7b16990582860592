import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleBackend, exampleFrontend } from '../../emulator/realm/index.js';
import { type JobOptions, runJob, runPost } from '../../harness/jobs/chariot-job.js';
import { AS_USER, type LifeOptions, live } from '../../harness/jobs/life-job.js';
import { alone, type Case } from './case.js';

const asUser = {
  ...AS_USER,
  client_id: exampleFrontend.clientId,
  client_secret: 'example-frontend-client-secret',
  tenant: 'example',
};
const backend = {
  platform: 'keycloak',
  tenant: 'example',
  client_id: exampleBackend.clientId,
  client_secret: 'example-backend-client-secret',
};

/** The post step of a login to a realm. */
const realmPost = (name: string, options: LifeOptions = {}) =>
  alone(name, 'keycloak', {
    part: 'log',
    run: async () => (await live({ inputs: asUser, ...options })).post,
  });

/** The post step of a Chariot that runs no more. */
const chariotPost = (name: string, options: JobOptions, between: (folder: string) => void = () => undefined) =>
  alone(name, 'chariot', {
    part: 'log',
    async run() {
      const jobFolder = mkdtempSync(join(tmpdir(), 'messages-'));
      try {
        const main = await runJob({ ...options, jobFolder });
        between(main.temp);
        return await runPost({ jobFolder, state: main.state });
      } finally {
        rmSync(jobFolder, { recursive: true });
      }
    },
  });

const error = (status: number, code: string) =>
  ({
    kind: 'answer',
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ error: code }),
  }) as const;

/** What the post step prints. */
export const post: readonly Case[] = [
  alone('after a main step that did nothing', 'chariot', { part: 'log', run: () => runPost() }),
  chariotPost('Chariot', { inputs: { project_id: '' } }),
  chariotPost('Chariot, files', { inputs: { secrets: 'db-password | KEY@file' } }),
  chariotPost(
    'Chariot, a folder that another program replaced',
    { inputs: { secrets: 'db-password | KEY@file' } },
    (temp) => {
      const [name = ''] = readdirSync(temp).filter((each) => each.startsWith('bearer-login-'));
      renameSync(join(temp, name), join(temp, 'moved'));
      mkdirSync(join(temp, name));
    },
  ),
  chariotPost('Chariot, `revoke: false`', { inputs: { project_id: '', revoke: 'false' } }),
  chariotPost('Chariot, a supplied token', {
    inputs: { project_id: '', client_id: '', client_secret: '', bearer_token: 'a-supplied-token' },
  }),
  realmPost('Keycloak, a user'),
  realmPost('Keycloak, client credentials', { inputs: backend }),
  realmPost('Keycloak, `revoke: false`', { inputs: { ...asUser, revoke: 'false' } }),
  realmPost('Keycloak, a server that is down', {
    between: async (realm) => realm.setFault('all', { kind: 'reset' }),
  }),
  realmPost('Keycloak, a server that fails', {
    between: async (realm) => realm.setFault('logout', { kind: 'status', status: 503 }),
  }),
  realmPost('Keycloak, a client that was changed', {
    between: async (realm) => realm.setFault('logout', error(401, 'unauthorized_client')),
  }),
  realmPost('Keycloak, a session that was ended already', {
    between: async (realm) => realm.setFault('logout', error(400, 'invalid_grant')),
  }),
  realmPost('a token that had expired', {
    realm: { accessTokenLifetimeSeconds: 1, refreshTokenLifetimeSeconds: 1 },
    between: () => new Promise((resolve) => setTimeout(resolve, 1100)),
  }),
  realmPost('oauth2', { inputs: ({ issuer }) => ({ ...backend, platform: 'oauth2', tenant: '', url: '', issuer }) }),
  realmPost('oauth2, a server without an endpoint', {
    inputs: ({ issuer }) => ({
      ...backend,
      platform: 'oauth2',
      tenant: '',
      url: '',
      token_url: `${issuer}/protocol/openid-connect/token`,
    }),
  }),
  realmPost('oauth2, tokens of another kind', {
    inputs: ({ issuer }) => ({ ...backend, platform: 'oauth2', tenant: '', url: '', issuer }),
    between: async (realm) => realm.setFault('revoke', error(400, 'unsupported_token_type')),
  }),
];
