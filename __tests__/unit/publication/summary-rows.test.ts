import { describe, expect, test } from '@jest/globals';
import { MAX_SUMMARY_BYTES } from '../../../harness/runner/file-commands.js';
import { summarize } from '../../../src/publication/summary.js';
import { formatTable } from '../../../src/publication/summary-rows.js';
import { NOW } from '../../support/fake-ports.js';
import { fetchedRun } from '../../support/fetched-run.js';
import { summaryOf, view } from '../../support/summary-view.js';

const LOGIN = { server: 'ghcr.io', username: 'octocat', auth: { password: 'hunter-2' } };
const S3 = { access_key: 'AKIA', secret_key: 'hunter-2' };
const CERTIFICATE = `-----BEGIN CERTIFICATE-----\n${'Ab1+'.repeat(16)}\n-----END CERTIFICATE-----\n`;
const REGISTRIES = {
  auths: Object.fromEntries(
    Array.from({ length: 9 }, (_, index) => [`r${index}.io`, { username: 'u', password: 'hunter-2' }]),
  ),
};
const NINE = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`f${index}`, 'v-1']));

test('The table has five headings', () => {
  expect(summaryOf({ secrets: 'a' }, { a: 'v-1' }).head).toEqual([
    'Secret',
    'Exported as',
    'In the log',
    'Last changed',
    'Type',
  ]);
});

describe('The column for targets', () => {
  const AWS = 'AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN';

  test.each<[string, { exported: string; outputsOnly: string }]>([
    ['key', { exported: 'variable KEYoutput key', outputsOnly: 'output key' }],
    ['ghcr', { exported: 'variable GHCRoutput ghcr', outputsOnly: 'output ghcr' }],
    [
      'ghcr.auth.*',
      { exported: 'variable GHCR_AUTH_PASSWORDoutput ghcr-auth-password', outputsOnly: 'output ghcr-auth-password' },
    ],
    [
      'ghcr.auth.* | G_*@file',
      { exported: 'file, its path in G_PASSWORDoutput G_PASSWORD', outputsOnly: 'file, its path in G_PASSWORD' },
    ],
    ['ghcr.auth.* | G_*@dotenv', { exported: 'dotenv line G_PASSWORD', outputsOnly: 'dotenv line G_PASSWORD' }],
    ['key | K@file', { exported: 'file, its path in Koutput K', outputsOnly: 'file, its path in K' }],
    ['key | K@dotenv', { exported: 'dotenv line K', outputsOnly: 'dotenv line K' }],
    ['nine | N@env-file', { exported: 'env file line N', outputsOnly: 'env file line N' }],
    ['ghcr | @docker', { exported: 'docker login for ghcr.io', outputsOnly: 'docker login for ghcr.io' }],
    ['s3 | @aws', { exported: `AWS variables and outputs ${AWS}`, outputsOnly: `outputs ${AWS}` }],
    [
      's4 | @aws',
      {
        exported: `AWS variables and outputs ${AWS}, AWS_ENDPOINT_URL_S3address https://s3.example.com`,
        outputsOnly: `outputs ${AWS}, AWS_ENDPOINT_URL_S3address https://s3.example.com`,
      },
    ],
    ['nine | @docker', { exported: LINES('docker logins for'), outputsOnly: LINES('docker logins for') }],
  ])('The line `%s` is shown with its targets, also in a plan and without variables', (secrets, expected) => {
    const values = { key: 'a key', ghcr: LOGIN, s3: S3, s4: { ...S3, server: 's3.example.com' }, nine: REGISTRIES };
    const targets = (inputs: object) =>
      summaryOf({ secrets, plain_fields: 'server', ...inputs }, values).rows.map((row) => row[1]);

    expect(targets({})).toEqual([expected.exported]);
    expect(targets({ plan: 'true' })).toEqual([expected.exported]);
    expect(targets({ export_env: 'false' })).toEqual([expected.outputsOnly]);
  });

  /** Nine names, of which a cell shows eight; they are masked, since no plain field contains them. */
  function LINES(kind: string): string {
    return `${kind} ***, ***, ***, ***, ***, ***, ***, ***, and 1 more`;
  }

  test('Each field of `.*` has a row, in the order of the Secret', () => {
    expect(
      summaryOf({ secrets: 'ghcr.* | G_*' }, { ghcr: LOGIN }).rows.map(([secret, targets]) => [secret, targets]),
    ).toEqual([
      ['ghcr.server', 'variable G_SERVERoutput G_SERVER'],
      ['ghcr.username', 'variable G_USERNAMEoutput G_USERNAME'],
      ['ghcr.auth.password', 'variable G_AUTH_PASSWORDoutput G_AUTH_PASSWORD'],
    ]);
  });
});

