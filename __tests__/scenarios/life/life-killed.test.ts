import { describe, expect, test } from '@jest/globals';
import { exampleProject, exampleWriter, secret, startChariot } from '../../../emulator/chariot/index.js';
import { exampleFrontend, startRealm } from '../../../emulator/realm/index.js';
import { type Death, die, everyDeath, exportedBy } from '../../../harness/jobs/killed-job.js';
import { AS_USER } from '../../../harness/jobs/life-job.js';

describe('A step that is killed at any awaited point', () => {
  test('A killed step leaves no session at the server once it has its token, and no files', async () => {
    const left: string[] = [];
    let saved = 0;
    const deaths = await everyDeath(async (nth) => {
      const realm = await startRealm();
      const { clientId: client_id } = exampleFrontend;
      const inputs = {
        ...AS_USER,
        url: realm.baseUrl,
        tenant: 'example',
        client_id,
        client_secret: 'example-frontend-client-secret',
        whoami: 'true',
        token_cache: 'true',
      };
      const death = await die(inputs, { nth });
      const isMasked = realm.issuedTokens().some((token) => death.main.log.masker.mask(token) === '***');
      saved += death.main.state.size;
      if (realm.liveSessions().length > 0 && (isMasked || death.main.state.size > 0)) left.push(`a session (${nth})`);
      await realm.close();
      return death;
    });

    expect(left).toEqual([]);
    expect(saved).toBeGreaterThan(5);
    expect(deaths.length).toBeGreaterThan(20);
    expect(deaths.flatMap(({ post }) => post.leftovers)).toEqual([]);
    expect(new Set(deaths.map(({ post }) => post.exitCode))).toEqual(new Set([0]));
  }, 120_000);

  test('A killed step leaves no files, and has exported everything or nothing', async () => {
    const chariot = await startChariot({ owners: [{ ...exampleProject, settings: [secret('a', 'value of a')] }] });
    const { clientId: client_id, clientSecret: client_secret } = exampleWriter;
    const inputs = {
      url: chariot.url,
      client_id,
      client_secret,
      project_id: exampleProject.id,
      secrets: 'a | @file',
      token_cache: 'true',
    };
    const deaths = await everyDeath((nth) => die(inputs, { nth }));
    await chariot.close();

    const all = exportedBy(deaths.at(-1) as Death);
    expect(all).toContain('A');
    expect(deaths.map(exportedBy).filter((names) => names.length > 0 && names.join() !== all.join())).toEqual([]);
    expect(deaths.flatMap(({ post }) => post.leftovers)).toEqual([]);
    expect(new Set(deaths.map(({ post }) => post.exitCode))).toEqual(new Set([0]));
  }, 120_000);
});
