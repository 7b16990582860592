import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { projectRoot } from '../../harness/project.js';
import { parseSecretRequests } from '../../src/language/request.js';
import { NOW } from '../support/fake-ports.js';
import { publicationOf } from '../support/fetched-run.js';

/** docs/secrets.md shows every form of the language with its names. They must be those of the code. */

const document = readFileSync(join(projectRoot, 'docs', 'secrets.md'), 'utf8');

/** The project that the section "Every form" describes. */
const PROJECT = {
  'db-password': 'correct horse battery staple',
  'api key': 'example-api-key',
  'gcp-sa': '{ "type": "service_account", "private_key_id": "example-key-id" }',
  ghcr: { server: 'ghcr.io', username: 'octocat', password: 'example-registry-password' },
  pg: { host: 'db.example.com', port: 5432, tls: { ca: 'example-authority' } },
  'my.pg': { host: 'my.example.com' },
  'train-one': 'value of one',
  'train-two': 'value of two',
  'reg-a': { user: 'user of a', password: 'password of a' },
  'reg-b': { user: 'user of b', password: 'password of b' },
  'a;b': 'example-value',
  flag: 'example-flag',
  greeting: Buffer.from('good morning').toString('base64'),
  digest: Buffer.from('good evening').toString('hex'),
  keystore: Buffer.from([0xfe, 0xed, 0xfe, 0xed]).toString('base64'),
  'tls-key': 'example-key',
  'training-s3': { access_key_id: 'AKIAIOSFODNN7EXAMPLE', secret_access_key: 'example-s3-key', region: 'us-east-1' },
};

/** Outputs of the token, and the JSON of all Secrets. */
const COMMON = ['bearer_token', 'token_type', 'secrets'];

/** The rows of the table below a heading, cell by cell. */
function rowsBelow(heading: string): string[][] {
  const section = document.split(/^##+ /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const rows = section.match(/^\| .*$/gm) ?? [];
  return rows.slice(1).map((row) =>
    row
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('\\|', '|')),
  );
}

const codesIn = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

const forms = rowsBelow('Every form').map(([line, variables, outputs]) => ({
  line: codesIn(line).join(),
  variables: shownIn(variables),
  outputs: shownIn(outputs),
}));

/** The names in a cell, up to the colon after which it explains them, and whether there are more. */
function shownIn(cell = '') {
  return { names: codesIn(cell.split(': ')[0]), more: cell.includes('…'), same: cell === 'the same names' };
}

/** Runs a line of the table in the example project, whose IDs are made from the names. */
function run(line: string) {
  const secrets = line.replace('secret/Custom/2kFmExampleId', 'secret/Custom/pg').replace('2kFmExampleId', 'id-of-pg');
  const { variables, outputs } = publicationOf({ secrets }, PROJECT);
  const names = (pairs: readonly (readonly [string, string])[]) => pairs.map(([name]) => name);
  return { variables: names(variables), outputs: names(outputs).filter((name) => !COMMON.includes(name)) };
}

describe('The table "Every form" of docs/secrets.md', () => {
  test.each(forms)('docs/secrets.md shows the names that $line sets', ({ line, variables, outputs }) => {
    const actual = run(line);
    const shown = outputs.same ? variables : outputs;

    expect(actual.variables).toEqual(variables.more ? expect.arrayContaining(variables.names) : variables.names);
    expect(actual.outputs).toEqual(shown.more ? expect.arrayContaining(shown.names) : shown.names);
  });

  test('The table shows every sink, every decoding, and every kind of selector and target', () => {
    const requests = forms.flatMap(({ line }) => parseSecretRequests(line));

    expect(new Set(requests.map(({ sink }) => sink))).toEqual(
      new Set([undefined, 'file', 'dotenv', 'env-file', 'docker', 'aws']),
    );
    expect(new Set(requests.flatMap(({ decodings }) => decodings))).toEqual(new Set(['base64', 'hex']));
    expect(requests.filter(({ quoted }) => quoted)).toHaveLength(2);
    expect(requests.some(({ optional }) => optional)).toBe(true);
    expect(requests.some(({ allFields, target }) => allFields && target === '*')).toBe(true);
  });
});

describe('The other examples of docs/secrets.md', () => {
  test('The table and the lines that docs/secrets.md shows for a plan are those of the log', () => {
    const [, shown = ''] = /^```text\n(.+?)\n```$/ms.exec(document) ?? [];
    const { 'db-password': password, ghcr, 'a;b': quoted } = PROJECT;
    const values = { 'db-password': password, ghcr, 'a;b': quoted, path: 'example-path' };
    const updatedAt = new Date(NOW.getTime() - 6 * 24 * 60 * 60 * 1000);
    const { infos } = publicationOf({ secrets: '*', plan: 'true' }, values, { updatedAt });

    expect(infos.flatMap(({ title, lines }) => [title, ...lines]).join('\n')).toContain(shown);
  });

  test('Every correction of another notation in docs/secrets.md is a valid request', () => {
    const rows = rowsBelow('Another notation');
    const corrections = rows.flatMap(([, right]) => codesIn(right));

    expect(rows.length).toBeGreaterThan(10);
    expect(corrections.flatMap(parseSecretRequests)).toHaveLength(corrections.length);
  });
});