describe('The column for the log', () => {
  test.each<[string, { value: unknown; plain?: string; line?: string; shown: string }]>([
    ['A text is masked', { value: 'hunter-2', shown: 'masked' }],
    ['Fields are masked', { value: LOGIN, shown: 'masked' }],
    ['Fields are masked although one of them is a boolean', { value: { a: true, b: 'hunter-2' }, shown: 'masked' }],
    ['Bytes are masked', { value: 'ff00', line: 'x | hex | @file', shown: 'masked' }],
    [
      'Plain fields are named',
      { value: LOGIN, plain: 'server,auth.password', shown: 'masked, except server, auth.password' },
    ],
    [
      'Of many plain fields eight are named',
      {
        value: { ...NINE, secret: 'v-2' },
        plain: Object.keys(NINE).join(),
        shown: 'masked, except f0, f1, f2, f3, f4, f5, f6, f7, and 1 more',
      },
    ],
    ['A public certificate is not masked', { value: CERTIFICATE, shown: 'not masked, public PEM' }],
    [
      'A line for a field with a public certificate is not masked',
      { value: { ca: CERTIFICATE }, line: 'x.ca', shown: 'not masked, public PEM' },
    ],
    [
      'A field with a public certificate is named like a plain field',
      { value: { ca: CERTIFICATE, ...LOGIN }, plain: 'server', shown: 'masked, except ca, server' },
    ],
    ['A plain field that the Secret does not have changes nothing', { value: LOGIN, plain: 'host', shown: 'masked' }],
    [
      'A Secret with only plain fields is not masked',
      { value: { a: 'x-1', b: 'x-2' }, plain: 'a,b', shown: 'not masked, a plain field' },
    ],
    [
      'A line for a plain field is not masked',
      { value: LOGIN, line: 'x.server', plain: 'server', shown: 'not masked, a plain field' },
    ],
    ['A line for another field is masked', { value: LOGIN, line: 'x.username', plain: 'server', shown: 'masked' }],
    [
      'A line for a field that contains a plain field only is not masked',
      { value: LOGIN, line: 'x.auth', plain: 'auth.password', shown: 'not masked, a plain field' },
    ],
    [
      'A line for a plain field that another mask hides is masked',
      {
        value: { ...LOGIN, username: 'ghcr' },
        line: 'x.server',
        plain: 'server',
        shown: 'maskedanother mask hides server',
      },
    ],
    [
      'A plain field that another mask hides is not an exception',
      {
        value: { ...LOGIN, username: 'ghcr', path: '/v2' },
        plain: 'server,path',
        shown: 'masked, except pathanother mask hides server',
      },
    ],
    [
      'A plain field in JSON in a field is named',
      { value: { cfg: '{"host":"ghcr.io","user":"octocat"}' }, plain: 'cfg.host', shown: 'masked, except cfg.host' },
    ],
    [
      'A plain field that contains JSON in JSON is named once',
      { value: { cfg: '{"a":"{\\"b\\":\\"x-1\\"}","c":"x-2"}', d: 'x-3' }, plain: 'cfg', shown: 'masked, except cfg' },
    ],
    [
      'A line for an object is masked, since only its fields can be plain, and names the object once',
      { value: { cfg: { a: 'x-1', b: 'x-2' } }, line: 'x.cfg', plain: 'cfg', shown: 'maskedanother mask hides cfg' },
    ],
    [
      'A line for a plain field of which another mask hides a part',
      {
        value: { cfg: '{"a":"ghcr.io","b":"https://ghcr.io","c":"x-2"}', user: 'ghcr' },
        line: 'x.cfg',
        plain: 'cfg',
        shown: 'masked, except cfganother mask hides cfg',
      },
    ],
    [
      'The setting that shows the address of a login is named',
      {
        value: { ...LOGIN, password: 'hunter-2' },
        line: 'x | @docker',
        shown: 'maskedplain_fields: server shows the address',
      },
    ],
    [
      'A login whose address is shown needs no setting',
      {
        value: { ...LOGIN, password: 'hunter-2' },
        line: 'x | @docker',
        plain: 'server',
        shown: 'masked, except server',
      },
    ],
    ['A word of JSON cannot be masked', { value: 'null', shown: '⚠️ cannot be masked' }],
    ['An empty text cannot be masked', { value: '', shown: '⚠️ cannot be masked' }],
    ['An empty field of `.*` is empty, not masked', { value: { a: '' }, line: 'x.*', shown: 'empty' }],
    ['A null field of `.*` is empty, not masked', { value: { a: { b: null } }, line: 'x.a.*', shown: 'empty' }],
    [
      'An empty object or list of `.*` is empty, not masked',
      { value: { a: { b: {} } }, line: 'x.a.*', shown: 'empty' },
    ],
    [
      'A plain field that is empty is not masked',
      { value: { a: '' }, line: 'x.a', plain: 'a', shown: 'not masked, a plain field' },
    ],
    ['A field of `.*` is masked', { value: { a: 'hunter-2' }, line: 'x.*', shown: 'masked' }],
    [
      'A field of `.*` in `plain_fields` is not masked',
      { value: { a: { b: 'hunter-2' } }, line: 'x.a.*', plain: 'a.b', shown: 'not masked, a plain field' },
    ],
    [
      '`plain_fields` are paths from the Secret, not from the line',
      { value: { a: { b: 'hunter-2' } }, line: 'x.a.*', plain: 'b', shown: 'masked' },
    ],
    ['A boolean field of `.*` cannot be masked', { value: { a: true }, line: 'x.*', shown: '⚠️ cannot be masked' }],
    [
      'A word of JSON in a plain field is not meant to be masked',
      { value: { tls: true }, line: 'x.tls', plain: 'tls', shown: 'not masked, a plain field' },
    ],
  ])('%s', (_what, { value, plain = '', line = 'x', shown }) => {
    const { rows } = summaryOf({ secrets: line, plain_fields: plain }, { x: value });

    expect(rows.map((row) => row[2])).toEqual([shown]);
  });
});

