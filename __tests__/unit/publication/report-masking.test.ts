import { describe, expect, test } from '@jest/globals';
import { reportOf } from '../../../src/publication/report.js';
import type { Masking } from '../../../src/publication/summary-report.js';
import { jwt, NOW } from '../../support/fake-ports.js';
import { fetchedRun } from '../../support/fetched-run.js';

const LOGIN = { server: 'ghcr.io', username: 'octocat', auth: { password: 'hunter-2' } };
const PRETTY = JSON.stringify(LOGIN, null, 2);

/** The report of a run whose masker knows some secrets more. */
function report(run: Parameters<typeof fetchedRun>, known: readonly string[] = []) {
  const fetched = fetchedRun(...run);
  fetched.masker.mask(known);
  return reportOf(fetched, fetched.masker);
}

describe('which outputs can cross jobs', () => {
  const crossing = (...run: Parameters<typeof fetchedRun>) => {
    const { outputs } = report(run);
    return outputs.filter(({ crossesJobs }) => crossesJobs).map(({ name }) => name);
  };

  test.each<[string, Parameters<typeof fetchedRun>, string[]]>([
    ['no masked value, nor the whole of them', [{ secrets: 'ghcr\nghcr.server | HOST' }, { ghcr: LOGIN }], []],
    [
      'a plain field, not the whole that it stands in',
      [{ secrets: 'ghcr\nghcr.server | HOST', plain_fields: 'server' }, { ghcr: LOGIN }],
      ['HOST'],
    ],
    [
      'a plain field of a text in several lines',
      [{ secrets: 'ghcr.server | HOST\nghcr.username | NAME', plain_fields: 'server' }, { ghcr: PRETTY }],
      ['HOST'],
    ],
    [
      'plain fields alone, and all of them as one',
      [{ secrets: 'ghcr.server\nghcr.username', plain_fields: 'server, username' }, { ghcr: LOGIN }],
      ['ghcr-server', 'ghcr-username', 'secrets'],
    ],
    [
      'no plain field that another Secret masks',
      [
        { secrets: 'ghcr.server\nx', plain_fields: 'server' },
        { ghcr: LOGIN, x: 'ghcr.io' },
      ],
      [],
    ],
    ['no path, which leads nowhere there', [{ secrets: 'ghcr.auth | @file' }, { ghcr: LOGIN }], []],
    ['no empty output', [{ secrets: 'a' }, { a: '' }], ['secrets']],
    ['a value that cannot be masked', [{ secrets: 'a' }, { a: 'true' }], ['a', 'secrets']],
  ])('%s', (_what, run, expected) => {
    expect(crossing(...run)).toEqual(['token_type', ...expected]);
  });

  test('the facts about a token, not the token', () => {
    expect(crossing({}, {}, { token: jwt({ exp: NOW.getTime() / 1000 + 3600 }) })).toEqual([
      'token_type',
      'expires_in',
      'expires_at',
      'claims',
    ]);
  });
});

describe('how the log hides a value', () => {
  test.each<[string, { value: unknown; plain?: string; line?: string; masking: Masking }]>([
    ['a text', { value: 'hunter-2', masking: { kind: 'masked' } }],
    ['fields', { value: LOGIN, masking: { kind: 'masked' } }],
    ['fields, one of them a switch', { value: { a: true, b: 'hunter-2' }, masking: { kind: 'masked' } }],
    ['bytes', { value: 'ff00', line: 'x | hex | @file', masking: { kind: 'masked' } }],
    [
      'plain fields',
      {
        value: LOGIN,
        plain: 'server,auth.password',
        masking: { kind: 'partly', plainFields: ['server', 'auth.password'] },
      },
    ],
    ['plain fields of other Secrets', { value: LOGIN, plain: 'host', masking: { kind: 'masked' } }],
    ['all fields plain', { value: { a: 'x-1', b: 'x-2' }, plain: 'a,b', masking: { kind: 'plain' } }],
    ['one plain field', { value: LOGIN, line: 'x.server', plain: 'server', masking: { kind: 'plain' } }],
    ['another field', { value: LOGIN, line: 'x.username', plain: 'server', masking: { kind: 'masked' } }],
    ['a plain field in a field', { value: LOGIN, line: 'x.auth', plain: 'auth.password', masking: { kind: 'plain' } }],
    ['a word of JSON', { value: 'null', masking: { kind: 'unmaskable' } }],
    ['nothing', { value: '', masking: { kind: 'unmaskable' } }],
    ['a plain word of JSON', { value: { tls: true }, line: 'x.tls', plain: 'tls', masking: { kind: 'plain' } }],
  ])('%s', (_what, { value, plain = '', line = 'x', masking }) => {
    expect(report([{ secrets: line, plain_fields: plain }, { x: value }]).rows[0]?.masking).toEqual(masking);
  });
});

describe('a secret is taken out of', () => {
  const SECRET = 'hunter-2';

  test('the name of a Secret, its field and its type', () => {
    const name = `db-${SECRET}`;

    expect(report([{ secrets: `"${name}".x | X` }, { [name]: { x: SECRET } }]).rows[0]?.secret).toBe('db-***.x');
    expect(report([{ secrets: `a.${SECRET} | X` }, { a: { [SECRET]: SECRET } }]).rows[0]?.secret).toBe('a.***');
    const byKey = `secret/T-${SECRET}/1`;
    expect(report([{ secrets: `${byKey} | X` }, { [byKey]: SECRET }]).rows[0]).toMatchObject({
      secret: 'secret/T-***/1',
      type: 'T-***',
    });
  });

  test('the names of variables, outputs and registries', () => {
    const values = { Correct_Horse: 'v-1', ghcr: { server: 'hunter.example', username: 'u', password: 'p-1' } };
    const { rows, outputs } = report(
      [{ secrets: 'Correct_Horse\nghcr | @docker', plain_fields: 'server' }, values],
      ['CORRECT_HORSE', 'Correct_Horse', 'hunter'],
    );

    expect(rows.map(({ targets }) => targets)).toEqual([
      [
        { kind: 'variable', name: '***' },
        { kind: 'output', name: '***' },
      ],
      [{ kind: 'docker', name: '***.example' }],
    ]);
    expect(outputs.map(({ name }) => name)).toContain('***');
    expect(JSON.stringify([rows, outputs])).not.toMatch(/Correct_Horse|hunter/i);
  });

  test('everything, whatever the values are', () => {
    const values = { a: SECRET, ghcr: { ...LOGIN, password: SECRET }, s3: { access_key: 'AKIA', secret_key: SECRET } };
    const secrets = 'a\nghcr\ns3 | @aws\na | K@file\na | D@dotenv\nghcr | @docker';

    expect(JSON.stringify(report([{ secrets }, values]))).not.toContain(SECRET);
  });
});
