import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { temporaryFolder } from '../../harness/temporary-folder.js';
import { NOW } from '../support/fake-ports.js';
import { cacheIn, living } from '../support/token-cache.js';

const temp = temporaryFolder();

test('A pipe in place of a shared token is not read, because reading would wait forever', () => {
  const cache = cacheIn(temp());
  cache?.write(living(3600));
  const file = join(temp(), 'bearer-login-cache', cache?.files[0] ?? '');
  const before = cache?.read(NOW)?.value;
  rmSync(file);
  execFileSync('mkfifo', [file]);

  expect([before, cache?.read(NOW)]).toEqual(['token-1', undefined]);
});