describe('The columns for a Secret, its age and its type', () => {
  test('A Secret is shown by its name, or by its key if the workflow gives the key', () => {
    const values = { 'a b': 'v-1', 'secret/S3 Connection/7': { x: 'v-2' } };
    const { rows } = summaryOf({ secrets: 'a b\nsecret/S3 Connection/7.x | X' }, values);

    expect(rows.map(([secret, , , , type]) => [secret, type])).toEqual([
      ['a b', 'Custom'],
      ['secret/S3 Connection/7.xby its key', 'S3 Connection'],
    ]);
  });

  test('A type without a name is unknown', () => {
    expect(summaryOf({ secrets: 'a' }, { a: 'v-1' }, { type: 'secret/' }).rows.map((row) => row[4])).toEqual([
      'unknown',
    ]);
  });

  test.each([
    [0, 'today'],
    [0.99, 'today'],
    [1, '1 day ago'],
    [365, '365 days ago'],
    [-0.5, 'today'],
    [-5, 'unknown'],
    [undefined, 'unknown'],
    [Number.NaN, 'unknown'],
  ])('A Secret that was changed %s days ago is shown as "%s"', (days, age) => {
    const more = days === undefined ? {} : { updatedAt: new Date(NOW.getTime() - days * 86_400_000) };

    expect(summaryOf({ secrets: 'a' }, { a: 'v-1' }, more).rows.map((row) => row[3])).toEqual([age]);
  });
});

test('A cell has a line for each target', () => {
  const run = fetchedRun({ secrets: 'key' }, { key: 'v-1' });

  expect(summarize(run, run.masker)).toContain('<td>variable <code>KEY</code><br>output <code>key</code></td>');
});

test('A run without Secrets has no table', () => {
  expect(formatTable([], false, 1000)).toEqual([]);
});

test('A type that only contains the type of another Secret is unknown', () => {
  const { rows } = summaryOf({ secrets: 'a' }, { a: 'v-1' }, { type: 'my/secret/Custom' });

  expect(rows.map((row) => row[4])).toEqual(['unknown']);
});

test('A table that is too large contains the rows that fit, those to rotate first, and counts the others', () => {
  const row = (name: string, tooOld = false) => ({ name, tooOld, unmaskable: false, cells: [name.padEnd(100, '.')] });
  const table = formatTable([row('a'), row('b'), row('c', true), row('d')], false, 700).join('\n');

  expect(Buffer.byteLength(table)).toBeLessThanOrEqual(700);
  expect(table.match(/\b[a-d](?=\.\.\.)/g)).toEqual(['c', 'a']);
  expect(table).toContain('… and 2 more, left out of this summary for its size');
});

describe('The size of the summary', () => {
  /** A run of so many Secrets, with names of this length. */
  const runOf = (count: number, length: number) => {
    const names = Array.from({ length: count }, (_, index) => `${`${index}`.padStart(4, '0')}${"'".repeat(length)}`);
    const inputs = { secrets: '*', plain_fields: names.join(), export_env: 'false', rotate_after_days: '1' };
    const old = { '0999old': new Date(0) };
    return fetchedRun(inputs, Object.fromEntries([...names, '0999old'].map((name) => [name, 'v-1'])), { changed: old });
  };

  test('A thousand Secrets are all shown', () => {
    const run = runOf(999, 25);

    expect(Buffer.byteLength(summarize(run, run.masker))).toBeLessThan(MAX_SUMMARY_BYTES);
    expect(view(run).rows.map((row) => row.length)).toEqual(Array.from({ length: 1000 }, () => 5));
  });

  test('A summary of more than 1 MB is cut between two rows, and a line counts the omitted rows', () => {
    const run = runOf(999, 100);
    const [delivery, ...others] = run.publication.planned.deliveries;
    const many = [delivery, ...others].flatMap((one) => (one === undefined ? [] : [one, one, one]));
    const planned = { ...run.publication.planned, deliveries: many };
    const long = { ...run, publication: { ...run.publication, planned } };
    const size = Buffer.byteLength(summarize(long, run.masker));
    const { rows, texts } = view(long);

    expect(size).toBeLessThanOrEqual(1_000_000);
    expect(size).toBeGreaterThan(990_000);
    expect(rows[0]?.[0]).toBe('0999old');
    expect(rows.at(-1)).toEqual([`… and ${3000 - (rows.length - 1)} more, left out of this summary for its size`]);
    expect(texts('summary')).toEqual(['Details']);
  });
});
