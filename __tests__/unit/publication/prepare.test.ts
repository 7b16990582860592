import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { preparePublication } from '../../../src/publication/prepare.js';
import { fetchedRun, jobEnvironment } from '../../support/fetched-run.js';

const LOGIN = { server: 'ghcr.io', username: 'octocat', password: 'hunter-2' };

describe('preparePublication', () => {
  let home = '';

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'home-'));
    mkdirSync(join(home, '.docker'));
    writeFileSync(join(home, '.docker', 'config.json'), '{"auths":{"old.io":{"auth":"b2xkOmxvZ2lu"}}}');
  });

  afterEach(() => rmSync(home, { recursive: true }));

  /** Prepares a run whose machine has a login of docker. */
  function prepared(secrets: string) {
    const { session, settings, masker } = fetchedRun({ secrets }, { a: 'hunter-1', ghcr: LOGIN });
    const environment = { ...jobEnvironment(), dockerPlaces: { home, platform: 'linux' as const } };
    return preparePublication(session, settings, { environment, masker, variables: { GITHUB_ACTION: 'get-token' } });
  }

  test('The logins of docker on this machine are kept if any line has @docker', () => {
    const { publication } = prepared('a\nghcr | @docker');
    const [config] = publication.files;

    expect(config).toMatchObject({ path: 'docker-config/config.json', content: expect.stringContaining('"old.io"') });
  });

  test('Without @docker, a config.json that is not JSON is no error, since it is not read', () => {
    writeFileSync(join(home, '.docker', 'config.json'), '{');

    expect(prepared('a').publication.files).toEqual([]);
  });

  test('The summary describes the publication, and names the step by its ID', () => {
    const { publication, summary } = prepared('a');

    expect(publication.outputs).toContainEqual(['a', 'hunter-1']);
    expect(summary).toContain('(step <code>get-token</code>)');
    expect(summary).toContain('Outputs for this job only');
  });
});
