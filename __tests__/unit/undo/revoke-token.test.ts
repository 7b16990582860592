import { execFileSync } from 'node:child_process';
import { cpSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { open, read, root } from '../../../harness/servers/client-chain.js';
import { startTlsFront } from '../../../harness/servers/tls-front.js';
import { temporaryFolder } from '../../../harness/temporary-folder.js';
import { DEFAULT_SECURITY } from '../../../src/http/secure-context.js';
import { digestOf } from '../../../src/machine/files.js';
import { createFolder } from '../../../src/machine/own-folder.js';
import type { Revocation } from '../../../src/undo/plan.js';
import { revokeToken } from '../../../src/undo/revoke-token.js';
import { reveal } from '../../../src/untrusted-text.js';
import { fakePorts, NOW } from '../../support/fake-ports.js';
import { afterTest, serve, stopTimers } from '../../support/local-servers.js';

const EXPIRES = new Date(NOW.getTime() + 60_000).toISOString();
const SHOWN = '2026-11-25 12:01 UTC';
/** Nothing listens on this port of the loopback interface (discard). */
const NOWHERE = 'http://127.0.0.1:9/revoke';

const revocationAt = (url: string): Revocation => ({
  platform: 'Keycloak',
  steps: [{ revokes: 'access_token', url, token: 'access-1', expiresAt: EXPIRES }],
  client: { clientId: 'i', authentication: { method: 'client_secret_post', clientSecret: 's-1' } },
  security: { ...DEFAULT_SECURITY, identity: { form: 'pkcs12', pkcs12: 'p-1', passphrase: 'w-1' } },
  expiresAt: EXPIRES,
});
const plain = (url: string): Revocation => ({ ...revocationAt(url), security: DEFAULT_SECURITY });
const offline = () => fakePorts(() => Promise.reject(new Error('revokeToken opens its own transport')));

describe('revokeToken without a request', () => {
  test.each([
    [`until ${SHOWN}`, EXPIRES],
    ['until it expires', 'not a time'],
    ['until it expires', undefined],
  ])('A token that is not revoked is reported with the reason, and as valid %s', async (until, expiresAt) => {
    await expect(revokeToken({ reason: '`revoke` is false', expiresAt }, {}, offline())).resolves.toEqual({
      line: `The token was not revoked, because \`revoke\` is false. It stays valid ${until}.`,
      failed: false,
    });
  });
});

describe('revokeToken with a server', () => {
  let status = 200;
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      bodies.push(body);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(status === 200 ? '' : '{"error":"access_denied","error_description":"no"}');
    });
  });
  let url = '';
  beforeEach(async () => {
    bodies.length = 0;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/revoke`;
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  test('A token is revoked in one request, and every secret is masked before', async () => {
    status = 200;
    const ports = offline();

    await expect(revokeToken(plain(url), {}, ports)).resolves.toEqual({
      line: 'The token of this step was revoked.',
      failed: false,
    });
    expect(bodies).toEqual(['token=access-1&token_type_hint=access_token&client_id=i&client_secret=s-1']);
    expect(ports.masked()).toEqual(['s-1', 'access-1']);
  });

  test('After a revocation, no timer keeps the process alive', async () => {
    status = 200;
    stopTimers();
    await revokeToken(plain(url), {}, offline());
    const timers = jest.getTimerCount();
    jest.useRealTimers();

    expect(timers).toBe(0);
  });

  test('A refusal is a warning with the words of the server', async () => {
    status = 403;
    const { line, failed } = await revokeToken(plain(url), {}, offline());

    expect(failed).toBe(true);
    expect(reveal(line, (text) => text)).toBe(
      `The token of this step could not be revoked and stays valid until ${SHOWN}. Revoking the token of Keycloak failed: the server answered 403: "access_denied: no" (POST ${url}).`,
    );
  });

  test('A single attempt is not a line of its own', async () => {
    status = 200;
    const ports = offline();
    await revokeToken(plain(url), {}, ports);

    expect([...ports.said('info'), ...ports.said('notice'), ...ports.said('warning')]).toEqual([]);
  });
});

describe('revokeToken with the authorities of `ca_certificate`', () => {
  const temp = temporaryFolder();
  const name = 'bearer-login-01234567-89ab-cdef-0123-456789abcdef';
  const path = () => join(temp(), name, 'authorities.pem');
  const variables = () => ({ RUNNER_TEMP: temp() });

  const withFile = (content: string | undefined): Revocation => {
    const folder = createFolder(join(temp(), name));
    if (content !== undefined) writeFileSync(path(), content);
    return { ...plain(NOWHERE), authorities: { folder, digest: digestOf('as saved') } };
  };

  test.each([
    ['changed', 'another content'],
    ['missing', undefined],
  ])('No server is trusted if the file is %s', async (_what, content) => {
    await expect(revokeToken(withFile(content), variables(), offline())).resolves.toEqual({
      line: `The token could not be revoked and stays valid until ${SHOWN}. The file with the authorities of \`ca_certificate\` is missing or was changed after the login.`,
      failed: true,
    });
  });

  const testOnUnix = process.platform === 'win32' ? test.skip : test;
  testOnUnix.each<[string, (revocation: Revocation) => Revocation]>([
    [
      'a pipe without a writer',
      (revocation) => {
        rmSync(path());
        execFileSync('mkfifo', [path()]);
        return revocation;
      },
    ],
    [
      'a link to a file with the saved content',
      (revocation) => {
        renameSync(path(), join(temp(), 'elsewhere'));
        symlinkSync(join(temp(), 'elsewhere'), path());
        return revocation;
      },
    ],
    [
      'in another folder of the same name',
      (revocation) => {
        renameSync(join(temp(), name), join(temp(), 'moved'));
        cpSync(join(temp(), 'moved'), join(temp(), name), { recursive: true });
        return revocation;
      },
    ],
    [
      'in a folder that the state names by a path',
      ({ authorities, ...revocation }) => ({
        ...revocation,
        ...(authorities && {
          authorities: { ...authorities, folder: { ...authorities.folder, name: `x/../${name}` } },
        }),
      }),
    ],
  ])('No server is trusted if the file is %s (not on Windows)', async (_what, change) => {
    const { line } = await revokeToken(change(withFile('as saved')), variables(), offline());

    expect(line).toMatch(
      /The file with the authorities of `ca_certificate` is missing or was changed after the login\.$/,
    );
  });

  test('A file of this name in the working folder is not read if the folder is missing', async () => {
    const plan = withFile('as saved');
    renameSync(path(), join(temp(), 'authorities.pem'));
    rmSync(join(temp(), name), { recursive: true });
    const start = process.cwd();
    process.chdir(temp());
    const { line } = await revokeToken(plan, variables(), offline()).finally(() => process.chdir(start));

    expect(line).toMatch(/is missing or was changed after the login\.$/);
  });

  test('A server of these authorities is trusted, and without the file it is not', async () => {
    const { url } = await serve((_request, response) => response.end());
    const front = await startTlsFront(Number(url.port), open);
    afterTest(() => void front.close());
    const content = read(root);
    const { authorities } = withFile(content);
    const without = plain(`https://127.0.0.1:${front.port}/revoke`);
    const saved = authorities && { ...without, authorities: { ...authorities, digest: digestOf(content) } };
    const lines = [];
    for (const plan of [saved, without]) lines.push((await revokeToken(plan ?? without, variables(), offline())).line);

    expect(lines).toEqual([
      'The token of this step was revoked.',
      expect.stringContaining('is from an unknown authority (UNABLE_TO_VERIFY_LEAF_SIGNATURE)'),
    ]);
  });

  test('The file may be removed as soon as revokeToken returns', async () => {
    const pending = revokeToken(withFile('as saved'), variables(), offline());
    rmSync(path());

    expect((await pending).line).not.toMatch(/is missing/);
  });

  test('Secrets of the TLS settings are masked even if the revocation fails', async () => {
    const ports = offline();
    await revokeToken({ ...withFile(undefined), security: revocationAt(NOWHERE).security }, variables(), ports);

    expect(ports.masked()).toEqual(['s-1', 'p-1', 'w-1', 'access-1']);
  });
});
