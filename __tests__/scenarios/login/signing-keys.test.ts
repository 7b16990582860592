import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateSigningKey } from '../../../emulator/jwt.js';
import { failure, judge } from '../../../harness/jobs/login-job.js';
import { addressOf, type RealmServers, startServers, stepOn, stopServers } from '../../../harness/jobs/realm-job.js';
import { temporaryFolder } from '../../../harness/temporary-folder.js';

/** The key of `private_key_jwt` in every form that a workflow may store it in; no log shows a line of it. */

const key = generateSigningKey('RS256', 'first');
const pem = (options: object = {}) => String(key.privateKey.export({ type: 'pkcs8', format: 'pem', ...options }));
const PASSWORD = ' a password of the key ';
const encrypted = pem({ cipher: 'aes-256-cbc', passphrase: PASSWORD });
const pkcs1 = String(key.privateKey.export({ type: 'pkcs1', format: 'pem' }));
const client_id = 'signed';

let servers: RealmServers;
beforeAll(async () => {
  const keys = [key.jwk];
  const client = {
    clientId: client_id,
    authentication: { kind: 'private_key_jwt', keys },
    serviceAccount: 'enabled',
  } as const;
  servers = await startServers('keycloak', { clients: [client] });
});
afterAll(() => stopServers(servers));

const folder = temporaryFolder();
const login = (inputs: Record<string, string>) =>
  stepOn(servers, { inputs: { ...addressOf('keycloak', servers.realm), client_id, ...inputs } });

/** Returns the parts of a text that are secret on their own: the PEM in base64, the private members of a JWK. */
function partsOf(text: string): string[] {
  const decoded = Buffer.from(text, 'base64').toString();
  const jwk: Record<string, string> = text.startsWith('{') ? JSON.parse(text) : {};
  const members = ['d', 'p', 'q', 'dp', 'dq', 'qi'].flatMap((name) => jwk[name] ?? []);
  return decoded.startsWith('-----BEGIN') ? [decoded] : members;
}

describe('A signing key', () => {
  test.each<[form: string, inputs: Record<string, string>]>([
    ['PEM', { signing_key: pem() }],
    ['PEM in its older form', { signing_key: pkcs1 }],
    ['PEM with a password', { signing_key: encrypted, signing_key_password: PASSWORD }],
    ['PEM that lost its line ends', { signing_key: pem().replaceAll('\n', ' ') }],
    ['base64 of PEM', { signing_key: Buffer.from(pem()).toString('base64') }],
    [
      'base64 of PEM with a password',
      { signing_key: Buffer.from(encrypted).toString('base64'), signing_key_password: PASSWORD },
    ],
    ['a JWK', { signing_key: JSON.stringify({ ...key.privateKey.export({ format: 'jwk' }), kid: 'first' }) }],
    ['PEM with the key ID of an input', { signing_key: pem(), signing_key_id: 'first' }],
  ])('The client logs in with a key in the form: %s', async (_form, inputs) => {
    const job = await login(inputs);

    expect(judge(job, partsOf(inputs['signing_key'] ?? ''))).toMatchObject({ exitCode: 0, problems: [] });
    expect(job.requests).toHaveLength(1);
  });

  test('The client logs in with a key in a file', async () => {
    const path = join(folder(), 'key.pem');
    writeFileSync(path, pem());

    expect(judge(await login({ signing_key: path }), [pem()])).toMatchObject({ exitCode: 0, problems: [] });
  });
});

describe('A wrong signing key', () => {
  test.each<[what: string, inputs: Record<string, string>, why: string, advice?: string]>([
    [
      'without its password',
      { signing_key: encrypted },
      'is an encrypted key, and its password is not set.',
      'Set `signing_key_password`.',
    ],
    [
      'with a wrong password',
      { signing_key: encrypted, signing_key_password: 'another password' },
      'cannot be decrypted: the password in `signing_key_password` is wrong.',
    ],
    [
      'that was cut',
      { signing_key: pem().slice(0, 200) },
      'contains a PEM block without its end.',
      'Copy the whole text again.',
    ],
    [
      'that is a public JWK',
      { signing_key: JSON.stringify(key.jwk) },
      'cannot be used: a JWK must be one JSON object with the private part `d`.',
    ],
  ])('The step fails before any request with a signing key %s', async (...[, inputs, why, advice]) => {
    const job = await login(inputs);

    expect(judge(job)).toEqual(failure('certificate_unusable', { what: `The input \`signing_key\` ${why}`, advice }));
    expect(job.requests).toEqual([]);
  });

  test('The realm rejects a key that is not registered, and the step sends one request', async () => {
    const job = await login({ signing_key: pem(), signing_key_id: 'second' });
    const { log, ...verdict } = judge(job);

    expect(verdict).toEqual({ exitCode: 1, variables: {}, outputs: { error_code: 'invalid_client' }, problems: [] });
    expect(log[0]).toMatch(/the server answered 400: "invalid_client: Unable to load public key"\. /);
    expect(job.requests).toHaveLength(1);
  });
});
