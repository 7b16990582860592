import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openTokenCache } from '../../src/login/shared-token.js';
import { readSuppliedToken } from '../../src/oauth/token.js';
import { NOW, settingsFrom } from '../support/fake-ports.js';
import { jobEnvironment } from '../support/fetched-run.js';

const LOGIN = { platform: 'keycloak', url: 'https://h', tenant: 'a', client_id: 'i', client_secret: 's-1' };

test('A pipe in place of a shared token is not read, because reading would wait forever', () => {
  const temp = mkdtempSync(join(tmpdir(), 'pipe-'));
  try {
    const around = { ...jobEnvironment({ env: {} }), folder: join(temp, 'bearer-login-1') };
    const cache = openTokenCache(settingsFrom({ ...LOGIN, token_cache: 'true' }, around), around);
    const expiresAt = new Date(NOW.getTime() + 3_600_000);
    cache?.write({ ...readSuppliedToken('token-1', NOW), expiresIn: 3600, expiresAt });
    const [file = ''] = cache?.files ?? [];
    const before = cache?.read(NOW)?.value;
    rmSync(file);
    execFileSync('mkfifo', [file]);

    expect([before, cache?.read(NOW)]).toEqual(['token-1', undefined]);
  } finally {
    rmSync(temp, { recursive: true });
  }
});
