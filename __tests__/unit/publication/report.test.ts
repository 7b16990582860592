import { describe, expect, test } from '@jest/globals';
import { reportOf } from '../../../src/publication/report.js';
import { jwt, NOW } from '../../support/fake-ports.js';
import { FOLDER, fetchedRun } from '../../support/fetched-run.js';

const LOGIN = { server: 'ghcr.io', username: 'octocat', password: 'hunter-2' };
const S3 = { access_key: 'AKIA', secret_key: 'hunter-2' };

/** The report of a run; what its masker knows beside the values is a secret too. */
function report(...run: Parameters<typeof fetchedRun>) {
  const fetched = fetchedRun(...run);
  return reportOf(fetched, fetched.masker);
}

describe('a report tells', () => {
  test('who was asked, for whom, and how long it took', () => {
    expect(report({ secrets: 'a', rotate_after_days: '90' }, { a: 'v-1' }, { unnamed: 3 })).toMatchObject({
      platform: 'Chariot',
      origin: 'https://chariot.example.com',
      owner: { kind: 'project', id: 'p' },
      mode: 'exported',
      unnamed: 3,
      rotateAfterDays: 90,
      timing: { milliseconds: 411, requests: 7 },
      now: NOW,
    });
  });

  test('where the token came from, where it went, and when it ends', () => {
    const expiresAt = new Date(NOW.getTime() + 3_600_000);
    const token = jwt({ exp: expiresAt.getTime() / 1000 });

    expect(report({ token_variable: 'T' }, {}, { token }).login).toEqual({
      token: 'fetched',
      variable: 'T',
      expiresAt,
    });
    expect(report({}, {}, { tokenFetched: false }).login).toEqual({
      token: 'at-hand',
      variable: undefined,
      expiresAt: undefined,
    });
  });

  test('how many Secrets there were, however many lines use them', () => {
    const { secrets, rows } = report({ secrets: 'a.x\na.y\na | B@file\nc' }, { a: { x: 'v-1', y: 'v-2' }, c: 'v-3' });

    expect([secrets, rows.map((row) => row.secret)]).toEqual([2, ['a.x', 'a.y', 'a', 'c']]);
  });

  test('a Secret as the server has it, by its name or else by its key', () => {
    const updatedAt = new Date(NOW.getTime() - 6 * 86_400_000);
    const values = { 'a b': 'v-1', 'secret/S3 Connection/7': { x: 'v-2' } };
    const secrets = 'a b\nsecret/S3 Connection/7.x | X';

    expect(report({ secrets, rotate_after_days: '5' }, values, { updatedAt }).rows).toMatchObject([
      { secret: 'a b', from: 'list', type: 'Custom', updatedAt, tooOld: true },
      { secret: 'secret/S3 Connection/7.x', from: 'key', type: 'S3 Connection', updatedAt, tooOld: true },
    ]);
    expect(report({ secrets, rotate_after_days: '6' }, values, { updatedAt }).rows).toMatchObject([
      { tooOld: false },
      { tooOld: false },
    ]);
  });

  test('which folder is removed in the end', () => {
    expect(report({ secrets: 'a | @file' }, { a: 'v-1' }).files).toEqual([FOLDER]);
    expect(report({ secrets: 'a' }, { a: 'v-1' }).files).toEqual([]);
  });
});

describe('a row tells where a value went', () => {
  const AWS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];

  test.each<[string, { all: [string, string][]; outputsOnly: [string, string][] }]>([
    [
      'key',
      {
        all: [
          ['variable', 'KEY'],
          ['output', 'key'],
        ],
        outputsOnly: [['output', 'key']],
      },
    ],
    [
      'ghcr',
      {
        all: [
          ['variable', 'GHCR_SERVER'],
          ['variable', 'GHCR_USERNAME'],
          ['variable', 'GHCR_PASSWORD'],
          ['output', 'ghcr'],
        ],
        outputsOnly: [['output', 'ghcr']],
      },
    ],
    [
      'key | K@file',
      {
        all: [
          ['file', 'K'],
          ['output', 'K'],
        ],
        outputsOnly: [['file', 'K']],
      },
    ],
    ['key | K@dotenv', { all: [['dotenv', 'K']], outputsOnly: [['dotenv', 'K']] }],
    ['key | K@env-file', { all: [['env-file', 'K']], outputsOnly: [['env-file', 'K']] }],
    ['ghcr | @docker', { all: [['docker', 'ghcr.io']], outputsOnly: [['docker', 'ghcr.io']] }],
    [
      's3 | @aws',
      {
        all: AWS.map((name) => ['aws', name]),
        outputsOnly: AWS.map((name) => ['output', name]),
      },
    ],
  ])('%s', (secrets, { all, outputsOnly }) => {
    const values = { key: 'a key', ghcr: LOGIN, s3: S3 };
    const targetsOf = (inputs: object) =>
      report({ secrets, plain_fields: 'server', ...inputs }, values).rows[0]?.targets.map(({ kind, name }) => [
        kind,
        name,
      ]);

    expect(targetsOf({})).toEqual(all);
    expect(targetsOf({ export_env: 'false' })).toEqual(outputsOnly);
    expect(targetsOf({ plan: 'true' })).toEqual(all);
  });
});

describe('a plan', () => {
  test('tells the same of rows and outputs, and of no file', () => {
    const inputs = { secrets: 'key\nkey | K@file\nghcr | @docker' };
    const values = { key: 'a key', ghcr: LOGIN };
    const { files, mode, ...planned } = report({ ...inputs, plan: 'true' }, values, { unnamed: 2 });
    const { files: _, mode: __, ...real } = report(inputs, values, { unnamed: 2 });

    expect([files, mode]).toEqual([[], 'plan']);
    expect(planned).toEqual(real);
    expect(planned.rows).toHaveLength(3);
  });
});
